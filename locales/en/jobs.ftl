### Jobs: their words, their form, their pages.

jobs-status-draft = Draft
jobs-status-in-review = In review
jobs-status-published = Published
jobs-status-filled = Filled
jobs-status-withdrawn = Withdrawn
jobs-status-rejected = Rejected
jobs-status-removed = Removed
jobs-employment-type-full-time = Full-time
jobs-employment-type-part-time = Part-time
jobs-employment-type-contractor = Contract
jobs-employment-type-temporary = Temporary
jobs-employment-type-intern = Internship
jobs-employment-type-volunteer = Volunteer
jobs-employment-type-per-diem = By the day
jobs-employment-type-other = Other
jobs-workplace-on-site = On site
jobs-workplace-hybrid = Hybrid
jobs-workplace-remote = Remote
jobs-pay-period-hour = an hour
jobs-pay-period-day = a day
jobs-pay-period-week = a week
jobs-pay-period-month = a month
jobs-pay-period-year = a year
jobs-apply-method-url = On a web page
jobs-apply-method-email = By email
jobs-apply-method-on-site = In person

## What is wrong with what was typed or asked for

jobs-status-expired = Expired
jobs-cannot-publish = This job cannot be published as it stands.
jobs-not-published = This job is not published.
jobs-cannot-close = Only a published job can be closed.
jobs-changed-meanwhile = Somebody changed this job in the meantime. Go back, reload, and look at it again.
jobs-version-lost = The form lost its version on the way. Open the job again and repeat your change.
jobs-field-title = Give it a title.
jobs-field-location = Say where the work is done.
jobs-confirm-address-first = Confirm your address first: open the link in the mail, or have it sent again on the account page. You can save a draft until then.
jobs-field-address-long = Use at most { $max } characters; with the special ones encoded these are { $length }.
jobs-field-tags-most = Use at most { $max } tags; these are { $count }.
jobs-field-url = Give a web address, like https://example.org.
jobs-field-country = Give the country's two letters, like DE or US.
jobs-field-tag-long = Keep each tag under 31 characters, and put commas between them.
jobs-field-pay-order = The most is less than the least. Swap them?
jobs-field-currency = Give the currency's three letters, like USD or EUR.
jobs-field-period = Say what the amount is for: a year, a month, an hour.
jobs-field-amount = Give an amount in figures, like 52,000 or 18.50.
jobs-field-amount-alone = Give the number alone, like { $number }. The currency and the period have fields of their own.
jobs-field-amount-either = This can be { $first } or { $second }. Write the one you mean.
# "120 a year is unusual."
jobs-field-amount-or = { $amount } { $period } is unusual. If you mean { $meant }, write that. If { $amount } is right, tick the box below.
jobs-field-amount-unusual = { $amount } { $period } is unusual. Check the amount and the period. If both are right, tick the box below.
jobs-field-apply-is-email = That is an email address. Choose “By email”, or give a web address.
jobs-field-apply-url = Give a web address, like https://example.org/jobs/7.
jobs-field-day-late = Choose a day before the year 10000.
jobs-field-day-past = That day is past. Choose today or later.
jobs-field-date = Give a date like 2027-01-31.
jobs-api-key-length = Use 1 to 64 ASCII characters.
jobs-api-key-used = A job was made with this Idempotency-Key, and was changed since.
jobs-api-unknown = A job on this board has no such property.
jobs-api-read-only = The board sets this.
jobs-api-status = Publishing, unpublishing and closing have requests of their own.
jobs-api-two-descriptions = descriptionMarkdown takes precedence.
jobs-api-range = minValue and maxValue take precedence.
jobs-api-new-status = A new job is draft or published.
jobs-api-one-way = Only one way to apply is kept: url, then email, then description.
jobs-api-reason = Say filled or withdrawn.

## What somebody did, after their address: "ada@example.org signed up"

jobs-action-job-posted = posted a draft
jobs-action-job-changed = changed the job
jobs-action-job-published = published the job
jobs-action-job-unpublished = unpublished the job
jobs-action-job-closed = closed the job
jobs-action-job-deleted = deleted the job
jobs-action-job-removed = removed the job

## What is said after something was done

