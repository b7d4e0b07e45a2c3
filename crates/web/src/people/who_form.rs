//! The form that asks who somebody is: each field with why it is asked, in groups of which only the first has to be filled in. It must
//! not know whether she joins, accepts or changes her own page.

use super::{community, path, people, sex};
use crate::learner::sector;
use app::people::{WhoField, WhoForm};
use domain::people::{Department, LinguisticCommunity, NameRefused, Path, People, Sector, Sex, departments};
use words::Words;

/// Fields that belong together.
pub struct Group {
    pub title: String,
    pub note: String,
    /// Shut until somebody opens it; open where something in it has to be mended or was written.
    pub folded: bool,
    pub open: bool,
    pub fields: Vec<Asked>,
}

/// One field.
pub struct Asked {
    pub name: &'static str,
    pub label: String,
    pub why: String,
    pub value: String,
    pub problem: String,
    pub required: bool,
    pub kind: Kind,
}

pub enum Kind {
    Line { longest: usize, autocomplete: &'static str, inputmode: &'static str },
    Organisation { offered: Vec<String> },
    Choice { none: String, options: Vec<(String, String)> },
    Municipality { choose: String, department: String, departments: &'static [Department] },
}

impl Asked {
    /// Whether this option is the one that was chosen.
    pub fn is(&self, value: impl std::fmt::Display) -> bool {
        self.value == value.to_string()
    }
}

fn line(longest: usize, autocomplete: &'static str, inputmode: &'static str) -> Kind {
    Kind::Line { longest, autocomplete, inputmode }
}

/// Which fields a page asks for.
#[derive(Clone, Copy)]
pub struct Asks<'a> {
    pub name: bool,
    pub number: bool,
    /// Names of organisations to choose from; what is typed stays free.
    pub organisations: &'a [String],
}

/// The whole form in groups, with what was written and what is wrong with it.
pub fn groups(w: &Words, written: &WhoForm, refused: &[WhoField], asks: Asks<'_>) -> Vec<Group> {
    let wrong = |name: &str| {
        let field = refused.iter().find(|field| field.name() == name);
        field.map_or_else(String::new, |field| problem(w, *field))
    };
    let field = |name: &'static str, (label, why): (String, String), value: &str, kind: Kind| Asked {
        name,
        label,
        why,
        value: value.to_owned(),
        problem: wrong(name),
        required: matches!(name, "name" | "sector" | "organisation" | "municipality"),
        kind,
    };
    let choice = |none: String, options: Vec<(&str, String)>| Kind::Choice {
        none,
        options: options.into_iter().map(|(code, words)| (code.to_owned(), words)).collect(),
    };
    let mut first = Vec::new();
    if asks.name {
        first.push(field("name", (w.join_name(), w.join_name_why()), &written.name, line(120, "name", "")));
    }
    first.push(field(
        "sector",
        (w.join_sector(), w.join_sector_why()),
        &written.sector,
        choice(w.join_sector_choose(), Sector::ALL.map(|it| (it.as_str(), sector(w, Some(it)))).into()),
    ));
    first.push(field(
        "organisation",
        (w.join_organisation(), w.join_organisation_why()),
        &written.organisation,
        Kind::Organisation { offered: asks.organisations.to_vec() },
    ));
    first.push(field(
        "municipality",
        (w.join_municipality(), w.join_municipality_why()),
        &written.municipality,
        Kind::Municipality {
            choose: w.join_municipality_choose(),
            department: w.join_department(),
            departments: departments(),
        },
    ));
    let mut communities: Vec<(&str, String)> =
        LinguisticCommunity::named().map(|it| (it.as_str(), community(w, it))).collect();
    for it in [LinguisticCommunity::OTHER, LinguisticCommunity::NOT_SAID] {
        communities.push((it.as_str(), community(w, it)));
    }
    let about = vec![
        field(
            "sex",
            (w.who_sex(), String::new()),
            &written.sex,
            choice(w.who_unsaid(), Sex::ALL.iter().map(|it| (it.as_str(), sex(w, *it))).collect()),
        ),
        field(
            "people",
            (w.who_people(), w.who_people_why()),
            &written.people,
            choice(w.who_unsaid(), People::ALL.iter().map(|it| (it.as_str(), people(w, *it))).collect()),
        ),
        field(
            "community",
            (w.who_community(), w.who_community_why()),
            &written.community,
            choice(w.who_unsaid(), communities),
        ),
    ];
    let mut work = vec![
        field("called", (w.who_called(), w.who_called_why()), &written.called, line(40, "nickname", "")),
        field("post", (w.who_post(), w.who_post_why()), &written.post, line(120, "organization-title", "")),
        field("profession", (w.who_profession(), w.who_profession_why()), &written.profession, line(120, "off", "")),
        field("licence", (w.who_licence(), w.who_licence_why()), &written.licence, line(20, "off", "")),
        field(
            "path",
            (w.who_path(), w.who_path_why()),
            &written.path,
            choice(w.who_unsaid(), Path::ALL.iter().map(|it| (it.as_str(), path(w, *it))).collect()),
        ),
        field("phone", (w.who_phone(), w.who_phone_why()), &written.phone, line(40, "tel", "tel")),
        field("email", (w.who_email(), w.who_email_why()), &written.email, line(254, "email", "email")),
    ];
    if asks.number {
        work.push(field("cui", (w.who_cui(), w.who_cui_why()), &written.cui, line(24, "off", "numeric")));
    }
    let needs = vec![
        field("access", (w.who_access(), w.who_access_why()), &written.access, line(300, "off", "")),
        field("diet", (w.who_diet(), w.who_diet_why()), &written.diet, line(300, "off", "")),
        field("childcare", (w.who_childcare(), w.who_childcare_why()), &written.childcare, line(300, "off", "")),
        field(
            "interpreter",
            (w.who_interpreter(), w.who_interpreter_why()),
            &written.interpreter,
            line(300, "off", ""),
        ),
    ];
    let folded = |title: String, note: String, fields: Vec<Asked>| Group {
        open: fields.iter().any(|field| !field.problem.is_empty() || !field.value.is_empty()),
        folded: true,
        title,
        note,
        fields,
    };
    vec![
        Group { title: String::new(), note: String::new(), folded: false, open: true, fields: first },
        Group { title: w.who_about(), note: w.who_about_note(), folded: false, open: true, fields: about },
        folded(w.who_work(), w.who_later(), work),
        folded(w.who_needs(), w.who_needs_note(), needs),
    ]
}

