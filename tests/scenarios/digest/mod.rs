//! The digest of a week, from what the database holds.

mod files;
mod public;
pub mod weekly;

use std::time::Duration;

use steward::clock::Timestamp;
use steward::db::Db;
use steward::feature::section::Reading;
use steward::features::activity::rules::{Bounds, Community, Counting, MoveKind, Post};
use steward::features::activity::store;
use steward::features::activity::store::Span;
use steward::features::digest;
use steward::features::digest::Digest;
use steward::i18n::Locale;
use steward::ids::{ChannelId, GuildId, MemberId, MessageId};
use steward::text::zone::{Week, Zone, parse_iso};

use crate::scenarios::activity::figures::database;

const GUILD: GuildId = GuildId(1);
const ZONE: &str = "Europe/Chisinau";
const GENERAL: ChannelId = ChannelId(10);

fn at(text: &str) -> Timestamp {
    parse_iso(text).unwrap()
}

fn week(text: &str) -> Week {
    text.parse().unwrap()
}

/// Nine weeks from 2026-W40 on, the fourth of them with a gap: three people write to each other every
/// day, one newcomer a week is answered after ten minutes, and the week 47 is a busy one.
async fn nine_weeks(folder: &tempfile::TempDir) -> Db {
    let db = database(folder, "a.db", GUILD.0, ZONE).await;
    let zone = Zone::find(ZONE).unwrap();
    let mut community = Community::new(zone.clone(), Bounds::IMPORT);
    let mut id = 0;
    let mut post = |community: &mut Community, at: Timestamp, member: i64, targets: &[i64]| {
        id += 1;
        let post = Post { channel: GENERAL, member: MemberId(member), at, id: MessageId(id) };
        let targets: Vec<MemberId> = targets.iter().copied().map(MemberId).collect();
        community.posted(&post, &targets, 0, Counting::New);
    };
    let mut this = week("2026-W40");
    for number in 0..9 {
        for day in 0..7 {
            let noon = zone.start_of_day(this.first_day() + day).plus(Duration::from_hours(12));
            let rounds = if this == week("2026-W47") && day == 3 { 20 } else { 2 };
            for round in 0..rounds {
                let now = noon.plus(Duration::from_mins(round));
                for (member, target) in [(1, 2), (2, 3), (3, 1)] {
                    post(&mut community, now, member, &[target]);
                }
            }
            if day == 5 {
                let newcomer = 100 + number;
                community.moved(MemberId(newcomer), noon, MoveKind::Joined);
                post(&mut community, noon.plus(Duration::from_hours(1)), newcomer, &[]);
                post(&mut community, noon.plus(Duration::from_mins(70)), 1, &[newcomer]);
                post(&mut community, noon.plus(Duration::from_hours(60)), newcomer, &[]);
            }
        }
        this = this.next();
    }
    let batch = community.take();
    let spans = [
        Span { from: at("2026-09-20T00:00:00Z"), to: at("2026-10-20T06:00:00Z") },
        Span { from: at("2026-10-20T12:00:00Z"), to: at("2026-11-29T22:00:00Z") },
    ];
    db.write(async move |tx: &mut sqlx::SqliteConnection| {
        store::merge(tx, &[(GUILD, &batch)]).await?;
        store::extend_record(tx, &spans.map(|span| (GUILD, span))).await?;
        store::name_channel(tx, GUILD, GENERAL, None, "general").await?;
        for (number, kind, when) in [
            (1, "warn", "2026-10-02T10:00:00Z"),
            (2, "warn", "2026-11-12T10:00:00Z"),
            (3, "warn", "2026-11-17T10:00:00Z"),
            (4, "warn", "2026-11-18T10:00:00Z"),
            (5, "timeout", "2026-11-18T11:00:00Z"),
        ] {
            let sql = "INSERT INTO cases (guild_id, number, kind, member_id, actor_id, reason, at)
                       VALUES (?, ?, ?, 7, 8, 'made', ?)";
            sqlx::query(sql).bind(GUILD).bind(number).bind(kind).bind(at(when)).execute(&mut *tx).await?;
        }
        Ok(())
    })
    .await
    .unwrap();
    db
}

async fn digest(db: &Db, of: &str, now: &str) -> Digest {
    let zone = Zone::find(ZONE).unwrap();
    let reading = Reading { db, guild: GUILD, zone: &zone, week: week(of), now: at(now), public: None };
    digest::gather(&steward::features::all(), &reading, "Tea", Locale::En, &digest::Sections::All).await.unwrap()
}

