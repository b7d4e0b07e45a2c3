//! A cohort's page: how far its people are, who needs a hand, and what its coordinator does for them. Who only teaches or
//! assesses in it sees the same without the doing.

use super::cohort_people::{self, Asked, Finder};
use super::quiz_view::Banner;
use super::tile_map::{self, Tile};
use super::view::{self, Step};
use crate::completion::{self, List};
use crate::error::Refusal;
use crate::learner::sector;
use crate::page::{self, Frame, Place};
use crate::visitor::{Id, W, Who};
use crate::{Settings, State, dates};
use app::cohorts::{CohortCard, CohortPage, PersonRow};
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::response::Response;
use domain::Moment;
use domain::certificates::grouped;
use domain::ids::CohortId;
use domain::people::departments;
use words::Words;

#[derive(Template)]
#[template(path = "staff/cohort.html")]
struct Page {
    frame: Frame,
    name: String,
    count: String,
    programme: String,
    organisation: String,
    dates: String,
    certificates_href: String,
    /// How people come into it; empty for who does not run it.
    admission_href: String,
    /// Where it goes on in another version; empty for who does not run it.
    version_href: String,
    banner: Option<Banner>,
    quizzes_href: String,
    library_href: String,
    join: Option<Join>,
    runs: bool,
    hands_links: bool,
    path_title: String,
    path: Vec<Step>,
    needs: Vec<NeedLine>,
    /// How many need a hand beside those named here, and where they are; empty where all are named.
    needs_more: String,
    people: Vec<Line>,
    finder: Finder,
    /// Nobody is in the cohort.
    nobody: bool,
    sectors: Vec<Step>,
    map: String,
    map_missing: String,
}

struct Join {
    url: String,
    qr: String,
    poster: String,
    poster_name: String,
    slips: String,
}

struct NeedLine {
    name: String,
    reason: String,
    place: String,
    href: String,
    label: String,
}

struct Line {
    id: String,
    anchor: String,
    name: String,
    place: String,
    band: String,
    missing: Option<List>,
    missing_label: String,
    done_of: String,
    best: String,
    certificate: String,
    certificate_class: &'static str,
    certificate_href: String,
    seen: String,
    code: String,
    more_label: String,
    let_in: bool,
    link_action: String,
    link_label: String,
    slip_action: String,
    slip_label: String,
    /// Empty where she completed.
    removal: String,
    removal_label: String,
    revoke_href: String,
    revoke_label: String,
    reissue_href: String,
    reissue_label: String,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let page = state.telar.cohort(&visitor, cohort).await?;
    let now = state.telar.now();
    let frame = Frame::new(w, Some(visitor), Place::Desk, w.desk_title());
    Ok(page::html(&render(frame, &state.settings, (&page, &asked), now)))
}

/// How many of those who need a hand are named above the list.
const NEEDS_NAMED: usize = 8;

fn render(frame: Frame, settings: &Settings, (page, asked): (&CohortPage, &Asked), now: Moment) -> Page {
    let w = frame.w;
    let (shown, finder) = cohort_people::find(w, page, asked);
    let needing = page.people.iter().filter(|person| person.needs.is_some()).count();
    let card = &page.card;
    let all: u64 = page.sectors.iter().map(|(_, count)| count).sum();
    // 0 is no data.
    let unknown = page.departments.iter().find(|(code, _)| *code == 0).map_or(0, |(_, count)| *count);
    Page {
        name: card.name.clone(),
        count: w.desk_cohort_people(card.people),
        programme: card.programme.get(w.language()).to_owned(),
        organisation: card.organisation.clone(),
        dates: dates::from_to(&card.starts, &card.ends, w.language()),
        certificates_href: format!("/cohorts/{}/certificates", card.cohort),
        admission_href: if page.runs { format!("/cohorts/{}/admission", card.cohort) } else { String::new() },
        version_href: if page.runs { format!("/cohorts/{}/version", card.cohort) } else { String::new() },
        banner: Banner::of(w, &page.programme, card.cohort),
        quizzes_href: format!("/cohorts/{}/quizzes", card.cohort),
        library_href: format!("/cohorts/{}/library", card.cohort),
        join: page.runs.then(|| join(w, settings, card)),
        runs: page.runs,
        hands_links: page.hands_links,
        path_title: w.desk_funnel(),
        path: view::path(w, &page.funnel),
        needs: page.people.iter().filter_map(|person| need(w, page, person)).take(NEEDS_NAMED).collect(),
        needs_more: if needing > NEEDS_NAMED { w.desk_needs_more(needing) } else { String::new() },
        people: shown.into_iter().map(|person| line(w, page, person, now)).collect(),
        finder,
        nobody: page.people.is_empty(),
        sectors: page.sectors.iter().map(|(of, count)| Step::new(w, sector(w, *of), *count, all)).collect(),
        map: map(w, &page.departments),
        map_missing: if unknown > 0 { w.desk_departments_missing(unknown) } else { String::new() },
        frame,
    }
}

