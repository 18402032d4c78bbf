### Companies and the teams that look after them.

companies-title = Companies
companies-mine = My companies
companies-state-waiting = Waiting for approval
companies-state-active = Active
companies-state-merged = Merged
companies-role-owner = Owner
companies-role-editor = Editor
companies-role-recruiter = Recruiter
companies-role-owner-about = Owners look after the team, the page and the jobs.
companies-role-editor-about = Editors look after the page and the jobs.
companies-role-recruiter-about = Recruiters look after the jobs.

companies-role-lacks = You are { $role ->
    [owner] an owner
    [editor] an editor
   *[recruiter] a recruiter
} of { $company }. { $wanted ->
    [owner] Only owners can do this.
   *[editor] Only owners and editors can do this.
} Ask an owner: { $owners }.

## What everybody sees of a company

companies-verified = { $host } verified
companies-links = Links
companies-is-it-yours = Do you work here? Look after this page
companies-no-jobs = No open jobs at the moment.

## My companies

companies-about = Your team looks after a company’s page and its jobs together. Jobs posted under the company’s name belong to the team.
companies-suggested = Do you work for { $name }? Your email address is at its website’s domain, and nobody looks after its page yet. <link>Claim the page</link>
companies-refused = Claims that were refused
companies-refused-claim = { $name }: { $reason }
companies-refused-again = Claim it again
companies-refused-because = This claim was refused: { $reason } Change what you wrote and send it again.
companies-none = You don’t look after a company yet.
companies-add = Add a company
companies-see-page = See the page
companies-not-shown-yet = Nobody sees this page yet. It appears with the first job of this company, or when you prove a domain.
companies-team = Team
companies-page = Page
companies-back = My companies

## Adding or claiming one

companies-new = Add a company
companies-new-about = The page appears with your first job or when you prove a domain. If the board already has jobs of this company, an administrator checks that it is yours first.
companies-name = Company name
companies-website = Website
companies-website-hint = Like https://example.org.
companies-note = Message to the administrators
companies-note-hint = How can they tell that you work there?
companies-new-button = Add company
companies-cancel = Cancel
companies-confirm-address-first = Confirm your email address first. We’ve sent you a link.

## What is wrong

companies-field-name = Enter the company’s name.
companies-field-name-letters = Enter a name with at least one letter or digit.
companies-field-link = Line { $line }: enter a web address, like https://example.org.
companies-field-links = Enter at most { $most } links.
companies-name-taken = Another company on this board is called { $name }. If they are one company, ask an administrator to merge them.
companies-has-team = { $name } has a team on this board already. Ask one of its owners to invite you.
companies-name-waits = The name cannot be changed while the request waits. It was the name that you asked for.
companies-most-names = A company can have had at most { $most } names. Ask an administrator.
companies-claimed-already = You have asked for this company already. An administrator decides.
companies-most-waiting = At most { $most } companies can wait for approval.
companies-most = You can look after at most { $most } companies.
companies-not-waiting = This was decided already.
companies-last-owner = Nothing changed: a company needs an owner. Make somebody else an owner first.
companies-member-already = This person is in the team already.
companies-most-invitations = At most { $most } invitations can wait. Take one back first.
companies-invite-later = You can invite people once the company is approved.
companies-changed-at-once = Somebody else changed this company at the same moment. Try again.
companies-api-role = Enter owner, editor or recruiter.
companies-logo-none = Send a picture: PNG, JPEG or WebP.
companies-changed-meanwhile = Somebody else changed this page while you were editing. Save again to replace their changes.

## The page of the company, being edited

companies-profile-waits = An administrator checks that this company is yours. You can fill in the page already.
companies-logo = Logo
companies-logo-now = The logo now
companies-logo-waits = This logo is used when you save.
companies-logo-hint = PNG, JPEG or WebP, up to { $megabytes } MB and { $pixels } × { $pixels } pixels.
companies-logo-large = This file has more than { $megabytes } MB. Choose a smaller one.
companies-logo-remove = Remove the logo
companies-about-field = About the company
companies-about-hint = Up to { $max } characters. You can use Markdown.
companies-links-hint = One web address a line, at most { $most }.
companies-save = Save

## The team

