//! SQL of reports, and what their tables say about people.

use sqlx::{SqliteConnection, SqliteExecutor, SqlitePool};

use super::{Deletion, DeletionState, Report, ReportEntry, ReportEntryId, ReportId, ReportSpec, ReportState};
use crate::clock::Timestamp;
use crate::db::list::{Listed, Slice};
use crate::db::numbers;
use crate::error::{Error, Result};
use crate::feature::table::{Column, Format, Person, Rule, Table};
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};

/// Reports on one page of a list.
const PAGE: i64 = 10;
/// The ground on which reports about a person stay.
const REPORTS: &str = "privacy-stays-reports";
/// On which what somebody did as staff stays.
const STAFF: &str = "privacy-stays-staff";

const ABOUT: &[Column] =
    &[Column("opened_at", "opened_at", Format::Time), Column("quoted_message", "quote", Format::Plain)];

const WRITTEN: &[Column] = &[
    Column("reason", "reason", Format::Plain),
    Column("evidence", "evidence", Format::Plain),
    Column("reported_at", "reported_at", Format::Time),
];

/// Reports end with their term, counted from the decision; what a reporter wrote goes with them, or when the reporter
/// is forgotten.
pub const TABLES: &[Table] = &[
    Table::of_server("reports")
        .people(&[
            // That a report is open would tell the person that somebody has just reported them.
            Person::stays("member_id", REPORTS).only("state <> 'open'").shown("reports_about", ABOUT),
            Person::stays("member_id", REPORTS).only("state = 'open'"),
            Person::stays("claimed_by", STAFF),
            Person::stays("decided_by", STAFF),
        ])
        .kept(&[
            Rule::Delete { days: 90, after: "decided_at", only: Some("state = 'dismissed'") },
            Rule::Delete { days: 180, after: "decided_at", only: Some("state = 'acted'") },
            Rule::Delete { days: 180, after: "opened_at", only: Some("state = 'open'") },
        ]),
    Table::of_server("report_entries")
        .people(&[Person::whose("reporter_id").shown("reports", WRITTEN)])
        .kept(&[Rule::Delete { days: 180, after: "reported_at", only: None }]),
];

struct Row {
    id: ReportId,
    guild: GuildId,
    number: i64,
    member: MemberId,
    channel: Option<ChannelId>,
    message: Option<MessageId>,
    quote: Option<String>,
    about_staff: bool,
    state: ReportState,
    opened: Timestamp,
    claimed_by: Option<MemberId>,
    claimed_at: Option<Timestamp>,
    decided_by: Option<MemberId>,
    decided_at: Option<Timestamp>,
    case_number: Option<i64>,
    deletion: Option<DeletionState>,
    deletion_why: Option<String>,
    reporters: i64,
}

/// Whole reports: the columns, once for all queries that read them.
macro_rules! reports {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT report_id AS "id!: ReportId", guild_id AS "guild: GuildId", number, member_id AS "member: MemberId",
                      channel_id AS "channel: ChannelId", message_id AS "message: MessageId", quote,
                      about_staff AS "about_staff: bool", state AS "state: ReportState", opened_at AS "opened: Timestamp",
                      claimed_by AS "claimed_by: MemberId", claimed_at AS "claimed_at: Timestamp",
                      decided_by AS "decided_by: MemberId", decided_at AS "decided_at: Timestamp", case_number,
                      deletion AS "deletion: DeletionState", deletion_why,
                      (SELECT count(DISTINCT reporter_id) FROM report_entries
                       WHERE report_entries.report_id = reports.report_id) AS "reporters!: i64"
               FROM reports "# + $tail
            $(, $arg)*
        )
    };
}

/// The open report about the same message, or about the same person.
pub async fn open_about(db: impl SqliteExecutor<'_>, guild: GuildId, spec: &ReportSpec) -> Result<Option<Report>> {
    let message = spec.message.map(|(_, message)| message);
    let row = reports!(
        "WHERE guild_id = ?1 AND state = 'open' AND message_id IS ?2 AND (?2 IS NOT NULL OR member_id = ?3)",
        guild,
        message,
        spec.member
    );
    Ok(row.fetch_optional(db).await?.map(Row::whole))
}

