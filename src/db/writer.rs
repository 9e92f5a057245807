//! The one writer: a thread of its own with one connection, so that no write is ever cancelled
//! half-way and no two writes ever wait for each other inside SQLite.
//!
//! Two lanes: what a person waits for goes before what may be late. A write whose caller has gone is
//! finished all the same.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, SqliteConnection};
use tokio::sync::{mpsc, oneshot, watch};
use tokio_util::sync::{CancellationToken, DropGuard};

use super::Scrubbed;
use super::error::Trouble;
use super::lock::InstanceLock;
use crate::clock::monotonic;
use crate::error::{Error, Result};

/// How many writes may wait in each lane before callers wait themselves.
const LANE: usize = 1_024;

/// The writer as the rest of `db/` sees it. Dropping it lets the thread finish what waits and close.
pub(super) struct Writer {
    soon: mpsc::Sender<Box<dyn Request>>,
    later: mpsc::Sender<Box<dyn Request>>,
    patience: Duration,
    pulse: Arc<Pulse>,
    stop: CancellationToken,
    _stop_when_dropped: DropGuard,
    stopped: watch::Receiver<bool>,
}

impl Writer {
    /// Starts the thread. `options` open the connection again after an error that left it unsure.
    pub(super) fn start(
        connection: SqliteConnection,
        options: SqliteConnectOptions,
        patience: Duration,
        lock: Option<InstanceLock>,
    ) -> std::io::Result<Self> {
        let (soon, soon_queue) = mpsc::channel(LANE);
        let (later, later_queue) = mpsc::channel(LANE);
        let (stopped_tx, stopped) = watch::channel(false);
        let pulse = Arc::new(Pulse::new());
        let stop = CancellationToken::new();
        let thread = Thread {
            soon: soon_queue,
            later: later_queue,
            stop: stop.clone(),
            line: Line { connection: Some(connection), options, patience, blocked: false, pulse: Arc::clone(&pulse) },
            lock,
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        std::thread::Builder::new().name("steward-writer".to_owned()).spawn(move || {
            runtime.block_on(thread.serve());
            stopped_tx.send_replace(true);
        })?;
        Ok(Self { soon, later, patience, pulse, _stop_when_dropped: stop.clone().drop_guard(), stop, stopped })
    }

    /// Hands a write over and waits for its outcome.
    pub(super) async fn run<T, F>(&self, lane: Lane, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'t> AsyncFnOnce(&'t mut SqliteConnection) -> Result<T> + Send + 'static,
    {
        let (answer, outcome) = oneshot::channel();
        let request: Box<dyn Request> = Box::new(Write { work, lane, answer, asked: monotonic() });
        let queue = match lane {
            Lane::Soon => &self.soon,
            Lane::Later => &self.later,
        };
        match tokio::time::timeout(self.patience, queue.send(request)).await {
            Err(_queue_is_full) => return Err(self.refusal(Trouble::Busy)),
            Ok(Err(_closed)) => return Err(Error::fault("a write came after the database was closed")),
            Ok(Ok(())) => {}
        }
        outcome.await.unwrap_or_else(|_| Err(Error::fault("the writer stopped before a write was done")))
    }

    /// Takes what was deleted out of the files, between two writes.
    pub(super) async fn scrub(&self, largest: Option<u64>) -> Result<Scrubbed> {
        let (answer, outcome) = oneshot::channel();
        if self.soon.send(Box::new(Scrub { largest, answer })).await.is_err() {
            return Err(Error::fault("the database was closed"));
        }
        outcome.await.unwrap_or_else(|_| Err(Error::fault("the writer stopped before it was done")))
    }

    fn refusal(&self, trouble: Trouble) -> Error {
        self.pulse.note(Some(trouble));
        trouble.message().map_or_else(|| Error::fault("the database is broken"), Error::Told)
    }

    /// How long the write in hand has been in hand; for ever if the thread is gone unasked.
    pub(super) fn stuck_for(&self) -> Duration {
        if self.soon.is_closed() && !self.stop.is_cancelled() { Duration::MAX } else { self.pulse.in_hand_for() }
    }

    pub(super) fn commits(&self) -> watch::Receiver<u64> {
        self.pulse.commits.subscribe()
    }

    pub(super) fn trouble(&self) -> Option<Trouble> {
        *self.pulse.trouble.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    pub(super) fn is_full(&self) -> bool {
        self.pulse.full.load(Ordering::Relaxed)
    }

    /// It has been proved that the disk has room.
    pub(super) fn has_room(&self) {
        self.pulse.full.store(false, Ordering::Relaxed);
    }

    /// Takes no more writes, does those that wait, checkpoints and closes.
    pub(super) async fn close(&self) {
        self.stop.cancel();
        // An error means that the thread is gone, which is what is waited for.
        let _ = self.stopped.clone().wait_for(|stopped| *stopped).await;
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lane {
    /// Somebody waits for it.
    Soon,
    /// It may be late: the activity fold.
    Later,
}

/// What can be seen of the writer from outside while it works.
struct Pulse {
    start: Instant,
    /// Milliseconds after `start` at which the write in hand was taken up, plus one; 0 when idle.
    in_hand: AtomicU64,
    trouble: std::sync::Mutex<Option<Trouble>>,
    /// The disk was full; a write that happened to fit since then is no proof that it has room.
    full: AtomicBool,
    /// How many writes of the first lane have been done.
    commits: watch::Sender<u64>,
}

impl Pulse {
    fn new() -> Self {
        Self {
            start: monotonic(),
            in_hand: AtomicU64::new(0),
            trouble: std::sync::Mutex::new(None),
            full: AtomicBool::new(false),
            commits: watch::Sender::new(0),
        }
    }

    fn millis(&self) -> u64 {
        u64::try_from(monotonic().duration_since(self.start).as_millis()).unwrap_or(u64::MAX)
    }

    fn take_up(&self) {
        self.in_hand.store(self.millis() + 1, Ordering::Relaxed);
    }

    fn put_down(&self) {
        self.in_hand.store(0, Ordering::Relaxed);
    }

    fn in_hand_for(&self) -> Duration {
        match self.in_hand.load(Ordering::Relaxed) {
            0 => Duration::ZERO,
            since => Duration::from_millis((self.millis() + 1).saturating_sub(since)),
        }
    }

    /// Remembers why writes are refused, and logs the change once.
    fn note(&self, now: Option<Trouble>) {
        if now == Some(Trouble::Full) {
            self.full.store(true, Ordering::Relaxed);
        }
        let mut trouble = self.trouble.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if *trouble != now {
            match now {
                Some(Trouble::Busy) => tracing::warn!("the database is locked by another program; writes are refused"),
                Some(Trouble::Full) => tracing::error!("the disk is full; writes are refused"),
                Some(Trouble::ReadOnly) => tracing::error!("the database may only be read; writes are refused"),
                Some(Trouble::Broken) => tracing::error!("the disk or the database is damaged; writes fail"),
                None => tracing::info!("the database takes writes again"),
            }
            *trouble = now;
        }
    }
}

struct Thread {
    soon: mpsc::Receiver<Box<dyn Request>>,
    later: mpsc::Receiver<Box<dyn Request>>,
    stop: CancellationToken,
    line: Line,
    lock: Option<InstanceLock>,
}

impl Thread {
    async fn serve(mut self) {
        let mut stopping = false;
        loop {
            let request = tokio::select! {
                biased;
                () = self.stop.cancelled(), if !stopping => {
                    stopping = true;
                    self.soon.close();
                    self.later.close();
                    continue;
                }
                Some(request) = self.soon.recv() => request,
                Some(request) = self.later.recv() => request,
                else => break,
            };
            self.line.pulse.take_up();
            request.perform(&mut self.line).await;
            self.line.pulse.put_down();
        }
        let closed = self.line.close().await;
        if let Some(lock) = self.lock.filter(|_| closed)
            && let Err(error) = lock.release_clean()
        {
            tracing::warn!(%error, "the lock beside the database could not be emptied; the next start will check the file");
        }
    }
}

/// The connection, which is opened again whenever it is not certain what state it is in.
struct Line {
    connection: Option<SqliteConnection>,
    options: SqliteConnectOptions,
    patience: Duration,
    /// The last write found the database locked: those behind it wait only for the rest of their time.
    blocked: bool,
    pulse: Arc<Pulse>,
}

impl Line {
    /// Runs one write in a transaction of its own.
    async fn transact<T, F>(&mut self, asked: Instant, work: F) -> Result<T>
    where
        F: for<'t> AsyncFnOnce(&'t mut SqliteConnection) -> Result<T>,
    {
        let outcome = match self.ready(asked).await {
            Ok(connection) => attempt(connection, work).await,
            Err(error) => Attempt { outcome: Err(error.into()), sure: false },
        };
        if !outcome.sure {
            self.drop_connection().await;
        }
        self.tell(outcome.outcome)
    }

    async fn ready(&mut self, asked: Instant) -> Result<&mut SqliteConnection, sqlx::Error> {
        if self.connection.is_none() {
            self.connection = Some(self.options.connect().await?);
        }
        let left = if self.blocked { self.patience.saturating_sub(asked.elapsed()) } else { self.patience };
        let blocked = self.blocked;
        let connection = self.connection.as_mut().ok_or(sqlx::Error::PoolClosed)?;
        if blocked {
            set_patience(connection, left).await?;
        }
        Ok(connection)
    }

    /// Deleted rows are overwritten where they stood, but what a page held before its rows were moved to
    /// another may still stand in it: only a file that is written anew has nothing of it. The log has
    /// pages as they were, until it is emptied.
    async fn scrub(&mut self, largest: Option<u64>) -> Result<Scrubbed, sqlx::Error> {
        let connection = self.ready(monotonic()).await?;
        let mut large = false;
        if let Some(largest) = largest {
            let size: i64 =
                sqlx::query_scalar("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
                    .fetch_one(&mut *connection)
                    .await?;
            large = u64::try_from(size).unwrap_or(u64::MAX) > largest;
            if !large {
                sqlx::query("VACUUM").execute(&mut *connection).await?;
            }
        }
        let (in_the_way, _, _): (i64, i64, i64) =
            sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(connection).await?;
        Ok(match (large, in_the_way) {
            (true, _) => Scrubbed::Large,
            (false, 0) => Scrubbed::Clean,
            _ => Scrubbed::InTheWay,
        })
    }

    async fn drop_connection(&mut self) {
        if let Some(connection) = self.connection.take()
            && let Err(error) = connection.close().await
        {
            tracing::debug!(%error, "a doubtful connection did not close cleanly");
        }
    }

    /// A refusal of the database becomes an answer for people; any other error stays what it is.
    fn tell<T>(&mut self, outcome: Result<T>) -> Result<T> {
        let trouble = outcome.as_ref().err().and_then(Trouble::from_error);
        let was_blocked = std::mem::replace(&mut self.blocked, trouble == Some(Trouble::Busy));
        if was_blocked && !self.blocked {
            // The shorter waiting time must not outlive the lock; a new connection has the full one.
            self.connection = None;
        }
        self.pulse.note(trouble);
        match trouble.and_then(Trouble::message) {
            Some(message) => outcome.map_err(|_| Error::Told(message)),
            None => outcome,
        }
    }

    /// True if everything lies in the database file.
    async fn close(mut self) -> bool {
        let opened = match self.connection.take() {
            Some(connection) => Ok(connection),
            None => self.options.connect().await,
        };
        let Ok(mut connection) = opened else { return false };
        let checkpoint = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut connection).await;
        let closed = connection.close().await;
        for error in [checkpoint.err(), closed.as_ref().err().map(|_| sqlx::Error::WorkerCrashed)].into_iter().flatten()
        {
            tracing::warn!(%error, "the database was not closed cleanly");
        }
        closed.is_ok()
    }
}

async fn set_patience(connection: &mut SqliteConnection, patience: Duration) -> Result<(), sqlx::Error> {
    let pragma = format!("PRAGMA busy_timeout = {}", patience.as_millis());
    sqlx::query(AssertSqlSafe(pragma)).execute(connection).await.map(drop)
}

struct Attempt<T> {
    outcome: Result<T>,
    /// Whether the connection is known to be outside any transaction.
    sure: bool,
}

async fn attempt<T, F>(connection: &mut SqliteConnection, work: F) -> Attempt<T>
where
    F: for<'t> AsyncFnOnce(&'t mut SqliteConnection) -> Result<T>,
{
    let mut transaction = match connection.begin_with("BEGIN IMMEDIATE").await {
        Ok(transaction) => transaction,
        Err(error) => {
            let sure = Trouble::of_sqlx(&error) == Some(Trouble::Busy);
            return Attempt { outcome: Err(error.into()), sure };
        }
    };
    match unless_it_panics(async { work(&mut transaction).await }).await {
        Ok(Ok(value)) => match transaction.commit().await {
            Ok(()) => Attempt { outcome: Ok(value), sure: true },
            Err(error) => Attempt { outcome: Err(error.into()), sure: false },
        },
        Ok(Err(error)) => Attempt { outcome: Err(error), sure: transaction.rollback().await.is_ok() },
        Err(panic) => {
            // Rolled back by dropping; what the worker was in the middle of is not known.
            drop(transaction);
            Attempt { outcome: Err(Error::fault(format!("a write panicked: {panic}"))), sure: false }
        }
    }
}

/// The future's value, or the text of its panic.
async fn unless_it_panics<T>(future: impl Future<Output = T>) -> std::result::Result<T, String> {
    let mut future = pin!(future);
    std::future::poll_fn(|context| {
        // Nothing that a panic could leave half done is looked at afterwards: the connection is dropped.
        match std::panic::catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
            Ok(poll) => poll.map(Ok),
            Err(panic) => std::task::Poll::Ready(Err(panic_text(&*panic))),
        }
    })
    .await
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "without words".to_owned())
}

