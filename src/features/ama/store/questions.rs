//! Questions of sessions.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::identity::Identity;
use crate::features::ama::{Anonymity, Claim, Question, QuestionId, QuestionState, SessionId, Words};
use crate::ids::{GuildId, MemberId};

/// Whole questions: the columns, once for all queries that read them.
macro_rules! questions {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT question_id AS "id!: QuestionId", session_id AS "session: SessionId", number,
                      shown AS "shown: Anonymity", member_id AS "member: MemberId", mark, text, context,
                      state AS "state: QuestionState", merged_into AS "merged_into: QuestionId", reason,
                      reviewed_by AS "reviewed_by: MemberId", claimed_by AS "claimed_by: MemberId",
                      claimed_at AS "claimed_at: Timestamp", asked_at AS "asked: Timestamp",
                      appeared_at AS "appeared: Timestamp", announced_at AS "announced: Timestamp",
                      tags, unshown AS "unshown: bool"
               FROM ama_questions "# + $tail
            $(, $arg)*
        )
    };
}

/// Keeps a question that was just asked.
pub async fn insert(tx: &mut SqliteConnection, guild: GuildId, question: &Question) -> Result<()> {
    let member = question.asker.as_ref().and_then(Identity::member);
    let mark = question.asker.as_ref().and_then(Identity::mark);
    let tags = question.tags.join(",");
    sqlx::query!(
        "INSERT INTO ama_questions (question_id, session_id, guild_id, number, shown, member_id, mark, text, context,
                                    state, asked_at, appeared_at, tags)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        question.id,
        question.session,
        guild,
        question.number,
        question.shown,
        member,
        mark,
        question.words.text,
        question.words.context,
        question.state,
        question.asked,
        question.appeared,
        tags
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A question of this server by the row that a button names, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: QuestionId) -> Result<Option<Question>> {
    let row = questions!("WHERE guild_id = ? AND question_id = ?", guild, id).fetch_optional(db).await?;
    Ok(row.map(Row::whole))
}

/// All questions of a session: those that have appeared in the order of their numbers, then the others in the order
/// of asking, and sealed ones in no order that tells anything.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId, session: SessionId) -> Result<Vec<Question>> {
    let rows = questions!(
        "WHERE guild_id = ? AND session_id = ? ORDER BY number IS NULL, number, asked_at, question_id",
        guild,
        session
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(Row::whole).collect())
}

/// The questions of a session that are in a state, in the same order.
pub async fn in_state(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    session: SessionId,
    state: QuestionState,
) -> Result<Vec<Question>> {
    let rows = questions!(
        "WHERE guild_id = ? AND session_id = ? AND state = ? ORDER BY number IS NULL, number, asked_at, question_id",
        guild,
        session,
        state
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(Row::whole).collect())
}

/// The questions of one asker in a session, in the same order.
pub async fn of_asker(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    session: SessionId,
    asker: &Identity,
) -> Result<Vec<Question>> {
    let (member, mark) = (asker.member(), asker.mark());
    let rows = questions!(
        "WHERE guild_id = ? AND session_id = ? AND (member_id = ? OR mark = ?) ORDER BY number IS NULL, number, asked_at, question_id",
        guild,
        session,
        member,
        mark
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(Row::whole).collect())
}

