//! The demonstration's people. All of them are invented.

use crate::people::WhoForm;
use domain::people::Sector::{self, Health, Justice, Psychosocial};

pub struct Extra {
    pub name: &'static str,
    pub sector: Sector,
    pub organisation: &'static str,
    pub municipality: u16,
    /// How many sixths of the programme's activities she has done.
    pub done: usize,
    pub then: Then,
    /// Days since she was last here.
    pub days: i64,
}

/// What she did after that.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Then {
    Nothing,
    /// Opened the next activity.
    Began,
    /// Handed in the next quiz twice without passing.
    FailedTwice,
    /// Took her certificate.
    Certified,
}

/// What each says of herself, in the order of the cast: sex, people, linguistic community, post. Who prefers not to answer, and who left
/// it empty, is there too. Invented like the rest, and not told from anybody's name.
const SAID: [(&str, &str, &str, &str); 34] = [
    ("woman", "maya", "kek", "Auxiliar de enfermería"),
    ("man", "maya", "kek", "Enfermero profesional"),
    ("woman", "maya", "kek", "Trabajadora social"),
    ("woman", "maya", "kek", "Psicóloga"),
    ("man", "maya", "poh", "Auxiliar fiscal"),
    ("woman", "maya", "kek", "Auxiliar de enfermería"),
    ("woman", "maya", "poh", "Educadora"),
    ("man", "ladino", "spa", "Oficial de juzgado"),
    ("woman", "maya", "quc", "Enfermera profesional"),
    ("man", "ladino", "spa", "Agente"),
    ("woman", "maya", "ixl", "Auxiliar de enfermería"),
    ("man", "maya", "ixl", "Facilitador comunitario"),
    ("woman", "ladino", "spa", "Médica"),
    ("man", "not_said", "not_said", "Procurador"),
    ("woman", "maya", "cak", "Psicóloga"),
    ("woman", "maya", "cak", "Auxiliar de enfermería"),
    ("man", "xinka", "xin", "Juez de paz"),
    ("woman", "ladino", "spa", "Psicóloga"),
    ("man", "maya", "caa", "Enfermero"),
    ("woman", "maya", "cak", "Médica"),
    ("man", "maya", "quc", "Auxiliar fiscal"),
    ("woman", "ladino", "spa", "Trabajadora social"),
    ("woman", "maya", "mam", "Auxiliar de enfermería"),
    ("man", "not_said", "", "Agente"),
    ("woman", "maya", "mam", "Enfermera profesional"),
    ("man", "maya", "quc", "Psicólogo"),
    ("woman", "ladino", "spa", "Médica"),
    ("man", "maya", "kek", "Oficial de juzgado"),
    ("woman", "maya", "kek", "Auxiliar de enfermería"),
    ("man", "ladino", "spa", "Educador"),
    ("woman", "", "", "Enfermera"),
    ("man", "maya", "acr", "Auxiliar fiscal"),
    ("woman", "afrodescendant", "spa", "Psicóloga"),
    ("woman", "maya", "acr", "Auxiliar de enfermería"),
];

impl Extra {
    /// The form by which she joins.
    pub fn who(&self, place: usize) -> WhoForm {
        let (sex, people, community, post) = SAID[place % SAID.len()];
        // Who interviews children for a living learns that; the phones are of nobody.
        let interviews = matches!(post, "Psicóloga" | "Psicólogo" | "Auxiliar fiscal");
        WhoForm {
            name: self.name.into(),
            sex: sex.into(),
            people: people.into(),
            community: community.into(),
            sector: self.sector.as_str().into(),
            organisation: self.organisation.into(),
            municipality: self.municipality.to_string(),
            post: post.into(),
            path: if interviews { "interview" } else { "first_account" }.into(),
            phone: if place.is_multiple_of(3) { format!("5550 {:04}", 1000 + place) } else { String::new() },
            interpreter: if place == 5 { "Q’eqchi’".into() } else { String::new() },
            ..WhoForm::default()
        }
    }
}

