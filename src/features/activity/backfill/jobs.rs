//! Reading history a few pages at a time: one reading of a server, until it is over, then the next.

use std::sync::Arc;
use std::time::Duration;

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::channels::is_own_private_thread;
use crate::discord::client::rest::Refusal;
use crate::error::{Error, Result};
use crate::feature::BoxFuture;
use crate::features::activity::exported::{Export, Head, HistoryMessage};
use crate::features::activity::import::{LeftOut, Piece};
use crate::features::activity::listen::Counter;
use crate::features::activity::store::{self, Covered, NewBackfill, Source, Span, Step};
use crate::features::setup;
use crate::ids::{ChannelId, GuildId, MessageId};
use crate::jobs;
use crate::jobs::{Job, Kind as JobKind, Outcome};

use super::{Backfill, BackfillId, Found, Kind, Reason, State, read};

/// Reads on in a server.
pub const READ: JobKind = JobKind { name: "activity.backfill", urgent: false, run };

/// Looks for what was missed and begins to read it, before a digest that is due tells of it.
pub const GAPS: JobKind = JobKind { name: "activity.gaps", urgent: true, run };

/// So many requests are made at once; then others have their turn for a while.
const REQUESTS: usize = 10;
const PAUSE: Duration = Duration::from_secs(2);
/// A longer gap is read back only so far: the rest is for a manager to ask for.
const LONGEST_GAP: Duration = Duration::from_hours(30 * 24);
/// What was written shortly before a gap, or after it, may not have been heard of either.
const AROUND: Duration = Duration::from_mins(1);

/// Steward is connected to a server again: what was missed is read.
pub async fn connected(app: &App, guild: GuildId) -> Result<()> {
    // Where nothing was counted before, nothing was missed.
    if store::record(app.db.read(), guild).await?.is_empty() {
        return Ok(());
    }
    let now = app.clock.now();
    app.db.write(async move |tx| jobs::schedule(tx, guild, &GAPS, 0, now).await).await
}

/// Begins what a manager asked for.
pub async fn begin(tx: &mut SqliteConnection, new: &NewBackfill, now: Timestamp) -> Result<BackfillId> {
    let id = store::insert_backfill(&mut *tx, new, now).await?;
    jobs::schedule(tx, new.guild, &READ, 0, now).await?;
    Ok(id)
}

fn run<'a>(app: &'a Arc<App>, job: &'a Job) -> BoxFuture<'a, Result<Outcome>> {
    Box::pin(read_on(app, job.guild))
}

async fn read_on(app: &App, guild: GuildId) -> Result<Outcome> {
    find_gaps(app, guild).await?;
    let Some(backfill) = store::next_backfill(app.db.read(), guild, None).await? else { return Ok(Outcome::Done) };
    match read_some(app, &backfill).await {
        Ok(()) => Ok(Outcome::Done),
        Err(Stopped::Refused(refusal)) => Ok(Outcome::Retry(refusal.to_string())),
        Err(Stopped::Error(error)) => Err(error),
    }
}

