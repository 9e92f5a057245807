//! The buttons, menus and forms under the answers of `/setup`. Each asks anew whether the person may,
//! and all that it needs stands in its custom_id and in the settings: a walk goes on after a restart.

use serde::Deserialize;

use crate::discord::interaction::context::ComponentEvent;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::context::ModalSubmit;
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::outcome;
use crate::discord::interaction::parties;
use crate::error::Message;
use crate::error::Result;
use crate::feature::route::{Route, typed};
use crate::feature::setting::Setting;
use crate::features::setup::actions;
use crate::features::setup::actions::{READ_SETTINGS, SET_SETTINGS};
use crate::features::setup::{ChangeId, CreationId};
use crate::ids::ChannelId;

use super::views::start::{self, PageNews};
use super::walk::{By, Input, Page};
use super::{all, change, check, creation, store, views};

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("undo", |press| Box::pin(undo(press))).requires(SET_SETTINGS),
    Route::component("show", |press| Box::pin(turn(press))).requires(READ_SETTINGS),
    Route::component("check", |press| Box::pin(turn_findings(press))).requires(READ_SETTINGS),
    Route::component("step", |press| Box::pin(step(press))).requires(SET_SETTINGS),
    Route::component("choose", |press| Box::pin(choose(press))).requires(SET_SETTINGS),
    Route::component("other-zone", |press| Box::pin(other_zone(press))).requires(SET_SETTINGS),
    Route::component("create", |press| Box::pin(create(press))).requires(SET_SETTINGS),
    Route::component("created", |press| Box::pin(created(press))).requires(SET_SETTINGS),
    Route::component("uncreate", |press| Box::pin(uncreate(press))).requires(SET_SETTINGS),
    Route::component("finish", |press| Box::pin(finish(press))).requires(SET_SETTINGS),
    Route::modal("zone", |form| typed(form, zone)).requires(SET_SETTINGS),
];

/// The row of the custom_id is the change, its argument the page of the walk if it stands there.
async fn undo(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let (setting, change) = change::undo(&interaction, ChangeId(id.row)).await?;

    match id.arg.parse().ok().and_then(Page::from_row) {
        Some(page) => {
            let lines = vec![views::undone_line(&interaction, setting, &change)];
            walk(&interaction, page, PageNews { lines, ..PageNews::default() }).await
        }
        None => interaction.update_message(&views::undone(&interaction, setting, &change)).await,
    }
}

/// The row is the page of the list.
async fn turn(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let chosen = store::list(interaction.app.db.read(), interaction.actor.guild).await?;

    interaction.update_message(&views::list(&interaction, &chosen, id.row)).await
}

/// The row is the page of what was found, which is looked for anew.
async fn turn_findings(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    let findings = check::findings(&interaction).await?;

    interaction.update_message(&views::check::findings(&interaction, &findings, id.row)).await
}

/// The row is the page of the walk to go to.
async fn step(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    walk(&interaction, Page::from_row(id.row).ok_or_else(outdated)?, PageNews::default()).await
}

/// The row is the page of the walk, the argument the setting; nothing chosen is the default.
async fn choose(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;

    let page = Page::from_row(id.row).ok_or_else(outdated)?;
    let input = page.input(&id.arg).ok_or_else(outdated)?;
    let value = values.first().map(String::as_str);

    set(&interaction, page, input, value).await
}

/// Opens the form for a zone.
async fn other_zone(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    interaction.open_modal(&start::zone_form(&interaction, Page::from_row(id.row).ok_or_else(outdated)?)).await
}

/// A zone was typed.
async fn zone(form: ModalSubmit<ZoneForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;

    let page = Page::from_row(id.row).ok_or_else(outdated)?;
    let input = page.input("zone").ok_or_else(outdated)?;

    set(&interaction, page, input, Some(&inputs.zone)).await
}

/// The form for a zone.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ZoneForm {
    zone: String,
}

/// The row is the page of the walk.
async fn create(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    parties::may_have_done(&interaction, actions::CREATE_CHANNELS).await?;
    let page = Page::from_row(id.row).ok_or_else(outdated)?;

    let creation = creation::create(&interaction).await?;

    what_became(&interaction, page, creation).await
}

/// Looks again what has become of it; the row is the creation, the argument the page.
async fn created(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;

    what_became(&interaction, id.arg.parse().ok().and_then(Page::from_row).ok_or_else(outdated)?, CreationId(id.row))
        .await
}

/// Takes it back; row and argument are the same.
async fn uncreate(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    parties::may_have_done(&interaction, actions::CREATE_CHANNELS).await?;
    let page = id.arg.parse().ok().and_then(Page::from_row).ok_or_else(outdated)?;

    creation::undo(&interaction, CreationId(id.row)).await?;

    what_became(&interaction, page, CreationId(id.row)).await
}

/// Shows the page with what Discord has done so far; it gets a moment for it.
async fn what_became(interaction: &Interaction, page: Page, id: CreationId) -> Result<()> {
    let guild = interaction.actor.guild;
    let orders = store::orders(interaction.app.db.read(), guild, id).await?;
    outcome::wait_for_orders(interaction, &orders).await;
    let mut db = interaction.app.db.read().acquire().await?;
    let creation = store::creation(&mut db, guild, id).await?.ok_or_else(outdated)?;
    drop(db);

    walk(interaction, page, views::creation::told(interaction, page, &creation)).await
}

/// The walk is over.
async fn finish(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, .. } = press;

    let chosen = store::list(interaction.app.db.read(), interaction.actor.guild).await?;

    interaction.update_message(&start::finished(&interaction, &chosen)).await
}

/// Gives a setting what was chosen or typed on a page, and shows the page again.
async fn set(interaction: &Interaction, page: Page, input: Input, value: Option<&str>) -> Result<()> {
    let setting = setting(interaction, input)?;
    let value = match value {
        Some(value) => Some(read(interaction, setting, input.by, value).await?),
        None => None,
    };

    let change = change::set(interaction, setting, value).await?;

    let lines = change.iter().map(|change| views::changed_line(interaction, setting, change)).collect();
    walk(interaction, page, PageNews { lines, undo: change.map(|change| change.id), ..PageNews::default() }).await
}

fn setting(interaction: &Interaction, input: Input) -> Result<&'static Setting> {
    Ok(all(&interaction.app).find(|setting| setting.name == input.setting).ok_or_else(outdated)?)
}

/// What was chosen, as it is stored. Discord offers channels that Steward may not have been told of.
async fn read(interaction: &Interaction, setting: &Setting, by: By, value: &str) -> Result<String> {
    let known = interaction.app.discord.directory.guild(interaction.actor.guild).unwrap_or_default();
    let channel = value.parse().ok().map(ChannelId).filter(|_| matches!(by, By::Channel | By::ChannelOrForum));
    if let Some(channel) = channel.filter(|channel| !known.channels.contains_key(channel)) {
        return Err(Message::new("setting-channel-unseen").with("channel", channel).into());
    }
    change::read(interaction, setting, value).await
}

/// Shows a page of the walk where its buttons stand.
async fn walk(interaction: &Interaction, page: Page, told: PageNews) -> Result<()> {
    let chosen = store::list(interaction.app.db.read(), interaction.actor.guild).await?;

    interaction.update_message(&start::page(interaction, page, &chosen, told)).await
}
