### What people read. One section for each feature; every key stands in en, ru and ro.

## db
db-busy = Baza de date este ocupată acum de alt program, așa că nu s-a făcut nimic. Încearcă din nou peste puțin timp; dacă se repetă, cine administrează botul trebuie să închidă celălalt program.
db-full = Discul botului este plin, așa că nu s-a făcut nimic. Cine administrează botul trebuie să elibereze spațiu; apoi încearcă din nou.
db-readonly = Botul nu poate scrie acum în baza sa de date, așa că nu s-a făcut nimic. Cine administrează botul trebuie să îi dea dreptul de scriere; apoi încearcă din nou.

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
time-echo = { $time }, { $away }
time-echo-skipped = { $time }, { $away } (ceasurile sar peste ora scrisă)
time-echo-first = { $time }, { $away } (ceasurile o arată de două ori: prima)
time-echo-second = { $time }, { $away } (ceasurile o arată de două ori: a doua)
time-echo-past = { $time } a trecut deja
time-example = { $typed } ({ $time })
time-example-span = peste 2 ore
time-example-tomorrow = mâine la 18:00
time-example-weekday = vineri la 19:00
time-none = Nu pot citi „{ $typed }” ca oră. Scrie, de exemplu, `vineri la 19:00`, `peste 2 ore` sau `25.12 18:00`. Orele sunt cele din zona acestui server: { $zone }.
time-no-date = Nu există o dată ca în „{ $typed }”. Ziua se scrie înaintea lunii: `25.12 18:00`.
time-no-clock = Niciun ceas nu arată ce scrie în „{ $typed }”. Orele merg de la 0 la 23, iar minutele de la 0 la 59, ca în `vineri la 19:00`.
time-weekday = În „{ $typed }” data și ziua nu se potrivesc: la acea dată este { $weekday }. Scrie doar una dintre ele.
time-other-zone = În zona acestui server ({ $zone }) ora nu se numește atunci ca în „{ $typed }”. Lasă numele la o parte sau scrie diferența față de UTC: `19:00 +03:00`.
time-past = „{ $typed }” a trecut deja: a fost { $at }. Scrie o oră care urmează.
time-too-far = Până la „{ $typed }” sunt mai mult de o sută de ani. Scrie o oră pe care cineva de aici o va apuca.
time-skipped = Ceasurile se dau atunci înainte și sar peste „{ $typed }”, așa că am luat ora aflată la fel de mult după schimbare: { $at }.
time-twice = Ceasurile se dau atunci înapoi și arată „{ $typed }” de două ori. Am luat prima: { $at }. Pentru a doua, scrie `{ $second }`.

## discord
access-helper = Doar ajutoarele, moderatorii și managerii pot face asta. Cine administrează serverul îți poate da un rol cu permisiunea „Gestionează mesajele”.
access-moderator = Doar moderatorii și managerii pot face asta. Cine administrează serverul îți poate da un rol cu permisiunea „Pune membrii în pauză”.
access-manager = Doar managerii pot face asta: proprietarul serverului și cei cu permisiunea „Administrează serverul”.
access-server-only = Funcționează doar pe un server. Folosește comanda pe unul în care sunt și eu.
server-unknown = Nu te cunosc pe niciun server numit „{ $server }”. Alege unul dintre cele propuse.
server-none = E vorba despre un server pe care nu te cunosc. Dacă ești membru acolo, folosește comanda pe el.
server-which = Te cunosc pe mai multe servere: alege unul la opțiunea „server”.
refused-by-bot = Boții nu pot face asta prin mine. Trebuie să o facă un om.
refused-oneself = Ar fi vorba chiar despre tine, așa că trebuie să o facă altcineva din echipă.
refused-steward = Acela sunt eu, iar despre mine nu țin evidență. Dacă greșesc cu ceva, spune-i cui administrează serverul.
refused-owner = { $member } este proprietarul acestui server, iar prin mine proprietarului nu i se face nimic. Vorbește direct cu el.
refused-of-bot = { $member } este un bot: nu citește avertismente și nu are nevoie de note. Cine administrează serverul îl poate schimba sau scoate din setările serverului → Integrări.
refused-higher-level = { $member } are în echipă un nivel mai înalt decât tine. Cere-i cuiva de acel nivel sau proprietarului serverului.
refused-higher-role = Cel mai înalt rol al tău nu este deasupra rolului lui { $member }, iar asta este necesar. Cere-i cuiva cu un rol mai înalt sau proprietarului serverului.
refused-absent = { $member } nu este pe acest server, așa că n-ar avea efect asupra nimănui și nu s-a făcut nimic. Ce trebuie ținut minte se poate scrie ca notă.
refused-absent-untimeout = { $member } nu este pe acest server, așa că pauza nu poate fi ridicată acum. Dacă revine înainte să se termine, încearcă atunci.
refused-administrator = { $member } este administrator, iar eu nu pun în pauză, nu dau afară și nu interzic administratori. Cine gestionează rolurile îi poate lua mai întâi acel rol; apoi încearcă din nou.
refused-steward-role = Cel mai înalt rol al meu nu este deasupra rolului lui { $member }, așa că Discord nu m-ar lăsa. Cine administrează serverul îmi poate muta rolul mai sus în setările serverului → Roluri; apoi încearcă din nou.
refused-steward-lacks = Pentru asta îmi lipsește permisiunea { $permission }. Cine administrează serverul o poate da rolului meu în setările serverului → Roluri; apoi încearcă din nou.
people-unknown = Pe Discord nu există nimeni cu acest id. Alege un membru din listă sau verifică id-ul.
people-unanswered = Discord n-a spus la timp cine este, așa că nu s-a făcut nimic. Încearcă din nou peste o clipă.
permission-quoted = „{ $name }”
permission-and = { $names }, { $next }
permission-other = { $name }
permission-administrator = Administrator
permission-manage-guild = Administrează serverul
permission-manage-roles = Gestionează rolurile
permission-manage-channels = Gestionează canalele
permission-kick-members = Dă afară, aprobă și respinge membri
permission-ban-members = Interzice membri
permission-moderate-members = Pune membrii în pauză
permission-view-audit-log = Vezi jurnalul de audit
permission-view-channel = Vezi canalul
permission-send-messages = Trimite mesaje și creează postări
permission-send-messages-in-threads = Trimite mesaje în fire și postări
permission-create-public-threads = Creează fire publice
permission-create-private-threads = Creează fire private
permission-manage-threads = Gestionează firele și postările
permission-manage-messages = Gestionează mesajele
permission-embed-links = Încorporează linkuri
permission-attach-files = Atașează fișiere
permission-read-message-history = Citește istoricul mesajelor
permission-mention-everyone = Menționează @everyone, @here și toate rolurile
permission-manage-events = Gestionează evenimentele
permission-create-events = Creează evenimente
permission-send-polls = Creează sondaje
needs-send-polls = posta sondaje Discord când le cere cineva
command-outdated = Discordul tău arată încă o formă mai veche a comenzii. Repornește Discord sau așteaptă un minut, apoi încearcă din nou.
press-outdated = Butonul acesta este dintr-o versiune mai veche și nu mai face nimic. Folosește din nou comanda ca să primești unul nou.
form-outdated = Formularul acesta este dintr-o versiune mai veche, așa că nu s-a făcut nimic cu el. Folosește din nou comanda ca să primești unul nou.
failure = Ceva n-a mers bine la noi și am notat asta. Dacă se repetă, spune-i persoanei care mă administrează codul { $reference }.
failure-access = Nu văd acel canal. Dă rolului meu acolo permisiunea „Vezi canalul” (setările canalului → Permisiuni), apoi încearcă din nou.
failure-permission = Nu am voie să fac asta aici. Verifică rolul meu în setările serverului → Roluri și permisiunile canalului, apoi încearcă din nou.
failure-permission-named = Discord nu m-a lăsat să fac asta. Rolul meu are nevoie de { $permission } și trebuie să stea deasupra tuturor celor vizați: verifică în setările serverului → Roluri, apoi încearcă din nou.
failure-permission-in = Discord nu m-a lăsat să scriu în { $channel }. Rolul meu are nevoie acolo de { $permission } (setările canalului → Permisiuni).
failure-discord = Discord nu răspunde acum, așa că nu s-a făcut nimic. Încearcă din nou peste un minut.
failure-unknown = Discord n-a confirmat dacă s-a făcut. Verifică înainte să încerci din nou.
channel-unseen = Aici nu există un astfel de canal pe care să-l vezi, așa că nu s-a făcut nimic. Alege unul din listă.
channel-not-yours = Nu ai voie să scrii în { $channel }, așa că nu public acolo în locul tău. Alege un canal în care scrii tu însuți; sau cine administrează serverul dă acolo rolului tău permisiunea { $permission } (setările canalului → Permisiuni).
ping-not-yours = Nu ai voie să chemi { $role } în { $channel }, așa că nu o fac nici eu pentru tine. Alege alt rol sau lasă `ping` la o parte; sau cine administrează serverul dă rolului tău permisiunea { $permission } ori lasă pe oricine să menționeze { $role } (Setările serverului → Roluri).
ping-everyone-not-yours = Nu ai voie să chemi pe toată lumea în { $channel }, așa că nu o fac nici eu pentru tine. Alege un rol sau lasă `ping` la o parte; sau cine administrează serverul dă rolului tău permisiunea { $permission } (Setările serverului → Roluri).
ping-not-mine = Nu am voie să chem { $role } în { $channel }. Cine administrează serverul poate da rolului meu permisiunea { $permission } sau poate lăsa pe oricine să menționeze { $role } (Setările serverului → Roluri); apoi încearcă din nou sau lasă `ping` la o parte.
ping-everyone-not-mine = Nu am voie să chem pe toată lumea în { $channel }. Cine administrează serverul poate da rolului meu permisiunea { $permission } (Setările serverului → Roluri); apoi încearcă din nou sau lasă `ping` la o parte.
attached-large = „{ $name }” este prea mare: citesc cel mult { $most } KiB.
attached-no-text = „{ $name }” nu este un text pe care îl pot citi. Salvează-l ca text simplu în UTF-8, apoi atașează-l din nou.
attached-late = Discord nu mi-a dat la timp ce ai atașat, așa că nu s-a făcut nimic. Încearcă din nou peste puțin timp; fișierele mai mici vin mai repede.
image-none = „{ $name }” nu este o imagine pe care o pot arăta. Atașează PNG, JPEG, GIF sau WebP.
image-large = „{ $name }” este prea mare: o imagine poate avea cel mult { $most } MiB. Micșoreaz-o, apoi atașeaz-o din nou.
image-large-together = Imaginile sunt prea mari împreună: toate pot avea cel mult { $most } MiB. Micșorează-le sau atașează mai puține.
page-previous = Înapoi
page-next = Înainte
page-of = Pagina { $page } din { $pages }

