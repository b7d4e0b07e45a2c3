//! Organisations: what the tests' people do with them, and that two nodes which keep and merge at once read the same.

use crate::nodes::copy_all;
use crate::people::Verb::*;
use crate::people::{Step, id, step};
use crate::support::*;
use domain::facts::*;
use domain::ids::OrganisationId;
use domain::moment::Span;
use domain::organisations::{Known, Logo, LogoFormat, OrganisationKind, Seat};
use domain::people::Sector;
use store::{Rebuild, Store};

const NAMES: [&str; 6] = [
    "Ministerio de Salud",
    "Área de Salud Alta Verapaz",
    "Hospital de Cobán",
    "MSPAS",
    "Área de Alta Verapaz",
    "Hospital Cobán",
];

pub fn organisation(n: u8) -> OrganisationId {
    OrganisationId(id(15, 0, n))
}

/// What a step of this kind writes down.
pub fn what(it: Step) -> What {
    let Step { verb, n, m, .. } = it;
    let name = |n: u8| NAMES[usize::from(n) % NAMES.len()].to_owned();
    match verb {
        KeepOrganisation => OrganisationKept {
            organisation: organisation(n % 3),
            name: name(n),
            other_names: if m.is_multiple_of(2) { vec![name(n + m), name(n + 3)] } else { Vec::new() },
            sector: Sector::ALL.get(usize::from(m)).copied(),
            kind: OrganisationKind::ALL[usize::from(m)],
            parent: (m > 2).then(|| organisation((n + m) % 3)),
            seat: if m > 1 { Seat::of(16) } else { Seat::of(1601) },
            logo: (m < 2).then(|| Logo {
                sha256: format!("{m:064}"),
                format: LogoFormat::Png,
                bytes: 1_200,
                width: 320,
                height: u16::from(m) + 1,
            }),
        }
        .into(),
        MergeOrganisation => OrganisationMerged {
            organisation: organisation(n % 3),
            into: organisation((n + 1 + m % 2) % 3),
            reason: format!("Es la misma ({m})"),
        }
        .into(),
        SeparateOrganisation => {
            OrganisationSeparated { organisation: organisation(n % 3), reason: "No era la misma".into() }.into()
        }
        other => unreachable!("{other:?} is nothing that is done with an organisation"),
    }
}

/// Three are kept, one of them twice; one is merged, separated and merged another time.
pub fn kept_and_merged(who: u8) -> Vec<Step> {
    vec![
        step(KeepOrganisation, who, 0, 0),
        step(KeepOrganisation, who, 1, 4),
        step(KeepOrganisation, who, 2, 1),
        step(KeepOrganisation, who, 0, 2),
        step(MergeOrganisation, who, 2, 1),
        step(SeparateOrganisation, who, 2, 0),
        step(MergeOrganisation, who, 2, 0),
    ]
}

fn known(store: &Store) -> Known {
    Known::new(store.read(|reading| reading.organisations()).unwrap())
}

fn kept(n: u8, name: &str, others: &[&str]) -> OrganisationKept {
    OrganisationKept {
        organisation: organisation(n),
        name: name.into(),
        other_names: others.iter().map(|it| (*it).to_owned()).collect(),
        sector: None,
        kind: OrganisationKind::Hospital,
        parent: None,
        seat: None,
        logo: None,
    }
}

fn write(store: &Store, minutes: i64, n: u8, what: impl Into<What>) {
    let (about, what) = (Subject::Organisation(organisation(n)), what.into());
    let fact = store::NewFact { actor: None, about, what };
    store.write(after(Span::minutes(minutes)), move |writing| writing.record(vec![fact])).unwrap();
}

fn merge(store: &Store, minutes: i64, from: u8, into: u8) {
    let it = OrganisationMerged { organisation: organisation(from), into: organisation(into), reason: "doble".into() };
    write(store, minutes, from, it);
}

