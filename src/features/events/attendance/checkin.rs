//! Check-in: an organiser opens it, and whoever is there checks in with a button, with a code that is shown at the door,
//! or is checked in by the organiser.

use sqlx::SqliteConnection;

use crate::clock;
use crate::discord::interaction::context::Interaction;
use crate::error::{Error, Result};
use crate::features::events::store::occurrences;
use crate::features::events::{Occurrence, OccurrenceId};
use crate::ids::MemberId;

use super::Problem;
use super::rules;
use super::store::checkins;
use super::store::checkins::Door;

/// How people check in.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, poise::ChoiceParameter)]
pub enum By {
    /// With a code that is shown at the door.
    #[default]
    #[name = "code"]
    Code,
    /// With a button on the card.
    #[name = "button"]
    Button,
}

/// Opens check-in, or changes how people do it: a code is drawn anew only where there was none, or if that is asked for.
///
/// # Errors
/// Told, if it is over.
pub async fn open(interaction: &Interaction, id: OccurrenceId, by: Option<By>, anew: bool) -> Result<Door> {
    let (guild, member, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let fresh = rules::code(clock::random());
    let opened = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let occurrence = occurrences::get(&mut *tx, guild, id).await?.ok_or(Problem::Over)?;
        if !occurrence.state.is_open() {
            return Err(Error::from(Problem::Over));
        }
        let known = checkins::door(&mut *tx, guild, id).await?;
        let by = by.unwrap_or(match &known {
            Some(Door { code: None }) => By::Button,
            _ => By::Code,
        });
        let before = known.and_then(|door| door.code).filter(|_| !anew);
        let code = (by == By::Code).then(|| before.unwrap_or(fresh));
        checkins::open_door(tx, guild, id, code.as_deref(), member, now).await?;
        Ok(Door { code })
    });
    opened.await
}

/// Checks the actor in. Whether they had not been.
///
/// # Errors
/// Told, if it is not open, or that is not the code.
pub async fn check_in(interaction: &Interaction, id: OccurrenceId, typed: Option<&str>) -> Result<bool> {
    let (guild, member, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let typed = typed.map(str::to_owned);
    let done = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let occurrence = occurrences::get(&mut *tx, guild, id).await?.ok_or(Problem::Over)?;
        rules::may_check_in(&occurrence, now)?;
        let door = checkins::door(&mut *tx, guild, id).await?.ok_or(Problem::NoDoor)?;
        match (&door.code, &typed) {
            (Some(code), Some(typed)) if rules::is_code(typed, code) => {}
            (Some(_), _) => return Err(Error::from(Problem::WrongCode)),
            (None, _) => {}
        }
        checkins::insert(tx, guild, id, member, None, now).await
    });
    done.await
}

/// An organiser checks somebody in. Whether they had not been.
///
/// # Errors
/// Told, if people can't check in now.
pub async fn check_in_other(interaction: &Interaction, occurrence: &Occurrence, member: MemberId) -> Result<bool> {
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    rules::may_check_in(occurrence, now)?;
    let id = occurrence.id;
    interaction.app.db.write(async move |tx| checkins::insert(tx, guild, id, member, Some(by), now).await).await
}
