### Accounts: signing up and in, the account page, administration.

accounts-role-member = Member
accounts-role-admin = Admin
accounts-purpose-confirm = Confirm the address
accounts-purpose-reset = Set a new password
accounts-purpose-change-email = Change the address
accounts-scope-read = Read only
accounts-scope-write = Read and change

## What is wrong with what was typed or asked for

accounts-same-address = This is your address already.
accounts-not-your-password = This is not your password.
accounts-no-role = The form did not say which role. Open the account again.
accounts-own-account = This is your own account. Another administrator can do this, or the command line.
accounts-device = { $browser } on { $system }
accounts-device-name = { $name }
accounts-device-unknown = An unknown program
accounts-actor-deleted = account { $id }, deleted
accounts-actor-operator = the operator
accounts-actor-unknown = somebody
accounts-api-unknown = Send a token as Authorization: Bearer, or the cookie of somebody signed in. The token is missing, expired, revoked or mistyped.
accounts-sign-in-wrong = Email or password is wrong
accounts-sign-in-wrong-or-unconfirmed = Email or password is wrong, or the address is not confirmed yet: look for the mail with the link.
accounts-wrong-code = This code is wrong, or was used already. Wait for the next one.
accounts-api-wrong = Username or password is wrong, or the address is not confirmed yet.
accounts-api-code-needed = This account uses two-factor authentication: send the code of its app as code, too. Programs do better with an API token.
accounts-sign-in-late = That took too long, or the password changed meanwhile. Begin once more.
accounts-api-grant-type = This board knows the grant type password only.
accounts-last-admin = The only administrator cannot leave. Make somebody else one first.
accounts-not-its-password = This is not the password of the account.
accounts-address-taken-meanwhile = This address has an account of its own by now, so nothing was changed.
accounts-secret-lost = The form lost its secret on the way. Open the page again and scan the new picture.
accounts-code-not-shown = This is not the code that the app shows now. Look again, and check the clock of your phone.
accounts-address-taken-sign-in = This address has an account already. Sign in instead.
accounts-setup-code-wrong = This is not the code in the log of the running board.
accounts-address-taken = This address has an account already.
accounts-tokens-most = These are { $most } tokens, which is the most. Revoke one first.
accounts-password-long = Use at most 1,024 bytes.
accounts-password-easy = This is too easy to guess. A few words in a row are better.
accounts-registered-just-now = Somebody registered this address just now. Try again.

## Mails

accounts-mail-subject = { $what } – { $site }
accounts-mail-not-you = If you did not ask for this, you can throw this mail away: nothing changes.
accounts-mail-not-you-notice = If that was not you, set a new password with the link below at once, and tell whoever runs this board.
accounts-mail-once-for-two-days = The link works once, for two days.
accounts-mail-once-for-an-hour = The link works once, for an hour.
accounts-mail-confirm-subject = Confirm your address for { $site }
accounts-mail-confirm = Somebody made an account with this address. If it was you, confirm that the address is yours. You will be asked for the password you chose.
accounts-mail-confirm-action = Confirm the address
accounts-mail-registered-subject = You already have an account on { $site }
accounts-mail-registered = Somebody tried to make an account with this address, but there is one. If it was you, sign in. If you forgot the password, set a new one.
accounts-mail-registered-action = Sign in or set a new password
accounts-mail-reset-subject = Set a new password for { $site }
accounts-mail-reset = Somebody asked for a new password for the account with this address.
accounts-mail-reset-action = Set a new password
accounts-mail-change-email-subject = Confirm your new address for { $site }
accounts-mail-change-email = Somebody wants to move an account to this address. If it was you, confirm that the address is yours.
accounts-mail-change-email-action = Use this address
accounts-mail-email-change-asked-subject = Your address is about to change
accounts-mail-email-change-asked = Somebody who is signed in to your account asked to move it to { $email }. It happens once that address is confirmed.
accounts-mail-email-changed-subject = Your address was changed
accounts-mail-email-changed = Your account now belongs to { $email }. Mail no longer comes to this address.
accounts-mail-password-changed-subject = Your password was changed
accounts-mail-password-changed = The password of your account was changed, and every other browser was signed out.
accounts-mail-password-reset-subject = Your password was reset
accounts-mail-password-reset = Your account has a new password, set with a link from a mail. Every browser was signed out and every API token was revoked.
accounts-mail-api-token-made-subject = A new API token was made for your account
accounts-mail-api-token-made = Any program that has this token can use the API as you. You can revoke it on your account page.
accounts-mail-webhook-made-subject = A new webhook was made for your account
accounts-mail-webhook-made = A program at { $host } is now told when a job changes. You can delete the webhook on your account page.
accounts-mail-recovery-codes-made-subject = New recovery codes were made for your account
accounts-mail-recovery-codes-made = Ten new recovery codes took the place of the old ones, which no longer work.
accounts-mail-account-deleted-subject = Your account was deleted
accounts-mail-account-deleted = Your account and its jobs were deleted, as somebody who knows its password asked.
accounts-mail-account-deleted-not-you = If that was not you, tell whoever runs this board.
accounts-mail-role-changed-subject = Your role was changed
accounts-mail-made-admin = An administrator made you one, too. You can look after every job and every account.
accounts-mail-made-member = An administrator made you a member. You look after your own jobs.
accounts-mail-role-given-subject = You changed somebody’s role
accounts-mail-gave-admin = Somebody who is signed in as you made { $email } an administrator.
accounts-mail-gave-member = Somebody who is signed in as you made { $email } a member.
accounts-mail-two-factor-set-subject = Signing in now takes a code
accounts-mail-two-factor-set = An app that makes codes was added to your account. Without it, or a recovery code, nobody signs in.
accounts-mail-two-factor-removed-subject = Signing in no longer takes a code
accounts-mail-two-factor-removed = The app that makes codes was removed from your account: the password alone is enough again.

