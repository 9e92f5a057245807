## raids: the alert
raid-title = Рейд? Входит очень много людей
raid-title-begun = О рейде сообщили
raid-title-over = Рейд закончился
raid-title-dismissed = Не рейд
raid-joined = Вошло людей: **{ $count }**. Начало: { $since } ({ $ago })
raid-joined-until = Вошло людей: **{ $count }**. Начало: { $since }, конец: { $until }
raid-usual = Обычно здесь за 10 мин входит: { $usual }
raid-usual-none = Обычно здесь почти никто не входит.
raid-usual-unknown = Входов пока было слишком мало, чтобы сказать, сколько здесь обычно.
raid-sums = Аккаунтов моложе недели: { $young }. Что-то написали: { $wrote }
raid-begun-by = О рейде командой `/raid start` сообщает: { $by }
raid-invites-waiting = Приостанавливает приглашения: { $by }
raid-invites-paused = Приглашения приостановлены (конец: { $until }). Кто: { $by }
raid-invites-over = Приглашения снова работают (с этого времени: { $until }). Кто их приостанавливал: { $by }
raid-invites-failed = Приглашения не удалось приостановить.
raid-invites-unknown = Discord не подтвердил, что приглашения приостановлены. Проверьте, прежде чем повторять.
raid-dms-waiting = Приостанавливает личные сообщения: { $by }
raid-dms-paused = Личные сообщения между участниками приостановлены (конец: { $until }). Кто: { $by }
raid-dms-over = Личные сообщения между участниками снова работают (с этого времени: { $until }). Кто их приостанавливал: { $by }
raid-dms-failed = Личные сообщения не удалось приостановить.
raid-dms-unknown = Discord не подтвердил, что личные сообщения приостановлены. Проверьте, прежде чем повторять.
raid-cleanup = Очистка, { $by }: { $act }, готово { $done } из { $people }
raid-cleanup-held = Очистка, { $by }: { $act }, людей: { $people }. Ждёт менеджера
raid-cleanup-dismissed = Очистка, { $by }: { $act }, людей: { $people }. Отклонена менеджером
raid-what-to-do = `/raid clean` покажет, кого удалит, и удалит их. Рейд закончится сам через час после наплыва.
raid-ended = Наплыв закончился, поэтому рейд завершён: { $at }
raid-ended-by = Рейд завершает { $by }: { $at }
raid-dismissed-by = Это не рейд, говорит { $by }: { $at }
raid-pause-invites = Остановить вход на 1 ч
raid-pause-dms = Остановить ЛС на 1 ч
raid-who = Кто вошёл
raid-dismiss = Не рейд

## raids: what staff do
raid-started = Рейд начат. Команда видит его в { $channel }, и все, кто входит сейчас, считаются его частью.
raid-started-nowhere = Рейд начат, и все, кто входит сейчас, считаются его частью. Канал для жалоб и журнал модерации не выбраны (`/setup set`), поэтому команда найдёт его в `/reports list`.
raid-is-on = **Идёт рейд** (начало: { $since }), вошло людей: { $count }. `/raid clean` покажет, кого это удалит, `/raid end` завершает рейд.
raid-ended-done = Рейд завершён. Вошло людей: { $count }. `/raid clean` работает ещё неделю.
raid-dismissed-done = Понятно: это не рейд. Пока длится этот наплыв, предупреждений больше не будет.
raid-invites-now = Приглашения приостановлены (конец: { $until }). Discord откроет их сам.
raid-dms-now = Личные сообщения между участниками, которые не в друзьях, приостановлены (конец: { $until }). Discord разрешит их сам.
raid-pause-waits = Discord ещё не ответил. Предупреждение покажет, когда пауза начнётся.
raid-pause-unknown = Discord этого не подтвердил. Проверьте, прежде чем повторять.
raid-pause-refused = Discord отказал, поэтому ничего не приостановлено. Причину владелец бота найдёт в логе.
raid-none = Рейда сейчас нет. Начать его: `/raid start`.
raid-open-before = Рейд уже идёт, начало: { $since }. `/raid clean` действует на тех, кто вошёл, `/raid end` завершает рейд.
raid-gone = Этот рейд уже не хранится.
raid-over-before = Этот рейд уже завершён.
raid-who-title = Кто вошёл
raid-who-count = Вошло людей: { $count }
raid-who-line = { $member } `{ $id }` · вход: { $at } · аккаунт открыт: { $opened }
raid-who-line-wrote = { $member } `{ $id }` · вход: { $at } · аккаунт открыт: { $opened } · **есть сообщения**
raid-who-file = Все в файле
raid-not-kept = Сведения о том, кто вошёл, хранятся неделю, поэтому здесь никого не осталось.

