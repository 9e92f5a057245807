//! The walk through the first settings, as a manager takes it.

use std::time::Duration;

use steward::features::setup;
use steward::sandbox::{Answer, Given, Overwrite, Person, rights};

use crate::support::town::Town;

const MINUTE: Duration = Duration::from_secs(60);

fn manager(town: &Town) -> Person {
    let managers = town.guild.role("Managers", rights::MANAGE_GUILD);
    town.guild.person("magnus", &[managers])
}

/// What is stored for a setting.
async fn stored(town: &Town, name: &str) -> Option<String> {
    let server = setup::server(town.app().db.read(), town.guild.id()).await.unwrap();
    server.get(name).map(str::to_owned)
}

/// A person chooses in a menu of the walk.
async fn choose(town: &Town, by: &Person, on: &Answer, menu: &str, value: impl Into<Given>) -> Answer {
    town.settled().await;
    let answer = by.chooses(on, menu, &[value.into()]).await.unwrap_or_else(|refused| panic!("{menu}: {refused}"));
    town.settled().await;
    answer.now()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_walk_goes_through_every_step_and_says_what_holds() {
    let town = Town::new().await;
    let manager = manager(&town);
    let (mods, helpers) = (town.guild.role("Mods", rights::MODERATE_MEMBERS), town.guild.role("Helpers", 0));
    let log = town.guild.private_channel("mod-log", &town.guild.roles_of(&manager));
    town.guild.forum("ideas");

    let place = town.slash(&manager, "setup start", &[]).await;
    assert!(place.ephemeral);
    insta::assert_snapshot!(place.text(), @"
    Setup, step 1 of 5: language and time zone
    What everyone here reads is in this language; one person alone is answered in theirs. Times that you type are times of this zone. Every step can be skipped: everything works without.
    **language**: English, as in Discord’s settings of the server (by default)
    **zone**: UTC (by default)
    (Language: English | Russian | Romanian)
    (Time zone: UTC · 09:00 | Europe/Chisinau · 11:00 | Europe/Bucharest · 11:00 | Europe/Kyiv · 11:00 | Europe/Moscow · 12:00 | Europe/London · 09:00 | Europe/Berlin · 10:00 | Asia/Tbilisi · 13:00 | Asia/Almaty · 14:00 | America/New_York · 04:00 | America/Chicago · 03:00 | America/Los_Angeles · 01:00)
    [Back (disabled)] [Skip] [Another zone…]
    ");
    let place = choose(&town, &manager, &place, "Language", "Romanian").await;
    let place = choose(&town, &manager, &place, "Time zone", "Europe/Chisinau").await;
    insta::assert_snapshot!(place.text(), @"
    Setup, step 1 of 5: language and time zone
    **zone**: UTC → **Europe/Chisinau**
    What everyone here reads is in this language; one person alone is answered in theirs. Times that you type are times of this zone. Every step can be skipped: everything works without.
    **language**: Romanian
    **zone**: Europe/Chisinau
    (Language: English | Russian | Romanian)
    (Time zone: UTC · 09:00 | Europe/Chisinau · 11:00 | Europe/Bucharest · 11:00 | Europe/Kyiv · 11:00 | Europe/Moscow · 12:00 | Europe/London · 09:00 | Europe/Berlin · 10:00 | Asia/Tbilisi · 13:00 | Asia/Almaty · 14:00 | America/New_York · 04:00 | America/Chicago · 03:00 | America/Los_Angeles · 01:00)
    [Back (disabled)] [Next] [Another zone…] [Undo]
    ");
    let form = town.click(&manager, &place, "Another zone…").await;
    insta::assert_snapshot!(form.text(), @"
    Form: Time zone
    A large city nearby, or the zone’s name *:
    ");
    let place = manager.submits(&form, &[("zone", "new york")]).await.unwrap();
    assert_eq!(stored(&town, "zone").await.as_deref(), Some("America/New_York"));

    let roles = town.click(&manager, &place, "Next").await;
    insta::assert_snapshot!(roles.text(), @"
    Setup, step 2 of 5: who belongs to the team
    Whoever has one of these roles belongs to the team from that moment on. Permissions say it too: “Manage Server” makes managers, “Time out members” moderators, “Manage Messages” helpers. The higher one counts.
    **manager_role**: none; permissions say it (by default)
    **moderator_role**: none; permissions say it (by default)
    **helper_role**: none; permissions say it (by default)
    (Manager role)
    (Moderator role)
    (Helper role)
    [Back] [Skip]
    ");
    let roles = choose(&town, &manager, &roles, "Moderator role", "Mods").await;
    let roles = choose(&town, &manager, &roles, "Helper role", helpers).await;
    insta::assert_snapshot!(roles.text(), @"
    Setup, step 2 of 5: who belongs to the team
    **helper_role**: none; permissions say it → **@Helpers**
    Whoever has one of these roles belongs to the team from that moment on. Permissions say it too: “Manage Server” makes managers, “Time out members” moderators, “Manage Messages” helpers. The higher one counts.
    **manager_role**: none; permissions say it (by default)
    **moderator_role**: @Mods
    ⚠ Discord hides some commands from people who have only @Mods: it shows them only to whoever has “Manage Messages”. Give the role that under Server Settings → Roles, or allow it for my commands under Server Settings → Integrations.
    **helper_role**: @Helpers
    ⚠ Discord hides some commands from people who have only @Helpers: it shows them only to whoever has “Manage Messages”. Give the role that under Server Settings → Roles, or allow it for my commands under Server Settings → Integrations.
    (Manager role)
    (Moderator role: @Mods)
    (Helper role: @Helpers)
    [Back] [Next] [Undo]
    ");
    assert_eq!(stored(&town, "moderator_role").await, Some(mods.to_string()));

    let staff = town.click(&manager, &roles, "Next").await;
    let staff = choose(&town, &manager, &staff, "Mod log", "mod-log").await;
    insta::assert_snapshot!(staff.text(), @"
    Setup, step 3 of 5: channels for the team
    **mod_log**: none → **#mod-log**
    Here the team reads what I write for it. *Create these for me* makes the channels that are not chosen yet, in a category that only the team and I see.
    **mod_log**: #mod-log
    **reports**: none (by default)
    **appeals**: none (by default)
    (Mod log: #mod-log)
    (Reports)
    (Appeals)
    [Back] [Next] [Create these for me] [Undo]
    ");
    assert_eq!(stored(&town, "mod_log").await, Some(log.to_string()));
    let more = town.click(&manager, &staff, "Next").await;
    let more = choose(&town, &manager, &more, "Digest", town.general).await;
    insta::assert_snapshot!(more.text(), @"
    Setup, step 3 of 5: channels for the team, continued
    **digest**: none → **#general**
    Feedback is gathered in the first; in the second managers read the page of the week.
    **feedback**: none (by default)
    **digest**: #general
    ⚠ Everyone in the server can read #general. What is meant for the team should stand in a channel that only the team sees. As a staff channel it isn’t counted.
    (Feedback)
    (Digest: #general)
    [Back] [Next] [Create these for me] [Undo]
    ");

    let public = town.click(&manager, &more, "Next").await;
    let public = choose(&town, &manager, &public, "Suggestions", "ideas").await;
    insta::assert_snapshot!(public.text(), @"
    Setup, step 4 of 5: channels for everyone
    **suggestions**: none → **#ideas**
    Here everyone reads what is meant for everyone.
    **announcements**: none (by default)
    **events**: none (by default)
    **suggestions**: #ideas
    (Announcements)
    (Events)
    (Suggestions: #ideas)
    [Back] [Next] [Undo]
    ");
    let summary = town.click(&manager, &public, "Next").await;
    insta::assert_snapshot!(summary.text(), @"
    Setup, step 5 of 5: summary
    This is what holds now. `/setup set` changes any of it.
    **language**: Romanian
    **zone**: America/New_York
    **manager_role**: none; permissions say it (by default)
    **moderator_role**: @Mods
    ⚠ Discord hides some commands from people who have only @Mods: it shows them only to whoever has “Manage Messages”. Give the role that under Server Settings → Roles, or allow it for my commands under Server Settings → Integrations.
    **helper_role**: @Helpers
    ⚠ Discord hides some commands from people who have only @Helpers: it shows them only to whoever has “Manage Messages”. Give the role that under Server Settings → Roles, or allow it for my commands under Server Settings → Integrations.
    **mod_log**: #mod-log
    **reports**: none (by default)
    **appeals**: none (by default)
    **feedback**: none (by default)
    **digest**: #general
    ⚠ Everyone in the server can read #general. What is meant for the team should stand in a channel that only the team sees. As a staff channel it isn’t counted.
    **announcements**: none (by default)
    **events**: none (by default)
    **suggestions**: #ideas
    **Next:** `/setup check` says what is missing and where to give it.
    `/digest setup` says on which day the page of the week comes, `/ladder` what warnings lead to.
    `/help` lists what each person can do here.
    [Back] [Finish]
    ");
    let end = town.click(&manager, &summary, "Finish").await;
    assert!(end.buttons.is_empty() && end.text().contains("Setup is finished."), "{}", end.text());

    let again = town.slash(&manager, "setup start", &[]).await;
    let again = town.click(&manager, &again, "Next").await;
    assert!(again.text().contains("(Moderator role: @Mods)"), "what is chosen already: {}", again.text());
    let ru = town.slash(&manager.clone().locale("ru"), "setup start", &[]).await;
    insta::assert_snapshot!(ru.text(), @"
    Настройка, шаг 1 из 5: язык и часовой пояс
    Всё, что здесь читают все, написано на этом языке; одному человеку я отвечаю на его языке. Введённое время понимается по этому поясу. Любой шаг можно пропустить: всё работает и так.
    **language**: румынский
    **zone**: America/New_York
    (Язык: английский | русский | румынский)
    (Часовой пояс: UTC · 09:00 | Europe/Chisinau · 11:00 | Europe/Bucharest · 11:00 | Europe/Kyiv · 11:00 | Europe/Moscow · 12:00 | Europe/London · 09:00 | Europe/Berlin · 10:00 | Asia/Tbilisi · 13:00 | Asia/Almaty · 14:00 | America/New_York · 04:00 | America/Chicago · 03:00 | America/Los_Angeles · 01:00)
    [Назад (disabled)] [Дальше] [Другой пояс…]
    ");
    let ro = town.slash(&manager.locale("ro"), "setup start", &[]).await;
    insta::assert_snapshot!(ro.text(), @"
    Configurare, pasul 1 din 5: limba și fusul orar
    Ce citește toată lumea aici este în această limbă; unei singure persoane îi răspund în limba ei. Orele scrise sunt înțelese după acest fus. Orice pas poate fi sărit: totul merge și așa.
    **language**: română
    **zone**: America/New_York
    (Limba: engleză | rusă | română)
    (Fusul orar: UTC · 09:00 | Europe/Chisinau · 11:00 | Europe/Bucharest · 11:00 | Europe/Kyiv · 11:00 | Europe/Moscow · 12:00 | Europe/London · 09:00 | Europe/Berlin · 10:00 | Asia/Tbilisi · 13:00 | Asia/Almaty · 14:00 | America/New_York · 04:00 | America/Chicago · 03:00 | America/Los_Angeles · 01:00)
    [Înapoi (disabled)] [Înainte] [Alt fus orar…]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_step_can_be_skipped_and_nothing_is_chosen_then() {
    let town = Town::new().await;
    let manager = manager(&town);

    let mut page = town.slash(&manager, "setup start", &[]).await;
    assert!(page.buttons[0].disabled, "there is nothing before the first step");
    for _ in 0..5 {
        page = town.click(&manager, &page, "Skip").await;
    }
    assert!(page.text().contains("step 5 of 5"), "{}", page.text());
    let back = town.click(&manager, &page, "Back").await;
    assert!(back.text().contains("step 4 of 5"), "{}", back.text());
    let end = town.click(&manager, &back, "Skip").await;
    town.click(&manager, &end, "Finish").await;
    assert_eq!(town.number("SELECT count(*) FROM settings").await, 0);
    assert_eq!(town.number("SELECT count(*) FROM audit").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_choice_is_taken_back_where_it_was_made_and_nothing_chosen_is_the_default() {
    let town = Town::new().await;
    let manager = manager(&town);
    let mods = town.guild.role("Mods", rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES);
    let place = town.slash(&manager, "setup start", &[]).await;
    let roles = town.click(&manager, &place, "Skip").await;

    let chosen = choose(&town, &manager, &roles, "Moderator role", mods).await;
    let undone = town.click(&manager, &chosen, "Undo").await;
    insta::assert_snapshot!(undone.text(), @"
    Setup, step 2 of 5: who belongs to the team
    Taken back. **moderator_role** as before: none; permissions say it
    Whoever has one of these roles belongs to the team from that moment on. Permissions say it too: “Manage Server” makes managers, “Time out members” moderators, “Manage Messages” helpers. The higher one counts.
    **manager_role**: none; permissions say it (by default)
    **moderator_role**: none; permissions say it (by default)
    **helper_role**: none; permissions say it (by default)
    (Manager role)
    (Moderator role)
    (Helper role)
    [Back] [Skip]
    ");
    assert_eq!(stored(&town, "moderator_role").await, None);
    let chosen = choose(&town, &manager, &undone, "Moderator role", mods).await;
    let emptied = manager.chooses(&chosen, "Moderator role", &[]).await.unwrap();
    assert!(emptied.text().contains("**moderator_role**: @Mods → **none; permissions say it**"), "{}", emptied.text());
    assert_eq!(stored(&town, "moderator_role").await, None);

    let late = choose(&town, &manager, &emptied, "Moderator role", mods).await;
    town.pass(11 * MINUTE).await;
    let refused = town.click(&manager, &late, "Undo").await;
    assert!(refused.text().contains("for ten minutes only"), "{}", refused.text());
    assert_eq!(stored(&town, "moderator_role").await, Some(mods.to_string()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_walk_goes_on_after_a_restart_and_only_for_who_may() {
    let mut town = Town::new().await;
    let managers = town.guild.role("Managers", rights::MANAGE_GUILD);
    let manager = town.guild.person("magnus", &[managers]);
    let place = town.slash(&manager, "setup start", &[]).await;
    town.restart().await;

    let roles = town.click(&manager, &place, "Skip").await;
    assert!(roles.text().contains("step 2 of 5"), "{}", roles.text());
    town.guild.set_roles(&manager, &[]);
    let refused = choose(&town, &manager, &roles, "Helper role", managers).await;
    assert!(refused.text().starts_with("Only managers can do this"), "{}", refused.text());
    let refused = town.click(&manager, &roles, "Skip").await;
    assert!(refused.text().starts_with("Only managers can do this"), "{}", refused.text());
    assert_eq!(stored(&town, "helper_role").await, None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_will_not_do_is_refused_on_the_way_too() {
    let mut town = Town::new().await;
    let manager = manager(&town);
    let own = town.guild.bot_role();
    let hides = Overwrite { id: town.guild.id().get(), of_member: false, allow: 0, deny: rights::VIEW_CHANNEL };
    let place = town.slash(&manager, "setup start", &[]).await;
    let roles = town.click(&manager, &place, "Skip").await;
    let everyone = steward::ids::RoleId(town.guild.id().get());

    let mut answers = Vec::new();
    for role in [own, everyone] {
        answers.push(choose(&town, &manager, &roles, "Manager role", role).await.text().to_owned());
    }
    let staff = town.click(&manager, &roles, "Skip").await;
    town.restart().await;
    let unseen = town.guild.channel_with("unseen", &[hides]);
    answers.push(choose(&town, &manager, &staff, "Mod log", unseen).await.text().to_owned());
    let place = town.slash(&manager, "setup start", &[]).await;
    let form = town.click(&manager, &place, "Another zone…").await;
    answers.push(manager.submits(&form, &[("zone", "Atlantis")]).await.unwrap().text().to_owned());
    let id = "setup:choose:1:1:mod_log";
    answers.push(manager.chooses_raw(town.general, &roles, id, &["5"]).await.text().to_owned());
    insta::assert_snapshot!(answers.join("\n"), @"
    @Steward belongs to a bot or a service, so nobody can be given it. Choose a role that people have.
    @everyone is everyone in the server, so it cannot make the team. Choose a role that only the team has.
    I cannot see #unseen. Give my role “View Channel” there (channel settings → Permissions), then choose it again.
    I know no zone “Atlantis”. Write it like `Europe/Chisinau`, or begin to type a large city nearby and choose from the list.
    What you typed
    Atlantis
    [Correct]
    This button is from an older version and does nothing any more. Use the command again to get a new one.
    ");
    assert_eq!(town.number("SELECT count(*) FROM settings").await, 0);
}
