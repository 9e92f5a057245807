//! SQL of surveys: what is asked, its waves, and what people fill in and send.

use serde::Deserialize;
use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::{Timestamp, random};
use crate::db::numbers;
use crate::error::{Error, Result};
use crate::feature::identity::Identity;
use crate::features::surveys::{EntryId, QuestionId, SurveyId, WaveId};
use crate::ids::{ChannelId, GuildId, MemberId, RoleId};

use super::{
    Answer, Entry, Kind, NewQuestion, NewSurvey, NewWave, Progress, Question, State, Survey, Target, Wave, WaveState,
};

/// Whole surveys, once for all queries that read them. What follows the `WHERE` comes as a literal, with
/// its arguments.
macro_rules! surveys {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT survey_id AS "id!: SurveyId", guild_id AS "guild: GuildId", number, title, intro,
                      anonymous AS "anonymous: bool", days, roles, state AS "state: State",
                      made_by AS "made_by: MemberId", at AS "at: Timestamp", changed_at AS "changed_at: Timestamp",
                      (SELECT json_group_array(json_object('id', asked_id, 'kind', kind, 'text', text,
                                  'options', json(options), 'required', required) ORDER BY place)
                       FROM survey_questions AS q WHERE q.survey_id = surveys.survey_id) AS "questions!: String"
               FROM surveys WHERE "# + $tail
            $(, $arg)*
        )
    };
}

/// Whole waves, in the same way.
macro_rules! waves {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Wave,
            r#"SELECT wave_id AS "id!: WaveId", guild_id AS "guild: GuildId", survey_id AS "survey: SurveyId", number,
                      channel_id AS "channel: ChannelId", ping AS "ping: RoleId", sent_by AS "sent_by: MemberId",
                      anonymous AS "anonymous: bool", state AS "state: WaveState", at AS "at: Timestamp",
                      opened_at AS "opened_at: Timestamp", closes_at AS "closes_at: Timestamp",
                      closed_at AS "closed_at: Timestamp", invited, unsent
               FROM survey_waves WHERE "# + $tail
            $(, $arg)*
        )
    };
}

/// Keeps a new survey under the next number of its server.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    new: &NewSurvey,
    by: MemberId,
    now: Timestamp,
) -> Result<SurveyId> {
    let number = numbers::next(tx, guild, "surveys").await?;
    let roles = serde_json::to_string(&new.roles)?;
    let id = sqlx::query_scalar!(
        r#"INSERT INTO surveys (guild_id, number, title, intro, anonymous, days, roles, state, made_by, at, changed_at)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'draft', ?8, ?9, ?9) RETURNING survey_id AS "id!: SurveyId""#,
        guild,
        number,
        new.title,
        new.intro,
        new.anonymous,
        new.days,
        roles,
        by,
        now
    );
    let id = id.fetch_one(&mut *tx).await?;
    for question in &new.questions {
        insert_question(tx, guild, id, question).await?;
    }
    Ok(id)
}

/// A survey of this server by the row that a button names.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: SurveyId) -> Result<Option<Survey>> {
    let row = surveys!("guild_id = ? AND survey_id = ?", guild, id).fetch_optional(db).await?;
    row.map(Survey::try_from).transpose()
}

/// Every survey of a server, the latest first.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<Survey>> {
    let rows = surveys!("guild_id = ? ORDER BY number DESC", guild).fetch_all(db).await?;
    rows.into_iter().map(Survey::try_from).collect()
}

