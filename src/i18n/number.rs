//! Numbers as each language writes them: 1,204.5 in English, 1 204,5 in Russian (with a space that
//! does not break), 1.204,5 in Romanian.

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::fluent_bundle::types::{FluentNumber, FluentNumberOptions};

use super::Locale;

/// A whole number as Fluent takes it.
pub(super) fn whole(locale: Locale, number: i64) -> FluentValue<'static> {
    match romanian_stand_in(number.unsigned_abs()) {
        Some(stand_in) if locale == Locale::Ro => {
            let options = FluentNumberOptions { currency: Some(number.to_string()), ..FluentNumberOptions::default() };
            FluentValue::Number(FluentNumber::new(stand_in, options))
        }
        _ => FluentValue::from(number),
    }
}

/// A number below 100 with the plural form that a larger one has in Romanian.
///
/// intl_pluralrules 7.0.2 looks at the whole number where the rule looks at its last two digits: it
/// says "119 de cazuri" for "119 cazuri". The number itself travels in a field that is not used here.
fn romanian_stand_in(number: u64) -> Option<f64> {
    match (number, number % 100) {
        (..100, _) => None,
        (_, 1..=19) => Some(2.0),
        _ => Some(20.0),
    }
}

/// A number with decimals as Fluent takes it, rounded before, so that the plural form is that of the
/// number shown.
pub(super) fn decimal(number: f64, places: usize) -> FluentValue<'static> {
    let rounded = format!("{number:.places$}").parse().unwrap_or(number);
    let options = FluentNumberOptions { minimum_fraction_digits: Some(places), ..FluentNumberOptions::default() };
    FluentValue::Number(FluentNumber::new(rounded, options))
}

/// The text of a number; `None` for anything else, which Fluent writes itself.
pub(super) fn written(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(locale, number)),
        _ => None,
    }
}

fn grouped(locale: Locale, number: &FluentNumber) -> String {
    let (group, point) = match locale {
        Locale::En => (',', '.'),
        Locale::Ru => ('\u{a0}', ','),
        Locale::Ro => ('.', ','),
    };
    let plain = number.options.currency.clone().map_or_else(|| number.as_string(), Into::into);
    let (sign, digits) = plain.strip_prefix('-').map_or(("", &*plain), |digits| ("-", digits));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));

    let mut text = sign.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !part.is_empty() {
        text.push(point);
        text.push_str(part);
    }
    text
}
