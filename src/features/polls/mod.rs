//! Polls: a question, a card to vote on, and a result that is right and posted once.
//!
//! `/poll create` leads through a preview to a card with buttons; votes change and can be withdrawn
//! until the poll closes, by its time or by hand. Results stay hidden for as long as was said, and a
//! secret ballot cannot be traced to anybody once the poll is over, by nobody at all.
//!
//! Whoever writes a feature may read this one first:
//!
//! - `mod.rs`: what the feature brings along, and its words: the types that all other files speak in.
//! - `commands/`: each command reads, decides, writes and tells, in that order.
//! - `components/`: the same for what is pressed, chosen and filled in.
//! - `rules/`: what is decided, by what is given alone, with tables and properties beside it.
//! - `store.rs`: all SQL.
//! - `views/`: what people see.
//! - `jobs.rs`: what happens later; `listen.rs`: what Discord tells.
//!
//! `cards.rs` has its messages that are kept true, `digest.rs` what the weekly digest says of it; whatever
//! several of these need, such as how a poll opens and how it ends, has a file of its own.

use serde::{Deserialize, Serialize};
use serenity::all::{GatewayIntents, Permissions};

use self::rules::plan::PollSpec;
use crate::clock::Timestamp;
use crate::discord::outbox::native_poll;
use crate::error::{Arg, Error, Message};
use crate::feature::Feature;
use crate::feature::card::{Card, CardName};
use crate::ids::{ChannelId, GuildId, MemberId, RoleId, ids};
use crate::jobs::Kind as JobKind;

pub mod actions;
mod author;
mod cards;
mod close;
mod commands;
mod components;
mod count;
mod digest;
mod draft;
mod edit;
mod export;
mod jobs;
mod listen;
mod native;
mod open;
mod remind;
mod rules;
mod secret;
mod series;
mod store;
mod views;

/// The name of the feature.
pub const NAME: &str = "polls";

/// The message to vote on.
const CARD: CardName = CardName::new(NAME, "card");
/// The message with what came out.
const RESULT: CardName = CardName::new(NAME, "result");

ids! {
    /// A poll; people know it by its number.
    PollId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || vec![commands::poll()],
        routes: components::ROUTES,
        listen: Some(|app, event| Box::pin(listen::event(app, event))),
        on_order_ended: Some(|tx, order, now| Box::pin(listen::delivered(tx, order, now))),
        on_person_change: Some(|app, guild, turn| Box::pin(secret::turn(app, guild, turn))),
        jobs: &[OPEN, CLOSE, REMIND, COUNT],
        cards: &[cards::CARD, cards::RESULT],
        tables: store::TABLES,
        digest: Some(|reading| Box::pin(digest::section(reading))),
        intents: GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGES),
        permissions: &[
            (Permissions::SEND_MESSAGES, "needs-send-messages"),
            (Permissions::EMBED_LINKS, "needs-embed-links"),
            (Permissions::ATTACH_FILES, "needs-attach-files"),
            native_poll::PERMISSION,
        ],
        ..Feature::new(NAME)
    }
}

/// Opens a poll at its time.
const OPEN: JobKind = JobKind { name: "polls.open", urgent: false, run: |app, job| Box::pin(jobs::open(app, job)) };
/// Closes it at its time, and sees to it that what was secret cannot be found out any more.
const CLOSE: JobKind = JobKind { name: "polls.close", urgent: false, run: |app, job| Box::pin(jobs::close(app, job)) };

/// Reminds people of a poll that closes soon.
const REMIND: JobKind =
    JobKind { name: "polls.remind", urgent: false, run: |app, job| Box::pin(jobs::remind(app, job)) };
/// Counts who may vote in an open poll, after that was changed.
const COUNT: JobKind = JobKind { name: "polls.count", urgent: false, run: |app, job| Box::pin(jobs::count(app, job)) };

/// How people answer.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter, sqlx::Type, Serialize, Deserialize)]
#[sqlx(rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One option.
    #[name = "single"]
    Single,
    /// Several options.
    #[name = "multi"]
    Multi,
    /// Options in order of preference, counted by instant run-off.
    #[name = "ranked"]
    Ranked,
    /// A number from 1 to 5.
    #[name = "rating"]
    Rating,
    /// Discord's own poll: votes are seen by everyone, and Discord counts them.
    #[name = "native"]
    Native,
}

