//! A feature that exists in tests only: it orders what it is told to, writes down what became of it,
//! and has a job for every way in which a job can end. It takes feedback.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};
use sqlx::SqliteConnection;
use steward::app::App;
use steward::clock::Timestamp;
use steward::discord::outbox;
use steward::discord::outbox::{Effect, Order, OrderEnded};
use steward::error::{Error, Message, Result};
use steward::feature::Feature;
use steward::feature::offer;
use steward::feature::offer::{Handoff, Taker};
use steward::ids::{ChannelId, GuildId, OutboxId};
use steward::jobs;
use steward::jobs::{Job, Kind, Outcome};
use tokio::sync::Semaphore;

pub const NAME: &str = "trial";

/// Puts a punishment away: before all others.
pub const LIFT: Kind = Kind { name: "trial.lift", urgent: true, run: |app, job| Box::pin(note(app, job)) };
/// Writes that it ran.
pub const NOTE: Kind = Kind { name: "trial.note", urgent: false, run: |app, job| Box::pin(note(app, job)) };
/// Runs until it is let go.
pub const WAIT: Kind = Kind { name: "trial.wait", urgent: false, run: |app, job| Box::pin(wait(app, job)) };
/// The same, before all others.
pub const HURRY: Kind = Kind { name: "trial.hurry", urgent: true, run: |app, job| Box::pin(wait(app, job)) };
/// Panics the first so many times that its row says.
pub const PANIC: Kind = Kind { name: "trial.panic", urgent: false, run: |app, job| Box::pin(panic(app, job)) };
/// Asks to be run again the first so many times that its row says.
pub const RETRY: Kind = Kind { name: "trial.retry", urgent: false, run: |app, job| Box::pin(retry(app, job)) };
/// Gives up.
pub const GIVE_UP: Kind = Kind { name: "trial.give_up", urgent: false, run: |app, job| Box::pin(give_up(app, job)) };
/// Comes again every so many seconds that its row says.
pub const RECUR: Kind = Kind { name: "trial.recur", urgent: false, run: |app, job| Box::pin(recur(app, job)) };

/// What has run so far, and whoever waits to be let go.
#[derive(Debug)]
pub struct Diary {
    ran: Mutex<Vec<(Timestamp, String, i64)>>,
    gate: Semaphore,
    waiting: AtomicUsize,
}

impl Diary {
    /// Every run: when, which kind, which row.
    pub fn ran(&self) -> Vec<(Timestamp, String, i64)> {
        self.ran.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The kinds and rows alone.
    pub fn names(&self) -> Vec<(String, i64)> {
        self.ran().into_iter().map(|(_, kind, row)| (kind.trim_start_matches("trial.").to_owned(), row)).collect()
    }

    /// How many run and wait.
    pub fn waiting(&self) -> usize {
        self.waiting.load(Ordering::SeqCst)
    }

    /// Lets so many go that wait, now or later.
    pub fn let_go(&self, count: usize) {
        self.gate.add_permits(count);
    }

    fn write(&self, app: &App, job: &Job) {
        let mut ran = self.ran.lock().unwrap_or_else(PoisonError::into_inner);
        ran.push((app.clock.now(), job.kind.clone(), job.row));
    }
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        state: Some(|_| {
            Arc::new(Diary { ran: Mutex::default(), gate: Semaphore::new(0), waiting: AtomicUsize::new(0) })
        }),
        on_order_ended: Some(|tx, delivered, now| Box::pin(heard(tx, delivered, now))),
        accepts: &[Taker {
            kind: offer::Kind::Feedback,
            take: |tx, offer, now| Box::pin(taken(tx, offer, now)),
            shown_to_all: None,
        }],
        jobs: &[LIFT, NOTE, WAIT, HURRY, PANIC, RETRY, GIVE_UP, RECUR],
        ..Feature::new(NAME)
    }
}

/// A bot that has nothing but this.
pub fn alone() -> Vec<Feature> {
    vec![feature()]
}

pub fn post(guild: GuildId, channel: ChannelId, text: &str) -> Order {
    Order::new(guild, NAME, "log", 0, Effect::Post { channel, body: body(text) })
}

pub fn body(text: &str) -> Value {
    json!({"content": text, "embeds": [], "components": [], "allowed_mentions": {"parse": []}})
}

/// Commits an order.
pub async fn place(app: &App, order: Order) -> OutboxId {
    let now = app.clock.now();
    app.db.write(async move |tx| outbox::insert(tx, &order, now).await).await.expect("the order is taken")
}