#[test]
fn a_name_that_it_goes_on_bearing_is_borne_since_the_first_day() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        write(&store, 0, 0, kept(0, "Hospital de Cobán", &["HRC"]));
        write(&store, 5, 1, kept(1, "Otro hospital", &["hrc"]));
        // The first gets another name and keeps the short one: it is hers still, though she was kept last.
        write(&store, 9, 0, kept(0, "Hospital Regional de Cobán", &["Hrc", "Hospital de Cobán"]));
        let it = known(&store);
        assert_eq!(it.of("HRC").unwrap().organisation, organisation(0));
        assert_eq!(it.of("HRC").unwrap().other_names, ["Hrc", "Hospital de Cobán"]);
        // Once she lets it go, the other has it.
        write(&store, 12, 0, kept(0, "Hospital Regional de Cobán", &[]));
        assert_eq!(known(&store).of("hrc").unwrap().organisation, organisation(1));
        assert!(known(&store).of("Hospital de Cobán").is_none());
        assert_eq!(store.rebuild(Rebuild::Check, START, |_, _| ()).unwrap().differences, Vec::<String>::new());
    });
}

#[test]
fn two_nodes_that_merge_each_into_the_other_read_the_same() {
    everywhere(|ground, engine| {
        let (coban, capital) = (ground.store(engine), ground.store(ground.other(engine)));
        write(&coban, 0, 0, kept(0, "Hospital de Cobán", &[]));
        write(&coban, 0, 1, kept(1, "Hospital Regional", &[]));
        copy_all(&coban, &capital);
        // The capital's clock runs behind; each has not heard of the other.
        merge(&coban, 9, 0, 1);
        merge(&capital, 4, 1, 0);
        write(&capital, 5, 0, kept(0, "Hospital General de Cobán", &["HGC"]));
        write(&coban, 10, 0, kept(0, "Hospital de Cobán", &["HRC"]));
        copy_all(&coban, &capital);
        copy_all(&capital, &coban);
        assert_eq!(tables(&coban), tables(&capital));
        for store in [&coban, &capital] {
            let it = known(store);
            // The merge of the capital came first by its clock and holds; the last word on the names is Cobán's.
            assert_eq!((it.len(), it.stands(organisation(1))), (1, organisation(0)));
            assert_eq!(it.of("hrc").unwrap().other_names, ["HRC", "Hospital Regional"]);
            assert!(it.of("HGC").is_none());
        }
    });
}

#[test]
fn what_is_separated_stands_for_itself_again() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        write(&store, 0, 0, kept(0, "Uno", &[]));
        write(&store, 0, 1, kept(1, "Dos", &[]));
        merge(&store, 1, 1, 0);
        assert_eq!(known(&store).of("dos").unwrap().name, "Uno");
        let merges = store.read(|reading| reading.organisation_merges()).unwrap();
        assert_eq!((merges.len(), merges[0].into, merges[0].reason.as_str()), (1, organisation(0), "doble"));
        let it = OrganisationSeparated { organisation: organisation(1), reason: "no".into() };
        write(&store, 2, 1, it);
        assert_eq!(known(&store).of("dos").unwrap().name, "Dos");
        assert!(store.read(|reading| reading.organisation_merges()).unwrap().is_empty());
    });
}

#[test]
fn a_logo_stays_as_long_as_an_organisation_has_it() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        let with = |of: char| OrganisationKept {
            logo: Some(Logo {
                sha256: of.to_string().repeat(64),
                format: LogoFormat::Jpeg,
                bytes: 3,
                width: 1,
                height: 1,
            }),
            ..kept(0, "Uno", &[])
        };
        let (a, b) = ("a".repeat(64), "b".repeat(64));
        write(&store, 0, 0, with('a'));
        let kept = a.clone();
        let done = store.write(START, move |writing| {
            writing.keep_document_content(&kept, "QUJD")?;
            writing.drop_document_contents()
        });
        done.unwrap();
        let content = |sha256: &str| store.read(|reading| reading.logo_content(sha256)).unwrap();
        assert_eq!(content(&a), Some(("jpeg".into(), "QUJD".into())));
        write(&store, 3, 0, with('b'));
        store.write(START, |writing| writing.drop_document_contents()).unwrap();
        assert_eq!((content(&a), content(&b)), (None, None));
    });
}
