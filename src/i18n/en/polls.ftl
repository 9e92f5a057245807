## polls
poll-name = Poll #{ $number }
poll-role = { $role }
poll-roles = { $before }, { $next }
poll-everyone = everyone
poll-date = { $at }
poll-option = { $place }.
poll-voted = { $voters ->
    [0] Nobody has voted yet
    [one] { $voters } person voted
   *[other] { $voters } people voted
}
poll-few = Fewer than { $few } people voted
poll-card-closed = Closed
poll-old-card = The card of poll #{ $number } was posted again. Vote there:
poll-card-edited = Edited
poll-how-single = Choose one; you can change or withdraw your vote until the poll closes.
poll-how-multi = Choose as many as you like; you can change or withdraw your vote until the poll closes.
poll-how-most = { $count ->
    [one] Choose one; you can change or withdraw your vote until the poll closes.
   *[other] Choose up to { $count }; you can change or withdraw your vote until the poll closes.
}
poll-how-exactly = Choose exactly { $count }; you can change or withdraw your vote until the poll closes.
poll-how-ranked = Put the options in order, your favourite first; you can change or withdraw your vote until the poll closes.
poll-how-ranked-most = { $count ->
    [one] Choose your favourite; you can change or withdraw your vote until the poll closes.
   *[other] Put up to { $count } options in order, your favourite first; you can change or withdraw your vote until the poll closes.
}
poll-how-rating = From 1, the lowest, to 5, the highest; you can change or withdraw your vote until the poll closes.
poll-opens = Opens { $at } ({ $ago })
poll-closes = Closes { $at } ({ $ago })
poll-repeats = This poll { $repeats }.
poll-repeats-daily = repeats every day
poll-repeats-weekly = repeats every week
poll-repeats-biweekly = repeats every two weeks
poll-repeats-monthly = repeats every month
poll-repeats-never = doesn’t repeat
poll-question-before = When the first people voted, the question was “{ $question }”.
poll-reminder = Poll #{ $number }, “{ $question }”, closes { $ago } ({ $at }). You can vote on the card above.
poll-for = For { $roles }
poll-for-members = { $count ->
    [one] For people who joined this server at least { $count } day ago.
   *[other] For people who joined this server at least { $count } days ago.
}
poll-for-accounts = { $count ->
    [one] For accounts that are at least { $count } day old.
   *[other] For accounts that are at least { $count } days old.
}
poll-seats = { $count ->
    [one] { $count } option wins.
   *[other] The { $count } options with the most votes win.
}
poll-seats-ranked = { $count ->
    [one] { $count } option wins.
   *[other] { $count } options win, elected by single transferable vote.
}
poll-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
poll-quorum-people = { $count ->
    [one] Counts only if at least { $count } person votes.
   *[other] Counts only if at least { $count } people vote.
}
poll-quorum-percent = Counts only if at least { $share } % of those who may vote do.
poll-results-after-vote = Results are shown to you once you have voted.
poll-results-after-close = Nobody sees results before the close.
poll-ballot-public = Everyone can see how you voted.
poll-ballot-named-after = Once the poll is closed everyone can see how you voted.
poll-ballot-secret = Nobody in this server can see how you voted. While the poll is open, whoever runs the bot's computer could find out; at close that becomes impossible. If fewer than 5 people vote, no result is shown.
poll-ballot-native = This is a poll of Discord’s own: everyone can see how you voted.
poll-vote = Vote
poll-mine = My vote
poll-results = Results
poll-withdraw = Withdraw vote
poll-vote-is = You voted for:
poll-vote-ranked = Your ranking, which counts as it stands:
poll-vote-incomplete = You have chosen { $chosen } of { $count }. Your vote counts once you have chosen { $count }. So far:
poll-no-vote-yet = You have not voted in this poll.
poll-withdrawn = Your vote on “{ $question }” is withdrawn. You can vote again until the poll closes.
poll-seen-public = Everyone can see how you voted.
poll-seen-named-after = Nobody sees how you voted before the close; then everyone can.
poll-seen-secret = Nobody in this server can see how you voted.
poll-menu = { $count ->
    [one] Choose one
   *[other] Choose up to { $count }
}
poll-ranking-none = Choose your favourite. Each choice counts at once; you can stop whenever you like.
poll-ranking-next = Choice no. { $rank }
poll-ranking-again = Start over
poll-so-far = So far
poll-who = Who voted for what
poll-preview = This is only the preview: nothing is asked before you press **Publish**. The poll will stand in { $channel }.
poll-preview-images = The images appear under the card, numbered like the options.
poll-preview-secret = Once it is open it cannot be made less secret: nobody will be able to find out how somebody voted, and neither will you.
poll-preview-dates = When it closes, the date that suits most people becomes an event. Everyone on the server sees it.
poll-preview-dates-hidden = Not everyone can see this channel, so the winning date doesn’t become an event.
poll-preview-dates-lacks = You don’t have the permission { $permission }, so the winning date doesn’t become an event.
poll-preview-dates-none = The winning date doesn’t become an event.
poll-preview-series = It { $repeats }. The next ones open { $next } and { $then }. `/poll edit` with `repeat: never` ends the series.
poll-not-opened = I didn’t open poll #{ $number } in { $channel }: { $author }, who created it, isn’t staff anymore or can’t write there. To hold it, use `/poll create` or `/poll repeat` there.
poll-preview-ping = { $role } is called, which reaches { $count ->
    [one] { $count } person
   *[other] { $count } people
}.
poll-preview-ping-unknown = { $role } is called; Discord did not say how many people that reaches.
poll-who-may = Who may vote: everyone, unless you choose roles
poll-publish = Publish
poll-edit-options = Edit options
poll-limits = Who may vote
poll-limits-min-age = Days in this server; 0 for everyone
poll-limits-account-age = Days since the account was made; 0 for all
poll-limits-seats = How many options win
poll-cancel = Cancel
poll-options-title = What there is to vote for
poll-options-label = Options, one per line; 2 to 25
poll-options-hint = Friday
    Saturday
    Neither suits me
