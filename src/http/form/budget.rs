//! How much memory the bodies that are still arriving may take. Each is small, but somebody who opens
//! thousands of connections and sends slowly could have the board keep thousands of them.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{http::error::Error, platform::limits::network};

/// Bytes of all bodies that are arriving.
const IN_ALL: usize = 32 * 1024 * 1024;

/// Bytes of those from one network. Thirty forms of the largest size arrive at once.
const FROM_A_NETWORK: usize = 8 * 1024 * 1024;

/// Seconds after which somebody who was refused may try again: bodies have arrived by then, or their
/// time is up.
const RETRY_AFTER: u64 = 20;

/// What is left of both.
#[derive(Clone, Default)]
pub struct BodyBudget(Arc<Mutex<Spent>>);

#[derive(Default)]
struct Spent {
    in_all: usize,
    by_network: HashMap<Option<IpAddr>, usize>,
}

/// The part of one body that has arrived; dropping it gives the memory back.
pub struct Arriving {
    budget: BodyBudget,
    network: Option<IpAddr>,
    bytes: usize,
}

impl BodyBudget {
    /// A body from `address`, of which nothing has arrived yet.
    pub fn body(&self, address: Option<IpAddr>) -> Arriving {
        Arriving {
            budget: self.clone(),
            network: address.map(network),
            bytes: 0,
        }
    }
}

impl Arriving {
    /// Counts `bytes` more.
    ///
    /// # Errors
    /// 429 when too much is arriving at once.
    pub fn add(&mut self, bytes: usize) -> Result<(), Error> {
        let mut spent = self.budget.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of_network = spent.by_network.get(&self.network).copied().unwrap_or(0) + bytes;
        if spent.in_all + bytes > IN_ALL || of_network > FROM_A_NETWORK {
            return Err(Error::TooMany {
                retry_after: RETRY_AFTER,
            });
        }
        spent.in_all += bytes;
        spent.by_network.insert(self.network, of_network);
        self.bytes += bytes;
        Ok(())
    }
}

impl Drop for Arriving {
    fn drop(&mut self) {
        let mut spent = self.budget.0.lock().unwrap_or_else(PoisonError::into_inner);
        spent.in_all -= self.bytes;
        if let Some(of_network) = spent.by_network.get_mut(&self.network) {
            *of_network -= self.bytes;
            if *of_network == 0 {
                spent.by_network.remove(&self.network);
            }
        }
    }
}
