## correct
correct-button = Correct
correct-form-button = Open the form
correct-form-follows = That fits now. `/{ $command }` goes on with a form.
correct-number = “{ $typed }” isn’t a whole number. `{ $option }` needs one.
correct-number-from = “{ $typed }” doesn’t fit. `{ $option }` needs a whole number, { $least } or more.
correct-number-between = “{ $typed }” doesn’t fit. `{ $option }` needs a whole number from { $least } to { $most }.
correct-gone = What you typed isn’t kept anymore. Use the command again.
correct-used = This was corrected already. Use the command again if you still need it.
correct-form-gone = What you typed isn’t kept anymore. Open the form again.
