## spans of time
span-seconds = { $seconds } с
span-minutes = { $minutes } мин
span-hours = { $hours } ч
span-hours-minutes = { $hours } ч { $minutes } мин
span-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
span-days-hours = { $days ->
    [one] { $days } день { $hours } ч
    [few] { $days } дня { $hours } ч
   *[many] { $days } дней { $hours } ч
}

## times that people type
month-short-1 = янв
month-short-2 = фев
month-short-3 = мар
month-short-4 = апр
month-short-5 = мая
month-short-6 = июн
month-short-7 = июл
month-short-8 = авг
month-short-9 = сен
month-short-10 = окт
month-short-11 = ноя
month-short-12 = дек
time-moment = { $weekday } { $day } { $month } { $year } { $time } { $zone }
time-away = через { $span }
time-ago = { $span } назад
time-echo = { $time }, { $away }
time-echo-skipped = { $time }, { $away } (названного времени часы не покажут)
time-echo-first = { $time }, { $away } (часы покажут его дважды: первое)
time-echo-second = { $time }, { $away } (часы покажут его дважды: второе)
time-echo-past = { $time } уже прошло
time-echo-future = { $time } ещё не наступило
time-example = { $typed } ({ $time })
time-example-span = через 2 часа
time-example-tomorrow = завтра в 18:00
time-example-weekday = в пятницу в 19:00
time-example-ago = 2 часа назад
time-example-yesterday = вчера в 18:00
time-none = Не получается прочитать «{ $typed }» как время. Напишите, например, `в пятницу в 19:00`, `через 2 часа` или `25.12 18:00`. Время считается по зоне этого сервера: { $zone }.
time-none-past = Не получается прочитать «{ $typed }» как время в прошлом. Напишите, например, `30м`, `вчера в 18:00` или `25.11 18:00`. Время считается по зоне этого сервера: { $zone }.
time-no-date = Такой даты, как в «{ $typed }», нет. День пишется перед месяцем: `25.12 18:00`.
time-no-clock = Того, что написано в «{ $typed }», часы не показывают. Часы бывают от 0 до 23, минуты от 0 до 59, например: `в пятницу в 19:00`.
time-weekday = В «{ $typed }» дата и день недели не сходятся: на эту дату приходится { $weekday }. Напишите что-то одно.
time-other-zone = В зоне этого сервера ({ $zone }) время тогда называется не так, как в «{ $typed }». Уберите название или напишите разницу с UTC: `19:00 +03:00`.
time-past = «{ $typed }» уже прошло: это было { $at }. Напишите время, которое ещё наступит.
time-future = «{ $typed }» ещё не наступило: это { $at }. Напишите время в прошлом, например `30м` или `вчера в 18:00`.
time-too-far = До «{ $typed }» больше ста лет. Напишите время, до которого здесь кто-нибудь доживёт.
time-reason-no-date = Такой даты, как в «{ $typed }», нет; ближайшая:
time-reason-no-clock = Часы не показывают «{ $typed }»; ближайшее:
time-reason-weekday = На эту дату приходится { $weekday }, с «{ $typed }» не сходится
time-reason-other-zone = Здесь время тогда называется не так, как в «{ $typed }»
time-reason-repeats = «{ $typed }» повторяется, а здесь нужно одно время:
time-reason-too-far = До «{ $typed }» больше ста лет
time-no-hour = «{ $typed }» — это день без времени. Допишите час: `{ $example }`.
time-no-day = В «{ $typed }» несколько дней. Напишите, какой из них и во сколько: `{ $example }`.
time-repeats = «{ $typed }» повторяется, а здесь нужно одно время. Напишите первое, например `в пятницу в 19:00`.
time-midnight = «{ $typed }»: взята полночь в конце этого дня: { $at }. Если нужна полночь в его начале, напишите `{ $other }`.
time-usual-hour = В «{ $typed }» час не назван, поэтому взято обычное время: { $at }.
time-region = «{ $typed }»: пояс { $name } одинаков летом и зимой, поэтому взято время: { $at }. Часы в поясе { $zone } показывают тогда другое. Если вы имели в виду их, напишите «{ $zone }» вместо «{ $name }».
time-skipped = Часы тогда переводят вперёд, и «{ $typed }» они не покажут. Взято время, настолько же отстоящее от перевода: { $at }.
time-twice = Часы тогда переводят назад, и «{ $typed }» они покажут дважды. Взято первое: { $at }. Если нужно второе, напишите `{ $second }`.
