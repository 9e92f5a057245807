## events
events-digest-head = Evenimentul nr. { $number }: { $title }
events-digest-starts = Începe: { $at }
events-digest-going = Înscrieri: { $count }
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
events-week-previous = Săptămâna anterioară
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
events-feeds-secret = Oricine știe adresa poate citi calendarul. Dacă o adresă ajunge la altcineva, creează una nouă.
events-feed-own = Evenimentele la care te-ai înscris
events-feed-server = Toate evenimentele pe care le vede toată lumea aici
events-feed-renew-own = Adresă nouă pentru calendarul meu
events-feed-renew-server = Adresă nouă a serverului
events-feed-off = Abonarea la calendare este oprită aici. Proprietarul botului o poate porni cu `public_url` în setări. Până atunci folosește **Fișier de calendar** la un eveniment.

events-check-in = Confirmă prezența
events-checkin-early = Prezența se va putea confirma: { $at }
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
events-door-button = Participanții apasă **Confirmă prezența** pe fișa din { $channel }.
events-door-count = Prezențe: { $count } (au spus că vin: { $going })
events-door-refresh = Reîmprospătează
events-door-new = Cod nou

events-rating = Cum a fost „{ $title }”?
events-rating-how = Dacă ai fost acolo, apasă un număr de stele. Numele tău nu apare.
events-rating-event = Evenimentul nr. { $number }
events-rating-mean = Notă: { $mean } din 5, persoane: { $count }
events-rating-early = Poți nota evenimentul după ce se încheie.
events-rating-absent = Doar cine a fost la eveniment îl poate nota.
events-rating-none = Nu ai notat acest eveniment.
events-rating-late = Evenimentul a fost prea demult ca să îl mai notezi.
events-rating-words = Adaugă un comentariu
events-rating-words-form = Cum a fost?
events-rating-words-field = Ce a fost bine, ce ar putea fi mai bine?
events-rating-words-kept = Mulțumesc. Organizatorii îți pot citi comentariul, fără numele tău.
events-rating-remove = Șterge nota mea
events-rating-removed = Nota ta a fost ștearsă.
events-rated = Nota ta pentru „{ $title }”: { $stars } din 5. Ca să o schimbi, apasă alt număr.
events-stars = { $stars } ★
events-attendance = Prezență la eveniment
events-came = { $count ->
    [one] A venit { $count } persoană.
    [few] Au venit { $count } persoane.
   *[other] Au venit { $count } de persoane.
}
events-first-timers = Pentru prima dată la un eveniment aici: { $count }
events-no-shows = { $count ->
    [one] { $count } persoană a spus că vine și nu a venit.
    [few] { $count } persoane au spus că vin și nu au venit.
   *[other] { $count } de persoane au spus că vin și nu au venit.
}

command-event-checkin = Deschide confirmarea prezenței, cu un cod sau cu un buton
command-event-checkin-event = Care eveniment, după număr sau titlu
command-event-checkin-by = Cum se confirmă prezența [cu cod]
command-event-checkin-member = Confirmă prezența acestei persoane
choice-code = cu cod
choice-button = cu buton
command-events = Vezi ce este în fiecare zi
command-events-week = Care săptămână, de exemplu 2026-W49 sau 2026-12-05 [aceasta]
command-events-feed = Arată adresele calendarelor pentru abonare [nu]

