## moderation
note-saved = Заметка о { $member } записана: случай № { $number }. Её видит только команда сервера.
note-empty = В заметке нужны слова. Напишите, о чём команде стоит помнить.
case-none = На этом сервере нет случая № { $number }. Какие есть, покажет `/case list`.
case-not-a-day = «{ $typed }» — такую дату я не могу прочитать. Напишите, например, 2026-11-20 или 20.11.2026.
case-empty-range = Промежуток кончается раньше, чем начинается. Поменяйте местами `from` и `to`.
case-title = Случай № { $number }: { $kind }
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
case-line = **№ { $number }** { $kind } · { $member } · { $ago } · кто: { $actor } · { $reason }
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
warn-choose-rule = Правило
notify-dm = Личным сообщением
notify-channel = Строкой в канале, открыть которую может только этот человек
notify-none = Ничего не сообщать
warn-preview-title = **Предупредить { $member }? Пока ничего не отправлено.**
warn-preview-changed = **С прошлого взгляда что-то изменилось. Посмотрите ещё раз, прежде чем подтвердить.**
warn-preview-earlier = Раньше: { $counts }; последний раз { $at }.
warn-preview-earlier-none = Раньше: ничего не записано.
warn-preview-lately = Только что: { $acts }.
warn-preview-lately-none = Только что: за последние 10 минут никто ничего не делал.
warn-preview-act = { $kind } от { $actor } { $ago } (случай № { $number })
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
draft-confirmed = Это уже подтверждено ({ $actor }): случай № { $number }, { $member }, { $at }.
draft-gone = Этого предпросмотра больше нет, поэтому ничего не сделано. Используйте `/warn` ещё раз.
done-recorded = **Записано: { $kind }, { $member }, случай № { $number }.**
done-points = Сейчас в силе { $points }.
done-line = · { $state }
done-replaces = заменяет случай № { $number }
done-no-log = Журнала модерации пока нет. Канал для него выбирает `/setup set` с `mod_log`.
done-log-failed = · Записать это в журнал модерации, { $channel }, не удалось. { $why }
done-log-gone = · Канала журнала модерации больше нет, поэтому туда это не записано. Другой канал выбирает `/setup set` с `mod_log`.
done-decision-unposted = · Что дальше, решают менеджеры, но им никто не сообщил: в журнале модерации этого нет. Решить можно в `/case view { $number }`.
undone = **Случай № { $number } о { $member } аннулирован.** Он больше не считается.
undo-of-others = Случай № { $number } записали не вы, отменить его так нельзя. Аннулировать его могут менеджеры.
case-of-others = Случай № { $number } записан участником { $by }: изменить его может только он или менеджер. Обратитесь к ним.
undo-late = «Отменить» действует десять минут, а случай № { $number } старше.
act-line = { $kind }, случай № { $number }: { $state }
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
act-replaced = заменено случаем № { $number }
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
notice-footer = Случай № { $number }. Ответы здесь никто не читает.
notice-in-channel = { $member }, у модераторов есть для вас записка.
notice-in-channel-withdrawn = { $member }, модераторы отозвали записку. Читать больше нечего.
notice-withdrawn-text = Модераторы это отменили. Это было { $at }; больше это не считается.
notice-withdrawn-appeal = **Ваша апелляция принята.**
notice-withdrawn-back = Бан снимается. После этого вернуться можно по приглашению.
notice-withdrawal = **Модераторы { $server } отменили { $kind ->
        [timeout] ваш тайм-аут
        [kick] ваше исключение
        [ban] ваш бан
       *[warn] ваше предупреждение
    }.** Это было { $at }; больше это не считается.
