//! Sessions and questions for the tests of the rules and views.

use std::time::Duration;

use super::{
    Anonymity, Plan, Question, QuestionId, QuestionState, Ranked, Session, SessionId, State, Statistics, Words,
};
use crate::clock::Timestamp;
use crate::feature::identity::Identity;
use crate::ids::{ChannelId, GuildId, MemberId};

/// An instant within the open time of [`session`].
pub const NOW: Timestamp = Timestamp::from_seconds(1_795_176_000);

/// A session of two hours that began at [`NOW`].
pub fn session(anonymity: Anonymity, state: State) -> Session {
    let closed = (state == State::Closed).then(|| NOW.plus(Duration::from_secs(7_200)));
    Session {
        id: SessionId(7),
        number: 3,
        plan: Plan {
            guild: GuildId(1),
            author: MemberId(2),
            channel: ChannelId(4),
            title: "Ask Ana".to_owned(),
            starts: Some(NOW),
            closes: NOW.plus(Duration::from_secs(7_200)),
            anonymity,
            review: true,
            most: 3,
            stage: None,
            series: None,
        },
        hosts: vec![MemberId(2)],
        state,
        thread: Some(ChannelId(5)),
        thread_order: None,
        current: None,
        opened: (state != State::Scheduled).then_some(NOW),
        closed,
        closed_by: None,
        statistics: closed.map(|_| Statistics::default()),
        recording: None,
    }
}

/// A hidden question of member 8.
pub fn question(id: i64, state: QuestionState) -> Question {
    let appears = matches!(state, QuestionState::Approved | QuestionState::Answered);
    Question {
        id: QuestionId(id),
        session: SessionId(7),
        number: appears.then_some(id),
        shown: Anonymity::Hidden,
        asker: Some(Identity::Named(MemberId(8))),
        words: Words { text: format!("Question {id}?"), context: None },
        state,
        merged_into: None,
        reason: None,
        reviewed_by: None,
        claim: None,
        asked: Some(NOW),
        appeared: appears.then_some(NOW),
        announced: None,
        tags: Vec::new(),
        unshown: false,
    }
}

/// An approved question with so many votes.
pub fn ranked(id: i64, votes: i64) -> Ranked {
    Ranked { question: question(id, QuestionState::Approved), votes, asked_times: 1 }
}
