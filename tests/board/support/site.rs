//! A site that answers as a test says.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, http::StatusCode, rt::spawn, web};

/// A site.
#[derive(Clone)]
pub struct Site {
    pub url: String,
    answers: Arc<Mutex<HashMap<String, Reply>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Asked {
    pub if_none_match: Option<String>,
    pub referer: Option<String>,
}

#[derive(Clone)]
struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    never: bool,
}

impl Site {
    pub fn start() -> Self {
        let mut site = Self {
            url: String::new(),
            answers: Arc::default(),
            asked: Arc::default(),
        };
        let served = site.clone();
        let server = HttpServer::new(move || {
            let site = web::Data::new(served.clone());
            App::new().app_data(site).default_service(web::to(answer))
        })
        .workers(1)
        .disable_signals()
        .bind("127.0.0.1:0")
        .unwrap();
        site.url = format!("http://{}", server.addrs()[0]);
        spawn(server.run());
        site
    }

    /// Answers `path`, query and all, with `body`.
    pub fn serve(&self, path: &str, body: impl Into<Vec<u8>>) {
        self.reply(path, 200, &[], body);
    }

    pub fn reply(
        &self,
        path: &str,
        status: u16,
        headers: &[(&str, &str)],
        body: impl Into<Vec<u8>>,
    ) {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let reply = Reply {
            status,
            headers: headers.iter().map(owned).collect(),
            body: body.into(),
            never: false,
        };
        self.answers.lock().unwrap().insert(path.to_owned(), reply);
    }

    /// Never answers `path`.
    pub fn hang(&self, path: &str) {
        self.reply(path, 200, &[], "");
        if let Some(reply) = self.answers.lock().unwrap().get_mut(path) {
            reply.never = true;
        }
    }

    /// What was asked for since the last look.
    pub fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }
}

async fn answer(request: HttpRequest, site: web::Data<Site>) -> HttpResponse {
    let path = request.uri().path_and_query().unwrap().to_string();
    let header = |name: &str| Some(request.headers().get(name)?.to_str().ok()?.to_owned());
    let if_none_match = header("if-none-match");
    site.asked.lock().unwrap().push(Asked {
        if_none_match: if_none_match.clone(),
        referer: header("referer"),
    });
    let reply = site.answers.lock().unwrap().get(&path).cloned();
    let Some(reply) = reply else {
        return HttpResponse::NotFound().finish();
    };
    if reply.never {
        tokio::time::sleep(Duration::from_secs(60)).await;
    }
    let etag = reply.headers.iter().find(|(name, _)| name == "etag");
    if etag.is_some() && etag.map(|(_, value)| value) == if_none_match.as_ref() {
        return HttpResponse::NotModified().finish();
    }
    let mut response = HttpResponse::build(StatusCode::from_u16(reply.status).unwrap());
    for (name, value) in reply.headers {
        response.insert_header((name, value));
    }
    response.body(reply.body)
}
