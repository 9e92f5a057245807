## appeals, for the person
button-appeal = Contestă
button-answer = Răspunde
appeal-offer = Dacă s-a făcut o greșeală sau vrei să explici ceva, apasă **Contestă**. Ultima zi: { $until }. Contestația o citește altcineva, nu moderatorul care a luat hotărârea.
appeal-offer-any-time = Dacă s-a făcut o greșeală sau vrei să explici ceva, apasă oricând **Contestă**. Contestația o citește altcineva, nu moderatorul care a luat hotărârea.
appeal-offer-open = **Contestația ta** ({ $since }) e la moderatori.
appeal-offer-denied = **Contestația ta** nu a fost admisă ({ $at }).
appeal-offer-denied-again = **Contestația ta** nu a fost admisă ({ $at }). Data de la care poți contesta din nou: { $again }.
appeal-own-open = contestație: încă nehotărâtă
appeal-own-approved = contestație: admisă
appeal-own-denied = contestație: respinsă ({ $at })
appeal-own-closed = contestație: închisă
appeal-own-asked = **Moderatorii au o întrebare despre contestația ta:** { $text }
appeal-which = Alege un caz
appeal-which-one = Cazul nr. { $number }: { $kind }
appeal-choose = Ce caz vrei să contești?
appeal-form = Contestă cazul nr. { $number }
appeal-text = Ce trebuie să știe moderatorii?
appeal-text-hint = Ce s-a întâmplat din punctul tău de vedere și ce ceri
appeal-received = Contestația ta la cazul nr. { $number } e la moderatori. Răspunsul vine prin mesaj direct și apare și în `/mycases`.
appeal-received-no-channel = Contestația ta la cazul nr. { $number } e păstrată. Aici nu e ales un canal pentru contestații, așa că moderatorii o găsesc în `/appeals list`. Răspunsul vine prin mesaj direct și apare și în `/mycases`.
appeal-no-words = Nu ai scris nimic. Scrie ceva și trimite din nou.
appeal-no-case = Cazul nu e despre tine sau nu mai e păstrat. `/mycases` arată ce e notat despre tine.
appeal-nothing = Cazul nr. { $number } nu se poate contesta.
appeal-voided = Cazul nr. { $number } a fost retras, deci nu mai e nimic de contestat.
appeal-open-before = Ai contestat deja cazul nr. { $number } ({ $ago }), iar moderatorii nu au hotărât încă. Îți trimit răspunsul lor.
appeal-too-late = Termenul pentru a contesta cazul nr. { $number } a trecut: { $until }. Le poți scrie în continuare moderatorilor.
appeal-not-yet = Ultima ta contestație la cazul nr. { $number } nu a fost admisă. Data de la care poți contesta din nou: { $from }.
appeal-no-more = Ai contestat de 3 ori cazul nr. { $number }, mai mult nu se poate. Hotărârea rămâne valabilă.
appeal-none-left = Acum niciun caz al tău nu se poate contesta. `/mycases` arată starea fiecăruia.
appeal-question-title = O întrebare despre contestația ta la cazul nr. { $number }, serverul { $server }
appeal-question-footer = Apasă Răspunde. Mesajele scrise aici nu sunt citite.
appeal-answer-form = Răspunde moderatorilor
appeal-answer = Răspunsul tău
appeal-answer-kept = Răspunsul tău a ajuns la moderatori.
appeal-no-question-open = Întrebarea are deja un răspuns sau contestația e hotărâtă. `/mycases` arată starea ei.
appeal-accepted = **Contestația ta la cazul nr. { $number }, serverul { $server }, a fost admisă.**
appeal-thanks = Mulțumim pentru explicații.
appeal-lifted = { $kind ->
    [ban] Interzicerea e ridicată. Poți reveni cu o invitație.
   *[timeout] Pauza e ridicată.
}
appeal-lifting = { $kind ->
    [ban] Interzicerea se ridică acum.
   *[timeout] Pauza se ridică acum.
}
appeal-not-lifted = { $kind ->
    [ban] Încă nu am putut ridica interzicerea. Moderatorii știu.
   *[timeout] Încă nu am putut ridica pauza. Moderatorii știu.
}
appeal-kicked = Poți reveni cu o invitație.
appeal-points-gone = Punctele pentru acest caz nu mai contează.
appeal-not-accepted = **Contestația ta la cazul nr. { $number }, serverul { $server }, nu a fost admisă.**
appeal-read-by-another = A citit-o altcineva, nu moderatorul care a luat hotărârea.
appeal-read-alone = A citit-o chiar moderatorul care a luat hotărârea, pentru că aici nu poate decide altcineva.
appeal-from-moderators = **De la moderatori:** { $reason }
appeal-stands-until = Hotărârea rămâne valabilă, cu termenul: { $until }.
appeal-stands = Hotărârea rămâne valabilă.
appeal-again = Data de la care poți contesta din nou: { $again }.
appeal-final = Cazul nu se mai poate contesta.

