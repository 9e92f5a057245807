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
events-door-soon = Check-in opens an hour before the start.

events-rating = How was “{ $title }”?
events-rating-how = If you were there, press a number of stars. Your name isn’t shown.
events-rating-event = Event #{ $number }
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
events-came = { $count ->
    [one] { $count } person came.
   *[other] { $count } people came.
}
events-first-timers = { $count ->
    [one] For { $count } of them it was the first event here.
   *[other] For { $count } of them it was the first event here.
}
events-no-shows = { $count ->
    [one] { $count } person was going and didn’t come.
   *[other] { $count } people were going and didn’t come.
}

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
privacy-why-events = What they are called, when and where they take place, so that people can sign up and none is made twice. Until 400 days after their end.
events-none = I can’t find an event called “{ $typed }” that you can see. Choose one from the list.
privacy-kind-event_signups = Events you answered
privacy-why-event_signups = Whether you come, and how many guests you bring. Until 90 days after the event.
privacy-kind-event_reminders = Events you want to be reminded of
privacy-why-event_reminders = So that I can send you a DM before they start. Until 90 days after the event.
