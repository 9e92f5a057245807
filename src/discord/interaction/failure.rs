//! The one boundary where an error meets a person: told in their language, or a reference that
//! stands in the log too. A failure is logged here and nowhere else.

use tracing::warn;

use crate::app::App;
use crate::error::{Error, Message};

use crate::discord::client::rest::Refusal;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::view::View;

/// Answers the actor with what went wrong.
pub async fn answer(interaction: &Interaction, what: &str, error: Error) {
    let message = message(&interaction.app, what, error);
    show(interaction, what, &View::text(interaction.say(&message))).await;
}

/// Answers the actor; that the answer did not arrive is logged.
pub async fn show(interaction: &Interaction, what: &str, view: &View) {
    let Err(Error::Fault(error)) = interaction.reply_ephemeral(view).await else { return };
    match error.downcast_ref::<Refusal>() {
        // Nobody is there to be told any more.
        Some(refusal) if expired(refusal) => {}
        // Discord is down, or does not let us: no fault of ours.
        Some(refusal) if known(refusal).is_some() => warn!(what, "nobody could be told: {refusal}"),
        _ => drop(interaction.app.report(what, &error)),
    }
}

/// What a person is told about an error; a fault is logged on the way.
pub fn message(app: &App, what: &str, error: Error) -> Message {
    match error {
        Error::Told(message) => message,
        Error::Fault(error) => match error.downcast_ref::<Refusal>().and_then(known) {
            Some(message) => message,
            None => Message::new("failure").with("reference", app.report(what, &error)),
        },
    }
}

/// What is said to a press that no longer means anything.
pub fn outdated() -> Message {
    Message::new("press-outdated")
}

/// Refusals of Discord that a person can do something about.
fn known(refusal: &Refusal) -> Option<Message> {
    match refusal {
        Refusal::Refused { code: 50001, .. } => Some(Message::new("failure-access")),
        Refusal::Refused { code: 50013, .. } => Some(Message::new("failure-permission")),
        Refusal::Unknown | Refusal::Refused { status: 500.., .. } => Some(Message::new("failure-unknown")),
        Refusal::Held | Refusal::Unreachable | Refusal::Limited(_) => Some(Message::new("failure-discord")),
        _ => None,
    }
}

/// Whether the interaction is over, so that no answer can be given (Discord's 10062 and 10015).
const fn expired(refusal: &Refusal) -> bool {
    matches!(refusal.code(), 10062 | 10015)
}
