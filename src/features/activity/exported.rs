//! Reading a file of DiscordChatExporter's JSON: who wrote when, where and to whom. What was said is
//! passed over unread.
//!
//! The file is read as a stream, so its size does not matter; a message becomes a few numbers. Ids
//! stand in the file as text and never become floats. A flaw names the place in the file.

use std::fmt;
use std::fs::File;
use std::hash::Hasher;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};

use crate::clock::Timestamp;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};
use crate::text::rfc3339;

use super::rules::DELETED_USER;

/// Where a file comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub guild: GuildId,
    pub guild_name: String,
    pub channel: ChannelId,
    pub channel_name: String,
    /// Of a thread: its channel.
    pub parent: Option<(ChannelId, String)>,
    /// The exporter was asked to leave out everything before.
    pub after: Option<Timestamp>,
    /// And everything from here on.
    pub before: Option<Timestamp>,
    pub exported_at: Option<Timestamp>,
}

/// A message of any kind: a million of them are held at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exported {
    pub at: Timestamp,
    pub id: MessageId,
    /// 0 where it is nobody's: of bots, webhooks and the collective "Deleted User".
    author: MemberId,
    /// 0 if it replies to none.
    replies_to: MessageId,
    /// Without those of bots, where the file names who reacted.
    pub reactions: u32,
    mentions_start: u32,
    mentions: u16,
    pub kind: Kind,
}

impl Exported {
    /// What messages are ordered by: time, then id.
    pub const fn order(&self) -> (Timestamp, MessageId) {
        (self.at, self.id)
    }

    /// Who wrote it, or whom a system message is about.
    pub fn author(&self) -> Option<MemberId> {
        Some(self.author).filter(|member| member.0 != 0)
    }

    /// The message it replies to.
    pub fn replies_to(&self) -> Option<MessageId> {
        Some(self.replies_to).filter(|id| id.0 != 0)
    }
}

/// What a message is to the figures. Of all that is no member message, only reactions count, and joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A member message.
    Message,
    Join,
    /// Another system message.
    System,
    /// A kind that nobody knew when this was written: its place in [`Export::unknown`].
    Unknown(u8),
    Bot,
    Webhook,
    DeletedUser,
}

/// A whole file.
#[derive(Debug)]
pub struct Export {
    pub head: Head,
    /// In order, each once.
    pub messages: Vec<Exported>,
    /// Names of kinds that are not known.
    pub unknown: Vec<String>,
    mentions: Vec<MemberId>,
    /// Places of messages in the order of their ids, where that is another one.
    by_id: Option<Vec<u32>>,
}

/// A message as Discord's history shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryMessage {
    pub id: MessageId,
    pub at: Timestamp,
    /// Nobody, where it is of a bot, a webhook or the collective "Deleted User".
    pub author: Option<MemberId>,
    /// Whom it is for, without bots.
    pub mentions: Vec<MemberId>,
    /// The message it replies to, where its author is not among those it is for.
    pub replies_to: Option<MessageId>,
    pub kind: Kind,
}

impl Export {
    /// Messages that were read from Discord's history, as if they stood in a file.
    pub fn from_history(head: Head, read: Vec<HistoryMessage>) -> Self {
        let mut mentions = Vec::new();
        let mut messages = Vec::with_capacity(read.len());
        for mut message in read {
            let start = u32::try_from(mentions.len()).unwrap_or(u32::MAX);
            messages.push(Exported {
                at: message.at,
                id: message.id,
                author: message.author.unwrap_or(MemberId(0)),
                replies_to: message.replies_to.unwrap_or(MessageId(0)),
                // When they were given is not known, and some were counted as it happened.
                reactions: 0,
                mentions_start: start,
                mentions: u16::try_from(message.mentions.len()).unwrap_or(u16::MAX),
                kind: message.kind,
            });
            mentions.append(&mut message.mentions);
        }
        let by_id = in_order(&mut messages);
        Self { head, messages, unknown: Vec::new(), mentions, by_id }
    }

