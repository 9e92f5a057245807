//! Feedback: what members say reaches the team. Staff tag messages, or write down what they heard; what is said of one
//! thing is gathered in a *theme*, which has a status, an owner and a card in the channel of the team. Members suggest
//! ideas, each a card of its own that others upvote; its words are an item of feedback under a theme.
//!
//! - `mod.rs`: what the feature brings along, and its words: the types that all other files speak in.
//! - `actions.rs`: what staff do in it, and the level that each act takes.
//! - `rules.rs`: what is decided, by what is given alone, with tables and properties beside it.
//! - `store/`: all SQL, a file for each table.
//! - `commands/` and `components.rs`: each reads, decides, writes and tells, in that order.
//! - `reading.rs`: a theme with everything that was said of it.
//! - `offered.rs`: what other features hand over: questions of AMA sessions, comments of surveys.
//! - `removing.rs`: something that was said is feedback no more.
//! - `draft.rs`: an item of feedback in the making; `suggesting.rs`: a suggestion, from its words to its card.
//! - `answering.rs`: what became of a theme is answered where it was asked for.
//! - `surging.rs`: many more people than usual are behind a theme; `alerts.rs`: the alert that tells the team.
//! - `handover.rs`: a theme is handed over to the tracker of the settings; `webhook.rs`: the request that does it.
//! - `cards.rs`: the cards of themes and suggestions; `views/`: what people see.
//! - `digest.rs`: what the weekly digest says.
//! - `pins.rs`: the pin on messages that are feedback.
//! - `listen.rs`: where suggestions were posted, and what becomes of the feedback of people who are forgotten or opt
//!   out.

use serde::{Deserialize, Serialize};
use serenity::all::Permissions;

use crate::clock::Timestamp;
use crate::error::{Arg, Error, Message};
use crate::feature;
use crate::feature::offer::{Kind, Taker};
use crate::feature::{Feature, Own};
use crate::ids::{ChannelId, MemberId, MessageId, ids};
use crate::jobs::Kind as JobKind;
use crate::text::find::Named;

pub mod actions;
mod alerts;
mod answering;
mod cards;
mod commands;
mod components;
mod digest;
mod draft;
mod handover;
mod listen;
mod offered;
mod pins;
mod reading;
mod removing;
mod rules;
mod store;
mod suggesting;
mod surging;
mod views;
pub mod webhook;

/// The name of the feature.
pub const NAME: &str = "feedback";

ids! {
    /// A theme; people know it by its number.
    ThemeId,
    /// What one person said.
    ItemId,
    /// A tag.
    TagId,
    /// An idea of a member.
    SuggestionId,
    /// An alert about a theme.
    SurgeId,
    /// A theme that was handed over to the tracker.
    HandoverId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || vec![commands::tag_as_feedback(), commands::feedback(), commands::tags(), commands::suggest()],
        routes: components::ROUTES,
        cards: &[cards::THEME, cards::SUGGESTION, alerts::SURGE],
        jobs: &[ALERT, SNOOZE, HAND_OVER],
        state: Some(webhook::state),
        on_order_ended: Some(|tx, order, _| Box::pin(listen::order_ended(tx, order))),
        on_person_change: Some(|app, guild, change| Box::pin(listen::person_changed(app, guild, change))),
        tables: store::TABLES,
        own: &[OWN],
        accepts: &[Taker {
            kind: Kind::Feedback,
            take: |tx, offer, now| Box::pin(offered::take(tx, offer, now)),
            shown_to_all: None,
        }],
        settings: &[pins::PIN],
        digest: Some(|reading| Box::pin(digest::section(reading))),
        permissions: &[
            (Permissions::SEND_MESSAGES, "needs-send-messages"),
            (Permissions::EMBED_LINKS, "needs-embed-links"),
            (Permissions::ADD_REACTIONS, "needs-feedback-pin"),
        ],
        ..Feature::new(NAME)
    }
}

/// What was saved of a person, for themselves.
const OWN: Own = Own { kind: "feedback_items", label: "feedback-own", verb: "quotes" };

/// Tells the team that a theme surges.
const ALERT: JobKind =
    JobKind { name: "feedback.alert", urgent: false, run: |app, job| Box::pin(surging::alert(app, job)) };
/// Tells it again, where it was snoozed.
const SNOOZE: JobKind =
    JobKind { name: "feedback.snooze", urgent: false, run: |app, job| Box::pin(surging::come_again(app, job)) };

