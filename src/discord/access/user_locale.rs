//! The language a person last used Steward in: for notices, which reach them when nobody knows what
//! their Discord is set to now.
//!
//! It is noted when an interaction shows another language than the one on record, or the first for a
//! month, after the answer, so that nobody waits for it and an ordinary interaction writes nothing.

pub(super) mod store;

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use sqlx::SqliteExecutor;

use crate::clock::Timestamp;
use crate::db::Db;
use crate::error::Result;
use crate::i18n::Locale;
use crate::ids::{InteractionId, MemberId};

/// How many people are remembered; then it begins anew, and each costs a look into the database.
const REMEMBERED: usize = 20_000;
/// How exactly it is known when somebody last used Steward: what nobody uses any more is removed.
const FRESH: Duration = Duration::from_hours(30 * 24);

/// What is known to stand in the database.
#[derive(Debug, Default)]
pub struct UserLocales {
    known: Mutex<HashMap<MemberId, (Locale, Timestamp)>>,
    /// Interactions under way that are not noted, whoever is in them.
    left_out: Mutex<HashSet<InteractionId>>,
}

impl UserLocales {
    fn knows(&self, reader: UserLocale, now: Timestamp) -> bool {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&reader.member).is_some_and(|(locale, at)| *locale == reader.locale && now < at.plus(FRESH))
    }

    fn remember(&self, reader: UserLocale, now: Timestamp) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED && !known.contains_key(&reader.member) {
            known.clear();
        }
        known.insert(reader.member, (reader.locale, now));
    }

    /// A person is forgotten.
    pub fn forget(&self, member: MemberId) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).remove(&member);
    }

    /// Whoever is in this interaction is not noted because of it.
    pub(crate) fn leave_out(&self, interaction: InteractionId) {
        self.left_out.lock().unwrap_or_else(PoisonError::into_inner).insert(interaction);
    }

    /// Notes the language somebody was answered in, if another one is on record. Once for each
    /// interaction, when it is over.
    ///
    /// # Errors
    /// Told or fault, if the database does not take it; it is noted with a later interaction then.
    pub async fn note(&self, db: &Db, interaction: InteractionId, reader: UserLocale, now: Timestamp) -> Result<()> {
        if self.was_left_out(interaction) || self.knows(reader, now) {
            return Ok(());
        }
        let seen = store::reader_seen(db.read(), reader).await?;
        if seen.is_none_or(|seen| now >= seen.plus(FRESH)) {
            db.write_later(async move |tx| store::set_reader(tx, reader, now).await).await?;
        }
        self.remember(reader, now);
        Ok(())
    }

    /// Whether whoever is in this interaction is to leave no trace.
    pub(crate) fn leaves_out(&self, interaction: InteractionId) -> bool {
        self.left_out.lock().unwrap_or_else(PoisonError::into_inner).contains(&interaction)
    }

    fn was_left_out(&self, interaction: InteractionId) -> bool {
        self.left_out.lock().unwrap_or_else(PoisonError::into_inner).remove(&interaction)
    }
}

/// A person and the language Steward speaks to them in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UserLocale {
    pub member: MemberId,
    pub locale: Locale,
}

impl UserLocale {
    /// Whoever did something, in the language they are answered in.
    pub fn from_interaction(interaction: &serenity::all::Interaction) -> Option<Self> {
        let (user, code) = match interaction {
            serenity::all::Interaction::Command(one) | serenity::all::Interaction::Autocomplete(one) => {
                (&one.user, &one.locale)
            }
            serenity::all::Interaction::Component(one) => (&one.user, &one.locale),
            serenity::all::Interaction::Modal(one) => (&one.user, &one.locale),
            _ => return None,
        };
        Some(Self { member: user.id.into(), locale: Locale::from_discord(code).unwrap_or_default() })
    }
}

/// The language of a person, if they have ever used Steward.
pub async fn locale(db: impl SqliteExecutor<'_>, member: MemberId) -> Result<Option<Locale>> {
    store::reader(db, member).await
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_794_819_600_000);

    #[test]
    fn a_crowd_of_readers_does_not_fill_the_memory() {
        let readers = UserLocales::default();
        let reader = |id| UserLocale { member: MemberId(id), locale: Locale::Ro };
        for id in 0..50_000 {
            readers.remember(reader(id), NOW);
        }
        assert!(readers.known.lock().unwrap().len() <= REMEMBERED);
        assert!(readers.knows(reader(49_999), NOW));
        assert!(!readers.knows(reader(49_999), NOW.plus(FRESH)));
        assert!(!readers.knows(reader(1), NOW));
        assert!(!readers.knows(UserLocale { locale: Locale::En, ..reader(49_999) }, NOW));
    }
}
