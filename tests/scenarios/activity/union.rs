//! However a history is cut, filtered, mixed and interrupted on its way in, and whatever was counted live
//! meanwhile: the figures are those of all of it at once.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use steward::app::consent::{Choice, Consent};
use steward::clock::{Clock, Timestamp};
use steward::db::keys::Keys;
use steward::db::{Db, OpenOptions};
use steward::features::activity::import;
use steward::features::activity::import::{LeftOut, Wanted};
use steward::features::activity::live;
use steward::features::activity::live::Live;
use steward::features::activity::rules::{MoveKind, Post};
use steward::ids::{ChannelId, GuildId, MemberId, MessageId};
use steward::text::zone::Zone;
use tempfile::TempDir;
use tokio::sync::oneshot;

use crate::scenarios::activity::figures::{database, import, same_rows, table};
use crate::support::community::{Channel, Community, Dice, Kind, Message, Size, write};

/// Seven weeks, so that all shapes of weeks are there, with few people, so that much happens to each.
const SIZE: Size = Size { weeks: 7, members: 9, messages_a_week: 9 };

/// In which part a message stands first; some stand in others too.
fn deal(dice: &mut Dice, community: &Community, parts: usize) -> Vec<BTreeSet<usize>> {
    let way = dice.below(4);
    let (first, last) = (community.messages[0].at, community.messages[community.messages.len() - 1].at);
    let lucky = dice.below(parts);
    let deal = community.messages.iter().map(|message| {
        let home = match way {
            // Like cards.
            0 => dice.below(parts),
            // By time.
            1 => usize::try_from((message.at - first) * i64::try_from(parts).unwrap() / (last - first + 1)).unwrap(),
            // By who wrote, as a filter does.
            2 => usize::try_from(message.author.unsigned_abs() % parts as u64).unwrap(),
            // Here and there one is missing in a part that has nearly all.
            _ if dice.once_in(4) => dice.below(parts),
            _ => lucky,
        };
        let mut in_parts = BTreeSet::from([home]);
        while dice.once_in(3) {
            in_parts.insert(dice.below(parts));
        }
        in_parts
    });
    deal.collect()
}

/// The files of a community that was dealt out.
fn files(dice: &mut Dice, community: &Community, folder: &Path) -> Vec<PathBuf> {
    let parts = 2 + dice.below(4);
    let dealt = deal(dice, community, parts);
    let mut files = Vec::new();
    for channel in &community.channels {
        for part in 0..parts {
            let here = community.messages.iter().zip(&dealt);
            let here = here.filter(|(message, in_parts)| message.channel == channel.id && in_parts.contains(&part));
            let messages: Vec<&Message> = here.map(|(message, _)| message).collect();
            if !messages.is_empty() {
                files.push(write(folder, &format!("{} {part}", channel.id), &community.export(channel, messages)));
            }
        }
    }
    dice.shuffle(&mut files);
    files
}

/// Imports files; with `moments`, is gone after so many transactions.
async fn import_for(db: &Db, files: &[PathBuf], at_once: usize, moments: Option<usize>) {
    let (gone, mut is_gone) = oneshot::channel();
    let (mut gone, mut left) = (Some(gone), moments);
    let tell = move |_: &import::Progress| {
        left = left.map(|left| left.saturating_sub(1));
        if left == Some(0)
            && let Some(gone) = gone.take()
        {
            let _ = gone.send(());
        }
    };
    let (wanted, left_out) = (Wanted { at_once, ..Wanted::default() }, LeftOut::new(db, Consent::default()));
    let clock = Clock::system();
    let importing = import::import(db, &clock, files, &wanted, &left_out, tell);
    tokio::select! {
        biased;
        Ok(()) = &mut is_gone => {}
        outcome = importing => drop(outcome.unwrap()),
    }
}

/// Steward beside it: connected for a stretch of the history, where it can read some of the channels.
struct Beside {
    live: Live,
    guild: GuildId,
    /// Messages still to come.
    coming: Range<usize>,
    readable: BTreeSet<i64>,
}

impl Beside {
    fn new(dice: &mut Dice, community: &Community) -> Self {
        // What comes before the first member message, or after the last, is on no record of an import.
        let counts = |message: &Message| community.is_member_message(message);
        let first = community.messages.iter().position(counts).unwrap();
        let last = community.messages.iter().rposition(counts).unwrap();
        let (one, other) = (first + dice.below(last - first + 1), first + dice.below(last - first + 1));
        let readable = community.channels.iter().map(|channel: &Channel| channel.id).filter(|_| !dice.once_in(4));
        Self {
            live: Live::default(),
            guild: GuildId(community.guild),
            coming: one.min(other)..one.max(other),
            readable: readable.collect(),
        }
    }

