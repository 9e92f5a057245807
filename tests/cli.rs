//! The command line as people meet it: what it says and with which exit code it ends.

use crate::support::shell::{Shell, names};

#[test]
fn a_settings_file_that_is_named_must_be_there() {
    let shell = Shell::new();
    insta::assert_snapshot!(shell.steward(&["--config", "none.toml", "migrate"]).ending(), @r#"
    There is no file none.toml, which --config names.
    Correct the path, or leave it out: every setting has a default.
    exit 2
    "#);
    insta::assert_snapshot!(shell.steward_with(&["migrate"], &[("STEWARD_CONFIG", "none.toml")]).ending(), @r#"
    There is no file none.toml, which STEWARD_CONFIG names.
    Correct the path, or leave it out: every setting has a default.
    exit 2
    "#);
    assert_eq!(shell.steward(&["migrate"]).exit, 0, "the usual file may be missing");
}

#[test]
fn the_flag_counts_more_than_the_variable() {
    let shell = Shell::new();
    shell.file("right.toml", "[activity]\nflush_ms = 300\n");
    let said = shell.steward_with(&["migrate", "--config", "right.toml"], &[("STEWARD_CONFIG", "none.toml")]);
    assert_eq!(said.exit, 0, "{}", said.err);
}

#[test]
fn an_unknown_setting_is_shown_with_its_place() {
    let shell = Shell::new();
    shell.file("config.toml", "[activity]\n  flsh_ms = 300 # a slip\n");
    insta::assert_snapshot!(shell.steward(&["migrate"]).ending(), @r#"
    config.toml:2:3: there is no setting `flsh_ms` in [activity]
      |
    2 |   flsh_ms = 300 # a slip
      |   ^^^^^^^
    [activity] has: flush_ms.
    exit 2
    "#);
}

#[test]
fn a_token_in_the_settings_is_refused_and_not_repeated() {
    let shell = Shell::new();
    shell.file(
        "config.toml",
        "[gateway]\ntoken = \"MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB\"\n",
    );
    insta::assert_snapshot!(shell.steward(&["migrate"]).ending(), @r#"
    config.toml:2:1: a token has no place here
      |
    2 | token = ***
      | ^^^^^
    This file is shown, copied and committed; a token in it would be too. Take it out, put a line `DISCORD_TOKEN=…` into `.env`, and if anyone may have seen it, reset it at https://discord.com/developers/applications.
    exit 2
    "#);
}

#[test]
fn the_bot_needs_a_token_and_says_where_it_comes_from() {
    let shell = Shell::new();
    insta::assert_snapshot!(shell.steward(&["run"]).ending(), @r#"
    There is no DISCORD_TOKEN.
    Copy the token from https://discord.com/developers/applications (your application, then Bot, then Reset Token) into a line `DISCORD_TOKEN=…` of the file `.env`, or set it in the environment.
    exit 2
    "#);
    shell.file(".env", "DISCORD_TOKEN=your-token-here\n");
    insta::assert_snapshot!(shell.steward(&["run"]).ending(), @r#"
    DISCORD_TOKEN is still the placeholder of an example.
    Copy the token from https://discord.com/developers/applications (your application, then Bot, then Reset Token) into a line `DISCORD_TOKEN=…` of the file `.env`, or set it in the environment.
    exit 2
    "#);
    assert!(!shell.path().join("steward.db").exists(), "nothing was made before the token was looked at");
}

#[test]
fn a_broken_env_file_is_not_repeated() {
    let shell = Shell::new();
    shell.file(".env", "DISCORD_TOKEN=\"MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE\n");
    insta::assert_snapshot!(shell.steward(&["migrate"]).ending(), @r#"
    The file .env has a line that is no `NAME=value`.
    Put values with spaces, `#` or quotes into quotes.
    exit 2
    "#);
}

#[test]
fn the_env_file_counts_and_the_environment_counts_more() {
    let shell = Shell::new();
    shell.file(".env", "DATABASE_URL=sqlite:from-file.db\n");
    assert_eq!(shell.steward(&["migrate"]).exit, 0);
    assert!(shell.path().join("from-file.db").exists());
    assert_eq!(shell.steward_with(&["migrate"], &[("DATABASE_URL", "sqlite:from-environment.db")]).exit, 0);
    assert!(shell.path().join("from-environment.db").exists());
}

#[test]
fn a_filter_that_is_none_is_refused() {
    let shell = Shell::new();
    insta::assert_snapshot!(shell.steward_with(&["migrate"], &[("RUST_LOG", "steward=loud")]).ending(), @r#"
    RUST_LOG is `steward=loud`, and that is no filter (error parsing level filter: expected one of "off", "error", "warn", "info", "debug", "trace", or a number 0-5).
    Write it like `info,serenity=warn,poise=warn,reqwest=warn,hyper=warn`.
    exit 2
    "#);
}

#[test]
fn migrating_twice_changes_nothing_the_second_time() {
    let shell = Shell::new();
    let first = shell.steward(&["migrate"]);
    assert!(first.exit == 0 && first.err.contains("Steps applied:\n  20261201000000 platform"), "{}", first.err);
    let second = shell.steward(&["migrate"]);
    let without_version = second.ending().replace(|c: char| c.is_ascii_digit(), "");
    assert_eq!(
        without_version,
        "The database steward.db already has the schema of this version (). Nothing was changed.\nexit "
    );
    assert_eq!(second.exit, 0);
}

#[test]
fn a_damaged_database_is_refused() {
    let shell = Shell::new();
    shell.file("steward.db", &"no database ".repeat(500));
    insta::assert_snapshot!(shell.steward(&["migrate"]).ending(), @"
    The database steward.db is damaged: file is not a database
    Put the newest good copy back with `steward restore FILE`: those of every night lie beside it in `….copies`. The damaged file is kept.
    exit 74
    ");
}

#[test]
fn a_database_in_no_folder_is_refused() {
    let shell = Shell::new();
    let said = shell.steward_with(&["migrate"], &[("DATABASE_URL", "sqlite:data/steward.db")]);
    insta::assert_snapshot!(said.ending(), @r#"
    The folder of the database, data, is not there.
    Make it (`mkdir -p data`) or correct DATABASE_URL.
    exit 74
    "#);
}

#[test]
fn another_kind_of_database_is_refused() {
    let shell = Shell::new();
    let said = shell.steward_with(&["migrate"], &[("DATABASE_URL", "postgres://me:secret@host/steward")]);
    insta::assert_snapshot!(said.ending(), @r#"
    DATABASE_URL is `postgres://***@host/steward`, but Steward keeps its data in one SQLite file.
    Write it like `sqlite:steward.db`.
    exit 2
    "#);
}

#[test]
fn what_does_not_exist_is_a_mistake_of_usage() {
    let shell = Shell::new();
    assert_eq!(shell.steward(&["dance"]).exit, 2);
    assert_eq!(shell.steward(&[]).exit, 2);
    assert_eq!(shell.steward(&["--help"]).exit, 0);
    assert_eq!(shell.steward(&["--version"]).out, format!("steward {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn every_subcommand_in_the_help_is_there() {
    let shell = Shell::new();
    let help = shell.steward(&["--help"]).out;
    let commands =
        help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a list of commands");
    // What is indented further goes on with the line before.
    let commands: Vec<&str> = commands.lines().filter(|line| !line.starts_with("   ")).collect();
    assert!(commands.len() >= 8, "{commands:?}");
    for line in commands {
        let name = line.split_whitespace().next().expect("a name");
        assert_eq!(shell.steward(&[name, "--help"]).exit, 0, "{name}");
    }
}

#[test]
fn a_digest_needs_a_week_and_a_server() {
    let shell = Shell::new();
    insta::assert_snapshot!(shell.steward(&["digest", "--week", "2026-47"]).ending(), @"
    error: invalid value '2026-47' for '--week <WEEK>': a week is written like 2026-W47

    For more information, try '--help'.
    exit 2
    ");
    insta::assert_snapshot!(shell.steward(&["digest", "--week", "2026-W47"]).ending(), @"
    The database holds no server yet. Invite Steward and let it count, or run `steward import` first.
    exit 1
    ");
}

#[test]
fn a_copy_is_made_of_what_is_there_and_never_in_the_place_of_something_else() {
    let shell = Shell::new();
    insta::assert_snapshot!(shell.steward(&["backup", "copy.db"]).ending(), @"
    There is no database steward.db.
    Correct DATABASE_URL, or start Steward once: it makes one.
    exit 74
    ");
    assert_eq!(names(shell.path()), [""; 0]);
    shell.file("steward.db", &"no database ".repeat(500));
    insta::assert_snapshot!(shell.steward(&["backup", "copy.db"]).ending(), @"
    The database steward.db is damaged: file is not a database
    Put the newest good copy back with `steward restore FILE`: those of every night lie beside it in `….copies`. The damaged file is kept.
    exit 74
    ");
    std::fs::remove_file(shell.path().join("steward.db")).expect("gone");
    assert_eq!(shell.steward(&["migrate"]).exit, 0);
    insta::assert_snapshot!(shell.steward(&["backup", "copy.db"]).ending(), @"
    copy.db is a copy of steward.db as it is now, looked through and found whole.
    Keep it where only you can read it: it says who was warned for what. `steward restore copy.db` puts it back.
    What must never be in a copy lies beside the database in steward.keys; move that file too where you move Steward.
    exit 0
    ");
    insta::assert_snapshot!(shell.steward(&["backup", "copy.db"]).ending(), @"
    copy.db is there already, and a copy never takes the place of another file.
    Name another file, or move that one away first.
    exit 2
    ");
    insta::assert_snapshot!(shell.steward(&["backup", "."]).ending(), @"
    . is a folder.
    Name a file in it, like ./steward-copy.db.
    exit 2
    ");
    insta::assert_snapshot!(shell.steward(&["backup", "nowhere/copy.db"]).ending(), @"
    The folder nowhere is not there.
    Make it (`mkdir -p nowhere`) or name another place.
    exit 2
    ");
    assert_eq!(names(shell.path()), ["copy.db", "steward.db", "steward.db.lock"]);
}

#[test]
fn only_a_whole_copy_of_ours_is_put_back() {
    let shell = Shell::new();
    assert_eq!(shell.steward(&["migrate"]).exit, 0);
    assert_eq!(shell.steward(&["backup", "copy.db"]).exit, 0);
    let before = std::fs::read(shell.path().join("steward.db")).expect("a database");
    let refused = |name: &str| {
        let said = shell.steward(&["restore", name]).ending();
        assert_eq!(std::fs::read(shell.path().join("steward.db")).expect("a database"), before, "{name}");
        said
    };
    insta::assert_snapshot!(refused("none.db"), @"
    There is no file none.db.
    Name a copy: `steward backup` makes one, and the daily ones lie beside the database.
    exit 2
    ");
    insta::assert_snapshot!(refused("."), @"
    . is no file.
    Name a copy that `steward backup` has made, or one of the daily ones.
    exit 2
    ");
    insta::assert_snapshot!(refused("steward.db"), @"
    steward.db is the database itself.
    Name the copy that is to take its place.
    exit 2
    ");
    shell.file("empty.db", "");
    insta::assert_snapshot!(refused("empty.db"), @"
    empty.db is empty, so there is nothing to put back.
    Take another copy. Nothing was changed.
    exit 74
    ");
    shell.file("letter.db", "Dear diary, nobody will ever read this.");
    insta::assert_snapshot!(refused("letter.db"), @"
    The copy letter.db is damaged: file is not a database
    Take another copy. Nothing was changed.
    exit 74
    ");
    let mut half = std::fs::read(shell.path().join("copy.db")).expect("a copy");
    half.truncate(half.len() / 2);
    std::fs::write(shell.path().join("half.db"), half).expect("written");
    insta::assert_snapshot!(refused("half.db").replace(|c: char| c.is_ascii_digit(), "…"), @"
    The copy half.db is damaged: database disk image is malformed
    Take another copy. Nothing was changed.
    exit ……
    ");
    let left = ["copy.db", "empty.db", "half.db", "letter.db", "steward.db", "steward.db.lock"];
    assert_eq!(names(shell.path()), left);

    let said = shell.steward(&["restore", "copy.db"]).ending();
    insta::assert_snapshot!(said.replace(|c: char| c.is_ascii_digit(), "…"), @"
    steward.db is now what copy.db held.
    The database that was there is kept for two weeks as steward.db.before-restore-……………………T………………Z; `steward restore` of that file goes back to it.
    What was decided after the copy was made is not on record any more, but still holds in Discord.
    Weekly digests that were due before now are kept and not posted; `/digest now` posts the last one.
    exit …
    ");
}
