//! What is built in: licences, sources, banned crates, and versions whose holes are mended. `deny.toml`
//! is the list; advisories that are not in it need the network and `cargo deny check`.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use serde::Deserialize;
use spdx::{Expression, Licensee, ParseMode};

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    root: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    kind: Option<String>,
}

#[derive(Deserialize)]
struct Deny {
    licenses: Licenses,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn deny() -> Deny {
    toml::from_str(&fs::read_to_string(root().join("deny.toml")).unwrap()).unwrap()
}

/// What the server is built from on any platform, without the board itself and what only its tests need.
/// Cargo fetches what this platform was built without.
fn crates_of_the_server() -> Vec<Package> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let Metadata { packages, resolve } = serde_json::from_slice(&output.stdout).unwrap();
    let nodes: BTreeMap<&str, &Node> = resolve
        .nodes
        .iter()
        .map(|node| (node.id.as_str(), node))
        .collect();
    let mut packages: BTreeMap<String, Package> = packages
        .into_iter()
        .map(|package| (package.id.clone(), package))
        .collect();
    packages.remove(&resolve.root);
    let mut found = Vec::new();
    let mut waiting = vec![resolve.root.as_str()];
    while let Some(id) = waiting.pop() {
        let is_built_in = |dependency: &&Dependency| {
            let mut kinds = dependency.dep_kinds.iter();
            kinds.any(|kind| kind.kind.as_deref() != Some("dev"))
        };
        for dependency in nodes[id].deps.iter().filter(is_built_in) {
            if let Some(package) = packages.remove(&dependency.pkg) {
                found.push(package);
                waiting.push(&dependency.pkg);
            }
        }
    }
    assert!(found.len() > 100);
    found
}

#[test]
fn every_crate_has_a_licence_that_is_allowed_and_comes_from_crates_io() {
    let allowed: Vec<Licensee> = deny()
        .licenses
        .allow
        .iter()
        .map(|licence| Licensee::parse(licence).unwrap())
        .collect();
    for package in crates_of_the_server() {
        let name = &package.name;
        assert_eq!(package.source.as_deref(), Some(CRATES_IO), "{name}");
        let licence = package.license.unwrap_or_default();
        let expression = Expression::parse_mode(&licence, ParseMode::LAX)
            .unwrap_or_else(|error| panic!("{name} has no licence expression: {error}"));
        assert!(
            expression.evaluate(|asked| allowed.iter().any(|licensee| licensee.satisfies(asked))),
            "deny.toml does not allow {licence}, the licence of {name}"
        );
    }
}

#[test]
fn no_banned_crate_is_built_in() {
    let banned = deny().bans.deny;
    for name in ["actix-governor", "dotenvy", "h2", "openssl", "rsa"] {
        assert!(banned.iter().any(|ban| ban.name == name), "{name}");
    }
    let crates = crates_of_the_server();
    for Ban { name, reason } in banned {
        let is_built_in = crates.iter().any(|package| package.name == name);
        assert!(!is_built_in, "{name}: {reason}");
    }
}

#[test]
fn no_crate_is_older_than_the_version_that_mended_its_hole() {
    let crates = crates_of_the_server();
    for (name, floor, advisory) in [
        ("ammonia", [4, 1, 4], "RUSTSEC-2026-0213"),
        ("aws-lc-sys", [0, 39, 0], "RUSTSEC-2026-0048"),
        ("bcrypt", [0, 19, 2], "RUSTSEC-2026-0199"),
        ("bytes", [1, 11, 1], "RUSTSEC-2026-0007"),
        ("diesel", [2, 3, 10], "RUSTSEC-2026-0172"),
        ("lettre", [0, 11, 22], "RUSTSEC-2026-0141"),
        ("rustls-webpki", [0, 103, 13], "RUSTSEC-2026-0104"),
        ("time", [0, 3, 47], "RUSTSEC-2026-0009"),
    ] {
        let mut found = crates.iter().filter(|found| found.name == name).peekable();
        assert!(found.peek().is_some(), "{name} is built in no more");
        for Package { version, .. } in found {
            let parts = version.split(['.', '+', '-']).take(3);
            let parts: Vec<u32> = parts.map(|part| part.parse().unwrap()).collect();
            assert!(parts >= floor.to_vec(), "{name} {version}: {advisory}");
        }
    }
}
