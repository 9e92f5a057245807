//! `/privacy`, for everyone, in a server and in direct messages, also for people who have left or are
//! banned. All answers are for the asker alone.

use crate::app::consent::Choice;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Door;
use crate::discord::interaction::dm_guild;
use crate::error::Result;
use crate::feature::{Context, Turn};

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
    let door = Door::in_server(ctx, server.as_deref()).await?;

    let kept = kept(&door).await?;
    let name = server_name(&door.app, door.actor.guild).await?;

    door.tell(&views::kept(&door, &name, &kept)).await
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
    let door = Door::in_server(ctx, server.as_deref()).await?;

    let name = server_name(&door.app, door.actor.guild).await?;
    let file = export::of(&door, &name).await?;

    door.tell(&views::exported(&door, &name, file)).await
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
    let door = Door::in_server(ctx, server.as_deref()).await?;

    let kept = kept(&door).await?;
    let name = server_name(&door.app, door.actor.guild).await?;

    door.tell(&views::forget(&door, &name, &kept, door.app.clock.now())).await
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
    let door = Door::in_server(ctx, server.as_deref()).await?;

    let before = decide(&door, |choice| Choice { counted: false, ..choice }).await?;

    let name = server_name(&door.app, door.actor.guild).await?;
    door.tell(&views::opted_out(&door, &name, before)).await
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
    let door = Door::in_server(ctx, server.as_deref()).await?;

    let before = decide(&door, |choice| Choice { counted: true, ..choice }).await?;

    let name = server_name(&door.app, door.actor.guild).await?;
    door.tell(&views::opted_in(&door, &name, before)).await
}

/// Writes what somebody has decided; then everyone who counts or thanks knows it. Gives back what held
/// before.
///
/// # Errors
/// Told or fault, if the database does not take it.
pub async fn decide(door: &Door, wish: fn(Choice) -> Choice) -> Result<Choice> {
    let (app, guild, member) = (&door.app, door.actor.guild, door.actor.member);
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
    app.turn(guild, Turn::Decided(member)).await?;
    Ok(before)
}
