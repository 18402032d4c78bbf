//! Changing a job that exists.

use actix_web::{HttpResponse, http::StatusCode};
use chrono::NaiveDate;
use tera::Context;

use super::{
    conflict,
    form::{self, Completeness},
    form_view::{add_form, pay_rules},
    previewed,
    publish_check::{Refusal, check_change, check_company, check_posting},
    wish::{self, Wish},
};
use crate::{
    accounts::Submission,
    companies::naming,
    http::{
        error::Error,
        flash,
        form::{Form, FormView, Messages},
        page::Page,
    },
    jobs::{
        fields::JobFields,
        job::Job,
        notices,
        ownership::{self, Manages},
        path::JobPath,
        pay_rules::Policy,
        status::Status,
    },
    platform::{db::Db, i18n::Message},
};

/// `GET /jobs/{job}/edit`
pub async fn edit(page: Page, manages: Manages) -> Result<HttpResponse, Error> {
    let job = manages.job;
    let mut form = current(&page, &job).await?;
    form.set("company", company_of(&page, &job).await?);
    let view = form::view(page.locale, &form, Messages::default());
    let context = pay_rules(&page, &form, &Messages::default());
    show_edit(page, &job, job.version, &view, context)
}

/// `POST /jobs/{job}/preview`
pub async fn preview(
    page: Page,
    submission: Submission,
    path: JobPath,
) -> Result<HttpResponse, Error> {
    let Submission {
        signed_in,
        mut form,
    } = submission;
    let job = ownership::find_for(&page, &signed_in, path.id).await?;
    let version = version(&form)?;
    keep_company(&page, &job, &mut form).await?;
    match read(&form, &job, page.board.clock.today()) {
        Ok(fields) => match check_company(&page, &signed_in, &fields.company, Some(&job)).await? {
            Some(messages) => show_again(page, &job, version, &form, messages),
            None => previewed::keep(page, signed_in.id, Some(job.id), &form).await,
        },
        Err(messages) => show_again(page, &job, version, &form, messages),
    }
}

/// Reads the form of `job` as it would read on the board.
pub fn read(form: &Form, job: &Job, today: NaiveDate) -> Result<JobFields, Messages> {
    match *job.status {
        Status::Draft => form::read(form, Completeness::Complete, today),
        _ => form::read_change(form, &job.fields, today),
    }
}

/// `POST /jobs/{job}`: saves the change, unless somebody else changed the job since the form was
/// opened: then both texts are shown, and nothing is lost.
pub async fn update(
    page: Page,
    submission: Submission,
    path: JobPath,
) -> Result<HttpResponse, Error> {
    let Submission {
        signed_in,
        mut form,
    } = submission;
    let job = ownership::find_for(&page, &signed_in, path.id).await?;
    let version = version(&form)?;
    keep_company(&page, &job, &mut form).await?;
    let now = page.board.clock.moment();
    let is_draft = *job.status == Status::Draft;
    let publish = !form.value("publish").is_empty();
    let is_scheduled = is_scheduled(&page, &job).await?;
    let read = if is_draft {
        wish::read(&form, is_scheduled, now.today())
    } else {
        let kept = if publish { Wish::Publish } else { Wish::Draft };
        let read = match publish {
            true => form::read(&form, Completeness::Complete, now.today()),
            false => read(&form, &job, now.today()),
        };
        read.map(|fields| (fields, kept))
    };
    let read = read.and_then(|(fields, wish)| {
        let (rules, today, locale) = (Policy::of(&page.board), now.today(), page.locale);
        let checked = match *job.status {
            _ if wish.is_public() => rules.check(fields, today, locale),
            Status::Published => rules.check_change(&job.fields, fields, today, locale),
            _ => Ok(fields),
        };
        Ok((checked?, wish))
    });
    let (fields, wish) = match read {
        Ok(read) => read,
        Err(messages) => return show_again(page, &job, version, &form, messages),
    };
    if let Some(messages) = check_company(&page, &signed_in, &fields.company, Some(&job)).await? {
        return show_again(page, &job, version, &form, messages);
    }
    let typed = wish::with_day(Form::from(&fields), wish.stated_day());
    // What stays scheduled was counted when it was.
    let stays_scheduled = is_scheduled && wish.day().is_some();
    let refusal = if wish.is_public() && !stays_scheduled {
        check_posting(&page, &signed_in, true).await?
    } else {
        check_change(&page, &signed_in).await?
    };
    if let Some(refusal) = refusal {
        return show_refusal(page, &job, version, &form, refusal);
    }
    let origin = page.origin();
    let (saved, job) = page
        .board
        .write(move |db| {
            let saved = job.update(db, version, &fields, &origin)?;
            let job = Job::find(db, job.id)?;
            // The same form sent twice was saved the first time.
            let saved = saved || job.fields == fields;
            if saved && wish == Wish::Publish && job.status.can_publish() {
                job.publish(db, &origin)?;
            } else if saved && *job.status == Status::Draft {
                wish.settle(db, &job, &origin)?;
            }
            Ok((saved, job))
        })
        .await?;
    if !saved {
        return conflict::show(page, &job, &typed).await;
    }
    let notice = match wish {
        Wish::Publish => notices::PUBLISHED.about(job.id, &job.fields.title),
        Wish::Schedule(_) => notices::SCHEDULED.about(job.id, &job.fields.title),
        Wish::Draft | Wish::Keep(_) => flash::SAVED,
    };
    Ok(page.redirect(&job.path(), Some(notice)))
}

