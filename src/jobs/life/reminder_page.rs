//! `/reminder`: where the link in a reminder leads. Opening it changes nothing, because programs that read mail
//! open links, too; the button on it says that the job is open, which is all that a link can do.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use tera::context;

use super::link::{Link, Standing};
use crate::{
    companies::naming,
    http::{error::Error, form::Form, page::Page, query},
    jobs::view,
};

/// `GET /reminder?token=…`: the job, and a button.
pub async fn show(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let token = query::value(&request, "token");
    match find(&page, &token).await? {
        Some(link) => show_link(page, &link, &token),
        None => page
            .private()
            .status(StatusCode::GONE)
            .show("jobs/reminder_gone.html", context! {}),
    }
}

/// `POST /reminder` with `token`: renews the job or confirms that it is open, and leads back to the page, which
/// says what happened.
pub async fn create(page: Page, form: Form) -> Result<HttpResponse, Error> {
    let token = form.value("token").to_owned();
    if find(&page, &token).await?.is_some() {
        let (board, origin, sent) = (page.board.clone(), page.origin(), token.clone());
        page.board
            .write(move |db| {
                if let Some(link) = Link::find(db, &board.keys, &sent, origin.moment())? {
                    link.follow(db, &origin.by(link.account_id))?;
                }
                Ok(())
            })
            .await?;
    }
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("token", &token)
        .finish();
    Ok(page.redirect(&format!("/reminder?{query}"), None))
}

async fn find(page: &Page, token: &str) -> Result<Option<Link>, Error> {
    let (board, now, token) = (
        page.board.clone(),
        page.board.clock.moment(),
        token.to_owned(),
    );
    page.board
        .read(move |db| {
            let mut link = Link::find(db, &board.keys, &token, now)?;
            if let Some(Link { job, .. }) = &mut link {
                job.fields.company = naming::named(db, &job.fields.company)?.name;
            }
            Ok(link)
        })
        .await
}

fn show_link(page: Page, link: &Link, token: &str) -> Result<HttpResponse, Error> {
    let (locale, now) = (page.locale, page.board.clock.moment());
    let job = &link.job;
    let standing = link.standing(now.today());
    let until = match standing {
        Standing::CanRenew(until) => Some(locale.date(until)),
        _ => None,
    };
    let known = job.known_open_on(now.zone).map(|day| locale.date(day));
    let last = job.fields.valid_through;
    page.private().show(
        "jobs/reminder.html",
        context! {
            token => token,
            job_path => &job.path(),
            closure_path => &format!("/jobs/{}/closure", job.id),
            job_title => &job.fields.title,
            company => &job.fields.company,
            last_day => &last.map(|day| view::last_day(day, now.zone, locale)),
            is_open => &job.is_open(now.today()),
            is_unconfirmed => &job.is_unconfirmed(),
            known => &known,
            until => &until,
            can_confirm => &(standing == Standing::CanConfirm),
            is_answered => &(standing == Standing::Answered),
        },
    )
}
