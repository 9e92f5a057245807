//! Typed times: what is read, what is refused, and why.

mod corpus;

use proptest::prelude::*;
use rstest::rstest;

use super::*;

const HOUR: i64 = 3_600_000;

/// Wednesday 2 December 2026, 12:00 in Chisinau.
fn now() -> Timestamp {
    zone::parse_iso("2026-12-02T12:00:00+02:00").unwrap()
}

fn chisinau() -> Zone {
    Zone::find("Europe/Chisinau").unwrap()
}

fn at(text: &str) -> Timestamp {
    zone::parse_iso(text).unwrap()
}

fn read(text: &str) -> Result<String, Problem> {
    parse(text, now(), &chisinau()).map(|at| format(at, &chisinau()))
}

#[rstest]
#[case("09:00", Some((9, 0)))]
#[case("9", Some((9, 0)))]
#[case("9.05", Some((9, 5)))]
#[case("18.30", Some((18, 30)))]
#[case("6 pm", Some((18, 0)))]
#[case("at 6:15 pm", Some((18, 15)))]
#[case("в 9 вечера", Some((21, 0)))]
#[case("la ora 19", Some((19, 0)))]
#[case("0:00", Some((0, 0)))]
#[case("24:00", None)]
#[case("12:60", None)]
#[case("09:00:30", None)]
#[case("friday 09:00", None)]
#[case("09:00 UTC", None)]
#[case("in 2h", None)]
#[case("25.12", None)]
#[case("half past", None)]
#[case("", None)]
fn a_time_of_day_is_nothing_more(#[case] typed: &str, #[case] meant: Option<(i8, i8)>) {
    assert_eq!(time_of_day(typed), meant.map(|(hour, minute)| TimeOfDay { hour, minute }));
}

