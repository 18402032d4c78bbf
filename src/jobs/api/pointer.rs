//! Where in the JSON of a job its fields are.

/// The place of a field of the form (RFC 6901).
pub fn pointer(field: &str) -> &'static str {
    match field {
        "title" => "/title",
        "company" => "/hiringOrganization/name",
        "company_url" => "/hiringOrganization/sameAs",
        "workplace" => "/workplace",
        "location" => "/jobLocation/name",
        "locality" => "/jobLocation/address/addressLocality",
        "region" => "/jobLocation/address/addressRegion",
        "country" => "/jobLocation/address/addressCountry",
        "applicant_location" => "/applicantLocationRequirements/name",
        "employment_type" => "/employmentType",
        "category" => "/industry",
        "tags" => "/keywords",
        "pay_min" => "/baseSalary/value/minValue",
        "pay_max" => "/baseSalary/value/maxValue",
        "pay_currency" => "/baseSalary/currency",
        "pay_period" => "/baseSalary/value/unitText",
        "apply_method" | "apply_to" => "/applicationContact",
        "description" => "/description",
        "valid_through" => "/validThrough",
        "publish_at" => "/publishOn",
        _ => "",
    }
}
