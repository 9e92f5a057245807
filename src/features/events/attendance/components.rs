//! *Check in*, and how those who came liked it.

use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::discord::interaction::channels;
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::discord::ui::returned::returned;
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::card;
use crate::features::events::actions;
use crate::features::events::store::{events, occurrences, signups};
use crate::features::events::{Event, Occurrence, OccurrenceId, SignupState};

use super::cards::RATING;
use super::store::{came, checkins, ratings};
use super::{Problem, checkin, rules, views};

/// The form of a code.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CodeForm {
    code: String,
}

/// The form of words beside the stars.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WordsForm {
    words: String,
}

/// The occurrence of a button, for whoever sees the channel of its card.
pub async fn find(interaction: &Interaction, id: OccurrenceId) -> Result<(Event, Occurrence)> {
    let (db, guild) = (interaction.app.db.read(), interaction.actor.guild);
    let occurrence = occurrences::get(db, guild, id).await?.ok_or_else(outdated)?;
    let event = events::get(db, guild, occurrence.event).await?.ok_or_else(outdated)?;
    if channels::may_read(interaction, event.channel).await { Ok((event, occurrence)) } else { Err(outdated().into()) }
}

/// *Check in*: at once, or the form for the code opens.
pub async fn check_in(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (event, occurrence) = find(&interaction, OccurrenceId(id.row)).await?;
    rules::may_check_in(&occurrence, interaction.app.clock.now())?;
    let door = checkins::door(interaction.app.db.read(), event.guild, occurrence.id).await?.ok_or(Problem::NoDoor)?;

    if door.code.is_some() {
        return interaction.open_modal(&views::code_form(interaction.actor.locale, occurrence.id)).await;
    }
    let is_new = checkin::check_in(&interaction, occurrence.id, None).await?;
    answer(&interaction, &occurrence, is_new).await
}

/// The form was sent.
pub async fn checked(form: ModalSubmit<CodeForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let (_, occurrence) = find(&interaction, OccurrenceId(id.row)).await?;
    let is_new = checkin::check_in(&interaction, occurrence.id, Some(&inputs.code)).await?;
    answer(&interaction, &occurrence, is_new).await
}

async fn answer(interaction: &Interaction, occurrence: &Occurrence, is_new: bool) -> Result<()> {
    let key = if is_new { "events-checked-in" } else { "events-checked-in-before" };
    let message = Message::new(key).with("title", &occurrence.details.title);
    interaction.reply_ephemeral(&View::text(interaction.say(&message))).await
}

/// *New code* of an organiser.
pub async fn new_code(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (event, occurrence) = find(&interaction, OccurrenceId(id.row)).await?;
    require_organiser(&interaction, &event)?;

    checkin::open(&interaction, occurrence.id, Some(checkin::By::Code), true).await?;

    interaction.update_message(&door(&interaction, &event, &occurrence).await?).await
}

/// *Refresh* of an organiser: who has checked in by now.
pub async fn refresh(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (event, occurrence) = find(&interaction, OccurrenceId(id.row)).await?;
    require_organiser(&interaction, &event)?;

    interaction.update_message(&door(&interaction, &event, &occurrence).await?).await
}

/// Only whoever may run the event goes on.
pub fn require_organiser(interaction: &Interaction, event: &Event) -> Result<()> {
    parties::require(interaction, actions::run(event.author == Some(interaction.actor.member)))
}

/// How check-in goes, for an organiser.
///
/// # Errors
/// Told, if nobody has opened it.
pub async fn door(interaction: &Interaction, event: &Event, occurrence: &Occurrence) -> Result<View> {
    let (db, guild, id) = (interaction.app.db.read(), event.guild, occurrence.id);
    let door = checkins::door(db, guild, id).await?.ok_or(Problem::NoDoor)?;
    let checked_in = checkins::list(db, guild, id).await?;
    let signups = signups::list(db, guild, id).await?;
    let going = signups.iter().filter(|signup| signup.state == SignupState::Going).count();
    Ok(views::door(interaction.actor.locale, event, occurrence, (&door, &checked_in, going)))
}

/// A number of stars: one press rates it.
pub async fn rate(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (_, occurrence) = find(&interaction, OccurrenceId(id.row)).await?;
    let stars = id.arg.parse().ok().filter(|stars| (1..=5).contains(stars)).ok_or_else(outdated)?;
    let (guild, member, id, now) =
        (interaction.actor.guild, interaction.actor.member, occurrence.id, interaction.app.clock.now());

    let rated = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let occurrence = occurrences::get(&mut *tx, guild, id).await?.ok_or(Problem::TooLate)?;
        rules::may_rate(&occurrence, was_there(&mut *tx, &occurrence, member).await?, now)?;
        ratings::set_stars(&mut *tx, guild, id, member, stars, now).await?;
        card::schedule_refresh(tx, &RATING, guild, id.get(), now).await
    });
    rated.await?;

    interaction.reply_ephemeral(&views::rated(interaction.actor.locale, &occurrence, stars)).await
}

/// Whether somebody came, or where nobody could know would have come.
async fn was_there(tx: &mut SqliteConnection, occurrence: &Occurrence, member: crate::ids::MemberId) -> Result<bool> {
    let (guild, id) = (occurrence.guild, occurrence.id);
    if came::outcome(&mut *tx, guild, id).await?.is_some() {
        return Ok(came::list(tx, guild, id).await?.contains_key(&member));
    }
    let signup = signups::get(tx, guild, id, member).await?;
    Ok(signup.is_some_and(|signup| signup.state == SignupState::Going))
}

/// *Add words*: the form opens with what was typed before.
pub async fn add_words(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (event, occurrence) = find(&interaction, OccurrenceId(id.row)).await?;
    let own = ratings::get(interaction.app.db.read(), event.guild, occurrence.id, interaction.actor.member).await?;
    let own = own.ok_or(Problem::NotRated)?;

    interaction.open_modal(&views::words_form(interaction.actor.locale, occurrence.id, own.words.as_deref())).await
}

/// The form was sent.
pub async fn words_added(form: ModalSubmit<WordsForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let (_, occurrence) = find(&interaction, OccurrenceId(id.row)).await?;
    let (guild, member, id) = (interaction.actor.guild, interaction.actor.member, occurrence.id);
    let words = Some(inputs.words).filter(|words| !words.is_empty());
    let typed = words.clone();

    let kept = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let kept = ratings::set_words(tx, guild, id, member, words.as_deref()).await?;
        if kept { Ok(()) } else { Err(Error::from(Problem::NotRated)) }
    });
    match kept.await {
        Ok(()) => interaction.update_message(&views::words_kept(interaction.actor.locale, &occurrence)).await,
        Err(Error::Told(why)) => {
            let returned = returned(interaction.actor.locale, &why, typed.as_deref().unwrap_or_default());
            interaction.reply_ephemeral(&returned).await
        }
        Err(fault) => Err(fault),
    }
}

/// *Remove my rating*.
pub async fn take_back(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (_, occurrence) = find(&interaction, OccurrenceId(id.row)).await?;
    let (guild, member, id, now) =
        (interaction.actor.guild, interaction.actor.member, occurrence.id, interaction.app.clock.now());

    let taken = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        if !ratings::delete(&mut *tx, guild, id, member).await? {
            return Err(Error::from(Problem::NotRated));
        }
        card::schedule_refresh(tx, &RATING, guild, id.get(), now).await
    });
    taken.await?;

    let gone = Message::new("events-rating-removed");
    interaction.update_message(&View::text(interaction.say(&gone))).await
}
