//! The sheets of a programme version as HTML, and the reports in the pieces in which a page shows them. It must not know pages.

use super::LoadedProgramme;
use domain::Text;
use domain::programmes::{RolePlayPart, Sheets};
use programme::{ReportPiece, report_pieces};

/// Renders all Markdown of the sheets: what it is by its kind, its id and its part.
pub(super) fn render(sheets: &Sheets, mut keep: impl FnMut(String, &Text)) {
    for play in &sheets.role_plays {
        for part in RolePlayPart::ALL {
            keep(format!("role-play/{}/{}", play.about.id, part.as_str()), play.part(part));
        }
    }
    for it in &sheets.interviews {
        for (part, text) in [("brief", &it.brief), ("character", &it.character), ("debrief", &it.debrief)] {
            keep(format!("interview/{}/{part}", it.about.id), text);
        }
    }
    for case in &sheets.cases {
        keep(format!("notes/{}", case.about.id), &case.notes);
    }
    for sheet in &sheets.care {
        keep(format!("care/{}", sheet.id), &sheet.markdown);
    }
}

impl LoadedProgramme {
    /// What one part of a role play reads.
    pub fn role_play_html(&self, id: &str, part: RolePlayPart, language: &str) -> &str {
        self.html(&format!("role-play/{id}/{}", part.as_str()), language).unwrap_or_default()
    }

    /// Of an interview: its `brief`, `character` or `debrief`.
    pub fn interview_html(&self, id: &str, part: &str, language: &str) -> &str {
        self.html(&format!("interview/{id}/{part}"), language).unwrap_or_default()
    }

    /// The notes of a case.
    pub fn notes_html(&self, id: &str, language: &str) -> &str {
        self.html(&format!("notes/{id}"), language).unwrap_or_default()
    }

    /// The model report of a case.
    pub fn report(&self, id: &str, language: &str) -> Vec<ReportPiece> {
        let case = self.sheets.cases.iter().find(|case| case.about.id.as_str() == id);
        case.map_or_else(Vec::new, |case| report_pieces(case.report.get(language)))
    }

    pub fn care_html(&self, id: &str, language: &str) -> &str {
        self.html(&format!("care/{id}"), language).unwrap_or_default()
    }
}
