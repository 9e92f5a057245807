//! What is decided about feedback, by what is given alone.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::ids::MemberId;
use crate::text::find::fold;
use crate::text::limits;
use crate::text::safe::visible;
use crate::text::zone::Zone;

use super::{Problem, Status, Suggestion, Surge, Tag};

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
/// How many ideas a member can suggest within [`A_DAY`].
pub const SUGGESTIONS: i64 = 3;
/// Within which so many ideas can be suggested.
pub const A_DAY: Duration = Duration::from_hours(24);
/// In how many places it is answered at most what became of a theme.
pub const MOST_ANSWERS: usize = 10;
/// How long ago something was said or upvoted there at most.
pub const ANSWERED_WITHIN: Duration = Duration::from_hours(30 * 24);
/// Over which people are counted for a surge.
pub const WEEK: Duration = Duration::from_hours(7 * 24);
/// After which a snoozed alert comes again.
pub const SNOOZED: Duration = Duration::from_hours(24);
/// A theme surges with so many people at least; so many if it is new; and with so many times the usual.
const SURGE: i64 = 3;
const SURGE_OF_NEW: i64 = 5;
const SURGE_TIMES: f64 = 3.0;
/// How long the tracker is tried for a theme that was handed over; how long after the first try comes the next, and how
/// long after another at most.
pub const HANDING_OVER: Duration = Duration::from_hours(24);
const FIRST_WAIT: Duration = Duration::from_mins(1);
const LONGEST_WAIT: Duration = Duration::from_hours(1);
/// How many days the bars of a theme cover.
pub const DAYS: usize = 28;

/// When the tracker is tried again after so many failures; `None` once it was tried for long enough.
pub fn next_try(handed: Timestamp, failures: i64, now: Timestamp) -> Option<Timestamp> {
    let end = handed.plus(HANDING_OVER);
    let doubled = u32::try_from(failures.saturating_sub(1)).ok().and_then(|times| 2_u32.checked_pow(times));
    let wait = doubled.map_or(LONGEST_WAIT, |times| FIRST_WAIT.saturating_mul(times).min(LONGEST_WAIT));
    (now < end).then(|| now.plus(wait).min(end))
}

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

/// Whether it is answered where it was asked for that a theme has this status.
pub const fn is_answered(status: Status) -> bool {
    matches!(status, Status::Planned | Status::Shipped | Status::Declined)
}

/// How many people are behind a theme, each counted once in each week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct People {
    /// In the last seven days.
    pub now: i64,
    /// In each of the four weeks before, the latest first.
    pub before: [i64; 4],
    /// Whether nobody was behind it before the last seven days.
    pub is_new: bool,
}

impl People {
    /// The mean of the four weeks before.
    pub fn usual(&self) -> f64 {
        self.before.iter().sum::<i64>() as f64 / self.before.len() as f64
    }
}

/// Whether many more people than usual are behind a theme.
pub fn surges(people: &People) -> bool {
    let least = if people.is_new { SURGE_OF_NEW } else { SURGE };
    people.now >= least && people.now as f64 >= SURGE_TIMES * people.usual()
}

/// Whether the team is to be told of a surge with so many people: of each once, and again when they have doubled. It is the
/// same surge as long as no week passes without it.
pub fn warrants_alert(people: i64, last: Option<&Surge>, now: Timestamp) -> bool {
    last.is_none_or(|last| last.seen.plus(WEEK) < now || people >= 2 * last.people)
}

/// Whether somebody can suggest one more idea, who has suggested so many within the last [`A_DAY`], the first at `first`.
///
/// # Errors
/// Not before a day has passed since the first.
pub fn may_suggest((count, first): (i64, Option<Timestamp>)) -> Result<(), Problem> {
    match first {
        Some(first) if count >= SUGGESTIONS => {
            Err(Problem::TooManySuggestions { most: SUGGESTIONS, again: first.plus(A_DAY) })
        }
        _ => Ok(()),
    }
}

/// Whether a member can upvote a suggestion.
///
/// # Errors
/// It is their own, was withdrawn, or nothing more is going to happen.
pub fn may_upvote(suggestion: &Suggestion, member: MemberId) -> Result<(), Problem> {
    match suggestion.standing()? {
        status if status.is_closed() => Err(Problem::IdeaSettled(status)),
        _ if suggestion.author == member => Err(Problem::OwnIdea),
        _ => Ok(()),
    }
}

