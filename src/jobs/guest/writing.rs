//! `/jobs/new/guest`: the form of a job, with the address that the link to it is mailed to.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use iso_currency::Currency;
use tera::{Context, context};

use super::{letters, waiting::Waiting};
use crate::{
    accounts::{Try, guest, mail_token::MailToken, normalize_email},
    http::{
        error::Error,
        form::{Fields, Form, FormView, Messages},
        page::Page,
        query,
    },
    jobs::{
        editing::{
            form::{self, Completeness},
            form_view::{add_form, pay_rules},
            new::UsualCurrency,
            prefilled, previewed, publish_check,
        },
        fields::JobFields,
        pay_rules::Policy,
    },
    platform::limits::Wait,
};

/// The field with the address.
const EMAIL: &str = "email";

/// `GET /jobs/new/guest`; with `token`, the form that waits for its link.
pub async fn new(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    if page.viewer.is_some() {
        return Ok(page.redirect("/jobs/new", None));
    }
    require_offered(&page)?;
    let token = query::value(&request, "token");
    let now = page.board.clock.moment();
    if !token.is_empty() {
        let found = page
            .board
            .read(move |db| Ok(Waiting::find(db, &token, now.at)?));
        let waiting = found.await?.filter(|waiting| waiting.job_id.is_none());
        let form = waiting.ok_or(Error::NotFound)?.form();
        let view = view(&page, &form, Messages::default());
        return show(page.private(), &view, Context::new());
    }
    let UsualCurrency(usual) = page.board.state()?;
    let currency = usual(&page.board).unwrap_or(Currency::USD);
    let view = prefilled::blank(page.locale, now, None, "", currency);
    show(page, &view, Context::new())
}

/// `POST /jobs/new/guest`: mails the link. The answer is the same whoever has the address.
pub async fn create(page: Page, form: Form) -> Result<HttpResponse, Error> {
    require_offered(&page)?;
    let (read, email) = (read(&page, &form), email(&form));
    let (fields, email) = match (read, email) {
        (Ok(fields), Ok(email)) => (fields, email),
        (fields, email) => {
            let mut messages = fields.err().unwrap_or_default();
            for (name, message) in email.err().unwrap_or_default().iter() {
                messages.add(name, message.clone());
            }
            return show_again(page, &form, messages);
        }
    };
    if let Some(messages) = publish_check::check_company_of(&page, None, &fields.company).await? {
        return show_again(page, &form, messages);
    }
    if let Err(wait) = count(&page, &email).await? {
        page.origin().refused("guest_posting_throttled");
        let slow = Messages::of(EMAIL, wait.message());
        let view = view(&page, &form, slow);
        return show(page.too_many(wait), &view, Context::new());
    }
    let token = MailToken::new().map_err(Error::internal)?;
    let mut kept = previewed::kept(&form);
    kept.set(EMAIL, email.clone());
    let waiting = Waiting::new(&token, &email, &kept, page.board.clock.now());
    let letter = letters::publish(&page.board, &token);
    let letter = page.board.mail.write(Some(email.clone()), &letter)?;
    page.board
        .write(move |db| {
            waiting.insert(db)?;
            Ok(letter.queue(db)?)
        })
        .await?;
    let has_mail_server = page.board.config.smtp_url.is_some();
    page.show(
        "jobs/guest_check_mail.html",
        context! { email => &email, has_mail_server => &has_mail_server },
    )
}

/// What the form says of the job, as it may be published.
pub fn read(page: &Page, form: &Form) -> Result<JobFields, Messages> {
    let today = page.board.clock.today();
    let fields = form::read(form, Completeness::Complete, today)?;
    Policy::of(&page.board).check(fields, today, page.locale)
}

/// The form with what is wrong with it.
pub fn show_again(page: Page, form: &Form, messages: Messages) -> Result<HttpResponse, Error> {
    let context = pay_rules(&page, form, &messages);
    let view = view(&page, form, messages);
    show(
        page.status(StatusCode::UNPROCESSABLE_ENTITY),
        &view,
        context,
    )
}

/// # Errors
/// 404 on a board where jobs are posted by accounts only.
fn require_offered(page: &Page) -> Result<(), Error> {
    match guest::is_offered(&page.board.config) {
        true => Ok(()),
        false => Err(Error::NotFound),
    }
}

fn email(form: &Form) -> Result<String, Messages> {
    let mut fields = Fields::new(form);
    let email = normalize_email(&fields.email(EMAIL));
    match fields.messages.is_empty() {
        true => Ok(email),
        false => Err(fields.messages),
    }
}

/// Counts a mail to `email` that strangers can have sent, as signing up does.
async fn count(page: &Page, email: &str) -> Result<Result<(), Wait>, Error> {
    let board = &page.board;
    if let Err(wait) = board.throttle.sign_up(page.address) {
        return Ok(Err(wait));
    }
    let mail = Try::mail_about("posting link", &board.config.limits, email, page.address);
    mail.charge_at_once(board).await
}

fn view(page: &Page, form: &Form, messages: Messages) -> FormView {
    let order = [form::ORDER, &[EMAIL]].concat();
    form::view_in(page.locale, form, messages, &order)
}

fn show(page: Page, view: &FormView, mut context: Context) -> Result<HttpResponse, Error> {
    add_form(&mut context, &page, view);
    page.show("jobs/guest.html", context)
}