## raids: the cleanup
raid-since-raid = Начало рейда: { $time }
raid-since = С этого времени: { $time }
raid-clean-timeout = **Отправить в тайм-аут { $people }? Пока ничего не сделано.**
raid-clean-kick = **Выгнать { $people }? Пока ничего не сделано.**
raid-clean-ban = **Забанить { $people }? Пока ничего не сделано.**
raid-clean-since = Вошли с этого времени: { $since }
raid-clean-younger = Только аккаунты моложе: { $age }
raid-clean-oldest = Самый старый аккаунт открыт: { $opened }
raid-clean-silent = Сообщений от них нет.
raid-clean-wrote = **Из них что-то написали: { $count }.** Кто именно, видно в файле.
raid-clean-deletes = Их сообщения тоже будут удалены, все за последнее время: { $span }
raid-clean-left-out = За один раз не больше { $most }, поэтому осталось людей: { $count }. Для них повторите команду.
raid-clean-running = Другая очистка ещё идёт (начало: { $ago }, кто: { $by }). Журнал модерации показывает, сколько готово.
raid-clean-checked = При подтверждении каждый проверяется. Команда, боты и те, на кого вы или я не можем действовать, пропускаются.
raid-clean-waits = Рейда со всеми этими людьми я не вижу, поэтому после вас это подтвердит менеджер.
raid-for-managers = Это людей: { $count }, и рейда со всеми ними я не вижу. Тогда модераторы действуют не больше чем на 50 человек сразу. Попросите менеджера.
raid-age-unread = «{ $typed }» не читается как возраст. Напишите, например: 12h, 7d или 2 недели.
raid-nobody-joined = С этого времени никто не вошёл: { $since }. Укажите в `since` более раннее время.
raid-nobody-so-young = С этого времени вошло людей: { $count }, но аккаунтов такого возраста среди них нет. Уберите `account_younger_than` или выберите больше.
raid-too-long-ago = Сведения о том, кто вошёл, хранятся неделю, а это раньше: { $since }. Укажите в `since` более позднее время.
raid-draft-gone = Этот предпросмотр уже не хранится, поэтому ничего не сделано. Повторите `/raid clean`.
raid-reason = Очистка после рейда: вход с этого времени: { $since }
mass-why-staff = не сделано: этот человек в команде
needs-pause-invites = приостанавливать приглашения и личные сообщения при рейде и банить многих сразу

## raids: the command
command-raid = Справиться с рейдом: входит сразу много аккаунтов
command-raid-start = Сообщить, что идёт рейд, если бот его не заметил
command-raid-clean = Применить меру ко всем, кто недавно вошёл; сначала видно, к кому
command-raid-clean-since = С какого времени вошли: 30m, 14:05, вчера 18:00
command-raid-clean-act = Что с ними сделать
command-raid-clean-account_younger_than = Только аккаунты моложе: 1d, 2 недели
command-raid-end = Сообщить, что рейд закончился

## raids: the digest
digest-raid = Рейд ({ $day }): вошло людей: { $joined }, из них удалено: { $removed }.
digest-raid-without = Без удалённых аккаунтов: { $others }, { $of_others }. С ними: { $people }, { $messages }.
digest-raid-people = писало людей: { $count }
digest-raid-messages = сообщений: { $count }
