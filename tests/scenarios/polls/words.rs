//! Polls in the languages that people read and type: times as they say them, clocks that skip or repeat
//! an hour, and a whole poll in Russian and in Romanian.

use std::fmt::Write;
use std::time::Duration;

use insta::assert_snapshot;
use steward::sandbox::{Given, Person, Shown, rights};
use steward::text::zone::parse_iso;

use crate::support::town::Town;

const SECOND: Duration = Duration::from_secs(1);
const DAY: Duration = Duration::from_secs(86_400);

/// A server of this language and zone, and whoever asks there.
async fn server(locale: &str, zone: &str, now: Option<&str>) -> (Town, Person) {
    let mut town = Town::without_bot(|_| {}).await;
    if let Some(now) = now {
        town.clock.set(parse_iso(now).unwrap());
    }
    town.start().await;
    let managers = town.guild.role("Managers", rights::MANAGE_GUILD | rights::MANAGE_MESSAGES);
    let manager = town.guild.person("magnus", &[managers]).locale(locale);
    let language = locale.split('-').next().unwrap_or(locale);
    for (setting, value) in [("language", language), ("zone", zone)] {
        town.slash(&manager, "setup set", &[("setting", setting.into()), ("value", value.into())]).await;
    }
    (town, manager)
}

/// What Steward echoes while somebody types when a poll is to close.
async fn echo(town: &Town, by: &Person, typed: &str) -> String {
    let given: [(&str, Given); 1] = [("question", "?".into())];
    let offered = by.autocomplete(town.general, "poll create", "closes", typed, &given).await.unwrap();
    offered.iter().map(|choice| format!("{}\n", choice.name)).collect()
}

