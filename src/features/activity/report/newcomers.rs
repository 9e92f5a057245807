//! How newcomers fared week by week, how many of them stayed, and who needs a person today.

use std::time::Duration;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::ui::custom_id::CustomId;
use crate::error::{Message, Result};
use crate::feature::few::People;
use crate::feature::section::chart::{Chart, Over, Point};
use crate::feature::section::{Record, Suggested, Value};
use crate::features::setup;
use crate::i18n::Locale;
use crate::ids::{GuildId, MemberId};
use crate::text::zone::{Week, WeekRange, Zone};

use super::super::figures::{self, WeekFigures};
use super::super::life;
use super::super::rules::RESPONSE_WITHIN;
use super::super::store::{self, CohortWeek, Unanswered};

/// So many weeks are told of, the running one aside.
const WEEKS: usize = 8;
/// For so long after their first message somebody is a newcomer who may need a person.
const NEW_FOR: Duration = Duration::from_hours(14 * 24);
/// Regulars who are silent for longer are gone, and not fading.
const SILENT_WEEKS: usize = 4;
/// So many of each kind are listed.
const MOST: usize = 200;

/// The weeks of newcomers.
#[derive(Debug, Clone, PartialEq)]
pub struct Newcomers {
    pub server: String,
    /// The language of what everyone reads.
    pub locale: Locale,
    /// The last weeks within the record, oldest first, the running one last.
    pub weeks: Vec<WeekFigures>,
    /// The week that is running.
    pub running: Week,
    /// When the record begins, if that is so short ago that nobody is known to be new.
    pub young: Option<Timestamp>,
    pub zone: Zone,
    pub chart: Option<Chart>,
}

/// The figures of newcomers, as of now.
pub async fn read(app: &App, guild: GuildId) -> Result<Newcomers> {
    app.flush().await;
    let setup::Server { name: server, locale, zone, .. } = setup::server(app.db.read(), guild).await?;
    let now = app.clock.now();
    let running = Week::containing(now, &zone);
    let range = WeekRange { first: back(running, WEEKS), last: running };
    let weeks = figures::weeks(&app.db, guild, &zone, range, now).await?;
    let chart = charted("stats-chart-newcomers", &weeks, |week| {
        (Value::count(week.new_members), People { counted: week.new_members, others: week.returning_members })
    });
    Ok(Newcomers { server, locale, weeks, running, young: young(app, guild, &zone, running).await?, zone, chart })
}

/// How many stayed, by the week of their first message.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohorts {
    pub server: String,
    /// The language of what everyone reads.
    pub locale: Locale,
    /// Oldest first; only weeks that are over.
    pub rows: Vec<Cohort>,
    /// When the record begins, if that is so short ago that nobody is known to be new.
    pub young: Option<Timestamp>,
    pub zone: Zone,
    /// The last week of all.
    pub last: Week,
    pub chart: Option<Chart>,
}

/// The newcomers of a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cohort {
    pub week: Week,
    pub partial: bool,
    pub new: i64,
    /// How many wrote again one week later, two, and so on; `None` where that week is not on record.
    pub later: Vec<Option<i64>>,
}

/// The cohorts of the last weeks, as of now.
pub async fn cohorts(app: &App, guild: GuildId) -> Result<Cohorts> {
    app.flush().await;
    let setup::Server { name: server, locale, zone, .. } = setup::server(app.db.read(), guild).await?;
    let now = app.clock.now();
    let running = Week::containing(now, &zone);
    let last = running.previous();
    let range = WeekRange { first: back(last, WEEKS), last };
    let weeks = figures::weeks(&app.db, guild, &zone, range, now).await?;
    let mondays: Vec<i64> = weeks.iter().map(|week| week.week.first_day()).collect();
    let active = store::cohorts(app.db.read(), guild, &mondays).await?;
    let rows: Vec<Cohort> = weeks.iter().map(|week| cohort(week, &weeks, last, &active)).collect();
    let chart = charted("stats-chart-cohorts", &weeks[..weeks.len().saturating_sub(1)], |week| {
        let (again, new) = (week.new_active_next_week.unwrap_or(0), week.new_members);
        let share = week.week1_retention.map_or(Value::Nothing, |share| Value::Of((share * 100.0).round()));
        (share, People { counted: again, others: new - again })
    });
    Ok(Cohorts { server, locale, rows, young: young(app, guild, &zone, running).await?, zone, last, chart })
}

fn cohort(of: &WeekFigures, weeks: &[WeekFigures], last: Week, active: &[CohortWeek]) -> Cohort {
    let wrote = |week: Week| {
        let (cohort, week) = (of.week.first_day(), week.first_day());
        active.iter().find(|sum| (sum.cohort, sum.week) == (cohort, week)).map_or(0, |sum| sum.active)
    };
    let after = std::iter::successors(Some(of.week.next()), |week| Some(week.next())).take_while(|week| *week <= last);
    let is_known = |week: Week| weeks.iter().any(|known| known.week == week);
    let later = after.map(|week| is_known(week).then(|| wrote(week))).collect();
    Cohort { week: of.week, partial: of.partial, new: wrote(of.week), later }
}

