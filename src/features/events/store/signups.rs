//! Who comes, who may, who can't, and who waits.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::{Error, Result};
use crate::features::events::{Occurrence, OccurrenceId, Signup, SignupState, Via};
use crate::ids::{GuildId, MemberId};

/// Whole sign-ups: the columns, once for all queries that read them.
macro_rules! signups {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT member_id AS "member: MemberId", state AS "state: SignupState", group_place, guests,
                      every_time AS "every_time: bool", via AS "via: Via", position
               FROM event_signups "# + $tail
            $(, $arg)*
        )
    };
}

/// All of an occurrence, in the order in which people signed up.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId, id: OccurrenceId) -> Result<Vec<Signup>> {
    let rows = signups!("WHERE guild_id = ? AND occurrence_id = ? ORDER BY position, member_id", guild, id);
    rows.fetch_all(db).await?.into_iter().map(Row::whole).collect()
}

/// What a member said.
pub async fn get(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    id: OccurrenceId,
    member: MemberId,
) -> Result<Option<Signup>> {
    let row = signups!("WHERE guild_id = ? AND occurrence_id = ? AND member_id = ?", guild, id, member);
    row.fetch_optional(db).await?.map(Row::whole).transpose()
}

/// Keeps what a member says from now on.
pub async fn upsert(tx: &mut SqliteConnection, to: &Occurrence, signup: &Signup, now: Timestamp) -> Result<()> {
    let (group, guests) = (signup.group.map(i64::from), i64::from(signup.guests));
    sqlx::query!(
        "INSERT INTO event_signups (occurrence_id, guild_id, member_id, state, group_place, guests, every_time, via,
                                    position, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (occurrence_id, member_id) DO UPDATE
         SET state = excluded.state, group_place = excluded.group_place, guests = excluded.guests,
             every_time = excluded.every_time, via = excluded.via, position = excluded.position, at = excluded.at",
        to.id,
        to.guild,
        signup.member,
        signup.state,
        group,
        guests,
        signup.every_time,
        signup.via,
        signup.position,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A member has said nothing any more.
pub async fn delete(tx: &mut SqliteConnection, guild: GuildId, id: OccurrenceId, member: MemberId) -> Result<bool> {
    let done = sqlx::query!(
        "DELETE FROM event_signups WHERE guild_id = ? AND occurrence_id = ? AND member_id = ?",
        guild,
        id,
        member
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// The open occurrences that a member is signed up for.
pub async fn of_member(db: impl SqliteExecutor<'_>, guild: GuildId, member: MemberId) -> Result<Vec<OccurrenceId>> {
    let ids = sqlx::query_scalar!(
        r#"SELECT occurrence_id AS "id!: OccurrenceId"
           FROM event_signups JOIN event_occurrences AS o USING (occurrence_id, guild_id)
           WHERE guild_id = ? AND member_id = ? AND o.state IN ('scheduled', 'running') ORDER BY occurrence_id"#,
        guild,
        member
    );
    Ok(ids.fetch_all(db).await?)
}

/// A sign-up as it is stored.
struct Row {
    member: MemberId,
    state: SignupState,
    group_place: Option<i64>,
    guests: i64,
    every_time: bool,
    via: Via,
    position: i64,
}

impl Row {
    fn whole(self) -> Result<Signup> {
        let small =
            |number: i64| u8::try_from(number).map_err(|_| Error::fault(format!("{number} is no small number")));
        Ok(Signup {
            member: self.member,
            state: self.state,
            group: self.group_place.map(small).transpose()?,
            guests: small(self.guests)?,
            every_time: self.every_time,
            via: self.via,
            position: self.position,
        })
    }
}