poll-scheduled = Poll #{ $number } opens { $at } ({ $ago }) in { $channel }.
poll-opened = Poll #{ $number } is open in { $channel }.
poll-opening = Poll #{ $number } is recorded and will stand in { $channel } in a moment. `/poll list` says if something keeps it.
poll-not-posted = Poll #{ $number } is recorded, but its message does not stand in { $channel }: { $why }
poll-posted-again = It stands in { $channel } again.
poll-cancelled = Nothing was asked, and the preview is gone.
poll-cancelled-before = This preview was canceled. Use `/poll create` for a new one.
poll-published-before = This was published already. `/poll list` shows it.
poll-draft-gone = This preview is not there any more; they are kept for a day, for whoever made them. Use `/poll create` for a new one.
poll-closed-now = Poll #{ $number } is closed, and its result stands in { $channel }.
poll-closing = Poll #{ $number } is closed, and its result follows in { $channel } in a moment.
poll-posting-again = It is recorded and will stand in { $channel } in a moment.
poll-called-off = Poll #{ $number } is called off before it opened; nobody has seen it.
poll-ended-native = Discord ends poll #{ $number } now and shows in { $channel } how it ended; `/poll results` has it as soon as the count is final.
poll-closed-not-posted = Poll #{ $number } is closed, but its result does not stand in { $channel }: { $why } `/poll results` shows it.
poll-closed-before = Poll #{ $number } is closed already. `/poll results` shows what came out.
poll-series-next = The next poll of this series opens { $at }. `/poll edit` with `repeat: never` ends the series.
poll-edit-nothing = Nothing would change. Say what to change, for example with the option `question` or `quorum`.
poll-edit-native = Discord doesn’t let anyone change a poll of its own once it’s open. `/poll close` ends it, and `/poll create` makes a new one. You can still change `remind` and `repeat`.
poll-edit-open = This poll is open already, so its start can’t change. Leave out `starts`.
poll-edit-options-stay = People have voted, so the options, how many one can choose and how many win stay as they are. You can still change the question, who can vote, the quorum, the close, the reminder and the series. For other options, use `/poll close` and then `/poll create`.
poll-edit-preview = People have voted in poll #{ $number } in { $channel }. Nothing was changed yet. **Publish** changes the card for everyone:
poll-edit-preview-question = The card and the result will also show the question that people voted on.
poll-edit-preview-voters = Votes that are there stay, also those of people who couldn’t vote after the change.
poll-edit-done = Poll #{ $number } is changed. Its card in { $channel } shows it:
poll-edit-done-scheduled = Poll #{ $number } is changed before it opens in { $channel }:
poll-edit-told = { $member } changed your poll #{ $number }, “{ $question }”, in { $channel }:
poll-edit-line = { $what }: { $was } → { $is }
poll-edit-value = { $what }: { $value }
poll-change-question = Question
poll-change-options = Options
poll-change-pick = How many one can choose
poll-change-starts = Opens
poll-change-closes = Closes
poll-change-voters = Who can vote
poll-change-seats = How many win
poll-change-min-age = Time in this server
poll-change-account-age = Age of the account
poll-change-quorum = Quorum
poll-change-repeat = Series
poll-change-remind = Reminder
poll-edit-none = none
poll-edit-most = up to { $count }
poll-edit-exactly = exactly { $count }
poll-edit-before = { $span } before the close
poll-edit-cancelled = Nothing was changed.
poll-edit-gone = This preview is gone. It’s kept for a day, for the person who made it. Use `/poll edit` again.
poll-edit-saved-before = This change was published already.
poll-edit-cancelled-before = This change was canceled. Use `/poll edit` again.
poll-extended = Poll #{ $number } closes { $at } ({ $ago }) instead of { $before }.
poll-native-closes = Discord does not let the end of a poll of its own be moved. `/poll close` ends it now.
poll-repeat-images = The images of that poll were not kept. To show some, use `/poll create` and attach them again.
poll-dates-over = One of these dates is over. Use `/poll dates` with new ones.
poll-dates-one = There’s only one date, so there’s nothing to choose. Write at least two, with “;” between them.
poll-fallback = The result of this poll could not stand in { $channel }: { $why }
poll-why-gone = the channel or the message was deleted. Press **Post again**, or use `/poll repeat` in another channel.
poll-fallback-card = Poll #{ $number } is open, but its card could not stand in { $channel }, so nobody can vote: { $why }
poll-how-ranked-exactly = Put exactly { $count } options in order, your favourite first; you can change or withdraw your vote until the poll closes.
poll-ranking-none-exactly = Choose your favourite. Your vote counts once { $count } options stand in order.
poll-menu-exactly = Choose { $count }
poll-list-called-off = called off before it opened
poll-list-closed-few = closed { $at }, fewer than { $few } people voted
poll-none = There is no poll “{ $typed }” here. Choose one of those that are offered, or look at `/poll list`.
poll-none-here = No poll was asked in this channel yet. Name one in the option `poll`, or look at `/poll list`.
poll-none-open = No poll is open in this channel. Name one in the option `poll`, or look at `/poll list`.
poll-several-open = Several polls are open in this channel. Say which one in the option `poll`.
poll-not-open = This poll is not open yet.
poll-closed = This poll closed { $at }, so votes no longer change. The result stands in the channel.
poll-not-eligible = This poll is for { $roles }. Whoever gives out roles here can tell you how to get one.
poll-too-new-here = { $days ->
    [one] This poll is for people who joined this server at least { $days } day ago. You can vote from { $from }.
   *[other] This poll is for people who joined this server at least { $days } days ago. You can vote from { $from }.
}
poll-too-new-here-ever = { $days ->
    [one] This poll is for people who joined this server at least { $days } day ago. That’s you from { $from }, but the poll closes before that.
   *[other] This poll is for people who joined this server at least { $days } days ago. That’s you from { $from }, but the poll closes before that.
}
poll-too-new-account = { $days ->
    [one] This poll is for accounts that are at least { $days } day old. You can vote from { $from }.
   *[other] This poll is for accounts that are at least { $days } days old. You can vote from { $from }.
}
poll-too-new-account-ever = { $days ->
    [one] This poll is for accounts that are at least { $days } day old. That’s yours from { $from }, but the poll closes before that.
   *[other] This poll is for accounts that are at least { $days } days old. That’s yours from { $from }, but the poll closes before that.
}
poll-no-key = This poll takes no more votes: the key that keeps its ballots secret is gone, as it is when an older copy of the database was put back. It closes at its time with the votes it has; `/poll repeat` asks again.
poll-no-option = That option is not there any more. Press **Vote** again to see those that are.
poll-too-many = { $most ->
    [one] You can choose only one. Press the one you chose to take it back first.
   *[other] You can choose up to { $most }. Press one of those you chose to take it back first.
}
poll-too-few = { $least ->
    [one] Choose at least one.
   *[other] Choose at least { $least }.
}
poll-no-vote = You have no vote in this poll that could be withdrawn.
poll-vote-first = Results are shown to those who have voted. Vote first; you can still change your vote afterwards.
poll-hidden = Nobody sees this before the poll closes { $until }, and neither do those who run it.
poll-secret = The ballot was secret: nobody can find out who voted for what.
poll-list = Polls
poll-list-empty = No poll was asked here yet. `/poll create` asks the first one.
poll-list-line = **#{ $number }** { $question } · { $channel } · { $state }
poll-list-scheduled = opens { $at }
poll-list-open = open, closes { $at }
poll-list-closed = closed { $at }, { $voters ->
    [0] nobody voted
    [one] { $voters } person voted
   *[other] { $voters } people voted
}
poll-list-no-card = Its card is not there: { $why }
poll-offer-scheduled = #{ $number } (not open yet) { $question }
poll-offer-open = #{ $number } (open) { $question }
poll-offer-closed = #{ $number } (closed) { $question }
poll-export = The results of poll #{ $number } as a table.
poll-export-large = The results of poll #{ $number } are too large for a file on Discord. Ask the bot owner for them.
help-poll-create = For example: `/poll create question:Which evening? options:Friday; Saturday closes:friday 19:00`
help-poll-dates = For example: `/poll dates question:When do we play? options:friday 19:00; saturday 18:00`
help-poll-repeat = For example: `/poll repeat poll:3 closes:in 2 days`
help-poll-close = For example: `/poll close poll:3`
help-poll-extend = For example: `/poll extend poll:3 closes:sunday 20:00`
help-poll-edit = For example: `/poll edit poll:3 question:Which evening suits you? remind:1 h`
help-poll-results = For example: `/poll results poll:3`
help-poll-export = For example: `/poll export poll:3`
poll-image = Image { $place }

