//! The forms that people fill in.

use crate::discord::ui::view::{Field, Modal};
use crate::features::ama::rules::asking::{LONGEST_CONTEXT, LONGEST_TEXT};
use crate::features::ama::rules::review::LONGEST_REASON;
use crate::features::ama::{Anonymity, Question, Session, Words};
use crate::i18n::Locale;
use crate::text::limits;

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

/// An answer; with what was answered before where it is changed.
pub fn answer(locale: Locale, question: &Question, before: Option<&str>) -> Modal {
    let verb = if before.is_some() { "changed" } else { "answered" };
    let text = Field::text("text", tell(locale, "ama-form-answer"), limits::INPUT);
    let form = Modal::new(id(verb, question.id.get()), tell(locale, "ama-form-answer-title"));
    form.field(text.value(before.unwrap_or_default()))
}
