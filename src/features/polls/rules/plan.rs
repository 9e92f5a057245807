//! What goes together in a poll: what was asked for becomes a whole plan, or a sentence that says what
//! to change.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::options;
use crate::clock::Timestamp;
use crate::error::{Arg, Message};
use crate::features::polls::{Ages, Ballot, Kind, Pick, Quorum, Repeat, Results, Series};
use crate::i18n::Span;
use crate::text::limits;
use crate::text::safe::visible;

/// Of a question, in UTF-16 units: what Discord takes in polls of its own.
pub const LONGEST_QUESTION: usize = 300;
/// How long a poll is open, where nothing is said.
pub const USUAL: Duration = Duration::from_secs(3 * 86_400);
/// The shortest, from the opening or from now.
pub const SHORTEST: Duration = Duration::from_secs(60);
/// The longest, from the opening.
pub const LONGEST: Duration = Duration::from_secs(32 * 86_400);
/// The numbers that a rating goes to.
pub const RATING: u8 = 5;

/// The longest that somebody can have to be there to vote, in days.
pub const OLDEST: u32 = 3_650;

/// Discord's own polls: how many answers, of how many units, and the shortest.
const NATIVE_OPTIONS: usize = 10;
const NATIVE_LONGEST: usize = 55;
const NATIVE_SHORTEST: Duration = Duration::from_secs(3_600);

/// What somebody asked for; `None` where nothing was said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PollSpec {
    pub question: String,
    pub kind: Option<Kind>,
    /// As [`options::parts`] reads them.
    pub options: Vec<String>,
    pub max: Option<i64>,
    pub exactly: Option<i64>,
    pub starts: Option<Timestamp>,
    pub closes: Option<Timestamp>,
    /// Only some may vote.
    pub is_limited: bool,
    pub quorum: Option<Quorum>,
    pub results: Option<Results>,
    pub ballot: Option<Ballot>,
    /// How many.
    pub images: usize,
    pub repeat: Option<Repeat>,
    /// So many minutes before the close.
    pub remind: Option<u32>,
    /// How many options win.
    pub seats: Option<i64>,
    pub ages: Ages,
    /// When it was asked for: whoever looks at the preview for a while is not too late for that.
    pub since: Option<Timestamp>,
}

/// What follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    pub question: String,
    pub kind: Kind,
    /// Of a rating "1" to "5".
    pub options: Vec<String>,
    pub pick: Pick,
    pub closes: Timestamp,
    pub series: Option<Series>,
    pub seats: u8,
    pub results: Results,
    pub ballot: Ballot,
    /// What turned out otherwise than was asked, to be told in the preview.
    pub notes: Vec<Note>,
}

/// What turned out otherwise than was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// Results were to be seen earlier, but a secret ballot keeps them until the close.
    ResultsWait,
}

impl From<Note> for Message {
    fn from(note: Note) -> Self {
        match note {
            Note::ResultsWait => Self::new("poll-note-results-wait"),
        }
    }
}

/// Why what was asked for does not go together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("no question")]
    NoQuestion,
    #[error("a question of {0} units")]
    QuestionTooLong(usize),
    #[error(transparent)]
    Options(#[from] options::Problem),
    #[error("a rating with options")]
    RatingOptions,
    #[error("a rating of several numbers")]
    RatingPick,
    #[error("a choice of one with several")]
    SinglePick,
    /// So many options are there to choose from.
    #[error("no number of {0} options")]
    PickOf(usize),
    #[error("both at most and exactly")]
    MaxAndExactly,
    #[error("{images} images for {options} options")]
    MoreImages { images: usize, options: usize },
    #[error("opens in the past")]
    Started(Timestamp),
    #[error("closes before {0:?}")]
    ClosesTooSoon(Timestamp),
    #[error("closes after {0:?}")]
    ClosesTooLate(Timestamp),
    #[error("a poll of dates that closes after the last, {0:?}")]
    ClosesAfterDates(Timestamp),
    #[error("a poll of a series that is open for longer than {0:?}")]
    RepeatLonger(Duration),
    #[error("several winners of a kind that has one")]
    SeatsOfKind,
    /// So many at most.
    #[error("more winners than {0}")]
    SeatsOf(usize),
    #[error("more than {OLDEST} days")]
    AgeTooLarge,
    #[error("dates that are asked again and again")]
    RepeatDates,
    #[error("a reminder before the opening, or less than a minute before the close")]
    RemindTooEarly,
    #[error("a native poll with {0} options")]
    NativeOptions(usize),
    #[error("a native poll of some of its options")]
    NativePick,
    #[error("a native poll of less than an hour")]
    NativeTooShort,
    #[error("a native poll that hides its results")]
    NativeResults,
    #[error("a native poll that hides who voted what")]
    NativeBallot,
    #[error("a native poll with images")]
    NativeImages,
    #[error("a native poll for some")]
    NativeVoters,
    #[error("a native poll with a quorum")]
    NativeQuorum,
}

