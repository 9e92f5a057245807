//! *Tag as feedback* and `/feedback add`: both lead to the preview, where tags and theme are chosen.

use poise::serenity_prelude as serenity;

use super::all_themes;
use crate::clock::Timestamp;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{menu, parties};
use crate::error::Result;
use crate::feature::Context;
use crate::features::feedback::draft::{begin, shown};
use crate::features::feedback::rules::{LONGEST_TEXT, fitting};
use crate::features::feedback::store::items;
use crate::features::feedback::{ItemSpec, ThemeChoice, actions, reading};
use crate::ids::MemberId;

/// Tag a message as feedback, from its menu
#[poise::command(context_menu_command = "Tag as feedback", custom_data = "Level::Helper")]
pub async fn tag_as_feedback(ctx: Context<'_>, _message: serenity::Message) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (app, guild, now) = (&interaction.app, interaction.actor.guild, interaction.app.clock.now());
    parties::require(&interaction, actions::TAG_FEEDBACK)?;
    let chosen = menu::chosen_message(ctx)?;

    let opted_out = !app.consent.is_counted(guild, chosen.author);
    let known = app.discord.directory.guild(guild);
    let spec = ItemSpec {
        author: Some(chosen.author).filter(|_| !chosen.bot && !opted_out),
        message: Some((chosen.channel, chosen.id)).filter(|_| !opted_out),
        is_public: known.is_some_and(|known| known.is_public(guild, chosen.channel)),
        text: if opted_out { String::new() } else { chosen.text.trim().to_owned() },
        is_quote: true,
        opted_out,
        said: Timestamp(chosen.id.created_ms()),
        tags: Vec::new(),
        theme: None,
        from: None,
        within: None,
        item: None,
    };
    let before = items::of_message(app.db.read(), guild, chosen.id).await?.filter(|_| !opted_out);
    let spec = match before {
        // What it was saved as is changed.
        Some(item) => ItemSpec {
            text: item.text,
            is_quote: item.is_quote,
            tags: items::tags(app.db.read(), guild, item.id).await?,
            theme: Some(ThemeChoice::Known(item.theme)),
            item: Some(item.id),
            ..spec
        },
        None => spec,
    };

    let draft = begin(&interaction, spec, now).await?;

    interaction.reply_ephemeral(&shown(&interaction, &draft).await?).await
}

/// Write down feedback that no message holds
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn add(
    ctx: Context<'_>,
    #[description = "What was said, in your words"]
    #[max_length = 1000]
    text: String,
    #[description = "What it is about, by number or title [choose in the preview]"]
    #[autocomplete = "all_themes"]
    #[max_length = 100]
    theme: Option<String>,
    #[description = "Who said it"] member: Option<serenity::User>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, now) = (interaction.actor.guild, interaction.app.clock.now());
    parties::require(&interaction, actions::TAG_FEEDBACK)?;

    let theme = match theme.as_deref().filter(|typed| !typed.trim().is_empty()) {
        Some(typed) => Some(ThemeChoice::Known(reading::theme(&interaction, typed).await?.id)),
        None => None,
    };
    let words = fitting(&text, LONGEST_TEXT)?;
    let author = member.filter(|member| !member.bot).map(|member| MemberId::from(member.id));
    let opted_out = author.is_some_and(|author| !interaction.app.consent.is_counted(guild, author));
    let spec = ItemSpec {
        author: author.filter(|_| !opted_out),
        message: None,
        is_public: true,
        text: words,
        is_quote: false,
        opted_out,
        said: now,
        tags: Vec::new(),
        theme,
        from: None,
        within: None,
        item: None,
    };

    let draft = begin(&interaction, spec, now).await?;

    interaction.reply_ephemeral(&shown(&interaction, &draft).await?).await
}
