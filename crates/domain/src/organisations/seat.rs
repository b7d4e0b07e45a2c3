//! Where an organisation is: a department or one of its municipalities.

use crate::people::{departments, municipality};
use serde::{Deserialize, Serialize};

/// 1 to 22 for a department, DDMM for a municipality: the codes do not meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seat(u16);

impl Seat {
    /// None for a code that names nothing.
    pub fn of(code: u16) -> Option<Self> {
        let is_department = departments().iter().any(|it| u16::from(it.code) == code);
        (is_department || municipality(code).is_some()).then_some(Self(code))
    }

    pub fn code(self) -> u16 {
        self.0
    }

    /// 1 to 22.
    pub fn department(self) -> u16 {
        if self.0 > 22 { self.0 / 100 } else { self.0 }
    }

    /// «Cobán, Alta Verapaz», or «Alta Verapaz».
    pub fn words(self) -> String {
        if let Some((town, of)) = municipality(self.0) {
            return format!("{}, {}", town.name, of.name);
        }
        let department = departments().iter().find(|it| u16::from(it.code) == self.0);
        department.map_or_else(String::new, |it| it.name.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_department_or_a_municipality() {
        let (coban, alta_verapaz) = (Seat::of(1601).unwrap(), Seat::of(16).unwrap());
        assert_eq!((coban.words().as_str(), coban.department()), ("Cobán, Alta Verapaz", 16));
        assert_eq!((alta_verapaz.words().as_str(), alta_verapaz.department()), ("Alta Verapaz", 16));
        assert_eq!([0, 23, 99, 1699].map(Seat::of), [None; 4]);
    }
}
