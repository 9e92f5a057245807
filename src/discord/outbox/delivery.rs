//! Carries out one order: the calls to Discord, and what their refusals mean.

use std::time::Duration;

use serde_json::{Value, json};
use serenity::http::{LightMethod, Request, Route};
use tracing::{error, warn};

use crate::app::App;
use crate::clock::Timestamp;
use crate::error::{Error, Result};
use crate::ids::{ChannelId, DISCORD_EPOCH_MS, GuildId, MemberId, MessageId, OutboxId};
use crate::text::rfc3339;

use super::call::{CallResult, SKEW, act, gone_is_done, id, in_open_thread, is_about};
use super::message::{Found, earlier, is_public, kept, likeness, send};
use super::queue::{self, Waiting};
use super::{Effect, FailureReason, Outcome};
use super::{channels as made, events, forum, many, threads, upkeep};
use crate::discord::access::channels;
use crate::discord::client::rest::Refusal;
use crate::discord::ui::view;

/// How long Discord is trusted to know a nonce again. It says "a few minutes".
const NONCE_HOLDS: Duration = Duration::from_secs(60);
/// Messages that Discord shows at once.
const PAGE: usize = 100;
/// So many times that are looked through for one's own.
const PAGES: usize = 20;
/// Discord's longest time-out, less what a request may take.
const LONGEST_TIMEOUT: Duration = Duration::from_secs(28 * 86_400 - 60);
/// Discord's code for a poll that has ended.
const POLL_OVER: i64 = 520_001;
/// The waits between tries, in seconds; the last one is repeated.
const WAITS_S: [u64; 9] = [1, 2, 5, 15, 60, 300, 900, 1_800, 3_600];
/// After so many tries somebody should look.
const ALERT: i64 = 5;

/// What came of one try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeliveryStep {
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
pub async fn deliver(app: &App, order: &Waiting, now: Timestamp) -> Result<DeliveryStep> {
    let (refusal, tried_at) = match carry_out(app, order, now).await? {
        CallResult::Ended(outcome) => return Ok(DeliveryStep::Ended(outcome)),
        CallResult::Refused(refusal) => {
            let why = FailureReason::of_refusal(&refusal);
            warn!(outbox.id = %order.id, guild.id = %order.guild, purpose = order.purpose, why = why.as_str(), "not done: {refusal}");
            return Ok(DeliveryStep::Ended(Outcome::Failed(why)));
        }
        CallResult::Not(refusal) => (refusal, order.tried_at),
        CallResult::Perhaps(refusal) => (refusal, Some(order.tried_at.unwrap_or(now))),
    };
    let tries = order.tries + 1;
    if tries == ALERT {
        error!(outbox.id = %order.id, guild.id = %order.guild, purpose = order.purpose, "still not done after {tries} tries: {refusal}");
    }
    Ok(DeliveryStep::Again { due: app.clock.now().plus(wait(order.tries, &refusal)), tried_at })
}

/// The wait after so many tries before; as long as Discord asks for, where it does.
fn wait(tries: i64, refusal: &Refusal) -> Duration {
    if let Refusal::Limited(wait) = refusal {
        return (*wait).max(Duration::from_secs(1));
    }
    let seconds = usize::try_from(tries).ok().and_then(|at| WAITS_S.get(at)).copied();
    Duration::from_secs(seconds.unwrap_or(WAITS_S[WAITS_S.len() - 1]))
}

