//! The 22 departments and 340 municipalities of Guatemala, by the national statistics institute's codes.

use std::sync::LazyLock;

/// A municipality. Its code is DDMM: department, then its number inside it; 1601 is Cobán.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    pub code: u16,
    pub name: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// 1 to 22; the number of ISO 3166-2:GT.
    pub code: u8,
    pub name: &'static str,
    /// Three letters for the tile map.
    pub letters: &'static str,
    /// By name.
    pub municipalities: Vec<Municipality>,
}

const LETTERS: [&str; 22] = [
    "GUA", "PRO", "SAC", "CHM", "ESC", "SRO", "SOL", "TOT", "QUE", "SUC", "REU", "SMA", "HUE", "QUI", "BVE", "AVE",
    "PET", "IZA", "ZAC", "CHQ", "JAL", "JUT",
];

static DEPARTMENTS: LazyLock<Vec<Department>> = LazyLock::new(|| {
    let mut departments: Vec<Department> = Vec::with_capacity(22);
    for line in include_str!("../../data/municipalities.csv").lines().skip(1) {
        let mut cells = line.split(',');
        let (Some(code), Some(name), Some(department), Some(number)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let (Ok(code), Ok(number)) = (code.trim().parse::<u16>(), number.trim().parse::<u8>()) else { continue };
        let municipality = Municipality { code, name: name.trim() };
        match departments.iter_mut().find(|known| known.code == number) {
            Some(known) => known.municipalities.push(municipality),
            None => departments.push(Department {
                code: number,
                name: department.trim(),
                letters: LETTERS.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or("???"),
                municipalities: vec![municipality],
            }),
        }
    }
    departments.sort_by_key(|department| department.code);
    for department in &mut departments {
        department.municipalities.sort_by_key(|municipality| super::folded(municipality.name));
    }
    departments
});

/// All departments by code.
pub fn departments() -> &'static [Department] {
    &DEPARTMENTS
}

pub fn municipalities() -> impl Iterator<Item = &'static Municipality> {
    DEPARTMENTS.iter().flat_map(|department| &department.municipalities)
}

/// A municipality and its department by code.
pub fn municipality(code: u16) -> Option<(&'static Municipality, &'static Department)> {
    let department = DEPARTMENTS.iter().find(|department| u16::from(department.code) == code / 100)?;
    department.municipalities.iter().find(|known| known.code == code).map(|known| (known, department))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_22_departments_and_340_municipalities() {
        assert_eq!(departments().len(), 22);
        assert_eq!(municipalities().count(), 340);
        let (coban, alta_verapaz) = municipality(1601).unwrap();
        assert_eq!((coban.name, alta_verapaz.name, alta_verapaz.letters), ("Cobán", "Alta Verapaz", "AVE"));
        assert!(municipalities().all(|known| municipality(known.code).is_some()));
        assert!(municipality(9999).is_none());
    }
}
