//! Lists of people as files: the template, the people of a cohort, and the rows of a list that were not taken. All have the columns
//! in which a list comes in, so that each can be sent again.

use super::list::remark;
use super::quiz_export::{CSV, XLSX, as_csv, as_xlsx, broken, file};
use crate::State;
use crate::error::Refusal;
use crate::learner::sector;
use crate::people::{community, people, sex, state as state_words};
use crate::sheet::{self, Cell, Sheet};
use crate::visitor::{Id, W, Who};
use app::importing::{ListColumn, list_columns};
use app::people::WhoForm;
use axum::extract::State as FromState;
use axum::response::Response;
use domain::ids::{CohortId, ImportId};
use domain::people::{Path, municipality};
use words::Words;

pub async fn template_csv(W(w): W) -> Response {
    file(sheet::csv(&template(w)), CSV, &format!("{}.csv", w.list_template_file()))
}

pub async fn template_xlsx(W(w): W) -> Result<Response, Refusal> {
    let bytes = sheet::xlsx(&template(w)).map_err(|why| broken(&why))?;
    Ok(file(bytes, XLSX, &format!("{}.xlsx", w.list_template_file())))
}

pub async fn people_csv(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
) -> Result<Response, Refusal> {
    let list = state.telar.people_list(&visitor, cohort).await?;
    let name = format!("{}-{}.csv", w.list_people_file(), list.join_code);
    as_csv(move || people_sheet(w, &list), &name).await
}

pub async fn people_xlsx(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
) -> Result<Response, Refusal> {
    let list = state.telar.people_list(&visitor, cohort).await?;
    let name = format!("{}-{}.xlsx", w.list_people_file(), list.join_code);
    as_xlsx(move || people_sheet(w, &list), &name).await
}

pub async fn rest_xlsx(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(import): Id<ImportId>,
) -> Result<Response, Refusal> {
    let rows = state.telar.rows_left(&visitor, import).await?;
    let (mut head, columns) = heads(w);
    head.push(w.list_review());
    let rows = rows.iter().map(|row| {
        let words: Vec<String> = row.remarks.iter().map(|it| remark(w, it)).collect();
        let mut cells = cells(w, &row.form, &columns);
        cells.push(Cell::text(words.join(" ")));
        cells
    });
    let rest = Sheet { name: w.list_sheet(), head, rows: rows.collect() };
    let bytes = sheet::xlsx(&rest).map_err(|why| broken(&why))?;
    Ok(file(bytes, XLSX, &format!("{}.xlsx", w.list_rest_file())))
}

fn heads(w: &Words) -> (Vec<String>, Vec<ListColumn>) {
    list_columns(w.language()).into_iter().map(|(head, column)| (head.to_owned(), column)).unzip()
}

/// The heads alone: a row that shows how to fill them in would come in as a person.
fn template(w: &Words) -> Sheet {
    Sheet { name: w.list_sheet(), head: heads(w).0, rows: Vec::new() }
}

fn people_sheet(w: &Words, list: &app::importing::PeopleList) -> Sheet {
    let (mut head, mut columns) = heads(w);
    // The number of a document never leaves.
    if let Some(at) = columns.iter().position(|it| *it == ListColumn::Field("cui")) {
        head.remove(at);
        columns.remove(at);
    }
    head.push(w.list_review());
    let rows = list.people.iter().map(|it| {
        let mut cells = cells(w, &it.form, &columns);
        cells.push(Cell::text(it.state.map_or_else(|| w.list_in_cohort(), |state| state_words(w, state))));
        cells
    });
    Sheet { name: w.list_sheet(), head, rows: rows.collect() }
}

/// In words that [`app::importing`] reads back.
fn cells(w: &Words, form: &WhoForm, columns: &[ListColumn]) -> Vec<Cell> {
    let place = form.municipality.parse().ok().and_then(municipality);
    let of = form.fields();
    let written = |name: &str| of.iter().find(|(it, _)| *it == name).map_or("", |(_, value)| *value);
    let words = |column: &ListColumn| match column {
        ListColumn::Department => place.map_or_else(String::new, |(_, department)| department.name.to_owned()),
        ListColumn::Field("municipality") => place.map_or_else(String::new, |(it, _)| it.name.to_owned()),
        ListColumn::Field("sector") => form.sector.parse().map_or_else(|()| String::new(), |it| sector(w, Some(it))),
        ListColumn::Field("sex") => form.sex.parse().map_or_else(|()| String::new(), |it| sex(w, it)),
        ListColumn::Field("people") => form.people.parse().map_or_else(|()| String::new(), |it| people(w, it)),
        ListColumn::Field("community") => form.community.parse().map_or_else(|_| String::new(), |it| community(w, it)),
        ListColumn::Field("path") => match form.path.parse() {
            Ok(Path::FirstAccount) => w.list_path_first_account(),
            Ok(Path::Interview) => w.list_path_interview(),
            Err(()) => String::new(),
        },
        ListColumn::Field(name) => written(name).to_owned(),
    };
    columns.iter().map(|column| Cell::text(words(column))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::importing::known_choice;
    use domain::people::{LinguisticCommunity, People, Sector, Sex};

    #[test]
    fn what_is_written_is_read_back_in_both_languages() {
        for language in ["es", "en"] {
            let w = words::in_language(language);
            for it in Sector::ALL {
                assert_eq!(known_choice("sector", &sector(w, Some(it))), Some(it.as_str()), "{language}");
            }
            for it in Sex::ALL {
                assert_eq!(known_choice("sex", &sex(w, *it)), Some(it.as_str()), "{language}");
            }
            for it in People::ALL {
                assert_eq!(known_choice("people", &people(w, *it)), Some(it.as_str()), "{language}");
            }
            for it in LinguisticCommunity::named().chain([LinguisticCommunity::OTHER, LinguisticCommunity::NOT_SAID]) {
                assert_eq!(known_choice("community", &community(w, it)), Some(it.as_str()), "{language}");
            }
            assert_eq!(known_choice("path", &w.list_path_first_account()), Some("first_account"));
            assert_eq!(known_choice("path", &w.list_path_interview()), Some("interview"));
        }
    }

    #[test]
    fn the_number_of_a_document_is_in_the_template_and_in_no_list() {
        let w = words::in_language("es");
        assert!(template(w).head.iter().any(|head| head.contains("CUI")));
        let list = app::importing::PeopleList {
            cohort_name: String::new(),
            join_code: String::new(),
            people: vec![app::importing::ListedPerson { form: WhoForm::default(), state: None }],
        };
        let sheet = people_sheet(w, &list);
        assert!(!sheet.head.iter().any(|head| head.contains("CUI")));
        assert_eq!(sheet.head.len(), sheet.rows[0].len());
    }
}
