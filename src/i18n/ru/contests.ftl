## contest
contest-name = Конкурс № { $number }
contest-name-closed = Конкурс № { $number } · закрыт
contest-none = Среди видимых вам открытых конкурсов нет такого: «{ $typed }». Выберите из списка.
contest-none-open = Среди видимых вам конкурсов ни один сейчас не принимает работы.
contest-several-open = Сейчас работы принимают несколько конкурсов. Выберите один в параметре **contest**.
contest-closed = Этот конкурс закрыт: { $at }
contest-submitted-before = У вас уже есть работа в этом конкурсе. Сначала отзовите её через **Моя работа**.
contest-no-title = Работе нужно название.
contest-too-long = Здесь знаков: { $units }, а предел — { $most }. Сократите текст и отправьте снова.
contest-no-link = Это не веб-адрес, который я могу опубликовать. Скопируйте его из браузера, начиная с https://.
contest-no-entry = Этой работы больше нет.
contest-is-pending = Эта работа ждёт проверки.
contest-is-approved = Эта работа уже в ветке, изменить её нельзя. Отзовите её, чтобы отправить другую.
contest-is-rejected = Эта работа отклонена.
contest-is-withdrawn = Эта работа отозвана.
contest-own-entry = За свою работу голосовать нельзя.
contest-no-votes-left = { $count ->
    [one] Все ваши голоса отданы: { $count }. Чтобы забрать голос, нажмите ▲ под работой, за которую он отдан.
    [few] Все ваши голоса отданы: { $count }. Чтобы забрать голос, нажмите ▲ под работой, за которую он отдан.
   *[many] Все ваши голоса отданы: { $count }. Чтобы забрать голос, нажмите ▲ под работой, за которую он отдан.
}
contest-not-yours = Это могут только модераторы и тот, кто создал конкурс.
contest-file-gone = Изображение больше не хранится. Используйте `/submit` ещё раз.

contest-problem-title-none = Конкурсу нужно название.
contest-problem-title-long = В названии знаков: { $units }, а предел — { $most }. Сократите его.
contest-problem-closes-soon = Закрывать так рано нельзя. Самое раннее время: { $earliest }
contest-problem-closes-late = Конкурс может быть открыт до 92 дней. Самое позднее время закрытия: { $latest }
contest-problem-votes = У участника может быть от 1 до { $most } голосов.

contest-draft-gone = Этот предпросмотр больше не хранится. Используйте `/event contest` ещё раз.
contest-published-before = Этот конкурс уже опубликован.
contest-cancelled-before = Этот конкурс отменён.
contest-preview = Так конкурс будет выглядеть в канале { $channel }. Пока его видите только вы.
contest-publish = Опубликовать
contest-cancel = Отмена
contest-cancelled = Отменено. Ничего не опубликовано.
contest-published = Конкурс № { $number } опубликован в канале { $channel }. Закрытие: { $closes }
contest-published-soon = Конкурс № { $number } скоро появится в канале { $channel }. Закрытие: { $closes }
contest-published-not-posted = Конкурс № { $number } создан, но в канале { $channel } его нет. Проверьте там мои права, затем нажмите **Управление** и **Опубликовать снова**. Закрытие: { $closes }

contest-card = Конкурс: { $title }
contest-card-draft = Так будет выглядеть конкурс
contest-closes = **Работы и голоса принимаются до:** { $at } ({ $ago })
contest-was-closed = **Закрыт:** { $at } ({ $ago })
contest-how = **Участвовать:** нажмите **Отправить работу**. Чтобы добавить изображение, используйте `/submit`. Одна работа от человека.
contest-votes = { $count ->
    [one] **Голосовать:** нажимайте ▲ под работами, которые нравятся больше всего. У вас { $count } голос.
    [few] **Голосовать:** нажимайте ▲ под работами, которые нравятся больше всего. У вас { $count } голоса.
   *[many] **Голосовать:** нажимайте ▲ под работами, которые нравятся больше всего. У вас { $count } голосов.
}
contest-hidden = До закрытия никто не видит, сколько у работы голосов.
contest-jury = **Жюри:** голоса роли { $role } решают половину результата, голоса остальных — другую половину.
contest-reviewed = Модератор или организатор смотрит каждую работу до публикации.
contest-thread = **Работы:** { $channel }
contest-submit = Отправить работу
contest-entries = Работы
contest-mine = Моя работа
contest-manage = Управление

