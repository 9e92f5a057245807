//! What everyone receives: database, clock, settings, Discord, and what the features keep in memory. Data
//! only: what is done with the features is in [`crate::feature::registry`], above.

pub mod consent;
pub mod health;
pub mod queue_depths;
pub mod runner;

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::Arc;

use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::db::keys::Keys;
use crate::db::table::Table;
use crate::discord::client::Discord;
use crate::error::Error;

use self::consent::Consent;
pub use self::health::Health;
use self::runner::Runner;

/// What poise hands to a command.
pub type Context<'a> = poise::Context<'a, Arc<App>, Error>;
/// A slash command or a context menu, with its subcommands.
pub type Command = poise::Command<Arc<App>, Error>;

/// Something kept in memory, found by its type.
pub type State = Arc<dyn Any + Send + Sync>;

/// The running bot, as its parts see it.
pub struct App {
    pub db: Db,
    pub clock: Clock,
    pub config: Config,
    pub discord: Discord,
    pub health: Health,
    pub runner: Runner,
    /// Who has declined to be counted or thanked.
    pub consent: Consent,
    /// What must never be in a copy of the database.
    pub keys: Arc<Keys>,
    /// Every table there is; those that refer to another follow it.
    pub tables: Vec<Table>,
    states: HashMap<TypeId, State>,
}

impl App {
    /// Puts the parts together; there is one state of each type.
    pub fn new(
        db: Db,
        clock: Clock,
        config: Config,
        discord: Discord,
        tables: Vec<Table>,
        states: impl IntoIterator<Item = State>,
    ) -> Self {
        let states = states.into_iter().map(|state| ((*state).type_id(), state)).collect();
        let keys = Arc::new(Keys::beside(db.path()));
        let (health, runner, consent) = Default::default();
        Self { db, clock, config, discord, health, runner, consent, keys, tables, states }
    }

    /// What is kept in memory as this type.
    ///
    /// # Panics
    /// If nothing of this type was declared: a mistake in the feature's form.
    pub fn state<T: Any + Send + Sync>(&self) -> &T {
        self.states
            .get(&TypeId::of::<T>())
            .and_then(|state| state.downcast_ref())
            .unwrap_or_else(|| panic!("no feature declares a {}", std::any::type_name::<T>()))
    }
}
