//! Importing history: twice, in any order, cut into several files, killed half-way, and with files
//! that are broken or of something else.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use steward::app::consent::Consent;
use steward::clock::{Clock, Timestamp};
use steward::error::Error;
use steward::features::activity::import;
use steward::features::activity::import::{LeftOut, Refused, Wanted};
use steward::features::activity::store;
use steward::features::activity::store::Span;
use steward::i18n;
use steward::i18n::Locale;
use steward::ids::{ChannelId, GuildId};
use steward::text::zone::Zone;
use tempfile::TempDir;

use crate::scenarios::activity::figures::{database, import, same_rows, table};
use crate::support::community::{Channel, Community, Dice, Kind, Message, Size, write};

/// Hours of overlap with which a cut is exact even if the later part was imported first.
const OVERLAP: i64 = 168 * 3_600_000;

async fn dump(db: &steward::db::Db) -> Vec<String> {
    let mut rows = Vec::new();
    for table in [
        "activity_days",
        "activity_member_weeks",
        "activity_channel_weeks",
        "activity_firsts",
        "connections",
        "activity_moves",
        "activity_channels",
        "covered",
    ] {
        let columns: String = sqlx::query_scalar("SELECT group_concat(name, ' || '','' || ') FROM (SELECT 'ifnull(' || name || ', '''')' AS name FROM pragma_table_info(?))")
            .bind(table)
            .fetch_one(db.read())
            .await
            .unwrap();
        let all: Vec<String> =
            sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT '{table},' || {columns} FROM {table} ORDER BY 1")))
                .fetch_all(db.read())
                .await
                .unwrap();
        rows.extend(all);
    }
    rows
}

#[tokio::test]
async fn importing_again_changes_nothing() {
    let community = Community::made(1, Size::default());
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder, "a.db", community.guild, "UTC").await;
    let files = community.write_files(folder.path());
    let first = import(&db, &files).await;
    assert_eq!(first.progress.messages, community.member_messages().count() as u64);
    let before = dump(&db).await;

    let again = import(&db, &files).await;
    assert_eq!((again.progress.messages, again.progress.files_known), (0, files.len()));
    assert_eq!(dump(&db).await, before);

    // The same messages in a file with other bytes: not recognised as a file, and still counted once.
    let channel = &community.channels[0];
    let mut export = community.export(channel, community.messages_of(channel));
    export["exportedAt"] = json!("2026-11-21T00:00:00+00:00");
    let other = import(&db, &[write(folder.path(), "again", &export)]).await;
    assert_eq!((other.progress.messages, other.progress.files_known), (0, 0));
    assert!(other.progress.messages_known > 0);
    assert_eq!(without_known_to(dump(&db).await), without_known_to(before));
    db.close().await;
}

/// Until when a channel is known is all that a later export may change.
fn without_known_to(rows: Vec<String>) -> Vec<String> {
    rows.into_iter().filter(|row| !row.starts_with("covered")).collect()
}

/// Cuts the messages of a channel into parts, each reaching `overlap` into the next.
fn cut<'c>(community: &'c Community, channel: &Channel, dice: &mut Dice, overlap: i64) -> Vec<Vec<&'c Message>> {
    let messages = community.messages_of(channel);
    let mut parts = Vec::new();
    let mut start = 0;
    while start < messages.len() {
        let end = (start + 1 + dice.below(messages.len())).min(messages.len());
        let until = messages[end - 1].at + overlap;
        parts.push(
            messages[start..]
                .iter()
                .enumerate()
                .take_while(|(place, message)| start + place < end || (overlap > 0 && message.at <= until))
                .map(|(_, message)| *message)
                .collect(),
        );
        start = end;
    }
    parts
}

fn write_parts(community: &Community, folder: &Path, dice: &mut Dice, overlap: i64) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for channel in &community.channels {
        for (place, part) in cut(community, channel, dice, overlap).into_iter().enumerate() {
            let name = format!("{} [part {place}]", channel.id);
            files.push(write(folder, &name, &community.export(channel, part)));
        }
    }
    dice.shuffle(&mut files);
    files
}

