### Accounts: signing up and in, the account page, administration.

accounts-role-member = Member
accounts-role-admin = Admin
accounts-purpose-confirm = Confirm your email address
accounts-purpose-reset = Set a new password
accounts-purpose-change-email = Change your email address
accounts-purpose-manage = Manage your jobs
accounts-scope-read = Read only
accounts-scope-write = Read and write

## What is wrong with what was typed or asked for

accounts-field-name-empty = Enter your name.
accounts-tokens-name-empty = Enter a name for the token.
accounts-same-address = This is already your email address.
accounts-not-your-password = That password is not correct.
accounts-no-role = The form did not say which role to set. Open the account and try again.
accounts-own-account = You can’t do this to your own account. Ask another administrator, or use the command line.
accounts-device = { $browser } on { $system }
accounts-device-name = { $name }
accounts-device-unknown = Unknown device
accounts-actor-deleted = deleted account { $id }
accounts-actor-operator = the operator
accounts-actor-board = the board
accounts-actor-unknown = someone
accounts-api-unknown = Send a token as Authorization: Bearer, or a session cookie. The token is missing, expired, revoked or mistyped.
accounts-api-guest = Choose a password for this account first. Until then it can only be used in a browser.
accounts-guest-role = This person has not chosen a password yet, so they can’t be made an administrator.
accounts-sign-in-wrong = Email or password is incorrect.
accounts-sign-in-wrong-or-unconfirmed = Email or password is incorrect, or the address is not confirmed yet. To confirm it, open the link in the email we sent.
accounts-wrong-code = That code is incorrect or was already used. Wait for the next one.
accounts-api-wrong = Username or password is incorrect, or the address is not confirmed yet.
accounts-api-code-needed = This account uses two-factor authentication. Send the code from its authenticator app as “code”, or use an API token instead.
accounts-sign-in-late = Your sign-in timed out, or the password was changed. Sign in again.
accounts-api-grant-type = The only grant type supported is “password”.
accounts-last-admin = You are the only administrator. Make someone else an administrator first.
accounts-not-its-password = That is not this account’s password.
accounts-address-taken-meanwhile = This address now belongs to another account, so nothing was changed.
accounts-secret-lost = The form was incomplete. Reload the page and scan the new QR code.
accounts-code-not-shown = That code does not match. Check your authenticator app, and that your phone’s clock is right.
accounts-address-taken-sign-in = This address already has an account. Sign in instead.
accounts-setup-code-wrong = That code does not match the one in the board’s log.
accounts-address-taken = This address already has an account.
accounts-tokens-most = You can have up to { $most } tokens. Revoke one first.
accounts-password-long = Password must be 1,024 bytes or fewer.
accounts-password-easy = This password is too easy to guess. Try a few unrelated words.
accounts-registered-just-now = Someone just signed up with this address. Try again.

## Mails

