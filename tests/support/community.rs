//! Made communities: who wrote when and where, in the shapes that real ones have and that go wrong
//! easily. A seed makes the same community every time. It can be written as exported files or told
//! as a list of things that happen, and [`Community::recount`] says what the figures have to be,
//! straight from their definitions and as slowly as it likes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use steward::clock::Timestamp;
use steward::text::zone::{Week, Zone, iso_date, iso_utc};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
/// 2015-01-01T00:00:00Z, where Discord's ids begin.
const ID_EPOCH: i64 = 1_420_070_400_000;

/// A little generator of numbers; the same seed gives the same ones.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x2545_f491_4f6c_dd1d)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `below`, without it.
    pub fn below(&mut self, below: usize) -> usize {
        usize::try_from(self.roll() % (below.max(1) as u64)).unwrap()
    }

    pub fn millis(&mut self, below: i64) -> i64 {
        i64::try_from(self.roll() % u64::try_from(below.max(1)).unwrap()).unwrap()
    }

    /// True about once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for place in (1..things.len()).rev() {
            things.swap(place, self.below(place + 1));
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    pub id: i64,
    pub name: String,
    /// Of a thread.
    pub parent: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Default,
    Reply,
    Join,
    Pin,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub channel: i64,
    pub id: i64,
    pub at: i64,
    pub kind: Kind,
    pub author: i64,
    pub mentions: Vec<i64>,
    pub replies_to: Option<i64>,
    pub reactions: Vec<u32>,
}

impl Message {
    pub fn order(&self) -> (i64, i64) {
        (self.at, self.id)
    }
}

/// A server with everything that was ever written there, in order.
#[derive(Debug, Clone)]
pub struct Community {
    pub guild: i64,
    pub channels: Vec<Channel>,
    pub members: Vec<i64>,
    pub bots: BTreeSet<i64>,
    pub messages: Vec<Message>,
}

/// How large a community is made.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub weeks: usize,
    pub members: usize,
    pub messages_a_week: usize,
}

impl Default for Size {
    fn default() -> Self {
        Self { weeks: 9, members: 25, messages_a_week: 40 }
    }
}

impl Community {
    /// A community over a year's end, with an empty week, a week of one message, a week with five
    /// times the usual, a channel that is mostly bots, threads, names that need care in a table,
    /// messages of one instant, mentions of oneself, of bots and of people who never write, replies
    /// to people, bots, oneself, joins and to messages that are gone.
    pub fn made(seed: u64, size: Size) -> Self {
        let mut dice = Dice::new(seed);
        let snowflake = |dice: &mut Dice| 1_000_000_000_000_000_000 + dice.millis(8_000_000_000_000_000_000);
        let guild = snowflake(&mut dice);
        let names = ["general", "=help; me", "bots", "a thread\\", "a thread\\", "Кафе", "zebra, \"stripes\""];
        let mut channels: Vec<Channel> = names
            .iter()
            .map(|name| Channel { id: snowflake(&mut dice), name: (*name).to_owned(), parent: None })
            .collect();
        channels[3].parent = Some(channels[0].id);
        channels[4].parent = Some(channels[5].id);
        let members: Vec<i64> = (0..size.members).map(|_| snowflake(&mut dice)).collect();
        let silent: Vec<i64> = (0..5).map(|_| snowflake(&mut dice)).collect();
        let bots: BTreeSet<i64> = (0..3).map(|_| snowflake(&mut dice)).collect();

        let mut community = Self { guild, channels, members, bots, messages: Vec::new() };
        // A Monday in late November, so that some weeks later the year ends (2020 has 53 weeks).
        let start = Timestamp(1_606_089_600_000 + dice.millis(364 * DAY) / DAY * DAY).0;
        for week in 0..size.weeks {
            let count = match week {
                2 => 0,
                4 => 1,
                6 => size.messages_a_week * 5,
                _ => size.messages_a_week / 2 + dice.below(size.messages_a_week),
            };
            let monday = start + i64::try_from(week).unwrap() * 7 * DAY;
            let mut times: Vec<i64> = (0..count).map(|_| moment(&mut dice, monday)).collect();
            times.sort_unstable();
            for at in times {
                community.say_something(&mut dice, at, &silent);
            }
        }
        community.messages.sort_by_key(Message::order);
        community
    }

