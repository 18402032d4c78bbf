//! What happened, told in the transaction in which it happens: it goes on the record, and whoever
//! depends on it follows. Who tells knows nobody who listens.

use std::{
    any::{Any, TypeId},
    fmt,
    sync::Arc,
};

use super::{
    audit::{Action, Origin, Subject},
    db::{Db, Error},
};

/// Something that happened.
pub trait Event: Any {
    /// What the audit log says of it, if anything: what was done to what, and a detail for people.
    fn entry(&self) -> Option<(Action, Subject, &str)> {
        None
    }
}

/// Follows one kind of event.
pub struct Listener {
    event: TypeId,
    hear: Box<Hear>,
}

type Hear = dyn Fn(&mut Db, &dyn Any, &Origin) -> Result<(), Error> + Send + Sync;

/// Who listens on this board.
#[derive(Clone, Default)]
pub struct Events(Arc<[Listener]>);

impl Listener {
    /// Calls `hear` in the transaction of each event of its kind. An error undoes the change.
    pub fn on<E: Event>(hear: fn(&mut Db, &E, &Origin) -> Result<(), Error>) -> Self {
        Self {
            event: TypeId::of::<E>(),
            hear: Box::new(move |db, event, origin| match event.downcast_ref() {
                Some(event) => hear(db, event, origin),
                None => Ok(()),
            }),
        }
    }
}

impl Events {
    pub fn new(listeners: impl IntoIterator<Item = Listener>) -> Self {
        Self(listeners.into_iter().collect())
    }
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} listeners", self.0.len())
    }
}

impl Origin {
    /// Records what happened and tells everybody who listens; call it in the transaction of the change.
    ///
    /// # Errors
    /// Those of the database and of the listeners.
    pub fn publish<E: Event>(&self, db: &mut Db, event: &E) -> Result<(), Error> {
        for listener in &*self.events.0 {
            if listener.event == TypeId::of::<E>() {
                (listener.hear)(db, event, self)?;
            }
        }
        if let Some((action, subject, detail)) = event.entry().filter(|_| !self.is_bulk) {
            self.record(db, action, subject, detail)?;
        }
        Ok(())
    }
}
