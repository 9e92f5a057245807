//! What members can do about what is kept of them: see it, take it along, have it forgotten, and not be
//! counted.

use serde_json::Value;
use steward::sandbox::{Answer, Person};

use crate::support::scene::{DAY, HOUR, MINUTE, Scene};
use crate::support::town::Town;

/// A server in which bob wrote, was answered, spoke, reacted, and was warned and noted; and ana too.
async fn lived() -> (Scene, Person) {
    let scene = Scene::new().await;
    let ana = scene.town.member("ana");
    let help = scene.town.guild.channel("help");
    let stage = scene.town.guild.voice_channel("Lounge");
    let hello = scene.bob.says(scene.town.general, "Hello everyone").unwrap();
    scene.town.pass(2 * MINUTE).await;
    let welcome = ana.replies(hello, "Welcome").unwrap();
    scene.bob.reacts(welcome, "👍").unwrap();
    scene.bob.says_with(help, "Thank you", &[&ana], None).unwrap();
    scene.bob.joins_voice(stage).unwrap();
    ana.joins_voice(stage).unwrap();
    scene.town.pass(5 * MINUTE).await;
    scene.warn(&scene.moderator, 1).await;
    let note = [("member", (&scene.bob).into()), ("text", "Is shy, be gentle.".into())];
    scene.slash(&scene.helper, "note", &note).await;
    scene.town.pass(HOUR).await;
    (scene, ana)
}

async fn ask(scene: &Scene, person: &Person, what: &str) -> Answer {
    scene.slash(person, &format!("privacy {what}"), &[]).await
}

