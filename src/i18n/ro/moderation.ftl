## moderation
note-saved = Nota despre { $member } este cazul nr. { $number }. O vede doar echipa serverului.
note-empty = O notă are nevoie de cuvinte. Scrie ce ar trebui să țină minte echipa.
case-none = Pe acest server nu există cazul nr. { $number }. `/case list` le arată pe cele care există.
case-not-a-day = „{ $typed }” nu este o zi pe care o pot citi. Scrie, de exemplu, 2026-11-20 sau 20.11.2026.
case-empty-range = Intervalul se termină înainte să înceapă. Schimbă între ele `from` și `to`.
case-title = Cazul nr. { $number }: { $kind }
case-about = Despre
case-by = Notat de
case-when = Când
case-person = { $member }
case-at = { $at }, { $ago }
case-kind-note = notă
case-kind-warn = avertisment
case-kind-timeout = pauză
case-kind-untimeout = pauză ridicată
case-kind-kick = excludere
case-kind-ban = interzicere
case-kind-unban = interzicere ridicată
case-list-title = Cazuri
case-list-empty = Încă nu sunt cazuri. `/note` îl scrie pe primul.
case-list-none-fit = Niciun caz nu se potrivește. Scoate o opțiune ca să vezi mai multe.
case-list-page = Pagina { $page } din { $pages } · { $total ->
    [one] { $total } caz
    [few] { $total } cazuri
   *[other] { $total } de cazuri
}
case-line = **nr. { $number }** { $kind } · { $member } · { $ago } · de { $actor } · { $reason }
ladder-not-a-rung = „{ $typed }” nu este o treaptă a scării. Scrie treptele așa: „3 timeout 1h, 5 timeout 1d, 10 decide”: punctele, apoi timeout cu durata, kick, ban sau decide. „off” oprește scara.
ladder-length = „{ $typed }”: o pauză durează de la un minut la 28 de zile, de exemplu „3 timeout 1h”.
ladder-twice = Două trepte stau la { $points } puncte. Păstrează una dintre ele.
ladder-too-many = O scară are cel mult { $most } trepte.
points = { $points ->
    [one] { $points } punct
    [few] { $points } puncte
   *[other] { $points } de puncte
}
moderation-list = { $list }, { $next }
moderation-list-last = { $list } și { $next }
severity-minor = ușor
severity-serious = serios
severity-severe = grav
severity-choice = { $number } · { $name }
step-timeout = pauză, { $length }
step-kick = excludere de pe server
step-ban = interzicere
step-decide = decid managerii

