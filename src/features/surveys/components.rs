//! The buttons, menus and forms of surveys. Each asks anew who presses, and what holds now.

mod build;
mod fill;
pub mod wave;

use crate::discord::interaction::context::{ComponentEvent, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::error::{Message, Result};

use super::{results, schedule};

/// A button of the feature was pressed, or something chosen.
pub async fn press(press: ComponentEvent) -> Result<()> {
    match press.id.meaning() {
        (verb, 1) if verb.starts_with("results-") || verb.starts_with("list-") => results::press::press(press).await,
        (verb, 1) if verb.starts_with("repeat-") => schedule::press::press(press).await,
        (verb, 1) if verb.starts_with("build-") => build::press(press).await,
        ("fill-start", 1) => fill::start(press).await,
        ("fill-turn", 1) => fill::turn(press).await,
        ("fill-choose", 1) => fill::choose(press).await,
        ("fill-number", 1) => fill::number(press).await,
        ("fill-write", 1) => fill::write(press).await,
        ("fill-clear", 1) => fill::clear(press).await,
        ("fill-send", 1) => fill::send(press).await,
        ("wave-publish", 1) => wave::publish(press).await,
        ("wave-cancel", 1) => wave::cancel(press).await,
        ("wave-close", 1) => wave::close(press).await,
        ("wave-again", 1) => wave::again(press).await,
        _ => Err(outdated().into()),
    }
}

/// A form of the feature was sent.
pub async fn submit(submission: ModalSubmit) -> Result<()> {
    match submission.id.meaning() {
        ("build-new", 1) => build::begun(submission).await,
        ("build-title", 1) => build::titled(submission).await,
        ("build-added", 1) => build::added(submission).await,
        ("build-changed", 1) => build::changed(submission).await,
        ("fill-written", 1) => fill::written(submission).await,
        _ => Err(Message::new("form-outdated").into()),
    }
}
