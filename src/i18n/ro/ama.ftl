## ama
ama-name = AMA nr. { $number }
ama-none = Nu există niciun AMA „{ $typed }” pe care să-l vezi. Alege unul din listă.
ama-none-live = Niciun AMA nu primește întrebări acum. Iată ce ai scris:
ama-several-live = Mai multe AMA primesc întrebări acum. Alege unul cu opțiunea **session**. Iată ce ai scris:
ama-closed = Acest AMA s-a închis { $at }.
ama-not-open = Acest AMA nu a început încă.
ama-open-before = AMA nr. { $number } este deja deschis.
ama-closed-before = AMA nr. { $number } este deja închis.
ama-not-host = Doar gazdele acestui AMA pot face asta. Un moderator te poate adăuga cu `/ama hosts add`.
ama-host-before = { $member } este deja gazdă.
ama-no-host = { $member } nu este gazdă la acest AMA.
ama-last-host = Un AMA are nevoie de cel puțin o gazdă. Adaugă mai întâi alta.
ama-too-many-hosts = Gazde: cel mult { $most }.
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
ama-answered-before = { $member } a răspuns la această întrebare.
ama-into-itself = O întrebare nu poate fi unită cu ea însăși.
ama-none-left = Nicio întrebare nu așteaptă răspuns.
ama-no-key = Cheia acestui AMA lipsește, așa că întrebările anonime nu pot fi primite. Poți întreba cu numele tău.

ama-problem-title-none = AMA are nevoie de un titlu.
ama-problem-title-long = Caractere în titlu: { $units }, iar limita este { $most }. Scurtează-l.
ama-problem-started = Ora aceasta a trecut: { $at }. Alege un început mai târziu.
ama-problem-starts-late = Începutul poate fi cel mult peste un an. Cel mai târziu: { $latest }.
ama-problem-closes-soon = E prea devreme pentru închidere. Cel mai devreme: { $earliest }.
ama-problem-closes-late = Un AMA poate fi deschis 32 de zile. Închiderea cel mai târziu: { $latest }.
ama-problem-most = Un membru poate avea întrebări deschise: de la 1 la { $most }.
ama-note-review = Verificarea rămâne: acolo unde nimeni nu poate afla cine a întrebat, un moderator citește mai întâi fiecare întrebare.

ama-host-of = Gazdă: { $host }
ama-when = { $from } – { $until }
ama-asked-by = Întrebare de la { $member }
ama-asked-anonymously = Întrebare anonimă
ama-votes = { $count ->
    [one] { $count } vot
    [few] { $count } voturi
   *[other] { $count } de voturi
}
ama-asked-times = pusă de { $count } ori
ama-answer-of = Răspunsul gazdei { $host }
ama-answer = Răspuns
ama-answered-live = Răspuns prin viu grai, la { $moment } de la început
ama-left = Fără răspuns: { $count }
ama-figure-questions = Întrebări: { $count }
ama-figure-askers = Persoane care au întrebat: { $count }
ama-figure-few = Au întrebat mai puțin de { $few } persoane
ama-figure-votes = Voturi: { $count }
ama-figure-answered = Cu răspuns: { $count }
ama-figure-wait = Așteptare mediană până la răspuns: { $span }
