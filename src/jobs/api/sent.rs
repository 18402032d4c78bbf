//! JSON from somebody who may change something. Who it is is asked first: nobody is told what is wrong
//! with a body that would not count.

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures_util::future::LocalBoxFuture;

use crate::{
    accounts::Writer,
    http::{error::Error, json::Json},
};

pub struct Sent {
    pub writer: Writer,
    pub json: Json,
}

impl FromRequest for Sent {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let writer = Writer::from_request(request, payload);
        let json = Json::from_request(request, payload);
        Box::pin(async move {
            Ok(Self {
                writer: writer.await?,
                json: json.await?,
            })
        })
    }
}
