//! The message of an order: as it is sent, and as it is known again where an earlier try has sent it.

use serde_json::Value;
use serenity::http::{LightMethod, Route};
use tracing::warn;

use crate::app::App;
use crate::discord::client::rest::Refusal;
use crate::discord::ui::file;
use crate::error::Result;
use crate::ids::{ChannelId, GuildId, MessageId};

use super::call::{CallResult, id, is_unauthorized};
use super::queue::{self, Waiting};
use super::{FailureReason, Outcome};

/// Whether everyone in the server can read a channel at this moment.
pub(super) fn is_public(app: &App, guild: GuildId, channel: ChannelId) -> bool {
    app.discord.directory.guild(guild).is_some_and(|known| known.is_public(guild, channel))
}

/// Sends a message, or makes a thread with its first one (`body["message"]`), without its files where those are not
/// permitted. Answers its id; a thread that is made so has the same.
pub(super) async fn send(
    app: &App,
    order: &Waiting,
    route: Route<'_>,
    mut body: Value,
) -> Result<Result<MessageId, Refusal>> {
    let kept = kept(app, order, message_in(&mut body)).await?;
    let mut answer = app.discord.rest.write_with(LightMethod::Post, route, &body, kept).await;
    if answer.as_ref().is_err_and(|refusal| FailureReason::of_refusal(refusal) == FailureReason::Permission)
        && file::leave_out(message_in(&mut body))
    {
        // Whether only files are not permitted there is known once it has been tried without.
        warn!(outbox.id = %order.id, guild.id = %order.guild, purpose = order.purpose, "not permitted with its files; sent without them");
        answer = app.discord.rest.write(LightMethod::Post, route, &body).await;
    }
    Ok(answer.and_then(|sent| id(&sent["id"]).map(MessageId).ok_or(Refusal::Unknown)))
}

fn message_in(body: &mut Value) -> &mut Value {
    if body["message"].is_object() { &mut body["message"] } else { body }
}

/// The bytes of its files that are kept beside an order.
pub(super) async fn kept(app: &App, order: &Waiting, body: &Value) -> Result<Vec<Vec<u8>>> {
    if !file::keeps_bytes(body) {
        return Ok(Vec::new());
    }
    queue::files(app.db.read(), order.guild, order.id).await
}

/// What was found of an earlier try.
pub(super) enum Found {
    Message(MessageId),
    Nothing,
    /// More was written there since than anybody wants to read, or nothing of it is shown.
    Unclear,
}

/// The message that an earlier try has sent, or none where it is to be sent now.
///
/// # Errors
/// What the order has come to without one: late, unknown, or to be tried again.
pub(super) fn earlier(found: Result<Found, Refusal>, late: bool) -> Result<Option<MessageId>, CallResult> {
    match found {
        Ok(Found::Message(message)) => Ok(Some(message)),
        Ok(Found::Nothing) if late => Err(CallResult::Ended(Outcome::Failed(FailureReason::Late))),
        Ok(Found::Nothing) => Ok(None),
        Err(refusal) if refusal.is_transient() || is_unauthorized(&refusal) => Err(CallResult::Not(refusal)),
        // Nothing left to look at.
        Err(refusal) if FailureReason::of_refusal(&refusal) == FailureReason::Gone => Err(CallResult::Refused(refusal)),
        // Not permitted to look, or too much to look at.
        Ok(Found::Unclear) | Err(_) => Err(CallResult::Ended(Outcome::Unknown)),
    }
}

/// What two messages have in common if one is the other as Discord keeps it: all that people read
/// and press.
pub(super) fn likeness(message: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().trim().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut parts = vec![text(&message["content"])];
    // Those of other types Discord has made of links.
    let ours = |embed: &Value| embed["type"].as_str().is_none_or(|kind| kind == "rich");
    for embed in list(&message["embeds"]).into_iter().filter(ours) {
        parts.extend([&embed["title"], &embed["description"], &embed["footer"]["text"]].map(text));
        parts.extend(list(&embed["fields"]).iter().flat_map(|field| [text(&field["name"]), text(&field["value"])]));
    }
    let rows = list(&message["components"]);
    parts.extend(rows.iter().flat_map(|row| list(&row["components"])).map(|part| text(&part["custom_id"])));
    let poll = &message["poll"];
    parts.push(text(&poll["question"]["text"]));
    parts.extend(list(&poll["answers"]).iter().map(|answer| text(&answer["poll_media"]["text"])));
    parts
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_message_is_known_again_as_discord_keeps_it() {
        let sent = json!({"content": " Hello\n", "embeds": [{"title": "T", "fields": [{"name": "a", "value": "b "}]}],
            "components": [{"type": 1, "components": [{"type": 2, "label": "Go", "custom_id": "x:y:1:7"}]}]});
        let kept = json!({"id": "1", "content": "Hello", "embeds": [{"type": "rich", "title": "T", "fields":
            [{"name": "a", "value": "b", "inline": false}]}],
            "components": [{"type": 1, "id": 1, "components": [{"type": 2, "id": 2, "label": "Go", "custom_id": "x:y:1:7"}]}]});
        assert_eq!(likeness(&sent), likeness(&kept));
        let other = json!({"content": "Hello", "embeds": [], "components": []});
        assert_ne!(likeness(&sent), likeness(&other));
        let poll = json!({"poll": {"question": {"text": "Which?"}, "answers": [{"poll_media": {"text": "A"}}], "duration": 1}});
        let kept = json!({"content": "", "poll": {"question": {"text": "Which?"}, "expiry": "2026-11-16T09:00:00Z",
            "answers": [{"answer_id": 1, "poll_media": {"text": "A"}}], "results": {}}});
        assert_eq!(likeness(&poll), likeness(&kept));
        assert_ne!(likeness(&poll), likeness(&json!({"content": ""})));
        // What Discord makes of a link in the text is not ours.
        let unfurled = json!({"content": "https://example.org", "embeds": [{"type": "link", "title": "Example"}]});
        assert_eq!(likeness(&unfurled), likeness(&json!({"content": "https://example.org", "embeds": []})));
    }
}
