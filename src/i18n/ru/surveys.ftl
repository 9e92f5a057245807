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
survey-post-few = Ответило меньше { $few } человек.
survey-post-sent = { $count ->
    [0] Никто не ответил.
    [one] Ответил { $count } человек.
    [few] Ответили { $count } человека.
   *[many] Ответили { $count } человек.
}
survey-post-destroyed = Чьи это ответы, теперь не сможет узнать никто.
survey-post-missing = Сообщения с опросом в { $channel } нет, и ответить нельзя: { $why }
survey-why-gone = канал или сообщение удалены. Нажмите **Отправить снова** в `/survey results` или отправьте опрос в другой канал через `/survey send`.
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
survey-answers-few = меньше { $few } ответов
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
survey-export-anonymous = Опрос №{ $number } «{ $title }» анонимный: в файле нет ни того, кто отвечал, ни когда, а порядок строк случайный. Ответы одного человека стоят в одной строке. О волне или вопросе, где ответило меньше пяти человек, в файле сказано только это.
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
survey-kept-opted-out = Эти комментарии написали люди, отказавшиеся от учёта, поэтому сохранить их как отзывы нельзя.
survey-list-few = волна { $wave }, меньше { $few } ответов
survey-list-answers = волна { $wave }, { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
    [many] { $count } ответов
   *[other] { $count } ответа
}
survey-list-comes = ↳ приходит { $every }, в следующий раз { $at }
survey-list-no-post = ↳ сообщения с опросом нет: { $why }
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
survey-question-few = Ответило меньше { $few } человек. Этого мало, чтобы показать ответы.
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
survey-results-few = **Ответило меньше { $few } человек.**
survey-results-too-few = Этого мало, чтобы показать ответы анонимной анкеты.
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
surveys-digest-hidden = Анкеты в каналах, которые видны не всем
surveys-digest-hidden-closed = Закрыто: { $count }.
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
survey-extend = Продлить
survey-extend-title = Другой срок
survey-extend-closes = Когда закрыть?
survey-extend-hint = в пятницу в 19:00, через 2 дня
survey-extended = Новый срок анкеты «{ $title }»: { $at }. Прежний: { $before }.
survey-still-open = Эта анкета ещё открыта: раунд { $wave } в { $channel }, срок: { $at }. Рядом откроется ещё один раунд. Продлить прежний: `/survey extend`.
survey-nothing-open = Анкета № { $number } не открыта. Отправляет её `/survey send`.
survey-list-end = Закрыть или продлить анкету
survey-list-wave = № { $number }, раунд { $wave }
help-survey-close = Например: `/survey close survey:Наши встречи`
help-survey-extend = Например: `/survey extend survey:Наши встречи closes:пятница 19:00`
command-survey-close = Закрыть анкету; после этого ответить нельзя
command-survey-close-survey = Какую анкету, по названию или номеру
command-survey-close-wave = Какой раунд (последний открытый)
command-survey-extend = Перенести срок открытой анкеты
command-survey-extend-survey = Какую анкету, по названию или номеру
command-survey-extend-closes = Когда закрыть: «в пятницу в 19:00», «через 2 дня»
command-survey-extend-wave = Какой раунд (последний открытый)
