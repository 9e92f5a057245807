//! The bot and its Discord under one clock: how time passes between one deed and the next.

use std::time::Duration;

use crate::bot::Bot;
use crate::cli::Failure;
use crate::clock::Timestamp;
use crate::sandbox::Sandbox;

/// How long the bot may take for one step of the story.
const LONGEST_WAIT: Duration = Duration::from_secs(20);
/// How far the clock may go while somebody waits for an answer, or what follows from it: what goes to
/// one place goes there a second apart.
const MEANWHILE: Duration = Duration::from_secs(10);
/// How often one looks whether time has to go on.
const GLANCE: Duration = Duration::from_millis(5);

/// Where it all happens.
pub struct Stage {
    pub sandbox: Sandbox,
    pub bot: Bot,
}

impl Stage {
    /// Waits until the bot has told Discord its commands.
    pub async fn ready(&self) -> Result<(), Failure> {
        if self.sandbox.until_command(LONGEST_WAIT, "note").await {
            return self.settle().await;
        }
        Err(super::stopped(&"the bot never registered its commands"))
    }

    pub fn now(&self) -> Timestamp {
        self.bot.app.clock.now()
    }

    /// What is due next, if that is up to then.
    pub fn due(&self, until: Timestamp) -> Option<Timestamp> {
        let next = self.bot.app.runner.next().into_iter().chain(self.sandbox.next()).min();
        next.filter(|next| *next <= until).map(|next| next.max(self.now()))
    }

    /// The clock goes to a moment, and what is due then is done.
    pub async fn go_to(&self, at: Timestamp) -> Result<(), Failure> {
        self.bot.app.clock.set(at);
        self.settle().await
    }

    /// Time passes, from one thing that the bot has to do to the next.
    pub async fn pass_until(&self, at: Timestamp) -> Result<(), Failure> {
        while let Some(next) = self.due(at) {
            self.go_to(next).await?;
        }
        Ok(())
    }

    /// Waits until everything that has happened so far is worked through and written.
    pub async fn settle(&self) -> Result<(), Failure> {
        let settle = async {
            loop {
                let seq = self.sandbox.progress().session_seq;
                self.bot.settled(seq).await;
                let progress = self.sandbox.progress();
                if progress.session_seq == seq && progress.open_requests == 0 && progress.open_interactions == 0 {
                    return;
                }
                tokio::task::yield_now().await;
            }
        };
        let settled = tokio::time::timeout(LONGEST_WAIT, settle).await;
        settled.map_err(|_| super::stopped(&format!("the bot has not settled for {} s", LONGEST_WAIT.as_secs())))
    }

    /// Something that is waited for while the clock goes on, as far as the answer needs it, and what
    /// follows from it.
    pub async fn meanwhile<T>(&self, act: impl Future<Output = T>) -> Result<T, Failure> {
        let end = self.now().plus(MEANWHILE);
        let mut act = std::pin::pin!(act);
        let done = loop {
            tokio::select! {
                done = &mut act => break done,
                () = tokio::time::sleep(GLANCE) => {
                    let idle = self.bot.app.runner.is_idle(&self.bot.app.db, &self.bot.app.clock);
                    // What has been pressed must not grow old on its way.
                    let arrived = self.bot.has_received(self.sandbox.progress().session_seq);
                    if let Some(next) = self.due(end).filter(|_| idle && arrived) {
                        self.bot.app.clock.set(next);
                    }
                }
            }
        };
        self.settle().await?;
        self.pass_until(end).await?;
        Ok(done)
    }
}
