//! How long searches take: `cargo bench --bench search -- URL` starts the board on the database of
//! DATABASE_URL (as that is, or `sqlite:…`) and asks it each shape of search, with facets and counts,
//! none of it from a cache.

#[expect(dead_code, reason = "costs are measured by other benchmarks")]
mod support;

use std::{process::Command, time::Instant};

use support::{Outcome, Server};

/// A cookie that keeps the page cache out of it.
const UNCACHED: &str = "Cookie: notice=none\r\n";

const COMMON: [&str; 12] = [
    "engineer",
    "manager",
    "senior",
    "software",
    "sales",
    "developer",
    "data",
    "customer",
    "support",
    "marketing",
    "product",
    "service",
];

const RARE: [&str; 12] = [
    "actuary",
    "welding",
    "haskell",
    "veterinary",
    "phlebotomist",
    "sommelier",
    "erlang",
    "kubernetes",
    "glazier",
    "taxidermy",
    "cobol",
    "barista",
];

#[actix_web::main]
async fn main() -> Outcome<()> {
    let url = std::env::args()
        .skip(1)
        .find(|argument| argument != "--bench");
    let url = url.ok_or("usage: cargo bench --bench search -- DATABASE_URL")?;
    let folder = tempfile::tempdir()?;
    let mut program = Command::new(env!("CARGO_BIN_EXE_jobboard"));
    program
        .env_clear()
        .env("RUST_LOG", "warn")
        .env("DATABASE_URL", url);
    let started = Instant::now();
    let board = Server::start(&mut program, folder.path()).await?;
    println!(
        "First answer {:.0} ms after the start\n",
        started.elapsed().as_secs_f64() * 1e3
    );
    println!("| Search | median ms | p99 ms | worst ms |\n|---|---|---|---|");
    let pairs = |a: &[&str], b: &[&str]| -> Vec<String> {
        a.iter()
            .zip(b.iter().rev())
            .map(|(a, b)| format!("{a}+{b}"))
            .collect()
    };
    let common: Vec<String> = COMMON.iter().map(ToString::to_string).collect();
    let rare: Vec<String> = RARE.iter().map(ToString::to_string).collect();
    let two = pairs(&COMMON, &COMMON);
    let with = |words: &[String], rest: &str| -> Vec<String> {
        words
            .iter()
            .map(|word| format!("/jobs?q={word}{rest}"))
            .collect()
    };
    let numbered = |prefix: &str| -> Vec<String> {
        (0..24).map(|number| format!("{prefix}{number}")).collect()
    };
    let deep: Vec<String> = (0..24)
        .map(|number| {
            format!(
                "/jobs?before={}",
                (1_770_000_000_i64 + number * 1_000_000) << 31
            )
        })
        .collect();
    for (shape, addresses) in [
        ("newest", vec!["/jobs".to_owned(); 24]),
        ("at any depth", deep),
        ("one common word", with(&common, "")),
        ("one rare word", with(&rare, "")),
        ("two words", with(&two, "")),
        ("three words", with(&two, "+senior")),
        ("a common and a rare word", with(&pairs(&COMMON, &RARE), "")),
        ("a phrase", with(&common, "+%22project+management%22")),
        ("a word without another", with(&common, "+-senior")),
        ("no hit", numbered("/jobs?q=zzzz")),
        ("words that never meet", with(&rare, "+taxidermist+glazing")),
        ("common word, remote", with(&common, "&workplace=remote")),
        (
            "common word, two types",
            with(&common, "&type=PART_TIME&type=CONTRACTOR"),
        ),
        ("common word, place", with(&common, "&place=New+York")),
        (
            "common word, pay",
            with(&common, "&pay=150000&currency=USD&per=YEAR"),
        ),
        ("common word, past week", with(&common, "&days=7")),
        ("rare word, remote", with(&rare, "&workplace=remote")),
        (
            "rare word, pay",
            with(&rare, "&pay=150000&currency=USD&per=YEAR"),
        ),
        ("best match first", with(&two, "&sort=relevance")),
        ("remote", vec!["/remote".to_owned()]),
        (
            "pay alone",
            vec!["/jobs?pay=200000&currency=USD&per=YEAR".to_owned()],
        ),
        (
            "a place",
            vec!["/places/berlin".to_owned(), "/places/london".to_owned()],
        ),
    ] {
        let mut times = Vec::new();
        for _ in 0..2 {
            for address in &addresses {
                let started = Instant::now();
                // A 404 of a page about nothing is an answer, too.
                let _ = board.get(address, UNCACHED).await;
                times.push(started.elapsed().as_secs_f64() * 1e3);
            }
        }
        times.sort_by(f64::total_cmp);
        let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
        println!(
            "| {shape} | {:.2} | {:.2} | {:.2} |",
            at(0.5),
            at(0.99),
            at(1.0)
        );
    }
    println!("\nResident memory of the board: {:.0} MiB", board.memory()?);
    Ok(())
}
