//! The domains of a company, and their proofs.

use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::answers::{count_change, moment, wrong};
use crate::{
    accounts::{Account, Caller, Sent, Writer},
    companies::{
        company::Company, domain::Domain, error::Error as CompanyError, guards, members::Role,
    },
    http::{
        board::Board,
        error::Error,
        form::Messages,
        page::Page,
        problem::{ChangeRefusals, JsonRefusals, Problem, Refusals, Trouble},
    },
    platform::{
        audit::Origin,
        db::Db,
        domain_proof::{Host, Prover, Way},
    },
};

/// A domain that a company says is its own.
#[skip_serializing_none]
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ApiDomain {
    #[schema(example = "engines.example")]
    host: String,
    /// `waiting` for the proof; `paused`, when the board has stopped looking for it; `verified`; or `failing`, when the
    /// proof of a verified domain is gone.
    state: &'static str,
    /// Where the proof may be. One place is enough.
    places: Vec<ApiPlace>,
    #[schema(format = DateTime)]
    verified_at: Option<String>,
    /// Until when a `failing` domain stays verified.
    #[schema(format = DateTime)]
    verified_until: Option<String>,
    /// When the board last looked.
    #[schema(format = DateTime)]
    checked_at: Option<String>,
    /// What it found then, a sentence for each place.
    found: Vec<String>,
    /// When it looks again.
    #[schema(format = DateTime)]
    next_check_at: Option<String>,
}

/// A place where the proof of a domain may be.
#[derive(Serialize, ToSchema)]
pub struct ApiPlace {
    /// `TXT`, a record in the DNS, or `file`.
    kind: &'static str,
    /// The name of the record, or the address of the file.
    #[schema(example = "_jobboard.engines.example")]
    at: String,
    /// The text of the record, or the first line of the file.
    content: String,
}

/// A domain to add.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewDomain {
    /// Exactly as it is in the address of the website.
    #[schema(example = "engines.example")]
    host: String,
}

impl From<Domain> for ApiDomain {
    fn from(domain: Domain) -> Self {
        let host = Host::parse(&domain.host);
        let places = host.iter().flat_map(Prover::places);
        Self {
            state: domain.state(),
            places: places
                .map(|(way, at)| ApiPlace {
                    kind: match way {
                        Way::Record | Way::NamedRecord => "TXT",
                        Way::File => "file",
                    },
                    at,
                    content: domain.token.clone(),
                })
                .collect(),
            verified_at: domain.verified_at.map(moment),
            verified_until: domain.verified_until().map(moment),
            checked_at: domain.checked_at.map(moment),
            found: domain.found.lines().map(str::to_owned).collect(),
            next_check_at: domain.due_at.map(moment),
            host: domain.host,
        }
    }
}

/// List the domains of a company
///
/// For owners.
#[utoipa::path(
    get,
    path = "/api/v1/companies/{slug}/domains",
    operation_id = "listDomains",
    tag = "Companies",
    params(("slug" = String, Path, description = "The company's slug, as in its address")),
    responses(
        (status = 200, body = Vec<ApiDomain>, description = "The domains"),
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
    let domains = board
        .read(move |db| {
            let (company, _) = guards::find_named(db, &caller, &slug, Role::Owner)?;
            Ok::<_, Error>(Domain::of(db, company.id)?)
        })
        .await?;
    let domains: Vec<ApiDomain> = domains.into_iter().map(ApiDomain::from).collect();
    Ok(HttpResponse::Ok().json(domains))
}

/// Read a domain of a company
///
/// For owners.
#[utoipa::path(
    get,
    path = "/api/v1/companies/{slug}/domains/{host}",
    operation_id = "readDomain",
    tag = "Companies",
    params(
        ("slug" = String, Path, description = "The company's slug, as in its address"),
        ("host" = String, Path, description = "The domain"),
    ),
    responses(
        (status = 200, body = ApiDomain, description = "The domain"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "There is no such company or domain, or you are not in its team"),
        Refusals,
        Trouble,
    ),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn show(
    board: Data<Board>,
    caller: Caller,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let domain = board
        .read(move |db| Ok::<_, Error>(find(db, &caller, &path)?.1))
        .await?;
    Ok(HttpResponse::Ok().json(ApiDomain::from(domain)))
}

