//! Settings, as managers see and change them.

mod check;
mod create;
mod kinds;
mod start;

use std::time::Duration;

use steward::error::Message;
use steward::feature::Feature;
use steward::features;
use steward::features::setup;
use steward::i18n::Locale;
use steward::ids::ChannelId;
use steward::sandbox::{Answer, Given, Overwrite, Person, rights};

use crate::support::town::Town;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);

fn manager(town: &Town) -> Person {
    let managers = town.guild.role("Managers", rights::MANAGE_GUILD);
    town.guild.person("magnus", &[managers])
}

async fn show(town: &Town, by: &Person) -> Answer {
    let answer = town.slash(by, "setup show", &[]).await;
    assert!(answer.ephemeral);
    answer
}

async fn set(town: &Town, by: &Person, setting: &str, value: &str) -> Answer {
    let answer = town.slash(by, "setup set", &[("setting", setting.into()), ("value", value.into())]).await;
    assert!(answer.ephemeral && answer.followups.is_empty(), "{}", answer.text());
    answer
}

/// Labels of what is offered.
async fn offered(town: &Town, by: &Person, setting: &str, typed: &str) -> Vec<String> {
    town.settled().await;
    let others: [(&str, Given); 1] = [("setting", setting.into())];
    let offered = by.autocomplete(town.general, "setup set", "value", typed, &others).await.unwrap();
    offered.into_iter().map(|choice| choice.name).collect()
}

