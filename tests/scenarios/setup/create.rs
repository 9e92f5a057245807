//! *Create these for me*: the channels of the team, made once whatever happens, and taken back.

use std::time::Duration;

use serde_json::Value;
use steward::features::setup;
use steward::ids::{ChannelId, RoleId};
use steward::sandbox::faults::Fault;
use steward::sandbox::{Answer, Person, rights};

use crate::support::town::Town;

const MAKE: &str = "POST /guilds/*/channels";
const MINUTE: Duration = Duration::from_secs(60);

/// A server whose bot waits no longer than a second for an answer, with a manager and their team.
struct Place {
    town: Town,
    manager: Person,
    mods: RoleId,
}

impl Place {
    async fn new() -> Self {
        let town = Town::with(|config| config.rest.timeout_s = 1).await;
        let managers = town.guild.role("Managers", rights::MANAGE_GUILD);
        let mods = town.guild.role("Mods", rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES);
        let manager = town.guild.person("magnus", &[managers]);
        Self { town, manager, mods }
    }

    /// The third step of the walk.
    async fn staff(&self) -> Answer {
        let place = self.town.slash(&self.manager, "setup start", &[]).await;
        let roles = self.town.click(&self.manager, &place, forward(&place)).await;
        self.town.click(&self.manager, &roles, forward(&roles)).await
    }

    async fn create(&self) -> Answer {
        let staff = self.staff().await;
        self.town.click(&self.manager, &staff, "Create these for me").await
    }

    /// Name, category's name and overwrites of every channel, in the order in which they were made.
    fn channels(&self) -> Vec<(String, Option<String>, Value)> {
        let channels = self.town.guild.channels();
        let name = |channel: &Value| channel["name"].as_str().unwrap_or_default().to_owned();
        let of = |id: &Value| channels.iter().find(|one| one["id"] == *id).map(name);
        let one =
            |channel: &Value| (name(channel), of(&channel["parent_id"]), channel["permission_overwrites"].clone());
        channels.iter().map(one).collect()
    }

    fn names(&self) -> String {
        self.channels().into_iter().map(|(name, ..)| name).collect::<Vec<_>>().join(" ")
    }

    async fn chosen(&self, name: &str) -> Option<ChannelId> {
        setup::server(self.town.app().db.read(), self.town.guild.id()).await.unwrap().channel(name)
    }
}

/// The button that leads on.
fn forward(page: &Answer) -> &'static str {
    if page.labels().contains(&"Skip") { "Skip" } else { "Next" }
}

