//! The forms that staff fill in.

use crate::discord::ui::view::{Field, Modal};
use crate::features::feedback::rules::{LONGEST_TEXT, LONGEST_TITLE};
use crate::features::feedback::{Draft, ThemeChoice};
use crate::i18n::Locale;

use super::{id, tell};

/// The title of a new theme.
pub fn title(locale: Locale, draft: &Draft) -> Modal {
    let before = match &draft.spec.theme {
        Some(ThemeChoice::New(title)) => title.as_str(),
        Some(ThemeChoice::Known(_)) | None => "",
    };
    let field = Field::line("title", tell(locale, "feedback-form-title-of-theme"), LONGEST_TITLE)
        .placeholder(tell(locale, "feedback-form-title-hint"))
        .value(before);
    Modal::new(id("titled", draft.id.get()), tell(locale, "feedback-new-theme")).field(field)
}

/// What was said, in the words of staff.
pub fn words(locale: Locale, draft: &Draft) -> Modal {
    // The words of others are not to be passed off as one's own.
    let before = if draft.spec.is_quote { "" } else { draft.spec.text.as_str() };
    let field = Field::text("text", tell(locale, "feedback-form-words"), LONGEST_TEXT).value(before);
    Modal::new(id("worded", draft.id.get()), tell(locale, "feedback-form-words-title")).field(field)
}
