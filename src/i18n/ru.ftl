### What people read. One section for each feature; every key stands in en, ru and ro.

## db
db-busy = База данных сейчас занята другой программой, поэтому ничего не сделано. Повторите чуть позже; если не поможет, тому, кто держит бота, нужно закрыть ту программу.
db-full = На диске бота нет места, поэтому ничего не сделано. Тому, кто держит бота, нужно освободить место; затем повторите.
db-readonly = Бот сейчас не может писать в свою базу данных, поэтому ничего не сделано. Тому, кто держит бота, нужно дать ему право записи; затем повторите.

## discord
access-helper = Это могут только помощники, модераторы и менеджеры. Роль с правом «Управлять сообщениями» может выдать тот, кто управляет сервером.
access-moderator = Это могут только модераторы и менеджеры. Роль с правом «Отправлять участников подумать о своём поведении» может выдать тот, кто управляет сервером.
access-manager = Это могут только менеджеры: владелец сервера и люди с правом «Управлять сервером».
access-server-only = Это работает только на сервере. Воспользуйтесь командой там, где я есть.
command-outdated = Ваш Discord всё ещё показывает старую форму этой команды. Перезапустите Discord или подождите минуту и попробуйте снова.
press-outdated = Эта кнопка осталась от старой версии и больше ничего не делает. Вызовите команду снова, чтобы получить новую.
form-outdated = Эта форма осталась от старой версии, поэтому с ней ничего не сделано. Вызовите команду снова, чтобы получить новую.
failure = У нас что-то сломалось, мы это записали. Если повторится, сообщите тому, кто меня обслуживает, номер { $reference }.
failure-access = Я не вижу этот канал. Дайте моей роли там право «Просматривать канал» (настройки канала → Права доступа) и попробуйте снова.
failure-permission = Здесь мне это не разрешено. Проверьте мою роль в настройках сервера → Роли и права этого канала, затем попробуйте снова.
failure-discord = Discord сейчас недоступен, поэтому ничего не сделано. Попробуйте через минуту.
page-previous = Назад
page-next = Дальше

## moderation
note-saved = Заметка о { $member } записана: случай № { $number }. Её видит только команда сервера.
note-empty = В заметке нужны слова. Напишите, о чём команде стоит помнить.
case-none = На этом сервере нет случая № { $number }. Какие есть, покажет `/case list`.
case-not-a-day = «{ $typed }» — такую дату я не могу прочитать. Напишите, например, 2026-11-20 или 20.11.2026.
case-empty-range = Промежуток кончается раньше, чем начинается. Поменяйте местами `from` и `to`.
case-title = Случай № { $number }: { $kind }
case-about = О ком
case-by = Кто записал
case-when = Когда
case-person = { $member }
case-at = { $at }, { $ago }
case-kind-note = заметка
case-kind-warn = предупреждение
case-kind-timeout = тайм-аут
case-kind-untimeout = тайм-аут снят
case-kind-kick = исключение
case-kind-ban = бан
case-kind-unban = бан снят
case-list-title = Случаи
case-list-empty = Случаев пока нет. Первый запишет `/note`.
case-list-none-fit = Ничего не подходит. Уберите одно из условий, чтобы увидеть больше.
case-list-page = Страница { $page } из { $pages } · { $total ->
    [one] { $total } случай
    [few] { $total } случая
    [many] { $total } случаев
   *[other] { $total } случая
}
case-line = **№ { $number }** { $kind } · { $member } · { $ago } · { $reason }
command-note = Записать о человеке то, о чём команде стоит помнить
command-note-member = О ком
command-note-text = О чём помнить; видит только команда сервера
command-case = Посмотреть, что записано
command-case-view = Прочитать один случай
command-case-view-number = Его номер, например 12
command-case-list = Список случаев, последние сверху
command-case-list-member = Только об этом человеке
command-case-list-kind = Только этого вида
command-case-list-moderator = Только записанные этим модератором
command-case-list-from = С этого дня, например 2026-11-01 или 01.11.
command-case-list-to = По этот день включительно
choice-note = заметка
choice-warning = предупреждение
choice-timeout = тайм-аут
choice-timeout-lifted = тайм-аут снят
choice-kick = исключение
choice-ban = бан
choice-ban-lifted = бан снят

