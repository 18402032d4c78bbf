//! A job as a program sends it.
#![no_main]

use chrono::NaiveDate;
use jobboard::{
    fuzzing::{Completeness, JobInput, read_form},
    http::{form::Form, json},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &[u8]| {
    let Ok(value) = json::parse(body) else { return };
    let Ok(input) = JobInput::read(&json::Json(value)) else {
        return;
    };
    let today = NaiveDate::default();
    if let Ok(fields) = input.fields_now(Completeness::Draft, today) {
        let again = read_form(&Form::from(&fields), Completeness::Draft, today);
        assert_eq!(again, Ok(fields));
    }
});
