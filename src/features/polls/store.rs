//! SQL of the polls, their options and ballots.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::db::list::{Channels, Listed, Slice};
use crate::db::numbers;
use crate::error::{Error, Result};
use crate::feature::card;
use crate::feature::identity::Identity;
use crate::feature::table::{Column, Format, Person, Rule, Table};
use crate::features::polls::PollId;
use crate::ids::{ChannelId, GuildId, MemberId, RoleId};
use crate::text::find::Named;

use super::{Ages, Ballot, CARD, Choice, Kind, Pick, Plan, Poll, Quorum, RESULT, Repeat, Results, Series, State, Vote};

/// Polls on one page of a list.
const PAGE: i64 = 8;

/// The tables of the feature: what was asked and what came out stays, for two years with who asked; how
/// people voted goes after 400 days, of a secret poll at its close.
pub const TABLES: &[Table] = &[
    Table::of_server("polls")
        .people(&[
            Person::stays("author_id", "privacy-stays-staff").shown(
                "polls",
                &[
                    Column("number", "number", Format::Plain),
                    Column("question", "question", Format::Plain),
                    Column("published_at", "published_at", Format::Time),
                ],
            ),
            Person::stays("closed_by", "privacy-stays-staff"),
        ])
        .kept(&[Rule::Set {
            set: "author_id = 0, closed_by = NULL",
            days: 730,
            after: "closed_at",
            only: "author_id <> 0",
        }]),
    Table::of_server("poll_options"),
    Table::of_server("poll_votes")
        .people(&[Person::whose("member_id").shown(
            "votes",
            &[
                Column("poll", "(SELECT number FROM polls WHERE polls.poll_id = poll_votes.poll_id)", Format::Plain),
                Column(
                    "question",
                    "(SELECT question FROM polls WHERE polls.poll_id = poll_votes.poll_id)",
                    Format::Plain,
                ),
                Column("options", "choices", Format::Plain),
                Column("at", "at", Format::Time),
            ],
        )])
        .kept(&[Rule::Delete {
            days: 400,
            after: "(SELECT closed_at FROM polls WHERE polls.poll_id = poll_votes.poll_id)",
            only: None,
        }]),
];

/// Whole polls but for their options and messages: the columns, once for all queries that read them.
macro_rules! polls {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT poll_id AS "id!: PollId", guild_id AS "guild: GuildId", number, author_id AS "author: MemberId",
                      channel_id AS "channel: ChannelId", question, kind AS "kind: Kind", pick_min, pick_max,
                      starts_at AS "starts: Timestamp", closes_at AS "closes: Timestamp", voters, quorum, quorum_unit,
                      results AS "results: Results", ballot AS "ballot: Ballot", ping_id AS "ping: RoleId", images,
                      state AS "state: State", eligible, opened_at AS "opened: Timestamp",
                      closed_at AS "closed: Timestamp", closed_by AS "closed_by: MemberId", tally,
                      repeat AS "repeat: Repeat", series_at AS "series_at: Timestamp", remind, seats, min_age, account_age,
                      reminded_at AS "reminded: Timestamp", edited_at AS "edited: Timestamp", question_before
               FROM polls "# + $tail
            $(, $arg)*
        )
    };
}

/// A poll that is published gets the next number of its server.
pub async fn insert(tx: &mut SqliteConnection, plan: &Plan, now: Timestamp) -> Result<PollId> {
    let voters = joined(&plan.voters);
    let (quorum, unit) = quorum(plan.quorum)?;
    let (repeat, series_at) = (plan.series.map(|series| series.repeat), plan.series.map(|series| series.first));
    let number = numbers::next(tx, plan.guild, "polls").await?;
    let row = sqlx::query!(
        "INSERT INTO polls (guild_id, number, author_id, channel_id, question, kind, pick_min, pick_max, starts_at,
                            closes_at, voters, quorum, quorum_unit, results, ballot, ping_id, images, state,
                            published_at, repeat, series_at, remind, seats, min_age, account_age)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'scheduled', ?, ?, ?, ?, ?, ?, ?)",
        plan.guild,
        number,
        plan.author,
        plan.channel,
        plan.question,
        plan.kind,
        plan.pick.min,
        plan.pick.max,
        plan.starts,
        plan.closes,
        voters,
        quorum,
        unit,
        plan.results,
        plan.ballot,
        plan.ping,
        plan.images,
        now,
        repeat,
        series_at,
        plan.remind,
        plan.seats,
        plan.ages.member,
        plan.ages.account
    );
    let id = PollId(row.execute(&mut *tx).await?.last_insert_rowid());
    insert_options(tx, plan, id).await?;
    Ok(id)
}

