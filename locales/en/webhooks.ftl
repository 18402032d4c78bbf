### Webhooks: telling other programs.

webhooks-event-published = published
webhooks-event-updated = updated
webhooks-event-closed = closed
webhooks-event-expired = expired
webhooks-event-test = test
webhooks-scope-own = My jobs
webhooks-scope-every = Every job on the board
webhooks-field-url = Give a web address, like https://example.org/hooks.
webhooks-most = These are { $most } webhooks, which is the most. Delete one first.
webhooks-field-https = Give an https:// address: what is sent tells who you are.
webhooks-field-public = Give an address on the public internet.

## The list

webhooks-title = Webhooks
webhooks-about = A program of yours is told when a job is published, updated, closed or expired: the board posts the job as JSON to an address that you give, and tries again for two days until it answers with 2xx.
webhooks-secret = Its secret
webhooks-secret-about = Copy it now: it is not shown again. With it your program checks that a message is from here, as <link_elsewhere>Standard Webhooks</link_elsewhere> describes.
webhooks-make = Make one
webhooks-address = Address
webhooks-address-hint = Like https://example.org/hooks/jobs.
# Which jobs a webhook tells of: one's own, or every job on the board.
webhooks-scope = About
webhooks-button = Make a webhook
webhooks-yours = Yours
webhooks-made = { $scope } · made { $made }
webhooks-delete-label = Delete { $url }
webhooks-delete = Delete
webhooks-none = None.

## What was delivered

webhooks-deliveries = Deliveries
webhooks-send-test = Send a test
# "2026-11-25 10:00:00 UTC · try 2 · answered with 500 · 12 ms · msg_…"
webhooks-try = { $at } UTC · try { $attempt } · { $outcome } · { $milliseconds } ms · { $id }
webhooks-delivered = Delivered
webhooks-failed = Failed
webhooks-nothing-sent = Nothing was sent yet. A job that changes, or the button above, is delivered within seconds; reload to see it.
webhooks-back = Back to your webhooks

## What somebody did, after their address: "ada@example.org signed up"

webhooks-action-webhook-made = made a webhook
webhooks-action-webhook-deleted = deleted a webhook

## What is said after something was done

webhooks-notice-webhook-deleted = Deleted. Nothing is sent there any more.
webhooks-notice-webhook-tested = A test is on its way. Its outcome is listed below in a moment.

## Why an event was not delivered

webhooks-failure-no-url = this is no address
webhooks-failure-not-https = its address does not begin with https://
webhooks-failure-not-public = its host has no public address
webhooks-failure-no-tls = the board cannot speak TLS; its log says why
webhooks-failure-no-key = the key of its secret is no longer in JWT_KEYS
webhooks-failure-unreadable = what happened can no longer be read
webhooks-failure-redirect = redirects are not followed
webhooks-failure-no-answer = no answer in 10 seconds
webhooks-failure-no-address = its host has no address
webhooks-failure-refused = nothing listens there
webhooks-failure-certificate = its certificate is not valid for this address
webhooks-failure-no-connection = no connection could be made
webhooks-failure-broken-off = the connection broke off
# An answer and what is wrong with it: "302 Found: redirects are not followed"
webhooks-answer-and-failure = { $status }: { $failure }
