//! The form a feature fills in. Everything that the platform knows of a feature stands here, so
//! that adding one means writing its folder and one line in `features/mod.rs`.

use std::any::Any;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use serenity::all::{Event, GatewayIntents, Permissions};

use crate::app::App;
use crate::clock::Timestamp;
use crate::config::Config;
use crate::db::Db;
use crate::discord::door::{Press, Submission};
use crate::error::{Error, Message, Result};
use crate::ids::GuildId;
use crate::text::zone::{Week, Zone};

/// What poise hands to a command.
pub type Context<'a> = poise::Context<'a, Arc<App>, Error>;
/// A slash command or a context menu, with its subcommands.
pub type Command = poise::Command<Arc<App>, Error>;
/// A future on the heap, for functions that stand in a form.
pub type Eventual<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What a feature brings along.
pub struct Feature {
    /// Folder, table prefix, section of the messages and first part of every custom_id.
    pub name: &'static str,
    /// Its commands, each with its level in `custom_data`.
    pub commands: fn() -> Vec<Command>,
    /// A button was pressed or a select chosen whose custom_id starts with the feature's name.
    pub press: Option<fn(Press) -> Eventual<'static, Result<()>>>,
    /// A form was sent whose custom_id starts with the feature's name.
    pub submit: Option<fn(Submission) -> Eventual<'static, Result<()>>>,
    /// Every event of the gateway, in the order in which Discord sent them.
    pub listen: Option<for<'a> fn(&'a Arc<App>, &'a Event) -> Eventual<'a, Result<()>>>,
    /// What the feature keeps in memory; [`App::state`] gives it back by its type.
    pub state: Option<fn(&Config) -> Arc<dyn Any + Send + Sync>>,
    /// Before the first event: load what the memory needs.
    pub open: Option<for<'a> fn(&'a App) -> Eventual<'a, Result<()>>>,
    /// Write what is held in memory: called every `activity.flush_ms` and once more at the end.
    pub flush: Option<for<'a> fn(&'a App) -> Eventual<'a, Result<()>>>,
    /// Nothing more comes in: the last flush follows.
    pub close: Option<fn(&App)>,
    /// The gateway events it needs.
    pub intents: GatewayIntents,
    /// What it must be allowed to do, each with the key of the sentence that says what for.
    pub permissions: &'static [(Permissions, &'static str)],
    /// Its part of the weekly digest.
    pub digest: Option<for<'a> fn(&'a Reading<'a>) -> Eventual<'a, Result<Section>>>,
}

impl Feature {
    /// A form with nothing in it but the name.
    pub const fn named(name: &'static str) -> Self {
        Self {
            name,
            commands: Vec::new,
            press: None,
            submit: None,
            listen: None,
            state: None,
            open: None,
            flush: None,
            close: None,
            intents: GatewayIntents::empty(),
            permissions: &[],
            digest: None,
        }
    }
}

/// Which week of which guild a section is asked for.
pub struct Reading<'a> {
    pub db: &'a Db,
    pub guild: GuildId,
    pub zone: &'a Zone,
    pub week: Week,
    pub now: Timestamp,
}

/// A feature's part of a week: figures, and sentences that stand beside them.
#[derive(Debug, Default)]
pub struct Section {
    pub figures: Vec<Figure>,
    pub notes: Vec<Message>,
}

/// One figure with what is needed to say whether it is usual.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its name in `metrics.md`; `figure-<name>` is its text.
    pub name: &'static str,
    pub good: Good,
    pub unit: Unit,
    /// `None` is "no data", never 0.
    pub value: Option<f64>,
    /// The same of the week before.
    pub last: Option<f64>,
    /// Lowest and highest of the last four whole weeks; `None` where an arrow would mislead.
    pub usual: Option<(f64, f64)>,
}

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Good {
    Up,
    Down,
    Neutral,
}

/// How a figure is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A whole number.
    Count,
    /// A mean, with one decimal.
    Mean,
    /// A share between 0 and 1, of so many: a percentage from 10 on, else "3 of 7".
    ShareOf(i64),
    Seconds,
    Minutes,
}