    fn say_something(&mut self, dice: &mut Dice, at: i64, silent: &[i64]) {
        let channel = &self.channels[dice.below(self.channels.len())];
        let mostly_bots = channel.name == "bots";
        let bots: Vec<i64> = self.bots.iter().copied().collect();
        let is_bot = if mostly_bots { !dice.once_in(5) } else { dice.once_in(12) };
        // Some members write often, most seldom.
        let regular = self.members.len().div_ceil(4);
        let place = if dice.once_in(3) { dice.below(self.members.len()) } else { dice.below(regular) };
        let author = if is_bot { bots[dice.below(bots.len())] } else { self.members[place] };
        let kind = match dice.below(30) {
            0 => Kind::Join,
            1 => Kind::Pin,
            2..9 => Kind::Reply,
            _ => Kind::Default,
        };
        let channel = channel.id;
        let recent: Vec<_> = self.messages.iter().rev().filter(|m| m.channel == channel).take(6).collect();
        let replied = if recent.is_empty() || dice.once_in(10) {
            Some(dice.millis(1_000_000_000_000))
        } else {
            Some(recent[dice.below(recent.len())].id)
        };
        let mut mentions = Vec::new();
        while dice.once_in(3) {
            mentions.push(match dice.below(8) {
                0 => author,
                1 => bots[dice.below(bots.len())],
                2 => silent[dice.below(silent.len())],
                _ => self.members[dice.below(self.members.len())],
            });
        }
        // Ids rise with time, except that messages of one instant have them in any order.
        let id = ((at - ID_EPOCH) << 22) + dice.millis(1 << 22);
        if self.messages.iter().any(|message| message.id == id) {
            return;
        }
        let reactions = (0..dice.below(3)).map(|_| u32::try_from(1 + dice.below(4)).unwrap()).collect();
        self.messages.push(Message {
            channel,
            id,
            at,
            kind,
            author,
            mentions,
            replies_to: (kind == Kind::Reply).then_some(replied).flatten(),
            reactions,
        });
    }

    /// Whether a message is one that counts.
    pub fn is_member_message(&self, message: &Message) -> bool {
        matches!(message.kind, Kind::Default | Kind::Reply) && !self.bots.contains(&message.author)
    }

    pub fn member_messages(&self) -> impl Iterator<Item = &Message> {
        self.messages.iter().filter(|message| self.is_member_message(message))
    }

    /// Whom a message is meant for: mentioned or replied to, without bots and oneself.
    pub fn targets(&self, message: &Message) -> BTreeSet<i64> {
        let replied = message.replies_to.and_then(|id| self.messages.iter().find(|other| other.id == id));
        message
            .mentions
            .iter()
            .copied()
            .chain(replied.map(|other| other.author))
            .filter(|target| *target != message.author && !self.bots.contains(target))
            .collect()
    }

