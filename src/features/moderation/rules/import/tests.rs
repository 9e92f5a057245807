use std::fmt::Write;

use insta::assert_snapshot;
use rstest::rstest;

use super::*;
use crate::features::moderation::Kind;

const HERE: GuildId = GuildId(100_000_000_000_000_001);
/// Friday, 20 November 2026, noon.
const NOW: Timestamp = Timestamp::from_seconds(1_795_176_000);

macro_rules! example {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/cases/", $name))
    };
}

/// What was read, a line for each case, and what was not.
fn told(text: &str) -> String {
    let reading = match read(text, HERE, NOW) {
        Ok(reading) => reading,
        Err(why) => return format!("{why:?}"),
    };
    let mut told = format!("{}, {} left out, unknown {:?}\n", reading.source.name(), reading.left_out, reading.unknown);
    for one in &reading.records {
        let actor = one.actor.map_or_else(|| "nobody".to_owned(), |actor| actor.to_string());
        let (original, at) = (one.original.as_deref().unwrap_or("-"), rfc3339::format(one.at));
        write!(told, "{}: #{original} {} {} by {actor} {at}", one.place, one.kind.as_str(), one.member).unwrap();
        write!(told, " {:?}", one.reason).unwrap();
        for (name, value) in [("rule", &one.rule), ("evidence", &one.evidence), ("cause", &one.cause)] {
            if let Some(value) = value {
                write!(told, " {name} {value:?}").unwrap();
            }
        }
        if let Some(until) = one.until {
            write!(told, " until {}", rfc3339::format(until)).unwrap();
        }
        if let Some(severity) = one.severity {
            write!(told, " {severity:?}").unwrap();
        }
        if let Some(voided) = &one.voided {
            write!(told, " voided {:?}", voided.reason).unwrap();
        }
        told.push('\n');
    }
    for Mistake { place, wrong } in &reading.mistakes {
        writeln!(told, "{place}: {wrong:?}").unwrap();
    }
    told
}

