//! My data: everything that the site keeps about a person, to read and to take along. It must not choose what belongs in it.

use super::view;
use crate::data_use::size;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::people;
use crate::visitor::{W, Who};
use crate::{State, dates};
use app::people::MyData;
use askama::Template;
use axum::extract::State as FromState;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::Moment;
use domain::certificates::grouped;
use domain::people::Profile;
use domain::people::municipality;
use serde_json::Value;
use std::collections::BTreeMap;
use words::Words;

#[derive(Template)]
#[template(path = "learner/my_data.html")]
struct Page {
    frame: Frame,
    sections: Vec<Section>,
}

struct Section {
    title: String,
    note: String,
    rows: Vec<(String, String)>,
}

pub async fn show(FromState(state): FromState<State>, Who(visitor): Who, W(w): W) -> Result<Response, Refusal> {
    let data = state.telar.my_data(visitor.person).await?;
    let frame = Frame::new(w, Some(visitor), Place::Me, w.me_data_title());
    Ok(page::html(&Page { frame, sections: sections(w, &data) }))
}

/// The same, whole, as a file. Its name says nothing of what is in it.
pub async fn download(FromState(state): FromState<State>, Who(visitor): Who) -> Result<Response, Refusal> {
    let data = state.telar.my_data(visitor.person).await?;
    let headers = [(header::CONTENT_DISPOSITION, "attachment; filename=\"telar.json\"")];
    Ok((headers, view::json(&data)).into_response())
}

