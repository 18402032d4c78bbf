//! `/posting`: where the link to a job leads that was written without an account. Opening it changes nothing,
//! because programs that read mail open links, too; the button publishes the job.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use tera::context;

use super::{letters, waiting::Waiting, writing};
use crate::{
    accounts::{Account, guest, sign_in},
    http::{error::Error, form::Form, page::Page, query},
    jobs::{
        editing::publish_check::{check_company_of, check_posting},
        fields::JobFields,
        job::Job,
        new_job::NewJob,
        notices,
        pay_rules::Policy,
        view::Detail,
    },
    platform::i18n::Message,
};

/// `GET /posting?token=…`: the job as readers will see it, and a button.
pub async fn show(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let token = query::value(&request, "token");
    let Some(waiting) = find(&page, &token).await? else {
        return gone(page);
    };
    if let Some(id) = waiting.job_id {
        return show_posted(page, id).await;
    }
    let form = waiting.form();
    let fields = match writing::read(&page, &form) {
        Ok(fields) => fields,
        Err(messages) => return writing::show_again(page, &form, messages),
    };
    let account = holder(&page, &waiting.email).await?;
    let now = page.board.clock.moment();
    let rules = Policy::of(&page.board).views(&fields, now.today(), page.locale);
    let unsaved = NewJob::new(None, fields, true, now.at).into_job(0);
    let detail = Detail::preview(&unsaved, page.locale, now).await?;
    let must_sign_in = account.is_some_and(|account| must_sign_in(&page, &account));
    page.private().show(
        "jobs/guest_posting.html",
        context! {
            preview => &detail,
            pay_rules => &rules,
            token => &token,
            email => &waiting.email,
            must_sign_in => &must_sign_in,
        },
    )
}

/// `POST /posting` with `token`: publishes the job, for the account with the address that the link went to. Its
/// member signs in first; a guest is let in.
pub async fn create(page: Page, request: HttpRequest, form: Form) -> Result<HttpResponse, Error> {
    let token = form.value("token").to_owned();
    let Some(waiting) = find(&page, &token).await? else {
        return gone(page);
    };
    if let Some(id) = waiting.job_id {
        return show_posted(page, id).await;
    }
    let typed = waiting.form();
    let fields = match writing::read(&page, &typed) {
        Ok(fields) => fields,
        Err(messages) => return writing::show_again(page, &typed, messages),
    };
    if let Some(account) = holder(&page, &waiting.email).await?
        && must_sign_in(&page, &account)
    {
        let next = format!("/posting?token={token}");
        return Err(Error::SignInFirst { next });
    }
    let account = guest::find_or_add(&page, &waiting.email).await?;
    if account.disabled_at.is_some() {
        return Err(Error::Forbidden(Message::new("jobs-guest-disabled")));
    }
    if let Some(messages) = check_company_of(&page, Some(account.id), &fields.company).await? {
        return writing::show_again(page, &typed, messages);
    }
    if let Some(refusal) = check_posting(&page, &account, true).await? {
        return Err(refusal.into());
    }
    let Some(job) = publish(&page, waiting, &account, fields).await? else {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("token", &token)
            .finish();
        return Ok(page.redirect(&format!("/posting?{query}"), None));
    };
    let notice = notices::PUBLISHED.about(job.id, &job.fields.title);
    if page.viewer.is_none() && account.is_guest {
        return sign_in::begin_session(page, &request, account, &job.path(), notice).await;
    }
    Ok(page.redirect(&job.path(), Some(notice)))
}

/// Stores the job; nothing where the link was used meanwhile.
async fn publish(
    page: &Page,
    waiting: Waiting,
    account: &Account,
    fields: JobFields,
) -> Result<Option<Job>, Error> {
    let (board, now) = (page.board.clone(), page.board.clock.now());
    let origin = page.origin().by(account.id);
    let (account_id, address, is_guest) = (account.id, account.email.clone(), account.is_guest);
    let new = NewJob::new(Some(account_id), fields, true, now);
    page.board
        .write(move |db| {
            if !waiting.take(db)? {
                return Ok(None);
            }
            let job = new.add(db, &origin)?;
            waiting.became(db, job.id)?;
            if is_guest {
                let letter = letters::published(&board, &job);
                let letter = guest::with_way_in(db, &board, account_id, letter)?;
                board.mail.write(Some(address), &letter)?.queue(db)?;
            }
            Ok(Some(job))
        })
        .await
}

/// Whether the holder of the address has a password to prove who they are with, and has not yet.
fn must_sign_in(page: &Page, account: &Account) -> bool {
    let viewer = page.viewer.as_ref().map(|viewer| viewer.id);
    !account.is_guest && viewer != Some(account.id)
}

async fn holder(page: &Page, email: &str) -> Result<Option<Account>, Error> {
    let email = email.to_owned();
    page.board
        .read(move |db| Ok(Account::find_by_email(db, &email)?))
        .await
}

async fn find(page: &Page, token: &str) -> Result<Option<Waiting>, Error> {
    let (token, now) = (token.to_owned(), page.board.clock.now());
    page.board
        .read(move |db| Ok(Waiting::find(db, &token, now)?))
        .await
}

/// Says that the link was used, and leads to the job.
async fn show_posted(page: Page, id: i64) -> Result<HttpResponse, Error> {
    let job = page.board.read(move |db| Ok(Job::find(db, id)?)).await?;
    page.private().show(
        "jobs/guest_posted.html",
        context! { job_path => &job.path(), job_title => &job.fields.title },
    )
}

fn gone(page: Page) -> Result<HttpResponse, Error> {
    page.private()
        .status(StatusCode::GONE)
        .show("jobs/guest_gone.html", context! {})
}
