//! What the feeds hand to the app.

use super::{feed, ids, indeed, picture, sitemap, well_known};
use crate::http::{
    endpoint::{Endpoint, Guard, get},
    feature::Feature,
};

pub const FEATURE: Feature = Feature {
    name: "feeds",
    endpoints,
    prepare: ids::remember,
    ..Feature::EMPTY
};

fn endpoints() -> Vec<Endpoint> {
    use Guard::Anyone;
    vec![
        get("/jobs.indeed.xml", Anyone, indeed::show),
        get("/jobs.{format:atom|rss|json}", Anyone, feed::index),
        get("/remote.{format:atom|rss|json}", Anyone, feed::remote),
        get("/tags/{slug}.{format:atom|rss|json}", Anyone, feed::tag),
        get(
            "/companies/{slug}.{format:atom|rss|json}",
            Anyone,
            feed::company,
        ),
        get("/places/{slug}.{format:atom|rss|json}", Anyone, feed::place),
        get("/sitemap.xml", Anyone, sitemap::index),
        get("/sitemaps/{file}.xml", Anyone, sitemap::file),
        get("/robots.txt", Anyone, well_known::robots),
        get("/.well-known/security.txt", Anyone, well_known::security),
        get("/opensearch.xml", Anyone, well_known::open_search),
        get("/jobs/{job}/picture.png", Anyone, picture::show),
    ]
}
