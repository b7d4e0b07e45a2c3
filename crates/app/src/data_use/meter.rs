//! Counting in memory: adding to a number is all that a request pays. It must not know the store.

use crate::{Telar, access::token_hash};
use domain::data_use::{DataUse, Family};
use domain::ids::PersonId;
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Sessions that are remembered at once. When there are more, all are forgotten, and each is learned again from the next page
/// that it asks for.
const SESSIONS: usize = 20_000;

/// What one family of pages took on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    pub day: Date,
    pub family: Family,
    pub bytes: DataUse,
}

type Counts = HashMap<PersonId, Vec<Counted>>;

#[derive(Default)]
pub struct Meter {
    memory: Mutex<Memory>,
    /// Held while counts are written down: one at a time.
    keeping: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Memory {
    /// Whose a session is, by the hash of its token: what nobody is looked up for, as script and styles, is still hers.
    sessions: HashMap<String, PersonId>,
    waiting: Counts,
    /// On its way to the store. It counts until it is known to be there.
    under_way: Counts,
}

fn add(counts: &mut Counts, person: PersonId, one: Counted) {
    let hers = counts.entry(person).or_default();
    match hers.iter_mut().find(|it| it.day == one.day && it.family == one.family) {
        Some(it) => it.bytes += one.bytes,
        None => hers.push(one),
    }
}

impl Meter {
    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn learn(&self, session: String, person: PersonId) {
        let sessions = &mut self.memory().sessions;
        if sessions.len() >= SESSIONS && !sessions.contains_key(&session) {
            sessions.clear();
        }
        sessions.insert(session, person);
    }

    /// The session has ended.
    pub(crate) fn forget(&self, session: &str) {
        self.memory().sessions.remove(session);
    }

    /// What was counted of a person in the month of `today` and may not be in the store yet.
    pub(crate) fn not_yet_kept(&self, person: PersonId, today: Date) -> Vec<Counted> {
        let memory = self.memory();
        let hers = [&memory.under_way, &memory.waiting].into_iter().filter_map(|counts| counts.get(&person)).flatten();
        hers.filter(|it| it.day.first_of_month() == today.first_of_month()).copied().collect()
    }

    /// One at a time: waits for its turn to write down.
    pub(crate) async fn turn(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.keeping.lock().await
    }

    /// All that waits, to be written down. What a turn that was broken off left under way went to the writer, which finishes
    /// what it is given: it is not taken again.
    pub(crate) fn take(&self) -> Counts {
        let memory = &mut *self.memory();
        memory.under_way = std::mem::take(&mut memory.waiting);
        memory.under_way.clone()
    }

    /// What was taken is in the store.
    pub(crate) fn kept(&self) {
        self.memory().under_way.clear();
    }

    /// What was taken did not get into the store: it waits again.
    pub(crate) fn put_back(&self) {
        let memory = &mut *self.memory();
        for (person, counted) in std::mem::take(&mut memory.under_way) {
            counted.into_iter().for_each(|one| add(&mut memory.waiting, person, one));
        }
    }
}

impl Telar {
    /// Whose session a token opens, as far as is known without looking into the store.
    pub fn known_by(&self, token: &str) -> Option<PersonId> {
        let session = token_hash(token);
        self.meter().memory().sessions.get(&session).copied()
    }

    /// Adds bytes to what a person used today.
    pub fn count_data(&self, person: PersonId, family: Family, bytes: DataUse) {
        let one = Counted { day: self.today(), family, bytes };
        add(&mut self.meter().memory().waiting, person, one);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const MARTA: PersonId = PersonId(Uuid::from_u128(1));
    const ROSA: PersonId = PersonId(Uuid::from_u128(2));

    fn counted(day: &str, family: Family, down: u64) -> Counted {
        Counted { day: day.parse().unwrap(), family, bytes: DataUse { down, up: 1 } }
    }

    fn count(meter: &Meter, person: PersonId, one: Counted) {
        add(&mut meter.memory().waiting, person, one);
    }

    fn total(meter: &Meter, person: PersonId, today: &str) -> u64 {
        meter.not_yet_kept(person, today.parse().unwrap()).iter().map(|it| it.bytes.total()).sum()
    }

    #[test]
    fn bytes_add_up_by_person_day_and_family() {
        let meter = Meter::default();
        for (person, day, family) in [
            (MARTA, "2027-01-14", Family::Lessons),
            (MARTA, "2027-01-14", Family::Lessons),
            (MARTA, "2027-01-15", Family::Lessons),
            (MARTA, "2027-01-15", Family::Quizzes),
            (ROSA, "2027-01-14", Family::Lessons),
        ] {
            count(&meter, person, counted(day, family, 100));
        }
        let hers = meter.not_yet_kept(MARTA, "2027-01-31".parse().unwrap());
        assert_eq!(hers.len(), 3);
        assert_eq!(hers[0].bytes, DataUse { down: 200, up: 2 });
        assert_eq!(total(&meter, MARTA, "2027-02-01"), 0, "a month begins at nothing");
    }

    #[test]
    fn nothing_is_counted_twice_or_lost_while_it_is_written_down() {
        let meter = Meter::default();
        count(&meter, MARTA, counted("2027-01-14", Family::Lessons, 99));
        assert_eq!(meter.take()[&MARTA].len(), 1);
        assert_eq!(total(&meter, MARTA, "2027-01-14"), 100, "what is under way still counts");
        count(&meter, MARTA, counted("2027-01-14", Family::Lessons, 49));
        meter.put_back();
        assert_eq!(meter.take()[&MARTA][0].bytes, DataUse { down: 148, up: 2 });
        meter.kept();
        assert_eq!(total(&meter, MARTA, "2027-01-14"), 0);
        assert!(meter.take().is_empty());
    }

    #[test]
    fn sessions_are_known_until_they_end_and_never_fill_the_memory() {
        let meter = Meter::default();
        let known = |session: &str| meter.memory().sessions.get(session).copied();
        meter.learn("a".into(), MARTA);
        assert_eq!(known("a"), Some(MARTA));
        meter.forget("a");
        assert_eq!(known("a"), None);
        for number in 0..=SESSIONS {
            meter.learn(number.to_string(), ROSA);
        }
        assert_eq!(meter.memory().sessions.len(), 1);
    }
}
