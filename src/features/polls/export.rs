//! The results of a poll as tables for spreadsheets: what each option got, the rounds of a run-off, and
//! who voted for what, where that may be known. Of a secret ballot there is nothing but counts, and of
//! few secret ballots not even those.

use crate::discord::ui::file::File;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::features::polls::rules::seats::BALLOT;
use crate::features::polls::rules::vote::{disclosed, may_see_votes};
use crate::features::polls::{Kind, Poll, Problem, State, Tally, Vote};
use crate::i18n::{Locale, say};
use crate::text::table::{self, Cell};
use crate::text::zone::Zone;

/// Of the table of options, one row for each: `closed_at` in the server's zone, empty while the poll is
/// open; `voters`, `votes`, `share` and `won` are empty where few have voted in secret; `eligible` is how
/// many could vote when it opened, where that is known; `votes` of a ranked
/// poll are first preferences; `share` is of those who voted; `won`: nothing has more votes.
const OPTIONS: [&str; 10] =
    ["poll", "question", "closed_at", "voters", "eligible", "option", "label", "votes", "share", "won"];
/// Of the table of rounds: for each round one row for each option that is still in.
const ROUNDS: [&str; 6] = ["poll", "round", "option", "label", "votes", "out"];
/// Of the table of stages: for each stage of a single transferable vote one row for each option that is still in or
/// elected; `votes` are in ballots, with the parts of them that went on.
const STAGES: [&str; 7] = ["poll", "stage", "option", "label", "votes", "elected", "out"];
/// Of the table of votes: for each person one row for each option they chose, by their ids; `rank` is
/// empty where there is no order.
const VOTES: [&str; 5] = ["poll", "member", "option", "label", "rank"];

/// The message with the files. Whoever asks may see the results.
///
/// # Errors
/// Told, if Discord does not take so large a file; fault, if a table cannot be written.
pub fn view(locale: Locale, poll: &Poll, tally: &Tally, votes: &[Vote], zone: &Zone) -> Result<View> {
    let number = poll.number.to_string();
    let mut view = View::text(say(locale, &Message::new("poll-export").with("number", number.as_str())));
    let mut file = |part: &str, table: Option<String>| {
        view.files.extend(table.map(|table| File::table(format!("poll-{number}{part}.csv"), &table)));
    };
    file("", Some(options(poll, tally, zone)?));
    file("-rounds", rounds(poll, tally)?);
    file("-stages", stages(poll, tally)?);
    file("-votes", who(poll, votes)?);
    if view.files.iter().any(File::is_too_large) { Err(Problem::TooLarge(poll.number).into()) } else { Ok(view) }
}

/// What each option got.
fn options(poll: &Poll, tally: &Tally, zone: &Zone) -> Result<String> {
    let tally = disclosed(poll, tally);
    let closed = poll.closed.map(|at| Cell::plain(zone.iso(at))).unwrap_or_default();
    let rows = (1_u8..).zip(&poll.plan.options).map(|(place, choice)| {
        let votes = tally.and_then(|tally| tally.counts.get(usize::from(place) - 1)).copied();
        let voters = tally.map(|tally| tally.voters);
        let share = votes.zip(voters.filter(|voters| *voters > 0)).map(|(votes, voters)| votes as f64 / voters as f64);
        [
            poll.number.into(),
            words(&poll.plan.question),
            closed.clone(),
            voters.into(),
            poll.eligible.into(),
            place.into(),
            words(&choice.label),
            votes.into(),
            share.map(|share| Cell::plain(format!("{share:.4}"))).unwrap_or_default(),
            tally.filter(|_| poll.state == State::Closed).map(|tally| u8::from(tally.winners.contains(&place))).into(),
        ]
    });
    table::csv(OPTIONS, rows)
}

/// The rounds of a run-off; nothing of other polls.
fn rounds(poll: &Poll, tally: &Tally) -> Result<Option<String>> {
    let Some(tally) = disclosed(poll, tally).filter(|tally| !tally.rounds.is_empty()) else { return Ok(None) };
    let rows = (1_usize..).zip(&tally.rounds).flat_map(|(number, round)| {
        round.counts.iter().map(move |(place, votes)| {
            let out = u8::from(round.out == Some(*place));
            [poll.number.into(), number.into(), (*place).into(), label(poll, *place), (*votes).into(), out.into()]
        })
    });
    table::csv(ROUNDS, rows).map(Some)
}

