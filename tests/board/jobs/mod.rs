//! Writing jobs, and what becomes of them.

mod api;
mod flooding;
mod managing;
mod markup;
mod posting;
