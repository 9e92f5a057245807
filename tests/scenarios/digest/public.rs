//! The digest's edition for members: nothing of moderation, nothing of private channels, and nothing
//! about fewer than five people.

use std::time::Duration;

use steward::ids::ChannelId;
use steward::sandbox::{Answer, Person, Shown};

use crate::scenarios::digest::weekly::{Chisinau, without_ids};

const MINUTE: Duration = Duration::from_mins(1);
const DAY: Duration = Duration::from_hours(24);

/// A town with a channel for news that everyone reads, in which the edition for members is set.
struct Open {
    town: Chisinau,
    news: ChannelId,
}

impl Open {
    async fn speaking(locale: &str) -> Self {
        let town = Chisinau::speaking(locale, "2026-11-16T09:00:00Z").await;
        let news = town.town.guild.channel("news");
        town.digest("setup", &[("channel", town.staff.into()), ("public_channel", news.into())]).await;
        Self { town, news }
    }

    async fn new() -> Self {
        Self::speaking("en").await
    }

    /// What members read.
    fn news(&self) -> Vec<Shown> {
        let reader = &self.town.owner;
        self.town.town.sandbox.messages(self.news, reader).into_iter().filter(|post| !post.ephemeral).collect()
    }

    fn titles(&self) -> Vec<String> {
        self.news().iter().map(|post| post.embeds[0]["title"].as_str().unwrap().to_owned()).collect()
    }

    /// So many people write in a channel, each a few times, and answer each other.
    async fn talk(&self, channel: ChannelId, people: &[Person]) {
        for person in people {
            let said = person.says(channel, "Good morning").unwrap();
            for other in people.iter().filter(|other| other.id() != person.id()) {
                other.replies(said, "And to you").unwrap();
            }
            self.town.town.settled().await;
        }
    }

    fn people(&self, names: &[&str]) -> Vec<Person> {
        names.iter().map(|name| self.town.town.member(name)).collect()
    }

    async fn press(&self, on: &Answer, label: &str) -> Answer {
        self.town.town.click(&self.town.owner, on, label).await
    }
}

