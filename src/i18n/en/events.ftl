## events
events-digest-head = Event #{ $number }: { $title }
events-digest-starts = Starts { $at }
events-digest-going = Signed up: { $count }
events-digest-over = It took place.
events-file = Open this file to put “{ $title }” in your calendar. If the event changes, get it again.
events-file-series = Open this file to put all of “{ $title }” in your calendar. If the series changes, get it again.
events-calendar-file = Calendar file

events-week = Week { $week }: { $from } – { $until }
events-week-date = { $month }/{ $day }
events-week-zone = Times in { $zone }
events-week-more = and { $count } more
events-week-day = **{ $weekday } { $date }**
events-week-line = { $at } **{ $title }** (#{ $number })
events-week-line-off = { $at } ~~{ $title }~~ (#{ $number }, canceled)
events-week-room = in { $channel }
events-week-going = { $count } going
events-week-empty = Nothing is planned this week that you can see.
events-week-previous = Previous week
events-week-next = Next week
events-week-unknown = “{ $typed }” isn’t a week. Write a week like 2026-W49 or a day like 2026-12-05.
events-week-offered = { $week }: { $from } – { $until }
events-weekday-1 = Mon
events-weekday-2 = Tue
events-weekday-3 = Wed
events-weekday-4 = Thu
events-weekday-5 = Fri
events-weekday-6 = Sat
events-weekday-7 = Sun
events-feeds = Calendar feeds
events-feeds-title = Calendars to subscribe to
events-feeds-how = Add an address in your calendar app under “Subscribe” or “From URL”. Events then appear and change by themselves.
events-feeds-secret = Anyone who knows an address can read that calendar. If one gets out, make a new one.
events-feed-own = Events you’re signed up for
events-feed-server = All events everyone here can see
events-feed-renew-own = New address for mine
events-feed-renew-server = New server address
events-feed-off = Calendars to subscribe to are off here. The bot owner can turn them on with `public_url` in the settings. Until then, use **Calendar file** on an event.

events-check-in = Check in
events-checkin-early = Check-in opens { $at }.
events-checkin-over = This event is over, so check-in is closed.
events-checkin-closed = Check-in isn’t open for this event.
events-checkin-wrong = That isn’t the code. Look at the code at the door and try again.
events-code-form = Check in
events-code-field = Code shown at the door
events-checked-in = You’re checked in at “{ $title }”.
events-checked-in-before = You’re already checked in at “{ $title }”.
events-checked-other = { $member } is checked in at “{ $title }”.
events-checked-other-before = { $member } is already checked in at “{ $title }”.
events-door = Check-in: { $title }
events-door-code = Show this code at the door: **{ $code }**
events-door-button = People press **Check in** on the card in { $channel }.
events-door-count = Checked in: { $count } ({ $going } said they’re going)
events-door-refresh = Refresh
events-door-new = New code

events-rating = How was “{ $title }”?
events-rating-how = If you were there, press a number of stars. Your name isn’t shown.
events-rating-event = About event #{ $number }
events-rating-mean = Rating: { $mean } of 5, from { $count } people
events-rating-early = You can rate this event once it’s over.
events-rating-absent = Only people who were at this event can rate it.
events-rating-none = You haven’t rated this event.
events-rating-late = This event was too long ago to rate.
events-rating-words = Add words
events-rating-words-form = How was it?
events-rating-words-field = What was good, what could be better?
events-rating-words-kept = Thanks. The organizers can read your words without your name.
events-rating-remove = Remove my rating
events-rating-removed = Your rating was removed.
events-rated = You gave “{ $title }” { $stars } of 5 stars. Press another number to change it.
events-stars = { $stars } ★
events-attendance = Attendance
events-came = { $count ->
    [one] { $count } person came.
   *[other] { $count } people came.
}
events-first-timers = First time at an event here: { $count }
events-no-shows = { $count ->
    [one] { $count } person was going and didn’t come.
   *[other] { $count } people were going and didn’t come.
}

needs-create-events = put events on the server’s list
needs-events-messages = post the cards of events
events-no-place = To be announced
events-reason = Event asked for by { $actor }
events-failed = “{ $title }” was not put on the server’s list of events. { $why }
events-unknown = Discord did not say whether “{ $title }” was put on the server’s list of events. Look there; if it is missing, add it by hand.
events-full = Discord takes 100 events on that list and no more: remove one that nobody needs, then try again.
events-begun = That time has come, so no event was made.
events-unclear = It is not known whether Discord made that event before. Look at the server’s list of events; if it is missing, add it by hand.
privacy-kind-events = Events you created
privacy-why-events = What they are called, when and where they take place, so that people can sign up and none is made twice. Until 400 days after their end.
events-none = I can’t find an event called “{ $typed }” that you can see. Choose one from the list.
privacy-kind-event_signups = Events you answered
privacy-why-event_signups = Whether you come, and how many guests you bring. Until 90 days after the event.
privacy-kind-event_reminders = Events you want to be reminded of
privacy-why-event_reminders = So that I can send you a DM before they start. Until 90 days after the event.
needs-events-threads = make a thread for those who signed up for an event
needs-events-thread-messages = write to those who signed up in the thread of an event
events-over = This event is over or was canceled.
events-signups-closed = Sign-up closed { $at }. You can still press **Can't**.
events-role-only = This event is only for { $role }.
events-no-group = Choose a group from the menu. The groups of this event may have changed, so press **Going** again.
events-no-seats =
    { $free ->
        [0] There are no free seats for guests.
        [one] There is a free seat for { $free } guest only.
       *[other] There are free seats for { $free } guests only.
    }
events-too-many-guests =
    { $most ->
        [0] You can’t bring guests to this event.
        [one] You can bring up to { $most } guest.
       *[other] You can bring up to { $most } guests.
    }
events-not-going = You aren’t signed up for this event. Press **Going** first.
events-no-span = “{ $typed }” isn’t a length of time of at least a minute. Write something like “90 min” or “2h”.
events-problem-title-none = The event needs a title.
events-problem-title-long = The title has { $units } characters, and the limit is { $most }. Shorten it.
events-problem-description-long = The description has { $units } characters, and the limit is { $most }. Shorten it.
events-problem-address-long = The address has { $units } characters, and the limit is { $most }. Shorten it.
events-problem-started = { $at } is in the past. Choose a later start.
events-problem-starts-late = An event can start at most a year from now. The latest is { $latest }.
events-problem-length = An event can take from 1 minute to 14 days.
events-problem-longer-than-repeat = It would still be going on when it takes place again. Make it shorter, or repeat it less often.
events-problem-voice = Choose a voice channel with the **channel** option.
events-problem-stage = Choose a stage channel with the **channel** option.
events-problem-talk-in-person = An event in person doesn’t take place in a voice or stage channel. Leave out one of the two.
events-problem-address-in-channel = An event in a channel has no address. Leave out the channel or the address.
events-problem-capacity = An event can have 1 to { $most } seats.
events-problem-groups = An event can have up to { $most } groups.
events-problem-group-twice = There are two groups called “{ $group }”. Rename one.
events-problem-group = “{ $group }” can’t be a group. A name has up to { $most } characters, and a group has at least 1 seat. Write something like “speaker 3; listener”.
events-problem-guests = Each can bring 0 to { $most } guests.
events-problem-no-repeat = Say how often the event repeats, or leave out where the series ends.
events-problem-until-and-count = A series ends on a date or after a number of times. Leave out **until** or **count**.
events-problem-until-soon = The series would end before it starts. Choose a later end.
events-problem-count = A series can take place 1 to { $most } times.
events-problem-reminders = There can be up to { $most } reminders.
events-problem-early = Reminders and the end of sign-up can be up to 30 days before the start.
events-draft-gone = This preview isn’t kept anymore. Use `/event create` again.
events-published-before = This event is already published.
events-cancelled-before = This preview was canceled.
events-preview = This is how the card will look in { $channel }. No one else sees it yet.
events-preview-ping = { $role } will be pinged.
events-preview-ping-count =
    { $count ->
        [one] { $role } will be pinged: { $count } person.
       *[other] { $role } will be pinged: { $count } people.
    }
events-preview-lacks = I don’t have { $permission } where I need it, so part of this won’t work. Someone who manages the server can change that under Server Settings → Roles.
events-preview-at = { $at }
events-and = { $before }, { $next }
events-preview-next = **Next:** { $times }
events-preview-clocks = Clocks change before { $at }. The event stays at { $time } in { $zone }.
events-preview-listed = It will also be on the server’s list of events.
events-preview-hidden = It won’t be on the server’s list of events, because not everyone sees this channel.
events-preview-not-yours = It won’t be on the server’s list of events, because you don’t have { $permission }.
events-preview-not-listed = It won’t be on the server’s list of events.
events-publish = Publish
events-hide-address = Hide the address
events-show-address = Show the address
events-by-weekday = Same weekday
events-by-date = Same date
events-cancel-draft = Cancel
events-draft-cancelled = Canceled. Nothing was posted.
events-published = “{ $title }” (event #{ $number }) is in { $channel }. It starts { $starts }.
events-published-soon = “{ $title }” (event #{ $number }) will be in { $channel } in a moment. It starts { $starts }.
events-published-not-posted = “{ $title }” (event #{ $number }) was created, but its card isn’t in { $channel }. It starts { $starts }.
events-image = Picture of the event
events-when = **When:** { $starts } ({ $away }), { $length }
events-where = **Where:** { $place }
events-place-channel = { $channel }
events-place-words = { $place }
events-place-hidden = The address is shown to those who are going
events-repeats = **Repeats:** { $rhythm }
events-repeat-daily = every day
events-repeat-weekly = every week ({ $weekday })
events-repeat-biweekly = every 2 weeks ({ $weekday })
events-repeat-monthly = every month, on day { $day }
events-repeat-weekday = every month ({ $nth } { $weekday })
events-nth-1 = first
events-nth-2 = second
events-nth-3 = third
events-nth-4 = fourth
events-nth-last = last
events-for-role = **Only for** { $role }
events-cutoff = **Sign up until** { $at }
events-going-of = **Going:** { $count } of { $capacity }
events-going-count = **Going:** { $count }
events-group-of = · { $group }: { $count } of { $capacity }
events-group-count = · { $group }: { $count }
events-maybe-count = **Maybe:** { $count }
events-waiting-count = **Waiting list:** { $count }
events-card = Event #{ $number }
events-card-draft = This is how the card will look
events-card-running = Event #{ $number } · going on now
events-card-ended = Event #{ $number } · over
events-card-series-over = Event #{ $number } · over, and the series has ended
events-card-skipped = Event #{ $number } · this one is skipped
events-card-cancelled = Event #{ $number } · canceled
events-going = Going
events-maybe = Maybe
events-cant = Can't
events-remind-me = Remind me
events-own-none = You haven’t answered this event yet.
events-own-going = You’re going to “{ $title }”: { $starts } ({ $away }).
events-own-maybe = You might come to “{ $title }”: { $starts } ({ $away }).
events-own-cant = You can’t come to “{ $title }”: { $starts } ({ $away }).
events-own-waiting = “{ $title }” is full: { $starts } ({ $away }). You’re number { $place } on the waiting list. I’ll send you a DM when you have a seat.
events-own-group = Group: { $group }
events-own-guests = Guests: { $count }
events-own-address = Address: { $address }
events-own-every-time = You’re signed up for the later ones too.
events-only-this-time = Only this time
events-every-time = Every time
events-choose-group = What are you coming to “{ $title }” as?
events-choose-group-menu = Choose a group
events-seats-open = Open to everyone
events-seats-none = Full: you’d be on the waiting list
events-seats-free =
    { $count ->
        [one] { $count } free seat
       *[other] { $count } free seats
    }
events-guests-menu = How many guests do you bring?
events-guests-option =
    { $count ->
        [0] No guests
        [one] { $count } guest
       *[other] { $count } guests
    }
events-reminder-on = I’ll send you a DM before “{ $title }”: { $spans }. Press the button again to stop.
events-reminder-none = “{ $title }” has no reminders. I’ll send you a DM if it changes or is canceled. Press the button again to stop.
events-reminder-off = I won’t remind you of “{ $title }”.
events-note-reminder = **{ $title }** starts { $away }: { $starts }.
events-dm-reminder = **{ $title }** on { $server } starts { $away }: { $starts }.
events-note-edited = **{ $title }** was changed. It starts { $starts } ({ $away }). The card above is up to date.
events-dm-edited = **{ $title }** on { $server } was changed. It starts { $starts } ({ $away }).
events-note-moved = **{ $title }** was moved. It now starts { $starts } ({ $away }).
events-dm-moved = **{ $title }** on { $server } was moved. It now starts { $starts } ({ $away }).
events-note-cancelled = **{ $title }** was canceled. It was to start { $starts } ({ $away }).
events-dm-cancelled = **{ $title }** on { $server } was canceled. It was to start { $starts } ({ $away }).
events-note-skipped = **{ $title }** won’t take place this time ({ $starts }, { $away }). The series goes on.
events-dm-skipped = **{ $title }** on { $server } won’t take place this time ({ $starts }, { $away }). The series goes on.
events-note-organizer = { $organizer } to everyone who signed up for **{ $title }** ({ $starts }, { $away }):
events-dm-promoted = You have a seat at **{ $title }** on { $server }: { $starts } ({ $away }). If you can’t come, press **Can't** on its card.
help-event-create = For example: `/event create title:Raid starts:friday 19:00 capacity:10 repeat:weekly`
events-no-change = Say what to change, like the title or the start.
events-started-before = This event has started, so its start can’t change.
events-no-series = This event takes place once, so it has no other dates. Leave out the date, or use `/event cancel` or `/event move`.
events-no-occurrence = The series has no date like that. Choose one from the list.
events-day-taken = The series already has a date on that day. Choose another day.
events-before-earlier = The dates before this one stay, so it has to start after them. Choose a later day.
events-nobody = No one has signed up.
events-export-large = The file of event #{ $number } is too large for Discord.
events-export = Everyone who answered event #{ $number } “{ $title }”.
events-edited = “{ $title }” (event #{ $number }) is changed. Everyone who signed up will be notified.
events-edited-from = “{ $title }” (event #{ $number }) is changed from this date on: { $starts }. Earlier dates stay as they are.
events-edited-once = One date of “{ $title }” (event #{ $number }) is changed: { $starts }. The others stay as they are.
events-cancelled-now = “{ $title }” (event #{ $number }) is canceled. Everyone who signed up will be notified.
events-skipped = That date of “{ $title }” (event #{ $number }) is left out. The series goes on.
events-moved = “{ $title }” (event #{ $number }) is moved to { $starts }.
events-offer = #{ $number } { $title }
events-offer-cancelled = #{ $number } { $title } (canceled)
events-offer-ended = #{ $number } { $title } (over)
events-panel = Attendees: { $title }
events-panel-when = { $starts } ({ $away })
events-panel-empty = No one has answered yet.
events-panel-going = Going
events-panel-group = Going as { $group }
events-panel-no-group = Going without a group
events-panel-waiting = Waiting list
events-panel-maybe = Maybe
events-panel-cant = Can't
events-panel-line = **{ $head } ({ $count }):** { $names }
events-member = { $member }
events-member-guests = { $member } +{ $count }
events-and-more = { $names } and { $count } more
events-message = Message attendees
events-pick = Pick
events-refresh = Refresh
events-move-up = Move from waiting list
events-move-up-option = Number { $place } on the list ({ $id })
events-form-message = Message attendees
events-form-message-text = Your message
events-form-pick = Pick attendees
events-form-pick-count = How many of those going
events-pick-number = Type how many to pick, like 3.
events-picked = Picked at random for “{ $title }”: { $names }
events-sent =
    { $count ->
        [one] Your message about “{ $title }” is on its way to { $count } person in the event’s thread.
       *[other] Your message about “{ $title }” is on its way to { $count } people in the event’s thread.
    }
help-event-edit = For example: `/event edit event:3 starts:friday 20:00`
help-event-cancel = For example: `/event cancel event:3`
help-event-clone = For example: `/event clone event:3 starts:friday 19:00`
help-event-skip = For example: `/event skip event:3 date:2026-12-25`
help-event-move = For example: `/event move event:3 starts:saturday 19:00`
help-event-attendees = For example: `/event attendees event:3`
help-event-export = For example: `/event export event:3`
