//! What several staff pages show alike: steps of a path with their denominators, sectors, places, roles. It must not know
//! requests.

use app::cohorts::Funnel;
use domain::access::Role;
use domain::people::municipality;
use words::Words;

/// A part of a whole: words, «12 de 34», and a bar.
#[derive(Debug, PartialEq)]
pub struct Step {
    pub words: String,
    pub of: String,
    pub per_cent: u64,
}

impl Step {
    pub fn new(w: &Words, words: String, part: u64, all: u64) -> Self {
        let per_cent = (part * 100).checked_div(all).unwrap_or(0).min(100);
        Self { words, of: w.desk_of(all, part), per_cent }
    }
}

/// The path from enrolling to the certificate. Every step has all who enrolled as its denominator.
pub fn path(w: &Words, funnel: &Funnel) -> Vec<Step> {
    let steps = [
        (w.desk_funnel_enrolled(), funnel.enrolled),
        (w.desk_funnel_active(), funnel.active),
        (w.desk_funnel_half(), funnel.half),
        (w.desk_funnel_completed(), funnel.completed),
        (w.desk_funnel_certified(), funnel.certified),
    ];
    steps.into_iter().map(|(words, part)| Step::new(w, words, part, funnel.enrolled)).collect()
}

pub fn role(w: &Words, role: Role) -> String {
    match role {
        Role::Facilitator => w.desk_role_facilitator(),
        Role::Assessor => w.desk_role_assessor(),
        Role::Coordinator => w.desk_role_coordinator(),
        Role::Analyst => w.desk_role_analyst(),
        Role::Administrator => w.desk_role_administrator(),
    }
}

/// «Puesto de Salud Chamil · Cobán, Alta Verapaz».
pub fn place(organisation: &str, code: Option<u16>) -> String {
    let town = code.and_then(municipality).map(|(town, department)| format!("{}, {}", town.name, department.name));
    [Some(organisation.to_owned()), town]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_says_of_how_many() {
        let w = words::in_language("es");
        let funnel = Funnel { enrolled: 34, active: 31, half: 20, completed: 12, certified: 0 };
        let path = path(w, &funnel);
        assert_eq!(path[3], Step { words: "Completaron".into(), of: "12 de 34".into(), per_cent: 35 });
        assert_eq!(path[4].of, "0 de 34");
        let nobody = Funnel { enrolled: 0, active: 0, half: 0, completed: 0, certified: 0 };
        assert!(super::path(w, &nobody).iter().all(|step| step.of == "0 de 0" && step.per_cent == 0));
    }

    #[test]
    fn a_place_says_what_is_known() {
        assert_eq!(place("Puesto de Salud", Some(1601)), "Puesto de Salud · Cobán, Alta Verapaz");
        assert_eq!(place("Puesto de Salud", None), "Puesto de Salud");
        assert_eq!(place("", None), "");
    }
}
