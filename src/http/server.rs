//! The server of the pages: actix's, on connections of the board's own, which know when they are idle
//! and put the site's headers on what actix answers by itself.

mod capacity;
mod connection;
mod connections;
mod refusal;
pub mod stopping;

use std::{
    io,
    net::{SocketAddr, TcpListener},
    num::NonZeroUsize,
    rc::Rc,
    thread::available_parallelism,
    time::Duration,
};

use actix_http::{HttpService, Request, error::DispatchError};
use actix_server::Server;
use actix_service::{
    IntoServiceFactory, ServiceFactory, ServiceFactoryExt, fn_service, map_config,
};
use actix_web::{
    App, Error, HttpResponse,
    body::BoxBody,
    dev::{AppConfig, ServiceResponse},
    middleware::from_fn,
    rt::{net::TcpStream, spawn},
    web::{Data, ServiceConfig},
};
use actix_web_lab::middleware::CatchPanic;

use self::connections::Connections;
pub use self::{capacity::raise_descriptor_limit, stopping::Stopping};
use super::{csrf, edge, normalize, page_cache::serving};
use crate::http::board::Board;

/// Seconds that requests under way get to finish after a signal to stop.
const SHUTDOWN_SECONDS: u64 = 15;

/// Threads that ask the database, for each worker.
const BLOCKING_THREADS: usize = 4;

/// Connections that the system keeps until the board accepts them. Linux takes the lesser of this and
/// `net.core.somaxconn`, which is 4096.
const BACKLOG: i32 = 1024;

/// How long a connection without a request stays open.
const KEEP_ALIVE: Duration = Duration::from_secs(60);

/// How long a client may go on sending what is read and thrown away after an early answer.
const DISCONNECT_TIMEOUT: Duration = Duration::from_secs(1);

/// The threads that serve: one for each core.
pub fn workers() -> usize {
    available_parallelism().map_or(2, NonZeroUsize::get)
}

/// Binds the address of the pages. `configure` adds the routes.
///
/// # Errors
/// When the address cannot be bound.
pub fn bind(
    board: &Data<Board>,
    configure: fn(&mut ServiceConfig),
) -> io::Result<(SocketAddr, Server)> {
    let listener = TcpListener::bind(board.config.bind)?;
    rustix::net::listen(&listener, BACKLOG)?;
    let address = listener.local_addr()?;
    let workers = workers();
    let each = (capacity::connections(&board.config) / workers).max(1);
    let builder = Server::build();
    let stopping = builder.graceful_shutdown_signal();
    let board = board.clone();
    let server = builder
        .workers(workers)
        .worker_max_blocking_threads(BLOCKING_THREADS)
        .max_concurrent_connections(each)
        .shutdown_timeout(SHUTDOWN_SECONDS)
        .disable_signals()
        .listen("board", listener, move || {
            let connections = Connections::new(board.clone(), each);
            spawn(connections::watch(Rc::downgrade(&connections)));
            let own = board.clone();
            spawn(async move { own.stopping.read_what_came().await });
            let stopping = stopping.clone();
            let http = HttpService::build()
                .graceful_shutdown_signal(move || {
                    let stopping = stopping.clone();
                    async move { stopping.notified().await }
                })
                .keep_alive(KEEP_ALIVE)
                .client_request_timeout(board.config.headers_timeout)
                .client_disconnect_timeout(DISCONNECT_TIMEOUT)
                .local_addr(address)
                .h1(map_config(app(board.clone(), configure), |()| {
                    AppConfig::default()
                }));
            fn_service(move |stream: TcpStream| {
                let connections = connections.clone();
                async move {
                    let peer = stream.peer_addr().ok();
                    Ok::<_, DispatchError>((connections.open(stream, peer), peer))
                }
            })
            .and_then(http)
        })?
        .run();
    Ok((address, server))
}

/// The application, as each worker has it.
fn app(
    board: Data<Board>,
    configure: fn(&mut ServiceConfig),
) -> impl ServiceFactory<
    Request,
    Config = AppConfig,
    Response = ServiceResponse<BoxBody>,
    Error = HttpResponse,
    InitError = (),
> {
    App::new()
        .app_data(board)
        .configure(configure)
        .wrap(CatchPanic::default())
        .wrap(normalize::path())
        .wrap(from_fn(normalize::refuse_backslash))
        .wrap(from_fn(csrf::check))
        .wrap(from_fn(serving::serve))
        .wrap(from_fn(edge::edge))
        .into_factory()
        .map_err(|error: Error| error.error_response())
}
