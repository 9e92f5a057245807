## raids: the alert
raid-title = Raid? Intră foarte multe persoane
raid-title-begun = Raid anunțat
raid-title-over = Raid încheiat
raid-title-dismissed = Nu e raid
raid-joined = Au intrat: **{ $count }**. Început: { $since } ({ $ago })
raid-joined-until = Au intrat: **{ $count }**. Început: { $since }, sfârșit: { $until }
raid-usual = De obicei intră aici în 10 minute: { $usual }
raid-usual-none = De obicei nu intră aproape nimeni aici.
raid-usual-unknown = Am văzut încă prea puține intrări ca să spun câte sunt obișnuite aici.
raid-sums = Conturi mai noi de o săptămână: { $young }. Au scris ceva: { $wrote }
raid-begun-by = Raid anunțat cu `/raid start` de: { $by }
raid-invites-waiting = Oprește invitațiile: { $by }
raid-invites-paused = Invitațiile sunt oprite (până la ora: { $until }). Cine: { $by }
raid-invites-over = Invitațiile merg din nou (de la ora: { $until }). Cine le-a oprit: { $by }
raid-invites-failed = Invitațiile nu au putut fi oprite.
raid-invites-unknown = Discord nu a confirmat că invitațiile sunt oprite. Verifică înainte să încerci din nou.
raid-dms-waiting = Oprește mesajele directe: { $by }
raid-dms-paused = Mesajele directe între membri sunt oprite (până la ora: { $until }). Cine: { $by }
raid-dms-over = Mesajele directe între membri merg din nou (de la ora: { $until }). Cine le-a oprit: { $by }
raid-dms-failed = Mesajele directe nu au putut fi oprite.
raid-dms-unknown = Discord nu a confirmat că mesajele directe sunt oprite. Verifică înainte să încerci din nou.
raid-cleanup = Curățare, { $by }: { $act }, gata { $done } din { $people }
raid-cleanup-held = Curățare, { $by }: { $act }, persoane: { $people }. Așteaptă un manager
raid-cleanup-dismissed = Curățare, { $by }: { $act }, persoane: { $people }. Respinsă de un manager
raid-what-to-do = `/raid clean` arată pe cine ar îndepărta, apoi face asta. Raidul se încheie singur la o oră după val.
raid-ended = Valul s-a terminat, deci raidul e încheiat: { $at }
raid-ended-by = Raid încheiat de { $by }: { $at }
raid-dismissed-by = Nu e raid, spune { $by }: { $at }
raid-pause-invites = Oprește invitațiile 1 h
raid-pause-dms = Oprește mesajele directe 1 h
raid-who = Arată cine a intrat
raid-dismiss = Nu e raid

## raids: what staff do
raid-started = Raidul e anunțat. Echipa îl vede în { $channel }, iar cine intră acum face parte din el.
raid-started-nowhere = Raidul e anunțat, iar cine intră acum face parte din el. Nu e ales niciun canal pentru sesizări sau jurnal de moderare (`/setup set`), așa că echipa îl găsește în `/reports list`.
raid-is-on = **Un raid e în desfășurare** (început: { $since }), au intrat: { $count }. `/raid clean` arată cine ar fi îndepărtat, `/raid end` îl încheie.
raid-ended-done = Raidul e încheiat. Persoane care au intrat: { $count }. `/raid clean` mai merge o săptămână.
raid-dismissed-done = Am notat: nu e raid. Cât ține valul acesta, nu mai urmează alte alerte.
raid-invites-now = Invitațiile sunt oprite (până la ora: { $until }). Discord le redeschide singur.
raid-dms-now = Mesajele directe între membrii care nu sunt prieteni sunt oprite (până la ora: { $until }). Discord le permite din nou singur.
raid-pause-waits = Discord nu a răspuns încă. Alerta arată când începe pauza.
raid-pause-unknown = Discord nu a confirmat. Verifică înainte să încerci din nou.
raid-pause-refused = Discord a refuzat, deci nimic nu e oprit. Motivul e în jurnalul proprietarului botului.
raid-none = Nu e niciun raid acum. `/raid start` anunță unul.
raid-open-before = Un raid e deja anunțat, început: { $since }. `/raid clean` acționează asupra celor intrați, `/raid end` îl încheie.
raid-gone = Raidul acesta nu se mai păstrează.
raid-over-before = Raidul acesta e deja încheiat.
raid-who-title = Cine a intrat
raid-who-count = Persoane care au intrat: { $count }
raid-who-line = { $member } `{ $id }` · intrare: { $at } · cont deschis: { $opened }
raid-who-line-wrote = { $member } `{ $id }` · intrare: { $at } · cont deschis: { $opened } · **a scris**
raid-who-file = Toate într-un fișier
raid-not-kept = Cine a intrat se păstrează o săptămână, deci aici nu mai e nimeni.

