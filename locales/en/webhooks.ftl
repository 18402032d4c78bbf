### Webhooks: telling other programs.

webhooks-event-published = published
webhooks-event-updated = updated
webhooks-event-renewed = extended
webhooks-event-confirmed = confirmed as open
webhooks-event-closed = closed
webhooks-event-expired = expired
webhooks-event-company-updated = company updated
webhooks-event-company-verified = company verified
webhooks-event-company-unverified = company no longer verified
webhooks-event-test = test
webhooks-scope-own = My jobs
webhooks-scope-every = All jobs on the board
webhooks-field-url = Enter a web address, like https://example.org/hooks.
webhooks-most = You can have up to { $most } webhooks. Delete one first.
webhooks-field-https = Enter an https:// address. What is sent includes details of your jobs.
webhooks-field-public = Enter an address on the public internet.

## The list

webhooks-title = Webhooks
webhooks-about = A webhook tells your program when a job is published, updated, extended, confirmed as open, closed or expires. The board sends the job as JSON to your address, and retries for two days until it gets a 2xx response.
webhooks-secret = Signing secret
webhooks-secret-about = Copy it now. You won’t see it again. Your program uses it to check that a message came from this board, as described by <link_elsewhere>Standard Webhooks</link_elsewhere>.
webhooks-make = Create a webhook
webhooks-address = URL
webhooks-address-hint = Like https://example.org/hooks/jobs.
# Which jobs a webhook tells of: one's own, or every job on the board.
webhooks-scope = Jobs
webhooks-button = Create webhook
webhooks-yours = Your webhooks
webhooks-made = { $scope } · created { $made }
webhooks-delete-label = Delete { $url }
webhooks-delete = Delete
webhooks-none = You have no webhooks.

## What was delivered

webhooks-deliveries = Deliveries
webhooks-send-test = Send test
# "2026-11-25 10:00:00 UTC · try 2 · answered with 500 · 12 ms · msg_…"
webhooks-try = { $at } UTC · try { $attempt } · { $outcome } · { $milliseconds } ms · { $id }
webhooks-delivered = Delivered
webhooks-failed = Failed
webhooks-nothing-sent = No deliveries yet. Send a test, or change a job, then reload this page.
webhooks-back = Back to webhooks

## What somebody did, after their address: "ada@example.org signed up"

webhooks-action-webhook-made = created a webhook
webhooks-action-webhook-deleted = deleted a webhook

## What is said after something was done

webhooks-notice-webhook-deleted = Webhook deleted.
webhooks-notice-webhook-tested = Test sent. The result appears below in a moment.

## Why an event was not delivered

webhooks-failure-no-url = not a valid URL
webhooks-failure-not-https = the URL does not start with https://
webhooks-failure-not-public = the host has no public address
webhooks-failure-no-tls = the board can’t use TLS; see its log
webhooks-failure-no-key = the key of its secret is no longer in JWT_KEYS
webhooks-failure-unreadable = the event can no longer be read
webhooks-failure-redirect = redirects are not followed
webhooks-failure-no-answer = no answer in 10 seconds
webhooks-failure-no-address = the host was not found
webhooks-failure-refused = connection refused
webhooks-failure-certificate = the certificate is not valid for this host
webhooks-failure-no-connection = could not connect
webhooks-failure-broken-off = the connection was lost
# An answer and what is wrong with it: "302 Found: redirects are not followed"
webhooks-answer-and-failure = { $status }: { $failure }
