//! Reading a file of DiscordChatExporter's JSON: who wrote when, where and to whom. What was said is
//! passed over unread.
//!
//! The file is read as a stream, so its size does not matter; a message becomes a few numbers. Ids
//! stand in the file as text and never become floats. A flaw names the place in the file.

use std::fmt;
use std::fs::File;
use std::hash::Hasher;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};

use crate::clock::Timestamp;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};
use crate::text::rfc3339;

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

/// A member message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exported {
    pub at: Timestamp,
    pub id: MessageId,
    pub author: MemberId,
    /// 0 if it replies to none: a million messages are held at once.
    replies_to: MessageId,
    pub reactions: u32,
    mentions_start: u32,
    mentions: u16,
}

impl Exported {
    /// What messages are ordered by: time, then id.
    pub const fn order(&self) -> (Timestamp, MessageId) {
        (self.at, self.id)
    }

    /// The message it replies to.
    pub fn replies_to(&self) -> Option<MessageId> {
        Some(self.replies_to).filter(|id| id.0 != 0)
    }
}

/// Who wrote a message of any kind; 0 for bots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Author {
    message: MessageId,
    member: MemberId,
}

/// A whole file.
#[derive(Debug)]
pub struct Export {
    pub head: Head,
    /// In order.
    pub messages: Vec<Exported>,
    /// Of every message, in order of their ids.
    authors: Vec<Author>,
    pub joins: Vec<(MemberId, Timestamp)>,
    mentions: Vec<MemberId>,
}

impl Export {
    /// The people a message of this file mentions, without bots.
    pub fn mentions(&self, message: &Exported) -> &[MemberId] {
        let start = message.mentions_start as usize;
        &self.mentions[start..start + usize::from(message.mentions)]
    }

    /// Who wrote a message of this file, if it is there and they are no bot.
    pub fn author(&self, message: MessageId) -> Option<MemberId> {
        let place = self.authors.binary_search_by_key(&message, |author| author.message).ok()?;
        Some(self.authors[place].member).filter(|member| member.0 != 0)
    }
}

/// Why a file cannot be taken over, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    pub what: What,
    pub line: usize,
    pub column: usize,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The file cannot be read at all.
    Unreadable(String),
    /// It ends in the middle.
    Truncated,
    NotJson,
    /// JSON of some other kind, or of a private conversation.
    Foreign,
    /// Something stands where the exporter never writes it.
    Shape(String),
    /// An id that is no whole number of 64 bits.
    Id(String),
    /// A time that is none.
    Time(String),
}

/// A number that tells files with different bytes apart.
pub fn fingerprint(path: &Path) -> std::io::Result<i64> {
    let mut file = BufReader::with_capacity(1 << 18, File::open(path)?);
    // With fixed keys; should the algorithm ever change, a file is read once more, to no effect.
    let mut hasher = std::hash::DefaultHasher::new();
    loop {
        let bytes = file.fill_buf()?;
        if bytes.is_empty() {
            return Ok(hasher.finish().cast_signed());
        }
        hasher.write(bytes);
        let read = bytes.len();
        file.consume(read);
    }
}

/// Reads where a file comes from, and no further than needed.
pub fn read_head(path: &Path) -> Result<Head, Flaw> {
    let mut file = Reading { head_only: true, ..Reading::default() };
    file.read(path)?;
    file.head()
}

/// Reads a whole file.
pub fn read(path: &Path) -> Result<Export, Flaw> {
    let mut file = Reading::default();
    file.read(path)?;
    let head = file.head()?;
    if !file.has_messages {
        return Err(file.flaw(What::Foreign));
    }
    let Reading { mut messages, mut authors, joins, mentions, .. } = file;
    if !messages.is_sorted_by_key(Exported::order) {
        messages.sort_unstable_by_key(Exported::order);
    }
    authors.sort_unstable_by_key(|author| author.message);
    Ok(Export { head, messages, authors, joins, mentions })
}

/// What has been read of a file so far.
#[derive(Default)]
struct Reading {
    head_only: bool,
    guild: Option<Named>,
    channel: Option<ChannelHead>,
    range: DateRange,
    exported_at: Option<Timestamp>,
    has_messages: bool,
    messages: Vec<Exported>,
    authors: Vec<Author>,
    joins: Vec<(MemberId, Timestamp)>,
    mentions: Vec<MemberId>,
    /// All that was wanted is there.
    enough: bool,
    line: usize,
    column: usize,
}

impl Reading {
    fn read(&mut self, path: &Path) -> Result<(), Flaw> {
        let file = open(path).map_err(|error| self.flaw(What::Unreadable(error.to_string())))?;
        let mut json = serde_json::Deserializer::from_reader(file);
        let outcome = Root(self).deserialize(&mut json).and_then(|()| json.end());
        match outcome {
            Err(error) if !self.enough => {
                (self.line, self.column) = (error.line(), error.column());
                Err(self.flaw(what(&error, self.guild.is_some())))
            }
            _ => Ok(()),
        }
    }

