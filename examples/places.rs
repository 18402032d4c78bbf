//! What the gazetteer makes of the places of real postings: which share of those that name one get a country and a
//! town, how long that takes, what is not understood, and a sample to read.
//!
//!     cargo run --release --example places -- postings.ndjson [every]
//!
//! Each line is a schema.org JobPosting whose `jobLocation.address` is text.

use std::{collections::BTreeMap, env, error::Error, fs, time::Instant};

use jobboard::text::gazetteer::{self, Kind, Place};
use serde_json::Value;

/// Texts that name no place, or one wider than a country, in lower case and without punctuation.
const NAMELESS: &str = "remote hybrid in office onsite on site na n a distributed anywhere namer emea apac latam amer americas \
    north america europe asia middle east international global all locations location flexible friendly other nikhils home \
    city state abbreviation worldwide mountain movable ink";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let path = arguments.next().ok_or("which file?")?;
    let every = arguments.next().map_or(Ok(20), |every| every.parse())?;
    let mut postings: BTreeMap<String, usize> = BTreeMap::new();
    for line in fs::read_to_string(path)?.lines() {
        let posting: Value = serde_json::from_str(line)?;
        let address = posting["jobLocation"]["address"]
            .as_str()
            .unwrap_or_default();
        *postings.entry(address.trim().to_owned()).or_default() += 1;
    }
    let begun = Instant::now();
    gazetteer::load();
    println!("read in {:?}", begun.elapsed());
    report(&postings, every);
    Ok(())
}

fn report(postings: &BTreeMap<String, usize>, every: usize) {
    let begun = Instant::now();
    let read: Vec<(&str, usize, Vec<Place>)> = postings
        .iter()
        .map(|(text, count)| (text.as_str(), *count, gazetteer::resolve_many(text)))
        .collect();
    println!("{} different texts in {:?}", read.len(), begun.elapsed());
    let sum = |is_counted: &dyn Fn(&str, &[Place]) -> bool| -> usize {
        let counted = read
            .iter()
            .filter(|(text, _, places)| is_counted(text, places));
        counted.map(|(_, count, _)| count).sum()
    };
    let named = sum(&|text, _| names_place(text));
    let countries = sum(&|text, places| names_place(text) && !places.is_empty());
    let is_town = |place: &Place| place.kind == Kind::Town;
    let towns = sum(&|text, places| names_place(text) && places.iter().any(is_town));
    let share = |part: usize| 100.0 * part as f64 / named.max(1) as f64;
    println!("{} postings, {named} name a place", sum(&|_, _| true));
    println!("{countries} get a country: {:.1} %", share(countries));
    println!("{towns} get a town: {:.1} %", share(towns));
    println!("\nNot understood:");
    for (text, count, _) in read
        .iter()
        .filter(|(text, _, places)| names_place(text) && places.is_empty())
    {
        println!("{count}\t{text}");
    }
    println!("\nTo read:");
    for (text, _, places) in read
        .iter()
        .filter(|(_, _, places)| !places.is_empty())
        .step_by(every)
    {
        let shown: Vec<String> = places
            .iter()
            .map(|place| {
                format!(
                    "{} ({} {})",
                    place.name,
                    place.region_name().unwrap_or("-"),
                    place.country
                )
            })
            .collect();
        println!("{text}\t{}", shown.join("; "));
    }
}

fn names_place(text: &str) -> bool {
    let letters: String = text.to_lowercase().chars().filter(|c| *c != '\'').collect();
    let mut words = letters
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    words.any(|word| !NAMELESS.split_whitespace().any(|nameless| nameless == word))
}
