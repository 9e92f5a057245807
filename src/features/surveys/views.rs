//! What people see of surveys: the builder, what is filled in, the post.

pub mod builder;
pub mod fill;
pub mod post;

use crate::clock::Timestamp;
use crate::discord::ui::custom_id::CustomId;
use crate::error::{Arg, Message};
use crate::i18n::{Locale, say};
use crate::ids::RoleId;
use crate::text::safe::Safe;

use super::{NAME, Survey};

/// An instant, as each reader's own clock shows it, and how far away it is.
pub fn instant(at: Timestamp) -> Message {
    Message::new("survey-instant").with("at", Arg::Time(at, 'F')).with("away", Arg::Time(at, 'R'))
}

/// "Survey #3".
pub fn name(survey: &Survey) -> Message {
    Message::new("survey-name").with("number", survey.number.to_string())
}

/// "#3 Our meetups".
pub fn titled(survey: &Survey) -> Message {
    let titled = Message::new("survey-titled").with("number", survey.number.to_string());
    titled.with("title", survey.title.as_str())
}

/// Who may answer.
pub fn audience(locale: Locale, roles: &[RoleId]) -> Safe {
    if roles.is_empty() {
        return say(locale, &Message::new("survey-for-everyone"));
    }
    let roles = roles.iter().map(|role| say(locale, &Message::new("survey-role").with("role", *role)));
    let mut text = say(locale, &Message::new("survey-for-roles"));
    text.push(&Safe::ours(" "));
    text.push(&Safe::join(roles, ", "));
    text
}

/// The name of a button, a menu or a form.
fn id(verb: &str, row: i64) -> CustomId {
    CustomId::new(NAME, verb, 1, row)
}

/// A line of small print.
fn small(text: &Safe) -> Safe {
    let mut line = Safe::ours("-# ");
    line.push(text);
    line
}