impl From<Problem> for Message {
    fn from(problem: Problem) -> Self {
        let key = match problem {
            Problem::Options(problem) => return problem.into(),
            Problem::QuestionTooLong(units) => {
                return Self::new("poll-problem-question-long").with("units", units).with("most", LONGEST_QUESTION);
            }
            Problem::PickOf(options) => return Self::new("poll-problem-pick-of").with("options", options),
            Problem::MoreImages { images, options } => {
                return Self::new("poll-problem-images").with("images", images).with("options", options);
            }
            Problem::Started(at) => return Self::new("poll-problem-started").with("at", Arg::Time(at, 'F')),
            Problem::ClosesTooSoon(at) => {
                return Self::new("poll-problem-closes-soon").with("earliest", Arg::Time(at, 'F'));
            }
            Problem::ClosesAfterDates(last) => {
                return Self::new("poll-problem-closes-after-dates").with("last", Arg::Time(last, 'F'));
            }
            Problem::ClosesTooLate(at) => {
                return Self::new("poll-problem-closes-late").with("latest", Arg::Time(at, 'F'));
            }
            Problem::RepeatLonger(longest) => {
                return Self::new("poll-problem-repeat-long").with("most", span(longest));
            }
            Problem::SeatsOf(most) => return Self::new("poll-problem-seats").with("most", most),
            Problem::AgeTooLarge => return Self::new("poll-problem-age").with("most", OLDEST),
            Problem::SeatsOfKind => "poll-problem-seats-kind",
            Problem::RepeatDates => "poll-problem-repeat-dates",
            Problem::RemindTooEarly => "poll-problem-remind-early",
            Problem::NativeOptions(count) => {
                return Self::new("poll-problem-native-options").with("count", count).with("most", NATIVE_OPTIONS);
            }
            Problem::NoQuestion => "poll-problem-question-none",
            Problem::RatingOptions => "poll-problem-rating-options",
            Problem::RatingPick => "poll-problem-rating-pick",
            Problem::SinglePick => "poll-problem-single-pick",
            Problem::MaxAndExactly => "poll-problem-max-and-exactly",
            Problem::NativePick => "poll-problem-native-pick",
            Problem::NativeTooShort => "poll-problem-native-short",
            Problem::NativeResults => "poll-problem-native-results",
            Problem::NativeBallot => "poll-problem-native-ballot",
            Problem::NativeImages => "poll-problem-native-images",
            Problem::NativeVoters => "poll-problem-native-voters",
            Problem::NativeQuorum => "poll-problem-native-quorum",
        };
        Self::new(key)
    }
}

