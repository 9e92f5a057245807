//! How the bot is, for whoever watches over it: in words, as figures, over HTTP, and as a sign of life
//! in the database.
//!
//! What makes the bot of no use right now is a *reason*, and `/health` answers 503 with it. What
//! somebody should look at, but no restart would cure, is a *note*, and changes no answer.

pub mod http;
pub mod metrics;

use std::fmt::Write;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tracing::{debug, info, warn};

use crate::app::App;
use crate::app::health::Stored;
use crate::app::queue_depths::{QueueDepth, QueueDepths};
use crate::clock::{Clock, monotonic};
use crate::db::Trouble;
use crate::discord::client::ledger;
use crate::discord::client::session::{Heard, State};
use crate::discord::outbox;
use crate::error::Result;
use crate::jobs;

/// A connection that is taken up again within this was not missed by anybody.
const BLINK: Duration = Duration::from_secs(10);
/// No write takes this long, however long it waits for a lock: then the writer hangs.
const HANGS: Duration = Duration::from_secs(6);
/// How long figures of the database are good for: asking again and again must not cost it anything.
const FRESH: Duration = Duration::from_secs(1);
/// How long the database may take to give them.
const COUNTED_WITHIN: Duration = Duration::from_secs(2);

/// What is told of the bot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub status: Status,
    pub version: String,
    /// Seconds since the start.
    pub uptime_s: u64,
    /// Why it is not well.
    pub reasons: Vec<Finding>,
    /// What somebody should look at all the same.
    pub notes: Vec<Finding>,
}

/// The answer in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Ok,
    Ill,
}

/// One thing about the bot: a word for programs, a sentence for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub code: String,
    pub words: String,
}

/// Everything that is looked at.
#[derive(Debug, Clone)]
pub struct Facts {
    pub uptime: Duration,
    pub line: State,
    /// For how long the line has been as it is.
    pub line_lasts: Duration,
    pub sessions: Heard,
    pub token_refused: bool,
    /// Calls are held back because too many were refused.
    pub held: bool,
    /// A limit for all calls, and how long it still holds.
    pub paused: Option<Duration>,
    pub interactions: QueueDepth,
    pub events: QueueDepth,
    /// Events find no room and are dropped.
    pub jammed: bool,
    pub writer_stuck: Duration,
    pub trouble: Option<Trouble>,
    pub full: bool,
    pub damage: Option<String>,
    /// Why there is no copy of the last night.
    pub no_copy: Option<String>,
    pub dropped_events: u64,
    pub dropped_interactions: u64,
    pub late_interactions: u64,
    pub unread_events: u64,
    pub faults: u64,
    pub jobs_given_up: u64,
    /// What the database says; `None` if it does not answer.
    pub stored: Option<Stored>,
    pub sessions_limit: usize,
}

impl Facts {
    /// Looks at everything.
    pub async fn read(app: &App) -> Self {
        let (discord, health) = (&app.discord, &app.health);
        let line = discord.session.line();
        let queues = health.queues.get();
        let stored = stored(app).await;
        let no_copy = health.copies.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Self {
            uptime: health.begun.elapsed(),
            line: line.state,
            line_lasts: line.lasts(),
            sessions: discord.session.totals(),
            token_refused: discord.rest.token_refused(),
            held: discord.rest.is_held(),
            paused: discord.rest.paused_for(),
            interactions: queues.map(QueueDepths::interactions).unwrap_or_default(),
            events: queues.map(QueueDepths::events).unwrap_or_default(),
            jammed: queues.is_some_and(QueueDepths::is_jammed),
            writer_stuck: app.db.writer_stuck_for(),
            trouble: app.db.trouble(),
            full: app.db.is_full(),
            damage: app.db.damage(),
            no_copy,
            dropped_events: health.dropped_events.load(Ordering::Relaxed),
            dropped_interactions: health.dropped_interactions.load(Ordering::Relaxed),
            late_interactions: health.late_interactions.load(Ordering::Relaxed),
            unread_events: health.unread_events.load(Ordering::Relaxed),
            faults: health.faults.load(Ordering::Relaxed),
            jobs_given_up: health.jobs_given_up.load(Ordering::Relaxed),
            stored,
            sessions_limit: app.config.gateway.identify_limit_per_day,
        }
    }

