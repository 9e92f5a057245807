//! SQL of what managers are asked to decide.

use super::super::{Case, Decision, DecisionState};
use crate::clock::Timestamp;
use crate::error::{Error, Result};
use crate::features::moderation::{CaseId, DecisionId};
use crate::ids::{GuildId, MemberId};
use sqlx::{SqliteConnection, SqliteExecutor};

/// Notes what managers are asked.
pub async fn insert_decision(tx: &mut SqliteConnection, case: &Case, rung: &str, now: Timestamp) -> Result<DecisionId> {
    let id = sqlx::query_scalar!(
        r#"INSERT INTO moderation_decisions (guild_id, case_id, rung, state, at) VALUES (?, ?, ?, 'open', ?)
           RETURNING decision_id AS "id!: DecisionId""#,
        case.guild,
        case.id,
        rung,
        now
    );
    Ok(id.fetch_one(tx).await?)
}

struct DecisionRow {
    id: DecisionId,
    guild: GuildId,
    case: CaseId,
    rung: String,
    state: String,
    decided_by: Option<MemberId>,
    decided_at: Option<Timestamp>,
    number: Option<i64>,
}

/// Whole decisions, like `cases!`.
macro_rules! decisions {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            DecisionRow,
            r#"SELECT decision_id AS "id!: DecisionId", guild_id AS "guild: GuildId", case_id AS "case: CaseId", rung,
                      state, decided_by AS "decided_by: MemberId",
                      decided_at AS "decided_at: Timestamp", case_number AS number
               FROM moderation_decisions "# + $tail
            $(, $arg)*
        )
    };
}

/// What managers of this server are asked, if this is one of theirs.
pub async fn decision(db: impl SqliteExecutor<'_>, guild: GuildId, id: DecisionId) -> Result<Option<Decision>> {
    let row = decisions!("WHERE guild_id = ? AND decision_id = ?", guild, id);
    row.fetch_optional(db).await?.map(Decision::try_from).transpose()
}

/// What managers are asked about a case.
pub async fn decision_about(db: impl SqliteExecutor<'_>, case: CaseId) -> Result<Option<Decision>> {
    decisions!("WHERE case_id = ?", case).fetch_optional(db).await?.map(Decision::try_from).transpose()
}

/// Managers have decided, or need not any more; false if it was settled before.
pub async fn end_decision(
    tx: &mut SqliteConnection,
    id: DecisionId,
    state: DecisionState,
    by: MemberId,
    number: Option<i64>,
    now: Timestamp,
) -> Result<bool> {
    let state = state.as_str();
    let done = sqlx::query!(
        "UPDATE moderation_decisions SET state = ?, decided_by = ?, decided_at = ?, case_number = ?
         WHERE decision_id = ? AND state = 'open'",
        state,
        by,
        now,
        number,
        id
    );
    Ok(done.execute(tx).await?.rows_affected() > 0)
}

impl TryFrom<DecisionRow> for Decision {
    type Error = Error;

    fn try_from(row: DecisionRow) -> Result<Self> {
        let DecisionRow { id, guild, case, rung, state, decided_by, decided_at, number } = row;
        let rung = rung.parse().map_err(|_| Error::fault(format!("decision {id} is about no rung: {rung}")))?;
        let state = DecisionState::of(&state)?;
        Ok(Self { id, guild, case, rung, state, decided: decided_by.zip(decided_at), number })
    }
}
