//! What the tables of surveys say about people: what somebody answered goes with them, who made or sent
//! a survey is taken out of it. Of an anonymous survey nobody can say what is whose.

use crate::feature::table::{Column, Format, Person, Rule, Table};

/// How long answers are kept after their wave was closed.
const ANSWERS: i64 = 400;
/// How long it is kept who made or sent something: two years, whichever they are.
const STAFF: i64 = 731;

/// A draft that nothing will come of; one that comes by itself waits for its first time.
const UNTOUCHED: &str = "state = 'draft'
    AND NOT EXISTS (SELECT 1 FROM survey_schedules WHERE survey_schedules.survey_id = surveys.survey_id)";

const PROGRESS: &[Column] = &[
    Column("survey", "(SELECT title FROM surveys WHERE surveys.survey_id = survey_progress.survey_id)", Format::Plain),
    Column("begun_at", "at", Format::Time),
    Column("answers", "answers", Format::Plain),
];

const ENTRY: &[Column] = &[
    Column(
        "survey",
        "(SELECT title FROM surveys JOIN survey_waves USING (survey_id)
          WHERE survey_waves.wave_id = survey_entries.wave_id)",
        Format::Plain,
    ),
    Column("sent_at", "sent_at", Format::Time),
];

const ANSWER: &[Column] = &[
    Column(
        "question",
        "(SELECT text FROM survey_questions WHERE survey_questions.asked_id = survey_answers.asked_id)",
        Format::Plain,
    ),
    Column(
        "chosen",
        "(SELECT group_concat(json_extract(options, '$[' || value || ']'), '; ')
          FROM survey_questions, json_each(survey_answers.choices)
          WHERE survey_questions.asked_id = survey_answers.asked_id)",
        Format::Plain,
    ),
    Column("number", "number", Format::Plain),
    Column("words", "words", Format::Plain),
];

/// A survey before what refers to it.
pub const TABLES: &[Table] =
    &[
        Table::of_server("surveys").people(&[Person::taken_out("made_by", "made_by = NULL")]).kept(&[
            Rule::Delete { days: 90, after: "changed_at", only: Some(UNTOUCHED) },
            Rule::Set { set: "made_by = NULL", days: STAFF, after: "at", only: "made_by IS NOT NULL" },
        ]),
        Table::of_server("survey_questions"),
        Table::of_server("survey_waves").people(&[Person::taken_out("sent_by", "sent_by = NULL")]).kept(&[
            Rule::Delete { days: 90, after: "at", only: Some("state = 'failed'") },
            Rule::Set { set: "sent_by = NULL", days: STAFF, after: "at", only: "sent_by IS NOT NULL" },
        ]),
        // Of a wave it goes at the close.
        Table::of_server("survey_progress")
            .people(&[Person::whose("member_id").shown("survey_drafts", PROGRESS)])
            .kept(&[Rule::Delete { days: 1, after: "at", only: Some("wave_id IS NULL") }]),
        Table::of_server("survey_entries").people(&[Person::whose("member_id").shown("surveys", ENTRY)]).kept(&[
            Rule::Delete {
                days: ANSWERS,
                after: "(SELECT closed_at FROM survey_waves WHERE survey_waves.wave_id = survey_entries.wave_id)",
                only: None,
            },
        ]),
        // These go with their entry.
        Table::of_server("survey_answers").people(&[Person::whose(
            "(SELECT member_id FROM survey_entries WHERE survey_entries.entry_id = survey_answers.entry_id)",
        )
        .shown("survey_answers", ANSWER)]),
        Table::of_server("survey_schedules")
            .people(&[Person::taken_out("set_by", "set_by = NULL")])
            .kept(&[Rule::Set { set: "set_by = NULL", days: STAFF, after: "at", only: "set_by IS NOT NULL" }]),
        // What was kept stands where feedback stands; here it goes with the entry.
        Table::of_server("survey_kept").people(&[Person::whose(
            "(SELECT member_id FROM survey_entries WHERE survey_entries.entry_id = survey_kept.entry_id)",
        )]),
    ];
