//! What came out of a poll.

use crate::discord::outbox::Why;
use crate::discord::view::{Embed, View};
use crate::error::Message;
use crate::features::polls::{Poll, Tally};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::option;

/// The post with the result of a closed poll: everyone in the channel reads it.
pub fn posted(locale: Locale, poll: &Poll) -> View {
    let body = [Some(super::card::question(&poll.plan)), poll.tally.as_ref().and_then(|tally| bars(locale, poll, tally))];
    let embed = Embed::titled(say(locale, &Message::new("poll-card-closed")));
    View::embed(embed.description(Safe::join(body.into_iter().flatten(), "\n\n")))
}

/// The results as far as they are known now, for somebody who may see them.
pub fn so_far(locale: Locale, poll: &Poll, tally: &Tally) -> View {
    let embed = Embed::titled(say(locale, &Message::new("poll-so-far")));
    View::embed(bars(locale, poll, tally).into_iter().fold(embed, Embed::description))
}

/// A line for each option, with a bar as long as its share of the votes; nothing, if there are none.
pub fn bars(locale: Locale, poll: &Poll, tally: &Tally) -> Option<Safe> {
    let line = |(choice, count): (_, &u64)| {
        Safe::join([option(locale, choice), Safe::ours(count.to_string())], " ")
    };
    Some(Safe::join(poll.plan.options.iter().zip(&tally.counts).map(line), "\n"))
}

/// The same for the team, where the post cannot stand in its channel.
pub fn fallen_back(locale: Locale, poll: &Poll, why: Why) -> View {
    let told = Message::new("poll-fallback").with("channel", poll.plan.channel).with("why", super::why(why));
    View { content: Some(say(locale, &told)), ..posted(locale, poll) }
}