## setup
setup-title = Setări
setup-how = /setup set schimbă oricare dintre ele.
setup-line = **{ $name }**: { $value }
setup-line-default = **{ $name }**: { $value } (implicit)
setup-about = -# { $about }
setup-note = ⚠ { $note }
setup-remark = -# ℹ { $note }
setup-changed = **{ $name }**: { $before } → **{ $after }**
setup-unchanged = Nu s-a schimbat nimic. **{ $name }** are deja această valoare: { $value }
setup-undone = Anulat. **{ $name }**, ca înainte: { $value }
setup-undo = Anulează
setup-undo-done = Schimbarea a fost deja anulată, deci nu s-a făcut nimic.
setup-undo-late = O schimbare poate fi anulată doar timp de zece minute, deci nu s-a făcut nimic. O poți schimba din nou cu `/setup set`.
setup-undo-changed = Setarea a mai fost schimbată între timp, deci nu s-a anulat nimic. `/setup show` arată ce este valabil acum.
setup-no-setting = Nu există setarea „{ $typed }”. `/setup show` le arată pe cele care există.
setup-offer-default = implicit: { $value }
setting-language = limba în care citește toată lumea aici; unei singure persoane i se răspunde în limba ei
setting-language-default = { $language }, ca în setările serverului din Discord
setting-language-none = Nu vorbesc „{ $typed }”. Scrie `en`, `ru` sau `ro`.
language-en = engleză
language-ru = rusă
language-ro = română
setting-zone = ceasul după care se înțeleg orele scrise și calendarul cifrelor; cifrele trec la noul fus de lunea viitoare
setting-zone-value = { $zone }
setting-zone-none = Nu cunosc fusul orar „{ $typed }”. Scrie-l ca `Europe/Chisinau` sau începe să scrii un oraș mare din apropiere și alege din listă.
setting-zone-several = Sunt mai multe fusuri cu acest nume: { $names }. Scrie unul dintre ele în întregime.
setting-mod_log = unde citește echipa ce s-a hotărât despre membri
setting-ladder = ce urmează din punctele valabile; trepte ca „3 timeout 1h, 10 decide” sau „off”
setting-ladder-value = { $ladder }
setting-points_expire = cât sunt valabile punctele unui avertisment; schimbarea privește avertismentele noi
setting-points_expire-none = „{ $typed }” nu este un termen pentru puncte. Scrie zile întregi, cel mult { $longest }, de exemplu `90 de zile`.
setting-keep_activity = cât timp se păstrează cine, cât și unde a scris; între 28 și 400 de zile
setting-days-value = { $days ->
    [one] { $days } zi
    [few] { $days } zile
   *[other] { $days } de zile
}
setting-days-none = „{ $typed }” nu este o durată potrivită aici. Scrie un număr de zile între { $least } și { $most }, de exemplu „180”. Nimic nu se păstrează mai mult de { $most } de zile.
setting-channel-value = { $channel }
setting-channel-default = niciunul
setting-channel-none = Pe acest server nu există canalul „{ $typed }” sau nu îl văd. Alege din listă sau scrie # și numele lui.
setting-channel-several = Mai multe canale se numesc „{ $typed }”. Alege din listă sau scrie # și alege de acolo.
setting-channel-not-for-posts = Nu pot scrie în { $channel }. Alege un canal de text, nu o categorie, un forum sau un canal de voce.
setting-channel-gone = Canalul nu mai există, deci nu se publică nimic. Alege altul cu `/setup set`.
setting-channel-public = { $channel } poate fi citit de toată lumea de pe server. Ce este pentru echipă ar trebui să stea într-un canal pe care îl vede doar echipa.
setting-channel-lacks = Încă nu pot scrie în { $channel }. Dă-i acolo rolului meu { $permissions } (setările canalului → Permisiuni).
setting-manager_role = cine conduce comunitatea, pe lângă cei cu „Administrează serverul”
setting-moderator_role = cine moderează, pe lângă cei cu „Pune membrii în pauză”
setting-helper_role = cine ajută, pe lângă cei cu „Gestionează mesajele”
setting-role-default = niciunul; hotărăsc permisiunile
setting-role-value = { $role }
setting-role-none = Pe acest server nu există rolul „{ $typed }”. Alege din listă sau scrie @ și numele lui.
setting-role-several = Mai multe roluri se numesc „{ $typed }”. Alege din listă sau scrie @ și alege de acolo.
setting-role-everyone = @everyone înseamnă toată lumea de pe server, deci nu poate fi echipa. Alege un rol pe care îl are doar echipa.
setting-role-managed = { $role } aparține unui bot sau unui serviciu, deci nu poate fi dat nimănui. Alege un rol pe care îl au oamenii.
setting-role-gone = Rolul nu mai există, deci nu aduce pe nimeni în echipă. Alege altul cu `/setup set`.
setting-role-hidden = Discord ascunde unele comenzi de cei care au doar { $role }: le arată doar celor cu { $permissions }. Dă-i rolului aceste permisiuni în Setările serverului → Roluri sau permite-i comenzile mele în Setările serverului → Integrări.
setting-reports = unde îi vin echipei sesizările membrilor
setting-appeals = unde hotărăște echipa contestațiile
setting-feedback = unde se adună părerile pentru echipă
setting-digest = unde se publică pagina săptămânii pentru manageri; `/digest setup channel` este aceeași setare
setting-announcements = unde citește toată lumea anunțurile
setting-events = unde vede toată lumea ce se întâmplă
setting-suggestions = unde citește toată lumea propunerile; merge și un forum
setting-quiet_hours = când așteaptă memento-urile și alertele care pot aștepta; ore ca „22:00–08:00” sau „off”
setting-quiet_hours-value = { $hours }
setting-quiet_hours-off = oprit
setting-quiet_hours-none = „{ $typed }” nu sunt ore pe care le înțeleg. Scrie începutul și sfârșitul, ca `22:00–08:00`, sau `off`.
setting-channel-private = { $channel } nu poate fi citit de toată lumea de pe server. Ce este pentru toți ar trebui să stea într-un canal pe care îl văd toți.
setting-channel-not-yet = Acolo încă nu se publică nimic; canalul este păstrat pentru mai târziu.
setting-channel-unseen = Nu văd canalul { $channel }. Dă-i acolo rolului meu „Vizualizează canalul” (setările canalului → Permisiuni), apoi alege-l din nou.
start-title = Configurare, pasul { $step } din { $steps }: { $name }
start-step-place = limba și fusul orar
start-step-roles = cine face parte din echipă
start-step-staff = canalele echipei
start-step-more-staff = canalele echipei, continuare
start-step-public = canalele pentru toți
start-step-summary = rezumat
start-text-place = Ce citește toată lumea aici este în această limbă; unei singure persoane îi răspund în limba ei. Orele scrise sunt înțelese după acest fus. Orice pas poate fi sărit: totul merge și așa.
start-text-roles = Cine are unul dintre aceste roluri face parte din echipă din acea clipă. Hotărăsc și permisiunile: „Administrează serverul” înseamnă manageri, „Pune membrii în pauză” moderatori, „Gestionează mesajele” ajutoare. Contează ce este mai sus.
start-text-staff = Aici citește echipa ce scriu pentru ea. „Creează-le pentru mine” face canalele care nu sunt încă alese, într-o categorie pe care o vedem doar echipa și eu.
start-text-more-staff = În primul se adună părerile, în al doilea managerii citesc pagina săptămânii.
start-text-public = Aici citește toată lumea ce este pentru toți.
start-text-summary = Iată ce este valabil acum. Cu `/setup set` poți schimba oricare dintre ele.
start-input-language = Limba
start-input-zone = Fusul orar
start-input-manager_role = Rolul managerilor
start-input-moderator_role = Rolul moderatorilor
start-input-helper_role = Rolul ajutoarelor
start-input-mod_log = Jurnalul de moderare
start-input-reports = Sesizări
start-input-appeals = Contestații
start-input-feedback = Păreri
start-input-digest = Rezumatul săptămânii
start-input-announcements = Anunțuri
start-input-events = Evenimente
start-input-suggestions = Propuneri
start-back = Înapoi
start-skip = Sari peste
start-forward = Înainte
start-finish = Gata
start-create = Creează-le pentru mine
start-other-zone = Alt fus orar…
start-zone-title = Fusul orar
start-zone-label = Un oraș mare din apropiere sau numele fusului
start-zone-hint = de exemplu Europe/Chisinau
start-next-check = **Mai departe:** `/setup check` spune ce lipsește și unde se dă.
start-next-digest = `/digest setup` spune în ce zi vine pagina săptămânii, `/ladder` la ce duc avertismentele.
start-next-help = `/help` arată ce poate face fiecare aici.
start-finished = **Configurarea s-a încheiat.** O poți parcurge din nou oricând cu `/setup start`.
needs-manage-channels = crea canalele echipei când se apasă „Creează-le pentru mine” în `/setup start`
create-name-category = Moderatori
create-name-mod_log = jurnal-moderare
create-name-reports = sesizări
create-name-appeals = contestații
create-name-feedback = păreri
create-name-digest = rezumat
create-name = { $name }
create-reason = Canale pentru echipă, cerute de { $actor } cu /setup start
create-undo-reason = Canalele echipei, anulate de { $actor }
create-made = **Create, văzute doar de echipă și de mine:** { $channels }
create-waiting = Discord încă lucrează. „Mai uită-te o dată” arată ce este gata.
create-look = Mai uită-te o dată
create-failed = **Nu s-au creat:** { $channels }. { $why }
create-unknown = Discord nu a spus dacă le-a creat: { $channels }. Uită-te înainte să apeși din nou.
create-undone = **Anulat.** Setările sunt ca înainte; canalele în care nu a scris nimeni se șterg.
create-kept = Rămân, pentru că acolo a scris cineva sau e ceva în ele: { $channels }
create-running = Canalele se creează sau se anulează deja. Așteaptă puțin, apoi uită-te din nou.
create-nothing = Toate canalele echipei sunt deja alese, deci nu s-a creat nimic.
check-title = Verificarea configurării
check-fine = Totul este în regulă: nu lipsește nicio permisiune, iar tot ce s-a ales este la locul lui.
check-count = { $count ->
    [one] { $count } lucru de făcut
    [few] { $count } lucruri de făcut
   *[other] { $count } de lucruri de făcut
}
check-unknown = Discord încă nu mi-a spus destul despre acest server. Încearcă din nou peste un minut.
check-permission = Îmi lipsește { $permission }, deci nu pot: { $uses }. Dă-i rolului meu această permisiune în Setările serverului → Roluri.
check-uses = { $uses }; { $next }
check-administrator = Aici sunt administrator, ceea ce este mai mult decât îmi trebuie. Rolului meu îi ajunge mai puțin: `steward invite` spune ce anume.
check-setting = **{ $name }**: { $note }
check-roles = { $roles }, { $next }
check-roles-more = { $roles } și încă { $count ->
    [one] unul
    [few] { $count }
   *[other] { $count }
}
check-role-order = Rolul meu cel mai înalt stă sub { $roles }, deci nu pot face nimic celor cu un asemenea rol: nici pauză, nici excludere, nici interdicție. Mută-mi rolul deasupra lor în Setările serverului → Roluri.
check-unseen = { $channels }: toată lumea vede, dar eu nu. Ce se scrie acolo nu se numără, iar eu nu pot posta acolo. Dă rolului meu { $permission } acolo (setările canalului → Permisiuni).
command-setup-start = Parcurge primele setări pas cu pas; orice pas poate fi sărit
command-setup-check = Ce lipsește sau nu este în regulă și ce e de făcut
command-setup = Vezi și schimbă cum lucrează Steward pe acest server
command-setup-show = Toate setările și ce este valabil acum
command-setup-set = Schimbă o setare
command-setup-set-setting = Care
command-setup-set-value = Noua valoare; „default” anulează ce s-a ales

## help
help-title = Ce poți face pe { $server }
help-for-everyone = **Toată lumea**
help-for-helpers = **Ajutoare**
help-for-moderators = **Moderatori**
help-for-managers = **Manageri**
help-line = **/{ $name }** · { $what }
help-name = /{ $name }
help-names = { $names }, { $next }
help-example = -# { $example }
help-menu-member = -# Și *{ $name }* în meniul unui membru, la Aplicații.
help-menu-message = -# Și *{ $name }* în meniul unui mesaj, la Aplicații.
help-in-dms = Merg și în mesajele directe cu mine: { $names }.
help-setup-set = De exemplu: `/setup set setting:zone value:Europe/Chisinau`
help-note = De exemplu: `/note member:@bob text:A întrebat de două ori cum se face o sesizare`
help-warn = De exemplu: `/warn member:@bob reason:A jignit un nou-venit`
help-timeout = De exemplu: `/timeout member:@bob duration:1h reason:A inundat canalul`
help-untimeout = De exemplu: `/untimeout member:@bob reason:Și-a cerut scuze`
help-case-view = De exemplu: `/case view number:12`
help-case-list = De exemplu: `/case list member:@bob`
help-case-edit = De exemplu: `/case edit number:12 reason:A jignit doi nou-veniți`
help-case-void = De exemplu: `/case void number:12 reason:A fost altcineva`
help-case-link = De exemplu: `/case link number:12 other:14`
help-history = De exemplu: `/history member:@bob`
help-stats-server = De exemplu: `/stats server`
help-privacy-show = De exemplu: `/privacy show`
help-privacy-export = De exemplu: `/privacy export`
help-privacy-forget = De exemplu: `/privacy forget`
help-privacy-opt-out = De exemplu: `/privacy opt-out`
help-privacy-opt-in = De exemplu: `/privacy opt-in`
help-digest-setup = De exemplu: `/digest setup channel:#manageri day:luni time:09:00`
help-digest-show = De exemplu: `/digest show week:2026-W47`
help-digest-export = De exemplu: `/digest export week:2026-W47`
command-help = Ce poți face aici, cu câte un exemplu
command-help-server = Ce server; e nevoie doar în mesaje private, dacă sunt mai multe

