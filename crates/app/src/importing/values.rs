//! What a cell says, in the words of whoever wrote it, as the form's own word for it. It must not know where a cell stands.

use domain::people::{
    Department, LinguisticCommunity, Municipality, Path, People, Sector, Sex, departments, likened, municipality,
};

/// A text as words of choices are compared: no accents, no capitals, no signs. A glottal stop parts no word.
pub fn plain(text: &str) -> String {
    let bare = likened(text).replace('\'', "");
    let words: String = bare.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words that stand for each choice, beside its own code.
type Words = &'static [(&'static str, &'static [&'static str])];

const SECTORS: Words = &[
    ("health", &["salud", "sector salud", "medico", "health"]),
    ("justice", &["justicia", "sector justicia", "seguridad y justicia", "seguridad", "justice"]),
    ("psychosocial", &["psicosocial", "atencion psicosocial", "psicologia", "trabajo social", "psychosocial care"]),
    ("education", &["educacion", "sector educacion", "education"]),
    ("other", &["otro", "otros", "otra", "other", "another"]),
];

const SEXES: Words = &[
    ("woman", &["mujer", "femenino", "femenina", "f", "fem", "female"]),
    ("man", &["hombre", "masculino", "h", "masc", "male"]),
    ("not_said", NOT_SAID),
];

const NOT_SAID: &[&str] = &[
    "prefiero no responder",
    "prefiere no responder",
    "no responde",
    "prefer not to say",
    "i prefer not to answer",
    "prefer not to answer",
    "nr",
];

const PEOPLES: Words = &[
    ("maya", &["mayas", "pueblo maya", "indigena maya", "mayan"]),
    ("garifuna", &["garinagu", "pueblo garifuna"]),
    ("xinka", &["xinca", "pueblo xinka", "pueblo xinca"]),
    ("afrodescendant", &["afrodescendiente", "creole", "creol", "afromestizo", "afro descendant"]),
    ("ladino", &["ladina", "mestizo", "mestiza", "ladino mestizo", "mestizo ladino", "ladina mestiza", "no indigena"]),
    ("foreign", &["extranjero", "extranjera", "foreigner"]),
    ("not_said", NOT_SAID),
];

const PATHS: Words = &[
    (
        "first_account",
        &[
            "primer relato",
            "oir un primer relato",
            "primera acogida",
            "acogida",
            "first account",
            "hear a first account",
        ],
    ),
    ("interview", &["entrevista", "entrevistar", "entrevistador", "entrevistadora"]),
];

/// Names of languages that are written in more than one way.
const LANGUAGES: Words = &[
    ("spa", &["espanol", "castellano", "spanish"]),
    ("kek", &["kekchi", "queqchi"]),
    ("quc", &["quiche"]),
    ("cak", &["cakchiquel"]),
    ("poc", &["pocomam"]),
    ("poh", &["pocomchi"]),
    ("caa", &["chorti"]),
    ("tzj", &["tzutujil", "zutuhil"]),
    ("kjb", &["kanjobal"]),
    ("jac", &["jakalteko", "jacalteco"]),
    ("xin", &["xinca"]),
    ("other", &["otro", "otra", "other", "another", "another one"]),
    ("not_said", NOT_SAID),
];

fn chosen(text: &str, words: Words) -> Option<&'static str> {
    let text = plain(text);
    words.iter().find(|(code, others)| *code == text || others.contains(&text.as_str())).map(|(code, _)| *code)
}

/// The same where more is written behind the words: «Ladina o ladino».
fn begun(text: &str, words: Words) -> Option<&'static str> {
    let text = plain(text);
    let begins = |word: &str| text.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
    chosen(&text, words).or_else(|| {
        words.iter().find(|(code, others)| begins(code) || others.iter().any(|it| begins(it))).map(|(code, _)| *code)
    })
}

/// A word of the form for what a cell of a column of choices says; none where it says nothing known.
pub fn choice(field: &str, text: &str) -> Option<&'static str> {
    match field {
        "sector" => text.parse::<Sector>().ok().map(Sector::as_str).or_else(|| chosen(text, SECTORS)),
        "sex" => text.parse::<Sex>().ok().map(Sex::as_str).or_else(|| chosen(text, SEXES)),
        "people" => text.parse::<People>().ok().map(People::as_str).or_else(|| begun(text, PEOPLES)),
        "path" => text.parse::<Path>().ok().map(Path::as_str).or_else(|| begun(text, PATHS)),
        "community" => {
            let bare = plain(text);
            let named = LinguisticCommunity::named().find(|it| it.name().is_some_and(|name| plain(name) == bare));
            let known = text.parse().ok().or(named).map(LinguisticCommunity::as_str);
            known.or_else(|| chosen(text, LANGUAGES))
        }
        _ => None,
    }
}

/// «M» is *masculino* beside «F» and *mujer* beside «H»: which of the two a column means, its other cells say.
pub fn m_is_a_woman<'a>(column: impl Iterator<Item = &'a str>) -> bool {
    let letters: Vec<String> = column.map(plain).filter(|text| text.len() == 1).collect();
    letters.iter().any(|it| it == "h") && !letters.iter().any(|it| it == "f")
}

/// A place, as a list says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Known(u16),
    /// Spelt nearly like this one, and like no other.
    Nearly(u16),
    /// Several departments have one of that name.
    Several,
    Unknown,
}

fn matching_department(text: &str) -> Option<&'static Department> {
    let text = plain(text);
    let by_code = text.parse::<u8>().ok();
    let same = departments().iter().find(|it| plain(it.name) == text || by_code == Some(it.code));
    same.or_else(|| nearest(&text, departments(), |it| it.name))
}

