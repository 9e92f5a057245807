//! Files are read back: by a reader of its own that knows nothing of how they are written, and by other programs'.
//!
//! `CALENDAR_FILES` names a folder for files that a program in another language reads: without it none are written,
//! which the test says.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use proptest::prelude::*;

use super::*;
use crate::text::zone::{day_of_date, parse_iso};

/// Set by the gate alone: no setting of Steward's.
const FILES: &str = "CALENDAR_FILES";

/// A component as it was read.
#[derive(Debug, Default)]
struct Component {
    name: String,
    /// Name, zone and value.
    properties: Vec<(String, Option<String>, String)>,
    inside: Vec<Self>,
}

impl Component {
    fn read(text: &str) -> Self {
        assert!(text.ends_with("\r\n"));
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "lines end with both");
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        let unfolded = text.replace("\r\n ", "");
        let mut open = vec![Self::default()];
        for line in unfolded.lines() {
            let (name, value) = line.split_once(':').expect("a value");
            let (name, parameter) =
                name.split_once(';').map_or((name, None), |(name, parameter)| (name, Some(parameter)));
            match name {
                "BEGIN" => open.push(Self { name: value.to_owned(), ..Self::default() }),
                "END" => {
                    let ended = open.pop().expect("one that was begun");
                    assert_eq!(ended.name, value);
                    open.last_mut().expect("what it is in").inside.push(ended);
                }
                _ => {
                    let zone = parameter.and_then(|parameter| parameter.strip_prefix("TZID=")).map(str::to_owned);
                    let properties = &mut open.last_mut().expect("a component").properties;
                    properties.push((name.to_owned(), zone, value.to_owned()));
                }
            }
        }
        assert_eq!(open.len(), 1);
        open.pop().and_then(|mut file| file.inside.pop()).expect("a calendar")
    }

    fn all<'c>(&'c self, name: &'c str) -> impl Iterator<Item = &'c Self> {
        self.inside.iter().filter(move |one| one.name == name)
    }

    fn values<'c>(&'c self, name: &'c str) -> impl Iterator<Item = &'c str> {
        self.properties.iter().filter(move |(known, ..)| known == name).map(|(_, _, value)| value.as_str())
    }

    fn value<'c>(&'c self, name: &'c str) -> Option<&'c str> {
        self.values(name).next()
    }

    /// What clocks show, in seconds as if they were in Greenwich, by what a property says.
    fn shown(&self, name: &str) -> Vec<i64> {
        self.values(name).map(shown).collect()
    }

    /// The instants of a property, by the rules of the zone that stand in the file.
    fn instants(&self, name: &str, file: &Self) -> Vec<Timestamp> {
        let of_name = self.properties.iter().filter(|(known, ..)| known == name);
        of_name.map(|(_, zone, value)| instant(shown(value), zone.as_deref(), file)).collect()
    }
}

fn shown(value: &str) -> i64 {
    let part = |range: std::ops::Range<usize>| value[range].parse::<i64>().expect("a number");
    let day = day_of_date(part(0..4) as i16, part(4..6) as i8, part(6..8) as i8).expect("a day");
    assert_eq!(&value[8..9], "T");
    day * 86_400 + part(9..11) * 3_600 + part(11..13) * 60 + part(13..15)
}

fn instant(shown_at: i64, zone: Option<&str>, file: &Component) -> Timestamp {
    let Some(zone) = zone else { return Timestamp::from_seconds(shown_at) };
    let rules = file.all("VTIMEZONE").find(|one| one.value("TZID") == Some(zone)).expect("the rules of the zone");
    let onsets = rules.inside.iter().flat_map(|observance| {
        let dates = observance.values("DTSTART").chain(observance.values("RDATE"));
        dates.map(|date| (shown(date), seconds(observance.value("TZOFFSETTO").expect("an offset"))))
    });
    let (_, offset) = onsets.filter(|(onset, _)| *onset <= shown_at).max().expect("rules from before the first event");
    Timestamp::from_seconds(shown_at - offset)
}

fn seconds(offset: &str) -> i64 {
    let part = |range: std::ops::Range<usize>| offset[range].parse::<i64>().expect("a number");
    let seconds = part(1..3) * 3_600 + part(3..5) * 60;
    if offset.starts_with('-') { -seconds } else { seconds }
}