async fn insert_options(tx: &mut SqliteConnection, plan: &Plan, id: PollId) -> Result<()> {
    for (place, Choice { label, at }) in (1_i64..).zip(&plan.options) {
        let row = sqlx::query!(
            "INSERT INTO poll_options (poll_id, guild_id, place, label, at) VALUES (?, ?, ?, ?, ?)",
            id,
            plan.guild,
            place,
            label,
            at
        );
        row.execute(&mut *tx).await?;
    }
    Ok(())
}

/// A quorum as it is stored.
fn quorum(quorum: Option<Quorum>) -> Result<(Option<i64>, Option<&'static str>)> {
    Ok(match quorum {
        None => (None, None),
        Some(Quorum::People(count)) => (Some(number(count)?), Some("people")),
        Some(Quorum::Percent(share)) => (Some(i64::from(share)), Some("percent")),
    })
}

/// A poll that is not closed is changed. `question_before` is the wording on which people have voted, where it is
/// replaced for the first time; `edited` is when it was changed while it was open.
pub async fn set_plan(
    tx: &mut SqliteConnection,
    before: &Poll,
    plan: &Plan,
    question_before: Option<&str>,
    edited: Option<Timestamp>,
) -> Result<()> {
    let voters = joined(&plan.voters);
    let (quorum, unit) = quorum(plan.quorum)?;
    let (repeat, series_at) = (plan.series.map(|series| series.repeat), plan.series.map(|series| series.first));
    sqlx::query!(
        "UPDATE polls SET question = ?, kind = ?, pick_min = ?, pick_max = ?, starts_at = ?, closes_at = ?, voters = ?,
                          quorum = ?, quorum_unit = ?, repeat = ?, series_at = ?, remind = ?, seats = ?, min_age = ?,
                          account_age = ?,
                          question_before = coalesce(question_before, ?), edited_at = coalesce(?, edited_at)
         WHERE guild_id = ? AND poll_id = ? AND state IN ('scheduled', 'open')",
        plan.question,
        plan.kind,
        plan.pick.min,
        plan.pick.max,
        plan.starts,
        plan.closes,
        voters,
        quorum,
        unit,
        repeat,
        series_at,
        plan.remind,
        plan.seats,
        plan.ages.member,
        plan.ages.account,
        question_before,
        edited,
        plan.guild,
        before.id
    )
    .execute(&mut *tx)
    .await?;
    if plan.options != before.plan.options {
        sqlx::query!("DELETE FROM poll_options WHERE guild_id = ? AND poll_id = ?", plan.guild, before.id)
            .execute(&mut *tx)
            .await?;
        insert_options(tx, plan, before.id).await?;
    }
    Ok(())
}

/// People are reminded of a poll. Whether they were not yet.
pub async fn set_reminded(tx: &mut SqliteConnection, guild: GuildId, id: PollId, now: Timestamp) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE polls SET reminded_at = ? WHERE guild_id = ? AND poll_id = ? AND reminded_at IS NULL",
        now,
        guild,
        id
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// How many can vote in an open poll; `None`: that is not known.
pub async fn set_eligible(tx: &mut SqliteConnection, guild: GuildId, id: PollId, eligible: Option<u64>) -> Result<()> {
    let eligible = eligible.map(number).transpose()?;
    sqlx::query!(
        "UPDATE polls SET eligible = ? WHERE guild_id = ? AND poll_id = ? AND state = 'open'",
        eligible,
        guild,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A poll of this server by the row that a button names, if there is one.
pub async fn get(db: &mut SqliteConnection, guild: GuildId, id: PollId) -> Result<Option<Poll>> {
    let row = polls!("WHERE guild_id = ? AND poll_id = ?", guild, id).fetch_optional(&mut *db).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(whole(db, row).await?))
}

/// The poll of this number, if there is one.
pub async fn numbered(db: &mut SqliteConnection, guild: GuildId, number: i64) -> Result<Option<Poll>> {
    let row = polls!("WHERE guild_id = ? AND number = ?", guild, number).fetch_optional(&mut *db).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(whole(db, row).await?))
}

