//! What is done to a channel and to messages of others in it. All of it may be done again without harm.

use serde_json::{Value, json};
use serenity::http::{LightMethod, Route};

use crate::app::App;
use crate::ids::{ChannelId, MessageId};

use super::call::{CallResult, act, is_about};
use super::queue::Waiting;
use super::{FailureReason, Outcome};
use crate::discord::access::channels;

/// Discord's code for a message that is not there.
const NO_MESSAGE: i64 = 10_008;

/// Removes messages; those that others have removed before are as good.
pub(super) async fn delete(
    app: &App,
    order: &Waiting,
    channel: ChannelId,
    messages: &[MessageId],
    reason: &str,
) -> CallResult {
    if let Some(ended) = elsewhere(app, order, channel).await {
        return ended;
    }
    let channel_id = channel.into();
    let answer = match messages {
        // Discord takes two at least where several are removed.
        [message] => {
            let route = Route::ChannelMessage { channel_id, message_id: (*message).into() };
            act(app, LightMethod::Delete, route, &Value::Null, reason).await
        }
        messages => {
            let ids: Vec<String> = messages.iter().map(ToString::to_string).collect();
            let route = Route::ChannelMessagesBulkDelete { channel_id };
            act(app, LightMethod::Post, route, &json!({"messages": ids}), reason).await
        }
    };
    let done = Outcome::Done { message: None };
    match answer {
        Err(refusal) if refusal.code() == NO_MESSAGE => CallResult::Ended(done),
        answer => CallResult::from_answer(answer.map(|_| done)),
    }
}

/// Sets how long people wait between two messages in a channel.
pub(super) async fn slow(app: &App, order: &Waiting, channel: ChannelId, seconds: u64, reason: &str) -> CallResult {
    if let Some(ended) = elsewhere(app, order, channel).await {
        return ended;
    }
    let route = Route::Channel { channel_id: channel.into() };
    let answer = act(app, LightMethod::Patch, route, &json!({"rate_limit_per_user": seconds}), reason).await;
    let answer = answer.and_then(|changed| is_about(&changed["id"], channel.get()));
    CallResult::from_answer(answer.map(|()| Outcome::Done { message: None }))
}

/// What came of it, where the channel is none of the server that ordered it.
async fn elsewhere(app: &App, order: &Waiting, channel: ChannelId) -> Option<CallResult> {
    match channels::belongs_to(app, order.guild, channel).await {
        Ok(true) => None,
        Ok(false) => Some(CallResult::Ended(Outcome::Failed(FailureReason::Foreign))),
        Err(refusal) => Some(CallResult::before(Err(refusal))),
    }
}
