//! The same community gives the same figures, whether it was counted as it happened, with messages
//! arriving out of order and twice, or imported; and they are those of a plain recount.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::PathBuf;

use steward::app::consent::Consent;
use steward::clock::{Clock, Timestamp};
use steward::db::{Db, OpenOptions};
use steward::features::activity::import;
use steward::features::activity::import::{LeftOut, Wanted};
use steward::features::activity::live;
use steward::features::activity::live::Live;
use steward::features::activity::rules::{Batch, First, MoveKind, Post};
use steward::features::activity::{figures, store};
use steward::ids::{ChannelId, GuildId, MemberId, MessageId};
use steward::text::zone::{Week, WeekRange, Zone};

use crate::support::community::{Community, Dice, Kind, Message, Size};

const ZONES: [&str; 4] = ["UTC", "Europe/Chisinau", "America/New_York", "Pacific/Auckland"];

/// 2030: everything made is over.
pub const LATER: Timestamp = Timestamp(1_893_456_000_000);

/// A database with one guild in a zone.
pub async fn database(folder: &tempfile::TempDir, name: &str, guild: i64, zone: &'static str) -> Db {
    let url = format!("sqlite:{}", folder.path().join(name).display());
    let db = Db::open(&url, &Clock::system(), OpenOptions::default()).await.unwrap();
    db.write(async move |tx: &mut sqlx::SqliteConnection| {
        sqlx::query("INSERT INTO guilds (guild_id, name, locale, joined_at) VALUES (?, 'Made', 'en', 0)")
            .bind(guild)
            .execute(&mut *tx)
            .await?;
        sqlx::query("INSERT INTO settings (guild_id, name, value, set_at) VALUES (?, 'zone', ?, 0)")
            .bind(guild)
            .bind(zone)
            .execute(tx)
            .await?;
        Ok(())
    })
    .await
    .unwrap();
    db
}

/// The whole table, whatever weeks there are.
pub async fn table(db: &Db, guild: i64, zone: &str) -> String {
    let all = WeekRange { first: "2019-W01".parse().unwrap(), last: "2024-W52".parse().unwrap() };
    let zone = Zone::find(zone).unwrap();
    let weeks = figures::weeks(db, GuildId(guild), &zone, all, LATER).await.unwrap();
    figures::csv(&weeks).unwrap()
}

pub async fn import(db: &Db, paths: &[PathBuf]) -> import::Summary {
    import::import(db, &Clock::system(), paths, &Wanted::default(), &LeftOut::new(db, Consent::default()), |_| ())
        .await
        .unwrap()
}

/// Tells a community to a running Steward: each message up to three seconds late, some twice, stored
/// at odd moments, with a restart now and then.
async fn live_through(db: &Db, community: &Community, zone: &str, dice: &mut Dice) {
    let guild = GuildId(community.guild);
    let zone = Zone::find(zone).unwrap();
    for channel in &community.channels {
        let (id, parent, name) = (ChannelId(channel.id), channel.parent.map(ChannelId), channel.name.clone());
        db.write(async move |tx: &mut sqlx::SqliteConnection| {
            store::name_channel(tx, GuildId(guild.0), id, parent, &name).await
        })
        .await
        .unwrap();
    }
    let mut arrivals: Vec<(i64, &Message)> = Vec::new();
    for message in &community.messages {
        arrivals.push((message.at + dice.millis(3_000), message));
        if dice.once_in(10) {
            arrivals.push((message.at + dice.millis(3_000), message));
        }
    }
    arrivals.sort_by_key(|(at, _)| *at);

    let mut live: Option<Live> = None;
    let mut told = BTreeSet::new();
    let mut restarting = false;
    for (place, (now, message)) in arrivals.iter().enumerate() {
        let now_is = Timestamp(*now);
        if std::mem::take(&mut restarting) {
            live = None;
        }
        let live = match &mut live {
            Some(live) => live,
            none => {
                let mut fresh = Live::default();
                let newcomers = live::newcomers(db, guild, &zone, now_is).await.unwrap();
                fresh.open(guild, zone.clone(), newcomers, now_is);
                let first = community.member_messages().next().unwrap().at;
                fresh.connected(guild, if place == 0 { Timestamp(first) } else { now_is });
                none.insert(fresh)
            }
        };
        tell(live, guild, community, message);
        if told.insert(message.id) {
            tell_reactions(live, guild, community, message);
        }
        let pause = arrivals.get(place + 1).map_or(i64::MAX, |(next, _)| next - now);
        let restarts = pause > 60_000 && pause < 72 * 3_600_000 && dice.once_in(10);
        if (restarts || place + 1 == arrivals.len() || dice.once_in(4))
            && let Some(taken) = live.take(now_is, now_is)
        {
            let written = live::write(db, taken).await;
            live.written(written, now_is);
        }
        if restarts {
            assert_eq!(live.dropped(), 0);
            restarting = true;
        }
    }
}

