//! Asking people to join the team of a company.

use actix_web::{HttpResponse, http::StatusCode, web::Path};

use super::team::{render, team_path};
use crate::{
    accounts::{Submission, normalize_email},
    companies::{
        error::Error as CompanyError,
        guards::{self, Member},
        letters,
        members::Role,
        notices,
    },
    http::{
        error::Error,
        form::{Fields, Form, Messages},
        page::Page,
    },
    platform::{i18n::Message, secrets::random_text},
};

/// Random bytes in the link of an invitation.
const TOKEN_BYTES: usize = 24;

/// `POST /dashboard/companies/{company}/team` with `email` and `role`: invites somebody.
pub async fn invite(
    page: Page,
    submission: Submission,
    company: Path<String>,
) -> Result<HttpResponse, Error> {
    let Submission { signed_in, form } = submission;
    let id: i64 = company.parse().map_err(|_| Error::NotFound)?;
    let account = signed_in.account.clone();
    let (company, role) = page
        .board
        .read(move |db| guards::find(db, &account, id, Role::Owner))
        .await?;
    let mut fields = Fields::new(&form);
    let email = normalize_email(&fields.email("email"));
    let wanted = fields.choice::<Role>("role");
    let messages = fields.messages;
    let member = Member {
        company,
        role,
        signed_in,
    };
    let Some(wanted) = wanted.filter(|_| messages.is_empty()) else {
        return again(page, &member, &form, messages).await;
    };
    if !member.company.is_active() {
        let first = Message::new("companies-invite-later");
        return again(page, &member, &form, Messages::of("email", first)).await;
    }
    if let Err(wait) = page.board.throttle.mail(page.address) {
        let messages = Messages::of("email", wait.message());
        return render(page.too_many(wait), &member, &form, messages).await;
    }
    let (origin, board) = (page.origin(), page.board.clone());
    let (sender, to) = (member.signed_in.account.clone(), email.clone());
    let invited = page
        .board
        .write(move |db| {
            let (company, _) = guards::find(db, &sender, id, Role::Owner)?;
            let token = random_text(TOKEN_BYTES).map_err(Error::internal)?;
            match company.invite(db, &to, wanted, &token, &origin) {
                Err(CompanyError::Wrong(field, message)) => {
                    return Ok(Err(Messages::of(field, message)));
                }
                invited => invited?,
            }
            let letter = letters::invitation(&board, &company, wanted, &sender, &token);
            board.mail.write(Some(to), &letter)?.queue(db)?;
            Ok::<_, Error>(Ok(()))
        })
        .await?;
    match invited {
        Err(messages) => again(page, &member, &form, messages).await,
        Ok(()) => {
            let notice = notices::INVITED.about(id, &email);
            Ok(page.redirect(&team_path(id), Some(notice)))
        }
    }
}

/// `POST /dashboard/companies/{company}/invitations/{invitation}/delete`
pub async fn take_back(
    page: Page,
    member: Member,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let member = member.at_least(Role::Owner)?;
    let invitation: i64 = path.1.parse().map_err(|_| Error::NotFound)?;
    let (origin, id) = (page.origin(), member.company.id);
    let account = member.signed_in.account.clone();
    page.board
        .write(move |db| {
            let (company, _) = guards::find(db, &account, id, Role::Owner)?;
            Ok(company.take_back(db, invitation, &origin)?)
        })
        .await?;
    Ok(page.redirect(&team_path(id), Some(notices::INVITATION_TAKEN_BACK)))
}

async fn again(
    page: Page,
    member: &Member,
    form: &Form,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    render(
        page.status(StatusCode::UNPROCESSABLE_ENTITY),
        member,
        form,
        messages,
    )
    .await
}
