//! How much data somebody used, on either engine.

use crate::people::person;
use crate::support::*;
use domain::data_use::{DataUse, Family};
use store::{DataUseRow, StoreError};

fn row(day: &str, family: Family, down: u64) -> DataUseRow {
    DataUseRow { day: day.into(), family, bytes: DataUse { down, up: 1 } }
}

#[test]
fn bytes_add_up_by_day_and_family_and_old_days_go() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        store
            .write(START, |writing| {
                for (day, family, down) in [
                    ("2026-12-31", Family::Lessons, 7),
                    ("2027-01-01", Family::Lessons, 10),
                    ("2027-01-31", Family::Quizzes, 100),
                    ("2027-01-01", Family::Lessons, 3_000_000_000),
                    ("2027-02-01", Family::Lessons, 9),
                ] {
                    writing.add_data_use(person(0), &row(day, family, down))?;
                }
                writing.add_data_use(person(1), &row("2027-01-01", Family::Lessons, 5))
            })
            .unwrap();
        let january = ("2027-01-01", "2027-01-31");
        store
            .read(|reading| {
                let rows = reading.data_use(person(0), january)?;
                let first = DataUseRow {
                    bytes: DataUse { down: 3_000_000_010, up: 2 },
                    ..row("2027-01-01", Family::Lessons, 0)
                };
                assert_eq!(rows, [first, row("2027-01-31", Family::Quizzes, 100)]);
                assert_eq!(reading.data_total(person(0), january)?, 3_000_000_113);
                assert_eq!(reading.data_total(person(2), january)?, 0);
                Ok::<_, StoreError>(())
            })
            .unwrap();
        assert_eq!(store.write(START, |writing| writing.sweep_data_use("2027-01-01")).unwrap(), 1);
        let before = store.read(|reading| reading.data_total(person(0), ("2026-01-01", "2026-12-31"))).unwrap();
        assert_eq!(before, 0);
    });
}

#[test]
fn a_limit_is_set_passed_for_a_month_set_again_and_lifted() {
    everywhere(|ground, engine| {
        let store = ground.store(engine);
        let limit = || store.read(|reading| reading.data_limit(person(0))).unwrap();
        let fifty = 50.try_into().unwrap();
        store.write(START, |writing| writing.go_on_past_limit(person(0), "2027-01")).unwrap();
        assert_eq!(limit(), None, "without a limit there is nothing to pass");
        store.write(START, move |writing| writing.set_data_limit(person(0), fifty)).unwrap();
        assert_eq!(limit(), Some((fifty, None)));
        store.write(START, |writing| writing.go_on_past_limit(person(0), "2027-01")).unwrap();
        assert_eq!(limit(), Some((fifty, Some("2027-01".into()))));
        store.write(START, |writing| writing.set_data_limit(person(0), 60.try_into().unwrap())).unwrap();
        assert_eq!(limit(), Some((60.try_into().unwrap(), None)), "a new limit asks again");
        store.write(START, |writing| writing.lift_data_limit(person(0))).unwrap();
        assert_eq!(limit(), None);
    });
}
