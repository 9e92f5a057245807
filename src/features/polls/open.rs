//! A poll opens, at once or at its time, with everyone counted who may vote.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::member_count;
use crate::discord::access::member_count::Who;
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::Calls;
use crate::features::polls::PollId;
use crate::ids::GuildId;
use crate::jobs;

use super::author::{AuthorMay, author_may};
use super::cards::CARD;
use super::rules::vote::days;
use super::{Ballot, CLOSE, Poll, State, close, remind, secret, store};

/// Opens a poll whose time has come; of one that is open nothing changes.
pub async fn open(app: &App, guild: GuildId, id: PollId) -> Result<()> {
    let now = app.clock.now();
    let mut db = app.db.read().acquire().await?;
    let Some(poll) = store::get(&mut db, guild, id).await?.filter(|poll| poll.state == State::Scheduled) else {
        return Ok(());
    };
    drop(db);
    if now >= poll.plan.closes {
        // Its whole time has gone by: nobody is called to a poll that is over.
        return app.db.write(async move |tx| jobs::schedule(tx, guild, &CLOSE, id.get(), now).await).await;
    }
    let calls = match author_may(app, &poll).await? {
        AuthorMay::Nothing => return app.db.write(async move |tx| close::call_off(tx, &poll, now).await).await,
        AuthorMay::Ask => Calls::Nobody,
        AuthorMay::Call => Calls::Once,
    };
    let eligible = eligible(app, &poll).await;
    if poll.plan.ballot == Ballot::Secret {
        secret::secret(id).draw(app)?;
    }
    app.db.write(async move |tx| begin(tx, guild, id, (eligible, calls), now).await).await
}

/// How many may vote, where the result says what share of them did.
async fn eligible(app: &App, poll: &Poll) -> Option<u64> {
    let plan = &poll.plan;
    if !plan.is_limited() && plan.quorum.is_none() {
        return None;
    }
    let at = poll.opened.unwrap_or_else(|| app.clock.now());
    let by = |count: u32| (count > 0).then(|| at.minus(days(count)));
    let made_by = by(plan.ages.account);
    // Who joined after the opening doesn't count, except where Discord itself counts who holds a role.
    let is_listed = plan.voters.len() != 1 || made_by.is_some();
    let joined_by = by(plan.ages.member).or(poll.opened.filter(|_| is_listed));
    let who = Who { roles: &plan.voters, joined_by, made_by };
    member_count::count_of(app, plan.guild, who, member_count::IN_A_JOB).await
}

/// Counts anew who may vote in an open poll: that was changed.
pub async fn count_again(app: &App, guild: GuildId, id: PollId) -> Result<()> {
    let mut db = app.db.read().acquire().await?;
    let Some(poll) = store::get(&mut db, guild, id).await?.filter(|poll| poll.state == State::Open) else {
        return Ok(());
    };
    drop(db);
    let eligible = eligible(app, &poll).await;
    app.db.write(async move |tx| store::set_eligible(tx, guild, id, eligible).await).await
}

async fn begin(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: PollId,
    (eligible, calls): (Option<u64>, Calls),
    now: Timestamp,
) -> Result<()> {
    if !store::set_open(&mut *tx, guild, id, eligible, now).await? {
        return Ok(());
    }
    let Some(poll) = store::get(&mut *tx, guild, id).await? else { return Ok(()) };
    jobs::schedule(&mut *tx, guild, &CLOSE, id.get(), poll.plan.closes).await?;
    remind::schedule(&mut *tx, &poll, now).await?;
    card::post(tx, &CARD, guild, id.get(), calls, now).await
}
