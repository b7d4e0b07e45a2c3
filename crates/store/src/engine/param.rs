//! Parameters of statements: whole numbers, text or nothing. All that the tables hold is one of these.

use std::borrow::Cow;

#[derive(Debug, Clone)]
pub enum Param<'a> {
    Null,
    Int(i64),
    Text(Cow<'a, str>),
}

/// A list of parameters from anything that can be one.
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::engine::Param::from($value)),*] };
}
pub(crate) use params;

impl<'a> From<&'a str> for Param<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Param<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Param<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a, T: Into<Param<'a>>> From<Option<T>> for Param<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

macro_rules! whole {
    ($($t:ty),*) => {$(impl From<$t> for Param<'_> {
        fn from(n: $t) -> Self {
            Self::Int(i64::from(n))
        }
    })*};
}
whole!(i64, i32, u32, u16, u8, bool);

impl From<domain::Moment> for Param<'_> {
    fn from(moment: domain::Moment) -> Self {
        Self::Int(moment.0)
    }
}

macro_rules! written {
    ($($t:ty),* $(,)?) => {$(impl From<$t> for Param<'_> {
        fn from(value: $t) -> Self {
            Self::Text(Cow::Owned(value.to_string()))
        }
    })*};
}
use domain::ids;
written!(
    ids::FactId,
    ids::NodeId,
    ids::CommandId,
    ids::PersonId,
    ids::CohortId,
    ids::EnrolmentId,
    ids::ProgrammeVersionId,
    ids::AttemptId,
    ids::CertificateId,
    ids::GrantId,
    ids::ErasureId,
    ids::AllowanceId,
    ids::MarkingId,
    ids::CommentId,
    ids::ApplicationId,
    ids::DocumentId,
    ids::OrganisationId,
    ids::SupportId,
    ids::NominationCallId,
    ids::ImportId,
    ids::AnnouncementId,
    domain::facts::Subject,
    domain::facts::Digest,
    uuid::Uuid,
);

impl<'a> From<&'a ids::ActivityId> for Param<'a> {
    fn from(id: &'a ids::ActivityId) -> Self {
        Self::from(id.as_str())
    }
}

impl<'a> From<&'a ids::QuestionId> for Param<'a> {
    fn from(id: &'a ids::QuestionId) -> Self {
        Self::from(id.as_str())
    }
}

impl rusqlite::ToSql for Param<'_> {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::{ToSqlOutput, ValueRef};
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(n) => ValueRef::Integer(*n),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

impl postgres::types::ToSql for Param<'_> {
    fn to_sql(
        &self,
        kind: &postgres::types::Type,
        out: &mut postgres::types::private::BytesMut,
    ) -> Result<postgres::types::IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(postgres::types::IsNull::Yes),
            Self::Int(n) if *kind == postgres::types::Type::INT4 => i32::try_from(*n)?.to_sql(kind, out),
            Self::Int(n) => n.to_sql(kind, out),
            Self::Text(text) => text.as_ref().to_sql(kind, out),
        }
    }

    fn accepts(_: &postgres::types::Type) -> bool {
        true
    }

    postgres::types::to_sql_checked!();
}