/// Keeps a new report under the next number of its server.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    spec: &ReportSpec,
    about_staff: bool,
    now: Timestamp,
) -> Result<ReportId> {
    let number = numbers::next(&mut *tx, guild, "reports").await?;
    let (channel, message) = (spec.message.map(|(channel, _)| channel), spec.message.map(|(_, message)| message));
    let row = sqlx::query!(
        "INSERT INTO reports (guild_id, number, member_id, channel_id, message_id, quote, about_staff, state, opened_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?)",
        guild,
        number,
        spec.member,
        channel,
        message,
        spec.quote,
        about_staff,
        now
    );
    Ok(ReportId(row.execute(tx).await?.last_insert_rowid()))
}

/// From now on only managers read a report.
pub async fn set_about_staff(tx: &mut SqliteConnection, id: ReportId) -> Result<()> {
    sqlx::query!("UPDATE reports SET about_staff = 1 WHERE report_id = ?", id).execute(tx).await?;
    Ok(())
}

/// A report of this server by the row that a button names, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: ReportId) -> Result<Option<Report>> {
    let row = reports!("WHERE guild_id = ? AND report_id = ?", guild, id);
    Ok(row.fetch_optional(db).await?.map(Row::whole))
}

/// The same where it is known to be there.
pub async fn known(db: impl SqliteExecutor<'_>, guild: GuildId, id: ReportId) -> Result<Report> {
    get(db, guild, id).await?.ok_or_else(|| Error::fault(format!("there is no report {id}")))
}

/// Those that somebody may read, the open ones first, then the latest.
pub async fn list(
    db: &SqlitePool,
    guild: GuildId,
    reader: MemberId,
    of_staff: bool,
    page: i64,
) -> Result<Listed<Report>> {
    let total = sqlx::query_scalar!(
        "SELECT count(*) FROM reports WHERE guild_id = ? AND member_id <> ? AND (about_staff = 0 OR ?)",
        guild,
        reader,
        of_staff
    );
    let slice = Slice::new(total.fetch_one(db).await?, PAGE, page);
    let skip = slice.skip();
    let rows = reports!(
        "WHERE guild_id = ? AND member_id <> ? AND (about_staff = 0 OR ?)
         ORDER BY state <> 'open', number DESC LIMIT ? OFFSET ?",
        guild,
        reader,
        of_staff,
        slice.size,
        skip
    );
    Ok(Listed { rows: rows.fetch_all(db).await?.into_iter().map(Row::whole).collect(), slice })
}

/// Keeps what somebody wrote.
pub async fn insert_entry(tx: &mut SqliteConnection, guild: GuildId, entry: &ReportEntry) -> Result<ReportEntryId> {
    let row = sqlx::query!(
        "INSERT INTO report_entries (report_id, guild_id, reporter_id, reason, evidence, reported_at)
         VALUES (?, ?, ?, ?, ?, ?)",
        entry.report,
        guild,
        entry.reporter,
        entry.reason,
        entry.evidence,
        entry.at
    );
    Ok(ReportEntryId(row.execute(tx).await?.last_insert_rowid()))
}

/// What was written in a report, in the order in which it came.
pub async fn entries(db: impl SqliteExecutor<'_>, report: ReportId) -> Result<Vec<ReportEntry>> {
    let rows = sqlx::query_as!(
        ReportEntry,
        r#"SELECT report_id AS "report: ReportId", reporter_id AS "reporter: MemberId", reason, evidence,
                  reported_at AS "at: Timestamp"
           FROM report_entries WHERE report_id = ? ORDER BY report_entry_id"#,
        report
    );
    Ok(rows.fetch_all(db).await?)
}

/// When reports came, all or those of one member, from an instant on and before another, the latest first.
pub async fn sent(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    reporter: Option<MemberId>,
    from: Timestamp,
    before: Option<Timestamp>,
) -> Result<Vec<Timestamp>> {
    let times = sqlx::query_scalar!(
        r#"SELECT reported_at AS "at: Timestamp" FROM report_entries
           WHERE guild_id = ?1 AND (?2 IS NULL OR reporter_id = ?2) AND reported_at >= ?3
             AND (?4 IS NULL OR reported_at < ?4)
           ORDER BY reported_at DESC"#,
        guild,
        reporter,
        from,
        before
    );
    Ok(times.fetch_all(db).await?)
}

/// Notes that a reporter wants to know when it is settled, if it is not; what it is about, if that is a report of theirs.
pub async fn set_tell(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: ReportEntryId,
    reporter: MemberId,
) -> Result<Option<ReportId>> {
    let row = sqlx::query_scalar!(
        r#"UPDATE report_entries
           SET tell = tell OR (SELECT state = 'open' FROM reports WHERE reports.report_id = report_entries.report_id)
           WHERE guild_id = ? AND report_entry_id = ? AND reporter_id = ?
           RETURNING report_id AS "report!: ReportId""#,
        guild,
        id,
        reporter
    );
    Ok(row.fetch_optional(tx).await?)
}

