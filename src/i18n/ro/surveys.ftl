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
survey-post-few = Au răspuns mai puțin de { $few } persoane.
survey-post-sent = { $count ->
    [0] Nu a răspuns nimeni.
    [one] A răspuns o persoană.
    [few] Au răspuns { $count } persoane.
   *[other] Au răspuns { $count } de persoane.
}
survey-post-destroyed = Ale cui sunt răspunsurile nu mai poate afla nimeni.
survey-post-missing = Mesajul cu chestionarul nu este în { $channel }, așa că nu se poate răspunde: { $why }
survey-why-gone = canalul sau mesajul a fost șters. Apasă **Trimite din nou** la `/survey results` sau trimite-l în alt canal cu `/survey send`.
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
survey-answers-few = mai puțin de { $few } răspunsuri
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
survey-export-anonymous = Chestionarul #{ $number }, „{ $title }”, este anonim: fișierul nu spune nici cine a răspuns, nici când, iar ordinea rândurilor este la întâmplare. Răspunsurile unui om stau pe un rând. Despre un val sau o întrebare la care au răspuns mai puțin de cinci persoane, fișierul spune numai atât.
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
survey-kept-opted-out = Aceste comentarii sunt ale unor persoane care au cerut să nu fie numărate, așa că nu pot fi păstrate ca păreri.
survey-list-few = valul { $wave }, mai puțin de { $few } răspunsuri
survey-list-answers = valul { $wave }, { $count ->
    [one] un răspuns
    [few] { $count } răspunsuri
   *[other] { $count } de răspunsuri
}
survey-list-comes = ↳ vine { $every }, data viitoare { $at }
survey-list-no-post = ↳ mesajul cu chestionarul lipsește: { $why }
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
survey-question-few = Au răspuns mai puțin de { $few } persoane. Sunt prea puține pentru a arăta răspunsurile.
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
survey-results-few = **Au răspuns mai puțin de { $few } persoane.**
survey-results-too-few = Sunt prea puține pentru a arăta răspunsurile unui chestionar anonim.
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
surveys-digest-hidden = Chestionare în canale pe care nu le vede toată lumea
surveys-digest-hidden-closed = Încheiate: { $count }.
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
survey-extend = Prelungește
survey-extend-title = Alt sfârșit
survey-extend-closes = Când se închide?
survey-extend-hint = vineri 19:00, peste 2 zile
survey-extended = Chestionarul „{ $title }” se închide: { $at }. Înainte: { $before }.
survey-still-open = Runda { $wave } a acestui chestionar e încă deschisă în { $channel }, termen: { $at }. Ai deschide încă o rundă lângă ea. `/survey extend` îi dă mai mult timp.
survey-nothing-open = Chestionarul nr. { $number } nu e deschis. `/survey send` îl trimite.
survey-list-end = Închide sau prelungește un chestionar
survey-list-wave = nr. { $number }, runda { $wave }
help-survey-close = De exemplu: `/survey close survey:Întâlnirile noastre`
help-survey-extend = De exemplu: `/survey extend survey:Întâlnirile noastre closes:vineri 19:00`
command-survey-close = Închide un chestionar; după aceea nu se mai poate răspunde
command-survey-close-survey = Care chestionar, după titlu sau număr
command-survey-close-wave = Care rundă (ultima deschisă)
command-survey-extend = Mută sfârșitul unui chestionar deschis
command-survey-extend-survey = Care chestionar, după titlu sau număr
command-survey-extend-closes = Când se închide: „vineri 19:00”, „peste 2 zile”
command-survey-extend-wave = Care rundă (ultima deschisă)