needs-create-events = pune evenimente în lista serverului
needs-events-messages = publica fișele evenimentelor
events-no-place = Locul se anunță ulterior
events-reason = Eveniment cerut de { $actor }
events-failed = „{ $title }” nu a fost pus în lista de evenimente a serverului. { $why }
events-unknown = Discord n-a confirmat dacă „{ $title }” a fost pus în lista de evenimente a serverului. Uită-te acolo; dacă lipsește, adaugă-l manual.
events-full = În listă încap cel mult 100 de evenimente: șterge unul de care nu are nimeni nevoie, apoi încearcă din nou.
events-begun = Ora aceea a venit deja, așa că nu s-a creat niciun eveniment.
events-unclear = Nu se știe dacă Discord a creat deja acest eveniment. Uită-te în lista de evenimente a serverului; dacă lipsește, adaugă-l manual.
privacy-kind-events = Evenimente create de tine
privacy-why-events = Cum se numesc, când și unde au loc, ca lumea să se poată înscrie și niciunul să nu fie creat de două ori. Până la 400 de zile după încheierea lor.
events-none = Nu găsesc niciun eveniment numit „{ $typed }” pe care să-l vezi. Alege unul din listă.
privacy-kind-event_signups = Evenimente la care ai răspuns
privacy-why-event_signups = Dacă vii și câți invitați aduci. Până la 90 de zile după eveniment.
privacy-kind-event_reminders = Evenimente de care vrei să-ți amintesc
privacy-why-event_reminders = Ca să-ți pot trimite un mesaj direct înainte de început. Până la 90 de zile după eveniment.
needs-events-threads = crea un fir pentru cei înscriși la un eveniment
needs-events-thread-messages = scrie celor înscriși în firul unui eveniment
events-over = Evenimentul s-a încheiat sau a fost anulat.
events-signups-closed = Înscrierea s-a închis ({ $at }). Poți încă să apeși **Nu pot**.
events-role-only = Evenimentul este doar pentru rolul { $role }.
events-no-group = Alege un grup din meniu. Grupurile s-au putut schimba, așa că apasă din nou **Vin**.
events-no-seats =
    { $free ->
        [0] Nu există locuri libere pentru invitați.
        [one] Există loc doar pentru { $free } invitat.
        [few] Există locuri doar pentru { $free } invitați.
       *[other] Există locuri doar pentru { $free } de invitați.
    }
events-too-many-guests =
    { $most ->
        [0] La acest eveniment nu poți aduce invitați.
        [one] Poți aduce cel mult { $most } invitat.
        [few] Poți aduce cel mult { $most } invitați.
       *[other] Poți aduce cel mult { $most } de invitați.
    }
events-not-going = Nu există o înscriere a ta la acest eveniment. Apasă mai întâi **Vin**.
events-no-span = „{ $typed }” nu este o durată de cel puțin un minut. Scrie, de exemplu, „90 min” sau „2 ore”.
events-problem-title-none = Evenimentul are nevoie de un titlu.
events-problem-title-long = Caractere în titlu: { $units }, iar limita este { $most }. Scurtează titlul.
events-problem-description-long = Caractere în descriere: { $units }, iar limita este { $most }. Scurteaz-o.
events-problem-address-long = Caractere în adresă: { $units }, iar limita este { $most }. Scurteaz-o.
events-problem-started = Ora aceasta a trecut: { $at }. Alege o oră mai târzie.
events-problem-starts-late = Un eveniment poate începe cel mult peste un an. Cel mai târziu: { $latest }.
events-problem-length = Un eveniment poate dura de la 1 minut la 14 zile.
events-problem-longer-than-repeat = Nu s-ar încheia până la data următoare. Fă-l mai scurt sau repetă-l mai rar.
events-problem-voice = Alege un canal de voce cu opțiunea **channel**.
events-problem-stage = Alege un canal de scenă cu opțiunea **channel**.
events-problem-talk-in-person = O întâlnire în persoană nu are loc într-un canal de voce sau de scenă. Renunță la una dintre ele.
events-problem-address-in-channel = Un eveniment într-un canal nu are adresă. Renunță la canal sau la adresă.
events-problem-capacity = Un eveniment poate avea de la 1 la { $most } de locuri.
events-problem-groups = Un eveniment poate avea cel mult { $most } grupuri.
events-problem-group-twice = Două grupuri se numesc „{ $group }”. Redenumește unul.
events-problem-group = „{ $group }” nu poate fi un grup. Numele are cel mult { $most } de caractere, iar grupul are cel puțin 1 loc. Scrie, de exemplu, „vorbitor 3; ascultător”.
events-problem-guests = Fiecare poate aduce de la 0 la { $most } invitați.
events-problem-no-repeat = Spune cât de des se repetă evenimentul sau renunță la sfârșitul seriei.
events-problem-until-and-count = Alege data la care se încheie seria sau de câte ori are loc. Renunță la **until** sau la **count**.
events-problem-until-soon = Seria s-ar încheia înainte să înceapă. Alege o dată de sfârșit mai târzie.
events-problem-count = O serie poate avea loc de la 1 la { $most } de ori.
events-problem-reminders = Pot fi cel mult { $most } mementouri.
events-problem-early = Mementourile și închiderea înscrierii pot fi cu cel mult 30 de zile înainte de început.
events-draft-gone = Previzualizarea nu se mai păstrează. Folosește din nou `/event create`.
events-published-before = Evenimentul este deja publicat.
events-cancelled-before = Previzualizarea a fost anulată.
events-preview = Așa va arăta fișa în { $channel }. Deocamdată o vezi doar tu.
events-preview-ping = Rolul { $role } va fi menționat.
events-preview-ping-count =
    { $count ->
        [one] Rolul { $role } va fi menționat: { $count } persoană.
        [few] Rolul { $role } va fi menționat: { $count } persoane.
       *[other] Rolul { $role } va fi menționat: { $count } de persoane.
    }
