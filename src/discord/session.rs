//! What the gateway has said of the session, for those who watch over the connection.

use serenity::all::Event;
use tokio::sync::watch;

/// The latest word on the connection.
#[derive(Debug)]
pub struct Session(watch::Sender<Heard>);

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
        Self(watch::Sender::new(Heard::default()))
    }
}

impl Session {
    /// Counts READY and RESUMED; other events say nothing of the session.
    pub fn heard(&self, event: &Event) {
        match event {
            Event::Ready(_) => self.0.send_modify(|heard| heard.begun += 1),
            Event::Resumed(_) => self.0.send_modify(|heard| heard.resumed += 1),
            _ => {}
        }
    }

    /// The latest word, and every one after it.
    pub fn watch(&self) -> watch::Receiver<Heard> {
        self.0.subscribe()
    }
}