/// Add a domain to a company
///
/// The board looks for the proof by itself from then on: every minute at first, then more seldom, and once it is
/// verified every week. For owners, also of a claim that waits: the proof of the domain that the jobs under its name
/// state as their website grants it.
#[utoipa::path(
    post,
    path = "/api/v1/companies/{slug}/domains",
    operation_id = "addDomain",
    tag = "Companies",
    params(("slug" = String, Path, description = "The company's slug, as in its address")),
    request_body = NewDomain,
    responses((status = 201, body = ApiDomain, description = "The domain"), JsonRefusals, ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn add(page: Page, sent: Sent, slug: Path<String>) -> Result<HttpResponse, Error> {
    let Sent { writer, json } = sent;
    let (asking, asked) = (writer.clone(), slug.clone());
    page.board
        .read(move |db| guards::find_named(db, &asking, &asked, Role::Owner))
        .await?;
    let new: NewDomain = json.read()?;
    let host = Host::parse(&new.host);
    let host = host.map_err(|message| wrong(&Messages::of("host", message)))?;
    count_change(&page, &writer).await?;
    let origin = page.origin();
    let domain = page
        .board
        .write(move |db| {
            let (company, _) = guards::find_named(db, &writer, &slug, Role::Owner)?;
            match company.add_domain(db, &host, &origin) {
                Err(CompanyError::Wrong(field, message)) => {
                    return Err(wrong(&Messages::of(field, message)));
                }
                added => added?,
            }
            Ok::<_, Error>(company.domain(db, &host.to_string())?)
        })
        .await?;
    Ok(HttpResponse::Created().json(ApiDomain::from(domain)))
}

/// Look for the proof now
///
/// The board looks within a minute, and goes on as for a new domain. For owners.
#[utoipa::path(
    post,
    path = "/api/v1/companies/{slug}/domains/{host}/check",
    operation_id = "checkDomain",
    tag = "Companies",
    params(
        ("slug" = String, Path, description = "The company's slug, as in its address"),
        ("host" = String, Path, description = "The domain"),
    ),
    responses((status = 202, body = ApiDomain, description = "The domain; read it again in a minute"), ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn check(
    page: Page,
    writer: Writer,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let domain = change(page, writer, path, |db, company, domain, origin| {
        company.look_again(db, domain.id, origin)?;
        company.domain(db, &domain.host)
    });
    Ok(HttpResponse::Accepted().json(ApiDomain::from(domain.await?)))
}

/// Remove a domain from a company
///
/// For owners.
#[utoipa::path(
    delete,
    path = "/api/v1/companies/{slug}/domains/{host}",
    operation_id = "removeDomain",
    tag = "Companies",
    params(
        ("slug" = String, Path, description = "The company's slug, as in its address"),
        ("host" = String, Path, description = "The domain"),
    ),
    responses((status = 204, description = "The company has the domain no more"), ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn remove(
    page: Page,
    writer: Writer,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let removed = change(page, writer, path, |db, company, domain, origin| {
        company.remove_domain(db, domain.id, origin)
    });
    removed.await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The company and its domain at `path`, for an owner.
fn find(
    db: &mut Db,
    account: &Account,
    path: &(String, String),
) -> Result<(Company, Domain), Error> {
    let (slug, host) = path;
    let host = Host::parse(host).map_err(|_| Error::NotFound)?;
    let (company, _) = guards::find_named(db, account, slug, Role::Owner)?;
    let domain = company.domain(db, &host.to_string())?;
    Ok((company, domain))
}

async fn change<T: Send + 'static>(
    page: Page,
    writer: Writer,
    path: Path<(String, String)>,
    work: fn(&mut Db, &Company, &Domain, &Origin) -> Result<T, CompanyError>,
) -> Result<T, Error> {
    count_change(&page, &writer).await?;
    let origin = page.origin();
    page.board
        .write(move |db| {
            let (company, domain) = find(db, &writer, &path)?;
            Ok::<_, Error>(work(db, &company, &domain, &origin)?)
        })
        .await
}