## moderation, warnings
warn-no-reason = Este nevoie de un motiv. Scrie ce s-a întâmplat; membrul citește asta.
warn-not-a-link = „{ $typed }” nu este un link către un mesaj de pe acest server. Alege „Copiază linkul mesajului” în meniul mesajului sau direct „Avertizează autorul…”.
warn-too-severe = Asistenții avertizează cu gravitatea 1; 2 și 3 sunt pentru moderatori și manageri. Alege gravitatea 1 sau cere-i unuia dintre ei.
warn-form-title = Avertizează: { $name }
warn-reason = Ce s-a întâmplat
warn-reason-hint = Membrul citește asta
warn-rule = Regula
warn-about = Este vorba de
warn-evidence = Dovezi, doar pentru echipă
warn-quote = „{ $quote }”
warn-choose-severity = Gravitatea
warn-choose-notify = Cum află
warn-choose-rule = Regula
notify-dm = Prin mesaj direct
notify-channel = Printr-un rând în canal, pe care doar persoana îl poate deschide
notify-none = Nu i se spune nimic
warn-preview-title = **Avertizezi pe { $member }? Încă nu s-a trimis nimic.**
warn-preview-changed = **Ceva s-a schimbat de când te-ai uitat. Mai privește o dată înainte să confirmi.**
warn-preview-earlier = Înainte: { $counts }; ultima dată pe { $at }.
warn-preview-earlier-none = Înainte: nimic notat.
warn-preview-lately = De curând: { $acts }.
warn-preview-lately-none = De curând: nimeni nu a făcut nimic în ultimele 10 minute.
warn-preview-act = { $kind } de la { $actor } { $ago } (cazul nr. { $number })
warn-preview-points = Puncte: **{ $before } acum → { $after } după** (gravitatea { $severity }, { $name }).
warn-preview-oldest = { $line } { $points ->
    [one] Cel mai vechi expiră { $at }.
    [few] Cele mai vechi { $points } expiră { $at }.
   *[other] Cele mai vechi { $points } expiră { $at }.
}
warn-preview-fires = **Urmează: { $step }.**
warn-preview-fires-nothing = Nu mai urmează nimic.
warn-preview-runs = Se atinge treapta „{ $step }”, dar o pauză până la { $until } este deja în curs. Rămâne cum este.
warn-preview-decide = **Se ajunge la { $points }: managerii sunt rugați să decidă ce urmează.**
warn-preview-card = **Se atinge treapta „{ $step }”, iar managerii sunt rugați să decidă.** { $why }
warn-preview-then = { $fires } { $next }
warn-preview-not-yours = Nu ține de tine.
warn-preview-left = Persoana nu este pe server.
warn-preview-next = Următoarea treaptă: { $step }, la { $points }.
warn-preview-gets-dm = { $member } va primi un mesaj direct cu: { $parts }. Numele tău nu apare.
warn-preview-gets-channel = Un rând în { $channel } îi va spune lui { $member } că are o notă. Doar persoana o poate deschide; nota conține: { $parts }. Numele tău nu apare.
warn-preview-silenced = { $gets } Cât durează pauza nu o poate deschide; un mesaj direct ar ajunge imediat.
warn-preview-gets-none = Lui { $member } nu i se va spune nimic.
warn-preview-gets-absent = { $member } nu este pe server, așa că nu i se poate trimite nimic. Avertismentul rămâne notat dacă revine.
warn-preview-link = Nu pot citi un mesaj după link. Ca să îl citezi, alege „Avertizează autorul…” în meniul mesajului.
warn-preview-wordless = Mesajul nu are cuvinte de citat. Imaginile și fișierele nu se păstrează; linkul duce la ele.
warn-part-reason = motivul tău
warn-part-rule = regula
warn-part-quote = mesajul citat
warn-part-link = linkul către mesaj
button-confirm = Confirmă
button-warn-only = Doar avertizează
button-change-severity = Schimbă gravitatea
button-cancel = Renunță
button-undo = Anulează
button-read = Citește
button-my-record = Istoricul meu
button-send-again = Trimite din nou
button-it-arrived = A ajuns
button-read-in-channel = Notă în canal
draft-cancelled = { $member } nu primește avertismentul: s-a renunțat și nu s-a trimis nimic.
draft-confirmed = { $actor } a confirmat deja: { $member } are cazul nr. { $number } din { $at }.
draft-gone = Această previzualizare nu mai există, așa că nu s-a făcut nimic. Folosește din nou `/warn`.
done-recorded = **Notat: { $kind } pentru { $member }, cazul nr. { $number }.**
done-points = Are acum { $points }.
done-line = · { $state }
done-replaces = înlocuiește cazul nr. { $number }
done-no-log = Încă nu există un jurnal de moderare. `/setup set` cu `mod_log` alege un canal pentru el.
done-log-failed = · Nu s-a putut scrie în jurnalul de moderare, { $channel }. { $why }
done-log-gone = · Canalul jurnalului de moderare nu mai există, așa că acolo nu apare. `/setup set` cu `mod_log` alege altul.
done-decision-unposted = · Managerii decid ce urmează, dar nimeni nu i-a anunțat: în jurnalul de moderare nu apare. Decizia se ia la `/case view { $number }`.
undone = **Cazul nr. { $number } despre { $member } a fost retras.** Nu mai contează.
undo-of-others = Cazul nr. { $number } nu este al tău, deci nu îl poți anula. Managerii îl pot retrage.
case-of-others = Cazul nr. { $number } l-a notat { $by }, deci doar această persoană sau un manager îl poate schimba. Cere-i unuia dintre ei.
undo-late = „Anulează” merge zece minute, iar cazul nr. { $number } este mai vechi.
act-line = { $kind }, cazul nr. { $number }: { $state }
act-waiting = încă pe drum
act-in-force = în vigoare până la { $until }
act-moving = în vigoare până la { $until }; noul termen, { $next }, este pe drum spre Discord
act-done = făcut
act-failed = nu s-a făcut. { $why }
act-unknown = Discord nu a spus dacă s-a făcut. Verifică înainte să încerci din nou
act-lifting = se retrage
act-not-lifted = încă în vigoare, nu s-a putut retrage. { $why }
act-lifted = retras
act-ended = încheiat
act-superseded = cineva a decis altfel între timp, și așa rămâne
act-replaced = înlocuit de cazul nr. { $number }
notice-none = nu i s-a spus nimic
notice-read = nota a fost deschisă
notice-withdrawn = nota a fost retrasă înainte să fie trimisă
notice-closed = mesajele directe sunt închise pentru mine, așa că nu a aflat
notice-closed-before = mesajele directe sunt închise pentru mine
notice-dm-waiting = mesajul direct este încă pe drum
notice-dm-delivered = a aflat prin mesaj direct
notice-dm-unknown = nimeni nu știe dacă mesajul direct a ajuns. Întreabă sau verifică înainte să îl trimiți din nou
notice-dm-failed = mesajul direct nu a fost trimis. { $why }
notice-channel-waiting = rândul din { $channel } este încă pe drum
notice-channel-delivered = un rând stă în { $channel }; încă nu a fost deschis
notice-channel-later = un rând stă în { $channel }; va putea fi deschis după ce se termină pauza
notice-channel-unknown = nimeni nu știe dacă rândul din { $channel } a apărut. Verifică înainte să îl trimiți din nou
notice-channel-failed = rândul din { $channel } nu a apărut. { $why }
notice-of-withdrawal = vestea că a fost retras: { $state }
notice-not-yours = Această notă este pentru altcineva.
notice-unseen = { $member } nu vede { $channel }, așa că un rând acolo nu ar ajunge la persoană și nu se publică. Folosește `/warn` într-un canal pe care îl citește sau cu linkul unui mesaj de acolo; ori alege alt mod de a-i spune.
notice-settled = Cineva s-a ocupat deja de asta.
notice-title-warn = Un avertisment de la moderatorii { $server }
notice-title-timeout = O pauză de la moderatorii { $server }
notice-title-kick = Excludere de pe { $server }
notice-title-ban = Interzicere pe { $server }
notice-reason = **Ce s-a întâmplat:** { $words }
notice-rule = **Regula:** { $words }
notice-about = **Este vorba de:**
notice-timeout = **Ești în pauză până la { $until }.** Până atunci poți citi, dar nu poți scrie sau vorbi.
notice-kick = **Moderatorii te exclud de pe server.** Poți reveni cu o invitație.
notice-ban = **Moderatorii îți interzic accesul pe server.**
notice-points = **Ce înseamnă:** { $points }, în vigoare până la { $until }. Ai acum { $total }.
notice-next = La { $points } următorul pas este: { $step }.
notice-after = După { $until } avertismentul rămâne notat, dar nu mai contează.
notice-expired = Din { $until } acest avertisment nu mai contează. Rămâne notat.
notice-decide = Cei care administrează serverul vor decide ce urmează.
notice-footer = Cazul nr. { $number }. Răspunsurile de aici nu sunt citite.
notice-in-channel = { $member }, moderatorii au o notă pentru tine.
notice-in-channel-withdrawn = { $member }, nota moderatorilor a fost retrasă. Nu mai este nimic de citit.
notice-withdrawn-text = Moderatorii au retras asta. Era din { $at } și nu mai contează.
notice-withdrawn-appeal = **Contestația ta a fost admisă.**
notice-withdrawn-back = Interzicerea se ridică acum. După aceea poți reveni cu o invitație.
notice-withdrawal = **Moderatorii { $server } au retras { $kind ->
        [timeout] pauza ta
        [kick] excluderea ta
        [ban] interzicerea ta
       *[warn] avertismentul tău
    }.** Era din { $at } și nu mai contează.
