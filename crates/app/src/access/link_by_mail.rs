//! A link that enters, sent to the e-mail address that somebody typed. Whoever asks is told the same at once, whether anybody has that
//! address or not: who it is is looked up, and everything else done, after the answer. It must not know the words of the letter.
//!
//! Where two people gave one address, nobody gets a link, as nobody enters by it with a PIN: which of the two was meant cannot be told.
//! Whoever has a role gets none either. What enters as her is handed out by an administrator alone (`Grants::may_let_in`), and an address may have
//! been written into a list by somebody who runs a cohort; besides, a mailbox is weaker than what a role opens.

use super::enter::only;
use super::{EntryLink, new_link};
use crate::mail::Letter;
use crate::{Telar, Unavailable, chance};
use domain::Moment;
use domain::ids::PersonId;
use domain::moment::Span;
use domain::people::Email;
use store::{Purpose, Reading, StoreError, Writing};

/// For how many minutes such a link can be used: mail takes minutes, and a mailbox is read by others more often than a hand is.
pub const LINK_BY_MAIL_MINUTES: i64 = 30;
/// How many mails one account gets within an hour, whoever asks for them: enough for a mail that went astray, too few to fill a mailbox.
pub const MOST_MAILS_AN_HOUR: u32 = 3;
/// How many the site sends in a minute: a class of forty that asks at once gets all of its links, and whoever knows many addresses does not
/// make the site one whose mail is refused everywhere.
const MOST_A_MINUTE: u32 = 60;
/// The name under which the site's own count lies.
const SITE: &str = "mail:site";

/// What a letter is written from.
#[derive(Clone, Debug)]
pub struct LinkByMail {
    /// The language of the person to whom it goes.
    pub language: String,
    pub link: EntryLink,
}

enum Made {
    Link {
        person: PersonId,
        link: LinkByMail,
    },
    /// The account, or the site, had as many as it may.
    TooMany(PersonId),
    /// Nobody has this address, or two have, or whoever has it does not enter in this way.
    Nobody,
}

impl Telar {
    /// Whether this site sends mail.
    pub fn sends_mail(&self) -> bool {
        self.mail().is_some()
    }

    /// Sends a link to whoever has this address, after this has returned. Does nothing where the site sends no mail.
    pub async fn send_link_by_mail(&self, to: Email, write: impl FnOnce(&LinkByMail) -> Letter + Send + 'static) {
        let Some(mail) = self.mail().cloned() else { return };
        let Ok(turn) = mail.turns().acquire_owned().await else { return };
        let telar = self.clone();
        tokio::spawn(async move {
            let made = telar.make_link_by_mail(to.clone()).await;
            drop(turn);
            match made {
                Ok(Made::Link { person, link }) => mail.send((person, &to), write(&link), telar.now()).await,
                Ok(Made::TooMany(person)) => {
                    mail.hold_back();
                    tracing::info!(%person, "a link by mail was held back: there were as many as there may be");
                }
                Ok(Made::Nobody) => {}
                Err(error) => tracing::warn!(%error, "a link by mail was not made"),
            }
        });
    }

    async fn make_link_by_mail(&self, to: Email) -> Result<Made, Unavailable> {
        let (token, now) = (chance::token()?, self.now());
        // Whoever gets none is found by a read: a flood of questions does not fill the writer's queue.
        let found = self
            .read::<_, Unavailable>(move |reading| {
                let Some(person) = only(reading.people_by_email(to.as_str())?) else { return Ok(Err(Made::Nobody)) };
                let Some(row) = reading.person(person)? else { return Ok(Err(Made::Nobody)) };
                if reading.grants(person)?.is_staff() {
                    return Ok(Err(Made::Nobody));
                }
                let room = counts(reading, person, now)?.is_some();
                Ok(if room { Ok((person, row.language)) } else { Err(Made::TooMany(person)) })
            })
            .await?;
        let (person, language) = match found {
            Ok(found) => found,
            Err(made) => return Ok(made),
        };
        self.write(move |writing| {
            if !count(writing, person)? {
                return Ok(Made::TooMany(person));
            }
            let link = new_link(writing, Purpose::Mail, Some(person), (&token, Span::minutes(LINK_BY_MAIL_MINUTES)))?;
            Ok(Made::Link { person, link: LinkByMail { language, link } })
        })
        .await
    }
}

fn of(person: PersonId) -> String {
    format!("mail:{person}")
}

/// How many mails the account and the site had, where both may have one more.
fn counts(
    reading: &mut Reading<'_>,
    person: PersonId,
    now: Moment,
) -> Result<Option<(u32, (u32, Moment))>, StoreError> {
    let account = running(reading.limit(&of(person))?, now).map_or(0, |(count, _)| count);
    let site = running(reading.limit(SITE)?, now).unwrap_or((0, now + Span::minutes(1)));
    Ok((account < MOST_MAILS_AN_HOUR && site.0 < MOST_A_MINUTE).then_some((account, site)))
}

/// A count whose time has not run out.
fn running(limit: Option<(u32, Moment)>, now: Moment) -> Option<(u32, Moment)> {
    limit.filter(|(_, until)| *until > now)
}

/// Counts one mail. The account's hour begins anew with each, so that no hour whatever has more than three; the site's minute stands.
fn count(writing: &mut Writing<'_>, person: PersonId) -> Result<bool, StoreError> {
    let now = writing.now();
    let Some((account, (site, until))) = counts(writing, person, now)? else { return Ok(false) };
    writing.set_limit(&of(person), account + 1, now + Span::hours(1))?;
    writing.set_limit(SITE, site + 1, until)?;
    Ok(true)
}
