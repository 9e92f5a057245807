## ama
ama-name = AMA nr. { $number }
ama-none = Nu există niciun AMA „{ $typed }” pe care să-l vezi. Alege unul din listă.
ama-not-taking = „{ $typed }” nu primește întrebări acum.
ama-none-live = Niciun AMA nu primește întrebări acum. Iată ce ai scris:
ama-several-live = Mai multe AMA primesc întrebări acum. Alege unul cu opțiunea **session**. Iată ce ai scris:
ama-closed = Acest AMA s-a închis: { $at }
ama-not-open = Acest AMA nu a început încă.
ama-open-before = AMA nr. { $number } este deja deschis.
ama-closed-before = AMA nr. { $number } este deja închis.
ama-not-host = Doar gazdele acestui AMA pot face asta. Un moderator te poate adăuga cu `/ama hosts add`.
ama-host-before = { $member } este deja gazdă.
ama-no-host = { $member } nu este gazdă la acest AMA.
ama-last-host = Un AMA are nevoie de cel puțin o gazdă. Adaugă mai întâi alta.
ama-too-many-hosts = Gazde: cel mult { $most }. Scoate mai întâi una cu `/ama hosts remove`.
ama-names-only = La acest AMA poți întreba doar cu numele tău.
ama-limit = { $most ->
    [one] Ai deja { $most } întrebare deschisă aici, iar asta e limita. Poți întreba din nou după ce primește răspuns sau o retragi.
    [few] Ai deja { $most } întrebări deschise aici, iar asta e limita. Poți întreba din nou după ce una primește răspuns sau o retragi.
   *[other] Ai deja { $most } de întrebări deschise aici, iar asta e limita. Poți întreba din nou după ce una primește răspuns sau o retragi.
}
ama-blocked = Nu poți întreba la acest AMA. Poți citi și vota în continuare.
ama-empty = Nu ai scris nicio întrebare.
ama-too-long = Caractere: { $units }, iar limita este { $most }. Scurtează textul și trimite-l din nou.
ama-no-question = Această întrebare nu mai există.
ama-is-pending = Această întrebare așteaptă verificarea.
ama-is-approved = Această întrebare este deja aprobată.
ama-is-answered = Această întrebare are deja răspuns.
ama-is-rejected = Această întrebare a fost respinsă.
ama-is-merged = Această întrebare a fost unită cu alta.
ama-is-withdrawn = Această întrebare a fost retrasă.
ama-being-answered = { $member } răspunde chiar acum la această întrebare.
ama-answered-before = { $member } a răspuns deja la această întrebare.
ama-into-itself = O întrebare nu poate fi unită cu ea însăși.
ama-none-left = Nicio întrebare nu așteaptă răspuns.
ama-no-key = Cheia acestui AMA lipsește, așa că nu pot primi întrebări anonime. Poți întreba cu numele tău.

ama-problem-title-none = AMA are nevoie de un titlu.
ama-problem-title-long = Caractere în titlu: { $units }, iar limita este { $most }. Scurtează-l.
ama-problem-started = Ora aceasta a trecut: { $at }. Alege pentru început o oră mai târzie.
ama-problem-starts-late = Începutul poate fi cel mult peste un an. Cel mai târziu: { $latest }.
ama-problem-closes-soon = E prea devreme pentru închidere. Cel mai devreme: { $earliest }.
ama-problem-closes-late = Un AMA poate fi deschis cel mult 32 de zile. Cea mai târzie închidere: { $latest }.
ama-problem-most = Un membru poate avea întrebări deschise: de la 1 la { $most }.
ama-note-review = Verificarea rămâne activă. Într-un AMA sigilat, un moderator sau o gazdă citește mai întâi fiecare întrebare.

