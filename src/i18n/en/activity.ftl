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
figure-active_days = Days with a message
figure-used_channels = Channels and threads
figure-server_share = Share of the server’s messages
figure-unanswered = Newcomers without an answer
figure-fading = Fading regulars
figure-cohorts = +1, +2 and so on
meaning-active_days = days on which at least one message was written.
meaning-used_channels = channels and threads with at least one message.
meaning-server_share = messages in the channel and its threads, of all messages in the server.
meaning-median_first_reply_s = half of the newcomers who got a reply waited no longer than this. Shown from 5 replies on.
meaning-new_active_next_week = of those who wrote for the first time in a week, how many wrote in the week after it.
meaning-unanswered = people who first wrote at most 14 days ago and got no reply or mention within 24 hours.
meaning-fading = people who wrote in at least 3 of 4 weeks not long ago, and nothing in the last 2 to 4 weeks.
meaning-cohorts = how many of a week’s newcomers wrote again 1 week later, 2 weeks later and so on: a percentage from 10 newcomers on. “?” is a week that isn’t on record.
stats-may-not-post = You can’t write in this channel, so nothing was posted. Use the command in a channel where you can.
stats-hidden-channel = Not everyone who reads this channel can see { $channel }, so its figures weren’t posted. Post them in { $channel } itself.
stats-of-bot = Bots aren’t counted. Choose a person.
stats-member-own = Your last 28 days in { $server }
stats-member-title = The last 28 days in { $server }
stats-member-of = Of { $member }
stats-member-since = Since { $since }
stats-member-first = First message on record: { $at }
stats-member-days = the last 28 days
stats-member-audited = Only you see this. The audit notes that you looked.
stats-member-opted-out = You’ve opted out, so nothing is counted about you. `/privacy opt-in` starts counting again.
stats-member-empty = Nothing has been counted about you in the last 28 days. Messages, reactions and time in voice count from now on.
stats-member-nothing = Nothing is counted about { $member } in the last 28 days. They were silent here, or chose not to be counted.
stats-channel-of = Channel: { $channel }
stats-channel-excluded = Nothing is counted in { $channel } now: it’s excluded. A manager can change that with `/activity exclude remove`.
stats-channel-people = { $count ->
    [one] { $count } person wrote in this time.
   *[other] { $count } people wrote in this time.
}
stats-share = { $share }%
stats-newcomers-title = Newcomers of { $server }
stats-newcomers-week = **{ $week }** · { $count ->
    [one] { $count } wrote for the first time
   *[other] { $count } wrote for the first time
}
stats-newcomers-first-seen = **{ $week }** · first seen: { $count }
stats-newcomers-none = **{ $week }** · no one wrote for the first time
stats-newcomers-few = **{ $week }** · fewer than { $few } wrote for the first time
stats-newcomers-replied = – { $part } of { $whole } got a reply{ $share }
stats-newcomers-replied-so-far = – so far { $part } of { $whole } got a reply{ $share }
stats-newcomers-again = – { $part } of { $whole } wrote again the week after{ $share }
stats-newcomers-share = {" "}({ $share }%)
stats-newcomers-median = – half of the replies came within { $span }
stats-newcomers-unsure = { $count ->
    [one] – of { $count }, a reply may be missing from the record
   *[other] – of { $count }, replies may be missing from the record
}
stats-chart-newcomers = Wrote for the first time, by week
stats-chart-cohorts = Of 100 newcomers, wrote again the week after
stats-picture-until = weeks up to { $week }
stats-cohorts-title = Who stayed in { $server }
stats-cohorts-about = Of a week’s newcomers, how many wrote again that many weeks later:
stats-young = The record begins on { $day } { $month } { $year }. Until 28 days are on record, no one is known to be new, to stay or to fade. `/activity backfill` brings the history before it.
stats-core = Who holds it together
stats-core-title = Who holds { $server } together
stats-core-about = People who talk with one another again and again. Numbers are those in the picture.
stats-core-circle = **Circle { $number }** · { $count ->
    [one] { $count } person
   *[other] { $count } people
}
stats-core-person = { $number } · { $member } · tied to { $ties }
stats-core-unnamed = { $number } · someone who isn’t named · tied to { $ties }
stats-core-missed = { $person } · would be missed: { $count ->
    [one] { $count } person would lose touch
   *[other] { $count } people would lose touch
}
stats-core-marked = would be missed: others would lose touch without them
stats-core-says = People: { $people }. Circles: { $circles }.
stats-core-none = Not enough people talk with one another yet: it takes 5, each tied to 2 others. Two people are tied when each replied to or mentioned the other, or one of them did so in 2 weeks.
stats-core-private = Only you see this. People who don’t want to be thanked aren’t named.
stats-needs = Who needs a person today
stats-needs-title = Who needs a person today
stats-needs-unanswered = **Newcomers without an answer:** { $count }
stats-needs-all-answered = No newcomer has waited a day for an answer.
stats-needs-waiting = { $member } in { $channel }, { $at }: https://discord.com/channels/{ $guild }/{ $place }/{ $message }
stats-needs-waiting-hidden = { $member } in a channel that you can’t see, { $at }
stats-needs-fading = **Fading regulars:** { $count }
stats-needs-none-fading = No regular has fallen silent.
stats-needs-unsure = A part of the last 4 weeks wasn’t recorded, so no one is known to have fallen silent.
stats-needs-silent = { $member }, last wrote in { $week }
stats-needs-private = Only you see this. Nothing was sent to anyone.
activity-exclude-added = Nothing is counted in { $channel } and its threads from now on. What was counted before stays.
activity-exclude-removed = { $channel } is counted again from now on. `/activity backfill` can bring what was written meanwhile.
activity-exclude-already = Nothing is counted in { $channel } already. `/activity exclude list` shows all such channels.
activity-exclude-not = { $channel } isn’t excluded. `/activity exclude list` shows the channels that are.
activity-exclude-above = The channel of { $channel } is excluded, so its threads are too. Use `/activity exclude remove` on the channel itself.
activity-exclude-none = Every channel that I can see is counted. `/activity exclude add` leaves one out.
activity-exclude-title = Channels that aren’t counted
activity-exclude-line = { $channel }, since { $since }
activity-exclude-staff = { $channel }: a staff channel, never counted
activity-of-staff = { $channel } is a staff channel, so nothing is counted there. Staff channels are those set in `/setup` and those that only staff roles can see.
activity-exclude-hidden = { $count ->
    [one] { $count } more that you can’t see
   *[other] { $count } more that you can’t see
}
activity-backfill-running = History is being read
activity-backfill-done = History was read
activity-backfill-cancelled = Reading history was cancelled
activity-backfill-channel = Channel: { $channel } and its threads
activity-backfill-hidden = Channel: one that you can’t see
activity-backfill-all = Channels: all that I can read
activity-backfill-span = Time: { $since } to { $until }
activity-backfill-listing = Looking for channels and threads.
activity-backfill-channels = Read: { $done } of { $channels } channels and threads
activity-backfill-messages = New messages counted: { $count }
activity-backfill-known = Counted before: { $count }
activity-backfill-failed = { $count ->
    [one] { $count } couldn’t be read. `/setup check` shows where I lack Read Message History.
   *[other] { $count } couldn’t be read. `/setup check` shows where I lack Read Message History.
}
activity-backfill-goes-on = It goes on by itself, even after a restart. Only who wrote when, where and to whom is read.
activity-backfill-refresh = Refresh
activity-backfill-cancel = Cancel
activity-backfill-one-at-a-time = One reading at a time. This one isn’t over yet. Wait for it, or cancel it.
activity-backfill-gone = That reading was removed from the record. Start another with `/activity backfill`.
activity-backfill-excluded = Nothing is counted in { $channel }, so its history can’t be read. Use `/activity exclude remove` first.
activity-backfill-too-far = Counts are kept for 400 days, so older history can’t be read. Choose a later day.
activity-backfill-since = “{ $typed }” isn’t a time in the past. Write for example 90d, 2026-09-01 or “last monday”.
needs-backfill = read back what was written while it wasn’t connected
needs-view-channel = see channels and count what is written there
needs-view-audit-log = tell who was kicked or banned from who left

