//! The figures of a community week by week, exactly as they are defined.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use super::store::{self, ChannelSums, Covered, MemberSums, Mondays, Newcomer, Source, Span};
use crate::clock::Timestamp;
use crate::db::Db;
use crate::error::{Error, Message, Result};
use crate::feature::section::Record;
use crate::ids::{ChannelId, GuildId};
use crate::text::table::{self, Cell};
use crate::text::zone::{Week, WeekRange, Zone, iso_date};

/// How many channels a week shows.
pub const TOP_CHANNELS: usize = 5;
/// Below this many people, the share of the ten most active says nothing.
const ENOUGH_FOR_TOP_TEN: i64 = 20;
/// In so many weeks at the start of the record, nobody is known to be new.
pub const YOUNG_WEEKS: usize = 4;
/// Missing so much of a week makes its figures smaller than they were.
const MISSED: Duration = Duration::from_mins(10);

/// One week of a community.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WeekFigures {
    // These three are read from the record again where the figures are stored.
    #[serde(skip, default = "some_week")]
    pub week: Week,
    /// The record begins or ends in it.
    #[serde(skip)]
    pub partial: bool,
    /// Time within the week in which nothing was counted as it happened.
    #[serde(skip)]
    pub gaps: Vec<Gap>,
    pub messages: i64,
    pub active_members: i64,
    pub dau_mean: f64,
    pub new_members: i64,
    pub returning_members: i64,
    pub new_active_next_week: Option<i64>,
    pub week1_retention: Option<f64>,
    pub top_channels: Vec<TopChannel>,
    pub connections: i64,
    pub reciprocity: Option<f64>,
    /// New members of whom answers may be missing: an import ended shortly after their first message
    /// and what comes next had been counted before.
    pub unsure_newcomers: i64,
    pub newcomers_replied: i64,
    pub median_first_reply_s: Option<f64>,
    pub newcomers_responded_24h: i64,
    pub median_first_response_s: Option<f64>,
    pub reactions: i64,
    pub joins: i64,
    /// Went by themselves.
    pub leaves: i64,
    /// Kicked or banned.
    pub removed: i64,
    pub net_growth: i64,
    pub voice_minutes: i64,
    pub top10_share: Option<f64>,
}

const fn some_week() -> Week {
    Week::of_day(0)
}

/// A channel with its threads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopChannel {
    pub channel: ChannelId,
    pub name: String,
    pub messages: i64,
}

/// A stretch without connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    pub span: Span,
    /// Of it, read back later: milliseconds.
    pub recovered: i64,
}

impl Gap {
    /// Whole minutes.
    pub const fn minutes(&self) -> i64 {
        self.span.to.since(self.span.from) / 60_000
    }
}

/// The figures of each week of `range` that touches the record, in order.
pub async fn weeks(db: &Db, guild: GuildId, zone: &Zone, range: WeekRange, now: Timestamp) -> Result<Vec<WeekFigures>> {
    // One transaction, so that all figures are of the same moment.
    let mut tx = db.read().begin().await?;
    let figures = weeks_in(&mut tx, guild, zone, range, now).await;
    tx.rollback().await.map_err(Error::from)?;
    figures
}

