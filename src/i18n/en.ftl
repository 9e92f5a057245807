### What people read. One section for each feature; every key stands in en, ru and ro.

## db
db-busy = The database is held by another program just now, so nothing was done. Try again in a moment; if it goes on, whoever runs the bot should close the other program.
db-full = The disk of the bot is full, so nothing was done. Whoever runs the bot has to free some space; then try again.
db-readonly = The bot may not write to its database just now, so nothing was done. Whoever runs the bot has to give it the right to write; then try again.

## spans of time
span-seconds = { $seconds } s
span-minutes = { $minutes } min
span-hours = { $hours } h
span-hours-minutes = { $hours } h { $minutes } min
span-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
span-days-hours = { $days ->
    [one] { $days } day { $hours } h
   *[other] { $days } days { $hours } h
}

## times that people type
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
time-moment = { $weekday } { $day } { $month } { $year } { $time } { $zone }
time-away = in { $span }
time-echo = { $time }, { $away }
time-echo-skipped = { $time }, { $away } (clocks skip the time you typed)
time-echo-first = { $time }, { $away } (clocks show it twice: the first)
time-echo-second = { $time }, { $away } (clocks show it twice: the second)
time-echo-past = { $time } has gone by
time-example = { $typed } ({ $time })
time-example-span = in 2 hours
time-example-tomorrow = tomorrow at 18:00
time-example-weekday = friday 19:00
time-none = I cannot read “{ $typed }” as a time. Write it like `friday 19:00`, `in 2 hours` or `25.12 18:00`. Times are those of { $zone }, the zone of this server.
time-no-date = There is no such date as in “{ $typed }”. Days come before months here: `25.12 18:00`.
time-no-clock = No clock shows what “{ $typed }” says. Hours go from 0 to 23 and minutes from 0 to 59, as in `friday 19:00`.
time-weekday = “{ $typed }” does not fit together: that date is a { $weekday }. Write the date or the weekday alone.
time-other-zone = Clocks in { $zone }, the zone of this server, do not show the zone that “{ $typed }” names. Leave it out, or write the difference to UTC: `19:00 +03:00`.
time-past = “{ $typed }” has gone by: that was { $at }. Write a time that is still to come.
time-too-far = “{ $typed }” is more than a hundred years away. Write a time that someone here will see.
time-skipped = Clocks go forward then and skip “{ $typed }”, so I took the time as long after the change: { $at }.
time-twice = Clocks go back then and show “{ $typed }” twice. I took the first: { $at }. For the second, write `{ $second }`.

## discord
access-helper = Only helpers, moderators and managers can do this. Someone who manages the server can give you a role with the permission “Manage Messages”.
access-moderator = Only moderators and managers can do this. Someone who manages the server can give you a role with the permission “Time out members”.
access-manager = Only managers can do this: the owner of the server and people with the permission “Manage Server”.
access-server-only = This works only in a server. Use it in one where I am a member.
server-unknown = I know you on no server called “{ $server }”. Choose one of those that are offered.
server-none = This is about a server where I do not know you. If you are a member, use the command there.
server-which = I know you on several servers: choose one in the option “server”.
refused-by-bot = Bots cannot do this through me. A person has to.
refused-oneself = This would be about yourself, so someone else of the team has to do it.
refused-steward = That is me, and I keep no record of myself. If I do something wrong, tell whoever manages the server.
refused-owner = { $member } owns this server, and nothing is done to its owner through me. Talk to them directly.
refused-of-bot = { $member } is a bot, which reads no warnings and needs no notes. Whoever manages the server can change or remove it under Server Settings → Integrations.
refused-higher-level = { $member } stands on a higher level of the team than you. Ask someone of that level or the owner of the server.
refused-higher-role = Your highest role does not stand above that of { $member }, and it has to. Ask someone with a higher role or the owner of the server.
refused-absent = { $member } is not in this server, so this would reach nobody and nothing was done. What you want to remember can be written down as a note.
refused-absent-untimeout = { $member } is not in this server, so their timeout cannot be lifted now. If they come back before it ends, try again then.
refused-administrator = { $member } is an administrator, and I do not time out, kick or ban administrators. Someone who manages roles can take that role from them first; then try again.
refused-steward-role = My highest role does not stand above that of { $member }, so Discord would not let me. Someone who manages the server can move my role up under Server Settings → Roles; then try again.
refused-steward-lacks = I lack the permission { $permission } for that. Someone who manages the server can give it to my role under Server Settings → Roles; then try again.
people-unknown = There is nobody with that id on Discord. Choose a member from the list, or check the id.
people-unanswered = Discord did not say in time who that is, so nothing was done. Try again in a moment.
permission-quoted = “{ $name }”
permission-and = { $names }, { $next }
permission-other = { $name }
permission-administrator = Administrator
permission-manage-guild = Manage Server
permission-manage-roles = Manage Roles
permission-manage-channels = Manage Channels
permission-kick-members = Kick, Approve, and Reject Members
permission-ban-members = Ban Members
permission-moderate-members = Time out members
permission-view-audit-log = View Audit Log
permission-view-channel = View Channel
permission-send-messages = Send Messages and Create Posts
permission-send-messages-in-threads = Send Messages in Threads and Posts
permission-create-public-threads = Create Public Threads
permission-create-private-threads = Create Private Threads
permission-manage-threads = Manage Threads and Posts
permission-manage-messages = Manage Messages
permission-embed-links = Embed Links
permission-attach-files = Attach Files
permission-read-message-history = Read Message History
permission-mention-everyone = Mention @everyone, @here, and All Roles
permission-manage-events = Manage Events
permission-create-events = Create Events
permission-send-polls = Create Polls
needs-send-polls = post Discord’s own polls where somebody asks for one
command-outdated = Your Discord still shows an older form of this command. Restart Discord or wait a minute, then try again.
press-outdated = This button is from an older version and does nothing any more. Use the command again to get a new one.
form-outdated = This form is from an older version, so nothing was done with it. Use the command again to get a new one.
failure = Something went wrong on our side, and it has been noted. If it happens again, give the person who runs me the reference { $reference }.
failure-access = I cannot see that channel. Give my role “View Channel” there (channel settings → Permissions), then try again.
failure-permission = I am not permitted to do that here. Look at my role in Server Settings → Roles, and at the channel’s permissions, then try again.
failure-permission-named = Discord did not let me do that. My role needs { $permission }, and its place has to be above everyone it is done to: look under Server Settings → Roles, then try again.
failure-permission-in = Discord did not let me write in { $channel }. My role needs { $permission } there (channel settings → Permissions).
failure-discord = Discord cannot be reached at the moment, so nothing was done. Try again in a minute.
failure-unknown = Discord did not say whether that was done. Look before you try again.
channel-unseen = There is no such channel here that you can see, so nothing was done. Choose one from the list.
channel-not-yours = You may not write in { $channel }, so I do not post there for you. Use a channel where you write yourself; or whoever manages the server gives your role the permission { $permission } there (channel settings → Permissions).
ping-not-yours = You may not call { $role } in { $channel }, so I do not do it for you. Choose another role or leave `ping` out; or whoever manages the server gives your role the permission { $permission }, or lets anyone mention { $role } (Server Settings → Roles).
ping-everyone-not-yours = You may not call everyone in { $channel }, so I do not do it for you. Choose a role or leave `ping` out; or whoever manages the server gives your role the permission { $permission } (Server Settings → Roles).
ping-not-mine = I may not call { $role } in { $channel }. Whoever manages the server can give my role the permission { $permission }, or let anyone mention { $role } (Server Settings → Roles); then try again, or leave `ping` out.
ping-everyone-not-mine = I may not call everyone in { $channel }. Whoever manages the server can give my role the permission { $permission } (Server Settings → Roles); then try again, or leave `ping` out.
attached-large = “{ $name }” is too large: I read at most { $most } KiB.
attached-no-text = “{ $name }” is no text that I can read. Save it as plain text in UTF-8, then attach it again.
attached-late = Discord did not give me what you attached in time, so nothing was done. Try again in a moment; smaller files come faster.
image-none = “{ $name }” is no image that I can show. Attach PNG, JPEG, GIF or WebP.
image-large = “{ $name }” is too large: an image may have at most { $most } MiB. Make it smaller, then attach it again.
image-large-together = These images are too large together: all of them may have at most { $most } MiB. Make them smaller or attach fewer.
page-previous = Previous
page-next = Next
page-of = Page { $page } of { $pages }

