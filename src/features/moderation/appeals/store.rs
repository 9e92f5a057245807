//! SQL of appeals, and what their tables say about people.

use sqlx::{SqliteConnection, SqliteExecutor, SqlitePool};

use super::{Appeal, AppealId, AppealQuestion, AppealQuestionId, AppealState, Sent, SentState};
use crate::clock::Timestamp;
use crate::db::list::{Listed, Slice};
use crate::db::numbers;
use crate::error::{Error, Result};
use crate::feature::table::{Column, Format, Person, Rule, Table};
use crate::features::moderation::{Case, CaseId};
use crate::ids::{GuildId, MemberId};

/// Appeals on one page of a list.
const PAGE: i64 = 10;
/// The ground on which appeals of a person stay.
const APPEALS: &str = "privacy-stays-appeals";
/// On which what somebody did as staff stays.
const STAFF: &str = "privacy-stays-staff";

const WRITTEN: &[Column] = &[
    Column("number", "number", Format::Plain),
    Column("text", "text", Format::Plain),
    Column("appealed_at", "opened_at", Format::Time),
    Column("outcome", "state", Format::Plain),
    Column("decided_at", "decided_at", Format::Time),
    Column("reason", "reason", Format::Plain),
];

const ASKED: &[Column] = &[
    Column("question", "question", Format::Plain),
    Column("asked_at", "asked_at", Format::Time),
    Column("answer", "answer", Format::Plain),
    Column("answered_at", "answered_at", Format::Time),
];

/// Appeals go two years after the decision, as cases do after they stop counting; what was asked goes with them.
pub const TABLES: &[Table] = &[
    Table::of_server("appeals")
        .people(&[Person::stays("member_id", APPEALS).shown("appeals", WRITTEN), Person::stays("decided_by", STAFF)])
        .kept(&[
            Rule::Delete { days: 730, after: "decided_at", only: None },
            Rule::Delete { days: 730, after: "opened_at", only: Some("state = 'open'") },
        ]),
    Table::of_server("appeal_questions")
        .people(&[
            Person::stays(
                "(SELECT member_id FROM appeals WHERE appeals.appeal_id = appeal_questions.appeal_id)",
                APPEALS,
            )
            .shown("appeal_questions", ASKED),
            Person::stays("asked_by", STAFF),
        ])
        .kept(&[Rule::Delete { days: 760, after: "asked_at", only: None }]),
];

struct Row {
    id: AppealId,
    guild: GuildId,
    number: i64,
    case: CaseId,
    of: i64,
    member: MemberId,
    text: String,
    state: AppealState,
    opened: Timestamp,
    decided_by: Option<MemberId>,
    decided_at: Option<Timestamp>,
    alone: bool,
    reason: Option<String>,
    told: Option<SentState>,
    told_why: Option<String>,
}

/// Whole appeals: the columns, once for all queries that read them. One whose case has gone is not found.
macro_rules! appeals {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT appeal_id AS "id!: AppealId", appeals.guild_id AS "guild: GuildId", appeals.number,
                      appeals.case_id AS "case: CaseId", cases.number AS "of", appeals.member_id AS "member: MemberId", text,
                      state AS "state: AppealState", opened_at AS "opened: Timestamp", decided_by AS "decided_by: MemberId",
                      decided_at AS "decided_at: Timestamp", alone AS "alone: bool", appeals.reason,
                      told AS "told: SentState", told_why
               FROM appeals JOIN cases ON cases.case_id = appeals.case_id "# + $tail
            $(, $arg)*
        )
    };
}

/// Keeps a new appeal under the next number of its server.
pub async fn insert(tx: &mut SqliteConnection, case: &Case, text: &str, now: Timestamp) -> Result<AppealId> {
    let number = numbers::next(&mut *tx, case.guild, "appeals").await?;
    let row = sqlx::query!(
        "INSERT INTO appeals (guild_id, number, case_id, member_id, text, state, opened_at)
         VALUES (?, ?, ?, ?, ?, 'open', ?)",
        case.guild,
        number,
        case.id,
        case.member,
        text,
        now
    );
    Ok(AppealId(row.execute(tx).await?.last_insert_rowid()))
}