/// Everything that a member has asked by name or hidden, in all sessions of a server.
pub async fn of_member(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Vec<Question>> {
    let rows = questions!("WHERE guild_id = ? AND member_id = ? ORDER BY question_id", guild, member);
    Ok(rows.fetch_all(db).await?.into_iter().map(Row::whole).collect())
}

/// The questions that were merged into one.
pub async fn merged_into(db: impl SqliteExecutor<'_>, guild: GuildId, id: QuestionId) -> Result<Vec<Question>> {
    let rows = questions!("WHERE guild_id = ? AND merged_into = ? ORDER BY question_id", guild, id);
    Ok(rows.fetch_all(db).await?.into_iter().map(Row::whole).collect())
}

/// A question goes from one state to another. Whether it was still in the first.
pub async fn set_state(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: QuestionId,
    from: QuestionState,
    to: QuestionState,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE ama_questions SET state = ?, merged_into = NULL, reason = NULL
         WHERE guild_id = ? AND question_id = ? AND state = ?",
        to,
        guild,
        id,
        from
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// A question appears under a number; one that had appeared before keeps its own.
pub async fn set_approved(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: QuestionId,
    number: i64,
    by: Option<MemberId>,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "UPDATE ama_questions SET state = 'approved', number = coalesce(number, ?), reviewed_by = ?,
                                  appeared_at = coalesce(appeared_at, ?), merged_into = NULL, reason = NULL
         WHERE guild_id = ? AND question_id = ?",
        number,
        by,
        now,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A question is rejected.
pub async fn set_rejected(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: QuestionId,
    reason: Option<&str>,
    by: MemberId,
) -> Result<()> {
    sqlx::query!(
        "UPDATE ama_questions SET state = 'rejected', reason = ?, reviewed_by = ?, claimed_by = NULL, claimed_at = NULL
         WHERE guild_id = ? AND question_id = ?",
        reason,
        by,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A question is asked with another one, and so is what was merged into it.
pub async fn set_merged(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: QuestionId,
    into: QuestionId,
    by: MemberId,
) -> Result<()> {
    sqlx::query!("UPDATE ama_questions SET merged_into = ? WHERE guild_id = ? AND merged_into = ?", into, guild, id)
        .execute(&mut *tx)
        .await?;
    sqlx::query!(
        "UPDATE ama_questions SET state = 'merged', merged_into = ?, reviewed_by = ?, claimed_by = NULL,
                                  claimed_at = NULL
         WHERE guild_id = ? AND question_id = ?",
        into,
        by,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Its asker says it otherwise.
pub async fn set_words(tx: &mut SqliteConnection, guild: GuildId, id: QuestionId, words: &Words) -> Result<()> {
    sqlx::query!(
        "UPDATE ama_questions SET text = ?, context = ? WHERE guild_id = ? AND question_id = ?",
        words.text,
        words.context,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The host who is writing an answer, or nobody.
pub async fn set_claim(tx: &mut SqliteConnection, guild: GuildId, id: QuestionId, claim: Option<Claim>) -> Result<()> {
    let (host, since) = (claim.map(|claim| claim.host), claim.map(|claim| claim.since));
    sqlx::query!(
        "UPDATE ama_questions SET claimed_by = ?, claimed_at = ? WHERE guild_id = ? AND question_id = ?",
        host,
        since,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What it is filed under.
pub async fn set_tags(tx: &mut SqliteConnection, guild: GuildId, id: QuestionId, tags: &[String]) -> Result<()> {
    let tags = tags.join(",");
    sqlx::query!("UPDATE ama_questions SET tags = ? WHERE guild_id = ? AND question_id = ?", tags, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// A host says that they are answering it.
pub async fn set_announced(tx: &mut SqliteConnection, guild: GuildId, id: QuestionId, now: Timestamp) -> Result<()> {
    sqlx::query!("UPDATE ama_questions SET announced_at = ? WHERE guild_id = ? AND question_id = ?", now, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Whether its asker has changed it and its cards don't show that yet.
pub async fn set_unshown(tx: &mut SqliteConnection, guild: GuildId, id: QuestionId, is_unshown: bool) -> Result<()> {
    sqlx::query!("UPDATE ama_questions SET unshown = ? WHERE guild_id = ? AND question_id = ?", is_unshown, guild, id)
        .execute(tx)
        .await?;
    Ok(())
}

/// The questions of a session that their askers have changed and whose cards don't show it yet.
pub async fn unshown(db: impl SqliteExecutor<'_>, guild: GuildId, session: SessionId) -> Result<Vec<Question>> {
    let rows = questions!("WHERE guild_id = ? AND session_id = ? AND unshown = 1 ORDER BY question_id", guild, session);
    Ok(rows.fetch_all(db).await?.into_iter().map(Row::whole).collect())
}

/// A sealed question loses its words, its answer and everything that leads to its asker. Its cards follow later.
pub async fn empty(tx: &mut SqliteConnection, guild: GuildId, id: QuestionId) -> Result<()> {
    sqlx::query!("DELETE FROM ama_answers WHERE guild_id = ? AND question_id = ?", guild, id).execute(&mut *tx).await?;
    sqlx::query!(
        "UPDATE ama_questions SET state = 'withdrawn', text = '', context = NULL, mark = NULL, merged_into = NULL,
                                  reason = NULL, tags = '', claimed_by = NULL, claimed_at = NULL, unshown = 1
         WHERE guild_id = ? AND question_id = ?",
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Removes a question, and its answer with it.
pub async fn delete(tx: &mut SqliteConnection, guild: GuildId, id: QuestionId) -> Result<()> {
    sqlx::query!("DELETE FROM ama_questions WHERE guild_id = ? AND question_id = ?", guild, id).execute(tx).await?;
    Ok(())
}

/// A question as it is stored.
struct Row {
    id: QuestionId,
    session: SessionId,
    number: Option<i64>,
    shown: Anonymity,
    member: Option<MemberId>,
    mark: Option<String>,
    text: String,
    context: Option<String>,
    state: QuestionState,
    merged_into: Option<QuestionId>,
    reason: Option<String>,
    reviewed_by: Option<MemberId>,
    claimed_by: Option<MemberId>,
    claimed_at: Option<Timestamp>,
    asked: Option<Timestamp>,
    appeared: Option<Timestamp>,
    announced: Option<Timestamp>,
    tags: String,
    unshown: bool,
}

impl Row {
    fn whole(self) -> Question {
        Question {
            id: self.id,
            session: self.session,
            number: self.number,
            shown: self.shown,
            asker: self.member.map(Identity::Named).or(self.mark.map(Identity::Mark)),
            words: Words { text: self.text, context: self.context },
            state: self.state,
            merged_into: self.merged_into,
            reason: self.reason,
            reviewed_by: self.reviewed_by,
            claim: self.claimed_by.zip(self.claimed_at).map(|(host, since)| Claim { host, since }),
            asked: self.asked,
            appeared: self.appeared,
            announced: self.announced,
            tags: self.tags.split(',').filter(|tag| !tag.is_empty()).map(str::to_owned).collect(),
            unshown: self.unshown,
        }
    }
}
