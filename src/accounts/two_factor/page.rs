//! `/account/two-factor`: setting one up, and taking it away.

use actix_web::{HttpResponse, http::StatusCode};
use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;
use tera::context;

use super::{
    SharedSecret, TwoFactor, make_recovery_codes, recovery_codes_left, store_recovery_codes,
};
use crate::{
    accounts::{actions, guards::SignedIn, letters, notices, passwords::current},
    http::{
        error::Error,
        form::{Form, FormView, Messages},
        page::Page,
    },
    platform::{audit::Subject, i18n::Message},
};

const ORDER: &[&str] = &["code", "current_password"];

/// A QR code as the path of an SVG, one unit a module.
#[derive(Debug, Serialize)]
struct Picture {
    /// Modules a side, with the quiet zone of four.
    size: i32,
    path: String,
}

/// `GET /account/two-factor`: a new secret to scan, or what to do with the one that is set.
pub async fn show(page: Page, signed_in: SignedIn) -> Result<HttpResponse, Error> {
    let id = signed_in.id;
    let set = page
        .board
        .read(move |db| Ok(TwoFactor::of(db, id)?))
        .await?;
    if set.is_some() {
        return show_set(page, &signed_in, Messages::default()).await;
    }
    let secret = SharedSecret::generate(&signed_in, &page.board.brand().site_name)?;
    show_secret(page, &signed_in, &secret, Messages::default())
}

/// `POST /account/two-factor`: sets it, once a code proves that the app has the secret. Shows the
/// recovery codes, for the only time.
pub async fn create(page: Page, signed_in: SignedIn, form: Form) -> Result<HttpResponse, Error> {
    let (board, account) = (page.board.clone(), signed_in.account.clone());
    let opened = SharedSecret::open_offer(
        form.value("secret"),
        &board.keys,
        &account,
        &board.brand().site_name,
    )?;
    let secret = opened.ok_or_else(|| Error::BadRequest(Message::new("accounts-secret-lost")))?;
    let now = board.clock.now();
    let code: String = form.value("code").split_whitespace().collect();
    let step = secret.step_of(&code, now);
    let mut messages = Messages::default();
    if step.is_none() {
        messages.add("code", Message::new("accounts-code-not-shown"));
    }
    let mut page = page;
    if step.is_none() {
        page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    }
    let typed = form.value("current_password");
    if let Some(refusal) = current::refusal(&page, &signed_in, typed).await? {
        messages.add("current_password", refusal.message());
        page = refusal.mark(page);
    }
    let (Some(step), true) = (step, messages.is_empty()) else {
        return show_secret(page, &signed_in, &secret, messages);
    };
    let codes = make_recovery_codes()?;
    let factor = TwoFactor::new(
        account.id,
        secret.sealed(&board.keys, account.id)?,
        step,
        now,
    );
    let notice = letters::two_factor_set(&board);
    let notice = board.mail.write(Some(account.email.clone()), &notice)?;
    let (origin, shown) = (page.origin(), codes.clone());
    let session = signed_in.session.clone();
    page.board
        .write(move |db| {
            factor.set(db)?;
            store_recovery_codes(db, account.id, &codes, &board.keys)?;
            session.end_others(db)?;
            notice.queue(db)?;
            let about = Subject::Account(account.id);
            Ok(origin.record(db, actions::TWO_FACTOR_SET, about, "")?)
        })
        .await?;
    page.show(
        "accounts/recovery_codes.html",
        context! { codes => &shown, is_new => &true },
    )
}

/// `POST /account/two-factor/recovery-codes`: ten new ones, for the current password.
pub async fn renew_codes(
    page: Page,
    signed_in: SignedIn,
    form: Form,
) -> Result<HttpResponse, Error> {
    let typed = form.value("current_password");
    if let Some(refusal) = current::refusal(&page, &signed_in, typed).await? {
        let messages = Messages::of("current_password", refusal.message());
        return show_set(refusal.mark(page), &signed_in, messages).await;
    }
    let codes = make_recovery_codes()?;
    let notice = letters::recovery_codes_made(&page.board);
    let notice = page
        .board
        .mail
        .write(Some(signed_in.email.clone()), &notice)?;
    let (board, origin, shown) = (page.board.clone(), page.origin(), codes.clone());
    let id = signed_in.id;
    page.board
        .write(move |db| {
            TwoFactor::of(db, id)?.ok_or(Error::NotFound)?;
            store_recovery_codes(db, id, &codes, &board.keys)?;
            notice.queue(db)?;
            Ok(origin.record(db, actions::RECOVERY_CODES_MADE, Subject::Account(id), "")?)
        })
        .await?;
    page.show(
        "accounts/recovery_codes.html",
        context! { codes => &shown, is_new => &false },
    )
}

/// `POST /account/two-factor/delete`: takes it away, for the current password.
pub async fn delete(page: Page, signed_in: SignedIn, form: Form) -> Result<HttpResponse, Error> {
    let typed = form.value("current_password");
    if let Some(refusal) = current::refusal(&page, &signed_in, typed).await? {
        let messages = Messages::of("current_password", refusal.message());
        return show_set(refusal.mark(page), &signed_in, messages).await;
    }
    let notice = letters::two_factor_removed(&page.board);
    let notice = page
        .board
        .mail
        .write(Some(signed_in.email.clone()), &notice)?;
    let (origin, id) = (page.origin(), signed_in.id);
    page.board
        .write(move |db| {
            TwoFactor::remove(db, id)?;
            notice.queue(db)?;
            Ok(origin.record(db, actions::TWO_FACTOR_REMOVED, Subject::Account(id), "")?)
        })
        .await?;
    Ok(page.redirect("/account", Some(notices::TWO_FACTOR_REMOVED)))
}

fn show_secret(
    page: Page,
    signed_in: &SignedIn,
    secret: &SharedSecret,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    let sealed = secret.offer(&page.board.keys, signed_in)?;
    let picture = picture(&secret.address()?)?;
    let spelled: Vec<String> = secret
        .base32()
        .as_bytes()
        .chunks(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    let locale = page.locale;
    page.show(
        "accounts/two_factor.html",
        context! {
            form => &FormView::new(locale, [], messages, ORDER),
            picture => &picture,
            secret => &sealed,
            spelled => &spelled.join(" "),
        },
    )
}

async fn show_set(
    page: Page,
    signed_in: &SignedIn,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    let id = signed_in.id;
    let left = page
        .board
        .read(move |db| Ok(recovery_codes_left(db, id)?))
        .await?;
    let locale = page.locale;
    page.show(
        "accounts/two_factor_on.html",
        context! {
            form => &FormView::new(locale, [], messages, ORDER),
            codes_left => &left,
        },
    )
}

fn picture(text: &str) -> Result<Picture, Error> {
    const QUIET: i32 = 4;
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(Error::internal)?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
        }
    }
    Ok(Picture {
        size: code.size() + 2 * QUIET,
        path,
    })
}