const fn extra(
    name: &'static str,
    (sector, organisation, municipality): (Sector, &'static str, u16),
    (done, then, days): (usize, Then, i64),
) -> Extra {
    Extra { name, sector, organisation, municipality, done, then, days }
}

use Then::{Began, Certified, FailedTwice, Nothing};

/// Marta, as whom the demonstration's learner signs in, is the first.
pub const CAST: [Extra; 34] = [
    extra("Marta Xol Caal", (Health, "Puesto de Salud Chamil", 1609), (3, Began, 0)),
    extra("Otto Ical Pop", (Health, "Centro de Salud Carchá", 1609), (5, FailedTwice, 1)),
    extra("Rosa Choc Tiul", (Psychosocial, "Red de Apoyo Las Verapaces", 1601), (1, Nothing, 9)),
    extra("Ana Pop Cucul", (Health, "Hospital Regional Norte", 1601), (6, Certified, 2)),
    extra("Hugo Saquil Barrios", (Justice, "Fiscalía Distrital Norte", 1601), (6, Certified, 3)),
    extra("Irma Toj Sis", (Health, "Puesto de Salud Panzós", 1607), (2, Began, 1)),
    extra("Delfina Botzoc Ax", (Psychosocial, "Casa de la Niñez Senahú", 1608), (3, Nothing, 4)),
    extra("Carlos Enrique Paz Cú", (Justice, "Juzgado de Niñez Cobán", 1601), (4, Nothing, 2)),
    extra("Lidia Tzul Batz", (Health, "Centro de Salud Totonicapán", 801), (6, Certified, 5)),
    extra("Mario Velásquez Ramos", (Justice, "Policía, unidad de niñez", 901), (0, Nothing, 12)),
    extra("Juana Brito Ceto", (Health, "Puesto de Salud Acul", 1413), (3, Began, 0)),
    extra("Pedro Raymundo Cobo", (Psychosocial, "Asociación Tejiendo Caminos", 1413), (2, Nothing, 8)),
    extra("Silvia Morales Godoy", (Health, "Hospital de Amatitlán", 114), (6, Nothing, 1)),
    extra("Byron Estuardo Lima", (Justice, "Procuraduría, delegación sur", 501), (1, Began, 3)),
    extra("Elvira Cumes Sajvin", (Psychosocial, "Centro Maya de Acompañamiento", 401), (4, Nothing, 0)),
    extra("Tomasa Coʼ Xicay", (Health, "Puesto de Salud Patzún", 407), (3, Began, 2)),
    extra("Ricardo Alvarado Sosa", (Justice, "Juzgado de Paz Jalapa", 2101), (2, Nothing, 6)),
    extra("Gloria Marroquín Díaz", (Psychosocial, "Clínica Psicológica Oriente", 2001), (6, Certified, 4)),
    extra("Noé Ramírez López", (Health, "Centro de Salud Jocotán", 2004), (0, Nothing, 10)),
    extra("Ester Ajú Chicol", (Health, "Hospital de Sololá", 701), (3, Nothing, 1)),
    extra("Andrés Cux Ordóñez", (Justice, "Fiscalía Municipal Quiché", 1401), (5, FailedTwice, 2)),
    extra("Mirna Castellanos Ruiz", (Psychosocial, "Oficina Municipal de la Niñez", 1801), (2, Began, 0)),
    extra("Josefa Pérez Domingo", (Health, "Puesto de Salud Todos Santos", 1315), (1, Nothing, 7)),
    extra("Édgar Funes Monzón", (Justice, "Policía, oficina de atención", 1201), (3, Began, 5)),
    extra("Cándida Gómez Orozco", (Health, "Centro de Salud San Marcos", 1201), (6, Certified, 6)),
    extra("Walter Quixtán Say", (Psychosocial, "Red Altense de Salud Mental", 901), (4, Nothing, 3)),
    extra("Blanca Estela Cifuentes", (Health, "Hospital de Coatepeque", 920), (2, Nothing, 2)),
    extra("Saúl Requena Ical", (Justice, "Juzgado de Niñez Petén", 1701), (0, Began, 1)),
    extra("Yolanda Bolón Tut", (Health, "Puesto de Salud San Luis", 1709), (6, Nothing, 0)),
    extra("Félix Arana Chután", (Psychosocial, "Albergue Nueva Aurora", 101), (3, Nothing, 3)),
    extra("Nidia Barrientos Coy", (Health, "Centro de Salud Salamá", 1501), (1, Began, 2)),
    extra("Rolando Xitumul Ismalej", (Justice, "Fiscalía Municipal Rabinal", 1503), (6, Certified, 1)),
    extra("Patricia Solares Vega", (Psychosocial, "Centro de Atención Zacapa", 1901), (2, Nothing, 11)),
    extra("Dominga Ramos Chej", (Health, "Puesto de Salud Cubulco", 1504), (3, Began, 0)),
];
