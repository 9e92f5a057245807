//! SQL of what people are told of their cases.

use super::super::{Case, Notice, NoticeState, Says, Way};
use crate::clock::Timestamp;
use crate::error::{Error, Result};
use crate::features::moderation::{CaseId, NoticeId};
use crate::ids::{ChannelId, GuildId, OutboxId};
use sqlx::{SqliteConnection, SqliteExecutor};

/// Notes that a person is to be told. It is not on its way by that.
pub async fn insert_notice(
    tx: &mut SqliteConnection,
    case: &Case,
    says: Says,
    way: Way,
    channel: ChannelId,
    now: Timestamp,
) -> Result<NoticeId> {
    let (says, way) = (says.as_str(), way.as_str());
    let id = sqlx::query_scalar!(
        r#"INSERT INTO moderation_notices (guild_id, case_id, says, way, channel_id, state, at)
           VALUES (?, ?, ?, ?, ?, 'waiting', ?) RETURNING notice_id AS "id!: NoticeId""#,
        case.guild,
        case.id,
        says,
        way,
        channel,
        now
    );
    Ok(id.fetch_one(tx).await?)
}

struct NoticeRow {
    id: NoticeId,
    guild: GuildId,
    case: CaseId,
    says: String,
    way: String,
    channel: ChannelId,
    state: String,
    why: Option<String>,
    order: Option<OutboxId>,
}

/// Whole notices, like `cases!`.
macro_rules! notices {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            NoticeRow,
            r#"SELECT notice_id AS "id!: NoticeId", guild_id AS "guild: GuildId", case_id AS "case: CaseId", says, way,
                      channel_id AS "channel: ChannelId", state, why, order_id AS "order: OutboxId"
               FROM moderation_notices "# + $tail
            $(, $arg)*
        )
    };
}

/// A notice, if there is one.
pub async fn notice(db: impl SqliteExecutor<'_>, id: NoticeId) -> Result<Option<Notice>> {
    notices!("WHERE notice_id = ?", id).fetch_optional(db).await?.map(Notice::try_from).transpose()
}

/// What a person is told about a case, in the order in which it was asked for.
pub async fn notices(db: impl SqliteExecutor<'_>, case: CaseId) -> Result<Vec<Notice>> {
    let rows = notices!("WHERE case_id = ? ORDER BY notice_id", case);
    rows.fetch_all(db).await?.into_iter().map(Notice::try_from).collect()
}

/// A notice is on its way.
pub async fn set_notice_ordered(tx: &mut SqliteConnection, id: NoticeId, order: OutboxId) -> Result<()> {
    sqlx::query!(
        "UPDATE moderation_notices SET state = 'waiting', why = NULL, order_id = ? WHERE notice_id = ?",
        order,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What became of a notice, if it still is what it was; false if something else came first.
pub async fn set_notice(
    tx: &mut SqliteConnection,
    id: NoticeId,
    from: NoticeState,
    to: NoticeState,
    why: Option<&str>,
) -> Result<bool> {
    let (from, to) = (from.as_str(), to.as_str());
    let done = sqlx::query!(
        "UPDATE moderation_notices SET state = ?, why = ? WHERE notice_id = ? AND state = ?",
        to,
        why,
        id,
        from
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

impl TryFrom<NoticeRow> for Notice {
    type Error = Error;

    fn try_from(row: NoticeRow) -> Result<Self> {
        let NoticeRow { id, guild, case, says, way, channel, state, why, order } = row;
        let (says, way, state) =
            (Says::from_stored(&says)?, Way::from_stored(&way)?, NoticeState::from_stored(&state)?);
        Ok(Self { id, guild, case, says, way, channel, state, why, order })
    }
}