#[test]
fn zeppelin_is_read() {
    assert_snapshot!(told(example!("zeppelin.json")), @r#"
    Zeppelin, 1 left out, unknown []
    1: #1 warn 300000000000000011 by 300000000000000021 2023-04-02T18:30:05Z "Posted the same link five times\nWas asked to stop before"
    2: #2 timeout 300000000000000012 by nobody 2023-05-11T07:00:00Z "" voided ""
    3: Deleted
    "#);
}

#[test]
fn red_is_read_and_only_this_server() {
    assert_snapshot!(told(example!("red.json")), @r#"
    Red, 2 left out, unknown []
    1: #1 ban 300000000000000011 by 300000000000000021 2023-04-02T18:30:05Z "Raided the channel" until 2023-04-09T18:30:05Z
    2: Kind("vmute")
    "#);
}

#[test]
fn dyno_is_read_as_pages_and_as_a_list() {
    assert_snapshot!(told(example!("dyno.json")), @r#"
    Dyno, 1 left out, unknown []
    1: #41 warn 300000000000000011 by 300000000000000021 2023-04-02T18:30:05.250Z "No adverts here"
    2: Kind("rolepersist")
    "#);
    let list = r#"[{"caseId": 41, "type": "mute", "modId": "300000000000000021", "modName": "baker",
        "userId": "300000000000000011", "userName": "rye", "reason": "Loud", "createdAt": "/Date(1680460205250)/"}]"#;
    assert_snapshot!(told(list), @r#"
    Dyno, 0 left out, unknown []
    1: #41 timeout 300000000000000011 by 300000000000000021 2023-04-02T18:30:05.250Z "Loud"
    "#);
}

#[test]
fn mee6_is_read() {
    assert_snapshot!(told(example!("mee6.json")), @r##"
    MEE6, 0 left out, unknown []
    1: #6429c7bd0a1b2c3d4e5f6a7b warn 300000000000000011 by 300000000000000021 2023-04-02T18:30:05Z "Flooded #bread"
    "##);
}

#[test]
fn yagpdb_is_read_and_only_this_server() {
    assert_snapshot!(told(example!("yagpdb.csv")), @r#"
    YAGPDB, 1 left out, unknown []
    2: #7 warn 300000000000000011 by 300000000000000021 2023-04-02T18:30:05.250Z "Called people \"crumbs\"" evidence "https://yagpdb.xyz/public/100000000000000001/logs/9"
    3: OtherServer
    "#);
}

#[test]
fn steward_reads_what_it_writes() {
    assert_snapshot!(told(example!("steward.csv")), @r#"
    Steward, 0 left out, unknown []
    2: #12 warn 300000000000000011 by 300000000000000021 2026-10-01T10:00:00Z "=Spam" rule "No adverts" Serious
    3: #13 timeout 300000000000000011 by 300000000000000021 2026-10-01T10:00:00Z "Spam" cause "12" until 2026-10-01T11:00:00Z
    4: #14 note 300000000000000012 by 300000000000000022 2026-10-02T10:00:00Z "Speaks Romanian" voided "A mistake"
    "#);
}

#[test]
fn a_table_of_ones_own_needs_three_columns_and_the_others_are_named() {
    let table =
        "Kind;Member_ID;at;Colour\nwarn;<@300000000000000011>;2024-02-29;red\nban;300000000000000012;29.02.2024;\n";
    assert_snapshot!(told(table), @r#"
    Steward, 1 left out, unknown ["Colour"]
    2: #- warn 300000000000000011 by nobody 2024-02-29T00:00:00Z ""
    3: Time("29.02.2024")
    "#);
}

#[rstest]
#[case::nothing("", "Empty")]
#[case::blank("\n \n", "Empty")]
#[case::only_columns("kind,member_id,at\n", "Empty")]
#[case::other_columns("name,level\nrye,3\n", r#"Unknown(["name", "level"])"#)]
#[case::prose("Rye was warned.", r#"Unknown(["Rye was warned."])"#)]
#[case::broken("{\"cases\": [\n  {\"case_number\": }", "Broken { line: 2, column: 19 }")]
#[case::other_json("{\"levels\": []}", "Unknown([])")]
#[case::deep(&"[".repeat(100_000), "Broken { line: 1, column: 128 }")]
#[case::no_cases("{\"infractions\": []}", "Empty")]
#[case::red_of_no_server("{\"1354799444\": {\"GUILD\": {}}}", "Empty")]
fn what_is_no_file_with_cases_says_so(#[case] text: &str, #[case] why: &str) {
    assert_eq!(told(text), why);
}

#[rstest]
#[case("2023-04-02T18:30:05Z", Some(1_680_460_205_000))]
#[case("2023-04-02 18:30:05", Some(1_680_460_205_000))]
#[case("2023-04-02 21:30:05.5+03", Some(1_680_460_205_500))]
#[case("2023-04-02T18:30", Some(1_680_460_200_000))]
#[case("2023-04-02", Some(1_680_393_600_000))]
#[case("1680460205", Some(1_680_460_205_000))]
#[case("1680460205.25", Some(1_680_460_205_250))]
#[case("1680460205250", Some(1_680_460_205_250))]
#[case("soon", None)]
#[case("2023-02-30", None)]
#[case("inf", None)]
#[case("", None)]
fn an_instant_is_read_as_programs_write_it(#[case] text: &str, #[case] millis: Option<i64>) {
    assert_eq!(instant(text), millis.map(Timestamp));
}

#[test]
fn a_date_that_cannot_be_and_a_member_that_is_none_are_left_out() {
    let row = |member: &str, kind: &str, at: &str| format!("kind,member_id,at\n{kind},{member},{at}\n");
    let wrong = |text: String| read(&text, HERE, NOW).unwrap().mistakes.remove(0).wrong;
    let bob = "300000000000000011";
    assert_eq!(wrong(row(bob, "warn", "2015-05-12")), Wrong::Early);
    assert_eq!(wrong(row(bob, "warn", "2026-11-22")), Wrong::Ahead);
    assert_eq!(wrong(row(bob, "warn", "1e300")), Wrong::Ahead);
    assert_eq!(wrong(row("bob", "warn", "2024-01-01")), Wrong::Member("bob".to_owned()));
    assert_eq!(wrong(row("", "warn", "2024-01-01")), Wrong::NoMember);
    assert_eq!(wrong(row(bob, "", "2024-01-01")), Wrong::NoKind);
    assert_eq!(wrong(row(bob, "warn", "")), Wrong::NoTime);
    assert!(
        read(&row(bob, "warn", "2026-11-20T18:00:00Z"), HERE, NOW).unwrap().mistakes.is_empty(),
        "a clock is ahead"
    );
}

#[test]
fn an_end_that_cannot_be_and_a_voiding_in_the_future_are_passed_over() {
    let table = "kind,member_id,at,until,points_until,voided_at\n\
                 ban,300000000000000011,2024-01-01,1e300,1,2030-01-01\n\
                 ban,300000000000000011,2024-01-01,2030-01-01,2024-02-01,2024-03-01\n";
    let records = read(table, HERE, NOW).unwrap().records;
    let voided = |place: usize| records[place].voided.as_ref().map(|voided| voided.at.is_some());
    assert_eq!((records[0].until, records[0].points_until, voided(0)), (None, None, Some(false)));
    assert!(records[1].until.is_some() && records[1].points_until.is_some() && voided(1) == Some(true));
}

#[test]
fn the_same_case_has_the_same_key_and_another_has_not() {
    let read = |text: &str| read(text, HERE, NOW).unwrap();
    let keys = |text: &str| -> Vec<String> {
        let reading = read(text);
        reading.records.iter().map(|record| record.key(reading.source)).collect()
    };
    let table =
        "kind,member_id,at,reason\nwarn,300000000000000011,2024-01-01,a\nwarn,300000000000000011,2024-01-01,b\n";
    let two = keys(table);
    assert_ne!(two[0], two[1], "without a number the words tell them apart");
    assert_eq!(two, keys(&table.replace(',', ";")));
    let zeppelin = example!("zeppelin.json");
    assert_eq!(keys(zeppelin), keys(&zeppelin.replace("five times", "six times")), "an edit is no other case");
    assert_ne!(keys(zeppelin), keys(&zeppelin.replace("\"case_number\": 1,", "\"case_number\": 9,")));
}

#[test]
fn of_many_mistakes_and_columns_the_first_are_kept_and_a_long_reason_is_cut() {
    let columns: String = (0..200).map(|number| format!(",extra{number}")).collect();
    let mut table = format!("kind,member_id,at,reason{columns}\n");
    for _ in 0..200 {
        table.push_str("jail,300000000000000011,2024-01-01,x\n");
    }
    writeln!(table, "warn,300000000000000011,2024-01-01,{}", "ș".repeat(10_000)).unwrap();
    let reading = read(&table, HERE, NOW).unwrap();
    assert_eq!((reading.left_out, reading.mistakes.len(), reading.unknown.len(), reading.cut), (200, 20, 10, 1));
    assert_eq!(limits::len_utf16(&reading.records[0].reason), 1_000);
}

#[test]
fn ten_times_as_many_cases_as_go_at_once_are_refused() {
    let table = "kind,member_id,at\n".to_owned() + &"warn,300000000000000011,2024-01-01\n".repeat(10 * MOST);
    assert_eq!(read(&table, HERE, NOW), Err(NoCases::TooMany));
    let entry = r#"{"author_id":"1","user_id":"2","created_at":0}"#;
    let list = format!("[{}]", vec![entry; 10 * MOST].join(","));
    assert_eq!(read(&list, HERE, NOW), Err(NoCases::TooMany));
    let most = "kind,member_id,at\n".to_owned() + &"warn,300000000000000011,2024-01-01\n".repeat(MOST);
    assert_eq!(read(&most, HERE, NOW).map(|reading| reading.records.len()), Ok(MOST));
}

#[test]
fn every_kind_of_steward_is_read_by_its_own_word_and_that_of_people() {
    for kind in Kind::ALL {
        assert_eq!(kind_of(kind.as_str()), Ok(kind));
    }
    for (word, kind) in [("Timeout lifted", Kind::Untimeout), ("BAN LIFTED", Kind::Unban), ("warning", Kind::Warn)] {
        assert_eq!(kind_of(word), Ok(kind));
    }
}
