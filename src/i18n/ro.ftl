### What people read. One section for each feature; every key stands in en, ru and ro.

## db
db-busy = Baza de date este ținută acum de alt program, așa că nu s-a făcut nimic. Încercați din nou peste puțin timp; dacă nu trece, cine ține botul trebuie să închidă celălalt program.
db-full = Discul botului este plin, așa că nu s-a făcut nimic. Cine ține botul trebuie să elibereze spațiu; apoi încercați din nou.
db-readonly = Botul nu poate scrie acum în baza sa de date, așa că nu s-a făcut nimic. Cine ține botul trebuie să îi dea dreptul de scriere; apoi încercați din nou.