ama-host-of = Gazdă: { $host }
ama-when = { $from } – { $until }
ama-asked-by = Întrebare de la { $member }
ama-asked-anonymously = Întrebare anonimă
ama-votes = { $count ->
    [one] { $count } vot
    [few] { $count } voturi
   *[other] { $count } de voturi
}
ama-asked-times = { $count ->
    [one] pusă { $count } dată
    [few] pusă de { $count } ori
   *[other] pusă de { $count } de ori
}
ama-answer-of = Răspunsul gazdei { $host }
ama-answer = Răspuns
ama-answered-live = Răspuns în direct, la { $moment } de la început
ama-left = Fără răspuns: { $count }
ama-figure-questions = Întrebări: { $count }
ama-figure-askers = Persoane care au întrebat: { $count }
ama-figure-few = Au întrebat mai puțin de { $few } persoane
ama-figure-votes = Voturi: { $count }
ama-figure-answered = Cu răspuns: { $count }
ama-figure-wait = Așteptare mediană până la răspuns: { $span }

ama-draft-gone = Această previzualizare nu mai este păstrată. Folosește din nou `/ama create`.
ama-published-before = Acest AMA este deja publicat.
ama-cancelled-before = S-a renunțat la acest AMA.
ama-preview = Așa va arăta invitația în { $channel }. Deocamdată nu o vede nimeni altcineva.
ama-preview-sealed = **Sigilat:** nimeni de pe acest server nu va putea vedea cine a întrebat anonim, nici măcar tu. Până se închide AMA, oricine are acces la calculatorul botului ar putea afla. După aceea, nimeni. Poți bloca autorul unei întrebări fără să afli cine este.
ama-preview-event = Va apărea și în lista de evenimente a serverului.
ama-preview-event-hidden = Nu va apărea în lista de evenimente a serverului, pentru că nu toți văd acest canal.
ama-preview-event-lacks = Nu va apărea în lista de evenimente a serverului, pentru că îți lipsește permisiunea { $permission }.
ama-preview-event-none = Nu va apărea în lista de evenimente a serverului.
ama-publish = Publică
ama-cancel = Renunță
ama-cancelled = Ai renunțat. Nu s-a publicat nimic.
ama-published = AMA nr. { $number } este în { $channel }. Se pot pune întrebări până la închidere: { $closes }
ama-published-soon = AMA nr. { $number } apare imediat în { $channel }. Se pot pune întrebări până la închidere: { $closes }
ama-published-not-posted = AMA nr. { $number } este creat, dar invitația nu este în { $channel }. Verifică permisiunile mele acolo, apoi folosește `/ama repost`. Închidere: { $closes }
ama-opened = „{ $title }” (AMA nr. { $number }) este deschis acum.
ama-closed-now = „{ $title }” (AMA nr. { $number }) este închis. Transcrierea apare imediat.
ama-host-added = { $member } poate răspunde acum la „{ $title }”.
ama-host-removed = { $member } nu mai poate răspunde la „{ $title }”.
ama-edited = „{ $title }” este modificat. Închidere: { $closes }
ama-edited-starts = Începutul răspunsurilor: { $starts }
ama-exported = „{ $title }” așa cum este acum. Cine a întrebat apare doar unde numele e văzut de toți.
ama-export-large = Fișierele AMA nr. { $number } sunt prea mari pentru Discord.
ama-no-change = Spune ce se schimbă: titlul, începutul sau închiderea.
ama-started-before = Acest AMA a început, așa că începutul nu se mai poate schimba.
ama-reposted = Invitația este în { $channel }.
ama-reposted-soon = Invitația apare imediat în { $channel }.
ama-reposted-not = Nu am putut publica invitația în { $channel }. Verifică permisiunile mele acolo și încearcă din nou.

