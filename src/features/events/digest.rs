//! The part of events in the digest: what came of those that took place in the week, and what is planned for the next
//! one; contests among them. What takes place in channels that not everyone sees is left out.

use sqlx::SqliteConnection;

use crate::discord::ui::times::moment;
use crate::error::{Message, Result};
use crate::feature::few::are_few;
use crate::feature::section::members::ForMembers;
use crate::feature::section::{News, Reading, Section};

use super::agenda::Entry;
use super::attendance::store::{came, ratings};
use super::attendance::views::mean;
use super::store::occurrences;
use super::{OccurrenceState, agenda, contest};

/// What the digest has to say about a week of events.
pub async fn section(reading: &Reading<'_>) -> Result<Section> {
    let Reading { guild, zone, week, public, .. } = *reading;
    let seen = |entry: &Entry| {
        let is_public = |channel| public.is_none_or(|directory| directory.is_public(guild, channel));
        is_public(entry.event.channel) && entry.details.place.channel().is_none_or(is_public)
    };
    let (mut news, mut for_members) = (Vec::new(), Vec::new());
    let mut db = reading.db.read().acquire().await?;
    let been = agenda::between(&mut db, guild, zone, (week.start(zone), week.end(zone))).await?;
    for entry in been.iter().filter(|entry| entry.ends <= week.end(zone) && seen(entry)) {
        news.extend(outcome(&mut db, entry, false).await?);
        for_members.extend(outcome(&mut db, entry, true).await?);
    }
    let next = week.next();
    for entry in agenda::between(&mut db, guild, zone, (next.start(zone), next.end(zone))).await? {
        if entry.state.is_open() && entry.starts >= next.start(zone) && seen(&entry) {
            let told = vec![Message::new("events-digest-starts").with("at", moment(entry.starts, zone))];
            let planned = News { head: head(&entry), told };
            news.push(planned.clone());
            for_members.push(planned);
        }
    }
    for (told, for_all) in contest::digest::news(&mut db, reading).await? {
        news.push(told);
        for_members.push(for_all);
    }
    let members = ForMembers { news: for_members, ..ForMembers::default() };
    Ok(Section { news, members: Some(members), ..Section::default() })
}

fn head(entry: &Entry) -> Message {
    Message::new("events-digest-head")
        .with("number", entry.event.number.to_string())
        .with("title", &entry.details.title)
}

/// What came of one that took place; members learn nothing about fewer than five people.
async fn outcome(db: &mut SqliteConnection, entry: &Entry, members: bool) -> Result<Option<News>> {
    let (Some(id), OccurrenceState::Ended) = (entry.occurrence, entry.state) else { return Ok(None) };
    let guild = entry.event.guild;
    let mut told = Vec::new();
    match came::outcome(&mut *db, guild, id).await? {
        Some(outcome) if !members || !are_few(outcome.came) => {
            told.push(Message::new("events-came").with("count", outcome.came));
            if !members {
                told.push(Message::new("events-first-timers").with("count", outcome.first_timers));
                told.push(Message::new("events-no-shows").with("count", outcome.no_shows));
            }
        }
        Some(_) => {}
        None => {
            let counts = occurrences::get(&mut *db, guild, id).await?.and_then(|occurrence| occurrence.counts);
            let heads = counts.map(|counts| counts.heads).filter(|heads| !members || !are_few(*heads));
            told.extend(heads.map(|heads| Message::new("events-digest-going").with("count", heads)));
        }
    }
    let given = ratings::list(db, guild, id).await?;
    if !are_few(given.len()) {
        told.push(mean(&given));
    }
    if told.is_empty() {
        told.push(Message::new("events-digest-over"));
    }
    Ok(Some(News { head: head(entry), told }))
}