#[tokio::test]
async fn a_channel_may_come_in_several_files_in_any_order() {
    for seed in 20..26 {
        let mut dice = Dice::new(seed);
        let community = Community::made(seed, Size { weeks: 7, ..Size::default() });
        let expected = community.recount(&Zone::utc());
        let folder = tempfile::tempdir().unwrap();
        let overlap = if dice.once_in(2) { OVERLAP } else { 0 };
        let files = write_parts(&community, folder.path(), &mut dice, overlap);

        let db = database(&folder, "a.db", community.guild, "UTC").await;
        import(&db, &files).await;
        same_rows(&table(&db, community.guild, "UTC").await, &expected, seed, "parts");
        db.close().await;
    }
}

#[tokio::test]
async fn messages_dealt_out_among_files_like_cards_are_put_together_again() {
    let community = Community::made(31, Size { weeks: 5, ..Size::default() });
    let mut dice = Dice::new(31);
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for channel in &community.channels {
        let mut hands: [Vec<&Message>; 3] = Default::default();
        for message in community.messages_of(channel) {
            hands[dice.below(3)].push(message);
            if dice.once_in(5) {
                hands[dice.below(3)].push(message);
            }
        }
        for (place, mut hand) in hands.into_iter().enumerate() {
            // An export may be written from the last message to the first.
            hand.reverse();
            files.push(write(folder.path(), &format!("{} {place}", channel.id), &community.export(channel, hand)));
        }
    }
    dice.shuffle(&mut files);
    let db = database(&folder, "a.db", community.guild, "UTC").await;
    import(&db, &files).await;
    same_rows(&table(&db, community.guild, "UTC").await, &community.recount(&Zone::utc()), 31, "dealt out");
    db.close().await;
}

#[tokio::test]
async fn parts_imported_one_by_one_in_any_order_are_exact_if_they_overlap_by_a_week() {
    for seed in 40..44 {
        let mut dice = Dice::new(seed);
        // Replies point to messages of other parts, which one call alone cannot know.
        let mut community = Community::made(seed, Size { weeks: 7, ..Size::default() });
        community.messages.iter_mut().for_each(|message| message.replies_to = None);
        let folder = tempfile::tempdir().unwrap();
        let files = write_parts(&community, folder.path(), &mut dice, OVERLAP);
        let db = database(&folder, "a.db", community.guild, "UTC").await;
        for file in files {
            import(&db, &[file]).await;
        }
        let found = table(&db, community.guild, "UTC").await;
        same_rows(&found, &community.recount(&Zone::utc()), seed, "one by one");
        db.close().await;
    }
}

/// Of the rest one call alone could not know who wrote what they reply to.
#[tokio::test]
async fn parts_imported_before_are_understood_better_beside_the_rest() {
    for seed in 45..51 {
        let mut dice = Dice::new(seed);
        let community = Community::made(seed, Size { weeks: 7, ..Size::default() });
        let folder = tempfile::tempdir().unwrap();
        let files = write_parts(&community, folder.path(), &mut dice, 0);
        let db = database(&folder, "a.db", community.guild, "UTC").await;
        import(&db, &files[..files.len() / 2]).await;
        import(&db, &files).await;
        let found = table(&db, community.guild, "UTC").await;
        same_rows(&found, &community.recount(&Zone::utc()), seed, "half, then all");
        db.close().await;
    }
}

/// Discord writes "joined" a moment after the join that Steward saw.
#[tokio::test]
async fn joins_that_were_seen_are_not_imported() {
    let community = Community::made(52, Size { weeks: 2, ..Size::default() });
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder, "a.db", community.guild, "UTC").await;
    let files = community.write_files(folder.path());
    let guild = GuildId(community.guild);
    let (from, to) = (community.messages[0].at, community.messages[community.messages.len() / 2].at);
    let seen = Span { from: Timestamp(from), to: Timestamp(to) };
    db.write(async move |tx: &mut sqlx::SqliteConnection| store::extend_record(tx, &[(guild, seen)]).await)
        .await
        .unwrap();

    let later = community.messages.iter().filter(|message| message.kind == Kind::Join && message.at > to).count();
    assert!(later > 0 && community.messages.iter().any(|message| message.kind == Kind::Join && message.at <= to));
    assert_eq!(import(&db, &files).await.progress.joins, later as u64);
    db.close().await;
}

