## feedback
feedback-no-theme = Нет темы «{ $typed }». Выберите из списка.
feedback-no-tag = Нет метки «{ $typed }». Выберите из списка.
feedback-tag-before = Метка «{ $name }» уже есть.
feedback-too-many-tags = Меток может быть не больше { $most }. Сначала уберите одну: `/tags retire`.
feedback-empty = Вы ничего не ввели.
feedback-too-long = Здесь знаков: { $units }, а можно не больше { $most }. Сократите и отправьте снова.
feedback-no-words = Здесь нет слов для цитаты. Нажмите **Добавить своими словами**.
feedback-theme-missing = Выберите тему или нажмите **Новая тема**.
feedback-no-reason = Чтобы отклонить тему, укажите причину.
feedback-into-itself = Тему нельзя объединить с самой собой. Выберите другую.
feedback-same-status = У темы уже этот статус.
feedback-opted-out-now = Этот человек отказался от подсчёта, поэтому его сообщение сохранить нельзя. Отметьте сообщение ещё раз, чтобы добавить отзыв своими словами.
feedback-draft-gone = Этот предпросмотр больше не хранится. Отметьте сообщение ещё раз.
feedback-saved-before = Это уже сохранено. Чтобы изменить, отметьте сообщение ещё раз.
feedback-cancelled-before = Это отменено. Отметьте сообщение ещё раз.
feedback-quote = «{ $text }»

feedback-tag-bug = ошибка
feedback-tag-idea = идея
feedback-tag-question = вопрос
feedback-tag-praise = похвала
feedback-tag-complaint = недовольство
feedback-status-open = открыта
feedback-status-planned = запланирована
feedback-status-in_progress = в работе
feedback-status-shipped = сделана
feedback-status-declined = отклонена
feedback-status-duplicate = повтор
feedback-titled = № { $number } { $title }

feedback-preview = Слова участника { $member }. Пока ничего не сохранено.
feedback-preview-nobody = Что было сказано. Пока ничего не сохранено.
feedback-preview-again = Это сообщение уже сохранено как отзыв. Его можно изменить или убрать.
feedback-preview-opted-out = Этот человек отказался от подсчёта, поэтому ни его слова, ни имя не хранятся. Добавьте отзыв своими словами.
feedback-preview-new = Новая тема: **{ $title }**
feedback-preview-private = Этот канал видят не все, поэтому на карточке темы этих слов не будет.
feedback-tags-menu = Метки
feedback-theme-menu = Тема
feedback-save = Сохранить
feedback-new-theme = Новая тема
feedback-own-words = Добавить своими словами
feedback-remove = Убрать отзыв
feedback-cancel = Отмена
feedback-form-title-of-theme = О чём это
feedback-form-title-hint = При экспорте пропадают файлы
feedback-form-words-title = Своими словами
feedback-form-words = Что было сказано
feedback-saved = Сохранено в теме **{ $theme }**.
feedback-saved-card = Карточка темы: { $channel }.
feedback-saved-no-channel = У темы пока нет карточки, потому что не выбран канал для отзывов. Менеджер может выбрать его: `/setup set setting:feedback`. Посмотреть тему: `/feedback theme`.
feedback-removed = Убрано. Это сообщение больше не отзыв.
feedback-cancelled = Отменено. Ничего не сохранено.

feedback-card-status = **Статус:** { $status }
feedback-card-reason = **Причина:** { $reason }
feedback-card-into = **Объединена с темой:** { $theme }
feedback-card-people = **Людей:** { $people } · **Отзывов:** { $items }
feedback-card-owner = **Кто занимается:** { $member }
feedback-card-no-owner = **Кто занимается:** пока никто
feedback-card-tags = **Метки:**
feedback-card-days = **За 28 дней:**
feedback-card-noted = записала команда сервера
feedback-card-own-words = в пересказе команды сервера
feedback-card-more = { $count ->
    [one] …и ещё { $count } отзыв
    [few] …и ещё { $count } отзыва
    [many] …и ещё { $count } отзывов
   *[other] …и ещё { $count } отзыва
}
feedback-card-hidden = Отзывов из каналов, доступных здесь не всем: { $count }

