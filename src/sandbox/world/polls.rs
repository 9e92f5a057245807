//! Polls of Discord's own: voted in, taken back, ended by hand or by time.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Draft, World};
use crate::clock::Timestamp;
use crate::ids::{ChannelId, MemberId, MessageId};
use crate::sandbox::iso;

/// The number of messages by which Discord tells how a poll ended.
pub const POLL_RESULT: u64 = 46;

/// A poll that hangs on a message.
#[derive(Debug, Clone)]
pub struct Poll {
    pub question: String,
    pub answers: Vec<Answer>,
    /// Whether one may vote for several.
    pub multi: bool,
    pub ends: Timestamp,
    /// Nobody can vote any more.
    pub has_ended: bool,
    /// Counted for good, which may be a moment later.
    pub is_finalized: bool,
}

/// An answer; people and Discord count them from 1.
#[derive(Debug, Clone)]
pub struct Answer {
    pub text: String,
    pub emoji: Option<Value>,
    pub voters: BTreeSet<MemberId>,
}

impl Poll {
    /// As the body of a message asks for it.
    pub fn read(given: &Value, now: Timestamp) -> Self {
        let answers = given["answers"].as_array().into_iter().flatten().map(|one| {
            let media = &one["poll_media"];
            let emoji = Some(media["emoji"].clone()).filter(Value::is_object);
            Answer { text: media["text"].as_str().unwrap_or_default().into(), emoji, voters: BTreeSet::new() }
        });
        let hours = given["duration"].as_i64().unwrap_or(24);
        Self {
            question: given["question"]["text"].as_str().unwrap_or_default().into(),
            answers: answers.collect(),
            multi: given["allow_multiselect"] == true,
            ends: Timestamp(now.millis() + hours * 3_600_000),
            has_ended: false,
            is_finalized: false,
        }
    }

    /// As Discord sends it to somebody; answers without votes are not counted.
    pub fn json(&self, reader: MemberId) -> Value {
        let numbered = || (1_u64..).zip(&self.answers);
        let answers = numbered().map(|(number, answer)| {
            let mut media = json!({"text": answer.text});
            if let Some(emoji) = &answer.emoji {
                media["emoji"] = json!({"id": emoji["id"], "name": emoji["name"]});
            }
            json!({"answer_id": number, "poll_media": media})
        });
        let counts = numbered().filter(|(_, answer)| !answer.voters.is_empty()).map(|(number, answer)| {
            json!({"id": number, "count": answer.voters.len(), "me_voted": answer.voters.contains(&reader)})
        });
        json!({
            "question": {"text": self.question}, "answers": answers.collect::<Vec<_>>(),
            "expiry": iso::write(self.ends), "allow_multiselect": self.multi, "layout_type": 1,
            "results": {"is_finalized": self.is_finalized, "answer_counts": counts.collect::<Vec<_>>()},
        })
    }

    /// All votes together; whoever voted for two counts twice, as Discord counts.
    pub fn votes(&self) -> usize {
        self.answers.iter().map(|answer| answer.voters.len()).sum()
    }

    /// What Discord puts under the message that tells how it ended; where several lead there is no victor.
    fn result(&self) -> Value {
        let field = |name: &str, value: String| json!({"name": name, "value": value, "inline": false});
        let most = self.answers.iter().map(|answer| answer.voters.len()).max().unwrap_or(0);
        let mut fields = vec![
            field("poll_question_text", self.question.clone()),
            field("victor_answer_votes", most.to_string()),
            field("total_votes", self.votes().to_string()),
        ];
        let mut best = (1_u64..).zip(&self.answers).filter(|(_, answer)| most > 0 && answer.voters.len() == most);
        if let (Some((number, victor)), None) = (best.next(), best.next()) {
            fields.push(field("victor_answer_id", number.to_string()));
            fields.push(field("victor_answer_text", victor.text.clone()));
        }
        json!({"type": "poll_result", "fields": fields})
    }
}

