//! A reminder before a poll closes: one post under its card, once.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::discord::ui::ping::Ping;
use crate::error::Result;
use crate::feature::card;
use crate::features::polls::PollId;
use crate::features::setup;
use crate::ids::GuildId;
use crate::jobs;

use super::rules::plan::reminds_at;
use super::{CARD, NAME, Poll, REMIND, State, author, store, views};

/// When people are to be reminded of a poll; `None` where they are not, or were already.
pub fn due(poll: &Poll) -> Option<Timestamp> {
    let minutes = poll.plan.remind.filter(|_| poll.reminded.is_none())?;
    Some(reminds_at(poll.plan.closes, minutes))
}

/// Plans the reminder of an open poll anew. One whose time has gone by is left out.
pub async fn schedule(tx: &mut SqliteConnection, poll: &Poll, now: Timestamp) -> Result<()> {
    let (guild, row) = (poll.plan.guild, poll.id.get());
    match due(poll).filter(|at| *at > now && poll.state == State::Open) {
        Some(at) => jobs::schedule(tx, guild, &REMIND, row, at).await,
        None => jobs::cancel(tx, guild, &REMIND, row).await,
    }
}

/// Reminds people of a poll that closes soon. Whom its author wanted to call is called again, if they still may.
pub async fn remind(app: &App, guild: GuildId, id: PollId) -> Result<()> {
    let now = app.clock.now();
    let mut db = app.db.read().acquire().await?;
    let poll = store::get(&mut db, guild, id).await?;
    drop(db);
    let Some(poll) = poll.filter(|poll| is_time(poll, now)) else { return Ok(()) };
    let may_call = author::author_may_call(app, &poll).await?;
    let ping = poll.plan.ping.filter(|_| may_call).map(|role| Ping::kept(guild, role));
    app.db.write(async move |tx| post(tx, guild, id, ping, now).await).await
}

/// Whether a poll is open still, and was not put off.
fn is_time(poll: &Poll, now: Timestamp) -> bool {
    poll.state == State::Open && now < poll.plan.closes && due(poll).is_some_and(|at| at <= now)
}

async fn post(tx: &mut SqliteConnection, guild: GuildId, id: PollId, ping: Option<Ping>, now: Timestamp) -> Result<()> {
    let Some(poll) = store::get(&mut *tx, guild, id).await?.filter(|poll| is_time(poll, now)) else { return Ok(()) };
    // Where the card is not, there is nothing to remind people of.
    let Some((channel, message)) = card::message(&mut *tx, CARD, guild, id.get()).await? else { return Ok(()) };
    if poll.card.why.is_some() || !store::set_reminded(&mut *tx, guild, id, now).await? {
        return Ok(());
    }
    let locale = setup::server(&mut *tx, guild).await?.locale;
    let body = views::remind::reminder(locale, &poll, message, ping).json();
    let order = Order::new(guild, NAME, "remind", id.get(), Effect::Post { channel, body });
    outbox::insert(tx, &Order { expires: Some(poll.plan.closes), ..order }, now).await.map(drop)
}
