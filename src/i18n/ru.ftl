### What people read. One section for each feature; every key stands in en, ru and ro.

## db
db-busy = База данных сейчас занята другой программой, поэтому ничего не сделано. Повторите чуть позже; если не поможет, тому, кто обслуживает бота, нужно закрыть ту программу.
db-full = На диске бота нет места, поэтому ничего не сделано. Тому, кто обслуживает бота, нужно освободить место; затем повторите.
db-readonly = Бот сейчас не может писать в свою базу данных, поэтому ничего не сделано. Тому, кто обслуживает бота, нужно дать ему право записи; затем повторите.

## spans of time
span-seconds = { $seconds } с
span-minutes = { $minutes } мин
span-hours = { $hours } ч
span-hours-minutes = { $hours } ч { $minutes } мин
span-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
span-days-hours = { $days ->
    [one] { $days } день { $hours } ч
    [few] { $days } дня { $hours } ч
   *[many] { $days } дней { $hours } ч
}

## times that people type
month-short-1 = янв
month-short-2 = фев
month-short-3 = мар
month-short-4 = апр
month-short-5 = мая
month-short-6 = июн
month-short-7 = июл
month-short-8 = авг
month-short-9 = сен
month-short-10 = окт
month-short-11 = ноя
month-short-12 = дек
time-moment = { $weekday } { $day } { $month } { $year } { $time } { $zone }
time-away = через { $span }
time-echo = { $time }, { $away }
time-echo-skipped = { $time }, { $away } (названного времени часы не покажут)
time-echo-first = { $time }, { $away } (часы покажут его дважды: первое)
time-echo-second = { $time }, { $away } (часы покажут его дважды: второе)
time-echo-past = { $time } уже прошло
time-example = { $typed } ({ $time })
time-example-span = через 2 часа
time-example-tomorrow = завтра в 18:00
time-example-weekday = в пятницу в 19:00
time-none = Не получается прочитать «{ $typed }» как время. Напишите, например, `в пятницу в 19:00`, `через 2 часа` или `25.12 18:00`. Время считается по зоне этого сервера: { $zone }.
time-no-date = Такой даты, как в «{ $typed }», нет. День пишется перед месяцем: `25.12 18:00`.
time-no-clock = Того, что написано в «{ $typed }», часы не показывают. Часы бывают от 0 до 23, минуты от 0 до 59, например: `в пятницу в 19:00`.
time-weekday = В «{ $typed }» дата и день недели не сходятся: на эту дату приходится { $weekday }. Напишите что-то одно.
time-other-zone = В зоне этого сервера ({ $zone }) время тогда называется не так, как в «{ $typed }». Уберите название или напишите разницу с UTC: `19:00 +03:00`.
time-past = «{ $typed }» уже прошло: это было { $at }. Напишите время, которое ещё наступит.
time-too-far = До «{ $typed }» больше ста лет. Напишите время, до которого здесь кто-нибудь доживёт.
time-skipped = Часы тогда переводят вперёд, и «{ $typed }» они не покажут. Взято время, настолько же отстоящее от перевода: { $at }.
time-twice = Часы тогда переводят назад, и «{ $typed }» они покажут дважды. Взято первое: { $at }. Если нужно второе, напишите `{ $second }`.

## discord
access-helper = Это могут только помощники, модераторы и менеджеры. Роль с правом «Управлять сообщениями» может выдать тот, кто управляет сервером.
access-moderator = Это могут только модераторы и менеджеры. Роль с правом «Отправить участников подумать о своём поведении» может выдать тот, кто управляет сервером.
access-manager = Это могут только менеджеры: владелец сервера и люди с правом «Управлять сервером».
access-server-only = Это работает только на сервере. Воспользуйтесь командой там, где я есть.
server-unknown = Сервера «{ $server }», где я вас знаю, нет. Выберите один из предложенных.
server-none = Это касается сервера, где я вас не знаю. Если вы там участник, воспользуйтесь командой на нём.
server-which = Я знаю вас на нескольких серверах: выберите один в параметре «server».
refused-by-bot = Ботам через меня это не доступно. Это должен сделать человек.
refused-oneself = Это касалось бы вас самих, поэтому сделать это должен кто-то другой из команды.
refused-steward = Это я, а о себе я записей не веду. Если я делаю что-то не так, сообщите тому, кто управляет сервером.
refused-owner = { $member } — владелец этого сервера, и через меня с владельцем ничего не делают. Поговорите с ним напрямую.
refused-of-bot = { $member } — бот: он не читает предупреждений, и заметки ему не нужны. Изменить или убрать его может тот, кто управляет сервером: Настройки сервера → Интеграции.
refused-higher-level = { $member } стоит в команде на уровень выше вас. Обратитесь к кому-то этого уровня или к владельцу сервера.
refused-higher-role = Ваша высшая роль не стоит выше роли { $member }, а это необходимо. Обратитесь к тому, чья роль выше, или к владельцу сервера.
refused-absent = { $member } сейчас не на этом сервере, поэтому это никого бы не коснулось и ничего не сделано. То, о чём стоит помнить, можно записать заметкой.
refused-absent-untimeout = { $member } сейчас не на этом сервере, поэтому снять тайм-аут нельзя. Если этот человек вернётся раньше, чем тайм-аут кончится, попробуйте тогда.
refused-administrator = { $member } — администратор, а администраторов я не отправляю в тайм-аут, не выгоняю и не баню. Тот, кто управляет ролями, может сначала снять эту роль; затем попробуйте снова.
refused-steward-role = Моя высшая роль не стоит выше роли { $member }, поэтому Discord мне этого не позволит. Тот, кто управляет сервером, может поднять мою роль: Настройки сервера → Роли; затем попробуйте снова.
refused-steward-lacks = Для этого у меня нет права { $permission }. Тот, кто управляет сервером, может дать его моей роли: Настройки сервера → Роли; затем попробуйте снова.
people-unknown = В Discord нет никого с таким id. Выберите участника из списка или проверьте id.
people-unanswered = Discord не успел ответить, кто это, поэтому ничего не сделано. Попробуйте через минуту.
permission-quoted = «{ $name }»
permission-and = { $names }, { $next }
permission-other = { $name }
permission-administrator = Администратор
permission-manage-guild = Управлять сервером
permission-manage-roles = Управлять ролями
permission-manage-channels = Управлять каналами
permission-kick-members = Выгонять, одобрять и отклонять участников
permission-ban-members = Банить участников
permission-moderate-members = Отправить участников подумать о своём поведении
permission-view-audit-log = Просматривать журнал аудита
permission-view-channel = Просматривать канал
permission-send-messages = Отправка сообщений и создание публикаций
permission-send-messages-in-threads = Отправка сообщений в ветках и публикациях
permission-create-public-threads = Создание публичных веток
permission-create-private-threads = Создание приватных веток
permission-manage-threads = Управление ветками и публикациями
permission-manage-messages = Управлять сообщениями
permission-embed-links = Встраивать ссылки
permission-attach-files = Прикреплять файлы
permission-read-message-history = Читать историю сообщений
permission-mention-everyone = Упоминание @everyone, @here и всех ролей
permission-manage-events = Управление событиями
permission-create-events = Создавать события
permission-send-polls = Создавать опросы
needs-send-polls = публиковать опросы самого Discord, когда об этом просят
command-outdated = Ваш Discord всё ещё показывает старую форму этой команды. Перезапустите Discord или подождите минуту и попробуйте снова.
press-outdated = Эта кнопка осталась от старой версии и больше ничего не делает. Вызовите команду снова, чтобы получить новую.
form-outdated = Эта форма осталась от старой версии, поэтому с ней ничего не сделано. Вызовите команду снова, чтобы получить новую.
failure = У нас что-то пошло не так, мы это записали. Если повторится, сообщите тому, кто меня обслуживает, код { $reference }.
failure-access = Я не вижу этот канал. Дайте моей роли там право «Просматривать канал» (настройки канала → Права доступа) и попробуйте снова.
failure-permission = Здесь мне это не разрешено. Проверьте мою роль в настройках сервера → Роли и права этого канала, затем попробуйте снова.
failure-permission-named = Discord мне этого не позволил. Моей роли нужно право { $permission }, и она должна стоять выше всех, кого это касается: проверьте Настройки сервера → Роли и попробуйте снова.
failure-permission-in = Discord не дал мне написать в { $channel }. Моей роли там нужны права { $permission } (настройки канала → Права доступа).
failure-discord = Discord сейчас недоступен, поэтому ничего не сделано. Попробуйте через минуту.
failure-unknown = Discord не подтвердил, сделано ли это. Проверьте, прежде чем пробовать снова.
channel-unseen = Здесь нет такого канала, который вам виден, поэтому ничего не сделано. Выберите канал из списка.
channel-not-yours = Вам нельзя писать в { $channel }, поэтому и я не публикую там за вас. Выберите канал, в котором пишете сами; либо тот, кто управляет сервером, даст там вашей роли право { $permission } (настройки канала → Права доступа).
ping-not-yours = Вам нельзя звать { $role } в { $channel }, поэтому и я этого не сделаю. Выберите другую роль или не указывайте `ping`; либо тот, кто управляет сервером, даст вашей роли право { $permission } или разрешит всем упоминать { $role } (Настройки сервера → Роли).
ping-everyone-not-yours = Вам нельзя звать всех в { $channel }, поэтому и я этого не сделаю. Выберите роль или не указывайте `ping`; либо тот, кто управляет сервером, даст вашей роли право { $permission } (Настройки сервера → Роли).
ping-not-mine = Мне нельзя звать { $role } в { $channel }. Тот, кто управляет сервером, может дать моей роли право { $permission } или разрешить всем упоминать { $role } (Настройки сервера → Роли); затем повторите или не указывайте `ping`.
ping-everyone-not-mine = Мне нельзя звать всех в { $channel }. Тот, кто управляет сервером, может дать моей роли право { $permission } (Настройки сервера → Роли); затем повторите или не указывайте `ping`.
attached-large = Файл «{ $name }» слишком велик: читается не больше { $most } КиБ.
attached-no-text = «{ $name }» не получается прочитать как текст. Сохраните его как обычный текст в UTF-8 и приложите снова.
attached-late = Discord не успел отдать приложенное, поэтому ничего не сделано. Повторите чуть позже; маленькие файлы приходят быстрее.
image-none = «{ $name }» — не картинка, которую можно показать. Приложите PNG, JPEG, GIF или WebP.
image-large = Картинка «{ $name }» слишком велика: можно не больше { $most } МиБ. Уменьшите её и приложите снова.
image-large-together = Вместе эти картинки слишком велики: на все можно не больше { $most } МиБ. Уменьшите их или приложите меньше.
page-previous = Назад
page-next = Дальше
page-of = Страница { $page } из { $pages }