    /// The people a message of this file mentions, without bots.
    pub fn mentions(&self, message: &Exported) -> &[MemberId] {
        let start = message.mentions_start as usize;
        &self.mentions[start..start + usize::from(message.mentions)]
    }

    /// Takes over the messages of another file of the same channel, behind those that are there. When all
    /// are, they want [to be put in order](Self::put_in_order).
    pub fn join(&mut self, other: Self) {
        let start = u32::try_from(self.mentions.len()).unwrap_or(u32::MAX);
        self.mentions.extend(other.mentions);
        let unknown: Vec<u8> = other.unknown.iter().map(|name| place_of(&mut self.unknown, name)).collect();
        self.messages.extend(other.messages.into_iter().map(|message| Exported {
            mentions_start: message.mentions_start.saturating_add(start),
            kind: match message.kind {
                Kind::Unknown(place) => Kind::Unknown(unknown.get(usize::from(place)).copied().unwrap_or(u8::MAX)),
                kind => kind,
            },
            ..message
        }));
    }

    /// Puts what was joined in order, each once. Of one that stands in several files the first stays.
    pub fn put_in_order(&mut self) {
        self.by_id = in_order(&mut self.messages);
    }

    /// The message with this id, if it stands in the file.
    pub fn find(&self, id: MessageId) -> Option<&Exported> {
        match &self.by_id {
            None => {
                self.messages.binary_search_by_key(&id, |message| message.id).ok().map(|place| &self.messages[place])
            }
            Some(by_id) => {
                let message = |place: &u32| &self.messages[*place as usize];
                by_id.binary_search_by_key(&id, |place| message(place).id).ok().map(|place| message(&by_id[place]))
            }
        }
    }

    /// The member messages, in order.
    pub fn member_messages(&self) -> impl DoubleEndedIterator<Item = &Exported> {
        self.messages.iter().filter(|message| message.kind == Kind::Message)
    }
}

/// Why a file cannot be taken over, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    pub what: What,
    /// Line and column, from 1; `None` where the whole file is meant.
    pub place: Option<(usize, usize)>,
    /// Whether it begins like an export of a server's channel: then something is missing in the figures.
    pub is_export: bool,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The file cannot be read at all.
    Unreadable(String),
    Empty,
    /// It ends in the middle.
    Truncated,
    NotJson,
    /// JSON of some other kind.
    Foreign,
    /// A private conversation.
    Direct,
    /// Something stands where the exporter never writes it.
    Shape(String),
    /// An id that is no whole number of 64 bits.
    Id(String),
    /// A time that is none.
    Time(String),
    /// A time at which no message can have been written.
    Never(String),
}

/// A file of which nothing is understood yet.
pub struct Unread {
    path: PathBuf,
    /// All of it, where that is not too much.
    bytes: Option<Vec<u8>>,
    /// A number that tells files with different bytes apart.
    pub print: i64,
}

/// Up to how many bytes a file is held while it is read; a larger one is read from the disk twice.
const SMALL: u64 = 32 << 20;

/// Looks at the bytes of a file.
pub fn open(path: &Path) -> std::io::Result<Unread> {
    let mut file = File::open(path)?;
    let bytes = if file.metadata()?.len() <= SMALL {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Some(bytes)
    } else {
        None
    };
    // With fixed keys; should the algorithm ever change, a file is read once more, to no effect.
    let mut hasher = std::hash::DefaultHasher::new();
    match &bytes {
        Some(bytes) => hasher.write(bytes),
        None => {
            let mut file = BufReader::with_capacity(1 << 18, file);
            loop {
                let some = file.fill_buf()?;
                if some.is_empty() {
                    break;
                }
                hasher.write(some);
                let read = some.len();
                file.consume(read);
            }
        }
    }
    Ok(Unread { path: path.to_owned(), bytes, print: hasher.finish().cast_signed() })
}

/// Reads where a file comes from, and no further than needed.
pub fn read_head(path: &Path) -> Result<Head, Flaw> {
    let mut file = Reading { head_only: true, ..Reading::default() };
    file.read_stream(path)?;
    file.head()
}

