//! What each table says about people: declared once beside its queries, carried out for all alike.
//!
//! A feature lists its tables in its form, the platform its own in [`TABLES`](super::TABLES),
//! `discord::TABLES` and `jobs::TABLES`. [`people`](super::people) shows, exports and forgets by
//! these entries, [`expiry`](super::expiry) removes what has had its time and what belonged to a
//! server that Steward has left. A table without an entry fails a test, and so does a column with
//! somebody's id that no entry names.

use std::future::Future;
use std::pin::Pin;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::ids::{GuildId, MemberId};

/// A future on the heap, for functions that stand in an entry.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What is seen to before the rows of a person go: sums that they are part of.
pub type BeforeForgetting = for<'t> fn(&'t mut SqliteConnection, GuildId, MemberId) -> BoxFuture<'t, Result<()>>;

/// Removes what has had its time where that takes more than one condition: at most so many rows at
/// once. Gives back how many it saw to; 0 where nothing is left.
pub type Expiring = for<'t> fn(&'t mut SqliteConnection, Timestamp, i64) -> BoxFuture<'t, Result<i64>>;

/// One table. What is SQL in it is written in the source, never made of what anybody typed.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    pub name: &'static str,
    /// Whether its rows belong to a server, and go with it.
    pub of: Of,
    /// Where it names people, and what becomes of that when they are forgotten; empty where it says
    /// nothing about people.
    pub people: &'static [Person],
    /// What is seen to before that.
    pub before_forgetting: Option<BeforeForgetting>,
    /// How long its rows are kept; empty: as long as the server is there.
    pub kept: &'static [Rule],
}

/// What the rows of a table belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// To the server in the column `guild_id`: they go with it.
    Server,
    /// To no server, or to all of them.
    Steward,
}

/// People as a table names them.
#[derive(Debug, Clone, Copy)]
pub struct Person {
    /// The column with their id, or another expression of SQL that gives it.
    pub who: &'static str,
    /// The rows that are meant, as a condition in SQL; `None`: all.
    pub only: Option<&'static str>,
    pub forget: Forget,
    /// As people read it under `/privacy`; `None` where another entry tells of the same.
    pub shown: Option<Shown>,
}

/// What becomes of the rows about a person who is forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forget {
    /// They go.
    Rows,
    /// They stay without the person: what is set, in SQL.
    Set(&'static str),
    /// They stay; the key of the sentence that says on what ground, and how long.
    Stays(&'static str),
}

/// A kind of data, as people read of it.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// Its name in exports: "days". `privacy-kept-days` is the sentence that says how many there are,
    /// why, and until when.
    pub name: &'static str,
    /// What an export says of each row.
    pub fields: &'static [Column],
}

/// One thing that an export says of a row: its name there, the column or expression it comes from,
/// and what that is.
#[derive(Debug, Clone, Copy)]
pub struct Column(pub &'static str, pub &'static str, pub Format);

/// How a value is written in an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// As it is.
    Plain,
    /// An id: as text, since it is larger than what other programs take for a number.
    Id,
    /// Unix milliseconds: as RFC 3339, in UTC.
    Time,
    /// A day number: as a date.
    Day,
}

/// How long rows are kept.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    /// Rows go so many days after an instant (unix ms, an expression of SQL; NULL: never). `only`: the
    /// rows that are meant.
    Delete { days: i64, after: &'static str, only: Option<&'static str> },
    /// Rows stay without a part of them: what is set, in SQL. `only` has to exclude what is done.
    Set { set: &'static str, days: i64, after: &'static str, only: &'static str },
    /// What takes more than a condition.
    By(Expiring),
}

impl Table {
    /// A table of servers that says nothing about people and is kept as long as its server is there.
    pub const fn of_server(name: &'static str) -> Self {
        Self { name, of: Of::Server, people: &[], before_forgetting: None, kept: &[] }
    }

    /// A table of no server that says nothing about people and is kept for good.
    pub const fn of_steward(name: &'static str) -> Self {
        Self { of: Of::Steward, ..Self::of_server(name) }
    }

    /// With people in it.
    #[must_use]
    pub const fn people(mut self, people: &'static [Person]) -> Self {
        self.people = people;
        self
    }

    /// Kept for a time.
    #[must_use]
    pub const fn kept(mut self, kept: &'static [Rule]) -> Self {
        self.kept = kept;
        self
    }

    /// With something to see to before a person's rows go.
    #[must_use]
    pub const fn before_forgetting(mut self, work: BeforeForgetting) -> Self {
        self.before_forgetting = Some(work);
        self
    }
}

impl Person {
    /// Whoever stands in a column; their rows go with them.
    pub const fn whose(who: &'static str) -> Self {
        Self { who, only: None, forget: Forget::Rows, shown: None }
    }

    /// Whoever stands in a column; the rows stay, on the ground that this sentence gives.
    pub const fn stays(who: &'static str, ground: &'static str) -> Self {
        Self { forget: Forget::Stays(ground), ..Self::whose(who) }
    }

    /// Whoever stands in a column is taken out of the row.
    pub const fn taken_out(who: &'static str, set: &'static str) -> Self {
        Self { forget: Forget::Set(set), ..Self::whose(who) }
    }

    /// Only in these rows.
    #[must_use]
    pub const fn only(mut self, only: &'static str) -> Self {
        self.only = Some(only);
        self
    }

    /// Shown and exported under a name.
    #[must_use]
    pub const fn shown(mut self, name: &'static str, fields: &'static [Column]) -> Self {
        self.shown = Some(Shown { name, fields });
        self
    }
}
