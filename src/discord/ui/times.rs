//! Times that people type, in the zone of their server: what was understood is echoed while they
//! type, what could not be is told with what to write instead. Where clocks skip or repeat a time the
//! nearest one is taken, and both places say which.

use crate::clock::Timestamp;
use crate::error::{Arg, Message, Result};
use crate::i18n::{Locale, Span, plain};
use crate::text::duration;
use crate::text::when;
use crate::text::when::{Asked, Hint, Problem, Reading};
use crate::text::zone::Zone;

use crate::discord::ui::autocomplete::Suggestion;

/// From so much on nobody counts hours any more, in seconds.
const ONLY_DAYS: i64 = 3 * DAY;
const DAY: i64 = 86_400;

/// A time ahead that somebody typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    pub at: Timestamp,
    /// What the person has to know of it, before anything is done: that clocks skip the typed time
    /// or show it twice, and what was taken.
    pub note: Option<Message>,
}

/// The time ahead that somebody typed: "friday 19:00", "через 2 часа", "mâine la 18:00". One that
/// clocks skip is taken as long after the change, of one that they show twice the first.
///
/// # Errors
/// Told, with what to write instead.
pub fn ahead(typed: &str, asked: Asked, now: Timestamp, zone: &Zone) -> Result<Taken> {
    let noted =
        |key: &'static str, at: Timestamp| Message::new(key).with("typed", typed).with("at", Arg::Time(at, 'F'));
    match when::read(typed, asked, now, zone) {
        Ok(Reading { at, hint, .. }) => {
            let note = hint.map(|hint| match hint {
                Hint::OtherMidnight(other) => noted("time-midnight", at).with("other", when::format(other, zone)),
                Hint::UsualHour => noted("time-usual-hour", at),
                Hint::RegionDiffers(short) => {
                    noted("time-region", at).with("name", short.name).with("zone", short.zone)
                }
            });
            Ok(Taken { at, note })
        }
        Err(Problem::Skipped { after: at }) => Ok(Taken { at, note: Some(noted("time-skipped", at)) }),
        Err(Problem::Twice { first, second }) => {
            let note = noted("time-twice", first).with("second", when::format(second, zone));
            Ok(Taken { at: first, note: Some(note) })
        }
        Err(problem) => Err(refusal(problem, typed, asked, now, zone).into()),
    }
}

/// The time gone by that somebody typed, from which on something counts: "yesterday 18:00", or a span that counts back
/// from now, "2h".
///
/// # Errors
/// Told, with what to write instead.
pub fn since(typed: &str, now: Timestamp, zone: &Zone) -> Result<Timestamp> {
    match duration::back(typed) {
        Ok(span) => Ok(now.minus(span)),
        Err(_) => Ok(ahead(typed, Asked::Since, now, zone)?.at),
    }
}

/// What is offered while a time is typed: what it is understood as, in the reader's language, and what else it
/// could mean; both times where clocks show it twice; the usual hours of a day without one; why it is no time,
/// with the nearest that is; examples where nothing is understood. The value of what is offered says the same
/// time by itself.
pub fn echo(locale: Locale, typed: &str, asked: Asked, now: Timestamp, zone: &Zone) -> Vec<Suggestion> {
    let offered = |key: &'static str, at: Timestamp| {
        let label = Message::new(key).with("time", moment(at, zone)).with("away", away(at, now));
        Suggestion::new(plain(locale, &label), value(typed, at, asked, now, zone))
    };
    match when::read(typed, asked, now, zone) {
        Ok(Reading { at, others, .. }) => [at].into_iter().chain(others).map(|at| offered("time-echo", at)).collect(),
        Err(Problem::Skipped { after }) => vec![offered("time-echo-skipped", after)],
        Err(Problem::Twice { first, second }) => {
            vec![offered("time-echo-first", first), offered("time-echo-second", second)]
        }
        Err(problem) => {
            let near = when::nearest(typed, asked, now, zone).into_iter().map(|at| offered("time-echo", at));
            let why = reason(problem, typed, zone).map(|why| Suggestion::new(plain(locale, &why), typed));
            let lines: Vec<Suggestion> = why.into_iter().chain(near).collect();
            if lines.is_empty() { examples(locale, asked, now, zone) } else { lines }
        }
    }
}