#[tokio::test]
async fn where_steward_was_connected_an_old_export_renames_nothing() {
    let community = Community::made(53, Size { weeks: 2, ..Size::default() });
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder, "a.db", community.guild, "UTC").await;
    let files = community.write_files(folder.path());
    let (guild, channel) = (GuildId(community.guild), ChannelId(community.channels[0].id));
    let seen = Span { from: Timestamp(0), to: Timestamp(1) };
    db.write(async move |tx: &mut sqlx::SqliteConnection| {
        store::extend_record(tx, &[(guild, seen)]).await?;
        store::name_channel(tx, guild, channel, None, "named-since").await
    })
    .await
    .unwrap();

    import(&db, &files).await;

    let name = "SELECT name FROM activity_channels WHERE channel_id = ?";
    let name: String = sqlx::query_scalar(name).bind(channel).fetch_one(db.read()).await.unwrap();
    assert_eq!(name, "named-since");
    db.close().await;
}

#[tokio::test]
async fn an_export_that_reaches_further_adds_only_what_is_new() {
    let community = Community::made(50, Size::default());
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder, "a.db", community.guild, "UTC").await;
    let (early, full) = (folder.path().join("early"), folder.path().join("full"));
    std::fs::create_dir_all(&early).unwrap();
    std::fs::create_dir_all(full.join("deeper")).unwrap();
    let half = community.messages[community.messages.len() / 2].at;
    for channel in &community.channels {
        let messages = community.messages_of(channel);
        let first: Vec<_> = messages.iter().copied().filter(|message| message.at < half).collect();
        write(&early, &channel.id.to_string(), &community.export(channel, first));
        write(&full.join("deeper"), &channel.id.to_string(), &community.export(channel, messages));
    }
    std::fs::write(full.join("notes.txt"), "not an export").unwrap();
    let before = import(&db, &[early]).await.progress;
    let after = import(&db, &[full]).await.progress;
    assert_eq!(before.messages + after.messages, community.member_messages().count() as u64);
    assert_eq!(after.messages_known, before.messages);
    same_rows(&table(&db, community.guild, "UTC").await, &community.recount(&Zone::utc()), 50, "further");
    db.close().await;
}

/// A folder with three good files and one that is spoilt: what is said of that one, and how many are in.
async fn import_with(spoil: impl FnOnce(&mut Vec<u8>)) -> (String, usize) {
    let community = Community::made(60, Size { weeks: 3, ..Size::default() });
    let folder = tempfile::tempdir().unwrap();
    let mut channels: Vec<&Channel> = community.channels.iter().collect();
    channels.sort_by_key(|channel| channel.id);
    let mut files = Vec::new();
    for channel in &channels[..4] {
        files.push(write(
            folder.path(),
            &channel.name.replace(['\\', '=', ';'], "_"),
            &community.export(channel, community.messages_of(channel)),
        ));
    }
    let mut bytes = std::fs::read(&files[2]).unwrap();
    spoil(&mut bytes);
    let broken = folder.path().join("broken.json");
    std::fs::rename(&files[2], &broken).unwrap();
    std::fs::write(&broken, bytes).unwrap();
    files[2] = broken;

    let db = database(&folder, "a.db", community.guild, "UTC").await;
    let summary = import(&db, &files).await;
    let [Refused { path, reason, .. }] = summary.refused.as_slice() else { panic!("{:?}", summary.refused) };
    let place = reason.place().map_or_else(String::new, |(line, column)| format!(", line {line}, column {column}"));
    let name = path.file_name().unwrap().to_string_lossy();
    let text = format!("{name}{place}: {}", i18n::plain(Locale::En, &reason.message()));
    let imports: i64 = sqlx::query_scalar("SELECT count(*) FROM activity_imports").fetch_one(db.read()).await.unwrap();
    let channels: i64 =
        sqlx::query_scalar("SELECT count(DISTINCT channel_id) FROM covered").fetch_one(db.read()).await.unwrap();
    assert_eq!(imports, channels, "nothing is half imported");
    db.close().await;
    (text, usize::try_from(imports).unwrap())
}

