//! The application, built the same for `main` and for the tests.

pub mod features;
pub mod openapi;

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use actix_web::{
    HttpRequest,
    dev::{Server, ServerHandle},
    http::header::HeaderMap,
    rt::{spawn, task::JoinHandle},
    web::{Data, ServiceConfig},
};
use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::{
    accounts::{
        Hasher,
        missing_keys::{self, MissingKeys},
        sessions::token::Tokens,
        setup::SetupCode,
        sweep,
    },
    http::{
        board_file::BoardFiles,
        client_address,
        error::Error,
        form::BodyBudget,
        fragments::Fragments,
        health,
        metrics::{self, Metrics},
        page_cache::{self, PageCache},
        server::{self, Stopping},
    },
    jobs::views::{self, Views},
    platform::{
        clock::Clock,
        config::Config,
        db::{ConnectError, Database, MigrateError},
        limits::Throttle,
        mail::{self, Mailer},
        secrets::{Keys, KeysError},
        templates::Templates,
    },
    search::{search_entry, suggestions},
    webhooks,
};

/// How long a mail that is being sent gets to finish after a signal to stop. A mail cut off is sent again after the next start, and a
/// server that had taken it already gets it twice.
const MAIL_SHUTDOWN: Duration = Duration::from_secs(3);

/// Everything a request may need.
pub struct Board {
    pub config: Config,
    pub db: Database,
    pub clock: Clock,
    pub keys: Arc<Keys>,
    pub tokens: Tokens,
    pub hasher: Hasher,
    pub throttle: Throttle,
    pub bodies: BodyBudget,
    pub mail: Mailer,
    pub webhooks: webhooks::Sender,
    pub pages: PageCache,
    pub files: BoardFiles,
    pub fragments: Fragments,
    pub views: Views,
    pub templates: Templates,
    pub setup_code: SetupCode,
    pub metrics: Metrics,
    pub stopping: Stopping,
}

