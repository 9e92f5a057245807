//! Cases: what is on record about a person and what they see of it, the ladder, and what may be changed,
//! taken back and linked; a story for each sentence.

use std::time::Duration;

use steward::sandbox::{Answer, Given, Person, Shown};

use crate::support::hostile::{HOSTILE, live};
use crate::support::scene::{DAY, HOUR, MINUTE, Scene};

async fn history(scene: &Scene, by: &Person) -> Answer {
    scene.slash(by, "history", &[("member", (&scene.bob).into())]).await
}

async fn note(scene: &Scene, text: &str) {
    let given: [(&str, Given); 2] = [("member", (&scene.bob).into()), ("text", text.into())];
    scene.slash(&scene.helper, "note", &given).await;
}

async fn edit(scene: &Scene, by: &Person, number: i64, given: &[(&str, Given)]) -> Answer {
    let mut all: Vec<(&str, Given)> = vec![("number", number.into())];
    all.extend(given.iter().cloned());
    let answer = scene.slash(by, "case edit", &all).await;
    scene.town.pass(Duration::from_secs(1)).await;
    answer
}

async fn void(scene: &Scene, by: &Person, number: i64) -> Answer {
    let given: [(&str, Given); 2] = [("number", number.into()), ("reason", "It was somebody else.".into())];
    let answer = scene.slash(by, "case void", &given).await;
    scene.town.pass(Duration::from_secs(1)).await;
    answer
}