/// The same as one connection sees it.
pub async fn weeks_in(
    tx: &mut SqliteConnection,
    guild: GuildId,
    zone: &Zone,
    range: WeekRange,
    now: Timestamp,
) -> Result<Vec<WeekFigures>> {
    let (connected, covered) = (store::record(&mut *tx, guild).await?, store::covered(&mut *tx, guild).await?);
    let known = Known::new(guild, connected, covered);
    let shown: Vec<Week> = range.iter().filter(|week| known.touches(*week, zone)).collect();
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return Ok(Vec::new()) };

    let mondays = Mondays { first: first.first_day(), last: last.first_day() };
    let mut sums = Sums::default();
    for sum in store::member_sums(&mut *tx, guild, mondays).await? {
        if sum.active_members >= ENOUGH_FOR_TOP_TEN {
            sums.top_ten.insert(sum.week, store::top_ten(&mut *tx, guild, sum.week).await?);
        }
        sums.members.insert(sum.week, sum);
    }
    for newcomer in store::newcomers(&mut *tx, guild, mondays).await? {
        sums.newcomers.entry(Week::of_day(newcomer.day).first_day()).or_default().push(newcomer);
    }
    for sum in store::connection_sums(&mut *tx, guild, mondays).await? {
        sums.connections.insert(sum.week, sum);
    }
    for sum in store::channel_sums(&mut *tx, guild, mondays).await? {
        sums.channels.entry(sum.week).or_default().push(sum);
    }
    for sum in store::move_sums(&mut *tx, guild, mondays).await? {
        sums.moves.insert(sum.week, sum);
    }
    for stored in store::stored_weeks(&mut *tx, guild, mondays).await? {
        let figures = stored.figures.as_deref().map(serde_json::from_str::<Option<WeekFigures>>).transpose()?.flatten();
        sums.figures.extend(figures.map(|figures| (stored.week, figures)));
        sums.stored.insert(stored.week, (stored.connections, stored.mutual));
    }

    Ok(shown.into_iter().map(|week| sums.figures(week, &known, zone, now)).collect())
}

/// Why there are no figures to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    NoServer,
    UnknownServer { guild: GuildId, servers: Vec<(GuildId, String)> },
    WhichServer { servers: Vec<(GuildId, String)> },
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        let listed = |servers: Vec<(GuildId, String)>| {
            servers.into_iter().map(|(id, name)| format!("{name} ({id})")).collect::<Vec<_>>().join(", ")
        };
        Self::Told(match problem {
            Problem::NoServer => Message::new("stats-no-server"),
            Problem::UnknownServer { guild, servers } => {
                Message::new("stats-unknown-server").with("guild", guild.to_string()).with("servers", listed(servers))
            }
            Problem::WhichServer { servers } => Message::new("stats-which-server").with("servers", listed(servers)),
        })
    }
}

/// The server that is meant: the one named, else the only one there is.
pub async fn choose_guild(db: &Db, named: Option<GuildId>) -> Result<GuildId> {
    let servers = store::guilds(db.read()).await?;
    match (named, servers.as_slice()) {
        (_, []) => Err(Problem::NoServer.into()),
        (Some(named), _) if servers.iter().any(|(id, _)| *id == named) => Ok(named),
        (Some(guild), _) => Err(Problem::UnknownServer { guild, servers }.into()),
        (None, [(only, _)]) => Ok(*only),
        (None, _) => Err(Problem::WhichServer { servers }.into()),
    }
}

/// Sums by the day number of Mondays.
#[derive(Default)]
struct Sums {
    members: BTreeMap<i64, MemberSums>,
    top_ten: BTreeMap<i64, i64>,
    newcomers: BTreeMap<i64, Vec<Newcomer>>,
    connections: BTreeMap<i64, store::ConnectionSums>,
    channels: BTreeMap<i64, Vec<ChannelSums>>,
    moves: BTreeMap<i64, store::MoveSums>,
    /// Connections, and how many of them mutual, of weeks whose pairs are not kept any more.
    stored: BTreeMap<i64, (i64, i64)>,
    /// Figures of weeks of which nothing else is kept.
    figures: BTreeMap<i64, WeekFigures>,
}