/// Seven people write; two of them in a small channel, five in a private one, and somebody is noted.
async fn a_told_week(locale: &str) -> Open {
    let open = Open::speaking(locale).await;
    let town = &open.town;
    let people = open.people(&["ana", "bob", "cleo", "dan", "eva", "fred", "gina"]);
    let bread = town.town.guild.channel("bread");
    open.talk(town.town.general, &people).await;
    open.talk(bread, &people[..2]).await;
    let circle = town.town.guild.role("Circle", 0);
    let den = town.town.guild.private_channel("den", &[circle]);
    let staff: Vec<Person> = ["hana", "ivan", "jon", "kim", "lea"]
        .iter()
        .map(|name| town.town.guild.person(name, &[town.managers, circle]))
        .collect();
    open.talk(den, &staff).await;
    let noted = town.town.slash(&town.owner, "note", &[("member", (&people[0]).into()), ("text", "Loud".into())]).await;
    assert!(noted.text().contains("#1"), "{}", noted.text());
    open
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn members_read_neither_moderation_nor_private_channels_nor_small_numbers() {
    let mut open = a_told_week("en").await;
    open.town.until("2026-11-23T07:00:30Z").await;
    let staff = open.town.posts().last().unwrap().text().to_owned();
    for told in ["private channels", "Moderation", "#bread", "nobody left"] {
        assert!(staff.contains(told), "{told}: {staff}");
    }
    let [post] = open.news().try_into().unwrap();
    insta::assert_snapshot!(post.text(), @"
    Town, week 47 (16–22 November)
    Only a part of this week is on record, so nothing is called usual or unusual; most was written on Monday.
    **People who wrote** 12
    **Messages** 78
    **People writing a day, on average** 1.7
    **Came and went** 12 joined · fewer than 5 left
    **Conversations** 62 connections
    **Liveliest channels** #general
    ");
    for hidden in ["private", "Moderation", "note", "bread", "staff", "steward"] {
        assert!(!post.text().contains(hidden), "{hidden}: {}", post.text());
    }
    assert_eq!((post.embeds.len(), post.pings.len(), post.buttons.len()), (1, 0, 0));

    for _ in 0..2 {
        open.town.town.restart().await;
        open.town.town.pass(DAY).await;
    }
    assert_eq!(open.titles(), ["Town, week 47 (16–22 November)"], "once");
    open.town.until("2026-11-30T07:00:30Z").await;
    assert_eq!(open.titles().len(), 2);
    insta::assert_snapshot!(open.news()[1].text(), @"
    Town, week 48 (23–29 November)
    Only a part of this week is on record, so nothing is called usual or unusual.
    **People who wrote** fewer than 5 · last week 12
    **Came and went** fewer than 5 joined (12 before) · fewer than 5 left
    Not connected for 24 h from Monday to Tuesday; all of it recovered.
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn members_read_it_in_the_language_of_the_server() {
    let mut pages = Vec::new();
    for locale in ["ru", "ro"] {
        let open = a_told_week(locale).await;
        open.town.until("2026-11-23T07:00:30Z").await;
        pages.push(open.news()[0].text().to_owned());
    }
    insta::assert_snapshot!(pages[0], @"
    Town, неделя 47 (16–22 ноября)
    Записана только часть этой недели, поэтому сравнений с обычным нет; больше половины написано в понедельник.
    **Писали** 12
    **Сообщения** 78
    **Писали в день, в среднем** 1,7
    **Пришли и ушли** 12 пришли · меньше 5 ушли
    **Разговоры** 62 связи
    **Самые живые каналы** #general
    ");
    insta::assert_snapshot!(pages[1], @"
    Town, săptămâna 47 (16–22 noiembrie)
    Doar o parte a săptămânii este în evidență, așa că cifrele nu sunt comparate cu cele obișnuite; cea mai mare parte s-a scris luni.
    **Oameni care au scris** 12
    **Mesaje** 78
    **Oameni care scriu pe zi, în medie** 1,7
    **Veniți și plecați** 12 au venit · mai puțin de 5 au plecat
    **Conversații** 62 de legături
    **Cele mai vii canale** #general
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_small_community_hardly_anything_is_said_and_gaps_are() {
    let mut open = Open::new().await;
    let people = open.people(&["ana", "bob", "cleo", "dan"]);
    open.talk(open.town.town.general, &people).await;
    open.town.away(7 * DAY).await;
    let [post] = open.news().try_into().unwrap();
    insta::assert_snapshot!(post.text(), @"
    Town, week 47 (16–22 November)
    Late: this was due Monday, 23 November 2026 07:00, and I was not running or not connected then.
    Only a part of this week is on record, so nothing is called usual or unusual.
    **People who wrote** fewer than 5
    **Came and went** fewer than 5 joined · fewer than 5 left
    Not connected for 6 days 13 h from Monday to Sunday; all of it recovered.
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn setup_says_where_it_is_and_a_button_ends_it() {
    let mut open = Open::new().await;
    let card = open.town.digest("setup", &[]).await;
    insta::assert_snapshot!(card.text(), @"
    Weekly digest
    Every Monday at 09:00 (Europe/Chisinau) in #staff.
    Next: week 47 (16–22 November), Monday, 23 November 2026 07:00, in 6 days.
    Public edition for members, at the same time, in #news: without moderation and private channels, and never about fewer than 5 people.
    Sections: all.
    “day: off” ends the posts; digests can still be read.
    [Public edition] [Public edition off]
    ");
    assert_eq!(card.labels(), ["Public edition", "Public edition off"]);

    let other = open.town.digest("setup", &[]).await;
    let magda = open.town.town.guild.person("magda", &[open.town.managers]);
    let hers = open.town.town.slash(&magda, "digest setup", &[]).await;
    open.town.town.guild.set_roles(&magda, &[]);

    // The buttons are old ones by then.
    open.town.town.restart().await;
    let refused = open.town.town.click(&magda, &hers, "Public edition off").await;
    insta::assert_snapshot!(refused.text(), @"Only managers can do this: the owner of the server and people with the permission “Manage Server”.");
    let plans = "SELECT count(*) FROM digest_plans WHERE public_channel_id IS NOT NULL";
    assert_eq!(open.town.town.number(plans).await, 1);

    let off = open.press(&card, "Public edition off").await;
    insta::assert_snapshot!(off.text(), @"
    Saved.
    Weekly digest
    Every Monday at 09:00 (Europe/Chisinau) in #staff.
    Next: week 47 (16–22 November), Monday, 23 November 2026 07:00, in 6 days.
    Sections: all.
    “day: off” ends the posts; digests can still be read.
    ");
    assert_eq!(off.labels(), [""; 0]);
    open.press(&other, "Public edition off").await;
    let audited = "SELECT count(*) FROM audit WHERE action = 'digest.setup' AND before LIKE '%public edition in%'
                   AND after NOT LIKE '%public edition%'";
    assert_eq!(open.town.town.number(audited).await, 1, "the second time there was nothing to end");
    open.town.until("2026-11-23T07:01:00Z").await;
    assert_eq!((open.news().len(), open.town.posted().len()), (0, 1));

    // And all posts at once.
    open.town.digest("setup", &[("public_channel", open.news.into())]).await;
    insta::assert_snapshot!(open.town.digest("setup", &[("public_channel", open.news.into()), ("day", "off".into())]).await.text(), @"`day: off` ends the posts, so no channel goes with it. Nothing was changed; leave out one of the two.");
    open.town.digest("setup", &[("day", "off".into())]).await;
    open.town.until("2026-12-01T00:00:00Z").await;
    assert_eq!((open.news().len(), open.town.posted().len()), (0, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_preview_shows_what_members_would_read_before_it_is_switched_on() {
    let town = Chisinau::at("2026-11-16T09:00:00Z").await;
    let mut open = Open { news: town.town.guild.channel("news"), town };
    let people = open.people(&["ana", "bob", "cleo", "dan", "eva", "fred"]);
    open.talk(open.town.town.general, &people).await;
    let preview = open.town.digest("preview", &[]).await;
    open.town.town.restart().await;
    insta::assert_snapshot!(open.press(&preview, "Public edition").await.text(), @"
    A preview of the public edition; nothing was posted. It is off: `/digest setup` with `public_channel` switches it on.
    Town, week 47 (16–22 November)
    This week is not over; these are its figures so far; most was written on Monday.
    **People who wrote** 6
    **Messages** 36
    **People writing a day, on average** 0.9
    **Came and went** 6 joined · fewer than 5 left
    **Conversations** 30 connections
    **Liveliest channels** #general
    ");

    let council = open.town.town.guild.private_channel("council", &[open.town.managers]);
    let given = [("public_channel", council.into()), ("sections", "moderation".into())];
    insta::assert_snapshot!(open.town.digest("setup", &given).await.text(), @"
    Saved.
    Weekly digest
    Every Monday at 09:00 (Europe/Chisinau). It is posted nowhere, as no channel is set (`channel` sets one); `/digest show` reads it all the same.
    Next: week 47 (16–22 November), Monday, 23 November 2026 07:00, in 6 days.
    Public edition for members, at the same time, in #council: without moderation and private channels, and never about fewer than 5 people.
    Sections: moderation.
    Not everyone can read #council, so some members will not see the public edition.
    The sections that were chosen hold nothing for members, so no public edition is posted.
    “day: off” ends the posts; digests can still be read.
    [Public edition] [Public edition off]
    ");
    let preview = open.town.digest("preview", &[]).await;
    insta::assert_snapshot!(open.press(&preview, "Public edition").await.text(), @"The sections that were chosen hold nothing for members, so no public edition is posted.");
    open.town.until("2026-11-23T08:00:00Z").await;
    assert!(open.town.town.sandbox.messages(council, &open.town.owner).is_empty(), "nothing for members, no post");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn now_posts_what_has_not_been_posted_yet() {
    let town = Chisinau::at("2026-11-16T09:00:00Z").await;
    let open = Open { news: town.town.guild.channel("news"), town };
    open.town.post_to_staff().await;
    open.talk(open.town.town.general, &open.people(&["ana", "bob", "cleo", "dan", "eva", "fred"])).await;
    open.town.until("2026-11-23T08:00:00Z").await;
    assert_eq!((open.news().len(), open.town.posted().len()), (0, 1));

    open.town.digest("setup", &[("public_channel", open.news.into())]).await;
    insta::assert_snapshot!(without_ids(&open.town.digest("now", &[]).await), @"Public edition posted in #news: https://discord.com/channels///");
    assert_eq!((open.titles().len(), open.town.posted().len()), (1, 1), "the other one is there");
    let again = open.town.digest("now", &[]).await;
    assert!(again.text().contains("Nothing was posted now"), "{}", again.text());

    open.town.until("2026-11-29T22:30:00Z").await;
    insta::assert_snapshot!(without_ids(&open.town.digest("now", &[]).await), @"
    Posted in #staff: https://discord.com/channels///
    Public edition posted in #news: https://discord.com/channels///
    ");
    open.town.until("2026-11-30T12:00:00Z").await;
    assert_eq!((open.titles().len(), open.town.posted().len()), (2, 2));
    let both =
        "SELECT count(*) FROM audit WHERE action = 'digest.now' AND after LIKE 'posted in %, public edition in %'";
    assert_eq!(open.town.town.number(both).await, 1);
    insta::assert_snapshot!(without_ids(&open.town.digest("show", &[("week", "48".into())]).await).lines().take(2).collect::<Vec<_>>().join("\n"), @"
    Week 48 (23–29 November): posted in #staff. https://discord.com/channels///
    Public edition: posted in #news. https://discord.com/channels///
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_its_channel_is_gone_that_is_told_and_it_is_posted_elsewhere() {
    let mut open = Open::new().await;
    let log = open.town.town.guild.private_channel("mod-log", &[open.town.managers]);
    open.town.set("mod_log", &format!("<#{log}>")).await;
    open.town.town.guild.delete_channel(open.news);
    open.town.until("2026-11-23T07:01:00Z").await;
    assert_eq!(open.town.posted().len(), 1, "that of the staff came all the same");
    let told = open.town.town.sandbox.messages(log, &open.town.owner);
    insta::assert_snapshot!(told[0].text(), @"The public edition of the digest of week 47 (16–22 November) could not be posted in #unknown. The channel is no longer there; `/digest setup` sets another one. Then `/digest now` posts it.");
    assert_eq!(told.len(), 1);
    insta::assert_snapshot!(without_ids(&open.town.digest("setup", &[]).await), @"
    Weekly digest
    Every Monday at 09:00 (Europe/Chisinau) in #staff.
    Next: week 48 (23–29 November), Monday, 30 November 2026 07:00, in 6 days.
    Public edition for members, at the same time, in #unknown: without moderation and private channels, and never about fewer than 5 people.
    Sections: all.
    Week 47 (16–22 November): posted in #staff. https://discord.com/channels///
    Public edition: could not be posted in #unknown. The channel is no longer there; `/digest setup` sets another one.
    #unknown is no longer there, so members cannot get their edition. `public_channel` sets another one.
    “day: off” ends the posts; digests can still be read.
    [Public edition] [Public edition off]
    ");

    open.news = open.town.town.guild.channel("bulletin");
    open.town.digest("setup", &[("public_channel", open.news.into())]).await;
    open.town.town.pass(MINUTE).await;
    insta::assert_snapshot!(without_ids(&open.town.digest("now", &[]).await), @"Public edition posted in #bulletin: https://discord.com/channels///");
    assert_eq!((open.titles().len(), open.town.posted().len()), (1, 1));
}
