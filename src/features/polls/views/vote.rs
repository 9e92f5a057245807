//! What somebody sees of their own vote, they alone: what it is now, who sees it, the menus in which it
//! is made, and how to take it back.

use crate::discord::ui::view::{Button, Embed, Select, SelectOption as Line, View};
use crate::error::Message;
use crate::features::polls::rules::vote::is_complete;
use crate::features::polls::{Ballot, Choice, Kind, Plan, Poll, Tally};
use crate::i18n::{Locale, say};
use crate::ids::{ChannelId, MessageId};
use crate::text::safe::Safe;

use super::{bars, id, options};

/// What their ballot is now; with the results so far, where they may see them.
pub fn ballot(locale: Locale, poll: &Poll, ballot: &[u8], so_far: Option<&Tally>) -> View {
    let (plan, tell) = (&poll.plan, |message: &Message| say(locale, message));
    if ballot.is_empty() {
        return with_results(View::text(tell(&Message::new("poll-no-vote-yet"))), locale, poll, so_far);
    }
    let text = Safe::join([tell(&is(poll, ballot)), bold(locale, poll, ballot), tell(&seen_by(plan.ballot))], "\n");
    with_results(View::text(text), locale, poll, so_far).row(vec![withdraw(locale, poll)])
}

/// What a ballot is worth as it stands.
fn is(poll: &Poll, ballot: &[u8]) -> Message {
    let Plan { pick, kind, .. } = &poll.plan;
    let key = match (is_complete(*pick, ballot), kind) {
        (false, _) => "poll-vote-incomplete",
        (true, Kind::Ranked) => "poll-vote-ranked",
        (true, _) => "poll-vote-is",
    };
    let chosen = i64::try_from(ballot.len()).unwrap_or(i64::MAX);
    Message::new(key).with("chosen", chosen).with("count", i64::from(pick.min))
}

/// The vote was taken back.
pub fn withdrawn(locale: Locale, poll: &Poll) -> View {
    View::text(say(locale, &Message::new("poll-withdrawn").with("question", poll.plan.question.as_str())))
}

/// In the place of a card for which another one was posted: where that one is.
pub fn old_card(locale: Locale, poll: &Poll, (channel, message): (ChannelId, MessageId)) -> View {
    let moved = say(locale, &Message::new("poll-old-card").with("number", poll.number.to_string()));
    let link = format!("https://discord.com/channels/{}/{channel}/{message}", poll.plan.guild);
    View::text(Safe::join([moved, Safe::ours(link)], " "))
}

/// The menu of a poll with more options than buttons.
pub fn menu(locale: Locale, poll: &Poll, ballot: &[u8]) -> View {
    let plan = &poll.plan;
    let key = if plan.pick.min > 1 { "poll-menu-exactly" } else { "poll-menu" };
    let placeholder = say(locale, &Message::new(key).with("count", i64::from(plan.pick.max)));
    let line = |(place, choice): (u8, &Choice)| {
        Line::new(place.to_string(), Safe::escape(&choice.label)).chosen(ballot.contains(&place))
    };
    let select = Select::new(id("choose", poll.id.get()), placeholder);
    let lines = (1_u8..).zip(&plan.options).map(line);
    let select = lines.fold(select, Select::option).between(plan.pick.min.into(), plan.pick.max.into());
    let text = say(locale, &seen_by(plan.ballot));
    let view = View::text(Safe::join([super::card::question(plan), text], "\n")).select(select);
    if ballot.is_empty() { view } else { view.row(vec![withdraw(locale, poll)]) }
}

/// A ranking in the making: the menu offers what is left for the next rank, from 0 on.
pub fn ranking(locale: Locale, poll: &Poll, ballot: &[u8], next: usize) -> View {
    let plan = &poll.plan;
    let ranks = (1_i64..).zip(ballot).map(|(rank, place)| {
        let rank = say(locale, &Message::new("poll-option").with("place", rank));
        Safe::join([rank, options(locale, plan, &[*place])], " ")
    });
    let so_far = match ballot {
        [] if plan.pick.min > 1 => {
            say(locale, &Message::new("poll-ranking-none-exactly").with("count", i64::from(plan.pick.min)))
        }
        [] => say(locale, &Message::new("poll-ranking-none")),
        _ => Safe::join([say(locale, &is(poll, ballot))].into_iter().chain(ranks), "\n"),
    };
    let text = [super::card::question(plan), so_far, say(locale, &seen_by(plan.ballot))];
    let view = View::text(Safe::join(text, "\n"));
    let most = plan.options.len().min(plan.pick.max.into());
    let view = if next < most { view.select(next_rank(locale, poll, ballot, next)) } else { view };
    if ballot.is_empty() {
        return view;
    }
    let again = Button::new(say(locale, &Message::new("poll-ranking-again")), id("ranking", poll.id.get()));
    view.row(vec![again, withdraw(locale, poll)])
}

fn next_rank(locale: Locale, poll: &Poll, ballot: &[u8], next: usize) -> Select {
    let rank = i64::try_from(next).unwrap_or(0);
    let above = ballot.get(..next).unwrap_or(ballot);
    let placeholder = say(locale, &Message::new("poll-ranking-next").with("rank", rank + 1));
    let left = (1_u8..).zip(&poll.plan.options).filter(|(place, _)| !above.contains(place));
    let lines = left.map(|(place, choice)| Line::new(place.to_string(), Safe::escape(&choice.label)));
    lines.fold(Select::new(id("rank", poll.id.get()).arg(rank), placeholder), Select::option)
}

fn bold(locale: Locale, poll: &Poll, ballot: &[u8]) -> Safe {
    let separator = if poll.plan.kind == Kind::Ranked { " › " } else { ", " };
    let named = ballot.iter().map(|place| options(locale, &poll.plan, &[*place]));
    Safe::join([Safe::ours("**"), Safe::join(named, separator), Safe::ours("**")], "")
}

/// Who can see how they voted.
fn seen_by(ballot: Ballot) -> Message {
    Message::new(match ballot {
        Ballot::Public => "poll-seen-public",
        Ballot::NamedAfter => "poll-seen-named-after",
        Ballot::Secret => "poll-seen-secret",
    })
}

fn withdraw(locale: Locale, poll: &Poll) -> Button {
    Button::new(say(locale, &Message::new("poll-withdraw")), id("withdraw", poll.id.get()))
}

fn with_results(view: View, locale: Locale, poll: &Poll, so_far: Option<&Tally>) -> View {
    let Some(tally) = so_far else { return view };
    let bars = bars::bars(locale, poll, tally);
    let embed = Embed::titled(say(locale, &Message::new("poll-so-far")));
    let footer = super::card::voted(locale, poll, tally.voters);
    View { embeds: vec![bars.into_iter().fold(embed, Embed::description).footer(footer)], ..view }
}