/// Notes that the builder has changed something. False if the survey is no draft any more: then nothing
/// of it may change.
pub async fn touch(tx: &mut SqliteConnection, guild: GuildId, id: SurveyId, now: Timestamp) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE surveys SET changed_at = ? WHERE guild_id = ? AND survey_id = ? AND state = 'draft'",
        now,
        guild,
        id
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// Writes what the builder changes of a draft, its questions aside. False if it is none any more.
pub async fn set_head(tx: &mut SqliteConnection, survey: &Survey, now: Timestamp) -> Result<bool> {
    let roles = serde_json::to_string(&survey.roles)?;
    let done = sqlx::query!(
        "UPDATE surveys SET title = ?, intro = ?, anonymous = ?, days = ?, roles = ?, changed_at = ?
         WHERE guild_id = ? AND survey_id = ? AND state = 'draft'",
        survey.title,
        survey.intro,
        survey.anonymous,
        survey.days,
        roles,
        now,
        survey.guild,
        survey.id
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// Its questions stay as they are from now on.
pub async fn set_sent(tx: &mut SqliteConnection, guild: GuildId, id: SurveyId) -> Result<()> {
    let done = sqlx::query!("UPDATE surveys SET state = 'sent' WHERE guild_id = ? AND survey_id = ?", guild, id);
    done.execute(tx).await?;
    Ok(())
}

/// Removes a draft with everything that belongs to it. False if it is none, or none any more.
pub async fn delete_draft(tx: &mut SqliteConnection, guild: GuildId, id: SurveyId) -> Result<bool> {
    let done = sqlx::query!("DELETE FROM surveys WHERE guild_id = ? AND survey_id = ? AND state = 'draft'", guild, id);
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// Adds a question as the last one.
pub async fn insert_question(
    tx: &mut SqliteConnection,
    guild: GuildId,
    survey: SurveyId,
    new: &NewQuestion,
) -> Result<QuestionId> {
    let options = serde_json::to_string(&new.options)?;
    let id = sqlx::query_scalar!(
        r#"INSERT INTO survey_questions (guild_id, survey_id, place, kind, text, options, required)
           VALUES (?1, ?2, (SELECT coalesce(max(place), 0) + 1 FROM survey_questions WHERE survey_id = ?2),
                   ?3, ?4, ?5, ?6) RETURNING asked_id AS "id!: QuestionId""#,
        guild,
        survey,
        new.kind,
        new.text,
        options,
        new.required
    );
    Ok(id.fetch_one(tx).await?)
}

/// Gives a question other words; its kind stays.
pub async fn set_question(tx: &mut SqliteConnection, guild: GuildId, id: QuestionId, new: &NewQuestion) -> Result<()> {
    let options = serde_json::to_string(&new.options)?;
    let done = sqlx::query!(
        "UPDATE survey_questions SET text = ?, options = ?, required = ? WHERE guild_id = ? AND asked_id = ?",
        new.text,
        options,
        new.required,
        guild,
        id
    );
    done.execute(tx).await?;
    Ok(())
}

/// Gives the questions of a survey their order.
pub async fn set_order(
    tx: &mut SqliteConnection,
    guild: GuildId,
    survey: SurveyId,
    order: &[QuestionId],
) -> Result<()> {
    let order = serde_json::to_string(order)?;
    let done = sqlx::query!(
        "UPDATE survey_questions SET place = (SELECT key + 1 FROM json_each(?1) WHERE value = asked_id)
         WHERE guild_id = ?2 AND survey_id = ?3 AND asked_id IN (SELECT value FROM json_each(?1))",
        order,
        guild,
        survey
    );
    done.execute(tx).await?;
    Ok(())
}

/// Takes a question out.
pub async fn delete_question(tx: &mut SqliteConnection, guild: GuildId, id: QuestionId) -> Result<()> {
    let done = sqlx::query!("DELETE FROM survey_questions WHERE guild_id = ? AND asked_id = ?", guild, id);
    done.execute(tx).await?;
    Ok(())
}

/// A wave of this server by the row that a button names.
pub async fn wave(db: impl SqliteExecutor<'_>, guild: GuildId, id: WaveId) -> Result<Option<Wave>> {
    Ok(waves!("guild_id = ? AND wave_id = ?", guild, id).fetch_optional(db).await?)
}

/// The waves of a survey that were posted, the first one first.
pub async fn waves(db: impl SqliteExecutor<'_>, guild: GuildId, survey: SurveyId) -> Result<Vec<Wave>> {
    let rows = waves!("guild_id = ? AND survey_id = ? AND state IN ('open', 'closed') ORDER BY number", guild, survey);
    Ok(rows.fetch_all(db).await?)
}

/// Where surveys of a server were posted.
pub async fn channels(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<(SurveyId, ChannelId)>> {
    let rows = sqlx::query!(
        r#"SELECT DISTINCT survey_id AS "survey!: SurveyId", channel_id AS "channel!: ChannelId" FROM survey_waves
           WHERE guild_id = ? AND state IN ('open', 'closed')"#,
        guild
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.survey, row.channel)).collect())
}

/// The open waves of a server.
pub async fn open_waves(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<Wave>> {
    Ok(waves!("guild_id = ? AND state = 'open' ORDER BY wave_id", guild).fetch_all(db).await?)
}

/// Opens a wave under the next number of its survey.
pub async fn insert_wave(
    tx: &mut SqliteConnection,
    survey: &Survey,
    new: &NewWave,
    closes: Timestamp,
    invited: Option<i64>,
    now: Timestamp,
) -> Result<WaveId> {
    let id = sqlx::query_scalar!(
        r#"INSERT INTO survey_waves (guild_id, survey_id, number, channel_id, ping, sent_by, anonymous, state, at,
                                     opened_at, closes_at, invited)
           VALUES (?1, ?2, (SELECT coalesce(max(number), 0) + 1 FROM survey_waves WHERE survey_id = ?2), ?3, ?4, ?5, ?6,
                   'open', ?7, ?7, ?8, ?9) RETURNING wave_id AS "id!: WaveId""#,
        survey.guild,
        survey.id,
        new.channel,
        new.ping,
        new.sent_by,
        survey.anonymous,
        now,
        closes,
        invited
    );
    Ok(id.fetch_one(tx).await?)
}

/// Gives an open wave another end. False if it is open no more.
pub async fn set_closes(tx: &mut SqliteConnection, guild: GuildId, id: WaveId, closes: Timestamp) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE survey_waves SET closes_at = ? WHERE guild_id = ? AND wave_id = ? AND state = 'open'",
        closes,
        guild,
        id
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

/// It could not be posted: nobody can have answered, its number goes to the next one, and a survey that
/// nobody has ever seen is a draft again.
pub async fn set_failed(tx: &mut SqliteConnection, guild: GuildId, id: WaveId) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE survey_waves SET state = 'failed', number = 0 WHERE guild_id = ? AND wave_id = ? AND state = 'open'",
        guild,
        id
    );
    if done.execute(&mut *tx).await?.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!(
        "UPDATE surveys SET state = 'draft'
         WHERE guild_id = ?1 AND survey_id = (SELECT survey_id FROM survey_waves WHERE wave_id = ?2)
           AND NOT EXISTS (SELECT 1 FROM survey_waves AS w
                           WHERE w.survey_id = surveys.survey_id AND w.state IN ('open', 'closed'))",
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(true)
}

/// Closes a wave: what was not sent goes, and what was loses whatever could tell whose it is, where the
/// wave is anonymous. False if it was closed already.
pub async fn set_closed(tx: &mut SqliteConnection, guild: GuildId, id: WaveId, now: Timestamp) -> Result<bool> {
    let closed = sqlx::query!(
        "UPDATE survey_waves
         SET state = 'closed', closed_at = ?1, unsent = (SELECT count(*) FROM survey_progress AS p WHERE p.wave_id = ?2)
         WHERE wave_id = ?2 AND guild_id = ?3 AND state = 'open'",
        now,
        id,
        guild
    );
    if closed.execute(&mut *tx).await?.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!("DELETE FROM survey_progress WHERE guild_id = ? AND wave_id = ?", guild, id).execute(&mut *tx).await?;
    sqlx::query!("UPDATE survey_entries SET mark = NULL WHERE guild_id = ? AND wave_id = ?", guild, id)
        .execute(tx)
        .await?;
    Ok(true)
}

/// What somebody has filled in so far.
pub async fn progress(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    sheet: Target,
    who: &Identity,
) -> Result<Option<Progress>> {
    let ((wave, survey), member, mark) = (ids(sheet), who.member(), who.mark());
    let row = sqlx::query!(
        r#"SELECT page, answers FROM survey_progress
           WHERE guild_id = ?1 AND wave_id IS ?2 AND (?2 IS NOT NULL OR survey_id = ?3)
             AND (member_id = ?4 OR mark = ?5)"#,
        guild,
        wave,
        survey,
        member,
        mark
    );
    let Some(row) = row.fetch_optional(db).await? else { return Ok(None) };
    let page = usize::try_from(row.page).unwrap_or(0);
    Ok(Some(Progress { page, answers: serde_json::from_str(&row.answers)? }))
}

/// Keeps what somebody has filled in so far, in the place of what stood there.
pub async fn set_progress(
    tx: &mut SqliteConnection,
    survey: &Survey,
    sheet: Target,
    who: &Identity,
    progress: &Progress,
    now: Timestamp,
) -> Result<()> {
    let ((wave, _), member, mark) = (ids(sheet), who.member(), who.mark());
    let (page, answers) = (i64::try_from(progress.page).unwrap_or(0), serde_json::to_string(&progress.answers)?);
    let changed = sqlx::query!(
        "UPDATE survey_progress SET page = ?, answers = ?
         WHERE guild_id = ? AND survey_id = ? AND wave_id IS ? AND (member_id = ? OR mark = ?)",
        page,
        answers,
        survey.guild,
        survey.id,
        wave,
        member,
        mark
    );
    if changed.execute(&mut *tx).await?.rows_affected() > 0 {
        return Ok(());
    }
    let at = member.map(|_| now);
    // The order of the rows would say who began when.
    let id = random().cast_signed();
    sqlx::query!(
        "INSERT INTO survey_progress (progress_id, guild_id, survey_id, wave_id, member_id, mark, page, answers, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        survey.guild,
        survey.id,
        wave,
        member,
        mark,
        page,
        answers,
        at
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Nothing is left of what somebody has filled in and not sent.
pub async fn delete_progress(tx: &mut SqliteConnection, guild: GuildId, sheet: Target, who: &Identity) -> Result<()> {
    let ((wave, survey), member, mark) = (ids(sheet), who.member(), who.mark());
    sqlx::query!(
        "DELETE FROM survey_progress
         WHERE guild_id = ?1 AND wave_id IS ?2 AND (?2 IS NOT NULL OR survey_id = ?3) AND (member_id = ?4 OR mark = ?5)",
        guild,
        wave,
        survey,
        member,
        mark
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The columns `wave_id` and `survey_id` as they tell one sheet from another.
const fn ids(sheet: Target) -> (Option<WaveId>, Option<SurveyId>) {
    match sheet {
        Target::Wave(wave) => (Some(wave), None),
        Target::Trial(survey) => (None, Some(survey)),
    }
}

/// Whether somebody has sent their answers.
pub async fn has_sent(db: impl SqliteExecutor<'_>, guild: GuildId, wave: WaveId, who: &Identity) -> Result<bool> {
    let (member, mark) = (who.member(), who.mark());
    let found = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM survey_entries
           WHERE guild_id = ? AND wave_id = ? AND (member_id = ? OR mark = ?)"#,
        guild,
        wave,
        member,
        mark
    );
    Ok(found.fetch_one(db).await? > 0)
}

/// How many have sent their answers.
pub async fn count_entries(db: impl SqliteExecutor<'_>, guild: GuildId, wave: WaveId) -> Result<i64> {
    let found = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM survey_entries WHERE guild_id = ? AND wave_id = ?"#,
        guild,
        wave
    );
    Ok(found.fetch_one(db).await?)
}

/// What somebody sends, under a number that says nothing of when: of an anonymous wave no time is kept,
/// and the order of the rows is chance.
///
/// # Errors
/// Fault, if the database does not take it; there is one entry per person at most.
pub async fn insert_entry(
    tx: &mut SqliteConnection,
    wave: &Wave,
    who: &Identity,
    answers: &[(QuestionId, Answer)],
    now: Timestamp,
) -> Result<EntryId> {
    let id = EntryId(random().cast_signed());
    let (member, mark) = (who.member(), who.mark());
    let sent_at = member.map(|_| now);
    sqlx::query!(
        "INSERT INTO survey_entries (entry_id, guild_id, wave_id, member_id, mark, sent_at) VALUES (?, ?, ?, ?, ?, ?)",
        id,
        wave.guild,
        wave.id,
        member,
        mark,
        sent_at
    )
    .execute(&mut *tx)
    .await?;
    for (question, answer) in answers {
        let (mut choices, mut number, mut words) = (None, None, None);
        match answer {
            Answer::Choices(chosen) => choices = Some(serde_json::to_string(chosen)?),
            Answer::Number { value, why } => (number, words) = (Some(*value), why.clone()),
            Answer::Words(said) => words = Some(said.clone()),
        }
        sqlx::query!(
            "INSERT INTO survey_answers (entry_id, asked_id, guild_id, choices, number, words) VALUES (?, ?, ?, ?, ?, ?)",
            id,
            question,
            wave.guild,
            choices,
            number,
            words
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(id)
}

/// Removes what somebody has sent.
pub async fn delete_entry(tx: &mut SqliteConnection, guild: GuildId, wave: WaveId, who: &Identity) -> Result<()> {
    let (member, mark) = (who.member(), who.mark());
    sqlx::query!(
        "DELETE FROM survey_entries WHERE guild_id = ? AND wave_id = ? AND (member_id = ? OR mark = ?)",
        guild,
        wave,
        member,
        mark
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Everything that was sent in a wave, in no order that says anything.
pub async fn entries(db: &mut SqliteConnection, guild: GuildId, wave: WaveId) -> Result<Vec<Entry>> {
    let rows = sqlx::query!(
        r#"SELECT entry_id AS "id!: EntryId", member_id AS "member: MemberId", sent_at AS "sent_at: Timestamp"
           FROM survey_entries WHERE guild_id = ? AND wave_id = ? ORDER BY entry_id"#,
        guild,
        wave
    );
    let rows = rows.fetch_all(&mut *db).await?;
    let mut entries: Vec<Entry> = rows
        .into_iter()
        .map(|row| Entry { id: row.id, member: row.member, sent_at: row.sent_at, answers: Vec::new() })
        .collect();
    let answers = sqlx::query!(
        r#"SELECT a.entry_id AS "entry: EntryId", a.asked_id AS "asked: QuestionId", a.choices, a.number, a.words
           FROM survey_answers AS a JOIN survey_entries AS e USING (entry_id) JOIN survey_questions AS q USING (asked_id)
           WHERE e.guild_id = ? AND e.wave_id = ? ORDER BY a.entry_id, q.place"#,
        guild,
        wave
    );
    for row in answers.fetch_all(db).await? {
        let answer = match (row.choices, row.number, row.words) {
            (Some(choices), _, _) => Answer::Choices(serde_json::from_str(&choices)?),
            (None, Some(value), why) => Answer::Number { value, why },
            (None, None, Some(words)) => Answer::Words(words),
            (None, None, None) => return Err(Error::fault("an answer without anything in it")),
        };
        if let Ok(at) = entries.binary_search_by_key(&row.entry, |entry| entry.id) {
            entries[at].answers.push((row.asked, answer));
        }
    }
    Ok(entries)
}

struct Row {
    id: SurveyId,
    guild: GuildId,
    number: i64,
    title: String,
    intro: Option<String>,
    anonymous: bool,
    days: i64,
    roles: String,
    state: State,
    made_by: Option<MemberId>,
    at: Timestamp,
    changed_at: Timestamp,
    questions: String,
}

/// A question as the query of surveys gives it.
#[derive(Deserialize)]
struct QuestionRow {
    id: QuestionId,
    kind: String,
    text: String,
    options: Vec<String>,
    required: i64,
}

impl TryFrom<Row> for Survey {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let questions: Vec<QuestionRow> = serde_json::from_str(&row.questions)?;
        let question = |row: QuestionRow| {
            let kind =
                Kind::from_stored(&row.kind).ok_or_else(|| Error::fault(format!("an unknown kind {}", row.kind)))?;
            let QuestionRow { id, text, options, required, .. } = row;
            Ok(Question { id, kind, text, options, required: required != 0 })
        };
        let questions = questions.into_iter().map(question).collect::<Result<_>>()?;
        let Row { id, guild, number, title, intro, anonymous, days, state, made_by, at, changed_at, .. } = row;
        let roles = serde_json::from_str(&row.roles)?;
        Ok(Self { id, guild, number, title, intro, anonymous, days, roles, state, made_by, at, changed_at, questions })
    }
}
