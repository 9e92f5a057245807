//! What is decided about contests, by what is given alone.

use std::time::Duration;

use percent_encoding::{CONTROLS, utf8_percent_encode};
use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::error::{Arg, Message};
use crate::ids::{ChannelId, GuildId, MemberId, RoleId};
use crate::text::limits;
use crate::text::safe::visible;

use super::{Contest, Entry, EntryState, Plan, Problem, State, Words};

/// Of a title, in UTF-16 units: what the name of a thread holds.
pub const LONGEST_TITLE: usize = 100;
/// Of the text of an entry.
pub const LONGEST_TEXT: usize = 1_500;
/// Of a link.
pub const LONGEST_LINK: usize = 500;
/// Of a reason for a rejection.
pub const LONGEST_REASON: usize = 500;
/// Votes of a member, where nothing is said.
pub const USUAL_VOTES: u8 = 3;
/// Votes of a member at most.
pub const MOST_VOTES: u8 = 25;
/// The shortest, from now.
const SHORTEST: Duration = Duration::from_mins(5);
/// The longest, from now.
const LONGEST: Duration = Duration::from_hours(24 * 92);

/// What somebody asked for; `None` where nothing was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContestSpec {
    pub title: String,
    pub closes: Timestamp,
    pub votes: Option<i64>,
    pub review: Option<bool>,
    #[serde(default)]
    pub jury: Option<RoleId>,
    /// When it was asked for: a preview that is looked at for a while is not too late for that.
    pub since: Timestamp,
}

/// Why what was asked for doesn't go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlanProblem {
    #[error("no title")]
    NoTitle,
    #[error("a title of {0} units")]
    TitleTooLong(usize),
    #[error("closes before {0:?}")]
    ClosesTooSoon(Timestamp),
    #[error("closes after {0:?}")]
    ClosesTooLate(Timestamp),
    #[error("no number of votes")]
    Votes,
}

impl From<PlanProblem> for Message {
    fn from(problem: PlanProblem) -> Self {
        match problem {
            PlanProblem::NoTitle => Self::new("contest-problem-title-none"),
            PlanProblem::TitleTooLong(units) => {
                Self::new("contest-problem-title-long").with("units", units).with("most", LONGEST_TITLE)
            }
            PlanProblem::ClosesTooSoon(at) => {
                Self::new("contest-problem-closes-soon").with("earliest", Arg::Time(at, 'f'))
            }
            PlanProblem::ClosesTooLate(at) => {
                Self::new("contest-problem-closes-late").with("latest", Arg::Time(at, 'f'))
            }
            PlanProblem::Votes => Self::new("contest-problem-votes").with("most", i64::from(MOST_VOTES)),
        }
    }
}

/// What was asked for as a whole.
///
/// # Errors
/// What to change.
pub fn settled(
    spec: &ContestSpec,
    (guild, author, channel): (GuildId, MemberId, ChannelId),
    now: Timestamp,
) -> Result<Plan, PlanProblem> {
    let title = spec.title.trim().to_owned();
    // What is hidden is shown, and takes room.
    let units = limits::len_utf16(&visible(&title));
    if units == 0 {
        return Err(PlanProblem::NoTitle);
    }
    if units > LONGEST_TITLE {
        return Err(PlanProblem::TitleTooLong(units));
    }
    let earliest = spec.since.plus(SHORTEST);
    if spec.closes < earliest || spec.closes <= now {
        return Err(PlanProblem::ClosesTooSoon(earliest.max(now.plus(SHORTEST))));
    }
    let latest = now.plus(LONGEST);
    if spec.closes > latest {
        return Err(PlanProblem::ClosesTooLate(latest));
    }
    let votes = spec.votes.unwrap_or_else(|| i64::from(USUAL_VOTES));
    let votes = u8::try_from(votes).ok().filter(|votes| (1..=MOST_VOTES).contains(votes)).ok_or(PlanProblem::Votes)?;
    let review = spec.review.unwrap_or(false);
    Ok(Plan { guild, author, channel, title, closes: spec.closes, votes, review, jury: spec.jury })
}

/// What was typed, as it is kept.
///
/// # Errors
/// What to change.
pub fn words(title: &str, text: &str, link: &str) -> Result<Words, Problem> {
    let (title, text, link) = (title.trim(), text.trim(), link.trim());
    if title.is_empty() {
        return Err(Problem::NoTitle);
    }
    for (typed, most) in [(title, LONGEST_TITLE), (text, LONGEST_TEXT), (link, LONGEST_LINK)] {
        let units = limits::len_utf16(&visible(typed));
        if units > most {
            return Err(Problem::TooLong { units, most });
        }
    }
    let link = if link.is_empty() { None } else { Some(web_address(link).ok_or(Problem::NoLink)?) };
    let text = Some(text.to_owned()).filter(|text| !text.is_empty());
    Ok(Words { title: title.to_owned(), text, link })
}

