//! What people see of polls: the card to vote on and its preview, what becomes of a vote, results,
//! lists.

pub mod bars;
pub mod card;
pub mod chart;
pub mod edit;
pub mod list;
pub mod native;
pub mod preview;
pub mod remind;
pub mod result;
pub mod runoff;
pub mod stages;
pub mod turnout;
pub mod vote;
pub mod voters;

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::Button;
use crate::error::{Arg, Message};
use crate::feature::card::NotDone;
use crate::features::polls::PollId;
use crate::i18n::{Locale, say};
use crate::ids::RoleId;
use crate::text::safe::Safe;

use super::{Choice, NAME, Plan};

/// A button or menu of a poll, or of a draft.
pub fn id(verb: &str, row: i64) -> CustomId {
    CustomId::new(NAME, verb, 1, row)
}

/// Roles, one after the other.
pub fn roles(roles: &[RoleId]) -> Message {
    let mut named = roles.iter().map(|role| Message::new("poll-role").with("role", *role));
    let first = named.next().unwrap_or_else(|| Message::new("poll-everyone"));
    named.fold(first, |before, next| Message::new("poll-roles").with("before", before).with("next", next))
}

/// An option as people read it: its words, or of a date the instant in each reader's own zone.
pub fn option(locale: Locale, choice: &Choice) -> Safe {
    match choice.at {
        Some(at) => say(locale, &Message::new("poll-date").with("at", Arg::Time(at, 'F'))),
        None => Safe::escape(&choice.label),
    }
}

/// Options by their places, in this order, one after the other.
pub fn options(locale: Locale, plan: &Plan, places: &[u8]) -> Safe {
    let named = places.iter().filter_map(|place| plan.options.get(usize::from(*place).checked_sub(1)?));
    Safe::join(named.map(|choice| option(locale, choice)), ", ")
}

/// Why a message of a poll does not stand where it should, and what helps.
pub fn why(missing: NotDone) -> Message {
    missing.message("poll-why-gone")
}

/// *Post again*.
pub fn again(locale: Locale, poll: PollId) -> Button {
    Button::new(say(locale, &Message::new("card-again")), id("again", poll.get()))
}
