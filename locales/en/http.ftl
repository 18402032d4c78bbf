### What every page and every answer stands on: errors, forms, notices.

## Fields

http-field-choice = Choose one of these.
http-field-twice = This was sent twice. Check it and send it again.
# $character is like U+200B.

## Requests that are refused

http-read-only-token = This token may only read. Make one that may change, too.
http-not-json = This address takes JSON: send Content-Type: application/json.
# $problem is a library's, in English.
http-json-unreadable = This cannot be read: { $problem }.
http-json-malformed = This is not JSON: { $problem }.
http-same-again = Somebody was faster with the same. Go back, look, and try again.
http-broken-off = What was sent broke off on its way here.
http-under-another-name = This board is set up for { $address }, so nothing was changed. Open it there. Whoever runs it can set BASE_URL to { $origin }.
http-from-another-site = This form was sent from another site, so nothing was changed. Open the page here and try again.

## Error pages: a heading, and what can be done

http-error-400 = That request made no sense
http-error-400-advice = Something in the address or the form was not what this page understands.
http-error-401 = Sign in first
http-error-401-advice = Send the token of a session as Authorization: Bearer, or its cookie.
http-error-403 = That is not allowed
http-error-403-advice = The request came from another site, or this is not yours to change.
http-error-410 = No longer here
http-error-410-advice = What was here was taken down and will not come back. There may be others like it.
http-error-412 = Somebody was faster
http-error-412-advice = This changed since the version that If-Match names. Fetch it again, and repeat your change.
http-error-428 = Which version?
http-error-428-advice = Send If-Match with the ETag of the version that you change, so that nobody's change is lost.
http-error-404 = Nothing here
http-error-404-advice = The page may have moved, the job may be gone, or the address has a typo.
http-error-405 = Not that way
http-error-405-advice = This address exists, but it cannot be used like this.
http-error-408 = That took too long to arrive
http-error-408-advice = The connection may be slow. Go back and send it again.
http-error-409 = That cannot be done now
http-error-409-advice = This was changed in the meantime. Go back, reload, and try again.
http-error-413 = That is too much
http-error-413-advice = What you sent is larger than this board takes. Go back and shorten it.
http-error-415 = That is not a form
http-error-415-advice = This address takes the form of its page and nothing else.
http-error-422 = Something is missing or wrong
http-error-422-advice = Look at what was sent once more.
http-error-431 = Too much before the request
http-error-431-advice = Its address, cookies and other headers are more than this board takes. Delete the cookies of this site, and try again.
http-error-429 = One moment
http-error-429-advice = Too much is going on at once. Wait a little, then try again.
http-error-503 = Back in a moment
http-error-503-advice = The board cannot reach its database right now. Nothing is lost. Try again in a few seconds.
http-error-server = That went wrong here
http-error-server-advice = The mistake is ours and it was noted. Try again, and if it stays, tell whoever runs this board the number below.
http-error-other = That did not work
http-error-other-advice = The request could not be answered as it was sent.

## Notices, on the page after something was done

http-notice-saved = Saved.
http-notice-undo = Undo


## Layout

http-skip = Skip to content
http-all-jobs = All jobs
http-post-a-job = Post a job
http-error-see-jobs = See all jobs
http-error-start = Start page
http-error-request = Request <code>{ $id }</code>
http-nav = Site
http-nav-jobs = Jobs
http-nav-remote = Remote
http-nav-account-menu = Account menu
http-nav-admin = Admin
http-nav-my-jobs = My jobs
http-nav-all-jobs = All jobs
http-nav-accounts = Accounts
http-nav-audit = Audit log
http-nav-account = Account
http-nav-sign-out = Sign out
http-nav-sign-in = Sign in
http-field-optional = optional
http-title-error = Error:
http-pages = Pages
http-pages-older = Older →
http-pages-newer = ← Newer

## Tables

http-table-search = Search
http-table-select-all = Select all on this page
http-table-select = Select { $what }
http-table-selected = Selected
http-table-action = Action for the selected rows
http-table-action-choose = Action…
http-table-apply = Apply
http-table-actions = Actions
http-table-range = { $first }–{ $last } of { $total }
http-table-previous = ← Previous
http-table-next = Next →
