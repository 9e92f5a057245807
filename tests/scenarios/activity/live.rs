//! What a community does while Steward is there, and how `/stats server` shows it.

use std::time::Duration;

use serde_json::json;
use steward::app::consent::Consent;
use steward::bot;
use steward::clock::Clock;
use steward::db::{Db, OpenOptions};
use steward::features::activity::figures;
use steward::features::activity::figures::WeekFigures;
use steward::features::activity::import;
use steward::features::activity::import::{LeftOut, Wanted};
use steward::sandbox::{Answer, Given, Overwrite, Person, intents, rights};
use steward::text::zone::{Week, WeekRange, Zone};

use crate::support::community::{Channel, Community, Kind, Message};
use crate::support::town::{MONDAY, PATIENCE, Town};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);

/// The figures of the week that is running.
async fn week(town: &Town) -> WeekFigures {
    week_of(town, 0).await
}

/// The figures of the week so many weeks ago.
async fn week_of(town: &Town, back: usize) -> WeekFigures {
    town.settled().await;
    let now = town.clock.now();
    let week = (0..back).fold(Week::containing(now, &Zone::utc()), |week, _| week.previous());
    let range = WeekRange { first: week, last: week };
    figures::weeks(&town.app().db, town.guild.id(), &Zone::utc(), range, now).await.unwrap().remove(0)
}

