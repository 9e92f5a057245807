## appeals, for the person
button-appeal = Апелляция
button-answer = Ответить
appeal-offer = Если вы считаете решение ошибочным или хотите что-то объяснить, нажмите **Апелляция** (последний день: { $until }). Её прочтёт другой модератор.
appeal-offer-any-time = Если вы считаете решение ошибочным или хотите что-то объяснить, нажмите **Апелляция** в любое время. Её прочтёт другой модератор.
appeal-offer-open = **Ваша апелляция** ({ $since }) у модераторов.
appeal-offer-denied = **Ваша апелляция** отклонена ({ $at }).
appeal-offer-denied-again = **Ваша апелляция** отклонена ({ $at }). Подать ещё одну можно с этого дня: { $again }
appeal-own-open = апелляция: решения ещё нет
appeal-own-approved = апелляция: принята
appeal-own-denied = апелляция: отклонена ({ $at })
appeal-own-closed = апелляция: закрыта
appeal-own-asked = **У модераторов вопрос о вашей апелляции:** { $text }
appeal-which = Выберите случай
appeal-which-one = Случай № { $number }: { $kind }
appeal-choose = По какому случаю подать апелляцию?
appeal-form = Апелляция по случаю № { $number }
appeal-text = Что следует знать модераторам?
appeal-text-hint = Как всё было с вашей стороны и о чём вы просите
appeal-received = Апелляция по случаю № { $number } у модераторов. Их ответ придёт личным сообщением, он будет и в `/mycases`.
appeal-received-no-channel = Апелляция по случаю № { $number } сохранена. Канал для апелляций здесь не задан, поэтому модераторы найдут её через `/appeals list`. Их ответ придёт личным сообщением, он будет и в `/mycases`.
appeal-no-words = Здесь нет текста. Напишите что-нибудь и отправьте ещё раз.
appeal-no-case = Этот случай не ваш или больше не хранится. Что записано о вас, покажет `/mycases`.
appeal-nothing = По случаю № { $number } апелляцию подать нельзя.
appeal-voided = Случай № { $number } аннулирован, обжаловать больше нечего.
appeal-open-before = Апелляция по случаю № { $number } уже подана ({ $ago }), решения ещё нет. Ответ я вам отправлю.
appeal-too-late = Срок апелляции по случаю № { $number } истёк ({ $until }). Написать модераторам по-прежнему можно.
appeal-not-yet = Прошлая апелляция по случаю № { $number } отклонена. Подать ещё одну можно с этого дня: { $from }
appeal-no-more = По случаю № { $number } подано 3 апелляции, это предел. Решение остаётся в силе.
appeal-none-left = Сейчас ни по одному вашему случаю нельзя подать апелляцию. Состояние каждого покажет `/mycases`.
appeal-question-title = Вопрос о вашей апелляции по случаю № { $number } на сервере { $server }
appeal-question-footer = Нажмите «Ответить». Сообщения здесь никто не читает.
appeal-answer-form = Ответ модераторам
appeal-answer = Ваш ответ
appeal-answer-kept = Ваш ответ у модераторов.
appeal-no-question-open = На этот вопрос уже есть ответ, или по апелляции принято решение. Её состояние покажет `/mycases`.
appeal-accepted = **Ваша апелляция по случаю № { $number } на сервере { $server } принята.**
appeal-thanks = Спасибо за объяснение.
appeal-lifted = { $kind ->
    [ban] Бан снят. Вернуться можно по приглашению.
   *[timeout] Тайм-аут снят.
}
appeal-lifting = { $kind ->
    [ban] Бан снимается.
   *[timeout] Тайм-аут снимается.
}
appeal-not-lifted = { $kind ->
    [ban] Снять бан пока не удалось. Модераторы об этом знают.
   *[timeout] Снять тайм-аут пока не удалось. Модераторы об этом знают.
}
appeal-kicked = Вернуться можно по приглашению.
appeal-points-gone = Баллы за этот случай больше не учитываются.
appeal-not-accepted = **Ваша апелляция по случаю № { $number } на сервере { $server } отклонена.**
appeal-read-by-another = Апелляция рассмотрена другим модератором.
appeal-read-alone = Апелляция рассмотрена тем же модератором: больше здесь решать некому.
appeal-from-moderators = **От модераторов:** { $reason }
appeal-stands-until = Решение остаётся в силе, его срок: { $until }.
appeal-stands = Решение остаётся в силе.
appeal-again = Подать ещё одну апелляцию можно с этого дня: { $again }
appeal-final = Больше апелляций по этому случаю подать нельзя.

