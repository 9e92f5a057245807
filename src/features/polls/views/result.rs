//! What came out of a poll: the post that everyone reads after its close, and what can be seen before.
//!
//! Both are made of the same lines. Of a secret poll in which few have voted nothing is shown but that:
//! neither counts nor what has won.

use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::feature::card::NotDone;
use crate::features::polls::rules::tally::{mean, median};
use crate::features::polls::rules::vote::{LATE, disclosed, may_see_votes};
use crate::features::polls::{Ballot, Kind, Poll, State, Tally};
use crate::i18n::{Locale, Span, say};
use crate::text::safe::Safe;

use super::voters::WHO;
use super::{bars, card, chart, runoff, stages, turnout};

/// So many equal options are named; of more only their number is told.
const NAMED: usize = 5;
/// How much of the name of an option stands in a sentence.
const NAME: usize = 60;

/// The post with the result of a closed poll: everyone in the channel reads it.
pub fn posted(locale: Locale, poll: &Poll) -> View {
    let title = Message::new("poll-result-title").with("number", poll.number.to_string());
    let Some(tally) = &poll.tally else { return View::embed(Embed::titled(say(locale, &title))) };
    let outcome = Safe::join(outcome(locale, poll, tally), "\n");
    let open = disclosed(poll, tally);
    let bars = open.and_then(|tally| bars::bars(locale, poll, tally));
    let voters = open.map(|tally| turnout::voters(poll, tally)).unwrap_or_default();
    let reworded = super::edit::question_before(poll);
    let facts = voters.into_iter().chain(reworded).chain(closed(poll)).chain(ballot(poll, tally));
    let facts = Safe::join(facts.map(|fact| say(locale, &fact)), "\n");
    let body = [Some(card::question(&poll.plan)), Some(outcome), bars, Some(facts)];
    let text = Safe::join(body.into_iter().flatten(), "\n\n");
    let mut view = View::embed(Embed::titled(say(locale, &title)).description(text));
    view.embeds.extend(open.and_then(|tally| runoff::rounds(locale, poll, tally)));
    view.embeds.extend(open.and_then(|tally| stages::stages(locale, poll, tally)));
    view.files.extend(open.and_then(|tally| chart::picture(locale, poll, tally)));
    view.row(who(locale, poll, tally))
}

/// The results as far as they are known now, for somebody who may see them.
pub fn so_far(locale: Locale, poll: &Poll, tally: &Tally) -> View {
    if poll.state == State::Closed {
        return posted(locale, poll);
    }
    let title = Message::new("poll-result-so-far").with("number", poll.number.to_string());
    if poll.plan.kind == Kind::Native {
        // The votes are Discord's until it has counted them.
        let counting = Message::new("poll-native-counting").with("channel", poll.plan.channel);
        let text = Safe::join([card::question(&poll.plan), say(locale, &counting)], "\n\n");
        return View::embed(Embed::titled(say(locale, &title)).description(text));
    }
    let facts = turnout::voters(poll, tally).into_iter().chain(rating(poll, tally));
    let facts = Safe::join(facts.map(|fact| say(locale, &fact)), "\n");
    let bars = disclosed(poll, tally).and_then(|tally| bars::bars(locale, poll, tally));
    let body = [Some(card::question(&poll.plan)), bars, Some(facts)];
    let text = Safe::join(body.into_iter().flatten(), "\n\n");
    View::embed(Embed::titled(say(locale, &title)).description(text)).row(who(locale, poll, tally))
}

/// What `/poll results` answers: the same, with *Post again* where the result does not stand in its
/// channel.
pub fn looked_up(locale: Locale, poll: &Poll, tally: &Tally) -> View {
    let missing = if poll.state == State::Closed { poll.result.why } else { poll.card.why };
    so_far(locale, poll, tally).row(missing.map(|_| super::again(locale, poll.id)).into_iter().collect())
}

/// *Who voted*, where that may be known.
fn who(locale: Locale, poll: &Poll, tally: &Tally) -> Vec<Button> {
    let is_known = tally.voters > 0 && poll.plan.kind != Kind::Native && may_see_votes(poll).is_ok();
    let button = || Button::new(say(locale, &Message::new("poll-who")), super::id(WHO, poll.id.get()));
    is_known.then(button).into_iter().collect()
}