/// An appeal of this server by the row that a button names, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: AppealId) -> Result<Option<Appeal>> {
    let row = appeals!("WHERE appeals.guild_id = ? AND appeal_id = ?", guild, id);
    Ok(row.fetch_optional(db).await?.map(Row::whole))
}

/// The same where it is known to be there.
pub async fn known(db: impl SqliteExecutor<'_>, guild: GuildId, id: AppealId) -> Result<Appeal> {
    get(db, guild, id).await?.ok_or_else(|| Error::fault(format!("there is no appeal {id}")))
}

/// Those against a case, in the order in which they were made.
pub async fn of_case(db: impl SqliteExecutor<'_>, case: CaseId) -> Result<Vec<Appeal>> {
    let rows = appeals!("WHERE appeals.case_id = ? ORDER BY appeal_id", case);
    Ok(rows.fetch_all(db).await?.into_iter().map(Row::whole).collect())
}

/// Those of a person in a server, in the order in which they were made.
pub async fn of_member(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Vec<Appeal>> {
    let rows = appeals!("WHERE appeals.guild_id = ? AND appeals.member_id = ? ORDER BY appeal_id", guild, member);
    Ok(rows.fetch_all(db).await?.into_iter().map(Row::whole).collect())
}

/// All but the reader's own, the open ones first, then the latest.
pub async fn list(db: &SqlitePool, guild: GuildId, reader: MemberId, page: i64) -> Result<Listed<Appeal>> {
    let total = sqlx::query_scalar!(
        "SELECT count(*) FROM appeals JOIN cases ON cases.case_id = appeals.case_id
         WHERE appeals.guild_id = ? AND appeals.member_id <> ?",
        guild,
        reader
    );
    let slice = Slice::new(total.fetch_one(db).await?, PAGE, page);
    let skip = slice.skip();
    let rows = appeals!(
        "WHERE appeals.guild_id = ? AND appeals.member_id <> ?
         ORDER BY state <> 'open', appeals.number DESC LIMIT ? OFFSET ?",
        guild,
        reader,
        slice.size,
        skip
    );
    Ok(Listed { rows: rows.fetch_all(db).await?.into_iter().map(Row::whole).collect(), slice })
}

/// How an appeal ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    pub state: AppealState,
    pub by: MemberId,
    pub alone: bool,
    pub reason: Option<String>,
}

/// An appeal ends; false if it had ended before.
pub async fn end(tx: &mut SqliteConnection, id: AppealId, end: &End, now: Timestamp) -> Result<bool> {
    let row = sqlx::query!(
        "UPDATE appeals SET state = ?, decided_by = ?, decided_at = ?, alone = ?, reason = ?
         WHERE appeal_id = ? AND state = 'open'",
        end.state,
        end.by,
        now,
        end.alone,
        end.reason,
        id
    );
    Ok(row.execute(tx).await?.rows_affected() > 0)
}

/// Notes what becomes of the word to the person.
pub async fn set_told(tx: &mut SqliteConnection, id: AppealId, state: SentState, why: Option<&str>) -> Result<()> {
    let row = sqlx::query!("UPDATE appeals SET told = ?, told_why = ? WHERE appeal_id = ?", state, why, id);
    row.execute(tx).await?;
    Ok(())
}

/// Decided appeals from an instant on and before another: when, and whether they were approved.
pub async fn decided(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    from: Timestamp,
    before: Timestamp,
) -> Result<Vec<(Timestamp, bool)>> {
    let rows = sqlx::query!(
        r#"SELECT decided_at AS "at!: Timestamp", state = 'approved' AS "approved!: bool" FROM appeals
           WHERE guild_id = ? AND state IN ('approved', 'denied') AND decided_at >= ? AND decided_at < ?"#,
        guild,
        from,
        before
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.at, row.approved)).collect())
}