fn sections(w: &Words, data: &MyData) -> Vec<Section> {
    let section = |title, rows| Section { title, note: String::new(), rows };
    let facts = data.facts.iter().map(|it| (when(w, &it["at"]), fact(w, it))).collect();
    vec![
        section(w.me_data_about(), about(w, &data.about)),
        section(w.profile_title(), said(w, &data.profile)),
        section(w.me_consent(), data.signed.iter().map(|it| signed(w, it)).collect()),
        section(w.admission_title(), data.applications.iter().map(|it| application(w, it)).collect()),
        section(
            w.me_data_enrolments(),
            data.enrolments.iter().map(|it| (text(&it["cohort"]), enrolment(w, it))).collect(),
        ),
        section(
            w.me_erasure_certificates(),
            data.certificates.iter().map(|it| (grouped(&text(&it["number"])), certificate(w, it))).collect(),
        ),
        section(w.me_devices(), data.devices.iter().map(|it| (text(&it["label"]), when(w, &it["seen"]))).collect()),
        section(w.passkey_title(), data.passkeys.iter().map(|it| (text(&it["label"]), when(w, &it["made"]))).collect()),
        section(w.data_card(), data_use(w, data)),
        Section { note: w.me_data_facts_note(data.facts.len()), ..section(w.me_data_facts(), facts) },
    ]
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn moment(value: &Value) -> Option<Moment> {
    value.as_i64().map(Moment)
}

fn when(w: &Words, value: &Value) -> String {
    moment(value).map_or_else(String::new, |at| dates::day_and_time(at, w.language()))
}

fn joined(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn about(w: &Words, about: &Value) -> Vec<(String, String)> {
    let sector = about["sector"].as_str().and_then(|code| code.parse().ok());
    let town = about["municipality"].as_u64().and_then(|code| municipality(u16::try_from(code).ok()?));
    let language = view::language_name(about["language"].as_str().unwrap_or_default());
    let rows = [
        (w.certificate_name(), text(&about["name"])),
        (w.join_sector(), view::sector(w, sector)),
        (w.me_data_organisation(), text(&about["organisation"])),
        (w.me_data_municipality(), town.map_or_else(String::new, |(town, of)| format!("{}, {}", town.name, of.name))),
        (w.me_language(), language.to_owned()),
        (w.me_data_consent(), text(&about["consent"])),
        (w.me_data_entry_code(), text(&about["entry_code"])),
        (w.me_data_registered(), when(w, &about["registered"])),
        (w.me_data_person(), text(&about["person"])),
    ];
    rows.into_iter().map(|(label, value)| (label, if value.is_empty() { w.desk_no_data() } else { value })).collect()
}

/// What she said of herself, in the words of the form.
fn said(w: &Words, profile: &Value) -> Vec<(String, String)> {
    let said: Profile = serde_json::from_value(profile["said"].clone()).unwrap_or_default();
    let kept = profile["identity_number_kept"] == true;
    let rows = [
        (w.who_called(), said.called),
        (w.who_sex(), said.sex.map_or_else(String::new, |it| people::sex(w, it))),
        (w.who_people(), said.people.map_or_else(String::new, |it| people::people(w, it))),
        (w.who_community(), said.community.map_or_else(String::new, |it| people::community(w, it))),
        (w.who_post(), said.post),
        (w.who_profession(), said.profession),
        (w.who_licence(), said.licence),
        (w.who_path(), said.path.map_or_else(String::new, |it| people::path(w, it))),
        (w.who_phone(), said.phone.map_or_else(String::new, |it| it.as_str().to_owned())),
        (w.who_email(), said.email.map_or_else(String::new, |it| it.as_str().to_owned())),
        (w.who_access(), said.needs.access),
        (w.who_diet(), said.needs.diet),
        (w.who_childcare(), said.needs.childcare),
        (w.who_interpreter(), said.needs.interpreter),
        (w.who_cui(), if kept { w.profile_number_kept() } else { String::new() }),
    ];
    rows.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn signed(w: &Words, it: &Value) -> (String, String) {
    let title = text(&it["text"]).parse().map_or_else(|()| text(&it["text"]), |of| people::agreement_title(w, of));
    let at = moment(&it["at"]).map_or_else(String::new, |at| dates::day(at, w.language()));
    (title, w.me_signed(at, text(&it["version"])))
}

fn application(w: &Words, it: &Value) -> (String, String) {
    let state = serde_json::from_value(it["state"].clone()).map_or_else(|_| String::new(), |it| people::state(w, it));
    (text(&it["cohort"]), joined([Some(state), Some(when(w, &it["made"])), Some(text(&it["word"]))]))
}

fn enrolment(w: &Words, it: &Value) -> String {
    let dates = dates::from_to(&text(&it["starts"]), &text(&it["ends"]), w.language());
    let completed = moment(&it["completed"]).map(|at| w.me_data_completed(dates::day(at, w.language())));
    joined([Some(text(&it["organisation"])), Some(dates), completed])
}

/// A line for each month; the file has every day. Then her limit.
fn data_use(w: &Words, data: &MyData) -> Vec<(String, String)> {
    let mut months: BTreeMap<&str, u64> = BTreeMap::new();
    for row in &data.data_use {
        let month = row["day"].as_str().and_then(|day| day.get(..7)).unwrap_or_default();
        *months.entry(month).or_default() += row["down"].as_u64().unwrap_or(0) + row["up"].as_u64().unwrap_or(0);
    }
    let written = |month: &str| {
        let number = month.get(5..).and_then(|number| number.parse().ok()).unwrap_or(1);
        format!("{} {}", dates::month(number, w.language()), month.get(..4).unwrap_or_default())
    };
    let months = months.into_iter().map(|(month, bytes)| (written(month), size(bytes, w.language())));
    months.chain(data.data_limit.map(|limit| (w.data_limit_field(), limit.to_string()))).collect()
}

fn certificate(w: &Words, it: &Value) -> String {
    let issued = moment(&it["issued"]).map(|at| dates::day(at, w.language()));
    let revoked = moment(&it["revoked"]).map(|at| w.me_data_revoked(dates::day(at, w.language()), text(&it["reason"])));
    let replaced = it["replaced_by"].as_str().map(|number| w.me_data_replaced(grouped(number)));
    let because = text(&it["replaces_because"]);
    let because = (!because.is_empty()).then(|| w.me_data_replaces(because));
    joined([Some(text(&it["name"])), issued, because, revoked, replaced])
}

fn fact(w: &Words, it: &Value) -> String {
    let kind = it["kind"].as_str().unwrap_or_default();
    let words = match kind.split('/').next().unwrap_or_default() {
        "person.registered" => w.me_data_fact_registered(),
        "person.renamed" => w.me_data_fact_renamed(),
        "person.language-chosen" => w.me_data_fact_language(),
        "person.enrolled" => w.me_data_fact_enrolled(),
        "person.described" => w.me_data_fact_described(),
        "person.agreed" => w.me_data_fact_agreed(),
        "application.made" => w.me_data_fact_applied(),
        "application.decided" => w.me_data_fact_decided(),
        "enrolment.ended" => w.me_data_fact_ended(),
        "enrolment.resumed" => w.me_data_fact_resumed(),
        "role.granted" => w.me_data_fact_granted(),
        "role.withdrawn" => w.me_data_fact_withdrawn(),
        "activity.begun" => w.me_data_fact_begun(),
        "activity.done" => w.me_data_fact_done(),
        "attempt.started" => w.me_data_fact_started(),
        "answer.saved" => w.me_data_fact_answer(),
        "answer.outdated" => w.me_data_fact_outdated(),
        "answer.too-late" => w.me_data_fact_too_late(),
        "attempt.submitted" => w.me_data_fact_submitted(),
        "answer.read" => w.me_data_fact_read(),
        "attempt.marked" => w.me_data_fact_marked(),
        "attempt.commented" => w.me_data_fact_commented(),
        "allowance.granted" => w.me_data_fact_allowed(),
        "programme.completed" => w.me_data_fact_completed(),
        "certificate.issued" => w.me_data_fact_issued(),
        "certificate.revoked" => w.me_data_fact_revoked(),
        "support.begun" => w.me_data_fact_support_begun(),
        "support.ended" => w.me_data_fact_support_ended(),
        "erasure.asked" => w.me_data_fact_asked(),
        "erasure.withdrawn" => w.me_data_fact_took_back(),
        _ => w.me_data_fact_other(kind),
    };
    joined([Some(words), (it["by_herself"] == false).then(|| w.me_data_by_other())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_kept_is_told_in_words_and_nothing_is_left_out() {
        let data = MyData {
            as_of: Moment(0),
            about: json!({ "name": "Marta Xol", "sector": "health", "municipality": 1601, "language": "es", "consent": null }),
            profile: json!({ "said": { "people": "maya", "needs": {} }, "identity_number_kept": true }),
            signed: vec![json!({ "text": "conduct", "version": "2026-11", "at": 1_802_064_600_000_i64 })],
            applications: vec![],
            enrolments: vec![
                json!({ "cohort": "Cobán", "organisation": "O", "starts": "2027-01-11", "ends": "2027-02-12", "completed": null }),
            ],
            certificates: vec![],
            devices: vec![json!({ "label": "Chrome · Android", "seen": 1_802_064_600_000_i64 })],
            passkeys: vec![json!({ "label": "Chrome · Android", "made": 1_802_064_600_000_i64, "used": null })],
            supports: vec![],
            data_use: vec![
                json!({ "day": "2026-12-31", "family": "app", "down": 1_200_000, "up": 40_000 }),
                json!({ "day": "2027-01-01", "family": "lessons", "down": 90_000, "up": 400 }),
                json!({ "day": "2027-01-02", "family": "lessons", "down": 90_000, "up": 400 }),
            ],
            data_limit: Some(50),
            facts: vec![
                json!({ "at": 1_802_064_600_000_i64, "kind": "answer.saved/1", "by_herself": true }),
                json!({ "at": 1_802_064_600_000_i64, "kind": "role.granted/1", "by_herself": false }),
                json!({ "at": 1_802_064_600_000_i64, "kind": "something.new/1", "by_herself": true }),
            ],
        };
        let sections = sections(words::in_language("es"), &data);
        assert_eq!(sections[0].rows[3].1, "Cobán, Alta Verapaz");
        assert_eq!(sections[0].rows[5].1, "Sin dato");
        assert_eq!(sections[1].rows[0], ("Pueblo".to_owned(), "Maya".to_owned()));
        assert_eq!(sections[1].rows.len(), 2, "what she did not say is left out");
        assert_eq!(sections[2].rows[0].0, "Código de conducta");
        assert_eq!(sections[4].rows[0].1, "O · del 11 de enero de 2027 al 12 de febrero de 2027");
        let used: Vec<_> = sections[8].rows.iter().map(|(label, value)| format!("{label}: {value}")).collect();
        assert_eq!(used, ["diciembre 2026: 1,3 MB", "enero 2027: 0,2 MB", "Límite al mes, en MB: 50"]);
        let facts: Vec<&str> = sections[9].rows.iter().map(|(_, words)| words.as_str()).collect();
        let expected = [
            "Guardó una respuesta",
            "Recibió un papel en el equipo · lo hizo otra persona",
            "Otro hecho (something.new/1)",
        ];
        assert_eq!(facts, expected);
    }
}