impl Sums {
    fn figures(&mut self, week: Week, known: &Known, zone: &Zone, now: Timestamp) -> WeekFigures {
        let monday = week.first_day();
        let (partial, gaps) = (known.is_partial(week, zone, now), known.gaps(week, zone));
        if let Some(stored) = self.figures.remove(&monday) {
            return WeekFigures { week, partial, gaps, ..stored };
        }
        let members = self.members.get(&monday);
        let active_members = members.map_or(0, |sum| sum.active_members);
        let messages = members.map_or(0, |sum| sum.messages);
        let newcomers = self.newcomers.remove(&monday).unwrap_or_default();
        let new_members = count(newcomers.len());

        let next = week.next();
        let next_is_known = next.end(zone) <= now && known.touches(next, zone);
        let came_back = count(newcomers.iter().filter(|newcomer| newcomer.active_next_week).count());
        let new_active_next_week = Some(came_back).filter(|_| new_members > 0 && next_is_known);

        let (newcomers_replied, median_first_reply_s) = median_s(newcomers.iter().filter_map(|one| one.reply_ms));
        let (newcomers_responded_24h, median_first_response_s) =
            median_s(newcomers.iter().filter_map(|one| one.response_ms));

        let (connections, mutual) = self.connections.get(&monday).map_or((0, 0), |sum| (sum.connections, sum.mutual));
        let stored = self.stored.get(&monday).copied().unwrap_or_default();
        let (connections, mutual) = (connections.max(stored.0), mutual.max(stored.1));
        let channels = self.channels.remove(&monday).unwrap_or_default();
        let (joins, leaves, removed) =
            self.moves.get(&monday).map_or((0, 0, 0), |sum| (sum.joined, sum.left, sum.removed));

        WeekFigures {
            week,
            partial,
            gaps,
            messages,
            active_members,
            dau_mean: members.map_or(0, |sum| sum.member_days) as f64 / 7.0,
            new_members,
            returning_members: active_members - new_members,
            new_active_next_week,
            week1_retention: new_active_next_week.and_then(|back| share(back, new_members)),
            reactions: channels.iter().map(|sum| sum.reactions).sum(),
            voice_minutes: channels.iter().map(|sum| sum.voice_seconds).sum::<i64>() / 60,
            top_channels: top_channels(channels),
            connections,
            reciprocity: share(mutual, connections),
            unsure_newcomers: count(newcomers.iter().filter(|newcomer| newcomer.unsure).count()),
            newcomers_replied,
            median_first_reply_s,
            newcomers_responded_24h,
            median_first_response_s,
            joins,
            leaves,
            removed,
            net_growth: joins - leaves - removed,
            top10_share: self.top_ten.get(&monday).and_then(|ten| share(*ten, messages)),
        }
    }
}

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

