//! `/invitations/{token}`: joining a team.

use actix_web::{HttpResponse, http::StatusCode, web::Path};
use tera::context;

use super::PATH;
use crate::{
    accounts::{SignedIn, Visitor},
    companies::{company::Company, invitation::Invitation, letters, notices},
    http::{error::Error, page::Page},
    platform::{db::Db, db::text_enum::TextEnum},
};

/// What the link of a mail stands for.
struct Found {
    invitation: Invitation,
    company: Company,
    sender: Option<String>,
}

impl Found {
    fn read(db: &mut Db, token: &str, now: chrono::NaiveDateTime) -> Result<Option<Self>, Error> {
        let Some(invitation) = Invitation::find(db, token, now)? else {
            return Ok(None);
        };
        Ok(Some(Self {
            company: Company::find(db, invitation.company_id)?,
            sender: invitation.sender(db)?,
            invitation,
        }))
    }
}

/// `GET /invitations/{token}`: shows the invitation, and changes nothing.
pub async fn show(
    page: Page,
    visitor: Visitor,
    token: Path<String>,
) -> Result<HttpResponse, Error> {
    let (now, asked) = (page.board.clock.now(), token.clone());
    let found = page
        .board
        .read(move |db| Found::read(db, &asked, now))
        .await?;
    let Some(found) = found else {
        let page = page.status(StatusCode::NOT_FOUND);
        return page
            .private()
            .show("companies/invitation_gone.html", context! {});
    };
    let own = visitor
        .account
        .as_ref()
        .map(|account| account.email.as_str());
    let is_for = own == Some(found.invitation.email.as_str());
    let is_unconfirmed = visitor
        .account
        .as_ref()
        .is_some_and(|account| !account.may_publish(&page.board.config));
    let address = format!("/invitations/{token}");
    let next = form_urlencoded::Serializer::new(String::new())
        .append_pair("next", &address)
        .finish();
    let role = found.invitation.role.as_str();
    let about = page.locale.text(&found.invitation.role.explained());
    page.private().show(
        "companies/invitation.html",
        context! {
            address => &address,
            login => &format!("/login?{next}"),
            register => &format!("/register?{next}"),
            company => &found.company.profile.name,
            sender => &found.sender,
            role => &role,
            about => &about,
            email => &found.invitation.email,
            own => &own,
            is_for => &is_for,
            is_unconfirmed => &is_unconfirmed,
        },
    )
}

/// `POST /invitations/{token}`: joins, if the account has the address that was invited.
pub async fn accept(
    page: Page,
    signed_in: SignedIn,
    token: Path<String>,
) -> Result<HttpResponse, Error> {
    let (origin, asked) = (page.origin(), token.clone());
    let (account, board) = (signed_in.account.clone(), page.board.clone());
    let may_join = account.may_publish(&page.board.config);
    let joined = page
        .board
        .write(move |db| {
            let found = Invitation::find(db, &asked, origin.at)?;
            let own = found.filter(|found| may_join && found.email == account.email);
            match own {
                Some(invitation) => {
                    let company = invitation.accept(db, account.id, &origin)?;
                    letters::tell_of_joining(&board, db, &company, &account)?;
                    Ok(Some(company))
                }
                None => Ok::<_, Error>(None),
            }
        })
        .await?;
    match joined {
        Some(company) => {
            let notice = notices::JOINED.about(company.id, &company.profile.name);
            Ok(page.redirect(PATH, Some(notice)))
        }
        // The page says why not.
        None => Ok(page.redirect(&format!("/invitations/{token}"), None)),
    }
}
