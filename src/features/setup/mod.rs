//! What a server has chosen: its language and its zone. The form to change them comes later; until
//! then Discord's preferred locale and UTC hold.

mod listen;
pub mod store;

use serenity::all::GatewayIntents;

use crate::feature::Feature;

pub use store::{Settings, settings};

pub fn feature() -> Feature {
    Feature {
        listen: Some(|app, event| Box::pin(listen::event(app, event))),
        intents: GatewayIntents::GUILDS,
        ..Feature::named("setup")
    }
}
