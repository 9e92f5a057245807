//! SQL of the messages that were counted: which they are, so that none counts twice.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

use sqlx::{SqliteConnection, SqliteExecutor};

use super::super::message_set::{self, Entry};
use super::super::rules::Noted;
use super::rows;
use crate::error::{Error, Result};
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};

/// How many messages one row holds at most: a few kilobytes, so that adding one writes little.
const ROW: usize = 512;

/// Notes that these messages were counted. Returns the places of those that had been counted before.
pub async fn note_messages(tx: &mut SqliteConnection, guild: GuildId, messages: &[Noted]) -> Result<Vec<usize>> {
    if messages.is_empty() {
        return Ok(Vec::new());
    }
    let numbers = numbers(&mut *tx, guild, messages).await?;
    let mut weeks = BTreeMap::<Place, Vec<(usize, Entry)>>::new();
    for (at, message) in messages.iter().enumerate() {
        let place = Place { channel: message.channel, week: message.week() };
        weeks.entry(place).or_default().push((at, entry(message, &numbers)));
    }
    let mut kept = rows_of(&mut *tx, guild, &weeks).await?;
    let (mut again, mut changed) = (Vec::new(), Vec::new());
    for (place, mut fresh) in weeks {
        fresh.sort_by_key(|(_, entry)| entry.id);
        merge(place, kept.remove(&place).unwrap_or_default(), fresh, &mut again, &mut changed);
    }
    write(tx, guild, changed).await?;
    again.retain(|at| messages[*at].counts);
    Ok(again)
}

/// Where a row stands: its channel and the Monday of its week in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    channel: ChannelId,
    week: i64,
}

/// A row: the messages of a week from one id on, up to the next row.
#[derive(Debug)]
struct Row {
    from: MessageId,
    entries: Vec<Entry>,
}

fn entry(message: &Noted, numbers: &HashMap<MemberId, u32>) -> Entry {
    let number = |member: &MemberId| numbers.get(member).copied().unwrap_or(0);
    Entry {
        id: message.id,
        at: message.at,
        author: message.author.as_ref().map_or(0, number),
        counts: message.is_member_message,
        targets: message.targets.iter().map(number).collect(),
        reply: message.reply,
    }
}

/// Puts messages of one week into its rows; notes which were there, and the rows that are other now.
fn merge(
    place: Place,
    mut kept: Vec<Row>,
    fresh: Vec<(usize, Entry)>,
    again: &mut Vec<usize>,
    changed: &mut Vec<(Place, Row)>,
) {
    if kept.is_empty() {
        // The first row takes whatever comes before it.
        kept.push(Row { from: MessageId(0), entries: Vec::new() });
    }
    let mut fresh = fresh.into_iter().peekable();
    let ends: Vec<Option<MessageId>> = kept.iter().skip(1).map(|row| Some(row.from)).chain([None]).collect();
    for (mut row, end) in kept.into_iter().zip(ends) {
        let (mut is_other, mut added) = (false, Vec::new());
        while let Some((at, entry)) = fresh.next_if(|(_, entry)| end.is_none_or(|end| entry.id < end)) {
            match row.entries.binary_search_by_key(&entry.id, |known| known.id) {
                Ok(known) => {
                    again.push(at);
                    let before = row.entries[known].reply;
                    row.entries[known].learn(&entry);
                    is_other |= before != row.entries[known].reply;
                }
                // The same message twice in one write.
                Err(_) if added.last().is_some_and(|last: &Entry| last.id == entry.id) => again.push(at),
                Err(_) => added.push(entry),
            }
        }
        if added.is_empty() && !is_other {
            continue;
        }
        row.entries.append(&mut added);
        row.entries.sort_by_key(|entry| entry.id);
        let mut from = row.from;
        while row.entries.len() > ROW {
            let rest = row.entries.split_off(ROW);
            changed.push((place, Row { from, entries: std::mem::replace(&mut row.entries, rest) }));
            from = row.entries[0].id;
        }
        changed.push((place, Row { from, entries: row.entries }));
    }
}

