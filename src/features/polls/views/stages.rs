//! The stages of a single transferable vote in words: who was elected when, and what went on to whom.

use crate::discord::ui::view::Embed;
use crate::error::{Arg, Message};
use crate::features::polls::rules::seats::{BALLOT, quota};
use crate::features::polls::{Poll, Stage, State, Tally};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::bars::named;
use super::runoff;

/// The stages of a closed poll; nothing of other polls.
pub fn stages(locale: Locale, poll: &Poll, tally: &Tally) -> Option<Embed> {
    if poll.state != State::Closed || tally.stages.is_empty() {
        return None;
    }
    Some(runoff::fitted(locale, "poll-stages", |longest| lines(locale, poll, tally, longest)))
}

fn lines(locale: Locale, poll: &Poll, tally: &Tally, longest: usize) -> Vec<Safe> {
    let quota = Message::new("poll-stage-quota").with("count", quota(tally.voters, poll.plan.seats));
    let stages = (1_usize..).zip(&tally.stages).filter_map(|(number, stage)| {
        let head = say(locale, &Message::new("poll-stage").with("stage", number));
        let told = told(locale, poll, stage, longest);
        (!told.is_empty()).then(|| Safe::join([head].into_iter().chain(told), " "))
    });
    std::iter::once(say(locale, &quota)).chain(stages).collect()
}

/// What happens in a stage: who is elected with how much, and what goes on.
fn told(locale: Locale, poll: &Poll, stage: &Stage, longest: usize) -> Vec<Safe> {
    let name = |place: u8| named(locale, poll, place).cut(longest);
    let with = |key: &'static str, place: u8| {
        let votes = Message::new(key).with("votes", votes(stage.count(place)));
        Safe::join([Safe::ours("**"), name(place), Safe::ours("** "), say(locale, &votes)], "")
    };
    let elected = stage.elected.iter().map(|place| with("poll-stage-elected", *place));
    let moved = stage
        .moved
        .map(|place| Safe::join([say(locale, &Message::new("poll-stage-moved")), name(place), Safe::ours(".")], ""));
    // Of what nobody voted for nothing goes on.
    let out = stage.out.filter(|place| stage.count(*place) > 0).map(|place| {
        let votes = Message::new("poll-stage-out").with("votes", votes(stage.count(place)));
        Safe::join([name(place), say(locale, &votes)], " ")
    });
    let lot = (!stage.drawn.is_empty()).then(|| say(locale, &Message::new("poll-stage-lot")));
    elected.chain(moved).chain(out).chain(lot).collect()
}

/// In ballots, with two decimals where they are no whole ones.
fn votes(value: u64) -> Arg {
    let places = if value.is_multiple_of(BALLOT) { 0 } else { 2 };
    Arg::Decimal(value as f64 / BALLOT as f64, places)
}
