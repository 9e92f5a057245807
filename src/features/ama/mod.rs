//! AMA sessions ("ask me anything"): members ask, hosts answer, and a transcript of both stays.
//!
//! - `mod.rs`: what the feature brings along, and its words: the types that all other files speak in.
//! - `actions.rs`: what staff do in it, and the level that each act takes.
//! - `rules/`: what is decided, by what is given alone, with tables and properties beside it.
//! - `store/`: all SQL, a file for each table.
//! - `commands/` and `components/`: each reads, decides, writes and tells, in that order.
//! - `cards.rs`: the messages that are kept true; `views/`: what people see.
//! - `opening.rs`, `asking.rs`, `reviewing.rs`, `answering.rs`, `closing.rs`: what several of these need of each act.
//! - `jobs.rs`: what happens later; `listen.rs`: what Discord tells; `digest.rs`: what the weekly digest says.
//!
//! A question goes through these states: it is *offered* while its asker can still choose a similar one
//! instead; *pending* while it waits for review (a sealed one is *held* before, until the next batch);
//! *approved* once it appears in the thread; then *answered*. It can be *rejected* and restored, *merged* into
//! another, and *withdrawn* by its asker.

use serde::{Deserialize, Serialize};
use serenity::all::{GatewayIntents, Permissions};

use crate::clock::Timestamp;
use crate::error::{Arg, Error, Message};
use crate::feature;
use crate::feature::Feature;
use crate::feature::identity::Identity;
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId, ids};
use crate::jobs::Kind as JobKind;

use self::rules::plan::SessionSpec;
use self::rules::series::Series;

pub mod actions;
mod answering;
mod asking;
mod cards;
mod closing;
mod commands;
mod components;
mod digest;
mod draft;
mod jobs;
mod listen;
mod opening;
mod ranking;
mod reviewing;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod views;

/// The name of the feature.
pub const NAME: &str = "ama";

ids! {
    /// A session; people know it by its number.
    SessionId,
    /// A question. Its row is drawn at random, so that no order of asking can be read from it.
    QuestionId,
    /// An answer.
    AnswerId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || vec![commands::ama(), commands::ask()],
        routes: components::ROUTES,
        cards: cards::ALL,
        settings: &[cards::REVIEW_CHANNEL],
        on_order_ended: Some(|tx, order, now| Box::pin(listen::order_ended(tx, order, now))),
        on_person_change: Some(|app, guild, change| Box::pin(listen::person_changed(app, guild, change))),
        jobs: &[ANNOUNCE, OPEN, CLOSE, SUBMIT, BATCH, LATER],
        tables: store::TABLES,
        digest: Some(|reading| Box::pin(digest::section(reading))),
        intents: GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGES),
        permissions: &[
            (Permissions::SEND_MESSAGES, "needs-send-messages"),
            (Permissions::EMBED_LINKS, "needs-embed-links"),
            (Permissions::ATTACH_FILES, "needs-attach-files"),
            (Permissions::CREATE_PUBLIC_THREADS, "needs-ama-threads"),
            (Permissions::SEND_MESSAGES_IN_THREADS, "needs-ama-thread-messages"),
        ],
        ..Feature::new(NAME)
    }
}

/// Announces a session that was published.
const ANNOUNCE: JobKind =
    JobKind { name: "ama.announce", urgent: false, run: |app, job| Box::pin(jobs::announce(app, job)) };
/// Opens it at its start.
const OPEN: JobKind = JobKind { name: "ama.open", urgent: false, run: |app, job| Box::pin(jobs::open(app, job)) };
/// Closes it at its time, and sees to it that what was sealed can't be found out any more.
const CLOSE: JobKind = JobKind { name: "ama.close", urgent: false, run: |app, job| Box::pin(jobs::close(app, job)) };
/// Submits a question whose asker has chosen nothing else.
const SUBMIT: JobKind = JobKind { name: "ama.submit", urgent: false, run: |app, job| Box::pin(jobs::submit(app, job)) };
/// Brings sealed questions to review.
const BATCH: JobKind = JobKind { name: "ama.batch", urgent: false, run: |app, job| Box::pin(jobs::batch(app, job)) };