## polls, what is asked for
poll-problem-question-none = A poll needs a question. Write what people are to decide.
poll-problem-question-long = The question has { $units } characters, and there is room for { $most }. Shorten it, and put the details into the options or into a message before the poll.
poll-problem-options-none = A poll needs options. Write at least two, with “;” between them or one per line.
poll-problem-options-one = “{ $option }” is the only option, so there is nothing to choose. Add at least one more, for example “No”.
poll-problem-options-many = These are { $count } options, and a poll has at most { $most }. Leave some out, or ask in two polls.
poll-problem-option-long = “{ $option }” has { $units } characters, and there is room for { $most }. Shorten it.
poll-problem-option-twice = “{ $first }” and “{ $second }” read the same. Leave one of them out, or word it differently.
poll-problem-rating-options = A rating goes from 1 to 5 and has no options of its own. Leave out `options`, or choose another `kind`.
poll-problem-rating-pick = In a rating everyone chooses one number. Leave out `max` and `exactly`, or choose another `kind`.
poll-problem-single-pick = In a poll of the kind “single” everyone chooses one option. Choose the kind “multi”, or leave out `max` and `exactly`.
poll-problem-pick-of = There are { $options } options. Choose a number from 1 to { $options } for `max` or `exactly`.
poll-problem-max-and-exactly = `max` and `exactly` say different things. Leave one of them out: `max` lets people choose up to so many, `exactly` asks for just so many.
poll-problem-images = There are { $images } images for { $options } options, and each image is numbered like an option. Leave some images out.
poll-problem-started = { $at } has gone by. Choose a later start, or leave it out to open the poll at once.
poll-problem-closes-soon = A poll is open for at least a minute. Choose a close at { $earliest } or later.
poll-problem-closes-late = A poll is open for at most 32 days. Choose a close no later than { $latest }.
poll-problem-repeat-long = The next poll of this series would open before this one closes. Choose a close at most { $most } after the opening, or another `repeat`.
poll-problem-repeat-dates = Dates don’t come again, so a poll of dates can’t repeat. Leave out `repeat`.
poll-problem-remind-early = The reminder would come before the poll opens, or at a time that has gone by. Choose a shorter `remind`, or a later close.
poll-problem-remind = I can’t read “{ $typed }” as a length of time. Write for example “1 h” or “30 min”.
poll-problem-seats = At most { $most } of these options can win, so that there is something to choose. Choose a smaller number of winners, or add options.
poll-problem-seats-kind = Only polls of the kinds “single”, “multi” and “ranked” can have several winners, and polls of dates have one. Set the number of winners to 1.
poll-problem-age = { $most ->
    [one] That’s too long. Choose at most { $most } day.
   *[other] That’s too long. Choose at most { $most } days.
}
poll-problem-number = “{ $typed }” isn’t a whole number. Write digits only, for example 30.
poll-problem-native-options = These are { $count } options, and a poll of Discord’s own has at most { $most }. Leave some out, or choose another `kind`.
poll-problem-native-pick = In a poll of Discord’s own people choose either one option or any number. Leave out `max` and `exactly`, set `max` to the number of options, or choose the kind “multi”.
poll-problem-native-short = A poll of Discord’s own is open for at least an hour. Choose a later close, or another `kind`.
poll-problem-native-results = In a poll of Discord’s own everyone sees the results at any time. Leave out `results`, or choose another `kind`.
poll-problem-native-ballot = In a poll of Discord’s own everyone sees who voted for what. Leave out `ballot`, or choose another `kind`.
poll-problem-native-images = A poll of Discord’s own has no images. Leave them out, or choose another `kind`.
poll-problem-native-voters = In a poll of Discord’s own everyone who sees the channel can vote. Leave out `voters`, choose a channel that only they see, or choose another `kind`.
poll-problem-native-quorum = Discord does not say how many people voted in a poll of its own. Leave out `quorum`, or choose another `kind`.
poll-problem-quorum = “{ $typed }” is no quorum. Write a number of people, such as 20, or a share of those who may vote, such as 20 %.
poll-problem-quorum-range = “{ $typed }” cannot be a quorum. Write at least 1 person, or a share from 1 % to 100 %.
poll-note-results-wait = Because the ballot is secret, nobody sees results before the close.