## setup
setup-title = Настройки
setup-how = /setup set меняет любую из них.
setup-line = **{ $name }**: { $value }
setup-line-default = **{ $name }**: { $value } (по умолчанию)
setup-about = -# { $about }
setup-note = ⚠ { $note }
setup-remark = -# ℹ { $note }
setup-changed = **{ $name }**: { $before } → **{ $after }**
setup-unchanged = Ничего не изменилось. **{ $name }** уже имеет это значение: { $value }
setup-undone = Отменено. **{ $name }**, как и раньше: { $value }
setup-undo = Отменить
setup-undo-done = Это изменение уже отменили, поэтому ничего не сделано.
setup-undo-late = Изменение можно отменить только в течение десяти минут, поэтому ничего не сделано. Изменить ещё раз можно через `/setup set`.
setup-undo-changed = Эту настройку с тех пор изменили ещё раз, поэтому ничего не отменено. Что действует сейчас, покажет `/setup show`.
setup-no-setting = Настройки «{ $typed }» нет. Какие есть, покажет `/setup show`.
setup-offer-default = по умолчанию: { $value }
setting-language = язык всего, что здесь читают все; одному человеку бот отвечает на его языке
setting-language-default = { $language }, как в настройках сервера в Discord
setting-language-none = Языка «{ $typed }» я не знаю. Напишите `en`, `ru` или `ro`.
language-en = английский
language-ru = русский
language-ro = румынский
setting-zone = часы, по которым понимается введённое время, и календарь показателей; показатели переходят на новый пояс со следующего понедельника
setting-zone-value = { $zone }
setting-zone-none = Часового пояса «{ $typed }» я не знаю. Напишите его как `Europe/Chisinau` или начните вводить по-английски крупный город поблизости и выберите из списка.
setting-zone-several = Поясов с таким названием несколько: { $names }. Напишите один из них полностью.
setting-mod_log = где команда читает, что решено об участниках
setting-ladder = что следует из баллов в силе; ступени вида «3 timeout 1h, 10 decide» или «off»
setting-ladder-value = { $ladder }
setting-points_expire = сколько действуют баллы за предупреждение; изменение касается новых предупреждений
setting-points_expire-none = «{ $typed }» — не срок для баллов. Напишите целое число дней, не больше { $longest }, например `90 дней`.
setting-keep_activity = сколько хранится, кто сколько и где писал; от 28 до 400 дней
setting-days-value = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
setting-days-none = «{ $typed }» — не срок, который здесь подходит. Укажите число дней от { $least } до { $most }, например «180». Дольше { $most } дней ничего не хранится.
setting-channel-value = { $channel }
setting-channel-default = нет
setting-channel-none = Канала «{ $typed }» на этом сервере нет, или я его не вижу. Выберите из списка или введите # и название.
setting-channel-several = Каналов с названием «{ $typed }» несколько. Выберите из списка или введите # и выберите там.
setting-channel-not-for-posts = В { $channel } я писать не могу. Выберите текстовый канал, а не категорию, форум или голосовой канал.
setting-channel-gone = Этого канала больше нет, поэтому ничего не публикуется. Выберите другой через `/setup set`.
setting-channel-public = { $channel } может читать весь сервер. То, что предназначено команде, лучше публиковать в канале, который видит только она.
setting-channel-lacks = Писать в { $channel } я пока не могу. Дайте там моей роли { $permissions } (настройки канала → «Права доступа»).
setting-manager_role = кто управляет сообществом, кроме людей с правом «Управлять сервером»
setting-moderator_role = кто модерирует, кроме людей с правом «Отправить участников подумать о своём поведении»
setting-helper_role = кто помогает, кроме людей с правом «Управлять сообщениями»
setting-role-default = нет; решают права
setting-role-value = { $role }
setting-role-none = Роли «{ $typed }» на этом сервере нет. Выберите из списка или введите @ и название.
setting-role-several = Ролей с названием «{ $typed }» несколько. Выберите из списка или введите @ и выберите там.
setting-role-everyone = @everyone — это все на сервере, командой она быть не может. Выберите роль, которая есть только у команды.
setting-role-managed = { $role } принадлежит боту или сервису, выдать её никому нельзя. Выберите роль, которая есть у людей.
setting-role-gone = Этой роли больше нет, поэтому в команду она никого не включает. Выберите другую через `/setup set`.
setting-role-hidden = Discord скрывает часть команд от тех, у кого есть только { $role }: он показывает их только людям с правами { $permissions }. Дайте роли эти права (Настройки сервера → Роли) или разрешите ей мои команды (Настройки сервера → Интеграции).
setting-reports = куда команде приходят жалобы участников
setting-appeals = где команда решает по обжалованиям
setting-feedback = где для команды собираются отзывы
setting-digest = где публикуется страница недели для менеджеров; `/digest setup channel` — та же настройка
setting-announcements = где все читают объявления
setting-events = где все видят, что происходит
setting-suggestions = где все читают предложения; подойдёт и форум
setting-quiet_hours = когда напоминания и сигналы, которые могут подождать, ждут; часы вида «22:00–08:00» или «off»
setting-quiet_hours-value = { $hours }
setting-quiet_hours-off = выключено
setting-quiet_hours-none = «{ $typed }» — таких часов я не понимаю. Напишите начало и конец, как `22:00–08:00`, или `off`.
setting-channel-private = { $channel } может читать не весь сервер. То, что предназначено всем, лучше публиковать в канале, который видят все.
setting-channel-not-yet = Там пока ничего не публикуется; канал записан на будущее.
setting-channel-unseen = Канала { $channel } я не вижу. Дайте там моей роли «Просматривать канал» (настройки канала → Права доступа) и выберите его ещё раз.
start-title = Настройка, шаг { $step } из { $steps }: { $name }
start-step-place = язык и часовой пояс
start-step-roles = кто входит в команду
start-step-staff = каналы команды
start-step-more-staff = каналы команды, продолжение
start-step-public = каналы для всех
start-step-summary = итог
start-text-place = Всё, что здесь читают все, написано на этом языке; одному человеку я отвечаю на его языке. Введённое время понимается по этому поясу. Любой шаг можно пропустить: всё работает и так.
start-text-roles = Тот, у кого есть одна из этих ролей, сразу входит в команду. Решают и права: «Управлять сервером» — менеджеры, «Отправить участников подумать о своём поведении» — модераторы, «Управлять сообщениями» — помощники. Действует то, что выше.
start-text-staff = Здесь команда читает то, что я пишу для неё. «Создать за меня» создаст каналы, которые ещё не выбраны, в категории, которую видят только команда и я.
start-text-more-staff = В первом собираются отзывы, во втором менеджеры читают страницу недели.
start-text-public = Здесь все читают то, что предназначено всем.
start-text-summary = Вот что действует сейчас. Изменить что угодно можно через `/setup set`.
start-input-language = Язык
start-input-zone = Часовой пояс
start-input-manager_role = Роль менеджеров
start-input-moderator_role = Роль модераторов
start-input-helper_role = Роль помощников
start-input-mod_log = Журнал модерации
start-input-reports = Жалобы
start-input-appeals = Обжалования
start-input-feedback = Отзывы
start-input-digest = Сводка
start-input-announcements = Объявления
start-input-events = События
start-input-suggestions = Предложения
start-back = Назад
start-skip = Пропустить
start-forward = Дальше
start-finish = Готово
start-create = Создать за меня
start-other-zone = Другой пояс…
start-zone-title = Часовой пояс
start-zone-label = Крупный город по-английски или название пояса
start-zone-hint = например, Europe/Chisinau
start-next-check = **Дальше:** `/setup check` скажет, чего не хватает и где это дать.
start-next-digest = `/digest setup` — в какой день приходит страница недели, `/ladder` — к чему ведут предупреждения.
start-next-help = `/help` перечисляет, что здесь может каждый.
start-finished = **Настройка закончена.** Пройти её ещё раз можно в любое время: `/setup start`.
needs-manage-channels = создавать каналы команды, когда в `/setup start` нажимают «Создать за меня»
create-name-category = Модераторы
create-name-mod_log = журнал-модерации
create-name-reports = жалобы
create-name-appeals = обжалования
create-name-feedback = отзывы
create-name-digest = сводка
create-name = { $name }
create-reason = Каналы команды; попросил(а) { $actor } через /setup start
create-undo-reason = Каналы команды отменены; отменил(а) { $actor }
create-made = **Созданы, видны только команде и мне:** { $channels }
create-waiting = Discord ещё занят этим. «Посмотреть ещё раз» покажет, что готово.
create-look = Посмотреть ещё раз
create-failed = **Не созданы:** { $channels }. { $why }
create-unknown = Discord не сказал, создал ли он эти каналы: { $channels }. Посмотрите, прежде чем нажимать ещё раз.
create-undone = **Отменено.** Настройки как раньше; каналы, где никто не писал, удаляются.
create-kept = Остаются, потому что там кто-то писал или в них что-то есть: { $channels }
create-running = Эти каналы уже создаются или убираются. Подождите немного и посмотрите ещё раз.
create-nothing = Все каналы команды уже выбраны, поэтому ничего не создано.
check-title = Проверка настройки
check-fine = Всё в порядке: прав хватает, и всё выбранное на месте.
check-count = { $count ->
    [one] { $count } дело
    [few] { $count } дела
   *[many] { $count } дел
}
check-unknown = Discord ещё не рассказал мне достаточно об этом сервере. Попробуйте через минуту.
check-permission = Мне не хватает права { $permission }, поэтому я не могу: { $uses }. Дайте его моей роли в разделе Настройки сервера → Роли.
check-uses = { $uses }; { $next }
check-administrator = Здесь у меня права администратора: это больше, чем мне нужно. Моей роли хватит и меньшего: `steward invite` перечисляет, чего именно.
check-setting = **{ $name }**: { $note }
check-roles = { $roles }, { $next }
check-roles-more = { $roles } и ещё { $count ->
    [one] { $count }
    [few] { $count }
   *[many] { $count }
}
check-role-order = Моя высшая роль стоит ниже { $roles }, поэтому с людьми с такой ролью я ничего не могу сделать: ни тайм-аута, ни исключения, ни бана. Поднимите мою роль выше в разделе Настройки сервера → Роли.
check-unseen = { $channels }: видят все, но не я. Что там пишут, не считается, и публиковать там я не могу. Дайте там моей роли право { $permission } (настройки канала → Права доступа).
command-setup-start = Пройти первые настройки шаг за шагом; любой шаг можно пропустить
command-setup-check = Чего не хватает или что не так, и что с этим делать
command-setup = Посмотреть и изменить, как Steward работает на этом сервере
command-setup-show = Все настройки и что действует сейчас
command-setup-set = Изменить одну настройку
command-setup-set-setting = Какую
command-setup-set-value = Новое значение; «default» отменяет выбранное

## help
help-title = Что вы можете на сервере { $server }
help-for-everyone = **Все**
help-for-helpers = **Помощники**
help-for-moderators = **Модераторы**
help-for-managers = **Менеджеры**
help-line = **/{ $name }** · { $what }
help-name = /{ $name }
help-names = { $names }, { $next }
help-example = -# { $example }
help-menu-member = -# Ещё *{ $name }* в меню участника, раздел «Приложения».
help-menu-message = -# Ещё *{ $name }* в меню сообщения, раздел «Приложения».
help-in-dms = В личных сообщениях со мной тоже работают: { $names }.
help-setup-set = Например: `/setup set setting:zone value:Europe/Chisinau`
help-note = Например: `/note member:@bob text:Дважды спрашивал, как пожаловаться`
help-warn = Например: `/warn member:@bob reason:Обозвал новичка`
help-timeout = Например: `/timeout member:@bob duration:1ч reason:Заваливал канал сообщениями`
help-untimeout = Например: `/untimeout member:@bob reason:Извинился`
help-case-view = Например: `/case view number:12`
help-case-list = Например: `/case list member:@bob`
help-case-edit = Например: `/case edit number:12 reason:Обозвал двух новичков`
help-case-void = Например: `/case void number:12 reason:Это был другой человек`
help-case-link = Например: `/case link number:12 other:14`
help-history = Например: `/history member:@bob`
help-stats-server = Например: `/stats server`
help-privacy-show = Например: `/privacy show`
help-privacy-export = Например: `/privacy export`
help-privacy-forget = Например: `/privacy forget`
help-privacy-opt-out = Например: `/privacy opt-out`
help-privacy-opt-in = Например: `/privacy opt-in`
help-digest-setup = Например: `/digest setup channel:#менеджеры day:понедельник time:09:00`
help-digest-show = Например: `/digest show week:2026-W47`
help-digest-export = Например: `/digest export week:2026-W47`
command-help = Что вы здесь можете, с примерами
command-help-server = Какой сервер; нужно только в личных сообщениях, если их несколько

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
ladder-not-a-rung = «{ $typed }» — не ступень лестницы. Напишите ступени так: «3 timeout 1h, 5 timeout 1d, 10 decide» — баллы, затем timeout с длительностью, kick, ban или decide. «off» выключает лестницу.
ladder-length = «{ $typed }»: тайм-аут длится от одной минуты до 28 дней, например «3 timeout 1h».
ladder-twice = Две ступени стоят на одном числе баллов: { $points }. Оставьте одну.
ladder-too-many = В лестнице может быть не больше { $most } ступеней.
points = { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
}
moderation-list = { $list }, { $next }
moderation-list-last = { $list } и { $next }
severity-minor = лёгкое
severity-serious = серьёзное
severity-severe = тяжёлое
severity-choice = { $number } · { $name }
step-timeout = тайм-аут, { $length }
step-kick = исключение с сервера
step-ban = бан
step-decide = решают менеджеры

## moderation, warnings
warn-no-reason = Нужна причина. Напишите, что произошло: участник это прочтёт.
warn-not-a-link = «{ $typed }» — не ссылка на сообщение этого сервера. Выберите в меню сообщения «Копировать ссылку на сообщение» или сразу «Предупредить автора…».
warn-too-severe = Помощники предупреждают с тяжестью 1; 2 и 3 — для модераторов и менеджеров. Выберите тяжесть 1 или обратитесь к кому-то из них.
warn-form-title = Предупредить: { $name }
warn-reason = Что произошло
warn-reason-hint = Участник это прочтёт
warn-rule = Правило
warn-about = Речь о сообщении
warn-evidence = Доказательства, только для команды
warn-quote = «{ $quote }»
warn-choose-severity = Тяжесть
warn-choose-notify = Как сообщить
notify-dm = Личным сообщением
notify-channel = Строкой в канале, открыть которую может только этот человек
notify-none = Ничего не сообщать
warn-preview-title = **Предупредить { $member }? Пока ничего не отправлено.**
warn-preview-changed = **С прошлого взгляда что-то изменилось. Посмотрите ещё раз, прежде чем подтвердить.**
warn-preview-earlier = Раньше: { $counts }; последний раз { $at }.
warn-preview-earlier-none = Раньше: ничего не записано.
warn-preview-lately = Только что: { $acts }.
warn-preview-lately-none = Только что: за последние 10 минут никто ничего не делал.
warn-preview-act = { $kind } от { $actor } { $ago } (случай № { $number })
warn-preview-points = Баллы: **сейчас { $before } → станет { $after }** (тяжесть { $severity }, { $name }).
warn-preview-oldest = { $line } { $points ->
    [one] Самый старый { $points } балл сгорит { $at }.
    [few] Самые старые { $points } балла сгорят { $at }.
   *[many] Самые старые { $points } баллов сгорят { $at }.
}
warn-preview-fires = **Сработает: { $step }.**
warn-preview-fires-nothing = Больше ничего не сработает.
warn-preview-runs = Достигнута ступень «{ $step }», но уже идёт тайм-аут до { $until }. Он останется как есть.
warn-preview-decide = **Набирается { $points }: решать, что дальше, попросим менеджеров.**
warn-preview-card = **Достигнута ступень «{ $step }», решать о ней попросим менеджеров.** { $why }
warn-preview-then = { $fires } { $next }
warn-preview-not-yours = Это не в ваших правах.
warn-preview-left = Этого человека нет на сервере.
warn-preview-next = Следующее: { $step }, когда наберётся { $points }.
warn-preview-gets-dm = { $member } получит личное сообщение; в нём { $parts }. Ваше имя не показывается.
warn-preview-gets-channel = Строка в { $channel } скажет, что для { $member } есть записка. Открыть её может только этот человек; в ней { $parts }. Ваше имя не показывается.
warn-preview-silenced = { $gets } Пока идёт тайм-аут, открыть её нельзя; личное сообщение дошло бы сразу.
warn-preview-gets-none = { $member } ничего не узнает.
warn-preview-gets-absent = { $member } сейчас не на сервере, отправить ничего нельзя. Предупреждение останется в записях на случай возвращения.
warn-preview-link = По ссылке я не могу прочитать сообщение. Чтобы процитировать его, выберите в меню сообщения «Предупредить автора…».
warn-preview-wordless = В сообщении нет слов для цитаты. Картинки и файлы не сохраняются; к ним ведёт ссылка.
warn-part-reason = ваша причина
warn-part-rule = правило
warn-part-quote = процитированное сообщение
warn-part-link = ссылка на сообщение
button-confirm = Подтвердить
button-warn-only = Только предупредить
button-change-severity = Изменить тяжесть
button-cancel = Отмена
button-undo = Отменить
button-read = Прочитать
button-my-record = Мои записи
button-send-again = Отправить снова
button-it-arrived = Дошло
button-read-in-channel = Записка в канале
draft-cancelled = { $member } не получает предупреждения: оно отменено, ничего не отправлено.
draft-confirmed = Это уже подтверждено ({ $actor }): случай № { $number }, { $member }, { $at }.
draft-gone = Этого предпросмотра больше нет, поэтому ничего не сделано. Используйте `/warn` ещё раз.
done-recorded = **Записано: { $kind }, { $member }, случай № { $number }.**
done-points = Сейчас в силе { $points }.
done-line = · { $state }
done-no-log = Журнала модерации пока нет. Канал для него выбирает `/setup set` с `mod_log`.
done-log-failed = · Записать это в журнал модерации, { $channel }, не удалось. { $why }
done-log-gone = · Канала журнала модерации больше нет, поэтому туда это не записано. Другой канал выбирает `/setup set` с `mod_log`.
done-decision-unposted = · Что дальше, решают менеджеры, но им никто не сообщил: в журнале модерации этого нет. Решить можно в `/case view { $number }`.
undone = **Случай № { $number } о { $member } аннулирован.** Он больше не считается.
undo-of-others = Случай № { $number } записали не вы, отменить его так нельзя. Аннулировать его могут менеджеры.
case-of-others = Случай № { $number } записан участником { $by }: изменить его может только он или менеджер. Обратитесь к ним.
undo-late = «Отменить» действует десять минут, а случай № { $number } старше.
act-line = { $kind }, случай № { $number }: { $state }
act-waiting = ещё в пути
act-in-force = действует до { $until }
act-moving = действует до { $until }; новый срок, { $next }, ещё на пути в Discord
act-done = сделано
act-failed = не сделано. { $why }
act-unknown = Discord не сказал, сделано ли это. Посмотрите, прежде чем пробовать снова
act-lifting = снимается
act-not-lifted = всё ещё действует, снять не удалось. { $why }
act-lifted = снято
act-ended = закончилось
act-superseded = с тех пор кто-то решил иначе, и это в силе
why-gone-member = Этого человека больше нет на сервере.
why-gone-channel = Канала или сообщения больше нет.
why-foreign = Канал принадлежит другому серверу, поэтому ничего не опубликовано.
why-automod = AutoMod в Discord не пропустил этот текст.
why-late = Это не удалось сделать вовремя.
why-withdrawn = Это отменили раньше.
why-closed-dm = Личные сообщения для меня закрыты.
why-refused = Discord отказал; подробности в журнале бота.
notice-none = человеку ничего не сообщили
notice-read = записка открыта
notice-withdrawn = записку отозвали до отправки
notice-closed = личные сообщения для меня закрыты, поэтому человек ничего не узнал
notice-closed-before = личные сообщения для меня закрыты
notice-dm-waiting = личное сообщение ещё в пути
notice-dm-delivered = сообщено лично
notice-dm-unknown = никто не знает, дошло ли личное сообщение. Спросите или посмотрите, прежде чем отправлять снова
notice-dm-failed = личное сообщение не отправлено. { $why }
notice-channel-waiting = строка в { $channel } ещё в пути
notice-channel-delivered = строка стоит в { $channel }; её ещё не открыли
notice-channel-later = строка стоит в { $channel }; открыть её можно будет, когда кончится тайм-аут
notice-channel-unknown = никто не знает, появилась ли строка в { $channel }. Посмотрите, прежде чем отправлять снова
notice-channel-failed = строка в { $channel } не появилась. { $why }
notice-of-withdrawal = сообщение об отмене: { $state }
notice-not-yours = Эта записка для другого человека.
notice-unseen = { $member } не видит { $channel }: строка там до человека не дошла бы, поэтому её не будет. Вызовите `/warn` в канале, который этот человек читает, или со ссылкой на сообщение оттуда; или выберите другой способ сообщить.
notice-settled = Об этом уже кто-то позаботился.
notice-title-warn = Предупреждение от модераторов { $server }
notice-title-timeout = Тайм-аут от модераторов { $server }
notice-title-kick = Исключение с сервера { $server }
notice-title-ban = Бан на сервере { $server }
notice-reason = **Что произошло:** { $words }
notice-rule = **Правило:** { $words }
notice-about = **Речь о сообщении:**
notice-timeout = **У вас тайм-аут до { $until }.** До тех пор можно читать, но нельзя писать и говорить.
notice-kick = **Вас исключают с сервера.** Вернуться можно по приглашению.
notice-ban = **Вас банят на сервере.**
notice-points = **Что это значит:** { $points }, в силе до { $until }. Всего у вас сейчас { $total }.
notice-next = Когда наберётся { $points }, следующий шаг такой: { $step }.
notice-after = После { $until } предупреждение останется в записях, но считаться не будет.
notice-expired = С { $until } это предупреждение больше не считается. Оно остаётся в записях.
notice-decide = Что будет дальше, решат те, кто управляет сервером.
notice-footer = Случай № { $number }. Ответы здесь никто не читает.
notice-in-channel = { $member }, у модераторов есть для вас записка.
notice-in-channel-withdrawn = { $member }, модераторы отозвали записку. Читать больше нечего.
notice-withdrawn-text = Модераторы это отменили. Это было { $at }; больше это не считается.
notice-withdrawal = **Модераторы { $server } отменили { $kind ->
        [timeout] ваш тайм-аут
        [kick] ваше исключение
        [ban] ваш бан
       *[warn] ваше предупреждение
    }.** Это было { $at }; больше это не считается.