accounts-mail-subject = { $what } – { $site }
accounts-mail-not-you = If someone else asked for this, you can ignore this email.
accounts-mail-not-you-notice = If someone else did this, set a new password with the link below right away and tell the administrator of this board.
accounts-mail-once-for-two-days = The link works once, and expires in two days.
accounts-mail-once-for-an-hour = The link works once, and expires in an hour.
accounts-mail-confirm-subject = Confirm your email address for { $site }
accounts-mail-confirm = Confirm your email address to finish creating your account. You will need the password you chose.
accounts-mail-confirm-action = Confirm email address
accounts-mail-registered-subject = You already have an account on { $site }
accounts-mail-registered = Someone tried to create an account with this email address, but it already has one. If that was you, sign in. If you forgot your password, set a new one.
accounts-mail-registered-action = Sign in or reset your password
accounts-mail-choose-password-subject = Finish creating your account on { $site }
accounts-mail-choose-password = You have posted jobs with this email address. Choose a password, and you have an account with all of them.
accounts-mail-choose-password-action = Choose a password
accounts-mail-manage-subject = Manage your jobs on { $site }
accounts-mail-manage = Use this link to manage the jobs that you posted with this email address.
accounts-mail-manage-action = Manage my jobs
accounts-mail-manage-keep = The link works for 60 days. It signs in whoever has it, so do not forward it.
# The last paragraph of every mail to somebody who posts jobs without an account.
accounts-mail-way-in = To see, change or close your jobs, open this link. It works for 60 days and signs in whoever has it, so do not forward it. { $address }
accounts-mail-reset-subject = Reset your password for { $site }
accounts-mail-reset = Someone asked to reset the password of the account with this email address.
accounts-mail-reset-action = Set a new password
accounts-mail-change-email-subject = Confirm your new email address for { $site }
accounts-mail-change-email = Confirm this email address to use it for your account.
accounts-mail-change-email-jobs = Jobs were posted with this email address, without an account. If you confirm, they belong to the account of { $account } from then on, and links in earlier emails no longer work.
accounts-mail-change-email-action = Use this address
accounts-mail-email-change-asked-subject = Your email address is about to change
accounts-mail-email-change-asked = Someone signed in to your account asked to change its email address to { $email }. The change happens when that address is confirmed.
accounts-mail-email-changed-subject = Your email address was changed
accounts-mail-email-changed = Your account now uses { $email }. This address will get no more email from us.
accounts-mail-password-changed-subject = Your password was changed
accounts-mail-password-changed = The password of your account was changed, and all other devices were signed out.
accounts-mail-password-chosen-subject = You have an account now
accounts-mail-password-chosen = A password was chosen for the jobs that were posted with this email address. Links in earlier emails no longer work: sign in with the password.
accounts-mail-password-reset-subject = Your password was reset
accounts-mail-password-reset = The password of your account was reset with a link from an email. All devices were signed out, all API tokens were revoked and all webhooks were deleted.
accounts-mail-api-token-made-subject = A new API token was created
accounts-mail-api-token-made = Any program that has this token can use the API as you. You can revoke it on your account page.
accounts-mail-webhook-made-subject = A new webhook was created
accounts-mail-webhook-made = { $host } will be told when your jobs change. You can delete the webhook on your account page.
accounts-mail-recovery-codes-made-subject = New recovery codes were created
accounts-mail-recovery-codes-made = Ten new recovery codes replaced the old ones, which no longer work.
accounts-mail-account-deleted-subject = Your account was deleted
accounts-mail-account-deleted = Your account and its jobs were deleted, as requested by someone who entered its password.
accounts-mail-account-deleted-not-you = If someone else did this, tell the administrator of this board.
accounts-mail-role-changed-subject = Your role was changed
accounts-mail-made-admin = An administrator made you an administrator. You can now manage all jobs and accounts.
accounts-mail-made-member = An administrator made you a member. You can manage your own jobs.
accounts-mail-role-given-subject = You changed someone’s role
accounts-mail-gave-admin = Someone signed in to your account made { $email } an administrator.
accounts-mail-gave-member = Someone signed in to your account made { $email } a member.
accounts-mail-two-factor-set-subject = Two-factor authentication is on
accounts-mail-two-factor-set = Two-factor authentication was turned on for your account. Signing in now takes a code from your authenticator app, or a recovery code.
accounts-mail-two-factor-removed-subject = Two-factor authentication is off
accounts-mail-two-factor-removed = Two-factor authentication was turned off for your account. Signing in takes only your password.

## Pages

