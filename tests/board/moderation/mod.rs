//! How jobs that wait for review are judged.

mod corpus;
mod scores;