record-title = Istoricul tău pe { $server }
record-points = Ai acum { $points }.
record-line = **nr. { $number }** { $kind } · { $ago } · { $reason }
record-line-counts = { $line } · { $counts }
record-counts = { $points } până la { $until }
record-expired = nu mai contează
record-withdrawn = retras
case-title-voided = Cazul nr. { $number }: { $kind }, retras
case-weight = Gravitatea
case-weight-counts = { $severity }, { $name }: { $points } până la { $until }
case-weight-expired = { $severity }, { $name }: { $points }, termen depășit din { $until }
case-weight-void = { $severity }, { $name }: nu mai contează
case-cause = Urmează din
case-number = cazul nr. { $number }
case-act = Pe Discord
case-followed = Ce a urmat
case-notice = Înștiințare
case-voided = Retras
case-voided-by = { $by }, { $at }
case-voided-because = { $by }, { $at }: { $reason }
decision-title = Este nevoie de o decizie
decision-text = { $member } are { $points } și atinge treapta de la { $rung }: { $step }. A fost cazul nr. { $number }, notat de { $actor }.
decision-outcome = Decis
decision-open = managerii sunt rugați să decidă ce urmează
decision-acted = { $by } a decis { $at }: cazul nr. { $number }
decision-dismissed = { $by } a decis { $at } că nu mai urmează nimic
decision-withdrawn = avertismentul a fost retras, deci nu este nimic de decis
decision-nothing = Nu mai urmează nimic pentru { $member } după cazul nr. { $number }. Punctele rămân.
decision-form-timeout = Pauză
decision-form-kick = Excludere de pe server
decision-form-ban = Interzicere
decision-duration = Pentru cât timp
decision-duration-hint = 1h, 7 zile; cel mult un an
decision-runs = O pauză până la { $until } este deja în curs, iar una mai scurtă nu ar schimba nimic. Alege una mai lungă.
button-decide-timeout = Pauză…
button-decide-kick = Exclude…
button-decide-ban = Interzice…
button-decide-nothing = Nimic mai mult
needs-moderate-members = pune membri în pauză și ridica pauzele
needs-kick-members = exclude membri
needs-ban-members = interzice accesul membrilor și ridica interdicțiile
needs-send-messages = scrie jurnalul de moderare și rândul din canal pentru cine nu primește mesaje directe
needs-embed-links = arăta cazurile întregi în jurnalul de moderare
needs-read-message-history = verifica dacă un mesaj propriu a apărut, când Discord nu a răspuns
command-warn = Avertizează un membru; vezi ce se întâmplă înainte să se trimită ceva
command-warn-member = Pe cine avertizezi
command-warn-reason = Ce s-a întâmplat; membrul citește asta
command-warn-rule = Despre ce regulă este vorba; membrul citește asta
command-warn-severity = 1 ușor, 2 serios, 3 grav; ușor dacă lipsește
command-warn-message = Linkul mesajului despre care este vorba
command-warn-evidence = Ce o dovedește; vede doar echipa
command-warn-notify = Cum află membrul; prin mesaj direct dacă lipsește
choice-dm = prin mesaj direct
choice-channel = printr-un rând în canal
choice-none = deloc
menu-warn = Avertizează…
menu-warn-author = Avertizează autorul…
command-note = Notează despre un membru ce ar trebui să știe echipa
command-note-member = Despre cine
command-note-text = Ce trebuie ținut minte; vede doar echipa serverului
command-case = Vezi ce este notat
command-case-view = Citește un caz
command-case-view-number = Numărul lui, de exemplu 12
command-case-list = Lista cazurilor, cele mai noi primele
command-case-list-member = Doar despre acest membru
command-case-list-kind = Doar de acest fel
command-case-list-moderator = Doar notate de acest moderator
command-case-list-from = Din această zi, de exemplu 2026-11-01 sau 01.11.
command-case-list-to = Până în această zi, inclusiv
choice-note = notă
choice-warning = avertisment
choice-timeout = pauză
choice-timeout-lifted = pauză ridicată
choice-kick = excludere
choice-ban = interzicere
choice-ban-lifted = interzicere ridicată