feedback-list = Отзывы
feedback-list-empty = Отзывов пока нет. Выберите **Приложения → Отметить как отзыв** в меню сообщения или введите `/feedback add`.
feedback-list-none = Подходящих тем нет. Уберите статус или метку, чтобы увидеть все темы.
feedback-list-line = **{ $theme }** · { $status } · людей: { $people } · отзывов: { $items }
feedback-status-set = Новый статус темы **{ $theme }**: { $status }.
feedback-merged = Тема **{ $from }** теперь считается повтором, её отзывы — в теме **{ $theme }**. Людей, чьи отзывы в ней собраны (каждый учтён один раз): { $people }.
feedback-assigned = Темой **{ $theme }** теперь занимается { $member }.
feedback-unassigned = Темой **{ $theme }** теперь никто не занимается.
feedback-exported = Вот отзывы, без имён авторов.
feedback-exported-hidden = Вот отзывы, без имён авторов. Не вошли отзывы из каналов, которые вы не видите: { $count }.
feedback-tags = Метки
feedback-tags-line = использований: { $count }
feedback-tags-retired = использований: { $count } · убрана
feedback-tag-added = Метка добавлена: **{ $name }**.
feedback-tag-renamed = Метка **{ $before }** теперь называется **{ $name }**.
feedback-tag-retired = Метка **{ $name }** больше не предлагается. У отзывов она остаётся.

digest-section-feedback = отзывы
digest-heading-feedback = Отзывы
feedback-digest-people = Людей: { $people } (неделей раньше: { $before })
feedback-digest-shipped = Сделана. Людей, чьи отзывы собраны в теме: { $people }

help-feedback-add = Например: `/feedback add text:На стенде трое просили тёмный режим`
help-feedback-list = Например: `/feedback list status:open tag:ошибка`
help-feedback-theme = Например: `/feedback theme theme:3`
help-feedback-status = Например: `/feedback status theme:3 status:planned`
help-feedback-merge = Например: `/feedback merge theme:5 into:3`
help-feedback-assign = Например: `/feedback assign theme:3 member:@bob`
help-feedback-export = Например: `/feedback export theme:3`
help-tags-add = Например: `/tags add name:магазин`
help-tags-rename = Например: `/tags rename tag:магазин name:покупки`
help-tags-retire = Например: `/tags retire tag:магазин`

menu-tag-as-feedback = Отметить как отзыв
choice-open = открыта
choice-planned = запланирована
choice-in_progress = в работе
choice-shipped = сделана
choice-declined = отклонена
choice-duplicate = повтор
command-suggest = Предложить идею, за которую могут голосовать другие
command-suggest-text = Ваша идея
command-feedback = Собирать отзывы участников и решения по ним
command-feedback-add = Записать отзыв, которого нет в сообщениях
command-feedback-add-text = Что было сказано, вашими словами
command-feedback-add-theme = О чём это, номер или название [выбор в предпросмотре]
command-feedback-add-member = Чьи это слова
command-feedback-list = Показать темы отзывов, самые частые — первыми
command-feedback-list-status = Только темы с этим статусом [все]
command-feedback-list-tag = Только темы с этой меткой [все]
command-feedback-theme = Показать тему и отзывы в ней
command-feedback-theme-theme = Какая тема, номер или название
command-feedback-status = Сообщить, что будет с темой
command-feedback-status-theme = Какая тема, номер или название
command-feedback-status-status = Что с ней будет
command-feedback-status-reason = Почему; нужно, чтобы отклонить
command-feedback-merge = Собрать отзывы двух тем в одной
command-feedback-merge-theme = Тема, которая станет повтором, номер или название
command-feedback-merge-into = Тема, в которой всё собрать, номер или название
command-feedback-assign = Назначить, кто занимается темой
command-feedback-assign-theme = Какая тема, номер или название
command-feedback-assign-member = Кто занимается [никто]
command-feedback-export = Выгрузить темы и отзывы в файл
command-feedback-export-theme = Только эта тема, номер или название [все]
command-tags = Выбрать метки для отзывов
command-tags-add = Добавить метку или вернуть убранную
command-tags-add-name = Как называется метка
command-tags-rename = Переименовать метку везде
command-tags-rename-tag = Какая метка
command-tags-rename-name = Как она будет называться
command-tags-retire = Больше не предлагать метку; у отзывов она остаётся
command-tags-retire-tag = Какая метка
command-tags-list = Показать все метки и как часто они используются

