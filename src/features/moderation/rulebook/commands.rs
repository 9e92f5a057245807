//! `/rules`, for everyone, and `/rule`, for managers. A rule is written in one language at a time: in that of the server,
//! unless another one is chosen. Without its words, a form asks for them.

use serenity::all as serenity;

use super::cards::CARD;
use super::editing::{self, Editor, Words};
use super::{Problem, Wording, actions, place, reading, store, views};
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{channels, outcome, parties};
use crate::discord::outbox::{Effect, OrderState};
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::Context;
use crate::feature::card::{self, Calls};
use crate::features::moderation::commands::warn::words;
use crate::features::setup;
use crate::i18n::Locale;
use crate::ids::ChannelId;

/// A language in which a rule is written.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub enum Language {
    #[name = "en"]
    En,
    #[name = "ru"]
    Ru,
    #[name = "ro"]
    Ro,
}

impl Language {
    const fn locale(self) -> Locale {
        match self {
            Self::En => Locale::En,
            Self::Ru => Locale::Ru,
            Self::Ro => Locale::Ro,
        }
    }
}

/// Read the rules of this server
#[poise::command(slash_command, custom_data = "Level::Everyone")]
pub async fn rules(
    ctx: Context<'_>,
    #[description = "Which one to read whole"]
    #[min = 1]
    number: Option<i64>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, locale) = (interaction.actor.guild, interaction.actor.locale);

    let mut db = interaction.app.db.read().acquire().await?;
    let server = setup::server(&mut *db, guild).await?;
    let rules = reading::rules(&mut db, guild).await?;
    drop(db);
    let view = match number {
        Some(number) => {
            let found = rules.iter().find(|rule| rule.number == number).ok_or(Problem::NoRule(number))?;
            views::rule(locale, found)
        }
        None => views::list(locale, &server.name, &rules, 0),
    };

    interaction.reply_ephemeral(&view).await
}