/// What is stored for a setting.
async fn stored(town: &Town, name: &str) -> Option<String> {
    let server = setup::server(town.app().db.read(), town.guild.id()).await.unwrap();
    server.get(name).map(str::to_owned)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_is_shown_with_what_holds_now() {
    let town = Town::new().await;
    let manager = manager(&town);

    insta::assert_snapshot!(show(&town, &manager).await.text(), @"
    Settings
    **language**: English, as in Discord’s settings of the server (by default)
    -# the language of what everyone here reads; answers to one person are in theirs
    **zone**: UTC (by default)
    -# the clock for times that you type, and the calendar of the figures; the figures follow a change from the next Monday on
    **manager_role**: none; permissions say it (by default)
    -# who manages the community, besides people with “Manage Server”
    **moderator_role**: none; permissions say it (by default)
    -# who moderates, besides people with “Time out members”
    **helper_role**: none; permissions say it (by default)
    -# who helps, besides people with “Manage Messages”
    **reports**: none (by default)
    -# where members’ reports come for the team
    **appeals**: none (by default)
    -# where the team decides appeals
    **feedback**: none (by default)
    -# where feedback is gathered for the team
    **announcements**: none (by default)
    -# where everyone reads what is announced
    **events**: none (by default)
    -# where everyone sees what is going on
    **suggestions**: none (by default)
    -# where everyone reads suggestions; a forum will do too
    **quiet_hours**: 22:00–08:00 (by default)
    -# when reminders and alerts that can wait do wait; hours like “22:00–08:00”, or “off”
    **mod_log**: none (by default)
    -# where the team reads what was decided about members
    **ladder**: 3 timeout 1h, 5 timeout 1d, 8 timeout 7d, 10 decide (by default)
    -# what follows from active points; rungs like “3 timeout 1h, 10 decide”, or “off”
    **points_expire**: 90 days (by default)
    -# how long the points of a warning count; a change holds for new warnings
    **automod_cases**: off (by default)
    -# whether what Discord’s AutoMod does about members becomes cases
    **keep_activity**: 400 days (by default)
    -# how long it is kept who wrote how much and where; 28 to 400 days
    **ama_review**: the mod log, or the host panel without one (by default)
    -# where moderators read the questions of AMAs before they appear
    **feedback_pin**: on (by default)
    -# whether a message that is tagged as feedback gets a 📌
    **digest**: none (by default)
    -# where the weekly page for managers is posted; `/digest setup channel` is the same setting
    /setup set changes one of them.
    ");
    set(&town, &manager, "zone", "Europe/Chisinau").await;
    set(&town, &manager, "language", "ro").await;
    let log = town.guild.private_channel("mod-log", &town.guild.roles_of(&manager));
    set(&town, &manager, "mod_log", &format!("<#{log}>")).await;
    insta::assert_snapshot!(show(&town, &manager).await.text(), @"
    Settings
    **language**: Romanian
    -# the language of what everyone here reads; answers to one person are in theirs
    **zone**: Europe/Chisinau
    -# the clock for times that you type, and the calendar of the figures; the figures follow a change from the next Monday on
    **manager_role**: none; permissions say it (by default)
    -# who manages the community, besides people with “Manage Server”
    **moderator_role**: none; permissions say it (by default)
    -# who moderates, besides people with “Time out members”
    **helper_role**: none; permissions say it (by default)
    -# who helps, besides people with “Manage Messages”
    **reports**: none (by default)
    -# where members’ reports come for the team
    **appeals**: none (by default)
    -# where the team decides appeals
    **feedback**: none (by default)
    -# where feedback is gathered for the team
    **announcements**: none (by default)
    -# where everyone reads what is announced
    **events**: none (by default)
    -# where everyone sees what is going on
    **suggestions**: none (by default)
    -# where everyone reads suggestions; a forum will do too
    **quiet_hours**: 22:00–08:00 (by default)
    -# when reminders and alerts that can wait do wait; hours like “22:00–08:00”, or “off”
    **mod_log**: #mod-log
    -# where the team reads what was decided about members
    **ladder**: 3 timeout 1h, 5 timeout 1d, 8 timeout 7d, 10 decide (by default)
    -# what follows from active points; rungs like “3 timeout 1h, 10 decide”, or “off”
    **points_expire**: 90 days (by default)
    -# how long the points of a warning count; a change holds for new warnings
    **automod_cases**: off (by default)
    -# whether what Discord’s AutoMod does about members becomes cases
    **keep_activity**: 400 days (by default)
    -# how long it is kept who wrote how much and where; 28 to 400 days
    **ama_review**: the mod log, or the host panel without one (by default)
    -# where moderators read the questions of AMAs before they appear
    **feedback_pin**: on (by default)
    -# whether a message that is tagged as feedback gets a 📌
    **digest**: none (by default)
    -# where the weekly page for managers is posted; `/digest setup channel` is the same setting
    /setup set changes one of them.
    ");
    insta::assert_snapshot!(show(&town, &manager.clone().locale("ru")).await.text(), @"
    Настройки
    **language**: румынский
    -# язык всего, что здесь читают все; одному человеку бот отвечает на его языке
    **zone**: Europe/Chisinau
    -# часы, по которым понимается введённое время, и календарь показателей; показатели переходят на новый пояс со следующего понедельника
    **manager_role**: нет; решают права (по умолчанию)
    -# кто управляет сообществом, кроме людей с правом «Управлять сервером»
    **moderator_role**: нет; решают права (по умолчанию)
    -# кто модерирует, кроме людей с правом «Отправить участников подумать о своём поведении»
    **helper_role**: нет; решают права (по умолчанию)
    -# кто помогает, кроме людей с правом «Управлять сообщениями»
    **reports**: нет (по умолчанию)
    -# куда команде приходят жалобы участников
    **appeals**: нет (по умолчанию)
    -# где команда решает по обжалованиям
    **feedback**: нет (по умолчанию)
    -# где для команды собираются отзывы
    **announcements**: нет (по умолчанию)
    -# где все читают объявления
    **events**: нет (по умолчанию)
    -# где все видят, что происходит
    **suggestions**: нет (по умолчанию)
    -# где все читают предложения; подойдёт и форум
    **quiet_hours**: 22:00–08:00 (по умолчанию)
    -# когда напоминания и сигналы, которые могут подождать, ждут; часы вида «22:00–08:00» или «off»
    **mod_log**: #mod-log
    -# где команда читает, что решено об участниках
    **ladder**: 3 timeout 1h, 5 timeout 1d, 8 timeout 7d, 10 decide (по умолчанию)
    -# что следует из баллов в силе; ступени вида «3 timeout 1h, 10 decide» или «off»
    **points_expire**: 90 дней (по умолчанию)
    -# сколько действуют баллы за предупреждение; изменение касается новых предупреждений
    **automod_cases**: выключено (по умолчанию)
    -# записывать ли как случаи то, что AutoMod в Discord делает с участниками
    **keep_activity**: 400 дней (по умолчанию)
    -# сколько хранится, кто сколько и где писал; от 28 до 400 дней
    **ama_review**: журнал модерации, а без него — панель ведущего (по умолчанию)
    -# где модераторы читают вопросы AMA до публикации
    **feedback_pin**: включено (по умолчанию)
    -# ставить ли 📌 на сообщения, отмеченные как отзыв
    **digest**: нет (по умолчанию)
    -# где публикуется страница недели для менеджеров; `/digest setup channel` — та же настройка
    /setup set меняет любую из них.
    ");
    insta::assert_snapshot!(show(&town, &manager.locale("ro")).await.text(), @"
    Setări
    **language**: română
    -# limba în care citește toată lumea aici; unei singure persoane i se răspunde în limba ei
    **zone**: Europe/Chisinau
    -# ceasul după care se înțeleg orele scrise și calendarul cifrelor; cifrele trec la noul fus de lunea viitoare
    **manager_role**: niciunul; hotărăsc permisiunile (implicit)
    -# cine conduce comunitatea, pe lângă cei cu „Gestionează serverul”
    **moderator_role**: niciunul; hotărăsc permisiunile (implicit)
    -# cine moderează, pe lângă cei cu „Pune membrii în pauză”
    **helper_role**: niciunul; hotărăsc permisiunile (implicit)
    -# cine ajută, pe lângă cei cu „Gestionează mesajele”
    **reports**: niciunul (implicit)
    -# unde îi vin echipei sesizările membrilor
    **appeals**: niciunul (implicit)
    -# unde hotărăște echipa contestațiile
    **feedback**: niciunul (implicit)
    -# unde se adună părerile pentru echipă
    **announcements**: niciunul (implicit)
    -# unde citește toată lumea anunțurile
    **events**: niciunul (implicit)
    -# unde vede toată lumea ce se întâmplă
    **suggestions**: niciunul (implicit)
    -# unde citește toată lumea propunerile; merge și un forum
    **quiet_hours**: 22:00–08:00 (implicit)
    -# când așteaptă mementourile și alertele care pot aștepta; ore ca „22:00–08:00” sau „off”
    **mod_log**: #mod-log
    -# unde citește echipa ce s-a hotărât despre membri
    **ladder**: 3 timeout 1h, 5 timeout 1d, 8 timeout 7d, 10 decide (implicit)
    -# ce urmează din punctele valabile; trepte ca „3 timeout 1h, 10 decide” sau „off”
    **points_expire**: 90 de zile (implicit)
    -# cât sunt valabile punctele unui avertisment; schimbarea privește avertismentele noi
    **automod_cases**: oprit (implicit)
    -# dacă ce face AutoMod din Discord cu membrii devine caz
    **keep_activity**: 400 de zile (implicit)
    -# cât timp se păstrează cine, cât și unde a scris; între 28 și 400 de zile
    **ama_review**: jurnalul de moderare, iar fără el panoul gazdei (implicit)
    -# unde moderatorii citesc întrebările din AMA înainte să apară
    **feedback_pin**: pornit (implicit)
    -# dacă un mesaj marcat ca părere primește 📌
    **digest**: niciunul (implicit)
    -# unde se publică pagina săptămânii pentru manageri; `/digest setup channel` este aceeași setare
    /setup set schimbă oricare dintre ele.
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_owner_and_managers_reach_the_settings_and_nobody_else() {
    let town = Town::new().await;
    let moderator = town.moderator("mona");

    let hidden = moderator.slash(town.general, "setup show", &[]).await;
    assert!(hidden.is_err(), "the client does not list it");
    let given: [(&str, Given); 2] = [("setting", "zone".into()), ("value", "Europe/Chisinau".into())];
    let refused = moderator.slash_hidden(town.general, "setup set", &given).await.unwrap();
    insta::assert_snapshot!(refused.text(), @"Only managers can do this: the owner of the server and people with the permission “Manage Server”.");
    assert!(refused.ephemeral);
    let shown = moderator.slash_hidden(town.general, "setup show", &[]).await.unwrap();
    assert_eq!(shown.text(), refused.text());
    let offered = moderator.autocomplete_hidden(town.general, "setup set", "setting", "", &[]).await.unwrap();
    assert_eq!(offered, [], "nothing is offered either");
    assert_eq!(stored(&town, "zone").await, None);

    set(&town, &town.guild.owner(), "zone", "Europe/Chisinau").await;
    assert_eq!(stored(&town, "zone").await.as_deref(), Some("Europe/Chisinau"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_language_is_chosen_in_any_of_them_and_given_back_to_discord() {
    let town = Town::new().await;
    let manager = manager(&town);
    let language = async || setup::server(town.app().db.read(), town.guild.id()).await.unwrap().locale;

    insta::assert_snapshot!(set(&town, &manager, "language", "română").await.text(), @"
    **language**: English, as in Discord’s settings of the server → **Romanian**
    [Undo]
    ");
    assert_eq!((language().await, stored(&town, "language").await.as_deref()), (Locale::Ro, Some("ro")));
    insta::assert_snapshot!(set(&town, &manager, "Language", "RU").await.text(), @"
    **language**: Romanian → **Russian**
    [Undo]
    ");
    insta::assert_snapshot!(set(&town, &manager, "language", "ru").await.text(), @"Nothing was changed. **language** was so already: Russian");
    insta::assert_snapshot!(set(&town, &manager, "language", "klingon").await.text(), @"
    I do not speak “klingon”. Write `en`, `ru` or `ro`.
    [Correct]
    ");
    assert_eq!(language().await, Locale::Ru);

    town.guild.locale("ro");
    town.settled().await;
    assert_eq!(language().await, Locale::Ru, "what was chosen counts more than Discord's own setting");
    insta::assert_snapshot!(set(&town, &manager, "language", "default").await.text(), @"
    **language**: Russian → **Romanian, as in Discord’s settings of the server**
    [Undo]
    ");
    assert_eq!((language().await, stored(&town, "language").await), (Locale::Ro, None));
    assert_eq!(
        offered(&town, &manager, "language", "").await,
        ["English", "Russian", "Romanian", "default: Romanian, as in Discord’s settings of the server"]
    );
    assert_eq!(offered(&town, &manager.locale("ru"), "language", "рус").await, ["русский"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_zone_is_chosen_by_its_name_or_its_city() {
    let town = Town::new().await;
    let manager = manager(&town);

    insta::assert_snapshot!(set(&town, &manager, "zone", "europe/chisinau").await.text(), @"
    **zone**: UTC → **Europe/Chisinau**
    [Undo]
    ");
    insta::assert_snapshot!(set(&town, &manager, "zone", "new york").await.text(), @"
    **zone**: Europe/Chisinau → **America/New_York**
    [Undo]
    ");
    assert_eq!(stored(&town, "zone").await.as_deref(), Some("America/New_York"));
    let mut refused = Vec::new();
    for typed in ["Atlantis", "Etc/GMT+2", "Buenos Aires", "<@1> @everyone"] {
        let answer = set(&town, &manager, "zone", typed).await;
        assert!(answer.labels() == ["Correct"] && answer.pings.is_empty(), "{}", answer.text());
        refused.push(answer.text().to_owned());
    }
    insta::assert_snapshot!(refused.join("\n"), @"
    I know no zone “Atlantis”. Write it like `Europe/Chisinau`, or begin to type a large city nearby and choose from the list.
    [Correct]
    I know no zone “Etc/GMT+2”. Write it like `Europe/Chisinau`, or begin to type a large city nearby and choose from the list.
    [Correct]
    There are several zones of that name: America/Argentina/Buenos_Aires, America/Buenos_Aires. Write one of them in full.
    [Correct]
    I know no zone “<@1> ＠everyone”. Write it like `Europe/Chisinau`, or begin to type a large city nearby and choose from the list.
    [Correct]
    ");
    assert_eq!(stored(&town, "zone").await.as_deref(), Some("America/New_York"), "nothing of this was taken");
    let manager = manager.locale("ru");
    insta::assert_snapshot!(set(&town, &manager, "zone", "Атлантида").await.text(), @"
    Часового пояса «Атлантида» я не знаю. Напишите его как `Europe/Chisinau` или начните вводить крупный город поблизости и выберите из списка.
    [Исправить]
    ");
    let manager = manager.locale("ro");
    insta::assert_snapshot!(set(&town, &manager, "zone", "Atlantida").await.text(), @"
    Nu cunosc fusul orar „Atlantida”. Scrie-l ca `Europe/Chisinau` sau începe să scrii un oraș mare din apropiere și alege din listă.
    [Corectează]
    ");

    let manager = manager.locale("en-US");
    for (typed, zone) in [
        ("Кишинёв", "Europe/Chisinau"),
        ("București", "Europe/Bucharest"),
        ("мск", "UTC+03:00"),
        ("EST", "UTC-05:00"),
        ("GMT+2", "UTC+02:00"),
    ] {
        let answer = set(&town, &manager, "zone", typed).await;
        assert_eq!(stored(&town, "zone").await.as_deref(), Some(zone), "{typed}");
        assert_eq!(answer.text().contains("is the same all year"), zone.starts_with("UTC"), "{}", answer.text());
    }
    assert!(offered(&town, &manager, "zone", "Моск").await.iter().any(|one| one.starts_with("Europe/Moscow")));
    let offered_for_est = offered(&town, &manager, "zone", "EST").await;
    assert_eq!(offered_for_est[..2], ["UTC-05:00 · 04:00", "America/New_York · 04:00"]);
    let fixed = offered(&town, &manager, "zone", "GMT+2").await;
    assert_eq!(fixed.first().map(String::as_str), Some("UTC+02:00 · 11:00"));
    assert!(fixed.iter().any(|one| one.starts_with("Europe/Chisinau")), "a city is offered beside it: {fixed:?}");

    let manager = manager.locale("en-US");
    insta::assert_snapshot!(offered(&town, &manager, "zone", "").await.join("\n"), @"
    UTC · 09:00
    Europe/Chisinau · 11:00
    Europe/Bucharest · 11:00
    Europe/Kyiv · 11:00
    Europe/Moscow · 12:00
    Europe/London · 09:00
    Europe/Berlin · 10:00
    Asia/Tbilisi · 13:00
    Asia/Almaty · 14:00
    America/New_York · 04:00
    America/Chicago · 03:00
    America/Los_Angeles · 01:00
    default: UTC
    ");
    assert_eq!(offered(&town, &manager, "zone", "chis").await, ["Europe/Chisinau · 11:00"]);
    assert_eq!(offered(&town, &manager, "zone", "none").await, ["default: UTC"]);
    assert_eq!(offered(&town, &manager, "zone", "a").await.len(), 25);
    assert_eq!(offered(&town, &manager, "no such setting", "chis").await, [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_is_a_channel_by_mention_id_or_name() {
    let town = Town::new().await;
    let manager = manager(&town);
    let log = town.guild.private_channel("mod-log", &town.guild.roles_of(&manager));
    let channel = async || setup::server(town.app().db.read(), town.guild.id()).await.unwrap().channel("mod_log");

    insta::assert_snapshot!(set(&town, &manager, "mod_log", &format!("<#{log}>")).await.text(), @"
    **mod_log**: none → **#mod-log**
    [Undo]
    ");
    assert_eq!(channel().await, Some(log));
    insta::assert_snapshot!(set(&town, &manager, "mod log", "none").await.text(), @"
    **mod_log**: #mod-log → **none**
    [Undo]
    ");
    assert_eq!(channel().await, None);
    for typed in [log.to_string(), "#mod-log".to_owned(), "Mod-Log".to_owned()] {
        set(&town, &manager, "mod_log", &typed).await;
        assert_eq!(channel().await, Some(log), "{typed}");
        set(&town, &manager, "mod_log", "default").await;
    }
    assert_eq!(offered(&town, &manager, "mod_log", "").await, ["#general", "#mod-log", "default: none"]);
    assert_eq!(offered(&town, &manager, "mod_log", "#mod").await, ["#mod-log"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channel_that_will_not_do_is_refused_with_what_to_do() {
    let town = Town::new().await;
    let manager = manager(&town);
    let village = town.sandbox.guild("Village");
    let elsewhere = village.channel("village-log");
    let (voice, category) = (town.guild.voice_channel("lounge"), town.guild.category("Staff"));
    town.guild.channel("twice");
    town.guild.channel("twice");

    let mut answers = Vec::new();
    for typed in [
        format!("<#{elsewhere}>"),
        elsewhere.to_string(),
        "village-log".to_owned(),
        format!("<#{voice}>"),
        category.to_string(),
        "lounge".to_owned(),
        "twice".to_owned(),
        "nowhere @everyone".to_owned(),
    ] {
        let answer = set(&town, &manager, "mod_log", &typed).await;
        assert!(answer.labels() == ["Correct"] && answer.pings.is_empty(), "{}", answer.text());
        answers.push(answer.text().replace(&elsewhere.to_string(), "<elsewhere>"));
    }
    insta::assert_snapshot!(answers.join("\n"), @"
    There is no channel “<#<elsewhere>>” in this server, or I cannot see it. Choose one from the list, or type # and its name.
    [Correct]
    There is no channel “<elsewhere>” in this server, or I cannot see it. Choose one from the list, or type # and its name.
    [Correct]
    There is no channel “village-log” in this server, or I cannot see it. Choose one from the list, or type # and its name.
    [Correct]
    I cannot post in #lounge. Choose a text channel, not a category, a forum or a voice channel.
    [Correct]
    I cannot post in #Staff. Choose a text channel, not a category, a forum or a voice channel.
    [Correct]
    I cannot post in #lounge. Choose a text channel, not a category, a forum or a voice channel.
    [Correct]
    Several channels are called “twice”. Choose from the list, or type # and choose there.
    [Correct]
    There is no channel “nowhere ＠everyone” in this server, or I cannot see it. Choose one from the list, or type # and its name.
    [Correct]
    ");
    assert_eq!(stored(&town, "mod_log").await, None);
    insta::assert_snapshot!(set(&town, &manager, "modlog", "general").await.text(), @"
    There is no setting “modlog”. `/setup show` lists those there are.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_wrong_with_a_channel_is_said_when_it_is_chosen_and_later() {
    let mut town = Town::new().await;
    let manager = manager(&town);

    let public = set(&town, &manager, "mod_log", "general").await;
    insta::assert_snapshot!(public.text(), @"
    **mod_log**: none → **#general**
    ⚠ Everyone in the server can read #general. What is meant for the team should stand in a channel that only the team sees. As a staff channel it isn’t counted.
    [Undo]
    ");
    let of_role = |id: i64, allow, deny| Overwrite { id, of_member: false, allow, deny };
    let (everyone, own) = (town.guild.id().get(), town.guild.bot_role().get());
    let hides = of_role(everyone, 0, rights::VIEW_CHANNEL);
    let mute = town.guild.channel_with("mute", &[of_role(own, 0, rights::SEND_MESSAGES | rights::EMBED_LINKS)]);
    let seen = of_role(town.guild.roles_of(&manager)[0].get(), rights::VIEW_CHANNEL, 0);
    let hidden = town.guild.channel_with("hidden", &[hides, seen]);
    // Discord lists a channel that the bot cannot see only when it connects.
    town.restart().await;
    insta::assert_snapshot!(set(&town, &manager, "mod_log", &mute.to_string()).await.text(), @"
    **mod_log**: #general → **#mute**
    ⚠ Everyone in the server can read #mute. What is meant for the team should stand in a channel that only the team sees. As a staff channel it isn’t counted.
    ⚠ I cannot post in #mute yet. Give my role “Send Messages and Create Posts”, “Embed Links” there (channel settings → Permissions).
    [Undo]
    ");
    let manager = manager.locale("ru");
    insta::assert_snapshot!(set(&town, &manager, "mod_log", &hidden.to_string()).await.text(), @"
    **mod_log**: #mute → **#hidden**
    ⚠ Писать в #hidden я пока не могу. Дайте там моей роли «Просматривать канал», «Отправка сообщений и создание публикаций», «Встраивать ссылки» (настройки канала → «Права доступа»).
    [Отменить]
    ");
    let manager = manager.locale("ro");
    insta::assert_snapshot!(set(&town, &manager, "mod_log", &mute.to_string()).await.text(), @"
    **mod_log**: #hidden → **#mute**
    ⚠ #mute poate fi citit de toată lumea de pe server. Ce este pentru echipă ar trebui să stea într-un canal pe care îl vede doar echipa. Fiind canal al echipei, nu se numără.
    ⚠ Încă nu pot scrie în #mute. Dă-i acolo rolului meu „Trimite mesaje și creează postări”, „Încorporează linkuri” (setările canalului → Permisiuni).
    [Anulează]
    ");

    let manager = manager.locale("en-US");
    town.guild.set_overwrites(hidden, &[hides, seen, of_role(own, rights::VIEW_CHANNEL, 0)]);
    let fine = set(&town, &manager, "mod_log", &hidden.to_string()).await;
    assert!(!fine.text().contains('⚠'), "{}", fine.text());
    town.guild.delete_channel(hidden);
    town.settled().await;
    insta::assert_snapshot!(show(&town, &manager).await.text(), @"
    Settings
    **language**: English, as in Discord’s settings of the server (by default)
    -# the language of what everyone here reads; answers to one person are in theirs
    **zone**: UTC (by default)
    -# the clock for times that you type, and the calendar of the figures; the figures follow a change from the next Monday on
    **manager_role**: none; permissions say it (by default)
    -# who manages the community, besides people with “Manage Server”
    **moderator_role**: none; permissions say it (by default)
    -# who moderates, besides people with “Time out members”
    **helper_role**: none; permissions say it (by default)
    -# who helps, besides people with “Manage Messages”
    **reports**: none (by default)
    -# where members’ reports come for the team
    **appeals**: none (by default)
    -# where the team decides appeals
    **feedback**: none (by default)
    -# where feedback is gathered for the team
    **announcements**: none (by default)
    -# where everyone reads what is announced
    **events**: none (by default)
    -# where everyone sees what is going on
    **suggestions**: none (by default)
    -# where everyone reads suggestions; a forum will do too
    **quiet_hours**: 22:00–08:00 (by default)
    -# when reminders and alerts that can wait do wait; hours like “22:00–08:00”, or “off”
    **mod_log**: #unknown
    -# where the team reads what was decided about members
    ⚠ This channel is gone, so nothing is posted. Choose another one with `/setup set`.
    **ladder**: 3 timeout 1h, 5 timeout 1d, 8 timeout 7d, 10 decide (by default)
    -# what follows from active points; rungs like “3 timeout 1h, 10 decide”, or “off”
    **points_expire**: 90 days (by default)
    -# how long the points of a warning count; a change holds for new warnings
    **automod_cases**: off (by default)
    -# whether what Discord’s AutoMod does about members becomes cases
    **keep_activity**: 400 days (by default)
    -# how long it is kept who wrote how much and where; 28 to 400 days
    **ama_review**: the mod log, or the host panel without one (by default)
    -# where moderators read the questions of AMAs before they appear
    **feedback_pin**: on (by default)
    -# whether a message that is tagged as feedback gets a 📌
    **digest**: none (by default)
    -# where the weekly page for managers is posted; `/digest setup channel` is the same setting
    /setup set changes one of them.
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_is_taken_back_even_after_a_restart() {
    let mut town = Town::new().await;
    let manager = manager(&town);
    let log = town.guild.private_channel("mod-log", &town.guild.roles_of(&manager));
    town.settled().await;

    for (setting, value, before) in [
        ("zone", "Europe/Chisinau".to_owned(), None),
        ("language", "ru".to_owned(), None),
        ("mod_log", log.to_string(), None),
        ("zone", "Europe/Bucharest".to_owned(), Some("America/New_York")),
    ] {
        if let Some(before) = before {
            set(&town, &manager, setting, before).await;
        }
        let changed = set(&town, &manager, setting, &value).await;
        assert_eq!(stored(&town, setting).await.as_deref(), Some(value.as_str()), "{setting}");
        town.restart().await;
        assert_eq!(stored(&town, setting).await.as_deref(), Some(value.as_str()), "{setting} outlives a restart");
        town.pass(9 * MINUTE).await;

        let undone = town.click(&manager, &changed, "Undo").await;
        assert_eq!(stored(&town, setting).await.as_deref(), before, "{}", undone.text());
        assert!(undone.buttons.is_empty(), "{}", undone.text());
    }
    let changed = set(&town, &manager, "language", "ro").await;
    insta::assert_snapshot!(town.click(&manager, &changed, "Undo").await.text(), @"Taken back. **language** as before: English, as in Discord’s settings of the server");
    let manager = manager.locale("ru");
    let changed = set(&town, &manager, "mod_log", &log.to_string()).await;
    insta::assert_snapshot!(town.click(&manager, &changed, "Отменить").await.text(), @"Отменено. **mod_log**, как и раньше: нет");
    let manager = manager.locale("ro");
    let changed = set(&town, &manager, "zone", "UTC").await;
    insta::assert_snapshot!(town.click(&manager, &changed, "Anulează").await.text(), @"Anulat. **zone**, ca înainte: America/New_York");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_is_taken_back_once_while_it_holds_and_for_ten_minutes() {
    let town = Town::new().await;
    let manager = manager(&town);

    let first = set(&town, &manager, "zone", "Europe/Chisinau").await;
    let second = set(&town, &manager, "zone", "Europe/Bucharest").await;
    insta::assert_snapshot!(town.click(&manager, &first, "Undo").await.text(), @"This setting has been changed again since, so nothing was taken back. `/setup show` says what holds now.");
    assert_eq!(stored(&town, "zone").await.as_deref(), Some("Europe/Bucharest"));

    let undo = second.buttons[0].custom_id.clone();
    town.click(&manager, &second, "Undo").await;
    set(&town, &manager, "zone", "Europe/Bucharest").await;
    let again = manager.presses_custom_id(town.general, &second, &undo).await;
    insta::assert_snapshot!(again.text(), @"This has been taken back already, so nothing was changed.");
    assert_eq!(stored(&town, "zone").await.as_deref(), Some("Europe/Bucharest"), "a second press does nothing");

    let third = set(&town, &manager, "zone", "UTC").await;
    town.pass(10 * MINUTE + Duration::from_secs(1)).await;
    insta::assert_snapshot!(town.click(&manager, &third, "Undo").await.text(), @"A change can be taken back for ten minutes only, so nothing was done. `/setup set` changes it again.");
    assert_eq!(stored(&town, "zone").await.as_deref(), Some("UTC"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_no_manager_any_more_or_of_another_server_takes_nothing_back() {
    let town = Town::new().await;
    let manager = manager(&town);
    let changed = set(&town, &manager, "zone", "Europe/Chisinau").await;
    let undo = changed.buttons[0].custom_id.clone();

    let village = town.sandbox.guild("Village");
    let square = village.channel("square");
    town.settled().await;
    let elsewhere = village.owner();
    let own = elsewhere.slash(square, "setup set", &[("setting", "zone".into()), ("value", "Asia/Tokyo".into())]).await;
    let foreign = elsewhere.presses_custom_id(square, &own.unwrap(), &undo).await;
    insta::assert_snapshot!(foreign.text(), @"This button is from an older version and does nothing any more. Use the command again to get a new one.");

    town.guild.set_roles(&manager, &[]);
    let refused = town.click(&manager, &changed, "Undo").await;
    insta::assert_snapshot!(refused.text(), @"Only managers can do this: the owner of the server and people with the permission “Manage Server”.");
    assert_eq!(stored(&town, "zone").await.as_deref(), Some("Europe/Chisinau"));
    let there = setup::server(town.app().db.read(), village.id()).await.unwrap().zone;
    assert_eq!(there.name(), "Asia/Tokyo");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_change_is_on_record_with_who_made_it() {
    let town = Town::new().await;
    let manager = manager(&town);
    let changed = set(&town, &manager, "zone", "Europe/Chisinau").await;
    set(&town, &manager, "zone", "Europe/Chisinau").await;
    set(&town, &manager, "zone", "Mordor").await;
    town.click(&manager, &changed, "Undo").await;

    let rows: Vec<(i64, String, String, String, String)> =
        sqlx::query_as("SELECT actor_id, action, subject, before, after FROM audit ORDER BY audit_id")
            .fetch_all(town.app().db.read())
            .await
            .unwrap();
    let row = |action: &str, before: &str, after: &str| {
        (manager.id().get(), action.to_owned(), "zone".to_owned(), before.to_owned(), after.to_owned())
    };
    assert_eq!(rows, [row("setup.set", "", "Europe/Chisinau"), row("setup.undo", "Europe/Chisinau", "")]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_feature_that_cannot_follow_keeps_a_setting_as_it_was() {
    let mut town = Town::without_bot(|_| {}).await;
    town.features = || {
        let mut all = features::all();
        all.push(Feature {
            on_setting_tx: Some(|_, _, setting, _| {
                Box::pin(async move { if setting == "zone" { Err(Message::new("db-full").into()) } else { Ok(()) } })
            }),
            ..Feature::new("stubborn")
        });
        all
    };
    town.start().await;
    let manager = manager(&town);

    let refused = set(&town, &manager, "zone", "Europe/Chisinau").await;
    assert!(refused.text().contains("nothing was done"), "{}", refused.text());
    let rows = "SELECT (SELECT count(*) FROM settings) + (SELECT count(*) FROM settings_changes) + (SELECT count(*) FROM audit)";
    assert_eq!((stored(&town, "zone").await, town.number(rows).await), (None, 0));
    set(&town, &manager, "language", "ru").await;
    assert_eq!(stored(&town, "language").await.as_deref(), Some("ru"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn figures_follow_another_zone_from_its_next_monday_on() {
    let mut town = Town::new().await;
    let (manager, bob) = (manager(&town), town.member("bob"));
    let days = async |town: &Town| {
        let days: Vec<String> =
            sqlx::query_scalar("SELECT date(day * 86400, 'unixepoch') FROM activity_days ORDER BY day")
                .fetch_all(town.app().db.read())
                .await
                .unwrap();
        days.join(" ")
    };

    // Monday, 16 November, 23:00 UTC: the day after in Chisinau.
    town.pass(14 * HOUR).await;
    set(&town, &manager, "zone", "Europe/Chisinau").await;
    bob.says(town.general, "late on Monday").unwrap();
    town.settled().await;
    assert_eq!(days(&town).await, "2026-11-16", "this week is counted as it began");
    town.restart().await;
    town.pass(24 * HOUR).await;
    bob.says(town.general, "late on Tuesday").unwrap();
    town.settled().await;
    assert_eq!(days(&town).await, "2026-11-16 2026-11-17", "after a restart too");
    // Sunday, 23:00 UTC, is Monday in Chisinau, where the new week has begun.
    town.pass(5 * 24 * HOUR).await;
    bob.says(town.general, "early on Monday").unwrap();
    town.settled().await;
    assert_eq!(days(&town).await, "2026-11-16 2026-11-17 2026-11-23");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settings_of_one_server_are_not_those_of_another() {
    let town = Town::new().await;
    let manager = manager(&town);
    let village = town.sandbox.guild("Village");
    let square = village.channel("square");
    town.settled().await;

    set(&town, &manager, "zone", "Europe/Chisinau").await;
    set(&town, &manager, "mod_log", &town.general.to_string()).await;
    let shown = village.owner().slash(square, "setup show", &[]).await.unwrap();
    assert!(!shown.text().contains("Chisinau") && shown.text().contains("UTC"), "{}", shown.text());
    let other = setup::server(town.app().db.read(), village.id()).await.unwrap().channel("mod_log");
    assert_eq!(other, None::<ChannelId>);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_of_settings_are_offered_by_name_and_purpose() {
    let town = Town::new().await;
    let manager = manager(&town);
    town.settled().await;
    let names = async |by: &Person, typed: &str| {
        let offered = by.autocomplete(town.general, "setup set", "setting", typed, &[]).await.unwrap();
        offered.into_iter().map(|choice| choice.value.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };

    assert_eq!(
        names(&manager, "").await.join(" "),
        "language zone manager_role moderator_role helper_role reports appeals feedback announcements events \
         suggestions quiet_hours mod_log ladder points_expire automod_cases keep_activity ama_review feedback_pin digest"
    );
    assert_eq!(names(&manager, "LOG").await, ["mod_log"]);
    assert_eq!(names(&manager, "calendar").await, ["zone"]);
    assert_eq!(names(&manager.locale("ru"), "календарь").await, ["zone"]);
}