    /// The file that an exporter would write of these messages of a channel.
    pub fn export<'m>(&self, channel: &Channel, messages: impl IntoIterator<Item = &'m Message>) -> Value {
        let user = |id: i64| {
            json!({"id": id.to_string(), "name": format!("member-{}", id % 1000), "discriminator": "0000",
                   "nickname": "somebody", "color": null, "isBot": self.bots.contains(&id), "roles": [], "avatarUrl": ""})
        };
        let messages: Vec<Value> = messages
            .into_iter()
            .map(|message| {
                let kind = match message.kind {
                    Kind::Default => "Default",
                    Kind::Reply => "Reply",
                    Kind::Join => "GuildMemberJoin",
                    Kind::Pin => "ChannelPinnedMessage",
                };
                let mut value = json!({
                    "id": message.id.to_string(), "type": kind, "timestamp": exporter_time(message.at),
                    "timestampEdited": null, "callEndedTimestamp": null, "isPinned": false,
                    "content": "\u{1f600} \"quoted\" \\ \n", "author": user(message.author),
                    "attachments": [], "embeds": [{"title": "x", "fields": [{"name": "id", "value": "1"}]}], "stickers": [],
                    "reactions": message.reactions.iter().map(|count| json!({
                        "emoji": {"id": "", "name": "👍", "code": "thumbsup"}, "count": count})).collect::<Vec<_>>(),
                    "mentions": message.mentions.iter().map(|id| user(*id)).collect::<Vec<_>>(),
                });
                if let Some(replied) = message.replies_to {
                    value["reference"] = json!({
                        "messageId": replied.to_string(), "channelId": channel.id.to_string(),
                        "guildId": self.guild.to_string()});
                }
                value
            })
            .collect();
        let parent = channel.parent.and_then(|id| self.channels.iter().find(|channel| channel.id == id));
        json!({
            "guild": {"id": self.guild.to_string(), "name": "Made community", "iconUrl": ""},
            "channel": {
                "id": channel.id.to_string(), "type": if parent.is_some() { "GuildPublicThread" } else { "GuildTextChat" },
                "categoryId": parent.map_or_else(|| "1234".to_owned(), |parent| parent.id.to_string()),
                "category": parent.map_or("text", |parent| parent.name.as_str()), "name": channel.name, "topic": null},
            "dateRange": {"after": null, "before": null},
            "exportedAt": "2026-11-20T00:00:00.1234567+00:00",
            "messageCount": messages.len(),
            "messages": messages,
        })
    }

    pub fn messages_of(&self, channel: &Channel) -> Vec<&Message> {
        self.messages.iter().filter(|message| message.channel == channel.id).collect()
    }

    /// Writes one file for each channel.
    pub fn write_files(&self, folder: &Path) -> Vec<PathBuf> {
        let mut paths = Vec::new();
        for channel in &self.channels {
            paths.push(write(folder, &channel.id.to_string(), &self.export(channel, self.messages_of(channel))));
        }
        paths
    }

    /// The table that the figures of this community have to give, from the first to the last week
    /// with a member message.
    pub fn recount(&self, zone: &Zone) -> String {
        let week_of = |at: i64| Week::containing(Timestamp(at), zone);
        let day_of = |at: i64| zone.day(Timestamp(at));
        let all: Vec<&Message> = self.member_messages().collect();
        let first = |member: i64| all.iter().find(|message| message.author == member).copied();
        let is_member_by = |member: i64, week: Week| first(member).is_some_and(|first| week_of(first.at) <= week);
        let authors =
            |week: Week| all.iter().filter(|m| week_of(m.at) == week).map(|m| m.author).collect::<BTreeSet<_>>();

        let mut table = "week_start,iso_week,partial,messages,active_members,dau_mean,new_members,returning_members,\
                         new_active_next_week,week1_retention,top_channels,connections,reciprocity,newcomers_replied,\
                         median_first_reply_s,newcomers_responded_24h,median_first_response_s,reactions,joins\n"
            .to_owned();
        let (Some(start), Some(end)) = (all.first().map(|m| week_of(m.at)), all.last().map(|m| week_of(m.at))) else {
            return table;
        };
        let mut week = start;
        while week <= end {
            let here: Vec<&&Message> = all.iter().filter(|message| week_of(message.at) == week).collect();
            let active = authors(week);
            let member_days: BTreeSet<(i64, i64)> = here.iter().map(|m| (day_of(m.at), m.author)).collect();
            let newcomers: Vec<&Message> =
                active.iter().filter_map(|member| first(*member)).filter(|first| week_of(first.at) == week).collect();
            let next = authors(week.next());
            let back = newcomers.iter().filter(|first| next.contains(&first.author)).count();
            let retention = !newcomers.is_empty() && week < end;

            let pairs: BTreeSet<(i64, i64)> = here
                .iter()
                .flat_map(|message| self.targets(message).into_iter().map(|target| (message.author, target)))
                .filter(|(_, target)| is_member_by(*target, week))
                .collect();
            let mutual = pairs.iter().filter(|(one, other)| pairs.contains(&(*other, *one))).count();

            let answers = |within: i64, meant: bool| -> Vec<i64> {
                newcomers
                    .iter()
                    .filter_map(|first| {
                        all.iter()
                            .find(|later| {
                                later.channel == first.channel
                                    && later.order() > first.order()
                                    && later.author != first.author
                                    && (!meant || self.targets(later).contains(&first.author))
                            })
                            .map(|later| later.at - first.at)
                            .filter(|delay| *delay <= within)
                    })
                    .collect()
            };
            let (replies, responses) = (answers(168 * HOUR, true), answers(24 * HOUR, false));
            let any = self.messages.iter().filter(|message| week_of(message.at) == week);
            let reactions: u32 = any.flat_map(|message| &message.reactions).sum();
            let joins: BTreeSet<(i64, i64)> = self
                .messages
                .iter()
                .filter(|m| m.kind == Kind::Join && !self.bots.contains(&m.author) && week_of(m.at) == week)
                .map(|m| (m.author, m.at))
                .collect();

            let cells = [
                iso_date(week.first_day()),
                week.to_string(),
                i32::from(week == start || week == end).to_string(),
                here.len().to_string(),
                active.len().to_string(),
                format!("{:.4}", member_days.len() as f64 / 7.0),
                newcomers.len().to_string(),
                (active.len() - newcomers.len()).to_string(),
                if retention { back.to_string() } else { String::new() },
                ratio(if retention { back } else { 0 }, if retention { newcomers.len() } else { 0 }),
                quoted(&self.top_channels(&here)),
                pairs.len().to_string(),
                ratio(mutual, pairs.len()),
                replies.len().to_string(),
                median(replies),
                responses.len().to_string(),
                median(responses),
                reactions.to_string(),
                joins.len().to_string(),
            ];
            table.push_str(&cells.join(","));
            table.push('\n');
            week = week.next();
        }
        table
    }

    fn top_channels(&self, messages: &[&&Message]) -> String {
        let mut counts = BTreeMap::<i64, usize>::new();
        for message in messages {
            let channel = self.channels.iter().find(|channel| channel.id == message.channel).unwrap();
            *counts.entry(channel.parent.unwrap_or(channel.id)).or_default() += 1;
        }
        let mut named: Vec<(usize, &str)> = counts
            .iter()
            .map(|(id, count)| (*count, self.channels.iter().find(|channel| channel.id == *id).unwrap().name.as_str()))
            .collect();
        named.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(other.1)));
        let escape = |name: &str| name.replace('\\', "\\\\").replace(';', "\\;").replace('=', "\\=");
        named.iter().take(5).map(|(count, name)| format!("{}={count}", escape(name))).collect::<Vec<_>>().join(";")
    }
}