## moderation, record and timeouts
timeout-length-unread = „{ $typed }” nu este o durată pe care o pot citi. Scrie, de exemplu, 2 ore, 1 zi 12 ore sau 30 min.
timeout-length-short = „{ $typed }” este prea puțin: o pauză durează cel puțin un minut. Scrie, de exemplu, 10 min sau 2 ore.
timeout-length-long = „{ $typed }” este prea mult: o pauză durează cel mult un an. Scrie, de exemplu, 7 zile sau 6 luni.
timeout-longer = { $member } este deja în pauză până la { $until }. Aceasta nu ar prelungi-o, așa că nu s-a făcut nimic. `/untimeout` o ridică mai întâi.
timeout-longer-case = { $member } este deja în pauză până la { $until }: cazul nr. { $number }. Aceasta nu ar prelungi-o, așa că nu s-a făcut nimic. `/case edit` îi schimbă durata, `/untimeout` o ridică.
untimeout-none = { $member } nu este în pauză, deci nu este nimic de ridicat.
ban-length-unread = Nu înțeleg durata „{ $typed }”. Scrie, de exemplu, 12 ore, 7 zile sau 6 luni. Fără durată, interzicerea este permanentă.
ban-length-short = „{ $typed }” este prea puțin. O interzicere durează cel puțin 1 minut, de exemplu 12 ore sau 7 zile.
ban-length-long = „{ $typed }” este prea mult. O interzicere temporară durează cel mult 5 ani. Fără `duration` este permanentă.
ban-before = { $member } are deja accesul interzis, dar nu de mine. Mai întâi redă accesul cu `/unban`.
ban-before-case = { $member } are deja accesul interzis: cazul nr. { $number }. Îl redă `/unban`.
ban-before-longer = { $member } are deja accesul interzis (cazul nr. { $number }), iar interzicerea se încheie: { $until }. Cea nouă nu ar dura mai mult. `/case edit` schimbă durata, `/unban` redă accesul.
unban-none = { $member } nu are accesul interzis, deci nu este nimic de ridicat.
act-deletes = mesajele recente ale acestei persoane au fost șterse (interval: { $span })
act-deletes-by-ban = mesajele recente ale acestei persoane au fost șterse (interval: { $span }). Pentru asta i-am interzis accesul și i l-am redat imediat, deci poate reveni
act-letting-in = exclus din server. Interzicerea care șterge mesajele încă se ridică
act-left-banned = exclus din server. Accesul era interzis și separat, așa că am lăsat acea interzicere în vigoare
act-not-let-in = exclus din server, dar accesul e încă interzis: nu am putut ridica interzicerea care a șters mesajele. { $why } Încerc din nou în fiecare oră, iar `/unban` o ridică imediat.
kick-needs-ban = Discord șterge mesaje doar odată cu o interzicere, așa că i-aș interzice accesul pentru o clipă. Pentru asta am nevoie de { $permission } (Setări server → Roluri). Ca să excluzi fără asta, nu alege `delete_messages`.
case-deleted = Mesaje
case-state-in-force-until = în vigoare până la: { $until }
history-banned = Acces interzis, cazul nr. { $number }.
history-banned-until = Acces interzis, se încheie: { $until } (cazul nr. { $number }).
edit-not-banned = Interzicerea din cazul nr. { $number } nu mai este în vigoare, așa că nu s-a schimbat nimic. `/ban` pune una nouă.
edit-ban-over = Durata interzicerii se calculează de la început ({ $at }), iar cu aceasta interzicerea s-ar fi încheiat deja { $ago }. Nu s-a schimbat nimic. Alege una mai lungă sau ridic-o cu `/unban`.
edit-done-ends = · se încheie: { $until }; înainte era permanentă
case-edit-endless = { $by }, { $at }; înainte era permanentă
notice-ban-until = **Moderatorii îți interzic accesul pe server. Interzicerea se încheie: { $until }.** După aceea poți reveni cu o invitație.
notice-ban-lifted = **Interzicerea legată de acest caz a fost ridicată.** Poți reveni cu o invitație.
notice-ban-replaced = **Această interzicere a fost înlocuită de cazul nr. { $number }: accesul e interzis fără termen.**
notice-ban-replaced-until = **Această interzicere a fost înlocuită de cazul nr. { $number }. Interzicerea se încheie: { $until }.** După aceea poți reveni cu o invitație.
notice-kick-failed = **Până la urmă excluderea nu s-a făcut.**
notice-ban-failed = **Până la urmă interzicerea nu s-a făcut.**
act-not-moved = în vigoare până la { $until }: Discord nu a acceptat încă alt sfârșit. { $why }
act-lapsed = nu este în vigoare din { $since }: a expirat înainte să o pot prelungi, ceea ce fac acum
act-lapsed-why = nu este în vigoare din { $since }: a expirat și nu a putut fi prelungită. { $why }
act-resumed = { $state }; din { $since } până la { $until } nu a fost în vigoare, pentru că nu am putut-o prelungi
case-line-bare = **nr. { $number }** { $kind } · { $member } · { $ago } · de { $actor }
case-what-state = { $kind } ({ $state })
case-what-voided = ~~{ $kind }~~ (retras)
case-state-waiting = pe drum
case-state-in-force = în vigoare
case-state-lifting = se ridică
case-state-still-banned = accesul încă interzis
case-state-failed = nu s-a făcut
case-state-unknown = neclar
case-state-lifted = ridicată
case-state-ended = încheiată
case-state-superseded = schimbată de altcineva
case-state-replaced = înlocuită de cazul nr. { $number }
case-state-expired = nu mai contează
history-title = Ce este notat
history-head = **{ $member }**: { $counts }; ultima dată la { $at }.
history-nothing = Despre { $member } nu este notat nimic. `/note` și `/warn` scriu primul caz.
history-only-voided = Despre { $member } nu contează nimic: totul a fost retras.
history-points = Acum **{ $points }**.
history-oldest = { $points ->
    [one] Cel mai vechi expiră { $at }.
    [few] Cele mai vechi { $points } expiră { $at }.
   *[other] Cele mai vechi { $points } expiră { $at }.
}
history-next = Urmează: { $step }, la { $points }.
history-timeout = În pauză până la { $until }.
history-timeout-case = În pauză până la { $until }, cazul nr. { $number }.
history-timeout-unasked = După ce este notat, este în pauză până la { $until }; Discord nu a răspuns acum.
history-unasked = Nu se știe dacă este în pauză: Discord nu a răspuns acum.
history-line = **nr. { $number }** { $kind } · { $ago } · de { $actor } · { $reason }
history-line-bare = **nr. { $number }** { $kind } · { $ago } · de { $actor }
mycases-empty = Despre tine nu este notat nimic pe { $server }.
record-rule = Regula: { $rule }
record-until = în vigoare până la { $until }
record-bare = **nr. { $number }** { $kind } · { $ago }
ladder-title = Ce urmează după avertismente
ladder-weights = Un avertisment ușor adaugă { $minor }, unul serios { $serious }, unul grav { $severe }. Contează timp de { $span }.
ladder-rung = **{ $points }**: { $step }
ladder-none = Nimic nu urmează de la sine aici: moderatorii decid de fiecare dată.
ladder-own-none = Acum nu ai puncte care contează.
edit-nothing = Spune ce se schimbă: `reason` schimbă cuvintele, `duration` schimbă durata unei pauze sau a unei interziceri, socotită de la început.
edit-voided = Cazul nr. { $number } este retras, așa că rămâne cum este.
edit-same = Cazul nr. { $number } spune deja asta, așa că nu s-a schimbat nimic.
edit-no-duration = Doar o pauză sau o interzicere are durată, iar cazul nr. { $number } este altceva ({ $kind }). Acolo se poate schimba motivul.
edit-not-running = Pauza din cazul nr. { $number } nu mai este în curs, așa că nu s-a schimbat nimic. `/timeout` începe una nouă.
edit-over = Pauza se socotește de la { $at }, iar cu această durată s-ar fi încheiat deja { $ago }, așa că nu s-a schimbat nimic. Alege una mai lungă sau ridic-o cu `/untimeout`.
edit-done = **Cazul nr. { $number } despre { $member } a fost schimbat.**
edit-done-reason = · acum spune: { $reason }
edit-done-until = · se încheie { $until }, nu { $before }
edit-moved = · s-a schimbat și ce i s-a spus persoanei
edit-moves = · ce i s-a spus persoanei se schimbă imediat ce află Discord
case-edits = Schimbări
case-edit-reason = { $by }, { $at }; înainte: { $before }
case-edit-until = { $by }, { $at }; înainte urma să se încheie { $before }
case-links = Legat de
link-itself = Un caz nu se leagă de el însuși. Dă numărul altuia.
link-before = Cazurile nr. { $number } și nr. { $other } sunt deja legate.
link-done = Cazurile nr. { $number } și nr. { $other } sunt legate: fiecare îl arată pe celălalt.
void-question = **Retragi cazul nr. { $number } despre { $member }? Încă nu s-a schimbat nimic.**
void-question-acts = Ce a făcut este încă în vigoare:
void-question-how = „Retrage și ridică” ridică și asta, „Doar retrage” lasă totul cum este. Oricum, cazul nr. { $number } nu mai contează, iar persoana află dacă i s-a spus de el.
void-cancelled = Nu s-a schimbat nimic. Cazul nr. { $number } rămâne valabil.
void-gone = Această întrebare nu mai există, așa că nu s-a făcut nimic. Folosește din nou `/case void`.
void-before = { $by } a retras deja cazul nr. { $number }, { $at }.
void-stands = · cazul nr. { $number } rămâne. `/case void` îl retrage și pe el.
void-beside = cazul nr. { $number } rămâne valabil
void-beside-until = cazul nr. { $number } rămâne valabil, cu termenul: { $until }
void-no-reason = Spune de ce se retrage cazul; citește doar echipa.
button-void-and-lift = Retrage și ridică
button-void-only = Doar retrage
notice-timeout-lifted = **Pauza care a venit cu asta a fost ridicată.**
notice-withdrawal-lifted = { $kind ->
    [ban] Interzicerea se ridică.
   *[timeout] Pauza se ridică.
}
notice-withdrawal-stays = Pauza rămâne până la { $until }.
notice-still-timed-out = O altă pauză e încă valabilă (cazul nr. { $number }). Se încheie: { $until }.
notice-still-banned = O altă interzicere e încă valabilă (cazul nr. { $number }).
notice-still-banned-until = O altă interzicere e încă valabilă (cazul nr. { $number }). Se încheie: { $until }.
command-timeout = Pune un membru în pauză, imediat
command-timeout-member = Pe cine pui în pauză
command-timeout-duration = Pentru cât timp: 2 ore, 1 zi 12 ore, 30 min; cel mult un an
command-timeout-reason = Ce s-a întâmplat; membrul citește asta
command-untimeout = Ridică pauza unui membru, oricine a pus-o
command-untimeout-member = Cui îi ridici pauza
command-untimeout-reason = De ce; vede doar echipa
command-kick = Exclude un membru de pe server; poate reveni cu o invitație
command-kick-member = Pe cine excluzi
command-kick-reason = Ce s-a întâmplat; membrul citește asta
command-kick-delete_messages = Ce mesaje ale persoanei se șterg; niciunul dacă nu alegi
command-ban = Interzice imediat accesul cuiva, chiar dacă nu este pe server
command-ban-user = Cui îi interzici accesul: nume sau ID
command-ban-reason = Ce s-a întâmplat; persoana citește asta
command-ban-duration = Pentru cât timp: 12 ore, 7 zile, 6 luni; fără durată, este permanentă
command-ban-delete_messages = Ce mesaje ale persoanei se șterg; niciunul dacă nu alegi
command-unban = Redă accesul unui utilizator, oricine l-a interzis
command-unban-user = Cui îi redai accesul: nume sau ID
command-unban-reason = De ce; vede doar echipa
choice-no-messages = niciun mesaj
choice-last-hour = ultima oră
choice-last-6-hours = ultimele 6 ore
choice-last-day = ultima zi
choice-last-3-days = ultimele 3 zile
choice-last-7-days = ultimele 7 zile
command-history = Vezi ce este notat despre un membru și ce este în vigoare acum
command-history-member = Despre cine
menu-history = Ce este notat
command-mycases = Vezi ce este notat despre tine pe acest server
command-mycases-server = Ce server; e nevoie doar în mesaje private, dacă sunt mai multe
command-ladder = Vezi ce urmează după avertismente și câte puncte ai
command-case-edit = Schimbă cuvintele unui caz sau durata pauzei ori a interzicerii
command-case-edit-number = Numărul lui, de exemplu 12
command-case-edit-reason = Ce va scrie în el
command-case-edit-duration = Cât durează în total pauza sau interzicerea, de la început: 2 ore, 7 zile
command-case-void = Retrage un caz: nu mai contează, dar rămâne notat
command-case-void-number = Numărul lui, de exemplu 12
command-case-void-reason = De ce; vede doar echipa
command-case-link = Leagă un caz de altul
command-case-link-number = Numărul unuia, de exemplu 12
command-case-link-other = Numărul celuilalt

