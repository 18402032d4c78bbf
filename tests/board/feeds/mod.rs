//! Files that other programs fetch.

mod board_files;
mod files;