/// Ends the time in which a closed session's questions can still be answered.
const LATER: JobKind = JobKind { name: "ama.later", urgent: false, run: |app, job| Box::pin(jobs::later(app, job)) };

/// A session that somebody looks at before they publish it.
type Draft = feature::draft::Draft<SessionSpec>;

/// How far an asker is hidden; of a session the most that it allows.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    poise::ChoiceParameter,
    sqlx::Type,
    Serialize,
    Deserialize,
)]
#[sqlx(rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Anonymity {
    /// Everyone learns who asked.
    #[name = "named"]
    Named,
    /// Moderators learn who asked, the audience doesn't.
    #[default]
    #[name = "hidden"]
    Hidden,
    /// Nobody learns who asked, and the database doesn't know it either.
    #[name = "sealed"]
    Sealed,
}

/// How often a session is held.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
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

/// How far a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum State {
    /// Questions are collected; answers begin later.
    Scheduled,
    /// Hosts answer.
    Open,
    Closed,
}

/// What a session is to be, once everything about it goes together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub guild: GuildId,
    pub author: MemberId,
    /// Where the prompt is posted.
    pub channel: ChannelId,
    pub title: String,
    /// When answers begin; `None`: as soon as it is published.
    pub starts: Option<Timestamp>,
    pub closes: Timestamp,
    pub anonymity: Anonymity,
    /// Whether a moderator reads each question before it appears.
    pub review: bool,
    /// How many open questions a member can have.
    pub most: u8,
    /// The stage or voice channel where the hosts speak.
    pub stage: Option<ChannelId>,
    /// How it is held again.
    pub series: Option<Series>,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    /// By which people know it: per server, from 1 on.
    pub number: i64,
    pub plan: Plan,
    /// In the order in which they were added.
    pub hosts: Vec<MemberId>,
    pub state: State,
    /// Where questions and answers are posted, once it is made.
    pub thread: Option<ChannelId>,
    /// The order that makes the thread.
    pub thread_order: Option<OutboxId>,
    /// The question that is being answered now.
    pub current: Option<QuestionId>,
    pub opened: Option<Timestamp>,
    pub closed: Option<Timestamp>,
    /// Who closed it; `None`: its time was over.
    pub closed_by: Option<MemberId>,
    /// What came out, once it is closed.
    pub statistics: Option<Statistics>,
    /// The address of a recording.
    pub recording: Option<String>,
}

impl Session {
    /// Whether this member answers in it.
    pub fn is_host(&self, member: MemberId) -> bool {
        self.hosts.contains(&member)
    }
}

/// What has become of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum QuestionState {
    /// Saved; its asker can choose a similar one instead.
    Offered,
    /// A sealed one that waits for the next batch of reviews.
    Held,
    /// It waits for review.
    Pending,
    /// It appears in the thread, and can be upvoted and answered.
    Approved,
    Answered,
    Rejected,
    /// It is asked with another one.
    Merged,
    /// Its asker has taken it back.
    Withdrawn,
}

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub text: String,
    /// What helps to understand it.
    pub context: Option<String>,
}

/// A question. Words are as people typed them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub id: QuestionId,
    pub session: SessionId,
    /// By which people know it: per session, in the order of appearing. `None` until it appears.
    pub number: Option<i64>,
    /// Who learns who asked.
    pub shown: Anonymity,
    /// Who asked, as long as that is kept.
    pub asker: Option<Identity>,
    pub words: Words,
    pub state: QuestionState,
    pub merged_into: Option<QuestionId>,
    /// Why it was rejected.
    pub reason: Option<String>,
    pub reviewed_by: Option<MemberId>,
    pub claim: Option<Claim>,
    /// When it was asked; of a sealed one nobody knows.
    pub asked: Option<Timestamp>,
    /// When it appeared.
    pub appeared: Option<Timestamp>,
    /// When a host last said that they are answering it.
    pub announced: Option<Timestamp>,
    /// What reviewers file it under, in the order in which they were typed.
    pub tags: Vec<String>,
    /// Whether its asker has changed it and its cards don't show that yet; of sealed ones only.
    pub unshown: bool,
}

