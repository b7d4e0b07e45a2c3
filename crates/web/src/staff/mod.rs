//! The staff's doors: the desk, a cohort, the numbers, the site. Each is thin: parse, call the use case, render. What a
//! person may see is decided in `app`: here it either comes or is not found.

mod admission;
mod allowances;
mod announcements;
mod answers;
mod attempt;
mod certificates;
mod cohort;
mod cohort_papers;
mod cohort_people;
mod desk;
mod documents;
mod erasure;
mod gains;
mod hand_in;
mod list;
mod list_files;
mod lists;
mod mend_form;
mod numbers;
mod organisations;
mod packages;
mod people;
mod question;
mod question_statistics;
mod quiz_export;
mod quiz_results;
mod quiz_statistics;
mod quiz_view;
mod quizzes;
mod reading;
mod reissue;
mod review;
mod revocation;
mod site;
mod statistics_export;
mod support;
mod tile_map;
mod version;
mod view;

pub use support::role as support_role;

use crate::doors::{Access, Doors};
use crate::upload::Upload;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;

pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/desk", Access::Staff, desk::show)
        // Whoever sees another person's pages has no role meanwhile: the handlers ask who may begin.
        .get("/support", Access::SignedIn, support::show)
        .post("/support", Access::SignedIn, support::begin)
        .post("/support/ending", Access::SignedIn, support::end)
        .get("/cohorts/{id}", Access::Staff, cohort::show)
        .get("/cohorts/{id}/admission", Access::Staff, admission::show)
        .post("/cohorts/{id}/admission", Access::Staff, admission::set)
        .post("/cohorts/{id}/applications/{application}", Access::Staff, admission::decide)
        .get("/cohorts/{id}/announcements", Access::Staff, announcements::show)
        .post("/cohorts/{id}/announcements", Access::Staff, announcements::announce)
        .post("/cohorts/{id}/announcements/{announcement}/withdrawal", Access::Staff, announcements::withdraw)
        .get("/cohorts/{id}/lists", Access::Staff, lists::show)
        .post("/cohorts/{id}/lists", Access::Staff, lists::send.layer(DefaultBodyLimit::max(Upload::READS)))
        .get("/cohorts/{id}/progress.csv", Access::Staff, cohort_people::csv)
        .get("/cohorts/{id}/progress.xlsx", Access::Staff, cohort_people::xlsx)
        .get("/cohorts/{id}/people.csv", Access::Staff, list_files::people_csv)
        .get("/cohorts/{id}/people.xlsx", Access::Staff, list_files::people_xlsx)
        .get("/lists/template.csv", Access::Staff, list_files::template_csv)
        .get("/lists/template.xlsx", Access::Staff, list_files::template_xlsx)
        .get("/lists/{id}", Access::Staff, list::show)
        .post("/lists/{id}/taking", Access::Staff, list::take)
        .post("/lists/{id}/undo", Access::Staff, list::undo)
        .post("/lists/{id}/discard", Access::Staff, list::discard)
        .get("/lists/{id}/rest.xlsx", Access::Staff, list_files::rest_xlsx)
        .get("/lists/{id}/rows/{number}", Access::Staff, list::row)
        .post("/lists/{id}/rows/{number}", Access::Staff, list::change)
        .post("/cohorts/{id}/nominations", Access::Staff, admission::call)
        .post("/cohorts/{id}/nominations/{call}/closing", Access::Staff, admission::close_call)
        .post("/cohorts/{id}/people/{person}/removal", Access::Staff, admission::remove)
        .post("/cohorts/{id}/slips", Access::Staff, cohort_papers::slips)
        .get("/cohorts/{id}/poster", Access::Staff, cohort_papers::poster)
        .post("/cohorts/{id}/people/{person}/entry-link", Access::Staff, cohort_papers::entry_link)
        .get("/cohorts/{id}/quizzes/{activity}/statistics", Access::Staff, quiz_statistics::show)
        .get("/cohorts/{id}/quizzes/{activity}/statistics.csv", Access::Staff, statistics_export::quiz_csv)
        .get("/cohorts/{id}/quizzes/{activity}/statistics.xlsx", Access::Staff, statistics_export::quiz_xlsx)
        .get("/cohorts/{id}/gains/{pair}", Access::Staff, gains::show)
        .get("/cohorts/{id}/gains/{pair}/people.csv", Access::Staff, statistics_export::gains_csv)
        .get("/cohorts/{id}/gains/{pair}/people.xlsx", Access::Staff, statistics_export::gains_xlsx)
        .get("/cohorts/{id}/certificates", Access::Staff, certificates::show)
        .post("/cohorts/{id}/certificates", Access::Staff, certificates::issue_all)
        .get("/cohorts/{id}/certificates/file", Access::Staff, certificates::file)
        .post("/cohorts/{id}/certificates/file", Access::Staff, certificates::print_all)
        .get("/certificates/{number}/reissue", Access::Staff, reissue::show)
        .post("/certificates/{number}/reissue", Access::Staff, reissue::reissue)
        .get("/cohorts/{id}/review", Access::Staff, review::show)
        .get("/cohorts/{id}/version", Access::Staff, version::show)
        .post("/cohorts/{id}/version", Access::Staff, version::go_on)
        .get("/cohorts/{id}/documents", Access::Staff, documents::show)
        .post("/cohorts/{id}/documents", Access::Staff, documents::keep.layer(DefaultBodyLimit::max(Upload::READS)))
        .post("/cohorts/{id}/documents/{document}/withdrawal", Access::Staff, documents::withdraw)
        .post("/cohorts/{id}/schedule", Access::Staff, version::spread)
        .get("/cohorts/{id}/reading", Access::Staff, reading::show)
        .get("/cohorts/{id}/quizzes", Access::Staff, quizzes::show)
        .get("/cohorts/{id}/quizzes/{activity}", Access::Staff, quiz_results::show)
        .post("/cohorts/{id}/quizzes/{activity}/window", Access::Staff, quiz_results::set_window)
        .get("/cohorts/{id}/quizzes/{activity}/attempts.csv", Access::Staff, quiz_export::csv)
        .get("/cohorts/{id}/quizzes/{activity}/attempts.xlsx", Access::Staff, quiz_export::xlsx)
        .get("/cohorts/{id}/quizzes/{activity}/questions/{question}", Access::Staff, question::show)
        .post("/cohorts/{id}/quizzes/{activity}/questions/{question}", Access::Staff, question::mend)
        .post("/cohorts/{id}/quizzes/{activity}/questions/{question}/regrade", Access::Staff, question::regrade)
        .get("/cohorts/{id}/attempts/{attempt}", Access::Staff, attempt::show)
        .post("/cohorts/{id}/attempts/{attempt}/comments", Access::Staff, attempt::comment)
        .post("/cohorts/{id}/attempts/{attempt}/submission", Access::Staff, hand_in::hand_in)
        .post("/cohorts/{id}/attempts/{attempt}/readings", Access::Staff, attempt::read)
        .get("/cohorts/{id}/people/{person}/allowances", Access::Staff, allowances::show)
        .post("/cohorts/{id}/people/{person}/allowances", Access::Staff, allowances::grant)
        .get("/certificates/{number}/revocation", Access::Staff, revocation::show)
        .post("/certificates/{number}/revocation", Access::Staff, revocation::revoke)
        .get("/numbers", Access::Analyst, numbers::show)
        .get("/numbers/numbers.xlsx", Access::Analyst, numbers::xlsx)
        .get("/numbers/numbers.pdf", Access::Analyst, numbers::pdf)
        .get("/numbers/{table}/numbers.csv", Access::Analyst, numbers::csv)
        .get("/site", Access::Administrator, site::show)
        .get("/site/programmes", Access::Administrator, packages::show)
        .post("/site/programmes", Access::Administrator, packages::take.layer(DefaultBodyLimit::max(Upload::READS)))
        .get("/site/programmes/{version}", Access::Administrator, packages::give)
        .post("/site/cohorts", Access::Administrator, site::open_cohort)
        .post("/site/staff", Access::Administrator, site::name_staff)
        .get("/site/people", Access::Administrator, people::search)
        .get("/site/people/{person}", Access::Administrator, people::show)
        .post("/site/people/{person}/roles", Access::Administrator, people::give)
        .post("/site/people/{person}/entry-link", Access::Administrator, people::link)
        .post("/site/roles/{grant}/withdrawal", Access::Administrator, people::withdraw)
        .get("/site/organisations", Access::Staff, organisations::list)
        .post(
            "/site/organisations",
            Access::Administrator,
            organisations::keep.layer(DefaultBodyLimit::max(Upload::READS)),
        )
        .get("/site/organisations/new", Access::Administrator, organisations::new)
        .get("/site/organisations/sorting", Access::Administrator, organisations::sorting)
        .post("/site/organisations/names", Access::Administrator, organisations::name)
        .get("/site/organisations/{id}", Access::Staff, organisations::show)
        .post(
            "/site/organisations/{id}",
            Access::Administrator,
            organisations::change.layer(DefaultBodyLimit::max(Upload::READS)),
        )
        .post("/site/organisations/{id}/merge", Access::Administrator, organisations::merge)
        .post("/site/organisations/{id}/separation", Access::Administrator, organisations::separate)
        .get("/site/erasures/{id}", Access::Administrator, erasure::show)
        .post("/site/erasures/{id}", Access::Administrator, erasure::carry_out)
}
