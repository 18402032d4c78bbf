//! What can be set.

/// One setting: the environment variable, its default as shown to people, and what it does.
#[derive(Debug)]
pub struct Setting {
    pub name: &'static str,
    pub default: &'static str,
    pub about: &'static str,
}

/// Every setting there is. The README documents each of them; a test says so.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "DATABASE_URL",
        default: "sqlite:DATA_DIR/jobboard.db",
        about: "`sqlite:PATH` or `postgres://user:password@host/database`",
    },
    Setting {
        name: "BIND",
        default: "127.0.0.1:8080",
        about: "address and port to listen on",
    },
    Setting {
        name: "METRICS_BIND",
        default: "none",
        about: "address and port on which `/metrics` is served for Prometheus, with `/livez` and `/readyz`",
    },
    Setting {
        name: "BASE_URL",
        default: "http://BIND",
        about: "the address people type; `https://…` makes the session cookie `__Host-` and `Secure`",
    },
    Setting {
        name: "DATA_DIR",
        default: "data",
        about: "where the SQLite database and the generated signing key live",
    },
    Setting {
        name: "SITE_NAME",
        default: "Job board",
        about: "the name in the page header and titles",
    },
    Setting {
        name: "JWT_KEYS",
        default: "made once, kept in DATA_DIR/jwt_keys",
        about: "`id:secret[,id:secret…]`; the first signs, all verify; 32 characters or more each",
    },
    Setting {
        name: "TRUSTED_PROXIES",
        default: "none",
        about: "addresses or networks of the proxies in front, like `10.0.0.0/8`, whose `X-Forwarded-For` is believed",
    },
    Setting {
        name: "SMTP_URL",
        default: "none",
        about: "the mail server, `smtp://user:password@host:587` or `smtps://…`; without one, mails are written to DATA_DIR/mail",
    },
    Setting {
        name: "MAIL_FROM",
        default: "SITE_NAME <jobboard@host of BASE_URL>",
        about: "who mails are from",
    },
    Setting {
        name: "SECURITY_CONTACT",
        default: "MAIL_FROM",
        about: "who to tell of a hole, in /.well-known/security.txt: an email address or an `https://…` page",
    },
    Setting {
        name: "ALLOW_PRIVATE_WEBHOOKS",
        default: "no",
        about: "`yes` lets webhooks lead to addresses of this machine and its network, and over plain http",
    },
    Setting {
        name: "VERIFY_EMAIL",
        default: "auto",
        about: "whether an account counts only once its address is confirmed by mail: `yes`, `no`, or `auto` (yes with SMTP_URL)",
    },
    Setting {
        name: "LOG_FORMAT",
        default: "auto",
        about: "`human`, `json`, or `auto` (human on a terminal, JSON elsewhere)",
    },
    Setting {
        name: "DATABASE_CONNECTIONS",
        default: "4",
        about: "connections kept open to the database, 1 to 64",
    },
    Setting {
        name: "ALLOW_INSECURE_HTTP",
        default: "no",
        about: "`yes` permits an `http://` BASE_URL that is not this machine: passwords then travel in the clear",
    },
];
