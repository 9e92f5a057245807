//! The story of `steward demo`: six weeks in the life of a small community.
//!
//! [`script`] is what happens, as data, and [`steps`] puts it in order. [`Story`] lets it happen, one
//! act after the other with the clock moved in between, says what is to be told of it, and [`tally`]
//! counts along.

mod script;
mod steps;
mod tally;

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;
use std::ops::Range;

use script::{Act, Post, Value};
use steps::{Beat, Step};
use tally::{Deed, Tally, What};

pub use tally::Count;

use super::actor::{Answer, ClientRefused, Given, Person};
use super::guild::GuildHandle;
use super::shown::Shown;
use super::{Sandbox, iso, rights};
use crate::clock::{Clock, Timestamp};
use crate::ids::{ChannelId, GuildId, MessageId, RoleId};

/// The bot's name in the local Discord.
const STEWARD: &str = "Steward";
const MODERATOR: u64 = rights::MANAGE_MESSAGES | rights::MODERATE_MEMBERS | rights::KICK_MEMBERS | rights::BAN_MEMBERS;

/// Something for the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// A day begins: "Monday, 9 November 2026".
    Day(String),
    /// The storyteller's words.
    Words(String),
    /// Somebody does something; what they say stands after it.
    Deed { time: String, deed: String, says: Option<String> },
    /// What came back, and who sees it.
    Answer { seen_by: String, text: String },
}

/// Where the story cannot go on.
#[derive(Debug)]
pub struct Stumbled(String);

impl std::fmt::Display for Stumbled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Stumbled {}

impl From<ClientRefused> for Stumbled {
    fn from(refused: ClientRefused) -> Self {
        Self(refused.to_string())
    }
}

fn stumbled<T>(why: impl Into<String>) -> Result<T, Stumbled> {
    Err(Stumbled(why.into()))
}

/// The story, on its way.
pub struct Story {
    sandbox: Sandbox,
    clock: Clock,
    guild: GuildHandle,
    people: BTreeMap<&'static str, Person>,
    channels: BTreeMap<&'static str, ChannelId>,
    steps: Peekable<std::vec::IntoIter<(Timestamp, Step)>>,
    /// What everybody said last, and where.
    said: BTreeMap<&'static str, (ChannelId, MessageId)>,
    /// The message with buttons that everybody last had before them.
    before: BTreeMap<&'static str, MessageId>,
    tally: Tally,
}

impl Story {
    /// When the clock is to start.
    pub fn begins() -> Timestamp {
        iso::read(script::BEGINS).unwrap_or(Timestamp(0))
    }

    /// Sets the scene, before the bot comes.
    ///
    /// # Errors
    /// If the script has a time that is none.
    pub fn set(sandbox: &Sandbox) -> Result<Self, Stumbled> {
        let guild = sandbox.guild(script::SERVER);
        let helpers = guild.role("Helpers", rights::MANAGE_MESSAGES);
        let moderators = guild.role("Moderators", MODERATOR);
        let people = script::CAST.into_iter().map(|(name, post, locale)| {
            let person = match post {
                Post::Owner => guild.owner().named(name),
                Post::Moderator => guild.person(name, &[moderators]),
                Post::Helper => guild.person(name, &[helpers]),
                Post::Member => guild.person(name, &[]),
            };
            (name, person.locale(locale))
        });
        let people = people.collect();
        let steps = steps::all()?.into_iter().peekable();
        let (said, before, tally) = (BTreeMap::new(), BTreeMap::new(), Tally::default());
        let channels = channels(&guild, &[helpers, moderators]);
        Ok(Self {
            sandbox: sandbox.clone(),
            clock: sandbox.clock(),
            guild,
            people,
            channels,
            steps,
            said,
            before,
            tally,
        })
    }

    pub fn guild(&self) -> GuildId {
        self.guild.id()
    }

    /// What the story itself counted between two instants.
    pub fn count(&self, span: &Range<Timestamp>) -> Count {
        self.tally.count(span)
    }

    /// When the next thing will happen: until then the clock is the bot's.
    pub fn upcoming(&mut self) -> Option<Timestamp> {
        self.steps.peek().map(|(at, _)| *at)
    }

