//! A poll as Discord is to carry it out itself.

use crate::clock::Timestamp;
use crate::discord::ui::native_poll::NativePoll;
use crate::features::polls::Plan;
use crate::features::polls::rules::plan::native_hours;
use crate::i18n::Locale;
use crate::text::safe::Safe;

/// The poll as Discord is to carry it out.
pub fn poll(locale: Locale, plan: &Plan, now: Timestamp) -> NativePoll {
    NativePoll {
        question: Safe::escape(&plan.question),
        answers: plan.options.iter().map(|choice| super::option(locale, choice)).collect(),
        multi: plan.pick.max > 1,
        hours: u32::try_from(native_hours(now, plan.closes)).unwrap_or(u32::MAX),
    }
}
