## surveys
survey-name = Survey #{ $number }
survey-name-wave = { $name }, wave { $wave }
survey-titled = #{ $number } { $title }
survey-instant = { $at } ({ $away })
survey-for-everyone = Everyone may answer.
survey-for-roles = Only members with one of these roles may answer:
survey-role = { $role }
survey-builder-title = Draft #{ $number }: { $title }
survey-builder-empty = There are no questions yet. Press **Add question**.
survey-builder-line = { $kind }{ $options ->
    [0] { "" }
   *[other] { " · " }{ $options } options
} · { $required ->
    [1] required
   *[other] optional
}
survey-builder-kept = The draft is kept; nobody sees it but managers. To go on later: /survey create, and choose its title.
survey-is-anonymous = **Anonymous** · open for { $days ->
    [one] one day
   *[other] { $days } days
}
survey-is-named = **With names** · open for { $days ->
    [one] one day
   *[other] { $days } days
}
survey-add = Add question
survey-change = Change
survey-move = Move
survey-remove = Remove
survey-try = Try it
survey-settings = Settings
survey-send = Send
survey-delete = Delete draft
survey-delete-for-good = Delete for good
survey-back = Back
survey-which-kind = Which kind of question?
survey-which-question = Which question?
survey-where-to = Where to?
survey-before = Before
survey-to-the-end = To the end
survey-how-long = How long is it open?
survey-open-days = Open for { $days ->
    [one] one day
   *[other] { $days } days
}
survey-roles = Who may answer? Nothing chosen: everyone
survey-make-named = Ask with names
survey-make-anonymous = Ask anonymously
survey-title-and-intro = Title and introduction
survey-form-title = What is the survey about?
survey-form-question = Question
survey-form-options = Options, one per line
survey-form-required = Must be answered? yes or no
survey-form-answer = Your answer
survey-form-why = What is the main reason?
survey-yes = yes
survey-no = no
survey-deleted = The draft “{ $title }” is deleted.
survey-not-yes-or-no = “{ $typed }” is neither yes nor no. Write `yes` if the question must be answered, else `no`.
survey-no-draft = This draft is gone: somebody deleted it, or nobody touched it for 90 days. Make a new one with `/survey create`.
survey-question-gone = Somebody has removed this question meanwhile. Open the survey again.
survey-sent-already = Survey #{ $number } has been sent, so its questions stay as they are. Send it again with `/survey send`, or make another one with `/survey create`.
survey-trying = **You are trying it out.** These answers go nowhere and are gone at the end.
survey-place = **{ $place } of { $of }**
survey-hint-single = Choose one.
survey-hint-single-optional = Choose one, or leave it out.
survey-hint-multi = Choose one or more.
survey-hint-multi-optional = Choose as many as you like, or none.
survey-hint-rating = From 1, poor, to 5, very good.
survey-hint-rating-optional = From 1, poor, to 5, very good; or leave it out.
survey-hint-nps = From 0, not at all likely, to 10, extremely likely. After that you can say why.
survey-hint-nps-optional = From 0, not at all likely, to 10, extremely likely; or leave it out. After that you can say why.
survey-hint-text = In your own words: press **Write**.
survey-hint-text-optional = In your own words, with **Write**; or leave it out.
survey-choose = Choose one
survey-choose-several = Choose one or more
survey-previous = Back
survey-next = Next
survey-why = Why?
survey-write = Write
survey-clear = Clear
survey-your-number = Your answer: **{ $value }**
survey-summary = **Your answers**
survey-summary-final = Once you send them they are final. Until then you can go back and change them.
survey-left-out = left out
survey-send-answers = Send answers
survey-sent-anonymous = Thank you. Your answers to “{ $title }” are in, and nothing in them says that they are yours.
survey-sent-named = Thank you. Your answers to “{ $title }” are in. Under `/privacy` you can see them and have them forgotten.
survey-tried = That was “{ $title }”. Here the answers would be sent; yours are gone.
survey-gone = There is nothing left of this survey. Ask the managers for a new one.
survey-not-open = This survey is not open.
survey-closed = This survey closed on { $at }, so it takes no more answers.
survey-not-for-you = This survey is for members with the role { $role }.
survey-not-for-you-several = This survey is for members with certain roles, which stand in its post.
survey-sent-before = You have sent your answers to this survey. They are final, and each person answers once.
survey-nothing-answered = You have not answered anything yet. Go back and answer at least one question.
survey-no-key = The key that keeps this survey anonymous is gone, so it can take no answers. Tell the managers; they can send the survey again.
survey-closes = A survey is open for at least 10 minutes and at most 60 days; { $at } does not fit. Give another time with `closes`.
survey-not-for-posts = There is no channel { $channel } any more. Choose another one.
survey-lacks = I cannot post in { $channel }: I lack { $permission } there. Whoever manages the server can give it to my role; then try again.
survey-post-count = { $count ->
    [one] One question
   *[other] { $count } questions, one after the other; you can stop and go on later
}.
survey-post-closes = Open until { $at }.
survey-promise-anonymous = **Your answers are anonymous.** The managers read them after the close, each person’s answers together and without a name, and nobody in this server can see who answered what. While the survey is open, whoever runs the bot’s computer could find out; at close that becomes impossible. Your way of writing may still give you away.
survey-promise-named = **Your answers stand with your name.** The managers of this server can read them, and who wrote them.
survey-start = Start
survey-post-closed = **Closed on { $at }.**
survey-post-late = It was to close on { $due }; I was not running then. Nobody could answer after that time.
survey-post-few = Fewer than { $few } people answered.
survey-post-sent = { $count ->
    [0] Nobody answered.
    [one] One person answered.
   *[other] { $count } people answered.
}
survey-post-destroyed = Whose answers are whose can no longer be found out, by anyone.
survey-post-missing = Its post does not stand in { $channel }, so nobody can answer: { $why }
survey-why-gone = the channel or the message was deleted. Press **Post again** under `/survey results`, or send it in another channel with `/survey send`.
survey-preview = **Nothing has been posted yet.** This goes to { $channel }:
survey-preview-changed = The survey has been changed since you saw it. This is how it is now:
survey-preview-role = It calls { $role }: { $count ->
    [one] one person
   *[other] { $count } people
}.
survey-preview-role-unknown = It calls { $role }; how many people that is Discord does not say now.
survey-preview-everyone = It calls everyone: { $count ->
    [one] one person
   *[other] { $count } people
}.
survey-preview-everyone-unknown = It calls everyone; how many people that is Discord does not say now.
survey-publish = Publish
survey-cancel = Cancel
survey-close-now = Close now
survey-outcome-cancelled = Nothing was posted. “{ $title }” is kept as it is.
survey-outcome-failed = “{ $title }” could not be posted in { $channel }: I may not write there, or the channel is gone. Nothing is open. Look at `/setup check`, then send it again.
survey-outcome-open = “{ $title }” stands in { $channel }. It closes on { $at }.
survey-outcome-waiting = “{ $title }” is on its way to { $channel }; Discord has not taken it yet. It closes on { $at }.
survey-outcome-unknown = Whether “{ $title }” stands in { $channel } Discord did not say. Look there: if it does, it closes on { $at }; if not, press **Close now** and send it again.
survey-outcome-closed = “{ $title }” is closed since { $at }. Its answers are under `/survey results`.
needs-survey-post = post surveys
needs-survey-frame = show surveys in a frame
needs-survey-history = look whether a survey was posted, when Discord gave no answer
survey-kind-single = One choice
survey-kind-multi = Several choices
survey-kind-rating = Rating, 1 to 5
survey-kind-nps = NPS: 0 to 10, then why
survey-kind-text = Text
survey-part-title = A title
survey-part-intro = An introduction
survey-part-question = A question
survey-part-option = An option
survey-none = There is no survey “{ $typed }” here. Choose one from the list, or make one with `/survey create`.
survey-no-title = A survey needs a title. Write one, at most 100 characters.
survey-no-question = A question needs words. Write what people are to answer.
survey-too-long = { $what } has at most { $most } characters. Shorten it and try again.
survey-option-count = A question has 2 to 25 options, one per line; this one has { $count }. For more, split it into two questions; for other answers, choose another kind.
survey-option-twice = “{ $option }” is there twice. Each option can stand there once.
survey-no-options = Only choices have options. Leave them out, or choose “One choice” or “Several choices”.
survey-question-count = A survey has 1 to 25 questions; this one has { $count }.
survey-days = A survey is open for 1 to 60 days, not { $days }.

