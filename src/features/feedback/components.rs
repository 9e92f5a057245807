//! The preview of an item of feedback, with its menus, forms and buttons, which is its author's alone; and the pages
//! of `/feedback list`; what everyone presses on suggestions; and what was saved of a person, for themselves.

mod answer;
mod merge;
mod own;
mod suggestion;
mod surge;

use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::returned::returned;
use crate::error::{Error, Message, Result};
use crate::feature::draft;
use crate::feature::draft::DraftId;
use crate::feature::route::{Route, typed};
use crate::features::setup;

use super::actions::{MANAGE_FEEDBACK, TAG_FEEDBACK};
use super::commands::page;
use super::draft::{become_item, shown};
use super::rules::{LONGEST_TEXT, LONGEST_TITLE, fitting, one_line};
use super::store::items;
use super::views::{forms, list, preview};
use super::{Draft, ItemSpec, Problem, TagId, ThemeChoice, ThemeId, cards, pins, removing};

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("tags", |press| Box::pin(choose_tags(press))).requires(TAG_FEEDBACK),
    Route::component("theme", |press| Box::pin(choose_theme(press))).requires(TAG_FEEDBACK),
    Route::component("new-theme", |press| Box::pin(new_theme(press))).requires(TAG_FEEDBACK),
    Route::modal("titled", |form| typed(form, titled)).requires(TAG_FEEDBACK),
    Route::component("words", |press| Box::pin(own_words(press))).requires(TAG_FEEDBACK),
    Route::modal("worded", |form| typed(form, worded)).requires(TAG_FEEDBACK),
    Route::component("save", |press| Box::pin(save(press))).requires(TAG_FEEDBACK),
    Route::component("remove", |press| Box::pin(remove(press))).requires(TAG_FEEDBACK),
    Route::component("cancel", |press| Box::pin(cancel(press))).requires(TAG_FEEDBACK),
    Route::component("list", |press| Box::pin(turn_list(press))).requires(TAG_FEEDBACK),
    Route::component("answer", |press| Box::pin(answer::answer(press))).requires(MANAGE_FEEDBACK),
    Route::component("answer-not", |press| Box::pin(answer::cancel(press))).requires(MANAGE_FEEDBACK),
    Route::component("merge", |press| Box::pin(merge::merge(press))).requires(MANAGE_FEEDBACK),
    Route::component("keep-apart", |press| Box::pin(merge::keep_apart(press))).requires(MANAGE_FEEDBACK),
    Route::component("acknowledge", |press| Box::pin(surge::acknowledge(press))).requires(MANAGE_FEEDBACK),
    Route::component("snooze", |press| Box::pin(surge::snooze(press))).requires(MANAGE_FEEDBACK),
    Route::component("hand-over", |press| Box::pin(surge::hand_over(press))).requires(MANAGE_FEEDBACK),
    Route::component("hand-theme", |press| Box::pin(surge::hand_theme(press))).requires(MANAGE_FEEDBACK),
    Route::component("vote", |press| Box::pin(suggestion::vote(press))),
    Route::component("post", |press| Box::pin(suggestion::post(press))),
    Route::component("instead", |press| Box::pin(suggestion::vote_instead(press))),
    Route::component("withdraw", |press| Box::pin(suggestion::withdraw(press))),
    Route::component("quotes", |press| Box::pin(own::quotes(press))),
    Route::component("quotes-remove", |press| Box::pin(own::remove(press))),
];

/// The form of a new theme.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TitleForm {
    title: String,
}

/// The form of one's own words.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WordsForm {
    text: String,
}

/// The tags were chosen.
async fn choose_tags(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let tags: Option<Vec<TagId>> = values.iter().map(|value| value.parse().ok()).collect();
    let tags = tags.ok_or_else(outdated)?;
    change(&interaction, DraftId(id.row), |spec| ItemSpec { tags, ..spec }).await
}

/// The theme was chosen.
async fn choose_theme(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let theme: ThemeId = values.first().and_then(|value| value.parse().ok()).ok_or_else(outdated)?;
    change(&interaction, DraftId(id.row), |spec| ItemSpec { theme: Some(ThemeChoice::Known(theme)), ..spec }).await
}