/// Why what was typed so far is no time, in one line; nothing where what is offered says it.
fn reason(problem: Problem, typed: &str, zone: &Zone) -> Option<Message> {
    let told = |key: &'static str| Message::new(key).with("typed", typed);
    let reason = match problem {
        Problem::Past(at) => Message::new("time-echo-past").with("time", moment(at, zone)),
        Problem::Future(at) => Message::new("time-echo-future").with("time", moment(at, zone)),
        Problem::NoSuchDate => told("time-reason-no-date"),
        Problem::NoSuchTime => told("time-reason-no-clock"),
        Problem::WrongWeekday { is } => {
            told("time-reason-weekday").with("weekday", Message::new(format!("day-{}", is.number())))
        }
        Problem::OtherZone => told("time-reason-other-zone"),
        Problem::Repeats => told("time-reason-repeats"),
        Problem::TooFar => told("time-reason-too-far"),
        Problem::NotUnderstood
        | Problem::NoHour { .. }
        | Problem::NoDay { .. }
        | Problem::Skipped { .. }
        | Problem::Twice { .. } => return None,
    };
    Some(reason)
}

/// "Fri 5 Dec 2026 19:00 EET": as the clocks of the server show it, for places where Discord shows
/// nobody their own.
pub fn moment(at: Timestamp, zone: &Zone) -> Message {
    let shown = zone.local(at);
    Message::new("time-moment")
        .with("weekday", Message::new(format!("day-short-{}", shown.weekday.number())))
        .with("day", i64::from(shown.day))
        .with("month", Message::new(format!("month-short-{}", shown.month)))
        .with("year", shown.year.to_string())
        .with("time", format!("{:02}:{:02}", shown.hour, shown.minute))
        .with("zone", zone.abbreviation(at))
}

fn away(at: Timestamp, now: Timestamp) -> Message {
    let (key, seconds) = match (at.millis() - now.millis()) / 1_000 {
        ago @ ..0 => ("time-ago", -ago),
        ahead => ("time-away", ahead),
    };
    let days = (seconds + DAY / 2) / DAY;
    let span = if seconds < ONLY_DAYS { Span::of_seconds(seconds as f64) } else { Span::Days(days, 0) };
    Message::new(key).with("span", span.message())
}

/// Written out, so that it means the same whatever the clock shows then; what cannot be written to the minute, as a
/// span counted from now, is kept as it was typed.
fn value(typed: &str, at: Timestamp, asked: Asked, now: Timestamp, zone: &Zone) -> String {
    let written = when::format(at, zone);
    let means_it = when::read(&written, asked, now, zone).is_ok_and(|reading| reading.at == at);
    if means_it { written } else { typed.to_owned() }
}

/// Times as people of the reader's language write them, with what they mean now.
fn examples(locale: Locale, asked: Asked, now: Timestamp, zone: &Zone) -> Vec<Suggestion> {
    let examples: &[&'static str] = if asked.is_ahead() {
        &["time-example-span", "time-example-tomorrow", "time-example-weekday"]
    } else {
        &["time-example-ago", "time-example-yesterday"]
    };
    let offered = examples.iter().copied().filter_map(|key| {
        let typed = plain(locale, &Message::new(key));
        let at = when::read(&typed, asked, now, zone).ok()?.at;
        let label = Message::new("time-example").with("typed", typed.as_str()).with("time", moment(at, zone));
        Some(Suggestion::new(plain(locale, &label), typed))
    });
    offered.collect()
}

