//! A row of a list as a person: what each cell says, what is proposed in its place where it says nothing that can be kept, and
//! what only a person can mend. It must not know who is in the store.

use super::columns::{Column, Heads};
use super::table::Row;
use super::values::{Place, choice, m_is_a_woman, place, plain, recased};
use crate::people::{WhoField, WhoForm};
use domain::people::{Cui, CuiDoubt, NameRefused, likened, municipality};
use serde::{Deserialize, Serialize};

/// What there is to say of a field of a row. What was written stays in sight beside what will be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remark {
    /// Kept otherwise than it was written.
    Mended { field: String, written: String, kept: String },
    /// It says nothing that can be kept: the field stays empty, and she can fill it herself.
    Emptied { field: String, written: String },
    /// Several municipalities are called so, and no column says the department.
    SeveralPlaces { written: String },
    /// The number of the document may be a slip of the pen; it is kept.
    Number(Doubt),
    /// This site keeps no numbers of documents.
    NumberNotKept,
    /// A name that cannot be kept: it has to be mended, or the row stays out.
    Name(NameFault),
    /// The same name as in this row of the file, which another place or number tells apart.
    Namesake { row: usize },
    /// Somebody of that name is in the cohort already, whom another place or number tells apart.
    NamesakeHere,
    /// The number of the document belongs to an account with another name.
    OtherName,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NameFault {
    Short,
    Long,
    Marks,
    /// It begins as a formula of a spreadsheet does.
    Formula,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Doubt {
    Length,
    Check,
    Place,
    Placeholder,
}

impl From<CuiDoubt> for Doubt {
    fn from(doubt: CuiDoubt) -> Self {
        match doubt {
            CuiDoubt::Length => Self::Length,
            CuiDoubt::Check => Self::Check,
            CuiDoubt::Place => Self::Place,
            CuiDoubt::Placeholder => Self::Placeholder,
        }
    }
}

/// A row, read: what will be kept, and what there is to say of it.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Every field but the number of the document holds what will be kept.
    pub form: WhoForm,
    pub cui: Option<Cui>,
    pub remarks: Vec<Remark>,
}

/// The rows below the heads.
pub fn checked(rows: &[Row], heads: &Heads) -> Vec<(usize, Checked)> {
    let at = |wanted: Column| heads.columns.iter().position(|column| *column == Some(wanted));
    let sexes = at(Column::Field("sex"));
    let cells = |row: &Row, at: Option<usize>| at.and_then(|at| row.cells.get(at).cloned()).unwrap_or_default();
    let below = &rows[heads.above.min(rows.len())..];
    let sex_words: Vec<String> = below.iter().map(|row| cells(row, sexes)).collect();
    let m = if m_is_a_woman(sex_words.iter().map(String::as_str)) { "mujer" } else { "hombre" };
    let read = |row: &Row| {
        let mut form = WhoForm::default();
        let mut name = Vec::new();
        let mut surnames = Vec::new();
        let mut department = String::new();
        for (cell, column) in row.cells.iter().zip(&heads.columns) {
            match column {
                Some(Column::Given) => name.push(cell.as_str()),
                Some(Column::Surname) => surnames.push(cell.as_str()),
                Some(Column::Department) => department.clone_from(cell),
                Some(Column::Field(field)) => {
                    if let Some(place) = form.field_mut(field) {
                        cell.clone_into(place);
                    }
                }
                None => {}
            }
        }
        name.extend(surnames);
        name.retain(|part| !part.is_empty());
        form.name = name.join(" ");
        if plain(&form.sex) == "m" {
            m.clone_into(&mut form.sex);
        }
        (row.number, check(form, &department))
    };
    below.iter().filter(|row| !row.cells.iter().all(String::is_empty)).map(read).collect()
}

/// A form as it was written, with what is kept of it.
pub fn check(mut form: WhoForm, department: &str) -> Checked {
    let mut remarks = Vec::new();
    if let Some(kept) = recased(&form.name) {
        remarks.push(Remark::Mended {
            field: "name".into(),
            written: std::mem::take(&mut form.name),
            kept: kept.clone(),
        });
        form.name = kept;
    }
    for field in ["sex", "people", "community", "sector", "path"] {
        let Some(written) = form.field_mut(field) else { continue };
        if written.trim().is_empty() {
            written.clear();
            continue;
        }
        match choice(field, written.trim()) {
            Some(word) => word.clone_into(written),
            None => remarks.push(Remark::Emptied { field: field.into(), written: std::mem::take(written) }),
        }
    }
    read_place(&mut form, department, &mut remarks);
    let cui = Cui::read(&std::mem::take(&mut form.cui));
    remarks.extend(cui.as_ref().and_then(Cui::doubt).map(|doubt| Remark::Number(doubt.into())));
    let formula = form.name.starts_with(['=', '+', '-', '@']);
    match form.read_some() {
        Ok(who) if !formula => {
            // As it will be kept: composed letters, single spaces.
            who.name.as_str().clone_into(&mut form.name);
        }
        Ok(_) => remarks.push(Remark::Name(NameFault::Formula)),
        Err(refused) => {
            for field in refused {
                let fault = match field {
                    WhoField::Name(NameRefused::TooShort) => NameFault::Short,
                    WhoField::Name(NameRefused::TooLong) => NameFault::Long,
                    WhoField::Name(NameRefused::Unprintable) => NameFault::Marks,
                    other => {
                        let written = form.field_mut(other.name()).map(std::mem::take).unwrap_or_default();
                        remarks.push(Remark::Emptied { field: other.name().into(), written });
                        continue;
                    }
                };
                remarks.push(Remark::Name(if formula { NameFault::Formula } else { fault }));
            }
        }
    }
    Checked { form, cui, remarks }
}