/// How many rows of activity name a person.
async fn counted(town: &Town, person: &Person) -> i64 {
    town.settled().await;
    let sql = "SELECT (SELECT count(*) FROM activity_days WHERE member_id = ?1)
        + (SELECT count(*) FROM activity_member_weeks WHERE member_id = ?1)
        + (SELECT count(*) FROM activity_firsts WHERE member_id = ?1)
        + (SELECT count(*) FROM activity_moves WHERE member_id = ?1)
        + (SELECT count(*) FROM connections WHERE author_id = ?1 OR target_id = ?1)";
    sqlx::query_scalar(sql).bind(person.id()).fetch_one(town.app().db.read()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everyone_sees_what_is_kept_about_them_why_and_until_when() {
    let (scene, _) = lived().await;
    let answer = ask(&scene, &scene.bob, "show").await;
    insta::assert_snapshot!(answer.text(), @"
    What I keep about you in Town
    **Decisions of the moderators about you: 1.** So that they are fair and know what was before; you read them with `/mycases`. Until two years after they stop counting; quotes and evidence for 400 days.
    **Notes of the moderators: 1.** What the team should remember when it deals with you; written for the team, so their words are not in an export. Until a year later.
    **When you joined: 1.** So that the moderators can deal with a raid: when you joined, and whether you have written since, not what. For a week.
    **Days on which you did something in a channel: 3.** How many messages, reactions and minutes of voice, never what you said; for the figures of this server. Until 400 days later.
    **Weeks in which you wrote: 1.** How many messages, and on which days; for the same figures. Until 400 days later.
    **Times you joined or left: 1.** To see how the server grows. Until 400 days later.
    **Your first message in each channel: 2.** When it was and how soon somebody answered, to see whether newcomers are welcomed. Until you have it forgotten, or 400 days after you leave.
    **Who wrote to whom: 2.** Once a week for each person you answered or mentioned, or who did that to you; counted and removed 35 days after the week.
    **A number that stands for you beside ids of messages: 1.** Which messages you wrote, when and to whom, never what you said, so that imported history counts none twice. Until 400 days later.
    **Messages and acts on their way to you, or that came through lately: 1.** So that nothing is lost or done twice. What came through loses your name a day later.
    **What staff did that concerns you: 2.** So that they can be asked about it. Until two years later.
    /privacy export gives you all of it as a file · /privacy forget removes what may go · /privacy opt-out keeps me from counting you. Copies of the database on the host's computer are older and go within 14 days.
    [Decline being thanked]
    ");
    let nobody = scene.town.guild.person("nora", &[]);
    insta::assert_snapshot!(ask(&scene, &nobody, "show").await.text(), @"
    What I keep about you in Town
    **When you joined: 1.** So that the moderators can deal with a raid: when you joined, and whether you have written since, not what. For a week.
    **Times you joined or left: 1.** To see how the server grows. Until 400 days later.
    /privacy export gives you all of it as a file · /privacy forget removes what may go · /privacy opt-out keeps me from counting you. Copies of the database on the host's computer are older and go within 14 days.
    [Decline being thanked]
    ");
    let russian = scene.bob.clone().locale("ru");
    insta::assert_snapshot!(ask(&scene, &russian, "show").await.text(), @"
    Что я храню о вас на сервере Town
    **Решения модераторов о вас: 1.** Чтобы решать справедливо и помнить, что было; читать их можно через `/mycases`. Два года после того, как они перестанут действовать; цитаты и доказательства — 400 дней.
    **Заметки модераторов: 1.** Что команде стоит помнить о вас; написаны для команды, поэтому их слов в файле нет. Один год.
    **Когда вы вошли на сервер: 1.** Чтобы модераторы могли справиться с рейдом: время входа и было ли с тех пор хоть одно сообщение, но не его текст. Хранится неделю.
    **Дни, когда вы что-то делали в канале: 3.** Сколько сообщений, реакций и минут в голосовых, но не то, что вы сказали; для показателей сервера. 400 дней.
    **Недели, когда вы писали: 1.** Сколько сообщений и в какие дни; для тех же показателей. 400 дней.
    **Ваши приходы и уходы: 1.** Чтобы видеть, как растёт сервер. 400 дней.
    **Ваше первое сообщение в каждом канале: 2.** Когда оно было и как скоро на него ответили: так видно, встречают ли новичков. Пока вы не попросите забыть, или 400 дней после вашего ухода.
    **Кто кому писал: 2.** Раз в неделю на каждого, кому вы ответили или кого упомянули, и наоборот; через 35 дней после недели остаётся только число.
    **Номер, который стоит за вас рядом с id сообщений: 1.** Какие сообщения вы писали, когда и кому, но не то, что вы сказали: чтобы при импорте истории ничего не посчитать дважды. 400 дней.
    **Сообщения и действия на пути к вам или недавно дошедшие: 1.** Чтобы ничего не потерялось и не повторилось. У дошедшего ваше имя убирается через день.
    **Язык, на котором вы мной пользуетесь: 1.** Чтобы сообщение вам было на вашем языке, на всех серверах. Пока вы не перестанете мной пользоваться на 400 дней.
    **Что команда делала в связи с вами: 2.** Чтобы об этом можно было спросить. Два года.
    /privacy export отдаёт всё это файлом · /privacy forget удаляет то, что можно удалить · /privacy opt-out запрещает вас считать. Копии базы на компьютере владельца старше и исчезают в течение 14 дней.
    [Не благодарить меня]
    ");
    let romanian = scene.bob.clone().locale("ro");
    insta::assert_snapshot!(ask(&scene, &romanian, "show").await.text(), @"
    Ce păstrez despre tine pe Town
    **Hotărâri ale moderatorilor despre tine: 1.** Ca să fie drepți și să știe ce a fost; le citești cu `/mycases`. Până la doi ani după ce nu mai contează; citatele și dovezile 400 de zile.
    **Notițe ale moderatorilor: 1.** Ce trebuie să țină minte echipa în legătură cu tine; scrise pentru echipă, deci cuvintele lor nu apar în fișier. Până peste un an.
    **Când ai intrat pe server: 1.** Ca moderatorii să poată face față unui raid: când ai intrat și dacă ai scris ceva de atunci, nu ce. O săptămână.
    **Zile în care ai făcut ceva într-un canal: 3.** Câte mesaje, reacții și minute de voce, niciodată ce ai spus; pentru cifrele serverului. Până peste 400 de zile.
    **Săptămâni în care ai scris: 1.** Câte mesaje și în ce zile; pentru aceleași cifre. Până peste 400 de zile.
    **De câte ori ai venit sau ai plecat: 1.** Ca să se vadă cum crește serverul. Până peste 400 de zile.
    **Primul tău mesaj din fiecare canal: 2.** Când a fost și cât de repede ți s-a răspuns, ca să se vadă dacă noii veniți sunt bine primiți. Până ceri să fie uitat sau 400 de zile după ce pleci.
    **Cine a scris cui: 2.** O dată pe săptămână pentru fiecare om căruia i-ai răspuns sau pe care l-ai menționat, ori invers; la 35 de zile după săptămână rămâne doar numărul.
    **Un număr care te reprezintă lângă id-urile mesajelor: 1.** Ce mesaje ai scris, când și cui, niciodată ce ai spus, ca istoricul importat să nu fie numărat de două ori. Până peste 400 de zile.
    **Mesaje și acțiuni pe drum spre tine sau ajunse de curând: 1.** Ca nimic să nu se piardă și să nu se facă de două ori. Din ce a ajuns, numele tău dispare după o zi.
    **Limba în care mă folosești: 1.** Ca un mesaj către tine să fie în limba ta, pe orice server. Până când nu m-ai folosit 400 de zile.
    **Ce a făcut echipa în legătură cu tine: 2.** Ca echipa să poată fi întrebată. Până peste doi ani.
    /privacy export îți dă totul într-un fișier · /privacy forget șterge ce se poate șterge · /privacy opt-out mă oprește să te număr. Copiile bazei de pe calculatorul gazdei sunt mai vechi și dispar în 14 zile.
    [Nu vreau mulțumiri]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_export_has_everything_that_show_counts_and_no_moderators_name() {
    let (scene, _) = lived().await;
    ask(&scene, &scene.bob, "show").await; // From then on their language is known too.
    let shown = ask(&scene, &scene.bob, "show").await;
    let answer = ask(&scene, &scene.bob, "export").await;
    insta::assert_snapshot!(answer.text(), @"
    Everything that I keep about you in Town is in this file. Only you see it; whoever you give it to can read it.
    (file steward-1571812068556800003.json)
    ");
    let file = &answer.files[0];
    assert_eq!(file.name, format!("steward-{}.json", scene.town.guild.id()));
    let export: Value = serde_json::from_slice(&file.bytes).unwrap();
    assert_eq!((&export["schema_version"], export["made_at"].as_str().map(str::len)), (&1.into(), Some(20)));
    let rows = |kind: &str| export["kept"][kind].as_array().map_or(0, Vec::len);
    let kinds = [
        "days",
        "weeks",
        "moves",
        "firsts",
        "connections",
        "message_ids",
        "cases",
        "notes",
        "joins",
        "done_by_staff",
        "deliveries",
        "language",
    ];
    let total: usize = kinds.iter().map(|kind| rows(kind)).sum();
    let counted =
        shown.text().lines().filter_map(|line| line.split_once(": ")?.1.split_once('.')?.0.parse::<usize>().ok());
    assert_eq!(total, counted.sum::<usize>(), "{export:#}\n{}", shown.text());
    assert_eq!(export["kept"]["cases"][0]["reason"], "Called a newcomer names.");
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    for staff in [&scene.moderator, &scene.helper] {
        assert!(!text.contains(&staff.id().to_string()) && !text.contains(&staff.name()), "{text}");
    }
    assert!(!text.contains("be gentle"), "what staff write to each other stays with them: {text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forgetting_says_what_goes_and_what_stays_and_then_does_exactly_that() {
    let (scene, ana) = lived().await;
    let others = counted(&scene.town, &ana).await;
    let preview = ask(&scene, &scene.bob, "forget").await;
    insta::assert_snapshot!(preview.text(), @"
    Have yourself forgotten in Town? Nothing has gone yet.
    **This goes for good:**
    - When you joined
    - Days on which you did something in a channel
    - Weeks in which you wrote
    - Times you joined or left
    - Your first message in each channel
    - Who wrote to whom
    - A number that stands for you beside ids of messages
    - Messages and acts on their way to you, or that came through lately
    **This stays:**
    - Decisions of the moderators about you, so that nobody starts anew by having broken rules forgotten: until two years after they stop counting, quotes and evidence for 400 days.
    - Notes of the moderators, for the same reason: a year.
    - What staff did that concerns you, so that they can be asked about it: two years.
    Figures of past weeks and digests stay: they name nobody. What you do here afterwards is counted again, unless you use `/privacy opt-out` first.
    [Confirm] [Cancel]
    ");
    assert_eq!(preview.labels(), ["Confirm", "Cancel"]);
    assert!(counted(&scene.town, &scene.bob).await > 0, "nothing has gone yet");

    let done = scene.town.click(&scene.bob, &preview, "Confirm").await;
    insta::assert_snapshot!(done.text(), @"
    Done: what was to go in Town is gone, from the database and from its files.
    **This stays:**
    - Decisions of the moderators about you, so that nobody starts anew by having broken rules forgotten: until two years after they stop counting, quotes and evidence for 400 days.
    - Notes of the moderators, for the same reason: a year.
    - What staff did that concerns you, so that they can be asked about it: two years.
    I remember that you were forgotten without knowing who you are, so that no copy brings you back. What you do from now on is counted; `/privacy opt-out` keeps me from that.
    ");
    assert_eq!(counted(&scene.town, &scene.bob).await, 0);
    assert!(counted(&scene.town, &ana).await < others, "what bob did to ana is gone, the rest of ana is there");
    assert_eq!(scene.town.number("SELECT count(*) FROM cases").await, 2);
    // The sums of channels agree with the rows that are left.
    let difference = "SELECT (SELECT sum(messages) + sum(reactions) FROM activity_days)
        - (SELECT sum(messages) + sum(reactions) FROM activity_channel_weeks)";
    assert_eq!(scene.town.number(difference).await, 0);
    let again = ask(&scene, &scene.bob, "forget").await;
    assert!(
        again.text().starts_with("**This stays:**") || again.text().contains("nothing about you"),
        "{}",
        again.text()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_forgotten_who_cancels_or_presses_a_day_later() {
    let (mut scene, _) = lived().await;
    let before = counted(&scene.town, &scene.bob).await;
    let preview = ask(&scene, &scene.bob, "forget").await;
    assert_eq!(scene.town.click(&scene.bob, &preview, "Cancel").await.text(), "Nothing was forgotten.");
    let preview = ask(&scene, &scene.bob, "forget").await;
    scene.town.restart().await;
    scene.town.pass(DAY + MINUTE).await;
    let late = scene.town.click(&scene.bob, &preview, "Confirm").await;
    assert!(late.text().starts_with("This question is from another day"), "{}", late.text());
    assert!(counted(&scene.town, &scene.bob).await >= before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn confirming_works_after_a_restart() {
    let (mut scene, _) = lived().await;
    let preview = ask(&scene, &scene.bob, "forget").await;
    scene.town.restart().await;
    let done = scene.town.click(&scene.bob, &preview, "Confirm").await;
    assert!(done.text().starts_with("Done: "), "{}", done.text());
    assert_eq!(counted(&scene.town, &scene.bob).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_opts_out_is_not_counted_from_that_moment_on() {
    let (scene, ana) = lived().await;
    let bob = &scene.bob;
    insta::assert_snapshot!(ask(&scene, bob, "opt-out").await.text(), @"From now on nothing that you do in Town is counted. What was counted until now stays until you use `/privacy forget`. Decisions of the moderators are recorded all the same.");
    let before = counted(&scene.town, bob).await;
    let sum = "SELECT sum(messages) + sum(reactions) + sum(voice_seconds) FROM activity_days WHERE member_id =
        (SELECT member_id FROM privacy_choices)";
    let done = scene.town.number(sum).await;

    scene.town.pass(2 * HOUR).await; // Both are still talking.
    let fresh = scene.town.guild.channel("fresh");
    let said = bob.says(fresh, "Anybody here?").unwrap();
    ana.replies(said, "Yes").unwrap();
    let hers = ana.says(fresh, "And you?").unwrap();
    bob.replies(hers, "Me too").unwrap();
    bob.reacts(hers, "🍞").unwrap();
    bob.leaves_voice().unwrap();
    bob.leaves(scene.town.guild.id()).unwrap();
    scene.town.pass(HOUR).await;
    assert_eq!((counted(&scene.town, bob).await, scene.town.number(sum).await), (before, done));

    bob.joins(scene.town.guild.id()).unwrap();
    scene.town.pass(MINUTE).await;
    assert_eq!(counted(&scene.town, bob).await, before, "their coming back neither");
    insta::assert_snapshot!(ask(&scene, bob, "opt-out").await.text(), @"You are not counted in Town already, and it stays so.");
    insta::assert_snapshot!(ask(&scene, bob, "opt-in").await.text(), @"From now on what you do in Town is counted again: how much and where, never what you say.");
    bob.says(fresh, "Hello again").unwrap();
    assert!(counted(&scene.town, bob).await > before);
    assert_eq!(scene.town.number("SELECT count(*) FROM privacy_choices").await, 0);
    insta::assert_snapshot!(ask(&scene, bob, "opt-in").await.text(), @"You are counted in Town already, and it stays so.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_declined_holds_after_a_restart_and_after_they_are_forgotten() {
    let (mut scene, _) = lived().await;
    ask(&scene, &scene.bob, "opt-out").await;
    scene.town.restart().await;
    let preview = ask(&scene, &scene.bob, "forget").await;
    let done = scene.town.click(&scene.bob, &preview, "Confirm").await;
    assert!(done.text().contains("You stay uncounted."), "{}", done.text());
    scene.bob.says(scene.town.general, "Still here").unwrap();
    assert_eq!(counted(&scene.town, &scene.bob).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn being_thanked_is_declined_and_taken_back_with_a_button() {
    let (scene, _) = lived().await;
    let (guild, bob) = (scene.town.guild.id(), scene.bob.id());
    let thanked = || scene.town.app().consent.is_thanked(guild, bob);
    let shown = ask(&scene, &scene.bob, "show").await;
    assert!(thanked());
    let declined = scene.town.click(&scene.bob, &shown, "Decline being thanked").await;
    assert_eq!((thanked(), declined.labels()), (false, vec!["Thank me again"]));
    assert!(declined.text().contains("What you have declined here: 1."), "{}", declined.text());
    let again = scene.town.click(&scene.bob, &declined, "Thank me again").await;
    assert_eq!((thanked(), again.labels()), (true, vec!["Decline being thanked"]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_who_is_banned_does_all_of_it_in_direct_messages() {
    let (scene, _) = lived().await;
    let bob = &scene.bob;
    scene.town.guild.owner().bans(bob, "enough").unwrap();
    scene.town.settled().await;
    let dm = async |what: &str| {
        let answer = bob.slash(bob.dm(), &format!("privacy {what}"), &[]).await.unwrap();
        scene.town.settled().await;
        answer.now()
    };
    assert!(dm("show").await.text().starts_with("What I keep about you in Town"));
    assert_eq!(dm("export").await.files.len(), 1);
    assert!(dm("opt-out").await.text().starts_with("From now on nothing that you do in Town"));
    let preview = dm("forget").await;
    let done = scene.town.click(bob, &preview, "Confirm").await;
    assert!(done.text().starts_with("Done: what was to go in Town is gone"), "{}", done.text());
    assert_eq!(counted(&scene.town, bob).await, 0);
    // What they declined and what moderators decided is still there, so they can still come in.
    assert!(dm("opt-in").await.text().starts_with("From now on what you do in Town"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_held_in_memory_is_forgotten_too_and_nothing_writes_it_back() {
    // Nothing is written by itself for a minute.
    let town = Town::with(|config| config.activity.flush_ms = 60_000).await;
    let (ana, bob) = (town.member("ana"), town.member("bob"));
    let first = bob.says(town.general, "My first words").unwrap();
    let preview = town.slash(&bob, "privacy forget", &[]).await;
    town.click(&bob, &preview, "Confirm").await;
    // An answer to the first message, which nobody knows any more.
    ana.replies(first, "Are you there?").unwrap();
    town.settled().await;
    let firsts = "SELECT count(*) FROM activity_firsts";
    assert_eq!(town.number(firsts).await, 1, "ana's");
    // Mentioned after that, bob is somebody new.
    assert_eq!(town.number("SELECT count(*) FROM connections").await, 1);
}
