### Jobs: their words, their form, their pages.

jobs-status-draft = Draft
jobs-status-in-review = In review
jobs-status-published = Open
jobs-status-filled = Closed (filled)
jobs-status-withdrawn = Closed (no longer hiring)
jobs-status-rejected = Rejected
jobs-status-removed = Removed
jobs-employment-type-full-time = Full-time
jobs-employment-type-part-time = Part-time
jobs-employment-type-contractor = Contract
jobs-employment-type-temporary = Temporary
jobs-employment-type-intern = Internship
jobs-employment-type-volunteer = Volunteer
jobs-employment-type-per-diem = Per diem
jobs-employment-type-other = Other
jobs-workplace-on-site = On-site
jobs-workplace-hybrid = Hybrid
jobs-workplace-remote = Remote
jobs-pay-period-hour = an hour
jobs-pay-period-day = a day
jobs-pay-period-week = a week
jobs-pay-period-month = a month
jobs-pay-period-year = a year
jobs-apply-method-url = On a website
jobs-apply-method-email = By email
jobs-apply-method-on-site = In person

## What is wrong with what was typed or asked for

jobs-status-expired = Expired
jobs-status-unconfirmed = Not confirmed
jobs-status-scheduled = Scheduled
jobs-cannot-renew = Only a published job with a last day can be extended.
jobs-cannot-renew-later = This job can’t be extended any further: its last day must be before the year 10000.
jobs-cannot-confirm = Only an open job can be confirmed.
jobs-cannot-schedule = Only a draft can be scheduled.
jobs-cannot-repost = Only a job that is closed or expired can be reposted.
jobs-cannot-publish = This job can’t be published in its current state.
jobs-not-published = This job is not published.
jobs-not-removed = This job was not removed.
jobs-not-held = This job is not being reviewed any more.
jobs-cannot-close = Only an open job can be closed.
jobs-changed-meanwhile = Someone else just changed this job. Go back, reload and check it again.
jobs-version-lost = The form was incomplete. Open the job again and repeat your change.
jobs-field-title = Enter a job title.
jobs-field-company = Enter the company’s name.
jobs-field-description = Enter a description.
jobs-field-apply-to = Enter where to apply.
jobs-field-location = Enter a location.
jobs-field-locations = List at most { $most } locations.
jobs-field-removal-reason = Enter a reason.
jobs-confirm-address-first = Confirm your email address first. Open the link in the email, or send it again from your account page. Until then you can save drafts.
jobs-field-tags-most = Enter up to { $max } tags. You entered { $count }.
jobs-field-company-of-others = { $company } has a team on this board. Ask one of its owners to invite you, or enter another company.
jobs-field-country = Enter a two-letter country code, like DE or US.
jobs-field-tag-long = Tags can have up to 30 characters. Separate them with commas.
jobs-field-pay-order = Maximum pay is below the minimum.
jobs-field-currency = Enter a three-letter currency code, like USD or EUR.
jobs-field-period = Choose what the pay is per: a year, a month or an hour.
jobs-field-amount = Enter an amount in figures, like 52,000 or 18.50.
jobs-field-amount-alone = Enter only the number, like { $number }. Currency and period have their own fields.
jobs-field-amount-either = This could mean { $first } or { $second }. Enter the one you mean.
# "120 a year looks wrong."
jobs-field-amount-or = { $amount } { $period } looks wrong. Enter { $meant }, or tick the box below if { $amount } is right.
jobs-field-amount-unusual = { $amount } { $period } looks wrong. Check the amount and the period, or tick the box below if both are right.
jobs-field-apply-is-email = This is an email address. Choose “By email”, or enter a web address.
jobs-field-apply-url = Enter a web address, like https://example.org/jobs/7.
jobs-field-day-late = Enter a date before the year 10000.
jobs-field-day-past = This date is in the past. Choose today or later.
jobs-field-publish-after-end = The job closes before this date. Choose an earlier date, or a later last day.
jobs-field-date = Enter a date, like 2027-01-31.
jobs-api-key-length = Use 1 to 64 ASCII characters.
jobs-api-key-used = A job was created with this Idempotency-Key and has been changed since.
jobs-api-unknown = Jobs on this board have no such property.
jobs-api-read-only = This property is read-only.
jobs-api-status = To publish, unpublish or close a job, use their own endpoints.
jobs-api-two-descriptions = descriptionMarkdown takes precedence.
jobs-api-range = minValue and maxValue take precedence.
jobs-api-new-status = A new job can be “draft” or “published”.
jobs-api-one-way = Only one way to apply is kept: url, then email, then description.
jobs-api-one-type = A job has one employment type.
jobs-api-reason = Enter “filled” or “withdrawn”.
jobs-api-outcome = Enter “hired_here” or “hired_elsewhere” for a filled job, and “not_hiring” for a withdrawn one.

