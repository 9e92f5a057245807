## moderation
note-saved = Noted about { $member } as case #{ $number }. Only staff see it.
note-empty = A note needs words. Write what the team should remember.
case-none = There is no case #{ $number } in this server. `/case list` shows those there are.
case-not-a-day = “{ $typed }” is not a day I can read. Write it like 2026-11-20 or 20.11.2026.
case-empty-range = The range ends before it begins. Swap `from` and `to`.
case-title = Case #{ $number }: { $kind }
case-about = About
case-by = Recorded by
case-when = When
case-person = { $member }
case-at = { $at }, { $ago }
case-kind-note = note
case-kind-warn = warning
case-kind-timeout = timeout
case-kind-untimeout = timeout lifted
case-kind-kick = kick
case-kind-ban = ban
case-kind-unban = ban lifted
case-list-title = Cases
case-list-empty = No cases yet. `/note` writes the first one.
case-list-none-fit = No case fits. Leave out an option to see more.
case-list-page = Page { $page } of { $pages } · { $total ->
    [one] { $total } case
   *[other] { $total } cases
}
case-line = **#{ $number }** { $kind } · { $member } · { $ago } · by { $actor } · { $reason }
ladder-not-a-rung = “{ $typed }” is no rung of a ladder. Write rungs like “3 timeout 1h, 5 timeout 1d, 10 decide”: points, then timeout with its length, kick, ban or decide. “off” switches the ladder off.
ladder-length = “{ $typed }”: a timeout takes from one minute to 28 days, for example “3 timeout 1h”.
ladder-twice = Two rungs stand at { $points } points. Keep one of them.
ladder-too-many = A ladder has at most { $most } rungs.
points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
moderation-list = { $list }, { $next }
moderation-list-last = { $list } and { $next }
severity-minor = minor
severity-serious = serious
severity-severe = severe
severity-choice = { $number } · { $name }
step-timeout = timeout, { $length }
step-kick = removal from the server
step-ban = ban
step-decide = the managers decide

