//! Where places lie to each other. A geohash names a cell of the earth; the cells that cover a circle are words that
//! an index can look for (https://en.wikipedia.org/wiki/Geohash).

use std::collections::BTreeSet;

use super::{Kind, Place, PlaceId, table::table};

const LETTERS: &[u8; 32] = b"0123456789bcdefghjkmnpqrstuvwxyz";

const EARTH_KM: f64 = 6371.0;
const KM_A_DEGREE: f64 = 111.2;

/// Most cells of a cover. A circle takes those of a size of which it needs no more.
const MOST_CELLS: f64 = 40.0;

/// The distance of two places in kilometers, along the earth.
pub fn distance_km(from: &Place, to: &Place) -> f64 {
    let (north, south) = (from.latitude.to_radians(), to.latitude.to_radians());
    let up = ((south - north) / 2.0).sin();
    let along = ((to.longitude - from.longitude).to_radians() / 2.0).sin();
    let half = up * up + north.cos() * south.cos() * along * along;
    2.0 * EARTH_KM * half.sqrt().min(1.0).asin()
}

/// The cell of `length` letters that a point in degrees is in.
pub fn geohash(latitude: f64, longitude: f64, length: usize) -> String {
    let (mut south, mut north) = (-90.0, 90.0);
    let (mut west, mut east) = (-180.0, 180.0);
    let mut hash = String::with_capacity(length);
    let mut is_longitude = true;
    for _ in 0..length {
        let mut letter = 0;
        for _ in 0..5 {
            let upper = if is_longitude {
                halve(&mut west, &mut east, longitude)
            } else {
                halve(&mut south, &mut north, latitude)
            };
            letter = letter << 1 | usize::from(upper);
            is_longitude = !is_longitude;
        }
        hash.push(char::from(LETTERS[letter]));
    }
    hash
}

/// Narrows a span to the half that `value` is in, and says whether that is the upper one.
fn halve(low: &mut f64, high: &mut f64, value: f64) -> bool {
    let middle = f64::midpoint(*low, *high);
    let upper = value >= middle;
    *if upper { low } else { high } = middle;
    upper
}

/// The cells that cover all points within `km` kilometers of `center`, all of one length. They reach further than
/// that at the corners: whoever needs it exact asks [`distance_km`] besides.
pub fn within(center: &Place, km: f64) -> Vec<String> {
    let km = km.clamp(0.0, EARTH_KM);
    let up = km / KM_A_DEGREE;
    let widest = (center.latitude.abs() + up).min(89.0).to_radians().cos();
    let along = (up / widest).min(180.0);
    let length = (1..=6)
        .rev()
        .find(|length| {
            let (height, width) = cell(*length);
            (2.0 * up / height + 2.0) * (2.0 * along / width + 2.0) <= MOST_CELLS
        })
        .unwrap_or(1);
    let (height, width) = cell(length);
    let mut cells = BTreeSet::new();
    for latitude in steps(center.latitude, up, height) {
        for longitude in steps(center.longitude, along, width) {
            let latitude = latitude.clamp(-90.0, 90.0);
            let longitude = (longitude + 540.0).rem_euclid(360.0) - 180.0;
            cells.insert(geohash(latitude, longitude, length));
        }
    }
    cells.into_iter().collect()
}

/// Whether `other` is at most `km` kilometers from `center`.
pub fn is_within(center: &Place, km: f64, other: &Place) -> bool {
    // What lies too far north or south needs no arithmetic.
    let reach = km / KM_A_DEGREE + 0.01;
    (other.latitude - center.latitude).abs() <= reach && distance_km(center, other) <= km
}

/// The towns that are at most `km` kilometers from `center`. Looks at all there are.
pub fn towns_within(center: &Place, km: f64) -> Vec<PlaceId> {
    let table = table();
    let towns = (0..table.len()).filter(|rank| table.kind(*rank) == Kind::Town);
    let near = towns.filter(|rank| is_within(center, km, &table.place(*rank)));
    near.map(|rank| table.id(rank)).collect()
}

/// Height and width in degrees of a cell whose name has `length` letters.
fn cell(length: usize) -> (f64, f64) {
    let bits = 5 * length;
    let halved = |times: usize| f64::from(1_u32 << times);
    (180.0 / halved(bits / 2), 360.0 / halved(bits.div_ceil(2)))
}

/// Points from `middle - reach` to `middle + reach`, none further from the next than `step`.
fn steps(middle: f64, reach: f64, step: f64) -> impl Iterator<Item = f64> {
    let count = (2.0 * reach / step).ceil() as usize;
    (0..=count).map(move |at| (middle - reach + at as f64 * step).min(middle + reach))
}

#[cfg(test)]
mod tests {
    use super::{super::resolve, *};

    #[test]
    fn a_cell_is_named_as_others_name_it() {
        assert_eq!(geohash(57.64911, 10.40744, 11), "u4pruydqqvj");
        assert_eq!(geohash(-25.38262, -49.26561, 8), "6gkzwgjz");
    }

    #[test]
    fn cells_cover_what_is_near() {
        let place = |text| resolve(text).unwrap_or_else(|| panic!("{text} is no place"));
        let (berlin, munich) = (place("Berlin"), place("Munich"));
        let km = distance_km(&berlin, &munich);
        assert!((500.0..510.0).contains(&km), "{km}");
        for center in ["Berlin", "Singapore", "Reykjavík", "Suva, Fiji", "Auckland"].map(place) {
            for km in [0.0, 10.0, 50.0, 200.0, 1000.0] {
                let cells = within(&center, km);
                assert!((1..=40).contains(&cells.len()), "{} {km}", center.name);
                let length = cells[0].len();
                let table = table();
                let others = (0..table.len()).step_by(7).map(|rank| table.place(rank));
                let near = others.filter(|other| distance_km(&center, other) <= km);
                for other in near {
                    assert!(is_within(&center, km, &other), "{}", other.name);
                    let cell = geohash(other.latitude, other.longitude, length);
                    assert!(cells.contains(&cell), "{} {km} {}", center.name, other.name);
                }
            }
        }
    }
}