events-preview-lacks = Îmi lipsește permisiunea { $permission }, așa că o parte nu va funcționa. Cine gestionează serverul o poate da în Setări server → Roluri.
events-preview-at = { $at }
events-and = { $before }, { $next }
events-preview-next = **Următoarele:** { $times }
events-preview-clocks = Ora se schimbă înainte de această dată: { $at }. Evenimentul rămâne la { $time } ({ $zone }).
events-preview-listed = Va fi și în lista de evenimente a serverului.
events-preview-hidden = Nu va fi în lista de evenimente a serverului, pentru că nu toată lumea vede acest canal.
events-preview-not-yours = Nu va fi în lista de evenimente a serverului, pentru că nu ai permisiunea { $permission }.
events-preview-not-listed = Nu va fi în lista de evenimente a serverului.
events-publish = Publică
events-hide-address = Ascunde adresa
events-show-address = Arată adresa
events-by-weekday = Aceeași zi a săptămânii
events-by-date = Aceeași dată
events-cancel-draft = Renunță
events-draft-cancelled = Anulat. Nu s-a publicat nimic.
events-published = „{ $title }” (evenimentul nr. { $number }) este în { $channel }. Începe: { $starts }
events-published-soon = „{ $title }” (evenimentul nr. { $number }) va fi imediat în { $channel }. Începe: { $starts }
events-published-not-posted = „{ $title }” (evenimentul nr. { $number }) a fost creat, dar fișa lui nu este în { $channel }. Începe: { $starts }
events-image = Imaginea evenimentului
events-when = **Când:** { $starts } ({ $away }), { $length }
events-where = **Unde:** { $place }
events-place-channel = { $channel }
events-place-words = { $place }
events-place-hidden = Adresa se arată celor care vin
events-repeats = **Se repetă:** { $rhythm }
events-repeat-daily = în fiecare zi
events-repeat-weekly = în fiecare săptămână ({ $weekday })
events-repeat-biweekly = la fiecare 2 săptămâni ({ $weekday })
events-repeat-monthly = în fiecare lună, pe data de { $day }
events-repeat-weekday = în fiecare lună ({ $weekday }, { $nth })
events-nth-1 = prima
events-nth-2 = a doua
events-nth-3 = a treia
events-nth-4 = a patra
events-nth-last = ultima
events-for-role = **Doar pentru rolul** { $role }
events-cutoff = **Înscriere până la:** { $at }
events-going-of = **Vin:** { $count } din { $capacity }
events-going-count = **Vin:** { $count }
events-group-of = · { $group }: { $count } din { $capacity }
events-group-count = · { $group }: { $count }
events-maybe-count = **Poate:** { $count }
events-waiting-count = **Pe lista de așteptare:** { $count }
events-card = Evenimentul nr. { $number }
events-card-draft = Așa va arăta fișa
events-card-running = Evenimentul nr. { $number } · are loc acum
events-card-ended = Evenimentul nr. { $number } · încheiat
events-card-series-over = Evenimentul nr. { $number } · încheiat, iar seria s-a terminat
events-card-skipped = Evenimentul nr. { $number } · de data aceasta nu are loc
events-card-cancelled = Evenimentul nr. { $number } · anulat
events-going = Vin
events-maybe = Poate
events-cant = Nu pot
events-remind-me = Amintește-mi
events-own-none = Nu există încă un răspuns al tău la acest eveniment.
events-own-going = Vii la „{ $title }”: { $starts } ({ $away }).
events-own-maybe = Poate vii la „{ $title }”: { $starts } ({ $away }).
events-own-cant = Nu poți veni la „{ $title }”: { $starts } ({ $away }).
events-own-waiting = La „{ $title }” nu mai sunt locuri: { $starts } ({ $away }). Locul tău pe lista de așteptare: { $place }. Îți trimit un mesaj direct când ai un loc.
events-own-group = Grup: { $group }
events-own-guests = Invitați: { $count }
events-own-address = Adresa: { $address }
events-own-every-time = Înscrierea este valabilă și pentru următoarele.
events-only-this-time = Doar de data aceasta
events-every-time = De fiecare dată
events-choose-group = În ce grup vii la „{ $title }”?
events-choose-group-menu = Alege un grup
events-seats-open = Locuri nelimitate
events-seats-none = Fără locuri: ajungi pe lista de așteptare
events-seats-free =
    { $count ->
        [one] { $count } loc liber
        [few] { $count } locuri libere
       *[other] { $count } de locuri libere
    }
