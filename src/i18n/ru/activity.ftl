## activity
figure-messages = Сообщения
figure-active_members = Писали
figure-dau_mean = Писали в день, в среднем
figure-new_members = Написали впервые
figure-returning_members = Писали и раньше
figure-newcomers_replied = Новички, получившие прямой ответ
figure-connections = Связи
figure-joins = Пришли
figure-leaves = Ушли или были удалены
figure-net_growth = Прирост
figure-voice_minutes = Минуты в голосовых каналах
figure-reactions = Реакции
meaning-messages = сообщения людей в учитываемых каналах; без ботов и без служебных сообщений Discord вроде «присоединился».
meaning-active_members = разные люди, написавшие эти сообщения.
meaning-dau_mean = сколько человек писало в каждый из семи дней, в сумме, делённое на семь.
meaning-new_members = люди, чьё первое записанное сообщение пришлось на эту неделю.
meaning-returning_members = люди, которые писали на этой неделе и делали это раньше.
meaning-newcomers_replied = новички, которым кто-то ответил или которых кто-то упомянул в канале их первого сообщения в течение семи дней.
meaning-connections = кто с кем говорил: упорядоченные пары людей, из которых один ответил другому или упомянул его.
meaning-joins = люди, пришедшие на сервер.
meaning-leaves = люди, которые ушли, были исключены или забанены.
meaning-net_growth = пришедшие минус ушедшие и удалённые.
meaning-voice_minutes = минуты в голосовых каналах вместе с кем-то ещё, со включённым звуком и не в канале AFK.
meaning-reactions = реакции, поставленные людьми.
stats-empty = За это время ещё ничего не посчитано. Счёт начинается с первого сообщения после моего прихода; более раннюю историю добавит `steward import`.
stats-title-running = { $server }, { $week }, пока что
stats-title-week = { $server }, { $week }
stats-picture-running = { $week }, пока что
stats-picture-week = { $week }
stats-picture-weeks = { $first } – { $last }
stats-title-weeks = { $server }, { $count ->
    [one] { $count } неделя
    [few] { $count } недели
    [many] { $count } недель
   *[other] { $count } недели
}
stats-line = { $figure }: **{ $value }**
stats-line-before = { $figure }: **{ $value }** · неделей раньше { $before }
stats-count = { $count }
stats-mean = { $mean }
stats-of = { $part } из { $whole }
stats-nobody-new = новых не было
stats-no-data = нет данных
stats-gap = За это время не было соединения { $span }.
stats-gap-part = За это время не было соединения { $span }; из них восстановлено { $recovered }.
stats-gap-whole = За это время не было соединения { $span }; всё восстановлено.
stats-partial = Запись начинается или кончается на этой неделе, поэтому это показатели не за целую неделю.
stats-partial-mark = * не целая неделя: она ещё идёт, либо на ней начинается или кончается запись.
stats-column-week = Неделя
stats-column-messages = Сообщения
stats-column-people = Люди
stats-column-new = Новые
stats-column-connections = Связи
stats-channels = Самые оживлённые каналы
stats-channel = { $name } · { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
    [many] { $count } сообщений
   *[other] { $count } сообщения
}
stats-channel-name = #{ $name }
stats-private-channels = закрытые каналы
stats-post = Показать всем здесь
stats-explain = Что это значит?
stats-explain-title = Что значат эти показатели
stats-meaning = **{ $figure }**: { $meaning }
stats-may-not-write = Вам нельзя писать в этом канале, поэтому ничего не опубликовано. Вызовите `/stats server` там, где можно.
command-stats = Как дела у сообщества
command-stats-server = Показатели этого сервера: кто пишет, отвечает, приходит и остаётся
command-stats-server-period = За какие недели; если не указать, за эту
choice-this-week = эта неделя
choice-last-week = прошлая неделя
choice-4-weeks = 4 недели
choice-12-weeks = 12 недель
figure-active_days = Дни с сообщениями
figure-used_channels = Каналы и ветки
figure-server_share = Доля сообщений сервера
figure-unanswered = Новички без ответа
figure-fading = Затихающие завсегдатаи
figure-cohorts = +1, +2 и так далее
meaning-active_days = дни, в которые есть хотя бы одно сообщение.
meaning-used_channels = каналы и ветки, в которых есть хотя бы одно сообщение.
meaning-server_share = какую часть всех сообщений сервера составляют сообщения канала и его веток.
meaning-median_first_reply_s = половина новичков, получивших ответ, ждала не дольше этого. Показывается, если ответов не меньше 5.
meaning-new_active_next_week = сколько из написавших впервые за неделю написали и на следующей.
meaning-unanswered = люди, которые впервые написали не больше 14 дней назад и за 24 часа не получили ни ответа, ни упоминания.
meaning-fading = люди, которые недавно писали не меньше 3 недель из 4, а последние 2–4 недели молчат.
meaning-cohorts = сколько новичков недели написали снова через 1 неделю, через 2 и так далее: в процентах, если новичков не меньше 10. «?» — неделя, о которой нет данных.
stats-may-not-post = Вам нельзя писать в этом канале, поэтому ничего не опубликовано. Вызовите команду там, где можно.
stats-hidden-channel = Не все, кто читает этот канал, видят { $channel }, поэтому его показатели не опубликованы. Опубликуйте их в самом канале { $channel }.
stats-of-bot = Боты не считаются. Выберите человека.
stats-member-own = Ваша активность на сервере { $server } за 28 дней
stats-member-title = Активность на сервере { $server } за 28 дней
stats-member-of = Участник: { $member }
stats-member-since = Начало: { $since }
stats-member-first = Первое учтённое сообщение: { $at }
stats-member-days = последние 28 дней
stats-member-audited = Это видите только вы. Просмотр отмечен в журнале аудита.
stats-member-opted-out = У вас выбран отказ от подсчёта, поэтому о вас ничего не считается. Снова включить подсчёт: `/privacy opt-in`.
stats-member-empty = За последние 28 дней о вас ничего не посчитано. Сообщения, реакции и время в голосовых каналах считаются с этого момента.
stats-member-nothing = За последние 28 дней ничего не посчитано: { $member }. Здесь не было сообщений, либо выбран отказ от подсчёта.
stats-channel-of = Канал: { $channel }
stats-channel-excluded = В канале { $channel } сейчас ничего не считается: он исключён. Менеджер может изменить это: `/activity exclude remove`.
stats-channel-people = Сколько людей писало за это время: { $count }
stats-share = { $share } %
stats-newcomers-title = Новички сервера { $server }
stats-newcomers-week = **{ $week }** · написали впервые: { $count }
stats-newcomers-first-seen = **{ $week }** · замечены впервые: { $count }
stats-newcomers-none = **{ $week }** · впервые не написал никто
stats-newcomers-few = **{ $week }** · написали впервые: меньше { $few }
stats-newcomers-replied = – получили ответ: { $part } из { $whole }{ $share }
stats-newcomers-replied-so-far = – пока получили ответ: { $part } из { $whole }{ $share }
stats-newcomers-again = – снова написали на следующей неделе: { $part } из { $whole }{ $share }
stats-newcomers-share = {" "}({ $share } %)
stats-newcomers-median = – половина ответов пришла не позже чем через { $span }
stats-newcomers-unsure = – новички, ответы которым могли не попасть в запись: { $count }
stats-chart-newcomers = Написали впервые, по неделям
stats-chart-cohorts = Из 100 новичков снова написали на следующей неделе
stats-picture-until = недели по { $week }
stats-cohorts-title = Кто остался на сервере { $server }
stats-cohorts-about = Сколько новичков каждой недели снова написали через 1, 2 и более недель:
stats-young = Запись начинается { $day } { $month } { $year }. Пока в ней нет 28 дней, неизвестно, кто новый, кто остаётся и кто затихает. Более раннюю историю добавит `/activity backfill`.
stats-core = На ком всё держится
stats-core-title = На ком держится сервер: { $server }
stats-core-about = Люди, которые общаются друг с другом снова и снова. Номера — как на картинке.
stats-core-circle = **Круг { $number }** · людей: { $count }
stats-core-person = { $number } · { $member } · связей: { $ties }
stats-core-unnamed = { $number } · человек без имени · связей: { $ties }
stats-core-missed = { $person } · без этого человека потеряют связь: { $count }
stats-core-marked = без этого человека другие потеряют связь
stats-core-says = Людей: { $people }. Кругов: { $circles }.
stats-core-none = Пока слишком мало людей общаются друг с другом: нужно 5, у каждого по 2 связи. Связь есть, если двое ответили друг другу или упомянули друг друга, либо один другого в течение 2 разных недель.
stats-core-private = Это видите только вы. Те, кто не хочет благодарностей, не названы.
stats-needs = Кому сегодня нужно внимание
stats-needs-title = Кому сегодня нужно внимание
stats-needs-unanswered = **Новички без ответа:** { $count }
stats-needs-all-answered = Никто из новичков не ждёт ответа дольше суток.
stats-needs-waiting = { $member } в канале { $channel }, { $at }: https://discord.com/channels/{ $guild }/{ $place }/{ $message }
stats-needs-waiting-hidden = { $member } в канале, который вам не виден, { $at }
stats-needs-fading = **Затихающие завсегдатаи:** { $count }
stats-needs-none-fading = Никто из завсегдатаев не замолчал.
stats-needs-unsure = Часть последних 4 недель не записана, поэтому неизвестно, кто замолчал.
stats-needs-silent = { $member }, последнее сообщение на неделе { $week }
stats-needs-private = Это видите только вы. Никому ничего не отправлено.
activity-exclude-added = В канале { $channel } и его ветках с этого момента ничего не считается. Посчитанное раньше остаётся.
activity-exclude-removed = В канале { $channel } с этого момента снова идёт подсчёт. То, что написано за время перерыва, может добавить `/activity backfill`.
activity-exclude-already = В канале { $channel } и так ничего не считается. Все такие каналы покажет `/activity exclude list`.
activity-exclude-not = Канал { $channel } не исключён. Исключённые каналы покажет `/activity exclude list`.
activity-exclude-above = Канал, которому принадлежит { $channel }, исключён, поэтому исключены и его ветки. Верните сам канал: `/activity exclude remove`.
activity-exclude-none = Все каналы, которые мне видны, считаются. Исключить канал: `/activity exclude add`.
activity-exclude-title = Каналы, которые не считаются
activity-exclude-line = { $channel }, без подсчёта с даты: { $since }
activity-exclude-staff = { $channel }: канал команды, никогда не считается
activity-of-staff = { $channel } — канал команды, поэтому там ничего не считается. Каналы команды — это выбранные в `/setup` и те, которые видны только ролям команды.
activity-exclude-hidden = Ещё таких, которые вам не видны: { $count }
command-stats-member = Показать вашу активность за последние 28 дней; модераторам — и чужую
command-stats-member-member = Чья; чужую видят только модераторы (ваша)
command-stats-channel = Показатели одного канала с его ветками
command-stats-channel-channel = Какой канал (этот)
command-stats-channel-period = За какие недели; если не указать, за эту
command-stats-newcomers = Как дела у новичков и кому сегодня нужно внимание
command-stats-cohorts = Сколько людей осталось, по неделе первого сообщения
command-activity = Что считается, и история за прошлое время
command-activity-exclude = Указать, в каких каналах ничего не считается
command-activity-exclude-add = Не считать в канале и его ветках; посчитанное остаётся
command-activity-exclude-add-channel = Какой канал (этот)
command-activity-exclude-remove = Снова считать в канале, с этого момента
command-activity-exclude-remove-channel = Какой канал (этот)
command-activity-exclude-list = Показать, в каких каналах ничего не считается
activity-backfill-running = История читается
activity-backfill-done = История прочитана
activity-backfill-cancelled = Чтение истории отменено
activity-backfill-channel = Канал: { $channel } и его ветки
activity-backfill-hidden = Канал: тот, который вам не виден
activity-backfill-all = Каналы: все, которые мне доступны
activity-backfill-span = Время: { $since } — { $until }
activity-backfill-listing = Ищу каналы и ветки.
activity-backfill-channels = Прочитано каналов и веток: { $done } из { $channels }
activity-backfill-messages = Посчитано новых сообщений: { $count }
activity-backfill-known = Посчитаны раньше: { $count }
activity-backfill-failed = Не удалось прочитать: { $count }. Где мне не хватает права «Читать историю сообщений», покажет `/setup check`.
activity-backfill-goes-on = Чтение продолжается само, даже после перезапуска. Читается только, кто, когда, где и кому написал.
activity-backfill-refresh = Обновить
activity-backfill-cancel = Отмена
activity-backfill-one-at-a-time = Одновременно возможно только одно чтение. Это ещё не закончено. Подождите или отмените его.
activity-backfill-gone = Этого чтения больше нет в записи. Начать другое: `/activity backfill`.
activity-backfill-excluded = В канале { $channel } ничего не считается, поэтому его историю не прочитать. Сначала вызовите `/activity exclude remove`.
activity-backfill-too-far = Подсчёты хранятся 400 дней, поэтому более раннюю историю не прочитать. Выберите день позже.
activity-backfill-since = «{ $typed }» — не время в прошлом. Напишите, например, 90d, 2026-09-01 или «прошлый понедельник».
needs-backfill = прочитать то, что написано, пока не было соединения
command-activity-backfill = Прочитать историю каналов, чтобы были показатели за прошлое
command-activity-backfill-channel = Какой канал, с его ветками (все доступные мне)
command-activity-backfill-since = С какого времени: 90d, 2026-09-01 (12 недель назад)
needs-view-channel = видеть каналы и считать, сколько там пишут
needs-view-audit-log = отличать исключённых и забаненных от ушедших

