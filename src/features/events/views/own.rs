//! What somebody reads who has said whether they come: only they see it.

use crate::discord::ui::view::{Select, SelectOption, View};
use crate::error::{Arg, Message};
use crate::features::events::roster::Roster;
use crate::features::events::rules::seats;
use crate::features::events::views::{button, id, tell};
use crate::features::events::{Place, Signup, SignupState};
use crate::i18n::{Locale, say};
use crate::ids::MemberId;
use crate::text::safe::Safe;

/// The argument of a button that signs up for later occurrences too.
pub const EVERY_TIME: &str = "every";

/// What somebody said, and what they can change about it.
pub fn status(locale: Locale, roster: &Roster, member: MemberId) -> View {
    let Roster { event, occurrence, .. } = roster;
    let Some(own) = roster.of(member) else { return View::text(tell(locale, "events-own-none")) };
    let details = &occurrence.details;
    let mut lines = vec![
        state(roster, own, member)
            .with("title", &details.title)
            .with("starts", Arg::Time(occurrence.starts, 'F'))
            .with("away", Arg::Time(occurrence.starts, 'R')),
    ];
    if let Some(group) = own.group.and_then(|place| details.groups.get(usize::from(place))) {
        lines.push(Message::new("events-own-group").with("group", &group.name));
    }
    if own.guests > 0 {
        lines.push(Message::new("events-own-guests").with("count", i64::from(own.guests)));
    }
    if let (SignupState::Going, true, Place::InPerson { .. }, Some(address)) =
        (own.state, details.hide_address, &details.place, details.place.words())
    {
        lines.push(Message::new("events-own-address").with("address", address));
    }
    if own.every_time {
        lines.push(Message::new("events-own-every-time"));
    }
    let view = View::text(Safe::join(lines.iter().map(|line| say(locale, line)), "\n"));
    let comes = matches!(own.state, SignupState::Going | SignupState::Waiting);
    let row = occurrence.id.get();
    let view = if comes && !details.groups.is_empty() { view.select(groups(locale, roster, own.group)) } else { view };
    let view = if comes && details.guests > 0 { view.select(guests(locale, roster, own)) } else { view };
    if event.series.is_none() || own.state == SignupState::Cant {
        return view;
    }
    let (key, arg) = if own.every_time { ("events-only-this-time", "once") } else { ("events-every-time", EVERY_TIME) };
    view.row(vec![button(locale, key, id("every", row).arg(arg))])
}

fn state(roster: &Roster, own: &Signup, member: MemberId) -> Message {
    match own.state {
        SignupState::Going => Message::new("events-own-going"),
        SignupState::Maybe => Message::new("events-own-maybe"),
        SignupState::Cant => Message::new("events-own-cant"),
        SignupState::Waiting => {
            Message::new("events-own-waiting").with("place", seats::place(&roster.signups, member).unwrap_or(0))
        }
    }
}

/// As what somebody comes, where there is a choice and they have not chosen yet.
pub fn choose_group(locale: Locale, roster: &Roster) -> View {
    let title = Message::new("events-choose-group").with("title", &roster.occurrence.details.title);
    View::text(say(locale, &title)).select(groups(locale, roster, None))
}

fn groups(locale: Locale, roster: &Roster, own: Option<u8>) -> Select {
    let details = &roster.occurrence.details;
    let select = Select::new(id("group", roster.occurrence.id.get()), tell(locale, "events-choose-group-menu"));
    let options = (0_u8..).zip(&details.groups).map(|(place, group)| {
        let seats = match seats::free(details, &roster.signups, Some(place)) {
            None => Message::new("events-seats-open"),
            Some(0) => Message::new("events-seats-none"),
            Some(free) => Message::new("events-seats-free").with("count", free),
        };
        SelectOption::new(place.to_string(), Safe::escape(&group.name))
            .description(say(locale, &seats))
            .chosen(own == Some(place))
    });
    options.fold(select, Select::option)
}

fn guests(locale: Locale, roster: &Roster, own: &Signup) -> Select {
    let select = Select::new(id("guests", roster.occurrence.id.get()), tell(locale, "events-guests-menu"));
    let options = (0..=roster.occurrence.details.guests).map(|count| {
        let label = Message::new("events-guests-option").with("count", i64::from(count));
        SelectOption::new(count.to_string(), say(locale, &label)).chosen(count == own.guests)
    });
    options.fold(select, Select::option)
}

/// Whether somebody is reminded from now on.
pub fn reminded(locale: Locale, roster: &Roster, is_on: bool) -> View {
    let details = &roster.occurrence.details;
    let key = match (is_on, details.remind.is_empty()) {
        (true, false) => "events-reminder-on",
        (true, true) => "events-reminder-none",
        (false, _) => "events-reminder-off",
    };
    let spans = details.remind.iter().map(|before| super::span(before.length()));
    let listed = spans.reduce(|before, next| Message::new("events-and").with("before", before).with("next", next));
    let message = Message::new(key).with("title", &details.title);
    let message = match listed {
        Some(spans) => message.with("spans", spans),
        None => message,
    };
    View::text(say(locale, &message))
}
