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
    insta::assert_snapshot!(ending(&said), @"");
    assert_eq!(figures(&shell, &["top_channels"]), ["top_channels general=4"]);
}

#[test]
fn strays_in_a_folder_stop_nothing_and_are_named_once_by_reason() {
    let shell = Shell::new();
    insta::assert_snapshot!(ending(&import(&shell, &["strays"])), @"");
    assert_eq!(figures(&shell, &["messages"]), ["messages 5"]);
}

#[test]
fn an_export_that_is_cut_off_is_a_finding_and_the_others_are_in() {
    let shell = Shell::new();
    insta::assert_snapshot!(ending(&import(&shell, &["truncated"])), @"");
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
    insta::assert_snapshot!(ending(&shell.steward(&["import", "export"])), @"");
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
fn reactions_count_whatever_they_are_on_and_those_of_bots_do_not() {
    let shell = Shell::new();
    import(&shell, &["reactions"]);
    assert_eq!(figures(&shell, &["messages", "reactions", "joins"]), ["messages 1", "reactions 11", "joins 1"]);
}

#[test]
fn the_account_that_stands_for_deleted_ones_is_nobody_and_the_rest_is_told_by_reason() {
    let shell = Shell::new();
    insta::assert_snapshot!(ending(&import(&shell, &["deleted-user"])), @"");
    assert_eq!(
        figures(&shell, &["messages", "active_members", "connections"]),
        ["messages 2", "active_members 2", "connections 0"]
    );
}

#[test]
fn a_time_at_which_nobody_can_have_written_is_refused_with_its_place() {
    let shell = Shell::new();
    insta::assert_snapshot!(ending(&import(&shell, &["year-2200"])), @"");
    insta::assert_snapshot!(ending(&import(&shell, &["year-1999"])), @"");
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
    insta::assert_snapshot!(shell.steward(&["import", path, "--zone", "Asia/Tokyo"]).ending(), @"");
    let said = shell.steward(&["import", path, "--zone", "Nowhere/Land"]);
    assert!(said.exit == 2 && said.err.contains("Nowhere/Land"), "{}", said.err);

    let other = Shell::new();
    let said = import(&other, &["filtered/2"]);
    assert!(said.err.contains("Its days are counted in UTC"), "{}", said.err);
}
