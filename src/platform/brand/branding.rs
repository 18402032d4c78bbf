//! The brand in use, and how this process learns of another one.

use std::sync::{
    Arc, PoisonError, RwLock,
    atomic::{AtomicI64, Ordering},
};

use tokio::sync::Mutex;

use super::{Brand, Chosen};
use crate::{
    platform::{
        config::Config,
        db::{self, Database},
    },
    text::color::Color,
};

/// The brand that pages made now have. Clones share it.
#[derive(Clone, Debug)]
pub struct Branding(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    site_name: Option<String>,
    color: Option<Color>,
    current: RwLock<Arc<Brand>>,
    changes: AtomicI64,
    /// Readers take turns: what is read first must not take the place of what is read after it.
    turn: Mutex<()>,
}

impl Branding {
    /// The brand of a board that nobody gave one, with what the environment sets.
    pub fn new(config: &Config) -> Self {
        Self::of(config.site_name.clone(), config.brand_color)
    }

    /// The same for a board of this name.
    pub fn named(site_name: &str) -> Self {
        Self::of(Some(site_name.to_owned()), None)
    }

    fn of(site_name: Option<String>, color: Option<Color>) -> Self {
        let brand = Brand::new(site_name.as_deref(), color, Chosen::default());
        Self(Arc::new(Inner {
            site_name,
            color,
            current: RwLock::new(Arc::new(brand)),
            changes: AtomicI64::default(),
            turn: Mutex::default(),
        }))
    }

    pub fn current(&self) -> Arc<Brand> {
        let current = self.0.current.read();
        current.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How often the brand has become another one in this process.
    pub fn changes(&self) -> i64 {
        self.0.changes.load(Ordering::Acquire)
    }

    /// Uses what was chosen from now on.
    pub fn set(&self, chosen: Chosen) {
        if self.current().chosen == chosen {
            return;
        }
        let Inner {
            site_name,
            color,
            current,
            changes,
            ..
        } = &*self.0;
        let brand = Brand::new(site_name.as_deref(), *color, chosen);
        *current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(brand);
        // Only now: a page that is made with the old brand must not count as made after the change.
        changes.fetch_add(1, Ordering::Release);
    }

    /// Reads what was chosen, here or on another replica.
    ///
    /// # Errors
    /// Those of the database; the brand stays as it is.
    pub async fn read(&self, database: &Database) -> Result<(), db::Error> {
        let _turn = self.0.turn.lock().await;
        let chosen = database.read::<_, db::Error, _>(|db| Ok(Chosen::load(db)?));
        self.set(chosen.await?);
        Ok(())
    }
}