companies-invite = Invite somebody
companies-invite-email = Email
companies-invite-email-hint = The invitation works only for an account with this address.
companies-role = Role
companies-invite-button = Send invitation
companies-invited = Invited
companies-invited-until = valid until { $day }
companies-member-since = since { $day }
companies-take-back = Take back
companies-take-back-label = Take back the invitation of { $email }
companies-set-role = Change role
companies-role-of = Role of { $name }
companies-remove = Remove
companies-remove-label = Remove { $name } from the team
companies-leave = Leave the team
companies-you = you

## An invitation

companies-invitation-title = Join the team of { $company }
companies-invitation-from = { $sender } invites you to the team of { $company } { $role ->
    [owner] as an owner.
    [editor] as an editor.
   *[recruiter] as a recruiter.
}
companies-invitation-plain = You are invited to the team of { $company } { $role ->
    [owner] as an owner.
    [editor] as an editor.
   *[recruiter] as a recruiter.
}
companies-invitation-accept = Join the team
companies-invitation-for = This invitation is for <strong>{ $email }</strong>. Sign in with that address, or create an account with it.
companies-invitation-register = Create an account
companies-invitation-other = This invitation is for <strong>{ $email }</strong>, but you are signed in as <strong>{ $own }</strong>. Sign out and sign in with { $email } to accept it.
companies-invitation-unconfirmed = Confirm your email address first. Then open this link again.
companies-invitation-gone-title = Invitation not found
companies-invitation-gone = This invitation was used or taken back, or it has expired. Ask for a new one.

## Domains

companies-domains = Domains
companies-domains-about = Prove that a domain is the company’s own, and its page says so. Put the text below where only the owner of the domain can: in a TXT record, or in a file. The board looks for it by itself and goes on looking once a week.
companies-domains-none = No domains yet.
companies-domain = Domain
companies-domain-hint = Like example.org, exactly as it is in your website’s address.
companies-domain-add = Add domain
companies-domain-verified = Verified
companies-domain-waiting = Not found yet
companies-domain-failing = The proof is gone. The domain stays verified until { $day }.
companies-domain-token = Text
companies-domain-places = Put it in one of these places
companies-domain-file = the first line of { $at }
companies-domain-record = a TXT record of { $at }
companies-domain-last = Last looked { $ago }

companies-domain-paused = The board has stopped looking.
companies-domain-never = Not looked at yet.
companies-domain-look = Look now
companies-domain-look-label = Look at { $host } now
companies-domain-remove = Remove
companies-domain-remove-label = Remove { $host }
# "TXT record of example.org: no record"
companies-domain-found = { $where }: { $what }
companies-domain-taken = The text was found, but another company on this board has proved this domain already. Ask an administrator.
companies-domain-already = This domain is in the list already.
companies-most-domains = A company can have at most { $most } domains.

## Administration

companies-admin-about = Companies with a team, and companies that somebody says are theirs.
companies-waiting = Waiting for approval
companies-waiting-none = Nothing is waiting.
companies-asked-by = asked by { $who }, { $ago }
companies-unconfirmed = (address not confirmed)
companies-claim-changed = The request was changed since you opened the page. Look at it again.
companies-approve = Approve
companies-approve-label = Approve { $company }
companies-refuse = Refuse
companies-refuse-label = Refuse { $company }
companies-reason = Reason
companies-reason-missing = Enter a reason. The person is told.
companies-with-team = Companies with a team
companies-with-team-none = No company has a team yet.
companies-end-team = End team
companies-end-team-label = End the team of { $company }
companies-merge = Merge two names of one company
companies-merge-about = All jobs appear on one page, and the other address leads there. The teams become one: who comes from the other team can edit the page and the jobs, and owns the company only if nobody else does. You can undo it.
companies-merge-from = Name or address to be merged
companies-merge-into = Company that stays
companies-merge-button = Merge
companies-merge-unknown = No company on the board has this name.
companies-merge-same = These are one company already.
companies-merges = Merged
companies-merged-into = { $name } into { $company }, { $ago }
companies-merge-undo = Undo
companies-merge-undo-label = Undo the merge of { $name } into { $company }

## Deleting one's account

companies-removal = { $companies ->
    [one] One company has only you in its team. Its page and its jobs are deleted, too. Jobs that were imported for it stay on the board.
   *[other] { $companies } companies have only you in their teams. Their pages and their jobs are deleted, too. Jobs that were imported for them stay on the board.
}
companies-removal-shared = { $companies ->
    [one] You are in the team of one company with others. The company and its jobs stay with the team, and so do the jobs that you posted for it.
   *[other] You are in the teams of { $companies } companies with others. The companies and their jobs stay with the teams, and so do the jobs that you posted for them.
}
companies-removal-handed-over = { $companies ->
    [one] Of one of them you are the only owner. Another member becomes its owner: an editor, or a recruiter where there is no editor, whoever joined first.
   *[other] Of { $companies } of them you are the only owner. Another member becomes the owner: an editor, or a recruiter where there is no editor, whoever joined first.
}