## moderation
note-saved = Nota despre { $member } este cazul nr. { $number }. O vede doar echipa serverului.
note-empty = O notă are nevoie de cuvinte. Scrie ce ar trebui să țină minte echipa.
case-none = Pe acest server nu există cazul nr. { $number }. `/case list` le arată pe cele care există.
case-not-a-day = „{ $typed }” nu este o zi pe care o pot citi. Scrie, de exemplu, 2026-11-20 sau 20.11.2026.
case-empty-range = Intervalul se termină înainte să înceapă. Schimbă între ele `from` și `to`.
case-title = Cazul nr. { $number }: { $kind }
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
case-line = **nr. { $number }** { $kind } · { $member } · { $ago } · { $reason }
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
warn-too-severe = Ajutoarele avertizează cu gravitatea 1; 2 și 3 sunt pentru moderatori și manageri. Alege gravitatea 1 sau cere-i unuia dintre ei.
warn-form-title = Avertizează: { $name }
warn-reason = Ce s-a întâmplat
warn-reason-hint = Membrul citește asta
warn-rule = Regula
warn-about = Este vorba de
warn-evidence = Dovezi, doar pentru echipă
warn-quote = „{ $quote }”
warn-choose-severity = Gravitatea
warn-choose-notify = Cum află
notify-dm = Prin mesaj direct
notify-channel = Printr-un rând în canal, pe care doar persoana îl poate deschide
notify-none = Nu i se spune nimic
warn-preview-title = **Avertizezi pe { $member }? Încă nu s-a trimis nimic.**
warn-preview-changed = **Ceva s-a schimbat de când te-ai uitat. Mai privește o dată înainte să confirmi.**
warn-preview-earlier = Înainte: { $counts }; ultima dată pe { $at }.
warn-preview-earlier-none = Înainte: nimic notat.
warn-preview-lately = De curând: { $acts }.
warn-preview-lately-none = De curând: nimeni nu a făcut nimic în ultimele 10 minute.
warn-preview-act = { $kind } de la { $actor } { $ago } (cazul nr. { $number })
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
draft-confirmed = { $actor } a confirmat deja: { $member } are cazul nr. { $number } din { $at }.
draft-gone = Această previzualizare nu mai există, așa că nu s-a făcut nimic. Folosește din nou `/warn`.
done-recorded = **Notat: { $kind } pentru { $member }, cazul nr. { $number }.**
done-points = Are acum { $points }.
done-line = · { $state }
done-no-log = Încă nu există un jurnal de moderare. `/setup set` cu `mod_log` alege un canal pentru el.
done-log-failed = · Nu s-a putut scrie în jurnalul de moderare, { $channel }. { $why }
done-log-gone = · Canalul jurnalului de moderare nu mai există, așa că acolo nu apare. `/setup set` cu `mod_log` alege altul.
done-decision-unposted = · Managerii decid ce urmează, dar nimeni nu i-a anunțat: în jurnalul de moderare nu apare. Decizia se ia la `/case view { $number }`.
undone = **Cazul nr. { $number } despre { $member } a fost retras.** Nu mai contează.
undo-of-others = Cazul nr. { $number } nu este al tău, deci nu îl poți anula. Managerii îl pot retrage.
case-of-others = Cazul nr. { $number } l-a notat { $by }, deci doar această persoană sau un manager îl poate schimba. Cere-i unuia dintre ei.
undo-late = „Anulează” merge zece minute, iar cazul nr. { $number } este mai vechi.
act-line = { $kind }, cazul nr. { $number }: { $state }
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
why-gone-member = Persoana nu mai este pe server.
why-gone-channel = Canalul sau mesajul nu mai există.
why-foreign = Canalul aparține altui server, așa că nu s-a publicat nimic.
why-automod = AutoMod de la Discord nu a lăsat textul să treacă.
why-late = Nu s-a putut face la timp.
why-withdrawn = A fost retras înainte.
why-closed-dm = Mesajele directe sunt închise pentru mine.
why-refused = Discord a refuzat; jurnalul botului spune mai multe.
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
notice-footer = Cazul nr. { $number }. Răspunsurile de aici nu sunt citite.
notice-in-channel = { $member }, moderatorii au o notă pentru tine.
notice-in-channel-withdrawn = { $member }, nota moderatorilor a fost retrasă. Nu mai este nimic de citit.
notice-withdrawn-text = Moderatorii au retras asta. Era din { $at } și nu mai contează.
notice-withdrawal = **Moderatorii { $server } au retras { $kind ->
        [timeout] pauza ta
        [kick] excluderea ta
        [ban] interzicerea ta
       *[warn] avertismentul tău
    }.** Era din { $at } și nu mai contează.
record-title = Istoricul tău pe { $server }
record-points = Ai acum { $points }.
record-line = **nr. { $number }** { $kind } · { $ago } · { $reason }
record-line-counts = { $line } · { $counts }
record-counts = { $points } până la { $until }
record-expired = nu mai contează
record-withdrawn = retras
case-title-voided = Cazul nr. { $number }: { $kind }, retras
case-weight = Gravitatea
case-weight-counts = { $severity }, { $name }: { $points } până la { $until }
case-weight-expired = { $severity }, { $name }: { $points }, termen depășit din { $until }
case-weight-void = { $severity }, { $name }: nu mai contează
case-cause = Urmează din
case-number = cazul nr. { $number }
case-act = Pe Discord
case-followed = Ce a urmat
case-notice = Înștiințare
case-voided = Retras
case-voided-by = { $by }, { $at }
case-voided-because = { $by }, { $at }: { $reason }
decision-title = Este nevoie de o decizie
decision-text = { $member } are { $points } și atinge treapta de la { $rung }: { $step }. A fost cazul nr. { $number }, notat de { $actor }.
decision-outcome = Decis
decision-open = managerii sunt rugați să decidă ce urmează
decision-acted = { $by } a decis { $at }: cazul nr. { $number }
decision-dismissed = { $by } a decis { $at } că nu mai urmează nimic
decision-withdrawn = avertismentul a fost retras, deci nu este nimic de decis
decision-nothing = Nu mai urmează nimic pentru { $member } după cazul nr. { $number }. Punctele rămân.
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
needs-kick-members = exclude membri când așa decid managerii sau scara
needs-ban-members = interzice accesul membrilor și ridica interdicțiile când așa decid managerii sau scara
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
timeout-longer-case = { $member } este deja în pauză până la { $until }: cazul nr. { $number }. Aceasta nu ar prelungi-o, așa că nu s-a făcut nimic. `/case edit` îi schimbă durata, `/untimeout` o ridică.
untimeout-none = { $member } nu este în pauză, deci nu este nimic de ridicat.
act-not-moved = în vigoare până la { $until }: Discord nu a acceptat încă alt sfârșit. { $why }
act-lapsed = nu este în vigoare din { $since }: a expirat înainte să o pot prelungi, ceea ce fac acum
act-lapsed-why = nu este în vigoare din { $since }: a expirat și nu a putut fi prelungită. { $why }
act-resumed = { $state }; din { $since } până la { $until } nu a fost în vigoare, pentru că nu am putut-o prelungi
case-line-bare = **nr. { $number }** { $kind } · { $member } · { $ago }
case-what-state = { $kind } ({ $state })
case-what-voided = ~~{ $kind }~~ (retras)
case-state-waiting = pe drum
case-state-in-force = în vigoare
case-state-lifting = se ridică
case-state-failed = nu s-a făcut
case-state-unknown = neclar
case-state-lifted = ridicată
case-state-ended = încheiată
case-state-superseded = schimbată de altcineva
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
history-timeout-case = În pauză până la { $until }, cazul nr. { $number }.
history-timeout-unasked = După ce este notat, este în pauză până la { $until }; Discord nu a răspuns acum.
history-unasked = Nu se știe dacă este în pauză: Discord nu a răspuns acum.
history-line = **nr. { $number }** { $kind } · { $ago } · { $reason }
history-line-bare = **nr. { $number }** { $kind } · { $ago }
mycases-empty = Despre tine nu este notat nimic pe { $server }.
record-rule = Regula: { $rule }
record-until = în vigoare până la { $until }
record-bare = **nr. { $number }** { $kind } · { $ago }
ladder-title = Ce urmează după avertismente
ladder-weights = Un avertisment ușor adaugă { $minor }, unul serios { $serious }, unul grav { $severe }. Contează timp de { $span }.
ladder-rung = **{ $points }**: { $step }
ladder-none = Nimic nu urmează de la sine aici: moderatorii decid de fiecare dată.
ladder-own-none = Acum nu ai puncte care contează.
edit-nothing = Spune ce se schimbă: `reason` schimbă cuvintele, `duration` schimbă durata unei pauze, socotită de la început.
edit-voided = Cazul nr. { $number } este retras, așa că rămâne cum este.
edit-same = Cazul nr. { $number } spune deja asta, așa că nu s-a schimbat nimic.
edit-no-duration = Doar o pauză are durată, iar cazul nr. { $number } este altceva ({ $kind }). Acolo se poate schimba motivul.
edit-not-running = Pauza din cazul nr. { $number } nu mai este în curs, așa că nu s-a schimbat nimic. `/timeout` începe una nouă.
edit-over = Pauza se socotește de la { $at }, iar cu această durată s-ar fi încheiat deja { $ago }, așa că nu s-a schimbat nimic. Alege una mai lungă sau ridic-o cu `/untimeout`.
edit-done = **Cazul nr. { $number } despre { $member } a fost schimbat.**
edit-done-reason = · acum spune: { $reason }
edit-done-until = · se încheie { $until }, nu { $before }
edit-moved = · s-a schimbat și ce i s-a spus persoanei
edit-moves = · ce i s-a spus persoanei se schimbă imediat ce află Discord
case-edits = Schimbări
case-edit-reason = { $by }, { $at }; înainte: { $before }
case-edit-until = { $by }, { $at }; înainte urma să se încheie { $before }
case-links = Legat de
link-itself = Un caz nu se leagă de el însuși. Dă numărul altuia.
link-before = Cazurile nr. { $number } și nr. { $other } sunt deja legate.
link-done = Cazurile nr. { $number } și nr. { $other } sunt legate: fiecare îl arată pe celălalt.
void-question = **Retragi cazul nr. { $number } despre { $member }? Încă nu s-a schimbat nimic.**
void-question-acts = Ce a făcut este încă în vigoare:
void-question-how = „Retrage și ridică” ridică și asta, „Doar retrage” lasă totul cum este. Oricum, cazul nr. { $number } nu mai contează, iar persoana află dacă i s-a spus de el.
void-cancelled = Nu s-a schimbat nimic. Cazul nr. { $number } rămâne valabil.
void-gone = Această întrebare nu mai există, așa că nu s-a făcut nimic. Folosește din nou `/case void`.
void-before = { $by } a retras deja cazul nr. { $number }, { $at }.
void-stands = · cazul nr. { $number } rămâne. `/case void` îl retrage și pe el.
void-no-reason = Spune de ce se retrage cazul; citește doar echipa.
button-void-and-lift = Retrage și ridică
button-void-only = Doar retrage
notice-timeout-lifted = **Pauza care a venit cu asta a fost ridicată.**
notice-withdrawal-lifted = { $kind ->
    [ban] Interzicerea se ridică.
   *[timeout] Pauza se ridică.
}
notice-withdrawal-stays = Pauza rămâne până la { $until }.
command-timeout = Pune un membru în pauză, imediat
command-timeout-member = Pe cine pui în pauză
command-timeout-duration = Pentru cât timp: 2 ore, 1 zi 12 ore, 30 min; cel mult un an
command-timeout-reason = Ce s-a întâmplat; membrul citește asta
command-untimeout = Ridică pauza unui membru, oricine a pus-o
command-untimeout-member = Cui îi ridici pauza
command-untimeout-reason = De ce; vede doar echipa
command-history = Vezi ce este notat despre un membru și ce este în vigoare acum
command-history-member = Despre cine
menu-history = Ce este notat
command-mycases = Vezi ce este notat despre tine pe acest server
command-mycases-server = Ce server; e nevoie doar în mesaje private, dacă sunt mai multe
command-ladder = Vezi ce urmează după avertismente și câte puncte ai
command-case-edit = Schimbă cuvintele unui caz sau durata unei pauze
command-case-edit-number = Numărul lui, de exemplu 12
command-case-edit-reason = Ce va scrie în el
command-case-edit-duration = Cât durează pauza cu totul, de la început: 2 ore, 7 zile
command-case-void = Retrage un caz: nu mai contează, dar rămâne notat
command-case-void-number = Numărul lui, de exemplu 12
command-case-void-reason = De ce; vede doar echipa
command-case-link = Leagă un caz de altul
command-case-link-number = Numărul unuia, de exemplu 12
command-case-link-other = Numărul celuilalt

## activity
figure-messages = Mesaje
figure-active_members = Oameni care au scris
figure-dau_mean = Oameni care scriu pe zi, în medie
figure-new_members = Au scris pentru prima dată
figure-returning_members = Scriseseră și înainte
figure-newcomers_replied = Nou-veniți cărora li s-a răspuns direct
figure-connections = Legături
figure-joins = Au venit
figure-leaves = Au plecat sau au fost scoși
figure-net_growth = Creștere netă
figure-voice_minutes = Minute în canalele vocale
figure-reactions = Reacții
meaning-messages = mesaje scrise de oameni în canalele numărate; fără boți și fără cele ale Discordului, precum „s-a alăturat”.
meaning-active_members = oameni diferiți care au scris aceste mesaje.
meaning-dau_mean = câți oameni au scris în fiecare dintre cele șapte zile, adunați și împărțiți la șapte.
meaning-new_members = oameni al căror prim mesaj înregistrat cade în această săptămână.
meaning-returning_members = oameni care au scris săptămâna aceasta și scriseseră și înainte.
meaning-newcomers_replied = nou-veniți cărora cineva le-a răspuns sau pe care i-a menționat, în canalul primului lor mesaj, în șapte zile.
meaning-connections = cine a vorbit cu cine: perechi ordonate de oameni dintre care unul i-a răspuns celuilalt sau l-a menționat.
meaning-joins = oameni care au venit pe server.
meaning-leaves = oameni care au plecat, au fost excluși sau interziși.
meaning-net_growth = cei veniți, fără cei plecați sau scoși.
meaning-voice_minutes = minute în canalele vocale împreună cu altcineva, cu sunetul pornit și nu pe canalul AFK.
meaning-reactions = reacții puse de oameni.
stats-empty = Pentru această perioadă nu s-a numărat încă nimic. Număr de la primul mesaj de după venirea mea; `steward import` aduce un istoric mai vechi.
stats-title-running = { $server }, { $week } până acum
stats-title-week = { $server }, { $week }
stats-picture-running = { $week } până acum
stats-picture-week = { $week }
stats-picture-weeks = { $first } – { $last }
stats-title-weeks = { $server }, { $count ->
    [one] { $count } săptămână
    [few] { $count } săptămâni
   *[other] { $count } de săptămâni
}
stats-line = { $figure }: **{ $value }**
stats-line-before = { $figure }: **{ $value }** · cu o săptămână înainte { $before }
stats-count = { $count }
stats-mean = { $mean }
stats-of = { $part } din { $whole }
stats-nobody-new = nu a fost nimeni nou
stats-no-data = fără date
stats-gap = În acest timp conexiunea a lipsit { $span }.
stats-gap-part = În acest timp conexiunea a lipsit { $span }; din ele s-au recuperat { $recovered }.
stats-gap-whole = În acest timp conexiunea a lipsit { $span }; totul s-a recuperat.
stats-partial = Evidența începe sau se termină în această săptămână, așa că cifrele nu sunt ale unei săptămâni întregi.
stats-partial-mark = * nu e o săptămână întreagă: este în curs, sau evidența începe ori se termină în ea.
stats-column-week = Săptămâna
stats-column-messages = Mesaje
stats-column-people = Oameni
stats-column-new = Noi
stats-column-connections = Legături
stats-channels = Cele mai active canale
stats-channel = { $name } · { $count ->
    [one] { $count } mesaj
    [few] { $count } mesaje
   *[other] { $count } de mesaje
}
stats-channel-name = #{ $name }
stats-private-channels = canale private
stats-post = Arată tuturor aici
stats-explain = Ce înseamnă?
stats-explain-title = Ce înseamnă cifrele
stats-meaning = **{ $figure }**: { $meaning }
stats-may-not-write = Nu ai voie să scrii în acest canal, așa că nu s-a publicat nimic. Folosește `/stats server` unde ai voie.
command-stats = Cum îi merge comunității
command-stats-server = Cifrele acestui server: cine scrie, răspunde, vine și rămâne
command-stats-server-period = Care săptămâni; dacă lipsește, cea în curs
choice-this-week = săptămâna aceasta
choice-last-week = săptămâna trecută
choice-4-weeks = 4 săptămâni
choice-12-weeks = 12 săptămâni
needs-view-channel = vedea canalele și număra ce se scrie acolo
needs-view-audit-log = distinge cei excluși sau interziși de cei plecați

