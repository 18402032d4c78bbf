//! The features of the board, each after those that it builds on.

use actix_web::web::ServiceConfig;

use super::{openapi, styleguide, sweep};
use crate::{
    accounts, companies, feeds,
    http::{
        base,
        endpoint::{self, Endpoint},
        feature::Feature,
    },
    jobs, moderation,
    platform::{
        config::{Config, ConfigError, Setting},
        db::{self, Db},
    },
    search, settings, sources, statistics, webhooks,
};

pub static FEATURES: [Feature; 14] = [
    base::FEATURE,
    accounts::feature::FEATURE,
    companies::feature::FEATURE,
    jobs::feature::FEATURE,
    search::feature::FEATURE,
    sources::feature::FEATURE,
    feeds::feature::FEATURE,
    webhooks::feature::FEATURE,
    statistics::feature::FEATURE,
    moderation::feature::FEATURE,
    settings::feature::FEATURE,
    openapi::FEATURE,
    styleguide::FEATURE,
    sweep::FEATURE,
];

/// Every setting.
pub fn settings() -> Vec<&'static Setting> {
    let features = FEATURES.iter();
    features.flat_map(|feature| feature.settings).collect()
}

/// The settings as `lookup` has them.
///
/// # Errors
/// For the first value that cannot be meant.
pub fn read_settings(lookup: impl Fn(&str) -> Option<String>) -> Result<Config, ConfigError> {
    Config::from_lookup(&settings(), lookup)
}

/// Every URL, its method, its guard and its handler.
pub fn endpoints() -> Vec<Endpoint> {
    let features = FEATURES.iter().rev();
    features.flat_map(|feature| (feature.endpoints)()).collect()
}

/// Adds every URL to an application.
pub fn configure(app: &mut ServiceConfig) {
    endpoint::configure(app, endpoints());
}

/// What features need of a database that was just brought to this version.
pub fn prepare(db: &mut Db, config: &Config) -> Result<(), db::Error> {
    FEATURES
        .iter()
        .try_for_each(|feature| (feature.prepare)(db, config))
}

/// The tables that make the board, each after those that it refers to. The platform's come last: an entry
/// of the log or a letter that waits may refer to what a feature keeps.
pub fn tables() -> Vec<&'static str> {
    let (platform, features) = FEATURES.split_at(1);
    let all = features.iter().chain(platform);
    all.flat_map(|feature| feature.tables).copied().collect()
}