fn share(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// How many delays in milliseconds there are, and their median in seconds.
fn median_s(delays: impl Iterator<Item = i64>) -> (i64, Option<f64>) {
    let mut delays: Vec<i64> = delays.collect();
    delays.sort_unstable();
    let middle = delays.len() / 2;
    let twice = match delays.len() {
        0 => return (0, None),
        even if even % 2 == 0 => delays[middle - 1] + delays[middle],
        _ => 2 * delays[middle],
    };
    (count(delays.len()), Some(twice as f64 / 2_000.0))
}

/// The five with most messages; those of equally many by name.
fn top_channels(mut channels: Vec<ChannelSums>) -> Vec<TopChannel> {
    channels.retain(|sum| sum.messages > 0);
    let mut channels: Vec<_> = channels
        .into_iter()
        .map(|sum| TopChannel {
            channel: sum.channel,
            name: sum.name.unwrap_or_else(|| sum.channel.to_string()),
            messages: sum.messages,
        })
        .collect();
    channels.sort_by(|one, other| {
        (other.messages, &one.name, one.channel).cmp(&(one.messages, &other.name, other.channel))
    });
    channels.truncate(TOP_CHANNELS);
    channels
}

/// What time is known: connected stretches, and what imports and backfills cover.
struct Known {
    /// In order, apart from each other.
    stretches: Vec<Span>,
    connected: Vec<Span>,
    /// What was imported, or read back of all channels, in order, apart from each other.
    read: Vec<Span>,
}

impl Known {
    fn new(guild: GuildId, connected: Vec<Span>, mut covered: Vec<Covered>) -> Self {
        let stretches = joined(connected.iter().copied().chain(read(&covered)).collect());
        // The id of the server stands for all channels. One that was read alone says nothing of the others, so it does
        // not recover a gap.
        covered.retain(|part| part.source == Source::Import || part.channel == ChannelId(guild.0));
        Self { stretches, connected: joined(connected), read: joined(read(&covered)) }
    }

    fn touches(&self, week: Week, zone: &Zone) -> bool {
        self.stretches.iter().any(|span| span.touches(week, zone))
    }

    /// The record begins or ends in the week: for good, or for so long that a week beside it has no
    /// figures. A shorter gap is a gap of the week.
    fn is_partial(&self, week: Week, zone: &Zone, now: Timestamp) -> bool {
        let inside = |at: Timestamp| week.start(zone) <= at && at < week.end(zone);
        now < week.end(zone)
            || !self.touches(week.previous(), zone) && self.stretches.iter().any(|span| inside(span.from))
            || !self.touches(week.next(), zone) && self.stretches.iter().any(|span| inside(span.to))
    }

    /// Stretches of the week between two connections.
    fn gaps(&self, week: Week, zone: &Zone) -> Vec<Gap> {
        let (start, end) = (week.start(zone), week.end(zone));
        let between = self.connected.windows(2).map(|pair| Span { from: pair[0].to, to: pair[1].from });
        between
            .map(|gap| Span { from: gap.from.max(start), to: gap.to.min(end) })
            .filter(|gap| gap.from < gap.to)
            .map(|span| Gap { span, recovered: self.read.iter().map(|read| overlap(*read, span)).sum() })
            .collect()
    }
}

fn overlap(one: Span, other: Span) -> i64 {
    one.to.min(other.to).since(one.from.max(other.from)).max(0)
}

/// What was read. An import's stretch begins with its first message and ends with its last; in
/// between it knows every channel whose export was not limited.
fn read(covered: &[Covered]) -> Vec<Span> {
    let imports = || covered.iter().filter(|part| part.source == Source::Import);
    let first = imports().map(|part| part.from).min();
    let last = imports().map(|part| part.to).max();
    covered
        .iter()
        .filter_map(|part| {
            Some(match part.source {
                Source::Import => Span { from: part.known_from.max(first?), to: part.known_to.min(last?) },
                Source::Backfill => Span { from: part.known_from, to: part.known_to },
            })
        })
        .collect()
}

/// Stretches in order, those that touch made one.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.from <= last.to => last.to = last.to.max(span.to),
            _ => joined.push(span),
        }
    }
    joined
}

/// One row for each week, with the columns that others compare.
pub fn csv(weeks: &[WeekFigures]) -> Result<String> {
    table::csv(COLUMNS, weeks.iter().map(row))
}

/// The columns of [`csv()`].
pub const COLUMNS: [&str; 19] = [
    "week_start",
    "iso_week",
    "partial",
    "messages",
    "active_members",
    "dau_mean",
    "new_members",
    "returning_members",
    "new_active_next_week",
    "week1_retention",
    "top_channels",
    "connections",
    "reciprocity",
    "newcomers_replied",
    "median_first_reply_s",
    "newcomers_responded_24h",
    "median_first_response_s",
    "reactions",
    "joins",
];

fn row(week: &WeekFigures) -> [Cell; 19] {
    let ratio = |share: Option<f64>| share.map(|share| Cell::plain(format!("{share:.4}"))).unwrap_or_default();
    let seconds = |median: Option<f64>| median.map(|median| Cell::plain(format!("{median:.1}"))).unwrap_or_default();
    [
        Cell::plain(iso_date(week.week.first_day())),
        Cell::plain(week.week.to_string()),
        u8::from(week.partial).into(),
        week.messages.into(),
        week.active_members.into(),
        Cell::plain(format!("{:.4}", week.dau_mean)),
        week.new_members.into(),
        week.returning_members.into(),
        week.new_active_next_week.into(),
        ratio(week.week1_retention),
        Cell::plain(channels_cell(&week.top_channels)),
        week.connections.into(),
        ratio(week.reciprocity),
        week.newcomers_replied.into(),
        seconds(week.median_first_reply_s),
        week.newcomers_responded_24h.into(),
        seconds(week.median_first_response_s),
        week.reactions.into(),
        week.joins.into(),
    ]
}

