//! `/dashboard/companies/{company}/domains`: proving that a domain is the company's own.

use actix_web::{HttpResponse, http::StatusCode, web::Path};
use serde::Serialize;
use tera::context;

use super::path;
use crate::{
    accounts::Submission,
    companies::{
        domain::Domain,
        error::Error as CompanyError,
        guards::{self, Member},
        members::Role,
        notices,
    },
    http::{
        error::Error,
        flash::Notice,
        form::{Fields, Form, FormView, Messages},
        page::Page,
    },
    platform::{
        audit::Origin,
        db::Db,
        domain_proof::{Host, Prover, Way},
        i18n::{Locale, Message},
        zone::Moment,
    },
};

const ORDER: &[&str] = &["host"];

/// A domain as the page shows it.
#[derive(Serialize)]
struct Row {
    id: i64,
    host: String,
    token: String,
    is_verified: bool,
    /// The day until which a domain stays verified whose proof is gone.
    until: Option<String>,
    /// Where the token may be put.
    places: Vec<String>,
    /// When it was last looked at, and what was found.
    looked: Option<String>,
    found: Vec<String>,
    is_paused: bool,
}

impl Row {
    fn new(domain: Domain, locale: Locale, now: Moment) -> Self {
        let host = Host::parse(&domain.host);
        let places = host.iter().flat_map(Prover::places).map(|(way, at)| {
            locale.text(&match way {
                Way::Record | Way::NamedRecord => {
                    Message::new("companies-domain-record").with("at", at)
                }
                Way::File => Message::new("companies-domain-file").with("at", at),
            })
        });
        let until = domain.verified_until();
        Self {
            id: domain.id,
            places: places.collect(),
            is_verified: domain.verified_at.is_some(),
            until: until.map(|last| locale.date(now.zone.day_of(last))),
            looked: domain.checked_at.map(|then| locale.ago(then, now)),
            found: domain.found.lines().map(str::to_owned).collect(),
            is_paused: domain.due_at.is_none(),
            host: domain.host,
            token: domain.token,
        }
    }
}

/// `GET /dashboard/companies/{company}/domains`
pub async fn show(page: Page, member: Member) -> Result<HttpResponse, Error> {
    let member = member.at_least(Role::Owner)?;
    render(page, &member, &Form::default(), Messages::default()).await
}

/// `POST /dashboard/companies/{company}/domains` with `host`
pub async fn add(
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
    let host = fields.parse("host", Host::parse);
    let messages = fields.messages;
    let member = Member {
        company,
        role,
        signed_in,
        owners: Vec::new(),
    };
    let Some(host) = host else {
        let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
        return render(page, &member, &form, messages).await;
    };
    let (origin, account) = (page.origin(), member.signed_in.account.clone());
    let added = page
        .board
        .write(move |db| {
            let (company, _) = guards::find(db, &account, id, Role::Owner)?;
            match company.add_domain(db, &host, &origin) {
                Err(CompanyError::Wrong(field, message)) => Ok(Err(Messages::of(field, message))),
                added => Ok::<_, Error>(Ok(added?)),
            }
        })
        .await?;
    match added {
        Ok(()) => Ok(page.redirect(&domains_path(id), Some(notices::DOMAIN_ADDED))),
        Err(messages) => {
            let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
            render(page, &member, &form, messages).await
        }
    }
}

/// `POST /dashboard/companies/{company}/domains/{domain}/look`
pub async fn look(
    page: Page,
    member: Member,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let look = |db: &mut Db, member: &Member, id: i64, origin: &Origin| {
        Ok(member.company.look_again(db, id, origin)?)
    };
    change(page, member, &path.1, notices::DOMAIN_LOOKED_AT, look).await
}

/// `POST /dashboard/companies/{company}/domains/{domain}/delete`
pub async fn remove(
    page: Page,
    member: Member,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let remove = |db: &mut Db, member: &Member, id: i64, origin: &Origin| {
        Ok(member.company.remove_domain(db, id, origin)?)
    };
    change(page, member, &path.1, notices::DOMAIN_REMOVED, remove).await
}

/// Does something with a domain, if the member still owns the company.
async fn change(
    page: Page,
    member: Member,
    domain: &str,
    done: Notice,
    work: fn(&mut Db, &Member, i64, &Origin) -> Result<(), Error>,
) -> Result<HttpResponse, Error> {
    let member = member.at_least(Role::Owner)?;
    let domain: i64 = domain.parse().map_err(|_| Error::NotFound)?;
    let (origin, id) = (page.origin(), member.company.id);
    page.board
        .write(move |db| {
            guards::find(db, &member.signed_in.account, id, Role::Owner)?;
            work(db, &member, domain, &origin)
        })
        .await?;
    Ok(page.redirect(&domains_path(id), Some(done)))
}

fn domains_path(company_id: i64) -> String {
    format!("{}/domains", path(company_id))
}

async fn render(
    page: Page,
    member: &Member,
    form: &Form,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    let (id, now, locale) = (member.company.id, page.board.clock.moment(), page.locale);
    let domains = page
        .board
        .read(move |db| Ok::<_, Error>(Domain::of(db, id)?))
        .await?;
    let rows: Vec<Row> = domains
        .into_iter()
        .map(|domain| Row::new(domain, locale, now))
        .collect();
    let values = [("host", form.value("host").to_owned())];
    let view = FormView::new(locale, values, messages, ORDER);
    page.show(
        "companies/domains.html",
        context! {
            area => "domains",
            company_id => &id,
            company => &member.company.profile.name,
            is_owner => &true,
            may_edit => &true,
            domains => &rows,
            form => &view,
        },
    )
}
