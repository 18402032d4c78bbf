//! The Compose files pass on what can be set, and keep the disk from filling with logs.

use std::{fs, path::Path};

use jobboard::app::features::settings;

/// What the files settle themselves, or the image does.
const FIXED: [&str; 4] = ["BIND", "DATABASE_URL", "DATA_DIR", "METRICS_BIND"];

fn files() -> impl Iterator<Item = (&'static str, String)> {
    ["compose.yaml", "compose.scale.yaml"]
        .into_iter()
        .map(|name| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
            (name, fs::read_to_string(path).unwrap())
        })
}

#[test]
fn every_setting_reaches_the_containers() {
    let names = settings().into_iter().map(|setting| setting.name);
    let names: Vec<&str> = names
        .chain(["RUST_LOG"])
        .filter(|name| !FIXED.contains(name))
        .collect();
    for (file, text) in files() {
        for name in &names {
            let passed_on = format!(" {name}: ${{{name}:-");
            assert!(text.contains(&passed_on), "{file} does not pass {name} on");
        }
    }
}

#[test]
fn the_logs_of_every_service_are_bounded() {
    for (file, text) in files() {
        let (_, services) = text.split_once("\nservices:\n").unwrap();
        let (services, _) = services.split_once("\nvolumes:\n").unwrap();
        assert!(
            text.contains("max-size: 10m") && text.contains("max-file: \"5\""),
            "{file}"
        );
        let mut bounded: Vec<(&str, bool)> = Vec::new();
        for line in services.lines() {
            let indent = line.len() - line.trim_start().len();
            if indent == 2 && !line.trim().starts_with('#') {
                // The boards of compose.scale.yaml are one text, whose log is bounded above.
                bounded.push((line, line.contains("*board")));
            } else if line.trim() == "logging: *logging" {
                bounded.last_mut().unwrap().1 = true;
            }
        }
        assert!(bounded.len() > 2, "{file}");
        for (service, is_bounded) in bounded {
            assert!(is_bounded, "{file}: {service}");
        }
        if let Some((_, board)) = text.split_once("x-board: &board\n") {
            assert!(
                board
                    .split("\nservices:")
                    .next()
                    .unwrap()
                    .contains("logging: *logging")
            );
        }
    }
}
