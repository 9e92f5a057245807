//! The weekly digest as managers have it: when it comes, what it says, and that it comes once.

use std::time::Duration;

use sqlx::SqliteConnection;
use steward::clock::Timestamp;
use steward::db::{Db, OpenOptions};
use steward::ids::{ChannelId, RoleId};
use steward::sandbox::rights;
use steward::sandbox::rights::Overwrite;
use steward::sandbox::{Answer, Given, Person, Shown};
use steward::text::zone::{iso_utc, parse_iso};

use crate::support::town::Town;

const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);
const WEEK: Duration = Duration::from_hours(168);

fn at(text: &str) -> Timestamp {
    parse_iso(text).unwrap()
}

/// A town whose clocks show the time of Chisinau, with a channel for staff.
pub struct Chisinau {
    pub town: Town,
    pub owner: Person,
    pub staff: ChannelId,
    pub managers: RoleId,
}

impl Chisinau {
    /// At an instant at which nothing has been counted yet.
    pub async fn at(start: &str) -> Self {
        Self::speaking("en", start).await
    }

    /// The same with another language of the server.
    pub async fn speaking(locale: &str, start: &str) -> Self {
        let mut town = Town::without_bot(|_| {}).await;
        town.clock.set(at(start));
        let managers = town.guild.role("Managers", rights::MANAGE_GUILD);
        let staff = town.guild.private_channel("staff", &[managers]);
        settle_in(&town, locale).await;
        town.start().await;
        let owner = town.guild.owner();
        Self { town, owner, staff, managers }
    }

    pub async fn digest(&self, words: &str, given: &[(&str, Given)]) -> Answer {
        let answer = self.town.slash(&self.owner, &format!("digest {words}"), given).await;
        assert!(answer.ephemeral && answer.followups.is_empty(), "/digest {words}: {}", answer.text());
        answer
    }

    /// Changes a setting of the server.
    pub async fn set(&self, setting: &str, value: &str) {
        let given = [("setting", setting.into()), ("value", value.into())];
        let answer = self.town.slash(&self.owner, "setup set", &given).await;
        assert!(answer.text().contains('→'), "{setting}: {}", answer.text());
    }

    pub async fn post_to_staff(&self) {
        self.digest("setup", &[("channel", self.staff.into())]).await;
    }

    /// What stands in the channel for staff.
    pub fn posts(&self) -> Vec<Shown> {
        self.town.sandbox.messages(self.staff, &self.owner)
    }

    /// When each of them was posted, and for which week.
    pub fn posted(&self) -> Vec<String> {
        let line = |post: &Shown| {
            let at = iso_utc(Timestamp(post.id.unwrap().created_ms() / 60_000 * 60_000));
            let title = post.embeds[0]["title"].as_str().unwrap().to_owned();
            format!("{at} {title}")
        };
        self.posts().iter().map(line).collect()
    }

    pub async fn until(&self, end: &str) {
        let left = at(end).since(self.town.clock.now());
        self.town.pass(Duration::from_millis(u64::try_from(left).expect("a time ahead"))).await;
    }

    /// The bot does not run for a while.
    pub async fn away(&mut self, time: Duration) {
        self.town.stop().await;
        self.town.clock.advance(time);
        self.town.start().await;
        // One message a second is posted in a channel.
        self.town.pass(MINUTE).await;
    }

    /// Every line of the digests that were posted, that begins so.
    pub fn lines(&self, beginning: &str) -> Vec<String> {
        let posts = self.posts();
        let lines = posts.iter().flat_map(|post| post.text().lines());
        lines.filter(|line| line.starts_with(beginning)).map(str::to_owned).collect()
    }

    /// Somebody writes, which is also a sign that the connection lives.
    pub async fn says(&self, person: &Person, channel: ChannelId, text: &str) {
        person.says(channel, text).unwrap();
        self.town.settled().await;
    }
}

