//! The forms that people fill in.

use crate::discord::ui::view::{Field, Modal};
use crate::feature::draft::DraftId;
use crate::features::events::contest::rules::{LONGEST_LINK, LONGEST_REASON, LONGEST_TEXT, LONGEST_TITLE};
use crate::features::events::contest::{Contest, Entry, Words};
use crate::i18n::Locale;

use super::{id, tell};

/// An entry; with an image that waits for it.
pub fn submit(locale: Locale, contest: &Contest, upload: Option<DraftId>) -> Modal {
    let submitted = id("submitted", contest.id.get());
    let submitted = match upload {
        Some(upload) => submitted.arg(upload.to_string()),
        None => submitted,
    };
    entry(locale, Modal::new(submitted, tell(locale, "contest-form-submit")), &Words::default())
}

/// The same with what was typed before.
pub fn edit(locale: Locale, own: &Entry) -> Modal {
    entry(locale, Modal::new(id("edited", own.id.get()), tell(locale, "contest-form-edit")), &own.words)
}

fn entry(locale: Locale, form: Modal, words: &Words) -> Modal {
    let title = Field::line("title", tell(locale, "contest-form-title"), LONGEST_TITLE).value(&words.title);
    let text = Field::text("text", tell(locale, "contest-form-text"), LONGEST_TEXT).optional();
    let link = Field::line("link", tell(locale, "contest-form-link"), LONGEST_LINK).optional();
    form.field(title)
        .field(text.value(words.text.as_deref().unwrap_or_default()))
        .field(link.value(words.link.as_deref().unwrap_or_default()))
}

/// Why an entry is rejected.
pub fn reject(locale: Locale, entry: &Entry, arg: &str) -> Modal {
    let rejected = id("rejected", entry.id.get());
    let rejected = if arg.is_empty() { rejected } else { rejected.arg(arg) };
    let reason = Field::text("reason", tell(locale, "contest-form-reason"), LONGEST_REASON).optional();
    Modal::new(rejected, tell(locale, "contest-form-reject")).field(reason)
}
