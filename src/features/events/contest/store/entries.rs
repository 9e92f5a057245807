//! Entries of contests.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::events::contest::{ContestId, Entry, EntryId, EntryState, Words};
use crate::ids::{GuildId, MemberId};

/// Whole entries: the columns, once for all queries that read them.
macro_rules! entries {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT entry_id AS "id!: EntryId", contest_id AS "contest: ContestId", number,
                      member_id AS "author: MemberId", title, text, link, state AS "state: EntryState", reason,
                      reviewed_by AS "reviewed_by: MemberId", submitted_at AS "submitted: Timestamp", votes,
                      jury_votes
               FROM contest_entries "# + $tail
            $(, $arg)*
        )
    };
}

/// Keeps an entry that was just submitted; it waits.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    contest: ContestId,
    author: MemberId,
    words: &Words,
    now: Timestamp,
) -> Result<EntryId> {
    let row = sqlx::query!(
        "INSERT INTO contest_entries (contest_id, guild_id, member_id, title, text, link, state, submitted_at)
         VALUES (?, ?, ?, ?, ?, ?, 'pending', ?)",
        contest,
        guild,
        author,
        words.title,
        words.text,
        words.link,
        now
    );
    Ok(EntryId(row.execute(tx).await?.last_insert_rowid()))
}

/// An entry of this server by the row that a button names, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: EntryId) -> Result<Option<Entry>> {
    let row = entries!("WHERE guild_id = ? AND entry_id = ?", guild, id).fetch_optional(db).await?;
    Ok(row.map(Row::whole))
}

/// The entries of a contest, those that have appeared first, in the order of their numbers.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId, contest: ContestId) -> Result<Vec<Entry>> {
    let rows = entries!(
        "WHERE guild_id = ? AND contest_id = ? ORDER BY number IS NULL, number, submitted_at, entry_id",
        guild,
        contest
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(Row::whole).collect())
}

/// Those in a state, in the same order.
pub async fn in_state(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    contest: ContestId,
    state: EntryState,
) -> Result<Vec<Entry>> {
    let all = list(db, guild, contest).await?;
    Ok(all.into_iter().filter(|entry| entry.state == state).collect())
}

/// What a member has submitted to a contest, the latest first.
pub async fn of_member(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    contest: ContestId,
    member: MemberId,
) -> Result<Vec<Entry>> {
    let rows = entries!(
        "WHERE guild_id = ? AND contest_id = ? AND member_id = ? ORDER BY entry_id DESC",
        guild,
        contest,
        member
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(Row::whole).collect())
}

/// Everything that a member has submitted in a server.
pub async fn all_of_member(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Vec<Entry>> {
    let rows = entries!("WHERE guild_id = ? AND member_id = ? ORDER BY entry_id", guild, member);
    Ok(rows.fetch_all(db).await?.into_iter().map(Row::whole).collect())
}

/// An entry appears under a number; one that had appeared before keeps its own.
pub async fn set_approved(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: EntryId,
    number: i64,
    by: Option<MemberId>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE contest_entries SET state = 'approved', number = coalesce(number, ?), reviewed_by = ?, reason = NULL
         WHERE guild_id = ? AND entry_id = ?",
        number,
        by,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// An entry is rejected.
pub async fn set_rejected(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: EntryId,
    reason: Option<&str>,
    by: MemberId,
) -> Result<()> {
    sqlx::query!(
        "UPDATE contest_entries SET state = 'rejected', reason = ?, reviewed_by = ? WHERE guild_id = ? AND entry_id = ?",
        reason,
        by,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// An entry is taken back.
pub async fn set_withdrawn(tx: &mut SqliteConnection, guild: GuildId, id: EntryId) -> Result<()> {
    sqlx::query!("UPDATE contest_entries SET state = 'withdrawn' WHERE guild_id = ? AND entry_id = ?", guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// An entry says something else.
pub async fn set_words(tx: &mut SqliteConnection, guild: GuildId, id: EntryId, words: &Words) -> Result<()> {
    sqlx::query!(
        "UPDATE contest_entries SET title = ?, text = ?, link = ? WHERE guild_id = ? AND entry_id = ?",
        words.title,
        words.text,
        words.link,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// How many members and how many of the jury voted for it, which is known at the close.
pub async fn set_votes(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: EntryId,
    (votes, jury): (i64, i64),
) -> Result<()> {
    sqlx::query!(
        "UPDATE contest_entries SET votes = ?, jury_votes = ? WHERE guild_id = ? AND entry_id = ?",
        votes,
        jury,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// How many people voted in a contest, the jury included.
pub async fn voters(db: impl SqliteExecutor<'_>, guild: GuildId, contest: ContestId) -> Result<i64> {
    let voters = sqlx::query_scalar!(
        r#"SELECT count(DISTINCT upvotes.member_id) AS "count!: i64"
           FROM upvotes JOIN contest_entries ON contest_entries.entry_id = upvotes.row
           WHERE upvotes.guild_id = ? AND upvotes.feature IN ('contests', 'contests.jury')
             AND contest_entries.contest_id = ? AND contest_entries.state = 'approved'"#,
        guild,
        contest
    );
    Ok(voters.fetch_one(db).await?)
}

/// Removes an entry, and its file with it.
pub async fn delete(tx: &mut SqliteConnection, guild: GuildId, id: EntryId) -> Result<()> {
    sqlx::query!("DELETE FROM contest_entries WHERE guild_id = ? AND entry_id = ?", guild, id).execute(tx).await?;
    Ok(())
}

/// An entry as it is stored.
struct Row {
    id: EntryId,
    contest: ContestId,
    number: Option<i64>,
    author: Option<MemberId>,
    title: String,
    text: Option<String>,
    link: Option<String>,
    state: EntryState,
    reason: Option<String>,
    reviewed_by: Option<MemberId>,
    submitted: Timestamp,
    votes: Option<i64>,
    jury_votes: Option<i64>,
}

impl Row {
    fn whole(self) -> Entry {
        Entry {
            id: self.id,
            contest: self.contest,
            number: self.number,
            author: self.author,
            words: Words { title: self.title, text: self.text, link: self.link },
            state: self.state,
            reason: self.reason,
            reviewed_by: self.reviewed_by,
            submitted: self.submitted,
            votes: self.votes,
            jury_votes: self.jury_votes,
        }
    }
}