async fn carry_out(app: &App, order: &Waiting, now: Timestamp) -> Result<CallResult> {
    let guild = order.guild;
    let ends = match order.effect {
        // One that is over by now would only undo what others have decided since.
        Effect::Timeout { until, .. } => until,
        // Discord takes no event that has begun.
        Effect::MakeEvent { ref new, .. } => Some(new.starts),
        _ => None,
    };
    let late = order.expires.into_iter().chain(ends).any(|end| end <= now);
    match (&order.effect, order.tried_at) {
        (_, None) if late => Ok(CallResult::Ended(Outcome::Failed(FailureReason::Late))),
        // It may have been done in time, by a try that had no answer: messages can be looked for.
        (Effect::Post { .. } | Effect::Dm { .. }, _) => message(app, order, now, late).await,
        (Effect::ForumPost { channel, title, body }, _) => match forum::is_forum(app, guild, *channel).await {
            Ok(true) => forum::post(app, order, *channel, title, body, late).await,
            Ok(false) => message(app, order, now, late).await,
            Err(refusal) => Ok(CallResult::before(Err(refusal))),
        },
        (Effect::MakeChannel { new, reason }, _) => made::make(app, order, new, reason, late).await,
        (Effect::MakePrivateThread { channel, name }, _) => threads::make(app, order, *channel, name, late).await,
        (Effect::MakeEvent { new, reason }, _) => events::make(app, order, new, reason, late).await,
        (_, Some(_)) if late => Ok(CallResult::Ended(Outcome::Unknown)),
        (Effect::DeleteChannel { channel, reason }, _) => Ok(made::delete(app, order, *channel, reason).await),
        (Effect::DeleteMessages { channel, messages: ids, reason }, _) => {
            Ok(upkeep::delete(app, order, *channel, ids, reason).await)
        }
        (Effect::SetSlowmode { channel, seconds, reason }, _) => {
            Ok(upkeep::slow(app, order, *channel, *seconds, reason).await)
        }
        (Effect::ChangeOverwrites { channel, changes, reason }, _) => {
            Ok(upkeep::change_overwrites(app, order, *channel, changes, reason).await)
        }
        (Effect::LockThread { channel, locked, reason }, _) => {
            Ok(upkeep::lock_thread(app, order, *channel, *locked, reason).await)
        }
        (Effect::React { channel, message, emoji, on }, _) => {
            Ok(upkeep::react(app, guild, *channel, *message, emoji, *on).await)
        }
        (Effect::ChangeEvent { event, change, reason }, _) => {
            Ok(events::change(app, order, *event, change, reason).await)
        }
        (Effect::Edit { of, body }, _) => edit(app, order, *of, body).await,
        (Effect::EndPoll { of }, _) => end_poll(app, *of).await,
        (Effect::AddToThread { thread, member }, _) => Ok(threads::add(app, order.guild, *thread, *member).await),
        (Effect::CloseThread { thread }, _) => Ok(threads::close(app, order.guild, *thread).await),
        (Effect::MakeThread { of, name }, _) => made::make_thread(app, *of, name).await,
        (Effect::Timeout { member, until, reason }, _) => {
            let until = until.map(|until| rfc3339::format(until.min(now.plus(LONGEST_TIMEOUT))));
            let body = json!({"communication_disabled_until": until});
            let route = Route::GuildMember { guild_id: guild.into(), user_id: (*member).into() };
            let answer = act(app, LightMethod::Patch, route, &body, reason).await;
            Ok(CallResult::from_answer(done(answer.and_then(|changed| is_about(&changed["user"]["id"], member.get())))))
        }
        (Effect::Kick { member, reason }, _) => {
            let route = Route::GuildMember { guild_id: guild.into(), user_id: (*member).into() };
            let answer = done(act(app, LightMethod::Delete, route, &Value::Null, reason).await);
            Ok(CallResult::from_answer(gone_is_done(order, answer)))
        }
        (Effect::Ban { member, delete_message_seconds, reason }, _) => {
            let body = json!({"delete_message_seconds": delete_message_seconds});
            Ok(CallResult::from_answer(done(act(app, LightMethod::Put, ban(guild, *member), &body, reason).await)))
        }
        (Effect::BanMany { members, delete_message_seconds, reason }, _) => {
            Ok(many::ban(app, guild, members, *delete_message_seconds, reason).await)
        }
        (Effect::PauseServer { invites, dms, reason }, _) => {
            Ok(many::pause(app, order, *invites, *dms, reason, now).await)
        }
        (Effect::Unban { member, reason }, _) => Ok(unban(app, order, *member, reason).await),
        (Effect::LiftOwnBan { member, own, reason }, _) => Ok(lift_own_ban(app, order, *member, own, reason).await),
    }
}

async fn unban(app: &App, order: &Waiting, member: MemberId, reason: &str) -> CallResult {
    let answer = done(act(app, LightMethod::Delete, ban(order.guild, member), &Value::Null, reason).await);
    CallResult::from_answer(gone_is_done(order, answer))
}

