//! What staff write among themselves counts nowhere: not as it happens, not when it is read back, not in an import.

use std::fs;
use std::time::Duration;

use serde_json::json;
use steward::ids::ChannelId;
use steward::sandbox::rights;
use steward::sandbox::rights::Overwrite;

use crate::scenarios::activity::figures::import;
use crate::support::scene::Scene;

const MINUTE: Duration = Duration::from_secs(60);
const COUNTED: &str = "SELECT ifnull(sum(messages + reactions), 0) FROM activity_days";

fn seen_by(roles: &[(i64, bool)]) -> Vec<Overwrite> {
    let one = |&(id, sees): &(i64, bool)| {
        let (allow, deny) = if sees { (rights::VIEW_CHANNEL, 0) } else { (0, rights::VIEW_CHANNEL) };
        Overwrite { id, of_member: false, allow, deny }
    };
    roles.iter().map(one).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_staff_write_among_themselves_is_never_counted() {
    let scene = Scene::new().await;
    let town = &scene.town;
    let (guild, patrons) = (&town.guild, town.guild.role("Patrons", 0));
    let moderators = guild.roles_of(&scene.moderator);
    let den = guild.private_channel("den", &moderators);
    let lounge = guild.private_channel("lounge", &[moderators.clone(), vec![patrons]].concat());
    let desk = guild.channel("desk");

    let said = scene.moderator.says(den, "Between us").unwrap();
    scene.moderator.reacts(said, "👍").unwrap();
    let thread = scene.moderator.opens_thread(den, "a case", Some(said)).unwrap();
    town.settled().await;
    scene.moderator.says(thread, "More of it").unwrap();
    scene.manager.says(scene.log, "Noted").unwrap();
    town.settled().await;
    assert_eq!(town.number(COUNTED).await, 0);
    scene.moderator.says(lounge, "Among friends").unwrap();
    scene.bob.says(desk, "Help").unwrap();
    town.settled().await;
    assert_eq!(town.number(COUNTED).await, 2, "patrons see the one, everyone the other");

    // It becomes the staff's: what was counted stays.
    scene.set("reports", &format!("<#{desk}>")).await;
    scene.bob.says(desk, "Help again").unwrap();
    let (everyone, bot, moderator) = (guild.id().0, guild.bot_role().0, moderators[0].0);
    guild.set_overwrites(lounge, &seen_by(&[(everyone, false), (moderator, true), (bot, true)]));
    scene.moderator.says(lounge, "Without the friends").unwrap();
    town.settled().await;
    assert_eq!(town.number(COUNTED).await, 2);
    guild.set_overwrites(lounge, &seen_by(&[(everyone, true), (bot, true)]));
    scene.moderator.says(lounge, "For everyone").unwrap();
    town.settled().await;
    assert_eq!(town.number(COUNTED).await, 3);

    insta::assert_snapshot!(scene.slash(&scene.manager, "activity exclude list", &[]).await.text(), @"
    Channels that aren’t counted
    #mod-log: a staff channel, never counted
    #desk: a staff channel, never counted
    1 more that you can’t see
    ");
    for words in ["activity exclude remove", "activity backfill", "stats channel"] {
        let told = scene.slash(&scene.manager, words, &[("channel", desk.into())]).await;
        assert!(told.text().contains("#desk is a staff channel, so nothing is counted there."), "{}", told.text());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_excluded_channel_that_is_the_staffs_by_now_is_not_called_counted_again() {
    let scene = Scene::new().await;
    let desk = scene.town.guild.channel("desk");
    scene.slash(&scene.manager, "activity exclude add", &[("channel", desk.into())]).await;
    scene.set("reports", &format!("<#{desk}>")).await;
    let told = scene.slash(&scene.manager, "activity exclude remove", &[("channel", desk.into())]).await;
    assert!(told.text().contains("#desk is a staff channel, so nothing is counted there."), "{}", told.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn staff_channels_are_left_out_of_what_is_read_back_and_of_imports() {
    let mut scene = Scene::new().await;
    let den = scene.town.guild.private_channel("den", &scene.town.guild.roles_of(&scene.moderator));
    scene.bob.says(scene.town.general, "Hello").unwrap();
    scene.town.settled().await;
    scene.town.stop().await;
    scene.moderator.says(den, "Between us").unwrap();
    scene.manager.says(scene.log, "Noted").unwrap();
    scene.bob.says(scene.town.general, "Missed").unwrap();
    scene.town.clock.advance(MINUTE);
    scene.town.start().await;
    scene.town.pass(MINUTE).await;
    let town = &scene.town;
    assert_eq!(town.number(COUNTED).await, 2);

    let file = |channel: ChannelId, name: &str| {
        let message = json!({
            "id": (channel.0 + 1).to_string(), "type": "Default", "timestamp": "2023-09-09T10:00:00+00:00", "content": "x",
            "author": {"id": "300000000000000123", "name": "ana", "isBot": false}, "reactions": [], "mentions": [],
        });
        json!({
            "guild": {"id": town.guild.id().to_string(), "name": "Town"},
            "channel": {"id": channel.to_string(), "type": "GuildTextChat", "name": name},
            "messages": [message], "messageCount": 1,
        })
    };
    let folder = tempfile::tempdir().unwrap();
    for (channel, name) in [(den, "den"), (scene.log, "mod-log"), (town.general, "general")] {
        fs::write(folder.path().join(format!("{name}.json")), file(channel, name).to_string()).unwrap();
    }
    let summary = import(&town.app().db, &[folder.path().to_path_buf()]).await;
    assert_eq!((summary.progress.messages, summary.uncounted.excluded), (1, 2), "{summary:?}");
}
