//! `/admin/settings`: the form.

use actix_web::{HttpResponse, http::StatusCode};
use chrono::NaiveDateTime;
use data_encoding::BASE64;
use diesel::prelude::*;
use tera::context;

use super::{
    actions, link, notices,
    typed::{self, Typed},
};
use crate::{
    accounts::{Admin, sign_in},
    http::{
        error::Error,
        form::{Form, FormView, Messages, upload::Upload},
        page::Page,
    },
    jobs::pay_rules::Policy,
    platform::{
        audit::Subject,
        brand::{Chosen, Logo},
        db::{Db, text_enum::TextEnum},
        i18n::Message,
        schema::{accounts, audit_log},
    },
};

const PATH: &str = "/admin/settings";

/// `GET /admin/settings`
pub async fn show(page: Page, _: Admin) -> Result<HttpResponse, Error> {
    page.board.read_brand().await?;
    let form = typed::current(&page.board, page.locale);
    render(page, &form, None)
}

/// `POST /admin/settings`. What was typed survives the end of a session.
pub async fn update(
    page: Page,
    admin: Result<Admin, Error>,
    sent: Upload,
) -> Result<HttpResponse, Error> {
    sign_in::carrying(admin, PATH, &sent.form)?;
    page.board.read_brand().await?;
    let before = page.board.brand();
    let Typed {
        mut chosen,
        messages,
        new_logo,
    } = Typed::read(&sent, &before.chosen, &page.board.config).await;
    if !messages.is_empty() {
        let form = typed::again(&page.board, page.locale, &sent.form, messages);
        let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
        return render(page, &form, new_logo.as_ref());
    }
    chosen.version = typed::version(&sent.form).unwrap_or(before.chosen.version);
    let origin = page.origin();
    let is_saved = page
        .board
        .write(move |db| {
            let changed = Chosen::load(db)?.differences(&chosen).join(", ");
            if !chosen.save(db)? {
                return Ok(false);
            }
            origin.record(db, actions::SETTINGS_CHANGED, Subject::Board, &changed)?;
            Ok(true)
        })
        .await?;
    page.board.read_brand().await?;
    if !is_saved {
        return conflict(page, sent.form, new_logo.as_ref()).await;
    }
    Ok(page.redirect(PATH, Some(notices::SAVED)))
}

/// The form as it was typed, with 409, because somebody else saved the settings since it was opened. Sent
/// again, it replaces what they saved.
async fn conflict(
    page: Page,
    mut typed: Form,
    new_logo: Option<&Logo>,
) -> Result<HttpResponse, Error> {
    let last = page.board.read(|db| Ok(last_change(db)?)).await?;
    let now = page.board.clock.moment();
    let message = match last {
        Some((who, at)) => Message::new("settings-changed-by")
            .with("who", who)
            .with("ago", page.locale.ago(at, now)),
        None => Message::new("settings-changed-meanwhile"),
    };
    typed.set("version", page.board.brand().chosen.version.to_string());
    let form = typed::again(&page.board, page.locale, &typed, Messages::default())
        .with_trouble(page.locale.text(&message));
    render(page.status(StatusCode::CONFLICT), &form, new_logo)
}

/// Who changed the settings last, and when.
fn last_change(db: &mut Db) -> QueryResult<Option<(String, NaiveDateTime)>> {
    audit_log::table
        .inner_join(accounts::table)
        .filter(audit_log::action.eq(actions::SETTINGS_CHANGED.name))
        .order(audit_log::id.desc())
        .select((accounts::email, audit_log::at))
        .first(db)
        .optional()
}

fn render(page: Page, form: &FormView, new_logo: Option<&Logo>) -> Result<HttpResponse, Error> {
    let board = page.board.clone();
    let text = |key: Message| page.locale.text(&key);
    let headers = [
        ("logo", text(Message::new("settings-header-logo"))),
        ("both", text(Message::new("settings-header-both"))),
    ];
    let policy = |policy: &Policy| (policy.as_str(), text(policy.label()));
    let pay_rules: Vec<(&str, String)> = Policy::ALL.iter().map(policy).collect();
    page.show(
        "settings/settings.html",
        context! {
            area => "settings",
            form => form,
            headers => &headers,
            pay_rules => &pay_rules,
            most_links => &link::MOST,
            longest_introduction => &typed::LONGEST_INTRODUCTION,
            new_logo => &new_logo.map(|logo| BASE64.encode(&logo.png)),
            is_name_fixed => &board.config.site_name.is_some(),
            has_color => &board.brand().chosen.color.is_some(),
            is_color_fixed => &board.config.brand_color.is_some(),
        },
    )
}
