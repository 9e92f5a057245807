## ama
ama-name = AMA № { $number }
ama-none = Среди видимых вам AMA нет такой: «{ $typed }». Выберите из списка.
ama-not-taking = «{ $typed }» сейчас не принимает вопросы.
ama-none-live = Сейчас ни одна AMA не принимает вопросы. Вот ваш текст:
ama-several-live = Сейчас вопросы принимают несколько AMA. Выберите одну в параметре **session**. Вот ваш текст:
ama-closed = Эта AMA закрыта: { $at }
ama-not-open = Эта AMA ещё не началась.
ama-open-before = AMA № { $number } уже открыта.
ama-closed-before = AMA № { $number } уже закрыта.
ama-not-host = Это могут только ведущие этой AMA. Модератор может добавить вас командой `/ama hosts add`.
ama-host-before = { $member } уже в числе ведущих.
ama-no-host = { $member } не в числе ведущих этой AMA.
ama-last-host = Нужен хотя бы один ведущий. Сначала добавьте другого.
ama-too-many-hosts = Ведущих может быть не больше { $most }. Сначала уберите одного: `/ama hosts remove`.
ama-names-only = В этой AMA спросить можно только под своим именем.
ama-limit = { $most ->
    [one] У вас здесь уже { $most } открытый вопрос, это предел. Новый можно задать после ответа на прежний или его отзыва.
    [few] У вас здесь уже { $most } открытых вопроса, это предел. Новый можно задать, когда один из них получит ответ или будет отозван.
   *[many] У вас здесь уже { $most } открытых вопросов, это предел. Новый можно задать, когда один из них получит ответ или будет отозван.
}
ama-blocked = Задавать вопросы в этой AMA вы не можете. Читать и голосовать можно.
ama-empty = Вопрос пуст.
ama-too-long = Здесь знаков: { $units }, а предел — { $most }. Сократите текст и отправьте снова.
ama-no-question = Этого вопроса больше нет.
ama-is-pending = Этот вопрос ждёт проверки.
ama-is-approved = Этот вопрос уже одобрен.
ama-is-answered = На этот вопрос уже есть ответ.
ama-is-rejected = Этот вопрос отклонён.
ama-is-merged = Этот вопрос объединён с другим.
ama-is-withdrawn = Этот вопрос отозван.
ama-being-answered = На этот вопрос сейчас отвечает { $member }.
ama-answered-before = На этот вопрос уже есть ответ. Автор ответа: { $member }
ama-into-itself = Вопрос нельзя объединить с самим собой.
ama-none-left = Вопросов, ждущих ответа, нет.
ama-no-key = Ключ этой AMA отсутствует, поэтому я не могу принять анонимный вопрос. Под своим именем спросить можно.

ama-problem-title-none = Нужно название.
ama-problem-title-long = В названии знаков: { $units }, а предел — { $most }. Сократите его.
ama-problem-started = Это время уже прошло: { $at }. Выберите более позднее начало.
ama-problem-starts-late = Начало возможно не позже чем через год. Самое позднее: { $latest }.
ama-problem-closes-soon = Так рано закрыть нельзя. Самое раннее: { $earliest }.
ama-problem-closes-late = AMA может быть открыта не дольше 32 дней. Самое позднее закрытие: { $latest }.
ama-problem-most = У участника может быть от 1 до { $most } открытых вопросов.
ama-note-review = Проверка остаётся включённой. В запечатанной AMA каждый вопрос сначала читает модератор или ведущий.

ama-host-of = Ведущий: { $host }
ama-when = { $from } – { $until }
ama-asked-by = Автор вопроса: { $member }
ama-asked-anonymously = Анонимный вопрос
ama-votes = { $count ->
    [one] { $count } голос
    [few] { $count } голоса
   *[many] { $count } голосов
}
ama-asked-times = { $count ->
    [one] задан { $count } раз
    [few] задан { $count } раза
   *[many] задан { $count } раз
}
ama-answer-of = Автор ответа: { $host }
ama-answer = Ответ
ama-answered-live = Ответ вживую, прошло с начала: { $moment }
ama-left = Без ответа: { $count }
ama-figure-questions = Вопросов: { $count }
ama-figure-askers = Спросивших: { $count }
ama-figure-few = Спросивших меньше { $few }
ama-figure-votes = Голосов: { $count }
ama-figure-answered = С ответом: { $count }
ama-figure-wait = Медианное ожидание ответа: { $span }

