//! What each kind of setting takes and refuses, and what comes of it: roles of the staff, channels,
//! hours, terms.

use std::time::Duration;

use steward::features::setup;
use steward::sandbox::{Answer, Given, Person, rights};

use crate::support::town::Town;

const DAY: Duration = Duration::from_secs(86_400);

fn manager(town: &Town) -> Person {
    let managers = town.guild.role("Managers", rights::MANAGE_GUILD);
    town.guild.person("magnus", &[managers])
}

async fn set(town: &Town, by: &Person, setting: &str, value: &str) -> Answer {
    let answer = town.slash(by, "setup set", &[("setting", setting.into()), ("value", value.into())]).await;
    assert!(answer.ephemeral && answer.pings.is_empty(), "{}", answer.text());
    answer
}

async fn stored(town: &Town, name: &str) -> Option<String> {
    let server = setup::server(town.app().db.read(), town.guild.id()).await.unwrap();
    server.get(name).map(str::to_owned)
}

async fn offered(town: &Town, by: &Person, setting: &str, typed: &str) -> Vec<String> {
    town.settled().await;
    let others: [(&str, Given); 1] = [("setting", setting.into())];
    let offered = by.autocomplete(town.general, "setup set", "value", typed, &others).await.unwrap();
    offered.into_iter().map(|choice| choice.name).collect()
}