## polls, what came out
poll-result-title = Result of poll #{ $number }
poll-result-so-far = Poll #{ $number } so far
poll-result-nobody = Nobody voted, so nothing has won.
poll-result-won = has won.
poll-result-won-at-once = has won: more than half put it first.
poll-result-won-later = has won the run-off after { $rounds } rounds.
poll-result-won-by-lot = has won by lot: in the end it was equal with another in every round.
poll-result-most = Most votes:
poll-result-seats = { $seats ->
    [one] Elected for { $seats } seat:
   *[other] Elected for { $seats } seats:
}
poll-result-seats-tied = Tied for the last of { $seats } seats, so none of them has won:
poll-result-equal = Equal, so none of them has won:
poll-result-many-equal = { $count } options are equal, so none of them has won.
poll-result-mean = **{ $mean } out of 5** on average; half gave { $median } or more.
poll-result-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
poll-result-quorum-missed = **The quorum of { $quorum } was not reached, so the result does not hold.**
poll-result-quorum-reached = The quorum of { $quorum } was reached.
poll-result-quorum-open = The quorum of { $quorum } has not been reached yet.
poll-result-quorum-unknown = Whether the quorum of { $quorum } was reached is not known: Discord did not say how many could vote.
poll-result-few = Fewer than { $few } people voted. That’s too few to show the result of a secret poll.
poll-result-voters = { $voters ->
    [0] Nobody has voted yet.
    [one] { $voters } person voted.
   *[other] { $voters } people voted.
}
poll-result-turnout = Turnout { $percent } %: { $voters } of { $eligible } who could vote.
poll-result-part = { $voters } of { $eligible } who could vote did.
poll-result-more = { $voters } people voted. When the poll opened, { $eligible } could; more came later.
poll-result-later = { $count ->
    [one] { $count } person who couldn’t vote yet at the opening voted too. The vote counts, but not toward turnout and quorum.
   *[other] { $count } people who couldn’t vote yet at the opening voted too. Their votes count, but not toward turnout and quorum.
}
poll-result-closed = Closed { $at }.
poll-result-closed-early = Closed { $at } by the team.
poll-result-closed-late = Closed { $late } late, { $at }, because I was not there at its time. Votes count until { $due }, as announced.
poll-result-open-ballot = The ballot is not secret: *Who voted for what* shows it to everyone here.
poll-result-secret-ballot = The ballot was secret: nobody can find out any more how somebody voted.
poll-bar-percent = { $percent } %
poll-bar-part = { $part } of { $whole }
poll-bar-count = ({ $count })
poll-bar-first = First preferences:
poll-bar-first-so-far = First preferences so far; the run-off is counted at the close:
poll-rounds = Run-off
poll-rounds-before = The rounds before are in the file of `/poll export`.
poll-stages = Single transferable vote
poll-stage-quota = { $count ->
    [one] To be elected an option needs { $count } ballot; what it has above that goes on to the next preferences.
   *[other] To be elected an option needs { $count } ballots; what it has above that goes on to the next preferences.
}
poll-stage = Stage { $stage }:
poll-stage-elected = is elected with { $votes }.
poll-stage-moved = To the next preferences goes the surplus of
poll-stage-out = goes out with { $votes }.
poll-stage-lot = Drawn by lot, because it was tied in every stage.
poll-round = Round { $round }:
poll-round-span = Rounds { $first } to { $last }:
poll-round-unnamed = { $count ->
    [one] goes out without a ballot.
   *[other] go out without a ballot.
}
poll-round-out = { $count ->
    [one] goes out with { $count } ballot.
   *[other] goes out with { $count } ballots.
}
poll-round-others = { $count } others
poll-round-lot = Drawn by lot, because it was equal in every round with
poll-round-earlier = It had fewer in an earlier round than
poll-round-won = wins with { $count } of { $of } ballots.
poll-round-exhausted = { $count ->
    [one] { $count } ballot names nothing that was left.
   *[other] { $count } ballots name nothing that was left.
}
poll-chart-title = Votes
poll-chart-first = First preferences
poll-chart-ratings = Ratings
poll-chart-votes = { $count } · { $share }
poll-chart-count = { $count }
poll-chart-round = round { $round }
poll-voters = Who voted for what in poll #{ $number }
poll-voter = { $member }