## moderation, warnings
warn-no-reason = A reason is needed. Write what happened; the member reads it.
warn-not-a-link = “{ $typed }” is no link to a message of this server. Choose *Copy Message Link* in the menu of the message, or choose *Warn author…* there.
warn-too-severe = Helpers warn with severity 1; severities 2 and 3 are for moderators and managers. Choose severity 1, or ask one of them.
warn-form-title = Warn { $name }
warn-reason = What happened
warn-reason-hint = The member reads this
warn-rule = Rule
warn-about = It is about
warn-evidence = Evidence, for staff only
warn-quote = “{ $quote }”
warn-choose-severity = Severity
warn-choose-notify = How to tell them
warn-choose-rule = Rule
notify-dm = By direct message
notify-channel = By a line in the channel that only they can open
notify-none = Tell them nothing
warn-preview-title = **Warn { $member }? Nothing has been sent yet.**
warn-preview-changed = **Something has changed since you last looked. Look again before you confirm.**
warn-preview-earlier = Earlier: { $counts }, last on { $at }.
warn-preview-earlier-none = Earlier: nothing on record.
warn-preview-lately = Lately: { $acts }.
warn-preview-lately-none = Lately: nobody has acted in the last 10 minutes.
warn-preview-act = { $kind } by { $actor } { $ago } (case #{ $number })
warn-preview-points = Points: **{ $before } now → { $after } after** (severity { $severity }, { $name }).
warn-preview-oldest = { $line } { $points ->
    [one] The oldest one expires { $at }.
   *[other] The oldest { $points } expire { $at }.
}
warn-preview-fires = **This fires: { $step }.**
warn-preview-fires-nothing = This fires nothing.
warn-preview-runs = This reaches “{ $step }”, but a timeout until { $until } is running already. It stays as it is.
warn-preview-decide = **This reaches { $points }: managers are asked to decide what follows.**
warn-preview-card = **This reaches “{ $step }”, and managers are asked to decide about it.** { $why }
warn-preview-then = { $fires } { $next }
warn-preview-not-yours = That is not yours to do.
warn-preview-left = They are not in the server.
warn-preview-next = Next after that: { $step }, at { $points }.
warn-preview-gets-dm = { $member } will get a direct message with { $parts }. Your name is not shown.
warn-preview-gets-channel = A line in { $channel } will tell { $member } that there is a note for them. Only they can open it; it has { $parts }. Your name is not shown.
warn-preview-silenced = { $gets } While the timeout lasts they cannot open it; a direct message would reach them at once.
warn-preview-gets-none = { $member } will be told nothing.
warn-preview-gets-absent = { $member } is not in the server, so nothing can be sent to them. The warning stands on record if they return.
warn-preview-link = I cannot read a message through its link. To quote it, choose *Warn author…* in the menu of the message.
warn-preview-wordless = The message has no words to quote. Pictures and files are not kept; the link leads to them.
warn-part-reason = your reason
warn-part-rule = the rule
warn-part-quote = the quoted message
warn-part-link = the link to the message
button-confirm = Confirm
button-warn-only = Warn only
button-change-severity = Change severity
button-cancel = Cancel
button-undo = Undo
button-read = Read
button-my-record = My record
button-send-again = Send again
button-it-arrived = It arrived
button-read-in-channel = Read in channel
draft-cancelled = { $member } was not warned: this was cancelled, and nothing was sent.
draft-confirmed = { $actor } has confirmed this: { $member } has case #{ $number } since { $at }.
draft-gone = This preview is no longer kept, so nothing was done. Use `/warn` again.
done-recorded = **Recorded: { $kind } for { $member }, case #{ $number }.**
done-points = They have { $points } now.
done-line = · { $state }
done-replaces = it replaces case #{ $number }
done-no-log = There is no mod log yet. `/setup set` with `mod_log` chooses a channel for it.
done-log-failed = · It could not be written into the mod log, { $channel }. { $why }
done-log-gone = · The channel of the mod log is gone, so this does not stand there. `/setup set` with `mod_log` chooses another one.
done-decision-unposted = · Managers decide what follows, but nobody has told them: it does not stand in the mod log. They decide at `/case view { $number }`.
undone = **Case #{ $number } about { $member } is taken back.** It no longer counts.
undo-of-others = Case #{ $number } is not yours to undo. Managers can void it.
case-of-others = { $by } has recorded case #{ $number }, so only they or a manager can change it. Ask one of them.
undo-late = *Undo* works for ten minutes, and case #{ $number } is older.
act-line = { $kind }, case #{ $number }: { $state }
act-waiting = still on its way
act-in-force = in force until { $until }
act-moving = in force until { $until }; the new end, { $next }, is on its way to Discord
act-done = done
act-failed = not done. { $why }
act-unknown = Discord did not say whether it was done. Look before you try again
act-lifting = being taken back
act-not-lifted = still in force, it could not be taken back. { $why }
act-lifted = taken back
act-ended = over
act-superseded = somebody has decided otherwise since, and that holds
act-replaced = replaced by case #{ $number }
notice-none = they were told nothing
notice-read = the notice was opened
notice-withdrawn = the notice was taken back before it was sent
notice-closed = their direct messages are closed to me, so they have not been told
notice-closed-before = their direct messages are closed to me
notice-dm-waiting = the direct message is still on its way
notice-dm-delivered = told by direct message
notice-dm-unknown = nobody can say whether the direct message arrived. Ask them, or look, before you send it again
notice-dm-failed = the direct message was not sent. { $why }
notice-channel-waiting = the line in { $channel } is still on its way
notice-channel-delivered = a line stands in { $channel }; they have not opened it yet
notice-channel-later = a line stands in { $channel }; they can open it once they are out of the timeout
notice-channel-unknown = nobody can say whether the line in { $channel } was posted. Look before you send it again
notice-channel-failed = the line in { $channel } was not posted. { $why }
notice-of-withdrawal = word that it was taken back: { $state }
notice-not-yours = This note is for somebody else.
notice-unseen = { $member } cannot see { $channel }, so a line there would not reach them and none is posted. Use `/warn` in a channel that they read, or with the link to a message there; or choose another way to tell them.
notice-settled = Somebody has seen to this already.
notice-title-warn = A warning from the moderators of { $server }
notice-title-timeout = A timeout by the moderators of { $server }
notice-title-kick = Removed by the moderators of { $server }
notice-title-ban = Banned by the moderators of { $server }
notice-reason = **What happened:** { $words }
notice-rule = **Rule:** { $words }
notice-about = **It is about:**
notice-timeout = **You are in a timeout until { $until }.** Until then you can read, but not write or speak.
notice-kick = **You are being removed from the server.** You can come back with an invitation.
notice-ban = **You are being banned from the server.**
notice-points = **What it means:** { $points }, counted until { $until }. You have { $total } now.
notice-next = At { $points } the next step is: { $step }.
notice-after = After { $until } this warning stays on record but no longer counts.
notice-expired = Since { $until } this warning no longer counts. It stays on record.
notice-decide = The people who manage the server will decide what follows.
notice-footer = Case #{ $number }. Replies here are not read.
notice-in-channel = { $member }, the moderators have a note for you.
notice-in-channel-withdrawn = { $member }, the note of the moderators was taken back. There is nothing to read any more.
notice-withdrawn-text = The moderators have taken this back. It was from { $at }, and it no longer counts.
notice-withdrawn-appeal = **Your appeal was accepted.**
notice-withdrawn-back = The ban is being lifted. After that you can come back with an invitation.
notice-withdrawal = **The moderators of { $server } have taken back { $kind ->
        [timeout] your timeout
        [kick] your removal
        [ban] your ban
       *[warn] your warning
    }.** It was from { $at }, and it no longer counts.
record-title = Your record in { $server }
record-points = You have { $points } now.
record-line = **#{ $number }** { $kind } · { $ago } · { $reason }
record-line-counts = { $line } · { $counts }
record-counts = { $points } until { $until }
record-expired = no longer counts
record-withdrawn = taken back
case-title-voided = Case #{ $number }: { $kind }, taken back
case-weight = Severity
case-weight-counts = { $severity }, { $name }: { $points } until { $until }
case-weight-expired = { $severity }, { $name }: { $points }, expired { $until }
case-weight-void = { $severity }, { $name }: no longer counts
case-cause = Followed from
case-number = case #{ $number }
case-act = On Discord
case-followed = What followed
case-notice = Notice
case-voided = Taken back
case-voided-by = { $by }, { $at }
case-voided-because = { $by }, { $at }: { $reason }
decision-title = Needs a decision
decision-text = { $member } has { $points }, which reaches the rung at { $rung }: { $step }. It was case #{ $number }, recorded by { $actor }.
decision-outcome = Decided
decision-open = managers are asked to decide what follows
decision-acted = { $by } has decided { $at }: case #{ $number }
decision-dismissed = { $by } has decided { $at } that nothing more follows
decision-withdrawn = the warning was taken back, so there is nothing to decide
decision-nothing = Nothing more follows for { $member } from case #{ $number }. The points stay.
decision-form-timeout = Time out
decision-form-kick = Remove from the server
decision-form-ban = Ban
decision-duration = For how long
decision-duration-hint = 1h, 7d; at most a year
decision-runs = A timeout until { $until } is running already, and a shorter one would not change it. Choose a longer one.
button-decide-timeout = Time out…
button-decide-kick = Kick…
button-decide-ban = Ban…
button-decide-nothing = Nothing more
needs-moderate-members = time members out and lift timeouts
needs-kick-members = kick members
needs-ban-members = ban members and lift bans
needs-send-messages = write the mod log, and the line in a channel for whoever takes no direct messages
needs-embed-links = show cases whole in the mod log
needs-read-message-history = look whether a message of its own was posted, when Discord gave no answer

## moderation, record and timeouts
timeout-length-unread = “{ $typed }” is no length of time that I can read. Write it like 2h, 1d 12h or 30 min.
timeout-length-short = “{ $typed }” is too short: a timeout takes at least one minute. Write it like 10 min or 2h.
timeout-length-long = “{ $typed }” is too long: a timeout takes at most a year. Write it like 7d or 6 months.
timeout-longer = { $member } is already in a timeout until { $until }. This one would not make it longer, so nothing was done. `/untimeout` lifts it first.
timeout-longer-case = { $member } is already in a timeout until { $until }: case #{ $number }. This one would not make it longer, so nothing was done. `/case edit` changes its duration, `/untimeout` lifts it.
untimeout-none = { $member } is in no timeout, so there is nothing to lift.
ban-length-unread = I can't read “{ $typed }” as a length of time. Write it like 12h, 7d or 6 months, or leave it out to ban for good.
ban-length-short = “{ $typed }” is too short. A ban lasts at least 1 minute, for example 12h or 7d.
ban-length-long = “{ $typed }” is too long. A ban with an end lasts at most 5 years. Leave `duration` out to ban for good.
ban-before = { $member } is already banned, and not by me. `/unban` lifts that first.
ban-before-case = { $member } is already banned: case #{ $number }. `/unban` lifts the ban.
ban-before-longer = { $member } is already banned until { $until }: case #{ $number }. This ban wouldn't last longer. `/case edit` changes its duration, `/unban` lifts it.
unban-none = { $member } isn't banned, so there's no ban to lift.
act-deletes = their messages of the last { $span } are deleted
act-deletes-by-ban = their messages of the last { $span } are deleted. For that I banned them and lifted the ban at once, so they can come back
act-letting-in = removed. The ban that deletes their messages is still being lifted
act-left-banned = removed. They were also banned separately, so I left that ban in place
act-not-let-in = removed, but still banned: I couldn't lift the ban that deleted their messages. { $why } I try again every hour, and `/unban` lifts it at once.
kick-needs-ban = Discord deletes messages only with a ban, so I would ban the person for a moment. For that I need { $permission } (Server Settings → Roles). Leave `delete_messages` out to kick without it.
case-deleted = Messages
case-state-in-force-until = in force until { $until }
history-banned = Banned, case #{ $number }.
history-banned-until = Banned until { $until }, case #{ $number }.
edit-not-banned = The ban of case #{ $number } isn't in force any more, so nothing was changed. `/ban` sets a new one.
edit-ban-over = The ban counts from { $at }, so with that length it would have been over { $ago }. Nothing was changed. Choose a longer one, or lift it with `/unban`.
edit-done-ends = · it ends { $until }, and had no end before
case-edit-endless = { $by }, { $at }; before that it had no end
notice-ban-until = **You are being banned from the server until { $until }.** After that you can come back with an invitation.
notice-ban-lifted = **The ban that came with this has been lifted.** You can come back with an invitation.
notice-ban-replaced = **This ban was replaced by case #{ $number }: you’re banned, with no end date.**
notice-ban-replaced-until = **This ban was replaced by case #{ $number }: you’re banned until { $until }.** After that you can come back with an invitation.
notice-kick-failed = **You haven't been removed from the server after all.**
notice-ban-failed = **You haven't been banned after all.**
act-not-moved = in force until { $until }: Discord has not taken another end so far. { $why }
act-lapsed = not in force since { $since }: it ran out before I could set it again, which I am doing now
act-lapsed-why = not in force since { $since }: it ran out and could not be set again. { $why }
act-resumed = { $state }; it had run out from { $since } to { $until }, while I could not set it again
case-line-bare = **#{ $number }** { $kind } · { $member } · { $ago } · by { $actor }
case-what-state = { $kind } ({ $state })
case-what-voided = ~~{ $kind }~~ (taken back)
case-state-waiting = on its way
case-state-in-force = in force
case-state-lifting = being lifted
case-state-still-banned = still banned
case-state-failed = not done
case-state-unknown = unclear
case-state-lifted = lifted
case-state-ended = over
case-state-superseded = changed by somebody else
case-state-replaced = replaced by case #{ $number }
case-state-expired = expired
history-title = History
history-head = **{ $member }**: { $counts }, last on { $at }.
history-nothing = Nothing is on record about { $member }. `/note` and `/warn` write the first case.
history-only-voided = Nothing about { $member } counts: everything was taken back.
history-points = **{ $points }** now.
history-oldest = { $points ->
    [one] The oldest one stops counting { $at }.
   *[other] The oldest { $points } stop counting { $at }.
}
history-next = Next: { $step }, at { $points }.
history-timeout = In a timeout until { $until }.
history-timeout-case = In a timeout until { $until }, case #{ $number }.
history-timeout-unasked = By what is on record they are in a timeout until { $until }; Discord did not answer just now.
history-unasked = Whether they are in a timeout is not known; Discord did not answer just now.
history-line = **#{ $number }** { $kind } · { $ago } · by { $actor } · { $reason }
history-line-bare = **#{ $number }** { $kind } · { $ago } · by { $actor }
mycases-empty = Nothing is on record about you in { $server }.
record-rule = Rule: { $rule }
record-until = in force until { $until }
record-bare = **#{ $number }** { $kind } · { $ago }
ladder-title = What follows from warnings
ladder-weights = A minor warning adds { $minor }, a serious one { $serious }, a severe one { $severe }. They count for { $span }.
ladder-rung = **{ $points }**: { $step }
ladder-none = Nothing follows by itself here: the moderators decide each time.
ladder-own-none = No points of yours count now.
edit-nothing = Say what is to change: `reason` for the words, `duration` for how long a timeout or ban lasts, counted from its beginning.
edit-voided = Case #{ $number } is taken back, so it stays as it is.
edit-same = Case #{ $number } says that already, so nothing was changed.
edit-no-duration = Only a timeout or a ban has a duration, and case #{ $number } is something else ({ $kind }). What can be changed there is the reason.
edit-not-running = The timeout of case #{ $number } does not run any more, so nothing was changed. `/timeout` begins a new one.
edit-over = The timeout counts from { $at }, so with that length it would have been over { $ago }, and nothing was changed. Choose a longer one, or lift it with `/untimeout`.
edit-done = **Case #{ $number } about { $member } is changed.**
edit-done-reason = · it says now: { $reason }
edit-done-until = · it ends { $until }, not { $before }
edit-moved = · what they were told is changed as well
edit-moves = · what they were told changes as soon as Discord has it
case-edits = Changed
case-edit-reason = { $by }, { $at }; before that: { $before }
case-edit-until = { $by }, { $at }; before that it was to end { $before }
case-links = Linked
link-itself = A case is not linked with itself. Give the number of another one.
link-before = Case #{ $number } and case #{ $other } are linked already.
link-done = Case #{ $number } and case #{ $other } are linked: each shows the other.
void-question = **Take case #{ $number } about { $member } back? Nothing has been changed yet.**
void-question-acts = What it did is still there:
void-question-how = *Void and lift* takes that back too, *Void only* leaves it. Either way case #{ $number } no longer counts, and they hear of it if they were told.
void-cancelled = Nothing was changed. Case #{ $number } stands.
void-gone = This question is no longer kept, so nothing was done. Use `/case void` again.
void-before = { $by } has taken case #{ $number } back already, { $at }.
void-stands = · case #{ $number } stands. `/case void` takes it back as well.
void-beside = case #{ $number } stays in force
void-beside-until = case #{ $number } stays in force until { $until }
void-no-reason = Say why the case is taken back; only staff read it.
button-void-and-lift = Void and lift
button-void-only = Void only
notice-timeout-lifted = **The timeout that came with this has been lifted.**
notice-withdrawal-lifted = { $kind ->
    [ban] The ban is being lifted.
   *[timeout] The timeout is being lifted.
}
notice-withdrawal-stays = The timeout stays until { $until }.
notice-still-timed-out = You’re still timed out until { $until }: case #{ $number }.
notice-still-banned = You’re still banned: case #{ $number }.
notice-still-banned-until = You’re still banned until { $until }: case #{ $number }.

## moderation digest
moderation-digest = Moderation
moderation-notes = { $value ->
    [0] no notes
    [one] { $value } note
   *[other] { $value } notes
}
moderation-warnings = { $value ->
    [0] no warnings
    [one] { $value } warning
   *[other] { $value } warnings
}
moderation-timeouts = { $value ->
    [0] no timeouts
    [one] { $value } timeout
   *[other] { $value } timeouts
}
moderation-untimeouts = { $value ->
    [0] no timeouts lifted
    [one] { $value } timeout lifted
   *[other] { $value } timeouts lifted
}
moderation-kicks = { $value ->
    [0] no kicks
    [one] { $value } kick
   *[other] { $value } kicks
}
moderation-bans = { $value ->
    [0] no bans
    [one] { $value } ban
   *[other] { $value } bans
}
moderation-unbans = { $value ->
    [0] no bans lifted
    [one] { $value } ban lifted
   *[other] { $value } bans lifted
}
# Deleting messages, and slowmode
button-purge = Delete
purge-title = **Delete { $messages } in { $channel }? Nothing has been deleted yet.**
purge-messages = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
purge-from = From: { $people }
purge-author = { $member } ({ $count })
purge-and = { $names }, { $next }
purge-others = { $count ->
    [one] { $count } other person
   *[other] { $count } other people
}
purge-nobody = no one
purge-span = Oldest: { $oldest }. Newest: { $newest }.
purge-fewer = You asked for { $asked }. I found { $found }: I look at the latest 1,000 messages, and none older than 14 days.
purge-pinned = Pinned messages stay: { $count }.
purge-unread = Messages whose text I can’t see stay: { $count }. Discord shows it to me only if “Message Content Intent” is on for me in the Developer Portal.
purge-later = Messages posted from now on aren’t touched.
purge-none = There’s nothing to delete in { $channel }: no message of the last 14 days fits, or all that do are pinned.
purge-none-unread = I can’t tell which messages in { $channel } contain a link, because Discord doesn’t show me their text. Leave `contains_link` out, or ask the bot owner to turn on “Message Content Intent” in the Developer Portal.
purge-unanswered = Discord didn’t show me { $channel } in time, so nothing was done. Try again in a moment.
purge-draft-gone = This preview isn’t kept anymore, so nothing was deleted. Use `/purge` again.
purge-before = These messages were already deleted with this preview. Use `/purge` again for others.
purge-cancelled = Canceled. Nothing was deleted.
purge-deleted = Deleted in { $channel }: { $messages }.
purge-failed = Not deleted: { $messages }. { $why }
purge-refused = I lack “Manage Messages” in { $channel } now. Give it to my role there (channel settings → Permissions), then use `/purge` for the rest.
purge-unknown = Discord didn’t confirm { $messages }. Check { $channel } before you try again.
purge-open = Still being deleted: { $messages }.
purge-log-title = Messages deleted
purge-log-member = From: { $member }
purge-log-people = From: { $count ->
    [one] { $count } person
   *[other] { $count } people
}
purge-log-by = Deleted by: { $actor }
purge-log-at = When: { $at }
slowmode-off = off
slowmode-done = Slowmode in { $channel }: { $now }. Before: { $before }.
slowmode-same = Slowmode in { $channel } is already set to this: { $now }.
slowmode-open = Slowmode in { $channel } is being set: { $now }. Before: { $before }.
slowmode-failed = Slowmode in { $channel } wasn’t changed, it’s still: { $before }. { $why }
slowmode-unknown = Discord didn’t confirm this. Check the slowmode of { $channel } before you try again.
slowmode-unread = I can’t read “{ $typed }” as a length of time. Write it like 10s, 5 min or 2h, or write off.
slowmode-short = “{ $typed }” is too short. Slowmode takes at least 1 second. Write off to turn it off.
slowmode-long = “{ $typed }” is too long. Slowmode takes at most 6 hours.
needs-manage-messages = delete messages when someone uses `/purge`
needs-slowmode = set slowmode when someone uses `/slowmode`
slowmode-log-title = Slowmode changed
slowmode-log-by = Set by: { $actor }
slowmode-log-at = When: { $at }

# Locking channels
lock-done = { $channel } is locked. Members can read it, and staff can still write. `/unlock` puts everything back.
lock-thread-done = { $channel } is locked. Only people who can manage threads still write there. `/unlock` opens it.
lock-again = Someone had changed its permissions by hand since it was locked. It’s locked again, and `/unlock` puts back what was there first.
lock-open = { $channel } is being locked.
lock-failed = { $channel } wasn’t locked. { $why }
lock-unknown = Discord didn’t confirm this. Check { $channel } before you try again.
lock-gone = The channel was deleted.
lock-before = { $channel } is already locked: by { $by }, { $ago }. Use `/unlock` to open it.
lock-thread-before = { $channel } was already locked by hand. Open it in Discord: thread menu → Unlock Thread.
lock-nothing = Members can’t write in { $channel } anyway, so there’s nothing to lock.
unlock-done = { $channel } is open again, with the permissions from before.
unlock-thread-done = { $channel } is open again.
unlock-changed = Someone changed its permissions by hand while it was locked. Those changes stay.
unlock-open = { $channel } is being opened.
unlock-failed = { $channel } is still locked. { $why }
unlock-none = I haven’t locked { $channel }. If someone locked it by hand, open it in the channel settings → Permissions.
unlock-before = { $channel } is already being opened.
lock-log-title = Channel locked
lock-log-channel = Channel: { $channel }
lock-log-by = Locked by: { $by }
lock-log-reason = Reason: { $reason }
lock-log-at = When: { $at }
lock-log-state = On Discord: { $state }
lock-state-locking = being locked
lock-state-locked = locked
lock-state-unknown = Discord didn’t confirm, please check
lock-state-unlocking = being opened
lock-state-unlocked = open again since { $at }, by { $by }
lock-state-not-opened = still locked; { $by } tried to open it. { $why }
lock-state-failed = not locked. { $why }
lock-state-gone = the channel was deleted
lock-state-replaced = locked again later
needs-lock = lock and unlock channels when someone uses `/lock` or `/unlock`
needs-lock-thread = lock and unlock threads, and set their slowmode

# Acting on many people at once, and what waits for a manager
mass-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
mass-title-timeout = **Time out { $people }? Nothing has been done yet.** For how long: { $length }
mass-title-kick = **Kick { $people }? Nothing has been done yet.**
mass-title-ban = **Ban { $people }? Nothing has been done yet.** For how long: { $length }
mass-for-good = for good
mass-reason = Reason: { $reason }
mass-people = People: { $names }
mass-checked = I check each of them when you confirm, and skip anyone you or I can’t act on.
mass-untold = No one gets a notice.
mass-unread = I can’t read this as an ID or a mention: { $words }. Write IDs or mentions with spaces between them.
mass-nobody = No one is named. Write IDs or mentions with spaces between them.
mass-too-many = That’s { $count } people. At most 200 go at once.
mass-for-managers = That’s { $count } people. Moderators act on at most 50 at once, managers on 200.
mass-no-duration = A timeout needs a duration. Write it like 2h or 7d.
mass-kick-duration = A kick has no duration. Leave it out, or choose a ban.
mass-draft-gone = This preview isn’t kept anymore, so nothing was done. Use `/mass` again.
mass-before = This was already confirmed. The mod log shows what came of it.
mass-cancelled = Canceled. Nothing was done.
mass-log-title = { $act } for { $count ->
    [one] { $count } person
   *[other] { $count } people
}
mass-log-by = By: { $actor }
mass-log-at = When: { $at }
mass-log-length = For how long: { $length }
mass-done-timeout = Timed out: { $count }
mass-done-kick = Kicked: { $count }
mass-done-ban = Banned: { $count }
mass-not = Not done: { $count }
mass-unknown = Discord didn’t confirm: { $count }
mass-open = Still to do: { $count }
mass-case = Case #{ $number }
mass-cases = Cases #{ $first } to #{ $last }
mass-line = { $member }: { $state }
mass-line-case = { $member }, case #{ $number }: { $state }
mass-why-level = not done, because the moderator may no longer do this
mass-why-oneself = not done, no one acts on themselves
mass-why-steward = not done, that’s me
mass-why-owner = not done, they own the server
mass-why-bot = not done, that’s a bot
mass-why-above = not done, they aren’t below the moderator
mass-why-absent = not done, they aren’t in this server
mass-why-administrator = not done, they’re an administrator
mass-why-steward-role = not done, my highest role isn’t above theirs
mass-why-steward-lacks = not done, I lack the permission for it
mass-why-nobody = not done, no one has this ID
mass-why-before = nothing to do, one at least as long is already in force
button-mass-results = Result for each
button-mass-refresh = Refresh
button-dismiss = Dismiss
brake-held = Only a manager can go past 10 kicks or bans in 10 minutes, so this { $act } waits for a manager. I’ve asked them in the mod log. Nothing was done yet.
brake-no-log = Only a manager can go past 10 kicks or bans in 10 minutes, so a manager has to confirm this. Ask one to do it, or to set a mod log (`/setup set setting:mod_log`) where I can ask them.
brake-report = You’ve kicked or banned many people in the last 10 minutes, so a manager has to do this one. Nothing was done.
brake-asks = **More than 10 kicks or bans by { $actor } within 10 minutes. Nothing more is done until a manager confirms.**
brake-confirmed = Confirmed by: { $by }
brake-dismissed = Dismissed by { $by }, nothing was done.
brake-late = This was asked for more than a day ago. Do it again if it’s still needed.

# Acts by hand
case-source = Source
case-by-hand = done by hand in Discord
case-by-automod = AutoMod
case-kind-automod = AutoMod action
case-of-automod = AutoMod recorded case #{ $number }, so only a manager can change it. Ask one of them.
case-automod = What AutoMod did
automod-block = messages blocked: { $times }
automod-alert = alerts: { $times }
automod-timeout = timeouts: { $times }
automod-other = other actions: { $times }
automod-channel = { $channel }
automod-where = in: { $channels }
automod-keywords = a rule about words
automod-spam = a rule about spam
automod-presets = a rule about offensive words
automod-mentions = a rule about mentions
automod-profile = a rule about profiles
automod-rule = a rule
case-pruned = { $count ->
    [one] { $count } inactive member (prune)
   *[other] { $count } inactive members (prune)
}
needs-acts-by-hand = record timeouts, kicks and bans done by hand in Discord as cases

## moderation, files
case-export = { $count ->
    [one] { $count } case as a file.
   *[other] { $count } cases as a file.
} Keep it to yourself: it names members and moderators.
case-export-hidden = { $count ->
    [one] { $count } case quotes a message from a channel you can’t read. The message was left out.
   *[other] { $count } cases quote messages from channels you can’t read. Those messages were left out.
}
case-export-empty = There are no cases to export. Leave out `from` and `to`, or record the first case with `/note`.
case-export-large = The cases are too large for a file on Discord. Export them in parts with `from` and `to`.
import-title = Import { $count ->
    [one] { $count } case
   *[other] { $count } cases
}? Nothing has been recorded yet.
import-from = File: { $file } ({ $source })
import-new = New: { $counts }
import-days = From { $first } to { $last }
import-known = Already on record: { $count }
import-left-out = Left out: { $count }
import-cut = Reasons longer than 1,000 characters, which will be cut: { $count }
import-nameless = Without a moderator, so recorded under my name: { $count }
import-unknown-columns = Ignored, because I don’t know these columns: { $columns }
import-nothing = There’s nothing to import: all of these cases are already on record or can’t be read.
import-quiet = No one is notified, and nothing is done to anyone. Each case keeps its date and moderator, and gets a number from here.
import-without-points = Warnings bring no points.
import-with-points = Warnings have points, counted from their own date.
import-line = **Line { $place }** { $what }
import-entry = **Entry { $place }** { $what }
import-what = { $kind } · { $member } · { $at }
import-what-reason = { $what } · { $reason }
import-what-voided = ~~{ $what }~~
import-what-known = { $what } · already on record
import-what-wrong = left out: { $why }
import-more = … and { $count } more that can’t be read.
import-wrong-no-member = it names no member
import-wrong-member = “{ $typed }” isn’t a user ID
import-wrong-no-kind = it doesn’t say what was done
import-wrong-kind = I record nothing like “{ $typed }”
import-wrong-no-time = it has no date
import-wrong-time = I can’t read “{ $typed }” as a date
import-wrong-early = its date is before Discord existed
import-wrong-ahead = its date is in the future
import-wrong-deleted = it was deleted there
import-wrong-server = it’s from another server
import-unknown = I don’t know the format of this file. I read files from `/case export`, and exports of Zeppelin, Red, Dyno, MEE6 and YAGPDB.
import-unknown-table = I don’t know the columns of this table: { $columns }. It needs `kind`, `member_id` and `at`, like a file from `/case export`.
import-broken = This file is broken at line { $line }, column { $column }. Export it again, then try once more.
import-empty = There are no cases in this file.
import-too-many = This file has more than { $most } cases. Split it, and import one part after the other.
import-draft-gone = This preview isn’t kept anymore, so nothing was recorded. Use `/case import` again.
import-before = This was already confirmed. The mod log shows what came of it.
import-cancelled = Canceled. Nothing was recorded.
import-done = { $count ->
    [one] **Imported { $count } case.**
   *[other] **Imported { $count } cases.**
}
import-undone = { $count ->
    [one] **Undone.** The imported case is voided, and the file can be imported again.
   *[other] **Undone.** The { $count } imported cases are voided, and the file can be imported again.
}
import-undone-before = Undone by { $by }, { $ago }. The cases are voided.
import-undo-late = **Undo** works for 10 minutes. `/case void` voids a single case.
import-undo-of-others = Only { $by } can undo this import. `/case void` voids a single case.
import-log-title = Cases imported
case-imported = Imported
case-imported-from = from { $source }
case-imported-number = from { $source }, where it was #{ $original }
case-imported-by = { $at }, by { $by }
button-with-points = Count points
button-no-points = No points
