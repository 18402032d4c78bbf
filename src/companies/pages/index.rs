//! `/dashboard/companies`: the companies that one looks after.

use actix_web::HttpResponse;
use serde::Serialize;
use tera::context;

use crate::{
    accounts::SignedIn,
    companies::{
        company::{Company, State},
        members::{self, Role},
        refusals::Refusal,
        suggestion,
    },
    http::{error::Error, page::Page},
    platform::{db::text_enum::TextEnum, i18n::Locale},
    text::words::path_segment,
};

/// A company in the list.
#[derive(Serialize)]
struct Row {
    id: i64,
    name: String,
    role: String,
    /// The address of its page, where it has one.
    href: Option<String>,
    logo: Option<String>,
    waits: bool,
    may_edit: bool,
}

impl Row {
    fn new(company: Company, role: Role, is_shown: bool, locale: Locale) -> Self {
        Self {
            id: company.id,
            href: is_shown.then(|| format!("/companies/{}", path_segment(&company.slug))),
            logo: company.logo.addresses().map(|(small, _)| small),
            waits: *company.state == State::Waiting,
            may_edit: role.includes(Role::Editor),
            role: locale.text(&role.label()),
            name: company.profile.name,
        }
    }
}

/// `GET /dashboard/companies`
pub async fn show(page: Page, signed_in: SignedIn) -> Result<HttpResponse, Error> {
    let account = signed_in.account;
    let (own, suggested, refused) = page
        .board
        .read(move |db| {
            let mut own = Vec::new();
            for (company, role) in members::companies_of(db, account.id)? {
                let is_shown = company.is_active() && company.is_established(db)?;
                own.push((company, role, is_shown));
            }
            let suggested = suggestion::for_account(db, &account)?;
            let mut refused = Refusal::of(db, account.id)?;
            refused.retain(|refusal| own.iter().all(|(own, ..)| own.slug != refusal.slug));
            refused.dedup_by(|older, newer| older.slug == newer.slug);
            Ok::<_, Error>((own, suggested, refused))
        })
        .await?;
    let locale = page.locale;
    let own = own.into_iter();
    let rows: Vec<Row> = own
        .map(|(company, role, is_shown)| Row::new(company, role, is_shown, locale))
        .collect();
    let suggested_href = suggested.as_deref().map(|name| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let query = query.append_pair("name", name).finish();
        format!("/dashboard/companies/new?{query}")
    });
    page.show(
        "companies/list.html",
        context! {
            companies => &rows,
            suggested => &suggested,
            suggested_href => &suggested_href,
            refused => &refused,
        },
    )
}