## moderation digest
moderation-digest = Moderare
moderation-notes = { $value ->
    [0] nicio notă
    [one] o notă
    [few] { $value } note
   *[other] { $value } de note
}
moderation-warnings = { $value ->
    [0] niciun avertisment
    [one] un avertisment
    [few] { $value } avertismente
   *[other] { $value } de avertismente
}
moderation-timeouts = { $value ->
    [0] nicio pauză
    [one] o pauză
    [few] { $value } pauze
   *[other] { $value } de pauze
}
moderation-untimeouts = { $value ->
    [0] nicio pauză ridicată
    [one] o pauză ridicată
    [few] { $value } pauze ridicate
   *[other] { $value } de pauze ridicate
}
moderation-kicks = { $value ->
    [0] nicio excludere
    [one] o excludere
    [few] { $value } excluderi
   *[other] { $value } de excluderi
}
moderation-bans = { $value ->
    [0] nicio interzicere
    [one] o interzicere
    [few] { $value } interziceri
   *[other] { $value } de interziceri
}
moderation-unbans = { $value ->
    [0] nicio interzicere ridicată
    [one] o interzicere ridicată
    [few] { $value } interziceri ridicate
   *[other] { $value } de interziceri ridicate
}
# Ștergerea mesajelor și modul lent
button-purge = Șterge
purge-title = **Ștergi { $messages } din canalul { $channel }? Încă nu s-a șters nimic.**
purge-messages = { $count ->
    [one] { $count } mesaj
    [few] { $count } mesaje
   *[other] { $count } de mesaje
}
purge-from = De la: { $people }
purge-author = { $member } ({ $count })
purge-and = { $names }, { $next }
purge-others = { $count ->
    [one] încă { $count } persoană
    [few] încă { $count } persoane
   *[other] încă { $count } de persoane
}
purge-nobody = nimeni
purge-span = Cel mai vechi: { $oldest }. Cel mai nou: { $newest }.
purge-fewer = Cerute: { $asked }. Găsite: { $found }. Caut în ultimele 1000 de mesaje, nu mai vechi de 14 zile.
purge-pinned = Mesajele fixate rămân: { $count }.
purge-unread = Mesajele al căror text nu îl văd rămân: { $count }. Discord mi-l arată doar dacă „Message Content Intent” este activat pentru mine în Developer Portal.
purge-later = Mesajele scrise de acum înainte nu se șterg.
purge-none = Nu este nimic de șters în canalul { $channel }: niciun mesaj din ultimele 14 zile nu se potrivește sau toate cele potrivite sunt fixate.
purge-none-unread = Nu pot spune ce mesaje din canalul { $channel } conțin un link, fiindcă Discord nu îmi arată textul lor. Renunță la `contains_link` sau roagă proprietarul botului să activeze „Message Content Intent” în Developer Portal.
purge-unanswered = Discord nu mi-a arătat la timp canalul { $channel }, așa că nu s-a făcut nimic. Încearcă din nou peste puțin timp.
purge-draft-gone = Previzualizarea nu se mai păstrează, așa că nu s-a șters nimic. Folosește din nou `/purge`.
purge-before = Aceste mesaje au fost deja șterse cu această previzualizare. Pentru altele folosește din nou `/purge`.
purge-cancelled = Anulat. Nu s-a șters nimic.
purge-deleted = Șterse din canalul { $channel }: { $messages }.
purge-failed = Nu s-au șters: { $messages }. { $why }
purge-refused = Acum nu mai am permisiunea „Gestionează mesajele” în canalul { $channel }. Dă-o acolo rolului meu (setările canalului → Permisiuni), apoi folosește `/purge` pentru restul.
purge-unknown = Discord nu a confirmat ștergerea: { $messages }. Verifică în canalul { $channel } înainte să încerci din nou.
purge-open = Încă se șterg: { $messages }.
purge-log-title = Mesaje șterse
purge-log-member = De la: { $member }
purge-log-people = De la: { $count ->
    [one] { $count } persoană
    [few] { $count } persoane
   *[other] { $count } de persoane
}
purge-log-by = Șterse de: { $actor }
purge-log-at = Când: { $at }
slowmode-off = oprit
slowmode-done = Modul lent în canalul { $channel }: { $now }. Înainte: { $before }.
slowmode-same = Modul lent în canalul { $channel } este deja acesta: { $now }.
slowmode-open = Modul lent în canalul { $channel } se schimbă: { $now }. Înainte: { $before }.
slowmode-failed = Modul lent în canalul { $channel } nu s-a schimbat, este tot: { $before }. { $why }
slowmode-unknown = Discord nu a confirmat. Verifică modul lent al canalului { $channel } înainte să încerci din nou.
slowmode-unread = Nu înțeleg durata „{ $typed }”. Scrie, de exemplu, 10s, 5 min sau 2 ore, ori off.
slowmode-short = „{ $typed }” este prea puțin. Intervalul modului lent e de cel puțin 1 secundă. Ca să îl oprești, scrie off.
slowmode-long = „{ $typed }” este prea mult. Intervalul modului lent e de cel mult 6 ore.
needs-manage-messages = șterge mesaje când cineva folosește `/purge`
needs-slowmode = schimba modul lent când cineva folosește `/slowmode`
command-purge = Șterge ultimele mesaje ale unui canal; vezi întâi care
command-purge-count = Câte mesaje, nu mai vechi de 14 zile
command-purge-member = Doar ce a scris această persoană
command-purge-contains_link = Doar mesajele cu un link
command-purge-channel = Unde (aici)
command-slowmode = Stabilește intervalul dintre mesaje într-un canal
command-slowmode-interval = Cât: 10s, 5 min, 2 ore, cel mult 6 ore; sau off
command-slowmode-channel = Unde (aici)
slowmode-log-title = Mod lent schimbat
slowmode-log-by = Stabilit de: { $actor }
slowmode-log-at = Când: { $at }

