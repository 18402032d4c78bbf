//! `/dashboard/companies/{company}`: what the company's page says.

use actix_web::{HttpResponse, http::StatusCode, web::Path};
use tera::context;

use super::{PATH, path};
use crate::{
    accounts::{SignedIn, Try, sign_in},
    companies::{
        company::{Company, Logo, Profile, State},
        error::Error as CompanyError,
        guards::{self, Member},
        logo,
        members::Role,
        typed::{LONGEST_ABOUT, MOST_LINKS, ORDER},
    },
    http::{
        error::Error,
        flash,
        form::{Form, FormView, Messages, upload::Upload},
        page::Page,
    },
    platform::i18n::Message,
    text::words::path_segment,
};

/// `GET /dashboard/companies/{company}`
pub async fn show(page: Page, member: Member) -> Result<HttpResponse, Error> {
    let member = member.at_least(Role::Editor)?;
    let form = as_typed(&member.company);
    render(page, &member, &form, Messages::default(), None).await
}

/// `POST /dashboard/companies/{company}`. What was typed survives the end of a session.
pub async fn update(
    page: Page,
    signed_in: Result<SignedIn, Error>,
    company: Path<String>,
    sent: Upload<{ Logo::LARGEST_FILE }>,
) -> Result<HttpResponse, Error> {
    let Upload { mut form, file } = sent;
    let signed_in = sign_in::carrying(signed_in, &format!("{PATH}/{company}"), &form)?;
    let id: i64 = company.parse().map_err(|_| Error::NotFound)?;
    let account = signed_in.account.clone();
    let (company, role) = page
        .board
        .read(move |db| guards::find(db, &account, id, Role::Editor))
        .await?;
    let member = Member {
        company,
        role,
        signed_in,
        owners: Vec::new(),
    };
    if let Err(wait) = Try::count_change(&page, member.signed_in.id).await? {
        let trouble = wait.message();
        return render(
            page.too_many(wait),
            &member,
            &form,
            Messages::default(),
            Some(&trouble),
        )
        .await;
    }
    let (profile, mut messages) = Profile::read(&form);
    match logo::read(&page.board, file).await? {
        Ok(Some(new)) => form.set("new_logo", logo::as_field(&new)),
        Ok(None) => {}
        Err(message) => messages.add("logo", message),
    }
    if !messages.is_empty() {
        return again(page, &member, &form, messages).await;
    }
    let version = form.value("version").parse().unwrap_or(0);
    let logo = match logo::from_field(form.value("new_logo")) {
        Some(new) => new,
        None if form.has("remove_logo") => Logo::default(),
        None => member.company.logo.clone(),
    };
    let (origin, account) = (page.origin(), member.signed_in.account.clone());
    let saved = page
        .board
        .write(move |db| {
            let (company, _) = guards::find(db, &account, id, Role::Editor)?;
            match company.save(db, version, &profile, &logo, &origin) {
                Err(CompanyError::Wrong(field, message)) => Ok(Err(Messages::of(field, message))),
                saved => Ok::<_, Error>(Ok((saved?, company))),
            }
        })
        .await?;
    match saved {
        Err(messages) => again(page, &member, &form, messages).await,
        Ok((true, _)) => Ok(page.redirect(&path(id), Some(flash::SAVED))),
        Ok((false, now)) => {
            form.set("version", now.version.to_string());
            let changed = Message::new("companies-changed-meanwhile");
            let page = page.status(StatusCode::CONFLICT);
            render(page, &member, &form, Messages::default(), Some(&changed)).await
        }
    }
}

/// The form as it stands.
fn as_typed(company: &Company) -> Form {
    let profile = &company.profile;
    Form::from_values([
        ("name", profile.name.clone()),
        ("website", profile.website.clone().unwrap_or_default()),
        ("about", profile.about.clone()),
        ("links", profile.links.clone()),
        ("version", company.version.to_string()),
    ])
}

async fn again(
    page: Page,
    member: &Member,
    form: &Form,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    render(page, member, form, messages, None).await
}

async fn render(
    page: Page,
    member: &Member,
    form: &Form,
    messages: Messages,
    trouble: Option<&Message>,
) -> Result<HttpResponse, Error> {
    let company = &member.company;
    let asked = company.clone();
    let is_shown = page
        .board
        .read(move |db| Ok::<_, Error>(asked.is_active() && asked.is_established(db)?))
        .await?;
    let fields = ORDER.iter().chain(&["version", "new_logo"]);
    let values = fields.map(|name| (*name, form.value(name).to_owned()));
    let mut view = FormView::new(page.locale, values, messages, &ORDER);
    if let Some(trouble) = trouble {
        view = view.with_trouble(page.locale.text(trouble));
    }
    page.show(
        "companies/profile.html",
        context! {
            area => "profile",
            company_id => &company.id,
            company => &company.profile.name,
            is_owner => &member.role.includes(Role::Owner),
            may_edit => &member.role.includes(Role::Editor),
            waits => &(*company.state == State::Waiting),
            href => &is_shown.then(|| format!("/companies/{}", path_segment(&company.slug))),
            logo => &company.logo.addresses().map(|(small, _)| small),
            new_logo => &logo::from_field(form.value("new_logo"))
                .and_then(|logo| logo.addresses())
                .map(|(small, _)| small),
            most_megabytes => &(Logo::LARGEST_FILE / 1024 / 1024),
            most_pixels => &Logo::LARGEST_SIDE,
            longest_about => &LONGEST_ABOUT,
            most_links => &MOST_LINKS,
            form => &view,
        },
    )
}