record-title = Ваши записи на сервере { $server }
record-points = Сейчас у вас { $points }.
record-line = **№ { $number }** { $kind } · { $ago } · { $reason }
record-line-counts = { $line } · { $counts }
record-counts = { $points } до { $until }
record-expired = больше не считается
record-withdrawn = отменено
case-title-voided = Случай № { $number }: { $kind }, аннулировано
case-weight = Тяжесть
case-weight-counts = { $severity }, { $name }: { $points } до { $until }
case-weight-expired = { $severity }, { $name }: { $points }, срок вышел { $until }
case-weight-void = { $severity }, { $name }: больше не считается
case-cause = Следует из
case-number = случай № { $number }
case-act = В Discord
case-followed = Что последовало
case-notice = Уведомление
case-voided = Аннулировано
case-voided-by = { $by }, { $at }
case-voided-because = { $by }, { $at }: { $reason }
decision-title = Нужно решение
decision-text = { $member }: { $points }, достигнута ступень ({ $rung }): { $step }. Случай № { $number }, запись: { $actor }.
decision-outcome = Решено
decision-open = решать, что дальше, попросили менеджеров
decision-acted = { $by } принимает решение { $at }: случай № { $number }
decision-dismissed = { $by } решает { $at }, что больше ничего не будет
decision-withdrawn = предупреждение аннулировано, решать нечего
decision-nothing = После случая № { $number } для { $member } больше ничего не последует. Баллы остаются.
decision-form-timeout = Тайм-аут
decision-form-kick = Исключить с сервера
decision-form-ban = Забанить
decision-duration = На сколько
decision-duration-hint = 1ч, 7д; не больше года
decision-runs = Уже идёт тайм-аут до { $until }, и более короткий ничего не изменит. Выберите длиннее.
button-decide-timeout = Тайм-аут…
button-decide-kick = Исключить…
button-decide-ban = Забанить…
button-decide-nothing = Больше ничего
needs-moderate-members = отправлять участников в тайм-аут и снимать его
needs-kick-members = исключать участников, когда так решают менеджеры или лестница
needs-ban-members = банить участников и снимать баны, когда так решают менеджеры или лестница
needs-send-messages = вести журнал модерации и писать строку в канале тем, у кого закрыты личные сообщения
needs-embed-links = показывать случаи в журнале модерации целиком
needs-read-message-history = проверять, появилось ли своё сообщение, если Discord не ответил
command-warn = Предупредить участника; сначала видно, что из этого выйдет
command-warn-member = Кого предупредить
command-warn-reason = Что произошло; участник это прочтёт
command-warn-rule = О каком правиле речь; участник это прочтёт
command-warn-severity = 1 лёгкое, 2 серьёзное, 3 тяжёлое; если пропустить, лёгкое
command-warn-message = Ссылка на сообщение, о котором речь
command-warn-evidence = Что это подтверждает; видит только команда
command-warn-notify = Как сообщить участнику; если пропустить, личным сообщением
choice-dm = личным сообщением
choice-channel = строкой в канале
choice-none = никак
menu-warn = Предупредить…
menu-warn-author = Предупредить автора…
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

## moderation, record and timeouts
timeout-length-unread = «{ $typed }» — такой длительности я не могу прочитать. Напишите, например, 2ч, 1д 12ч или 30 мин.
timeout-length-short = «{ $typed }» — слишком мало: тайм-аут длится хотя бы минуту. Напишите, например, 10 мин или 2ч.
timeout-length-long = «{ $typed }» — слишком много: тайм-аут длится не больше года. Напишите, например, 7д или 6 мес.
timeout-longer = У { $member } уже идёт тайм-аут до { $until }. Этот его не продлил бы, поэтому ничего не сделано. Сначала его снимет `/untimeout`.
timeout-longer-case = У { $member } уже идёт тайм-аут до { $until }: случай № { $number }. Этот его не продлил бы, поэтому ничего не сделано. Длительность меняет `/case edit`, снимает `/untimeout`.
untimeout-none = У { $member } нет тайм-аута, снимать нечего.
act-not-moved = действует до { $until }: другого срока Discord пока не принял. { $why }
act-lapsed = не действует с { $since }: срок вышел раньше, чем его удалось продлить; сейчас он продлевается
act-lapsed-why = не действует с { $since }: срок вышел, и продлить не удалось. { $why }
act-resumed = { $state }; с { $since } по { $until } он не действовал, потому что продлить его не удавалось
case-line-bare = **№ { $number }** { $kind } · { $member } · { $ago }
case-what-state = { $kind } ({ $state })
case-what-voided = ~~{ $kind }~~ (аннулировано)
case-state-waiting = в пути
case-state-in-force = действует
case-state-lifting = снимается
case-state-failed = не сделано
case-state-unknown = неясно
case-state-lifted = снято
case-state-ended = закончилось
case-state-superseded = изменено кем-то другим
case-state-expired = больше не считается
history-title = Что записано
history-head = **{ $member }**: { $counts }; последний раз { $at }.
history-nothing = О { $member } ничего не записано. Первый случай запишут `/note` или `/warn`.
history-only-voided = О { $member } ничего не считается: всё аннулировано.
history-points = Сейчас **{ $points }**.
history-oldest = { $points ->
    [one] Самый старый { $points } балл сгорит { $at }.
    [few] Самые старые { $points } балла сгорят { $at }.
   *[many] Самые старые { $points } баллов сгорят { $at }.
}
history-next = Следующее: { $step }, когда наберётся { $points }.
history-timeout = Тайм-аут до { $until }.
history-timeout-case = Тайм-аут до { $until }, случай № { $number }.
history-timeout-unasked = По записям идёт тайм-аут до { $until }; Discord сейчас не ответил.
history-unasked = Есть ли сейчас тайм-аут, неизвестно: Discord не ответил.
history-line = **№ { $number }** { $kind } · { $ago } · { $reason }
history-line-bare = **№ { $number }** { $kind } · { $ago }
mycases-empty = О вас на сервере { $server } ничего не записано.
record-rule = Правило: { $rule }
record-until = действует до { $until }
record-bare = **№ { $number }** { $kind } · { $ago }
ladder-title = Что следует из предупреждений
ladder-weights = Лёгкое предупреждение добавляет { $minor }, серьёзное { $serious }, тяжёлое { $severe }. Считаются они { $span }.
ladder-rung = **{ $points }**: { $step }
ladder-none = Само собой здесь ничего не следует: каждый раз решают модераторы.
ladder-own-none = Баллов в силе у вас сейчас нет.
edit-nothing = Скажите, что изменить: `reason` меняет слова, `duration` — длительность тайм-аута, считая от его начала.
edit-voided = Случай № { $number } аннулирован и остаётся как есть.
edit-same = В случае № { $number } так уже и написано, ничего не изменено.
edit-no-duration = Длительность есть только у тайм-аута, а случай № { $number } — другое ({ $kind }). Изменить там можно причину.
edit-not-running = Тайм-аут случая № { $number } больше не идёт, поэтому ничего не изменено. Новый начинает `/timeout`.
edit-over = Тайм-аут считается от { $at }, с такой длительностью он бы уже закончился { $ago }, поэтому ничего не изменено. Укажите больше или снимите его через `/untimeout`.
edit-done = **Случай № { $number } о { $member } изменён.**
edit-done-reason = · теперь в нём: { $reason }
edit-done-until = · закончится { $until }, а не { $before }
edit-moved = · изменено и то, что человеку сообщили
edit-moves = · сообщённое человеку изменится, как только об этом узнает Discord
case-edits = Изменения
case-edit-reason = { $by }, { $at }; прежде: { $before }
case-edit-until = { $by }, { $at }; прежде должно было закончиться { $before }
case-links = Связано
link-itself = Случай не связывают с ним самим. Укажите номер другого.
link-before = Случаи № { $number } и № { $other } уже связаны.
link-done = Случаи № { $number } и № { $other } связаны: каждый показывает другой.
void-question = **Аннулировать случай № { $number } о { $member }? Пока ничего не изменено.**
void-question-acts = То, что он сделал, ещё в силе:
void-question-how = «Аннулировать и снять» снимет и это, «Только аннулировать» оставит как есть. В любом случае случай № { $number } больше не считается, и человек об этом узнает, если ему сообщали.
void-cancelled = Ничего не изменено. Случай № { $number } в силе.
void-gone = Этого вопроса больше нет, поэтому ничего не сделано. Используйте `/case void` ещё раз.
void-before = Случай № { $number } уже аннулирован: { $by }, { $at }.
void-stands = · случай № { $number } остаётся. Аннулировать и его можно через `/case void`.
void-no-reason = Напишите, почему случай аннулируется; это читает только команда.
button-void-and-lift = Аннулировать и снять
button-void-only = Только аннулировать
notice-timeout-lifted = **Тайм-аут, который к этому прилагался, снят.**
notice-withdrawal-lifted = { $kind ->
    [ban] Бан снимается.
   *[timeout] Тайм-аут снимается.
}
notice-withdrawal-stays = Тайм-аут остаётся до { $until }.
command-timeout = Отправить участника в тайм-аут, сразу
command-timeout-member = Кого
command-timeout-duration = На сколько: 2ч, 1д 12ч, 30 мин; не больше года
command-timeout-reason = Что произошло; участник это прочтёт
command-untimeout = Снять тайм-аут участника, кто бы его ни поставил
command-untimeout-member = С кого снять тайм-аут
command-untimeout-reason = Почему; видит только команда
command-history = Посмотреть, что записано об участнике и что у него сейчас в силе
command-history-member = О ком
menu-history = Что записано
command-mycases = Посмотреть, что на этом сервере записано о вас
command-mycases-server = Какой сервер; нужно только в личных сообщениях, если их несколько
command-ladder = Посмотреть, что следует из предупреждений и сколько у вас баллов
command-case-edit = Изменить слова случая или длительность тайм-аута
command-case-edit-number = Его номер, например 12
command-case-edit-reason = Что в нём будет написано
command-case-edit-duration = Сколько тайм-аут длится всего, от начала: 2ч, 7д
command-case-void = Аннулировать случай: он больше не считается, но остаётся в записях
command-case-void-number = Его номер, например 12
command-case-void-reason = Почему; видит только команда
command-case-link = Связать случай с другим
command-case-link-number = Номер одного, например 12
command-case-link-other = Номер другого

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