jobs-notice-draft-saved = Saved as a draft. Only you can see it.
jobs-notice-published = Published. Everybody can see it now.
jobs-notice-unpublished = Taken off the board. It is a draft again.
jobs-notice-closed = Closed. It no longer takes applications.
jobs-notice-deleted = Deleted.
jobs-notice-removed = Removed from the board.
jobs-bulk-nothing = Select jobs and an action first.
jobs-bulk-published = { $changed ->
    [one] { $changed } job published.
   *[other] { $changed } jobs published.
}
jobs-bulk-unpublished = { $changed ->
    [one] { $changed } job unpublished.
   *[other] { $changed } jobs unpublished.
}
jobs-bulk-closed = { $changed ->
    [one] { $changed } job closed.
   *[other] { $changed } jobs closed.
}
jobs-bulk-deleted = { $changed ->
    [one] { $changed } job deleted.
   *[other] { $changed } jobs deleted.
}
jobs-bulk-removed = { $changed ->
    [one] { $changed } job removed.
   *[other] { $changed } jobs removed.
}
# "3 jobs closed. 1 job was not changed."
jobs-bulk-left = { $left ->
    [one] { $done } { $left } job was not changed.
   *[other] { $done } { $left } jobs were not changed.
}

## A job, as its page and its card show it

# The heading of a job in titles and previews of links.
jobs-heading = { $title } at { $company }
jobs-company-site = Company
jobs-of-company = All its jobs
jobs-place = Place
jobs-country-label = Country
jobs-open-to = Open to people in
jobs-type = Type
jobs-pay = Pay
jobs-category = Category
jobs-posted = Posted
jobs-open-until = Open until
# The last day, and where it ends: "31 January 2026 (Los Angeles time)".
jobs-last-day = { $day } ({ $zone })
jobs-reference = Reference
jobs-tags = Tags
# "Hybrid · London"
jobs-workplace-and-place = { $workplace } · { $place }
jobs-how-to-apply = How to apply
jobs-apply-site = Apply on the company’s site
jobs-apply-email = Apply by email
jobs-apply-in-person = <strong>Apply in person:</strong> { $where }
jobs-is-filled = This job is filled.
jobs-has-expired = This job has expired.
jobs-no-longer-open = This job is no longer open.
jobs-see-open = See open jobs
jobs-similar = Open jobs like it
jobs-unlisted-residence = Google will not list this: it does not say in which countries people may live. Name them under “Open to people in”, or give the country.
jobs-unlisted-country = Google will not list this: no country. Give its two letters.

## What a job pays: "$52,000 – $68,000 a year", "from CAD 90,000 a year"

# With a sign, like $ or €.
jobs-money-sign = { $sign }{ $amount }
# With the letters of the currency, like CAD.
jobs-money-code = { $code } { $amount }
jobs-pay-exactly = { $amount } { $period }
jobs-pay-between = { $min } – { $max } { $period }
jobs-pay-from = from { $amount } { $period }
jobs-pay-up-to = up to { $amount } { $period }

## The job form

jobs-form-job = The job
jobs-form-place = The place
jobs-form-pay = The pay
jobs-form-about = The description
jobs-form-choose = Choose…
jobs-form-trouble = Some fields need another look. What you typed is still here.
jobs-form-title = Title
jobs-form-title-hint = What people search for: Rust developer, not Code ninja.
jobs-form-company = Company
jobs-form-company-url = Company’s site
jobs-form-employment-type = Employment type
jobs-form-category = Category
jobs-form-category-hint = For example Engineering, Design, Nursing.
jobs-form-tags = Tags
jobs-form-tags-hint = Up to 10, with commas between: rust, postgresql, on-call.
jobs-form-workplace = Workplace
jobs-form-location = Place
jobs-form-location-hint = As readers will see it: Berlin, Germany. May be empty for remote work.
jobs-form-locality = Town
jobs-form-region = Region or state
jobs-form-country = Country
jobs-form-country-hint = Two letters: DE, US.
jobs-form-applicant-location = Open to people in
jobs-form-applicant-location-hint = For remote work: where applicants must live. For example EU, or US and Canada.
jobs-form-pay-min = From
jobs-form-pay-min-hint = 52,000 or 18.50
jobs-form-pay-sure = The pay is correct
jobs-form-pay-max = To
jobs-form-pay-currency = Currency
jobs-form-pay-period = For
jobs-form-description = Description
jobs-form-description-hint = Markdown: a blank line starts a paragraph, ## a heading, - a list, **bold**, [text](https://…) a link.
jobs-form-apply-method = People apply
jobs-form-apply-to = Where
jobs-form-apply-to-hint = The web address, the email address, or where to come and when.
jobs-form-valid-through = Open until
jobs-form-valid-through-hint = The last day it takes applications. It ends at midnight, { $zone }.
jobs-post = Post a job
jobs-post-error = Error: Post a job
jobs-edit-title = Edit { $title }
jobs-edit-title-error = Error: Edit { $title }
jobs-edit-heading = Edit <job>{ $title }</job>
jobs-preview = Preview
jobs-preview-again = Preview again
jobs-preview-about = This is how readers will see it. Nothing is saved yet.
jobs-save = Save
jobs-save-draft = Save draft
jobs-save-as-draft = Save as draft
jobs-cancel = Cancel

