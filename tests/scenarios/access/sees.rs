//! Who sees a channel, and who may write there: nothing of a channel reaches anybody who does not see it,
//! nothing is posted where whoever asks could not write, and another server stays another server.

use std::time::Duration;

use insta::assert_snapshot;
use serde_json::json;
use sqlx::SqliteConnection;
use steward::discord::outbox;
use steward::discord::outbox::{Effect, Order};
use steward::ids::{ChannelId, RoleId};
use steward::sandbox::{Answer, Given, Overwrite, Person, Shown, rights};

use crate::support::scene::Scene;
use crate::support::town::Town;

const SECOND: Duration = Duration::from_secs(1);
const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);

/// A town with a channel that only managers see, and a helper who does not.
struct Place {
    town: Town,
    helper: Person,
    manager: Person,
    managers: RoleId,
    ana: Person,
    staff: ChannelId,
}

async fn place() -> Place {
    let town = Town::new().await;
    let may = rights::MANAGE_GUILD | rights::MANAGE_MESSAGES | rights::MODERATE_MEMBERS | rights::CREATE_EVENTS;
    let managers = town.guild.role("Managers", may);
    let manager = town.guild.person("magnus", &[managers]);
    let (helper, ana) = (town.helper("hedda"), town.member("ana"));
    let staff = town.guild.private_channel("den", &[managers]);
    town.settled().await;
    Place { town, helper, manager, managers, ana, staff }
}

impl Place {
    /// A command in a channel.
    async fn slash(&self, by: &Person, channel: ChannelId, words: &str, given: &[(&str, Given)]) -> Answer {
        self.town.settled().await;
        let answer = by.slash_hidden(channel, words, given).await;
        let answer = answer.unwrap_or_else(|why| panic!("/{words} by {}: {why}", by.name()));
        self.town.settled().await;
        answer.now()
    }

    /// A poll that the manager publishes in a channel.
    async fn poll(&self, channel: ChannelId, words: &str, given: &[(&str, Given)]) -> Answer {
        let preview = self.slash(&self.manager, channel, words, given).await;
        let published = self.town.click(&self.manager, &preview, "Publish").await;
        self.town.pass(SECOND).await;
        published
    }

    /// A question about the zebra, in a channel.
    async fn zebra(&self, channel: ChannelId) {
        let given: [(&str, Given); 2] = [("question", "Zebra or horse?".into()), ("options", "Zebra; Horse".into())];
        let published = self.poll(channel, "poll create", &given).await;
        assert!(published.text().contains("is open in"), "{}", published.text());
    }

    fn posts(&self, channel: ChannelId) -> Vec<Shown> {
        self.town.sandbox.messages(channel, &self.town.guild.owner())
    }

