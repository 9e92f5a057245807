//! `/contact`, for everyone: a private thread with the staff.

use super::{ContactState, NAME, Problem, closing, opening, store, views};
use crate::discord::access::channels::is_gone;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{channels, outcome};
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::Context;
use crate::features::moderation::commands::warn::words;
use crate::features::moderation::settings::staff_channels;
use crate::features::setup;
use crate::features::setup::setting_types::REPORTS;

/// Write to the staff in a private thread
#[poise::command(slash_command, custom_data = "Level::Everyone")]
pub async fn contact(
    ctx: Context<'_>,
    #[description = "What it’s about"]
    #[max_length = 200]
    topic: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let opened = open(&interaction, topic.as_deref().and_then(words)).await;
    interaction.reply_or_return(opened, &topic.unwrap_or_default()).await
}

async fn open(interaction: &Interaction, topic: Option<String>) -> Result<View> {
    let (app, guild, member) = (&interaction.app, interaction.actor.guild, interaction.actor.member);
    let now = app.clock.now();
    let before = store::open_of(app.db.read(), guild, member).await?;
    let mut lost = None;
    if let Some(open) = before {
        let thread = open.thread.ok_or(Problem::Opening)?;
        if !interaction.in_time(is_gone(app, guild, thread)).await.unwrap_or(false) {
            if !channels::sees(interaction, thread).await {
                // Whoever has left the thread, or the server meanwhile, comes in again.
                let back = Effect::AddToThread { thread, member };
                let order = Order::new(guild, NAME, opening::MEMBER, open.id.get(), back);
                app.db.write(async move |tx| outbox::insert(tx, &order, now).await).await?;
            }
            return Err(Problem::OpenIn(thread).into());
        }
        lost = Some(open.id);
    }
    let channel = channels::place_of_private_thread(interaction, &[])?;

    let opening = app.db.write(async move |tx| {
        if let Some(lost) = lost {
            closing::lost(&mut *tx, guild, lost, now).await?;
        }
        opening::open(tx, guild, member, channel, topic.as_deref(), now).await
    });
    let (id, order) = opening.await?;

    outcome::wait_for_orders(interaction, &[order]).await;
    let contact = store::known(app.db.read(), guild, id).await?;
    if contact.state == ContactState::Failed {
        return Err(Problem::NotOpened(views::why(&contact, channel)).into());
    }
    let server = setup::server(app.db.read(), guild).await?;
    let has_channel = staff_channels(&server, &REPORTS).0.is_some();
    Ok(views::receipt(interaction.actor.locale, contact.thread, has_channel))
}
