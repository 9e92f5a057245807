## feedback
feedback-no-theme = I can’t find a theme called “{ $typed }”. Choose one from the list.
feedback-no-tag = I can’t find a tag called “{ $typed }”. Choose one from the list.
feedback-tag-before = There’s already a tag called “{ $name }”.
feedback-too-many-tags = There can be up to { $most } tags. Retire one first with `/tags retire`.
feedback-empty = You didn’t type anything.
feedback-too-long = This has { $units } characters, and the limit is { $most }. Shorten it and send it again.
feedback-no-words = There are no words to quote here. Press **Add it in your own words**.
feedback-theme-missing = Choose a theme, or press **New theme**.
feedback-no-reason = Add a reason to decline a theme.
feedback-into-itself = A theme can’t be merged into itself. Choose another one.
feedback-same-status = The theme already has this status.
feedback-opted-out-now = This person has opted out, so I can’t save their message. Tag it again to add it in your own words.
feedback-draft-gone = This preview isn’t kept anymore. Tag the message again.
feedback-saved-before = This was already saved. Tag the message again to change it.
feedback-cancelled-before = This was cancelled. Tag the message again.
feedback-quote = “{ $text }”

feedback-tag-bug = bug
feedback-tag-idea = idea
feedback-tag-question = question
feedback-tag-praise = praise
feedback-tag-complaint = complaint
feedback-status-open = open
feedback-status-planned = planned
feedback-status-in_progress = in progress
feedback-status-shipped = shipped
feedback-status-declined = declined
feedback-status-duplicate = duplicate
feedback-titled = #{ $number } { $title }

feedback-preview = What { $member } said. It isn’t saved yet.
feedback-preview-nobody = What was said. It isn’t saved yet.
feedback-preview-again = This message is already feedback. You can change or remove it.
feedback-preview-opted-out = This person has opted out, so neither their words nor their name are kept. Add it in your own words.
feedback-preview-new = New theme: **{ $title }**
feedback-preview-private = Not everyone can read this channel, so the theme’s card won’t show these words.
feedback-tags-menu = Tags
feedback-theme-menu = Theme
feedback-save = Save
feedback-new-theme = New theme
feedback-own-words = Add it in your own words
feedback-remove = Remove feedback
feedback-cancel = Cancel
feedback-form-title-of-theme = What it’s about
feedback-form-title-hint = Export loses files
feedback-form-words-title = In your own words
feedback-form-words = What was said
feedback-saved = Saved under **{ $theme }**.
feedback-saved-card = The theme’s card is in { $channel }.
feedback-saved-no-channel = The theme has no card yet, because no feedback channel is set. A manager can set it with `/setup set setting:feedback`. You can see the theme with `/feedback theme`.
feedback-removed = Removed. This message isn’t feedback anymore.
feedback-cancelled = Cancelled. Nothing was saved.

feedback-card-status = **Status:** { $status }
feedback-card-reason = **Reason:** { $reason }
feedback-card-into = **Gathered in:** { $theme }
feedback-card-people = **People:** { $people } · **Feedback:** { $items }
feedback-card-owner = **Owner:** { $member }
feedback-card-no-owner = **Owner:** no one yet
feedback-card-tags = **Tags:**
feedback-card-days = **Last 28 days:**
feedback-card-noted = noted by staff
feedback-card-own-words = in the words of staff
feedback-card-more = { $count ->
    [one] …and { $count } more
   *[other] …and { $count } more
}
feedback-card-hidden = In channels that not everyone here can read: { $count }

feedback-list = Feedback
feedback-list-empty = There’s no feedback yet. Choose **Apps → Tag as feedback** in a message’s menu, or use `/feedback add`.
feedback-list-none = No theme fits. Leave out the status or the tag to see all themes.
feedback-list-line = **{ $theme }** · { $status } · people: { $people } · feedback: { $items }
feedback-status-set = **{ $theme }** is now: { $status }.
feedback-merged = **{ $from }** is now a duplicate, and its feedback is in **{ $theme }**. People behind it, each counted once: { $people }.
feedback-assigned = { $member } now sees to **{ $theme }**.
feedback-unassigned = No one sees to **{ $theme }** now.
feedback-exported = Here’s the feedback, without the names of those who gave it.
feedback-exported-hidden = Here’s the feedback, without the names of those who gave it. Left out from channels you can’t read: { $count }.
feedback-tags = Tags
feedback-tags-line = used: { $count }
feedback-tags-retired = used: { $count } · retired
feedback-tag-added = **{ $name }** is now a tag.
feedback-tag-renamed = **{ $before }** is now called **{ $name }**.
feedback-tag-retired = **{ $name }** isn’t offered anymore. Feedback that has it keeps it.