## events
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
privacy-why-events = Cum se numesc, când și unde, ca niciunul să nu fie creat de două ori. Până la 400 de zile după încheierea lor.

## privacy

privacy-title = Ce păstrez despre tine pe { $server }
privacy-line = **{ $kind }: { $count }.** { $why }
privacy-nothing = Nimic. Când scrii, reacționezi, vorbești sau ți se adresează cineva, se numără, dar niciodată ce spui. `/privacy opt-out` mă oprește să te număr.
privacy-not-counted = Ai ales să nu fii numărat: nimic din ce faci nu se numără. `/privacy opt-in` schimbă asta.
privacy-how = /privacy export îți dă totul într-un fișier · /privacy forget șterge ce se poate șterge · /privacy opt-out mă oprește să te număr. Copiile bazei de pe calculatorul gazdei sunt mai vechi și dispar în 14 zile.
privacy-decline-thanks = Nu vreau mulțumiri
privacy-thank-again = Mulțumește-mi din nou

privacy-kind-days = Zile în care ai făcut ceva într-un canal
privacy-why-days = Câte mesaje, reacții și minute de voce, niciodată ce ai spus; pentru cifrele serverului. Până peste 400 de zile.
privacy-kind-weeks = Săptămâni în care ai scris
privacy-why-weeks = Câte mesaje și în ce zile; pentru aceleași cifre. Până peste 400 de zile.
privacy-kind-moves = De câte ori ai venit sau ai plecat
privacy-why-moves = Ca să se vadă cum crește serverul. Până peste 400 de zile.
privacy-kind-firsts = Primul tău mesaj din fiecare canal
privacy-why-firsts = Când a fost și cât de repede ți s-a răspuns, ca să se vadă dacă noii veniți sunt bine primiți. Până ceri să fie uitat sau 400 de zile după ce pleci.
privacy-kind-connections = Cine a scris cui
privacy-why-connections = O dată pe săptămână pentru fiecare om căruia i-ai răspuns sau pe care l-ai menționat, ori invers; la 35 de zile după săptămână rămâne doar numărul.
privacy-kind-cases = Hotărâri ale moderatorilor despre tine
privacy-why-cases = Ca să fie drepți și să știe ce a fost; le citești cu `/mycases`. Până la doi ani după ce nu mai contează; citatele și dovezile 400 de zile.
privacy-kind-notes = Notițe ale moderatorilor
privacy-why-notes = Ce trebuie să țină minte echipa în legătură cu tine; scrise pentru echipă, deci cuvintele lor nu apar în fișier. Până peste un an.
privacy-kind-done_as_staff = Ce ai făcut ca membru al echipei
privacy-why-done_as_staff = Ca să poți fi întrebat despre asta. Până peste doi ani sau cât există cazul.
privacy-kind-done_by_staff = Ce a făcut echipa în legătură cu tine
privacy-why-done_by_staff = Ca echipa să poată fi întrebată. Până peste doi ani.
privacy-kind-survey_drafts = Răspunsuri la chestionare pe care nu le-ai trimis
privacy-why-survey_drafts = Ca să poți continua de unde ai rămas. Până le trimiți sau până se închide chestionarul.
privacy-kind-surveys = Chestionare la care ai răspuns cu numele tău
privacy-why-surveys = Ca fiecare să răspundă o singură dată. Încă 400 de zile după ce se închide chestionarul. Răspunsurile anonime nu pot fi găsite după nume, așa că nu apar aici.
privacy-kind-survey_answers = Răspunsurile tale din ele
privacy-why-survey_answers = Pentru managerii serverului, care au întrebat. Încă 400 de zile după ce se închide chestionarul.
privacy-kind-deliveries = Mesaje și acțiuni pe drum spre tine sau ajunse de curând
privacy-why-deliveries = Ca nimic să nu se piardă și să nu se facă de două ori. Din ce a ajuns, numele tău dispare după o zi.
privacy-kind-language = Limba în care mă folosești
privacy-why-language = Ca un mesaj către tine să fie în limba ta, pe orice server. Până când nu m-ai folosit 400 de zile.
privacy-kind-choices = Ce ai refuzat aici
privacy-why-choices = Ca refuzul să rămână valabil. Până când îl retragi.
privacy-kind-polls = Sondajele pe care le-ai făcut
privacy-why-polls = Întrebarea și rezultatul rămân; că le-ai pus tu, încă doi ani după închidere.
privacy-kind-votes = Cum ai votat în sondaje
privacy-why-votes = Ca votul să fie numărat, iar tu să-l poți vedea și schimba. Până la 400 de zile după închidere. Voturile secrete nu apar aici; după închiderea sondajului nu mai există.

privacy-exported = În acest fișier este tot ce păstrez despre tine pe { $server }. Îl vezi doar tu; îl poate citi cine îl primește de la tine.
privacy-too-large = Ce păstrez despre tine e prea mult pentru un fișier pe Discord. Cere-l de la cine mă găzduiește.

privacy-forget-title = Vrei să fii uitat pe { $server }? Încă nu s-a șters nimic.
privacy-goes = **Dispare pentru totdeauna:**
privacy-goes-line = - { $kind }
privacy-stays = **Rămâne:**
privacy-stays-line = - { $ground }
privacy-stays-cases = Hotărârile moderatorilor despre tine, ca nimeni să nu o ia de la capăt cerând să-i fie uitate abaterile: până la doi ani după ce nu mai contează, citatele și dovezile 400 de zile.
privacy-stays-notes = Notițele moderatorilor, din același motiv: un an.
privacy-stays-staff = Ce ai făcut ca membru al echipei, ca să poți fi întrebat: doi ani sau cât există cazul.
privacy-stays-audit = Ce a făcut echipa în legătură cu tine, ca să poată fi întrebată: doi ani.
privacy-stays-deliveries = Ce este pe drum spre tine: mai ajunge sau se mai face, iar numele tău dispare după o zi.
privacy-stays-choice = Ce ai refuzat, ca refuzul să rămână valabil: până când îl retragi.
privacy-forget-after = Cifrele săptămânilor trecute și rezumatele rămân: nu numesc pe nimeni. Ce faci aici după aceea se numără din nou, dacă nu folosești întâi `/privacy opt-out`.
privacy-forget-nothing = Pe { $server } nu este nimic despre tine care să poată fi uitat.
privacy-confirm = Confirmă
privacy-cancel = Renunță
privacy-cancelled = Nu s-a șters nimic.
privacy-forgotten = Gata: ce trebuia să dispară de pe { $server } nu mai există, nici în baza de date, nici în fișierele ei.
privacy-forgotten-shortly = Gata: ce trebuia să dispară de pe { $server } nu mai există în baza de date. Ultimele urme din fișierele ei dispar cel târziu în noaptea următoare.
privacy-forgotten-counted = Țin minte că ai fost uitat fără să știu cine ești, ca nicio copie să nu te aducă înapoi. Ce faci de acum se numără; `/privacy opt-out` mă oprește.
privacy-forgotten-uncounted = Țin minte că ai fost uitat fără să știu cine ești, ca nicio copie să nu te aducă înapoi. Rămâi nenumărat.
privacy-not-yet = Am notat că vrei să fii uitat, dar încă nu s-a șters nimic: { $why } Apasă din nou „Confirmă” mai târziu; cel mai târziu se face la următoarea mea pornire.
privacy-not-remembered = Nu s-a șters nimic: fișierul în care țin minte cine a fost uitat nu poate fi scris, iar fără el o copie te-ar aduce înapoi. Spune-i te rog celui care mă găzduiește.
privacy-too-old = Întrebarea este din altă zi și lista ei poate să nu mai fie corectă. Folosește din nou `/privacy forget`.

privacy-opted-out = De acum nimic din ce faci pe { $server } nu se mai numără. Ce s-a numărat până acum rămâne până folosești `/privacy forget`. Hotărârile moderatorilor se notează oricum.
privacy-opted-out-before = Pe { $server } nu ești numărat nici acum și așa rămâne.
privacy-opted-in = De acum ce faci pe { $server } se numără din nou: cât și unde, niciodată ce spui.
privacy-opted-in-before = Pe { $server } ești numărat deja și așa rămâne.

command-privacy = Ce se păstrează despre tine și ce poți face
command-privacy-show = Vezi ce se păstrează despre tine, de ce și până când
command-privacy-export = Primești într-un fișier tot ce se păstrează despre tine
command-privacy-forget = Cere să fii uitat; vezi întâi ce dispare și ce rămâne
command-privacy-opt-out = Să nu mai fii numărat, de acum înainte
command-privacy-opt-in = Să fii numărat din nou, de acum înainte
command-privacy-show-server = Ce server; e nevoie doar în mesaje private, dacă sunt mai multe
command-privacy-export-server = Ce server; e nevoie doar în mesaje private, dacă sunt mai multe
command-privacy-forget-server = Ce server; e nevoie doar în mesaje private, dacă sunt mai multe
command-privacy-opt-out-server = Ce server; e nevoie doar în mesaje private, dacă sunt mai multe
command-privacy-opt-in-server = Ce server; e nevoie doar în mesaje private, dacă sunt mai multe

## polls
poll-name = Sondajul nr. { $number }
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
poll-card-draft = Așa va arăta sondajul. Deocamdată nu îl mai vede nimeni.
poll-card-closed = Încheiat
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
poll-for = Pentru { $roles }
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
poll-ballot-secret = Nimeni de pe acest server nu poate vedea cum ai votat. Cât timp sondajul este deschis, cine administrează calculatorul botului ar putea afla; la încheiere acest lucru devine imposibil. Cu mai puțin de 5 voturi se arată doar câștigătorul.
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
poll-preview-images = { $count ->
    [one] O imagine va apărea sub card.
    [few] { $count } imagini vor apărea sub card, numerotate ca butoanele.
   *[other] { $count } de imagini vor apărea sub card, numerotate ca butoanele.
}
poll-preview-secret = Odată deschis, sondajul nu mai poate fi făcut mai puțin secret: nimeni nu va putea afla cum a votat cineva, nici tu.
poll-preview-dates = La încheiere, data potrivită pentru cei mai mulți devine un eveniment, pe care îl vede tot serverul.
poll-preview-dates-hidden = Nu toată lumea de pe server vede acest canal, așa că din data aleasă nu se face un eveniment.
poll-preview-dates-lacks = Îți lipsește permisiunea { $permission }, așa că din data aleasă nu se face un eveniment.
poll-preview-dates-none = Din data aleasă nu se face un eveniment.
poll-not-opened = Sondajul #{ $number } urma să se deschidă în { $channel } și a fost anulat: { $author }, care l-a pus, nu mai face parte din echipă sau nu mai poate scrie acolo. Cine îl vrea în continuare are acolo `/poll create` și `/poll repeat`.
poll-preview-ping = Este menționat { $role }, ceea ce ajunge la { $count ->
    [one] o persoană
    [few] { $count } persoane
   *[other] { $count } de persoane
}.
poll-preview-ping-unknown = Este menționat { $role }; Discord nu a spus la câte persoane ajunge.
poll-who-may = Cine poate vota: toată lumea, dacă nu alegi roluri
poll-publish = Publică
poll-edit-options = Schimbă variantele
poll-cancel = Renunță
poll-options-title = Pentru ce se votează
poll-options-label = Variante, câte una pe rând; de la 2 la 25
poll-options-hint = Vineri
    Sâmbătă
    Nu pot în niciuna