## setup
setup-title = Settings
setup-how = /setup set changes one of them.
setup-line = **{ $name }**: { $value }
setup-line-default = **{ $name }**: { $value } (by default)
setup-about = -# { $about }
setup-note = ⚠ { $note }
setup-remark = -# ℹ { $note }
setup-changed = **{ $name }**: { $before } → **{ $after }**
setup-unchanged = Nothing was changed. **{ $name }** was so already: { $value }
setup-undone = Taken back. **{ $name }** as before: { $value }
setup-undo = Undo
setup-undo-done = This has been taken back already, so nothing was changed.
setup-undo-late = A change can be taken back for ten minutes only, so nothing was done. `/setup set` changes it again.
setup-undo-changed = This setting has been changed again since, so nothing was taken back. `/setup show` says what holds now.
setup-no-setting = There is no setting “{ $typed }”. `/setup show` lists those there are.
setup-offer-default = default: { $value }
setting-language = the language of what everyone here reads; answers to one person are in theirs
setting-language-default = { $language }, as in Discord’s settings of the server
setting-language-none = I do not speak “{ $typed }”. Write `en`, `ru` or `ro`.
language-en = English
language-ru = Russian
language-ro = Romanian
setting-zone = the clock for times that you type, and the calendar of the figures; the figures follow a change from the next Monday on
setting-zone-value = { $zone }
setting-zone-none = I know no zone “{ $typed }”. Write it like `Europe/Chisinau`, or begin to type a large city nearby and choose from the list.
setting-zone-several = There are several zones of that name: { $names }. Write one of them in full.
setting-mod_log = where the team reads what was decided about members
setting-ladder = what follows from active points; rungs like “3 timeout 1h, 10 decide”, or “off”
setting-ladder-value = { $ladder }
setting-points_expire = how long the points of a warning count; a change holds for new warnings
setting-points_expire-none = “{ $typed }” is no time that points can count. Write whole days, at most { $longest }, like `90 days`.
setting-keep_activity = how long it is kept who wrote how much and where; 28 to 400 days
setting-days-value = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
setting-days-none = “{ $typed }” is no length of time I can use here. Say it in days, from { $least } to { $most }, like “180”. Nothing is kept longer than { $most } days.
setting-channel-value = { $channel }
setting-channel-default = none
setting-channel-none = There is no channel “{ $typed }” in this server, or I cannot see it. Choose one from the list, or type # and its name.
setting-channel-several = Several channels are called “{ $typed }”. Choose from the list, or type # and choose there.
setting-channel-not-for-posts = I cannot post in { $channel }. Choose a text channel, not a category, a forum or a voice channel.
setting-channel-gone = This channel is gone, so nothing is posted. Choose another one with `/setup set`.
setting-channel-public = Everyone in the server can read { $channel }. What is meant for the team should stand in a channel that only the team sees.
setting-channel-lacks = I cannot post in { $channel } yet. Give my role { $permissions } there (channel settings → Permissions).
setting-manager_role = who manages the community, besides people with “Manage Server”
setting-moderator_role = who moderates, besides people with “Time out members”
setting-helper_role = who helps, besides people with “Manage Messages”
setting-role-default = none; permissions say it
setting-role-value = { $role }
setting-role-none = There is no role “{ $typed }” in this server. Choose one from the list, or type @ and its name.
setting-role-several = Several roles are called “{ $typed }”. Choose from the list, or type @ and choose there.
setting-role-everyone = @everyone is everyone in the server, so it cannot make the team. Choose a role that only the team has.
setting-role-managed = { $role } belongs to a bot or a service, so nobody can be given it. Choose a role that people have.
setting-role-gone = This role is gone, so it makes nobody staff. Choose another one with `/setup set`.
setting-role-hidden = Discord hides some commands from people who have only { $role }: it shows them only to whoever has { $permissions }. Give the role that under Server Settings → Roles, or allow it for my commands under Server Settings → Integrations.
setting-reports = where members’ reports come for the team
setting-appeals = where the team decides appeals
setting-feedback = where feedback is gathered for the team
setting-digest = where the weekly page for managers is posted; `/digest setup channel` is the same setting
setting-announcements = where everyone reads what is announced
setting-events = where everyone sees what is going on
setting-suggestions = where everyone reads suggestions; a forum will do too
setting-quiet_hours = when reminders and alerts that can wait do wait; hours like “22:00–08:00”, or “off”
setting-quiet_hours-value = { $hours }
setting-quiet_hours-off = off
setting-quiet_hours-none = “{ $typed }” are no hours I can read. Write when they begin and end, like `22:00–08:00`, or `off`.
setting-channel-private = Not everyone in the server can read { $channel }. What is meant for everyone should stand in a channel that everyone sees.
setting-channel-not-yet = Nothing is posted there yet; the channel is kept for when it is.
setting-channel-unseen = I cannot see { $channel }. Give my role “View Channel” there (channel settings → Permissions), then choose it again.
start-title = Setup, step { $step } of { $steps }: { $name }
start-step-place = language and time zone
start-step-roles = who belongs to the team
start-step-staff = channels for the team
start-step-more-staff = channels for the team, continued
start-step-public = channels for everyone
start-step-summary = summary
start-text-place = What everyone here reads is in this language; one person alone is answered in theirs. Times that you type are times of this zone. Every step can be skipped: everything works without.
start-text-roles = Whoever has one of these roles belongs to the team from that moment on. Permissions say it too: “Manage Server” makes managers, “Time out members” moderators, “Manage Messages” helpers. The higher one counts.
start-text-staff = Here the team reads what I write for it. *Create these for me* makes the channels that are not chosen yet, in a category that only the team and I see.
start-text-more-staff = Feedback is gathered in the first; in the second managers read the page of the week.
start-text-public = Here everyone reads what is meant for everyone.
start-text-summary = This is what holds now. `/setup set` changes any of it.
start-input-language = Language
start-input-zone = Time zone
start-input-manager_role = Manager role
start-input-moderator_role = Moderator role
start-input-helper_role = Helper role
start-input-mod_log = Mod log
start-input-reports = Reports
start-input-appeals = Appeals
start-input-feedback = Feedback
start-input-digest = Digest
start-input-announcements = Announcements
start-input-events = Events
start-input-suggestions = Suggestions
start-back = Back
start-skip = Skip
start-forward = Next
start-finish = Finish
start-create = Create these for me
start-other-zone = Another zone…
start-zone-title = Time zone
start-zone-label = A large city nearby, or the zone’s name
start-zone-hint = Europe/Chisinau
start-next-check = **Next:** `/setup check` says what is missing and where to give it.
start-next-digest = `/digest setup` says on which day the page of the week comes, `/ladder` what warnings lead to.
start-next-help = `/help` lists what each person can do here.
start-finished = **Setup is finished.** `/setup start` goes through it again at any time.
needs-manage-channels = make the team’s channels when *Create these for me* is pressed in `/setup start`
create-name-category = Moderators
create-name-mod_log = mod-log
create-name-reports = reports
create-name-appeals = appeals
create-name-feedback = feedback
create-name-digest = digest
create-name = { $name }
create-reason = Channels for the team, asked for by { $actor } with /setup start
create-undo-reason = Channels for the team taken back by { $actor }
create-made = **Made, seen only by the team and me:** { $channels }
create-waiting = Discord is still at it. *Look again* says how far it is.
create-look = Look again
create-failed = **Not made:** { $channels }. { $why }
create-unknown = Discord did not say whether it has made these: { $channels }. Look before you press again.
create-undone = **Taken back.** The settings are as before; channels in which nobody has written are deleted.
create-kept = These stay, because somebody has written there or something is in them: { $channels }
create-running = These channels are being made or taken back already. Wait a moment, then look again.
create-nothing = Every channel of the team is chosen already, so nothing was made.
check-title = Setup check
check-fine = All is well: no permission is missing, and everything that was chosen is there.
check-count = { $count ->
    [one] { $count } thing to do
   *[other] { $count } things to do
}
check-unknown = Discord has not told me enough about this server yet. Try again in a moment.
check-permission = I lack { $permission }, so I cannot { $uses }. Give it to my role under Server Settings → Roles.
check-uses = { $uses }; { $next }
check-administrator = I am an administrator here, which is more than I need. My own role can do without: `steward invite` lists what it needs.
check-setting = **{ $name }**: { $note }
check-roles = { $roles }, { $next }
check-roles-more = { $roles } and { $count ->
    [one] { $count } more
   *[other] { $count } more
}
check-role-order = My highest role stands below { $roles }, so I can do nothing to people with such a role: no timeout, no kick, no ban. Move my role above them under Server Settings → Roles.
check-unseen = Everyone sees { $channels }, but I do not: what is written there is not counted, and I cannot post there. Give my role { $permission } there (channel settings → Permissions).