## events
needs-create-events = добавлять событие в список сервера, когда опрос о дате определил победителя
needs-events-messages = сообщать там, где был опрос, что стало с его событием
events-no-place = Место сообщат позже
events-reason = Событие; попросил(а) { $actor }
events-made = «{ $title }» теперь в списке событий сервера: { $starts }.
events-failed = «{ $title }» не попало в список событий сервера. { $why }
events-unknown = Discord не подтвердил, попало ли «{ $title }» в список событий сервера. Посмотрите там; если его нет, добавьте вручную.
events-full = В этом списке помещается не больше 100 событий: удалите ненужное и попробуйте снова.
events-begun = Это время уже наступило, поэтому событие не создано.
events-unclear = Неизвестно, создал ли Discord это событие раньше. Посмотрите список событий сервера; если его там нет, добавьте вручную.
privacy-kind-events = События, на которые вы звали людей
privacy-why-events = Как они называются, когда и где, чтобы ни одно не создавалось дважды. До 400 дней после их окончания.

## privacy

privacy-title = Что я храню о вас на сервере { $server }
privacy-line = **{ $kind }: { $count }.** { $why }
privacy-nothing = Ничего. Когда вы пишете, ставите реакции, говорите или к вам обращаются, я это считаю, но слов не читаю. `/privacy opt-out` запрещает мне считать.
privacy-not-counted = Вы отказались от подсчёта: ничего из того, что вы делаете, не считается. Вернуть можно через `/privacy opt-in`.
privacy-how = /privacy export отдаёт всё это файлом · /privacy forget удаляет то, что можно удалить · /privacy opt-out запрещает вас считать. Копии базы на компьютере владельца старше и исчезают в течение 14 дней.
privacy-decline-thanks = Не благодарить меня
privacy-thank-again = Снова благодарить меня

privacy-kind-days = Дни, когда вы что-то делали в канале
privacy-why-days = Сколько сообщений, реакций и минут в голосовых, но не то, что вы сказали; для показателей сервера. 400 дней.
privacy-kind-weeks = Недели, когда вы писали
privacy-why-weeks = Сколько сообщений и в какие дни; для тех же показателей. 400 дней.
privacy-kind-moves = Ваши приходы и уходы
privacy-why-moves = Чтобы видеть, как растёт сервер. 400 дней.
privacy-kind-firsts = Ваше первое сообщение в каждом канале
privacy-why-firsts = Когда оно было и как скоро на него ответили: так видно, встречают ли новичков. Пока вы не попросите забыть, или 400 дней после вашего ухода.
privacy-kind-connections = Кто кому писал
privacy-why-connections = Раз в неделю на каждого, кому вы ответили или кого упомянули, и наоборот; через 35 дней после недели остаётся только число.
privacy-kind-cases = Решения модераторов о вас
privacy-why-cases = Чтобы решать справедливо и помнить, что было; читать их можно через `/mycases`. Два года после того, как они перестанут действовать; цитаты и доказательства — 400 дней.
privacy-kind-notes = Заметки модераторов
privacy-why-notes = Что команде стоит помнить о вас; написаны для команды, поэтому их слов в файле нет. Один год.
privacy-kind-done_as_staff = Что вы делали как член команды
privacy-why-done_as_staff = Чтобы об этом можно было спросить. Два года или пока существует случай.
privacy-kind-done_by_staff = Что команда делала в связи с вами
privacy-why-done_by_staff = Чтобы об этом можно было спросить. Два года.
privacy-kind-survey_drafts = Ответы на опросы, которые вы не отправили
privacy-why-survey_drafts = Чтобы можно было продолжить с того же места. Пока вы их не отправите или опрос не закроется.
privacy-kind-surveys = Опросы, на которые вы ответили под своим именем
privacy-why-surveys = Чтобы каждый отвечал один раз. Ещё 400 дней после закрытия опроса. Анонимные ответы по имени найти нельзя, поэтому их здесь нет.
privacy-kind-survey_answers = Ваши ответы в них
privacy-why-survey_answers = Для менеджеров сервера, которые спрашивали. Ещё 400 дней после закрытия опроса.
privacy-kind-deliveries = Сообщения и действия на пути к вам или недавно дошедшие
privacy-why-deliveries = Чтобы ничего не потерялось и не повторилось. У дошедшего ваше имя убирается через день.
privacy-kind-language = Язык, на котором вы мной пользуетесь
privacy-why-language = Чтобы сообщение вам было на вашем языке, на всех серверах. Пока вы не перестанете мной пользоваться на 400 дней.
privacy-kind-choices = От чего вы здесь отказались
privacy-why-choices = Чтобы отказ оставался в силе. Пока вы его не отмените.
privacy-kind-polls = Опросы, которые вы задали
privacy-why-polls = Вопрос и результат остаются; что спросили вы — два года после закрытия.
privacy-kind-votes = Как вы голосовали в опросах
privacy-why-votes = Чтобы голос посчитать, а вы могли его увидеть и изменить. До 400 дней после закрытия. Тайных голосов здесь нет; после закрытия опроса их больше не существует.

privacy-exported = В этом файле всё, что я храню о вас на сервере { $server }. Его видите только вы; прочитать сможет тот, кому вы его дадите.
privacy-too-large = Того, что я храню о вас, слишком много для файла в Discord. Попросите у того, кто меня запускает.

privacy-forget-title = Забыть вас на сервере { $server }? Пока ничего не удалено.
privacy-goes = **Это исчезнет навсегда:**
privacy-goes-line = - { $kind }
privacy-stays = **Это останется:**
privacy-stays-line = - { $ground }
privacy-stays-cases = Решения модераторов о вас, чтобы никто не начинал заново, попросив забыть свои нарушения: два года после того, как они перестанут действовать, цитаты и доказательства — 400 дней.
privacy-stays-notes = Заметки модераторов, по той же причине: один год.
privacy-stays-staff = Что вы делали как член команды, чтобы об этом можно было спросить: два года или пока существует случай.
privacy-stays-audit = Что команда делала в связи с вами, чтобы об этом можно было спросить: два года.
privacy-stays-deliveries = То, что сейчас на пути к вам: оно ещё дойдёт или будет сделано, а ваше имя убирается через день.
privacy-stays-choice = То, от чего вы отказались, чтобы отказ оставался в силе: пока вы его не отмените.
privacy-forget-after = Показатели прошлых недель и сводки остаются: в них никто не назван. То, что вы будете делать здесь потом, снова считается, если сначала не использовать `/privacy opt-out`.
privacy-forget-nothing = На сервере { $server } о вас нет ничего, что можно было бы забыть.
privacy-confirm = Подтвердить
privacy-cancel = Отмена
privacy-cancelled = Ничего не удалено.
privacy-forgotten = Готово: того, что должно было исчезнуть на сервере { $server }, больше нет ни в базе, ни в её файлах.
privacy-forgotten-shortly = Готово: того, что должно было исчезнуть на сервере { $server }, в базе больше нет. Последние следы в её файлах исчезнут не позднее ближайшей ночи.
privacy-forgotten-counted = Я помню, что вас забыли, не зная, кто вы, поэтому никакая копия вас не вернёт. То, что вы делаете с этой минуты, считается; запретить это можно через `/privacy opt-out`.
privacy-forgotten-uncounted = Я помню, что вас забыли, не зная, кто вы, поэтому никакая копия вас не вернёт. Вас по-прежнему не считают.
privacy-not-yet = Записано, что вы хотите быть забыты, но пока ничего не удалено: { $why } Нажмите «Подтвердить» ещё раз позже; самое позднее это произойдёт при моём следующем запуске.
privacy-not-remembered = Ничего не удалено: файл, в котором я помню о забытых, не записывается, а без него копия вернула бы вас. Сообщите, пожалуйста, тому, кто меня запускает.
privacy-too-old = Этот вопрос задан в другой день, и список в нём мог устареть. Используйте `/privacy forget` ещё раз.

privacy-opted-out = С этой минуты ничего из того, что вы делаете на сервере { $server }, не считается. Посчитанное раньше остаётся, пока вы не используете `/privacy forget`. Решения модераторов записываются всё равно.
privacy-opted-out-before = Вас на сервере { $server } и так не считают, так и останется.
privacy-opted-in = С этой минуты то, что вы делаете на сервере { $server }, снова считается: сколько и где, но не что вы говорите.
privacy-opted-in-before = Вас на сервере { $server } и так считают, так и останется.

command-privacy = Что о вас хранится и что вы можете с этим сделать
command-privacy-show = Посмотреть, что о вас хранится, зачем и до каких пор
command-privacy-export = Получить файлом всё, что о вас хранится
command-privacy-forget = Попросить забыть вас; сначала видно, что исчезнет и что останется
command-privacy-opt-out = Больше не считать вас, начиная с этой минуты
command-privacy-opt-in = Снова считать вас, начиная с этой минуты
command-privacy-show-server = Какой сервер; нужно только в личных сообщениях, если их несколько
command-privacy-export-server = Какой сервер; нужно только в личных сообщениях, если их несколько
command-privacy-forget-server = Какой сервер; нужно только в личных сообщениях, если их несколько
command-privacy-opt-out-server = Какой сервер; нужно только в личных сообщениях, если их несколько
command-privacy-opt-in-server = Какой сервер; нужно только в личных сообщениях, если их несколько

## polls
poll-name = Опрос №{ $number }
poll-role = { $role }
poll-roles = { $before }, { $next }
poll-everyone = все
poll-date = { $at }
poll-option = { $place }.
poll-voted = { $voters ->
    [0] Пока никто не проголосовал
    [one] Проголосовал { $voters } человек
    [few] Проголосовали { $voters } человека
   *[many] Проголосовало { $voters } человек
}
poll-card-draft = Так опрос будет выглядеть. Пока его больше никто не видит.
poll-card-closed = Опрос закрыт
poll-how-single = Выберите один вариант; до закрытия опроса голос можно изменить или отозвать.
poll-how-multi = Выберите сколько угодно вариантов; до закрытия опроса голос можно изменить или отозвать.
poll-how-most = { $count ->
    [1] Выберите один вариант; до закрытия опроса голос можно изменить или отозвать.
    [one] Выберите не больше { $count } варианта; до закрытия опроса голос можно изменить или отозвать.
    [few] Выберите не больше { $count } вариантов; до закрытия опроса голос можно изменить или отозвать.
   *[many] Выберите не больше { $count } вариантов; до закрытия опроса голос можно изменить или отозвать.
}
poll-how-exactly = Выберите ровно { $count }; до закрытия опроса голос можно изменить или отозвать.
poll-how-ranked = Расставьте варианты по порядку, самый желанный первым; до закрытия опроса голос можно изменить или отозвать.
poll-how-ranked-most = { $count ->
    [1] Выберите самый желанный вариант; до закрытия опроса голос можно изменить или отозвать.
    [one] Расставьте по порядку не больше { $count } варианта, самый желанный первым; до закрытия опроса голос можно изменить или отозвать.
    [few] Расставьте по порядку не больше { $count } вариантов, самый желанный первым; до закрытия опроса голос можно изменить или отозвать.
   *[many] Расставьте по порядку не больше { $count } вариантов, самый желанный первым; до закрытия опроса голос можно изменить или отозвать.
}
poll-how-rating = От 1, самой низкой оценки, до 5, самой высокой; до закрытия опроса голос можно изменить или отозвать.
poll-opens = Откроется { $at } ({ $ago })
poll-closes = Закроется { $at } ({ $ago })
poll-for = Для { $roles }
poll-quorum-people = { $count ->
    [one] Результат действует, если проголосует хотя бы { $count } человек.
    [few] Результат действует, если проголосуют хотя бы { $count } человека.
   *[many] Результат действует, если проголосуют хотя бы { $count } человек.
}
poll-quorum-percent = Результат действует, если проголосуют хотя бы { $share } % тех, кто может голосовать.
poll-results-after-vote = Результаты вы увидите, когда проголосуете.
poll-results-after-close = До закрытия результатов не видит никто.
poll-ballot-public = Все могут видеть, как вы проголосовали.
poll-ballot-named-after = Когда опрос закроется, все смогут видеть, как вы проголосовали.
poll-ballot-secret = Никто на этом сервере не может видеть, как вы проголосовали. Пока опрос открыт, это мог бы узнать владелец компьютера, на котором работает бот; после закрытия это станет невозможно. Если голосов меньше 5, показывается только победитель.
poll-ballot-native = Это опрос самого Discord: все могут видеть, как вы проголосовали.
poll-vote = Голосовать
poll-mine = Мой голос
poll-results = Результаты
poll-withdraw = Отозвать голос
poll-vote-is = Вы проголосовали за:
poll-vote-ranked = Ваш порядок, он уже засчитан:
poll-vote-incomplete = Выбрано { $chosen } из { $count }. Голос будет засчитан, когда вы выберете { $count }. Пока это:
poll-no-vote-yet = В этом опросе вы не голосовали.
poll-withdrawn = Ваш голос в опросе «{ $question }» отозван. До закрытия можно проголосовать снова.
poll-seen-public = Все могут видеть, как вы проголосовали.
poll-seen-named-after = До закрытия никто не видит, как вы проголосовали; потом увидят все.
poll-seen-secret = Никто на этом сервере не может видеть, как вы проголосовали.
poll-menu = { $count ->
    [1] Выберите один вариант
    [one] Выберите не больше { $count } варианта
    [few] Выберите не больше { $count } вариантов
   *[many] Выберите не больше { $count } вариантов
}
poll-ranking-none = Выберите самый желанный вариант. Каждый выбор засчитывается сразу; остановиться можно когда угодно.
poll-ranking-next = Место { $rank }
poll-ranking-again = Начать заново
poll-so-far = На данный момент
poll-who = Кто за что голосовал
poll-preview = Это только предпросмотр: пока вы не нажмёте **Опубликовать**, никто ничего не увидит. Опрос появится в { $channel }.
poll-preview-images = { $count ->
    [one] Под карточкой будет { $count } картинка.
    [few] Под карточкой будут { $count } картинки с теми же номерами, что и кнопки.
   *[many] Под карточкой будет { $count } картинок с теми же номерами, что и кнопки.
}
poll-preview-secret = Когда опрос откроется, тайну уже нельзя будет снять: никто не сможет узнать, кто как проголосовал, и вы тоже.
poll-preview-dates = Когда опрос закроется, дата, которая подходит большинству, станет событием; его увидят все на сервере.
poll-preview-dates-hidden = Этот канал видят не все на сервере, поэтому события из выбранной даты не будет.
poll-preview-dates-lacks = У вас нет права { $permission }, поэтому события из выбранной даты не будет.
poll-preview-dates-none = События из выбранной даты не будет.
poll-not-opened = Опрос №{ $number } должен был открыться в { $channel } и отменён: автор, { $author }, больше не в команде или не может там писать. Если опрос ещё нужен, там есть `/poll create` и `/poll repeat`.
poll-preview-ping = Будет упоминание { $role }, его { $count ->
    [one] увидит { $count } человек
    [few] увидят { $count } человека
   *[many] увидят { $count } человек
}.
poll-preview-ping-unknown = Будет упоминание { $role }; сколько человек его увидит, Discord не сказал.
poll-who-may = Кто может голосовать: все, если не выбрать роли
poll-publish = Опубликовать
poll-edit-options = Изменить варианты
poll-cancel = Отмена
poll-options-title = За что голосовать
poll-options-label = Варианты, по одному в строке; от 2 до 25
poll-options-hint = Пятница
    Суббота
    Ни то ни другое
