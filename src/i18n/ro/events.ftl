## events
events-digest-head = Evenimentul nr. { $number }: { $title }
events-digest-starts = Începe: { $at }
events-digest-going = Pe listă: { $count }
events-digest-over = A avut loc.
events-file = Deschide acest fișier ca să pui „{ $title }” în calendar. Dacă evenimentul se schimbă, ia-l din nou.
events-file-series = Deschide acest fișier ca să pui toate întâlnirile „{ $title }” în calendar. Dacă seria se schimbă, ia-l din nou.
events-calendar-file = Fișier de calendar

events-week = Săptămâna { $week }: { $from } – { $until }
events-week-date = { $day }.{ $month }
events-week-zone = Ora din { $zone }
events-week-more = și încă { $count }
events-week-day = **{ $weekday }, { $date }**
events-week-line = { $at } **{ $title }** (nr. { $number })
events-week-line-off = { $at } ~~{ $title }~~ (nr. { $number }, anulat)
events-week-room = în { $channel }
events-week-going = participă: { $count }
events-week-empty = Săptămâna aceasta nu este nimic planificat din ce poți vedea.
events-week-previous = Săptămâna trecută
events-week-next = Săptămâna viitoare
events-week-unknown = „{ $typed }” nu este o săptămână. Scrie o săptămână precum 2026-W49 sau o zi precum 2026-12-05.
events-week-offered = { $week }: de la { $from } la { $until }
events-weekday-1 = lu
events-weekday-2 = ma
events-weekday-3 = mi
events-weekday-4 = jo
events-weekday-5 = vi
events-weekday-6 = sâ
events-weekday-7 = du
events-feeds = Abonare la calendar
events-feeds-title = Calendare la care te poți abona
events-feeds-how = Adaugă o adresă în aplicația de calendar, la „Abonare” sau „Din URL”. Evenimentele apar și se schimbă singure.
events-feeds-secret = Oricine știe adresa poate citi calendarul. Dacă ajunge la altcineva, fă una nouă.
events-feed-own = Evenimentele la care ești pe listă
events-feed-server = Toate evenimentele pe care le vede toată lumea aici
events-feed-renew-own = Adresă nouă pentru mine
events-feed-renew-server = Adresă nouă a serverului
events-feed-off = Abonarea la calendare este oprită aici. Proprietarul botului o poate porni cu `public_url` în setări. Până atunci folosește **Fișier de calendar** la un eveniment.

events-check-in = Confirmă prezența
events-checkin-early = Prezența se confirmă de la: { $at }
events-checkin-over = Evenimentul s-a încheiat, prezența nu se mai poate confirma.
events-checkin-closed = Confirmarea prezenței nu este deschisă la acest eveniment.
events-checkin-wrong = Nu acesta este codul. Uită-te la codul de la intrare și încearcă din nou.
events-code-form = Confirmă prezența
events-code-field = Codul de la intrare
events-checked-in = Prezența ta la „{ $title }” este confirmată.
events-checked-in-before = Prezența ta la „{ $title }” era deja confirmată.
events-checked-other = Prezență confirmată la „{ $title }”: { $member }
events-checked-other-before = Prezență deja confirmată la „{ $title }”: { $member }
events-door = Prezență: { $title }
events-door-code = Arată acest cod la intrare: **{ $code }**
events-door-button = Lumea apasă **Confirmă prezența** pe card, în { $channel }.
events-door-count = Prezențe: { $count } (au spus că vin: { $going })
events-door-refresh = Reîmprospătează
events-door-new = Cod nou
events-door-soon = Prezența se confirmă de la o oră înainte de început.

events-rating = Cum a fost „{ $title }”?
events-rating-how = Dacă ai fost acolo, apasă un număr de stele. Numele tău nu apare.
events-rating-event = Evenimentul nr. { $number }
events-rating-mean = Notă: { $mean } din 5, persoane: { $count }
events-rating-early = Poți nota evenimentul după ce se încheie.
events-rating-absent = Doar cine a fost la eveniment îl poate nota.
events-rating-none = Nu ai notat acest eveniment.
events-rating-late = Evenimentul a fost prea demult ca să îl mai notezi.
events-rating-words = Adaugă cuvinte
events-rating-words-form = Cum a fost?
events-rating-words-field = Ce a fost bine, ce ar putea fi mai bine?
events-rating-words-kept = Mulțumesc. Organizatorii îți pot citi cuvintele, fără nume.
events-rating-remove = Șterge nota mea
events-rating-removed = Nota ta a fost ștearsă.
events-rated = Nota ta pentru „{ $title }”: { $stars } din 5. Ca să o schimbi, apasă alt număr.
events-stars = { $stars } ★
events-came = { $count ->
    [one] A venit { $count } persoană.
    [few] Au venit { $count } persoane.
   *[other] Au venit { $count } de persoane.
}
events-first-timers = { $count ->
    [one] Pentru { $count } dintre ele a fost primul eveniment aici.
    [few] Pentru { $count } dintre ele a fost primul eveniment aici.
   *[other] Pentru { $count } dintre ele a fost primul eveniment aici.
}
events-no-shows = { $count ->
    [one] { $count } persoană a spus că vine și nu a venit.
    [few] { $count } persoane au spus că vin și nu au venit.
   *[other] { $count } de persoane au spus că vin și nu au venit.
}

command-events = Vezi ce este în fiecare zi
command-events-week = Care săptămână, de exemplu 2026-W49 sau 2026-12-05 [aceasta]
command-events-feed = Arată adresele calendarelor pentru abonare [nu]

needs-create-events = pune un eveniment în lista serverului când un sondaj de date are un câștigător
needs-events-messages = spune acolo unde a fost sondajul ce s-a ales de evenimentul lui
events-no-place = Locul se anunță ulterior
events-reason = Eveniment cerut de { $actor }
events-made = „{ $title }” este în lista de evenimente a serverului: { $starts }.
events-failed = „{ $title }” nu a fost pus în lista de evenimente a serverului. { $why }
events-unknown = Discord n-a confirmat dacă „{ $title }” a fost pus în lista de evenimente a serverului. Uită-te acolo; dacă lipsește, adaugă-l manual.
events-full = În listă încap cel mult 100 de evenimente: șterge unul de care nu are nimeni nevoie, apoi încearcă din nou.
events-begun = Ora aceea a venit deja, așa că nu s-a creat niciun eveniment.
events-unclear = Nu se știe dacă Discord a creat deja acest eveniment. Uită-te în lista de evenimente a serverului; dacă lipsește, adaugă-l manual.
privacy-kind-events = Evenimente la care ai chemat lumea
privacy-why-events = Cum se numesc, când și unde au loc, ca lumea să se poată înscrie și niciunul să nu fie creat de două ori. Până la 400 de zile după încheierea lor.
events-none = Nu găsesc niciun eveniment numit „{ $typed }” pe care să-l vezi. Alege unul din listă.
privacy-kind-event_signups = Evenimente la care ai răspuns
privacy-why-event_signups = Dacă vii și câți invitați aduci. Până la 90 de zile după eveniment.
privacy-kind-event_reminders = Evenimente de care vrei să-ți amintesc
privacy-why-event_reminders = Ca să-ți pot trimite un mesaj direct înainte de început. Până la 90 de zile după eveniment.
command-event = Cheamă oamenii împreună