    /// Some messages more come in and are written.
    async fn go_on(&mut self, db: &Db, community: &Community, messages: usize) {
        let some = self.coming.start..self.coming.end.min(self.coming.start.saturating_add(messages));
        self.coming.start = some.end;
        for message in &community.messages[some] {
            let now = Timestamp(message.at);
            if !self.live.is_open(self.guild) {
                let newcomers = live::newcomers(db, self.guild, &Zone::utc(), now).await.unwrap();
                self.live.open(self.guild, Zone::utc(), newcomers, now);
                self.live.connected(self.guild, now);
            }
            self.tell(community, message);
        }
        let now = community.messages[self.coming.start.saturating_sub(1).min(community.messages.len() - 1)].at;
        if let Some(write) = self.live.take(Timestamp(now), Timestamp(now)) {
            let written = live::write(db, write).await;
            self.live.written(written, Timestamp(now));
        }
    }

    fn tell(&mut self, community: &Community, message: &Message) {
        let is_bot = community.bots.contains(&message.author);
        let member = MemberId(if is_bot { 0 } else { message.author });
        let (channel, at) = (ChannelId(message.channel), Timestamp(message.at));
        let post = Post { channel, member, at, id: MessageId(message.id) };
        // Who joins is seen everywhere.
        if message.kind == Kind::Join && !is_bot {
            self.live.moved(self.guild, member, at, MoveKind::Joined);
        }
        if !self.readable.contains(&message.channel) {
            return;
        }
        if community.is_member_message(message) {
            let targets: Vec<MemberId> = community.targets(message).into_iter().map(MemberId).collect();
            self.live.posted(self.guild, &post, &targets);
        } else {
            self.live.noted(self.guild, &post);
        }
    }

    /// What the flush does when somebody imported something.
    async fn follow(&mut self, db: &Db, community: &Community) {
        if self.live.is_open(self.guild) {
            let now = Timestamp(community.messages[self.coming.start.min(community.messages.len() - 1)].at);
            let newcomers = live::newcomers(db, self.guild, &Zone::utc(), now).await.unwrap();
            self.live.remember(self.guild, newcomers);
        }
    }
}

async fn cut(db: &Db, seed: u64) {
    let mut dice = Dice::new(seed);
    let mut community = Community::made(seed, SIZE);
    if community.member_messages().next().is_none() {
        return;
    }
    let mut beside = dice.once_in(2).then(|| Beside::new(&mut dice, &community));
    if let Some(beside) = &beside {
        // Live, reactions are told apart from their message, and here that may be imported before it is seen.
        community.messages[beside.coming.clone()].iter_mut().for_each(|message| message.reactions.clear());
    }
    let folder = tempfile::tempdir().unwrap();
    let mut files = files(&mut dice, &community, folder.path());
    while !files.is_empty() {
        if let Some(beside) = &mut beside {
            beside.go_on(db, &community, dice.below(60)).await;
        }
        let call: Vec<PathBuf> = files.split_off(dice.below(files.len()));
        let at_once = [1, 7, 60, 16_000][dice.below(4)];
        if dice.once_in(3) {
            import_for(db, &call, at_once, Some(1 + dice.below(6))).await;
        }
        import_for(db, &call, at_once, None).await;
        if dice.once_in(5) {
            import_for(db, &call, at_once, None).await;
        }
        if let Some(beside) = &mut beside {
            beside.follow(db, &community).await;
        }
    }
    if let Some(beside) = &mut beside {
        beside.go_on(db, &community, usize::MAX).await;
    }
    same_rows(&table(db, community.guild, "UTC").await, &community.recount(&Zone::utc()), seed, "cut");
}

/// Cuts one community after the other into databases of a hundred.
async fn cuts(seeds: Range<u64>) {
    let (mut db, mut folder) = (None::<Db>, tempfile::tempdir().unwrap());
    for seed in seeds {
        if seed % 100 == 0
            && let Some(full) = db.take()
        {
            full.close().await;
            folder = tempfile::tempdir().unwrap();
        }
        cut(db_in(&mut db, &folder).await, seed).await;
    }
}