poll-scheduled = Опрос №{ $number } откроется { $at } ({ $ago }) в { $channel }.
poll-opened = Опрос №{ $number } открыт в { $channel }.
poll-opening = Опрос №{ $number } записан и через мгновение появится в { $channel }. Если что-то помешает, об этом скажет `/poll list`.
poll-not-posted = Опрос №{ $number } записан, но его сообщения в { $channel } нет: { $why }
poll-posted-again = Сообщение снова есть в { $channel }.
poll-again = Отправить снова
poll-cancelled = Ничего не опубликовано, предпросмотр убран.
poll-cancelled-before = Этот предпросмотр отменён. Новый сделает `/poll create`.
poll-published-before = Это уже опубликовано. Опрос есть в `/poll list`.
poll-draft-gone = Этого предпросмотра больше нет: он хранится сутки и только для того, кто его сделал. Новый сделает `/poll create`.
poll-closed-now = Опрос №{ $number } закрыт, результат опубликован в { $channel }.
poll-closing = Опрос №{ $number } закрыт, результат через мгновение появится в { $channel }.
poll-posting-again = Записано: через мгновение сообщение появится в { $channel }.
poll-called-off = Опрос №{ $number } отменён до открытия; его никто не видел.
poll-ended-native = Discord заканчивает опрос №{ $number } и сам покажет итог в { $channel }; в `/poll results` он появится, как только подсчёт станет окончательным.
poll-closed-not-posted = Опрос №{ $number } закрыт, но его результата в { $channel } нет: { $why } Результат показывает `/poll results`.
poll-closed-before = Опрос №{ $number } уже закрыт. Результат показывает `/poll results`.
poll-extended = Опрос №{ $number } закроется { $at } ({ $ago }), а не { $before }.
poll-native-closes = Discord не даёт переносить конец собственных опросов. `/poll close` закончит его сейчас.
poll-repeat-images = Картинки прошлого опроса не хранятся. Чтобы их показать, создайте опрос через `/poll create` и приложите их снова.
poll-dates-over = Одна из этих дат уже прошла. Укажите новые в `/poll dates`.
poll-fallback = Результат этого опроса не удалось показать в { $channel }: { $why }
poll-why-permission = у меня там не хватает прав. Тот, кто управляет каналом, может разрешить мне видеть его, отправлять сообщения, встраивать ссылки и прикреплять файлы; потом нажмите **Отправить снова**.
poll-why-access = я не вижу этот канал. Тот, кто им управляет, может меня впустить; потом нажмите **Отправить снова**.
poll-why-gone = канал или сообщение удалены. Нажмите **Отправить снова** или повторите опрос в другом канале через `/poll repeat`.
poll-why-automod = его не пропустил AutoMod. Тот, кто управляет сервером, может посмотреть его правила; потом нажмите **Отправить снова**.
poll-why-unknown = Discord не сказал, принял ли он сообщение, а посмотреть там мне нельзя. Сначала посмотрите сами; если сообщения нет, нажмите **Отправить снова**.
poll-fallback-card = Опрос №{ $number } открыт, но его карточки в { $channel } нет, и проголосовать нельзя: { $why }
poll-how-ranked-exactly = Расставьте по порядку ровно { $count } вариантов, самый желанный первым; до закрытия опроса голос можно изменить или отозвать.
poll-ranking-none-exactly = Выберите самый желанный вариант. Голос будет засчитан, когда по порядку встанут варианты, всего { $count }.
poll-menu-exactly = Выберите ровно { $count }
poll-list-called-off = отменён до открытия
poll-list-closed-few = закрыт { $at }, голосов меньше { $few }
poll-why-refused = Discord не принял сообщение. Нажмите **Отправить снова**; если не поможет, причину найдёт в журнале тот, у кого работает бот.
poll-none = Опроса «{ $typed }» здесь нет. Выберите из предложенных или посмотрите `/poll list`.
poll-none-here = В этом канале ещё не было опросов. Назовите опрос в параметре `poll` или посмотрите `/poll list`.
poll-none-open = В этом канале нет открытых опросов. Назовите опрос в параметре `poll` или посмотрите `/poll list`.
poll-several-open = В этом канале открыто несколько опросов. Назовите нужный в параметре `poll`.
poll-not-open = Этот опрос ещё не открыт.
poll-closed = Этот опрос закрылся { $at }, голоса больше не меняются. Результат опубликован в канале.
poll-not-eligible = Этот опрос для { $roles }. Как получить роль, знает тот, кто их здесь выдаёт.
poll-no-key = Голоса в этом опросе больше не принимаются: ключа, который хранил тайну голосов, больше нет; так бывает, когда возвращают старую копию базы данных. Опрос закроется в своё время с теми голосами, что есть; `/poll repeat` спросит заново.
poll-no-option = Такого варианта больше нет. Нажмите **Голосовать** ещё раз и выберите из тех, что есть.
poll-too-many = { $most ->
    [1] Можно выбрать только один вариант. Сначала нажмите на выбранный, чтобы снять его.
    [one] Можно выбрать не больше { $most } варианта. Сначала нажмите на один из выбранных, чтобы снять его.
    [few] Можно выбрать не больше { $most } вариантов. Сначала нажмите на один из выбранных, чтобы снять его.
   *[many] Можно выбрать не больше { $most } вариантов. Сначала нажмите на один из выбранных, чтобы снять его.
}
poll-too-few = { $least ->
    [1] Выберите хотя бы один вариант.
    [one] Выберите хотя бы { $least } вариант.
    [few] Выберите хотя бы { $least } варианта.
   *[many] Выберите хотя бы { $least } вариантов.
}
poll-no-vote = В этом опросе у вас нет голоса, который можно отозвать.
poll-vote-first = Результаты видят те, кто проголосовал. Сначала проголосуйте; голос можно будет изменить и потом.
poll-hidden = До закрытия ({ $until }) этого не видит никто, даже те, кто ведёт опрос.
poll-secret = Голосование было тайным: узнать, кто за что голосовал, не может никто.
poll-list = Опросы
poll-list-empty = Здесь ещё не было опросов. Первый задаст `/poll create`.
poll-list-line = **№{ $number }** { $question } · { $channel } · { $state }
poll-list-scheduled = откроется { $at }
poll-list-open = открыт, закроется { $at }
poll-list-closed = закрыт { $at }, { $voters ->
    [0] никто не проголосовал
    [one] проголосовал { $voters } человек
    [few] проголосовали { $voters } человека
   *[many] проголосовало { $voters } человек
}
poll-list-no-card = Его карточки нет: { $why }
poll-offer-scheduled = №{ $number } (ещё не открыт) { $question }
poll-offer-open = №{ $number } (открыт) { $question }
poll-offer-closed = №{ $number } (закрыт) { $question }
poll-export = Результаты опроса №{ $number } таблицей.
help-poll-create = Например: `/poll create question:В какой вечер? options:Пятница; Суббота closes:пятница 19:00`
help-poll-dates = Например: `/poll dates question:Когда играем? options:пятница 19:00; суббота 18:00`
help-poll-repeat = Например: `/poll repeat poll:3 closes:через 2 дня`
help-poll-close = Например: `/poll close poll:3`
help-poll-extend = Например: `/poll extend poll:3 closes:воскресенье 20:00`
help-poll-results = Например: `/poll results poll:3`
help-poll-export = Например: `/poll export poll:3`
command-poll = Спросить сервер, проголосовать и узнать результат
command-poll-create = Спросить о чём-нибудь; карточку вы увидите раньше всех
command-poll-create-question = Что вы хотите узнать
command-poll-create-options = За что голосовать, через ; (если не указать, откроется форма)
command-poll-create-kind = Как отвечать; одним вариантом, если не указать
command-poll-create-max = Сколько вариантов можно выбрать самое большее
command-poll-create-exactly = Сколько вариантов нужно выбрать ровно
command-poll-create-closes = Когда закроется: «пятница 19:00», «через 2 дня»; через 3 дня, если не указать
command-poll-create-starts = Когда откроется; сразу, если не указать
command-poll-create-voters = Кто может голосовать; другие роли можно добавить в предпросмотре
command-poll-create-quorum = Сколько человек должно проголосовать, чтобы результат действовал: 20 или 20 %
command-poll-create-results = Когда видны результаты; в любое время, если не указать
command-poll-create-ballot = Кто видит, как человек проголосовал; все, если не указать
command-poll-create-ping = Кого упомянуть при открытии
command-poll-dates = Найти удобное время: каждый выбирает всё, что подходит
command-poll-dates-question = Для чего ищем время
command-poll-dates-options = Даты через ; например «пятница 19:00; суббота 18:00»
command-poll-dates-closes = Когда закроется; через 3 дня, если не указать
command-poll-dates-voters = Кто может голосовать; другие роли можно добавить в предпросмотре
command-poll-dates-results = Когда видны результаты; в любое время, если не указать
command-poll-dates-ballot = Кто видит, как человек проголосовал; все, если не указать
command-poll-dates-ping = Кого упомянуть при открытии
command-poll-repeat = Задать тот же вопрос снова; карточку вы увидите раньше всех
command-poll-repeat-poll = Какой опрос, по номеру или вопросу; последний здесь, если не указать
command-poll-repeat-closes = Когда закроется; через столько же, сколько в прошлый раз, если не указать
command-poll-repeat-starts = Когда откроется; сразу, если не указать
command-poll-close = Закрыть опрос сейчас; результат появится сразу
command-poll-close-poll = Какой опрос, по номеру или вопросу; открытый здесь, если не указать
command-poll-extend = Перенести конец открытого опроса
command-poll-extend-closes = Когда он закроется вместо этого: «пятница 19:00», «через 2 дня»
command-poll-extend-poll = Какой опрос, по номеру или вопросу; открытый здесь, если не указать
command-poll-results = Узнать, чем кончился опрос или как он идёт
command-poll-results-poll = Какой опрос, по номеру или вопросу; последний здесь, если не указать
command-poll-list = Посмотреть все опросы, что есть и были
command-poll-export = Взять результаты опроса с собой таблицей
command-poll-export-poll = Какой опрос, по номеру или вопросу; последний здесь, если не указать
choice-single = один вариант
choice-multi = несколько вариантов
choice-ranked = по порядку предпочтения
choice-rating = оценка от 1 до 5
choice-native = опрос самого Discord
choice-live = в любое время
choice-after_vote = после своего голоса
choice-after_close = после закрытия
choice-public = все
choice-named_after = все, после закрытия
choice-secret = никто
poll-image = Картинка { $place }
command-poll-create-image1 = Картинка 1 галереи, для варианта 1
command-poll-create-image2 = Картинка 2 галереи, для варианта 2
command-poll-create-image3 = Картинка 3 галереи, для варианта 3
command-poll-create-image4 = Картинка 4 галереи, для варианта 4
command-poll-create-image5 = Картинка 5 галереи, для варианта 5
command-poll-create-image6 = Картинка 6 галереи, для варианта 6
command-poll-create-image7 = Картинка 7 галереи, для варианта 7
command-poll-create-image8 = Картинка 8 галереи, для варианта 8
command-poll-create-image9 = Картинка 9 галереи, для варианта 9
command-poll-create-image10 = Картинка 10 галереи, для варианта 10

## polls, what is asked for
poll-problem-question-none = Опросу нужен вопрос. Напишите, что людям решать.
poll-problem-question-long = В вопросе знаков: { $units }, а поместится { $most }. Сократите его, а подробности напишите в вариантах или в сообщении перед опросом.
poll-problem-options-none = Опросу нужны варианты. Напишите хотя бы два: через «;» или по одному на строке.
poll-problem-options-one = «{ $option }» — единственный вариант, выбирать не из чего. Добавьте хотя бы ещё один, например «Нет».
poll-problem-options-many = Вариантов здесь { $count }, а в опросе их не больше { $most }. Уберите лишние или спросите в двух опросах.
poll-problem-option-long = В варианте «{ $option }» знаков: { $units }, а поместится { $most }. Сократите его.
poll-problem-option-twice = «{ $first }» и «{ $second }» читаются одинаково. Уберите один из них или назовите его иначе.
poll-problem-rating-options = Оценка — это число от 1 до 5, своих вариантов у неё нет. Уберите `options` или выберите другой `kind`.
poll-problem-rating-pick = При оценке каждый выбирает одно число. Уберите `max` и `exactly` или выберите другой `kind`.
poll-problem-single-pick = В опросе вида «single» каждый выбирает один вариант. Выберите вид «multi» или уберите `max` и `exactly`.
poll-problem-pick-of = Число вариантов: { $options }. Для `max` или `exactly` выберите число от 1 до { $options }.
poll-problem-max-and-exactly = `max` и `exactly` говорят разное. Уберите одно из них: `max` позволяет выбрать не больше стольких вариантов, `exactly` — ровно столько.
poll-problem-images = Картинок здесь { $images }, а вариантов { $options }; каждая картинка получает номер варианта. Уберите лишние картинки.
poll-problem-started = { $at } — это уже прошло. Выберите более позднее начало или уберите его, чтобы открыть опрос сразу.
poll-problem-closes-soon = Опрос открыт не меньше минуты. Закрыть его можно не раньше: { $earliest }.
poll-problem-closes-late = Опрос открыт не дольше 32 дней. Закрыть его нужно не позже: { $latest }.
poll-problem-native-options = Вариантов здесь { $count }, а в опросе самого Discord их не больше { $most }. Уберите лишние или выберите другой `kind`.
poll-problem-native-pick = В опросе самого Discord выбирают либо один вариант, либо сколько угодно. Уберите `max` и `exactly`, укажите в `max` число вариантов или выберите вид «multi».
poll-problem-native-short = Опрос самого Discord открыт не меньше часа. Выберите более позднее закрытие или другой `kind`.
poll-problem-native-results = В опросе самого Discord все всегда видят результаты. Уберите `results` или выберите другой `kind`.
poll-problem-native-ballot = В опросе самого Discord все видят, кто за что голосовал. Уберите `ballot` или выберите другой `kind`.
poll-problem-native-images = В опросе самого Discord нет картинок. Уберите их или выберите другой `kind`.
poll-problem-native-voters = В опросе самого Discord участвуют все, кто видит канал. Уберите `voters`, выберите канал, который видят только они, или другой `kind`.
poll-problem-native-quorum = Discord не сообщает, сколько людей проголосовало в его опросе. Уберите `quorum` или выберите другой `kind`.
poll-problem-quorum = «{ $typed }» — не кворум. Напишите число людей, например 20, или долю тех, кто может голосовать, например 20 %.
poll-problem-quorum-range = «{ $typed }» кворумом быть не может. Напишите хотя бы 1 человека или долю от 1 % до 100 %.
poll-note-results-wait = Голосование тайное, поэтому до закрытия результатов не увидит никто.

