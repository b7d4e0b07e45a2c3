//! What numbers ask for in plain words, by limits that `docs/statistics.md` names, and below how many attempts they are not said.
//! It must not know how it is said.

use super::{Chosen, Item};

/// With fewer attempts or pairs than this there are only counts: a mean of four people is nearly their marks.
pub const FEWEST: usize = 5;
/// With fewer than this the numbers stand, and nothing is concluded from them.
pub const FEW: usize = 10;

/// What a question asks of whoever wrote it: the first that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// Those who know more fail it more: discrimination or item-rest correlation below 0. Its key comes first.
    WrongWay,
    /// Facility above 0.95.
    VeryEasy,
    /// Facility below 0.20.
    VeryHard,
    /// It parts nobody: item-rest correlation below 0.10, or discrimination where there is no correlation.
    PartsNobody,
}

impl Look {
    /// None where nothing is to be said, also because fewer than [`FEW`] were asked.
    pub fn at(item: &Item) -> Option<Self> {
        if item.asked < FEW {
            return None;
        }
        let (index, rest) = (item.discrimination, item.item_rest);
        let below = |value: Option<f64>, limit: f64| value.is_some_and(|value| value < limit - super::numbers::SAME);
        if below(index, 0.0) || below(rest, 0.0) {
            Some(Self::WrongWay)
        } else if item.facility > 0.95 {
            Some(Self::VeryEasy)
        } else if item.facility < 0.20 {
            Some(Self::VeryHard)
        } else {
            below(rest.or(index), 0.10).then_some(Self::PartsNobody)
        }
    }
}

impl Chosen {
    /// Whether the upper group chose it in a larger part than the lower: of a wrong option, that it reads like a right one.
    /// `of` is everybody who was asked.
    pub fn draws_the_upper(&self, of: &Item) -> bool {
        let (Some(chose), Some(groups)) = (self.groups, of.groups) else { return false };
        of.asked >= FEW && chose.upper * groups.lower > chose.lower * groups.upper
    }
}

/// How steady a score is, by Cronbach's alpha.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steadiness {
    /// 0.80 or more.
    Good,
    /// 0.60 to below 0.80.
    Fair,
    /// Below 0.60.
    Poor,
}

impl Steadiness {
    pub fn of(alpha: f64) -> Self {
        match alpha {
            0.8.. => Self::Good,
            0.6.. => Self::Fair,
            _ => Self::Poor,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Groups;
    use super::*;

    fn item(facility: f64, index: f64, rest: Option<f64>) -> Item {
        Item {
            asked: 20,
            facility,
            discrimination: Some(index),
            item_rest: rest,
            groups: Some(Groups { upper: 6, lower: 5 }),
            options: [].into(),
            unanswered: Chosen { all: 0, groups: None },
        }
    }

    #[test]
    fn the_gravest_is_said_first_and_small_numbers_say_nothing() {
        for (facility, index, rest, expected) in [
            (0.5, 0.4, Some(0.3), None),
            (0.99, -0.1, Some(0.0), Some(Look::WrongWay)),
            (0.5, 0.3, Some(-0.01), Some(Look::WrongWay)),
            (0.96, 0.0, None, Some(Look::VeryEasy)),
            (0.95, 0.1, Some(0.1), None),
            (0.19, 0.3, Some(0.2), Some(Look::VeryHard)),
            (0.20, 0.3, Some(0.2), None),
            (0.5, 0.3, Some(0.09), Some(Look::PartsNobody)),
            (0.5, 0.09, None, Some(Look::PartsNobody)),
            (0.5, 0.0, Some(0.1), None),
        ] {
            let item = item(facility, index, rest);
            assert_eq!(Look::at(&item), expected, "{facility} {index} {rest:?}");
            assert_eq!(Look::at(&Item { asked: 9, ..item }), None);
        }
    }

    #[test]
    fn groups_of_another_size_are_compared_by_their_parts() {
        let item = item(0.5, 0.4, None);
        let chosen = |upper, lower| Chosen { all: upper + lower, groups: Some(Groups { upper, lower }) };
        assert!(!chosen(6, 5).draws_the_upper(&item), "all of both");
        assert!(chosen(3, 2).draws_the_upper(&item));
        assert!(!chosen(2, 2).draws_the_upper(&item));
        assert!(!Chosen { all: 3, groups: None }.draws_the_upper(&item));
    }

    #[test]
    fn alpha_has_three_words() {
        use Steadiness::{Fair, Good, Poor};
        assert_eq!([0.8, 0.799, 0.6, 0.599, -2.0].map(Steadiness::of), [Good, Fair, Fair, Poor, Poor]);
    }
}
