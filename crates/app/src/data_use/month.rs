//! What a person used this month, for her own eyes.

use super::Counted;
use crate::{Telar, Unavailable};
use domain::data_use::{Allowance, AtLimit, DataLimit, DataUse, Family};
use domain::ids::PersonId;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::{DataUseRow, Reading, StoreError};

/// This month as far as it has come.
#[derive(Clone, Debug)]
pub struct DataMonth {
    /// Today, where the learners are.
    pub today: Date,
    /// Families that took anything, the largest first.
    pub families: Vec<(Family, DataUse)>,
    /// Days on which there was anything, the latest first.
    pub days: Vec<UsedOn>,
    pub limit: Option<(DataLimit, AtLimit)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsedOn {
    pub day: Date,
    pub bytes: DataUse,
}

impl DataMonth {
    pub fn total(&self) -> DataUse {
        self.families.iter().map(|(_, bytes)| *bytes).sum()
    }
}

/// `2027-01`.
pub(super) fn month(today: Date) -> String {
    today.strftime("%Y-%m").to_string()
}

fn at_limit(go_on: Option<&str>, today: Date) -> AtLimit {
    if go_on == Some(month(today).as_str()) { AtLimit::GoOn } else { AtLimit::Ask }
}

/// A person's limit and what the store holds of this month; one look at a key where she has no limit.
pub(crate) fn allowance(
    reading: &mut Reading<'_>,
    person: PersonId,
    today: Date,
) -> Result<Option<Allowance>, StoreError> {
    let Some((limit, go_on)) = reading.data_limit(person)? else { return Ok(None) };
    let (from, to) = (today.first_of_month().to_string(), today.last_of_month().to_string());
    let used = reading.data_total(person, (&from, &to))?;
    Ok(Some(Allowance { limit, used, at_limit: at_limit(go_on.as_deref(), today) }))
}

pub(crate) fn between(
    reading: &mut Reading<'_>,
    person: PersonId,
    (from, to): (Date, Date),
) -> Result<Vec<DataUseRow>, StoreError> {
    reading.data_use(person, (&from.to_string(), &to.to_string()))
}

/// The store's rows and what it does not have yet, a row for each day and family.
pub(crate) fn merged(rows: Vec<DataUseRow>, not_yet_kept: Vec<Counted>) -> Vec<DataUseRow> {
    let mut all: BTreeMap<(String, Family), DataUse> = BTreeMap::new();
    let rows = rows.into_iter().map(|row| ((row.day, row.family), row.bytes));
    let counted = not_yet_kept.into_iter().map(|it| ((it.day.to_string(), it.family), it.bytes));
    for (key, bytes) in rows.chain(counted) {
        *all.entry(key).or_default() += bytes;
    }
    all.into_iter().map(|((day, family), bytes)| DataUseRow { day, family, bytes }).collect()
}

impl Telar {
    /// What this person used this month, to the last answer that went out.
    pub async fn data_month(&self, person: PersonId) -> Result<DataMonth, Unavailable> {
        let today = self.today();
        let not_yet_kept = self.meter().not_yet_kept(person, today);
        self.read(move |reading| {
            let rows = between(reading, person, (today.first_of_month(), today.last_of_month()))?;
            let limit = reading.data_limit(person)?;
            let (mut families, mut days) = (BTreeMap::<Family, DataUse>::new(), BTreeMap::<Date, DataUse>::new());
            for row in merged(rows, not_yet_kept) {
                *families.entry(row.family).or_default() += row.bytes;
                if let Ok(day) = row.day.parse() {
                    *days.entry(day).or_default() += row.bytes;
                }
            }
            let mut families: Vec<_> = families.into_iter().collect();
            families.sort_by_key(|(_, bytes)| std::cmp::Reverse(bytes.total()));
            Ok(DataMonth {
                today,
                families,
                days: days.into_iter().rev().map(|(day, bytes)| UsedOn { day, bytes }).collect(),
                limit: limit.map(|(limit, go_on)| (limit, at_limit(go_on.as_deref(), today))),
            })
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_on_holds_for_its_month_alone() {
        let day = |written: &str| written.parse::<Date>().unwrap();
        assert_eq!(at_limit(Some("2027-01"), day("2027-01-31")), AtLimit::GoOn);
        assert_eq!(at_limit(Some("2027-01"), day("2027-02-01")), AtLimit::Ask);
        assert_eq!(at_limit(None, day("2027-01-31")), AtLimit::Ask);
    }

    #[test]
    fn what_is_not_kept_yet_joins_its_day() {
        let bytes = DataUse { down: 10, up: 1 };
        let row = |day: &str, family| DataUseRow { day: day.into(), family, bytes };
        let counted = |day: &str, family| Counted { day: day.parse().unwrap(), family, bytes };
        let rows = vec![row("2027-01-14", Family::Lessons), row("2027-01-14", Family::Quizzes)];
        let all = merged(rows, vec![counted("2027-01-14", Family::Lessons), counted("2027-01-15", Family::App)]);
        let totals: Vec<_> = all.iter().map(|it| (it.day.as_str(), it.family, it.bytes.total())).collect();
        let expected =
            [("2027-01-14", Family::Lessons, 22), ("2027-01-14", Family::Quizzes, 11), ("2027-01-15", Family::App, 11)];
        assert_eq!(totals, expected);
    }
}