## What somebody did, after their address: "ada@example.org signed up"

jobs-action-job-posted = created a draft
jobs-action-job-changed = changed the job
jobs-action-job-published = published the job
jobs-action-job-unpublished = unpublished the job
jobs-action-job-closed = closed the job
jobs-action-job-deleted = deleted the job
jobs-action-job-removed = removed the job
jobs-action-job-restored = restored the job
jobs-action-job-renewed = extended the job
jobs-action-job-confirmed = confirmed that the job is open
# The board itself did.
jobs-action-job-unconfirmed = took the job off the lists: nobody confirmed it
jobs-action-job-scheduled = scheduled the job
jobs-action-job-unscheduled = cancelled the scheduled publication
jobs-action-job-held = hid a job until it is reviewed
jobs-action-job-released = put a job back after a review

## What is said after something was done

jobs-notice-draft-saved = Draft saved. It isn’t public.
# $job is the title in quotes, or the words below.
jobs-notice-a-job = The job
jobs-notice-published = { $job } is published.
jobs-notice-unpublished = { $job } is unpublished. It is a draft again.
jobs-notice-closed = { $job } is closed. It no longer accepts applications.
jobs-notice-paused = { $job } is paused. It is a draft until you publish it again.
jobs-notice-renewed = { $job } is extended.
jobs-notice-renewed-until = { $job } is extended to { $day }.
jobs-notice-confirmed = { $job } is confirmed as open.
jobs-notice-scheduled = { $job } is scheduled. It will be published on the date you chose.
jobs-notice-unscheduled = { $job } is not scheduled any more. It stays a draft.
jobs-notice-reposted = { $job } is copied to a new draft. Check it, then publish it.
jobs-notice-deleted = { $job } is deleted.
jobs-notice-removed = { $job } is removed. Visitors can no longer see it.
jobs-notice-restored = { $job } is restored.
jobs-bulk-nothing = Select jobs and an action first.
jobs-bulk-published = { $changed ->
    [one] { $changed } job published.
   *[other] { $changed } jobs published.
}
jobs-bulk-unpublished = { $changed ->
    [one] { $changed } job unpublished.
   *[other] { $changed } jobs unpublished.
}
jobs-bulk-closed = { $changed ->
    [one] { $changed } job closed.
   *[other] { $changed } jobs closed.
}
jobs-bulk-renewed = { $changed ->
    [one] { $changed } job extended by 30 days.
   *[other] { $changed } jobs extended by 30 days.
}
jobs-bulk-confirmed = { $changed ->
    [one] { $changed } job confirmed as open.
   *[other] { $changed } jobs confirmed as open.
}
jobs-bulk-deleted = { $changed ->
    [one] { $changed } job deleted.
   *[other] { $changed } jobs deleted.
}
jobs-bulk-removed = { $changed ->
    [one] { $changed } job removed.
   *[other] { $changed } jobs removed.
}
jobs-bulk-restored = { $changed ->
    [one] { $changed } job restored.
   *[other] { $changed } jobs restored.
}
# "3 jobs published. 2 jobs were not published: they have no description."
jobs-bulk-and-left = { $done } { $why }
jobs-left-title = { $left ->
    [one] { $left } job was not published: it has no title.
   *[other] { $left } jobs were not published: they have no title.
}
jobs-left-company = { $left ->
    [one] { $left } job was not published: it has no company.
   *[other] { $left } jobs were not published: they have no company.
}
jobs-left-location = { $left ->
    [one] { $left } job was not published: it has no location.
   *[other] { $left } jobs were not published: they have no location.
}
jobs-left-description = { $left ->
    [one] { $left } job was not published: it has no description.
   *[other] { $left } jobs were not published: they have no description.
}
jobs-left-apply = { $left ->
    [one] { $left } job was not published: it does not say where to apply.
   *[other] { $left } jobs were not published: they do not say where to apply.
}
jobs-left-pay = { $left ->
    [one] { $left } job was not published: it does not state the pay that a law asks for. Edit it to see which.
   *[other] { $left } jobs were not published: they do not state the pay that a law asks for. Edit them to see which.
}
jobs-left-wrong = { $left ->
    [one] { $left } job was not published: something in it must be corrected first. Edit it to see what.
   *[other] { $left } jobs were not published: something in them must be corrected first. Edit them to see what.
}
jobs-left-open = { $left ->
    [one] { $left } job was not published: it is open already.
   *[other] { $left } jobs were not published: they are open already.
}
jobs-left-removed = { $left ->
    [one] { $left } job was not published: it was removed from the board. Restore it first.
   *[other] { $left } jobs were not published: they were removed from the board. Restore them first.
}
jobs-left-limit = { $left ->
    [one] { $left } job was not published: you reached the limit for now. Try again later.
   *[other] { $left } jobs were not published: you reached the limit for now. Try again later.
}
jobs-left-not-open = { $left ->
    [one] { $left } job was not changed: it is not open.
   *[other] { $left } jobs were not changed: they are not open.
}
jobs-left-removed-already = { $left ->
    [one] { $left } job was not removed: it was removed already.
   *[other] { $left } jobs were not removed: they were removed already.
}
jobs-left-not-removed = { $left ->
    [one] { $left } job was not restored: it was not removed.
   *[other] { $left } jobs were not restored: they were not removed.
}
jobs-left-unknown = { $left ->
    [one] { $left } job was not changed: it no longer exists, or it is not yours.
   *[other] { $left } jobs were not changed: they no longer exist, or they are not yours.
}
jobs-left-meanwhile = { $left ->
    [one] { $left } job was not changed: someone else changed it at the same time. Try again.
   *[other] { $left } jobs were not changed: someone else changed them at the same time. Try again.
}

