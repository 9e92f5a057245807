## events
events-digest-head = Событие № { $number }: { $title }
events-digest-starts = Начало: { $at }
events-digest-going = Записано: { $count }
events-digest-over = Событие прошло.
events-file = Откройте этот файл, чтобы добавить «{ $title }» в календарь. Если событие изменится, получите файл снова.
events-file-series = Откройте этот файл, чтобы добавить все встречи «{ $title }» в календарь. Если серия изменится, получите файл снова.
events-calendar-file = Файл календаря

events-week = Неделя { $week }: { $from } – { $until }
events-week-date = { $day }.{ $month }
events-week-zone = Время: { $zone }
events-week-more = и ещё { $count }
events-week-day = **{ $weekday }, { $date }**
events-week-line = { $at } **{ $title }** (№ { $number })
events-week-line-off = { $at } ~~{ $title }~~ (№ { $number }, отменено)
events-week-room = в канале { $channel }
events-week-going = придут: { $count }
events-week-empty = На этой неделе нет событий, которые вы видите.
events-week-previous = Предыдущая неделя
events-week-next = Следующая неделя
events-week-unknown = «{ $typed }» — не неделя. Напишите неделю, например 2026-W49, или день, например 2026-12-05.
events-week-offered = { $week }: с { $from } по { $until }
events-weekday-1 = Пн
events-weekday-2 = Вт
events-weekday-3 = Ср
events-weekday-4 = Чт
events-weekday-5 = Пт
events-weekday-6 = Сб
events-weekday-7 = Вс
events-feeds = Подписка на календарь
events-feeds-title = Календари для подписки
events-feeds-how = Добавьте адрес в приложении календаря: «Подписаться» или «По URL». События будут появляться и меняться сами.
events-feeds-secret = Календарь прочтёт любой, кто знает адрес. Если адрес стал известен другим, создайте новый.
events-feed-own = События, на которые вы записаны
events-feed-server = Все события, видные всем на сервере
events-feed-renew-own = Новый адрес моего календаря
events-feed-renew-server = Новый адрес сервера
events-feed-off = Подписка на календари здесь выключена. Владелец бота может включить её: `public_url` в настройках. Пока используйте **Файл календаря** на карточке события.

events-check-in = Отметиться
events-checkin-early = Отметиться можно будет: { $at }
events-checkin-over = Событие закончилось, отметиться уже нельзя.
events-checkin-closed = Отметиться на этом событии сейчас нельзя.
events-checkin-wrong = Код не тот. Посмотрите код у входа и попробуйте снова.
events-code-form = Отметиться
events-code-field = Код у входа
events-checked-in = Вы отмечены на событии «{ $title }».
events-checked-in-before = Вы уже отмечены на событии «{ $title }».
events-checked-other = Отметка на событии «{ $title }» поставлена: { $member }
events-checked-other-before = Отметка на событии «{ $title }» уже есть: { $member }
events-door = Отметка: { $title }
events-door-code = Покажите этот код у входа: **{ $code }**
events-door-button = Люди нажимают **Отметиться** на карточке в канале { $channel }.
events-door-count = Отмечено: { $count } (собирались прийти: { $going })
events-door-refresh = Обновить
events-door-new = Новый код

events-rating = Как прошло «{ $title }»?
events-rating-how = Если вы там были, нажмите число звёзд. Ваше имя не показывается.
events-rating-event = Событие № { $number }
events-rating-mean = Оценка: { $mean } из 5, людей: { $count }
events-rating-early = Оценить событие можно после его окончания.
events-rating-absent = Оценить событие могут только те, кто на нём был.
events-rating-none = Вашей оценки этого события нет.
events-rating-late = Событие было слишком давно, оценить его уже нельзя.
events-rating-words = Оставить отзыв
events-rating-words-form = Как всё прошло?
events-rating-words-field = Что было хорошо, что можно улучшить?
events-rating-words-kept = Спасибо. Организаторы смогут прочитать ваш отзыв, но без вашего имени.
events-rating-remove = Убрать мою оценку
events-rating-removed = Ваша оценка убрана.
events-rated = Ваша оценка события «{ $title }»: { $stars } из 5. Чтобы изменить её, нажмите другое число.
events-stars = { $stars } ★
events-attendance = Посещаемость
events-came = Пришло людей: { $count }
events-first-timers = Из них впервые здесь: { $count }
events-no-shows = Не пришло из тех, кто собирался: { $count }