impl World {
    /// Somebody votes for an answer; where only one may be chosen it replaces what they chose before.
    pub fn vote(&mut self, channel: ChannelId, id: MessageId, user: MemberId, answer: usize) {
        let held: Vec<usize> = self.votes_of(channel, id, user);
        if held.contains(&answer) {
            return;
        }
        if self.message(channel, id).and_then(|message| message.poll.as_ref()).is_some_and(|poll| !poll.multi) {
            held.into_iter().for_each(|old| self.set_vote(channel, id, user, old, false));
        }
        self.set_vote(channel, id, user, answer, true);
    }

    /// Somebody takes back whatever they voted for; false if that was nothing.
    pub fn unvote(&mut self, channel: ChannelId, id: MessageId, user: MemberId) -> bool {
        let held = self.votes_of(channel, id, user);
        let any = !held.is_empty();
        held.into_iter().for_each(|old| self.set_vote(channel, id, user, old, false));
        any
    }

    fn votes_of(&self, channel: ChannelId, id: MessageId, user: MemberId) -> Vec<usize> {
        let poll = self.message(channel, id).and_then(|message| message.poll.as_ref());
        let answers = poll.into_iter().flat_map(|poll| (1..).zip(&poll.answers));
        answers.filter(|(_, answer)| answer.voters.contains(&user)).map(|(number, _)| number).collect()
    }

    fn set_vote(&mut self, channel: ChannelId, id: MessageId, user: MemberId, number: usize, on: bool) {
        let Some(home) = self.channels.get_mut(&channel) else { return };
        let guild = home.guild;
        let poll = home.messages.get_mut(&id).and_then(|message| message.poll.as_mut());
        let Some(answer) = poll.and_then(|poll| poll.answers.get_mut(number.wrapping_sub(1))) else { return };
        let event = if on {
            answer.voters.insert(user);
            "MESSAGE_POLL_VOTE_ADD"
        } else {
            answer.voters.remove(&user);
            "MESSAGE_POLL_VOTE_REMOVE"
        };
        let mut data = super::messages::place(guild, channel);
        data["message_id"] = json!(id.to_string());
        data["user_id"] = json!(user.to_string());
        data["answer_id"] = json!(number);
        self.emit(event, data, guild, Some(channel));
    }

    /// Ends a poll: its counts are final, unless Discord takes its time to count; everybody hears of it,
    /// and a message of Discord's tells how it ended.
    pub fn end_poll(&mut self, channel: ChannelId, id: MessageId) {
        let (now, counted) = (self.now(), !self.counts_slowly);
        let Some(message) = self.channels.get_mut(&channel).and_then(|home| home.messages.get_mut(&id)) else { return };
        let author = message.author;
        let Some(poll) = message.poll.as_mut().filter(|poll| !poll.has_ended) else { return };
        poll.has_ended = true;
        poll.is_finalized = counted;
        poll.ends = poll.ends.min(now);
        let embeds = vec![poll.result()];
        self.change_message(channel, id, |_| {});
        let reference = Some((channel, id));
        self.post(channel, author, Draft { kind: POLL_RESULT, embeds, reference, ..Draft::default() });
    }

    /// What had ended and was not counted for good is now.
    pub fn count_polls(&mut self) {
        let uncounted = |poll: &Poll| poll.has_ended && !poll.is_finalized;
        let messages = self.channels.values().flat_map(|channel| channel.messages.values());
        let waiting = messages.filter(|message| message.poll.as_ref().is_some_and(uncounted));
        let waiting: Vec<_> = waiting.map(|message| (message.channel, message.id)).collect();
        for (channel, id) in waiting {
            self.change_message(channel, id, |message| {
                message.poll.iter_mut().for_each(|poll| poll.is_finalized = true);
            });
        }
    }

    /// Ends the polls whose time is over; whether there were any.
    pub fn end_due_polls(&mut self) -> bool {
        let now = self.now();
        let mut any = false;
        while let Some(due) = self.open_polls.first().copied().filter(|(ends, _, _)| *ends <= now) {
            self.open_polls.remove(&due);
            self.end_poll(due.1, due.2);
            any = true;
        }
        any
    }
}