/// The rows into which these messages belong, in order.
async fn rows_of(
    tx: &mut SqliteConnection,
    guild: GuildId,
    weeks: &BTreeMap<Place, Vec<(usize, Entry)>>,
) -> Result<BTreeMap<Place, Vec<Row>>> {
    let wanted = weeks.iter().map(|(place, messages)| {
        let ids = || messages.iter().map(|(_, entry)| entry.id);
        let (first, last) = (ids().min(), ids().max());
        [Some(place.channel.0), Some(place.week), first.map(|id| id.0), last.map(|id| id.0)]
    });
    let mut kept = BTreeMap::<Place, Vec<Row>>::new();
    for json in rows(wanted) {
        let found = sqlx::query!(
            r#"SELECT m.channel_id AS "channel!: ChannelId", m.week AS "week!: i64", m.from_id AS "from!: MessageId",
                 m.messages AS "messages!: Vec<u8>"
             FROM json_each(?1) AS wanted
             CROSS JOIN activity_messages AS m ON m.guild_id = ?2 AND m.channel_id = wanted.value ->> 0
                 AND m.week = wanted.value ->> 1 AND m.from_id <= wanted.value ->> 3
                 AND m.from_id >= (SELECT max(f.from_id) FROM activity_messages AS f WHERE f.guild_id = ?2
                     AND f.channel_id = wanted.value ->> 0 AND f.week = wanted.value ->> 1
                     AND f.from_id <= wanted.value ->> 2)
             ORDER BY m.channel_id, m.week, m.from_id"#,
            json,
            guild
        )
        .fetch_all(&mut *tx)
        .await?;
        for row in found {
            let place = Place { channel: row.channel, week: row.week };
            kept.entry(place).or_default().push(Row { from: row.from, entries: read(&row.messages)? });
        }
    }
    Ok(kept)
}

fn read(bytes: &[u8]) -> Result<Vec<Entry>> {
    message_set::decode(bytes).ok_or_else(|| Error::fault("a row of activity_messages cannot be read"))
}