/// What was asked for as a whole.
pub fn settled(asked: &PollSpec, now: Timestamp) -> Result<Settled, Problem> {
    let question = asked.question.trim().to_owned();
    // What is hidden is shown, and takes room.
    let units = limits::len_utf16(&visible(&question));
    if units == 0 {
        return Err(Problem::NoQuestion);
    }
    if units > LONGEST_QUESTION {
        return Err(Problem::QuestionTooLong(units));
    }
    // Whoever lets people choose several means a choice of several.
    let several = asked.max.or(asked.exactly).is_some_and(|count| count > 1);
    let kind = asked.kind.unwrap_or(if several { Kind::Multi } else { Kind::Single });
    let options = choices(asked, kind)?;
    let pick = pick(asked, kind, options.len())?;
    let seats = seats(asked, kind, options.len())?;
    if asked.ages.member.max(asked.ages.account) > OLDEST {
        return Err(Problem::AgeTooLarge);
    }
    if kind != Kind::Rating && asked.images > options.len() {
        return Err(Problem::MoreImages { images: asked.images, options: options.len() });
    }
    if let Some(starts) = asked.starts.filter(|starts| *starts <= now) {
        return Err(Problem::Started(starts));
    }
    let since = asked.since.unwrap_or(now);
    let opens = asked.starts.unwrap_or(since);
    // Whoever looks at the preview for a while opens it later than they thought, and the series with it.
    let begins = asked.starts.unwrap_or(now);
    let series = Series::new(asked.repeat, begins);
    let usual = series.map_or(USUAL, |series| series.longest().min(USUAL));
    let closes = asked.closes.unwrap_or_else(|| begins.plus(usual));
    closing(opens, closes, since)?;
    if closes <= now {
        return Err(Problem::ClosesTooSoon(now.plus(SHORTEST)));
    }
    within_series(series, begins, closes)?;
    if asked.remind.is_some_and(|minutes| reminds_at(closes, minutes) <= opens) {
        return Err(Problem::RemindTooEarly);
    }
    if kind == Kind::Native {
        native(asked, opens, closes)?;
    }
    let ballot = asked.ballot.unwrap_or_default();
    let is_secret = ballot == Ballot::Secret;
    let results = if is_secret { Results::AfterClose } else { asked.results.unwrap_or_default() };
    let waits = is_secret && asked.results.is_some_and(|asked| asked != results);
    let notes = waits.then_some(Note::ResultsWait).into_iter().collect();
    Ok(Settled { question, kind, options, pick, closes, series, seats, results, ballot, notes })
}

fn choices(asked: &PollSpec, kind: Kind) -> Result<Vec<String>, Problem> {
    if kind == Kind::Rating {
        let numbers = (1..=RATING).map(|number| number.to_string()).collect();
        return if asked.options.is_empty() { Ok(numbers) } else { Err(Problem::RatingOptions) };
    }
    let longest = if kind == Kind::Native { NATIVE_LONGEST } else { options::LONGEST };
    options::checked(&asked.options, longest)?;
    if kind == Kind::Native && asked.options.len() > NATIVE_OPTIONS {
        return Err(Problem::NativeOptions(asked.options.len()));
    }
    Ok(asked.options.clone())
}

/// How many options a ballot has to hold.
fn pick(asked: &PollSpec, kind: Kind, options: usize) -> Result<Pick, Problem> {
    let all = u8::try_from(options).unwrap_or(u8::MAX);
    let of =
        |count: i64| u8::try_from(count).ok().filter(|count| (1..=all).contains(count)).ok_or(Problem::PickOf(options));
    let asked = match (asked.max, asked.exactly) {
        (Some(max), Some(exactly)) if max != exactly => return Err(Problem::MaxAndExactly),
        (_, Some(exactly)) => Some(Pick { min: of(exactly)?, max: of(exactly)? }),
        (Some(max), None) => Some(Pick { min: 1, max: of(max)? }),
        (None, None) => None,
    };
    let one = Pick { min: 1, max: 1 };
    match (kind, asked) {
        (Kind::Single | Kind::Native | Kind::Rating, None) => Ok(one),
        (Kind::Multi | Kind::Ranked, None) => Ok(Pick { min: 1, max: all }),
        (Kind::Multi | Kind::Ranked, Some(pick)) => Ok(pick),
        (Kind::Single, Some(pick)) if pick == one => Ok(one),
        (Kind::Single, Some(_)) => Err(Problem::SinglePick),
        (Kind::Rating, Some(_)) => Err(Problem::RatingPick),
        // Discord knows one answer or any number of them.
        (Kind::Native, Some(pick)) if pick == one || (pick.min == 1 && pick.max == all) => Ok(pick),
        (Kind::Native, Some(_)) => Err(Problem::NativePick),
    }
}

/// How many options win: fewer than there are.
fn seats(asked: &PollSpec, kind: Kind, options: usize) -> Result<u8, Problem> {
    match asked.seats {
        None | Some(1) => Ok(1),
        Some(_) if matches!(kind, Kind::Rating | Kind::Native) => Err(Problem::SeatsOfKind),
        Some(count) => match u8::try_from(count) {
            Ok(seats @ 1..) if usize::from(seats) < options => Ok(seats),
            _ => Err(Problem::SeatsOf(options.saturating_sub(1))),
        },
    }
}

