### What administrators choose for the whole board in the browser.

## The admin area and the foot of every page

settings-nav = Settings
settings-contact = Contact

## The form

settings-title = Settings
settings-about = These settings apply to the whole site. See the <link>setup checklist</link> for what else a new site needs.
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
settings-logo-pixels = The logo is larger than { $most } × { $most } pixels. Choose a smaller image.
settings-logo-unreadable = The logo must be a PNG, JPEG or WebP image.
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
settings-save = Save settings
# $ago is “today”, “yesterday”, “3 days ago”.
settings-changed-by = { $who } changed these settings { $ago }, after you opened this page. Your changes are below and not saved yet. Check them, then save again to replace the other version.
settings-changed-meanwhile = Someone else changed these settings after you opened this page. Your changes are below and not saved yet. Check them, then save again to replace the other version.
settings-notice-saved = Settings saved.

## The audit log, after who did it

settings-action-changed = changed the settings
# "Site name, Color, Logo"
settings-audit-and = { $before }, { $label }

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
