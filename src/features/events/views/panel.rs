//! What organizers work with: who is signed up, and what can be done about it.

use crate::clock::Timestamp;
use crate::discord::ui::view::{Embed, Field, Modal, Select, SelectOption, View};
use crate::error::{Arg, Message};
use crate::features::events::roster::Roster;
use crate::features::events::rules::edit::Scope;
use crate::features::events::rules::seats;
use crate::features::events::views::{button, id, tell};
use crate::features::events::{Signup, SignupState};
use crate::i18n::{Locale, say};
use crate::ids::MemberId;
use crate::text::limits;
use crate::text::safe::Safe;

/// So many people are named of each kind; the file names all.
const NAMED: usize = 40;
/// Of what an organizer writes to those who are signed up.
pub const LONGEST_MESSAGE: usize = 1_000;

/// Who is signed up; whoever may run the event finds the ways to do so below.
pub fn panel(locale: Locale, roster: &Roster, may_run: bool) -> View {
    let Roster { event, occurrence, signups } = roster;
    let details = &occurrence.details;
    let title = Message::new("events-panel").with("title", &details.title);
    let mut lines = vec![say(
        locale,
        &Message::new("events-panel-when")
            .with("starts", Arg::Time(occurrence.starts, 'F'))
            .with("away", Arg::Time(occurrence.starts, 'R')),
    )];
    if signups.is_empty() {
        lines.push(tell(locale, "events-panel-empty"));
    }
    if details.groups.is_empty() {
        lines.extend(part(locale, roster, Message::new("events-panel-going"), SignupState::Going, None));
    } else {
        for (place, group) in (0_u8..).zip(&details.groups) {
            let head = Message::new("events-panel-group").with("group", &group.name);
            lines.extend(part(locale, roster, head, SignupState::Going, Some(Some(place))));
        }
        let without = Message::new("events-panel-no-group");
        lines.extend(part(locale, roster, without, SignupState::Going, Some(None)));
    }
    for (state, head) in [
        (SignupState::Waiting, "events-panel-waiting"),
        (SignupState::Maybe, "events-panel-maybe"),
        (SignupState::Cant, "events-panel-cant"),
    ] {
        lines.extend(part(locale, roster, Message::new(head), state, None));
    }
    let footer = Message::new("events-card").with("number", event.number.to_string());
    let embed = Embed::titled(say(locale, &title)).description(Safe::join(lines, "\n")).footer(say(locale, &footer));
    let view = View::embed(embed);
    if !may_run {
        return view;
    }
    let row = occurrence.id.get();
    let is_coming = signups.iter().any(|signup| signup.state == SignupState::Going);
    let has_somebody = signups.iter().any(|signup| signup.state != SignupState::Cant);
    let buttons = vec![
        button(locale, "events-message", id("message", row)).enabled(has_somebody),
        button(locale, "events-pick", id("pick", row)).enabled(is_coming),
        button(locale, "events-refresh", id("panel", row)),
    ];
    let view = view.row(buttons);
    if occurrence.state.is_open() { view.select(waiting(locale, roster)) } else { view }
}

/// Those of a kind, by name as far as they fit; nothing, where there is nobody.
fn part(locale: Locale, roster: &Roster, head: Message, state: SignupState, group: Option<Option<u8>>) -> Option<Safe> {
    let meant: Vec<&Signup> = roster
        .signups
        .iter()
        .filter(|signup| signup.state == state && group.is_none_or(|group| signup.group == group))
        .collect();
    if meant.is_empty() {
        return None;
    }
    let named = meant.iter().take(NAMED).map(|signup| {
        let member = Message::new("events-member").with("member", signup.member);
        match signup.guests {
            0 => member,
            guests => Message::new("events-member-guests").with("member", member).with("count", i64::from(guests)),
        }
    });
    let names = named.reduce(|before, next| Message::new("events-and").with("before", before).with("next", next))?;
    let names = match meant.len().saturating_sub(NAMED) {
        0 => names,
        more => Message::new("events-and-more").with("names", names).with("count", more),
    };
    let heads: u32 = meant.iter().map(|signup| signup.heads()).sum();
    let line = Message::new("events-panel-line").with("head", head).with("count", heads).with("names", names);
    Some(say(locale, &line))
}

