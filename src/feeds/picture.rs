//! The picture of a job that is shown where its link is shared: title, company and pay, as a PNG.

use std::{
    ops::Range,
    sync::{LazyLock, Mutex, PoisonError},
};

use actix_web::{
    HttpResponse,
    http::header::{self, HeaderValue},
    web::{self, Bytes, Data},
};
use chrono::NaiveDate;
use cosmic_text::{
    Attrs, Buffer, Color as Ink, Ellipsize, EllipsizeHeightLimit, Family, FontSystem, Metrics,
    Shaping, SwashCache, Weight, fontdb,
};
use image::ImageFormat;
use tokio::sync::Semaphore;

use crate::{
    accounts::Visitor,
    companies::naming,
    http::{board::Board, error::Error, picture as stored},
    jobs::{Job, location, path::JobPath, show::find_visible},
    text::color::Color,
};

/// Pixels, as Open Graph recommends.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// Pixels left free on each side.
const MARGIN: i32 = 80;

/// Pixels of a company's logo, above the title.
const LOGO: u32 = 96;

/// What a font draws for a character that it lacks: a box.
const NO_GLYPH: u16 = 0;

/// Seconds for which the picture of a version may be kept: it never changes.
const FRESH: &str = "public, max-age=604800";

/// Its owner sees more than everybody.
const PRIVATE: &str = "no-store";

const PAPER: [u8; 3] = [0xfb, 0xfa, 0xf8];
const INK: Ink = Ink::rgb(0x1c, 0x1b, 0x1a);
const FAINT: Ink = Ink::rgb(0x5b, 0x58, 0x54);

/// Fonts take a while to open and drawing takes all of a core: one picture is drawn at a time.
static PEN: LazyLock<Mutex<Pen>> = LazyLock::new(|| Mutex::new(Pen::new()));

/// Whoever draws: the others wait here, and not on the threads that the database is asked on.
static TURN: Semaphore = Semaphore::const_new(1);

struct Pen {
    fonts: FontSystem,
    glyphs: SwashCache,
}

/// The lines of a picture.
struct Words {
    site: String,
    /// The stripe above them.
    color: Color,
    title: String,
    company: String,
    facts: String,
    /// The company's logo as a PNG.
    logo: Option<Bytes>,
}

/// `GET /jobs/{job}/picture.png`
pub async fn show(
    board: Data<Board>,
    visitor: Visitor,
    path: JobPath,
) -> Result<HttpResponse, Error> {
    let now = board.clock.moment();
    let freshness = match visitor.account {
        Some(_) => PRIVATE,
        None => FRESH,
    };
    let (job, logo) = board
        .read(move |db| {
            let (job, _) = find_visible(db, &visitor, path.id, now)?;
            let named = naming::named(db, &job.fields.company)?;
            let logo = named.logo.filter(|_| job.company_id.is_some());
            Ok::<_, Error>((job, logo))
        })
        .await?;
    let logo = match logo {
        Some(hash) => board.uploads.get(&stored::file(&hash)).await?,
        None => None,
    };
    let words = Words {
        logo,
        ..Words::of(&job, &board, now.today())
    };
    let turn = TURN.acquire().await.map_err(Error::internal)?;
    let png = web::block(move || draw(&words)).await?;
    drop(turn);
    let png = png.map_err(Error::internal)?;
    let mut response = HttpResponse::Ok().content_type("image/png").body(png);
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(freshness));
    // Other sites show it: that is what it is for.
    headers.insert(
        header::HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    );
    Ok(response)
}

impl Words {
    fn of(job: &Job, board: &Board, today: NaiveDate) -> Self {
        let (locale, brand) = (board.config.locale, board.brand());
        let fields = &job.fields;
        let pay = fields.pay().map(|pay| pay.in_words(locale));
        let place = location::of(fields, locale);
        let facts: Vec<String> = if job.is_open(today) {
            [Some(place), pay].into_iter().flatten().collect()
        } else {
            vec![locale.text(&job.status_label(today))]
        };
        Self {
            site: brand.site_name.clone(),
            color: brand.color(),
            title: fields.title.clone(),
            company: fields.company.clone(),
            facts: facts
                .into_iter()
                .filter(|fact| !fact.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            logo: None,
        }
    }
}

fn draw(words: &Words) -> Result<Vec<u8>, png::EncodingError> {
    let mut pen = PEN.lock().unwrap_or_else(PoisonError::into_inner);
    // Kept, the glyphs of every size and script would pile up.
    pen.glyphs = SwashCache::new();
    let mut canvas = Canvas::new(words.color);
    let bottom = HEIGHT as i32 - MARGIN;
    if let Some(logo) = &words.logo {
        canvas.place(logo);
    }
    pen.write(
        &mut canvas,
        &words.site,
        30.0,
        Weight::NORMAL,
        FAINT,
        1,
        MARGIN,
    );
    let size = if words.title.chars().count() > 60 {
        52.0
    } else {
        66.0
    };
    let title = pen.write(
        &mut canvas,
        &words.title,
        size,
        Weight::BOLD,
        INK,
        3,
        MARGIN + 80,
    );
    pen.write(
        &mut canvas,
        &words.company,
        38.0,
        Weight::NORMAL,
        INK,
        1,
        title + 28,
    );
    pen.write(
        &mut canvas,
        &words.facts,
        34.0,
        Weight::NORMAL,
        FAINT,
        1,
        bottom - 46,
    );
    canvas.png()
}

impl Pen {
    fn new() -> Self {
        let mut known = fontdb::Database::new();
        known.load_font_data(dejavu::sans::regular().to_vec());
        known.load_font_data(dejavu::sans::bold().to_vec());
        // Scripts that DejaVu lacks are drawn where the machine has a font for them.
        known.load_system_fonts();
        Self {
            fonts: FontSystem::new_with_locale_and_db("en".into(), known),
            glyphs: SwashCache::new(),
        }
    }

