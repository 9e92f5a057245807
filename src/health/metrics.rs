//! The figures of the bot in Prometheus' text form: counts and states, never a name, never a number of
//! a server or a person.
//!
//! They are read off when somebody asks, not kept: the bot pays nothing for them in between.

use metrics::{counter, describe_counter, describe_gauge, gauge};
use metrics_exporter_prometheus::PrometheusBuilder;

use super::{Facts, Status};
use crate::app::App;
use crate::clock::Clock;
use crate::db::{Trouble, heartbeat};
use crate::discord::client::session::State;

/// All figures of this moment.
pub async fn render(app: &App) -> String {
    let facts = Facts::read(app).await;
    let recorder = PrometheusBuilder::new().build_recorder();
    // A recorder of its own for each answer: several bots may live in one process.
    metrics::with_local_recorder(&recorder, || {
        describe();
        bot(app, &facts);
        discord(app, &facts);
        work(&facts);
        database(app, &facts);
        process(&facts);
    });
    recorder.handle().render()
}

fn describe() {
    for (name, what) in [
        ("steward_info", "Always 1; the label says which version runs"),
        ("steward_healthy", "1 if /health answers 200"),
        ("steward_uptime_seconds", "Time since the start"),
        ("steward_connected", "1 if there is a session with Discord"),
        ("steward_last_heard_seconds", "Time since Discord last gave a sign of life over the gateway"),
        ("steward_sessions_today", "Connections begun within a day, as the guard of the token counts them"),
        ("steward_sessions_limit", "At so many it stops to protect the token"),
        ("steward_rest_paused", "1 while Discord limits all calls"),
        ("steward_rest_held", "1 while calls are held back because too many were refused"),
        ("steward_queue_depth", "Events or interactions that wait"),
        ("steward_queue_capacity", "How many may wait"),
        ("steward_jobs", "Jobs by how they stand; overdue and failing ones are counted under due or waiting too"),
        ("steward_outbox", "What was to be sent to Discord, by how it stands; what is done is not counted"),
        ("steward_database_trouble", "1 for why the last write was refused"),
        ("steward_database_full", "1 from a write for which there was no room until there is room again"),
        ("steward_database_copy_missing", "1 if the last night's copy could not be made"),
        ("steward_database_write_seconds", "How long the write in hand has taken so far"),
        ("steward_database_bytes", "Size of the database with its log"),
        ("process_start_time_seconds", "When the process was started"),
        ("process_resident_memory_bytes", "Memory in use"),
        ("process_open_fds", "Open files and connections"),
    ] {
        describe_gauge!(name, what);
    }
    for (name, what) in [
        ("steward_sessions_total", "Sessions begun and taken up again since the start"),
        ("steward_faults_total", "Faults since the start, each in the log with its reference"),
        ("steward_unread_events_total", "Events that could not be read"),
        ("steward_dropped_total", "What found its queue full and was dropped"),
        ("steward_late_interactions_total", "Commands and presses that came too late to be answered"),
        ("steward_jobs_given_up_total", "Jobs given up since the start"),
    ] {
        describe_counter!(name, what);
    }
}

fn bot(app: &App, facts: &Facts) {
    gauge!("steward_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    gauge!("steward_healthy").set(flag(facts.report().status == Status::Ok));
    gauge!("steward_uptime_seconds").set(facts.uptime.as_secs_f64());
    counter!("steward_faults_total").absolute(facts.faults);
    counter!("steward_unread_events_total").absolute(facts.unread_events);
    counter!("steward_late_interactions_total").absolute(facts.late_interactions);
    counter!("steward_jobs_given_up_total").absolute(facts.jobs_given_up);
    counter!("steward_dropped_total", "queue" => "events").absolute(facts.dropped_events);
    counter!("steward_dropped_total", "queue" => "interactions").absolute(facts.dropped_interactions);
    if let Some(heard) = app.discord.alive_at() {
        gauge!("steward_last_heard_seconds").set(seconds(app.clock.now().since(heard)));
    }
}

fn discord(app: &App, facts: &Facts) {
    gauge!("steward_connected").set(flag(facts.line == State::Connected));
    counter!("steward_sessions_total", "kind" => "begun").absolute(facts.sessions.begun);
    counter!("steward_sessions_total", "kind" => "resumed").absolute(facts.sessions.resumed);
    gauge!("steward_sessions_limit").set(number(app.config.gateway.identify_limit_per_day));
    gauge!("steward_rest_paused").set(flag(facts.paused.is_some()));
    gauge!("steward_rest_held").set(flag(facts.held));
    for (queue, level) in [("events", facts.events), ("interactions", facts.interactions)] {
        gauge!("steward_queue_depth", "queue" => queue).set(number(level.waiting));
        gauge!("steward_queue_capacity", "queue" => queue).set(number(level.most));
    }
}

/// What is counted in the database is missing where the database does not answer.
fn work(facts: &Facts) {
    let Some(stored) = &facts.stored else { return };
    gauge!("steward_sessions_today").set(number(stored.sessions_today));
    let jobs = stored.jobs;
    for (state, count) in [
        ("waiting", jobs.waiting),
        ("due", jobs.due),
        ("overdue", jobs.overdue),
        ("failing", jobs.failing),
        ("given_up", jobs.given_up),
    ] {
        gauge!("steward_jobs", "state" => state).set(whole(count));
    }
    for state in ["waiting", "pending", "sending", "failed", "unknown"] {
        let count = stored.orders.iter().find(|(name, _)| name == state).map_or(0, |(_, count)| *count);
        gauge!("steward_outbox", "state" => state).set(whole(count));
    }
}

fn database(app: &App, facts: &Facts) {
    for (kind, trouble) in [
        ("busy", Trouble::Busy),
        ("full", Trouble::Full),
        ("read_only", Trouble::ReadOnly),
        ("broken", Trouble::Broken),
    ] {
        gauge!("steward_database_trouble", "kind" => kind).set(flag(facts.trouble == Some(trouble)));
    }
    gauge!("steward_database_full").set(flag(facts.full));
    gauge!("steward_database_copy_missing").set(flag(facts.no_copy.is_some()));
    gauge!("steward_database_write_seconds").set(facts.writer_stuck.as_secs_f64());
    gauge!("steward_database_bytes").set(number(heartbeat::size(app.db.path())));
}

/// The names that all programs use for these.
fn process(facts: &Facts) {
    let started = Clock::system().now().minus(facts.uptime);
    gauge!("process_start_time_seconds").set(seconds(started.millis()));
    if let Some(bytes) = resident_memory() {
        gauge!("process_resident_memory_bytes").set(number(bytes));
    }
    if let Ok(open) = std::fs::read_dir("/proc/self/fd") {
        gauge!("process_open_fds").set(number(open.count()));
    }
}

/// As the kernel says it: "VmRSS:     12345 kB". Nothing where it says none.
fn resident_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes * 1_024)
}

const fn flag(on: bool) -> f64 {
    if on { 1.0 } else { 0.0 }
}

fn seconds(millis: i64) -> f64 {
    whole(millis) / 1_000.0
}

fn number(count: impl TryInto<u64>) -> f64 {
    count.try_into().map_or(f64::INFINITY, |count| count as f64)
}

const fn whole(count: i64) -> f64 {
    count as f64
}