/// The one that is at most two letters away, where no other is as near; short words have to be nearer.
fn nearest<T>(text: &str, all: &'static [T], name: impl Fn(&T) -> &str) -> Option<&'static T> {
    let most = if text.chars().count() < 6 { 1 } else { 2 };
    let mut near: Vec<(usize, &T)> = all
        .iter()
        .map(|it| (strsim::damerau_levenshtein(text, &plain(name(it))), it))
        .filter(|(away, _)| *away <= most)
        .collect();
    near.sort_by_key(|(away, _)| *away);
    match near.as_slice() {
        [(_, only)] => Some(only),
        [(first, it), (second, _), ..] if first < second => Some(it),
        _ => None,
    }
}

/// A municipality by its code or its name, in the department that another column or the same cell says.
pub fn place(written: &str, department: &str) -> Place {
    if let Ok(code) = written.trim().parse::<u16>() {
        return if municipality(code).is_some() { Place::Known(code) } else { Place::Unknown };
    }
    let parts: Vec<&str> = written.split([',', '/', '(', ')']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let (name, beside) = match parts.as_slice() {
        [name, beside] => (*name, *beside),
        _ => (written, ""),
    };
    let said = matching_department(if department.trim().is_empty() { beside } else { department });
    let name = plain(name);
    let among = |of: &'static Department| of.municipalities.iter().filter(|it| plain(it.name) == name);
    let found: Vec<&Municipality> = match said {
        Some(department) => among(department).collect(),
        None => departments().iter().flat_map(among).collect(),
    };
    match (found.as_slice(), said) {
        ([only], _) => Place::Known(only.code),
        ([_, ..], _) => Place::Several,
        ([], Some(department)) => {
            nearest(&name, &department.municipalities, |it| it.name).map_or(Place::Unknown, |it| Place::Nearly(it.code))
        }
        ([], None) => {
            let near = departments().iter().filter_map(|it| nearest(&name, &it.municipalities, |it| it.name));
            match near.collect::<Vec<_>>().as_slice() {
                [only] => Place::Nearly(only.code),
                _ => Place::Unknown,
            }
        }
    }
}

/// A name that is all capitals or all small letters, as it is written on a certificate; none where it is well as it is.
pub fn recased(name: &str) -> Option<String> {
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphabetic()).collect();
    let shouted = letters.iter().all(|c| !c.is_lowercase());
    let whispered = letters.iter().all(|c| !c.is_uppercase());
    if letters.len() < 4 || !(shouted || whispered) {
        return None;
    }
    let words = name.split(' ').enumerate().map(|(at, word)| {
        let small = word.to_lowercase();
        if at > 0 && matches!(small.as_str(), "de" | "del" | "la" | "las" | "los" | "y" | "e" | "da" | "dos") {
            return small;
        }
        let mut begins = true;
        small
            .chars()
            .map(|c| {
                let upper = begins && c.is_alphabetic();
                // A glottal stop does not begin a word; a hyphen does.
                begins = if c.is_alphabetic() { false } else { begins || c == '-' };
                if upper { c.to_uppercase().to_string() } else { c.to_string() }
            })
            .collect()
    });
    Some(words.collect::<Vec<String>>().join(" ")).filter(|new| new != name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_read_as_people_write_them() {
        for (field, written, wanted) in [
            ("sector", "SALUD", Some("health")),
            ("sector", "health", Some("health")),
            ("sex", "Femenino", Some("woman")),
            ("sex", "F", Some("woman")),
            ("sex", "H", Some("man")),
            ("people", "Ladino/Mestizo", Some("ladino")),
            ("people", "Ladina, mestiza", Some("ladino")),
            ("people", "Garífuna", Some("garifuna")),
            ("people", "Prefiero no responder", Some("not_said")),
            ("community", "Q'eqchi'", Some("kek")),
            ("community", "QUEQCHÍ", Some("kek")),
            ("community", "kek", Some("kek")),
            ("community", "Español", Some("spa")),
            ("path", "Entrevista", Some("interview")),
            ("sex", "no sé", None),
        ] {
            assert_eq!(choice(field, written), wanted, "{field}: {written}");
        }
    }

    #[test]
    fn the_other_letters_of_a_column_say_what_m_means() {
        assert!(!m_is_a_woman(["F", "M"].into_iter()));
        assert!(m_is_a_woman(["H", "M"].into_iter()));
        assert!(!m_is_a_woman(["M"].into_iter()));
    }

    #[test]
    fn places_are_found_by_code_by_name_and_nearly() {
        assert_eq!(place("1601", ""), Place::Known(1601));
        assert_eq!(place("101", ""), Place::Known(101), "Excel takes the first 0 away");
        assert_eq!(place("9999", ""), Place::Unknown);
        assert_eq!(place("coban", ""), Place::Known(1601));
        assert_eq!(place("Cobán, Alta Verapaz", ""), Place::Known(1601));
        assert_eq!(place("Cobam", "Alta Verapaz"), Place::Nearly(1601));
        assert_eq!(place("Santa Bárbara", ""), Place::Several);
        assert!(matches!(place("Santa Bárbara", "Huehuetenango"), Place::Known(code) if code / 100 == 13));
        assert!(matches!(place("Santa Bárbara", "Huehuetenago"), Place::Known(code) if code / 100 == 13));
        assert_eq!(place("París", ""), Place::Unknown);
    }

    #[test]
    fn names_in_capitals_are_written_as_names() {
        assert_eq!(recased("MARÍA DE LA CRUZ CO'").as_deref(), Some("María de la Cruz Co'"));
        assert_eq!(recased("ana-lucía xol q’oq").as_deref(), Some("Ana-Lucía Xol Q’oq"));
        assert_eq!(recased("María del Carmen"), None);
        assert_eq!(recased("Co"), None);
    }
}
