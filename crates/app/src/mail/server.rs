//! Where mail is handed in, as it is written in the settings: `smtps://user@host:465`. It must not connect.

use std::net::IpAddr;
use std::str::FromStr;

/// How the line to the server is kept secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// TLS from the first byte (RFC 8314).
    Tls,
    /// TLS after STARTTLS; where the server does not offer it nothing is sent.
    StartTls,
    /// None: on this machine alone.
    Plain,
}

/// A mail server and who hands in there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailServer {
    pub(super) line: Line,
    pub(super) host: String,
    pub(super) port: u16,
    user: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a mail server")]
pub struct NotAMailServer;

impl MailServer {
    pub fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }

    pub fn host(&self) -> &str {
        &self.host
    }

    pub fn port(&self) -> u16 {
        self.port
    }
}

impl FromStr for MailServer {
    type Err = NotAMailServer;

    /// `smtps://host` (port 465) or `smtp://host` (587 with STARTTLS; 25 without, where the host is this machine), each with `user@` and
    /// `:port` where wanted. A user may hold an `@`. A password is refused: it belongs into a file.
    fn from_str(written: &str) -> Result<Self, NotAMailServer> {
        let (tls, rest) = match written.split_once("://").ok_or(NotAMailServer)? {
            ("smtps", rest) => (true, rest),
            ("smtp", rest) => (false, rest),
            _ => return Err(NotAMailServer),
        };
        let (user, place) = match rest.rsplit_once('@') {
            Some((user, place)) => (Some(user.replace("%40", "@")), place),
            None => (None, rest),
        };
        let plain = |c: char| !c.is_control() && !c.is_whitespace() && !":/?#".contains(c);
        if user.as_ref().is_some_and(|user| user.is_empty() || !user.chars().all(plain)) {
            return Err(NotAMailServer);
        }
        let place = place.strip_suffix('/').unwrap_or(place);
        let (host, port) = split_port(place)?;
        let local = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
        let (line, usual) = match (tls, local) {
            (true, _) => (Line::Tls, 465),
            (false, false) => (Line::StartTls, 587),
            (false, true) => (Line::Plain, 25),
        };
        Ok(Self { line, host, port: port.unwrap_or(usual), user })
    }
}

/// The host, without the brackets of an IPv6 address, and the port.
fn split_port(place: &str) -> Result<(String, Option<u16>), NotAMailServer> {
    let (host, port) = match place.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, "")) => (host, None),
        Some((host, rest)) => (host, Some(rest.strip_prefix(':').ok_or(NotAMailServer)?)),
        None => match place.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (place, None),
        },
    };
    let number = |port: &str| port.parse::<u16>().ok().filter(|port| *port > 0).ok_or(NotAMailServer);
    let bracketed = place.starts_with('[');
    let named = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c));
    let sound = if bracketed { host.parse::<std::net::Ipv6Addr>().is_ok() } else { named };
    if !sound {
        return Err(NotAMailServer);
    }
    Ok((host.to_ascii_lowercase(), port.map(number).transpose()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_read_as_administrators_write_it() {
        for (written, line, host, port, user) in [
            ("smtps://telar@smtp.example.org:465", Line::Tls, "smtp.example.org", 465, Some("telar")),
            ("smtps://smtp.example.org", Line::Tls, "smtp.example.org", 465, None),
            ("smtps://a@b.org@smtp.Example.org/", Line::Tls, "smtp.example.org", 465, Some("a@b.org")),
            ("smtp://a%40b.org@smtp.example.org", Line::StartTls, "smtp.example.org", 587, Some("a@b.org")),
            ("smtp://10.0.0.4:2525", Line::StartTls, "10.0.0.4", 2525, None),
            ("smtp://[2001:db8::1]:25", Line::StartTls, "2001:db8::1", 25, None),
            ("smtp://127.0.0.1", Line::Plain, "127.0.0.1", 25, None),
            ("smtp://telar@localhost:1025", Line::Plain, "localhost", 1025, Some("telar")),
            ("smtp://[::1]", Line::Plain, "::1", 25, None),
            ("smtps://127.0.0.1", Line::Tls, "127.0.0.1", 465, None),
        ] {
            let server: MailServer = written.parse().unwrap_or_else(|_| panic!("{written}"));
            assert_eq!(
                (server.line, server.host(), server.port(), server.user()),
                (line, host, port, user),
                "{written}"
            );
        }
    }

    #[test]
    fn what_is_no_server_or_carries_a_password_is_refused() {
        for written in [
            "",
            "smtp.example.org",
            "http://smtp.example.org",
            "smtps://",
            "smtps://@smtp.example.org",
            "smtps://telar:secret@smtp.example.org",
            "smtps://smtp.example.org:0",
            "smtps://smtp.example.org:70000",
            "smtps://smtp.example.org:465/path",
            "smtps://smtp.example.org?tls=off",
            "smtps://smtp example.org",
            "smtps://2001:db8::1",
            "smtp://localhost.evil.example:x",
        ] {
            assert_eq!(written.parse::<MailServer>(), Err(NotAMailServer), "{written}");
        }
        let elsewhere: MailServer = "smtp://localhost.example.org".parse().unwrap();
        assert_eq!(elsewhere.line, Line::StartTls, "a name that begins like this machine's is another machine");
    }
}