fn replace_once(bytes: &mut Vec<u8>, from: &str, to: &str) {
    let text = String::from_utf8(std::mem::take(bytes)).unwrap();
    assert!(text.contains(from), "{from}");
    *bytes = text.replacen(from, to, 1).into_bytes();
}

#[tokio::test]
async fn a_truncated_file_is_refused_and_the_others_are_in() {
    let (text, imported) = import_with(|bytes| bytes.truncate(bytes.len() / 2)).await;
    assert_eq!(imported, 3);
    assert!(text.starts_with("broken.json, line 1, column "), "{text}");
    assert!(text.contains("the file ends in the middle"), "{text}");
}

#[tokio::test]
async fn an_id_that_is_no_whole_number_is_refused() {
    for wrong in ["\"id\":1.5e18", "\"id\":\"12ab\"", "\"id\":\"99999999999999999999\"", "\"id\":\"\"", "\"id\":\"-5\""]
    {
        let (text, imported) = import_with(|bytes| {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let start = text.find("\"author\":").unwrap();
            let id = start + text[start..].find("\"id\":").unwrap();
            let end = id + text[id..].find(',').unwrap();
            *bytes = format!("{}{wrong}{}", &text[..id], &text[end..]).into_bytes();
        })
        .await;
        assert_eq!(imported, 3, "{wrong}");
        assert!(text.contains("is no id") && text.contains("line 1, column "), "{text}");
    }
}

#[tokio::test]
async fn a_time_that_is_none_is_refused() {
    let (text, imported) =
        import_with(|bytes| replace_once(bytes, "\"timestamp\":\"20", "\"timestamp\":\"31.12.20")).await;
    assert_eq!(imported, 3);
    assert!(text.contains("is no time"), "{text}");
}

#[tokio::test]
async fn what_is_no_export_is_passed_over_and_the_rest_is_imported() {
    for (wrong, words) in [
        ("<html></html>", "this is no JSON"),
        ("", "the file is empty"),
        ("[]", "this is not what DiscordChatExporter writes"),
        ("{}", "this is not what DiscordChatExporter writes"),
        ("{\"guild\": \"Tea house\", \"channel\": 5, \"messages\": []}", "this is not what DiscordChatExporter writes"),
        (
            "{\"guild\":{\"id\":\"0\",\"name\":\"Direct Messages\"},\"channel\":{\"id\":\"5\"},\"messages\":[]}",
            "this is a private conversation",
        ),
        ("{\"a\":[1,2", "the file ends in the middle"),
    ] {
        let (text, imported) = import_with(|bytes| *bytes = wrong.as_bytes().to_vec()).await;
        assert_eq!(imported, 3, "{wrong}");
        assert!(text.contains(words) && !text.contains("line 0"), "{wrong}: {text}");
    }
}

#[tokio::test]
async fn a_message_that_lacks_something_is_refused() {
    let (text, imported) = import_with(|bytes| replace_once(bytes, "\"author\":", "\"writer\":")).await;
    assert_eq!(imported, 3);
    assert!(text.contains("missing field `author`"), "{text}");
}

#[tokio::test]
async fn files_of_another_server_than_the_one_named_are_refused() {
    let community = Community::made(61, Size { weeks: 2, ..Size::default() });
    let folder = tempfile::tempdir().unwrap();
    let files = community.write_files(folder.path());
    let db = database(&folder, "a.db", community.guild, "UTC").await;
    let outcome = import::import(
        &db,
        &Clock::system(),
        &files,
        &Wanted { guild: Some(GuildId(42)), ..Wanted::default() },
        &LeftOut::new(&db, Consent::default()),
        |_| (),
    )
    .await;
    let Err(Error::Told(message)) = outcome else { panic!("{outcome:?}") };
    let text = i18n::plain(Locale::En, &message);
    assert!(text.contains(&format!("belongs to the server {}, not to 42", community.guild)), "{text}");
    let same = import::import(
        &db,
        &Clock::system(),
        &files,
        &Wanted { guild: Some(GuildId(community.guild)), ..Wanted::default() },
        &LeftOut::new(&db, Consent::default()),
        |_| (),
    )
    .await;
    assert!(same.is_ok());
    db.close().await;
}

