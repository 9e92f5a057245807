//! Files that people attach to a command: fetched while they wait, with little time and a limit for
//! their size, and only from Discord itself, which says where they lie.

use std::time::Duration;

use serenity::all::Attachment;

use crate::app::App;
use crate::error::{Error, Message, Result};

use crate::discord::client::rest::Refusal;

/// A text that somebody attached, of `most` bytes at most; `within` is what is left of the time for an answer.
///
/// # Errors
/// Told, if it is larger, no text, or Discord did not give it in time.
pub async fn text(app: &App, attached: &Attachment, most: u64, within: Duration) -> Result<String> {
    if u64::from(attached.size) > most {
        let large = Message::new("attached-large").with("name", attached.filename.as_str());
        return Err(large.with("most", i64::try_from(most / 1_024).unwrap_or(i64::MAX)).into());
    }
    let bytes = tokio::time::timeout(within, bytes(app, attached, most)).await.unwrap_or_else(|_| Err(late()))?;
    // Editors of some systems write a mark before the text.
    let no_text = |_| Message::new("attached-no-text").with("name", attached.filename.as_str());
    let text = String::from_utf8(bytes).map_err(no_text)?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// What somebody attached, of so many bytes at most.
pub(crate) async fn bytes(app: &App, attached: &Attachment, most: u64) -> Result<Vec<u8>> {
    app.discord.rest.download(&attached.url, most).await.map_err(|refusal| match refusal {
        // It is gone, or Discord has its own trouble: nothing that we could put right.
        Refusal::Unknown | Refusal::Unreachable | Refusal::Refused { .. } | Refusal::Limited(_) => late(),
        refusal @ Refusal::Held => refusal.into(),
    })
}

pub(crate) fn late() -> Error {
    Message::new("attached-late").into()
}