/// A file in the exporter's form.
pub fn write(folder: &Path, name: &str, export: &Value) -> PathBuf {
    let path = folder.join(format!("Made community - {name}.json"));
    std::fs::write(&path, serde_json::to_vec(export).unwrap()).unwrap();
    path
}

/// A moment of a week: often together with others, sometimes at its very borders.
fn moment(dice: &mut Dice, monday: i64) -> i64 {
    match dice.below(40) {
        0 => monday,
        1 => monday + 7 * DAY - 1,
        // Around midnight and on the hour, in every zone.
        2..6 => monday + dice.millis(7 * 24) * HOUR,
        // A conversation.
        6..25 => monday + dice.millis(7) * DAY + 18 * HOUR + dice.millis(600) * 1_000,
        _ => monday + dice.millis(7 * DAY),
    }
}

/// As the exporter writes it.
fn exporter_time(at: i64) -> String {
    let text = iso_utc(Timestamp(at));
    format!("{}+00:00", text.strip_suffix('Z').unwrap())
}

fn ratio(part: usize, whole: usize) -> String {
    if whole == 0 { String::new() } else { format!("{:.4}", part as f64 / whole as f64) }
}

fn median(mut delays: Vec<i64>) -> String {
    delays.sort_unstable();
    let count = delays.len();
    if count == 0 {
        return String::new();
    }
    let twice = delays[(count - 1) / 2] + delays[count / 2];
    format!("{:.1}", twice as f64 / 2_000.0)
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}
