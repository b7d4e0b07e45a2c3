//! Which organisation is which, whatever two nodes did at once.

use super::*;
use proptest::prelude::*;
use uuid::Uuid;

fn id(n: u8) -> OrganisationId {
    OrganisationId(Uuid::from_u128(u128::from(n)))
}

fn claim(name: &str, since: i64) -> Claim {
    Claim { name: name.to_owned(), since: Clock(since) }
}

fn row(n: u8, names: &[&str], parent: Option<u8>) -> Registered {
    Registered {
        organisation: id(n),
        names: names.iter().map(|name| claim(name, i64::from(n))).collect(),
        sector: Some(Sector::Health),
        kind: OrganisationKind::Hospital,
        parent: parent.map(id),
        seat: None,
        logo: None,
        kept: Clock(i64::from(n)),
        merged: None,
    }
}

fn merged(it: Registered, into: u8, at: i64) -> Registered {
    Registered { merged: Some(Merged { into: id(into), at: Clock(at) }), ..it }
}

fn logo(of: char) -> Option<Logo> {
    let sha256 = of.to_string().repeat(64);
    Some(Logo { sha256, format: super::super::LogoFormat::Png, bytes: 9, width: 3, height: 3 })
}

#[test]
fn a_text_belongs_to_whoever_bears_it_as_one_of_its_names() {
    let known = Known::new(vec![row(1, &["Hospital Regional de Cobán", "Hospital Cobán"], None)]);
    for text in ["hospital  regional de coban", "HOSPITAL COBÁN", "Hospital Coba\u{301}n"] {
        assert_eq!(known.of(text).unwrap().organisation, id(1), "{text}");
        assert_eq!(known.name_of(text), "Hospital Regional de Cobán");
    }
    assert!(known.of("Hospital de Carchá").is_none());
    assert_eq!(known.name_of("Hospital de Carchá"), "Hospital de Carchá");
}

#[test]
fn a_merge_brings_names_what_lies_under_it_and_a_logo_where_there_is_none() {
    let double = Registered { logo: logo('a'), ..merged(row(2, &["Hospital Cobán", "HRC"], Some(5)), 1, 9) };
    let rows =
        vec![row(1, &["Hospital Regional"], None), double, row(3, &["Clínica"], Some(2)), row(5, &["Red"], None)];
    let known = Known::new(rows);
    let stays = known.of("hrc").unwrap();
    assert_eq!(stays.organisation, id(1));
    assert_eq!(stays.other_names, ["Hospital Cobán", "HRC"]);
    assert_eq!((stays.parent, stays.logo.clone()), (None, logo('a')));
    assert_eq!(known.under(id(1))[0].organisation, id(3));
    assert_eq!(known.doubles_of(id(1)).len(), 1);
    assert_eq!((known.len(), known.stands(id(2))), (3, id(1)));
}

#[test]
fn its_own_logo_goes_before_that_of_a_double() {
    let stays = Registered { logo: logo('b'), ..row(1, &["Uno"], None) };
    let double = |n, at, of| Registered { logo: logo(of), ..merged(row(n, &["Otro"], None), 1, at) };
    assert_eq!(Known::new(vec![stays, double(2, 5, 'a')]).card(id(2)).unwrap().logo, logo('b'));
    let known = Known::new(vec![row(1, &["Uno"], None), double(2, 8, 'a'), double(3, 7, 'c')]);
    assert_eq!(known.card(id(1)).unwrap().logo, logo('c'));
}

#[test]
fn a_chain_of_merges_is_followed_and_the_last_of_a_circle_does_not_hold() {
    let chain = [merged(row(1, &["Uno"], None), 2, 5), merged(row(2, &["Dos"], None), 3, 6), row(3, &["Tres"], None)];
    assert_eq!(Known::new(chain.to_vec()).of("uno").unwrap().name, "Tres");
    let circle = vec![merged(row(1, &["Uno"], None), 2, 5), merged(row(2, &["Dos"], None), 1, 6)];
    let known = Known::new(circle);
    assert_eq!((known.of("uno").unwrap().name.as_str(), known.len()), ("Dos", 1));
    // Into itself, or into what is not there: nothing.
    assert_eq!(Known::new(vec![merged(row(1, &["Uno"], None), 1, 5)]).of("uno").unwrap().name, "Uno");
    assert_eq!(Known::new(vec![merged(row(1, &["Uno"], None), 9, 5)]).of("uno").unwrap().name, "Uno");
}

