## spans of time
span-seconds = { $seconds } s
span-minutes = { $minutes } min
span-hours = { $hours } h
span-hours-minutes = { $hours } h { $minutes } min
span-days = { $days ->
    [one] o zi
    [few] { $days } zile
   *[other] { $days } de zile
}
span-days-hours = { $days ->
    [one] o zi { $hours } h
    [few] { $days } zile { $hours } h
   *[other] { $days } de zile { $hours } h
}

## times that people type
month-short-1 = ian.
month-short-2 = feb.
month-short-3 = mar.
month-short-4 = apr.
month-short-5 = mai
month-short-6 = iun.
month-short-7 = iul.
month-short-8 = aug.
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = dec.
time-moment = { $weekday } { $day } { $month } { $year } { $time } { $zone }
time-away = peste { $span }
time-ago = acum { $span }
time-echo = { $time }, { $away }
time-echo-skipped = { $time }, { $away } (ceasurile sar peste ora scrisă)
time-echo-first = { $time }, { $away } (ceasurile o arată de două ori: prima)
time-echo-second = { $time }, { $away } (ceasurile o arată de două ori: a doua)
time-echo-past = { $time } a trecut deja
time-echo-future = { $time } nu a venit încă
time-example = { $typed } ({ $time })
time-example-span = peste 2 ore
time-example-tomorrow = mâine la 18:00
time-example-weekday = vineri la 19:00
time-example-ago = acum 2 ore
time-example-yesterday = ieri la 18:00
time-none = Nu pot citi „{ $typed }” ca oră. Scrie, de exemplu, `vineri la 19:00`, `peste 2 ore` sau `25.12 18:00`. Orele sunt cele din zona acestui server: { $zone }.
time-none-past = Nu pot citi „{ $typed }” ca oră din trecut. Scrie, de exemplu, `30m`, `ieri la 18:00` sau `25.11 18:00`. Orele sunt cele din zona acestui server: { $zone }.
time-no-date = Nu există o dată ca în „{ $typed }”. Ziua se scrie înaintea lunii: `25.12 18:00`.
time-no-clock = Niciun ceas nu arată ce scrie în „{ $typed }”. Orele merg de la 0 la 23, iar minutele de la 0 la 59, ca în `vineri la 19:00`.
time-weekday = În „{ $typed }” data și ziua nu se potrivesc: la acea dată este { $weekday }. Scrie doar una dintre ele.
time-other-zone = În zona acestui server ({ $zone }) ora nu se numește atunci ca în „{ $typed }”. Lasă numele la o parte sau scrie diferența față de UTC: `19:00 +03:00`.
time-past = „{ $typed }” a trecut deja: a fost { $at }. Scrie o oră care urmează.
time-future = „{ $typed }” nu a venit încă: este { $at }. Scrie o oră din trecut, de exemplu `30m` sau `ieri la 18:00`.
time-too-far = Până la „{ $typed }” sunt mai mult de o sută de ani. Scrie o oră pe care cineva de aici o va apuca.
time-reason-no-date = Nu există o dată ca în „{ $typed }”; cea mai apropiată:
time-reason-no-clock = Niciun ceas nu arată „{ $typed }”; cea mai apropiată oră:
time-reason-weekday = La acea dată este { $weekday }, nu se potrivește cu „{ $typed }”
time-reason-other-zone = Aici ora nu se numește atunci ca în „{ $typed }”
time-reason-repeats = „{ $typed }” se repetă, iar aici merge un singur moment:
time-reason-too-far = Până la „{ $typed }” sunt mai mult de o sută de ani
time-no-hour = „{ $typed }” numește o zi, dar lipsește ora. Scrie-o și pe ea: `{ $example }`.
time-no-day = „{ $typed }” are mai multe zile. Scrie care dintre ele și ora: `{ $example }`.
time-repeats = „{ $typed }” se repetă, iar aici merge un singur moment. Scrie-l pe primul, de exemplu `vineri la 19:00`.
time-midnight = „{ $typed }”: am luat miezul nopții de la sfârșitul acelei zile: { $at }. Pentru cel de la începutul ei, scrie `{ $other }`.
time-usual-hour = „{ $typed }” nu spune ora, așa că am luat una obișnuită: { $at }.
time-region = „{ $typed }”: { $name } este la fel vara și iarna, așa că am luat ora aceasta: { $at }. Ceasurile din { $zone } arată atunci altă oră. Dacă la ele te referi, scrie „{ $zone }” în loc de „{ $name }”.
time-skipped = Ceasurile se dau atunci înainte și sar peste „{ $typed }”, așa că am luat ora aflată la fel de mult după schimbare: { $at }.
time-twice = Ceasurile se dau atunci înapoi și arată „{ $typed }” de două ori. Am luat prima: { $at }. Pentru a doua, scrie `{ $second }`.
