//! What the bot says on a gateway connection, and what it is told: IDENTIFY, RESUME, heartbeats,
//! requests for members.

use serde_json::{Value, json};

use super::{Frame, Waiting};
use crate::ids::{GuildId, MemberId};
use crate::sandbox::{State, intents, wire};

/// Takes what the bot sent. An error is the close code it earned.
pub fn receive(state: &mut State, line: u64, text: &str) -> Result<(), (u16, &'static str)> {
    if text.len() > 4_096 {
        return Err((4002, "Payload too large."));
    }
    let Ok(frame) = serde_json::from_str::<Value>(text) else { return Err((4002, "Error while decoding payload.")) };
    let data = &frame["d"];
    let identified = state.gateway.lines.get(&line).is_some_and(|line| line.session.is_some());
    match frame["op"].as_u64() {
        Some(1) => {
            state.gateway.heartbeats += 1;
            if state.gateway.ack_heartbeats {
                state.gateway.control(line, 11, &Value::Null);
            }
        }
        Some(2) if identified => return Err((4005, "Already authenticated.")),
        Some(2) => identify(state, line, data)?,
        Some(6) if identified => return Err((4005, "Already authenticated.")),
        Some(6) => resume(state, line, data)?,
        Some(3 | 4 | 8) if !identified => return Err((4003, "Not authenticated.")),
        Some(3 | 4) => {}
        Some(8) => request_members(state, line, data)?,
        _ => return Err((4001, "Unknown opcode.")),
    }
    Ok(())
}

fn authenticate(state: &State, data: &Value) -> Result<(), (u16, &'static str)> {
    let token = data["token"].as_str().unwrap_or_default();
    let right = token.strip_prefix("Bot ").unwrap_or(token) == state.world.token && !state.faults.token_refused;
    if right { Ok(()) } else { Err((4004, "Authentication failed.")) }
}

fn identify(state: &mut State, line: u64, data: &Value) -> Result<(), (u16, &'static str)> {
    state.gateway.identifies += 1;
    if state.gateway.remaining == 0 {
        state.journal.violation("gateway: IDENTIFY beyond the session start limit");
    }
    state.gateway.remaining = state.gateway.remaining.saturating_sub(1);
    if let Some(code) = state.gateway.fatal {
        state.journal.violation(format!("gateway: IDENTIFY after the connection was closed with {code}"));
    }
    if !state.gateway.waiting.is_empty() {
        state.journal.violation("gateway: IDENTIFY while another session is being identified");
    }
    authenticate(state, data)?;
    let wanted = data["intents"].as_u64().filter(|bits| bits & !intents::KNOWN == 0);
    let Some(wanted) = wanted else { return Err((4013, "Invalid intent(s).")) };
    if wanted & intents::PRIVILEGED & !state.world.privileged != 0 {
        return Err((4014, "Disallowed intent(s)."));
    }
    for key in ["os", "browser", "device"] {
        if !data["properties"][key].is_string() {
            state.journal.violation(format!("gateway: IDENTIFY without properties.{key}"));
        }
    }
    let shard = data["shard"].as_array().map(|shard| shard.iter().filter_map(Value::as_u64).collect::<Vec<_>>());
    if shard.is_some_and(|shard| shard != [0, 1]) {
        return Err((4010, "Invalid shard."));
    }
    if state.gateway.invalidate_always {
        state.gateway.control(line, 9, &json!(false));
    } else if state.gateway.withhold_ready {
        state.gateway.waiting.push(Waiting { line, intents: wanted });
    } else {
        state.gateway.start_session(&state.world, line, wanted);
    }
    Ok(())
}

fn resume(state: &mut State, line: u64, data: &Value) -> Result<(), (u16, &'static str)> {
    authenticate(state, data)?;
    let gateway = &mut state.gateway;
    let id = data["session_id"].as_str().unwrap_or_default().to_owned();
    let last = data["seq"].as_u64().unwrap_or(0);
    let Some(session) = gateway.sessions.get_mut(&id).filter(|_| !gateway.invalidate_always) else {
        gateway.control(line, 9, &json!(false));
        return Ok(());
    };
    if last > session.seq {
        return Err((4007, "Invalid seq."));
    }
    let missed: Vec<String> =
        session.sent.iter().filter(|(seq, _)| *seq > last).map(|(_, text)| text.clone()).collect();
    if missed.len() as u64 != session.seq - last {
        gateway.sessions.remove(&id);
        gateway.control(line, 9, &json!(false));
        return Ok(());
    }
    let old = session.line.replace(line);
    if let Some(old) = old {
        gateway.end_line(old, Frame::Cut);
        if let Some(session) = gateway.sessions.get_mut(&id) {
            session.line = Some(line);
        }
    }
    if let Some(line) = gateway.lines.get_mut(&line) {
        line.session = Some(id.clone());
    }
    gateway.resumes += 1;
    gateway.current = Some(id.clone());
    for text in missed {
        gateway.push(line, Frame::Text(text));
    }
    gateway.dispatch(&id, "RESUMED", &json!({"_trace": ["local"]}));
    Ok(())
}

fn request_members(state: &mut State, line: u64, data: &Value) -> Result<(), (u16, &'static str)> {
    let Some(session) = state.gateway.lines.get(&line).and_then(|line| line.session.clone()) else { return Ok(()) };
    let wanted = state.gateway.sessions.get(&session).map_or(0, |session| session.intents);
    let guild = wire::read_id(&data["guild_id"]).map(GuildId);
    let Some((id, guild)) = guild.and_then(|id| Some((id, state.world.guild(id)?))) else {
        state.journal.violation("gateway: members of an unknown guild were asked for");
        return Ok(());
    };
    let limit = data["limit"].as_u64().unwrap_or(0);
    let mut missing: Vec<String> = Vec::new();
    let found: Vec<MemberId> = if data["user_ids"].is_null() {
        let query = data["query"].as_str().unwrap_or_default().to_lowercase();
        if query.is_empty() && limit == 0 && wanted & intents::GUILD_MEMBERS == 0 {
            return Err((4014, "Disallowed intent(s)."));
        }
        let named = guild.members.keys().filter(|user| state.world.name_of(**user).to_lowercase().starts_with(&query));
        named
            .copied()
            .take(if limit == 0 { usize::MAX } else { usize::try_from(limit.min(100)).unwrap_or(100) })
            .collect()
    } else {
        let many = data["user_ids"].as_array().cloned().unwrap_or_else(|| vec![data["user_ids"].clone()]);
        let ids = many.iter().filter_map(wire::read_id).map(MemberId);
        let (here, gone): (Vec<_>, Vec<_>) = ids.take(100).partition(|user| guild.members.contains_key(user));
        missing = gone.iter().map(ToString::to_string).collect();
        here
    };
    let pieces: Vec<&[MemberId]> = if found.is_empty() { vec![&[]] } else { found.chunks(1_000).collect() };
    for (index, piece) in pieces.iter().enumerate() {
        let members: Vec<Value> = piece.iter().map(|user| wire::member(&state.world, id, *user)).collect();
        let mut chunk = json!({"guild_id": id.to_string(), "members": members, "chunk_index": index,
            "chunk_count": pieces.len(), "not_found": missing});
        if data["nonce"].is_string() {
            chunk["nonce"] = data["nonce"].clone();
        }
        state.gateway.dispatch(&session, "GUILD_MEMBERS_CHUNK", &chunk);
    }
    Ok(())
}
