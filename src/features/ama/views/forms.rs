//! The forms that people fill in.

use crate::discord::ui::view::{Field, Modal};
use crate::features::ama::rules::asking::{LONGEST_CONTEXT, LONGEST_TEXT};
use crate::features::ama::rules::review::LONGEST_REASON;
use crate::features::ama::rules::{recording, tags};
use crate::features::ama::{Anonymity, Question, Session, Words};
use crate::i18n::Locale;
use crate::text::limits;
use crate::text::safe::Safe;

use super::{id, tell};

/// A question, by name or without.
pub fn ask(locale: Locale, session: &Session, shown: Anonymity, arg: &str) -> Modal {
    let title = tell(locale, if shown == Anonymity::Named { "ama-form-ask" } else { "ama-form-ask-anonymously" });
    let asked = id("asked", session.id.get());
    let asked = if arg.is_empty() { asked } else { asked.arg(arg) };
    question(locale, Modal::new(asked, title), None)
}

/// The same with what was typed before.
pub fn edit(locale: Locale, own: &Question) -> Modal {
    let form = Modal::new(id("edited", own.id.get()), tell(locale, "ama-form-edit"));
    question(locale, form, Some(&own.words))
}

fn question(locale: Locale, form: Modal, words: Option<&Words>) -> Modal {
    let text = Field::text("text", tell(locale, "ama-form-question"), LONGEST_TEXT);
    let context = Field::text("context", tell(locale, "ama-form-context"), LONGEST_CONTEXT).optional();
    let Some(Words { text: asked, context: more }) = words else { return form.field(text).field(context) };
    form.field(text.value(asked)).field(context.value(more.as_deref().unwrap_or_default()))
}

/// Why a question is rejected.
pub fn reject(locale: Locale, question: &Question, arg: &str) -> Modal {
    let rejected = id("rejected", question.id.get());
    let rejected = if arg.is_empty() { rejected } else { rejected.arg(arg) };
    let reason = Field::text("reason", tell(locale, "ama-form-reason"), LONGEST_REASON).optional();
    Modal::new(rejected, tell(locale, "ama-form-reject")).field(reason)
}

/// What is written in the form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answering {
    /// It is posted.
    Answer,
    /// It is kept until its host posts it.
    Prepare,
    /// What was posted is changed.
    Change,
}

/// An answer, with what was written before.
pub fn answer(locale: Locale, question: &Question, answering: Answering, before: Option<&str>) -> Modal {
    let (verb, title) = match answering {
        Answering::Answer => ("answered", "ama-form-answer-title"),
        Answering::Prepare => ("prepared", "ama-form-prepare"),
        Answering::Change => ("changed", "ama-form-answer-title"),
    };
    let text = Field::text("text", tell(locale, "ama-form-answer"), limits::INPUT);
    let form = Modal::new(id(verb, question.id.get()), tell(locale, title));
    form.field(text.value(before.unwrap_or_default()))
}

/// What a question is filed under.
pub fn tag(locale: Locale, question: &Question, arg: &str) -> Modal {
    let tagged = id("tagged", question.id.get());
    let tagged = if arg.is_empty() { tagged } else { tagged.arg(arg) };
    let tags = Field::line("tags", tell(locale, "ama-form-tags"), tags::LONGEST_LINE).optional();
    let tags = tags.placeholder(tell(locale, "ama-form-tags-example")).value(question.tags.join(", "));
    Modal::new(tagged, tell(locale, "ama-form-tag")).field(tags)
}

/// The address of a recording, with the one that was given before.
pub fn recording(locale: Locale, session: &Session) -> Modal {
    let address = Field::line("address", tell(locale, "ama-form-address"), recording::LONGEST).optional();
    let address = address.placeholder(Safe::ours("https://…")).value(session.recording.as_deref().unwrap_or_default());
    Modal::new(id("recorded", session.id.get()), tell(locale, "ama-form-recording")).field(address)
}
