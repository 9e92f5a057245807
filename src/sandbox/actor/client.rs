//! What the client checks before a command is sent: who may use it, which options it takes.

use serde_json::{Value, json};

use super::{Done, Person, refused};
use crate::ids::{ChannelId, MemberId, RoleId};
use crate::sandbox::interactions::{Resolved, may_use_commands};
use crate::sandbox::limits::length;
use crate::sandbox::rights;
use crate::sandbox::world::{Attachment, World};

/// The client did not let the person do it; nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientRefused(pub String);

impl std::fmt::Display for ClientRefused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the client refused: {}", self.0)
    }
}

impl std::error::Error for ClientRefused {}

/// What a person gives for an option or chooses in a menu.
#[derive(Debug, Clone)]
pub enum Given {
    Text(String),
    Whole(i64),
    Number(f64),
    Yes(bool),
    Member(MemberId),
    Role(RoleId),
    Channel(ChannelId),
    File { name: String, bytes: Vec<u8> },
}

macro_rules! given {
    ($($from:ty => $make:expr),* $(,)?) => {$(
        impl From<$from> for Given {
            fn from(value: $from) -> Self {
                ($make)(value)
            }
        }
    )*};
}

given! {
    &str => |text: &str| Self::Text(text.into()),
    String => Self::Text,
    i64 => Self::Whole,
    i32 => |number: i32| Self::Whole(number.into()),
    f64 => Self::Number,
    bool => Self::Yes,
    MemberId => Self::Member,
    RoleId => Self::Role,
    ChannelId => Self::Channel,
    &Person => |person: &Person| Self::Member(person.id()),
    Person => |person: Person| Self::Member(person.id()),
}

/// A command found in the client's list, with the way to the subcommand.
pub struct Found {
    pub command: Value,
    /// Group and subcommand passed on the way, outermost first.
    pub path: Vec<Value>,
    /// Options of the last of them.
    pub options: Vec<Value>,
}

/// Looks a command up as the client lists it for this person, and walks to the subcommand.
pub fn find(world: &World, person: MemberId, channel: ChannelId, words: &str, kind: u64) -> Done<Found> {
    let found = look_up(world, channel, words, kind)?;
    allowed(world, &found.command, person, channel)?;
    Ok(found)
}

/// The same whether the client lists it for anybody or not.
pub fn look_up(world: &World, channel: ChannelId, words: &str, kind: u64) -> Done<Found> {
    let guild = world.channel(channel).and_then(|home| home.guild);
    let scopes = [guild, None].into_iter().filter(|scope| guild.is_some() || scope.is_none());
    let known: Vec<&Value> = scopes.filter_map(|scope| world.commands.get(&scope)).flatten().collect();
    // Menus have names with spaces; of a slash command the first word is the name.
    let (name, rest) = if kind == 1 { words.split_once(' ').unwrap_or((words, "")) } else { (words, "") };
    let Some(command) = known.iter().find(|one| one["name"] == name && one["type"] == kind) else {
        let names: Vec<&str> = known.iter().filter_map(|one| one["name"].as_str()).collect();
        return refused(format!("there is no command {name:?}; there are {names:?}"));
    };
    let mut options = command["options"].as_array().cloned().unwrap_or_default();
    let mut path = Vec::new();
    for word in rest.split_whitespace() {
        let Some(inner) = options.iter().find(|one| matches!(one["type"].as_u64(), Some(1 | 2)) && one["name"] == word)
        else {
            return refused(format!("/{name} has no subcommand {word:?}"));
        };
        let inner = inner.clone();
        options = inner["options"].as_array().cloned().unwrap_or_default();
        path.push(inner);
    }
    if options.iter().any(|one| matches!(one["type"].as_u64(), Some(1 | 2))) {
        return refused(format!("/{words} wants a subcommand"));
    }
    Ok(Found { command: (*command).clone(), path, options })
}

/// Contexts, the permission to use commands, and what the command asks of members.
pub fn allowed(world: &World, command: &Value, person: MemberId, channel: ChannelId) -> Done {
    let name = command["name"].as_str().unwrap_or_default();
    let who = world.name_of(person);
    let guild = world.channel(channel).and_then(|home| home.guild);
    let here = u64::from(guild.is_none());
    if let Some(contexts) = command["contexts"].as_array() {
        if !contexts.iter().any(|one| *one == here) {
            return refused(format!("/{name} is not offered here"));
        }
    } else if guild.is_none() && (command["dm_permission"] == false || command["guild_id"].is_string()) {
        return refused(format!("/{name} is not offered in direct messages"));
    }
    let Some(guild) = guild else { return Ok(()) };
    if world.member(guild, person).is_none() {
        return refused(format!("{who} is no member"));
    }
    let held = world.rights_in_channel(channel, person);
    if held & rights::VIEW_CHANNEL == 0 || !may_use_commands(world, channel, person) {
        return refused(format!("{who} may not use commands there"));
    }
    let wanted = command["default_member_permissions"].as_str().and_then(|bits| bits.parse::<u64>().ok());
    match wanted {
        Some(0) if held != rights::ALL => refused(format!("/{name} is hidden from {who}")),
        Some(bits) if held & bits != bits => refused(format!("/{name} is hidden from {who}")),
        _ => Ok(()),
    }
}

