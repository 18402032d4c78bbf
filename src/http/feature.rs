//! What a feature hands to the app. A feature is a room of the house: its pages, its API, its tables and
//! its work in the background, stated in one place.

use actix_web::{
    rt::{spawn, task::JoinHandle},
    web::Data,
};
use chrono::NaiveDateTime;
use diesel::QueryResult;
use prometheus_client::registry::Registry;
use utoipa::openapi::OpenApi;

use super::{board::Board, endpoint::Endpoint, error::Error, flash::Notice};
use crate::platform::{
    audit::{Action, Origin},
    config::{Config, Setting},
    db::{self, Db},
    events::Listener,
    personal_data::PersonalData,
    tasks::Worker,
};

/// How many things belong to an account, by the names that its pages call them.
pub type Holdings = Vec<(&'static str, i64)>;

/// One feature. What it does not have, it takes from [`Feature::EMPTY`].
pub struct Feature {
    pub name: &'static str,
    /// What can be set of it.
    pub settings: &'static [Setting],
    /// Its addresses. Those of a later feature are matched first.
    pub endpoints: fn() -> Vec<Endpoint>,
    /// Its part of the API's description.
    pub api: fn() -> Option<OpenApi>,
    /// Its tables, each after those that it refers to.
    pub tables: &'static [&'static str],
    /// Tables that are made anew from the others, or have one row that counts for this database alone.
    pub own_tables: &'static [&'static str],
    /// Puts what it owns on the board, before anything is served.
    pub install: fn(&mut Board) -> Result<(), Error>,
    /// What it needs of a database that was just brought to this version, before anybody may ask it.
    pub prepare: fn(&mut Db, &Config) -> Result<(), db::Error>,
    /// What is done in it that the audit log tells of.
    pub actions: &'static [Action],
    /// What it says on the next page, after something was done.
    pub notices: &'static [Notice],
    /// Follows what other features do.
    pub listeners: fn() -> Vec<Listener>,
    /// Does its work in the background.
    pub tasks: fn(&Data<Board>) -> Vec<Worker>,
    /// Follows what only this process can know, for as long as the board is served.
    pub background: fn(&Data<Board>) -> Vec<JoinHandle<()>>,
    /// Saves what must not be lost when the board stops.
    pub stop: fn(Data<Board>) -> JoinHandle<()>,
    /// Numbers for Prometheus that are known without the database.
    pub metrics: fn(&Board, &mut Registry),
    /// Those that are counted in the database.
    pub counts: fn(&Board, &mut Db, NaiveDateTime, &mut Registry) -> QueryResult<()>,
    /// What it keeps about an account, for its owner to take along.
    pub export: fn(&mut Db, i64, &mut PersonalData) -> Result<(), db::Error>,
    /// What belongs to an account, counted.
    pub holdings: fn(&mut Db, i64) -> QueryResult<Holdings>,
    /// Forgets what no longer counts, once an hour. Returns how many rows that were.
    pub sweep: fn(&mut Db, &Origin) -> Result<usize, db::Error>,
    /// Ends what depends on an account that is about to be deleted.
    pub forget: fn(&mut Db, i64, &Origin) -> Result<(), Error>,
}

impl Feature {
    pub const EMPTY: Self = Self {
        name: "",
        settings: &[],
        endpoints: Vec::new,
        api: || None,
        tables: &[],
        own_tables: &[],
        install: |_| Ok(()),
        prepare: |_, _| Ok(()),
        actions: &[],
        notices: &[],
        listeners: Vec::new,
        tasks: |_| Vec::new(),
        background: |_| Vec::new(),
        stop: |_| spawn(async {}),
        metrics: |_, _| {},
        counts: |_, _, _, _| Ok(()),
        export: |_, _, _| Ok(()),
        holdings: |_, _| Ok(Vec::new()),
        sweep: |_, _| Ok(0),
        forget: |_, _, _| Ok(()),
    };
}
