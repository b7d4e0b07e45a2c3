//! What was counted is written down: every half minute, and when the process ends.

use crate::{Telar, Unavailable};
use store::DataUseRow;

impl Telar {
    /// Writes down what was counted since the last time, in one write. Where it fails, the counts wait for the next time.
    pub async fn keep_data_use(&self) -> Result<(), Unavailable> {
        let _turn = self.meter().turn().await;
        let counts = self.meter().take();
        if counts.is_empty() {
            return Ok(());
        }
        let written = self
            .write::<_, Unavailable>(move |writing| {
                for (person, counted) in counts {
                    // Who was erased meanwhile leaves no row behind.
                    if writing.person(person)?.is_none() {
                        continue;
                    }
                    for one in counted {
                        let row = DataUseRow { day: one.day.to_string(), family: one.family, bytes: one.bytes };
                        writing.add_data_use(person, &row)?;
                    }
                }
                Ok(())
            })
            .await;
        match &written {
            Ok(()) => self.meter().kept(),
            Err(_) => self.meter().put_back(),
        }
        written
    }
}
