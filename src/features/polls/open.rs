//! A poll opens, at once or at its time, with everyone counted who may vote; and its card follows the
//! votes.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::channels;
use crate::discord::access::channels::CanPost;
use crate::discord::access::member_count;
use crate::discord::access::people;
use crate::discord::interaction::image::Image;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::discord::ui::file::File;
use crate::discord::ui::ping::Ping;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::draft;
use crate::features::polls::PollId;
use crate::features::setup;
use crate::i18n::{Locale, say};
use crate::ids::GuildId;
use crate::jobs;

use super::actions;
use super::jobs::{CLOSE, REFRESH};
use super::rules::tally::tally;
use super::rules::vote::refresh_at;
use super::views::card::card;
use super::{Ballot, DraftSpec, Kind, NAME, Poll, Results, State, Tally, close, native, secret, store};

/// Opens a poll whose time has come; of one that is open nothing changes.
pub async fn open(app: &App, guild: GuildId, id: PollId) -> Result<()> {
    let now = app.clock.now();
    let mut db = app.db.read().acquire().await?;
    let Some(poll) = store::get(&mut db, guild, id).await?.filter(|poll| poll.state == State::Scheduled) else {
        return Ok(());
    };
    let images = draft::images::<DraftSpec>(&mut *db, guild, id.get()).await?;
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
    app.db.write(async move |tx| begin(tx, guild, id, (eligible, calls), &images, now).await).await
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
    images: &[Image],
    now: Timestamp,
) -> Result<()> {
    if !store::set_open(&mut *tx, guild, id, eligible, now).await? {
        return Ok(());
    }
    let Some(poll) = store::get(&mut *tx, guild, id).await? else { return Ok(()) };
    jobs::schedule(&mut *tx, guild, &CLOSE, id.get(), poll.plan.closes).await?;
    post(tx, &poll, images, calls, now).await
}

/// Whether a card calls anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calls {
    /// Whoever was to be called at the opening.
    Once,
    /// Nobody: it stood there before.
    Nobody,
}

/// Orders the card of an open poll: the first, or another where the first is gone.
pub async fn post(
    tx: &mut SqliteConnection,
    poll: &Poll,
    images: &[Image],
    calls: Calls,
    now: Timestamp,
) -> Result<()> {
    let guild = poll.plan.guild;
    let locale = locale(&mut *tx, guild).await?;
    let view = match poll.plan.kind {
        Kind::Native => View::default().poll(native::body(locale, &poll.plan, now)),
        _ => with_images(card(locale, poll, &current_tally(&mut *tx, poll).await?), locale, images),
    };
    let view = if calls == Calls::Once { with_mention(view, poll) } else { view };
    let effect = Effect::Post { channel: poll.plan.channel, body: view.json() };
    let order = Order::new(guild, NAME, "card", poll.id.get(), effect).expires(poll.plan.closes);
    let order = outbox::insert(&mut *tx, &order, now).await?;
    store::set_card(tx, guild, poll.id, order, now).await
}

/// With a gallery, numbered like the options.
fn with_images(view: View, locale: Locale, images: &[Image]) -> View {
    let alt = |place: i64| say(locale, &Message::new("poll-image").with("place", place));
    let files = (1_i64..).zip(images).map(|(place, image)| File::bytes(&*image.name, &*image.bytes, alt(place)));
    files.fold(view, View::file)
}

/// With a mention of whoever is to be called.
fn with_mention(view: View, poll: &Poll) -> View {
    let Some(role) = poll.plan.ping else { return view };
    let ping = Ping::kept(poll.plan.guild, role);
    View { content: Some(ping.mention()), ..view }.ping(ping)
}

/// Somebody has voted, or otherwise than before: the card is told anew when it is its turn.
pub async fn schedule_refresh(tx: &mut SqliteConnection, poll: &Poll, now: Timestamp) -> Result<()> {
    jobs::schedule(tx, poll.plan.guild, &REFRESH, poll.id.get(), refresh_at(poll.shown, now)).await
}

/// Tells the card of an open poll anew.
pub async fn refresh(tx: &mut SqliteConnection, guild: GuildId, id: PollId, now: Timestamp) -> Result<()> {
    let Some(poll) = store::get(&mut *tx, guild, id).await? else { return Ok(()) };
    if poll.state != State::Open || poll.card.why.is_some() || poll.plan.kind == Kind::Native {
        return Ok(());
    }
    store::set_shown(&mut *tx, guild, id, now).await?;
    edit(tx, &poll, now).await
}

/// Orders that the card says what holds now.
pub async fn edit(tx: &mut SqliteConnection, poll: &Poll, now: Timestamp) -> Result<()> {
    let Some(of) = poll.card.order else { return Ok(()) };
    let guild = poll.plan.guild;
    let locale = locale(&mut *tx, guild).await?;
    let so_far = current_tally(&mut *tx, poll).await?;
    let view = card(locale, poll, &so_far);
    // The mention stays where it was: an edit calls nobody again.
    let content = poll.plan.ping.map(|role| Ping::kept(guild, role).mention());
    let effect = Effect::Edit { of, body: View { content, ..view }.json() };
    outbox::insert(tx, &Order::new(guild, NAME, "edit", poll.id.get(), effect), now).await?;
    Ok(())
}

/// What has come out of a poll by now; where it is hidden only how many have voted.
pub async fn current_tally(db: &mut SqliteConnection, poll: &Poll) -> Result<Tally> {
    let (guild, plan) = (poll.plan.guild, &poll.plan);
    if let Some(tally) = &poll.tally {
        return Ok(tally.clone());
    }
    let none = tally(plan.kind, plan.options.len(), plan.pick, &[], 0);
    if plan.results == Results::AfterClose {
        return Ok(Tally { voters: store::count(db, guild, poll.id).await?, ..none });
    }
    let ballots = store::ballots(db, guild, poll.id).await?;
    // What is equal in every round is drawn at the close only; until then chance has the same say.
    Ok(tally(plan.kind, plan.options.len(), plan.pick, &ballots, 0))
}

/// The language of what everyone in a server reads.
pub async fn locale(db: &mut SqliteConnection, guild: GuildId) -> Result<Locale> {
    Ok(setup::settings(db, guild).await?.map(|settings| settings.locale).unwrap_or_default())
}