/// An address on the web, written so that it can stand between < and > in a message.
fn web_address(typed: &str) -> Option<String> {
    let with_scheme = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let (scheme, rest) = with_scheme.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let is_host = host.contains('.') && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':'));
    let is_web = matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https");
    let is_plain = !with_scheme.chars().any(|c| c.is_whitespace() || c.is_control() || "<>`\"|\\".contains(c));
    let written = utf8_percent_encode(&with_scheme, CONTROLS).to_string();
    (is_web && is_host && is_plain && written.len() <= 2 * LONGEST_LINK).then_some(written)
}

/// Whether a contest takes entries and votes.
///
/// # Errors
/// That it is closed.
pub fn is_open(contest: &Contest, now: Timestamp) -> Result<(), Problem> {
    match contest.state {
        State::Closed => Err(Problem::Closed(contest.closed.unwrap_or(contest.plan.closes))),
        State::Open if contest.plan.closes <= now => Err(Problem::Closed(contest.plan.closes)),
        State::Open => Ok(()),
    }
}

/// Whether somebody with these entries can submit one more: each has one that counts.
///
/// # Errors
/// Why not.
pub fn may_submit(contest: &Contest, own: &[Entry], now: Timestamp) -> Result<(), Problem> {
    is_open(contest, now)?;
    let counts = |entry: &Entry| matches!(entry.state, EntryState::Pending | EntryState::Approved);
    if own.iter().any(counts) { Err(Problem::SubmittedBefore) } else { Ok(()) }
}

/// Whether what was submitted can be changed: not once others have read it.
///
/// # Errors
/// Why not.
pub fn may_edit(contest: &Contest, entry: &Entry, now: Timestamp) -> Result<(), Problem> {
    is_open(contest, now)?;
    if entry.state == EntryState::Pending { Ok(()) } else { Err(Problem::Settled(entry.state)) }
}

/// Whether an entry can be taken back.
///
/// # Errors
/// Why not.
pub fn may_withdraw(contest: &Contest, entry: &Entry, now: Timestamp) -> Result<(), Problem> {
    is_open(contest, now)?;
    match entry.state {
        EntryState::Pending | EntryState::Approved => Ok(()),
        state => Err(Problem::Settled(state)),
    }
}

/// Whether a moderator can decide so about an entry.
///
/// # Errors
/// Why not.
pub fn may_decide(contest: &Contest, entry: &Entry, to: EntryState, now: Timestamp) -> Result<(), Problem> {
    is_open(contest, now)?;
    match (entry.state, to) {
        (EntryState::Pending, EntryState::Approved | EntryState::Rejected)
        | (EntryState::Approved, EntryState::Rejected)
        | (EntryState::Rejected, EntryState::Approved) => Ok(()),
        (state, _) => Err(Problem::Settled(state)),
    }
}

/// Whether somebody can vote for an entry, or take that back. `given` are the votes that they have given in this
/// contest, `for_this` whether one of them is for it.
///
/// # Errors
/// Why not.
pub fn may_vote(
    contest: &Contest,
    entry: &Entry,
    member: MemberId,
    (given, for_this): (usize, bool),
    now: Timestamp,
) -> Result<(), Problem> {
    is_open(contest, now)?;
    if entry.state != EntryState::Approved {
        return Err(Problem::Settled(entry.state));
    }
    if entry.author == Some(member) {
        return Err(Problem::OwnEntry);
    }
    if !for_this && given >= usize::from(contest.plan.votes) {
        return Err(Problem::NoVotesLeft(contest.plan.votes));
    }
    Ok(())
}

/// The entries in an order that is another one for each person and the same for one person every time, so that none
/// is read first by all.
pub fn shuffled(mut entries: Vec<Entry>, member: MemberId) -> Vec<Entry> {
    entries.sort_by_key(|entry| mixed(mixed(member.0.cast_unsigned()) ^ entry.id.get().cast_unsigned()));
    entries
}

/// A number that looks like chance, from another one (SplitMix64).
const fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// An entry in its place of a closed contest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// From 1 on; those that are as good share one.
    pub place: usize,
    /// Of members, without the jury.
    pub votes: i64,
    pub jury_votes: i64,
    pub entry: Entry,
}