## The audit log, after who did it: "ada@example.org added company 3"

companies-audit-company = company { $id }
companies-action-made = added
companies-action-claimed = asked to look after
companies-action-granted = approved
companies-action-proved = proved by its domain to be the owner of
companies-action-domain-added = added a domain to
companies-action-domain-verified = found the proof of a domain of
companies-action-domain-lost = no longer finds the proof of a domain of
companies-action-domain-removed = removed a domain of
companies-action-refused = refused
companies-action-changed = changed
companies-action-deleted = deleted
companies-action-joined = added a member to
companies-action-left = removed a member from
companies-action-role = changed a member’s role in
companies-action-invited = invited somebody to
companies-action-invitation-taken-back = took back an invitation to
companies-action-merged = merged another company into
companies-action-merge-undone = undid a merge into

## What is said after something was done

companies-notice-company = The company
companies-notice-made = { $company } is yours to look after. Describe it below.
companies-notice-claimed = Thank you. An administrator checks that { $company } is yours, and you get an email.
companies-notice-invited = Invitation sent to { $email }.
companies-notice-invitation-taken-back = Invitation taken back.
companies-notice-joined = You are in the team of { $company }.
companies-notice-role = Role changed.
companies-notice-removed = Removed from the team.
companies-notice-left = You left the team of { $company }.
companies-notice-granted = { $company } approved.
companies-notice-refused = { $company } refused.
companies-notice-domain-added = Domain added. The board looks for the text from now on.
companies-notice-domain-looked-at = The board is looking. Reload this page in a moment.
companies-notice-domain-removed = Domain removed.
companies-notice-team-ended = { $company } has no team any more. Its jobs belong to whoever posted them.
companies-notice-merged = Merged into { $company }.
companies-notice-merge-undone = { $company } has its own page again.

## Mails

companies-mail-invitation-subject = Join the team of { $company } on { $site }
companies-mail-invitation = { $sender } ({ $email }) invites you to look after { $company } on { $site } { $role ->
    [owner] as an owner.
    [editor] as an editor.
   *[recruiter] as a recruiter.
}
companies-mail-invitation-action = See the invitation
companies-mail-invitation-closing = The invitation is for this address alone and works for { $days } days. If you don't know the sender, ignore this email.
companies-mail-joined-subject = { $who } joined the team of { $company }
companies-mail-joined = { $who } ({ $email }) accepted the invitation to the team of { $company } { $role ->
    [owner] and is an owner now.
    [editor] and is an editor now.
   *[recruiter] and is a recruiter now.
}
companies-mail-team-action = See the team
companies-mail-role-subject = Your role in the team of { $company } has changed
companies-mail-role = An owner or an administrator changed your role in the team of { $company }. { $role ->
    [owner] You are an owner now.
    [editor] You are an editor now.
   *[recruiter] You are a recruiter now.
}
companies-mail-taken-out-subject = You are no longer in the team of { $company }
companies-mail-taken-out = An owner or an administrator removed you from the team of { $company }. You can no longer see or change its jobs. Your account stays as it is.
companies-mail-claimed-subject = { $company }: somebody says it is theirs
companies-mail-claimed = { $who } asks to look after { $company }. Jobs of that company are on the board already.
companies-mail-claimed-action = Decide
companies-mail-granted-subject = { $company } is yours to look after
companies-mail-granted = It is confirmed that { $company } is yours.
companies-mail-granted-next = You can describe the company, invite your team and post its jobs.
companies-mail-refused-subject = { $company }: your request was refused
companies-mail-refused = An administrator refused your request to look after { $company }.
companies-mail-refused-reason = The reason: { $reason }
companies-mail-domain-subject = { $host } can no longer be verified
companies-mail-domain = The board no longer finds the text that proves that { $host } belongs to { $company }.
companies-mail-domain-days = Please put it back within { $days } days. After that the company is no longer shown as verified.
companies-mail-domain-action = See the domain
companies-mail-decision-action = My companies
