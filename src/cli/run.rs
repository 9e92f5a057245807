//! `steward run`: the bot, until it is asked to stop.

use tokio::signal::unix::{SignalKind, signal};
use tracing::info;

use crate::bot::{self, Bot};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::discord::gateway::Ending;
use crate::error::Result;

/// Runs until SIGTERM, Ctrl-C or an ending of its own.
///
/// # Errors
/// Fault, if a part of the program cannot be made.
pub async fn run(config: Config, db: Db) -> Result<Ending> {
    let app = bot::app(config, db, Clock::system())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut bot = match Bot::start(app.clone()).await {
        Ok(bot) => bot,
        Err(ending) => {
            app.db.close().await;
            return Ok(ending);
        }
    };
    tokio::select! {
        ending = bot.ended() => {
            bot.wind_up().await;
            return Ok(ending);
        }
        _ = terminate.recv() => info!("asked to stop"),
        _ = tokio::signal::ctrl_c() => info!("asked to stop"),
    }
    Ok(bot.stop().await)
}