/// When results are seen.
// Append only, as above.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, poise::ChoiceParameter, sqlx::Type, Serialize, Deserialize)]
#[sqlx(rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Results {
    /// By everyone at any time.
    #[default]
    #[name = "live"]
    Live,
    /// By whoever has voted; by everyone after the close.
    #[name = "after_vote"]
    AfterVote,
    /// By nobody before the close.
    #[name = "after_close"]
    AfterClose,
}

/// Who sees how somebody voted.
// Append only, as above.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, poise::ChoiceParameter, sqlx::Type, Serialize, Deserialize)]
#[sqlx(rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Ballot {
    /// Everyone who sees the results.
    #[default]
    #[name = "public"]
    Public,
    /// Everyone, once the poll is closed.
    #[name = "named_after"]
    NamedAfter,
    /// Nobody.
    #[name = "secret"]
    Secret,
}

/// How often a poll is asked.
// Append only, as above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter, sqlx::Type, Serialize, Deserialize)]
#[sqlx(rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Repeat {
    #[name = "daily"]
    Daily,
    #[name = "weekly"]
    Weekly,
    #[name = "biweekly"]
    Biweekly,
    #[name = "monthly"]
    Monthly,
    /// Once; ends a series.
    #[name = "never"]
    Never,
}

/// Polls that are asked one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Series {
    /// Not [`Repeat::Never`].
    pub repeat: Repeat,
    /// When the first of them opened, or is to open.
    pub first: Timestamp,
}

/// How far a poll is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum State {
    /// It opens at its time.
    Scheduled,
    Open,
    Closed,
}

/// How many options a ballot has to hold to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    pub min: u8,
    pub max: u8,
}

/// One thing to vote for. Its place, from 1 on, is the number that ballots and buttons name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// As typed.
    pub label: String,
    /// The instant that it stands for, in a poll of dates.
    pub at: Option<Timestamp>,
}

/// How many must vote for the result to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quorum {
    People(u64),
    /// Of those who may vote, from 1 to 100.
    Percent(u8),
}

/// What somebody wants to ask, as they have said it so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftSpec {
    pub asked: PollSpec,
    /// Whoever holds one of these may vote; everyone, if there are none.
    pub voters: Vec<RoleId>,
    pub ping: Option<RoleId>,
    /// The instants that its options stand for, in a poll of dates.
    pub dates: Vec<Timestamp>,
}

/// A poll that somebody looks at before they publish it, with the channel where it is to stand.
pub type Draft = crate::feature::draft::Draft<DraftSpec>;

/// A change of an open or scheduled poll that its author has not confirmed yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditSpec {
    pub poll: PollId,
    pub change: rules::edit::Change,
}

/// A change as it would be, or was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    pub before: Poll,
    pub after: Plan,
    /// How many ballots there are.
    pub ballots: u64,
}

/// What a poll is to be, once everything about it goes together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub guild: GuildId,
    pub author: MemberId,
    /// Where the card and the result stand.
    pub channel: ChannelId,
    pub question: String,
    pub kind: Kind,
    /// In the order of their places; of a rating "1" to "5".
    pub options: Vec<Choice>,
    pub pick: Pick,
    /// When it is to open; `None`: as soon as it is published.
    pub starts: Option<Timestamp>,
    pub closes: Timestamp,
    /// Whoever holds one of these may vote; everyone, if there are none.
    pub voters: Vec<RoleId>,
    pub quorum: Option<Quorum>,
    pub results: Results,
    pub ballot: Ballot,
    /// Who is called when it opens; the server's own id stands for everyone.
    pub ping: Option<RoleId>,
    /// How many images stand in its gallery.
    pub images: u8,
    /// What it is one of, if it is asked again and again.
    pub series: Option<Series>,
    /// So many minutes before the close people are reminded of it, once.
    pub remind: Option<u32>,
    /// How many options win.
    pub seats: u8,
    pub ages: Ages,
}

impl Plan {
    /// Whether only some may vote.
    pub fn is_limited(&self) -> bool {
        !self.voters.is_empty() || self.ages != Ages::default()
    }
}

/// For how long somebody has to be there to vote, in days; 0 for everyone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ages {
    /// In this server.
    pub member: u32,
    /// On Discord.
    pub account: u32,
}

