//! The people of a cohort as they are asked for: found, filtered, sorted, a page at a time; and the same as a file.

use super::quiz_export::{as_csv, as_xlsx};
use crate::error::Refusal;
use crate::learner::sector;
use crate::sheet::{Cell, Sheet};
use crate::visitor::{Id, W, Who};
use crate::{State, dates};
use app::cohorts::{CohortPage, Need, Order, PEOPLE_ON_PAGE, PeopleAsked, PersonRow, Standing};
use axum::extract::{Query, State as FromState};
use axum::response::Response;
use domain::certificates::grouped;
use domain::ids::CohortId;
use domain::people::{Sector, departments, municipality};
use serde::Deserialize;
use words::Words;

/// As an address says it. What cannot be read asks for nothing.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    sector: String,
    department: String,
    standing: String,
    person: String,
    order: String,
    page: Option<usize>,
}

impl Asked {
    pub fn read(&self) -> PeopleAsked {
        PeopleAsked {
            text: self.q.chars().take(120).collect(),
            sector: self.sector.parse().ok(),
            department: self.department.parse().ok().filter(|code| *code <= 22),
            standing: self.standing.parse().ok(),
            person: self.person.parse().ok(),
            order: self.order.parse().unwrap_or_default(),
        }
    }

    /// The same as the end of an address, of another page of it.
    fn address(&self, page: usize) -> String {
        let mut parts = vec![format!("page={page}")];
        let fields = [
            ("q", &self.q),
            ("sector", &self.sector),
            ("department", &self.department),
            ("standing", &self.standing),
            ("person", &self.person),
            ("order", &self.order),
        ];
        parts.extend(
            fields
                .iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| format!("{name}={}", percent(value))),
        );
        parts.join("&")
    }
}

/// A value as it stands in an address.
pub(super) fn percent(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    value.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

pub struct Choice {
    pub value: String,
    pub words: String,
    pub chosen: bool,
}

/// The form above the list, and where its pages are.
pub struct Finder {
    pub action: String,
    pub text: String,
    pub sectors: Vec<Choice>,
    pub departments: Vec<Choice>,
    pub standings: Vec<Choice>,
    pub orders: Vec<Choice>,
    /// «12 de 34»
    pub found: String,
    /// Whether not everybody is shown.
    pub narrowed: bool,
    pub previous: String,
    pub next: String,
    pub page: String,
    pub csv: String,
    pub xlsx: String,
}

/// Who is shown, and the form that asks for others.
pub fn find<'a>(w: &Words, page: &'a CohortPage, asked: &Asked) -> (Vec<&'a PersonRow>, Finder) {
    let read = asked.read();
    let rows = read.of(&page.people);
    let pages = rows.len().div_ceil(PEOPLE_ON_PAGE).max(1);
    let at = asked.page.unwrap_or(1).clamp(1, pages);
    let here = format!("/cohorts/{}", page.card.cohort);
    let to = |page: usize| format!("{here}?{}#people", asked.address(page));
    let choice = |value: &str, words: String, chosen: bool| Choice { value: value.to_owned(), words, chosen };
    let no_data = choice("0", w.desk_no_data(), read.department == Some(0));
    let of_department = |it: &domain::people::Department| {
        choice(&it.code.to_string(), it.name.to_owned(), read.department == Some(it.code))
    };
    let finder = Finder {
        action: here.clone(),
        text: asked.q.clone(),
        sectors: Sector::ALL
            .map(|it| choice(it.as_str(), sector(w, Some(it)), read.sector == Some(it)))
            .into_iter()
            .collect(),
        departments: departments().iter().map(of_department).chain([no_data]).collect(),
        standings: Standing::ALL
            .map(|it| choice(it.as_str(), standing(w, it), read.standing == Some(it)))
            .into_iter()
            .collect(),
        orders: Order::ALL.map(|it| choice(it.as_str(), order(w, it), read.order == it)).into_iter().collect(),
        found: w.desk_of(page.people.len(), rows.len()),
        narrowed: rows.len() < page.people.len(),
        previous: if at > 1 { to(at - 1) } else { String::new() },
        next: if at < pages { to(at + 1) } else { String::new() },
        page: if pages > 1 { w.list_page(at, pages) } else { String::new() },
        csv: format!("{here}/progress.csv?{}", asked.address(1)),
        xlsx: format!("{here}/progress.xlsx?{}", asked.address(1)),
    };
    let shown = rows.into_iter().skip((at - 1) * PEOPLE_ON_PAGE).take(PEOPLE_ON_PAGE).collect();
    (shown, finder)
}