jobs-left-no-later-day = { $left ->
    [one] { $left } job was not changed: its last day must be before the year 10000.
   *[other] { $left } jobs were not changed: their last day must be before the year 10000.
}
jobs-left-no-last-day = { $left ->
    [one] { $left } job was not changed: it has no last day.
   *[other] { $left } jobs were not changed: they have no last day.
}

## What came of a job that was closed or paused

jobs-outcome-hired-here = Filled: we hired someone through this board
jobs-outcome-hired-elsewhere = Filled: we hired someone another way
jobs-outcome-not-hiring = No longer hiring
jobs-outcome-paused = Paused: the job will open again later

## The mails about the life of a job

jobs-mail-ending-subject = Your job closes on { $day }: { $title }
jobs-mail-ending = { $title } at { $company } is open until the end of { $day } ({ $zone }). After that day it leaves the lists.
jobs-mail-ending-ask = Is the job still open? You can extend it by 30 days. Its date and its place in the lists stay the same.
jobs-mail-ending-action = Extend to { $day }
jobs-mail-asking-subject = Is this job still open? { $title }
jobs-mail-asking = { $title } at { $company } was last known to be open on { $day }. Is it still open?
jobs-mail-asking-first = If nobody confirms it before { $day }, we ask once more. If there is no answer then either, the job leaves the lists a week later. It is not deleted, and you can bring it back at any time.
jobs-mail-asking-last = This is the second time we ask. If nobody confirms it before { $day }, the job leaves the lists. It is not deleted, and you can bring it back with this link or on your dashboard.
jobs-mail-asking-action = Confirm that it is open
jobs-mail-life-link = You do not need to sign in to use this link, so do not forward it.
jobs-mail-life-close = If the job is filled or you are no longer hiring, sign in and close it: { $address }
# Of many jobs at once.
jobs-mail-many-ending-subject = { $count } of your jobs close soon
jobs-mail-many-ending = These jobs are open until the end of their last day ({ $zone }). After it they leave the lists. Are they still open? Each link extends one job by 30 days. The dates of publication and the places in the lists stay the same.
jobs-mail-many-ending-job = { $title } at { $company }, open until { $day }: { $link }
jobs-mail-many-asking-subject = Are { $count } of your jobs still open?
jobs-mail-many-asking-first = Nobody has said lately that these jobs are still open. Each link confirms one job. If nobody confirms a job before { $day }, we ask once more. If there is no answer then either, it leaves the lists a week later. It is not deleted, and you can bring it back at any time.
jobs-mail-many-asking-last = This is the second time we ask whether these jobs are still open. Each link confirms one job. If nobody confirms a job before { $day }, it leaves the lists. It is not deleted, and you can bring it back on your dashboard.
jobs-mail-many-asking-job = { $title } at { $company }, last known to be open on { $day }: { $link }
jobs-mail-many-rest = { $count ->
    [one] And { $count } more job.
   *[other] And { $count } more jobs.
}
jobs-mail-many-action = See all on my dashboard
jobs-mail-many-links = You do not need to sign in to use these links, so do not forward them.
jobs-mail-many-close = If a job is filled or you are no longer hiring, close it on your dashboard.
jobs-mail-not-published-subject = Your job could not be published: { $title }
jobs-mail-not-published = { $title } was to be published today, but something in it must be corrected first. It is still a draft.
jobs-mail-not-published-action = Edit the job
jobs-mail-guest-publish-subject = Publish your job on { $site }
jobs-mail-guest-publish = Someone, probably you, wrote a job with this email address. It is not published yet. Open the link to look at it once more and publish it.
jobs-mail-guest-publish-action = Look at the job and publish it
jobs-mail-guest-publish-closing = The link expires in two days. If you did not write a job, you can ignore this email.
jobs-mail-guest-published-subject = Your job is published: { $title }
jobs-mail-guest-published = Your job "{ $title }" is on the board now. Keep this email: with the link below you can change or close the job.
jobs-mail-guest-published-action = See the job

