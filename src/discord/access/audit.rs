//! What staff did through Steward: who, what, when, to whom, and what held before and after. Only
//! ever added to; the database itself refuses to change a row or to delete one of the last two years.
//!
//! This is Steward's own record. What Discord's audit log says of Steward's acts is a reason that
//! travels with each act.

pub(super) mod store;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{GuildId, MemberId};

/// One act of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub guild: GuildId,
    pub actor: MemberId,
    /// Section and verb: "case.edit".
    pub action: &'static str,
    pub target: Option<MemberId>,
    /// What it was done to, as people know it: "case #12".
    pub subject: String,
    /// What held before, in the words that were typed; empty where nothing did.
    pub before: String,
    /// What holds since.
    pub after: String,
}

impl Entry {
    /// An act without a target, and with nothing before or after.
    pub fn new(guild: GuildId, actor: MemberId, action: &'static str, subject: impl Into<String>) -> Self {
        Self {
            guild,
            actor,
            action,
            target: None,
            subject: subject.into(),
            before: String::new(),
            after: String::new(),
        }
    }

    /// Done to a person.
    #[must_use]
    pub const fn to(mut self, member: MemberId) -> Self {
        self.target = Some(member);
        self
    }

    /// With what it changed.
    #[must_use]
    pub fn change(mut self, before: impl Into<String>, after: impl Into<String>) -> Self {
        (self.before, self.after) = (before.into(), after.into());
        self
    }
}

/// Writes an act down, in the transaction of what was done.
pub async fn record(tx: &mut SqliteConnection, entry: &Entry, now: Timestamp) -> Result<()> {
    store::insert(tx, entry, now).await
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use sqlx::SqlitePool;

    use super::*;

    const DAY: Duration = Duration::from_secs(86_400);
    const NOW: Timestamp = Timestamp::from_seconds(1_794_819_600);

    async fn write(tx: &mut SqliteConnection, now: Timestamp) {
        let entry = Entry::new(GuildId(1), MemberId(2), "case.edit", "case #12").to(MemberId(3)).change("old", "new");
        record(tx, &entry, now).await.unwrap();
    }

    /// What the database says to a statement.
    async fn says(tx: &mut SqliteConnection, sql: &'static str) -> String {
        sqlx::query(sql)
            .execute(tx)
            .await
            .map_or_else(|error| error.to_string(), |done| done.rows_affected().to_string())
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn what_was_done_stands_there_word_for_word(db: SqlitePool) {
        let mut tx = db.acquire().await.unwrap();
        write(&mut tx, NOW).await;
        let entry = Entry::new(GuildId(1), MemberId(2), "setup.set", "zone");
        record(&mut tx, &entry, NOW).await.unwrap();
        let rows: Vec<(i64, i64, i64, String, Option<i64>, String, String, String)> = sqlx::query_as(
            "SELECT guild_id, at, actor_id, action, target_id, subject, before, after FROM audit ORDER BY audit_id",
        )
        .fetch_all(&mut *tx)
        .await
        .unwrap();
        let text = str::to_owned;
        let at = NOW.millis();
        assert_eq!(
            rows,
            [
                (1, at, 2, text("case.edit"), Some(3), text("case #12"), text("old"), text("new")),
                (1, at, 2, text("setup.set"), None, text("zone"), text(""), text("")),
            ]
        );
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn nothing_of_the_last_two_years_can_be_changed_or_deleted(db: SqlitePool) {
        let mut tx = db.acquire().await.unwrap();
        write(&mut tx, NOW.minus(DAY * 730)).await;
        write(&mut tx, NOW).await;
        for sql in [
            "UPDATE audit SET after = 'nothing'",
            "UPDATE audit SET audit_id = audit_id + 10",
            "DELETE FROM audit",
            "DELETE FROM audit WHERE audit_id = 1",
            "DELETE FROM audit WHERE audit_id = 2",
            "INSERT OR REPLACE INTO audit VALUES (2, 1, 0, 2, 'case.edit', NULL, '', '', '')",
            "INSERT INTO audit VALUES (2, 1, 0, 2, 'case.edit', NULL, '', '', '') ON CONFLICT DO UPDATE SET at = 0",
        ] {
            let answer = says(&mut tx, sql).await;
            assert!(answer.contains("audit is append-only"), "{sql}: {answer}");
        }
        assert!(
            says(&mut tx, "INSERT INTO audit VALUES (9, 1, 0, 2, 'edited', NULL, '', '', '')").await.contains("CHECK")
        );
        assert_eq!(says(&mut tx, "DELETE FROM audit WHERE audit_id = 9").await, "0");
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn what_is_older_than_two_years_can_go(db: SqlitePool) {
        let mut tx = db.acquire().await.unwrap();
        write(&mut tx, NOW.minus(DAY * 732)).await;
        write(&mut tx, NOW.minus(DAY * 731)).await;
        write(&mut tx, NOW.minus(DAY * 730)).await;
        write(&mut tx, NOW).await;
        let term = NOW.minus(DAY * 731).millis();
        let gone = sqlx::query("DELETE FROM audit WHERE at <= ?").bind(term).execute(&mut *tx).await.unwrap();
        assert_eq!(gone.rows_affected(), 2);
        assert!(says(&mut tx, "DELETE FROM audit WHERE audit_id = 3").await.contains("audit is append-only"));
    }
}