/// Reads a whole file. A message later than `latest` is a flaw.
pub fn read(unread: &Unread, latest: Timestamp) -> Result<Export, Flaw> {
    let mut file = Reading { latest: Some(latest), ..Reading::default() };
    match unread.bytes.as_deref() {
        // What is read from memory is read twice as fast.
        Some(bytes) if Encoding::of(bytes).is_some_and(Encoding::is_utf_8) => file.read_bytes(bytes)?,
        _ => file.read_stream(&unread.path)?,
    }
    let head = file.head()?;
    if !file.has_messages {
        return Err(file.flaw(What::Foreign));
    }
    let Reading { mut messages, unknown, mentions, .. } = file;
    let by_id = in_order(&mut messages);
    Ok(Export { head, messages, unknown, mentions, by_id })
}

/// Puts messages in order, each once. Gives their places by id, where that is another order, as it is
/// only where somebody changed ids or times.
fn in_order(messages: &mut Vec<Exported>) -> Option<Vec<u32>> {
    if !messages.is_sorted_by_key(|message| message.id) {
        // Stable: of two the first one stays.
        messages.sort_by_key(|message| message.id);
    }
    messages.dedup_by_key(|message| message.id);
    if messages.is_sorted_by_key(Exported::order) {
        return None;
    }
    messages.sort_by_key(Exported::order);
    let mut by_id: Vec<u32> = (0..u32::try_from(messages.len()).unwrap_or(u32::MAX)).collect();
    by_id.sort_unstable_by_key(|place| messages[*place as usize].id);
    Some(by_id)
}

/// Where the name of a kind stands among the unknown; the last place is for all that have no other.
fn place_of(unknown: &mut Vec<String>, name: &str) -> u8 {
    let place = unknown.iter().position(|known| known == name).unwrap_or_else(|| {
        if unknown.len() < usize::from(u8::MAX) {
            unknown.push(name.to_owned());
        }
        unknown.len() - 1
    });
    u8::try_from(place).unwrap_or(u8::MAX)
}

/// What has been read of a file so far.
#[derive(Default)]
struct Reading {
    head_only: bool,
    latest: Option<Timestamp>,
    /// There is something called "guild", complete or not.
    begins_like_one: bool,
    guild: Option<Named>,
    channel: Option<ChannelHead>,
    range: DateRange,
    exported_at: Option<Timestamp>,
    has_messages: bool,
    messages: Vec<Exported>,
    unknown: Vec<String>,
    mentions: Vec<MemberId>,
    /// All that was wanted is there.
    enough: bool,
    place: Option<(usize, usize)>,
}

impl Reading {
    fn read_stream(&mut self, path: &Path) -> Result<(), Flaw> {
        let file = stream(path).map_err(|error| self.flaw(What::Unreadable(error.to_string())))?;
        let Some(file) = file else { return Err(self.flaw(What::Empty)) };
        self.read(serde_json::Deserializer::from_reader(file))
    }

    fn read_bytes(&mut self, bytes: &[u8]) -> Result<(), Flaw> {
        self.read(serde_json::Deserializer::from_slice(bytes.strip_prefix(MARK).unwrap_or(bytes)))
    }

