## reports, for members
report-form-message = Жалоба на сообщение
report-form-member = Жалоба: { $member }
report-reason = Что произошло
report-reason-hint = Это прочтут только модераторы
report-reason-hint-managers = Это прочтут только менеджеры
report-evidence = Чем это подтвердить, кто ещё видел
report-received = Спасибо. Жалоба у модераторов, и только они видят, от кого она.
report-received-no-channel = Спасибо, жалоба сохранена. Канал для жалоб здесь не задан, поэтому модераторы найдут её через `/reports list`.
report-received-managers = Спасибо. Жалоба только у менеджеров, и только они видят, от кого она.
report-received-managers-no-channel = Спасибо, жалоба сохранена, и прочесть её могут только менеджеры. Канал для жалоб здесь не задан, поэтому они найдут её через `/reports list`.
report-tell = Сообщить мне об итоге
report-will-tell = Когда жалобу рассмотрят, я отправлю вам личное сообщение. Если вы не принимаете от меня личные сообщения, больше нигде об этом не напишу.
report-acted = Уже решено: модераторы приняли меры. Спасибо.
report-dismissed = Уже решено: модераторы прочли жалобу и решили, что меры не нужны.
report-of-message = жалоба на сообщение
report-of-member = жалоба на участника
report-dm-acted = **{ $server }:** { $what } рассмотрена. Модераторы приняли меры. Спасибо. (Отправлена: { $at })
report-dm-dismissed = **{ $server }:** { $what } рассмотрена. Модераторы прочли её и решили, что меры не нужны. (Отправлена: { $at })
report-no-words = В жалобе нет текста. Напишите, что произошло, и отправьте ещё раз.
report-yourself = На себя пожаловаться нельзя. Чтобы написать модераторам о своих случаях, откройте `/mycases`.
report-steward = На меня пожаловаться нельзя. Если с ботом что-то не так, напишите модераторам.
report-too-many = Жалоб от вас пока слишком много: можно не больше 5 в час и 20 в день. Следующую можно отправить: { $at }. Если дело срочное, напишите модератору.
report-draft-gone = Эта форма больше не хранится, поэтому ничего не отправлено. Откройте меню ещё раз.
report-sent-before = Эта жалоба уже отправлена. Она у модераторов.

## reports, for staff
report-title = Жалоба № { $number }
report-for-managers = Она о человеке из команды, поэтому читать её могут только менеджеры.
report-read = Прочесть
report-whom = На кого
report-count = Пожаловались
report-people = { $count ->
    [0] авторы уже неизвестны
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человека
}
report-words = Что пишут
report-line = · { $reason }
report-line-evidence = · { $reason } — { $evidence }
report-wordless = (сообщение без слов)
report-claimed-title = Разбирает
report-claimed-by = { $by }, { $ago }
report-outcome = Итог
report-outcome-case = Меры приняты: { $by }, { $ago }, случай № { $number }
report-outcome-dismissed = Отклонена: { $by }, { $ago }
report-settled-hidden = Жалоба рассмотрена менеджером.
report-deletion = Сообщение
report-deletion-waiting = сообщение скоро будет удалено
report-deletion-done = сообщение удалено
report-deletion-failed = сообщение не удалено. { $why }
report-deletion-unknown = Discord не подтвердил, что сообщение удалено. Проверьте, прежде чем пробовать ещё раз
report-claim = Взять
report-warn = Предупредить
report-timeout = Тайм-аут
report-ban = Бан
report-delete-timeout = Удалить + тайм-аут
report-dismiss = Отклонить
report-reporters = Кто пожаловался
report-claimed = Жалоба № { $number } теперь за вами: остальные это видят. Чтобы отказаться от неё, нажмите **Взять** ещё раз.
report-released = Жалоба № { $number } снова свободна.
report-claimed-before = Жалобу № { $number } уже разбирает { $by } ({ $ago }). Вы всё равно можете её рассмотреть.
report-settled-before = Жалоба № { $number } уже рассмотрена: { $by }, { $ago }. Сейчас ничего не сделано.
report-settled = жалоба № { $number } рассмотрена
report-dismissed-done = Жалоба № { $number } отклонена. Никаких мер не принято.
report-about-you = Жалобу на себя разбирать нельзя. Это сделает кто-то другой из команды.
report-no-message = Жалоба № { $number } — на человека, поэтому удалять нечего.
report-unseen = Вам не виден канал этого сообщения, поэтому удалить сообщение вы не можете. Выберите **Тайм-аут** или оставьте жалобу тем, кому канал виден.
report-gone = Эта жалоба больше не хранится.
report-form-timeout = Жалоба № { $number }: тайм-аут
report-form-ban = Жалоба № { $number }: бан
report-form-delete = Жалоба № { $number }: удаление и тайм-аут
report-ban-hint = 12h, 7d, 6 months; пусто: навсегда
report-reporters-title = Кто отправил жалобу № { $number }
report-reporter = **{ $member }**, { $ago }
report-reporters-none = Авторы жалобы уже неизвестны: их данные удалены по их просьбе.
report-list = Жалобы
report-list-empty = Жалоб нет. Они появятся здесь, когда участники выберут **Пожаловаться модераторам**, **Пожаловаться на участника** или `/report`.
report-open = Открыть жалобу
report-line-message = **№ { $number }** сообщение: { $member } · { $people } · { $ago } · { $state }
report-line-member = **№ { $number }** { $member } · { $people } · { $ago } · { $state }
report-state-open = **открыта**
report-state-claimed = **открыта**, разбирает: { $by }
report-state-acted = случай № { $number }
report-state-dismissed = отклонена
needs-delete-reported = удалять сообщения, на которые пожаловались
moderation-reports = { $value ->
    [0] жалоб нет
    [one] { $value } жалоба
    [few] { $value } жалобы
    [many] { $value } жалоб
   *[other] { $value } жалобы
}
moderation-first-action = половина рассмотрена не дольше чем за { $value }
menu-report-to-moderators = Пожаловаться модераторам
menu-report-member = Пожаловаться на участника
command-report = Пожаловаться модераторам на участника; прочтут только они
command-report-member = На кого
command-report-reason = Что произошло
command-report-evidence = Чем это подтвердить: ссылка, кто ещё видел
command-reports = Читать жалобы участников
command-reports-list = Список жалоб, сначала открытые