async fn db_in<'d>(db: &'d mut Option<Db>, folder: &TempDir) -> &'d Db {
    match db {
        Some(db) => db,
        none => {
            let url = format!("sqlite:{}", folder.path().join("cuts.db").display());
            none.insert(Db::open(&url, &Clock::system(), OpenOptions::default()).await.unwrap())
        }
    }
}

#[tokio::test]
async fn however_a_history_is_cut_its_figures_are_those_of_all_of_it() {
    cuts(1..41).await;
}

#[tokio::test]
#[ignore = "the same ten thousand times"]
async fn ten_thousand_cuts_have_the_figures_of_all_of_it() {
    cuts(1_000..11_000).await;
}

#[tokio::test]
async fn a_filtered_export_before_the_whole_one_leaves_no_hole() {
    let community = Community::made(8, Size::default());
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder, "a.db", community.guild, "UTC").await;
    let (filtered, whole) = (folder.path().join("filtered"), folder.path().join("whole"));
    std::fs::create_dir_all(&filtered).unwrap();
    std::fs::create_dir_all(&whole).unwrap();
    let chosen = community.members[0];
    for channel in &community.channels {
        let of = community.messages_of(channel).into_iter().filter(|message| message.author == chosen);
        write(&filtered, &channel.id.to_string(), &community.export(channel, of));
    }
    community.write_files(&whole);
    let first = import(&db, &[filtered]).await.progress;
    let then = import(&db, &[whole]).await.progress;
    let all = community.member_messages().count() as u64;
    assert_eq!((first.messages + then.messages, then.messages_known), (all, first.messages));
    same_rows(&table(&db, community.guild, "UTC").await, &community.recount(&Zone::utc()), 8, "filtered first");
    db.close().await;
}

const ANA: i64 = 21;
const BOB: i64 = 22;
const CAROL: i64 = 23;

/// What somebody wrote so many hours after a Monday.
fn said(channel: i64, author: i64, hours: i64, mentions: &[i64], replies_to: Option<i64>) -> Message {
    let at = 1_606_089_600_000 + hours * 3_600_000;
    let kind = if replies_to.is_some() { Kind::Reply } else { Kind::Default };
    let (id, mentions) = ((at - 1_420_070_400_000) << 22, mentions.to_vec());
    Message { channel, id, at, kind, author, mentions, replies_to, reactions: Vec::new() }
}

/// A server of two channels, 11 and 12, and three members.
fn small(messages: Vec<Message>) -> Community {
    let channels = [11, 12].map(|id| Channel { id, name: format!("channel-{id}"), parent: None });
    let (channels, members) = (channels.to_vec(), vec![ANA, BOB, CAROL]);
    Community { guild: 7, channels, members, bots: BTreeSet::new(), messages }
}

/// An answer that was in before, a first message, and an end just after that one was counted.
#[tokio::test]
async fn an_answer_kept_before_its_question_counts_though_the_import_of_that_was_killed() {
    let community = small(vec![
        said(11, ANA, 164, &[], None),
        // What comes next is of another channel, and the answer of another week: they wait for their own write.
        said(12, CAROL, 165, &[], None),
        said(11, BOB, 178, &[ANA], None),
    ]);
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder, "a.db", community.guild, "UTC").await;
    let file = |name: &str, channel: usize, message: usize| {
        let export = community.export(&community.channels[channel], [&community.messages[message]]);
        write(folder.path(), name, &export)
    };
    let (answer, rest) = (file("answer", 0, 2), [file("first", 0, 0), file("other", 1, 1)]);
    import_for(&db, &[answer], 16_000, None).await;
    import_for(&db, &rest, 1, Some(1)).await;
    import_for(&db, &rest, 1, None).await;
    same_rows(&table(&db, community.guild, "UTC").await, &community.recount(&Zone::utc()), 0, "killed after the first");
    db.close().await;
}

