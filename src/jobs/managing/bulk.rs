//! Doing the same to many jobs of a table at once.

use actix_web::HttpResponse;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{
    bulk_close,
    bulk_delete::{self, Checked},
    deleting, table,
    tally::{Left, Tally},
};
use crate::{
    accounts::{Account, SignedIn},
    http::{error::Error, flash::Notice, form::Form, next::local_path, page::Page},
    jobs::{
        editing::{
            form::{self, Completeness},
            publish_check::check_posting,
        },
        error::Error as JobError,
        job::Job,
        letters,
        life::outcome::Outcome,
        notices, ownership,
        pay_rules::Policy,
        status::Status,
    },
    platform::{
        audit::Origin,
        db::{self, Db, text_enum::TextEnum},
        i18n::Message,
    },
};

/// What is done to each of the jobs.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
enum Verb {
    Publish,
    Unpublish,
    /// Closes it with what came of it, which is asked once for all.
    Close,
    /// Closes it with no more than visitors see: as filled, or as withdrawn.
    Filled,
    Withdrawn,
    /// Moves its last day.
    Renew,
    /// Says that it is still open.
    Confirm,
    /// Puts back what an administrator removed.
    Restore,
    /// Deletes one's own, and removes what is somebody else's.
    Delete,
}

/// `POST /jobs/bulk` with `job`, as often as there are jobs, `action`, and `back`, the list to return to.
/// What cannot be done with a job, or is not for this account to do, is left out, and the notice says why.
pub async fn create(page: Page, signed_in: SignedIn, form: Form) -> Result<HttpResponse, Error> {
    let back = local_path(form.value("back")).map(str::to_owned);
    let back = back.or_else(|| page.back());
    let back = back.as_deref().unwrap_or("/dashboard");
    let chosen = form
        .ids("job", table::PAGE_SIZE as usize)
        .ok_or_else(|| Error::BadRequest(Message::new("jobs-bulk-too-many")))?;
    let Some(verb) = form
        .value("action")
        .parse()
        .ok()
        .filter(|_| !chosen.is_empty())
    else {
        return Ok(page.redirect(back, Some(notices::NOTHING_SELECTED)));
    };
    let outcome = Outcome::from_text(form.value("outcome"));
    if verb == Verb::Close && outcome.is_none() {
        let is_asked = form.has("asked");
        return bulk_close::ask(page, &signed_in, &chosen, back, is_asked).await;
    }
    let mut reason = String::new();
    if verb == Verb::Delete {
        let is_confirmed = !form.value("confirmed").is_empty();
        match bulk_delete::check(&page, &signed_in, &chosen, &form, is_confirmed).await? {
            Checked::Ask(asking) => return asking.show(page, back),
            Checked::Go(stated) => reason = stated,
        }
    }
    let mut tally = Tally::default();
    let ids = match verb {
        Verb::Publish => charged(&page, &signed_in, &chosen, &mut tally).await?,
        _ => chosen,
    };
    let (origin, account, board) = (page.origin(), signed_in.account.clone(), page.board.clone());
    let how = How {
        verb,
        outcome,
        rules: Policy::of(&page.board),
    };
    let (tally, removed) = page
        .board
        .write(move |db| {
            let mut removed = Vec::new();
            for id in ids {
                match apply(db, &account, id, how, &reason, &origin)? {
                    Done::Changed => tally.changed.push(id),
                    Done::Removed(job) => {
                        tally.changed.push(id);
                        removed.push(*job);
                    }
                    Done::Left(why) => tally.leave(why),
                }
            }
            letters::tell_owners(&board, db, &removed, &reason)?;
            let removed: Vec<i64> = removed.iter().map(|job| job.id).collect();
            Ok((tally, removed))
        })
        .await?;
    let notice = match outcome {
        Some(Outcome::Paused) if verb == Verb::Close => notices::UNPUBLISHED_MANY,
        _ => verb.notice(!removed.is_empty()),
    };
    // What was deleted does not come back.
    let ids = match verb {
        Verb::Delete => &removed,
        _ => &tally.changed,
    };
    Ok(page.redirect(back, Some(notice.of_many(tally.numbers(), ids))))
}

