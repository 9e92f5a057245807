//! What organizers do: change, move, skip, cancel, clone, write to those who signed up, give seats, export.

use insta::assert_snapshot;

use super::{DAY, HOUR, SECOND, scene};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_those_signed_up_hear_of_a_change() {
    let scene = scene().await;
    let card = scene.publish(&[("capacity", 1.into())]).await;
    scene.press(&scene.ana, &card, "Going").await;
    scene.press(&scene.bob, &card, "Going").await;
    let given = [("event", "1".into()), ("title", "Feast".into()), ("starts", "friday 20:00".into())];
    let changed = scene.command(&scene.olga, "event edit", &given).await;
    assert_snapshot!(changed.text(), @"“Feast” (event #1) is changed. Everyone who signed up will be notified.");
    assert_snapshot!(scene.now(&card).text(), @"
    Feast
    **When:** Friday, 20 November 2026 20:00 (in 4 days), 1 h
    **Where:** To be announced
    **Going:** 1 of 1
    **Waiting list:** 1
    Event #1
    [Going] [Maybe] [Can't] [Remind me] [Calendar file]
    ");
    let thread = scene.thread(&card);
    assert_snapshot!(thread.iter().map(steward::sandbox::Shown::text).collect::<Vec<_>>().join("\n---\n"), @"
    **Feast** was moved. It now starts Friday, 20 November 2026 20:00 (in 4 days).
    @ana
    ");
    assert_eq!(thread[0].pings, ["@ana"]);
    assert_snapshot!(scene.dms(&scene.bob).join("\n"), @"**Feast** on Town was moved. It now starts Friday, 20 November 2026 20:00 (in 4 days).");
    assert_eq!((scene.dms(&scene.ana).len(), scene.dms(&scene.eve).len()), (0, 0));
    assert_snapshot!(scene.town.guild.events()[0], @"
    Feast
    Friday, 20 November 2026 20:00 to Friday, 20 November 2026 21:00
    at To be announced, by Steward
    ");
    // More seats: whoever waits gets one.
    scene.command(&scene.olga, "event edit", &[("event", "1".into()), ("capacity", 2.into())]).await;
    assert!(scene.dms(&scene.bob).iter().any(|text| text.contains("You have a seat")), "{:?}", scene.dms(&scene.bob));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancelled_event_is_told_and_goes_from_the_list() {
    let scene = scene().await;
    let card = scene.publish(&[]).await;
    scene.press(&scene.ana, &card, "Maybe").await;
    scene.press(&scene.bob, &card, "Can't").await;
    assert_eq!(scene.town.guild.events().len(), 1);
    let asked = scene.command(&scene.olga, "event cancel", &[("event", "Raid".into())]).await;
    assert_snapshot!(asked.text(), @"
    Cancel “Raid” (event #1)? It starts Friday, 20 November 2026 19:00. 1 person who signed up will be notified.
    [Cancel event] [Keep it]
    ");
    let kept = scene.town.click(&scene.olga, &asked, "Keep it").await;
    assert_snapshot!(kept.text(), @"Nothing was changed.");
    assert_eq!(scene.town.guild.events().len(), 1);
    let asked = scene.command(&scene.olga, "event cancel", &[("event", "Raid".into())]).await;
    let cancelled = scene.town.click(&scene.olga, &asked, "Cancel event").await;
    scene.town.pass(3 * SECOND).await;
    assert_snapshot!(cancelled.now().text(), @"“Raid” (event #1) is canceled. Everyone who signed up will be notified.");
    assert_snapshot!(scene.now(&card).text(), @"
    Raid
    **When:** Friday, 20 November 2026 19:00 (in 4 days), 1 h
    **Where:** To be announced
    **Going:** 0
    **Maybe:** 1
    Event #1 · canceled
    [Calendar file]
    ");
    let thread = scene.thread(&card);
    assert_eq!((thread.len(), thread[0].pings.clone()), (1, vec!["@ana".to_owned()]));
    assert_eq!(scene.town.guild.events(), Vec::<String>::new());
    let again = scene.command(&scene.olga, "event cancel", &[("event", "1".into())]).await;
    assert_snapshot!(again.text(), @"
    This event is over or was canceled.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_organizer_sees_writes_picks_and_gives_seats() {
    let scene = scene().await;
    let card = scene.publish(&[("capacity", 1.into()), ("guests", 1.into())]).await;
    scene.press(&scene.ana, &card, "Going").await;
    scene.press(&scene.bob, &card, "Going").await;
    scene.press(&scene.eve, &card, "Maybe").await;
    let panel = scene.command(&scene.olga, "event attendees", &[("event", "1".into())]).await;
    assert_snapshot!(panel.text(), @"
    Attendees: Raid
    Friday, 20 November 2026 19:00 (in 4 days)
    **Going (1):** @ana
    **Waiting list (1):** @bob
    **Maybe (1):** @eve
    Event #1
    [Message attendees] [Pick] [Refresh]
    (Move from waiting list: 1. bob)
    ");
    let form = scene.town.click(&scene.olga, &panel, "Message attendees").await;
    let sent = scene.submit(&scene.olga, &form, &[("text", "Bring *potions*")]).await;
    assert_snapshot!(sent.text(), @"Your message about “Raid” is on its way to 3 people in the event’s thread.");
    scene.town.pass(3 * SECOND).await;
    let thread = scene.thread(&card);
    assert_snapshot!(thread[0].text(), @"
    @olga to everyone who signed up for **Raid** (Friday, 20 November 2026 19:00, in 4 days):
    Bring *potions*
    @ana @bob @eve
    ");
    assert_eq!(thread[0].pings.len(), 3);
    let form = scene.town.click(&scene.olga, &panel, "Pick").await;
    let picked = scene.submit(&scene.olga, &form, &[("count", "5")]).await;
    assert_snapshot!(picked.text(), @"Picked at random for “Raid”: @ana");
    let moved = scene.choose(&scene.olga, &panel, "Move from waiting list", "1. bob").await;
    assert!(moved.text().contains("**Going (2):** @ana, @bob"), "{}", moved.text());
    scene.town.pass(3 * SECOND).await;
    assert!(scene.dms(&scene.bob)[0].contains("You have a seat"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_card_that_was_deleted_is_posted_again() {
    let scene = scene().await;
    let card = scene.publish(&[]).await;
    scene.press(&scene.ana, &card, "Going").await;
    scene.town.guild.owner().deletes(card.id.expect("an id")).unwrap();
    scene.town.pass(3 * SECOND).await;
    assert_eq!(scene.cards().len(), 0);
    // Whoever changes it is told, and so is whoever looks at who comes.
    let edited = scene.command(&scene.olga, "event edit", &[("event", "1".into()), ("title", "Feast".into())]).await;
    assert_snapshot!(edited.text(), @"
    “Feast” (event #1) is changed. Everyone who signed up will be notified.
    Its card in #general is missing or out of date: the card was deleted. Press **Post again**.
    [Post again]
    ");
    let panel = scene.command(&scene.olga, "event attendees", &[("event", "1".into())]).await;
    assert!(panel.text().contains("the card was deleted"), "{}", panel.text());
    let again = scene.town.click(&scene.olga, &panel, "Post again").await;
    scene.town.pass(3 * SECOND).await;
    assert!(again.now().text().contains("in #general again"), "{}", again.now().text());
    let card = scene.card();
    assert!(card.text().contains("**Going:** 1"), "{}", card.text());
    assert!(card.pings.is_empty(), "{:?}", card.pings);
    scene.press(&scene.bob, &card, "Going").await;
    scene.town.pass(5 * SECOND).await;
    assert!(scene.card().text().contains("**Going:** 2"), "{}", scene.card().text());
    let panel = scene.command(&scene.olga, "event attendees", &[("event", "1".into())]).await;
    assert!(!panel.text().contains("Post again"), "{}", panel.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_card_that_could_not_be_posted_is_posted_again() {
    let scene = scene().await;
    let given = [("title", "Raid".into()), ("starts", "friday 19:00".into())];
    let preview = scene.command(&scene.olga, "event create", &given).await;
    scene.town.sandbox.faults().fail("POST /channels/*/messages", 1, 403, 50_013);
    let told = scene.town.click(&scene.olga, &preview, "Publish").await;
    assert!(told.text().contains("its card isn’t in #general: I lack a permission there"), "{}", told.text());
    scene.town.click(&scene.olga, &told, "Post again").await;
    scene.town.pass(3 * SECOND).await;
    assert_eq!(scene.cards().len(), 1);
    scene.press(&scene.ana, &scene.card(), "Going").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_events_of_others_are_for_moderators_and_files_for_managers() {
    let scene = scene().await;
    scene.publish(&[]).await;
    let (other, mira) = (scene.town.helper("hugo"), scene.town.moderator("mira"));
    let refused = scene.command(&other, "event cancel", &[("event", "1".into())]).await;
    assert_snapshot!(refused.text(), @"Only moderators and managers can do this. Someone who manages the server can give you a role with the permission “Time out members”.");
    let panel = scene.command(&other, "event attendees", &[("event", "1".into())]).await;
    assert!(!panel.text().contains("Message attendees"), "{}", panel.text());
    let edited = scene.command(&mira, "event edit", &[("event", "1".into()), ("title", "Feast".into())]).await;
    assert!(edited.text().contains("is changed"), "{}", edited.text());
    let owner = scene.town.guild.owner();
    scene.press(&scene.ana, &scene.card(), "Going").await;
    let file = scene.command(&owner, "event export", &[("event", "1".into())]).await;
    assert_snapshot!(file.text(), @"
    Everyone who answered event #1 “Feast”.
    (file event-1.csv)
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_one_like_it_is_another_event() {
    let scene = scene().await;
    scene.publish(&[("groups", "tank 1; healer".into()), ("duration", "3h".into())]).await;
    let given = [("event", "1".into()), ("starts", "saturday 18:00".into())];
    let preview = scene.command(&scene.olga, "event clone", &given).await;
    assert_snapshot!(preview.text(), @"
    This is how the card will look in #general. No one else sees it yet.
    It will also be on the server’s list of events.
    Raid
    **When:** Saturday, 21 November 2026 18:00 (in 5 days), 3 h
    **Where:** To be announced
    **Going:** 0
    · tank: 0 of 1
    · healer: 0
    [Publish] [Cancel]
    ");
    scene.town.click(&scene.olga, &preview, "Publish").await;
    scene.town.pass(3 * SECOND).await;
    assert_eq!(scene.cards().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_series_goes_on_where_one_is_skipped_or_moved() {
    let scene = scene().await;
    let card = scene.publish(&[("repeat", "weekly".into()), ("count", 4.into())]).await;
    scene.press(&scene.ana, &card, "Going").await;
    // A later one is moved, the next one is skipped.
    let given = [("event", "1".into()), ("starts", "2026-11-28 18:00".into()), ("date", "2026-11-27".into())];
    assert_snapshot!(scene.command(&scene.olga, "event move", &given).await.text(), @"“Raid” (event #1) is moved to Saturday, 28 November 2026 18:00.");
    let asked = scene.command(&scene.olga, "event skip", &[("event", "1".into())]).await;
    assert_snapshot!(asked.text(), @"
    Leave out Friday, 20 November 2026 19:00 of “Raid” (event #1)? 1 person who signed up will be notified. The series goes on.
    [Skip this date] [Keep it]
    ");
    let skipped = scene.town.click(&scene.olga, &asked, "Skip this date").await;
    scene.town.pass(3 * SECOND).await;
    assert_snapshot!(skipped.now().text(), @"That date of “Raid” (event #1) is left out. The series goes on.");
    assert!(scene.now(&card).text().contains("this one is skipped"), "{}", scene.now(&card).text());
    assert!(scene.thread(&card)[0].text().contains("won’t take place this time"));
    assert_eq!(scene.cards().len(), 2);
    assert!(scene.card().text().contains("Saturday, 28 November 2026 18:00"), "{}", scene.card().text());
    scene.town.pass(14 * DAY).await;
    assert!(scene.card().text().contains("Friday, 4 December 2026 19:00"), "{}", scene.card().text());
    scene.town.pass(14 * DAY).await;
    assert_eq!(scene.cards().len(), 4, "four in all, one of them skipped");
    assert!(scene.card().text().contains("· over"), "{}", scene.card().text());
    assert_eq!(scene.town.number("SELECT count(*) FROM events WHERE state = 'ended'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_date_that_took_place_is_not_left_out() {
    let scene = scene().await;
    let card = scene.publish(&[("repeat", "weekly".into())]).await;
    scene.press(&scene.ana, &card, "Going").await;
    let asked = scene.command(&scene.olga, "event skip", &[("event", "1".into())]).await;
    scene.town.pass(5 * DAY).await;
    let late = scene.town.click(&scene.olga, &asked, "Skip this date").await;
    assert!(!late.now().text().contains("is left out"), "{}", late.now().text());
    assert!(scene.now(&card).text().contains("· over"), "{}", scene.now(&card).text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_series_is_changed_from_one_occurrence_on_or_there_alone() {
    let scene = scene().await;
    scene.publish(&[("repeat", "weekly".into())]).await;
    let once = [("event", "1".into()), ("title", "Feast".into()), ("scope", "only this one".into())];
    scene.command(&scene.olga, "event edit", &once).await;
    assert!(scene.card().text().contains("Feast"), "{}", scene.card().text());
    scene.town.pass(5 * DAY).await;
    assert!(scene.card().text().contains("Raid"), "{}", scene.card().text());
    let later = [("event", "1".into()), ("starts", "saturday 20:00".into())];
    scene.command(&scene.olga, "event edit", &later).await;
    assert!(scene.card().text().contains("Saturday"), "{}", scene.card().text());
    scene.town.pass(8 * DAY + HOUR).await;
    assert!(scene.card().text().contains("every week (Saturday)"), "{}", scene.card().text());
    assert_eq!(scene.cards().len(), 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_series_is_changed_from_a_later_date_on_with_those_who_come_every_time() {
    let scene = scene().await;
    let card = scene.publish(&[("repeat", "weekly".into()), ("groups", "tank; healer".into())]).await;
    let chosen = scene.press(&scene.ana, &card, "Going").await;
    let own = scene.choose(&scene.ana, &chosen, "Choose a group", "healer").await;
    scene.town.click(&scene.ana, &own, "Every time").await;
    let later = [
        ("event", "1".into()),
        ("title", "Feast".into()),
        ("starts", "2026-12-05 20:00".into()),
        ("groups", "healer; bard".into()),
        ("date", "2026-12-04".into()),
    ];
    let changed = scene.command(&scene.olga, "event edit", &later).await;
    assert_snapshot!(changed.text(), @"“Raid” (event #1) is changed from this date on: Saturday, 5 December 2026 20:00. Earlier dates stay as they are.");
    assert!(scene.now(&card).text().contains("Raid"), "{}", scene.now(&card).text());
    // Later dates are offered as they will be.
    let general = scene.town.general;
    let offered = scene.olga.autocomplete(general, "event skip", "date", "", &[("event", "1".into())]).await.unwrap();
    let dates: Vec<&str> = offered.iter().filter_map(|one| one.value.as_str()).take(3).collect();
    assert_eq!(dates, ["2026-11-20", "2026-11-27", "2026-12-05"]);

    scene.town.pass(5 * DAY).await;
    assert!(scene.card().text().contains("Raid"), "{}", scene.card().text());
    scene.town.pass(7 * DAY).await;
    let feast = scene.card();
    for shown in ["Feast", "Saturday, 5 December 2026 20:00", "every week (Saturday)", "**Going:** 1", "· healer: 1"] {
        assert!(feast.text().contains(shown), "{shown} is not in {}", feast.text());
    }
    // A later date of what it is now is skipped, and one alone is changed.
    let once = [
        ("event", "1".into()),
        ("title", "Ball".into()),
        ("date", "2026-12-19".into()),
        ("scope", "only this one".into()),
    ];
    assert_snapshot!(scene.command(&scene.olga, "event edit", &once).await.text(), @"One date of “Feast” (event #1) is changed: Saturday, 19 December 2026 20:00. The others stay as they are.");
    scene.command(&scene.olga, "event skip", &[("event", "1".into()), ("date", "2026-12-12".into())]).await;
    scene.town.pass(8 * DAY).await;
    assert!(scene.card().text().contains("Ball"), "{}", scene.card().text());
    scene.town.pass(14 * DAY).await;
    assert!(scene.card().text().contains("Feast"), "{}", scene.card().text());
    let wrong = [("event", "1".into()), ("title", "X".into()), ("date", "2027-01-03".into())];
    assert_snapshot!(scene.command(&scene.olga, "event edit", &wrong).await.text(), @"
    The series has no date like that. Choose one from the list.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_series_whose_organizer_is_no_longer_staff_ends() {
    let scene = scene().await;
    let card = scene.publish(&[("repeat", "weekly".into())]).await;
    scene.town.guild.set_roles(&scene.olga, &[]);
    scene.town.pass(5 * DAY).await;
    assert_eq!(scene.cards().len(), 1);
    assert!(scene.now(&card).text().contains("the series has ended"), "{}", scene.now(&card).text());
}