/// The form that would give the job as it stands.
pub async fn current(page: &Page, job: &Job) -> Result<Form, Error> {
    let form = Form::from(&job.fields);
    let job = job.clone();
    let day = page
        .board
        .read(move |db| Ok::<_, Error>(job.stated_day(db)?));
    Ok(wish::with_day(form, day.await?))
}

/// What the form calls the company of a job: what lists call it, where a team looks after the job.
pub async fn company_of(page: &Page, job: &Job) -> Result<String, Error> {
    let stated = job.fields.company.clone();
    if job.company_id.is_none() {
        return Ok(stated);
    }
    let named = move |db: &mut Db| Ok(naming::named(db, &stated)?.name);
    page.board.read(named).await
}

/// Leaves the company as the job states it, where the form still says what [`company_of`] gave it: the job keeps
/// what was typed.
async fn keep_company(page: &Page, job: &Job, form: &mut Form) -> Result<(), Error> {
    if form.value("company").trim() == company_of(page, job).await? {
        form.set("company", job.fields.company.clone());
    }
    Ok(())
}

async fn is_scheduled(page: &Page, job: &Job) -> Result<bool, Error> {
    let job = job.clone();
    let scheduled = page
        .board
        .read(move |db| Ok::<_, Error>(job.publish_at(db)?));
    Ok(scheduled.await?.is_some())
}

/// The form of `job` with `messages` and status 422.
pub fn show_again(
    page: Page,
    job: &Job,
    version: i32,
    form: &Form,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    let context = pay_rules(&page, form, &messages);
    let view = form::view(page.locale, form, messages);
    let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    show_edit(page, job, version, &view, context)
}

/// The form of `job`, and why it cannot be saved or published now.
pub fn show_refusal(
    page: Page,
    job: &Job,
    version: i32,
    form: &Form,
    refusal: Refusal,
) -> Result<HttpResponse, Error> {
    let view = form::view(page.locale, form, Messages::default())
        .with_trouble(page.locale.text(&refusal.message()));
    let context = pay_rules(&page, form, &Messages::default());
    show_edit(refusal.mark(page), job, version, &view, context)
}

pub fn show_edit(
    page: Page,
    job: &Job,
    version: i32,
    view: &FormView,
    mut context: Context,
) -> Result<HttpResponse, Error> {
    add_target(&mut context, &page, job, version, view);
    page.show("jobs/edit.html", context)
}

/// Adds the form and the job that it changes, as of `version`.
pub fn add_target(context: &mut Context, page: &Page, job: &Job, version: i32, view: &FormView) {
    context.insert("id", &job.id);
    context.insert("job_path", &job.path());
    context.insert("job_title", &job.fields.title);
    context.insert("version", &version);
    context.insert("is_draft", &(*job.status == Status::Draft));
    add_form(context, page, view);
}

/// The version that the form was opened on.
pub fn version(form: &Form) -> Result<i32, Error> {
    form.value("version")
        .parse()
        .map_err(|_| Error::BadRequest(Message::new("jobs-version-lost")))
}