/// When the first appeal of a server was made that is still kept.
pub async fn first(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Option<Timestamp>> {
    let first =
        sqlx::query_scalar!(r#"SELECT min(opened_at) AS "at: Timestamp" FROM appeals WHERE guild_id = ?"#, guild);
    Ok(first.fetch_one(db).await?)
}

struct QuestionRow {
    id: AppealQuestionId,
    guild: GuildId,
    appeal: AppealId,
    by: MemberId,
    text: String,
    at: Timestamp,
    sent: SentState,
    sent_why: Option<String>,
    answer: Option<String>,
    answered: Option<Timestamp>,
}

/// Whole questions, like `appeals!`.
macro_rules! questions {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            QuestionRow,
            r#"SELECT appeal_question_id AS "id!: AppealQuestionId", guild_id AS "guild: GuildId",
                      appeal_id AS "appeal: AppealId", asked_by AS "by: MemberId", question AS text,
                      asked_at AS "at: Timestamp", sent AS "sent: SentState", sent_why, answer,
                      answered_at AS "answered: Timestamp"
               FROM appeal_questions "# + $tail
            $(, $arg)*
        )
    };
}

/// Keeps what staff ask.
pub async fn insert_question(
    tx: &mut SqliteConnection,
    appeal: &Appeal,
    by: MemberId,
    text: &str,
    now: Timestamp,
) -> Result<AppealQuestionId> {
    let row = sqlx::query!(
        "INSERT INTO appeal_questions (appeal_id, guild_id, asked_by, question, asked_at, sent)
         VALUES (?, ?, ?, ?, ?, 'waiting')",
        appeal.id,
        appeal.guild,
        by,
        text,
        now
    );
    Ok(AppealQuestionId(row.execute(tx).await?.last_insert_rowid()))
}

/// A question of this server by its row, if there is one.
pub async fn question(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    id: AppealQuestionId,
) -> Result<Option<AppealQuestion>> {
    let row = questions!("WHERE guild_id = ? AND appeal_question_id = ?", guild, id);
    Ok(row.fetch_optional(db).await?.map(QuestionRow::whole))
}

/// What was asked about an appeal, in the order in which it was.
pub async fn questions(db: impl SqliteExecutor<'_>, appeal: AppealId) -> Result<Vec<AppealQuestion>> {
    let rows = questions!("WHERE appeal_id = ? ORDER BY appeal_question_id", appeal);
    Ok(rows.fetch_all(db).await?.into_iter().map(QuestionRow::whole).collect())
}

/// The first question to a person in a server that they have not answered, of an appeal that is still open.
pub async fn unanswered(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    member: MemberId,
) -> Result<Option<AppealQuestion>> {
    let row = questions!(
        "WHERE guild_id = ?1 AND answer IS NULL AND appeal_id IN
             (SELECT appeal_id FROM appeals WHERE guild_id = ?1 AND member_id = ?2 AND state = 'open')
         ORDER BY appeal_question_id LIMIT 1",
        guild,
        member
    );
    Ok(row.fetch_optional(db).await?.map(QuestionRow::whole))
}

/// Keeps an answer; false if there was one before.
pub async fn set_answer(tx: &mut SqliteConnection, id: AppealQuestionId, answer: &str, now: Timestamp) -> Result<bool> {
    let row = sqlx::query!(
        "UPDATE appeal_questions SET answer = ?, answered_at = ? WHERE appeal_question_id = ? AND answer IS NULL",
        answer,
        now,
        id
    );
    Ok(row.execute(tx).await?.rows_affected() > 0)
}

/// Notes what became of the message with a question.
pub async fn set_sent(
    tx: &mut SqliteConnection,
    id: AppealQuestionId,
    state: SentState,
    why: Option<&str>,
) -> Result<()> {
    let row =
        sqlx::query!("UPDATE appeal_questions SET sent = ?, sent_why = ? WHERE appeal_question_id = ?", state, why, id);
    row.execute(tx).await?;
    Ok(())
}

impl Row {
    fn whole(self) -> Appeal {
        Appeal {
            id: self.id,
            guild: self.guild,
            number: self.number,
            case: self.case,
            case_number: self.of,
            member: self.member,
            text: self.text,
            state: self.state,
            opened: self.opened,
            decided: self.decided_by.zip(self.decided_at),
            alone: self.alone,
            reason: self.reason,
            told: self.told.map(|state| Sent { state, why: self.told_why }),
        }
    }
}

impl QuestionRow {
    fn whole(self) -> AppealQuestion {
        AppealQuestion {
            id: self.id,
            guild: self.guild,
            appeal: self.appeal,
            by: self.by,
            text: self.text,
            at: self.at,
            sent: Sent { state: self.sent, why: self.sent_why },
            answer: self.answer.zip(self.answered),
        }
    }
}