/// Why the application did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("DATABASE_URL: {0}")]
    Connect(#[from] ConnectError),
    #[error("{0}")]
    Migrate(#[from] MigrateError),
    #[error("JWT_KEYS {0}")]
    Keys(#[from] KeysError),
    #[error("JWT_KEYS {0}")]
    MissingKeys(#[from] MissingKeys),
    #[error("templates: {0}")]
    Templates(#[from] tera::Error),
    #[error("SMTP_URL: {0}")]
    Mail(#[from] lettre::transport::smtp::Error),
    #[error("{0}")]
    Start(#[from] Error),
    #[error("{0}: {1}: {2}")]
    Bind(&'static str, SocketAddr, std::io::Error),
}

impl Board {
    /// Opens and migrates the database, loads keys and templates. A database server that cannot be
    /// reached yet is waited for, while the board is served.
    pub fn open(config: Config) -> Result<Self, StartError> {
        let db = Database::closed(&config)?;
        match prepare(&db, &config) {
            Err(error) if health::may_heal(&error, &config) => {
                tracing::error!(%error, "waiting for the database");
            }
            prepared => prepared?,
        }
        let version = db.version();
        let keys = match &config.jwt_keys {
            Some(keys) => Some(keys.clone()),
            None => Keys::load(&config.data_dir)?,
        };
        if db.is_ready() {
            missing_keys::check(&mut *db.connection()?, keys.as_ref())??;
        }
        let keys = Arc::new(match keys {
            Some(keys) => keys,
            None => Keys::load_or_make(&config.data_dir)?,
        });
        Ok(Self {
            db,
            clock: Clock::default(),
            tokens: Tokens::new(&keys, &config.base_url.origin().ascii_serialization()),
            hasher: Hasher::start(keys.clone(), config.bcrypt_cost)?,
            throttle: Throttle::new(config.limits),
            bodies: BodyBudget::default(),
            mail: Mailer::new(&config)?,
            webhooks: webhooks::Sender::new(&config),
            pages: PageCache::new(version),
            files: BoardFiles::default(),
            fragments: Fragments::default(),
            views: Views::default(),
            templates: Templates::load(&config.site_name, &config.whole_url(""))?,
            setup_code: SetupCode::new(&keys),
            keys,
            metrics: Metrics::default(),
            stopping: Stopping::default(),
            config,
        })
    }

    /// Whether it finishes what is under way and takes nothing new.
    pub fn is_stopping(&self) -> bool {
        self.stopping.has_begun()
    }

    /// The board that `request` is for.
    pub fn of(request: &HttpRequest) -> Result<Data<Self>, Error> {
        request
            .app_data::<Data<Self>>()
            .cloned()
            .ok_or_else(|| Error::internal("the board is not in the app's data"))
    }

    /// The address of whoever sent a request, as far as it can be known.
    pub fn client_address(&self, peer: Option<SocketAddr>, headers: &HeaderMap) -> Option<IpAddr> {
        let trusted = &self.config.trusted_proxies;
        peer.map(|peer| client_address(peer.ip(), headers, trusted))
    }
}

/// Brings the database to this version and opens it.
pub fn prepare(db: &Database, config: &Config) -> Result<(), StartError> {
    db.prepare(config, search_entry::build_if_missing)
}

/// The board, listening.
pub struct Running {
    pub address: SocketAddr,
    /// Where numbers are read, if anywhere.
    pub metrics: Option<SocketAddr>,
    board: Data<Board>,
    server: Server,
    metrics_server: Option<Server>,
    mail: JoinHandle<()>,
    tasks: Vec<JoinHandle<()>>,
}

impl Running {
    /// Stops at SIGTERM or SIGINT when what is under way is finished, and at a second one at once.
    pub fn stop_at_signals(&self) -> std::io::Result<()> {
        let (mut term, mut interrupt) = (
            signal(SignalKind::terminate())?,
            signal(SignalKind::interrupt())?,
        );
        let (handle, board) = (self.server.handle(), self.board.clone());
        spawn(async move {
            signalled(&mut term, &mut interrupt).await;
            tracing::info!("stopping");
            let workers = u32::try_from(server::workers()).unwrap_or(u32::MAX);
            let again = signalled(&mut term, &mut interrupt);
            tokio::pin!(again);
            tokio::select! {
                () = board.stopping.begin(workers) => {
                    drop(handle.stop(true));
                    again.await;
                }
                () = &mut again => {}
            }
            tracing::info!("stopping at once");
            drop(handle.stop(false));
        });
        Ok(())
    }

    /// To stop the server from elsewhere.
    pub fn handle(&self) -> ServerHandle {
        self.server.handle()
    }

    /// Serves until a signal or the handle says stop. Then what is under way is finished: requests,
    /// and the mail that is being sent.
    pub async fn until_stopped(self) -> std::io::Result<()> {
        let metrics = self.metrics_server.map(|server| {
            let handle = server.handle();
            (handle, spawn(server))
        });
        self.server.await?;
        if let Some((handle, serving)) = metrics {
            handle.stop(false).await;
            serving.abort();
        }
        for task in self.tasks {
            task.abort();
        }
        let _ = views::write_down(&self.board).await;
        self.board.mail.stop();
        let _ = tokio::time::timeout(MAIL_SHUTDOWN, self.mail).await;
        Ok(())
    }
}

async fn signalled(term: &mut Signal, interrupt: &mut Signal) {
    tokio::select! {
        _ = term.recv() => {}
        _ = interrupt.recv() => {}
    }
}

/// Binds the address and starts to serve and to send mail; call inside an actix runtime.
///
/// `configure` adds the routes: [`features::configure`], to which a test may add its own.
pub fn serve(board: Data<Board>, configure: fn(&mut ServiceConfig)) -> Result<Running, StartError> {
    let bind = board.config.bind;
    let metrics_server = metrics::server(&board)?;
    let (address, server) =
        server::bind(&board, configure).map_err(|error| StartError::Bind("BIND", bind, error))?;
    Ok(Running {
        address,
        metrics: metrics_server.as_ref().map(|(address, _)| *address),
        metrics_server: metrics_server.map(|(_, server)| server),
        server,
        mail: spawn(mail::worker::run(board.clone())),
        tasks: vec![
            spawn(webhooks::worker::run(board.clone())),
            spawn(sweep::run(board.clone())),
            spawn(page_cache::watch(board.clone())),
            spawn(views::run(board.clone())),
            spawn(suggestions::run(board.clone())),
            spawn(health::wait_for_database(board.clone())),
        ],
        board,
    })
}
