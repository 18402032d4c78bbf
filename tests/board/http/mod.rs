//! What holds for every request.

mod cache;
mod connections;
mod edge;
mod health;
mod hostile;
mod languages;
mod log;
mod routes;
mod slow;
