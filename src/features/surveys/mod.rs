//! Surveys: questions that each person answers once and in peace, for themself alone.
//!
//! `/survey create` opens a builder, `/survey send` posts what was built with *Start*; nobody is ever
//! written to. A survey is sent as often as one likes, each time as a *wave* of its own, and since its
//! questions stay the same the waves can be compared. What somebody has filled in and not sent yet is
//! *progress* and counts nowhere; what they have sent is an *entry*, and stays as it is. Of an anonymous
//! survey nobody can tell whose entry is whose, and once it is closed not even the host could.

pub mod actions;
mod commands;
mod components;
mod digest;
mod ending;
mod files;
mod filling;
mod jobs;
mod reading;
mod results;
mod rules;
mod schedule;
mod sending;
mod store;
mod tables;
mod views;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serenity::all::{GatewayIntents, Permissions};

use crate::clock::Timestamp;
use crate::discord::access::permission;
use crate::error::{Arg, Error, Message};
use crate::feature::Feature;
use crate::feature::card::CardName;
use crate::i18n::Span;
use crate::ids::{ChannelId, GuildId, MemberId, RoleId, ids};
use crate::jobs::Kind as JobKind;
use crate::text::find::Named;

/// The name of the feature.
pub const NAME: &str = "surveys";

/// The message with *Start*, of a wave.
const POST: CardName = CardName::new(NAME, "post");

ids! {
    /// A survey; people know it by its number.
    SurveyId,
    /// A question of a survey.
    QuestionId,
    /// One sending of a survey.
    WaveId,
    /// What somebody has sent as their answers.
    EntryId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || vec![commands::survey()],
        routes: components::ROUTES,
        on_order_ended: Some(|tx, order, now| Box::pin(sending::delivered(tx, order, now))),
        on_setting_tx: Some(|tx, guild, setting, now| Box::pin(schedule::jobs::changed(tx, guild, setting, now))),
        jobs: &[CLOSE, schedule::jobs::COME],
        cards: &[sending::CARD],
        tables: tables::TABLES,
        digest: Some(|reading| Box::pin(digest::section(reading))),
        on_person_change: Some(|app, guild, turn| Box::pin(filling::person(app, guild, turn))),
        intents: GatewayIntents::GUILDS,
        permissions: &[
            (Permissions::SEND_MESSAGES, "needs-survey-post"),
            (Permissions::EMBED_LINKS, "needs-survey-frame"),
            (Permissions::READ_MESSAGE_HISTORY, "needs-survey-history"),
        ],
        ..Feature::new(NAME)
    }
}

/// Closes a wave, and destroys its key whatever became of it.
const CLOSE: JobKind =
    JobKind { name: "surveys.close", urgent: false, run: |app, job| Box::pin(jobs::close(app, job)) };

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum Kind {
    /// One of the options.
    Single,
    /// One or more of them.
    Multi,
    /// A number from 1 to 5.
    Rating,
    /// A number from 0 to 10, how likely one is to recommend something, and why.
    Nps,
    /// In one's own words.
    Text,
}

impl Kind {
    /// Every kind, as people choose among them.
    pub const ALL: [Self; 5] = [Self::Single, Self::Multi, Self::Rating, Self::Nps, Self::Text];

    /// As it is called in custom_ids and files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Multi => "multi",
            Self::Rating => "rating",
            Self::Nps => "nps",
            Self::Text => "text",
        }
    }

    /// From what stands in custom_ids and files.
    pub fn from_stored(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Its name for people.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Single => "survey-kind-single",
            Self::Multi => "survey-kind-multi",
            Self::Rating => "survey-kind-rating",
            Self::Nps => "survey-kind-nps",
            Self::Text => "survey-kind-text",
        })
    }

    /// Whether it is answered by choosing among options.
    pub const fn has_options(self) -> bool {
        matches!(self, Self::Single | Self::Multi)
    }

    /// The lowest and the highest number, where it is answered by one.
    pub const fn scale(self) -> Option<(i64, i64)> {
        match self {
            Self::Rating => Some((1, 5)),
            Self::Nps => Some((0, 10)),
            Self::Single | Self::Multi | Self::Text => None,
        }
    }
}

/// How far a survey is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum State {
    /// Still in the builder.
    Draft,
    /// Sent at least once: its questions stay as they are, or waves could not be compared.
    Sent,
}

/// How far a wave is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum WaveState {
    Open,
    Closed,
    /// It could not be posted.
    Failed,
}

/// What is asked, before it has its rows: from a form, or from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSurvey {
    pub title: String,
    /// What people read before they start.
    pub intro: Option<String>,
    pub anonymous: bool,
    /// For how many days each wave is open, unless something else is said when it is sent.
    pub days: i64,
    /// Whoever holds one of these may answer; everyone, if there are none.
    pub roles: Vec<RoleId>,
    pub questions: Vec<NewQuestion>,
}

/// A question, before it has its row. All in the words of whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuestion {
    pub kind: Kind,
    pub text: String,
    /// In their order; none where there is nothing to choose from.
    pub options: Vec<String>,
    /// Whether answers cannot be sent without this one.
    pub required: bool,
}

