//! Links that enter once. Opening one only shows a button, since messengers and mail scanners open links too; pressing the
//! button spends it.

use super::{NewSession, begin, token_hash};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::Moment;
use domain::access::{Role, Scope};
use domain::facts::{PersonRegistered, RoleGranted, Subject, What};
use domain::ids::{GrantId, PersonId};
use domain::moment::Span;
use domain::people::PersonName;
use store::{EntryLinkRow, NewFact, Purpose, Reading, StoreError, Writing};

/// How long a link can be used.
pub(crate) const LASTS: Span = Span::days(2);

#[derive(Clone, Debug)]
pub struct EntryLink {
    pub token: String,
    pub expires: Moment,
}

/// What the page with the button needs.
#[derive(Clone, Debug)]
pub struct EntryLinkPage {
    pub language: String,
}

#[derive(Debug, thiserror::Error)]
pub enum EntryLinkRefused {
    #[error("unknown link")]
    Unknown,
    #[error("the link was used")]
    Spent,
    #[error("the link has run out")]
    Expired,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(EntryLinkRefused);

/// Makes a link inside a write that is under way.
pub(crate) fn new_link(
    writing: &mut Writing<'_>,
    purpose: Purpose,
    person: Option<PersonId>,
    (token, lasts): (&str, Span),
) -> Result<EntryLink, StoreError> {
    let expires = writing.now() + lasts;
    writing.add_entry_link(&token_hash(token), &EntryLinkRow { purpose, person, expires, spent: None })?;
    Ok(EntryLink { token: token.to_owned(), expires })
}

fn usable(reading: &mut Reading<'_>, token: &str, now: Moment) -> Result<EntryLinkRow, EntryLinkRefused> {
    let row = reading.entry_link(&token_hash(token))?.ok_or(EntryLinkRefused::Unknown)?;
    // Whoever got a role after a link was mailed to her does not enter by it.
    let staff = |person| reading.grants(person).map(|grants| grants.is_staff());
    if row.purpose == Purpose::Mail && row.person.map(staff).transpose()? == Some(true) {
        return Err(EntryLinkRefused::Expired);
    }
    if row.spent.is_some() {
        Err(EntryLinkRefused::Spent)
    } else if row.expires < now {
        Err(EntryLinkRefused::Expired)
    } else {
        Ok(row)
    }
}

impl Telar {
    /// A link with which she enters on another device.
    pub async fn make_entry_link(&self, person: PersonId) -> Result<EntryLink, Unavailable> {
        let token = chance::token()?;
        self.write(move |writing| Ok(new_link(writing, Purpose::Enter, Some(person), (&token, LASTS))?)).await
    }

    /// A link that names the administrator of a site that has none. Links made before stop working.
    pub async fn administrator_link(&self) -> Result<Option<EntryLink>, Unavailable> {
        let token = chance::token()?;
        self.write(move |writing| {
            if writing.administrators()? > 0 {
                return Ok(None);
            }
            writing.drop_entry_links(Purpose::Administrator)?;
            Ok(Some(new_link(writing, Purpose::Administrator, None, (&token, LASTS))?))
        })
        .await
    }

    /// What opening the link shows. Spends nothing.
    pub async fn entry_link(&self, token: &str) -> Result<EntryLinkPage, EntryLinkRefused> {
        let (token, now) = (token.to_owned(), self.now());
        self.read(move |reading| {
            let row = usable(reading, &token, now)?;
            let person = row.person.map(|person| reading.person(person)).transpose()?.flatten();
            Ok(EntryLinkPage { language: person.map_or_else(|| "es".to_owned(), |person| person.language) })
        })
        .await
    }

    /// Enters by the link, which is spent by it.
    pub async fn spend_entry_link(&self, token: &str, device: &str) -> Result<NewSession, EntryLinkRefused> {
        let (token, device, session) = (token.to_owned(), device.to_owned(), chance::token()?);
        let (new_person, entry_code) = (chance::id::<PersonId>(self.now())?, chance::code::<6>()?);
        let grant = chance::id(self.now())?;
        self.write(move |writing| {
            let now = writing.now();
            let row = usable(writing, &token, now)?;
            let person = match row.purpose {
                Purpose::Enter | Purpose::Mail => row.person.ok_or(EntryLinkRefused::Unknown)?,
                Purpose::Administrator if writing.administrators()? > 0 => return Err(EntryLinkRefused::Spent),
                Purpose::Administrator => name_administrator(writing, new_person, entry_code, grant)?,
            };
            if writing.person(person)?.is_none() {
                return Err(EntryLinkRefused::Unknown);
            }
            writing.spend_entry_link(&token_hash(&token))?;
            if row.purpose == Purpose::Mail {
                writing.end_links_by_mail(person)?;
            }
            Ok(begin(writing, person, &device, &session)?)
        })
        .await
    }
}

/// The first person of a site. She gives her name under Yo.
fn name_administrator(
    writing: &mut Writing<'_>,
    person: PersonId,
    entry_code: String,
    grant: GrantId,
) -> Result<PersonId, EntryLinkRefused> {
    let unnamed = |why| Unavailable::Store(format!("{why}"));
    let name = PersonName::parse("Administración").map_err(unnamed)?;
    let registered = PersonRegistered {
        person,
        name,
        language: "es".into(),
        sector: None,
        organisation: String::new(),
        municipality: None,
        consent: None,
        entry_code,
    };
    let granted = RoleGranted { grant, role: Role::Administrator, scope: Scope::Site };
    let facts: Vec<What> = vec![registered.into(), granted.into()];
    let about = Subject::Person(person);
    writing.record(facts.into_iter().map(|what| NewFact { actor: None, about, what }).collect())?;
    Ok(person)
}
