//! Whether a certificate holds, and what may become of it. One that holds may be revoked, or replaced by another with a new
//! number; one that was revoked may be followed by another. What was replaced stays replaced: only the last of the chain
//! is dealt with further.

use crate::people::PersonName;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Valid,
    /// Another number holds in its place.
    Replaced,
    /// With a reason. This is said even where another has followed.
    Revoked,
}

impl Standing {
    pub fn of(revoked: bool, replaced: bool) -> Self {
        match (revoked, replaced) {
            (true, _) => Self::Revoked,
            (false, true) => Self::Replaced,
            (false, false) => Self::Valid,
        }
    }

    pub fn holds(self) -> bool {
        self == Self::Valid
    }
}

/// What the next certificate in the place of this one says otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    pub name: (&'a PersonName, &'a PersonName),
    pub language: (&'a str, &'a str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReissueRefused {
    /// Another has taken its place already: that one is to be corrected.
    #[error("it was replaced already")]
    Replaced,
    /// It holds and the new one would say the same: a second number for nothing.
    #[error("nothing changes")]
    Unchanged,
}

/// Whether a certificate may be followed by another, where `replaced` says whether one follows it already.
pub fn may_reissue((standing, replaced): (Standing, bool), change: Change<'_>) -> Result<(), ReissueRefused> {
    let same = change.name.0 == change.name.1 && change.language.0 == change.language.1;
    match standing {
        _ if replaced => Err(ReissueRefused::Replaced),
        Standing::Valid if same => Err(ReissueRefused::Unchanged),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// One certificate of a chain.
    struct One {
        name: PersonName,
        revoked: bool,
        next: Option<usize>,
    }

    impl One {
        fn standing(&self) -> Standing {
            Standing::of(self.revoked, self.next.is_some())
        }
    }

    proptest! {
        /// Whatever is revoked and reissued in whatever order: one certificate holds at most, and every old number leads
        /// to the last one.
        #[test]
        fn one_certificate_holds_at_most_and_every_number_leads_to_the_last(
            deeds in proptest::collection::vec((any::<bool>(), 0..6usize, 0..3usize), 0..30)
        ) {
            let names = ["Ana Xol", "Ana Xol Caal", "Ana Xól Caal"].map(|name| PersonName::parse(name).unwrap());
            let mut all = vec![One { name: names[0].clone(), revoked: false, next: None }];
            for (revoke, which, name) in deeds {
                let which = which % all.len();
                let one = &all[which];
                if revoke {
                    all[which].revoked |= one.standing().holds();
                    continue;
                }
                let change = Change { name: (&one.name, &names[name]), language: ("es", "es") };
                let held = one.standing().holds();
                let unchanged = one.name == names[name];
                let follows = one.next.is_some();
                match may_reissue((one.standing(), follows), change) {
                    Ok(()) => {
                        prop_assert!(!(follows || held && unchanged));
                        all[which].next = Some(all.len());
                        all.push(One { name: names[name].clone(), revoked: false, next: None });
                    }
                    Err(ReissueRefused::Replaced) => prop_assert!(follows),
                    Err(ReissueRefused::Unchanged) => prop_assert!(held && unchanged),
                }
            }
            prop_assert!(all.iter().filter(|one| one.standing().holds()).count() <= 1);
            for start in 0..all.len() {
                let mut at = start;
                while let Some(next) = all[at].next {
                    at = next;
                }
                prop_assert_eq!(at, all.len() - 1);
            }
        }
    }
}
