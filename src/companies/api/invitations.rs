//! Invitations to the team of a company. They are accepted on a page: each is for one mail address.

use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    answers::{count_change, moment, wrong},
    team::role,
};
use crate::{
    accounts::{Caller, Sent, Writer, normalize_email},
    companies::{guards, invitation::Invitation, inviting, members::Role},
    http::{
        board::Board,
        error::Error,
        form::{Fields, Form},
        page::Page,
        problem::{ChangeRefusals, JsonRefusals, Problem, Refusals, Trouble},
    },
    platform::db::text_enum::TextEnum,
};

/// Somebody who was asked to join.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ApiInvitation {
    id: i64,
    /// Only an account with this address can accept it.
    email: String,
    /// `owner`, `editor` or `recruiter`.
    role: &'static str,
    #[schema(format = DateTime)]
    expires_at: String,
}

/// Whom to invite, as what.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewInvitation {
    #[schema(example = "grace@engines.example")]
    email: String,
    /// `owner`, `editor` or `recruiter`.
    #[schema(pattern = "^(owner|editor|recruiter)$", example = "recruiter")]
    role: String,
}

impl From<Invitation> for ApiInvitation {
    fn from(invitation: Invitation) -> Self {
        Self {
            id: invitation.id,
            role: invitation.role.as_str(),
            expires_at: moment(invitation.expires_at),
            email: invitation.email,
        }
    }
}

/// List invitations
///
/// Those that wait, the newest first. For the members of the company.
#[utoipa::path(
    get,
    path = "/api/v1/companies/{slug}/invitations",
    operation_id = "listInvitations",
    tag = "Companies",
    params(("slug" = String, Path, description = "The company's slug, as in its address")),
    responses(
        (status = 200, body = Vec<ApiInvitation>, description = "The invitations"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "There is no such company, or you are not in its team"),
        Refusals,
        Trouble,
    ),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn index(
    board: Data<Board>,
    caller: Caller,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    let now = board.clock.now();
    let waiting = board
        .read(move |db| {
            let (company, _) = guards::find_named(db, &caller, &slug, Role::Recruiter)?;
            Ok::<_, Error>(Invitation::of(db, company.id, now)?)
        })
        .await?;
    let waiting: Vec<ApiInvitation> = waiting.into_iter().map(ApiInvitation::from).collect();
    Ok(HttpResponse::Ok().json(waiting))
}

/// Invite somebody
///
/// Sends a mail with a link to the page on which the invitation is accepted, in place of an earlier invitation of this
/// address. For owners.
#[utoipa::path(
    post,
    path = "/api/v1/companies/{slug}/invitations",
    operation_id = "createInvitation",
    tag = "Companies",
    params(("slug" = String, Path, description = "The company's slug, as in its address")),
    request_body = NewInvitation,
    responses((status = 201, body = ApiInvitation, description = "The invitation"), JsonRefusals, ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn create(page: Page, sent: Sent, slug: Path<String>) -> Result<HttpResponse, Error> {
    let Sent { writer, json } = sent;
    let (asking, asked) = (writer.clone(), slug.clone());
    page.board
        .read(move |db| guards::find_named(db, &asking, &asked, Role::Owner))
        .await?;
    let new: NewInvitation = json.read()?;
    let form = Form::from_values([("email", new.email)]);
    let mut fields = Fields::new(&form);
    let email = normalize_email(&fields.email("email"));
    if !fields.messages.is_empty() {
        return Err(wrong(&fields.messages));
    }
    let role = role(&new.role)?;
    count_change(&page, &writer).await?;
    if let Err(wait) = page.board.throttle.mail(page.address) {
        return Err(Error::TooMany {
            retry_after: wait.seconds(),
        });
    }
    let (origin, board) = (page.origin(), page.board.clone());
    let invited = page
        .board
        .write(move |db| {
            let (company, _) = guards::find_named(db, &writer, &slug, Role::Owner)?;
            let to = (email.as_str(), role);
            if let Err(messages) = inviting::invite(&board, db, &company, &writer, to, &origin)? {
                return Err(wrong(&messages));
            }
            let mut waiting = Invitation::of(db, company.id, origin.at)?.into_iter();
            let invited = waiting.find(|waiting| waiting.email == email);
            invited.ok_or(Error::NotFound)
        })
        .await?;
    Ok(HttpResponse::Created().json(ApiInvitation::from(invited)))
}

/// Take an invitation back
///
/// For owners.
#[utoipa::path(
    delete,
    path = "/api/v1/companies/{slug}/invitations/{invitation}",
    operation_id = "deleteInvitation",
    tag = "Companies",
    params(
        ("slug" = String, Path, description = "The company's slug, as in its address"),
        ("invitation" = i64, Path, description = "The invitation's ID"),
    ),
    responses((status = 204, description = "Its link does not work any more"), ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn take_back(
    page: Page,
    writer: Writer,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, invitation) = path.into_inner();
    let id: i64 = invitation.parse().map_err(|_| Error::NotFound)?;
    count_change(&page, &writer).await?;
    let origin = page.origin();
    page.board
        .write(move |db| {
            let (company, _) = guards::find_named(db, &writer, &slug, Role::Owner)?;
            Ok::<_, Error>(company.take_back(db, id, &origin)?)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
