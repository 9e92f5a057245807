//! Notes and cases, as staff and members see them.

mod acts;
mod appeals;
mod automod;
mod by_hand;
mod cases;
mod channel;
mod contact;
mod files;
mod locks;
mod mass;
mod mediation;
mod notice;
mod points;
mod raids;
mod reports;
mod rules;
mod timeout;
mod warn;

use std::time::Duration;

use steward::sandbox::{Answer, Given, GuildHandle, Person, rights};

use crate::support::hostile::{HOSTILE, live};
use crate::support::town::Town;

/// A member, and somebody of every level above.
struct Staff {
    bob: Person,
    helper: Person,
    moderator: Person,
    manager: Person,
}

fn staff(town: &Town) -> Staff {
    let managers = town.guild.role("Managers", rights::MANAGE_GUILD | rights::MANAGE_MESSAGES);
    Staff {
        bob: town.member("bob"),
        helper: town.helper("hedda"),
        moderator: town.moderator("mona"),
        manager: town.guild.person("magnus", &[managers]),
    }
}

async fn note(town: &Town, by: &Person, about: &Person, text: &str) -> Answer {
    asked(town, by, "note", &[("member", about.into()), ("text", text.into())]).await
}

async fn view(town: &Town, by: &Person, number: i64) -> Answer {
    asked(town, by, "case view", &[("number", number.into())]).await
}

async fn list(town: &Town, by: &Person, given: &[(&str, Given)]) -> Answer {
    asked(town, by, "case list", given).await
}

/// The answer to a command, which is always for the asker alone.
async fn asked(town: &Town, by: &Person, words: &str, given: &[(&str, Given)]) -> Answer {
    let answer = town.slash(by, words, given).await;
    assert!(answer.ephemeral && answer.followups.is_empty(), "/{words}: {}", answer.text());
    answer
}

