//! The weekly digest: what every feature has to say about a week, on one page, kept for good and
//! posted where a server wants it.
//!
//! [`gather`] asks the features, [`rules`] decide what may be compared and how a span of time or a
//! share is put, [`views`] find the words. [`text`] writes them for a terminal or for Discord,
//! [`sheet`] for a picture and [`html`] for a printed page; [`json`] and [`csv`] are for programs. [`jobs`] write the digest of each week once, when it is
//! due, and [`page`] is how it is kept; `/digest` shows it and says when and where it comes.

pub mod actions;
pub mod csv;
pub mod html;
pub mod json;
pub mod sheet;
pub mod text;

mod commands;
mod components;
mod here;
mod jobs;
mod listen;
mod page;
mod period;
mod rules;
mod store;
mod views;

use std::sync::Arc;

use serenity::all::{GatewayIntents, Permissions};

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::channels;
use crate::discord::access::channels::CanPost;
use crate::discord::access::permission;
use crate::discord::outbox::FailureReason;
use crate::discord::ui::file::File;
use crate::error::{Arg, Error, Message, Result};
use crate::feature::Feature;
use crate::feature::section::{Figure, Reading, Record, Section, Suggested};
use crate::feature::setting::Setting;
use crate::features::setup;
use crate::features::setup::{Server, setting_types};
use crate::i18n::Locale;
use crate::ids::{ChannelId, GuildId, MessageId, ids};
use crate::text::zone::{Week, WeekRange, Weekday, Zone};

use period::Period;
pub use period::Weeks;
pub use rules::plan::Sections;
use rules::plan::{Plan, Slot};
use sheet::Sheet;
use views::cards::Shown;

/// The name of the feature.
const NAME: &str = "digest";

/// Where it is posted; `/digest setup` chooses the same.
const CHANNEL: Setting = setting_types::staff_channel("digest", "setting-digest");

ids! {
    /// The digest of a week.
    DigestId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || vec![commands::digest()],
        routes: components::ROUTES,
        listen: Some(|app, event| Box::pin(listen::event(app, event))),
        state: Some(|_| Arc::new(here::Here::default())),
        jobs: &[jobs::WEEKLY],
        on_order_ended: Some(|tx, delivered, now| Box::pin(jobs::delivered(tx, delivered, now))),
        on_setting_tx: Some(|tx, guild, setting, now| Box::pin(jobs::changed(tx, guild, setting, now))),
        tables: store::TABLES,
        settings: &[CHANNEL],
        intents: GatewayIntents::GUILDS,
        permissions: &[
            (Permissions::SEND_MESSAGES, "needs-digest-post"),
            (Permissions::EMBED_LINKS, "needs-digest-frame"),
            (Permissions::ATTACH_FILES, "needs-digest-picture"),
            (Permissions::READ_MESSAGE_HISTORY, "needs-read-message-history"),
        ],
        ..Feature::new(NAME)
    }
}

/// On which day the digest comes.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
    /// Nothing is posted.
    #[name = "off"]
    Off,
}

impl Day {
    /// The day of the week; `None` where nothing is posted.
    pub fn weekday(self) -> Option<Weekday> {
        Weekday::ALL.get(self as usize).copied()
    }
}

/// What a person at `/digest` can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("not a time of day: {0}")]
    NotATime(String),
    #[error("no section: {typed}")]
    NoSection { typed: String, known: Vec<&'static str> },
    #[error("a channel for posts that are to end")]
    OffWithChannel,
    #[error("not a week: {0}")]
    NotAWeek(String),
    #[error("no digest of that week")]
    NotKept { first: Week, last: Week },
    #[error("no month: {0}")]
    NotAMonth(String),
    #[error("no quarter: {0}")]
    NotAQuarter(String),
    #[error("none or several of week, month and quarter")]
    NotOne,
    #[error("reading a month or a quarter took too long")]
    TooLong,
    #[error("no digest yet")]
    NoneKept,
    #[error("no digest before that time")]
    NoneKeptBefore(Timestamp),
}

impl Problem {
    /// No digest of a week, where there are these and one more comes.
    fn not_kept(kept: &[Week], next: Option<Slot>) -> Self {
        match (kept.iter().min(), kept.iter().max(), next) {
            (Some(first), Some(last), _) => Self::NotKept { first: *first, last: *last },
            (_, _, Some(slot)) => Self::NoneKeptBefore(slot.due),
            _ => Self::NoneKept,
        }
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(match problem {
            Problem::NotATime(typed) => Message::new("digest-not-a-time").with("typed", typed),
            Problem::NoSection { typed, known } => {
                let names = known.iter().map(|name| views::section(name));
                let names = views::cards::listed(names).unwrap_or_else(|| views::section("none"));
                Message::new("digest-no-section").with("typed", typed).with("sections", names)
            }
            Problem::OffWithChannel => Message::new("digest-off-with-channel"),
            Problem::NotAWeek(typed) => Message::new("digest-not-a-week").with("typed", typed),
            Problem::NotKept { first, last } if first == last => {
                Message::new("digest-not-kept-but-one").with("week", first.to_string())
            }
            Problem::NotKept { first, last } => {
                Message::new("digest-not-kept").with("first", first.to_string()).with("last", last.to_string())
            }
            Problem::NotAMonth(typed) => Message::new("digest-not-a-month").with("typed", typed),
            Problem::NotAQuarter(typed) => Message::new("digest-not-a-quarter").with("typed", typed),
            Problem::NotOne => Message::new("digest-export-one"),
            Problem::TooLong => Message::new("digest-export-long"),
            Problem::NoneKept => Message::new("digest-none-kept"),
            Problem::NoneKeptBefore(due) => Message::new("digest-none-kept-before").with("at", Arg::Time(due, 'F')),
        })
    }
}

