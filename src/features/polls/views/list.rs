//! Every poll of a server, those that are open first.

use crate::db::list::Listed;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages::Page;
use crate::discord::ui::view::{Embed, View};
use crate::error::{Arg, Message};
use crate::feature::few::ENOUGH_PEOPLE;
use crate::features::polls::rules::vote::disclosed;
use crate::features::polls::store::Headline;
use crate::features::polls::{NAME, Poll, State, Tally};
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

/// How much of a question is shown in a list.
const QUESTION: usize = 120;

/// A page of them.
pub fn list(locale: Locale, page: &Listed<Poll>) -> View {
    let title = say(locale, &Message::new("poll-list"));
    if page.rows.is_empty() {
        return View::embed(Embed::titled(title).description(say(locale, &Message::new("poll-list-empty"))));
    }
    let parts = page.rows.iter().map(|poll| line(locale, poll));
    let id = |number| CustomId::new(NAME, "list", 1, number);
    Page::of_rows(page.slice, parts).below(locale, Embed::titled(title), id)
}

fn line(locale: Locale, poll: &Poll) -> Safe {
    let plan = &poll.plan;
    let state = match poll.state {
        State::Scheduled => {
            Message::new("poll-list-scheduled").with("at", Arg::Time(plan.starts.unwrap_or(plan.closes), 'R'))
        }
        State::Open => Message::new("poll-list-open").with("at", Arg::Time(plan.closes, 'R')),
        State::Closed if poll.opened.is_none() => Message::new("poll-list-called-off"),
        State::Closed => closed(poll),
    };
    let line = Message::new("poll-list-line")
        .with("number", poll.number.to_string())
        .with("question", limits::cut(&plan.question, QUESTION))
        .with("channel", plan.channel)
        .with("state", state);
    let missing = poll
        .card
        .why
        .filter(|_| poll.state == State::Open)
        .map(|why| say(locale, &Message::new("poll-list-no-card").with("why", super::why(why))));
    Safe::join([Some(say(locale, &line)), missing].into_iter().flatten(), "\n")
}

fn closed(poll: &Poll) -> Message {
    let none = Tally::default();
    let tally = poll.tally.as_ref().unwrap_or(&none);
    let message = match disclosed(poll, tally) {
        Some(tally) => Message::new("poll-list-closed").with("voters", i64::try_from(tally.voters).unwrap_or(i64::MAX)),
        None => Message::new("poll-list-closed-few").with("few", ENOUGH_PEOPLE),
    };
    message.with("at", Arg::Time(poll.closed.unwrap_or(poll.plan.closes), 'R'))
}

/// A poll as it is offered while somebody types.
pub fn offered(poll: &Headline) -> Message {
    Message::new(match poll.state {
        State::Scheduled => "poll-offer-scheduled",
        State::Open => "poll-offer-open",
        State::Closed => "poll-offer-closed",
    })
    .with("number", poll.number.to_string())
    .with("question", &poll.question)
}
