//! All that the site holds about one person, to take along.

use crate::{Telar, Unavailable, data_use};
use domain::Moment;
use domain::facts::Subject;
use domain::ids::PersonId;
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Clone, Debug, Serialize)]
pub struct MyData {
    /// When this was put together.
    pub as_of: Moment,
    /// Who she is, as registered.
    pub about: Value,
    /// What she said of herself, and whether a number of hers is kept (never the number).
    pub profile: Value,
    pub signed: Vec<Value>,
    pub applications: Vec<Value>,
    pub enrolments: Vec<Value>,
    pub certificates: Vec<Value>,
    pub devices: Vec<Value>,
    /// Keys on her phones that enter as her, oldest first: their names and days, nothing that opens.
    pub passkeys: Vec<Value>,
    /// Who looked at her pages to help her, the latest first, ten at most; the facts name all of them.
    pub supports: Vec<Value>,
    /// Bytes that her sessions took, a day and a family of pages each, oldest first; and her limit in megabytes a month.
    pub data_use: Vec<Value>,
    pub data_limit: Option<u32>,
    /// Every fact about her, oldest first: what happened, when, and what it says.
    pub facts: Vec<Value>,
}

impl Telar {
    pub async fn my_data(&self, person: PersonId) -> Result<MyData, Unavailable> {
        let as_of = self.now();
        let today = self.today();
        let not_yet_kept = self.meter().not_yet_kept(person, today);
        self.read(move |reading| {
            let row = reading.person(person)?;
            let about = row.map_or(Value::Null, |row| {
                json!({
                    "person": row.person, "name": row.name, "sector": row.sector, "organisation": row.organisation,
                    "municipality": row.municipality, "language": row.language, "consent": row.consent,
                    "entry_code": row.entry_code, "registered": row.registered,
                })
            });
            let number_kept = reading.identity_number(person)?.is_some();
            let profile = json!({ "said": reading.profile(person)?, "identity_number_kept": number_kept });
            let signed = reading.agreements(person)?.into_iter();
            let signed = signed.map(|row| json!({ "text": row.text, "version": row.version, "at": row.agreed })).collect();
            let applications = reading.applications_of(person)?.into_iter().map(|row| {
                json!({ "cohort": row.cohort_name, "state": row.state, "made": row.made, "decided": row.decided, "word": row.word })
            });
            let applications = applications.collect();
            let enrolments = reading.enrolments(person)?.into_iter().map(|row| {
                json!({ "cohort": row.cohort_name, "organisation": row.organisation, "starts": row.starts, "ends": row.ends, "completed": row.completed })
            });
            let enrolments = enrolments.collect();
            let certificates = reading.certificates_of(person)?.into_iter().map(|row| {
                json!({ "number": row.number, "name": row.name, "issued": row.issued, "revoked": row.revoked, "reason": row.reason, "replaced_by": row.replaced_by, "replaces_because": row.replaces_because })
            });
            let certificates = certificates.collect();
            let devices = reading.sessions(person)?.into_iter();
            let devices = devices.map(|row| json!({ "label": row.label, "since": row.created, "seen": row.seen })).collect();
            let passkeys = reading.passkeys(person)?.into_iter();
            let passkeys = passkeys.map(|row| json!({ "label": row.label, "made": row.made, "used": row.used })).collect();
            let supports = reading.supports_of(person)?.into_iter();
            let supports = supports.map(|row| json!({ "helper": row.helper_name, "role": row.role, "begun": row.begun, "until": row.until, "ended": row.ended })).collect();
            let used = data_use::between(reading, person, (jiff::civil::date(2000, 1, 1), today))?;
            let data_use = data_use::merged(used, not_yet_kept).into_iter().map(|row| {
                json!({ "day": row.day, "family": row.family, "down": row.bytes.down, "up": row.bytes.up })
            });
            let data_use = data_use.collect();
            let data_limit = reading.data_limit(person)?.map(|(limit, _)| limit.megabytes());
            let facts = reading.facts_about(Subject::Person(person))?.into_iter().map(|fact| {
                let says = fact.payload.as_ref().and_then(|payload| serde_json::from_str::<Value>(&payload.json).ok());
                json!({ "id": fact.id, "at": fact.at, "kind": fact.kind, "by_herself": fact.actor == Some(person), "says": says })
            });
            Ok(MyData { as_of, about, profile, signed, applications, enrolments, certificates, devices, passkeys, supports, data_use, data_limit, facts: facts.collect() })
        })
        .await
    }
}
