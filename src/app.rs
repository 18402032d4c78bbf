//! The application, built the same for `main` and for the tests.

pub mod features;
pub mod openapi;
pub mod outbox;
mod styleguide;
mod sweep;
mod waiting;

use std::{net::SocketAddr, rc::Rc, sync::Arc, time::Duration};

use actix_web::{
    dev::{Server, ServerHandle},
    rt::{spawn, task::JoinHandle},
    web::{Data, ServiceConfig},
};
use tokio::signal::unix::{Signal, SignalKind, signal};

use self::features::FEATURES;
use crate::{
    accounts::missing_keys::{self, MissingKeys},
    http::{
        self,
        board_file::slots::BoardFiles,
        form::budget::BodyBudget,
        metrics::{self, counters::Metrics},
        page_cache::{PageCache, serving},
        server::{self, stopping::Stopping},
        states::States,
        viewer::Closed,
    },
    platform::{
        brand::{Branding, Chosen},
        clock::Clock,
        config::Config,
        db::{self, ConnectError, Database, MigrateError},
        events::Events,
        files::{self, Files},
        limits::Throttle,
        mail::Mailer,
        secrets::{Keys, KeysError},
        templates::Templates,
    },
};
pub use crate::{http::board::Board, platform::tasks::Runner};

/// How long tasks get to finish after a signal to stop. A mail that is cut off is sent again after the
/// next start, and a server that had taken it already gets it twice.
const TASKS_SHUTDOWN: Duration = Duration::from_secs(3);

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
    #[error("FILES_URL: {0}")]
    Files(#[from] files::Error),
    #[error("SMTP_URL: {0}")]
    Mail(#[from] lettre::transport::smtp::Error),
    #[error("{0}")]
    Database(#[from] db::Error),
    #[error("{0}")]
    Start(#[from] http::error::Error),
    #[error("{0}: {1}: {2}")]
    Bind(&'static str, SocketAddr, std::io::Error),
}

/// Opens and migrates the database, loads keys and templates, and installs the features. A database
/// server that cannot be reached yet is waited for, while the board is served.
pub fn open(config: Config) -> Result<Board, StartError> {
    let db = Database::closed(&config)?;
    match prepare(&db, &config) {
        Err(error) if waiting::may_heal(&error, &config) => {
            tracing::error!(%error, "waiting for the database");
        }
        prepared => prepared?,
    }
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
    let templates = Templates::load(
        branding(&db, &config)?,
        &config.whole_url(""),
        config.locale,
        http::assets::url,
    )?;
    let templates = Arc::new(templates);
    let clock = Clock::of(config.time_zone);
    let mut board = Board {
        throttle: Throttle::new(config.limits),
        bodies: BodyBudget::default(),
        mail: Mailer::new(&config, clock.clone(), keys.clone(), templates.clone())?,
        pages: PageCache::default(),
        files: BoardFiles::default(),
        uploads: Files::of(&config.storage)?,
        metrics: Metrics::new(&features::endpoints()),
        stopping: Stopping::default(),
        events: events(),
        doorkeeper: Box::new(Closed),
        features: &FEATURES,
        states: States::default(),
        clock,
        keys,
        templates,
        db,
        config,
    };
    for feature in &FEATURES {
        (feature.install)(&mut board)?;
    }
    Ok(board)
}

/// How the board looks, as far as that is known before the database can be asked.
fn branding(db: &Database, config: &Config) -> Result<Branding, StartError> {
    let branding = Branding::new(config);
    if db.is_ready() {
        let chosen = Chosen::load(&mut *db.connection()?);
        branding.set(chosen.map_err(db::Error::from)?);
    }
    Ok(branding)
}

/// Who listens to what happens.
pub fn events() -> Events {
    Events::new(FEATURES.iter().flat_map(|feature| (feature.listeners)()))
}

/// Brings the database to this version and opens it.
pub fn prepare(db: &Database, config: &Config) -> Result<(), StartError> {
    db.prepare(config, |db| features::prepare(db, config))
}

/// The board, listening.
pub struct Running {
    pub address: SocketAddr,
    /// Where numbers are read, if anywhere.
    pub metrics: Option<SocketAddr>,
    board: Data<Board>,
    server: Server,
    metrics_server: Option<Server>,
    loops: Vec<JoinHandle<()>>,
    tasks: Option<(Rc<Runner>, JoinHandle<()>)>,
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

    /// Runs tasks from now on.
    pub fn run_tasks(&mut self) {
        let runner = Rc::new(runner(&self.board));
        let running = runner.clone();
        let running = spawn(async move { running.run().await });
        self.tasks = Some((runner, running));
    }

    /// To stop the server from elsewhere.
    pub fn handle(&self) -> ServerHandle {
        self.server.handle()
    }

    /// Serves until a signal or the handle says stop. Then what is under way is finished: requests, and
    /// tasks that have begun.
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
        for each in self.loops {
            each.abort();
        }
        for feature in self.board.features {
            let _ = (feature.stop)(self.board.clone()).await;
        }
        if let Some((runner, running)) = self.tasks {
            runner.stop();
            let _ = tokio::time::timeout(TASKS_SHUTDOWN, running).await;
        }
        Ok(())
    }
}

async fn signalled(term: &mut Signal, interrupt: &mut Signal) {
    tokio::select! {
        _ = term.recv() => {}
        _ = interrupt.recv() => {}
    }
}

/// Runs the tasks of every feature.
pub fn runner(board: &Data<Board>) -> Runner {
    let features = board.features.iter();
    let workers = features.flat_map(|feature| (feature.tasks)(board));
    Runner::new(&board.db, &board.clock, workers.collect())
}

/// Binds the address and starts to serve; call inside an actix runtime. Tasks are only run once
/// [`Running::run_tasks`] is called.
///
/// `configure` adds the routes: [`features::configure`], to which a test may add its own.
pub fn serve(board: Data<Board>, configure: fn(&mut ServiceConfig)) -> Result<Running, StartError> {
    let bind = board.config.bind;
    let metrics_server = metrics::server(&board).map_err(|error| {
        StartError::Bind(
            "METRICS_BIND",
            board.config.metrics_bind.unwrap_or(bind),
            error,
        )
    })?;
    let (address, server) =
        server::bind(&board, configure).map_err(|error| StartError::Bind("BIND", bind, error))?;
    let mut loops = vec![
        spawn(serving::watch(board.clone())),
        spawn(waiting::wait_for_database(board.clone())),
    ];
    for feature in board.features {
        loops.extend((feature.background)(&board));
    }
    Ok(Running {
        address,
        metrics: metrics_server.as_ref().map(|(address, _)| *address),
        metrics_server: metrics_server.map(|(_, server)| server),
        server,
        loops,
        tasks: None,
        board,
    })
}
