//! How the search index fares, for Prometheus.

use prometheus_client::{metrics::gauge::ConstGauge, registry::Registry};

use super::index::SearchIndex;
use crate::http::board::Board;

/// Adds the numbers of this process's index.
pub fn register(board: &Board, registry: &mut Registry) {
    let Ok(index) = board.state::<SearchIndex>() else {
        return;
    };
    let is_complete = ConstGauge::new(i64::from(index.is_complete()));
    let about = "Whether searches are answered: not before every job was in the index once";
    registry.register("search_index_complete", about, is_complete);
    let jobs = ConstGauge::new(index.jobs());
    registry.register("search_index_jobs", "Jobs in the search index", jobs);
    let behind = ConstGauge::new(board.db.versions().behind());
    let about = "Public changes that the search index has not looked at yet";
    registry.register("search_index_behind", about, behind);
}
