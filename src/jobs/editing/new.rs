//! Posting a job: the form, a preview, and the job itself as a draft or published.

use actix_web::{HttpResponse, http::StatusCode};
use chrono::NaiveDateTime;
use tera::{Context, context};

use super::{
    conflict,
    form::{self, Completeness},
    publish_check::check_posting,
};
use crate::{
    accounts::{SignedIn, Submission},
    http::{
        error::Error,
        form::{Form, FormView, Messages},
        page::Page,
    },
    jobs::{
        fields::JobFields,
        job::Job,
        new_job::NewJob,
        notices,
        pay::COMMON_CURRENCIES,
        status::Status,
        view::Detail,
        vocabulary::{ApplyMethod, EmploymentType, PayPeriod, Workplace},
    },
    platform::{db::text_enum::TextEnum, i18n::Locale, secrets::random_text},
};

/// `GET /jobs/new`
pub async fn new(page: Page, _: SignedIn) -> Result<HttpResponse, Error> {
    let view = form::blank(page.locale, page.board.clock.now());
    let key = random_text(16).map_err(Error::internal)?;
    show_new(page, &view, &key, Context::new())
}

/// `POST /jobs/preview`: the job as readers will see it, above the form.
pub async fn preview(page: Page, submission: Submission) -> Result<HttpResponse, Error> {
    let Submission { signed_in, form } = submission;
    let now = page.board.clock.now();
    match form::read(&form, Completeness::Complete, now.date()) {
        Ok(fields) => {
            let job = unsaved(Some(signed_in.id), fields, now);
            let view = form::view(page.locale, &form, Messages::default());
            let preview = context! { preview => &Detail::preview(&job, page.locale, now).await? };
            show_new(page, &view, form.value("submission_key"), preview)
        }
        Err(messages) => show_again(page, &form, messages),
    }
}

/// `POST /jobs`: saves a draft, or with `publish` puts the job on the board. The same form sent
/// twice is one job; sent again with other words, it changes that job.
pub async fn create(page: Page, submission: Submission) -> Result<HttpResponse, Error> {
    let Submission { signed_in, form } = submission;
    let now = page.board.clock.now();
    let publish = !form.value("publish").is_empty();
    let completeness = if publish {
        Completeness::Complete
    } else {
        Completeness::Draft
    };
    let fields = match form::read(&form, completeness, now.date()) {
        Ok(fields) => fields,
        Err(messages) => return show_again(page, &form, messages),
    };
    let key = form.value("submission_key");
    if let Some(refusal) = check_posting(&page, &signed_in, publish).await? {
        let view = form::view(page.locale, &form, Messages::default())
            .with_trouble(page.locale.text(&refusal.message()));
        return show_new(refusal.mark(page), &view, key, Context::new());
    }
    let new = NewJob {
        submission_key: (1..=64).contains(&key.len()).then(|| key.to_owned()),
        ..NewJob::new(Some(signed_in.id), fields, publish, now)
    };
    let typed = Form::from(&new.fields);
    let origin = page.origin();
    let stored = page
        .board
        .write(move |db| Ok(new.submit(db, &origin)?))
        .await?;
    let job = match stored {
        Ok(job) => job,
        Err(changed) => return conflict::show(page, &changed, &typed),
    };
    let notice = if *job.status == Status::Draft {
        notices::DRAFT_SAVED
    } else {
        notices::PUBLISHED
    };
    Ok(page.redirect(&job.path(), Some(notice)))
}

fn show_again(page: Page, form: &Form, messages: Messages) -> Result<HttpResponse, Error> {
    let view = form::view(page.locale, form, messages);
    let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    show_new(page, &view, form.value("submission_key"), Context::new())
}

fn show_new(
    page: Page,
    view: &FormView,
    submission_key: &str,
    mut context: Context,
) -> Result<HttpResponse, Error> {
    context.insert("submission_key", submission_key);
    add_form(&mut context, page.locale, view);
    page.show("jobs/new.html", context)
}

/// Adds the form and its lists of choices, for `jobs/_form.html`.
pub fn add_form(context: &mut Context, locale: Locale, view: &FormView) {
    context.insert("form", view);
    context.insert("workplaces", &choices::<Workplace>(locale));
    context.insert("employment_types", &choices::<EmploymentType>(locale));
    context.insert("pay_periods", &choices::<PayPeriod>(locale));
    context.insert("apply_methods", &choices::<ApplyMethod>(locale));
    context.insert("currencies", COMMON_CURRENCIES);
}

/// A job that is not stored, for a preview.
pub fn unsaved(owner_id: Option<i64>, fields: JobFields, now: NaiveDateTime) -> Job {
    NewJob::new(owner_id, fields, true, now).into_job(0)
}

fn choices<T: TextEnum>(locale: Locale) -> Vec<(&'static str, String)> {
    T::ALL
        .iter()
        .map(|choice| (choice.as_str(), locale.text(&choice.label())))
        .collect()
}
