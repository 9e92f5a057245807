## contest
contest-name = Contest #{ $number }
contest-name-closed = Contest #{ $number } · closed
contest-none = I can’t find an open contest called “{ $typed }” that you can see. Choose one from the list.
contest-none-open = No contest you can see is taking entries right now.
contest-several-open = Several contests are taking entries right now. Choose one with the **contest** option.
contest-closed = This contest closed { $at }.
contest-submitted-before = You already have an entry in this contest. Withdraw it under **My entry** first.
contest-no-title = Your entry needs a title.
contest-too-long = This has { $units } characters, and the limit is { $most }. Shorten it and send it again.
contest-no-link = The link isn’t a web address I can post. Copy it from your browser, starting with https://.
contest-no-entry = This entry isn’t there anymore.
contest-is-pending = This entry is waiting for review.
contest-is-approved = This entry is already in the thread, so it can’t change. Withdraw it to submit another one.
contest-is-rejected = This entry was rejected.
contest-is-withdrawn = This entry was withdrawn.
contest-own-entry = You can’t vote for your own entry.
contest-no-votes-left = { $count ->
    [one] You’ve used your vote. Press ▲ on the entry you voted for to take it back.
   *[other] You’ve used all { $count } votes. Press ▲ on an entry you voted for to take one back.
}
contest-not-yours = Only moderators and the person who created this contest can do that.
contest-file-gone = The image isn’t kept anymore. Use `/submit` again.

contest-problem-title-none = The contest needs a title.
contest-problem-title-long = The title has { $units } characters, and the limit is { $most }. Shorten it.
contest-problem-closes-soon = That’s too early to close. The earliest is { $earliest }.
contest-problem-closes-late = A contest can be open for up to 92 days. The latest it can close is { $latest }.
contest-problem-votes = A member can have 1 to { $most } votes.

contest-draft-gone = This preview isn’t kept anymore. Use `/event contest` again.
contest-published-before = This contest is already published.
contest-cancelled-before = This contest was canceled.
contest-preview = This is how the contest will look in { $channel }. No one else sees it yet.
contest-publish = Publish
contest-cancel = Cancel
contest-cancelled = Canceled. Nothing was posted.
contest-published = Contest #{ $number } is in { $channel }. It closes { $closes }.
contest-published-soon = Contest #{ $number } is on its way to { $channel }. It closes { $closes }.
contest-published-not-posted = Contest #{ $number } was created, but it isn’t in { $channel }. Check my permissions there, then press **Manage** and **Post again**. It closes { $closes }.

contest-card = Contest: { $title }
contest-card-draft = This is how the contest will look
contest-closes = **Entries and votes until** { $at } ({ $ago })
contest-was-closed = **Closed** { $at } ({ $ago })
contest-how = **Take part:** press **Submit**, or use `/submit` to add an image. One entry each.
contest-votes = { $count ->
    [one] **Vote:** press ▲ on the entry you like best. You have { $count } vote.
   *[other] **Vote:** press ▲ on the entries you like best. You have { $count } votes.
}
contest-hidden = No one sees how many votes an entry has until the contest closes.
contest-jury = **Jury:** the votes of { $role } decide half of the result, those of everyone else the other half.
contest-reviewed = A moderator or the organizer looks at each entry before it appears.
contest-thread = **Entries:** { $channel }
contest-submit = Submit
contest-entries = Entries
contest-mine = My entry
contest-manage = Manage

contest-entry = Entry { $number }
contest-entry-removed = This entry was removed.
contest-entry-withdrawn = This entry was withdrawn.
contest-by = By { $member }
contest-image = Image of “{ $title }”
contest-vote = ▲ Vote
contest-votes-of = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
contest-jury-votes = jury: { $count }
contest-voted = You voted for “{ $entry }”. Press ▲ again to take it back.
contest-voted-jury = You voted for “{ $entry }” as a member of the jury. Press ▲ again to take it back.
contest-unvoted = Your vote for “{ $entry }” was removed.
contest-votes-left = Votes left: { $left } of { $all }
contest-list = Entries: { $title }
contest-list-empty = No entries yet.
contest-offered = #{ $number } { $title }
contest-choose = Vote, or take a vote back

contest-form-submit = Submit an entry
contest-form-edit = Edit your entry
contest-form-title = Title
contest-form-text = Description
contest-form-link = Link
contest-form-reject = Reject this entry
contest-form-reason = Reason (sent to the author)
contest-receipt = Your entry in “{ $title }”
contest-receipt-pending = Your entry is saved and waits for review.
contest-receipt-late = Your entry wasn’t reviewed before the contest closed.
contest-receipt-approved = Your entry is number { $number } in { $channel }.
contest-receipt-rejected = Your entry was rejected. You can submit another one.
contest-receipt-withdrawn = Your entry is withdrawn. You can submit another one.
contest-reason = Reason: { $reason }
contest-edit = Edit
contest-withdraw = Withdraw
contest-mine-none = You haven’t submitted anything to “{ $title }” yet. Press **Submit** to take part.
contest-mine-none-closed = You haven’t submitted anything to “{ $title }”, or it isn’t kept anymore.

contest-review-title = Entry in “{ $title }”
contest-review-entry = Entry
contest-review-image = An image is attached. Press **Manage** on the contest to see it.
contest-review-pending = Waiting for review
contest-review-approved = In the thread
contest-review-rejected = Rejected
contest-review-withdrawn = Withdrawn by the author
contest-review-by = Reviewed by { $member }
contest-review-next = Next
contest-approve = Approve
contest-reject = Reject
contest-told-rejected = Your entry “{ $entry }” in the contest “{ $title }” was rejected.
contest-told-rejected-because = Your entry “{ $entry }” in the contest “{ $title }” was rejected. Reason: { $reason }
contest-panel = Manage: { $title }
contest-panel-entries = Entries: { $count }
contest-panel-pending = Waiting for review: { $count }
contest-panel-closes = Closes { $at }
contest-panel-closed = Closed { $at }
contest-review = Review
contest-close = Close now
contest-again = Post again
contest-look = Look at an entry
contest-close-asked = Close “{ $title }” now? Entries and votes end, and the result is posted. This can’t be undone.
contest-close-now = Close and post result
contest-keep-open = Keep open
contest-closed-now = “{ $title }” is closed. The result is on its way to { $channel }.
contest-posted-again = What was deleted is on its way.
contest-nothing-to-post = Everything is where it should be.

contest-result = Result: { $title }
contest-result-entries = Entries: { $count }
contest-result-voters = People who voted: { $count }
contest-result-halves = The jury and the members decided half each.
contest-result-empty = No one submitted an entry.
contest-result-no-votes = No one voted, so no entry has won.
contest-result-more = … and { $count } more
contest-member = { $member }
contest-and = { $before }, { $next }
contest-thanks = { $count ->
    [one] { $names } wins. Congratulations, and thanks to everyone who took part.
   *[other] { $names } share first place. Congratulations, and thanks to everyone who took part.
}
contest-digest-head = Contest #{ $number }: { $title }
contest-digest-won = Won: { $entry }
contest-digest-closes = Closes { $at }
needs-contest-threads = make a thread for the entries of a contest
needs-contest-thread-messages = post entries of a contest in its thread