ama-draft-gone = Этот предпросмотр больше не хранится. Используйте `/ama create` ещё раз.
ama-published-before = Эта AMA уже опубликована.
ama-cancelled-before = Эта AMA отменена.
ama-preview = Так приглашение будет выглядеть в канале { $channel }. Пока его больше никто не видит.
ama-preview-sealed = **Запечатанная:** никто на этом сервере не увидит, кто автор анонимного вопроса, даже вы. До закрытия AMA это мог бы узнать любой, у кого есть доступ к компьютеру бота. После закрытия — никто. Автора можно заблокировать, не узнавая, кто это.
ama-preview-event = AMA появится и в списке событий сервера.
ama-preview-event-hidden = В списке событий сервера этой AMA не будет: этот канал видят не все.
ama-preview-event-lacks = В списке событий сервера этой AMA не будет: у вас нет права { $permission }.
ama-preview-event-none = В списке событий сервера этой AMA не будет.
ama-publish = Опубликовать
ama-cancel = Отмена
ama-cancelled = Отменено. Ничего не опубликовано.
ama-published = AMA № { $number } опубликована в канале { $channel }. Вопросы принимаются до закрытия: { $closes }
ama-published-soon = AMA № { $number } скоро появится в канале { $channel }. Вопросы принимаются до закрытия: { $closes }
ama-published-not-posted = AMA № { $number } создана, но приглашения в канале { $channel } нет. Проверьте мои права там и используйте `/ama repost`. Закрытие: { $closes }
ama-opened = «{ $title }» (AMA № { $number }) открыта.
ama-closed-now = «{ $title }» (AMA № { $number }) закрыта. Протокол скоро появится.
ama-host-added = Теперь в «{ $title }» может отвечать { $member }.
ama-host-removed = { $member } больше не может отвечать в «{ $title }».
ama-edited = «{ $title }» изменена. Закрытие: { $closes }
ama-edited-starts = Начало ответов: { $starts }
ama-exported = «{ $title }» на этот момент. Авторы названы только там, где их имя видят все.
ama-export-large = Файлы AMA № { $number } слишком велики для Discord.
ama-no-change = Укажите, что изменить: название, начало или закрытие.
ama-started-before = Эта AMA уже началась, поэтому начало изменить нельзя.
ama-reposted = Приглашение опубликовано в канале { $channel }.
ama-reposted-soon = Приглашение скоро появится в канале { $channel }.
ama-reposted-not = Не удалось опубликовать приглашение в канале { $channel }. Проверьте мои права там и попробуйте снова.

ama-prompt = Спросите о чём угодно: { $title }
ama-prompt-draft = Так приглашение будет выглядеть
ama-prompt-closed = AMA № { $number } · закрыта
ama-member = { $member }
ama-and = { $before }, { $next }
ama-hosts = { $count ->
    [one] **Отвечает:** { $hosts }
    [few] **Отвечают:** { $hosts }
   *[many] **Отвечают:** { $hosts }
}
ama-no-hosts = **Отвечает:** пока никто
ama-starts = **Начало ответов:** { $at } ({ $ago }). Спросить можно уже сейчас.
ama-closes = **Вопросы принимаются до закрытия:** { $at } ({ $ago })
ama-was-closed = **Закрыта:** { $at } ({ $ago })
ama-stage = **Вживую:** { $channel }
ama-thread = **Вопросы и ответы:** { $channel }
ama-promise-hidden = **Спросить анонимно:** ваше имя не видят ни участники, ни ведущие. Модераторам оно видно.
ama-promise-sealed = **Спросить анонимно:** вашего имени не видит никто на этом сервере: ни участники, ни модераторы, ни менеджеры, ни ведущие. Они могут заблокировать автора вопроса, не узнавая, кто это. Пока AMA открыта, это мог бы узнать человек с доступом к компьютеру бота. После закрытия — никто. Вас всё же может выдать манера письма. Сообщить вам об ответе я не смогу: загляните в **Мои вопросы**, пока AMA открыта.
ama-promise-named = **Спросить:** рядом с вопросом видно ваше имя.
ama-promise-review = Каждый вопрос перед публикацией читает модератор или ведущий.
ama-ask = Спросить
ama-ask-anonymously = Спросить анонимно
ama-top = Лучшие вопросы
ama-mine = Мои вопросы
ama-panel = Панель ведущего
ama-why-gone = Его удалили. Чтобы опубликовать снова, используйте `/ama repost`.

ama-board = Лучшие вопросы: { $title }
ama-board-empty = Вопросов пока нет.
ama-board-done = На все вопросы есть ответ.
ama-board-waiting = Ждут ответа: { $count }
ama-upvote = ▲ { $count }
ama-voted = Ваш голос за этот вопрос учтён. Нажмите ещё раз, чтобы его снять.
ama-unvoted = Ваш голос за этот вопрос снят.
ama-voted-instead = Ваш голос отдан за «{ $question }». Ваш вопрос отозван.
ama-question-number = Вопрос { $number }
ama-question-answered = Есть ответ
ama-question-rejected = Этот вопрос убран.
ama-question-merged = Объединён с другим вопросом
ama-question-withdrawn = Этот вопрос отозван.