fn join(w: &Words, settings: &Settings, card: &CohortCard) -> Join {
    let url = join_url(settings, card);
    Join {
        qr: paper::qr_svg(&url, &w.desk_join_qr()),
        url,
        poster: format!("/cohorts/{}/poster", card.cohort),
        poster_name: format!("{}.pdf", card.join_code),
        slips: format!("/cohorts/{}/slips", card.cohort),
    }
}

pub fn join_url(settings: &Settings, card: &CohortCard) -> String {
    settings.address(&format!("/c/{}", card.join_code))
}

fn anchor(person: &PersonRow) -> String {
    format!("p-{}", person.person)
}

fn need(w: &Words, page: &CohortPage, person: &PersonRow) -> Option<NeedLine> {
    let reason = cohort_people::reason(w, page, person.needs.as_ref()?);
    Some(NeedLine {
        name: person.name.as_str().to_owned(),
        reason,
        place: person.organisation.clone(),
        href: format!("/cohorts/{}?person={}#people", page.card.cohort, person.person),
        label: w.desk_needs_see(person.name.as_str()),
    })
}

fn line(w: &Words, page: &CohortPage, person: &PersonRow, now: Moment) -> Line {
    let cohort = page.card.cohort;
    let name = person.name.as_str();
    let (certificate, certificate_class, number) = match &person.certificate {
        None => (w.desk_certificate_none(), "", None),
        Some(card) if card.revoked.is_some() => (w.desk_certificate_revoked(), " now", Some(&card.number)),
        Some(card) => (w.desk_certificate_valid(), " done", Some(&card.number)),
    };
    let valid = person.certificate.as_ref().filter(|card| card.revoked.is_none());
    Line {
        id: person.person.to_string(),
        anchor: anchor(person),
        name: name.to_owned(),
        place: view::place(&person.organisation, person.municipality),
        band: person.weave.band(&completion::weave_label(
            w,
            w.desk_person_weave(person.all, person.done, name),
            &person.weave,
        )),
        missing: completion::missing(w, &page.programme, &person.verdict.missing),
        missing_label: w.desk_missing_label(name),
        done_of: w.desk_of(person.all, person.done),
        best: person.best.map_or_else(|| w.desk_best_none(), |mark| w.desk_best_value(mark)),
        certificate,
        certificate_class,
        certificate_href: number.map_or_else(String::new, |number| format!("/certificates/{}", grouped(number))),
        seen: person.seen.map_or_else(|| w.desk_never(), |seen| ago(w, seen, now)),
        code: person.entry_code.clone(),
        more_label: w.desk_more_label(name),
        let_in: person.let_in,
        link_action: format!("/cohorts/{cohort}/people/{}/entry-link", person.person),
        link_label: w.desk_link_make_label(name),
        slip_action: format!("/cohorts/{cohort}/slips"),
        slip_label: w.desk_slip_make_label(name),
        removal: if person.verdict.holds {
            String::new()
        } else {
            format!("/cohorts/{cohort}/people/{}/removal", person.person)
        },
        removal_label: w.desk_remove_label(name),
        revoke_href: valid
            .map_or_else(String::new, |card| format!("/certificates/{}/revocation", grouped(&card.number))),
        revoke_label: w.desk_revoke_label(name),
        reissue_href: number.map_or_else(String::new, |number| format!("/certificates/{}/reissue", grouped(number))),
        reissue_label: w.desk_reissue_label(name),
    }
}

/// Whole days here, not spans of 24 hours: last night was «hace un día».
fn ago(w: &Words, seen: Moment, now: Moment) -> String {
    let days = dates::days_between(seen, now);
    if days <= 0 { w.desk_seen_today() } else { w.desk_seen_days(days) }
}

fn map(w: &Words, counts: &[(u8, u64)]) -> String {
    let count = |code: u8| counts.iter().find(|(known, _)| *known == code).map_or(0, |(_, count)| *count);
    let entries = departments().iter().filter(|department| count(department.code) > 0);
    let list: Vec<String> =
        entries.map(|department| w.desk_departments_entry(count(department.code), department.name)).collect();
    let list = if list.is_empty() { w.desk_departments_none() } else { list.join(", ") };
    tile_map::svg(&w.desk_departments_map(list), |code| Tile::Count(count(code)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::moment::Span;

    #[test]
    fn days_are_counted_by_the_calendar_here() {
        let w = words::in_language("es");
        // 2027-02-08T05:30:00Z: 23:30 of the 7th in Guatemala.
        let evening = Moment(1_802_064_600_000);
        assert_eq!(ago(w, evening, evening), "Hoy");
        assert_eq!(ago(w, evening, evening + Span::hours(1)), "Hace un día");
        assert_eq!(ago(w, evening - Span::days(8), evening), "Hace 8 días");
    }

    #[test]
    fn the_map_says_in_words_what_it_draws() {
        let svg = map(words::in_language("es"), &[(16, 21), (1, 3)]);
        assert!(svg.contains("Personas inscritas por departamento: Guatemala 3, Alta Verapaz 21"));
        assert!(map(words::in_language("es"), &[]).contains("ninguna todavía"));
    }
}
