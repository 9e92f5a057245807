//! The event on Discord's list that an occurrence is, for everyone in the server to see. It follows what is changed
//! here, and what people change there is followed here; each side changes only what was changed on it, so that two
//! changes at once are both kept.

use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, EventChange, EventStatus, NewEvent, Order};
use crate::error::Result;
use crate::features::setup;
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::store::occurrences;
use super::views;
use super::{Event, Mirror, NAME, Occurrence, OccurrenceState, Place};

/// The `purpose` of the order that puts it there.
pub const EVENT: &str = "event";
/// The `purpose` of an order that changes it there.
pub const CHANGE: &str = "event-change";

/// An event as it is on Discord's list, as far as it can differ from the occurrence that it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    pub name: String,
    pub description: Option<String>,
    pub starts: Timestamp,
    /// Discord knows events in channels without one.
    pub ends: Option<Timestamp>,
    /// The place as Discord takes it.
    pub place: outbox::EventPlace,
}

impl Listed {
    /// As an event that is made is there.
    pub fn from_new(new: &NewEvent) -> Self {
        Self {
            name: new.name().trim().to_owned(),
            description: new.description_text().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned),
            starts: new.starts,
            ends: Some(new.ends),
            place: new.place().clone(),
        }
    }

    /// What has to be changed there, for it to be like another.
    fn change_to(&self, wanted: &Self) -> EventChange {
        let mut change = EventChange::default();
        if self.name != wanted.name {
            change.name = Some(wanted.name.clone());
        }
        if self.description != wanted.description {
            change.description = Some(wanted.description.clone().unwrap_or_default());
        }
        if self.starts != wanted.starts {
            change.starts = Some(wanted.starts);
        }
        if self.ends != wanted.ends {
            change.ends = wanted.ends;
        }
        if self.place != wanted.place {
            // With a place outside Discord the end has to be said again.
            change.place = Some(wanted.place.clone());
            change.ends = wanted.ends;
        }
        change
    }

    /// As it is after a change that Discord has taken.
    fn changed(&self, change: &EventChange) -> Self {
        let description = match &change.description {
            Some(text) => Some(text.clone()).filter(|text| !text.is_empty()),
            None => self.description.clone(),
        };
        Self {
            name: change.name.clone().unwrap_or_else(|| self.name.clone()),
            description,
            starts: change.starts.unwrap_or(self.starts),
            ends: change.ends.or(self.ends),
            place: change.place.clone().unwrap_or_else(|| self.place.clone()),
        }
    }

    /// An occurrence with what was changed there since it was last known; `None`, where nothing was. `own` is how the
    /// occurrence is there by what is known here: what equals it is no news.
    pub fn followed(&self, known: &Self, own: &Self, occurrence: &Occurrence) -> Option<Occurrence> {
        let mut after = occurrence.clone();
        let length = occurrence.ends.since(occurrence.starts);
        if self.name != known.name && self.name != own.name {
            after.details.title.clone_from(&self.name);
        }
        if self.description != known.description && self.description != own.description {
            after.details.description.clone_from(&self.description);
        }
        if self.starts != known.starts && self.starts != own.starts {
            after.starts = self.starts;
            after.ends = Timestamp(self.starts.millis() + length);
        }
        if self.ends != known.ends
            && self.ends != own.ends
            && let Some(ends) = self.ends.filter(|ends| *ends > after.starts)
        {
            after.ends = ends;
        }
        if self.place != known.place && self.place != own.place {
            after.details.place = match &self.place {
                outbox::EventPlace::Voice(channel) => Place::Voice { channel: *channel },
                outbox::EventPlace::Stage(channel) => Place::Stage { channel: *channel },
                outbox::EventPlace::Elsewhere(words) => Place::Elsewhere { words: Some(words.clone()) },
            };
        }
        (after != *occurrence).then_some(after)
    }
}

/// Puts an occurrence on Discord's list.
pub async fn order(tx: &mut SqliteConnection, event: &Event, occurrence: &Occurrence, now: Timestamp) -> Result<()> {
    let (guild, id) = (event.guild, occurrence.id);
    let locale = setup::server(&mut *tx, guild).await?.locale;
    let new = as_listed(occurrence, locale);
    occurrences::set_mirrored(&mut *tx, guild, id, &serde_json::to_string(&Listed::from_new(&new))?).await?;
    let effect = Effect::MakeEvent { new, reason: views::reason(event.author, locale) };
    occurrences::set_mirror(&mut *tx, guild, id, Some(Mirror::Ordered), None).await?;
    outbox::insert(tx, &Order::new(guild, NAME, EVENT, id.get(), effect), now).await.map(drop)
}

/// As it is to be on that list.
pub fn as_listed(occurrence: &Occurrence, locale: Locale) -> NewEvent {
    let details = &occurrence.details;
    let (name, starts, ends) = (Safe::escape(&details.title), occurrence.starts, occurrence.ends);
    let new = match &details.place {
        Place::Voice { channel } => NewEvent::in_voice(&name, starts, ends, *channel),
        Place::Stage { channel } => NewEvent::on_stage(&name, starts, ends, *channel),
        Place::InPerson { .. } | Place::Elsewhere { .. } | Place::Link { .. } => {
            let place = say(locale, &views::place_words(details));
            NewEvent::elsewhere(&name, starts, ends, &place)
        }
    };
    match &details.description {
        Some(text) => new.description(&Safe::escape(text)),
        None => new,
    }
}