/// A write whose type is forgotten, so that all fit into one queue.
trait Request: Send {
    fn perform<'a>(self: Box<Self>, line: &'a mut Line) -> Pin<Box<dyn Future<Output = ()> + 'a>>;
}

/// What was deleted goes out of the files.
struct Scrub {
    /// A larger file, in bytes, is not written anew; `None`: only the log is emptied.
    largest: Option<u64>,
    answer: oneshot::Sender<Result<Scrubbed>>,
}

impl Request for Scrub {
    fn perform<'a>(self: Box<Self>, line: &'a mut Line) -> Pin<Box<dyn Future<Output = ()> + 'a>> {
        Box::pin(async move {
            // A large file takes its time, and is not stuck.
            line.pulse.put_down();
            let done = line.scrub(self.largest).await.map_err(Error::from);
            let done = line.tell(done);
            // The caller may have gone; it is done all the same.
            let _ = self.answer.send(done);
        })
    }
}

struct Write<T, F> {
    work: F,
    lane: Lane,
    answer: oneshot::Sender<Result<T>>,
    asked: Instant,
}

impl<T, F> Request for Write<T, F>
where
    T: Send + 'static,
    F: for<'t> AsyncFnOnce(&'t mut SqliteConnection) -> Result<T> + Send + 'static,
{
    fn perform<'a>(self: Box<Self>, line: &'a mut Line) -> Pin<Box<dyn Future<Output = ()> + 'a>> {
        Box::pin(async move {
            let Self { work, lane, answer, asked } = *self;
            let outcome = line.transact(asked, work).await;
            if outcome.is_ok() && lane == Lane::Soon {
                line.pulse.commits.send_modify(|count| *count += 1);
            }
            // The caller may have gone; the write counts all the same.
            let _ = answer.send(outcome);
        })
    }
}
