//! Posting a job again that is over: a new draft like it. The old job and its date stay as they are.

use actix_web::HttpResponse;

use crate::{
    accounts::SignedIn,
    http::{error::Error, page::Page},
    jobs::{
        editing::{prefilled, publish_check::check_posting},
        new_job::NewJob,
        notices, ownership,
        path::JobPath,
    },
    platform::i18n::Message,
};

/// `POST /jobs/{job}/repost`, leading to the form of the new draft.
pub async fn create(page: Page, signed_in: SignedIn, path: JobPath) -> Result<HttpResponse, Error> {
    let now = page.board.clock.moment();
    let job = ownership::find_for(&page, &signed_in, path.id).await?;
    if !job.can_repost(now.today()) {
        return Err(Error::Refused(Message::new("jobs-cannot-repost")));
    }
    if let Some(refusal) = check_posting(&page, &signed_in, false).await? {
        return Err(refusal.into());
    }
    let fields = prefilled::copied(now, &job.fields);
    let new = NewJob::new(Some(signed_in.id), fields, false, now.at);
    let origin = page.origin();
    let draft = page
        .board
        .write(move |db| Ok(new.add(db, &origin)?))
        .await?;
    let form = format!("/jobs/{}/edit", draft.id);
    let notice = notices::REPOSTED.about(draft.id, &draft.fields.title);
    Ok(page.redirect(&form, Some(notice)))
}