# Închiderea canalelor
lock-done = Canalul { $channel } este închis. Membrii pot citi, iar echipa poate scrie în continuare. `/unlock` pune totul la loc.
lock-thread-done = Firul { $channel } este închis. Acolo mai scriu doar cei care pot gestiona fire. `/unlock` îl deschide.
lock-again = De la închidere, permisiunile lui au fost schimbate manual. Este închis din nou, iar `/unlock` pune la loc ce era la început.
lock-open = Canalul { $channel } se închide.
lock-failed = Canalul { $channel } nu a fost închis. { $why }
lock-unknown = Discord nu a confirmat. Verifică în canalul { $channel } înainte să încerci din nou.
lock-gone = Canalul a fost șters.
lock-before = Canalul { $channel } este deja închis: { $by }, { $ago }. Folosește `/unlock` ca să îl deschizi.
lock-thread-before = Firul { $channel } a fost deja închis manual. Deschide-l în Discord, din meniul firului.
lock-nothing = Membrii oricum nu pot scrie în canalul { $channel }, așa că nu este nimic de închis.
unlock-done = Canalul { $channel } este din nou deschis, cu permisiunile de dinainte.
unlock-thread-done = Firul { $channel } este din nou deschis.
unlock-changed = Cât timp a fost închis, permisiunile lui au fost schimbate manual. Acele schimbări rămân.
unlock-open = Canalul { $channel } se deschide.
unlock-failed = Canalul { $channel } este încă închis. { $why }
unlock-none = Canalul { $channel } nu este închis cu `/lock`. Dacă a fost închis manual, deschide-l din setările canalului → Permisiuni.
unlock-before = Canalul { $channel } se deschide deja.
lock-log-title = Canal închis
lock-log-channel = Canal: { $channel }
lock-log-by = Închis de: { $by }
lock-log-reason = Motiv: { $reason }
lock-log-at = Când: { $at }
lock-log-state = Pe Discord: { $state }
lock-state-locking = se închide
lock-state-locked = închis
lock-state-unknown = Discord nu a confirmat, verifică
lock-state-unlocking = se deschide
lock-state-unlocked = din nou deschis ({ $at }): { $by }
lock-state-not-opened = încă închis; încercare de deschidere: { $by }. { $why }
lock-state-failed = nu a fost închis. { $why }
lock-state-gone = canalul a fost șters
lock-state-replaced = închis din nou mai târziu
needs-lock = închide și deschide canale când cineva folosește `/lock` sau `/unlock`
needs-lock-thread = închide și deschide fire și stabili modul lor lent
command-lock = Închide un canal: membrii nu mai pot scrie, echipa poate
command-lock-channel = Care (acesta)
command-lock-reason = De ce; vede doar echipa
command-unlock = Deschide un canal închis, cu permisiunile dinainte
command-unlock-channel = Care (acesta)

