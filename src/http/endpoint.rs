//! What a feature serves: a method of a path, who may call it, and the handler.

use std::collections::HashMap;

use actix_web::{
    FromRequest, Handler, HttpMessage, HttpRequest, Resource, Responder, Route,
    guard::{Any, Get, Head},
    http::Method,
    web::{self, ServiceConfig},
};

/// Who may call a route. The handler's argument types enforce it; a test calls each route as each
/// kind of visitor and compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Anyone.
    Anyone,
    /// Anyone with an account, and whoever posts jobs without one, once a mailed link let them in; others
    /// are sent to the sign-in page.
    Poster,
    /// Anyone with an account; others are sent to the sign-in page.
    SignedIn,
    /// Administrators; for other accounts the address does not exist.
    Admin,
}

impl Guard {
    /// For a list on a terminal.
    pub fn label(self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::Poster => "signed in, or by a mailed link",
            Self::SignedIn => "signed in",
            Self::Admin => "administrators",
        }
    }
}

/// One method of one path.
pub struct Endpoint {
    pub method: Method,
    pub path: &'static str,
    pub guard: Guard,
    route: Route,
}

/// The route of a request that has none.
pub const UNKNOWN: &str = "none";

/// The pattern of a route: an endpoint's resource carries it, and so does a request that is answered
/// before it is routed.
#[derive(Clone, Copy)]
pub struct RouteOf(pub &'static str);

/// On the resources of [`Guard::Poster`].
#[derive(Clone, Copy)]
struct OpenToGuests;

/// Whether whoever posts jobs without an account may use the route of `request`.
pub fn is_open_to_guests(request: &HttpRequest) -> bool {
    request.app_data::<OpenToGuests>().is_some()
}

/// The route that a request was for, by its pattern.
pub fn route_of(request: &HttpRequest) -> &'static str {
    if let Some(RouteOf(route)) = request.extensions().get() {
        return route;
    }
    request
        .app_data::<RouteOf>()
        .map_or(UNKNOWN, |RouteOf(route)| route)
}

/// Adds endpoints to an application, in their order. One resource a path, so that a wrong method is a
/// 405 that names the right ones.
pub fn configure(app: &mut ServiceConfig, endpoints: Vec<Endpoint>) {
    let mut paths: Vec<&'static str> = Vec::new();
    let mut resources: HashMap<&'static str, Resource> = HashMap::new();
    for endpoint in endpoints {
        let path = endpoint.path;
        let mut resource = resources.remove(path).unwrap_or_else(|| {
            paths.push(path);
            web::resource(path).app_data(RouteOf(path))
        });
        if endpoint.guard == Guard::Poster {
            resource = resource.app_data(OpenToGuests);
        }
        resources.insert(path, resource.route(endpoint.route));
    }
    for path in paths {
        if let Some(resource) = resources.remove(path) {
            app.service(resource);
        }
    }
}

pub fn get<F, Args>(path: &'static str, guard: Guard, handler: F) -> Endpoint
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let read = Any(Get()).or(Head());
    Endpoint {
        method: Method::GET,
        path,
        guard,
        route: web::route().guard(read).to(handler),
    }
}

pub fn post<F, Args>(path: &'static str, guard: Guard, handler: F) -> Endpoint
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Endpoint {
        method: Method::POST,
        path,
        guard,
        route: web::post().to(handler),
    }
}

pub fn put<F, Args>(path: &'static str, guard: Guard, handler: F) -> Endpoint
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Endpoint {
        method: Method::PUT,
        path,
        guard,
        route: web::put().to(handler),
    }
}

pub fn patch<F, Args>(path: &'static str, guard: Guard, handler: F) -> Endpoint
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Endpoint {
        method: Method::PATCH,
        path,
        guard,
        route: web::patch().to(handler),
    }
}

pub fn delete<F, Args>(path: &'static str, guard: Guard, handler: F) -> Endpoint
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Endpoint {
        method: Method::DELETE,
        path,
        guard,
        route: web::delete().to(handler),
    }
}
