## polls
poll-name = Sondajul nr. { $number }
poll-role = { $role }
poll-roles = { $before }, { $next }
poll-everyone = toată lumea
poll-date = { $at }
poll-option = { $place }.
poll-voted = { $voters ->
    [0] Nu a votat încă nimeni
    [one] A votat { $voters } persoană
    [few] Au votat { $voters } persoane
   *[other] Au votat { $voters } de persoane
}
poll-few = Au votat mai puțin de { $few } persoane
poll-card-closed = Încheiat
poll-old-card = Cardul sondajului nr. { $number } a fost publicat din nou. Votează acolo:
poll-card-edited = Modificat
poll-how-single = Alege o variantă; îți poți schimba sau retrage votul până la încheiere.
poll-how-multi = Alege oricâte variante; îți poți schimba sau retrage votul până la încheiere.
poll-how-most = { $count ->
    [one] Alege o variantă; îți poți schimba sau retrage votul până la încheiere.
    [few] Alege cel mult { $count } variante; îți poți schimba sau retrage votul până la încheiere.
   *[other] Alege cel mult { $count } de variante; îți poți schimba sau retrage votul până la încheiere.
}
poll-how-exactly = Alege exact { $count }; îți poți schimba sau retrage votul până la încheiere.
poll-how-ranked = Pune variantele în ordine, cu preferata pe primul loc; îți poți schimba sau retrage votul până la încheiere.
poll-how-ranked-most = { $count ->
    [one] Alege varianta preferată; îți poți schimba sau retrage votul până la încheiere.
    [few] Pune în ordine cel mult { $count } variante, cu preferata pe primul loc; îți poți schimba sau retrage votul până la încheiere.
   *[other] Pune în ordine cel mult { $count } de variante, cu preferata pe primul loc; îți poți schimba sau retrage votul până la încheiere.
}
poll-how-rating = De la 1, cea mai mică notă, la 5, cea mai mare; îți poți schimba sau retrage votul până la încheiere.
poll-opens = Se deschide { $at } ({ $ago })
poll-closes = Se încheie { $at } ({ $ago })
poll-repeats = Acest sondaj { $repeats }.
poll-repeats-daily = se repetă în fiecare zi
poll-repeats-weekly = se repetă în fiecare săptămână
poll-repeats-biweekly = se repetă o dată la două săptămâni
poll-repeats-monthly = se repetă în fiecare lună
poll-repeats-never = nu se repetă
poll-question-before = La primele voturi, întrebarea era: „{ $question }”.
poll-reminder = Sondajul nr. { $number }, „{ $question }”, se încheie { $ago } ({ $at }). Votează pe cardul de mai sus.
poll-for = Pentru { $roles }
poll-for-members = { $count ->
    [one] Pentru cine este pe acest server de cel puțin o zi.
    [few] Pentru cine este pe acest server de cel puțin { $count } zile.
   *[other] Pentru cine este pe acest server de cel puțin { $count } de zile.
}
poll-for-accounts = { $count ->
    [one] Pentru conturi vechi de cel puțin o zi.
    [few] Pentru conturi vechi de cel puțin { $count } zile.
   *[other] Pentru conturi vechi de cel puțin { $count } de zile.
}
poll-seats = { $count ->
    [one] Câștigă o singură variantă.
    [few] Câștigă { $count } variante, cele cu cele mai multe voturi.
   *[other] Câștigă { $count } de variante, cele cu cele mai multe voturi.
}
poll-seats-ranked = { $count ->
    [one] Câștigă o singură variantă.
    [few] Câștigă { $count } variante, prin vot unic transferabil.
   *[other] Câștigă { $count } de variante, prin vot unic transferabil.
}
poll-days = { $count ->
    [one] { $count } zi
    [few] { $count } zile
   *[other] { $count } de zile
}
poll-quorum-people = { $count ->
    [one] Este valabil numai dacă votează cel puțin o persoană.
    [few] Este valabil numai dacă votează cel puțin { $count } persoane.
   *[other] Este valabil numai dacă votează cel puțin { $count } de persoane.
}
poll-quorum-percent = Este valabil numai dacă votează cel puțin { $share } % dintre cei care pot vota.
poll-results-after-vote = Vezi rezultatele după ce ai votat.
poll-results-after-close = Nimeni nu vede rezultatele înainte de încheiere.
poll-ballot-public = Toată lumea poate vedea cum ai votat.
poll-ballot-named-after = După încheiere, toată lumea poate vedea cum ai votat.
poll-ballot-secret = Nimeni de pe acest server nu poate vedea cum ai votat. Cât timp sondajul este deschis, cine administrează calculatorul botului ar putea afla; la încheiere acest lucru devine imposibil. Dacă votează mai puțin de 5 persoane, nu se arată niciun rezultat.
poll-ballot-native = Acesta este un sondaj al Discord: toată lumea poate vedea cum ai votat.
poll-vote = Votează
poll-mine = Votul meu
poll-results = Rezultate
poll-withdraw = Retrage votul
poll-vote-is = Ai votat pentru:
poll-vote-ranked = Ordinea ta, care se ia deja în seamă:
poll-vote-incomplete = Ai ales { $chosen } din { $count }. Votul se numără când ai ales { $count }. Până acum:
poll-no-vote-yet = Nu ai votat în acest sondaj.
poll-withdrawn = Votul tău la „{ $question }” a fost retras. Poți vota din nou până la încheiere.
poll-seen-public = Toată lumea poate vedea cum ai votat.
poll-seen-named-after = Nimeni nu vede cum ai votat înainte de încheiere; apoi vede toată lumea.
poll-seen-secret = Nimeni de pe acest server nu poate vedea cum ai votat.
poll-menu = { $count ->
    [one] Alege o variantă
    [few] Alege cel mult { $count } variante
   *[other] Alege cel mult { $count } de variante
}
poll-ranking-none = Alege varianta preferată. Fiecare alegere se numără pe loc; te poți opri oricând.
poll-ranking-next = Locul { $rank }
poll-ranking-again = De la început
poll-so-far = Până acum
poll-who = Cine ce a votat
poll-preview = Aceasta este doar previzualizarea: nu se întreabă nimic până nu apeși **Publică**. Sondajul va apărea în { $channel }.
poll-preview-images = Imaginile vor apărea sub card, numerotate ca opțiunile.
poll-preview-secret = Odată deschis, sondajul nu mai poate fi făcut mai puțin secret: nimeni nu va putea afla cum a votat cineva, nici tu.
poll-preview-dates = La încheiere, data potrivită pentru cei mai mulți devine un eveniment. Îl vede tot serverul.
poll-preview-dates-hidden = Nu toată lumea de pe server vede acest canal, așa că din data aleasă nu se face un eveniment.
poll-preview-dates-lacks = Îți lipsește permisiunea { $permission }, așa că din data aleasă nu se face un eveniment.
poll-preview-dates-none = Din data aleasă nu se face un eveniment.
poll-preview-series = Serie: { $repeats }. Următoarele se deschid: { $next }, { $then }. `/poll edit` cu `repeat: never` încheie seria.
poll-not-opened = Sondajul nr. { $number } din { $channel } nu s-a deschis: { $author }, care l-a creat, nu mai face parte din echipă sau nu mai poate scrie acolo. Dacă mai e nevoie de el, folosește acolo `/poll create` sau `/poll repeat`.
poll-preview-ping = Este menționat { $role }, ceea ce ajunge la { $count ->
    [one] o persoană
    [few] { $count } persoane
   *[other] { $count } de persoane
}.
poll-preview-ping-unknown = Este menționat { $role }; Discord nu a spus la câte persoane ajunge.
poll-who-may = Cine poate vota: toată lumea, dacă nu alegi roluri
poll-publish = Publică
poll-edit-options = Schimbă variantele
poll-limits = Cine poate vota
poll-limits-min-age = Zile pe acest server; 0 pentru toți
poll-limits-account-age = Zile de la crearea contului; 0: orice cont
poll-limits-seats = Câte variante câștigă
poll-cancel = Renunță
poll-options-title = Pentru ce se votează
poll-options-label = Variante, câte una pe rând; de la 2 la 25
poll-options-hint = Vineri
    Sâmbătă
    Nu pot în niciuna
