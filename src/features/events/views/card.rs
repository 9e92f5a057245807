//! The card of an occurrence, as everyone in the channel reads it.

use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::features::events::attendance::views::check_in_button;
use crate::features::events::roster::Roster;
use crate::features::events::rules::seats;
use crate::features::events::views::{button, id, place_words, rhythm, span};
use crate::features::events::{EventState, Group, OccurrenceState, Signup};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

/// The card; of a draft, which has no number yet, without anything to press.
pub fn card(locale: Locale, can_check_in: bool, roster: &Roster) -> View {
    let Roster { event, occurrence, .. } = roster;
    let details = &occurrence.details;
    let mut lines: Vec<Safe> = details.description.iter().map(|text| Safe::escape(text)).collect();
    if !lines.is_empty() {
        lines.push(Safe::default());
    }
    lines.extend(facts(roster).iter().map(|line| say(locale, line)));
    let title = Safe::escape(&details.title);
    let embed = Embed::titled(title).description(Safe::join(lines, "\n"));
    // Of what is not there yet the preview says so itself.
    if event.number == 0 {
        return View::embed(embed);
    }
    let view = View::embed(embed.footer(say(locale, &footer(roster))));
    match occurrence.state {
        OccurrenceState::Ended | OccurrenceState::Skipped => view,
        // What is in a calendar already can be taken out of it.
        OccurrenceState::Cancelled => view.row(vec![calendar_file(locale, occurrence.id.get())]),
        OccurrenceState::Scheduled | OccurrenceState::Running => {
            let check_in = can_check_in.then(|| check_in_button(locale, occurrence.id)).into_iter().collect();
            buttons(locale, occurrence.id.get()).into_iter().fold(view, View::row).row(check_in)
        }
    }
}

/// When, where, how often, and who comes.
fn facts(roster: &Roster) -> Vec<Message> {
    let Roster { event, occurrence, signups } = roster;
    let details = &occurrence.details;
    let mut lines = vec![when(roster)];
    lines.push(Message::new("events-where").with("place", place_words(details)));
    if let Some(series) = &event.series {
        lines.push(Message::new("events-repeats").with("rhythm", rhythm(series)));
    }
    if let Some(role) = details.for_role {
        lines.push(Message::new("events-for-role").with("role", role));
    }
    if let Some(cutoff) = details.cutoff.filter(|_| occurrence.state.is_open()) {
        lines.push(Message::new("events-cutoff").with("at", Arg::Time(cutoff.at(occurrence.starts), 'f')));
    }
    lines.push(going(details.capacity, seats::taken(signups, None)));
    for (place, group) in (0_u8..).zip(&details.groups) {
        lines.push(of_group(group, signups, place));
    }
    let counts = seats::counts(signups);
    if counts.maybe > 0 {
        lines.push(Message::new("events-maybe-count").with("count", counts.maybe));
    }
    if counts.waiting > 0 {
        lines.push(Message::new("events-waiting-count").with("count", counts.waiting));
    }
    lines
}

fn when(roster: &Roster) -> Message {
    let occurrence = &roster.occurrence;
    Message::new("events-when")
        .with("starts", Arg::Time(occurrence.starts, 'F'))
        .with("away", Arg::Time(occurrence.starts, 'R'))
        .with("length", span(roster.length()))
}

fn going(capacity: Option<u32>, taken: u32) -> Message {
    match capacity {
        Some(capacity) => Message::new("events-going-of").with("count", taken).with("capacity", capacity),
        None => Message::new("events-going-count").with("count", taken),
    }
}

fn of_group(group: &Group, signups: &[Signup], place: u8) -> Message {
    let taken = seats::taken(signups, Some(place));
    match group.capacity {
        Some(capacity) => Message::new("events-group-of").with("capacity", capacity),
        None => Message::new("events-group-count"),
    }
    .with("group", &group.name)
    .with("count", taken)
}

/// Its number, and how far it is.
fn footer(roster: &Roster) -> Message {
    let Roster { event, occurrence, .. } = roster;
    let key = match occurrence.state {
        OccurrenceState::Scheduled => "events-card",
        OccurrenceState::Running => "events-card-running",
        OccurrenceState::Ended if event.state == EventState::Cancelled => "events-card-series-over",
        OccurrenceState::Ended => "events-card-ended",
        OccurrenceState::Skipped => "events-card-skipped",
        OccurrenceState::Cancelled => "events-card-cancelled",
    };
    Message::new(key).with("number", event.number.to_string())
}

/// What people press to sign up, and what organizers do.
fn buttons(locale: Locale, row: i64) -> Vec<Vec<Button>> {
    let first = vec![
        button(locale, "events-going", id("going", row)).success(),
        button(locale, "events-maybe", id("maybe", row)),
        button(locale, "events-cant", id("cant", row)),
        button(locale, "events-remind-me", id("remind", row)),
        calendar_file(locale, row),
    ];
    vec![first]
}

fn calendar_file(locale: Locale, row: i64) -> Button {
    button(locale, "events-calendar-file", id("file", row))
}
