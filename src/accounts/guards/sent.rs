//! JSON from somebody who may change something. Who it is is asked first: nobody is told what is wrong
//! with a body that would not count.

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures_util::future::LocalBoxFuture;

use super::caller::Writer;
use crate::http::{error::Error, json::Json};

/// JSON, and the guard that whoever sent it has passed.
pub struct Sent<W = Writer> {
    pub writer: W,
    pub json: Json,
}

impl<W: FromRequest<Error = Error> + 'static> FromRequest for Sent<W> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let writer = W::from_request(request, payload);
        let json = Json::from_request(request, payload);
        Box::pin(async move {
            Ok(Self {
                writer: writer.await?,
                json: json.await?,
            })
        })
    }
}