events-guests-menu = Câți invitați aduci?
events-guests-option =
    { $count ->
        [0] Fără invitați
        [one] { $count } invitat
        [few] { $count } invitați
       *[other] { $count } de invitați
    }
events-reminder-on = Îți trimit un mesaj direct înainte de „{ $title }”: { $spans }. Apasă din nou butonul ca să oprești.
events-reminder-none = „{ $title }” nu are mementouri. Îți trimit un mesaj direct dacă se schimbă sau se anulează. Apasă din nou butonul ca să oprești.
events-reminder-off = Nu îți mai amintesc de „{ $title }”.
events-note-reminder = **{ $title }** începe { $away }: { $starts }.
events-dm-reminder = **{ $title }** pe serverul { $server } începe { $away }: { $starts }.
events-note-edited = **{ $title }** s-a schimbat. Începe: { $starts } ({ $away }). Fișa este deja actualizată.
events-dm-edited = **{ $title }** pe serverul { $server } s-a schimbat. Începe: { $starts } ({ $away }).
events-note-moved = **{ $title }** a fost mutat. Acum începe: { $starts } ({ $away }).
events-dm-moved = **{ $title }** pe serverul { $server } a fost mutat. Acum începe: { $starts } ({ $away }).
events-note-cancelled = **{ $title }** a fost anulat. Trebuia să înceapă: { $starts } ({ $away }).
events-dm-cancelled = **{ $title }** pe serverul { $server } a fost anulat. Trebuia să înceapă: { $starts } ({ $away }).
events-note-skipped = **{ $title }** nu are loc de data aceasta ({ $starts }, { $away }). Seria continuă.
events-dm-skipped = **{ $title }** pe serverul { $server } nu are loc de data aceasta ({ $starts }, { $away }). Seria continuă.
events-note-organizer = { $organizer } către toți cei înscriși la **{ $title }** ({ $starts }, { $away }):
events-dm-promoted = Ai un loc la **{ $title }** pe serverul { $server }: { $starts } ({ $away }). Dacă nu poți veni, apasă **Nu pot** pe fișă.
help-event-create = De exemplu: `/event create title:Raid starts:vineri 19:00 capacity:10 repeat:weekly`
command-event = Creează și gestionează evenimente, unice sau repetate
command-event-create = Creează un eveniment; vezi fișa înaintea tuturor
command-event-create-title = Cum se numește
command-event-create-starts = Când începe, de exemplu „vineri 19:00” sau „peste 2 zile”
command-event-create-duration = Cât durează, de exemplu „90 min” [1 oră]
command-event-create-place = Unde se întâlnește lumea
command-event-create-channel = Canalul de voce sau de scenă, sau unde se publică [canalul de evenimente sau aici]
command-event-create-address = Adresa, dacă întâlnirea este în persoană
command-event-create-capacity = Câți pot veni [oricâți]; ceilalți așteaptă un loc
command-event-create-groups = Grupuri de înscriere cu locurile lor, de exemplu „vorbitor 3; ascultător”
command-event-create-guests = Câți invitați poate aduce fiecare [0]
command-event-create-repeat = Cât de des are loc [o dată]
command-event-create-until = Când se încheie seria, de exemplu „31 decembrie”
command-event-create-count = De câte ori are loc seria
command-event-create-remind = Când se amintește, de exemplu „24 h, 1 h” sau „fără” [24 h, 1 h]
command-event-create-for_role = Cine poate veni [toți]
command-event-create-cutoff = Cu cât înainte de început se închide înscrierea, de exemplu „2 ore” [niciodată]
command-event-create-image = O imagine pentru fișă
command-event-create-description = Despre ce este
command-event-create-ping = Rolul de menționat la publicare
command-event-create-post = Unde se publică fișa, dacă e ales un canal de voce sau de scenă
choice-monthly-on-the-same-weekday = lunar, în aceeași zi a săptămânii
choice-voice = canal de voce
choice-stage = scenă
choice-in_person = în persoană
events-no-change = Spune ce se schimbă, de exemplu titlul sau începutul.
events-started-before = Evenimentul a început, așa că începutul nu se mai poate schimba.
events-no-series = Evenimentul are loc o singură dată, deci nu are alte date. Lasă data deoparte sau folosește `/event cancel` sau `/event move`.
events-no-occurrence = Seria nu are o astfel de dată. Alege una din listă.
events-day-taken = Seria are deja o dată în ziua aceea. Alege altă zi.
events-before-earlier = Datele de dinainte rămân, deci începutul trebuie să fie după ele. Alege o zi mai târzie.
events-nobody = Nu s-a înscris nimeni.
events-export-large = Fișierul evenimentului nr. { $number } este prea mare pentru Discord.
events-export = Toți cei care au răspuns la evenimentul nr. { $number } „{ $title }”.
events-edited = „{ $title }” (evenimentul nr. { $number }) s-a schimbat. Toți cei înscriși vor fi anunțați.
events-edited-from = „{ $title }” (evenimentul nr. { $number }) s-a schimbat începând cu data aceasta: { $starts }. Datele de dinainte rămân la fel.
events-edited-once = S-a schimbat o singură dată din „{ $title }” (evenimentul nr. { $number }): { $starts }. Celelalte rămân la fel.
events-cancelled-now = „{ $title }” (evenimentul nr. { $number }) este anulat. Toți cei înscriși vor fi anunțați.
events-skipped = Data aceea din „{ $title }” (evenimentul nr. { $number }) este sărită. Seria continuă.
events-moved = „{ $title }” (evenimentul nr. { $number }) este mutat: { $starts }
events-offer = nr. { $number } { $title }
events-offer-cancelled = nr. { $number } { $title } (anulat)
events-offer-ended = nr. { $number } { $title } (încheiat)
events-panel = Participanți: { $title }
events-panel-when = { $starts }, { $away }
events-panel-empty = Încă nu a răspuns nimeni.
events-panel-going = Vin
events-panel-group = Vin, grupul „{ $group }”
events-panel-no-group = Vin, fără grup
events-panel-waiting = Lista de așteptare
events-panel-maybe = Poate
events-panel-cant = Nu pot
events-panel-line = **{ $head } ({ $count }):** { $names }
events-member = { $member }
events-member-guests = { $member } +{ $count }
events-and-more = { $names } și încă { $count }
events-message = Scrie participanților
events-pick = Alege la întâmplare
events-refresh = Actualizează
events-move-up = Mută din lista de așteptare
events-move-up-option = Locul { $place } pe listă ({ $id })
events-form-message = Mesaj către participanți
events-form-message-text = Mesajul tău
events-form-pick = Alege participanți
events-form-pick-count = Câți dintre cei care vin
events-pick-number = Scrie câți să aleg, de exemplu 3.
events-picked = Alegere la întâmplare pentru „{ $title }”: { $names }
events-sent =
    { $count ->
        [one] Mesajul despre „{ $title }” ajunge în firul evenimentului: { $count } persoană.
        [few] Mesajul despre „{ $title }” ajunge în firul evenimentului: { $count } persoane.
       *[other] Mesajul despre „{ $title }” ajunge în firul evenimentului: { $count } de persoane.
    }