#[test]
fn a_name_that_two_claim_belongs_to_who_has_borne_it_longest() {
    let mut later = row(1, &["Centro de Salud"], None);
    later.names.push(claim("MP", 50));
    let mut first = row(2, &["Ministerio Público"], None);
    first.names.push(claim("mp", 40));
    assert_eq!(Known::new(vec![later.clone(), first.clone()]).of("MP").unwrap().organisation, id(2));
    later.names[1].since = Clock(40);
    assert_eq!(Known::new(vec![later, first]).of("MP").unwrap().organisation, id(1));
}

#[test]
fn levels_are_counted_through_what_lies_above_and_below() {
    let known = Known::new(vec![
        row(1, &["a1"], None),
        row(2, &["a2"], Some(1)),
        row(3, &["a3"], Some(2)),
        row(4, &["a4"], Some(1)),
    ]);
    assert_eq!([1, 2, 3, 4].map(|n| known.levels_through(id(n))), [3, 3, 3, 2]);
    assert!(known.is_under(id(3), id(1)) && !known.is_under(id(1), id(3)));
    assert_eq!(known.above(id(3)).iter().map(|card| card.name.as_str()).collect::<Vec<_>>(), ["a2", "a1"]);
}

fn any_row() -> impl Strategy<Value = Registered> {
    let edge = || proptest::option::of(0..6_u8);
    (0..6_u8, 0..4_u8, edge(), edge(), 0..9_i64, 0..9_i64).prop_map(|(n, name, parent, into, at, since)| Registered {
        names: vec![claim(&format!("nombre {name}"), since)],
        kept: Clock(since),
        merged: into.map(|into| Merged { into: id(into), at: Clock(at) }),
        ..row(n, &[], parent)
    })
}

proptest! {
    /// Whatever the rows are: everything has an end, and the order of the rows does not matter.
    #[test]
    fn any_rows_have_one_reading(rows in proptest::collection::vec(any_row(), 0..12)) {
        let mut unique: BTreeMap<OrganisationId, Registered> = BTreeMap::new();
        for row in rows {
            unique.insert(row.organisation, row);
        }
        let rows: Vec<Registered> = unique.into_values().collect();
        let known = Known::new(rows.clone());
        prop_assert_eq!(known.is_empty(), rows.is_empty());
        for row in &rows {
            let card = known.card(row.organisation).expect("somebody stands for it");
            prop_assert_eq!(known.stands(card.organisation), card.organisation);
            prop_assert!(known.above(card.organisation).len() < rows.len());
            prop_assert!(known.of(&row.names[0].name).is_some());
        }
        let backwards = Known::new(rows.iter().rev().cloned().collect());
        prop_assert_eq!(&backwards.cards, &known.cards);
        prop_assert_eq!(&backwards.names, &known.names);
    }

    /// Taking one in at a time is the same as reading them all, where none leads to one that comes later.
    #[test]
    fn one_at_a_time_is_the_same_as_all(parents in proptest::collection::vec(proptest::option::of(0..8_u8), 1..8)) {
        let rows = parents.iter().enumerate().map(|(n, parent)| {
            let n = u8::try_from(n).unwrap();
            row(n, &[&format!("n{n}"), &format!("alias {}", n % 3)], parent.filter(|parent| *parent < n))
        });
        let rows: Vec<Registered> = rows.collect();
        let mut grown = Known::default();
        for row in rows.clone() {
            grown.take_in(row);
        }
        let whole = Known::new(rows);
        prop_assert_eq!(grown.cards, whole.cards);
        prop_assert_eq!(grown.names, whole.names);
    }
}
