//! The staff's doors: the desk, a cohort, the numbers, the site. Each is thin: parse, call the use case, render. What a
//! person may see is decided in `app`: here it either comes or is not found.

mod certificates;
mod cohort;
mod cohort_papers;
mod desk;
mod erasure;
mod numbers;
mod reissue;
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
        .get("/cohorts/{id}/certificates", Access::Staff, certificates::show)
        .get("/cohorts/{id}/certificates/file", Access::Staff, certificates::file)
        .post("/cohorts/{id}/certificates/file", Access::Staff, certificates::print_all)
        .get("/certificates/{number}/reissue", Access::Staff, reissue::show)
        .post("/certificates/{number}/reissue", Access::Staff, reissue::reissue)
        .get("/certificates/{number}/revocation", Access::Staff, revocation::show)
        .post("/certificates/{number}/revocation", Access::Staff, revocation::revoke)
        .get("/numbers", Access::Analyst, numbers::show)
        .get("/site", Access::Administrator, site::show)
        .post("/site/cohorts", Access::Administrator, site::open_cohort)
        .post("/site/staff", Access::Administrator, site::name_staff)
        .get("/site/erasures/{id}", Access::Administrator, erasure::show)
        .post("/site/erasures/{id}", Access::Administrator, erasure::carry_out)
}
