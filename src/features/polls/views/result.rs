//! What came out of a poll: the post that everyone reads after its close, and what can be seen before.
//!
//! Both are made of the same lines. Of a secret poll in which few have voted only the winner is shown:
//! counts would tell who voted how.

use crate::discord::outbox::Why;
use crate::discord::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::features::polls::rules::quorum;
use crate::features::polls::rules::tally::{mean, median};
use crate::features::polls::rules::vote::{FEW, LATE, may_see_votes};
use crate::features::polls::{Ballot, Kind, Poll, Quorum, State, Tally};
use crate::i18n::{Locale, Span, say};
use crate::text::safe::Safe;

use super::{bars, card, chart, runoff};

/// So many equal options are named; of more only their number is told.
const NAMED: usize = 5;
/// How much of the name of an option stands in a sentence.
const NAME: usize = 60;

/// The post with the result of a closed poll: everyone in the channel reads it.
pub fn posted(locale: Locale, poll: &Poll) -> View {
    let title = Message::new("poll-result-title").with("number", poll.number.to_string());
    let Some(tally) = &poll.tally else { return View::embed(Embed::titled(say(locale, &title))) };
    let outcome = Safe::join(outcome(locale, poll, tally), "\n");
    let bars = shown(poll, tally).and_then(|tally| bars::bars(locale, poll, tally));
    let facts = voters(poll, tally).into_iter().chain(closed(poll)).chain(ballot(poll));
    let facts = Safe::join(facts.map(|fact| say(locale, &fact)), "\n");
    let body = [Some(card::question(&poll.plan)), Some(outcome), bars, Some(facts)];
    let text = Safe::join(body.into_iter().flatten(), "\n\n");
    let mut view = View::embed(Embed::titled(say(locale, &title)).description(text));
    let open = shown(poll, tally);
    view.embeds.extend(open.and_then(|tally| runoff::rounds(locale, poll, tally)));
    view.files.extend(open.and_then(|tally| chart::picture(locale, poll, tally)));
    view
}

/// The results as far as they are known now, for somebody who may see them.
pub fn so_far(locale: Locale, poll: &Poll, tally: &Tally) -> View {
    if poll.state == State::Closed {
        return posted(locale, poll);
    }
    let title = Message::new("poll-result-so-far").with("number", poll.number.to_string());
    let facts = voters(poll, tally).into_iter().chain(rating(poll, tally));
    let facts = Safe::join(facts.map(|fact| say(locale, &fact)), "\n");
    let bars = shown(poll, tally).and_then(|tally| bars::bars(locale, poll, tally));
    let body = [Some(card::question(&poll.plan)), bars, Some(facts)];
    let text = Safe::join(body.into_iter().flatten(), "\n\n");
    View::embed(Embed::titled(say(locale, &title)).description(text))
}

/// The same for the team, where the post cannot stand in its channel.
pub fn fallen_back(locale: Locale, poll: &Poll, why: Why) -> View {
    let told = Message::new("poll-fallback").with("channel", poll.plan.channel).with("why", super::why(why));
    View { content: Some(say(locale, &told)), ..posted(locale, poll) }
}

/// The counts, where they may be seen: not those of a few secret ballots.
pub fn shown<'t>(poll: &Poll, tally: &'t Tally) -> Option<&'t Tally> {
    (poll.plan.ballot != Ballot::Secret || tally.voters >= FEW).then_some(tally)
}

/// What has won and whether it holds, in a sentence or two.
pub fn outcome(locale: Locale, poll: &Poll, tally: &Tally) -> Vec<Safe> {
    let tell = |message: Message| say(locale, &message);
    if tally.voters == 0 {
        return vec![tell(Message::new("poll-result-nobody"))];
    }
    let mut lines = Vec::new();
    if quorum_is(poll, tally) == Some(false) {
        lines.extend(poll.plan.quorum.map(|quorum| tell(with_quorum("poll-result-quorum-missed", quorum))));
        lines.push(winners(locale, poll, tally, false));
    } else if let Some(rating) = rating(poll, tally) {
        lines.push(tell(rating));
    } else {
        lines.push(winners(locale, poll, tally, true));
    }
    lines
}

/// What is ahead; `holds`: and has won with it.
fn winners(locale: Locale, poll: &Poll, tally: &Tally, holds: bool) -> Safe {
    let name = |place: &u8| {
        let named = super::options(locale, &poll.plan, &[*place]).cut(NAME);
        Safe::join([Safe::ours("**"), named, Safe::ours("**")], "")
    };
    let tell = |key: &'static str| say(locale, &Message::new(key));
    let with = |start: Safe, end: Safe| Safe::join([start, end], " ");
    match tally.winners.as_slice() {
        [] => tell("poll-result-nobody"),
        [alone] if !holds => with(tell("poll-result-most"), name(alone)),
        [alone] => {
            let rounds = tally.rounds.len();
            let message = match (runoff::lot(tally), poll.plan.kind) {
                (Some(_), _) => Message::new("poll-result-won-by-lot"),
                (None, Kind::Ranked) if rounds > 1 => Message::new("poll-result-won-later").with("rounds", rounds),
                (None, Kind::Ranked) => Message::new("poll-result-won-at-once"),
                (None, _) => Message::new("poll-result-won"),
            };
            with(name(alone), say(locale, &message))
        }
        several if several.len() > NAMED => {
            say(locale, &Message::new("poll-result-many-equal").with("count", several.len()))
        }
        several => with(tell("poll-result-equal"), Safe::join(several.iter().map(name), ", ")),
    }
}

