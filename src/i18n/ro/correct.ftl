## correct
correct-button = Corectează
correct-form-button = Deschide formularul
correct-form-follows = Acum e în regulă. Deschide formularul ca să continui cu `/{ $command }`.
correct-number = „{ $typed }” nu e un număr întreg. La `{ $option }` trebuie un număr întreg.
correct-number-from = „{ $typed }” nu e o valoare potrivită. La `{ $option }` trebuie un număr întreg, cel puțin { $least }.
correct-number-between = „{ $typed }” nu e o valoare potrivită. La `{ $option }` trebuie un număr întreg de la { $least } la { $most }.
correct-gone = Ce ai scris nu se mai păstrează. Folosește comanda din nou.
correct-used = S-a corectat deja. Dacă mai ai nevoie de comandă, folosește-o din nou.
correct-form-gone = Ce ai scris nu se mai păstrează. Deschide formularul din nou.
