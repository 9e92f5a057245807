//! What one person did in the last 28 days: all of it for themself, the totals for moderators.

use crate::app::App;
use crate::discord::access::channels::Viewer;
use crate::error::{Message, Result};
use crate::feature::few::People;
use crate::feature::section::Value;
use crate::feature::section::chart::{Chart, Over, Point};
use crate::features::setup;
use crate::i18n::Locale;
use crate::ids::{GuildId, MemberId};
use crate::text::zone::{Week, WeekRange, Zone};

use super::super::Channel;
use super::super::charts;
use super::super::figures;
use super::super::store::{self, MemberTotals, Mondays};
use crate::clock::Timestamp;

/// So many days are told of, today included.
pub const DAYS: i64 = 28;

/// A person's figures.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberReport {
    pub server: String,
    /// The language of what everyone reads.
    pub locale: Locale,
    pub member: MemberId,
    /// The beginning of the first day.
    pub since: Timestamp,
    /// Whether what they do is counted.
    pub is_counted: bool,
    pub totals: MemberTotals,
    /// When they wrote first, as far as it is on record.
    pub first: Option<Timestamp>,
    /// Where they wrote, without names of channels that they do not see any more.
    pub channels: Vec<Channel>,
    /// The week that is running, which the chart ends with.
    pub week: Week,
    pub chart: Option<Chart>,
}

/// The figures of a person as of now. Channels are named as `viewer` sees them.
pub async fn read(app: &App, guild: GuildId, viewer: Viewer<'_>, member: MemberId) -> Result<MemberReport> {
    // What has just been counted belongs to it too.
    app.flush().await;
    let setup::Server { name: server, locale, zone, .. } = setup::server(app.db.read(), guild).await?;
    let now = app.clock.now();
    let today = zone.day(now);
    let days = (today - DAYS + 1, today);
    let mut channels = Vec::<Channel>::new();
    let known = app.discord.directory.guild(guild).unwrap_or_default();
    for found in store::member_channels(app.db.read(), guild, member, days).await? {
        let seen = known.permissions_in(guild, found.channel, viewer.member, viewer.roles).view_channel();
        let name = seen.then(|| found.name.unwrap_or_else(|| found.channel.to_string()));
        match channels.iter_mut().find(|channel| channel.name.is_none() && name.is_none()) {
            Some(hidden) => hidden.messages += found.messages,
            None => {
                let id = name.as_ref().map(|_| found.channel);
                channels.push(Channel { id, name, messages: found.messages });
            }
        }
    }
    Ok(MemberReport {
        server,
        locale,
        member,
        since: zone.start_of_day(days.0),
        is_counted: app.consent.is_counted(guild, member),
        totals: store::member_totals(app.db.read(), guild, member, days).await?,
        first: store::first_message(app.db.read(), guild, member).await?,
        channels,
        week: Week::containing(now, &zone),
        chart: chart(app, guild, member, &zone, now).await?,
    })
}

/// Messages of a person week after week.
async fn chart(app: &App, guild: GuildId, member: MemberId, zone: &Zone, now: Timestamp) -> Result<Option<Chart>> {
    let last = Week::containing(now, zone);
    let first = (1..charts::WEEKS).fold(last, |week, _| week.previous());
    let mondays = Mondays { first: first.first_day(), last: last.first_day() };
    let messages = store::member_weeks(app.db.read(), guild, member, mondays).await?;
    let past = figures::weeks(&app.db, guild, zone, WeekRange { first, last }, now).await?;
    let people = People::alone(1);
    let points = past.iter().map(|week| {
        let of = messages.get(&week.week.first_day()).copied().unwrap_or(0);
        (week.week, Point { value: Value::count(of), whole: !week.partial, people })
    });
    let weeks: Vec<(Week, Point)> = points.collect();
    let is_drawn = weeks.len() > 1 && !messages.is_empty();
    Ok(is_drawn
        .then(|| Chart { title: Message::new("activity-chart-messages"), over: Over::Weeks { weeks, usual: None } }))
}