/// As it was last known to be on Discord's list.
pub async fn known(tx: &mut SqliteConnection, occurrence: &Occurrence) -> Result<Option<Listed>> {
    let known = occurrences::mirrored(tx, occurrence.guild, occurrence.id).await?;
    Ok(known.as_deref().map(serde_json::from_str).transpose()?)
}

/// Keeps that.
pub async fn set_known(tx: &mut SqliteConnection, occurrence: &Occurrence, listed: &Listed) -> Result<()> {
    let listed = serde_json::to_string(listed)?;
    occurrences::set_mirrored(tx, occurrence.guild, occurrence.id, &listed).await
}

/// Discord has taken a change.
pub async fn changed(tx: &mut SqliteConnection, occurrence: &Occurrence, change: &EventChange) -> Result<()> {
    match known(&mut *tx, occurrence).await? {
        Some(before) => set_known(tx, occurrence, &before.changed(change)).await,
        None => Ok(()),
    }
}

/// Changes it on Discord's list to what the occurrence is now, if it is there.
pub async fn change(tx: &mut SqliteConnection, event: &Event, occurrence: &Occurrence, now: Timestamp) -> Result<()> {
    let locale = setup::server(&mut *tx, event.guild).await?.locale;
    let Some(before) = known(&mut *tx, occurrence).await? else { return Ok(()) };
    let mut change = before.change_to(&Listed::from_new(&as_listed(occurrence, locale)));
    if occurrence.state != OccurrenceState::Scheduled || occurrence.starts <= now {
        // Discord moves no event that has begun, nor one to an instant that has gone by.
        change.starts = None;
        // One that has begun ahead of its time keeps its start there: an end before that is no end.
        change.ends = change.ends.filter(|ends| *ends > before.starts);
    }
    if change == EventChange::default() {
        return Ok(());
    }
    order_change(tx, event, occurrence, change, now).await
}

/// It takes place from now on: Discord begins events outside by itself at their time, and those in channels, or ahead of
/// their time, only when it is told.
pub async fn begin(tx: &mut SqliteConnection, event: &Event, occurrence: &Occurrence, now: Timestamp) -> Result<()> {
    let is_early = known(&mut *tx, occurrence).await?.is_some_and(|known| now < known.starts);
    if occurrence.details.place.channel().is_none() && !is_early {
        return Ok(());
    }
    order_change(tx, event, occurrence, EventChange::status(EventStatus::Active), now).await
}

/// It is over: Discord ends events outside by itself at the end that it knows, and those in channels, or before that end,
/// only when it is told.
pub async fn finish(tx: &mut SqliteConnection, event: &Event, occurrence: &Occurrence, now: Timestamp) -> Result<()> {
    let ends_there = known(&mut *tx, occurrence).await?.and_then(|known| known.ends);
    if occurrence.details.place.channel().is_none() && ends_there.is_none_or(|ends| ends <= now) {
        return Ok(());
    }
    if occurrence.state == OccurrenceState::Scheduled {
        // Its start was missed, and Discord ends nothing that has not begun.
        return order_change(tx, event, occurrence, EventChange::status(EventStatus::Cancelled), now).await;
    }
    order_change(tx, event, occurrence, EventChange::status(EventStatus::Completed), now).await
}

/// It does not take place: it goes from the list.
pub async fn take_off(tx: &mut SqliteConnection, event: &Event, occurrence: &Occurrence, now: Timestamp) -> Result<()> {
    let status =
        if occurrence.state == OccurrenceState::Running { EventStatus::Completed } else { EventStatus::Cancelled };
    order_change(tx, event, occurrence, EventChange::status(status), now).await
}

async fn order_change(
    tx: &mut SqliteConnection,
    event: &Event,
    occurrence: &Occurrence,
    change: EventChange,
    now: Timestamp,
) -> Result<()> {
    let (Some(Mirror::Made), Some(scheduled)) = (occurrence.mirror, occurrence.scheduled) else { return Ok(()) };
    let locale = setup::server(&mut *tx, event.guild).await?.locale;
    let reason = views::reason(event.author, locale);
    let effect = Effect::ChangeEvent { event: scheduled, change, reason };
    outbox::insert(tx, &Order::new(event.guild, NAME, CHANGE, occurrence.id.get(), effect), now).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::events::tests::occurrence;

    fn at(hour: i64) -> Timestamp {
        Timestamp(hour * 3_600_000)
    }

    fn listed(occurrence: &Occurrence) -> Listed {
        Listed::from_new(&as_listed(occurrence, Locale::En))
    }

    #[test]
    fn what_people_change_there_is_followed_and_what_was_changed_here_is_kept() {
        let before = occurrence(at(10), at(11));
        let known = listed(&before);
        let mut here = before.clone();
        here.details.title = "Feast".to_owned();
        // There somebody has moved it before our new title has arrived.
        let there = Listed { starts: at(12), ends: Some(at(13)), ..known.clone() };
        let after = there.followed(&known, &listed(&here), &here).expect("something has changed");
        assert_eq!((after.details.title.as_str(), after.starts, after.ends), ("Feast", at(12), at(13)));
    }

    #[test]
    fn what_steward_changed_itself_is_no_news() {
        let before = occurrence(at(10), at(11));
        let mut here = before.clone();
        here.details.title = "Feast".to_owned();
        let there = listed(&here);
        assert_eq!(there.followed(&listed(&before), &listed(&here), &here), None);
        let change = listed(&before).change_to(&there);
        assert_eq!(change, EventChange { name: Some("Feast".to_owned()), ..EventChange::default() });
        assert_eq!(listed(&before).changed(&change), there);
    }
}
