//! Attendance for organisers: below the list of those who signed up, and as a table for spreadsheets.

use sqlx::SqliteConnection;

use crate::discord::ui::file::File;
use crate::discord::ui::view::Embed;
use crate::error::Result;
use crate::features::events::roster::Roster;
use crate::features::events::{OccurrenceState, SignupState};
use crate::i18n::Locale;
use crate::ids::MemberId;
use crate::text::table::{self, Cell};
use crate::text::zone::Zone;

use super::store::{came, checkins, ratings};
use super::views;

/// One row for each who came or checked in: `minutes` in its channel where that is known, `came` and `checked_in` are 1
/// or 0.
const COLUMNS: [&str; 7] = ["event", "title", "starts", "member", "came", "minutes", "checked_in"];

/// What came of an occurrence, once it is over; those who did not come are named only to whoever may run the event.
pub async fn embed(db: &mut SqliteConnection, locale: Locale, roster: &Roster, may_run: bool) -> Result<Option<Embed>> {
    let (guild, id) = (roster.event.guild, roster.occurrence.id);
    if roster.occurrence.state != OccurrenceState::Ended {
        return Ok(None);
    }
    let outcome = came::outcome(&mut *db, guild, id).await?;
    let there = came::list(&mut *db, guild, id).await?;
    let given = ratings::list(db, guild, id).await?;
    let going = roster.signups.iter().filter(|signup| signup.state == SignupState::Going);
    let missing: Vec<MemberId> = match outcome {
        Some(_) if may_run => going.map(|signup| signup.member).filter(|member| !there.contains_key(member)).collect(),
        _ => Vec::new(),
    };
    Ok(views::report(locale, outcome, &missing, &given))
}

/// Who came to these occurrences, as a file; nothing where nobody did.
pub async fn file(db: &mut SqliteConnection, rosters: &[Roster], zone: &Zone) -> Result<Option<File>> {
    let mut rows = Vec::new();
    for Roster { event, occurrence, .. } in rosters {
        let there = came::list(&mut *db, event.guild, occurrence.id).await?;
        let checked_in = checkins::list(&mut *db, event.guild, occurrence.id).await?;
        let mut members: Vec<MemberId> = there.keys().copied().chain(checked_in.iter().copied()).collect();
        members.sort_unstable();
        members.dedup();
        for member in members {
            let minutes = there.get(&member).copied().flatten();
            rows.push([
                event.number.into(),
                Cell::words(&occurrence.details.title),
                Cell::plain(zone.iso(occurrence.starts)),
                Cell::plain(member.to_string()),
                u8::from(there.contains_key(&member)).into(),
                minutes.into(),
                u8::from(checked_in.contains(&member)).into(),
            ]);
        }
    }
    let Some(first) = rosters.first().filter(|_| !rows.is_empty()) else { return Ok(None) };
    let name = format!("event-{}-attendance.csv", first.event.number);
    Ok(Some(File::table(name, &table::csv(COLUMNS, rows)?)))
}
