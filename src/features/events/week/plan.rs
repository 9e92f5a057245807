//! What somebody sees of a week: events in channels that they can read.

use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::card;
use crate::feature::card::CardName;
use crate::features::events::agenda;
use crate::features::events::store::signups;
use crate::features::events::{NAME, SignupState};
use crate::features::setup;
use crate::ids::ChannelId;
use crate::text::zone::{Week, parse_date};

use super::{Plan, Planned, views};

/// The name of the card of an occurrence.
const CARD: CardName = CardName::new(NAME, "card");

/// The week that was typed: "2026-W49", a day of it, or this one where nothing was.
///
/// # Errors
/// Told, if it is none.
pub fn resolve(typed: Option<&str>, today: i64) -> Result<Week> {
    let Some(typed) = typed.map(str::trim).filter(|typed| !typed.is_empty()) else { return Ok(Week::of_day(today)) };
    let week = typed.parse().ok().or_else(|| parse_date(typed).map(Week::of_day));
    Ok(week.ok_or_else(|| Message::new("events-week-unknown").with("typed", typed))?)
}

/// A page of a week, as the actor sees it.
pub async fn shown(interaction: &Interaction, week: Week, page: i64) -> Result<View> {
    let plan = plan(interaction, week).await?;
    views::week(interaction.actor.locale, &plan, page)
}

async fn plan(interaction: &Interaction, week: Week) -> Result<Plan> {
    let (app, guild) = (&interaction.app, interaction.actor.guild);
    let mut db = app.db.read().acquire().await?;
    let zone = setup::server(&mut *db, guild).await?.zone;
    let entries = agenda::between(&mut db, guild, &zone, (week.start(&zone), week.end(&zone))).await?;
    drop(db);
    let rooms = entries.iter().filter_map(|entry| entry.details.place.room());
    let used: Vec<ChannelId> = entries.iter().map(|entry| entry.event.channel).chain(rooms).collect();
    let readable = channels::readable(interaction, used).await;
    let mut db = app.db.read().acquire().await?;
    let mut planned = Vec::new();
    for entry in entries.into_iter().filter(|entry| readable.contains(&entry.event.channel)) {
        let (mut going, mut posted) = (0, None);
        if let Some(id) = entry.occurrence {
            let signups = signups::list(&mut *db, guild, id).await?;
            let goes = signups.iter().filter(|signup| signup.state == SignupState::Going);
            going = goes.map(|signup| u32::from(signup.guests) + 1).sum();
            posted = card::message(&mut db, CARD, guild, id.get()).await?;
        }
        let room = entry.details.place.room().filter(|room| readable.contains(room));
        planned.push(Planned { entry, going, card: posted, room });
    }
    let today = zone.day(app.clock.now());
    Ok(Plan { week, zone, today, planned, has_feeds: app.config.public_url().is_some() })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(None, Some("2026-W49"))]
    #[case(Some(" "), Some("2026-W49"))]
    #[case(Some("2026-W51"), Some("2026-W51"))]
    #[case(Some("2026-12-21"), Some("2026-W52"))]
    #[case(Some("soon"), None)]
    fn a_week_is_named_by_its_number_or_by_a_day(#[case] typed: Option<&str>, #[case] week: Option<&str>) {
        let today = parse_date("2026-11-30").expect("a day");
        assert_eq!(resolve(typed, today).ok().map(|week| week.to_string()).as_deref(), week);
    }
}