poll-scheduled = Sondajul nr. { $number } se deschide { $at } ({ $ago }) în { $channel }.
poll-opened = Sondajul nr. { $number } este deschis în { $channel }.
poll-opening = Sondajul nr. { $number } este înregistrat și apare imediat în { $channel }. Dacă ceva îl împiedică, o spune `/poll list`.
poll-not-posted = Sondajul nr. { $number } este înregistrat, dar mesajul lui nu apare în { $channel }: { $why }
poll-posted-again = Mesajul este din nou în { $channel }.
poll-again = Trimite din nou
poll-cancelled = Nu s-a întrebat nimic, iar previzualizarea a dispărut.
poll-cancelled-before = La această previzualizare s-a renunțat. Pentru una nouă folosește `/poll create`.
poll-published-before = A fost deja publicat. Îl găsești în `/poll list`.
poll-draft-gone = Previzualizarea nu mai există: se păstrează o zi, pentru cine a făcut-o. Pentru una nouă folosește `/poll create`.
poll-closed-now = Sondajul nr. { $number } este încheiat, iar rezultatul este în { $channel }.
poll-closing = Sondajul nr. { $number } este încheiat, iar rezultatul apare imediat în { $channel }.
poll-posting-again = Este înregistrat și apare imediat în { $channel }.
poll-called-off = Sondajul nr. { $number } a fost anulat înainte de deschidere; nu l-a văzut nimeni.
poll-ended-native = Discord încheie acum sondajul nr. { $number } și arată în { $channel } cum s-a terminat; `/poll results` îl are îndată ce numărătoarea e definitivă.
poll-closed-not-posted = Sondajul nr. { $number } este încheiat, dar rezultatul nu apare în { $channel }: { $why } Îl arată `/poll results`.
poll-closed-before = Sondajul nr. { $number } este deja încheiat. Rezultatul îl arată `/poll results`.
poll-extended = Sondajul nr. { $number } se încheie { $at } ({ $ago }), nu { $before }.
poll-native-closes = La sondajele proprii, Discord nu permite mutarea sfârșitului. `/poll close` îl încheie acum.
poll-repeat-images = Imaginile sondajului dinainte nu se păstrează. Ca să le arăți, folosește `/poll create` și atașează-le din nou.
poll-dates-over = Una dintre aceste date a trecut. Folosește `/poll dates` cu altele noi.
poll-fallback = Rezultatul acestui sondaj nu a putut fi publicat în { $channel }: { $why }
poll-why-permission = îmi lipsește o permisiune acolo. Cine administrează canalul îmi poate permite să îl văd, să trimit mesaje, să încorporez linkuri și să atașez fișiere; apoi apasă **Trimite din nou**.
poll-why-access = nu văd acel canal. Cine îl administrează mă poate lăsa înăuntru; apoi apasă **Trimite din nou**.
poll-why-gone = canalul sau mesajul a fost șters. Apasă **Trimite din nou** sau folosește `/poll repeat` în alt canal.
poll-why-automod = nu l-a lăsat să treacă AutoMod. Cine administrează serverul îi poate verifica regulile; apoi apasă **Trimite din nou**.
poll-why-unknown = Discord nu a spus dacă a primit mesajul, iar eu nu pot verifica acolo. Uită-te mai întâi; dacă nu e, apasă **Trimite din nou**.
poll-fallback-card = Sondajul nr. { $number } este deschis, dar cardul lui nu stă în { $channel }, așa că nu se poate vota: { $why }
poll-how-ranked-exactly = Pune în ordine exact { $count } variante, cu preferata pe primul loc; îți poți schimba sau retrage votul până la încheiere.
poll-ranking-none-exactly = Alege varianta preferată. Votul se numără când { $count } variante stau în ordine.
poll-menu-exactly = Alege { $count }
poll-list-called-off = anulat înainte de deschidere
poll-list-closed-few = încheiat { $at }, au votat mai puțin de { $few } persoane
poll-why-refused = Discord l-a refuzat. Apasă **Trimite din nou**; dacă nu ajută, cine găzduiește botul găsește motivul în jurnal.
poll-none = Nu există aici sondajul „{ $typed }”. Alege unul dintre cele propuse sau vezi `/poll list`.
poll-none-here = În acest canal nu a fost încă niciun sondaj. Numește unul în opțiunea `poll` sau vezi `/poll list`.
poll-none-open = În acest canal nu este deschis niciun sondaj. Numește unul în opțiunea `poll` sau vezi `/poll list`.
poll-several-open = În acest canal sunt deschise mai multe sondaje. Spune care în opțiunea `poll`.
poll-not-open = Acest sondaj nu este încă deschis.
poll-closed = Acest sondaj s-a încheiat { $at }, așa că voturile nu se mai schimbă. Rezultatul este în canal.
poll-not-eligible = Acest sondaj este pentru { $roles }. Cine dă rolurile aici îți poate spune cum primești unul.
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
poll-list-line = **#{ $number }** { $question } · { $channel } · { $state }
poll-list-scheduled = se deschide { $at }
poll-list-open = deschis, se încheie { $at }
poll-list-closed = încheiat { $at }, { $voters ->
    [0] nu a votat nimeni
    [one] a votat { $voters } persoană
    [few] au votat { $voters } persoane
   *[other] au votat { $voters } de persoane
}
poll-list-no-card = Cardul lui lipsește: { $why }
poll-offer-scheduled = #{ $number } (încă nu e deschis) { $question }
poll-offer-open = #{ $number } (deschis) { $question }
poll-offer-closed = #{ $number } (încheiat) { $question }
poll-export = Rezultatele sondajului nr. { $number } ca tabel.
help-poll-create = De exemplu: `/poll create question:În ce seară? options:Vineri; Sâmbătă closes:vineri 19:00`
help-poll-dates = De exemplu: `/poll dates question:Când jucăm? options:vineri 19:00; sâmbătă 18:00`
help-poll-repeat = De exemplu: `/poll repeat poll:3 closes:peste 2 zile`
help-poll-close = De exemplu: `/poll close poll:3`
help-poll-extend = De exemplu: `/poll extend poll:3 closes:duminică 20:00`
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
command-poll-dates = Găsește o dată potrivită: fiecare alege tot ce îi convine
command-poll-dates-question = Pentru ce se caută data
command-poll-dates-options = Datele, cu ; între ele: „vineri 19:00; sâmbătă 18:00”
command-poll-dates-closes = Când se încheie; în 3 zile, dacă lipsește
command-poll-dates-voters = Cine poate vota; alte roluri se adaugă în previzualizare
command-poll-dates-results = Când se văd rezultatele; oricând, dacă lipsește
command-poll-dates-ballot = Cine vede cum a votat cineva; toată lumea, dacă lipsește
command-poll-dates-ping = Cine este menționat la deschidere
command-poll-repeat = Întreabă același lucru din nou; vezi cardul înaintea tuturor
command-poll-repeat-poll = Care sondaj, după număr sau întrebare; ultimul de aici, dacă lipsește
command-poll-repeat-closes = Când se încheie; după la fel de mult ca data trecută, dacă lipsește
command-poll-repeat-starts = Când se deschide; imediat, dacă lipsește
command-poll-close = Încheie un sondaj acum; rezultatul apare pe loc
command-poll-close-poll = Care sondaj, după număr sau întrebare; cel deschis aici, dacă lipsește
command-poll-extend = Mută sfârșitul unui sondaj deschis
command-poll-extend-closes = Când se încheie în schimb: „vineri 19:00”, „peste 2 zile”
command-poll-extend-poll = Care sondaj, după număr sau întrebare; cel deschis aici, dacă lipsește
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
poll-result-title = Rezultatul sondajului nr. { $number }
poll-result-so-far = Sondajul nr. { $number } până acum
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
poll-result-few = Au votat mai puțin de { $few } persoane, iar votul a fost secret, deci se arată doar ce a câștigat.
poll-result-voters = { $voters ->
    [0] Încă nu a votat nimeni.
    [one] A votat { $voters } persoană.
    [few] Au votat { $voters } persoane.
   *[other] Au votat { $voters } de persoane.
}
poll-result-turnout = Prezență { $percent } %: { $voters } din cei { $eligible } care puteau vota.
poll-result-part = Au votat { $voters } din cei { $eligible } care puteau vota.
poll-result-more = Voturi: { $voters }. Când s-a deschis sondajul, puteau vota { $eligible }; ceilalți au venit mai târziu.
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
poll-voters = Cine ce a votat în sondajul nr. { $number }
poll-voter = { $member }

## polls digest
poll-digest-head = Sondajul nr. { $number }: { $question }
poll-digest-nobody = Nu a votat nimeni.
poll-digest-won = A câștigat: { $options }.
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