    fn read<'de>(&mut self, mut json: serde_json::Deserializer<impl serde_json::de::Read<'de>>) -> Result<(), Flaw> {
        let outcome = Root(self).deserialize(&mut json).and_then(|()| json.end());
        match outcome {
            Err(error) if !self.enough => {
                self.place = Some((error.line(), error.column())).filter(|(line, _)| *line > 0);
                Err(self.flaw(what(&error, self.guild.is_some())))
            }
            _ => Ok(()),
        }
    }

    fn flaw(&self, what: What) -> Flaw {
        let is_export = match what {
            What::Empty | What::Foreign | What::Direct => false,
            // It may well be one.
            What::Unreadable(_) => true,
            What::Truncated => self.begins_like_one,
            _ => self.guild.is_some(),
        };
        Flaw { what, place: self.place, is_export }
    }

    fn head(&mut self) -> Result<Head, Flaw> {
        let (Some(guild), Some(channel)) = (self.guild.take(), self.channel.take()) else {
            return Err(self.flaw(What::Foreign));
        };
        // Private conversations are exported as guild 0.
        if guild.id.0 == 0 {
            return Err(self.flaw(What::Direct));
        }
        let parent = channel.category_id.filter(|_| channel.kind.is_some_and(|Word(kind)| is_thread(&kind)));
        Ok(Head {
            guild: GuildId(guild.id.0),
            guild_name: guild.name.unwrap_or_default(),
            channel: ChannelId(channel.id.0),
            channel_name: channel.name.unwrap_or_default(),
            parent: parent.map(|id| (ChannelId(id.0), channel.category.unwrap_or_default())),
            after: self.range.after.map(|Time(at)| at),
            before: self.range.before.map(|Time(at)| at),
            exported_at: self.exported_at,
        })
    }

    fn take(&mut self, message: RawMessage) {
        let RawMessage { id, kind, at, author, is_webhook, mentions, reactions, reference } = message;
        let member = MemberId(author.id.0);
        let is_reply = kind == RawKind::Reply;
        let kind = match kind {
            _ if is_webhook => Kind::Webhook,
            _ if author.is_bot == Some(true) => Kind::Bot,
            _ if member == DELETED_USER => Kind::DeletedUser,
            RawKind::Default | RawKind::Reply => Kind::Message,
            RawKind::Join => Kind::Join,
            RawKind::System => Kind::System,
            RawKind::Unknown(name) => Kind::Unknown(place_of(&mut self.unknown, &name)),
        };
        let nobody = matches!(kind, Kind::Webhook | Kind::Bot | Kind::DeletedUser);
        let start = self.mentions.len();
        if kind == Kind::Message {
            let people = mentions.unwrap_or_default().into_iter();
            let people = people.filter(|user| user.is_bot != Some(true)).map(|user| MemberId(user.id.0));
            self.mentions.extend(people.filter(|one| *one != DELETED_USER).take(usize::from(u16::MAX)));
        }
        let replied =
            reference.and_then(|reference| reference.message_id).filter(|_| kind == Kind::Message && is_reply);
        self.messages.push(Exported {
            at,
            id: MessageId(id.0),
            author: if nobody { MemberId(0) } else { member },
            replies_to: MessageId(replied.map_or(0, |id| id.0)),
            reactions: reactions.unwrap_or_default().iter().fold(0, |sum, one| sum.saturating_add(one.of_people())),
            mentions_start: u32::try_from(start).unwrap_or(u32::MAX),
            mentions: u16::try_from(self.mentions.len() - start).unwrap_or(u16::MAX),
            kind,
        });
    }
}

/// What stands at the beginning of a file in UTF-8 that says so.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// How a file is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    /// The lower byte first.
    Utf16Little,
    Utf16Big,
}

impl Encoding {
    /// By the first bytes; `None` if there are none.
    const fn of(start: &[u8]) -> Option<Self> {
        Some(match start {
            [] => return None,
            [0xff, 0xfe, ..] | [b'{', 0, ..] => Self::Utf16Little,
            [0xfe, 0xff, ..] | [0, b'{', ..] => Self::Utf16Big,
            _ => Self::Utf8,
        })
    }

    fn is_utf_8(self) -> bool {
        self == Self::Utf8
    }
}