## activity digest
figure-removed = Удалены
activity-lead = { $week }.
activity-lead-most = { $week }; больше половины написано { $day }.
activity-lead-liveliest = { $week }; живее всего было { $day }.
activity-week-usual = Неделя как прежние
activity-week-alone = Сравнить неделю пока не с чем: прежних слишком мало
activity-week-silent = Тихая неделя: никто не писал
activity-week-running = Неделя ещё идёт; это её показатели на сейчас
activity-week-part = Записана только часть этой недели, поэтому сравнений с обычным нет
activity-week-gap = Часть этой недели пропущена, поэтому сравнений с обычным нет
activity-first-seen = Замечены впервые
activity-newcomers = { $count ->
    [one] { $count } новичок прошлой недели:
    [few] { $count } новичка прошлой недели:
   *[many] { $count } новичков прошлой недели:
}
activity-newcomers-so-far = { $count ->
    [one] { $count } новичок прошлой недели, пока что:
    [few] { $count } новичка прошлой недели, пока что:
   *[many] { $count } новичков прошлой недели, пока что:
}
activity-replied = { $value ->
    [0] прямого ответа не получил никто
    [one] { $value } получил прямой ответ
    [few] { $value } получили прямой ответ
   *[many] { $value } получили прямой ответ
}
activity-first-reply = половина не позже чем через { $value }
activity-again = { $value ->
    [0] на этой неделе никто снова не написал
    [one] { $value } снова написал на этой неделе
    [few] { $value } снова написали на этой неделе
   *[many] { $value } снова написали на этой неделе
}
activity-unsure = ответы могли не попасть в запись: { $value }
figure-unsure_newcomers = Новички, ответы которым могли не попасть в запись
activity-moves = Пришли и ушли
activity-joined = { $value ->
    [0] никто не пришёл
    [one] { $value } пришёл
    [few] { $value } пришли
   *[many] { $value } пришли
}
activity-left = { $value ->
    [0] никто не ушёл
    [one] { $value } ушёл
    [few] { $value } ушли
   *[many] { $value } ушли
}
activity-removed = { $value ->
    [one] из них { $value } удалён
    [few] из них { $value } удалены
   *[many] из них { $value } удалены
}
activity-net = итого { $value }
activity-conversations = Разговоры
activity-connections = { $value ->
    [one] { $value } связь
    [few] { $value } связи
   *[many] { $value } связей
}
activity-also = Ещё
activity-reactions = { $value ->
    [one] { $value } реакция
    [few] { $value } реакции
   *[many] { $value } реакций
}
activity-voice = { $value } в голосовых каналах
activity-top-ten = десять самых активных написали { $value }
activity-channels = Каналы
activity-channel = #{ $subject } { $value }
activity-private-channels = закрытые каналы { $value }
activity-newcomers-before = Новички прошлой недели:
activity-lively-channels = Самые живые каналы
activity-chart-weeks = Писали, по неделям
activity-chart-days = Сообщения по дням
activity-chart-messages = Сообщения, по неделям
activity-channel-named = #{ $subject }
activity-week-unseen = Об этой неделе ничего не известно
activity-unseen = Написанное в это время может добавить `steward import`.
activity-last-not-whole = Прошлая неделя записана не целиком, поэтому её показатели меньше, чем были на деле.
activity-young = Запись начинается { $day } { $month } { $year } года, поэтому «замеченные впервые» могли быть здесь и раньше. Более раннюю историю добавит `/activity backfill` или `steward import`.
activity-suggest-unanswered = { $count ->
    [one] { $count } новичок ждёт ответа больше суток.
    [few] { $count } новичка ждут ответа больше суток.
    [many] { $count } новичков ждут ответа больше суток.
   *[other] { $count } новичка ждут ответа больше суток.
}
activity-suggest-fading = { $count ->
    [one] { $count } завсегдатай молчит.
    [few] { $count } завсегдатая молчат.
    [many] { $count } завсегдатаев молчат.
   *[other] { $count } завсегдатая молчат.
}
activity-suggest-both = { $unanswered } { $fading }
activity-outside = О неделе { $week } ничего не записано: запись идёт с { $first } по { $last }. Остальное добавит `steward import`.
activity-no-record = О неделе { $week } пока ничего не записано. Подсчёт начинается, когда бот работает; более раннюю историю добавит `steward import`.
activity-not-begun = Неделя { $week } ещё не началась. Выберите ту, что уже началась.

