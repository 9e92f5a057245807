//! The gateway's side of the conversation: sessions, intents, replay, close codes, planned trouble.
//!
//! Nothing here waits: [`super::line`] carries frames to and from the socket.

use std::collections::{BTreeMap, VecDeque};

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use super::State;
use super::world::{Event, World};
use super::{intents, wire};
use crate::clock::random;
use crate::ids::{GuildId, MemberId};

/// Events kept for a RESUME.
const REPLAY: usize = 20_000;

/// What goes down a line.
#[derive(Debug)]
pub enum Frame {
    Text(String),
    Close(u16, &'static str),
    /// The connection just dies.
    Cut,
}

/// One connection; it may carry a session.
pub struct Line {
    pub out: UnboundedSender<Frame>,
    session: Option<String>,
}

struct Session {
    intents: u64,
    seq: u64,
    sent: VecDeque<(u64, String)>,
    line: Option<u64>,
}

/// An IDENTIFY that waits for its READY.
struct Waiting {
    line: u64,
    intents: u64,
}

pub struct Gateway {
    pub url: String,
    lines: BTreeMap<u64, Line>,
    sessions: BTreeMap<String, Session>,
    current: Option<String>,
    waiting: Vec<Waiting>,
    next_line: u64,
    held: Option<Vec<Event>>,
    duplicates: BTreeMap<String, usize>,
    fatal: Option<u16>,
    pub identifies: u64,
    pub resumes: u64,
    pub readies: u64,
    pub heartbeats: u64,
    /// Sessions that may still be started today.
    pub remaining: u64,
    pub heartbeat_ms: u64,
    pub ack_heartbeats: bool,
    pub withhold_ready: bool,
    pub invalidate_always: bool,
}

impl Gateway {
    pub const fn new(url: String) -> Self {
        Self {
            url,
            lines: BTreeMap::new(),
            sessions: BTreeMap::new(),
            current: None,
            waiting: Vec::new(),
            next_line: 1,
            held: None,
            duplicates: BTreeMap::new(),
            fatal: None,
            identifies: 0,
            resumes: 0,
            readies: 0,
            heartbeats: 0,
            remaining: 1_000,
            heartbeat_ms: 41_250,
            ack_heartbeats: true,
            withhold_ready: false,
            invalidate_always: false,
        }
    }

    /// Sequence number of the last event of the newest session.
    pub fn last_seq(&self) -> u64 {
        self.current.as_ref().and_then(|id| self.sessions.get(id)).map_or(0, |session| session.seq)
    }

    /// Whether a session has a live connection.
    pub fn connected(&self) -> bool {
        self.sessions.values().any(|session| session.line.is_some())
    }

    /// Whether events are being held back.
    pub const fn holding(&self) -> bool {
        self.held.is_some()
    }

    /// A new connection; it is greeted with HELLO.
    pub fn open_line(&mut self, out: UnboundedSender<Frame>) -> u64 {
        let id = self.next_line;
        self.next_line += 1;
        self.lines.insert(id, Line { out, session: None });
        self.control(id, 10, &json!({"heartbeat_interval": self.heartbeat_ms, "_trace": ["[\"local\"]"]}));
        id
    }

    /// The connection is gone. A client that said goodbye (1000, 1001) has ended its session.
    pub fn close_line(&mut self, id: u64, goodbye: bool) {
        self.waiting.retain(|waiting| waiting.line != id);
        let Some(session) = self.lines.remove(&id).and_then(|line| line.session) else { return };
        let Some(known) = self.sessions.get_mut(&session) else { return };
        if known.line == Some(id) {
            known.line = None;
            if goodbye {
                self.sessions.remove(&session);
            }
        }
    }

    pub fn line_ids(&self) -> Vec<u64> {
        self.lines.keys().copied().collect()
    }

    /// Sends a frame that is no event.
    pub fn control(&self, line: u64, op: u64, data: &Value) {
        self.push(line, Frame::Text(json!({"op": op, "d": data, "s": null, "t": null}).to_string()));
    }

    fn push(&self, line: u64, frame: Frame) {
        if let Some(line) = self.lines.get(&line) {
            // A line whose task has ended is about to be closed; the session's memory has the rest.
            let _ = line.out.send(frame);
        }
    }

    /// Ends a connection; the session stays for a RESUME.
    pub fn end_line(&mut self, id: u64, frame: Frame) {
        self.push(id, frame);
        self.close_line(id, false);
    }

    /// Forgets a connection's session and says so (op 9).
    pub fn invalidate(&mut self, id: u64, resumable: bool) {
        self.waiting.retain(|waiting| waiting.line != id);
        if let Some(session) = self.lines.get_mut(&id).and_then(|line| line.session.take()) {
            if resumable {
                if let Some(session) = self.sessions.get_mut(&session) {
                    session.line = None;
                }
            } else {
                self.sessions.remove(&session);
            }
        }
        self.control(id, 9, &json!(resumable));
    }

    /// The next `times` events of this name go out twice.
    pub fn duplicate(&mut self, event: &str, times: usize) {
        *self.duplicates.entry(event.into()).or_default() += times;
    }

