## raids: the alert
raid-title = Raid? Many people are joining
raid-title-begun = Raid reported
raid-title-over = Raid: over
raid-title-dismissed = Not a raid
raid-joined = { $count ->
    [one] **{ $count } person** has joined since { $since } ({ $ago }).
   *[other] **{ $count } people** have joined since { $since } ({ $ago }).
}
raid-joined-until = { $count ->
    [one] **{ $count } person** joined from { $since } to { $until }.
   *[other] **{ $count } people** joined from { $since } to { $until }.
}
raid-usual = Usual here: { $usual } in 10 minutes.
raid-usual-none = Usually hardly anyone joins here.
raid-usual-unknown = I haven’t seen enough joins here yet to say what’s usual.
raid-sums = Accounts less than a week old: { $young }. Have written something: { $wrote }.
raid-begun-by = { $by } reported it with `/raid start`.
raid-invites-waiting = { $by } is pausing invites.
raid-invites-paused = { $by } paused invites until { $until }.
raid-invites-over = { $by } paused invites. They’ve worked again since { $until }.
raid-invites-failed = Invites couldn’t be paused.
raid-invites-unknown = Discord didn’t confirm that invites are paused. Check before you try again.
raid-dms-waiting = { $by } is pausing DMs.
raid-dms-paused = { $by } paused DMs between members until { $until }.
raid-dms-over = { $by } paused DMs between members. They’ve worked again since { $until }.
raid-dms-failed = DMs couldn’t be paused.
raid-dms-unknown = Discord didn’t confirm that DMs are paused. Check before you try again.
raid-cleanup = Cleanup by { $by }: { $act }, { $done } of { $people } done
raid-cleanup-held = Cleanup by { $by }: { $act } for { $people }, waits for a manager
raid-cleanup-dismissed = Cleanup by { $by }: { $act } for { $people }, dismissed by a manager
raid-what-to-do = `/raid clean` shows who would be removed, then removes them. The raid ends by itself an hour after the rush.
raid-ended = The rush is over, so I ended it { $at }.
raid-ended-by = { $by } ended it { $at }.
raid-dismissed-by = { $by } said { $at } that it isn’t a raid.
raid-pause-invites = Pause invites 1 h
raid-pause-dms = Pause DMs 1 h
raid-who = Show who joined
raid-dismiss = Not a raid

## raids: what staff do
raid-started = The raid is on. The staff see it in { $channel }, and everyone who joins now counts as part of it.
raid-started-nowhere = The raid is on, and everyone who joins now counts as part of it. No channel for reports or mod log is set (`/setup set`), so the staff finds it in `/reports list`.
raid-is-on = **A raid is on** since { $since }, people who joined in it: { $count }. `/raid clean` shows who would be removed, `/raid end` ends it.
raid-ended-done = { $count ->
    [one] The raid is over. { $count } person joined in it. `/raid clean` still works for a week.
   *[other] The raid is over. { $count } people joined in it. `/raid clean` still works for a week.
}
raid-dismissed-done = Noted: it isn’t a raid. I won’t alert you again while this rush lasts.
raid-invites-now = Invites are paused until { $until }. Discord opens them again by itself.
raid-dms-now = DMs between members who aren’t friends are paused until { $until }. Discord allows them again by itself.
raid-pause-waits = Discord hasn’t answered yet. The alert shows when it’s paused.
raid-pause-unknown = Discord didn’t confirm this. Check before you try again.
raid-pause-refused = Discord refused this, so nothing is paused. The bot owner finds the reason in the log.
raid-none = No raid is open. `/raid start` begins one.
raid-open-before = A raid has been open since { $since }. `/raid clean` acts on those who joined, `/raid end` ends it.
raid-gone = This raid isn’t kept anymore.
raid-over-before = This raid is over already.
raid-who-title = Who joined
raid-who-count = { $count ->
    [one] { $count } person joined
   *[other] { $count } people joined
}
raid-who-line = { $member } `{ $id }` · joined { $at } · account opened { $opened }
raid-who-line-wrote = { $member } `{ $id }` · joined { $at } · account opened { $opened } · **has written**
raid-who-file = All as a file
raid-not-kept = I keep who joined for a week, so no one is left here.

## raids: the cleanup
raid-since-raid = Since the raid began: { $time }
raid-since = Since { $time }
raid-clean-timeout = **Time out { $people }? Nothing has been done yet.**
raid-clean-kick = **Kick { $people }? Nothing has been done yet.**
raid-clean-ban = **Ban { $people }? Nothing has been done yet.**
raid-clean-since = Joined since: { $since }
raid-clean-younger = Only accounts younger than: { $age }
raid-clean-oldest = Oldest account: opened { $opened }
raid-clean-silent = None of them has written anything.
raid-clean-wrote = { $count ->
    [one] **{ $count } of them has written something.** The file says who.
   *[other] **{ $count } of them have written something.** The file says who.
}
raid-clean-deletes = Their messages are deleted too: all of the last { $span }.
raid-clean-left-out = { $count ->
    [one] At most { $most } go at once, so { $count } more person is left. Use the command again for them.
   *[other] At most { $most } go at once, so { $count } more people are left. Use the command again for them.
}
raid-clean-running = { $by } began a cleanup { $ago }, which isn’t finished. The mod log shows how far it is.
raid-clean-checked = I check each of them when you confirm. Staff, bots and anyone you or I can’t act on are skipped.
raid-clean-waits = I haven’t seen a raid with all of these people myself, so a manager has to confirm it after you.
raid-for-managers = That’s { $count } people, and I haven’t seen a raid with all of them myself. Moderators act on at most 50 at once then. Ask a manager to do it.
raid-age-unread = I can’t read “{ $typed }” as an age. Write it like 12h, 7d or 2 weeks.
raid-nobody-joined = No one has joined since { $since }. Give an earlier time in `since`.
raid-nobody-so-young = { $count ->
    [one] { $count } person joined since then, but their account isn’t that young. Leave `account_younger_than` out, or choose more.
   *[other] { $count } people joined since then, but none of their accounts is that young. Leave `account_younger_than` out, or choose more.
}
raid-too-long-ago = I keep who joined for a week, so I can’t go back to { $since }. Give a later time in `since`.
raid-draft-gone = This preview isn’t kept anymore, so nothing was done. Use `/raid clean` again.
raid-reason = Raid cleanup: joined since { $since }
mass-why-staff = not done, they’re on the staff
needs-pause-invites = pause invites and DMs in a raid, and ban many people at once

## raids: the digest
digest-raid = A raid on { $day }: { $joined } people joined in it, and { $removed } of them were removed.
digest-raid-without = Without the accounts that were removed, { $others } wrote { $of_others }. With them: { $people }, { $messages }.
digest-raid-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
digest-raid-messages = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