## activity on the command line
import-no-path = { $path } не прочитать: { $why }
    Укажите путь к файлу, который DiscordChatExporter записал в формате JSON, или к папке с такими файлами.
import-no-files = Там нет ни одного файла с окончанием .json.
    Выгрузите каналы через DiscordChatExporter в формате JSON и укажите их папку.
import-other-guild = { $path } относится к серверу { $found }, а не к { $named }. Ничего не импортировано.
    Уберите --guild или укажите только файлы этого сервера.
import-other-zone = Дни сервера { $guild } считаются в часовом поясе { $zone }. Ничего не импортировано.
    Уберите --zone или сначала выберите другой часовой пояс через /setup set.
import-flaw-unreadable = файл не прочитать ({ $why }). Дайте пользователю, от имени которого работает Steward, право на чтение или скопируйте файл ещё раз.
import-flaw-truncated = файл обрывается на середине. Выгрузите этот канал ещё раз или заново скопируйте файл.
import-flaw-not-json = это не JSON. Выгрузите канал через DiscordChatExporter в формате JSON.
import-flaw-foreign = это не то, что DiscordChatExporter пишет для канала сервера. Уберите файл из папки или выгрузите канал в формате JSON.
import-flaw-shape = здесь что-то не так, как пишет DiscordChatExporter ({ $why }). Выгрузите этот канал заново свежей версией.
import-flaw-id = «{ $text }» не похоже на id. Это целые числа до 19 цифр в кавычках; программа, менявшая файл, могла их округлить. Выгрузите этот канал ещё раз.
import-flaw-time = «{ $text }» не похоже на время. Оно пишется так: 2026-11-20T18:30:00+00:00. Выгрузите этот канал ещё раз и не меняйте файл.
import-flaw-attachment = он лежит в папке вложений, значит, его мог написать участник.
import-flaw-companion = это служебный файл macOS, истории в нём нет.
import-flaw-dangling = ссылка никуда не ведёт.
import-flaw-no-file = это канал или устройство, а не файл.
import-flaw-other-guild = он относится к серверу { $found }, а в --guild указан другой.
import-flaw-empty = файл пуст. Если в нём должен быть канал, выгрузите его ещё раз.
import-flaw-direct = это личная переписка, она не относится ни к одному серверу.
import-flaw-never = «{ $text }» не может быть временем сообщения: Discord появился в 2015 году, и позже завтрашнего дня оно быть не может. Выгрузите этот канал ещё раз и проверьте часы этого компьютера.
stats-no-server = В базе пока нет ни одного сервера. Пригласите Steward и дайте ему посчитать или сначала запустите `steward import`.
stats-unknown-server = База не знает сервера { $guild }. В ней есть: { $servers }.
stats-which-server = В базе несколько серверов: { $servers }. Укажите нужный через --guild.
