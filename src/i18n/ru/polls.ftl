## polls
poll-name = Опрос № { $number }
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
poll-few = Проголосовало меньше { $few } человек
poll-card-closed = Опрос закрыт
poll-old-card = Карточка опроса № { $number } опубликована снова. Голосовать можно там:
poll-card-edited = Изменён
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
poll-repeats = Этот опрос { $repeats }.
poll-repeats-daily = повторяется каждый день
poll-repeats-weekly = повторяется каждую неделю
poll-repeats-biweekly = повторяется раз в две недели
poll-repeats-monthly = повторяется каждый месяц
poll-repeats-never = не повторяется
poll-question-before = Когда голосовали первые участники, вопрос был: «{ $question }».
poll-reminder = Опрос № { $number }, «{ $question }», закроется { $ago } ({ $at }). Проголосовать можно на карточке выше.
poll-for = Для { $roles }
poll-for-members = { $count ->
    [one] Для тех, кто на этом сервере не меньше { $count } дня.
    [few] Для тех, кто на этом сервере не меньше { $count } дней.
   *[many] Для тех, кто на этом сервере не меньше { $count } дней.
}
poll-for-accounts = { $count ->
    [one] Для учётных записей не моложе { $count } дня.
    [few] Для учётных записей не моложе { $count } дней.
   *[many] Для учётных записей не моложе { $count } дней.
}
poll-seats = { $count ->
    [one] Побеждает { $count } вариант.
    [few] Побеждают { $count } варианта, у которых больше всего голосов.
   *[many] Побеждают { $count } вариантов, у которых больше всего голосов.
}
poll-seats-ranked = { $count ->
    [one] Побеждает { $count } вариант.
    [few] Побеждают { $count } варианта, подсчёт с передачей голосов.
   *[many] Побеждают { $count } вариантов, подсчёт с передачей голосов.
}
poll-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
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
poll-ballot-secret = Никто на этом сервере не может видеть, как вы проголосовали. Пока опрос открыт, это мог бы узнать владелец компьютера, на котором работает бот; после закрытия это станет невозможно. Если проголосует меньше 5 человек, результат не показывается.
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
poll-preview-images = Картинки будут под карточкой, с теми же номерами, что и варианты.
poll-preview-secret = Когда опрос откроется, тайну уже нельзя будет снять: никто не сможет узнать, кто как проголосовал, и вы тоже.
poll-preview-dates = Когда опрос закроется, дата, которая подходит большинству, станет событием. Его увидят все на сервере.
poll-preview-dates-hidden = Этот канал видят не все на сервере, поэтому события из выбранной даты не будет.
poll-preview-dates-lacks = У вас нет права { $permission }, поэтому события из выбранной даты не будет.
poll-preview-dates-none = События из выбранной даты не будет.
poll-preview-series = Серия: { $repeats }. Следующие опросы откроются: { $next }, { $then }. Закончить серию: `/poll edit` с `repeat: never`.
poll-not-opened = Опрос № { $number } в { $channel } не открыт. Его автор, { $author }, больше не в команде или не может там писать. Если опрос ещё нужен, там есть `/poll create` и `/poll repeat`.
poll-preview-ping = Будет упоминание { $role }, его { $count ->
    [one] увидит { $count } человек
    [few] увидят { $count } человека
   *[many] увидят { $count } человек
}.
poll-preview-ping-unknown = Будет упоминание { $role }; сколько человек его увидит, Discord не сказал.
poll-who-may = Кто может голосовать: все, если не выбрать роли
poll-publish = Опубликовать
poll-edit-options = Изменить варианты
poll-limits = Кто может голосовать
poll-limits-min-age = Дней на этом сервере; 0 — все
poll-limits-account-age = Дней учётной записи; 0 — любая
poll-limits-seats = Сколько вариантов побеждает
poll-cancel = Отмена
poll-options-title = За что голосовать
poll-options-label = Варианты, по одному в строке; от 2 до 25
poll-options-hint = Пятница
    Суббота
    Ни то ни другое
