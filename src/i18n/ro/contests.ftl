## contest
contest-name = Concursul nr. { $number }
contest-name-closed = Concursul nr. { $number } · închis
contest-none = Printre concursurile deschise pe care le vezi nu găsesc „{ $typed }”. Alege unul din listă.
contest-none-open = Niciun concurs pe care îl vezi nu primește lucrări acum.
contest-several-open = Mai multe concursuri primesc lucrări acum. Alege unul cu opțiunea **contest**.
contest-closed = Acest concurs s-a închis: { $at }
contest-submitted-before = Ai deja o lucrare în acest concurs. Mai întâi retrage-o prin **Lucrarea mea**.
contest-no-title = Lucrarea are nevoie de un titlu.
contest-too-long = Caractere în text: { $units }, iar limita este { $most }. Scurtează textul și trimite-l din nou.
contest-no-link = Linkul nu este o adresă web pe care o pot publica. Copiaz-o din browser, începând cu https://.
contest-no-entry = Această lucrare nu mai există.
contest-is-pending = Această lucrare așteaptă verificarea.
contest-is-approved = Această lucrare este deja în fir, deci nu se mai poate schimba. Retrage-o ca să trimiți alta.
contest-is-rejected = Această lucrare a fost respinsă.
contest-is-withdrawn = Această lucrare a fost retrasă.
contest-own-entry = Nu poți vota propria lucrare.
contest-no-votes-left = { $count ->
    [one] Ți-ai folosit votul. Apasă ▲ la lucrarea votată ca să îl iei înapoi.
    [few] Ți-ai folosit toate cele { $count } voturi. Apasă ▲ la o lucrare votată ca să iei un vot înapoi.
   *[other] Ți-ai folosit toate cele { $count } de voturi. Apasă ▲ la o lucrare votată ca să iei un vot înapoi.
}
contest-not-yours = Doar moderatorii și persoana care a creat concursul pot face asta.
contest-file-gone = Imaginea nu se mai păstrează. Folosește din nou `/submit`.

contest-problem-title-none = Concursul are nevoie de un titlu.
contest-problem-title-long = Caractere în titlu: { $units }, iar limita este { $most }. Scurtează titlul.
contest-problem-closes-soon = Este prea devreme pentru închidere. Cel mai devreme: { $earliest }
contest-problem-closes-late = Un concurs poate fi deschis cel mult 92 de zile. Cel mai târziu se închide: { $latest }
contest-problem-votes = Un membru poate avea de la 1 la { $most } de voturi.

contest-draft-gone = Această previzualizare nu se mai păstrează. Folosește din nou `/event contest`.
contest-published-before = Acest concurs este deja publicat.
contest-cancelled-before = Acest concurs a fost anulat.
contest-preview = Așa va arăta concursul în { $channel }. Deocamdată doar tu îl vezi.
contest-publish = Publică
contest-cancel = Renunță
contest-cancelled = Anulat. Nu s-a publicat nimic.
contest-published = Concursul nr. { $number } este în { $channel }. Se închide: { $closes }
contest-published-soon = Concursul nr. { $number } apare în curând în { $channel }. Se închide: { $closes }
contest-published-not-posted = Concursul nr. { $number } a fost creat, dar nu este în { $channel }. Verifică permisiunile mele acolo, apoi apasă **Gestionează** și **Publică din nou**. Se închide: { $closes }

contest-card = Concurs: { $title }
contest-card-draft = Așa va arăta concursul
contest-closes = **Lucrări și voturi până la:** { $at } ({ $ago })
contest-was-closed = **Închis:** { $at } ({ $ago })
contest-how = **Participă:** apasă **Trimite o lucrare**. Ca să adaugi o imagine, folosește `/submit`. O lucrare de persoană.
contest-votes = { $count ->
    [one] **Votează:** apasă ▲ la lucrarea care îți place cel mai mult. Ai { $count } vot.
    [few] **Votează:** apasă ▲ la lucrările care îți plac cel mai mult. Ai { $count } voturi.
   *[other] **Votează:** apasă ▲ la lucrările care îți plac cel mai mult. Ai { $count } de voturi.
}
contest-hidden = Până la închidere nimeni nu vede câte voturi are o lucrare.
contest-jury = **Juriu:** voturile rolului { $role } decid jumătate din rezultat, voturile celorlalți cealaltă jumătate.
contest-reviewed = Un moderator sau organizatorul verifică fiecare lucrare înainte să apară.
contest-thread = **Lucrări:** { $channel }
contest-submit = Trimite o lucrare
contest-entries = Lucrări
contest-mine = Lucrarea mea
contest-manage = Gestionează

