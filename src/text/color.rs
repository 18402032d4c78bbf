//! Colors: as people write them, as eyes see them (OKLCH), and how well one is read on another (WCAG 2.2).

/// Red, green and blue of sRGB.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Color(pub [u8; 3]);

/// The same color as eyes see it: https://bottosson.github.io/posts/oklab/
#[derive(Clone, Copy, Debug)]
pub struct Oklch {
    /// From 0, black, to 1, white.
    pub lightness: f64,
    /// 0 is gray.
    pub chroma: f64,
    /// In radians.
    pub hue: f64,
}

impl Color {
    pub const BLACK: Self = Self([0; 3]);
    pub const WHITE: Self = Self([0xff; 3]);

    /// Reads `#0f5c4d`, with or without the sign; nothing for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// The color as CSS writes it: `#0f5c4d`.
    pub fn css(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The contrast ratio of two colors, from 1 to 21; text needs 4.5.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Relative luminance, from 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    pub fn oklch(self) -> Oklch {
        let [red, green, blue] = self.0.map(linear);
        let long =
            (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let middle =
            (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short =
            (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let a = 1.977_998_495_1 * long - 2.428_592_205 * middle + 0.450_593_709_9 * short;
        let b = 0.025_904_037_1 * long + 0.782_771_766_2 * middle - 0.808_675_766 * short;
        Oklch {
            lightness: 0.210_454_255_3 * long + 0.793_617_785 * middle - 0.004_072_046_8 * short,
            chroma: a.hypot(b),
            hue: b.atan2(a),
        }
    }
}

impl Oklch {
    /// The nearest color that a screen shows, of the same hue and lightness: with less chroma, if it must be.
    pub fn color(self) -> Color {
        let shown = |chroma: f64| Self { chroma, ..self }.rgb();
        if let Some(color) = in_gamut(shown(self.chroma)) {
            return color;
        }
        let (mut inside, mut outside) = (0.0, self.chroma);
        for _ in 0..12 {
            let middle = f64::midpoint(inside, outside);
            match in_gamut(shown(middle)) {
                Some(_) => inside = middle,
                None => outside = middle,
            }
        }
        Color(shown(inside).map(encoded))
    }

    /// Linear red, green and blue, which may lie outside of what a screen shows.
    fn rgb(self) -> [f64; 3] {
        let (a, b) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let long = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let middle = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let short = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
        [
            4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short,
            -1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short,
            -0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701 * short,
        ]
    }
}

fn in_gamut(rgb: [f64; 3]) -> Option<Color> {
    let nearly = -0.000_1..=1.000_1;
    rgb.iter()
        .all(|part| nearly.contains(part))
        .then(|| Color(rgb.map(encoded)))
}

/// A part of a color in proportion to light.
fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.040_45 {
        part / 12.92
    } else {
        ((part + 0.055) / 1.055).powf(2.4)
    }
}

fn encoded(part: f64) -> u8 {
    let part = part.clamp(0.0, 1.0);
    let part = if part <= 0.003_130_8 {
        part * 12.92
    } else {
        1.055 * part.powf(1.0 / 2.4) - 0.055
    };
    (part * 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_color_is_six_hexadecimal_digits() {
        assert_eq!(Color::parse("#0F5c4d"), Some(Color([0x0f, 0x5c, 0x4d])));
        assert_eq!(Color::parse("0f5c4d"), Color::parse("#0f5c4d"));
        for wrong in [
            "", "#", "#0f5c4", "#0f5c4dd", "green", "#0f5c4g", "#+f5c4d", "#äää",
        ] {
            assert_eq!(Color::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Color([1, 2, 255]).css(), "#0102ff");
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((Color::BLACK.contrast(Color::WHITE) - 21.0).abs() < 1e-9);
        let gray = Color([0x76; 3]);
        assert!((gray.contrast(Color::WHITE) - 4.54).abs() < 0.01);
    }

    #[test]
    fn a_color_comes_back_from_the_way_eyes_see_it() {
        for red in (0..=255).step_by(51) {
            for green in (0..=255).step_by(51) {
                for blue in (0..=255).step_by(51) {
                    let color = Color([red, green, blue]);
                    assert_eq!(color.oklch().color(), color);
                }
            }
        }
    }
}