/// A week of a server, ready to be written in any form.
#[derive(Debug, Clone, PartialEq)]
pub struct Digest {
    pub guild: GuildId,
    pub server: String,
    /// The language it is written in.
    pub locale: Locale,
    pub zone: Zone,
    pub week: Week,
    /// When its figures were read.
    pub at: Timestamp,
    pub record: Record,
    /// As they are read, one after the other.
    pub sections: Vec<Section>,
    /// The weeks that it is of, where there are several; `week` is the last of them.
    pub months: Option<Weeks>,
    /// What the staff could see to now, a button each.
    pub suggested: Vec<Suggested>,
}

/// So many things are suggested at most.
const SUGGESTED: usize = 3;

/// Asks every feature for its part of the week, in the order of the list. Of those that are not
/// `chosen` only what was missed is told.
///
/// # Errors
/// Whatever keeps a feature from answering.
pub async fn gather(
    features: &[Feature],
    reading: &Reading<'_>,
    server: &str,
    locale: Locale,
    chosen: &Sections,
) -> Result<Digest> {
    let mut sections = Vec::new();
    for feature in features {
        if let Some(section) = feature.digest {
            let section = Section { feature: feature.name, ..section(reading).await? };
            sections.push(if chosen.have(feature.name) { section } else { rules::unshown(section) });
        }
    }
    let (record, sections) = rules::assembled(sections);
    let sections = led(sections);
    let Reading { guild, week, now: at, .. } = *reading;
    Ok(Digest {
        guild,
        server: server.to_owned(),
        locale,
        zone: reading.zone.clone(),
        week,
        at,
        record,
        sections,
        months: None,
        suggested: Vec::new(),
    })
}

/// The sections, with what lies farthest outside of what is usual in the sentence that compares.
fn led(mut sections: Vec<Section>) -> Vec<Section> {
    let Some(outside) = rules::farthest(&sections).map(views::outside) else { return sections };
    for lead in sections.iter_mut().filter(|section| section.compares).filter_map(|section| section.lead.as_mut()) {
        lead.args.retain(|(name, _)| *name != "week");
        lead.args.push(("week", outside.clone().into()));
    }
    sections
}

/// A month or a quarter as it is now, for people of the server.
async fn of_period(
    app: &App,
    guild: GuildId,
    server: &Server,
    chosen: &Sections,
    weeks: (Period, WeekRange),
) -> Result<Digest> {
    app.flush().await;
    let directory = app.discord.directory.guild(guild).unwrap_or_default();
    let Server { zone, name, locale, .. } = server;
    let week = weeks.1.last;
    let reading = Reading { db: &app.db, guild, zone, week, now: app.clock.now(), public: Some(&directory) };
    period::gather(app.features(), &reading, weeks, name, *locale, chosen).await
}

/// The week in one picture, with its words for whoever does not see it; `None` where there is nothing
/// to draw. [`html::page`] of a [`sheet::Sheet`] is the same week as a page.
pub fn picture(digest: &Digest) -> Option<File> {
    Sheet::from_digest(digest, None).picture()
}

/// The digest of a week as it is now, for people of the server.
async fn of_week(app: &App, guild: GuildId, server: &Server, chosen: &Sections, week: Week) -> Result<Digest> {
    // What has just been counted belongs to it too.
    app.flush().await;
    // Of a server that Discord has not shown yet no channel is known to be everyone's.
    let directory = app.discord.directory.guild(guild).unwrap_or_default();
    let Server { zone, name, locale, .. } = server;
    let reading = Reading { db: &app.db, guild, zone, week, now: app.clock.now(), public: Some(&directory) };
    let mut digest = gather(app.features(), &reading, name, *locale, chosen).await?;
    // What asks for somebody now is no news of a week that is long over.
    if reading.now < week.next().end(zone) && digest.record != Record::Outside {
        digest.suggested = suggested(app, guild, chosen).await?;
    }
    Ok(digest)
}

/// What the features suggest to the staff at this moment.
async fn suggested(app: &App, guild: GuildId, chosen: &Sections) -> Result<Vec<Suggested>> {
    let mut all = Vec::new();
    for feature in app.features().iter().filter(|feature| chosen.have(feature.name)) {
        if let Some(suggests) = feature.suggests {
            all.extend(suggests(app, guild).await?);
        }
    }
    all.truncate(SUGGESTED);
    Ok(all)
}