/// The mean of a rating; `None` of everything else.
fn rating(poll: &Poll, tally: &Tally) -> Option<Message> {
    if poll.plan.kind != Kind::Rating || shown(poll, tally).is_none() {
        return None;
    }
    let middle = median(tally)?;
    let places = usize::from(middle.fract() != 0.0);
    let message = Message::new("poll-result-mean").with("mean", Arg::Decimal(mean(tally)?, 1));
    Some(message.with("median", Arg::Decimal(middle, places)))
}

/// Whether enough have voted, where that was asked for and is known.
fn quorum_is(poll: &Poll, tally: &Tally) -> Option<bool> {
    quorum::reached(poll.plan.quorum?, tally.voters, poll.eligible)
}

fn with_quorum(key: &'static str, quorum: Quorum) -> Message {
    Message::new(key).with(
        "quorum",
        match quorum {
            Quorum::People(count) => Message::new("poll-result-people").with("count", count),
            Quorum::Percent(share) => Message::new("poll-bar-percent").with("percent", i64::from(share)),
        },
    )
}

/// How many have voted, of how many where that was limited, and whether they were enough.
pub fn voters(poll: &Poll, tally: &Tally) -> Vec<Message> {
    let plan = &poll.plan;
    let mut lines = Vec::new();
    if tally.voters > 0 && shown(poll, tally).is_none() {
        lines.push(Message::new("poll-result-few").with("few", FEW));
    } else if tally.voters > 0 || poll.state != State::Closed {
        let is_limited = !plan.voters.is_empty() || plan.quorum.is_some();
        lines.push(turnout(tally.voters, poll.eligible.filter(|_| is_limited)));
    }
    if let Some(quorum) = plan.quorum {
        match quorum_is(poll, tally) {
            Some(true) => lines.push(with_quorum("poll-result-quorum-reached", quorum)),
            None => lines.push(with_quorum("poll-result-quorum-unknown", quorum)),
            Some(false) if poll.state == State::Closed => {}
            Some(false) => lines.push(with_quorum("poll-result-quorum-open", quorum)),
        }
    }
    lines
}

/// "Turnout 55 %: 83 of the 150 people who could vote did", or "83 people voted".
fn turnout(voters: u64, eligible: Option<u64>) -> Message {
    /// From so many on a share is written in percent.
    const ENOUGH: u64 = 10;
    let Some(eligible) = eligible else { return Message::new("poll-result-voters").with("voters", voters) };
    let message = match quorum::turnout(voters, Some(eligible)) {
        Some(percent) if eligible >= ENOUGH => Message::new("poll-result-turnout").with("percent", percent),
        Some(_) => Message::new("poll-result-part"),
        None => Message::new("poll-result-more"),
    };
    message.with("voters", voters).with("eligible", eligible)
}

/// When it was closed and by whom, and whether that was late.
fn closed(poll: &Poll) -> Option<Message> {
    let (at, due) = (poll.closed?, poll.plan.closes);
    let late = at.since(due);
    let message = match poll.closed_by {
        Some(member) => Message::new("poll-result-closed-by").with("member", member),
        None if late >= i64::try_from(LATE.as_millis()).unwrap_or(i64::MAX) => {
            let span = Span::of_seconds(late as f64 / 1_000.0).message();
            Message::new("poll-result-closed-late").with("due", Arg::Time(due, 'F')).with("late", span)
        }
        None => Message::new("poll-result-closed"),
    };
    Some(message.with("at", Arg::Time(at, 'F')))
}

/// Who can find out who voted for what.
fn ballot(poll: &Poll) -> Option<Message> {
    match (poll.plan.kind, poll.plan.ballot) {
        (Kind::Native, _) => None,
        (_, Ballot::Public | Ballot::NamedAfter) => Some(Message::new("poll-result-open-ballot")),
        (_, Ballot::Secret) => Some(Message::new("poll-result-secret-ballot")),
    }
}

/// What `/poll results` answers: the same, with who voted for what where that may be known, and *Post
/// again* where the result does not stand in its channel.
pub fn looked_up(locale: Locale, poll: &Poll, tally: &Tally) -> View {
    let who = may_see_votes(poll).is_ok() && tally.voters > 0 && poll.plan.kind != Kind::Native;
    let who = who.then(|| Button::new(say(locale, &Message::new("poll-who")), super::id("who", poll.id.get())));
    let again = (poll.state == State::Closed && poll.result.why.is_some()).then(|| super::again(locale, poll.id));
    so_far(locale, poll, tally).row(who.into_iter().chain(again).collect())
}
