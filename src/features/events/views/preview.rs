//! The preview of an event, which only its author sees: the card as it will be, and what follows from publishing it.

use serenity::all::Permissions;

use crate::clock::Timestamp;
use crate::discord::access::permission;
use crate::discord::outbox::OrderState;
use crate::discord::ui::view::{Button, View};
use crate::error::{Arg, Message};
use crate::feature::offer::Withheld;
use crate::features::events::roster::Roster;
use crate::features::events::rules::plan::Plan;
use crate::features::events::rules::series::{Repeat, clock_change};
use crate::features::events::{Draft, Event, EventId, EventState, Occurrence, OccurrenceId, OccurrenceState, Place};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;
use crate::text::zone::Zone;

use super::{button, card, id};

/// So many occurrences of a series are shown.
const SHOWN: usize = 3;
/// So many are looked at for a change of clocks: a year of weeks.
const LOOKED_AT: usize = 53;

/// A draft as its author sees it.
#[derive(Debug, Clone, Copy)]
pub struct Preview<'a> {
    pub draft: &'a Draft,
    /// What it would become, if it goes together.
    pub plan: Option<&'a Plan>,
    /// What they should know before they publish it, a line each.
    pub notes: &'a [Message],
    /// Why it can't be published as it is.
    pub wrong: Option<&'a Message>,
    /// Why it will not be on Discord's list, if it won't.
    pub withheld: Option<Withheld>,
    /// What Steward is not permitted to do, and would have to be.
    pub lacks: Permissions,
    pub zone: &'a Zone,
}

impl Preview<'_> {
    /// In the author's language; the card is in the server's already.
    pub fn view(&self, locale: Locale, server: Locale) -> View {
        let heading = match self.wrong {
            None => Message::new("events-preview").with("channel", self.draft.channel),
            Some(wrong) => wrong.clone(),
        };
        let mut lines = vec![heading];
        lines.extend(self.notes.iter().cloned());
        if let Some(plan) = self.plan {
            lines.extend(self.occurrences(plan));
            lines.push(seen(self.withheld));
            if !self.lacks.is_empty() {
                lines.push(Message::new("events-preview-lacks").with("permission", permission::names(self.lacks)));
            }
        }
        let content = Safe::join(lines.iter().map(|line| say(locale, line)), "\n");
        let view = self.plan.map(|plan| card::card(server, false, &self.roster(plan))).unwrap_or_default();
        View { content: Some(content), ..view }.row(self.buttons(locale))
    }

    /// The next occurrences of a series, and whether clocks change.
    fn occurrences(&self, plan: &Plan) -> Vec<Message> {
        let Some(series) = &plan.series else { return Vec::new() };
        let from = Timestamp(plan.starts.millis() - 1);
        let coming: Vec<Timestamp> = series.occurrences(from, self.zone).take(LOOKED_AT).map(|next| next.at).collect();
        let shown =
            coming.iter().take(SHOWN).map(|at| Message::new("events-preview-at").with("at", Arg::Time(*at, 'F')));
        let listed = shown.reduce(|before, next| Message::new("events-and").with("before", before).with("next", next));
        let mut lines: Vec<Message> =
            listed.map(|times| Message::new("events-preview-next").with("times", times)).into_iter().collect();
        if let Some(change) = clock_change(&coming, self.zone) {
            let shown = self.zone.local(plan.starts);
            let time = format!("{:02}:{:02}", shown.hour, shown.minute);
            let note = Message::new("events-preview-clocks").with("at", Arg::Time(change, 'D')).with("time", time);
            lines.push(note.with("zone", self.zone.name()));
        }
        lines
    }

    /// As it will be once it is published.
    fn roster(&self, plan: &Plan) -> Roster {
        let Plan { details, starts, length, series } = plan.clone();
        let guild = self.draft.guild;
        let event = Event {
            id: EventId(0),
            guild,
            number: 0,
            author: Some(self.draft.author),
            channel: self.draft.channel,
            details: details.clone(),
            starts,
            length,
            series,
            part: None,
            later: Vec::new(),
            state: EventState::Published,
            sequence: 0,
            created: starts,
            changed: starts,
        };
        let occurrence = Occurrence {
            id: OccurrenceId(0),
            event: event.id,
            guild,
            day: 0,
            starts,
            ends: starts.plus(length),
            details,
            state: OccurrenceState::Scheduled,
            thread: None,
            thread_order: None,
            mirror: None,
            mirror_why: None,
            scheduled: None,
            reminded: None,
            counts: None,
        };
        Roster { event, occurrence, signups: Vec::new() }
    }

    fn buttons(&self, locale: Locale) -> Vec<Button> {
        let row = self.draft.id.get();
        let publish = self.plan.is_some().then(|| button(locale, "events-publish", id("publish", row)).success());
        let hidden = self.draft.spec.hide_address;
        let has_address = self.plan.is_some_and(|plan| {
            matches!(plan.details.place, Place::InPerson { .. }) && plan.details.place.words().is_some()
        });
        let address = has_address.then(|| {
            let key = if hidden { "events-show-address" } else { "events-hide-address" };
            button(locale, key, id("address", row))
        });
        let by = match self.draft.spec.repeat {
            Some(Repeat::Monthly) => Some("events-by-weekday"),
            Some(Repeat::MonthlyByWeekday) => Some("events-by-date"),
            _ => None,
        };
        let by = by.map(|key| button(locale, key, id("monthly", row)));
        let cancel = button(locale, "events-cancel-draft", id("cancel", row));
        publish.into_iter().chain(address).chain(by).chain([cancel]).collect()
    }
}

/// Where the event will be seen.
fn seen(withheld: Option<Withheld>) -> Message {
    match withheld {
        None => Message::new("events-preview-listed"),
        Some(Withheld::Hidden) => Message::new("events-preview-hidden"),
        Some(Withheld::Lacks(missing)) => {
            Message::new("events-preview-not-yours").with("permission", permission::names(missing))
        }
        Some(Withheld::NotTaken) => Message::new("events-preview-not-listed"),
    }
}

/// It is published.
pub fn published(locale: Locale, roster: &Roster, card: OrderState) -> View {
    let key = match card {
        OrderState::Done => "events-published",
        OrderState::StillOnItsWay => "events-published-soon",
        OrderState::Failed(_) | OrderState::Unknown => "events-published-not-posted",
    };
    let message = Message::new(key)
        .with("number", roster.event.number.to_string())
        .with("title", &roster.occurrence.details.title)
        .with("channel", roster.event.channel)
        .with("starts", Arg::Time(roster.occurrence.starts, 'F'));
    let why = match card {
        OrderState::Failed(why) => Some(why.message(None)),
        _ => None,
    };
    let lines = [Some(message), why].into_iter().flatten();
    View::text(Safe::join(lines.map(|line| say(locale, &line)), "\n"))
}

/// It is let go of.
pub fn cancelled(locale: Locale) -> View {
    View::text(say(locale, &Message::new("events-draft-cancelled")))
}
