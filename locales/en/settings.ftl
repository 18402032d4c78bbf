### What administrators choose for the whole board in the browser.

## The admin area and the foot of every page

settings-nav = Settings
settings-contact = Contact

## The form

settings-title = Settings
settings-about = These settings apply to the whole site. See the <link>setup checklist</link> for what else a new site needs.
settings-about-words = What words mean in a search is set under <link>Search words</link>.
settings-identity = Name and introduction
settings-name = Site name
settings-name-empty = Enter a site name.
settings-name-hint = Shown in the header, page titles, emails and feeds.
settings-name-fixed = The name is set by <code>SITE_NAME</code> in the environment. Remove it there to change the name here.
settings-introduction = Introduction
settings-introduction-hint = Shown on the home page below the heading. You can use Markdown, up to { $max } characters. Leave it empty to show none.
settings-look = Color and logo
settings-color = Brand color
settings-color-hint = Used for links and buttons. Shades that would be hard to read are made darker, or lighter in dark mode.
settings-color-fixed = The color is set by <code>BRAND_COLOR</code> in the environment. Remove it there to change the color here.
settings-color-default = Use the default color
settings-color-wrong = Enter a color as # and six digits, like #0f5c4d.
settings-logo = Logo
settings-logo-now = Current logo
settings-logo-hint = PNG, JPEG or WebP, up to 256 KB and 1000 × 1000 pixels. Shown 32 pixels high in the header.
# The file cannot stand in the form again; the board has it already.
settings-logo-waits = The logo you chose is ready. It will be saved with the rest of the form.
settings-logo-remove = Remove the logo
# $most is in kilobytes.
settings-logo-large = The logo is larger than { $most } KB. Choose a smaller file.
settings-header = If there is a logo, the header shows
settings-header-logo = The logo
settings-header-both = The logo and the name
settings-footer = Footer
settings-links = Links
settings-links-hint = One link per line: a label, then an address, like “Privacy https://example.org/privacy”. Up to { $most } links.
settings-links-many = Enter up to { $most } links.
# $line is the number of the line.
settings-link-incomplete = Line { $line }: enter a label and an address, like “Privacy https://example.org/privacy”.
settings-link-label-long = Line { $line }: the label must be { $max } characters or fewer.
settings-link-address = Line { $line }: the address must begin with https://, http://, mailto: or /.
settings-contact-email = Contact email
settings-contact-hint = Shown in the footer of every page as “Contact”.
settings-jobs = Jobs
settings-pay-rules = If a job lacks the pay that a law asks for
settings-pay-rules-hint = Some states and countries ask for the pay in job ads. The job form names the law, what is missing, and where the law can be read. Where a law applies only to employers of a certain size, or accepts other ways to tell applicants, this site only warns. Imported jobs are not refused.
settings-save = Save settings
# $ago is “today”, “yesterday”, “3 days ago”.
settings-changed-by = { $who } changed these settings { $ago }, after you opened this page. Your changes are below and not saved yet. Check them, then save again to replace the other version.
settings-changed-meanwhile = Someone else changed these settings after you opened this page. Your changes are below and not saved yet. Check them, then save again to replace the other version.
settings-notice-saved = Settings saved.

## The audit log, after who did it

settings-action-changed = changed the settings
# "Site name, Color, Logo"
settings-audit-and = { $before }, { $label }
settings-action-words-changed = changed the search words

## The checklist of a new site

settings-welcome = Setup checklist
settings-welcome-about = Your site is running. These steps make it ready for visitors. You can come back to this page from <link>Settings</link>.
settings-step-done = Done
settings-step-open = To do
settings-step-brand = Choose a name and a color
settings-step-brand-about = Set the site name, brand color, logo and footer in <link>Settings</link>.
settings-step-jobs = Add jobs
settings-step-jobs-about = <link>Post the first job</link>, or import jobs on the server with <code>jobboard import</code>.
settings-step-jobs-done = Your site has jobs. <link>Post another job</link>, or import more on the server with <code>jobboard import</code>.
settings-step-mail = Set up email
settings-step-mail-about = No mail server is set, so emails are written to files and nobody receives them. Set <code>SMTP_URL</code>, restart, and run <code>jobboard mail test you@example.org</code> on the server.
settings-step-mail-done = A mail server is set. To test it, run <code>jobboard mail test you@example.org</code> on the server.
settings-step-address = Serve the site over HTTPS
settings-step-address-about = The site’s address is <code>{ $address }</code>. Serve it over HTTPS, for example behind a reverse proxy, and set <code>BASE_URL</code> to its public address.
settings-step-address-done = The site’s address is <code>{ $address }</code>.

## Search words: what words mean in a search on this site

settings-words = Search words
settings-words-about = The search knows many spellings, abbreviations and job titles from a built-in list. Here you can add your own, which apply to every search on the site as soon as they are saved.
settings-words-look-up = Look up a word
settings-words-word = Word or words
settings-words-word-hint = Shows what a search for it also finds, and why. Your lines below count, whether saved or not.
settings-words-look-up-button = Look up
settings-words-enter = Enter a word to look up.
# $words are words, separated by commas.
settings-words-found-same = Also finds: { $words }.
settings-words-found-related = Also finds, in job titles: { $words }.
settings-words-found-alone = Finds only the word itself.
settings-words-found-filler = Left out of a search that has other words.
settings-words-from-own = From your lines:
settings-words-from-trade = From the built-in list:
settings-words-replaced = Built-in, replaced by your lines:
settings-words-unknown = It is neither in your lines nor in the built-in list.
settings-words-search = Show the jobs that this search finds
settings-words-own = Your own words
settings-words-equal = Both are the same. A search for either finds both.
settings-words-greater = A search for “sr” also finds “senior”. A search for “senior” does not find “sr”.
settings-words-tilde = A search for “krankenschwester” also finds jobs with “nurse” in the title.
settings-words-alone = A word alone means only itself, whatever the built-in list says.
settings-words-note = a note
settings-words-note-about = Lines that begin with # have no effect.
settings-words-win = Use = for more than two words: “rn = nurse = registered nurse”. Where you write a line about a word, the built-in list no longer applies to that word.
settings-words-lines = Your lines
settings-words-hint = One entry per line, up to { $most } lines. Capital letters, accents and plurals make no difference.
settings-words-save = Save search words
settings-words-saved = Search words saved.
settings-words-many = Enter up to { $most } lines.
# $line is the number of the line, $word what stands in it.
settings-words-long = Line { $line }: must be { $max } characters or fewer.
settings-words-signs = Line { $line }: use only one > or ~ in a line.
settings-words-side = Line { $line }: a word is missing before or after =, > or ~.
settings-words-unreadable = Line { $line }: “{ $word }” has no letters or digits that a search could look for.
settings-words-full = Line { $line }: “{ $word }” stands for more than { $most } other words.
