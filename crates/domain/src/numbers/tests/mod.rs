//! That nobody is found in publications, whatever happens to people between them; and that they still tell what there is to tell.

mod adversary;
mod site;

use super::*;
use crate::statistics::Gain;
use adversary::finds;
use proptest::prelude::*;
use site::{Deed, Site, deeds};

const SECTOR: Dimension = Dimension::Sector;

fn counts(enrolled: u64, completed: u64) -> Counts {
    Counts { enrolled, active: enrolled, completed, certified: 0 }
}

fn truth(groups: &[(&str, Counts)]) -> Truth {
    let mut total = Counts::default();
    groups.iter().for_each(|(_, counts)| total += *counts);
    let groups = groups.iter().map(|(key, counts)| ((*key).to_owned(), *counts)).collect();
    Truth { total, tables: BTreeMap::from([(SECTOR, groups)]) }
}

/// The publications that follow from these moments.
fn published(truths: impl IntoIterator<Item = Truth>) -> Vec<Publication> {
    let mut past = Past::default();
    let one = |truth: Truth| {
        let moves = past.publish(&truth);
        past.add(&moves);
        past.last().clone()
    };
    truths.into_iter().map(one).collect()
}

fn enrolled(page: &Publication) -> Vec<(&str, Option<u64>)> {
    let groups = page.tables.get(&SECTOR).into_iter().flatten();
    groups.map(|(key, figures)| (key.as_str(), figures.of(Measure::Enrolled))).collect()
}

/// What would be shown without any rule about the past: each moment published as if it were the first.
fn without_a_past(truths: &[Truth]) -> Vec<Publication> {
    truths.iter().flat_map(|truth| published([truth.clone()])).collect()
}

/// What would be shown without any rule but that a figure below five is not.
fn without_any_rule(truth: &Truth) -> Publication {
    let mut page = Publication::default();
    let groups = truth.tables.iter().flat_map(|(dimension, groups)| {
        groups.iter().map(|(key, counts)| (Group::Of(*dimension, key.clone()), *counts))
    });
    for (group, counts) in std::iter::once((Group::All, truth.total)).chain(groups) {
        for measure in Measure::ALL {
            page.set(&group, *measure, Some(counts.of(*measure)).filter(|figure| *figure >= FEWEST));
        }
    }
    page
}

proptest! {
    #[test]
    fn nobody_is_found_in_any_publications_of_any_history(days in deeds()) {
        let mut site = Site::default();
        let pages = published(days.iter().map(|deeds| site.after(deeds)));
        prop_assert_eq!(finds(&pages), Vec::<String>::new());
    }

    #[test]
    fn a_publication_is_the_same_whenever_it_is_made_from_the_same(days in deeds()) {
        let mut site = Site::default();
        let mut past = Past::default();
        let mut kept = Vec::new();
        for deeds in &days {
            let truth = site.after(deeds);
            let moves = past.publish(&truth);
            prop_assert_eq!(&Past::of(kept.clone()).publish(&truth), &moves);
            past.add(&moves);
            kept.push(moves);
            prop_assert!(past.publish(&truth).is_empty(), "made again at once, it is the same");
        }
    }

    #[test]
    fn a_first_publication_hides_no_group_alone(days in deeds()) {
        let mut site = Site::default();
        let truth = days.iter().map(|deeds| site.after(deeds)).last().unwrap_or_default();
        let page = published([truth.clone()]).remove(0);
        for (dimension, groups) in &truth.tables {
            let shown = |key: &str, measure| page.figures(&Group::Of(*dimension, key.to_owned())).of(measure).is_some();
            for measure in Measure::ALL.iter().filter(|measure| page.total.of(**measure).is_some()) {
                // A group that is not empty but of whom none has completed hides among whom they may be who have.
                let hidden: Vec<(&String, &Counts)> =
                    groups.iter().filter(|(key, it)| it.enrolled > 0 && !shown(key, *measure)).collect();
                let people: u64 = hidden.iter().map(|(_, counts)| counts.of(*measure)).sum();
                // Parts of a group that is hidden itself go with it: nobody can tell which of the hidden it is.
                let alone = matches!(hidden[..], [(key, it)] if it.of(*measure) > 0 && shown(key, Measure::Enrolled));
                prop_assert!(people == 0 || !alone && people >= FEWEST, "{:?} {:?}: {:?}", dimension, measure, hidden);
            }
        }
    }
}

