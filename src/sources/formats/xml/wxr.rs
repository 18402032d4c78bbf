//! WordPress's export (WXR) of WP Job Manager: posts of the type `job_listing`, whose fields are post meta.

use super::Element;
use crate::sources::{
    formats::record::{Mapped, Skip},
    import::Raw,
};

pub fn read(post: &Element) -> Mapped {
    if post.text("wp:post_type") != "job_listing" {
        return Err(Skip::PassedOver("is another post of WordPress than a job"));
    }
    if post.text("wp:status") != "publish" {
        return Err(Skip::PassedOver("is not published"));
    }
    let meta = |key: &str| {
        let mut fields = post.all("wp:postmeta");
        let field = fields.find(|field| field.text("wp:meta_key") == key);
        field
            .map(|field| field.text("wp:meta_value"))
            .unwrap_or_default()
    };
    if meta("_filled") == "1" {
        return Err(Skip::PassedOver("is filled"));
    }
    let terms = |domain: &str| {
        let terms: Vec<String> = post
            .all("category")
            .filter(|term| term.attribute("domain") == domain)
            .map(Element::inner)
            .collect();
        terms
    };
    let apply_to = match meta("_application") {
        none if none.is_empty() => post.text("link"),
        address => address,
    };
    Ok(Raw {
        source_name: site(&post.text("link")),
        source_value: post.first(&["wp:post_id", "guid"]),
        title: post.text("title"),
        description: post.text("content:encoded"),
        company: meta("_company_name"),
        company_url: meta("_company_website"),
        location: meta("_job_location"),
        telecommute: meta("_remote_position"),
        employment_type: terms("job_listing_type").join(", "),
        category: terms("job_listing_category")
            .into_iter()
            .next()
            .unwrap_or_default(),
        tags: terms("job_listing_tag").join(", "),
        apply_to,
        date_posted: post.first(&["wp:post_date_gmt", "wp:post_date"]),
        valid_through: meta("_job_expires"),
        pay_min: meta("_job_salary"),
        pay_currency: meta("_job_salary_currency"),
        pay_period: meta("_job_salary_unit"),
        ..Raw::default()
    })
}

/// The host of an address: post ids count for one site.
fn site(address: &str) -> String {
    let url = url::Url::parse(address).ok();
    let host = url.as_ref().and_then(url::Url::host_str);
    host.map(str::to_owned).unwrap_or_default()
}