## activity
figure-messages = Сообщения
figure-active_members = Писали
figure-dau_mean = Писали в день, в среднем
figure-new_members = Написали впервые
figure-returning_members = Писали и раньше
figure-newcomers_replied = Новичкам ответили лично
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
stats-gap = За это время не было связи { $span }.
stats-gap-part = За это время не было связи { $span }; из них восстановлено { $recovered }.
stats-gap-whole = За это время не было связи { $span }; всё восстановлено.
stats-minutes = { $minutes } мин
stats-hours = { $hours } ч
stats-hours-minutes = { $hours } ч { $minutes } мин
stats-partial = Запись начинается или кончается на этой неделе, поэтому это числа не за целую неделю.
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
stats-explain-title = Что значат эти числа
stats-meaning = **{ $figure }**: { $meaning }
stats-may-not-write = Вам нельзя писать в этом канале, поэтому ничего не опубликовано. Вызовите `/stats server` там, где можно.
command-stats = Как дела у сообщества
command-stats-server = Числа этого сервера: кто пишет, отвечает, приходит и остаётся
command-stats-server-period = За какие недели; если не указать, за эту
choice-this-week = эта неделя
choice-last-week = прошлая неделя
choice-4-weeks = 4 недели
choice-12-weeks = 12 недель
needs-view-channel = видеть каналы и считать, сколько там пишут
needs-view-audit-log = отличать исключённых и забаненных от ушедших
import-no-path = { $path } не прочитать: { $why }
    Укажите путь к файлу, который DiscordChatExporter записал в формате JSON, или к папке с такими файлами.
import-no-files = Там нет ни одного файла с окончанием .json.
    Выгрузите каналы через DiscordChatExporter в формате JSON и укажите их папку.
import-other-guild = { $path } относится к серверу { $found }, а не к { $named }. Ничего не импортировано.
    Уберите --guild или укажите только файлы этого сервера.
import-flawed = { $path }, строка { $line }, столбец { $column }: { $what }
    Из этого файла ничего не импортировано. { $done ->
    [0] До него ни один файл не импортирован.
    [one] До него импортирован { $done } файл: { $files }.
    [few] До него импортированы { $done } файла: { $files }.
    [many] До него импортированы { $done } файлов: { $files }.
   *[other] До него импортированы { $done } файла: { $files }.
} Когда файл будет в порядке, запустите ту же команду ещё раз: она продолжит с этого места.
import-flaw-unreadable = файл не прочитать ({ $why }). Дайте пользователю, от имени которого работает Steward, право на чтение или скопируйте файл ещё раз.
import-flaw-truncated = файл обрывается на середине. Выгрузите этот канал ещё раз или заново скопируйте файл.
import-flaw-not-json = это не JSON. Выгрузите канал через DiscordChatExporter в формате JSON.
import-flaw-foreign = это не то, что DiscordChatExporter пишет для канала сервера. Уберите файл из папки или выгрузите канал в формате JSON.
import-flaw-shape = здесь что-то не так, как пишет DiscordChatExporter ({ $why }). Выгрузите этот канал заново свежей версией.
import-flaw-id = «{ $text }» не похоже на id. Это целые числа до 19 цифр в кавычках; программа, менявшая файл, могла их округлить. Выгрузите этот канал ещё раз.
import-flaw-time = «{ $text }» не похоже на время. Оно пишется так: 2026-11-20T18:30:00+00:00. Выгрузите этот канал ещё раз и не меняйте файл.
stats-no-server = В базе пока нет ни одного сервера. Пригласите Steward и дайте ему посчитать или сначала запустите `steward import`.
stats-unknown-server = База не знает сервера { $guild }. В ней есть: { $servers }.
stats-which-server = В базе несколько серверов: { $servers }. Укажите нужный через --guild.
