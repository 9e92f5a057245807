//! The form a feature fills in. Everything that the platform knows of a feature stands here, so
//! that adding one means writing its folder and one line in `features/mod.rs`.

pub mod card;
pub mod correct;
pub mod draft;
pub mod few;
pub mod identity;
pub mod offer;
pub mod page;
pub mod registry;
pub mod route;
pub mod section;
pub mod setting;
pub mod upvotes;

pub use crate::db::table;

use std::any::Any;
use std::sync::Arc;

use serenity::all::{Event, GatewayIntents, Permissions};
use sqlx::SqliteConnection;

use self::card::CardKind;
use self::offer::Taker;
use self::page::OnPage;
use self::route::Route;
use self::section::{Figure, Reading, Section};
use self::setting::Setting;
use self::table::Table;
use crate::app::App;
use crate::clock::Timestamp;
use crate::config::Config;
use crate::discord::access::authorize::Action;
use crate::discord::outbox::OrderEnded;
use crate::error::Result;
use crate::ids::{GuildId, MemberId};
use crate::jobs;
use crate::text::zone::Week;

pub use self::table::BoxFuture;
pub use crate::app::{Command, Context};

/// What a feature makes of an order of its own that has ended.
pub type OnOrderEnded = for<'t> fn(&'t mut SqliteConnection, &'t OrderEnded, Timestamp) -> BoxFuture<'t, Result<()>>;

/// What a feature writes when a setting of its server has changed, its own or another's.
pub type OnSetting = for<'t> fn(&'t mut SqliteConnection, GuildId, &'t str, Timestamp) -> BoxFuture<'t, Result<()>>;

/// What a feature does with what it holds in memory.
pub type OnPersonChange = for<'a> fn(&'a App, GuildId, PersonChange) -> BoxFuture<'a, Result<()>>;

/// What has become of people, for the memory of the features.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonChange {
    /// Everything that is kept about this person is to go; what happens from now on counts again.
    Forgotten(MemberId),
    /// This person has decided whether they are counted, which `app.consent` knows.
    Decided(MemberId),
    /// The server is gone with everyone in it.
    Gone,
}

/// What people look through at `/privacy show`, to remove of it what they want.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Own {
    /// The kind of it, as the tables show it.
    pub kind: &'static str,
    /// The key of what the button says.
    pub label: &'static str,
    /// The verb of the feature's button, whose argument is the server: in direct messages none is around.
    pub verb: &'static str,
}

/// What a feature brings along.
pub struct Feature {
    /// Folder, table prefix, file of the texts and first part of every custom_id.
    pub name: &'static str,
    /// What staff do in it, and what each act asks for.
    pub actions: &'static [Action],
    /// Its commands, each with its level in `custom_data`.
    pub commands: fn() -> Vec<Command>,
    /// Its buttons, menus and forms: whatever has a custom_id that starts with the feature's name.
    pub routes: &'static [Route],
    /// Every event of the gateway, in the order in which Discord sent them.
    pub listen: Option<for<'a> fn(&'a Arc<App>, &'a Event) -> BoxFuture<'a, Result<()>>>,
    /// What the feature keeps in memory; [`App::state`] gives it back by its type.
    pub state: Option<fn(&Config) -> Arc<dyn Any + Send + Sync>>,
    /// Before the first event: load what the memory needs.
    pub on_start: Option<for<'a> fn(&'a App) -> BoxFuture<'a, Result<()>>>,
    /// Write what is held in memory: called every `activity.flush_ms` and once more at the end.
    pub flush: Option<for<'a> fn(&'a App) -> BoxFuture<'a, Result<()>>>,
    /// Nothing more comes in: the last flush follows.
    pub on_stop: Option<fn(&App)>,
    /// What happens later.
    pub jobs: &'static [jobs::Kind],
    /// Its messages that are kept true.
    pub cards: &'static [CardKind],
    /// An order of the feature has ended: in the transaction that notes it.
    pub on_order_ended: Option<OnOrderEnded>,
    /// What people can choose about it.
    pub settings: &'static [Setting],
    /// A setting of this name has changed: in the transaction that writes it.
    pub on_setting_tx: Option<OnSetting>,
    /// It is written: what the feature holds in memory follows.
    pub after_setting: Option<for<'a> fn(&'a App, GuildId, &'a str) -> BoxFuture<'a, Result<()>>>,
    /// Where it keeps what: how each table is shown, forgotten and removed. Those that refer to another
    /// stand behind it.
    pub tables: &'static [Table],
    /// What of it people look through and remove themselves.
    pub own: &'static [Own],
    /// A person is forgotten, is counted from now on or no more, or a server is gone: what the feature
    /// holds in memory follows.
    pub on_person_change: Option<OnPersonChange>,
    /// The gateway events it needs.
    pub intents: GatewayIntents,
    /// What it must be allowed to do, each with the key of the sentence that says what for.
    pub permissions: &'static [(Permissions, &'static str)],
    /// What it makes more of when other features offer it.
    pub accepts: &'static [Taker],
    /// What it serves to programs outside, at an address that begins with its name.
    pub page: Option<OnPage>,
    /// Its part of the weekly digest.
    pub digest: Option<for<'a> fn(&'a Reading<'a>) -> BoxFuture<'a, Result<Section>>>,
    /// Figures of several weeks together that are not the sum of theirs: from the week that is named to that of the
    /// reading.
    pub digest_over: Option<for<'a> fn(&'a Reading<'a>, Week) -> BoxFuture<'a, Result<Vec<Figure>>>>,
}

impl Feature {
    /// A form with nothing in it but the name.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            actions: &[],
            commands: Vec::new,
            routes: &[],
            listen: None,
            state: None,
            on_start: None,
            flush: None,
            on_stop: None,
            jobs: &[],
            cards: &[],
            on_order_ended: None,
            settings: &[],
            on_setting_tx: None,
            after_setting: None,
            tables: &[],
            own: &[],
            on_person_change: None,
            intents: GatewayIntents::empty(),
            permissions: &[],
            accepts: &[],
            page: None,
            digest: None,
            digest_over: None,
        }
    }
}