## surveys, files
survey-file-wrong = { $count ->
    [one] There is a mistake in this file, so nothing was made of it.
   *[other] There are { $count } mistakes in this file, so nothing was made of it.
}
survey-file-line = **Line { $line }**: { $what }
survey-file-more = … and { $count } more.
survey-file-example = A survey looks like this:
survey-file-syntax = this is not TOML ({ $problem }). Texts stand in quotes, and each setting on a line of its own.
survey-file-unknown = there is no `{ $key }` here. There are: { $known }.
survey-file-outside = `{ $key }` belongs to a question. Write it below a line `[[question]]`.
survey-file-inside = `{ $key }` belongs to the survey as a whole. Write it above the first `[[question]]`.
survey-file-missing = `{ $key }` is missing. Write `{ $key } = "…"`.
survey-file-no-questions = there are no questions. Each begins with a line `[[question]]`.
survey-file-question = a question begins with a line `[[question]]`, and what belongs to it stands below.
survey-file-no-kind = `kind` is missing. Write which kind of question it is: { $known }.
survey-file-kind = there is no such kind of question. There are: { $known }.
survey-file-text = `{ $key }` takes a text in quotes.
survey-file-boolean = `{ $key }` takes `true` or `false`, without quotes.
survey-file-number = `{ $key }` takes a whole number, without quotes.
survey-file-list = `{ $key }` takes texts in brackets: `{ $key } = ["…", "…"]`, none of them empty.
survey-file-role = a role stands here by its ID, a long number in quotes.

