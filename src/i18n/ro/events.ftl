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
privacy-why-events = Cum se numesc, când și unde au loc, ca lumea să se poată înscrie și niciunul să nu fie creat de două ori. Până la 400 de zile după încheierea lor.
events-none = Nu găsesc niciun eveniment numit „{ $typed }” pe care să-l vezi. Alege unul din listă.
privacy-kind-event_signups = Evenimente la care ai răspuns
privacy-why-event_signups = Dacă vii și câți invitați aduci. Până la 90 de zile după eveniment.
privacy-kind-event_reminders = Evenimente de care vrei să-ți amintesc
privacy-why-event_reminders = Ca să-ți pot trimite un mesaj direct înainte de început. Până la 90 de zile după eveniment.