record-title = Ваши записи на сервере { $server }
record-points = Сейчас у вас { $points }.
record-line = **№ { $number }** { $kind } · { $ago } · { $reason }
record-line-counts = { $line } · { $counts }
record-counts = { $points } до { $until }
record-expired = больше не считается
record-withdrawn = отменено
case-title-voided = Случай № { $number }: { $kind }, аннулировано
case-weight = Тяжесть
case-weight-counts = { $severity }, { $name }: { $points } до { $until }
case-weight-expired = { $severity }, { $name }: { $points }, срок вышел { $until }
case-weight-void = { $severity }, { $name }: больше не считается
case-cause = Следует из
case-number = случай № { $number }
case-act = В Discord
case-followed = Что последовало
case-notice = Уведомление
case-voided = Аннулировано
case-voided-by = { $by }, { $at }
case-voided-because = { $by }, { $at }: { $reason }
decision-title = Нужно решение
decision-text = { $member }: { $points }, достигнута ступень ({ $rung }): { $step }. Случай № { $number }, запись: { $actor }.
decision-outcome = Решено
decision-open = решать, что дальше, попросили менеджеров
decision-acted = { $by } принимает решение { $at }: случай № { $number }
decision-dismissed = { $by } решает { $at }, что больше ничего не будет
decision-withdrawn = предупреждение аннулировано, решать нечего
decision-nothing = После случая № { $number } для { $member } больше ничего не последует. Баллы остаются.
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
needs-kick-members = выгонять участников
needs-ban-members = банить участников и снимать баны
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
timeout-longer-case = У { $member } уже идёт тайм-аут до { $until }: случай № { $number }. Этот его не продлил бы, поэтому ничего не сделано. Длительность меняет `/case edit`, снимает `/untimeout`.
untimeout-none = У { $member } нет тайм-аута, снимать нечего.
ban-length-unread = Не понимаю длительность «{ $typed }». Напишите, например, 12ч, 7д или 6 мес. Без длительности бан бессрочный.
ban-length-short = «{ $typed }» — слишком мало. Бан длится хотя бы 1 минуту, например 12ч или 7д.
ban-length-long = «{ $typed }» — слишком много. Временный бан длится не больше 5 лет. Чтобы забанить бессрочно, не указывайте `duration`.
ban-before = { $member }: бан уже действует, и поставлен он не мной. Сначала снимите его: `/unban`.
ban-before-case = { $member }: бан уже действует, случай № { $number }. Его снимает `/unban`.
ban-before-longer = { $member }: бан уже действует (случай № { $number }) и закончится: { $until }. Новый не был бы длиннее. `/case edit` меняет длительность, `/unban` снимает бан.
unban-none = { $member }: бана нет, снимать нечего.
act-deletes = сообщения этого человека за { $span } удалены
act-deletes-by-ban = сообщения этого человека за { $span } удалены. Для этого был поставлен и сразу снят бан, так что вернуться можно
act-letting-in = кик сделан. Бан, который удаляет сообщения, ещё снимается
act-left-banned = кик сделан. Есть ещё один бан, отдельный от этого кика, поэтому он не снят
act-not-let-in = кик сделан, но бан, который удалил сообщения, снять не удалось, и он ещё действует. { $why } Я пробую снова каждый час, а `/unban` снимет его сразу.
kick-needs-ban = Discord удаляет сообщения только вместе с баном, поэтому мне пришлось бы на миг забанить этого человека. Для этого мне нужно право { $permission } (Настройки сервера → Роли). Чтобы выгнать без этого, не указывайте `delete_messages`.
case-deleted = Сообщения
case-state-in-force-until = действует до: { $until }
history-banned = Бан, случай № { $number }.
history-banned-until = Бан закончится: { $until } (случай № { $number }).
edit-not-banned = Бан случая № { $number } больше не действует, поэтому ничего не изменено. Новый ставит `/ban`.
edit-ban-over = Бан считается с начала ({ $at }), с такой длительностью он бы уже закончился { $ago }. Ничего не изменено. Укажите больше или снимите его через `/unban`.
edit-done-ends = · закончится: { $until }; раньше срока не было
case-edit-endless = { $by }, { $at }; прежде срока не было
notice-ban-until = **Вас банят на сервере. Бан закончится: { $until }.** После этого вернуться можно по приглашению.
notice-ban-lifted = **Бан, связанный с этим случаем, снят.** Вернуться можно по приглашению.
notice-ban-replaced = **Этот бан заменён случаем № { $number }: бан без срока.**
notice-ban-replaced-until = **Этот бан заменён случаем № { $number }. Бан закончится: { $until }.** После этого вернуться можно по приглашению.
notice-kick-failed = **Кика всё же не было: вы остаётесь на сервере.**
notice-ban-failed = **Бана всё же не было.**
act-not-moved = действует до { $until }: другого срока Discord пока не принял. { $why }
act-lapsed = не действует с { $since }: срок вышел раньше, чем его удалось продлить; сейчас он продлевается
act-lapsed-why = не действует с { $since }: срок вышел, и продлить не удалось. { $why }
act-resumed = { $state }; с { $since } по { $until } он не действовал, потому что продлить его не удавалось
case-line-bare = **№ { $number }** { $kind } · { $member } · { $ago } · кто: { $actor }
case-what-state = { $kind } ({ $state })
case-what-voided = ~~{ $kind }~~ (аннулировано)
case-state-waiting = в пути
case-state-in-force = действует
case-state-lifting = снимается
case-state-still-banned = бан ещё не снят
case-state-failed = не сделано
case-state-unknown = неясно
case-state-lifted = снято
case-state-ended = закончилось
case-state-superseded = изменено кем-то другим
case-state-replaced = заменено случаем № { $number }
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
history-timeout-case = Тайм-аут до { $until }, случай № { $number }.
history-timeout-unasked = По записям идёт тайм-аут до { $until }; Discord сейчас не ответил.
history-unasked = Есть ли сейчас тайм-аут, неизвестно: Discord не ответил.
history-line = **№ { $number }** { $kind } · { $ago } · кто: { $actor } · { $reason }
history-line-bare = **№ { $number }** { $kind } · { $ago } · кто: { $actor }
mycases-empty = О вас на сервере { $server } ничего не записано.
record-rule = Правило: { $rule }
record-until = действует до { $until }
record-bare = **№ { $number }** { $kind } · { $ago }
ladder-title = Что следует из предупреждений
ladder-weights = Лёгкое предупреждение добавляет { $minor }, серьёзное { $serious }, тяжёлое { $severe }. Считаются они { $span }.
ladder-rung = **{ $points }**: { $step }
ladder-none = Само собой здесь ничего не следует: каждый раз решают модераторы.
ladder-own-none = Баллов в силе у вас сейчас нет.
edit-nothing = Скажите, что изменить: `reason` меняет слова, `duration` — длительность тайм-аута или бана, считая от начала.
edit-voided = Случай № { $number } аннулирован и остаётся как есть.
edit-same = В случае № { $number } так уже и написано, ничего не изменено.
edit-no-duration = Длительность есть только у тайм-аута и бана, а случай № { $number } — другое ({ $kind }). Изменить там можно причину.
edit-not-running = Тайм-аут случая № { $number } больше не идёт, поэтому ничего не изменено. Новый начинает `/timeout`.
edit-over = Тайм-аут считается от { $at }, с такой длительностью он бы уже закончился { $ago }, поэтому ничего не изменено. Укажите больше или снимите его через `/untimeout`.
edit-done = **Случай № { $number } о { $member } изменён.**
edit-done-reason = · теперь в нём: { $reason }
edit-done-until = · закончится { $until }, а не { $before }
edit-moved = · изменено и то, что человеку сообщили
edit-moves = · сообщённое человеку изменится, как только об этом узнает Discord
case-edits = Изменения
case-edit-reason = { $by }, { $at }; прежде: { $before }
case-edit-until = { $by }, { $at }; прежде должно было закончиться { $before }
case-links = Связано
link-itself = Случай не связывают с ним самим. Укажите номер другого.
link-before = Случаи № { $number } и № { $other } уже связаны.
link-done = Случаи № { $number } и № { $other } связаны: каждый показывает другой.
void-question = **Аннулировать случай № { $number } о { $member }? Пока ничего не изменено.**
void-question-acts = То, что он сделал, ещё в силе:
void-question-how = «Аннулировать и снять» снимет и это, «Только аннулировать» оставит как есть. В любом случае случай № { $number } больше не считается, и человек об этом узнает, если ему сообщали.
void-cancelled = Ничего не изменено. Случай № { $number } в силе.
void-gone = Этого вопроса больше нет, поэтому ничего не сделано. Используйте `/case void` ещё раз.
void-before = Случай № { $number } уже аннулирован: { $by }, { $at }.
void-stands = · случай № { $number } остаётся. Аннулировать и его можно через `/case void`.
void-beside = случай № { $number } остаётся в силе
void-beside-until = случай № { $number } остаётся в силе, его срок: { $until }
void-no-reason = Напишите, почему случай аннулируется; это читает только команда.
button-void-and-lift = Аннулировать и снять
button-void-only = Только аннулировать
notice-timeout-lifted = **Тайм-аут, который к этому прилагался, снят.**
notice-withdrawal-lifted = { $kind ->
    [ban] Бан снимается.
   *[timeout] Тайм-аут снимается.
}
notice-withdrawal-stays = Тайм-аут остаётся до { $until }.
notice-still-timed-out = Другой тайм-аут ещё действует (случай № { $number }). Он закончится: { $until }.
notice-still-banned = Другой бан ещё действует (случай № { $number }).
notice-still-banned-until = Другой бан ещё действует (случай № { $number }). Он закончится: { $until }.
command-timeout = Отправить участника в тайм-аут, сразу
command-timeout-member = Кого
command-timeout-duration = На сколько: 2ч, 1д 12ч, 30 мин; не больше года
command-timeout-reason = Что произошло; участник это прочтёт
command-untimeout = Снять тайм-аут участника, кто бы его ни поставил
command-untimeout-member = С кого снять тайм-аут
command-untimeout-reason = Почему; видит только команда
command-kick = Выгнать участника с сервера; вернуться можно по приглашению
command-kick-member = Кого выгнать
command-kick-reason = Что произошло; участник это прочтёт
command-kick-delete_messages = Какие сообщения этого человека удалить; если не указать, никакие
command-ban = Сразу забанить, даже того, кого нет на сервере
command-ban-user = Кого забанить: имя или ID
command-ban-reason = Что произошло; этот человек это прочтёт
command-ban-duration = На сколько: 12ч, 7д, 6 мес; без длительности — бессрочно
command-ban-delete_messages = Какие сообщения этого человека удалить; если не указать, никакие
command-unban = Снять бан, кто бы его ни поставил
command-unban-user = С кого снять бан: имя или ID
command-unban-reason = Почему; видит только команда
choice-no-messages = никакие
choice-last-hour = за час
choice-last-6-hours = за 6 часов
choice-last-day = за день
choice-last-3-days = за 3 дня
choice-last-7-days = за 7 дней
command-history = Посмотреть, что записано об участнике и что у него сейчас в силе
command-history-member = О ком
menu-history = Что записано
command-mycases = Посмотреть, что на этом сервере записано о вас
command-mycases-server = Какой сервер; нужно только в личных сообщениях, если их несколько
command-ladder = Посмотреть, что следует из предупреждений и сколько у вас баллов
command-case-edit = Изменить слова случая или длительность тайм-аута или бана
command-case-edit-number = Его номер, например 12
command-case-edit-reason = Что в нём будет написано
command-case-edit-duration = Сколько тайм-аут или бан длится всего, от начала: 2ч, 7д
command-case-void = Аннулировать случай: он больше не считается, но остаётся в записях
command-case-void-number = Его номер, например 12
command-case-void-reason = Почему; видит только команда
command-case-link = Связать случай с другим
command-case-link-number = Номер одного, например 12
command-case-link-other = Номер другого

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
# Удаление сообщений и медленный режим
button-purge = Удалить
purge-title = **Удалить { $messages } в канале { $channel }? Пока ничего не удалено.**
purge-messages = { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
    [many] { $count } сообщений
   *[other] { $count } сообщения
}
purge-from = Авторы: { $people }
purge-author = { $member } ({ $count })
purge-and = { $names }, { $next }
purge-others = { $count ->
    [one] ещё { $count } человек
    [few] ещё { $count } человека
    [many] ещё { $count } человек
   *[other] ещё { $count } человека
}
purge-nobody = никто
purge-span = Самое старое: { $oldest }. Самое новое: { $newest }.
purge-fewer = Запрошено: { $asked }. Найдено: { $found }. Я смотрю последние 1000 сообщений, не старше 14 дней.
purge-pinned = Закреплённые сообщения останутся: { $count }.
purge-unread = Сообщения, текста которых я не вижу, останутся: { $count }. Discord показывает его мне, только если для меня включён «Message Content Intent» в Developer Portal.
purge-later = Сообщения, которые появятся с этого момента, удалены не будут.
purge-none = В канале { $channel } нечего удалять: за последние 14 дней нет подходящих сообщений или все они закреплены.
purge-none-unread = Не могу определить, в каких сообщениях канала { $channel } есть ссылки: Discord не показывает мне их текст. Уберите `contains_link` или попросите владельца бота включить «Message Content Intent» в Developer Portal.
purge-unanswered = Discord не успел показать мне канал { $channel }, поэтому ничего не сделано. Попробуйте ещё раз чуть позже.
purge-draft-gone = Этот предпросмотр больше не хранится, поэтому ничего не удалено. Используйте `/purge` ещё раз.
purge-before = По этому предпросмотру сообщения уже удалены. Чтобы удалить другие, используйте `/purge` ещё раз.
purge-cancelled = Отменено. Ничего не удалено.
purge-deleted = Удалено в канале { $channel }: { $messages }.
purge-failed = Не удалено: { $messages }. { $why }
purge-refused = У меня больше нет права «Управлять сообщениями» в канале { $channel }. Дайте его там моей роли (настройки канала → Права доступа) и используйте `/purge` для остальных.
purge-unknown = Discord не подтвердил удаление: { $messages }. Проверьте канал { $channel }, прежде чем пробовать снова.
purge-open = Ещё удаляется: { $messages }.
purge-log-title = Сообщения удалены
purge-log-member = Автор: { $member }
purge-log-people = Авторов: { $count }
purge-log-by = Кем удалено: { $actor }
purge-log-at = Когда: { $at }
slowmode-off = выключен
slowmode-done = Медленный режим в канале { $channel }: { $now }. Раньше: { $before }.
slowmode-same = Медленный режим в канале { $channel } уже такой: { $now }.
slowmode-open = Медленный режим в канале { $channel } устанавливается: { $now }. Раньше: { $before }.
slowmode-failed = Медленный режим в канале { $channel } не изменён, он остаётся таким: { $before }. { $why }
slowmode-unknown = Discord не подтвердил это. Проверьте медленный режим канала { $channel }, прежде чем пробовать снова.
slowmode-unread = Не понимаю длительность «{ $typed }». Напишите, например, 10с, 5 мин или 2ч, или off.
slowmode-short = «{ $typed }» — слишком мало. Медленный режим — не меньше 1 секунды. Чтобы выключить его, напишите off.
slowmode-long = «{ $typed }» — слишком много. Медленный режим — не больше 6 часов.
needs-manage-messages = удалять сообщения по команде `/purge`
needs-slowmode = включать медленный режим по команде `/slowmode`
command-purge = Удалить последние сообщения канала; сначала видно, какие
command-purge-count = Сколько сообщений, не старше 14 дней
command-purge-member = Только сообщения этого человека
command-purge-contains_link = Только сообщения со ссылкой
command-purge-channel = Где (здесь)
command-slowmode = Задать паузу между сообщениями в канале
command-slowmode-interval = Интервал: 10с, 5 мин, 2ч, не больше 6 часов; или off
command-slowmode-channel = Где (здесь)
slowmode-log-title = Медленный режим изменён
slowmode-log-by = Кем установлен: { $actor }
slowmode-log-at = Когда: { $at }