    /// What follows from it.
    pub fn report(&self) -> Report {
        let (reasons, notes) = (self.reasons(), self.notes());
        let status = if reasons.is_empty() { Status::Ok } else { Status::Ill };
        let version = env!("CARGO_PKG_VERSION").to_owned();
        Report { status, version, uptime_s: self.uptime.as_secs(), reasons, notes }
    }

    fn reasons(&self) -> Vec<Finding> {
        let mut found = Found::default();
        self.connection(&mut found);
        self.database(&mut found);
        if let Some(Stored { jobs, .. }) = &self.stored
            && jobs.overdue > 0
        {
            found.add("jobs_overdue", format!("jobs that should have begun more than 5 min ago: {}", jobs.overdue));
        }
        if self.jammed {
            found.add("events_dropped", "more comes from Discord than can be counted: events are dropped");
        }
        if self.interactions.most > 0 && self.interactions.waiting >= self.interactions.most {
            found.add("commands_dropped", "more commands come than can be answered: those beyond get no answer");
        }
        found.0
    }

    fn connection(&self, found: &mut Found) {
        let lasts = span(self.line_lasts);
        match self.line {
            _ if self.token_refused => {
                found.add("token_refused", "Discord refuses the token: put the right one into DISCORD_TOKEN");
            }
            State::Connected => {}
            // Each connection is written down before it is made.
            State::Held if self.full || self.trouble.is_some() => found.add(
                "not_connected",
                format!("no connection to Discord for {lasts}: none is made before the database takes it down"),
            ),
            State::Held => found.add(
                "token_guard",
                format!(
                    "no connection to Discord for {lasts}: it waits to protect the token, the log says why sessions end"
                ),
            ),
            State::Lost if self.sessions.begun == 0 => {
                found.add("not_connected", format!("not connected to Discord yet, {lasts} after the start"));
            }
            State::Lost if self.line_lasts < BLINK => {}
            State::Lost => found.add("not_connected", format!("no connection to Discord for {lasts}")),
        }
        if self.held {
            found.add(
                "calls_held",
                "Discord has refused too many calls: all calls wait some minutes, so that it does not ban this address",
            );
        }
    }

    fn database(&self, found: &mut Found) {
        if self.writer_stuck == Duration::MAX {
            found.add("writer_stuck", "the database's writer is gone");
        } else if self.writer_stuck > HANGS {
            found.add("writer_stuck", format!("the database has been at one write for {}", span(self.writer_stuck)));
        }
        if self.full {
            found.add("disk_full", "the disk with the database is full, so nothing is done: free some space");
        }
        match self.trouble {
            None | Some(Trouble::Full) => {}
            Some(Trouble::Busy) => found
                .add("database_busy", "another program locks the database, so nothing is done: close what has it open"),
            Some(Trouble::ReadOnly) => found.add(
                "database_read_only",
                "the database may only be read, so nothing is done: give back the right to write it and its folder",
            ),
            Some(Trouble::Broken) => {
                found.add(
                    "database_broken",
                    "the disk or the database is damaged: look at the disk, stop, restore a copy",
                );
            }
        }
        if let Some(why) = &self.damage {
            found.add("database_damaged", format!("the database is damaged ({why}): stop and restore a copy"));
        }
        if self.stored.is_none() {
            found.add("database_silent", "the database cannot be read, or takes too long to answer");
        }
    }

    fn notes(&self) -> Vec<Finding> {
        let mut found = Found::default();
        let stored = self.stored.clone().unwrap_or_default();
        if let Some(left) = self.paused {
            found.add("calls_paused", format!("Discord limits all calls for another {}", span(left)));
        }
        if let Some(why) = &self.no_copy {
            found.add("no_copy", format!("there is no copy of the database of the last night: {why}"));
        }
        if stored.sessions_today * 5 > self.sessions_limit * 4 {
            let (today, limit) = (stored.sessions_today, self.sessions_limit);
            found.add(
                "many_sessions",
                format!("{today} connections within a day; at {limit} it stops to protect the token"),
            );
        }
        let orders = |state: &str| stored.orders.iter().find(|(name, _)| name == state).map_or(0, |(_, count)| *count);
        for (code, count, words) in [
            (
                "jobs_failing",
                stored.jobs.failing,
                "jobs that fail again and again, and are tried again (the log says why)",
            ),
            ("jobs_given_up", stored.jobs.given_up, "jobs that were given up (the log says why)"),
            ("orders_unknown", orders("unknown"), "things sent to Discord of which nobody knows whether they arrived"),
        ] {
            if count > 0 {
                found.add(code, format!("{words}: {count}"));
            }
        }
        for (code, count, words) in [
            (
                "dropped",
                self.dropped_events + self.dropped_interactions,
                "events and commands dropped in a flood since the start",
            ),
            (
                "late",
                self.late_interactions,
                "commands and presses not carried out since the start, because Discord handed them over too late",
            ),
            ("unread", self.unread_events, "events that could not be read since the start"),
            ("faults", self.faults, "faults since the start, each in the log with its reference"),
        ] {
            if count > 0 {
                found.add(code, format!("{words}: {count}"));
            }
        }
        found.0
    }
}