    /// Lets the next thing happen and says what is to be told of it; `None` at the end. The bot is
    /// to have settled before the next call.
    ///
    /// # Errors
    /// If somebody's client does not let them do what the script wants, or the bot does not answer.
    pub async fn next(&mut self) -> Result<Option<Vec<Told>>, Stumbled> {
        let Some((_, step)) = self.steps.next() else { return Ok(None) };
        Ok(Some(match step {
            Step::Day(at) => vec![Told::Day(day(at))],
            Step::Words(words) => vec![Told::Words(words.into())],
            Step::Beat(beat) => self.happen(&beat).await?,
        }))
    }

    async fn happen(&mut self, beat: &Beat) -> Result<Vec<Told>, Stumbled> {
        let Beat { at, who, act, told } = *beat;
        self.clock.set(at);
        let answer = self.act(at, who, act).await?;
        if !told {
            return Ok(Vec::new());
        }
        let (deed, says) = deed(who, act);
        let mut lines = vec![Told::Deed { time: iso::shown(at, 't', at), deed, says }];
        if let Some(seen) = answer {
            let seen_by = match act {
                Act::LooksAt(..) | Act::OpensDm(_) => format!("{who} sees"),
                _ if seen.ephemeral => format!("only {who} sees"),
                _ => format!("everyone in #{} sees", self.name_of(seen.channel)),
            };
            let text = match act {
                Act::Uses(.., lines)
                | Act::Presses(_, lines)
                | Act::Cleans(_, lines)
                | Act::PressesIn(.., lines)
                | Act::Writes(.., lines)
                | Act::LooksAt(_, lines)
                | Act::OpensDm(lines) => beginning(seen.text(), lines),
                _ => seen.text().to_owned(),
            };
            lines.push(Told::Answer { seen_by, text });
        }
        Ok(lines)
    }

    async fn act(&mut self, at: Timestamp, who: &'static str, act: Act) -> Result<Option<Shown>, Stumbled> {
        match act {
            Act::Joins => {
                self.note(at, who, What::Joined);
                self.people.insert(who, self.guild.person(who, &[]));
            }
            Act::JoinsFresh => {
                self.note(at, who, What::Joined);
                self.people.insert(who, self.guild.fresh_account(who));
            }
            Act::Leaves => {
                self.note(at, who, What::Left);
                self.person(who)?.leaves(self.guild.id())?;
            }
            Act::Says(channel, text) => self.says(at, who, self.channel(channel)?, text, None)?,
            Act::Replies(to, text) => {
                let (channel, message) = self.last_said(to)?;
                self.says(at, who, channel, text, Some((to, message)))?;
            }
            Act::Reacts(to, emoji) => {
                self.note(at, who, What::Reacted);
                self.person(who)?.reacts(self.last_said(to)?.1, emoji)?;
            }
            Act::EntersVoice => self.person(who)?.joins_voice(self.channel("Kitchen")?)?,
            Act::LeavesVoice => self.person(who)?.leaves_voice()?,
            Act::Uses(channel, words, options, _) => {
                match words {
                    "note" => self.note(at, who, What::Noted),
                    "timeout" => self.note(at, who, What::TimedOut),
                    _ => {}
                }
                let given = self.given(options)?;
                let answer = self.person(who)?.slash(self.channel(channel)?, words, &given).await?;
                return self.answered(who, words, &answer).map(Some);
            }
            Act::Forces(channel, words, options) => {
                let given = self.given(options)?;
                let answer = self.person(who)?.slash_hidden(self.channel(channel)?, words, &given).await?;
                return checked(who, words, &answer).map(Some);
            }
            Act::Presses(label, _) => {
                if label == "Confirm" {
                    self.note(at, who, What::Warned);
                }
                let Some(on) = self.before.get(who) else { return stumbled(format!("{who} has nothing to press")) };
                let answer = self.person(who)?.clicks(*on, label).await?;
                // Buttons stay where they are: the next press may be on the same message.
                return checked(who, label, &answer).map(Some);
            }
            Act::Writes(channel, label, text, _) => {
                let on = match channel {
                    Some(channel) => self.with_button(who, channel, label)?,
                    None => *self.before.get(who).ok_or_else(|| Stumbled(format!("{who} has nothing to press")))?,
                };
                let form = self.person(who)?.clicks(on, label).await?;
                let answer = self.person(who)?.submits(&form, &[("text", text)]).await?;
                return self.answered(who, label, &answer).map(Some);
            }
            Act::PressesIn(channel, label, _) => {
                let on = self.with_button(who, channel, label)?;
                let answer = self.person(who)?.clicks(on, label).await?;
                return self.answered(who, label, &answer).map(Some);
            }
            Act::LooksAt(channel, _) => {
                let seen = self.sandbox.messages(self.channel(channel)?, self.person(who)?);
                return last_of(who, seen).map(Some);
            }
            Act::OpensDm(_) => {
                let seen = last_of(who, self.sandbox.dms(self.person(who)?))?;
                self.before.insert(who, MessageId::from(&seen));
                return Ok(Some(seen));
            }
            Act::IsKeptFrom(channel, text) => {
                if self.person(who)?.says(self.channel(channel)?, text).is_ok() {
                    return stumbled(format!("{who} could write after all"));
                }
                self.note(at, who, What::TimedOut);
            }
            Act::Cleans(whom, _) => {
                for target in whom {
                    self.note(at, target, What::Removed);
                }
                let Some(on) = self.before.get(who) else { return stumbled(format!("{who} has nothing to confirm")) };
                let answer = self.person(who)?.clicks(*on, "Confirm").await?;
                return checked(who, "Confirm", &answer).map(Some);
            }
        }
        Ok(None)
    }

