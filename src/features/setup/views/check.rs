//! What `/setup check` shows: a line for each thing to do, or that there is none.

use crate::discord::interaction::context::Interaction;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages;
use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::text::safe::Safe;

/// A page of what was found.
pub fn findings(interaction: &Interaction, found: &[Message], page: i64) -> View {
    let locale = interaction.actor.locale;
    let title = interaction.say(&Message::new("check-title"));
    if found.is_empty() {
        return View::embed(Embed::titled(title).description(interaction.say(&Message::new("check-fine"))));
    }
    let lines = found.iter().map(|finding| interaction.say(&Message::new("setup-note").with("note", finding.clone())));
    let page = pages::page(lines.collect(), page);
    let count = interaction.say(&Message::new("check-count").with("count", found.len()));
    let footer = Safe::join([count].into_iter().chain(page.footer(locale)), " · ");
    let embed = Embed::titled(title).description(page.text()).footer(footer);
    View::embed(embed).row(page.buttons(locale, |number| CustomId::new("setup", "check", 1, number)))
}
