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

# Where days begin and end: "Los Angeles time".
platform-zone = { $city } time
platform-zone-utc = UTC

## Layout of mails

platform-mail-address = Or open this address: { $address }

## What is wrong with what was typed

platform-typed-damaged = Some characters were lost. Look for � and type them again.
platform-mail-none = Give an email address, like ada@example.org.
platform-mail-one = Give one email address, without spaces.
platform-mail-quoted = Addresses in quotation marks are not supported. Give another address.
platform-mail-machine = Mail to IP addresses is not delivered. Give an address at a domain, like ada@example.org.
platform-mail-letters = Only unaccented letters can stand before the @. Check the address.
platform-typed-empty = Fill this in.
platform-typed-short = Use at least { $min } characters.
platform-typed-long = Use at most { $max } characters; these are { $length }.