## help
help-title = What you can do on { $server }
help-for-everyone = **Everyone**
help-for-helpers = **Helpers**
help-for-moderators = **Moderators**
help-for-managers = **Managers**
help-line = **/{ $name }** · { $what }
help-name = /{ $name }
help-names = { $names }, { $next }
help-example = -# { $example }
help-menu-member = -# Also *{ $name }* in the menu of a member, under Apps.
help-menu-message = -# Also *{ $name }* in the menu of a message, under Apps.
help-in-dms = These work in direct messages with me too: { $names }.
help-setup-set = For example: `/setup set setting:zone value:Europe/Chisinau`
help-note = For example: `/note member:@bob text:Asked twice how to report somebody`
help-warn = For example: `/warn member:@bob reason:Called a newcomer names`
help-timeout = For example: `/timeout member:@bob duration:1h reason:Flooded the channel`
help-untimeout = For example: `/untimeout member:@bob reason:Has apologised`
help-case-view = For example: `/case view number:12`
help-case-list = For example: `/case list member:@bob`
help-case-edit = For example: `/case edit number:12 reason:Called two newcomers names`
help-case-void = For example: `/case void number:12 reason:It was somebody else`
help-case-link = For example: `/case link number:12 other:14`
help-history = For example: `/history member:@bob`
help-stats-server = For example: `/stats server`
help-privacy-show = For example: `/privacy show`
help-privacy-export = For example: `/privacy export`
help-privacy-forget = For example: `/privacy forget`
help-privacy-opt-out = For example: `/privacy opt-out`
help-privacy-opt-in = For example: `/privacy opt-in`
help-digest-setup = For example: `/digest setup channel:#managers day:Monday time:09:00`
help-digest-show = For example: `/digest show week:2026-W47`
help-digest-export = For example: `/digest export week:2026-W47`

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
case-line = **#{ $number }** { $kind } · { $member } · { $ago } · { $reason }
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
why-gone-member = They are no longer in the server.
why-gone-channel = The channel or the message is no longer there.
why-foreign = The channel belongs to another server, so nothing was posted.
why-automod = Discord’s AutoMod did not let the text through.
why-late = It could not be done in time.
why-withdrawn = It was taken back before.
why-closed-dm = Their direct messages are closed to me.
why-refused = Discord refused it; the bot’s log says more.
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
needs-kick-members = remove members where managers or the ladder decide so
needs-ban-members = ban members and lift bans where managers or the ladder decide so
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
act-not-moved = in force until { $until }: Discord has not taken another end so far. { $why }
act-lapsed = not in force since { $since }: it ran out before I could set it again, which I am doing now
act-lapsed-why = not in force since { $since }: it ran out and could not be set again. { $why }
act-resumed = { $state }; it had run out from { $since } to { $until }, while I could not set it again
case-line-bare = **#{ $number }** { $kind } · { $member } · { $ago }
case-what-state = { $kind } ({ $state })
case-what-voided = ~~{ $kind }~~ (taken back)
case-state-waiting = on its way
case-state-in-force = in force
case-state-lifting = being lifted
case-state-failed = not done
case-state-unknown = unclear
case-state-lifted = lifted
case-state-ended = over
case-state-superseded = changed by somebody else
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
history-line = **#{ $number }** { $kind } · { $ago } · { $reason }
history-line-bare = **#{ $number }** { $kind } · { $ago }
mycases-empty = Nothing is on record about you in { $server }.
record-rule = Rule: { $rule }
record-until = in force until { $until }
record-bare = **#{ $number }** { $kind } · { $ago }
ladder-title = What follows from warnings
ladder-weights = A minor warning adds { $minor }, a serious one { $serious }, a severe one { $severe }. They count for { $span }.
ladder-rung = **{ $points }**: { $step }
ladder-none = Nothing follows by itself here: the moderators decide each time.
ladder-own-none = No points of yours count now.
edit-nothing = Say what is to change: `reason` for the words, `duration` for how long a timeout lasts, counted from its beginning.
edit-voided = Case #{ $number } is taken back, so it stays as it is.
edit-same = Case #{ $number } says that already, so nothing was changed.
edit-no-duration = Only a timeout has a duration, and case #{ $number } is something else ({ $kind }). What can be changed there is the reason.
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
void-no-reason = Say why the case is taken back; only staff read it.
button-void-and-lift = Void and lift
button-void-only = Void only
notice-timeout-lifted = **The timeout that came with this has been lifted.**
notice-withdrawal-lifted = { $kind ->
    [ban] The ban is being lifted.
   *[timeout] The timeout is being lifted.
}
notice-withdrawal-stays = The timeout stays until { $until }.