command-event-checkin = Открыть отметку: по коду у входа или по кнопке
command-event-checkin-event = Какое событие: номер или название
command-event-checkin-by = Как отмечаются люди [по коду]
command-event-checkin-member = Отметить этого человека
choice-code = по коду
choice-button = по кнопке
command-events = Посмотреть события недели по дням
command-events-week = Какая неделя, например 2026-W49 или 2026-12-05 [эта неделя]
command-events-feed = Показать адреса календарей для подписки [нет]

needs-create-events = добавлять события в список сервера
needs-events-messages = публиковать карточки событий
events-no-place = Место сообщат позже
events-reason = Событие по просьбе участника { $actor }
events-failed = «{ $title }» не попало в список событий сервера. { $why }
events-unknown = Discord не подтвердил, попало ли «{ $title }» в список событий сервера. Посмотрите там; если его нет, добавьте вручную.
events-full = В этом списке помещается не больше 100 событий: удалите ненужное и попробуйте снова.
events-begun = Это время уже наступило, поэтому событие не создано.
events-unclear = Неизвестно, создал ли Discord это событие раньше. Посмотрите список событий сервера; если его там нет, добавьте вручную.
privacy-kind-events = События, созданные вами
privacy-why-events = Как они называются, когда и где проходят, чтобы можно было записаться и ни одно не создавалось дважды. До 400 дней после их окончания.
events-none = Не удаётся найти событие «{ $typed }» из тех, что вам видны. Выберите из списка.
privacy-kind-event_signups = События, на которые вы ответили
privacy-why-event_signups = Придёте ли вы и сколько гостей с вами. До 90 дней после события.
privacy-kind-event_reminders = События, о которых вам нужно напомнить
privacy-why-event_reminders = Чтобы отправить вам личное сообщение до начала. До 90 дней после события.
needs-events-threads = создать ветку для записавшихся на событие
needs-events-thread-messages = писать записавшимся в ветке события
events-over = Это событие уже закончилось или отменено.
events-signups-closed = Запись закрыта ({ $at }). Нажать **Не смогу** ещё можно.
events-role-only = Это событие только для роли { $role }.
events-no-group = Выберите группу в меню. Группы события могли измениться, поэтому нажмите **Приду** ещё раз.
events-no-seats =
    { $free ->
        [0] Свободных мест для гостей нет.
        [one] Свободных мест хватит только на { $free } гостя.
        [few] Свободных мест хватит только на { $free } гостей.
        [many] Свободных мест хватит только на { $free } гостей.
       *[other] Свободных мест хватит только на { $free } гостя.
    }
events-too-many-guests =
    { $most ->
        [0] На это событие нельзя привести гостей.
        [one] С собой можно привести не больше { $most } гостя.
        [few] С собой можно привести не больше { $most } гостей.
        [many] С собой можно привести не больше { $most } гостей.
       *[other] С собой можно привести не больше { $most } гостя.
    }
