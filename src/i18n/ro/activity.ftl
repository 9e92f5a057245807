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
figure-active_days = Zile cu mesaje
figure-used_channels = Canale și fire
figure-server_share = Parte din mesajele serverului
figure-unanswered = Nou-veniți fără răspuns
figure-fading = Membri constanți care nu mai scriu
figure-cohorts = +1, +2 și așa mai departe
meaning-active_days = zile cu cel puțin un mesaj.
meaning-used_channels = canale și fire cu cel puțin un mesaj.
meaning-server_share = ce parte din toate mesajele serverului s-a scris în canal și în firele lui.
meaning-median_first_reply_s = jumătate dintre nou-veniții cu răspuns au așteptat cel mult atât. Apare când sunt cel puțin 5 răspunsuri.
meaning-new_active_next_week = câți dintre cei care au scris prima dată într-o săptămână au scris și în următoarea.
meaning-unanswered = oameni care au scris prima dată acum cel mult 14 zile și în 24 de ore n-au primit nici răspuns, nici mențiune.
meaning-fading = oameni care au scris nu demult în cel puțin 3 săptămâni din 4, iar în ultimele 2–4 săptămâni nimic.
meaning-cohorts = câți nou-veniți ai unei săptămâni au scris din nou după 1 săptămână, după 2 și așa mai departe: în procente, dacă sunt cel puțin 10 nou-veniți. „?” e o săptămână fără date.
stats-may-not-post = Nu poți scrie în acest canal, așa că nu s-a publicat nimic. Folosește comanda acolo unde poți.
stats-hidden-channel = Nu toți cei care citesc acest canal văd { $channel }, așa că cifrele lui nu s-au publicat. Publică-le chiar în { $channel }.
stats-of-bot = Boții nu se numără. Alege o persoană.
stats-member-own = Activitatea ta pe serverul { $server }, ultimele 28 de zile
stats-member-title = Activitatea pe serverul { $server }, ultimele 28 de zile
stats-member-of = Membru: { $member }
stats-member-since = Început: { $since }
stats-member-first = Primul mesaj din evidență: { $at }
stats-member-days = ultimele 28 de zile
stats-member-audited = Doar tu vezi asta. În jurnalul de audit s-a notat că te-ai uitat.
stats-member-opted-out = Ai refuzat numărarea, așa că despre tine nu se numără nimic. `/privacy opt-in` o pornește din nou.
stats-member-empty = În ultimele 28 de zile nu s-a numărat nimic despre tine. Mesajele, reacțiile și timpul în canalele vocale se numără de acum.
stats-member-nothing = În ultimele 28 de zile nu s-a numărat nimic: { $member }. N-a fost niciun mesaj aici, sau persoana a refuzat numărarea.
stats-channel-of = Canal: { $channel }
stats-channel-excluded = În canalul { $channel } nu se numără acum nimic: e exclus. Un manager poate schimba asta cu `/activity exclude remove`.
stats-channel-people = Câte persoane au scris în acest timp: { $count }
stats-share = { $share }%
stats-newcomers-title = Nou-veniții serverului { $server }
stats-newcomers-week = **{ $week }** · au scris prima dată: { $count }
stats-newcomers-first-seen = **{ $week }** · văzuți prima dată: { $count }
stats-newcomers-none = **{ $week }** · nimeni n-a scris prima dată
stats-newcomers-few = **{ $week }** · au scris prima dată: mai puțin de { $few }
stats-newcomers-replied = – au primit răspuns: { $part } din { $whole }{ $share }
stats-newcomers-replied-so-far = – au primit răspuns până acum: { $part } din { $whole }{ $share }
stats-newcomers-again = – au scris din nou în săptămâna următoare: { $part } din { $whole }{ $share }
stats-newcomers-share = {" "}({ $share }%)
stats-newcomers-median = – jumătate dintre răspunsuri au venit în cel mult { $span }
stats-newcomers-unsure = – nou-veniți la care pot lipsi răspunsuri din evidență: { $count }
stats-chart-newcomers = Au scris prima dată, pe săptămâni
stats-chart-cohorts = Din 100 de nou-veniți, au scris din nou în săptămâna următoare
stats-picture-until = săptămânile până la { $week }
stats-cohorts-title = Cine a rămas pe serverul { $server }
stats-cohorts-about = Câți nou-veniți ai fiecărei săptămâni au scris din nou după 1, 2 sau mai multe săptămâni:
stats-young = Evidența începe pe { $day } { $month } { $year }. Până nu are 28 de zile, nu se știe cine e nou, cine rămâne și cine nu mai scrie. `/activity backfill` aduce istoricul de dinainte.
stats-core = Cine ține comunitatea unită
stats-core-title = Cine ține unit serverul { $server }
stats-core-about = Oameni care vorbesc între ei mereu. Numerele sunt cele din imagine.
stats-core-circle = **Cercul { $number }** · persoane: { $count }
stats-core-person = { $number } · { $member } · legături: { $ties }
stats-core-unnamed = { $number } · cineva fără nume · legături: { $ties }
stats-core-missed = { $person } · fără această persoană ar pierde legătura: { $count }
stats-core-marked = fără această persoană alții ar pierde legătura
stats-core-says = Persoane: { $people }. Cercuri: { $circles }.
stats-core-none = Încă prea puțini oameni vorbesc între ei: e nevoie de 5, fiecare cu 2 legături. Două persoane au o legătură când și-au răspuns sau s-au menționat una pe alta, ori doar una pe cealaltă în 2 săptămâni.
stats-core-private = Doar tu vezi asta. Cei care nu vor mulțumiri nu sunt numiți.
stats-needs = Cine are nevoie azi de atenție
stats-needs-title = Cine are nevoie azi de atenție
stats-needs-unanswered = **Nou-veniți fără răspuns:** { $count }
stats-needs-all-answered = Niciun nou-venit n-a rămas o zi fără răspuns.
stats-needs-waiting = { $member } în canalul { $channel }, { $at }: https://discord.com/channels/{ $guild }/{ $place }/{ $message }
stats-needs-waiting-hidden = { $member } într-un canal pe care nu îl vezi, { $at }
stats-needs-fading = **Membri constanți care nu mai scriu:** { $count }
stats-needs-none-fading = Niciun membru constant nu a încetat să scrie.
stats-needs-unsure = O parte din ultimele 4 săptămâni lipsește din evidență, așa că nu se știe cine a încetat să scrie.
stats-needs-silent = { $member }, ultimul mesaj în săptămâna { $week }
stats-needs-private = Doar tu vezi asta. Nimănui nu i s-a trimis nimic.
activity-exclude-added = În canalul { $channel } și în firele lui nu se mai numără nimic de acum. Ce s-a numărat înainte rămâne.
activity-exclude-removed = În canalul { $channel } se numără din nou, de acum. `/activity backfill` poate aduce ce s-a scris între timp.
activity-exclude-already = În canalul { $channel } deja nu se numără nimic. `/activity exclude list` arată toate aceste canale.
activity-exclude-not = Canalul { $channel } nu e exclus. `/activity exclude list` arată canalele excluse.
activity-exclude-above = Canalul firului { $channel } e exclus, deci și firele lui. Scoate din listă chiar canalul: `/activity exclude remove`.
activity-exclude-none = Toate canalele pe care le văd se numără. `/activity exclude add` lasă unul deoparte.
activity-exclude-title = Canale în care nu se numără nimic
activity-exclude-line = { $channel }, fără numărare din data: { $since }
activity-exclude-staff = { $channel }: canal al echipei, nu se numără niciodată
activity-of-staff = { $channel } e un canal al echipei, așa că acolo nu se numără nimic. Canalele echipei sunt cele alese în `/setup` și cele pe care le văd doar rolurile echipei.
activity-exclude-hidden = Încă atâtea pe care nu le vezi: { $count }
command-stats-member = Vezi activitatea ta din ultimele 28 de zile; moderatorii o văd și pe a altora
command-stats-member-member = A cui; pe a altora o văd doar moderatorii (a ta)
command-stats-channel = Cifrele unui canal cu firele lui
command-stats-channel-channel = Care canal (acesta)
command-stats-channel-period = Ce săptămâni; fără alegere, aceasta
command-stats-newcomers = Cum le merge nou-veniților și cine are nevoie azi de atenție
command-stats-cohorts = Câți au rămas, după săptămâna primului mesaj
command-activity = Ce se numără și istoricul de dinainte
command-activity-exclude = Alege în ce canale nu se numără nimic
command-activity-exclude-add = Nu mai număra într-un canal și în firele lui; ce e numărat rămâne
command-activity-exclude-add-channel = Care canal (acesta)
command-activity-exclude-remove = Numără din nou într-un canal, de acum
command-activity-exclude-remove-channel = Care canal (acesta)
command-activity-exclude-list = Vezi în ce canale nu se numără nimic
activity-backfill-running = Istoricul se citește
activity-backfill-done = Istoricul a fost citit
activity-backfill-cancelled = Citirea istoricului a fost anulată
activity-backfill-channel = Canal: { $channel } și firele lui
activity-backfill-hidden = Canal: unul pe care nu îl vezi
activity-backfill-all = Canale: toate cele pe care le pot citi
activity-backfill-span = Timp: { $since } – { $until }
activity-backfill-listing = Caut canale și fire.
activity-backfill-channels = Canale și fire citite: { $done } din { $channels }
activity-backfill-messages = Mesaje noi numărate: { $count }
activity-backfill-known = Numărate înainte: { $count }
activity-backfill-failed = Nu s-au putut citi: { $count }. `/setup check` arată unde îmi lipsește permisiunea „Citește istoricul mesajelor”.
activity-backfill-goes-on = Citirea continuă singură, chiar și după o repornire. Se citește doar cine, când, unde și cui a scris.
activity-backfill-refresh = Actualizează
activity-backfill-cancel = Anulează
activity-backfill-one-at-a-time = Se face o singură citire odată. Aceasta nu s-a terminat. Așteaptă sau anuleaz-o.
activity-backfill-gone = Această citire nu mai e în evidență. Începe alta cu `/activity backfill`.
activity-backfill-excluded = În canalul { $channel } nu se numără nimic, așa că istoricul lui nu se poate citi. Folosește întâi `/activity exclude remove`.
activity-backfill-too-far = Cifrele se păstrează 400 de zile, așa că un istoric mai vechi nu se poate citi. Alege o zi mai târzie.
activity-backfill-since = „{ $typed }” nu e un moment din trecut. Scrie de exemplu 90d, 2026-09-01 sau „lunea trecută”.
needs-backfill = citi ce s-a scris cât timp conexiunea a lipsit
command-activity-backfill = Citește istoricul canalelor, ca să fie cifre din trecut
command-activity-backfill-channel = Care canal, cu firele lui (toate pe care le pot citi)
command-activity-backfill-since = De când: 90d, 2026-09-01 (acum 12 săptămâni)
needs-view-channel = vedea canalele și număra ce se scrie acolo
needs-view-audit-log = distinge cei excluși sau interziși de cei plecați