## surveys, results and repetition
survey-answers-few = fewer than { $few } answers
survey-answers = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
survey-answers-of = { $count ->
    [one] { $count } answer from { $invited } asked ({ $percent } %)
   *[other] { $count } answers from { $invited } asked ({ $percent } %)
}
survey-cell = { $count } ({ $percent } %)
survey-cell-before = { $said }, last wave { $percent } %
survey-cell-line = **{ $option }** { $people }
survey-cell-merged = Too few to tell apart: { $options } ({ $count } in all)
survey-cell-merged-several = Fewer than five people, or all but a few: { $options }
survey-chart-few = too few answers
survey-chart-merged = { $count ->
    [one] one more, with few answers
   *[other] { $count } more, with few answers each
}
survey-chart-wave = Wave { $wave }
survey-every-month = every month
survey-every-quarter = every quarter
survey-every-week = every week
survey-export-anonymous = Survey #{ $number }, “{ $title }”, is anonymous: the file says neither who answered nor when, and the order of the rows is chance. The answers of one person stand in one row. Of a wave or a question that fewer than five people answered, it has only that.
survey-export-named = The answers to survey #{ $number }, “{ $title }”, with the IDs of those who gave them. Keep the file to yourself.
survey-export-toml = Survey #{ $number }, “{ $title }”, as a file: change it and give it to `/survey create` as `file`.
survey-results-sealed = What they answered is shown after the close: who sees one answer come after another sees whose they are.
survey-export-sealed = Wave { $wave } is anonymous and still open, so nobody sees its answers and there is no file of them. Wait until it closes, or take along a closed wave with `wave`.
survey-repeat-never = It would come first on { $at }, which is after `until`. Choose a later `until`, or leave it out.
survey-role-count = A survey can be for at most 25 roles; here are { $count }. For more, give these people a role of their own.
survey-several-lines = { $what } stands in one line. Take out the line breaks and try again.
survey-export-large = The answers to survey #{ $number } are more than Discord takes in one file. Take its waves along one by one with `wave`.
survey-keep = Keep as feedback …
survey-kept-before = These comments are kept already.
survey-kept-opted-out = These comments are by people who opted out, so they can’t be kept as feedback.
survey-list-few = wave { $wave }, fewer than { $few } answers
survey-list-answers = wave { $wave }, { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
survey-list-comes = ↳ comes { $every }, next { $at }
survey-list-no-post = ↳ its post is not there: { $why }
survey-list-draft = not sent yet, { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
survey-list-empty = There are no surveys yet. `/survey create` makes one, and `/survey nps` asks regularly how gladly people would recommend this server.
survey-list-line = **#{ $number }** { $title } · { $state }
survey-list-open = { $said }, closes { $at }
survey-list-title = { $count ->
    [one] { $count } survey
   *[other] { $count } surveys
}
survey-mean = { $mean } of { $most }
survey-never-sent = Survey #{ $number } was never sent, so nothing can have come of it. `/survey send` sends it.
survey-no-rhythm = Say with `every` how often it comes; the rest belongs to that.
survey-no-such-wave = There is no wave { $number }; this survey has { $of }.
survey-not-a-length = “{ $typed }” is no span of time I can read. Write for how long, like `7d` or `12h`.
survey-nps-detractors = 0 to 6
survey-nps-passives = 7 and 8
survey-nps-promoters = 9 and 10
survey-nps-title = Would you recommend { $server }?
survey-nps-question = How likely are you to recommend { $server } to a friend?
survey-nps-intro = One question and, if you like, why. It takes less than a minute.
survey-nps-none-yet = Nobody has been asked yet, so there is no score.
survey-nps-off = Asking how gladly people would recommend this server is off. `every` turns it on: `/survey nps every:every quarter`.
survey-repeat-too-long = A wave can be open for an hour at least and for { $span } at most, so that the next one finds it closed. Choose `closes` in between.
survey-question-few = Fewer than { $few } people answered this. That’s too few to show what they said.
survey-question-answers = { $count ->
    [one] { $count } person answered this.
   *[other] { $count } people answered this.
}
survey-question-heading = **{ $place }. { $question }**
survey-question-mean = On average **{ $mean }**
survey-question-no-mean = There is an average from { $least } answers on.
survey-question-no-score = No score yet: it takes { $least } answers, and there { $count ->
    [one] is { $count }
   *[other] are { $count }
}.
survey-question-score = NPS **{ $score }**, by { $answers }: the share of 9 and 10 less the share of 0 to 6.
survey-question-words = { $count ->
    [one] One person wrote something: see the next page.
   *[other] { $count } people wrote something: see the next page.
}
survey-repeat-comes = Survey #{ $number }, “{ $title }”, comes **{ $every }** in { $channel }.
survey-repeat-next = Next: { $at }, { $in }.
survey-repeat-then = Then { $second }.
survey-repeat-both = Then { $second } and { $third }.
survey-repeat-unposted = Survey #{ $number }, “{ $title }”, which comes by itself, could not be posted in { $channel }. I may not see the channel or may not write there. `/survey repeat` or `/survey nps` with `channel` chooses another one; else I try again the next time.
survey-repeat-until = The last time is before { $at }.
survey-repeat-open = Each wave is open for { $span }.
survey-repeat-quiet = It waits until the quiet hours are over.
survey-repeat-stop = Stop repeating
survey-repeat-stopped = Survey #{ $number }, “{ $title }”, does not come again by itself. A wave that is open stays open until its end.
survey-repeat-stopped-before = Survey #{ $number }, “{ $title }”, does not come by itself anyway.
survey-results-anonymous = It is anonymous: nobody can see whose answers are whose.
survey-results-few = **Fewer than { $few } people answered.**
survey-results-too-few = That’s too few to show what they said in an anonymous survey.
survey-results-answers = **{ $answers }**
survey-results-below = wave { $wave } · { $answers }
survey-results-closed = Closed { $at }.
survey-results-go = Go to a question …
survey-results-named = People knew that managers see their names; `/survey export` has who answered what.
survey-results-nobody = Nobody answered.
survey-results-nobody-yet = Nobody has answered yet.
survey-results-open = Open, closes { $at }.
survey-results-other = Another wave …
survey-results-question = { $place }. { $question }: { $said }
survey-results-title = Survey #{ $number }, “{ $title }”, wave { $wave }
survey-results-unsent = { $count ->
    [one] { $count } person had begun and did not send their answers.
   *[other] { $count } people had begun and did not send their answers.
}
survey-said-before = { $said } (wave { $wave }: { $before })
survey-said-few = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}, too few to tell apart
survey-said-most = most often “{ $option }”, { $people }
survey-said-no-number = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}; a number from { $least } on
survey-said-nothing = no answers
survey-said-words = { $count ->
    [one] { $count } person wrote something
   *[other] { $count } people wrote something
}
survey-score-above = +{ $score }
survey-score-below = −{ $score }
survey-score-even = { $score }
survey-trend-mean = Average by wave
survey-trend-nps = NPS by wave
survey-trend-of = { $number }: { $question }
survey-words-anonymous = In the order of the alphabet, so that nobody can tell who wrote when.
survey-words-bare = › { $text }
survey-words-by = › { $text } ({ $author })
survey-words-kept = { $said } 📌
help-survey-create = For example: `/survey create title:How was November?`
help-survey-send = For example: `/survey send survey:How was November? closes:in 10 days`
help-survey-results = For example: `/survey results survey:How was November?`
help-survey-export = For example: `/survey export survey:How was November? format:csv`
help-survey-repeat = For example: `/survey repeat survey:How was November? every:every month`
help-survey-nps = For example: `/survey nps every:every quarter starts:monday 10:00`
digest-section-surveys = surveys
digest-heading-surveys = Surveys
surveys-digest = Surveys
surveys-digest-hidden = Surveys in channels that not everyone sees
surveys-digest-hidden-closed = { $count } closed.
surveys-digest-answers = “{ $subject }” { $value ->
    [one] { $value } answer
   *[other] { $value } answers
}
surveys-digest-asked = { $value } asked
surveys-digest-nps = NPS { $value }
surveys-digest-nps-before = { $value } the wave before
figure-survey_answers = Answers
figure-survey_asked = Asked
figure-nps = NPS
figure-nps_before = NPS of the wave before
subject-survey_answers = “{ $subject }”: answers
subject-survey_asked = “{ $subject }”: asked
subject-nps = “{ $subject }”: NPS
subject-nps_before = “{ $subject }”: NPS of the wave before
survey-extend = Extend
survey-extend-title = Another end
survey-extend-closes = When does it close instead?
survey-extend-hint = friday 19:00, in 2 days
survey-extended = “{ $title }” closes { $at } instead of { $before }.
survey-still-open = Round { $wave } of this survey is still open in { $channel }, until { $at }. You’d open another round beside it. `/survey extend` gives it more time.
survey-nothing-open = Survey #{ $number } isn’t open. `/survey send` sends it.
survey-list-end = Close or extend a survey
survey-list-wave = #{ $number }, round { $wave }
help-survey-close = For example: `/survey close survey:Our meetups`
help-survey-extend = For example: `/survey extend survey:Our meetups closes:friday 19:00`
