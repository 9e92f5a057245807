//! Channels that are locked and opened again as they were; a story for each sentence.

use std::time::Duration;

use serde_json::Value;
use steward::ids::ChannelId;
use steward::sandbox::rights::{self, Overwrite};
use steward::sandbox::{Answer, Given, Person};

use crate::support::scene::{DAY, Scene};

const SECOND: Duration = Duration::from_secs(1);
const CHANGE: &str = "PATCH /channels/*";
/// Bits 51 and 52, and one that nobody knows yet.
const NEW_BITS: u64 = rights::PIN_MESSAGES | rights::BYPASS_SLOWMODE | (1 << 61);

async fn act(scene: &Scene, by: &Person, words: &str, channel: ChannelId) -> Answer {
    let answer = scene.slash(by, words, &[("channel", channel.into())]).await;
    scene.town.pass(SECOND).await;
    answer
}

async fn lock(scene: &Scene, channel: ChannelId) -> String {
    act(scene, &scene.moderator, "lock", channel).await.text().to_owned()
}

async fn unlock(scene: &Scene, channel: ChannelId) -> String {
    act(scene, &scene.moderator, "unlock", channel).await.text().to_owned()
}

/// What a channel gives and takes, as Discord tells it.
fn overwrites(scene: &Scene, channel: ChannelId) -> Value {
    let channels = scene.town.guild.channels();
    let found = channels.into_iter().find(|one| one["id"] == channel.to_string().as_str());
    found.map(|found| found["permission_overwrites"].clone()).unwrap_or_default()
}

/// The entry of the mod log, without its time.
fn logged(scene: &Scene) -> String {
    let entry = scene.logged().pop().expect("an entry").text().to_owned();
    entry.lines().filter(|line| !line.starts_with("When: ")).collect::<Vec<_>>().join("\n")
}

