//! Rendering: a handler asks for a [`Page`] and shows a template with it.

use std::net::IpAddr;

use actix_web::{
    FromRequest, HttpMessage, HttpRequest, HttpResponse,
    cookie::Cookie,
    dev::Payload,
    http::{
        StatusCode,
        header::{self, ContentType, HeaderMap},
        uri::PathAndQuery,
    },
    web::Data,
};
use futures_util::future::LocalBoxFuture;
use tera::Context;

use super::{
    board::Board,
    error::Error,
    facts::Facts,
    flash::{self, Notice},
    layout::{self, Visit},
    next,
    page_cache::{Public, Shown},
    viewer::Viewer,
};
use crate::platform::{audit::Origin, i18n::Locale, limits::Wait};

/// A page under way: knows the board and the visitor, and so draws the layout.
pub struct Page {
    pub board: Data<Board>,
    /// Who is signed in.
    pub viewer: Option<Viewer>,
    /// The address of whoever asks, as far as it can be known.
    pub address: Option<IpAddr>,
    /// The language it is shown in.
    pub locale: Locale,
    request: HttpRequest,
    origin: Origin,
    notice: Option<Notice>,
    status: StatusCode,
    retry_after: Option<u64>,
    cookies: Vec<Cookie<'static>>,
    is_private: bool,
    public: Option<Public>,
}

impl Page {
    /// The list that somebody came from, to which an action returns; see [`next::back`].
    pub fn back(&self) -> Option<String> {
        next::back(&self.request)
    }

    /// Answers with `status` instead of 200.
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// Answers with 429, and says when another try makes sense.
    pub fn too_many(mut self, wait: Wait) -> Self {
        self.status = StatusCode::TOO_MANY_REQUESTS;
        self.retry_after = Some(wait.seconds());
        self
    }

    /// The request that is answered.
    pub fn request(&self) -> &HttpRequest {
        &self.request
    }

    /// The request's headers.
    pub fn headers(&self) -> &HeaderMap {
        self.request.headers()
    }

    /// Everybody sees this page alike, but for the layout: it may be kept and served to all of them,
    /// except that who sees more of its subject has it made anew.
    pub fn public(mut self, address: &str, subject: Option<Shown>) -> Self {
        self.public = Some(Public {
            subject,
            ..Public::at(address)
        });
        self
    }

    /// Lets no cache keep the page, though nobody is signed in.
    pub fn private(mut self) -> Self {
        self.is_private = true;
        self
    }

    /// Who asks, when, and from where, for the audit log.
    pub fn origin(&self) -> Origin {
        Origin {
            actor_id: self.viewer.as_ref().map(|viewer| viewer.id),
            ..self.origin.clone()
        }
    }

    /// Sends `cookie` along.
    pub fn cookie(mut self, cookie: Cookie<'static>) -> Self {
        self.cookies.push(cookie);
        self
    }

    /// Renders `template`. A page for somebody signed in is kept by no cache: after signing out, Back
    /// must show nothing private.
    pub fn show(self, template: &str, context: Context) -> Result<HttpResponse, Error> {
        let (templates, locale) = (&self.board.templates, self.locale);
        let visit = Visit {
            viewer: self.viewer.as_ref(),
            notice: self.notice.as_ref(),
            // A form that is shown again is not the list at the address that it was sent to.
            path: if self.request.method().is_safe() {
                self.request.path()
            } else {
                ""
            },
            address: self
                .request
                .uri()
                .path_and_query()
                .map_or("/", PathAndQuery::as_str),
        };
        let words = visit.words(templates, locale)?;
        let html = layout::render(templates, locale, template, context, &words)?;
        let private = self.is_private || self.viewer.is_some() || self.notice.is_some();
        let mut response = HttpResponse::build(self.status);
        response.content_type(ContentType::html());
        if private {
            response.insert_header((header::CACHE_CONTROL, "no-store"));
        }
        if let Some(seconds) = self.retry_after {
            response.insert_header((header::RETRY_AFTER, seconds));
        }
        if let Some(mut public) = self
            .public
            .filter(|_| !private && self.status == StatusCode::OK)
        {
            public.visit = Some(words);
            response.extensions_mut().insert(public);
        }
        if self.notice.is_some() {
            response.cookie(flash::shown(&self.board.config));
        }
        for cookie in self.cookies {
            response.cookie(cookie);
        }
        Ok(response.body(html))
    }

    /// Redirects to `location` with 303, where `notice` is shown.
    pub fn redirect(self, location: &str, notice: Option<Notice>) -> HttpResponse {
        let mut response = HttpResponse::SeeOther();
        response.insert_header((header::LOCATION, location));
        if let Some(notice) = notice {
            let viewer = self.viewer.as_ref().map(|viewer| viewer.id);
            response.cookie(notice.cookie(&self.board, viewer));
        }
        for cookie in self.cookies {
            response.cookie(cookie);
        }
        response.finish()
    }
}

impl FromRequest for Page {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let board = Board::of(&request)?;
            let viewer = board.doorkeeper.viewer(&request).await?;
            let address = request
                .extensions()
                .get::<Facts>()
                .and_then(|facts| facts.address);
            let origin = Facts::origin_of(&request);
            let viewer_id = viewer.as_ref().map(|viewer| viewer.id);
            let notice = Notice::sent(request.headers(), &board, viewer_id);
            Ok(Self {
                viewer,
                locale: board.config.locale,
                board,
                address,
                origin,
                notice,
                request,
                status: StatusCode::OK,
                retry_after: None,
                cookies: Vec::new(),
                is_private: false,
                public: None,
            })
        })
    }
}
