//! The form of a job: what was read is written back as a form that reads the same.
#![no_main]

use chrono::NaiveDate;
use jobboard::{
    fuzzing::{Completeness, read_form},
    http::form::Form,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &[u8]| {
    let form = Form::decode(&String::from_utf8_lossy(body));
    assert_eq!(Form::decode(&form.encode()).fields(), form.fields());
    let today = NaiveDate::default();
    for completeness in [Completeness::Draft, Completeness::Complete] {
        match read_form(&form, completeness, today) {
            Ok(fields) => {
                let again = read_form(&Form::from(&fields), completeness, today);
                assert_eq!(again, Ok(fields));
            }
            Err(messages) => assert!(!messages.is_empty()),
        }
    }
});
