//! The gateway's side of the conversation: sessions, intents, replay, close codes, planned trouble.
//!
//! Nothing here waits: [`super::line`] carries frames to and from the socket.

mod talk;

use std::collections::{BTreeMap, VecDeque};

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use super::State;
use super::world::{Event, World};
use super::{intents, wire};
use crate::clock::random;
use crate::ids::GuildId;

pub use talk::receive;

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
        // Who identifies anew resumes nothing older.
        self.sessions.retain(|_, old| old.line.is_some());
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

    /// After some close codes no bot may come back.
    pub const fn note_fatal(&mut self, code: u16) {
        if matches!(code, 4004 | 4010..=4014) {
            self.fatal = Some(code);
        }
    }

    /// The token or the intents were put right: connecting again is no mistake.
    pub const fn forgive(&mut self) {
        self.fatal = None;
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

/// Notes why a connection was closed: what the bot did wrong, and what it must not try again.
pub fn note_close(state: &mut State, code: u16, reason: &str) {
    state.gateway.note_fatal(code);
    if !matches!(code, 4000 | 4004 | 4009 | 4014) {
        state.journal.violation(format!("gateway: closed with {code} {reason}"));
    }
}