/// Who wants to know when a report is settled.
pub async fn waiting(db: impl SqliteExecutor<'_>, report: ReportId) -> Result<Vec<MemberId>> {
    let rows = sqlx::query_scalar!(
        r#"SELECT DISTINCT reporter_id AS "reporter: MemberId" FROM report_entries WHERE report_id = ? AND tell = 1"#,
        report
    );
    Ok(rows.fetch_all(db).await?)
}

/// Notes who looks at an open report, or that nobody does.
pub async fn set_claimed(tx: &mut SqliteConnection, id: ReportId, by: Option<MemberId>, now: Timestamp) -> Result<()> {
    let at = by.map(|_| now);
    let row = sqlx::query!(
        "UPDATE reports SET claimed_by = ?, claimed_at = ? WHERE report_id = ? AND state = 'open'",
        by,
        at,
        id
    );
    row.execute(tx).await?;
    Ok(())
}

/// A report ends; false if it had ended before.
pub async fn settle(
    tx: &mut SqliteConnection,
    id: ReportId,
    state: ReportState,
    by: MemberId,
    case: Option<i64>,
    now: Timestamp,
) -> Result<bool> {
    let row = sqlx::query!(
        "UPDATE reports SET state = ?, decided_by = ?, decided_at = ?, case_number = ?
         WHERE report_id = ? AND state = 'open'",
        state,
        by,
        now,
        case,
        id
    );
    Ok(row.execute(tx).await?.rows_affected() > 0)
}

/// The report that a case has settled.
pub async fn settled_by(db: impl SqliteExecutor<'_>, guild: GuildId, case: i64) -> Result<Option<Report>> {
    let row = reports!("WHERE guild_id = ? AND state = 'acted' AND case_number = ?", guild, case);
    Ok(row.fetch_optional(db).await?.map(Row::whole))
}

/// A report is open again, and nobody's.
pub async fn reopen(tx: &mut SqliteConnection, id: ReportId) -> Result<()> {
    let row = sqlx::query!(
        "UPDATE reports SET state = 'open', claimed_by = NULL, claimed_at = NULL, decided_by = NULL, decided_at = NULL,
                            case_number = NULL
         WHERE report_id = ?",
        id
    );
    row.execute(tx).await?;
    Ok(())
}

/// Whoever wanted to know that a report is settled is told.
pub async fn set_all_told(tx: &mut SqliteConnection, report: ReportId) -> Result<()> {
    sqlx::query!("UPDATE report_entries SET tell = 0 WHERE report_id = ?", report).execute(tx).await?;
    Ok(())
}

/// Notes what becomes of the deletion of the message.
pub async fn set_deletion(
    tx: &mut SqliteConnection,
    id: ReportId,
    state: DeletionState,
    why: Option<&str>,
) -> Result<()> {
    let row = sqlx::query!("UPDATE reports SET deletion = ?, deletion_why = ? WHERE report_id = ?", state, why, id);
    row.execute(tx).await?;
    Ok(())
}

/// When things were first reported, from an instant to another, and when they were settled, where they are.
pub async fn settled_between(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<(Timestamp, Option<Timestamp>)>> {
    let rows = sqlx::query!(
        r#"SELECT opened_at AS "opened: Timestamp", decided_at AS "decided: Timestamp" FROM reports
           WHERE guild_id = ? AND opened_at >= ? AND opened_at < ?"#,
        guild,
        from,
        to
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.opened, row.decided)).collect())
}

/// When the first report of a server came that is still kept.
pub async fn first(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Option<Timestamp>> {
    let first =
        sqlx::query_scalar!(r#"SELECT min(opened_at) AS "at: Timestamp" FROM reports WHERE guild_id = ?"#, guild);
    Ok(first.fetch_one(db).await?)
}

impl Row {
    fn whole(self) -> Report {
        Report {
            id: self.id,
            guild: self.guild,
            number: self.number,
            member: self.member,
            message: self.channel.zip(self.message),
            quote: self.quote,
            about_staff: self.about_staff,
            state: self.state,
            opened: self.opened,
            claimed: self.claimed_by.zip(self.claimed_at),
            decided: self.decided_by.zip(self.decided_at),
            case: self.case_number,
            deletion: self.deletion.map(|state| Deletion { state, why: self.deletion_why }),
            reporters: self.reporters,
        }
    }
}
