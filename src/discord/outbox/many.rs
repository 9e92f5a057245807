//! What is done to many people at once: bans in one call, and the whole server paused for a while. Both may be done
//! again without harm.

use serde_json::{Value, json};
use serenity::http::{LightMethod, Route};

use crate::app::App;
use crate::clock::Timestamp;
use crate::ids::{GuildId, MemberId};
use crate::text::rfc3339;

use super::Outcome;
use super::call::{CallResult, act, id};
use super::queue::Waiting;
use crate::discord::client::rest::Refusal;

/// Discord's code where it has banned none of them.
const NONE_BANNED: i64 = 500_000;

/// Bans people. Who was banned before counts among those to whom it was not done, also if that was by an earlier try.
pub(super) async fn ban(
    app: &App,
    guild: GuildId,
    members: &[MemberId],
    delete_message_seconds: u32,
    reason: &str,
) -> CallResult {
    let ids: Vec<String> = members.iter().map(ToString::to_string).collect();
    let body = json!({"user_ids": ids, "delete_message_seconds": delete_message_seconds});
    let route = Route::GuildBulkBan { guild_id: guild.into() };
    match act(app, LightMethod::Post, route, &body, reason).await {
        Ok(answer) => CallResult::from_answer(left_out(members, &answer["banned_users"])),
        Err(refusal) if refusal.code() == NONE_BANNED => CallResult::Ended(Outcome::DoneButFor(members.to_vec())),
        Err(refusal) => CallResult::from_answer(Err(refusal)),
    }
}

/// Those of whom Discord does not say that they are banned now.
fn left_out(members: &[MemberId], banned: &Value) -> Result<Outcome, Refusal> {
    let banned = banned.as_array().ok_or(Refusal::Unknown)?;
    let banned: std::collections::HashSet<MemberId> = banned.iter().filter_map(id).map(MemberId).collect();
    Ok(Outcome::DoneButFor(members.iter().copied().filter(|member| !banned.contains(member)).collect()))
}

/// Pauses invites or direct messages. What someone has paused besides, or for longer, stays so.
pub(super) async fn pause(
    app: &App,
    order: &Waiting,
    invites: Option<Timestamp>,
    dms: Option<Timestamp>,
    reason: &str,
    now: Timestamp,
) -> CallResult {
    let guild_id = order.guild.into();
    let known = match app.discord.rest.get(Route::Guild { guild_id }).await {
        Ok(known) => known,
        Err(refusal) => return CallResult::before(Err(refusal)),
    };
    let until = |name: &str, ours: Option<Timestamp>| {
        let theirs = known["incidents_data"][name].as_str().and_then(rfc3339::parse).filter(|until| *until > now);
        ours.max(theirs).map(rfc3339::format)
    };
    let body = json!({
        "invites_disabled_until": until("invites_disabled_until", invites),
        "dms_disabled_until": until("dms_disabled_until", dms),
    });
    let answer = act(app, LightMethod::Put, Route::GuildIncidentActions { guild_id }, &body, reason).await;
    let answer = answer.and_then(|answer| if answer.is_object() { Ok(()) } else { Err(Refusal::Unknown) });
    CallResult::from_answer(answer.map(|()| Outcome::Done { message: None }))
}