/// The jobs without those that the account may not publish now: each that can be published counts against
/// its limit.
///
/// # Errors
/// Why none may be published.
async fn charged(
    page: &Page,
    account: &Account,
    ids: &[i64],
    tally: &mut Tally,
) -> Result<Vec<i64>, Error> {
    let found = bulk_delete::manageable(page, account, ids).await?;
    let found = found.iter().map(|(job, _)| job);
    let mut may = ids.to_vec();
    let mut charged = 0;
    let mut is_over = false;
    for job in found.filter(|job| job.status.can_publish()) {
        if !is_over {
            match check_posting(page, account, true).await? {
                None => charged += 1,
                Some(refusal) if charged == 0 => return Err(refusal.into()),
                Some(_) => is_over = true,
            }
        }
        if is_over {
            may.retain(|id| *id != job.id);
            tally.leave(Left::Limit);
        }
    }
    Ok(may)
}

/// How it is done.
#[derive(Clone, Copy)]
struct How {
    verb: Verb,
    /// Of those that are closed.
    outcome: Option<Outcome>,
    rules: Policy,
}

enum Done {
    Changed,
    Removed(Box<Job>),
    Left(Left),
}

/// Does it to job `id`, or says why not.
fn apply(
    db: &mut Db,
    account: &Account,
    id: i64,
    how: How,
    reason: &str,
    origin: &Origin,
) -> Result<Done, db::Error> {
    let verb = how.verb;
    let left = |why| Ok(Done::Left(why));
    let job = match ownership::find(db, account, id) {
        Ok(job) => job,
        Err(JobError::Database(error)) => return Err(error),
        Err(_) => return left(Left::Unknown),
    };
    let is_own = ownership::is_own(db, account.id, &job)?;
    let done = match verb {
        Verb::Publish => {
            let form = Form::from(&job.fields);
            let today = origin.today();
            match form::read(&form, Completeness::Complete, today) {
                _ if *job.status == Status::Published => return left(Left::OpenAlready),
                _ if !job.status.can_publish() => return left(Left::Removed),
                Err(messages) => return left(Left::lacking(&messages)),
                Ok(fields) if how.rules.refuse(&fields, today) => return left(Left::NoPay),
                Ok(_) => job.publish(db, origin),
            }
        }
        Verb::Unpublish | Verb::Close | Verb::Filled | Verb::Withdrawn
            if !job.status.can_close() =>
        {
            return left(Left::NotOpen);
        }
        Verb::Renew if *job.status != Status::Published => return left(Left::NotOpen),
        Verb::Renew if job.fields.valid_through.is_none() => return left(Left::NoLastDay),
        Verb::Renew if job.renewed_until(origin.today()).is_none() => {
            return left(Left::NoLaterDay);
        }
        Verb::Renew => job.renew(db, origin),
        Verb::Confirm if !job.can_confirm(origin.today()) => return left(Left::NotOpen),
        Verb::Confirm => job.confirm(db, origin),
        Verb::Unpublish => job.unpublish(db, origin),
        Verb::Close => match how.outcome {
            Some(outcome) => job.end(db, outcome, origin),
            None => return left(Left::NotOpen),
        },
        Verb::Filled => job.close(db, Status::Filled, origin),
        Verb::Withdrawn => job.close(db, Status::Withdrawn, origin),
        Verb::Restore if !account.is_admin() => return left(Left::Unknown),
        Verb::Restore if !job.status.can_restore() => return left(Left::NotRemoved),
        Verb::Restore => job.restore(db, origin),
        Verb::Delete if !deleting::is_left(is_own, &job) => return left(Left::RemovedAlready),
        Verb::Delete if is_own => job.delete(db, origin),
        Verb::Delete => job.remove(db, reason, origin),
    };
    let is_removed = verb == Verb::Delete && !is_own;
    match done {
        Ok(()) if is_removed => Ok(Done::Removed(Box::new(job))),
        Ok(()) => Ok(Done::Changed),
        Err(JobError::Database(error)) => Err(error),
        Err(_) => left(Left::ChangedMeanwhile),
    }
}

impl Verb {
    fn notice(self, removes: bool) -> Notice {
        match self {
            Self::Publish => notices::PUBLISHED_MANY,
            Self::Unpublish => notices::UNPUBLISHED_MANY,
            Self::Close | Self::Filled | Self::Withdrawn => notices::CLOSED_MANY,
            Self::Renew => notices::RENEWED_MANY,
            Self::Confirm => notices::CONFIRMED_MANY,
            Self::Restore => notices::RESTORED_MANY,
            Self::Delete if removes => notices::REMOVED_MANY,
            Self::Delete => notices::DELETED_MANY,
        }
    }
}
