//! `/jobs/{job}/visit`: from a job to where people apply. It is counted on the way.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderName, HeaderValue},
    web::Data,
};

use super::{
    fields::JobFields,
    ownership,
    path::JobPath,
    show::find_visible,
    visits::{self, Event},
    vocabulary::ApplyMethod,
};
use crate::{
    accounts::Visitor,
    http::{board::Board, error::Error},
    platform::mail_address,
};

/// `GET /jobs/{job}/visit`: leads to where the job says that people apply, and nowhere else; to the job's page
/// where it takes no applications.
pub async fn show(
    board: Data<Board>,
    visitor: Visitor,
    request: HttpRequest,
    path: JobPath,
) -> Result<HttpResponse, Error> {
    let (now, asking) = (board.clock.moment(), visitor);
    let (job, manages) = board
        .read(move |db| {
            let (job, _) = find_visible(db, &asking, path.id, now)?;
            let manages = match &asking.account {
                Some(account) => ownership::manages(db, account, &job)?,
                None => false,
            };
            Ok::<_, Error>((job, manages))
        })
        .await?;
    let link = link(&job.fields).filter(|_| job.is_open(now.today()));
    let target = link.and_then(|link| HeaderValue::from_str(&link).ok());
    let mut response = HttpResponse::SeeOther();
    response
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((HeaderName::from_static("x-robots-tag"), "noindex, nofollow"));
    let Some(target) = target else {
        response.insert_header((header::LOCATION, job.path()));
        return Ok(response.finish());
    };
    if !manages {
        visits::tell(&request, job.id, Event::Apply);
    }
    response.insert_header((header::LOCATION, target));
    Ok(response.finish())
}

/// The address at which people apply; nothing where they come in person.
pub fn link(fields: &JobFields) -> Option<String> {
    let to = &fields.apply_to;
    let is_web = to.starts_with("https://") || to.starts_with("http://");
    match *fields.apply_method {
        ApplyMethod::Url => is_web.then(|| to.clone()),
        ApplyMethod::Email if to.is_empty() => None,
        ApplyMethod::Email => Some(mail_address::link(to)),
        ApplyMethod::OnSite => None,
    }
}

/// The address that leads there from the page of job `id`.
pub fn path(id: i64) -> String {
    format!("/jobs/{id}/visit")
}
