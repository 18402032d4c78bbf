//! What administrators choose for the whole board in the browser: its name, its colors, its logo, what
//! stands at its foot, and what words mean in a search. The rows and the brand made of them are the platform's, since every page shows it.

pub mod actions;
pub mod feature;
mod link;
mod logo;
pub mod notices;
mod page;
mod search_words;
mod typed;
mod welcome;
