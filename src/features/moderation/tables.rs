//! What the tables of moderation say about people. Cases stay when somebody is forgotten, or whoever
//! broke a rule could have that forgotten.

use crate::feature::table::{Column, Format, Person, Rule, Table};

use super::expiry;

/// The ground on which a person's cases stay.
const CASES: &str = "privacy-stays-cases";
/// On which what somebody did as staff stays.
const STAFF: &str = "privacy-stays-staff";

/// Whom a case is about, for tables that hang on one.
macro_rules! of_case {
    ($table:literal) => {
        Person::stays(concat!("(SELECT member_id FROM cases WHERE cases.case_id = ", $table, ".case_id)"), CASES)
    };
}

const CASE: &[Column] = &[
    Column("number", "number", Format::Plain),
    Column("kind", "kind", Format::Plain),
    Column("recorded_at", "at", Format::Time),
    Column("reason", "reason", Format::Plain),
    Column("rule", "rule", Format::Plain),
    Column("severity", "severity", Format::Plain),
    Column("points", "points", Format::Plain),
    Column("points_count_until", "points_expire_at", Format::Time),
    Column("evidence", "evidence", Format::Plain),
    Column("message_link", "link", Format::Plain),
    Column("quoted_message", "quote", Format::Plain),
    Column("until", "until", Format::Time),
    Column("ended_at", "ended_at", Format::Time),
    Column("taken_back_at", "voided_at", Format::Time),
    Column("taken_back_because", "void_reason", Format::Plain),
];

/// What somebody did as staff.
const DONE: &[Column] = &[
    Column("case", "number", Format::Plain),
    Column("what", "'recorded a ' || kind", Format::Plain),
    Column("at", "at", Format::Time),
];

/// A case before what refers to it.
pub const TABLES: &[Table] = &[
    Table::of_server("case_imports")
        .people(&[Person::stays("actor_id", STAFF), Person::stays("undone_by", STAFF)])
        .kept(&[Rule::Delete {
            days: 730,
            after: "at",
            only: Some("NOT EXISTS (SELECT 1 FROM cases WHERE cases.import_id = case_imports.import_id)"),
        }]),
    Table::of_server("cases")
        .people(&[
            Person::stays("member_id", CASES).only("kind <> 'note'").shown("cases", CASE),
            Person::stays("member_id", "privacy-stays-notes").only("kind = 'note'").shown(
                "notes",
                &[Column("number", "number", Format::Plain), Column("recorded_at", "at", Format::Time)],
            ),
            Person::stays("actor_id", STAFF).shown("done_as_staff", DONE),
            Person::stays("voided_by", STAFF),
        ])
        .kept(&[
            Rule::By(|tx, now, most| Box::pin(expiry::expire(tx, now, most))),
            Rule::Set {
                set: "evidence = NULL, link = NULL, quote = NULL",
                days: 400,
                after: "max(at, coalesce(imported_at, at))",
                only: "evidence IS NOT NULL OR link IS NOT NULL OR quote IS NOT NULL",
            },
        ]),
    Table::of_server("case_edits").people(&[of_case!("case_edits"), Person::stays("editor_id", STAFF)]),
    Table::of_server("case_links").people(&[of_case!("case_links"), Person::stays("linked_by", STAFF)]),
    Table::of_server("moderation_notices").people(&[of_case!("moderation_notices")]),
    Table::of_server("moderation_decisions")
        .people(&[of_case!("moderation_decisions"), Person::stays("decided_by", STAFF)]),
    Table::of_server("automod_hits").people(&[of_case!("automod_hits")]),
    Table::of_server("purges")
        .people(&[Person::taken_out("member_id", "member_id = NULL"), Person::stays("actor_id", STAFF)])
        .kept(&[Rule::Delete { days: 730, after: "at", only: None }]),
    Table::of_server("slowmodes").people(&[Person::stays("actor_id", STAFF)]).kept(&[Rule::Delete {
        days: 730,
        after: "at",
        only: None,
    }]),
    Table::of_server("channel_locks")
        .people(&[Person::stays("actor_id", STAFF), Person::stays("unlocked_by", STAFF)])
        .kept(&[Rule::Delete { days: 730, after: "ended_at", only: None }]),
    Table::of_server("mass_acts")
        .people(&[Person::stays("actor_id", STAFF), Person::stays("decided_by", STAFF)])
        .kept(&[Rule::By(|tx, now, most| Box::pin(expiry::masses(tx, now, most)))]),
    Table::of_server("mass_targets").people(&[Person::stays("member_id", CASES)]),
    Table::of_server("moderation_audit_reads"),
    Table::of_server("moderation_questions")
        .people(&[Person::whose("actor_id"), of_case!("moderation_questions")])
        .kept(&[Rule::Delete { days: 1, after: "at", only: None }]),
];