## polls, what came out
poll-result-title = Итог опроса №{ $number }
poll-result-so-far = Опрос №{ $number }: пока так
poll-result-nobody = Никто не проголосовал, поэтому победителя нет.
poll-result-won = — победитель.
poll-result-won-at-once = — победитель: больше половины поставили этот вариант на первое место.
poll-result-won-later = — победитель по итогам { $rounds ->
    [one] { $rounds } тура.
    [few] { $rounds } туров.
   *[many] { $rounds } туров.
}
poll-result-won-by-lot = — победитель по жребию: в конце с другим вариантом было поровну во всех турах.
poll-result-most = Больше всего голосов:
poll-result-equal = Поровну, поэтому победителя нет:
poll-result-many-equal = { $count ->
    [one] Поровну у { $count } варианта, поэтому победителя нет.
    [few] Поровну у { $count } вариантов, поэтому победителя нет.
   *[many] Поровну у { $count } вариантов, поэтому победителя нет.
}
poll-result-mean = В среднем **{ $mean } из 5**; половина поставила { $median } или больше.
poll-result-people = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}
poll-result-quorum-missed = **Кворум ({ $quorum }) не набран, поэтому результат не действует.**
poll-result-quorum-reached = Кворум ({ $quorum }) набран.
poll-result-quorum-open = Кворум ({ $quorum }) пока не набран.
poll-result-quorum-unknown = Набран ли кворум ({ $quorum }), неизвестно: Discord не сообщил, сколько людей могли голосовать.
poll-result-few = Проголосовало меньше { $few } человек, а голосование тайное, поэтому показан только победитель.
poll-result-voters = { $voters ->
    [0] Пока никто не проголосовал.
    [one] Проголосовал { $voters } человек.
    [few] Проголосовали { $voters } человека.
   *[many] Проголосовало { $voters } человек.
}
poll-result-turnout = Явка { $percent } %: { $voters } из { $eligible } имевших право голоса.
poll-result-part = Проголосовали { $voters } из { $eligible } имевших право голоса.
poll-result-more = Проголосовавших: { $voters }. Когда опрос открылся, голосовать могли { $eligible }; остальные пришли позже.
poll-result-closed = Закрыт: { $at }.
poll-result-closed-early = Команда сервера закрыла опрос { $at }.
poll-result-closed-late = Закрыт с опозданием на { $late }, { $at }: в нужное время я не работал. Голоса учтены до { $due }, как и было объявлено.
poll-result-open-ballot = Голосование не тайное: кнопку *Кто за что голосовал* может нажать каждый.
poll-result-secret-ballot = Голосование было тайным: узнать, кто как голосовал, больше не может никто.
poll-bar-percent = { $percent } %
poll-bar-part = { $part } из { $whole }
poll-bar-count = ({ $count })
poll-bar-first = Первые места:
poll-bar-first-so-far = Первые места пока что; туры считаются при закрытии:
poll-rounds = Подсчёт по турам
poll-rounds-before = Предыдущие туры — в файле `/poll export`.
poll-round = Тур { $round }:
poll-round-span = Туры { $first }–{ $last }:
poll-round-unnamed = { $count ->
    [one] выбывает без единого голоса.
    [few] выбывают без единого голоса.
   *[many] выбывают без единого голоса.
}
poll-round-out = { $count ->
    [one] выбывает: { $count } голос.
    [few] выбывает: { $count } голоса.
   *[many] выбывает: { $count } голосов.
}
poll-round-others = ещё { $count }
poll-round-lot = По жребию, потому что во всех турах было поровну с вариантами:
poll-round-earlier = В одном из прежних туров голосов было меньше, чем у вариантов:
poll-round-won = побеждает: { $count } из { $of } голосов.
poll-round-exhausted = { $count ->
    [one] В { $count } бюллетене не осталось вариантов.
    [few] В { $count } бюллетенях не осталось вариантов.
   *[many] В { $count } бюллетенях не осталось вариантов.
}
poll-chart-title = Голоса
poll-chart-first = Первые места
poll-chart-ratings = Оценки
poll-chart-votes = { $count } · { $share }
poll-chart-count = { $count }
poll-chart-round = тур { $round }
poll-voters = Кто за что голосовал в опросе №{ $number }
poll-voter = { $member }

## polls digest
poll-digest-head = Опрос №{ $number }: { $question }
poll-digest-nobody = Никто не голосовал.
poll-digest-won = Победил вариант: { $options }.
poll-digest-most = Больше всего голосов: { $options }.
poll-digest-equal = Поровну: { $options }.
poll-digest-most-frequent = Чаще всего: { $options }.
poll-digest-mean = В среднем { $mean } из 5.
poll-digest-option = { $label }
poll-digest-and = { $before }, { $next }
poll-digest-quorum-missed = Кворум ({ $quorum }) не набран.
poll-digest-opens = Откроется: { $at }.
poll-digest-closes = Закроется: { $at }.
poll-digest-so-far = { $voters ->
    [0] Пока никто не проголосовал.
    [one] Пока проголосовал { $voters } человек.
    [few] Пока проголосовали { $voters } человека.
   *[many] Пока проголосовало { $voters } человек.
}
poll-digest-hidden = Опросы в каналах, которые видны не всем
poll-digest-hidden-closed = Закрыто: { $count }.
poll-digest-hidden-coming = Закроется до конца следующей недели: { $count }.

## digest
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
on-weekday-1 = в понедельник
on-weekday-2 = во вторник
on-weekday-3 = в среду
on-weekday-4 = в четверг
on-weekday-5 = в пятницу
on-weekday-6 = в субботу
on-weekday-7 = в воскресенье
from-weekday-1 = с понедельника
from-weekday-2 = со вторника
from-weekday-3 = со среды
from-weekday-4 = с четверга
from-weekday-5 = с пятницы
from-weekday-6 = с субботы
from-weekday-7 = с воскресенья
to-weekday-1 = по понедельник
to-weekday-2 = по вторник
to-weekday-3 = по среду
to-weekday-4 = по четверг
to-weekday-5 = по пятницу
to-weekday-6 = по субботу
to-weekday-7 = по воскресенье
digest-title = { $server }, неделя { $week } ({ $days })
digest-week = Неделя { $week }, { $days }
digest-days-within = { $first }–{ $last }
digest-days-across = { $first } – { $last }
digest-day = { $day } { $month }
digest-day-of-year = { $day } { $month } { $year } года
digest-value = { $value }
digest-no-data = нет данных
digest-no-data-of = { $figure }: нет данных
digest-usual = как обычно
digest-good = хорошо
digest-not-good = плохо
digest-last = на прошлой неделе { $value }
digest-before = { $figure } (до этого { $last })
digest-above = { $figure } ▲ (обычно { $range })
digest-below = { $figure } ▼ (обычно { $range })
digest-above-short = { $figure } ▲
digest-below-short = { $figure } ▼
digest-range = { $low }–{ $high }
digest-percent = { $percent } %
digest-part = { $part } из { $whole }
digest-more = +{ $value }
digest-fewer = −{ $value }
digest-missed = Не было соединения { $span } { $when }.
digest-missed-part = Не было соединения { $span } { $when }; восстановлено { $recovered }.
digest-missed-whole = Не было соединения { $span } { $when }; всё восстановлено.
digest-missed-days = { $from } { $to }
digest-missed-times = в общей сложности, { $times ->
    [one] { $times } раз
    [few] { $times } раза
   *[many] { $times } раз
}
every-weekday-1 = Каждый понедельник
every-weekday-2 = Каждый вторник
every-weekday-3 = Каждую среду
every-weekday-4 = Каждый четверг
every-weekday-5 = Каждую пятницу
every-weekday-6 = Каждую субботу
every-weekday-7 = Каждое воскресенье
command-digest = Что произошло за неделю, на одной странице
command-digest-setup = Когда и где публиковать недельную сводку; без параметров: как сейчас
command-digest-setup-channel = Где публиковать
command-digest-setup-day = В какой день; «выключить»: больше ничего не публиковать
command-digest-setup-time = В какое время, например 09:00
command-digest-setup-sections = Разделы: все или названия через запятую
command-digest-setup-public_channel = Где участники читают выпуск для них, без модерации и закрытых каналов
command-digest-preview = Как сводка выглядела бы сейчас; ничего не публикуется
command-digest-now = Опубликовать сводку последней полной недели, если её ещё нет
command-digest-show = Снова прочитать сводку недели, какой она была
command-digest-show-week = Неделя, например 2026-W47 или 47
command-digest-export = Забрать сводку недели с собой: страница для печати и цифры в CSV и JSON
command-digest-export-week = Неделя, например 2026-W47 или 47
choice-Monday = понедельник
choice-Tuesday = вторник
choice-Wednesday = среда
choice-Thursday = четверг
choice-Friday = пятница
choice-Saturday = суббота
choice-Sunday = воскресенье
choice-off = выключить
digest-late = С опозданием: срок был { $at }, но бот тогда не работал или был без связи.
digest-shortened = { $count ->
    [one] Ещё { $count } строка сюда не поместилась; её напечатает `steward digest`.
    [few] Ещё { $count } строки сюда не поместились; их напечатает `steward digest`.
   *[many] Ещё { $count } строк сюда не поместились; их напечатает `steward digest`.
}
digest-list = { $names }, { $next }
digest-section-all = все
digest-section-none = нет
digest-section-activity = активность
digest-section-moderation = модерация
digest-section-polls = опросы
digest-plan-title = Недельная сводка
digest-plan-saved = Сохранено.
digest-plan-posts = { $day } в { $time } ({ $zone }) в { $channel }.
digest-plan-keeps = { $day } в { $time } ({ $zone }). Она нигде не публикуется: канал не выбран (его задаёт `channel`); прочитать её всё равно можно через `/digest show`.
digest-plan-next = Следующая: неделя { $week } ({ $days }), { $at }, { $ago }.
digest-plan-sections = Разделы: { $sections }.
digest-plan-off = «day: выключить» прекращает публикации; читать сводки можно и дальше.
digest-state = Неделя { $week } ({ $days }): { $posted }
digest-posted-nowhere = нигде не опубликована.
digest-posted-soon = на пути в { $channel }.
digest-posted-there = опубликована в { $channel }.
digest-posted-failed = опубликовать её в { $channel } не удалось. { $why }
digest-posted-unknown = Discord не сказал, опубликована ли она в { $channel }; посмотрите там.
digest-refused-gone = Этого канала больше нет; другой задаёт `/digest setup`.
digest-refused-permission = Моей роли нужны там права «{ permission-view-channel }», «{ permission-send-messages }» и «{ permission-embed-links }» (настройки канала → Права доступа).
digest-refused-automod = Её не пропустил AutoMod этого сервера; причиной может быть какое-то название в ней.
digest-refused = Discord отказал; причину найдёт в журнале тот, кто меня обслуживает.
digest-log-failed = Сводку недели { $week } ({ $days }) опубликовать в { $channel } не удалось. { $why } Прочитать её можно через `/digest show`.
digest-log-unknown = Discord не сказал, опубликована ли сводка недели { $week } ({ $days }) в { $channel }: посмотрите там. Прочитать её в любом случае можно через `/digest show`.
digest-warn-public = Канал { $channel } могут читать все. Сводка предназначена для команды: ей больше подходит закрытый канал.
digest-warn-lacks = Я не могу писать в { $channel }: моей роли там не хватает прав { $permission } (настройки канала → Права доступа).
digest-warn-gone = Канала { $channel } больше нет, поэтому публиковать негде. Другой задаёт `channel`.
digest-not-a-time = «{ $typed }» — это не время дня. Напишите, например, 09:00.
digest-no-section = «{ $typed }» — такого раздела в сводке нет. Есть: { $sections }. Чтобы взять все, напишите: все.
digest-off-with-channel = `day: выключить` прекращает публикации, поэтому канал с ним не сочетается. Ничего не изменено; уберите что-то одно.
digest-not-a-week = «{ $typed }» — это не неделя. Напишите, например, 2026-W47 или 47.
digest-not-kept = Сводки той недели нет. Есть сводки с { $first } по { $last }: выберите из списка, пока печатаете.
digest-none-kept = Сводок пока нет. Как она выглядела бы сейчас, покажет `/digest preview`.
digest-none-kept-before = Сводок пока нет; первая будет { $at }. Как она выглядела бы сейчас, покажет `/digest preview`.
digest-preview = Это предпросмотр; ничего не опубликовано.
digest-preview-posts = Это предпросмотр; ничего не опубликовано. Сводка выйдет { $at }, { $ago }, в { $channel }.
digest-preview-keeps = Это предпросмотр; ничего не опубликовано. Сводка будет готова { $at }, { $ago }, её можно будет прочитать через `/digest show`; канал не выбран.
digest-now-running = Сейчас ничего не опубликовано. Вот идущая неделя на этот момент:
digest-now-posted = Опубликовано в { $channel }:
digest-now-soon = Записано, но Discord ещё не принял публикацию. Она будет отправляться, пока он её не примет; что с ней стало, покажет `/digest setup`.
digest-now-failed = Опубликовать сводку в { $channel } не удалось. { $why } Потом её опубликует `/digest now`; прочитать её уже можно через `/digest show`.
digest-now-unknown = Discord не сказал, опубликована ли сводка в { $channel }: посмотрите там. Прочитать её в любом случае можно через `/digest show`.
digest-week-choice = { $name } · { $days }
digest-fewer-than = меньше { $count }
digest-plan-public = Открытый выпуск для участников, в то же время, в { $channel }: без модерации и закрытых каналов и ничего о группах меньше 5 человек.
digest-state-public = Открытый выпуск: { $posted }
digest-log-public-failed = Открытый выпуск сводки недели { $week } ({ $days }) опубликовать в { $channel } не удалось. { $why } Потом его опубликует `/digest now`.
digest-log-public-unknown = Discord не сказал, опубликован ли открытый выпуск сводки недели { $week } ({ $days }) в { $channel }: посмотрите там.
digest-warn-public-gone = Канала { $channel } больше нет, поэтому участники не получат свой выпуск. Другой канал задаёт `public_channel`.
digest-warn-not-public = Канал { $channel } видят не все, поэтому часть участников не увидит открытый выпуск.
digest-now-public-posted = Открытый выпуск опубликован в { $channel }:
digest-now-public-soon = Открытый выпуск тоже записан, но Discord его ещё не принял. Он будет отправляться, пока Discord его не примет; что с ним стало, покажет `/digest setup`.
digest-now-public-failed = Открытый выпуск опубликовать в { $channel } не удалось. { $why } Потом его опубликует `/digest now`.
digest-now-public-unknown = Discord не сказал, опубликован ли открытый выпуск в { $channel }: посмотрите там.
digest-button-members = Открытый выпуск
digest-button-public-off = Выключить открытый выпуск
digest-members-posts = Это предпросмотр открытого выпуска; ничего не опубликовано. Он выйдет вместе со следующей сводкой в { $channel }.
digest-members-off = Это предпросмотр открытого выпуска; ничего не опубликовано. Он выключен: его включает `/digest setup` с `public_channel`.
digest-members-nothing = В выбранных разделах нет ничего для участников, поэтому открытый выпуск не публикуется.
needs-digest-post = публиковать недельную сводку
needs-digest-frame = показывать сводку в рамке
day-short-1 = Пн
day-short-2 = Вт
day-short-3 = Ср
day-short-4 = Чт
day-short-5 = Пт
day-short-6 = Сб
day-short-7 = Вс
day-1 = понедельник
day-2 = вторник
day-3 = среда
day-4 = четверг
day-5 = пятница
day-6 = суббота
day-7 = воскресенье
figure-median_first_reply_s = Половина получила ответ не позже чем через
figure-new_active_next_week = Снова написали на этой неделе
figure-top10_share = Написали десять самых активных
figure-top_channels = Закрытые каналы
figure-cases_note = Заметки
figure-cases_warn = Предупреждения
figure-cases_timeout = Тайм-ауты
figure-cases_untimeout = Снятые тайм-ауты
figure-cases_kick = Исключения
figure-cases_ban = Баны
figure-cases_unban = Снятые баны
subject-top_channels = #{ $subject }
chart-usual = обычно { $range }
chart-part = неполная неделя
chart-week = неделя { $week }
chart-missing = нет данных
chart-few = меньше { $count } или нет данных
chart-fewer = меньше { $count }
chart-count = { $count }
chart-range = { $low }–{ $high }
digest-heading-activity = Сообщество
digest-heading-moderation = Модерация
digest-heading-polls = Опросы
digest-told = { $before } { $next }
digest-moment = { $date }, { $time } { $zone }
digest-as-of = Данные на { $at }. Составлено ботом Steward.
digest-page-notes = Что нужно знать о цифрах
digest-page-figure = Показатель
digest-page-value = Эта неделя
digest-page-last = Неделей раньше
digest-page-above = больше обычного ({ $range })
digest-page-below = меньше обычного ({ $range })
digest-page-usual = как обычно ({ $range })
digest-button-export = Экспорт
digest-export = Неделя { $week } ({ $days }), как она была сохранена: страница для чтения и печати, а цифры — в CSV и JSON.
needs-digest-picture = прикладывать к сводке картинку и файлы

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

