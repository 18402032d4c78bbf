//! What can be done with a source.

use actix_web::{HttpResponse, web::Path};

use super::{PATH, show::parse};
use crate::{
    accounts::Admin,
    http::{
        error::Error,
        flash::Notice,
        form::{Fields, Form},
        page::Page,
    },
    platform::{
        audit::{Action, Subject},
        db::Db,
    },
    sources::{
        actions::{
            JOBS_CLOSED, SOURCE_CHANGED, SOURCE_DELETED, SOURCE_JOBS_KEPT, SOURCE_PAUSED,
            SOURCE_RESUMED, detail_of_closed,
        },
        scheduled::{
            clockwork, notices,
            run::{Outcome, Run},
            source::Source,
            typed,
        },
    },
};

/// `POST /admin/sources/{source}/run`
pub async fn run(page: Page, _: Admin, id: Path<String>) -> Result<HttpResponse, Error> {
    let now = page.board.clock.now();
    let queue = move |db: &mut Db, source: &Source| Ok(clockwork::queue(db, source.id, now)?);
    change(page, &id, None, notices::QUEUED, queue).await
}

/// `POST /admin/sources/{source}/pause`
pub async fn pause(page: Page, _: Admin, id: Path<String>) -> Result<HttpResponse, Error> {
    let now = page.board.clock.now();
    let pause = move |db: &mut Db, source: &Source| Ok(source.set_paused(db, true, now)?);
    change(page, &id, Some(SOURCE_PAUSED), notices::PAUSED, pause).await
}

/// `POST /admin/sources/{source}/resume`
pub async fn resume(page: Page, _: Admin, id: Path<String>) -> Result<HttpResponse, Error> {
    let now = page.board.clock.now();
    let resume = move |db: &mut Db, source: &Source| Ok(source.set_paused(db, false, now)?);
    change(page, &id, Some(SOURCE_RESUMED), notices::RESUMED, resume).await
}

/// `POST /admin/sources/{source}/schedule` with `hours`
pub async fn reschedule(
    page: Page,
    _: Admin,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let mut fields = Fields::new(&form);
    let hours = typed::hours(&mut fields);
    if let Some((_, wrong)) = fields.messages.iter().next() {
        return Err(Error::BadRequest(wrong.clone()));
    }
    let now = page.board.clock.now();
    let set = move |db: &mut Db, source: &Source| Ok(source.set_hours(db, hours, now)?);
    change(page, &id, Some(SOURCE_CHANGED), notices::CHANGED, set).await
}

/// `POST /admin/sources/{source}/keep`: the missing jobs stay, and are the source's no more.
pub async fn keep(page: Page, _: Admin, id: Path<String>) -> Result<HttpResponse, Error> {
    let now = page.board.clock.now();
    let keep = move |db: &mut Db, source: &Source| {
        let kept = source.release_missing(db)?;
        let mut run = Run::new(source.id, now, Outcome::Kept);
        run.missing = i32::try_from(kept).unwrap_or(i32::MAX);
        run.record(db)?;
        Ok(clockwork::queue(db, source.id, now)?)
    };
    change(page, &id, Some(SOURCE_JOBS_KEPT), notices::KEPT, keep).await
}

/// `POST /admin/sources/{source}/close`: closes the missing jobs.
pub async fn close(page: Page, _: Admin, id: Path<String>) -> Result<HttpResponse, Error> {
    let number = parse(&id)?;
    let closed = close_all(&page, number, true).await?;
    let now = page.board.clock.now();
    let settle = move |db: &mut Db, source: &Source| {
        source.hold(db, 0)?;
        let mut run = Run::new(source.id, now, Outcome::Closed);
        run.closed = i32::try_from(closed).unwrap_or(i32::MAX);
        run.record(db)?;
        Ok(clockwork::queue(db, source.id, now)?)
    };
    change(page, &id, None, notices::CLOSED, settle).await
}

/// `POST /admin/sources/{source}/delete`; with `jobs` as `close` its open jobs are closed first.
pub async fn delete(
    page: Page,
    _: Admin,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let number = parse(&id)?;
    if form.value("jobs") == "close" {
        close_all(&page, number, false).await?;
    }
    let origin = page.origin();
    page.board
        .write(move |db| {
            let source = Source::find(db, number)?.ok_or(Error::NotFound)?;
            source.delete(db)?;
            Ok(origin.record(db, SOURCE_DELETED, Subject::Board, &source.name())?)
        })
        .await?;
    Ok(page.redirect(PATH, Some(notices::DELETED)))
}

/// Closes open jobs of a source, some at a time, so that nobody waits long for the database. Returns how many.
async fn close_all(page: &Page, id: i64, only_missing: bool) -> Result<usize, Error> {
    let mut closed = 0;
    loop {
        let origin = page.origin().in_bulk();
        let some = page
            .board
            .write(move |db| {
                let source = Source::find(db, id)?.ok_or(Error::NotFound)?;
                Ok(source.close_some(db, only_missing, &origin)?)
            })
            .await?;
        closed += some;
        if some == 0 {
            break;
        }
    }
    let origin = page.origin();
    page.board
        .write(move |db| {
            let source = Source::find(db, id)?.ok_or(Error::NotFound)?;
            if closed > 0 {
                let detail = detail_of_closed(closed, &source.name());
                origin.record(db, JOBS_CLOSED, Subject::Board, &detail)?;
            }
            Ok(())
        })
        .await?;
    Ok(closed)
}

/// Does something with a source, and returns to its page.
async fn change(
    page: Page,
    id: &str,
    action: Option<Action>,
    notice: Notice,
    work: impl FnOnce(&mut Db, &Source) -> Result<(), Error> + Send + 'static,
) -> Result<HttpResponse, Error> {
    let (id, origin) = (parse(id)?, page.origin());
    page.board
        .write(move |db| {
            let source = Source::find(db, id)?.ok_or(Error::NotFound)?;
            work(db, &source)?;
            if let Some(action) = action {
                origin.record(db, action, Subject::Board, &source.name())?;
            }
            Ok(())
        })
        .await?;
    Ok(page.redirect(&format!("{PATH}/{id}"), Some(notice)))
}