## activity digest
figure-removed = Removed
activity-lead = { $week }.
activity-lead-most = { $week }; most was written { $day }.
activity-lead-liveliest = { $week }; liveliest { $day }.
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
activity-unsure = of { $value }, replies may be missing from the record
figure-unsure_newcomers = Newcomers whose replies may be missing from the record
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
activity-young = The record begins on { $day } { $month } { $year }, so whoever was “first seen” may have been here before. `/activity backfill` or `steward import` brings the history before it.
activity-suggest-unanswered = { $count ->
    [one] { $count } newcomer has waited more than a day for an answer.
   *[other] { $count } newcomers have waited more than a day for an answer.
}
activity-suggest-fading = { $count ->
    [one] { $count } regular has fallen silent.
   *[other] { $count } regulars have fallen silent.
}
activity-suggest-both = { $unanswered } { $fading }
activity-outside = Nothing is on record for { $week }: the record goes from { $first } to { $last }. `steward import` brings what lies outside it.
activity-no-record = Nothing is on record for { $week } yet. Counting begins when the bot runs; `steward import` brings an earlier history.
activity-not-begun = { $week } has not begun yet. Ask for a week that has.

## activity on the command line
import-no-path = { $path } cannot be read: { $why }
    Give the path of a file that DiscordChatExporter wrote as JSON, or of a folder with such files.