/// A poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poll {
    pub id: PollId,
    /// By which people know it: per server, from 1 on.
    pub number: i64,
    pub plan: Plan,
    pub state: State,
    /// How many could vote when it opened, where that was found out.
    pub eligible: Option<u64>,
    pub opened: Option<Timestamp>,
    pub closed: Option<Timestamp>,
    /// Who closed it; `None`: its time was over.
    pub closed_by: Option<MemberId>,
    /// What came out, once it is closed.
    pub tally: Option<Tally>,
    /// When people were reminded of it.
    pub reminded: Option<Timestamp>,
    /// When it was last changed while it was open.
    pub edited: Option<Timestamp>,
    /// The question on which people had voted, where it was changed after that.
    pub question_before: Option<String>,
    /// The message to vote on.
    pub card: Card,
    /// The message with what came out.
    pub result: Card,
}

/// A ballot, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    pub member: MemberId,
    /// Places of options; of a ranked poll the preferred ones first.
    pub choices: Vec<u8>,
}

/// What came out of a poll. Options are named by their places.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Ballots that count.
    pub voters: u64,
    /// Votes for each option in order; of a ranked poll its first preferences.
    pub counts: Vec<u64>,
    /// The rounds of a ranked poll; empty for all others.
    pub rounds: Vec<Round>,
    /// What won; several where they are equal or several seats were to be taken, none where nobody voted. Of a rating
    /// the most frequent.
    pub winners: Vec<u8>,
    /// The stages of a ranked poll with several seats; empty for all others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// What is equal for the last of several seats, so that none of it has won.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tied: Vec<u8>,
    /// So many of the ballots are of people who could not vote yet when the poll opened.
    #[serde(default)]
    pub later: u64,
}

impl Tally {
    /// How many of those who could vote when the poll opened did.
    pub const fn at_opening(&self) -> u64 {
        self.voters.saturating_sub(self.later)
    }
}

/// One stage of a single transferable vote. Votes are in hundred-thousandths of a ballot.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// For each option that is still in or elected, by place.
    pub counts: Vec<(u8, u64)>,
    /// Of ballots on which no option is left.
    pub exhausted: u64,
    /// What is elected in it, the best first.
    pub elected: Vec<u8>,
    /// Whose surplus goes on after it.
    pub moved: Option<u8>,
    /// What goes out after it.
    pub out: Option<u8>,
    /// Between these it was drawn by lot what goes on or out; else empty.
    pub drawn: Vec<u8>,
}

impl Stage {
    /// What an option has in it.
    pub fn count(&self, place: u8) -> u64 {
        self.counts.iter().find(|(other, _)| *other == place).map_or(0, |(_, count)| *count)
    }
}

/// One round of a run-off: whoever is last goes out, and their ballots go to the next preference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Ballots for each option that is still in, by place.
    pub counts: Vec<(u8, u64)>,
    /// Ballots on which no option is left.
    pub exhausted: u64,
    /// What goes out after it; `None` in the last round.
    pub out: Option<u8>,
    /// Between these it was drawn by lot, because all rounds before were equal too; else empty.
    pub drawn: Vec<u8>,
}

/// What a person at a poll can do something about.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Problem {
    #[error("no poll here that is called {0}")]
    NoPoll(String),
    #[error("no poll was ever asked in this channel")]
    NoneHere,
    #[error("no poll is open in this channel")]
    NoneOpen,
    #[error("several polls are open in this channel")]
    SeveralOpen,
    #[error("not open yet")]
    NotOpen,
    #[error("closed at {0:?}")]
    Closed(Timestamp),
    #[error("for holders of {0:?} only")]
    NotEligible(Vec<RoleId>),
    #[error("in the server for less than {days} days, until {from:?}")]
    TooNewHere { days: u32, from: Timestamp, closes: Timestamp },
    #[error("an account of less than {days} days, until {from:?}")]
    TooNewAccount { days: u32, from: Timestamp, closes: Timestamp },
    #[error("no number: {0}")]
    NoNumber(String),
    #[error("the key of a secret poll is gone")]
    NoKey,
    #[error("no such option")]
    NoSuchOption,
    #[error("more than {0} options")]
    TooMany(u8),
    #[error("fewer than {0} options")]
    TooFew(u8),
    #[error("nothing to withdraw")]
    NoVote,
    #[error("results are for those who have voted")]
    VoteFirst,
    #[error("results are hidden until {0:?}")]
    Hidden(Timestamp),
    #[error("a secret ballot")]
    Secret,
    #[error("it is closed already")]
    ClosedBefore(i64),
    #[error("a poll of Discord's own cannot be put off")]
    NativeCloses,
    #[error("one date alone")]
    OneDate,
    #[error("no change was asked for")]
    NothingToChange,
    #[error("an open poll of Discord's own cannot be changed")]
    NativeStays,
    #[error("it is open already")]
    OpenAlready,
    #[error("people have voted on these options")]
    OptionsStay,
    #[error("no span of time: {0}")]
    NoSpan(String),
    #[error("one of its dates is over")]
    DatesOver,
    #[error("the tables of poll {0} are too large for Discord")]
    TooLarge(i64),
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(problem.told())
    }
}

