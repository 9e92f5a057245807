//! The eyes of people: a message as its reader sees it, as plain text.
//!
//! Mentions turn into names, times into words (in UTC), components into `[Label]`. Markdown stays as
//! it was written, except that an escaped character shows without its backslash.

use serde_json::Value;

use super::iso;
use super::world::{Message, POLL_RESULT, Poll, ScheduledEvent, World};
use crate::clock::Timestamp;
use crate::ids::{ChannelId, MemberId, MessageId, RoleId};

/// A button as one sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    pub label: String,
    pub custom_id: String,
    /// Where a link leads.
    pub url: Option<String>,
    pub disabled: bool,
}

/// A menu as one sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Select {
    /// Number of its type: 3 has options of its own, 5 to 8 offer people, roles, both, channels.
    pub kind: u64,
    pub placeholder: String,
    pub custom_id: String,
    /// Labels and values; empty where Discord fills the menu.
    pub options: Vec<(String, String)>,
    /// Of a menu that Discord fills: ids of what is chosen already.
    pub chosen: Vec<String>,
    pub disabled: bool,
}

/// A file that hangs on a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub description: Option<String>,
    pub bytes: Vec<u8>,
}

/// A message as its reader sees it.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    pub id: Option<MessageId>,
    pub channel: Option<ChannelId>,
    pub author: String,
    /// As it was sent, ids and all.
    pub content: String,
    pub embeds: Vec<Value>,
    pub buttons: Vec<Button>,
    pub selects: Vec<Select>,
    pub files: Vec<File>,
    /// Emoji and their number.
    pub reactions: Vec<(String, usize)>,
    pub ephemeral: bool,
    pub edited: bool,
    /// Whom it notified.
    pub pings: Vec<String>,
    /// The message under which it stands.
    pub replies_to: Option<MessageId>,
    text: String,
}

impl Shown {
    /// All there is to read, top to bottom.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Labels of the buttons, in reading order.
    pub fn labels(&self) -> Vec<&str> {
        self.buttons.iter().map(|button| button.label.as_str()).collect()
    }
}

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl From<&Shown> for MessageId {
    fn from(shown: &Shown) -> Self {
        shown.id.unwrap_or(Self(0))
    }
}

/// The messages of a channel that a person may read.
pub fn channel(world: &World, channel: ChannelId, viewer: MemberId) -> Vec<Shown> {
    let readable = world.rights_in_channel(channel, viewer) & super::rights::VIEW_CHANNEL != 0;
    let Some(home) = world.channel(channel).filter(|_| readable) else { return Vec::new() };
    let seen = home.messages.values().filter(|message| message.only_for.is_none_or(|only| only == viewer));
    seen.map(|message| message_of(world, message)).collect()
}

pub fn message_of(world: &World, message: &Message) -> Shown {
    let mut shown = Shown {
        id: Some(message.id),
        channel: Some(message.channel),
        author: world.name_of(message.author).into(),
        content: message.content.clone(),
        embeds: message.embeds.clone(),
        reactions: message.reactions.iter().map(|(emoji, users)| (emoji.clone(), users.len())).collect(),
        ephemeral: message.only_for.is_some(),
        edited: message.edited.is_some(),
        pings: pings(world, message),
        replies_to: message.reference.map(|(_, answered)| answered),
        ..Shown::default()
    };
    for file in &message.attachments {
        let (name, description, bytes) = (file.name.clone(), file.description.clone(), file.bytes.clone());
        shown.files.push(File { name, description, bytes });
    }
    for component in walk(&message.components) {
        note_component(&mut shown, component);
    }
    shown.text = text(world, message, &shown);
    shown
}

fn pings(world: &World, message: &Message) -> Vec<String> {
    let users = message.mentions.iter().map(|user| format!("@{}", world.name_of(*user)));
    let roles = message.mention_roles.iter().map(|role| format!("@{}", role_name(world, *role)));
    let all = message.mention_everyone.then(|| "@everyone".to_owned());
    users.chain(roles).chain(all).collect()
}

fn role_name(world: &World, id: RoleId) -> String {
    let role = world.guilds.values().find_map(|guild| guild.roles.get(&id));
    role.map_or_else(|| "deleted-role".into(), |role| role.name.trim_start_matches('@').to_owned())
}

