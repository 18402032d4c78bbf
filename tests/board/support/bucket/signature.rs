//! Signatures of requests, version 4.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use aws_lc_rs::{
    digest::{SHA256, digest},
    hmac,
};
use data_encoding::HEXLOWER;

use super::{KEY_ID, SECRET};

/// The code of the error that Amazon would answer with, where the signature is not right.
pub fn check(request: &HttpRequest, body: &[u8]) -> Result<(), &'static str> {
    let authorization = header(request, "authorization").ok_or("AccessDenied")?;
    let parts = authorization.strip_prefix("AWS4-HMAC-SHA256 ");
    let parts: BTreeMap<&str, &str> = parts
        .ok_or("InvalidRequest")?
        .split(", ")
        .filter_map(|part| part.split_once('='))
        .collect();
    let (id, scope) = parts["Credential"]
        .split_once('/')
        .ok_or("InvalidRequest")?;
    if id != KEY_ID {
        return Err("InvalidAccessKeyId");
    }
    let (time, hash) = (
        header(request, "x-amz-date").ok_or("AccessDenied")?,
        header(request, "x-amz-content-sha256").ok_or("AccessDenied")?,
    );
    if hash != sha256(body) {
        return Err("XAmzContentSHA256Mismatch");
    }
    let mut scoped = scope.split('/');
    let mut key = format!("AWS4{SECRET}").into_bytes();
    let mut last = "";
    for part in scoped.by_ref() {
        key = signed(&key, part);
        last = part;
    }
    if !time.starts_with(scope.split('/').next().unwrap_or("-")) || last != "aws4_request" {
        return Err("AuthorizationHeaderMalformed");
    }
    let names = parts["SignedHeaders"];
    for needed in ["host", "x-amz-content-sha256", "x-amz-date"] {
        if !names.split(';').any(|name| name == needed) {
            return Err("AccessDenied");
        }
    }
    let headers: String = names
        .split(';')
        .map(|name| format!("{name}:{}\n", header(request, name).unwrap_or("").trim()))
        .collect();
    let mut query: Vec<String> = request
        .query_string()
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            if part.contains('=') {
                part.into()
            } else {
                format!("{part}=")
            }
        })
        .collect();
    query.sort_unstable();
    let canonical = format!(
        "{}\n{}\n{}\n{headers}\n{names}\n{hash}",
        request.method(),
        request.uri().path(),
        query.join("&"),
    );
    let text = format!(
        "AWS4-HMAC-SHA256\n{time}\n{scope}\n{}",
        sha256(canonical.as_bytes())
    );
    let signature = HEXLOWER.encode(&signed(&key, &text));
    match parts["Signature"] == signature {
        true => Ok(()),
        false => Err("SignatureDoesNotMatch"),
    }
}

fn signed(key: &[u8], text: &str) -> Vec<u8> {
    let key = hmac::Key::new(hmac::HMAC_SHA256, key);
    hmac::sign(&key, text.as_bytes()).as_ref().to_vec()
}

fn sha256(bytes: &[u8]) -> String {
    HEXLOWER.encode(digest(&SHA256, bytes).as_ref())
}

pub fn header<'a>(request: &'a HttpRequest, name: &str) -> Option<&'a str> {
    request.headers().get(name)?.to_str().ok()
}
