//! What the digest says of the raids of a week: how many came, and how many of them were removed, so that its joins and
//! leaves are read as what they are. It stands in the section of moderation.

use crate::error::{Message, Result};
use crate::feature::section::Reading;
use crate::features::moderation::store as masses;

use super::store;

/// A sentence for each raid of the week.
pub async fn notes(reading: &Reading<'_>) -> Result<Vec<Message>> {
    let (from, to) = (reading.week.start(reading.zone), reading.week.end(reading.zone));
    let mut notes = Vec::new();
    for raid in store::between(reading.db.read(), reading.guild, from, to).await? {
        let removed = masses::removed_in_raid(reading.db.read(), raid.id).await?;
        let day = reading.zone.local(raid.since).weekday.number();
        let note = Message::new("digest-raid").with("day", Message::new(format!("day-{day}")));
        notes.push(note.with("joined", raid.joined).with("removed", removed));
    }
    Ok(notes)
}