#[rstest]
// English
#[case("friday 19:00", "2026-12-04 19:00")]
#[case("Fri, 19:00", "2026-12-04 19:00")]
#[case("on friday at 7pm", "2026-12-04 19:00")]
#[case("at 7 p.m. on friday", "2026-12-04 19:00")]
#[case("wednesday 13:00", "2026-12-02 13:00")]
#[case("wednesday 12:00", "2026-12-09 12:00")]
#[case("next friday 19:00", "2026-12-11 19:00")]
#[case("in 2h", "2026-12-02 14:00")]
#[case("in an hour and a half", "2026-12-02 13:30")]
#[case("2h", "2026-12-02 14:00")]
#[case("in 2 days", "2026-12-04 12:00")]
#[case("in 2 days at 18:00", "2026-12-04 18:00")]
#[case("tomorrow at 18:00", "2026-12-03 18:00")]
#[case("tomorrow at 6", "2026-12-03 06:00")]
#[case("tomorrow 18:00", "2026-12-03 18:00")]
#[case("18:00 tomorrow", "2026-12-03 18:00")]
#[case("the day after tomorrow 18:00", "2026-12-04 18:00")]
#[case("tonight 8 pm", "2026-12-02 20:00")]
#[case("19:00", "2026-12-02 19:00")]
#[case("11:00", "2026-12-03 11:00")]
#[case("12am", "2026-12-03 00:00")]
#[case("12:30 am", "2026-12-03 00:30")]
#[case("tomorrow noon", "2026-12-03 12:00")]
#[case("12 pm tomorrow", "2026-12-03 12:00")]
#[case("2026-12-05 19:00", "2026-12-05 19:00")]
#[case("2026-12-05T19:00", "2026-12-05 19:00")]
#[case("2026-12-05T19:00:00", "2026-12-05 19:00")]
#[case("2026-12-05T17:00:00Z", "2026-12-05 19:00")]
#[case("2026-12-05 19:00 +03:00", "2026-12-05 18:00")]
#[case("2026-12-05 19:00 UTC", "2026-12-05 21:00")]
#[case("19:00 utc+3", "2026-12-02 18:00")]
#[case("Fri 4 Dec 2026 19:00 EET", "2026-12-04 19:00")]
#[case("sat 2026-12-05 19:00", "2026-12-05 19:00")]
#[case("25.12 18:00", "2026-12-25 18:00")]
#[case("25/12/2026 18:00", "2026-12-25 18:00")]
#[case("25-12-26 18:00", "2026-12-25 18:00")]
#[case("1.12 18:00", "2027-12-01 18:00")]
#[case("2.12 13:00", "2026-12-02 13:00")]
#[case("29.02 10:00", "2028-02-29 10:00")]
#[case("december 5th 18:00", "2026-12-05 18:00")]
#[case("5th of december, 18:00", "2026-12-05 18:00")]
#[case("fri 25.12 18.00", "2026-12-25 18:00")]
#[case("<t:1796230800:R>", "2026-12-02 19:00")]
// Russian
#[case("через 2 часа", "2026-12-02 14:00")]
#[case("через полчаса", "2026-12-02 12:30")]
#[case("через час", "2026-12-02 13:00")]
#[case("через неделю в 18:00", "2026-12-09 18:00")]
#[case("завтра в 18:00", "2026-12-03 18:00")]
#[case("завтра в 18.00", "2026-12-03 18:00")]
#[case("завтра в 18-00", "2026-12-03 18:00")]
#[case("завтра в 7 вечера", "2026-12-03 19:00")]
#[case("завтра в 3 часа дня", "2026-12-03 15:00")]
#[case("в 7 утра", "2026-12-03 07:00")]
#[case("в 11 ночи", "2026-12-02 23:00")]
#[case("в пятницу 19:00", "2026-12-04 19:00")]
#[case("В пятницу в 19 часов", "2026-12-04 19:00")]
#[case("во вторник в 19:00", "2026-12-08 19:00")]
#[case("пт 19:00", "2026-12-04 19:00")]
#[case("в следующую пятницу 19:00", "2026-12-11 19:00")]
#[case("5 декабря в 19:00", "2026-12-05 19:00")]
#[case("5 декабря 2026 г. в 19:00", "2026-12-05 19:00")]
#[case("сегодня в 20:00", "2026-12-02 20:00")]
// Romanian
#[case("mâine la 18:00", "2026-12-03 18:00")]
#[case("maine la 18:00", "2026-12-03 18:00")]
#[case("mâine la ora 18", "2026-12-03 18:00")]
#[case("poimâine la 6 dimineața", "2026-12-04 06:00")]
#[case("mâine la 3 după-amiaza", "2026-12-03 15:00")]
#[case("vineri 19:00", "2026-12-04 19:00")]
#[case("vineri la 7 seara", "2026-12-04 19:00")]
#[case("sâmbătă la 19:00", "2026-12-05 19:00")]
#[case("marți 19:00", "2026-12-08 19:00")]
#[case("vinerea viitoare la 19:00", "2026-12-11 19:00")]
#[case("peste 2 ore", "2026-12-02 14:00")]
#[case("peste o oră", "2026-12-02 13:00")]
#[case("în 30 de minute", "2026-12-02 12:30")]
#[case("pe 25 decembrie la 18:00", "2026-12-25 18:00")]
#[case("la 5 decembrie 2026, ora 19:00", "2026-12-05 19:00")]
#[case("astăzi la 20:00", "2026-12-02 20:00")]
#[case("diseară la 8 pm", "2026-12-02 20:00")]
fn understood(#[case] text: &str, #[case] expected: &str) {
    assert_eq!(read(text).as_deref(), Ok(expected), "{text}");
}

#[rstest]
#[case("wednesday", "2026-12-09")]
#[case("2026-12-05", "2026-12-05")]
#[case("25.12", "2026-12-25")]
#[case("Dec 5, 2027", "2027-12-05")]
#[case("послезавтра", "2026-12-04")]
#[case("5 мая", "2027-05-05")]
#[case("в 25.12", "2026-12-25")]
#[case("luni", "2026-12-07")]
#[case("today", "2026-12-02")]
#[case("завтра", "2026-12-03")]
#[case("до пятницы", "2026-12-04")]
#[case("pe 15", "2026-12-15")]
#[case("end of month", "2026-12-31")]
#[case("în weekend", "2026-12-06")]
fn a_day_without_an_hour_is_its_end_or_asked_for_the_hour(#[case] text: &str, #[case] day: &str) {
    let end = super::read(text, Asked::End, now(), &chisinau()).map(|reading| format(reading.at, &chisinau()));
    assert_eq!(end.as_deref(), Ok(format!("{day} 23:59").as_str()), "{text}");
    let start = read(text);
    assert!(matches!(start, Err(Problem::NoHour { .. } | Problem::NoDay { .. })), "{text}: {start:?}");
}