## activity digest
figure-removed = Scoși
activity-lead = { $week }.
activity-lead-most = { $week }; cea mai mare parte s-a scris { $day }.
activity-lead-liveliest = { $week }; cel mai mult { $day }.
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
activity-unsure = pot lipsi răspunsuri din evidență pentru { $value }
figure-unsure_newcomers = Nou-veniți la care pot lipsi răspunsuri din evidență
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
activity-young = Evidența începe pe { $day } { $month } { $year }, așa că cei „văzuți pentru prima dată” poate că erau aici și înainte. `/activity backfill` sau `steward import` aduce istoricul de dinainte.
activity-suggest-unanswered = { $count ->
    [one] Un nou-venit așteaptă de peste o zi un răspuns.
    [few] { $count } nou-veniți așteaptă de peste o zi un răspuns.
   *[other] { $count } de nou-veniți așteaptă de peste o zi un răspuns.
}
activity-suggest-fading = { $count ->
    [one] Un membru constant nu mai scrie.
    [few] { $count } membri constanți nu mai scriu.
   *[other] { $count } de membri constanți nu mai scriu.
}
activity-suggest-both = { $unanswered } { $fading }
activity-outside = Despre { $week } nu este nimic în evidență: evidența merge de la { $first } până la { $last }. `steward import` aduce ce lipsește.
activity-no-record = Despre { $week } încă nu este nimic în evidență. Numărarea începe când botul rulează; `steward import` aduce un istoric mai vechi.
activity-not-begun = { $week } încă nu a început. Alege o săptămână care a început.

