//! What people type, in a file for each language, with what it means at noon of Wednesday, 2 December 2026,
//! in Chisinau.

use super::super::*;
use crate::text::duration;

const FILES: [&str; 3] = [
    include_str!("../../../../tests/data/times/en.tsv"),
    include_str!("../../../../tests/data/times/ru.tsv"),
    include_str!("../../../../tests/data/times/ro.tsv"),
];

/// A phrase, what is asked for, and what it means: a time of the zone, the seconds of a duration, or a problem.
fn phrases() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    FILES.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#')).map(|line| {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_else(|| panic!("three cells: {line}"));
        (cell(), cell(), cell())
    })
}

fn meant(phrase: &str, kind: &str) -> String {
    let zone = Zone::find("Europe/Chisinau").unwrap();
    let now = zone::parse_iso("2026-12-02T12:00:00+02:00").unwrap();
    let asked = match kind {
        "start" => Asked::Start,
        "end" => Asked::End,
        "since" => Asked::Since,
        "until" => Asked::Until,
        "duration" if duration::is_forever(phrase) => return "forever".to_owned(),
        "duration" => {
            return match duration::parse(phrase) {
                Ok(span) => span.as_secs().to_string(),
                Err(duration::Problem::TooLong) => "too long".to_owned(),
                Err(duration::Problem::NotUnderstood) => "not understood".to_owned(),
            };
        }
        other => panic!("no such kind: {other}"),
    };
    match read(phrase, asked, now, &zone) {
        Ok(reading) => format(reading.at, &zone),
        Err(Problem::NoHour { .. }) => "which hour".to_owned(),
        Err(Problem::NoDay { .. }) => "which day".to_owned(),
        Err(Problem::NoSuchDate) => "no such date".to_owned(),
        Err(Problem::NoSuchTime) => "no such hour".to_owned(),
        Err(Problem::WrongWeekday { .. }) => "wrong weekday".to_owned(),
        Err(Problem::Repeats) => "repeated".to_owned(),
        Err(Problem::Past(_)) => "past".to_owned(),
        Err(Problem::NotUnderstood) => "not understood".to_owned(),
        Err(problem) => format!("{problem:?}"),
    }
}

#[test]
fn phrases_mean_what_people_mean() {
    let wrong = phrases().filter_map(|(phrase, kind, expected)| {
        let meant = meant(phrase, kind);
        (meant != expected).then(|| format!("{kind} “{phrase}”: {meant} instead of {expected}\n"))
    });
    let wrong: String = wrong.collect();
    assert!(wrong.is_empty(), "{wrong}");
    assert!(FILES.iter().all(|file| file.lines().count() > 400));
}

#[test]
fn a_phrase_with_a_word_left_over_is_refused() {
    for (phrase, kind, expected) in
        phrases().filter(|(.., expected)| expected.starts_with(|c: char| c.is_ascii_digit()))
    {
        for more in [format!("{phrase} xyzzy"), format!("xyzzy {phrase}"), phrase.replacen(' ', " xyzzy ", 1)] {
            if more.contains("xyzzy") {
                assert_eq!(meant(&more, kind), "not understood", "{more}, as {phrase} is {expected}");
            }
        }
    }
}
