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
    insta::assert_snapshot!(few, @"
    What you can do on Town
    **Everyone**
    **/help** · See what you can do here
    **/mycases** · See what is on record about you here
    **/ladder** · See what follows from warnings, and how many points you have
    -# Also *Report to moderators* in the menu of a message, under Apps.
    -# Also *Report member* in the menu of a member, under Apps.
    **/report** · Report a member to the moderators; only they read it
    **/rules** · Read the rules of this server
    **/contact** · Write to the staff in a private thread
    **/events** · See what’s on, day by day
    **/submit** · Submit an entry to a contest
    **/stats server** · Figures of this server: who writes, answers, comes and stays
    **/stats member** · See your own last 28 days, or as a moderator those of someone else
    **/ask** · Ask a question in an AMA
    **/suggest** · Suggest an idea that others can upvote
    **/privacy show** · See what is kept about you, why, and until when
    **/privacy export** · Get everything that is kept about you, as a file
    **/privacy forget** · Have what is kept about you forgotten; you see first what goes and what stays
    **/privacy opt-out** · Not be counted any more, from now on
    **/privacy opt-in** · Be counted again, from now on
    These work in direct messages with me too: /help, /mycases, /privacy show, /privacy export, /privacy forget, /privacy opt-out, /privacy opt-in.
    ");
    let (some, _) = help(&town, &helper).await;
    assert!(some.contains("/warn ") && some.contains("Warn author…") && !some.contains("/timeout"), "{some}");
    let (more, _) = help(&town, &moderator).await;
    assert!(more.contains("/timeout ") && !more.contains("/setup"), "{more}");
    let (all, page) = help(&town, &manager).await;
    insta::assert_snapshot!(all, @"
    What you can do on Town
    **Everyone**
    **/help** · See what you can do here
    **/mycases** · See what is on record about you here
    **/ladder** · See what follows from warnings, and how many points you have
    -# Also *Report to moderators* in the menu of a message, under Apps.
    -# Also *Report member* in the menu of a member, under Apps.
    **/report** · Report a member to the moderators; only they read it
    -# For example: `/report member:@bob reason:Called me names in voice chat`
    **/rules** · Read the rules of this server
    -# For example: `/rules number:3`
    **/contact** · Write to the staff in a private thread
    -# For example: `/contact topic:I lost my role`
    **/events** · See what’s on, day by day
    -# For example: `/events week:2026-W49`
    **/submit** · Submit an entry to a contest
    -# For example: `/submit contest:Best map`
    **/stats server** · Figures of this server: who writes, answers, comes and stays
    -# For example: `/stats server`
    **/stats member** · See your own last 28 days, or as a moderator those of someone else
    -# For example: `/stats member`
    **/ask** · Ask a question in an AMA
    -# For example: `/ask text:When does the map open?`
    **/suggest** · Suggest an idea that others can upvote
    -# For example: `/suggest text:A dark mode for the map`
    **/privacy show** · See what is kept about you, why, and until when
    **/privacy export** · Get everything that is kept about you, as a file
    **/privacy forget** · Have what is kept about you forgotten; you see first what goes and what stays
    **/privacy opt-out** · Not be counted any more, from now on
    **/privacy opt-in** · Be counted again, from now on
    **Helpers**
    **/note** · Write down something the team should know about a member
    -# For example: `/note member:@bob text:Asked twice how to report somebody`
    **/warn** · Warn a member; you see what that does before anything is sent
    -# For example: `/warn member:@bob reason:Called a newcomer names`
    -# Also *Warn…* in the menu of a member, under Apps.
    -# Also *Warn author…* in the menu of a message, under Apps.
    **/case view** · Read one case
    -# For example: `/case view number:12`
    **/case list** · List cases, the latest first
    -# For example: `/case list member:@bob`
    **/history** · See what is on record about a member, and what holds now
    -# For example: `/history member:@bob`
    -# Also *History* in the menu of a member, under Apps.
    **/reports list** · List reports, the open ones first
    **/event create** · Create an event; you see its card before anyone else does
    -# For example: `/event create title:Raid starts:friday 19:00 capacity:10 repeat:weekly`
    **/event edit** · Change an event; everyone who signed up is notified
    -# For example: `/event edit event:3 starts:friday 20:00`
    **/event cancel** · Cancel an event with all that would come; everyone who signed up is notified
    -# For example: `/event cancel event:3`
    **/event clone** · Create an event like an earlier one
    -# For example: `/event clone event:3 starts:friday 19:00`
    **/event skip** · Leave out one date of a series; the others stay
    -# For example: `/event skip event:3 date:2026-12-25`
    **/event move** · Move one date of a series, or an event; the others stay
    -# For example: `/event move event:3 starts:saturday 19:00`
    **/event attendees** · See who signed up for an event, write to them, and give seats
    -# For example: `/event attendees event:3`
    **/event checkin** · Let people check in, with a code shown at the door or with a button
    -# For example: `/event checkin event:Picnic`
    **/event contest** · Start a contest; you see it before anyone else does
    -# For example: `/event contest title:Best map closes:friday 19:00`
    Page 1 of 4
    [Previous (disabled)] [Next]
    What you can do on Town
    **/poll create** · Ask something; you see the card before anybody else does
    -# For example: `/poll create question:Which evening? options:Friday; Saturday closes:friday 19:00`
    **/poll dates** · Find a date that suits: everyone chooses all that do
    -# For example: `/poll dates question:When do we play? options:friday 19:00; saturday 18:00`
    **/poll close** · Close a poll now; its result is posted at once
    -# For example: `/poll close poll:3`
    **/poll extend** · Put the end of an open poll off, or bring it forward
    -# For example: `/poll extend poll:3 closes:sunday 20:00`
    **/poll edit** · Change a poll that is open, or will be
    -# For example: `/poll edit poll:3 question:Which evening suits you? remind:1 h`
    **/poll results** · See what came out of a poll, or how it stands
    -# For example: `/poll results poll:3`
    **/poll list** · See every poll there is and was
    **/poll repeat** · Ask the same again; you see the card before anybody else does
    -# For example: `/poll repeat poll:3 closes:in 2 days`
    -# Also *Tag as feedback* in the menu of a message, under Apps.
    **/feedback add** · Write down feedback that no message holds
    -# For example: `/feedback add text:At the stand three people asked for a dark mode`
    **/feedback list** · See what feedback is about, what most people say first
    -# For example: `/feedback list status:open tag:bug`
    **/feedback theme** · See a theme with what was said of it
    -# For example: `/feedback theme theme:3`
    **/tags list** · See every tag, and how often it is used
    **Moderators**
    **/timeout** · Put a member into a timeout, at once
    -# For example: `/timeout member:@bob duration:1h reason:Flooded the channel`
    **/untimeout** · Lift the timeout of a member, whoever set it
    -# For example: `/untimeout member:@bob reason:Has apologised`
    **/kick** · Remove a member from the server; they can come back with an invitation
    -# For example: `/kick member:@bob reason:Advertised in every channel`
    **/ban** · Ban a user, at once; also one who is not in the server
    -# For example: `/ban user:@bob reason:Spam duration:7d delete_messages:last day`
    **/unban** · Lift the ban of a user, whoever set it
    -# For example: `/unban user:@bob reason:Has apologised`
    **/purge** · Delete the latest messages of a channel; you see which before anything is deleted
    -# For example: `/purge count:20 member:@bob`
    **/slowmode** · Set how long people wait between two messages in a channel
    -# For example: `/slowmode interval:30s`
    **/lock** · Stop members from writing in a channel; staff still can
    -# For example: `/lock channel:#general reason:Raid`
    **/unlock** · Open a locked channel again, with the permissions from before
    -# For example: `/unlock channel:#general`
    **/mass** · Time out, kick or ban many people at once; you see whom before anything is done
    -# For example: `/mass act:ban users:@bob @cleo reason:Raid`
    **/case edit** · Change what a case says, or how long its timeout or ban lasts
    -# For example: `/case edit number:12 reason:Called two newcomers names`
    **/case void** · Take a case back: it counts no more, but stays on record
    -# For example: `/case void number:12 reason:It was somebody else`
    **/case link** · Link a case with another one
    -# For example: `/case link number:12 other:14`
    **/appeals list** · List appeals, the open ones first
    **/mediate start** · Invite two members to a talk that you lead; neither sees the other’s answer
    -# For example: `/mediate start first:@bob second:@cleo topic:The voice channel`
    **/mediate close** · Close a mediation, and write down what came of it
    -# For example: `/mediate close outcome:They agreed on times`
    Page 2 of 4
    [Previous] [Next]
    What you can do on Town
    **/raid start** · Say that a raid is on, if I haven’t noticed it
    **/raid clean** · Act on everyone who joined lately; you see whom before anything is done
    -# For example: `/raid clean since:30m act:ban account_younger_than:7d`
    **/raid end** · Say that the raid is over
    **/stats channel** · Figures of one channel with its threads
    -# For example: `/stats channel channel:#general period:4 weeks`
    **/stats newcomers** · How newcomers fare, and who needs a person today
    **/stats cohorts** · How many stayed, by the week of their first message
    **/ama create** · Create an AMA; you see the prompt before anyone else does
    -# For example: `/ama create title:The new map host:@hana starts:friday 19:00`
    **/ama clone** · Create an AMA like an earlier one, with the questions that weren't answered
    -# For example: `/ama clone session:3 starts:friday 19:00`
    **/ama edit** · Change the title, the times or the repetition of an AMA
    -# For example: `/ama edit session:3 closes:friday 21:00`
    **/ama open** · Start an AMA now, ahead of its time
    -# For example: `/ama open session:3`
    **/ama close** · Close an AMA now, and post its transcript
    -# For example: `/ama close session:3`
    **/ama hosts add** · Let someone answer in an AMA; they get no other right
    -# For example: `/ama hosts add member:@bob session:3`
    **/ama hosts remove** · Let someone no longer answer in an AMA
    -# For example: `/ama hosts remove member:@bob session:3`
    **/ama repost** · Post the prompt and the board of an AMA again where they were deleted
    -# For example: `/ama repost session:3`
    **/ama block** · Keep someone from asking in an AMA, or see who can't ask
    -# For example: `/ama block member:@eve session:3`
    **/ama list** · See every AMA there is and was
    **Managers**
    **/setup start** · Walk through the first settings, step by step; every step can be skipped
    **/setup show** · See every setting and what holds now
    **/setup set** · Change one setting
    -# For example: `/setup set setting:zone value:Europe/Chisinau`
    **/setup check** · See what is missing or wrong, and what to do about it
    **/case export** · Download all cases as a file
    -# For example: `/case export format:json`
    **/case import** · Bring cases in a file, from here or from another bot; you see them before anything is recorded
    -# For example: `/case import file:cases.csv`
    **/rule add** · Add a rule
    -# For example: `/rule add title:Be kind text:No insults, no mockery`
    **/rule edit** · Change what a rule says
    -# For example: `/rule edit number:1 text:No insults`
    **/rule move** · Move a rule to another place
    -# For example: `/rule move number:5 to:2`
    **/rule retire** · Retire a rule; cases that cite it keep its words
    -# For example: `/rule retire number:4`
    **/rule post** · Post the rules in a channel, where they stay up to date
    -# For example: `/rule post channel:#rules`
    **/event export** · Download who signed up for an event
    -# For example: `/event export event:3`
    **/activity backfill** · Read the history of channels, to have figures of the time before
    -# For example: `/activity backfill channel:#general since:90d`
    **/activity exclude add** · Stop counting in a channel and its threads; what was counted stays
    -# For example: `/activity exclude add channel:#bots`
    **/activity exclude remove** · Count in a channel again, from now on
    -# For example: `/activity exclude remove channel:#bots`
    **/activity exclude list** · See in which channels nothing is counted
    **/ama export** · Take the questions and answers of an AMA along as files
    -# For example: `/ama export session:3`
    Page 3 of 4
    [Previous] [Next]
    What you can do on Town
    **/poll export** · Take the results of a poll along as a table
    -# For example: `/poll export poll:3`
    **/survey create** · Make a survey: add questions one by one, or bring them all in a file
    -# For example: `/survey create title:How was November?`
    **/survey send** · Post a survey for everyone to answer, after a preview
    -# For example: `/survey send survey:How was November? closes:in 10 days`
    **/survey close** · Close a survey that is open; no one can answer it after that
    -# For example: `/survey close survey:Our meetups`
    **/survey extend** · Put the end of an open survey off, or bring it forward
    -# For example: `/survey extend survey:Our meetups closes:friday 19:00`
    **/survey results** · See what came of a survey, wave by wave
    -# For example: `/survey results survey:How was November?`
    **/survey export** · Take the answers to a survey along, or the survey itself
    -# For example: `/survey export survey:How was November? format:csv`
    **/survey list** · See every survey of this server, and how far it is
    **/survey repeat** · Send a survey once more, or let it come again and again
    -# For example: `/survey repeat survey:How was November? every:every month`
    **/survey nps** · Ask regularly how gladly people would recommend this server, and see the score
    -# For example: `/survey nps every:every quarter starts:monday 10:00`
    **/feedback status** · Say what becomes of a theme
    -# For example: `/feedback status theme:3 status:planned`
    **/feedback merge** · Gather what was said of two themes in one
    -# For example: `/feedback merge theme:5 into:3`
    **/feedback assign** · Say who sees to a theme
    -# For example: `/feedback assign theme:3 member:@bob`
    **/feedback export** · Take themes and what was said of them along as a file
    -# For example: `/feedback export theme:3`
    **/tags add** · Add a tag, or offer a retired one again
    -# For example: `/tags add name:shop`
    **/tags rename** · Call a tag something else, wherever it is
    -# For example: `/tags rename tag:shop name:store`
    **/tags retire** · Offer a tag no longer; what has it keeps it
    -# For example: `/tags retire tag:shop`
    **/digest setup** · Say when and where the weekly digest is posted; without options: see what holds
    -# For example: `/digest setup channel:#managers day:Monday time:09:00`
    **/digest preview** · See the next digest as it would look now; nothing is posted
    **/digest now** · Post the digest of the last complete week, if it is not posted yet
    **/digest show** · Read the digest of a week again, as it was then
    -# For example: `/digest show week:2026-W47`
    **/digest export** · Download the digest of a week, month or quarter: a page to print, and figures as CSV and JSON
    -# For example: `/digest export week:2026-W47`
    These work in direct messages with me too: /help, /mycases, /privacy show, /privacy export, /privacy forget, /privacy opt-out, /privacy opt-in.
    Page 4 of 4
    [Previous] [Next (disabled)]
    ");

    town.guild.set_roles(&manager, &[]);
    town.settled().await;
    let id = format!("help:page:1:0:{}", town.guild.id());
    let first = manager.presses_custom_id(town.general, &page, &id).await;
    assert!(!first.text().contains("/setup") && !first.text().contains("/warn"), "no more than now: {}", first.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_read_in_the_readers_language() {
    let town = Town::new().await;
    let helper = town.helper("hedda");

    let (ru, _) = help(&town, &helper.clone().locale("ru")).await;
    insta::assert_snapshot!(ru, @"
    Что вы можете на сервере Town
    **Все**
    **/help** · Показать, что вы здесь можете
    **/mycases** · Посмотреть, что на этом сервере записано о вас
    **/ladder** · Посмотреть, что следует из предупреждений и сколько у вас баллов
    -# Ещё *Пожаловаться модераторам* в меню сообщения, раздел «Приложения».
    -# Ещё *Пожаловаться на участника* в меню участника, раздел «Приложения».
    **/report** · Пожаловаться модераторам на участника; прочтут только они
    -# Например: `/report member:@bob reason:Оскорбления в голосовом канале`
    **/rules** · Прочитать правила этого сервера
    -# Например: `/rules number:3`
    **/contact** · Написать команде в приватной ветке
    -# Например: `/contact topic:Пропала роль`
    **/events** · Посмотреть события недели по дням
    -# Например: `/events week:2026-W49`
    **/submit** · Отправить работу на конкурс
    -# Например: `/submit contest:Лучшая карта`
    **/stats server** · Показатели этого сервера: кто пишет, отвечает, приходит и остаётся
    -# Например: `/stats server`
    **/stats member** · Показать вашу активность за последние 28 дней; модераторам — и чужую
    -# Например: `/stats member`
    **/ask** · Задать вопрос в AMA
    -# Например: `/ask text:Когда откроется карта?`
    **/suggest** · Предложить идею, за которую могут голосовать другие
    -# Например: `/suggest text:Тёмная тема для карты`
    **/privacy show** · Посмотреть, что о вас хранится, зачем и до каких пор
    **/privacy export** · Получить файлом всё, что о вас хранится
    **/privacy forget** · Попросить забыть вас; сначала видно, что исчезнет и что останется
    **/privacy opt-out** · Больше не считать вас, начиная с этой минуты
    **/privacy opt-in** · Снова считать вас, начиная с этой минуты
    **Помощники**
    **/note** · Записать о человеке то, о чём команде стоит помнить
    -# Например: `/note member:@bob text:Дважды спрашивал, как пожаловаться`
    **/warn** · Предупредить участника; сначала видно, что из этого выйдет
    -# Например: `/warn member:@bob reason:Обозвал новичка`
    -# Ещё *Предупредить…* в меню участника, раздел «Приложения».
    -# Ещё *Предупредить автора…* в меню сообщения, раздел «Приложения».
    **/case view** · Прочитать один случай
    -# Например: `/case view number:12`
    **/case list** · Список случаев, последние сверху
    -# Например: `/case list member:@bob`
    **/history** · Посмотреть, что записано об участнике и что у него сейчас в силе
    -# Например: `/history member:@bob`
    -# Ещё *Что записано* в меню участника, раздел «Приложения».
    **/reports list** · Список жалоб, сначала открытые
    **/event create** · Создать событие; карточку вы увидите раньше всех
    -# Например: `/event create title:Рейд starts:пятница 19:00 capacity:10 repeat:weekly`
    **/event edit** · Изменить событие; все записавшиеся узнают
    -# Например: `/event edit event:3 starts:пятница 20:00`
    **/event cancel** · Отменить событие со всеми следующими датами; все записавшиеся узнают
    -# Например: `/event cancel event:3`
    **/event clone** · Создать событие по образцу прежнего
    -# Например: `/event clone event:3 starts:пятница 19:00`
    **/event skip** · Пропустить одну дату серии; остальные останутся
    -# Например: `/event skip event:3 date:2026-12-25`
    **/event move** · Перенести одну дату серии или событие; остальные останутся
    -# Например: `/event move event:3 starts:суббота 19:00`
    **/event attendees** · Показать записавшихся, написать им и дать места
    -# Например: `/event attendees event:3`
    **/event checkin** · Открыть отметку: по коду у входа или по кнопке
    -# Например: `/event checkin event:Пикник`
    **/event contest** · Начать конкурс; вы увидите его раньше всех
    -# Например: `/event contest title:Лучшая карта closes:пятница 19:00`
    Страница 1 из 2
    [Назад (disabled)] [Дальше]
    ");
    let (ro, _) = help(&town, &helper.locale("ro")).await;
    insta::assert_snapshot!(ro, @"
    Ce poți face pe Town
    **Toată lumea**
    **/help** · Vezi ce poți face aici
    **/mycases** · Vezi ce este notat despre tine pe acest server
    **/ladder** · Vezi ce urmează după avertismente și câte puncte ai
    -# Și *Sesizează moderatorii* în meniul unui mesaj, la Aplicații.
    -# Și *Sesizare despre persoană* în meniul unui membru, la Aplicații.
    **/report** · Sesizează moderatorii despre o persoană; doar ei citesc
    -# De exemplu: `/report member:@bob reason:M-a insultat pe canalul vocal`
    **/rules** · Citește regulile acestui server
    -# De exemplu: `/rules number:3`
    **/contact** · Scrie-i echipei într-un fir privat
    -# De exemplu: `/contact topic:Mi-a dispărut rolul`
    **/events** · Vezi ce este în fiecare zi
    -# De exemplu: `/events week:2026-W49`
    **/submit** · Trimite o lucrare la un concurs
    -# De exemplu: `/submit contest:Cea mai bună hartă`
    **/stats server** · Cifrele acestui server: cine scrie, răspunde, vine și rămâne
    -# De exemplu: `/stats server`
    **/stats member** · Vezi activitatea ta din ultimele 28 de zile; moderatorii o văd și pe a altora
    -# De exemplu: `/stats member`
    **/ask** · Pune o întrebare la un AMA
    -# De exemplu: `/ask text:Când se deschide harta?`
    **/suggest** · Propune o idee pe care alții o pot vota
    -# De exemplu: `/suggest text:Un mod întunecat pentru hartă`
    **/privacy show** · Vezi ce se păstrează despre tine, de ce și până când
    **/privacy export** · Primești într-un fișier tot ce se păstrează despre tine
    **/privacy forget** · Cere să fii uitat; vezi întâi ce dispare și ce rămâne
    **/privacy opt-out** · Să nu mai fii numărat, de acum înainte
    **/privacy opt-in** · Să fii numărat din nou, de acum înainte
    **Asistenți**
    **/note** · Notează despre un membru ce ar trebui să știe echipa
    -# De exemplu: `/note member:@bob text:A întrebat de două ori cum se face o sesizare`
    **/warn** · Avertizează un membru; vezi ce se întâmplă înainte să se trimită ceva
    -# De exemplu: `/warn member:@bob reason:A jignit un nou-venit`
    -# Și *Avertizează…* în meniul unui membru, la Aplicații.
    -# Și *Avertizează autorul…* în meniul unui mesaj, la Aplicații.
    **/case view** · Citește un caz
    -# De exemplu: `/case view number:12`
    **/case list** · Lista cazurilor, cele mai noi primele
    -# De exemplu: `/case list member:@bob`
    **/history** · Vezi ce este notat despre un membru și ce este în vigoare acum
    -# De exemplu: `/history member:@bob`
    -# Și *Ce este notat* în meniul unui membru, la Aplicații.
    **/reports list** · Lista sesizărilor, întâi cele deschise
    **/event create** · Creează un eveniment; vezi fișa înaintea tuturor
    -# De exemplu: `/event create title:Raid starts:vineri 19:00 capacity:10 repeat:weekly`
    **/event edit** · Schimbă un eveniment; toți cei înscriși sunt anunțați
    -# De exemplu: `/event edit event:3 starts:vineri 20:00`
    **/event cancel** · Anulează un eveniment cu toate datele următoare; toți cei înscriși sunt anunțați
    -# De exemplu: `/event cancel event:3`
    **/event clone** · Creează un eveniment ca unul anterior
    -# De exemplu: `/event clone event:3 starts:vineri 19:00`
    **/event skip** · Sari peste o dată a seriei; celelalte rămân
    -# De exemplu: `/event skip event:3 date:2026-12-25`
    **/event move** · Mută o dată a seriei sau un eveniment; celelalte rămân
    -# De exemplu: `/event move event:3 starts:sâmbătă 19:00`
    **/event attendees** · Vezi cine s-a înscris, scrie-le și dă locuri
    -# De exemplu: `/event attendees event:3`
    **/event checkin** · Deschide confirmarea prezenței, cu un cod sau cu un buton
    -# De exemplu: `/event checkin event:Picnic`
    Pagina 1 din 2
    [Înapoi (disabled)] [Înainte]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_works_in_direct_messages_for_who_is_banned_too() {
    let town = Town::new().await;
    let (moderator, bob) = (town.moderator("mona"), town.member("bob"));

    town.settled().await;
    let hers = moderator.slash(moderator.dm(), "help", &[]).await.unwrap();
    // What works in a server alone is not told of here.
    assert!(hers.text().starts_with("What you can do on Town"), "{}", hers.text());
    assert!(hers.text().contains("/mycases") && !hers.text().contains("/warn"), "{}", hers.text());
    let next = moderator.presses_custom_id(moderator.dm(), &hers, &format!("help:page:1:0:{}", town.guild.id())).await;
    assert_eq!(next.text(), hers.text());
    let theirs = bob.slash(bob.dm(), "help", &[("server", "Town".into())]).await.unwrap();
    assert!(!theirs.text().contains("/warn"), "{}", theirs.text());
    let forged = bob.presses_custom_id(bob.dm(), &theirs, "help:page:1:0:5").await;
    assert_eq!(
        forged.text(),
        "This is about a server where I do not know you. If you are a member, use the command there."
    );
    town.settled().await;
}
