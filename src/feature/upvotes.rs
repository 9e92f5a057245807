//! Upvotes: members say with a button what they are for, once a person, and take it back with the same
//! button. They belong to a row of a feature, such as a question of an AMA or a suggestion, and go with
//! it or with the person.
//!
//! Whether somebody may vote, and what shows the new count, the feature decides in the same transaction:
//!
//! ```no_run
//! use steward::clock::Timestamp;
//! use steward::feature::upvotes::{self, Voted};
//!
//! # async fn example(
//! #     tx: &mut sqlx::SqliteConnection, guild: steward::ids::GuildId, ana: steward::ids::MemberId, now: Timestamp,
//! # ) -> steward::error::Result<()> {
//! let question = upvotes::Of { guild, feature: "ama", row: 7 };
//! assert_eq!(upvotes::toggle(tx, question, ana, now).await?, Voted::For);
//! assert_eq!(upvotes::count(&mut *tx, question).await?, 1);
//! # Ok(())
//! # }
//! ```

mod store;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{GuildId, MemberId};

pub use self::store::{TABLES, count, counts, delete, has, of_member};

/// What is voted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Of {
    pub guild: GuildId,
    /// The name of the feature.
    pub feature: &'static str,
    /// The feature's row.
    pub row: i64,
}

/// What a press on the button made of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voted {
    For,
    /// It is taken back.
    NotAnyMore,
}

/// Votes for something, or takes that back: in one transaction, so that of two presses at once the second
/// sees what the first did.
pub async fn toggle(tx: &mut SqliteConnection, of: Of, member: MemberId, now: Timestamp) -> Result<Voted> {
    if store::delete_of(&mut *tx, of, member).await? {
        return Ok(Voted::NotAnyMore);
    }
    store::insert(tx, of, member, now).await?;
    Ok(Voted::For)
}

/// Votes for something; whether that is new.
pub async fn vote(tx: &mut SqliteConnection, of: Of, member: MemberId, now: Timestamp) -> Result<bool> {
    store::insert(tx, of, member, now).await
}

/// A vote is taken back; whether there was one. Whoever is forgotten loses theirs so, before what shows them follows.
pub async fn take_back(tx: &mut SqliteConnection, of: Of, member: MemberId) -> Result<bool> {
    store::delete_of(tx, of, member).await
}

/// Two things become one: whoever was for either is for it, once.
pub async fn merge(tx: &mut SqliteConnection, from: Of, into: Of) -> Result<()> {
    store::copy(&mut *tx, from, into).await?;
    delete(tx, from).await
}

#[cfg(test)]
mod tests {
    use sqlx::SqlitePool;

    use super::*;

    const GUILD: GuildId = GuildId(11);
    const ANA: MemberId = MemberId(21);
    const BOB: MemberId = MemberId(22);
    const NOW: Timestamp = Timestamp(5);

    const fn question(row: i64) -> Of {
        Of { guild: GUILD, feature: "ama", row }
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn a_second_press_takes_a_vote_back(db: SqlitePool) {
        let mut tx = db.acquire().await.unwrap();
        let mut counted = Vec::new();
        for member in [ANA, BOB, ANA] {
            let voted = toggle(&mut tx, question(1), member, NOW).await.unwrap();
            counted.push((voted, count(&mut *tx, question(1)).await.unwrap()));
        }
        assert_eq!(counted, [(Voted::For, 1), (Voted::For, 2), (Voted::NotAnyMore, 1)]);
        assert!(!has(&mut *tx, question(1), ANA).await.unwrap() && has(&mut *tx, question(1), BOB).await.unwrap());
        assert!(!vote(&mut tx, question(1), BOB, NOW).await.unwrap(), "Bob is for it already");
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn whoever_was_for_both_counts_once_after_a_merge(db: SqlitePool) {
        let mut tx = db.acquire().await.unwrap();
        for (row, member) in [(1, ANA), (1, BOB), (2, BOB), (3, ANA)] {
            vote(&mut tx, question(row), member, NOW).await.unwrap();
        }
        merge(&mut tx, question(2), question(1)).await.unwrap();
        let all = counts(&mut *tx, GUILD, "ama", &[1, 2, 3]).await.unwrap();
        assert_eq!([1, 2, 3].map(|row| all.get(&row).copied().unwrap_or(0)), [2, 0, 1]);
        assert_eq!(of_member(&mut *tx, GUILD, "ama", ANA).await.unwrap(), [1, 3]);
    }
}