#[derive(Default)]
struct Found(Vec<Finding>);

impl Found {
    fn add(&mut self, code: &str, words: impl Into<String>) {
        self.0.push(Finding { code: code.to_owned(), words: words.into() });
    }
}

/// "45 s", "12 min", "3 h 5 min".
pub fn span(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..120 => format!("{seconds} s"),
        120..3_600 => format!("{} min", seconds / 60),
        _ => format!("{} h {} min", seconds / 3_600, seconds / 60 % 60),
    }
}

impl Report {
    /// A line for each thing, for people.
    pub fn lines(&self) -> String {
        let mut lines = String::new();
        let since = span(Duration::from_secs(self.uptime_s));
        // Writing into a string does not fail.
        let _ = match self.status {
            Status::Ok => writeln!(lines, "ok  Steward {} is well; it has run for {since}", self.version),
            Status::Ill => writeln!(lines, "!!  Steward {} is not well; it has run for {since}", self.version),
        };
        for reason in &self.reasons {
            let _ = writeln!(lines, "!!  {}", reason.words);
        }
        for note in &self.notes {
            let _ = writeln!(lines, "    {}", note.words);
        }
        lines
    }
}

/// Looks at everything, and says how the bot is.
pub async fn look(app: &App) -> Report {
    Facts::read(app).await.report()
}

/// The figures of the database, at most so old; one asks, the others wait for its answer.
async fn stored(app: &App) -> Option<Stored> {
    let mut cache = app.health.stored.lock().await;
    if let Some((at, stored)) = &*cache
        && at.elapsed() < FRESH
    {
        return stored.clone();
    }
    let stored = match tokio::time::timeout(COUNTED_WITHIN, count(app)).await {
        Ok(Ok(stored)) => Some(stored),
        Ok(Err(error)) => {
            debug!("the database cannot be asked how it is: {error}");
            None
        }
        Err(_) => None,
    };
    *cache = Some((monotonic(), stored.clone()));
    stored
}

async fn count(app: &App) -> Result<Stored> {
    let db = app.db.read();
    Ok(Stored {
        jobs: jobs::count(db, app.clock.now()).await?,
        orders: outbox::count(db).await?,
        sessions_today: ledger::begun_within_a_day(&app.db).await?,
    })
}