#[rstest]
#[case("", Problem::NotUnderstood)]
#[case("soon", Problem::NotUnderstood)]
#[case("at", Problem::NotUnderstood)]
#[case("19", Problem::NotUnderstood)]
#[case("friday monday", Problem::NotUnderstood)]
#[case("19:00 20:00", Problem::NotUnderstood)]
#[case("in 2h friday", Problem::NotUnderstood)]
#[case("in 2h at 18:00", Problem::NotUnderstood)]
#[case("19:00-21:00", Problem::NotUnderstood)]
#[case("friday 25:00", Problem::NoSuchTime)]
#[case("19:60", Problem::NoSuchTime)]
#[case("13 am", Problem::NoSuchTime)]
#[case("30.02", Problem::NoSuchDate)]
#[case("2027-02-29 10:00", Problem::NoSuchDate)]
#[case("friday 5.12.2026 19:00", Problem::WrongWeekday { is: Weekday::Saturday })]
#[case("19:00 EEST", Problem::OtherZone)]
#[case("19:00 IST", Problem::NotUnderstood)]
#[case("today 11:00", Problem::Past(at("2026-12-02T11:00:00+02:00")))]
#[case("yesterday 18:00", Problem::Past(at("2026-12-01T18:00:00+02:00")))]
#[case("2h ago", Problem::Past(at("2026-12-02T10:00:00+02:00")))]
#[case("25.12.2025", Problem::Past(at("2025-12-25T00:00:00+02:00")))]
#[case("in 500 years", Problem::TooFar)]
#[case("9999-12-31", Problem::TooFar)]
#[case("<t:9223372036854775>", Problem::TooFar)]
fn refused(#[case] text: &str, #[case] problem: Problem) {
    assert_eq!(read(text), Err(problem), "{text}");
}

#[rstest]
#[case("2h ago", "2026-12-02 10:00")]
#[case("2h", "2026-12-02 10:00")]
#[case("2 часа назад", "2026-12-02 10:00")]
#[case("acum 2 ore", "2026-12-02 10:00")]
#[case("yesterday 18:00", "2026-12-01 18:00")]
#[case("вчера", "2026-12-01 00:00")]
#[case("ieri la 18:00", "2026-12-01 18:00")]
#[case("today", "2026-12-02 00:00")]
#[case("friday 19:00", "2026-11-27 19:00")]
#[case("wednesday 11:00", "2026-12-02 11:00")]
#[case("wednesday 13:00", "2026-11-25 13:00")]
#[case("19:00", "2026-12-01 19:00")]
#[case("25.12", "2025-12-25 00:00")]
#[case("29 feb", "2024-02-29 00:00")]
fn looking_back(#[case] text: &str, #[case] expected: &str) {
    let read = parse_past(text, now(), &chisinau()).map(|at| format(at, &chisinau()));
    assert_eq!(read.as_deref(), Ok(expected), "{text}");
}

#[test]
fn what_lies_ahead_is_not_the_past() {
    let later = at("2026-12-02T13:00:00+02:00");
    assert_eq!(parse_past("today 13:00", now(), &chisinau()), Err(Problem::Future(later)));
}

#[test]
fn a_skipped_time_is_refused_with_the_one_after_it() {
    let now = at("2026-03-28T12:00:00+02:00");
    let after = at("2026-03-29T04:30:00+03:00");
    for text in ["tomorrow 03:30", "29.03 03:30", "sunday 3:30 am", "03:30"] {
        assert_eq!(parse(text, now, &chisinau()), Err(Problem::Skipped { after }), "{text}");
    }
    assert_eq!(parse("29.03 04:00", now, &chisinau()), Ok(at("2026-03-29T04:00:00+03:00")));
}