/// *New theme*.
async fn new_theme(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    interaction.open_modal(&forms::title(interaction.actor.locale, &draft)).await
}

/// The title of a new theme was typed.
async fn titled(form: ModalSubmit<TitleForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    match one_line(&inputs.title, LONGEST_TITLE) {
        Ok(title) => {
            let theme = Some(ThemeChoice::New(title));
            change(&interaction, DraftId(id.row), |spec| ItemSpec { theme, ..spec }).await
        }
        Err(why) => give_back(&interaction, why, &inputs.title).await,
    }
}

/// *Add it in your own words*.
async fn own_words(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    interaction.open_modal(&forms::words(interaction.actor.locale, &draft)).await
}

/// One's own words were typed.
async fn worded(form: ModalSubmit<WordsForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    match fitting(&inputs.text, LONGEST_TEXT) {
        Ok(text) => change(&interaction, DraftId(id.row), |spec| ItemSpec { text, is_quote: false, ..spec }).await,
        Err(why) => give_back(&interaction, why, &inputs.text).await,
    }
}

/// *Save*.
async fn save(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let now = interaction.app.clock.now();
    let (guild, by) = (interaction.actor.guild, interaction.actor.member);
    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    if draft.spec.author.is_some_and(|author| !interaction.app.consent.is_counted(guild, author)) {
        return Err(Problem::OptedOut.into());
    }

    let (draft, message) = (draft.id, draft.spec.message);

    let theme = interaction.app.db.write(async move |tx| become_item(tx, guild, draft, by, now).await).await?;

    let server = setup::server(interaction.app.db.read(), guild).await?;
    let no_pin = match message {
        Some((channel, _)) => pins::missing(&interaction, &server, channel).await,
        None => None,
    };
    let saved = preview::saved(interaction.actor.locale, &theme, server.channel(cards::CHANNEL), no_pin);
    interaction.update_message(&saved).await
}

/// *Remove*: the message is no feedback any more.
async fn remove(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let now = interaction.app.clock.now();
    let (guild, by) = (interaction.actor.guild, interaction.actor.member);

    let removed = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let draft = draft::take::<ItemSpec>(&mut *tx, guild, DraftId(id.row)).await?;
        let (_, message) = draft.spec.message.filter(|_| draft.author == by).ok_or_else(outdated)?;
        if let Some(item) = items::of_message(&mut *tx, guild, message).await? {
            removing::remove(&mut *tx, guild, &item, now).await?;
            let entry = Entry::new(guild, by, "feedback.remove", format!("message {message}"));
            audit::record(&mut *tx, &entry, now).await?;
        }
        draft::set_published(tx, &draft, 0).await?;
        Ok::<_, Error>(())
    });
    removed.await?;

    interaction.update_message(&preview::ended(interaction.actor.locale, "feedback-removed")).await
}

/// *Cancel*.
async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;

    draft::cancel(&interaction, draft).await?;

    interaction.update_message(&preview::ended(interaction.actor.locale, "feedback-cancelled")).await
}

/// A page of `/feedback list`; the row is the page.
async fn turn_list(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let filter = list::filter(&id.arg);
    interaction.update_message(&page(&interaction, filter, id.row).await?).await
}

/// Keeps what was changed, and shows the preview again.
async fn change(interaction: &Interaction, id: DraftId, changed: impl FnOnce(ItemSpec) -> ItemSpec) -> Result<()> {
    let draft: Draft = draft::open(interaction, id).await?;
    let draft = Draft { spec: changed(draft.spec.clone()), ..draft };

    let draft = draft::save(interaction, draft).await?;

    interaction.update_message(&shown(interaction, &draft).await?).await
}

/// What was typed comes back with what is wrong with it.
async fn give_back(interaction: &Interaction, why: Problem, typed: &str) -> Result<()> {
    interaction.reply_ephemeral(&returned(interaction.actor.locale, &Message::from(why), typed)).await
}
