//! Counts that have had their time: a week's figures are stored before the rows that they are made of
//! go, so that `/stats` and `steward stats` know old weeks, but nobody's part in them.

mod store;

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::error::Result;
use crate::features::setup;
use crate::ids::GuildId;
use crate::text::zone::{Week, WeekRange, Zone};

use super::{KEEP, figures};

const DAY: Duration = Duration::from_hours(24);
/// How long it is kept who wrote to whom.
const CONNECTIONS: Duration = Duration::from_hours(24 * 35);

/// Counts of days and weeks, and who came and went: 400 days after the day or its import, or as long as
/// the server wants; at most so many rows of each table.
pub async fn days(tx: &mut SqliteConnection, now: Timestamp, most: i64) -> Result<i64> {
    let mut done = 0;
    for guild in store::guilds(&mut *tx).await? {
        let server = setup::server(&mut *tx, guild).await?;
        let before = now.minus(kept(&server));
        let first_kept = server.zone.day(before);
        if let Some(monday) = store::week_to_freeze(&mut *tx, guild, first_kept, before).await? {
            freeze(&mut *tx, guild, &server.zone, Week::of_day(monday), now).await?;
            done += 1;
        }
        done += store::delete_old(&mut *tx, guild, first_kept, before, most).await?;
        if done >= most {
            break;
        }
    }
    Ok(done)
}

/// How long a server keeps what is counted of its members.
fn kept(server: &setup::Server) -> Duration {
    let chosen = server.get(KEEP.name).and_then(|days| days.parse().ok());
    DAY * chosen.unwrap_or(setup::setting_types::LONGEST)
}

async fn freeze(tx: &mut SqliteConnection, guild: GuildId, zone: &Zone, week: Week, now: Timestamp) -> Result<()> {
    let range = WeekRange { first: week, last: week };
    // A week without a record has no figures, and its rows are of no use.
    let figures = figures::weeks_in(&mut *tx, guild, zone, range, now).await?.pop();
    store::set_figures(tx, guild, week.first_day(), &serde_json::to_string(&figures)?).await
}

/// Who wrote to whom: 35 days after the week or its import; then only how many there were.
pub async fn connections(tx: &mut SqliteConnection, now: Timestamp, most: i64) -> Result<i64> {
    let before = now.minus(CONNECTIONS);
    for guild in store::guilds(&mut *tx).await? {
        let zone = setup::server(&mut *tx, guild).await?.zone;
        // The week that ended then is over for 35 days.
        let first_kept = Week::containing(before, &zone).first_day();
        let Some(monday) = store::week_of_connections(&mut *tx, guild, first_kept, before).await? else { continue };
        store::set_connections(&mut *tx, guild, monday).await?;
        return store::delete_connections(tx, guild, monday, most).await;
    }
    Ok(0)
}

/// First messages of members who left 400 days ago.
pub async fn firsts(tx: &mut SqliteConnection, now: Timestamp, most: i64) -> Result<i64> {
    store::delete_firsts(tx, now.minus(DAY * setup::setting_types::LONGEST), most).await
}