ama-form-ask = Задать вопрос
ama-form-ask-anonymously = Спросить анонимно
ama-form-edit = Изменить вопрос
ama-form-question = Ваш вопрос
ama-form-context = Пояснение, если нужно
ama-form-reject = Отклонить вопрос
ama-form-reason = Причина (её прочитает автор)
ama-form-answer-title = Ответ
ama-form-answer = Ваш ответ

ama-receipt = Ваш вопрос в «{ $title }»
ama-receipt-offered = Ваш вопрос сохранён. Через 2 минуты он отправится автоматически.
ama-receipt-pending = Ваш вопрос сохранён и ждёт проверки.
ama-receipt-approved = Ваш вопрос в ветке.
ama-receipt-answered = На ваш вопрос есть ответ.
ama-receipt-rejected = Ваш вопрос отклонён.
ama-receipt-merged = Ваш вопрос объединён с похожим.
ama-receipt-withdrawn = Ваш вопрос отозван.
ama-receipt-reason = Причина: { $reason }
ama-receipt-named = Рядом с ним видно ваше имя.
ama-receipt-hidden = Ваше имя не видят ни участники, ни ведущие. Модераторам оно видно.
ama-receipt-sealed = Никто на этом сервере не видит, что он ваш.
ama-receipt-similar = Похожие вопросы уже есть. Можно проголосовать за один из них.
ama-instead = Проголосовать за этот
ama-submit = Отправить мой
ama-edit = Изменить
ama-withdraw = Отозвать
ama-typed = Ваш текст
ama-own = Ваши вопросы в «{ $title }»
ama-own-none = Ваших вопросов здесь нет, или они больше не хранятся.
ama-own-choose = Выберите вопрос

ama-review-title = Вопрос в «{ $title }»
ama-asked-hidden-by = Анонимный вопрос, автор: { $member } (это видят только модераторы)
ama-review-pending = Ждёт проверки
ama-review-approved = Одобрен
ama-review-answered = Есть ответ
ama-review-rejected = Отклонён
ama-review-merged = Объединён с другим вопросом
ama-review-withdrawn = Отозван автором
ama-review-by = Проверка: { $member }
ama-review-question = Вопрос
ama-review-context = Пояснение
ama-review-asker = Автор
ama-review-next = Следующий вопрос
ama-review-empty = В «{ $title }» нет вопросов, ждущих проверки.
ama-approve = Одобрить
ama-reject = Отклонить
ama-merge = Объединить
ama-restore = Восстановить
ama-block = Заблокировать автора
ama-unblock = Разблокировать
ama-blocked-now = Автор этого вопроса больше не может спрашивать в этой AMA. Блокировка не раскрывает, кто это.
ama-unblocked = Автор снова может спрашивать в этой AMA.
ama-merge-which = Какой вопрос о том же, что и «{ $question }»?
ama-merge-choose = Объединить с
ama-told-rejected = Ваш вопрос в «{ $title }» отклонён: «{ $question }»
ama-told-rejected-because = Ваш вопрос в «{ $title }» отклонён: «{ $question }». Причина: { $reason }
ama-told-merged = Ваш вопрос в «{ $title }» объединён с похожим: «{ $into }». Ваш вопрос: «{ $question }»
ama-told-answered = На ваш вопрос в «{ $title }» ответили в канале { $channel }: «{ $question }»

ama-panel-title = Панель ведущего: { $title }
ama-panel-waiting = Ждут ответа: { $count }
ama-panel-answered = С ответом: { $count }
ama-panel-pending = Ждут проверки: { $count }
ama-panel-scheduled = Отвечать можно будет, когда AMA начнётся.
ama-next-votes = Следующий по голосам
ama-next-time = Следующий по времени
ama-review = Проверить
ama-pick = Выбрать
ama-change = Изменить ответ
ama-kept = Этот вопрос закреплён за вами на 10 минут.
ama-kept-now = В ветке объявлено, что вы сейчас отвечаете на этот вопрос.
ama-now-answering = Отвечаю сейчас
ama-answer-it = Ответить
ama-answered-live-it = Ответ дан вживую
ama-now = Сейчас идёт ответ на вопрос { $number }
ama-answer-part = Часть { $part } из { $parts }
ama-answer-edited = изменён
ama-answer-shorter = Эта часть убрана при изменении ответа.