/// The preview of a poll that closes then.
async fn preview(town: &Town, by: &Person, closes: &str) -> String {
    let given: [(&str, Given); 3] =
        [("question", "When?".into()), ("options", "A; B".into()), ("closes", closes.into())];
    town.slash(by, "poll create", &given).await.text().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn times_are_read_as_people_type_them_and_echoed() {
    let mut said = String::new();
    for (locale, typed) in [
        ("en-GB", "friday 19:00"),
        ("en-GB", "tomorrow at 18:00"),
        ("ru", "через 2 часа"),
        ("ru", "пятница 19:00"),
        ("ru", "завтра в 18:00"),
        ("ro", "mâine la 18:00"),
        ("ro", "vineri 19:00"),
        ("ro", "peste 2 ore"),
        ("en-GB", "soon"),
        ("en-GB", "yesterday"),
        ("ru", "вчера"),
    ] {
        let (town, by) = server(locale, "Europe/Chisinau", None).await;
        let echoed = echo(&town, &by, typed).await;
        let preview = preview(&town, &by, typed).await;
        let closes = ["Closes", "Закроется", "Se încheie"];
        let closing = preview.lines().find(|line| closes.iter().any(|word| line.contains(word)));
        let closing = closing.unwrap_or(&preview);
        writeln!(said, "{typed} ▸ {}\n  {closing}", echoed.trim_end().replace('\n', " | ")).unwrap();
    }
    assert_snapshot!(said, @"
    friday 19:00 ▸ Fri 20 Nov 2026 19:00 EET, in 4 days
      Closes Friday, 20 November 2026 17:00 (in 4 days)
    tomorrow at 18:00 ▸ Tue 17 Nov 2026 18:00 EET, in 31 h
      Closes Tuesday, 17 November 2026 16:00 (in 1 day)
    через 2 часа ▸ Пн 16 ноя 2026 13:00 EET, через 2 ч
      Закроется Monday, 16 November 2026 11:00 (in 2 hours)
    пятница 19:00 ▸ Пт 20 ноя 2026 19:00 EET, через 4 дня
      Закроется Friday, 20 November 2026 17:00 (in 4 days)
    завтра в 18:00 ▸ Вт 17 ноя 2026 18:00 EET, через 31 ч
      Закроется Tuesday, 17 November 2026 16:00 (in 1 day)
    mâine la 18:00 ▸ Ma 17 nov. 2026 18:00 EET, peste 31 h
      Se încheie Tuesday, 17 November 2026 16:00 (in 1 day)
    vineri 19:00 ▸ Vi 20 nov. 2026 19:00 EET, peste 4 zile
      Se încheie Friday, 20 November 2026 17:00 (in 4 days)
    peste 2 ore ▸ Lu 16 nov. 2026 13:00 EET, peste 2 h
      Se încheie Monday, 16 November 2026 11:00 (in 2 hours)
    soon ▸ in 2 hours (Mon 16 Nov 2026 13:00 EET) | tomorrow at 18:00 (Tue 17 Nov 2026 18:00 EET) | friday 19:00 (Fri 20 Nov 2026 19:00 EET)
      I cannot read “soon” as a time. Write it like `friday 19:00`, `in 2 hours` or `25.12 18:00`. Times are those of Europe/Chisinau, the zone of this server.
    [Correct]
    yesterday ▸ Sun 15 Nov 2026 00:00 EET has gone by
      “yesterday” has gone by: that was Saturday, 14 November 2026 22:00. Write a time that is still to come.
    [Correct]
    вчера ▸ Вс 15 ноя 2026 00:00 EET уже прошло
      «вчера» уже прошло: это было Saturday, 14 November 2026 22:00. Напишите время, которое ещё наступит.
    [Исправить]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_hour_that_clocks_skip_or_show_twice_is_named() {
    // In Berlin clocks go from 02:00 to 03:00 on 28 March, and from 03:00 back to 02:00 on 31 October.
    let (town, by) = server("en-GB", "Europe/Berlin", Some("2027-03-26T09:00:00Z")).await;
    assert_snapshot!(echo(&town, &by, "28.03.2027 02:30").await, @"Sun 28 Mar 2027 03:30 CEST, in 41 h (clocks skip the time you typed)");
    assert_snapshot!(preview(&town, &by, "28.03.2027 02:30").await, @"
    This is only the preview: nothing is asked before you press **Publish**. The poll will stand in #general.
    Clocks go forward then and skip “28.03.2027 02:30”, so I took the time as long after the change: Sunday, 28 March 2027 01:30.
    **When?**

    1. A
    2. B

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Sunday, 28 March 2027 01:30 (in 1 day)
    Everyone can see how you voted.
    (Who may vote: everyone, unless you choose roles)
    [Publish] [Edit options] [Who may vote] [Cancel]
    ");
    let (town, by) = server("en-GB", "Europe/Berlin", Some("2027-10-29T09:00:00Z")).await;
    assert_snapshot!(echo(&town, &by, "31.10.2027 02:30").await, @"
    Sun 31 Oct 2027 02:30 CEST, in 40 h (clocks show it twice: the first)
    Sun 31 Oct 2027 02:30 CET, in 41 h (clocks show it twice: the second)
    ");
    assert_snapshot!(preview(&town, &by, "31.10.2027 02:30").await, @"
    This is only the preview: nothing is asked before you press **Publish**. The poll will stand in #general.
    Clocks go back then and show “31.10.2027 02:30” twice. I took the first: Sunday, 31 October 2027 00:30. For the second, write `2027-10-31 02:30 +01:00`.
    **When?**

    1. A
    2. B

    Choose one; you can change or withdraw your vote until the poll closes.
    Closes Sunday, 31 October 2027 00:30 (in 1 day)
    Everyone can see how you voted.
    (Who may vote: everyone, unless you choose roles)
    [Publish] [Edit options] [Who may vote] [Cancel]
    ");
    for locale in ["ru", "ro"] {
        let (town, by) = server(locale, "Europe/Berlin", Some("2027-03-26T09:00:00Z")).await;
        let skipped = preview(&town, &by, "28.03.2027 02:30").await;
        assert!(skipped.contains("03:30") || skipped.contains("01:30"), "{skipped}");
    }
}

fn last(town: &Town, reader: &Person) -> Shown {
    town.sandbox.messages(town.general, reader).pop().expect("a message")
}

/// A poll from its preview to its result, as everybody reads it in this language.
async fn whole(locale: &str, kind: &str, ballot: &str, labels: [&str; 2]) -> String {
    let (town, by) = server(locale, "Europe/Chisinau", None).await;
    let people = ["ana", "bob", "cleo"].map(|name| town.member(name).locale(locale));
    let mut told = String::new();
    let mut tell = |what: &str, text: &str| writeln!(told, "[{what}]\n{text}\n").unwrap();
    let given: [(&str, Given); 6] = [
        ("question", "Яблоки sau mere?".into()),
        ("options", "Мере; Pere; Prune".into()),
        ("kind", kind.into()),
        ("ballot", ballot.into()),
        ("quorum", "2".into()),
        ("closes", "2026-11-18 19:00".into()),
    ];
    let preview = town.slash(&by, "poll create", &given).await;
    tell("preview", preview.text());
    let [publish, withdraw] = labels;
    tell("published", town.click(&by, &preview, publish).await.text());
    town.pass(SECOND).await;
    let card = last(&town, &by).id.unwrap();
    let press = async |who: &Person, id: &str| {
        let answer = who.presses_custom_id(town.general, card, id).await;
        town.settled().await;
        answer
    };
    if kind == "ranked" {
        let opened = press(&people[0], "polls:ballot:1:1").await;
        tell("ranking", opened.text());
        let message = opened.id.unwrap();
        let ranked = people[0].chooses_raw(town.general, message, "polls:rank:1:1:0", &["2"]).await;
        tell("ranked", ranked.text());
        for (person, option) in [(1, "1"), (2, "2")] {
            people[person].chooses_raw(town.general, message, "polls:rank:1:1:0", &[option]).await;
        }
        town.settled().await;
    } else {
        for (person, option) in people.iter().zip([1, 1, 2]) {
            let voted = press(person, &format!("polls:vote:1:1:{option}")).await;
            if option == 2 {
                tell("voted", voted.text());
                tell("withdrawn", town.click(person, &voted, withdraw).await.text());
                tell("my vote", press(person, "polls:mine:1:1").await.text());
            }
        }
    }
    town.pass(4 * SECOND).await;
    tell("card", last(&town, &by).text());
    tell("results", press(&people[2], "polls:results:1:1").await.text());
    town.pass(3 * DAY).await;
    tell("result", last(&town, &by).text());
    tell("late", press(&people[2], "polls:vote:1:1:1").await.text());
    tell("list", town.slash(&by, "poll list", &[]).await.text());
    told
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_is_read_in_russian() {
    let labels = ["Опубликовать", "Отозвать голос"];
    assert_snapshot!(whole("ru", "single", "public", labels).await, @"
    [preview]
    Это только предпросмотр: пока вы не нажмёте **Опубликовать**, никто ничего не увидит. Опрос появится в #general.
    **Яблоки sau mere?**

    1. Мере
    2. Pere
    3. Prune

    Выберите один вариант; до закрытия опроса голос можно изменить или отозвать.
    Закроется Wednesday, 18 November 2026 17:00 (in 2 days)
    Результат действует, если проголосуют хотя бы 2 человека.
    Все могут видеть, как вы проголосовали.
    (Кто может голосовать: все, если не выбрать роли)
    [Опубликовать] [Изменить варианты] [Кто может голосовать] [Отмена]

    [published]
    Опрос № 1 открыт в #general.

    [voted]
    Вы проголосовали за:
    **Pere**
    Все могут видеть, как вы проголосовали.
    На данный момент
    `██████▌░░░ 2 из 3` Мере
    `███▌░░░░░░ 1 из 3` Pere
    `░░░░░░░░░░ 0 из 3` Prune
    Проголосовали 3 человека
    [Отозвать голос]

    [withdrawn]
    Ваш голос в опросе «Яблоки sau mere?» отозван. До закрытия можно проголосовать снова.

    [my vote]
    В этом опросе вы не голосовали.
    На данный момент
    `██████████ 2 из 2` Мере
    `░░░░░░░░░░ 0 из 2` Pere
    `░░░░░░░░░░ 0 из 2` Prune
    Проголосовали 2 человека

    [card]
    **Яблоки sau mere?**

    `██████████ 2 из 2` Мере
    `░░░░░░░░░░ 0 из 2` Pere
    `░░░░░░░░░░ 0 из 2` Prune

    Выберите один вариант; до закрытия опроса голос можно изменить или отозвать.
    Закроется Wednesday, 18 November 2026 17:00 (in 2 days)
    Результат действует, если проголосуют хотя бы 2 человека.
    Все могут видеть, как вы проголосовали.
    Проголосовали 2 человека · Опрос № 1
    [Мере] [Pere] [Prune]
    [Мой голос] [Результаты]

    [results]
    Опрос № 1: пока так
    **Яблоки sau mere?**

    `██████████ 2 из 2` Мере
    `░░░░░░░░░░ 0 из 2` Pere
    `░░░░░░░░░░ 0 из 2` Prune

    Проголосовали 2 из 5 имевших право голоса.
    Кворум (2 человека) набран.
    [Кто за что голосовал]

    [result]
    Итог опроса № 1
    **Яблоки sau mere?**

    **Мере** — победитель.

    `██████████ 2 из 2` **Мере**
    `░░░░░░░░░░ 0 из 2` Pere
    `░░░░░░░░░░ 0 из 2` Prune

    Проголосовали 2 из 5 имевших право голоса.
    Кворум (2 человека) набран.
    Закрыт: Wednesday, 18 November 2026 17:00.
    Голосование не тайное: кнопку *Кто за что голосовал* может нажать каждый.
    (file poll-1.png)
    [Кто за что голосовал]

    [late]
    Этот опрос закрылся 16 hours ago, голоса больше не меняются. Результат опубликован в канале.

    [list]
    Опросы
    **№ 1** Яблоки sau mere? · #general · закрыт 16 hours ago, проголосовали 2 человека
    ");
    assert_snapshot!(whole("ru", "ranked", "secret", labels).await, @"
    [preview]
    Это только предпросмотр: пока вы не нажмёте **Опубликовать**, никто ничего не увидит. Опрос появится в #general.
    Когда опрос откроется, тайну уже нельзя будет снять: никто не сможет узнать, кто как проголосовал, и вы тоже.
    **Яблоки sau mere?**

    1. Мере
    2. Pere
    3. Prune

    Расставьте варианты по порядку, самый желанный первым; до закрытия опроса голос можно изменить или отозвать.
    Закроется Wednesday, 18 November 2026 17:00 (in 2 days)
    Результат действует, если проголосуют хотя бы 2 человека.
    До закрытия результатов не видит никто.
    Никто на этом сервере не может видеть, как вы проголосовали. Пока опрос открыт, это мог бы узнать владелец компьютера, на котором работает бот; после закрытия это станет невозможно. Если проголосует меньше 5 человек, результат не показывается.
    (Кто может голосовать: все, если не выбрать роли)
    [Опубликовать] [Изменить варианты] [Кто может голосовать] [Отмена]

    [published]
    Опрос № 1 открыт в #general.

    [ranking]
    **Яблоки sau mere?**
    Выберите самый желанный вариант. Каждый выбор засчитывается сразу; остановиться можно когда угодно.
    Никто на этом сервере не может видеть, как вы проголосовали.
    (Место 1: Мере | Pere | Prune)

    [ranked]
    **Яблоки sau mere?**
    Ваш порядок, он уже засчитан:
    1. Pere
    Никто на этом сервере не может видеть, как вы проголосовали.
    (Место 2: Мере | Prune)
    [Начать заново] [Отозвать голос]

    [card]
    **Яблоки sau mere?**

    1. Мере
    2. Pere
    3. Prune

    Расставьте варианты по порядку, самый желанный первым; до закрытия опроса голос можно изменить или отозвать.
    Закроется Wednesday, 18 November 2026 17:00 (in 2 days)
    Результат действует, если проголосуют хотя бы 2 человека.
    До закрытия результатов не видит никто.
    Никто на этом сервере не может видеть, как вы проголосовали. Пока опрос открыт, это мог бы узнать владелец компьютера, на котором работает бот; после закрытия это станет невозможно. Если проголосует меньше 5 человек, результат не показывается.
    Проголосовало меньше 5 человек · Опрос № 1
    [Голосовать]
    [Мой голос]

    [results]
    До закрытия (in 2 days) этого не видит никто, даже те, кто ведёт опрос.

    [result]
    Итог опроса № 1
    **Яблоки sau mere?**

    Проголосовало меньше 5 человек. Этого мало, чтобы показать результат тайного опроса.

    Закрыт: Wednesday, 18 November 2026 17:00.
    Голосование было тайным: узнать, кто как голосовал, больше не может никто.

    [late]
    Этот опрос закрылся 16 hours ago, голоса больше не меняются. Результат опубликован в канале.

    [list]
    Опросы
    **№ 1** Яблоки sau mere? · #general · закрыт 16 hours ago, голосов меньше 5
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_poll_is_read_in_romanian() {
    let labels = ["Publică", "Retrage votul"];
    assert_snapshot!(whole("ro", "single", "public", labels).await, @"
    [preview]
    Aceasta este doar previzualizarea: nu se întreabă nimic până nu apeși **Publică**. Sondajul va apărea în #general.
    **Яблоки sau mere?**

    1. Мере
    2. Pere
    3. Prune

    Alege o variantă; îți poți schimba sau retrage votul până la încheiere.
    Se încheie Wednesday, 18 November 2026 17:00 (in 2 days)
    Este valabil numai dacă votează cel puțin 2 persoane.
    Toată lumea poate vedea cum ai votat.
    (Cine poate vota: toată lumea, dacă nu alegi roluri)
    [Publică] [Schimbă variantele] [Cine poate vota] [Renunță]

    [published]
    Sondajul nr. 1 este deschis în #general.

    [voted]
    Ai votat pentru:
    **Pere**
    Toată lumea poate vedea cum ai votat.
    Până acum
    `██████▌░░░ 2 din 3` Мере
    `███▌░░░░░░ 1 din 3` Pere
    `░░░░░░░░░░ 0 din 3` Prune
    Au votat 3 persoane
    [Retrage votul]

    [withdrawn]
    Votul tău la „Яблоки sau mere?” a fost retras. Poți vota din nou până la încheiere.

    [my vote]
    Nu ai votat în acest sondaj.
    Până acum
    `██████████ 2 din 2` Мере
    `░░░░░░░░░░ 0 din 2` Pere
    `░░░░░░░░░░ 0 din 2` Prune
    Au votat 2 persoane

    [card]
    **Яблоки sau mere?**

    `██████████ 2 din 2` Мере
    `░░░░░░░░░░ 0 din 2` Pere
    `░░░░░░░░░░ 0 din 2` Prune

    Alege o variantă; îți poți schimba sau retrage votul până la încheiere.
    Se încheie Wednesday, 18 November 2026 17:00 (in 2 days)
    Este valabil numai dacă votează cel puțin 2 persoane.
    Toată lumea poate vedea cum ai votat.
    Au votat 2 persoane · Sondajul nr. 1
    [Мере] [Pere] [Prune]
    [Votul meu] [Rezultate]

    [results]
    Sondajul nr. 1 până acum
    **Яблоки sau mere?**

    `██████████ 2 din 2` Мере
    `░░░░░░░░░░ 0 din 2` Pere
    `░░░░░░░░░░ 0 din 2` Prune

    Au votat 2 din cei 5 care puteau vota.
    Cvorumul (2 persoane) a fost atins.
    [Cine ce a votat]

    [result]
    Rezultatul sondajului nr. 1
    **Яблоки sau mere?**

    **Мере** a câștigat.

    `██████████ 2 din 2` **Мере**
    `░░░░░░░░░░ 0 din 2` Pere
    `░░░░░░░░░░ 0 din 2` Prune

    Au votat 2 din cei 5 care puteau vota.
    Cvorumul (2 persoane) a fost atins.
    Încheiat: Wednesday, 18 November 2026 17:00.
    Votul nu este secret: *Cine ce a votat* arată asta tuturor de aici.
    (file poll-1.png)
    [Cine ce a votat]

    [late]
    Acest sondaj s-a încheiat 16 hours ago, așa că voturile nu se mai schimbă. Rezultatul este în canal.

    [list]
    Sondaje
    **Nr. 1** Яблоки sau mere? · #general · încheiat 16 hours ago, au votat 2 persoane
    ");
    assert_snapshot!(whole("ro", "ranked", "secret", labels).await, @"
    [preview]
    Aceasta este doar previzualizarea: nu se întreabă nimic până nu apeși **Publică**. Sondajul va apărea în #general.
    Odată deschis, sondajul nu mai poate fi făcut mai puțin secret: nimeni nu va putea afla cum a votat cineva, nici tu.
    **Яблоки sau mere?**

    1. Мере
    2. Pere
    3. Prune

    Pune variantele în ordine, cu preferata pe primul loc; îți poți schimba sau retrage votul până la încheiere.
    Se încheie Wednesday, 18 November 2026 17:00 (in 2 days)
    Este valabil numai dacă votează cel puțin 2 persoane.
    Nimeni nu vede rezultatele înainte de încheiere.
    Nimeni de pe acest server nu poate vedea cum ai votat. Cât timp sondajul este deschis, cine administrează calculatorul botului ar putea afla; la încheiere acest lucru devine imposibil. Dacă votează mai puțin de 5 persoane, nu se arată niciun rezultat.
    (Cine poate vota: toată lumea, dacă nu alegi roluri)
    [Publică] [Schimbă variantele] [Cine poate vota] [Renunță]

    [published]
    Sondajul nr. 1 este deschis în #general.

    [ranking]
    **Яблоки sau mere?**
    Alege varianta preferată. Fiecare alegere se numără pe loc; te poți opri oricând.
    Nimeni de pe acest server nu poate vedea cum ai votat.
    (Locul 1: Мере | Pere | Prune)

    [ranked]
    **Яблоки sau mere?**
    Ordinea ta, care se ia deja în seamă:
    1. Pere
    Nimeni de pe acest server nu poate vedea cum ai votat.
    (Locul 2: Мере | Prune)
    [De la început] [Retrage votul]

    [card]
    **Яблоки sau mere?**

    1. Мере
    2. Pere
    3. Prune

    Pune variantele în ordine, cu preferata pe primul loc; îți poți schimba sau retrage votul până la încheiere.
    Se încheie Wednesday, 18 November 2026 17:00 (in 2 days)
    Este valabil numai dacă votează cel puțin 2 persoane.
    Nimeni nu vede rezultatele înainte de încheiere.
    Nimeni de pe acest server nu poate vedea cum ai votat. Cât timp sondajul este deschis, cine administrează calculatorul botului ar putea afla; la încheiere acest lucru devine imposibil. Dacă votează mai puțin de 5 persoane, nu se arată niciun rezultat.
    Au votat mai puțin de 5 persoane · Sondajul nr. 1
    [Votează]
    [Votul meu]

    [results]
    Înainte de încheierea sondajului (in 2 days) nu vede asta nimeni, nici măcar cei care îl conduc.

    [result]
    Rezultatul sondajului nr. 1
    **Яблоки sau mere?**

    Au votat mai puțin de 5 persoane. Sunt prea puține pentru a arăta rezultatul unui sondaj secret.

    Încheiat: Wednesday, 18 November 2026 17:00.
    Votul a fost secret: nimeni nu mai poate afla cum a votat cineva.

    [late]
    Acest sondaj s-a încheiat 16 hours ago, așa că voturile nu se mai schimbă. Rezultatul este în canal.

    [list]
    Sondaje
    **Nr. 1** Яблоки sau mere? · #general · încheiat 16 hours ago, au votat mai puțin de 5 persoane
    ");
}
