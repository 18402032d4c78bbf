//! The program at a terminal.

mod command_line;
mod demo;
mod files;
mod moving;
mod operating;
mod upgrading;
