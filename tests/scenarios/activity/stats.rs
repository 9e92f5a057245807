//! `/stats` of people, channels and newcomers, and what is left out of the counts.

use std::time::Duration;

use steward::sandbox::{Answer, Given, Person};

use crate::support::scene::Scene;
use crate::support::town::Town;

const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);

/// A command whose answer is for the asker alone.
async fn asks(town: &Town, by: &Person, words: &str, given: &[(&str, Given)]) -> Answer {
    let answer = town.slash(by, words, given).await;
    assert!(answer.ephemeral, "figures are for the asker alone");
    answer
}

/// What an answer says, each link as a word: ids are others whenever a command is added.
fn linked(answer: &Answer) -> String {
    let line = |line: &str| match line.split_once(": https://discord.com/channels/") {
        Some((before, _)) => format!("{before}: (link)"),
        None => line.to_owned(),
    };
    answer.text().lines().map(line).collect::<Vec<_>>().join("\n")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everyone_sees_their_own_figures_and_moderators_the_totals_of_others() {
    let town = Town::new().await;
    let (ana, bob, mona) = (town.member("ana"), town.member("bob"), town.moderator("mona"));
    let council = town.guild.role("Council", 0);
    let den = town.guild.private_channel("den", &[town.guild.roles_of(&mona), vec![council]].concat());
    let empty = asks(&town, &ana, "stats member", &[]).await;
    insta::assert_snapshot!(empty.text(), @"Nothing has been counted about you in the last 28 days. Messages, reactions and time in voice count from now on.");

    for _ in 0..3 {
        ana.says(town.general, "Hello").unwrap();
    }
    mona.says(den, "Between us").unwrap();
    town.pass(DAY).await;
    ana.says(town.general, "Again").unwrap();
    town.settled().await;
    let own = asks(&town, &ana, "stats member", &[]).await;
    insta::assert_snapshot!(own.text(), @"
    Your last 28 days in Town
    Since 21 October 2026
    Messages: **4**
    Days with a message: **2**
    Channels and threads: **1**
    Reactions: **0**
    Minutes in voice: **0 min**
    First message on record: 16 November 2026
    Busiest channels: #general · 4 messages
    [Post here] [What is this?]
    ");
    insta::assert_snapshot!(town.click(&ana, &own, "What is this?").await.text(), @"
    What the figures mean
    **Messages**: messages by people, in counted channels; not by bots, and not Discord’s own such as “joined”.
    **Days with a message**: days on which at least one message was written.
    **Channels and threads**: channels and threads with at least one message.
    **Reactions**: reactions added by people.
    **Minutes in voice**: minutes in voice together with someone else, not deafened and not in the AFK channel.
    ");
    let posted = town.click(&ana, &own, "Post here").await;
    assert!(!posted.ephemeral);
    insta::assert_snapshot!(posted.text(), @"
    The last 28 days in Town
    Of @ana
    Since 21 October 2026
    Messages: **4**
    Days with a message: **2**
    Channels and threads: **1**
    Reactions: **0**
    Minutes in voice: **0 min**
    First message on record: 16 November 2026
    [What is this?]
    ");
    assert!(asks(&town, &mona, "stats member", &[]).await.text().contains("#den"), "who sees a channel is told of it");

    let refused = asks(&town, &bob, "stats member", &[("member", (&ana).into())]).await;
    insta::assert_snapshot!(refused.text(), @"Only moderators and managers can do this. Someone who manages the server can give you a role with the permission “Time out members”.");
    let audited = "SELECT count(*) FROM audit WHERE action = 'stats.member'";
    assert_eq!(town.number(audited).await, 0);
    let totals = asks(&town, &mona, "stats member", &[("member", (&ana).into())]).await;
    insta::assert_snapshot!(totals.text(), @"
    The last 28 days in Town
    Of @ana
    Since 21 October 2026
    Messages: **4**
    Days with a message: **2**
    Channels and threads: **1**
    Reactions: **0**
    Minutes in voice: **0 min**
    Only you see this. The audit notes that you looked.
    [What is this?]
    ");
    assert_eq!(town.number(audited).await, 1);

    asks(&town, &ana, "privacy opt-out", &[]).await;
    insta::assert_snapshot!(asks(&town, &ana, "stats member", &[]).await.text(), @"You’ve opted out, so nothing is counted about you. `/privacy opt-in` starts counting again.");
    let declined = asks(&town, &mona, "stats member", &[("member", (&ana).into())]).await;
    insta::assert_snapshot!(declined.text(), @"Nothing is counted about @ana in the last 28 days. They were silent here, or chose not to be counted.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn that_nothing_was_counted_by_now_is_not_posted() {
    let town = Town::new().await;
    let ana = town.member("ana");
    ana.says(town.general, "Hello").unwrap();
    town.settled().await;
    let own = asks(&town, &ana, "stats member", &[]).await;
    town.pass(29 * DAY).await;
    let told = town.click(&ana, &own, "Post here").await;
    assert!(told.ephemeral && told.text().contains("Nothing has been counted about you"), "{}", told.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channel_has_figures_for_moderators_and_is_not_told_of_where_others_read() {
    let town = Town::new().await;
    let (ana, bob, mona) = (town.member("ana"), town.member("bob"), town.moderator("mona"));
    let council = town.guild.role("Council", 0);
    let den = town.guild.private_channel("den", &[town.guild.roles_of(&mona), vec![council]].concat());
    let hello = ana.says(town.general, "Hello").unwrap();
    let thread = bob.opens_thread(town.general, "an answer", Some(hello)).unwrap();
    bob.says(thread, "Hello to you").unwrap();
    for _ in 0..8 {
        mona.says(den, "Between us").unwrap();
    }
    town.settled().await;

    let here = asks(&town, &mona, "stats channel", &[]).await;
    insta::assert_snapshot!(here.text(), @"
    Town, 2026-W47 so far
    Channel: #general
    Messages: **2**
    People who wrote: **2**
    Share of the server’s messages: **20%**
    Reactions: **0**
    Minutes in voice: **0**
    [Post here] [What is this?]
    ");
    assert!(!town.click(&mona, &here, "Post here").await.ephemeral);
    let hidden = asks(&town, &mona, "stats channel", &[("channel", den.into()), ("period", "4 weeks".into())]).await;
    insta::assert_snapshot!(hidden.text(), @"
    Town, 2026-W47 so far
    Channel: #den
    Messages: **8**
    People who wrote: **1**
    Share of the server’s messages: **80%**
    Reactions: **0**
    Minutes in voice: **0**
    [Post here] [What is this?]
    ");
    let refused = town.click(&mona, &hidden, "Post here").await;
    assert!(refused.ephemeral);
    insta::assert_snapshot!(refused.text(), @"Not everyone who reads this channel can see #den, so its figures weren’t posted. Post them in #den itself.");
    insta::assert_snapshot!(asks(&town, &ana, "stats channel", &[]).await.text(), @"Only moderators and managers can do this. Someone who manages the server can give you a role with the permission “Time out members”.");
}

/// Six weeks: bob is a regular who falls silent, cleo comes and is answered, dora comes and is not.
async fn six_weeks() -> (Town, Person, Person) {
    let town = Town::new().await;
    let (ana, bob, mona) = (town.member("ana"), town.member("bob"), town.moderator("mona"));
    for week in 0..6 {
        let said = ana.says(town.general, "A new week").unwrap();
        if week < 4 {
            bob.replies(said, "Indeed").unwrap();
        }
        if week == 4 {
            let cleo = town.member("cleo").says(town.general, "May I ask something?").unwrap();
            ana.replies(cleo, "Of course").unwrap();
        }
        town.pass(7 * DAY).await;
    }
    ana.says(town.general, "A new week").unwrap();
    town.member("dora").says(town.general, "Is anybody here?").unwrap();
    town.pass(DAY + HOUR).await;
    (town, mona, bob)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn staff_see_how_newcomers_fare_who_stayed_and_who_needs_a_person() {
    let (town, mona, bob) = six_weeks().await;
    let newcomers = asks(&town, &mona, "stats newcomers", &[]).await;
    insta::assert_snapshot!(newcomers.text(), @"
    Newcomers of Town
    **2026-W53*** · 1 wrote for the first time
    – so far 0 of 1 got a reply
    **2026-W52** · no one wrote for the first time
    **2026-W51** · 1 wrote for the first time
    – 1 of 1 got a reply
    – 0 of 1 wrote again the week after
    **2026-W50** · no one wrote for the first time
    **2026-W49** · no one wrote for the first time
    **2026-W48** · no one wrote for the first time
    **2026-W47*** · 2 wrote for the first time
    – 1 of 2 got a reply
    – 2 of 2 wrote again the week after
    * not a whole week: it is still running, or the record begins or ends in it.
    (file stats-2026-W53.png)
    [Who needs a person today] [Who holds it together] [Post here] [What is this?]
    ");
    let needs = town.click(&mona, &newcomers, "Who needs a person today").await;
    assert!(needs.ephemeral);
    insta::assert_snapshot!(linked(&needs), @"
    Who needs a person today
    **Newcomers without an answer:** 1
    @dora in #general, 1 day ago: (link)
    **Fading regulars:** 1
    @bob, last wrote in 2026-W50
    Only you see this. Nothing was sent to anyone.
    ");
    // The digest suggests it, and leads there.
    let owner = town.guild.owner();
    let preview = town.slash(&owner, "digest preview", &[]).await;
    let suggested = preview.text().lines().find(|line| line.starts_with("**What to do**")).unwrap_or_default();
    insta::assert_snapshot!(suggested, @"**What to do** 1 newcomer has waited more than a day for an answer. 1 regular has fallen silent.");
    let opened = town.click(&owner, &preview, "Who needs a person today").await;
    assert!(opened.ephemeral);
    assert_eq!(linked(&opened), linked(&needs));
    let posted = town.click(&mona, &newcomers, "Post here").await;
    assert!(!posted.ephemeral && !posted.text().contains("Who needs"));
    insta::assert_snapshot!(posted.text(), @"
    Newcomers of Town
    **2026-W53*** · fewer than 5 wrote for the first time
    **2026-W52** · fewer than 5 wrote for the first time
    **2026-W51** · fewer than 5 wrote for the first time
    **2026-W50** · fewer than 5 wrote for the first time
    **2026-W49** · fewer than 5 wrote for the first time
    **2026-W48** · fewer than 5 wrote for the first time
    **2026-W47*** · fewer than 5 wrote for the first time
    * not a whole week: it is still running, or the record begins or ends in it.
    [What is this?]
    ");

    let cohorts = asks(&town, &mona, "stats cohorts", &[]).await;
    insta::assert_snapshot!(cohorts.text(), @"
    Who stayed in Town
    Of a week’s newcomers, how many wrote again that many weeks later:
    ```
    Week       New   +1   +2   +3   +4   +5
    2026-W52     0                         
    2026-W51     1  0/1                    
    2026-W50     0    –    –               
    2026-W49     0    –    –    –          
    2026-W48     0    –    –    –    –     
    2026-W47*    2  2/2  2/2  2/2  1/2  1/2
    ```
    * not a whole week: it is still running, or the record begins or ends in it.
    (file stats-2026-W52.png)
    [Post here] [What is this?]
    ");
    insta::assert_snapshot!(town.click(&mona, &cohorts, "Post here").await.text(), @"
    Who stayed in Town
    Of a week’s newcomers, how many wrote again that many weeks later:
    ```
    Week       New  +1  +2  +3  +4  +5
    2026-W52    <5                    
    2026-W51    <5   ·                
    2026-W50    <5   ·   ·            
    2026-W49    <5   ·   ·   ·        
    2026-W48    <5   ·   ·   ·   ·    
    2026-W47*   <5   ·   ·   ·   ·   ·
    ```
    * not a whole week: it is still running, or the record begins or ends in it.
    [What is this?]
    ");

    asks(&town, &bob, "privacy opt-out", &[]).await;
    let needs = town.click(&mona, &newcomers, "Who needs a person today").await;
    let needs = needs.text();
    assert!(needs.contains("@dora") && !needs.contains("@bob"), "of those who opted out nothing is told: {needs}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_the_first_weeks_nobody_is_known_to_be_new_or_to_stay() {
    let town = Town::new().await;
    let mona = town.moderator("mona");
    town.member("ana").says(town.general, "Hello").unwrap();
    town.settled().await;
    let newcomers = asks(&town, &mona, "stats newcomers", &[]).await;
    let needs = town.click(&mona, &newcomers, "Who needs a person today").await;
    let needs = needs.text();
    assert!(!needs.contains("@ana"), "there is a day for the answer: {needs}");
    town.pass(DAY + HOUR).await;
    insta::assert_snapshot!(asks(&town, &mona, "stats cohorts", &[]).await.text(), @"The record begins on 16 November 2026. Until 28 days are on record, no one is known to be new, to stay or to fade. `/activity backfill` brings the history before it.");
    let newcomers = asks(&town, &mona, "stats newcomers", &[]).await;
    insta::assert_snapshot!(newcomers.text(), @"
    Newcomers of Town
    **2026-W47*** · first seen: 1
    * not a whole week: it is still running, or the record begins or ends in it.
    The record begins on 16 November 2026. Until 28 days are on record, no one is known to be new, to stay or to fade. `/activity backfill` brings the history before it.
    [Who needs a person today] [Who holds it together] [Post here] [What is this?]
    ");
    let needs = town.click(&mona, &newcomers, "Who needs a person today").await;
    insta::assert_snapshot!(linked(&needs), @"
    Who needs a person today
    **Newcomers without an answer:** 1
    @ana in #general, 1 day ago: (link)
    The record begins on 16 November 2026. Until 28 days are on record, no one is known to be new, to stay or to fade. `/activity backfill` brings the history before it.
    Only you see this. Nothing was sent to anyone.
    ");
    for locale in ["ru", "ro"] {
        let mona = mona.clone().locale(locale);
        let newcomers = asks(&town, &mona, "stats newcomers", &[]).await;
        assert!(!newcomers.text().contains("stats-"), "{}", newcomers.text());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_counted_in_an_excluded_channel_and_its_threads_until_it_is_counted_again() {
    let scene = Scene::new().await;
    let (town, magnus) = (&scene.town, &scene.manager);
    let ana = town.member("ana");
    let count = "SELECT ifnull(sum(messages), 0) FROM activity_days";
    insta::assert_snapshot!(scene.slash(magnus, "activity exclude list", &[]).await.text(), @"
    Channels that aren’t counted
    #mod-log: a staff channel, never counted
    ");
    let hello = ana.says(town.general, "Hello").unwrap();
    town.settled().await;
    assert_eq!(town.number(count).await, 1);

    insta::assert_snapshot!(scene.slash(magnus, "activity exclude add", &[]).await.text(), @"Nothing is counted in #general and its threads from now on. What was counted before stays.");
    insta::assert_snapshot!(scene.slash(magnus, "activity exclude add", &[]).await.text(), @"Nothing is counted in #general already. `/activity exclude list` shows all such channels.");
    let thread = ana.opens_thread(town.general, "an answer", Some(hello)).unwrap();
    town.settled().await;
    ana.says(thread, "Not counted").unwrap();
    ana.says(town.general, "Nor this").unwrap();
    ana.reacts(hello, "👍").unwrap();
    town.settled().await;
    assert_eq!(town.number("SELECT sum(messages + reactions) FROM activity_days").await, 1);
    insta::assert_snapshot!(scene.slash(magnus, "activity exclude list", &[]).await.text(), @"
    Channels that aren’t counted
    #general, since 16 November 2026
    #mod-log: a staff channel, never counted
    ");
    let thread_alone = scene.slash(magnus, "activity exclude remove", &[("channel", thread.into())]).await;
    insta::assert_snapshot!(thread_alone.text(), @"The channel of #an answer is excluded, so its threads are too. Use `/activity exclude remove` on the channel itself.");

    insta::assert_snapshot!(scene.slash(magnus, "activity exclude remove", &[]).await.text(), @"#general is counted again from now on. `/activity backfill` can bring what was written meanwhile.");
    insta::assert_snapshot!(scene.slash(magnus, "activity exclude remove", &[]).await.text(), @"#general isn’t excluded. `/activity exclude list` shows the channels that are.");
    ana.says(thread, "Counted").unwrap();
    town.settled().await;
    assert_eq!(town.number(count).await, 2);
    assert_eq!(town.number("SELECT count(*) FROM audit WHERE action LIKE 'activity.%clude'").await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_who_are_in_a_voice_channel_when_it_is_excluded_are_not_counted_from_then_on() {
    let scene = Scene::new().await;
    let town = &scene.town;
    let room = town.guild.voice_channel("room");
    let (ana, bob) = (town.member("ana"), town.member("bob"));
    ana.joins_voice(room).unwrap();
    bob.joins_voice(room).unwrap();
    town.pass(HOUR).await;
    scene.slash(&scene.manager, "activity exclude add", &[("channel", room.into())]).await;
    town.pass(HOUR).await;
    assert_eq!(town.number("SELECT ifnull(sum(voice_seconds), 0) / 60 FROM activity_days").await, 120);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn staff_see_who_holds_the_community_together_and_who_would_be_missed() {
    let town = Town::new().await;
    let mona = town.moderator("mona");
    let empty = asks(&town, &mona, "stats newcomers", &[]).await;
    let few = town.click(&mona, &empty, "Who holds it together").await;
    assert!(few.text().contains("Not enough people talk with one another yet"), "{}", few.text());

    let names = ["ana", "bob", "cleo", "dan", "eva", "fred", "gina", "hugo", "ida", "jan"];
    let people: Vec<Person> = names.iter().map(|name| town.member(name)).collect();
    let talk = |one: &Person, other: &Person| {
        let said = one.says(town.general, "What do you think?").unwrap();
        other.replies(said, "This").unwrap();
        let said = other.says(town.general, "And you?").unwrap();
        one.replies(said, "That").unwrap();
    };
    for circle in [&people[..5], &people[5..]] {
        for (place, one) in circle.iter().enumerate() {
            circle[place + 1..].iter().for_each(|other| talk(one, other));
        }
        town.settled().await;
    }
    talk(&people[0], &people[5]);
    // Jan does not want to be counted.
    town.slash(&people[9], "privacy opt-out", &[]).await;
    town.settled().await;
    town.pass(7 * DAY).await;

    let newcomers = asks(&town, &mona, "stats newcomers", &[]).await;
    let shown = town.click(&mona, &newcomers, "Who holds it together").await;
    assert!(shown.ephemeral);
    let text = shown.text();
    assert!(text.starts_with("Who holds Town together\n"), "{text}");
    assert!(text.contains("**Circle 1** · 5 people") && text.contains("**Circle 2** · 4 people"), "{text}");
    assert!(text.contains("@ana · tied to 5 · would be missed: 4 people would lose touch"), "{text}");
    assert!(!text.contains("@jan"), "{text}");
    let [picture] = shown.files.as_slice() else { panic!("{:?}", shown.files) };
    assert!(picture.bytes.starts_with(b"\x89PNG"));
    let words = picture.description.as_deref().unwrap_or_default();
    assert!(words.ends_with("People: 9. Circles: 2."), "{words}");
}
