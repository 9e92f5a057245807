//! Counting a community without reading what it says: who writes, answers, comes and stays.
//!
//! [`rules`] counts and [`voice`] knows who sits with whom; [`store`] keeps the sums, [`figures`]
//! makes weeks of them. [`import`] takes over exported history, [`live`] what happens now. What
//! every figure means stands in one place and holds for all doors.

pub mod actions;
pub mod backfill;
pub mod excluded;
pub mod exported;
pub mod figures;
pub mod import;
pub mod live;
pub mod message_set;
pub mod rules;
pub mod store;
pub mod ties;
pub mod voice;

mod charts;
mod commands;
mod components;
mod digest;
mod expiry;
mod life;
mod listen;
mod report;
mod tables;
mod views;

use std::sync::Arc;

use serenity::all::{GatewayIntents, Permissions};

use crate::error::{Error, Message};
use crate::feature::Feature;
use crate::feature::setting::Setting;
use crate::features::setup::setting_types;
use crate::ids::ChannelId;
use crate::text::zone::Week;

/// How long counts of days, channels and members are kept.
const KEEP: Setting = setting_types::days("keep_activity", "setting-keep_activity");

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || vec![commands::stats(), commands::activity()],
        routes: components::ROUTES,
        listen: Some(|app, event| Box::pin(listen::event(app, event))),
        state: Some(|_| Arc::new(listen::Counter::default())),
        on_start: Some(|app| Box::pin(app.state::<listen::Counter>().excluded.load(app))),
        flush: Some(|app| Box::pin(app.state::<listen::Counter>().flush(app))),
        on_stop: Some(|app| app.state::<listen::Counter>().close(app)),
        after_setting: Some(|app, guild, setting| Box::pin(listen::follow(app, guild, setting))),
        jobs: &[backfill::jobs::GAPS, backfill::jobs::READ],
        settings: &[KEEP],
        tables: tables::TABLES,
        on_person_change: Some(|app, guild, turn| Box::pin(listen::turned(app, guild, turn))),
        intents: GatewayIntents::GUILDS
            | GatewayIntents::GUILD_MEMBERS
            | GatewayIntents::GUILD_MODERATION
            | GatewayIntents::GUILD_VOICE_STATES
            | GatewayIntents::GUILD_MESSAGES
            | GatewayIntents::GUILD_MESSAGE_REACTIONS,
        permissions: &[
            (Permissions::VIEW_CHANNEL, "needs-view-channel"),
            (Permissions::VIEW_AUDIT_LOG, "needs-view-audit-log"),
            (Permissions::READ_MESSAGE_HISTORY, "needs-backfill"),
        ],
        digest: Some(|reading| Box::pin(digest::section(reading))),
        digest_over: Some(|reading, first| Box::pin(digest::over(reading, first))),
        suggests: Some(|app, guild| Box::pin(report::newcomers::suggested(app, guild))),
        ..Feature::new("activity")
    }
}

/// Which weeks are asked for.
// Discord sends the place of a choice in this list, and buttons carry it too: append only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, poise::ChoiceParameter)]
pub enum Period {
    #[default]
    #[name = "this week"]
    ThisWeek,
    #[name = "last week"]
    LastWeek,
    #[name = "4 weeks"]
    FourWeeks,
    #[name = "12 weeks"]
    TwelveWeeks,
}

impl Period {
    const ALL: [Self; 4] = [Self::ThisWeek, Self::LastWeek, Self::FourWeeks, Self::TwelveWeeks];

    /// The period that a button carries as a number.
    fn from_row(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|period| *period as i64 == number)
    }

    /// Its first and last week, while `running` is the week that is running.
    fn weeks(self, running: Week) -> (Week, Week) {
        let back = |weeks: usize| (0..weeks).fold(running, |week, _| week.previous());
        match self {
            Self::ThisWeek => (running, running),
            Self::LastWeek => (back(1), back(1)),
            Self::FourWeeks => (back(3), running),
            Self::TwelveWeeks => (back(11), running),
        }
    }
}

/// What a person at `/stats` can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("the person may not write in this channel")]
    MayNotWriteHere,
    #[error("the person may not write in this channel, whatever they would post")]
    MayNotPostHere,
    #[error("figures of {0} where others read who do not see it")]
    HiddenChannel(ChannelId),
    #[error("figures of a bot")]
    OfBot,
    #[error("nothing is counted in {0} already")]
    AlreadyExcluded(ChannelId),
    #[error("nothing is counted in {0}, so its history is not read")]
    BackfillExcluded(ChannelId),
    #[error("history from before anything is kept")]
    BackfillTooFar,
    #[error("not a time that is past: {0}")]
    BackfillSince(String),
    #[error("{0} is counted")]
    NotExcluded(ChannelId),
    #[error("the channel of the thread {0} is excluded")]
    ExcludedAbove(ChannelId),
    #[error("{0} is the staff's, where nothing is counted")]
    OfStaff(ChannelId),
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        let about = |key: &'static str, channel: ChannelId| Self::Told(Message::new(key).with("channel", channel));
        match problem {
            Problem::MayNotWriteHere => Self::Told(Message::new("stats-may-not-write")),
            Problem::MayNotPostHere => Self::Told(Message::new("stats-may-not-post")),
            Problem::HiddenChannel(channel) => about("stats-hidden-channel", channel),
            Problem::OfBot => Self::Told(Message::new("stats-of-bot")),
            Problem::AlreadyExcluded(channel) => about("activity-exclude-already", channel),
            Problem::BackfillExcluded(channel) => about("activity-backfill-excluded", channel),
            Problem::BackfillTooFar => Self::Told(Message::new("activity-backfill-too-far")),
            Problem::BackfillSince(typed) => Self::Told(Message::new("activity-backfill-since").with("typed", typed)),
            Problem::NotExcluded(channel) => about("activity-exclude-not", channel),
            Problem::ExcludedAbove(channel) => about("activity-exclude-above", channel),
            Problem::OfStaff(channel) => about("activity-of-staff", channel),
        }
    }
}

/// What a channel had in the period, largest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// `None` as of the name.
    pub id: Option<ChannelId>,
    /// `None` for those that not everyone can see, taken together.
    pub name: Option<String>,
    pub messages: i64,
}

/// A channel that everyone can read, with its threads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lively {
    pub name: String,
    pub messages: i64,
    /// How many different people wrote in it.
    pub people: i64,
}
