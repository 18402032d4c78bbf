//! The page for an error, in the site's look.

use actix_web::{
    HttpResponse,
    body::BoxBody,
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
};
use tera::context;

use super::{
    board::Board,
    error::{OwnPage, Told},
    facts::Facts,
    layout::{self, Visit},
    problem::{Problem, Wrong},
    surface,
    viewer::Viewer,
};
use crate::platform::i18n::Message;

/// What the board itself answers with; the errors of libraries are plain text.
const OURS: [&[u8]; 2] = [b"text/html", b"application/json"];

/// Whether `response` is an error that nobody drew a page for.
pub fn is_missing(response: &HttpResponse) -> bool {
    let status = response.status();
    let drawn = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| OURS.iter().any(|ours| kind.as_bytes().starts_with(ours)));
    (status.is_client_error() || status.is_server_error()) && !drawn
}

/// Puts the page into `response`, keeping its status and headers.
pub fn draw(
    board: &Board,
    facts: &Facts,
    viewer: Option<&Viewer>,
    mut response: HttpResponse,
) -> HttpResponse {
    let status = response.status();
    let told = response.extensions().get::<Told>().cloned();
    let own = response.extensions().get::<OwnPage>().cloned();
    let (title, advice) = words(status);
    let (title, advice) = match told {
        Some(told) => (told.title.unwrap_or(title), told.advice),
        None => (title, advice),
    };
    let locale = board.config.locale;
    let (title, advice) = (locale.text(&title), locale.text(&advice));
    if surface::is_api(&facts.path) {
        let errors = response.extensions_mut().remove::<Vec<Wrong>>();
        let problem = Problem {
            kind: "about:blank",
            title,
            status: status.as_u16(),
            detail: advice,
            request_id: facts.id.clone(),
            errors: errors
                .unwrap_or_default()
                .into_iter()
                .map(|wrong| wrong.told(locale))
                .collect(),
        };
        let body = serde_json::to_string(&problem).unwrap_or_default();
        return with_body(response, body, "application/problem+json");
    }
    let (template, context) = match own {
        Some(own) => (own.template, own.context),
        None => (
            "error.html",
            context! {
                status => &status.as_u16(),
                title => &title,
                advice => &advice,
                request_id => &facts.id,
                ours => &status.is_server_error(),
            },
        ),
    };
    let visit = Visit {
        viewer,
        path: &facts.path,
        ..Visit::default()
    };
    let templates = &board.templates;
    let html = visit
        .words(templates, locale)
        .and_then(|words| layout::render(templates, locale, template, context, &words))
        .unwrap_or_else(|error| {
            tracing::error!(%error, "the error page could not be drawn");
            format!("<!doctype html><title>{title}</title><h1>{title}</h1><p>{advice}</p>")
        });
    with_body(response, html, "text/html; charset=utf-8")
}

/// `response` with another body, which no cache keeps.
fn with_body(response: HttpResponse, body: String, media_type: &'static str) -> HttpResponse {
    let mut response = response.set_body(BoxBody::new(body));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.remove(header::CONTENT_ENCODING);
    response
}

/// A heading and what the person can do about it.
fn words(status: StatusCode) -> (Message, Message) {
    match status.as_u16() {
        400 => (
            Message::new("http-error-400"),
            Message::new("http-error-400-advice"),
        ),
        401 => (
            Message::new("http-error-401"),
            Message::new("http-error-401-advice"),
        ),
        403 => (
            Message::new("http-error-403"),
            Message::new("http-error-403-advice"),
        ),
        410 => (
            Message::new("http-error-410"),
            Message::new("http-error-410-advice"),
        ),
        412 => (
            Message::new("http-error-412"),
            Message::new("http-error-412-advice"),
        ),
        428 => (
            Message::new("http-error-428"),
            Message::new("http-error-428-advice"),
        ),
        404 => (
            Message::new("http-error-404"),
            Message::new("http-error-404-advice"),
        ),
        405 => (
            Message::new("http-error-405"),
            Message::new("http-error-405-advice"),
        ),
        408 => (
            Message::new("http-error-408"),
            Message::new("http-error-408-advice"),
        ),
        409 => (
            Message::new("http-error-409"),
            Message::new("http-error-409-advice"),
        ),
        413 => (
            Message::new("http-error-413"),
            Message::new("http-error-413-advice"),
        ),
        415 => (
            Message::new("http-error-415"),
            Message::new("http-error-415-advice"),
        ),
        422 => (
            Message::new("http-error-422"),
            Message::new("http-error-422-advice"),
        ),
        431 => (
            Message::new("http-error-431"),
            Message::new("http-error-431-advice"),
        ),
        429 => (
            Message::new("http-error-429"),
            Message::new("http-error-429-advice"),
        ),
        503 => (
            Message::new("http-error-503"),
            Message::new("http-error-503-advice"),
        ),
        _ if status.is_server_error() => (
            Message::new("http-error-server"),
            Message::new("http-error-server-advice"),
        ),
        _ => (
            Message::new("http-error-other"),
            Message::new("http-error-other-advice"),
        ),
    }
}