## Pages

accounts-audit-job = job { $id }
accounts-audit-account = account { $id }
# What is quoted after what somebody did.
accounts-audit-first-admin = first administrator
accounts-audit-admin = administrator
accounts-audit-role-admin = admin
accounts-audit-role-member = member
accounts-audit-jobs-removed = and its jobs removed
accounts-audit-codes-left = { $left } left
# Instead of a network address.
accounts-audit-command-line = command line
accounts-field-name = Name
accounts-field-email = Email
accounts-field-password = Password
accounts-field-password-hint = At least 8 characters. A few words you can remember beat one with signs you can’t.
accounts-session = from { $address } · last seen { $seen }
accounts-session-this = This one
accounts-session-sign-out-label = Sign out { $device }, last seen { $seen }
accounts-session-sign-out = Sign out
accounts-account = Account
accounts-signed-in-as = You are signed in as <strong>{ $email }</strong>.
accounts-unconfirmed = Your address is not confirmed yet.
accounts-unconfirmed-send = Send the mail with the link again
accounts-save-name = Save name
accounts-field-new-email = New address
accounts-field-new-email-hint = It changes once you open the link that is mailed to it.
accounts-field-your-password = Your password
accounts-change-email = Change address
accounts-field-current-password = Current password
accounts-field-new-password = New password
accounts-field-new-password-hint = At least 8 characters. Changing it signs you out everywhere else.
accounts-keep-tokens = Keep my API tokens
accounts-keep-tokens-hint = Leave this off if somebody else may have used your account.
accounts-change-password = Change password
accounts-two-factor = Two-factor authentication
accounts-two-factor-on = Signing in takes a code from your app. <link>Recovery codes, and turning it off…</link>
accounts-two-factor-off = Signing in takes only the password. <link>Ask for a code from an app, too…</link>
accounts-sessions = Where you are signed in
accounts-sessions-end-others = Sign out everywhere else
accounts-programs = For programs
accounts-programs-about = <tokens>API tokens…</tokens> let a program in without your password. <webhooks>Webhooks…</webhooks> tell one when a job of yours changes. <docs>What the API can do</docs>
accounts-data = Your data
accounts-data-about = <data_download>Download what the board keeps about you</data_download> (JSON) · <removal>Delete the account…</removal>
accounts-admin-all = All accounts
accounts-admin-about = { $name } · { $role } since { $since } · { $jobs ->
    [one] { $jobs } job
   *[other] { $jobs } jobs
}
accounts-admin-unconfirmed = address not confirmed
accounts-admin-disabled-about = Disabled: nobody can sign in to it.
accounts-admin-own = This is your own account: <link>look after it there</link>.
accounts-admin-verbs = What you can do
accounts-admin-enable = Enable
accounts-admin-remove-jobs = Also take its jobs off the board
accounts-admin-remove-jobs-hint = They stay off when you enable the account again.
accounts-admin-disable-hint = Disabling signs the account out everywhere at once.
accounts-admin-disable = Disable
accounts-admin-own-password = Your own password
accounts-admin-make-member = Make a member
accounts-admin-make-admin = Make an administrator
accounts-admin-two-factor-off = Turn off two-factor authentication
accounts-admin-sessions = Where it is signed in
accounts-admin-end-sessions = Sign out everywhere
accounts-admin-no-session = Nowhere.
accounts-admin-lately = What happened lately
accounts-admin-everything = Everything about this account
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
accounts-table-search = Search by email or name
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
accounts-audit-of = What <account>account { $id }</account> did, and what was done to it. <all>Show everything</all>.
accounts-audit-about = Who did what, newest first.
accounts-audit-none = Nothing happened yet.
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
accounts-check-mail = Look into your mail
accounts-check-mail-reset = If <strong>{ $email }</strong> has an account here, a mail with a link is on its way to it. The link sets a new password and works for an hour.
accounts-check-mail-reset-again = Nothing came? Look into the spam folder, and check the address. <again>Try again</again> or <login>sign in</login>.
accounts-check-mail-confirm = A mail is on its way to <strong>{ $email }</strong>. Open the link in it to confirm that the address is yours; then you can post jobs.
accounts-check-mail-confirm-again = Nothing came? Look into the spam folder, and check the address. <again>Try again</again>.
accounts-check-mail-no-server = This board has no mail server. Whoever runs it finds the mail as a file, and where it lies in the log.
accounts-field-code = Code
accounts-code = One more step
accounts-code-about = The password is right. Now the code that your app shows, or one of your recovery codes.
accounts-sign-in = Sign in
accounts-code-lost = No app and no recovery code at hand? Whoever runs this board can turn two-factor authentication off for you.
accounts-confirm = Confirm your address
accounts-confirm-own = Is <strong>{ $email }</strong> yours?
accounts-confirm-password = To confirm <strong>{ $email }</strong>, give the password you chose when you made the account.
accounts-confirm-button = Confirm the address
accounts-confirm-sign-in = Confirm and sign in
accounts-confirm-not-you = You did not make an account here? Then close this page; nothing happens. Forgot the password? <link>Set a new one</link>; that confirms the address, too.
accounts-confirm-email = Confirm your new address
accounts-confirm-email-ask = Use this address?
accounts-confirm-email-about = The account of <strong>{ $old }</strong> will belong to <strong>{ $new }</strong>. Its owner signs in with the new address from then on.
accounts-confirm-email-button = Use { $email }
accounts-confirm-email-leave = Leave it
accounts-removal = Delete the account
accounts-removal-ask = Delete your account?
accounts-removal-last-admin = You are the only administrator. Make somebody else one first: <code>{ $command }</code>
accounts-back-to-the-account = Back to the account
accounts-removal-about = { $jobs ->
    [0] Your account will be gone for good, you will be signed out everywhere, and nothing else changes: you have no jobs here.
    [1] Your account will be gone for good, you will be signed out everywhere, and your job is deleted with it.
   *[other] Your account will be gone for good, you will be signed out everywhere, and your { $jobs } jobs are deleted with it, published or not.
}
accounts-removal-data = You may want to <data_download>download your data</data_download> before.
accounts-removal-keep = Keep it
accounts-link-gone = This link no longer works
accounts-link-gone-about = A link from a mail works once and not for long, and a newer one takes the place of an older. Or a part of it got lost when it was copied.
accounts-link-gone-reset = <link>Have a mail for a new password sent</link>. It also confirms your address.
accounts-link-gone-sign-in = <link>Sign in</link>, and have a new link sent from the account page.
accounts-sign-in-pending = You are not signed in any more. What you typed is safe: sign in and go on with it.
accounts-forgot = Forgot your password?
accounts-no-account = No account yet? <link>Make one</link>.
accounts-pending = Signed in again
accounts-pending-heading = You are signed in again
accounts-pending-about = What you had typed is still here. It has not been sent yet.
accounts-pending-go-on = Go on with it
accounts-pending-drop = Drop it
accounts-recovery = Recovery codes
accounts-recovery-yours = Your recovery codes
accounts-recovery-new = Signing in takes a code from now on, and everybody else is signed out.
accounts-recovery-renewed = The codes you had before no longer work.
accounts-recovery-about = Each of these lets you in once when you have no app at hand. Print them, or keep them in a safe place that is not the phone: <strong>they are shown this one time.</strong>
accounts-recovery-kept = I have kept them
accounts-register = Make an account
accounts-register-about = An account lets you post jobs and look after them. Reading needs none.
accounts-register-have-one = You have one? <link>Sign in</link>.
accounts-reset = Forgotten password
accounts-reset-heading = Set a new password
accounts-reset-about = Give the address you sign in with. A mail with a link comes to it.
accounts-reset-send = Send the mail
accounts-reset-remember = You remember it after all? <link>Sign in</link>.
accounts-reset-choose = Choose a new password
accounts-reset-choose-about = It ends every session of the account, on every device. After that you sign in with it.
accounts-reset-set = Set the password
accounts-setup = Set up
accounts-setup-heading = Set up your board
accounts-setup-about = This makes the first administrator. It works once; after that this page is gone.
accounts-setup-code = Code from the log
accounts-setup-code-hint = The board printed it when it started.
accounts-setup-button = Make the administrator
accounts-tokens = API tokens
accounts-tokens-about = A program that sends one as <code>{ $header }</code> acts for you, within the <link>API</link> and nowhere else.
accounts-tokens-new = Your new token
accounts-tokens-copy = Copy it now: it is not shown again.
accounts-tokens-make = Make one
accounts-tokens-name = What it is for
accounts-tokens-name-hint = So that you know it again, like “website”.
accounts-tokens-scope = What it may do
accounts-tokens-button = Make a token
accounts-tokens-yours = Yours
accounts-tokens-used = { $scope } · made { $made } · last used { $used }
accounts-tokens-never-used = { $scope } · made { $made } · never used
accounts-tokens-revoke-label = Revoke { $name }
accounts-tokens-revoke = Revoke
accounts-tokens-none = None. A program cannot sign in for you, except with your password.
accounts-back-to-your-account = Back to your account
accounts-two-factor-about = With two-factor authentication, a stolen password is not enough. You need an app that makes codes (TOTP); most password managers are one.
accounts-two-factor-scan = Scan this picture with the app, or type the secret.
accounts-two-factor-picture = QR code with the secret
accounts-two-factor-secret = Secret: <code>{ $secret }</code>
accounts-two-factor-type = Type the code it shows, and your password.
accounts-two-factor-turn-on = Turn it on
accounts-two-factor-not-now = Not now
accounts-two-factor-is-on = Two-factor authentication is on
accounts-two-factor-codes-left = { $left ->
    [0] You have no recovery code left: make new ones before the phone is lost.
    [1] You have one recovery code left.
   *[other] You have { $left } recovery codes left.
}
accounts-two-factor-renew = Make new recovery codes
accounts-two-factor-turn-off = Turn off two-factor authentication

