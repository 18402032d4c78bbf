//! What every feature stands on, and no feature: configuration, database, mail, HTTP.

pub mod audit;
pub mod brand;
pub mod clock;
pub mod config;
pub mod db;
pub mod domain_proof;
pub mod events;
pub mod files;
pub mod i18n;
pub mod limits;
pub mod mail;
pub mod mail_address;
pub mod outbound;
pub mod personal_data;
pub mod picture;
pub mod priority;
pub mod private_file;
pub mod schema;
pub mod secrets;
pub mod tasks;
pub mod templates;
pub mod typed;
pub mod web_address;
pub mod zone;
