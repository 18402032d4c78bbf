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
platform-web-address = Enter a web address, like https://example.org.
platform-web-address-long = Enter at most { $max } characters. With special characters encoded, this address has { $length }.
platform-typed-empty = Fill in this field.
platform-typed-short = Enter at least { $min } characters.
platform-typed-long = Enter at most { $max } characters. You entered { $length }.

## Pictures that people send

# $most is in pixels.
platform-picture-pixels = The image is larger than { $most } × { $most } pixels. Choose a smaller one.
platform-picture-memory = The image has too many pixels. Save it with 2000 × 2000 pixels or fewer.
platform-picture-unreadable = The file must be a PNG, JPEG or WebP image.
platform-picture-svg = SVG images can carry scripts, so they are not accepted. Save the image as PNG, JPEG or WebP.

## Domains

platform-host-empty = Enter a domain, like example.org.
platform-host-wrong = Enter a domain, like example.org or jobs.example.org.
platform-host-port = Enter the domain without a port.
platform-host-address = Enter a domain, not an IP address.
platform-host-local = This name works only in a private network. Enter a domain that is on the internet.
platform-host-suffix = Many owners have domains below { $name }. Enter your own, like example.{ $name }.

# $at is the name of a DNS record: “_jobboard.example.org”.
platform-proof-record = TXT record at { $at }
# $at is the address of a file.
platform-proof-file = File at { $at }
platform-proof-proven = The verification code was found.
platform-proof-no-record = No TXT record was found.
# $values are in quotation marks, separated by commas.
platform-proof-other-records = The verification code was not found. The TXT records are { $values }.
platform-proof-no-dns = This site can’t reach name servers right now. Try again later, or use the file.
platform-proof-no-answer = The domain’s name servers did not answer in time.
platform-proof-not-authoritative = The domain’s name servers don’t answer for it. Check the name servers at your registrar.
platform-proof-private-servers = The domain’s name servers are in a private network and can’t be asked.
platform-proof-no-file = The file was not found (status 404).
platform-proof-status = The server answered with status { $status }. It must be 200.
platform-proof-redirect = The address redirects to { $to }. The file must be at the address itself.
platform-proof-empty-file = The first line of the file is empty.
platform-proof-other-file = The first line of the file is “{ $line }”, which is not the verification code.
platform-proof-no-address = The domain has no address, so there is no web server to ask.
platform-proof-not-public = The web server is in a private network and can’t be asked.
platform-proof-no-answer-from-host = The web server did not answer in time.
platform-proof-certificate = The web server has no valid certificate for this domain.
platform-proof-no-connection = No HTTPS connection to the web server was possible.
