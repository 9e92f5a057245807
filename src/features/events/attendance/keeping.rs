//! Words beside ratings become feedback, where an organiser chooses them and a feature takes it. Organisers never learn whose
//! they are: a menu names words by a mark of them alone, and no name goes along.

use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::view::{Select, View};
use crate::error::{Error, Message, Result};
use crate::feature::few::are_few;
use crate::feature::offer;
use crate::feature::offer::{Handoff, Kind, Source};
use crate::features::events::{NAME, Occurrence, OccurrenceId};

use super::components::{find, require_organiser};
use super::store::ratings;
use super::store::ratings::Worded;
use super::{Problem, views};

/// Which words to keep; nothing where there are none, nobody takes them, or fewer than five have rated.
pub async fn menu(interaction: &Interaction, occurrence: &Occurrence) -> Result<Option<Select>> {
    if !offer::is_taken(&interaction.app, Kind::Feedback) {
        return Ok(None);
    }
    let found = left(interaction, occurrence).await?;
    let options: Vec<(String, &str)> = found.iter().map(|one| (mark(&one.words), one.words.as_str())).collect();
    Ok((!options.is_empty()).then(|| views::keep(interaction.actor.locale, occurrence.id, &options)))
}

/// Some were chosen.
pub async fn keep(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let (event, occurrence) = find(&interaction, OccurrenceId(id.row)).await?;
    require_organiser(&interaction, &event)?;
    let taker = offer::taker(&interaction.app, Kind::Feedback).ok_or_else(outdated)?;
    let (guild, by, now) = (event.guild, interaction.actor.member, interaction.app.clock.now());

    let mut found = left(&interaction, &occurrence).await?;
    found.retain(|one| values.contains(&mark(&one.words)));
    found.retain(|one| offer::may_be_kept(&interaction.app, guild, Some(one.member)));
    if found.is_empty() {
        return Err(Problem::NothingToKeep.into());
    }
    let (id, number, channel) = (occurrence.id, event.number, event.channel);
    let kept = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let mut kept = 0_usize;
        for one in found {
            if !ratings::set_kept(&mut *tx, guild, id, one.member, now).await? {
                continue;
            }
            let offer = Handoff::Feedback {
                guild,
                text: one.words,
                // Who it is nobody is shown; they are counted, and can remove it.
                author: Some(one.member),
                said: None,
                channel: Some(channel),
                message: None,
                is_public: false,
                tags: Vec::new(),
                source: Source { feature: NAME, row: id.get() },
            };
            taker.offer(&mut *tx, &offer, now).await?;
            kept += 1;
        }
        let entry = Entry::new(guild, by, "event.keep", format!("event #{number}")).change("", format!("{kept}"));
        audit::record(tx, &entry, now).await?;
        Ok::<_, Error>(kept)
    });
    let kept = kept.await?;

    let told = Message::new("events-kept").with("count", kept);
    interaction.reply_ephemeral(&View::text(interaction.say(&told))).await
}

async fn left(interaction: &Interaction, occurrence: &Occurrence) -> Result<Vec<Worded>> {
    let (db, guild) = (interaction.app.db.read(), interaction.actor.guild);
    if are_few(ratings::list(db, guild, occurrence.id).await?.len()) {
        return Ok(Vec::new());
    }
    ratings::not_kept(db, guild, occurrence.id).await
}

/// By which words are known again: they are too long for a menu, and a place in the list would not stay.
fn mark(words: &str) -> String {
    Sha256::digest(words.as_bytes()).iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}
