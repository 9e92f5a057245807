//! The card of a poll: what is asked, how to vote, until when, who sees what; and the results, where
//! they are shown to everyone at any time.

use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::feature::few::ENOUGH_PEOPLE;
use crate::features::polls::rules::vote::{has_buttons, is_disclosed};
use crate::features::polls::{Ballot, Choice, Kind, Pick, Plan, Poll, Quorum, Results, State, Tally};
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

use super::{bars, id, option, roles};

/// The card as everyone in the channel reads it. `tally` is what has come out so far, and `voters` how
/// many have voted.
pub fn card(locale: Locale, poll: &Poll, tally: &Tally) -> View {
    let plan = &poll.plan;
    let shown = match (poll.state, plan.results) {
        (State::Open, Results::Live) if tally.voters > 0 => bars::bars(locale, poll, tally),
        _ => options(locale, plan),
    };
    let body = [Some(question(plan)), shown, Some(terms(locale, poll))].into_iter().flatten();
    let name = say(locale, &Message::new("poll-name").with("number", poll.number.to_string()));
    let embed = Embed::default().description(Safe::join(body, "\n\n"));
    let tell = |key| say(locale, &Message::new(key));
    let embed = match poll.state {
        // Of what is not there yet the preview says so itself.
        State::Scheduled => embed,
        State::Open => {
            let edited = poll.edited.map(|_| tell("poll-card-edited"));
            let parts = [voted(locale, poll, tally.voters), name].into_iter().chain(edited);
            embed.footer(Safe::join(parts, " · "))
        }
        State::Closed => {
            let parts = [tell("poll-card-closed"), voted(locale, poll, tally.voters), name];
            embed.footer(Safe::join(parts, " · "))
        }
    };
    let view = View::embed(embed);
    if poll.state == State::Open {
        view.row(ballot_buttons(locale, poll)).row(other_buttons(locale, poll))
    } else {
        view
    }
}

/// What is asked, as the first thing that is read.
pub fn question(plan: &Plan) -> Safe {
    Safe::join([Safe::ours("**"), Safe::escape(&plan.question), Safe::ours("**")], "")
}

/// "83 people voted", or that they are few where no more may be told.
pub fn voted(locale: Locale, poll: &Poll, voters: u64) -> Safe {
    let message = if is_disclosed(poll, voters) {
        Message::new("poll-voted").with("voters", i64::try_from(voters).unwrap_or(i64::MAX))
    } else {
        Message::new("poll-few").with("few", ENOUGH_PEOPLE)
    };
    say(locale, &message)
}

/// The options without any numbers of votes; of a rating there is nothing to read.
fn options(locale: Locale, plan: &Plan) -> Option<Safe> {
    if plan.kind == Kind::Rating {
        return None;
    }
    let lines = bars::fitting(bars::ROOM, |longest| {
        let line = |(place, choice): (u8, &Choice)| {
            let number = Message::new("poll-option").with("place", i64::from(place));
            Safe::join([say(locale, &number), option(locale, choice).cut(longest)], " ")
        };
        Safe::join((1_u8..).zip(&plan.options).map(line), "\n")
    });
    Some(lines)
}