contest-entry = Работа { $number }
contest-entry-removed = Эта работа убрана.
contest-entry-withdrawn = Эта работа отозвана.
contest-by = Автор: { $member }
contest-image = Изображение к работе «{ $title }»
contest-vote = ▲ Голосовать
contest-votes-of = { $count ->
    [one] { $count } голос
    [few] { $count } голоса
   *[many] { $count } голосов
}
contest-jury-votes = жюри: { $count }
contest-voted = Ваш голос отдан за работу «{ $entry }». Нажмите ▲ ещё раз, чтобы забрать его.
contest-voted-jury = Ваш голос за «{ $entry }» учтён как голос жюри. Нажмите ▲ ещё раз, чтобы забрать его.
contest-unvoted = Ваш голос за работу «{ $entry }» убран.
contest-votes-left = Осталось голосов: { $left } из { $all }
contest-list = Работы: { $title }
contest-list-empty = Работ пока нет.
contest-offered = № { $number } { $title }
contest-choose = Отдать или забрать голос

contest-form-submit = Отправить работу
contest-form-edit = Изменить работу
contest-form-title = Название
contest-form-text = Описание
contest-form-link = Ссылка
contest-form-reject = Отклонить работу
contest-form-reason = Причина (её получит автор)
contest-receipt = Ваша работа в конкурсе «{ $title }»
contest-receipt-pending = Ваша работа сохранена и ждёт проверки.
contest-receipt-late = До закрытия конкурса ваша работа не была проверена.
contest-receipt-approved = Ваша работа опубликована под номером { $number } в канале { $channel }.
contest-receipt-rejected = Ваша работа отклонена. Можно отправить другую.
contest-receipt-withdrawn = Ваша работа отозвана. Можно отправить другую.
contest-reason = Причина: { $reason }
contest-edit = Изменить
contest-withdraw = Отозвать
contest-mine-none = В конкурсе «{ $title }» вашей работы пока нет. Чтобы участвовать, нажмите **Отправить работу**.
contest-mine-none-closed = В конкурсе «{ $title }» вашей работы нет, или она больше не хранится.

contest-review-title = Работа в конкурсе «{ $title }»
contest-review-entry = Работа
contest-review-image = Есть изображение. Чтобы увидеть его, нажмите **Управление** под конкурсом.
contest-review-pending = Ждёт проверки
contest-review-approved = Опубликована в ветке
contest-review-rejected = Отклонена
contest-review-withdrawn = Отозвана автором
contest-review-by = Проверка: { $member }
contest-review-next = Далее
contest-approve = Одобрить
contest-reject = Отклонить
contest-told-rejected = Ваша работа «{ $entry }» в конкурсе «{ $title }» отклонена.
contest-told-rejected-because = Ваша работа «{ $entry }» в конкурсе «{ $title }» отклонена. Причина: { $reason }
contest-panel = Управление: { $title }
contest-panel-entries = Работ: { $count }
contest-panel-pending = Ждут проверки: { $count }
contest-panel-closes = Закрытие: { $at }
contest-panel-closed = Закрыт: { $at }
contest-review = Проверить
contest-close = Закрыть сейчас
contest-again = Опубликовать снова
contest-look = Посмотреть работу
contest-close-asked = Закрыть конкурс «{ $title }» сейчас? Приём работ и голосов закончится, и появится итог. Отменить это нельзя.
contest-close-now = Закрыть и показать итог
contest-keep-open = Оставить открытым
contest-closed-now = Конкурс «{ $title }» закрыт. Итог скоро появится в канале { $channel }.
contest-posted-again = Удалённое скоро появится снова.
contest-nothing-to-post = Всё на месте.

contest-result = Итог: { $title }
contest-result-entries = Работ: { $count }
contest-result-voters = Людей голосовало: { $count }
contest-result-halves = Жюри и участники решили по половине.
contest-result-empty = Никто не отправил работу.
contest-result-no-votes = Никто не голосовал, поэтому победителя нет.
contest-result-more = … и ещё { $count }
contest-member = { $member }
contest-and = { $before }, { $next }
contest-thanks = { $count ->
    [one] Первое место: { $names }. Поздравляю! Спасибо всем за участие.
    [few] Первое место делят: { $names }. Поздравляю! Спасибо всем за участие.
   *[many] Первое место делят: { $names }. Поздравляю! Спасибо всем за участие.
}
contest-digest-head = Конкурс № { $number }: { $title }
contest-digest-won = Первое место: { $entry }
contest-digest-closes = Закрытие: { $at }
needs-contest-threads = создавать ветку для работ конкурса
needs-contest-thread-messages = публиковать работы конкурса в его ветке

command-event-contest = Начать конкурс; вы увидите его раньше всех
command-event-contest-title = О чём конкурс
command-event-contest-closes = Когда закроется, например «пятница 19:00»
command-event-contest-votes = За сколько работ может голосовать участник [3]
command-event-contest-review = Смотреть ли каждую работу до публикации [нет]
command-event-contest-channel = Где опубликовать [здесь]
command-event-contest-jury = Роль, голоса которой решают половину результата [без жюри]
command-submit = Отправить работу на конкурс
command-submit-contest = Какой конкурс: номер или название [открытый]
command-submit-file = Изображение к работе