impl Question {
    /// Whether everyone in the session sees it.
    pub const fn has_appeared(&self) -> bool {
        matches!(self.state, QuestionState::Approved | QuestionState::Answered)
    }
}

/// A host is writing an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    pub host: MemberId,
    pub since: Timestamp,
}

/// A question, and how many want it answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    pub question: Question,
    /// Members who upvoted it or one that was merged into it, each once.
    pub votes: i64,
    /// Questions that were merged into it, and itself.
    pub asked_times: i64,
}

/// Who is blocked: whoever asked a question, also where nobody knows who that is, or a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocked {
    Asker(QuestionId),
    Member(MemberId),
}

impl Blocked {
    /// The question whose asker it is.
    pub const fn question(self) -> Option<QuestionId> {
        match self {
            Self::Asker(question) => Some(question),
            Self::Member(_) => None,
        }
    }

    /// The member, where it was decided about them by name.
    pub const fn member(self) -> Option<MemberId> {
        match self {
            Self::Asker(_) => None,
            Self::Member(member) => Some(member),
        }
    }
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub blocked: Blocked,
    /// The words of the question, as long as it is there.
    pub question: Option<String>,
    /// Who decided it.
    pub by: MemberId,
}

/// An answer. Words are as people typed them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub id: AnswerId,
    pub question: QuestionId,
    /// Who answered, as long as that is kept.
    pub host: Option<MemberId>,
    /// `None`: by word of mouth.
    pub text: Option<String>,
    pub at: Timestamp,
    pub edited: Option<Timestamp>,
}

/// What came out of a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Statistics {
    /// Questions that were submitted and not withdrawn.
    pub questions: i64,
    /// People who asked them; whoever asked by name and under seal counts twice.
    pub askers: i64,
    /// How many of these asked under seal.
    pub sealed_askers: i64,
    pub votes: i64,
    pub answered: i64,
    /// Half of the answered questions waited no longer, from asking to the answer, in milliseconds; `None` where no
    /// time of asking is known.
    pub median_wait: Option<i64>,
}

/// What a person at a session can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("no session here that is called {0}")]
    NoSession(String),
    #[error("{0} takes no questions now")]
    NotTaking(String),
    #[error("no session takes questions now")]
    NoneLive,
    #[error("several sessions take questions now")]
    SeveralLive,
    #[error("closed at {0:?}")]
    Closed(Timestamp),
    #[error("it is not open yet")]
    NotOpen,
    #[error("it is open already")]
    OpenBefore(i64),
    #[error("it is closed already")]
    ClosedBefore(i64),
    #[error("only hosts")]
    NotHost,
    #[error("a host already")]
    HostBefore(MemberId),
    #[error("no host")]
    NoHost(MemberId),
    #[error("the last host")]
    LastHost,
    #[error("no more than {0} hosts")]
    TooManyHosts(usize),
    #[error("nobody may ask without a name")]
    NamesOnly,
    #[error("{0} open questions already")]
    LimitReached(u8),
    #[error("blocked")]
    Blocked,
    #[error("nothing was typed")]
    Empty,
    #[error("{units} units, of at most {most}")]
    TooLong { units: usize, most: usize },
    #[error("there is no such question")]
    NoQuestion,
    #[error("nothing that may be kept as feedback")]
    NothingToKeep,
    #[error("it is {0:?} already")]
    Settled(QuestionState),
    #[error("{0} is answering it")]
    BeingAnswered(MemberId),
    #[error("{0} has answered it")]
    AnsweredBefore(MemberId),
    #[error("merged into itself")]
    IntoItself,
    #[error("no question is left")]
    NoneLeft,
    #[error("the files of session {0} are too large for Discord")]
    TooLarge(i64),
    #[error("nothing to change was said")]
    NoChange,
    #[error("it has started, so its start can't change")]
    StartedBefore,
    #[error("the key of a sealed session is gone")]
    NoKey,
    #[error("more than {0} tags")]
    TooManyTags(usize),
    #[error("no address of a recording")]
    NoAddress,
    #[error("blocked before")]
    BlockedBefore(MemberId),
    #[error("nothing is prepared for it")]
    NotPrepared,
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(problem.into())
    }
}