poll-scheduled = Sondajul nr. { $number } se deschide { $at } ({ $ago }) în { $channel }.
poll-opened = Sondajul nr. { $number } este deschis în { $channel }.
poll-opening = Sondajul nr. { $number } este înregistrat și apare imediat în { $channel }. Dacă ceva îl împiedică, o spune `/poll list`.
poll-not-posted = Sondajul nr. { $number } este înregistrat, dar mesajul lui nu apare în { $channel }: { $why }
poll-posted-again = Mesajul este din nou în { $channel }.
poll-cancelled = Nu s-a întrebat nimic, iar previzualizarea a dispărut.
poll-cancelled-before = La această previzualizare s-a renunțat. Pentru una nouă folosește `/poll create`.
poll-published-before = A fost deja publicat. Îl găsești în `/poll list`.
poll-draft-gone = Previzualizarea nu mai există: se păstrează o zi, pentru cine a făcut-o. Pentru una nouă folosește `/poll create`.
poll-closed-now = Sondajul nr. { $number } este încheiat, iar rezultatul este în { $channel }.
poll-closing = Sondajul nr. { $number } este încheiat, iar rezultatul apare imediat în { $channel }.
poll-posting-again = Este înregistrat și apare imediat în { $channel }.
poll-called-off = Sondajul nr. { $number } a fost anulat înainte de deschidere; nu l-a văzut nimeni.
poll-ended-native = Discord încheie acum sondajul nr. { $number } și arată în { $channel } cum s-a terminat; `/poll results` îl are îndată ce numărătoarea e definitivă.
poll-closed-not-posted = Sondajul nr. { $number } este încheiat, dar rezultatul nu apare în { $channel }: { $why } Îl arată `/poll results`.
poll-closed-before = Sondajul nr. { $number } este deja încheiat. Rezultatul îl arată `/poll results`.
poll-series-next = Următorul sondaj din această serie se deschide: { $at }. `/poll edit` cu `repeat: never` încheie seria.
poll-edit-nothing = Nu s-ar schimba nimic. Spune ce se schimbă, de exemplu în opțiunea `question` sau `quorum`.
poll-edit-native = Discord nu permite modificarea sondajelor proprii după deschidere. `/poll close` îl încheie, iar `/poll create` face altul. Poți schimba doar `remind` și `repeat`.
poll-edit-open = Acest sondaj este deja deschis, deci începutul nu se mai schimbă. Renunță la `starts`.
poll-edit-options-stay = Există deja voturi, deci variantele, câte se pot alege și câte câștigă rămân așa. Poți schimba întrebarea, cine votează, cvorumul, încheierea, mementoul și seria. Pentru alte variante folosește `/poll close`, apoi `/poll create`.
poll-edit-preview = În sondajul nr. { $number } din { $channel } există deja voturi. Încă nu s-a schimbat nimic. **Publică** schimbă cardul pentru toți:
poll-edit-preview-question = Cardul și rezultatul vor arăta și întrebarea la care s-a votat înainte.
poll-edit-preview-voters = Voturile date rămân, și ale celor care după schimbare n-ar mai putea vota.
poll-edit-done = Sondajul nr. { $number } este modificat, se vede pe cardul din { $channel }:
poll-edit-done-scheduled = Sondajul nr. { $number } este modificat înainte de deschiderea în { $channel }:
poll-edit-told = Sondajul tău nr. { $number }, „{ $question }”, din { $channel } a fost modificat. Autorul schimbării: { $member }.
poll-edit-line = { $what }: { $was } → { $is }
poll-edit-value = { $what }: { $value }
poll-change-question = Întrebarea
poll-change-options = Variantele
poll-change-pick = Câte se pot alege
poll-change-starts = Deschiderea
poll-change-closes = Încheierea
poll-change-voters = Cine poate vota
poll-change-seats = Câte câștigă
poll-change-min-age = Timpul pe server
poll-change-account-age = Vechimea contului
poll-change-quorum = Cvorumul
poll-change-repeat = Seria
poll-change-remind = Mementoul
poll-edit-none = fără
poll-edit-most = cel mult { $count }
poll-edit-exactly = exact { $count }
poll-edit-before = cu { $span } înainte de încheiere
poll-edit-cancelled = Nu s-a schimbat nimic.
poll-edit-gone = Această previzualizare nu mai există: se păstrează o zi, doar pentru cine a făcut-o. Folosește din nou `/poll edit`.
poll-edit-saved-before = Această schimbare a fost deja publicată.
poll-edit-cancelled-before = La această schimbare s-a renunțat. Folosește din nou `/poll edit`.
poll-extended = Sondajul nr. { $number } se încheie { $at } ({ $ago }), nu { $before }.
poll-native-closes = La sondajele proprii, Discord nu permite mutarea sfârșitului. `/poll close` îl încheie acum.
poll-repeat-images = Imaginile sondajului dinainte nu se păstrează. Ca să le arăți, folosește `/poll create` și atașează-le din nou.
poll-dates-over = Una dintre aceste date a trecut. Folosește `/poll dates` cu altele noi.
poll-dates-one = Este o singură dată, așa că nu ai ce alege. Scrie cel puțin două, cu „;” între ele.
poll-fallback = Rezultatul acestui sondaj nu a putut fi publicat în { $channel }: { $why }
poll-why-gone = canalul sau mesajul a fost șters. Apasă **Trimite din nou** sau folosește `/poll repeat` în alt canal.
poll-fallback-card = Sondajul nr. { $number } este deschis, dar cardul lui nu este în { $channel }, așa că nu se poate vota: { $why }
poll-how-ranked-exactly = Pune în ordine exact { $count } variante, cu preferata pe primul loc; îți poți schimba sau retrage votul până la încheiere.
poll-ranking-none-exactly = Alege varianta preferată. Votul se numără când { $count } variante stau în ordine.
poll-menu-exactly = Alege { $count }
poll-list-called-off = anulat înainte de deschidere
poll-list-closed-few = încheiat { $at }, au votat mai puțin de { $few } persoane
poll-none = Nu există aici sondajul „{ $typed }”. Alege unul dintre cele propuse sau vezi `/poll list`.
poll-none-here = În acest canal nu a fost încă niciun sondaj. Numește unul în opțiunea `poll` sau vezi `/poll list`.
poll-none-open = În acest canal nu este deschis niciun sondaj. Numește unul în opțiunea `poll` sau vezi `/poll list`.
poll-several-open = În acest canal sunt deschise mai multe sondaje. Spune care în opțiunea `poll`.
poll-not-open = Acest sondaj nu este încă deschis.
poll-closed = Acest sondaj s-a încheiat { $at }, așa că voturile nu se mai schimbă. Rezultatul este în canal.
poll-not-eligible = Acest sondaj este pentru { $roles }. Cine dă rolurile aici îți poate spune cum primești unul.
poll-too-new-here = { $days ->
    [one] Acest sondaj este pentru cine este pe server de cel puțin o zi. Poți vota din: { $from }.
    [few] Acest sondaj este pentru cine este pe server de cel puțin { $days } zile. Poți vota din: { $from }.
   *[other] Acest sondaj este pentru cine este pe server de cel puțin { $days } de zile. Poți vota din: { $from }.
}
poll-too-new-here-ever = { $days ->
    [one] Acest sondaj este pentru cine este pe server de cel puțin o zi. Pentru tine abia după încheierea sondajului: { $from }.
    [few] Acest sondaj este pentru cine este pe server de cel puțin { $days } zile. Pentru tine abia după încheierea sondajului: { $from }.
   *[other] Acest sondaj este pentru cine este pe server de cel puțin { $days } de zile. Pentru tine abia după încheierea sondajului: { $from }.
}
poll-too-new-account = { $days ->
    [one] Acest sondaj este pentru conturi vechi de cel puțin o zi. Poți vota din: { $from }.
    [few] Acest sondaj este pentru conturi vechi de cel puțin { $days } zile. Poți vota din: { $from }.
   *[other] Acest sondaj este pentru conturi vechi de cel puțin { $days } de zile. Poți vota din: { $from }.
}
poll-too-new-account-ever = { $days ->
    [one] Acest sondaj este pentru conturi vechi de cel puțin o zi. Pentru al tău abia după încheierea sondajului: { $from }.
    [few] Acest sondaj este pentru conturi vechi de cel puțin { $days } zile. Pentru al tău abia după încheierea sondajului: { $from }.
   *[other] Acest sondaj este pentru conturi vechi de cel puțin { $days } de zile. Pentru al tău abia după încheierea sondajului: { $from }.
}
poll-no-key = Acest sondaj nu mai primește voturi: cheia care ține voturile secrete nu mai există, cum se întâmplă când se restaurează o copie mai veche a bazei de date. Se încheie la vremea lui cu voturile pe care le are; `/poll repeat` întreabă din nou.
poll-no-option = Acea variantă nu mai există. Apasă din nou **Votează** ca să le vezi pe cele de acum.
poll-too-many = { $most ->
    [one] Poți alege doar una. Apasă mai întâi pe cea aleasă, ca să o scoți.
    [few] Poți alege cel mult { $most } variante. Apasă mai întâi pe una dintre cele alese, ca să o scoți.
   *[other] Poți alege cel mult { $most } de variante. Apasă mai întâi pe una dintre cele alese, ca să o scoți.
}
poll-too-few = { $least ->
    [one] Alege cel puțin una.
    [few] Alege cel puțin { $least } variante.
   *[other] Alege cel puțin { $least } de variante.
}
poll-no-vote = Nu ai în acest sondaj un vot care să poată fi retras.
poll-vote-first = Rezultatele le văd cei care au votat. Votează mai întâi; îți poți schimba votul și după aceea.
poll-hidden = Înainte de încheierea sondajului ({ $until }) nu vede asta nimeni, nici măcar cei care îl conduc.
poll-secret = Votul a fost secret: nimeni nu poate afla cine ce a votat.
poll-list = Sondaje
poll-list-empty = Aici nu a fost încă niciun sondaj. Primul se face cu `/poll create`.
poll-list-line = **Nr. { $number }** { $question } · { $channel } · { $state }
poll-list-scheduled = se deschide { $at }
poll-list-open = deschis, se încheie { $at }
poll-list-closed = încheiat { $at }, { $voters ->
    [0] nu a votat nimeni
    [one] a votat { $voters } persoană
    [few] au votat { $voters } persoane
   *[other] au votat { $voters } de persoane
}
poll-list-no-card = Cardul lui lipsește: { $why }
poll-offer-scheduled = Nr. { $number } (încă nu e deschis) { $question }
poll-offer-open = Nr. { $number } (deschis) { $question }
poll-offer-closed = Nr. { $number } (încheiat) { $question }
poll-export = Rezultatele sondajului nr. { $number } ca tabel.
poll-export-large = Rezultatele sondajului nr. { $number } nu încap într-un fișier pe Discord. Cere-le proprietarului botului.
help-poll-create = De exemplu: `/poll create question:În ce seară? options:Vineri; Sâmbătă closes:vineri 19:00`
help-poll-dates = De exemplu: `/poll dates question:Când jucăm? options:vineri 19:00; sâmbătă 18:00`
help-poll-repeat = De exemplu: `/poll repeat poll:3 closes:peste 2 zile`
help-poll-close = De exemplu: `/poll close poll:3`
help-poll-extend = De exemplu: `/poll extend poll:3 closes:duminică 20:00`
help-poll-edit = De exemplu: `/poll edit poll:3 question:Ce seară ți se potrivește? remind:1 h`
help-poll-results = De exemplu: `/poll results poll:3`
help-poll-export = De exemplu: `/poll export poll:3`
command-poll = Întreabă serverul, votează și vezi ce a ieșit
command-poll-create = Întreabă ceva; vezi cardul înaintea tuturor
command-poll-create-question = Ce vrei să afli
command-poll-create-options = Pentru ce se votează, cu ; între variante (dacă lipsește, se deschide un formular)
command-poll-create-kind = Cum se răspunde; cu o variantă, dacă lipsește
command-poll-create-max = Câte variante se pot alege cel mult
command-poll-create-exactly = Câte variante trebuie alese exact
command-poll-create-closes = Când se încheie: „vineri 19:00”, „peste 2 zile”; în 3 zile, dacă lipsește
command-poll-create-starts = Când se deschide; imediat, dacă lipsește
command-poll-create-voters = Cine poate vota; alte roluri se adaugă în previzualizare
command-poll-create-quorum = Câți trebuie să voteze ca să fie valabil: 20 sau 20 %
command-poll-create-results = Când se văd rezultatele; oricând, dacă lipsește
command-poll-create-ballot = Cine vede cum a votat cineva; toată lumea, dacă lipsește
command-poll-create-ping = Cine este menționat la deschidere
command-poll-create-channel = Unde se publică [aici]
command-poll-create-repeat = Cât de des se repetă [niciodată]
command-poll-create-remind = Cu cât înainte de încheiere se amintește, de exemplu „1 h” [deloc]
command-poll-dates = Găsește o dată potrivită: fiecare alege tot ce îi convine
command-poll-dates-question = Pentru ce se caută data
command-poll-dates-options = Datele, cu ; între ele: „vineri 19:00; sâmbătă 18:00”
command-poll-dates-closes = Când se încheie; în 3 zile, dacă lipsește
command-poll-dates-voters = Cine poate vota; alte roluri se adaugă în previzualizare
command-poll-dates-results = Când se văd rezultatele; oricând, dacă lipsește
command-poll-dates-ballot = Cine vede cum a votat cineva; toată lumea, dacă lipsește
command-poll-dates-ping = Cine este menționat la deschidere
command-poll-dates-channel = Unde se publică [aici]
command-poll-dates-remind = Cu cât înainte de încheiere se amintește, de exemplu „1 h” [deloc]
command-poll-dates-min_age = Votează doar cine este pe server de cel puțin atâtea zile
command-poll-dates-account_age = Votează doar conturile vechi de cel puțin atâtea zile
command-poll-repeat = Întreabă același lucru din nou; vezi cardul înaintea tuturor
command-poll-repeat-poll = Care sondaj, după număr sau întrebare; ultimul de aici, dacă lipsește
command-poll-repeat-closes = Când se încheie; după la fel de mult ca data trecută, dacă lipsește
command-poll-repeat-starts = Când se deschide; imediat, dacă lipsește
command-poll-close = Încheie un sondaj acum; rezultatul apare pe loc
command-poll-close-poll = Care sondaj, după număr sau întrebare; cel deschis aici, dacă lipsește
command-poll-extend = Mută sfârșitul unui sondaj deschis
command-poll-extend-closes = Când se încheie în schimb: „vineri 19:00”, „peste 2 zile”
command-poll-extend-poll = Care sondaj, după număr sau întrebare; cel deschis aici, dacă lipsește
command-poll-edit = Modifică un sondaj deschis sau programat
command-poll-edit-poll = Care sondaj, după număr sau întrebare [cel deschis aici]
command-poll-edit-question = Ce vrei să afli
command-poll-edit-options = Pentru ce se votează, cu ; între variante, cât timp nu a votat nimeni
command-poll-edit-max = Câte variante se pot alege cel mult
command-poll-edit-exactly = Câte variante trebuie alese exact
command-poll-edit-closes = Când se încheie: „vineri 19:00”, „peste 2 zile”
command-poll-edit-starts = Când se deschide, cât timp nu este deschis
command-poll-edit-voters = Cine poate vota; @everyone ridică limita
command-poll-edit-quorum = Câți trebuie să voteze: 20, 20 % sau fără
command-poll-edit-seats = Câte variante câștigă, cât timp nu a votat nimeni
command-poll-edit-min_age = De câte zile trebuie să fie cineva pe server; 0 ridică limita
command-poll-edit-account_age = Câte zile trebuie să aibă contul; 0 ridică limita
command-poll-edit-repeat = Cât de des se repetă; „niciodată” încheie seria
command-poll-edit-remind = Cu cât înainte de încheiere se amintește: „1 h” sau fără
command-poll-results = Vezi ce a ieșit dintr-un sondaj sau cum stă
command-poll-results-poll = Care sondaj, după număr sau întrebare; ultimul de aici, dacă lipsește
command-poll-list = Vezi toate sondajele care sunt și au fost
command-poll-export = Ia cu tine rezultatele unui sondaj ca tabel
command-poll-export-poll = Care sondaj, după număr sau întrebare; ultimul de aici, dacă lipsește
choice-single = o variantă
choice-multi = mai multe variante
choice-ranked = în ordinea preferințelor
choice-rating = notă de la 1 la 5
choice-native = sondaj al Discord
choice-live = oricând
choice-after_vote = după propriul vot
choice-after_close = după încheiere
choice-public = toată lumea
choice-named_after = toată lumea, după încheiere
choice-secret = nimeni
poll-image = Imaginea { $place }
command-poll-create-image1 = Imaginea 1 din galerie, pentru varianta 1
command-poll-create-image2 = Imaginea 2 din galerie, pentru varianta 2
command-poll-create-image3 = Imaginea 3 din galerie, pentru varianta 3
command-poll-create-image4 = Imaginea 4 din galerie, pentru varianta 4
command-poll-create-image5 = Imaginea 5 din galerie, pentru varianta 5
command-poll-create-image6 = Imaginea 6 din galerie, pentru varianta 6
command-poll-create-image7 = Imaginea 7 din galerie, pentru varianta 7
command-poll-create-image8 = Imaginea 8 din galerie, pentru varianta 8
command-poll-create-image9 = Imaginea 9 din galerie, pentru varianta 9
command-poll-create-image10 = Imaginea 10 din galerie, pentru varianta 10

