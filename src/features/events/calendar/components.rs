//! *Calendar file* on the card of an event.

use crate::discord::interaction::channels;
use crate::discord::interaction::context::ComponentEvent;
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::file::File;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::features::events::store::{events, occurrences, signups};
use crate::features::events::{OccurrenceId, SignupState};
use crate::features::setup;

use super::contents;
use super::contents::Reader;

/// *Calendar file*: the event, or all of its series.
pub async fn file(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (guild, member) = (interaction.actor.guild, interaction.actor.member);
    let mut db = interaction.app.db.read().acquire().await?;
    let occurrence = occurrences::get(&mut *db, guild, OccurrenceId(id.row)).await?.ok_or_else(outdated)?;
    let event = events::get(&mut *db, guild, occurrence.event).await?.ok_or_else(outdated)?;
    drop(db);
    if !channels::may_read(&interaction, event.channel).await {
        return Err(outdated().into());
    }

    let mut db = interaction.app.db.read().acquire().await?;
    let signup = signups::get(&mut *db, guild, occurrence.id, member).await?;
    let is_going = signup.is_some_and(|signup| signup.state == SignupState::Going);
    let reader = if is_going { Reader::Attendee } else { Reader::Anyone };
    let zone = setup::server(&mut *db, guild).await?.zone;
    let text = contents::file(&mut db, &event, &zone, reader).await?;
    drop(db);

    let key = if event.series.is_some() { "events-file-series" } else { "events-file" };
    let message = Message::new(key).with("title", &event.details.title);
    let view = View::text(interaction.say(&message)).file(File::text(format!("event-{}.ics", event.number), text));
    interaction.reply_ephemeral(&view).await
}