/// A survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    pub id: SurveyId,
    pub guild: GuildId,
    /// By which people know it: per server, from 1 on.
    pub number: i64,
    pub title: String,
    pub intro: Option<String>,
    pub anonymous: bool,
    pub days: i64,
    pub roles: Vec<RoleId>,
    pub state: State,
    /// `None` once they are forgotten.
    pub made_by: Option<MemberId>,
    pub at: Timestamp,
    /// When the builder last changed it.
    pub changed_at: Timestamp,
    /// In their order.
    pub questions: Vec<Question>,
}

impl Named for Survey {
    fn number(&self) -> i64 {
        self.number
    }

    fn name(&self) -> &str {
        &self.title
    }
}

impl Survey {
    /// The question of this row, if it is still one of its.
    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The place of a question among its questions, from 0 on.
    pub fn place(&self, id: QuestionId) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id)
    }
}

/// A question of a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub id: QuestionId,
    pub kind: Kind,
    pub text: String,
    /// Answers name them by their place, from 0 on.
    pub options: Vec<String>,
    pub required: bool,
}

/// A wave that somebody looks at before they publish it.
pub type Draft = crate::feature::draft::Draft<NewWave>;

/// What is about to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewWave {
    pub survey: SurveyId,
    pub channel: ChannelId,
    /// When it closes; `None`: so many days after it is published as the survey says.
    pub closes: Option<Timestamp>,
    /// Who is called; the server's own id stands for everyone.
    pub ping: Option<RoleId>,
    /// `None`: it is sent by a schedule.
    pub sent_by: Option<MemberId>,
}

/// One sending of a survey: a post with *Start*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wave {
    pub id: WaveId,
    pub guild: GuildId,
    pub survey: SurveyId,
    /// Per survey, from 1 on; of one that could not be posted 0.
    pub number: i64,
    pub channel: ChannelId,
    pub ping: Option<RoleId>,
    /// `None` where a schedule sent it, and once they are forgotten.
    pub sent_by: Option<MemberId>,
    /// What the post promises: as the survey was when it was sent.
    pub anonymous: bool,
    pub state: WaveState,
    /// When it was published.
    pub at: Timestamp,
    pub opened_at: Option<Timestamp>,
    pub closes_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
    /// How many could answer when it opened, where that was found out.
    pub invited: Option<i64>,
    /// How many had begun and not sent when it closed.
    pub unsent: i64,
}

impl Wave {
    /// Whether nobody may see more of it than how many answered: who sees one answer come after another
    /// sees whose they are.
    pub fn is_sealed(&self) -> bool {
        self.anonymous && self.state == WaveState::Open
    }
}

/// What somebody answered to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Places of options, ascending, each once.
    Choices(Vec<usize>),
    /// A number of the question's scale; why only where it is NPS.
    Number { value: i64, why: Option<String> },
    /// Own words.
    Words(String),
}

/// What is being filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A wave, to be sent in the end.
    Wave(WaveId),
    /// A survey, only to see how that is.
    Trial(SurveyId),
}

/// What somebody has filled in and not sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Where they are, from 0 on: the place of a question, and after the last one the summary.
    pub page: usize,
    pub answers: BTreeMap<QuestionId, Answer>,
}

/// What somebody has sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: EntryId,
    /// `None` where it is anonymous.
    pub member: Option<MemberId>,
    /// `None` where it is anonymous: when somebody wrote can tell who it was.
    pub sent_at: Option<Timestamp>,
    /// In the order of the questions; those left out are not there.
    pub answers: Vec<(QuestionId, Answer)>,
}

/// What a person at `/survey` can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("no survey {0}")]
    NoSurvey(String),
    #[error("a survey without a title")]
    NoTitle,
    #[error("a question without words")]
    NoQuestion,
    #[error("{what:?} is longer than {most}")]
    TooLong { what: Part, most: usize },
    #[error("{0} options, not 2 to 25")]
    OptionCount(usize),
    #[error("the option {0} stands there twice")]
    OptionTwice(String),
    #[error("options where nothing is chosen")]
    NoOptions,
    #[error("{0} questions, not 1 to 25")]
    QuestionCount(usize),
    #[error("{0} days, not 1 to 60")]
    Days(i64),
    #[error("neither yes nor no: {0}")]
    NotYesOrNo(String),
    #[error("the draft is gone")]
    NoDraft,
    #[error("the question is gone")]
    QuestionGone,
    #[error("survey {0} has been sent, its questions stay")]
    SentAlready(i64),
    #[error("the wave is gone")]
    Gone,
    #[error("the wave is not open")]
    NotOpen,
    #[error("the wave is closed since {0:?}")]
    Closed(Timestamp),
    #[error("only for those with {0:?}")]
    NotForYou(Vec<RoleId>),
    #[error("the answers have been sent")]
    SentBefore,
    #[error("nothing has been answered")]
    NothingAnswered,
    #[error("the key of the wave is gone, so nobody can answer it")]
    NoKey,
    #[error("a wave of less than an hour or more than 60 days, until {0:?}")]
    Closes(Timestamp),
    #[error("{0} is no place for posts")]
    NotForPosts(ChannelId),
    #[error("{1} is missing in {0}")]
    Lacks(ChannelId, Permissions),
    #[error("the survey {0} was never sent")]
    NeverSent(i64),
    #[error("no wave of survey {0} is open")]
    NothingOpen(i64),
    #[error("no wave {number} of {of}")]
    NoSuchWave { number: i64, of: usize },
    #[error("the answers to survey {0} are too much for a file on Discord")]
    TooLarge(i64),
    #[error("wave {0} is anonymous and open")]
    Sealed(i64),
    #[error("the first time it would come is after its end: {0:?}")]
    NeverComes(Timestamp),
    #[error("{0} roles, not at most 25")]
    RoleCount(usize),
    #[error("{0:?} goes over several lines")]
    SeveralLines(Part),
    #[error("a wave that is open longer than until the next one comes: {0:?}")]
    OpenFor(std::time::Duration),
    #[error("not a length: {0}")]
    NotALength(String),
    #[error("options of a schedule without a rhythm")]
    NoRhythm,
    #[error("comments that were kept already")]
    KeptBefore,
    #[error("by people who opted out")]
    OptedOut,
}