/// What a calendar shows of a file up to an instant.
fn shown_in_a_calendar(text: &str, until: Timestamp) -> BTreeSet<Timestamp> {
    let file = Component::read(text);
    let mut found = BTreeSet::new();
    let mut replaced = BTreeSet::new();
    for event in file.all("VEVENT") {
        if event.value("RECURRENCE-ID").is_some() {
            replaced.extend(event.shown("RECURRENCE-ID"));
            found.extend(event.instants("DTSTART", &file));
        }
    }
    for event in file.all("VEVENT").filter(|event| event.value("RECURRENCE-ID").is_none()) {
        let start = event.shown("DTSTART")[0];
        let zone = event.properties.iter().find(|(name, ..)| name == "DTSTART").and_then(|(_, zone, _)| zone.clone());
        let Some(rule) = event.value("RRULE") else {
            found.extend(event.instants("DTSTART", &file));
            continue;
        };
        let left_out = event.shown("EXDATE");
        for at in expanded(rule, start, until, |at| instant(at, zone.as_deref(), &file)) {
            if !left_out.contains(&at) && !replaced.contains(&at) {
                found.insert(instant(at, zone.as_deref(), &file));
            }
        }
    }
    found.retain(|at| *at <= until);
    found
}

/// Every day is looked at, and taken if the rule has it.
fn expanded(rule: &str, start: i64, until: Timestamp, instant: impl Fn(i64) -> Timestamp) -> Vec<i64> {
    let part = |name: &str| rule.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
    let interval: i64 = part("INTERVAL").map_or(1, |interval| interval.parse().expect("a number"));
    let count: usize = part("COUNT").map_or(usize::MAX, |count| count.parse().expect("a number"));
    let last = part("UNTIL").map_or(until, |until| Timestamp::from_seconds(shown(until)));
    let (first_day, time) = (start.div_euclid(86_400), start.rem_euclid(86_400));
    let (first_year, first_month, _) = calendar_date(first_day);
    let by_day: Vec<&str> = part("BYDAY").into_iter().flat_map(|days| days.split(',')).collect();
    let monday = |day: i64| day - (Weekday::of_day(day).number() - 1);
    let has = |day: i64| {
        let (year, month, date) = calendar_date(day);
        let months = i64::from(year - first_year) * 12 + i64::from(month - first_month);
        let letters = letters(Weekday::of_day(day));
        let of_month = |day: i8| day_of_date(year, month, day);
        match part("FREQ") {
            Some("DAILY") => (day - first_day) % interval == 0,
            Some("WEEKLY") => (monday(day) - monday(first_day)) / 7 % interval == 0 && by_day.contains(&letters),
            Some("MONTHLY") if months % interval != 0 => false,
            Some("MONTHLY") => match part("BYMONTHDAY") {
                Some(days) => {
                    let days: Vec<i8> = days.split(',').map(|day| day.parse().expect("a day")).collect();
                    let there = days.iter().copied().filter(|day| of_month(*day).is_some());
                    if part("BYSETPOS").is_some() { there.max() == Some(date) } else { days.contains(&date) }
                }
                None => {
                    let is_last = of_month(date + 7).is_none();
                    by_day == [format!("{}{letters}", (date - 1) / 7 + 1)]
                        || (is_last && by_day == [format!("-1{letters}")])
                }
            },
            other => panic!("{other:?}"),
        }
    };
    let all = (first_day..).map(|day| (day, day * 86_400 + time)).take_while(|(_, at)| instant(*at) <= last);
    all.filter(|(day, _)| has(*day)).map(|(_, at)| at).take(count).collect()
}

fn zone(name: &str) -> Zone {
    Zone::find(name).expect("a zone")
}

fn at(text: &str) -> Timestamp {
    parse_iso(text).expect("an instant")
}

fn entry(when: When, zone_name: &str) -> Entry {
    Entry {
        uid: "event-7@steward.example".to_owned(),
        sequence: 3,
        changed: at("2026-11-30T09:15:00Z"),
        is_cancelled: false,
        title: "Seara de jocuri; чай, плюшки \\o/".to_owned(),
        description: Some("Bring a friend.\nДвери открыты с шести.".to_owned()),
        place: Some("Strada Pușkin 22, Chișinău".to_owned()),
        link: Some("https://discord.com/channels/1/2/3".to_owned()),
        zone: zone(zone_name),
        when,
        length: Duration::from_mins(90),
        apart: Vec::new(),
    }
}

fn file(kind: Kind, entry: Entry) -> String {
    written(&Calendar { kind, entries: vec![entry] })
}

