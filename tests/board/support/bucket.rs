//! A server that speaks S3's protocol, as far as the board does. It asks for signatures as Amazon does
//! (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html).

mod signature;

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex},
    time::Duration,
};

use actix_web::{
    App, HttpRequest, HttpResponse, HttpServer,
    http::{Method, StatusCode},
    rt::spawn,
    web::{self, Bytes},
};

use self::signature::{check, header};

pub const KEY_ID: &str = "AKIDEXAMPLE";
pub const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

/// Names in one answer to a request for a list.
const LISTED_AT_ONCE: usize = 2;

/// A server with one bucket, `jobs`.
#[derive(Clone)]
pub struct Bucket {
    pub url: String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    objects: BTreeMap<String, Object>,
    faults: VecDeque<Fault>,
    asked: usize,
}

#[derive(Clone)]
struct Object {
    content: Bytes,
    media_type: String,
}

/// What is done to a request.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    Answer(u16),
    Wait(Duration),
}

impl Bucket {
    pub fn start() -> Self {
        let mut bucket = Self {
            url: String::new(),
            state: Arc::default(),
        };
        let served = bucket.clone();
        let server = HttpServer::new(move || {
            let bucket = web::Data::new(served.clone());
            App::new()
                .app_data(bucket)
                .app_data(web::PayloadConfig::new(16 * 1024 * 1024))
                .default_service(web::to(answer))
        })
        .workers(1)
        .disable_signals()
        .bind("127.0.0.1:0")
        .unwrap();
        bucket.url = format!("http://{}", server.addrs()[0]);
        spawn(server.run());
        bucket
    }

    /// The settings of a board that keeps its files here.
    pub fn settings(&self) -> [(&str, &str); 4] {
        [
            ("FILES_URL", "s3://jobs/board/files"),
            ("AWS_ENDPOINT_URL", &self.url),
            ("AWS_ACCESS_KEY_ID", KEY_ID),
            ("AWS_SECRET_ACCESS_KEY", SECRET),
        ]
    }

    /// Does this to the next requests.
    pub fn fail(&self, faults: &[Fault]) {
        self.state.lock().unwrap().faults.extend(faults);
    }

    /// The keys of all objects.
    pub fn keys(&self) -> Vec<String> {
        self.state.lock().unwrap().objects.keys().cloned().collect()
    }

    /// The media type that an object was sent with.
    pub fn media_type(&self, key: &str) -> String {
        self.state.lock().unwrap().objects[key].media_type.clone()
    }

    /// Puts an object there as another program would.
    pub fn put(&self, key: &str, content: &'static [u8]) {
        let object = Object {
            content: Bytes::from_static(content),
            media_type: String::new(),
        };
        self.state
            .lock()
            .unwrap()
            .objects
            .insert(key.to_owned(), object);
    }

    /// How many requests there were since the last look.
    pub fn asked(&self) -> usize {
        std::mem::take(&mut self.state.lock().unwrap().asked)
    }
}

async fn answer(request: HttpRequest, body: Bytes, bucket: web::Data<Bucket>) -> HttpResponse {
    let fault = {
        let mut state = bucket.state.lock().unwrap();
        state.asked += 1;
        state.faults.pop_front()
    };
    match fault {
        Some(Fault::Answer(status)) => return refusal(status, "InternalError"),
        Some(Fault::Wait(time)) => tokio::time::sleep(time).await,
        None => {}
    }
    if let Err(code) = check(&request, &body) {
        return refusal(403, code);
    }
    let mut state = bucket.state.lock().unwrap();
    let Some(path) = request.path().strip_prefix("/jobs") else {
        return refusal(404, "NoSuchBucket");
    };
    let key = path.trim_start_matches('/').to_owned();
    match *request.method() {
        Method::GET if key.is_empty() => list(&state, request.query_string()),
        Method::GET => match state.objects.get(&key) {
            Some(object) => HttpResponse::Ok()
                .insert_header(("content-type", object.media_type.as_str()))
                .insert_header(("etag", "\"1\""))
                .insert_header(("last-modified", "Tue, 01 Sep 2026 10:00:00 GMT"))
                .body(object.content.clone()),
            None => refusal(404, "NoSuchKey"),
        },
        Method::PUT => {
            let media_type = header(&request, "content-type").unwrap_or("").to_owned();
            let object = Object {
                content: body,
                media_type,
            };
            state.objects.insert(key, object);
            HttpResponse::Ok().insert_header(("etag", "\"1\"")).finish()
        }
        Method::DELETE => {
            state.objects.remove(&key);
            HttpResponse::NoContent().finish()
        }
        _ => refusal(405, "MethodNotAllowed"),
    }
}

fn list(state: &State, query: &str) -> HttpResponse {
    let query: BTreeMap<_, _> = form_urlencoded::parse(query.as_bytes()).collect();
    assert_eq!(query["list-type"], "2");
    let prefix = query.get("prefix").map_or("", AsRef::as_ref);
    let after = query.get("continuation-token").map_or("", AsRef::as_ref);
    let keys = state.objects.keys().filter(|key| key.starts_with(prefix));
    let mut keys: Vec<_> = keys.filter(|key| key.as_str() > after).collect();
    let is_truncated = keys.len() > LISTED_AT_ONCE;
    keys.truncate(LISTED_AT_ONCE);
    let next = keys
        .last()
        .filter(|_| is_truncated)
        .map_or("".into(), |key| {
            format!("<NextContinuationToken>{key}</NextContinuationToken>")
        });
    let contents: String = keys
        .iter()
        .map(|key| {
            let size = state.objects[*key].content.len();
            format!(
                "<Contents><Key>{key}</Key><LastModified>2026-09-01T10:00:00.000Z</LastModified>\
                 <ETag>\"1\"</ETag><Size>{size}</Size></Contents>"
            )
        })
        .collect();
    HttpResponse::Ok().content_type("application/xml").body(format!(
        "<ListBucketResult><Name>jobs</Name><IsTruncated>{is_truncated}</IsTruncated>{next}{contents}\
         </ListBucketResult>"
    ))
}

fn refusal(status: u16, code: &str) -> HttpResponse {
    HttpResponse::build(StatusCode::from_u16(status).unwrap())
        .content_type("application/xml")
        .body(format!(
            "<Error><Code>{code}</Code><Message>{code}</Message></Error>"
        ))
}
