//! What people see of events: the card and its preview, what becomes of a sign-up, and what organizers work with.

pub mod card;
pub mod export;
pub mod own;
pub mod panel;
pub mod preview;

use crate::discord::outbox::{Effect, FailureReason, Outcome};
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, View};
use crate::error::Message;
use crate::feature::card::NotDone;
use crate::i18n::{Locale, Span, plain, say};
use crate::ids::MemberId;
use crate::jobs::recurrence::{Nth, Recurrence, Rule};
use crate::text::safe::Safe;
use crate::text::zone::Weekday;

use super::{Details, Event, NAME, Occurrence, OccurrenceId, Place};

/// A button or menu of an occurrence or a draft.
pub fn id(verb: &str, row: i64) -> CustomId {
    CustomId::new(NAME, verb, 1, row)
}

/// A text without anything to fill in.
pub fn tell(locale: Locale, key: &'static str) -> Safe {
    say(locale, &Message::new(key))
}

/// A button with this text.
pub fn button(locale: Locale, key: &'static str, id: CustomId) -> Button {
    Button::new(tell(locale, key), id)
}

/// *Post again*.
pub fn again(locale: Locale, occurrence: OccurrenceId) -> Button {
    button(locale, "card-again", id("again", occurrence.get()))
}

/// Why the card of an occurrence is not there, or can't be changed, and what helps.
pub fn why(missing: NotDone) -> Message {
    missing.message("events-why-gone")
}

/// Where it takes place, as everyone may read it.
pub fn place_words(details: &Details) -> Message {
    match &details.place {
        Place::Voice { channel } | Place::Stage { channel } | Place::Link { channel } => {
            Message::new("events-place-channel").with("channel", *channel)
        }
        Place::InPerson { .. } if details.hide_address && details.place.words().is_some() => {
            Message::new("events-place-hidden")
        }
        place => match place.words() {
            Some(words) => Message::new("events-place-words").with("place", words),
            None => Message::new("events-no-place"),
        },
    }
}

/// How often a series takes place.
pub fn rhythm(series: &Recurrence) -> Message {
    let weekday = |day: Weekday| Message::new(format!("day-{}", day.number()));
    match &series.rule {
        Rule::Daily => Message::new("events-repeat-daily"),
        Rule::Weekly { weekdays } => {
            let day = weekdays.iter().next().copied().unwrap_or_else(|| Weekday::of_day(series.first_day));
            let key = if series.interval() == 2 { "events-repeat-biweekly" } else { "events-repeat-weekly" };
            Message::new(key).with("weekday", weekday(day))
        }
        Rule::MonthlyByDate { day } => Message::new("events-repeat-monthly").with("day", i64::from(*day)),
        Rule::MonthlyByWeekday { nth, weekday: day } => {
            let nth = match nth {
                Nth::First => "events-nth-1",
                Nth::Second => "events-nth-2",
                Nth::Third => "events-nth-3",
                Nth::Fourth => "events-nth-4",
                Nth::Last => "events-nth-last",
            };
            Message::new("events-repeat-weekday").with("nth", Message::new(nth)).with("weekday", weekday(*day))
        }
    }
}

/// A span of time, in words.
pub fn span(length: std::time::Duration) -> Message {
    Span::of_seconds(length.as_secs_f64()).message()
}

/// The reason in Discord's audit log.
pub fn reason(by: Option<MemberId>, locale: Locale) -> String {
    let by = by.unwrap_or(MemberId(0));
    plain(locale, &Message::new("events-reason").with("actor", by))
}

/// What became of an event that is not on Discord's list; nothing, where it is there. Whoever called people together
/// is pinged, because they have something to do.
pub fn not_listed(
    event: &Event,
    occurrence: &Occurrence,
    (outcome, effect): (&Outcome, &Effect),
    locale: Locale,
) -> Option<View> {
    let word = |key: &'static str| Message::new(key).with("title", &occurrence.details.title);
    let text = match outcome {
        Outcome::Scheduled(_) => return None,
        Outcome::Failed(why) => word("events-failed").with("why", refusal(*why, effect)),
        Outcome::Done { .. } | Outcome::Made(_) | Outcome::DoneButFor(_) | Outcome::Unknown => word("events-unknown"),
    };
    let text = say(locale, &text);
    Some(match event.author {
        Some(by) => View::text(Safe::join([Safe::ours(format!("<@{by}>")), text], " ")).mention(by),
        None => View::text(text),
    })
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
