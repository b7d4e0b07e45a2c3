//! Numbers without people, and the site's own page.

mod gains;
mod site;
mod suppress;

pub use gains::{GainCell, GainNumbers, LeftOut};
pub use site::{SitePage, StaffRow};
pub use suppress::Cell;

use crate::access::Visitor;
use crate::cohorts::Funnel;
use crate::{PageRefused, Telar};
use domain::Moment;
use domain::people::Sector;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub struct Numbers {
    pub cohorts: u64,
    pub total: Funnel,
    /// By sector; none is «no data», a category like the others.
    pub sectors: Vec<(Option<Sector>, Cell)>,
    /// By department, 1 to 22; 0 is no data.
    pub departments: Vec<(u8, Cell)>,
    /// What people gained between two tests, by programme version.
    pub gains: Vec<GainNumbers>,
    pub as_of: Moment,
}

impl Telar {
    pub async fn numbers(&self, visitor: &Visitor) -> Result<Numbers, PageRefused> {
        if !visitor.grants.sees_numbers() {
            return Err(PageRefused::NotFound);
        }
        let (telar, as_of) = (self.clone(), self.now());
        self.read(move |reading| {
            let mut total = Funnel::default();
            let mut sectors: BTreeMap<Option<Sector>, Funnel> =
                Sector::ALL.into_iter().map(|sector| (Some(sector), Funnel::default())).collect();
            let mut departments: BTreeMap<u8, Funnel> = (1..=22).map(|code| (code, Funnel::default())).collect();
            for row in reading.numbers()? {
                let places = [
                    &mut total,
                    sectors.entry(row.sector).or_default(),
                    departments.entry(row.department.unwrap_or(0)).or_default(),
                ];
                for sum in places {
                    sum.enrolled += row.enrolled;
                    sum.active += row.active;
                    sum.completed += row.completed;
                    sum.certified += row.certified;
                }
            }
            Ok(Numbers {
                cohorts: reading.cohorts()?.len() as u64,
                total,
                sectors: suppress::suppressed(sectors),
                departments: suppress::suppressed(departments),
                gains: gains::gains(&telar, reading)?,
                as_of,
            })
        })
        .await
    }
}