#[test]
fn the_adversary_finds_somebody_where_a_rule_is_missing() {
    let day = |women: u64| truth(&[("a", counts(30 + women, 20)), ("b", counts(40, 30)), ("c", counts(9, 0))]);
    let moments = [day(0), day(1)];
    assert!(!finds(&without_a_past(&moments)).is_empty(), "one more is seen");
    assert_eq!(finds(&published(moments)), Vec::<String>::new());
    let one = truth(&[("a", counts(30, 20)), ("b", counts(3, 0)), ("c", counts(50, 49))]);
    let found = finds(&[without_any_rule(&one)]);
    assert!(found.iter().any(|it| it.contains("its rows is 3")), "{found:?}");
    assert!(found.iter().any(|it| it.contains("50 less Completed 49")), "{found:?}");
}

#[test]
fn one_small_group_takes_the_next_smallest_with_it() {
    let page =
        published([truth(&[("a", counts(2, 0)), ("b", counts(9, 0)), ("c", counts(7, 0)), ("d", counts(0, 0))])]);
    assert_eq!(enrolled(&page[0]), [("b", Some(9))]);
    assert_eq!(page[0].rest(SECTOR, Measure::Enrolled), Some(9));
}

#[test]
fn nought_is_shown_as_one_to_four_are() {
    let pages =
        published([0, 3].map(|few| truth(&[("a", counts(40, 0)), ("b", counts(few, 0)), ("c", counts(20, 0))])));
    assert_eq!(pages[0], pages[1]);
    assert_eq!(pages[0].figures(&Group::Of(SECTOR, "b".into())), Figures::default());
}

#[test]
fn a_site_of_few_people_shows_nothing() {
    let page = published([truth(&[("a", counts(4, 4))])]).remove(0);
    assert_eq!(page, Publication::default());
}

#[test]
fn who_has_not_completed_is_no_small_number_of_people_whom_one_may_know() {
    let page = published([truth(&[("a", counts(20, 19)), ("b", counts(30, 12)), ("c", counts(400, 398))])]).remove(0);
    let completed = |key: &str| page.figures(&Group::Of(SECTOR, key.into())).of(Measure::Completed);
    assert_eq!((completed("a"), completed("c")), (None, Some(398)));
    assert_eq!(page.total.of(Measure::Completed), Some(429));
    assert_eq!(completed("b"), None, "or the total less the others would be those of a");
    let all = published([truth(&[("a", counts(20, 20)), ("b", counts(30, 12))])]).remove(0);
    assert_eq!(all.figures(&Group::Of(SECTOR, "a".into())).of(Measure::Completed), Some(20));
}

#[test]
fn figures_move_in_steps_of_five_people() {
    let day = |more: u64| truth(&[("a", counts(30 + more, 0)), ("b", counts(40, 0))]);
    let pages = published([day(0), day(1), day(4), day(5), day(9), day(10)]);
    let totals: Vec<_> = pages.iter().map(|page| page.total.of(Measure::Enrolled)).collect();
    assert_eq!(totals, [70, 70, 70, 75, 75, 80].map(Some));
    assert_eq!(enrolled(&pages[3]), [("a", Some(35)), ("b", Some(40))]);
    assert_eq!(pages[0], pages[2]);
}

#[test]
fn a_figure_does_not_come_near_one_that_it_had_before() {
    let day = |people: u64| truth(&[("a", counts(people, 0)), ("b", counts(40, 0))]);
    let pages = published([day(30), day(36), day(31), day(30)]);
    let shown: Vec<_> = pages.iter().map(|page| enrolled(page)[0].1).collect();
    assert_eq!(shown, [30, 36, 36, 30].map(Some), "36 less five is one more than 30 was");
}