## digest
month-1 = ianuarie
month-2 = februarie
month-3 = martie
month-4 = aprilie
month-5 = mai
month-6 = iunie
month-7 = iulie
month-8 = august
month-9 = septembrie
month-10 = octombrie
month-11 = noiembrie
month-12 = decembrie
on-weekday-1 = luni
on-weekday-2 = marți
on-weekday-3 = miercuri
on-weekday-4 = joi
on-weekday-5 = vineri
on-weekday-6 = sâmbătă
on-weekday-7 = duminică
from-weekday-1 = de luni
from-weekday-2 = de marți
from-weekday-3 = de miercuri
from-weekday-4 = de joi
from-weekday-5 = de vineri
from-weekday-6 = de sâmbătă
from-weekday-7 = de duminică
to-weekday-1 = până luni
to-weekday-2 = până marți
to-weekday-3 = până miercuri
to-weekday-4 = până joi
to-weekday-5 = până vineri
to-weekday-6 = până sâmbătă
to-weekday-7 = până duminică
digest-title = { $server }, săptămâna { $week } ({ $days })
digest-week = Săptămâna { $week }, { $days }
digest-days-within = { $first }–{ $last }
digest-days-across = { $first } – { $last }
digest-day = { $day } { $month }
digest-day-of-year = { $day } { $month } { $year }
digest-value = { $value }
digest-no-data = fără date
digest-no-data-of = { $figure }: fără date
digest-usual = ca de obicei
digest-good = bine
digest-not-good = nu e bine
digest-last = săptămâna trecută { $value }
digest-before = { $figure } (înainte { $last })
digest-above = { $figure } ▲ (de obicei { $range })
digest-below = { $figure } ▼ (de obicei { $range })
digest-above-short = { $figure } ▲
digest-below-short = { $figure } ▼
digest-range = { $low }–{ $high }
digest-percent = { $percent } %
digest-part = { $part } din { $whole }
digest-more = +{ $value }
digest-fewer = −{ $value }
digest-missed = Fără conexiune { $span } { $when }.
digest-missed-part = Fără conexiune { $span } { $when }; recuperat: { $recovered }.
digest-missed-whole = Fără conexiune { $span } { $when }; totul a fost recuperat.
digest-missed-days = { $from } { $to }
digest-missed-times = în total, { $times ->
    [one] o dată
    [few] de { $times } ori
   *[other] de { $times } de ori
}
every-weekday-1 = În fiecare luni
every-weekday-2 = În fiecare marți
every-weekday-3 = În fiecare miercuri
every-weekday-4 = În fiecare joi
every-weekday-5 = În fiecare vineri
every-weekday-6 = În fiecare sâmbătă
every-weekday-7 = În fiecare duminică
command-digest = Ce s-a întâmplat într-o săptămână, pe o pagină
command-digest-setup = Spune când și unde apare rezumatul săptămânal; fără opțiuni: ce este stabilit
command-digest-setup-channel = Unde apare
command-digest-setup-day = În ce zi; „oprit”: nu mai apare nicăieri
command-digest-setup-time = La ce oră, de exemplu 09:00
command-digest-setup-sections = Secțiunile: toate, sau nume cu virgulă între ele
command-digest-setup-public_channel = Unde citesc membrii ediția lor, fără moderare și fără canale private
command-digest-preview = Vezi cum ar arăta acum următorul rezumat; nu se publică nimic
command-digest-now = Publică rezumatul ultimei săptămâni întregi, dacă nu a apărut încă
command-digest-show = Citește din nou rezumatul unei săptămâni, așa cum a fost
command-digest-show-week = Săptămâna, ca 2026-W47 sau 47
command-digest-export = Ia cu tine rezumatul unei săptămâni: o pagină de tipărit și cifrele în CSV și JSON
command-digest-export-week = Săptămâna, ca 2026-W47 sau 47
choice-Monday = luni
choice-Tuesday = marți
choice-Wednesday = miercuri
choice-Thursday = joi
choice-Friday = vineri
choice-Saturday = sâmbătă
choice-Sunday = duminică
choice-off = oprit
digest-late = Cu întârziere: termenul era { $at }, dar atunci nu rulam sau nu aveam conexiune.
digest-shortened = { $count ->
    [one] Încă un rând nu a încăput aici; îl tipărește `steward digest`.
    [few] Încă { $count } rânduri nu au încăput aici; le tipărește `steward digest`.
   *[other] Încă { $count } de rânduri nu au încăput aici; le tipărește `steward digest`.
}
digest-list = { $names }, { $next }
digest-section-all = toate
digest-section-none = niciuna
digest-section-activity = activitate
digest-section-moderation = moderare
digest-section-polls = sondaje
digest-plan-title = Rezumatul săptămânal
digest-plan-saved = Salvat.
digest-plan-posts = { $day } la { $time } ({ $zone }), în { $channel }.
digest-plan-keeps = { $day } la { $time } ({ $zone }). Nu apare nicăieri, pentru că nu este ales un canal (îl alegi cu `channel`); `/digest show` îl arată oricum.
digest-plan-next = Următorul: săptămâna { $week } ({ $days }), { $at }, { $ago }.
digest-plan-sections = Secțiuni: { $sections }.
digest-plan-off = „day: oprit” oprește publicarea; rezumatele pot fi citite în continuare.
digest-state = Săptămâna { $week } ({ $days }): { $posted }
digest-posted-nowhere = nu a apărut nicăieri.
digest-posted-soon = pe drum spre { $channel }.
digest-posted-there = a apărut în { $channel }.
digest-posted-failed = nu a putut fi publicat în { $channel }. { $why }
digest-posted-unknown = Discord n-a spus dacă a apărut în { $channel }; uită-te acolo.
digest-refused-gone = Canalul nu mai există; alegi altul cu `/digest setup`.
digest-refused-permission = Rolul meu are nevoie acolo de „{ permission-view-channel }”, „{ permission-send-messages }” și „{ permission-embed-links }” (setările canalului → Permisiuni).
digest-refused-automod = AutoMod-ul acestui server nu l-a lăsat să treacă; poate din cauza unui nume din el.
digest-refused = Discord l-a refuzat; cine mă administrează găsește motivul în jurnal.
digest-log-failed = Rezumatul săptămânii { $week } ({ $days }) nu a putut fi publicat în { $channel }. { $why } Poate fi citit cu `/digest show`.
digest-log-unknown = Discord n-a spus dacă rezumatul săptămânii { $week } ({ $days }) a apărut în { $channel }: uită-te acolo. Oricum poate fi citit cu `/digest show`.
digest-warn-public = { $channel } poate fi citit de toți. Rezumatul este pentru echipă: i se potrivește mai bine un canal al ei.
digest-warn-lacks = Nu pot scrie în { $channel }: rolul meu are nevoie acolo de { $permission } (setările canalului → Permisiuni).
digest-warn-gone = { $channel } nu mai există, așa că nu are unde să apară. Alegi altul cu `channel`.
digest-not-a-time = „{ $typed }” nu este o oră. Scrie, de exemplu, 09:00.
digest-no-section = „{ $typed }” nu este o secțiune a rezumatului. Există: { $sections }. Pentru toate scrie: toate.
digest-off-with-channel = `day: oprit` oprește publicarea, așa că nu merge împreună cu un canal. Nu s-a schimbat nimic; scoate una dintre opțiuni.
digest-not-a-week = „{ $typed }” nu este o săptămână. Scrie, de exemplu, 2026-W47 sau 47.
digest-not-kept = Pentru săptămâna aceea nu există rezumat. Există din { $first } până în { $last }: alege din listă în timp ce scrii.
digest-none-kept = Încă nu există niciun rezumat. `/digest preview` arată cum ar arăta acum.
digest-none-kept-before = Încă nu există niciun rezumat; primul vine { $at }. `/digest preview` arată cum ar arăta acum.
digest-preview = O previzualizare; nu s-a publicat nimic.
digest-preview-posts = O previzualizare; nu s-a publicat nimic. Apare { $at }, { $ago }, în { $channel }.
digest-preview-keeps = O previzualizare; nu s-a publicat nimic. Va fi gata { $at }, { $ago }, și poate fi citit cu `/digest show`; nu este ales un canal.
digest-now-running = Acum nu s-a publicat nimic. Iată săptămâna în curs, până în acest moment:
digest-now-posted = Publicat în { $channel }:
digest-now-soon = Notat, dar Discord nu l-a primit încă. Se trimite din nou până îl primește; `/digest setup` arată ce s-a întâmplat cu el.
digest-now-failed = Rezumatul nu a putut fi publicat în { $channel }. { $why } Apoi îl publică `/digest now`; de citit se poate deja cu `/digest show`.
digest-now-unknown = Discord n-a spus dacă rezumatul a apărut în { $channel }: uită-te acolo. Oricum poate fi citit cu `/digest show`.
digest-week-choice = { $name } · { $days }
digest-fewer-than = mai puțin de { $count }
digest-plan-public = Ediția publică, pentru membri, la aceeași oră, în { $channel }: fără moderare și canale private și nimic despre mai puțin de 5 oameni.
digest-state-public = Ediția publică: { $posted }
digest-log-public-failed = Ediția publică a rezumatului săptămânii { $week } ({ $days }) nu a putut fi publicată în { $channel }. { $why } Apoi o publică `/digest now`.
digest-log-public-unknown = Discord nu a spus dacă ediția publică a rezumatului săptămânii { $week } ({ $days }) a apărut în { $channel }: uită-te acolo.
digest-warn-public-gone = { $channel } nu mai există, așa că membrii nu își pot primi ediția. Alt canal se alege cu `public_channel`.
digest-warn-not-public = Nu toată lumea poate citi { $channel }, așa că unii membri nu vor vedea ediția publică.
digest-now-public-posted = Ediția publică a apărut în { $channel }:
digest-now-public-soon = Și ediția publică este notată, dar Discord încă nu a preluat-o. O trimit din nou până o preia; `/digest setup` arată ce s-a întâmplat cu ea.
digest-now-public-failed = Ediția publică nu a putut fi publicată în { $channel }. { $why } Apoi o publică `/digest now`.
digest-now-public-unknown = Discord nu a spus dacă ediția publică a apărut în { $channel }: uită-te acolo.
digest-button-members = Ediția publică
digest-button-public-off = Oprește ediția publică
digest-members-posts = O previzualizare a ediției publice; nu s-a publicat nimic. Ea apare odată cu următorul rezumat, în { $channel }.
digest-members-off = O previzualizare a ediției publice; nu s-a publicat nimic. Este oprită: o pornește `/digest setup` cu `public_channel`.
digest-members-nothing = Secțiunile alese nu au nimic pentru membri, așa că nu apare nicio ediție publică.
needs-digest-post = publica rezumatul săptămânal
needs-digest-frame = arăta rezumatul într-un chenar
day-short-1 = Lu
day-short-2 = Ma
day-short-3 = Mi
day-short-4 = Jo
day-short-5 = Vi
day-short-6 = Sâ
day-short-7 = Du
day-1 = luni
day-2 = marți
day-3 = miercuri
day-4 = joi
day-5 = vineri
day-6 = sâmbătă
day-7 = duminică
figure-median_first_reply_s = Jumătate dintre ei au primit răspuns în cel mult
figure-new_active_next_week = Au scris din nou săptămâna aceasta
figure-top10_share = Scris de cei mai activi zece
figure-top_channels = Canale private
figure-cases_note = Note
figure-cases_warn = Avertismente
figure-cases_timeout = Pauze
figure-cases_untimeout = Pauze ridicate
figure-cases_kick = Excluderi
figure-cases_ban = Interziceri
figure-cases_unban = Interziceri ridicate
subject-top_channels = #{ $subject }
chart-usual = de obicei { $range }
chart-part = săptămână incompletă
chart-week = săptămâna { $week }
chart-missing = fără date
chart-few = mai puțin de { $count } sau fără date
chart-fewer = mai puțin de { $count }
chart-count = { $count }
chart-range = { $low }–{ $high }
digest-heading-activity = Comunitate
digest-heading-moderation = Moderare
digest-heading-polls = Sondaje
digest-told = { $before } { $next }
digest-moment = { $date }, { $time } { $zone }
digest-as-of = Cifrele din { $at }. Scris de Steward.
digest-page-notes = De știut despre cifre
digest-page-figure = Cifra
digest-page-value = Săptămâna aceasta
digest-page-last = Cu o săptămână înainte
digest-page-above = peste obișnuitul { $range }
digest-page-below = sub obișnuitul { $range }
digest-page-usual = ca de obicei ({ $range })
digest-button-export = Exportă
digest-export = Săptămâna { $week } ({ $days }), așa cum a fost păstrată: o pagină de citit sau de tipărit și cifrele în CSV și JSON.
needs-digest-picture = pune imaginea și fișierele sub rezumat

## activity digest
figure-removed = Scoși
activity-lead = { $week }.
activity-lead-most = { $week }; cea mai mare parte { $day }.
activity-lead-liveliest = { $week }; cel mai mult { $day }.
activity-week-busy = O săptămână mai plină decât de obicei
activity-week-quiet = O săptămână mai liniștită decât de obicei
activity-week-usual = O săptămână ca cele dinainte
activity-week-alone = O săptămână cu prea puține înaintea ei ca să fie comparată
activity-week-silent = O săptămână tăcută: nu a scris nimeni
activity-week-running = Săptămâna nu s-a încheiat; acestea sunt cifrele ei de până acum
activity-week-part = Doar o parte a săptămânii este în evidență, așa că cifrele nu sunt comparate cu cele obișnuite
activity-week-gap = O parte a săptămânii lipsește, așa că cifrele nu sunt comparate cu cele obișnuite
activity-first-seen = Văzuți pentru prima dată
activity-newcomers = { $count ->
    [one] Nou-venitul de săptămâna trecută:
    [few] Cei { $count } nou-veniți de săptămâna trecută:
   *[other] Cei { $count } de nou-veniți de săptămâna trecută:
}
activity-newcomers-so-far = { $count ->
    [one] Nou-venitul de săptămâna trecută, până acum:
    [few] Cei { $count } nou-veniți de săptămâna trecută, până acum:
   *[other] Cei { $count } de nou-veniți de săptămâna trecută, până acum:
}
activity-replied = { $value ->
    [0] nimeni nu a primit un răspuns direct
    [one] unul a primit un răspuns direct
    [few] { $value } au primit un răspuns direct
   *[other] { $value } au primit un răspuns direct
}
activity-first-reply = jumătate în cel mult { $value }
activity-again = { $value ->
    [0] nimeni nu a scris din nou săptămâna aceasta
    [one] unul a scris din nou săptămâna aceasta
    [few] { $value } au scris din nou săptămâna aceasta
   *[other] { $value } au scris din nou săptămâna aceasta
}
activity-moves = Veniți și plecați
activity-joined = { $value ->
    [0] nu a venit nimeni
    [one] unul a venit
    [few] { $value } au venit
   *[other] { $value } au venit
}
activity-left = { $value ->
    [0] nu a plecat nimeni
    [one] unul a plecat
    [few] { $value } au plecat
   *[other] { $value } au plecat
}
activity-removed = { $value ->
    [one] dintre ei unul scos
    [few] dintre ei { $value } scoși
   *[other] dintre ei { $value } scoși
}
activity-net = în total { $value }
activity-conversations = Conversații
activity-connections = { $value ->
    [one] o legătură
    [few] { $value } legături
   *[other] { $value } de legături
}
activity-also = În plus
activity-reactions = { $value ->
    [one] o reacție
    [few] { $value } reacții
   *[other] { $value } de reacții
}
activity-voice = { $value } în canalele vocale
activity-top-ten = cei mai activi zece au scris { $value }
activity-channels = Canale
activity-channel = #{ $subject } { $value }
activity-private-channels = canale private { $value }
activity-newcomers-before = Noii veniți de săptămâna trecută:
activity-lively-channels = Cele mai vii canale
activity-chart-weeks = Au scris, pe săptămâni
activity-chart-days = Mesaje pe zile
activity-chart-messages = Mesaje, pe săptămâni
activity-channel-named = #{ $subject }
activity-week-unseen = Despre această săptămână nu se știe nimic
activity-unseen = `steward import` poate aduce ce s-a scris în acel timp.
activity-last-not-whole = Săptămâna trecută nu este în evidență în întregime, așa că cifrele ei sunt mai mici decât au fost.
activity-young = Evidența începe pe { $day } { $month } { $year }, așa că cei „văzuți pentru prima dată” poate că erau aici și înainte. `steward import` aduce istoricul de dinainte.
activity-outside = Despre { $week } nu este nimic în evidență: evidența merge de la { $first } până la { $last }. `steward import` aduce ce lipsește.
activity-no-record = Despre { $week } încă nu este nimic în evidență. Numărarea începe când botul rulează; `steward import` aduce un istoric mai vechi.
activity-not-begun = { $week } încă nu a început. Alege o săptămână care a început.

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

## activity on the command line
import-no-path = { $path } nu poate fi citit: { $why }
    Indică un fișier scris de DiscordChatExporter în format JSON sau un dosar cu astfel de fișiere.
import-no-files = Acolo nu este niciun fișier care se termină în .json.
    Exportă canalele cu DiscordChatExporter în format JSON, apoi indică dosarul lor.
import-other-guild = { $path } aparține serverului { $found }, nu lui { $named }. Nu s-a importat nimic.
    Renunță la --guild sau indică numai fișiere ale acelui server.
