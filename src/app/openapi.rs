//! The description of the API, made from the code (OpenAPI 3.1), and Swagger UI to read and try it.

use std::sync::Arc;

use actix_web::{
    HttpResponse,
    http::header::{self, HeaderValue},
    web::{Data, Path},
};
use tera::Context;
use utoipa::{
    Modify, OpenApi,
    openapi::{
        Components, Server,
        security::{
            ApiKey, ApiKeyValue, Flow, Http, HttpAuthScheme, OAuth2, Password, Scopes,
            SecurityScheme,
        },
    },
};
use utoipa_swagger_ui::Config;

use super::Board;
use crate::{
    accounts::sessions::cookie,
    http::{
        endpoint::{Endpoint, Guard, get},
        error::Error,
        feature::Feature,
        headers,
        page::Page,
        page_cache::Public,
        problem::Problem,
    },
};

pub const ADDRESS: &str = "/api/openapi.json";

pub const FEATURE: Feature = Feature {
    name: "api",
    endpoints,
    ..Feature::EMPTY
};

fn endpoints() -> Vec<Endpoint> {
    vec![
        get(ADDRESS, Guard::Anyone, show),
        get("/docs", Guard::Anyone, page),
        get("/docs/{file:.*}", Guard::Anyone, docs),
    ]
}

/// What the parts of the features are put into.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Job board",
        description = "Find and manage jobs. Jobs are described with schema.org's JobPosting. To sign in, send a token in `Authorization: Bearer`: create one on your account page, or get one from `/login/token`. The cookie of a signed-in browser works, too. Errors are problem details (RFC 9457)."
    ),
    components(schemas(Problem)),
    modifiers(&Security)
)]
struct Api;

struct Security;

impl Modify for Security {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        let password = Password::new("/login/token", Scopes::new());
        let components = api.components.get_or_insert_with(Components::new);
        components.add_security_scheme("token", bearer());
        components.add_security_scheme(
            "password",
            SecurityScheme::OAuth2(OAuth2::new([Flow::Password(password)])),
        );
    }
}

fn bearer() -> SecurityScheme {
    let mut http = Http::new(HttpAuthScheme::Bearer);
    http.description = Some("An API token. Create one at /account/tokens.".into());
    SecurityScheme::Http(http)
}

/// The description of `board`'s API.
pub fn describe(board: &Board) -> utoipa::openapi::OpenApi {
    let mut api = Api::openapi();
    for part in board.features.iter().filter_map(|feature| (feature.api)()) {
        api.merge(part);
    }
    api.info.title.clone_from(&board.brand().site_name);
    api.servers = Some(vec![Server::new("/")]);
    let cookie = ApiKeyValue::with_description(
        cookie::name(&board.config),
        "The session cookie. Browsers send it when you are signed in.",
    );
    let components = api.components.get_or_insert_with(Components::new);
    components.add_security_scheme("cookie", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    api
}

/// `GET /api/openapi.json`
pub async fn show(board: Data<Board>) -> HttpResponse {
    let mut response = HttpResponse::Ok().json(describe(&board));
    response.extensions_mut().insert(Public::at(ADDRESS));
    response
}

/// `GET /docs/{file}`: Swagger UI, from inside the program.
pub async fn docs(file: Path<String>) -> Result<HttpResponse, Error> {
    if file.as_str() == "index.html" {
        return Ok(HttpResponse::MovedPermanently()
            .insert_header((header::LOCATION, "/docs"))
            .finish());
    }
    let config = Config::from(ADDRESS)
        .persist_authorization(false)
        .use_base_layout()
        .validator_url("none");
    let file = utoipa_swagger_ui::serve(&file, Arc::new(config))
        .map_err(|error| Error::internal(error.to_string()))?
        .ok_or(Error::NotFound)?;
    let mut response = HttpResponse::Ok();
    response.content_type(file.content_type);
    if file.gzpipped {
        response.insert_header((header::CONTENT_ENCODING, "gzip"));
    }
    let mut response = response.body(file.bytes.into_owned());
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(headers::SWAGGER_POLICY),
    );
    Ok(response)
}

/// `GET /docs`: the board's own page around Swagger UI.
pub async fn page(page: Page) -> Result<HttpResponse, Error> {
    let mut response = page.show("docs.html", Context::new())?;
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(headers::SWAGGER_POLICY),
    );
    Ok(response)
}