ama-prompt = Întreabă orice: { $title }
ama-prompt-draft = Așa va arăta invitația
ama-prompt-closed = AMA nr. { $number } · închis
ama-member = { $member }
ama-and = { $before }, { $next }
ama-hosts = { $count ->
    [one] **Gazdă:** { $hosts }
    [few] **Gazde:** { $hosts }
   *[other] **Gazde:** { $hosts }
}
ama-no-hosts = **Gazdă:** încă nimeni
ama-starts = **Începutul răspunsurilor:** { $at } ({ $ago }). Poți întreba de pe acum.
ama-closes = **Se pot pune întrebări până la închidere:** { $at } ({ $ago })
ama-was-closed = **Închis:** { $at } ({ $ago })
ama-stage = **În direct:** { $channel }
ama-thread = **Întrebări și răspunsuri:** { $channel }
ama-promise-hidden = **Întreabă anonim:** numele tău nu este arătat membrilor și nici gazdelor. Moderatorii îl pot vedea.
ama-promise-sealed = **Întreabă anonim:** numele tău nu este arătat nimănui de pe acest server: nici membrilor, nici moderatorilor, nici managerilor, nici gazdelor. Ei pot bloca persoana care a trimis o întrebare fără să afle cine este. Până se închide AMA, cineva cu acces la calculatorul botului ar putea afla. După aceea, nimeni. Felul în care scrii te poate totuși trăda. Nu îți pot scrie când primești răspuns: uită-te la **Întrebările mele** înainte de închidere.
ama-promise-named = **Întreabă:** numele tău apare lângă întrebare.
ama-promise-review = Un moderator sau o gazdă citește fiecare întrebare înainte să apară.
ama-ask = Întreabă
ama-ask-anonymously = Întreabă anonim
ama-top = Întrebări de top
ama-mine = Întrebările mele
ama-panel = Panoul gazdei
ama-why-gone = Cineva a șters-o. Folosește `/ama repost` ca să o publici din nou.

ama-board = Întrebări de top: { $title }
ama-board-empty = Încă nu sunt întrebări.
ama-board-done = Toate întrebările au primit răspuns.
ama-board-waiting = Așteaptă răspuns: { $count }
ama-upvote = ▲ { $count }
ama-voted = Ai votat pentru această întrebare. Apasă din nou ca să-ți retragi votul.
ama-unvoted = Ți-ai retras votul pentru această întrebare.
ama-voted-instead = Ai votat pentru „{ $question }”. Întrebarea ta este retrasă.
ama-question-number = Întrebarea { $number }
ama-question-answered = Cu răspuns
ama-question-rejected = Această întrebare a fost eliminată.
ama-question-merged = Unită cu altă întrebare
ama-question-withdrawn = Această întrebare a fost retrasă.

ama-form-ask = Pune o întrebare
ama-form-ask-anonymously = Întreabă anonim
ama-form-edit = Modifică întrebarea
ama-form-question = Întrebarea ta
ama-form-context = Context, dacă ajută
ama-form-reject = Respinge întrebarea
ama-form-reason = Motiv (îl citește cine a întrebat)
ama-form-answer-title = Răspuns
ama-form-answer = Răspunsul tău

ama-receipt = Întrebarea ta la „{ $title }”
ama-receipt-offered = Întrebarea ta este salvată. Peste 2 minute se trimite automat.
ama-receipt-pending = Întrebarea ta este salvată și așteaptă verificarea.
ama-receipt-approved = Întrebarea ta este în firul de discuție.
ama-receipt-answered = Întrebarea ta are răspuns.
ama-receipt-rejected = Întrebarea ta a fost respinsă.
ama-receipt-merged = Întrebarea ta a fost unită cu una asemănătoare.
ama-receipt-withdrawn = Întrebarea ta este retrasă.
ama-receipt-reason = Motiv: { $reason }
ama-receipt-named = Numele tău apare lângă ea.
ama-receipt-hidden = Numele tău nu este arătat membrilor și nici gazdelor. Moderatorii îl pot vedea.
ama-receipt-sealed = Nimeni de pe acest server nu poate vedea că este a ta.
ama-receipt-similar = Există deja întrebări asemănătoare. Poți vota una dintre ele în schimb.
ama-instead = Votează această întrebare
ama-submit = Trimite-o pe a mea
ama-edit = Modifică
ama-withdraw = Retrage
ama-typed = Ce ai scris
ama-own = Întrebările tale la „{ $title }”
ama-own-none = Nu ai întrebat nimic aici sau întrebările tale nu se mai păstrează.
ama-own-choose = Alege o întrebare