/// What Discord's own polls cannot do.
fn native(asked: &PollSpec, opens: Timestamp, closes: Timestamp) -> Result<(), Problem> {
    if closes < opens.plus(NATIVE_SHORTEST) {
        return Err(Problem::NativeTooShort);
    }
    if asked.results.is_some_and(|results| results != Results::Live) {
        return Err(Problem::NativeResults);
    }
    if asked.ballot.is_some_and(|ballot| ballot != Ballot::Public) {
        return Err(Problem::NativeBallot);
    }
    if asked.images > 0 {
        return Err(Problem::NativeImages);
    }
    if asked.is_limited {
        return Err(Problem::NativeVoters);
    }
    if asked.quorum.is_some() {
        return Err(Problem::NativeQuorum);
    }
    Ok(())
}

/// Whether a poll may close then: a minute from its opening and from now at the earliest, 32 days
/// after its opening at the latest.
pub fn closing(opens: Timestamp, closes: Timestamp, now: Timestamp) -> Result<(), Problem> {
    let (earliest, latest) = (opens.max(now).plus(SHORTEST), opens.plus(LONGEST));
    if closes < earliest {
        Err(Problem::ClosesTooSoon(earliest))
    } else if closes > latest {
        Err(Problem::ClosesTooLate(latest))
    } else {
        Ok(())
    }
}

/// Whether a poll is closed when the next one of its series opens.
///
/// # Errors
/// For how long it can be open.
pub fn within_series(series: Option<Series>, opens: Timestamp, closes: Timestamp) -> Result<(), Problem> {
    match series.map(Series::longest).filter(|longest| closes > opens.plus(*longest)) {
        Some(longest) => Err(Problem::RepeatLonger(longest)),
        None => Ok(()),
    }
}

/// When people are reminded of a poll that closes then.
pub fn reminds_at(closes: Timestamp, minutes: u32) -> Timestamp {
    closes.minus(Duration::from_secs(60 * u64::from(minutes)))
}

/// A span of time in words.
pub fn span(span: Duration) -> Message {
    Span::of_seconds(span.as_secs_f64()).message()
}

/// When a poll closes that looks for one of these dates: an hour before the first, since one that is over
/// is of no use; `None`, if that is later than usual.
pub fn before_dates(dates: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
    let first = dates.iter().copied().min()?;
    let closes = first.minus(Duration::from_secs(3_600)).max(now.plus(SHORTEST));
    (closes < now.plus(USUAL)).then_some(closes)
}

/// Whether a poll that looks for one of these dates closes while one of them is still ahead.
///
/// # Errors
/// When the last of them is.
pub fn ends_before_dates(dates: &[Timestamp], closes: Timestamp) -> Result<(), Problem> {
    match dates.iter().copied().max() {
        Some(last) if closes > last => Err(Problem::ClosesAfterDates(last)),
        _ => Ok(()),
    }
}

