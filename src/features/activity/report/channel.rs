//! The figures of one channel with its threads, week by week.

use crate::app::App;
use crate::error::{Message, Result};
use crate::feature::few::People;
use crate::feature::section::Value;
use crate::feature::section::chart::{Chart, Over, Point};
use crate::features::setup;
use crate::i18n::Locale;
use crate::ids::{ChannelId, GuildId};
use crate::text::zone::{Week, WeekRange, Zone};

use super::super::Period;
use super::super::charts;
use super::super::excluded::Why;
use super::super::figures::{self, Gap, WeekFigures};
use super::super::listen::Counter;
use super::super::store::{self, ChannelWeek, Mondays, Span};

/// A channel's weeks.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelReport {
    pub server: String,
    /// The language of what everyone reads.
    pub locale: Locale,
    pub channel: ChannelId,
    pub period: Period,
    /// The weeks of the period within the record, oldest first, with what the server as a whole had.
    pub weeks: Vec<(WeekFigures, ChannelWeek)>,
    /// Different people who wrote in all of these weeks together.
    pub people: i64,
    /// The week before the first of them, if all of it is on record.
    pub before: Option<(WeekFigures, ChannelWeek)>,
    /// Why nothing is counted there, if nothing is.
    pub excluded: Option<Why>,
    /// The week that is running.
    pub running: Week,
    /// When Steward was connected.
    pub connected: Vec<Span>,
    pub zone: Zone,
    pub chart: Option<Chart>,
}

impl ChannelReport {
    /// Whether Steward was there in a week; history that was read tells of no voice.
    pub fn was_connected(&self, week: Week) -> bool {
        self.connected.iter().any(|span| span.touches(week, &self.zone))
    }

    /// What was missed in the weeks that are shown.
    pub fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.weeks.iter().flat_map(|(week, _)| &week.gaps)
    }
}

/// The figures of a channel over a period, as of now.
pub async fn read(app: &App, guild: GuildId, channel: ChannelId, period: Period) -> Result<ChannelReport> {
    app.flush().await;
    let setup::Server { name: server, locale, zone, .. } = setup::server(app.db.read(), guild).await?;
    let now = app.clock.now();
    let running = Week::containing(now, &zone);
    let (first, last) = period.weeks(running);
    let drawn_from = (1..charts::WEEKS).fold(last, |week, _| week.previous());
    let range = WeekRange { first: drawn_from.min(first.previous()), last };

    let past = figures::weeks(&app.db, guild, &zone, range, now).await?;
    let mondays = Mondays { first: range.first.first_day(), last: last.first_day() };
    let sums = store::channel_weeks(app.db.read(), guild, channel, mondays).await?;
    let of = |week: &WeekFigures| {
        let monday = week.week.first_day();
        let sum = sums.iter().find(|sum| sum.week == monday).copied();
        sum.unwrap_or(ChannelWeek { week: monday, ..ChannelWeek::default() })
    };
    let all: Vec<(WeekFigures, ChannelWeek)> = past.into_iter().map(|week| (week.clone(), of(&week))).collect();

    let days = (first.first_day(), last.first_day() + 6);
    Ok(ChannelReport {
        server,
        locale,
        channel,
        period,
        people: store::channel_people(app.db.read(), guild, channel, days).await?,
        before: all.iter().find(|(week, _)| week.week == first.previous() && !week.partial).cloned(),
        excluded: app.state::<Counter>().excluded.why(app, guild, channel),
        chart: chart(&all),
        weeks: all.into_iter().filter(|(week, _)| week.week >= first).collect(),
        running,
        connected: store::record(app.db.read(), guild).await?,
        zone,
    })
}

/// Messages of the channel week after week.
fn chart(weeks: &[(WeekFigures, ChannelWeek)]) -> Option<Chart> {
    let point = |(week, sum): &(WeekFigures, ChannelWeek)| {
        let point =
            Point { value: Value::count(sum.messages), whole: !week.partial, people: People::alone(sum.people) };
        (week.week, point)
    };
    let latest = weeks.len().saturating_sub(charts::WEEKS);
    let points: Vec<(Week, Point)> = weeks[latest..].iter().map(point).collect();
    let is_drawn = points.len() > 1 && weeks.iter().any(|(_, sum)| sum.messages > 0);
    is_drawn.then(|| Chart {
        title: Message::new("activity-chart-messages"),
        over: Over::Weeks { weeks: points, usual: None },
    })
}
