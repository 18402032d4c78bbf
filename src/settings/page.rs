//! `/admin/settings`: the form.

use actix_web::{HttpResponse, http::StatusCode};
use data_encoding::BASE64;
use tera::context;

use super::{
    actions, link, notices,
    typed::{self, Typed},
};
use crate::{
    accounts::{Admin, Pending, sign_in},
    http::{
        error::Error,
        form::{FormView, upload::Upload},
        page::Page,
    },
    platform::{
        audit::Subject,
        brand::{Chosen, Logo},
        i18n::Message,
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
    match admin {
        Err(Error::SignInFirst { .. }) => {
            return Err(sign_in::again(&Pending {
                to: PATH.to_owned(),
                fields: sent.form.encode(),
            }));
        }
        admin => admin?,
    };
    page.board.read_brand().await?;
    let before = page.board.brand();
    let Typed {
        chosen,
        messages,
        new_logo,
    } = Typed::read(&sent, &before.chosen, &page.board.config).await?;
    if !messages.is_empty() {
        let form = typed::again(&page.board, page.locale, &sent.form, messages);
        let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
        return render(page, &form, new_logo.as_ref());
    }
    let origin = page.origin();
    page.board
        .write(move |db| {
            let changed = Chosen::load(db)?.differences(&chosen).join(", ");
            chosen.save(db)?;
            origin.record(db, actions::SETTINGS_CHANGED, Subject::Board, &changed)?;
            Ok(())
        })
        .await?;
    page.board.read_brand().await?;
    Ok(page.redirect(PATH, Some(notices::SAVED)))
}

fn render(page: Page, form: &FormView, new_logo: Option<&Logo>) -> Result<HttpResponse, Error> {
    let board = page.board.clone();
    let text = |key: Message| page.locale.text(&key);
    let headers = [
        ("logo", text(Message::new("settings-header-logo"))),
        ("both", text(Message::new("settings-header-both"))),
    ];
    page.show(
        "settings/settings.html",
        context! {
            area => "settings",
            form => form,
            headers => &headers,
            most_links => &link::MOST,
            longest_introduction => &typed::LONGEST_INTRODUCTION,
            new_logo => &new_logo.map(|logo| BASE64.encode(&logo.png)),
            is_name_fixed => &board.config.site_name.is_some(),
            has_color => &board.brand().chosen.color.is_some(),
            is_color_fixed => &board.config.brand_color.is_some(),
        },
    )
}
