### Statistics: how often jobs are viewed and applied for.

statistics-title = Statistics
statistics-of = Statistics: { $title }
statistics-of-heading = Statistics: <job>{ $title }</job>
statistics-all-jobs = Statistics of all jobs
statistics-period = Period
statistics-days = { $days ->
    [one] { $days } day
   *[other] Last { $days } days
}
statistics-all = All
statistics-people = People
statistics-bots = Bots
# How many of those who viewed a job went on to apply.
statistics-rate = Apply rate
statistics-percent = { $number }%
statistics-about = Each person counts once a day for each job. Apply clicks are clicks on the button that leads to where people apply. No addresses or cookies are stored, so the same person on two devices, or on two days, counts twice. Visits of those who manage a job are not counted.
statistics-age = The numbers are at most { $seconds } seconds old.
statistics-chart = Views and apply clicks by day
statistics-chart-most = Highest: { $count }
# "Nov 3, 2026: 12 views, 2 apply clicks"
statistics-bar = { $when }: { $views ->
    [one] { $views } view
   *[other] { $views } views
}, { $applies ->
    [one] { $applies } apply click
   *[other] { $applies } apply clicks
}
statistics-span = { $first } – { $last }
statistics-none = Nobody has viewed this in the chosen period.
statistics-by-day = By day
statistics-day = Day
statistics-by-source = By source
statistics-source = Source
statistics-source-direct = Direct, or unknown
statistics-source-own = Other pages of this site
statistics-source-alert = Job alert emails
statistics-source-other = Other
statistics-rest = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
statistics-by-job = By job
statistics-job = Job
statistics-by-rule = Bots, not counted above
statistics-rules-about = Every visit by a program is counted here, and nowhere above.
statistics-rule = How we know
statistics-bot-head = Asked only for the headers
statistics-bot-prefetch = Fetched in advance by a browser
statistics-bot-embedded = Pictures and frames on other pages
statistics-bot-nameless = Did not say what it is
statistics-bot-search-engine = Search engines
statistics-bot-language-model = Language models
statistics-bot-marketing = Marketing tools
statistics-bot-link-preview = Link previews
statistics-bot-monitoring = Monitoring
statistics-bot-library = Libraries and automated browsers
statistics-bot-named = Called themselves bots or crawlers
statistics-bot-no-browser = Other programs
statistics-csv = Download as CSV
statistics-csv-job = Job number
statistics-csv-title = Job title
statistics-csv-event = Event
statistics-csv-visitor = Visitor
statistics-csv-source = Source, or kind of bot
statistics-csv-visits = Visits
statistics-back = My jobs
statistics-api-days = Enter 28, 90 or all.
