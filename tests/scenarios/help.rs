//! `/help`: what each person can do here, and nothing else.

use steward::sandbox::{Answer, Person, rights};

use crate::support::town::Town;

/// All pages of the list, as one text.
async fn help(town: &Town, by: &Person) -> (String, Answer) {
    let mut page = town.slash(by, "help", &[]).await;
    assert!(page.ephemeral);
    let mut whole = page.text().to_owned();
    while page.buttons.iter().any(|button| button.label == "Next" && !button.disabled) {
        page = town.click(by, &page, "Next").await;
        whole.push('\n');
        whole.push_str(page.text());
    }
    (whole, page)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn members_get_a_few_lines_and_each_level_more() {
    let town = Town::new().await;
    let managers = town.guild.role("Managers", rights::MANAGE_GUILD);
    let (bob, helper, moderator) = (town.member("bob"), town.helper("hedda"), town.moderator("mona"));
    let manager = town.guild.person("magnus", &[managers]);

    let (few, _) = help(&town, &bob).await;
    insta::assert_snapshot!(few, @"");
    let (some, _) = help(&town, &helper).await;
    assert!(some.contains("/warn ") && some.contains("Warn author…") && !some.contains("/timeout"), "{some}");
    let (more, _) = help(&town, &moderator).await;
    assert!(more.contains("/timeout ") && !more.contains("/setup"), "{more}");
    let (all, last) = help(&town, &manager).await;
    insta::assert_snapshot!(all, @"");

    town.guild.set_roles(&manager, &[]);
    let first = town.click(&manager, &last, "Previous").await;
    assert!(!first.text().contains("/setup") && !first.text().contains("/warn"), "no more than now: {}", first.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_read_in_the_readers_language() {
    let town = Town::new().await;
    let helper = town.helper("hedda");

    let (ru, _) = help(&town, &helper.clone().locale("ru")).await;
    insta::assert_snapshot!(ru, @"");
    let (ro, _) = help(&town, &helper.locale("ro")).await;
    insta::assert_snapshot!(ro, @"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_works_in_direct_messages_for_who_is_banned_too() {
    let town = Town::new().await;
    let (moderator, bob) = (town.moderator("mona"), town.member("bob"));

    town.settled().await;
    let hers = moderator.slash(moderator.dm(), "help", &[]).await.unwrap();
    assert!(hers.text().starts_with("What you can do on Town") && hers.text().contains("/warn"), "{}", hers.text());
    let next = moderator.presses_custom_id(moderator.dm(), &hers, &format!("help:page:1:0:{}", town.guild.id())).await;
    assert_eq!(next.text(), hers.text());
    let theirs = bob.slash(bob.dm(), "help", &[("server", "Town".into())]).await.unwrap();
    assert!(!theirs.text().contains("/warn"), "{}", theirs.text());
    let forged = bob.presses_custom_id(bob.dm(), &theirs, "help:page:1:0:5").await;
    assert_eq!(forged.text(), "This is no server where I know you. Choose one of those that are offered.");
    town.settled().await;
}
