//! How many public changes there were, and how far this process has followed them in what it derives from
//! the database. Pages are as old as the second number: one that was made of an index without the latest
//! change is not kept as if it had it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
    time::Duration,
};

use tokio::sync::watch;

/// How long whoever wrote waits for what follows.
const LONGEST_WAIT: Duration = Duration::from_secs(2);

/// The two numbers, known to the whole process.
#[derive(Clone)]
pub struct Versions {
    known: Arc<watch::Sender<i64>>,
    shown: Arc<watch::Sender<i64>>,
    /// How far somebody has followed, whether or not pages wait for it.
    followed: Arc<AtomicI64>,
    /// Whether somebody follows; otherwise both numbers are one.
    is_followed: Arc<AtomicBool>,
    /// How often that changed.
    turns: Arc<AtomicI64>,
}

impl Default for Versions {
    fn default() -> Self {
        Self {
            known: Arc::new(watch::Sender::new(0)),
            shown: Arc::new(watch::Sender::new(0)),
            followed: Arc::default(),
            is_followed: Arc::default(),
            turns: Arc::default(),
        }
    }
}

impl Versions {
    /// A number that grows with each public change that pages show, and whenever they begin or cease to be
    /// made of what follows.
    pub fn edition(&self) -> i64 {
        *self.shown.borrow() + self.turns.load(Ordering::Acquire)
    }

    /// The number of public changes, as far as this process knows.
    pub fn known(&self) -> i64 {
        *self.known.borrow()
    }

    /// How many public changes are known that nobody has followed: all of them before the first was.
    pub fn behind(&self) -> i64 {
        let followed = self.followed.load(Ordering::Acquire);
        (self.known() - followed).max(0)
    }

    /// Learns of a version, from here or from another process.
    pub fn learn(&self, version: i64) {
        raise(&self.known, version);
        if !self.is_followed.load(Ordering::Acquire) {
            raise(&self.shown, version);
        }
    }

    /// To wait for the next version that becomes known.
    pub fn watch(&self) -> watch::Receiver<i64> {
        self.known.subscribe()
    }

    /// Says that everything up to `version` is in what pages are made of. From now on pages wait for it.
    pub fn follow(&self, version: i64) {
        self.followed.fetch_max(version, Ordering::AcqRel);
        raise(&self.shown, version);
        self.turn(true);
    }

    /// Says that nobody follows any more, or that it takes too long to be waited for.
    pub fn stop_following(&self) {
        self.turn(false);
        raise(&self.shown, self.known());
    }

    fn turn(&self, is_followed: bool) {
        if self.is_followed.swap(is_followed, Ordering::AcqRel) != is_followed {
            self.turns.fetch_add(1, Ordering::AcqRel);
        }
    }

    /// Waits until pages show `version`, but not for long: what follows may be far behind or broken.
    pub async fn until_shown(&self, version: i64) {
        let mut shown = self.shown.subscribe();
        let reached = shown.wait_for(|shown| *shown >= version);
        let _ = tokio::time::timeout(LONGEST_WAIT, reached).await;
    }
}

fn raise(number: &watch::Sender<i64>, to: i64) {
    number.send_if_modified(|number| {
        let is_news = to > *number;
        *number = to.max(*number);
        is_news
    });
}

#[cfg(test)]
mod tests {
    use super::Versions;

    #[test]
    fn pages_show_a_change_once_it_was_followed() {
        let versions = Versions::default();
        versions.learn(3);
        assert_eq!(versions.edition(), 3);
        versions.follow(3);
        let begun = versions.edition();
        assert!(begun > 3);
        assert_eq!(versions.behind(), 0);
        versions.learn(5);
        assert_eq!(versions.behind(), 2);
        assert_eq!((versions.known(), versions.edition()), (5, begun));
        versions.follow(4);
        assert_eq!(versions.edition(), begun + 1);
        versions.stop_following();
        assert_eq!(
            versions.behind(),
            1,
            "pages do not wait, but what follows is late"
        );
        assert_eq!(versions.edition(), begun + 3);
        versions.learn(2);
        assert_eq!(versions.known(), 5);
    }
}