/// What old and new exporters write differently, and what they write beside messages.
#[tokio::test]
async fn forms_of_other_versions_are_understood() {
    let community = Community::made(62, Size { weeks: 2, ..Size::default() });
    let folder = tempfile::tempdir().unwrap();
    let channel = &community.channels[0];
    let messages = community.messages_of(channel);
    let mut export = community.export(channel, messages.iter().copied());
    for message in export["messages"].as_array_mut().unwrap() {
        let fields = message.as_object_mut().unwrap();
        if fields["mentions"].as_array().unwrap().is_empty() {
            fields.remove("mentions");
        }
        fields.insert("reactions".to_owned(), Value::Null);
        fields.insert(
            "type".to_owned(),
            if fields["type"] == "ChannelPinnedMessage" { json!(46) } else { fields["type"].clone() },
        );
        fields.insert("forwardedMessage".to_owned(), json!({"content": "\\ud83d", "timestamp": "never"}));
        let author: i64 = fields["author"]["id"].as_str().unwrap().parse().unwrap();
        fields["author"]["id"] = json!(author);
    }
    export["dateRange"] = Value::Null;
    export["exportedAt"] = Value::Null;
    let text = format!("\u{feff}{}", serde_json::to_string_pretty(&export).unwrap()).replace("\\\\ud83d", "\\ud83d");
    let path = folder.path().join("old.JSON");
    std::fs::write(&path, text).unwrap();
    let db = database(&folder, "a.db", community.guild, "UTC").await;
    let summary = import(&db, &[folder.path().to_owned()]).await;
    let counted = messages.iter().filter(|message| community.is_member_message(message)).count();
    assert_eq!(summary.progress.messages, counted as u64);
    db.close().await;
}