/// Reads a file behind the mark that some editors put at its start; `None` if nothing is in it. What is
/// written in UTF-16 comes out in UTF-8.
fn stream(path: &Path) -> std::io::Result<Option<BufReader<Box<dyn Read>>>> {
    let mut file = BufReader::with_capacity(1 << 13, File::open(path)?);
    let start = file.fill_buf()?;
    let Some(encoding) = Encoding::of(start) else { return Ok(None) };
    let file: Box<dyn Read> = match encoding {
        Encoding::Utf8 => {
            let mark = if start.starts_with(MARK) { MARK.len() } else { 0 };
            file.consume(mark);
            Box::new(file)
        }
        Encoding::Utf16Little => Box::new(std::io::Cursor::new(from_utf16(file, u16::from_le_bytes)?)),
        Encoding::Utf16Big => Box::new(std::io::Cursor::new(from_utf16(file, u16::from_be_bytes)?)),
    };
    Ok(Some(BufReader::with_capacity(1 << 14, file)))
}

fn from_utf16(mut file: impl Read, unit: impl Fn([u8; 2]) -> u16) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    let text: String = char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    Ok(text.trim_start_matches('\u{feff}').as_bytes().to_vec())
}

fn what(error: &serde_json::Error, looks_right: bool) -> What {
    match error.classify() {
        serde_json::error::Category::Io => What::Unreadable(error.to_string()),
        serde_json::error::Category::Syntax => What::NotJson,
        serde_json::error::Category::Eof => What::Truncated,
        serde_json::error::Category::Data => {
            let text = error.to_string();
            let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(text, _place)| text);
            let ours = [(NO_ID, What::Id as fn(String) -> What), (NO_TIME, What::Time), (NEVER, What::Never)];
            let ours = ours.iter().find_map(|(begins, what)| Some(what(text.strip_prefix(begins)?.to_owned())));
            match ours {
                // What is no export may have a time or an id that is none, and nobody minds.
                _ if !looks_right => What::Foreign,
                Some(what) => what,
                None => What::Shape(text.to_owned()),
            }
        }
    }
}

/// The object that is the file.
struct Root<'r>(&'r mut Reading);

impl<'de> DeserializeSeed<'de> for Root<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Root<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an export")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let file = self.0;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "guild" => {
                    file.begins_like_one = true;
                    file.guild = Some(map.next_value()?);
                }
                "channel" => file.channel = Some(map.next_value()?),
                "dateRange" => file.range = map.next_value::<Option<_>>()?.unwrap_or_default(),
                "exportedAt" => file.exported_at = map.next_value::<Option<Time>>()?.map(|Time(at)| at),
                "messages" if file.head_only && file.guild.is_some() && file.channel.is_some() => {
                    file.enough = true;
                    return Err(A::Error::custom("enough"));
                }
                "messages" if !file.head_only => {
                    file.has_messages = true;
                    map.next_value_seed(Messages(file))?;
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// The list of messages, taken one by one.
struct Messages<'r>(&'r mut Reading);

impl<'de> DeserializeSeed<'de> for Messages<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Messages<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of messages")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let latest = self.0.latest.unwrap_or(Timestamp(i64::MAX));
        while let Some(message) = list.next_element_seed(MessageBefore(latest))? {
            self.0.take(message);
        }
        Ok(())
    }
}

#[derive(Deserialize)]
struct Named {
    id: Id,
    name: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ChannelHead {
    id: Id,
    #[serde(rename = "type")]
    kind: Option<Word>,
    category_id: Option<Id>,
    category: Option<String>,
    name: Option<String>,
}

/// Threads have names of kinds that end so, and numbers where the exporter had no name for them.
fn is_thread(kind: &str) -> bool {
    kind.ends_with("Thread") || matches!(kind, "10" | "11" | "12")
}

#[derive(Default, Deserialize)]
struct DateRange {
    after: Option<Time>,
    before: Option<Time>,
}

struct RawMessage {
    id: Id,
    kind: RawKind,
    at: Timestamp,
    author: User,
    is_webhook: bool,
    mentions: Option<Vec<User>>,
    reactions: Option<Vec<Reaction>>,
    reference: Option<Reference>,
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "camelCase")]
enum Field {
    Id,
    Type,
    Timestamp,
    Author,
    #[serde(alias = "webhook_id")]
    WebhookId,
    Mentions,
    Reactions,
    Reference,
    #[serde(other)]
    Other,
}

