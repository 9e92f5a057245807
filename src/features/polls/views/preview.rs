//! The preview of a poll, which only its author sees: the card as it will be, what follows from
//! publishing it, and the ways to change it.

use crate::discord::picker::{Offers, Picker};
use crate::discord::view::{Button, Field, Form, View};
use crate::error::{Arg, Message};
use crate::features::polls::rules::tally::tally;
use crate::features::polls::{Ballot, Kind, Poll, State};
use crate::i18n::{Locale, say};
use crate::ids::PollId;
use crate::text::limits;
use crate::text::safe::Safe;

use super::{card, id};

/// So many characters fit into the form of options.
const OPTIONS: usize = 4_000;
/// So many roles can be chosen to vote.
const ROLES: usize = 25;

/// What its author should know before it is published, a line each.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Notes {
    /// What was taken of the times that they typed.
    pub times: Vec<Message>,
    /// Who is called, and how many people that is.
    pub ping: Option<Message>,
    /// Why it cannot be published as it is.
    pub wrong: Vec<Message>,
}

/// The preview, in the author's language; the card will be in the server's.
pub fn preview(locale: Locale, server: Locale, poll: &Poll, notes: &Notes) -> View {
    let plan = &poll.plan;
    let none = tally(plan.kind, plan.options.len(), plan.pick, &[], 0);
    let mut lines = vec![Message::new("poll-preview").with("channel", plan.channel)];
    lines.extend(notes.times.iter().cloned());
    lines.extend(notes.ping.clone());
    if plan.images > 0 {
        lines.push(Message::new("poll-preview-images").with("count", i64::from(plan.images)));
    }
    if plan.ballot == Ballot::Secret {
        lines.push(Message::new("poll-preview-secret"));
    }
    lines.extend(notes.wrong.iter().cloned());
    let content = Safe::join(lines.iter().map(|line| say(locale, line)), "\n");
    let mut buttons = Vec::new();
    let button = |key: &'static str, verb: &str| Button::new(say(locale, &Message::new(key)), id(verb, poll.id));
    if notes.wrong.is_empty() {
        buttons.push(button("poll-publish", "publish").success());
    }
    if plan.kind != Kind::Rating && plan.options.iter().all(|choice| choice.at.is_none()) {
        buttons.push(button("poll-edit-options", "edit"));
    }
    buttons.push(button("poll-cancel", "cancel"));
    let view = View { content: Some(content), ..card::card(server, poll, &none) };
    let view = if plan.kind == Kind::Native { view } else { view.picker(voters(locale, poll)) };
    view.row(buttons)
}

fn voters(locale: Locale, poll: &Poll) -> Picker {
    let chosen = poll.plan.voters.clone();
    Picker {
        id: id("voters", poll.id),
        placeholder: say(locale, &Message::new("poll-voters")),
        offers: Offers::Roles { chosen, most: ROLES },
    }
}

/// Asks for the options, one in a line; `typed` are those that there are.
pub fn form(locale: Locale, poll: PollId, typed: &[String]) -> Form {
    let tell = |key: &'static str| say(locale, &Message::new(key));
    let field = Field::text("options", tell("poll-options-label"), OPTIONS).placeholder(tell("poll-options-hint"));
    let field = Field { value: limits::cut(&typed.join("\n"), OPTIONS), ..field };
    Form::new(id("options", poll), tell("poll-options-title")).field(field)
}

/// What was published: where, or when it opens, or why it could not.
pub fn published(locale: Locale, poll: &Poll) -> View {
    let number = poll.number.unwrap_or_default().to_string();
    let told = |key: &'static str| {
        Message::new(key).with("number", number.as_str()).with("channel", poll.plan.channel)
    };
    let (message, again) = match (poll.state, poll.card.why, poll.plan.starts) {
        (State::Scheduled, _, Some(starts)) => {
            (told("poll-scheduled").with("at", Arg::Time(starts, 'F')).with("ago", Arg::Time(starts, 'R')), false)
        }
        (_, Some(why), _) => (told("poll-not-posted").with("why", super::why(why)), true),
        (State::Open, None, _) => (told("poll-opened"), false),
        _ => (told("poll-opening"), false),
    };
    let view = View::text(say(locale, &message));
    if again { view.row(vec![super::again(locale, poll.id)]) } else { view }
}

/// Nothing comes of the draft.
pub fn cancelled(locale: Locale) -> View {
    View::text(say(locale, &Message::new("poll-cancelled")))
}
