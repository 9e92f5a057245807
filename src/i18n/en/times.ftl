## spans of time
span-seconds = { $seconds } s
span-minutes = { $minutes } min
span-hours = { $hours } h
span-hours-minutes = { $hours } h { $minutes } min
span-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
span-days-hours = { $days ->
    [one] { $days } day { $hours } h
   *[other] { $days } days { $hours } h
}

## times that people type
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
time-moment = { $weekday } { $day } { $month } { $year } { $time } { $zone }
time-away = in { $span }
time-ago = { $span } ago
time-echo = { $time }, { $away }
time-echo-skipped = { $time }, { $away } (clocks skip the time you typed)
time-echo-first = { $time }, { $away } (clocks show it twice: the first)
time-echo-second = { $time }, { $away } (clocks show it twice: the second)
time-echo-past = { $time } has gone by
time-echo-future = { $time } is still to come
time-example = { $typed } ({ $time })
time-example-span = in 2 hours
time-example-tomorrow = tomorrow at 18:00
time-example-weekday = friday 19:00
time-example-ago = 2 hours ago
time-example-yesterday = yesterday at 18:00
time-none = I cannot read “{ $typed }” as a time. Write it like `friday 19:00`, `in 2 hours` or `25.12 18:00`. Times are those of { $zone }, the zone of this server.
time-none-past = I can’t read “{ $typed }” as a time that has passed. Write it like `30m`, `yesterday 18:00` or `25.11 18:00`. Times are those of { $zone }, the zone of this server.
time-no-date = There is no such date as in “{ $typed }”. Days come before months here: `25.12 18:00`.
time-no-clock = No clock shows what “{ $typed }” says. Hours go from 0 to 23 and minutes from 0 to 59, as in `friday 19:00`.
time-weekday = “{ $typed }” does not fit together: that date is a { $weekday }. Write the date or the weekday alone.
time-other-zone = Clocks in { $zone }, the zone of this server, do not show the zone that “{ $typed }” names. Leave it out, or write the difference to UTC: `19:00 +03:00`.
time-past = “{ $typed }” has gone by: that was { $at }. Write a time that is still to come.
time-future = “{ $typed }” is still to come: that’s { $at }. Write a time that has passed, like `30m` or `yesterday 18:00`.
time-too-far = “{ $typed }” is more than a hundred years away. Write a time that someone here will see.
time-reason-no-date = There is no such date as in “{ $typed }”; the nearest:
time-reason-no-clock = No clock shows “{ $typed }”; the nearest:
time-reason-weekday = That date is a { $weekday }, not as in “{ $typed }”
time-reason-other-zone = Clocks here do not show the zone of “{ $typed }” then
time-reason-repeats = “{ $typed }” repeats, but only one time fits here:
time-reason-too-far = “{ $typed }” is more than a hundred years away
time-no-hour = “{ $typed }” names a day but no hour. Add one: `{ $example }`.
time-no-day = “{ $typed }” has several days. Write which of them, and the hour: `{ $example }`.
time-repeats = “{ $typed }” repeats, but only one time fits here. Write the first one, like `friday 19:00`.
time-midnight = “{ $typed }”: I took the midnight at the end of that day: { $at }. For the one at its beginning, write `{ $other }`.
time-usual-hour = “{ $typed }” names no hour, so I took a usual one: { $at }.
time-region = “{ $typed }”: { $name } is the same in summer and winter, so I took { $at }. Clocks in { $zone } show another time then. If you mean theirs, write “{ $zone }” instead of “{ $name }”.
time-skipped = Clocks go forward then and skip “{ $typed }”, so I took the time as long after the change: { $at }.
time-twice = Clocks go back then and show “{ $typed }” twice. I took the first: { $at }. For the second, write `{ $second }`.
