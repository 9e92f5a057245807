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

    insta::assert_snapshot!(check(&town, &manager).await, @"
    Setup check
    All is well: no permission is missing, and everything that was chosen is there.
    ");
    // What is set and waits for its feature is nothing to do.
    let staff = town.guild.private_channel("staff", &town.guild.roles_of(&manager));
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

    insta::assert_snapshot!(check(&town, &manager).await, @"
    Setup check
    ⚠ I lack “Ban Members”, so I cannot ban members and lift bans. Give it to my role under Server Settings → Roles.
    ⚠ I lack “Manage Channels”, so I cannot make the team’s channels when *Create these for me* is pressed in `/setup start`; set slowmode when someone uses `/slowmode`. Give it to my role under Server Settings → Roles.
    ⚠ I lack “Manage Server”, so I cannot pause invites and DMs in a raid, and ban many people at once. Give it to my role under Server Settings → Roles.
    ⚠ I lack “View Audit Log”, so I cannot record timeouts, kicks and bans done by hand in Discord as cases; tell who was kicked or banned from who left. Give it to my role under Server Settings → Roles.
    ⚠ I lack “Manage Messages”, so I cannot delete messages when someone uses `/purge`; delete a message that was reported. Give it to my role under Server Settings → Roles.
    ⚠ I lack “Manage Roles”, so I cannot lock and unlock channels when someone uses `/lock` or `/unlock`. Give it to my role under Server Settings → Roles.
    ⚠ I lack “Manage Threads and Posts”, so I cannot lock and unlock threads, and set their slowmode; lock the threads of `/contact` and `/mediate` once they’re closed, and keep members from adding others. Give it to my role under Server Settings → Roles.
    ⚠ I lack “Time out members”, so I cannot time members out and lift timeouts. Give it to my role under Server Settings → Roles.
    ⚠ I lack “Create Events”, so I cannot put events on the server’s list. Give it to my role under Server Settings → Roles.
    9 things to do
    ");
    insta::assert_snapshot!(check(&town, &manager.clone().locale("ru")).await, @"
    Проверка настройки
    ⚠ Мне не хватает права «Банить участников», поэтому я не могу: банить участников и снимать баны. Дайте его моей роли в разделе Настройки сервера → Роли.
    ⚠ Мне не хватает права «Управлять каналами», поэтому я не могу: создавать каналы команды, когда в `/setup start` нажимают «Создать за меня»; включать медленный режим по команде `/slowmode`. Дайте его моей роли в разделе Настройки сервера → Роли.
    ⚠ Мне не хватает права «Управлять сервером», поэтому я не могу: приостанавливать приглашения и личные сообщения при рейде и банить многих сразу. Дайте его моей роли в разделе Настройки сервера → Роли.
    ⚠ Мне не хватает права «Просматривать журнал аудита», поэтому я не могу: записывать как случаи тайм-ауты, кики и баны, сделанные вручную в Discord; отличать исключённых и забаненных от ушедших. Дайте его моей роли в разделе Настройки сервера → Роли.
    ⚠ Мне не хватает права «Управлять сообщениями», поэтому я не могу: удалять сообщения по команде `/purge`; удалять сообщения, на которые пожаловались. Дайте его моей роли в разделе Настройки сервера → Роли.
    ⚠ Мне не хватает права «Управлять ролями», поэтому я не могу: закрывать и открывать каналы по командам `/lock` и `/unlock`. Дайте его моей роли в разделе Настройки сервера → Роли.
    ⚠ Мне не хватает права «Управление ветками и публикациями», поэтому я не могу: закрывать и открывать ветки и включать в них медленный режим; блокировать ветки `/contact` и `/mediate`, когда они закрыты, и не давать участникам добавлять других. Дайте его моей роли в разделе Настройки сервера → Роли.
    ⚠ Мне не хватает права «Отправить участников подумать о своём поведении», поэтому я не могу: отправлять участников в тайм-аут и снимать его. Дайте его моей роли в разделе Настройки сервера → Роли.
    ⚠ Мне не хватает права «Создавать события», поэтому я не могу: добавлять события в список сервера. Дайте его моей роли в разделе Настройки сервера → Роли.
    9 дел
    ");
    insta::assert_snapshot!(check(&town, &manager.clone().locale("ro")).await, @"
    Verificarea configurării
    ⚠ Îmi lipsește „Interzice membri”, deci nu pot: interzice accesul membrilor și ridica interdicțiile. Dă-i rolului meu această permisiune în Setări server → Roluri.
    ⚠ Îmi lipsește „Gestionează canalele”, deci nu pot: crea canalele echipei când se apasă „Creează-le pentru mine” în `/setup start`; schimba modul lent când cineva folosește `/slowmode`. Dă-i rolului meu această permisiune în Setări server → Roluri.
    ⚠ Îmi lipsește „Gestionează serverul”, deci nu pot: opri invitațiile și mesajele directe la un raid și interzice accesul multora odată. Dă-i rolului meu această permisiune în Setări server → Roluri.
    ⚠ Îmi lipsește „Vezi jurnalul de audit”, deci nu pot: nota drept cazuri pauzele, excluderile și interzicerile făcute manual în Discord; distinge cei excluși sau interziși de cei plecați. Dă-i rolului meu această permisiune în Setări server → Roluri.
    ⚠ Îmi lipsește „Gestionează mesajele”, deci nu pot: șterge mesaje când cineva folosește `/purge`; șterge un mesaj despre care s-a primit o sesizare. Dă-i rolului meu această permisiune în Setări server → Roluri.
    ⚠ Îmi lipsește „Gestionează rolurile”, deci nu pot: închide și deschide canale când cineva folosește `/lock` sau `/unlock`. Dă-i rolului meu această permisiune în Setări server → Roluri.
    ⚠ Îmi lipsește „Gestionează firele și postările”, deci nu pot: închide și deschide fire și stabili modul lor lent; bloca firele `/contact` și `/mediate` după ce se închid și împiedica membrii să adauge alte persoane. Dă-i rolului meu această permisiune în Setări server → Roluri.
    ⚠ Îmi lipsește „Pune membrii în pauză”, deci nu pot: pune membri în pauză și ridica pauzele. Dă-i rolului meu această permisiune în Setări server → Roluri.
    ⚠ Îmi lipsește „Creează evenimente”, deci nu pot: pune evenimente în lista serverului. Dă-i rolului meu această permisiune în Setări server → Roluri.
    9 lucruri de făcut
    ");
    town.guild.bot_permissions(rights::ADMINISTRATOR);
    insta::assert_snapshot!(check(&town, &manager.locale("en-US")).await, @"
    Setup check
    ⚠ I am an administrator here, which is more than I need. My own role can do without: `steward invite` lists what it needs.
    1 thing to do
    ");
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

    insta::assert_snapshot!(check(&town, &manager).await, @"
    Setup check
    ⚠ **moderator_role**: This role is gone, so it makes nobody staff. Choose another one with `/setup set`.
    ⚠ **helper_role**: Discord hides some commands from people who have only @Helpers: it shows them only to whoever has “Manage Messages”. Give the role that under Server Settings → Roles, or allow it for my commands under Server Settings → Integrations.
    ⚠ **mod_log**: Everyone in the server can read #mod-log. What is meant for the team should stand in a channel that only the team sees. As a staff channel it isn’t counted.
    ⚠ **digest**: This channel is gone, so nothing is posted. Choose another one with `/setup set`.
    ⚠ Discord hides some commands from people who have only @Watch: it shows them only to whoever has “Manage Messages”. Give the role that under Server Settings → Roles, or allow it for my commands under Server Settings → Integrations.
    ⚠ My highest role stands below @Elders, so I can do nothing to people with such a role: no timeout, no kick, no ban. Move my role above them under Server Settings → Roles.
    6 things to do
    ");
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