fn refusal(problem: Problem, typed: &str, asked: Asked, now: Timestamp, zone: &Zone) -> Message {
    let told = |key: &'static str| Message::new(key).with("typed", typed);
    // With the hour that is usual in the evening, if it goes with what was typed.
    let example = || {
        let complete = when::parse(&format!("{typed} 19:00"), now, zone).ok();
        let nearest = || when::nearest(typed, asked, now, zone).first().copied();
        when::format(complete.or_else(nearest).unwrap_or(now), zone)
    };
    match problem {
        Problem::Past(at) => told("time-past").with("at", Arg::Time(at, 'F')),
        Problem::Future(at) => told("time-future").with("at", Arg::Time(at, 'F')),
        Problem::NoSuchDate => told("time-no-date"),
        Problem::NoSuchTime => told("time-no-clock"),
        Problem::WrongWeekday { is } => {
            told("time-weekday").with("weekday", Message::new(format!("day-{}", is.number())))
        }
        Problem::NoHour { .. } => told("time-no-hour").with("example", example()),
        Problem::NoDay { .. } => told("time-no-day").with("example", example()),
        Problem::Repeats => told("time-repeats"),
        Problem::OtherZone => told("time-other-zone").with("zone", zone.name()),
        Problem::TooFar => told("time-too-far"),
        Problem::NotUnderstood | Problem::Skipped { .. } | Problem::Twice { .. } => {
            told(if asked.is_ahead() { "time-none" } else { "time-none-past" }).with("zone", zone.name())
        }
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use proptest::prelude::*;

    use super::*;
    use crate::error::Error;
    use crate::i18n::say;
    use crate::text::zone::parse_iso;

    fn at(text: &str) -> Timestamp {
        parse_iso(text).expect("an instant")
    }

    /// Wednesday 2 December 2026, 12:00 in Chisinau.
    fn now() -> Timestamp {
        at("2026-12-02T12:00:00+02:00")
    }

    fn zone(name: &str) -> Zone {
        Zone::find(name).expect("a zone")
    }

    fn offered(locale: Locale, typed: &str, now: Timestamp, zone: &Zone) -> String {
        let lines = echo(locale, typed, Asked::Start, now, zone);
        assert!(lines.iter().all(|line| line.label.chars().count() <= 100), "{lines:?}");
        lines.iter().map(|line| format!("{} [{}]\n", line.label, line.value)).collect()
    }

    /// What the person is told when the command is sent, after the time that is taken.
    fn told(typed: &str, now: Timestamp, zone: &Zone) -> String {
        let locales = Locale::ALL.into_iter();
        match ahead(typed, Asked::Start, now, zone) {
            Ok(Taken { at, note: None }) => zone.iso(at),
            Ok(Taken { at, note: Some(note) }) => {
                let notes = locales.map(|locale| format!("\n{}", say(locale, &note).as_str()));
                format!("{}{}", zone.iso(at), notes.collect::<String>())
            }
            Err(Error::Told(why)) => locales.map(|locale| format!("{}\n", say(locale, &why).as_str())).collect(),
            Err(Error::Fault(error)) => panic!("{error}"),
        }
    }

    #[test]
    fn people_of_each_language_read_what_was_understood_in_theirs() {
        let zone = zone("Europe/Chisinau");
        assert_snapshot!(offered(Locale::En, "friday 19:00", now(), &zone), @"Fri 4 Dec 2026 19:00 EET, in 2 days 7 h [2026-12-04 19:00]");
        assert_snapshot!(offered(Locale::Ru, "через 2 часа", now(), &zone), @"Ср 2 дек 2026 14:00 EET, через 2 ч [2026-12-02 14:00]");
        assert_snapshot!(offered(Locale::Ru, "через 2 часа", now().plus(std::time::Duration::from_secs(7)), &zone), @"Ср 2 дек 2026 14:00 EET, через 2 ч [через 2 часа]");
        assert_snapshot!(offered(Locale::Ro, "mâine la 18:00", now(), &zone), @"Jo 3 dec. 2026 18:00 EET, peste 30 h [2026-12-03 18:00]");
        assert_snapshot!(offered(Locale::Ro, "25.12 18:00", now(), &zone), @"Vi 25 dec. 2026 18:00 EET, peste 23 de zile [2026-12-25 18:00]");
        assert_snapshot!(offered(Locale::En, "today 9:00", now(), &zone), @"
        Wed 2 Dec 2026 09:00 EET has gone by [today 9:00]
        Thu 3 Dec 2026 09:00 EET, in 21 h [2026-12-03 09:00]
        ");
    }

    #[test]
    fn whoever_has_typed_nothing_yet_reads_what_could_be_typed() {
        for locale in Locale::ALL {
            let zone = zone("Europe/Bucharest");
            assert_eq!(offered(locale, "", now(), &zone), offered(locale, "soon", now(), &zone));
        }
        let all: String = Locale::ALL.map(|locale| offered(locale, "", now(), &Zone::utc())).join("");
        assert_snapshot!(all, @"
        in 2 hours (Wed 2 Dec 2026 12:00 UTC) [in 2 hours]
        tomorrow at 18:00 (Thu 3 Dec 2026 18:00 UTC) [tomorrow at 18:00]
        friday 19:00 (Fri 4 Dec 2026 19:00 UTC) [friday 19:00]
        через 2 часа (Ср 2 дек 2026 12:00 UTC) [через 2 часа]
        завтра в 18:00 (Чт 3 дек 2026 18:00 UTC) [завтра в 18:00]
        в пятницу в 19:00 (Пт 4 дек 2026 19:00 UTC) [в пятницу в 19:00]
        peste 2 ore (Mi 2 dec. 2026 12:00 UTC) [peste 2 ore]
        mâine la 18:00 (Jo 3 dec. 2026 18:00 UTC) [mâine la 18:00]
        vineri la 19:00 (Vi 4 dec. 2026 19:00 UTC) [vineri la 19:00]
        ");
    }

    #[test]
    fn a_time_that_clocks_skip_is_taken_after_the_change() {
        let (chisinau, new_york) = (zone("Europe/Chisinau"), zone("America/New_York"));
        let before = at("2027-03-27T12:00:00+02:00");
        assert_snapshot!(told("28.03 03:30", before, &chisinau), @r"
        2027-03-28T04:30:00+03:00
        Clocks go forward then and skip “28\.03 03:30”, so I took the time as long after the change: <t:1806197400:F>.
        Часы тогда переводят вперёд, и «28\.03 03:30» они не покажут. Взято время, настолько же отстоящее от перевода: <t:1806197400:F>.
        Ceasurile se dau atunci înainte și sar peste „28\.03 03:30”, așa că am luat ora aflată la fel de mult după schimbare: <t:1806197400:F>.
        ");
        assert_snapshot!(offered(Locale::En, "28.03 03:30", before, &zone("Europe/Bucharest")), @"Sun 28 Mar 2027 04:30 EEST, in 16 h (clocks skip the time you typed) [2027-03-28 04:30]");
        assert_snapshot!(offered(Locale::Ru, "завтра в 3:30", before, &chisinau), @"Вс 28 мар 2027 04:30 EEST, через 16 ч (названного времени часы не покажут) [2027-03-28 04:30]");
        assert_snapshot!(offered(Locale::Ro, "mâine la 3:30", before, &chisinau), @"Du 28 mar. 2027 04:30 EEST, peste 16 h (ceasurile sar peste ora scrisă) [2027-03-28 04:30]");
        let before = at("2027-03-13T12:00:00-05:00");
        assert_snapshot!(offered(Locale::En, "tomorrow 2:30 am", before, &new_york), @"Sun 14 Mar 2027 03:30 EDT, in 15 h (clocks skip the time you typed) [2027-03-14 03:30]");
        assert_eq!(
            ahead("tomorrow 2:30 am", Asked::Start, before, &new_york).expect("taken").at,
            at("2027-03-14T03:30:00-04:00")
        );
    }

    #[test]
    fn of_a_time_that_clocks_show_twice_both_are_offered_and_the_first_is_taken() {
        let (chisinau, new_york) = (zone("Europe/Chisinau"), zone("America/New_York"));
        let before = at("2026-10-24T12:00:00+03:00");
        assert_snapshot!(told("25.10 03:30", before, &chisinau), @r"
        2026-10-25T03:30:00+03:00
        Clocks go back then and show “25\.10 03:30” twice. I took the first: <t:1792888200:F>. For the second, write `2026-10-25 03:30 +02:00`.
        Часы тогда переводят назад, и «25\.10 03:30» они покажут дважды. Взято первое: <t:1792888200:F>. Если нужно второе, напишите `2026-10-25 03:30 +02:00`.
        Ceasurile se dau atunci înapoi și arată „25\.10 03:30” de două ori. Am luat prima: <t:1792888200:F>. Pentru a doua, scrie `2026-10-25 03:30 +02:00`.
        ");
        assert_snapshot!(offered(Locale::En, "25.10 03:30", before, &zone("Europe/Bucharest")), @"
        Sun 25 Oct 2026 03:30 EEST, in 16 h (clocks show it twice: the first) [2026-10-25 03:30 +03:00]
        Sun 25 Oct 2026 03:30 EET, in 17 h (clocks show it twice: the second) [2026-10-25 03:30 +02:00]
        ");
        assert_snapshot!(offered(Locale::Ru, "завтра в 3:30", before, &chisinau), @"
        Вс 25 окт 2026 03:30 EEST, через 16 ч (часы покажут его дважды: первое) [2026-10-25 03:30 +03:00]
        Вс 25 окт 2026 03:30 EET, через 17 ч (часы покажут его дважды: второе) [2026-10-25 03:30 +02:00]
        ");
        assert_snapshot!(offered(Locale::Ro, "mâine la 3:30", before, &chisinau), @"
        Du 25 oct. 2026 03:30 EEST, peste 16 h (ceasurile o arată de două ori: prima) [2026-10-25 03:30 +03:00]
        Du 25 oct. 2026 03:30 EET, peste 17 h (ceasurile o arată de două ori: a doua) [2026-10-25 03:30 +02:00]
        ");
        for line in echo(Locale::En, "25.10 03:30", Asked::Start, before, &chisinau) {
            assert_eq!(ahead(&line.value, Asked::Start, before, &chisinau).expect("a time").note, None, "{line:?}");
        }
        let before = at("2026-10-31T12:00:00-04:00");
        assert_snapshot!(offered(Locale::En, "tomorrow 1:30 am", before, &new_york), @"
        Sun 1 Nov 2026 01:30 EDT, in 14 h (clocks show it twice: the first) [2026-11-01 01:30 -04:00]
        Sun 1 Nov 2026 01:30 EST, in 15 h (clocks show it twice: the second) [2026-11-01 01:30 -05:00]
        ");
    }

    #[test]
    fn what_is_no_time_ahead_is_told_with_what_to_write_instead() {
        let zone = zone("Europe/Chisinau");
        let refused =
            ["*soon*", "30.02", "friday 25:00", "friday 5.12.2026 19:00", "19:00 EEST", "today 9:00", "in 500 years"];
        let told: String = refused.into_iter().map(|typed| told(typed, now(), &zone) + "\n").collect();
        assert_snapshot!(told, @r"
        I cannot read “\*soon\*” as a time. Write it like `friday 19:00`, `in 2 hours` or `25.12 18:00`. Times are those of Europe/Chisinau, the zone of this server.
        Не получается прочитать «\*soon\*» как время. Напишите, например, `в пятницу в 19:00`, `через 2 часа` или `25.12 18:00`. Время считается по зоне этого сервера: Europe/Chisinau.
        Nu pot citi „\*soon\*” ca oră. Scrie, de exemplu, `vineri la 19:00`, `peste 2 ore` sau `25.12 18:00`. Orele sunt cele din zona acestui server: Europe/Chisinau.

        There is no such date as in “30\.02”. Days come before months here: `25.12 18:00`.
        Такой даты, как в «30\.02», нет. День пишется перед месяцем: `25.12 18:00`.
        Nu există o dată ca în „30\.02”. Ziua se scrie înaintea lunii: `25.12 18:00`.

        No clock shows what “friday 25:00” says. Hours go from 0 to 23 and minutes from 0 to 59, as in `friday 19:00`.
        Того, что написано в «friday 25:00», часы не показывают. Часы бывают от 0 до 23, минуты от 0 до 59, например: `в пятницу в 19:00`.
        Niciun ceas nu arată ce scrie în „friday 25:00”. Orele merg de la 0 la 23, iar minutele de la 0 la 59, ca în `vineri la 19:00`.

        “friday 5.12.2026 19:00” does not fit together: that date is a Saturday. Write the date or the weekday alone.
        В «friday 5.12.2026 19:00» дата и день недели не сходятся: на эту дату приходится суббота. Напишите что-то одно.
        În „friday 5.12.2026 19:00” data și ziua nu se potrivesc: la acea dată este sâmbătă. Scrie doar una dintre ele.

        Clocks in Europe/Chisinau, the zone of this server, do not show the zone that “19:00 EEST” names. Leave it out, or write the difference to UTC: `19:00 +03:00`.
        В зоне этого сервера (Europe/Chisinau) время тогда называется не так, как в «19:00 EEST». Уберите название или напишите разницу с UTC: `19:00 +03:00`.
        În zona acestui server (Europe/Chisinau) ora nu se numește atunci ca în „19:00 EEST”. Lasă numele la o parte sau scrie diferența față de UTC: `19:00 +03:00`.

        “today 9:00” has gone by: that was <t:1796194800:F>. Write a time that is still to come.
        «today 9:00» уже прошло: это было <t:1796194800:F>. Напишите время, которое ещё наступит.
        „today 9:00” a trecut deja: a fost <t:1796194800:F>. Scrie o oră care urmează.

        “in 500 years” is more than a hundred years away. Write a time that someone here will see.
        До «in 500 years» больше ста лет. Напишите время, до которого здесь кто-нибудь доживёт.
        Până la „in 500 years” sunt mai mult de o sută de ani. Scrie o oră pe care cineva de aici o va apuca.
        ");
    }

    /// What is offered for a time of one kind.
    fn offered_for(asked: Asked, typed: &str) -> String {
        let lines = echo(Locale::En, typed, asked, now(), &zone("Europe/Chisinau"));
        lines.iter().map(|line| format!("{} [{}]\n", line.label, line.value)).collect()
    }

    #[test]
    fn what_is_no_time_is_offered_with_the_reason_and_the_nearest_one() {
        let typed = ["31.11 10:00", "25:00", "30 feb", "13 o'clock pm", "friday 5.12 10:00", "every friday at 10:00"];
        let offered: String = typed.map(|typed| offered_for(Asked::End, typed) + "\n").concat();
        assert_snapshot!(offered, @"
        There is no such date as in “31.11 10:00”; the nearest: [31.11 10:00]
        Tue 30 Nov 2027 10:00 EET, in 363 days [2027-11-30 10:00]

        No clock shows “25:00”; the nearest: [25:00]
        Wed 2 Dec 2026 23:59 EET, in 12 h [2026-12-02 23:59]

        There is no such date as in “30 feb”; the nearest: [30 feb]
        Sun 28 Feb 2027 23:59 EET, in 88 days [2027-02-28 23:59]

        No clock shows “13 o'clock pm”; the nearest: [13 o'clock pm]
        Wed 2 Dec 2026 13:00 EET, in 1 h [2026-12-02 13:00]

        That date is a Saturday, not as in “friday 5.12 10:00” [friday 5.12 10:00]
        Sat 5 Dec 2026 10:00 EET, in 2 days 22 h [2026-12-05 10:00]
        Fri 4 Dec 2026 10:00 EET, in 46 h [2026-12-04 10:00]

        “every friday at 10:00” repeats, but only one time fits here: [every friday at 10:00]
        Fri 4 Dec 2026 10:00 EET, in 46 h [2026-12-04 10:00]
        ");
    }

    #[test]
    fn a_day_is_its_end_or_offered_with_usual_hours() {
        assert_snapshot!(offered_for(Asked::End, "friday"), @"Fri 4 Dec 2026 23:59 EET, in 2 days 12 h [2026-12-04 23:59]");
        assert_snapshot!(offered_for(Asked::Start, "friday"), @"
        Fri 4 Dec 2026 10:00 EET, in 46 h [2026-12-04 10:00]
        Fri 4 Dec 2026 12:00 EET, in 2 days [2026-12-04 12:00]
        Fri 4 Dec 2026 15:00 EET, in 2 days 3 h [2026-12-04 15:00]
        Fri 4 Dec 2026 18:00 EET, in 2 days 6 h [2026-12-04 18:00]
        Fri 4 Dec 2026 19:00 EET, in 2 days 7 h [2026-12-04 19:00]
        Fri 4 Dec 2026 20:00 EET, in 2 days 8 h [2026-12-04 20:00]
        Fri 4 Dec 2026 21:00 EET, in 2 days 9 h [2026-12-04 21:00]
        ");
        assert_snapshot!(told("friday", now(), &zone("Europe/Chisinau")), @"
        “friday” names a day but no hour. Add one: `2026-12-04 19:00`.
        «friday» — это день без времени. Допишите час: `2026-12-04 19:00`.
        „friday” numește o zi, dar lipsește ora. Scrie-o și pe ea: `2026-12-04 19:00`.
        ");
    }

    #[test]
    fn late_in_the_day_what_is_left_of_it_is_offered() {
        let (zone, late) = (zone("Europe/Chisinau"), at("2026-12-02T22:10:00+02:00"));
        let offered = offered(Locale::En, "today", late, &zone);
        assert!(offered.contains("[2026-12-02 23:00]"), "{offered}");
        assert!(offered.contains("[2026-12-02 23:59]"), "{offered}");
        assert_eq!(offered.lines().count(), 2, "{offered}");
        for (typed, late, example) in [
            ("today", late, "`2026-12-02 23:00`"),
            ("this weekend", at("2026-12-06T22:10:00+02:00"), "`2026-12-06 23:00`"),
        ] {
            let told = told(typed, late, &zone);
            assert!(told.contains(example), "{told}");
        }
    }

    #[test]
    fn what_could_have_been_meant_otherwise_is_said() {
        let zone = zone("Europe/Chisinau");
        assert_snapshot!(offered_for(Asked::Start, "tomorrow at 6"), @"
        Thu 3 Dec 2026 06:00 EET, in 18 h [2026-12-03 06:00]
        Thu 3 Dec 2026 18:00 EET, in 30 h [2026-12-03 18:00]
        ");
        assert_snapshot!(told("friday midnight", now(), &zone), @"
        2026-12-05T00:00:00+02:00
        “friday midnight”: I took the midnight at the end of that day: <t:1796421600:F>. For the one at its beginning, write `2026-12-04 00:00`.
        «friday midnight»: взята полночь в конце этого дня: <t:1796421600:F>. Если нужна полночь в его начале, напишите `2026-12-04 00:00`.
        „friday midnight”: am luat miezul nopții de la sfârșitul acelei zile: <t:1796421600:F>. Pentru cel de la începutul ei, scrie `2026-12-04 00:00`.
        ");
        assert_snapshot!(told("friday evening", now(), &zone), @"
        2026-12-04T19:00:00+02:00
        “friday evening” names no hour, so I took a usual one: <t:1796403600:F>.
        В «friday evening» час не назван, поэтому взято обычное время: <t:1796403600:F>.
        „friday evening” nu spune ora, așa că am luat una obișnuită: <t:1796403600:F>.
        ");
        assert_snapshot!(told("5 july 19:00 CET", now(), &zone), @"
        2027-07-05T21:00:00+03:00
        “5 july 19:00 CET”: CET is the same in summer and winter, so I took <t:1814810400:F>. Clocks in Europe/Berlin show another time then. If you mean theirs, write “Europe/Berlin” instead of “CET”.
        «5 july 19:00 CET»: пояс CET одинаков летом и зимой, поэтому взято время: <t:1814810400:F>. Часы в поясе Europe/Berlin показывают тогда другое. Если вы имели в виду их, напишите «Europe/Berlin» вместо «CET».
        „5 july 19:00 CET”: CET este la fel vara și iarna, așa că am luat ora aceasta: <t:1814810400:F>. Ceasurile din Europe/Berlin arată atunci altă oră. Dacă la ele te referi, scrie „Europe/Berlin” în loc de „CET”.
        ");
    }

    proptest! {
        #[test]
        fn what_is_offered_is_what_will_be_taken(minutes in 1_i64..5_000_000, place in 0_usize..3) {
            let zone = zone(["Europe/Chisinau", "Europe/Bucharest", "America/New_York"][place]);
            let at = Timestamp(now().0 + minutes * 60_000);
            for line in echo(Locale::Ro, &zone.iso(at), Asked::End, now(), &zone) {
                prop_assert_eq!(ahead(&line.value, Asked::End, now(), &zone).expect("a time"), Taken { at, note: None });
            }
        }
    }
}
