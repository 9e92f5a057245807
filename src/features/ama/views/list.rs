//! Every session of a server, those that take questions first.

use crate::db::list::Listed;
use crate::discord::outbox::OrderState;
use crate::discord::ui::pages::Page;
use crate::discord::ui::view::{Embed, View};
use crate::error::{Arg, Message};
use crate::feature::card::Card;
use crate::features::ama::closing::Closed;
use crate::features::ama::rules::series::Series;
use crate::features::ama::store::sessions::Headline;
use crate::features::ama::{Session, State};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::id;

/// A page of them, each with its prompt.
pub fn list(locale: Locale, page: &Listed<Session>, prompts: &[Card]) -> View {
    let title = say(locale, &Message::new("ama-list"));
    if page.rows.is_empty() {
        return View::embed(Embed::titled(title).description(say(locale, &Message::new("ama-list-empty"))));
    }
    let parts = page.rows.iter().zip(prompts).map(|(session, prompt)| line(locale, session, prompt));
    Page::of_rows(page.slice, parts).below(locale, Embed::titled(title), |number| id("list", number))
}

fn line(locale: Locale, session: &Session, prompt: &Card) -> Safe {
    let plan = &session.plan;
    let state = match session.state {
        State::Scheduled => {
            Message::new("ama-list-scheduled").with("at", Arg::Time(plan.starts.unwrap_or(plan.closes), 'R'))
        }
        State::Open => Message::new("ama-list-open").with("at", Arg::Time(plan.closes, 'R')),
        State::Closed => Message::new("ama-list-closed")
            .with("at", Arg::Time(session.closed.unwrap_or(plan.closes), 'R'))
            .with("answered", session.statistics.map_or(0, |statistics| statistics.answered))
            .with("questions", session.statistics.map_or(0, |statistics| statistics.questions)),
    };
    let repeats = plan.series.filter(|_| session.state != State::Closed).map(Series::message);
    let line = Message::new("ama-list-line")
        .with("number", session.number.to_string())
        .with("title", &plan.title)
        .with("channel", plan.channel)
        .with("state", state);
    let missing = prompt
        .why
        .filter(|_| session.state != State::Closed)
        .map(|why| Message::new("ama-list-no-prompt").with("why", why.message_with("ama-why-gone", "ama-again")));
    let line = Safe::join([Some(line), repeats].into_iter().flatten().map(|part| say(locale, &part)), " · ");
    Safe::join([line].into_iter().chain(missing.map(|line| say(locale, &line))), "\n")
}

/// A session as it is offered while somebody types.
pub fn offered(session: &Headline) -> Message {
    Message::new(match session.state {
        State::Scheduled => "ama-offer-scheduled",
        State::Open => "ama-offer-open",
        State::Closed => "ama-offer-closed",
    })
    .with("number", session.number.to_string())
    .with("title", &session.title)
}

/// What became of *repost*.
pub fn posted_again(locale: Locale, session: &Session, state: OrderState) -> View {
    let key = match state {
        OrderState::Done => "ama-reposted",
        OrderState::StillOnItsWay => "ama-reposted-soon",
        OrderState::Failed(_) | OrderState::Unknown => "ama-reposted-not",
    };
    View::text(say(locale, &Message::new(key).with("channel", session.plan.channel)))
}

/// A session was closed: whether a transcript follows, what nobody has reviewed, and the next one of its series.
pub fn closed(locale: Locale, session: &Session, closed: &Closed) -> View {
    let key = match (closed.has_begun, closed.has_transcript) {
        (true, _) => "ama-closed-now",
        (false, true) => "ama-called-off-asked",
        (false, false) => "ama-called-off",
    };
    let told = Message::new(key).with("title", &session.plan.title).with("number", session.number.to_string());
    let unreviewed = (closed.unreviewed > 0).then(|| {
        Message::new("ama-closed-unreviewed")
            .with("count", closed.unreviewed)
            .with("until", Arg::Time(closed.until, 'f'))
    });
    let next = closed.next.map(|next| Message::new("ama-next-one").with("at", Arg::Time(next, 'f')));
    let lines = [Some(told), unreviewed, next].into_iter().flatten();
    View::text(Safe::join(lines.map(|line| say(locale, &line)), "\n"))
}

/// A session was changed; `notes` are what whoever did it should know of what they typed.
pub fn edited(locale: Locale, session: &Session, notes: Vec<Message>) -> View {
    let plan = &session.plan;
    let closes = Message::new("ama-edited").with("title", &plan.title).with("closes", Arg::Time(plan.closes, 'f'));
    let starts = plan.starts.filter(|_| session.state == State::Scheduled);
    let starts = starts.map(|starts| Message::new("ama-edited-starts").with("starts", Arg::Time(starts, 'f')));
    let lines = [Some(closes), starts].into_iter().flatten().chain(notes);
    View::text(Safe::join(lines.map(|line| say(locale, &line)), "\n"))
}
