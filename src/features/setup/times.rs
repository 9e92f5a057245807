//! Times that people type into an option, in the zone of their server.

use crate::app::Context;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::autocomplete::Autocomplete;
use crate::discord::ui::{autocomplete, times};

use super::server;

/// What a time is understood as, while somebody types it.
pub async fn offer_time(ctx: Context<'_>, typed: &str) -> Autocomplete {
    autocomplete::offer(ctx, async {
        let interaction = Interaction::from_context(ctx)?;
        let zone = server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
        Ok(times::echo(interaction.actor.locale, typed, interaction.app.clock.now(), &zone))
    })
    .await
}