/// `name=count;…`, with a backslash before a backslash, `;` and `=` of a name. A cell that a
/// spreadsheet would take for a formula, because of the first channel's name, begins with `'`.
fn channels_cell(channels: &[TopChannel]) -> String {
    let mut cell = String::new();
    for TopChannel { name, messages, .. } in channels {
        if !cell.is_empty() {
            cell.push(';');
        }
        for letter in name.chars() {
            if matches!(letter, '\\' | ';' | '=') {
                cell.push('\\');
            }
            cell.push(letter);
        }
        cell.push('=');
        cell.push_str(&messages.to_string());
    }
    if cell.starts_with(['=', '+', '-', '@']) {
        cell.insert(0, '\'');
    }
    cell
}

/// From the first to the last instant that anything is known of.
pub(super) fn known(connected: Vec<Span>, covered: &[Covered]) -> Option<Span> {
    let covered = covered.iter().map(|part| match part.source {
        Source::Import => Span { from: part.from, to: part.to },
        Source::Backfill => Span { from: part.known_from, to: part.known_to },
    });
    connected
        .into_iter()
        .chain(covered)
        .reduce(|all, one| Span { from: all.from.min(one.from), to: all.to.max(one.to) })
}

/// How much of a week within the record is known.
pub(super) fn record_of(week: &WeekFigures) -> Record {
    match week {
        week if week.partial => Record::Partial,
        week if missed(week) >= millis(MISSED) => Record::Gap,
        _ => Record::Whole,
    }
}

fn millis(span: Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX)
}

