//! The button that takes a change back.

use crate::discord::authorize::Action;
use crate::discord::dispatch::outdated;
use crate::discord::door::Press;
use crate::discord::people;
use crate::error::Result;
use crate::ids::ChangeId;

use super::{change, views};

/// A button of the feature was pressed.
pub async fn press(press: Press) -> Result<()> {
    match press.id.meaning() {
        ("undo", 1) => undo(press).await,
        _ => Err(outdated().into()),
    }
}

/// The row of the custom_id is the change.
async fn undo(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    people::may(&door, Action::SetSettings)?;

    let (setting, change) = change::undo(&door, ChangeId(id.row)).await?;

    door.update(&views::undone(&door, setting, &change)).await
}
