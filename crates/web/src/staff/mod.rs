//! The staff's doors: the desk, a cohort, the numbers, the site. Each is thin: parse, call the use case, render. What a
//! person may see is decided in `app`: here it either comes or is not found.

mod cohort;
mod cohort_papers;
mod desk;
mod erasure;
mod gains;
mod numbers;
mod question_statistics;
mod quiz_statistics;
mod revocation;
mod site;
mod tile_map;
mod view;

use crate::doors::{Access, Doors};

pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/desk", Access::Staff, desk::show)
        .get("/cohorts/{id}", Access::Staff, cohort::show)
        .post("/cohorts/{id}/slips", Access::Staff, cohort_papers::slips)
        .get("/cohorts/{id}/poster", Access::Staff, cohort_papers::poster)
        .post("/cohorts/{id}/people/{person}/entry-link", Access::Staff, cohort_papers::entry_link)
        .get("/cohorts/{id}/quizzes/{activity}/statistics", Access::Staff, quiz_statistics::show)
        .get("/cohorts/{id}/gains/{pair}", Access::Staff, gains::show)
        .get("/certificates/{number}/revocation", Access::Staff, revocation::show)
        .post("/certificates/{number}/revocation", Access::Staff, revocation::revoke)
        .get("/numbers", Access::Analyst, numbers::show)
        .get("/site", Access::Administrator, site::show)
        .post("/site/cohorts", Access::Administrator, site::open_cohort)
        .post("/site/staff", Access::Administrator, site::name_staff)
        .get("/site/erasures/{id}", Access::Administrator, erasure::show)
        .post("/site/erasures/{id}", Access::Administrator, erasure::carry_out)
}