#[tokio::test]
async fn a_week_stands_beside_the_four_whole_weeks_before() {
    let folder = tempfile::tempdir().unwrap();
    let db = nine_weeks(&folder).await;
    let page = digest::text::terminal(&digest(&db, "2026-W47", "2026-11-23T07:00:00Z").await);
    insta::assert_snapshot!(page, @"
    Tea, week 47 (16–22 November)
    Messages: 2.2 times the usual; most was written on Thursday.
    People who wrote: 5 · usual · last week 5
    Messages: 99 ▲ (usual 44–45) · last week 45
    People writing a day, on average: 3.3 · usual · last week 3.3
    Wrote for the first time: 1 · usual · last week 1
    Had written before: 4 · usual · last week 4
    Last week’s newcomer: 1 answered directly (1 of 1 before) · 1 wrote again this week (1 of 1 before)
    Came and went: 1 joined (1 before) · nobody left (0 before) · net +1 (+1 before)
    Conversations: 4 connections · usual · last week 4
    Channels: #general 99 · last week 45
    Moderation: 2 warnings ▲ (1 before) · 1 timeout ▲ (0 before)
    ");
}

#[tokio::test]
async fn a_picture_shows_the_weeks_before_and_what_was_missed_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let db = nine_weeks(&folder).await;
    let picture = digest::picture(&digest(&db, "2026-W47", "2026-11-23T07:00:00Z").await).unwrap();
    insta::assert_snapshot!(picture.alt.unwrap(), @"Tea, week 47 (16–22 November). Messages: 2.2 times the usual; most was written on Thursday. People who wrote, by week: week 38: no figure; week 39: 0; week 40: 4; week 41: 5; week 42: 5; week 43: 5 (not a whole week); week 44: 5; week 45: 5; week 46: 5; week 47: 5; usual 4–5. Messages by day: Monday: 6; Tuesday: 7; Wednesday: 6; Thursday: 60; Friday: 6; Saturday: 8; Sunday: 6. Channels: #general 99.");
    // A week that runs is not whole, and beside it nothing is usual.
    let picture = digest::picture(&digest(&db, "2026-W48", "2026-11-27T07:00:00Z").await).unwrap();
    insta::assert_snapshot!(picture.alt.unwrap(), @"Tea, week 48 (23–29 November). This week is not over; these are its figures so far. People who wrote, by week: week 38: no figure; week 39: 0; week 40: 4; week 41: 5; week 42: 5; week 43: 5 (not a whole week); week 44: 5; week 45: 5; week 46: 5; week 47: 5; week 48: 5 (not a whole week). Messages by day: Monday: 6; Tuesday: 7; Wednesday: 6; Thursday: 6; Friday: 6; Saturday: 8; Sunday: 6. Channels: #general 45.");
    db.close().await;
}

#[tokio::test]
async fn a_gap_is_named_and_nothing_is_compared_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let db = nine_weeks(&folder).await;
    let page = digest::text::terminal(&digest(&db, "2026-W43", "2026-11-23T07:00:00Z").await);
    insta::assert_snapshot!(page, @"
    Tea, week 43 (19–25 October)
    A part of this week was missed, so nothing is called usual or unusual.
    People who wrote: 5 · last week 5
    Messages: 45 · last week 45
    People writing a day, on average: 3.3 · last week 3.3
    Wrote for the first time: 1 · last week 1
    Had written before: 4 · last week 4
    Last week’s newcomer: 1 answered directly (1 of 1 before) · 1 wrote again this week (1 of 1 before)
    Came and went: 1 joined (1 before) · nobody left (0 before) · net +1 (+1 before)
    Conversations: 4 connections · last week 4
    Channels: #general 45 · last week 45
    Not connected for 6 h on Tuesday.
    ");
}

#[tokio::test]
async fn a_running_week_shows_what_there_is_so_far() {
    let folder = tempfile::tempdir().unwrap();
    let db = nine_weeks(&folder).await;
    let page = digest::text::terminal(&digest(&db, "2026-W48", "2026-11-27T07:00:00Z").await);
    insta::assert_snapshot!(page, @"
    Tea, week 48 (23–29 November)
    This week is not over; these are its figures so far.
    People who wrote: 5 · last week 5
    Messages: 45 · last week 99
    People writing a day, on average: 3.3 · last week 3.3
    Wrote for the first time: 1 · last week 1
    Had written before: 4 · last week 4
    Last week’s newcomer so far: 1 answered directly (1 of 1 before)
    Came and went: 1 joined (1 before) · nobody left (0 before) · net +1 (+1 before)
    Conversations: 4 connections · last week 4
    Channels: #general 45 · last week 99
    Moderation: no warnings (2 before) · no timeouts (1 before)
    ");
}

#[tokio::test]
async fn a_week_outside_the_record_is_no_page_of_zeros() {
    let folder = tempfile::tempdir().unwrap();
    let db = nine_weeks(&folder).await;
    for outside in ["2026-W30", "2027-W30"] {
        assert!(digest(&db, outside, "2026-12-27T07:00:00Z").await.nothing().is_some(), "{outside}");
    }
}