/// A button of an answer is pressed; then a second, in which the next message can be sent.
async fn press(scene: &Scene, by: &Person, on: &Answer, label: &str) -> Answer {
    let answer = scene.town.click(by, on, label).await;
    scene.town.pass(Duration::from_secs(1)).await;
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_history_says_at_a_glance_what_holds_and_then_what_was() {
    let scene = Scene::new().await;
    insta::assert_snapshot!(history(&scene, &scene.helper).await.text(), @"
    History
    Nothing is on record about @bob. `/note` and `/warn` write the first case.
    ");
    note(&scene, "Asked to be called Robert.").await;
    scene.warn(&scene.moderator, 2).await;
    scene.town.pass(10 * DAY).await;
    scene.warn(&scene.moderator, 1).await;

    insta::assert_snapshot!(history(&scene, &scene.helper).await.text(), @"
    History
    **@bob**: 1 note, 2 warnings, 1 timeout, last on 26 November 2026.
    **3 points** now. The oldest 2 stop counting in 2 months. Next: timeout, 24 h, at 5 points.
    In a timeout until Thursday, 26 November 2026 10:00, in 59 minutes, case #4.

    **#4** timeout (in force) · 1 second ago · by @mona · Called a newcomer names.
    **#3** warning (1 point) · 1 second ago · by @mona · Called a newcomer names.
    **#2** warning (2 points) · 10 days ago · by @mona · Called a newcomer names.
    **#1** note · 10 days ago · by @hedda · Asked to be called Robert.
    Page 1 of 1 · 4 cases
    ");
    scene.town.settled().await;
    let menu = scene.helper.user_menu(scene.town.general, "History", &scene.bob).await.unwrap();
    assert_eq!(menu.text(), history(&scene, &scene.helper).await.text());
    assert!(menu.ephemeral);
    let (russian, romanian) = (scene.moderator.clone().locale("ru"), scene.manager.clone().locale("ro"));
    insta::assert_snapshot!(history(&scene, &russian).await.text(), @"
    Что записано
    **@bob**: 1 заметка, 2 предупреждения, 1 тайм-аут; последний раз 26 November 2026.
    Сейчас **3 балла**. Самые старые 2 балла сгорят in 2 months. Следующее: тайм-аут, 24 ч, когда наберётся 5 баллов.
    Тайм-аут до Thursday, 26 November 2026 10:00, in 59 minutes, случай № 4.

    **№ 4** тайм-аут (действует) · 1 second ago · кто: @mona · Called a newcomer names.
    **№ 3** предупреждение (1 балл) · 1 second ago · кто: @mona · Called a newcomer names.
    **№ 2** предупреждение (2 балла) · 10 days ago · кто: @mona · Called a newcomer names.
    **№ 1** заметка · 10 days ago · кто: @hedda · Asked to be called Robert.
    Страница 1 из 1 · 4 случая
    ");
    insta::assert_snapshot!(history(&scene, &romanian).await.text(), @"
    Ce este notat
    **@bob**: o notă, 2 avertismente, o pauză; ultima dată la 26 November 2026.
    Acum **3 puncte**. Cele mai vechi 2 expiră in 2 months. Urmează: pauză, 24 h, la 5 puncte.
    În pauză până la Thursday, 26 November 2026 10:00, in 59 minutes, cazul nr. 4.

    **nr. 4** pauză (în vigoare) · 1 second ago · de @mona · Called a newcomer names.
    **nr. 3** avertisment (1 punct) · 1 second ago · de @mona · Called a newcomer names.
    **nr. 2** avertisment (2 puncte) · 10 days ago · de @mona · Called a newcomer names.
    **nr. 1** notă · 10 days ago · de @hedda · Asked to be called Robert.
    Pagina 1 din 1 · 4 cazuri
    ");
    scene.town.pass(100 * DAY).await;
    insta::assert_snapshot!(history(&scene, &scene.helper).await.text(), @"
    History
    **@bob**: 1 note, 2 warnings, 1 timeout, last on 26 November 2026.

    **#4** timeout (over) · 3 months ago · by @mona · Called a newcomer names.
    **#3** warning (expired) · 3 months ago · by @mona · Called a newcomer names.
    **#2** warning (expired) · 3 months ago · by @mona · Called a newcomer names.
    **#1** note · 3 months ago · by @hedda · Asked to be called Robert.
    Page 1 of 1 · 4 cases
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_history_is_for_staff_and_says_whose_timeout_it_is() {
    let scene = Scene::new().await;
    let given: [(&str, Given); 1] = [("member", (&scene.bob).into())];
    let refused = scene.bob.slash_hidden(scene.town.general, "history", &given).await.unwrap();
    assert!(refused.text().starts_with("Only helpers"), "{}", refused.text());
    scene.manager.times_out(&scene.bob, Some(HOUR), "").unwrap();
    insta::assert_snapshot!(history(&scene, &scene.helper).await.text(), @"
    History
    **@bob**: 1 timeout, last on 16 November 2026.
    In a timeout until Monday, 16 November 2026 10:00, in 1 hour, case #1.

    **#1** timeout (in force) · now · by @magnus
    Page 1 of 1 · 1 case
    ");
    scene.timeout(&scene.moderator, "60d").await;
    insta::assert_snapshot!(history(&scene, &scene.helper).await.text(), @"
    History
    **@bob**: 2 timeouts, last on 16 November 2026.
    In a timeout until Friday, 15 January 2027 09:00, in 1 month, case #2.

    **#2** timeout (in force) · 1 second ago · by @mona · Flooded the channel.
    **#1** timeout (in force) · 1 second ago · by @magnus
    Page 1 of 1 · 2 cases
    ");

    // Discord does not answer: what is on record has to do.
    scene.town.sandbox.faults().fail("GET /guilds/*/members/*", 4, 500, 0);
    insta::assert_snapshot!(history(&scene, &scene.helper).await.text(), @"
    History
    **@bob**: 2 timeouts, last on 16 November 2026.
    By what is on record they are in a timeout until Friday, 15 January 2027 09:00, in 1 month; Discord did not answer just now.

    **#2** timeout (in force) · 1 second ago · by @mona · Flooded the channel.
    **#1** timeout (in force) · 1 second ago · by @magnus
    Page 1 of 1 · 2 cases
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_history_is_turned_page_by_page_and_each_press_asks_for_the_right_anew() {
    let mut scene = Scene::new().await;
    for place in 1..=23 {
        note(&scene, &format!("note {place}")).await;
    }
    let first = history(&scene, &scene.helper).await;
    assert!(first.text().contains("Page 1 of 3 · 23 cases\n[Previous (disabled)] [Next]"), "{}", first.text());

    scene.town.restart().await;
    let second = scene.town.click(&scene.helper, &first, "Next").await;
    assert!(second.text().contains("**#13** note") && second.text().contains("Page 2 of 3"), "{}", second.text());
    let back = scene.town.click(&scene.helper, &second, "Previous").await;
    assert_eq!(back.text(), first.text());

    scene.town.guild.set_roles(&scene.helper, &[]);
    let refused = scene.town.click(&scene.helper, &back, "Next").await;
    assert!(refused.text().starts_with("Only helpers"), "{}", refused.text());
    let id = format!("moderation:history:1:1:{}", scene.bob.id());
    let foreign = scene.bob.presses_custom_id(scene.town.general, &first, &id).await;
    assert!(foreign.text().starts_with("Only helpers"), "{}", foreign.text());
    for tampered in ["moderation:history:1:1:x", "moderation:history:1:1"] {
        let answer = scene.moderator.presses_custom_id(scene.town.general, &first, tampered).await;
        assert!(answer.text().starts_with("This button is from an older version"), "{}", answer.text());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_see_their_own_record_without_notes_and_without_names_of_staff() {
    let scene = Scene::new().await;
    let own = |person: &Person| {
        let (scene, person) = (&scene, person.clone());
        async move { scene.slash(&person, "mycases", &[]).await }
    };
    insta::assert_snapshot!(own(&scene.bob).await.text(), @"Nothing is on record about you in Town.");
    note(&scene, "For staff only.").await;
    let given: [(&str, Given); 4] = [
        ("member", (&scene.bob).into()),
        ("reason", "Called a newcomer names.".into()),
        ("rule", "2. Be kind".into()),
        ("severity", 2.into()),
    ];
    let preview = scene.slash(&scene.moderator, "warn", &given).await;
    press(&scene, &scene.moderator, &preview, "Confirm").await;
    let undone = scene.warn(&scene.moderator, 1).await;
    press(&scene, &scene.moderator, &undone, "Undo").await;
    scene.timeout(&scene.moderator, "2d").await;
    // Discord takes no commands from people in a timeout; their notice has a button.
    scene.untimeout(&scene.moderator).await;

    let shown = own(&scene.bob).await;
    insta::assert_snapshot!(shown.text(), @"
    Your record in Town
    You have 2 points now. At 3 points the next step is: timeout, 1 h.
    **#6** timeout lifted · 1 second ago
    **#5** timeout · 2 seconds ago · Flooded the channel. · lifted
    **#4** timeout · 4 seconds ago · Called a newcomer names. · taken back
    **#3** warning · 4 seconds ago · Called a newcomer names. · taken back
    **#2** warning · 5 seconds ago · Called a newcomer names. · Rule: 2. Be kind · 2 points until 14 February 2027
    Page 1 of 1 · 5 cases
    [Appeal]
    ");
    for name in ["mona", "hedda", "magnus", "For staff only"] {
        assert!(!shown.text().contains(name), "{}", shown.text());
    }
    insta::assert_snapshot!(own(&scene.helper).await.text(), @"Nothing is on record about you in Town.");
    insta::assert_snapshot!(own(&scene.bob.clone().locale("ru")).await.text(), @"
    Ваши записи на сервере Town
    Сейчас у вас 2 балла. Когда наберётся 3 балла, следующий шаг такой: тайм-аут, 1 ч.
    **№ 6** тайм-аут снят · 1 second ago
    **№ 5** тайм-аут · 2 seconds ago · Flooded the channel. · снято
    **№ 4** тайм-аут · 4 seconds ago · Called a newcomer names. · отменено
    **№ 3** предупреждение · 4 seconds ago · Called a newcomer names. · отменено
    **№ 2** предупреждение · 5 seconds ago · Called a newcomer names. · Правило: 2. Be kind · 2 балла до 14 February 2027
    Страница 1 из 1 · 5 случаев
    [Апелляция]
    ");
    insta::assert_snapshot!(own(&scene.bob.clone().locale("ro")).await.text(), @"
    Istoricul tău pe Town
    Ai acum 2 puncte. La 3 puncte următorul pas este: pauză, 1 h.
    **nr. 6** pauză ridicată · 1 second ago
    **nr. 5** pauză · 2 seconds ago · Flooded the channel. · ridicată
    **nr. 4** pauză · 4 seconds ago · Called a newcomer names. · retras
    **nr. 3** avertisment · 4 seconds ago · Called a newcomer names. · retras
    **nr. 2** avertisment · 5 seconds ago · Called a newcomer names. · Regula: 2. Be kind · 2 puncte până la 14 February 2027
    Pagina 1 din 1 · 5 cazuri
    [Contestă]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_ladder_is_there_for_everyone_to_read() {
    let scene = Scene::new().await;
    insta::assert_snapshot!(scene.slash(&scene.bob, "ladder", &[]).await.text(), @"
    What follows from warnings
    A minor warning adds 1 point, a serious one 2 points, a severe one 4 points. They count for 90 days.
    **3 points**: timeout, 1 h
    **5 points**: timeout, 24 h
    **8 points**: timeout, 7 days
    **10 points**: the managers decide

    No points of yours count now.
    ");
    scene.warn(&scene.moderator, 2).await;
    scene.set("ladder", "2 timeout 90 min, 4 kick, 6 ban, 9 decide").await;
    insta::assert_snapshot!(scene.slash(&scene.bob, "ladder", &[]).await.text(), @"
    What follows from warnings
    A minor warning adds 1 point, a serious one 2 points, a severe one 4 points. They count for 90 days.
    **2 points**: timeout, 1 h 30 min
    **4 points**: removal from the server
    **6 points**: ban
    **9 points**: the managers decide

    You have 2 points now. The oldest 2 stop counting in 2 months.
    ");
    insta::assert_snapshot!(scene.slash(&scene.bob.clone().locale("ru"), "ladder", &[]).await.text(), @"
    Что следует из предупреждений
    Лёгкое предупреждение добавляет 1 балл, серьёзное 2 балла, тяжёлое 4 балла. Считаются они 90 дней.
    **2 балла**: тайм-аут, 1 ч 30 мин
    **4 балла**: исключение с сервера
    **6 баллов**: бан
    **9 баллов**: решают менеджеры

    Сейчас у вас 2 балла. Самые старые 2 балла сгорят in 2 months.
    ");
    insta::assert_snapshot!(scene.slash(&scene.bob.clone().locale("ro"), "ladder", &[]).await.text(), @"
    Ce urmează după avertismente
    Un avertisment ușor adaugă 1 punct, unul serios 2 puncte, unul grav 4 puncte. Contează timp de 90 de zile.
    **2 puncte**: pauză, 1 h 30 min
    **4 puncte**: excludere de pe server
    **6 puncte**: interzicere
    **9 puncte**: decid managerii

    Ai acum 2 puncte. Cele mai vechi 2 expiră in 2 months.
    ");
    scene.set("ladder", "off").await;
    insta::assert_snapshot!(scene.slash(&scene.helper, "ladder", &[]).await.text(), @"
    What follows from warnings
    A minor warning adds 1 point, a serious one 2 points, a severe one 4 points. They count for 90 days.
    Nothing follows by itself here: the moderators decide each time.

    No points of yours count now.
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_ladder_fires_nothing_for_what_was_before() {
    let scene = Scene::new().await;
    scene.warn(&scene.moderator, 2).await;

    scene.set("ladder", "1 timeout 1h, 2 timeout 1d, 5 timeout 2d").await;
    scene.town.pass(DAY).await;

    assert_eq!((scene.told(), scene.held()), (0, None));
    // What was crossed before the ladder changed is not crossed by what follows either.
    scene.warn(&scene.moderator, 2).await;
    assert_eq!(scene.told(), 0);
    scene.warn(&scene.moderator, 1).await;
    assert_eq!(scene.held(), Some(scene.now().plus(2 * DAY).minus(Duration::from_secs(1))));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_is_shown_whole_and_a_list_says_how_each_stands() {
    let scene = Scene::new().await;
    let link = format!("https://discord.com/channels/{}/{}/2", scene.town.guild.id(), scene.town.general);
    let given: [(&str, Given); 6] = [
        ("member", (&scene.bob).into()),
        ("reason", "Called a newcomer names.".into()),
        ("rule", "2. Be kind".into()),
        ("severity", 3.into()),
        ("evidence", "Seen by two of us.".into()),
        ("message", link.as_str().into()),
    ];
    let preview = scene.slash(&scene.moderator, "warn", &given).await;
    press(&scene, &scene.moderator, &preview, "Confirm").await;
    note(&scene, "Apologised.").await;
    let undone = scene.warn(&scene.moderator, 1).await;
    press(&scene, &scene.moderator, &undone, "Undo").await;
    scene.slash(&scene.moderator, "case link", &[("number", 1.into()), ("other", 3.into())]).await;

    let whole = scene.view(&scene.helper, 1).await.text().replace(&link, "LINK");
    insta::assert_snapshot!(whole, @"
    Case #1: warning
    Called a newcomer names.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 3 seconds ago
    Severity: 3, severe: 4 points until 14 February 2027
    Rule: 2. Be kind
    It is about: LINK
    Evidence, for staff only: Seen by two of us.
    What followed: timeout, case #2: in force until Monday, 16 November 2026 10:00, in 59 minutes
    Notice: told by direct message
    Linked: case #3
    ");
    insta::assert_snapshot!(scene.view(&scene.helper, 2).await.text(), @"
    Case #2: timeout
    Called a newcomer names.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 3 seconds ago
    Followed from: case #1
    On Discord: in force until Monday, 16 November 2026 10:00, in 59 minutes
    ");
    insta::assert_snapshot!(scene.slash(&scene.helper, "case list", &[]).await.text(), @"
    Cases
    **#5** ~~timeout~~ (taken back) · @bob · 2 seconds ago · by @mona · Called a newcomer names.
    **#4** ~~warning~~ (taken back) · @bob · 2 seconds ago · by @mona · Called a newcomer names.
    **#3** note · @bob · 2 seconds ago · by @hedda · Apologised.
    **#2** timeout (in force) · @bob · 3 seconds ago · by @mona · Called a newcomer names.
    **#1** warning (4 points) · @bob · 3 seconds ago · by @mona · Called a newcomer names.
    Page 1 of 1 · 5 cases
    ");
    scene.town.pass(91 * DAY).await;
    insta::assert_snapshot!(scene.slash(&scene.helper.clone().locale("ru"), "case list", &[]).await.text(), @"
    Случаи
    **№ 5** ~~тайм-аут~~ (аннулировано) · @bob · 3 months ago · кто: @mona · Called a newcomer names.
    **№ 4** ~~предупреждение~~ (аннулировано) · @bob · 3 months ago · кто: @mona · Called a newcomer names.
    **№ 3** заметка · @bob · 3 months ago · кто: @hedda · Apologised.
    **№ 2** тайм-аут (закончилось) · @bob · 3 months ago · кто: @mona · Called a newcomer names.
    **№ 1** предупреждение (больше не считается) · @bob · 3 months ago · кто: @mona · Called a newcomer names.
    Страница 1 из 1 · 5 случаев
    ");
    insta::assert_snapshot!(scene.slash(&scene.moderator.clone().locale("ro"), "case list", &[]).await.text(), @"
    Cazuri
    **nr. 5** ~~pauză~~ (retras) · @bob · 3 months ago · de @mona · Called a newcomer names.
    **nr. 4** ~~avertisment~~ (retras) · @bob · 3 months ago · de @mona · Called a newcomer names.
    **nr. 3** notă · @bob · 3 months ago · de @hedda · Apologised.
    **nr. 2** pauză (încheiată) · @bob · 3 months ago · de @mona · Called a newcomer names.
    **nr. 1** avertisment (nu mai contează) · @bob · 3 months ago · de @mona · Called a newcomer names.
    Pagina 1 din 1 · 5 cazuri
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edit_leaves_a_trail_and_changes_log_and_notice_in_place() {
    let scene = Scene::new().await;
    scene.warn(&scene.moderator, 1).await;

    let edited = edit(&scene, &scene.moderator, 1, &[("reason", "Called @everyone *names*.".into())]).await;

    insta::assert_snapshot!(edited.text(), @"
    **Case #1 about @bob is changed.**
    · it says now: Called ＠everyone *names*.
    · what they were told is changed as well
    ");
    insta::assert_snapshot!(scene.last_dm().text(), @"
    A warning from the moderators of Town
    **What happened:** Called ＠everyone *names*.
    **What it means:** 1 point, counted until 14 February 2027. You have 1 point now. At 3 points the next step is: timeout, 1 h. After 14 February 2027 this warning stays on record but no longer counts.
    If we got something wrong, or you want to explain, press **Appeal** before 16 December 2026. Someone other than the moderator who decided will read it.
    Case #1. Replies here are not read.
    [Appeal] [My record]
    ");
    assert_eq!((scene.dms().len(), scene.logged().len()), (1, 1), "changed in place");
    insta::assert_snapshot!(scene.logged()[0].text(), @"
    Case #1: warning
    Called ＠everyone *names*.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 2 seconds ago
    Severity: 1, minor: 1 point until 14 February 2027
    Notice: told by direct message
    Changed: @mona, Monday, 16 November 2026 09:00, 1 second ago; before that: Called a newcomer names.
    ");
    let audit = "SELECT count(*) FROM audit WHERE action = 'case.edit' AND before = 'Called a newcomer names.'
                 AND after = 'Called @everyone *names*.' AND subject = 'case #1'";
    assert_eq!(scene.town.number(audit).await, 1);
    edit(&scene, &scene.manager, 1, &[("reason", "Third version.".into())]).await;
    insta::assert_snapshot!(scene.view(&scene.helper.clone().locale("ru"), 1).await.text(), @"
    Случай № 1: предупреждение
    Third version.
    О ком: @bob
    Кто записал: @mona
    Когда: Monday, 16 November 2026 09:00, 3 seconds ago
    Тяжесть: 1, лёгкое: 1 балл до 14 February 2027
    Уведомление: сообщено лично
    Изменения:
    @mona, Monday, 16 November 2026 09:00, 2 seconds ago; прежде: Called a newcomer names.
    @magnus, Monday, 16 November 2026 09:00, 1 second ago; прежде: Called ＠everyone *names*.
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_edited_says_what_can() {
    let scene = Scene::new().await;
    scene.warn(&scene.moderator, 1).await;
    scene.timeout(&scene.moderator, "2h").await;
    let told = |number, given: Vec<(&'static str, Given)>| {
        let scene = &scene;
        async move { edit(scene, &scene.moderator, number, &given).await.text().to_owned() }
    };

    insta::assert_snapshot!(told(1, vec![]).await, @"
    Say what is to change: `reason` for the words, `duration` for how long a timeout or ban lasts, counted from its beginning.
    [Correct]
    ");
    insta::assert_snapshot!(told(1, vec![("reason", "Called a newcomer names.".into())]).await, @"
    Case #1 says that already, so nothing was changed.
    [Correct]
    ");
    insta::assert_snapshot!(told(1, vec![("reason", "  ".into())]).await, @"
    A reason is needed. Write what happened; the member reads it.
    [Correct]
    ");
    insta::assert_snapshot!(told(1, vec![("duration", "2h".into())]).await, @"
    Only a timeout or a ban has a duration, and case #1 is something else (warning). What can be changed there is the reason.
    [Correct]
    ");
    insta::assert_snapshot!(told(9, vec![("reason", "x".into())]).await, @"
    There is no case #9 in this server. `/case list` shows those there are.
    [Correct]
    ");
    insta::assert_snapshot!(told(2, vec![("duration", "soon".into())]).await, @"
    “soon” is no length of time that I can read. Write it like 2h, 1d 12h or 30 min.
    [Correct]
    ");
    scene.town.pass(HOUR).await;
    insta::assert_snapshot!(told(2, vec![("duration", "30 min".into())]).await, @"
    The timeout counts from Monday, 16 November 2026 09:00, so with that length it would have been over 30 minutes ago, and nothing was changed. Choose a longer one, or lift it with `/untimeout`.
    [Correct]
    ");
    scene.town.pass(HOUR).await;
    insta::assert_snapshot!(told(2, vec![("duration", "3h".into())]).await, @"
    The timeout of case #2 does not run any more, so nothing was changed. `/timeout` begins a new one.
    [Correct]
    ");
    void(&scene, &scene.moderator, 1).await;
    insta::assert_snapshot!(told(1, vec![("reason", "x".into())]).await, @"
    Case #1 is taken back, so it stays as it is.
    [Correct]
    ");
    assert_eq!(scene.town.number("SELECT count(*) FROM case_edits").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cases_of_others_are_for_managers_to_change() {
    let scene = Scene::new().await;
    let other = scene.town.moderator("mika");
    scene.warn(&scene.moderator, 1).await;
    let reason: [(&str, Given); 1] = [("reason", "new".into())];

    let refused = edit(&scene, &other, 1, &reason).await;
    insta::assert_snapshot!(refused.text(), @"
    @mona has recorded case #1, so only they or a manager can change it. Ask one of them.
    [Correct]
    ");
    assert_eq!(void(&scene, &other, 1).await.text(), refused.text());
    // A helper edits nothing; whom it is about changes nothing on their own record.
    let given: [(&str, Given); 2] = [("number", 1.into()), ("reason", "new".into())];
    for words in ["case edit", "case void"] {
        let answer = scene.helper.slash_hidden(scene.town.general, words, &given).await.unwrap();
        assert!(answer.text().starts_with("Only moderators"), "{}", answer.text());
    }
    let about: [(&str, Given); 3] =
        [("member", (&scene.moderator).into()), ("reason", "r".into()), ("severity", 1.into())];
    let preview = scene.slash(&scene.town.guild.owner(), "warn", &about).await;
    press(&scene, &scene.town.guild.owner(), &preview, "Confirm").await;
    let own = edit(&scene, &scene.moderator, 2, &reason).await;
    assert!(!own.text().contains("is changed"), "{}", own.text());
    assert!(edit(&scene, &scene.manager, 1, &reason).await.text().contains("is changed"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_duration_sets_the_timeout_anew() {
    let scene = Scene::new().await;
    let begun = scene.now();
    scene.timeout(&scene.moderator, "2d").await;
    scene.town.pass(HOUR).await;

    let longer = edit(&scene, &scene.moderator, 1, &[("duration", "40d".into())]).await;
    insta::assert_snapshot!(longer.text(), @"
    **Case #1 about @bob is changed.**
    · it ends Saturday, 26 December 2026 09:00, in 1 month, not Wednesday, 18 November 2026 09:00, in 1 day
    · timeout, case #1: in force until Saturday, 26 December 2026 09:00, in 1 month
    · what they were told is changed as well
    ");
    insta::assert_snapshot!(scene.last_dm().text(), @"
    A timeout by the moderators of Town
    **What happened:** Flooded the channel.
    **You are in a timeout until Saturday, 26 December 2026 09:00, in 1 month.** Until then you can read, but not write or speak.
    If we got something wrong, or you want to explain, press **Appeal** before 16 December 2026. Someone other than the moderator who decided will read it.
    Case #1. Replies here are not read.
    [Appeal] [My record]
    ");
    assert!(scene.line(1, "Changed").await.contains("before that it was to end"));
    let audit = "SELECT count(*) FROM audit WHERE action = 'case.edit' AND before = '2026-11-18T09:00:00Z'
                 AND after = '2026-12-26T09:00:00Z'";
    assert_eq!(scene.town.number(audit).await, 1);
    scene.town.pass(30 * DAY).await;
    assert!(scene.silenced());

    edit(&scene, &scene.moderator, 1, &[("duration", "35d".into())]).await;
    assert_eq!(scene.held(), Some(begun.plus(35 * DAY)));
    scene.town.pass(5 * DAY).await;
    assert!(!scene.silenced());
    assert_eq!(scene.line(1, "On Discord").await, "over");
    assert_eq!(scene.dms().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_without_an_act_is_taken_back_at_once() {
    let scene = Scene::new().await;
    scene.warn(&scene.moderator, 2).await;

    insta::assert_snapshot!(void(&scene, &scene.moderator, 1).await.text(), @"
    **Case #1 about @bob is taken back.** It no longer counts.
    · told by direct message
    · word that it was taken back: told by direct message
    ");
    insta::assert_snapshot!(scene.last_dm().text(), @"
    **The moderators of Town have taken back your warning.** It was from Monday, 16 November 2026 09:00, 2 seconds ago, and it no longer counts.
    Case #1. Replies here are not read.
    [My record]
    ");
    insta::assert_snapshot!(scene.logged()[0].text(), @"
    Case #1: warning, taken back
    Called a newcomer names.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 2 seconds ago
    Taken back: @mona, Monday, 16 November 2026 09:00, 1 second ago: It was somebody else.
    Severity: 2, serious: no longer counts
    Notice:
    told by direct message
    word that it was taken back: told by direct message
    ");
    assert!(history(&scene, &scene.helper).await.text().contains("everything was taken back"));
    insta::assert_snapshot!(void(&scene, &scene.manager, 1).await.text(), @"
    @mona has taken case #1 back already, Monday, 16 November 2026 09:00, 1 second ago.
    [Correct]
    ");
    // Its points no longer count: the next warning does not cross the rung.
    scene.warn(&scene.moderator, 2).await;
    assert_eq!(scene.told(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_warning_has_fired_is_lifted_with_it_if_one_says_so() {
    let scene = Scene::new().await;
    scene.warn(&scene.moderator, 3).await;
    assert!(scene.silenced());

    let question = void(&scene, &scene.moderator, 1).await;
    insta::assert_snapshot!(question.text(), @"
    **Take case #1 about @bob back? Nothing has been changed yet.**
    What it did is still there:
    · timeout, case #2: in force until Monday, 16 November 2026 10:00, in 59 minutes
    *Void and lift* takes that back too, *Void only* leaves it. Either way case #1 no longer counts, and they hear of it if they were told.
    [Void and lift] [Void only] [Cancel]
    ");
    assert!(scene.silenced());
    let done = press(&scene, &scene.moderator, &question, "Void and lift").await;

    insta::assert_snapshot!(done.text(), @"
    **Case #1 about @bob is taken back.** It no longer counts.
    · timeout, case #2: taken back
    · told by direct message
    · word that it was taken back: told by direct message
    ");
    assert_eq!(scene.held(), None);
    insta::assert_snapshot!(scene.last_dm().text(), @"
    **The moderators of Town have taken back your warning.** It was from Monday, 16 November 2026 09:00, 3 seconds ago, and it no longer counts. The timeout is being lifted.
    Case #1. Replies here are not read.
    [My record]
    ");
    insta::assert_snapshot!(scene.logged()[0].text(), @"
    Case #1: warning, taken back
    Called a newcomer names.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 3 seconds ago
    Taken back: @mona, Monday, 16 November 2026 09:00, 1 second ago: It was somebody else.
    Severity: 3, severe: no longer counts
    What followed: timeout, case #2: taken back
    Notice:
    told by direct message
    word that it was taken back: told by direct message
    ");
    let again = scene.moderator.presses_custom_id(scene.town.general, &question, "moderation:void-only:1:1").await;
    insta::assert_snapshot!(again.text(), @"@mona has taken case #1 back already, Monday, 16 November 2026 09:00, 1 second ago.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_warning_has_fired_stands_if_one_says_so() {
    let scene = Scene::new().await;
    scene.warn(&scene.moderator, 3).await;
    let held = scene.held();

    let question = void(&scene, &scene.moderator, 1).await;
    let done = press(&scene, &scene.moderator, &question, "Void only").await;

    insta::assert_snapshot!(done.text(), @"
    **Case #1 about @bob is taken back.** It no longer counts.
    · timeout, case #2: in force until Monday, 16 November 2026 10:00, in 59 minutes
    · case #2 stands. `/case void` takes it back as well.
    · told by direct message
    · word that it was taken back: told by direct message
    ");
    assert_eq!(scene.held(), held);
    insta::assert_snapshot!(scene.last_dm().text(), @"
    **The moderators of Town have taken back your warning.** It was from Monday, 16 November 2026 09:00, 3 seconds ago, and it no longer counts. The timeout stays until Monday, 16 November 2026 10:00, in 59 minutes.
    Case #1. Replies here are not read.
    [My record]
    ");
    // And later after all.
    let question = void(&scene, &scene.moderator, 2).await;
    let done = press(&scene, &scene.moderator, &question, "Void and lift").await;
    insta::assert_snapshot!(done.text(), @"
    **Case #2 about @bob is taken back.** It no longer counts.
    · timeout, case #2: taken back
    · word that it was taken back: told by direct message
    ");
    assert_eq!(scene.held(), None);
    insta::assert_snapshot!(scene.last_dm().text(), @"
    **The moderators of Town have taken back your timeout.** It was from Monday, 16 November 2026 09:00, 5 seconds ago, and it no longer counts. The timeout is being lifted.
    Case #2. Replies here are not read.
    [My record]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_is_answered_once_by_whom_it_was_put_to() {
    let mut scene = Scene::new().await;
    scene.timeout(&scene.moderator, "2d").await;
    let question = void(&scene, &scene.moderator, 1).await;
    let cancelled = press(&scene, &scene.moderator, &question, "Cancel").await;
    insta::assert_snapshot!(cancelled.text(), @"Nothing was changed. Case #1 stands.");
    let press_raw = |by: &Person, id: &str| {
        let (by, id) = (by.clone(), id.to_owned());
        let (general, on) = (scene.town.general, question.clone());
        async move { by.presses_custom_id(general, &on, &id).await }
    };
    insta::assert_snapshot!(press_raw(&scene.moderator, "moderation:void-and-lift:1:1").await.text(), @"This question is no longer kept, so nothing was done. Use `/case void` again.");
    insta::assert_snapshot!(press_raw(&scene.manager, "moderation:void-and-lift:1:1").await.text(), @"This question is no longer kept, so nothing was done. Use `/case void` again.");

    // Two moderators at once, and a demoted one.
    let (one, two) = (void(&scene, &scene.moderator, 1).await, void(&scene, &scene.manager, 1).await);
    scene.town.restart().await;
    let (first, second) =
        tokio::join!(scene.moderator.clicks(&one, "Void and lift"), scene.manager.clicks(&two, "Void and lift"),);
    let (first, second) = (first.unwrap(), second.unwrap());
    let told: Vec<&str> = [&first, &second].map(|answer| answer.text().lines().next().unwrap()).to_vec();
    assert_eq!(
        told.iter().filter(|text| text.starts_with("**Case #1 about @bob is taken back.**")).count(),
        1,
        "{told:?}"
    );
    assert_eq!(told.iter().filter(|text| text.contains("has taken case #1 back already")).count(), 1, "{told:?}");
    scene.town.pass(MINUTE).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM audit WHERE action = 'case.void'").await, 1);
    assert_eq!(scene.told(), 2, "set once, lifted once");

    scene.timeout(&scene.moderator, "2d").await;
    let question = void(&scene, &scene.moderator, 2).await;
    scene.town.guild.set_roles(&scene.moderator, &[]);
    let refused = scene.town.click(&scene.moderator, &question, "Void and lift").await;
    assert!(refused.text().starts_with("Only moderators"), "{}", refused.text());
    assert!(scene.silenced());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn voiding_lifts_nothing_that_somebody_has_changed_since() {
    let scene = Scene::new().await;
    scene.timeout(&scene.moderator, "2d").await;
    let question = void(&scene, &scene.moderator, 1).await;
    scene.manager.times_out(&scene.bob, Some(5 * DAY), "").unwrap();
    let held = scene.held();

    let done = press(&scene, &scene.moderator, &question, "Void and lift").await;

    insta::assert_snapshot!(done.text(), @"
    **Case #1 about @bob is taken back.** It no longer counts.
    · timeout, case #1: somebody has decided otherwise since, and that holds
    · told by direct message
    · word that it was taken back: told by direct message
    ");
    assert_eq!(scene.held(), held);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cases_that_belong_together_show_each_other() {
    let scene = Scene::new().await;
    note(&scene, "one").await;
    note(&scene, "two").await;
    note(&scene, "three").await;
    let link = |one: i64, two: i64| {
        let scene = &scene;
        async move {
            let given: [(&str, Given); 2] = [("number", one.into()), ("other", two.into())];
            scene.slash(&scene.moderator, "case link", &given).await.text().to_owned()
        }
    };

    insta::assert_snapshot!(link(3, 1).await, @"Case #3 and case #1 are linked: each shows the other.");
    insta::assert_snapshot!(link(1, 3).await, @"
    Case #1 and case #3 are linked already.
    [Correct]
    ");
    insta::assert_snapshot!(link(2, 2).await, @"
    A case is not linked with itself. Give the number of another one.
    [Correct]
    ");
    insta::assert_snapshot!(link(2, 7).await, @"
    There is no case #7 in this server. `/case list` shows those there are.
    [Correct]
    ");
    link(3, 2).await;
    assert_eq!(scene.line(3, "Linked").await, "case #1, case #2");
    assert_eq!(scene.line(1, "Linked").await, "case #3");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_record_of_ones_own_is_turned_by_oneself_and_holds_all_its_lines() {
    let mut scene = Scene::new().await;
    scene.set("ladder", "off").await;
    let swelling = "*".repeat(1_000);
    for _ in 0..12 {
        let given: [(&str, Given); 3] =
            [("member", (&scene.bob).into()), ("reason", (&*swelling).into()), ("rule", "*".repeat(100).into())];
        let preview = scene.slash(&scene.helper, "warn", &given).await;
        press(&scene, &scene.helper, &preview, "Confirm").await;
    }
    let first = scene.slash(&scene.bob, "mycases", &[]).await;
    assert!(
        first.text().contains("**#3** warning") && first.text().contains("Page 1 of 2 · 12 cases"),
        "{}",
        first.text()
    );

    scene.town.restart().await;
    let second = scene.town.click(&scene.bob, &first, "Next").await;
    assert!(second.text().contains("**#1** warning") && second.text().contains("Page 2 of 2"), "{}", second.text());
    // Whoever presses sees their own.
    let other = scene.helper.presses_custom_id(scene.town.general, &first, "moderation:mine:1:0").await;
    assert_eq!(other.text(), "Nothing is on record about you in Town.");
    let staff = history(&scene, &scene.helper).await;
    assert!(staff.text().contains("**#3** warning") && staff.text().contains("Page 1 of 2"), "{}", staff.text());
}

/// The part of a text between two marks that nothing else has, wherever it stands.
fn marked(raw: &str) -> Vec<&str> {
    raw.split('⟦').skip(1).filter_map(|rest| rest.split_once('⟧')).map(|(inside, _)| inside).collect()
}

/// What was typed, as it left in a message.
fn shown(message: &Shown) -> Vec<String> {
    let mut raw: Vec<String> = message.embeds.iter().map(ToString::to_string).collect();
    raw.push(serde_json::Value::from(message.content.clone()).to_string());
    // As JSON writes it.
    let read = |inside: &str| serde_json::from_str::<String>(&format!("\"{inside}\"")).expect("a string of JSON");
    raw.iter().flat_map(|raw| marked(raw)).map(read).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_is_typed_into_a_case_does_nothing_where_it_is_shown() {
    let scene = Scene::new().await;
    for (place, text) in HOSTILE.iter().enumerate() {
        let number = i64::try_from(place * 2 + 1).unwrap();
        let typed = format!("⟦{text}⟧");
        let timeout: [(&str, Given); 3] =
            [("member", (&scene.bob).into()), ("duration", "2h".into()), ("reason", (&*typed).into())];
        let mut seen = vec![scene.slash(&scene.moderator, "timeout", &timeout).await];
        let told = scene.last_dm();
        let wrong: [(&str, Given); 3] =
            [("member", (&scene.bob).into()), ("duration", (&*typed).into()), ("reason", "x".into())];
        seen.push(scene.slash(&scene.moderator, "timeout", &wrong).await);
        seen.push(edit(&scene, &scene.moderator, number, &[("reason", typed.replace('⟦', "⟦ ").into())]).await);
        let lift: [(&str, Given); 2] = [("member", (&scene.bob).into()), ("reason", (&*typed).into())];
        seen.push(scene.slash(&scene.moderator, "untimeout", &lift).await);
        let void: [(&str, Given); 2] = [("number", number.into()), ("reason", (&*typed).into())];
        seen.push(scene.slash(&scene.moderator, "case void", &void).await);
        seen.push(scene.view(&scene.helper, number).await);
        seen.push(scene.view(&scene.helper, number + 1).await);
        seen.push(scene.slash(&scene.helper, "case list", &[]).await);
        seen.push(history(&scene, &scene.helper).await);
        seen.push(scene.slash(&scene.bob, "mycases", &[]).await);
        scene.town.pass(Duration::from_secs(2)).await;

        let mut everything: Vec<&Shown> = seen.iter().map(|answer| &**answer).collect();
        let (dms, log) = (scene.dms(), scene.logged());
        everything.extend(dms.iter().chain(&log).chain([&told]));
        let counts: Vec<usize> = seen.iter().map(|answer| shown(answer).len()).collect();
        assert!(counts[2] > 0 && counts[5] > 2 && counts[7] > 1, "{counts:?}");
        for message in everything {
            for inside in shown(message) {
                // With its mark before it, it does not begin a line.
                assert_eq!(live(&format!("⟦{inside}")), Vec::<String>::new(), "{text:?} became {inside:?}");
            }
            assert_eq!(message.pings, Vec::<String>::new(), "{text:?}");
        }
    }
}