## polls, what is asked for
poll-problem-question-none = Un sondaj are nevoie de o întrebare. Scrie ce au oamenii de hotărât.
poll-problem-question-long = Întrebarea are prea multe caractere: { $units }, iar locul ajunge pentru { $most }. Scurteaz-o și pune detaliile în variante sau într-un mesaj înaintea sondajului.
poll-problem-options-none = Un sondaj are nevoie de variante. Scrie cel puțin două, cu „;” între ele sau câte una pe rând.
poll-problem-options-one = „{ $option }” este singura variantă, deci nu e nimic de ales. Adaugă cel puțin încă una, de exemplu „Nu”.
poll-problem-options-many = Numărul variantelor este { $count }, iar un sondaj are cel mult { $most }. Renunță la unele sau întreabă în două sondaje.
poll-problem-option-long = Varianta „{ $option }” are prea multe caractere: { $units }, iar locul ajunge pentru { $most }. Scurteaz-o.
poll-problem-option-twice = „{ $first }” și „{ $second }” se citesc la fel. Renunță la una dintre ele sau numește-o altfel.
poll-problem-rating-options = O notă merge de la 1 la 5 și nu are variante proprii. Lasă deoparte `options` sau alege alt `kind`.
poll-problem-rating-pick = La o notă fiecare alege un singur număr. Lasă deoparte `max` și `exactly` sau alege alt `kind`.
poll-problem-single-pick = Într-un sondaj de felul „single” fiecare alege o singură variantă. Alege felul „multi” sau lasă deoparte `max` și `exactly`.
poll-problem-pick-of = Numărul variantelor: { $options }. Pentru `max` sau `exactly` alege un număr de la 1 la { $options }.
poll-problem-max-and-exactly = `max` și `exactly` spun lucruri diferite. Lasă una dintre ele deoparte: `max` permite cel mult atâtea variante, `exactly` cere exact atâtea.
poll-problem-images = Numărul imaginilor este { $images }, iar al variantelor { $options }; fiecare imagine primește numărul unei variante. Renunță la unele imagini.
poll-problem-started = { $at } a trecut deja. Alege un început mai târziu sau lasă-l deoparte, ca sondajul să se deschidă imediat.
poll-problem-closes-soon = Un sondaj este deschis cel puțin un minut. Alege încheierea la { $earliest } sau mai târziu.
poll-problem-closes-late = Un sondaj este deschis cel mult 32 de zile. Alege încheierea cel târziu la { $latest }.
poll-problem-repeat-long = Următorul sondaj din serie s-ar deschide înainte ca acesta să se încheie. De la deschidere la încheiere pot trece cel mult: { $most }. Alege altă încheiere sau alt `repeat`.
poll-problem-repeat-dates = Datele nu se repetă, deci un sondaj de date nu se poate repeta. Renunță la `repeat`.
poll-problem-remind-early = Mementoul ar veni înainte de deschidere sau la o oră trecută. Alege un `remind` mai scurt sau o încheiere mai târzie.
poll-problem-remind = „{ $typed }” nu este un interval de timp. Scrie de exemplu „1 h” sau „30 min”.
poll-problem-seats = Din aceste variante pot câștiga cel mult { $most }, ca să fie ceva de ales. Alege mai puțini câștigători sau adaugă variante.
poll-problem-seats-kind = Mai mulți câștigători au doar sondajele „single”, „multi” și „ranked”, iar la date câștigă una. Pune 1.
poll-problem-age = { $most ->
    [one] Este prea mult. Alege cel mult { $most } zi.
    [few] Este prea mult. Alege cel mult { $most } zile.
   *[other] Este prea mult. Alege cel mult { $most } de zile.
}
poll-problem-number = „{ $typed }” nu este un număr întreg. Scrie doar cifre, de exemplu 30.
poll-problem-native-options = Numărul variantelor este { $count }, iar un sondaj propriu al Discord are cel mult { $most }. Renunță la unele sau alege alt `kind`.
poll-problem-native-pick = Într-un sondaj propriu al Discord se alege fie o singură variantă, fie oricâte. Lasă deoparte `max` și `exactly`, pune la `max` numărul variantelor sau alege felul „multi”.
poll-problem-native-short = Un sondaj propriu al Discord este deschis cel puțin o oră. Alege o încheiere mai târzie sau alt `kind`.
poll-problem-native-results = Într-un sondaj propriu al Discord toți văd rezultatele oricând. Lasă deoparte `results` sau alege alt `kind`.
poll-problem-native-ballot = Într-un sondaj propriu al Discord toți văd cine ce a votat. Lasă deoparte `ballot` sau alege alt `kind`.
poll-problem-native-images = Un sondaj propriu al Discord nu are imagini. Lasă-le deoparte sau alege alt `kind`.
poll-problem-native-voters = Într-un sondaj propriu al Discord votează oricine vede canalul. Lasă deoparte `voters`, alege un canal pe care îl văd doar ei sau alt `kind`.
poll-problem-native-quorum = Discord nu spune câți oameni au votat într-un sondaj propriu al său. Lasă deoparte `quorum` sau alege alt `kind`.
poll-problem-quorum = „{ $typed }” nu este un cvorum. Scrie un număr de persoane, de exemplu 20, sau o parte din cei care pot vota, de exemplu 20 %.
poll-problem-quorum-range = „{ $typed }” nu poate fi un cvorum. Scrie cel puțin o persoană sau o parte de la 1 % la 100 %.
poll-note-results-wait = Votul este secret, deci nimeni nu vede rezultate înainte de încheiere.