help-event-edit = De exemplu: `/event edit event:3 starts:vineri 20:00`
help-event-cancel = De exemplu: `/event cancel event:3`
help-event-clone = De exemplu: `/event clone event:3 starts:vineri 19:00`
help-event-skip = De exemplu: `/event skip event:3 date:2026-12-25`
help-event-move = De exemplu: `/event move event:3 starts:sâmbătă 19:00`
help-event-attendees = De exemplu: `/event attendees event:3`
help-event-export = De exemplu: `/event export event:3`
command-event-edit = Schimbă un eveniment; toți cei înscriși sunt anunțați
command-event-edit-event = Care eveniment, după număr sau titlu
command-event-edit-title = Cum se numește
command-event-edit-starts = Când începe, de exemplu „vineri 19:00”
command-event-edit-duration = Cât durează, de exemplu „90 min”
command-event-edit-place = Unde se întâlnește lumea
command-event-edit-channel = Canalul de voce sau de scenă
command-event-edit-address = Adresa, dacă întâlnirea este în persoană
command-event-edit-capacity = Câți pot veni; 0: oricâți
command-event-edit-groups = Grupuri de înscriere cu locurile lor, de exemplu „vorbitor 3; ascultător”
command-event-edit-guests = Câți invitați poate aduce fiecare
command-event-edit-remind = Când se amintește, de exemplu „24 h, 1 h” sau „fără”
command-event-edit-for_role = Cine poate veni
command-event-edit-cutoff = Cu cât înainte de început se închide înscrierea, de exemplu „2 ore”
command-event-edit-description = Despre ce este
command-event-edit-scope = Ce date ale seriei [aceasta și toate următoarele]
command-event-edit-date = De la ce dată a seriei [următoarea]
choice-this-and-all-later = aceasta și toate următoarele
choice-only-this-one = doar aceasta
command-event-cancel = Anulează un eveniment cu toate datele următoare; toți cei înscriși sunt anunțați
command-event-cancel-event = Care eveniment, după număr sau titlu
command-event-clone = Creează un eveniment ca unul anterior
command-event-clone-event = Care eveniment, după număr sau titlu
command-event-clone-starts = Când începe, de exemplu „vineri 19:00”
command-event-skip = Sari peste o dată a seriei; celelalte rămân
command-event-skip-event = Care eveniment, după număr sau titlu
command-event-skip-date = Ce dată [următoarea]
command-event-move = Mută o dată a seriei sau un eveniment; celelalte rămân
command-event-move-event = Care eveniment, după număr sau titlu
command-event-move-starts = Când începe, de exemplu „vineri 19:00”
command-event-move-date = Ce dată [următoarea]
command-event-attendees = Vezi cine s-a înscris, scrie-le și dă locuri
command-event-attendees-event = Care eveniment, după număr sau titlu
command-event-export = Descarcă lista celor înscriși
command-event-export-event = Care eveniment, după număr sau titlu
