### Postings from elsewhere.

## The audit log, after who did it: "the operator imported jobs: 12 added, 3 updated"

sources-action-imported = imported jobs
sources-imported = { $added } added, { $updated } updated
sources-action-closed = closed jobs that their source no longer has
sources-closed = { $count } closed
# "Acme: 2 added, 1 updated"
sources-of-source = { $source }: { $numbers }
sources-action-added = added a source of jobs
sources-action-changed = changed how often a source is read
sources-action-paused = paused a source of jobs
sources-action-resumed = resumed a source of jobs
sources-action-kept = kept jobs that their source no longer has
sources-action-deleted = deleted a source of jobs

## The list of sources

sources-title = Sources
sources-about = The board reads these careers pages and feeds on a schedule. New jobs are added, changed ones updated, and jobs that are gone are closed.
sources-add = Add a source
sources-none = No sources yet. Add the careers page of an employer or a feed of jobs.
sources-column-source = Source
sources-column-status = Status
sources-column-open = Open jobs
sources-column-last = Last read
sources-column-next = Next
sources-never = Never
# When a source is read next.
sources-next-now = Any moment
sources-next-minutes = In { $minutes } min
sources-next-hours = In { $hours } h
# When it was read.
sources-ago-now = Just now
sources-ago-minutes = { $minutes } min ago
sources-ago-hours = { $hours } h ago
sources-every = { $hours ->
    [1] Every hour
    [24] Once a day
   *[other] Every { $hours } hours
}
sources-status-ok = Up to date
sources-status-reading = Reading…
sources-status-waiting = Not read yet
sources-status-paused = Paused
sources-status-failing = Failing
sources-status-held = Needs a decision

## The hiring systems

sources-system-feed = Feed or page
sources-system-ashby = Ashby
sources-system-greenhouse = Greenhouse
sources-system-lever = Lever
sources-system-lever-europe = Lever (EU)
sources-system-personio = Personio (personio.de)
sources-system-personio-com = Personio (personio.com)
sources-system-pinpoint = Pinpoint
sources-system-recruitee = Recruitee
sources-system-smart-recruiters = SmartRecruiters
sources-system-teamtailor = Teamtailor
sources-system-workable = Workable

## Adding a source

sources-add-about = You see a preview before the source is added.
sources-address = Address
sources-address-hint = A careers page like https://boards.greenhouse.io/acme, or a feed in any format that can be imported. Or choose the system below and enter the name of the board there.
sources-system = System
sources-system-recognise = Recognize from the address
sources-company = Company
sources-company-hint = Required for a careers page: all its jobs appear under this name. For a feed, only jobs that name no company.
sources-hours = How often
sources-preview = Preview
sources-add-button = Add source
sources-cancel = Cancel
sources-preview-title = { $count ->
    [one] { $count } job found
   *[other] { $count } jobs found
}
sources-preview-none = No jobs there now
sources-preview-numbers = { $added } would be added, { $updated } updated, { $unchanged } already here.
sources-preview-expired = { $count } would be left out, because their last day has passed.
sources-preview-refused = { $count } could not be used.
sources-preview-sample = This is a sample. The rest is read once the source is added.
sources-preview-notes = What is different from the source:
sources-field-address = Enter the address of a careers page or a feed.
sources-field-which-system = Choose the system that this name belongs to, or enter a whole address.
sources-field-https = Enter an https:// address.
sources-field-public = Enter an address on the public internet.
sources-field-not-of-system = This is not an address or a board name of { $system }.
sources-field-company = Enter the company that these jobs are from.
sources-field-company-of-feed = This feed names no company. Enter it here.
sources-field-hours = Choose how often the source is read.
sources-field-there = This source is already on the list.
sources-field-most = You can have up to { $most } sources. Delete one first.

## A source

sources-details = Details
# Why the last run failed.
sources-last-problem = The source could not be read the last time. { $problem }
sources-show-jobs = Show { $count } open jobs and all others
sources-jobs-title = Jobs of { $source }
sources-jobs-none = No jobs have been read from this source yet.
sources-column-job = Job
sources-column-identifier = Identifier
sources-read-from = Read from
sources-run-now = Read now
sources-pause = Pause
sources-resume = Resume
sources-change = Change
sources-delete = Delete source
sources-held = { $count ->
    [one] { $count } job is gone from this source
   *[other] { $count } jobs are gone from this source
}
sources-held-about = That is more than half of its open jobs, so they stay on the board until you decide, and new jobs wait. If the source has a fault, do nothing: when the jobs come back, this message goes away.
sources-held-more = and { $count } more
sources-held-close = Close these jobs
sources-held-keep = Keep them on the board
sources-delete-question = Delete this source?
sources-delete-about = The board will no longer read { $source }.
sources-delete-jobs = { $count ->
    [one] Its open job
   *[other] Its { $count } open jobs
}
sources-delete-keep = Keep on the board
sources-delete-close = Close

