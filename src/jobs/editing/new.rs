//! Posting a job: the form, a preview, and the job itself as a draft or published.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use diesel::QueryResult;
use iso_currency::Currency;
use tera::Context;

use super::{
    conflict, edit,
    form::{self, Completeness},
    form_view::{add_form, pay_rules},
    posted, prefilled, previewed,
    publish_check::{check_company, check_posting},
    wish::{self, Wish},
};
use crate::{
    accounts::{SignedIn, Submission},
    companies::{members, naming},
    http::{
        board::Board,
        error::Error,
        form::{Form, FormView, Messages},
        page::Page,
        query,
    },
    jobs::{
        JobFields,
        new_job::{self, NewJob},
        notices, ownership,
        pay_rules::Policy,
        status::Status,
    },
    platform::{db::Db, secrets::random_text},
};

/// Gives the currency in which most jobs state pay, if any does. Owned by whoever knows what is on the board.
pub struct UsualCurrency(pub fn(&Board) -> Option<Currency>);

/// `GET /jobs/new`. With `form`, the form of that name, which may have posted its job; with `from`, filled in
/// like that job.
pub async fn new(
    page: Page,
    signed_in: SignedIn,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let key = match query::value(&request, "form") {
        key if is_key(&key) => key,
        _ => random_text(16).map_err(Error::internal)?,
    };
    if let Some(job) = posted::find(&page, signed_in.id, &key).await? {
        return posted::show(page, &job);
    }
    let (locale, now) = (page.locale, page.board.clock.moment());
    let view = match query::value(&request, "from").as_str() {
        from if !from.is_empty() => {
            let id = from.parse().map_err(|_| Error::NotFound)?;
            let mut job = ownership::find_for(&page, &signed_in, id).await?;
            job.fields.company = edit::company_of(&page, &job).await?;
            prefilled::like(locale, now, &job.fields)
        }
        _ => {
            let owner = signed_in.id;
            let (last, company) = page.board.read(move |db| Ok(start(db, owner)?)).await?;
            let UsualCurrency(usual) = page.board.state()?;
            let currency = usual(&page.board).unwrap_or(Currency::USD);
            prefilled::blank(locale, now, last.as_ref(), &company, currency)
        }
    };
    show_new(page, &view, &key, Context::new())
}

/// What the last job of this account says, its company called as lists call it, and the company that a first
/// job is probably of.
fn start(db: &mut Db, account_id: i64) -> QueryResult<(Option<JobFields>, String)> {
    let mut last = new_job::last_of(db, account_id)?;
    if let Some(last) = &mut last {
        last.company = naming::named(db, &last.company)?.name;
    }
    let own = members::companies_of(db, account_id)?;
    let company = own
        .into_iter()
        .next()
        .map(|(company, _)| company.profile.name);
    Ok((last, company.unwrap_or_default()))
}

/// `POST /jobs/preview`: leads to the job as readers will see it, above the form.
pub async fn preview(page: Page, submission: Submission) -> Result<HttpResponse, Error> {
    let Submission { signed_in, form } = submission;
    match form::read(&form, Completeness::Complete, page.board.clock.today()) {
        Ok(fields) => match check_company(&page, &signed_in, &fields.company, None).await? {
            Some(messages) => show_again(page, &form, messages),
            None => previewed::keep(page, signed_in.id, None, &form).await,
        },
        Err(messages) => show_again(page, &form, messages),
    }
}

/// `POST /jobs`: saves a draft, or with `publish` puts the job on the board; with `publish_at` too, on that day. The
/// same form sent twice is one job. Sent again with other words it changes that job while it is a draft; a job
/// that was published stays as it is, and its owner is asked.
pub async fn create(page: Page, submission: Submission) -> Result<HttpResponse, Error> {
    let Submission { signed_in, form } = submission;
    let now = page.board.clock.moment();
    let read = wish::read(&form, false, now.today()).and_then(|(fields, wish)| {
        let rules = Policy::of(&page.board);
        match wish.is_public() {
            true => Ok((rules.check(fields, now.today(), page.locale)?, wish)),
            false => Ok((fields, wish)),
        }
    });
    let (fields, wish) = match read {
        Ok(read) => read,
        Err(messages) => return show_again(page, &form, messages),
    };
    if let Some(messages) = check_company(&page, &signed_in, &fields.company, None).await? {
        return show_again(page, &form, messages);
    }
    let key = form.value("submission_key");
    if let Some(refusal) = check_posting(&page, &signed_in, wish.is_public()).await? {
        let view = form::view(page.locale, &form, Messages::default())
            .with_trouble(page.locale.text(&refusal.message()));
        return show_new(refusal.mark(page), &view, key, Context::new());
    }
    let mut new = NewJob {
        submission_key: is_key(key).then(|| key.to_owned()),
        ..NewJob::new(Some(signed_in.id), fields, wish == Wish::Publish, now.at)
    };
    let typed = wish::with_day(Form::from(&new.fields), wish.stated_day());
    let origin = page.origin();
    let stored = page
        .board
        .write(move |db| {
            let stored = new.submit(db, &origin)?;
            if let Ok(job) = &stored
                && *job.status == Status::Draft
            {
                wish.settle(db, job, &origin)?;
            }
            Ok(stored)
        })
        .await?;
    let job = match stored {
        Ok(job) => job,
        Err(draft) if *draft.status == Status::Draft => {
            return conflict::show(page, &draft, &typed).await;
        }
        Err(posted) => return posted::ask(page, &posted, &typed),
    };
    let notice = match wish {
        _ if *job.status != Status::Draft => notices::PUBLISHED.about(job.id, &job.fields.title),
        Wish::Schedule(_) => notices::SCHEDULED.about(job.id, &job.fields.title),
        _ => notices::DRAFT_SAVED,
    };
    Ok(page.redirect(&job.path(), Some(notice)))
}

/// Whether `key` can name a form.
fn is_key(key: &str) -> bool {
    (1..=64).contains(&key.len())
}

pub fn show_again(page: Page, form: &Form, messages: Messages) -> Result<HttpResponse, Error> {
    let context = pay_rules(&page, form, &messages);
    let view = form::view(page.locale, form, messages);
    let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    show_new(page, &view, form.value("submission_key"), context)
}

pub fn show_new(
    page: Page,
    view: &FormView,
    submission_key: &str,
    mut context: Context,
) -> Result<HttpResponse, Error> {
    context.insert("submission_key", submission_key);
    context.insert("is_draft", &true);
    add_form(&mut context, &page, view);
    page.show("jobs/new.html", context)
}
