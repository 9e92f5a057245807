//! `steward run`: the bot, until it is asked to stop.

use std::sync::Arc;

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tracing::{info, warn};

use super::{Exit, Failure, Outcome};
use crate::bot;
use crate::bot::Bot;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::error::Result;
use crate::health::http;
use crate::health::http::Door;
use crate::runtime::gateway::Ending;

/// Takes the lock beside the database before anything is said to Discord.
pub(super) async fn perform(config: Config) -> Outcome {
    config.require_token()?;
    if super::others_read_env() == Some(true) {
        warn!("{}", super::OTHERS_READ_ENV);
    }
    let db = super::open_alone(&config).await?;
    let door = match config.http.listen {
        Some(address) => match http::open(address).await {
            Ok(door) => Some(door),
            Err(http::Refused { words, passing }) => {
                db.close().await;
                return Err(Failure::new(if passing { Exit::Finding } else { Exit::Usage }, words));
            }
        },
        None => None,
    };
    outcome(&run(config, db, door).await?)
}

fn outcome(ending: &Ending) -> Outcome {
    let exit = match ending {
        Ending::Asked => return Ok(Exit::Done),
        Ending::Unreachable(_) => Exit::Unreachable,
        Ending::TokenRefused => Exit::TokenRefused,
        Ending::Intents => Exit::Usage,
        Ending::TokenGuard(_) => Exit::Protected,
        Ending::Stuck(_) => Exit::Finding,
    };
    Err(Failure::new(exit, format!("{ending}.")))
}

/// Runs until SIGTERM, Ctrl-C or an ending of its own. Where `[http]` is on, its state can be asked for from the
/// first moment to the last.
///
/// # Errors
/// Fault, if a part of the program cannot be made.
pub async fn run(config: Config, db: Db, door: Option<Door>) -> Result<Ending> {
    let mut asked = Asked::listen()?;
    let app = bot::app(config, db, Clock::system())?;
    let stop = CancellationToken::new();
    let _stop = stop.clone().drop_guard();
    if let Some(door) = door {
        tokio::spawn(http::serve(door, Arc::clone(&app), stop));
    }
    // Discord may keep us waiting at the start too.
    let started = tokio::select! {
        started = Bot::start(app.clone()) => started,
        () = asked.come() => Err(Ending::Asked),
    };
    let mut bot = match started {
        Ok(bot) => bot,
        Err(ending) => {
            app.db.close().await;
            return Ok(ending);
        }
    };
    tokio::select! {
        ending = bot.ended() => {
            bot.wind_up().await;
            Ok(ending)
        }
        () = asked.come() => Ok(bot.stop().await),
    }
}

/// The ways to ask the process to stop.
struct Asked {
    terminate: Signal,
    interrupt: Signal,
}

impl Asked {
    fn listen() -> std::io::Result<Self> {
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    async fn come(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
        info!("asked to stop");
    }
}