/// The stages of a single transferable vote; nothing of other polls.
fn stages(poll: &Poll, tally: &Tally) -> Result<Option<String>> {
    let Some(tally) = disclosed(poll, tally).filter(|tally| !tally.stages.is_empty()) else { return Ok(None) };
    let rows = (1_usize..).zip(&tally.stages).flat_map(|(number, stage)| {
        stage.counts.iter().map(move |(place, votes)| {
            let votes = Cell::plain(format!("{}.{:05}", votes / BALLOT, votes % BALLOT));
            let elected = u8::from(stage.elected.contains(place));
            let out = u8::from(stage.out == Some(*place));
            let option = [poll.number.into(), number.into(), (*place).into(), label(poll, *place)];
            option.into_iter().chain([votes, elected.into(), out.into()])
        })
    });
    table::csv(STAGES, rows).map(Some)
}

/// Who voted for what; nothing, where that may not be known, or nobody did.
fn who(poll: &Poll, votes: &[Vote]) -> Result<Option<String>> {
    if votes.is_empty() || may_see_votes(poll).is_err() {
        return Ok(None);
    }
    let rows = votes.iter().flat_map(|vote| {
        (1_usize..).zip(&vote.choices).map(|(rank, place)| {
            let rank = (poll.plan.kind == Kind::Ranked).then_some(rank);
            let member = Cell::plain(vote.member.to_string());
            [poll.number.into(), member, (*place).into(), label(poll, *place), rank.into()]
        })
    });
    table::csv(VOTES, rows).map(Some)
}

fn label(poll: &Poll, place: u8) -> Cell {
    let choice = usize::from(place).checked_sub(1).and_then(|at| poll.plan.options.get(at));
    choice.map(|choice| words(&choice.label)).unwrap_or_default()
}

