//! What `/setup check` shows: a line for each thing to do, or that there is none.

use crate::discord::interaction::context::Interaction;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages;
use crate::discord::ui::view::{Embed, View};
use crate::error::Message;

/// A page of what was found.
pub fn findings(interaction: &Interaction, found: &[Message], page: i64) -> View {
    let locale = interaction.actor.locale;
    let title = interaction.say(&Message::new("check-title"));
    if found.is_empty() {
        return View::embed(Embed::titled(title).description(interaction.say(&Message::new("check-fine"))));
    }
    let lines = found.iter().map(|finding| interaction.say(&Message::new("setup-note").with("note", finding.clone())));
    let count = interaction.say(&Message::new("check-count").with("count", found.len()));
    let id = |number| CustomId::new("setup", "check", 1, number);
    pages::page(lines.collect(), page).below(locale, Embed::titled(title).footer(count), id)
}