## moderation digest
moderation-digest = Модерация
moderation-notes = { $value ->
    [0] заметок нет
    [one] { $value } заметка
    [few] { $value } заметки
   *[many] { $value } заметок
}
moderation-warnings = { $value ->
    [0] предупреждений нет
    [one] { $value } предупреждение
    [few] { $value } предупреждения
   *[many] { $value } предупреждений
}
moderation-timeouts = { $value ->
    [0] тайм-аутов нет
    [one] { $value } тайм-аут
    [few] { $value } тайм-аута
   *[many] { $value } тайм-аутов
}
moderation-untimeouts = { $value ->
    [0] снятых тайм-аутов нет
    [one] { $value } тайм-аут снят
    [few] { $value } тайм-аута сняты
   *[many] { $value } тайм-аутов снято
}
moderation-kicks = { $value ->
    [0] исключений нет
    [one] { $value } исключение
    [few] { $value } исключения
   *[many] { $value } исключений
}
moderation-bans = { $value ->
    [0] банов нет
    [one] { $value } бан
    [few] { $value } бана
   *[many] { $value } банов
}
moderation-unbans = { $value ->
    [0] снятых банов нет
    [one] { $value } бан снят
    [few] { $value } бана сняты
   *[many] { $value } банов снято
}

## activity on the command line
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

