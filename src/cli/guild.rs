//! Which server a subcommand is about: the one that is named, else the only one there is.

use crate::db::Db;
use crate::features::setup::{self, Settings};
use crate::ids::GuildId;
use crate::text::safe::visible;

use super::{Exit, Failure};

/// The server and what holds in it.
pub(super) async fn chosen(db: &Db, named: Option<GuildId>) -> Result<(GuildId, Settings), Failure> {
    let servers = setup::store::list(db.read()).await?;
    let guild = match (named, servers.as_slice()) {
        (Some(guild), _) => guild,
        (None, [(only, _)]) => *only,
        (None, []) => return Err(Failure::new(Exit::Finding, none(db))),
        (None, several) => {
            let say = format!("The database holds several servers. Say which one with --guild:{}", listed(several));
            return Err(Failure::new(Exit::Usage, say));
        }
    };
    match setup::settings(db.read(), guild).await? {
        Some(settings) => Ok((guild, settings)),
        None if servers.is_empty() => Err(Failure::new(Exit::Finding, none(db))),
        None => {
            let say = format!("The database holds no server {guild}. It holds:{}", listed(&servers));
            Err(Failure::new(Exit::Usage, say))
        }
    }
}

fn none(db: &Db) -> String {
    format!(
        "The database {} holds no server yet.\nRun the bot in one, bring a history with `steward import`, or name another file in DATABASE_URL.",
        db.path().display()
    )
}

fn listed(servers: &[(GuildId, String)]) -> String {
    servers.iter().map(|(guild, name)| format!("\n  {guild}  {}", visible(name).replace('\n', " "))).collect()
}