## appeals, for staff
appeal-title = Contestația nr. { $number }
appeal-from = De la
appeal-against = Caz contestat
appeal-against-case = cazul nr. { $number }: { $kind }, { $by }, { $ago }
appeal-words = Ce scrie membrul
appeal-questions = Întrebări
appeal-asked = Întrebare ({ $by }, { $ago }): { $text }
appeal-answered = Răspuns ({ $ago }): { $text }
appeal-question-sent = încă fără răspuns
appeal-sent-waiting = mesajul direct se trimite
appeal-sent-delivered = a primit un mesaj direct
appeal-sent-unknown = Discord nu a confirmat trimiterea mesajului direct. Îl vede și în `/mycases`
appeal-sent-failed = nu a primit mesaj direct. { $why } Îl vede și în `/mycases`
appeal-outcome = Rezultat
appeal-outcome-approved = admisă de { $by }, { $ago }
appeal-outcome-denied = respinsă de { $by }, { $ago }
appeal-outcome-closed = caz retras de { $by }, { $ago }
appeal-outcome-alone = hotărâtă chiar de moderatorul care a acționat, pentru că nu poate decide altcineva
appeal-outcome-reason = Motiv: { $reason }
appeal-approve = Admite
appeal-deny = Respinge
appeal-ask = Pune o întrebare
appeal-deny-form = Respinge contestația nr. { $number }
appeal-deny-reason = De ce
appeal-deny-hint = Membrul citește asta. Numele tău nu apare.
appeal-ask-form = O întrebare: contestația nr. { $number }
appeal-ask-text = Întrebarea ta
appeal-ask-hint = Membrul citește asta. Numele tău nu apare.
appeal-asked-done = Întrebarea e trimisă. Răspunsul apare pe fișă și te menționez acolo.
appeal-asked-done-no-channel = Întrebarea e trimisă. Aici nu e ales un canal pentru contestații, așa că răspunsul apare în `/appeals list`.
appeal-asked-kept = Întrebarea e păstrată.
appeal-approved-done = **Contestația nr. { $number } de la { $member } e admisă.** Cazul nr. { $case } e retras.
appeal-denied-done = **Contestația nr. { $number } de la { $member } e respinsă.** Cazul nr. { $case } rămâne valabil.
appeal-answered-note = { $by }, întrebarea ta despre contestația nr. { $number } are răspuns:
appeal-answered-in-list = { $by }, întrebarea ta despre contestația nr. { $number } are răspuns. Îl arată `/appeals list`.
appeal-reminder = Contestația nr. { $number } așteaptă o hotărâre. Trimisă: { $since }.
appeal-reminder-list = Deschide-o cu `/appeals list`.
appeal-decided-before = { $by } a hotărât contestația nr. { $number } ({ $ago }), așa că acum nu s-a făcut nimic.
appeal-own-act = Contestația nr. { $number } e împotriva unei hotărâri luate de tine. Trebuie să decidă altcineva din echipă.
appeal-unknown-staff = În acest caz ai acționat chiar tu. Discord nu mi-a spus dacă poate hotărî altcineva, așa că nu s-a făcut nimic. Încearcă din nou.
appeal-no-reason = Scrie de ce respingi contestația. Membrul citește motivul.
appeal-no-question = Întrebarea nu are text. Scrie-o și trimite din nou.
appeal-question-waits = O întrebare așteaptă deja răspuns. Poți hotărî și fără el.
appeal-gone = Contestația nu mai e păstrată.
appeal-list = Contestații
appeal-list-empty = Nu sunt contestații. Apar aici când membrii apasă **Contestă** sub un mesaj despre un caz sau în `/mycases`.
appeal-open = Deschide o contestație
appeal-line = **nr. { $number }** { $member } · cazul nr. { $case } · { $ago } · { $state }
appeal-state-open = **deschisă**
appeal-state-approved = admisă de { $by }
appeal-state-denied = respinsă de { $by }
appeal-state-closed = închisă, caz retras
case-appeals = Contestații
appeal-of-case = nr. { $number }: { $state }
moderation-appeals = { $value ->
    [0] nicio contestație hotărâtă
    [one] { $value } contestație hotărâtă
    [few] { $value } contestații hotărâte
   *[other] { $value } de contestații hotărâte
}
moderation-overturned = { $value ->
    [0] niciuna admisă
    [one] { $value } admisă
    [few] { $value } admise
   *[other] { $value } admise
}
command-appeals = Citește contestațiile membrilor
command-appeals-list = Afișează lista contestațiilor, întâi cele deschise