fn standing(w: &Words, it: Standing) -> String {
    match it {
        Standing::NeedsAHand => w.desk_needs(),
        Standing::NotBegun => w.desk_standing_not_begun(),
        Standing::OnTheWay => w.desk_standing_on_the_way(),
        Standing::Completed => w.desk_standing_completed(),
        Standing::Certified => w.desk_standing_certified(),
    }
}

fn order(w: &Words, it: Order) -> String {
    match it {
        Order::Name => w.results_sort_name(),
        Order::Progress => w.desk_order_progress(),
        Order::Seen => w.desk_order_seen(),
        Order::Mark => w.desk_order_mark(),
        Order::Place => w.desk_order_place(),
    }
}

pub fn reason(w: &Words, page: &CohortPage, need: &Need) -> String {
    match need {
        Need::NotEntered { days } => w.desk_needs_not_entered(*days),
        Need::Tomorrow { day } => w.desk_needs_tomorrow(day.get(w.language())),
        Need::Stuck { activity, failed } => {
            let activity = page.programme.activity(activity.as_str());
            w.desk_needs_stuck(*failed, activity.map_or("", |activity| activity.title.get(w.language())))
        }
    }
}

pub async fn csv(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let page = state.telar.cohort(&visitor, cohort).await?;
    let name = format!("{}-{}.csv", w.desk_file(), page.card.join_code);
    as_csv(move || table(w, &page, &asked.read()), &name).await
}

pub async fn xlsx(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let page = state.telar.cohort(&visitor, cohort).await?;
    let name = format!("{}-{}.xlsx", w.desk_file(), page.card.join_code);
    as_xlsx(move || table(w, &page, &asked.read()), &name).await
}

fn table(w: &Words, page: &CohortPage, asked: &PeopleAsked) -> Sheet {
    let head = vec![
        w.desk_person(),
        w.join_sector(),
        w.join_organisation(),
        w.numbers_department(),
        w.desk_municipality(),
        w.desk_done(),
        w.desk_all(),
        w.desk_person_best(),
        w.desk_standing_completed(),
        w.desk_person_certificate(),
        w.desk_person_seen(),
        w.desk_needs(),
    ];
    let rows = asked.of(&page.people).into_iter().map(|row| {
        let place = row.municipality.and_then(municipality);
        let valid = row.certificate.as_ref().filter(|it| it.revoked.is_none());
        vec![
            Cell::text(row.name.as_str()),
            Cell::text(sector(w, row.sector)),
            Cell::text(row.organisation.as_str()),
            Cell::text(place.map_or("", |(_, department)| department.name)),
            Cell::text(place.map_or("", |(it, _)| it.name)),
            Cell::Whole(i64::try_from(row.done).unwrap_or_default()),
            Cell::Whole(i64::try_from(row.all).unwrap_or_default()),
            row.best.map_or(Cell::Empty, |best| Cell::Whole(best.into())),
            Cell::text(if row.completed { w.desk_yes() } else { w.desk_no() }),
            valid.map_or(Cell::Empty, |it| Cell::text(grouped(&it.number))),
            row.seen.map_or(Cell::Empty, |seen| Cell::text(dates::iso_day(seen))),
            row.needs.as_ref().map_or(Cell::Empty, |need| Cell::text(reason(w, page, need))),
        ]
    });
    Sheet { name: w.list_sheet(), head, rows: rows.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_page_asks_the_same() {
        let asked = Asked { q: "Co’ & más".into(), order: "seen".into(), ..Asked::default() };
        assert_eq!(asked.address(2), "page=2&q=Co%E2%80%99%20%26%20m%C3%A1s&order=seen");
        let odd = Asked { department: "99".into(), standing: "none".into(), order: "?".into(), ..Asked::default() };
        assert_eq!(odd.read(), PeopleAsked::default());
    }
}