mass-count = { $count ->
    [one] { $count } persoană
    [few] { $count } persoane
   *[other] { $count } de persoane
}
mass-title-timeout = **Pui în pauză { $people }? Încă nu s-a făcut nimic.** Pentru cât timp: { $length }
mass-title-kick = **Excluzi { $people }? Încă nu s-a făcut nimic.**
mass-title-ban = **Interzici accesul pentru { $people }? Încă nu s-a făcut nimic.** Pentru cât timp: { $length }
mass-for-good = definitiv
mass-reason = Motiv: { $reason }
mass-people = Persoane: { $names }
mass-checked = După ce confirmi, verific fiecare persoană și sar peste cele asupra cărora tu sau eu nu putem acționa.
mass-untold = Nimeni nu primește un mesaj.
mass-unread = Nu pot citi ca ID sau mențiune: { $words }. Scrie ID-uri sau mențiuni cu spații între ele.
mass-nobody = Nu ai indicat pe nimeni. Scrie ID-uri sau mențiuni cu spații între ele.
mass-too-many = Persoane indicate: { $count }. Limita este de 200 de persoane deodată.
mass-for-managers = Persoane indicate: { $count }. Limita este de 50 de persoane deodată pentru moderatori și de 200 pentru manageri.
mass-no-duration = O pauză are nevoie de o durată. De exemplu: 2 ore sau 7 zile.
mass-kick-duration = O excludere nu are durată. Las-o deoparte sau alege interzicerea.
mass-draft-gone = Previzualizarea nu se mai păstrează, așa că nu s-a făcut nimic. Folosește din nou `/mass`.
mass-before = Acest lucru a fost deja confirmat. Rezultatul este în jurnalul de moderare.
mass-cancelled = Anulat. Nu s-a făcut nimic.
mass-log-title = { $act } pentru { $count ->
    [one] { $count } persoană
    [few] { $count } persoane
   *[other] { $count } de persoane
}
mass-log-by = Cine: { $actor }
mass-log-at = Când: { $at }
mass-log-length = Pentru cât timp: { $length }
mass-done-timeout = În pauză: { $count }
mass-done-kick = Excluse: { $count }
mass-done-ban = Cu acces interzis: { $count }
mass-not = Nu s-a făcut: { $count }
mass-unknown = Discord nu a confirmat: { $count }
mass-open = Mai sunt: { $count }
mass-case = Cazul nr. { $number }
mass-cases = Cazurile nr. { $first } – nr. { $last }
mass-line = { $member }: { $state }
mass-line-case = { $member }, cazul nr. { $number }: { $state }
mass-why-level = nu s-a făcut, moderatorul nu mai poate face asta
mass-why-oneself = nu s-a făcut, nimeni nu poate acționa asupra propriei persoane
mass-why-steward = nu s-a făcut, sunt eu
mass-why-owner = nu s-a făcut, deține serverul
mass-why-bot = nu s-a făcut, este un bot
mass-why-above = nu s-a făcut, nu este sub moderator
mass-why-absent = nu s-a făcut, nu este pe acest server
mass-why-administrator = nu s-a făcut, este administrator
mass-why-steward-role = nu s-a făcut, cel mai înalt rol al meu nu este deasupra rolului acestei persoane
mass-why-steward-lacks = nu s-a făcut, îmi lipsește permisiunea
mass-why-nobody = nu s-a făcut, nimeni nu are acest ID
mass-why-before = nimic de făcut, este deja în vigoare cel puțin tot atâta timp
button-mass-results = Rezultatul fiecăruia
button-mass-refresh = Actualizează
button-dismiss = Respinge
brake-held = Mai mult de 10 excluderi sau interziceri în 10 minute poate face doar un manager, așa că aceasta ({ $act }) așteaptă confirmarea unui manager. I-am întrebat pe manageri în jurnalul de moderare. Încă nu s-a făcut nimic.
brake-no-log = Mai mult de 10 excluderi sau interziceri în 10 minute poate face doar un manager, așa că este nevoie de confirmarea unuia. Roagă un manager să o facă sau să aleagă un jurnal de moderare (`/setup set setting:mod_log`), unde pot întreba.
brake-report = În ultimele 10 minute ai făcut multe excluderi și interziceri, așa că de aceasta trebuie să se ocupe un manager. Nu s-a făcut nimic.
brake-asks = **Mai mult de 10 excluderi sau interziceri în 10 minute: { $actor }. Mai departe doar după confirmarea unui manager.**
brake-confirmed = Confirmat de: { $by }
brake-dismissed = Respins de { $by }, nu s-a făcut nimic.
brake-late = Cererea este mai veche de o zi. Fă-o din nou dacă mai este nevoie.
command-mass = Pauză, excludere sau interzicere pentru mulți; vezi întâi cui
command-mass-act = Ce să se facă
command-mass-users = Cui: ID-uri sau mențiuni, cel mult 200
command-mass-reason = Ce s-a întâmplat; vede doar echipa
command-mass-duration = Cât: 2 ore, 7 zile; la pauză obligatoriu, altfel definitiv

