### What every feature stands on: waiting, dates, mails.

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

## Layout of mails

platform-mail-address = Or open this address: { $address }

## What is wrong with what was typed

platform-typed-character = This holds a character that cannot be used here ({ $character }). Remove it, or type it again.
platform-typed-empty = Fill this in.
platform-typed-short = Use at least { $min } characters.
platform-typed-long = Use at most { $max } characters; these are { $length }.
