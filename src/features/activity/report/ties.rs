//! The core of a server, as of now: for staff alone.

use crate::app::App;
use crate::error::{Error, Result};
use crate::features::setup;
use crate::ids::{GuildId, MemberId};
use crate::text::zone::Week;

use super::super::store::{self, Mondays};
use super::super::ties::{self, Core};

/// So many whole weeks are looked at: who wrote to whom is kept for 35 days after a week.
const WEEKS: usize = 5;

/// The core with what is needed to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoreReport {
    pub server: String,
    pub core: Core,
    /// The first and the last week that was looked at.
    pub weeks: (Week, Week),
    /// Who of the core may be named, place by place.
    pub is_named: Vec<bool>,
}

/// The core of a server: people who are still there, as far as is known, and who let themselves be counted.
pub async fn read(app: &App, guild: GuildId) -> Result<CoreReport> {
    app.flush().await;
    let setup::Server { name: server, zone, .. } = setup::server(app.db.read(), guild).await?;
    let last = Week::containing(app.clock.now(), &zone).previous();
    let first = (1..WEEKS).fold(last, |week, _| week.previous());
    let mondays = Mondays { first: first.first_day(), last: last.first_day() };
    let mut all = store::ties(app.db.read(), guild, mondays, ties::TIED).await?;
    let steps = store::last_steps(app.db.read(), guild, mondays.first).await?;
    let is_there = |member: &MemberId| steps.get(member) != Some(&false) && app.consent.is_counted(guild, *member);
    all.retain(|tie| is_there(&tie.one) && is_there(&tie.other));
    // A server may have very many: other answers do not wait for it.
    let core =
        tokio::task::spawn_blocking(move || ties::core(&all)).await.map_err(|error| Error::Fault(error.into()))?;
    let is_named = core.people.iter().map(|knot| app.consent.is_thanked(guild, knot.member)).collect();
    Ok(CoreReport { server, core, weeks: (first, last), is_named })
}
