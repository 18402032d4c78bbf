//! Whether somebody may put a job on the board now.

use actix_web::http::StatusCode;

use crate::{
    accounts::{Account, Try},
    companies,
    http::{error::Error, form::Messages, page::Page},
    jobs::Job,
    platform::{i18n::Message, limits::Wait},
};

const UNCONFIRMED: Message = Message::new("jobs-confirm-address-first");

/// Why not.
#[derive(Clone, Copy, Debug)]
pub enum Refusal {
    /// The account's address is not confirmed, and this board asks for that.
    Unconfirmed,
    /// There were too many lately.
    TooMany(Wait),
}

/// What stands against posting by `account`; `publish` where everybody will see the job. Counts the try.
pub async fn check_posting(
    page: &Page,
    account: &Account,
    publish: bool,
) -> Result<Option<Refusal>, Error> {
    let board = &page.board;
    if publish && !account.may_publish(&board.config) {
        return Ok(Some(Refusal::Unconfirmed));
    }
    let posting = Try::posting(&board.config.limits, account.id);
    let counted = match board.throttle.posting(page.address) {
        Ok(()) => posting.charge_at_once(board).await?,
        Err(wait) => Err(wait),
    };
    Ok(counted.err().map(Refusal::TooMany))
}

/// What stands against a job of `account` that states this company: a team looks after the company, and
/// `account` is not in it.
///
/// # Errors
/// Those of the database.
pub async fn check_company(
    page: &Page,
    account: &Account,
    stated: &str,
    before: Option<&Job>,
) -> Result<Option<Messages>, Error> {
    if before.is_some_and(|job| job.fields.company == stated) || account.is_admin() {
        return Ok(None);
    }
    check_company_of(page, Some(account.id), stated).await
}

/// The same of a new job that nobody has yet, or an account.
///
/// # Errors
/// Those of the database.
pub async fn check_company_of(
    page: &Page,
    account_id: Option<i64>,
    stated: &str,
) -> Result<Option<Messages>, Error> {
    let company = stated.to_owned();
    let is_others = page.board.read(move |db| {
        let keepers = companies::keepers_of(db, &company)?;
        let is_in = |team: Vec<i64>| account_id.is_some_and(|id| team.contains(&id));
        Ok::<_, Error>(keepers.is_some_and(|team| !is_in(team)))
    });
    let taken = || Message::new("jobs-field-company-of-others").with("company", stated.to_owned());
    Ok(is_others.await?.then(|| Messages::of("company", taken())))
}

/// What stands against one more change of a job by `account`. Counts the change.
pub async fn check_change(page: &Page, account: &Account) -> Result<Option<Refusal>, Error> {
    let counted = Try::count_change(page, account.id).await?;
    Ok(counted.err().map(Refusal::TooMany))
}

impl Refusal {
    /// What the person is told, above the form that keeps what they typed.
    pub fn message(self) -> Message {
        match self {
            Self::Unconfirmed => UNCONFIRMED,
            Self::TooMany(wait) => wait.message(),
        }
    }

    /// `page` with the status that says so.
    pub fn mark(self, page: Page) -> Page {
        match self {
            Self::Unconfirmed => page.status(StatusCode::FORBIDDEN),
            Self::TooMany(wait) => page.too_many(wait),
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Unconfirmed => Self::Forbidden(UNCONFIRMED),
            Refusal::TooMany(wait) => Self::TooMany {
                retry_after: wait.seconds(),
            },
        }
    }
}