/// Whom somebody of the staff might turn to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needs {
    /// Newcomers whose first message nobody answered within a day, the latest first.
    pub unanswered: Vec<Unanswered>,
    /// Regulars who have fallen silent, with the week in which they wrote last, the latest first.
    pub fading: Vec<(MemberId, Week)>,
    /// When the record begins, if that is so short ago that nobody is known to be new or to be a regular.
    pub young: Option<Timestamp>,
    /// A part of the last weeks was missed, so nobody is known to have fallen silent.
    pub is_unsure: bool,
    pub zone: Zone,
}

/// Who needs a person, as of now: people who are still there, as far as is known.
pub async fn needs(app: &App, guild: GuildId) -> Result<Needs> {
    app.flush().await;
    let zone = setup::server(app.db.read(), guild).await?.zone;
    let now = app.clock.now();
    let last = Week::containing(now, &zone).previous();
    let since = now.minus(NEW_FOR);
    let young = young(app, guild, &zone, last.next()).await?;

    // Of those who wrote within eight weeks, so far back it matters who has left.
    let steps = store::last_steps(app.db.read(), guild, back(last, WEEKS).first_day()).await?;
    // Members who opted out are no longer counted: whether they still write, or were answered, is not known.
    let is_out = |member: &MemberId| steps.get(member) == Some(&false) || !app.consent.is_counted(guild, *member);
    // Those who wrote less than a day ago may still be answered in time.
    let first_wrote = (zone.day(since) - 1, since, now.minus(RESPONSE_WITHIN));
    let mut unanswered = store::unanswered(app.db.read(), guild, first_wrote).await?;
    // In its first weeks the record takes old members for new: only who was seen joining is.
    let is_new = |member: &MemberId| young.is_none() || steps.get(member) == Some(&true);
    unanswered.retain(|one| !is_out(&one.member) && is_new(&one.member));
    unanswered.truncate(MOST);

    let mut fading: Vec<(MemberId, Week)> = Vec::new();
    let range = WeekRange { first: back(last, SILENT_WEEKS - 1), last };
    let weeks = figures::weeks(&app.db, guild, &zone, range, now).await?;
    let whole = weeks.iter().filter(|week| figures::record_of(week) == Record::Whole).count();
    let is_unsure = young.is_none() && whole < SILENT_WEEKS;
    if young.is_none() && !is_unsure {
        let silent = store::silent_since(app.db.read(), guild, last.first_day()).await?;
        let seen = |weeks: u8| life::fading(weeks).map(|silent| back(last, silent as usize));
        fading = silent.into_iter().filter_map(|(member, weeks)| Some((member, seen(weeks)?))).collect();
        fading.retain(|(member, _)| !is_out(member));
        fading.sort_unstable_by_key(|(member, week)| (std::cmp::Reverse(*week), *member));
        fading.truncate(MOST);
    }
    Ok(Needs { unanswered, fading, young, is_unsure, zone })
}

/// That some need a person, for the digest; nothing while nobody is known to be new.
pub async fn suggested(app: &App, guild: GuildId) -> Result<Vec<Suggested>> {
    let needs = needs(app, guild).await?;
    let sentence = |key: &'static str, count: usize| (count > 0).then(|| Message::new(key).with("count", count));
    let unanswered = sentence("activity-suggest-unanswered", needs.unanswered.len());
    let fading = sentence("activity-suggest-fading", needs.fading.len());
    let why = match (unanswered, fading) {
        (Some(unanswered), Some(fading)) => {
            Some(Message::new("activity-suggest-both").with("unanswered", unanswered).with("fading", fading))
        }
        (one, other) => one.or(other),
    };
    let suggest =
        |why| Suggested { why, label: Message::new("stats-needs"), opens: CustomId::new("activity", "needs", 1, 0) };
    Ok(why.filter(|_| needs.young.is_none()).map(suggest).into_iter().collect())
}

fn back(week: Week, weeks: usize) -> Week {
    (0..weeks).fold(week, |week, _| week.previous())
}

/// When the record begins, if that lies in the last 28 days.
pub async fn young(app: &App, guild: GuildId, zone: &Zone, running: Week) -> Result<Option<Timestamp>> {
    let connected = store::record(app.db.read(), guild).await?;
    let known = figures::known(connected, &store::covered(app.db.read(), guild).await?);
    let old_from = back(running, figures::YOUNG_WEEKS - 1).start(zone);
    Ok(known.map(|known| known.from).filter(|from| *from >= old_from))
}

/// A figure of these weeks, drawn; `None` where there is only one.
fn charted(
    title: &'static str,
    weeks: &[WeekFigures],
    value: impl Fn(&WeekFigures) -> (Value, People),
) -> Option<Chart> {
    let point = |week: &WeekFigures| {
        let (value, people) = value(week);
        (week.week, Point { value, whole: !week.partial, people })
    };
    let points: Vec<(Week, Point)> = weeks.iter().map(point).collect();
    let known = points.iter().filter(|(_, point)| point.value.known().is_some()).count();
    (known > 1).then(|| Chart { title: Message::new(title), over: Over::Weeks { weeks: points, usual: None } })
}
