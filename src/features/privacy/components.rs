//! The buttons under the answers of `/privacy`. Their argument is the server, since in direct messages
//! none is around; what they do is done to whoever presses them, and to nobody else.

use std::time::Duration;

use crate::app::consent::Choice;
use crate::clock::Timestamp;
use crate::discord::interaction::context::{Door, Press};
use crate::discord::interaction::failure::outdated;
use crate::error::Result;

use super::{Problem, commands, forgetting, kept, server_name, views};

/// For so long the preview of a forgetting says what would go.
const CURRENT: Duration = Duration::from_hours(24);

/// A button of the feature was pressed.
pub async fn press(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    let guild = id.arg.parse().map_err(|_| outdated())?;
    match id.meaning() {
        ("forget", 1) => forget(&door.enter(guild).await?, Timestamp::from_seconds(id.row)).await,
        ("keep", 1) => door.update(&views::cancelled(&door)).await,
        ("thanks", 1) => thanks(&door.enter(guild).await?, id.row != 0).await,
        _ => Err(outdated().into()),
    }
}

/// The row of the custom_id is when the person was told what would go.
async fn forget(door: &Door, told: Timestamp) -> Result<()> {
    let now = door.app.clock.now();
    if now > told.plus(CURRENT) {
        return Err(Problem::TooOld.into());
    }
    let name = server_name(&door.app, door.actor.guild).await?;

    // Else this press would be the first that is on record of them again.
    door.leave_no_trace();
    let forgotten = forgetting::forget(&door.app, door.actor.guild, door.actor.member, now).await?;

    let left = kept(door).await?;
    door.update(&views::forgotten(door, &name, &left, forgotten)).await
}

/// The row of the custom_id is whether the person may be named.
async fn thanks(door: &Door, thanked: bool) -> Result<()> {
    if thanked {
        commands::decide(door, |choice| Choice { thanked: true, ..choice }).await?;
    } else {
        commands::decide(door, |choice| Choice { thanked: false, ..choice }).await?;
    }

    let kept = kept(door).await?;
    let name = server_name(&door.app, door.actor.guild).await?;

    door.update(&views::kept(door, &name, &kept)).await
}
