## reports, for members
report-form-message = Sesizare despre un mesaj
report-form-member = Sesizare: { $member }
report-reason = Ce s-a întâmplat
report-reason-hint = Doar moderatorii citesc asta
report-reason-hint-managers = Doar managerii citesc asta
report-evidence = Dovezi, cine a mai văzut
report-received = Mulțumim. Sesizarea ta a ajuns la moderatori și doar ei văd de la cine e.
report-received-no-channel = Mulțumim, sesizarea ta e păstrată. Aici nu e ales un canal pentru sesizări, așa că moderatorii o găsesc în `/reports list`.
report-received-managers = Mulțumim. Sesizarea ta a ajuns doar la manageri și doar ei văd de la cine e.
report-received-managers-no-channel = Mulțumim, sesizarea ta e păstrată și doar managerii o pot citi. Aici nu e ales un canal pentru sesizări, așa că o găsesc în `/reports list`.
report-tell = Spune-mi când se rezolvă
report-will-tell = Îți trimit un mesaj direct când se rezolvă. Dacă mesajele tale directe sunt închise pentru mine, nu scriu nicăieri altundeva.
report-acted = S-a rezolvat deja: moderatorii au luat măsuri. Mulțumim.
report-dismissed = S-a rezolvat deja: moderatorii au citit și au hotărât că nu e nevoie de măsuri.
report-of-message = un mesaj
report-of-member = o persoană
report-dm-acted = **{ $server }:** sesizarea ta despre { $what } s-a rezolvat. Moderatorii au luat măsuri. Mulțumim. (Trimisă: { $at })
report-dm-dismissed = **{ $server }:** sesizarea ta despre { $what } s-a rezolvat. Moderatorii au citit și au hotărât că nu e nevoie de măsuri. (Trimisă: { $at })
report-no-words = Sesizarea nu are text. Scrie ce s-a întâmplat și trimite din nou.
report-yourself = Nu poți trimite o sesizare despre tine. Ca să le scrii moderatorilor despre cazurile tale, vezi `/mycases`.
report-steward = Nu poți trimite o sesizare despre mine. Dacă e ceva în neregulă cu botul, scrie-le moderatorilor.
report-too-many = Ai trimis deja câte sesizări pot primi acum: cel mult 5 pe oră și 20 pe zi. Poți trimite alta: { $at }. Dacă e urgent, scrie-i unui moderator.
report-draft-gone = Formularul nu mai e păstrat, așa că nu s-a trimis nimic. Deschide din nou meniul.
report-sent-before = Ai trimis deja sesizarea. E la moderatori.

## reports, for staff
report-title = Sesizarea nr. { $number }
report-for-managers = E despre cineva din echipă, așa că o pot citi doar managerii.
report-read = Citește
report-whom = Despre cine
report-count = Au sesizat
report-people = { $count ->
    [0] autorii nu se mai cunosc
    [one] { $count } persoană
    [few] { $count } persoane
   *[other] { $count } de persoane
}
report-words = Ce scriu
report-line = · { $reason }
report-line-evidence = · { $reason } — { $evidence }
report-wordless = (un mesaj fără cuvinte)
report-claimed-title = Se ocupă
report-claimed-by = { $by }, { $ago }
report-outcome = Rezultat
report-outcome-case = { $by } a luat măsuri { $ago }: cazul nr. { $number }
report-outcome-dismissed = { $by } a respins-o { $ago }
report-settled-hidden = Un manager a rezolvat-o.
report-deletion = Mesaj
report-deletion-waiting = mesajul urmează să fie șters
report-deletion-done = mesajul e șters
report-deletion-failed = mesajul nu a fost șters. { $why }
report-deletion-unknown = Discord nu a confirmat că mesajul e șters. Verifică înainte să încerci din nou
report-claim = Preia
report-warn = Avertizează
report-timeout = Pauză
report-ban = Interzice accesul
report-delete-timeout = Șterge + pauză
report-dismiss = Respinge
report-reporters = Cine a sesizat
report-claimed = Sesizarea nr. { $number } e a ta: ceilalți văd că te ocupi de ea. Apasă din nou **Preia** ca să renunți la ea.
report-released = Sesizarea nr. { $number } e din nou liberă.
report-claimed-before = { $by } a preluat sesizarea nr. { $number } { $ago }. O poți rezolva și tu.
report-settled-before = { $by } a rezolvat sesizarea nr. { $number } { $ago }, așa că acum nu s-a făcut nimic.
report-settled = sesizarea nr. { $number } e rezolvată
report-dismissed-done = Sesizarea nr. { $number } e respinsă. Nu s-a luat nicio măsură.
report-about-you = Nu te poți ocupa de o sesizare despre tine. O face altcineva din echipă.
report-no-message = Sesizarea nr. { $number } e despre o persoană, așa că nu e niciun mesaj de șters.
report-unseen = Nu vezi canalul mesajului, așa că nu poți șterge mesajul. Alege **Pauză** sau lasă sesizarea cuiva care vede canalul.
report-gone = Sesizarea nu mai e păstrată.
report-form-timeout = Sesizarea nr. { $number }: pauză
report-form-ban = Sesizarea nr. { $number }: interzicere
report-form-delete = Sesizarea nr. { $number }: ștergere și pauză
report-ban-hint = 12h, 7d, 6 months; gol: pentru totdeauna
report-reporters-title = Cine a trimis sesizarea nr. { $number }
report-reporter = **{ $member }**, { $ago }
report-reporters-none = Autorii nu se mai cunosc: datele lor au fost șterse la cererea lor.
report-list = Sesizări
report-list-empty = Nicio sesizare. Apar aici când cineva folosește **Sesizează moderatorii**, **Sesizare despre persoană** sau `/report`.
report-open = Deschide o sesizare
report-line-message = **nr. { $number }** mesaj de la { $member } · { $people } · { $ago } · { $state }
report-line-member = **nr. { $number }** { $member } · { $people } · { $ago } · { $state }
report-state-open = **deschisă**
report-state-claimed = **deschisă**, se ocupă { $by }
report-state-acted = cazul nr. { $number }
report-state-dismissed = respinsă
needs-delete-reported = șterge un mesaj despre care s-a primit o sesizare
moderation-reports = { $value ->
    [0] nicio sesizare
    [one] { $value } sesizare
    [few] { $value } sesizări
   *[other] { $value } de sesizări
}
moderation-first-action = jumătate rezolvate în cel mult { $value }
menu-report-to-moderators = Sesizează moderatorii
menu-report-member = Sesizare despre persoană
command-report = Sesizează moderatorii despre o persoană; doar ei citesc
command-report-member = Despre cine
command-report-reason = Ce s-a întâmplat
command-report-evidence = Dovezi: un link, cine a mai văzut
command-reports = Citește sesizările membrilor
command-reports-list = Lista sesizărilor, întâi cele deschise