ama-list = Все AMA
ama-list-empty = AMA пока нет. Создайте первую: `/ama create`.
ama-list-line = **№ { $number } { $title }** · { $channel } · { $state }
ama-list-scheduled = начало: { $at }
ama-list-open = открыта, закрытие: { $at }
ama-list-closed = закрыта ({ $at }), с ответом: { $answered } из { $questions }
ama-list-no-prompt = Приглашения нет на месте. { $why }
ama-offer-scheduled = № { $number } { $title } (сбор вопросов)
ama-offer-open = № { $number } { $title } (открыта)
ama-offer-closed = № { $number } { $title } (закрыта)
ama-transcript = Протокол: { $title }
ama-digest-head = AMA № { $number }: { $title }
ama-digest-starts = Начало: { $at }
ama-digest-closes = Закрытие: { $at }
needs-ama-threads = создать ветку для вопросов AMA
needs-ama-thread-messages = публиковать вопросы и ответы в ветке AMA

command-ama = AMA: участники спрашивают, ведущие отвечают
command-ama-create = Создать AMA; приглашение вы увидите раньше всех
command-ama-create-title = О чём AMA
command-ama-create-host = Кто отвечает; добавить других можно через /ama hosts add
command-ama-create-starts = Начало ответов, например «пятница 19:00» [сразу]; вопросы собираются раньше
command-ama-create-closes = Когда закроется [через 2 часа после начала]
command-ama-create-channel = Где опубликовать [здесь]
command-ama-create-anonymity = Насколько авторы могут быть скрыты [скрыто от участников]
command-ama-create-review = Проверять ли вопросы до публикации [да]
command-ama-create-max_per_member = Сколько открытых вопросов может быть у участника [3]
command-ama-create-stage_channel = Где говорят ведущие
command-ama-clone = Создать AMA по образцу прежней, с вопросами без ответа
command-ama-clone-session = Какая AMA, по номеру или названию [та, что принимает вопросы]
command-ama-clone-starts = Начало ответов, например «пятница 19:00» [сразу]; вопросы собираются раньше
command-ama-clone-closes = Когда закроется [через столько же после начала, как в прежней]
command-ama-edit = Изменить название или время AMA
command-ama-edit-session = Какая AMA, по номеру или названию [та, что принимает вопросы]
command-ama-edit-title = О чём AMA
command-ama-edit-starts = Начало ответов, например «пятница 19:00»
command-ama-edit-closes = Когда закроется [сдвигается вместе с началом]
command-ama-export = Скачать вопросы и ответы AMA файлами
command-ama-export-session = Какая AMA, по номеру или названию [та, что принимает вопросы]
command-ama-open = Начать AMA сейчас, раньше времени
command-ama-open-session = Какая AMA, по номеру или названию [та, что принимает вопросы]
command-ama-close = Закрыть AMA сейчас и опубликовать протокол
command-ama-close-session = Какая AMA, по номеру или названию [та, что принимает вопросы]
command-ama-hosts = Кто отвечает в AMA
command-ama-hosts-add = Добавить ведущего без других прав
command-ama-hosts-add-member = Кто будет отвечать
command-ama-hosts-add-session = Какая AMA, по номеру или названию [та, что принимает вопросы]
command-ama-hosts-remove = Убрать ведущего
command-ama-hosts-remove-member = Кто больше не отвечает
command-ama-hosts-remove-session = Какая AMA, по номеру или названию [та, что принимает вопросы]
command-ama-repost = Опубликовать приглашение и список вопросов снова, если их удалили
command-ama-repost-session = Какая AMA, по номеру или названию [та, что принимает вопросы]
command-ama-list = Показать все AMA
command-ask = Задать вопрос в AMA
command-ask-text = Ваш вопрос
command-ask-session = Какая AMA, по номеру или названию [та, что принимает вопросы]
choice-named = с именем
choice-hidden = скрыто от участников
choice-sealed = запечатано

help-ama-create = Например: `/ama create title:Новая карта host:@hana starts:пятница 19:00`
help-ama-open = Например: `/ama open session:3`
help-ama-close = Например: `/ama close session:3`
help-ama-hosts-add = Например: `/ama hosts add member:@bob session:3`
help-ama-hosts-remove = Например: `/ama hosts remove member:@bob session:3`
help-ama-repost = Например: `/ama repost session:3`
help-ask = Например: `/ask text:Когда откроется карта?`
help-ama-edit = Например: `/ama edit session:3 closes:пятница 21:00`
help-ama-export = Например: `/ama export session:3`
help-ama-clone = Например: `/ama clone session:3 starts:пятница 19:00`
