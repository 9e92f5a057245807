//! What is pressed and filled in: votes on a card, the preview of a poll, results and lists. A custom_id
//! says which poll it is about; the poll is loaded and the person asked for their right anew at every
//! press.

mod draft;
mod results;
mod vote;

use crate::discord::interaction::context::{ComponentEvent, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::error::{Message, Result};

/// A button of the feature was pressed, or something chosen.
pub async fn press(press: ComponentEvent) -> Result<()> {
    match press.id.meaning() {
        ("vote", 1) => vote::press_option(press).await,
        ("ballot", 1) => vote::open_ballot(press).await,
        ("choose", 1) => vote::choose(press).await,
        ("ranking", 1) => vote::open_ranking(press).await,
        ("rank", 1) => vote::rank(press).await,
        ("withdraw", 1) => vote::withdraw(press).await,
        ("mine", 1) => vote::show_own(press).await,
        ("results", 1) => results::show(press).await,
        ("who", 1) => results::turn_votes(press).await,
        ("list", 1) => results::turn_list(press).await,
        ("again", 1) => results::post_again(press).await,
        ("publish", 1) => draft::publish(press).await,
        ("voters", 1) => draft::set_voters(press).await,
        ("edit", 1) => draft::edit_options(press).await,
        ("cancel", 1) => draft::cancel(press).await,
        _ => Err(outdated().into()),
    }
}

/// A form of the feature was sent.
pub async fn submit(submission: ModalSubmit) -> Result<()> {
    match submission.id.meaning() {
        ("options", 1) => draft::options_written(submission).await,
        _ => Err(Message::new("form-outdated").into()),
    }
}