#[tokio::test]
async fn who_is_forgotten_while_an_import_runs_does_not_come_back_with_the_rest_of_it() {
    let community = small(vec![
        said(11, BOB, 10, &[], None),
        said(11, ANA, 20, &[], None),
        said(11, BOB, 30, &[ANA], None),
        said(11, CAROL, 40, &[], None),
    ]);
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder, "a.db", community.guild, "UTC").await;
    let channel = &community.channels[0];
    let file = write(folder.path(), "all", &community.export(channel, community.messages_of(channel)));
    let (keys, clock, mut is_forgotten) = (Keys::beside(db.path()), Clock::system(), false);
    let tell = |_: &import::Progress| {
        if !std::mem::replace(&mut is_forgotten, true) {
            keys.remember(GuildId(community.guild), MemberId(ANA), clock.now()).unwrap();
        }
    };
    let (wanted, left_out) = (Wanted { at_once: 1, ..Wanted::default() }, LeftOut::new(&db, Consent::default()));
    import::import(&db, &clock, &[file], &wanted, &left_out, tell).await.unwrap();
    let rows = "SELECT (SELECT count(*) FROM activity_days WHERE member_id = ?1)
        + (SELECT count(*) FROM activity_firsts WHERE member_id = ?1)
        + (SELECT count(*) FROM activity_authors WHERE member_id = ?1)
        + (SELECT count(*) FROM connections WHERE ?1 IN (author_id, target_id))";
    let rows: i64 = sqlx::query_scalar(rows).bind(ANA).fetch_one(db.read()).await.unwrap();
    let of_others = "SELECT sum(messages) FROM activity_days";
    let of_others: i64 = sqlx::query_scalar(of_others).fetch_one(db.read()).await.unwrap();
    assert_eq!((rows, of_others), (0, 3));
    db.close().await;
}

#[tokio::test]
async fn a_kept_message_that_is_understood_better_brings_back_nobody_who_is_not_counted() {
    let question = said(11, CAROL, 20, &[], None);
    let answer = said(11, BOB, 30, &[ANA], Some(question.id));
    let community = small(vec![question, answer]);
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder, "a.db", community.guild, "UTC").await;
    let file = |name: &str, message: usize| {
        write(folder.path(), name, &community.export(&community.channels[0], [&community.messages[message]]))
    };
    import(&db, &[file("answer", 1)]).await;
    db.write(async move |tx: &mut sqlx::SqliteConnection| {
        sqlx::query("DELETE FROM connections").execute(tx).await?;
        Ok(())
    })
    .await
    .unwrap();
    let consent = Consent::default();
    consent.set(GuildId(community.guild), MemberId(ANA), Choice { counted: false, thanked: true });
    let left_out = LeftOut::new(&db, consent);
    let files = [file("question", 0)];
    import::import(&db, &Clock::system(), &files, &Wanted::default(), &left_out, |_| ()).await.unwrap();
    let targets = "SELECT target_id FROM connections ORDER BY target_id";
    let targets: Vec<i64> = sqlx::query_scalar(targets).fetch_all(db.read()).await.unwrap();
    assert_eq!(targets, [CAROL]);
    db.close().await;
}

/// Stretches counted before there were ids are not counted again, as it always was.
#[tokio::test]
async fn what_was_counted_without_ids_is_taken_for_counted() {
    let mut community = Community::made(9, Size::default());
    // Of other messages reactions were not counted then.
    let others: Vec<bool> = community.messages.iter().map(|message| !community.is_member_message(message)).collect();
    for (message, _) in community.messages.iter_mut().zip(others).filter(|(_, is_other)| *is_other) {
        message.reactions.clear();
    }
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder, "a.db", community.guild, "UTC").await;
    let files = community.write_files(folder.path());
    import(&db, &files).await;
    let before = table(&db, community.guild, "UTC").await;
    db.write(async move |tx: &mut sqlx::SqliteConnection| {
        for forget in [
            "DELETE FROM activity_messages",
            "DELETE FROM activity_authors",
            "DELETE FROM activity_imports",
            "UPDATE covered SET with_ids = 0",
        ] {
            sqlx::query(forget).execute(&mut *tx).await?;
        }
        Ok(())
    })
    .await
    .unwrap();
    let again = import(&db, &files).await.progress;
    assert_eq!((again.messages, again.messages_known), (0, community.member_messages().count() as u64));
    assert_eq!(table(&db, community.guild, "UTC").await, before);
    db.close().await;
}

/// All that is kept of messages is a few bytes of each.
#[tokio::test]
async fn a_message_that_is_kept_takes_a_few_bytes() {
    let community = Community::made(10, Size { weeks: 7, members: 60, messages_a_week: 400 });
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder, "a.db", community.guild, "UTC").await;
    import(&db, &community.write_files(folder.path())).await;
    let bytes = "SELECT sum(length(messages)) FROM activity_messages";
    let bytes: i64 = sqlx::query_scalar(bytes).fetch_one(db.read()).await.unwrap();
    let messages = i64::try_from(community.messages.len()).unwrap();
    assert!(bytes <= messages * 10, "{bytes} bytes for {messages} messages, each with 22 bits of chance in its id");
    db.close().await;
}