suggest-no-channel = Вам не виден канал для идей. Обратитесь к команде сервера: менеджеры выбирают его через `/setup set setting:suggestions`.
suggest-too-many = В день можно предложить не больше { $most } идей. Следующую можно предложить { $again }.
suggest-withdrawn = Эта идея отозвана.
suggest-settled = Статус идеи — «{ $status }», голосовать за неё больше нельзя.
suggest-own = Это ваша идея, и ваш голос уже учтён.
suggest-not-own = Отозвать идею может только её автор.
suggest-draft-gone = Эта идея больше не хранится. Предложите её снова командой `/suggest`.
suggest-settled-before = Об этой идее вы уже решили.
suggest-card = Идея
suggest-card-by = Предлагает { $member }
suggest-card-withdrawn = Эта идея отозвана.
suggest-upvote = ▲ { $count }
suggest-voted = Ваш голос за эту идею учтён. Нажмите ещё раз, чтобы его снять.
suggest-unvoted = Ваш голос за эту идею снят.
suggest-voted-instead = Ваш голос отдан за «{ $text }». Ваша идея не опубликована.
suggest-alike = Похожие идеи уже есть. Можно проголосовать за одну из них или опубликовать свою.
suggest-instead = Проголосовать за одну из этих идей
suggest-post = Опубликовать мою идею
suggest-posted = Ваша идея опубликована в { $channel }, за неё можно голосовать.
suggest-posted-soon = Ваша идея сохранена и скоро появится в { $channel }.
suggest-not-posted = Ваша идея сохранена, и команда её видит, но опубликовать её в { $channel } не удалось.
suggest-withdraw = Отозвать
suggest-withdrawn-now = Ваша идея отозвана.
help-suggest = Например: `/suggest text:Тёмная тема для карты`

feedback-answer-planned = Мы планируем это сделать: **{ $title }**. Спасибо, что подняли эту тему.
feedback-answer-shipped = Готово: **{ $title }**. Спасибо, что попросили об этом.
feedback-answer-declined = Мы не будем этого делать: **{ $title }**. Спасибо, что подняли эту тему.
feedback-answer-preview = { $count ->
    [one] Вот что я отвечу там, где об этом писали: в { $count } месте. Автор получит уведомление.
    [few] Вот что я отвечу там, где об этом писали: в { $count } местах. Авторы получат уведомления.
    [many] Вот что я отвечу там, где об этом писали: в { $count } местах. Авторы получат уведомления.
   *[other] Вот что я отвечу там, где об этом писали: в { $count } местах. Авторы получат уведомления.
}
feedback-answer = Ответить
feedback-answer-not = Не отвечать
feedback-answer-changed = С тех пор кое-что изменилось. Посмотрите ещё раз.
feedback-answer-other-status = Статус темы теперь — «{ $status }». Вызовите `/feedback status` ещё раз.
feedback-answer-nowhere = Отвечать больше негде.
feedback-answer-gone = Этот предпросмотр больше не хранится. Вызовите `/feedback status` ещё раз.
feedback-answered-before = Ответ уже отправлен.
feedback-not-answered-before = Вы решили не отвечать.
feedback-not-answered = Ничего не опубликовано.
feedback-answered = Опубликовано ответов: { $count }
feedback-answered-soon = Скоро появится ответов: { $count }
feedback-answered-not = Не удалось опубликовать ответов: { $count }

surge-title = Об этом говорят многие: { $theme }
surge-now = **Людей за последние 7 дней:** { $people } · **Обычно за неделю:** { $usual }
surge-first = **Первое сообщение** { $at }
surge-last = **Последнее** { $at }
surge-acknowledge = Принять к сведению
surge-snooze = Отложить
surge-hand-over = Передать
surge-acknowledged = Принято к сведению: { $member }.
surge-snoozed = Отложено на день: { $member }.
surge-handed-over = Передано дальше. Кем: { $member }.
surge-acknowledged-now = Отмечено, что вы это видели.
surge-snoozed-now = Через 24 часа это появится снова, если тему не закроют и никто не примет это к сведению.
surge-gone = Это оповещение больше не хранится.
surge-decided = Об этом уже позаботились.
packet-told = Вот что можно передать, текстом и в JSON. Имён здесь нет, а цитируется только то, что могут прочитать все.
packet-people = Людей, чьи отзывы здесь собраны (каждый учтён один раз): { $people } (отзывов: { $items })
packet-trend = Людей за последние 7 дней: { $now }; за четыре недели до этого: { $before }
packet-status = Статус: { $status }
packet-tags = Метки: { $tags }
setting-feedback_pin = ставить ли 📌 на сообщения, отмеченные как отзыв
needs-feedback-pin = ставить 📌 на сообщения, отмеченные как отзыв