## raids: the cleanup
raid-since-raid = De la începutul raidului: { $time }
raid-since = De la: { $time }
raid-clean-timeout = **Pui în pauză { $people }? Încă nu s-a făcut nimic.**
raid-clean-kick = **Excluzi { $people }? Încă nu s-a făcut nimic.**
raid-clean-ban = **Interzici accesul pentru { $people }? Încă nu s-a făcut nimic.**
raid-clean-since = Au intrat de la: { $since }
raid-clean-younger = Doar conturi mai noi de: { $age }
raid-clean-oldest = Cel mai vechi cont, deschis: { $opened }
raid-clean-silent = Nimeni dintre ei nu a scris nimic.
raid-clean-wrote = **Au scris ceva: { $count }.** Fișierul arată cine.
raid-clean-deletes = Se șterg și mesajele lor, toate din ultimul timp: { $span }
raid-clean-left-out = O dată merg cel mult { $most }, deci au rămas: { $count }. Folosește comanda din nou pentru restul.
raid-clean-running = O curățare e în curs, începută de { $by }: { $ago }. Jurnalul de moderare arată cât e gata.
raid-clean-checked = La confirmare verific fiecare persoană. Echipa, boții și cei asupra cărora nu poți sau nu pot acționa sunt săriți.
raid-clean-waits = Nu văd un raid cu toate aceste persoane, deci după tine trebuie să confirme un manager.
raid-for-managers = Persoane: { $count }, și nu văd un raid cu toate. Atunci moderatorii acționează asupra a cel mult 50 de persoane odată. Roagă un manager.
raid-age-unread = „{ $typed }” nu se poate citi ca vârstă. Scrie, de exemplu: 12h, 7d sau 2 săptămâni.
raid-nobody-joined = Nimeni nu a intrat de la: { $since }. Scrie în `since` un moment mai devreme.
raid-nobody-so-young = De atunci au intrat: { $count }, dar niciun cont nu e atât de nou. Lasă `account_younger_than` deoparte sau alege mai mult.
raid-too-long-ago = Cine a intrat se păstrează o săptămână, iar momentul e mai vechi: { $since }. Scrie în `since` un moment mai târziu.
raid-draft-gone = Previzualizarea nu se mai păstrează, deci nu s-a făcut nimic. Folosește `/raid clean` din nou.
raid-reason = Curățare după raid: intrare de la { $since }
mass-why-staff = nu s-a făcut: face parte din echipă
needs-pause-invites = opri invitațiile și mesajele directe la un raid și interzice accesul multora odată

## raids: the command
command-raid = Face față unui raid: multe conturi care intră deodată
command-raid-start = Anunță un raid, dacă botul nu l-a observat
command-raid-clean = Acționează asupra celor intrați de curând; vezi mai întâi cine sunt
command-raid-clean-since = De când au intrat: 30m, 14:05, ieri la 18:00
command-raid-clean-act = Ce li se face
command-raid-clean-account_younger_than = Doar conturi mai noi de: 1d, 2 săptămâni
command-raid-end = Anunță că raidul s-a încheiat

## raids: the digest
digest-raid = Raid ({ $day }): au intrat { $joined }, dintre ei îndepărtați: { $removed }.
digest-raid-without = Fără conturile îndepărtate: { $others }, { $of_others }. Cu ele: { $people }, { $messages }.
digest-raid-people = au scris (persoane): { $count }
digest-raid-messages = mesaje: { $count }