impl Problem {
    /// What people are told.
    pub fn told(self) -> Message {
        match self {
            Self::NoPoll(typed) => Message::new("poll-none").with("typed", typed),
            Self::NoneHere => Message::new("poll-none-here"),
            Self::NoneOpen => Message::new("poll-none-open"),
            Self::SeveralOpen => Message::new("poll-several-open"),
            Self::NotOpen => Message::new("poll-not-open"),
            Self::Closed(at) => Message::new("poll-closed").with("at", Arg::Time(at, 'R')),
            Self::NotEligible(roles) => Message::new("poll-not-eligible").with("roles", views::roles(&roles)),
            Self::TooNewHere { days, from, closes } => {
                let key = if from < closes { "poll-too-new-here" } else { "poll-too-new-here-ever" };
                Message::new(key).with("days", days).with("from", Arg::Time(from, 'F'))
            }
            Self::TooNewAccount { days, from, closes } => {
                let key = if from < closes { "poll-too-new-account" } else { "poll-too-new-account-ever" };
                Message::new(key).with("days", days).with("from", Arg::Time(from, 'F'))
            }
            Self::NoNumber(typed) => Message::new("poll-problem-number").with("typed", typed),
            Self::NoKey => Message::new("poll-no-key"),
            Self::NoSuchOption => Message::new("poll-no-option"),
            Self::TooMany(most) => Message::new("poll-too-many").with("most", i64::from(most)),
            Self::TooFew(least) => Message::new("poll-too-few").with("least", i64::from(least)),
            Self::NoVote => Message::new("poll-no-vote"),
            Self::VoteFirst => Message::new("poll-vote-first"),
            Self::Secret => Message::new("poll-secret"),
            Self::ClosedBefore(number) => Message::new("poll-closed-before").with("number", number.to_string()),
            Self::NativeCloses => Message::new("poll-native-closes"),
            Self::OneDate => Message::new("poll-dates-one"),
            Self::NothingToChange => Message::new("poll-edit-nothing"),
            Self::NativeStays => Message::new("poll-edit-native"),
            Self::OpenAlready => Message::new("poll-edit-open"),
            Self::OptionsStay => Message::new("poll-edit-options-stay"),
            Self::NoSpan(typed) => Message::new("poll-problem-remind").with("typed", typed),
            Self::DatesOver => Message::new("poll-dates-over"),
            Self::TooLarge(number) => Message::new("poll-export-large").with("number", number.to_string()),
            Self::Hidden(until) => Message::new("poll-hidden").with("until", Arg::Time(until, 'R')),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An open poll with so many options, A to Z.
    pub fn poll(kind: Kind, options: u8) -> Poll {
        let letter = |place: u8| Choice { label: char::from(b'A' + place).to_string(), at: None };
        Poll {
            id: PollId(7),
            number: 3,
            plan: Plan {
                guild: GuildId(1),
                author: MemberId(2),
                channel: ChannelId(4),
                question: "Which?".into(),
                kind,
                options: (0..options).map(letter).collect(),
                pick: Pick { min: 1, max: if matches!(kind, Kind::Multi | Kind::Ranked) { options } else { 1 } },
                starts: None,
                closes: Timestamp::from_seconds(1_794_819_600),
                voters: Vec::new(),
                quorum: None,
                results: Results::Live,
                ballot: Ballot::Public,
                ping: None,
                images: 0,
                series: None,
                remind: None,
                seats: 1,
                ages: Ages::default(),
            },
            state: State::Open,
            eligible: None,
            opened: Some(Timestamp(0)),
            closed: None,
            closed_by: None,
            tally: None,
            reminded: None,
            edited: None,
            question_before: None,
            card: Card::default(),
            result: Card::default(),
        }
    }
}