## What somebody did, after their address: "ada@example.org signed up"

accounts-action-signed-up = signed up
accounts-action-signed-in = signed in
accounts-action-signed-out = signed out
accounts-action-address-confirmed = confirmed the address
accounts-action-name-changed = changed the name
accounts-action-email-change-asked = asked to change the address
accounts-action-email-changed = changed the address
accounts-action-password-changed = changed the password
accounts-action-password-reset-asked = asked to reset the password
accounts-action-password-reset = reset the password by mail
accounts-action-two-factor-set = turned two-factor authentication on
accounts-action-two-factor-removed = turned two-factor authentication off
accounts-action-recovery-codes-made = made new recovery codes
accounts-action-recovery-code-used = used a recovery code
accounts-action-session-ended = ended a session
accounts-action-other-sessions-ended = ended all other sessions
accounts-action-api-token-made = made an API token
accounts-action-api-token-revoked = revoked an API token
accounts-action-account-deleted = deleted the account
accounts-action-account-disabled = disabled the account
accounts-action-account-enabled = enabled the account
accounts-action-role-changed = changed the role

## What is said after something was done

accounts-notice-welcome = Welcome. Your account is ready.
accounts-notice-signed-in = You are signed in.
accounts-notice-signed-out = You are signed out.
accounts-notice-password-changed = Your password is changed. Everybody else is signed out.
accounts-notice-sessions-ended = Signed out there.
accounts-notice-account-deleted = Your account and your jobs are deleted.
accounts-notice-board-ready = The board is yours. Post the first job, or import some.
accounts-notice-address-confirmed = Your address is confirmed.
accounts-notice-email-changed = Your address is changed. Sign in with the new one from now on.
accounts-notice-email-change-asked = A mail is on its way to the new address. The change happens when you open the link in it.
accounts-notice-mail-sent = A mail with the link is on its way.
accounts-notice-password-reset = Your new password is set. Sign in with it.
accounts-notice-two-factor-removed = Signing in no longer takes a code.
accounts-notice-recovery-code-used = You are signed in. That recovery code is spent; make new ones on the account page before they run out.
accounts-notice-account-changed = Done. It holds from now on.
accounts-notice-account-disabled = Account disabled.
accounts-notice-account-enabled = Account enabled.
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
# "3 accounts disabled. 1 account was not changed."
accounts-bulk-left = { $left ->
    [one] { $done } { $left } account was not changed.
   *[other] { $done } { $left } accounts were not changed.
}
accounts-notice-token-revoked = Revoked. Whatever used it is signed out.
