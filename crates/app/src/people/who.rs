//! The form about a person, as typed, and how it is read. Joining, being named and changing one's own page all read it here.

use crate::cohorts::line;
use domain::facts::PersonDescribed;
use domain::people::{
    Cui, Email, LinguisticCommunity, NameRefused, Needs, Path, People, PersonName, Phone, Profile, Sector, Sex,
    municipality,
};
use serde::{Deserialize, Serialize};

/// What was typed. Only name, sector, organisation and municipality are asked of everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WhoForm {
    pub name: String,
    pub called: String,
    pub sex: String,
    pub people: String,
    pub community: String,
    pub sector: String,
    pub organisation: String,
    /// `1601`, or nothing.
    pub municipality: String,
    pub post: String,
    pub profession: String,
    pub licence: String,
    pub path: String,
    pub phone: String,
    pub email: String,
    pub access: String,
    pub diet: String,
    pub childcare: String,
    pub interpreter: String,
    /// The number of her identity document; it is never given back to a form.
    pub cui: String,
}

/// A field that has to be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhoField {
    Name(NameRefused),
    Called,
    Sex,
    People,
    Community,
    Sector,
    Organisation,
    Municipality,
    Post,
    Profession,
    Licence,
    Path,
    Phone,
    Email,
    Access,
    Diet,
    Childcare,
    Interpreter,
}

impl WhoField {
    /// As the form calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name(_) => "name",
            Self::Called => "called",
            Self::Sex => "sex",
            Self::People => "people",
            Self::Community => "community",
            Self::Sector => "sector",
            Self::Organisation => "organisation",
            Self::Municipality => "municipality",
            Self::Post => "post",
            Self::Profession => "profession",
            Self::Licence => "licence",
            Self::Path => "path",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Access => "access",
            Self::Diet => "diet",
            Self::Childcare => "childcare",
            Self::Interpreter => "interpreter",
        }
    }
}

/// The form, read.
#[derive(Clone, Debug)]
pub struct Who {
    pub name: PersonName,
    pub described: PersonDescribed,
    pub cui: Option<Cui>,
}

/// What a line holds at most, in characters.
const CALLED: usize = 40;
const LINE: usize = 120;
const LICENCE: usize = 20;
const NEED: usize = 300;

/// Reads the fields one by one and remembers which are not well.
struct Reader {
    refused: Vec<WhoField>,
}

impl Reader {
    /// A line of at most so many characters; empty is well.
    fn line(&mut self, written: &str, longest: usize, field: WhoField) -> String {
        let text = line(written);
        if text.chars().count() > longest || text.contains(['<', '>']) {
            self.refused.push(field);
        }
        text
    }

    /// One of the words offered, or nothing.
    fn choice<T: std::str::FromStr>(&mut self, written: &str, field: WhoField) -> Option<T> {
        let written = written.trim();
        if written.is_empty() {
            return None;
        }
        written.parse().map_err(|_| self.refused.push(field)).ok()
    }

    fn parsed<T, E>(&mut self, written: &str, parse: impl Fn(&str) -> Result<T, E>, field: WhoField) -> Option<T> {
        if written.trim().is_empty() {
            return None;
        }
        parse(written).map_err(|_| self.refused.push(field)).ok()
    }
}

impl WhoForm {
    /// As it is known of her. The number of her document never comes back.
    pub fn known(
        name: &PersonName,
        (sector, organisation, municipality): (Option<Sector>, &str, Option<u16>),
        profile: &Profile,
    ) -> Self {
        let needs = &profile.needs;
        Self {
            name: name.as_str().to_owned(),
            called: profile.called.clone(),
            sex: profile.sex.map_or("", Sex::as_str).to_owned(),
            people: profile.people.map_or("", People::as_str).to_owned(),
            community: profile.community.map_or("", LinguisticCommunity::as_str).to_owned(),
            sector: sector.map_or("", Sector::as_str).to_owned(),
            organisation: organisation.to_owned(),
            municipality: municipality.map_or_else(String::new, |code| code.to_string()),
            post: profile.post.clone(),
            profession: profile.profession.clone(),
            licence: profile.licence.clone(),
            path: profile.path.map_or("", Path::as_str).to_owned(),
            phone: profile.phone.as_ref().map_or_else(String::new, |phone| phone.spoken()),
            email: profile.email.as_ref().map_or("", |email| email.as_str()).to_owned(),
            access: needs.access.clone(),
            diet: needs.diet.clone(),
            childcare: needs.childcare.clone(),
            interpreter: needs.interpreter.clone(),
            cui: String::new(),
        }
    }

