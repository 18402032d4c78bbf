//! How the API describes a search.

use utoipa::{
    IntoParams, PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, Type},
};

use crate::jobs::{EmploymentType, PayPeriod, Workplace};

/// The search, as the page `/jobs` has it in its address.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "described here, read by JobQuery")]
pub struct SearchParams {
    /// Search words. Put "phrases" in quotes; exclude a word with `-word`.
    #[param(max_length = 200)]
    q: Option<String>,
    /// A location. Finds jobs in this place, or with all of these words in their location. Repeat it to match any of
    /// several, five at most; `remote` beside others matches remote jobs, too.
    #[param(inline, explode = true, max_items = 5, example = json!(["berlin"]))]
    place: Option<Vec<PlaceName>>,
    /// How far from a town, in kilometers or miles: `25km`, `10mi`. Needs a town as `place`; applies to each.
    #[param(
        pattern = "^([1-9]|[1-9][0-9]|[1-4][0-9]{2}|500)(km|mi)$",
        example = "25km"
    )]
    within: Option<String>,
    /// `on_site`, `hybrid` or `remote`. Repeat it to match any of several.
    #[param(inline, explode = true)]
    workplace: Option<Vec<Workplace>>,
    /// Any of several.
    #[param(inline, explode = true, rename = "type")]
    employment_type: Option<Vec<EmploymentType>>,
    #[param(pattern = "^[A-Za-z]", max_length = 80)]
    category: Option<String>,
    #[param(pattern = "^[A-Za-z]", max_length = 30)]
    tag: Option<String>,
    /// The company's slug, as in its address.
    #[param(pattern = "^[A-Za-z]", max_length = 120)]
    company: Option<String>,
    /// Minimum pay, in `currency` and per `per`.
    #[param(pattern = "^[1-9][0-9]{0,9}$", example = "52000")]
    pay: Option<String>,
    /// An ISO 4217 code. Default: that of the country of `place`, or `USD`.
    #[param(
        pattern = "^(USD|EUR|GBP|CHF|CAD|AUD|INR|JPY|[A-Z]{3})$",
        example = "USD"
    )]
    currency: Option<String>,
    /// The period of the pay. Default: `YEAR`.
    #[param(inline)]
    per: Option<PayPeriod>,
    /// `yes` finds only jobs that state their pay.
    #[param(pattern = "^yes$")]
    paid: Option<String>,
    /// Posted in the last 1, 7 or 30 days.
    #[param(pattern = "^(1|7|30)$")]
    days: Option<String>,
    /// `newest`, or `relevance` for the best matches first.
    #[param(pattern = "^(newest|relevance)$")]
    sort: Option<String>,
    /// The page of the best matches. Use the address in `next`.
    #[param(minimum = 1, maximum = 50)]
    page: Option<u8>,
    /// The end of the previous page. Use the address in `next`.
    #[param(minimum = 1)]
    before: Option<i64>,
    /// The start of the next page. Use the address in `previous`.
    #[param(minimum = 1)]
    after: Option<i64>,
}

/// The name of a place.
pub enum PlaceName {}

impl PartialSchema for PlaceName {
    fn schema() -> RefOr<Schema> {
        let name = ObjectBuilder::new().schema_type(Type::String);
        name.pattern(Some("^[A-Za-z][^;|•；]*$"))
            .max_length(Some(100))
            .into()
    }
}

impl ToSchema for PlaceName {}
