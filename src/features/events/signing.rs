//! What members say to an occurrence: going, maybe, can't. A seat that becomes free goes to whoever waits longest for
//! it, in the same transaction.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::{Error, Result};
use crate::feature::card;
use crate::ids::{GuildId, MemberId};

use super::cards::CARD;
use super::roster::Roster;
use super::rules::{edit, seats};
use super::store::{occurrences, reminders, signups};
use super::{Occurrence, OccurrenceId, OccurrenceState, Problem, Signup, SignupState, Via, notify, roster};

/// What somebody says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Going { group: Option<u8> },
    Maybe,
    Cant,
}

/// Somebody says whether they come. Who comes and finds no seat waits.
///
/// # Errors
/// Told, if it is over, nobody can sign up any more, or there is no such group.
pub async fn say(
    tx: &mut SqliteConnection,
    (guild, id): (GuildId, OccurrenceId),
    member: MemberId,
    said: Said,
    now: Timestamp,
) -> Result<Roster> {
    let before = roster::get(&mut *tx, guild, id).await?;
    let own = before.of(member).copied();
    match said {
        // Whoever can't come may say so until it is over.
        Said::Cant => seats::is_open(&before.occurrence, now)?,
        Said::Going { .. } | Said::Maybe => seats::takes_signups(&before.occurrence, now)?,
    }
    let fresh = |state, group, guests, position| Signup {
        member,
        state,
        group,
        guests,
        every_time: own.is_some_and(|own| own.every_time) && state != SignupState::Cant,
        via: Via::Steward,
        position,
    };
    let signup = match (said, own) {
        (Said::Going { group }, own) => {
            check_group(&before.occurrence, group)?;
            match own.filter(|own| matches!(own.state, SignupState::Going | SignupState::Waiting)) {
                // They are in the list already, and keep their place in it.
                Some(own) if own.group == group => own,
                Some(own) if own.state == SignupState::Waiting => Signup { group, ..own },
                own => {
                    let guests = own.map_or(0, |own| own.guests);
                    let position = occurrences::next_position(&mut *tx, guild, id).await?;
                    fresh(SignupState::Waiting, group, guests, position)
                }
            }
        }
        (Said::Maybe | Said::Cant, own) => {
            let state = if said == Said::Maybe { SignupState::Maybe } else { SignupState::Cant };
            let position = match own.filter(|own| own.state == state) {
                Some(own) => own.position,
                None => occurrences::next_position(&mut *tx, guild, id).await?,
            };
            fresh(state, None, 0, position)
        }
    };
    signups::upsert(&mut *tx, &before.occurrence, &signup, now).await?;
    settle(tx, (guild, id), Some(member), now).await
}

/// Somebody who is signed up brings so many guests.
///
/// # Errors
/// Told, if they are not signed up, or there are no seats for so many.
pub async fn bring(
    tx: &mut SqliteConnection,
    (guild, id): (GuildId, OccurrenceId),
    member: MemberId,
    guests: u8,
    now: Timestamp,
) -> Result<Roster> {
    let before = roster::get(&mut *tx, guild, id).await?;
    seats::takes_signups(&before.occurrence, now)?;
    if guests > before.occurrence.details.guests {
        return Err(Problem::TooManyGuests(before.occurrence.details.guests).into());
    }
    let own = before.of(member).copied().ok_or(Problem::NotGoing)?;
    let with_guests = Signup { guests, ..own };
    match own.state {
        SignupState::Going => seats::may_bring(&before.occurrence.details, &before.signups, &with_guests)?,
        SignupState::Waiting => {}
        SignupState::Maybe | SignupState::Cant => return Err(Problem::NotGoing.into()),
    }
    signups::upsert(&mut *tx, &before.occurrence, &with_guests, now).await?;
    settle(tx, (guild, id), Some(member), now).await
}

/// Somebody is signed up for all later occurrences too, or not any more.
///
/// # Errors
/// Told, if they are not signed up.
pub async fn set_every_time(
    tx: &mut SqliteConnection,
    (guild, id): (GuildId, OccurrenceId),
    member: MemberId,
    every_time: bool,
    now: Timestamp,
) -> Result<Roster> {
    let before = roster::get(&mut *tx, guild, id).await?;
    seats::is_open(&before.occurrence, now)?;
    let own = before.of(member).copied().filter(|own| own.state != SignupState::Cant).ok_or(Problem::NotGoing)?;
    signups::upsert(&mut *tx, &before.occurrence, &Signup { every_time, ..own }, now).await?;
    roster::get(tx, guild, id).await
}

/// Somebody wants to be reminded by direct message, or not any more. Whether they are from now on.
///
/// # Errors
/// Told, if it is over.
pub async fn toggle_reminder(
    tx: &mut SqliteConnection,
    (guild, id): (GuildId, OccurrenceId),
    member: MemberId,
    now: Timestamp,
) -> Result<(Roster, bool)> {
    let found = roster::get(&mut *tx, guild, id).await?;
    seats::is_open(&found.occurrence, now)?;
    let is_on = reminders::toggle(tx, guild, found.event.id, member, now).await?;
    Ok((found, is_on))
}