## activity on the command line
import-no-path = { $path } nu poate fi citit: { $why }
    Indică un fișier scris de DiscordChatExporter în format JSON sau un dosar cu astfel de fișiere.
import-no-files = Acolo nu este niciun fișier care se termină în .json.
    Exportă canalele cu DiscordChatExporter în format JSON, apoi indică dosarul lor.
import-other-guild = { $path } aparține serverului { $found }, nu lui { $named }. Nu s-a importat nimic.
    Renunță la --guild sau indică numai fișiere ale acelui server.
import-other-zone = Zilele serverului { $guild } se numără în fusul orar { $zone }. Nu s-a importat nimic.
    Renunță la --zone sau alege mai întâi celălalt fus orar cu /setup set.
import-flaw-unreadable = fișierul nu poate fi citit ({ $why }). Dă-i utilizatorului sub care rulează Steward dreptul de citire sau copiază fișierul din nou.
import-flaw-truncated = fișierul se întrerupe la mijloc. Exportă din nou acest canal sau copiază din nou fișierul.
import-flaw-not-json = acesta nu este JSON. Exportă canalul cu DiscordChatExporter în format JSON.
import-flaw-foreign = nu este ceea ce scrie DiscordChatExporter pentru un canal al unui server. Scoate fișierul din dosar sau exportă canalul în format JSON.
import-flaw-shape = ceva de aici nu este cum scrie DiscordChatExporter ({ $why }). Exportă din nou acest canal cu o versiune actuală.
import-flaw-id = „{ $text }” nu este un id. Acestea sunt numere întregi de cel mult 19 cifre, între ghilimele; un program care a modificat fișierul le-a putut rotunji. Exportă din nou acest canal.
import-flaw-time = „{ $text }” nu este o oră. Se scrie așa: 2026-11-20T18:30:00+00:00. Exportă din nou acest canal și lasă fișierul cum este.
import-flaw-attachment = se află într-un dosar de atașamente, deci l-ar fi putut scrie un membru.
import-flaw-companion = este un fișier însoțitor făcut de macOS, fără istoric.
import-flaw-dangling = legătura nu duce nicăieri.
import-flaw-no-file = acesta este un canal de date sau un dispozitiv, nu un fișier.
import-flaw-other-guild = aparține serverului { $found }, iar în --guild este indicat altul.
import-flaw-empty = fișierul este gol. Dacă trebuia să conțină un canal, exportă-l din nou.
import-flaw-direct = aceasta este o conversație privată, care nu ține de niciun server.
import-flaw-never = „{ $text }” nu poate fi ora unui mesaj: Discord a apărut în 2015, iar ora nu poate fi mai târzie decât mâine. Exportă din nou acest canal și verifică ceasul acestui calculator.
stats-no-server = Baza de date nu are încă niciun server. Invită Steward și lasă-l să numere sau rulează mai întâi `steward import`.
stats-unknown-server = Baza de date nu cunoaște serverul { $guild }. Are: { $servers }.
stats-which-server = Baza de date are mai multe servere: { $servers }. Spune care cu --guild.