    /// Every field by the name that the form calls it, in its order.
    pub fn fields(&self) -> [(&'static str, &str); 19] {
        [
            ("name", &self.name),
            ("called", &self.called),
            ("sex", &self.sex),
            ("people", &self.people),
            ("community", &self.community),
            ("sector", &self.sector),
            ("organisation", &self.organisation),
            ("municipality", &self.municipality),
            ("post", &self.post),
            ("profession", &self.profession),
            ("licence", &self.licence),
            ("path", &self.path),
            ("phone", &self.phone),
            ("email", &self.email),
            ("access", &self.access),
            ("diet", &self.diet),
            ("childcare", &self.childcare),
            ("interpreter", &self.interpreter),
            ("cui", &self.cui),
        ]
    }

    /// A field by the name that the form calls it.
    pub fn field_mut(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "name" => &mut self.name,
            "called" => &mut self.called,
            "sex" => &mut self.sex,
            "people" => &mut self.people,
            "community" => &mut self.community,
            "sector" => &mut self.sector,
            "organisation" => &mut self.organisation,
            "municipality" => &mut self.municipality,
            "post" => &mut self.post,
            "profession" => &mut self.profession,
            "licence" => &mut self.licence,
            "path" => &mut self.path,
            "phone" => &mut self.phone,
            "email" => &mut self.email,
            "access" => &mut self.access,
            "diet" => &mut self.diet,
            "childcare" => &mut self.childcare,
            "interpreter" => &mut self.interpreter,
            "cui" => &mut self.cui,
            _ => return None,
        })
    }

    /// Everything that is not well, in the order of the form; or who she is.
    pub fn read(&self) -> Result<Who, Vec<WhoField>> {
        self.read_with(true)
    }

    /// The same of somebody whom others name: her name is enough, she says the rest herself.
    pub fn read_some(&self) -> Result<Who, Vec<WhoField>> {
        self.read_with(false)
    }

    fn read_with(&self, whole: bool) -> Result<Who, Vec<WhoField>> {
        let asked = |written: &str| whole || !written.trim().is_empty();
        let mut reader = Reader { refused: Vec::new() };
        let name = PersonName::parse(&self.name).map_err(|why| reader.refused.push(WhoField::Name(why))).ok();
        let called = reader.line(&self.called, CALLED, WhoField::Called);
        let sex: Option<Sex> = reader.choice(&self.sex, WhoField::Sex);
        let people: Option<People> = reader.choice(&self.people, WhoField::People);
        let community: Option<LinguisticCommunity> = reader.choice(&self.community, WhoField::Community);
        let sector: Option<Sector> = self.sector.trim().parse().ok();
        if sector.is_none() && asked(&self.sector) {
            reader.refused.push(WhoField::Sector);
        }
        let organisation = line(&self.organisation);
        let sound = (2..=160).contains(&organisation.chars().count()) && !organisation.contains(['<', '>']);
        if !sound && asked(&organisation) {
            reader.refused.push(WhoField::Organisation);
        }
        let place = self.municipality.trim().parse::<u16>().ok().filter(|code| municipality(*code).is_some());
        if place.is_none() && asked(&self.municipality) {
            reader.refused.push(WhoField::Municipality);
        }
        let post = reader.line(&self.post, LINE, WhoField::Post);
        let profession = reader.line(&self.profession, LINE, WhoField::Profession);
        let licence = reader.line(&self.licence, LICENCE, WhoField::Licence);
        let path: Option<Path> = reader.choice(&self.path, WhoField::Path);
        let phone = reader.parsed(&self.phone, Phone::parse, WhoField::Phone);
        let email = reader.parsed(&self.email, Email::parse, WhoField::Email);
        let needs = Needs {
            access: reader.line(&self.access, NEED, WhoField::Access),
            diet: reader.line(&self.diet, NEED, WhoField::Diet),
            childcare: reader.line(&self.childcare, NEED, WhoField::Childcare),
            interpreter: reader.line(&self.interpreter, NEED, WhoField::Interpreter),
        };
        let profile = Profile { called, sex, people, community, post, profession, licence, path, phone, email, needs };
        match (reader.refused.is_empty(), name) {
            (true, Some(name)) => Ok(Who {
                name,
                described: PersonDescribed { sector, organisation, municipality: place, profile },
                cui: Cui::read(&self.cui),
            }),
            _ => Err(reader.refused),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound() -> WhoForm {
        WhoForm {
            name: "Marta Coʼ Ejemplo".into(),
            sector: "health".into(),
            organisation: "Puesto de Salud El Ejemplo".into(),
            municipality: "1601".into(),
            ..WhoForm::default()
        }
    }

    #[test]
    fn four_fields_are_enough() {
        let who = sound().read().unwrap();
        assert_eq!(who.described.municipality, Some(1601));
        assert_eq!(who.described.profile, Profile::default());
        assert!(who.cui.is_none());
    }

    #[test]
    fn everything_that_is_not_well_is_told_at_once_in_the_order_of_the_form() {
        let form = WhoForm {
            name: "M".into(),
            sex: "x".into(),
            municipality: "9999".into(),
            phone: "123".into(),
            email: "marta".into(),
            diet: "a".repeat(301),
            ..sound()
        };
        let names: Vec<&str> = form.read().unwrap_err().into_iter().map(WhoField::name).collect();
        assert_eq!(names, ["name", "sex", "municipality", "phone", "email", "diet"]);
    }
}