## polls, what came out
poll-result-title = Rezultatul sondajului nr. { $number }
poll-result-so-far = Sondajul nr. { $number } până acum
poll-result-nobody = Nu a votat nimeni, deci nu a câștigat nicio variantă.
poll-result-won = a câștigat.
poll-result-won-at-once = a câștigat: mai mult de jumătate au pus-o pe primul loc.
poll-result-won-later = { $rounds ->
    [one] a câștigat după { $rounds } tur.
    [few] a câștigat după { $rounds } tururi.
   *[other] a câștigat după { $rounds } de tururi.
}
poll-result-won-by-lot = a câștigat la sorți: la sfârșit era la egalitate cu alta în toate tururile.
poll-result-most = Cele mai multe voturi:
poll-result-seats = { $seats ->
    [one] Pentru { $seats } loc au câștigat:
    [few] Pentru { $seats } locuri au câștigat:
   *[other] Pentru { $seats } de locuri au câștigat:
}
poll-result-seats-tied = La egalitate pentru ultimul loc (locuri în total: { $seats }), deci dintre acestea nu a câștigat niciuna:
poll-result-equal = La egalitate, deci niciuna nu a câștigat:
poll-result-many-equal = { $count ->
    [one] { $count } variantă este la egalitate, deci niciuna nu a câștigat.
    [few] { $count } variante sunt la egalitate, deci niciuna nu a câștigat.
   *[other] { $count } de variante sunt la egalitate, deci niciuna nu a câștigat.
}
poll-result-mean = **{ $mean } din 5** în medie; jumătate au dat { $median } sau mai mult.
poll-result-people = { $count ->
    [one] { $count } persoană
    [few] { $count } persoane
   *[other] { $count } de persoane
}
poll-result-quorum-missed = **Cvorumul ({ $quorum }) nu a fost atins, deci rezultatul nu este valabil.**
poll-result-quorum-reached = Cvorumul ({ $quorum }) a fost atins.
poll-result-quorum-open = Cvorumul ({ $quorum }) încă nu a fost atins.
poll-result-quorum-unknown = Nu se știe dacă s-a atins cvorumul ({ $quorum }): Discord nu a spus câți puteau vota.
poll-result-few = Au votat mai puțin de { $few } persoane. Sunt prea puține pentru a arăta rezultatul unui sondaj secret.
poll-result-voters = { $voters ->
    [0] Încă nu a votat nimeni.
    [one] A votat { $voters } persoană.
    [few] Au votat { $voters } persoane.
   *[other] Au votat { $voters } de persoane.
}
poll-result-turnout = Prezență { $percent } %: { $voters } din cei { $eligible } care puteau vota.
poll-result-part = Au votat { $voters } din cei { $eligible } care puteau vota.
poll-result-more = Voturi: { $voters }. Când s-a deschis sondajul, puteau vota { $eligible }; ceilalți au venit mai târziu.
poll-result-later = { $count ->
    [one] A votat și { $count } persoană care la deschidere încă nu putea. Votul se numără, dar nu la prezență și cvorum.
    [few] Au votat și { $count } persoane care la deschidere încă nu puteau. Voturile se numără, dar nu la prezență și cvorum.
   *[other] Au votat și { $count } de persoane care la deschidere încă nu puteau. Voturile se numără, dar nu la prezență și cvorum.
}
poll-result-closed = Încheiat: { $at }.
poll-result-closed-early = Încheiat { $at } de echipa serverului.
poll-result-closed-late = Încheiat cu o întârziere de { $late }, { $at }, fiindcă la timpul lui nu eram pornit. Voturile se numără până la { $due }, cum s-a anunțat.
poll-result-open-ballot = Votul nu este secret: *Cine ce a votat* arată asta tuturor de aici.
poll-result-secret-ballot = Votul a fost secret: nimeni nu mai poate afla cum a votat cineva.
poll-bar-percent = { $percent } %
poll-bar-part = { $part } din { $whole }
poll-bar-count = ({ $count })
poll-bar-first = Primele preferințe:
poll-bar-first-so-far = Primele preferințe până acum; tururile se numără la încheiere:
poll-rounds = Numărarea pe tururi
poll-rounds-before = Tururile dinainte sunt în fișierul de la `/poll export`.
poll-stages = Vot unic transferabil
poll-stage-quota = { $count ->
    [one] Pentru a câștiga e nevoie de { $count } buletin; ce este în plus trece la următoarele preferințe.
    [few] Pentru a câștiga e nevoie de { $count } buletine; ce este în plus trece la următoarele preferințe.
   *[other] Pentru a câștiga e nevoie de { $count } de buletine; ce este în plus trece la următoarele preferințe.
}
poll-stage = Etapa { $stage }:
poll-stage-elected = câștigă cu { $votes }.
poll-stage-moved = La următoarele preferințe trece surplusul variantei
poll-stage-out = iese cu { $votes }.
poll-stage-lot = Prin tragere la sorți, fiind egalitate în toate etapele.
poll-round = Turul { $round }:
poll-round-span = Tururile { $first }–{ $last }:
poll-round-unnamed = { $count ->
    [one] iese fără niciun vot.
    [few] ies fără niciun vot.
   *[other] ies fără niciun vot.
}
poll-round-out = { $count ->
    [one] iese cu { $count } vot.
    [few] iese cu { $count } voturi.
   *[other] iese cu { $count } de voturi.
}
poll-round-others = { $count ->
    [one] încă { $count } variantă
    [few] alte { $count } variante
   *[other] alte { $count } de variante
}
poll-round-lot = Tras la sorți, fiindcă în toate tururile a fost la egalitate cu
poll-round-earlier = Într-un tur dinainte a avut mai puține decât
poll-round-won = câștigă cu { $count } din { $of } voturi.
poll-round-exhausted = { $count ->
    [one] { $count } buletin nu mai are nicio variantă rămasă.
    [few] { $count } buletine nu mai au nicio variantă rămasă.
   *[other] { $count } de buletine nu mai au nicio variantă rămasă.
}
poll-chart-title = Voturi
poll-chart-first = Primele preferințe
poll-chart-ratings = Note
poll-chart-votes = { $count } · { $share }
poll-chart-count = { $count }
poll-chart-round = turul { $round }
poll-voters = Cine ce a votat în sondajul nr. { $number }
poll-voter = { $member }