/// Lets a person in again, if the reason beside their ban begins like this.
async fn lift_own_ban(app: &App, order: &Waiting, member: MemberId, own: &str, reason: &str) -> CallResult {
    let held = app.discord.rest.get(ban(order.guild, member)).await;
    match held.and_then(|held| is_about(&held["user"]["id"], member.get()).map(|()| held)) {
        Ok(held) if held["reason"].as_str().is_some_and(|held| held.starts_with(own)) => {
            unban(app, order, member, reason).await
        }
        Ok(_) => CallResult::Ended(Outcome::Failed(FailureReason::InUse)),
        Err(refusal) if FailureReason::of_refusal(&refusal) == FailureReason::Gone => {
            CallResult::Ended(Outcome::Done { message: None })
        }
        Err(refusal) => CallResult::before(Err(refusal)),
    }
}

fn ban<'a>(guild: GuildId, member: MemberId) -> Route<'a> {
    Route::GuildBan { guild_id: guild.into(), user_id: member.into() }
}

/// It was done, and there is nothing to find of it.
fn done<T>(answer: Result<T, Refusal>) -> Result<Outcome, Refusal> {
    answer.map(|_| Outcome::Done { message: None })
}

async fn open_dm(app: &App, member: MemberId) -> Result<ChannelId, Refusal> {
    let body = json!({"recipient_id": member.to_string()});
    let channel = app.discord.rest.send(LightMethod::Post, Route::UserMeDmChannels, &body).await?;
    id(&channel["id"]).map(ChannelId).ok_or(Refusal::Unknown)
}

/// A message, unless an earlier try has sent it; if it is late, only the looking for that.
async fn message(app: &App, order: &Waiting, now: Timestamp, late: bool) -> Result<CallResult> {
    let (channel, body) = match &order.effect {
        Effect::Post { channel, body } | Effect::ForumPost { channel, body, .. } => (*channel, body),
        Effect::Dm { member, body } => match open_dm(app, *member).await {
            Ok(channel) => (channel, body),
            Err(refusal) => return Ok(CallResult::before(Err(refusal))),
        },
        _ => return Err(Error::fault("no message is ordered")),
    };
    let mut body = body.clone();
    if is_in_channel(&order.effect) {
        match channels::belongs_to(app, order.guild, channel).await {
            Ok(true) => view::leave_out_for_staff(&mut body, is_public(app, order.guild, channel)),
            Ok(false) => return Ok(CallResult::Ended(Outcome::Failed(FailureReason::Foreign))),
            Err(refusal) => return Ok(CallResult::before(Err(refusal))),
        }
    }
    let done = |message| Outcome::Done { message: Some((channel, message)) };
    if let Some(tried) = order.tried_at.filter(|tried| late || !nonce_holds(order, *tried, now)) {
        match earlier(own_message(app, channel, &body, tried.min(now)).await?, late) {
            Ok(Some(message)) => return Ok(CallResult::Ended(done(message))),
            Ok(None) => {}
            Err(result) => return Ok(result),
        }
    }
    body["nonce"] = nonce(order.id, order.created).into();
    body["enforce_nonce"] = true.into();
    let route = Route::ChannelMessages { channel_id: channel.into() };
    Ok(CallResult::from_answer(send(app, order, route, body).await?.map(done)))
}

/// Whether Discord knows by the nonce that an earlier try has sent it. In direct messages it is not
/// relied upon: there one may always look.
fn nonce_holds(order: &Waiting, tried: Timestamp, now: Timestamp) -> bool {
    let recent = tried >= now.minus(NONCE_HOLDS) && tried <= now;
    recent && is_in_channel(&order.effect)
}

/// Whether it is a message for a channel, not for one person.
const fn is_in_channel(effect: &Effect) -> bool {
    matches!(effect, Effect::Post { .. } | Effect::ForumPost { .. })
}

/// At most 25 characters; the same for every try, and another one than an order had that was made
/// under the same number before the database was replaced by a copy.
fn nonce(order: OutboxId, created: Timestamp) -> String {
    format!("{:x}-{:x}", order.get(), created.millis())
}