## surveys
survey-name = Опрос № { $number }
survey-name-wave = { $name }, волна { $wave }
survey-titled = #{ $number } { $title }
survey-instant = { $at } ({ $away })
survey-for-everyone = Отвечать могут все.
survey-for-roles = Отвечать могут только участники с одной из этих ролей:
survey-role = { $role }
survey-builder-title = Черновик № { $number }: { $title }
survey-builder-empty = Вопросов пока нет. Нажмите **Добавить вопрос**.
survey-builder-line = { $kind }{ $options ->
    [0] { "" }
    [one] { " · " }{ $options } вариант
    [few] { " · " }{ $options } варианта
   *[many] { " · " }{ $options } вариантов
} · { $required ->
    [1] обязательный
   *[other] необязательный
}
survey-builder-kept = Черновик сохранён; его видят только менеджеры. Продолжить позже: /survey create и выбрать название.
survey-is-anonymous = **Анонимный** · открыт { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
survey-is-named = **С именами** · открыт { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
survey-add = Добавить вопрос
survey-change = Изменить
survey-move = Переместить
survey-remove = Убрать
survey-try = Попробовать
survey-settings = Настройки
survey-send = Отправить
survey-delete = Удалить черновик
survey-delete-for-good = Удалить навсегда
survey-back = Назад
survey-which-kind = Какой это вопрос?
survey-which-question = Какой вопрос?
survey-where-to = Куда?
survey-before = Перед
survey-to-the-end = В конец
survey-how-long = Сколько времени он открыт?
survey-open-days = Открыт { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
survey-roles = Кто может отвечать? Ничего не выбрано: все
survey-make-named = Спрашивать с именами
survey-make-anonymous = Спрашивать анонимно
survey-title-and-intro = Название и вступление
survey-form-title = О чём опрос?
survey-form-question = Вопрос
survey-form-options = Варианты, по одному в строке
survey-form-required = Отвечать обязательно? да или нет
survey-form-answer = Ваш ответ
survey-form-why = Главная причина?
survey-yes = да
survey-no = нет
survey-deleted = Черновик «{ $title }» удалён.
survey-not-yes-or-no = «{ $typed }» — это не да и не нет. Напишите `да`, если на вопрос нужно ответить обязательно, иначе `нет`.
survey-no-draft = Этого черновика больше нет: его удалили, или к нему не прикасались 90 дней. Создайте новый через `/survey create`.
survey-question-gone = Этот вопрос тем временем убрали. Откройте опрос снова.
survey-sent-already = Опрос № { $number } уже отправлен, поэтому его вопросы не меняются. Отправьте его ещё раз через `/survey send` или создайте другой через `/survey create`.
survey-trying = **Это проба.** Эти ответы никуда не идут, и в конце от них ничего не останется.
survey-place = **{ $place } из { $of }**
survey-hint-single = Выберите один вариант.
survey-hint-single-optional = Выберите один вариант или пропустите вопрос.
survey-hint-multi = Выберите один или несколько вариантов.
survey-hint-multi-optional = Выберите сколько угодно вариантов или ни одного.
survey-hint-rating = От 1 (плохо) до 5 (очень хорошо).
survey-hint-rating-optional = От 1 (плохо) до 5 (очень хорошо); можно пропустить.
survey-hint-nps = От 0 (точно нет) до 10 (точно да). Потом можно сказать почему.
survey-hint-nps-optional = От 0 (точно нет) до 10 (точно да); можно пропустить. Потом можно сказать почему.
survey-hint-text = Своими словами: нажмите **Написать**.
survey-hint-text-optional = Своими словами, кнопкой **Написать**; можно пропустить.
survey-choose = Выберите один
survey-choose-several = Выберите один или несколько
survey-previous = Назад
survey-next = Дальше
survey-why = Почему?
survey-write = Написать
survey-clear = Очистить
survey-your-number = Ваш ответ: **{ $value }**
survey-summary = **Ваши ответы**
survey-summary-final = После отправки изменить их нельзя. До этого можно вернуться и исправить.
survey-left-out = пропущено
survey-send-answers = Отправить ответы
survey-sent-anonymous = Спасибо. Ваши ответы на «{ $title }» приняты, и ничто в них не говорит, что они ваши.
survey-sent-named = Спасибо. Ваши ответы на «{ $title }» приняты. В `/privacy` их можно посмотреть и попросить забыть.
survey-tried = Это был опрос «{ $title }». Здесь ответы были бы отправлены; от ваших ничего не осталось.
survey-gone = От этого опроса ничего не осталось. Попросите у менеджеров новый.
survey-not-open = Этот опрос не открыт.
survey-closed = Этот опрос закрыт { $at } и больше не принимает ответов.
survey-not-for-you = Этот опрос для участников с ролью { $role }.
survey-not-for-you-several = Этот опрос для участников с определёнными ролями; они названы в его сообщении.
survey-sent-before = Ваши ответы на этот опрос уже отправлены. Изменить их нельзя, каждый отвечает один раз.
survey-nothing-answered = Пока нет ни одного ответа. Вернитесь и ответьте хотя бы на один вопрос.
survey-no-key = Ключ, который делает этот опрос анонимным, пропал, поэтому отвечать нельзя. Сообщите менеджерам: они могут отправить опрос снова.
survey-closes = Опрос открыт не меньше 10 минут и не больше 60 дней; { $at } не подходит. Укажите другое время в `closes`.
survey-not-for-posts = Канала { $channel } больше нет. Выберите другой.
survey-lacks = В { $channel } опрос отправить нельзя: там нет права { $permission }. Тот, кто управляет сервером, может дать его моей роли; затем попробуйте снова.
survey-post-count = { $count ->
    [1] Один вопрос
    [one] { $count } вопрос, по одному; можно прерваться и продолжить позже
    [few] { $count } вопроса, по одному; можно прерваться и продолжить позже
   *[many] { $count } вопросов, по одному; можно прерваться и продолжить позже
}.
survey-post-closes = Открыт до { $at }.
survey-promise-anonymous = **Ответы анонимны.** Менеджеры читают их после закрытия: ответы одного человека вместе, но без имени, и никто на этом сервере не увидит, кто что ответил. Пока опрос открыт, это мог бы узнать тот, на чьём компьютере работает бот; после закрытия это невозможно. Вас всё же может выдать манера письма.
survey-promise-named = **Ответы подписаны вашим именем.** Менеджеры этого сервера могут прочитать их и видят, кто их написал.
survey-start = Начать
survey-post-closed = **Закрыт { $at }.**
survey-post-late = Закрыться он должен был { $due }, но бот тогда не работал. После этого времени ответить было нельзя.
survey-post-sent = { $count ->
    [0] Никто не ответил.
    [one] Ответил { $count } человек.
    [few] Ответили { $count } человека.
   *[many] Ответили { $count } человек.
}
survey-post-destroyed = Чьи это ответы, теперь не сможет узнать никто.
survey-preview = **Пока ничего не отправлено.** Это появится в { $channel }:
survey-preview-changed = Опрос изменили после того, как вы его видели. Сейчас он такой:
survey-preview-role = Будет позвана роль { $role }: { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}.
survey-preview-role-unknown = Будет позвана роль { $role }; сколько это человек, Discord сейчас не говорит.
survey-preview-everyone = Будут позваны все: { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}.
survey-preview-everyone-unknown = Будут позваны все; сколько это человек, Discord сейчас не говорит.
survey-publish = Опубликовать
survey-cancel = Отмена
survey-close-now = Закрыть сейчас
survey-outcome-preview = «{ $title }» ещё не отправлен.
survey-outcome-cancelled = Ничего не отправлено. «{ $title }» остаётся как есть.
survey-outcome-failed = «{ $title }» не удалось отправить в { $channel }: там нельзя писать, или канала больше нет. Ничего не открыто. Посмотрите `/setup check` и отправьте снова.
survey-outcome-open = «{ $title }» стоит в { $channel }. Закроется { $at }.
survey-outcome-waiting = «{ $title }» на пути в { $channel }; Discord его ещё не принял. Закроется { $at }.
survey-outcome-unknown = Появился ли опрос «{ $title }» в { $channel }, Discord не сказал. Посмотрите там: если он есть, он закроется { $at }; если нет, нажмите **Закрыть сейчас** и отправьте его снова.
survey-outcome-closed = «{ $title }» закрыт { $at }. Ответы: `/survey results`.
needs-survey-post = отправлять опросы
needs-survey-frame = показывать опросы в рамке
needs-survey-history = проверять, отправлен ли опрос, если Discord не ответил
command-survey = Спросить людей о нескольких вещах, каждого один раз и без спешки
command-survey-create = Создать опрос: вопросы по одному или всё сразу в файле
command-survey-create-title = Как он называется; выберите черновик, чтобы продолжить его
command-survey-create-file = Файл TOML со всем опросом; без него вопросы добавляются по одному
command-survey-send = Отправить опрос, чтобы все могли ответить; сначала предпросмотр
command-survey-send-survey = Какой
command-survey-send-channel = Где он появится; если не указать, здесь
command-survey-send-closes = Когда закроется: в пятницу в 19:00, через 10 дней
command-survey-send-ping = Роль, которую позвать
survey-kind-single = Один вариант
survey-kind-multi = Несколько вариантов
survey-kind-rating = Оценка от 1 до 5
survey-kind-nps = NPS: от 0 до 10, потом почему
survey-kind-text = Текст
survey-part-title = Название
survey-part-intro = Вступление
survey-part-question = Вопрос
survey-part-option = Вариант ответа
survey-none = Опроса «{ $typed }» здесь нет. Выберите из списка или создайте новый через `/survey create`.
survey-no-title = Опросу нужно название, не длиннее 100 символов.
survey-no-question = Вопросу нужны слова. Напишите, на что люди будут отвечать.
survey-too-long = { $what }: не больше { $most } символов. Сократите и попробуйте снова.
survey-option-count = У вопроса от 2 до 25 вариантов, по одному в строке; здесь их { $count }. Если нужно больше, разделите его на два вопроса; для других ответов выберите другой вид.
survey-option-twice = «{ $option }» стоит дважды. Каждый вариант может быть только один раз.
survey-no-options = Варианты бывают только у вопросов с выбором. Уберите их или выберите «Один вариант» либо «Несколько вариантов».
survey-question-count = В опросе от 1 до 25 вопросов; здесь их { $count }.
survey-days = Опрос открыт от 1 до 60 дней, а не { $days }.

## surveys, files
survey-file-wrong = { $count ->
    [one] В этом файле { $count } ошибка, поэтому ничего не создано.
    [few] В этом файле { $count } ошибки, поэтому ничего не создано.
    [many] В этом файле { $count } ошибок, поэтому ничего не создано.
   *[other] В этом файле { $count } ошибки, поэтому ничего не создано.
}
survey-file-line = **Строка { $line }**: { $what }
survey-file-more = … и ещё { $count }.
survey-file-example = Опрос выглядит так:
survey-file-syntax = это не TOML ({ $problem }). Тексты пишутся в кавычках, каждая настройка — на своей строке.
survey-file-unknown = здесь нет `{ $key }`. Есть: { $known }.
survey-file-outside = `{ $key }` относится к вопросу. Напишите это ниже строки `[[question]]`.
survey-file-inside = `{ $key }` относится ко всему опросу. Напишите это выше первого `[[question]]`.
survey-file-missing = нет `{ $key }`. Напишите `{ $key } = "…"`.
survey-file-no-questions = нет вопросов. Каждый начинается со строки `[[question]]`.
survey-file-question = вопрос начинается со строки `[[question]]`, а всё, что к нему относится, стоит ниже.
survey-file-no-kind = нет `kind`. Напишите, какой это вопрос: { $known }.
survey-file-kind = такого вида вопросов нет. Есть: { $known }.
survey-file-text = в `{ $key }` должен быть текст в кавычках.
survey-file-boolean = в `{ $key }` пишут `true` или `false`, без кавычек.
survey-file-number = в `{ $key }` должно быть целое число, без кавычек.
survey-file-list = в `{ $key }` пишут тексты в скобках: `{ $key } = ["…", "…"]`, и ни одного пустого.
survey-file-role = роль указывают её ID — длинным числом в кавычках.

## surveys, results and repetition
survey-answers = { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
    [many] { $count } ответов
   *[other] { $count } ответа
}
survey-answers-of = { $count ->
    [one] { $count } ответ, спрошено { $invited } ({ $percent } %)
    [few] { $count } ответа, спрошено { $invited } ({ $percent } %)
    [many] { $count } ответов, спрошено { $invited } ({ $percent } %)
   *[other] { $count } ответа, спрошено { $invited } ({ $percent } %)
}
survey-cell = { $count } ({ $percent } %)
survey-cell-before = { $said }, в прошлой волне { $percent } %
survey-cell-line = **{ $option }** { $people }
survey-cell-merged = Слишком мало, чтобы показать по отдельности: { $options } (всего { $count })
survey-cell-merged-several = Меньше пяти человек или почти все: { $options }
survey-chart-few = слишком мало ответов
survey-chart-merged = { $count ->
    [one] ещё { $count } с малым числом ответов
    [few] ещё { $count } с малым числом ответов
    [many] ещё { $count } с малым числом ответов
   *[other] ещё { $count } с малым числом ответов
}
survey-chart-wave = Волна { $wave }
survey-every-month = каждый месяц
survey-every-quarter = каждый квартал
survey-every-week = каждую неделю
survey-export-anonymous = Опрос №{ $number } «{ $title }» анонимный: в файле нет ни того, кто отвечал, ни когда, а порядок строк случайный. Ответы одного человека стоят в одной строке. О волне, где ответили меньше пяти человек, в файле только их число.
survey-export-named = Ответы на опрос №{ $number } «{ $title }» с ID тех, кто их дал. Не передавайте файл другим.
survey-export-toml = Опрос №{ $number } «{ $title }» в виде файла: измените его и передайте в `/survey create` как `file`.
survey-results-sealed = Что ответили, будет видно после закрытия: кто видит, как ответы приходят один за другим, видит и чьи они.
survey-export-sealed = Волна { $wave } анонимная и ещё открыта, поэтому её ответов никто не видит и файла с ними нет. Дождитесь закрытия или заберите закрытую волну с `wave`.
survey-repeat-never = Первый раз был бы { $at }, а это позже, чем `until`. Выберите `until` позже или уберите его.
survey-role-count = Опрос может быть не больше чем для 25 ролей; здесь их { $count }. Если нужно больше, дайте этим людям отдельную роль.
survey-several-lines = { $what }: только одна строка. Уберите переносы строк и попробуйте снова.
survey-export-large = Ответов на опрос №{ $number } больше, чем Discord принимает одним файлом. Забирайте волны по одной с `wave`.
survey-keep = Сохранить как отзыв …
survey-kept-before = Эти комментарии уже сохранены.
survey-list-answers = волна { $wave }, { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
    [many] { $count } ответов
   *[other] { $count } ответа
}
survey-list-comes = ↳ приходит { $every }, в следующий раз { $at }
survey-list-draft = ещё не отправлен, { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
    [many] { $count } вопросов
   *[other] { $count } вопроса
}
survey-list-empty = Опросов пока нет. `/survey create` создаёт опрос, а `/survey nps` регулярно спрашивает, порекомендуют ли люди этот сервер.
survey-list-line = **№{ $number }** { $title } · { $state }
survey-list-open = { $said }, закроется { $at }
survey-list-title = { $count ->
    [one] { $count } опрос
    [few] { $count } опроса
    [many] { $count } опросов
   *[other] { $count } опроса
}
survey-mean = { $mean } из { $most }
survey-never-sent = Опрос №{ $number } ещё не отправляли, поэтому результатов быть не может. Отправить его можно через `/survey send`.
survey-no-rhythm = Укажите в `every`, как часто он приходит; остальное относится к этому.
survey-no-such-wave = Волны { $number } нет; всего у этого опроса волн: { $of }.
survey-not-a-length = «{ $typed }» — такого срока я не понимаю. Напишите, сколько времени, например `7d` или `12h`.
survey-nps-detractors = от 0 до 6
survey-nps-passives = 7 и 8
survey-nps-promoters = 9 и 10
survey-nps-title = Порекомендуете ли вы { $server }?
survey-nps-question = Насколько вероятно, что вы порекомендуете { $server } другу?
survey-nps-intro = Один вопрос и, если хотите, почему. Это меньше минуты.
survey-nps-none-yet = Пока никого не спрашивали, поэтому оценки нет.
survey-nps-off = Вопрос о том, порекомендуют ли люди этот сервер, выключен. Его включает `every`: `/survey nps every:каждый квартал`.
survey-repeat-too-long = Волна может быть открыта не меньше часа и не больше { $span }, чтобы к следующей она закрылась. Выберите `closes` в этих пределах.
survey-question-answers = { $count ->
    [one] Ответил { $count } человек.
    [few] Ответили { $count } человека.
    [many] Ответили { $count } человек.
   *[other] Ответили { $count } человека.
}
survey-question-heading = **{ $place }. { $question }**
survey-question-mean = В среднем **{ $mean }**
survey-question-no-mean = Среднее показывается, когда ответов не меньше { $least }.
survey-question-no-score = Оценки пока нет: нужно ответов: { $least }, сейчас: { $count }.
survey-question-score = NPS **{ $score }**, { $answers }: доля 9 и 10 минус доля от 0 до 6.
survey-question-words = { $count ->
    [one] { $count } человек написал что-то: смотрите следующую страницу.
    [few] { $count } человека написали что-то: смотрите следующую страницу.
    [many] { $count } человек написали что-то: смотрите следующую страницу.
   *[other] { $count } человека написали что-то: смотрите следующую страницу.
}
survey-repeat-comes = Опрос №{ $number } «{ $title }» приходит **{ $every }** в { $channel }.
survey-repeat-next = В следующий раз: { $at }, { $in }.
survey-repeat-then = Затем { $second }.
survey-repeat-both = Затем { $second } и { $third }.
survey-repeat-unposted = Опрос №{ $number } «{ $title }», который приходит сам, не удалось опубликовать в { $channel }: возможно, я не вижу этот канал или не могу там писать. Другой канал можно выбрать через `/survey repeat` или `/survey nps` с `channel`; иначе я попробую в следующий раз.
survey-repeat-until = В последний раз — до { $at }.
survey-repeat-open = Каждая волна открыта { $span }.
survey-repeat-quiet = Он ждёт конца тихих часов.
survey-repeat-stop = Больше не повторять
survey-repeat-stopped = Опрос №{ $number } «{ $title }» больше сам не приходит. Открытая волна останется открытой до своего конца.
survey-repeat-stopped-before = Опрос №{ $number } «{ $title }» и так сам не приходит.
survey-results-anonymous = Он анонимный: никто не видит, где чьи ответы.
survey-results-answers = **{ $answers }**
survey-results-below = волна { $wave } · { $answers }
survey-results-closed = Закрыт { $at }.
survey-results-go = Перейти к вопросу …
survey-results-named = Люди знали, что менеджеры видят их имена; кто что ответил — в `/survey export`.
survey-results-nobody = Никто не ответил.
survey-results-nobody-yet = Пока никто не ответил.
survey-results-open = Открыт, закроется { $at }.
survey-results-other = Другая волна …
survey-results-question = { $place }. { $question }: { $said }
survey-results-title = Опрос №{ $number } «{ $title }», волна { $wave }
survey-results-unsent = { $count ->
    [one] { $count } человек начал и не отправил ответы.
    [few] { $count } человека начали и не отправили ответы.
    [many] { $count } человек начали и не отправили ответы.
   *[other] { $count } человека начали и не отправили ответы.
}
survey-said-before = { $said } (волна { $wave }: { $before })
survey-said-few = { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
    [many] { $count } ответов
   *[other] { $count } ответа
}, слишком мало, чтобы показать по отдельности
survey-said-most = чаще всего «{ $option }», { $people }
survey-said-no-number = { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
    [many] { $count } ответов
   *[other] { $count } ответа
}; число показывается, когда их не меньше { $least }
survey-said-nothing = ответов нет
survey-said-words = { $count ->
    [one] { $count } человек написал что-то
    [few] { $count } человека написали что-то
    [many] { $count } человек написали что-то
   *[other] { $count } человека написали что-то
}
survey-score-above = +{ $score }
survey-score-below = −{ $score }
survey-score-even = { $score }
survey-trend-mean = Среднее по волнам
survey-trend-nps = NPS по волнам
survey-trend-of = { $number }: { $question }
survey-words-anonymous = По алфавиту, чтобы нельзя было понять, кто когда писал.
survey-words-bare = › { $text }
survey-words-by = › { $text } ({ $author })
survey-words-kept = { $said } 📌
command-survey-results = Посмотреть, что дал опрос, волна за волной
command-survey-results-survey = Какой опрос, по названию или номеру
command-survey-results-wave = Какая волна; без этого — последняя
command-survey-export = Забрать ответы на опрос или сам опрос
command-survey-export-survey = Какой опрос, по названию или номеру
command-survey-export-wave = Какая волна; без этого — все
command-survey-export-format = csv и json: ответы; toml: сам опрос, чтобы изменить и отправить снова
command-survey-list = Все опросы этого сервера и что с ними
command-survey-repeat = Отправить опрос ещё раз или повторять его снова и снова
command-survey-repeat-survey = Какой опрос, по названию или номеру
command-survey-repeat-every = Как часто он приходит; без этого — ещё раз сейчас
command-survey-repeat-closes = Сколько открыта каждая волна: 7d, 12h; без этого — как в опросе
command-survey-repeat-channel = Где публиковать; без этого — там же, где в последний раз
command-survey-repeat-until = До каких пор повторять: 31 дек; без этого — пока вы не остановите
command-survey-nps = Регулярно спрашивать, порекомендуют ли люди этот сервер, и видеть оценку
command-survey-nps-every = Как часто; без этого вы только увидите оценку
command-survey-nps-starts = Когда впервые: понедельник 10:00; без этого — в ближайший понедельник в 10:00
command-survey-nps-channel = Где публиковать; без этого — в канале объявлений или здесь
command-survey-nps-closes = Сколько открыта каждая волна: 7d, 12h
choice-every-week = каждую неделю
choice-every-month = каждый месяц
choice-every-quarter = каждый квартал
help-survey-create = Например: `/survey create title:Как прошёл ноябрь?`
help-survey-send = Например: `/survey send survey:Как прошёл ноябрь? closes:через 10 дней`
help-survey-results = Например: `/survey results survey:Как прошёл ноябрь?`
help-survey-export = Например: `/survey export survey:Как прошёл ноябрь? format:csv`
help-survey-repeat = Например: `/survey repeat survey:Как прошёл ноябрь? every:каждый месяц`
help-survey-nps = Например: `/survey nps every:каждый квартал starts:понедельник 10:00`
digest-section-surveys = опросы
digest-heading-surveys = Опросы
surveys-digest = Опросы
surveys-digest-answers = «{ $subject }» { $value ->
    [one] { $value } ответ
    [few] { $value } ответа
    [many] { $value } ответов
   *[other] { $value } ответа
}
surveys-digest-asked = спрошено { $value }
surveys-digest-nps = NPS { $value }
surveys-digest-nps-before = в прошлой волне { $value }
figure-survey_answers = Ответы
figure-survey_asked = Спрошено
figure-nps = NPS
figure-nps_before = NPS прошлой волны
subject-survey_answers = «{ $subject }»: ответы
subject-survey_asked = «{ $subject }»: спрошено
subject-nps = «{ $subject }»: NPS
subject-nps_before = «{ $subject }»: NPS прошлой волны
choice-csv = csv
choice-json = json
choice-toml = toml
