//! Jobs from elsewhere.

mod importing;
