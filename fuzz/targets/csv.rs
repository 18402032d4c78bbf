//! A CSV: every record is one, or is refused, and none is lost with a neighbour.
#![no_main]

use csv::{ReaderBuilder, StringRecord};
use jobboard::platform::zone::Moment;
use jobboard::sources::import::{Records, from_row};
use jobboard_fuzz::is_storable;
use libfuzzer_sys::fuzz_target;

const HEADERS: &str = "id,title,company,company_url,workplace,location,locality,region,country,\
    employment_type,category,tags,pay_min,pay_max,pay_currency,pay_period,url,description,\
    date_posted,valid_through";

fuzz_target!(|csv: &[u8]| {
    let headers = StringRecord::from(HEADERS.split(',').collect::<Vec<_>>());
    let mut records = Records::new(csv);
    let mut read: Vec<StringRecord> = Vec::new();
    let (mut line, mut all_read) = (0, true);
    while let Some((number, record)) = records.next_record().expect("memory can be read") {
        assert!(number >= line);
        line = number;
        match record {
            Ok(record) => {
                if let Ok(posting) = from_row(&headers, &record, Moment::default()) {
                    is_storable(&posting);
                }
                read.push(record);
            }
            Err(_) => all_read = false,
        }
    }
    // What is not UTF-8 is recoded.
    if all_read && std::str::from_utf8(csv).is_ok() {
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .from_reader(csv);
        let same: Vec<StringRecord> = reader
            .records()
            .map(|record| record.expect("text"))
            .collect();
        assert_eq!(read, same);
    }
});