/// Numbers of the cases that a list shows.
fn numbers(answer: &Answer) -> Vec<u32> {
    let lines = answer.text().lines().filter_map(|line| line.strip_prefix("**#"));
    lines.map(|line| line.split("**").next().unwrap().parse().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_level_of_staff_writes_notes_and_only_the_writer_sees_the_receipt() {
    let town = Town::new().await;
    let Staff { bob, helper, moderator, manager } = staff(&town);

    let first = note(&town, &helper, &bob, "Prefers to be written to in *private*.").await;
    insta::assert_snapshot!(first.text(), @"
    Noted about @bob as case #1. Only staff see it.
    Prefers to be written to in *private*.
    ");
    for by in [&moderator, &manager, &town.guild.owner()] {
        let saved = note(&town, by, &bob, "Helps newcomers a lot.").await;
        assert!(saved.ephemeral, "{}", by.name());
    }

    assert!(first.ephemeral);
    assert_eq!(town.number("SELECT max(number) FROM cases").await, 4);
    assert!(town.sandbox.messages(town.general, &bob).is_empty(), "nothing stands in the channel");
    assert!(town.sandbox.dms(&bob).is_empty(), "nobody was told");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_member_is_refused_even_where_the_server_shows_them_the_commands() {
    let town = Town::new().await;
    let (bob, cleo) = (town.member("bob"), town.member("cleo"));
    let text: [(&str, Given); 2] = [("member", (&bob).into()), ("text", "psst".into())];

    let hidden = cleo.slash(town.general, "note", &text).await;
    assert!(hidden.is_err(), "the client does not list it");
    let refused = cleo.slash_hidden(town.general, "note", &text).await.unwrap();

    assert!(refused.ephemeral);
    insta::assert_snapshot!(refused.text(), @"Only helpers, moderators and managers can do this. Someone who manages the server can give you a role with the permission “Manage Messages”.");
    for (words, given) in [("case view", vec![("number", 1.into())]), ("case list", vec![])] {
        let answer = cleo.slash_hidden(town.general, words, &given).await.unwrap();
        assert_eq!((answer.text(), answer.ephemeral), (refused.text(), true), "{words}");
    }
    let cleo = cleo.locale("ru");
    insta::assert_snapshot!(cleo.slash_hidden(town.general, "case list", &[]).await.unwrap().text(), @"Это могут только помощники, модераторы и менеджеры. Роль с правом «Управлять сообщениями» может выдать тот, кто управляет сервером.");
    let cleo = cleo.locale("ro");
    insta::assert_snapshot!(cleo.slash_hidden(town.general, "case list", &[]).await.unwrap().text(), @"Doar asistenții, moderatorii și managerii pot face asta. Cine administrează serverul îți poate da un rol cu permisiunea „Gestionează mesajele”.");
    assert_eq!(town.number("SELECT count(*) FROM cases").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_note_needs_words_and_takes_a_thousand_characters() {
    let town = Town::new().await;
    let Staff { bob, helper, .. } = staff(&town);

    let empty = note(&town, &helper, &bob, " \n\u{3000} ").await;
    assert!(empty.ephemeral);
    insta::assert_snapshot!(empty.text(), @"
    A note needs words. Write what the team should remember.
    [Correct]
    ");
    assert_eq!(town.number("SELECT count(*) FROM cases").await, 0, "an empty note takes no number");
    for (too, text) in [("short", String::new()), ("long", "ä".repeat(1_001))] {
        let refused = helper.slash(town.general, "note", &[("member", (&bob).into()), ("text", text.into())]).await;
        assert!(refused.is_err(), "too {too}: the client says so itself");
    }

    let longest = "\u{1f600}".repeat(500);
    let saved = note(&town, &helper, &bob, &longest).await;
    assert!(saved.text().contains(&longest));
    let card = view(&town, &helper, 1).await;
    assert!(card.text().contains(&longest));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_stands_in_a_note_does_nothing_where_it_is_shown() {
    let town = Town::new().await;
    let Staff { bob, helper, .. } = staff(&town);

    for (place, text) in HOSTILE.iter().enumerate() {
        let saved = note(&town, &helper, &bob, text).await;
        let number = i64::try_from(place + 1).unwrap();
        let card = view(&town, &helper, number).await;
        for shown in [&saved, &card] {
            let raw = shown.embeds[0]["description"].as_str().unwrap();
            assert_eq!(live(raw), Vec::<String>::new(), "{text:?} became {raw:?}");
            assert_eq!(shown.pings, Vec::<String>::new(), "{text:?}");
        }
    }
    let page = list(&town, &helper, &[]).await;
    insta::assert_snapshot!(page.text(), @r"
    Cases
    **#14** note · @bob · now · by @hedda · á́́́
    **#13** note · @bob · now · by @hedda · back\slash \*
    **#12** note · @bob · now · by @hedda · zero⟨U+200B⟩width⟨U+FEFF⟩⟨U+00AD⟩join⟨U+200D⟩er
    **#11** note · @bob · now · by @hedda · left⟨U+202E⟩thgir⟨U+2066⟩
    **#10** note · @bob · now · by @hedda · > quote >>> all of it - list 1. list
    **#9** note · @bob · now · by @hedda · # Title ## Title -# small
    **#8** note · @bob · now · by @hedda · ``` block ``` and ``` open
    **#7** note · @bob · now · by @hedda · **bold** __under__ ~~gone~~ ||spoiler|| `code`
    **#6** note · @bob · now · by @hedda · discord.gg/evil and DISCORD.GG/evil
    **#5** note · @bob · now · by @hedda · <https://evil.example>
    Page 1 of 2 · 14 cases
    [Previous (disabled)] [Next]
    ");
    for line in page.embeds[0]["description"].as_str().unwrap().lines() {
        let reason = line.splitn(5, " · ").nth(4).unwrap();
        assert_eq!(live(reason), Vec::<String>::new(), "{line}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_holds_all_its_lines_however_much_its_notes_swell() {
    let town = Town::new().await;
    let Staff { bob, helper, .. } = staff(&town);

    for _ in 0..10 {
        note(&town, &helper, &bob, &"\u{202e}".repeat(1_000)).await;
        note(&town, &helper, &bob, &"*".repeat(1_000)).await;
    }

    let page = list(&town, &helper, &[]).await;
    assert_eq!(numbers(&page), (11..=20).rev().collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn numbers_rise_in_each_server_by_itself() {
    let town = Town::new().await;
    let Staff { bob, helper, .. } = staff(&town);
    let (village, square) = second_server(&town, &helper, &bob).await;

    note(&town, &helper, &bob, "one in town").await;
    note(&town, &helper, &bob, "two in town").await;
    let there = helper.of(village.id());
    let given: [(&str, Given); 2] = [("member", (&bob).into()), ("text", "one in the village".into())];
    let saved = there.slash(square, "note", &given).await.unwrap();
    assert!(saved.text().contains("case #1"), "{}", saved.text());
    let third = note(&town, &helper, &bob, "three in town").await;
    assert!(third.text().contains("case #3"), "{}", third.text());

    let unknown = there.slash(square, "case view", &[("number", 2.into())]).await.unwrap();
    assert!(unknown.ephemeral);
    insta::assert_snapshot!(unknown.text(), @"
    There is no case #2 in this server. `/case list` shows those there are.
    [Correct]
    ");
    let own = there.slash(square, "case view", &[("number", 1.into())]).await.unwrap();
    assert!(own.text().contains("one in the village"));
    let all = there.slash(square, "case list", &[]).await.unwrap();
    assert_eq!(numbers(&all), [1]);
}

/// Another server with the same helper and the same member.
async fn second_server(town: &Town, helper: &Person, member: &Person) -> (GuildHandle, steward::ids::ChannelId) {
    let village = town.sandbox.guild("Village");
    let square = village.channel("square");
    let helpers = village.role("Helpers", rights::MANAGE_MESSAGES);
    helper.joins(village.id()).unwrap();
    member.joins(village.id()).unwrap();
    village.set_roles(helper, &[helpers]);
    town.settled().await;
    (village, square)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_is_read_by_its_number_in_the_readers_language() {
    let town = Town::new().await;
    let Staff { bob, helper, moderator, .. } = staff(&town);
    let saved = note(&town, &helper, &bob, "Asked for a _different_ name.\nAgreed.").await;
    insta::assert_snapshot!(saved.text(), @"
    Noted about @bob as case #1. Only staff see it.
    Asked for a _different_ name.
    Agreed.
    ");
    town.pass(Duration::from_secs(2 * 3_600)).await;

    insta::assert_snapshot!(view(&town, &moderator, 1).await.text(), @"
    Case #1: note
    Asked for a _different_ name.
    Agreed.
    About: @bob
    Recorded by: @hedda
    When: Monday, 16 November 2026 09:00, 2 hours ago
    ");
    let moderator = moderator.locale("ru");
    insta::assert_snapshot!(view(&town, &moderator, 1).await.text(), @"
    Случай № 1: заметка
    Asked for a _different_ name.
    Agreed.
    О ком: @bob
    Кто записал: @hedda
    Когда: Monday, 16 November 2026 09:00, 2 hours ago
    ");
    insta::assert_snapshot!(view(&town, &moderator, 7).await.text(), @"
    На этом сервере нет случая № 7. Какие есть, покажет `/case list`.
    [Исправить]
    ");
    insta::assert_snapshot!(note(&town, &moderator, &bob, "Просил писать на «ты».").await.text(), @"
    Заметка о @bob записана: случай № 2. Её видит только команда сервера.
    Просил писать на «ты».
    ");
    let moderator = moderator.locale("ro");
    insta::assert_snapshot!(view(&town, &moderator, 1).await.text(), @"
    Cazul nr. 1: notă
    Asked for a _different_ name.
    Agreed.
    Despre: @bob
    Notat de: @hedda
    Când: Monday, 16 November 2026 09:00, 2 hours ago
    ");
    insta::assert_snapshot!(view(&town, &moderator, 7).await.text(), @"
    Pe acest server nu există cazul nr. 7. `/case list` le arată pe cele care există.
    [Corectează]
    ");
    insta::assert_snapshot!(note(&town, &moderator, &bob, "Preferă mesaje scurte.").await.text(), @"
    Nota despre @bob este cazul nr. 3. O vede doar echipa serverului.
    Preferă mesaje scurte.
    ");
    // A language that Steward does not speak.
    let moderator = moderator.locale("de");
    insta::assert_snapshot!(note(&town, &moderator, &bob, "   ").await.text(), @"
    A note needs words. Write what the team should remember.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_list_says_what_would_fill_it() {
    let town = Town::new().await;
    let Staff { bob, helper, .. } = staff(&town);

    let empty = list(&town, &helper, &[]).await;
    assert!(empty.ephemeral);
    insta::assert_snapshot!(empty.text(), @"No cases yet. `/note` writes the first one.");
    insta::assert_snapshot!(list(&town, &helper, &[("kind", "ban".into())]).await.text(), @"No case fits. Leave out an option to see more.");
    let helper = helper.locale("ru");
    insta::assert_snapshot!(list(&town, &helper, &[]).await.text(), @"Случаев пока нет. Первый запишет `/note`.");
    insta::assert_snapshot!(list(&town, &helper, &[("member", (&bob).into())]).await.text(), @"Ничего не подходит. Уберите одно из условий, чтобы увидеть больше.");
    let helper = helper.locale("ro");
    insta::assert_snapshot!(list(&town, &helper, &[]).await.text(), @"Încă nu sunt cazuri. `/note` îl scrie pe primul.");
    insta::assert_snapshot!(list(&town, &helper, &[("member", (&bob).into())]).await.text(), @"Niciun caz nu se potrivește. Scoate o opțiune ca să vezi mai multe.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_is_narrowed_by_person_kind_moderator_and_days() {
    let town = Town::new().await;
    let Staff { bob, helper, moderator, .. } = staff(&town);
    let cleo = town.member("cleo");
    note(&town, &helper, &bob, "Monday, by the helper").await;
    town.pass(Duration::from_secs(86_400)).await;
    note(&town, &moderator, &bob, "Tuesday, by the moderator").await;
    note(&town, &helper, &cleo, "Tuesday, about somebody else").await;
    town.pass(Duration::from_secs(86_400)).await;
    note(&town, &moderator, &cleo, "Wednesday").await;

    let narrowed: [(&[(&str, Given)], &[u32]); 12] = [
        (&[], &[4, 3, 2, 1]),
        (&[("member", (&bob).into())], &[2, 1]),
        (&[("moderator", (&helper).into())], &[3, 1]),
        (&[("kind", "note".into())], &[4, 3, 2, 1]),
        (&[("kind", "timeout lifted".into())], &[]),
        (&[("from", "2026-11-17".into())], &[4, 3, 2]),
        (&[("to", "17.11.2026".into())], &[3, 2, 1]),
        (&[("from", "17.11.".into()), ("to", "17.11".into())], &[3, 2]),
        (&[("from", "18.11.2026".into()), ("to", "2030-01-01".into())], &[4]),
        (&[("from", "2027-01-01".into())], &[]),
        (&[("member", (&cleo).into()), ("moderator", (&moderator).into()), ("kind", "note".into())], &[4]),
        (&[("member", (&helper).into())], &[]),
    ];
    for (given, expected) in narrowed {
        assert_eq!(numbers(&list(&town, &helper, given).await), expected, "{given:?}");
    }

    insta::assert_snapshot!(list(&town, &helper, &[("member", (&bob).into())]).await.text(), @"
    Cases
    **#2** note · @bob · 1 day ago · by @mona · Tuesday, by the moderator
    **#1** note · @bob · 2 days ago · by @hedda · Monday, by the helper
    Page 1 of 1 · 2 cases
    ");
    let unread = list(&town, &helper, &[("from", "*yesterday* @everyone".into())]).await;
    assert!(unread.ephemeral);
    insta::assert_snapshot!(unread.text(), @"
    “*yesterday* ＠everyone” is not a day I can read. Write it like 2026-11-20 or 20.11.2026.
    [Correct]
    ");
    assert_eq!(live(&unread.content.replace('`', "")), Vec::<String>::new());
    let reversed = list(&town, &helper, &[("from", "18.11.2026".into()), ("to", "17.11.2026".into())]).await;
    insta::assert_snapshot!(reversed.text(), @"
    The range ends before it begins. Swap `from` and `to`.
    [Correct]
    ");
    let helper = helper.locale("ru");
    insta::assert_snapshot!(list(&town, &helper, &[("to", "когда-нибудь".into())]).await.text(), @"
    «когда-нибудь» — такую дату я не могу прочитать. Напишите, например, 2026-11-20 или 20.11.2026.
    [Исправить]
    ");
    insta::assert_snapshot!(list(&town, &helper, &[("from", "2.1.2026".into()), ("to", "1.1.2026".into())]).await.text(), @"
    Промежуток кончается раньше, чем начинается. Поменяйте местами `from` и `to`.
    [Исправить]
    ");
    let helper = helper.locale("ro");
    insta::assert_snapshot!(list(&town, &helper, &[("to", "cândva".into())]).await.text(), @"
    „cândva” nu este o zi pe care o pot citi. Scrie, de exemplu, 2026-11-20 sau 20.11.2026.
    [Corectează]
    ");
    insta::assert_snapshot!(list(&town, &helper, &[("from", "2.1.2026".into()), ("to", "1.1.2026".into())]).await.text(), @"
    Intervalul se termină înainte să înceapă. Schimbă între ele `from` și `to`.
    [Corectează]
    ");
}

/// A town with 25 cases about bob and one about cleo, the first page of them before the helper.
async fn many_cases() -> (Town, Staff, Answer) {
    let town = Town::new().await;
    let staff = staff(&town);
    let cleo = town.member("cleo");
    for place in 1..=25 {
        note(&town, &staff.helper, &staff.bob, &format!("note {place}")).await;
    }
    note(&town, &staff.helper, &cleo, "about cleo").await;
    let page = list(&town, &staff.helper, &[("member", (&staff.bob).into())]).await;
    (town, staff, page)
}

fn enabled(answer: &Answer) -> Vec<bool> {
    answer.buttons.iter().map(|button| !button.disabled).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_list_is_turned_page_by_page_and_goes_on_after_a_restart() {
    let (mut town, Staff { helper, bob, moderator, .. }, first) = many_cases().await;

    insta::assert_snapshot!(first.text(), @"
    Cases
    **#25** note · @bob · now · by @hedda · note 25
    **#24** note · @bob · now · by @hedda · note 24
    **#23** note · @bob · now · by @hedda · note 23
    **#22** note · @bob · now · by @hedda · note 22
    **#21** note · @bob · now · by @hedda · note 21
    **#20** note · @bob · now · by @hedda · note 20
    **#19** note · @bob · now · by @hedda · note 19
    **#18** note · @bob · now · by @hedda · note 18
    **#17** note · @bob · now · by @hedda · note 17
    **#16** note · @bob · now · by @hedda · note 16
    Page 1 of 3 · 25 cases
    [Previous (disabled)] [Next]
    ");
    assert_eq!((numbers(&first), enabled(&first)), ((16..=25).rev().collect(), vec![false, true]));
    assert!(helper.clicks(&first, "Previous").await.is_err(), "a disabled button cannot be pressed");
    let second = town.click(&helper, &first, "Next").await;
    assert_eq!((numbers(&second), enabled(&second)), ((6..=15).rev().collect(), vec![true, true]));
    assert_eq!(second.id, first.id, "the same message turns its page");

    town.restart().await;
    let third = town.click(&helper, &second, "Next").await;
    assert_eq!((numbers(&third), enabled(&third)), ((1..=5).rev().collect(), vec![true, false]));
    let back = town.click(&helper, &third, "Previous").await;
    assert_eq!(numbers(&back), (6..=15).rev().collect::<Vec<_>>());
    assert!(back.ephemeral);

    let moderator = moderator.locale("ru");
    insta::assert_snapshot!(list(&town, &moderator, &[("member", (&bob).into())]).await.text().lines().last().unwrap(), @"[Назад (disabled)] [Дальше]");
    let moderator = moderator.locale("ro");
    let page = list(&town, &moderator, &[]).await;
    let lines: Vec<&str> = page.text().lines().collect();
    insta::assert_snapshot!(lines[lines.len() - 3..].join("\n"), @"
    **nr. 17** notă · @bob · now · de @hedda · note 17
    Pagina 1 din 3 · 26 de cazuri
    [Înapoi (disabled)] [Înainte]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_lost_their_level_or_never_had_it_turns_no_page() {
    let (town, Staff { helper, bob, .. }, first) = many_cases().await;
    let next = first.buttons[1].custom_id.clone();

    assert!(bob.clicks(&first, "Next").await.is_err(), "a person's answer is theirs alone");
    let by_member = bob.presses_custom_id(town.general, &first, &next).await;
    insta::assert_snapshot!(by_member.text(), @"Only helpers, moderators and managers can do this. Someone who manages the server can give you a role with the permission “Manage Messages”.");
    assert!(by_member.ephemeral);

    town.guild.set_roles(&helper, &[]);
    let demoted = town.click(&helper, &first, "Next").await;
    assert_eq!(demoted.text(), by_member.text());
    assert!(demoted.ephemeral);
    let still = town.sandbox.messages(town.general, &helper).into_iter().find(|shown| shown.id == first.id).unwrap();
    assert_eq!(still.text(), first.text(), "the list shows what it showed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pressed_ids_that_were_made_up_or_are_ancient_get_a_clear_answer() {
    let (town, Staff { helper, bob, .. }, first) = many_cases().await;

    for id in [
        "moderation:cases:0:1:,,,,",
        "moderation:cases:2:1:,,,,",
        "moderation:pages:1:1",
        "moderation:cases:1:1",
        "moderation:cases:1:1:,,,",
        "moderation:cases:1:1:,jail,,,",
        "moderation:cases:1:1:,,,,9223372036854775807",
        "moderation:cases:1:1:,,,-9223372036854775808,",
        "moderation:cases:1:9223372036854775808:,,,,",
        "moderation:cases",
        "polls:vote:1:1",
        "setup:anything:1:1",
        "!",
        &"x".repeat(100),
    ] {
        let answer = helper.presses_custom_id(town.general, &first, id).await;
        assert_eq!(answer.text(), OUTDATED_PRESS, "{id}");
        assert!(answer.ephemeral, "{id}");
    }
    // A page that is not there is the nearest one that is.
    for (id, last) in [("moderation:cases:1:-7:,,,,", 17), ("moderation:cases:1:9223372036854775807:,,,,", 1)] {
        let answer = helper.presses_custom_id(town.general, &first, id).await;
        assert_eq!(numbers(&answer).last(), Some(&last), "{id}");
    }
    for id in ["moderation:note:1:1", "moderation:note:9:1", "polls:vote:1:1", "note", &"x".repeat(100)] {
        let answer = helper.submits_custom_id(town.general, id, &[("text", "written long ago")]).await;
        assert_eq!(answer.text(), format!("{OUTDATED_FORM}\nWhat you typed\nwritten long ago"), "{id}");
        assert!(answer.ephemeral, "{id}");
    }
    let menu = helper.chooses_raw(town.general, &first, "moderation:cases:3:1", &["never offered"]).await;
    assert_eq!(menu.text(), OUTDATED_PRESS);
    let bob = bob.locale("ru");
    insta::assert_snapshot!(bob.presses_custom_id(town.general, &first, "!").await.text(), @"Эта кнопка осталась от старой версии и больше ничего не делает. Вызовите команду снова, чтобы получить новую.");
    insta::assert_snapshot!(bob.submits_custom_id(town.general, "!", &[]).await.text(), @"Эта форма осталась от старой версии, поэтому с ней ничего не сделано. Вызовите команду снова, чтобы получить новую.");
    let bob = bob.locale("ro");
    insta::assert_snapshot!(bob.presses_custom_id(town.general, &first, "!").await.text(), @"Butonul acesta este dintr-o versiune mai veche și nu mai face nimic. Folosește din nou comanda ca să primești unul nou.");
    insta::assert_snapshot!(bob.submits_custom_id(town.general, "!", &[]).await.text(), @"Formularul acesta este dintr-o versiune mai veche, așa că nu s-a făcut nimic cu el. Folosește din nou comanda ca să primești unul nou.");
    town.settled().await;
    assert_eq!(town.number("SELECT count(*) FROM cases").await, 26);
}

const OUTDATED_PRESS: &str =
    "This button is from an older version and does nothing any more. Use the command again to get a new one.";
const OUTDATED_FORM: &str =
    "This form is from an older version, so nothing was done with it. Use the command again to get a new one.";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_number_is_written_as_it_is_typed() {
    let town = Town::new().await;
    let Staff { bob, helper, .. } = staff(&town);
    let guild = town.guild.id();
    let many = async move |tx: &mut sqlx::SqliteConnection| -> steward::error::Result<()> {
        sqlx::query("INSERT INTO numbers (guild_id, kind, last) VALUES (?, 'cases', 12345)")
            .bind(guild)
            .execute(tx)
            .await?;
        Ok(())
    };
    town.app().db.write(many).await.unwrap();

    let saved = note(&town, &helper, &bob, "Hello").await;
    assert!(saved.text().contains("case #12346."), "{}", saved.text());
    let card = view(&town, &helper, 12_346).await;
    assert!(card.text().contains("Case #12346: note"), "{}", card.text());
    assert_eq!(numbers(&list(&town, &helper, &[]).await), [12_346]);
    let unknown = view(&town, &helper, 54_321).await;
    assert!(unknown.text().contains("no case #54321 in"), "{}", unknown.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn notes_written_at_the_same_moment_get_numbers_of_their_own() {
    let town = Town::new().await;
    let Staff { bob, helper, moderator, manager } = staff(&town);

    let (one, two, three) = tokio::join!(
        note(&town, &helper, &bob, "first?"),
        note(&town, &moderator, &bob, "second?"),
        note(&town, &manager, &bob, "third?"),
    );

    let mut said: Vec<&str> = [&one, &two, &three].map(|answer| answer.text().lines().next().unwrap()).to_vec();
    said.sort_unstable();
    assert_eq!(
        said,
        [1, 2, 3].map(|number| format!("Noted about @bob as case #{number}. Only staff see it.")),
        "each their own"
    );
    assert_eq!(numbers(&list(&town, &helper, &[]).await), [3, 2, 1]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_we_broke_is_told_with_a_reference_that_stands_in_the_log() {
    let mut town = Town::new().await;
    let Staff { bob, helper, .. } = staff(&town);
    town.expect_faults();
    let broken = async |tx: &mut sqlx::SqliteConnection| -> steward::error::Result<()> {
        sqlx::query("ALTER TABLE cases RENAME TO lost").execute(tx).await?;
        Ok(())
    };
    town.app().db.write(broken).await.unwrap();

    let answer = note(&town, &helper, &bob, "Hello").await;

    assert!(answer.ephemeral);
    let (words, reference) = answer.text().rsplit_once(' ').unwrap();
    insta::assert_snapshot!(words, @"Something went wrong on our side, and it has been noted. If it happens again, give the person who runs me the reference");
    assert!(reference.len() == 5 && reference.ends_with('.'), "{reference}");
    assert_eq!(town.number("SELECT count(*) FROM numbers").await, 0, "no number was taken");
}
