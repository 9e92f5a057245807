//! SQL of AMA sessions, a file for each table; and what the tables say about people.

pub mod answers;
pub mod blocks;
pub mod hosts;
pub mod prepared;
pub mod questions;
pub mod sessions;

use crate::feature::table::{Column, Format, Person, Rule, Table};

/// How long it is kept who asked, after a session was closed.
const ASKERS: i64 = 90;
/// How long it is kept what a host has written ahead and not posted: as long as they can still post it.
const PREPARED_DAYS: i64 = 7;
/// How long it is kept who ran a session or answered in it.
const STAFF: i64 = 731;

const SESSION: &[Column] = &[
    Column("number", "number", Format::Plain),
    Column("title", "title", Format::Plain),
    Column("published_at", "published_at", Format::Time),
];

const QUESTION: &[Column] = &[
    Column(
        "session",
        "(SELECT title FROM ama_sessions WHERE ama_sessions.session_id = ama_questions.session_id)",
        Format::Plain,
    ),
    Column("question", "text", Format::Plain),
    Column("context", "context", Format::Plain),
    Column("state", "state", Format::Plain),
    Column("asked_at", "asked_at", Format::Time),
];

const ANSWER: &[Column] = &[
    Column(
        "question",
        "(SELECT text FROM ama_questions WHERE ama_questions.question_id = ama_answers.question_id)",
        Format::Plain,
    ),
    Column("answer", "text", Format::Plain),
    Column("at", "at", Format::Time),
];

const HOST: &[Column] = &[
    Column(
        "session",
        "(SELECT title FROM ama_sessions WHERE ama_sessions.session_id = ama_hosts.session_id)",
        Format::Plain,
    ),
    Column("since", "at", Format::Time),
];

const PREPARED: &[Column] = &[
    Column(
        "question",
        "(SELECT text FROM ama_questions WHERE ama_questions.question_id = ama_prepared.question_id)",
        Format::Plain,
    ),
    Column("answer", "text", Format::Plain),
    Column("at", "at", Format::Time),
];

const BLOCK: &[Column] = &[
    Column(
        "session",
        "(SELECT title FROM ama_sessions WHERE ama_sessions.session_id = ama_blocks.session_id)",
        Format::Plain,
    ),
    Column("since", "at", Format::Time),
];

/// The tables of the feature: what was asked and answered stays with its session, who asked goes 90 days after the
/// close, who ran it and who answered after two years. A question goes with its asker, and its answer with it.
pub const TABLES: &[Table] = &[
    Table::of_server("ama_sessions")
        .people(&[
            Person::stays("author_id", "privacy-stays-staff").shown("ama_sessions", SESSION),
            Person::stays("closed_by", "privacy-stays-staff"),
        ])
        .kept(&[Rule::Set {
            set: "author_id = 0, closed_by = NULL",
            days: STAFF,
            after: "closed_at",
            only: "author_id <> 0",
        }]),
    Table::of_server("ama_hosts")
        .people(&[
            Person::whose("member_id").shown("ama_hosts", HOST),
            Person::taken_out("added_by", "added_by = 0").only("added_by <> 0"),
        ])
        .kept(&[Rule::Delete {
            days: STAFF,
            after: "(SELECT closed_at FROM ama_sessions WHERE ama_sessions.session_id = ama_hosts.session_id)",
            only: None,
        }]),
    Table::of_server("ama_questions")
        .people(&[
            Person::whose("member_id").shown("ama_questions", QUESTION),
            Person::taken_out("reviewed_by", "reviewed_by = NULL"),
            Person::taken_out("claimed_by", "claimed_by = NULL, claimed_at = NULL"),
        ])
        .kept(&[Rule::Set {
            set: "member_id = NULL, mark = NULL, reviewed_by = NULL, claimed_by = NULL, claimed_at = NULL",
            days: ASKERS,
            after: "(SELECT closed_at FROM ama_sessions WHERE ama_sessions.session_id = ama_questions.session_id)",
            only: "member_id IS NOT NULL OR reviewed_by IS NOT NULL OR claimed_by IS NOT NULL",
        }]),
    Table::of_server("ama_answers")
        .people(&[Person::taken_out("host_id", "host_id = NULL").shown("ama_answers", ANSWER)])
        .kept(&[Rule::Set { set: "host_id = NULL", days: STAFF, after: "at", only: "host_id IS NOT NULL" }]),
    Table::of_server("ama_answer_posts"),
    Table::of_server("ama_prepared").people(&[Person::whose("host_id").shown("ama_prepared", PREPARED)]).kept(&[
        Rule::Delete {
            days: PREPARED_DAYS,
            after: "(SELECT closed_at FROM ama_sessions JOIN ama_questions USING (session_id)
                     WHERE ama_questions.question_id = ama_prepared.question_id)",
            only: None,
        },
    ]),
    Table::of_server("ama_blocks")
        .people(&[
            Person::whose("member_id").shown("ama_blocks", BLOCK),
            Person::taken_out("blocked_by", "blocked_by = 0").only("blocked_by <> 0"),
        ])
        .kept(&[Rule::Delete {
            days: ASKERS,
            after: "(SELECT closed_at FROM ama_sessions WHERE ama_sessions.session_id = ama_blocks.session_id)",
            only: None,
        }]),
];