/// The title of a suggestion, for its theme and for its post in a forum: its beginning on one line.
pub fn title(text: &str) -> String {
    limits::cut_words(&text.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST_TITLE)
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

    #[rstest]
    #[case::new_and_few(4, [0; 4], true, false)]
    #[case::new_and_enough(5, [0; 4], true, true)]
    #[case::known_and_silent_for_long(3, [0; 4], false, true)]
    #[case::three_times_the_usual(3, [1, 1, 1, 1], false, true)]
    #[case::less_than_that(5, [2, 2, 2, 1], false, false)]
    #[case::one_loud_person(1, [0; 4], false, false)]
    fn a_theme_surges_with_three_times_the_usual(
        #[case] now: i64,
        #[case] before: [i64; 4],
        #[case] is_new: bool,
        #[case] expected: bool,
    ) {
        assert_eq!(surges(&People { now, before, is_new }), expected);
    }

    #[test]
    fn a_surge_is_told_once_and_again_when_the_people_have_doubled() {
        let found = Timestamp(1_000);
        let last = Surge {
            id: super::super::SurgeId(1),
            theme: super::super::ThemeId(1),
            people: 4,
            usual: 1.0,
            found,
            seen: found,
            state: super::super::SurgeState::Open,
            decided_by: None,
        };
        assert!(warrants_alert(4, None, found));
        assert!(!warrants_alert(7, Some(&last), found.plus(A_DAY)));
        assert!(warrants_alert(8, Some(&last), found.plus(A_DAY)));
        assert!(warrants_alert(4, Some(&last), found.plus(WEEK + A_DAY)), "another surge");
        let on = Surge { seen: found.plus(WEEK), ..last };
        assert!(!warrants_alert(4, Some(&on), found.plus(WEEK + A_DAY)), "still the same");
    }

    #[test]
    fn three_ideas_a_day() {
        let first = Timestamp(1_000);
        assert_eq!(may_suggest((0, None)), Ok(()));
        assert_eq!(may_suggest((2, Some(first))), Ok(()));
        assert_eq!(
            may_suggest((3, Some(first))),
            Err(Problem::TooManySuggestions { most: 3, again: first.plus(A_DAY) })
        );
    }

    #[rstest]
    #[case::of_another(2, Some(Status::Planned), Ok(()))]
    #[case::their_own(1, Some(Status::Open), Err(Problem::OwnIdea))]
    #[case::shipped(2, Some(Status::Shipped), Err(Problem::IdeaSettled(Status::Shipped)))]
    #[case::withdrawn(2, None, Err(Problem::Withdrawn))]
    fn an_idea_is_upvoted_by_others_while_something_may_come_of_it(
        #[case] by: i64,
        #[case] status: Option<Status>,
        #[case] expected: Result<(), Problem>,
    ) {
        let suggestion = Suggestion {
            id: super::super::SuggestionId(1),
            item: status.map(|_| super::super::ItemId(1)),
            author: MemberId(1),
            text: status.map(|_| "A dark mode".to_owned()),
            theme: None,
            status,
            reason: None,
            votes: 0,
        };
        assert_eq!(may_upvote(&suggestion, MemberId(by)), expected);
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

    #[test]
    fn the_tracker_is_tried_for_a_day_and_more_and_more_rarely() {
        let (handed, mut now, mut waits) = (Timestamp(0), Timestamp(0), Vec::new());
        while let Some(next) = next_try(handed, i64::try_from(waits.len()).unwrap() + 1, now) {
            waits.push((next.millis() - now.millis()) / 60_000);
            now = next;
        }
        assert_eq!(waits[..8], [1, 2, 4, 8, 16, 32, 60, 60]);
        assert_eq!((waits.len(), now), (29, handed.plus(HANDING_OVER)), "the last try is at the end of the day");
        assert_eq!(next_try(handed, i64::MAX, Timestamp(1)), Some(Timestamp(1).plus(LONGEST_WAIT)));
    }
}
