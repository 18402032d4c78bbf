//! Varies real postings into as many as are wanted: `cargo bench --bench generate -- COUNT FILE` reads
//! NDJSON of schema.org `JobPosting`s and writes COUNT of them, no two alike.

use std::{
    error::Error,
    fs::File,
    io::{BufRead, BufReader, BufWriter, Write},
};

use chrono::{DateTime, Duration};
use serde_json::Value;

const GRADES: [&str; 8] = [
    "",
    "Senior ",
    "Junior ",
    "Lead ",
    "Staff ",
    "Principal ",
    "Deputy ",
    "Assistant ",
];

/// The last moment a generated job was posted, in seconds since 1970: 24 November 2026.
const LATEST: i64 = 1_795_478_400;

/// How far back they reach.
const SECONDS: i64 = 300 * 24 * 60 * 60;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    let [count, file] = arguments.as_slice() else {
        return Err("usage: cargo bench --bench generate -- COUNT FILE".into());
    };
    let count: usize = count.parse()?;
    let postings = BufReader::new(File::open(file)?)
        .lines()
        .map(|line| Ok(serde_json::from_str(&line?)?))
        .collect::<Result<Vec<Value>, Box<dyn Error>>>()?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for number in 0..count {
        let mut posting = postings[number % postings.len()].clone();
        vary(&mut posting, number, count, number / postings.len());
        serde_json::to_writer(&mut out, &posting)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(())
}

/// Another identifier, date, grade and branch; the words of the description stay those of people.
fn vary(posting: &mut Value, number: usize, count: usize, round: usize) {
    posting["identifier"]["value"] = Value::from(format!("generated-{number}"));
    let age = (number as i64).wrapping_mul(7_919) % (count as i64).max(1);
    let seconds = LATEST - age * SECONDS / (count as i64).max(1);
    if let Some(moment) = DateTime::from_timestamp(seconds, 0) {
        posting["datePosted"] = Value::from(moment.to_rfc3339());
        let last = (moment + Duration::days(900)).date_naive();
        posting["validThrough"] = Value::from(last.to_string());
    }
    if round > 0 {
        let grade = GRADES[round % GRADES.len()];
        if let Some(title) = posting["title"].as_str() {
            posting["title"] = Value::from(format!("{grade}{title}"));
        }
        if let Some(company) = posting["hiringOrganization"]["name"].as_str() {
            let branch = format!("{company} {}", round % 40);
            posting["hiringOrganization"]["name"] = Value::from(branch);
        }
    }
}
