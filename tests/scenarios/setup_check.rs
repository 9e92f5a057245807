//! `/setup check`: what is missing or wrong, each with what to do about it.

use steward::sandbox::{Person, rights};

use crate::support::town::Town;

fn manager(town: &Town) -> Person {
    let all = rights::MANAGE_GUILD | rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES;
    let managers = town.guild.role("Managers", all);
    town.guild.person("magnus", &[managers])
}

async fn check(town: &Town, by: &Person) -> String {
    let answer = town.slash(by, "setup check", &[]).await;
    assert!(answer.ephemeral);
    answer.text().to_owned()
}

async fn set(town: &Town, by: &Person, setting: &str, value: &str) {
    let answer = town.slash(by, "setup set", &[("setting", setting.into()), ("value", value.into())]).await;
    assert!(answer.text().contains(" → "), "{}", answer.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_nothing_is_wrong_it_says_so() {
    let town = Town::new().await;
    let manager = manager(&town);
    town.guild.place_role(town.guild.bot_role(), 900);

    insta::assert_snapshot!(check(&town, &manager).await, @"");
    // What is set and waits for its feature is nothing to do.
    let staff = town.guild.private_channel("staff", &[town.guild.bot_role()]);
    set(&town, &manager, "reports", &staff.to_string()).await;
    set(&town, &manager, "quiet_hours", "off").await;
    assert_eq!(check(&town, &manager).await.lines().count(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_missing_permission_is_named_with_what_it_turns_off_and_where_to_give_it() {
    let town = Town::new().await;
    let manager = manager(&town);
    town.guild.place_role(town.guild.bot_role(), 900);
    let held = rights::SEND_MESSAGES | rights::VIEW_CHANNEL | rights::KICK_MEMBERS;
    town.guild.bot_permissions(held);

    insta::assert_snapshot!(check(&town, &manager).await, @"");
    insta::assert_snapshot!(check(&town, &manager.clone().locale("ru")).await, @"");
    insta::assert_snapshot!(check(&town, &manager.clone().locale("ro")).await, @"");
    town.guild.bot_permissions(rights::ADMINISTRATOR);
    insta::assert_snapshot!(check(&town, &manager).await, @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_chosen_and_is_gone_or_wrong_is_found_and_who_stands_too_high() {
    let town = Town::new().await;
    let manager = manager(&town);
    let (log, helpers) = (town.guild.channel("mod-log"), town.guild.role("Helpers", 0));
    let (digest, gone) = (town.guild.channel("digest"), town.guild.role("Gone", 0));
    town.guild.role("Watch", rights::MODERATE_MEMBERS);
    for (setting, value) in [("mod_log", log.to_string()), ("digest", digest.to_string())] {
        set(&town, &manager, setting, &value).await;
    }
    set(&town, &manager, "helper_role", &helpers.to_string()).await;
    set(&town, &manager, "moderator_role", &gone.to_string()).await;
    town.guild.delete_channel(digest);
    town.guild.delete_role(gone);
    let high = town.guild.role("Elders", 0);
    town.guild.place_role(high, 950);
    town.guild.place_role(town.guild.bot_role(), 900);

    insta::assert_snapshot!(check(&town, &manager).await, @"");
    let moderator = town.moderator("mona");
    let refused = moderator.slash_hidden(town.general, "setup check", &[]).await.unwrap();
    assert!(refused.text().starts_with("Only managers can do this"), "{}", refused.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_list_has_pages_and_fits() {
    let town = Town::new().await;
    let manager = manager(&town);
    town.guild.place_role(town.guild.bot_role(), 900);
    for number in 0..40 {
        town.guild.role(&format!("Watch {number:02} of a very long name that goes on"), rights::MODERATE_MEMBERS);
    }
    town.guild.place_role(town.guild.bot_role(), 900);

    let first = town.slash(&manager, "setup check", &[]).await;
    assert_eq!(first.labels(), ["Previous", "Next"]);
    let second = town.click(&manager, &first, "Next").await;
    assert!(second.text().contains("Page 2 of"), "{}", second.text());
    assert_ne!(first.text(), second.text());
}