/// `steward` in a folder of its own.
fn steward(folder: &TempDir, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_steward"));
    command
        .current_dir(folder.path())
        .args(args)
        .env_remove("DISCORD_TOKEN")
        .env_remove("STEWARD_CONFIG")
        .env_remove("DISCORD_API_URL")
        .env("DATABASE_URL", "sqlite:steward.db")
        .env("RUST_LOG", "off")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

#[test]
fn an_import_that_was_killed_goes_on_where_it_was() {
    let community = Community::made(70, Size { weeks: 10, members: 60, messages_a_week: 150 });
    let expected = community.recount(&Zone::utc());
    for files in 1..community.channels.len() {
        let folder = tempfile::tempdir().unwrap();
        let export = folder.path().join("export");
        std::fs::create_dir(&export).unwrap();
        community.write_files(&export);

        // A line is said for every file that is in; the next one is on its way when the kill comes.
        let mut first = steward(&folder, &["import", "export"]).spawn().unwrap();
        let talk = BufReader::new(first.stderr.take().unwrap());
        assert_eq!(talk.lines().take(files).count(), files);
        first.kill().unwrap();
        first.wait().unwrap();

        let again = steward(&folder, &["import", "export"]).output().unwrap();
        assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
        let stats = steward(&folder, &["stats", "--weeks", "2019-W01..2024-W52", "--format", "csv"]).output().unwrap();
        same_rows(&String::from_utf8(stats.stdout).unwrap(), &expected, files as u64, "killed after so many files");
    }
}

#[test]
fn figures_come_as_a_table_on_stdout_and_talk_goes_to_stderr() {
    let community = Community::made(71, Size { weeks: 3, ..Size::default() });
    let folder = tempfile::tempdir().unwrap();
    let export = folder.path().join("export");
    std::fs::create_dir(&export).unwrap();
    let files = community.write_files(&export);

    let none = steward(&folder, &["stats", "--weeks", "2020-W01..2020-W02"]).output().unwrap();
    assert_eq!(none.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&none.stderr).contains("The database holds no server yet."));

    let said = steward(&folder, &["import", "export"]).output().unwrap();
    let talk = String::from_utf8(said.stderr).unwrap();
    assert!(said.status.success() && said.stdout.is_empty(), "{talk}");
    let count = community.member_messages().count();
    assert!(talk.contains(&format!("Imported: {count} messages")) && talk.contains("--weeks "), "{talk}");
    assert!(talk.contains(&format!("{0} of {0} files", files.len())), "{talk}");

    let guild = community.guild.to_string();
    let args = ["stats", "--guild", guild.as_str(), "--weeks", "2019-W01..2024-W52", "--format", "csv"];
    let stats = steward(&folder, &args).output().unwrap();
    let table = String::from_utf8(stats.stdout).unwrap();
    same_rows(&table, &community.recount(&Zone::utc()), 71, "stats");

    let week = table.lines().nth(2).unwrap().split(',').nth(1).unwrap();
    let args = ["digest", "--week", week, "--format", "html", "--out", "week.html"];
    let page = steward(&folder, &args).output().unwrap();
    assert!(page.status.success() && page.stdout.is_empty(), "{}", String::from_utf8_lossy(&page.stderr));
    let page = std::fs::read_to_string(folder.path().join("week.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">") && page.ends_with("</html>\n"), "{week}");
    assert!(page.contains("<svg") && page.contains("<table>"), "{week}");

    let other = steward(&folder, &["stats", "--guild", "42", "--weeks", "2020-W01..2020-W02"]).output().unwrap();
    let talk = String::from_utf8(other.stderr).unwrap();
    assert!(talk.contains("knows no server 42") && talk.contains(&guild), "{talk}");
    let outside = steward(&folder, &["stats", "--weeks", "2010-W01..2010-W02"]).output().unwrap();
    assert!(outside.status.success() && String::from_utf8_lossy(&outside.stderr).contains("Nothing is on record"));
    let nothing = steward(&folder, &["import", "nowhere"]).output().unwrap();
    assert!(String::from_utf8_lossy(&nothing.stderr).contains("nowhere cannot be read"));
    let wrong = steward(&folder, &["stats", "--weeks", "2020-W02..2020-W01"]).output().unwrap();
    assert_eq!(wrong.status.code(), Some(2));
}

/// As `| head -1` does: the reader is gone before, or while, something is written.
#[test]
fn a_reader_who_leaves_early_is_no_trouble() {
    let community = Community::made(72, Size { weeks: 3, ..Size::default() });
    let folder = tempfile::tempdir().unwrap();
    let export = folder.path().join("export");
    std::fs::create_dir(&export).unwrap();
    community.write_files(&export);
    let unread = |args: &[&str], stdout: bool| {
        let mut child = steward(&folder, args).spawn().unwrap();
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let mut kept: Box<dyn std::io::Read> = if stdout {
            drop(out);
            Box::new(err)
        } else {
            drop(err);
            Box::new(out)
        };
        let mut said = String::new();
        kept.read_to_string(&mut said).unwrap();
        (child.wait().unwrap().code(), said)
    };

    // An import goes on without an audience.
    assert_eq!(unread(&["import", "export"], false), (Some(0), String::new()));
    assert_eq!(unread(&["migrate"], false), (Some(0), String::new()));
    let stats = ["stats", "--weeks", "2019-W01..2024-W52"];
    let table = String::from_utf8(steward(&folder, &stats).output().unwrap().stdout).unwrap();
    let week = table.lines().nth(1).unwrap().split(',').nth(1).unwrap();
    for args in [&stats[..], &["digest", "--week", week]] {
        assert_eq!(unread(args, true), (Some(0), String::new()), "{args:?}");
    }
    // A finding stays one.
    assert_eq!(unread(&["check"], true).0, Some(1));
}