/// Fills in the options, checked as the client checks them. `typing` names the one that is still
/// being typed: then nothing is required yet.
pub fn fill(
    world: &World,
    uploads: &mut Vec<Attachment>,
    resolved: &mut Resolved,
    who: (MemberId, ChannelId),
    options: &[Value],
    given: &[(&str, Given)],
    typing: Option<&str>,
) -> Done<Vec<Value>> {
    for (name, _) in given {
        if !options.iter().any(|option| option["name"] == *name) {
            let names: Vec<&str> = options.iter().filter_map(|option| option["name"].as_str()).collect();
            return refused(format!("there is no option {name:?}; there are {names:?}"));
        }
    }
    let mut filled = Vec::new();
    for option in options {
        let name = option["name"].as_str().unwrap_or_default();
        let Some((_, value)) = given.iter().find(|(known, _)| *known == name) else {
            if option["required"] == true && typing.is_none() {
                return refused(format!("the option {name:?} is required"));
            }
            continue;
        };
        let kind = option["type"].as_u64().unwrap_or(0);
        if typing == Some(name) {
            let Given::Text(text) = value else { return refused("only text can be typed") };
            if option["autocomplete"] != true {
                return refused(format!("{name:?} suggests nothing"));
            }
            filled.push(json!({"name": name, "type": kind, "value": text, "focused": true}));
        } else {
            let value = check(world, uploads, resolved, who, option, value)?;
            filled.push(json!({"name": name, "type": kind, "value": value}));
        }
    }
    Ok(filled)
}

/// One value, as the option wants it.
fn check(
    world: &World,
    uploads: &mut Vec<Attachment>,
    resolved: &mut Resolved,
    who: (MemberId, ChannelId),
    option: &Value,
    given: &Given,
) -> Done<Value> {
    let name = option["name"].as_str().unwrap_or_default();
    if let Some(choices) = option["choices"].as_array().filter(|choices| !choices.is_empty()) {
        let plain = plain(given);
        let chosen = choices.iter().find(|choice| choice["value"] == plain || choice["name"] == plain);
        let names: Vec<&Value> = choices.iter().map(|choice| &choice["name"]).collect();
        let Some(chosen) = chosen else { return refused(format!("{name:?} offers {names:?}, not {plain}")) };
        return Ok(chosen["value"].clone());
    }
    match (option["type"].as_u64().unwrap_or(0), given) {
        (3, Given::Text(text)) => {
            let low = option["min_length"].as_u64().unwrap_or(0);
            let high = option["max_length"].as_u64().unwrap_or(6_000);
            let long = length(text) as u64;
            if text.is_empty() || long < low || long > high {
                return refused(format!("{name:?} wants {low} to {high} characters, not {long}"));
            }
            Ok(json!(text))
        }
        (4, Given::Whole(number)) =>
        {
            #[expect(clippy::cast_precision_loss, reason = "Discord's whole numbers have 53 bits")]
            between(option, name, *number as f64).map(|()| json!(number))
        }
        #[expect(clippy::cast_precision_loss, reason = "Discord's numbers are 64-bit floats")]
        (10, Given::Whole(number)) => between(option, name, *number as f64).map(|()| json!(number)),
        (10, Given::Number(number)) => between(option, name, *number).map(|()| json!(number)),
        (5, Given::Yes(yes)) => Ok(json!(yes)),
        (11, Given::File { name, bytes }) => {
            let id = world.next_free_id(uploads.len());
            let file = Attachment { id, name: name.clone(), description: None, bytes: bytes.clone() };
            resolved.file(world, &file);
            uploads.push(file);
            Ok(json!(id.to_string()))
        }
        (kind, given) => {
            let types = option["channel_types"].as_array();
            entity(world, resolved, who, kind, given, types.map_or(&[][..], Vec::as_slice)).map(Value::String)
        }
    }
}

fn plain(given: &Given) -> Value {
    match given {
        Given::Text(text) => json!(text),
        Given::Whole(number) => json!(number),
        Given::Number(number) => json!(number),
        _ => Value::Null,
    }
}

fn between(option: &Value, name: &str, number: f64) -> Done {
    let low = option["min_value"].as_f64().unwrap_or(-9_007_199_254_740_991.0);
    let high = option["max_value"].as_f64().unwrap_or(9_007_199_254_740_991.0);
    if number < low || number > high {
        return refused(format!("{name:?} wants a number from {low} to {high}, not {number}"));
    }
    Ok(())
}

/// The role (of a menu of type 6) or the channel (8) that a person finds by typing its name.
pub fn by_name(world: &World, channel: ChannelId, kind: u64, name: &str) -> Done<Given> {
    let Some(guild) = world.channel(channel).and_then(|home| home.guild) else { return refused("not in a guild") };
    let name = name.trim_start_matches(['@', '#']);
    let role = || world.guild(guild)?.roles.values().find(|role| role.name == name).map(|role| Given::Role(role.id));
    let named = || {
        let mut homes = world.channels.values().filter(|home| home.guild == Some(guild));
        homes.find(|home| home.name == name).map(|home| Given::Channel(home.id))
    };
    let found = if kind == 6 { role() } else { named() };
    found.map_or_else(|| refused(format!("nothing is called {name:?}")), Ok)
}

/// A member, role or channel for an option or a menu (types of options; 9 takes members and roles).
pub fn entity(
    world: &World,
    resolved: &mut Resolved,
    (person, channel): (MemberId, ChannelId),
    kind: u64,
    given: &Given,
    channel_types: &[Value],
) -> Done<String> {
    match (kind, given) {
        (6 | 9, Given::Member(id)) => {
            resolved.user(world, channel, *id);
            Ok(id.to_string())
        }
        (8 | 9, Given::Role(id)) => {
            resolved.role(world, *id);
            Ok(id.to_string())
        }
        (7, Given::Channel(id)) => {
            let kind = world.channel(*id).map(|home| home.kind);
            if !channel_types.is_empty() && !channel_types.iter().any(|one| one.as_u64() == kind) {
                return refused("channels of that kind are not offered");
            }
            resolved.channel(world, *id, person);
            Ok(id.to_string())
        }
        _ => refused(format!("{given:?} does not fit an option of type {kind}")),
    }
}