impl From<Problem> for Message {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::NoSession(typed) => Self::new("ama-none").with("typed", typed),
            Problem::NotTaking(typed) => Self::new("ama-not-taking").with("typed", typed),
            Problem::NoneLive => Self::new("ama-none-live"),
            Problem::SeveralLive => Self::new("ama-several-live"),
            Problem::Closed(at) => Self::new("ama-closed").with("at", Arg::Time(at, 'R')),
            Problem::NotOpen => Self::new("ama-not-open"),
            Problem::OpenBefore(number) => Self::new("ama-open-before").with("number", number.to_string()),
            Problem::ClosedBefore(number) => Self::new("ama-closed-before").with("number", number.to_string()),
            Problem::NotHost => Self::new("ama-not-host"),
            Problem::HostBefore(member) => Self::new("ama-host-before").with("member", member),
            Problem::NoHost(member) => Self::new("ama-no-host").with("member", member),
            Problem::LastHost => Self::new("ama-last-host"),
            Problem::TooManyHosts(most) => Self::new("ama-too-many-hosts").with("most", most),
            Problem::NamesOnly => Self::new("ama-names-only"),
            Problem::LimitReached(most) => Self::new("ama-limit").with("most", i64::from(most)),
            Problem::Blocked => Self::new("ama-blocked"),
            Problem::Empty => Self::new("ama-empty"),
            Problem::TooLong { units, most } => Self::new("ama-too-long").with("units", units).with("most", most),
            Problem::NoQuestion => Self::new("ama-no-question"),
            Problem::NothingToKeep => Self::new("ama-feed-nothing"),
            Problem::Settled(state) => Self::new(state.told()),
            Problem::BeingAnswered(member) => Self::new("ama-being-answered").with("member", member),
            Problem::AnsweredBefore(member) => Self::new("ama-answered-before").with("member", member),
            Problem::IntoItself => Self::new("ama-into-itself"),
            Problem::NoneLeft => Self::new("ama-none-left"),
            Problem::TooLarge(number) => Self::new("ama-export-large").with("number", number.to_string()),
            Problem::NoChange => Self::new("ama-no-change"),
            Problem::StartedBefore => Self::new("ama-started-before"),
            Problem::NoKey => Self::new("ama-no-key"),
            Problem::TooManyTags(most) => Self::new("ama-too-many-tags").with("most", most),
            Problem::NoAddress => Self::new("ama-no-address"),
            Problem::BlockedBefore(member) => Self::new("ama-blocked-before").with("member", member),
            Problem::NotPrepared => Self::new("ama-not-prepared"),
        }
    }
}

impl QuestionState {
    /// The key of the sentence for an act that comes too late, because the question is in this state.
    const fn told(self) -> &'static str {
        match self {
            Self::Offered | Self::Held | Self::Pending => "ama-is-pending",
            Self::Approved => "ama-is-approved",
            Self::Answered => "ama-is-answered",
            Self::Rejected => "ama-is-rejected",
            Self::Merged => "ama-is-merged",
            Self::Withdrawn => "ama-is-withdrawn",
        }
    }

    /// Whether it counts against what a member can have open.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Offered | Self::Held | Self::Pending | Self::Approved)
    }
}