fn tell(live: &mut Live, guild: GuildId, community: &Community, message: &Message) {
    let (channel, member, at) = (ChannelId(message.channel), MemberId(message.author), Timestamp(message.at));
    if community.bots.contains(&message.author) {
        return;
    }
    match message.kind {
        Kind::Join => live.moved(guild, member, at, MoveKind::Joined),
        Kind::Pin => {}
        Kind::Default | Kind::Reply => {
            let targets: Vec<MemberId> = community.targets(message).into_iter().map(MemberId).collect();
            live.posted(guild, &Post { channel, member, at, id: MessageId(message.id) }, &targets);
        }
    }
}

/// An export shows reactions at the time of their message; so they come at that time here.
fn tell_reactions(live: &mut Live, guild: GuildId, community: &Community, message: &Message) {
    for place in 0..message.reactions.iter().sum::<u32>() {
        let member = MemberId(community.members[place as usize % community.members.len()]);
        live.reacted(guild, ChannelId(message.channel), member, Timestamp(message.at));
    }
}

#[tokio::test]
async fn imported_or_counted_live_the_figures_are_those_of_a_recount() {
    imported_and_lived(0..3).await;
}

#[tokio::test]
#[ignore = "the same with more communities"]
async fn imported_or_counted_live_the_figures_of_many_communities_are_those_of_a_recount() {
    imported_and_lived(3..40).await;
}

async fn imported_and_lived(seeds: Range<u64>) {
    for seed in seeds {
        let mut dice = Dice::new(seed ^ 0xabcd);
        let zone = ZONES[dice.below(ZONES.len())];
        let community = Community::made(seed, Size::default());
        let expected = community.recount(&Zone::find(zone).unwrap());
        let folder = tempfile::tempdir().unwrap();

        let imported = database(&folder, "imported.db", community.guild, zone).await;
        import(&imported, &community.write_files(folder.path())).await;
        same_rows(&table(&imported, community.guild, zone).await, &expected, seed, "imported");
        imported.close().await;

        let lived = database(&folder, "lived.db", community.guild, zone).await;
        live_through(&lived, &community, zone, &mut dice).await;
        let lived_table = table(&lived, community.guild, zone).await;
        same_rows(&lived_table, &expected, seed, "live");
        lived.close().await;
    }
}

/// Compares row by row, so that a difference is readable.
pub fn same_rows(found: &str, expected: &str, seed: u64, how: &str) {
    for (found, expected) in found.lines().zip(expected.lines()) {
        assert_eq!(found, expected, "seed {seed}, {how}");
    }
    assert_eq!(found.lines().count(), expected.lines().count(), "seed {seed}, {how}: weeks");
}

#[tokio::test]
async fn a_week_range_outside_the_record_prints_nothing() {
    let community = Community::made(7, Size::default());
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder, "a.db", community.guild, "UTC").await;
    import(&db, &community.write_files(folder.path())).await;
    let before = Week::containing(Timestamp(0), &Zone::utc());
    let range = WeekRange { first: before, last: before.next() };
    let weeks = figures::weeks(&db, GuildId(community.guild), &Zone::utc(), range, LATER).await.unwrap();
    assert_eq!(weeks, []);
    db.close().await;
}

/// One first message found in many ways, with answers within their windows.
fn finding(dice: &mut Dice) -> First {
    const HOUR: i64 = 3_600_000;
    let at = Timestamp(dice.millis(10) * 20 * HOUR);
    let mut answer = |within: i64| (!dice.once_in(3)).then(|| Timestamp(at.0 + dice.millis(within) * HOUR));
    let (reply, response) = (answer(169), answer(25));
    let id = MessageId(dice.millis(3));
    First { at, id, day: at.0 / (24 * HOUR), reply, response, unsure: dice.once_in(2) }
}

#[tokio::test]
async fn the_database_merges_firsts_as_the_rules_do() {
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder, "a.db", 1, "UTC").await;
    let mut dice = Dice::new(5);
    let mut expected = BTreeMap::<(ChannelId, MemberId), First>::new();
    for _ in 0..30 {
        let mut batch = Batch::default();
        for member in 0..60 {
            let (key, found) = ((ChannelId(member % 3), MemberId(member)), finding(&mut dice));
            batch.firsts.insert(key, found);
            expected.entry(key).and_modify(|first| *first = first.merge(found)).or_insert(found);
        }
        db.write(async move |tx: &mut sqlx::SqliteConnection| store::merge(tx, &[(GuildId(1), &batch)]).await)
            .await
            .unwrap();
    }
    let stored = store::firsts_since(db.read(), GuildId(1), 0, Timestamp(0), 1_000).await.unwrap();
    let stored: BTreeMap<_, _> = stored.into_iter().map(|known| ((known.channel, known.member), known.first)).collect();
    assert_eq!(stored, expected);
    db.close().await;
}
