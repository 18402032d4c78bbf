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
platform-mail-none = Enter an email address, like ada@example.org.
platform-mail-one = Enter one email address, without spaces.
platform-mail-quoted = Email addresses in quotation marks are not supported. Enter another one.
platform-mail-machine = Email can’t be sent to IP addresses. Enter an address at a domain, like ada@example.org.
platform-mail-letters = Only unaccented letters are allowed before the @. Check the address.
platform-typed-empty = Fill in this field.
platform-typed-short = Enter at least { $min } characters.
platform-typed-long = Enter at most { $max } characters. You entered { $length }.

## Pictures that people send

# $most is in pixels.
platform-picture-pixels = The image is larger than { $most } × { $most } pixels. Choose a smaller one.
platform-picture-memory = The image has too many pixels. Save it with 2000 × 2000 pixels or fewer.
platform-picture-unreadable = The file must be a PNG, JPEG or WebP image.
platform-picture-svg = SVG images can carry scripts, so they are not accepted. Save the image as PNG, JPEG or WebP.