/// Write the rules of this server
#[poise::command(
    slash_command,
    subcommands("add", "edit", "move_", "retire", "post"),
    subcommand_required,
    custom_data = "Level::Manager"
)]
#[expect(clippy::unused_async, reason = "poise wants a function that waits")]
pub async fn rule(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// Who changes rules, and the language of the server.
async fn editor(ctx: Context<'_>) -> Result<(Interaction, Editor, Locale)> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::MANAGE_RULES)?;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let locale = setup::server(interaction.app.db.read(), guild).await?.locale;
    Ok((interaction, Editor { guild, by, now }, locale))
}

/// Add a rule
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn add(
    ctx: Context<'_>,
    #[description = "What it is called (without it a form opens)"]
    #[max_length = 100]
    title: Option<String>,
    #[description = "What it says"]
    #[max_length = 1000]
    text: Option<String>,
    #[description = "Its place (last if left out)"]
    #[min = 1]
    number: Option<i64>,
    #[description = "The language it is written in (the server’s if left out)"] language: Option<Language>,
) -> Result<()> {
    let (interaction, editor, locale) = editor(ctx).await?;
    let language = language.map_or(locale, Language::locale);
    let Some(title) = title.as_deref().and_then(words) else {
        let typed = text.map(|text| Wording { title: String::new(), text });
        let row = number.unwrap_or(0);
        let form = views::form(interaction.actor.locale, "added", row, row, language, typed.as_ref());
        return interaction.open_modal(&form).await;
    };

    let said = Words { title: Some(title), text };
    let added = interaction.app.db.write(async move |tx| editing::add(tx, editor, number, language, said).await);
    let number = added.await?;

    interaction.reply_ephemeral(&views::done(interaction.actor.locale, "rule-added", number)).await
}

/// Change what a rule says
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn edit(
    ctx: Context<'_>,
    #[description = "The number of the rule"]
    #[min = 1]
    number: i64,
    #[description = "What it is called (without title and text a form opens)"]
    #[max_length = 100]
    title: Option<String>,
    #[description = "What it says"]
    #[max_length = 1000]
    text: Option<String>,
    #[description = "The language to change (the server’s if left out)"] language: Option<Language>,
) -> Result<()> {
    let (interaction, editor, locale) = editor(ctx).await?;
    let language = language.map_or(locale, Language::locale);
    let said = Words { title: title.as_deref().and_then(words), text };
    if said == Words::default() {
        let mut db = interaction.app.db.read().acquire().await?;
        let rule = reading::numbered(&mut db, editor.guild, number).await?;
        drop(db);
        let before = rule.wordings[place(language)].as_ref();
        let form = views::form(interaction.actor.locale, "edited", rule.id.get(), number, language, before);
        return interaction.open_modal(&form).await;
    }

    let reworded = interaction.app.db.write(async move |tx| editing::reword(tx, editor, number, language, said).await);
    reworded.await?;

    interaction.reply_ephemeral(&views::done(interaction.actor.locale, "rule-edited", number)).await
}

/// Move a rule to another place
#[poise::command(slash_command, rename = "move", custom_data = "Level::Manager")]
pub async fn move_(
    ctx: Context<'_>,
    #[description = "The number of the rule"]
    #[min = 1]
    number: i64,
    #[description = "The number it is to have"]
    #[min = 1]
    to: i64,
) -> Result<()> {
    let (interaction, editor, _) = editor(ctx).await?;

    let to = interaction.app.db.write(async move |tx| editing::move_to(tx, editor, number, to).await).await?;

    interaction.reply_ephemeral(&views::moved(interaction.actor.locale, number, to)).await
}

/// Retire a rule; cases that cite it keep its words
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn retire(
    ctx: Context<'_>,
    #[description = "The number of the rule"]
    #[min = 1]
    number: i64,
) -> Result<()> {
    let (interaction, editor, _) = editor(ctx).await?;

    let retired = interaction.app.db.write(async move |tx| editing::retire(tx, editor, number).await).await?;

    interaction.reply_ephemeral(&views::retired(interaction.actor.locale, number, retired.id)).await
}

/// Post the rules in a channel, where they stay up to date
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn post(
    ctx: Context<'_>,
    #[description = "Where (here if left out)"]
    #[channel_types("Text", "News")]
    channel: Option<serenity::GuildChannel>,
) -> Result<()> {
    let (interaction, editor, _) = editor(ctx).await?;
    let channel = channel.map_or(interaction.channel, |channel| ChannelId::from(channel.id));
    channels::may_post(&interaction, channel).await?;

    let ordered = interaction.app.db.write(async move |tx| {
        let guild = editor.guild;
        if reading::rules(&mut *tx, guild).await?.is_empty() {
            return Err(Problem::NothingToPost.into());
        }
        let there = store::posts(&mut *tx, guild).await?.into_iter().find(|post| post.channel == channel);
        let Some(there) = there else {
            let id = store::insert_post(&mut *tx, guild, channel).await?;
            card::post(&mut *tx, &CARD, guild, id.get(), Calls::Nobody, editor.now).await?;
            return Ok(card::get(tx, CARD.name, guild, id.get()).await?.order);
        };
        if card::get(&mut *tx, CARD.name, guild, there.id.get()).await?.why.is_none() {
            return Err(Problem::PostedBefore(channel).into());
        }
        card::post_again(tx, &CARD, guild, there.id.get(), editor.now).await
    });
    let order = ordered.await?;

    let said = match outcome::wait_for_order(&interaction, order).await? {
        OrderState::Done => Message::new("rule-posted").with("channel", channel),
        OrderState::StillOnItsWay => Message::new("rule-post-waits").with("channel", channel),
        OrderState::Unknown => Message::new("rule-post-unknown").with("channel", channel),
        OrderState::Failed(why) => {
            let effect = Effect::Post { channel, body: serde_json::Value::Null };
            Message::new("rule-not-posted").with("channel", channel).with("why", why.message(Some(&effect)))
        }
    };
    interaction.reply_ephemeral(&View::text(interaction.say(&said))).await
}
