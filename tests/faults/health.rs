//! Whoever watches over the bot: what `/health`, `/metrics` and `steward health` say while it is well and
//! while it is not, and that asking does it no harm.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use sqlx::SqliteConnection;
use steward::clock::monotonic;
use steward::error::Result;
use steward::health::http;
use steward::sandbox::{Answer, Person};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_util::sync::{CancellationToken, DropGuard};

use crate::support::loopback;
use crate::support::process::House;
use crate::support::town::{PATIENCE, Town};

/// The door of a bot in a town; it is shut when the guard is dropped.
async fn server(town: &Town) -> (SocketAddr, DropGuard) {
    let server = http::open(loopback::any()).await.expect("a free port");
    let (address, stop) = (server.address().unwrap(), CancellationToken::new());
    tokio::spawn(http::serve(server, std::sync::Arc::clone(town.app()), stop.clone()));
    (address, stop.drop_guard())
}

/// Status and body of a `GET`.
async fn get(address: SocketAddr, path: &str) -> (u16, String) {
    let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build().unwrap();
    let answer = client.get(format!("http://{address}{path}")).send().await.expect("an answer");
    (answer.status().as_u16(), answer.text().await.expect("text"))
}

/// The codes of what is wrong, as programs read them.
async fn reasons(address: SocketAddr) -> (u16, Vec<String>) {
    let (status, body) = get(address, "/health").await;
    let body: serde_json::Value = serde_json::from_str(&body).expect("JSON");
    let codes = body["reasons"].as_array().expect("a list").iter();
    (status, codes.map(|reason| reason["code"].as_str().expect("a code").to_owned()).collect())
}

