### Moderation: why a job that waits for review deserves a closer look.

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
