//! What every request and every task may need. What only one feature needs is that feature's own state,
//! which it puts here when the board starts and finds by its type.

use std::{
    any::Any,
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use actix_web::{HttpRequest, http::header::HeaderMap, web::Data};

use super::{
    board_file::slots::BoardFiles, client_ip::client_address, error::Error, feature::Feature,
    form::budget::BodyBudget, metrics::counters::Metrics, page_cache::PageCache,
    server::stopping::Stopping, states::States, viewer::Doorkeeper,
};
use crate::platform::{
    audit::Origin,
    brand::Brand,
    clock::Clock,
    config::Config,
    db::{Database, Db},
    events::Events,
    files::Files,
    limits::Throttle,
    mail::Mailer,
    secrets::Keys,
    templates::Templates,
};

/// Everything that is nobody's in particular.
pub struct Board {
    pub config: Config,
    pub db: Database,
    pub clock: Clock,
    pub keys: Arc<Keys>,
    pub throttle: Throttle,
    pub bodies: BodyBudget,
    pub mail: Mailer,
    pub pages: PageCache,
    pub files: BoardFiles,
    /// What people sent.
    pub uploads: Files,
    pub templates: Arc<Templates>,
    pub metrics: Metrics,
    pub stopping: Stopping,
    /// Who is told of what happens.
    pub events: Events,
    /// Knows who sends a request.
    pub doorkeeper: Box<dyn Doorkeeper>,
    pub features: &'static [Feature],
    pub states: States,
}

impl Board {
    /// The board itself, which does something now.
    pub fn origin(&self) -> Origin {
        Origin::schedule(self.clock.moment(), self.events.clone())
    }

    /// Whether it finishes what is under way and takes nothing new.
    pub fn is_stopping(&self) -> bool {
        self.stopping.has_begun()
    }

    /// How the board calls itself and looks.
    pub fn brand(&self) -> Arc<Brand> {
        self.templates.branding().current()
    }

    /// Looks how the board is to look, after that was changed here or on another replica.
    ///
    /// # Errors
    /// Those of the database; the brand stays as it is.
    pub async fn read_brand(&self) -> Result<(), Error> {
        Ok(self.templates.branding().read(&self.db).await?)
    }

    /// The edition of the board that is shown now: it grows with each public change and each new brand, and
    /// what was made for an earlier one is made anew.
    pub fn edition(&self) -> i64 {
        self.db.versions().edition() + self.templates.branding().changes()
    }

    /// The board that `request` is for.
    pub fn of(request: &HttpRequest) -> Result<Data<Self>, Error> {
        request
            .app_data::<Data<Self>>()
            .cloned()
            .ok_or_else(|| Error::internal("the board is not in the app's data"))
    }

    /// What a feature owns.
    ///
    /// # Errors
    /// Those of [`States::get`].
    pub fn state<T: Any>(&self) -> Result<&T, Error> {
        self.states.get()
    }

    /// [`Database::read`], for a handler.
    pub async fn read<T, F>(&self, work: F) -> Result<T, Error>
    where
        F: FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
        T: Send + 'static,
    {
        self.db.read(work).await
    }

    /// [`Database::write`], for a handler.
    pub async fn write<T, F>(&self, work: F) -> Result<T, Error>
    where
        F: FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
        T: Send + 'static,
    {
        self.db.write(work).await
    }

    /// The address of whoever sent a request, as far as it can be known.
    pub fn client_address(&self, peer: Option<SocketAddr>, headers: &HeaderMap) -> Option<IpAddr> {
        let trusted = &self.config.trusted_proxies;
        peer.map(|peer| client_address(peer.ip(), headers, trusted))
    }
}