/// How long Discord is to keep a poll of its own open, in its whole hours: from 1 to 768, and never
/// less than asked, so that it is ended at its time and not before.
pub fn native_hours(opens: Timestamp, closes: Timestamp) -> u64 {
    const HOUR_MS: u64 = 3_600_000;
    u64::try_from(closes.since(opens)).unwrap_or(0).div_ceil(HOUR_MS).clamp(1, LONGEST.as_secs() / 3_600)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::i18n::{Locale, plain};

    const NOW: Timestamp = Timestamp::from_seconds(1_795_176_000);
    const HOUR: Duration = Duration::from_secs(3_600);

    fn named(count: usize) -> Vec<String> {
        (1..=count).map(|number| format!("Option {number}")).collect()
    }

    fn asked(kind: Kind) -> PollSpec {
        let options = if kind == Kind::Rating { Vec::new() } else { named(4) };
        PollSpec { question: "Where to?".to_owned(), kind: Some(kind), options, ..PollSpec::default() }
    }

    #[test]
    fn nothing_but_a_question_and_options_is_a_single_public_live_poll_of_three_days() {
        let settled = settled(&PollSpec { kind: None, ..asked(Kind::Single) }, NOW).unwrap();
        assert_eq!(
            settled,
            Settled {
                question: "Where to?".to_owned(),
                kind: Kind::Single,
                options: named(4),
                pick: Pick { min: 1, max: 1 },
                closes: NOW.plus(USUAL),
                series: None,
                seats: 1,
                results: Results::Live,
                ballot: Ballot::Public,
                notes: Vec::new(),
            }
        );
    }

    #[rstest]
    #[case::soon(90, Some(30))]
    #[case::too_soon(30, Some(1))]
    #[case::later(100 * 60, None)]
    fn a_poll_of_dates_closes_before_the_first(#[case] first: u64, #[case] closes: Option<u64>) {
        let after = |minutes: u64| NOW.plus(Duration::from_secs(60 * minutes));
        assert_eq!(before_dates(&[after(200 * 60), after(first)], NOW), closes.map(after));
    }

    #[rstest]
    #[case(Some(Kind::Single), None, None, Ok((Kind::Single, 1, 1)))]
    #[case(Some(Kind::Single), Some(1), None, Ok((Kind::Single, 1, 1)))]
    #[case(Some(Kind::Single), Some(2), None, Err(Problem::SinglePick))]
    #[case(Some(Kind::Single), None, Some(2), Err(Problem::SinglePick))]
    #[case(None, Some(2), None, Ok((Kind::Multi, 1, 2)))]
    #[case(None, None, Some(2), Ok((Kind::Multi, 2, 2)))]
    #[case(None, Some(1), None, Ok((Kind::Single, 1, 1)))]
    #[case(None, Some(0), None, Err(Problem::PickOf(4)))]
    #[case(Some(Kind::Multi), None, None, Ok((Kind::Multi, 1, 4)))]
    #[case(Some(Kind::Multi), Some(3), None, Ok((Kind::Multi, 1, 3)))]
    #[case(Some(Kind::Multi), Some(5), None, Err(Problem::PickOf(4)))]
    #[case(Some(Kind::Multi), Some(i64::MAX), None, Err(Problem::PickOf(4)))]
    #[case(Some(Kind::Multi), Some(-1), None, Err(Problem::PickOf(4)))]
    #[case(Some(Kind::Multi), None, Some(4), Ok((Kind::Multi, 4, 4)))]
    #[case(Some(Kind::Multi), Some(3), Some(2), Err(Problem::MaxAndExactly))]
    #[case(Some(Kind::Multi), Some(3), Some(3), Ok((Kind::Multi, 3, 3)))]
    #[case(Some(Kind::Ranked), None, None, Ok((Kind::Ranked, 1, 4)))]
    #[case(Some(Kind::Ranked), Some(2), None, Ok((Kind::Ranked, 1, 2)))]
    #[case(Some(Kind::Rating), None, None, Ok((Kind::Rating, 1, 1)))]
    #[case(Some(Kind::Rating), Some(2), None, Err(Problem::RatingPick))]
    #[case(Some(Kind::Native), None, None, Ok((Kind::Native, 1, 1)))]
    #[case(Some(Kind::Native), Some(4), None, Ok((Kind::Native, 1, 4)))]
    #[case(Some(Kind::Native), Some(2), None, Err(Problem::NativePick))]
    #[case(Some(Kind::Native), None, Some(4), Err(Problem::NativePick))]
    fn how_many_may_be_picked(
        #[case] kind: Option<Kind>,
        #[case] max: Option<i64>,
        #[case] exactly: Option<i64>,
        #[case] expected: Result<(Kind, u8, u8), Problem>,
    ) {
        let asked = PollSpec { kind, max, exactly, ..asked(kind.unwrap_or(Kind::Single)) };
        assert_eq!(settled(&asked, NOW).map(|plan| (plan.kind, plan.pick.min, plan.pick.max)), expected);
    }

    #[rstest]
    #[case(Kind::Single, 0, Some(Problem::Options(options::Problem::None)))]
    #[case(Kind::Single, 1, Some(Problem::Options(options::Problem::One("Option 1".to_owned()))))]
    #[case(Kind::Single, 2, None)]
    #[case(Kind::Multi, 25, None)]
    #[case(Kind::Ranked, 26, Some(Problem::Options(options::Problem::TooMany(26))))]
    #[case(Kind::Rating, 0, None)]
    #[case(Kind::Rating, 2, Some(Problem::RatingOptions))]
    #[case(Kind::Native, 10, None)]
    #[case(Kind::Native, 11, Some(Problem::NativeOptions(11)))]
    fn how_many_options_there_may_be(#[case] kind: Kind, #[case] count: usize, #[case] problem: Option<Problem>) {
        assert_eq!(settled(&PollSpec { options: named(count), ..asked(kind) }, NOW).err(), problem);
    }

    #[rstest]
    #[case::usual(Repeat::Daily, None, Ok(24))]
    #[case::usual_of_a_week(Repeat::Weekly, None, Ok(72))]
    #[case::until_the_next(Repeat::Weekly, Some(7 * 24), Ok(7 * 24))]
    #[case::longer(Repeat::Daily, Some(25), Err(Problem::RepeatLonger(Duration::from_hours(24))))]
    #[case::once(Repeat::Never, Some(10 * 24), Ok(10 * 24))]
    fn a_poll_of_a_series_is_closed_when_the_next_one_opens(
        #[case] repeat: Repeat,
        #[case] closes: Option<u64>,
        #[case] expected: Result<u64, Problem>,
    ) {
        let closes = closes.map(|hours| NOW.plus(Duration::from_hours(hours)));
        let spec = PollSpec { repeat: Some(repeat), closes, ..asked(Kind::Single) };
        let length = settled(&spec, NOW).map(|plan| plan.closes.since(NOW).cast_unsigned() / 3_600_000);
        assert_eq!(length, expected);
    }

    #[rstest]
    #[case(Kind::Single, None, Ok(1))]
    #[case(Kind::Multi, Some(3), Ok(3))]
    #[case(Kind::Ranked, Some(2), Ok(2))]
    #[case(Kind::Single, Some(4), Err(Problem::SeatsOf(3)))]
    #[case(Kind::Single, Some(0), Err(Problem::SeatsOf(3)))]
    #[case(Kind::Single, Some(i64::MAX), Err(Problem::SeatsOf(3)))]
    #[case(Kind::Rating, Some(1), Ok(1))]
    #[case(Kind::Rating, Some(2), Err(Problem::SeatsOfKind))]
    #[case(Kind::Native, Some(2), Err(Problem::SeatsOfKind))]
    fn fewer_win_than_there_are(#[case] kind: Kind, #[case] seats: Option<i64>, #[case] won: Result<u8, Problem>) {
        assert_eq!(settled(&PollSpec { seats, ..asked(kind) }, NOW).map(|plan| plan.seats), won);
    }

    #[rstest]
    #[case(60, None)]
    #[case(119, None)]
    #[case(120, Some(Problem::RemindTooEarly))]
    fn a_reminder_comes_after_the_opening(#[case] minutes: u32, #[case] problem: Option<Problem>) {
        let spec = PollSpec { remind: Some(minutes), closes: Some(NOW.plus(2 * HOUR)), ..asked(Kind::Single) };
        assert_eq!(settled(&spec, NOW).err(), problem);
    }

    #[test]
    fn a_rating_goes_from_one_to_five() {
        assert_eq!(settled(&asked(Kind::Rating), NOW).unwrap().options, ["1", "2", "3", "4", "5"]);
        // Its images are not numbered.
        assert!(settled(&PollSpec { images: 10, ..asked(Kind::Rating) }, NOW).is_ok());
    }

    #[rstest]
    #[case(0, Some(Problem::NoQuestion))]
    #[case(1, None)]
    #[case(300, None)]
    #[case(301, Some(Problem::QuestionTooLong(301)))]
    fn a_question_has_up_to_300_units(#[case] units: usize, #[case] problem: Option<Problem>) {
        let question = format!(" {} ", "?".repeat(units));
        assert_eq!(settled(&PollSpec { question, ..asked(Kind::Single) }, NOW).err(), problem);
    }

    #[test]
    fn what_is_hidden_in_a_question_counts_as_it_is_shown() {
        let asked = |hidden: usize| PollSpec { question: "\u{202e}".repeat(hidden), ..asked(Kind::Single) };
        assert!(settled(&asked(37), NOW).is_ok());
        assert_eq!(settled(&asked(38), NOW).err(), Some(Problem::QuestionTooLong(304)));
    }

    #[rstest]
    #[case(None, None, None)]
    #[case(None, Some(60), None)]
    #[case(None, Some(59), Some(Problem::ClosesTooSoon(NOW.plus(SHORTEST))))]
    #[case(None, Some(32 * 86_400), None)]
    #[case(None, Some(32 * 86_400 + 1), Some(Problem::ClosesTooLate(NOW.plus(LONGEST))))]
    #[case(Some(0), None, Some(Problem::Started(NOW)))]
    #[case(Some(3_600), None, None)]
    #[case(Some(3_600), Some(1_800), Some(Problem::ClosesTooSoon(NOW.plus(HOUR + SHORTEST))))]
    #[case(Some(3_600), Some(3_660), None)]
    #[case(Some(40 * 86_400), None, None)]
    #[case(Some(40 * 86_400), Some(72 * 86_400), None)]
    fn when_it_may_open_and_close(
        #[case] starts: Option<u64>,
        #[case] closes: Option<u64>,
        #[case] problem: Option<Problem>,
    ) {
        let at = |seconds: u64| NOW.plus(Duration::from_secs(seconds));
        let plan = PollSpec { starts: starts.map(at), closes: closes.map(at), ..asked(Kind::Single) };
        let settled = settled(&plan, NOW);
        if let (Ok(settled), None) = (&settled, closes) {
            assert_eq!(settled.closes, at(starts.unwrap_or(0)).plus(USUAL), "three days from the opening");
        }
        assert_eq!(settled.err(), problem);
    }

    #[test]
    fn a_poll_of_dates_closes_before_the_last_of_them() {
        let dates = [NOW.plus(HOUR), NOW.plus(3 * HOUR)];
        assert_eq!(ends_before_dates(&dates, NOW.plus(2 * HOUR)), Ok(()));
        assert_eq!(ends_before_dates(&dates, NOW.plus(4 * HOUR)), Err(Problem::ClosesAfterDates(dates[1])));
        assert_eq!(ends_before_dates(&[], NOW.plus(4 * HOUR)), Ok(()));
    }

    #[test]
    fn a_poll_that_is_open_is_extended_from_now_on_but_not_past_32_days_of_its_opening() {
        let opened = NOW.minus(30 * 24 * HOUR);
        assert_eq!(closing(opened, NOW.plus(SHORTEST), NOW), Ok(()));
        assert_eq!(closing(opened, NOW, NOW), Err(Problem::ClosesTooSoon(NOW.plus(SHORTEST))));
        assert_eq!(closing(opened, NOW.plus(48 * HOUR), NOW), Ok(()));
        assert_eq!(closing(opened, NOW.plus(49 * HOUR), NOW), Err(Problem::ClosesTooLate(opened.plus(LONGEST))));
    }

    #[rstest]
    #[case(None, None, Results::Live, false)]
    #[case(None, Some(Ballot::Secret), Results::AfterClose, false)]
    #[case(Some(Results::AfterClose), Some(Ballot::Secret), Results::AfterClose, false)]
    #[case(Some(Results::Live), Some(Ballot::Secret), Results::AfterClose, true)]
    #[case(Some(Results::AfterVote), Some(Ballot::Secret), Results::AfterClose, true)]
    #[case(Some(Results::AfterVote), Some(Ballot::NamedAfter), Results::AfterVote, false)]
    fn a_secret_ballot_keeps_results_until_the_close(
        #[case] results: Option<Results>,
        #[case] ballot: Option<Ballot>,
        #[case] expected: Results,
        #[case] told: bool,
    ) {
        let plan = settled(&PollSpec { results, ballot, ..asked(Kind::Multi) }, NOW).unwrap();
        assert_eq!((plan.results, plan.notes == [Note::ResultsWait]), (expected, told));
        assert_eq!(plan.ballot, ballot.unwrap_or_default());
    }

    #[rstest]
    #[case(PollSpec { closes: Some(NOW.plus(HOUR)), ..asked(Kind::Native) }, None)]
    #[case(PollSpec { closes: Some(NOW.plus(HOUR / 2)), ..asked(Kind::Native) }, Some(Problem::NativeTooShort))]
    #[case(PollSpec { starts: Some(NOW.plus(HOUR)), ..asked(Kind::Native) }, None)]
    #[case(PollSpec { results: Some(Results::Live), ballot: Some(Ballot::Public), ..asked(Kind::Native) }, None)]
    #[case(PollSpec { results: Some(Results::AfterVote), ..asked(Kind::Native) }, Some(Problem::NativeResults))]
    #[case(PollSpec { ballot: Some(Ballot::Secret), ..asked(Kind::Native) }, Some(Problem::NativeBallot))]
    #[case(PollSpec { ballot: Some(Ballot::NamedAfter), ..asked(Kind::Native) }, Some(Problem::NativeBallot))]
    #[case(PollSpec { images: 1, ..asked(Kind::Native) }, Some(Problem::NativeImages))]
    #[case(PollSpec { is_limited: true, ..asked(Kind::Native) }, Some(Problem::NativeVoters))]
    #[case(PollSpec { quorum: Some(Quorum::People(5)), ..asked(Kind::Native) }, Some(Problem::NativeQuorum))]
    #[case(
        PollSpec { options: vec!["x".repeat(56), "y".to_owned()], ..asked(Kind::Native) },
        Some(Problem::Options(options::Problem::TooLong { option: "x".repeat(56), units: 56, most: 55 }))
    )]
    #[case(PollSpec { images: 5, ..asked(Kind::Multi) }, Some(Problem::MoreImages { images: 5, options: 4 }))]
    #[case(PollSpec { images: 4, is_limited: true, quorum: Some(Quorum::Percent(5)), ..asked(Kind::Multi) }, None)]
    fn what_goes_together(#[case] asked: PollSpec, #[case] problem: Option<Problem>) {
        assert_eq!(settled(&asked, NOW).err(), problem);
    }

    #[rstest]
    #[case(60, 1)]
    #[case(3_600, 1)]
    #[case(3_601, 2)]
    #[case(32 * 86_400, 768)]
    #[case(40 * 86_400, 768)]
    fn discord_counts_whole_hours(#[case] seconds: u64, #[case] hours: u64) {
        assert_eq!(native_hours(NOW, NOW.plus(Duration::from_secs(seconds))), hours);
    }

    #[test]
    fn every_problem_says_what_to_do() {
        let problems = [
            Problem::NoQuestion,
            Problem::QuestionTooLong(301),
            Problem::Options(options::Problem::None),
            Problem::Options(options::Problem::One("Red".to_owned())),
            Problem::Options(options::Problem::TooMany(26)),
            Problem::Options(options::Problem::TooLong { option: "Red".to_owned(), units: 81, most: 80 }),
            Problem::Options(options::Problem::Twice("Red".to_owned(), "red".to_owned())),
            Problem::RatingOptions,
            Problem::RatingPick,
            Problem::SinglePick,
            Problem::PickOf(4),
            Problem::MaxAndExactly,
            Problem::MoreImages { images: 5, options: 4 },
            Problem::Started(NOW),
            Problem::ClosesTooSoon(NOW),
            Problem::ClosesTooLate(NOW),
            Problem::RepeatLonger(Duration::from_hours(24)),
            Problem::SeatsOfKind,
            Problem::SeatsOf(3),
            Problem::AgeTooLarge,
            Problem::RepeatDates,
            Problem::RemindTooEarly,
            Problem::NativeOptions(11),
            Problem::NativePick,
            Problem::NativeTooShort,
            Problem::NativeResults,
            Problem::NativeBallot,
            Problem::NativeImages,
            Problem::NativeVoters,
            Problem::NativeQuorum,
        ];
        for (problem, locale) in problems.iter().flat_map(|problem| Locale::ALL.map(|locale| (problem, locale))) {
            let message = Message::from(problem.clone());
            let told = plain(locale, &message);
            // More than a sentence of blame, and nothing left to fill in.
            assert!(
                told != message.key && told.contains(". ") && !told.contains('{'),
                "{locale:?} {problem:?}: {told}"
            );
        }
    }

    proptest! {
        #[test]
        fn whatever_is_asked_is_settled_within_the_limits_or_refused(
            kind in prop::option::of(prop::sample::select(vec![Kind::Single, Kind::Multi, Kind::Ranked, Kind::Rating, Kind::Native])),
            options in 0_usize..30, max in prop::option::of(-2_i64..30), exactly in prop::option::of(-2_i64..30),
            starts in prop::option::of(-10_000_i64..10_000), closes in prop::option::of(-10_000_i64..4_000_000),
            images in 0_usize..11,
        ) {
            let at = |seconds: i64| Timestamp(NOW.0 + seconds * 1_000);
            let asked = PollSpec {
                question: "?".to_owned(), kind, options: named(options), max, exactly,
                starts: starts.map(at), closes: closes.map(at), images, ..PollSpec::default()
            };
            if let Ok(plan) = settled(&asked, NOW) {
                let Pick { min, max } = plan.pick;
                prop_assert!(1 <= min && min <= max && usize::from(max) <= plan.options.len());
                prop_assert!((2..=25).contains(&plan.options.len()));
                let open = plan.closes.since(asked.starts.unwrap_or(NOW));
                prop_assert!((60_000..=32 * 86_400_000).contains(&open));
            }
        }
    }
}
