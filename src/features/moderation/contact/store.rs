//! SQL of contacts, and what their table says about people.

use sqlx::{SqliteConnection, SqliteExecutor};

use super::{Closed, Contact, ContactId, ContactState};
use crate::clock::Timestamp;
use crate::db::numbers;
use crate::error::{Error, Result};
use crate::feature::table::{Column, Format, Person, Rule, Table};
use crate::ids::{ChannelId, GuildId, MemberId};

const OPENED: &[Column] = &[
    Column("topic", "topic", Format::Plain),
    Column("opened_at", "opened_at", Format::Time),
    Column("closed_at", "closed_at", Format::Time),
];

/// Contacts that a menu shows at once.
const SHOWN: i64 = 25;

/// What was written in the thread is Discord's; here is only that there was one.
pub const TABLES: &[Table] = &[Table::of_server("contacts")
    .people(&[
        Person::whose("member_id").only("state <> 'open'").shown("contacts", OPENED),
        // The thread is there, and its buttons would lead nowhere.
        Person::stays("member_id", "privacy-stays-contacts").only("state = 'open'").shown("contacts", OPENED),
        Person::stays("closed_by", "privacy-stays-staff"),
    ])
    // An open one stays: the thread is there.
    .kept(&[Rule::Delete { days: 180, after: "coalesce(closed_at, opened_at)", only: Some("state <> 'open'") }])];

struct Row {
    id: ContactId,
    guild: GuildId,
    number: i64,
    member: MemberId,
    topic: Option<String>,
    state: ContactState,
    why: Option<String>,
    thread: Option<ChannelId>,
    opened: Timestamp,
    closed_by: Option<MemberId>,
    closed_at: Option<Timestamp>,
}

/// Whole contacts: the columns, once for all queries that read them.
macro_rules! contacts {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT contact_id AS "id!: ContactId", guild_id AS "guild: GuildId", number, member_id AS "member: MemberId",
                      topic, state AS "state: ContactState", why, thread_id AS "thread: ChannelId",
                      opened_at AS "opened: Timestamp", closed_by AS "closed_by: MemberId",
                      closed_at AS "closed_at: Timestamp"
               FROM contacts "# + $tail
            $(, $arg)*
        )
    };
}

/// Keeps a new contact under the next number of its server.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    member: MemberId,
    topic: Option<&str>,
    now: Timestamp,
) -> Result<ContactId> {
    let number = numbers::next(&mut *tx, guild, "contacts").await?;
    let row = sqlx::query!(
        "INSERT INTO contacts (guild_id, number, member_id, topic, state, opened_at) VALUES (?, ?, ?, ?, 'open', ?)",
        guild,
        number,
        member,
        topic,
        now
    );
    Ok(ContactId(row.execute(tx).await?.last_insert_rowid()))
}

/// A contact of this server by the row that a button names, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, id: ContactId) -> Result<Option<Contact>> {
    let row = contacts!("WHERE guild_id = ? AND contact_id = ?", guild, id);
    Ok(row.fetch_optional(db).await?.map(Row::whole))
}

/// The same where it is known to be there.
pub async fn known(db: impl SqliteExecutor<'_>, guild: GuildId, id: ContactId) -> Result<Contact> {
    get(db, guild, id).await?.ok_or_else(|| Error::fault(format!("there is no contact {id}")))
}

/// The open contact of a member, if there is one.
pub async fn open_of(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Option<Contact>> {
    let row = contacts!("WHERE guild_id = ? AND member_id = ? AND state = 'open'", guild, member);
    Ok(row.fetch_optional(db).await?.map(Row::whole))
}

/// The open contact with this thread, if there is one.
pub async fn open_in(db: impl SqliteExecutor<'_>, guild: GuildId, thread: ChannelId) -> Result<Option<Contact>> {
    let row = contacts!("WHERE guild_id = ? AND thread_id = ? AND state = 'open'", guild, thread);
    Ok(row.fetch_optional(db).await?.map(Row::whole))
}

/// The open contacts of a server that have a thread, the latest first; those that a menu can show.
pub async fn open(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<Contact>> {
    let rows = contacts!(
        "WHERE guild_id = ? AND state = 'open' AND thread_id IS NOT NULL ORDER BY number DESC LIMIT ?",
        guild,
        SHOWN
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(Row::whole).collect())
}

/// When a member has opened contacts since an instant, the latest first; those that failed do not count.
pub async fn opened(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    member: MemberId,
    since: Timestamp,
) -> Result<Vec<Timestamp>> {
    let times = sqlx::query_scalar!(
        r#"SELECT opened_at AS "at: Timestamp" FROM contacts
           WHERE guild_id = ? AND member_id = ? AND opened_at >= ? AND state <> 'failed' ORDER BY opened_at DESC"#,
        guild,
        member,
        since
    );
    Ok(times.fetch_all(db).await?)
}

/// Its thread is there.
pub async fn set_thread(tx: &mut SqliteConnection, id: ContactId, thread: ChannelId) -> Result<()> {
    sqlx::query!("UPDATE contacts SET thread_id = ? WHERE contact_id = ?", thread, id).execute(tx).await?;
    Ok(())
}

/// Its thread could not be made.
pub async fn set_failed(tx: &mut SqliteConnection, id: ContactId, why: Option<&str>) -> Result<()> {
    let row =
        sqlx::query!("UPDATE contacts SET state = 'failed', why = ? WHERE contact_id = ? AND state = 'open'", why, id);
    row.execute(tx).await?;
    Ok(())
}

/// It ends, by whom where somebody has closed it; false if it had ended before.
pub async fn set_closed(
    tx: &mut SqliteConnection,
    id: ContactId,
    by: Option<MemberId>,
    now: Timestamp,
) -> Result<bool> {
    let row = sqlx::query!(
        "UPDATE contacts SET state = 'closed', closed_by = ?, closed_at = ? WHERE contact_id = ? AND state = 'open'",
        by,
        now,
        id
    );
    Ok(row.execute(tx).await?.rows_affected() > 0)
}

impl Row {
    fn whole(self) -> Contact {
        Contact {
            id: self.id,
            guild: self.guild,
            number: self.number,
            member: self.member,
            topic: self.topic,
            state: self.state,
            why: self.why,
            thread: self.thread,
            opened: self.opened,
            closed: self.closed_at.map(|at| Closed { by: self.closed_by, at }),
        }
    }
}