ama-review-title = Întrebare la „{ $title }”
ama-asked-hidden-by = Întrebare anonimă de la { $member } (vizibil doar moderatorilor)
ama-review-pending = Așteaptă verificarea
ama-review-approved = Aprobată
ama-review-answered = Cu răspuns
ama-review-rejected = Respinsă
ama-review-merged = Unită cu altă întrebare
ama-review-withdrawn = Retrasă de cine a întrebat
ama-review-by = Verificare: { $member }
ama-review-question = Întrebare
ama-review-context = Context suplimentar
ama-review-asker = Autor
ama-review-next = Următoarea întrebare
ama-review-empty = Nicio întrebare la „{ $title }” nu așteaptă verificarea.
ama-approve = Aprobă
ama-reject = Respinge
ama-merge = Unește
ama-restore = Restaurează
ama-block = Blochează autorul
ama-unblock = Deblochează
ama-blocked-now = Persoana care a trimis această întrebare nu mai poate întreba la acest AMA. Blocarea nu arată cine este.
ama-unblocked = Persoana poate întreba din nou la acest AMA.
ama-merge-which = Care întrebare spune același lucru ca „{ $question }”?
ama-merge-choose = Unește cu
ama-told-rejected = Întrebarea ta la „{ $title }” a fost respinsă: „{ $question }”
ama-told-rejected-because = Întrebarea ta la „{ $title }” a fost respinsă: „{ $question }”. Motiv: { $reason }
ama-told-merged = Întrebarea ta la „{ $title }” a fost unită cu una asemănătoare: „{ $into }”. Ai întrebat: „{ $question }”
ama-told-answered = La întrebarea ta din „{ $title }” s-a răspuns în { $channel }: „{ $question }”

ama-panel-title = Panoul gazdei: { $title }
ama-panel-waiting = Așteaptă răspuns: { $count }
ama-panel-answered = Cu răspuns: { $count }
ama-panel-pending = Așteaptă verificarea: { $count }
ama-panel-scheduled = Gazdele pot răspunde după ce începe AMA.
ama-next-votes = Următoarea după voturi
ama-next-time = Următoarea după timp
ama-review = Verifică
ama-pick = Alege
ama-change = Modifică răspunsul
ama-kept = Această întrebare îți este rezervată 10 minute.
ama-kept-now = În fir s-a anunțat că răspunzi acum la această întrebare.
ama-now-answering = Răspund acum
ama-answer-it = Răspunde
ama-answered-live-it = Răspuns în direct
ama-now = Se răspunde acum: întrebarea { $number }
ama-answer-part = Partea { $part } din { $parts }
ama-answer-edited = modificat
ama-answer-shorter = Această parte a fost eliminată la modificarea răspunsului.

ama-list = Toate AMA
ama-list-empty = Încă nu există AMA. Creează unul cu `/ama create`.
ama-list-line = **nr. { $number } { $title }** · { $channel } · { $state }
ama-list-scheduled = începe: { $at }
ama-list-open = deschis, se închide: { $at }
ama-list-closed = închis: { $at }, cu răspuns: { $answered } din { $questions }
ama-list-no-prompt = Invitația lipsește. { $why }
ama-offer-scheduled = nr. { $number } { $title } (se strâng întrebări)
ama-offer-open = nr. { $number } { $title } (deschis)
ama-offer-closed = nr. { $number } { $title } (închis)
ama-transcript = Transcriere: { $title }
ama-digest-head = AMA nr. { $number }: { $title }
ama-digest-starts = Început: { $at }
ama-digest-closes = Închidere: { $at }
needs-ama-threads = crea un fir pentru întrebările unui AMA
needs-ama-thread-messages = publica întrebări și răspunsuri în firul unui AMA

