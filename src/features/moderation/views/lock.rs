//! What came of locking a channel or opening it, for whoever did it and for the mod log.

use crate::discord::outbox::Effect;
use crate::discord::ui::view::{Embed, View};
use crate::error::{Arg, Message};
use crate::features::moderation::{ChannelLock, LockState};
use crate::i18n::{Locale, say};

use super::words;

/// Stands for a reason where Discord did not say what it has done.
pub const UNKNOWN: &str = "unknown";
/// How much of a reason is shown.
const WORDS: usize = 500;

/// What is known of a channel that somebody has just locked. `again`: it was changed by hand since it was locked.
pub fn locked(locale: Locale, lock: &ChannelLock, again: bool) -> View {
    let of = |key: &'static str| Message::new(key).with("channel", lock.channel);
    let line = match lock.state {
        LockState::Locking => of("lock-open"),
        LockState::Locked if is_unknown(lock) => of("lock-unknown"),
        LockState::Locked if lock.overwrites.is_none() => of("lock-thread-done"),
        LockState::Failed => of("lock-failed").with("why", why(lock)),
        LockState::Gone => of("lock-gone"),
        _ => of("lock-done"),
    };
    let again = (again && lock.state == LockState::Locked).then(|| Message::new("lock-again"));
    View::text(words::lines(locale, std::iter::once(line).chain(again)))
}

/// What is known of a channel that somebody has just opened. `changed`: somebody changed it by hand meanwhile.
pub fn unlocked(locale: Locale, lock: &ChannelLock, changed: bool) -> View {
    let of = |key: &'static str| Message::new(key).with("channel", lock.channel);
    let line = match lock.state {
        LockState::Unlocking => of("unlock-open"),
        LockState::Locked if is_unknown(lock) => of("lock-unknown"),
        LockState::Locked => of("unlock-failed").with("why", why(lock)),
        LockState::Gone => of("lock-gone"),
        _ if lock.overwrites.is_none() => of("unlock-thread-done"),
        _ => of("unlock-done"),
    };
    let changed = (changed && lock.state == LockState::Unlocked).then(|| Message::new("unlock-changed"));
    View::text(words::lines(locale, std::iter::once(line).chain(changed)))
}

/// The same as the mod log says it.
pub fn entry(locale: Locale, lock: &ChannelLock) -> View {
    let mut lines = vec![
        Message::new("lock-log-channel").with("channel", lock.channel),
        Message::new("lock-log-by").with("by", lock.actor),
    ];
    if !lock.reason.is_empty() {
        lines.push(Message::new("lock-log-reason").with("reason", words::said(&lock.reason, WORDS)));
    }
    lines.push(Message::new("lock-log-at").with("at", words::instant(lock.at)));
    lines.push(Message::new("lock-log-state").with("state", state(lock)));
    let title = say(locale, &Message::new("lock-log-title"));
    View::embed(Embed::titled(title).description(words::lines(locale, lines)))
}

fn state(lock: &ChannelLock) -> Message {
    match (lock.state, lock.unlocked_by, lock.ended_at) {
        (LockState::Locking, ..) => Message::new("lock-state-locking"),
        (LockState::Locked, ..) if is_unknown(lock) => Message::new("lock-state-unknown"),
        (LockState::Locked, Some(by), _) if lock.why.is_some() => {
            Message::new("lock-state-not-opened").with("by", by).with("why", why(lock))
        }
        (LockState::Locked, ..) => Message::new("lock-state-locked"),
        (LockState::Unlocking, ..) => Message::new("lock-state-unlocking"),
        (LockState::Unlocked, Some(by), Some(at)) => {
            Message::new("lock-state-unlocked").with("by", by).with("at", Arg::Time(at, 'f'))
        }
        (LockState::Failed, ..) => Message::new("lock-state-failed").with("why", why(lock)),
        (LockState::Gone, ..) => Message::new("lock-state-gone"),
        (LockState::Replaced | LockState::Unlocked, ..) => Message::new("lock-state-replaced"),
    }
}

fn is_unknown(lock: &ChannelLock) -> bool {
    lock.why.as_deref() == Some(UNKNOWN)
}

fn why(lock: &ChannelLock) -> Message {
    let (channel, reason) = (lock.channel, String::new());
    let effect = match lock.overwrites {
        Some(_) => Effect::ChangeOverwrites { channel, changes: Vec::new(), reason },
        None => Effect::LockThread { channel, locked: true, reason },
    };
    words::refusal(lock.why.as_deref(), Some(effect))
}