## The runs of a source

sources-runs = Runs
sources-runs-about = A job that is missing in two runs in a row is closed.
sources-no-runs = Not read yet. Reload this page in a moment.
sources-picture = The runs as bars: jobs found, new jobs, and jobs that were closed. The table below has the numbers.
sources-picture-found = Found
sources-picture-new = New
sources-picture-closed = Closed
sources-picture-failed = Failed
sources-picture-most = Up to { $count } jobs
sources-run-when = When
sources-run-found = Found
sources-run-changes = Changes
sources-run-seconds = Seconds
sources-run-notes = Details
sources-run-added = { $count } added
sources-run-updated = { $count } updated
sources-run-reopened = { $count } reopened
sources-run-closed = { $count } closed
sources-run-missing = { $count } missing
sources-run-kept = { $count } kept
sources-run-own = { $count } posted here by their employers
sources-run-refused = { $count } could not be used
sources-outcome-done = Read
sources-outcome-unchanged = Unchanged
sources-outcome-zero = No jobs
sources-outcome-empty = Empty answer
sources-outcome-held = Needs a decision
sources-outcome-failed = Failed
sources-outcome-closed = Missing jobs closed
sources-outcome-kept = Missing jobs kept

## What became of a posting's job

sources-state-open = Open
sources-state-missing = Missing
sources-state-deleted = Deleted here
sources-state-closed = Closed
sources-state-own = Posted by its employer

## What else is said of jobs of a source

# "Pay could not be read (3)"
sources-reason-counted = { $reason } ({ $count })
sources-reason-unpublished = Not published there
sources-reason-same-identifier = Has the same identifier as another job of this source
sources-reason-elsewhere = Already here from another source or import
sources-reason-deleted = Was deleted here
sources-reason-shut = Was closed or removed here
sources-reason-expired = Last day has passed
sources-reason-full = Waits, because this source has 20,000 open jobs
sources-reason-waits = Waits for the decision about the missing jobs
sources-assumed-year = Pay is taken to be per year
sources-assumed-hour = Pay is taken to be per hour
sources-assumed-other = Assumed: { $what }
sources-unused-column = Column “{ $column }” is not used
sources-left-out-pay = Pay could not be read
sources-left-out-type = Job type is not known
sources-left-out-workplace = Workplace is not known
sources-left-out-location = Location could not be read
sources-left-out-tags = Tags are too long
sources-left-out-category = Category is too long
sources-left-out-link = Link could not be used
sources-left-out-website = Company website could not be used
sources-left-out-date = Date of posting is in the future
sources-left-out-other = { $property } could not be used

## Why a source could not be read

sources-problem-not-https = The address does not start with https://.
sources-problem-not-public = The host has no public address.
sources-problem-no-tls = The board can’t use TLS; see its log.
sources-problem-redirects = It redirects too often, or to an address that is not public.
sources-problem-no-answer = It took too long to answer.
sources-problem-no-address = The host was not found.
sources-problem-refused = Connection refused.
sources-problem-certificate = The certificate is not valid for this host.
sources-problem-no-connection = Could not connect.
sources-problem-broken-off = The connection was lost.
sources-problem-status = It answered { $status }.
sources-problem-too-often = It asks to be read less often (429).
sources-problem-no-board = There is no such board or feed (404).
sources-problem-too-large = It is larger than 32 MB.
sources-problem-too-many = It has more jobs than one source can have.
sources-problem-cut = The document is incomplete.
sources-problem-unknown = The document { $looks }.
sources-problem-no-company = The jobs name no company, and none was entered for this source.
sources-problem-too-slow = It took too long to read.
sources-problem-empty = The answer was empty.
sources-problem-none-read = No job could be used. The most frequent reason: { $reason }.

## What is said after something was done

sources-notice-added = Source added. Its jobs appear in a moment.
sources-notice-changed = Schedule changed.
sources-notice-queued = Reading the source. Reload this page in a moment.
sources-notice-paused = Source paused. Its jobs stay as they are.
sources-notice-resumed = Source resumed.
sources-notice-closed = Jobs closed.
sources-notice-kept = Jobs kept. They no longer belong to this source.
sources-notice-deleted = Source deleted.

## Mails to administrators

sources-mail-held-subject = Jobs of { $source } need your decision
sources-mail-held = { $count ->
    [one] { $count } open job is gone from this source. That is more than half of its jobs.
   *[other] { $count } open jobs are gone from this source. That is more than half of its jobs.
}
sources-mail-held-decide = They stay on the board until you close or keep them, and new jobs wait for that. If the source has a fault and they come back, you need to do nothing.
sources-mail-failing-subject = { $source } could not be read
sources-mail-failing = The last { $times } attempts to read this source failed.
sources-mail-failing-why = The last time: { $why }
sources-mail-failing-on = The board keeps trying. Its jobs stay as they are.
sources-mail-action = Show the source