/// Milliseconds of a week that nobody will know of.
fn missed(week: &WeekFigures) -> i64 {
    week.gaps.iter().map(|gap| gap.span.to.since(gap.span.from) - gap.recovered).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::MessageId;

    const HOUR: i64 = 3_600_000;
    const DAY: i64 = 24 * HOUR;
    /// Monday 2026-11-02, 00:00 UTC.
    const MONDAY: i64 = 20_759 * DAY;
    const LATER: Timestamp = Timestamp(MONDAY + 1_000 * DAY);
    const GUILD: GuildId = GuildId(1);

    fn span(from: i64, to: i64) -> Span {
        Span { from: Timestamp(MONDAY + from), to: Timestamp(MONDAY + to) }
    }

    fn imported(channel: i64, from: i64, to: i64, known: (i64, i64)) -> Covered {
        let (span, known) = (span(from, to), span(known.0, known.1));
        Covered {
            channel: ChannelId(channel),
            from: span.from,
            from_id: MessageId(1),
            to: span.to,
            to_id: MessageId(2),
            known_from: known.from,
            known_to: known.to,
            source: Source::Import,
        }
    }

    /// Of the weeks from the one before `MONDAY` on: whether it has figures, and whether they are partial.
    fn shown(known: &Known, weeks: usize) -> String {
        let first = Week::containing(Timestamp(MONDAY), &Zone::utc()).previous();
        std::iter::successors(Some(first), |week| Some(week.next()))
            .take(weeks)
            .map(|week| match known.touches(week, &Zone::utc()) {
                false => '.',
                true if known.is_partial(week, &Zone::utc(), LATER) => 'p',
                true => 'w',
            })
            .collect()
    }

    #[test]
    fn the_first_and_the_last_week_of_a_record_are_partial() {
        assert_eq!(shown(&Known::new(GUILD, vec![span(2 * DAY, 22 * DAY)], vec![]), 6), ".pwwp.");
        assert_eq!(shown(&Known::new(GUILD, vec![span(DAY, 2 * DAY)], vec![]), 4), ".p..");
        // From the first instant of a week to the last of another.
        assert_eq!(shown(&Known::new(GUILD, vec![span(0, 14 * DAY - 1)], vec![]), 5), ".pp..");
    }

    #[test]
    fn the_running_week_is_partial() {
        let known = Known::new(GUILD, vec![span(0, 40 * DAY)], vec![]);
        let week = Week::containing(Timestamp(MONDAY + 8 * DAY), &Zone::utc());
        assert!(!known.is_partial(week, &Zone::utc(), LATER));
        assert!(known.is_partial(week, &Zone::utc(), Timestamp(MONDAY + 9 * DAY)));
    }

    #[test]
    fn a_gap_is_told_and_only_a_lost_week_makes_its_neighbours_partial() {
        let tuesday = DAY;
        let stretches = vec![span(-7 * DAY, tuesday), span(tuesday + 6 * HOUR, 30 * DAY)];
        let backfill =
            Covered { source: Source::Backfill, ..imported(1, tuesday, tuesday, (tuesday, tuesday + 2 * HOUR)) };
        let one_channel = Known::new(GuildId(2), stretches.clone(), vec![backfill]);
        let known = Known::new(GUILD, stretches, vec![backfill]);
        assert_eq!(shown(&known, 3), "pww");
        let week = Week::containing(Timestamp(MONDAY), &Zone::utc());
        let gap = Gap { span: span(tuesday, tuesday + 6 * HOUR), recovered: 2 * HOUR };
        assert_eq!(known.gaps(week, &Zone::utc()), [gap]);
        assert_eq!(known.gaps(week.next(), &Zone::utc()), []);
        assert_eq!(one_channel.gaps(week, &Zone::utc()), [Gap { recovered: 0, ..gap }]);

        let long = Known::new(GUILD, vec![span(-7 * DAY, tuesday), span(20 * DAY, 40 * DAY)], vec![]);
        assert_eq!(shown(&long, 7), "pp.pwwp");
    }

    #[test]
    fn weeks_without_a_message_between_two_channels_are_known_to_be_empty() {
        let always = (-9_000 * DAY, 9_000 * DAY);
        let whole = vec![imported(1, 0, 3 * DAY, always), imported(2, 30 * DAY, 31 * DAY, always)];
        assert_eq!(shown(&Known::new(GUILD, vec![], whole), 8), ".pwwwp..");
        // Two limited exports say nothing about the time between.
        let limited =
            vec![imported(1, 0, 3 * DAY, (0, 4 * DAY)), imported(1, 30 * DAY, 31 * DAY, (29 * DAY, 32 * DAY))];
        assert_eq!(shown(&Known::new(GUILD, vec![], limited), 8), ".p...p..");
    }

    #[test]
    fn the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        assert_eq!(median_s([].into_iter()), (0, None));
        assert_eq!(median_s([3_000, 1_000, 2_500].into_iter()), (3, Some(2.5)));
        assert_eq!(median_s([1_000, 4_000, 2_000, 60_000].into_iter()), (4, Some(3.0)));
    }

    #[test]
    fn a_cell_with_names_is_escaped_and_never_a_formula() {
        let cell = |names: &[&str]| {
            let channels: Vec<_> = names
                .iter()
                .map(|name| TopChannel { channel: ChannelId(1), name: (*name).to_owned(), messages: 3 })
                .collect();
            channels_cell(&channels)
        };
        assert_eq!(cell(&[]), "");
        assert_eq!(cell(&["general", "a;b=c\\d"]), "general=3;a\\;b\\=c\\\\d=3");
        assert_eq!(cell(&["=SUM(A1)"]), "\\=SUM(A1)=3");
        assert_eq!(cell(&["+1", "-1"]), "'+1=3;-1=3");
        assert_eq!(cell(&["@here"]), "'@here=3");
    }
}
