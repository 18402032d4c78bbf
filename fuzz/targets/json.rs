//! A job as a program sends it.
#![no_main]

use jobboard::{
    fuzzing::{Completeness, Folded, JobInput, read_form},
    http::{form::Form, json},
    platform::zone::Moment,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &[u8]| {
    let Ok(value) = json::parse(body) else { return };
    let Ok(sent) = Folded::of(&json::Json(value)) else {
        return;
    };
    let Ok(input) = JobInput::read(&sent) else {
        return;
    };
    let now = Moment::default();
    if let Ok(fields) = input.fields_now(Completeness::Draft, now) {
        let again = read_form(&Form::from(&fields), Completeness::Draft, now.today());
        assert_eq!(again, Ok(fields));
    }
});
