//! What a page makes of one brand color: for light and for dark pages a shade that is read on every surface,
//! what is written on it, and a faint surface of the same hue.

use super::color::{Color, Oklch};

/// The contrast that text needs (WCAG 2.2, 1.4.3).
const ENOUGH: f64 = 4.5;

/// How far a shade is from the next.
const STEP: f64 = 0.005;

/// `--page` and `--card` of `static/css/00-base.css` for light pages, and for dark ones.
pub const LIGHT_SURFACES: [Color; 2] = [Color([0xf6, 0xf7, 0xf9]), Color::WHITE];
pub const DARK_SURFACES: [Color; 2] = [Color([0x0f, 0x12, 0x16]), Color([0x17, 0x1b, 0x21])];

/// The colors of a page.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Scheme {
    /// Links, and what is ticked.
    pub brand: Color,
    /// The tick.
    pub on_brand: Color,
    /// A button.
    pub fill: Color,
    /// A button below the pointer.
    pub hover: Color,
    /// What is written on both.
    pub on_fill: Color,
    /// A surface that stands out a little.
    pub tint: Color,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Palette {
    /// The color that it is made of.
    pub chosen: Color,
    pub light: Scheme,
    pub dark: Scheme,
}

impl Palette {
    /// The colors of pages whose brand is `color`. A shade that can be read as it is stays as it is.
    pub fn of(color: Color) -> Self {
        let seen = color.oklch();
        let faint = |lightness, most: f64| {
            let chroma = seen.chroma.min(most);
            let tint = Oklch {
                lightness,
                chroma,
                ..seen
            };
            tint.color()
        };
        let light = faint(0.955, 0.025);
        let dark = faint(0.28, 0.045);
        Self {
            chosen: color,
            // On a light page a button has the color itself: yellow made dark enough for links is olive.
            light: Scheme::new(color, Some(color), light, LIGHT_SURFACES, -STEP),
            dark: Scheme::new(color, None, dark, DARK_SURFACES, STEP),
        }
    }

    /// The end of a style sheet that sets them.
    pub fn css(self) -> String {
        format!(
            ":root{{{}}}\n@media (prefers-color-scheme:dark){{:root{{{}}}}}\n",
            self.light.css(),
            self.dark.css()
        )
    }
}

impl Scheme {
    fn new(
        color: Color,
        fill: Option<Color>,
        tint: Color,
        [page, card]: [Color; 2],
        step: f64,
    ) -> Self {
        let brand = readable(color, &[page, card, tint], step);
        let fill = fill.unwrap_or(brand);
        let on_fill = written_on(fill);
        Self {
            brand,
            on_brand: written_on(brand),
            fill,
            hover: away_from(on_fill, fill),
            on_fill,
            tint,
        }
    }

    fn css(self) -> String {
        format!(
            "--brand:{};--on-brand:{};--fill:{};--hover:{};--on-fill:{};--tint:{}",
            self.brand.css(),
            self.on_brand.css(),
            self.fill.css(),
            self.hover.css(),
            self.on_fill.css(),
            self.tint.css()
        )
    }
}

/// White, or where that is not read on `color` a dark shade of it, or black.
fn written_on(color: Color) -> Color {
    let seen = color.oklch();
    let ink = Oklch {
        lightness: 0.2,
        chroma: seen.chroma.min(0.04),
        ..seen
    };
    [Color::WHITE, ink.color()]
        .into_iter()
        .find(|text| text.contrast(color) >= ENOUGH)
        .unwrap_or(Color::BLACK)
}

/// A shade of `color` that is a little further from what is written on it.
fn away_from(text: Color, color: Color) -> Color {
    let seen = color.oklch();
    let step = match text {
        Color::WHITE => -0.05,
        _ => 0.05,
    };
    let lightness = (seen.lightness + step).clamp(0.0, 1.0);
    let shade = Oklch { lightness, ..seen }.color();
    // What loses chroma may not gain light.
    if shade.contrast(text) >= color.contrast(text) {
        shade
    } else {
        color
    }
}

/// The shade of `color` nearest to it, in the direction of `step`, that is read on each of `surfaces`.
fn readable(color: Color, surfaces: &[Color], step: f64) -> Color {
    let is_read = |shade: Color| surfaces.iter().all(|on| shade.contrast(*on) >= ENOUGH);
    let seen = color.oklch();
    let mut shade = color;
    let mut lightness = seen.lightness;
    while !is_read(shade) && (0.0..=1.0).contains(&lightness) {
        lightness += step;
        shade = Oklch { lightness, ..seen }.color();
    }
    shade
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_seventeenth() -> impl Iterator<Item = Color> {
        let steps = || (0..=255_u8).step_by(17);
        steps().flat_map(move |red| {
            steps().flat_map(move |green| steps().map(move |blue| Color([red, green, blue])))
        })
    }

    #[test]
    fn whatever_the_color_links_and_buttons_are_read_on_light_and_on_dark_pages() {
        for color in every_seventeenth() {
            let Palette { light, dark, .. } = Palette::of(color);
            for (scheme, [page, card]) in [(light, LIGHT_SURFACES), (dark, DARK_SURFACES)] {
                for surface in [page, card, scheme.tint, scheme.on_brand] {
                    let contrast = scheme.brand.contrast(surface);
                    assert!(contrast >= ENOUGH, "{color:?} {scheme:?}: {contrast}");
                }
                for button in [scheme.fill, scheme.hover] {
                    let contrast = scheme.on_fill.contrast(button);
                    assert!(contrast >= ENOUGH, "{color:?} {scheme:?}: {contrast}");
                }
            }
        }
    }

    #[test]
    fn a_button_on_a_light_page_has_the_color_itself_and_dark_words_where_it_is_light() {
        for color in every_seventeenth() {
            assert_eq!(Palette::of(color).light.fill, color);
        }
        let yellow = Palette::of(Color([0xff, 0xd4, 0x00])).light;
        assert!(yellow.on_fill.oklch().lightness < 0.3, "{yellow:?}");
        assert!(yellow.brand.oklch().lightness < 0.6, "links are darker");
        let green = Palette::of(Color([0x0f, 0x5c, 0x4d])).light;
        assert_eq!((green.fill, green.on_fill), (green.brand, Color::WHITE));
    }

    #[test]
    fn the_shade_keeps_its_hue_and_a_color_that_is_read_stays_as_it_is() {
        for color in every_seventeenth() {
            let Palette { light, dark, .. } = Palette::of(color);
            for brand in [light.brand, dark.brand] {
                let (chosen, shade) = (color.oklch(), brand.oklch());
                // The hue of what is nearly gray is a matter of rounding.
                if chosen.chroma > 0.05 && shade.chroma > 0.05 {
                    let apart = (chosen.hue - shade.hue).sin().abs();
                    assert!(apart < 0.1, "{color:?} became {brand:?}");
                }
            }
        }
        let green = Color([0x0f, 0x5c, 0x4d]);
        assert_eq!(Palette::of(green).light.brand, green);
        let mint = Color([0x5f, 0xd0, 0xb5]);
        assert_eq!(Palette::of(mint).dark.brand, mint);
    }
}
