## appeals, for the person
button-appeal = Appeal
button-answer = Answer
appeal-offer = If we got something wrong, or you want to explain, press **Appeal** before { $until }. Someone other than the moderator who decided will read it.
appeal-offer-any-time = If we got something wrong, or you want to explain, press **Appeal** at any time. Someone other than the moderator who decided will read it.
appeal-offer-open = **Your appeal** of { $since } is with the moderators.
appeal-offer-denied = **Your appeal** wasn’t accepted on { $at }.
appeal-offer-denied-again = **Your appeal** wasn’t accepted on { $at }. You can appeal again from { $again }.
appeal-own-open = appeal: not decided yet
appeal-own-approved = appeal: accepted
appeal-own-denied = appeal: not accepted on { $at }
appeal-own-closed = appeal: closed
appeal-own-asked = **The moderators have a question about your appeal:** { $text }
appeal-which = Choose a case
appeal-which-one = Case #{ $number }: { $kind }
appeal-choose = Which case do you want to appeal?
appeal-form = Appeal case #{ $number }
appeal-text = What should the moderators know?
appeal-text-hint = What happened from your side, and what you ask for
appeal-received = Your appeal of case #{ $number } is with the moderators. I’ll send you their answer as a DM, and `/mycases` shows it too.
appeal-received-no-channel = Your appeal of case #{ $number } is kept. No channel for appeals is set here, so the moderators find it in `/appeals list`. I’ll send you their answer as a DM, and `/mycases` shows it too.
appeal-no-words = There’s no text in it. Write something, then send it again.
appeal-no-case = This case isn’t yours, or it isn’t kept anymore. `/mycases` shows what is on record about you.
appeal-nothing = Case #{ $number } isn’t something you can appeal.
appeal-voided = Case #{ $number } was voided, so there’s nothing left to appeal.
appeal-open-before = You appealed case #{ $number } { $ago }, and the moderators haven’t decided yet. I’ll send you their answer.
appeal-too-late = Case #{ $number } could be appealed until { $until }. You can still write to the moderators.
appeal-not-yet = Your last appeal of case #{ $number } wasn’t accepted. You can appeal again from { $from }.
appeal-no-more = You’ve appealed case #{ $number } three times, which is the most. The decision stays as it is.
appeal-none-left = None of your cases can be appealed now. `/mycases` shows what became of each.
appeal-question-title = A question about your appeal of case #{ $number } in { $server }
appeal-question-footer = Press Answer to reply. Replies here are not read.
appeal-answer-form = Answer the moderators
appeal-answer = Your answer
appeal-answer-kept = The moderators have your answer.
appeal-no-question-open = This question was answered, or the appeal was decided. `/mycases` shows what became of it.
appeal-accepted = **Your appeal of case #{ $number } in { $server } was accepted.**
appeal-thanks = Thank you for explaining.
appeal-lifted = { $kind ->
    [ban] The ban is lifted. You can come back with an invitation.
   *[timeout] The timeout is lifted.
}
appeal-lifting = { $kind ->
    [ban] The ban is being lifted.
   *[timeout] The timeout is being lifted.
}
appeal-not-lifted = { $kind ->
    [ban] I couldn’t lift the ban yet. The moderators know.
   *[timeout] I couldn’t lift the timeout yet. The moderators know.
}
appeal-kicked = You can come back with an invitation.
appeal-points-gone = Its points no longer count.
appeal-not-accepted = **Your appeal of case #{ $number } in { $server } wasn’t accepted.**
appeal-read-by-another = It was read by someone other than the moderator who decided.
appeal-read-alone = It was read by the moderator who decided, because there’s no one else here who could.
appeal-from-moderators = **From the moderators:** { $reason }
appeal-stands-until = The decision stays until { $until }.
appeal-stands = The decision stays.
appeal-again = You can appeal again from { $again }.
appeal-final = It can’t be appealed again.

## appeals, for staff
appeal-title = Appeal #{ $number }
appeal-from = From
appeal-against = Against
appeal-against-case = case #{ $number }: { $kind } by { $by }, { $ago }
appeal-words = What they say
appeal-questions = Questions
appeal-asked = { $by } asked { $ago }: { $text }
appeal-answered = They answered { $ago }: { $text }
appeal-question-sent = they haven’t answered yet
appeal-sent-waiting = the DM is on its way
appeal-sent-delivered = they’re notified by DM
appeal-sent-unknown = Discord didn’t confirm that the DM was sent. `/mycases` shows it to them too
appeal-sent-failed = they got no DM. { $why } `/mycases` shows it to them too
appeal-outcome = Outcome
appeal-outcome-approved = { $by } approved it { $ago }
appeal-outcome-denied = { $by } denied it { $ago }
appeal-outcome-closed = { $by } voided the case { $ago }
appeal-outcome-alone = decided by the moderator who acted, because there’s no one else who could
appeal-outcome-reason = Reason: { $reason }
appeal-approve = Approve
appeal-deny = Deny
appeal-ask = Ask a question
appeal-deny-form = Deny appeal #{ $number }
appeal-deny-reason = Why
appeal-deny-hint = The member reads this. Your name isn’t shown.
appeal-ask-form = A question about appeal #{ $number }
appeal-ask-text = Your question
appeal-ask-hint = The member reads this. Your name isn’t shown.
appeal-asked-done = Your question is sent. The answer comes to the card, and I’ll mention you there.
appeal-asked-done-no-channel = Your question is sent. No channel for appeals is set here, so you find the answer in `/appeals list`.
appeal-asked-kept = Your question is kept.
appeal-approved-done = **Appeal #{ $number } of { $member } is approved.** Case #{ $case } is voided.
appeal-denied-done = **Appeal #{ $number } of { $member } is denied.** Case #{ $case } stays.
appeal-answered-note = { $by }, your question about appeal #{ $number } is answered:
appeal-answered-in-list = { $by }, your question about appeal #{ $number } is answered. `/appeals list` shows the answer.
appeal-reminder = Appeal #{ $number } is waiting for a decision. It was made { $since }.
appeal-reminder-list = `/appeals list` opens it.
appeal-decided-before = { $by } decided appeal #{ $number } { $ago }, so nothing was done now.
appeal-own-act = Appeal #{ $number } is against something you did. Someone else on the staff has to decide it.
appeal-unknown-staff = You acted in this case yourself. Discord didn’t tell me whether someone else could decide, so nothing was done. Try again.
appeal-no-reason = A denial needs a reason. The member reads it.
appeal-no-question = A question needs words.
appeal-question-waits = A question is already waiting for its answer. You can decide without it.
appeal-gone = This appeal isn’t kept anymore.
appeal-list = Appeals
appeal-list-empty = No appeals. They come here when members press **Appeal** under a notice or in `/mycases`.
appeal-open = Open an appeal
appeal-line = **#{ $number }** { $member } · case #{ $case } · { $ago } · { $state }
appeal-state-open = **open**
appeal-state-approved = approved by { $by }
appeal-state-denied = denied by { $by }
appeal-state-closed = closed, as the case was voided
case-appeals = Appeals
appeal-of-case = #{ $number }: { $state }
moderation-appeals = { $value ->
    [0] no appeals decided
    [one] { $value } appeal decided
   *[other] { $value } appeals decided
}
moderation-overturned = { $value ->
    [0] none of them approved
   *[other] { $value } of them approved
}
