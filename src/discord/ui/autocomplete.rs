//! What is offered while a person types an option of a command.

use std::future::Future;

use serenity::all::{AutocompleteChoice, CreateAutocompleteResponse};

use crate::app::Context;
use crate::error::{Error, Message, Result};
use crate::i18n::{Locale, plain};
use crate::text::find::{Named, fits};
use crate::text::limits;
use crate::text::safe::visible;

/// What poise wants of a function that offers something: name it as the type of such a function.
pub type Autocomplete = CreateAutocompleteResponse;

/// One thing that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What the person reads; Discord knows no markdown there.
    pub label: String,
    /// What the option will hold.
    pub value: String,
}

impl Suggestion {
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

/// Those of these things that what was typed fits: each as `label` shows it, to be found again by its number.
pub fn named<'a, T: Named + 'a>(
    locale: Locale,
    typed: &str,
    things: impl IntoIterator<Item = &'a T>,
    label: impl Fn(&T) -> Message,
) -> Vec<Suggestion> {
    let fitting = things.into_iter().filter(|one| fits(typed, *one));
    fitting.map(|one| Suggestion::new(plain(locale, &label(one)), one.number().to_string())).collect()
}

/// Offers what `find` gives, at most 25. Where it fails nothing is offered: nobody can be told while
/// they are typing. Whoever may not use the command is offered nothing either, and `find` not asked.
pub async fn offer(ctx: Context<'_>, find: impl Future<Output = Result<Vec<Suggestion>>>) -> Autocomplete {
    let found = find.await.unwrap_or_else(|error| {
        if let Error::Fault(error) = error {
            ctx.data().report(&ctx.command().qualified_name, &error);
        }
        Vec::new()
    });
    // A value that was cut would be another one.
    let whole =
        found.into_iter().filter(|one| !one.label.is_empty() && limits::len_utf16(&one.value) <= limits::OPTION);
    let choices = whole.take(limits::OPTIONS).map(|one| {
        let label = visible(&one.label).replace('\n', " ");
        AutocompleteChoice::new(limits::cut(&label, limits::OPTION), one.value)
    });
    Autocomplete::new().set_choices(choices.collect())
}

/// What stands in another option of the same command so far.
pub fn typed<'a>(ctx: Context<'a>, option: &str) -> Option<&'a str> {
    let poise::Context::Application(ctx) = ctx else { return None };
    ctx.args.iter().find(|given| given.name == option).and_then(|given| match given.value {
        serenity::all::ResolvedValue::String(text) => Some(text),
        _ => None,
    })
}