/// The same for the team, where the post cannot stand in its channel.
pub fn fallen_back(locale: Locale, poll: &Poll, missing: NotDone) -> View {
    let key = if poll.state == State::Closed { "poll-fallback" } else { "poll-fallback-card" };
    let told = Message::new(key).with("number", poll.number.to_string()).with("channel", poll.plan.channel);
    let told = Some(say(locale, &told.with("why", super::why(missing))));
    let view = if poll.state == State::Closed { posted(locale, poll) } else { View::default() };
    View { content: told, ..view }.row(vec![super::again(locale, poll.id)])
}

/// What has won and whether it holds, in a sentence or two.
pub fn outcome(locale: Locale, poll: &Poll, tally: &Tally) -> Vec<Safe> {
    let tell = |message: Message| say(locale, &message);
    if disclosed(poll, tally).is_none() {
        return vec![tell(turnout::few())];
    }
    if tally.voters == 0 {
        return vec![tell(Message::new("poll-result-nobody"))];
    }
    let mut lines = Vec::new();
    if turnout::quorum_is(poll, tally) == Some(false) {
        lines.extend(poll.plan.quorum.map(|quorum| tell(turnout::with_quorum("poll-result-quorum-missed", quorum))));
        lines.extend(ahead(locale, poll, tally, false));
    } else if let Some(rating) = rating(poll, tally) {
        lines.push(tell(rating));
    } else {
        lines.extend(ahead(locale, poll, tally, true));
    }
    lines
}

/// What is ahead; `holds`: and has won with it.
fn ahead(locale: Locale, poll: &Poll, tally: &Tally, holds: bool) -> Vec<Safe> {
    if poll.plan.seats <= 1 {
        return vec![winners(locale, poll, tally, holds)];
    }
    let named = |key: &'static str, places: &[u8]| {
        let head = Message::new(key).with("seats", i64::from(poll.plan.seats));
        let names = places.iter().map(|place| bold(locale, poll, *place));
        (!places.is_empty()).then(|| Safe::join([say(locale, &head), Safe::join(names, ", ")], " "))
    };
    let key = if holds { "poll-result-seats" } else { "poll-result-most" };
    [named(key, &tally.winners), named("poll-result-seats-tied", &tally.tied)].into_iter().flatten().collect()
}

/// An option by its name, bold.
fn bold(locale: Locale, poll: &Poll, place: u8) -> Safe {
    let named = super::options(locale, &poll.plan, &[place]).cut(NAME);
    Safe::join([Safe::ours("**"), named, Safe::ours("**")], "")
}

/// What is ahead; `holds`: and has won with it.
fn winners(locale: Locale, poll: &Poll, tally: &Tally, holds: bool) -> Safe {
    let name = |place: &u8| bold(locale, poll, *place);
    let tell = |key: &'static str| say(locale, &Message::new(key));
    let with = |start: Safe, end: Safe| Safe::join([start, end], " ");
    match tally.winners.as_slice() {
        [] => tell("poll-result-nobody"),
        [alone] if !holds => with(tell("poll-result-most"), name(alone)),
        [alone] => {
            let rounds = tally.rounds.len();
            let message = match (runoff::lot(tally), poll.plan.kind) {
                (Some(_), _) => Message::new("poll-result-won-by-lot"),
                (None, Kind::Ranked) if rounds > 1 => Message::new("poll-result-won-later").with("rounds", rounds),
                (None, Kind::Ranked) => Message::new("poll-result-won-at-once"),
                (None, _) => Message::new("poll-result-won"),
            };
            with(name(alone), say(locale, &message))
        }
        several if several.len() > NAMED => {
            say(locale, &Message::new("poll-result-many-equal").with("count", several.len()))
        }
        several => with(tell("poll-result-equal"), Safe::join(several.iter().map(name), ", ")),
    }
}