events-not-going = Вашей записи на это событие нет. Сначала нажмите **Приду**.
events-no-span = «{ $typed }» не подходит: нужна длительность от 1 минуты. Напишите, например, «90 мин» или «2 ч».
events-problem-title-none = Событию нужно название.
events-problem-title-long = В названии символов: { $units }, а можно не больше { $most }. Сократите его.
events-problem-description-long = В описании символов: { $units }, а можно не больше { $most }. Сократите его.
events-problem-address-long = В адресе символов: { $units }, а можно не больше { $most }. Сократите его.
events-problem-started = Это время уже прошло: { $at }. Выберите более позднее начало.
events-problem-starts-late = Событие может начаться не позже чем через год. Крайний срок: { $latest }.
events-problem-length = Событие может длиться от 1 минуты до 14 дней.
events-problem-longer-than-repeat = Оно ещё не закончится к следующему разу. Сократите его или повторяйте реже.
events-problem-voice = Выберите голосовой канал в параметре **channel**.
events-problem-stage = Выберите канал-трибуну в параметре **channel**.
events-problem-talk-in-person = Очная встреча не проходит ни в голосовом канале, ни на трибуне. Уберите что-то одно.
events-problem-address-in-channel = У события в канале нет адреса. Уберите канал или адрес.
events-problem-capacity = Мест может быть от 1 до { $most }.
events-problem-groups = Групп может быть не больше { $most }.
events-problem-group-twice = Две группы называются «{ $group }». Переименуйте одну.
events-problem-group = «{ $group }» не подходит. В названии группы не больше { $most } символов, а мест в ней хотя бы 1. Напишите, например, «докладчик 3; слушатель».
events-problem-guests = Каждый может привести от 0 до { $most } гостей.
events-problem-no-repeat = Укажите, как часто событие повторяется, или уберите конец серии.
events-problem-until-and-count = Укажите либо дату конца серии, либо сколько раз она проходит. Уберите **until** или **count**.
events-problem-until-soon = Серия закончится раньше, чем начнётся. Выберите более поздний конец.
events-problem-count = Серия может пройти от 1 до { $most } раз.
events-problem-reminders = Напоминаний может быть не больше { $most }.
events-problem-early = Напоминания и конец записи возможны не раньше чем за 30 дней до начала.
events-draft-gone = Этот предпросмотр больше не хранится. Используйте `/event create` ещё раз.
events-published-before = Это событие уже опубликовано.
events-cancelled-before = Этот предпросмотр отменён.
events-preview = Так карточка будет выглядеть в { $channel }. Пока её видите только вы.
events-preview-ping = Роль { $role } будет упомянута.
events-preview-ping-count =
    { $count ->
        [one] Роль { $role } будет упомянута: { $count } человек.
        [few] Роль { $role } будет упомянута: { $count } человека.
        [many] Роль { $role } будет упомянута: { $count } человек.
       *[other] Роль { $role } будет упомянута: { $count } человека.
    }
