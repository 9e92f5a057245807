//! What the gateway has said of the session, for those who watch over the connection.

use serenity::all::Event;
use tokio::sync::watch;

use super::ledger::Outcome;

/// The latest word on the connection.
#[derive(Debug)]
pub struct Session(watch::Sender<Heard>);

/// Rises with every READY and RESUMED.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Heard {
    pub sessions: u64,
    pub outcome: Option<Outcome>,
}

impl Default for Session {
    fn default() -> Self {
        Self(watch::Sender::new(Heard::default()))
    }
}

impl Session {
    pub fn heard(&self, event: &Event) {
        let outcome = match event {
            Event::Ready(_) => Outcome::Ready,
            Event::Resumed(_) => Outcome::Resumed,
            _ => return,
        };
        self.0.send_modify(|heard| {
            heard.sessions += 1;
            heard.outcome = Some(outcome);
        });
    }

    pub fn watch(&self) -> watch::Receiver<Heard> {
        self.0.subscribe()
    }
}