accounts-audit-job = #{ $id }
accounts-audit-account = #{ $id }
# What is quoted after what somebody did.
accounts-audit-first-admin = first administrator
accounts-audit-admin = administrator
accounts-audit-role-admin = admin
accounts-audit-role-member = member
accounts-audit-jobs-removed = its jobs were removed
accounts-audit-codes-left = { $left } left
# Instead of a network address.
accounts-audit-command-line = command line
accounts-audit-schedule = on schedule
accounts-field-name = Name
accounts-field-email = Email
accounts-field-password = Password
accounts-field-password-hint = At least 8 characters. A few unrelated words work well.
accounts-session = from { $address } · last seen { $seen }
accounts-confirm-email-jobs = Jobs were posted with <strong>{ $new }</strong>, without an account. They will belong to the account of <strong>{ $old }</strong>. Links in earlier emails will no longer work.
accounts-link-gone-manage-about = Links to your jobs work for 60 days, and until you choose a password. The link may also be incomplete.
accounts-manage = Manage your jobs
accounts-manage-about = You posted jobs with <strong>{ $email }</strong>. You don’t need a password to manage them.
accounts-manage-button = Go to my jobs
accounts-manage-link = Get a link to your jobs
accounts-manage-link-about = For jobs that you posted without an account. Enter the email address that you used, and we’ll send you a link.
accounts-finish = Choose a password
accounts-finish-about = With a password for <strong>{ $email }</strong> you have an account. You can then sign in without a link from an email, and set up a page for your company. The jobs you posted stay yours.
accounts-finish-button = Create account
accounts-finish-later = You can do this later. <link>Back to your jobs</link>
accounts-check-mail-manage = If jobs were posted with <strong>{ $email }</strong>, we’ve sent a link to manage them.
accounts-check-mail-manage-again = Nothing there? Look in your spam folder, or <again>try another address</again>. If you have an account, <login>sign in</login>.
accounts-link-gone-manage = <link>Get a new link to your jobs</link>
accounts-admin-guest = posts without an account
accounts-table-guest = No password
accounts-session-this = This device
accounts-session-sign-out-label = Sign out { $device }, last seen { $seen }
accounts-session-sign-out = Sign out
accounts-account = Account
accounts-signed-in-as = Signed in as <strong>{ $email }</strong>
accounts-unconfirmed = Your email address is not confirmed yet.
accounts-unconfirmed-optional = Your email address is not confirmed yet. You can post jobs all the same, but emails about them are sent to confirmed addresses only.
accounts-unconfirmed-no-mail = Your email address is not confirmed: this site cannot send emails at the moment. You can post jobs all the same.
accounts-unconfirmed-send = Send the email again
accounts-save-name = Save name
accounts-field-new-email = New email address
accounts-field-new-email-hint = We’ll email a link to the new address. The change happens when you open it.
accounts-field-your-password = Your password
accounts-change-email = Change email address
accounts-field-current-password = Current password
accounts-field-new-password = New password
accounts-field-new-password-hint = At least 8 characters. Your other devices will be signed out.
accounts-keep-tokens = Keep my API tokens
accounts-keep-tokens-hint = Leave this off if someone else may have used your account.
accounts-change-password = Change password
accounts-two-factor = Two-factor authentication
accounts-two-factor-on = On. Signing in takes a code from your authenticator app. <link>Manage two-factor authentication</link>
accounts-two-factor-off = Off. Signing in takes only your password. <link>Turn on two-factor authentication</link>
accounts-sessions = Active sessions
accounts-sessions-end-others = Sign out all other devices
accounts-programs = Developers
accounts-programs-about = <tokens>API tokens</tokens> let a program act for you without your password. <webhooks>Webhooks</webhooks> tell a program when your jobs change. <docs>API documentation</docs>
accounts-data = Your data
accounts-data-about = <data_download>Download your data</data_download> (JSON) · <removal>Delete your account</removal>
accounts-admin-all = All accounts
accounts-admin-about = { $name } · { $role } · joined { $since } · { $jobs ->
    [one] { $jobs } job
   *[other] { $jobs } jobs
}
accounts-admin-unconfirmed = email not confirmed
accounts-admin-disabled-about = This account is disabled. Nobody can sign in to it.
accounts-admin-own = This is your own account. <link>Go to your account page</link>
accounts-admin-enable = Enable account
accounts-admin-remove-jobs = Also remove this account’s jobs
accounts-admin-remove-jobs-hint = They stay removed if you enable the account again.
accounts-admin-disable-hint = The account is signed out everywhere right away, and nobody can sign in to it.
accounts-admin-disable = Disable account
accounts-admin-own-password = Your password
accounts-admin-make-member = Make member
accounts-admin-make-admin = Make administrator
accounts-admin-two-factor-off = Turn off two-factor authentication
accounts-admin-sessions = Active sessions
accounts-admin-end-sessions = Sign out all devices
accounts-admin-no-session = No active sessions.
accounts-admin-lately = Recent activity
accounts-admin-everything = See all activity
accounts-admin = Accounts
accounts-admin-disabled = Disabled
accounts-admin-role = Role
accounts-admin-role-admin = This account is an administrator. Administrators can manage every job and every account.
accounts-admin-role-member = This account is a member. Administrators can manage every job and every account.
accounts-admin-two-factor = Two-factor authentication
accounts-admin-two-factor-about = Turn it off if the owner has lost both the app and the recovery codes.
accounts-tabs = Accounts by status
accounts-tab-all = All
accounts-tab-administrators = Administrators
accounts-tab-disabled = Disabled
accounts-tab-unconfirmed = Unconfirmed
accounts-table-search = Email or name
accounts-table-account = Account
accounts-table-role = Role
accounts-table-status = Status
accounts-table-jobs = Jobs
accounts-table-since = Since
accounts-table-active = Active
accounts-table-unconfirmed = Unconfirmed
accounts-table-none = No accounts found. <link>Show all accounts</link>
accounts-bulk-disable = Disable…
accounts-bulk-disable-question = { $count ->
    [one] Disable { $count } account?
   *[other] Disable { $count } accounts?
}
accounts-bulk-disable-about = Disabled accounts are signed out everywhere and cannot sign in. You can enable them again at any time.
accounts-bulk-disable-button = { $count ->
    [one] Disable { $count } account
   *[other] Disable { $count } accounts
}
accounts-bulk-left-out = { $count ->
    [one] { $count } selected account is your own or disabled already.
   *[other] { $count } selected accounts are your own or disabled already.
}
accounts-bulk-too-many = Select no more accounts than one page shows.
accounts-cancel = Cancel
accounts-audit = Audit log
accounts-audit-of = Activity by and about <account>account { $id }</account>. <all>See all activity</all>
accounts-audit-about = Who did what, newest first.
accounts-audit-none = No activity yet.
accounts-audit-none-match = No entries found.
accounts-audit-all = Show all entries
accounts-audit-action = Action
accounts-audit-action-any = Any action
accounts-audit-person = Email or account number
accounts-audit-filter = Filter
accounts-audit-when = When
accounts-audit-who = Who
accounts-audit-what = What
accounts-audit-address = From
accounts-audit-time = { $time } UTC
accounts-audit-no-address = Unknown
accounts-check-mail = Check your email
accounts-check-mail-reset = If <strong>{ $email }</strong> has an account, we’ve sent it a link to set a new password. The link expires in an hour.
accounts-check-mail-reset-again = No email? Check your spam folder and the address. <again>Try again</again> or <login>sign in</login>.
accounts-check-mail-confirm = We’ve sent a link to <strong>{ $email }</strong>. Open it to confirm your address. Then you can post jobs.
accounts-check-mail-confirm-again = No email? Check your spam folder and the address. <again>Try again</again>.
accounts-check-mail-no-server = This board has no mail server yet. The administrator can find the email as a file; the log says where.
accounts-field-code = Code
accounts-code = Enter your code
accounts-code-about = Enter the code from your authenticator app, or one of your recovery codes.
accounts-sign-in-description = Sign in to { $site } to post and manage jobs.
accounts-register-description = Create an account on { $site } to post and manage jobs.
accounts-sign-in = Sign in
accounts-sign-in-to-post = Sign in or create an account to post a job
accounts-code-lost = Lost your authenticator app and recovery codes? Ask the administrator to turn off two-factor authentication for you.
accounts-confirm = Confirm your email address
accounts-confirm-own = Is <strong>{ $email }</strong> your email address?
accounts-confirm-password = To confirm <strong>{ $email }</strong>, enter the password you chose when you signed up.
accounts-confirm-button = Confirm email address
accounts-confirm-sign-in = Confirm and sign in
accounts-confirm-not-you = Didn’t sign up here? You can close this page. Forgot your password? <link>Reset it</link>; this also confirms your address.
accounts-confirm-email = Confirm your new email address
accounts-confirm-email-ask = Use this email address?
accounts-confirm-email-about = The account of <strong>{ $old }</strong> will use <strong>{ $new }</strong>. You’ll sign in with the new address from then on.
accounts-confirm-email-button = Use { $email }
accounts-confirm-email-leave = Cancel
accounts-removal = Delete your account
accounts-removal-ask = Delete your account?
accounts-removal-last-admin = You are the only administrator. Make someone else an administrator first: <code>{ $command }</code>
accounts-back-to-the-account = Back to your account
accounts-removal-about = { $jobs ->
    [0] Your account will be permanently deleted, and you will be signed out everywhere. You have no jobs.
    [1] Your account and your job will be permanently deleted, and you will be signed out everywhere.
   *[other] Your account and your { $jobs } jobs, open or not, will be permanently deleted, and you will be signed out everywhere.
}
accounts-removal-data = You can <data_download>download your data</data_download> first.
accounts-removal-keep = Cancel
accounts-link-used = This link was used already
accounts-link-used-confirm = Your email address is confirmed.
accounts-link-used-change-email = Your email address was changed with it.
accounts-link-used-reset = A new password was set with it.
accounts-link-used-sign-in = <link>Sign in</link>
accounts-link-used-reset-again = If you don’t know the password, <link>send a password reset link</link>.
accounts-link-gone = This link has expired
accounts-link-gone-about = Links in emails work once and expire after a while. The link may also be incomplete, or a newer one may have replaced it.
accounts-link-gone-reset = <link>Send a new password reset link</link>. It also confirms your address.
accounts-link-gone-sign-in = <link>Sign in</link> to send a new link from your account page.
accounts-sign-in-pending = You were signed out. What you entered is safe: sign in to continue.
accounts-sign-in-or-guest = Don’t want an account? <link>Post a job without one</link>
accounts-forgot = Forgot your password?
accounts-no-account = No account yet? <link>Create an account</link>
accounts-pending = Signed in again
accounts-pending-heading = You are signed in again
accounts-pending-about = What you entered is still here. It has not been sent yet.
accounts-pending-go-on = Continue
accounts-pending-drop = Discard
accounts-recovery = Recovery codes
accounts-recovery-yours = Your recovery codes
accounts-recovery-new = Signing in now takes a code. Your other devices were signed out.
accounts-recovery-renewed = Your old codes no longer work.
accounts-recovery-about = Use a recovery code to sign in without your authenticator app. Each works once. Print them, or keep them somewhere safe that is not your phone: <strong>they won’t be shown again.</strong>
accounts-recovery-kept = I have saved them
accounts-register = Create an account
accounts-register-about = With an account you can post and manage jobs. You don’t need one to browse or apply.
accounts-register-have-one = Already have an account? <link>Sign in</link>
accounts-reset = Reset your password
accounts-reset-heading = Reset your password
accounts-reset-about = Enter the email address you sign in with. We’ll send you a link to set a new password.
accounts-reset-send = Send link
accounts-reset-remember = Remembered it? <link>Sign in</link>
accounts-reset-choose = Choose a new password
accounts-reset-choose-about = This signs you out on all devices. Then sign in with the new password.
accounts-reset-set = Set password
accounts-setup = Set up
accounts-setup-heading = Set up your board
accounts-setup-about = Create the first administrator account. You can do this only once.
accounts-setup-code = Setup code
accounts-setup-code-hint = The board printed it to its log when it started.
accounts-setup-button = Create admin account
accounts-tokens = API tokens
accounts-tokens-about = Use a token to call the <link>API</link> as you. Send it as <code>{ $header }</code>.
accounts-tokens-new = Your new token
accounts-tokens-copy = Copy it now. You won’t see it again.
accounts-tokens-make = Create a token
accounts-tokens-name = Name
accounts-tokens-name-hint = What the token is for, like “website”.
accounts-tokens-scope = Access
accounts-tokens-button = Create token
accounts-tokens-yours = Your tokens
accounts-tokens-used = { $scope } · created { $made } · last used { $used }
accounts-tokens-never-used = { $scope } · created { $made } · never used
accounts-tokens-revoke-label = Revoke { $name }
accounts-tokens-revoke = Revoke
accounts-tokens-none = You have no tokens.
accounts-back-to-your-account = Back to your account
accounts-two-factor-about = With two-factor authentication, a stolen password is not enough to sign in. You need an authenticator app (TOTP). Most password managers can act as one.
accounts-two-factor-scan = Scan this QR code with your authenticator app, or type the secret.
accounts-two-factor-picture = QR code with the secret
accounts-two-factor-secret = Secret: <code>{ $secret }</code>
accounts-two-factor-type = Enter the code the app shows, and your password.
accounts-two-factor-turn-on = Turn on
accounts-two-factor-not-now = Cancel
accounts-two-factor-is-on = Two-factor authentication is on
accounts-two-factor-codes-left = { $left ->
    [0] You have no recovery codes left. Create new ones before you lose your phone.
    [1] You have one recovery code left.
   *[other] You have { $left } recovery codes left.
}
accounts-two-factor-renew = Create new recovery codes
accounts-two-factor-turn-off = Turn off two-factor authentication