/// Words of people in one line.
fn words(text: &str) -> Cell {
    Cell::words(&text.replace('\n', " "))
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use rstest::rstest;

    use super::*;
    use crate::discord::client::upload::Content;
    use crate::features::polls::Ballot;
    use crate::features::polls::rules::tally::tally;
    use crate::features::polls::tests::poll;
    use crate::ids::MemberId;

    fn votes(cast: &[&[u8]]) -> Vec<Vote> {
        let vote = |(member, choices): (i64, &&[u8])| Vote { member: MemberId(member), choices: choices.to_vec() };
        (1_000_000_000_000_000_001..).zip(cast).map(vote).collect()
    }

    fn closed(kind: Kind, ballot: Ballot, cast: &[&[u8]]) -> (Poll, Tally, Vec<Vote>) {
        let mut poll = poll(kind, 3);
        poll.plan.ballot = ballot;
        (poll.state, poll.closed) = (State::Closed, Some(poll.plan.closes));
        let ballots: Vec<Vec<u8>> = cast.iter().map(|ballot| ballot.to_vec()).collect();
        let tally = tally(kind, 3, poll.plan.pick, &ballots, 0);
        (poll, tally, votes(cast))
    }

    fn files((poll, tally, votes): &(Poll, Tally, Vec<Vote>)) -> String {
        let view = view(Locale::En, poll, tally, votes, &Zone::find("Europe/Chisinau").unwrap()).unwrap();
        let read = |file: &File| {
            let Content::Text(text) = &file.content else { panic!("no table") };
            format!("{}\n{}", file.name, text.strip_prefix(table::MARK).expect("the mark"))
        };
        view.files.iter().map(read).collect()
    }

    #[test]
    fn a_table_has_counts_and_one_who_voted_for_what() {
        assert_snapshot!(files(&closed(Kind::Multi, Ballot::NamedAfter, &[&[1, 2], &[2], &[3]])), @"
        poll-3.csv
        poll,question,closed_at,voters,eligible,option,label,votes,share,won
        3,Which?,2026-11-16T11:00:00+02:00,3,,1,A,1,0.3333,0
        3,Which?,2026-11-16T11:00:00+02:00,3,,2,B,2,0.6667,1
        3,Which?,2026-11-16T11:00:00+02:00,3,,3,C,1,0.3333,0
        poll-3-votes.csv
        poll,member,option,label,rank
        3,1000000000000000001,1,A,
        3,1000000000000000001,2,B,
        3,1000000000000000002,2,B,
        3,1000000000000000003,3,C,
        ");
        assert_snapshot!(files(&closed(Kind::Ranked, Ballot::Public, &[&[2, 1], &[1], &[1, 3], &[3, 2], &[2]])), @"
        poll-3.csv
        poll,question,closed_at,voters,eligible,option,label,votes,share,won
        3,Which?,2026-11-16T11:00:00+02:00,5,,1,A,2,0.4000,0
        3,Which?,2026-11-16T11:00:00+02:00,5,,2,B,2,0.4000,1
        3,Which?,2026-11-16T11:00:00+02:00,5,,3,C,1,0.2000,0
        poll-3-rounds.csv
        poll,round,option,label,votes,out
        3,1,1,A,2,0
        3,1,2,B,2,0
        3,1,3,C,1,1
        3,2,1,A,2,0
        3,2,2,B,3,0
        poll-3-votes.csv
        poll,member,option,label,rank
        3,1000000000000000001,2,B,1
        3,1000000000000000001,1,A,2
        3,1000000000000000002,1,A,1
        3,1000000000000000003,1,A,1
        3,1000000000000000003,3,C,2
        3,1000000000000000004,3,C,1
        3,1000000000000000004,2,B,2
        3,1000000000000000005,2,B,1
        ");
    }

    #[rstest]
    #[case(Ballot::NamedAfter, State::Open)]
    #[case(Ballot::Secret, State::Open)]
    #[case(Ballot::Secret, State::Closed)]
    fn nobody_is_named_who_may_not_be_known(#[case] ballot: Ballot, #[case] state: State) {
        let mut all = closed(Kind::Single, ballot, &[&[1], &[1], &[1], &[2], &[3]]);
        all.0.state = state;
        assert!(!files(&all).contains("100000000000000000"));
        assert!(files(&all).contains(",1,A,3,0.6000,"));
        assert_eq!(files(&all).contains(",1,A,3,0.6000,1"), state == State::Closed, "nothing has won before it closes");
    }

    #[test]
    fn of_a_few_secret_ballots_there_are_no_counts_and_no_winner() {
        assert_snapshot!(files(&closed(Kind::Ranked, Ballot::Secret, &[&[1], &[1], &[2]])), @"
        poll-3.csv
        poll,question,closed_at,voters,eligible,option,label,votes,share,won
        3,Which?,2026-11-16T11:00:00+02:00,,,1,A,,,
        3,Which?,2026-11-16T11:00:00+02:00,,,2,B,,,
        3,Which?,2026-11-16T11:00:00+02:00,,,3,C,,,
        ");
    }

    #[test]
    fn words_of_people_are_no_formulas_and_hide_nothing() {
        let mut all = closed(Kind::Single, Ballot::Public, &[&[1]]);
        all.0.plan.question = "=HYPERLINK(1)\nsecond line".to_owned();
        for (choice, label) in all.0.plan.options.iter_mut().zip(["+1", "@here, \"you\"", "a\u{202e}b"]) {
            choice.label = label.to_owned();
        }
        assert_snapshot!(files(&all), @r#"
        poll-3.csv
        poll,question,closed_at,voters,eligible,option,label,votes,share,won
        3,'=HYPERLINK(1) second line,2026-11-16T11:00:00+02:00,1,,1,'+1,1,1.0000,1
        3,'=HYPERLINK(1) second line,2026-11-16T11:00:00+02:00,1,,2,"'@here, ""you""",0,0.0000,0
        3,'=HYPERLINK(1) second line,2026-11-16T11:00:00+02:00,1,,3,a⟨U+202E⟩b,0,0.0000,0
        poll-3-votes.csv
        poll,member,option,label,rank
        3,1000000000000000001,1,'+1,
        "#);
    }

    #[test]
    fn of_a_poll_without_votes_there_are_noughts() {
        assert_snapshot!(files(&closed(Kind::Single, Ballot::Public, &[])), @"
        poll-3.csv
        poll,question,closed_at,voters,eligible,option,label,votes,share,won
        3,Which?,2026-11-16T11:00:00+02:00,0,,1,A,0,,0
        3,Which?,2026-11-16T11:00:00+02:00,0,,2,B,0,,0
        3,Which?,2026-11-16T11:00:00+02:00,0,,3,C,0,,0
        ");
    }
}
