//! The learner's doors: Hoy, Programa, lessons, quizzes, the certificate, Yo. Each is thin: parse, call the use case,
//! render. It must not know rules, storage or how the frame around a page is drawn.

mod activity;
mod certificate;
pub mod constancia;
mod data_use;
mod job_aid;
mod lesson;
mod me;
mod my_data;
mod passkeys;
mod password;
mod profile;
mod programme;
mod quizzes;
mod rows;
mod support;
mod today;
mod topic;
mod view;

use crate::doors::{Access, Doors};
use crate::passkeys::LONGEST;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;

pub use job_aid::fragment as job_aid_fragment;
pub use lesson::{for_staff as lesson_for_staff, fragment as lesson_fragment};
pub use quizzes::fragment as quiz_fragment;
pub use view::place;

pub use certificate::{name_words, paper_language, pdf_file};
pub use me::{LanguageChoice, LinkWords, languages, link_page};
pub use view::{kind, minutes_and_size, of_hundredths, sector};

/// A case of eight parts, each an open answer of 10,000 characters: 80,000, and up to twelve bytes each as a form sends them.
const LONGEST_ANSWER: usize = 1024 * 1024;
/// All answers of a page without script.
const LONGEST_ANSWERS: usize = 8 * LONGEST_ANSWER;

pub fn doors(doors: Doors) -> Doors {
    let up_to = DefaultBodyLimit::max;
    doors
        .get("/today", Access::SignedIn, today::show)
        .post("/announcements/{id}/seen", Access::SignedIn, today::see)
        .get("/programme", Access::Learner, programme::show)
        .get("/activities/{id}", Access::Learner, activity::show)
        .post("/activities/{id}/done", Access::Learner, activity::finish)
        .post("/activities/{id}/attempts", Access::Learner, activity::start)
        .get("/attempts/{id}", Access::Learner, quizzes::attempt::show)
        .get("/attempts/{id}/questions/{n}", Access::Learner, quizzes::question::show)
        .post("/attempts/{id}/answers", Access::Learner, quizzes::save_answer::save.layer(up_to(LONGEST_ANSWER)))
        .post("/attempts/{id}/answers/all", Access::Learner, quizzes::save_all::save.layer(up_to(LONGEST_ANSWERS)))
        .post("/attempts/{id}/flags", Access::Learner, quizzes::flag_question::flag)
        .post("/attempts/{id}/submission", Access::Learner, quizzes::submit_attempt::submit)
        .get("/topics/{id}", Access::Learner, topic::show)
        .get("/topics/{id}/job-aid", Access::Learner, job_aid::show)
        .get("/enrolments/{id}/certificate", Access::Learner, certificate::check)
        .post("/enrolments/{id}/certificate", Access::Learner, certificate::issue)
        .get("/certificates/{number}", Access::SignedIn, certificate::show)
        .get("/certificates/{number}/pdf", Access::SignedIn, certificate::pdf)
        .get("/applications/{id}", Access::SignedIn, profile::accept_form)
        .post("/applications/{id}", Access::SignedIn, profile::accept)
        .post("/applications/{id}/withdrawal", Access::SignedIn, profile::withdraw)
        .post("/enrolments/{id}/end", Access::Learner, profile::leave)
        .post("/me/passkeys", Access::SignedIn, passkeys::add.layer(up_to(LONGEST)))
        .post("/me/passkeys/challenge", Access::SignedIn, passkeys::ask.layer(up_to(LONGEST)))
        .post("/me/passkeys/{passkey}/removal", Access::SignedIn, passkeys::remove)
        .get("/me/password", Access::SignedIn, password::show)
        .post("/me/password", Access::SignedIn, password::change)
        .get("/me/profile", Access::SignedIn, profile::show)
        .post("/me/profile", Access::SignedIn, profile::save)
        .post("/me/profile/number", Access::SignedIn, profile::drop_number)
        .get("/me/support", Access::SignedIn, support::show)
        .post("/me/support", Access::SignedIn, support::make)
        .post("/me/support/withdrawal", Access::SignedIn, support::take_back)
        .post("/me/support/{support}/ending", Access::SignedIn, support::end)
        .get("/me", Access::SignedIn, me::show)
        .post("/me/name", Access::SignedIn, me::rename)
        .post("/me/entry-link", Access::SignedIn, me::make_entry_link)
        .post("/me/devices/{session}", Access::SignedIn, me::sign_out_device)
        .post("/me/erasure", Access::SignedIn, me::erasure)
        .get("/me/data-use.json", Access::SignedIn, data_use::json)
        .post("/me/data-limit", Access::SignedIn, data_use::choose)
        .get("/me/data", Access::SignedIn, my_data::show)
        .get("/me/data.json", Access::SignedIn, my_data::download)
}