# Закрытие каналов
lock-done = Канал { $channel } закрыт. Участники могут только читать, а команда сервера по-прежнему может писать. Вернуть всё как было: `/unlock`.
lock-thread-done = Ветка { $channel } закрыта. Писать в ней могут только те, кто управляет ветками. Открыть её — `/unlock`.
lock-again = После закрытия права канала были изменены вручную. Он снова закрыт, а `/unlock` вернёт то, что было сначала.
lock-open = Канал { $channel } закрывается.
lock-failed = Канал { $channel } не закрыт. { $why }
lock-unknown = Discord не подтвердил это. Проверьте канал { $channel }, прежде чем пробовать снова.
lock-gone = Канал удалён.
lock-before = Канал { $channel } уже закрыт: { $by }, { $ago }. Открыть его — `/unlock`.
lock-thread-before = Ветка { $channel } уже закрыта вручную. Откройте её в Discord через меню ветки.
lock-nothing = Участники и так не могут писать в канале { $channel }, закрывать нечего.
unlock-done = Канал { $channel } снова открыт, права такие же, как были.
unlock-thread-done = Ветка { $channel } снова открыта.
unlock-changed = Пока канал был закрыт, его права были изменены вручную. Эти изменения остаются.
unlock-open = Канал { $channel } открывается.
unlock-failed = Канал { $channel } всё ещё закрыт. { $why }
unlock-none = Через `/lock` канал { $channel } не закрыт. Если его закрыли вручную, откройте его: настройки канала → Права доступа.
unlock-before = Канал { $channel } уже открывается.
lock-log-title = Канал закрыт
lock-log-channel = Канал: { $channel }
lock-log-by = Кем закрыт: { $by }
lock-log-reason = Причина: { $reason }
lock-log-at = Когда: { $at }
lock-log-state = В Discord: { $state }
lock-state-locking = закрывается
lock-state-locked = закрыт
lock-state-unknown = Discord не подтвердил, проверьте
lock-state-unlocking = открывается
lock-state-unlocked = снова открыт ({ $at }): { $by }
lock-state-not-opened = всё ещё закрыт; попытка открыть: { $by }. { $why }
lock-state-failed = не закрыт. { $why }
lock-state-gone = канал удалён
lock-state-replaced = позже закрыт снова
needs-lock = закрывать и открывать каналы по командам `/lock` и `/unlock`
needs-lock-thread = закрывать и открывать ветки и включать в них медленный режим
command-lock = Закрыть канал: участники не пишут, команда пишет
command-lock-channel = Какой (этот)
command-lock-reason = Почему; видит только команда
command-unlock = Снова открыть закрытый канал с прежними правами
command-unlock-channel = Какой (этот)

