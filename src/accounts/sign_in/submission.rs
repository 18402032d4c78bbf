//! A form that only somebody signed in may send. Where the session ended while the form was being
//! filled in, what was typed survives: the sign-in page carries it along, and the page after it
//! offers to send it.

use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload};
use futures_util::future::LocalBoxFuture;
use serde::Serialize;
use tera::context;

use crate::{
    accounts::{guards::SignedIn, sign_in},
    http::{error::Error, form::Form, next::local_path, page::Page},
};

/// Who sent a form, and the form.
pub struct Submission {
    pub signed_in: SignedIn,
    pub form: Form,
}

/// A form that waits for its sender to sign in again.
#[derive(Clone, Debug, Serialize)]
pub struct Pending {
    /// The address it was sent to.
    pub to: String,
    /// Its fields, as a browser encodes them.
    pub fields: String,
}

impl Pending {
    /// The form that the sign-in page carried along in `pending_to` and `pending_fields`.
    pub fn carried_by(form: &Form) -> Option<Self> {
        let to = local_path(form.value("pending_to"))?;
        Some(Self {
            to: to.to_owned(),
            fields: form.value("pending_fields").to_owned(),
        })
    }

    /// The page that offers to send it.
    pub fn offer(&self, page: Page) -> Result<HttpResponse, Error> {
        let form = Form::decode(&self.fields);
        page.show(
            "accounts/pending.html",
            context! { to => &self.to, fields => &form.fields() },
        )
    }
}

/// What a guard says of whoever sent `form` to the address `to`. Where it asks them to sign in first, the sign-in page
/// carries the form along.
///
/// # Errors
/// Those of the guard.
pub fn carrying<T>(guarded: Result<T, Error>, to: &str, form: &Form) -> Result<T, Error> {
    guarded.map_err(|error| match error {
        Error::SignInFirst { .. } => sign_in::again(&Pending {
            to: to.to_owned(),
            fields: form.encode(),
        }),
        error => error,
    })
}

impl FromRequest for Submission {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let to = request.path().to_owned();
        let signed_in = SignedIn::from_request(request, payload);
        let form = Form::from_request(request, payload);
        Box::pin(async move {
            match signed_in.await {
                Ok(signed_in) => Ok(Self {
                    signed_in,
                    form: form.await?,
                }),
                Err(Error::SignInFirst { .. }) => Err(sign_in::again(&Pending {
                    to,
                    fields: form.await?.encode(),
                })),
                Err(error) => Err(error),
            }
        })
    }
}
