### What every feature stands on: waiting, dates, mails, and what is in the audit log.

platform-wait-minutes = { $minutes ->
    [1] Too many tries. Try again in a minute.
   *[other] Too many tries. Try again in { $minutes } minutes.
}
platform-wait-hours = Too many tries. Try again in an hour or two.

# Up to thirty days ago; before that it is a date.
platform-days-ago = { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
}

## What somebody did, after their address: "ada@example.org signed up"

platform-action-signed-up = signed up
platform-action-signed-in = signed in
platform-action-signed-out = signed out
platform-action-address-confirmed = confirmed the address
platform-action-name-changed = changed the name
platform-action-email-change-asked = asked to change the address
platform-action-email-changed = changed the address
platform-action-password-changed = changed the password
platform-action-password-reset-asked = asked to reset the password
platform-action-password-reset = reset the password by mail
platform-action-second-factor-set = set a second factor
platform-action-second-factor-removed = removed the second factor
platform-action-recovery-codes-made = made new recovery codes
platform-action-recovery-code-used = used a recovery code
platform-action-session-ended = ended a session
platform-action-other-sessions-ended = ended all other sessions
platform-action-api-token-made = made an API token
platform-action-api-token-revoked = revoked an API token
platform-action-webhook-made = made a webhook
platform-action-webhook-deleted = deleted a webhook
platform-action-account-deleted = deleted the account
platform-action-account-disabled = disabled the account
platform-action-account-enabled = enabled the account
platform-action-role-changed = changed the role
platform-action-job-posted = posted a draft
platform-action-job-changed = changed the job
platform-action-job-published = published the job
platform-action-job-unpublished = unpublished the job
platform-action-job-closed = closed the job
platform-action-job-deleted = deleted the job
platform-action-job-removed = removed the job

## Layout of mails

platform-mail-address = Or open this address: { $address }
