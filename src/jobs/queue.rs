//! SQL of the jobs.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::app::health::JobCounts;
use crate::clock::Timestamp;
use crate::db::table::{Rule, Table};
use crate::error::Result;
use crate::ids::{GuildId, JobId};

use super::job::Job;

/// What is open stays until it is done.
pub const TABLES: &[Table] =
    &[Table::of_server("jobs").kept(&[Rule::Delete { days: 30, after: "due_at", only: Some("state = 'given_up'") }])];

/// One open job of a kind for a row; a claim on it is taken away.
pub async fn upsert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    kind: &str,
    urgent: bool,
    row: i64,
    due: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO jobs (guild_id, kind, row_id, urgent, due_at, state, claim, tries)
         VALUES (?, ?, ?, ?, ?, 'pending', 0, 0)
         ON CONFLICT (kind, guild_id, row_id) WHERE state IN ('pending', 'claimed')
         DO UPDATE SET due_at = excluded.due_at, state = 'pending', claim = claim + 1, lease_until = NULL, tries = 0,
                       why = NULL",
        guild,
        kind,
        row,
        urgent,
        due
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Removes the open job of a kind for a row.
pub async fn delete(tx: &mut SqliteConnection, guild: GuildId, kind: &str, row: i64) -> Result<()> {
    sqlx::query!(
        "DELETE FROM jobs WHERE kind = ? AND guild_id = ? AND row_id = ? AND state IN ('pending', 'claimed')",
        kind,
        guild,
        row
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// When the open job of a kind for a row is due.
pub async fn due_of(db: impl SqliteExecutor<'_>, guild: GuildId, kind: &str, row: i64) -> Result<Option<Timestamp>> {
    let due = sqlx::query_scalar!(
        r#"SELECT due_at AS "due: Timestamp" FROM jobs
           WHERE kind = ? AND guild_id = ? AND row_id = ? AND state IN ('pending', 'claimed')"#,
        kind,
        guild,
        row
    );
    Ok(due.fetch_optional(db).await?)
}

/// Claims what is due, urgent ones first and then the one that has waited longest. An urgent one
/// keeps the others waiting.
pub async fn claim(tx: &mut SqliteConnection, now: Timestamp, lease: Timestamp, most: i64) -> Result<Vec<Job>> {
    let jobs = sqlx::query_as!(
        Job,
        r#"UPDATE jobs SET state = 'claimed', claim = claim + 1, lease_until = ?2
           WHERE job_id IN (
               SELECT job_id FROM jobs
               WHERE state IN ('pending', 'claimed') AND due_at <= ?1 AND (state = 'pending' OR lease_until <= ?1)
                 AND (urgent = 1 OR NOT EXISTS (
                     SELECT 1 FROM jobs AS first
                     WHERE first.urgent = 1 AND first.due_at <= ?1 AND first.tries = 0
                       AND first.state IN ('pending', 'claimed')))
               ORDER BY urgent DESC, due_at LIMIT ?3)
           RETURNING job_id AS "id!: JobId", guild_id AS "guild!: GuildId", kind AS "kind!", row_id AS "row!: i64",
                     due_at AS "due!: Timestamp", tries AS "tries!: i64", claim AS "claim!: i64""#,
        now,
        lease,
        most
    );
    let mut jobs = jobs.fetch_all(tx).await?;
    jobs.sort_by_key(|job| (job.due, job.id));
    Ok(jobs)
}

/// When the next job can be claimed: when it is due, or when a claim on it runs out.
pub async fn next_due(db: impl SqliteExecutor<'_>) -> Result<Option<Timestamp>> {
    let next = sqlx::query_scalar!(
        r#"SELECT min(due) AS "due: Timestamp" FROM (
               SELECT min(due_at) AS due FROM jobs WHERE state = 'pending'
               UNION ALL SELECT min(lease_until) FROM jobs WHERE state = 'claimed')"#
    );
    Ok(next.fetch_one(db).await?)
}

/// Counts them all; overdue is what was due before `late`, failing what has failed `often`.
pub async fn count(db: impl SqliteExecutor<'_>, now: Timestamp, late: Timestamp, often: i64) -> Result<JobCounts> {
    let count = sqlx::query_as!(
        JobCounts,
        r#"SELECT count(*) FILTER (WHERE state = 'pending' AND due_at > ?1) AS "waiting!: i64",
                  count(*) FILTER (WHERE state = 'claimed' OR state = 'pending' AND due_at <= ?1) AS "due!: i64",
                  count(*) FILTER (WHERE state = 'pending' AND due_at < ?2) AS "overdue!: i64",
                  count(*) FILTER (WHERE state <> 'given_up' AND tries >= ?3) AS "failing!: i64",
                  count(*) FILTER (WHERE state = 'given_up') AS "given_up!: i64"
           FROM jobs"#,
        now,
        late,
        often
    );
    Ok(count.fetch_one(db).await?)
}

/// It has succeeded. Nothing, if the claim was lost: then it is to run again.
pub async fn delete_done(tx: &mut SqliteConnection, job: &Job) -> Result<()> {
    sqlx::query!("DELETE FROM jobs WHERE job_id = ? AND claim = ? AND state = 'claimed'", job.id, job.claim)
        .execute(tx)
        .await?;
    Ok(())
}

/// It is tried again.
pub async fn set_again(tx: &mut SqliteConnection, job: &Job, due: Timestamp, why: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE jobs SET state = 'pending', due_at = ?, lease_until = NULL, tries = tries + 1, why = ?
         WHERE job_id = ? AND claim = ? AND state = 'claimed'",
        due,
        why,
        job.id,
        job.claim
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// It is not tried any more.
pub async fn set_given_up(tx: &mut SqliteConnection, job: &Job, why: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE jobs SET state = 'given_up', lease_until = NULL, tries = tries + 1, why = ?
         WHERE job_id = ? AND claim = ? AND state = 'claimed'",
        why,
        job.id,
        job.claim
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What a process that is gone had claimed.
pub async fn release(tx: &mut SqliteConnection) -> Result<()> {
    sqlx::query!("UPDATE jobs SET state = 'pending', lease_until = NULL WHERE state = 'claimed'").execute(tx).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::clock::Clock;
    use crate::db::{Db, OpenOptions};

    const GUILD: GuildId = GuildId(1);
    const NOON: Timestamp = Timestamp::from_seconds(1_794_830_400);
    const LEASE: Duration = Duration::from_secs(3_600);

    struct Place {
        db: Db,
        _folder: tempfile::TempDir,
    }

    impl Place {
        async fn new() -> Self {
            let folder = tempfile::tempdir().expect("a folder");
            let url = format!("sqlite:{}", folder.path().join("steward.db").display());
            let db = Db::open(&url, &Clock::manual(NOON), OpenOptions::default()).await.expect("a database");
            Self { db, _folder: folder }
        }

        /// A job of the kind "plain", or of the kind "lift", which is urgent.
        async fn plan(&self, kind: &'static str, row: i64, due: Timestamp) {
            let urgent = kind == "lift";
            self.db.write(async move |tx| upsert(tx, GUILD, kind, urgent, row, due).await).await.expect("planned");
        }

        async fn claim(&self, now: Timestamp, most: i64) -> Vec<Job> {
            self.db.write(async move |tx| claim(tx, now, now.plus(LEASE), most).await).await.expect("claimed")
        }

        /// Rows of what is claimed, in the order of starting.
        async fn rows(&self, now: Timestamp) -> Vec<i64> {
            self.claim(now, 8).await.iter().map(|job| job.row).collect()
        }

        async fn done(&self, job: &Job) {
            let job = job.clone();
            self.db.write(async move |tx| delete_done(tx, &job).await).await.expect("done");
        }

        async fn again(&self, job: &Job, due: Timestamp) {
            let job = job.clone();
            self.db.write(async move |tx| set_again(tx, &job, due, "not yet").await).await.expect("again");
        }

        async fn next(&self) -> Option<Timestamp> {
            next_due(self.db.read()).await.expect("an answer")
        }

        /// Every row: its number, state and tries.
        async fn all(&self) -> Vec<(i64, String, i64)> {
            let rows = sqlx::query_as("SELECT row_id, state, tries FROM jobs ORDER BY job_id");
            rows.fetch_all(self.db.read()).await.expect("rows")
        }
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp(NOON.millis() + seconds * 1_000)
    }

    #[tokio::test]
    async fn what_is_due_is_claimed_once_and_what_waited_longest_first() {
        let place = Place::new().await;
        place.plan("plain", 1, at(-10)).await;
        place.plan("plain", 2, at(-86_400 * 40)).await;
        place.plan("plain", 3, at(0)).await;
        place.plan("plain", 4, at(1)).await;
        assert_eq!(place.next().await, Some(at(-86_400 * 40)));
        assert_eq!(place.claim(at(0), 1).await[0].row, 2, "no more than asked for");
        assert_eq!(place.rows(at(0)).await, [1, 3]);
        assert_eq!(place.rows(at(0)).await, [0; 0], "nobody claims what another has");
        assert_eq!(place.next().await, Some(at(1)));
        assert_eq!(place.rows(at(1)).await, [4]);
    }

    #[tokio::test]
    async fn urgent_ones_are_claimed_first_and_the_others_wait_for_them() {
        let place = Place::new().await;
        place.plan("plain", 1, at(-100)).await;
        place.plan("lift", 2, at(-1)).await;
        place.plan("lift", 3, at(60)).await;
        let lift = place.claim(at(0), 8).await;
        assert_eq!(lift.iter().map(|job| job.row).collect::<Vec<_>>(), [2]);
        assert_eq!(place.rows(at(0)).await, [0; 0], "as long as it is under way");
        // One that fails may not hold the others up for ever, and one that is not due does not.
        place.again(&lift[0], at(30)).await;
        assert_eq!(place.rows(at(0)).await, [1]);
        place.plan("plain", 4, at(0)).await;
        let mut both = place.rows(at(30)).await;
        both.sort_unstable();
        assert_eq!(both, [2, 4]);
        assert_eq!(place.rows(at(60)).await, [3]);
    }

    #[tokio::test]
    async fn there_is_one_open_job_of_a_kind_for_a_row() {
        let place = Place::new().await;
        place.plan("plain", 1, at(10)).await;
        place.plan("plain", 1, at(20)).await;
        place.plan("lift", 1, at(30)).await;
        assert_eq!(place.all().await.len(), 2);
        assert_eq!(due_of(place.db.read(), GUILD, "plain", 1).await.expect("an answer"), Some(at(20)));
        assert_eq!(due_of(place.db.read(), GuildId(2), "plain", 1).await.expect("an answer"), None);
        assert_eq!(place.rows(at(10)).await, [0; 0], "the earlier time no longer counts");
        place.db.write(async |tx| delete(tx, GUILD, "plain", 1).await).await.expect("cancelled");
        assert_eq!(place.rows(at(40)).await, [1]);
        assert_eq!(place.all().await.len(), 1);
    }

    #[tokio::test]
    async fn a_job_that_is_scheduled_anew_while_it_runs_runs_again() {
        let place = Place::new().await;
        place.plan("plain", 1, at(0)).await;
        let old = place.claim(at(0), 8).await.remove(0);
        place.again(&old, at(0)).await;
        let old = place.claim(at(0), 8).await.remove(0);
        assert_eq!(old.tries, 1);
        place.plan("plain", 1, at(5)).await;
        // Whatever becomes of the old claim, the new time stands.
        place.done(&old).await;
        place.again(&old, at(900)).await;
        let job = old.clone();
        place.db.write(async move |tx| set_given_up(tx, &job, "never").await).await.expect("noted");
        assert_eq!(place.all().await, [(1, "pending".to_owned(), 0)]);
        assert_eq!(place.rows(at(4)).await, [0; 0]);
        let new = place.claim(at(5), 8).await.remove(0);
        assert_eq!((new.id, new.due), (old.id, at(5)));
        place.done(&old).await;
        assert_eq!(place.all().await.len(), 1, "nor does it end the new claim");
        place.done(&new).await;
        assert_eq!(place.all().await.len(), 0);
    }

    #[tokio::test]
    async fn a_job_that_is_cancelled_while_it_runs_is_gone() {
        let place = Place::new().await;
        place.plan("plain", 1, at(0)).await;
        let job = place.claim(at(0), 8).await.remove(0);
        place.db.write(async |tx| delete(tx, GUILD, "plain", 1).await).await.expect("cancelled");
        place.again(&job, at(1)).await;
        assert_eq!(place.all().await.len(), 0);
    }

    #[tokio::test]
    async fn what_was_given_up_stays_and_makes_room_for_a_new_one() {
        let place = Place::new().await;
        place.plan("plain", 1, at(0)).await;
        let job = place.claim(at(0), 8).await.remove(0);
        place.db.write(async move |tx| set_given_up(tx, &job, "never").await).await.expect("noted");
        assert_eq!((place.next().await, place.rows(at(86_400)).await.len()), (None, 0));
        place.plan("plain", 1, at(60)).await;
        place.db.write(async |tx| release(tx).await).await.expect("released");
        assert_eq!(place.rows(at(60)).await, [1]);
        let states: Vec<_> = place.all().await.into_iter().map(|(_, state, tries)| (state, tries)).collect();
        assert_eq!(states, [("given_up".to_owned(), 1), ("claimed".to_owned(), 0)]);
    }

    #[tokio::test]
    async fn a_claim_runs_out_by_itself() {
        let place = Place::new().await;
        place.plan("plain", 1, at(0)).await;
        let lost = place.claim(at(0), 8).await.remove(0);
        // It is known when to look again, though nothing else is due.
        assert_eq!(place.next().await, Some(at(3_600)));
        assert_eq!(place.rows(at(3_599)).await, [0; 0]);
        let taken = place.claim(at(3_600), 8).await.remove(0);
        assert_eq!((taken.row, taken.tries), (1, 0));
        place.done(&lost).await;
        assert_eq!(place.all().await.len(), 1, "whoever lost it has no say any more");
        place.done(&taken).await;
        assert_eq!((place.all().await.len(), place.next().await), (0, None));
    }

    #[tokio::test]
    async fn what_a_process_that_is_gone_had_claimed_is_free_at_once() {
        let place = Place::new().await;
        place.plan("plain", 1, at(0)).await;
        place.plan("plain", 2, at(0)).await;
        place.plan("plain", 3, at(90)).await;
        let old = place.claim(at(0), 1).await.remove(0);
        place.db.write(async |tx| release(tx).await).await.expect("released");
        assert_eq!(place.rows(at(0)).await, [1, 2]);
        place.done(&old).await;
        assert_eq!(place.all().await.len(), 3);
    }
}