/// Looks for one's own message, written since an instant, that no other order has made.
async fn own_message(app: &App, channel: ChannelId, body: &Value, since: Timestamp) -> Result<Result<Found, Refusal>> {
    let me = app.discord.introduced().await.bot.to_string();
    let wanted = likeness(body);
    let start = ((since.minus(SKEW).millis() - DISCORD_EPOCH_MS).max(0)) << 22;
    let mut after = start;
    for _ in 0..PAGES {
        let page = match messages(app, channel, Some(after)).await {
            Ok(page) => page,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let own = page.iter().filter(|message| message["author"]["id"] == me.as_str() && likeness(message) == wanted);
        for message in own.filter_map(|message| id(&message["id"])).map(MessageId) {
            if !queue::is_known(app.db.read(), channel, message).await? {
                return Ok(Ok(Found::Message(message)));
            }
        }
        if page.is_empty() && after == start {
            return Ok(nothing_there(app, channel, start).await);
        }
        let Some(last) = page.iter().filter_map(|message| id(&message["id"])).max() else {
            return Ok(Ok(Found::Nothing));
        };
        if page.len() < PAGE {
            return Ok(Ok(Found::Nothing));
        }
        after = last;
    }
    Ok(Ok(Found::Unclear))
}

/// Without the right to read the history Discord shows no messages, as if there were none: an empty
/// page counts only where it is known that nothing was written, or that older messages are shown.
async fn nothing_there(app: &App, channel: ChannelId, after: i64) -> Result<Found, Refusal> {
    let home = app.discord.rest.get(Route::Channel { channel_id: channel.into() }).await?;
    if id(&home["last_message_id"]).is_none_or(|last| last <= after) {
        return Ok(Found::Nothing);
    }
    let newest = messages(app, channel, None).await?;
    Ok(if newest.is_empty() { Found::Unclear } else { Found::Nothing })
}

/// The oldest messages after one, or the newest of all.
async fn messages(app: &App, channel: ChannelId, after: Option<i64>) -> Result<Vec<Value>, Refusal> {
    let mut params = vec![("limit", PAGE.to_string())];
    params.extend(after.map(|after| ("after", after.to_string())));
    let route = Route::ChannelMessages { channel_id: channel.into() };
    let page = app.discord.rest.call(Request::new(route, LightMethod::Get).params(Some(params))).await?;
    match page {
        Value::Array(messages) => Ok(messages),
        _ => Err(Refusal::Unknown),
    }
}

/// The message of an order that has ended, changed.
async fn edit(app: &App, order: &Waiting, of: OutboxId, body: &Value) -> Result<CallResult> {
    let Some((channel, message)) = queue::message(app.db.read(), of).await? else {
        return Ok(CallResult::Ended(Outcome::Failed(FailureReason::Gone)));
    };
    let route = Route::ChannelMessage { channel_id: channel.into(), message_id: message.into() };
    let kept = kept(app, order, body).await?;
    let mut body = body.clone();
    view::leave_out_for_staff(&mut body, is_public(app, order.guild, channel));
    let change = || app.discord.rest.write_with(LightMethod::Patch, route, &body, kept.clone());
    let sent = in_open_thread(app, channel, change).await;
    let sent = sent.and_then(|changed| is_about(&changed["id"], message.get()));
    Ok(CallResult::from_answer(sent.map(|()| Outcome::Done { message: Some((channel, message)) })))
}

/// The poll in the message of an order that has ended is over; one that is over already is as good.
async fn end_poll(app: &App, of: OutboxId) -> Result<CallResult> {
    let Some((channel, message)) = queue::message(app.db.read(), of).await? else {
        return Ok(CallResult::Ended(Outcome::Failed(FailureReason::Gone)));
    };
    let route = Route::ChannelPollExpire { channel_id: channel.into(), message_id: message.into() };
    let done = Outcome::Done { message: Some((channel, message)) };
    let end = || app.discord.rest.call(Request::new(route, LightMethod::Post));
    Ok(match in_open_thread(app, channel, end).await {
        Err(refusal) if refusal.code() == POLL_OVER => CallResult::Ended(done),
        answer => {
            CallResult::from_answer(answer.and_then(|ended| is_about(&ended["id"], message.get())).map(|()| done))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_nonce_fits() {
        let far_off = Timestamp::from_seconds(16_725_225_600); // the year 2500
        assert!(nonce(OutboxId(999_999_999_999_999), far_off).len() <= 25);
    }
}