/// A message that was not written after this instant.
struct MessageBefore(Timestamp);

impl<'de> DeserializeSeed<'de> for MessageBefore {
    type Value = RawMessage;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<RawMessage, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for MessageBefore {
    type Value = RawMessage;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawMessage, A::Error> {
        let (mut id, mut kind, mut at, mut author, mut is_webhook) = (None, None, None, None, false);
        let (mut mentions, mut reactions, mut reference) = (None, None, None);
        while let Some(field) = map.next_key()? {
            match field {
                Field::Id => id = Some(map.next_value()?),
                Field::Type => kind = Some(map.next_value()?),
                Field::Timestamp => at = Some(map.next_value_seed(TimeBefore(self.0))?),
                Field::Author => author = Some(map.next_value()?),
                Field::WebhookId => is_webhook = map.next_value::<Option<Id>>()?.is_some(),
                Field::Mentions => mentions = map.next_value()?,
                Field::Reactions => reactions = map.next_value()?,
                Field::Reference => reference = map.next_value()?,
                Field::Other => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(RawMessage {
            id: id.ok_or_else(|| A::Error::missing_field("id"))?,
            kind: kind.ok_or_else(|| A::Error::missing_field("type"))?,
            at: at.ok_or_else(|| A::Error::missing_field("timestamp"))?,
            author: author.ok_or_else(|| A::Error::missing_field("author"))?,
            is_webhook,
            mentions,
            reactions,
            reference,
        })
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    id: Id,
    #[serde(alias = "bot")]
    is_bot: Option<bool>,
}

#[derive(Deserialize)]
struct Reaction {
    count: Option<u32>,
    /// Who reacted, where the exporter was asked for it; it may not name all.
    users: Option<Vec<User>>,
}

impl Reaction {
    fn of_people(&self) -> u32 {
        let users = self.users.as_deref().unwrap_or_default();
        let bots = users.iter().filter(|user| user.is_bot == Some(true)).count();
        let named = u32::try_from(users.len()).unwrap_or(u32::MAX);
        self.count.unwrap_or(named).saturating_sub(u32::try_from(bots).unwrap_or(u32::MAX))
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Reference {
    message_id: Option<Id>,
}

/// How the flaws that are ours begin on their way through the JSON reader, which adds the place.
const NO_ID: &str = "no id: ";
const NO_TIME: &str = "no time: ";
const NEVER: &str = "never: ";

/// 2015-01-01T00:00:00Z, where the time in Discord's ids begins.
const DISCORD_BEGAN: Timestamp = Timestamp(1_420_070_400_000);

/// An id, written as text; as a whole number it is taken too.
#[derive(Debug, Clone, Copy)]
struct Id(i64);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(IdVisitor)
    }
}

struct IdVisitor;

impl Visitor<'_> for IdVisitor {
    type Value = Id;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Id, E> {
        let id = text.parse().ok().filter(|id| *id >= 0 && text.bytes().all(|byte| byte.is_ascii_digit()));
        id.map(Id).ok_or_else(|| E::custom(format_args!("{NO_ID}{}", short(text))))
    }

    fn visit_u64<E: de::Error>(self, id: u64) -> Result<Id, E> {
        i64::try_from(id).map(Id).map_err(|_| E::custom(format_args!("{NO_ID}{id}")))
    }

    fn visit_f64<E: de::Error>(self, id: f64) -> Result<Id, E> {
        Err(E::custom(format_args!("{NO_ID}{id}")))
    }
}

/// A time as the exporter writes it.
#[derive(Debug, Clone, Copy)]
struct Time(Timestamp);

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_str(TimeVisitor)
    }
}

struct TimeVisitor;

impl Visitor<'_> for TimeVisitor {
    type Value = Time;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a time")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Time, E> {
        rfc3339::parse(text).map(Time).ok_or_else(|| E::custom(format_args!("{NO_TIME}{}", short(text))))
    }
}

/// The time of a message: since Discord began, and not after this instant.
struct TimeBefore(Timestamp);