## polls digest
poll-digest-head = Sondajul nr. { $number }: { $question }
poll-digest-few = Au votat mai puțin de { $few } persoane.
poll-digest-nobody = Nu a votat nimeni.
poll-digest-won = A câștigat: { $options }.
poll-digest-won-several = Câștigători: { $options }.
poll-digest-most = Cele mai multe voturi: { $options }.
poll-digest-equal = La egalitate: { $options }.
poll-digest-most-frequent = Cel mai des: { $options }.
poll-digest-mean = În medie { $mean } din 5.
poll-digest-option = { $label }
poll-digest-and = { $before }, { $next }
poll-digest-quorum-missed = Cvorumul ({ $quorum }) nu a fost atins.
poll-digest-opens = Se deschide: { $at }.
poll-digest-closes = Se încheie: { $at }.
poll-digest-so-far = { $voters ->
    [0] Încă nu a votat nimeni.
    [one] Până acum a votat { $voters } persoană.
    [few] Până acum au votat { $voters } persoane.
   *[other] Până acum au votat { $voters } de persoane.
}
poll-digest-hidden = Sondaje în canale pe care nu le vede toată lumea
poll-digest-hidden-closed = Încheiate: { $count }.
poll-digest-hidden-coming = Se încheie până la sfârșitul săptămânii viitoare: { $count }.
poll-native-counting = Voturile acestui sondaj le numără Discord. Se văd în sondaj, în { $channel }, iar rezultatul apare aici după numărătoarea finală.
poll-problem-closes-after-dates = Sondajul s-ar încheia după ultima sa dată: { $last }. Alege un `closes` mai devreme.
poll-slept-through = Sondajul nr. { $number } (autor: { $author }) nu s-a deschis în { $channel }: la ora stabilită nu funcționam. Îl poți relua tot acolo, cu `/poll repeat`.
