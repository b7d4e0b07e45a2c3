//! She sets herself a limit of data a month, lifts it, or goes on past it.

use super::month::month;
use crate::{Telar, Unavailable};
use domain::data_use::DataLimit;
use domain::ids::PersonId;

/// What she wants of her limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitChoice {
    Set(DataLimit),
    Lift,
    /// Until the month ends she is not asked again.
    GoOn,
}

impl Telar {
    /// The same choice twice is the same as once, so that it needs no command id.
    pub async fn choose_data_limit(&self, person: PersonId, choice: LimitChoice) -> Result<(), Unavailable> {
        let month = month(self.today());
        self.write(move |writing| {
            match choice {
                LimitChoice::Set(limit) => writing.set_data_limit(person, limit)?,
                LimitChoice::Lift => writing.lift_data_limit(person)?,
                LimitChoice::GoOn => writing.go_on_past_limit(person, &month)?,
            }
            Ok(())
        })
        .await
    }
}