## The page behind the link in these mails

jobs-reminder-question = Is this job still open?
jobs-reminder-done = This job is open
jobs-reminder-not-open = This job is not open
jobs-reminder-job = <job>{ $title }</job> at { $company }
# The day with its zone: "Open until the end of Jan 31, 2026 (Los Angeles time)."
jobs-reminder-until = Open until { $day }.
jobs-reminder-known = Known to be open on { $day }.
jobs-reminder-close = Filled, or no longer hiring? <link>Sign in and close the job</link>
jobs-reminder-dashboard = <link>Go to my jobs</link>
jobs-reminder-gone = This link no longer works
jobs-reminder-gone-about = It may be too old or incomplete, or the job may have been deleted or changed hands. Sign in to see your jobs.

## The mail to the owner of removed jobs

jobs-mail-removed-subject = { $count ->
    [one] Your job was removed from { $site }
   *[other] { $count } of your jobs were removed from { $site }
}
jobs-mail-removed = { $count ->
    [one] An administrator removed your job:
   *[other] An administrator removed { $count } of your jobs:
}
jobs-mail-removed-job = { $title }
jobs-mail-removed-reason = Reason: { $reason }
jobs-mail-removed-action = Go to my jobs
jobs-mail-removed-closing = If you think this is a mistake, tell the administrator of this board.

## A job, as its page and its card show it

# The heading of a job in titles and previews of links.
jobs-heading = { $title } at { $company }
jobs-company-site = Company website
jobs-of-company = More jobs at { $company }
# On the card of a job that was posted today or yesterday.
jobs-new = New
jobs-all-open = All jobs
jobs-back-to-results = Back to results
jobs-copy-link = Copy link
jobs-link-copied = Link copied
jobs-email-link = Email this job
# A place of many: "Paris + 4 more".
jobs-more-places = { $place } + { $count } more
jobs-place = Location
jobs-country-label = Country
jobs-open-to = Open to people in
jobs-type = Job type
jobs-pay = Pay
jobs-category = Category
jobs-posted = Posted
# On the page of a job, before the date: "Confirmed open on Jan 31, 2026".
jobs-confirmed = Confirmed open on
jobs-open-until = Open until
# The last day, below “Open until”, and where it ends: "the end of Jan 31, 2026 (Los Angeles time)".
jobs-last-day = the end of { $day } ({ $zone })
jobs-tags = Tags
# "Hybrid · London"
jobs-workplace-and-place = { $workplace } · { $place }
jobs-how-to-apply = How to apply
jobs-apply-site = Apply on company site
jobs-apply-email = Apply by email
jobs-apply-in-person = <strong>Apply in person:</strong> { $where }
jobs-is-filled = This job has been filled.
jobs-has-expired = This job has expired.
jobs-is-unconfirmed = Nobody has confirmed lately that this job is still open.
jobs-no-longer-open = This job is no longer open.
jobs-see-open = See open jobs
jobs-report = Report this job
jobs-similar = Similar jobs
jobs-unlisted-residence = Google won’t list this job because it doesn’t say which countries applicants may live in. Name them under “Open to people in”, or choose a country.
jobs-unlisted-country = Google won’t list this job because it has no country. Add one to the location.

## What a job pays: "$52,000 – $68,000 a year", "CAD 90,000+ a year"

# With a sign, like $ or €.
jobs-money-sign = { $sign }{ $amount }
# With the letters of the currency, like CAD.
jobs-money-code = { $code } { $amount }
jobs-pay-exactly = { $amount } { $period }
jobs-pay-between = { $min } – { $max } { $period }
jobs-pay-from = { $amount }+ { $period }
jobs-pay-up-to = up to { $amount } { $period }

## Laws that ask for pay in job ads