## appeals, for staff
appeal-title = Апелляция № { $number }
appeal-from = От кого
appeal-against = По какому случаю
appeal-against-case = случай № { $number }: { $kind }, { $by }, { $ago }
appeal-words = Что пишет участник
appeal-questions = Вопросы
appeal-asked = Вопрос ({ $by }, { $ago }): { $text }
appeal-answered = Ответ ({ $ago }): { $text }
appeal-question-sent = ответа пока нет
appeal-sent-waiting = личное сообщение отправляется
appeal-sent-delivered = личное сообщение отправлено
appeal-sent-unknown = Discord не подтвердил, что личное сообщение отправлено. Участник увидит это и в `/mycases`
appeal-sent-failed = личное сообщение не отправлено. { $why } Участник увидит это и в `/mycases`
appeal-outcome = Итог
appeal-outcome-approved = принята: { $by }, { $ago }
appeal-outcome-denied = отклонена: { $by }, { $ago }
appeal-outcome-closed = случай аннулирован: { $by }, { $ago }
appeal-outcome-alone = рассмотрена тем же модератором, о чьём решении она подана: больше некому
appeal-outcome-reason = Причина: { $reason }
appeal-approve = Принять
appeal-deny = Отклонить
appeal-ask = Задать вопрос
appeal-deny-form = Отклонить апелляцию № { $number }
appeal-deny-reason = Почему
appeal-deny-hint = Это прочтёт участник. Ваше имя не указывается.
appeal-ask-form = Вопрос об апелляции № { $number }
appeal-ask-text = Ваш вопрос
appeal-ask-hint = Это прочтёт участник. Ваше имя не указывается.
appeal-asked-done = Вопрос отправлен. Ответ появится на карточке, и я упомяну вас там.
appeal-asked-done-no-channel = Вопрос отправлен. Канал для апелляций здесь не задан, поэтому ответ появится в `/appeals list`.
appeal-asked-kept = Вопрос сохранён.
appeal-approved-done = **Апелляция № { $number } принята ({ $member }).** Случай № { $case } аннулирован.
appeal-denied-done = **Апелляция № { $number } отклонена ({ $member }).** Случай № { $case } остаётся в силе.
appeal-answered-note = { $by }, на ваш вопрос об апелляции № { $number } есть ответ:
appeal-answered-in-list = { $by }, на ваш вопрос об апелляции № { $number } есть ответ. Его покажет `/appeals list`.
appeal-reminder = Апелляция № { $number } ждёт решения. Подана: { $since }.
appeal-reminder-list = Открыть её: `/appeals list`.
appeal-decided-before = По апелляции № { $number } уже решено: { $by }, { $ago }. Сейчас ничего не сделано.
appeal-own-act = Апелляция № { $number } подана на ваше решение. Рассмотреть её должен кто-то другой из команды.
appeal-unknown-staff = Апелляция подана на ваше решение. Discord не сообщил, может ли рассмотреть её кто-то ещё, поэтому ничего не сделано. Попробуйте ещё раз.
appeal-no-reason = Чтобы отклонить апелляцию, укажите причину. Её прочтёт участник.
appeal-no-question = В вопросе нет текста. Напишите его.
appeal-question-waits = Один вопрос уже ждёт ответа. Решить можно и без него.
appeal-gone = Эта апелляция больше не хранится.
appeal-list = Апелляции
appeal-list-empty = Апелляций нет. Они появятся, когда участники нажмут **Апелляция** под сообщением о случае или в `/mycases`.
appeal-open = Открыть апелляцию
appeal-line = **№ { $number }** { $member } · случай № { $case } · { $ago } · { $state }
appeal-state-open = **открыта**
appeal-state-approved = принята: { $by }
appeal-state-denied = отклонена: { $by }
appeal-state-closed = закрыта: случай аннулирован
case-appeals = Апелляции
appeal-of-case = № { $number }: { $state }
moderation-appeals = { $value ->
    [0] решений по апелляциям не было
    [one] решена { $value } апелляция
    [few] решены { $value } апелляции
    [many] решено { $value } апелляций
   *[other] решено { $value } апелляции
}
moderation-overturned = { $value ->
    [0] ни одна не принята
    [one] принята { $value }
    [few] приняты { $value }
    [many] принято { $value }
   *[other] принято { $value }
}
command-appeals = Читать апелляции участников
command-appeals-list = Список апелляций, сначала открытые
