//! A file of any format: it is one that is known, and each record a posting that can be stored or a reason, or a
//! sentence says what it looks like.
#![no_main]

use std::io::Cursor;

use jobboard::platform::zone::Moment;
use jobboard::sources::formats::{Error, Given, Record, Skip, read};
use jobboard_fuzz::is_storable;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &[u8]| {
    let given = Given {
        company: Some("Acme"),
        site: None,
        page: None,
        columns: &[],
        dates: None,
        now: &Moment::default,
    };
    let mut last = 0;
    let mut take = |record: Record| {
        assert!(
            record.place.number() > last
                || matches!(record.read, Err(Skip::Refused(_) | Skip::Column(_)))
        );
        last = record.place.number();
        match record.read {
            Ok(posting) => is_storable(&posting),
            Err(Skip::Refused(refusal)) => assert!(!refusal.to_string().is_empty()),
            Err(Skip::PassedOver(why)) => assert!(!why.is_empty()),
            Err(Skip::Column(name)) => assert!(!name.is_empty()),
        }
        Ok::<(), std::convert::Infallible>(())
    };
    if let Err(Error::Unknown(unknown)) =
        read(Box::new(Cursor::new(file.to_vec())), &given, &mut take)
    {
        assert!(!unknown.to_string().is_empty());
    }
});
