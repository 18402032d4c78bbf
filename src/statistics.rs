//! Statistics: how often jobs are viewed and applied for, by day and source. People and programs are counted apart, and
//! of nobody is anything kept but that they came.

mod agent;
mod api;
mod chart;
mod counter;
mod export;
pub mod feature;
mod figures;
mod kind;
mod page;
mod period;
mod row;
mod scope;
mod source;

pub use self::counter::write_down;
