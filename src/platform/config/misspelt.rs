//! Names that are nearly those of settings. A setting under a wrong name has no effect, and nobody
//! would notice.

use strsim::osa_distance;

use super::Setting;

/// What may stand in a `.env` file without being a setting: the log's filter, and what Compose reads
/// from the same file.
fn is_known(name: &str, settings: &[&Setting]) -> bool {
    ["RUST_LOG", "RUST_BACKTRACE", "PUBLISH"].contains(&name)
        || name.starts_with("COMPOSE_")
        || settings.iter().any(|setting| setting.name == name)
}

/// What to say of a name in a `.env` file, if anything.
pub fn in_file(name: &str, settings: &[&Setting]) -> Option<String> {
    if is_known(name, settings) {
        return None;
    }
    Some(match nearest(name, settings) {
        Some(setting) => format!(".env sets {name}, which is no setting. Is {setting} meant?"),
        None => format!(
            ".env sets {name}, which is no setting. `jobboard config` lists them; variables of other \
             programs belong in the environment"
        ),
    })
}

/// What to say of a variable in the environment, which holds much besides settings.
pub fn in_environment(name: &str, settings: &[&Setting]) -> Option<String> {
    if is_known(name, settings) {
        return None;
    }
    nearest(name, settings).map(|setting| {
        format!("the environment sets {name}, which is no setting. Is {setting} meant?")
    })
}

/// The setting whose name differs from `name` in case, in underscores, or by a slip of the finger or
/// two.
fn nearest(name: &str, settings: &[&Setting]) -> Option<&'static str> {
    let folded = fold(name);
    let slips = |setting: &str| osa_distance(&fold(setting), &folded);
    settings
        .iter()
        .map(|setting| (slips(setting.name), setting.name))
        .min()
        .filter(|(slips, setting)| *slips <= if setting.len() > 8 { 2 } else { 1 })
        .map(|(_, setting)| setting)
}

fn fold(name: &str) -> String {
    let bare = name.to_uppercase().replace(['_', '-'], "");
    bare.strip_prefix("JOBBOARD").unwrap_or(&bare).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{super::SETTINGS, *};

    #[test]
    fn slips_lead_to_the_setting_and_other_names_to_none() {
        let settings: Vec<&Setting> = SETTINGS.iter().collect();
        for (name, setting) in [
            ("SITENAME", Some("SITE_NAME")),
            ("site_name", Some("SITE_NAME")),
            ("SITE_NMAE", Some("SITE_NAME")),
            ("JOBBOARD_BASE_URL", Some("BASE_URL")),
            ("DATABSE_URL", Some("DATABASE_URL")),
            ("JWT_KEY", Some("JWT_KEYS")),
            ("TRUSTED_PROXY", None),
            ("SMTP_URI", Some("SMTP_URL")),
            ("HOME", None),
            ("LANG", None),
            ("PATH", None),
            ("MAIL", None),
            ("HOSTNAME", None),
        ] {
            assert_eq!(nearest(name, &settings), setting, "{name}");
        }
    }
}
