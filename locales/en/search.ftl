### Searching and lists.

search-kind-title = Job
search-kind-skill = Skill
search-kind-company = Company
search-kind-place = Location
search-kind-word = Word
search-api-filter = Unknown filter or value.
search-api-before = Enter the number of a job.

## The search, and what stands beside a list

search-title = Jobs
search-home = Find your next job
search-words = Title, skill or company
search-place = Location
search-suggestions = Suggestions
search-button = Search
search-all = All jobs
search-all-and-filters = All jobs and filters
search-see-all = See all jobs
search-feeds = Follow new jobs in a feed reader: <atom>Atom</atom> · <rss>RSS</rss> · <json>JSON</json>
search-new-board = This board is new and has no administrator yet.
search-new-board-about = If you run it, <link>create the admin account</link>, or use the command line: <code>jobboard admin create you@example.org</code>
search-no-jobs = <strong>No jobs yet.</strong> Be the first to <link>post a job</link>.
search-instead = No results for “{ $typed }”. Showing results for <link>{ $meant }</link> instead.
# The same where the search for what was meant is as empty; wider searches follow.
search-instead-none = No results for “{ $typed }”, and none for <link>{ $meant }</link> with these filters.
search-none = <strong>No jobs found.</strong> Check the spelling or use fewer words.
search-unknown-place = We don’t know a place called “{ $place }”.
# Where a postcode was typed as the location.
search-postcode = We don’t know postcodes like “{ $postcode }”. Enter the town instead.
# Above jobs that have some of the words of a search, where few have all.
search-nearly = Jobs with some of these words
search-none-wider = <strong>No jobs found.</strong> Try a wider search:
# Wider searches, each the same without one of its filters, or without its words, with the number of jobs behind it.
search-workplace-any = Any workplace
search-type-any = Any job type
search-tag-any = With or without “{ $tag }”
search-company-any = Any company
search-pay-any = Any pay
search-paid-any = With or without pay shown
search-days-any = Posted at any time
search-wider-words = Without “{ $words }”
search-active = Active filters
search-drop = Remove filter { $filter }
search-filters = Filters
search-workplace = Workplace
search-type = Job type
search-category = Category
search-category-any = Any category
# Values of a filter that are shown when somebody asks for them.
search-more-choices = Show { $count } more
search-posted = Date posted
search-pay = Pay
search-at-least = At least
search-currency = Currency
search-period = Per
search-apply = Apply filters
search-paid = Pay shown
search-newest-first = Newest
search-best-first = Best match
search-age-any = Any time
search-age-day = Last 24 hours
search-age-week = Last 7 days
search-age-month = Last 30 days
# How many jobs a search finds; they are counted up to a limit.
search-total = { $count ->
    [one] { $count } job
   *[other] { $count } jobs
}
# Which jobs a page shows.
search-range = { $first }–{ $last } of { $total }
# The same where some of these jobs are behind lines like "+ 27 more from Acme".
search-range-folded = { $first }–{ $last } of { $total } · { $folded } grouped by company
# Behind the last page of the best matches.
search-ranked-end = These are the { $count } best matches. <link>See all matches, newest first</link>
# Where the other jobs of a company are folded.
search-more-from = + { $count } more from { $company }

## The start page

search-home-about = <strong>{ $jobs }</strong> open now
search-home-description = Search open jobs on { $site } by title, skill, company and location. No account needed to apply.
search-list-description = { $heading } on { $site }, with pay and location where the employer states them.
search-companies-description = Companies with open jobs on { $site }.
search-home-newest = Newest jobs
search-browse = Browse
search-companies-hiring = Companies hiring

## The companies

search-companies = Companies
search-companies-name = Company name
search-companies-find = Search
search-companies-none = <strong>No companies found.</strong> <link>See all companies</link>
search-companies-empty = <strong>No companies yet.</strong> They are listed here with their first job.
search-companies-more = More companies
search-companies-all = All companies

## Filters that are on, each on a chip

search-chip-place = In { $place }
search-chip-near = Within { $distance } of { $place }
search-chip-company = At { $company }

# Levels that were said in words.
search-level-internship = Internship
search-level-entry = Entry level
search-level-junior = Junior
search-level-mid = Mid-level
search-level-senior = Senior

## What a list is about

search-about-words = Jobs for “{ $words }”
# "Remote full-time jobs in Engineering with Rust at Acme in Berlin": $kinds is "remote full-time".
search-about-jobs = jobs
search-about-kinds = { $kinds } jobs
search-about-either = { $one } or { $other }
search-in-place = in { $place }
search-near-place = within { $distance } of { $place }
search-distance = Distance
# Names that have an article.
search-country = { $code ->
    [AE] the United Arab Emirates
    [BS] the Bahamas
    [CD] the Democratic Republic of the Congo
    [CF] the Central African Republic
    [DO] the Dominican Republic
    [GB] the United Kingdom
    [GM] the Gambia
    [KY] the Cayman Islands
    [MH] the Marshall Islands
    [MV] the Maldives
    [NL] the Netherlands
    [PH] the Philippines
    [US] the United States
   *[other] { $name }
}
# Areas that have an article. $area is the address of one, $name its name.
search-area = { $area ->
    [americas] the Americas
    [balkans] the Balkans
    [baltics] the Baltics
    [caribbean] the Caribbean
    [european-economic-area] the European Economic Area
    [european-union] the European Union
    [greater-toronto-area] the Greater Toronto Area
    [gulf-states] the Gulf States
    [middle-east] the Middle East
    [middle-east-and-north-africa] the Middle East and North Africa
    [midwest] the Midwest
    [nordics] the Nordics
    [pacific-northwest] the Pacific Northwest
    [ruhr-area] the Ruhr Area
    [san-francisco-bay-area] the San Francisco Bay Area
    [tri-state-area] the Tri-State Area
    [uk-ireland] the UK & Ireland
   *[other] { $name }
}
search-distance-none = In { $place } only
search-place-any = Any location
search-place-all = All of { $place }
# The choice of all of several places, each of which can be chosen alone.
search-place-each = All of these
search-kilometers = { $length } km
search-miles = { $length ->
    [one] 1 mile
   *[other] { $length } miles
}
search-at-company = at { $company }
search-about-category = in { $category }
search-about-tag = with { $tag }

# While the search index is built, after an upgrade or on a new server.
search-building-title = Search is being prepared
search-building = This takes a few minutes on a large board. Until then you can see <link>all jobs</link>. Reload this page to try again.
# To programs, whose answer has the seconds in its header Retry-After.
search-building-told = Search is being prepared. Try again in a few seconds.