## When two people changed the same job

jobs-pasted-long = That text is too long for a description.
jobs-posted-already = You have posted this job
jobs-posted-about = <job>{ $title }</job> was posted from this form.
jobs-posted-choose = It has not been changed. What you typed since is below: change the job, or post another one.
jobs-posted-change = Change the job
jobs-posted-another = Post another job
jobs-posted-leave = Leave it as it is
jobs-posted-edit = Edit it
jobs-posted-new = Post another job
jobs-conflict-title = Changed in the meantime: { $title }
jobs-conflict = This job was changed in the meantime
jobs-conflict-about = Since you opened this form, another change to <job>{ $title }</job> was saved, by somebody else or by you in another window. Nothing of yours is lost: below are the fields where the two differ, and your text is in the form. Take over what you want to keep, then save.
jobs-conflict-saved = Saved now
jobs-conflict-yours = Yours
jobs-conflict-empty = (empty)
jobs-conflict-same = The two texts are the same. There is nothing left to decide.
jobs-conflict-save = Save mine over it
jobs-conflict-leave = Leave it as it is saved

## What can be done with a job, and lists of jobs for those who may

jobs-edit = Edit
jobs-publish = Publish
jobs-unpublish = Unpublish
jobs-close = Close…
jobs-delete = Delete…
jobs-yours = Your job
jobs-owned-by = Owned by { $owner }
jobs-owned-by-nobody = Owned by nobody: it was imported, or its owner left
jobs-mine = My jobs
jobs-mine-none = <strong>You have no jobs here yet.</strong> A job takes a few minutes; you can save a draft and come back.
jobs-all = All jobs
jobs-none-to-import = There are no jobs here. To import some: <code>jobboard import FILE</code>
jobs-changed = changed { $ago }
jobs-removed-by-moderator = Removed by a moderator
# Instead of the owner of a job that has none.
jobs-imported = Imported
jobs-duplicate = Duplicate
jobs-tabs = Jobs by status
jobs-tab-all = All
jobs-tab-open = Open
jobs-tab-drafts = Drafts
jobs-tab-expired = Expired
jobs-tab-closed = Closed
jobs-tab-removed = Removed
jobs-table-search = Search by title or company
jobs-table-search-all = Search by title, company or owner
jobs-table-most = Showing the newest { $count } matches. Add more words to narrow the search.
jobs-table-none = No jobs found.
jobs-table-all = Show all jobs
jobs-table-untitled = Untitled
jobs-table-menu = Actions for { $title }
jobs-table-job = Job
jobs-table-owner = Owner
jobs-table-status = Status
jobs-table-posted = Posted
jobs-table-expires = Expires
jobs-table-views = Views
jobs-bulk-close-filled = Close as filled
jobs-bulk-close-withdrawn = Close as not hiring
jobs-bulk-too-many = Select no more jobs than one page shows.

## Closing

jobs-close-title = Close { $title }
jobs-close-question = Close this job?
jobs-close-about = <job>{ $title }</job> will leave the lists and take no more applications. Its page stays and says so. You can publish it again.
jobs-close-why = Why
jobs-close-filled = Filled: somebody was hired
jobs-close-withdrawn = Withdrawn: nobody will be
jobs-close-choose = Choose one of these.
jobs-close-button = Close the job
jobs-keep-open = Keep it open
jobs-close-nothing = It is not on the board now, so there is nothing to close. <link>Back to my jobs</link>

## Deleting, and removing what is somebody else’s

