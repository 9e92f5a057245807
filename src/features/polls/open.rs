//! A poll opens, at once or at its time, with everyone counted who may vote.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::channels;
use crate::discord::access::channels::CanPost;
use crate::discord::access::member_count;
use crate::discord::access::member_count::Who;
use crate::discord::access::people;
use crate::discord::access::people::Person;
use crate::discord::ui::ping::Ping;
use crate::error::{Message, Result};
use crate::feature::card;
use crate::feature::card::Calls;
use crate::features::polls::PollId;
use crate::ids::GuildId;
use crate::jobs;

use super::actions;
use super::cards::CARD;
use super::rules::vote::days;
use super::{Ballot, CLOSE, Plan, Poll, State, close, remind, secret, store};

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
    Ok(if may_call(app, plan, &author) { AuthorMay::Call } else { AuthorMay::Ask })
}

/// Whether the author of a poll may call now whom they wanted to call, where they did.
///
/// # Errors
/// Told, if Discord did not answer in time: then it is tried again.
pub async fn author_may_call(app: &App, poll: &Poll) -> Result<bool> {
    let plan = &poll.plan;
    if plan.ping.is_none() {
        return Ok(false);
    }
    let author = people::fetch(app, plan.guild, plan.author).await?;
    Ok(people::may_still(&author, actions::MAKE_POLL).is_ok() && may_call(app, plan, &author))
}

fn may_call(app: &App, plan: &Plan, author: &Person) -> bool {
    let ping = plan.ping.map(|role| Ping::kept(plan.guild, role));
    ping.is_none_or(|ping| ping.is_permitted(app, plan.guild, author.viewer(), plan.channel))
}

/// How many may vote, where the result says what share of them did.
async fn eligible(app: &App, poll: &Poll) -> Option<u64> {
    let plan = &poll.plan;
    if !plan.is_limited() && plan.quorum.is_none() {
        return None;
    }
    let by = |count: u32| (count > 0).then(|| app.clock.now().minus(days(count)));
    let (joined_by, made_by) = (by(plan.ages.member), by(plan.ages.account));
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
