//! `/dashboard/companies`: the companies that one looks after.

use actix_web::HttpResponse;
use serde::Serialize;
use tera::context;

use crate::{
    accounts::SignedIn,
    companies::{
        company::{Company, State},
        members::{self, Role},
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
    fn new((company, role): (Company, Role), locale: Locale) -> Self {
        Self {
            id: company.id,
            href: company
                .is_active()
                .then(|| format!("/companies/{}", path_segment(&company.slug))),
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
    let account_id = signed_in.id;
    let own = page
        .board
        .read(move |db| Ok(members::companies_of(db, account_id)?))
        .await?;
    let locale = page.locale;
    let rows: Vec<Row> = own.into_iter().map(|own| Row::new(own, locale)).collect();
    page.show("companies/list.html", context! { companies => &rows })
}
