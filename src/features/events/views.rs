//! What people read of an event.

use crate::discord::outbox::{Effect, FailureReason, Outcome};
use crate::discord::ui::view::View;
use crate::error::{Arg, Message};
use crate::i18n::{Locale, plain, say};
use crate::ids::{GuildId, MemberId, ScheduledEventId};
use crate::text::safe::Safe;

use super::{Event, Occurrence};

/// Where it takes place; Discord takes no event without a word on that.
pub fn place(place: Option<&str>, locale: Locale) -> Safe {
    let said = place.map(str::trim).filter(|place| !place.is_empty());
    said.map_or_else(|| say(locale, &Message::new("events-no-place")), Safe::escape)
}

/// What stands in Discord's audit log.
pub fn reason(by: MemberId, locale: Locale) -> String {
    plain(locale, &Message::new("events-reason").with("actor", by))
}

/// What became of an event. Whoever asked for it is called only where they have something to do.
pub fn word(event: &Event, occurrence: &Occurrence, (outcome, effect): (&Outcome, &Effect), locale: Locale) -> View {
    let word = |key: &'static str| Message::new(key).with("title", occurrence.details.title.as_str());
    let text = match outcome {
        Outcome::Scheduled(id) => {
            let made = word("events-made").with("starts", Arg::Time(occurrence.starts, 'F'));
            return View::text(Safe::join([say(locale, &made), link(event.guild, *id)], "\n"));
        }
        Outcome::Failed(why) => word("events-failed").with("why", refusal(*why, effect)),
        Outcome::Done { .. } | Outcome::Made(_) | Outcome::Unknown => word("events-unknown"),
    };
    let text = say(locale, &text);
    match event.author {
        Some(by) => View::text(Safe::join([Safe::ours(format!("<@{by}>")), text], " ")).mention(by),
        None => View::text(text),
    }
}

fn refusal(why: FailureReason, effect: &Effect) -> Message {
    match why {
        FailureReason::Full => Message::new("events-full"),
        FailureReason::Permission | FailureReason::Access | FailureReason::Late | FailureReason::Foreign => {
            why.message(Some(effect))
        }
        _ => FailureReason::Refused.message(Some(effect)),
    }
}

/// Discord shows the event itself in the place of its address.
fn link(guild: GuildId, event: ScheduledEventId) -> Safe {
    Safe::ours(format!("https://discord.com/events/{guild}/{event}"))
}
