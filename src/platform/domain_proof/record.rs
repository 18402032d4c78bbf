//! The TXT record that shows a token.

use hickory_proto::rr::{Name, RData, Record, RecordType};

use super::{
    Finding, Host,
    dns::{Failure, Resolver, Zone},
    named,
};

/// What TXT records say at the host, and at the name below it. The record there may be an alias (CNAME), so that
/// somebody else can keep it; an alias of the host itself gives nothing to whoever it leads to.
pub async fn look(resolver: &Resolver, host: &Host, token: &str) -> (Finding, Finding) {
    let search = resolver.search();
    let (Some(name), Some(below)) = (absolute(host.as_str()), absolute(&named(host))) else {
        return (Finding::NoRecord, Finding::NoRecord);
    };
    let zone = match search.zone(&name, RecordType::TXT, None).await {
        Ok(zone) => zone,
        Err(failure) => return (failure.into(), failure.into()),
    };
    let answers = search.answers(&zone, &name, RecordType::TXT).await;
    let record = Finding::of_records(&values(&answers, &name), token);
    let named = async {
        let zone: Zone = search.zone(&below, RecordType::TXT, Some(zone)).await?;
        let answers = search.answers(&zone, &below, RecordType::TXT).await;
        let own = values(&answers, &below);
        let Some(alias) = alias(&answers, &below).filter(|_| own.is_empty()) else {
            return Ok(Finding::of_records(&own, token));
        };
        let zone = search.zone(&alias, RecordType::TXT, None).await?;
        let answers = search.answers(&zone, &alias, RecordType::TXT).await;
        Ok(Finding::of_records(&values(&answers, &alias), token))
    };
    let named = named
        .await
        .unwrap_or_else(|failure: Failure| failure.into());
    (record, named)
}

fn absolute(name: &str) -> Option<Name> {
    Name::from_ascii(format!("{name}.")).ok()
}

/// The texts of the TXT records of `name`, each once.
fn values(answers: &[Record], name: &Name) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for answer in answers.iter().filter(|answer| answer.name == *name) {
        if let RData::TXT(text) = &answer.data {
            let value = text.txt_data.concat();
            let value = String::from_utf8_lossy(&value).into_owned();
            if !values.contains(&value) {
                values.push(value);
            }
        }
    }
    values
}

fn alias(answers: &[Record], name: &Name) -> Option<Name> {
    let mut answers = answers.iter().filter(|answer| answer.name == *name);
    answers.find_map(|answer| match &answer.data {
        RData::CNAME(alias) => Some(alias.0.clone()),
        _ => None,
    })
}

impl From<Failure> for Finding {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NoDns => Self::NoDns,
            Failure::NoAnswer => Self::NoAnswer,
            Failure::NotAuthoritative => Self::NotAuthoritative,
            Failure::PrivateServers => Self::PrivateServers,
        }
    }
}
