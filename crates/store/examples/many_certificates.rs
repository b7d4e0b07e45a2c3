//! Gives many people a certificate in the one cohort of a store, to measure how long printing all of them takes:
//! `many_certificates FOLDER COUNT`. Prints the code of the cohort's link. Must not know the programme.

use domain::Moment;
use domain::certificates::{Endorsement, Period, number};
use domain::facts::{CertificateIssued, Enrolled, PersonRegistered, Stated, Subject};
use domain::ids::{CertificateId, EnrolmentId, PersonId};
use domain::people::PersonName;
use domain::programmes::Hours;
use std::path::PathBuf;
use store::{CohortRow, Location, NewFact, SignedHead, Store, StoreError};
use uuid::Uuid;

const START: Moment = Moment(1_800_000_000_000);
const GIVEN: [&str; 8] = ["María José", "Ixchel", "Juan Carlos", "Petrona", "Ángela", "Mateo", "Elena", "Sebastián"];
const FAMILY: [&str; 8] = ["Coʼ", "Caal Ical", "Tzul", "Ñuñez", "Xol Choc", "Ajú Bʼatz", "Güitz", "Yat Sierra"];

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(count)) = (arguments.next(), arguments.next()) else {
        return Err("many_certificates FOLDER COUNT".into());
    };
    let count: u64 = count.parse()?;
    let mut store = Store::open(&Location::Sqlite { folder: PathBuf::from(folder) }, START)?;
    let cohort = store.read(|reading| reading.cohorts())?.into_iter().next().ok_or("no cohort is open here")?;
    let code = cohort.join_code.clone();
    store.write(START, move |writing| {
        let head = writing.signed_head()?;
        let people = (0..count).map(|n| certified(n, &cohort, &head)).collect::<Result<Vec<_>, StoreError>>()?;
        writing.record(people.into_iter().flatten().collect()).map(drop)
    })?;
    store.close();
    println!("{code}");
    Ok(())
}

fn certified(n: u64, cohort: &CohortRow, head: &SignedHead) -> Result<[NewFact; 3], StoreError> {
    let id = |kind: u128| Uuid::from_u128((kind << 64) | u128::from(n));
    let (person, enrolment) = (PersonId(id(11)), EnrolmentId(id(12)));
    let at = |list: [&'static str; 8], n: u64| list[usize::try_from(n).unwrap_or_default() % 8];
    let name = format!("{} {} {}", at(GIVEN, n), at(FAMILY, n / 8), at(FAMILY, n / 64));
    let name = PersonName::parse(&name).map_err(|why| StoreError::Unreadable(why.to_string()))?;
    let registered = PersonRegistered {
        person,
        name: name.clone(),
        language: "es".into(),
        sector: None,
        organisation: String::new(),
        municipality: None,
        consent: None,
        entry_code: format!("N{n}"),
    };
    // One number each: the digits of `n` to the base of the numbers' alphabet.
    let mut chance = [0; 11];
    let mut rest = n;
    for digit in &mut chance {
        (*digit, rest) = (u8::try_from(rest % 30).unwrap_or_default(), rest / 30);
    }
    let names = |text: &str| Endorsement::parse_signatories(text).unwrap_or_default();
    let issued = CertificateIssued {
        certificate: CertificateId(id(13)),
        number: number(chance),
        enrolment,
        cohort: cohort.cohort,
        version: cohort.version,
        name,
        language: if n.is_multiple_of(2) { "es" } else { "en" }.into(),
        hours: Hours { own_time: 20, live: 8, in_person: 40 },
        issued: START,
        chain: head.head.clone(),
        signature: head.signature.clone(),
        stated: Some(Stated {
            cohort: cohort.name.clone(),
            organisation: cohort.organisation.clone(),
            period: Period::SoFar { starts: "2027-01-11".into() },
            endorsement: Endorsement {
                endorsers: vec!["Instituto de Ejemplo".into(), "Universidad de Ejemplo".into()],
                signatories: names("Ana Ejemplo, Directora; Luis Ejemplo, Decano"),
            },
        }),
        replaces: None,
    };
    let fact = |what| NewFact { actor: None, about: Subject::Person(person), what };
    let enrolled = Enrolled { enrolment, cohort: cohort.cohort };
    Ok([fact(registered.into()), fact(enrolled.into()), fact(issued.into())])
}