/// Every component, nested ones too, in reading order.
pub fn walk(components: &[Value]) -> Vec<&Value> {
    let mut found = Vec::new();
    for component in components {
        found.push(component);
        let inner = ["components", "component", "accessory"].into_iter().filter_map(|key| component.get(key));
        for inner in inner {
            found.extend(inner.as_array().map_or_else(|| walk(std::slice::from_ref(inner)), |list| walk(list)));
        }
    }
    found
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn note_component(shown: &mut Shown, component: &Value) {
    let disabled = component["disabled"] == true;
    let custom_id = word(&component["custom_id"]);
    match component["type"].as_u64() {
        Some(2) => {
            let parts = [word(&component["emoji"]["name"]), word(&component["label"])];
            let label = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
            let url = component["url"].as_str().map(str::to_owned);
            shown.buttons.push(Button { label, custom_id, url, disabled });
        }
        Some(kind @ (3 | 5..=8)) => {
            let options = component["options"].as_array().into_iter().flatten();
            let options = options.map(|option| (word(&option["label"]), word(&option["value"]))).collect();
            let placeholder = word(&component["placeholder"]);
            let chosen = component["default_values"].as_array().into_iter().flatten();
            let chosen = chosen.map(|value| word(&value["id"])).collect();
            shown.selects.push(Select { kind, placeholder, custom_id, options, chosen, disabled });
        }
        _ => {}
    }
}

fn text(world: &World, message: &Message, shown: &Shown) -> String {
    let mut lines: Vec<String> = Vec::new();
    if message.loading() {
        lines.push("thinking…".into());
    }
    lines.push(readable(world, &message.content));
    for embed in &message.embeds {
        if message.kind == POLL_RESULT {
            lines.push(poll_result(world, embed));
            continue;
        }
        lines.push(readable(world, embed["author"]["name"].as_str().unwrap_or_default()));
        lines.push(readable(world, embed["title"].as_str().unwrap_or_default()));
        lines.push(readable(world, embed["description"].as_str().unwrap_or_default()));
        for field in embed["fields"].as_array().into_iter().flatten() {
            let name = readable(world, field["name"].as_str().unwrap_or_default());
            let value = readable(world, field["value"].as_str().unwrap_or_default());
            let gap = if value.contains('\n') { "\n" } else { " " };
            lines.push(format!("{}:{gap}{value}", name.trim_end_matches(':')));
        }
        if let Some(url) = embed["image"]["url"].as_str() {
            lines.push(format!("(image {})", url.rsplit('/').next().unwrap_or(url)));
        }
        lines.push(readable(world, embed["footer"]["text"].as_str().unwrap_or_default()));
    }
    if let Some(poll) = &message.poll {
        lines.extend(poll_lines(world, poll));
    }
    lines.extend(shown.files.iter().map(|file| format!("(file {})", file.name)));
    lines.extend(message.components.iter().map(|component| row(world, component)));
    let reactions = shown.reactions.iter().map(|(emoji, count)| format!("{emoji} {count}"));
    lines.push(reactions.collect::<Vec<_>>().join("  "));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// A poll of Discord's own: the question, each answer with its votes, and how long it runs.
fn poll_lines(world: &World, poll: &Poll) -> Vec<String> {
    let mut lines = vec![readable(world, &poll.question)];
    let mark = if poll.multi { "□" } else { "○" };
    for answer in &poll.answers {
        let emoji = answer.emoji.as_ref().and_then(|emoji| emoji["name"].as_str());
        let parts = [Some(mark), emoji, Some(&answer.text)].into_iter().flatten().collect::<Vec<_>>().join(" ");
        lines.push(format!("{parts}: {}", answer.voters.len()));
    }
    let end = if poll.has_ended { "ended".into() } else { format!("ends {}", iso::shown(poll.ends, 'R', world.now())) };
    lines.push(format!("{}, {end}", counted(poll.votes())));
    lines
}

fn counted(votes: usize) -> String {
    if votes == 1 { "1 vote".into() } else { format!("{votes} votes") }
}

/// How Discord tells that a poll has ended.
fn poll_result(world: &World, embed: &Value) -> String {
    let field = |name: &str| {
        let mut fields = embed["fields"].as_array().into_iter().flatten();
        fields.find(|field| field["name"] == name).and_then(|field| field["value"].as_str()).unwrap_or_default()
    };
    let question = readable(world, field("poll_question_text"));
    let total = counted(field("total_votes").parse().unwrap_or(0));
    match field("victor_answer_text") {
        "" => format!("The poll “{question}” has closed: {total}, no winner"),
        victor => format!("The poll “{question}” has closed: {victor}, {} of {total}", field("victor_answer_votes")),
    }
}

/// One row of components, or what stands in its place.
fn row(world: &World, component: &Value) -> String {
    let mut parts: Vec<String> = Vec::new();
    for one in walk(std::slice::from_ref(component)) {
        if let Some(text) = one["content"].as_str() {
            parts.push(readable(world, text));
        }
        let mut seen = Shown::default();
        note_component(&mut seen, one);
        let faded = |disabled| if disabled { " (disabled)" } else { "" };
        parts.extend(seen.buttons.iter().map(|button| format!("[{}{}]", button.label, faded(button.disabled))));
        parts.extend(seen.selects.iter().map(|select| {
            let chosen = select.chosen.iter().map(|id| chosen_name(world, &one["type"], id));
            let options = select.options.iter().map(|(label, _)| label.clone()).chain(chosen);
            let options: Vec<String> = options.collect();
            let colon = if options.is_empty() { "" } else { ": " };
            format!("({}{colon}{}{})", select.placeholder, options.join(" | "), faded(select.disabled))
        }));
    }
    parts.join(" ")
}

/// What a menu of roles, channels or people shows as chosen.
fn chosen_name(world: &World, kind: &Value, id: &str) -> String {
    let sign = match kind.as_u64() {
        Some(6) => "@&",
        Some(8) => "#",
        _ => "@",
    };
    tag_text(world, &format!("{sign}{id}")).unwrap_or_else(|| id.to_owned())
}

/// An event of the list as one sees it.
pub fn event(world: &World, event: &ScheduledEvent) -> String {
    let now = world.now();
    let ends = event.ends.map(|ends| format!(" to {}", iso::shown(ends, 'F', now)));
    let channel = event.channel.and_then(|id| world.channel(id)).map(|home| format!("#{}", home.name));
    let place = channel.or_else(|| event.location.clone()).unwrap_or_default();
    let lines = [
        readable(world, &event.name),
        format!("{}{}", iso::shown(event.starts, 'F', now), ends.unwrap_or_default()),
        format!("at {}, by {}", readable(world, &place), world.name_of(event.creator)),
        readable(world, event.description.as_deref().unwrap_or_default()),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A form as one sees it.
pub fn form_text(world: &World, form: &Value) -> String {
    let mut lines = vec![format!("Form: {}", readable(world, form["title"].as_str().unwrap_or_default()))];
    let parts = form["components"].as_array().map_or(&[][..], Vec::as_slice);
    for part in walk(parts) {
        if part["type"] == 10 {
            lines.push(readable(world, part["content"].as_str().unwrap_or_default()));
        } else if let Some(label) = part["label"].as_str() {
            let inner = part.get("component").unwrap_or(part);
            let needed = if inner["required"] == false { "" } else { " *" };
            lines.push(
                format!("{label}{needed}: {}", inner["value"].as_str().unwrap_or_default()).trim_end().to_owned(),
            );
        }
    }
    lines.join("\n")
}

/// Text with its tags turned into what the client shows.
pub fn readable(world: &World, raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(next) = rest.chars().next() {
        if next == '\\'
            && let Some(escaped) = rest[1..].chars().next().filter(char::is_ascii_punctuation)
        {
            out.push(escaped);
            rest = &rest[2..];
        } else if next == '<'
            && let Some((tag, after)) = rest[1..].split_once('>')
            && let Some(seen) = tag_text(world, tag)
        {
            out.push_str(&seen);
            rest = after;
        } else {
            out.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    out
}

fn tag_text(world: &World, tag: &str) -> Option<String> {
    if let Some(id) = tag.strip_prefix("@&") {
        return Some(format!("@{}", role_name(world, id.parse().ok()?)));
    }
    if let Some(id) = tag.strip_prefix('@') {
        let id: MemberId = id.trim_start_matches('!').parse().ok()?;
        return Some(world.users.get(&id).map_or_else(|| "@unknown-user".into(), |user| format!("@{}", user.name)));
    }
    if let Some(id) = tag.strip_prefix('#') {
        let id: ChannelId = id.parse().ok()?;
        return Some(world.channel(id).map_or_else(|| "#unknown".into(), |home| format!("#{}", home.name)));
    }
    if let Some(time) = tag.strip_prefix("t:") {
        let (seconds, style) = time.split_once(':').unwrap_or((time, "f"));
        let moment = Timestamp::from_seconds(seconds.parse().ok()?);
        return Some(iso::shown(moment, style.chars().next().unwrap_or('f'), world.now()));
    }
    if let Some(command) = tag.strip_prefix('/') {
        return Some(format!("/{}", command.split_once(':')?.0));
    }
    None
}
