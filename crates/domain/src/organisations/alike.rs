//! Which names may mean the same organisation. It proposes and never decides: two health posts whose names differ by a letter may be two
//! villages.

use crate::people::likened;
use std::collections::BTreeSet;

/// From here on two names are proposed as one: a letter in five may differ.
pub const ALIKE: f64 = 0.8;

/// What institutions are called for short, and what it stands for.
const SHORT: [(&str, &str); 26] = [
    ("mspas", "ministerio salud publica asistencia social"),
    ("mineduc", "ministerio educacion"),
    ("mingob", "ministerio gobernacion"),
    ("mides", "ministerio desarrollo social"),
    ("mp", "ministerio publico"),
    ("pnc", "policia nacional civil"),
    ("pgn", "procuraduria general nacion"),
    ("pdh", "procuraduria derechos humanos"),
    ("oj", "organismo judicial"),
    ("inacif", "instituto nacional ciencias forenses"),
    ("svet", "secretaria violencia sexual explotacion trata"),
    ("sbs", "secretaria bienestar social"),
    ("demi", "defensoria mujer indigena"),
    ("igss", "instituto guatemalteco seguridad social"),
    ("usac", "universidad san carlos"),
    ("das", "direccion area salud"),
    ("cs", "centro salud"),
    ("ps", "puesto salud"),
    ("cap", "centro atencion permanente"),
    ("caimi", "centro atencion integral materno infantil"),
    ("hosp", "hospital"),
    ("muni", "municipalidad"),
    ("esc", "escuela"),
    ("inst", "instituto"),
    ("asoc", "asociacion"),
    ("fund", "fundacion"),
];

/// Words that say what an organisation is; names whose words contradict each other are not of one.
const KINDS: [&str; 42] = [
    "ministerio",
    "secretaria",
    "direccion",
    "area",
    "red",
    "distrito",
    "hospital",
    "clinica",
    "sanatorio",
    "centro",
    "puesto",
    "salud",
    "atencion",
    "maternidad",
    "juzgado",
    "tribunal",
    "sala",
    "fiscalia",
    "agencia",
    "policia",
    "comisaria",
    "estacion",
    "subestacion",
    "procuraduria",
    "delegacion",
    "sede",
    "oficina",
    "unidad",
    "defensoria",
    "instituto",
    "escuela",
    "colegio",
    "universidad",
    "facultad",
    "municipalidad",
    "asociacion",
    "fundacion",
    "iglesia",
    "hogar",
    "casa",
    "paz",
    "publico",
];

/// Words that people leave out or put in as they like.
const MILD: [&str; 22] = [
    "de",
    "del",
    "la",
    "las",
    "el",
    "los",
    "y",
    "e",
    "en",
    "a",
    "para",
    "nacional",
    "regional",
    "general",
    "departamental",
    "distrital",
    "guatemala",
    "civil",
    "oficial",
    "permanente",
    "no",
    "numero",
];

/// What of a name is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// A bit for each word of [`KINDS`].
    kinds: u64,
    /// The words that make it this one and no other, sorted; all its words, where there are no such.
    own: String,
    length: usize,
    numbers: BTreeSet<String>,
}

impl Likeness {
    pub fn of(name: &str) -> Self {
        let plain: String = likened(name)
            .chars()
            .filter(|c| *c != '.' && *c != '\'')
            .map(|c| if c.is_alphanumeric() { c } else { ' ' })
            .collect();
        // «C/S» and «C. S.» are two letters apart: put together they are the short form.
        let mut words: Vec<String> = Vec::new();
        let mut letters = String::new();
        for word in plain.split_whitespace().chain([""]) {
            if word.chars().count() == 1
                && word.chars().all(char::is_alphabetic)
                && word != "y"
                && word != "a"
                && word != "e"
            {
                letters.push_str(word);
                continue;
            }
            if !letters.is_empty() {
                words.push(std::mem::take(&mut letters));
            }
            words.push(word.to_owned());
        }
        let long = |word: &String| {
            SHORT.iter().find(|(short, _)| short == word).map_or(word.clone(), |(_, long)| (*long).to_owned())
        };
        let words: Vec<String> = words
            .iter()
            .map(long)
            .flat_map(|it| it.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let said = |word: &&String| !MILD.contains(&word.as_str());
        let (mut kinds, mut own, mut numbers) = (0, Vec::new(), BTreeSet::new());
        for word in words.iter().filter(said) {
            match KINDS.iter().position(|kind| kind == word || format!("{kind}s") == *word) {
                Some(at) => kinds |= 1 << at,
                None if word.chars().all(|c| c.is_ascii_digit()) => drop(numbers.insert(word.clone())),
                None => own.push(word.as_str()),
            }
        }
        if own.is_empty() {
            own = words.iter().filter(said).map(String::as_str).collect();
        }
        own.sort_unstable();
        own.dedup();
        let own = own.join(" ");
        Self { kinds, length: own.chars().count(), own, numbers }
    }

    /// The first letter of the words that make it this one.
    pub fn initial(&self) -> Option<char> {
        self.own.chars().next()
    }

    /// How alike two are, 0 to 1; 0 where their kinds or numbers contradict each other.
    pub fn to(&self, other: &Self) -> f64 {
        let both = self.kinds & other.kinds;
        let contradicts = both != self.kinds && both != other.kinds;
        let longest = self.length.max(other.length);
        // Lengths that differ by more than a fifth cannot reach the threshold.
        if contradicts
            || self.numbers != other.numbers
            || longest == 0
            || self.length.abs_diff(other.length) * 5 > longest
        {
            return 0.0;
        }
        strsim::normalized_damerau_levenshtein(&self.own, &other.own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        let (one, other) = (Likeness::of(one), Likeness::of(other));
        assert_eq!(one.to(&other), other.to(&one));
        one.to(&other) >= ALIKE
    }

    #[test]
    fn what_people_write_of_one_place_is_proposed_as_one() {
        for (one, other) in [
            ("Hospital Regional de Cobán", "Hosp. Cobán"),
            ("Hospital Nacional de Cobán", "hospital regional coban"),
            ("Centro de Salud Carchá", "C/S Carcha"),
            ("Centro de Salud Carchá", "C.S. de Carchá"),
            ("Puesto de Salud Chamil", "Puesto de Salud Chamill"),
            ("Ministerio Público", "MP"),
            ("Policía Nacional Civil", "PNC"),
            ("Fiscalía Distrital Norte", "Fiscalia del Norte"),
            ("Red de Apoyo Las Verapaces", "Red Apoyo Verapaces"),
        ] {
            assert!(alike(one, other), "{one} · {other}: {:?} {:?}", Likeness::of(one), Likeness::of(other));
        }
    }

    #[test]
    fn what_is_another_kind_another_place_or_another_number_is_not() {
        for (one, other) in [
            ("Centro de Salud Carchá", "Puesto de Salud Carchá"),
            ("Hospital de Cobán", "Hospital de Carchá"),
            ("Hospital de Cobán", "Juzgado de Cobán"),
            ("Juzgado de Paz 1", "Juzgado de Paz 2"),
            ("Comisaría 51", "Comisaría 52"),
            ("Ministerio Público", "Ministerio de Educación"),
            ("MP", "PGN"),
            ("", "Hospital"),
        ] {
            assert!(!alike(one, other), "{one} · {other}: {:?} {:?}", Likeness::of(one), Likeness::of(other));
        }
    }
}