events-preview-lacks = Не хватает права { $permission }, поэтому часть этого не сработает. Его может дать тот, кто управляет сервером: Настройки сервера → Роли.
events-preview-at = { $at }
events-and = { $before }, { $next }
events-preview-next = **Ближайшие:** { $times }
events-preview-clocks = Перед этой датой ({ $at }) переводят часы. Событие по-прежнему начинается в { $time } ({ $zone }).
events-preview-listed = Событие появится и в списке событий сервера.
events-preview-hidden = В списке событий сервера его не будет: этот канал видят не все.
events-preview-not-yours = В списке событий сервера его не будет: у вас нет права { $permission }.
events-preview-not-listed = В списке событий сервера его не будет.
events-publish = Опубликовать
events-hide-address = Скрыть адрес
events-show-address = Показать адрес
events-by-weekday = Тот же день недели
events-by-date = То же число
events-cancel-draft = Отмена
events-draft-cancelled = Отменено. Ничего не опубликовано.
events-published = «{ $title }» (событие № { $number }) опубликовано в { $channel }. Начало: { $starts }
events-published-soon = «{ $title }» (событие № { $number }) вот-вот появится в { $channel }. Начало: { $starts }
events-published-not-posted = «{ $title }» (событие № { $number }) создано, но его карточки нет в { $channel }. Начало: { $starts }
events-image = Изображение события
events-when = **Когда:** { $starts } ({ $away }), { $length }
events-where = **Где:** { $place }
events-place-channel = { $channel }
events-place-words = { $place }
events-place-hidden = Адрес увидят те, кто придёт
events-repeats = **Повторяется:** { $rhythm }
events-repeat-daily = каждый день
events-repeat-weekly = каждую неделю ({ $weekday })
events-repeat-biweekly = каждые 2 недели ({ $weekday })
events-repeat-monthly = каждый месяц, число: { $day }
events-repeat-weekday = каждый месяц ({ $weekday }, { $nth })
events-nth-1 = первый такой день месяца
events-nth-2 = второй такой день месяца
events-nth-3 = третий такой день месяца
events-nth-4 = четвёртый такой день месяца
events-nth-last = последний такой день месяца
events-for-role = **Только для роли** { $role }
events-cutoff = **Запись до:** { $at }
events-going-of = **Придут:** { $count } из { $capacity }
events-going-count = **Придут:** { $count }
events-group-of = · { $group }: { $count } из { $capacity }
events-group-count = · { $group }: { $count }
events-maybe-count = **Возможно:** { $count }
events-waiting-count = **В листе ожидания:** { $count }
events-card = Событие № { $number }
events-card-draft = Так будет выглядеть карточка
events-card-running = Событие № { $number } · идёт сейчас
events-card-ended = Событие № { $number } · закончилось
events-card-series-over = Событие № { $number } · закончилось, серия завершена
events-card-skipped = Событие № { $number } · в этот раз не состоится
events-card-cancelled = Событие № { $number } · отменено
events-going = Приду
events-maybe = Возможно
events-cant = Не смогу
events-remind-me = Напомнить мне
events-own-none = Вашего ответа на это событие ещё нет.
events-own-going = Вы придёте на «{ $title }»: { $starts } ({ $away }).
events-own-maybe = Вы, возможно, придёте на «{ $title }»: { $starts } ({ $away }).
events-own-cant = Вы не сможете прийти на «{ $title }»: { $starts } ({ $away }).
events-own-waiting = На «{ $title }» нет свободных мест. Начало: { $starts } ({ $away }). Ваш номер в листе ожидания: { $place }. Когда место освободится, я пришлю личное сообщение.
events-own-group = Группа: { $group }
events-own-guests = Гости: { $count }
events-own-address = Адрес: { $address }
events-own-every-time = Запись действует и на следующие разы.
events-only-this-time = Только в этот раз
events-every-time = Каждый раз
events-choose-group = В какой группе вы придёте на «{ $title }»?
events-choose-group-menu = Выберите группу
events-seats-open = Без ограничения мест
events-seats-none = Мест нет: вы попадёте в лист ожидания
events-seats-free =
    { $count ->
        [one] { $count } свободное место
        [few] { $count } свободных места
        [many] { $count } свободных мест
       *[other] { $count } свободного места
    }
events-guests-menu = Сколько гостей с вами?
events-guests-option =
    { $count ->
        [0] Без гостей
        [one] { $count } гость
        [few] { $count } гостя
        [many] { $count } гостей
       *[other] { $count } гостя
    }