/// The entries that appeared, the best first; among equals by number. Members and the jury decide half each: what
/// counts is the share of an entry in the votes of either. Where nobody of one side voted, the other decides alone.
pub fn placed(entries: Vec<Entry>) -> Vec<Placed> {
    let appeared: Vec<Entry> = entries.into_iter().filter(|entry| entry.state == EntryState::Approved).collect();
    let votes = |entry: &Entry| (entry.votes.unwrap_or(0), entry.jury_votes.unwrap_or(0));
    let (of_members, of_jury) = appeared.iter().map(votes).fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    // The sum of both shares, over a common denominator.
    let share = |entry: &Entry| votes(entry).0 * of_jury.max(1) + votes(entry).1 * of_members.max(1);
    let mut all: Vec<(i64, Entry)> = appeared.into_iter().map(|entry| (share(&entry), entry)).collect();
    all.sort_by_key(|(share, entry)| (-share, entry.number, entry.id.get()));
    let places: Vec<usize> =
        all.iter().map(|(share, _)| all.iter().filter(|(more, _)| more > share).count() + 1).collect();
    let placed = all.into_iter().zip(places);
    placed
        .map(|((_, entry), place)| {
            let (votes, jury_votes) = votes(&entry);
            Placed { place, votes, jury_votes, entry }
        })
        .collect()
}

