//! What managers see of settings; the walk through them is in [`start`], what is wrong in [`check`].

pub mod check;
pub mod creation;
pub mod start;

use std::collections::HashMap;

use crate::discord::interaction::context::Interaction;
use crate::discord::ui::autocomplete::Suggestion;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::Message;
use crate::feature::setting::Setting;
use crate::i18n::plain;
use crate::text::limits;
use crate::text::safe::Safe;

use super::{Change, all, setting_types};

/// Every setting with what holds now, what it is for, and what is wrong with it; a page of it.
pub fn list(interaction: &Interaction, chosen: &HashMap<String, String>, page: i64) -> View {
    let lines = all(&interaction.app).map(|setting| {
        let stored = chosen.get(setting.name).map(String::as_str);
        let about = Message::new("setup-about").with("about", Message::new(setting.about));
        Safe::join(
            [line(interaction, setting, stored), interaction.say(&about)].into_iter().chain(notes(
                interaction,
                setting,
                stored,
            )),
            "\n",
        )
    });
    let (title, locale) = (interaction.say(&Message::new("setup-title")), interaction.actor.locale);
    let embed = Embed::titled(title).footer(interaction.say(&Message::new("setup-how")));
    pages::page(lines.collect(), page).below(locale, embed, |number| CustomId::new("setup", "show", 1, number))
}

fn line(interaction: &Interaction, setting: &Setting, stored: Option<&str>) -> Safe {
    let key = if stored.is_some() { "setup-line" } else { "setup-line-default" };
    interaction.say(&Message::new(key).with("name", setting.name).with("value", value(interaction, setting, stored)))
}

/// What holds, as people read it.
fn value(interaction: &Interaction, setting: &Setting, stored: Option<&str>) -> Message {
    match stored {
        Some(stored) => (setting.show)(stored),
        None => (setting.default)(&interaction.app, interaction.actor.guild),
    }
}

/// What people should know about a stored value, a line each.
fn notes(interaction: &Interaction, setting: &Setting, stored: Option<&str>) -> Vec<Safe> {
    let notes =
        stored.map(|stored| (setting.notes)(&interaction.app, interaction.actor.guild, stored)).unwrap_or_default();
    let key = |note: &Message| if setting_types::is_wrong(note) { "setup-note" } else { "setup-remark" };
    notes.into_iter().map(|note| interaction.say(&Message::new(key(&note)).with("note", note))).collect()
}

/// Old → new, and the button that takes it back.
pub fn changed(interaction: &Interaction, setting: &Setting, change: &Change) -> View {
    let undo =
        Button::new(interaction.say(&Message::new("setup-undo")), CustomId::new("setup", "undo", 1, change.id.get()));
    let told = changed_line(interaction, setting, change);
    View::text(with_notes(interaction, told, setting, change.after.as_deref())).row(vec![undo])
}

/// It was so already.
pub fn unchanged(interaction: &Interaction, setting: &Setting, stored: Option<&str>) -> View {
    let told =
        Message::new("setup-unchanged").with("name", setting.name).with("value", value(interaction, setting, stored));
    View::text(with_notes(interaction, interaction.say(&told), setting, stored))
}

/// It is as it was before the change.
pub fn undone(interaction: &Interaction, setting: &Setting, change: &Change) -> View {
    let told = undone_line(interaction, setting, change);
    View::text(with_notes(interaction, told, setting, change.before.as_deref()))
}

/// Old → new, without a button.
pub fn changed_line(interaction: &Interaction, setting: &Setting, change: &Change) -> Safe {
    let (before, after) = (change.before.as_deref(), change.after.as_deref());
    let told = Message::new("setup-changed")
        .with("name", setting.name)
        .with("before", value(interaction, setting, before))
        .with("after", value(interaction, setting, after));
    interaction.say(&told)
}

/// It is as it was, without what should be known of it.
pub fn undone_line(interaction: &Interaction, setting: &Setting, change: &Change) -> Safe {
    let before = change.before.as_deref();
    interaction.say(
        &Message::new("setup-undone").with("name", setting.name).with("value", value(interaction, setting, before)),
    )
}

fn with_notes(interaction: &Interaction, told: Safe, setting: &Setting, stored: Option<&str>) -> Safe {
    Safe::join([told].into_iter().chain(notes(interaction, setting, stored)), "\n")
}

/// Settings whose name or purpose has in it what was typed.
pub fn names(interaction: &Interaction, typed: &str) -> Vec<Suggestion> {
    let typed = typed.trim().to_lowercase();
    let about = |setting: &Setting| plain(interaction.actor.locale, &Message::new(setting.about));
    let offered = all(&interaction.app)
        .map(|setting| Suggestion::new(format!("{}: {}", setting.name, about(setting)), setting.name));
    offered.filter(|offered| offered.label.to_lowercase().contains(&typed)).collect()
}

/// What a setting offers, and at the end its default.
pub fn values(interaction: &Interaction, setting: &Setting, typed: &str) -> Vec<Suggestion> {
    let (app, actor) = (&interaction.app, &interaction.actor);
    let mut offered = (setting.suggest)(app, actor.guild, actor.locale, typed);
    let default = Message::new("setup-offer-default").with("value", (setting.default)(app, actor.guild));
    let label = plain(actor.locale, &default);
    let typed = typed.trim().to_lowercase();
    if "default".starts_with(&typed) || "none".starts_with(&typed) || label.to_lowercase().starts_with(&typed) {
        // One place of the 25 is kept for it.
        offered.truncate(limits::OPTIONS - 1);
        offered.push(Suggestion::new(label, "default"));
    }
    offered
}