events-reminder-on = Перед «{ $title }» я пришлю личное сообщение. За сколько до начала: { $spans }. Чтобы отменить, нажмите кнопку ещё раз.
events-reminder-none = У «{ $title }» нет напоминаний. Если событие изменят или отменят, придёт личное сообщение. Чтобы отменить, нажмите кнопку ещё раз.
events-reminder-off = Напоминаний о «{ $title }» больше не будет.
events-note-reminder = **{ $title }**: начало { $away } ({ $starts }).
events-dm-reminder = **{ $title }** на сервере { $server }: начало { $away } ({ $starts }).
events-note-edited = **{ $title }**: есть изменения. Начало: { $starts } ({ $away }). На карточке всё уже обновлено.
events-dm-edited = **{ $title }** на сервере { $server }: есть изменения. Начало: { $starts } ({ $away }).
events-note-moved = **{ $title }**: время изменилось. Теперь начало: { $starts } ({ $away }).
events-dm-moved = **{ $title }** на сервере { $server }: время изменилось. Теперь начало: { $starts } ({ $away }).
events-note-cancelled = **{ $title }**: событие отменено. Начало было назначено: { $starts } ({ $away }).
events-dm-cancelled = **{ $title }** на сервере { $server }: событие отменено. Начало было назначено: { $starts } ({ $away }).
events-note-skipped = **{ $title }**: в этот раз не состоится ({ $starts }, { $away }). Серия продолжается.
events-dm-skipped = **{ $title }** на сервере { $server }: в этот раз не состоится ({ $starts }, { $away }). Серия продолжается.
events-note-organizer = { $organizer } — всем записавшимся на **{ $title }** ({ $starts }, { $away }):
events-dm-promoted = Для вас появилось место: **{ $title }** на сервере { $server }, { $starts } ({ $away }). Если не получится прийти, нажмите **Не смогу** на карточке.
help-event-create = Например: `/event create title:Рейд starts:пятница 19:00 capacity:10 repeat:weekly`
command-event = Создавать события, разовые и регулярные, и управлять ими
command-event-create = Создать событие; карточку вы увидите раньше всех
command-event-create-title = Название
command-event-create-starts = Начало, например «пятница 19:00» или «через 2 дня»
command-event-create-duration = Сколько длится, например «90 мин» [1 час]
command-event-create-place = Где встречаются
command-event-create-channel = Голосовой канал или трибуна, или где опубликовать [канал событий или здесь]
command-event-create-address = Адрес, если встреча очная
command-event-create-capacity = Сколько человек может прийти [сколько угодно]; остальные ждут места
command-event-create-groups = Группы записи и места в них, например «докладчик 3; слушатель»
command-event-create-guests = Сколько гостей может привести каждый [0]
command-event-create-repeat = Как часто проходит [один раз]
command-event-create-until = Когда заканчивается серия, например «31 декабря»
command-event-create-count = Сколько раз проходит серия
command-event-create-remind = Когда напоминать, например «24 ч, 1 ч» или «нет» [24 ч, 1 ч]
command-event-create-for_role = Кто может прийти [все]
command-event-create-cutoff = За сколько до начала закрыть запись, например «2 ч» [никогда]
command-event-create-image = Изображение для карточки
command-event-create-description = О чём оно
command-event-create-ping = Роль, которую упомянуть при публикации
command-event-create-post = Где опубликовать карточку, если выбран голосовой канал или трибуна
choice-monthly-on-the-same-weekday = каждый месяц, тот же день недели
choice-voice = голосовой канал
choice-stage = трибуна
choice-in_person = очная встреча
events-no-change = Укажите, что изменить, например название или начало.
events-started-before = Событие уже началось, поэтому его начало не изменить.
events-no-series = Это событие проходит один раз, других дат у него нет. Не указывайте дату или используйте `/event cancel` или `/event move`.
events-no-occurrence = В серии нет такой даты. Выберите из списка.
events-day-taken = В этот день серия уже проходит. Выберите другой день.
events-before-earlier = Более ранние даты остаются, поэтому новое начало должно быть позже них. Выберите более поздний день.
events-nobody = Никто не записан.
events-export-large = Файл события № { $number } слишком велик для Discord.
events-export = Все, кто ответил на событие № { $number } «{ $title }».
events-edited = «{ $title }» (событие № { $number }) изменено. Все записавшиеся узнают об этом.
events-edited-from = «{ $title }» (событие № { $number }) изменено начиная с этой даты: { $starts }
    Более ранние даты не изменились.
events-edited-once = Изменена одна дата серии «{ $title }» (событие № { $number }): { $starts }
    Остальные не изменились.
