//! Numbers and texts in a file that is read as it lies.

/// The number in little endian at a place.
pub fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*data.get(at..)?.first_chunk()?))
}

/// Where each of the texts of these lengths begins, and the last one ends.
pub fn starts(lengths: &[u8]) -> Vec<u32> {
    let mut start = 0;
    let mut starts = vec![0];
    starts.extend(lengths.iter().map(|length| {
        start += u32::from(*length);
        start
    }));
    starts
}

/// One of the texts that begin there.
pub fn text<'a>(texts: &'a [u8], starts: &[u32], at: usize) -> &'a str {
    let range = match (starts.get(at), starts.get(at + 1)) {
        (Some(start), Some(end)) => *start as usize..*end as usize,
        _ => 0..0,
    };
    str::from_utf8(texts.get(range).unwrap_or_default()).unwrap_or_default()
}

/// A code of two or three letters as three bytes.
pub fn padded(code: &str) -> [u8; 3] {
    let mut padded = [b' '; 3];
    for (to, from) in padded.iter_mut().zip(code.bytes()) {
        *to = from;
    }
    padded
}

/// The first number in little endian.
pub fn u16_of(bytes: &[u8]) -> u16 {
    u16::from_le_bytes(*bytes.first_chunk().unwrap_or(&[0, 0]))
}
