## reports, for members
report-form-message = Report a message
report-form-member = Report { $member }
report-reason = What happened
report-reason-hint = Only the moderators read this
report-reason-hint-managers = Only managers read this
report-evidence = What shows it, who else saw it
report-received = Thank you. The moderators have your report, and only they see who sent it.
report-received-no-channel = Thank you, your report is kept. No channel for reports is set here, so the moderators find it in `/reports list`.
report-received-managers = Thank you. Only managers have your report, and only they see who sent it.
report-received-managers-no-channel = Thank you, your report is kept, and only managers can read it. No channel for reports is set here, so they find it in `/reports list`.
report-tell = Tell me when it is settled
report-will-tell = I’ll send you a DM when it’s settled. If your DMs are closed to me, I won’t write anywhere else.
report-acted = It’s settled already: the moderators have acted. Thank you.
report-dismissed = It’s settled already: the moderators have read it and decided that nothing has to be done.
report-of-message = a message
report-of-member = a member
report-dm-acted = **{ $server }:** your report of { $what } is settled. The moderators have acted. Thank you. (Reported: { $at })
report-dm-dismissed = **{ $server }:** your report of { $what } is settled. The moderators have read it and decided that nothing has to be done. (Reported: { $at })
report-no-words = A report needs words. Write what happened, then send it again.
report-yourself = You can’t report yourself. To reach the moderators about your own cases, see `/mycases`.
report-steward = You can’t report me. If something is wrong with this bot, write to the moderators.
report-too-many = You’ve sent as many reports as I can take for now: 5 in an hour, 20 in a day. You can report again { $at }. If it’s urgent, write to a moderator.
report-draft-gone = This form isn’t kept anymore, so nothing was sent. Open the menu again.
report-sent-before = You’ve sent this report already. The moderators have it.

## reports, for staff
report-title = Report #{ $number }
report-for-managers = It’s about someone of the staff, so only managers can read it.
report-read = Read
report-whom = Reported
report-count = Reports
report-people = { $count ->
    [0] no one who is still known
    [one] { $count } person
   *[other] { $count } people
}
report-words = What they say
report-line = · { $reason }
report-line-evidence = · { $reason } — { $evidence }
report-wordless = (a message without words)
report-claimed-title = Claimed
report-claimed-by = { $by }, { $ago }
report-outcome = Outcome
report-outcome-case = { $by } acted { $ago }: case #{ $number }
report-outcome-dismissed = { $by } dismissed it { $ago }
report-settled-hidden = A manager has settled it.
report-deletion = Message
report-deletion-waiting = the message is about to be deleted
report-deletion-done = the message is deleted
report-deletion-failed = the message was not deleted. { $why }
report-deletion-unknown = Discord didn’t confirm that the message is deleted. Check before you try again
report-claim = Claim
report-warn = Warn
report-timeout = Timeout
report-ban = Ban
report-delete-timeout = Delete + timeout
report-dismiss = Dismiss
report-reporters = Who reported
report-claimed = Report #{ $number } is yours: the others see that you look at it. Press **Claim** again to give it up.
report-released = Report #{ $number } is free again.
report-claimed-before = { $by } claimed report #{ $number } { $ago }. You can still settle it.
report-settled-before = { $by } settled report #{ $number } { $ago }, so nothing was done now.
report-settled = report #{ $number } is settled
report-dismissed-done = Report #{ $number } is dismissed. Nothing was done to anyone.
report-about-you = You can’t handle a report about yourself. Someone else on the staff has to.
report-no-message = Report #{ $number } is about a person, so there is no message to delete.
report-unseen = You can’t see the channel of the message, so you can’t delete it. Choose **Timeout**, or leave it to someone who sees the channel.
report-gone = This report isn’t kept anymore.
report-form-timeout = Report #{ $number }: timeout
report-form-ban = Report #{ $number }: ban
report-form-delete = Report #{ $number }: delete and time out
report-ban-hint = 12h, 7d, 6 months; empty: for good
report-reporters-title = Who sent report #{ $number }
report-reporter = **{ $member }**, { $ago }
report-reporters-none = No one who is still known: they had their data deleted.
report-list = Reports
report-list-empty = No reports. They come here when members use **Report to moderators**, **Report member** or `/report`.
report-open = Open a report
report-line-message = **#{ $number }** message of { $member } · { $people } · { $ago } · { $state }
report-line-member = **#{ $number }** { $member } · { $people } · { $ago } · { $state }
report-state-open = **open**
report-state-claimed = **open**, claimed by { $by }
report-state-acted = case #{ $number }
report-state-dismissed = dismissed
needs-delete-reported = delete a message that was reported
moderation-reports = { $value ->
    [0] no reports
    [one] { $value } report
   *[other] { $value } reports
}
moderation-first-action = half acted on within { $value }
