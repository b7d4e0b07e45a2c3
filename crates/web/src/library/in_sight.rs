//! Whose library a page shows: a learner's own programmes, or that of a cohort whose people somebody sees. It must not know which sheet
//! is looked for.

use crate::State;
use crate::error::Refusal;
use crate::page::{Frame, Place};
use crate::visitor::{W, Who};
use app::access::Visitor;
use app::documents::CohortDocuments;
use app::learning::LoadedProgramme;
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use domain::ids::CohortId;
use std::sync::Arc;
use words::Words;

pub struct InSight {
    pub w: &'static Words,
    visitor: Visitor,
    pub programmes: Vec<Arc<LoadedProgramme>>,
    /// The parts of the path that name what is asked for.
    pub names: Vec<String>,
    /// What its addresses begin with: nothing for a learner, `/cohorts/ID` for staff.
    pub base: String,
    pub reader: Reader,
    /// Absent for a learner.
    cohort: Option<CohortId>,
    /// The day it is, as `2027-02-08`.
    pub today: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reader {
    Learner,
    /// With the cohort's name.
    Staff(String),
}

impl FromRequestParts<State> for InSight {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Refusal> {
        let Who(visitor) = Who::from_request_parts(parts, state).await?;
        let W(w) = W::from_request_parts(parts, state).await?;
        let raw = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Refusal::NotFound)?;
        let mut names: Vec<String> = raw.iter().map(|(_, value)| value.to_owned()).collect();
        let today = crate::dates::iso_day(state.telar.now());
        if !parts.uri.path().starts_with("/cohorts/") {
            let mut programmes = state.telar.programmes(visitor.person).await?;
            // Somebody may be in two cohorts of one version.
            let mut seen = Vec::new();
            programmes.retain(|one| {
                !seen.contains(&one.version) && {
                    seen.push(one.version);
                    true
                }
            });
            let (base, reader) = (String::new(), Reader::Learner);
            return Ok(Self { w, visitor, programmes, names, base, reader, cohort: None, today });
        }
        if names.is_empty() {
            return Err(Refusal::NotFound);
        }
        let cohort: CohortId = names.remove(0).parse().map_err(|_| Refusal::NotFound)?;
        let library = state.telar.cohort_library(&visitor, cohort).await?;
        let (base, reader) = (format!("/cohorts/{cohort}"), Reader::Staff(library.name));
        let (programmes, cohort) = (vec![library.programme], Some(cohort));
        Ok(Self { w, visitor, programmes, names, base, reader, cohort, today })
    }
}

impl InSight {
    /// The page's frame. Titles are neutral words: they stand in the browser's history.
    pub fn frame(&self, title: String) -> Frame {
        let place = if self.reader == Reader::Learner { Place::Programme } else { Place::Desk };
        Frame::new(self.w, Some(self.visitor.clone()), place, title)
    }

    /// The documents of her cohorts, or of the cohort whose library it is.
    pub async fn documents(&self, state: &State) -> Result<Vec<CohortDocuments>, Refusal> {
        match self.cohort {
            Some(cohort) => Ok(vec![state.telar.cohort_documents(&self.visitor, cohort).await?]),
            None => Ok(state.telar.documents_to_read(&self.visitor).await?),
        }
    }

    /// The first part of the path that names something, and the second.
    pub fn name(&self, at: usize) -> &str {
        self.names.get(at).map_or("", String::as_str)
    }

    /// The first programme in which there is one.
    pub fn find<'s, T>(
        &'s self,
        one: impl Fn(&'s LoadedProgramme) -> Option<T>,
    ) -> Result<(&'s LoadedProgramme, T), Refusal> {
        let found = self.programmes.iter().find_map(|programme| {
            let programme: &LoadedProgramme = programme;
            Some((programme, one(programme)?))
        });
        found.ok_or(Refusal::NotFound)
    }

    /// HTML of the programme as this reader may use it: staff read an activity under their cohort.
    pub fn html(&self, html: &str) -> String {
        if self.reader == Reader::Learner { html.to_owned() } else { under(&self.base, html) }
    }

    pub fn library(&self) -> String {
        format!("{}/library", self.base)
    }
}

/// The HTML with its links to activities leading to where staff read them.
pub fn under(base: &str, html: &str) -> String {
    html.replace("<a href=\"/activities/", &format!("<a href=\"{base}/activities/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_activities_lead_to_those_of_the_cohort_and_others_stay() {
        let html =
            r#"<a href="/activities/t1-l1">la <em>lección</em></a> y <a href="https://e.org/activities/">más</a>"#;
        let staff = r#"<a href="/cohorts/1/activities/t1-l1">la <em>lección</em></a> y <a href="https://e.org/activities/">más</a>"#;
        assert_eq!(under("/cohorts/1", html), staff);
    }
}