digest-section-feedback = feedback
digest-heading-feedback = Feedback
feedback-digest-people = People: { $people } (the week before: { $before })
feedback-digest-shipped = Shipped. People behind it: { $people }

help-feedback-add = For example: `/feedback add text:At the stand three people asked for a dark mode`
help-feedback-list = For example: `/feedback list status:open tag:bug`
help-feedback-theme = For example: `/feedback theme theme:3`
help-feedback-status = For example: `/feedback status theme:3 status:planned`
help-feedback-merge = For example: `/feedback merge theme:5 into:3`
help-feedback-assign = For example: `/feedback assign theme:3 member:@bob`
help-feedback-export = For example: `/feedback export theme:3`
help-tags-add = For example: `/tags add name:shop`
help-tags-rename = For example: `/tags rename tag:shop name:store`
help-tags-retire = For example: `/tags retire tag:shop`

suggest-no-channel = There’s no channel for suggestions that you can see. Ask the staff; managers choose it with `/setup set setting:suggestions`.
suggest-too-many = You can suggest up to { $most } ideas a day. You can suggest the next one { $again }.
suggest-withdrawn = This idea was withdrawn.
suggest-settled = This idea is { $status }, so it takes no more votes.
suggest-own = This is your own idea, so you’re counted already.
suggest-not-own = Only the person who suggested it can withdraw it.
suggest-draft-gone = This idea isn’t kept anymore. Suggest it again with `/suggest`.
suggest-settled-before = You’ve already decided about this idea.
suggest-card = Idea
suggest-card-by = Suggested by { $member }
suggest-card-withdrawn = This idea was withdrawn.
suggest-upvote = ▲ { $count }
suggest-voted = You upvoted this idea. Press the button again to remove your vote.
suggest-unvoted = Your vote for this idea was removed.
suggest-voted-instead = You upvoted “{ $text }”. Your own idea wasn’t posted.
suggest-alike = Others have suggested something similar. You can upvote one of these ideas, or post yours.
suggest-instead = Upvote this instead
suggest-post = Post my idea
suggest-posted = Your idea is in { $channel }, where others can upvote it.
suggest-posted-soon = Your idea is saved and will soon be in { $channel }.
suggest-not-posted = Your idea is saved and the team has it, but I couldn’t post it in { $channel }.
suggest-withdraw = Withdraw
suggest-withdrawn-now = Your idea is withdrawn.
help-suggest = For example: `/suggest text:A dark mode for the map`

feedback-answer-planned = We plan to do this: **{ $title }**. Thank you for bringing it up.
feedback-answer-shipped = This is done: **{ $title }**. Thank you for asking for it.
feedback-answer-declined = We won’t do this: **{ $title }**. Thank you for bringing it up.
feedback-answer-preview = { $count ->
    [one] This is what I’d reply where it was brought up, in { $count } place. Its author is notified.
   *[other] This is what I’d reply where it was brought up, in { $count } places. Their authors are notified.
}
feedback-answer = Answer
feedback-answer-not = Don’t answer
feedback-answer-changed = Something has changed since you looked. Look again.
feedback-answer-other-status = The theme is { $status } by now. Use `/feedback status` again.
feedback-answer-nowhere = There’s no place left to answer in.
feedback-answer-gone = This preview isn’t kept anymore. Use `/feedback status` again.
feedback-answered-before = This was already answered.
feedback-not-answered-before = You chose not to answer.
feedback-not-answered = Nothing was posted.
feedback-answered = Replies posted: { $count }
feedback-answered-soon = Replies on their way: { $count }
feedback-answered-not = Replies that couldn’t be posted: { $count }

surge-title = Many people speak of this: { $theme }
surge-now = **People in the last 7 days:** { $people } · **Usual in a week:** { $usual }
surge-first = **First** { $at }
surge-last = **Latest** { $at }
surge-acknowledge = Acknowledge
surge-snooze = Snooze
surge-hand-over = Hand over
surge-acknowledged = { $member } has acknowledged this.
surge-snoozed = { $member } has snoozed this for a day.
surge-handed-over = { $member } has handed this over.
surge-acknowledged-now = Noted that you’ve seen this.
surge-snoozed-now = I’ll post this again in 24 hours, unless the theme is closed or someone has seen to it.
surge-gone = This alert isn’t kept anymore.
surge-decided = Someone has already seen to this.
packet-told = Here’s what to hand over, as text and as JSON. It names no one, and quotes only what everyone can read.
packet-people = People behind it, each counted once: { $people } (feedback: { $items })
packet-trend = People in the last 7 days: { $now }; in the four weeks before: { $before }
packet-status = Status: { $status }
packet-tags = Tags: { $tags }
