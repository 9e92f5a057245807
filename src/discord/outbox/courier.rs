//! Carries out one order: the calls to Discord, and what their refusals mean.

use std::time::Duration;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Value, json};
use serenity::http::{LightMethod, Request, Route};
use tracing::{error, warn};

use crate::app::App;
use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{ChannelId, DISCORD_EPOCH_MS, GuildId, MemberId, MessageId, OutboxId};
use crate::text::limits;
use crate::text::zone::iso_utc;

use super::queue::{self, Waiting};
use super::{Effect, Outcome, Why};
use crate::discord::rest::Refusal;

/// How long Discord is trusted to know a nonce again. It says "a few minutes".
const NONCE_HOLDS: Duration = Duration::from_secs(60);
/// Clocks differ: one's own message is looked for from this long before it was sent.
const SKEW: Duration = Duration::from_secs(60);
/// Pages of 100 messages that are looked through for one's own.
const PAGES: usize = 20;
/// Discord's longest time-out, less what a request may take.
const LONGEST_TIMEOUT: Duration = Duration::from_secs(28 * 86_400 - 60);
/// The waits between tries, in seconds; the last one is repeated.
const WAITS_S: [u64; 9] = [1, 2, 5, 15, 60, 300, 900, 1_800, 3_600];
/// After so many tries somebody should look.
const ALERT: i64 = 5;

/// What came of one try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tried {
    Ended(Outcome),
    /// Not before `due`; `tried_at` says since when it may have been done.
    Again {
        due: Timestamp,
        tried_at: Option<Timestamp>,
    },
}

/// Tries an order once. `now` is when it was taken on.
///
/// # Errors
/// Fault, if the database does not answer; the order is tried again then.
pub async fn deliver(app: &App, order: &Waiting, now: Timestamp) -> Result<Tried> {
    if order.expires.is_some_and(|expires| expires <= now) {
        // It may have been done in time, by a try that had no answer.
        let outcome = if order.tried_at.is_some() { Outcome::Unknown } else { Outcome::Failed(Why::Late) };
        return Ok(Tried::Ended(outcome));
    }
    let found = match carry_out(app, order, now).await? {
        Ok(outcome) => return Ok(Tried::Ended(outcome)),
        Err(refusal) => refusal,
    };
    if !found.passing() && !is_unauthorized(&found) {
        let why = Why::of_refusal(&found);
        warn!(outbox.id = %order.id, guild.id = %order.guild, part = order.part, why = why.as_str(), "not done: {found}");
        return Ok(Tried::Ended(Outcome::Failed(why)));
    }
    let tries = order.tries + 1;
    if tries == ALERT {
        error!(outbox.id = %order.id, guild.id = %order.guild, part = order.part, "still not done after {tries} tries: {found}");
    }
    let wait = usize::try_from(order.tries).ok().and_then(|at| WAITS_S.get(at)).copied();
    let wait = Duration::from_secs(wait.unwrap_or(WAITS_S[WAITS_S.len() - 1]));
    let tried_at = if may_be_done(&found) { Some(order.tried_at.unwrap_or(now)) } else { order.tried_at };
    Ok(Tried::Again { due: app.clock.now().plus(wait), tried_at })
}

/// The token was refused: the process ends, and the next one tries again.
const fn is_unauthorized(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Refused { status: 401, .. })
}

/// Whether it may have been done all the same.
const fn may_be_done(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Unknown | Refusal::Refused { status: 500.., .. })
}

async fn carry_out(app: &App, order: &Waiting, now: Timestamp) -> Result<Result<Outcome, Refusal>> {
    let guild = order.guild;
    match &order.effect {
        Effect::Post { channel, body } => message(app, order, *channel, body, now).await,
        Effect::Dm { member, body } => match open_dm(app, *member).await {
            Ok(channel) => message(app, order, channel, body, now).await,
            Err(refusal) => Ok(Err(refusal)),
        },
        Effect::Edit { of, body } => edit(app, *of, body).await,
        Effect::Timeout { member, until, reason } => {
            let until = until.map(|until| iso_utc(until.min(now.plus(LONGEST_TIMEOUT))));
            let body = json!({"communication_disabled_until": until});
            let route = Route::GuildMember { guild_id: guild.into(), user_id: (*member).into() };
            Ok(act(app, LightMethod::Patch, route, &body, reason).await)
        }
        Effect::Kick { member, reason } => {
            let route = Route::GuildMember { guild_id: guild.into(), user_id: (*member).into() };
            Ok(gone_is_done(order, act(app, LightMethod::Delete, route, &Value::Null, reason).await))
        }
        Effect::Ban { member, delete_message_seconds, reason } => {
            let body = json!({"delete_message_seconds": delete_message_seconds});
            Ok(act(app, LightMethod::Put, ban(guild, *member), &body, reason).await)
        }
        Effect::Unban { member, reason } => {
            Ok(gone_is_done(order, act(app, LightMethod::Delete, ban(guild, *member), &Value::Null, reason).await))
        }
    }
}

fn ban<'a>(guild: GuildId, member: MemberId) -> Route<'a> {
    Route::GuildBan { guild_id: guild.into(), user_id: member.into() }
}

/// A call whose reason stands in Discord's audit log.
async fn act(app: &App, method: LightMethod, route: Route<'_>, body: &Value, reason: &str) -> Result<Outcome, Refusal> {
    let encoded = utf8_percent_encode(&limits::audit_reason(reason), NON_ALPHANUMERIC).to_string();
    // Percent-encoded text is always a header.
    let headers = HeaderValue::from_str(&encoded)
        .map(|reason| HeaderMap::from_iter([(HeaderName::from_static("x-audit-log-reason"), reason)]));
    let body = (!body.is_null()).then(|| body.to_string().into_bytes());
    app.discord.rest.call(Request::new(route, method).body(body).headers(headers.ok())).await?;
    Ok(Outcome::Done { message: None })
}