async fn stats(town: &Town, by: &Person, period: Option<&str>) -> Answer {
    let given: Vec<(&str, Given)> = period.into_iter().map(|period| ("period", period.into())).collect();
    let answer = town.slash(by, "stats server", &given).await;
    assert!(answer.ephemeral, "figures are for the asker alone");
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn messages_replies_mentions_and_reactions_are_counted() {
    let town = Town::new().await;
    let (ana, bob, cleo) = (town.member("ana"), town.member("bob"), town.member("cleo"));
    let help = town.guild.channel("help");

    let hello = ana.says(town.general, "Hello").unwrap();
    town.pass(9 * MINUTE).await;
    let welcome = bob.replies(hello, "Welcome").unwrap();
    cleo.says_with(help, "Does anybody know?", &[&ana, &bob, &cleo], None).unwrap();
    town.pass(MINUTE).await;
    ana.says_with(help, "Yes", &[&cleo], None).unwrap();
    ana.reacts(welcome, "👍").unwrap();
    cleo.reacts(welcome, "👍").unwrap();

    let week = week(&town).await;
    assert_eq!((week.messages, week.active_members, week.new_members, week.reactions), (4, 3, 3, 2));
    // ana ↔ bob, ana ↔ cleo, cleo → bob; bob → ana, but nobody to herself.
    assert_eq!((week.connections, week.reciprocity), (4, Some(0.5)));
    // ana was answered by bob after nine minutes, cleo by ana after one; bob, in general, by nobody.
    assert_eq!((week.newcomers_replied, week.median_first_reply_s), (2, Some(300.0)));
    assert_eq!(week.joins, 3);
    insta::assert_snapshot!(stats(&town, &ana, None).await.text(), @"
    Town, 2026-W47 so far
    Messages: **4**
    People who wrote: **3**
    People writing a day, on average: **0.4**
    First seen: **3**
    Newcomers answered directly: **2 of 3**
    Connections: **4**
    Joined: **3**
    Left or were removed: **0**
    Net growth: **3**
    Minutes in voice: **0**
    Reactions: **2**
    Busiest channels:
    #general · 2 messages
    #help · 2 messages
    The record begins on 16 November 2026. Until 28 days are on record, no one is known to be new, to stay or to fade. `/activity backfill` brings the history before it.
    (file stats-2026-W47.png)
    [Post here] [What is this?]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_told_twice_counts_once_and_what_is_done_again_counts_again() {
    let town = Town::new().await;
    let (ana, bob) = (town.member("ana"), town.member("bob"));
    let hello = ana.says(town.general, "Hello").unwrap();
    town.settled().await;

    town.sandbox.gateway().duplicate("MESSAGE_REACTION_ADD");
    bob.reacts(hello, "👍").unwrap();
    bob.reacts(hello, "🎉").unwrap();
    town.settled().await;
    assert_eq!(week(&town).await.reactions, 2);
    bob.unreacts(hello, "👍").unwrap();
    bob.reacts(hello, "👍").unwrap();
    assert_eq!(week(&town).await.reactions, 3);

    town.sandbox.gateway().duplicate("GUILD_MEMBER_REMOVE");
    bob.leaves(town.guild.id()).unwrap();
    let now = week(&town).await;
    assert_eq!((now.joins, now.leaves, now.removed), (2, 1, 0));
    town.pass(Duration::from_secs(5)).await;
    bob.joins(town.guild.id()).unwrap();
    town.pass(Duration::from_secs(5)).await;
    bob.leaves(town.guild.id()).unwrap();
    let now = week(&town).await;
    assert_eq!((now.joins, now.leaves, now.removed), (3, 2, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_text_of_messages_is_neither_asked_for_nor_needed() {
    let mut town = Town::without_bot(|_| {}).await;
    town.sandbox.privileged_intents(intents::GUILD_MEMBERS);
    town.start().await;
    let (ana, bob) = (town.member("ana"), town.member("bob"));

    assert!(!bot::intents(town.app()).message_content());
    let hello = ana.says(town.general, "Hello").unwrap();
    bob.replies(hello, "Hello to you").unwrap();

    assert_eq!(week(&town).await.messages, 2);
    assert_eq!(week(&town).await.connections, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bots_webhooks_and_discords_own_messages_do_not_count() {
    let town = Town::new().await;
    let ana = town.member("ana");
    let robot = town.guild.bot("robot", &[]);
    let room = town.guild.voice_channel("room");

    let hello = ana.says(town.general, "Hello").unwrap();
    robot.replies(hello, "beep").unwrap();
    ana.says_with(town.general, "Thanks", &[&robot], None).unwrap();
    robot.reacts(hello, "👍").unwrap();
    robot.joins_voice(room).unwrap();
    ana.joins_voice(room).unwrap();
    town.guild.system_message(town.general, &ana, 7);
    town.guild.system_message(town.general, &ana, 6);
    let webhook = json!({
        "id": "1571812068556900000", "webhook_id": "1571812068556900001", "type": 0,
        "channel_id": town.general.to_string(), "guild_id": town.guild.id().to_string(), "content": "",
        "author": {"id": "1571812068556900001", "username": "feed", "discriminator": "0000", "avatar": null},
        "timestamp": "2026-11-16T09:00:00Z", "edited_timestamp": null, "tts": false, "mention_everyone": false,
        "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "pinned": false, "flags": 0,
    });
    town.sandbox.gateway().send_raw("MESSAGE_CREATE", &webhook);
    town.settled().await;
    town.pass(10 * MINUTE).await;
    ana.leaves_voice().unwrap();
    robot.leaves(town.guild.id()).unwrap();

    let week = week(&town).await;
    assert_eq!((week.messages, week.active_members, week.connections), (2, 1, 0));
    assert_eq!((week.reactions, week.voice_minutes), (0, 0));
    assert_eq!((week.joins, week.leaves), (1, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thread_counts_under_the_channel_it_belongs_to() {
    let town = Town::new().await;
    let (ana, bob) = (town.member("ana"), town.member("bob"));
    let off_topic = town.guild.channel("off-topic");

    let question = ana.says(town.general, "A question").unwrap();
    let thread = bob.opens_thread(town.general, "the answer", Some(question)).unwrap();
    for text in ["First", "Second", "Third"] {
        bob.says(thread, text).unwrap();
    }
    ana.says(off_topic, "One").unwrap();
    ana.says(off_topic, "Two").unwrap();

    let week = week(&town).await;
    let channels: Vec<(&str, i64)> = week.top_channels.iter().map(|one| (one.name.as_str(), one.messages)).collect();
    assert_eq!(channels, [("general", 4), ("off-topic", 2)]);
    town.guild.rename_channel(off_topic, "on-topic");
    let shown = stats(&town, &ana, None).await;
    assert!(shown.text().contains("#general · 4 messages\n#on-topic · 2 messages"), "{}", shown.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn voice_counts_together_undeafened_and_outside_the_afk_channel() {
    let mut town = Town::without_bot(|_| {}).await;
    let (room, afk) = (town.guild.voice_channel("room"), town.guild.voice_channel("afk"));
    town.guild.afk_channel(afk);
    town.start().await;
    let (ana, bob) = (town.member("ana"), town.member("bob"));

    ana.joins_voice(room).unwrap();
    town.pass(10 * MINUTE).await;
    bob.joins_voice(room).unwrap();
    town.settled().await;
    assert_eq!(week(&town).await.voice_minutes, 0, "alone");

    town.pass(30 * MINUTE).await;
    bob.deafens(true).unwrap();
    town.settled().await;
    assert_eq!(week(&town).await.voice_minutes, 60, "two together");

    town.pass(15 * MINUTE).await;
    bob.deafens(false).unwrap();
    town.settled().await;
    assert_eq!(week(&town).await.voice_minutes, 75, "whoever is deafened is company and does not count");

    ana.joins_voice(afk).unwrap();
    bob.joins_voice(afk).unwrap();
    town.pass(HOUR).await;
    bob.joins_voice(room).unwrap();
    ana.joins_voice(room).unwrap();
    town.settled().await;
    assert_eq!(week(&town).await.voice_minutes, 75, "the AFK channel counts for nobody");

    town.pass(5 * MINUTE).await;
    ana.leaves_voice().unwrap();
    town.pass(HOUR).await;
    bob.leaves_voice().unwrap();
    assert_eq!(week(&town).await.voice_minutes, 85);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_night_in_voice_is_split_at_midnight_and_at_the_end_of_the_week() {
    let town = Town::new().await;
    let (ana, bob) = (town.member("ana"), town.member("bob"));
    let room = town.guild.voice_channel("room");
    let sunday = 6 * DAY + 14 * HOUR;

    town.pass(sunday).await;
    ana.joins_voice(room).unwrap();
    bob.joins_voice(room).unwrap();
    town.settled().await;
    town.pass(3 * HOUR).await;
    ana.leaves_voice().unwrap();
    bob.leaves_voice().unwrap();

    assert_eq!(week_of(&town, 1).await.voice_minutes, 2 * 60, "23:00 to midnight, two people");
    assert_eq!(week(&town).await.voice_minutes, 2 * 120, "midnight to 02:00");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_thrown_out_is_told_from_who_leaves_whichever_word_comes_first() {
    let town = Town::new().await;
    let owner = town.guild.owner();
    let people: Vec<Person> = ["ana", "bob", "cleo", "dan", "eve"].map(|name| town.member(name)).to_vec();
    let [ana, bob, cleo, dan, eve] = &people[..] else { unreachable!() };
    town.settled().await;

    ana.leaves(town.guild.id()).unwrap();
    // First that they are gone, then why.
    owner.kicks(bob, "").unwrap();
    town.settled().await;
    // First why, then that they are gone.
    town.sandbox.gateway().hold();
    owner.kicks(cleo, "rude").unwrap();
    town.sandbox.gateway().release_reversed();
    town.settled().await;
    owner.bans(dan, "").unwrap();
    town.settled().await;
    // A day later the same person goes by themselves: an old kick says nothing about that.
    town.pass(DAY).await;
    bob.joins(town.guild.id()).unwrap();
    town.settled().await;
    town.pass(HOUR).await;
    bob.leaves(town.guild.id()).unwrap();
    eve.leaves(town.guild.id()).unwrap();

    let week = week(&town).await;
    assert_eq!((week.joins, week.leaves, week.removed, week.net_growth), (6, 3, 3, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_period_without_a_record_says_what_would_fill_it() {
    let town = Town::new().await;
    let ana = town.member("ana");

    let empty = stats(&town, &ana, Some("last week")).await;
    assert!(empty.buttons.is_empty());
    insta::assert_snapshot!(empty.text(), @"Nothing has been counted for this period yet. Counting begins with the first message after I join; `steward import` brings an earlier history.");
    let ana = ana.locale("ru");
    insta::assert_snapshot!(stats(&town, &ana, Some("last week")).await.text(), @"За это время ещё ничего не посчитано. Счёт начинается с первого сообщения после моего прихода; более раннюю историю добавит `steward import`.");
    let ana = ana.locale("ro");
    insta::assert_snapshot!(stats(&town, &ana, Some("last week")).await.text(), @"Pentru această perioadă nu s-a numărat încă nimic. Număr de la primul mesaj de după venirea mea; `steward import` aduce un istoric mai vechi.");
    // Here, and nothing has happened yet: zeros, because it was counted.
    let ana = ana.locale("en-GB");
    insta::assert_snapshot!(stats(&town, &ana, None).await.text(), @"
    Town, 2026-W47 so far
    Messages: **0**
    People who wrote: **0**
    People writing a day, on average: **0.0**
    First seen: **0**
    Newcomers answered directly: **nobody was new**
    Connections: **0**
    Joined: **1**
    Left or were removed: **0**
    Net growth: **1**
    Minutes in voice: **0**
    Reactions: **0**
    The record begins on 16 November 2026. Until 28 days are on record, no one is known to be new, to stay or to fade. `/activity backfill` brings the history before it.
    [Post here] [What is this?]
    ");
}

/// Four weeks in which ever more is written, the fourth still running; `secret` is seen by staff and a council.
async fn four_weeks() -> (Town, Person) {
    let mut town = Town::without_bot(|_| {}).await;
    town.guild.locale("ro");
    town.start().await;
    let moderators = town.guild.role("Moderators", rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES);
    let council = town.guild.role("Council", 0);
    let secret = town.guild.private_channel("secret", &[moderators, council]);
    let mona = town.guild.person("mona", &[moderators]);
    let (ana, bob) = (town.member("ana"), town.member("bob"));
    for week in 0..4 {
        for place in 0..=week * 20 {
            let said = ana.says(town.general, "Something").unwrap();
            if place % 2 == 0 {
                bob.replies(said, "Something else").unwrap();
            }
            if place % 3 == 0 {
                mona.says(secret, "Between us").unwrap();
            }
        }
        town.member(&format!("newcomer of week {week}")).says(town.general, "Hello").unwrap();
        town.settled().await;
        if week < 3 {
            town.pass(7 * DAY).await;
        }
    }
    (town, ana)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn figures_have_a_picture_that_says_no_more_than_they_do() {
    let (town, ana) = four_weeks().await;
    let mut told = String::new();
    for period in [None, Some("4 weeks")] {
        let answer = stats(&town, &ana, period).await;
        let [picture] = answer.files.as_slice() else { panic!("{:?}", answer.files) };
        assert!(picture.bytes.starts_with(b"\x89PNG"), "{}", picture.name);
        told += &format!("{}: {}\n", picture.name, picture.description.as_deref().unwrap_or_default());
    }
    insta::assert_snapshot!(told, @"
    stats-2026-W50.png: Town, 2026-W50 so far. People who wrote, by week: week 47: 4 (not a whole week); week 48: 4; week 49: 4; week 50: 4 (not a whole week). Busiest channels: #general 93; private channels 21.
    stats-2026-W50.png: Town, 2026-W47 – 2026-W50. People who wrote, by week: week 47: 4 (not a whole week); week 48: 4; week 49: 4; week 50: 4 (not a whole week). Messages, by week: week 47: 4 (not a whole week); week 48: 40; week 49: 77; week 50: 114 (not a whole week). Busiest channels: #general 192; private channels 43.
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_period_is_shown_beside_what_it_is_to_be_compared_with() {
    let (town, ana) = four_weeks().await;

    insta::assert_snapshot!(stats(&town, &ana, None).await.text(), @"
    Town, 2026-W50 so far
    Messages: **114** · week before 77
    People who wrote: **4** · week before 4
    People writing a day, on average: **0.6** · week before 0.6
    First seen: **1** · week before 1
    Newcomers answered directly: **0 of 1** · week before 0 of 1
    Connections: **1** · week before 1
    Joined: **1** · week before 1
    Left or were removed: **0** · week before 0
    Net growth: **1** · week before 1
    Minutes in voice: **0** · week before 0
    Reactions: **0** · week before 0
    Busiest channels:
    #general · 93 messages
    private channels · 21 messages
    The record begins on 16 November 2026. Until 28 days are on record, no one is known to be new, to stay or to fade. `/activity backfill` brings the history before it.
    (file stats-2026-W50.png)
    [Post here] [What is this?]
    ");
    insta::assert_snapshot!(stats(&town, &ana, Some("last week")).await.text(), @"
    Town, 2026-W49
    Messages: **77** · week before 40
    People who wrote: **4** · week before 4
    People writing a day, on average: **0.6** · week before 0.6
    First seen: **1** · week before 1
    Newcomers answered directly: **0 of 1** · week before 0 of 1
    Connections: **1** · week before 1
    Joined: **1** · week before 1
    Left or were removed: **0** · week before 0
    Net growth: **1** · week before 1
    Minutes in voice: **0** · week before 0
    Reactions: **0** · week before 0
    Busiest channels:
    #general · 63 messages
    private channels · 14 messages
    The record begins on 16 November 2026. Until 28 days are on record, no one is known to be new, to stay or to fade. `/activity backfill` brings the history before it.
    (file stats-2026-W49.png)
    [Post here] [What is this?]
    ");
    insta::assert_snapshot!(stats(&town, &ana, Some("4 weeks")).await.text(), @"
    Town, 4 weeks
    ```
    Week       Messages  People  First seen  Connections
    2026-W47*         4       4           4            1
    2026-W48         40       4           1            1
    2026-W49         77       4           1            1
    2026-W50*       114       4           1            1
    ```
    Busiest channels:
    #general · 192 messages
    private channels · 43 messages
    * not a whole week: it is still running, or the record begins or ends in it.
    The record begins on 16 November 2026. Until 28 days are on record, no one is known to be new, to stay or to fade. `/activity backfill` brings the history before it.
    (file stats-2026-W50.png)
    [Post here] [What is this?]
    ");
    let twelve = stats(&town, &ana, Some("12 weeks")).await;
    assert_eq!(twelve.text(), stats(&town, &ana, Some("4 weeks")).await.text(), "weeks outside the record have none");

    let ana = ana.locale("ru");
    insta::assert_snapshot!(stats(&town, &ana, None).await.text(), @"
    Town, 2026-W50, пока что
    Сообщения: **114** · неделей раньше 77
    Писали: **4** · неделей раньше 4
    Писали в день, в среднем: **0,6** · неделей раньше 0,6
    Замечены впервые: **1** · неделей раньше 1
    Новички, получившие прямой ответ: **0 из 1** · неделей раньше 0 из 1
    Связи: **1** · неделей раньше 1
    Пришли: **1** · неделей раньше 1
    Ушли или были удалены: **0** · неделей раньше 0
    Прирост: **1** · неделей раньше 1
    Минуты в голосовых каналах: **0** · неделей раньше 0
    Реакции: **0** · неделей раньше 0
    Самые оживлённые каналы:
    #general · 93 сообщения
    закрытые каналы · 21 сообщение
    Запись начинается 16 ноября 2026. Пока в ней нет 28 дней, неизвестно, кто новый, кто остаётся и кто затихает. Более раннюю историю добавит `/activity backfill`.
    (file stats-2026-W50.png)
    [Показать всем здесь] [Что это значит?]
    ");
    insta::assert_snapshot!(stats(&town, &ana, Some("4 weeks")).await.text(), @"
    Town, 4 недели
    ```
    Неделя     Сообщения  Люди  Замечены впервые  Связи
    2026-W47*          4     4                 4      1
    2026-W48          40     4                 1      1
    2026-W49          77     4                 1      1
    2026-W50*        114     4                 1      1
    ```
    Самые оживлённые каналы:
    #general · 192 сообщения
    закрытые каналы · 43 сообщения
    * не целая неделя: она ещё идёт, либо на ней начинается или кончается запись.
    Запись начинается 16 ноября 2026. Пока в ней нет 28 дней, неизвестно, кто новый, кто остаётся и кто затихает. Более раннюю историю добавит `/activity backfill`.
    (file stats-2026-W50.png)
    [Показать всем здесь] [Что это значит?]
    ");
    let ana = ana.locale("ro");
    insta::assert_snapshot!(stats(&town, &ana, None).await.text(), @"
    Town, 2026-W50 până acum
    Mesaje: **114** · cu o săptămână înainte 77
    Oameni care au scris: **4** · cu o săptămână înainte 4
    Oameni care scriu pe zi, în medie: **0,6** · cu o săptămână înainte 0,6
    Văzuți pentru prima dată: **1** · cu o săptămână înainte 1
    Nou-veniți cărora li s-a răspuns direct: **0 din 1** · cu o săptămână înainte 0 din 1
    Legături: **1** · cu o săptămână înainte 1
    Au venit: **1** · cu o săptămână înainte 1
    Au plecat sau au fost scoși: **0** · cu o săptămână înainte 0
    Creștere netă: **1** · cu o săptămână înainte 1
    Minute în canalele vocale: **0** · cu o săptămână înainte 0
    Reacții: **0** · cu o săptămână înainte 0
    Cele mai active canale:
    #general · 93 de mesaje
    canale private · 21 de mesaje
    Evidența începe pe 16 noiembrie 2026. Până nu are 28 de zile, nu se știe cine e nou, cine rămâne și cine nu mai scrie. `/activity backfill` aduce istoricul de dinainte.
    (file stats-2026-W50.png)
    [Arată tuturor aici] [Ce înseamnă?]
    ");
    insta::assert_snapshot!(stats(&town, &ana, Some("4 weeks")).await.text(), @"
    Town, 4 săptămâni
    ```
    Săptămâna  Mesaje  Oameni  Văzuți pentru prima dată  Legături
    2026-W47*       4       4                         4         1
    2026-W48       40       4                         1         1
    2026-W49       77       4                         1         1
    2026-W50*     114       4                         1         1
    ```
    Cele mai active canale:
    #general · 192 de mesaje
    canale private · 43 de mesaje
    * nu e o săptămână întreagă: este în curs, sau evidența începe ori se termină în ea.
    Evidența începe pe 16 noiembrie 2026. Până nu are 28 de zile, nu se știe cine e nou, cine rămâne și cine nu mai scrie. `/activity backfill` aduce istoricul de dinainte.
    (file stats-2026-W50.png)
    [Arată tuturor aici] [Ce înseamnă?]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_figures_mean_is_one_press_away() {
    let town = Town::new().await;
    let ana = town.member("ana");
    let shown = stats(&town, &ana, None).await;

    let meaning = town.click(&ana, &shown, "What is this?").await;
    assert!(meaning.ephemeral);
    insta::assert_snapshot!(meaning.text(), @"
    What the figures mean
    **Messages**: messages by people, in counted channels; not by bots, and not Discord’s own such as “joined”.
    **People who wrote**: different people behind these messages.
    **People writing a day, on average**: people who wrote on each of the seven days, added up and divided by seven.
    **Wrote for the first time**: people whose first message on record lies in the week.
    **Had written before**: people who wrote this week and had done so before.
    **Newcomers answered directly**: newcomers to whom someone replied, or whom someone mentioned, in the channel of their first message within seven days.
    **Connections**: who spoke to whom: ordered pairs of people of whom one replied to or mentioned the other.
    **Joined**: people who joined the server.
    **Left or were removed**: people who left, were kicked or were banned.
    **Net growth**: joined, less those who left or were removed.
    **Minutes in voice**: minutes in voice together with someone else, not deafened and not in the AFK channel.
    **Reactions**: reactions added by people.
    ");
    let ana = ana.locale("ru");
    insta::assert_snapshot!(town.click(&ana, &shown, "What is this?").await.text(), @"
    Что значат эти показатели
    **Сообщения**: сообщения людей в учитываемых каналах; без ботов и без служебных сообщений Discord вроде «присоединился».
    **Писали**: разные люди, написавшие эти сообщения.
    **Писали в день, в среднем**: сколько человек писало в каждый из семи дней, в сумме, делённое на семь.
    **Написали впервые**: люди, чьё первое записанное сообщение пришлось на эту неделю.
    **Писали и раньше**: люди, которые писали на этой неделе и делали это раньше.
    **Новички, получившие прямой ответ**: новички, которым кто-то ответил или которых кто-то упомянул в канале их первого сообщения в течение семи дней.
    **Связи**: кто с кем говорил: упорядоченные пары людей, из которых один ответил другому или упомянул его.
    **Пришли**: люди, пришедшие на сервер.
    **Ушли или были удалены**: люди, которые ушли, были исключены или забанены.
    **Прирост**: пришедшие минус ушедшие и удалённые.
    **Минуты в голосовых каналах**: минуты в голосовых каналах вместе с кем-то ещё, со включённым звуком и не в канале AFK.
    **Реакции**: реакции, поставленные людьми.
    ");
    let ana = ana.locale("ro");
    insta::assert_snapshot!(town.click(&ana, &shown, "What is this?").await.text(), @"
    Ce înseamnă cifrele
    **Mesaje**: mesaje scrise de oameni în canalele numărate; fără boți și fără cele ale Discordului, precum „s-a alăturat”.
    **Oameni care au scris**: oameni diferiți care au scris aceste mesaje.
    **Oameni care scriu pe zi, în medie**: câți oameni au scris în fiecare dintre cele șapte zile, adunați și împărțiți la șapte.
    **Au scris pentru prima dată**: oameni al căror prim mesaj înregistrat cade în această săptămână.
    **Scriseseră și înainte**: oameni care au scris săptămâna aceasta și scriseseră și înainte.
    **Nou-veniți cărora li s-a răspuns direct**: nou-veniți cărora cineva le-a răspuns sau pe care i-a menționat, în canalul primului lor mesaj, în șapte zile.
    **Legături**: cine a vorbit cu cine: perechi ordonate de oameni dintre care unul i-a răspuns celuilalt sau l-a menționat.
    **Au venit**: oameni care au venit pe server.
    **Au plecat sau au fost scoși**: oameni care au plecat, au fost excluși sau interziși.
    **Creștere netă**: cei veniți, fără cei plecați sau scoși.
    **Minute în canalele vocale**: minute în canalele vocale împreună cu altcineva, cu sunetul pornit și nu pe canalul AFK.
    **Reacții**: reacții puse de oameni.
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn posted_figures_are_for_everyone_in_the_servers_language_and_work_after_a_restart() {
    let (mut town, ana) = four_weeks().await;
    let bob = town.member("dora");
    let ana = ana.locale("ru");
    let shown = stats(&town, &ana, Some("last week")).await;
    assert!(town.sandbox.messages(town.general, &bob).iter().all(|message| message.author != "Steward"));

    town.restart().await;
    let posted = town.click(&ana, &shown, "Показать всем здесь").await;

    assert!(!posted.ephemeral);
    insta::assert_snapshot!(posted.text(), @"
    Town, 2026-W49
    Mesaje: **77** · cu o săptămână înainte 40
    Oameni care au scris: **4** · cu o săptămână înainte 4
    Oameni care scriu pe zi, în medie: **0,6** · cu o săptămână înainte 0,6
    Văzuți pentru prima dată: **1** · cu o săptămână înainte 1
    Nou-veniți cărora li s-a răspuns direct: **0 din 1** · cu o săptămână înainte 0 din 1
    Legături: **1** · cu o săptămână înainte 1
    Au venit: **1** · cu o săptămână înainte 1
    Au plecat sau au fost scoși: **0** · cu o săptămână înainte 0
    Creștere netă: **1** · cu o săptămână înainte 1
    Minute în canalele vocale: **0** · cu o săptămână înainte 0
    Reacții: **0** · cu o săptămână înainte 0
    Cele mai active canale:
    #general · 63 de mesaje
    canale private · 14 mesaje
    Evidența începe pe 16 noiembrie 2026. Până nu are 28 de zile, nu se știe cine e nou, cine rămâne și cine nu mai scrie. `/activity backfill` aduce istoricul de dinainte.
    (file stats-2026-W49.png)
    [Ce înseamnă?]
    ");
    let seen = town.sandbox.messages(town.general, &bob);
    assert_eq!(seen.last().unwrap().text(), posted.text(), "others see it too");
    town.restart().await;
    let meaning = town.click(&bob, &posted, "Ce înseamnă?").await;
    assert!(meaning.ephemeral, "each reader's own, in their language");
    assert!(meaning.text().starts_with("What the figures mean"), "{}", meaning.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_may_not_write_in_a_channel_may_not_have_figures_posted_there() {
    let town = Town::new().await;
    let everyone = town.guild.id().get();
    let hush = Overwrite { id: everyone, of_member: false, allow: 0, deny: rights::SEND_MESSAGES };
    let news = town.guild.channel_with("news", &[hush]);
    let ana = town.member("ana");
    town.settled().await;

    let shown = ana.slash(news, "stats server", &[]).await.unwrap();
    let refused = town.click(&ana, &shown, "Post here").await;
    assert!(refused.ephemeral);
    insta::assert_snapshot!(refused.text(), @"You may not write in this channel, so nothing was posted. Use `/stats server` where you may.");
    assert!(town.sandbox.messages(news, &town.guild.owner()).is_empty());
    let here = stats(&town, &ana, None).await;
    for (id, period) in [("activity:post:1:4", "unknown"), ("activity:post:1:-1", "none"), ("activity:post:2:0", "new")]
    {
        let answer = ana.presses_custom_id(town.general, &here, id).await;
        assert!(answer.ephemeral && answer.text().contains("older version"), "{period}: {}", answer.text());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restart_loses_nothing_that_was_seen_and_counts_nothing_twice() {
    let mut town = Town::new().await;
    let (ana, bob) = (town.member("ana"), town.member("bob"));
    let room = town.guild.voice_channel("room");
    let hello = ana.says(town.general, "Hello").unwrap();
    ana.joins_voice(room).unwrap();
    bob.joins_voice(room).unwrap();
    town.settled().await;
    town.pass(10 * MINUTE).await;
    // Seen, and the bot is stopped at once: what is in memory is written on the way out.
    ana.says(town.general, "Still here").unwrap();
    town.settled().await;

    town.restart().await;
    town.sandbox.gateway().duplicate("MESSAGE_CREATE");
    bob.replies(hello, "Welcome").unwrap();
    town.settled().await;
    town.pass(10 * MINUTE).await;
    bob.leaves_voice().unwrap();

    let week = week(&town).await;
    assert_eq!((week.messages, week.connections, week.newcomers_replied), (3, 1, 1));
    assert_eq!(week.voice_minutes, 40);
    assert_eq!((week.joins, week.new_members), (2, 2));
    assert_eq!(week.gaps, [], "the clock stood still");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_connection_that_is_resumed_loses_nothing() {
    let town = Town::new().await;
    let ana = town.member("ana");
    ana.says(town.general, "One").unwrap();
    town.settled().await;

    town.sandbox.gateway().drop();
    ana.says(town.general, "Two").unwrap();
    town.clock.advance(10 * MINUTE);
    ana.says(town.general, "Three").unwrap();
    assert!(town.sandbox.until(PATIENCE, |progress| progress.resumes == 1).await, "{:?}", town.sandbox.progress());

    let week = week(&town).await;
    assert_eq!(week.messages, 3);
    assert_eq!(week.gaps, []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn time_without_connection_is_admitted() {
    let mut town = Town::new().await;
    town.close_history();
    town.settled().await;
    let ana = town.member("ana");
    ana.says(town.general, "One").unwrap();
    town.settled().await;
    town.stop().await;
    town.clock.advance(2 * HOUR + 30 * MINUTE);
    ana.says(town.general, "Nobody counts this").unwrap();
    town.start().await;
    ana.says(town.general, "Two").unwrap();
    town.settled().await;

    insta::assert_snapshot!(stats(&town, &ana, None).await.text(), @"
    Town, 2026-W47 so far
    Messages: **2**
    People who wrote: **1**
    People writing a day, on average: **0.1**
    First seen: **1**
    Newcomers answered directly: **0 of 1**
    Connections: **0**
    Joined: **1**
    Left or were removed: **0**
    Net growth: **1**
    Minutes in voice: **0**
    Reactions: **0**
    Busiest channels: #general · 2 messages
    The record begins on 16 November 2026. Until 28 days are on record, no one is known to be new, to stay or to fade. `/activity backfill` brings the history before it.
    Not connected for 2 h 30 min in this time.
    [Post here] [What is this?]
    ");
    let ana = ana.locale("ru");
    let shown = stats(&town, &ana, None).await;
    insta::assert_snapshot!(shown.text().lines().rev().nth(1).unwrap(), @"За это время не было соединения 2 ч 30 мин.");

    // The session itself is lost: a gap from the last sign of life, while the process goes on.
    town.pass(DAY).await;
    ana.says(town.general, "Three").unwrap();
    town.settled().await;
    let sessions = town.sandbox.progress().ready;
    town.sandbox.gateway().invalidate(false);
    assert!(town.sandbox.until(PATIENCE, |progress| !progress.connected).await);
    town.clock.advance(45 * MINUTE);
    assert!(town.sandbox.until(PATIENCE, |progress| progress.ready > sessions).await);
    ana.says(town.general, "Four").unwrap();
    let heard = async {
        while town.number("SELECT sum(messages) FROM activity_days").await < 4 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, heard).await.expect("the new session counts");

    let gaps: Vec<i64> = week(&town).await.gaps.iter().map(figures::Gap::minutes).collect();
    assert_eq!(gaps, [150, 45]);
    let ana = ana.locale("ro");
    insta::assert_snapshot!(stats(&town, &ana, Some("4 weeks")).await.text(), @"
    Town, 2026-W47 până acum
    Mesaje: **4**
    Oameni care au scris: **1**
    Oameni care scriu pe zi, în medie: **0,3**
    Văzuți pentru prima dată: **1**
    Nou-veniți cărora li s-a răspuns direct: **0 din 1**
    Legături: **0**
    Au venit: **1**
    Au plecat sau au fost scoși: **0**
    Creștere netă: **1**
    Minute în canalele vocale: **0**
    Reacții: **0**
    Cele mai active canale: #general · 4 mesaje
    Evidența începe pe 16 noiembrie 2026. Până nu are 28 de zile, nu se știe cine e nou, cine rămâne și cine nu mai scrie. `/activity backfill` aduce istoricul de dinainte.
    În acest timp conexiunea a lipsit 3 h 15 min.
    [Arată tuturor aici] [Ce înseamnă?]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_imported_week_has_no_data_where_exports_tell_nothing() {
    let mut town = Town::without_bot(|_| {}).await;
    let at = |days_ago: i64| MONDAY.millis() - days_ago * 86_400_000;
    let message = |author: i64, at: i64, replies_to: Option<i64>| Message {
        channel: town.general.get(),
        id: (at - 1_420_070_400_000) << 22,
        at,
        kind: if replies_to.is_some() { Kind::Reply } else { Kind::Default },
        author,
        mentions: Vec::new(),
        replies_to,
        reactions: Vec::new(),
    };
    let first = message(11, at(6), None);
    let second = message(12, at(5), Some(first.id));
    let community = Community {
        guild: town.guild.id().get(),
        channels: vec![Channel { id: town.general.get(), name: "general".to_owned(), parent: None }],
        members: vec![11, 12],
        bots: std::collections::BTreeSet::new(),
        messages: vec![first, second],
    };
    let exports = tempfile::tempdir().unwrap();
    let db = Db::open(&town.config.database_url, &town.clock, OpenOptions::default()).await.unwrap();
    let paths = community.write_files(exports.path());
    let left_out = LeftOut::new(&db, Consent::default());
    import::import(&db, &Clock::system(), &paths, &Wanted::default(), &left_out, |_| ()).await.unwrap();
    db.close().await;
    town.start().await;
    let ana = town.member("ana");

    insta::assert_snapshot!(stats(&town, &ana, Some("last week")).await.text(), @"
    Town, 2026-W46
    Messages: **2**
    People who wrote: **2**
    People writing a day, on average: **0.3**
    First seen: **2**
    Newcomers answered directly: **1 of 2**
    Connections: **1**
    Joined: **no data**
    Left or were removed: **no data**
    Net growth: **no data**
    Minutes in voice: **no data**
    Reactions: **0**
    Busiest channels: #general · 2 messages
    The record begins or ends in this week, so its figures are not those of a whole week.
    The record begins on 10 November 2026. Until 28 days are on record, no one is known to be new, to stay or to fade. `/activity backfill` brings the history before it.
    [Post here] [What is this?]
    ");
}