/// Who waits, to be given a seat.
fn waiting(locale: Locale, roster: &Roster) -> Select {
    let select = Select::new(id("move", roster.occurrence.id.get()), tell(locale, "events-move-up"));
    let waiting = roster.signups.iter().filter(|signup| signup.state == SignupState::Waiting);
    let options = waiting.take(limits::OPTIONS).map(|signup| {
        let place = seats::place(&roster.signups, signup.member).unwrap_or(0);
        // Menus show no mentions, and names are not kept: the order is that of the list above.
        let label = Message::new("events-move-up-option").with("place", place).with("id", signup.member.to_string());
        SelectOption::new(signup.member.to_string(), say(locale, &label))
    });
    options.fold(select, Select::option)
}

/// The form of a message to those who are signed up.
pub fn message(locale: Locale, roster: &Roster) -> Modal {
    let text = Field::text("text", tell(locale, "events-form-message-text"), LONGEST_MESSAGE);
    Modal::new(id("sent", roster.occurrence.id.get()), tell(locale, "events-form-message")).field(text)
}

/// The form of how many are picked.
pub fn pick(locale: Locale, roster: &Roster) -> Modal {
    let count = Field::line("count", tell(locale, "events-form-pick-count"), 4).value("1");
    Modal::new(id("picked", roster.occurrence.id.get()), tell(locale, "events-form-pick")).field(count)
}

/// It is on its way to the thread.
pub fn sent(locale: Locale, roster: &Roster, count: usize) -> View {
    let message = Message::new("events-sent").with("title", &roster.occurrence.details.title).with("count", count);
    View::text(say(locale, &message))
}

/// Those who were drawn.
pub fn picked(locale: Locale, roster: &Roster, members: &[MemberId]) -> View {
    let named = members.iter().map(|member| Message::new("events-member").with("member", *member));
    let names = named.reduce(|before, next| Message::new("events-and").with("before", before).with("next", next));
    let Some(names) = names else { return View::text(tell(locale, "events-nobody")) };
    let message = Message::new("events-picked").with("title", &roster.occurrence.details.title).with("names", names);
    View::text(say(locale, &message))
}

/// Something was done with an event; `notes` are what whoever did it should know of what they typed.
pub fn done(locale: Locale, key: &'static str, roster: &Roster, notes: Vec<Message>) -> View {
    let message = Message::new(key)
        .with("title", &roster.occurrence.details.title)
        .with("number", roster.event.number.to_string());
    View::text(Safe::join([message].into_iter().chain(notes).map(|line| say(locale, &line)), "\n"))
}

/// It was changed: from a date on, or on that date alone; or from the next one on, which those who signed up hear of.
pub fn edited(locale: Locale, roster: &Roster, (scope, from): (Scope, Option<Timestamp>), notes: Vec<Message>) -> View {
    let Some(from) = from else { return done(locale, "events-edited", roster, notes) };
    let key = if scope == Scope::Once { "events-edited-once" } else { "events-edited-from" };
    let message = Message::new(key)
        .with("title", &roster.occurrence.details.title)
        .with("number", roster.event.number.to_string())
        .with("starts", Arg::Time(from, 'F'));
    View::text(Safe::join([message].into_iter().chain(notes).map(|line| say(locale, &line)), "\n"))
}

/// It was moved.
pub fn moved(locale: Locale, roster: &Roster, starts: Timestamp, notes: Vec<Message>) -> View {
    let message = Message::new("events-moved")
        .with("title", &roster.occurrence.details.title)
        .with("number", roster.event.number.to_string())
        .with("starts", Arg::Time(starts, 'F'));
    View::text(Safe::join([message].into_iter().chain(notes).map(|line| say(locale, &line)), "\n"))
}
