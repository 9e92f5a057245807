//! People sign up: seats, groups, guests, the waiting list, and what each is told.

use insta::assert_snapshot;

use super::{DAY, HOUR, MINUTE, SECOND, scene};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_waits_longest_gets_the_seat_that_becomes_free() {
    let scene = scene().await;
    let card = scene.publish(&[("capacity", 1.into())]).await;
    assert_snapshot!(scene.press(&scene.ana, &card, "Going").await.text(), @"You’re going to “Raid”: Friday, 20 November 2026 19:00 (in 4 days).");
    assert_snapshot!(scene.press(&scene.bob, &card, "Going").await.text(), @"“Raid” is full: Friday, 20 November 2026 19:00 (in 4 days). You’re number 1 on the waiting list. I’ll send you a DM when you have a seat.");
    scene.press(&scene.eve, &card, "Going").await;
    scene.town.pass(5 * SECOND).await;
    assert_snapshot!(scene.now(&card).text(), @"
    Raid
    **When:** Friday, 20 November 2026 19:00 (in 4 days), 1 h
    **Where:** To be announced
    **Going:** 1 of 1
    **Waiting list:** 2
    Event #1
    [Going] [Maybe] [Can't] [Remind me] [Calendar file]
    ");
    assert_snapshot!(scene.press(&scene.ana, &card, "Can't").await.text(), @"You can’t come to “Raid”: Friday, 20 November 2026 19:00 (in 4 days).");
    scene.town.pass(5 * SECOND).await;
    assert_snapshot!(scene.dms(&scene.bob).join("\n"), @"You have a seat at **Raid** on Town: Friday, 20 November 2026 19:00 (in 4 days). If you can’t come, press **Can't** on its card.");
    assert_eq!(scene.dms(&scene.eve), Vec::<String>::new());
    let taken = "SELECT count(*) FROM event_signups WHERE state = 'going'";
    assert_eq!(scene.town.number(taken).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_at_the_last_seat_get_it_once() {
    let scene = scene().await;
    let card = scene.publish(&[("capacity", 1.into())]).await;
    let id = card.id.expect("an id");
    let (one, other) = tokio::join!(scene.ana.clicks(id, "Going"), scene.bob.clicks(id, "Going"));
    scene.town.settled().await;
    let told = [one, other].map(|answer| answer.unwrap().now().text().to_owned());
    assert_eq!(told.iter().filter(|text| text.contains("You’re going")).count(), 1, "{told:?}");
    assert_eq!(told.iter().filter(|text| text.contains("number 1 on the waiting list")).count(), 1, "{told:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn groups_have_seats_of_their_own_and_guests_take_some() {
    let scene = scene().await;
    let given = [("groups", "tank 1; healer".into()), ("capacity", 4.into()), ("guests", 2.into())];
    let card = scene.publish(&given).await;
    let choice = scene.press(&scene.ana, &card, "Going").await;
    assert_snapshot!(choice.text(), @"
    What are you coming to “Raid” as?
    (Choose a group: tank | healer)
    ");
    let tank = scene.choose(&scene.ana, &choice, "Choose a group", "tank").await;
    assert_snapshot!(tank.text(), @"
    You’re going to “Raid”: Friday, 20 November 2026 19:00 (in 4 days).
    Group: tank
    (Choose a group: tank | healer)
    (How many guests do you bring?: No guests | 1 guest | 2 guests)
    ");
    let choice = scene.press(&scene.bob, &card, "Going").await;
    let waits = scene.choose(&scene.bob, &choice, "Choose a group", "tank").await;
    assert!(waits.text().contains("number 1 on the waiting list"), "{}", waits.text());
    // A free group is no wait, also for somebody who waited for another.
    let healer = scene.choose(&scene.bob, &waits, "Choose a group", "healer").await;
    assert!(healer.text().contains("You’re going"), "{}", healer.text());
    let guests = scene.choose(&scene.bob, &healer, "How many guests do you bring?", "2 guests").await;
    assert!(guests.text().contains("Guests: 2"), "{}", guests.text());
    scene.town.pass(5 * SECOND).await;
    assert_snapshot!(scene.now(&card).text(), @"
    Raid
    **When:** Friday, 20 November 2026 19:00 (in 4 days), 1 h
    **Where:** To be announced
    **Going:** 4 of 4
    · tank: 1 of 1
    · healer: 3
    Event #1
    [Going] [Maybe] [Can't] [Remind me] [Calendar file]
    ");
    let more = scene.choose(&scene.ana, &tank, "How many guests do you bring?", "1 guest").await;
    assert_snapshot!(more.text(), @"There are no free seats for guests.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_those_it_is_for_can_sign_up_and_only_in_time() {
    let scene = scene().await;
    let raiders = scene.town.guild.role("Raiders", 0);
    let rita = scene.town.guild.person("rita", &[raiders]);
    let card = scene.publish(&[("for_role", raiders.into()), ("cutoff", "2h".into())]).await;
    assert_snapshot!(scene.press(&scene.ana, &card, "Going").await.text(), @"This event is only for @Raiders.");
    assert!(scene.press(&rita, &card, "Going").await.text().contains("You’re going"));
    scene.town.pass(4 * DAY + 8 * HOUR + MINUTE).await;
    assert_snapshot!(scene.press(&rita, &card, "Maybe").await.text(), @"Sign-up closed 1 minute ago. You can still press **Can't**.");
    assert!(scene.press(&rita, &card, "Can't").await.text().contains("You can’t come"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everyone_is_reminded_once_where_they_asked_for_it() {
    let scene = scene().await;
    let card = scene.publish(&[]).await;
    scene.press(&scene.ana, &card, "Going").await;
    scene.press(&scene.bob, &card, "Going").await;
    assert_snapshot!(scene.press(&scene.bob, &card, "Remind me").await.text(), @"I’ll send you a DM before “Raid”: 24 h, 1 h. Press the button again to stop.");
    scene.press(&scene.eve, &card, "Maybe").await;
    scene.town.pass(3 * DAY + 10 * HOUR + MINUTE).await;
    assert_snapshot!(scene.thread(&card).iter().map(steward::sandbox::Shown::text).collect::<Vec<_>>().join("\n---\n"), @"
    **Raid** starts in 23 hours: Friday, 20 November 2026 19:00.
    @ana
    ");
    assert_snapshot!(scene.dms(&scene.bob).join("\n"), @"**Raid** on Town starts in 23 hours: Friday, 20 November 2026 19:00.");
    scene.town.pass(2 * DAY).await;
    let thread = scene.thread(&card);
    assert!(thread[2].text().starts_with("How was “Raid”?"), "{}", thread[2].text());
    assert_eq!((thread.len(), scene.dms(&scene.bob).len(), scene.dms(&scene.ana).len()), (3, 2, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reminders_are_merged_after_a_downtime_and_dropped_when_it_has_begun() {
    let mut scene = scene().await;
    let card = scene.publish(&[]).await;
    scene.press(&scene.ana, &card, "Going").await;
    scene.press(&scene.bob, &card, "Remind me").await;
    scene.town.stop().await;
    scene.town.clock.set(scene.town.clock.now().plus(4 * DAY + 9 * HOUR + 30 * MINUTE));
    scene.town.start().await;
    scene.town.pass(5 * SECOND).await;
    assert_eq!((scene.thread(&card).len(), scene.dms(&scene.bob).len()), (1, 1), "one for both");

    let late = scene.publish(&[("title", "Late".into()), ("starts", "in 2 days".into())]).await;
    scene.press(&scene.ana, &late, "Going").await;
    scene.press(&scene.bob, &late, "Remind me").await;
    scene.town.stop().await;
    scene.town.clock.set(scene.town.clock.now().plus(3 * DAY));
    scene.town.start().await;
    scene.town.pass(5 * SECOND).await;
    assert_eq!(scene.dms(&scene.bob).len(), 1, "it is over");
    assert!(scene.now(&late).text().contains("· over"), "{}", scene.now(&late).text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_downtime_of_a_day_over_reminder_start_and_end_leaves_the_next_date_open_and_nothing_said_twice() {
    let mut scene = scene().await;
    let daily = [("repeat", "daily".into()), ("starts", "in 2 hours".into()), ("remind", "1h".into())];
    let card = scene.publish(&daily).await;
    let going = scene.press(&scene.ana, &card, "Going").await;
    scene.town.click(&scene.ana, &going, "Every time").await;
    scene.press(&scene.bob, &card, "Remind me").await;
    scene.town.be_off_for(DAY).await;
    scene.town.pass(30 * SECOND).await;
    assert!(scene.now(&card).text().contains("· over"), "{}", scene.now(&card).text());
    let said: Vec<String> = scene.thread(&card).iter().map(|shown| shown.text().to_owned()).collect();
    assert!(said.iter().all(|text| !text.contains("starts")), "no reminder of what is over: {said:?}");
    assert_eq!((scene.cards().len(), scene.dms(&scene.bob).len()), (2, 0));
    let next = scene.card();
    assert!(next.text().contains("17 November 2026 11:0") && next.text().contains("**Going:** 1"), "{}", next.text());
    scene.town.pass(90 * MINUTE).await;
    assert_eq!((scene.thread(&next).len(), scene.dms(&scene.bob).len()), (1, 1), "the next one is reminded of");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_hundred_sign_up_in_ten_seconds_and_the_card_keeps_its_pace() {
    let scene = scene().await;
    let card = scene.publish(&[("capacity", 200.into())]).await;
    let id = card.id.expect("an id");
    let people: Vec<_> = (0..300).map(|n| scene.town.member(&format!("m{n}"))).collect();
    scene.town.settled().await;
    let before = scene.town.sandbox.calls("PATCH /channels/*/messages/*").len();
    for thirty in people.chunks(30) {
        for person in thirty {
            person.clicks(id, "Going").await.expect("a press");
        }
        scene.town.pass(SECOND).await;
    }
    scene.town.pass(5 * SECOND).await;
    let edits = scene.town.sandbox.calls("PATCH /channels/*/messages/*").len() - before;
    assert!(edits <= 6, "{edits} edits in fifteen seconds");
    assert!(
        scene.now(&card).text().contains("**Going:** 200 of 200\n**Waiting list:** 100"),
        "{}",
        scene.now(&card).text()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_comes_every_time_is_signed_up_for_the_next_one() {
    let scene = scene().await;
    let card = scene.publish(&[("repeat", "weekly".into()), ("capacity", 2.into())]).await;
    let going = scene.press(&scene.ana, &card, "Going").await;
    let every = scene.town.click(&scene.ana, &going, "Every time").await;
    assert_snapshot!(every.text(), @"
    You’re going to “Raid”: Friday, 20 November 2026 19:00 (in 4 days).
    You’re signed up for the later ones too.
    [Only this time]
    ");
    scene.press(&scene.bob, &card, "Going").await;
    scene.town.pass(5 * DAY).await;
    assert_eq!(scene.cards().len(), 2, "the next one has a card of its own");
    assert_snapshot!(scene.card().text(), @"
    Raid
    **When:** Friday, 27 November 2026 19:00 (in 6 days), 1 h
    **Where:** To be announced
    **Repeats:** every week (Friday)
    **Going:** 1 of 2
    Event #1
    [Going] [Maybe] [Can't] [Remind me] [Calendar file]
    ");
}