import-flawed = { $path }, linia { $line }, coloana { $column }: { $what }
    Din acest fișier nu s-a importat nimic. { $done ->
    [0] Înaintea lui nu s-a importat niciun fișier.
    [one] Înaintea lui a fost importat { $done } fișier: { $files }.
    [few] Înaintea lui au fost importate { $done } fișiere: { $files }.
   *[other] Înaintea lui au fost importate { $done } de fișiere: { $files }.
} Când fișierul este în regulă, rulează din nou aceeași comandă: continuă de unde s-a oprit.
import-flaw-unreadable = fișierul nu poate fi citit ({ $why }). Dă-i utilizatorului sub care rulează Steward dreptul de citire sau copiază fișierul din nou.
import-flaw-truncated = fișierul se întrerupe la mijloc. Exportă din nou acest canal sau copiază din nou fișierul.
import-flaw-not-json = acesta nu este JSON. Exportă canalul cu DiscordChatExporter în format JSON.
import-flaw-foreign = nu este ceea ce scrie DiscordChatExporter pentru un canal al unui server. Scoate fișierul din dosar sau exportă canalul în format JSON.
import-flaw-shape = ceva de aici nu este cum scrie DiscordChatExporter ({ $why }). Exportă din nou acest canal cu o versiune actuală.
import-flaw-id = „{ $text }” nu este un id. Acestea sunt numere întregi de cel mult 19 cifre, între ghilimele; un program care a modificat fișierul le-a putut rotunji. Exportă din nou acest canal.
import-flaw-time = „{ $text }” nu este o oră. Se scrie așa: 2026-11-20T18:30:00+00:00. Exportă din nou acest canal și lasă fișierul cum este.
stats-no-server = Baza de date nu are încă niciun server. Invită Steward și lasă-l să numere sau rulează mai întâi `steward import`.
stats-unknown-server = Baza de date nu cunoaște serverul { $guild }. Are: { $servers }.
stats-which-server = Baza de date are mai multe servere: { $servers }. Spune care cu --guild.

## surveys
survey-name = Chestionarul nr. { $number }
survey-name-wave = { $name }, valul { $wave }
survey-titled = #{ $number } { $title }
survey-instant = { $at } ({ $away })
survey-for-everyone = Poate răspunde oricine.
survey-for-roles = Pot răspunde doar membrii cu unul dintre rolurile:
survey-role = { $role }
survey-builder-title = Ciorna nr. { $number }: { $title }
survey-builder-empty = Încă nu sunt întrebări. Apasă **Adaugă o întrebare**.
survey-builder-line = { $kind }{ $options ->
    [0] { "" }
    [one] { " · " }o variantă
    [few] { " · " }{ $options } variante
   *[other] { " · " }{ $options } de variante
} · { $required ->
    [1] obligatorie
   *[other] opțională
}
survey-builder-kept = Ciorna este păstrată; o văd numai managerii. Ca să continui mai târziu: /survey create și alege titlul.
survey-is-anonymous = **Anonim** · deschis { $days ->
    [one] o zi
    [few] { $days } zile
   *[other] { $days } de zile
}
survey-is-named = **Cu nume** · deschis { $days ->
    [one] o zi
    [few] { $days } zile
   *[other] { $days } de zile
}
survey-add = Adaugă o întrebare
survey-change = Schimbă
survey-move = Mută
survey-remove = Scoate
survey-try = Încearcă
survey-settings = Setări
survey-send = Trimite
survey-delete = Șterge ciorna
survey-delete-for-good = Șterge definitiv
survey-back = Înapoi
survey-which-kind = Ce fel de întrebare?
survey-which-question = Care întrebare?
survey-where-to = Unde?
survey-before = Înainte de
survey-to-the-end = La sfârșit
survey-how-long = Cât timp este deschis?
survey-open-days = Deschis { $days ->
    [one] o zi
    [few] { $days } zile
   *[other] { $days } de zile
}
survey-roles = Cine poate răspunde? Nimic ales: oricine
survey-make-named = Întreabă cu nume
survey-make-anonymous = Întreabă anonim
survey-title-and-intro = Titlu și introducere
survey-form-title = Despre ce este chestionarul?
survey-form-question = Întrebarea
survey-form-options = Variante, câte una pe rând
survey-form-required = Obligatorie? da sau nu
survey-form-answer = Răspunsul tău
survey-form-why = Care este motivul principal?
survey-yes = da
survey-no = nu
survey-deleted = Ciorna „{ $title }” a fost ștearsă.
survey-not-yes-or-no = „{ $typed }” nu este nici da, nici nu. Scrie `da` dacă la întrebare trebuie să se răspundă, altfel `nu`.
survey-no-draft = Ciorna aceasta nu mai există: cineva a șters-o sau nimeni nu a atins-o timp de 90 de zile. Fă una nouă cu `/survey create`.
survey-question-gone = Cineva a scos între timp întrebarea aceasta. Deschide din nou chestionarul.
survey-sent-already = Chestionarul nr. { $number } a fost trimis, așa că întrebările lui rămân cum sunt. Trimite-l din nou cu `/survey send` sau fă altul cu `/survey create`.
survey-trying = **Este o încercare.** Răspunsurile acestea nu ajung nicăieri, iar la sfârșit dispar.
survey-place = **{ $place } din { $of }**
survey-hint-single = Alege una.
survey-hint-single-optional = Alege una sau sari peste.
survey-hint-multi = Alege una sau mai multe.
survey-hint-multi-optional = Alege câte vrei sau niciuna.
survey-hint-rating = De la 1, slab, la 5, foarte bine.
survey-hint-rating-optional = De la 1, slab, la 5, foarte bine; sau sari peste.
survey-hint-nps = De la 0, deloc probabil, la 10, foarte probabil. După aceea poți spune de ce.
survey-hint-nps-optional = De la 0, deloc probabil, la 10, foarte probabil; sau sari peste. După aceea poți spune de ce.
survey-hint-text = Cu propriile cuvinte: apasă **Scrie**.
survey-hint-text-optional = Cu propriile cuvinte, cu **Scrie**; sau sari peste.
survey-choose = Alege una
survey-choose-several = Alege una sau mai multe
survey-previous = Înapoi
survey-next = Mai departe
survey-why = De ce?
survey-write = Scrie
survey-clear = Golește
survey-your-number = Răspunsul tău: **{ $value }**
survey-summary = **Răspunsurile tale**
survey-summary-final = După ce le trimiți, sunt definitive. Până atunci te poți întoarce să le schimbi.
survey-left-out = sărit
survey-send-answers = Trimite răspunsurile
survey-sent-anonymous = Mulțumesc. Răspunsurile tale la „{ $title }” au ajuns și nimic din ele nu spune că sunt ale tale.
survey-sent-named = Mulțumesc. Răspunsurile tale la „{ $title }” au ajuns. În `/privacy` le poți vedea și poți cere să fie uitate.
survey-tried = Acesta a fost „{ $title }”. Aici s-ar trimite răspunsurile; ale tale au dispărut.
survey-gone = Din chestionarul acesta nu a mai rămas nimic. Cere-le managerilor unul nou.
survey-not-open = Chestionarul acesta nu este deschis.
survey-closed = Chestionarul acesta s-a închis pe { $at } și nu mai primește răspunsuri.
survey-not-for-you = Chestionarul acesta este pentru membrii cu rolul { $role }.
survey-not-for-you-several = Chestionarul acesta este pentru membrii cu anumite roluri, numite în mesajul lui.
survey-sent-before = Ți-ai trimis răspunsurile la chestionarul acesta. Sunt definitive, fiecare răspunde o singură dată.
survey-nothing-answered = Încă nu ai răspuns la nimic. Întoarce-te și răspunde la cel puțin o întrebare.
survey-no-key = Cheia care păstrează anonim chestionarul acesta a dispărut, așa că nu mai poate primi răspunsuri. Spune-le managerilor; îl pot trimite din nou.
survey-closes = Un chestionar este deschis cel puțin 10 minute și cel mult 60 de zile; { $at } nu se potrivește. Dă altă oră la `closes`.
survey-not-for-posts = Canalul { $channel } nu mai există. Alege altul.
survey-lacks = Nu pot posta în { $channel }: îmi lipsește acolo { $permission }. Cine administrează serverul i-o poate da rolului meu; apoi încearcă din nou.
survey-post-count = { $count ->
    [one] O întrebare
    [few] { $count } întrebări, una după alta; te poți opri și poți continua mai târziu
   *[other] { $count } de întrebări, una după alta; te poți opri și poți continua mai târziu
}.
survey-post-closes = Deschis până la { $at }.
survey-promise-anonymous = **Răspunsurile sunt anonime.** Managerii le citesc după închidere, răspunsurile unui om împreună, dar fără nume, și nimeni de pe acest server nu poate vedea cine ce a răspuns. Cât timp chestionarul este deschis, ar putea afla cine ține calculatorul pe care rulează botul; la închidere devine imposibil. Te poate trăda totuși felul în care scrii.
survey-promise-named = **Răspunsurile poartă numele tău.** Managerii acestui server le pot citi și văd cine le-a scris.
survey-start = Începe
survey-post-closed = **Închis pe { $at }.**
survey-post-late = Trebuia să se închidă pe { $due }, dar atunci nu rulam. După acea oră nu s-a mai putut răspunde.
survey-post-sent = { $count ->
    [0] Nu a răspuns nimeni.
    [one] A răspuns o persoană.
    [few] Au răspuns { $count } persoane.
   *[other] Au răspuns { $count } de persoane.
}
survey-post-destroyed = Ale cui sunt răspunsurile nu mai poate afla nimeni.
survey-preview = **Nu s-a postat încă nimic.** Aceasta ajunge în { $channel }:
survey-preview-changed = Chestionarul a fost schimbat de când l-ai văzut. Acum este așa:
survey-preview-role = Cheamă { $role }: { $count ->
    [one] o persoană
    [few] { $count } persoane
   *[other] { $count } de persoane
}.
survey-preview-role-unknown = Cheamă { $role }; câte persoane sunt Discord nu spune acum.
survey-preview-everyone = Îi cheamă pe toți: { $count ->
    [one] o persoană
    [few] { $count } persoane
   *[other] { $count } de persoane
}.
survey-preview-everyone-unknown = Îi cheamă pe toți; câte persoane sunt Discord nu spune acum.
survey-publish = Publică
survey-cancel = Renunță
survey-close-now = Închide acum
survey-outcome-preview = „{ $title }” nu a fost postat încă.
survey-outcome-cancelled = Nu s-a postat nimic. „{ $title }” rămâne cum este.
survey-outcome-failed = „{ $title }” nu a putut fi postat în { $channel }: nu am voie să scriu acolo sau canalul nu mai există. Nu este deschis nimic. Uită-te la `/setup check`, apoi trimite-l din nou.
survey-outcome-open = „{ $title }” stă în { $channel }. Se închide pe { $at }.
survey-outcome-waiting = „{ $title }” este pe drum spre { $channel }; Discord nu l-a preluat încă. Se închide pe { $at }.
survey-outcome-unknown = Discord nu a spus dacă „{ $title }” este în { $channel }. Uită-te acolo: dacă este, se închide pe { $at }; dacă nu, apasă **Închide acum** și trimite-l din nou.
survey-outcome-closed = „{ $title }” este închis din { $at }. Răspunsurile sunt la `/survey results`.
needs-survey-post = a posta chestionare
needs-survey-frame = a arăta chestionarele într-un chenar
needs-survey-history = a vedea dacă un chestionar a fost postat, când Discord nu a răspuns
command-survey = Pune-le oamenilor mai multe întrebări, fiecăruia o dată și în liniște
command-survey-create = Fă un chestionar: adaugă întrebările una câte una sau adu-le pe toate într-un fișier
command-survey-create-title = Cum se numește; alege o ciornă ca să o continui
command-survey-create-file = Un fișier TOML cu tot chestionarul; fără el, adaugi întrebările una câte una
command-survey-send = Postează un chestionar la care să răspundă lumea, după o previzualizare
command-survey-send-survey = Care
command-survey-send-channel = Unde apare; fără opțiune, aici
command-survey-send-closes = Când se închide: vineri la 19:00, peste 10 zile
command-survey-send-ping = Un rol pe care să îl cheme
survey-kind-single = O singură variantă
survey-kind-multi = Mai multe variante
survey-kind-rating = Notă de la 1 la 5
survey-kind-nps = NPS: de la 0 la 10, apoi de ce
survey-kind-text = Text liber
survey-part-title = Titlul
survey-part-intro = Introducerea
survey-part-question = Întrebarea
survey-part-option = Varianta
survey-none = Nu există aici chestionarul „{ $typed }”. Alege din listă sau fă unul cu `/survey create`.
survey-no-title = Un chestionar are nevoie de titlu, de cel mult 100 de caractere.
survey-no-question = O întrebare are nevoie de cuvinte. Scrie la ce să răspundă oamenii.
survey-too-long = { $what } are cel mult { $most } caractere. Scurtează și încearcă din nou.
survey-option-count = O întrebare are între 2 și 25 de variante, câte una pe rând; aici sunt { $count }. Pentru mai multe, împarte-o în două; pentru alte răspunsuri alege alt fel de întrebare.
survey-option-twice = „{ $option }” apare de două ori. Fiecare variantă poate apărea o singură dată.
survey-no-options = Numai întrebările cu variante au variante. Scoate-le sau alege „O singură variantă” ori „Mai multe variante”.
survey-question-count = Un chestionar are între 1 și 25 de întrebări; aici sunt { $count }.
survey-days = Un chestionar este deschis între 1 și 60 de zile, nu { $days }.