import-no-files = There is no file that ends in .json there.
    Export the channels with DiscordChatExporter in the format JSON, then give their folder.
import-other-guild = { $path } belongs to the server { $found }, not to { $named }. Nothing was imported.
    Leave out --guild, or give only files of that server.
import-other-zone = Days of { $guild } are counted in the zone { $zone }. Nothing was imported.
    Leave out --zone, or choose the other zone with /setup set first.
import-flaw-unreadable = the file cannot be read ({ $why }). Give the user who runs Steward the right to read it, or copy it here again.
import-flaw-truncated = the file ends in the middle. Export this channel again, or copy the file here again.
import-flaw-not-json = this is no JSON. Export the channel with DiscordChatExporter in the format JSON.
import-flaw-foreign = this is not what DiscordChatExporter writes for a channel of a server. Take the file out of the folder, or export the channel in the format JSON.
import-flaw-shape = something here is not as DiscordChatExporter writes it ({ $why }). Export this channel again with a current version.
import-flaw-id = “{ $text }” is no id. Ids are whole numbers with up to 19 digits, in quotes; a program that changed the file may have rounded them. Export this channel again.
import-flaw-time = “{ $text }” is no time. Times look like 2026-11-20T18:30:00+00:00. Export this channel again and leave the file as it is.
import-flaw-attachment = it lies in a folder of attachments, so a member may have written it.
import-flaw-companion = it is a companion that macOS made of a file, without history.
import-flaw-dangling = the link leads nowhere.
import-flaw-no-file = this is a pipe or a device and no file.
import-flaw-other-guild = it belongs to the server { $found }, and another was named with --guild.
import-flaw-empty = the file is empty. If it was to hold a channel, export that again.
import-flaw-direct = this is a private conversation, which belongs to no server.
import-flaw-never = “{ $text }” cannot be when a message was written: Discord began in 2015, and it cannot be later than tomorrow. Export this channel again, and look at the clock of this computer.
stats-no-server = The database holds no server yet. Invite Steward and let it count, or run `steward import` first.
stats-unknown-server = The database knows no server { $guild }. It has: { $servers }.
stats-which-server = The database holds several servers: { $servers }. Say which one with --guild.
