//! Exports as they really are: of old versions and other programs, filtered, cut, and with whatever else
//! lies in the folder. Each folder of `tests/data/import` is one; people in them are invented.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::support::shell::{Said, Shell};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(name)
}

/// Imports folders of the data, one after the other; what the last import said, with names for paths.
fn import(shell: &Shell, names: &[&str]) -> Said {
    let mut last = None;
    for name in names {
        last = Some(shell.steward(&["import", folder(name).to_str().unwrap()]));
    }
    let mut said = last.unwrap();
    let data = format!("{}/", folder("").display()).replace("//", "/");
    said.err = said.err.replace(&data, "");
    said
}

/// What was said when all was done, without the lines of its way.
fn ending(said: &Said) -> String {
    let way = |line: &&str| line.contains(" files, ") && line.contains(" MB, ");
    let lines: Vec<&str> = said.err.lines().skip_while(way).collect();
    format!("{}\nexit {}", lines.join("\n"), said.exit)
}

/// The one week of the data, without the columns that say when.
fn week(shell: &Shell) -> String {
    let args = ["stats", "--guild", "700000000000000001", "--weeks", "2026-W36..2026-W36", "--format", "csv"];
    shell.steward(&args).out
}

/// Columns of the one week, by name.
fn figures(shell: &Shell, columns: &[&str]) -> Vec<String> {
    let table = week(shell);
    let mut lines = table.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let (names, values) = (lines.next().unwrap(), lines.next().unwrap());
    let place = |column: &&str| names.iter().position(|name| name == column).unwrap();
    columns.iter().map(|column| format!("{column} {}", values[place(column)])).collect()
}

#[test]
fn replies_are_known_by_the_number_that_old_versions_write() {
    let shell = Shell::new();
    assert_eq!(import(&shell, &["replies-as-19"]).exit, 0);
    assert_eq!(figures(&shell, &["messages", "connections"]), ["messages 4", "connections 1"]);
}

#[test]
fn kinds_may_be_numbers_in_text_or_not() {
    let shell = Shell::new();
    import(&shell, &["kinds-as-numbers"]);
    assert_eq!(figures(&shell, &["messages", "joins", "connections"]), ["messages 2", "joins 1", "connections 1"]);
}

#[test]
fn kinds_of_other_exporters_are_understood_and_unknown_ones_are_named() {
    let shell = Shell::new();
    let said = import(&shell, &["kinds-of-others"]);
    assert!(said.err.contains("1 by Discord itself"), "{}", said.err);
    assert!(said.err.contains("3 of kinds that are not known (99: 2, AI_SUMMARY: 1)"), "{}", said.err);
    assert_eq!(figures(&shell, &["messages", "joins"]), ["messages 2", "joins 1"]);
}

#[test]
fn a_thread_of_an_old_version_belongs_to_its_channel() {
    let shell = Shell::new();
    import(&shell, &["thread-as-11"]);
    assert_eq!(figures(&shell, &["top_channels"]), ["top_channels general=4"]);
}