/// Waits until the answer is this.
async fn until_reasons(address: SocketAddr, status: u16, codes: &[&str]) {
    let wait = async {
        while reasons(address).await != (status, codes.iter().map(|&code| code.to_owned()).collect()) {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    let waited = tokio::time::timeout(PATIENCE, wait).await;
    assert!(waited.is_ok(), "{:?} and not {status} {codes:?}", reasons(address).await);
}

/// A figure of `/metrics`, by its name with labels.
fn figure(text: &str, name: &str) -> f64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("{name} is not in\n{text}")).parse().expect("a number")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bot_that_is_well_says_so_and_counts_without_names() {
    let town = Town::new().await;
    let (address, _open) = server(&town).await;
    until_reasons(address, 200, &[]).await;
    let look = async {
        loop {
            let (status, text) = get(address, "/metrics").await;
            assert_eq!(status, 200);
            // The watch over the connection looks once a second, and the database is asked as often.
            if figure(&text, "steward_connected") + figure(&text, "steward_sessions_today") == 2.0 {
                return text;
            }
        }
    };
    let text = tokio::time::timeout(PATIENCE, look).await.expect("connected");
    for (name, value) in [
        ("steward_healthy", 1.0),
        ("steward_connected", 1.0),
        ("steward_sessions_total{kind=\"begun\"}", 1.0),
        ("steward_sessions_today", 1.0),
        ("steward_queue_depth{queue=\"events\"}", 0.0),
        ("steward_queue_capacity{queue=\"events\"}", 1_024.0),
        ("steward_queue_capacity{queue=\"interactions\"}", 256.0),
        ("steward_jobs{state=\"overdue\"}", 0.0),
        ("steward_outbox{state=\"unknown\"}", 0.0),
        ("steward_dropped_total{queue=\"events\"}", 0.0),
        ("steward_late_interactions_total", 0.0),
        ("steward_faults_total", 0.0),
        ("steward_rest_held", 0.0),
        ("steward_database_trouble{kind=\"full\"}", 0.0),
    ] {
        assert_eq!(figure(&text, name), value, "{name}");
    }
    for name in ["steward_database_bytes", "process_resident_memory_bytes", "process_open_fds"] {
        assert!(figure(&text, name) > 0.0, "{name}");
    }
    // Every figure says what it is, and none says whose.
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let name = line.split(['{', ' ']).next().unwrap();
        assert!(text.contains(&format!("# HELP {name} ")), "{name}");
        let labels = line.split_once('{').and_then(|(_, rest)| rest.split_once('}')).map_or("", |(labels, _)| labels);
        let known = ["", "kind", "queue", "state", "version"];
        assert!(labels.split(',').all(|label| known.contains(&label.split('=').next().unwrap())), "{line}");
    }
    assert!(!text.contains(&town.guild.id().0.to_string()), "{text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_but_looking_is_possible() {
    let town = Town::new().await;
    let (address, open) = server(&town).await;
    assert_eq!(get(address, "/").await, (404, "There are /health and /metrics.\n".to_owned()));
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    for path in ["/health", "/metrics"] {
        let posted = client.post(format!("http://{address}{path}")).body("x".repeat(100_000)).send().await;
        // Refused before the body has been read, or while it still comes.
        assert!(posted.is_err() || posted.is_ok_and(|answer| answer.status() == 405), "{path}");
    }
    drop(open);
    let closed = async {
        while TcpStream::connect(address).await.is_ok() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    assert!(tokio::time::timeout(PATIENCE, closed).await.is_ok(), "the door is shut with the bot");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_at_the_door_keeps_nobody_from_an_answer() {
    let town = Town::new().await;
    let (ana, bob) = (town.helper("ana"), town.member("bob"));
    let (address, _open) = server(&town).await;
    // They say half a word each and stay.
    let mut crowd = Vec::new();
    for _ in 0..100 {
        let mut visitor = TcpStream::connect(address).await.unwrap();
        visitor.write_all(b"GET /metrics HT").await.unwrap();
        crowd.push(visitor);
    }
    let noted = town.slash(&ana, "note", &[("member", (&bob).into()), ("text", "a quiet day".into())]).await;
    assert!(!noted.failed && noted.ack_ms < 1_000, "{} ms", noted.ack_ms);
    // The first are shown out after five seconds, whatever they wait for.
    let shown_out = tokio::time::timeout(Duration::from_secs(8), crowd[0].read_to_end(&mut Vec::new())).await;
    assert!(shown_out.is_ok(), "a visitor may stay for ever");
    drop(crowd);
    until_reasons(address, 200, &[]).await;
}

/// Long enough that a few records of it need another page of the database.
fn long() -> String {
    "Wrote the same thing again. ".repeat(17)
}

async fn note(town: &Town, by: &Person, about: &Person) -> Answer {
    town.slash(by, "note", &[("member", about.into()), ("text", long().as_str().into())]).await
}

/// No room but this many pages more than there are. The bot's connection knows of it, and after a write that
/// found no room it may be a new one: so it is said again before whatever needs it.
async fn limit(town: &Town, pages: i64) {
    let limited = town.app().db.write(async move |tx: &mut SqliteConnection| -> Result<()> {
        let count: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(&mut *tx).await?;
        let limit = sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {}", count + pages));
        Ok(sqlx::query(limit).execute(tx).await.map(drop)?)
    });
    limited.await.expect("limited");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_full_disk_nobody_is_punished_everybody_is_told_and_health_is_red_until_there_is_room() {
    let town = Town::with(|config| config.database.heartbeat_s = 1).await;
    let (ana, mona, bob) = (town.helper("ana"), town.moderator("mona"), town.member("bob"));
    let (address, _open) = server(&town).await;
    until_reasons(address, 200, &[]).await;
    limit(&town, 0).await;
    let mut noted = 0;
    let full = loop {
        let answer = note(&town, &ana, &bob).await;
        if answer.text().contains("nothing was done") {
            break answer;
        }
        noted += 1;
        assert!(noted < 100, "the disk never fills up");
    };
    assert!(full.ephemeral, "{}", full.text());
    insta::assert_snapshot!(full.text(), @"The disk of the bot is full, so nothing was done. Whoever runs the bot has to free some space; then try again.");

    limit(&town, 0).await;
    // A punishment needs its record, and its record needs room.
    let given = [("member", (&bob).into()), ("duration", "1h".into()), ("reason", long().as_str().into())];
    let refused = town.slash(&mona, "timeout", &given).await;
    assert!(refused.ephemeral && refused.text().contains("nothing was done"), "{}", refused.text());
    assert_eq!(town.sandbox.calls("PATCH /guilds/*/members/*").len(), 0);
    assert_eq!(town.sandbox.dms(&bob).len(), 0);
    assert_eq!(town.number("SELECT count(*) FROM cases").await, noted);
    assert_eq!(town.number("SELECT count(*) FROM outbox").await, 0);

    // Red, and it stays red though single small writes may fit.
    for _ in 0..3 {
        limit(&town, 0).await;
        until_reasons(address, 503, &["disk_full"]).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    let (_, figures) = get(address, "/metrics").await;
    assert_eq!(figure(&figures, "steward_database_full"), 1.0, "{figures}");

    limit(&town, 1_000_000).await;
    until_reasons(address, 200, &[]).await;
    let done = town.slash(&mona, "timeout", &given).await;
    assert!(!done.text().contains("nothing was done"), "{}", done.text());
    assert_eq!(town.sandbox.calls("PATCH /guilds/*/members/*").len(), 1);
    assert_eq!(town.number("SELECT count(*) FROM cases").await, noted + 1);
}

/// A port that is free at every address of this machine, and none of those that the system gives to
/// whoever asks for any.
fn free_everywhere() -> u16 {
    let begin = 10_000 + u16::try_from(std::process::id() % 10_000).expect("below 10,000");
    let is_free = |port: &u16| std::net::TcpListener::bind((Ipv4Addr::UNSPECIFIED, *port)).is_ok();
    (begin..begin + 1_000).find(is_free).expect("a free port")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_bot_is_asked_over_http_from_its_first_moment_to_its_last() {
    let house = House::new().await;
    // Nothing else listens at this address.
    let listen = SocketAddr::from((loopback::ip(), 9090));
    house.settings(&format!("[http]\nlisten = \"{listen}\"\n"));
    let nobody =
        (1, format!("!!  nobody answers at {listen}: Steward does not run, or was started with other settings\n"));
    let ask = async || {
        let (exit, out, err) = house.steward(&["health"]).await;
        assert_eq!(err, "");
        (exit, out)
    };
    assert_eq!(ask().await, nobody);

    house.sandbox.faults().hang("GET /gateway/bot", 1);
    let mut steward = house.start();
    assert!(house.sandbox.until_calls(PATIENCE, "GET /gateway/bot", 1).await);
    let (exit, out) = ask().await;
    assert_eq!(exit, 1);
    assert!(out.contains("\n!!  not connected to Discord yet, "), "{out}");

    // The call that hangs is given up after ten seconds, and made again.
    assert!(house.sandbox.until(PATIENCE, |progress| progress.ready > 0).await, "{}", steward.said());
    let well = async {
        while ask().await.0 != 0 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    assert!(tokio::time::timeout(PATIENCE, well).await.is_ok(), "{:?}", ask().await);
    assert!(ask().await.1.starts_with("ok  Steward "));

    let asked = monotonic();
    steward.ask_to_stop();
    assert_eq!(steward.exit_code().await, 0, "{}", steward.said());
    assert!(asked.elapsed() < Duration::from_secs(5));
    assert_eq!(ask().await, nobody);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_port_that_is_taken_is_a_mistake_of_the_settings_and_discord_hears_nothing() {
    let house = House::new().await;
    let taken = std::net::TcpListener::bind(loopback::any()).unwrap();
    let address = taken.local_addr().unwrap();
    house.settings(&format!("[http]\nlisten = \"{address}\"\n"));
    let (exit, out, err) = house.steward(&["run"]).await;
    assert_eq!((exit, out.as_str()), (2, ""));
    insta::assert_snapshot!(err.replace(&address.to_string(), "ADDRESS"), @"
    [http] listen of the settings is ADDRESS, but another program has that port.
    Stop that program, or choose another port. Without that line Steward runs too.
    ");
    assert_eq!(house.sandbox.requests().len(), 0);
    // The port belongs to something else, which is not taken for Steward.
    let accepting = std::thread::spawn(move || {
        use std::io::{Read, Write};
        let (mut visitor, _) = taken.accept().expect("a visitor");
        let _ = visitor.read(&mut [0; 1_000]);
        let _ = visitor.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    });
    let (exit, out, _) = house.steward(&["health"]).await;
    assert_eq!((exit, out), (1, format!("!!  something else than Steward answers at {address}\n")));
    accepting.join().expect("it answered");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_door_to_the_street_is_warned_of() {
    let house = House::new().await;
    house.settings(&format!("[http]\nlisten = \"0.0.0.0:{}\"\n", free_everywhere()));
    let mut steward = house.start_ready().await;
    assert!(steward.said().contains("can be read by everyone who reaches this machine"), "{}", steward.said());
    assert_eq!(house.steward(&["health"]).await.0, 0, "asked on this machine's own address");
    steward.ask_to_stop();
    assert_eq!(steward.exit_code().await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_http_the_lock_and_the_last_sign_of_life_say_how_it_is() {
    let house = House::new().await;
    house.settings("[gateway]\nidentify_backoff_min_s = 1\n[database]\nheartbeat_s = 1\n");
    let ask = async || {
        let (exit, out, err) = house.steward(&["health"]).await;
        assert_eq!(err, "");
        (exit, out)
    };
    let gone = (1, "!!  Steward does not run with this database\n".to_owned());
    assert_eq!(ask().await, gone);
    assert!(!house.file().exists() && !house.file().with_extension("db.lock").exists(), "asking makes nothing");

    let steward = house.start_ready().await;
    let until = async |wanted: &dyn Fn(&(i32, String)) -> bool| {
        let wait = async {
            loop {
                let said = ask().await;
                if wanted(&said) {
                    return said;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        tokio::time::timeout(PATIENCE, wait).await.expect("it says so in time")
    };
    let (_, out) = until(&|(exit, _)| *exit == 0).await;
    assert!(out.starts_with("ok  Steward "), "{out}");

    // It hangs: the lock is held, and no sign of life comes any more.
    steward.signal("STOP");
    let (_, out) = until(&|(exit, _)| *exit == 1).await;
    assert!(out.starts_with("!!  the database is in use (process "), "{out}");
    assert!(out.contains("), but the last sign of life is "), "{out}");
    steward.signal("CONT");
    until(&|(exit, _)| *exit == 0).await;

    steward.kill().await;
    assert_eq!(ask().await, gone);
    // Having asked takes nothing from the next start, which looks through the database.
    let mut steward = house.start_ready().await;
    assert!(steward.said().contains("did not stop cleanly"), "{}", steward.said());
    steward.ask_to_stop();
    assert_eq!(steward.exit_code().await, 0);
}
