## ama
ama-name = AMA #{ $number }
ama-none = There is no AMA called “{ $typed }” that you can see. Choose one from the list.
ama-none-live = No AMA takes questions right now. Here is what you typed:
ama-several-live = Several AMAs take questions right now. Choose one with the option **session**. Here is what you typed:
ama-closed = This AMA closed { $at }.
ama-not-open = This AMA hasn’t started yet.
ama-open-before = AMA #{ $number } is open already.
ama-closed-before = AMA #{ $number } is closed already.
ama-not-host = Only hosts of this AMA can do that. A moderator can add you with `/ama hosts add`.
ama-host-before = { $member } is a host already.
ama-no-host = { $member } isn’t a host of this AMA.
ama-last-host = An AMA needs at least one host. Add another one first.
ama-too-many-hosts = An AMA can have up to { $most } hosts.
ama-names-only = In this AMA you can only ask with your name.
ama-limit = { $most ->
    [one] You have { $most } open question here, and that’s the limit. You can ask again once it’s answered or withdrawn.
   *[other] You have { $most } open questions here, and that’s the limit. You can ask again once one is answered or withdrawn.
}
ama-blocked = You can’t ask in this AMA. You can still read and upvote.
ama-empty = You didn’t type a question.
ama-too-long = This has { $units } characters, and the limit is { $most }. Shorten it and send it again.
ama-no-question = This question isn’t there anymore.
ama-is-pending = This question is waiting for review.
ama-is-approved = This question is approved already.
ama-is-answered = This question is answered already.
ama-is-rejected = This question was rejected.
ama-is-merged = This question was merged into another one.
ama-is-withdrawn = This question was withdrawn.
ama-being-answered = { $member } is answering this question right now.
ama-answered-before = { $member } has answered this question.
ama-into-itself = A question can’t be merged into itself.
ama-none-left = No question is waiting for an answer.
ama-no-key = The key of this AMA is missing, so anonymous questions can’t be taken. You can still ask with your name.

ama-problem-title-none = The AMA needs a title.
ama-problem-title-long = The title has { $units } characters, and the limit is { $most }. Shorten it.
ama-problem-started = { $at } is in the past. Choose a later start.
ama-problem-starts-late = The start can’t be more than a year ahead. The latest is { $latest }.
ama-problem-closes-soon = That’s too early to close. The earliest is { $earliest }.
ama-problem-closes-late = An AMA can be open for 32 days. The latest it can close is { $latest }.
ama-problem-most = A member can have 1 to { $most } open questions.
ama-note-review = Review stays on: where no one can find out who asked, a moderator reads every question first.

ama-host-of = Host: { $host }
ama-when = { $from } – { $until }
ama-asked-by = Asked by { $member }
ama-asked-anonymously = Asked anonymously
ama-votes = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
ama-asked-times = asked { $count } times
ama-answer-of = Answer by { $host }
ama-answer = Answer
ama-answered-live = Answered live, { $moment } after the start
ama-left = Not answered: { $count }
ama-figure-questions = Questions: { $count }
ama-figure-askers = People who asked: { $count }
ama-figure-few = Fewer than { $few } people asked
ama-figure-votes = Votes: { $count }
ama-figure-answered = Answered: { $count }
ama-figure-wait = Median wait for an answer: { $span }