/// Hands a theme over to the tracker.
const HAND_OVER: JobKind =
    JobKind { name: "feedback.hand_over", urgent: false, run: |app, job| Box::pin(handover::send(app, job)) };

/// An item of feedback that somebody looks at before they save it.
type Draft = feature::draft::Draft<ItemSpec>;

/// What an item of feedback is to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemSpec {
    /// Who said it; `None` where that is not known or not kept.
    pub author: Option<MemberId>,
    /// Where it was said, and in which message; `None` where it is not of a message, or that is not kept.
    pub message: Option<(ChannelId, MessageId)>,
    /// Whether everyone can read that message.
    pub is_public: bool,
    /// What was said; empty as long as somebody has to find words for it.
    pub text: String,
    /// Whether these are the author's words.
    pub is_quote: bool,
    /// Whether it is of a person who opted out.
    pub opted_out: bool,
    pub said: Timestamp,
    pub tags: Vec<TagId>,
    pub theme: Option<ThemeChoice>,
    /// The feature that has handed it over; `None` where staff tagged or noted it.
    #[serde(default)]
    pub from: Option<Origin>,
    /// The channel whose readers may read it, where it is of no message.
    #[serde(default)]
    pub within: Option<ChannelId>,
    /// The item that is to be changed; `None`: a new one.
    pub item: Option<ItemId>,
}

/// The feature that has handed over what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum Origin {
    Ama,
    Surveys,
    Events,
}

impl Origin {
    /// The feature of this name, where it hands over what people say.
    pub fn from_feature(name: &str) -> Option<Self> {
        match name {
            "ama" => Some(Self::Ama),
            "surveys" => Some(Self::Surveys),
            "events" => Some(Self::Events),
            _ => None,
        }
    }

    /// The key of what people read of it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ama => "feedback-card-from-ama",
            Self::Surveys => "feedback-card-from-surveys",
            Self::Events => "feedback-card-from-events",
        }
    }

    /// The key of the title of a theme that says nothing of what was said.
    pub const fn theme(self) -> &'static str {
        match self {
            Self::Ama => "feedback-theme-from-ama",
            Self::Surveys => "feedback-theme-from-surveys",
            Self::Events => "feedback-theme-from-events",
        }
    }
}

/// The theme of an item in the making.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    Known(ThemeId),
    /// One that is made with it, of this title.
    New(String),
}

/// What became of a theme, to be answered where it was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerSpec {
    pub theme: ThemeId,
    pub status: Status,
}

/// What staff makes of a theme.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, poise::ChoiceParameter, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum Status {
    #[name = "open"]
    Open,
    #[name = "planned"]
    Planned,
    #[name = "in_progress"]
    InProgress,
    #[name = "shipped"]
    Shipped,
    #[name = "declined"]
    Declined,
    #[name = "duplicate"]
    Duplicate,
}

impl Status {
    /// Whether nothing more is going to happen.
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::Shipped | Self::Declined | Self::Duplicate)
    }

    /// As it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Planned => "planned",
            Self::InProgress => "in_progress",
            Self::Shipped => "shipped",
            Self::Declined => "declined",
            Self::Duplicate => "duplicate",
        }
    }

    /// As people read it.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Open => "feedback-status-open",
            Self::Planned => "feedback-status-planned",
            Self::InProgress => "feedback-status-in_progress",
            Self::Shipped => "feedback-status-shipped",
            Self::Declined => "feedback-status-declined",
            Self::Duplicate => "feedback-status-duplicate",
        })
    }
}

/// What several people say of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub id: ThemeId,
    /// By which people know it: per server, from 1 on.
    pub number: i64,
    pub title: String,
    pub status: Status,
    /// Why it has this status.
    pub reason: Option<String>,
    /// Who sees to it.
    pub owner: Option<MemberId>,
    /// The theme that gathers its feedback now.
    pub merged_into: Option<ThemeId>,
}

impl Named for Theme {
    fn number(&self) -> i64 {
        self.number
    }

    fn name(&self) -> &str {
        &self.title
    }
}

/// A theme with how much was said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub theme: Theme,
    /// Who said it, each counted once.
    pub people: i64,
    /// How often it was said.
    pub items: i64,
}

/// A theme that people spoke of in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    pub theme: Theme,
    /// Who spoke of it then, each counted once.
    pub people: i64,
    /// Who did in the week before.
    pub before: i64,
}

