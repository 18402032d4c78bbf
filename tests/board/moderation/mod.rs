//! Keeping the board clean: how jobs are judged, and what visitors report.

mod corpus;
mod reports;
mod scores;
