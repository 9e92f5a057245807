//! The preview of messages that are to be deleted, and what came of it, for whoever did it and for the mod log.

use crate::clock::Timestamp;
use crate::discord::outbox::{Effect, FailureReason};
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::features::moderation::rules::purge::Chosen;
use crate::features::moderation::{Purge, PurgeDraft};
use crate::i18n::{Locale, say};
use crate::ids::MessageId;

use super::words;

/// So many people are named.
const NAMED: usize = 10;

/// What would be deleted; nothing has been yet.
pub fn preview(locale: Locale, draft: &PurgeDraft) -> View {
    let chosen = &draft.spec.chosen;
    let found = i64::try_from(chosen.messages.len()).unwrap_or(i64::MAX);
    let mut lines = vec![
        Message::new("purge-title").with("messages", messages(found)).with("channel", draft.channel),
        Message::new("purge-from").with("people", people(chosen)),
    ];
    if let (Some(newest), Some(oldest)) = (chosen.messages.first(), chosen.messages.last()) {
        lines.push(Message::new("purge-span").with("oldest", written_at(*oldest)).with("newest", written_at(*newest)));
    }
    if found < draft.spec.asked {
        lines.push(Message::new("purge-fewer").with("asked", draft.spec.asked).with("found", found));
    }
    if chosen.pinned > 0 {
        lines.push(Message::new("purge-pinned").with("count", chosen.pinned));
    }
    if chosen.unread > 0 {
        lines.push(Message::new("purge-unread").with("count", chosen.unread));
    }
    lines.push(Message::new("purge-later"));
    let id = |verb| CustomId::new("moderation", verb, 1, draft.id.get());
    let button = |key, verb| Button::new(say(locale, &Message::new(key)), id(verb));
    View::text(words::lines(locale, lines))
        .row(vec![button("button-purge", "purge").danger(), button("button-cancel", "purge-cancel")])
}

/// The people who wrote them, those with the most messages first.
fn people(chosen: &Chosen) -> Message {
    let mut authors = chosen.authors.clone();
    authors.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let named = authors.iter().take(NAMED);
    let named = named.map(|(author, count)| Message::new("purge-author").with("member", *author).with("count", *count));
    let rest = i64::try_from(authors.len().saturating_sub(NAMED)).unwrap_or(i64::MAX);
    let rest = (rest > 0).then(|| Message::new("purge-others").with("count", rest));
    let all = named.chain(rest).reduce(|names, next| Message::new("purge-and").with("names", names).with("next", next));
    all.unwrap_or_else(|| Message::new("purge-nobody"))
}

fn written_at(message: MessageId) -> Message {
    let at = Timestamp(message.created_ms());
    Message::new("case-at").with("at", Arg::Time(at, 'f')).with("ago", Arg::Time(at, 'R'))
}

fn messages(count: i64) -> Message {
    Message::new("purge-messages").with("count", count)
}

/// Why there is nothing to delete.
pub fn nothing(draft: &PurgeDraft) -> Message {
    let key = if draft.spec.chosen.unread > 0 { "purge-none-unread" } else { "purge-none" };
    Message::new(key).with("channel", draft.channel)
}

/// What has become of them by now.
pub fn result(locale: Locale, purge: &Purge) -> View {
    View::text(words::lines(locale, lines(purge)))
}

/// The same as the mod log says it.
pub fn entry(locale: Locale, purge: &Purge) -> View {
    let mut lines = lines(purge);
    lines.push(match purge.member {
        Some(member) => Message::new("purge-log-member").with("member", member),
        None => Message::new("purge-log-people").with("count", purge.people),
    });
    lines.push(Message::new("purge-log-by").with("actor", purge.actor));
    lines.push(Message::new("purge-log-at").with("at", words::instant(purge.at)));
    let title = say(locale, &Message::new("purge-log-title"));
    View::embed(Embed::titled(title).description(words::lines(locale, lines)))
}

fn lines(purge: &Purge) -> Vec<Message> {
    let part = |key: &'static str, count: i64| {
        (count > 0).then(|| Message::new(key).with("messages", messages(count)).with("channel", purge.channel))
    };
    let why = || {
        let (channel, messages, reason) = (purge.channel, Vec::new(), String::new());
        let refused = [FailureReason::Permission, FailureReason::Access].map(FailureReason::as_str);
        if purge.deleted > 0 && purge.why.as_deref().is_some_and(|why| refused.contains(&why)) {
            // The usual words say that nothing was done.
            return Message::new("purge-refused").with("channel", channel);
        }
        words::refusal(purge.why.as_deref(), Some(Effect::DeleteMessages { channel, messages, reason }))
    };
    let open = purge.chosen - purge.deleted - purge.failed - purge.unknown;
    let parts = [
        part("purge-deleted", purge.deleted),
        part("purge-failed", purge.failed).map(|line| line.with("why", why())),
        part("purge-unknown", purge.unknown),
        part("purge-open", open),
    ];
    parts.into_iter().flatten().collect()
}