/// What one person said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub id: ItemId,
    pub theme: ThemeId,
    pub author: Option<MemberId>,
    pub channel: Option<ChannelId>,
    pub message: Option<MessageId>,
    pub text: String,
    /// Whether these are the author's words.
    pub is_quote: bool,
    /// Whether everyone could read the message when it was tagged.
    pub is_public: bool,
    pub said: Timestamp,
    /// The feature that has handed it over; `None` where staff tagged or noted it.
    pub from: Option<Origin>,
    /// The channel whose readers may read it, where it is of no message.
    pub within: Option<ChannelId>,
}

impl Item {
    /// The channel whose readers may read it; `None` where all of the team may.
    pub fn place(&self) -> Option<ChannelId> {
        self.channel.or(self.within)
    }
}

/// A theme with everything that is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    pub theme: Theme,
    pub people: i64,
    /// What was said, the latest first.
    pub items: Vec<Item>,
    pub tags: Vec<Tag>,
    /// How much was said on each of the last days, today last.
    pub days: [u32; rules::DAYS],
    /// The theme that gathers its feedback now.
    pub into: Option<Theme>,
    /// What became of handing it over to the tracker.
    pub handover: Option<Handover>,
}

/// An idea of a member, which others upvote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub id: SuggestionId,
    /// Its words; `None` once it was withdrawn, and with it all that follows but who suggested it.
    pub item: Option<ItemId>,
    pub author: MemberId,
    pub text: Option<String>,
    pub theme: Option<ThemeId>,
    /// What staff makes of its theme, and why.
    pub status: Option<Status>,
    pub reason: Option<String>,
    pub votes: i64,
}

impl Suggestion {
    /// What the team makes of it, as long as it stands.
    ///
    /// # Errors
    /// It was withdrawn.
    pub fn standing(&self) -> Result<Status, Problem> {
        self.status.ok_or(Problem::Withdrawn)
    }
}

/// An alert: many more people than usual were behind a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Surge {
    pub id: SurgeId,
    pub theme: ThemeId,
    /// How many within a week, and how many on average in a week of the four before.
    pub people: i64,
    pub usual: f64,
    pub found: Timestamp,
    /// When the theme still surged.
    pub seen: Timestamp,
    pub state: SurgeState,
    /// Who of the team has seen to it.
    pub decided_by: Option<MemberId>,
}

/// What the team has done about an alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum SurgeState {
    Open,
    Acknowledged,
    Snoozed,
    HandedOver,
}

impl SurgeState {
    /// As it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Acknowledged => "acknowledged",
            Self::Snoozed => "snoozed",
            Self::HandedOver => "handed_over",
        }
    }
}

/// A theme that was handed over to the tracker of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    pub id: HandoverId,
    pub theme: ThemeId,
    /// Goes with every try.
    pub key: String,
    /// Who handed it over, where that is still known.
    pub by: Option<MemberId>,
    pub at: Timestamp,
    pub state: HandoverState,
    /// How often it was tried.
    pub tries: i64,
    /// What was wrong with the last try.
    pub why: Option<WhyNot>,
    /// What the tracker answered to it, as HTTP counts.
    pub status: Option<i64>,
    /// Where the tracker keeps it: an address on the web, or the name of an issue.
    pub link: Option<String>,
}

/// What came of a hand-over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum HandoverState {
    Pending,
    Sent,
    Failed,
}

/// Why the tracker has not taken a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum WhyNot {
    Unreachable,
    Timeout,
    /// It answered that something is wrong with it, or that it has too much to do.
    Unwell,
    /// It answered that it does not want this.
    Refused,
    /// It sent Steward elsewhere.
    Redirect,
    /// It is at an address that is not public.
    Private,
    /// The settings name none any more, or nothing that can be sent to.
    Off,
}

impl WhyNot {
    /// Whether another try can help without anybody's doing.
    pub const fn is_transient(self) -> bool {
        matches!(self, Self::Unreachable | Self::Timeout | Self::Unwell)
    }

    /// The key of what people read of it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unreachable => "handover-why-unreachable",
            Self::Timeout => "handover-why-timeout",
            Self::Unwell => "handover-why-unwell",
            Self::Refused => "handover-why-refused",
            Self::Redirect => "handover-why-redirect",
            Self::Private => "handover-why-private",
            Self::Off => "handover-why-off",
        }
    }
}

