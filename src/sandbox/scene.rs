//! What there is to see, by whom, at one moment; and what has changed between two of them.

use std::collections::{BTreeMap, BTreeSet};

use super::find::may_read;
use super::shown::{self, File};
use super::world::{Message, World};
use super::{GuildHandle, iso};
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};

/// So many people are named where not everybody sees something.
const NAMED: usize = 6;

/// One moment.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    messages: BTreeMap<MessageId, Message>,
    /// What stands in the list of members and channels, in words.
    facts: BTreeSet<String>,
}

/// Something new to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// "only ana sees", "everyone in #lounge sees, changed".
    pub seen_by: String,
    pub text: String,
    pub files: Vec<File>,
}

impl News {
    const fn of(seen_by: String, text: String) -> Self {
        Self { seen_by, text, files: Vec::new() }
    }
}

impl GuildHandle {
    /// What there is to see in the guild and in direct messages.
    pub fn scene(&self) -> Scene {
        self.core.read(|state| scene(&state.world, self.id))
    }

    /// What is otherwise than it was: new messages, then changed ones, then what the lists say.
    pub fn news(&self, before: &Scene) -> Vec<News> {
        self.core.read(|state| news(&state.world, before, &scene(&state.world, self.id)))
    }
}

fn scene(world: &World, guild: GuildId) -> Scene {
    let channels = world.channels.values().filter(|channel| channel.guild.is_none_or(|home| home == guild));
    let messages = channels.flat_map(|channel| channel.messages.values());
    Scene { messages: messages.map(|message| (message.id, message.clone())).collect(), facts: facts(world, guild) }
}

fn news(world: &World, before: &Scene, now: &Scene) -> Vec<News> {
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    for (id, message) in &now.messages {
        match before.messages.get(id) {
            None => new.push(read(world, message)),
            Some(was) if is_rewritten(was, message) => {
                let news = read(world, message);
                changed.push(News { seen_by: format!("{}, changed", news.seen_by), ..news });
            }
            Some(_) => {}
        }
    }
    // What the bot does at once for several people comes in any order.
    new.sort_by(|one, other| one.seen_by.cmp(&other.seen_by));
    changed.sort_by(|one, other| one.seen_by.cmp(&other.seen_by));
    let gone = before.messages.values().filter(|message| !now.messages.contains_key(&message.id));
    let gone = gone.map(|message| read(world, message));
    let gone = gone.map(|News { seen_by, text, .. }| News::of(format!("{seen_by} no more"), first(&text)));
    new.extend(changed.into_iter().chain(gone));
    let went = before.facts.difference(&now.facts).map(|fact| format!("no longer: {fact}"));
    let facts: Vec<String> = went.chain(now.facts.difference(&before.facts).cloned()).collect();
    if !facts.is_empty() {
        new.push(News::of("Discord’s lists say".to_owned(), facts.join("\n")));
    }
    new
}

/// Not what only time has changed: "in 2 hours" turns into "in 1 hour" by itself.
fn is_rewritten(was: &Message, is: &Message) -> bool {
    let has_ended = |message: &Message| message.poll.as_ref().is_some_and(|poll| poll.has_ended);
    let files = |message: &Message| message.attachments.iter().map(|file| file.id).collect::<Vec<_>>();
    was.content != is.content
        || was.embeds != is.embeds
        || was.components != is.components
        || was.flags != is.flags
        || has_ended(was) != has_ended(is)
        || files(was) != files(is)
}

fn first(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

fn read(world: &World, message: &Message) -> News {
    let seen = shown::message_of(world, message);
    let by_bot = message.author == world.bot;
    let text = if by_bot { seen.text().to_owned() } else { format!("{}: {}", seen.author, seen.text()) };
    News { seen_by: seen_by(world, message), text, files: seen.files }
}

fn seen_by(world: &World, message: &Message) -> String {
    if let Some(only) = message.only_for {
        return format!("only {} sees", world.name_of(only));
    }
    let Some(home) = world.channel(message.channel) else { return "nobody sees".to_owned() };
    if let Some(person) = home.recipient {
        return format!("{} sees, in a direct message", world.name_of(person));
    }
    let Some(guild) = home.guild else { return "nobody sees".to_owned() };
    match readers(world, guild, message.channel) {
        None => format!("everyone in #{} sees", home.name),
        Some(names) if names.len() > NAMED => format!("{} people in #{} see", names.len(), home.name),
        Some(names) => format!("{} in #{} see", listed(&names), home.name),
    }
}

/// Who can read a channel, if not everybody can.
fn readers(world: &World, guild: GuildId, channel: ChannelId) -> Option<Vec<String>> {
    let members = world.guild(guild)?.members.keys();
    let people: Vec<MemberId> =
        members.copied().filter(|id| world.users.get(id).is_some_and(|user| !user.bot)).collect();
    let readers: Vec<MemberId> = people.iter().copied().filter(|id| may_read(world, channel, *id)).collect();
    if readers.len() == people.len() {
        return None;
    }
    let mut names: Vec<String> = readers.into_iter().map(|id| world.name_of(id).to_owned()).collect();
    names.sort();
    Some(names)
}

fn listed(names: &[String]) -> String {
    match names {
        [] => "nobody".to_owned(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// Members, their roles and timeouts, bans, channels, events.
fn facts(world: &World, guild: GuildId) -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    let Some(home) = world.guild(guild) else { return facts };
    for member in home.members.values() {
        let name = world.name_of(member.user);
        facts.insert(format!("{name} is a member"));
        let roles = member.roles.iter().filter_map(|id| home.roles.get(id));
        facts.extend(roles.map(|role| format!("{name} has the role {}", role.name)));
        if let Some(until) = member.timed_out_until.filter(|until| *until > world.now()) {
            facts.insert(format!("{name} is in a timeout until {}", iso::shown(until, 'F', until)));
        }
    }
    facts.extend(home.bans.keys().map(|banned| format!("{} is banned", world.name_of(*banned))));
    let channels = world.channels.values().filter(|channel| channel.guild == Some(guild));
    facts.extend(channels.map(|channel| format!("there is #{}", channel.name)));
    let events = home.events.values().filter(|event| event.is_open());
    facts.extend(
        events
            .map(|event| format!("there is an event {}, {}", event.name, iso::shown(event.starts, 'F', event.starts))),
    );
    facts
}