jobs-pay-rules-off = Do nothing
jobs-pay-rules-warn = Warn whoever posts it
jobs-pay-rules-refuse = Refuse to publish it
# $asked and $missing are sentences.
jobs-pay-rule = { $asked } { $missing }
jobs-pay-rule-employers = { $asked } { $missing } The law is for employers with { $employees } or more employees. This site does not know how many you have, so it only warns.
# $law is the name of a law, $since a day.
jobs-pay-rule-range = { $place }: job ads must state the pay, or both ends of its range ({ $law }, since { $since }).
jobs-pay-rule-pay = { $place }: job ads must state the pay ({ $law }, since { $since }).
jobs-pay-rule-interview = Employers in the European Union must tell applicants the pay or its range, in the ad or before the interview ({ $law }). Its countries had until { $since } to make this their law; this site does not know whether yours has. This job states no pay.
jobs-pay-rule-none = This job states no pay.
jobs-pay-rule-minimum = This job states only the maximum. For a fixed rate, enter the same amount twice.
jobs-pay-rule-maximum = This job states only the minimum. For a fixed rate, enter the same amount twice.
jobs-pay-rule-wide = The range may be at most { $widest } a year wide. This one is wider.
jobs-pay-rules-about = What laws ask for
jobs-pay-rule-source = Read the law
# $day is when the entry was checked.
jobs-pay-rule-checked = Checked on { $day }.
jobs-pay-rules-advice = This is not legal advice.
jobs-pay-left-out = The pay is not shown because the source states it in a way that can’t be used: “{ $stated }”. Edit the job to state the amount, currency and period.

## The job form

jobs-form-job = Job
jobs-form-place = Where
jobs-form-pay = Pay
jobs-form-about = About the job
jobs-form-choose = Choose…
jobs-form-title = Job title
jobs-form-title-hint = Use a title people search for, like “Rust developer”.
jobs-form-company = Company
jobs-form-company-url = Company website
jobs-form-employment-type = Job type
jobs-form-category = Category
jobs-form-category-hint = For example, Engineering, Design or Nursing.
jobs-form-tags = Tags
jobs-form-tags-hint = Up to 10, separated by commas: rust, postgresql, on-call.
jobs-form-workplace = Workplace
jobs-form-location = Location
jobs-form-location-hint = City and country or state, like “Berlin, Germany” or “Austin, TX”. For several locations, put a semicolon between them: “Berlin, Germany; Paris, France”.
jobs-form-country = Country
jobs-form-country-from-location = As in the location
jobs-form-more = Category, tags and company website
jobs-form-bold = Bold
jobs-form-italic = Italic
jobs-form-heading = Heading
jobs-form-list = List
jobs-form-link = Link
jobs-preview-edit = Keep editing
jobs-form-locality = City
jobs-form-region = Region or state
jobs-form-applicant-location = Open to people in
jobs-form-applicant-location-hint = Where applicants must live, like “EU” or “US, Canada”.
jobs-form-pay-min = Minimum
jobs-form-pay-min-hint = Like 52,000 or 18.50.
jobs-form-pay-sure = The pay is correct
jobs-form-pay-max = Maximum
jobs-form-pay-currency = Currency
jobs-form-pay-period = Per
jobs-form-description = Description
jobs-form-description-hint = You can use Markdown: ## heading, - list, **bold**, [text](https://…) link. Leave a blank line between paragraphs.
jobs-form-apply-method = How people apply
jobs-form-apply-to = Where to apply
jobs-form-apply-to-hint = A web address, an email address, or where and when to come in person.
jobs-form-valid-through = Open until
jobs-form-publish-at = Publish on
jobs-form-email = Your email address
jobs-guest-about = You don’t need an account. We’ll email you a link to publish the job and to change it later. If you have an account, <link>sign in</link>.
jobs-guest-you = You
jobs-guest-email-hint = Not shown on the board. The link to publish the job is sent here.
jobs-guest-send = Email me the link
jobs-guest-sent = We’ve sent a link to <strong>{ $email }</strong>. Open it to look at the job once more and publish it. The job is kept for two days.
jobs-guest-sent-again = No email? Check your spam folder. If the address is wrong, go back, correct it and send the form again.
jobs-guest-publish = Publish your job
jobs-guest-publish-about = It will be published from <strong>{ $email }</strong>. Readers don’t see the address.
jobs-guest-sign-in = <strong>{ $email }</strong> has an account. Sign in to it to publish the job; you’ll come back to this page. If you don’t know the password, <reset>set a new one</reset> and open the link in the email again.
jobs-guest-sign-in-button = Sign in and come back
jobs-guest-posted = This job was published
jobs-guest-posted-about = “<job>{ $title }</job>” was published with this link. A link publishes one job, once.
jobs-guest-posted-manage = To change or close it, use the link in the email that you got then, or <link>get a new one</link>. With an account, go to <dashboard>your jobs</dashboard>.
jobs-guest-gone = The link works for two days. <post>Write the job again</post>, or <manage>get a link to jobs you’ve already published</manage>.
jobs-guest-disabled = The account with this email address is disabled, so it can’t post jobs.
jobs-form-publish-at-hint = When you press “Publish”, the job is scheduled and published when this day begins, { $zone }. Leave empty to publish it at once.
jobs-form-valid-through-hint = The last day for applications. Ends at midnight, { $zone }.
jobs-post = Post a job
jobs-post-error = Error: Post a job
jobs-edit-title = Edit { $title }
jobs-edit-title-error = Error: Edit { $title }
jobs-edit-heading = Edit <job>{ $title }</job>
jobs-preview = Preview
jobs-preview-again = Update preview
jobs-preview-form = Edit the job
jobs-preview-about = Preview: this is how your job will look. It is not saved yet.
jobs-save = Save changes
jobs-save-as-draft = Save draft
jobs-cancel = Cancel

