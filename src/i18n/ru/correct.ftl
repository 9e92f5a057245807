## correct
correct-button = Исправить
correct-form-button = Открыть форму
correct-form-follows = Теперь всё подходит. Чтобы продолжить `/{ $command }`, откройте форму.
correct-number = «{ $typed }» — не целое число, а для `{ $option }` нужно целое.
correct-number-from = «{ $typed }» не подходит. Для `{ $option }` нужно целое число не меньше { $least }.
correct-number-between = «{ $typed }» не подходит. Для `{ $option }` нужно целое число от { $least } до { $most }.
correct-gone = Введённый текст больше не хранится. Вызовите команду ещё раз.
correct-used = Это уже исправлено. Если нужно ещё раз, вызовите команду снова.
correct-form-gone = Введённый текст больше не хранится. Откройте форму ещё раз.