    /// Writes `text` in at most `lines` lines from `top` down, and returns where they end.
    #[expect(
        clippy::too_many_arguments,
        reason = "a line of text has so many sides"
    )]
    fn write(
        &mut self,
        canvas: &mut Canvas,
        text: &str,
        size: f32,
        weight: Weight,
        color: Ink,
        lines: usize,
        top: i32,
    ) -> i32 {
        let line = size * 1.25;
        let mut buffer = Buffer::new(&mut self.fonts, Metrics::new(size, line));
        let mut buffer = buffer.borrow_with(&mut self.fonts);
        buffer.set_size(Some((WIDTH as i32 - 2 * MARGIN) as f32), None);
        buffer.set_ellipsize(Ellipsize::End(EllipsizeHeightLimit::Lines(lines)));
        let attributes = Attrs::new()
            .family(Family::Name("DejaVu Sans"))
            .weight(weight);
        buffer.set_text(text, &attributes, Shaping::Advanced, None);
        let lost: Vec<Range<usize>> = buffer
            .layout_runs()
            .flat_map(|run| run.glyphs)
            .filter(|glyph| glyph.glyph_id == NO_GLYPH)
            .map(|glyph| glyph.start..glyph.end)
            .collect();
        if !lost.is_empty() {
            // Signs that no font has are dropped; text whose letters no font has is left out whole.
            let Some(known) = without_signs(text, &lost) else {
                return top;
            };
            buffer.set_text(&known, &attributes, Shaping::Advanced, None);
        }
        let used = buffer.layout_runs().count().min(lines);
        buffer.draw(&mut self.glyphs, color, |x, y, width, height, color| {
            canvas.blend(x + MARGIN, y + top, width, height, color);
        });
        top + (line * used as f32) as i32
    }
}

/// `text` without the parts that no font has, if none of them is a letter or a digit.
fn without_signs(text: &str, lost: &[Range<usize>]) -> Option<String> {
    let is_lost = |at: usize| lost.iter().any(|range| range.contains(&at));
    let mut known = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match is_lost(at) {
            true if c.is_alphanumeric() => return None,
            true => {}
            false => known.push(c),
        }
    }
    Some(known)
}

/// Pixels, red, green and blue.
struct Canvas(Vec<u8>);

impl Canvas {
    fn new(stripe_color: Color) -> Self {
        let mut canvas = Self(PAPER.repeat((WIDTH * HEIGHT) as usize));
        let stripe = &mut canvas.0[..(WIDTH * 12 * 3) as usize];
        for pixel in stripe.chunks_exact_mut(3) {
            pixel.copy_from_slice(&stripe_color.0);
        }
        canvas
    }

    fn blend(&mut self, left: i32, top: i32, width: u32, height: u32, color: Ink) {
        let alpha = u32::from(color.a());
        for y in top..top.saturating_add(height as i32) {
            for x in left..left.saturating_add(width as i32) {
                let is_inside = (0..WIDTH as i32).contains(&x) && (0..HEIGHT as i32).contains(&y);
                if !is_inside {
                    continue;
                }
                let at = (y as usize * WIDTH as usize + x as usize) * 3;
                let ink = [color.r(), color.g(), color.b()];
                for (pixel, ink) in self.0[at..at + 3].iter_mut().zip(ink) {
                    let mixed = u32::from(ink) * alpha + u32::from(*pixel) * (255 - alpha);
                    *pixel = (mixed / 255) as u8;
                }
            }
        }
    }

    /// Puts a logo at the top right. One that cannot be read is left out.
    fn place(&mut self, png: &[u8]) {
        let Ok(picture) = image::load_from_memory_with_format(png, ImageFormat::Png) else {
            return;
        };
        let picture = picture.thumbnail(LOGO, LOGO).into_rgba8();
        let left = WIDTH as i32 - MARGIN - picture.width() as i32;
        let top = MARGIN / 2;
        for (x, y, pixel) in picture.enumerate_pixels() {
            let [r, g, b, a] = pixel.0;
            self.blend(left + x as i32, top + y as i32, 1, 1, Ink::rgba(r, g, b, a));
        }
    }

    fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut png = Vec::new();
        let mut encoder = png::Encoder::new(&mut png, WIDTH, HEIGHT);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Balanced);
        encoder.write_header()?.write_image_data(&self.0)?;
        Ok(png)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(title: &str) -> Words {
        Words {
            site: "Jobs".into(),
            color: Color::BLACK,
            title: title.into(),
            company: "Analytical Engines".into(),
            facts: "London".into(),
            logo: None,
        }
    }

    #[test]
    fn what_no_font_has_is_left_out_and_never_a_box() {
        let drawn = |title: &str| draw(&words(title)).unwrap_or_default();
        // Linear A, which nobody has read yet.
        assert!(drawn("𐘀𐘁𐘂") == drawn("𐘀"), "a title without a font");
        assert!(drawn("Baker") != drawn("𐘀"));
        let sign = drawn("Baker \u{10a7f}");
        assert!(sign == drawn("Baker "), "a sign without a font");
    }
}
