//! The team of a company.

use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answers::{count_change, moment};
use crate::{
    accounts::{Caller, Sent, Writer},
    companies::{
        guards,
        members::{self, Role, TeamMember},
        membership::needed_to_remove,
    },
    http::{
        board::Board,
        error::Error,
        page::Page,
        problem::{ChangeRefusals, JsonRefusals, Problem, Refusals, Trouble, Wrong},
    },
    platform::{db::text_enum::TextEnum, i18n::Message},
};

/// One of the team of a company.
#[derive(Serialize, ToSchema)]
pub struct ApiMember {
    /// The account's ID.
    id: i64,
    name: String,
    email: String,
    /// `owner`, `editor` or `recruiter`.
    role: &'static str,
    /// When they joined.
    #[schema(format = DateTime)]
    since: String,
}

/// Another role for a member.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewRole {
    /// `owner`, `editor` or `recruiter`.
    #[schema(pattern = "^(owner|editor|recruiter)$", example = "editor")]
    role: String,
}

impl From<TeamMember> for ApiMember {
    fn from(member: TeamMember) -> Self {
        Self {
            id: member.account_id,
            name: member.name,
            email: member.email,
            role: member.role.as_str(),
            since: moment(member.since),
        }
    }
}

/// The role that JSON states.
///
/// # Errors
/// 422.
pub fn role(stated: &str) -> Result<Role, Error> {
    let wrong = || Wrong::at("/role", Message::new("companies-api-role"));
    Role::from_text(stated).ok_or_else(|| Error::Invalid(vec![wrong()]))
}

/// List the team of a company
///
/// For its members.
#[utoipa::path(
    get,
    path = "/api/v1/companies/{slug}/members",
    operation_id = "listMembers",
    tag = "Companies",
    params(("slug" = String, Path, description = "The company's slug, as in its address")),
    responses(
        (status = 200, body = Vec<ApiMember>, description = "The team, in the order in which they joined"),
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
    let team = board
        .read(move |db| {
            let (company, _) = guards::find_named(db, &caller, &slug, Role::Recruiter)?;
            Ok::<_, Error>(members::of(db, company.id)?)
        })
        .await?;
    let team: Vec<ApiMember> = team.into_iter().map(ApiMember::from).collect();
    Ok(HttpResponse::Ok().json(team))
}

/// Change the role of a member
///
/// For owners. A company keeps an owner.
#[utoipa::path(
    patch,
    path = "/api/v1/companies/{slug}/members/{account}",
    operation_id = "changeMember",
    tag = "Companies",
    params(
        ("slug" = String, Path, description = "The company's slug, as in its address"),
        ("account" = i64, Path, description = "The ID of the member's account"),
    ),
    request_body = NewRole,
    responses((status = 200, body = ApiMember, description = "The member"), JsonRefusals, ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn change(
    page: Page,
    sent: Sent,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let Sent { writer, json } = sent;
    let (slug, account) = path.into_inner();
    let account_id: i64 = account.parse().map_err(|_| Error::NotFound)?;
    let (asking, asked) = (writer.clone(), slug.clone());
    page.board
        .read(move |db| guards::find_named(db, &asking, &asked, Role::Owner))
        .await?;
    let role = role(&json.read::<NewRole>()?.role)?;
    count_change(&page, &writer).await?;
    let (origin, board) = (page.origin(), page.board.clone());
    let member = page
        .board
        .write(move |db| {
            let (company, _) = guards::find_named(db, &writer, &slug, Role::Owner)?;
            company.change_role(&board, db, account_id, role, writer.id, &origin)?;
            let mut team = members::of(db, company.id)?.into_iter();
            let member = team.find(|member| member.account_id == account_id);
            member.ok_or(Error::NotFound)
        })
        .await?;
    Ok(HttpResponse::Ok().json(ApiMember::from(member)))
}

/// Remove a member, or leave
///
/// For owners, and for everybody who leaves: `account` is the own ID then, or `me`. The last owner cannot leave while
/// there are others in the team. When the last of a team leaves, the company has no team any more; a claim that waits
/// is withdrawn.
#[utoipa::path(
    delete,
    path = "/api/v1/companies/{slug}/members/{account}",
    operation_id = "removeMember",
    tag = "Companies",
    params(
        ("slug" = String, Path, description = "The company's slug, as in its address"),
        ("account" = String, Path, description = "The ID of the member's account, or `me`", pattern = "^([0-9]+|me)$"),
    ),
    responses((status = 204, description = "They are in the team no more"), ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn remove(
    page: Page,
    writer: Writer,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, account) = path.into_inner();
    let account_id = match account.as_str() {
        "me" => writer.id,
        id => id.parse().map_err(|_| Error::NotFound)?,
    };
    let needed = needed_to_remove(account_id, writer.id);
    let (asking, asked) = (writer.clone(), slug.clone());
    page.board
        .read(move |db| guards::find_named(db, &asking, &asked, needed))
        .await?;
    count_change(&page, &writer).await?;
    let (origin, board) = (page.origin(), page.board.clone());
    page.board
        .write(move |db| {
            let (company, _) = guards::find_named(db, &writer, &slug, needed)?;
            Ok::<_, Error>(company.remove(&board, db, account_id, writer.id, &origin)?)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
