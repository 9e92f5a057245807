//! The figures that `/stats` shows: which weeks, and what may be seen of them. Those of the server are here.

pub mod channel;
pub mod member;
pub mod newcomers;
pub mod ties;

use std::collections::BTreeMap;

use crate::app::App;
use crate::clock::Timestamp;
use crate::db::Db;
use crate::discord::client::directory;
use crate::error::Result;
use crate::feature::section::chart::Chart;
use crate::features::setup;
use crate::i18n::Locale;
use crate::ids::{ChannelId, GuildId};
use crate::text::zone::{Week, WeekRange, Zone};

use super::charts::{self, Stretch};
use super::figures::{self, Gap, WeekFigures};
use super::store::{self, Mondays, Span};
use super::{Channel, Lively, Period};

/// Weeks of a server, as they are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub server: String,
    /// The language of what everyone reads.
    pub locale: Locale,
    pub period: Period,
    /// The weeks of the period within the record, oldest first.
    pub weeks: Vec<WeekFigures>,
    /// The week before the first of them, if it is in the record.
    pub before: Option<WeekFigures>,
    /// The week that is running.
    pub running: Week,
    /// When Steward was connected, and saw who came, went and spoke.
    pub connected: Vec<Span>,
    pub zone: Zone,
    /// When the record begins, if that is too short ago to say who is new.
    pub young: Option<Timestamp>,
    pub channels: Vec<Channel>,
    /// What is drawn of it.
    pub charts: Vec<Chart>,
}

/// The figures of a period, as of now.
pub async fn read(app: &App, guild: GuildId, period: Period) -> Result<Report> {
    let setup::Server { name: server, locale, zone, .. } = setup::server(app.db.read(), guild).await?;
    let now = app.clock.now();
    let running = Week::containing(now, &zone);

    let (first, last) = period.weeks(running);
    let drawn_from = (1..charts::WEEKS).fold(last, |week, _| week.previous());
    let range = WeekRange { first: drawn_from.min(first.previous()), last };
    let mut past = figures::weeks(&app.db, guild, &zone, range, now).await?;
    let weeks: Vec<WeekFigures> = past.iter().filter(|week| week.week >= first).cloned().collect();
    let before = past.iter().find(|week| week.week == first.previous()).cloned();
    past.retain(|week| week.week >= drawn_from);

    let directory = app.discord.directory.guild(guild);
    let mondays = Mondays { first: first.first_day(), last: last.first_day() };
    let channels = channels(&app.db, guild, directory.as_deref(), mondays).await?;
    let connected = store::record(app.db.read(), guild).await?;
    let mut drawn: Vec<Chart> = charts::people(&past, last, None).into_iter().collect();
    if let [week] = weeks.as_slice() {
        let days = store::days_of_week(app.db.read(), guild, last.first_day()).await?;
        let known = figures::known(connected.clone(), &store::covered(app.db.read(), guild).await?);
        let days = charts::days(last, days, &week.gaps, &Stretch { known, zone: &zone, now });
        // Everyone may ask for it.
        drawn.extend(days.and_then(|days| days.for_members()));
    } else {
        drawn.extend(charts::messages(&past, last));
    }
    drawn.extend(charts::busiest(&channels));
    let young = newcomers::young(app, guild, &zone, running).await?;
    Ok(Report { server, locale, period, weeks, before, running, connected, zone, young, channels, charts: drawn })
}

impl Report {
    /// What was missed in the weeks that are shown.
    pub fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.weeks.iter().flat_map(|week| &week.gaps)
    }

    /// Whether Steward was there in a week; an import tells of no leaving and no voice.
    pub fn was_connected(&self, week: Week) -> bool {
        self.connected.iter().any(|span| span.touches(week, &self.zone))
    }
}

/// Channels over the whole period, with their threads, largest first; those that not everyone sees
/// lose their names.
pub(super) async fn channels(
    db: &Db,
    guild: GuildId,
    directory: Option<&directory::Guild>,
    weeks: Mondays,
) -> Result<Vec<Channel>> {
    let public = |channel| directory.is_some_and(|directory| directory.is_public(guild, channel));
    let mut sums = BTreeMap::<Option<ChannelId>, Channel>::new();
    for sum in store::channel_sums(db.read(), guild, weeks).await?.into_iter().filter(|sum| sum.messages > 0) {
        let shown = public(sum.channel).then_some(sum.channel);
        let name = shown.map(|channel| sum.name.unwrap_or_else(|| channel.to_string()));
        sums.entry(shown).or_insert(Channel { id: shown, name, messages: 0 }).messages += sum.messages;
    }
    let mut channels: Vec<Channel> = sums.into_values().collect();
    channels.sort_by(|one, other| (other.messages, &one.name).cmp(&(one.messages, &other.name)));
    Ok(channels)
}

/// The channels of the week that begins on this Monday that everyone can read, with those of their
/// threads that everyone can read, liveliest first.
pub(super) async fn lively(db: &Db, guild: GuildId, directory: &directory::Guild, monday: i64) -> Result<Vec<Lively>> {
    let used = store::channels_of_week(db.read(), guild, monday).await?;
    let open: Vec<ChannelId> = used.into_iter().filter(|channel| directory.is_public(guild, *channel)).collect();
    let mut lively = store::lively(db.read(), guild, monday, &open).await?;
    lively.sort_by(|one, other| (other.messages, &one.name).cmp(&(one.messages, &other.name)));
    Ok(lively)
}