/// The tags that every server begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum TagKind {
    Bug,
    Idea,
    Question,
    Praise,
    Complaint,
}

impl TagKind {
    /// All of them, in the order in which they are offered as long as none was used.
    pub const ALL: [Self; 5] = [Self::Bug, Self::Idea, Self::Question, Self::Praise, Self::Complaint];

    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bug => "feedback-tag-bug",
            Self::Idea => "feedback-tag-idea",
            Self::Question => "feedback-tag-question",
            Self::Praise => "feedback-tag-praise",
            Self::Complaint => "feedback-tag-complaint",
        }
    }
}

/// A tag, and how many items have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub id: TagId,
    pub kind: Option<TagKind>,
    /// As staff typed it; `None` where the kind says it.
    pub name: Option<String>,
    pub is_retired: bool,
    pub uses: i64,
}

/// What a person can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("no theme here that is called {0}")]
    NoTheme(String),
    #[error("no tag here that is called {0}")]
    NoTag(String),
    #[error("a tag is called {0} already")]
    TagBefore(String),
    #[error("no more than {0} tags")]
    TooManyTags(usize),
    #[error("nothing was typed")]
    Empty,
    #[error("{units} units, of at most {most}")]
    TooLong { units: usize, most: usize },
    #[error("without words there is nothing to save")]
    NoWords,
    #[error("it has no theme yet")]
    ThemeMissing,
    #[error("declined without a reason")]
    NoReason,
    #[error("merged into itself")]
    IntoItself,
    #[error("it has this status already")]
    SameStatus,
    #[error("its author opted out meanwhile")]
    OptedOut,
    #[error("no channel for suggestions that they see")]
    NoSuggestions,
    #[error("no more than {most} suggestions a day")]
    TooManySuggestions { most: i64, again: Timestamp },
    #[error("what was said is gone already")]
    RemovedBefore,
    #[error("the idea was withdrawn")]
    Withdrawn,
    #[error("the idea is {}", .0.as_str())]
    IdeaSettled(Status),
    #[error("their own idea")]
    OwnIdea,
    #[error("somebody else's idea")]
    NotOwnIdea,
    #[error("the theme is {} by now", .0.as_str())]
    StatusChanged(Status),
    #[error("nowhere to answer any more")]
    NowhereToAnswer,
    #[error("no such alert any more")]
    NoSurge,
    #[error("somebody has seen to it")]
    SurgeDecided,
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(problem.into())
    }
}

impl From<Problem> for Message {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::NoTheme(typed) => Self::new("feedback-no-theme").with("typed", typed),
            Problem::NoTag(typed) => Self::new("feedback-no-tag").with("typed", typed),
            Problem::TagBefore(name) => Self::new("feedback-tag-before").with("name", name),
            Problem::TooManyTags(most) => Self::new("feedback-too-many-tags").with("most", most),
            Problem::Empty => Self::new("feedback-empty"),
            Problem::TooLong { units, most } => Self::new("feedback-too-long").with("units", units).with("most", most),
            Problem::NoWords => Self::new("feedback-no-words"),
            Problem::ThemeMissing => Self::new("feedback-theme-missing"),
            Problem::NoReason => Self::new("feedback-no-reason"),
            Problem::IntoItself => Self::new("feedback-into-itself"),
            Problem::SameStatus => Self::new("feedback-same-status"),
            Problem::OptedOut => Self::new("feedback-opted-out-now"),
            Problem::NoSuggestions => Self::new("suggest-no-channel"),
            Problem::TooManySuggestions { most, again } => {
                Self::new("suggest-too-many").with("most", most).with("again", Arg::Time(again, 'R'))
            }
            Problem::RemovedBefore => Self::new("feedback-own-gone"),
            Problem::Withdrawn => Self::new("suggest-withdrawn"),
            Problem::IdeaSettled(status) => Self::new("suggest-settled").with("status", status.message()),
            Problem::OwnIdea => Self::new("suggest-own"),
            Problem::NotOwnIdea => Self::new("suggest-not-own"),
            Problem::StatusChanged(status) => {
                Self::new("feedback-answer-other-status").with("status", status.message())
            }
            Problem::NowhereToAnswer => Self::new("feedback-answer-nowhere"),
            Problem::NoSurge => Self::new("surge-gone"),
            Problem::SurgeDecided => Self::new("surge-decided"),
        }
    }
}
