//! What everyone receives: database, clock, settings, Discord and the features' memory.

pub mod consent;

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Instant;

use tracing::warn;

use crate::clock::{Clock, monotonic};
use crate::config::Config;
use crate::db::Db;
use crate::db::keys::Keys;
use crate::discord::intake::Levels;
use crate::discord::{Discord, failure};
use crate::error::{Error, Result};
use crate::feature::table::Table;
use crate::feature::{self, Feature, Turn};
use crate::health;
use crate::ids::GuildId;
use crate::jobs::runner::Runner;

use self::consent::Consent;

/// The running bot, as its parts see it.
pub struct App {
    pub db: Db,
    pub clock: Clock,
    pub config: Config,
    pub discord: Discord,
    pub features: Vec<Feature>,
    pub health: Health,
    pub runner: Runner,
    /// Who has declined to be counted or thanked.
    pub consent: Consent,
    /// What must never be in a copy of the database.
    pub keys: Keys,
    states: HashMap<TypeId, Arc<dyn Any + Send + Sync>>,
}

impl App {
    /// Puts the parts together and makes what each feature keeps in memory.
    pub fn new(db: Db, clock: Clock, config: Config, discord: Discord, features: Vec<Feature>) -> Self {
        let states = features
            .iter()
            .filter_map(|feature| feature.state)
            .map(|make| make(&config))
            .map(|state| ((*state).type_id(), state))
            .collect();
        let keys = Keys::beside(db.path());
        let (health, runner, consent) = Default::default();
        Self { db, clock, config, discord, features, health, runner, consent, keys, states }
    }

    /// What a feature keeps in memory.
    ///
    /// # Panics
    /// If no feature has declared a state of this type: a mistake in the feature's form.
    pub fn state<T: Any + Send + Sync>(&self) -> &T {
        self.states
            .get(&TypeId::of::<T>())
            .and_then(|state| state.downcast_ref())
            .unwrap_or_else(|| panic!("no feature declares a {}", std::any::type_name::<T>()))
    }

    /// Every table there is.
    pub fn tables(&self) -> Vec<Table> {
        feature::tables(&self.features)
    }

    /// Tells the features what has become of people, so that what they hold in memory follows.
    ///
    /// # Errors
    /// Fault, if one of them cannot.
    pub async fn turn(&self, guild: GuildId, turn: Turn) -> Result<()> {
        for feature in &self.features {
            if let Some(follow) = feature.person {
                follow(self, guild, turn).await?;
            }
        }
        Ok(())
    }

    /// Writes what the features hold in memory. What cannot be written now they keep.
    pub async fn flush(&self) {
        for feature in &self.features {
            let Some(flush) = feature.flush else { continue };
            match flush(self).await {
                Ok(()) => {}
                Err(Error::Fault(error)) => drop(failure::report(self, feature.name, &error)),
                // A busy or full disk: the feature keeps what it holds and tries again.
                Err(Error::Told(message)) => warn!(feature = feature.name, reason = %message.key, "not written yet"),
            }
        }
    }

    /// The feature of this name, if there is one.
    pub fn feature(&self, name: &str) -> Option<&Feature> {
        self.features.iter().find(|feature| feature.name == name)
    }
}

/// What went wrong since the start, counted; `health/` says what it means.
#[derive(Debug)]
pub struct Health {
    /// When this bot was put together, in real time.
    pub begun: Instant,
    /// How full the queues of events are, once there are any.
    pub queues: OnceLock<Levels>,
    /// What the database said when it was last asked for its figures.
    pub stored: health::Cache,
    /// Faults met at the boundary, each in the log with its reference.
    pub faults: AtomicU64,
    /// Events that Discord sent and the client library could not read.
    pub unread_events: AtomicU64,
    /// Events dropped because a queue was full.
    pub dropped_events: AtomicU64,
    /// Commands and presses dropped because a queue was full.
    pub dropped_interactions: AtomicU64,
    /// Jobs that will not be tried again, each in the log with its reason.
    pub jobs_given_up: AtomicU64,
    /// Why the last copy of the database could not be made, as long as there is no newer one.
    pub copies: Mutex<Option<String>>,
}

impl Default for Health {
    fn default() -> Self {
        Self {
            begun: monotonic(),
            queues: OnceLock::new(),
            stored: health::Cache::default(),
            faults: AtomicU64::default(),
            unread_events: AtomicU64::default(),
            dropped_events: AtomicU64::default(),
            dropped_interactions: AtomicU64::default(),
            jobs_given_up: AtomicU64::default(),
            copies: Mutex::default(),
        }
    }
}

impl Health {
    /// Adds one to a counter.
    pub fn count(counter: &AtomicU64) {
        counter.fetch_add(1, Ordering::Relaxed);
    }
}
