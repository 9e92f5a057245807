//! Moments as Discord writes them (`2026-11-20T07:30:00.123000+00:00`) and as people read them.
//!
//! Discord's clock shows UTC, so nothing here knows of zones.

use crate::clock::Timestamp;

const DAY_MS: i64 = 86_400_000;
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

/// As it stands in Discord's JSON.
pub fn write(moment: Timestamp) -> String {
    let (year, month, day) = civil(moment.millis().div_euclid(DAY_MS));
    let (hour, minute, second, milli) = time_of_day(moment);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}000+00:00")
}

/// Reads ISO 8601 with an offset or `Z`; the fraction may be missing.
pub fn read(text: &str) -> Option<Timestamp> {
    let (date, rest) = text.split_once(['T', ' '])?;
    let mut parts = date.splitn(3, '-').map(str::parse::<i64>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let end = rest.find(['Z', 'z', '+', '-'])?;
    let (time, zone) = rest.split_at(end);
    let offset = match zone {
        "Z" | "z" => 0,
        signed => {
            let (hours, minutes) = signed[1..].split_once(':').unwrap_or((&signed[1..], "0"));
            let minutes = hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?;
            if signed.starts_with('-') { -minutes } else { minutes }
        }
    };
    let mut parts = time.splitn(3, ':');
    let (hour, minute): (i64, i64) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let (second, fraction) = parts.next().map_or(("0", ""), |text| text.split_once('.').unwrap_or((text, "")));
    let second: i64 = second.parse().ok()?;
    let milli: i64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let days = days_from_civil(year, month, day);
    Some(Timestamp(days * DAY_MS + ((hour * 60 + minute - offset) * 60 + second) * 1_000 + milli))
}

/// What the client shows for `<t:SECONDS:STYLE>`, in UTC and English.
pub fn shown(moment: Timestamp, style: char, now: Timestamp) -> String {
    let days = moment.millis().div_euclid(DAY_MS);
    let (year, month, day) = civil(days);
    let (hour, minute, second, _) = time_of_day(moment);
    let name = MONTHS[usize::try_from(month - 1).unwrap_or(0)];
    let weekday = DAYS[usize::try_from(days.rem_euclid(7)).unwrap_or(0)];
    match style {
        't' => format!("{hour:02}:{minute:02}"),
        'T' => format!("{hour:02}:{minute:02}:{second:02}"),
        'd' => format!("{day:02}/{month:02}/{year}"),
        'D' => format!("{day} {name} {year}"),
        'F' => format!("{weekday}, {day} {name} {year} {hour:02}:{minute:02}"),
        'R' => relative(moment.since(now)),
        _ => format!("{day} {name} {year} {hour:02}:{minute:02}"),
    }
}

fn relative(ms: i64) -> String {
    const SECOND: i64 = 1_000;
    let units = [
        ("year", 365 * DAY_MS),
        ("month", 30 * DAY_MS),
        ("day", DAY_MS),
        ("hour", 3_600 * SECOND),
        ("minute", 60 * SECOND),
        ("second", SECOND),
    ];
    if ms.abs() < SECOND {
        return "now".to_owned();
    }
    let (name, size) = units.into_iter().find(|(_, size)| ms.abs() >= *size).unwrap_or(("second", SECOND));
    let count = ms.abs() / size;
    let plural = if count == 1 { "" } else { "s" };
    if ms < 0 { format!("{count} {name}{plural} ago") } else { format!("in {count} {name}{plural}") }
}

fn time_of_day(moment: Timestamp) -> (i64, i64, i64, i64) {
    let ms = moment.millis().rem_euclid(DAY_MS);
    (ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60, ms % 1_000)
}

/// Days since 1970-01-01 to year, month and day (years counted from March, in eras of 400 years).
const fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year_of_era + era * 400 + (month <= 2) as i64, month, day)
}

const fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = year - (month <= 2) as i64;
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let from_march = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * from_march + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for ms in [0, 951_782_400_123, 1_795_159_960_000, 4_102_444_799_999] {
            assert_eq!(read(&write(Timestamp(ms))), Some(Timestamp(ms)), "{}", write(Timestamp(ms)));
        }
    }

    #[test]
    fn offsets_and_missing_fractions_are_understood() {
        assert_eq!(read("2026-11-20T09:30:00+02:00"), read("2026-11-20T07:30:00.000Z"));
        assert_eq!(read("2026-13-20T09:30:00Z"), None);
        assert_eq!(read("tomorrow"), None);
    }

    #[test]
    fn people_see_weekdays_and_distances() {
        let moment = read("2026-11-20T07:30:00Z").unwrap();
        assert_eq!(shown(moment, 'F', moment), "Friday, 20 November 2026 07:30");
        assert_eq!(shown(moment, 'R', Timestamp(moment.0 - 7_200_000)), "in 2 hours");
        assert_eq!(shown(moment, 'R', Timestamp(moment.0 + 86_400_000)), "1 day ago");
    }
}
