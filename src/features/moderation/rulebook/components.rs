//! What is pressed and sent: the pages of the rules, for everyone; the form of a rule and *Undo* of one that was retired,
//! for managers.

use serde::Deserialize;

use super::editing::{self, Editor, Words};
use super::{RuleId, actions, reading, views};
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::error::Result;
use crate::feature::route::{Route, typed};
use crate::features::moderation::commands::warn::words;
use crate::features::setup;
use crate::i18n::Locale;

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("page", |press| Box::pin(turn_page(press))),
    Route::modal("added", |form| typed(form, added)).requires(actions::MANAGE_RULES),
    Route::modal("edited", |form| typed(form, edited)).requires(actions::MANAGE_RULES),
    Route::component("restore", |press| Box::pin(restore(press))).requires(actions::MANAGE_RULES),
];

/// The row of the custom_id is the page.
async fn turn_page(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let mut db = interaction.app.db.read().acquire().await?;
    let server = setup::server(&mut *db, interaction.actor.guild).await?;
    let rules = reading::rules(&mut db, interaction.actor.guild).await?;
    drop(db);
    interaction.update_message(&views::list(interaction.actor.locale, &server.name, &rules, id.row)).await
}

/// The form of a rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RuleForm {
    title: String,
    text: String,
}

impl RuleForm {
    fn words(self) -> Words {
        Words { title: words(&self.title), text: Some(self.text) }
    }
}

fn editor(interaction: &Interaction) -> Editor {
    Editor { guild: interaction.actor.guild, by: interaction.actor.member, now: interaction.app.clock.now() }
}

/// The language that a form was opened for.
fn language(arg: &str) -> Result<Locale> {
    let place: usize = arg.parse().map_err(|_| outdated())?;
    Ok(*Locale::ALL.get(place).ok_or_else(outdated)?)
}

/// The form of a new rule was sent; row 0 is the last place.
async fn added(form: ModalSubmit<RuleForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let (editor, language, said) = (editor(&interaction), language(&id.arg)?, inputs.words());
    let number = (id.row > 0).then_some(id.row);

    let added = interaction.app.db.write(async move |tx| editing::add(tx, editor, number, language, said).await);
    let number = added.await?;

    interaction.reply_ephemeral(&views::done(interaction.actor.locale, "rule-added", number)).await
}

/// The form of a change was sent. It names the rule by its row, as its number may have changed since.
async fn edited(form: ModalSubmit<RuleForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let (editor, language, said) = (editor(&interaction), language(&id.arg)?, inputs.words());

    let reworded = interaction.app.db.write(async move |tx| {
        let number = reading::known(&mut *tx, editor.guild, RuleId(id.row)).await?.number;
        editing::reword(tx, editor, number, language, said).await?;
        Ok(number)
    });
    let number = reworded.await?;

    interaction.reply_ephemeral(&views::done(interaction.actor.locale, "rule-edited", number)).await
}

/// *Undo*: a retired rule is one again.
async fn restore(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let editor = editor(&interaction);
    let restored = interaction.app.db.write(async move |tx| editing::restore(tx, editor, RuleId(id.row)).await);
    let number = restored.await?;
    interaction.update_message(&views::done(interaction.actor.locale, "rule-restored", number)).await
}
