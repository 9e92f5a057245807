//! What people see of check-in and ratings.

use std::collections::BTreeSet;

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, Embed, Field, Modal, Select, SelectOption, View};
use crate::error::{Arg, Message};
use crate::feature::few::are_few;
use crate::features::events::{Event, NAME, Occurrence, OccurrenceId};
use crate::i18n::{Locale, say};
use crate::ids::MemberId;
use crate::text::limits;
use crate::text::safe::Safe;

use super::store::came::Outcome;
use super::store::checkins::Door;
use super::store::ratings::Rating;

/// Of words beside stars, in UTF-16 units.
const LONGEST_WORDS: usize = 1_000;
/// People who are named on one message.
const NAMED: usize = 40;

fn id(verb: &str, row: OccurrenceId) -> CustomId {
    CustomId::new(NAME, verb, 1, row.get())
}

fn tell(locale: Locale, key: &'static str) -> Safe {
    say(locale, &Message::new(key))
}

fn button(locale: Locale, key: &'static str, id: CustomId) -> Button {
    Button::new(tell(locale, key), id)
}

/// *Check in*, for the card of an event.
pub fn check_in_button(locale: Locale, id: OccurrenceId) -> Button {
    button(locale, "events-check-in", self::id("checkin", id)).primary()
}

/// The form for the code.
pub fn code_form(locale: Locale, id: OccurrenceId) -> Modal {
    let code = Field::line("code", tell(locale, "events-code-field"), 20);
    Modal::new(self::id("checked", id), tell(locale, "events-code-form")).field(code)
}

/// How check-in goes, for an organiser.
pub fn door(
    locale: Locale,
    event: &Event,
    occurrence: &Occurrence,
    (door, checked_in, going): (&Door, &BTreeSet<MemberId>, usize),
) -> View {
    let title = Message::new("events-door").with("title", &occurrence.details.title);
    let how = match &door.code {
        Some(code) => Message::new("events-door-code").with("code", code),
        None => Message::new("events-door-button").with("channel", event.channel),
    };
    let count = Message::new("events-door-count").with("count", checked_in.len()).with("going", going);
    let mut lines = vec![say(locale, &how), say(locale, &count)];
    let named = checked_in.iter().take(NAMED).map(|member| Safe::ours(format!("<@{member}>")));
    lines.push(Safe::join(named, ", "));
    let lines = lines.into_iter().filter(|line| !line.is_empty());
    let row = vec![
        button(locale, "events-door-refresh", id("door", occurrence.id)),
        button(locale, "events-door-new", id("code", occurrence.id)),
    ];
    View::embed(Embed::titled(say(locale, &title)).description(Safe::join(lines, "\n"))).row(row)
}

/// The post that asks how it was. Below five people neither their mean nor their words are shown.
pub fn rating(
    locale: Locale,
    event: &Event,
    occurrence: &Occurrence,
    outcome: Option<Outcome>,
    given: &[Rating],
) -> View {
    let title = Message::new("events-rating").with("title", &occurrence.details.title);
    let mut lines = Vec::new();
    if let Some(outcome) = outcome {
        lines.push(Message::new("events-came").with("count", outcome.came));
        if outcome.first_timers > 0 {
            lines.push(Message::new("events-first-timers").with("count", outcome.first_timers));
        }
    }
    lines.push(Message::new("events-rating-how"));
    if !are_few(given.len()) {
        lines.push(mean(given));
    }
    let number = Message::new("events-rating-event").with("number", event.number.to_string());
    let body = Safe::join(lines.iter().map(|line| say(locale, line)), "\n");
    let embed = Embed::titled(say(locale, &title)).description(body).footer(say(locale, &number));
    let stars = (1..=5_u8).map(|stars| {
        let label = Message::new("events-stars").with("stars", i64::from(stars));
        Button::new(say(locale, &label), id("rate", occurrence.id).arg(stars))
    });
    View::embed(embed).row(stars.collect())
}

/// What came of an event, for organisers; nothing where nothing is known. Below five ratings neither their mean nor
/// their words are shown.
pub fn report(locale: Locale, outcome: Option<Outcome>, missing: &[MemberId], given: &[Rating]) -> Option<Embed> {
    let mut lines = Vec::new();
    if let Some(outcome) = outcome {
        lines.push(say(locale, &Message::new("events-came").with("count", outcome.came)));
        lines.push(say(locale, &Message::new("events-first-timers").with("count", outcome.first_timers)));
        lines.push(say(locale, &Message::new("events-no-shows").with("count", outcome.no_shows)));
    }
    if !missing.is_empty() {
        let named = missing.iter().take(NAMED).map(|member| Safe::ours(format!("<@{member}>")));
        lines.push(Safe::join(named, ", "));
    }
    if !are_few(given.len()) {
        lines.push(say(locale, &mean(given)));
        let words = given.iter().filter_map(|rating| rating.words.as_deref());
        lines.extend(words.map(|words| Safe::join([Safe::ours("> "), Safe::escape(&words.replace('\n', " "))], "")));
    }
    if lines.is_empty() {
        return None;
    }
    let text = Safe::join(lines, "\n").cut_words(limits::EMBED_DESCRIPTION);
    Some(Embed::titled(tell(locale, "events-attendance")).description(text))
}

/// Which words beside the ratings become feedback; each with its mark.
pub fn keep(locale: Locale, row: OccurrenceId, words: &[(String, &str)]) -> Select {
    let most = words.len().min(limits::OPTIONS);
    let menu = Select::new(id("keep", row), tell(locale, "events-keep")).between(1, most);
    let option = |(mark, words): &(String, &str)| SelectOption::new(mark.clone(), Safe::escape(words));
    // Who has typed the same as somebody else is kept with them.
    let mut seen = BTreeSet::new();
    words.iter().filter(|(mark, _)| seen.insert(mark)).take(limits::OPTIONS).map(option).fold(menu, Select::option)
}

/// "4.2 of 5, from 12 people".
pub fn mean(given: &[Rating]) -> Message {
    let count = given.len();
    let sum: i64 = given.iter().map(|rating| rating.stars).sum();
    let mean = sum as f64 / count.max(1) as f64;
    Message::new("events-rating-mean").with("mean", Arg::Decimal(mean, 1)).with("count", count)
}

/// Somebody has rated it.
pub fn rated(locale: Locale, occurrence: &Occurrence, stars: u8) -> View {
    let thanks = Message::new("events-rated").with("stars", i64::from(stars));
    let thanks = thanks.with("title", &occurrence.details.title);
    let row = vec![
        button(locale, "events-rating-words", id("words", occurrence.id)).primary(),
        button(locale, "events-rating-remove", id("unrate", occurrence.id)),
    ];
    View::text(say(locale, &thanks)).row(row)
}

/// The form for words beside the stars.
pub fn words_form(locale: Locale, id: OccurrenceId, before: Option<&str>) -> Modal {
    let words = Field::text("words", tell(locale, "events-rating-words-field"), LONGEST_WORDS).optional();
    let form = Modal::new(self::id("rated", id), tell(locale, "events-rating-words-form"));
    form.field(words.value(before.unwrap_or_default()))
}

/// The words are kept.
pub fn words_kept(locale: Locale, occurrence: &Occurrence) -> View {
    let row = vec![button(locale, "events-rating-remove", id("unrate", occurrence.id))];
    View::text(tell(locale, "events-rating-words-kept")).row(row)
}