case-source = Sursa
case-by-hand = făcut manual în Discord
case-by-automod = AutoMod
case-kind-automod = acțiune AutoMod
case-of-automod = Cazul nr. { $number } vine de la AutoMod, deci doar un manager îl poate schimba. Cere-i unuia dintre ei.
case-automod = Ce a făcut AutoMod
automod-block = mesaje blocate: { $times }
automod-alert = alerte: { $times }
automod-timeout = pauze (timeout): { $times }
automod-other = alte acțiuni: { $times }
automod-channel = { $channel }
automod-where = unde: { $channels }
automod-keywords = o regulă despre cuvinte
automod-spam = o regulă despre spam
automod-presets = o regulă despre cuvinte jignitoare
automod-mentions = o regulă despre mențiuni
automod-profile = o regulă despre profiluri
automod-rule = o regulă
case-pruned = membri inactivi: { $count } (curățare)
needs-acts-by-hand = nota drept cazuri pauzele, excluderile și interzicerile făcute manual în Discord

## moderation, files
case-export = Fișier cu { $count ->
    [one] { $count } caz
    [few] { $count } cazuri
   *[other] { $count } de cazuri
}. Păstrează-l pentru tine: conține membri și moderatori.
case-export-hidden = Cazuri cu un mesaj dintr-un canal pe care nu îl vezi: { $count }. Mesajele acestea nu sunt în fișier.
case-export-empty = Nu e nimic de exportat. Renunță la `from` și `to` sau notează primul caz cu `/note`.
case-export-large = Cazurile sunt prea multe pentru un fișier pe Discord. Exportă-le pe părți, cu `from` și `to`.
import-title = Imporți { $count ->
    [one] { $count } caz
    [few] { $count } cazuri
   *[other] { $count } de cazuri
}? Încă nu s-a notat nimic.
import-from = Fișier: { $file } ({ $source })
import-new = Noi: { $counts }
import-days = Din perioada: { $first } – { $last }
import-known = Notate deja: { $count }
import-left-out = Omise: { $count }
import-cut = Motive mai lungi de 1.000 de caractere, care se scurtează: { $count }
import-nameless = Fără moderator, deci notate pe numele meu: { $count }
import-unknown-columns = Coloane pe care nu le cunosc și nu le citesc: { $columns }
import-nothing = Nu e nimic de importat: toate cazurile sunt deja notate sau nu se pot citi.
import-quiet = Nimeni nu primește mesaje și nimănui nu i se întâmplă nimic. Fiecare caz își păstrează data și moderatorul și primește un număr de aici.
import-without-points = Avertismentele nu aduc puncte.
import-with-points = Avertismentele aduc puncte, socotite de la data lor.
import-line = **Linia { $place }** { $what }
import-entry = **Intrarea { $place }** { $what }
import-what = { $kind } · { $member } · { $at }
import-what-reason = { $what } · { $reason }
import-what-voided = ~~{ $what }~~
import-what-known = { $what } · notat deja
import-what-wrong = omis: { $why }
import-more = … și încă { $count } care nu se pot citi.
import-wrong-no-member = nu numește niciun membru
import-wrong-member = „{ $typed }” nu e un ID de utilizator
import-wrong-no-kind = nu spune ce s-a făcut
import-wrong-kind = nu notez nimic de felul „{ $typed }”
import-wrong-no-time = nu are dată
import-wrong-time = nu pot citi „{ $typed }” ca dată
import-wrong-early = data e dinainte de Discord
import-wrong-ahead = data e în viitor
import-wrong-deleted = acolo a fost șters
import-wrong-server = e de pe alt server
import-unknown = Nu cunosc formatul acestui fișier. Citesc fișiere din `/case export` și exporturi din Zeppelin, Red, Dyno, MEE6 și YAGPDB.
import-unknown-table = Nu cunosc coloanele acestui tabel: { $columns }. Trebuie `kind`, `member_id` și `at`, ca într-un fișier din `/case export`.
import-broken = Fișierul e stricat la linia { $line }, coloana { $column }. Exportă-l din nou, apoi mai încearcă o dată.
import-empty = În acest fișier nu sunt cazuri.
import-too-many = Fișierul are mai mult de { $most } de cazuri. Împarte-l și importă părțile pe rând.
import-draft-gone = Previzualizarea nu mai este păstrată, deci nu s-a notat nimic. Folosește din nou `/case import`.
import-before = Importul a fost deja confirmat. Ce a ieșit se vede în jurnalul de moderare.
import-cancelled = Anulat. Nu s-a notat nimic.
import-done = { $count ->
    [one] **{ $count } caz importat.**
    [few] **{ $count } cazuri importate.**
   *[other] **{ $count } de cazuri importate.**
}
import-undone = **Importul e retras.** Cazuri retrase: { $count }. Fișierul poate fi importat din nou.
import-undone-before = Import retras de { $by }, { $ago }. Cazurile sunt retrase.
import-undo-late = **Anulează** merge timp de 10 minute. `/case void` retrage un singur caz.
import-undo-of-others = Doar { $by } poate retrage acest import. `/case void` retrage un singur caz.
import-log-title = Cazuri importate
case-imported = Importat
case-imported-from = din { $source }
case-imported-number = din { $source }, unde era nr. { $original }
case-imported-by = { $at }, de { $by }
button-with-points = Cu puncte
button-no-points = Fără puncte
command-case-export = Descarcă toate cazurile într-un fișier
command-case-export-format = csv pentru tabele, json pentru programe (csv)
command-case-export-from = De la această zi, de exemplu 2026-11-01 sau 01.11.
command-case-export-to = Până în această zi, inclusiv
command-case-import = Importă cazuri dintr-un fișier; mai întâi vezi care
command-case-import-file = JSON sau CSV: din /case export, Zeppelin, Red, Dyno, MEE6 sau YAGPDB
