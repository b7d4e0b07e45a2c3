//! A row of either engine, read by column number.

use super::StoreError;
use serde::de::DeserializeOwned;
use std::str::FromStr;

pub enum Row<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r postgres::Row),
}

/// A cell as it is, for copying whole tables.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
pub enum Value {
    Null,
    Int(i64),
    Text(String),
}

fn unreadable(column: usize, why: impl std::fmt::Display) -> StoreError {
    StoreError::Unreadable(format!("column {column}: {why}"))
}

impl Row<'_> {
    pub fn opt_text(&self, column: usize) -> Result<Option<String>, StoreError> {
        match self {
            Self::Sqlite(row) => row.get(column).map_err(|why| unreadable(column, why)),
            Self::Postgres(row) => row.try_get(column).map_err(|why| unreadable(column, why)),
        }
    }

    pub fn opt_int(&self, column: usize) -> Result<Option<i64>, StoreError> {
        match self {
            Self::Sqlite(row) => row.get(column).map_err(|why| unreadable(column, why)),
            Self::Postgres(row) => row.try_get(column).map_err(|why| unreadable(column, why)),
        }
    }

    pub fn text(&self, column: usize) -> Result<String, StoreError> {
        self.opt_text(column)?.ok_or_else(|| unreadable(column, "is empty"))
    }

    pub fn int(&self, column: usize) -> Result<i64, StoreError> {
        self.opt_int(column)?.ok_or_else(|| unreadable(column, "is empty"))
    }

    pub fn moment(&self, column: usize) -> Result<domain::Moment, StoreError> {
        self.int(column).map(domain::Moment)
    }

    pub fn opt_moment(&self, column: usize) -> Result<Option<domain::Moment>, StoreError> {
        Ok(self.opt_int(column)?.map(domain::Moment))
    }

    /// A whole number in a smaller type.
    pub fn small<T: TryFrom<i64>>(&self, column: usize) -> Result<T, StoreError> {
        T::try_from(self.int(column)?).map_err(|_| unreadable(column, "is out of range"))
    }

    pub fn opt_small<T: TryFrom<i64>>(&self, column: usize) -> Result<Option<T>, StoreError> {
        self.opt_int(column)?.map(|n| T::try_from(n).map_err(|_| unreadable(column, "is out of range"))).transpose()
    }

    /// A text that some type is written as: an id, a role.
    pub fn parse<T: FromStr>(&self, column: usize) -> Result<T, StoreError> {
        let text = self.text(column)?;
        text.parse().map_err(|_| unreadable(column, format_args!("«{text}»")))
    }

    pub fn opt_parse<T: FromStr>(&self, column: usize) -> Result<Option<T>, StoreError> {
        self.opt_text(column)?
            .map(|text| text.parse().map_err(|_| unreadable(column, format_args!("«{text}»"))))
            .transpose()
    }

    pub fn json<T: DeserializeOwned>(&self, column: usize) -> Result<T, StoreError> {
        serde_json::from_str(&self.text(column)?).map_err(|why| unreadable(column, why))
    }

    pub fn opt_json<T: DeserializeOwned>(&self, column: usize) -> Result<Option<T>, StoreError> {
        self.opt_text(column)?
            .map(|text| serde_json::from_str(&text).map_err(|why| unreadable(column, why)))
            .transpose()
    }

    /// A stored word that is the JSON string of a type: a name, a sector.
    pub fn word<T: DeserializeOwned>(&self, column: usize) -> Result<T, StoreError> {
        serde_json::from_value(serde_json::Value::String(self.text(column)?)).map_err(|why| unreadable(column, why))
    }

    pub fn opt_word<T: DeserializeOwned>(&self, column: usize) -> Result<Option<T>, StoreError> {
        self.opt_text(column)?
            .map(|text| serde_json::from_value(serde_json::Value::String(text)).map_err(|why| unreadable(column, why)))
            .transpose()
    }

    /// All cells, with their columns' names.
    pub fn cells(&self) -> Result<Vec<(String, Value)>, StoreError> {
        match self {
            Self::Sqlite(row) => {
                let names = row.as_ref().column_names();
                names.iter().enumerate().map(|(i, name)| Ok(((*name).to_owned(), self.cell_sqlite(row, i)?))).collect()
            }
            Self::Postgres(row) => row
                .columns()
                .iter()
                .enumerate()
                .map(|(i, column)| {
                    let text = *column.type_() == postgres::types::Type::TEXT;
                    let value =
                        if text { self.opt_text(i)?.map(Value::Text) } else { self.opt_int(i)?.map(Value::Int) };
                    Ok((column.name().to_owned(), value.unwrap_or(Value::Null)))
                })
                .collect(),
        }
    }

    fn cell_sqlite(&self, row: &rusqlite::Row<'_>, column: usize) -> Result<Value, StoreError> {
        use rusqlite::types::ValueRef;
        match row.get_ref(column).map_err(|why| unreadable(column, why))? {
            ValueRef::Null => Ok(Value::Null),
            ValueRef::Integer(n) => Ok(Value::Int(n)),
            ValueRef::Text(text) => Ok(Value::Text(String::from_utf8_lossy(text).into_owned())),
            other => Err(unreadable(column, format_args!("{:?}", other.data_type()))),
        }
    }
}