/// Before the bot starts: it was in the server before, and somebody had set its language and zone.
async fn settle_in(town: &Town, locale: &str) {
    let db = Db::open(&town.config.database_url, &town.clock, OpenOptions::default()).await.unwrap();
    let (guild, locale, now) = (town.guild.id(), locale.to_owned(), town.clock.now());
    db.write(async move |tx: &mut SqliteConnection| {
        for (name, value) in [("zone", "Europe/Chisinau"), ("language", &locale)] {
            let sql = "INSERT INTO settings (guild_id, name, value, set_at) VALUES (?, ?, ?, ?)";
            sqlx::query(sql).bind(guild).bind(name).bind(value).bind(now).execute(&mut *tx).await?;
        }
        Ok(())
    })
    .await
    .unwrap();
    db.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_comes_on_mondays_at_nine_when_clocks_go_forward_and_when_they_go_back() {
    for (start, end, expected) in [
        (
            "2026-03-18T10:00:00Z",
            "2026-04-07T00:00:00Z",
            [
                "2026-03-23T07:00:00Z Town, week 12 (16–22 March)",
                "2026-03-30T06:00:00Z Town, week 13 (23–29 March)",
                "2026-04-06T06:00:00Z Town, week 14 (30 March – 5 April)",
            ],
        ),
        (
            "2026-10-14T10:00:00Z",
            "2026-11-03T00:00:00Z",
            [
                "2026-10-19T06:00:00Z Town, week 42 (12–18 October)",
                "2026-10-26T07:00:00Z Town, week 43 (19–25 October)",
                "2026-11-02T07:00:00Z Town, week 44 (26 October – 1 November)",
            ],
        ),
    ] {
        let chisinau = Chisinau::at(start).await;
        chisinau.post_to_staff().await;
        chisinau.until(end).await;
        assert_eq!(chisinau.posted(), expected);
    }
}

/// A week in which people write, from Monday, 16 November, until shortly before the digest.
async fn a_told_week() -> Chisinau {
    let chisinau = Chisinau::at("2026-11-16T09:00:00Z").await;
    let (town, general) = (&chisinau.town, chisinau.town.general);
    let (ana, bob) = (town.member("ana"), town.member("bob"));
    chisinau.post_to_staff().await;
    for day in 0..6 {
        chisinau.says(&ana, general, "Good morning").await;
        let asked = ana.says(general, "How is the bread?").unwrap();
        town.pass(10 * MINUTE).await;
        bob.replies(asked, "Still rising").unwrap();
        if day == 3 {
            for _ in 0..30 {
                chisinau.says(&bob, general, "and rising").await;
            }
        }
        town.pass(DAY - 10 * MINUTE).await;
    }
    let secret = town.guild.private_channel("secret", &[town.guild.role("Friends", 0)]);
    chisinau.says(&chisinau.owner, secret, "How shall we thank them?").await;
    // What staff say among themselves is in no figure.
    chisinau.says(&chisinau.owner, chisinau.staff, "Who thanks them?").await;
    chisinau.until("2026-11-23T06:30:00Z").await;
    chisinau.says(&ana, general, "A new week").await;
    chisinau
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_digest_says_what_happened_in_a_frame_and_names_no_private_channel() {
    let chisinau = a_told_week().await;
    chisinau.until("2026-11-23T07:00:00Z").await;

    let posts = chisinau.posts();
    let [_, post] = posts.as_slice() else { panic!("{posts:?}") };
    insta::assert_snapshot!(post.text(), @"
    Town, week 47 (16–22 November)
    Only a part of this week is on record, so nothing is called usual or unusual; most was written on Thursday.
    **People who wrote** 3
    **Messages** 49
    **People writing a day, on average** 1.9
    **First seen** 3
    **Came and went** 2 joined · nobody left · net +2
    **Conversations** 1 connection
    **Channels** #general 48 · private channels 1
    The record begins on 16 November 2026, so whoever was “first seen” may have been here before. `/activity backfill` or `steward import` brings the history before it.
    (file digest-2026-W47.png)
    [Export]
    ");
    assert_eq!((post.embeds.len(), post.pings.len(), post.buttons.len(), post.files.len()), (1, 0, 1, 1));
    assert_eq!(chisinau.town.number("SELECT count(*) FROM digest_weeks WHERE state = 'posted'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_digest_speaks_the_language_of_the_server() {
    let mut pages = Vec::new();
    for locale in ["ru", "ro"] {
        let mut chisinau = Chisinau::speaking(locale, "2026-11-18T10:00:00Z").await;
        chisinau.post_to_staff().await;
        chisinau.says(&chisinau.town.member("ana"), chisinau.town.general, "Hello").await;
        chisinau.away(5 * DAY).await;
        pages.push(chisinau.posts()[0].text().to_owned());
    }
    insta::assert_snapshot!(pages[0], @"
    Town, неделя 47 (16–22 ноября)
    С опозданием: срок был Monday, 23 November 2026 07:00, но бот тогда не работал или был без связи.
    Записана только часть этой недели, поэтому сравнений с обычным нет.
    **Писали** 1
    **Сообщения** 1
    **Писали в день, в среднем** 0,1
    **Замечены впервые** 1
    **Пришли и ушли** 1 пришёл · никто не ушёл · итого +1
    **Разговоры** 0 связей
    **Каналы** #general 1
    Не было соединения 4 дня 12 ч со среды по воскресенье; всё восстановлено.
    Запись начинается 18 ноября 2026 года, поэтому «замеченные впервые» могли быть здесь и раньше. Более раннюю историю добавит `/activity backfill` или `steward import`.
    (file digest-2026-W47.png)
    [Экспорт]
    ");
    insta::assert_snapshot!(pages[1], @"
    Town, săptămâna 47 (16–22 noiembrie)
    Cu întârziere: termenul era Monday, 23 November 2026 07:00, dar atunci nu rulam sau nu aveam conexiune.
    Doar o parte a săptămânii este în evidență, așa că cifrele nu sunt comparate cu cele obișnuite.
    **Oameni care au scris** 1
    **Mesaje** 1
    **Oameni care scriu pe zi, în medie** 0,1
    **Văzuți pentru prima dată** 1
    **Veniți și plecați** unul a venit · nu a plecat nimeni · în total +1
    **Conversații** 0 legături
    **Canale** #general 1
    Fără conexiune 4 zile 12 h de miercuri până duminică; totul a fost recuperat.
    Evidența începe pe 18 noiembrie 2026, așa că cei „văzuți pentru prima dată” poate că erau aici și înainte. `/activity backfill` sau `steward import` aduce istoricul de dinainte.
    (file digest-2026-W47.png)
    [Exportă]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_posted_once_whenever_the_bot_starts_anew() {
    let mut chisinau = Chisinau::at("2026-11-18T10:00:00Z").await;
    chisinau.post_to_staff().await;
    chisinau.until("2026-11-23T06:59:59Z").await;
    chisinau.town.restart().await;
    assert_eq!(chisinau.posted().len(), 0, "not before it is due");

    chisinau.town.pass(Duration::from_secs(1)).await;
    for _ in 0..3 {
        chisinau.town.restart().await;
        chisinau.town.pass(HOUR).await;
    }
    assert_eq!(chisinau.posted(), ["2026-11-23T07:00:00Z Town, week 47 (16–22 November)"]);
    assert_eq!(chisinau.lines("Late"), [""; 0]);

    // A clock that was set back makes it Monday at nine once more.
    chisinau.town.clock.set(at("2026-11-23T06:30:00Z"));
    chisinau.town.restart().await;
    chisinau.town.pass(HOUR).await;
    assert_eq!(chisinau.posted().len(), 1);

    // Nine minutes are no delay that anybody has to be told of.
    chisinau.until("2026-11-30T06:59:00Z").await;
    chisinau.away(10 * MINUTE).await;
    assert_eq!(chisinau.posted().len(), 2);
    assert_eq!(chisinau.lines("Late"), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_downtime_each_missed_week_has_its_late_digest_in_order() {
    for (days, weeks) in [(1, 47..=47), (8, 47..=48), (40, 47..=52)] {
        let mut chisinau = Chisinau::at("2026-11-18T10:00:00Z").await;
        chisinau.post_to_staff().await;
        chisinau.says(&chisinau.town.member("ana"), chisinau.town.general, "Hello").await;
        chisinau.until("2026-11-22T22:30:00Z").await;

        chisinau.away(days * DAY).await;

        let titles = chisinau.lines("Town, week ");
        let numbers = titles.iter().map(|title| title.split([' ', ',']).nth(3).unwrap());
        let numbers: Vec<i8> = numbers.map(|number| number.parse().unwrap()).collect();
        assert_eq!(numbers, weeks.collect::<Vec<_>>(), "after {days} days");
        assert_eq!(chisinau.lines("Late").len(), titles.len(), "after {days} days");
        if days == 40 {
            let pages: Vec<String> = chisinau.posts().iter().map(|post| post.text().to_owned()).collect();
            insta::assert_snapshot!(pages[..3].join("\n\n"), @"
            Town, week 47 (16–22 November 2026)
            Late: this was due Monday, 23 November 2026 07:00, and I was not running or not connected then.
            Only a part of this week is on record, so nothing is called usual or unusual.
            **People who wrote** 1
            **Messages** 1
            **People writing a day, on average** 0.1
            **First seen** 1
            **Came and went** 1 joined · nobody left · net +1
            **Conversations** 0 connections
            **Channels** #general 1
            Not connected for 4 days 12 h from Wednesday to Sunday.
            The record begins on 18 November 2026, so whoever was “first seen” may have been here before. `/activity backfill` or `steward import` brings the history before it.
            [Export]

            Town, week 48 (23–29 November 2026)
            Late: this was due Monday, 30 November 2026 07:00, and I was not running or not connected then.
            Nothing of this week was seen.
            Not connected for 7 days from Monday to Sunday.
            `steward import` can bring what was written in that time.
            [Export]

            Town, week 49 (30 November – 6 December 2026)
            Late: this was due Monday, 7 December 2026 07:00, and I was not running or not connected then.
            Only a part of this week is on record, so nothing is called usual or unusual.
            **People who wrote** 0
            **Messages** 0
            **People writing a day, on average** 0.0
            **First seen** 0
            **Came and went** no data
            **Conversations** Connections: no data
            **Also** Minutes in voice: no data
            Not connected for 7 days from Monday to Sunday; 4 days recovered.
            The record begins on 18 November 2026, so whoever was “first seen” may have been here before. `/activity backfill` or `steward import` brings the history before it.
            (file digest-2026-W49.png)
            [Export]
            ");
        }
        chisinau.town.restart().await;
        chisinau.town.pass(MINUTE).await;
        assert_eq!(chisinau.lines("Town, week "), titles, "after {days} days, nothing twice");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_post_whose_answer_was_lost_is_not_posted_again() {
    let mut chisinau = Chisinau::at("2026-11-18T10:00:00Z").await;
    chisinau.post_to_staff().await;
    let route = "POST /channels/*/messages";
    chisinau.town.sandbox.faults().fail_after_applying(route, 1, 500);
    chisinau.until("2026-11-23T07:05:00Z").await;
    assert_eq!(chisinau.posted().len(), 1);
    assert_eq!(chisinau.town.sandbox.calls(route).len(), 2, "asked again, by the same name");

    // And one that Discord did not take for a day comes a day later.
    chisinau.town.sandbox.faults().fail(route, 1_000, 503, 0);
    chisinau.until("2026-12-01T07:05:00Z").await;
    assert_eq!(chisinau.posted().len(), 1);
    insta::assert_snapshot!(chisinau.digest("setup", &[]).await.text(), @"
    Weekly digest
    Every Monday at 09:00 (Europe/Chisinau) in #staff.
    Next: week 49 (30 November – 6 December), Monday, 7 December 2026 07:00, in 5 days.
    Sections: all.
    Week 48 (23–29 November): on its way to #staff.
    “day: off” ends the posts; digests can still be read.
    ");
    chisinau.town.restart().await;
    chisinau.town.sandbox.faults().clear();
    chisinau.town.pass(2 * HOUR).await;
    assert_eq!(chisinau.posted().len(), 2);
    assert_eq!(chisinau.lines("Late"), [""; 0], "it was written in time");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_year_with_53_weeks_has_53_digests() {
    let mut chisinau = Chisinau::at("2026-12-16T10:00:00Z").await;
    chisinau.post_to_staff().await;
    chisinau.until("2027-01-12T00:00:00Z").await;
    assert_eq!(
        chisinau.posted(),
        [
            "2026-12-21T07:00:00Z Town, week 51 (14–20 December)",
            "2026-12-28T07:00:00Z Town, week 52 (21–27 December)",
            "2027-01-04T07:00:00Z Town, week 53 (28 December 2026 – 3 January 2027)",
            "2027-01-11T07:00:00Z Town, week 1 (4–10 January)",
        ]
    );
    let shown = chisinau.digest("show", &[("week", "53".into())]).await;
    assert_eq!(shown.embeds[0]["title"], "Town, week 53 (28 December 2026 – 3 January 2027)");
    chisinau.away(DAY).await;
    assert_eq!(chisinau.posted().len(), 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_channel_it_is_kept_and_can_be_read() {
    let chisinau = Chisinau::at("2026-11-18T10:00:00Z").await;
    insta::assert_snapshot!(chisinau.digest("setup", &[]).await.text(), @"
    Weekly digest
    Every Monday at 09:00 (Europe/Chisinau). It is posted nowhere, as no channel is set (`channel` sets one); `/digest show` reads it all the same.
    Next: week 47 (16–22 November), Monday, 23 November 2026 07:00, in 4 days.
    Sections: all.
    ");
    insta::assert_snapshot!(chisinau.digest("show", &[("week", "47".into())]).await.text(), @"
    There is no digest yet; the first one comes Monday, 23 November 2026 07:00. `/digest preview` shows how it would look now.
    [Correct]
    ");

    chisinau.until("2026-11-30T12:00:00Z").await;
    insta::assert_snapshot!(chisinau.digest("show", &[("week", "2026-w47".into())]).await.text(), @"
    Week 47 (16–22 November): posted nowhere.
    Town, week 47 (16–22 November)
    Only a part of this week is on record, so nothing is called usual or unusual.
    **People who wrote** 0
    **Messages** 0
    **People writing a day, on average** 0.0
    **First seen** 0
    **Came and went** nobody joined · nobody left · net 0
    **Conversations** 0 connections
    The record begins on 18 November 2026, so whoever was “first seen” may have been here before. `/activity backfill` or `steward import` brings the history before it.
    [Export]
    ");
    for (typed, title) in [("47", "week 47"), ("W48", "week 48"), (" 2026-W48 ", "week 48")] {
        let shown = chisinau.digest("show", &[("week", typed.into())]).await;
        assert!(shown.text().contains(title), "{typed}: {}", shown.text());
    }
    insta::assert_snapshot!(chisinau.digest("show", &[("week", "46".into())]).await.text(), @"
    There is no digest of that week. There are some from 2026-W47 to 2026-W48: choose one from the list while you type.
    [Correct]
    ");
    insta::assert_snapshot!(chisinau.digest("show", &[("week", "*last*".into())]).await.text(), @"
    “*last*” is no week. Write it like 2026-W47 or 47.
    [Correct]
    ");
    assert!(chisinau.posts().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_a_week_is_typed_those_there_are_are_offered() {
    let chisinau = Chisinau::at("2026-12-16T10:00:00Z").await;
    chisinau.until("2027-01-12T00:00:00Z").await;
    let (general, owner) = (chisinau.town.general, chisinau.owner.clone());
    let offered = async |typed: &str| {
        let choices = owner.autocomplete(general, "digest show", "week", typed, &[]).await.unwrap();
        choices.iter().map(|choice| format!("{} → {}", choice.name, choice.value)).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(offered("").await, @r#"
    2027-W01 · 4–10 January → "2027-W01"
    2026-W53 · 28 December 2026 – 3 January 2027 → "2026-W53"
    2026-W52 · 21–27 December 2026 → "2026-W52"
    2026-W51 · 14–20 December 2026 → "2026-W51"
    "#);
    insta::assert_snapshot!(offered("5").await, @r#"
    2026-W53 · 28 December 2026 – 3 January 2027 → "2026-W53"
    2026-W52 · 21–27 December 2026 → "2026-W52"
    2026-W51 · 14–20 December 2026 → "2026-W51"
    "#);
    assert_eq!(offered("last").await, "");

    let offered = async |option: &'static str, typed: &str| {
        let choices = owner.autocomplete(general, "digest setup", option, typed, &[]).await.unwrap();
        choices.iter().map(|choice| format!("{} → {}", choice.name, choice.value)).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(offered("time", "").await, @r#"
    09:00 (Europe/Chisinau) → "09:00"
    12:00 (Europe/Chisinau) → "12:00"
    18:00 (Europe/Chisinau) → "18:00"
    "#);
    insta::assert_snapshot!(offered("time", "half past").await, @"");
    insta::assert_snapshot!(offered("time", "6 pm").await, @r#"18:00 (Europe/Chisinau) → "18:00""#);
    insta::assert_snapshot!(offered("sections", "").await, @r#"
    all → "all"
    moderation → "moderation"
    events → "events"
    activity → "activity"
    AMA → "ama"
    polls → "polls"
    surveys → "surveys"
    feedback → "feedback"
    "#);
    insta::assert_snapshot!(offered("sections", "moderation, a").await, @r#"
    moderation, activity → "moderation,activity"
    moderation, AMA → "moderation,ama"
    "#);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_written_about_a_week_stays_as_it_was() {
    let chisinau = a_told_week().await;
    chisinau.until("2026-11-23T07:00:00Z").await;
    let before = chisinau.digest("show", &[("week", "47".into())]).await;
    assert_eq!(chisinau.posts()[1].embeds, before.embeds, "as it was posted");

    let town = &chisinau.town;
    let change = async |tx: &mut SqliteConnection| -> steward::error::Result<()> {
        for sql in [
            "UPDATE activity_days SET messages = messages + 1000",
            "UPDATE guilds SET name = 'Another town'",
            "UPDATE settings SET value = 'ru' WHERE name = 'language'",
            "UPDATE settings SET value = 'Asia/Tokyo' WHERE name = 'zone'",
            "DELETE FROM activity_firsts",
        ] {
            sqlx::query(sql).execute(&mut *tx).await?;
        }
        Ok(())
    };
    town.app().db.write(change).await.unwrap();

    let after = chisinau.digest("show", &[("week", "47".into())]).await;
    assert_eq!(after.embeds, before.embeds);
    let content = "SELECT count(*) FROM digest_weeks WHERE content ->> '$.figures.week' = '2026-W47'
                   AND content ->> '$.figures.figures[1].name' = 'messages' AND content ->> '$.figures.figures[1].value' = 49";
    assert_eq!(town.number(content).await, 1, "the figures are kept as numbers too");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_digest_that_was_asked_for_takes_its_slot() {
    let chisinau = Chisinau::at("2026-11-16T09:00:00Z").await;
    insta::assert_snapshot!(chisinau.digest("now", &[]).await.text(), @"Nothing is on record for 2026-W46: the record goes from 2026-W47 to 2026-W47. `steward import` brings what lies outside it.");
    chisinau.post_to_staff().await;
    chisinau.says(&chisinau.town.member("ana"), chisinau.town.general, "Hello").await;
    chisinau.until("2026-11-22T22:30:00Z").await;

    let answer = chisinau.digest("now", &[]).await;
    insta::assert_snapshot!(without_ids(&answer), @"Posted in #staff: https://discord.com/channels///");
    chisinau.until("2026-11-23T12:00:00Z").await;
    assert_eq!(chisinau.posted(), ["2026-11-22T22:30:00Z Town, week 47 (16–22 November)"], "and not again at nine");

    let again = chisinau.digest("now", &[]).await;
    insta::assert_snapshot!(without_ids(&again), @"
    Week 47 (16–22 November): posted in #staff. https://discord.com/channels///
    Nothing was posted now. This is the running week so far:
    Town, week 48 (23–29 November)
    This week is not over; these are its figures so far.
    **People who wrote** 0 · last week 1
    **Messages** 0 · last week 1
    **People writing a day, on average** 0.0 · last week 0.1
    **First seen** 0 · last week 1
    **Came and went** nobody joined (1 before) · nobody left (0 before) · net 0 (+1 before)
    **Conversations** 0 connections · last week 0
    The record begins on 16 November 2026, so whoever was “first seen” may have been here before. `/activity backfill` or `steward import` brings the history before it.
    (file digest-2026-W48.png)
    ");
    assert_eq!(chisinau.posted().len(), 1, "of a running week there is only a preview");
    chisinau.until("2026-11-30T07:00:00Z").await;
    assert_eq!(chisinau.posted().len(), 2, "which takes no slot");
    assert_eq!(
        chisinau
            .town
            .number("SELECT count(*) FROM audit WHERE action = 'digest.now' AND after LIKE 'posted in %'")
            .await,
        1
    );
}

/// What a person reads, without the numbers of a link.
pub fn without_ids(answer: &Answer) -> String {
    let words = answer.text().split_inclusive([' ', '\n']);
    words
        .map(|word| {
            if word.starts_with("https://") { word.replace(|c: char| c.is_ascii_digit(), "") } else { word.to_owned() }
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_channel_it_is_posted_where_it_was_asked_for() {
    let chisinau = Chisinau::at("2026-11-16T09:00:00Z").await;
    chisinau.until("2026-11-23T12:00:00Z").await;
    let answer = chisinau.digest("now", &[]).await;
    insta::assert_snapshot!(without_ids(&answer), @"
    Posted in #general: https://discord.com/channels///
    Everyone can read #general. The digest is made for staff: a channel of theirs suits it better. As a staff channel it isn’t counted.
    ");
    let posts = chisinau.town.sandbox.messages(chisinau.town.general, &chisinau.owner);
    let public: Vec<_> = posts.iter().filter(|post| !post.ephemeral).collect();
    assert_eq!(public.len(), 1);
    assert_eq!(public[0].embeds[0]["title"], "Town, week 47 (16–22 November)");
    assert!(answer.text().contains("Everyone can read"), "{}", answer.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_managers_who_ask_at_once_get_one_post() {
    let chisinau = Chisinau::at("2026-11-16T09:00:00Z").await;
    chisinau.post_to_staff().await;
    let other = chisinau.town.guild.person("magda", &[chisinau.managers]);
    chisinau.until("2026-11-23T06:00:00Z").await;
    let general = chisinau.town.general;
    let (one, two) =
        tokio::join!(chisinau.owner.slash(general, "digest now", &[]), other.slash(general, "digest now", &[]));
    chisinau.town.pass(2 * HOUR).await;
    assert_eq!(chisinau.posted().len(), 1);
    let posted = [one.unwrap(), two.unwrap()].iter().filter(|answer| answer.text().contains("Posted in")).count();
    assert!(posted <= 1, "one of them hears that it is there already");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_preview_takes_no_slot() {
    let chisinau = Chisinau::at("2026-11-16T09:00:00Z").await;
    insta::assert_snapshot!(chisinau.digest("preview", &[]).await.text().lines().next().unwrap(), @"A preview; nothing was posted. It is written Monday, 23 November 2026 07:00, in 6 days, and can be read with `/digest show`; no channel is set.");
    chisinau.post_to_staff().await;
    chisinau.says(&chisinau.town.member("ana"), chisinau.town.general, "Hello").await;
    insta::assert_snapshot!(chisinau.digest("preview", &[]).await.text(), @"
    A preview; nothing was posted. It comes Monday, 23 November 2026 07:00, in 6 days, in #staff.
    Town, week 47 (16–22 November)
    This week is not over; these are its figures so far.
    **People who wrote** 1
    **Messages** 1
    **People writing a day, on average** 0.1
    **First seen** 1
    **Came and went** 1 joined · nobody left · net +1
    **Conversations** 0 connections
    **Channels** #general 1
    The record begins on 16 November 2026, so whoever was “first seen” may have been here before. `/activity backfill` or `steward import` brings the history before it.
    [Public edition]
    ");
    let russian = chisinau.owner.clone().locale("ru");
    insta::assert_snapshot!(chisinau.digest("preview", &[]).await.text().lines().next().unwrap(), @"Это предпросмотр; ничего не опубликовано. Сводка выйдет Monday, 23 November 2026 07:00, in 6 days, в #staff.");
    drop(russian.locale("en"));

    chisinau.until("2026-11-23T06:00:00Z").await;
    assert!(chisinau.digest("preview", &[]).await.text().contains("week 47"), "the one that comes next");
    assert_eq!((chisinau.posted().len(), chisinau.town.number("SELECT count(*) FROM digest_weeks").await), (0, 0));
    chisinau.town.pass(HOUR).await;
    assert_eq!(chisinau.posted().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn setup_says_when_it_comes_and_what_stands_in_its_way() {
    let chisinau = Chisinau::at("2026-11-18T10:00:00Z").await;
    let given: [(&str, Given); 4] = [
        ("channel", chisinau.staff.into()),
        ("day", "Friday".into()),
        ("time", "6 pm".into()),
        ("sections", "Moderation".into()),
    ];
    insta::assert_snapshot!(chisinau.digest("setup", &given).await.text(), @"
    Saved.
    Weekly digest
    Every Friday at 18:00 (Europe/Chisinau) in #staff.
    Next: week 47 (16–22 November), Friday, 27 November 2026 16:00, in 9 days.
    Sections: moderation.
    “day: off” ends the posts; digests can still be read.
    ");
    let russian = chisinau.owner.clone().locale("ru");
    insta::assert_snapshot!(chisinau.digest("setup", &[]).await.text(), @"
    Недельная сводка
    Каждую пятницу в 18:00 (Europe/Chisinau) в #staff.
    Следующая: неделя 47 (16–22 ноября), Friday, 27 November 2026 16:00, in 9 days.
    Разделы: модерация.
    «day: выключить» прекращает публикации; читать сводки можно и дальше.
    ");
    let romanian = russian.locale("ro");
    insta::assert_snapshot!(chisinau.digest("setup", &[]).await.text(), @"
    Rezumatul săptămânal
    În fiecare vineri la 18:00 (Europe/Chisinau), în #staff.
    Următorul: săptămâna 47 (16–22 noiembrie), Friday, 27 November 2026 16:00, in 9 days.
    Secțiuni: moderare.
    „day: oprit” oprește publicarea; rezumatele pot fi citite în continuare.
    ");
    drop(romanian.locale("en"));

    let general = chisinau.town.general;
    insta::assert_snapshot!(chisinau.digest("setup", &[("channel", general.into())]).await.text(), @"
    Saved.
    Weekly digest
    Every Friday at 18:00 (Europe/Chisinau) in #general.
    Next: week 47 (16–22 November), Friday, 27 November 2026 16:00, in 9 days.
    Sections: moderation.
    Everyone can read #general. The digest is made for staff: a channel of theirs suits it better. As a staff channel it isn’t counted.
    “day: off” ends the posts; digests can still be read.
    ");
    let hidden = chisinau.town.guild.private_channel("hidden", &[]);
    chisinau.town.guild.set_overwrites(
        hidden,
        &[Overwrite { id: chisinau.town.guild.id().get(), of_member: false, allow: 0, deny: rights::VIEW_CHANNEL }],
    );
    let answer = chisinau.digest("setup", &[("channel", hidden.into()), ("sections", "all".into())]).await;
    insta::assert_snapshot!(answer.text(), @"
    Saved.
    Weekly digest
    Every Friday at 18:00 (Europe/Chisinau) in #hidden.
    Next: week 47 (16–22 November), Friday, 27 November 2026 16:00, in 9 days.
    Sections: all.
    I cannot post in #hidden: my role needs “View Channel”, “Send Messages and Create Posts”, “Embed Links” there (channel settings → Permissions).
    “day: off” ends the posts; digests can still be read.
    ");

    let off = chisinau.digest("setup", &[("day", "off".into())]).await;
    insta::assert_snapshot!(off.text(), @"
    Saved.
    Weekly digest
    Every Friday at 18:00 (Europe/Chisinau). It is posted nowhere, as no channel is set (`channel` sets one); `/digest show` reads it all the same.
    Next: week 47 (16–22 November), Friday, 27 November 2026 16:00, in 9 days.
    Sections: all.
    ");
    let changes = "SELECT count(*) FROM audit WHERE action = 'digest.setup' AND subject = 'digest' AND before <> after";
    assert_eq!(chisinau.town.number(changes).await, 4);
    chisinau.until("2026-11-27T16:00:00Z").await;
    assert!(chisinau.posts().is_empty());
    assert_eq!(chisinau.town.number("SELECT count(*) FROM digest_weeks").await, 1, "kept all the same");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_read_changes_nothing() {
    let chisinau = Chisinau::at("2026-11-18T10:00:00Z").await;
    let wrong: [&[(&str, Given)]; 5] = [
        &[("time", "25:00".into())],
        &[("time", "*friday* 9:00".into())],
        &[("sections", "activity, weather".into()), ("day", "Friday".into())],
        &[("sections", ",".into())],
        &[("day", "off".into()), ("channel", chisinau.staff.into())],
    ];
    let mut answers = Vec::new();
    for given in wrong {
        answers.push(chisinau.digest("setup", given).await.text().to_owned());
    }
    insta::assert_snapshot!(answers.join("\n"), @"
    “25:00” is no time of day. Write it like 09:00.
    [Correct]
    “*friday* 9:00” is no time of day. Write it like 09:00.
    [Correct]
    “weather” is no section of the digest. There are: moderation, events, activity, AMA, polls, surveys, feedback. For all of them write: all.
    [Correct]
    “,” is no section of the digest. There are: moderation, events, activity, AMA, polls, surveys, feedback. For all of them write: all.
    [Correct]
    `day: off` ends the posts, so no channel goes with it. Nothing was changed; leave out one of the two.
    ");
    assert_eq!(chisinau.town.number("SELECT count(*) FROM audit").await, 0);
    let plan = "SELECT count(*) FROM digest_plans WHERE weekday = 1 AND minute_of_day = 540";
    assert_eq!(chisinau.town.number(plan).await, 1);
    assert_eq!(chisinau.town.number("SELECT count(*) FROM settings WHERE name = 'digest'").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_managers_have_to_do_with_it() {
    let chisinau = Chisinau::at("2026-11-18T10:00:00Z").await;
    let moderator = chisinau.town.moderator("mona");
    for (words, given) in
        [("setup", vec![]), ("preview", vec![]), ("now", vec![]), ("show", vec![("week", Given::from("47"))])]
    {
        let words = format!("digest {words}");
        assert!(moderator.slash(chisinau.town.general, &words, &given).await.is_err(), "the client hides {words}");
        let refused = moderator.slash_hidden(chisinau.town.general, &words, &given).await.unwrap();
        assert_eq!(
            refused.text(),
            "Only managers can do this: the owner of the server and people with the permission “Manage Server”.",
            "{words}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_day_leaves_out_no_week_and_repeats_none() {
    let chisinau = Chisinau::at("2026-11-16T09:00:00Z").await;
    chisinau.digest("setup", &[("channel", chisinau.staff.into()), ("day", "Friday".into())]).await;
    chisinau.until("2026-11-24T10:00:00Z").await;
    assert!(chisinau.posted().is_empty(), "week 47 is due on Friday");

    chisinau.digest("setup", &[("day", "Monday".into())]).await;
    chisinau.town.pass(MINUTE).await;
    assert_eq!(chisinau.posted(), ["2026-11-24T10:00:00Z Town, week 47 (16–22 November)"], "its Monday has gone by");
    assert_eq!(chisinau.lines("Late"), [""; 0]);
    chisinau.digest("setup", &[("day", "Thursday".into()), ("time", "0:00".into())]).await;
    chisinau.until("2026-12-11T10:00:00Z").await;
    assert_eq!(
        chisinau.posted()[1..],
        [
            "2026-12-02T22:00:00Z Town, week 48 (23–29 November)",
            "2026-12-09T22:00:00Z Town, week 49 (30 November – 6 December)"
        ]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_digest_due_at_midnight_waits_for_the_last_counts_of_its_week() {
    let chisinau = Chisinau::at("2026-11-18T10:00:00Z").await;
    chisinau.digest("setup", &[("channel", chisinau.staff.into()), ("time", "0:00".into())]).await;
    chisinau.until("2026-11-22T22:01:59Z").await;
    assert!(chisinau.posted().is_empty());
    chisinau.town.pass(Duration::from_secs(1)).await;
    assert_eq!(chisinau.posted(), ["2026-11-22T22:02:00Z Town, week 47 (16–22 November)"]);
    assert_eq!(chisinau.lines("Late"), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_digest_that_could_not_be_posted_is_told_kept_and_posted_later() {
    let chisinau = Chisinau::at("2026-11-18T10:00:00Z").await;
    chisinau.post_to_staff().await;
    let may = async |deny| {
        let (guild, allow) = (&chisinau.town.guild, rights::VIEW_CHANNEL);
        let everyone = Overwrite { id: guild.id().get(), of_member: false, allow: 0, deny: allow };
        let managers = Overwrite { id: chisinau.managers.get(), of_member: false, allow, deny: 0 };
        let bot = Overwrite { id: guild.bot_role().get(), of_member: false, allow, deny };
        guild.set_overwrites(chisinau.staff, &[everyone, managers, bot]);
        chisinau.town.settled().await;
    };
    may(rights::SEND_MESSAGES).await;
    let log = chisinau.town.guild.private_channel("mod-log", &[chisinau.managers]);
    chisinau.set("mod_log", &format!("<#{log}>")).await;
    chisinau.until("2026-11-23T07:00:00Z").await;
    assert!(chisinau.posted().is_empty());
    let told = || chisinau.town.sandbox.messages(log, &chisinau.owner);
    insta::assert_snapshot!(told()[0].text(), @"The digest of week 47 (16–22 November) could not be posted in #staff. My role needs “View Channel”, “Send Messages and Create Posts” and “Embed Links” there (channel settings → Permissions). `/digest show` reads it.");
    insta::assert_snapshot!(chisinau.digest("setup", &[]).await.text(), @"
    Weekly digest
    Every Monday at 09:00 (Europe/Chisinau) in #staff.
    Next: week 48 (23–29 November), Monday, 30 November 2026 07:00, in 7 days.
    Sections: all.
    Week 47 (16–22 November): could not be posted in #staff. My role needs “View Channel”, “Send Messages and Create Posts” and “Embed Links” there (channel settings → Permissions).
    I cannot post in #staff: my role needs “Send Messages and Create Posts” there (channel settings → Permissions).
    “day: off” ends the posts; digests can still be read.
    ");
    assert!(chisinau.digest("show", &[("week", "47".into())]).await.text().contains("week 47"));

    may(0).await;
    chisinau.town.pass(MINUTE).await;
    let answer = chisinau.digest("now", &[]).await;
    assert!(answer.text().starts_with("Posted in #staff:"), "{}", answer.text());
    assert_eq!(chisinau.posted(), ["2026-11-23T07:01:00Z Town, week 47 (16–22 November)"]);

    chisinau.town.guild.delete_channel(chisinau.staff);
    chisinau.until("2026-11-30T07:00:00Z").await;
    insta::assert_snapshot!(chisinau.digest("setup", &[]).await.text(), @"
    Weekly digest
    Every Monday at 09:00 (Europe/Chisinau) in #unknown.
    Next: week 49 (30 November – 6 December), Monday, 7 December 2026 07:00, in 7 days.
    Sections: all.
    Week 48 (23–29 November): could not be posted in #unknown. The channel is no longer there; `/digest setup` sets another one.
    #unknown is no longer there, so nothing can be posted. `channel` sets another one.
    “day: off” ends the posts; digests can still be read.
    ");
    chisinau.town.pass(MINUTE).await;
    insta::assert_snapshot!(chisinau.digest("now", &[]).await.text(), @"It could not be posted in #unknown. The channel is no longer there; `/digest setup` sets another one. Then `/digest now` posts it; `/digest show` reads it already.");
    let council = chisinau.town.guild.private_channel("council", &[chisinau.managers]);
    chisinau.digest("setup", &[("channel", council.into())]).await;
    let answer = chisinau.digest("now", &[]).await;
    assert!(answer.text().starts_with("Posted in #council:"), "{}", answer.text());
    assert_eq!(told().len(), 3, "what could not be posted is told each time, and nothing else");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_another_zone_it_comes_at_the_time_of_the_clocks_there_and_never_twice_for_a_week() {
    let chisinau = Chisinau::at("2026-11-18T10:00:00Z").await;
    chisinau.post_to_staff().await;
    // West, an hour before it is due: the clocks there show nine five hours later.
    chisinau.until("2026-11-23T06:00:00Z").await;
    chisinau.set("zone", "America/New_York").await;
    chisinau.until("2026-11-23T13:59:59Z").await;
    assert!(chisinau.posted().is_empty());
    chisinau.until("2026-11-23T15:00:00Z").await;
    assert_eq!(chisinau.posted().len(), 1);
    // East, on the same morning: the week has its digest.
    chisinau.set("zone", "Asia/Tokyo").await;
    chisinau.until("2026-11-29T23:59:00Z").await;
    assert_eq!(chisinau.posted().len(), 1);
    chisinau.until("2026-11-30T00:01:00Z").await;
    // West again, where it is still Sunday.
    chisinau.set("zone", "America/New_York").await;
    chisinau.until("2026-12-07T23:00:00Z").await;
    assert_eq!(
        chisinau.posted(),
        [
            "2026-11-23T14:00:00Z Town, week 47 (16–22 November)",
            "2026-11-30T00:00:00Z Town, week 48 (23–29 November)",
            "2026-12-07T14:00:00Z Town, week 49 (30 November – 6 December)",
        ]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_zone_where_it_was_due_already_it_comes_at_once() {
    let chisinau = Chisinau::at("2026-11-18T10:00:00Z").await;
    chisinau.post_to_staff().await;
    chisinau.until("2026-11-23T06:00:00Z").await;
    chisinau.set("zone", "Asia/Tokyo").await;
    chisinau.town.pass(MINUTE).await;
    assert_eq!(chisinau.posted(), ["2026-11-23T06:00:00Z Town, week 47 (16–22 November)"]);
    assert_eq!(chisinau.lines("Late"), [""; 0]);
    chisinau.until("2026-11-30T00:00:00Z").await;
    assert_eq!(chisinau.posted().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn for_the_weeks_in_which_the_bot_was_not_in_the_server_there_is_none() {
    let chisinau = Chisinau::at("2026-11-18T10:00:00Z").await;
    chisinau.town.pass(WEEK).await;
    chisinau.town.guild.remove_bot();
    chisinau.town.pass(3 * WEEK).await;
    let weeks = "SELECT count(*) FROM digest_weeks";
    assert_eq!(chisinau.town.number(weeks).await, 1);
    assert_eq!(chisinau.town.number("SELECT count(*) FROM jobs WHERE kind = 'digest.weekly'").await, 0);

    chisinau.town.guild.invite_bot(&[chisinau.managers]);
    chisinau.town.pass(WEEK).await;
    assert_eq!(chisinau.town.number(weeks).await, 2);
    let again = "SELECT count(*) FROM digest_weeks WHERE week = '2026-W51' AND late = 0";
    assert_eq!(chisinau.town.number(again).await, 1);
}
