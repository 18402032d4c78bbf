### What every page and every answer stands on: errors, forms, notices.

## Fields

http-form-trouble = There is a problem
# $field is the name of the field in the form.
http-field-choice = { $field ->
    [employment_type] Choose a job type.
    [workplace] Choose a workplace.
    [pay_period] Choose what the pay is for.
    [apply_method] Choose how people apply.
   *[other] Choose an option.
}
http-field-twice = This was sent twice. Check it and send the form again.
# $character is like U+200B.

## Requests that are refused

http-read-only-token = This token is read-only. Create one that can also make changes.
http-not-json = Send JSON, with Content-Type: application/json.
http-not-a-picture = Send a picture: image/png, image/jpeg or image/webp.
# $problem is a library's, in English.
http-json-unreadable = This can’t be read: { $problem }.
http-json-malformed = This is not valid JSON: { $problem }.
http-same-again = Someone else just saved this. Go back, reload and try again.
http-broken-off = The request was cut off. Send it again.
http-under-another-name = This board runs at { $address }, so nothing was changed. Open it there. The administrator can set BASE_URL to { $origin }.
http-from-another-site = This form was sent from another site, so nothing was changed. Open the page here and try again.

## Error pages: a heading, and what can be done

http-error-400 = Bad request
http-error-400-advice = The address or form contains something this page doesn’t understand.
http-error-401 = Sign in required
http-error-401-advice = Send a token as Authorization: Bearer, or a session cookie.
http-error-403 = You can’t do that
http-error-403-advice = The request came from another site, or you don’t have permission.
http-error-410 = No longer available
http-error-410-advice = This page was removed. There may be similar jobs.
http-error-412 = Already changed
http-error-412-advice = This was changed since the version in If-Match. Fetch it again and repeat your change.
http-error-428 = Version required
http-error-428-advice = Send If-Match with the ETag of the version you are changing, so that nobody’s changes are lost.
http-error-404 = Page not found
http-error-404-advice = Check the address. The page may have moved, or the job may have been deleted.
http-error-405 = Method not allowed
http-error-405-advice = This address exists, but can’t be used this way.
http-error-408 = The request timed out
http-error-408-advice = Your connection may be slow. Go back and try again.
http-error-409 = Already changed
http-error-409-advice = Someone else just changed this. Go back, reload and try again.
http-refused = Not possible
http-error-413 = Too much data
http-error-413-advice = What you sent is too large. Go back and shorten it.
http-error-415 = Not a form
http-error-415-advice = This address accepts only its own form.
http-error-422 = There is a problem
http-error-422-advice = Something is missing or incorrect. Check what was sent.
http-error-431 = Request headers too large
http-error-431-advice = The address, cookies or other headers are too long. Delete this site’s cookies and try again.
http-error-429 = Too many requests
http-error-429-advice = Wait a moment, then try again.
http-error-503 = Temporarily unavailable
http-error-503-advice = The board can’t reach its database right now. Nothing is lost. Try again in a few seconds.
http-error-server = Something went wrong
http-error-server-advice = This is our fault, and it has been logged. Try again. If it keeps happening, give the administrator the request ID below.
http-error-other = Something went wrong
http-error-other-advice = The request could not be completed.

## Notices, on the page after something was done

# The name of something, in a sentence like "“Baker” is published."
http-notice-name = “{ $name }”
http-notice-saved = Saved.
http-notice-undo = Undo


## Layout

http-skip = Skip to content
http-all-jobs = All jobs
http-post-a-job = Post a job
http-error-see-jobs = See all jobs
http-error-start = Home
http-error-request = Request ID: <code>{ $id }</code>
http-api = API
http-api-about = Programs sign in with an <tokens>API token</tokens>. To use the API in another tool, load the <description>OpenAPI description</description>.
http-api-operations = Operations
http-api-no-script = The list of endpoints needs JavaScript. Without it, read the <description>OpenAPI description</description>.
http-nav = Site
http-nav-jobs = Jobs
http-nav-companies = Companies
http-nav-remote = Remote
http-nav-account-menu = Account menu
http-nav-menu = Menu
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
http-pages-older = Next →
http-pages-newer = ← Previous

## Tables

http-table-search = Search
http-table-results = { $count ->
    [one] { $count } result for “{ $text }”
   *[other] { $count } results for “{ $text }”
}
http-table-clear = Clear
http-table-select-all = Select all
http-table-select = Select { $what }
http-table-selected = Selected
http-table-action = Action for the selected rows
http-table-action-choose = Action…
http-table-apply = Apply
http-table-actions = Actions
http-table-range = { $first }–{ $last } of { $total }
http-table-previous = ← Previous
http-table-next = Next →
