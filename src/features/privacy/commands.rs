//! `/privacy`, for everyone, in a server and in direct messages, also for people who have left or are
//! banned. All answers are for the asker alone.

use crate::app::consent::Choice;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::dm_guild;
use crate::error::Result;
use crate::feature::{Context, PersonChange};

use super::{export, kept, server_name, store, views};

/// What is kept about you, and what you can do about it
#[poise::command(
    slash_command,
    interaction_context = "Guild|BotDm",
    subcommands("show", "export", "forget", "opt_out", "opt_in"),
    subcommand_required
)]
pub async fn privacy(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// See what is kept about you, why, and until when
#[poise::command(slash_command, custom_data = "Level::Everyone")]
pub async fn show(
    ctx: Context<'_>,
    #[description = "Which server; needed only in direct messages, if there are several"]
    #[max_length = 100]
    #[autocomplete = "dm_guild::servers"]
    server: Option<String>,
) -> Result<()> {
    let interaction = Interaction::in_server(ctx, server.as_deref()).await?;

    let kept = kept(&interaction).await?;
    let name = server_name(&interaction.app, interaction.actor.guild).await?;

    interaction.reply_ephemeral(&views::kept(&interaction, &name, &kept)).await
}

/// Get everything that is kept about you, as a file
#[poise::command(slash_command, custom_data = "Level::Everyone")]
pub async fn export(
    ctx: Context<'_>,
    #[description = "Which server; needed only in direct messages, if there are several"]
    #[max_length = 100]
    #[autocomplete = "dm_guild::servers"]
    server: Option<String>,
) -> Result<()> {
    let interaction = Interaction::in_server(ctx, server.as_deref()).await?;

    let name = server_name(&interaction.app, interaction.actor.guild).await?;
    let file = export::file(&interaction, &name).await?;

    interaction.reply_ephemeral(&views::exported(&interaction, &name, file)).await
}

/// Have what is kept about you forgotten; you see first what goes and what stays
#[poise::command(slash_command, custom_data = "Level::Everyone")]
pub async fn forget(
    ctx: Context<'_>,
    #[description = "Which server; needed only in direct messages, if there are several"]
    #[max_length = 100]
    #[autocomplete = "dm_guild::servers"]
    server: Option<String>,
) -> Result<()> {
    let interaction = Interaction::in_server(ctx, server.as_deref()).await?;

    let kept = kept(&interaction).await?;
    let name = server_name(&interaction.app, interaction.actor.guild).await?;

    interaction.reply_ephemeral(&views::forget(&interaction, &name, &kept, interaction.app.clock.now())).await
}

/// Not be counted any more, from now on
#[poise::command(slash_command, rename = "opt-out", custom_data = "Level::Everyone")]
pub async fn opt_out(
    ctx: Context<'_>,
    #[description = "Which server; needed only in direct messages, if there are several"]
    #[max_length = 100]
    #[autocomplete = "dm_guild::servers"]
    server: Option<String>,
) -> Result<()> {
    let interaction = Interaction::in_server(ctx, server.as_deref()).await?;

    let goes = interaction.app.goes_at_opt_out(interaction.actor.guild, interaction.actor.member).await?;

    let before = decide(&interaction, |choice| Choice { counted: false, ..choice }).await?;

    let name = server_name(&interaction.app, interaction.actor.guild).await?;
    interaction.reply_ephemeral(&views::opted_out(&interaction, &name, before, goes)).await
}

/// Be counted again, from now on
#[poise::command(slash_command, rename = "opt-in", custom_data = "Level::Everyone")]
pub async fn opt_in(
    ctx: Context<'_>,
    #[description = "Which server; needed only in direct messages, if there are several"]
    #[max_length = 100]
    #[autocomplete = "dm_guild::servers"]
    server: Option<String>,
) -> Result<()> {
    let interaction = Interaction::in_server(ctx, server.as_deref()).await?;

    let before = decide(&interaction, |choice| Choice { counted: true, ..choice }).await?;

    let name = server_name(&interaction.app, interaction.actor.guild).await?;
    interaction.reply_ephemeral(&views::opted_in(&interaction, &name, before)).await
}

/// Writes what somebody has decided; then everyone who counts or thanks knows it. Gives back what held
/// before.
pub async fn decide(interaction: &Interaction, wish: fn(Choice) -> Choice) -> Result<Choice> {
    let (app, guild, member) = (&interaction.app, interaction.actor.guild, interaction.actor.member);
    let now = app.clock.now();
    let write = async move |tx: &mut sqlx::SqliteConnection| {
        let before = store::choice(&mut *tx, guild, member).await?;
        let after = wish(before);
        if after != before {
            store::set_choice(tx, guild, member, after, now).await?;
        }
        Ok((before, after))
    };
    let (before, after) = app.db.write(write).await?;
    app.consent.set(guild, member, after);
    app.person_changed(guild, PersonChange::Decided(member)).await?;
    Ok(before)
}
