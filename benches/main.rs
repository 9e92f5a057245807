//! How fast it is: counting through the gateway of the local Discord, importing, the figures of
//! weeks, drawing them, and reading what people type. `cargo bench` runs all, `cargo bench -- import`
//! one of them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on fails where it stands")]
#![allow(clippy::print_stderr, reason = "transcripts of a town that failed")]

#[path = "../tests/support/mod.rs"]
#[allow(dead_code, reason = "tests use the rest of it")]
mod support;

use std::path::PathBuf;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use steward::app::consent::Consent;
use steward::chart;
use steward::chart::{Band, Columns, Drawing, Line, Panel, Point, Row, Rows};
use steward::clock::{Clock, Timestamp};
use steward::db::{Db, OpenOptions};
use steward::features::activity::figures;
use steward::features::activity::import;
use steward::features::activity::import::{LeftOut, Wanted};
use steward::ids::GuildId;
use steward::text::safe::Safe;
use steward::text::when;
use steward::text::zone::{WeekRange, Zone};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use support::community::{Community, Size};
use support::town::Town;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Eight weeks of a lively server.
const LIVELY: Size = Size { weeks: 8, members: 2_000, messages_a_week: 10_000 };

fn main() {
    divan::main();
}

/// Messages from the local Discord's gateway into the database, with the real client in between.
#[divan::bench(sample_count = 5)]
fn ingest(bencher: Bencher<'_, '_>) {
    const MESSAGES: usize = 2_000;
    let runtime = Runtime::new().unwrap();
    let town = runtime.block_on(Town::new());
    let ana = town.member("ana");
    bencher.counter(ItemsCount::new(MESSAGES)).bench_local(|| {
        for _ in 0..MESSAGES {
            ana.says(town.general, "hello").unwrap();
        }
        runtime.block_on(town.settled());
    });
}

/// Exported messages into an empty database.
#[divan::bench(sample_count = 5)]
fn import_of_files(bencher: Bencher<'_, '_>) {
    let (runtime, made) = (Runtime::new().unwrap(), Made::new());
    let messages = made.community.messages.len();
    bencher.counter(ItemsCount::new(messages)).with_inputs(|| Empty::new(&runtime)).bench_local_values(|empty| {
        runtime.block_on(empty.import(&made.files));
        empty
    });
}

/// All figures of all weeks, from the sums that are kept.
#[divan::bench]
fn figures_of_weeks(bencher: Bencher<'_, '_>) {
    let (runtime, made) = (Runtime::new().unwrap(), Made::new());
    let (db, guild) = (Empty::new(&runtime), GuildId(made.community.guild));
    runtime.block_on(db.import(&made.files));
    let all = WeekRange { first: "2019-W01".parse().unwrap(), last: "2024-W52".parse().unwrap() };
    let later = Timestamp::from_seconds(2_000_000_000);
    bencher.bench_local(|| runtime.block_on(figures::weeks(&db.db, guild, &Zone::utc(), all, later)).unwrap());
}

#[divan::bench(args = [
    "friday 19:00",
    "через 2 часа",
    "mâine la 18:00",
    "2026-12-05 19:00",
    "в понедельник на следующей неделе вечером в 9",
    "a text of twenty words in which there is no time at all and no word that the grammar knows either",
])]
fn reading_a_time(typed: &str) {
    let now = Timestamp::from_seconds(1_794_819_600);
    let _ = black_box(when::parse(black_box(typed), now, &Zone::utc()));
}

#[divan::bench]
fn making_text_safe() -> Safe {
    Safe::escape(black_box("**Look** at https://example.org/a?b=c, @everyone: [it](https://example.org) is `free`"))
}

/// A made community in a folder, as exported files.
struct Made {
    community: Community,
    files: Vec<PathBuf>,
    _folder: TempDir,
}

impl Made {
    fn new() -> Self {
        let community = Community::made(7, LIVELY);
        let folder = tempfile::tempdir().unwrap();
        Self { files: community.write_files(folder.path()), community, _folder: folder }
    }
}

/// A database with nothing in it yet.
struct Empty {
    db: Db,
    _folder: TempDir,
}

impl Empty {
    fn new(runtime: &Runtime) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("bench.db").display());
        let db = runtime.block_on(Db::open(&url, &Clock::system(), OpenOptions::default())).unwrap();
        Self { db, _folder: folder }
    }

    async fn import(&self, files: &[PathBuf]) {
        import::import(
            &self.db,
            &Clock::system(),
            files,
            &Wanted::default(),
            &LeftOut::new(&self.db, Consent::default()),
            |_| (),
        )
        .await
        .unwrap();
    }
}

/// The picture of a weekly digest with all it can hold, from its figures to PNG.
#[divan::bench]
fn picture(bencher: Bencher<'_, '_>) {
    let panels = panels();
    bencher.bench_local(|| {
        let board = chart::board(("Town", "Week 47, 16–22 November"), "Town.", &panels).unwrap();
        chart::png(&board.svg).unwrap()
    });
}

fn panels() -> [Panel; 3] {
    let point = |value: u32| {
        let value = f64::from(value);
        Point { label: format!("{value}"), value: Some(value), written: format!("{value}"), whole: true }
    };
    let line = Line {
        points: (36..48).map(|week| point(week * week % 97)).collect(),
        usual: Some(Band { low: 20.0, high: 70.0, label: "usual 20–70".to_owned() }),
        ticks: chart::ticks(97.0).into_iter().map(|tick| (tick, format!("{tick}"))).collect(),
        part: "not a whole week".to_owned(),
        missing: "no figure".to_owned(),
    };
    let columns = Columns { points: (1..8).map(|day| point(day * 31)).collect(), missing: "no figure".to_owned() };
    let row = |place: u32| Row {
        label: format!("#channel-{place}"),
        value: Some(f64::from(9 - place)),
        written: format!("{}", 9 - place),
    };
    let drawings =
        [Drawing::Line(line), Drawing::Columns(columns), Drawing::Rows(Rows { rows: (0..5).map(row).collect() })];
    drawings.map(|drawing| Panel { title: "People who wrote".to_owned(), says: String::new(), drawing })
}
