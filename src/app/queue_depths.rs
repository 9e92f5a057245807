//! How full the queues between the gateway and the features are, for whoever watches over the bot.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serenity::all::{Context, Event};
use tokio::sync::mpsc;

use crate::clock::Timestamp;

/// An event and when it came.
pub type Arrival = (Timestamp, Box<Event>);

/// How full the queues are. It keeps neither of them open.
#[derive(Debug)]
pub struct QueueDepths {
    pub interactions: mpsc::WeakSender<(Context, serenity::all::Interaction)>,
    pub events: mpsc::WeakSender<Arrival>,
    /// Events find no room and are dropped.
    pub jammed: Arc<AtomicBool>,
}

/// How many wait in a queue, and how many may.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct QueueDepth {
    pub waiting: usize,
    pub most: usize,
}

impl QueueDepths {
    /// Commands, buttons and forms.
    pub fn interactions(&self) -> QueueDepth {
        depth(&self.interactions)
    }

    /// All other events.
    pub fn events(&self) -> QueueDepth {
        depth(&self.events)
    }

    /// Whether events find no room and are dropped.
    pub fn is_jammed(&self) -> bool {
        self.jammed.load(Ordering::Relaxed)
    }
}

/// Empty, once the gateway has let go of it.
fn depth<T>(queue: &mpsc::WeakSender<T>) -> QueueDepth {
    queue.upgrade().map_or_else(QueueDepth::default, |queue| QueueDepth {
        waiting: queue.max_capacity() - queue.capacity(),
        most: queue.max_capacity(),
    })
}