fn everyone(scene: &Scene, allow: u64, deny: u64) -> Overwrite {
    Overwrite { id: scene.town.guild.id().get(), of_member: false, allow, deny }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channel_is_locked_for_members_and_opened_bit_by_bit() {
    let mut scene = Scene::new().await;
    let writers = scene.town.guild.role("Writers", 0);
    let cleo = scene.town.guild.person("cleo", &[writers]);
    let of_writers = Overwrite {
        id: writers.get(),
        of_member: false,
        allow: rights::SEND_MESSAGES | NEW_BITS,
        deny: rights::ATTACH_FILES | (1 << 62),
    };
    let before = [everyone(&scene, rights::SEND_MESSAGES | NEW_BITS, 1 << 60), of_writers];
    let town = &scene.town;
    town.guild.set_overwrites(town.general, &before);
    town.settled().await;
    let known = overwrites(&scene, town.general);

    let given: [(&str, Given); 2] = [("channel", town.general.into()), ("reason", "A *raid*".into())];
    let locked = scene.slash(&scene.moderator, "lock", &given).await;

    insta::assert_snapshot!(locked.text(), @"#general is locked. Members can read it, and staff can still write. `/unlock` puts everything back.");
    for member in [&scene.bob, &cleo] {
        assert!(member.says(town.general, "hello").is_err(), "{}", member.name());
    }
    for staff in [&scene.helper, &scene.moderator, &scene.manager] {
        staff.says(town.general, "Quiet, please").unwrap();
    }
    town.pass(SECOND).await;
    insta::assert_snapshot!(logged(&scene), @"
    Channel locked
    Channel: #general
    Locked by: @mona
    Reason: A *raid*
    On Discord: locked
    ");
    let again = lock(&scene, town.general).await;
    assert!(again.starts_with("#general is already locked: by @mona"), "{again}");

    // A year of restarts later all is put back, bits that nobody knows too.
    scene.town.restart().await;
    insta::assert_snapshot!(unlock(&scene, scene.town.general).await, @"#general is open again, with the permissions from before.");

    assert_eq!(overwrites(&scene, scene.town.general), known);
    cleo.says(scene.town.general, "hello again").unwrap();
    scene.town.pass(SECOND).await;
    assert_eq!(scene.logged().len(), 1, "one entry, edited in place");
    let entry = logged(&scene);
    assert!(entry.contains("On Discord: open again since") && entry.ends_with("by @mona"), "{entry}");
    let log = scene.town.sandbox.audit_log(scene.town.guild.id());
    assert_eq!(log.last().unwrap()["reason"].as_str(), Some(format!("/unlock by {}", scene.moderator.id()).as_str()));
    assert_eq!(scene.town.number("SELECT count(*) FROM audit WHERE action LIKE 'channel.%lock'").await, 2);
    insta::assert_snapshot!(unlock(&scene, scene.town.general).await, @"I haven’t locked #general. If someone locked it by hand, open it in the channel settings → Permissions.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn changes_by_hand_stay_and_a_channel_opened_by_hand_is_locked_again() {
    let scene = Scene::new().await;
    let town = &scene.town;
    let hidden = town.guild.role("Hidden", 0);
    let muted = Overwrite { id: hidden.get(), of_member: false, allow: 0, deny: rights::VIEW_CHANNEL };
    town.guild.set_overwrites(town.general, &[everyone(&scene, rights::SEND_MESSAGES, 0)]);
    lock(&scene, town.general).await;

    // Somebody opens it by hand, and hides it from a role.
    town.guild.set_overwrites(town.general, &[everyone(&scene, rights::SEND_MESSAGES, 0), muted]);
    town.settled().await;
    insta::assert_snapshot!(lock(&scene, town.general).await, @"
    #general is locked. Members can read it, and staff can still write. `/unlock` puts everything back.
    Someone had changed its permissions by hand since it was locked. It’s locked again, and `/unlock` puts back what was there first.
    ");
    assert!(scene.bob.says(town.general, "hello").is_err());

    // Somebody takes reactions away while it is locked.
    let mut now: Vec<Value> = overwrites(&scene, town.general).as_array().cloned().unwrap_or_default();
    let bits = |value: &Value| value.as_str().and_then(|bits| bits.parse().ok()).unwrap_or(0_u64);
    let mut changed: Vec<Overwrite> = now
        .drain(..)
        .map(|one| Overwrite {
            id: one["id"].as_str().and_then(|id| id.parse().ok()).unwrap_or_default(),
            of_member: one["type"] == 1,
            allow: bits(&one["allow"]),
            deny: bits(&one["deny"]),
        })
        .collect();
    changed[0].deny |= rights::ADD_REACTIONS;
    town.guild.set_overwrites(town.general, &changed);
    town.settled().await;
    insta::assert_snapshot!(unlock(&scene, town.general).await, @"
    #general is open again, with the permissions from before.
    Someone changed its permissions by hand while it was locked. Those changes stay.
    ");

    let after = overwrites(&scene, town.general);
    town.guild.set_overwrites(town.general, &[everyone(&scene, rights::SEND_MESSAGES, rights::ADD_REACTIONS), muted]);
    assert_eq!(after, overwrites(&scene, town.general));
    assert_eq!(town.number("SELECT count(*) FROM channel_locks WHERE state = 'replaced'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn threads_have_a_lock_of_their_own() {
    let scene = Scene::new().await;
    let town = &scene.town;
    let thread = scene.bob.opens_thread(town.general, "Coins", None).unwrap();
    town.settled().await;

    insta::assert_snapshot!(lock(&scene, thread).await, @"#Coins is locked. Only people who can manage threads still write there. `/unlock` opens it.");
    let is_locked = || town.guild.threads(town.general)[0]["thread_metadata"]["locked"] == true;
    assert!(is_locked());
    let again = lock(&scene, thread).await;
    assert!(again.contains("is already locked: by @mona"), "{again}");
    insta::assert_snapshot!(unlock(&scene, thread).await, @"#Coins is open again.");
    assert!(!is_locked());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channel_that_is_deleted_while_locked_ends_its_lock() {
    let mut scene = Scene::new().await;
    let (shop, attic) = (scene.town.guild.channel("shop"), scene.town.guild.channel("attic"));
    scene.town.settled().await;
    lock(&scene, shop).await;
    lock(&scene, attic).await;

    scene.town.guild.delete_channel(shop);
    scene.town.pass(SECOND).await;
    let entries = scene.logged();
    assert!(entries[0].text().contains("On Discord: the channel was deleted"), "{}", entries[0].text());
    assert!(entries[1].text().ends_with("On Discord: locked"), "{}", entries[1].text());

    // The other one goes while nobody listens.
    scene.town.stop().await;
    scene.town.guild.delete_channel(attic);
    scene.town.start().await;
    scene.town.pass(2 * SECOND).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM channel_locks WHERE state = 'gone'").await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_discord_refuses_is_said_and_a_lost_answer_is_asked_for_again() {
    let mut scene = Scene::new().await;
    scene.town.expect_faults();
    let general = scene.town.general;
    scene.town.sandbox.faults().fail(CHANGE, 1, 403, 50_013);
    insta::assert_snapshot!(lock(&scene, general).await, @"#general wasn’t locked. I lack “Manage Channels”, “Manage Roles” in #general, so nothing was done. Give it to my role there (channel settings → Permissions).");
    scene.bob.says(general, "hello").unwrap();
    let before = overwrites(&scene, general);

    scene.town.sandbox.faults().fail_after_applying(CHANGE, 1, 502);
    let given: [(&str, Given); 1] = [("channel", general.into())];
    let answer = scene.town.meanwhile(scene.moderator.slash(general, "lock", &given)).await.unwrap();
    assert!(answer.text().starts_with("#general is locked."), "{}", answer.text());
    scene.town.pass(DAY).await;

    scene.town.sandbox.faults().fail(CHANGE, 1, 403, 50_013);
    insta::assert_snapshot!(unlock(&scene, general).await, @"#general is still locked. I lack “Manage Channels”, “Manage Roles” in #general, so nothing was done. Give it to my role there (channel settings → Permissions).");
    assert!(logged(&scene).contains("still locked; @mona tried to open it."), "{}", logged(&scene));
    unlock(&scene, general).await;
    assert_eq!(overwrites(&scene, general), before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn locking_takes_a_moderator_who_sees_the_channel_and_what_steward_needs() {
    let scene = Scene::new().await;
    let town = &scene.town;
    let den = town.guild.private_channel("den", &[]);
    town.settled().await;
    for words in ["lock", "unlock"] {
        let given: [(&str, Given); 1] = [("channel", den.into())];
        let refused = scene.moderator.slash_hidden(town.general, words, &given).await.unwrap();
        assert_eq!(refused.text(), "There’s no such channel here that you can see. Choose one from the list.");
        let refused = scene.helper.slash_hidden(town.general, words, &[]).await.unwrap();
        assert!(refused.text().starts_with("Only moderators"), "{}", refused.text());
    }
    town.guild.bot_permissions(rights::VIEW_CHANNEL | rights::SEND_MESSAGES | rights::MANAGE_CHANNELS);
    insta::assert_snapshot!(lock(&scene, town.general).await, @"I lack “Manage Roles” in #general, so nothing was done. Give it to my role there (channel settings → Permissions).");
    assert_eq!(town.number("SELECT count(*) FROM channel_locks").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn locking_speaks_the_language_of_whoever_acts() {
    let scene = Scene::new().await;
    let ru = scene.moderator.clone().locale("ru");
    insta::assert_snapshot!(act(&scene, &ru, "lock", scene.town.general).await.text(), @"Канал #general закрыт. Участники могут только читать, а команда сервера по-прежнему может писать. Вернуть всё как было: `/unlock`.");
    let ro = scene.moderator.clone().locale("ro");
    insta::assert_snapshot!(act(&scene, &ro, "unlock", scene.town.general).await.text(), @"Canalul #general este din nou deschis, cu permisiunile de dinainte.");
}
