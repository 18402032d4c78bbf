//! A database for one test: a file, or a copy of a migrated template on the server that
//! `TEST_DATABASE_URL` names.

use std::{
    path::Path,
    sync::{
        LazyLock, Mutex,
        atomic::{AtomicU32, Ordering},
    },
};

use diesel::{Connection, PgConnection, connection::SimpleConnection};
use jobboard::{
    app::features::read_settings,
    platform::{config::Config, db},
};
use tempfile::TempDir;
use url::Url;

pub struct TestDatabase {
    pub url: String,
    folder: TempDir,
    name: Option<String>,
}

static COUNT: AtomicU32 = AtomicU32::new(0);

/// Copying a template needs it to be in nobody else's use.
static COPYING: Mutex<()> = Mutex::new(());

static TEMPLATE: LazyLock<String> = LazyLock::new(|| {
    let name = format!("template_{}", std::process::id());
    let url = with_path(&name);
    server()
        .batch_execute(&format!("CREATE DATABASE {name}"))
        .unwrap();
    let config = read_settings(|setting| match setting {
        "DATABASE_URL" => Some(url.clone()),
        "DATABASE_CONNECTIONS" => Some("1".into()),
        _ => None,
    })
    .unwrap();
    let database = db::Database::open(&config).unwrap();
    db::migrate(&mut database.connection().unwrap()).unwrap();
    name
});

impl TestDatabase {
    /// A database with the schema of this release.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        if server_url().is_none() {
            let url = format!("sqlite:{}", folder.path().join("test.db").display());
            return Self {
                url,
                folder,
                name: None,
            };
        }
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{number}", std::process::id());
        let guard = COPYING.lock().unwrap();
        let template = &*TEMPLATE;
        let mut copied = Err(diesel::result::Error::NotFound);
        for _ in 0..50 {
            copied = server().batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}"));
            if copied.is_ok() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        copied.unwrap();
        drop(guard);
        Self {
            url: with_path(&name),
            folder,
            name: Some(name),
        }
    }

    /// A database without a table.
    pub fn empty() -> Self {
        let this = Self::new();
        if let Some(name) = &this.name {
            let again = format!("DROP DATABASE {name} WITH (FORCE)");
            server().batch_execute(&again).unwrap();
            let made = format!("CREATE DATABASE {name} TEMPLATE template0");
            server().batch_execute(&made).unwrap();
        }
        this
    }

    /// A configuration that points here.
    pub fn config(&self) -> Config {
        read_settings(|setting| (setting == "DATABASE_URL").then(|| self.url.clone())).unwrap()
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            let _ = server().batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)"));
        }
    }
}

fn server_url() -> Option<String> {
    std::env::var("TEST_DATABASE_URL")
        .ok()
        .filter(|url| !url.is_empty())
}

fn server() -> PgConnection {
    PgConnection::establish(&server_url().unwrap()).unwrap()
}

fn with_path(database: &str) -> String {
    let mut url = Url::parse(&server_url().unwrap()).unwrap();
    url.set_path(database);
    url.into()
}