contest-entry = Lucrarea { $number }
contest-entry-removed = Această lucrare a fost scoasă.
contest-entry-withdrawn = Această lucrare a fost retrasă.
contest-by = Trimisă de { $member }
contest-image = Imagine pentru „{ $title }”
contest-vote = ▲ Votează
contest-votes-of = { $count ->
    [one] { $count } vot
    [few] { $count } voturi
   *[other] { $count } de voturi
}
contest-jury-votes = juriu: { $count }
contest-voted = Votul tău este pentru „{ $entry }”. Apasă din nou ▲ ca să îl iei înapoi.
contest-voted-jury = Votul tău pentru „{ $entry }” contează ca vot al juriului. Apasă din nou ▲ ca să îl retragi.
contest-unvoted = Votul tău pentru „{ $entry }” a fost scos.
contest-votes-left = Voturi rămase: { $left } din { $all }
contest-list = Lucrări: { $title }
contest-list-empty = Încă nu este nicio lucrare.
contest-offered = nr. { $number } { $title }
contest-choose = Votează sau ia un vot înapoi

contest-form-submit = Trimite o lucrare
contest-form-edit = Schimbă lucrarea
contest-form-title = Titlu
contest-form-text = Descriere
contest-form-link = Link (adresă)
contest-form-reject = Respinge lucrarea
contest-form-reason = Motiv (trimis autorului)
contest-receipt = Lucrarea ta din „{ $title }”
contest-receipt-pending = Lucrarea ta este salvată și așteaptă verificarea.
contest-receipt-late = Lucrarea ta nu a fost verificată înainte de închiderea concursului.
contest-receipt-approved = Lucrarea ta are numărul { $number } în { $channel }.
contest-receipt-rejected = Lucrarea ta a fost respinsă. Poți trimite alta.
contest-receipt-withdrawn = Lucrarea ta este retrasă. Poți trimite alta.
contest-reason = Motiv: { $reason }
contest-edit = Schimbă
contest-withdraw = Retrage
contest-mine-none = Încă nu ai trimis nimic la „{ $title }”. Apasă **Trimite o lucrare** ca să participi.
contest-mine-none-closed = Nu ai trimis nimic la „{ $title }” sau lucrarea nu se mai păstrează.

contest-review-title = Lucrare în „{ $title }”
contest-review-entry = Lucrare
contest-review-image = Are o imagine. Apasă **Gestionează** la concurs ca să o vezi.
contest-review-pending = Așteaptă verificarea
contest-review-approved = În fir
contest-review-rejected = Respinsă
contest-review-withdrawn = Retrasă de autor
contest-review-by = Verificare: { $member }
contest-review-next = Următoarea
contest-approve = Aprobă
contest-reject = Respinge
contest-told-rejected = Lucrarea ta „{ $entry }” din concursul „{ $title }” a fost respinsă.
contest-told-rejected-because = Lucrarea ta „{ $entry }” din concursul „{ $title }” a fost respinsă. Motiv: { $reason }
contest-panel = Gestionează: { $title }
contest-panel-entries = Lucrări: { $count }
contest-panel-pending = Așteaptă verificarea: { $count }
contest-panel-closes = Se închide: { $at }
contest-panel-closed = Închis: { $at }
contest-review = Verifică
contest-close = Închide acum
contest-again = Publică din nou
contest-look = Vezi o lucrare
contest-close-asked = Închizi acum „{ $title }”? Nu se mai primesc lucrări și voturi, iar rezultatul se publică. Închiderea nu se poate anula.
contest-close-now = Închide și publică rezultatul
contest-keep-open = Lasă deschis
contest-closed-now = „{ $title }” este închis. Rezultatul apare în curând în { $channel }.
contest-posted-again = Ce s-a șters apare din nou în curând.
contest-nothing-to-post = Totul este la locul lui.

contest-result = Rezultat: { $title }
contest-result-entries = Lucrări: { $count }
contest-result-voters = Persoane care au votat: { $count }
contest-result-halves = Juriul și membrii au decis câte o jumătate.
contest-result-empty = Nimeni nu a trimis o lucrare.
contest-result-no-votes = Nimeni nu a votat, deci nicio lucrare nu a câștigat.
contest-result-more = … și încă { $count }
contest-member = { $member }
contest-and = { $before }, { $next }
contest-thanks = { $count ->
    [one] Primul loc: { $names }. Felicitări și mulțumiri tuturor pentru participare.
    [few] Primul loc este împărțit între: { $names }. Felicitări și mulțumiri tuturor pentru participare.
   *[other] Primul loc este împărțit între: { $names }. Felicitări și mulțumiri tuturor pentru participare.
}
contest-digest-head = Concursul nr. { $number }: { $title }
contest-digest-won = Primul loc: { $entry }
contest-digest-closes = Se închide: { $at }
needs-contest-threads = crea un fir pentru lucrările unui concurs
needs-contest-thread-messages = publica lucrările unui concurs în firul lui

command-event-contest = Începe un concurs; îl vezi înaintea tuturor
command-event-contest-title = Despre ce este concursul
command-event-contest-closes = Când se închide, de exemplu „vineri 19:00”
command-event-contest-votes = La câte lucrări poate vota un membru [3]
command-event-contest-review = Dacă fiecare lucrare se verifică înainte de publicare [nu]
command-event-contest-channel = Unde se publică [aici]
command-event-contest-jury = Rolul ale cărui voturi decid jumătate din rezultat [fără juriu]
command-submit = Trimite o lucrare la un concurs
command-submit-contest = Care concurs, după număr sau titlu [cel deschis]
command-submit-file = O imagine pentru lucrare
