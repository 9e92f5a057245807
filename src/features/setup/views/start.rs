//! The pages of `/setup start`: what is chosen there, what holds, and the way on.

use std::collections::HashMap;

use crate::discord::interaction::context::Interaction;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::picker::{Offers, Picker};
use crate::discord::ui::view::{Button, Embed, Field, Modal, Select, SelectOption, View};
use crate::error::Message;
use crate::features::setup::walk;
use crate::features::setup::walk::{By, Input, Page, STEPS};
use crate::features::setup::{ChangeId, all, rules, setting_types};
use crate::i18n::Locale;
use crate::ids::{ChannelId, RoleId};
use crate::text::limits;
use crate::text::safe::Safe;

/// What stands on a page besides what is always there.
#[derive(Debug, Default)]
pub struct PageNews {
    /// What has just happened, a line each.
    pub lines: Vec<Safe>,
    /// The change that can be taken back there.
    pub undo: Option<ChangeId>,
    /// Further buttons.
    pub buttons: Vec<Button>,
}

/// One page, with what is chosen so far.
pub fn page(interaction: &Interaction, page: Page, chosen: &HashMap<String, String>, told: PageNews) -> View {
    let name = Message::new(format!("start-step-{}", page.name()));
    let title = Message::new("start-title").with("step", page.step()).with("steps", STEPS).with("name", name);
    let text = interaction.say(&Message::new(format!("start-text-{}", page.name())));
    let settings: Vec<&str> = match page {
        Page::Summary => walk::settings().collect(),
        page => page.inputs().iter().map(|input| input.setting).collect(),
    };
    let lines = settings.iter().flat_map(|name| state(interaction, name, chosen));
    let next = (page == Page::Summary).then(|| next_steps(interaction)).into_iter().flatten();
    let body = told.lines.into_iter().chain([text]).chain(lines).chain(next);

    let mut view = View::embed(Embed::titled(interaction.say(&title)).description(Safe::join(body, "\n")));
    for input in page.inputs() {
        let stored = chosen.get(input.setting).map(String::as_str);
        view = menu(interaction, view, page, *input, stored);
    }
    let any = page.inputs().iter().any(|input| chosen.contains_key(input.setting));
    let undo = told.undo.map(|change| {
        let id = CustomId::new("setup", "undo", 1, change.get()).arg(page.row());
        Button::new(interaction.say(&Message::new("setup-undo")), id)
    });
    let missing = walk::staff_channels().any(|name| !chosen.contains_key(name));
    let buttons = ways(interaction, page, any, missing).into_iter().chain(undo).chain(told.buttons);
    view.row(buttons.take(limits::ROW_BUTTONS).collect())
}

/// What holds of a setting, and what is wrong with it.
fn state(interaction: &Interaction, name: &str, chosen: &HashMap<String, String>) -> Vec<Safe> {
    let Some(setting) = all(&interaction.app).find(|setting| setting.name == name) else { return Vec::new() };
    let stored = chosen.get(name).map(String::as_str);
    [super::line(interaction, setting, stored)].into_iter().chain(super::notes(interaction, setting, stored)).collect()
}

fn next_steps(interaction: &Interaction) -> Vec<Safe> {
    ["start-next-check", "start-next-digest", "start-next-help"].map(|key| interaction.say(&Message::new(key))).to_vec()
}

/// The menu of a setting.
fn menu(interaction: &Interaction, view: View, page: Page, input: Input, stored: Option<&str>) -> View {
    let id = CustomId::new("setup", "choose", 1, page.row()).arg(input.setting);
    let placeholder = interaction.say(&Message::new(format!("start-input-{}", input.setting)));
    let known = interaction.app.discord.directory.guild(interaction.actor.guild).unwrap_or_default();
    let number = stored.and_then(|value| value.parse().ok());
    // What is gone cannot be shown as chosen.
    let channel = number.map(ChannelId).filter(|channel| known.channels.contains_key(channel));
    let offers = match input.by {
        By::Language => return view.select(languages(interaction, Select::new(id, placeholder), stored)),
        By::Zone => return view.select(zones(interaction, Select::new(id, placeholder), stored)),
        By::Role => {
            let role = number.map(RoleId).filter(|role| known.roles.contains_key(role));
            Offers::Roles { chosen: role.into_iter().collect(), most: 1 }
        }
        By::Channel => Offers::Channels { chosen: channel, forums: false },
        By::ChannelOrForum => Offers::Channels { chosen: channel, forums: true },
    };
    view.picker(Picker { id, placeholder, offers })
}

fn languages(interaction: &Interaction, menu: Select, stored: Option<&str>) -> Select {
    let line = |locale: Locale| {
        let name = interaction.say(&(setting_types::LANGUAGE.show)(locale.code()));
        SelectOption::new(locale.code(), name).chosen(stored == Some(locale.code()))
    };
    Locale::ALL.into_iter().map(line).fold(menu, Select::option)
}

/// Some usual zones, and the one that holds.
fn zones(interaction: &Interaction, menu: Select, stored: Option<&str>) -> Select {
    let other = stored.filter(|zone| !rules::USUAL_ZONES.contains(zone));
    let now = interaction.app.clock.now();
    let line = |name: &str| {
        let label = setting_types::zone_label(name, now).unwrap_or_else(|| name.to_owned());
        SelectOption::new(name, Safe::escape(&label)).chosen(stored == Some(name))
    };
    rules::USUAL_ZONES.into_iter().chain(other).map(line).fold(menu, Select::option)
}

/// Back, and on or to the end; on the first page a form for a zone that is not in the menu, on those of
/// the team's channels the button that makes them. `any` is chosen on this page, some are `missing`.
fn ways(interaction: &Interaction, page: Page, any: bool, missing: bool) -> Vec<Button> {
    let button = |key: &'static str, verb: &str, row: i64| {
        Button::new(interaction.say(&Message::new(key)), CustomId::new("setup", verb, 1, row))
    };
    let mut buttons = vec![button("start-back", "step", page.row() - 1).enabled(page.back().is_some())];
    buttons.push(match page.next() {
        Some(next) if any => button("start-forward", "step", next.row()).primary(),
        Some(next) => button("start-skip", "step", next.row()),
        None => button("start-finish", "finish", 0).success(),
    });
    match page {
        Page::Place => buttons.push(button("start-other-zone", "other-zone", page.row())),
        Page::Staff | Page::MoreStaff => {
            buttons.push(button("start-create", "create", page.row()).enabled(missing));
        }
        Page::Roles | Page::Public | Page::Summary => {}
    }
    buttons
}

/// The form for a zone that the menu does not have.
pub fn zone_form(interaction: &Interaction, page: Page) -> Modal {
    let say = |key: &'static str| interaction.say(&Message::new(key));
    let field = Field::line("zone", say("start-zone-label"), 60).placeholder(say("start-zone-hint"));
    Modal::new(CustomId::new("setup", "zone", 1, page.row()), say("start-zone-title")).field(field)
}

/// The end of the walk: nothing more to press.
pub fn finished(interaction: &Interaction, chosen: &HashMap<String, String>) -> View {
    let done = PageNews { lines: vec![interaction.say(&Message::new("start-finished"))], ..PageNews::default() };
    View { rows: Vec::new(), ..page(interaction, Page::Summary, chosen, done) }
}