## When two people changed the same job

jobs-pasted-long = This text is too long for a description.
jobs-posted-already = You already posted this job
jobs-posted-about = <job>{ $title }</job> was posted with this form.
jobs-posted-choose = It was not changed. Your edits are below: update the job, or post another one.
jobs-posted-change = Update job
jobs-posted-another = Post another job
jobs-posted-leave = Cancel
jobs-posted-edit = Edit job
jobs-posted-new = Post another job
jobs-conflict-title = Someone else changed { $title }
jobs-conflict = Someone else just saved this job
jobs-conflict-about = <job>{ $title }</job> was changed since you opened this form, by someone else or by you in another window. Your edits are not lost: below are the fields that differ, and your version is in the form. Keep what you want, then save.
jobs-conflict-saved = Saved version
jobs-conflict-yours = Your version
jobs-conflict-empty = (empty)
jobs-conflict-same = Both versions are the same.
jobs-conflict-save = Save my version
jobs-conflict-leave = Keep the saved version

## What can be done with a job, and lists of jobs for those who may

jobs-edit = Edit
jobs-publish = Publish
jobs-publish-on-date = Publish on this date
jobs-unpublish = Unpublish
jobs-close = Close…
jobs-delete = Delete…
jobs-remove = Remove…
jobs-restore = Restore
jobs-renew = Extend to { $day }
# Of many jobs at once.
jobs-bulk-renew = Extend by 30 days
jobs-confirm = Confirm as open
# Of a job that left the lists because nobody confirmed it.
jobs-confirm-again = It’s still open
jobs-repost = Repost as a new job
jobs-unschedule = Cancel scheduled publication
jobs-scheduled-for = Will be published on { $day }
jobs-unconfirmed-about = This job is off the lists because nobody confirmed that it is still open. Confirm it to bring it back.
jobs-yours = Your job
jobs-owned-by = Owned by { $owner }
jobs-owned-by-nobody = Imported, or its owner deleted their account
jobs-mine = My jobs
jobs-mine-none = <strong>You haven’t posted any jobs yet.</strong> It takes a few minutes, and you can save a draft.
jobs-all = All jobs
jobs-none-to-import = No jobs yet. To import some, run <code>jobboard import FILE</code>
jobs-changed = updated { $ago }
jobs-removed-by-moderator = Removed by an administrator
jobs-removed-because = Reason: { $reason }
# Instead of the owner of a job that has none.
jobs-imported = Imported
jobs-duplicate = Duplicate
jobs-tabs = Jobs by status
jobs-tab-all = All
jobs-tab-open = Open
jobs-tab-drafts = Drafts
jobs-tab-scheduled = Scheduled
jobs-tab-expired = Expired
jobs-tab-closed = Closed
jobs-tab-removed = Removed
jobs-table-search = Title or company
jobs-table-search-all = Title, company or owner
jobs-table-any-company = All companies
jobs-table-any-poster = Posted by anyone
jobs-table-most = Showing the newest { $count } matches. Add more words to narrow the search.
jobs-table-none = No jobs found.
jobs-table-none-open = No open jobs.
jobs-table-none-drafts = No drafts.
jobs-table-none-scheduled = No scheduled jobs.
jobs-table-none-expired = No expired jobs.
jobs-table-none-closed = No closed jobs.
jobs-table-none-removed = No removed jobs.
jobs-table-all = Show all jobs
jobs-table-untitled = Untitled
jobs-table-menu = Actions for { $title }
jobs-table-job = Job
jobs-table-owner = Owner
jobs-table-status = Status
jobs-table-posted = Posted
jobs-table-expires = Open until
jobs-table-views = Views
jobs-event-view = Views
jobs-event-apply = Apply clicks
jobs-bulk-too-many = Select no more jobs than one page shows.

## Closing

jobs-close-title = Close { $title }
jobs-close-question = Close this job?
jobs-close-about = <job>{ $title }</job> will leave the lists and stop accepting applications. The page stays online and shows that the job is closed. You can publish it again later.
jobs-close-why = Reason
jobs-close-why-hint = Visitors only see that the job is filled or no longer open. A paused job becomes a draft.
jobs-close-choose = Choose a reason.
jobs-close-button = Close job
jobs-keep-open = Cancel
jobs-close-nothing = This job is not published, so it can’t be closed. <link>Back to my jobs</link>