impl<'de> DeserializeSeed<'de> for TimeBefore {
    type Value = Timestamp;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Timestamp, D::Error> {
        json.deserialize_str(self)
    }
}

impl Visitor<'_> for TimeBefore {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a time")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Timestamp, E> {
        let Time(at) = TimeVisitor.visit_str(text)?;
        if at < DISCORD_BEGAN || at > self.0 {
            return Err(E::custom(format_args!("{NEVER}{}", short(text))));
        }
        Ok(at)
    }
}

/// A name, or the number that some exporters write where they have no name.
struct Word(String);

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(WordVisitor)
    }
}

struct WordVisitor;

impl Visitor<'_> for WordVisitor {
    type Value = Word;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a kind")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Word, E> {
        Ok(Word(text.to_owned()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Word, E> {
        Ok(Word(number.to_string()))
    }
}

/// What kind of message a file names.
#[derive(Debug, Clone, PartialEq, Eq)]
enum RawKind {
    Default,
    Reply,
    Join,
    System,
    Unknown(String),
}

impl<'de> Deserialize<'de> for RawKind {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(KindVisitor)
    }
}

struct KindVisitor;

impl Visitor<'_> for KindVisitor {
    type Value = RawKind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a kind of message")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<RawKind, E> {
        Ok(match text {
            "Default" => RawKind::Default,
            "Reply" => RawKind::Reply,
            _ => text.parse().map_or_else(|_| RawKind::named(text), RawKind::numbered),
        })
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<RawKind, E> {
        Ok(RawKind::numbered(number))
    }
}

impl RawKind {
    /// By Discord's number: versions before 2.26 write "19" for a reply, since they do not know it yet, and
    /// all write so what is newer than they are.
    fn numbered(number: u64) -> Self {
        match number {
            0 => Self::Default,
            19 => Self::Reply,
            7 => Self::Join,
            // Discord's list of 2026; some numbers were never given out.
            1..=6 | 8..=12 | 14..=18 | 20..=29 | 31..=32 | 36..=39 | 44 | 46 => Self::System,
            other => Self::Unknown(other.to_string()),
        }
    }

    /// By a name as this or another exporter writes it, whatever its capitals and marks between words.
    fn named(name: &str) -> Self {
        let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        match plain.to_ascii_lowercase().as_str() {
            "default" | "regular" => Self::Default,
            "reply" | "inlinereply" => Self::Reply,
            "guildmemberjoin" | "memberjoin" | "userjoin" => Self::Join,
            plain if SYSTEM.contains(&plain) => Self::System,
            _ => Self::Unknown(short(name)),
        }
    }
}

/// System messages, as exporters and Discord call them, without capitals and marks.
const SYSTEM: &[&str] = &[
    "automoderationaction",
    "call",
    "channelfollowadd",
    "channeliconchange",
    "channelnamechange",
    "channelpinnedmessage",
    "chatinputcommand",
    "contextmenucommand",
    "guildapplicationpremiumsubscription",
    "guildboost",
    "guildboosttier1",
    "guildboosttier2",
    "guildboosttier3",
    "guilddiscoverydisqualified",
    "guilddiscoverygraceperiodfinalwarning",
    "guilddiscoverygraceperiodinitialwarning",
    "guilddiscoveryrequalified",
    "guildincidentalertmodedisabled",
    "guildincidentalertmodeenabled",
    "guildincidentreportfalsealarm",
    "guildincidentreportraid",
    "guildinvitereminder",
    "interactionpremiumupsell",
    "pollresult",
    "purchasenotification",
    "recipientadd",
    "recipientremove",
    "rolesubscriptionpurchase",
    "stageend",
    "stagespeaker",
    "stagestart",
    "stagetopic",
    "threadcreated",
    "threadstartermessage",
    "userpremiumguildsubscription",
    "userpremiumguildsubscriptiontier1",
    "userpremiumguildsubscriptiontier2",
    "userpremiumguildsubscriptiontier3",
];

/// Enough of a wrong value to find it by.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
