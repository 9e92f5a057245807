//! What managers see of settings; the walk through them is in [`start`], what is wrong in [`check`].

pub mod check;
pub mod creation;
pub mod start;

use std::collections::HashMap;

use crate::discord::interaction::context::Door;
use crate::discord::ui::autocomplete::Suggestion;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::Message;
use crate::feature::setting::Setting;
use crate::i18n::plain;
use crate::text::limits;
use crate::text::safe::Safe;

use super::{Change, all, kinds};

/// Every setting with what holds now, what it is for, and what is wrong with it; a page of it.
pub fn list(door: &Door, chosen: &HashMap<String, String>, page: i64) -> View {
    let lines = all(&door.app).map(|setting| {
        let stored = chosen.get(setting.name).map(String::as_str);
        let about = Message::new("setup-about").with("about", Message::new(setting.about));
        Safe::join(
            [line(door, setting, stored), door.say(&about)].into_iter().chain(notes(door, setting, stored)),
            "\n",
        )
    });
    let (title, locale) = (door.say(&Message::new("setup-title")), door.actor.locale);
    let page = pages::page(lines.collect(), page);
    let footer = [door.say(&Message::new("setup-how"))].into_iter().chain(page.footer(locale));
    let embed = Embed::titled(title).description(page.text()).footer(Safe::join(footer, " · "));
    View::embed(embed).row(page.buttons(locale, |number| CustomId::new("setup", "show", 1, number)))
}

fn line(door: &Door, setting: &Setting, stored: Option<&str>) -> Safe {
    let key = if stored.is_some() { "setup-line" } else { "setup-line-default" };
    door.say(&Message::new(key).with("name", setting.name).with("value", value(door, setting, stored)))
}

/// What holds, as people read it.
fn value(door: &Door, setting: &Setting, stored: Option<&str>) -> Message {
    match stored {
        Some(stored) => (setting.show)(stored),
        None => (setting.default)(&door.app, door.actor.guild),
    }
}

/// What people should know about a stored value, a line each.
fn notes(door: &Door, setting: &Setting, stored: Option<&str>) -> Vec<Safe> {
    let notes = stored.map(|stored| (setting.notes)(&door.app, door.actor.guild, stored)).unwrap_or_default();
    let key = |note: &Message| if kinds::is_wrong(note) { "setup-note" } else { "setup-remark" };
    notes.into_iter().map(|note| door.say(&Message::new(key(&note)).with("note", note))).collect()
}

/// Old → new, and the button that takes it back.
pub fn changed(door: &Door, setting: &Setting, change: &Change) -> View {
    let undo = Button::new(door.say(&Message::new("setup-undo")), CustomId::new("setup", "undo", 1, change.id.get()));
    let told = changed_line(door, setting, change);
    View::text(with_notes(door, told, setting, change.after.as_deref())).row(vec![undo])
}

/// It was so already.
pub fn unchanged(door: &Door, setting: &Setting, stored: Option<&str>) -> View {
    let told = Message::new("setup-unchanged").with("name", setting.name).with("value", value(door, setting, stored));
    View::text(with_notes(door, door.say(&told), setting, stored))
}

/// It is as it was before the change.
pub fn undone(door: &Door, setting: &Setting, change: &Change) -> View {
    let told = undone_line(door, setting, change);
    View::text(with_notes(door, told, setting, change.before.as_deref()))
}

/// Old → new, without a button.
pub fn changed_line(door: &Door, setting: &Setting, change: &Change) -> Safe {
    let (before, after) = (change.before.as_deref(), change.after.as_deref());
    let told = Message::new("setup-changed")
        .with("name", setting.name)
        .with("before", value(door, setting, before))
        .with("after", value(door, setting, after));
    door.say(&told)
}

/// It is as it was, without what should be known of it.
pub fn undone_line(door: &Door, setting: &Setting, change: &Change) -> Safe {
    let before = change.before.as_deref();
    door.say(&Message::new("setup-undone").with("name", setting.name).with("value", value(door, setting, before)))
}

fn with_notes(door: &Door, told: Safe, setting: &Setting, stored: Option<&str>) -> Safe {
    Safe::join([told].into_iter().chain(notes(door, setting, stored)), "\n")
}

/// Settings whose name or purpose has in it what was typed.
pub fn names(door: &Door, typed: &str) -> Vec<Suggestion> {
    let typed = typed.trim().to_lowercase();
    let about = |setting: &Setting| plain(door.actor.locale, &Message::new(setting.about));
    let offered =
        all(&door.app).map(|setting| Suggestion::new(format!("{}: {}", setting.name, about(setting)), setting.name));
    offered.filter(|offered| offered.label.to_lowercase().contains(&typed)).collect()
}

/// What a setting offers, and at the end its default.
pub fn values(door: &Door, setting: &Setting, typed: &str) -> Vec<Suggestion> {
    let (app, actor) = (&door.app, &door.actor);
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