/// Those in the first place, where anybody voted.
pub fn winners(placed: &[Placed]) -> impl Iterator<Item = &Placed> {
    placed.iter().filter(|one| one.place == 1 && one.votes + one.jury_votes > 0)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::features::events::contest::{ContestId, EntryId};

    const NOW: Timestamp = Timestamp(1_000_000_000);
    const ANA: MemberId = MemberId(1);
    const BOB: MemberId = MemberId(2);

    fn spec() -> ContestSpec {
        let closes = NOW.plus(Duration::from_hours(24));
        ContestSpec { title: "Best map".to_owned(), closes, votes: None, review: None, jury: None, since: NOW }
    }

    fn plan(spec: &ContestSpec) -> Result<Plan, PlanProblem> {
        settled(spec, (GuildId(1), ANA, ChannelId(3)), NOW)
    }

    fn contest() -> Contest {
        Contest {
            id: ContestId(1),
            number: 1,
            plan: plan(&spec()).expect("a plan"),
            state: State::Open,
            thread: None,
            thread_order: None,
            closed: None,
            closed_by: None,
            voters: None,
        }
    }

    fn entry(id: i64, state: EntryState, votes: i64) -> Entry {
        Entry {
            id: EntryId(id),
            contest: ContestId(1),
            number: Some(id),
            author: Some(ANA),
            words: Words::default(),
            state,
            reason: None,
            reviewed_by: None,
            submitted: NOW,
            votes: Some(votes),
            jury_votes: None,
        }
    }

    #[test]
    fn a_contest_has_three_votes_and_no_review_where_nothing_is_said() {
        let plan = plan(&spec()).expect("a plan");
        assert_eq!((plan.votes, plan.review), (3, false));
    }

    #[rstest]
    #[case(ContestSpec { title: "  ".to_owned(), ..spec() }, PlanProblem::NoTitle)]
    #[case(ContestSpec { title: "x".repeat(101), ..spec() }, PlanProblem::TitleTooLong(101))]
    #[case(ContestSpec { closes: NOW, ..spec() }, PlanProblem::ClosesTooSoon(NOW.plus(SHORTEST)))]
    #[case(ContestSpec { closes: NOW.plus(LONGEST * 2), ..spec() }, PlanProblem::ClosesTooLate(NOW.plus(LONGEST)))]
    #[case(ContestSpec { votes: Some(0), ..spec() }, PlanProblem::Votes)]
    #[case(ContestSpec { votes: Some(26), ..spec() }, PlanProblem::Votes)]
    fn what_does_not_go_together_is_told(#[case] spec: ContestSpec, #[case] problem: PlanProblem) {
        assert_eq!(plan(&spec), Err(problem));
    }

    #[rstest]
    #[case("https://example.org/a?b=c#d", Some("https://example.org/a?b=c#d"))]
    #[case("example.org", Some("https://example.org"))]
    #[case("http://пример.рф", Some("http://%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.%D1%80%D1%84"))]
    #[case("javascript://example.org", None)]
    #[case("https://example.org> @everyone", None)]
    #[case("https://example.org/`x", None)]
    #[case("https://user@example.org", None)]
    #[case("my map", None)]
    fn a_link_leads_to_the_web(#[case] typed: &str, #[case] written: Option<&str>) {
        assert_eq!(words("Map", "", typed).ok().and_then(|words| words.link).as_deref(), written);
    }

    #[test]
    fn each_has_one_entry_that_counts() {
        for (state, may) in [
            (EntryState::Pending, false),
            (EntryState::Approved, false),
            (EntryState::Rejected, true),
            (EntryState::Withdrawn, true),
        ] {
            assert_eq!(may_submit(&contest(), &[entry(1, state, 0)], NOW).is_ok(), may, "{state:?}");
        }
        let late = contest().plan.closes;
        assert_eq!(may_submit(&contest(), &[], late), Err(Problem::Closed(late)));
    }

    #[test]
    fn nobody_votes_for_their_own_or_more_often_than_they_may() {
        let approved = entry(1, EntryState::Approved, 0);
        assert_eq!(may_vote(&contest(), &approved, ANA, (0, false), NOW), Err(Problem::OwnEntry));
        assert_eq!(may_vote(&contest(), &approved, BOB, (2, false), NOW), Ok(()));
        assert_eq!(may_vote(&contest(), &approved, BOB, (3, false), NOW), Err(Problem::NoVotesLeft(3)));
        assert_eq!(may_vote(&contest(), &approved, BOB, (3, true), NOW), Ok(()), "it is taken back");
        let pending = entry(1, EntryState::Pending, 0);
        assert!(may_vote(&contest(), &pending, BOB, (0, false), NOW).is_err());
    }

    #[test]
    fn those_with_as_many_votes_share_a_place() {
        let states = |votes: &[i64]| {
            let entries = (1..).zip(votes).map(|(id, votes)| entry(id, EntryState::Approved, *votes));
            placed(entries.collect()).into_iter().map(|one| (one.place, one.entry.id.0)).collect::<Vec<_>>()
        };
        assert_eq!(states(&[2, 5, 2, 0]), [(1, 2), (2, 1), (2, 3), (4, 4)]);
        let none = placed(vec![entry(1, EntryState::Approved, 0), entry(2, EntryState::Rejected, 9)]);
        assert_eq!((none.len(), winners(&none).count()), (1, 0));
    }

    #[rstest]
    #[case::each_decides_half(&[(5, 1), (3, 4)], &[(1, 2), (2, 1)])]
    #[case::few_jurors_weigh_as_much_as_many_members(&[(90, 0), (10, 2)], &[(1, 2), (2, 1)])]
    #[case::as_good(&[(3, 1), (1, 3)], &[(1, 1), (1, 2)])]
    #[case::nobody_of_the_jury(&[(1, 0), (2, 0)], &[(1, 2), (2, 1)])]
    #[case::the_jury_alone(&[(0, 1), (0, 0)], &[(1, 1), (2, 2)])]
    fn members_and_the_jury_decide_half_each(#[case] votes: &[(i64, i64)], #[case] expected: &[(usize, i64)]) {
        let entries = (1..).zip(votes).map(|(id, (members, jury))| {
            let jury_votes = Some(*jury);
            Entry { jury_votes, ..entry(id, EntryState::Approved, *members) }
        });
        let all = placed(entries.collect());
        assert_eq!(all.iter().map(|one| (one.place, one.entry.id.0)).collect::<Vec<_>>(), expected);
        assert!(winners(&all).count() >= 1);
    }

    proptest! {
        #[test]
        fn an_order_is_of_one_person_and_loses_nothing(count in 0..40_i64, member in any::<i64>()) {
            let entries: Vec<Entry> = (0..count).map(|id| entry(id, EntryState::Approved, 0)).collect();
            let once = shuffled(entries.clone(), MemberId(member));
            let mut turned = entries;
            turned.reverse();
            prop_assert_eq!(&once, &shuffled(turned, MemberId(member)));
            let ids: BTreeSet<i64> = once.iter().map(|entry| entry.id.0).collect();
            prop_assert_eq!(ids.len(), usize::try_from(count).expect("a count"));
        }
    }

    #[test]
    fn each_entry_comes_first_for_about_as_many_people() {
        let entries: Vec<Entry> = (0..4).map(|id| entry(id, EntryState::Approved, 0)).collect();
        let mut first = [0; 4];
        for member in 0..4_000 {
            let order = shuffled(entries.clone(), MemberId(member << 22));
            first[usize::try_from(order[0].id.0).expect("an index")] += 1;
        }
        assert!(first.iter().all(|count| (850..1_150).contains(count)), "{first:?}");
    }
}