#[test]
fn who_moves_from_one_group_to_another_is_not_seen() {
    let day = |moved: u64| truth(&[("a", counts(30 - moved, 0)), ("b", counts(40 + moved, 0))]);
    let pages = published([day(0), day(1), day(4), day(5)]);
    assert_eq!(pages[0], pages[2]);
    assert_eq!(enrolled(&pages[3]), [("a", Some(25)), ("b", Some(45))]);
}

#[test]
fn a_figure_once_shown_is_kept_when_its_group_has_grown_small() {
    let pages = published([
        truth(&[("a", counts(6, 0)), ("b", counts(40, 0))]),
        truth(&[("a", counts(1, 0)), ("b", counts(40, 0))]),
    ]);
    assert_eq!(pages[0], pages[1]);
}

#[test]
fn a_total_moves_though_every_row_is_short_of_it() {
    let day =
        |more: u64| truth(&[("a", counts(30 + more, 0)), ("b", counts(40 + more, 0)), ("c", counts(20 + more, 0))]);
    let pages = published([day(0), day(2)]);
    assert_eq!(pages[1].total.of(Measure::Enrolled), Some(96));
    assert_eq!(enrolled(&pages[1]), enrolled(&pages[0]));
    assert_eq!(pages[1].rest(SECTOR, Measure::Enrolled), Some(6));
}

#[test]
fn a_national_programme_shows_what_it_has() {
    let mut site = Site::default();
    let days: Vec<Truth> = (0..30).map(|day| site.after(&vec![Deed::many(day); 40])).collect();
    let (pages, last) = (published(days.clone()), days.last().unwrap());
    let page = pages.last().unwrap();
    assert_eq!(finds(&pages), Vec::<String>::new());
    for measure in Measure::ALL {
        let shown = page.total.of(*measure).expect("the total is shown");
        assert!(last.total.of(*measure).abs_diff(shown) < FEWEST, "{measure:?}: {shown} of {:?}", last.total);
    }
    for (dimension, groups) in &last.tables {
        for (key, counts) in groups.iter().filter(|(_, counts)| counts.enrolled >= 20) {
            let shown = page.figures(&Group::Of(*dimension, key.clone())).of(Measure::Enrolled);
            let behind = shown.map(|shown| counts.enrolled.abs_diff(shown));
            assert!(behind.is_some_and(|behind| behind < 3 * FEWEST), "{dimension:?} {key}: {shown:?} of {counts:?}");
        }
    }
}

#[test]
fn a_mean_moves_when_five_more_have_taken_both_tests() {
    assert!(may_move(&[], 5, 5) && may_move(&[], 5, 10) && may_move(&[20], 25, 40));
    assert!(!may_move(&[], 4, 40), "a mean of four people is nearly their marks");
    assert!(!may_move(&[20], 24, 40) && !may_move(&[20], 20, 40), "or a corrected mark could be worked out");
    assert!(!may_move(&[20, 27], 22, 40), "not only the last counts");
    assert!(!may_move(&[], 19, 20) && may_move(&[], 119, 120), "one has not taken both");
}

#[test]
fn a_mean_of_equal_marks_is_not_shown() {
    let pairs = |pre: [u8; 6], post: [u8; 6]| {
        let scores = |of: [u8; 6]| of.iter().enumerate().map(|(person, part)| (person, site::score(*part))).collect();
        MeanGain::of(&Gain::of(&scores(pre), &scores(post)))
    };
    let shown = pairs([1, 2, 3, 4, 1, 2], [3, 3, 4, 4, 2, 4]).expect("they differ");
    assert_eq!((shown.pairs, shown.pre, shown.post, shown.gain), (6, 542, 833, 292));
    assert!(shown.interval.0 < shown.gain && shown.gain < shown.interval.1);
    assert_eq!(pairs([1; 6], [1, 2, 3, 4, 1, 2]), None, "each had the same before");
    assert_eq!(pairs([1, 2, 3, 1, 2, 3], [2, 3, 4, 2, 3, 4]), None, "each gained the same");
}
