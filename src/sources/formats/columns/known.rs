//! What the fields are called in common exports.

/// The fields that a row may have, and the columns that they are found in elsewhere: the first that is not
/// empty counts. Names are compared without case; what is no letter and no digit is an underscore.
pub const FIELDS: &[(&str, &str)] = &[
    ("identifier_name", "source_name"),
    (
        "identifier_value",
        "id job_id jobid reference referencenumber reference_number ref req_id requisition_id \
         guid external_id kennziffer referenznummer",
    ),
    (
        "title",
        "job_title jobtitle position position_title role job job_name titel stellentitel \
         stellenbezeichnung jobtitel bezeichnung",
    ),
    (
        "company",
        "company_name companyname employer employer_name organization organisation \
         hiring_organization firma firmenname unternehmen arbeitgeber",
    ),
    (
        "company_url",
        "company_website company_link website employer_website",
    ),
    (
        "workplace",
        "workplace_type work_setting remote_type arbeitsmodell",
    ),
    (
        "telecommute",
        "remote remote_allowed is_remote remote_position telecommuting homeoffice",
    ),
    (
        "location",
        "job_location place full_location standort arbeitsort ort einsatzort",
    ),
    ("locality", "city town stadt"),
    ("region", "state province bundesland"),
    ("country", "country_code land"),
    (
        "applicant_location",
        "applicant_location_requirements candidate_required_location remote_location",
    ),
    (
        "employment_type",
        "work_type job_type jobtype contract_type formatted_work_type type commitment \
         anstellungsart beschaeftigungsart beschäftigungsart arbeitszeit art vertragsart",
    ),
    (
        "category",
        "industry department job_function function team kategorie abteilung branche",
    ),
    ("tags", "skills keywords labels schlagworte"),
    (
        "pay_min",
        "min_salary salary_min minimum_salary salary_from pay_from min_amount gehalt_von \
         gehalt_min salary salary_range compensation pay pay_range gehalt lohn vergütung verguetung",
    ),
    (
        "pay_max",
        "max_salary salary_max maximum_salary salary_to pay_to max_amount gehalt_bis gehalt_max",
    ),
    ("pay_currency", "currency salary_currency waehrung währung"),
    (
        "pay_period",
        "salary_period salary_type interval salary_interval pay_interval",
    ),
    ("apply_method", "how_to_apply"),
    ("apply_to", ""),
    ("apply_email", "email application_email contact_email"),
    (
        "apply_url",
        "url application_url apply_link application_link job_url_direct job_url joburl \
         job_posting_url job_link link absolute_url apply application bewerbungslink",
    ),
    (
        "description",
        "job_description jobdescription description_html body content details beschreibung \
         stellenbeschreibung text",
    ),
    (
        "date_posted",
        "dateposted posted_at post_date published_at publish_date posting_date \
         posted_date publication_date listed_time original_listed_time created_at date \
         veroeffentlicht veröffentlicht datum",
    ),
    (
        "valid_through",
        "validthrough expires expires_at expiry expiry_date expiration_date expirationdate \
         closing_date close_date deadline application_deadline end_date bewerbungsfrist \
         gueltig_bis gültig_bis",
    ),
];

/// Those of the columns above that have German names.
pub const GERMAN: &str = "kennziffer referenznummer titel stellentitel stellenbezeichnung jobtitel bezeichnung firma \
    firmenname unternehmen arbeitgeber arbeitsmodell standort arbeitsort ort einsatzort stadt bundesland land \
    anstellungsart beschaeftigungsart beschäftigungsart arbeitszeit kategorie abteilung branche schlagworte gehalt \
    lohn vergütung verguetung art vertragsart gehalt_von gehalt_bis gehalt_min gehalt_max waehrung währung bewerbungslink beschreibung stellenbeschreibung \
    veroeffentlicht veröffentlicht datum bewerbungsfrist gueltig_bis gültig_bis";