## surveys, files
survey-file-wrong = { $count ->
    [one] Fișierul are o greșeală, așa că nu am făcut nimic din el.
    [few] Fișierul are { $count } greșeli, așa că nu am făcut nimic din el.
   *[other] Fișierul are { $count } de greșeli, așa că nu am făcut nimic din el.
}
survey-file-line = **Rândul { $line }**: { $what }
survey-file-more = … și încă { $count }.
survey-file-example = Un chestionar arată așa:
survey-file-syntax = acesta nu este TOML ({ $problem }). Textele stau între ghilimele, fiecare setare pe rândul ei.
survey-file-unknown = aici nu există `{ $key }`. Există: { $known }.
survey-file-outside = `{ $key }` ține de o întrebare. Scrie-l sub un rând `[[question]]`.
survey-file-inside = `{ $key }` ține de tot chestionarul. Scrie-l deasupra primului `[[question]]`.
survey-file-missing = lipsește `{ $key }`. Scrie `{ $key } = "…"`.
survey-file-no-questions = nu sunt întrebări. Fiecare începe cu un rând `[[question]]`.
survey-file-question = o întrebare începe cu un rând `[[question]]`, iar ce ține de ea stă dedesubt.
survey-file-no-kind = lipsește `kind`. Scrie ce fel de întrebare este: { $known }.
survey-file-kind = nu există acest fel de întrebare. Există: { $known }.
survey-file-text = `{ $key }` este un text între ghilimele.
survey-file-boolean = `{ $key }` este `true` sau `false`, fără ghilimele.
survey-file-number = `{ $key }` este un număr întreg, fără ghilimele.
survey-file-list = `{ $key }` sunt texte între paranteze: `{ $key } = ["…", "…"]`, niciunul gol.
survey-file-role = un rol se scrie prin ID-ul lui, un număr lung între ghilimele.

## surveys, results and repetition
survey-answers = { $count ->
    [one] un răspuns
    [few] { $count } răspunsuri
   *[other] { $count } de răspunsuri
}
survey-answers-of = { $count ->
    [one] un răspuns din { $invited } întrebați ({ $percent } %)
    [few] { $count } răspunsuri din { $invited } întrebați ({ $percent } %)
   *[other] { $count } de răspunsuri din { $invited } întrebați ({ $percent } %)
}
survey-cell = { $count } ({ $percent } %)
survey-cell-before = { $said }, în valul trecut { $percent } %
survey-cell-line = **{ $option }** { $people }
survey-cell-merged = Prea puține ca să fie arătate separat: { $options } ({ $count } în total)
survey-cell-merged-several = Mai puțin de cinci oameni sau aproape toți: { $options }
survey-chart-few = prea puține răspunsuri
survey-chart-merged = { $count ->
    [one] încă una, cu puține răspunsuri
    [few] încă { $count }, cu puține răspunsuri fiecare
   *[other] încă { $count }, cu puține răspunsuri fiecare
}
survey-chart-wave = Valul { $wave }
survey-every-month = în fiecare lună
survey-every-quarter = în fiecare trimestru
survey-every-week = în fiecare săptămână
survey-export-anonymous = Chestionarul #{ $number }, „{ $title }”, este anonim: fișierul nu spune nici cine a răspuns, nici când, iar ordinea rândurilor este la întâmplare. Răspunsurile unui om stau pe un rând. Despre un val la care au răspuns mai puțin de cinci oameni fișierul spune numai câți au fost.
survey-export-named = Răspunsurile la chestionarul #{ $number }, „{ $title }”, cu ID-urile celor care le-au dat. Păstrează fișierul pentru tine.
survey-export-toml = Chestionarul #{ $number }, „{ $title }”, ca fișier: schimbă-l și dă-l la `/survey create` ca `file`.
survey-results-sealed = Ce s-a răspuns se vede după închidere: cine vede cum vine un răspuns după altul vede și ale cui sunt.
survey-export-sealed = Valul { $wave } este anonim și încă deschis, așa că nimeni nu îi vede răspunsurile și nu există un fișier cu ele. Așteaptă închiderea sau ia un val închis, cu `wave`.
survey-repeat-never = Prima dată ar fi { $at }, adică după `until`. Alege un `until` mai târziu sau lasă-l deoparte.
survey-role-count = Un chestionar poate fi pentru cel mult 25 de roluri; aici sunt { $count }. Pentru mai multe, dă-le acestor oameni un rol al lor.
survey-several-lines = { $what } stă pe un singur rând. Scoate trecerile la rând nou și încearcă din nou.
survey-export-large = Răspunsurile la chestionarul #{ $number } sunt mai multe decât ia Discord într-un fișier. Ia valurile pe rând, cu `wave`.
survey-keep = Păstrează ca feedback …
survey-kept-before = Aceste comentarii sunt deja păstrate.
survey-list-answers = valul { $wave }, { $count ->
    [one] un răspuns
    [few] { $count } răspunsuri
   *[other] { $count } de răspunsuri
}
survey-list-comes = ↳ vine { $every }, data viitoare { $at }
survey-list-draft = încă netrimis, { $count ->
    [one] o întrebare
    [few] { $count } întrebări
   *[other] { $count } de întrebări
}
survey-list-empty = Încă nu există chestionare. `/survey create` face unul, iar `/survey nps` întreabă regulat dacă oamenii ar recomanda acest server.
survey-list-line = **#{ $number }** { $title } · { $state }
survey-list-open = { $said }, se închide { $at }
survey-list-title = { $count ->
    [one] Un chestionar
    [few] { $count } chestionare
   *[other] { $count } de chestionare
}
survey-mean = { $mean } din { $most }
survey-never-sent = Chestionarul #{ $number } nu a fost trimis niciodată, așa că nu are rezultate. Îl trimite `/survey send`.
survey-no-rhythm = Spune cu `every` cât de des vine; restul ține de asta.
survey-no-such-wave = Nu există valul { $number }; chestionarul are { $of }.
survey-not-a-length = „{ $typed }” nu este o durată pe care o înțeleg. Scrie cât timp, ca `7d` sau `12h`.
survey-nps-detractors = de la 0 la 6
survey-nps-passives = 7 și 8
survey-nps-promoters = 9 și 10
survey-nps-title = Ai recomanda { $server }?
survey-nps-question = Cât de probabil este să recomanzi { $server } unui prieten?
survey-nps-intro = O întrebare și, dacă vrei, de ce. Durează mai puțin de un minut.
survey-nps-none-yet = Încă nu a fost întrebat nimeni, așa că nu există scor.
survey-nps-off = Întrebarea dacă oamenii ar recomanda acest server este oprită. O pornește `every`: `/survey nps every:în fiecare trimestru`.
survey-repeat-too-long = Un val poate fi deschis cel puțin o oră și cel mult { $span }, ca următorul să îl găsească închis. Alege `closes` între aceste limite.
survey-question-answers = { $count ->
    [one] A răspuns un om.
    [few] Au răspuns { $count } oameni.
   *[other] Au răspuns { $count } de oameni.
}
survey-question-heading = **{ $place }. { $question }**
survey-question-mean = În medie **{ $mean }**
survey-question-no-mean = Media apare de la { $least } răspunsuri.
survey-question-no-score = Încă nu există scor: e nevoie de { $least } răspunsuri, iar acum { $count ->
    [one] este unul
    [few] sunt { $count }
   *[other] sunt { $count }
}.
survey-question-score = NPS **{ $score }**, din { $answers }: ponderea notelor 9 și 10 minus ponderea celor de la 0 la 6.
survey-question-words = { $count ->
    [one] Un om a scris ceva: vezi pagina următoare.
    [few] { $count } oameni au scris ceva: vezi pagina următoare.
   *[other] { $count } de oameni au scris ceva: vezi pagina următoare.
}
survey-repeat-comes = Chestionarul #{ $number }, „{ $title }”, vine **{ $every }** în { $channel }.
survey-repeat-next = Data viitoare: { $at }, { $in }.
survey-repeat-then = Apoi { $second }.
survey-repeat-both = Apoi { $second } și { $third }.
survey-repeat-unposted = Chestionarul #{ $number }, „{ $title }”, care vine singur, nu a putut fi publicat în { $channel }: poate că nu văd canalul sau nu pot scrie acolo. `/survey repeat` sau `/survey nps` cu `channel` alege altul; altfel încerc data viitoare.
survey-repeat-until = Ultima dată înainte de { $at }.
survey-repeat-open = Fiecare val este deschis { $span }.
survey-repeat-quiet = Așteaptă până se termină orele de liniște.
survey-repeat-stop = Nu mai repeta
survey-repeat-stopped = Chestionarul #{ $number }, „{ $title }”, nu mai vine singur. Un val deschis rămâne deschis până la sfârșitul lui.
survey-repeat-stopped-before = Chestionarul #{ $number }, „{ $title }”, oricum nu vine singur.
survey-results-anonymous = Este anonim: nimeni nu vede ale cui sunt răspunsurile.
survey-results-answers = **{ $answers }**
survey-results-below = valul { $wave } · { $answers }
survey-results-closed = Închis { $at }.
survey-results-go = Mergi la o întrebare …
survey-results-named = Oamenii știau că managerii le văd numele; cine ce a răspuns scrie în `/survey export`.
survey-results-nobody = Nu a răspuns nimeni.
survey-results-nobody-yet = Încă nu a răspuns nimeni.
survey-results-open = Deschis, se închide { $at }.
survey-results-other = Alt val …
survey-results-question = { $place }. { $question }: { $said }
survey-results-title = Chestionarul #{ $number }, „{ $title }”, valul { $wave }
survey-results-unsent = { $count ->
    [one] Un om a început și nu și-a trimis răspunsurile.
    [few] { $count } oameni au început și nu și-au trimis răspunsurile.
   *[other] { $count } de oameni au început și nu și-au trimis răspunsurile.
}
survey-said-before = { $said } (valul { $wave }: { $before })
survey-said-few = { $count ->
    [one] un răspuns
    [few] { $count } răspunsuri
   *[other] { $count } de răspunsuri
}, prea puține ca să fie arătate separat
survey-said-most = cel mai des „{ $option }”, { $people }
survey-said-no-number = { $count ->
    [one] un răspuns
    [few] { $count } răspunsuri
   *[other] { $count } de răspunsuri
}; un număr apare de la { $least }
survey-said-nothing = niciun răspuns
survey-said-words = { $count ->
    [one] un om a scris ceva
    [few] { $count } oameni au scris ceva
   *[other] { $count } de oameni au scris ceva
}
survey-score-above = +{ $score }
survey-score-below = −{ $score }
survey-score-even = { $score }
survey-trend-mean = Media pe valuri
survey-trend-nps = NPS pe valuri
survey-trend-of = { $number }: { $question }
survey-words-anonymous = În ordine alfabetică, ca să nu se vadă cine când a scris.
survey-words-bare = › { $text }
survey-words-by = › { $text } ({ $author })
survey-words-kept = { $said } 📌
command-survey-results = Vezi ce a dat un chestionar, val cu val
command-survey-results-survey = Care chestionar, după titlu sau număr
command-survey-results-wave = Care val; dacă nu spui, ultimul
command-survey-export = Ia cu tine răspunsurile la un chestionar sau chestionarul însuși
command-survey-export-survey = Care chestionar, după titlu sau număr
command-survey-export-wave = Care val; dacă nu spui, toate
command-survey-export-format = csv și json: răspunsurile; toml: chestionarul însuși, de schimbat și trimis din nou
command-survey-list = Vezi toate chestionarele acestui server și cum stau
command-survey-repeat = Trimite un chestionar încă o dată sau lasă-l să vină mereu
command-survey-repeat-survey = Care chestionar, după titlu sau număr
command-survey-repeat-every = Cât de des vine; dacă nu spui, încă o dată acum
command-survey-repeat-closes = Cât este deschis fiecare val: 7d, 12h; dacă nu spui, ca în chestionar
command-survey-repeat-channel = Unde se publică; dacă nu spui, unde a fost ultima dată
command-survey-repeat-until = Până când vine: 31 dec; dacă nu spui, până îl oprești
command-survey-nps = Întreabă regulat dacă oamenii ar recomanda acest server și vezi scorul
command-survey-nps-every = Cât de des; dacă nu spui, vezi doar scorul
command-survey-nps-starts = Când vine prima dată: luni 10:00; dacă nu spui, lunea următoare la 10:00
command-survey-nps-channel = Unde se publică; dacă nu spui, în canalul de anunțuri sau aici
command-survey-nps-closes = Cât este deschis fiecare val: 7d, 12h
choice-every-week = în fiecare săptămână
choice-every-month = în fiecare lună
choice-every-quarter = în fiecare trimestru
help-survey-create = De exemplu: `/survey create title:Cum a fost noiembrie?`
help-survey-send = De exemplu: `/survey send survey:Cum a fost noiembrie? closes:peste 10 zile`
help-survey-results = De exemplu: `/survey results survey:Cum a fost noiembrie?`
help-survey-export = De exemplu: `/survey export survey:Cum a fost noiembrie? format:csv`
help-survey-repeat = De exemplu: `/survey repeat survey:Cum a fost noiembrie? every:în fiecare lună`
help-survey-nps = De exemplu: `/survey nps every:în fiecare trimestru starts:luni 10:00`
digest-section-surveys = chestionare
digest-heading-surveys = Chestionare
surveys-digest = Chestionare
surveys-digest-answers = „{ $subject }” { $value ->
    [one] un răspuns
    [few] { $value } răspunsuri
   *[other] { $value } de răspunsuri
}
surveys-digest-asked = { $value } întrebați
surveys-digest-nps = NPS { $value }
surveys-digest-nps-before = { $value } în valul trecut
figure-survey_answers = Răspunsuri
figure-survey_asked = Întrebați
figure-nps = NPS
figure-nps_before = NPS al valului trecut
subject-survey_answers = „{ $subject }”: răspunsuri
subject-survey_asked = „{ $subject }”: întrebați
subject-nps = „{ $subject }”: NPS
subject-nps_before = „{ $subject }”: NPS al valului trecut
choice-csv = csv
choice-json = json
choice-toml = toml
