//! SQL of what Discord's AutoMod did.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::moderation::{AUTOMOD, AutoMod, Case, CaseId, Did, Hit, ImportId};
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId};

use super::Row;

/// So many channels of a case are named.
const CHANNELS: i64 = 5;

/// Whether it is on record. What is told of as it happens is known again only by its message.
pub async fn is_hit_known(db: impl SqliteExecutor<'_>, guild: GuildId, hit: &Hit) -> Result<bool> {
    let did = hit.did.as_str();
    let known = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM automod_hits
                          WHERE guild_id = ?1
                            AND (entry_id = ?2 OR (source = 'event' AND message_id = ?3 AND rule_id = ?4 AND action = ?5)))
           AS "known!: bool""#,
        guild,
        hit.entry,
        hit.message,
        hit.rule_id,
        did
    );
    Ok(known.fetch_one(db).await?)
}

/// Notes it as part of a case.
pub async fn insert_hit(tx: &mut SqliteConnection, guild: GuildId, case: CaseId, hit: &Hit) -> Result<()> {
    let (source, did) = (if hit.entry.is_some() { "log" } else { "event" }, hit.did.as_str());
    sqlx::query!(
        "INSERT INTO automod_hits (guild_id, case_id, source, entry_id, rule_id, rule, looks_for, action, channel_id,
                                   message_id, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        guild,
        case,
        source,
        hit.entry,
        hit.rule_id,
        hit.rule,
        hit.looks_for,
        did,
        hit.channel,
        hit.message,
        hit.at
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The case of a member of whom AutoMod did something between two instants, neither included.
pub async fn case_of_flood(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    member: MemberId,
    after: Timestamp,
    before: Timestamp,
) -> Result<Option<Case>> {
    let row = cases!(
        "WHERE guild_id = ?1 AND member_id = ?2 AND actor_id = ?3 AND voided_at IS NULL
           AND case_id IN (SELECT case_id FROM automod_hits AS hit
                           WHERE hit.case_id = cases.case_id AND hit.at > ?4 AND hit.at < ?5)
         ORDER BY number DESC LIMIT 1",
        guild,
        member,
        AUTOMOD,
        after,
        before
    );
    row.fetch_optional(db).await?.map(Case::try_from).transpose()
}

/// What AutoMod did, all in all; `None` of a case of somebody else.
pub async fn automod(tx: &mut SqliteConnection, case: &Case) -> Result<Option<AutoMod>> {
    if !case.is_by_automod() {
        return Ok(None);
    }
    let id = case.id;
    let rules = sqlx::query_scalar!(
        r#"SELECT rule AS "rule!" FROM automod_hits WHERE case_id = ? AND rule IS NOT NULL
           GROUP BY rule ORDER BY min(automod_hit_id)"#,
        id
    );
    let rules = rules.fetch_all(&mut *tx).await?;
    let looks_for = sqlx::query_scalar!(
        r#"SELECT looks_for AS "looks_for!: i64" FROM automod_hits WHERE case_id = ? AND looks_for IS NOT NULL
           GROUP BY looks_for ORDER BY min(automod_hit_id)"#,
        id
    );
    let looks_for = looks_for.fetch_all(&mut *tx).await?;
    let channels = sqlx::query_scalar!(
        r#"SELECT channel_id AS "channel!: ChannelId" FROM automod_hits WHERE case_id = ? AND channel_id IS NOT NULL
           GROUP BY channel_id ORDER BY min(automod_hit_id) LIMIT ?"#,
        id,
        CHANNELS
    );
    let channels = channels.fetch_all(&mut *tx).await?;
    // The same stands in both sources, as far as either was heard.
    let counts = sqlx::query!(
        r#"SELECT action AS "action!: String", max(times) AS "times!: i64"
           FROM (SELECT action, source, count(*) AS times FROM automod_hits WHERE case_id = ? GROUP BY action, source)
           GROUP BY action"#,
        id
    );
    let counts = counts.fetch_all(tx).await?;
    let count = |did: Did| counts.iter().find(|row| row.action == did.as_str()).map_or(0, |row| row.times);
    let counts = Did::ALL.map(|did| (did, count(did)));
    Ok(Some(AutoMod { rules, looks_for, channels, counts }))
}

/// What the rules are called.
pub async fn set_automod_reason(tx: &mut SqliteConnection, case: CaseId, reason: &str) -> Result<()> {
    sqlx::query!("UPDATE cases SET reason = ? WHERE case_id = ?", reason, case).execute(tx).await?;
    Ok(())
}

/// AutoMod has timed the member out until then.
pub async fn set_silenced(tx: &mut SqliteConnection, case: CaseId, until: Timestamp) -> Result<()> {
    sqlx::query!(
        "UPDATE cases SET kind = 'timeout', until = ?1, act = 'applied', act_until = ?1, ended_at = NULL
         WHERE case_id = ?2",
        until,
        case
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// AutoMod had timed the member out, which is over.
pub async fn set_silence_over(
    tx: &mut SqliteConnection,
    case: CaseId,
    until: Option<Timestamp>,
    ended_at: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "UPDATE cases SET kind = 'timeout', until = ?1, act = 'ended', act_until = ?1, ended_at = ?2
         WHERE case_id = ?3",
        until,
        ended_at,
        case
    )
    .execute(tx)
    .await?;
    Ok(())
}