/// The channels in which polls were ever published.
pub async fn channels(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<ChannelId>> {
    let channels = sqlx::query_scalar!(
        r#"SELECT DISTINCT channel_id AS "channel!: ChannelId" FROM polls WHERE guild_id = ?"#,
        guild
    );
    Ok(channels.fetch_all(db).await?)
}

/// Every poll that was ever published in some channels, a page of them: those that are open or will be, then the others,
/// the latest first.
pub async fn list(db: &mut SqliteConnection, guild: GuildId, channels: &Channels, page: i64) -> Result<Listed<Poll>> {
    let total = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM polls
           WHERE guild_id = ? AND channel_id IN (SELECT value FROM json_each(?))"#,
        guild,
        channels
    );
    let slice = Slice::new(total.fetch_one(&mut *db).await?, PAGE, page);
    let skip = slice.skip();
    let rows = polls!(
        "WHERE guild_id = ? AND channel_id IN (SELECT value FROM json_each(?))
         ORDER BY state = 'closed', number DESC LIMIT ? OFFSET ?",
        guild,
        channels,
        PAGE,
        skip
    );
    let rows = rows.fetch_all(&mut *db).await?;
    Ok(Listed { rows: all(db, rows).await?, slice })
}

/// A poll as people choose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    pub number: i64,
    pub question: String,
    pub state: State,
}

impl Named for Headline {
    fn number(&self) -> i64 {
        self.number
    }

    fn name(&self) -> &str {
        &self.question
    }
}

/// The latest polls of some channels; those that are open or will be first.
pub async fn latest(db: impl SqliteExecutor<'_>, guild: GuildId, channels: &Channels) -> Result<Vec<Headline>> {
    let rows = sqlx::query_as!(
        Headline,
        r#"SELECT number, question, state AS "state: State" FROM polls
           WHERE guild_id = ? AND channel_id IN (SELECT value FROM json_each(?))
           ORDER BY state = 'closed', number DESC LIMIT 500"#,
        guild,
        channels
    );
    Ok(rows.fetch_all(db).await?)
}

/// The numbers of the two latest polls of a channel; of the open ones only, if that is asked.
pub async fn in_channel(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    channel: ChannelId,
    open: bool,
) -> Result<Vec<i64>> {
    let numbers = sqlx::query_scalar!(
        "SELECT number FROM polls WHERE guild_id = ? AND channel_id = ? AND (NOT ? OR state <> 'closed')
         ORDER BY number DESC LIMIT 2",
        guild,
        channel,
        open
    );
    Ok(numbers.fetch_all(db).await?)
}

/// Those that were closed within a stretch of time, the end not included; those that close or open in
/// the next one come by [`coming`].
pub async fn closed(db: &mut SqliteConnection, guild: GuildId, from: Timestamp, until: Timestamp) -> Result<Vec<Poll>> {
    let rows = polls!(
        "WHERE guild_id = ? AND opened_at IS NOT NULL AND closed_at >= ? AND closed_at < ? ORDER BY closed_at, number",
        guild,
        from,
        until
    );
    let rows = rows.fetch_all(&mut *db).await?;
    all(db, rows).await
}

/// Those that are open or will open, and close before an instant.
pub async fn coming(db: &mut SqliteConnection, guild: GuildId, until: Timestamp) -> Result<Vec<Poll>> {
    let rows = polls!(
        "WHERE guild_id = ? AND state IN ('scheduled', 'open') AND closes_at < ? ORDER BY closes_at, number",
        guild,
        until
    );
    let rows = rows.fetch_all(&mut *db).await?;
    all(db, rows).await
}