#[test]
fn an_event_is_written_with_the_rules_of_its_zone() {
    let once = entry(When::Once(at("2026-12-05T17:00:00Z")), "Europe/Chisinau");
    let text = file(Kind::Publish, once);
    assert_snapshot!(text.replace('\r', ""), @r"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Steward//Events//EN
    CALSCALE:GREGORIAN
    METHOD:PUBLISH
    BEGIN:VTIMEZONE
    TZID:Europe/Chisinau
    BEGIN:STANDARD
    DTSTART:20261204T190000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0200
    TZNAME:EET
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    DTSTART;TZID=Europe/Chisinau:20261205T190000
    DTEND;TZID=Europe/Chisinau:20261205T203000
    UID:event-7@steward.example
    DTSTAMP:20261130T091500Z
    LAST-MODIFIED:20261130T091500Z
    SEQUENCE:3
    STATUS:CONFIRMED
    SUMMARY:Seara de jocuri\; чай\, плюшки \\o/
    DESCRIPTION:Bring a friend.\nДвери открыты с шести.
    LOCATION:Strada Pușkin 22\, Chișinău
    URL:https://discord.com/channels/1/2/3
    END:VEVENT
    END:VCALENDAR
    ");
    assert_eq!(shown_in_a_calendar(&text, at("2027-01-01T00:00:00Z")), BTreeSet::from([at("2026-12-05T17:00:00Z")]));
}

#[test]
fn a_series_skips_moves_and_keeps_its_time_when_clocks_change() {
    let first = day_of_date(2026, 10, 12).expect("a day");
    let time = TimeOfDay { hour: 19, minute: 0 };
    let mut series = Recurrence::new(Rule::weekly(Weekday::Monday), first, time).count(Some(5));
    assert!(series.skip(first + 7));
    assert!(series.move_to(first + 14, first + 15, TimeOfDay { hour: 20, minute: 30 }));
    let text = file(Kind::Publish, entry(When::Series(series), "Europe/Chisinau"));
    for line in [
        "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=5;WKST=MO",
        "EXDATE;TZID=Europe/Chisinau:20261019T190000",
        "RECURRENCE-ID;TZID=Europe/Chisinau:20261026T190000",
        "DTSTART;TZID=Europe/Chisinau:20261027T203000",
    ] {
        assert!(text.contains(&format!("\r\n{line}\r\n")), "{line} is not in {text}");
    }
    let shown = shown_in_a_calendar(&text, at("2028-01-01T00:00:00Z"));
    let shown: Vec<String> = shown.into_iter().map(|at| zone("Europe/Chisinau").iso(at)).collect();
    assert_eq!(
        shown,
        [
            "2026-10-12T19:00:00+03:00",
            "2026-10-27T20:30:00+02:00",
            "2026-11-02T19:00:00+02:00",
            "2026-11-09T19:00:00+02:00"
        ]
    );
}

#[test]
fn a_cancelled_event_is_taken_out() {
    let once = entry(When::Once(at("2026-12-05T17:00:00Z")), "UTC");
    let read = Component::read(&file(Kind::Cancel, Entry { sequence: 4, ..once.clone() }));
    assert_eq!(read.value("METHOD"), Some("CANCEL"));
    let event = read.all("VEVENT").next().expect("an event");
    assert_eq!((event.value("STATUS"), event.value("SEQUENCE")), (Some("CANCELLED"), Some("4")));
    let before = Component::read(&file(Kind::Publish, once));
    assert_eq!(event.value("UID"), before.all("VEVENT").next().expect("an event").value("UID"));
}

#[test]
fn an_occurrence_can_be_otherwise_than_its_series() {
    let first = day_of_date(2026, 12, 1).expect("a day");
    let series = Recurrence::new(Rule::Daily, first, TimeOfDay { hour: 19, minute: 0 }).count(Some(3));
    let starts = at("2026-12-02T16:30:00Z");
    let one = Apart {
        day: first + 1,
        starts,
        length: Duration::from_mins(30),
        is_cancelled: false,
        title: "Short evening".to_owned(),
        description: None,
        place: None,
    };
    let text = file(Kind::Publish, Entry { apart: vec![one], ..entry(When::Series(series), "Europe/Chisinau") });
    let read = Component::read(&text);
    let event = read.all("VEVENT").find(|event| event.value("RECURRENCE-ID").is_some()).expect("one apart");
    assert_eq!(event.value("SUMMARY"), Some("Short evening"));
    assert_eq!(event.instants("DTEND", &read), [at("2026-12-02T17:00:00Z")]);
    let shown = shown_in_a_calendar(&text, at("2027-01-01T00:00:00Z"));
    assert!(shown.len() == 3 && shown.contains(&starts));
}

#[test]
fn a_time_that_clocks_skip_is_written_apart() {
    let first = day_of_date(2027, 3, 27).expect("a day");
    let time = TimeOfDay { hour: 3, minute: 30 };
    let series = Recurrence::new(Rule::Daily, first, time).count(Some(3));
    let bucharest = zone("Europe/Bucharest");
    let by_rule: BTreeSet<Timestamp> =
        series.occurrences(Timestamp(0), &bucharest).map(|occurrence| occurrence.at).collect();
    let text = file(Kind::Publish, entry(When::Series(series), "Europe/Bucharest"));
    assert_eq!(shown_in_a_calendar(&text, at("2028-01-01T00:00:00Z")), by_rule);
    assert_eq!(Component::read(&text).all("VEVENT").count(), 2);
}

#[test]
fn another_program_reads_the_same() {
    let feed = Calendar {
        kind: Kind::Feed("Town, events".to_owned()),
        entries: vec![
            entry(When::Once(at("2026-12-05T17:00:00Z")), "Europe/Chisinau"),
            Entry { uid: "event-8@steward.example".to_owned(), ..entry(When::Once(at("2026-12-06T17:00:00Z")), "UTC") },
        ],
    };
    let text = written(&feed);
    let mut read = ical::IcalParser::new(text.as_bytes());
    let calendar = read.next().expect("a calendar").expect("one that can be read");
    assert!(read.next().is_none());
    assert_eq!(calendar.timezones.len(), 1);
    assert_eq!(calendar.events.len(), 2);
    for (event, known) in calendar.events.iter().zip(&feed.entries) {
        let property = |name: &str| event.properties.iter().find(|property| property.name == name);
        let value = |name: &str| {
            let value = property(name).and_then(|property| property.value.clone()).unwrap_or_default();
            value.replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\")
        };
        assert_eq!(value("UID"), known.uid);
        assert_eq!(value("SUMMARY"), known.title);
        assert_eq!(Some(value("DESCRIPTION")), known.description);
        assert_eq!(Some(value("LOCATION")), known.place);
        assert_eq!(value("SEQUENCE"), "3");
        let zone = property("DTSTART").and_then(|property| property.params.clone()).unwrap_or_default();
        let named = zone.iter().any(|(name, values)| name == "TZID" && *values == [known.zone.name()]);
        assert_eq!(named, known.zone != Zone::utc());
    }
}

prop_compose! {
    fn any_series()(
        kind in 0..4_u8,
        weekdays in proptest::collection::btree_set(0..7_usize, 0..4),
        date in 1..=31_i8,
        nth in 0..5_usize,
        weekday in 0..7_usize,
        interval in 1..4_u16,
        first_day in 20_450..21_200_i64,
        (hour, minute) in (0..24_i8, prop_oneof![Just(0_i8), Just(30)]),
        until in proptest::option::of(0..500_i64),
        count in proptest::option::of(1..40_u32),
        skipped in proptest::collection::vec(0..12_usize, 0..3),
        moved in proptest::collection::vec((0..12_usize, -3..10_i64, 0..24_i8), 0..3),
    ) -> Recurrence {
        let rule = match kind {
            0 => Rule::Daily,
            1 => Rule::Weekly { weekdays: weekdays.iter().map(|place| Weekday::ALL[*place]).collect() },
            2 => Rule::MonthlyByDate { day: date },
            _ => Rule::MonthlyByWeekday {
                nth: [Nth::First, Nth::Second, Nth::Third, Nth::Fourth, Nth::Last][nth],
                weekday: Weekday::ALL[weekday],
            },
        };
        let until = until.map(|days| Timestamp::from_seconds((first_day + days) * 86_400 + 43_200));
        let mut series =
            Recurrence::new(rule, first_day, TimeOfDay { hour, minute }).every(interval).until(until).count(count);
        let days: Vec<i64> = series.days().take(12).collect();
        for place in skipped {
            if let Some(day) = days.get(place) {
                series.skip(*day);
            }
        }
        for (place, later, hour) in moved {
            if let Some(day) = days.get(place) {
                series.move_to(*day, day + later, TimeOfDay { hour, minute: 15 });
            }
        }
        series
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_calendar_shows_the_same_instants(series in any_series(), place in 0..6_usize) {
        let names =
            ["Europe/Chisinau", "Europe/Bucharest", "Europe/Moscow", "America/New_York", "Asia/Kolkata", "UTC"];
        let zone = zone(names[place]);
        let end = Timestamp::from_seconds((series.first_day + 900) * 86_400);
        let occurrences = series.occurrences(Timestamp(0), &zone).map(|occurrence| occurrence.at);
        let known: BTreeSet<Timestamp> = occurrences.take_while(|at| *at <= end).collect();
        let is_empty = days(&series, &zone).next().is_none();
        let text = file(Kind::Publish, entry(When::Series(series), names[place]));
        if is_empty {
            prop_assert_eq!(Component::read(&text).all("VEVENT").count(), 0);
        } else {
            prop_assert_eq!(shown_in_a_calendar(&text, end), known);
        }
    }
}

/// Series over the changes of clocks, month ends and 29 February, with skipped and moved dates.
fn series_of_all_kinds() -> Vec<Recurrence> {
    let day = |year, month, day| day_of_date(year, month, day).expect("a day");
    let (evening, night) = (TimeOfDay { hour: 19, minute: 0 }, TimeOfDay { hour: 3, minute: 30 });
    let series = |rule, first, time| Recurrence::new(rule, first, time);
    let mut weekly = series(Rule::weekly(Weekday::Monday), day(2026, 10, 12), evening).count(Some(40));
    assert!(weekly.skip(day(2026, 10, 19)));
    assert!(weekly.move_to(day(2026, 10, 26), day(2026, 10, 27), TimeOfDay { hour: 20, minute: 30 }));
    let until = Some(at("2027-11-20T12:00:00Z"));
    vec![
        weekly,
        series(Rule::Daily, day(2026, 3, 1), night).count(Some(60)),
        series(Rule::Daily, day(2027, 10, 1), night).until(until),
        series(Rule::weekly(Weekday::Sunday), day(2026, 3, 15), evening).every(2).until(until),
        series(Rule::MonthlyByDate { day: 31 }, day(2027, 1, 31), evening).count(Some(18)),
        series(Rule::MonthlyByDate { day: 29 }, day(2028, 1, 29), evening).count(Some(3)),
        series(Rule::MonthlyByWeekday { nth: Nth::Last, weekday: Weekday::Sunday }, day(2026, 1, 25), evening),
        series(Rule::MonthlyByWeekday { nth: Nth::Second, weekday: Weekday::Tuesday }, day(2026, 12, 8), evening),
    ]
}

#[test]
fn a_program_in_another_language_reads_the_same() {
    let Some(folder) = std::env::var_os(FILES).map(std::path::PathBuf::from) else {
        println!("CALENDAR_FILES names no folder: nothing written");
        return;
    };
    let zones = ["Europe/Chisinau", "Europe/Bucharest", "Europe/Moscow", "America/New_York", "Asia/Kolkata", "UTC"];
    let end = at("2028-12-31T00:00:00Z");
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("a file");
    for (place, series) in series_of_all_kinds().into_iter().enumerate() {
        for name in zones {
            let clocks = zone(name);
            let instants = series.occurrences(Timestamp(0), &clocks).map(|next| next.at);
            let known: String = instants
                .take_while(|at| *at <= end)
                .map(|at| format!("{}\n", crate::text::zone::iso_utc(at)))
                .collect();
            let entry = entry(When::Series(series.clone()), name);
            let name = format!("{place}-{}", name.replace('/', "-"));
            write(&format!("{name}.ics"), &file(Kind::Feed("Town".to_owned()), entry));
            write(&format!("{name}.txt"), &known);
        }
    }
    // One event as it is published, edited and cancelled.
    let once = entry(When::Once(at("2026-12-05T17:00:00Z")), "Europe/Chisinau");
    let later = Entry { sequence: 4, when: When::Once(at("2026-12-06T18:00:00Z")), ..once.clone() };
    write("published.ics", &file(Kind::Publish, once));
    write("edited.ics", &file(Kind::Publish, later.clone()));
    write("cancelled.ics", &file(Kind::Cancel, Entry { sequence: 5, ..later }));
}

#[test]
fn a_feed_says_how_often_to_look_again() {
    let once = entry(When::Once(at("2026-12-05T17:00:00Z")), "UTC");
    let read = Component::read(&file(Kind::Feed("Town".to_owned()), once));
    assert_eq!(read.value("X-WR-CALNAME"), Some("Town"));
    assert_eq!(read.value("REFRESH-INTERVAL"), Some("PT1H"));
    assert_eq!(read.all("VTIMEZONE").count(), 0, "UTC needs no rules");
}