## activity
figure-messages = Messages
figure-active_members = People who wrote
figure-dau_mean = People writing a day, on average
figure-new_members = Wrote for the first time
figure-returning_members = Had written before
figure-newcomers_replied = Newcomers answered directly
figure-connections = Connections
figure-joins = Joined
figure-leaves = Left or were removed
figure-net_growth = Net growth
figure-voice_minutes = Minutes in voice
figure-reactions = Reactions
meaning-messages = messages by people, in counted channels; not by bots, and not Discord’s own such as “joined”.
meaning-active_members = different people behind these messages.
meaning-dau_mean = people who wrote on each of the seven days, added up and divided by seven.
meaning-new_members = people whose first message on record lies in the week.
meaning-returning_members = people who wrote this week and had done so before.
meaning-newcomers_replied = newcomers to whom someone replied, or whom someone mentioned, in the channel of their first message within seven days.
meaning-connections = who spoke to whom: ordered pairs of people of whom one replied to or mentioned the other.
meaning-joins = people who joined the server.
meaning-leaves = people who left, were kicked or were banned.
meaning-net_growth = joined, less those who left or were removed.
meaning-voice_minutes = minutes in voice together with someone else, not deafened and not in the AFK channel.
meaning-reactions = reactions added by people.
stats-empty = Nothing has been counted for this period yet. Counting begins with the first message after I join; `steward import` brings an earlier history.
stats-title-running = { $server }, { $week } so far
stats-title-week = { $server }, { $week }
stats-picture-running = { $week } so far
stats-picture-week = { $week }
stats-picture-weeks = { $first } – { $last }
stats-title-weeks = { $server }, { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
stats-line = { $figure }: **{ $value }**
stats-line-before = { $figure }: **{ $value }** · week before { $before }
stats-count = { $count }
stats-mean = { $mean }
stats-of = { $part } of { $whole }
stats-nobody-new = nobody was new
stats-no-data = no data
stats-gap = Not connected for { $span } in this time.
stats-gap-part = Not connected for { $span } in this time; { $recovered } of it recovered.
stats-gap-whole = Not connected for { $span } in this time; all of it recovered.
stats-partial = The record begins or ends in this week, so its figures are not those of a whole week.
stats-partial-mark = * not a whole week: it is still running, or the record begins or ends in it.
stats-column-week = Week
stats-column-messages = Messages
stats-column-people = People
stats-column-new = New
stats-column-connections = Connections
stats-channels = Busiest channels
stats-channel = { $name } · { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
stats-channel-name = #{ $name }
stats-private-channels = private channels
stats-post = Post here
stats-explain = What is this?
stats-explain-title = What the figures mean
stats-meaning = **{ $figure }**: { $meaning }
stats-may-not-write = You may not write in this channel, so nothing was posted. Use `/stats server` where you may.
needs-view-channel = see channels and count what is written there
needs-view-audit-log = tell who was kicked or banned from who left

## events
needs-create-events = put an event on the server’s list where a poll of dates has a winner
needs-events-messages = say where the poll was what became of its event
events-no-place = To be announced
events-reason = Event asked for by { $actor }
events-made = “{ $title }” is on the server’s list of events: { $starts }.
events-failed = “{ $title }” was not put on the server’s list of events. { $why }
events-unknown = Discord did not say whether “{ $title }” was put on the server’s list of events. Look there; if it is missing, add it by hand.
events-full = Discord takes 100 events on that list and no more: remove one that nobody needs, then try again.
events-begun = That time has come, so no event was made.
events-unclear = It is not known whether Discord made that event before. Look at the server’s list of events; if it is missing, add it by hand.
privacy-kind-events = Events that you called people to
privacy-why-events = What they are called, when and where, so that none is made twice. Until 400 days after their end.

## privacy

privacy-title = What I keep about you in { $server }
privacy-line = **{ $kind }: { $count }.** { $why }
privacy-nothing = Nothing. Once you write, react, speak, or are spoken to here, it is counted, never what you say. `/privacy opt-out` keeps me from counting.
privacy-not-counted = You have opted out: nothing that you do is counted. `/privacy opt-in` changes that.
privacy-how = /privacy export gives you all of it as a file · /privacy forget removes what may go · /privacy opt-out keeps me from counting you. Copies of the database on the host's computer are older and go within 14 days.
privacy-decline-thanks = Decline being thanked
privacy-thank-again = Thank me again

privacy-kind-days = Days on which you did something in a channel
privacy-why-days = How many messages, reactions and minutes of voice, never what you said; for the figures of this server. Until 400 days later.
privacy-kind-weeks = Weeks in which you wrote
privacy-why-weeks = How many messages, and on which days; for the same figures. Until 400 days later.
privacy-kind-moves = Times you joined or left
privacy-why-moves = To see how the server grows. Until 400 days later.
privacy-kind-firsts = Your first message in each channel
privacy-why-firsts = When it was and how soon somebody answered, to see whether newcomers are welcomed. Until you have it forgotten, or 400 days after you leave.
privacy-kind-connections = Who wrote to whom
privacy-why-connections = Once a week for each person you answered or mentioned, or who did that to you; counted and removed 35 days after the week.
privacy-kind-cases = Decisions of the moderators about you
privacy-why-cases = So that they are fair and know what was before; you read them with `/mycases`. Until two years after they stop counting; quotes and evidence for 400 days.
privacy-kind-notes = Notes of the moderators
privacy-why-notes = What the team should remember when it deals with you; written for the team, so their words are not in an export. Until a year later.
privacy-kind-done_as_staff = What you did as one of the staff
privacy-why-done_as_staff = So that staff can be asked about it. Until two years later, or as long as the case stands.
privacy-kind-done_by_staff = What staff did that concerns you
privacy-why-done_by_staff = So that they can be asked about it. Until two years later.
privacy-kind-survey_drafts = Answers to surveys that you have not sent
privacy-why-survey_drafts = So that you can go on where you stopped. Until you send them or the survey closes.
privacy-kind-surveys = Surveys you have answered with your name
privacy-why-surveys = So that each person answers once. Until 400 days after the survey closed. What you answered anonymously cannot be found by your name, so it stands nowhere here.
privacy-kind-survey_answers = Your answers in them
privacy-why-survey_answers = For the managers of this server, who asked. Until 400 days after the survey closed.
privacy-kind-deliveries = Messages and acts on their way to you, or that came through lately
privacy-why-deliveries = So that nothing is lost or done twice. What came through loses your name a day later.
privacy-kind-language = The language you use me in
privacy-why-language = So that a message to you is in your language, in every server. Until you have not used me for 400 days.
privacy-kind-choices = What you have declined here
privacy-why-choices = So that it stays declined. Until you take it back.
privacy-kind-polls = Polls you asked
privacy-why-polls = What was asked and what came out stays; that it was you, until two years after the close.
privacy-kind-votes = How you voted in polls
privacy-why-votes = To count it, and so that you can look it up and change it. Until 400 days after the close. Secret votes are not listed here; they are gone once the poll is closed.

privacy-exported = Everything that I keep about you in { $server } is in this file. Only you see it; whoever you give it to can read it.
privacy-too-large = What I keep about you is too much for a file on Discord. Ask whoever runs me for it.

privacy-forget-title = Have yourself forgotten in { $server }? Nothing has gone yet.
privacy-goes = **This goes for good:**
privacy-goes-line = - { $kind }
privacy-stays = **This stays:**
privacy-stays-line = - { $ground }
privacy-stays-cases = Decisions of the moderators about you, so that nobody starts anew by having broken rules forgotten: until two years after they stop counting, quotes and evidence for 400 days.
privacy-stays-notes = Notes of the moderators, for the same reason: a year.
privacy-stays-staff = What you did as one of the staff, so that it can be asked about: two years, or as long as the case stands.
privacy-stays-audit = What staff did that concerns you, so that they can be asked about it: two years.
privacy-stays-deliveries = What is on its way to you: it is still delivered or done, and loses your name a day later.
privacy-stays-choice = What you have declined, so that it stays declined: until you take it back.
privacy-forget-after = Figures of past weeks and digests stay: they name nobody. What you do here afterwards is counted again, unless you use `/privacy opt-out` first.
privacy-forget-nothing = There is nothing about you in { $server } that could be forgotten.
privacy-confirm = Confirm
privacy-cancel = Cancel
privacy-cancelled = Nothing was forgotten.
privacy-forgotten = Done: what was to go in { $server } is gone, from the database and from its files.
privacy-forgotten-shortly = Done: what was to go in { $server } is gone from the database. The last traces in its files go in the coming night at the latest.
privacy-forgotten-counted = I remember that you were forgotten without knowing who you are, so that no copy brings you back. What you do from now on is counted; `/privacy opt-out` keeps me from that.
privacy-forgotten-uncounted = I remember that you were forgotten without knowing who you are, so that no copy brings you back. You stay uncounted.
privacy-not-yet = It is noted that you want to be forgotten, but nothing has gone yet: { $why } Press *Confirm* again later; at the latest it is done when I next start.
privacy-not-remembered = Nothing was forgotten: the file in which I remember that somebody was forgotten cannot be written, and without it a copy would bring you back. Please tell whoever runs me.
privacy-too-old = This question is from another day, and what it listed may not be right any more. Use `/privacy forget` again.

privacy-opted-out = From now on nothing that you do in { $server } is counted. What was counted until now stays until you use `/privacy forget`. Decisions of the moderators are recorded all the same.
privacy-opted-out-before = You are not counted in { $server } already, and it stays so.
privacy-opted-in = From now on what you do in { $server } is counted again: how much and where, never what you say.
privacy-opted-in-before = You are counted in { $server } already, and it stays so.

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
poll-card-draft = This is how the poll will look. Nobody else sees it yet.
poll-card-closed = Closed
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
poll-for = For { $roles }
poll-quorum-people = { $count ->
    [one] Counts only if at least { $count } person votes.
   *[other] Counts only if at least { $count } people vote.
}
poll-quorum-percent = Counts only if at least { $share } % of those who may vote do.
poll-results-after-vote = Results are shown to you once you have voted.
poll-results-after-close = Nobody sees results before the close.
poll-ballot-public = Everyone can see how you voted.
poll-ballot-named-after = Once the poll is closed everyone can see how you voted.
poll-ballot-secret = Nobody in this server can see how you voted. While the poll is open, whoever runs the bot's computer could find out; at close that becomes impossible. With fewer than 5 votes only the winner is shown.
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
poll-preview-images = { $count ->
    [one] { $count } image stands under the card.
   *[other] { $count } images stand under the card, numbered like the buttons.
}
poll-preview-secret = Once it is open it cannot be made less secret: nobody will be able to find out how somebody voted, and neither will you.
poll-preview-dates = When it closes, the date that suits most people becomes an event, which everyone on the server sees.
poll-preview-dates-hidden = Not everyone on the server sees this channel, so no event is made of the date that wins.
poll-preview-dates-lacks = You lack the permission { $permission }, so no event is made of the date that wins.
poll-preview-dates-none = No event is made of the date that wins.
poll-not-opened = Poll #{ $number } was to open in { $channel } and was called off: { $author }, who asked it, is not staff any more or may not write there. Whoever still wants it can use `/poll create` or `/poll repeat` there.
poll-preview-ping = { $role } is called, which reaches { $count ->
    [one] { $count } person
   *[other] { $count } people
}.
poll-preview-ping-unknown = { $role } is called; Discord did not say how many people that reaches.
poll-who-may = Who may vote: everyone, unless you choose roles
poll-publish = Publish
poll-edit-options = Edit options
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
poll-again = Post again
poll-cancelled = Nothing was asked, and the preview is gone.
poll-cancelled-before = This preview was cancelled. Use `/poll create` for a new one.
poll-published-before = This was published already. `/poll list` shows it.
poll-draft-gone = This preview is not there any more; they are kept for a day, for whoever made them. Use `/poll create` for a new one.
poll-closed-now = Poll #{ $number } is closed, and its result stands in { $channel }.
poll-closing = Poll #{ $number } is closed, and its result follows in { $channel } in a moment.
poll-posting-again = It is recorded and will stand in { $channel } in a moment.
poll-called-off = Poll #{ $number } is called off before it opened; nobody has seen it.
poll-ended-native = Discord ends poll #{ $number } now and shows in { $channel } how it ended; `/poll results` has it as soon as the count is final.
poll-closed-not-posted = Poll #{ $number } is closed, but its result does not stand in { $channel }: { $why } `/poll results` shows it.
poll-closed-before = Poll #{ $number } is closed already. `/poll results` shows what came out.
poll-extended = Poll #{ $number } closes { $at } ({ $ago }) instead of { $before }.
poll-native-closes = Discord does not let the end of a poll of its own be moved. `/poll close` ends it now.
poll-repeat-images = The images of that poll were not kept. To show some, use `/poll create` and attach them again.
poll-dates-over = One of these dates is over. Use `/poll dates` with new ones.
poll-fallback = The result of this poll could not stand in { $channel }: { $why }
poll-why-permission = I lack a permission there. Someone who manages the channel can let me view it, send messages, embed links and attach files; then press **Post again**.
poll-why-access = I do not see that channel. Someone who manages it can let me in; then press **Post again**.
poll-why-gone = the channel or the message was deleted. Press **Post again**, or use `/poll repeat` in another channel.
poll-why-automod = Discord’s AutoMod did not let it through. Someone who manages the server can look at its rules; then press **Post again**.
poll-why-unknown = Discord did not say whether it took the message, and I may not look there. Look yourself first; if it is not there, press **Post again**.
poll-fallback-card = Poll #{ $number } is open, but its card could not stand in { $channel }, so nobody can vote: { $why }
poll-how-ranked-exactly = Put exactly { $count } options in order, your favourite first; you can change or withdraw your vote until the poll closes.
poll-ranking-none-exactly = Choose your favourite. Your vote counts once { $count } options stand in order.
poll-menu-exactly = Choose { $count }
poll-list-called-off = called off before it opened
poll-list-closed-few = closed { $at }, fewer than { $few } people voted
poll-why-refused = Discord refused it. Press **Post again**; if that does not help, whoever runs the bot finds the reason in its log.
poll-none = There is no poll “{ $typed }” here. Choose one of those that are offered, or look at `/poll list`.
poll-none-here = No poll was asked in this channel yet. Name one in the option `poll`, or look at `/poll list`.
poll-none-open = No poll is open in this channel. Name one in the option `poll`, or look at `/poll list`.
poll-several-open = Several polls are open in this channel. Say which one in the option `poll`.
poll-not-open = This poll is not open yet.
poll-closed = This poll closed { $at }, so votes no longer change. The result stands in the channel.
poll-not-eligible = This poll is for { $roles }. Whoever gives out roles here can tell you how to get one.
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
help-poll-create = For example: `/poll create question:Which evening? options:Friday; Saturday closes:friday 19:00`
help-poll-dates = For example: `/poll dates question:When do we play? options:friday 19:00; saturday 18:00`
help-poll-repeat = For example: `/poll repeat poll:3 closes:in 2 days`
help-poll-close = For example: `/poll close poll:3`
help-poll-extend = For example: `/poll extend poll:3 closes:sunday 20:00`
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
poll-result-few = Fewer than { $few } people voted, and the ballot was secret: so only what has won is shown.
poll-result-voters = { $voters ->
    [0] Nobody has voted yet.
    [one] { $voters } person voted.
   *[other] { $voters } people voted.
}
poll-result-turnout = Turnout { $percent } %: { $voters } of { $eligible } who could vote.
poll-result-part = { $voters } of { $eligible } who could vote did.
poll-result-more = { $voters } people voted. When the poll opened, { $eligible } could; more came later.
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
poll-digest-nobody = Nobody voted.
poll-digest-won = Winner: { $options }.
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

## digest
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
on-weekday-1 = on Monday
on-weekday-2 = on Tuesday
on-weekday-3 = on Wednesday
on-weekday-4 = on Thursday
on-weekday-5 = on Friday
on-weekday-6 = on Saturday
on-weekday-7 = on Sunday
from-weekday-1 = from Monday
from-weekday-2 = from Tuesday
from-weekday-3 = from Wednesday
from-weekday-4 = from Thursday
from-weekday-5 = from Friday
from-weekday-6 = from Saturday
from-weekday-7 = from Sunday
to-weekday-1 = to Monday
to-weekday-2 = to Tuesday
to-weekday-3 = to Wednesday
to-weekday-4 = to Thursday
to-weekday-5 = to Friday
to-weekday-6 = to Saturday
to-weekday-7 = to Sunday
digest-title = { $server }, week { $week } ({ $days })
digest-week = Week { $week }, { $days }
digest-days-within = { $first }–{ $last }
digest-days-across = { $first } – { $last }
digest-day = { $day } { $month }
digest-day-of-year = { $day } { $month } { $year }
digest-value = { $value }
digest-no-data = no data
digest-no-data-of = { $figure }: no data
digest-usual = usual
digest-good = good
digest-not-good = not good
digest-last = last week { $value }
digest-before = { $figure } ({ $last } before)
digest-above = { $figure } ▲ (usual { $range })
digest-below = { $figure } ▼ (usual { $range })
digest-above-short = { $figure } ▲
digest-below-short = { $figure } ▼
digest-range = { $low }–{ $high }
digest-percent = { $percent } %
digest-part = { $part } of { $whole }
digest-more = +{ $value }
digest-fewer = −{ $value }
digest-missed = Not connected for { $span } { $when }.
digest-missed-part = Not connected for { $span } { $when }; { $recovered } recovered.
digest-missed-whole = Not connected for { $span } { $when }; all of it recovered.
digest-missed-days = { $from } { $to }
digest-missed-times = in all, on { $times ->
    [one] { $times } occasion
   *[other] { $times } occasions
}
every-weekday-1 = Every Monday
every-weekday-2 = Every Tuesday
every-weekday-3 = Every Wednesday
every-weekday-4 = Every Thursday
every-weekday-5 = Every Friday
every-weekday-6 = Every Saturday
every-weekday-7 = Every Sunday
digest-late = Late: this was due { $at }, and I was not running or not connected then.
digest-shortened = { $count ->
    [one] { $count } more line did not fit here; `steward digest` prints it.
   *[other] { $count } more lines did not fit here; `steward digest` prints them.
}
digest-list = { $names }, { $next }
digest-section-all = all
digest-section-none = none
digest-section-activity = activity
digest-section-moderation = moderation
digest-section-polls = polls
digest-plan-title = Weekly digest
digest-plan-saved = Saved.
digest-plan-posts = { $day } at { $time } ({ $zone }) in { $channel }.
digest-plan-keeps = { $day } at { $time } ({ $zone }). It is posted nowhere, as no channel is set (`channel` sets one); `/digest show` reads it all the same.
digest-plan-next = Next: week { $week } ({ $days }), { $at }, { $ago }.
digest-plan-sections = Sections: { $sections }.
digest-plan-off = “day: off” ends the posts; digests can still be read.
digest-state = Week { $week } ({ $days }): { $posted }
digest-posted-nowhere = posted nowhere.
digest-posted-soon = on its way to { $channel }.
digest-posted-there = posted in { $channel }.
digest-posted-failed = could not be posted in { $channel }. { $why }
digest-posted-unknown = Discord did not say whether it was posted in { $channel }; look there.
digest-refused-gone = The channel is no longer there; `/digest setup` sets another one.
digest-refused-permission = My role needs “{ permission-view-channel }”, “{ permission-send-messages }” and “{ permission-embed-links }” there (channel settings → Permissions).
digest-refused-automod = AutoMod of this server did not let it through; a name in it may be the reason.
digest-refused = Discord refused it; whoever runs me finds the reason in the log.
digest-log-failed = The digest of week { $week } ({ $days }) could not be posted in { $channel }. { $why } `/digest show` reads it.
digest-log-unknown = Discord did not say whether the digest of week { $week } ({ $days }) was posted in { $channel }: look there. `/digest show` reads it in any case.
digest-warn-public = Everyone can read { $channel }. The digest is made for staff: a channel of theirs suits it better.
digest-warn-lacks = I cannot post in { $channel }: my role needs { $permission } there (channel settings → Permissions).
digest-warn-gone = { $channel } is no longer there, so nothing can be posted. `channel` sets another one.
digest-not-a-time = “{ $typed }” is no time of day. Write it like 09:00.
digest-no-section = “{ $typed }” is no section of the digest. There are: { $sections }. For all of them write: all.
digest-off-with-channel = `day: off` ends the posts, so no channel goes with it. Nothing was changed; leave out one of the two.
digest-not-a-week = “{ $typed }” is no week. Write it like 2026-W47 or 47.
digest-not-kept = There is no digest of that week. There are some from { $first } to { $last }: choose one from the list while you type.
digest-none-kept = There is no digest yet. `/digest preview` shows how it would look now.
digest-none-kept-before = There is no digest yet; the first one comes { $at }. `/digest preview` shows how it would look now.
digest-preview = A preview; nothing was posted.
digest-preview-posts = A preview; nothing was posted. It comes { $at }, { $ago }, in { $channel }.
digest-preview-keeps = A preview; nothing was posted. It is written { $at }, { $ago }, and can be read with `/digest show`; no channel is set.
digest-now-running = Nothing was posted now. This is the running week so far:
digest-now-posted = Posted in { $channel }:
digest-now-soon = Noted, but Discord has not taken it yet. It is sent again until Discord does; `/digest setup` shows what became of it.
digest-now-failed = It could not be posted in { $channel }. { $why } Then `/digest now` posts it; `/digest show` reads it already.
digest-now-unknown = Discord did not say whether it was posted in { $channel }: look there. `/digest show` reads it in any case.
digest-week-choice = { $name } · { $days }
digest-fewer-than = fewer than { $count }
digest-plan-public = Public edition for members, at the same time, in { $channel }: without moderation and private channels, and never about fewer than 5 people.
digest-state-public = Public edition: { $posted }
digest-log-public-failed = The public edition of the digest of week { $week } ({ $days }) could not be posted in { $channel }. { $why } Then `/digest now` posts it.
digest-log-public-unknown = Discord did not say whether the public edition of the digest of week { $week } ({ $days }) was posted in { $channel }: look there.
digest-warn-public-gone = { $channel } is no longer there, so members cannot get their edition. `public_channel` sets another one.
digest-warn-not-public = Not everyone can read { $channel }, so some members will not see the public edition.
digest-now-public-posted = Public edition posted in { $channel }:
digest-now-public-soon = The public edition is noted too, but Discord has not taken it yet. It is sent again until Discord does; `/digest setup` shows what became of it.
digest-now-public-failed = The public edition could not be posted in { $channel }. { $why } Then `/digest now` posts it.
digest-now-public-unknown = Discord did not say whether the public edition was posted in { $channel }: look there.
digest-button-members = Public edition
digest-button-public-off = Public edition off
digest-members-posts = A preview of the public edition; nothing was posted. It comes with the next digest, in { $channel }.
digest-members-off = A preview of the public edition; nothing was posted. It is off: `/digest setup` with `public_channel` switches it on.
digest-members-nothing = The sections that were chosen hold nothing for members, so no public edition is posted.
needs-digest-post = post the weekly digest
needs-digest-frame = show the digest in a frame
day-short-1 = Mon
day-short-2 = Tue
day-short-3 = Wed
day-short-4 = Thu
day-short-5 = Fri
day-short-6 = Sat
day-short-7 = Sun
day-1 = Monday
day-2 = Tuesday
day-3 = Wednesday
day-4 = Thursday
day-5 = Friday
day-6 = Saturday
day-7 = Sunday
figure-median_first_reply_s = Half of them answered within
figure-new_active_next_week = Wrote again this week
figure-top10_share = Written by the ten most active
figure-top_channels = Private channels
figure-cases_note = Notes
figure-cases_warn = Warnings
figure-cases_timeout = Timeouts
figure-cases_untimeout = Timeouts lifted
figure-cases_kick = Kicks
figure-cases_ban = Bans
figure-cases_unban = Bans lifted
subject-top_channels = #{ $subject }
chart-usual = usual { $range }
chart-part = not a whole week
chart-week = week { $week }
chart-missing = no figure
chart-few = fewer than { $count }, or no figure
chart-fewer = fewer than { $count }
chart-count = { $count }
chart-range = { $low }–{ $high }
digest-heading-activity = Community
digest-heading-moderation = Moderation
digest-heading-polls = Polls
digest-told = { $before } { $next }
digest-moment = { $date }, { $time } { $zone }
digest-as-of = Figures as of { $at }. Written by Steward.
digest-page-notes = To know beside the figures
digest-page-figure = Figure
digest-page-value = This week
digest-page-last = Week before
digest-page-above = above the usual { $range }
digest-page-below = below the usual { $range }
digest-page-usual = as usual ({ $range })
digest-button-export = Export
digest-export = Week { $week } ({ $days }) as it was kept: a page to open or print, and the figures as CSV and JSON.
needs-digest-picture = put its picture and files under the digest

## activity digest
figure-removed = Removed
activity-lead = { $week }.
activity-lead-most = { $week }; most of it { $day }.
activity-lead-liveliest = { $week }; liveliest { $day }.
activity-week-busy = A busier week than usual
activity-week-quiet = A quieter week than usual
activity-week-usual = A week like the ones before
activity-week-alone = A week with too few before it to compare
activity-week-silent = A silent week: nobody wrote
activity-week-running = This week is not over; these are its figures so far
activity-week-part = Only a part of this week is on record, so nothing is called usual or unusual
activity-week-gap = A part of this week was missed, so nothing is called usual or unusual
activity-first-seen = First seen
activity-newcomers = Last week’s { $count ->
    [one] newcomer:
   *[other] { $count } newcomers:
}
activity-newcomers-so-far = Last week’s { $count ->
    [one] newcomer so far:
   *[other] { $count } newcomers so far:
}
activity-replied = { $value ->
    [0] nobody answered directly
    [one] { $value } answered directly
   *[other] { $value } answered directly
}
activity-first-reply = half within { $value }
activity-again = { $value ->
    [0] nobody wrote again this week
    [one] { $value } wrote again this week
   *[other] { $value } wrote again this week
}
activity-moves = Came and went
activity-joined = { $value ->
    [0] nobody joined
    [one] { $value } joined
   *[other] { $value } joined
}
activity-left = { $value ->
    [0] nobody left
    [one] { $value } left
   *[other] { $value } left
}
activity-removed = { $value } of them removed
activity-net = net { $value }
activity-conversations = Conversations
activity-connections = { $value ->
    [one] { $value } connection
   *[other] { $value } connections
}
activity-also = Also
activity-reactions = { $value ->
    [one] { $value } reaction
   *[other] { $value } reactions
}
activity-voice = { $value } in voice
activity-top-ten = the ten most active wrote { $value }
activity-channels = Channels
activity-channel = #{ $subject } { $value }
activity-private-channels = private channels { $value }
activity-newcomers-before = Last week’s newcomers:
activity-lively-channels = Liveliest channels
activity-chart-weeks = People who wrote, by week
activity-chart-days = Messages by day
activity-chart-messages = Messages, by week
activity-channel-named = #{ $subject }
activity-week-unseen = Nothing of this week was seen
activity-unseen = `steward import` can bring what was written in that time.
activity-last-not-whole = Last week was not on record as a whole, so its figures are smaller than they were.
activity-young = The record begins on { $day } { $month } { $year }, so whoever was “first seen” may have been here before. `steward import` brings the history before it.
activity-outside = Nothing is on record for { $week }: the record goes from { $first } to { $last }. `steward import` brings what lies outside it.
activity-no-record = Nothing is on record for { $week } yet. Counting begins when the bot runs; `steward import` brings an earlier history.
activity-not-begun = { $week } has not begun yet. Ask for a week that has.

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

## activity on the command line
import-no-path = { $path } cannot be read: { $why }
    Give the path of a file that DiscordChatExporter wrote as JSON, or of a folder with such files.
import-no-files = There is no file that ends in .json there.
    Export the channels with DiscordChatExporter in the format JSON, then give their folder.
import-other-guild = { $path } belongs to the server { $found }, not to { $named }. Nothing was imported.
    Leave out --guild, or give only files of that server.
import-flawed = { $path }, line { $line }, column { $column }: { $what }
    Nothing of this file was imported. { $done ->
    [0] No file was imported before it.
    [one] One file before it is in: { $files }.
   *[other] { $done } files before it are in: { $files }.
} Run the same command again when the file is in order; it goes on where it stopped.
import-flaw-unreadable = the file cannot be read ({ $why }). Give the user who runs Steward the right to read it, or copy it here again.
import-flaw-truncated = the file ends in the middle. Export this channel again, or copy the file here again.
import-flaw-not-json = this is no JSON. Export the channel with DiscordChatExporter in the format JSON.
import-flaw-foreign = this is not what DiscordChatExporter writes for a channel of a server. Take the file out of the folder, or export the channel in the format JSON.
import-flaw-shape = something here is not as DiscordChatExporter writes it ({ $why }). Export this channel again with a current version.
import-flaw-id = “{ $text }” is no id. Ids are whole numbers with up to 19 digits, in quotes; a program that changed the file may have rounded them. Export this channel again.
import-flaw-time = “{ $text }” is no time. Times look like 2026-11-20T18:30:00+00:00. Export this channel again and leave the file as it is.
stats-no-server = The database holds no server yet. Invite Steward and let it count, or run `steward import` first.
stats-unknown-server = The database knows no server { $guild }. It has: { $servers }.
stats-which-server = The database holds several servers: { $servers }. Say which one with --guild.

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
survey-post-sent = { $count ->
    [0] Nobody answered.
    [one] One person answered.
   *[other] { $count } people answered.
}
survey-post-destroyed = Whose answers are whose can no longer be found out, by anyone.
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
survey-outcome-preview = “{ $title }” has not been posted yet.
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
survey-export-anonymous = Survey #{ $number }, “{ $title }”, is anonymous: the file says neither who answered nor when, and the order of the rows is chance. The answers of one person stand in one row. Of a wave that fewer than five answered it has only how many they were.
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
survey-list-answers = wave { $wave }, { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
survey-list-comes = ↳ comes { $every }, next { $at }
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
