//! Polls: who voted for an answer, and ending one before its time.

use serde_json::{Value, json};

use super::{Call, Outcome, Refusal, Reply, Route, route};
use crate::ids::MemberId;
use crate::sandbox::wire;

pub const ROUTES: [Route; 2] = [
    route("GET", "/channels/{channel_id}/polls/{message_id}/answers/{answer_id}", voters),
    route("POST", "/channels/{channel_id}/polls/{message_id}/expire", expire),
];

fn voters(call: &mut Call<'_>) -> Outcome {
    let (limit, after) = (call.limit(25, 100), call.query_id("after").unwrap_or(0));
    let number = usize::try_from(call.id("answer_id")).unwrap_or(0);
    let message = call.message()?;
    let Some(poll) = &message.poll else { return Err(Refusal::code(10_008)) };
    let answer = poll.answers.get(number.wrapping_sub(1));
    let voters = answer.into_iter().flat_map(|answer| &answer.voters).filter(|user| user.get() > after);
    let users: Vec<Value> = voters.take(limit).map(|user: &MemberId| wire::user(&call.state.world, *user)).collect();
    Ok(Reply::Ok(json!({"users": users})))
}

fn expire(call: &mut Call<'_>) -> Outcome {
    let message = call.message()?;
    let (channel, id) = (message.channel, message.id);
    match &message.poll {
        None => return Err(Refusal::code(520_006)),
        Some(_) if message.author != call.bot() => return Err(Refusal::code(50_005)),
        Some(poll) if poll.has_ended => return Err(Refusal::code(520_001)),
        Some(_) => {}
    }
    call.state.world.end_poll(channel, id);
    let world = &call.state.world;
    let ended = world.message(channel, id).ok_or_else(|| Refusal::code(10_008))?;
    Ok(Reply::Ok(wire::message(world, ended)))
}