/// Leaves a sign of life in the database as long as the bot runs, and says in the log when it falls ill
/// or is well again.
pub async fn beat_for_ever(app: Arc<App>) {
    let mut beat = tokio::time::interval(Duration::from_secs(app.config.database.heartbeat_s));
    beat.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    // Nobody is well before the first connection.
    let mut told = Vec::new();
    let mut was_well = false;
    loop {
        beat.tick().await;
        let report = look(&app).await;
        if report.status == Status::Ok {
            if !told.is_empty() {
                info!("well again");
            }
            (was_well, told) = (true, Vec::new());
        } else if was_well {
            let codes: Vec<_> = report.reasons.iter().map(|reason| reason.code.clone()).collect();
            if codes != told {
                let words: Vec<_> = report.reasons.iter().map(|reason| reason.words.as_str()).collect();
                warn!(reasons = %words.join("; "), "not well");
                told = codes;
            }
        }
        let Ok(report) = serde_json::to_string(&report) else { continue };
        // By the machine's clock: whoever reads it is another process.
        if let Err(error) = app.db.beat(Clock::system().now(), report).await {
            debug!("no sign of life could be left: {error}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::health::JobCounts;

    fn well() -> Facts {
        Facts {
            uptime: Duration::from_secs(11_100),
            line: State::Connected,
            line_lasts: Duration::from_secs(11_099),
            sessions: Heard { begun: 1, resumed: 0 },
            token_refused: false,
            held: false,
            paused: None,
            interactions: QueueDepth { waiting: 0, most: 256 },
            events: QueueDepth { waiting: 3, most: 1_024 },
            jammed: false,
            writer_stuck: Duration::from_millis(3),
            trouble: None,
            full: false,
            damage: None,
            no_copy: None,
            dropped_events: 0,
            dropped_interactions: 0,
            late_interactions: 0,
            unread_events: 0,
            faults: 0,
            jobs_given_up: 0,
            stored: Some(Stored::default()),
            sessions_limit: 200,
        }
    }

    fn codes(facts: &Facts) -> Vec<String> {
        facts.report().reasons.into_iter().map(|reason| reason.code).collect()
    }

    #[test]
    fn who_is_well_has_no_reasons_and_no_notes() {
        let report = well().report();
        assert_eq!((report.status, report.reasons.len(), report.notes.len()), (Status::Ok, 0, 0));
        assert_eq!(report.lines(), format!("ok  Steward {} is well; it has run for 3 h 5 min\n", report.version));
    }

    #[test]
    fn each_illness_has_its_word() {
        type Make = fn(&mut Facts);
        let illnesses: [(&str, Make); 14] = [
            ("not_connected", |facts| facts.line = State::Lost),
            ("token_guard", |facts| facts.line = State::Held),
            ("token_refused", |facts| facts.token_refused = true),
            ("calls_held", |facts| facts.held = true),
            ("writer_stuck", |facts| facts.writer_stuck = Duration::from_secs(7)),
            ("writer_stuck", |facts| facts.writer_stuck = Duration::MAX),
            ("disk_full", |facts| (facts.full, facts.trouble) = (true, Some(Trouble::Full))),
            ("database_busy", |facts| facts.trouble = Some(Trouble::Busy)),
            ("database_read_only", |facts| facts.trouble = Some(Trouble::ReadOnly)),
            ("database_broken", |facts| facts.trouble = Some(Trouble::Broken)),
            ("database_damaged", |facts| facts.damage = Some("row 3 missing".to_owned())),
            ("database_silent", |facts| facts.stored = None),
            ("events_dropped", |facts| facts.jammed = true),
            ("commands_dropped", |facts| facts.interactions.waiting = 256),
        ];
        for (code, make) in illnesses {
            let mut facts = well();
            make(&mut facts);
            assert_eq!(codes(&facts), [code]);
            assert_eq!(facts.report().status, Status::Ill, "{code}");
        }
        let mut facts = well();
        facts.stored = Some(Stored { jobs: JobCounts { overdue: 2, ..Default::default() }, ..Default::default() });
        assert_eq!(codes(&facts), ["jobs_overdue"]);
    }

    #[test]
    fn a_connection_that_is_taken_up_at_once_is_no_illness_but_the_first_is_waited_for() {
        let lost = |seconds, begun| Facts {
            line: State::Lost,
            line_lasts: Duration::from_secs(seconds),
            sessions: Heard { begun, resumed: 0 },
            ..well()
        };
        assert_eq!(codes(&lost(9, 1)), Vec::<String>::new());
        assert_eq!(codes(&lost(10, 1)), ["not_connected"]);
        assert_eq!(codes(&lost(1, 0)), ["not_connected"]);
    }

    #[test]
    fn what_no_restart_would_cure_is_a_note() {
        let facts = Facts {
            paused: Some(Duration::from_secs(30)),
            no_copy: Some("the disk is full".to_owned()),
            dropped_events: 2,
            late_interactions: 3,
            unread_events: 1,
            faults: 4,
            stored: Some(Stored {
                jobs: JobCounts { failing: 1, given_up: 3, ..Default::default() },
                orders: vec![("unknown".to_owned(), 5), ("failed".to_owned(), 9)],
                sessions_today: 170,
            }),
            ..well()
        };
        let report = facts.report();
        assert_eq!(report.status, Status::Ok);
        insta::assert_snapshot!(report.lines().replace(&report.version, "VERSION"), @"
        ok  Steward VERSION is well; it has run for 3 h 5 min
            Discord limits all calls for another 30 s
            there is no copy of the database of the last night: the disk is full
            170 connections within a day; at 200 it stops to protect the token
            jobs that fail again and again, and are tried again (the log says why): 1
            jobs that were given up (the log says why): 3
            things sent to Discord of which nobody knows whether they arrived: 5
            events and commands dropped in a flood since the start: 2
            commands and presses not carried out since the start, because Discord handed them over too late: 3
            events that could not be read since the start: 1
            faults since the start, each in the log with its reference: 4
        ");
    }
}
