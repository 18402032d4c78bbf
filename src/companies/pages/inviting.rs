//! Asking people to join the team of a company.

use actix_web::{HttpResponse, http::StatusCode, web::Path};

use super::team::{render, team_path};
use crate::{
    accounts::{Submission, normalize_email},
    companies::{
        guards::{self, Member},
        inviting,
        members::Role,
        notices,
    },
    http::{
        error::Error,
        form::{Fields, Form, Messages},
        page::Page,
    },
};

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
        owners: Vec::new(),
    };
    let Some(wanted) = wanted.filter(|_| messages.is_empty()) else {
        return again(page, &member, &form, messages).await;
    };
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
            inviting::invite(&board, db, &company, &sender, (&to, wanted), &origin)
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