    fn note(&mut self, at: Timestamp, who: &'static str, what: What) {
        self.tally.add(Deed { at, who, what });
    }

    fn says(
        &mut self,
        at: Timestamp,
        who: &'static str,
        channel: ChannelId,
        text: &str,
        reply_to: Option<(&'static str, MessageId)>,
    ) -> Result<(), Stumbled> {
        let (text, mut to) = self.with_mentions(text);
        to.extend(reply_to.map(|(whom, _)| whom));
        to.remove(who);
        let message = self.person(who)?.says_with(channel, &text, &[], reply_to.map(|(_, message)| message))?;
        self.said.insert(who, (channel, message));
        self.tally.add(Deed { at, who, what: What::Wrote { channel, to } });
        Ok(())
    }

    /// The text with its `@name`s as Discord writes them, and whom they name.
    fn with_mentions(&self, text: &str) -> (String, BTreeSet<&'static str>) {
        let (mut out, mut named) = (text.to_owned(), BTreeSet::new());
        for (name, person) in &self.people {
            let tag = format!("@{name}");
            if out.contains(&tag) {
                out = out.replace(&tag, &person.mention());
                named.insert(*name);
            }
        }
        (out, named)
    }

    fn given(&self, options: &'static [(&'static str, Value)]) -> Result<Vec<(&'static str, Given)>, Stumbled> {
        let one = |(name, value): &(&'static str, Value)| {
            Ok((
                *name,
                match *value {
                    Value::Text(text) => Given::from(text),
                    Value::Number(number) => Given::from(number),
                    Value::Member(name) => Given::from(self.person(name)?),
                    Value::Channel(name) => Given::from(self.channel(name)?),
                },
            ))
        };
        options.iter().map(one).collect()
    }

    fn answered(&mut self, who: &'static str, what: &str, answer: &Answer) -> Result<Shown, Stumbled> {
        let seen = checked(who, what, answer)?;
        self.before.insert(who, MessageId::from(answer));
        Ok(seen)
    }

    /// What Steward wrote last in a channel with this button.
    fn with_button(&self, who: &str, channel: &str, label: &str) -> Result<MessageId, Stumbled> {
        let mut seen = self.sandbox.messages(self.channel(channel)?, self.person(who)?);
        seen.retain(|shown| shown.labels().contains(&label));
        Ok(MessageId::from(&last_of(who, seen)?))
    }

    fn person(&self, name: &str) -> Result<&Person, Stumbled> {
        self.people.get(name).map_or_else(|| stumbled(format!("{name} is not there")), Ok)
    }

    fn channel(&self, name: &str) -> Result<ChannelId, Stumbled> {
        let known = self.channels.get(name).copied().or_else(|| self.guild.thread(name));
        known.map_or_else(|| stumbled(format!("there is no channel {name}")), Ok)
    }

    fn name_of(&self, channel: Option<ChannelId>) -> &'static str {
        self.channels.iter().find(|(_, id)| Some(**id) == channel).map_or("nowhere", |(name, _)| name)
    }

    fn last_said(&self, name: &str) -> Result<(ChannelId, MessageId), Stumbled> {
        self.said.get(name).copied().map_or_else(|| stumbled(format!("{name} has said nothing yet")), Ok)
    }
}

