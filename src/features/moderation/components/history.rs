//! Buttons that turn the pages of a history, and of one's own record.

use crate::discord::interaction::context::Press;
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::features::moderation::actions;
use crate::features::moderation::commands::history::{history_of, own_cases};
use crate::ids::MemberId;

/// Of `/history`: the row of the custom_id is the page, its argument the member.
pub async fn turn_history(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;

    parties::may(&door, actions::READ_CASES)?;
    let member: MemberId = id.arg.parse().map_err(|_| outdated())?;

    door.update(&history_of(&door, member, id.row).await?).await
}

/// Of `/mycases`: whoever presses sees their own.
pub async fn turn_own(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;

    let door = match id.arg.parse() {
        Ok(guild) => door.enter(guild).await?,
        // Made before the button said which server it is about.
        Err(_) => door,
    };

    door.update(&own_cases(&door, id.row).await?).await
}
