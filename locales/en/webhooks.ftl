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

## What somebody did, after their address: "ada@example.org signed up"

webhooks-action-webhook-made = made a webhook
webhooks-action-webhook-deleted = deleted a webhook