    fn flaw(&self, what: What) -> Flaw {
        Flaw { what, line: self.line, column: self.column }
    }

    fn head(&mut self) -> Result<Head, Flaw> {
        let (Some(guild), Some(channel)) = (self.guild.take(), self.channel.take()) else {
            return Err(self.flaw(What::Foreign));
        };
        // Private conversations are exported as guild 0.
        if guild.id.0 == 0 {
            return Err(self.flaw(What::Foreign));
        }
        let is_thread = channel.kind.as_deref().is_some_and(|kind| kind.ends_with("Thread"));
        let parent = channel.category_id.filter(|_| is_thread);
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
        let RawMessage { id, kind, timestamp, author, mentions, reactions, reference } = message;
        let (id, at, is_bot) = (MessageId(id.0), timestamp.0, author.is_bot.unwrap_or(false));
        let member = MemberId(author.id.0);
        self.authors.push(Author { message: id, member: if is_bot { MemberId(0) } else { member } });
        if is_bot {
            return;
        }
        match kind {
            Kind::Other => {}
            Kind::Join => self.joins.push((member, at)),
            Kind::Default | Kind::Reply => {
                let start = self.mentions.len();
                let people = mentions.unwrap_or_default().into_iter().filter(|user| user.is_bot != Some(true));
                self.mentions.extend(people.map(|user| MemberId(user.id.0)).take(usize::from(u16::MAX)));
                let count = u16::try_from(self.mentions.len() - start).unwrap_or(u16::MAX);
                let replied = reference.and_then(|reference| reference.message_id).filter(|_| kind == Kind::Reply);
                self.messages.push(Exported {
                    at,
                    id,
                    author: member,
                    replies_to: MessageId(replied.map_or(0, |id| id.0)),
                    reactions: reactions.unwrap_or_default().iter().fold(0, |sum, by| sum.saturating_add(by.count)),
                    mentions_start: u32::try_from(start).unwrap_or(u32::MAX),
                    mentions: count,
                });
            }
        }
    }
}

/// Opens a file behind the mark that some editors put at its start.
fn open(path: &Path) -> std::io::Result<impl Read> {
    let mut file = BufReader::with_capacity(1 << 18, File::open(path)?);
    if file.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
        file.consume(3);
    }
    Ok(file)
}

fn what(error: &serde_json::Error, looks_right: bool) -> What {
    match error.classify() {
        serde_json::error::Category::Io => What::Unreadable(error.to_string()),
        serde_json::error::Category::Syntax => What::NotJson,
        serde_json::error::Category::Eof => What::Truncated,
        serde_json::error::Category::Data => {
            let text = error.to_string();
            let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(text, _place)| text);
            match (text.strip_prefix(NO_ID), text.strip_prefix(NO_TIME)) {
                (Some(id), _) => What::Id(id.to_owned()),
                (_, Some(time)) => What::Time(time.to_owned()),
                _ if looks_right => What::Shape(text.to_owned()),
                _ => What::Foreign,
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
                "guild" => file.guild = Some(map.next_value()?),
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
        while let Some(message) = list.next_element()? {
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
    kind: Option<String>,
    category_id: Option<Id>,
    category: Option<String>,
    name: Option<String>,
}

#[derive(Default, Deserialize)]
struct DateRange {
    after: Option<Time>,
    before: Option<Time>,
}

#[derive(Deserialize)]
struct RawMessage {
    id: Id,
    #[serde(rename = "type")]
    kind: Kind,
    timestamp: Time,
    author: User,
    mentions: Option<Vec<User>>,
    reactions: Option<Vec<Reaction>>,
    reference: Option<Reference>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    id: Id,
    is_bot: Option<bool>,
}

#[derive(Deserialize)]
struct Reaction {
    count: u32,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Reference {
    message_id: Option<Id>,
}

/// How the two flaws that are ours begin on their way through the JSON reader, which adds the place.
const NO_ID: &str = "no id: ";
const NO_TIME: &str = "no time: ";

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

/// What a message counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Default,
    Reply,
    Join,
    Other,
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(KindVisitor)
    }
}

struct KindVisitor;

impl Visitor<'_> for KindVisitor {
    type Value = Kind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a kind of message")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Kind, E> {
        Ok(match text {
            "Default" => Kind::Default,
            "Reply" => Kind::Reply,
            "GuildMemberJoin" => Kind::Join,
            _ => Kind::Other,
        })
    }

    /// Kinds that the exporter has no name for.
    fn visit_u64<E: de::Error>(self, _number: u64) -> Result<Kind, E> {
        Ok(Kind::Other)
    }
}

/// Enough of a wrong value to find it by.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