    /// Only these may write in a channel; everyone sees it.
    fn announcements(&self) -> ChannelId {
        let of = |id: RoleId, allow: u64, deny: u64| Overwrite { id: id.get(), of_member: false, allow, deny };
        let everyone = RoleId(self.town.guild.id().get());
        let overwrites = [
            of(everyone, 0, rights::SEND_MESSAGES),
            of(self.managers, rights::SEND_MESSAGES, 0),
            of(self.town.guild.bot_role(), rights::SEND_MESSAGES, 0),
        ];
        self.town.guild.channel_with("announcements", &overwrites)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_into_another_server_is_none_and_nobody_is_called_there() {
    let place = place().await;
    let village = place.town.sandbox.guild("Village");
    let secret = village.private_channel("secret", &[]);
    let said = village.owner().says(secret, "Hello").unwrap();
    place.town.settled().await;
    for channel in [secret, ChannelId(77), place.staff] {
        let link = format!("https://discord.com/channels/{}/{channel}/{said}", place.town.guild.id());
        let given: [(&str, Given); 4] = [
            ("member", (&place.ana).into()),
            ("reason", "Called a newcomer names.".into()),
            ("notify", "channel".into()),
            ("message", link.into()),
        ];
        let refused = place.slash(&place.helper, place.town.general, "warn", &given).await;
        assert!(refused.text().contains("is no link to a message of this server"), "{}", refused.text());
        assert_eq!(refused.labels(), ["Correct"], "what was typed can be corrected, nothing is offered to post");
    }
    place.town.pass(SECOND).await;
    assert_eq!(place.town.sandbox.messages(secret, &village.owner()).len(), 1, "only what its owner wrote");
    assert_eq!(place.posts(place.staff).len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_in_a_channel_stands_only_where_whoever_warns_could_write() {
    let place = place().await;
    let announcements = place.announcements();
    let given: [(&str, Given); 3] =
        [("member", (&place.ana).into()), ("reason", "Called a newcomer names.".into()), ("notify", "channel".into())];
    let refused = place.slash(&place.helper, announcements, "warn", &given).await;
    assert_snapshot!(refused.text(), @"
    You can’t write in #announcements, so I can’t post there for you. Choose a channel you can write in, or ask someone who manages the server to give your role the permission “Send Messages and Create Posts” there.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_delivery_refuses_a_channel_of_another_server() {
    let place = place().await;
    let village = place.town.sandbox.guild("Village");
    let square = village.channel("square");
    place.town.settled().await;
    let (guild, now) = (place.town.guild.id(), place.town.clock.now());
    let effect = Effect::Post { channel: square, body: json!({"content": "Hello", "allowed_mentions": {"parse": []}}) };
    let order = Order::new(guild, "polls", "trial", 0, effect);
    let write = async move |tx: &mut SqliteConnection| outbox::insert(tx, &order, now).await;
    place.town.app().db.write(write).await.unwrap();
    place.town.pass(SECOND).await;
    assert_eq!(place.town.sandbox.messages(square, &village.owner()).len(), 0);
    assert_eq!(place.town.number("SELECT count(*) FROM outbox WHERE why = 'foreign'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_polls_in_a_hidden_channel_nobody_learns_who_does_not_see_it() {
    let place = place().await;
    let (town, general) = (&place.town, place.town.general);
    place.zebra(place.staff).await;
    let card = place.posts(place.staff).pop().unwrap();
    place.manager.clicks(card.id.unwrap(), "Zebra").await.unwrap();
    town.settled().await;

    for typed in ["", "1", "zeb"] {
        let offered = place.helper.autocomplete(general, "poll results", "poll", typed, &[]).await.unwrap();
        assert!(offered.is_empty(), "{typed}: {offered:?}");
        let offered = place.manager.autocomplete(general, "poll results", "poll", typed, &[]).await.unwrap();
        assert_eq!(offered.len(), 1, "{typed}: {offered:?}");
    }
    assert!(!place.slash(&place.helper, general, "poll list", &[]).await.text().contains("Zebra"));
    assert!(place.slash(&place.manager, general, "poll list", &[]).await.text().contains("Zebra"));
    let closes: (&str, Given) = ("closes", "in 5 days".into());
    for words in ["poll results", "poll repeat", "poll close", "poll extend", "poll export"] {
        let given = |poll: &str| {
            let extend = (words == "poll extend").then(|| closes.clone());
            [("poll", Given::from(poll))].into_iter().chain(extend).collect::<Vec<_>>()
        };
        let hidden = place.slash(&place.helper, general, words, &given("1")).await.text().replace('1', "N");
        let none = place.slash(&place.helper, general, words, &given("9")).await.text().replace('9', "N");
        assert_eq!(hidden, none, "{words}");
        let by_words = place.slash(&place.helper, general, words, &given("Zebra or horse?")).await;
        assert!(by_words.labels().iter().all(|label| *label == "Correct"), "{words}: {}", by_words.text());
    }
    let hook = town.guild.owner().says(general, "Hello").unwrap();
    town.settled().await;
    for id in ["results:1:1", "who:1:1", "vote:1:1:1", "mine:1:1", "again:1:1", "withdraw:1:1"] {
        let pressed = place.helper.presses_custom_id(general, hook, &format!("polls:{id}")).await;
        assert!(pressed.text().starts_with("This button is from an older version"), "{id}: {}", pressed.text());
    }
    let found = place.slash(&place.manager, general, "poll results", &[("poll", "1".into())]).await;
    assert!(found.text().contains("Zebra"), "{}", found.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_private_thread_is_for_those_who_were_added_and_those_who_manage_threads() {
    let place = place().await;
    let (town, general) = (&place.town, place.town.general);
    let thread = place.manager.opens_private_thread(general, "secret plans").unwrap();
    place.zebra(thread).await;
    let list = async |by: &Person| place.slash(by, general, "poll list", &[]).await.text().contains("Zebra");
    assert!(list(&place.manager).await, "who opened it is in it");
    assert!(!list(&place.helper).await);
    place.manager.adds_to_thread(thread, &place.helper).unwrap();
    town.settled().await;
    assert!(list(&place.helper).await);
    let keeper = town.guild.role("Keepers", rights::MANAGE_MESSAGES | rights::MANAGE_THREADS);
    let keeper = town.guild.person("kim", &[keeper]);
    town.settled().await;
    assert!(list(&keeper).await);
    // What Discord does not say in time is no.
    let other = town.guild.person("hugo", &town.guild.roles_of(&place.helper));
    place.manager.adds_to_thread(thread, &other).unwrap();
    town.settled().await;
    town.sandbox.faults().fail("GET /channels/*/thread-members/*", 1, 500, 0);
    assert!(!list(&other).await);
    assert!(list(&other).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_threads_the_permission_for_threads_counts() {
    let place = place().await;
    let announcements = place.announcements();
    let given: [(&str, Given); 2] = [("question", "Which evening?".into()), ("options", "Friday; Saturday".into())];
    let refused = place.slash(&place.helper, announcements, "poll create", &given).await;
    assert!(refused.text().starts_with("You can’t write in #announcements"), "{}", refused.text());
    let thread = place.manager.opens_thread(announcements, "talk", None).unwrap();
    place.town.settled().await;
    let preview = place.slash(&place.helper, thread, "poll create", &given).await;
    assert!(preview.labels().contains(&"Publish"), "{}", preview.text());

    let mute = Overwrite {
        id: place.town.guild.id().get(),
        of_member: false,
        allow: 0,
        deny: rights::SEND_MESSAGES_IN_THREADS,
    };
    place.town.guild.set_overwrites(announcements, &[mute]);
    let refused = place.town.click(&place.helper, &preview, "Publish").await;
    assert!(refused.text().contains("“Send Messages in Threads and Posts”"), "{}", refused.text());
    place.town.pass(SECOND).await;
    assert_eq!(place.posts(thread).iter().filter(|post| post.author == "Steward").count(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_survey_is_known_to_those_who_see_every_channel_where_it_was_posted() {
    let place = place().await;
    let (town, general) = (&place.town, place.town.general);
    let text = "title = \"Zebra\"\n[[question]]\nkind = \"rating\"\ntext = \"How was the zebra?\"\n";
    let file = Given::File { name: "survey.toml".into(), bytes: text.into() };
    place.slash(&place.manager, place.staff, "survey create", &[("file", file)]).await;
    let other = town.guild.role("Others", rights::MANAGE_GUILD | rights::MANAGE_MESSAGES);
    let other = town.guild.person("oona", &[other]);
    assert!(place.slash(&other, general, "survey list", &[]).await.text().contains("Zebra"), "a draft is nobody's");
    let preview = place.slash(&place.manager, place.staff, "survey send", &[("survey", "#1".into())]).await;
    town.click(&place.manager, &preview, "Publish").await;
    town.pass(SECOND).await;
    assert_eq!(place.posts(place.staff).len(), 1);

    assert!(!place.slash(&other, general, "survey list", &[]).await.text().contains("Zebra"));
    for words in ["survey results", "survey export", "survey repeat", "survey send"] {
        let offered = other.autocomplete(general, words, "survey", "", &[]).await.unwrap();
        assert!(offered.is_empty(), "{words}: {offered:?}");
        let hidden = place.slash(&other, general, words, &[("survey", "#1".into())]).await.text().replace('1', "N");
        let none = place.slash(&other, general, words, &[("survey", "#9".into())]).await.text().replace('9', "N");
        assert_eq!(hidden, none, "{words}");
    }
    let hook = town.guild.owner().says(general, "Hello").unwrap();
    town.settled().await;
    let start = place.ana.presses_custom_id(general, hook, "surveys:fill-start:1:1").await;
    assert!(!start.text().contains("zebra"), "{}", start.text());
    assert!(place.slash(&place.manager, general, "survey list", &[]).await.text().contains("Zebra"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_quoted_message_is_for_those_who_see_its_channel() {
    let place = place().await;
    let inside = place.town.guild.person("ina", &[place.managers]);
    let said = inside.says(place.staff, "The zebra is a secret").unwrap();
    place.town.settled().await;
    let owner = place.town.guild.owner();
    let form = owner.message_menu("Warn author…", said).await.unwrap();
    let preview = owner.submits(&form, &[("reason", "Told a secret.")]).await.unwrap();
    place.town.click(&owner, &preview, "Confirm").await;
    let view = async |by: &Person| {
        let answer = place.slash(by, place.town.general, "case view", &[("number", 1.into())]).await;
        answer.text().to_owned()
    };
    assert!(view(&place.manager).await.contains("The zebra is a secret"));
    let seen = view(&place.helper).await;
    assert!(seen.contains("Told a secret.") && !seen.contains("zebra"), "{seen}");
    assert!(!seen.contains("discord.com"), "{seen}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_date_of_a_hidden_channel_becomes_no_event_of_the_server() {
    let place = place().await;
    let (town, lobby) = (&place.town, place.town.guild.private_channel("lobby", &[place.managers]));
    let given: [(&str, Given); 2] = [("question", "Zebra?".into()), ("options", "in 3 days; in 4 days".into())];
    let lines = |preview: &Answer| preview.text().lines().nth(1).unwrap().to_owned();
    let hidden = place.slash(&place.manager, lobby, "poll dates", &given).await;
    assert_snapshot!(lines(&hidden), @"Not everyone can see this channel, so the winning date doesn’t become an event.");
    town.click(&place.manager, &hidden, "Publish").await;
    // Nor one in the name of somebody who may make none.
    let plain = town.guild.role("Plain", rights::MANAGE_MESSAGES);
    let plain = town.guild.person("pam", &[plain]);
    let lacking = place.slash(&plain, town.general, "poll dates", &given).await;
    assert_snapshot!(lines(&lacking), @"You don’t have the permission “Create Events”, so the winning date doesn’t become an event.");
    town.click(&plain, &lacking, "Publish").await;
    town.pass(SECOND).await;
    for channel in [lobby, town.general] {
        let card = place.posts(channel).pop().unwrap();
        let label = card.labels()[0].to_owned();
        place.manager.clicks(card.id.unwrap(), &label).await.unwrap();
    }
    town.pass(3 * DAY).await;
    assert_eq!(town.guild.events(), Vec::<String>::new());
    assert!(place.posts(lobby).iter().all(|post| !post.text().contains("list of events")));
    assert!(place.posts(lobby).iter().any(|post| post.text().contains("has won")), "{:?}", place.posts(lobby));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_opens_only_while_whoever_asked_may_still_ask() {
    let scene = Scene::new().await;
    let (town, general) = (&scene.town, scene.town.general);
    let schedule = async |by: &Person, question: &str| {
        let given: [(&str, Given); 3] =
            [("question", question.into()), ("options", "Yes; No".into()), ("starts", "in 1 hour".into())];
        let preview = town.slash(by, "poll create", &given).await;
        town.click(by, &preview, "Publish").await;
    };
    schedule(&scene.helper, "Zebra?").await;
    schedule(&scene.moderator, "Horse?").await;
    town.guild.set_roles(&scene.helper, &[]);
    town.settled().await;
    town.pass(HOUR + 2 * SECOND).await;
    let posts = town.sandbox.messages(general, &town.guild.owner());
    let questions: Vec<bool> = posts.iter().map(|post| post.text().contains("Horse?")).collect();
    assert_eq!(questions, [true], "{posts:?}");
    let told = scene.logged().pop().unwrap();
    assert_snapshot!(told.text(), @"I didn’t open poll #1 in #general: @hedda, who created it, isn’t staff anymore or can’t write there. To hold it, use `/poll create` or `/poll repeat` there.");
    let list = scene.slash(&scene.manager, "poll list", &[]).await;
    assert!(list.text().contains("called off"), "{}", list.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_survey_comes_again_only_while_whoever_set_it_may_still_send_it() {
    let scene = Scene::new().await;
    let town = &scene.town;
    let text = "title = \"Zebra\"\n[[question]]\nkind = \"rating\"\ntext = \"How was the zebra?\"\n";
    let file = Given::File { name: "survey.toml".into(), bytes: text.into() };
    scene.slash(&scene.manager, "survey create", &[("file", file)]).await;
    let preview = scene.slash(&scene.manager, "survey send", &[("survey", "#1".into())]).await;
    town.click(&scene.manager, &preview, "Publish").await;
    let given: [(&str, Given); 3] = [("survey", "#1".into()), ("every", "every week".into()), ("closes", "2d".into())];
    scene.slash(&scene.manager, "survey repeat", &given).await;
    let posts = || town.sandbox.messages(town.general, &town.guild.owner()).len();
    let before = posts();
    town.guild.set_roles(&scene.manager, &[]);
    town.settled().await;
    town.pass(8 * DAY).await;
    assert_eq!(posts(), before);
    let log = town.sandbox.messages(scene.log, &town.guild.owner());
    assert!(log.iter().any(|post| post.text().contains("could not be posted in #general")), "{log:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mod_log_that_everyone_reads_shows_no_evidence() {
    let scene = Scene::new().await;
    let given: [(&str, Given); 4] = [
        ("member", (&scene.bob).into()),
        ("reason", "Called a newcomer names.".into()),
        ("rule", "Be kind".into()),
        ("evidence", "The zebra saw it".into()),
    ];
    let warn = async || {
        let preview = scene.slash(&scene.moderator, "warn", &given).await;
        scene.town.click(&scene.moderator, &preview, "Confirm").await;
        scene.town.pass(2 * SECOND).await;
        scene.town.sandbox.messages(scene.log, &scene.town.guild.owner()).pop().unwrap().text().to_owned()
    };
    let hidden = warn().await;
    assert!(hidden.contains("The zebra saw it") && hidden.contains("Be kind"), "{hidden}");
    scene.town.guild.set_overwrites(scene.log, &[]);
    let public = warn().await;
    assert!(public.contains("Be kind") && !public.contains("zebra"), "{public}");
    let card = scene.view(&scene.moderator, 2).await;
    assert!(card.text().contains("The zebra saw it"), "{}", card.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_setting_names_only_a_channel_that_whoever_chooses_it_sees() {
    let place = place().await;
    let (town, general) = (&place.town, place.town.general);
    let other = town.guild.role("Others", rights::MANAGE_GUILD | rights::MANAGE_MESSAGES);
    let other = town.guild.person("oona", &[other]);
    let setting: (&str, Given) = ("setting", "mod_log".into());
    let value: (&str, Given) = ("value", place.staff.to_string().into());
    let refused = place.slash(&other, general, "setup set", &[setting.clone(), value.clone()]).await;
    assert_snapshot!(refused.text(), @"
    There’s no such channel here that you can see. Choose one from the list.
    [Correct]
    ");
    let offered =
        other.autocomplete(general, "setup set", "value", "den", std::slice::from_ref(&setting)).await.unwrap();
    assert!(offered.is_empty(), "{offered:?}");
    let offered =
        place.manager.autocomplete(general, "setup set", "value", "den", std::slice::from_ref(&setting)).await;
    assert_eq!(offered.unwrap().len(), 1);
    let given: [(&str, Given); 1] = [("channel", place.staff.into())];
    let refused = place.slash(&other, general, "digest setup", &given).await;
    assert!(refused.text().starts_with("There’s no such channel here"), "{}", refused.text());
    let changed = place.slash(&place.manager, general, "setup set", &[setting, value]).await;
    assert!(changed.text().contains('→'), "{}", changed.text());
}