mass-count = { $count ->
    [one] { $count } человека
    [2] { $count } человек
    [3] { $count } человек
    [4] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человек
}
mass-title-timeout = **Отправить в тайм-аут { $people }? Пока ничего не сделано.** На сколько: { $length }
mass-title-kick = **Выгнать { $people }? Пока ничего не сделано.**
mass-title-ban = **Забанить { $people }? Пока ничего не сделано.** На сколько: { $length }
mass-for-good = навсегда
mass-reason = Причина: { $reason }
mass-people = Кого: { $names }
mass-checked = После подтверждения я проверю каждого и пропущу тех, на кого у вас или у меня не хватает прав.
mass-untold = Сообщений никто не получит.
mass-unread = Не могу прочитать как ID или упоминание: { $words }. Напишите ID или упоминания через пробел.
mass-nobody = Никто не указан. Напишите ID или упоминания через пробел.
mass-too-many = Указано людей: { $count }. За один раз — не больше 200.
mass-for-managers = Указано людей: { $count }. Модераторам можно не больше 50 за один раз, менеджерам — 200.
mass-no-duration = Для тайм-аута нужна длительность. Например: 2ч или 7д.
mass-kick-duration = У кика нет длительности. Уберите её или выберите бан.
mass-draft-gone = Этот предпросмотр больше не хранится, поэтому ничего не сделано. Используйте `/mass` ещё раз.
mass-before = Это уже подтверждено. Что вышло — в журнале модерации.
mass-cancelled = Отменено. Ничего не сделано.
mass-log-title = { $act }, людей: { $count }
mass-log-by = Кто: { $actor }
mass-log-at = Когда: { $at }
mass-log-length = На сколько: { $length }
mass-done-timeout = В тайм-ауте: { $count }
mass-done-kick = Выгнано: { $count }
mass-done-ban = Забанено: { $count }
mass-not = Не сделано: { $count }
mass-unknown = Discord не подтвердил: { $count }
mass-open = Осталось: { $count }
mass-case = Случай № { $number }
mass-cases = Случаи № { $first }–{ $last }
mass-line = { $member }: { $state }
mass-line-case = { $member }, случай № { $number }: { $state }
mass-why-level = не сделано, модератору это больше нельзя
mass-why-oneself = не сделано, с собой так нельзя
mass-why-steward = не сделано, это я
mass-why-owner = не сделано, это владелец сервера
mass-why-bot = не сделано, это бот
mass-why-above = не сделано, этот человек не ниже модератора
mass-why-absent = не сделано, этого человека нет на сервере
mass-why-administrator = не сделано, это администратор
mass-why-steward-role = не сделано, моя высшая роль не выше роли этого человека
mass-why-steward-lacks = не сделано, у меня нет нужного права
mass-why-nobody = не сделано, такого ID нет
mass-why-before = ничего не изменилось, уже действует такой же или более долгий срок
button-mass-results = Итог по каждому
button-mass-refresh = Обновить
button-dismiss = Отклонить
brake-held = Больше 10 киков или банов за 10 минут может сделать только менеджер, поэтому это ждёт подтверждения: { $act }. Запрос менеджерам — в журнале модерации. Пока ничего не сделано.
brake-no-log = Больше 10 киков или банов за 10 минут может сделать только менеджер, поэтому нужно его подтверждение. Попросите менеджера сделать это или выбрать журнал модерации (`/setup set setting:mod_log`), где я смогу спросить.
brake-report = За последние 10 минут вы выгнали или забанили многих, поэтому этим должен заняться менеджер. Ничего не сделано.
brake-asks = **Больше 10 киков или банов за 10 минут: { $actor }. Дальше — только после подтверждения менеджера.**
brake-confirmed = Кем подтверждено: { $by }
brake-dismissed = Отклонено: { $by }. Ничего не сделано.
brake-late = Этому запросу больше суток, подтвердить его уже нельзя. Если это ещё нужно, сделайте заново.
command-mass = Тайм-аут, кик или бан для многих; сначала видно, кого
command-mass-act = Что сделать
command-mass-users = Кого: ID или упоминания, не больше 200
command-mass-reason = Что случилось; видит только команда
command-mass-duration = На сколько: 2ч, 7д; для тайм-аута обязательно, бан без срока — навсегда