jobs-bulk-close-question = { $count ->
    [one] Close { $count } job?
   *[other] Close { $count } jobs?
}
jobs-bulk-close-about = The jobs will leave the lists and stop accepting applications. Their pages stay online and show that the jobs are closed. You can publish them again later.
jobs-bulk-close-hint = The answer is for all of these jobs. Visitors only see that a job is filled or no longer open. Paused jobs become drafts.
jobs-bulk-close-button = { $count ->
    [one] Close { $count } job
   *[other] Close { $count } jobs
}

## Deleting, and removing what is somebody else’s

jobs-delete-title = Delete { $title }
jobs-delete-question = Delete this job?
jobs-delete-about = <job>{ $title }</job> will be permanently deleted. If you hired someone, <closure>close the job</closure> instead, so that its page can say so.
jobs-delete-button = Delete job
jobs-remove-question = Remove this job?
jobs-remove-title = Remove { $title }
jobs-remove-about = <job>{ $title }</job> will be removed from the board. Visitors will no longer see it, its owner will see the reason, and administrators can restore it.
jobs-remove-reason = Reason
jobs-remove-reason-hint = The owner sees it on their dashboard and gets it by email.
jobs-remove-button = Remove job
jobs-keep = Cancel
jobs-bulk-delete-question = { $count ->
    [one] Delete { $count } job?
   *[other] Delete { $count } jobs?
}
jobs-bulk-delete-about = Deleted jobs cannot be restored. If you hired someone, close the job as filled instead.
jobs-bulk-delete-button = { $count ->
    [one] Delete { $count } job
   *[other] Delete { $count } jobs
}
jobs-bulk-remove-question = { $count ->
    [one] Remove { $count } job from the board?
   *[other] Remove { $count } jobs from the board?
}
jobs-bulk-remove-about = Visitors will no longer see removed jobs. Their owners will see the reason, and administrators can restore them.
jobs-bulk-remove-button = { $count ->
    [one] Remove { $count } job
   *[other] Remove { $count } jobs
}
jobs-bulk-left-out = { $count ->
    [one] { $count } other selected job stays as it is.
   *[other] { $count } other selected jobs stay as they are.
}

## Countries, by their two letters, with the names that the Unicode CLDR has