    pub fn hold(&mut self) {
        self.held.get_or_insert_default();
    }

    pub fn release(&mut self) -> Vec<Event> {
        self.held.take().unwrap_or_default()
    }

    /// Sends an event to every session that may hear of it.
    pub fn deliver(&mut self, world: &World, event: Event) {
        if let Some(held) = &mut self.held {
            held.push(event);
            return;
        }
        let mut copies = 1;
        if let Some(left) = self.duplicates.get_mut(&event.name).filter(|left| **left > 0) {
            *left -= 1;
            copies = 2;
        }
        let sessions: Vec<(String, u64)> = self.sessions.iter().map(|(id, s)| (id.clone(), s.intents)).collect();
        for (session, wanted) in sessions {
            if let Some(data) = visible(world, &event, wanted) {
                for _ in 0..copies {
                    self.dispatch(&session, &event.name, &data);
                }
            }
        }
    }

    /// Sends an event as it is, whatever the intents say.
    pub fn deliver_raw(&mut self, name: &str, data: &Value) {
        let sessions: Vec<String> = self.sessions.keys().cloned().collect();
        for session in sessions {
            self.dispatch(&session, name, data);
        }
    }

    fn dispatch(&mut self, session: &str, name: &str, data: &Value) {
        let Some(session) = self.sessions.get_mut(session) else { return };
        session.seq += 1;
        let text = json!({"op": 0, "t": name, "s": session.seq, "d": data}).to_string();
        session.sent.push_back((session.seq, text.clone()));
        if session.sent.len() > REPLAY {
            session.sent.pop_front();
        }
        if let Some(line) = session.line {
            self.push(line, Frame::Text(text));
        }
    }

    fn start_session(&mut self, world: &World, line: u64, wanted: u64) {
        let id = format!("{:016x}{:016x}", random(), random());
        let session = Session { intents: wanted, seq: 0, sent: VecDeque::new(), line: Some(line) };
        self.sessions.insert(id.clone(), session);
        if let Some(line) = self.lines.get_mut(&line) {
            line.session = Some(id.clone());
        }
        self.current = Some(id.clone());
        let guilds: Vec<GuildId> = world.guilds.keys().copied().filter(|id| world.is_bot_in(*id)).collect();
        let mut user = wire::user(world, world.bot);
        user["verified"] = json!(true);
        user["mfa_enabled"] = json!(true);
        user["email"] = Value::Null;
        let ready = json!({
            "v": 10, "user": user, "session_id": id, "resume_gateway_url": self.url, "session_type": "normal",
            "guilds": guilds.iter().map(|id| json!({"id": id.to_string(), "unavailable": true})).collect::<Vec<_>>(),
            "shard": [0, 1], "application": {"id": world.application.to_string(), "flags": 565_248},
            "private_channels": [], "presences": [], "relationships": [], "user_settings": {}, "_trace": ["local"],
        });
        self.dispatch(&id, "READY", &ready);
        self.readies += 1;
        for guild in guilds {
            if world.guild(guild).is_some_and(|guild| !guild.unavailable) && wanted & intents::GUILDS != 0 {
                self.dispatch(&id, "GUILD_CREATE", &wire::guild_create(world, guild, wanted));
            }
        }
    }

    /// READY is no longer held back: those who wait get theirs.
    pub fn stop_withholding(&mut self, world: &World) {
        self.withhold_ready = false;
        for waiting in std::mem::take(&mut self.waiting) {
            self.start_session(world, waiting.line, waiting.intents);
        }
    }
}

/// The event as a session with these intents gets it, or nothing.
fn visible(world: &World, event: &Event, wanted: u64) -> Option<Value> {
    if event.always {
        return Some(event.data.clone());
    }
    if !intents::lets_through(wanted, &event.name, event.guild.is_some()) {
        return None;
    }
    if event.guild.is_some_and(|guild| !world.is_bot_in(guild)) {
        return None;
    }
    let unseen = |id| world.channel(id).is_some() && world.rights_in_channel(id, world.bot) == 0;
    if event.channel.is_some_and(unseen) {
        return None;
    }
    let mut data = event.data.clone();
    let message = matches!(event.name.as_str(), "MESSAGE_CREATE" | "MESSAGE_UPDATE");
    if message && wanted & intents::MESSAGE_CONTENT == 0 {
        intents::without_content(&mut data, &world.bot.to_string());
    }
    Some(data)
}

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

/// Notes why a connection was closed: what the bot did wrong, and what it must not try again.
pub fn note_close(state: &mut State, code: u16, reason: &str) {
    if matches!(code, 4004 | 4010..=4014) {
        state.gateway.fatal = Some(code);
    }
    if !matches!(code, 4000 | 4004 | 4009 | 4014) {
        state.journal.violation(format!("gateway: closed with {code} {reason}"));
    }
}

/// The token or the intents were put right: connecting again is no mistake.
pub fn forgive(state: &mut State) {
    state.gateway.fatal = None;
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
