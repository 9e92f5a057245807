//! The language a person last used Steward in: for notices, which reach them when nobody knows what
//! their Discord is set to now.
//!
//! It is noted when an interaction shows another language than the one on record, after the answer,
//! so that nobody waits for it and an ordinary interaction writes nothing.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use serenity::all::Interaction;
use sqlx::SqliteExecutor;

use crate::app::App;
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ids::MemberId;

use super::{failure, store};

/// How many people are remembered; then it begins anew, and each costs a look into the database.
const REMEMBERED: usize = 20_000;

/// What is known to stand in the database.
#[derive(Debug, Default)]
pub struct Readers(Mutex<HashMap<MemberId, Locale>>);

impl Readers {
    fn knows(&self, reader: Reader) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&reader.member) == Some(&reader.locale)
    }

    fn remember(&self, reader: Reader) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED && !known.contains_key(&reader.member) {
            known.clear();
        }
        known.insert(reader.member, reader.locale);
    }
}

/// A person and the language Steward speaks to them in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    pub member: MemberId,
    pub locale: Locale,
}

impl Reader {
    /// Whoever did something, in the language they are answered in.
    pub fn of(interaction: &Interaction) -> Option<Self> {
        let (user, code) = match interaction {
            Interaction::Command(one) | Interaction::Autocomplete(one) => (&one.user, &one.locale),
            Interaction::Component(one) => (&one.user, &one.locale),
            Interaction::Modal(one) => (&one.user, &one.locale),
            _ => return None,
        };
        Some(Self { member: user.id.into(), locale: Locale::from_discord(code).unwrap_or_default() })
    }
}

/// The language of a person, if they have ever used Steward.
///
/// # Errors
/// Fault, if the database does not answer.
pub async fn locale(db: impl SqliteExecutor<'_>, member: MemberId) -> Result<Option<Locale>> {
    store::reader(db, member).await
}

/// Notes the language somebody was answered in, if another one stands on record.
pub async fn note(app: &App, reader: Reader) {
    let readers = &app.discord.readers;
    if readers.knows(reader) {
        return;
    }
    match write(app, reader).await {
        Ok(()) => readers.remember(reader),
        // A busy or full disk: the next time will do.
        Err(Error::Told(_)) => {}
        Err(Error::Fault(error)) => drop(failure::report(app, "reader", &error)),
    }
}

async fn write(app: &App, reader: Reader) -> Result<()> {
    if locale(app.db.read(), reader.member).await? == Some(reader.locale) {
        return Ok(());
    }
    let now = app.clock.now();
    app.db.write_later(async move |tx| store::set_reader(tx, reader, now).await).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_of_readers_does_not_fill_the_memory() {
        let readers = Readers::default();
        let reader = |id| Reader { member: MemberId(id), locale: Locale::Ro };
        for id in 0..50_000 {
            readers.remember(reader(id));
        }
        assert!(readers.0.lock().unwrap().len() <= REMEMBERED);
        assert!(readers.knows(reader(49_999)));
        assert!(!readers.knows(reader(1)));
        assert!(!readers.knows(Reader { locale: Locale::En, ..reader(49_999) }));
    }
}