/// The mean of a rating; `None` of everything else.
fn rating(poll: &Poll, tally: &Tally) -> Option<Message> {
    if poll.plan.kind != Kind::Rating || disclosed(poll, tally).is_none() {
        return None;
    }
    let middle = median(tally)?;
    let places = usize::from(middle.fract() != 0.0);
    let message = Message::new("poll-result-mean").with("mean", Arg::Decimal(mean(tally)?, 1));
    Some(message.with("median", Arg::Decimal(middle, places)))
}

/// When it was closed and by whom, and whether that was late.
fn closed(poll: &Poll) -> Option<Message> {
    let (at, due) = (poll.closed?, poll.plan.closes);
    let late = at.since(due);
    let message = match poll.closed_by {
        // Members see the team, never a name.
        Some(_) => Message::new("poll-result-closed-early"),
        None if late >= i64::try_from(LATE.as_millis()).unwrap_or(i64::MAX) => {
            let span = Span::of_seconds(late as f64 / 1_000.0).message();
            Message::new("poll-result-closed-late").with("due", Arg::Time(due, 'F')).with("late", span)
        }
        None => Message::new("poll-result-closed"),
    };
    Some(message.with("at", Arg::Time(at, 'F')))
}

/// Who can find out who voted for what.
fn ballot(poll: &Poll, tally: &Tally) -> Option<Message> {
    match (poll.plan.kind, poll.plan.ballot) {
        (Kind::Native, _) => None,
        (_, Ballot::Secret) => Some(Message::new("poll-result-secret-ballot")),
        _ if tally.voters == 0 => None,
        (_, Ballot::Public | Ballot::NamedAfter) => Some(Message::new("poll-result-open-ballot")),
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::clock::Timestamp;
    use crate::db::list::Listed;
    use crate::discord::client::upload::Content;
    use crate::discord::ui::view::Row;
    use crate::features::polls::Quorum;
    use crate::features::polls::rules::tally::tally;
    use crate::features::polls::tests::poll;
    use crate::features::polls::views::list;
    use crate::features::polls::views::voters::votes;
    use crate::features::polls::{Results, Vote, export};
    use crate::ids::{MemberId, RoleId};
    use crate::text::limits;
    use crate::text::zone::Zone;

    /// So many ballots of each: `[(3, &[1, 2])]`.
    fn ballots(cast: &[(usize, &[u8])]) -> Vec<Vec<u8>> {
        cast.iter().flat_map(|(times, ballot)| vec![ballot.to_vec(); *times]).collect()
    }

    /// Closed at its time.
    fn closed(kind: Kind, options: u8, cast: &[(usize, &[u8])]) -> Poll {
        let mut poll = poll(kind, options);
        for (choice, label) in poll.plan.options.iter_mut().zip(["Red", "Green", "Blue", "Grey", "Gold"]) {
            choice.label = label.to_owned();
        }
        poll.plan.question = "Which colour?".to_owned();
        poll.tally = Some(tally(kind, usize::from(options), poll.plan.pick, &ballots(cast), 5));
        (poll.state, poll.closed) = (State::Closed, Some(poll.plan.closes));
        poll
    }

    fn read(view: &View) -> String {
        let mut lines = Vec::new();
        for embed in &view.embeds {
            lines.extend(embed.title.iter().map(|title| format!("# {title}")));
            lines.extend(embed.description.iter().map(ToString::to_string));
        }
        for row in &view.rows {
            let Row::Buttons(buttons) = row else { continue };
            lines.push(buttons.iter().map(|button| format!("[{}]", button.label)).collect::<Vec<_>>().join(" "));
        }
        for file in &view.files {
            lines.push(format!("{}: {}", file.name, file.alt.as_ref().map(Safe::unmarked).unwrap_or_default()));
        }
        lines.join("\n")
    }

    fn post(poll: &Poll) -> String {
        read(&posted(Locale::En, poll))
    }

    #[test]
    fn a_result_says_what_has_won_and_how_far() {
        assert_snapshot!(post(&closed(Kind::Single, 3, &[(1, &[1]), (5, &[2]), (6, &[3])])), @"
        # Result of poll #3
        **Which colour?**

        **Blue** has won.

        `█░░░░░░░░░   8 %` Red (1)
        `████░░░░░░  42 %` Green (5)
        `█████░░░░░  50 %` **Blue** (6)

        12 people voted.
        Closed <t:1794819600:F>.
        The ballot is not secret: *Who voted for what* shows it to everyone here.
        [Who voted for what]
        poll-3.png: Which colour? 12 people voted. Votes: Red: 1 · 8 %; Green: 5 · 42 %; Blue: 6 · 50 %.
        ");
    }

    #[test]
    fn under_ten_voters_there_are_no_percentages_and_equal_options_have_not_won() {
        assert_snapshot!(post(&closed(Kind::Multi, 3, &[(2, &[1, 2]), (1, &[3])])), @"
        # Result of poll #3
        **Which colour?**

        Equal, so none of them has won: **Red**, **Green**

        `██████▌░░░ 2 of 3` **Red**
        `██████▌░░░ 2 of 3` **Green**
        `███▌░░░░░░ 1 of 3` Blue

        3 people voted.
        Closed <t:1794819600:F>.
        The ballot is not secret: *Who voted for what* shows it to everyone here.
        [Who voted for what]
        poll-3.png: Which colour? 3 people voted. Votes: Red: 2 of 3; Green: 2 of 3; Blue: 1 of 3.
        ");
    }

    #[test]
    fn nobody_voted() {
        assert_snapshot!(post(&closed(Kind::Single, 2, &[])), @"
        # Result of poll #3
        **Which colour?**

        Nobody voted, so nothing has won.

        Closed <t:1794819600:F>.
        ");
    }

    #[test]
    fn a_run_off_is_told_round_by_round() {
        let cast: &[(usize, &[u8])] = &[(4, &[1]), (3, &[2]), (2, &[3, 2]), (2, &[4, 3]), (1, &[4])];
        assert_snapshot!(post(&closed(Kind::Ranked, 5, cast)), @"
        # Result of poll #3
        **Which colour?**

        **Green** has won the run-off after 4 rounds.

        First preferences:
        `███▌░░░░░░  33 %` Red (4)
        `██▌░░░░░░░  25 %` **Green** (3)
        `█▌░░░░░░░░  17 %` Blue (2)
        `██▌░░░░░░░  25 %` Grey (3)
        `░░░░░░░░░░   0 %` Gold (0)

        12 people voted.
        Closed <t:1794819600:F>.
        The ballot is not secret: *Who voted for what* shows it to everyone here.
        # Run-off
        Round 1: Gold goes out without a ballot.
        Round 2: Blue goes out with 2 ballots.
        Round 3: Grey goes out with 3 ballots.
        Round 4: **Green** wins with 5 of 9 ballots. 3 ballots name nothing that was left.
        [Who voted for what]
        poll-3.png: Which colour? 12 people voted. First preferences: Red: 4 · 33 %; Green: 3 · 25 %; Blue: 2 · 17 %; Grey: 3 · 25 %; Gold: 0 · 0 %. Run-off: round 1: Green 3, Red 4, Grey 3, Blue 2, Gold 0; round 2: Green 3, Red 4, Grey 3, Blue 2; round 3: Green 5, Red 4, Grey 3; round 4: Green 5, Red 4.
        ");
        assert_snapshot!(post(&closed(Kind::Ranked, 3, &[(2, &[1]), (2, &[2])])), @"
        # Result of poll #3
        **Which colour?**

        **Red** has won by lot: in the end it was equal with another in every round.

        First preferences:
        `█████░░░░░ 2 of 4` **Red**
        `█████░░░░░ 2 of 4` Green
        `░░░░░░░░░░ 0 of 4` Blue

        4 people voted.
        Closed <t:1794819600:F>.
        The ballot is not secret: *Who voted for what* shows it to everyone here.
        # Run-off
        Round 1: Blue goes out without a ballot.
        Round 2: Green goes out with 2 ballots. Drawn by lot, because it was equal in every round with Red.
        [Who voted for what]
        poll-3.png: Which colour? 4 people voted. First preferences: Red: 2 of 4; Green: 2 of 4; Blue: 0 of 4. Run-off: round 1: Red 2, Green 2, Blue 0; round 2: Red 2, Green 2.
        ");
        assert_snapshot!(post(&closed(Kind::Ranked, 3, &[(2, &[1]), (1, &[2])])), @"
        # Result of poll #3
        **Which colour?**

        **Red** has won: more than half put it first.

        First preferences:
        `██████▌░░░ 2 of 3` **Red**
        `███▌░░░░░░ 1 of 3` Green
        `░░░░░░░░░░ 0 of 3` Blue

        3 people voted.
        Closed <t:1794819600:F>.
        The ballot is not secret: *Who voted for what* shows it to everyone here.
        [Who voted for what]
        poll-3.png: Which colour? 3 people voted. First preferences: Red: 2 of 3; Green: 1 of 3; Blue: 0 of 3.
        ");
    }

    #[test]
    fn a_rating_has_a_mean_and_no_winner() {
        let mut poll = closed(Kind::Rating, 5, &[(1, &[1]), (2, &[4]), (1, &[5])]);
        for (number, choice) in (1..).zip(&mut poll.plan.options) {
            choice.label = format!("{number}");
        }
        assert_snapshot!(post(&poll), @"
        # Result of poll #3
        **Which colour?**

        **3.5 out of 5** on average; half gave 4 or more.

        `██▌░░░░░░░ 1 of 4` 1
        `░░░░░░░░░░ 0 of 4` 2
        `░░░░░░░░░░ 0 of 4` 3
        `█████░░░░░ 2 of 4` 4
        `██▌░░░░░░░ 1 of 4` 5

        4 people voted.
        Closed <t:1794819600:F>.
        The ballot is not secret: *Who voted for what* shows it to everyone here.
        [Who voted for what]
        poll-3.png: Which colour? 4 people voted. Ratings: 1: 1 of 4; 2: 0 of 4; 3: 0 of 4; 4: 2 of 4; 5: 1 of 4.
        ");
    }

    #[rstest]
    #[case(Some(Quorum::People(20)), None, "not reached")]
    #[case(Some(Quorum::People(12)), None, "The quorum of 12 people was reached.")]
    #[case(Some(Quorum::Percent(50)), Some(20), "The quorum of 50 % was reached.")]
    #[case(Some(Quorum::Percent(50)), None, "is not known")]
    fn a_quorum_is_reached_missed_or_unknown(
        #[case] quorum: Option<Quorum>,
        #[case] eligible: Option<u64>,
        #[case] said: &str,
    ) {
        let mut poll = closed(Kind::Single, 2, &[(12, &[1])]);
        (poll.plan.quorum, poll.eligible) = (quorum, eligible);
        let post = post(&poll);
        assert!(post.contains(said), "{post}");
        assert_eq!(post.contains("has won"), !said.contains("not reached"), "{post}");
    }

    #[rstest]
    #[case(12, Some(20), false, "12 people voted.")]
    #[case(12, Some(20), true, "Turnout 60 %: 12 of 20 who could vote.")]
    #[case(3, Some(7), true, "3 of 7 who could vote did.")]
    #[case(12, Some(10), true, "12 people voted. When the poll opened, 10 could; more came later.")]
    #[case(12, None, true, "12 people voted.")]
    #[case(1, Some(20), false, "1 person voted.")]
    fn turnout_is_said_where_voters_are_limited(
        #[case] voters: usize,
        #[case] eligible: Option<u64>,
        #[case] is_limited: bool,
        #[case] said: &str,
    ) {
        let mut poll = closed(Kind::Single, 2, &[(voters, &[1])]);
        poll.eligible = eligible;
        poll.plan.voters = if is_limited { vec![RoleId(9)] } else { Vec::new() };
        let post = post(&poll);
        assert!(post.lines().any(|line| line == said), "{post}");
    }

    #[test]
    fn a_late_close_says_so_and_one_by_hand_names_nobody() {
        let mut poll = closed(Kind::Single, 2, &[(12, &[1])]);
        poll.closed = poll.closed.map(|at| Timestamp(at.0 + 7_200_000));
        let late = post(&poll);
        assert!(late.contains("Closed 2 h late, <t:1794826800:F>"), "{late}");
        poll.closed_by = Some(MemberId(17));
        assert!(post(&poll).contains("Closed <t:1794826800:F> by the team."));
    }

    #[test]
    fn of_a_few_secret_ballots_only_that_is_shown() {
        let mut poll = closed(Kind::Single, 3, &[(3, &[2]), (1, &[3])]);
        poll.plan.ballot = Ballot::Secret;
        assert_snapshot!(post(&poll), @"
        # Result of poll #3
        **Which colour?**

        Fewer than 5 people voted. That’s too few to show the result of a secret poll.

        Closed <t:1794819600:F>.
        The ballot was secret: nobody can find out any more how somebody voted.
        ");
        let mut poll = closed(Kind::Rating, 5, &[(4, &[2])]);
        poll.plan.ballot = Ballot::Secret;
        assert!(!post(&poll).contains("2.0"));
        let mut poll = closed(Kind::Ranked, 3, &[(2, &[1, 2]), (1, &[2]), (1, &[3, 2])]);
        poll.plan.ballot = Ballot::Secret;
        assert!(!post(&poll).contains("Round"));
        let mut poll = closed(Kind::Single, 3, &[(4, &[2]), (1, &[3])]);
        poll.plan.ballot = Ballot::Secret;
        assert!(post(&poll).contains("5 people voted."));
    }

    /// Everything that anybody can see of a poll in any place.
    fn seen(poll: &Poll, tally: &Tally) -> Vec<String> {
        let page = Listed::cut(vec![poll.clone()], 8, 0);
        let export = export::view(Locale::En, poll, tally, &[], &Zone::utc()).unwrap();
        let files = export.files.iter().map(|file| format!("{:?}", file.content));
        let of = |locale| [looked_up(locale, poll, tally), card::card(locale, poll, tally), list::list(locale, &page)];
        let views = Locale::ALL.into_iter().flat_map(of).map(|view| format!("{view:?}"));
        views.chain(files).collect()
    }

    proptest! {
        /// Who sees all of it cannot tell one set of ballots from another, nor from none at all.
        #[test]
        fn what_is_shown_of_a_few_secret_ballots_does_not_depend_on_them(
            kind in prop::sample::select(vec![Kind::Single, Kind::Multi, Kind::Ranked, Kind::Rating]),
            cast in prop::collection::vec(prop::collection::vec(1u8..=5, 1..4), 0..5),
            quorum in prop::option::of(prop_oneof![(1u64..8).prop_map(Quorum::People), (1u8..=100).prop_map(Quorum::Percent)]),
            is_over in any::<bool>(),
        ) {
            let ballots: Vec<(usize, &[u8])> = cast.iter().map(|ballot| (1, ballot.as_slice())).collect();
            let secret = |cast: &[(usize, &[u8])]| {
                let mut poll = closed(kind, 5, cast);
                (poll.plan.ballot, poll.plan.results) = (Ballot::Secret, Results::AfterClose);
                (poll.plan.quorum, poll.eligible) = (quorum, Some(9));
                let tally = poll.tally.clone().unwrap();
                if !is_over {
                    (poll.state, poll.closed, poll.tally) = (State::Open, None, None);
                }
                seen(&poll, &tally)
            };
            prop_assert_eq!(secret(&ballots), secret(&[]));
        }
    }

    #[test]
    fn before_the_close_nothing_has_won() {
        let mut poll = closed(Kind::Ranked, 3, &[(7, &[1]), (6, &[2, 3])]);
        (poll.state, poll.closed) = (State::Open, None);
        let counted = poll.tally.take().unwrap();
        poll.plan.quorum = Some(Quorum::People(20));
        assert_snapshot!(read(&so_far(Locale::En, &poll, &counted)), @"
        # Poll #3 so far
        **Which colour?**

        First preferences so far; the run-off is counted at the close:
        `█████▌░░░░  54 %` Red (7)
        `████▌░░░░░  46 %` Green (6)
        `░░░░░░░░░░   0 %` Blue (0)

        13 people voted.
        The quorum of 20 people has not been reached yet.
        [Who voted for what]
        ");
        poll.plan.results = Results::AfterVote;
        let nobody = tally(Kind::Ranked, 3, poll.plan.pick, &[], 0);
        assert!(read(&so_far(Locale::En, &poll, &nobody)).contains("Nobody has voted yet."));
    }

    #[test]
    fn who_voted_for_what_stands_below_each_option_or_in_the_order_of_preference() {
        let vote = |member, choices: &[u8]| Vote { member: MemberId(member), choices: choices.to_vec() };
        let cast = [vote(1, &[2]), vote(2, &[1, 2]), vote(3, &[2])];
        let poll = closed(Kind::Multi, 3, &[]);
        assert_snapshot!(read(&votes(Locale::En, &poll, &cast, 0)), @"
        # Who voted for what in poll #3
        **Red** (1)
        <@2>
        **Green** (3)
        <@1>, <@2>, <@3>
        **Blue** (0)
        ");
        let poll = closed(Kind::Ranked, 3, &[]);
        assert_snapshot!(read(&votes(Locale::En, &poll, &[vote(1, &[2, 3]), vote(2, &[1])], 0)), @"
        # Who voted for what in poll #3
        <@1>: Green → Blue
        <@2>: Red
        ");
        let many: Vec<Vote> = (0..1_000).map(|member| vote(1_000_000_000_000_000_000 + member, &[1])).collect();
        let poll = closed(Kind::Single, 3, &[]);
        let pages: Vec<String> = (0..9).map(|page| read(&votes(Locale::En, &poll, &many, page))).collect();
        assert!(pages.iter().all(|page| page.len() < 4_000 && page.contains("[Previous] [Next]")));
        let named = |vote: &Vote| pages.iter().filter(|page| page.contains(&format!("<@{}>", vote.member))).count();
        assert!(many[..900].iter().all(|vote| named(vote) >= 1));
    }

    /// What people can type at worst.
    fn hostile(options: u8, label: &str, question: &str, cast: &[(usize, &[u8])]) -> Poll {
        let mut poll = closed(Kind::Ranked, options, cast);
        poll.plan.question = question.to_owned();
        for (number, choice) in (10..).zip(&mut poll.plan.options) {
            choice.label = format!("{number}{label}");
        }
        poll.plan.quorum = Some(Quorum::People(1_000));
        poll
    }

    #[rstest]
    #[case(&"x".repeat(78), &"?".repeat(300))]
    #[case(&"👍".repeat(39), &"👍".repeat(150))]
    #[case(&"*".repeat(78), &"_".repeat(300))]
    #[case("نعم، من فضلك", "ما رأيك؟")]
    #[case("כן", "למה לא?")]
    fn whatever_is_typed_the_whole_result_fits_a_message(#[case] label: &str, #[case] question: &str) {
        // Every option goes out in a round of its own, each time equal to others.
        let cast: Vec<Vec<u8>> =
            (1..=25_u8).flat_map(|place| vec![vec![place]; usize::from(place).div_ceil(3)]).collect();
        let cast: Vec<(usize, &[u8])> = cast.iter().map(|ballot| (1, ballot.as_slice())).collect();
        let poll = hostile(25, label, question, &cast);
        for locale in Locale::ALL {
            let view = posted(locale, &poll);
            let length = |text: &Option<Safe>| text.as_ref().map_or(0, Safe::len_utf16);
            let all: usize = view.embeds.iter().map(|embed| length(&embed.title) + length(&embed.description)).sum();
            assert!(all <= limits::EMBEDS_TOTAL, "{all}");
            assert!(view.embeds.iter().all(|embed| length(&embed.description) <= limits::EMBED_DESCRIPTION));
            let text = read(&view);
            assert!((10..35).all(|number| text.contains(&format!(" {number}"))), "every option is there");
            let Content::Picture(svg) = &view.files[0].content else { panic!("no picture") };
            assert!(crate::chart::png(svg).is_ok());
        }
    }
}