/// Somebody tries to write a note, whatever their client shows; the first line of the answer.
async fn note(town: &Town, by: &Person, about: &Person) -> String {
    town.settled().await;
    let given: [(&str, Given); 2] = [("member", about.into()), ("text", "Knows the rules of chess.".into())];
    let answer = by.slash_hidden(town.general, "note", &given).await.unwrap();
    answer.text().lines().next().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_helper_role_makes_helpers_at_once_and_after_a_restart_until_it_is_taken_back() {
    let mut town = Town::new().await;
    let (manager, bob) = (manager(&town), town.member("bob"));
    let kind = town.guild.role("Kind people", 0);
    let kate = town.guild.person("kate", &[kind]);

    assert!(note(&town, &kate, &bob).await.starts_with("Only helpers"));
    let chosen = set(&town, &manager, "helper_role", "Kind people").await;
    insta::assert_snapshot!(chosen.text(), @"
    **helper_role**: none; permissions say it → **@Kind people**
    ⚠ Discord hides some commands from people who have only @Kind people: it shows them only to whoever has “Manage Messages”. Give the role that under Server Settings → Roles, or allow it for my commands under Server Settings → Integrations.
    [Undo]
    ");
    assert!(note(&town, &kate, &bob).await.starts_with("Noted about @bob"));
    town.restart().await;
    assert!(note(&town, &kate, &bob).await.starts_with("Noted about @bob"), "after a restart too");
    town.guild.set_roles(&kate, &[]);
    assert!(note(&town, &kate, &bob).await.starts_with("Only helpers"), "whoever has the role no more");
    town.guild.set_roles(&kate, &[kind]);
    town.click(&manager, &chosen, "Undo").await;
    assert!(note(&town, &kate, &bob).await.starts_with("Only helpers"), "taken back");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_higher_of_role_and_permissions_counts_and_protects() {
    let town = Town::new().await;
    let owner = town.guild.owner();
    let (guards, council) = (town.guild.role("Guards", 0), town.guild.role("Council", 0));
    let (greta, carl) = (town.guild.person("greta", &[guards]), town.guild.person("carl", &[council]));
    let (helper, bob) = (town.helper("hedda"), town.member("bob"));
    set(&town, &owner, "moderator_role", &format!("<@&{guards}>")).await;
    set(&town, &owner, "manager_role", &council.to_string()).await;

    let given: [(&str, Given); 3] =
        [("member", (&bob).into()), ("duration", "1h".into()), ("reason", "Flooded.".into())];
    let done = greta.slash_hidden(town.general, "timeout", &given).await.unwrap();
    assert!(done.text().starts_with("Recorded") || done.text().contains("Recorded"), "{}", done.text());
    assert!(note(&town, &helper, &greta).await.contains("stands on a higher level"), "a moderator by role");
    assert!(note(&town, &greta, &carl).await.contains("stands on a higher level"), "a manager by role");
    // Whoever is a manager by role reaches the settings, and a role that gives less takes nothing away.
    set_hidden(&town, &carl, "helper_role", "Council").await;
    set_hidden(&town, &carl, "zone", "Europe/Chisinau").await;
    assert_eq!(stored(&town, "zone").await.as_deref(), Some("Europe/Chisinau"));
    // But not who manages: that is for the owner and people whom Discord lets manage.
    let given: [(&str, Given); 2] = [("setting", "manager_role".into()), ("value", "Guards".into())];
    let refused = carl.slash_hidden(town.general, "setup set", &given).await.unwrap();
    assert!(refused.text().starts_with("Only managers"), "{}", refused.text());
    assert_eq!(stored(&town, "manager_role").await, Some(council.to_string()));
    town.settled().await;
}

async fn set_hidden(town: &Town, by: &Person, setting: &str, value: &str) {
    town.settled().await;
    let given: [(&str, Given); 2] = [("setting", setting.into()), ("value", value.into())];
    let answer = by.slash_hidden(town.general, "setup set", &given).await.unwrap();
    assert!(answer.text().contains(" → "), "{}", answer.text());
    town.settled().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn roles_that_cannot_make_a_team_are_refused_with_what_to_do() {
    let town = Town::new().await;
    let manager = manager(&town);
    let (own, village) = (town.guild.bot_role(), town.sandbox.guild("Village"));
    let elsewhere = village.role("Villagers", 0);
    town.guild.role("Twice", 0);
    town.guild.role("Twice", 0);

    let mut answers = Vec::new();
    for typed in ["@everyone", &own.to_string(), &elsewhere.to_string(), "Villagers", "Twice", "nobody <@1>"] {
        let answer = set(&town, &manager, "helper_role", typed).await;
        answers.push(answer.text().replace(&elsewhere.to_string(), "<elsewhere>"));
    }
    insta::assert_snapshot!(answers.join("\n"), @"
    @everyone is everyone in the server, so it cannot make the team. Choose a role that only the team has.
    [Correct]
    @Steward belongs to a bot or a service, so nobody can be given it. Choose a role that people have.
    [Correct]
    There is no role “<elsewhere>” in this server. Choose one from the list, or type @ and its name.
    [Correct]
    There is no role “Villagers” in this server. Choose one from the list, or type @ and its name.
    [Correct]
    Several roles are called “Twice”. Choose from the list, or type @ and choose there.
    [Correct]
    There is no role “nobody <@1>” in this server. Choose one from the list, or type @ and its name.
    [Correct]
    ");
    assert_eq!(stored(&town, "helper_role").await, None);
    assert_eq!(
        offered(&town, &manager, "helper_role", "").await,
        ["@Twice", "@Twice", "@Managers", "default: none; permissions say it"]
    );
    assert_eq!(offered(&town, &manager.locale("ru"), "helper_role", "@man").await, ["@Managers"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_channel_is_set_shown_and_taken_back() {
    let town = Town::new().await;
    let manager = manager(&town);
    let staff = town.guild.private_channel("staff", &town.guild.roles_of(&manager));
    let forum = town.guild.forum("ideas");

    let mut answers = Vec::new();
    for setting in ["reports", "appeals", "feedback", "digest"] {
        answers.push(set(&town, &manager, setting, "#staff").await.text().to_owned());
        assert_eq!(stored(&town, setting).await, Some(staff.to_string()));
    }
    for setting in ["announcements", "events", "suggestions"] {
        answers.push(set(&town, &manager, setting, "general").await.text().to_owned());
    }
    insta::assert_snapshot!(answers.join("\n"), @"
    **reports**: none → **#staff**
    [Undo]
    **appeals**: none → **#staff**
    [Undo]
    **feedback**: none → **#staff**
    [Undo]
    **digest**: none → **#staff**
    [Undo]
    **announcements**: none → **#general**
    [Undo]
    **events**: none → **#general**
    [Undo]
    **suggestions**: none → **#general**
    [Undo]
    ");
    let refused = set(&town, &manager, "announcements", "ideas").await;
    assert!(refused.text().starts_with("I cannot post in #ideas."), "{}", refused.text());
    let taken = set(&town, &manager, "suggestions", "ideas").await;
    insta::assert_snapshot!(taken.text(), @"
    **suggestions**: #general → **#ideas**
    [Undo]
    ");
    assert_eq!(stored(&town, "suggestions").await, Some(forum.to_string()));
    let hidden = set(&town, &manager, "announcements", "staff").await;
    insta::assert_snapshot!(hidden.text(), @"
    **announcements**: #general → **#staff**
    ⚠ Not everyone in the server can read #staff. What is meant for everyone should stand in a channel that everyone sees.
    [Undo]
    ");
    for (setting, before) in [("digest", Some(staff)), ("events", Some(town.general))] {
        let gone = set(&town, &manager, setting, "none").await;
        assert_eq!(stored(&town, setting).await, None);
        town.click(&manager, &gone, "Undo").await;
        assert_eq!(stored(&town, setting).await, before.map(|channel| channel.to_string()));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_channel_of_the_digest_is_one_whichever_command_chooses_it() {
    let mut town = Town::new().await;
    let manager = manager(&town);
    let (one, two) = (town.guild.channel("one"), town.guild.channel("two"));

    set(&town, &manager, "digest", "one").await;
    let plan = town.slash(&manager, "digest setup", &[]).await;
    assert!(plan.text().contains("#one"), "{}", plan.text());
    let given: [(&str, Given); 1] = [("channel", two.into())];
    town.slash(&manager, "digest setup", &given).await;
    assert_eq!(stored(&town, "digest").await, Some(two.to_string()));
    town.restart().await;
    town.pass(7 * DAY).await;
    assert_eq!(town.sandbox.messages(two, &manager).len(), 1, "posted where it was set last");
    assert_eq!(town.sandbox.messages(one, &manager).len(), 0);
    let given: [(&str, Given); 1] = [("day", "off".into())];
    town.slash(&manager, "digest setup", &given).await;
    assert_eq!(stored(&town, "digest").await, None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn quiet_hours_are_hours_or_off() {
    let mut town = Town::new().await;
    let manager = manager(&town);

    let mut answers = Vec::new();
    for typed in ["23-7:30", "off", "at night", "9-9", "default"] {
        answers.push(set(&town, &manager, "quiet_hours", typed).await.text().to_owned());
    }
    insta::assert_snapshot!(answers.join("\n"), @"
    **quiet_hours**: 22:00–08:00 → **23:00–07:30**
    [Undo]
    **quiet_hours**: 23:00–07:30 → **off**
    [Undo]
    “at night” are no hours I can read. Write when they begin and end, like `22:00–08:00`, or `off`.
    [Correct]
    “9-9” are no hours I can read. Write when they begin and end, like `22:00–08:00`, or `off`.
    [Correct]
    **quiet_hours**: off → **22:00–08:00**
    [Undo]
    ");
    set(&town, &manager, "quiet_hours", "23:00–07:00").await;
    town.restart().await;
    assert_eq!(stored(&town, "quiet_hours").await.as_deref(), Some("23:00–07:00"));
    assert_eq!(offered(&town, &manager, "quiet_hours", "20-6").await, ["20:00–06:00"]);
    assert_eq!(
        offered(&town, &manager, "quiet_hours", "").await,
        ["22:00–08:00", "23:00–07:00", "off", "default: 22:00–08:00"]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn points_count_as_long_as_it_was_set_when_they_were_given() {
    let town = Town::new().await;
    let (manager, moderator, bob) = (manager(&town), town.moderator("mona"), town.member("bob"));
    let warn = async || {
        let given: [(&str, Given); 2] = [("member", (&bob).into()), ("reason", "Called a newcomer names.".into())];
        let preview = town.slash(&moderator, "warn", &given).await;
        town.click(&moderator, &preview, "Confirm").await;
    };
    warn().await;

    let mut answers = Vec::new();
    for typed in ["30 days", "soon", "12h", "3 years"] {
        answers.push(set(&town, &manager, "points_expire", typed).await.text().to_owned());
    }
    insta::assert_snapshot!(answers.join("\n"), @"
    **points_expire**: 90 days → **30 days**
    [Undo]
    “soon” is no time that points can count. Write whole days, at most 730, like `90 days`.
    [Correct]
    “12h” is no time that points can count. Write whole days, at most 730, like `90 days`.
    [Correct]
    “3 years” is no time that points can count. Write whole days, at most 730, like `90 days`.
    [Correct]
    ");
    warn().await;
    let ladder = async || town.slash(&bob, "ladder", &[]).await.text().to_owned();
    assert!(ladder().await.contains("30 days"), "{}", ladder().await);
    town.pass(31 * DAY).await;
    assert!(ladder().await.contains("1 point"), "the first one counts for 90 days: {}", ladder().await);
    town.pass(60 * DAY).await;
    assert!(!ladder().await.contains("You have"), "{}", ladder().await);
    assert_eq!(offered(&town, &manager, "points_expire", "2 weeks").await, ["14 days"]);
}
