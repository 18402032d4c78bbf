### Jobs: their words, their form, their pages.

jobs-status-draft = Draft
jobs-status-in-review = In review
jobs-status-published = Published
jobs-status-filled = Filled
jobs-status-withdrawn = Withdrawn
jobs-status-rejected = Rejected
jobs-status-removed = Removed
jobs-employment-type-full-time = Full-time
jobs-employment-type-part-time = Part-time
jobs-employment-type-contractor = Contract
jobs-employment-type-temporary = Temporary
jobs-employment-type-intern = Internship
jobs-employment-type-volunteer = Volunteer
jobs-employment-type-per-diem = By the day
jobs-employment-type-other = Other
jobs-workplace-on-site = On site
jobs-workplace-hybrid = Hybrid
jobs-workplace-remote = Remote
jobs-pay-period-hour = an hour
jobs-pay-period-day = a day
jobs-pay-period-week = a week
jobs-pay-period-month = a month
jobs-pay-period-year = a year
jobs-apply-method-url = On a web page
jobs-apply-method-email = By email
jobs-apply-method-on-site = In person

## What is wrong with what was typed or asked for

jobs-status-expired = Expired
jobs-cannot-publish = This job cannot be published as it stands.
jobs-not-published = This job is not published.
jobs-cannot-close = Only a published job can be closed.
jobs-changed-meanwhile = Somebody changed this job in the meantime. Go back, reload, and look at it again.
jobs-version-lost = The form lost its version on the way. Open the job again and repeat your change.
jobs-field-title = Give it a title.
jobs-field-location = Say where the work is done.
jobs-confirm-address-first = Confirm your address first: open the link in the mail, or have it sent again on the account page. You can save a draft until then.
jobs-field-address-long = Use at most { $max } characters; with the special ones encoded these are { $length }.
jobs-field-tags-most = Use at most { $max } tags; these are { $count }.
jobs-field-url = Give a web address, like https://example.org.
jobs-field-country = Give the country's two letters, like DE or US.
jobs-field-tag-long = Keep each tag under 31 characters, and put commas between them.
jobs-field-pay-order = The most is less than the least. Swap them?
jobs-field-currency = Give the currency's three letters, like USD or EUR.
jobs-field-period = Say what the amount is for: a year, a month, an hour.
jobs-field-amount = Give an amount in figures, like 52,000 or 18.50.
jobs-field-apply-url = Give a web address, like https://example.org/jobs/7.
jobs-field-apply-email = Give an email address, like jobs@example.org.
jobs-field-day-late = Choose a day before the year 10000.
jobs-field-day-past = That day is past. Choose today or later.
jobs-field-date = Give a date like 2027-01-31.
jobs-api-key-length = Use 1 to 64 ASCII characters.
jobs-api-key-used = A job was made with this Idempotency-Key, and was changed since.
jobs-api-reason = Say filled or withdrawn.

## What somebody did, after their address: "ada@example.org signed up"

jobs-action-job-posted = posted a draft
jobs-action-job-changed = changed the job
jobs-action-job-published = published the job
jobs-action-job-unpublished = unpublished the job
jobs-action-job-closed = closed the job
jobs-action-job-deleted = deleted the job
jobs-action-job-removed = removed the job

## What is said after something was done

jobs-notice-draft-saved = Saved as a draft. Only you can see it.
jobs-notice-published = Published. Everybody can see it now.
jobs-notice-unpublished = Taken off the board. It is a draft again.
jobs-notice-closed = Closed. It no longer takes applications.
jobs-notice-deleted = Deleted.
jobs-notice-removed = Removed from the board.