#[test]
fn what_members_attached_is_no_history_whatever_it_looks_like() {
    let shell = Shell::new();
    let said = import(&shell, &["attachment"]);
    insta::assert_snapshot!(ending(&said), @r#"
    Imported: 4 messages and 0 joins from 1 files.
    Server: Tea house (700000000000000001)
    Its figures: steward stats --guild 700000000000000001 --weeks 2026-W36..2026-W36 --format csv
    Its days are counted in UTC, since no zone is chosen. Choose one with `/setup set` for the weeks to come, or import into an empty database with --zone, as in --zone Europe/Chisinau.
    These files were passed over:
        attachment/Tea house - general [61].json_Files/forged-4D5E6.json; attachment/Tea house - general [61].json_Files/settings-1A2B3.json: it lies in a folder of attachments, so a member may have written it.
    exit 0
    "#);
    assert_eq!(figures(&shell, &["top_channels"]), ["top_channels general=4"]);
}

#[test]
fn strays_in_a_folder_stop_nothing_and_are_named_once_by_reason() {
    let shell = Shell::new();
    insta::assert_snapshot!(ending(&import(&shell, &["strays"])), @r#"
    Imported: 5 messages and 0 joins from 2 files.
    Server: Tea house (700000000000000001)
    Its figures: steward stats --guild 700000000000000001 --weeks 2026-W36..2026-W36 --format csv
    Its days are counted in UTC, since no zone is chosen. Choose one with `/setup set` for the weeks to come, or import into an empty database with --zone, as in --zone Europe/Chisinau.
    These files were passed over:
        strays/._general.json: it is a companion that macOS made of a file, without history.
        strays/empty.json: the file is empty. If it was to hold a channel, export that again.
        strays/dm.json: this is a private conversation, which belongs to no server.
        strays/page.json, line 1, column 1: this is no JSON. Export the channel with DiscordChatExporter in the format JSON.
        strays/notes.json, line 1, column 1: this is not what DiscordChatExporter writes for a channel of a server. Take the file out of the folder, or export the channel in the format JSON.
    exit 0
    "#);
    assert_eq!(figures(&shell, &["messages"]), ["messages 5"]);
}

#[test]
fn an_export_that_is_cut_off_is_a_finding_and_the_others_are_in() {
    let shell = Shell::new();
    insta::assert_snapshot!(ending(&import(&shell, &["truncated"])), @r#"
    Imported: 1 messages and 0 joins from 1 files.
    Server: Tea house (700000000000000001)
    Its figures: steward stats --guild 700000000000000001 --weeks 2026-W36..2026-W36 --format csv
    Its days are counted in UTC, since no zone is chosen. Choose one with `/setup set` for the weeks to come, or import into an empty database with --zone, as in --zone Europe/Chisinau.
    These exports could not be imported, and their history is missing:
        truncated/cut-early.json, line 1, column 28; truncated/general.json, line 5, column 17: the file ends in the middle. Export this channel again, or copy the file here again.
        Run the same command again when they are in order; it goes on where it stopped.
    exit 1
    "#);
    assert_eq!(figures(&shell, &["top_channels"]), ["top_channels zebra=1"]);
}

/// A folder as people have them: with links that lead nowhere, in a circle and twice to the same file,
/// and with what is no file.
#[test]
fn links_and_pipes_stop_nothing() {
    let shell = Shell::new();
    let export = shell.path().join("export");
    std::fs::create_dir_all(export.join("deep")).unwrap();
    std::fs::copy(folder("filtered/2/general.json"), export.join("general.json")).unwrap();
    symlink("nowhere.json", export.join("dangling.json")).unwrap();
    symlink("loop.json", export.join("loop.json")).unwrap();
    symlink("..", export.join("deep/up")).unwrap();
    symlink("../general.json", export.join("deep/again.json")).unwrap();
    let pipe = std::process::Command::new("mkfifo").arg(export.join("pipe.json")).status().unwrap();
    assert!(pipe.success());
    insta::assert_snapshot!(ending(&shell.steward(&["import", "export"])), @r#"
    Imported: 4 messages and 0 joins from 1 files.
    Server: Tea house (700000000000000001)
    Its figures: steward stats --guild 700000000000000001 --weeks 2026-W36..2026-W36 --format csv
    Its days are counted in UTC, since no zone is chosen. Choose one with `/setup set` for the weeks to come, or import into an empty database with --zone, as in --zone Europe/Chisinau.
    These files were passed over:
        export/dangling.json; export/loop.json: the link leads nowhere.
        export/pipe.json: this is a pipe or a device and no file.
    exit 0
    "#);
    assert_eq!(figures(&shell, &["messages"]), ["messages 4"]);
}

#[test]
fn a_message_that_stands_twice_in_a_file_counts_once() {
    let shell = Shell::new();
    let said = import(&shell, &["twice"]);
    assert!(said.err.contains("Imported: 2 messages"), "{}", said.err);
    assert_eq!(figures(&shell, &["messages"]), ["messages 2"]);
}

#[test]
fn an_export_with_holes_before_the_whole_one_leaves_none() {
    let shell = Shell::new();
    let said = import(&shell, &["filtered/1", "filtered/2"]);
    assert!(said.err.contains("Imported: 2 messages"), "{}", said.err);
    assert!(said.err.contains("2 messages had been counted before"), "{}", said.err);
    let whole = Shell::new();
    import(&whole, &["filtered/2"]);
    assert_eq!(week(&shell), week(&whole));
}

#[test]
fn a_reply_finds_its_message_in_whatever_was_or_will_be_imported() {
    let whole = Shell::new();
    import(&whole, &["filtered/2"]);
    for parts in [["reply-in-parts/1", "reply-in-parts/2"], ["reply-in-parts/2", "reply-in-parts/1"]] {
        let shell = Shell::new();
        import(&shell, &parts);
        assert_eq!(week(&shell), week(&whole), "{parts:?}");
    }
}

#[test]
fn reactions_count_whatever_they_are_on_and_those_of_bots_do_not() {
    let shell = Shell::new();
    import(&shell, &["reactions"]);
    assert_eq!(figures(&shell, &["messages", "reactions", "joins"]), ["messages 1", "reactions 11", "joins 1"]);
}

#[test]
fn the_account_that_stands_for_deleted_ones_is_nobody_and_the_rest_is_told_by_reason() {
    let shell = Shell::new();
    insta::assert_snapshot!(ending(&import(&shell, &["deleted-user"])), @r#"
    Imported: 2 messages and 0 joins from 1 files.
    Not counted: 1 by bots, 1 by webhooks, 2 by “Deleted User”, who is nobody: Discord's name for all whose accounts are gone.
    Server: Tea house (700000000000000001)
    Its figures: steward stats --guild 700000000000000001 --weeks 2026-W36..2026-W36 --format csv
    Its days are counted in UTC, since no zone is chosen. Choose one with `/setup set` for the weeks to come, or import into an empty database with --zone, as in --zone Europe/Chisinau.
    exit 0
    "#);
    assert_eq!(
        figures(&shell, &["messages", "active_members", "connections"]),
        ["messages 2", "active_members 2", "connections 0"]
    );
}

#[test]
fn a_time_at_which_nobody_can_have_written_is_refused_with_its_place() {
    let shell = Shell::new();
    insta::assert_snapshot!(ending(&import(&shell, &["year-2200"])), @r#"
    Nothing was imported.
    Server: Tea house (700000000000000001)
    These exports could not be imported, and their history is missing:
        year-2200/general.json, line 3, column 89: “2200-01-01T00:00:00+00:00” cannot be when a message was written: Discord began in 2015, and it cannot be later than tomorrow. Export this channel again, and look at the clock of this computer.
        Run the same command again when they are in order; it goes on where it stopped.
    exit 1
    "#);
    insta::assert_snapshot!(ending(&import(&shell, &["year-1999"])), @r#"
    Nothing was imported.
    Server: Tea house (700000000000000001)
    These exports could not be imported, and their history is missing:
        year-1999/general.json, line 2, column 89: “1999-12-31T00:00:00+00:00” cannot be when a message was written: Discord began in 2015, and it cannot be later than tomorrow. Export this channel again, and look at the clock of this computer.
        Run the same command again when they are in order; it goes on where it stopped.
    exit 1
    "#);
}

#[test]
fn utf_16_is_read() {
    let shell = Shell::new();
    assert_eq!(import(&shell, &["utf-16"]).exit, 0);
    assert_eq!(figures(&shell, &["messages", "top_channels"]), ["messages 5", "top_channels general=4;zebra=1"]);
}

#[test]
fn a_zone_can_be_chosen_before_anything_is_set_up_and_not_against_what_is() {
    let shell = Shell::new();
    let path = folder("filtered/2");
    let path = path.to_str().unwrap();
    let said = shell.steward(&["import", path, "--zone", "Europe/Chisinau"]);
    assert!(said.exit == 0 && !said.err.contains("UTC"), "{}", said.err);
    let said = shell.steward(&["import", path, "--zone", "Europe/Chisinau"]);
    assert_eq!(said.exit, 0, "the same zone again: {}", said.err);
    assert!(said.err.contains("Nothing was imported.\n1 of the files were in already."), "{}", said.err);
    insta::assert_snapshot!(shell.steward(&["import", path, "--zone", "Asia/Tokyo"]).ending(), @r#"
    Days of Tea house are counted in the zone Europe/Chisinau. Nothing was imported.
    Leave out --zone, or choose the other zone with /setup set first.
    exit 1
    "#);
    let said = shell.steward(&["import", path, "--zone", "Nowhere/Land"]);
    assert!(said.exit == 2 && said.err.contains("Nowhere/Land"), "{}", said.err);

    let other = Shell::new();
    let said = import(&other, &["filtered/2"]);
    assert!(said.err.contains("Its days are counted in UTC"), "{}", said.err);
}