/// An organizer gives somebody who waits a seat, whatever the number of seats.
///
/// # Errors
/// Told, if it is over or they do not wait.
pub async fn move_up(
    tx: &mut SqliteConnection,
    (guild, id): (GuildId, OccurrenceId),
    member: MemberId,
    now: Timestamp,
) -> Result<Roster> {
    let before = roster::get(&mut *tx, guild, id).await?;
    seats::is_open(&before.occurrence, now)?;
    let waits = before.of(member).copied().filter(|own| own.state == SignupState::Waiting);
    let own = waits.ok_or(Problem::NotGoing)?;
    let going = Signup { state: SignupState::Going, ..own };
    signups::upsert(&mut *tx, &before.occurrence, &going, now).await?;
    notify::promoted(&mut *tx, &before.event, &before.occurrence, member, now).await?;
    settle(tx, (guild, id), None, now).await
}

/// What follows from a change of sign-ups or of seats: those who wait get the seats that are free and are told, but
/// for the one who is answered anyway; and the card shows it.
pub async fn settle(
    tx: &mut SqliteConnection,
    (guild, id): (GuildId, OccurrenceId),
    answered: Option<MemberId>,
    now: Timestamp,
) -> Result<Roster> {
    let mut found = roster::get(&mut *tx, guild, id).await?;
    if found.occurrence.state.is_open() {
        for member in seats::next_in(&found.occurrence.details, &found.signups) {
            let waiting = found.signups.iter_mut().find(|signup| signup.member == member);
            let signup = waiting.ok_or_else(|| Error::fault("who is next is not in the list"))?;
            signup.state = SignupState::Going;
            signups::upsert(&mut *tx, &found.occurrence, signup, now).await?;
            if answered != Some(member) {
                notify::promoted(&mut *tx, &found.event, &found.occurrence, member, now).await?;
            }
        }
    }
    card::schedule_refresh(tx, &CARD, guild, id.get(), now).await?;
    Ok(found)
}

/// Those of an occurrence who wanted to come every time are signed up for the next one, in their order.
pub async fn carry_over(tx: &mut SqliteConnection, from: &Occurrence, to: &Occurrence, now: Timestamp) -> Result<()> {
    let all = signups::list(&mut *tx, from.guild, from.id).await?;
    for before in all.into_iter().filter(|signup| signup.every_time) {
        let position = occurrences::next_position(&mut *tx, to.guild, to.id).await?;
        let state = match before.state {
            SignupState::Going | SignupState::Waiting => SignupState::Waiting,
            other => other,
        };
        let group = edit::group(&from.details.groups, &to.details.groups, before.group);
        let guests = before.guests.min(to.details.guests);
        let signup = Signup { state, group, guests, position, ..before };
        signups::upsert(&mut *tx, to, &signup, now).await?;
    }
    let carried = signups::list(&mut *tx, to.guild, to.id).await?;
    for member in seats::next_in(&to.details, &carried) {
        if let Some(signup) = carried.iter().find(|signup| signup.member == member) {
            let going = Signup { state: SignupState::Going, ..*signup };
            signups::upsert(&mut *tx, to, &going, now).await?;
        }
    }
    Ok(())
}

/// *Interested* on Discord's list counts as maybe, unless they have said something here.
pub async fn interested(
    tx: &mut SqliteConnection,
    occurrence: &Occurrence,
    member: MemberId,
    is_interested: bool,
    now: Timestamp,
) -> Result<()> {
    let (guild, id) = (occurrence.guild, occurrence.id);
    if !matches!(occurrence.state, OccurrenceState::Scheduled | OccurrenceState::Running) {
        return Ok(());
    }
    let own = signups::get(&mut *tx, guild, id, member).await?;
    match (is_interested, own) {
        (true, None) => {
            let position = occurrences::next_position(&mut *tx, guild, id).await?;
            let signup = Signup {
                member,
                state: SignupState::Maybe,
                group: None,
                guests: 0,
                every_time: false,
                via: Via::Discord,
                position,
            };
            signups::upsert(&mut *tx, occurrence, &signup, now).await?;
        }
        (false, Some(own)) if own.via == Via::Discord && own.state == SignupState::Maybe => {
            signups::delete(&mut *tx, guild, id, member).await?;
        }
        _ => return Ok(()),
    }
    card::schedule_refresh(tx, &CARD, guild, id.get(), now).await
}

fn check_group(occurrence: &Occurrence, group: Option<u8>) -> Result<(), Problem> {
    let groups = occurrence.details.groups.len();
    match group {
        None if groups == 0 => Ok(()),
        Some(place) if usize::from(place) < groups => Ok(()),
        _ => Err(Problem::NoGroup),
    }
}
