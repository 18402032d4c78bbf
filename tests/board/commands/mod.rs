//! The program at a terminal.

mod command_line;
mod demo;
mod moving;
mod operating;
mod upgrading;