command-ama = AMA: membrii întreabă, gazdele răspund
command-ama-create = Creează un AMA; vezi invitația înaintea tuturor
command-ama-create-title = Despre ce este AMA
command-ama-create-host = Cine răspunde; adaugă alte gazde cu /ama hosts add
command-ama-create-starts = Începutul răspunsurilor, ca „vineri 19:00” [imediat]; întrebările se strâng înainte
command-ama-create-closes = Când se închide [la 2 ore de la început]
command-ama-create-channel = Unde se publică [aici]
command-ama-create-anonymity = Cât de ascuns poate fi autorul unei întrebări [ascuns față de membri]
command-ama-create-review = Dacă întrebările se verifică înainte să apară [da]
command-ama-create-max_per_member = Câte întrebări deschise poate avea un membru [3]
command-ama-create-stage_channel = Unde vorbesc gazdele
command-ama-clone = Creează un AMA după unul mai vechi, cu întrebările rămase fără răspuns
command-ama-clone-session = Care AMA, după număr sau titlu [cel care primește întrebări]
command-ama-clone-starts = Începutul răspunsurilor, ca „vineri 19:00” [imediat]; întrebările se strâng înainte
command-ama-clone-closes = Când se închide [la fel de mult după început ca la cel vechi]
command-ama-edit = Schimbă titlul sau orele unui AMA
command-ama-edit-session = Care AMA, după număr sau titlu [cel care primește întrebări]
command-ama-edit-title = Despre ce este AMA
command-ama-edit-starts = Începutul răspunsurilor, ca „vineri 19:00”
command-ama-edit-closes = Când se închide [se mută odată cu începutul]
command-ama-export = Descarcă întrebările și răspunsurile unui AMA ca fișiere
command-ama-export-session = Care AMA, după număr sau titlu [cel care primește întrebări]
command-ama-open = Începe un AMA acum, înainte de ora stabilită
command-ama-open-session = Care AMA, după număr sau titlu [cel care primește întrebări]
command-ama-close = Închide un AMA acum și publică transcrierea
command-ama-close-session = Care AMA, după număr sau titlu [cel care primește întrebări]
command-ama-hosts = Cine răspunde la un AMA
command-ama-hosts-add = Adaugă o gazdă; nu primește niciun alt drept
command-ama-hosts-add-member = Cine va răspunde
command-ama-hosts-add-session = Care AMA, după număr sau titlu [cel care primește întrebări]
command-ama-hosts-remove = Scoate o gazdă
command-ama-hosts-remove-member = Cine nu mai răspunde
command-ama-hosts-remove-session = Care AMA, după număr sau titlu [cel care primește întrebări]
command-ama-repost = Publică din nou invitația și lista de întrebări, dacă au fost șterse
command-ama-repost-session = Care AMA, după număr sau titlu [cel care primește întrebări]
command-ama-list = Vezi toate AMA
command-ask = Pune o întrebare la un AMA
command-ask-text = Întrebarea ta
command-ask-session = Care AMA, după număr sau titlu [cel care primește întrebări]
choice-named = cu nume
choice-hidden = ascuns față de membri
choice-sealed = sigilat

help-ama-create = De exemplu: `/ama create title:Harta nouă host:@hana starts:vineri 19:00`
help-ama-open = De exemplu: `/ama open session:3`
help-ama-close = De exemplu: `/ama close session:3`
help-ama-hosts-add = De exemplu: `/ama hosts add member:@bob session:3`
help-ama-hosts-remove = De exemplu: `/ama hosts remove member:@bob session:3`
help-ama-repost = De exemplu: `/ama repost session:3`
help-ask = De exemplu: `/ask text:Când se deschide harta?`
help-ama-edit = De exemplu: `/ama edit session:3 closes:vineri 21:00`
help-ama-export = De exemplu: `/ama export session:3`
help-ama-clone = De exemplu: `/ama clone session:3 starts:vineri 19:00`
