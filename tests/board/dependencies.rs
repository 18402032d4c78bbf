//! What the server is built from: what `cargo deny check licenses bans sources` says of deny.toml, without
//! that program, whose building takes longer than all tests. Known holes are a list kept by hand.

use std::{fs, path::Path, process::Command};

struct Crate {
    name: String,
    version: String,
    /// Where it comes from, where that is not crates.io.
    elsewhere: Option<String>,
    licence: String,
}

/// What the server is built from, without what only its tests need.
fn crates_of_the_server() -> Vec<Crate> {
    let arguments = "tree --offline --locked -e normal,build --prefix none --format {p}|{l}";
    let output = Command::new(env!("CARGO"))
        .args(arguments.split(' '))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    let lines = String::from_utf8(output.stdout).unwrap();
    // The board itself comes first.
    let crates: Vec<Crate> = lines.lines().skip(1).map(read).collect();
    assert!(crates.len() > 100);
    crates
}

/// Reads `name v1.2.3|MIT`, perhaps with `(proc-macro)` or a source behind the version.
fn read(line: &str) -> Crate {
    let (package, licence) = line.split_once('|').unwrap();
    let mut words = package.split(' ');
    let name = words.next().unwrap().to_owned();
    let version = words.next().unwrap().trim_start_matches('v').to_owned();
    let mut notes = words.map(|word| word.trim_matches(['(', ')']));
    Crate {
        name,
        version,
        elsewhere: notes.find(|note| *note != "proc-macro").map(Into::into),
        licence: licence.trim_end_matches(" (*)").to_owned(),
    }
}

/// The texts in quotes of the list `name` in deny.toml.
fn listed(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("deny.toml");
    let text = fs::read_to_string(path).unwrap();
    let (_, list) = text.split_once(&format!("\n{name} = [\n")).unwrap();
    let (list, _) = list.split_once("\n]").unwrap();
    let first_in_quotes = |line: &str| line.split('"').nth(1).map(Into::into);
    list.lines().filter_map(first_in_quotes).collect()
}

#[test]
fn every_licence_is_one_that_is_allowed() {
    let allowed = listed("allow");
    let is_allowed = |licence: &str| {
        let mut choices = licence.split(" OR ").flat_map(|choice| choice.split('/'));
        choices.any(|choice| allowed.iter().any(|allowed| allowed == choice.trim()))
    };
    for Crate { name, licence, .. } in crates_of_the_server() {
        let licences = licence.replace(['(', ')'], "");
        let all = licences.split(" AND ").all(is_allowed);
        assert!(all, "{name}: {licence:?}");
    }
}

#[test]
fn every_crate_comes_from_crates_io_and_none_is_banned() {
    let banned = listed("deny");
    assert!(banned.len() > 3);
    for found in crates_of_the_server() {
        assert_eq!(found.elsewhere, None, "{}", found.name);
        assert!(!banned.contains(&found.name), "{}", found.name);
    }
}

#[test]
fn crates_whose_holes_are_known_are_new_enough() {
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
        for Crate { version, .. } in found {
            let parts = version.split(['.', '+', '-']).take(3);
            let found: Vec<u32> = parts.map(|part| part.parse().unwrap()).collect();
            assert!(found >= floor.to_vec(), "{name} {version}: {advisory}");
        }
    }
}
