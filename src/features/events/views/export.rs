//! Who signed up for an event as a table for spreadsheets.

use crate::discord::ui::file::File;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::features::events::roster::Roster;
use crate::features::events::{Event, Problem, Signup, SignupState, Via};
use crate::i18n::{Locale, say};
use crate::text::table::{self, Cell};
use crate::text::zone::Zone;

/// One row for each sign-up: `starts` in the server's zone, `every_time` and `discord` are 1 or 0, the latter where
/// somebody said it by *Interested* on Discord's list.
const COLUMNS: [&str; 10] =
    ["event", "title", "starts", "member", "state", "group", "guests", "position", "every_time", "discord"];

/// The message with the file.
///
/// # Errors
/// Told, if Discord does not take so large a file; fault, if the table cannot be written.
pub fn view(locale: Locale, event: &Event, rosters: &[Roster], zone: &Zone) -> Result<View> {
    let number = event.number.to_string();
    let rows = rosters.iter().flat_map(|roster| roster.signups.iter().map(|signup| row(event, roster, signup, zone)));
    let file = File::table(format!("event-{number}.csv"), &table::csv(COLUMNS, rows)?);
    if file.is_too_large() {
        return Err(Problem::TooLarge(event.number).into());
    }
    let text = Message::new("events-export").with("number", number).with("title", &event.details.title);
    Ok(View::text(say(locale, &text)).file(file))
}

fn row(event: &Event, roster: &Roster, signup: &Signup, zone: &Zone) -> [Cell; 10] {
    let details = &roster.occurrence.details;
    let group = signup.group.and_then(|place| details.groups.get(usize::from(place)));
    let state = match signup.state {
        SignupState::Going => "going",
        SignupState::Maybe => "maybe",
        SignupState::Cant => "cant",
        SignupState::Waiting => "waiting",
    };
    [
        event.number.into(),
        Cell::words(&details.title),
        Cell::plain(zone.iso(roster.occurrence.starts)),
        Cell::plain(signup.member.to_string()),
        Cell::plain(state.to_owned()),
        group.map(|group| Cell::words(&group.name)).unwrap_or_default(),
        signup.guests.into(),
        signup.position.into(),
        u8::from(signup.every_time).into(),
        u8::from(signup.via == Via::Discord).into(),
    ]
}