jobs-delete-title = Delete { $title }
jobs-delete-question = Delete this job?
jobs-delete-about = <job>{ $title }</job> will be gone for good. If somebody was hired, <closure>close it</closure> instead: then its page can say so.
jobs-delete-button = Delete it
jobs-remove-question = Remove this job from the board?
jobs-remove-about = <job>{ $title }</job> will be gone from the board for everybody. It is kept for the record.
jobs-remove-button = Remove it
jobs-keep = Keep it
jobs-bulk-delete-question = { $count ->
    [one] Delete { $count } job?
   *[other] Delete { $count } jobs?
}
jobs-bulk-delete-about = Deleted jobs cannot be restored. If you hired someone, close the job as filled instead.
jobs-bulk-delete-button = { $count ->
    [one] Delete { $count } job
   *[other] Delete { $count } jobs
}
jobs-bulk-remove-question = { $count ->
    [one] Remove { $count } job from the board?
   *[other] Remove { $count } jobs from the board?
}
jobs-bulk-remove-about = Removed jobs are no longer visible to anyone but administrators. They are kept for the record.
jobs-bulk-remove-button = { $count ->
    [one] Remove { $count } job
   *[other] Remove { $count } jobs
}
jobs-bulk-left-out = { $count ->
    [one] { $count } selected job cannot be deleted.
   *[other] { $count } selected jobs cannot be deleted.
}

## Countries, by their two letters, with the names that the Unicode CLDR has