events-cancelled-now = «{ $title }» (событие № { $number }) отменено. Все записавшиеся узнают об этом.
events-skipped = Эта дата серии «{ $title }» (событие № { $number }) пропущена. Серия продолжается.
events-moved = «{ $title }» (событие № { $number }) перенесено: { $starts }
events-offer = № { $number } { $title }
events-offer-cancelled = № { $number } { $title } (отменено)
events-offer-ended = № { $number } { $title } (закончилось)
events-panel = Участники: { $title }
events-panel-when = { $starts }, { $away }
events-panel-empty = Пока никто не ответил.
events-panel-going = Придут
events-panel-group = Придут, группа «{ $group }»
events-panel-no-group = Придут, без группы
events-panel-waiting = Лист ожидания
events-panel-maybe = Возможно
events-panel-cant = Не смогут
events-panel-line = **{ $head } ({ $count }):** { $names }
events-member = { $member }
events-member-guests = { $member } +{ $count }
events-and-more = { $names } и ещё { $count }
events-message = Написать участникам
events-pick = Выбрать случайно
events-refresh = Обновить
events-move-up = Перевести из листа ожидания
events-move-up-option = Номер в листе: { $place } ({ $id })
events-form-message = Сообщение участникам
events-form-message-text = Ваше сообщение
events-form-pick = Выбрать участников
events-form-pick-count = Сколько из тех, кто придёт
events-pick-number = Напишите, скольких выбрать, например 3.
events-picked = Случайный выбор для «{ $title }»: { $names }
events-sent =
    { $count ->
        [one] Сообщение о «{ $title }» отправляется в ветку события: { $count } человек.
        [few] Сообщение о «{ $title }» отправляется в ветку события: { $count } человека.
        [many] Сообщение о «{ $title }» отправляется в ветку события: { $count } человек.
       *[other] Сообщение о «{ $title }» отправляется в ветку события: { $count } человека.
    }
help-event-edit = Например: `/event edit event:3 starts:пятница 20:00`
help-event-cancel = Например: `/event cancel event:3`
help-event-clone = Например: `/event clone event:3 starts:пятница 19:00`
help-event-skip = Например: `/event skip event:3 date:2026-12-25`
help-event-move = Например: `/event move event:3 starts:суббота 19:00`
help-event-attendees = Например: `/event attendees event:3`
help-event-export = Например: `/event export event:3`
command-event-edit = Изменить событие; все записавшиеся узнают
command-event-edit-event = Какое событие, по номеру или названию
command-event-edit-title = Название
command-event-edit-starts = Начало, например «пятница 19:00»
command-event-edit-duration = Сколько длится, например «90 мин»
command-event-edit-place = Где встречаются
command-event-edit-channel = Голосовой канал или трибуна
command-event-edit-address = Адрес, если встреча очная
command-event-edit-capacity = Сколько человек может прийти; 0: сколько угодно
command-event-edit-groups = Группы записи и места в них, например «докладчик 3; слушатель»
command-event-edit-guests = Сколько гостей может привести каждый
command-event-edit-remind = Когда напоминать, например «24 ч, 1 ч» или «нет»
command-event-edit-for_role = Кто может прийти
command-event-edit-cutoff = За сколько до начала закрыть запись, например «2 ч»
command-event-edit-description = О чём оно
command-event-edit-scope = Какие даты серии [эта и все следующие]
command-event-edit-date = С какой даты серии [ближайшая]
choice-this-and-all-later = эта и все следующие
choice-only-this-one = только эта
command-event-cancel = Отменить событие со всеми следующими датами; все записавшиеся узнают
command-event-cancel-event = Какое событие, по номеру или названию
command-event-clone = Создать событие по образцу прежнего
command-event-clone-event = Какое событие, по номеру или названию
command-event-clone-starts = Начало, например «пятница 19:00»
command-event-skip = Пропустить одну дату серии; остальные останутся
command-event-skip-event = Какое событие, по номеру или названию
command-event-skip-date = Какая дата [ближайшая]
command-event-move = Перенести одну дату серии или событие; остальные останутся
command-event-move-event = Какое событие, по номеру или названию
command-event-move-starts = Начало, например «пятница 19:00»
command-event-move-date = Какая дата [ближайшая]
command-event-attendees = Показать записавшихся, написать им и дать места
command-event-attendees-event = Какое событие, по номеру или названию
command-event-export = Скачать список записавшихся
command-event-export-event = Какое событие, по номеру или названию
