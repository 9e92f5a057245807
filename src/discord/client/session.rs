//! What the gateway has said of the session, for those who watch over the connection.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serenity::all::Event;
use tokio::sync::watch;

use crate::clock::monotonic;

/// The latest word on the connection.
#[derive(Debug)]
pub struct Session {
    heard: watch::Sender<Heard>,
    line: Mutex<Line>,
}

/// How the connection was when the gateway's watch last looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub state: State,
    /// Since when it has been so.
    since: Instant,
}

/// Whether there is a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Connected,
    /// None, or one that is being taken up again.
    Lost,
    /// None, because the ledger makes the bot wait to protect the token.
    Held,
}

impl Line {
    /// For how long it has been so.
    pub fn lasts(&self) -> Duration {
        self.since.elapsed()
    }
}

/// How often a session has begun or gone on since the start.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Heard {
    /// READY: an IDENTIFY succeeded.
    pub begun: u64,
    /// RESUMED: the session before went on.
    pub resumed: u64,
}

impl Default for Session {
    fn default() -> Self {
        let line = Mutex::new(Line { state: State::Lost, since: monotonic() });
        Self { heard: watch::Sender::new(Heard::default()), line }
    }
}

impl Session {
    /// Counts READY and RESUMED; other events say nothing of the session.
    pub fn heard(&self, event: &Event) {
        match event {
            Event::Ready(_) => self.heard.send_modify(|heard| heard.begun += 1),
            Event::Resumed(_) => self.heard.send_modify(|heard| heard.resumed += 1),
            _ => return,
        }
        self.see(State::Connected, monotonic());
    }

    /// The latest word, and every one after it.
    pub fn watch(&self) -> watch::Receiver<Heard> {
        self.heard.subscribe()
    }

    /// How often it has begun and gone on.
    pub fn totals(&self) -> Heard {
        *self.heard.borrow()
    }

    /// How the connection is.
    pub fn line(&self) -> Line {
        *self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the gateway's watch has seen.
    pub fn see(&self, state: State, now: Instant) {
        let mut line = self.line.lock().unwrap_or_else(PoisonError::into_inner);
        if line.state != state {
            *line = Line { state, since: now };
        }
    }
}