jobs-country = { $code ->
    [AD] Andorra
    [AE] United Arab Emirates
    [AF] Afghanistan
    [AG] Antigua and Barbuda
    [AI] Anguilla
    [AL] Albania
    [AM] Armenia
    [AO] Angola
    [AQ] Antarctica
    [AR] Argentina
    [AS] American Samoa
    [AT] Austria
    [AU] Australia
    [AW] Aruba
    [AX] Åland Islands
    [AZ] Azerbaijan
    [BA] Bosnia and Herzegovina
    [BB] Barbados
    [BD] Bangladesh
    [BE] Belgium
    [BF] Burkina Faso
    [BG] Bulgaria
    [BH] Bahrain
    [BI] Burundi
    [BJ] Benin
    [BL] St. Barthélemy
    [BM] Bermuda
    [BN] Brunei
    [BO] Bolivia
    [BQ] Caribbean Netherlands
    [BR] Brazil
    [BS] Bahamas
    [BT] Bhutan
    [BV] Bouvet Island
    [BW] Botswana
    [BY] Belarus
    [BZ] Belize
    [CA] Canada
    [CC] Cocos (Keeling) Islands
    [CD] Congo - Kinshasa
    [CF] Central African Republic
    [CG] Congo - Brazzaville
    [CH] Switzerland
    [CI] Côte d’Ivoire
    [CK] Cook Islands
    [CL] Chile
    [CM] Cameroon
    [CN] China
    [CO] Colombia
    [CR] Costa Rica
    [CU] Cuba
    [CV] Cape Verde
    [CW] Curaçao
    [CX] Christmas Island
    [CY] Cyprus
    [CZ] Czechia
    [DE] Germany
    [DJ] Djibouti
    [DK] Denmark
    [DM] Dominica
    [DO] Dominican Republic
    [DZ] Algeria
    [EC] Ecuador
    [EE] Estonia
    [EG] Egypt
    [EH] Western Sahara
    [ER] Eritrea
    [ES] Spain
    [ET] Ethiopia
    [FI] Finland
    [FJ] Fiji
    [FK] Falkland Islands
    [FM] Micronesia
    [FO] Faroe Islands
    [FR] France
    [GA] Gabon
    [GB] United Kingdom
    [GD] Grenada
    [GE] Georgia
    [GF] French Guiana
    [GG] Guernsey
    [GH] Ghana
    [GI] Gibraltar
    [GL] Greenland
    [GM] Gambia
    [GN] Guinea
    [GP] Guadeloupe
    [GQ] Equatorial Guinea
    [GR] Greece
    [GS] South Georgia and South Sandwich Islands
    [GT] Guatemala
    [GU] Guam
    [GW] Guinea-Bissau
    [GY] Guyana
    [HK] Hong Kong SAR China
    [HM] Heard Island and McDonald Islands
    [HN] Honduras
    [HR] Croatia
    [HT] Haiti
    [HU] Hungary
    [ID] Indonesia
    [IE] Ireland
    [IL] Israel
    [IM] Isle of Man
    [IN] India
    [IO] British Indian Ocean Territory
    [IQ] Iraq
    [IR] Iran
    [IS] Iceland
    [IT] Italy
    [JE] Jersey
    [JM] Jamaica
    [JO] Jordan
    [JP] Japan
    [KE] Kenya
    [KG] Kyrgyzstan
    [KH] Cambodia
    [KI] Kiribati
    [KM] Comoros
    [KN] St. Kitts and Nevis
    [KP] North Korea
    [KR] South Korea
    [KW] Kuwait
    [KY] Cayman Islands
    [KZ] Kazakhstan
    [LA] Laos
    [LB] Lebanon
    [LC] St. Lucia
    [LI] Liechtenstein
    [LK] Sri Lanka
    [LR] Liberia
    [LS] Lesotho
    [LT] Lithuania
    [LU] Luxembourg
    [LV] Latvia
    [LY] Libya
    [MA] Morocco
    [MC] Monaco
    [MD] Moldova
    [ME] Montenegro
    [MF] St. Martin
    [MG] Madagascar
    [MH] Marshall Islands
    [MK] North Macedonia
    [ML] Mali
    [MM] Myanmar (Burma)
    [MN] Mongolia
    [MO] Macao SAR China
    [MP] Northern Mariana Islands
    [MQ] Martinique
    [MR] Mauritania
    [MS] Montserrat
    [MT] Malta
    [MU] Mauritius
    [MV] Maldives
    [MW] Malawi
    [MX] Mexico
    [MY] Malaysia
    [MZ] Mozambique
    [NA] Namibia
    [NC] New Caledonia
    [NE] Niger
    [NF] Norfolk Island
    [NG] Nigeria
    [NI] Nicaragua
    [NL] Netherlands
    [NO] Norway
    [NP] Nepal
    [NR] Nauru
    [NU] Niue
    [NZ] New Zealand
    [OM] Oman
    [PA] Panama
    [PE] Peru
    [PF] French Polynesia
    [PG] Papua New Guinea
    [PH] Philippines
    [PK] Pakistan
    [PL] Poland
    [PM] St. Pierre and Miquelon
    [PN] Pitcairn Islands
    [PR] Puerto Rico
    [PS] Palestinian Territories
    [PT] Portugal
    [PW] Palau
    [PY] Paraguay
    [QA] Qatar
    [RE] Réunion
    [RO] Romania
    [RS] Serbia
    [RU] Russia
    [RW] Rwanda
    [SA] Saudi Arabia
    [SB] Solomon Islands
    [SC] Seychelles
    [SD] Sudan
    [SE] Sweden
    [SG] Singapore
    [SH] St. Helena, Ascension and Tristan da Cunha
    [SI] Slovenia
    [SJ] Svalbard and Jan Mayen
    [SK] Slovakia
    [SL] Sierra Leone
    [SM] San Marino
    [SN] Senegal
    [SO] Somalia
    [SR] Suriname
    [SS] South Sudan
    [ST] São Tomé and Príncipe
    [SV] El Salvador
    [SX] Sint Maarten
    [SY] Syria
    [SZ] Eswatini
    [TC] Turks and Caicos Islands
    [TD] Chad
    [TF] French Southern and Antarctic Lands
    [TG] Togo
    [TH] Thailand
    [TJ] Tajikistan
    [TK] Tokelau
    [TL] Timor-Leste
    [TM] Turkmenistan
    [TN] Tunisia
    [TO] Tonga
    [TR] Türkiye
    [TT] Trinidad and Tobago
    [TV] Tuvalu
    [TW] Taiwan
    [TZ] Tanzania
    [UA] Ukraine
    [UG] Uganda
    [UM] U.S. Outlying Islands
    [US] United States
    [UY] Uruguay
    [UZ] Uzbekistan
    [VA] Vatican City
    [VC] St. Vincent and Grenadines
    [VE] Venezuela
    [VG] British Virgin Islands
    [VI] U.S. Virgin Islands
    [VN] Vietnam
    [VU] Vanuatu
    [WF] Wallis and Futuna
    [WS] Samoa
    [XK] Kosovo
    [YE] Yemen
    [YT] Mayotte
    [ZA] South Africa
    [ZM] Zambia
    [ZW] Zimbabwe
   *[other] { $code }
}