/// The plan of a server, and the digest that comes next as it would look now.
async fn next(app: &App, guild: GuildId) -> Result<(Plan, Digest)> {
    let server = setup::server(app.db.read(), guild).await?;
    let plan = store::plan(app.db.read(), guild).await?.unwrap_or_default();
    let week = plan.next.map_or_else(|| Week::containing(app.clock.now(), &server.zone), |slot| slot.week);
    let digest = of_week(app, guild, &server, &plan.sections, week).await?;
    Ok((plan, digest))
}

/// Whether everyone in a server can read a channel.
fn everyone_reads(app: &App, guild: GuildId, channel: ChannelId) -> bool {
    app.discord.directory.guild(guild).is_some_and(|directory| directory.is_public(guild, channel))
}

/// The plan of a server as it is shown, with what stands in its way.
async fn shown(app: &App, guild: GuildId, zone: Zone) -> Result<Shown> {
    let plan = store::plan(app.db.read(), guild).await?.unwrap_or_default();
    let last = match store::weeks(app.db.read(), guild).await?.first() {
        Some(week) => store::get(app.db.read(), guild, *week).await?,
        None => None,
    };
    let mut warnings = Vec::new();
    for (channel, edition) in [(plan.channel, Edition::Staff), (plan.public, Edition::Members)] {
        let Some(channel) = channel else { continue };
        let can_post = channels::can_post(app, guild, channel).await;
        let warning = match (&can_post, edition) {
            (CanPost::Lacks(missing), _) => {
                Some(Message::new("digest-warn-lacks").with("permission", permission::names(*missing)))
            }
            (CanPost::Gone, Edition::Staff) => Some(Message::new("digest-warn-gone")),
            (CanPost::Gone, Edition::Members) => Some(Message::new("digest-warn-public-gone")),
            (CanPost::Yes | CanPost::Unknown, _) => None,
        };
        let reached = match (edition, everyone_reads(app, guild, channel)) {
            (Edition::Staff, true) => Some(Message::new("digest-warn-public")),
            (Edition::Members, false) if can_post != CanPost::Gone => Some(Message::new("digest-warn-not-public")),
            _ => None,
        };
        warnings.extend(warning.into_iter().chain(reached).map(|warning| warning.with("channel", channel)));
    }
    if plan.public.is_some() && plan.sections != Sections::All {
        let (_, next) = next(app, guild).await?;
        let silent = next.nothing().is_none() && next.for_members().is_none();
        warnings.extend(silent.then(|| Message::new("digest-members-nothing")));
    }
    let today = zone.day(app.clock.now());
    Ok(Shown { guild, plan, zone, known: known(app.features()), last, warnings, today })
}

/// The features that have a part in the digest.
fn known(features: &[Feature]) -> Vec<&'static str> {
    features.iter().filter(|feature| feature.digest.is_some()).map(|feature| feature.name).collect()
}

impl Digest {
    /// Why there are no figures at all, if there are none, and what would give some.
    pub fn nothing(&self) -> Option<&Message> {
        let is_empty = self.is_blank();
        let mut notes = self.sections.iter().flat_map(|section| &section.notes);
        notes.next().filter(|_| is_empty && self.record == Record::Outside)
    }

    /// Whether none of its sections has anything to say.
    pub fn is_blank(&self) -> bool {
        self.sections.iter().all(Section::says_nothing)
    }

    /// The same week as members may read it; `None` if nothing of it is for them.
    pub fn for_members(&self) -> Option<Self> {
        let sections = led(rules::for_members(&self.sections)?);
        Some(Self { sections, suggested: Vec::new(), ..self.clone() })
    }

    /// What its files are called: "digest-2026-W47", "digest-2026-11".
    fn name(&self) -> String {
        match &self.months {
            Some(weeks) => format!("digest-{}", weeks.period),
            None => format!("digest-{}", self.week),
        }
    }

    /// Every figure, those for files at the end of their section.
    fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.sections
            .iter()
            .flat_map(|section| section.lines.iter().flat_map(|line| &line.figures).chain(&section.for_files))
    }
}

/// For whom a post is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    Staff,
    Members,
}

/// Whether and where it was posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posted {
    /// Nowhere: no channel was set.
    No,
    /// It waits for Discord to take it.
    Sending {
        channel: ChannelId,
    },
    As {
        channel: ChannelId,
        message: MessageId,
    },
    /// It could not be posted.
    Failed {
        channel: ChannelId,
        why: FailureReason,
    },
    /// It may have been posted.
    Unknown {
        channel: ChannelId,
    },
}

impl Posted {
    /// Whether it can be posted without anybody reading it twice.
    pub const fn may_be_posted(self) -> bool {
        matches!(self, Self::No | Self::Failed { .. })
    }
}

#[cfg(test)]
mod tests;