/// Why reading stopped before its turn was over.
enum Stopped {
    /// Discord did not answer as hoped: it is asked again later.
    Refused(Refusal),
    Error(Error),
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// Notes the gaps of the record that nobody has tried to read yet.
async fn find_gaps(app: &App, guild: GuildId) -> Result<()> {
    // The gap ends where what is counted now begins.
    app.flush().await;
    let now = app.clock.now();
    let record = store::record(app.db.read(), guild).await?;
    let tried = store::gaps_read(app.db.read(), guild).await?;
    let gaps = record.windows(2).map(|pair| Span { from: pair[0].to, to: pair[1].from });
    let fresh = gaps.filter(|gap| gap.to >= now.minus(LONGEST_GAP) && !tried.contains(&gap.to));
    let new: Vec<NewBackfill> = fresh
        .map(|gap| NewBackfill {
            guild,
            reason: Reason::Gap,
            channel: None,
            since: gap.from.minus(AROUND).max(gap.to.minus(LONGEST_GAP)),
            until: gap.to,
        })
        .collect();
    if new.is_empty() {
        return Ok(());
    }
    app.db
        .write(async move |tx| {
            // The job may run twice.
            let tried = store::gaps_read(&mut *tx, guild).await?;
            for gap in new.iter().filter(|gap| !tried.contains(&gap.until)) {
                store::insert_backfill(&mut *tx, gap, now).await?;
            }
            Ok(())
        })
        .await
}

/// One turn of a reading.
async fn read_some(app: &App, backfill: &Backfill) -> Result<(), Stopped> {
    let mut requests = REQUESTS;
    if backfill.state == State::Waiting {
        let found = read::channels(app, backfill).await.map_err(Stopped::Refused)?;
        let excluded = &app.state::<Counter>().excluded;
        // The server may have arrived only now.
        excluded.read_chosen(app, backfill.guild).await?;
        // As of what is heard of as it happens: talks between members and the staff are nobody's business.
        let is_counted = |one: &Found| {
            let (guild, channel) = (backfill.guild, one.channel);
            !excluded.holds(app, guild, channel) && !is_own_private_thread(app, guild, channel)
        };
        let found: Vec<Found> = found.into_iter().filter(is_counted).collect();
        let of = backfill.clone();
        let listed = app.db.write(async move |tx| {
            store::insert_found(&mut *tx, &of, &found).await?;
            store::set_running(tx, of.id).await
        });
        listed.await?;
        requests = requests.saturating_sub(2);
    }
    while requests > 0 {
        let Some(next) = store::next_channel(app.db.read(), backfill.id).await? else {
            return Ok(end(app, backfill).await?);
        };
        requests = match read_channel(app, backfill, &next, requests).await {
            // It is gone, or closed to Steward.
            Err(Stopped::Refused(refusal)) if !refusal.is_transient() => {
                let (id, channel) = (backfill.id, next.channel);
                app.db.write(async move |tx| store::set_failed(tx, id, channel).await).await?;
                requests - 1
            }
            left => left?,
        };
    }
    let (guild, due) = (backfill.guild, app.clock.now().plus(PAUSE));
    Ok(app.db.write(async move |tx| jobs::schedule(tx, guild, &READ, 0, due).await).await?)
}

/// Reads on in a channel with so many requests; gives back how many are left.
async fn read_channel(app: &App, backfill: &Backfill, of: &Found, mut requests: usize) -> Result<usize, Stopped> {
    let mut messages: Vec<HistoryMessage> = Vec::new();
    let (mut after, mut is_done) = (of.after, of.kind == Kind::Forum);
    // What was written after the time that is read was heard of, or will be.
    let last = read::id_before(backfill.until.plus(AROUND));
    let mut refused = None;
    while requests > 0 && !is_done {
        requests -= 1;
        match read::messages(app, of.channel, after).await {
            Ok((page, is_full)) => {
                after = page.last().map_or(after, |message| message.id);
                is_done = !is_full || after > last;
                messages.extend(page.into_iter().filter(|message| message.id <= last));
            }
            Err(refusal) => {
                refused = Some(refusal);
                break;
            }
        }
    }
    let mut threads = Vec::new();
    if is_done && of.kind != Kind::Plain && backfill.may_have_archived(app.clock.now()) {
        if requests == 0 {
            // Its threads are asked for at the next turn.
            is_done = false;
        } else {
            threads = read::archived(app, backfill, of).await.map_err(Stopped::Refused)?;
            requests = requests.saturating_sub(1 + threads.len() / read::PAGE);
        }
    }
    let step = Step { after, is_done };
    count(app, backfill, of, messages, threads, step).await?;
    refused.map_or(Ok(requests), |refusal| Err(Stopped::Refused(refusal)))
}

/// Counts what was read of a channel, and notes how far it has come.
async fn count(
    app: &App,
    backfill: &Backfill,
    of: &Found,
    messages: Vec<HistoryMessage>,
    threads: Vec<Found>,
    step: Step,
) -> Result<()> {
    let (guild, now) = (backfill.guild, app.clock.now());
    let server = setup::server(app.db.read(), guild).await?;
    let parent = of.parent.map(|parent| (parent, String::new()));
    let head = Head {
        guild,
        guild_name: server.name,
        channel: of.channel,
        channel_name: of.name.clone(),
        parent,
        after: None,
        before: None,
        exported_at: None,
    };
    let left_out = LeftOut::new(&app.db, app.consent.snapshot());
    let piece = Piece::new(&app.db, guild, Export::from_history(head, messages), &left_out).await?;
    let (backfill, of) = (backfill.clone(), of.clone());
    app.db
        .write_later(async move |tx| {
            // A job may run twice: what the other one has read already is left to it.
            if !store::set_read(&mut *tx, backfill.id, &of, step).await? {
                return Ok(());
            }
            let (fresh, known) = piece.write(&mut *tx, now).await?;
            store::add_read(&mut *tx, backfill.id, fresh, known).await?;
            store::suppose_channel(&mut *tx, guild, of.channel, of.parent, &of.name).await?;
            store::insert_found(tx, &backfill, &threads).await
        })
        .await
}

/// Ends a reading that nobody wants any more.
pub async fn cancel(tx: &mut SqliteConnection, backfill: &Backfill, now: Timestamp) -> Result<()> {
    close(tx, backfill, State::Cancelled, now).await
}

/// All that could be read is: what is known from now on, and what stays a gap.
async fn end(app: &App, backfill: &Backfill) -> Result<()> {
    let now = app.clock.now();
    let of = backfill.clone();
    app.db
        .write(async move |tx| {
            close(&mut *tx, &of, State::Done, now).await?;
            // Perhaps another one waits.
            jobs::schedule(tx, of.guild, &READ, 0, now).await
        })
        .await
}

/// Ends a reading, whatever was read of it. What it covers is known from now on; of a gap that could not be read as a
/// whole nothing is, so that it stays one.
async fn close(tx: &mut SqliteConnection, backfill: &Backfill, state: State, now: Timestamp) -> Result<()> {
    let tally = store::tally(&mut *tx, backfill.id).await?;
    let is_whole = state == State::Done && tally.failed == 0;
    let covered = match backfill.reason {
        // The id of the server stands for all that Steward sees there.
        _ if is_whole && backfill.channel.is_none() => vec![ChannelId(backfill.guild.0)],
        Reason::Gap => Vec::new(),
        Reason::Asked => store::done_channels(&mut *tx, backfill.id).await?,
    };
    if store::set_ended(&mut *tx, backfill.id, state, tally, now).await? {
        for channel in covered {
            let (from, to) = (backfill.since, backfill.until);
            let (from_id, to_id) = (MessageId(0), MessageId(0));
            let source = Source::Backfill;
            let covered = Covered { channel, from, from_id, to, to_id, known_from: from, known_to: to, source };
            store::insert_covered(&mut *tx, backfill.guild, &covered).await?;
        }
    }
    Ok(())
}
