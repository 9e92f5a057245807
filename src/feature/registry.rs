//! All features of the running bot, and what is done with all of them at once.

use std::sync::Arc;

use tracing::warn;

use crate::app::{App, State};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::db::table::Table;
use crate::discord::access::level::Staff;
use crate::discord::access::user_locale::UserLocales;
use crate::discord::client::Discord;
use crate::discord::interaction::forms::Forms;
use crate::discord::{access, outbox};
use crate::error::{Error, Message, Result};
use crate::ids::{GuildId, MemberId};
use crate::{db, jobs};

use super::{Feature, PersonChange, card, draft, upvotes};

/// The features in the order of their list.
struct Registry(Vec<Feature>);

/// Every table there is: those of the features in the order of the list, then those of the platform.
pub fn tables(features: &[Feature]) -> Vec<Table> {
    let platform =
        [db::TABLES, outbox::TABLES, access::TABLES, jobs::TABLES, card::TABLES, draft::TABLES, upvotes::TABLES];
    features.iter().map(|feature| feature.tables).chain(platform).flatten().copied().collect()
}

impl App {
    /// Puts the parts together and makes what each feature keeps in memory.
    pub fn with_features(db: Db, clock: Clock, config: Config, discord: Discord, features: Vec<Feature>) -> Self {
        let tables = tables(&features);
        let mut states: Vec<State> =
            features.iter().filter_map(|feature| feature.state).map(|make| make(&config)).collect();
        states.extend([
            Arc::new(Staff::default()) as State,
            Arc::new(UserLocales::default()),
            Arc::new(Forms::default()),
        ]);
        states.push(Arc::new(Registry(features)));
        Self::new(db, clock, config, discord, tables, states)
    }

    /// The features in the order of their list.
    pub fn features(&self) -> &[Feature] {
        &self.state::<Registry>().0
    }

    /// Every kind of job there is: those of the features, then those of the platform.
    pub fn jobs(&self) -> impl Iterator<Item = &'static jobs::Kind> {
        self.features().iter().flat_map(|feature| feature.jobs).chain(card::JOBS)
    }

    /// The feature of this name, if there is one.
    pub fn feature(&self, name: &str) -> Option<&Feature> {
        self.features().iter().find(|feature| feature.name == name)
    }

    /// Tells the features what has become of people, so that what they hold in memory follows.
    ///
    /// # Errors
    /// Fault, if one of them cannot.
    pub async fn person_changed(&self, guild: GuildId, turn: PersonChange) -> Result<()> {
        for feature in self.features() {
            if let Some(follow) = feature.on_person_change {
                follow(self, guild, turn).await?;
            }
        }
        Ok(())
    }

    /// What else of a person goes where they opt out, a sentence each.
    ///
    /// # Errors
    /// Fault, if the database can't be read.
    pub async fn goes_at_opt_out(&self, guild: GuildId, member: MemberId) -> Result<Vec<Message>> {
        let mut goes = Vec::new();
        for feature in self.features() {
            if let Some(ask) = feature.goes_at_opt_out {
                goes.extend(ask(self, guild, member).await?);
            }
        }
        Ok(goes)
    }

    /// Writes what the features hold in memory. What cannot be written now they keep.
    pub async fn flush(&self) {
        for feature in self.features() {
            let Some(flush) = feature.flush else { continue };
            match flush(self).await {
                Ok(()) => {}
                Err(Error::Fault(error)) => drop(self.report(feature.name, &error)),
                // A busy or full disk: the feature keeps what it holds and tries again.
                Err(Error::Told(message)) => warn!(feature = feature.name, reason = %message.key, "not written yet"),
            }
        }
    }
}
