### What people read. One section for each feature; every key stands in en, ru and ro.

## db
db-busy = The database is held by another program just now, so nothing was done. Try again in a moment; if it goes on, whoever runs the bot should close the other program.
db-full = The disk of the bot is full, so nothing was done. Whoever runs the bot has to free some space; then try again.
db-readonly = The bot may not write to its database just now, so nothing was done. Whoever runs the bot has to give it the right to write; then try again.