async fn write(tx: &mut SqliteConnection, guild: GuildId, rows: Vec<(Place, Row)>) -> Result<()> {
    for rows in rows.chunks(256) {
        let mut json = String::from("[");
        for (at, (place, row)) in rows.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            // Writing into a String cannot fail.
            let _ = write!(json, "{comma}[{},{},{},\"", place.channel.0, place.week, row.from.0);
            for byte in message_set::encode(&row.entries) {
                let _ = write!(json, "{byte:02x}");
            }
            json.push_str("\"]");
        }
        json.push(']');
        sqlx::query!(
            "INSERT INTO activity_messages (guild_id, channel_id, week, from_id, messages)
             SELECT ?2, value ->> 0, value ->> 1, value ->> 2, unhex(value ->> 3) FROM json_each(?1) WHERE true
             ON CONFLICT (guild_id, channel_id, week, from_id) DO UPDATE SET messages = excluded.messages",
            json,
            guild
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

/// The numbers of everyone in these messages, new ones for those who have none.
async fn numbers(tx: &mut SqliteConnection, guild: GuildId, messages: &[Noted]) -> Result<HashMap<MemberId, u32>> {
    let mut last = HashMap::<MemberId, i64>::new();
    for message in messages {
        let week = message.week();
        for member in message.author.iter().chain(&message.targets) {
            let latest = last.entry(*member).or_insert(week);
            *latest = week.max(*latest);
        }
    }
    let everyone: BTreeSet<MemberId> = last.keys().copied().collect();
    let mut numbers = HashMap::new();
    for json in rows(everyone.iter().map(|member| [Some(member.0)])) {
        let known = sqlx::query!(
            r#"SELECT a.member_id AS "member!: MemberId", a.number AS "number!: u32", a.week AS "week!: i64"
             FROM json_each(?1) AS wanted
             CROSS JOIN activity_authors AS a ON a.guild_id = ?2 AND a.member_id = wanted.value ->> 0"#,
            json,
            guild
        )
        .fetch_all(&mut *tx)
        .await?;
        for row in known {
            numbers.insert(row.member, row.number);
            // Only who was seen later than before is written again.
            if last.get(&row.member).is_some_and(|week| *week <= row.week) {
                last.remove(&row.member);
            }
        }
    }
    let highest = sqlx::query_scalar!(
        r#"SELECT ifnull(max(number), 0) AS "highest!: u32" FROM activity_authors WHERE guild_id = ?"#,
        guild
    );
    let mut highest = highest.fetch_one(&mut *tx).await?;
    for member in everyone {
        numbers.entry(member).or_insert_with(|| {
            highest += 1;
            highest
        });
    }
    let mut later: Vec<_> = last.into_iter().map(|(member, week)| (member, numbers[&member], week)).collect();
    later.sort_unstable();
    for json in rows(later.into_iter().map(|(member, number, week)| [member.0, number.into(), week].map(Some))) {
        sqlx::query!(
            "INSERT INTO activity_authors (guild_id, member_id, number, week)
             SELECT ?2, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1) WHERE true
             ON CONFLICT (guild_id, member_id) DO UPDATE SET week = excluded.week",
            json,
            guild
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(numbers)
}

/// Who has which number in a guild.
pub async fn authors(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<HashMap<u32, MemberId>> {
    let rows = sqlx::query!(
        r#"SELECT number AS "number!: u32", member_id AS "member!: MemberId" FROM activity_authors WHERE guild_id = ?"#,
        guild
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.number, row.member)).collect())
}

/// The messages of these channels that were counted, in no order.
pub async fn messages_of(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    channels: &[ChannelId],
) -> Result<HashMap<ChannelId, Vec<Entry>>> {
    let channels = serde_json::to_string(channels)?;
    let rows = sqlx::query!(
        r#"SELECT channel_id AS "channel!: ChannelId", messages AS "messages!: Vec<u8>" FROM activity_messages
           WHERE guild_id = ?1 AND channel_id IN (SELECT value FROM json_each(?2))"#,
        guild,
        channels
    );
    let mut messages = HashMap::<ChannelId, Vec<Entry>>::new();
    for row in rows.fetch_all(db).await? {
        messages.entry(row.channel).or_default().append(&mut read(&row.messages)?);
    }
    Ok(messages)
}

/// Takes a member out of all messages that are kept, before their number goes: those they wrote, and
/// where they were mentioned or answered.
pub async fn forget_messages(tx: &mut SqliteConnection, guild: GuildId, member: MemberId) -> Result<()> {
    let number = sqlx::query_scalar!(
        r#"SELECT number AS "number!: u32" FROM activity_authors WHERE guild_id = ? AND member_id = ?"#,
        guild,
        member
    );
    let Some(number) = number.fetch_optional(&mut *tx).await? else { return Ok(()) };
    let mut after = 0;
    loop {
        let some = sqlx::query!(
            r#"SELECT rowid AS "row!: i64", messages AS "messages!: Vec<u8>" FROM activity_messages
               WHERE guild_id = ? AND rowid > ? ORDER BY rowid LIMIT 500"#,
            guild,
            after
        );
        let some = some.fetch_all(&mut *tx).await?;
        let Some(last) = some.last() else { return Ok(()) };
        after = last.row;
        for row in some {
            let mut entries = read(&row.messages)?;
            let before = entries.clone();
            entries.retain(|entry| entry.author != number);
            entries.iter_mut().for_each(|entry| entry.targets.retain(|target| *target != number));
            if entries != before {
                let bytes = message_set::encode(&entries);
                sqlx::query!("UPDATE activity_messages SET messages = ? WHERE rowid = ?", bytes, row.row)
                    .execute(&mut *tx)
                    .await?;
            }
        }
    }
}
