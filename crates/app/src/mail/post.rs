//! Handing letters to the mail server: three tries, and what came of them. It must not log an address, a letter, or what the server
//! said: servers repeat addresses.

use super::MailServer;
use super::server::Line;
use domain::Moment;
use domain::ids::PersonId;
use domain::people::Email;
use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{self, AsyncSmtpTransport};
use lettre::{Address, AsyncTransport, Message, Tokio1Executor};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};
use tokio::sync::Semaphore;
use uuid::Uuid;

/// Who sends, as it shows in a list of mails: it says nothing of what is learned here.
const CALLED: &str = "Telar";
/// How long one try may take, from the first packet to the server's word. lettre's own limit holds for connecting alone.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a try waits for the one before it: a server that was restarted is back after seconds, one that is busy after minutes. All three
/// together take less than a tenth of the time for which a link holds.
const PAUSES: [Duration; 2] = [Duration::from_secs(15), Duration::from_secs(120)];
/// Connections at once: providers close the door to who opens many.
const LINES: usize = 4;
/// Questions for mail that are looked up at once; whoever comes then waits for her answer, whether she is somebody here or not.
const TURNS: usize = 32;

/// What goes out: words, as plain text and as HTML.
#[derive(Clone, Debug)]
pub struct Letter {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// Why a letter was not sent. It names no address, so that it may be logged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// Nobody answers there, or not by a certificate that can be trusted. Says what the system says of the line.
    #[error("no line to the mail server: {0}")]
    NoLine(String),
    #[error("the mail server was silent for {} seconds", PATIENCE.as_secs())]
    Silent,
    /// The server offers neither the encryption nor the way to say who one is that the settings ask for.
    #[error("the mail server cannot do what the settings ask: {0}")]
    Unsuited(String),
    /// It does not take the user or the password.
    #[error("the mail server refused the user or the password ({0})")]
    Login(u16),
    /// It refused for now (4…) or for good (5…).
    #[error("the mail server refused it ({0})")]
    Refused(u16),
    /// What it answered is not SMTP.
    #[error("the mail server answered what is not SMTP")]
    Garbled,
    /// No mail can be written to this address.
    #[error("the address or the letter cannot be written as mail")]
    Unwritable,
}

impl NotSent {
    /// Whether a later try may do better.
    fn may_pass(&self) -> bool {
        match self {
            Self::NoLine(_) | Self::Silent | Self::Garbled => true,
            Self::Refused(code) => *code < 500,
            Self::Unsuited(_) | Self::Login(_) | Self::Unwritable => false,
        }
    }
}

/// How many letters went out, and how many did not, since the process began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MailCounts {
    pub sent: u64,
    /// Given up after the last try.
    pub failed: u64,
    /// Not written, since the account or the site had as many as it may.
    pub held_back: u64,
}

#[derive(Default)]
struct Counters {
    sent: AtomicU64,
    failed: AtomicU64,
    held_back: AtomicU64,
}

/// The site's way to send mail.
#[derive(Clone)]
pub struct Mail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    pauses: [Duration; 2],
    lines: Arc<Semaphore>,
    turns: Arc<Semaphore>,
    counters: Arc<Counters>,
}

impl Mail {
    /// Connects to nothing yet. The password is the user's, where the server names one. Fails where no mail can be sent from this address, or
    /// the host is no name for TLS.
    pub fn new(server: &MailServer, password: Option<String>, from: &Email) -> Result<Self, NotSent> {
        let from: Address = from.as_str().parse().map_err(|_| NotSent::Unwritable)?;
        let tls = || TlsParameters::new(server.host.clone()).map_err(|why| NotSent::Unsuited(why.to_string()));
        let tls = match server.line {
            Line::Tls => Tls::Wrapper(tls()?),
            Line::StartTls => Tls::Required(tls()?),
            Line::Plain => Tls::None,
        };
        // The sender's domain in place of the machine's name, which is nobody's business.
        let hello = match from.domain().is_ascii() && from.domain().parse::<IpAddr>().is_err() {
            true => ClientId::Domain(from.domain().to_owned()),
            false => ClientId::Ipv4(Ipv4Addr::LOCALHOST),
        };
        let builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(server.host.clone());
        let builder = builder.port(server.port).tls(tls).timeout(Some(PATIENCE)).hello_name(hello);
        let transport = match (server.user(), password) {
            (Some(user), Some(password)) => builder.credentials(Credentials::new(user.to_owned(), password)),
            _ => builder,
        };
        Ok(Self {
            transport: transport.build(),
            from: Mailbox::new(Some(CALLED.to_owned()), from),
            pauses: PAUSES,
            lines: Arc::new(Semaphore::new(LINES)),
            turns: Arc::new(Semaphore::new(TURNS)),
            counters: Arc::default(),
        })
    }