/// What is wrong with a field, and what to do.
pub fn problem(w: &Words, field: WhoField) -> String {
    match field {
        WhoField::Name(NameRefused::TooShort) => w.join_problem_name_short(),
        WhoField::Name(NameRefused::TooLong) => w.join_problem_name_long(),
        WhoField::Name(NameRefused::Unprintable) => w.join_problem_name_marks(),
        WhoField::Sector => w.join_problem_sector(),
        WhoField::Organisation => w.join_problem_organisation(),
        WhoField::Municipality => w.join_problem_municipality(),
        WhoField::Sex | WhoField::People | WhoField::Community | WhoField::Path => w.who_problem_choice(),
        WhoField::Phone => w.who_problem_phone(),
        WhoField::Email => w.who_problem_email(),
        WhoField::Called => w.who_problem_line(40),
        WhoField::Licence => w.who_problem_line(20),
        WhoField::Post | WhoField::Profession => w.who_problem_line(120),
        WhoField::Access | WhoField::Diet | WhoField::Childcare | WhoField::Interpreter => w.who_problem_line(300),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_needed_is_required_and_every_field_but_one_says_why() {
        let w = words::in_language("es");
        let groups = groups(w, &WhoForm::default(), &[], Asks { name: true, number: true, organisations: &[] });
        let fields: Vec<&Asked> = groups.iter().flat_map(|group| &group.fields).collect();
        let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        assert_eq!(required, ["name", "sector", "organisation", "municipality"]);
        // Why sex is asked stands above it, with the people and the community.
        assert!(fields.iter().all(|field| !field.why.is_empty() || field.name == "sex"));
        assert!(groups[2].folded && !groups[2].open);
    }

    #[test]
    fn what_has_to_be_mended_is_never_folded_away() {
        let written = WhoForm { phone: "12".into(), ..WhoForm::default() };
        let w = words::in_language("es");
        let groups = groups(w, &written, &[WhoField::Phone], Asks { name: true, number: false, organisations: &[] });
        assert!(groups[2].open && !groups[3].open);
        let phone = groups[2].fields.iter().find(|field| field.name == "phone").unwrap();
        assert!(!phone.problem.is_empty() && phone.value == "12");
    }
}