## What somebody did, after their address: "ada@example.org signed up"

accounts-action-signed-up = signed up
accounts-action-guest-inherited = took over the jobs posted with the new email address
accounts-action-guest-added = began to post without an account
accounts-action-signed-in = signed in
accounts-action-signed-out = signed out
accounts-action-address-confirmed = confirmed the email address
accounts-action-name-changed = changed the name
accounts-action-email-change-asked = asked to change the email address
accounts-action-email-changed = changed the email address
accounts-action-password-changed = changed the password
accounts-action-password-reset-asked = asked to reset the password
accounts-action-password-reset = reset the password by email
accounts-action-two-factor-set = turned on two-factor authentication
accounts-action-two-factor-removed = turned off two-factor authentication
accounts-action-recovery-codes-made = created new recovery codes
accounts-action-recovery-code-used = used a recovery code
accounts-action-session-ended = ended a session
accounts-action-other-sessions-ended = ended all other sessions
accounts-action-api-token-made = created an API token
accounts-action-api-token-revoked = revoked an API token
accounts-action-account-deleted = deleted the account
accounts-action-account-disabled = disabled the account
accounts-action-account-enabled = enabled the account
accounts-action-role-changed = changed the role

## What is said after something was done

accounts-notice-welcome = Welcome. Your account is ready.
accounts-notice-signed-in = You are signed in.
accounts-notice-signed-out = You are signed out.
accounts-notice-password-changed = Password changed. Your other devices were signed out.
accounts-notice-sessions-ended = Signed out.
accounts-notice-account-deleted = Your account and your jobs were deleted.
accounts-notice-board-ready = Your board is ready. Post the first job, or import some.
accounts-notice-address-confirmed = Email address confirmed.
accounts-notice-email-changed = Email address changed. Use it to sign in from now on.
accounts-notice-email-change-asked = Check the new address for an email. The change happens when you open the link in it.
accounts-notice-mail-sent = We’ve sent the email again.
accounts-notice-password-reset = Password changed. Sign in with your new password.
accounts-notice-two-factor-removed = Two-factor authentication is off.
accounts-notice-recovery-code-used = You are signed in. That recovery code can’t be used again. You can create new ones on your account page.
accounts-notice-account-changed = Account updated.
# The address of an account, or the words below.
accounts-notice-account-disabled = { $account } is disabled.
accounts-notice-account-enabled = { $account } is enabled.
accounts-notice-an-account = The account
accounts-notice-role-changed = Role changed.
accounts-bulk-nothing = Select accounts and an action first.
accounts-bulk-disabled = { $changed ->
    [one] { $changed } account disabled.
   *[other] { $changed } accounts disabled.
}
accounts-bulk-enabled = { $changed ->
    [one] { $changed } account enabled.
   *[other] { $changed } accounts enabled.
}
# "3 accounts disabled. 1 account was disabled already. Your own account was not changed."
accounts-bulk-and-left = { $done } { $why }
accounts-left-disabled = { $left ->
    [one] { $left } account was disabled already.
   *[other] { $left } accounts were disabled already.
}
accounts-left-enabled = { $left ->
    [one] { $left } account was enabled already.
   *[other] { $left } accounts were enabled already.
}
accounts-left-own = Your own account was not changed.
accounts-notice-token-revoked = Token revoked.