## polls digest
poll-digest-head = Poll #{ $number }: { $question }
poll-digest-few = Fewer than { $few } people voted.
poll-digest-nobody = Nobody voted.
poll-digest-won = Winner: { $options }.
poll-digest-won-several = Winners: { $options }.
poll-digest-most = Most votes: { $options }.
poll-digest-equal = Equal: { $options }.
poll-digest-most-frequent = Most frequent: { $options }.
poll-digest-mean = { $mean } out of 5 on average.
poll-digest-option = { $label }
poll-digest-and = { $before }, { $next }
poll-digest-quorum-missed = The quorum of { $quorum } was not reached.
poll-digest-opens = Opens { $at }.
poll-digest-closes = Closes { $at }.
poll-digest-so-far = { $voters ->
    [0] Nobody has voted yet.
    [one] { $voters } person has voted so far.
   *[other] { $voters } people have voted so far.
}
poll-digest-hidden = Polls in channels that not everyone sees
poll-digest-hidden-closed = { $count } closed.
poll-digest-hidden-coming = { $count } to close by the end of next week.
poll-native-counting = Discord counts the votes of this poll. Its post in { $channel } shows them, and the result is here once the count is final.
poll-problem-closes-after-dates = The poll would close after its last date, { $last }. Choose an earlier `closes`.
poll-slept-through = Poll #{ $number } by { $author } never opened in { $channel }: I wasn’t running at its time. To hold it, use `/poll repeat` there.
