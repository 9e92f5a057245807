## ama
ama-name = AMA № { $number }
ama-none = Среди видимых вам AMA нет такой: «{ $typed }». Выберите из списка.
ama-none-live = Сейчас ни одна AMA не принимает вопросы. Вот ваш текст:
ama-several-live = Сейчас вопросы принимают несколько AMA. Выберите одну в параметре **session**. Вот ваш текст:
ama-closed = Эта AMA закрылась { $at }.
ama-not-open = Эта AMA ещё не началась.
ama-open-before = AMA № { $number } уже открыта.
ama-closed-before = AMA № { $number } уже закрыта.
ama-not-host = Это могут только ведущие этой AMA. Модератор может добавить вас командой `/ama hosts add`.
ama-host-before = { $member } уже среди ведущих.
ama-no-host = { $member } не среди ведущих этой AMA.
ama-last-host = Нужен хотя бы один ведущий. Сначала добавьте другого.
ama-too-many-hosts = Ведущих может быть не больше { $most }.
ama-names-only = В этой AMA спросить можно только под своим именем.
ama-limit = { $most ->
    [one] Открытых вопросов у вас здесь уже { $most }, это предел. Новый можно задать, когда на один ответят или вы его отзовёте.
    [few] Открытых вопросов у вас здесь уже { $most }, это предел. Новый можно задать, когда на один ответят или вы его отзовёте.
   *[many] Открытых вопросов у вас здесь уже { $most }, это предел. Новый можно задать, когда на один ответят или вы его отзовёте.
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
ama-answered-before = На этот вопрос уже есть ответ, ведущий: { $member }.
ama-into-itself = Вопрос нельзя объединить с ним самим.
ama-none-left = Вопросов, ждущих ответа, нет.
ama-no-key = Ключа этой AMA нет, поэтому анонимные вопросы не принимаются. Под своим именем спросить можно.

ama-problem-title-none = Нужно название.
ama-problem-title-long = В названии знаков: { $units }, а предел — { $most }. Сократите его.
ama-problem-started = Это время прошло: { $at }. Выберите начало позже.
ama-problem-starts-late = Начало — не дальше чем через год. Самое позднее: { $latest }.
ama-problem-closes-soon = Так рано закрыть нельзя. Самое раннее: { $earliest }.
ama-problem-closes-late = AMA может быть открыта 32 дня. Самое позднее закрытие: { $latest }.
ama-problem-most = У участника может быть от 1 до { $most } открытых вопросов.
ama-note-review = Проверка остаётся: там, где никто не узнает автора, каждый вопрос сначала читает модератор.

ama-host-of = Ведущий: { $host }
ama-when = { $from } – { $until }
ama-asked-by = Автор вопроса: { $member }
ama-asked-anonymously = Анонимный вопрос
ama-votes = { $count ->
    [one] { $count } голос
    [few] { $count } голоса
   *[many] { $count } голосов
}
ama-asked-times = задан раз: { $count }
ama-answer-of = Ответ, ведущий: { $host }
ama-answer = Ответ
ama-answered-live = Ответ вслух, от начала прошло { $moment }
ama-left = Без ответа: { $count }
ama-figure-questions = Вопросов: { $count }
ama-figure-askers = Спросивших: { $count }
ama-figure-few = Спросивших меньше { $few }
ama-figure-votes = Голосов: { $count }
ama-figure-answered = С ответом: { $count }
ama-figure-wait = Медианное ожидание ответа: { $span }
