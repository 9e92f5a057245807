//! A poll opens, at once or at its time, with everyone counted who may vote.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::channels;
use crate::discord::access::channels::CanPost;
use crate::discord::access::member_count;
use crate::discord::access::people;
use crate::discord::ui::ping::Ping;
use crate::error::{Message, Result};
use crate::feature::card;
use crate::feature::card::Calls;
use crate::features::polls::PollId;
use crate::ids::GuildId;
use crate::jobs;

use super::actions;
use super::cards::CARD;
use super::{Ballot, CLOSE, Poll, State, close, secret, store};

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

/// What the author of a poll may have done in its channel now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AuthorMay {
    /// They are not staff any more, or may not write there.
    Nothing,
    /// Ask, but not call whom they wanted to call.
    Ask,
    /// Ask, and call.
    Call,
}

/// Asks for the rights of the author anew where a poll opens by itself; one that opens as it is published
/// was asked at the press.
///
/// # Errors
/// Told, if Discord did not answer in time: then it is tried again.
async fn author_may(app: &App, poll: &Poll) -> Result<AuthorMay> {
    let plan = &poll.plan;
    if plan.starts.is_none() {
        return Ok(AuthorMay::Call);
    }
    let author = people::fetch(app, plan.guild, plan.author).await?;
    if people::may_still(&author, actions::MAKE_POLL).is_err() {
        return Ok(AuthorMay::Nothing);
    }
    match channels::can_member_post(app, plan.guild, author.viewer(), plan.channel).await {
        CanPost::Yes => {}
        CanPost::Unknown => return Err(Message::new("people-unanswered").into()),
        CanPost::Lacks(_) | CanPost::Gone => return Ok(AuthorMay::Nothing),
    }
    let ping = plan.ping.map(|role| Ping::kept(plan.guild, role));
    let may_call = ping.is_none_or(|ping| ping.is_permitted(app, plan.guild, author.viewer(), plan.channel));
    Ok(if may_call { AuthorMay::Call } else { AuthorMay::Ask })
}

/// How many may vote, where the result says what share of them did.
async fn eligible(app: &App, poll: &Poll) -> Option<u64> {
    let plan = &poll.plan;
    if plan.voters.is_empty() && plan.quorum.is_none() {
        return None;
    }
    member_count::count(app, plan.guild, &plan.voters, member_count::IN_A_JOB).await
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
    card::post(tx, &CARD, guild, id.get(), calls, now).await
}
