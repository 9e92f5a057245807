//! An event is created: what the preview says before anyone sees it, and where the card is posted then.

use insta::assert_snapshot;
use steward::sandbox::rights;

use super::{DAY, HOUR, MINUTE, SECOND, scene};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_event_goes_from_its_preview_to_its_end() {
    let scene = scene().await;
    let preview = scene.preview(&[("description", "Bring *potions*".into()), ("duration", "90 min".into())]).await;
    assert!(preview.ephemeral);
    assert_snapshot!(preview.text(), @"
    This is how the card will look in #general. No one else sees it yet.
    It will also be on the server’s list of events.
    Raid
    Bring *potions*

    **When:** Friday, 20 November 2026 19:00 (in 4 days), 1 h 30 min
    **Where:** To be announced
    **Going:** 0
    [Publish] [Cancel]
    ");
    let published = scene.town.click(&scene.olga, &preview, "Publish").await;
    scene.town.pass(3 * SECOND).await;
    assert_snapshot!(published.now().text(), @"“Raid” (event #1) is in #general. It starts Friday, 20 November 2026 19:00.");
    assert_snapshot!(scene.card().text(), @"
    Raid
    Bring *potions*

    **When:** Friday, 20 November 2026 19:00 (in 4 days), 1 h 30 min
    **Where:** To be announced
    **Going:** 0
    Event #1
    [Going] [Maybe] [Can't] [Remind me] [Calendar file]
    ");
    assert_snapshot!(scene.town.guild.events().join("\n\n"), @"
    Raid
    Friday, 20 November 2026 19:00 to Friday, 20 November 2026 20:30
    at To be announced, by Steward
    Bring *potions*
    ");

    scene.town.pass(4 * DAY + 10 * HOUR + MINUTE).await;
    assert!(scene.card().text().contains("going on now"), "{}", scene.card().text());
    scene.town.pass(2 * HOUR).await;
    assert_snapshot!(scene.card().text(), @"
    Raid
    Bring *potions*

    **When:** Friday, 20 November 2026 19:00 (2 hours ago), 1 h 30 min
    **Where:** To be announced
    **Going:** 0
    Event #1 · over
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_series_shows_its_next_three_and_the_change_of_clocks() {
    let scene = scene().await;
    let owner = scene.town.guild.owner();
    scene.command(&owner, "setup set", &[("setting", "zone".into()), ("value", "Europe/Chisinau".into())]).await;
    let preview = scene.preview(&[("repeat", "weekly".into())]).await;
    assert_snapshot!(preview.text(), @"
    This is how the card will look in #general. No one else sees it yet.
    **Next:** Friday, 20 November 2026 17:00, Friday, 27 November 2026 17:00, Friday, 4 December 2026 17:00
    Clocks change before 2 April 2027. The event stays at 19:00 in Europe/Chisinau.
    It will also be on the server’s list of events.
    Raid
    **When:** Friday, 20 November 2026 17:00 (in 4 days), 1 h
    **Where:** To be announced
    **Repeats:** every week (Friday)
    **Going:** 0
    [Publish] [Cancel]
    ");
    let monthly = scene.preview(&[("repeat", "monthly".into()), ("count", 3.into())]).await;
    assert_snapshot!(monthly.text(), @"
    This is how the card will look in #general. No one else sees it yet.
    **Next:** Friday, 20 November 2026 17:00, Sunday, 20 December 2026 17:00, Wednesday, 20 January 2027 17:00
    It will also be on the server’s list of events.
    Raid
    **When:** Friday, 20 November 2026 17:00 (in 4 days), 1 h
    **Where:** To be announced
    **Repeats:** every month, on day 20
    **Going:** 0
    [Publish] [Same weekday] [Cancel]
    ");
    let by_weekday = scene.town.click(&scene.olga, &monthly, "Same weekday").await;
    assert_snapshot!(by_weekday.text(), @"
    This is how the card will look in #general. No one else sees it yet.
    **Next:** Friday, 20 November 2026 17:00, Friday, 18 December 2026 17:00, Friday, 15 January 2027 17:00
    It will also be on the server’s list of events.
    Raid
    **When:** Friday, 20 November 2026 17:00 (in 4 days), 1 h
    **Where:** To be announced
    **Repeats:** every month (third Friday)
    **Going:** 0
    [Publish] [Same date] [Cancel]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_address_is_shown_to_those_who_are_going_where_that_is_wanted() {
    let scene = scene().await;
    let given = [("place", "in_person".into()), ("address", "Str. Mare 1".into())];
    let preview = scene.preview(&given).await;
    assert!(preview.text().contains("**Where:** Str. Mare 1"), "{}", preview.text());
    let hidden = scene.town.click(&scene.olga, &preview, "Hide the address").await;
    assert!(!hidden.text().contains("Str. Mare"), "{}", hidden.text());
    scene.town.click(&scene.olga, &hidden, "Publish").await;
    scene.town.pass(3 * SECOND).await;
    let listed = scene.town.guild.events().join("\n");
    assert!(!scene.card().text().contains("Str. Mare") && !listed.contains("Str. Mare"), "{listed}");
    let going = scene.press(&scene.ana, &scene.card(), "Going").await;
    assert!(going.text().contains("Address: Str. Mare 1"), "{}", going.text());
    let maybe = scene.press(&scene.bob, &scene.card(), "Maybe").await;
    assert!(!maybe.text().contains("Str. Mare"), "{}", maybe.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_voice_event_is_posted_where_it_was_said_and_takes_place_in_its_channel() {
    let scene = scene().await;
    let (voice, board) = (scene.town.guild.voice_channel("Lounge"), scene.town.guild.channel("board"));
    let given = [("channel", voice.into()), ("post", board.into())];
    let preview = scene.preview(&given).await;
    assert!(preview.text().starts_with("This is how the card will look in #board."), "{}", preview.text());
    assert!(preview.text().contains("**Where:** #Lounge"), "{}", preview.text());
    scene.town.click(&scene.olga, &preview, "Publish").await;
    scene.town.pass(3 * SECOND).await;
    let shown = scene.town.sandbox.messages(board, &scene.town.guild.owner());
    assert!(shown[0].text().contains("#Lounge"), "{}", shown[0].text());
    assert!(scene.town.guild.events()[0].contains("Lounge"), "{:?}", scene.town.guild.events());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_preview_names_what_is_missing_and_where_the_event_will_be_seen() {
    let scene = scene().await;
    scene.town.guild.bot_permissions(rights::VIEW_CHANNEL | rights::SEND_MESSAGES | rights::EMBED_LINKS);
    let preview = scene.preview(&[]).await;
    assert_snapshot!(preview.text(), @"
    This is how the card will look in #general. No one else sees it yet.
    It will also be on the server’s list of events.
    I don’t have “Create Events” where I need it, so part of this won’t work. Someone who manages the server can change that under Server Settings → Roles.
    Raid
    **When:** Friday, 20 November 2026 19:00 (in 4 days), 1 h
    **Where:** To be announced
    **Going:** 0
    [Publish] [Cancel]
    ");
    let staff = scene.town.guild.roles_of(&scene.olga);
    let hidden = scene.town.guild.private_channel("team", &staff);
    let preview = scene.preview(&[("channel", hidden.into())]).await;
    assert!(preview.text().contains("because not everyone sees this channel"), "{}", preview.text());
    scene.town.click(&scene.olga, &preview, "Publish").await;
    scene.town.pass(3 * SECOND).await;
    assert_eq!(scene.town.guild.events(), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_does_not_go_together_is_told_at_once() {
    let scene = scene().await;
    let refused = async |given: &[(&str, steward::sandbox::Given)]| scene.preview(given).await.text().to_owned();
    let all = [
        refused(&[("starts", "yesterday".into())]).await,
        refused(&[("duration", "soon".into())]).await,
        refused(&[("place", "voice".into())]).await,
        refused(&[("until", "31 december".into())]).await,
        refused(&[("groups", "tank 0".into())]).await,
        refused(&[("remind", "now and then".into())]).await,
    ];
    assert_snapshot!(all.join("\n"), @"
    “yesterday” has gone by: that was Sunday, 15 November 2026 00:00. Write a time that is still to come.
    [Correct]
    “soon” isn’t a length of time of at least a minute. Write something like “90 min” or “2h”.
    [Correct]
    Choose a voice channel with the **channel** option.
    [Correct]
    Say how often the event repeats, or leave out where the series ends.
    [Correct]
    “tank” can’t be a group. A name has up to 50 characters, and a group has at least 1 seat. Write something like “speaker 3; listener”.
    [Correct]
    “now and then” isn’t a length of time of at least a minute. Write something like “90 min” or “2h”.
    [Correct]
    ");
}
