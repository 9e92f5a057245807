//! SQL of contests, a file for each table; and what the tables say about people.

pub mod contests;
pub mod entries;
pub mod files;

use crate::feature::table::{Column, Format, Person, Rule, Table};

/// How long it is kept who submitted what, after a contest was closed.
const AUTHORS: i64 = 90;
/// How long it is kept who ran a contest.
const STAFF: i64 = 731;

const CONTEST: &[Column] = &[
    Column("number", "number", Format::Plain),
    Column("title", "title", Format::Plain),
    Column("published_at", "published_at", Format::Time),
];

const ENTRY: &[Column] = &[
    Column(
        "contest",
        "(SELECT title FROM contests WHERE contests.contest_id = contest_entries.contest_id)",
        Format::Plain,
    ),
    Column("title", "title", Format::Plain),
    Column("text", "text", Format::Plain),
    Column("link", "link", Format::Plain),
    Column("state", "state", Format::Plain),
    Column("submitted_at", "submitted_at", Format::Time),
];

/// The tables of contests: what was submitted stays with its contest, whoever submitted it and the files go 90 days
/// after the close, whoever ran it after two years. An entry goes with the person, and its file with it.
pub const TABLES: &[Table] = &[
    Table::of_server("contests")
        .people(&[
            Person::stays("author_id", "privacy-stays-staff").shown("contests", CONTEST),
            Person::stays("closed_by", "privacy-stays-staff"),
        ])
        .kept(&[Rule::Set {
            set: "author_id = 0, closed_by = NULL",
            days: STAFF,
            after: "closed_at",
            only: "author_id <> 0",
        }]),
    Table::of_server("contest_entries")
        .people(&[
            Person::whose("member_id").shown("contest_entries", ENTRY),
            Person::taken_out("reviewed_by", "reviewed_by = NULL"),
        ])
        .kept(&[Rule::Set {
            set: "member_id = NULL, reviewed_by = NULL",
            days: AUTHORS,
            after: "(SELECT closed_at FROM contests WHERE contests.contest_id = contest_entries.contest_id)",
            only: "member_id IS NOT NULL OR reviewed_by IS NOT NULL",
        }]),
    Table::of_server("contest_files").kept(&[Rule::Delete {
        days: AUTHORS,
        after: "(SELECT closed_at FROM contests JOIN contest_entries USING (contest_id)
                 WHERE contest_entries.entry_id = contest_files.entry_id)",
        only: None,
    }]),
];
