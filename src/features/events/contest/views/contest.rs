//! The card of a contest: what it is about, until when, and the buttons to take part with.

use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::features::events::contest::{Contest, State};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{button, id, tell};

/// As everyone in the channel reads it.
pub fn card(locale: Locale, contest: &Contest) -> View {
    let plan = &contest.plan;
    let title = Message::new("contest-card").with("title", &plan.title);
    let moment =
        |key: &'static str, at| Message::new(key).with("at", Arg::Time(at, 'f')).with("ago", Arg::Time(at, 'R'));
    let mut lines = match contest.state {
        State::Open => vec![
            moment("contest-closes", plan.closes),
            Message::new("contest-how"),
            Message::new("contest-votes").with("count", i64::from(plan.votes)),
            Message::new("contest-hidden"),
        ],
        State::Closed => vec![moment("contest-was-closed", contest.closed.unwrap_or(plan.closes))],
    };
    if let Some(jury) = plan.jury.filter(|_| contest.state == State::Open) {
        lines.push(Message::new("contest-jury").with("role", jury));
    }
    if contest.state == State::Open && plan.review {
        lines.push(Message::new("contest-reviewed"));
    }
    if let Some(thread) = contest.thread.filter(|thread| *thread != plan.channel) {
        lines.push(Message::new("contest-thread").with("channel", thread));
    }
    let body = Safe::join(lines.iter().map(|line| say(locale, line)), "\n");
    let number = || contest.number.to_string();
    let footer = match contest.state {
        _ if contest.number == 0 => tell(locale, "contest-card-draft"),
        State::Open => say(locale, &Message::new("contest-name").with("number", number())),
        State::Closed => say(locale, &Message::new("contest-name-closed").with("number", number())),
    };
    let view = View::embed(Embed::titled(say(locale, &title)).description(body).footer(footer));
    // A draft has nothing yet that could be pressed.
    if contest.number == 0 { view } else { view.row(buttons(locale, contest)) }
}

fn buttons(locale: Locale, contest: &Contest) -> Vec<Button> {
    let row = contest.id.get();
    let submit = (contest.state == State::Open).then(|| button(locale, "contest-submit", id("submit", row)).primary());
    let others = [
        button(locale, "contest-entries", id("entries", row)),
        button(locale, "contest-mine", id("mine", row)),
        button(locale, "contest-manage", id("manage", row)),
    ];
    submit.into_iter().chain(others).collect()
}
