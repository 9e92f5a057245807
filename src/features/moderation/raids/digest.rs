//! What the digest says of the raids of a week: how many came, how many of them were removed, and how much was written
//! with and without them, so that its figures are read as what they are. It stands in the section of moderation.

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
        let monday = reading.week.first_day();
        let written = store::written(reading.db.read(), reading.guild, raid.id, (monday, monday + 6)).await?;
        // Where they wrote nothing, there is nothing to take away.
        if written.messages > written.messages_of_others {
            let people = |count| Message::new("digest-raid-people").with("count", count);
            let messages = |count| Message::new("digest-raid-messages").with("count", count);
            let note = Message::new("digest-raid-without")
                .with("others", people(written.others))
                .with("of_others", messages(written.messages_of_others));
            notes.push(note.with("people", people(written.people)).with("messages", messages(written.messages)));
        }
    }
    Ok(notes)
}
