//! The domains of programs for recruiting: where people apply there, the address says nothing about the company.

use std::{collections::HashSet, iter::successors, sync::LazyLock};

static DOMAINS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("hiring_systems.txt").lines();
    lines.filter(|line| !line.starts_with('#')).collect()
});

/// Whether `host` is below the domain of a program for recruiting.
pub fn is_hiring_system(host: &str) -> bool {
    let mut hosts = successors(Some(host), |host| {
        host.split_once('.').map(|(_, above)| above)
    });
    hosts.any(|host| DOMAINS.contains(host))
}