const ALL: &str = "general Moderators mod-log reports appeals feedback digest";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_channels_of_the_team_are_made_and_only_the_team_sees_them() {
    let mut place = Place::new().await;
    let (mona, bob) = (place.town.guild.person("mona", &[place.mods]), place.town.member("bob"));

    let made = place.create().await;
    insta::assert_snapshot!(made.text(), @"
    Setup, step 3 of 5: channels for the team
    **Made, seen only by the team and me:** Moderators, #mod-log, #reports, #appeals, #feedback, #digest
    Here the team reads what I write for it. *Create these for me* makes the channels that are not chosen yet, in a category that only the team and I see.
    **mod_log**: #mod-log
    **reports**: #reports
    **appeals**: #appeals
    (Mod log: #mod-log)
    (Reports: #reports)
    (Appeals: #appeals)
    [Back] [Next] [Create these for me (disabled)] [Undo]
    ");
    assert_eq!(place.names(), ALL);
    for (name, parent, _) in place.channels().into_iter().skip(2) {
        assert_eq!(parent.as_deref(), Some("Moderators"), "{name}");
    }
    for setting in ["mod_log", "reports", "appeals", "feedback", "digest"] {
        let channel = place.chosen(setting).await.expect(setting);
        assert!(bob.says(channel, "hello").is_err(), "{setting} is hidden from members");
        mona.says(channel, "hello").unwrap();
    }
    let managers = place.manager.says(place.chosen("digest").await.unwrap(), "hello");
    assert!(managers.is_ok(), "who manages by permission is let in");
    let reasons: Vec<String> = place.town.sandbox.calls(MAKE).into_iter().filter_map(|call| call.reason).collect();
    assert_eq!(reasons.len(), 6);
    assert!(reasons[0].contains("/setup start") && reasons[0].contains(&place.manager.id().to_string()), "{reasons:?}");
    let check = place.town.slash(&place.manager, "setup check", &[]).await;
    assert!(!check.text().contains("mod_log"), "Steward can write there: {}", check.text());
    assert_eq!(place.town.number("SELECT count(*) FROM audit WHERE action = 'setup.create'").await, 6);

    place.town.restart().await;
    let staff = place.staff().await;
    assert!(staff.text().contains("[Create these for me (disabled)]"), "{}", staff.text());
    let again = place.manager.presses_custom_id(place.town.general, &staff, "setup:create:1:2").await;
    place.town.settled().await;
    assert_eq!(again.text(), "Every channel of the team is chosen already, so nothing was made.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_chosen_roles_are_let_in_and_the_names_are_in_the_servers_language() {
    let place = Place::new().await;
    let guards = place.town.guild.role("Guards", 0);
    let (mona, greta) = (place.town.guild.person("mona", &[place.mods]), place.town.guild.person("greta", &[guards]));
    for (setting, value) in [("language", "ru"), ("moderator_role", "Guards"), ("mod_log", "general")] {
        let given = [("setting", setting.into()), ("value", value.into())];
        place.town.slash(&place.manager, "setup set", &given).await;
    }

    place.create().await;
    assert_eq!(place.names(), "general Модераторы жалобы обжалования отзывы сводка", "what is chosen is not made");
    let digest = place.chosen("digest").await.unwrap();
    greta.says(digest, "hello").unwrap();
    assert!(mona.says(digest, "hello").is_err(), "another role was chosen");
    assert_eq!(place.chosen("mod_log").await, Some(place.town.general));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_missing_permission_is_named_and_nothing_is_made() {
    let place = Place::new().await;
    place.town.guild.bot_permissions(rights::VIEW_CHANNEL | rights::SEND_MESSAGES);

    let refused = place.create().await;
    insta::assert_snapshot!(refused.text(), @"I lack the permission “Manage Channels” for that. Someone who manages the server can give it to my role under Server Settings → Roles; then try again.");
    assert_eq!(place.names(), "general");
    assert_eq!(place.town.number("SELECT count(*) FROM setup_creations").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn taken_back_the_settings_are_as_before_and_empty_channels_go() {
    let place = Place::new().await;

    let made = place.create().await;
    let undone = place.town.click(&place.manager, &made, "Undo").await;
    insta::assert_snapshot!(undone.text(), @"
    Setup, step 3 of 5: channels for the team
    **Taken back.** The settings are as before; channels in which nobody has written are deleted.
    Here the team reads what I write for it. *Create these for me* makes the channels that are not chosen yet, in a category that only the team and I see.
    **mod_log**: none (by default)
    **reports**: none (by default)
    **appeals**: none (by default)
    (Mod log)
    (Reports)
    (Appeals)
    [Back] [Skip] [Create these for me]
    ");
    assert_eq!(place.names(), "general");
    assert_eq!(place.town.number("SELECT count(*) FROM settings").await, 0);

    let made = place.town.click(&place.manager, &undone, "Create these for me").await;
    let log = place.chosen("mod_log").await.unwrap();
    place.manager.says(log, "Let us keep this one.").unwrap();
    let undone = place.town.click(&place.manager, &made, "Undo").await;
    insta::assert_snapshot!(undone.text(), @"
    Setup, step 3 of 5: channels for the team
    **Taken back.** The settings are as before; channels in which nobody has written are deleted.
    These stay, because somebody has written there or something is in them: Moderators, #mod-log
    Here the team reads what I write for it. *Create these for me* makes the channels that are not chosen yet, in a category that only the team and I see.
    **mod_log**: none (by default)
    **reports**: none (by default)
    **appeals**: none (by default)
    (Mod log)
    (Reports)
    (Appeals)
    [Back] [Skip] [Create these for me]
    ");
    assert_eq!(place.names(), "general Moderators mod-log");
    assert_eq!(place.chosen("mod_log").await, None);

    // The category is used again, and what stays is no setting's any more.
    let made = place.town.click(&place.manager, &undone, "Create these for me").await;
    assert_eq!(place.names(), "general Moderators mod-log mod-log reports appeals feedback digest");
    place.town.pass(11 * MINUTE).await;
    let late = place.town.click(&place.manager, &made, "Undo").await;
    assert!(late.text().contains("for ten minutes only"), "{}", late.text());
    assert!(place.chosen("mod_log").await.is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_answer_makes_no_second_channel() {
    let place = Place::new().await;
    place.town.sandbox.faults().plan(MAKE, 1, Fault::ResetAfterApplying);
    let staff = place.staff().await;

    let made = place.manager.clicks(&staff, "Create these for me").await.unwrap();
    insta::assert_snapshot!(made.text(), @"
    Setup, step 3 of 5: channels for the team
    Discord is still at it. *Look again* says how far it is.
    Here the team reads what I write for it. *Create these for me* makes the channels that are not chosen yet, in a category that only the team and I see.
    **mod_log**: none (by default)
    **reports**: none (by default)
    **appeals**: none (by default)
    (Mod log)
    (Reports)
    (Appeals)
    [Back] [Skip] [Create these for me] [Undo] [Look again]
    ");
    place.town.pass(MINUTE).await;
    assert_eq!(place.names(), ALL);
    let now = place.town.click(&place.manager, &made, "Look again").await;
    assert!(now.text().contains("#digest") && !now.text().contains("Look again"), "{}", now.text());
    assert!(place.chosen("digest").await.is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn stopped_in_the_middle_it_goes_on_and_adopts_what_it_has_made() {
    let mut place = Place::new().await;
    place.town.sandbox.faults().plan(MAKE, 1, Fault::HangAfterApplying);
    let staff = place.staff().await;
    place.manager.clicks(&staff, "Create these for me").await.unwrap();

    place.town.restart().await;
    place.town.pass(MINUTE).await;
    assert_eq!(place.names(), ALL);
    assert!(place.chosen("digest").await.is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_discord_refuses_is_told_and_can_be_tried_again() {
    let place = Place::new().await;
    place.town.sandbox.faults().plan(MAKE, 1, Fault::Fail { status: 403, code: 50_013 });

    let refused = place.create().await;
    insta::assert_snapshot!(refused.text(), @"
    Setup, step 3 of 5: channels for the team
    **Not made:** Moderators, mod-log, reports, appeals, feedback, digest. I lack the permission “Manage Channels”, “View Channel” for that. Someone who manages the server can give it to my role under Server Settings → Roles; then try again.
    Here the team reads what I write for it. *Create these for me* makes the channels that are not chosen yet, in a category that only the team and I see.
    **mod_log**: none (by default)
    **reports**: none (by default)
    **appeals**: none (by default)
    (Mod log)
    (Reports)
    (Appeals)
    [Back] [Skip] [Create these for me]
    ");
    assert_eq!((place.names().as_str(), place.chosen("mod_log").await), ("general", None));
    place.town.click(&place.manager, &refused, "Create these for me").await;
    assert_eq!(place.names(), ALL);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_managers_at_once_get_one_set_of_channels() {
    let place = Place::new().await;
    let other = place.town.guild.owner();
    let one = place.staff().await;
    place.town.settled().await;
    let (first, second) = tokio::join!(
        place.manager.clicks(&one, "Create these for me"),
        other.presses_custom_id(place.town.general, &one, "setup:create:1:2"),
    );
    place.town.settled().await;
    let texts = [first.unwrap().text().to_owned(), second.text().to_owned()];
    let refused = texts.iter().filter(|text| text.contains("already")).count();
    assert_eq!(refused, 1, "{texts:?}");
    assert_eq!(place.names(), ALL);
}
