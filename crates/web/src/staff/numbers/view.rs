//! The tables of numbers in words, for the page and for the files made from it.

use crate::decimals::{decimal, difference};
use crate::learner::sector;
use crate::people as words_for;
use app::numbers::{GainNumbers, NumbersGroup, NumbersTable};
use domain::numbers::{Dimension, Figures, Measure};
use domain::people::{LinguisticCommunity, People, Sex, departments};
use words::Words;

pub struct Table {
    /// The word of its dimension.
    pub name: &'static str,
    pub title: String,
    pub caption: String,
    /// What its rows are.
    pub by: String,
    /// Empty where nothing is to be said of it.
    pub note: String,
    pub csv: String,
    /// The groups of which something is shown, and what they leave of the total.
    pub rows: Vec<Row>,
    /// The other groups in one sentence, since they all say the same; empty where there is none.
    pub hidden: String,
}

pub struct Row {
    pub words: String,
    pub cells: Vec<Cell>,
}

pub struct Cell {
    pub head: String,
    pub number: String,
}

pub fn table(w: &Words, of: &NumbersTable) -> Table {
    let (title, by, note) = names(w, of.dimension);
    let cell = |figures: &Figures, measure| Cell { head: head(w, measure), number: part(w, figures, measure) };
    let (mut rows, mut hidden) = (Vec::new(), Vec::new());
    for group in &of.groups {
        let words = name(w, of.dimension, group);
        match group.figures.of(Measure::Enrolled) {
            Some(_) => {
                let cells = Measure::ALL.iter().map(|measure| cell(&group.figures, *measure));
                rows.push(Row { words, cells: cells.collect() });
            }
            None => hidden.push(words),
        }
    }
    if let Some(numbers) = rest(w, of) {
        let cells = Measure::ALL.iter().zip(numbers).map(|(measure, number)| Cell { head: head(w, *measure), number });
        rows.push(Row { words: rest_words(w, of.dimension), cells: cells.collect() });
    }
    Table {
        name: of.dimension.as_str(),
        caption: w.numbers_table(by.to_lowercase()),
        csv: w.numbers_csv(title.as_str()),
        title,
        by,
        note,
        rows,
        hidden: if hidden.is_empty() { String::new() } else { w.numbers_hidden(hidden.join(", ")) },
    }
}

/// Title, head of the first column, and what is to be said of it.
pub fn names(w: &Words, dimension: Dimension) -> (String, String, String) {
    let none = String::new;
    match dimension {
        Dimension::Sector => (w.numbers_sectors(), w.desk_sector(), none()),
        Dimension::Organisation => {
            (w.numbers_organisations(), w.numbers_organisation(), w.numbers_organisations_note())
        }
        Dimension::Department => (w.numbers_departments(), w.numbers_department(), none()),
        Dimension::Sex => (w.numbers_sexes(), w.who_sex(), none()),
        Dimension::People => (w.numbers_peoples(), w.who_people(), w.numbers_peoples_note()),
        Dimension::Community => (w.numbers_communities(), w.who_community(), none()),
        Dimension::Cohort => (w.numbers_by_cohort(), w.numbers_cohort(), w.numbers_by_cohort_note()),
    }
}

pub fn head(w: &Words, measure: Measure) -> String {
    match measure {
        Measure::Enrolled => w.numbers_enrolled(),
        Measure::Active => w.numbers_active(),
        Measure::Completed => w.numbers_completed(),
        Measure::Certified => w.numbers_certified(),
    }
}

/// A step of everybody's path.
pub fn step(w: &Words, measure: Measure) -> String {
    match measure {
        Measure::Enrolled => w.desk_funnel_enrolled(),
        Measure::Active => w.desk_funnel_active(),
        Measure::Completed => w.desk_funnel_completed(),
        Measure::Certified => w.desk_funnel_certified(),
    }
}

/// What a group is called. A word that this version does not know stands for itself.
pub fn name(w: &Words, dimension: Dimension, group: &NumbersGroup) -> String {
    let key = group.key.as_str();
    if key.is_empty() {
        return w.desk_no_data();
    }
    if key == Sex::NotSaid.as_str() {
        return w.numbers_not_said();
    }
    let known = match dimension {
        Dimension::Sector => key.parse().ok().map(|it| sector(w, Some(it))),
        Dimension::Department => {
            departments().iter().find(|it| it.code.to_string() == key).map(|it| it.name.to_owned())
        }
        Dimension::Sex => key.parse::<Sex>().ok().map(|it| words_for::sex(w, it)),
        Dimension::People => key.parse::<People>().ok().map(|it| words_for::people(w, it)),
        Dimension::Community => key.parse::<LinguisticCommunity>().ok().map(|it| words_for::community(w, it)),
        Dimension::Organisation | Dimension::Cohort => Some(group.label.clone()).filter(|label| !label.is_empty()),
    };
    known.unwrap_or_else(|| key.to_owned())
}

/// «34», «12 de 34», «protegido».
pub fn part(w: &Words, figures: &Figures, measure: Measure) -> String {
    match (figures.of(measure), figures.of(Measure::Enrolled)) {
        (Some(enrolled), _) if measure == Measure::Enrolled => enrolled.to_string(),
        (Some(part), Some(all)) => w.desk_of(all, part),
        _ => w.numbers_suppressed_short(),
    }
}

pub fn rest_words(w: &Words, dimension: Dimension) -> String {
    match dimension {
        Dimension::Organisation | Dimension::Community | Dimension::Cohort => w.numbers_rest_open(),
        Dimension::Sector | Dimension::Department | Dimension::Sex | Dimension::People => w.numbers_rest(),
    }
}

/// What the rows leave of the total; none where they leave nothing. These are counts of other people each, so none is the
/// denominator of another.
fn rest(w: &Words, of: &NumbersTable) -> Option<Vec<String>> {
    let number = |measure| of.rest.get(measure).map_or_else(|| w.numbers_suppressed_short(), u64::to_string);
    of.rest.values().any(|rest| *rest > 0).then(|| Measure::ALL.iter().map(number).collect())
}

pub fn gain_row(w: &Words, it: &GainNumbers) -> Row {
    let language = w.language();
    let points = |tenths: i32| f64::from(tenths) / 10.0;
    let (low, high) = it.gain.interval;
    let cells = [
        (w.numbers_gains_pairs(), it.gain.pairs.to_string()),
        (w.gains_before(), decimal(points(it.gain.pre), 1, language)),
        (w.gains_after(), decimal(points(it.gain.post), 1, language)),
        (w.gains_gain(), difference(points(it.gain.gain), 1, language)),
        (
            w.gains_interval_column(),
            w.gains_interval_short(difference(points(high), 1, language), difference(points(low), 1, language)),
        ),
    ];
    Row { words: gain_words(w, it), cells: cells.map(|(head, number)| Cell { head, number }).into() }
}

pub fn gain_words(w: &Words, it: &GainNumbers) -> String {
    w.numbers_gains_version(it.programme.get(w.language()), it.version.as_str())
}
