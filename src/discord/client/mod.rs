//! The client: the calls to Discord, the servers it has told of, and the session with its gateway.

pub mod directory;
pub mod fetch_guild;
pub mod ledger;
pub mod rest;
pub mod session;
pub mod upload;

use std::sync::atomic::{AtomicI64, Ordering};

use serenity::all::Event;
use tokio::sync::watch;
use tracing::info;

use crate::clock::Timestamp;
use crate::config::{Config, Secret};
use crate::error::Result;
use crate::ids::{ApplicationId, MemberId};

use crate::discord::client::directory::Directory;
use crate::discord::client::rest::Rest;
use crate::discord::client::session::Session;

/// What the features and the platform share of Discord.
pub struct Discord {
    pub rest: Rest,
    pub directory: Directory,
    me: watch::Sender<Option<Me>>,
    pub session: Session,
    alive_at: AtomicI64,
}

/// Who the bot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Me {
    pub bot: MemberId,
    pub application: ApplicationId,
}

impl Discord {
    /// # Errors
    /// Fault, if the TLS of this machine cannot be set up.
    pub fn new(token: Secret, config: &Config) -> Result<Self> {
        Ok(Self {
            rest: Rest::new(token, config.discord_api_url.clone(), &config.rest)?,
            directory: Directory::default(),
            me: watch::Sender::new(None),
            session: Session::default(),
            alive_at: AtomicI64::new(0),
        })
    }

    /// When Discord last gave a sign of life over the gateway that the features know of: an event
    /// they were shown, or an acknowledged heartbeat. What happened later may have been missed.
    ///
    /// While they are shown a READY it is the last sign of life of the session before.
    pub fn alive_at(&self) -> Option<Timestamp> {
        Some(Timestamp(self.alive_at.load(Ordering::Relaxed))).filter(|at| at.millis() > 0)
    }

    pub(crate) fn alive(&self, now: Timestamp) {
        self.alive_at.fetch_max(now.millis(), Ordering::Relaxed);
    }

    /// Who the bot is, once Discord has said so.
    pub fn me(&self) -> Option<Me> {
        *self.me.borrow()
    }

    /// Waits until Discord has said who the bot is.
    pub async fn introduced(&self) -> Me {
        let mut me = self.me.subscribe();
        loop {
            if let Some(me) = *me.borrow_and_update() {
                return me;
            }
            // The sender lives as long as `self`, so a change can only be a word on who we are.
            let _ = me.changed().await;
        }
    }

    /// What every event says of the connection itself.
    pub(crate) fn heard(&self, event: &Event) {
        self.session.heard(event);
        if let Event::Ready(event) = event {
            info!(guilds = event.ready.guilds.len(), "connected to Discord");
            let me = Me { bot: event.ready.user.id.into(), application: event.ready.application.id.into() };
            self.me.send_replace(Some(me));
        }
    }
}
