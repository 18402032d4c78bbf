//! The page for an error, in the site's look.

use actix_web::{
    HttpResponse,
    body::BoxBody,
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
};
use tera::{Context, context};

use super::{
    board::Board,
    edge::Facts,
    error::Told,
    page,
    problem::{Invalid, Problem},
    surface,
    viewer::Viewer,
};

/// A page of a feature's own for an error.
#[derive(Clone, Debug)]
pub struct OwnPage {
    pub status: StatusCode,
    pub template: &'static str,
    pub context: Context,
}

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
    let advice = told.as_ref().map_or(advice, |Told(told)| told);
    if surface::is_api(&facts.path) {
        let errors = response.extensions_mut().remove::<Vec<Invalid>>();
        let problem = Problem {
            kind: "about:blank",
            title,
            status: status.as_u16(),
            detail: advice.to_owned(),
            request_id: facts.id.clone(),
            errors: errors.unwrap_or_default(),
        };
        let body = serde_json::to_string(&problem).unwrap_or_default();
        return with_body(response, body, "application/problem+json");
    }
    let (template, mut context) = match own {
        Some(own) => (own.template, own.context),
        None => (
            "error.html",
            context! {
                status => &status.as_u16(),
                title => title,
                advice => advice,
                request_id => &facts.id,
                ours => &status.is_server_error(),
            },
        ),
    };
    page::add_layout(&mut context, viewer, None, &facts.path);
    let html = board
        .templates
        .render(template, &context)
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
fn words(status: StatusCode) -> (&'static str, &'static str) {
    match status.as_u16() {
        400 => (
            "That request made no sense",
            "Something in the address or the form was not what this page understands.",
        ),
        401 => (
            "Sign in first",
            "Send the token of a session as Authorization: Bearer, or its cookie.",
        ),
        403 => (
            "That is not allowed",
            "The request came from another site, or this is not yours to change.",
        ),
        410 => (
            "No longer here",
            "What was here was taken down and will not come back. There may be others like it.",
        ),
        412 => (
            "Somebody was faster",
            "This changed since the version that If-Match names. Fetch it again, and repeat your change.",
        ),
        428 => (
            "Which version?",
            "Send If-Match with the ETag of the version that you change, so that nobody's change is lost.",
        ),
        404 => (
            "Nothing here",
            "The page may have moved, the job may be gone, or the address has a typo.",
        ),
        405 => (
            "Not that way",
            "This address exists, but it cannot be used like this.",
        ),
        408 => (
            "That took too long to arrive",
            "The connection may be slow. Go back and send it again.",
        ),
        409 => (
            "Somebody was faster",
            "This was changed in the meantime. Go back, reload, and try again.",
        ),
        413 => (
            "That is too much",
            "What you sent is larger than this board takes. Go back and shorten it.",
        ),
        415 => (
            "That is not a form",
            "This address takes the form of its page and nothing else.",
        ),
        422 => (
            "Something is missing or wrong",
            "Look at what was sent once more.",
        ),
        431 => (
            "Too much before the request",
            "Its address, cookies and other headers are more than this board takes. Delete the cookies of this site, and try again.",
        ),
        429 => (
            "One moment",
            "Too much is going on at once. Wait a little, then try again.",
        ),
        503 => (
            "Back in a moment",
            "The board cannot reach its database right now. Nothing is lost. Try again in a few seconds.",
        ),
        _ if status.is_server_error() => (
            "That went wrong here",
            "The mistake is ours and it was noted. Try again, and if it stays, tell whoever runs this board the number below.",
        ),
        _ => (
            "That did not work",
            "The request could not be answered as it was sent.",
        ),
    }
}