/// What an earlier try may have removed is removed.
fn gone_is_done(order: &Waiting, outcome: Result<Outcome, Refusal>) -> Result<Outcome, Refusal> {
    match outcome {
        Err(refusal) if order.tried_at.is_some() && Why::of_refusal(&refusal) == Why::Gone => {
            Ok(Outcome::Done { message: None })
        }
        outcome => outcome,
    }
}

async fn open_dm(app: &App, member: MemberId) -> Result<ChannelId, Refusal> {
    let body = json!({"recipient_id": member.to_string()});
    let channel = app.discord.rest.send(LightMethod::Post, Route::UserMeDmChannels, &body).await?;
    id(&channel["id"]).map(ChannelId).ok_or(Refusal::Unknown)
}

/// A message, unless an earlier try has sent it.
async fn message(
    app: &App,
    order: &Waiting,
    channel: ChannelId,
    body: &Value,
    now: Timestamp,
) -> Result<Result<Outcome, Refusal>> {
    let done = |message| Ok(Ok(Outcome::Done { message: Some((channel, message)) }));
    let stale = order.tried_at.filter(|tried| *tried < now.minus(NONCE_HOLDS) || *tried > now);
    if let Some(tried) = stale {
        match own_message(app, channel, body, tried).await? {
            Ok(Found::Message(message)) => return done(message),
            Ok(Found::Nothing) => {}
            Ok(Found::TooMuch) => return Ok(Ok(Outcome::Unknown)),
            Err(refusal) if refusal.passing() => return Ok(Err(refusal)),
            // Not permitted to look, or nothing left to look at.
            Err(refusal) if Why::of_refusal(&refusal) == Why::Gone => return Ok(Err(refusal)),
            Err(_) => return Ok(Ok(Outcome::Unknown)),
        }
    }
    let mut body = body.clone();
    body["nonce"] = nonce(order.id).into();
    body["enforce_nonce"] = true.into();
    let route = Route::ChannelMessages { channel_id: channel.into() };
    match app.discord.rest.send(LightMethod::Post, route, &body).await {
        Ok(sent) => match id(&sent["id"]) {
            Some(message) => done(MessageId(message)),
            None => Ok(Err(Refusal::Unknown)),
        },
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// At most 25 characters; the same for every try.
fn nonce(id: OutboxId) -> String {
    format!("steward-{id}")
}

/// What was found of an earlier try.
enum Found {
    Message(MessageId),
    Nothing,
    /// More was written there since than anybody wants to read.
    TooMuch,
}

/// Looks for one's own message, written since an instant, that no other order has made.
async fn own_message(app: &App, channel: ChannelId, body: &Value, since: Timestamp) -> Result<Result<Found, Refusal>> {
    let me = app.discord.introduced().await.bot.to_string();
    let wanted = likeness(body);
    let mut after = ((since.minus(SKEW).millis() - DISCORD_EPOCH_MS).max(0)) << 22;
    for _ in 0..PAGES {
        let params = vec![("after", after.to_string()), ("limit", "100".to_owned())];
        let route = Route::ChannelMessages { channel_id: channel.into() };
        let page = match app.discord.rest.call(Request::new(route, LightMethod::Get).params(Some(params))).await {
            Ok(page) => page,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let messages = page.as_array().map(Vec::as_slice).unwrap_or_default();
        let own =
            messages.iter().filter(|message| message["author"]["id"] == me.as_str() && likeness(message) == wanted);
        for message in own.filter_map(|message| id(&message["id"])).map(MessageId) {
            if !queue::is_known(app.db.read(), channel, message).await? {
                return Ok(Ok(Found::Message(message)));
            }
        }
        let Some(last) = messages.iter().filter_map(|message| id(&message["id"])).max() else {
            return Ok(Ok(Found::Nothing));
        };
        if messages.len() < 100 {
            return Ok(Ok(Found::Nothing));
        }
        after = last;
    }
    Ok(Ok(Found::TooMuch))
}

/// What two messages have in common if one is the other as Discord keeps it: all that people read
/// and press.
fn likeness(message: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().trim().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut parts = vec![text(&message["content"])];
    for embed in list(&message["embeds"]) {
        parts.extend([&embed["title"], &embed["description"], &embed["footer"]["text"]].map(text));
        parts.extend(list(&embed["fields"]).iter().flat_map(|field| [text(&field["name"]), text(&field["value"])]));
    }
    let rows = list(&message["components"]);
    parts.extend(rows.iter().flat_map(|row| list(&row["components"])).map(|part| text(&part["custom_id"])));
    parts
}

/// The message of an order that has ended, changed.
async fn edit(app: &App, of: OutboxId, body: &Value) -> Result<Result<Outcome, Refusal>> {
    let Some((channel, message)) = queue::message(app.db.read(), of).await? else {
        return Ok(Ok(Outcome::Failed(Why::Gone)));
    };
    let route = Route::ChannelMessage { channel_id: channel.into(), message_id: message.into() };
    let sent = app.discord.rest.send(LightMethod::Patch, route, body).await;
    Ok(sent.map(|_| Outcome::Done { message: Some((channel, message)) }))
}

fn id(value: &Value) -> Option<i64> {
    value.as_str()?.parse().ok()
}

#[cfg(test)]
mod tests {
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
    }

    #[test]
    fn the_longest_nonce_fits() {
        assert!(nonce(OutboxId(999_999_999_999_999)).len() <= 25);
    }
}