    /// The same with other pauses between the three tries: for tests, which wait for none.
    pub fn with_pauses(self, pauses: [Duration; 2]) -> Self {
        Self { pauses, ..self }
    }

    pub fn counts(&self) -> MailCounts {
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let Counters { sent, failed, held_back } = &*self.counters;
        MailCounts { sent: read(sent), failed: read(failed), held_back: read(held_back) }
    }

    /// Connects, says who it is, and goes: what can be known without a letter.
    pub async fn try_line(&self) -> Result<(), NotSent> {
        match tokio::time::timeout(PATIENCE, self.transport.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err(NotSent::Garbled),
            Ok(Err(why)) => Err(reason(&why)),
            Err(_) => Err(NotSent::Silent),
        }
    }

    pub(crate) fn turns(&self) -> Arc<Semaphore> {
        Arc::clone(&self.turns)
    }

    pub(crate) fn hold_back(&self) {
        self.counters.held_back.fetch_add(1, Ordering::Relaxed);
    }

    /// Sends a letter, in at most three tries. Ends when it is sent or given up; what came of it is counted, and logged by the person's id.
    pub(crate) async fn send(&self, (person, to): (PersonId, &Email), letter: Letter, now: Moment) {
        let Ok((envelope, raw)) = self.written(to, letter, now) else {
            return self.give_up(person, &NotSent::Unwritable);
        };
        let mut pauses = self.pauses.iter();
        loop {
            let Err(why) = self.hand_in(&envelope, &raw).await else {
                self.counters.sent.fetch_add(1, Ordering::Relaxed);
                return;
            };
            match pauses.next().filter(|_| why.may_pass()) {
                Some(pause) => {
                    tracing::info!(%person, cause = %why, seconds = pause.as_secs(), "a mail is tried again");
                    tokio::time::sleep(*pause).await;
                }
                None => return self.give_up(person, &why),
            }
        }
    }

    fn give_up(&self, person: PersonId, why: &NotSent) {
        self.counters.failed.fetch_add(1, Ordering::Relaxed);
        tracing::warn!(%person, cause = %why, "a mail was not sent");
    }

    async fn hand_in(&self, envelope: &Envelope, raw: &[u8]) -> Result<(), NotSent> {
        let _line = self.lines.acquire().await;
        match tokio::time::timeout(PATIENCE, self.transport.send_raw(envelope, raw)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(why)) => Err(reason(&why)),
            Err(_) => Err(NotSent::Silent),
        }
    }

    fn written(&self, to: &Email, letter: Letter, now: Moment) -> Result<(Envelope, Vec<u8>), NotSent> {
        let to: Address = to.as_str().parse().map_err(|_| NotSent::Unwritable)?;
        let sent = SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(now.0).unwrap_or_default());
        let id = format!("<{}@{}>", Uuid::new_v4(), self.from.email.domain());
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .date(sent)
            .message_id(Some(id))
            .subject(letter.subject)
            .multipart(MultiPart::alternative_plain_html(letter.text, letter.html));
        let mut message = message.map_err(|_| NotSent::Unwritable)?;
        // No machine that is on holiday answers it (RFC 3834).
        let name = HeaderName::new_from_ascii_str("Auto-Submitted");
        message.headers_mut().insert_raw(HeaderValue::new(name, "auto-generated".to_owned()));
        Ok((message.envelope().clone(), message.formatted()))
    }
}

/// What of an error may be said: never the server's own words, in which addresses stand.
fn reason(why: &smtp::Error) -> NotSent {
    if let Some(code) = why.status() {
        let code = u16::from(code);
        // 530, 534, 535 and 538: who hands in is not taken (RFC 4954).
        return if matches!(code, 530 | 534 | 535 | 538) { NotSent::Login(code) } else { NotSent::Refused(code) };
    }
    let cause = std::error::Error::source(why).map(|cause| cause.to_string()).unwrap_or_default();
    match () {
        () if why.is_timeout() => NotSent::Silent,
        () if why.is_response() => NotSent::Garbled,
        () if why.is_client() => NotSent::Unsuited(cause),
        () => NotSent::NoLine(cause),
    }
}
