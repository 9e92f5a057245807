//! What Steward keeps about people, and what each of them can do about it: see it, take it along, have
//! it forgotten, and not be counted any more.
//!
//! What there is stands in the tables' own entries ([`Table`](crate::feature::table::Table)); [`forgetting`] carries them out for one
//! person, [`jobs`] for what has had its time and for servers that Steward has left, whose coming and
//! going [`listen`] notes. [`reapply`] sees to it that a restored copy brings nobody back.

mod commands;
mod components;
mod export;
mod forgetting;
mod jobs;
mod listen;
mod store;
mod views;

use serenity::all::GatewayIntents;

use crate::app::App;
use crate::app::consent::Consent;
use crate::db::Db;
use crate::db::people;
use crate::db::people::Kept;
use crate::discord::interaction::context::Interaction;
use crate::error::{Error, Message, Result};
use crate::feature::Feature;
use crate::features::setup;
use crate::ids::GuildId;

pub use forgetting::reapply;

/// The name of the feature.
const NAME: &str = "privacy";

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        commands: || vec![commands::privacy()],
        routes: components::ROUTES,
        listen: Some(|app, event| Box::pin(listen::event(app, event))),
        on_start: Some(|app| Box::pin(open(app))),
        jobs: &[jobs::RETAIN, jobs::REMOVE, jobs::SCRUB],
        tables: store::TABLES,
        intents: GatewayIntents::GUILDS,
        ..Feature::new(NAME)
    }
}

/// Before the first event: who is not counted, who must not come back, and what has had its time.
async fn open(app: &App) -> Result<()> {
    for (guild, member, choice) in store::choices(app.db.read()).await? {
        app.consent.set(guild, member, choice);
    }
    let now = app.clock.now();
    reapply(&app.db, &app.keys, &app.tables, now).await?;
    let left = store::left_before(app.db.read()).await?;
    app.db
        .write(async move |tx| {
            for (guild, at) in left {
                jobs::begin_grace(&mut *tx, guild, at).await?;
            }
            jobs::plan(tx, now).await
        })
        .await
}

/// Who has declined to be counted or thanked, for whoever has no bot around.
pub async fn consent(db: &Db) -> Result<Consent> {
    let consent = Consent::default();
    for (guild, member, choice) in store::choices(db.read()).await? {
        consent.set(guild, member, choice);
    }
    Ok(consent)
}

/// What there is about the actor, what was counted a moment ago too.
async fn kept(interaction: &Interaction) -> Result<Kept> {
    let app = &interaction.app;
    app.flush().await;
    let mut db = app.db.read().acquire().await?;
    people::count(&mut db, &app.tables, interaction.actor.guild, interaction.actor.member).await
}

/// What people call the server.
async fn server_name(app: &App, guild: GuildId) -> Result<String> {
    Ok(setup::server(app.db.read(), guild).await?.name)
}

/// What a person at `/privacy` can do something about.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    #[error("what is kept is too much for a file on Discord")]
    TooLarge,
    #[error("the question is from another day")]
    TooOld,
    #[error("nobody would remember the forgetting")]
    NotRemembered,
    #[error("it is remembered, and the database does not take it now")]
    NotYet(Message),
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(match problem {
            Problem::TooLarge => Message::new("privacy-too-large"),
            Problem::TooOld => Message::new("privacy-too-old"),
            Problem::NotRemembered => Message::new("privacy-not-remembered"),
            Problem::NotYet(why) => Message::new("privacy-not-yet").with("why", why),
        })
    }
}