/// Commits a job.
pub async fn plan(app: &App, kind: &'static Kind, guild: GuildId, row: i64, due: Timestamp) {
    app.db.write(async move |tx| jobs::schedule(tx, guild, kind, row, due).await).await.expect("the job is taken");
}

/// What the feature was told became of its orders, in the order of telling: part and outcome.
pub async fn told(app: &App) -> Vec<(String, String)> {
    let rows = sqlx::query_as("SELECT part, outcome FROM trial_heard ORDER BY rowid").fetch_all(app.db.read()).await;
    rows.unwrap_or_default()
}

/// Writes down what it is told. The part says what else happens: an `echo` orders another message, a
/// `mistake` fails each time, a `burden` needs much room on the disk.
async fn heard(tx: &mut SqliteConnection, delivered: &OrderEnded, now: Timestamp) -> Result<()> {
    let table = "CREATE TABLE IF NOT EXISTS trial_heard (part TEXT NOT NULL, outcome TEXT NOT NULL, room TEXT) STRICT";
    sqlx::query(table).execute(&mut *tx).await?;
    let room = (delivered.purpose == "burden").then(|| "x".repeat(200_000));
    let row = sqlx::query("INSERT INTO trial_heard (part, outcome, room) VALUES (?, ?, ?)").bind(&delivered.purpose);
    row.bind(format!("{:?}", delivered.outcome)).bind(room).execute(&mut *tx).await?;
    match (delivered.purpose.as_str(), &delivered.effect) {
        ("mistake", _) => Err(Error::fault("a mistake of the feature, on purpose")),
        ("echo", Effect::Post { channel, .. }) => {
            outbox::insert(tx, &post(delivered.guild, *channel, "echo"), now).await.map(drop)
        }
        _ => Ok(()),
    }
}

/// What the feature was offered: texts and where they come from, in order.
pub async fn offered(app: &App) -> Vec<(String, String)> {
    let rows = sqlx::query_as("SELECT words, source FROM trial_taken ORDER BY rowid").fetch_all(app.db.read()).await;
    rows.unwrap_or_default()
}

/// Keeps what it is offered; an empty text it does not want.
async fn taken(tx: &mut SqliteConnection, offer: &Handoff, _now: Timestamp) -> Result<()> {
    let Handoff::Feedback { text, source, .. } = offer else { return Err(Error::fault("only feedback is taken")) };
    if text.is_empty() {
        return Err(Message::new("no-such-text").into());
    }
    let table = "CREATE TABLE IF NOT EXISTS trial_taken (words TEXT NOT NULL, source TEXT NOT NULL) STRICT";
    sqlx::query(table).execute(&mut *tx).await?;
    let row = sqlx::query("INSERT INTO trial_taken (words, source) VALUES (?, ?)").bind(text);
    row.bind(format!("{} {}", source.feature, source.row)).execute(&mut *tx).await?;
    Ok(())
}

fn diary(app: &App) -> &Diary {
    app.state::<Diary>()
}

async fn note(app: &App, job: &Job) -> Result<Outcome> {
    diary(app).write(app, job);
    Ok(Outcome::Done)
}

async fn wait(app: &App, job: &Job) -> Result<Outcome> {
    let diary = diary(app);
    diary.write(app, job);
    diary.waiting.fetch_add(1, Ordering::SeqCst);
    diary.gate.acquire().await.expect("never closed").forget();
    diary.waiting.fetch_sub(1, Ordering::SeqCst);
    Ok(Outcome::Done)
}

async fn panic(app: &App, job: &Job) -> Result<Outcome> {
    diary(app).write(app, job);
    assert!(job.tries >= job.row, "a panic of a job, on purpose");
    Ok(Outcome::Done)
}

async fn retry(app: &App, job: &Job) -> Result<Outcome> {
    diary(app).write(app, job);
    Ok(if job.tries < job.row { Outcome::Retry("not yet".to_owned()) } else { Outcome::Done })
}

async fn give_up(app: &App, job: &Job) -> Result<Outcome> {
    diary(app).write(app, job);
    Ok(Outcome::GiveUp("there is nothing to be done".to_owned()))
}

async fn recur(app: &App, job: &Job) -> Result<Outcome> {
    diary(app).write(app, job);
    let (guild, row) = (job.guild, job.row);
    let next = app.clock.now().plus(std::time::Duration::from_secs(row.unsigned_abs()));
    // Its own kind, found by name: a constant cannot speak of itself.
    let kind = feature().jobs.iter().find(|kind| kind.name == job.kind).expect("its own kind");
    app.db.write(async move |tx| jobs::schedule(tx, guild, kind, row, next).await).await?;
    Ok(Outcome::Done)
}
