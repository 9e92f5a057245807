//! Buttons that turn the pages of a list of cases.

use crate::discord::authorize::Action;
use crate::discord::dispatch::outdated;
use crate::discord::door::Press;
use crate::discord::people;
use crate::error::Result;
use crate::features::setup;

use super::rules::Filter;
use super::{store, views};

/// A button of the feature was pressed.
pub async fn press(press: Press) -> Result<()> {
    match press.id.meaning() {
        ("cases", 1) => turn_page(press).await,
        _ => Err(outdated().into()),
    }
}

/// The row of the custom_id is the page, its argument the filter.
async fn turn_page(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    people::may(&door, Action::ReadCases)?;

    let filter = Filter::decode(&id.arg).ok_or_else(outdated)?;
    let zone = setup::zone(door.app.db.read(), door.actor.guild).await?;

    let page = store::list(door.app.db.read(), door.actor.guild, &filter.query(&zone), id.row).await?;
    door.update(&views::case_list(door.actor.locale, &filter, &page)).await
}