/// How to vote, until when, who may, and who sees what.
fn terms(locale: Locale, poll: &Poll) -> Safe {
    let plan = &poll.plan;
    let mut lines: Vec<Message> = (poll.state != State::Closed).then(|| how(plan)).into_iter().collect();
    if let (Some(starts), State::Scheduled) = (plan.starts, poll.state) {
        lines.push(Message::new("poll-opens").with("at", Arg::Time(starts, 'F')).with("ago", Arg::Time(starts, 'R')));
    }
    if poll.state != State::Closed {
        let closes = Message::new("poll-closes");
        lines.push(closes.with("at", Arg::Time(plan.closes, 'F')).with("ago", Arg::Time(plan.closes, 'R')));
    }
    lines.extend(
        plan.series
            .filter(|_| poll.state != State::Closed)
            .map(|series| Message::new("poll-repeats").with("repeats", series.repeat.message())),
    );
    lines.extend(super::edit::question_before(poll));
    if !plan.voters.is_empty() {
        lines.push(Message::new("poll-for").with("roles", roles(&plan.voters)));
    }
    if plan.ages.member > 0 {
        lines.push(Message::new("poll-for-members").with("count", plan.ages.member));
    }
    if plan.ages.account > 0 {
        lines.push(Message::new("poll-for-accounts").with("count", plan.ages.account));
    }
    if plan.seats > 1 {
        let key = if plan.kind == Kind::Ranked { "poll-seats-ranked" } else { "poll-seats" };
        lines.push(Message::new(key).with("count", i64::from(plan.seats)));
    }
    lines.extend(plan.quorum.map(quorum));
    match plan.results {
        Results::Live => {}
        Results::AfterVote => lines.push(Message::new("poll-results-after-vote")),
        Results::AfterClose => lines.push(Message::new("poll-results-after-close")),
    }
    lines.push(Message::new(match (plan.kind, plan.ballot) {
        (Kind::Native, _) => "poll-ballot-native",
        (_, Ballot::Public) => "poll-ballot-public",
        (_, Ballot::NamedAfter) => "poll-ballot-named-after",
        (_, Ballot::Secret) => "poll-ballot-secret",
    }));
    Safe::join(lines.iter().map(|line| say(locale, line)), "\n")
}

fn how(plan: &Plan) -> Message {
    let Pick { min, max } = plan.pick;
    let many = |key: &'static str| Message::new(key).with("count", i64::from(max));
    match plan.kind {
        Kind::Rating => Message::new("poll-how-rating"),
        Kind::Ranked if min == max => many("poll-how-ranked-exactly"),
        Kind::Ranked if usize::from(max) < plan.options.len() => many("poll-how-ranked-most"),
        Kind::Ranked => Message::new("poll-how-ranked"),
        _ if max == 1 => Message::new("poll-how-single"),
        _ if min == max => many("poll-how-exactly"),
        _ if usize::from(max) < plan.options.len() => many("poll-how-most"),
        _ => Message::new("poll-how-multi"),
    }
}

/// "It counts only if 20 people vote".
pub fn quorum(quorum: Quorum) -> Message {
    match quorum {
        Quorum::People(count) => {
            Message::new("poll-quorum-people").with("count", i64::try_from(count).unwrap_or(i64::MAX))
        }
        Quorum::Percent(share) => Message::new("poll-quorum-percent").with("share", i64::from(share)),
    }
}

/// A button for each option, or *Vote* for the menu.
fn ballot_buttons(locale: Locale, poll: &Poll) -> Vec<Button> {
    let plan = &poll.plan;
    if !has_buttons(plan.kind, plan.options.len()) {
        return vec![Button::new(say(locale, &Message::new("poll-vote")), id("ballot", poll.id.get())).primary()];
    }
    let button = |(place, choice): (u8, &Choice)| {
        // The gallery has numbers only by its order, so the buttons carry them.
        let label = if plan.images > 0 { format!("{place}. {}", choice.label) } else { choice.label.clone() };
        Button::new(Safe::escape(&limits::cut(&label, limits::BUTTON_LABEL)), id("vote", poll.id.get()).arg(place))
    };
    (1_u8..).zip(&plan.options).map(button).collect()
}

fn other_buttons(locale: Locale, poll: &Poll) -> Vec<Button> {
    let mine = Button::new(say(locale, &Message::new("poll-mine")), id("mine", poll.id.get()));
    let results = Button::new(say(locale, &Message::new("poll-results")), id("results", poll.id.get()));
    match poll.plan.results {
        Results::AfterClose => vec![mine],
        Results::Live | Results::AfterVote => vec![mine, results],
    }
}
