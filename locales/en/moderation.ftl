### Moderation: why a job deserves a closer look, what visitors report, and what is decided about it.

# What was found stands in quotes: words of the job, or a host.
moderation-reason-upfront-cost = Asks applicants to pay: “{ $words }”
moderation-reason-cheque = A check to cash and pass on: “{ $words }”
moderation-reason-chat-interview = Interviews in writing only: “{ $words }”
moderation-reason-early-details = Asks for ID, bank or social security details early: “{ $words }”
moderation-reason-money-transfer = Moves money through the applicant’s account: “{ $words }”
moderation-reason-reshipping = Sends parcels through the applicant’s home: “{ $words }”
moderation-reason-crypto-transfer = Buys or sends cryptocurrency: “{ $words }”
moderation-reason-gift-cards = Buys gift cards: “{ $words }”
moderation-reason-account-for-others = Opens or lends accounts for others: “{ $words }”
moderation-reason-click-tasks = Pays for clicks and small tasks: “{ $words }”
moderation-reason-foreign-code = Has applicants run its code or connect a wallet: “{ $words }”
moderation-reason-messenger = Contact by messenger: “{ $words }”
moderation-reason-join-us = Earnings from recruiting others: “{ $words }”
moderation-reason-assurance = Says that it is honest: “{ $words }”
moderation-reason-pressure = Presses for a quick answer: “{ $words }”
moderation-reason-easy-money = No experience, from home, and high earnings: “{ $words }”
moderation-reason-webmail = Free mail address at { $host }, though the company has a website
moderation-reason-nameless = Remote work without a company website; applications go to { $host }
moderation-reason-other-host = Applications go to { $host }, the company’s website is { $own }
moderation-reason-well-known-name = Uses the name { $company }, but applications go to { $host }
moderation-reason-lookalike = { $host } looks like { $like }
moderation-reason-letters = { $host } has letters that look like others
moderation-reason-shortener = Anyone can have an address at { $host }
moderation-reason-messenger-link = Leads to a messenger: { $host }
moderation-reason-phone-alone = A phone number is the only way to apply
moderation-reason-copied = Same text as job { $job } of another company
moderation-reason-nearly-copied = Nearly the same text as job { $job } of another company
moderation-reason-pay = Pays { $stated } a year; { $usual } is high for this title
moderation-reason-capitals = Mostly in capitals
moderation-reason-exclamations = { $count ->
    [one] { $count } exclamation mark
   *[other] { $count } exclamation marks
}
moderation-reason-short = Description has { $count ->
    [one] { $count } word
   *[other] only { $count } words
}
moderation-reason-new-account = Account created { $days ->
    [0] today
    [one] { $days } day ago
   *[other] { $days } days ago
}
moderation-reason-unconfirmed = Email address not confirmed
moderation-reason-rejected = { $count ->
    [one] { $count } earlier job rejected
   *[other] { $count } earlier jobs rejected
}
moderation-reason-approved = { $count ->
    [one] { $count } earlier job approved
   *[other] { $count } earlier jobs approved
}
moderation-reason-team = Posted by the company’s own team
## What visitors report

moderation-report-of-scam = It looks like a scam: it asks for money, or for data that no employer needs
moderation-report-of-impersonation = It isn’t from the company that it names
moderation-report-of-not-open = The job doesn’t exist, or is filled
moderation-report-of-misleading = Pay, place or work are not as described
moderation-report-of-discriminating = It discriminates
moderation-report-of-illegal = It’s illegal for another reason
moderation-report-of-spam = It’s spam, or posted again and again
moderation-report-of-other = Something else
moderation-decision-dismissed = The job stays
moderation-decision-upheld = The job was removed

## What is wrong with what was typed or asked for

moderation-field-reason = Choose what is wrong with the job.
moderation-field-text = Say what is wrong with the job.
moderation-no-decision = The form did not say what to decide. Open the page and try again.
moderation-none-open = There is no open report about this job.
moderation-decided-before = { $who } has decided about these reports already ({ $ago }), so nothing was changed.

## Mails

moderation-mail-not-you = If you did not report a job, you can ignore this email.
moderation-mail-received-subject = We have your report about job { $number }
moderation-mail-received = Thank you. Someone will look at it. We will write to you when it is decided.
moderation-mail-decided-subject = Your report about job { $number }
moderation-mail-dismissed = We looked at the job that you reported. It stays on the board.
moderation-mail-upheld = We looked at the job that you reported, and removed it. Thank you.
moderation-mail-held-subject = Your job is being reviewed: { $title }
moderation-mail-held = Several people reported your job "{ $title }". It is hidden until someone has looked at it. You do not have to do anything. We will write to you when it is decided.
moderation-mail-released-subject = Your job is back on the board: { $title }
moderation-mail-released = We looked at your job "{ $title }". It is back on the board as it was.

## Pages

moderation-report = Report this job
moderation-report-about = <job>{ $title }</job> at { $company }. We look at every report. The employer doesn’t see who sent it.
moderation-report-reason = What is wrong?
moderation-report-text = What happened
moderation-report-text-hint = Whatever helps us to check it.
moderation-report-email-hint = If you want to hear what we decide.
moderation-report-send = Send report
moderation-report-leave = Cancel
moderation-reports = Reports
moderation-reports-about = Jobs that visitors reported, the oldest first. A job that was reported from three networks is hidden until you decide.
moderation-reports-none = No reports are waiting.
moderation-reports-count = { $count ->
    [one] { $count } report
   *[other] { $count } reports
  }
moderation-held = Hidden
moderation-see-job = See its page
moderation-signs = What stands out
moderation-the-job = The job
moderation-remove = Remove the job
moderation-keep = Keep the job
moderation-put-back = Put it back on the board
moderation-notice-reported = Thank you. We’ll look at the job.
moderation-notice-dismissed = The reports are closed. The job stays.
moderation-notice-upheld = The job was removed, and its owner told why.

## The audit log

moderation-action-job-reported = reported a job
moderation-action-reports-dismissed = dismissed the reports of a job
moderation-action-reports-upheld = removed a job after reports
