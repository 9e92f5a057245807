//! Times that people type into an option, in the zone of their server.

use crate::app::Context;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::autocomplete::Autocomplete;
use crate::discord::ui::{autocomplete, times};
use crate::text::when::Asked;

use super::server;

/// What a time at which something begins is understood as, while somebody types it.
pub async fn offer_start(ctx: Context<'_>, typed: &str) -> Autocomplete {
    offer(ctx, typed, Asked::Start).await
}

/// What a time at which something ends is understood as, while somebody types it.
pub async fn offer_end(ctx: Context<'_>, typed: &str) -> Autocomplete {
    offer(ctx, typed, Asked::End).await
}

async fn offer(ctx: Context<'_>, typed: &str, asked: Asked) -> Autocomplete {
    autocomplete::offer(ctx, async {
        let interaction = Interaction::from_context(ctx)?;
        let zone = server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
        Ok(times::echo(interaction.actor.locale, typed, asked, interaction.app.clock.now(), &zone))
    })
    .await
}