/// A poll opens. Whether it was waiting for that.
pub async fn set_open(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: PollId,
    eligible: Option<u64>,
    now: Timestamp,
) -> Result<bool> {
    let eligible = eligible.map(number).transpose()?;
    let done = sqlx::query!(
        "UPDATE polls SET state = 'open', opened_at = ?, eligible = ?
         WHERE guild_id = ? AND poll_id = ? AND state = 'scheduled'",
        now,
        eligible,
        guild,
        id
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// The end of an open poll is put off or brought forward. Whether it was open.
pub async fn set_closes(tx: &mut SqliteConnection, guild: GuildId, id: PollId, closes: Timestamp) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE polls SET closes_at = ? WHERE guild_id = ? AND poll_id = ? AND state IN ('scheduled', 'open')",
        closes,
        guild,
        id
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// A poll closes with what came out, as JSON. Whether it was not closed yet.
pub async fn set_closed(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: PollId,
    by: Option<MemberId>,
    draw: i64,
    tally: &super::Tally,
    now: Timestamp,
) -> Result<bool> {
    let tally = serde_json::to_string(tally)?;
    let done = sqlx::query!(
        "UPDATE polls SET state = 'closed', closed_at = ?, closed_by = ?, draw = ?, tally = ?
         WHERE guild_id = ? AND poll_id = ? AND state IN ('scheduled', 'open')",
        now,
        by,
        draw,
        tally,
        guild,
        id
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// By which a voter is found again.
fn key(voter: &Identity) -> Vec<u8> {
    match voter {
        Identity::Named(member) => member.to_string().into_bytes(),
        Identity::Mark(mark) => mark.clone().into_bytes(),
    }
}

/// A ballot, in place of the one that this voter had.
pub async fn set_vote(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: PollId,
    voter: &Identity,
    choices: &[u8],
    (complete, came_later): (bool, bool),
    now: Timestamp,
) -> Result<()> {
    let (key, member, choices) = (key(voter), voter.member(), joined(choices));
    let at = member.map(|_| now);
    sqlx::query!(
        "INSERT INTO poll_votes (poll_id, guild_id, voter, member_id, choices, complete, at, came_later)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (poll_id, voter) DO UPDATE SET choices = excluded.choices, complete = excluded.complete, at = excluded.at",
        id,
        guild,
        key,
        member,
        choices,
        complete,
        at,
        came_later
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What somebody has voted for; nothing, if they have not.
pub async fn vote(db: impl SqliteExecutor<'_>, guild: GuildId, id: PollId, voter: &Identity) -> Result<Vec<u8>> {
    let key = key(voter);
    let choices = sqlx::query_scalar!(
        "SELECT choices FROM poll_votes WHERE guild_id = ? AND poll_id = ? AND voter = ?",
        guild,
        id,
        key
    );
    choices.fetch_optional(db).await?.as_deref().map_or(Ok(Vec::new()), split)
}

/// A ballot is withdrawn. Whether there was one.
pub async fn delete_vote(tx: &mut SqliteConnection, guild: GuildId, id: PollId, voter: &Identity) -> Result<bool> {
    let key = key(voter);
    let done = sqlx::query!("DELETE FROM poll_votes WHERE guild_id = ? AND poll_id = ? AND voter = ?", guild, id, key);
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// Every ballot goes: nobody is to find out any more who had cast it.
pub async fn delete_votes(tx: &mut SqliteConnection, guild: GuildId, id: PollId) -> Result<()> {
    sqlx::query!("DELETE FROM poll_votes WHERE guild_id = ? AND poll_id = ?", guild, id).execute(tx).await?;
    Ok(())
}

/// Every ballot, without whose it is.
pub async fn ballots(db: impl SqliteExecutor<'_>, guild: GuildId, id: PollId) -> Result<Vec<Vec<u8>>> {
    let rows = sqlx::query_scalar!("SELECT choices FROM poll_votes WHERE guild_id = ? AND poll_id = ?", guild, id);
    rows.fetch_all(db).await?.iter().map(|choices| split(choices)).collect()
}

/// The secret polls that are open.
pub async fn open_secret(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<PollId>> {
    let ids = sqlx::query_scalar!(
        r#"SELECT poll_id AS "id!: PollId" FROM polls WHERE guild_id = ? AND state = 'open' AND ballot = 'secret'"#,
        guild
    );
    Ok(ids.fetch_all(db).await?)
}

/// The open polls in which somebody has a ballot that names them.
pub async fn open_of_voter(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Vec<PollId>> {
    let ids = sqlx::query_scalar!(
        r#"SELECT poll_id AS "id!: PollId" FROM poll_votes
           WHERE guild_id = ? AND member_id = ?
             AND poll_id IN (SELECT poll_id FROM polls WHERE polls.guild_id = poll_votes.guild_id AND state = 'open')"#,
        guild,
        member
    );
    Ok(ids.fetch_all(db).await?)
}

/// How many ballots there are, also those that do not count yet.
pub async fn count_ballots(db: impl SqliteExecutor<'_>, guild: GuildId, id: PollId) -> Result<u64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM poll_votes WHERE guild_id = ? AND poll_id = ?"#,
        guild,
        id
    );
    Ok(count.fetch_one(db).await?.cast_unsigned())
}

/// How many ballots count.
pub async fn count(db: impl SqliteExecutor<'_>, guild: GuildId, id: PollId) -> Result<u64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM poll_votes WHERE guild_id = ? AND poll_id = ? AND complete = 1"#,
        guild,
        id
    );
    Ok(count.fetch_one(db).await?.cast_unsigned())
}

/// How many of these are of people who could not vote yet when the poll opened.
pub async fn count_later(db: impl SqliteExecutor<'_>, guild: GuildId, id: PollId) -> Result<u64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM poll_votes
           WHERE guild_id = ? AND poll_id = ? AND complete = 1 AND came_later = 1"#,
        guild,
        id
    );
    Ok(count.fetch_one(db).await?.cast_unsigned())
}

/// Who voted for what, in the order of their ids; of a secret poll nothing.
pub async fn votes(db: impl SqliteExecutor<'_>, guild: GuildId, id: PollId) -> Result<Vec<Vote>> {
    let rows = sqlx::query!(
        r#"SELECT member_id AS "member!: MemberId", choices FROM poll_votes
           WHERE guild_id = ? AND poll_id = ? AND member_id IS NOT NULL AND complete = 1 ORDER BY member_id"#,
        guild,
        id
    );
    let rows = rows.fetch_all(db).await?.into_iter();
    rows.map(|row| Ok(Vote { member: row.member, choices: split(&row.choices)? })).collect()
}

/// A poll as it is stored, but for its options.
struct Row {
    id: PollId,
    guild: GuildId,
    number: i64,
    author: MemberId,
    channel: ChannelId,
    question: String,
    kind: Kind,
    pick_min: i64,
    pick_max: i64,
    starts: Option<Timestamp>,
    closes: Timestamp,
    voters: String,
    quorum: Option<i64>,
    quorum_unit: Option<String>,
    results: Results,
    ballot: Ballot,
    ping: Option<RoleId>,
    images: i64,
    state: State,
    eligible: Option<i64>,
    opened: Option<Timestamp>,
    closed: Option<Timestamp>,
    closed_by: Option<MemberId>,
    tally: Option<String>,
    repeat: Option<Repeat>,
    series_at: Option<Timestamp>,
    remind: Option<i64>,
    seats: i64,
    min_age: i64,
    account_age: i64,
    reminded: Option<Timestamp>,
    edited: Option<Timestamp>,
    question_before: Option<String>,
}

/// With its options and how its messages stand.
async fn all(db: &mut SqliteConnection, rows: Vec<Row>) -> Result<Vec<Poll>> {
    let mut polls = Vec::new();
    for row in rows {
        polls.push(whole(&mut *db, row).await?);
    }
    Ok(polls)
}

async fn whole(db: &mut SqliteConnection, row: Row) -> Result<Poll> {
    let options = sqlx::query_as!(
        Choice,
        r#"SELECT label, at AS "at: Timestamp" FROM poll_options WHERE guild_id = ? AND poll_id = ? ORDER BY place"#,
        row.guild,
        row.id
    );
    let options = options.fetch_all(&mut *db).await?;
    let card = card::get(&mut *db, CARD, row.guild, row.id.get()).await?;
    let result = card::get(db, RESULT, row.guild, row.id.get()).await?;
    let quorum = match (row.quorum, row.quorum_unit.as_deref()) {
        (Some(share), Some("percent")) => Some(Quorum::Percent(small(share)?)),
        (Some(count), _) => Some(Quorum::People(count.cast_unsigned())),
        (None, _) => None,
    };
    Ok(Poll {
        id: row.id,
        number: row.number,
        plan: Plan {
            guild: row.guild,
            author: row.author,
            channel: row.channel,
            question: row.question,
            kind: row.kind,
            options,
            pick: Pick { min: small(row.pick_min)?, max: small(row.pick_max)? },
            starts: row.starts,
            closes: row.closes,
            voters: split::<i64>(&row.voters)?.into_iter().map(RoleId).collect(),
            quorum,
            results: row.results,
            ballot: row.ballot,
            ping: row.ping,
            images: small(row.images)?,
            series: row.repeat.zip(row.series_at).map(|(repeat, first)| Series { repeat, first }),
            remind: row.remind.map(count_of).transpose()?,
            seats: small(row.seats)?,
            ages: Ages { member: count_of(row.min_age)?, account: count_of(row.account_age)? },
        },
        state: row.state,
        eligible: row.eligible.map(i64::cast_unsigned),
        opened: row.opened,
        closed: row.closed,
        closed_by: row.closed_by,
        tally: row.tally.as_deref().map(serde_json::from_str).transpose()?,
        reminded: row.reminded,
        edited: row.edited,
        question_before: row.question_before,
        card,
        result,
    })
}

fn joined<T: ToString>(parts: &[T]) -> String {
    parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

fn split<T: std::str::FromStr>(text: &str) -> Result<Vec<T>> {
    let parts = text.split(',').filter(|part| !part.is_empty());
    parts.map(|part| part.parse().map_err(|_| Error::fault(format!("not a list of numbers: {text}")))).collect()
}

fn small(number: i64) -> Result<u8> {
    u8::try_from(number).map_err(|_| Error::fault(format!("{number} is no small number")))
}

fn count_of(number: i64) -> Result<u32> {
    u32::try_from(number).map_err(|_| Error::fault(format!("{number} is no number of days or minutes")))
}

fn number(count: u64) -> Result<i64> {
    i64::try_from(count).map_err(|_| Error::fault(format!("{count} is too large a number")))
}
