//! The library: what a programme holds beside its lessons, to be read, printed and practised with. A learner finds it under `/library`,
//! staff under their cohort; the pages are the same. It must not know rules: what is there and to whom is `app`'s.

mod case;
mod document;
mod glossary;
mod in_sight;
mod interview;
mod law;
mod list;
mod role_play;
mod rubric;
mod teaching;
mod text;
mod words_for;

use crate::doors::{Access, Doors};

pub use in_sight::under;
pub use law::{fragment as law_fragment, to_confirm};
pub use list::sheets_of;
pub use words_for::{document as document_words, kind, language as language_name};

pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/library", Access::Learner, list::show)
        .get("/documents/{id}/{number}", Access::SignedIn, document::show)
        .get("/topics/{id}/law", Access::Learner, law::show)
        .get("/glossary", Access::Learner, glossary::show)
        .get("/care/{name}", Access::Learner, text::care)
        .get("/role-plays/{name}", Access::Learner, role_play::choose)
        .get("/role-plays/{name}/{part}", Access::Learner, role_play::part)
        .get("/interviews/{name}", Access::Learner, interview::interviewer)
        .get("/interviews/{name}/{part}", Access::Learner, interview::part)
        .get("/cases/{name}", Access::Learner, case::show)
        .get("/rubrics/{name}", Access::Learner, rubric::show)
        .get("/cohorts/{id}/library", Access::Staff, list::show)
        .get("/cohorts/{id}/topics/{topic}", Access::Staff, teaching::topic)
        .get("/cohorts/{id}/activities/{activity}", Access::Staff, teaching::activity)
        .get("/cohorts/{id}/guides/{topic}", Access::Staff, text::guide)
        .get("/cohorts/{id}/topics/{topic}/job-aid", Access::Staff, text::job_aid)
        .get("/cohorts/{id}/topics/{topic}/law", Access::Staff, law::show)
        .get("/cohorts/{id}/glossary", Access::Staff, glossary::show)
        .get("/cohorts/{id}/care/{name}", Access::Staff, text::care)
        .get("/cohorts/{id}/role-plays/{name}", Access::Staff, role_play::choose)
        .get("/cohorts/{id}/role-plays/{name}/{part}", Access::Staff, role_play::part)
        .get("/cohorts/{id}/interviews/{name}", Access::Staff, interview::interviewer)
        .get("/cohorts/{id}/interviews/{name}/{part}", Access::Staff, interview::part)
        .get("/cohorts/{id}/cases/{name}", Access::Staff, case::show)
        .get("/cohorts/{id}/rubrics/{name}", Access::Staff, rubric::show)
}