#[test]
fn of_a_time_shown_twice_a_person_says_which() {
    let (first, second) = (at("2026-10-25T03:30:00+03:00"), at("2026-10-25T03:30:00+02:00"));
    let before = at("2026-10-24T12:00:00+03:00");
    let between = at("2026-10-25T03:45:00+03:00");
    let read = |text, now| parse(text, now, &chisinau());
    assert_eq!(read("25.10 03:30", before), Err(Problem::Twice { first, second }));
    assert_eq!(read("25.10 03:30 EEST", before), Ok(first));
    assert_eq!(read("25.10 03:30 EET", before), Ok(second));
    assert_eq!(read("25.10 03:30 +02:00", before), Ok(second));
    assert_eq!(read("03:30", between), Ok(second));
    assert_eq!(format(first, &chisinau()), "2026-10-25 03:30 +03:00");
    assert_eq!(format(second, &chisinau()), "2026-10-25 03:30 +02:00");
}

#[test]
fn days_are_counted_in_the_calendar_and_hours_on_the_clock() {
    let now = at("2026-03-28T12:00:00+02:00");
    let read = |text| parse(text, now, &chisinau()).map(|at| format(at, &chisinau()));
    assert_eq!(read("in 1 day at 12:00").as_deref(), Ok("2026-03-29 12:00"));
    assert_eq!(read("in 24 hours").as_deref(), Ok("2026-03-29 13:00"));
}

const SCRAPS: &str = r"(\PC|[0-9]{1,4}|[ .,:/+-]| at | in |friday|завтра|в |через|mâine|la |pm|dec|EET|utc|t|<t:|day after| next ){0,14}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_text_is_too_strange(text in SCRAPS, seconds in -10_000_000_000_i64..200_000_000_000) {
        let (now, zone) = (Timestamp::from_seconds(seconds), chisinau());
        if let Ok(at) = parse(&text, now, &zone) {
            prop_assert!(at > now, "{}", text);
        }
        if let Ok(at) = parse_past(&text, now, &zone) {
            prop_assert!(at <= now, "{}", text);
        }
    }

    #[test]
    fn any_string_at_any_time(text: String, millis: i64) {
        let _ = parse(&text, Timestamp(millis), &chisinau());
        let _ = parse_past(&text, Timestamp(millis), &chisinau());
    }

    #[test]
    fn what_is_written_is_read_back(minutes in 1_i64..50_000_000, name in prop::sample::select(vec!["UTC", "Europe/Chisinau", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"])) {
        let zone = Zone::find(name).unwrap();
        let at = Timestamp(now().0 + minutes * 60_000);
        prop_assert_eq!(parse(&format(at, &zone), now(), &zone), Ok(at));
    }

    #[test]
    fn a_time_alone_is_the_next_one(minutes in 0_i64..1_000_000, hour in 0_u8..24, minute in 0_u8..60) {
        let (zone, now) = (chisinau(), Timestamp(now().0 + minutes * 60_000));
        if let Ok(at) = parse(&format!("{hour}:{minute:02}"), now, &zone) {
            prop_assert!(at > now && at.since(now) <= 25 * HOUR);
            let shown = zone.local(at);
            prop_assert_eq!((shown.hour, shown.minute), (hour.cast_signed(), minute.cast_signed()));
        }
    }

    #[test]
    fn a_weekday_is_within_a_week(minutes in 0_i64..1_000_000, place in 0_usize..7) {
        let (zone, now) = (chisinau(), Timestamp(now().0 + minutes * 60_000));
        for name in [["mon", "tue", "wed", "thu", "fri", "sat", "sun"][place], ["пн", "вт", "ср", "чт", "пт", "сб", "вс"][place],
                     ["luni", "marți", "miercuri", "joi", "vineri", "sâmbătă", "duminică"][place]] {
            let at = parse(&format!("{name} 12:00"), now, &zone).unwrap();
            prop_assert!(at > now && at.since(now) <= 7 * 24 * HOUR + HOUR);
            prop_assert_eq!(zone.local(at).weekday, Weekday::ALL[place]);
        }
    }
}