jobs-country = { $code ->
    [AD] Andorra
    [AE] United Arab Emirates
    [AF] Afghanistan
    [AG] Antigua and Barbuda
    [AI] Anguilla
    [AL] Albania
    [AM] Armenia
    [AO] Angola
    [AQ] Antarctica
    [AR] Argentina
    [AS] American Samoa
    [AT] Austria
    [AU] Australia
    [AW] Aruba
    [AX] Åland Islands
    [AZ] Azerbaijan
    [BA] Bosnia and Herzegovina
    [BB] Barbados
    [BD] Bangladesh
    [BE] Belgium
    [BF] Burkina Faso
    [BG] Bulgaria
    [BH] Bahrain
    [BI] Burundi
    [BJ] Benin
    [BL] St. Barthélemy
    [BM] Bermuda
    [BN] Brunei
    [BO] Bolivia
    [BQ] Caribbean Netherlands
    [BR] Brazil
    [BS] Bahamas
    [BT] Bhutan
    [BV] Bouvet Island
    [BW] Botswana
    [BY] Belarus
    [BZ] Belize
    [CA] Canada
    [CC] Cocos (Keeling) Islands
    [CD] Congo - Kinshasa
    [CF] Central African Republic
    [CG] Congo - Brazzaville
    [CH] Switzerland
    [CI] Côte d’Ivoire
    [CK] Cook Islands
    [CL] Chile
    [CM] Cameroon
    [CN] China
    [CO] Colombia
    [CR] Costa Rica
    [CU] Cuba
    [CV] Cape Verde
    [CW] Curaçao
    [CX] Christmas Island
    [CY] Cyprus
    [CZ] Czechia
    [DE] Germany
    [DJ] Djibouti
    [DK] Denmark
    [DM] Dominica
    [DO] Dominican Republic
    [DZ] Algeria
    [EC] Ecuador
    [EE] Estonia
    [EG] Egypt
    [EH] Western Sahara
    [ER] Eritrea
    [ES] Spain
    [ET] Ethiopia
    [FI] Finland
    [FJ] Fiji
    [FK] Falkland Islands
    [FM] Micronesia
    [FO] Faroe Islands
    [FR] France
    [GA] Gabon
    [GB] United Kingdom
    [GD] Grenada
    [GE] Georgia
    [GF] French Guiana
    [GG] Guernsey
    [GH] Ghana
    [GI] Gibraltar
    [GL] Greenland
    [GM] Gambia
    [GN] Guinea
    [GP] Guadeloupe
    [GQ] Equatorial Guinea
    [GR] Greece
    [GS] South Georgia and South Sandwich Islands
    [GT] Guatemala
    [GU] Guam
    [GW] Guinea-Bissau
    [GY] Guyana
    [HK] Hong Kong SAR China
    [HM] Heard Island and McDonald Islands
    [HN] Honduras
    [HR] Croatia
    [HT] Haiti
    [HU] Hungary
    [ID] Indonesia
    [IE] Ireland
    [IL] Israel
    [IM] Isle of Man
    [IN] India
    [IO] British Indian Ocean Territory
    [IQ] Iraq
    [IR] Iran
    [IS] Iceland
    [IT] Italy
    [JE] Jersey
    [JM] Jamaica
    [JO] Jordan
    [JP] Japan
    [KE] Kenya
    [KG] Kyrgyzstan
    [KH] Cambodia
    [KI] Kiribati
    [KM] Comoros
    [KN] St. Kitts and Nevis
    [KP] North Korea
    [KR] South Korea
    [KW] Kuwait
    [KY] Cayman Islands
    [KZ] Kazakhstan
    [LA] Laos
    [LB] Lebanon
    [LC] St. Lucia
    [LI] Liechtenstein
    [LK] Sri Lanka
    [LR] Liberia
    [LS] Lesotho
    [LT] Lithuania
    [LU] Luxembourg
    [LV] Latvia
    [LY] Libya
    [MA] Morocco
    [MC] Monaco
    [MD] Moldova
    [ME] Montenegro
    [MF] St. Martin
    [MG] Madagascar
    [MH] Marshall Islands
    [MK] North Macedonia
    [ML] Mali
    [MM] Myanmar (Burma)
    [MN] Mongolia
    [MO] Macao SAR China
    [MP] Northern Mariana Islands
    [MQ] Martinique
    [MR] Mauritania
    [MS] Montserrat
    [MT] Malta
    [MU] Mauritius
    [MV] Maldives
    [MW] Malawi
    [MX] Mexico
    [MY] Malaysia
    [MZ] Mozambique
    [NA] Namibia
    [NC] New Caledonia
    [NE] Niger
    [NF] Norfolk Island
    [NG] Nigeria
    [NI] Nicaragua
    [NL] Netherlands
    [NO] Norway
    [NP] Nepal
    [NR] Nauru
    [NU] Niue
    [NZ] New Zealand
    [OM] Oman
    [PA] Panama
    [PE] Peru
    [PF] French Polynesia
    [PG] Papua New Guinea
    [PH] Philippines
    [PK] Pakistan
    [PL] Poland
    [PM] St. Pierre and Miquelon
    [PN] Pitcairn Islands
    [PR] Puerto Rico
    [PS] Palestinian Territories
    [PT] Portugal
    [PW] Palau
    [PY] Paraguay
    [QA] Qatar
    [RE] Réunion
    [RO] Romania
    [RS] Serbia
    [RU] Russia
    [RW] Rwanda
    [SA] Saudi Arabia
    [SB] Solomon Islands
    [SC] Seychelles
    [SD] Sudan
    [SE] Sweden
    [SG] Singapore
    [SH] St. Helena, Ascension and Tristan da Cunha
    [SI] Slovenia
    [SJ] Svalbard and Jan Mayen
    [SK] Slovakia
    [SL] Sierra Leone
    [SM] San Marino
    [SN] Senegal
    [SO] Somalia
    [SR] Suriname
    [SS] South Sudan
    [ST] São Tomé and Príncipe
    [SV] El Salvador
    [SX] Sint Maarten
    [SY] Syria
    [SZ] Eswatini
    [TC] Turks and Caicos Islands
    [TD] Chad
    [TF] French Southern and Antarctic Lands
    [TG] Togo
    [TH] Thailand
    [TJ] Tajikistan
    [TK] Tokelau
    [TL] Timor-Leste
    [TM] Turkmenistan
    [TN] Tunisia
    [TO] Tonga
    [TR] Türkiye
    [TT] Trinidad and Tobago
    [TV] Tuvalu
    [TW] Taiwan
    [TZ] Tanzania
    [UA] Ukraine
    [UG] Uganda
    [UM] U.S. Outlying Islands
    [US] United States
    [UY] Uruguay
    [UZ] Uzbekistan
    [VA] Vatican City
    [VC] St. Vincent and Grenadines
    [VE] Venezuela
    [VG] British Virgin Islands
    [VI] U.S. Virgin Islands
    [VN] Vietnam
    [VU] Vanuatu
    [WF] Wallis and Futuna
    [WS] Samoa
    [XK] Kosovo
    [YE] Yemen
    [YT] Mayotte
    [ZA] South Africa
    [ZM] Zambia
    [ZW] Zimbabwe
   *[other] { $code }
}
