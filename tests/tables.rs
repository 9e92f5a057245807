//! Every table says what it keeps about people: none without an entry, no column with somebody's id
//! that no entry names, and every entry can be carried out.

use std::collections::BTreeSet;

use sqlx::Row;
use steward::clock::{Clock, Timestamp};
use steward::db::table::{Of, Rule, Shown, Table};
use steward::db::{Db, OpenOptions, expiry, people};
use steward::feature;
use steward::features;
use steward::ids::{GuildId, MemberId};

/// Columns that end like an id and are nobody's: rows of ours, servers, channels, messages, orders.
const NOBODY: &[&str] = &[
    "after_id",
    "answer_id",
    "appeal_id",
    "appeal_question_id",
    "asked_id",
    "audit_id",
    "case_id",
    "backfill_id",
    "card_id",
    "change_id",
    "contact_id",
    "contest_id",
    "creation_id",
    "channel_id",
    "creation_id",
    "current_id",
    "decision_id",
    "digest_id",
    "draft_id",
    "edit_id",
    "entry_id",
    "erasure_id",
    "event_id",
    "first_id",
    "from_id",
    "guild_id",
    "handover_id",
    "heartbeat_id",
    "identify_id",
    "import_id",
    "item_id",
    "job_id",
    "lock_id",
    "mass_id",
    "mediation_id",
    "message_id",
    "notice_id",
    "occurrence_id",
    "order_id",
    "other_id",
    "outbox_id",
    "parent_id",
    "pause_id",
    "ping_id",
    "poll_id",
    "progress_id",
    "public_channel_id",
    "purge_id",
    "question_id",
    "raid_id",
    "report_entry_id",
    "report_id",
    "restore_id",
    "retention_id",
    "row_id",
    "rule_id",
    "rulebook_post_id",
    "scheduled_id",
    "session_id",
    "side_id",
    "slowmode_id",
    "stage_id",
    "survey_id",
    "tag_id",
    "theme_id",
    "thread_id",
    "to_id",
    "wave_id",
    "within_id",
    "suggestion_id",
    "surge_id",
];

fn tables() -> Vec<Table> {
    feature::registry::tables(&features::all())
}

async fn fresh() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("steward.db").display());
    let db = Db::open(&url, &Clock::system(), OpenOptions::default()).await.unwrap();
    (folder, db)
}

async fn columns(db: &Db) -> Vec<(String, String)> {
    let rows = sqlx::query(
        "SELECT t.name, c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'",
    );
    let rows = rows.fetch_all(db.read()).await.unwrap();
    rows.iter().map(|row| (row.get(0), row.get(1))).collect()
}

#[tokio::test]
async fn there_is_an_entry_for_every_table() {
    let (_folder, db) = fresh().await;
    let there: BTreeSet<String> = columns(&db).await.into_iter().map(|(table, _)| table).collect();
    let listed: Vec<String> = tables().iter().map(|table| table.name.to_owned()).collect();
    let known: BTreeSet<String> = listed.iter().cloned().collect();
    assert_eq!(known.len(), listed.len(), "a table stands there twice");
    let missing: Vec<_> = there.difference(&known).collect();
    assert!(missing.is_empty(), "write into the `tables` of their feature what becomes of {missing:?}");
    let gone: Vec<_> = known.difference(&there).collect();
    assert!(gone.is_empty(), "there are no such tables: {gone:?}");
}

#[tokio::test]
async fn a_server_is_named_where_a_table_belongs_to_one() {
    let (_folder, db) = fresh().await;
    let with_server: BTreeSet<String> =
        columns(&db).await.into_iter().filter(|(_, column)| column == "guild_id").map(|(table, _)| table).collect();
    for table in tables() {
        assert_eq!(table.of == Of::Server, with_server.contains(table.name), "{}", table.name);
    }
}

#[tokio::test]
async fn whoever_stands_in_a_column_is_named_by_an_entry() {
    let (_folder, db) = fresh().await;
    let tables = tables();
    let like_a_person = |column: &str| {
        let id = column.ends_with("_id") || column.ends_with("_by");
        id && !NOBODY.contains(&column)
    };
    for (table, column) in columns(&db).await.into_iter().filter(|(_, column)| like_a_person(column)) {
        let entry = tables.iter().find(|entry| entry.name == table).unwrap();
        let named = entry.people.iter().any(|person| person.who == column);
        assert!(named, "{table}.{column} looks like a person and no entry names it; nobody's go into NOBODY here");
    }
}

#[tokio::test]
async fn every_entry_can_be_carried_out() {
    let (_folder, db) = fresh().await;
    let tables = tables();
    let (guild, member) = (GuildId(1), MemberId(2));
    let mut reading = db.read().acquire().await.unwrap();
    people::count(&mut reading, &tables, guild, member).await.unwrap();
    people::export(&mut reading, &tables, guild, member).await.unwrap();
    people::forgettable(&mut reading, &tables).await.unwrap();
    people::servers(&mut reading, &tables, member).await.unwrap();
    drop(reading);
    let done = db.write(async move |tx: &mut sqlx::SqliteConnection| {
        people::forget(&mut *tx, &tables, guild, member).await?;
        for table in &tables {
            for rule in table.kept {
                expiry::expire(&mut *tx, table, rule, Timestamp(0), 10).await?;
            }
            expiry::remove(&mut *tx, table, guild, 10).await?;
        }
        Ok(())
    });
    done.await.unwrap();
}

#[test]
fn every_kind_has_a_name_and_a_reason_and_every_field_a_name() {
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/i18n/en")).unwrap();
    let texts: String = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    for person in tables().iter().flat_map(|table| table.people) {
        let Some(Shown { name, fields }) = person.shown else { continue };
        for key in [format!("\nprivacy-kind-{name} = "), format!("\nprivacy-why-{name} = ")] {
            assert!(texts.contains(&key), "{key}");
        }
        for field in fields {
            assert!(!field.0.is_empty() && field.0.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{}", field.0);
        }
    }
}

#[test]
fn nothing_about_people_is_kept_without_an_end() {
    for table in tables().iter().filter(|table| !table.people.is_empty()) {
        // Rows that hang on a case, on an entry or on a week go with it; what somebody has declined holds until they take it back.
        let goes_with_another = [
            "case_edits",
            "case_links",
            "moderation_notices",
            "moderation_decisions",
            "mass_targets",
            "survey_answers",
            "survey_kept",
        ];
        let goes_with_another = goes_with_another.contains(&table.name) || table.name.starts_with("activity_");
        let ends = table.kept.iter().any(|rule| match rule {
            Rule::Delete { .. } | Rule::By(_) => true,
            Rule::Set { set, .. } => table.people.iter().all(|person| set.contains(person.who)),
        });
        assert!(ends || goes_with_another || table.name == "privacy_choices", "{}", table.name);
    }
}