/// A part of a survey that has a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Title,
    Intro,
    Question,
    Option,
}

impl Part {
    fn message(self) -> Message {
        Message::new(match self {
            Self::Title => "survey-part-title",
            Self::Intro => "survey-part-intro",
            Self::Question => "survey-part-question",
            Self::Option => "survey-part-option",
        })
    }
}

impl From<Problem> for Message {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::NoSurvey(typed) => Self::new("survey-none").with("typed", typed),
            Problem::NoTitle => Self::new("survey-no-title"),
            Problem::NoQuestion => Self::new("survey-no-question"),
            Problem::TooLong { what, most } => {
                Self::new("survey-too-long").with("what", what.message()).with("most", most)
            }
            Problem::OptionCount(count) => Self::new("survey-option-count").with("count", count),
            Problem::OptionTwice(option) => Self::new("survey-option-twice").with("option", option),
            Problem::NoOptions => Self::new("survey-no-options"),
            Problem::QuestionCount(count) => Self::new("survey-question-count").with("count", count),
            Problem::Days(days) => Self::new("survey-days").with("days", days.to_string()),
            Problem::NotYesOrNo(typed) => Self::new("survey-not-yes-or-no").with("typed", typed),
            Problem::NoDraft => Self::new("survey-no-draft"),
            Problem::QuestionGone => Self::new("survey-question-gone"),
            Problem::SentAlready(number) => Self::new("survey-sent-already").with("number", number.to_string()),
            Problem::Gone => Self::new("survey-gone"),
            Problem::NotOpen => Self::new("survey-not-open"),
            Problem::Closed(at) => Self::new("survey-closed").with("at", views::instant(at)),
            Problem::NotForYou(roles) => match roles.as_slice() {
                [role] => Self::new("survey-not-for-you").with("role", *role),
                _ => Self::new("survey-not-for-you-several"),
            },
            Problem::SentBefore => Self::new("survey-sent-before"),
            Problem::NothingAnswered => Self::new("survey-nothing-answered"),
            Problem::NoKey => Self::new("survey-no-key"),
            Problem::Closes(at) => Self::new("survey-closes").with("at", Arg::Time(at, 'F')),
            Problem::NotForPosts(channel) => Self::new("survey-not-for-posts").with("channel", channel),
            Problem::Lacks(channel, missing) => {
                Self::new("survey-lacks").with("channel", channel).with("permission", permission::names(missing))
            }
            Problem::NeverSent(number) => Self::new("survey-never-sent").with("number", number.to_string()),
            Problem::NothingOpen(number) => Self::new("survey-nothing-open").with("number", number.to_string()),
            Problem::NoSuchWave { number, of } => {
                Self::new("survey-no-such-wave").with("number", number.to_string()).with("of", of)
            }
            Problem::Sealed(wave) => Self::new("survey-export-sealed").with("wave", wave),
            Problem::NeverComes(at) => Self::new("survey-repeat-never").with("at", Arg::Time(at, 'F')),
            Problem::RoleCount(count) => Self::new("survey-role-count").with("count", count),
            Problem::SeveralLines(what) => Self::new("survey-several-lines").with("what", what.message()),
            Problem::TooLarge(number) => Self::new("survey-export-large").with("number", number.to_string()),
            Problem::OpenFor(most) => {
                Self::new("survey-repeat-too-long").with("span", Span::of_seconds(most.as_secs_f64()).message())
            }
            Problem::NotALength(typed) => Self::new("survey-not-a-length").with("typed", typed),
            Problem::NoRhythm => Self::new("survey-no-rhythm"),
            Problem::KeptBefore => Self::new("survey-kept-before"),
            Problem::OptedOut => Self::new("survey-kept-opted-out"),
        }
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(problem.into())
    }
}
