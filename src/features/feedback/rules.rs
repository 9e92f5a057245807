//! What is decided about feedback, by what is given alone.

use crate::clock::Timestamp;
use crate::text::find::fold;
use crate::text::limits;
use crate::text::safe::visible;
use crate::text::zone::Zone;

use super::{Problem, Status, Tag};

/// The longest words of an item that staff type, in UTF-16 units.
pub const LONGEST_TEXT: usize = 1_000;
/// The longest title of a theme.
pub const LONGEST_TITLE: usize = 80;
/// The longest name of a tag.
pub const LONGEST_TAG: usize = 40;
/// The longest reason of a status.
pub const LONGEST_REASON: usize = 500;
/// How many tags a server can have that are not retired: as many as stand in one menu.
pub const MOST_TAGS: usize = limits::OPTIONS;
/// How many days the bars of a theme cover.
pub const DAYS: usize = 28;

/// What was typed, without white space around it; what is hidden in it is shown, and takes room.
///
/// # Errors
/// There is nothing, or too much.
pub fn fitting(typed: &str, most: usize) -> Result<String, Problem> {
    let typed = typed.trim();
    match limits::len_utf16(&visible(typed)) {
        0 => Err(Problem::Empty),
        units if units > most => Err(Problem::TooLong { units, most }),
        _ => Ok(typed.to_owned()),
    }
}

/// The same on one line, for titles and names.
///
/// # Errors
/// There is nothing, or too much.
pub fn one_line(typed: &str, most: usize) -> Result<String, Problem> {
    fitting(&typed.split_whitespace().collect::<Vec<_>>().join(" "), most)
}

/// Whether a theme can get a status, with this reason.
///
/// # Errors
/// It has it already, or a reason is missing.
pub fn may_set(before: (Status, Option<&str>), after: Status, reason: Option<&str>) -> Result<(), Problem> {
    match after {
        Status::Declined if reason.is_none() => Err(Problem::NoReason),
        _ if before == (after, reason) => Err(Problem::SameStatus),
        _ => Ok(()),
    }
}

/// Whether one more tag can have this name. `names` are those of the tags that are not retired, in each language.
///
/// # Errors
/// Another one has it, or there are too many.
pub fn may_add(name: &str, names: &[String], tags: &[Tag]) -> Result<(), Problem> {
    if names.iter().any(|other| fold(other) == fold(name)) {
        return Err(Problem::TagBefore(name.to_owned()));
    }
    if tags.iter().filter(|tag| !tag.is_retired).count() >= MOST_TAGS {
        return Err(Problem::TooManyTags(MOST_TAGS));
    }
    Ok(())
}

/// How much was said on each of the last [`DAYS`] days, today last.
pub fn days(said: &[Timestamp], zone: &Zone, now: Timestamp) -> [u32; DAYS] {
    let today = zone.day(now);
    let mut days = [0; DAYS];
    for at in said {
        let ago = usize::try_from(today - zone.day(*at)).ok().filter(|ago| *ago < DAYS);
        if let Some(ago) = ago {
            days[DAYS - 1 - ago] += 1;
        }
    }
    days
}

/// A bar for each day, the highest for the most; a dot where nothing was said.
pub fn bars(days: &[u32; DAYS]) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let most = days.iter().copied().max().unwrap_or(0).max(1);
    let bar = |count: &u32| match count {
        0 => '·',
        count => {
            let place = usize::try_from(u64::from(*count) * 8 / u64::from(most)).unwrap_or(8);
            BARS[place.clamp(1, BARS.len()) - 1]
        }
    };
    days.iter().map(bar).collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("", 5, Err(Problem::Empty))]
    #[case("  \n", 5, Err(Problem::Empty))]
    #[case(" a  b ", 5, Ok("a b"))]
    #[case("abcdef", 5, Err(Problem::TooLong { units: 6, most: 5 }))]
    #[case("Тема\nдня", 8, Ok("Тема дня"))]
    fn a_title_fits_on_one_line(#[case] typed: &str, #[case] most: usize, #[case] expected: Result<&str, Problem>) {
        assert_eq!(one_line(typed, most), expected.map(str::to_owned));
    }

    #[rstest]
    #[case::declined_for_no_reason(Status::Open, None, Status::Declined, None, Err(Problem::NoReason))]
    #[case::declined(Status::Open, None, Status::Declined, Some("No."), Ok(()))]
    #[case::for_another_reason(Status::Declined, Some("No."), Status::Declined, Some("Too dear."), Ok(()))]
    #[case::the_same(Status::Planned, None, Status::Planned, None, Err(Problem::SameStatus))]
    #[case::opened_again(Status::Shipped, None, Status::Open, None, Ok(()))]
    fn a_status_follows_another(
        #[case] before: Status,
        #[case] why: Option<&str>,
        #[case] after: Status,
        #[case] reason: Option<&str>,
        #[case] expected: Result<(), Problem>,
    ) {
        assert_eq!(may_set((before, why), after, reason), expected);
    }

    #[test]
    fn no_two_tags_have_one_name() {
        let names = ["Bug".to_owned(), "Ошибка".to_owned()];
        assert_eq!(may_add("ОШИБКА", &names, &[]), Err(Problem::TagBefore("ОШИБКА".to_owned())));
        assert_eq!(may_add("Shop", &names, &[]), Ok(()));
        let tag = |is_retired| Tag { id: super::super::TagId(1), kind: None, name: None, is_retired, uses: 0 };
        assert_eq!(may_add("Shop", &names, &vec![tag(false); 25]), Err(Problem::TooManyTags(25)));
        assert_eq!(may_add("Shop", &names, &vec![tag(true); 25]), Ok(()), "retired ones take no room");
    }

    #[test]
    fn a_theme_has_a_bar_for_each_day() {
        let now = Timestamp::from_seconds(1_794_819_600);
        let ago = |days: u64| now.minus(Duration::from_secs(days * 86_400));
        let said = [ago(0), ago(0), ago(1), ago(27), ago(28)];
        let days = days(&said, &Zone::utc(), now);
        assert_eq!((days[27], days[26], days[0], days.iter().sum::<u32>()), (2, 1, 1, 4));
        assert_eq!(bars(&days), format!("▄{}▄█", "·".repeat(25)));
    }

    proptest! {
        #[test]
        fn bars_rise_with_what_was_said(days in proptest::array::uniform28(0u32..1_000)) {
            let bars: Vec<char> = bars(&days).chars().collect();
            prop_assert_eq!(bars.len(), DAYS);
            for (one, other) in (0..DAYS).zip(1..DAYS) {
                if days[one] > 0 && days[one] <= days[other] {
                    prop_assert!(bars[one] <= bars[other]);
                }
            }
        }
    }
}