fn read_place(form: &mut WhoForm, department: &str, remarks: &mut Vec<Remark>) {
    let written = std::mem::take(&mut form.municipality);
    if written.trim().is_empty() {
        return;
    }
    let name = |code: u16| municipality(code).map_or_else(String::new, |(it, of)| format!("{}, {}", it.name, of.name));
    match place(&written, department) {
        Place::Known(code) => form.municipality = code.to_string(),
        Place::Nearly(code) => {
            form.municipality = code.to_string();
            remarks.push(Remark::Mended { field: "municipality".into(), written, kept: name(code) });
        }
        Place::Several => remarks.push(Remark::SeveralPlaces { written }),
        Place::Unknown => remarks.push(Remark::Emptied { field: "municipality".into(), written }),
    }
}

/// What tells one person from another in a list.
#[derive(Clone, Debug)]
pub struct Traits {
    pub name: String,
    pub municipality: String,
    pub organisation: String,
    pub phone: Option<String>,
    /// The keyed hash of the number of her document.
    pub keyed: Option<String>,
}

/// Whether two are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alike {
    Same,
    /// The same name, and something that tells them apart.
    Namesake,
    Other,
}

impl Traits {
    pub fn of(form: &WhoForm, keyed: Option<String>) -> Self {
        let phone = domain::people::Phone::parse(&form.phone).ok().map(|phone| phone.as_str().to_owned());
        Self {
            name: likened(&form.name),
            municipality: form.municipality.clone(),
            organisation: likened(&form.organisation),
            phone,
            keyed,
        }
    }

    /// The number of a document decides where both gave it. Else the same name is the same person, unless they gave different
    /// municipalities, or both organisation and telephone differ.
    pub fn alike(&self, other: &Self) -> Alike {
        if let (Some(mine), Some(others)) = (&self.keyed, &other.keyed) {
            return match (mine == others, self.name == other.name) {
                (true, _) => Alike::Same,
                (false, true) => Alike::Namesake,
                (false, false) => Alike::Other,
            };
        }
        if self.name != other.name {
            return Alike::Other;
        }
        let differ = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && a != b;
        let phones = differ(self.phone.as_deref().unwrap_or(""), other.phone.as_deref().unwrap_or(""));
        let apart = differ(&self.municipality, &other.municipality)
            || (phones && differ(&self.organisation, &other.organisation));
        if apart { Alike::Namesake } else { Alike::Same }
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::find;
    use super::super::table::read;
    use super::*;

    fn rows(csv: &str) -> Vec<(usize, Checked)> {
        let rows = read(csv.as_bytes()).unwrap();
        let cells: Vec<&[String]> = rows.iter().map(|row| row.cells.as_slice()).collect();
        checked(&rows, &find(cells).unwrap())
    }

    #[test]
    fn a_row_is_read_with_what_is_proposed_for_it() {
        let all = rows(
            "Nombres,Apellidos,Sexo,Municipio,Departamento,Teléfono,Correo,Pueblo,Sector,DPI\n\
             MARÍA ELENA,CO' XOL,F,Cobam,Alta Verapaz,555,maria@,Maya,Salud,1234 56788 1601\n",
        );
        let (number, it) = &all[0];
        assert_eq!((*number, it.form.name.as_str()), (2, "María Elena Co' Xol"));
        assert_eq!((it.form.sex.as_str(), it.form.municipality.as_str()), ("woman", "1601"));
        assert_eq!((it.form.people.as_str(), it.form.sector.as_str()), ("maya", "health"));
        assert_eq!((it.form.phone.as_str(), it.form.email.as_str()), ("", ""));
        assert!(it.form.cui.is_empty() && it.cui.is_some(), "the number is not in the form");
        let fields: Vec<&str> = it
            .remarks
            .iter()
            .map(|remark| match remark {
                Remark::Mended { field, .. } | Remark::Emptied { field, .. } => field.as_str(),
                Remark::Number(_) => "cui",
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(fields, ["name", "municipality", "cui", "phone", "email"]);
        assert!(it.form.read_some().is_ok());
    }

    #[test]
    fn a_formula_is_no_name() {
        let all = rows("Nombre\n\"=HYPERLINK(\"\"http://x\"\";\"\"Ana\"\")\"\n@Ana Xol\nA\n");
        let faults: Vec<&Remark> = all.iter().filter_map(|(_, it)| it.remarks.last()).collect();
        let wanted = [NameFault::Formula, NameFault::Formula, NameFault::Short].map(Remark::Name);
        assert_eq!(faults, wanted.iter().collect::<Vec<_>>());
    }

    #[test]
    fn who_is_who_is_told_by_number_name_and_place() {
        let with = |name: &str, municipality: &str, keyed: Option<&str>| Traits {
            name: likened(name),
            municipality: municipality.into(),
            organisation: String::new(),
            phone: None,
            keyed: keyed.map(str::to_owned),
        };
        let maria = with("María López", "1601", None);
        assert_eq!(maria.alike(&with("maria  lopez", "", None)), Alike::Same);
        assert_eq!(maria.alike(&with("Maria Lopez", "101", None)), Alike::Namesake);
        assert_eq!(maria.alike(&with("Marta López", "1601", None)), Alike::Other);
        let numbered = with("María López", "1601", Some("a"));
        assert_eq!(numbered.alike(&with("María López", "1601", Some("b"))), Alike::Namesake);
        assert_eq!(numbered.alike(&with("M. López de Pérez", "101", Some("a"))), Alike::Same);
    }
}
