//! `/account`: one's name and password, and the sessions that are signed in.

use actix_web::{HttpResponse, http::StatusCode, web::Path};
use tera::context;

use crate::accounts::state::State;
use crate::{
    accounts::{
        account::Account,
        actions,
        guards::SignedIn,
        letters, notices,
        passwords::{
            current,
            new::{self, How},
            password::Password,
            tries::Source,
        },
        sessions::{session::Session, session_row::SessionRow},
        sign_in::known_device,
        tokens::api_token::ApiToken,
        two_factor::TwoFactor,
        verify_email,
    },
    http::{
        error::Error,
        flash,
        form::{Fields, Form, FormView, Messages},
        page::Page,
    },
    platform::audit::Subject,
};

const ORDER: &[&str] = &[
    "name",
    "email",
    "email_password",
    "current_password",
    "password",
];

/// The fields of the account page that keep what was typed.
pub struct Profile {
    name: String,
    email: String,
}

impl Profile {
    /// The name as it is stored; the field for another address is empty.
    pub fn of(account: &Account) -> Self {
        Self {
            name: account.name.clone(),
            email: String::new(),
        }
    }

    /// The same, but for what was typed into `field`.
    pub fn with(mut self, field: &str, typed: &str) -> Self {
        match field {
            "name" => self.name = typed.to_owned(),
            _ => self.email = typed.to_owned(),
        }
        self
    }
}

/// `GET /account`
pub async fn show(page: Page, signed_in: SignedIn) -> Result<HttpResponse, Error> {
    let shown = Profile::of(&signed_in);
    render(page, &signed_in, shown, Messages::default()).await
}

/// `POST /account/name`
pub async fn rename(page: Page, signed_in: SignedIn, form: Form) -> Result<HttpResponse, Error> {
    let mut fields = Fields::new(&form);
    let name = fields.line(
        "name",
        100,
        crate::platform::i18n::Message::new("accounts-field-name-empty"),
    );
    if !fields.messages.is_empty() {
        let messages = fields.messages;
        let shown = Profile::of(&signed_in).with("name", form.value("name"));
        let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
        return render(page, &signed_in, shown, messages).await;
    }
    let account = signed_in.account.clone();
    let origin = page.origin();
    page.board
        .write(move |db| {
            account.rename(db, &name)?;
            let about = Subject::Account(account.id);
            Ok(origin.record(db, actions::NAME_CHANGED, about, "")?)
        })
        .await?;
    Ok(page.redirect("/account", Some(flash::SAVED)))
}

/// `POST /account/password`: needs the current password, ends every other session (OWASP ASVS 6.2.3 and
/// 7.4.3), and revokes the API tokens unless `keep_api_tokens` says otherwise.
pub async fn change_password(
    page: Page,
    signed_in: SignedIn,
    form: Form,
) -> Result<HttpResponse, Error> {
    let shown = Profile::of(&signed_in);
    let new = Password::new(form.value("password"));
    let typed = form.value("current_password");
    if let Some(refusal) = current::refusal(&page, &signed_in, typed).await? {
        let mut messages = Messages::of("current_password", refusal.message());
        if let Some(problem) = new.length_problem() {
            messages.add("password", problem);
        }
        return render(refusal.mark(page), &signed_in, shown, messages).await;
    }
    let (hasher, brand) = (&State::of(&page.board)?.hasher, page.board.brand());
    let source = Source::Network(page.address);
    let hash = match hasher
        .hash_new(new, &signed_in.email, &brand.site_name, &source)
        .await?
    {
        Ok(hash) => hash,
        Err(problem) => {
            let messages = Messages::of("password", problem);
            let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
            return render(page, &signed_in, shown, messages).await;
        }
    };
    let (account, session) = (signed_in.account.clone(), signed_in.session.clone());
    let (origin, keep_api_tokens) = (page.origin(), !form.value("keep_api_tokens").is_empty());
    let changed = Account {
        password_hash: hash.clone(),
        ..account.clone()
    };
    let known_device = known_device::cookie(&page.board, page.headers(), &changed)?;
    let notice = letters::password_changed(&page.board);
    let notice = page
        .board
        .mail
        .write(Some(account.email.clone()), &notice)?;
    page.board
        .write(move |db| {
            let how = How::Changed {
                session: &session,
                keep_api_tokens,
            };
            new::set(db, &account, &hash, how)?;
            notice.queue(db)?;
            let about = Subject::Account(account.id);
            Ok(origin.record(db, actions::PASSWORD_CHANGED, about, "")?)
        })
        .await?;
    let page = page.cookie(known_device);
    Ok(page.redirect("/account", Some(notices::PASSWORD_CHANGED)))
}

/// `POST /account/sessions/delete`: signs out everywhere else.
pub async fn end_other_sessions(page: Page, signed_in: SignedIn) -> Result<HttpResponse, Error> {
    let session = signed_in.session.clone();
    let origin = page.origin();
    page.board
        .write(move |db| {
            session.end_others(db)?;
            let about = Subject::Account(session.account_id);
            Ok(origin.record(db, actions::OTHER_SESSIONS_ENDED, about, "")?)
        })
        .await?;
    Ok(page.redirect("/account", Some(notices::SESSIONS_ENDED)))
}

/// `POST /account/sessions/{session}/delete`: ends one of one's own sessions.
pub async fn end_session(
    page: Page,
    signed_in: SignedIn,
    label: Path<String>,
) -> Result<HttpResponse, Error> {
    let account = signed_in.id;
    let origin = page.origin();
    page.board
        .write(move |db| {
            Session::end_labelled(db, account, &label)?;
            let about = Subject::Account(account);
            Ok(origin.record(db, actions::SESSION_ENDED, about, "")?)
        })
        .await?;
    Ok(page.redirect("/account", Some(notices::SESSIONS_ENDED)))
}

/// The account page, with `shown` in its fields.
pub async fn render(
    page: Page,
    signed_in: &SignedIn,
    shown: Profile,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    let now = page.board.clock.moment();
    let account = signed_in.id;
    let (sessions, factor, tokens) = page
        .board
        .read(move |db| {
            Ok((
                Session::all_of(db, account)?,
                TwoFactor::of(db, account)?,
                ApiToken::all_of(db, account)?,
            ))
        })
        .await?;
    let values = [("name", shown.name), ("email", shown.email)];
    let locale = page.locale;
    let must_confirm = verify_email::is_required(&page.board.config);
    let has_mail_server = page.board.config.smtp_url.is_some();
    page.show(
        "accounts/account.html",
        context! {
            form => &FormView::new(locale, values, messages, ORDER),
            email => &signed_in.email,
            is_confirmed => &signed_in.verified_at.is_some(),
            must_confirm => &must_confirm,
            has_mail_server => &has_mail_server,
            has_two_factor => &factor.is_some(),
            has_api_tokens => &!tokens.is_empty(),
            sessions => &SessionRow::all(&sessions, Some(&signed_in.session), locale, now),
        },
    )
}
