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
needs-view-channel = видеть каналы и считать, сколько там пишут
needs-view-audit-log = отличать исключённых и забаненных от ушедших

## activity digest
figure-removed = Удалены
activity-lead = { $week }.
activity-lead-most = { $week }; больше половины написано { $day }.
activity-lead-liveliest = { $week }; живее всего было { $day }.
activity-week-busy = Неделя оживлённее обычной
activity-week-quiet = Неделя тише обычной
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
activity-young = Запись начинается { $day } { $month } { $year } года, поэтому «замеченные впервые» могли быть здесь и раньше. Более раннюю историю добавит `steward import`.
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
import-flaw-never = «{ $text }» не может быть временем сообщения: Discord появился 13.05.2015, и позже завтрашнего дня оно быть не может. Выгрузите этот канал ещё раз и проверьте часы этого компьютера.
stats-no-server = В базе пока нет ни одного сервера. Пригласите Steward и дайте ему посчитать или сначала запустите `steward import`.
stats-unknown-server = База не знает сервера { $guild }. В ней есть: { $servers }.
stats-which-server = В базе несколько серверов: { $servers }. Укажите нужный через --guild.