poll-scheduled = Опрос № { $number } откроется { $at } ({ $ago }) в { $channel }.
poll-opened = Опрос № { $number } открыт в { $channel }.
poll-opening = Опрос № { $number } записан и через мгновение появится в { $channel }. Если что-то помешает, об этом скажет `/poll list`.
poll-not-posted = Опрос № { $number } записан, но его сообщения в { $channel } нет: { $why }
poll-posted-again = Сообщение снова есть в { $channel }.
poll-cancelled = Ничего не опубликовано, предпросмотр убран.
poll-cancelled-before = Этот предпросмотр отменён. Новый сделает `/poll create`.
poll-published-before = Это уже опубликовано. Опрос есть в `/poll list`.
poll-draft-gone = Этого предпросмотра больше нет: он хранится сутки и только для того, кто его сделал. Новый сделает `/poll create`.
poll-closed-now = Опрос № { $number } закрыт, результат опубликован в { $channel }.
poll-closing = Опрос № { $number } закрыт, результат через мгновение появится в { $channel }.
poll-posting-again = Записано: через мгновение сообщение появится в { $channel }.
poll-called-off = Опрос № { $number } отменён до открытия; его никто не видел.
poll-ended-native = Discord заканчивает опрос № { $number } и сам покажет итог в { $channel }; в `/poll results` он появится, как только подсчёт станет окончательным.
poll-closed-not-posted = Опрос № { $number } закрыт, но его результата в { $channel } нет: { $why } Результат показывает `/poll results`.
poll-closed-before = Опрос № { $number } уже закрыт. Результат показывает `/poll results`.
poll-series-next = Следующий опрос этой серии откроется: { $at }. Закончить серию: `/poll edit` с `repeat: never`.
poll-edit-nothing = Ничего не изменится. Укажите, что изменить, например в параметре `question` или `quorum`.
poll-edit-native = Discord не даёт менять собственные опросы, когда они открыты. `/poll close` закончит опрос, `/poll create` создаст новый. Менять можно только `remind` и `repeat`.
poll-edit-open = Этот опрос уже открыт, его начало не изменить. Уберите `starts`.
poll-edit-options-stay = В опросе уже есть голоса, поэтому варианты, их число для выбора и число победителей не меняются. Можно изменить вопрос, круг участников, кворум, время закрытия, напоминание и серию. Чтобы спросить о других вариантах, закройте опрос через `/poll close` и создайте новый через `/poll create`.
poll-edit-preview = В опросе № { $number } в { $channel } уже есть голоса. Пока ничего не изменено. **Опубликовать** меняет карточку для всех:
poll-edit-preview-question = Карточка и результат покажут и тот вопрос, на который отвечали раньше.
poll-edit-preview-voters = Отданные голоса останутся, в том числе тех, кто после изменения не мог бы голосовать.
poll-edit-done = Опрос № { $number } изменён, это видно на карточке в { $channel }:
poll-edit-done-scheduled = Опрос № { $number } изменён до открытия в { $channel }:
poll-edit-told = Изменён ваш опрос № { $number }, «{ $question }», в { $channel }. Кто изменил: { $member }.
poll-edit-line = { $what }: { $was } → { $is }
poll-edit-value = { $what }: { $value }
poll-change-question = Вопрос
poll-change-options = Варианты
poll-change-pick = Сколько можно выбрать
poll-change-starts = Открытие
poll-change-closes = Закрытие
poll-change-voters = Кто может голосовать
poll-change-seats = Сколько побеждает
poll-change-min-age = Время на сервере
poll-change-account-age = Возраст учётной записи
poll-change-quorum = Кворум
poll-change-repeat = Серия
poll-change-remind = Напоминание
poll-edit-none = нет
poll-edit-most = не больше { $count }
poll-edit-exactly = ровно { $count }
poll-edit-before = за { $span } до закрытия
poll-edit-cancelled = Ничего не изменено.
poll-edit-gone = Этого предпросмотра больше нет: он хранится сутки и только для того, кто его сделал. Вызовите `/poll edit` ещё раз.
poll-edit-saved-before = Это изменение уже опубликовано.
poll-edit-cancelled-before = Это изменение отменено. Вызовите `/poll edit` ещё раз.
poll-extended = Опрос № { $number } закроется { $at } ({ $ago }), а не { $before }.
poll-native-closes = Discord не даёт переносить конец собственных опросов. `/poll close` закончит его сейчас.
poll-repeat-images = Картинки прошлого опроса не хранятся. Чтобы их показать, создайте опрос через `/poll create` и приложите их снова.
poll-dates-over = Одна из этих дат уже прошла. Укажите новые в `/poll dates`.
poll-dates-one = Дата только одна, выбирать не из чего. Напишите хотя бы две, через «;».
poll-fallback = Результат этого опроса не удалось показать в { $channel }: { $why }
poll-why-gone = канал или сообщение удалены. Нажмите **Отправить снова** или повторите опрос в другом канале через `/poll repeat`.
poll-fallback-card = Опрос № { $number } открыт, но его карточки в { $channel } нет, и проголосовать нельзя: { $why }
poll-how-ranked-exactly = Расставьте по порядку ровно { $count } вариантов, самый желанный первым; до закрытия опроса голос можно изменить или отозвать.
poll-ranking-none-exactly = Выберите самый желанный вариант. Голос будет засчитан, когда по порядку встанут варианты, всего { $count }.
poll-menu-exactly = Выберите ровно { $count }
poll-list-called-off = отменён до открытия
poll-list-closed-few = закрыт { $at }, голосов меньше { $few }
poll-none = Опроса «{ $typed }» здесь нет. Выберите из предложенных или посмотрите `/poll list`.
poll-none-here = В этом канале ещё не было опросов. Назовите опрос в параметре `poll` или посмотрите `/poll list`.
poll-none-open = В этом канале нет открытых опросов. Назовите опрос в параметре `poll` или посмотрите `/poll list`.
poll-several-open = В этом канале открыто несколько опросов. Назовите нужный в параметре `poll`.
poll-not-open = Этот опрос ещё не открыт.
poll-closed = Этот опрос закрылся { $at }, голоса больше не меняются. Результат опубликован в канале.
poll-not-eligible = Этот опрос для { $roles }. Как получить роль, знает тот, кто их здесь выдаёт.
poll-too-new-here = { $days ->
    [one] Этот опрос для тех, кто на сервере не меньше { $days } дня. Вы сможете проголосовать: { $from }
    [few] Этот опрос для тех, кто на сервере не меньше { $days } дней. Вы сможете проголосовать: { $from }
   *[many] Этот опрос для тех, кто на сервере не меньше { $days } дней. Вы сможете проголосовать: { $from }
}
poll-too-new-here-ever = { $days ->
    [one] Этот опрос для тех, кто на сервере не меньше { $days } дня. Для вас это время наступит, когда опрос уже закроется: { $from }
    [few] Этот опрос для тех, кто на сервере не меньше { $days } дней. Для вас это время наступит, когда опрос уже закроется: { $from }
   *[many] Этот опрос для тех, кто на сервере не меньше { $days } дней. Для вас это время наступит, когда опрос уже закроется: { $from }
}
poll-too-new-account = { $days ->
    [one] Этот опрос для учётных записей не моложе { $days } дня. Вы сможете проголосовать: { $from }
    [few] Этот опрос для учётных записей не моложе { $days } дней. Вы сможете проголосовать: { $from }
   *[many] Этот опрос для учётных записей не моложе { $days } дней. Вы сможете проголосовать: { $from }
}
poll-too-new-account-ever = { $days ->
    [one] Этот опрос для учётных записей не моложе { $days } дня. Для вас это время наступит, когда опрос уже закроется: { $from }
    [few] Этот опрос для учётных записей не моложе { $days } дней. Для вас это время наступит, когда опрос уже закроется: { $from }
   *[many] Этот опрос для учётных записей не моложе { $days } дней. Для вас это время наступит, когда опрос уже закроется: { $from }
}
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
poll-list-line = **№ { $number }** { $question } · { $channel } · { $state }
poll-list-scheduled = откроется { $at }
poll-list-open = открыт, закроется { $at }
poll-list-closed = закрыт { $at }, { $voters ->
    [0] никто не проголосовал
    [one] проголосовал { $voters } человек
    [few] проголосовали { $voters } человека
   *[many] проголосовало { $voters } человек
}
poll-list-no-card = Его карточки нет: { $why }
poll-offer-scheduled = № { $number } (ещё не открыт) { $question }
poll-offer-open = № { $number } (открыт) { $question }
poll-offer-closed = № { $number } (закрыт) { $question }
poll-export = Результаты опроса № { $number } таблицей.
poll-export-large = Результаты опроса № { $number } не помещаются в файл в Discord. Попросите их у владельца бота.
help-poll-create = Например: `/poll create question:В какой вечер? options:Пятница; Суббота closes:пятница 19:00`
help-poll-dates = Например: `/poll dates question:Когда играем? options:пятница 19:00; суббота 18:00`
help-poll-repeat = Например: `/poll repeat poll:3 closes:через 2 дня`
help-poll-close = Например: `/poll close poll:3`
help-poll-extend = Например: `/poll extend poll:3 closes:воскресенье 20:00`
help-poll-edit = Например: `/poll edit poll:3 question:Какой вечер вам подходит? remind:1 ч`
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
command-poll-create-channel = Где опубликовать [здесь]
command-poll-create-repeat = Как часто повторять [никогда]
command-poll-create-remind = За сколько до закрытия напомнить, например «1 ч» [не напоминать]
command-poll-dates = Найти удобное время: каждый выбирает всё, что подходит
command-poll-dates-question = Для чего ищем время
command-poll-dates-options = Даты через ; например «пятница 19:00; суббота 18:00»
command-poll-dates-closes = Когда закроется; через 3 дня, если не указать
command-poll-dates-voters = Кто может голосовать; другие роли можно добавить в предпросмотре
command-poll-dates-results = Когда видны результаты; в любое время, если не указать
command-poll-dates-ballot = Кто видит, как человек проголосовал; все, если не указать
command-poll-dates-ping = Кого упомянуть при открытии
command-poll-dates-channel = Где опубликовать [здесь]
command-poll-dates-remind = За сколько до закрытия напомнить, например «1 ч» [не напоминать]
command-poll-dates-min_age = Голосуют только те, кто на сервере не меньше стольких дней
command-poll-dates-account_age = Голосуют только учётные записи не моложе стольких дней
command-poll-repeat = Задать тот же вопрос снова; карточку вы увидите раньше всех
command-poll-repeat-poll = Какой опрос, по номеру или вопросу; последний здесь, если не указать
command-poll-repeat-closes = Когда закроется; через столько же, сколько в прошлый раз, если не указать
command-poll-repeat-starts = Когда откроется; сразу, если не указать
command-poll-close = Закрыть опрос сейчас; результат появится сразу
command-poll-close-poll = Какой опрос, по номеру или вопросу; открытый здесь, если не указать
command-poll-extend = Перенести конец открытого опроса
command-poll-extend-closes = Когда он закроется вместо этого: «пятница 19:00», «через 2 дня»
command-poll-extend-poll = Какой опрос, по номеру или вопросу; открытый здесь, если не указать
command-poll-edit = Изменить открытый или запланированный опрос
command-poll-edit-poll = Какой опрос, по номеру или вопросу [открытый здесь]
command-poll-edit-question = Что вы хотите узнать
command-poll-edit-options = За что голосовать, через ; пока никто не проголосовал
command-poll-edit-max = Сколько вариантов можно выбрать самое большее
command-poll-edit-exactly = Сколько вариантов нужно выбрать ровно
command-poll-edit-closes = Когда закроется: «пятница 19:00», «через 2 дня»
command-poll-edit-starts = Когда откроется, если ещё не открыт
command-poll-edit-voters = Кто может голосовать; @everyone снимает ограничение
command-poll-edit-quorum = Сколько должно проголосовать: 20, 20 % или нет
command-poll-edit-seats = Сколько вариантов побеждает, пока никто не проголосовал
command-poll-edit-min_age = Сколько дней нужно быть на сервере; 0 снимает ограничение
command-poll-edit-account_age = Сколько дней должно быть учётной записи; 0 снимает ограничение
command-poll-edit-repeat = Как часто повторять; «никогда» завершает серию
command-poll-edit-remind = За сколько до закрытия напомнить: «1 ч» или нет
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
poll-problem-repeat-long = Следующий опрос серии открылся бы раньше, чем закроется этот. Самое большее от открытия до закрытия: { $most }. Выберите другое закрытие или другой `repeat`.
poll-problem-repeat-dates = Даты не повторяются, поэтому опрос о датах не может повторяться. Уберите `repeat`.
poll-problem-remind-early = Напоминание пришлось бы на время до открытия или уже прошедшее. Выберите `remind` покороче или закрытие попозже.
poll-problem-remind = «{ $typed }» не похоже на промежуток времени. Напишите, например, «1 ч» или «30 мин».
poll-problem-seats = Победить могут самое большее { $most } из этих вариантов, иначе выбирать не из чего. Укажите меньше победителей или добавьте варианты.
poll-problem-seats-kind = Несколько победителей бывает только у опросов «single», «multi» и «ranked», а в опросе о датах победитель один. Укажите 1.
poll-problem-age = { $most ->
    [one] Это слишком долго. Выберите не больше { $most } дня.
    [few] Это слишком долго. Выберите не больше { $most } дней.
   *[many] Это слишком долго. Выберите не больше { $most } дней.
}
poll-problem-number = «{ $typed }» — не целое число. Напишите только цифры, например 30.
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
poll-result-title = Итог опроса № { $number }
poll-result-so-far = Опрос № { $number }: пока так
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
poll-result-seats = { $seats ->
    [one] Избраны на { $seats } место:
    [few] Избраны на { $seats } места:
   *[many] Избраны на { $seats } мест:
}
poll-result-seats-tied = Поровну для последнего места (всего мест: { $seats }), поэтому из них не избран никто:
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
poll-result-few = Проголосовало меньше { $few } человек. Этого мало, чтобы показать результат тайного опроса.
poll-result-voters = { $voters ->
    [0] Пока никто не проголосовал.
    [one] Проголосовал { $voters } человек.
    [few] Проголосовали { $voters } человека.
   *[many] Проголосовало { $voters } человек.
}
poll-result-turnout = Явка { $percent } %: { $voters } из { $eligible } имевших право голоса.
poll-result-part = Проголосовали { $voters } из { $eligible } имевших право голоса.
poll-result-more = Проголосовавших: { $voters }. Когда опрос открылся, голосовать могли { $eligible }; остальные пришли позже.
poll-result-later = { $count ->
    [one] Проголосовал и { $count } человек, который при открытии ещё не мог. Голос засчитан, но не для явки и кворума.
    [few] Проголосовали и { $count } человека, которые при открытии ещё не могли. Голоса засчитаны, но не для явки и кворума.
   *[many] Проголосовали и { $count } человек, которые при открытии ещё не могли. Голоса засчитаны, но не для явки и кворума.
}
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
poll-stages = Подсчёт с передачей голосов
poll-stage-quota = { $count ->
    [one] Для избрания нужен { $count } бюллетень; всё сверх этого переходит к следующим по порядку.
    [few] Для избрания нужно { $count } бюллетеня; всё сверх этого переходит к следующим по порядку.
   *[many] Для избрания нужно { $count } бюллетеней; всё сверх этого переходит к следующим по порядку.
}
poll-stage = Этап { $stage }:
poll-stage-elected = — избрание, голосов: { $votes }.
poll-stage-moved = К следующим по порядку переходит излишек варианта
poll-stage-out = выбывает, голосов: { $votes }.
poll-stage-lot = По жребию: на всех этапах было поровну.
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
poll-voters = Кто за что голосовал в опросе № { $number }
poll-voter = { $member }

## polls digest
poll-digest-head = Опрос № { $number }: { $question }
poll-digest-few = Проголосовало меньше { $few } человек.
poll-digest-nobody = Никто не голосовал.
poll-digest-won = Победил вариант: { $options }.
poll-digest-won-several = Победители: { $options }.
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
poll-native-counting = Голоса этого опроса считает Discord. Они видны в самом опросе ({ $channel }), а результат появится здесь после окончательного подсчёта.
poll-problem-closes-after-dates = Опрос закроется позже своей последней даты: { $last }. Выберите более раннее `closes`.
poll-slept-through = Опрос № { $number } (автор: { $author }) так и не открылся в { $channel }: в это время меня не было в сети. Провести его можно там же: `/poll repeat`.
