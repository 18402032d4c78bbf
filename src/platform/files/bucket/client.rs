//! Requests to a bucket, sent by the client that the board sends its other requests with: `object_store` would
//! bring HTTP/2 for its own.

use std::time::Duration;

use futures_util::{FutureExt, future::BoxFuture};
use object_store::{
    ClientOptions,
    client::{
        HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpService,
    },
};
use reqwest::{Body, Client, Request, redirect::Policy};

/// Most bytes of an answer: files are smaller, and so is a list of a thousand.
const LARGEST: usize = 16 * 1024 * 1024;

#[derive(Debug)]
pub struct Connector {
    /// How long one try may take.
    pub patience: Duration,
}

#[derive(Debug)]
struct Sender(Client);

#[derive(Debug, thiserror::Error)]
#[error("the answer is longer than {LARGEST} bytes")]
struct TooLong;

impl HttpConnector for Connector {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        let client = Client::builder()
            .timeout(self.patience)
            .redirect(Policy::none())
            .no_proxy()
            .build()
            .map_err(|error| object_store::Error::Generic {
                store: "S3",
                source: Box::new(error),
            })?;
        Ok(HttpClient::new(Sender(client)))
    }
}

impl HttpService for Sender {
    fn call<'a, 'b>(
        &'a self,
        request: HttpRequest,
    ) -> BoxFuture<'b, Result<HttpResponse, HttpError>>
    where
        'a: 'b,
        Self: 'b,
    {
        self.send(request).boxed()
    }
}

impl Sender {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (parts, body) = request.into_parts();
        let url = parts.uri.to_string().parse();
        let url =
            url.map_err(|error: url::ParseError| HttpError::new(HttpErrorKind::Unknown, error))?;
        let mut request = Request::new(parts.method, url);
        *request.headers_mut() = parts.headers;
        *request.body_mut() = Some(Body::wrap(body));
        let mut answer = self.0.execute(request).await.map_err(failed)?;
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(failed)? {
            if body.len() + chunk.len() > LARGEST {
                return Err(HttpError::new(HttpErrorKind::Decode, TooLong));
            }
            body.extend_from_slice(&chunk);
        }
        let mut response = HttpResponse::new(body.into());
        *response.status_mut() = answer.status();
        *response.headers_mut() = answer.headers().clone();
        Ok(response)
    }
}

fn failed(error: reqwest::Error) -> HttpError {
    let kind = if error.is_timeout() {
        HttpErrorKind::Timeout
    } else if error.is_connect() {
        HttpErrorKind::Connect
    } else {
        HttpErrorKind::Interrupted
    };
    HttpError::new(kind, error.without_url())
}
