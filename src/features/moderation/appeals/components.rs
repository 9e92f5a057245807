//! What is pressed and sent: *Appeal* and *Answer* with their forms, for the person, also in direct messages; the buttons of
//! card and list, for staff. The appeal is loaded and the person asked for their right anew at every press; of two who
//! decide at once the second hears who was faster.

use serde::Deserialize;

use super::{AppealId, AppealQuestionId, Problem, actions, filing, rules, settling, store, views};
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::route::{Route, typed};
use crate::features::moderation::commands::reads_message;
use crate::features::moderation::commands::warn::words;
use crate::features::moderation::{CaseId, store as cases};
use crate::ids::GuildId;

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("write", |press| Box::pin(write(press))),
    Route::component("choose", |press| Box::pin(choose(press))),
    Route::component("chosen", |press| Box::pin(chosen(press))),
    Route::modal("written", |form| typed(form, written)),
    Route::component("answer", |press| Box::pin(answer(press))),
    Route::modal("answered", |form| typed(form, answered)),
    Route::component("approve", |press| Box::pin(approve(press))).requires(actions::READ_APPEALS),
    Route::component("deny", |press| Box::pin(deny(press))).requires(actions::READ_APPEALS),
    Route::modal("denied", |form| typed(form, denied)).requires(actions::READ_APPEALS),
    Route::component("ask", |press| Box::pin(ask(press))).requires(actions::READ_APPEALS),
    Route::modal("asked", |form| typed(form, asked)).requires(actions::READ_APPEALS),
    Route::component("page", |press| Box::pin(turn_page(press))).requires(actions::READ_APPEALS),
    Route::component("open", |press| Box::pin(open_one(press))).requires(actions::READ_APPEALS),
];

/// The form of what is appealed, answered, asked or denied.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TextForm {
    text: String,
}

/// The server that a button in direct messages is about.
fn server(id: &CustomId) -> Result<GuildId> {
    Ok(id.arg.parse().map_err(|_| outdated())?)
}

/// *Appeal* under a notice: the form opens, if the case can be appealed now.
async fn write(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    open_form(&interaction, server(&id)?, CaseId(id.row)).await
}

async fn open_form(interaction: &Interaction, guild: GuildId, id: CaseId) -> Result<()> {
    let now = interaction.app.clock.now();
    let mut db = interaction.app.db.read().acquire().await?;
    let (case, earlier) = filing::own_case(&mut db, guild, id, interaction.actor.member).await?;
    drop(db);

    rules::may_appeal(&case, &earlier, now)?;

    interaction.open_modal(&views::form(interaction.actor.locale, &case)).await
}

/// *Appeal* in one's own record: the form opens, or a menu where several cases can be appealed.
async fn choose(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (guild, now) = (server(&id)?, interaction.app.clock.now());
    let mut db = interaction.app.db.read().acquire().await?;
    let cases = filing::appealable(&mut db, guild, interaction.actor.member, now).await?;
    drop(db);
    match cases.as_slice() {
        [] => Err(Message::new("appeal-none-left").into()),
        [case] => interaction.open_modal(&views::form(interaction.actor.locale, case)).await,
        several => interaction.reply_ephemeral(&views::choice(interaction.actor.locale, guild, several)).await,
    }
}

/// A case was chosen in that menu.
async fn chosen(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let case = values.first().and_then(|chosen| chosen.parse().ok()).ok_or_else(outdated)?;
    open_form(&interaction, server(&id)?, CaseId(case)).await
}

/// The form of an appeal was sent.
async fn written(form: ModalSubmit<TextForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let filing = async {
        let (guild, member, now) = (server(&id)?, interaction.actor.member, interaction.app.clock.now());
        let text = words(&inputs.text).ok_or(Problem::NoWords)?;
        let case = CaseId(id.row);
        let filed = interaction.app.db.write(async move |tx| filing::file(tx, guild, case, member, &text, now).await);
        Ok(views::receipt(interaction.actor.locale, &filed.await?))
    };
    interaction.reply_or_return(filing.await, &inputs.text).await
}

/// *Answer* under a question: the form opens.
async fn answer(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let mut db = interaction.app.db.read().acquire().await?;
    let question = AppealQuestionId(id.row);
    let (question, _) = filing::own_question(&mut db, server(&id)?, question, interaction.actor.member).await?;
    drop(db);
    interaction.open_modal(&views::answer_form(interaction.actor.locale, &question)).await
}

/// The form of an answer was sent.
async fn answered(form: ModalSubmit<TextForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let answering = async {
        let (guild, member, now) = (server(&id)?, interaction.actor.member, interaction.app.clock.now());
        let text = words(&inputs.text).ok_or(Problem::NoWords)?;
        let question = AppealQuestionId(id.row);
        let kept =
            interaction.app.db.write(async move |tx| filing::answer(tx, guild, question, member, &text, now).await);
        kept.await?;
        Ok(View::text(interaction.say(&Message::new("appeal-answer-kept"))))
    };
    interaction.reply_or_return(answering.await, &inputs.text).await
}

/// *Approve*.
async fn approve(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let view = settling::approve(&interaction, AppealId(id.row)).await?;
    interaction.reply_ephemeral(&view).await
}

/// *Deny*: the form for the reason opens.
async fn deny(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let appeal = settling::may_decide(&interaction, AppealId(id.row)).await?;
    interaction.open_modal(&views::denial_form(interaction.actor.locale, &appeal)).await
}

/// The form of a denial was sent.
async fn denied(form: ModalSubmit<TextForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let denying = async {
        let reason = words(&inputs.text).ok_or(Problem::NoReason)?;
        settling::deny(&interaction, AppealId(id.row), reason).await
    };
    interaction.reply_or_return(denying.await, &inputs.text).await
}

/// *Ask a question*: the form opens.
async fn ask(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let appeal = settling::may_decide(&interaction, AppealId(id.row)).await?;
    interaction.open_modal(&views::question_form(interaction.actor.locale, &appeal)).await
}

/// The form of a question was sent.
async fn asked(form: ModalSubmit<TextForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let asking = async {
        let text = words(&inputs.text).ok_or(Problem::NoQuestion)?;
        settling::ask(&interaction, AppealId(id.row), text).await
    };
    interaction.reply_or_return(asking.await, &inputs.text).await
}

/// The row of the custom_id is the page.
async fn turn_page(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (guild, reader) = (interaction.actor.guild, interaction.actor.member);
    let page = store::list(interaction.app.db.read(), guild, reader, id.row).await?;
    interaction.update_message(&views::list(interaction.actor.locale, &page)).await
}

/// An appeal was chosen in the list.
async fn open_one(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, values, .. } = press;
    let chosen = values.first().and_then(|chosen| chosen.parse().ok()).ok_or_else(outdated)?;
    let appeal = settling::readable(&interaction, AppealId(chosen)).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    let case = cases::case(&mut *db, appeal.guild, appeal.case).await?;
    let mut whole = cases::whole(&mut db, case).await?;
    drop(db);
    if !reads_message(&interaction, &whole.case).await {
        (whole.case.about.link, whole.case.about.quote) = (None, None);
    }
    let questions = store::questions(interaction.app.db.read(), appeal.id).await?;
    interaction.reply_ephemeral(&views::card(interaction.actor.locale, &appeal, &whole, &questions)).await
}