/// An answer that came.
fn checked(who: &str, what: &str, answer: &Answer) -> Result<Shown, Stumbled> {
    if answer.failed { stumbled(format!("{who} got no answer to {what}")) } else { Ok((**answer).clone()) }
}

/// What Steward wrote last.
fn last_of(who: &str, seen: Vec<Shown>) -> Result<Shown, Stumbled> {
    let by_steward = seen.into_iter().rfind(|shown| shown.author == STEWARD);
    by_steward.map_or_else(|| stumbled(format!("{who} finds nothing by Steward")), Ok)
}

fn channels(guild: &GuildHandle, staff: &[RoleId]) -> BTreeMap<&'static str, ChannelId> {
    let public = script::CHANNELS.map(|name| (name, guild.channel(name)));
    let others = [("staff", guild.private_channel("staff", staff)), ("Kitchen", guild.voice_channel("Kitchen"))];
    public.into_iter().chain(others).collect()
}

fn day(at: Timestamp) -> String {
    let shown = iso::shown(at, 'F', at);
    shown.rsplit_once(' ').map_or(shown.clone(), |(day, _)| day.to_owned())
}

/// The first lines of a text, and how many more there are.
fn beginning(text: &str, lines: usize) -> String {
    let more = text.lines().count().saturating_sub(lines);
    let begun = text.lines().take(lines).collect::<Vec<_>>().join("\n");
    if more > 0 { format!("{begun}\n… and {more} lines more") } else { begun }
}

/// A deed in words, and what is said in it.
fn deed(who: &str, act: Act) -> (String, Option<String>) {
    let command = |words: &str, options: &[(&str, Value)]| {
        let options = options.iter().map(|(name, value)| match value {
            Value::Text(text) => format!(" {name}: {text}"),
            Value::Number(number) => format!(" {name}: {number}"),
            Value::Member(member) => format!(" {name}: @{member}"),
            Value::Channel(channel) => format!(" {name}: #{channel}"),
        });
        Some(format!("/{words}{}", options.collect::<String>()))
    };
    match act {
        Act::Joins | Act::JoinsFresh => (format!("{who} joins the server"), None),
        Act::Leaves => (format!("{who} leaves the server"), None),
        Act::Says(channel, text) => (format!("{who} in #{channel}"), Some(text.into())),
        Act::Replies(to, text) => (format!("{who} to {to}"), Some(text.into())),
        Act::Reacts(to, emoji) => (format!("{who} reacts to {to} with {emoji}"), None),
        Act::EntersVoice => (format!("{who} enters the Kitchen"), None),
        Act::LeavesVoice => (format!("{who} leaves the Kitchen"), None),
        Act::Uses(channel, words, options, _) | Act::Forces(channel, words, options) => {
            (format!("{who} in #{channel}"), command(words, options))
        }
        Act::Presses(label, _) => (format!("{who} presses [{label}]"), None),
        Act::PressesIn(channel, label, _) => (format!("{who} presses [{label}] in #{channel}"), None),
        Act::Writes(Some(channel), label, text, _) => {
            (format!("{who} presses [{label}] in #{channel} and writes"), Some(text.into()))
        }
        Act::Writes(None, label, text, _) => (format!("{who} presses [{label}] and writes"), Some(text.into())),
        Act::LooksAt(channel, _) => (format!("{who} looks at #{channel}"), None),
        Act::OpensDm(_) => (format!("{who} has a message"), None),
        Act::Cleans(..) => (format!("{who} presses [Confirm]"), None),
        Act::IsKeptFrom(channel, text) => (format!("{who} types in #{channel} and cannot send"), Some(text.into())),
    }
}
