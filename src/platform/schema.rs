//! The tables, the same for both databases.

diesel::table! {
    accounts (id) {
        id -> BigInt,
        email -> Text,
        name -> Text,
        password_hash -> Text,
        role -> Text,
        created_at -> Timestamp,
        disabled_at -> Nullable<Timestamp>,
        verified_at -> Nullable<Timestamp>,
        is_guest -> Bool,
    }
}

diesel::table! {
    sessions (id) {
        id -> Text,
        account_id -> BigInt,
        created_at -> Timestamp,
        last_seen_at -> Timestamp,
        user_agent -> Text,
        address -> Text,
    }
}

diesel::table! {
    api_tokens (id) {
        id -> BigInt,
        account_id -> BigInt,
        name -> Text,
        hash -> Text,
        scope -> Text,
        created_at -> Timestamp,
        last_used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    mail_tokens (hash) {
        hash -> Text,
        purpose -> Text,
        account_id -> Nullable<BigInt>,
        email -> Text,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    reports (id) {
        id -> BigInt,
        job_id -> BigInt,
        visitor -> Text,
        network -> Text,
        account_id -> Nullable<BigInt>,
        reason -> Text,
        text -> Text,
        email -> Nullable<Text>,
        created_at -> Timestamp,
        decision -> Nullable<Text>,
        decided_at -> Nullable<Timestamp>,
        decided_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    guest_postings (hash) {
        hash -> Text,
        email -> Text,
        form -> Text,
        created_at -> Timestamp,
        job_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    tries (subject, source) {
        subject -> Text,
        source -> Text,
        used_until -> BigInt,
    }
}

diesel::table! {
    second_factors (account_id) {
        account_id -> BigInt,
        sealed_secret -> Text,
        last_step -> BigInt,
        created_at -> Timestamp,
    }
}

diesel::table! {
    recovery_codes (hash) {
        hash -> Text,
        account_id -> BigInt,
    }
}

diesel::table! {
    outbox (id) {
        id -> BigInt,
        message_id -> Text,
        recipient -> Nullable<Text>,
        subject -> Text,
        sealed_body -> Text,
        created_at -> Timestamp,
        due_at -> Nullable<Timestamp>,
        attempts -> Integer,
        last_error -> Nullable<Text>,
        webhook_id -> Nullable<BigInt>,
        job_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    tasks (id) {
        id -> BigInt,
        kind -> Text,
        key -> Nullable<Text>,
        queue -> Nullable<Text>,
        payload -> Text,
        created_at -> Timestamp,
        due_at -> Nullable<Timestamp>,
        attempts -> Integer,
        leased_until -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
    }
}

diesel::table! {
    previews (id) {
        id -> BigInt,
        key -> Text,
        account_id -> BigInt,
        job_id -> Nullable<BigInt>,
        form -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    webhooks (id) {
        id -> BigInt,
        account_id -> BigInt,
        url -> Text,
        sealed_secret -> Text,
        scope -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    deliveries (id) {
        id -> BigInt,
        webhook_id -> BigInt,
        message_id -> Text,
        event -> Text,
        at -> Timestamp,
        attempt -> Integer,
        status -> Nullable<Integer>,
        outcome -> Text,
        milliseconds -> Integer,
    }
}

diesel::table! {
    audit_log (id) {
        id -> BigInt,
        at -> Timestamp,
        actor_id -> Nullable<BigInt>,
        action -> Text,
        subject_kind -> Text,
        subject_id -> BigInt,
        detail -> Text,
        address -> Text,
        request_id -> Text,
    }
}

diesel::table! {
    jobs (id) {
        id -> BigInt,
        owner_id -> Nullable<BigInt>,
        status -> Text,
        title -> Text,
        company -> Text,
        company_url -> Nullable<Text>,
        location -> Text,
        locality -> Nullable<Text>,
        region -> Nullable<Text>,
        country -> Nullable<Text>,
        workplace -> Text,
        applicant_location -> Nullable<Text>,
        employment_type -> Nullable<Text>,
        category -> Nullable<Text>,
        tags -> Text,
        pay_min -> Nullable<BigInt>,
        pay_max -> Nullable<BigInt>,
        pay_currency -> Nullable<Text>,
        pay_period -> Nullable<Text>,
        apply_method -> Text,
        apply_to -> Text,
        description -> Text,
        date_posted -> Nullable<Timestamp>,
        valid_through -> Nullable<Date>,
        version -> Integer,
        submission_key -> Nullable<Text>,
        closed_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        confirmed_at -> Nullable<Timestamp>,
        unconfirmed_at -> Nullable<Timestamp>,
        company_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    companies (id) {
        id -> BigInt,
        slug -> Text,
        name -> Text,
        website -> Nullable<Text>,
        about -> Text,
        links -> Text,
        logo -> Nullable<Text>,
        logo_large -> Nullable<Text>,
        state -> Text,
        note -> Text,
        approved_at -> Nullable<Timestamp>,
        version -> Integer,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    company_slugs (slug) {
        slug -> Text,
        company_id -> BigInt,
    }
}

diesel::table! {
    company_members (company_id, account_id) {
        company_id -> BigInt,
        account_id -> BigInt,
        role -> Text,
        since -> Timestamp,
    }
}

diesel::table! {
    company_invitations (id) {
        id -> BigInt,
        company_id -> BigInt,
        email -> Text,
        role -> Text,
        hash -> Text,
        invited_by -> Nullable<BigInt>,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    company_domains (id) {
        id -> BigInt,
        company_id -> BigInt,
        host -> Text,
        token -> Text,
        created_at -> Timestamp,
        verified_at -> Nullable<Timestamp>,
        failing_since -> Nullable<Timestamp>,
        checked_at -> Nullable<Timestamp>,
        due_at -> Nullable<Timestamp>,
        checks -> Integer,
        found -> Text,
    }
}

diesel::table! {
    company_refusals (id) {
        id -> BigInt,
        account_id -> BigInt,
        slug -> Text,
        name -> Text,
        website -> Nullable<Text>,
        note -> Text,
        reason -> Text,
        asked_at -> Timestamp,
        refused_at -> Timestamp,
    }
}

diesel::table! {
    company_merges (id) {
        id -> BigInt,
        into_id -> BigInt,
        name -> Text,
        moved -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    listings (position) {
        position -> BigInt,
        job_id -> BigInt,
        title -> Text,
        company -> Text,
        company_slug -> Text,
        place -> Text,
        workplace -> Text,
        employment_type -> Nullable<Text>,
        category -> Nullable<Text>,
        tags -> Text,
        pay_currency -> Nullable<Text>,
        pay_yearly -> BigInt,
        valid_through -> Nullable<Date>,
        location -> Nullable<Text>,
        pay_min -> Nullable<BigInt>,
        pay_max -> Nullable<BigInt>,
        pay_period -> Nullable<Text>,
        logo -> Nullable<Text>,
    }
}

diesel::table! {
    board_version (version) {
        version -> BigInt,
        board_id -> Text,
        feed_base -> Nullable<Text>,
        index_version -> Integer,
        listing_change -> BigInt,
    }
}

diesel::table! {
    suggestions (kind, key) {
        kind -> Text,
        key -> Text,
        text -> Text,
        jobs -> BigInt,
    }
}

diesel::table! {
    gone_jobs (job_id) {
        job_id -> BigInt,
    }
}

diesel::table! {
    job_views (job_id) {
        job_id -> BigInt,
        views -> BigInt,
    }
}

diesel::table! {
    job_statistics (job_id, day, event, visitor, source) {
        job_id -> BigInt,
        day -> Date,
        event -> Text,
        visitor -> Text,
        source -> Text,
        visits -> BigInt,
    }
}

diesel::table! {
    job_removals (job_id) {
        job_id -> BigInt,
        status -> Text,
        reason -> Text,
    }
}

diesel::table! {
    job_schedules (job_id) {
        job_id -> BigInt,
        publish_at -> Date,
        is_on -> Bool,
    }
}

diesel::table! {
    job_outcomes (job_id) {
        job_id -> BigInt,
        outcome -> Text,
    }
}

diesel::table! {
    reminders (id) {
        id -> BigInt,
        job_id -> BigInt,
        kind -> Text,
        day -> Date,
        sent_at -> Nullable<Timestamp>,
        answered_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    board_settings (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    job_sources (job_id) {
        job_id -> BigInt,
        name -> Text,
        value -> Text,
        digest -> Text,
        identity -> Nullable<Text>,
        edited -> Text,
        pay_left_out -> Text,
    }
}

diesel::table! {
    sources (id) {
        id -> BigInt,
        system -> Text,
        address -> Text,
        company -> Text,
        hours -> Integer,
        created_at -> Timestamp,
        due_at -> Timestamp,
        paused_at -> Nullable<Timestamp>,
        failures -> Integer,
        held -> Integer,
        validators -> Text,
        read_at -> Nullable<Timestamp>,
        trouble -> Text,
    }
}

diesel::table! {
    source_runs (id) {
        id -> BigInt,
        source_id -> BigInt,
        at -> Timestamp,
        milliseconds -> Integer,
        outcome -> Text,
        trouble -> Text,
        found -> Integer,
        added -> Integer,
        updated -> Integer,
        reopened -> Integer,
        closed -> Integer,
        missing -> Integer,
        own -> Integer,
        refused -> Integer,
        notes -> Text,
    }
}

diesel::table! {
    source_postings (id) {
        id -> BigInt,
        source_id -> BigInt,
        name -> Text,
        value -> Text,
        job_id -> Nullable<BigInt>,
        missing -> Integer,
        state -> Text,
    }
}

diesel::table! {
    listing_changes (job_id) {
        job_id -> BigInt,
        number -> BigInt,
        stamp -> BigInt,
    }
}

diesel::joinable!(sessions -> accounts (account_id));
diesel::joinable!(api_tokens -> accounts (account_id));
diesel::joinable!(webhooks -> accounts (account_id));
diesel::joinable!(second_factors -> accounts (account_id));
diesel::joinable!(audit_log -> accounts (actor_id));
diesel::joinable!(jobs -> accounts (owner_id));
diesel::joinable!(company_slugs -> companies (company_id));
diesel::joinable!(company_members -> companies (company_id));
diesel::joinable!(company_members -> accounts (account_id));
diesel::joinable!(company_invitations -> companies (company_id));
diesel::joinable!(company_domains -> companies (company_id));
diesel::joinable!(job_sources -> jobs (job_id));
diesel::joinable!(job_schedules -> jobs (job_id));
diesel::joinable!(job_statistics -> jobs (job_id));
diesel::joinable!(listings -> jobs (job_id));
diesel::joinable!(reminders -> jobs (job_id));
diesel::joinable!(source_postings -> jobs (job_id));
diesel::joinable!(source_runs -> sources (source_id));
diesel::allow_tables_to_appear_in_same_query!(
    accounts,
    api_tokens,
    audit_log,
    companies,
    company_domains,
    company_invitations,
    company_members,
    company_slugs,
    job_schedules,
    job_sources,
    job_statistics,
    jobs,
    listing_changes,
    listings,
    reminders,
    second_factors,
    sessions,
    source_postings,
    source_runs,
    sources,
    webhooks
);
