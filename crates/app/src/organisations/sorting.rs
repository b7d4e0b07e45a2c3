//! What waits for somebody to sort it: texts that people wrote and that name no organisation yet, and organisations that may be one.
//! Everything alike is a proposal; nothing is decided here.

use super::known::known;
use super::list::{A_PAGE, is_unassigned, paged};
use crate::access::Visitor;
use crate::{PageRefused, Telar};
use domain::organisations::{ALIKE, Known, Likeness, OrganisationCard};
use domain::people::likened;
use std::collections::HashMap;

/// Proposals for one text, and pairs of organisations on one page, at most.
const NEAREST: usize = 3;
const MOST_PAIRS: usize = 30;
/// Names to choose from, at most.
const CHOICES: usize = 1_000;

#[derive(Clone, Debug)]
pub struct Sorting {
    /// At most fifty; what most people wrote first.
    pub texts: Vec<WrittenText>,
    pub page: usize,
    pub pages: usize,
    pub all: usize,
    /// The most alike first.
    pub pairs: Vec<MayBeOne>,
    /// Names to choose from.
    pub names: Vec<String>,
}

/// What people wrote, spelt as most of them did.
#[derive(Clone, Debug)]
pub struct WrittenText {
    pub text: String,
    /// 0 where it stands in a call for nominations alone.
    pub people: u64,
    /// Names of organisations that are alike, the most alike first.
    pub near: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct MayBeOne {
    pub one: OrganisationCard,
    pub other: OrganisationCard,
}

/// Every name of every organisation, with what is compared of it, by the first letter of that: who mistypes seldom mistypes the first,
/// and a country's health posts are not all compared with each other.
struct Names<'k>(HashMap<Option<char>, Vec<(&'k OrganisationCard, Likeness)>>);

impl<'k> Names<'k> {
    fn of(known: &'k Known) -> Self {
        let mut all: HashMap<_, Vec<_>> = HashMap::new();
        for card in known.by_name() {
            for name in std::iter::once(&card.name).chain(&card.other_names) {
                let likeness = Likeness::of(name);
                all.entry(likeness.initial()).or_default().push((card, likeness));
            }
        }
        Self(all)
    }

    fn near(&self, text: &str) -> Vec<String> {
        let likeness = Likeness::of(text);
        let same = self.0.get(&likeness.initial()).map_or(&[][..], Vec::as_slice);
        let mut near: Vec<(f64, &str)> = same
            .iter()
            .map(|(card, other)| (likeness.to(other), card.name.as_str()))
            .filter(|(how, _)| *how >= ALIKE)
            .collect();
        near.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
        let mut names: Vec<String> = Vec::new();
        for (_, name) in near {
            if names.len() < NEAREST && !names.iter().any(|before| before == name) {
                names.push(name.to_owned());
            }
        }
        names
    }

    fn pairs(&self) -> Vec<MayBeOne> {
        let mut best: HashMap<_, (f64, &OrganisationCard, &OrganisationCard)> = HashMap::new();
        for same in self.0.values() {
            for (at, (one, likeness)) in same.iter().enumerate() {
                for (other, other_likeness) in &same[at + 1..] {
                    let elsewhere = one.seat.zip(other.seat).is_some_and(|(a, b)| a.department() != b.department());
                    if one.organisation == other.organisation || elsewhere {
                        continue;
                    }
                    let how = likeness.to(other_likeness);
                    if how >= ALIKE {
                        let (one, other) =
                            if one.organisation < other.organisation { (one, other) } else { (other, one) };
                        let pair = best.entry((one.organisation, other.organisation)).or_insert((how, one, other));
                        pair.0 = pair.0.max(how);
                    }
                }
            }
        }
        let mut pairs: Vec<_> = best.into_values().collect();
        pairs.sort_by(|a, b| {
            b.0.total_cmp(&a.0).then_with(|| (&a.1.name, a.1.organisation).cmp(&(&b.1.name, b.1.organisation)))
        });
        pairs.truncate(MOST_PAIRS);
        let pair = |(_, one, other): (f64, &OrganisationCard, &OrganisationCard)| MayBeOne {
            one: one.clone(),
            other: other.clone(),
        };
        pairs.into_iter().map(pair).collect()
    }
}

/// The texts that name nobody, what is likened as one, spelt as most wrote it.
fn unassigned(known: &Known, written: impl Iterator<Item = (String, u64)>) -> Vec<(String, u64)> {
    let mut texts: HashMap<String, (u64, Vec<(u64, String)>)> = HashMap::new();
    for (text, people) in written.filter(|(text, _)| is_unassigned(known, text)) {
        let (all, spelt) = texts.entry(likened(&text)).or_default();
        *all += people;
        spelt.push((people, text));
    }
    let spelt = |(all, mut spelt): (u64, Vec<(u64, String)>)| {
        spelt.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        (spelt.swap_remove(0).1, all)
    };
    let mut texts: Vec<(String, u64)> = texts.into_values().map(spelt).collect();
    texts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| likened(&one.0).cmp(&likened(&other.0))));
    texts
}

impl Telar {
    /// For whoever administers: what people wrote may hold anything.
    pub async fn organisations_to_sort(&self, visitor: &Visitor, page: usize) -> Result<Sorting, PageRefused> {
        if !visitor.grants.is_administrator() {
            return Err(PageRefused::NotFound);
        }
        self.read(move |reading| {
            let known = known(reading)?;
            let written = reading.organisations_written()?.into_iter().map(|row| (row.text, row.people));
            let called = reading.organisations_called()?.into_iter().map(|text| (text, 0));
            let texts = unassigned(&known, written.chain(called));
            let all = texts.len();
            let (page, pages) = paged(all, page);
            let names = Names::of(&known);
            let text = |(text, people): (String, u64)| WrittenText { near: names.near(&text), text, people };
            Ok(Sorting {
                texts: texts.into_iter().skip((page - 1) * A_PAGE).take(A_PAGE).map(text).collect(),
                page,
                pages,
                all,
                pairs: names.pairs(),
                names: known.by_name().into_iter().take(CHOICES).map(|card| card.name.clone()).collect(),
            })
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_read_the_same_are_one_spelt_as_most_wrote_it() {
        let written =
            [("Centro de Salud Carchá", 2), ("centro de salud carcha", 5), ("Juzgado", 9), ("Aldea", 0), (" ", 1)];
        let texts = unassigned(&Known::default(), written.into_iter().map(|(text, people)| (text.to_owned(), people)));
        let texts: Vec<(&str, u64)> = texts.iter().map(|(text, people)| (text.as_str(), *people)).collect();
        assert_eq!(texts, [("Juzgado", 9), ("centro de salud carcha", 7), ("Aldea", 0)]);
    }
}
