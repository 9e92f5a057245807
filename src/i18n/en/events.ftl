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
privacy-why-events = What they are called, when and where they take place, so that people can sign up and none is made twice. Until 400 days after their end.
events-none = I can’t find an event called “{ $typed }” that you can see. Choose one from the list.
privacy-kind-event_signups = Events you answered
privacy-why-event_signups = Whether you come, and how many guests you bring. Until 90 days after the event.
privacy-kind-event_reminders = Events you want to be reminded of
privacy-why-event_reminders = So that I can send you a DM before they start. Until 90 days after the event.