case-source = Источник
case-by-hand = сделано вручную в Discord
case-by-automod = AutoMod
case-kind-automod = действие AutoMod
case-of-automod = Случай № { $number } записан по действию AutoMod: изменить его может только менеджер. Обратитесь к нему.
case-automod = Что сделал AutoMod
automod-block = заблокировано сообщений: { $times }
automod-alert = оповещений: { $times }
automod-timeout = тайм-аутов: { $times }
automod-other = других действий: { $times }
automod-channel = { $channel }
automod-where = где: { $channels }
automod-keywords = правило о словах
automod-spam = правило о спаме
automod-presets = правило об оскорбительных словах
automod-mentions = правило об упоминаниях
automod-profile = правило о профилях
automod-rule = правило
case-pruned = неактивных участников: { $count } (очистка)
needs-acts-by-hand = записывать как случаи тайм-ауты, кики и баны, сделанные вручную в Discord

## moderation, files
case-export = Файл со случаями: { $count }. Не передавайте его: в нём участники и модераторы.
case-export-hidden = Случаев с сообщением из канала, который вы не видите: { $count }. Эти сообщения в файл не вошли.
case-export-empty = Выгружать нечего: случаев нет. Уберите `from` и `to` или запишите первый случай: `/note`.
case-export-large = Случаев слишком много для одного файла в Discord. Выгрузите по частям: `from` и `to`.
import-title = Импортировать случаи: { $count }? Пока ничего не записано.
import-from = Файл: { $file } ({ $source })
import-new = Новое: { $counts }
import-days = С датами: { $first } – { $last }
import-known = Уже записано: { $count }
import-left-out = Пропущено: { $count }
import-cut = Причин длиннее 1000 знаков, они будут обрезаны: { $count }
import-nameless = Без модератора, поэтому будут записаны на меня: { $count }
import-unknown-columns = Незнакомые столбцы, они не учитываются: { $columns }
import-nothing = Импортировать нечего: все эти случаи уже записаны или не читаются.
import-quiet = Никто не получит сообщений, ни с кем ничего не произойдёт. У каждого случая останутся дата и модератор, а номер будет здешний.
import-without-points = Предупреждения не дают баллов.
import-with-points = Предупреждения дают баллы, считая от их даты.
import-line = **Строка { $place }** { $what }
import-entry = **Запись { $place }** { $what }
import-what = { $kind } · { $member } · { $at }
import-what-reason = { $what } · { $reason }
import-what-voided = ~~{ $what }~~
import-what-known = { $what } · уже записано
import-what-wrong = пропущено: { $why }
import-more = … и ещё не читается: { $count }
import-wrong-no-member = участник не указан
import-wrong-member = «{ $typed }» — не ID пользователя
import-wrong-no-kind = не указано, что было сделано
import-wrong-kind = такое я не записываю: «{ $typed }»
import-wrong-no-time = нет даты
import-wrong-time = не читается как дата: «{ $typed }»
import-wrong-early = дата раньше, чем появился Discord
import-wrong-ahead = дата в будущем
import-wrong-deleted = там этот случай удалён
import-wrong-server = это с другого сервера
import-unknown = Формат этого файла мне незнаком. Я читаю файлы из `/case export` и выгрузки Zeppelin, Red, Dyno, MEE6 и YAGPDB.
import-unknown-table = Столбцы этой таблицы мне незнакомы: { $columns }. Нужны `kind`, `member_id` и `at`, как в файле из `/case export`.
import-broken = Файл повреждён: строка { $line }, столбец { $column }. Выгрузите его заново и попробуйте ещё раз.
import-empty = В этом файле нет случаев.
import-too-many = В файле больше { $most } случаев. Разделите его и импортируйте части по очереди.
import-draft-gone = Этот предпросмотр больше не хранится, поэтому ничего не записано. Используйте `/case import` ещё раз.
import-before = Это уже подтверждено. Что вышло — в журнале модерации.
import-cancelled = Отменено. Ничего не записано.
import-done = **Импортировано случаев: { $count }.**
import-undone = **Отменено.** Импортированных случаев аннулировано: { $count }. Файл можно импортировать снова.
import-undone-before = Импорт отменён: { $by }, { $ago }. Случаи аннулированы.
import-undo-late = **Отменить** можно в течение 10 минут. Один случай аннулирует `/case void`.
import-undo-of-others = Отменить этот импорт может только { $by }. Один случай аннулирует `/case void`.
import-log-title = Импорт случаев
case-imported = Импорт
case-imported-from = источник: { $source }
case-imported-number = источник: { $source }, там № { $original }
case-imported-by = { $at }, кто: { $by }
button-with-points = Считать баллы
button-no-points = Без баллов
command-case-export = Выгрузить все случаи в файл
command-case-export-format = csv для таблиц, json для программ (csv)
command-case-export-from = С этого дня, например 2026-11-01 или 01.11.
command-case-export-to = По этот день включительно
command-case-import = Импортировать случаи из файла; сначала видно, какие
command-case-import-file = JSON или CSV: из /case export, Zeppelin, Red, Dyno, MEE6 или YAGPDB
