//! How to reach somebody: a phone, an e-mail address. Either may be missing.

use serde::{Deserialize, Serialize};

/// A telephone number with its country: `+50255512345`. 8 to 15 digits, as ITU-T E.164 has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a telephone number: 8 digits, or + and the country's code")]
pub struct NotAPhone;

impl Phone {
    /// Reads a number as people write it, with spaces, hyphens and brackets. Eight digits without a country are Guatemala's, +502.
    pub fn parse(written: &str) -> Result<Self, NotAPhone> {
        let bare: String = written.chars().filter(|c| !c.is_whitespace() && !"-.()/".contains(*c)).collect();
        let (abroad, digits) = match bare.strip_prefix('+').or_else(|| bare.strip_prefix("00")) {
            Some(digits) => (true, digits),
            None => (false, bare.as_str()),
        };
        if !digits.bytes().all(|c| c.is_ascii_digit()) {
            return Err(NotAPhone);
        }
        match (abroad, digits.len()) {
            (false, 8) => Ok(Self(format!("+502{digits}"))),
            (false, 11) if digits.starts_with("502") => Ok(Self(format!("+{digits}"))),
            (true, 11) if digits.starts_with("502") => Ok(Self(format!("+{digits}"))),
            (true, 8..=15) if !digits.starts_with("502") && !digits.starts_with('0') => Ok(Self(format!("+{digits}"))),
            _ => Err(NotAPhone),
        }
    }

    /// `+50255512345`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is read aloud: `5551 2345` at home, with its country from abroad.
    pub fn spoken(&self) -> String {
        match self.0.strip_prefix("+502") {
            Some(home) if home.len() == 8 => format!("{} {}", &home[..4], &home[4..]),
            _ => self.0.clone(),
        }
    }
}

/// An e-mail address, at most 254 characters. Its domain is in small letters; what stands before the @ stays as it was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Email(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address")]
pub struct NotAnEmail;

impl Email {
    /// Tells a slip of the pen, and no more: whether an address exists is known only when a letter to it was answered.
    pub fn parse(written: &str) -> Result<Self, NotAnEmail> {
        let written = written.trim();
        let (name, host) = written.rsplit_once('@').ok_or(NotAnEmail)?;
        let fits = written.len() <= 254 && (1..=64).contains(&name.len());
        let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\"\\@".contains(c);
        let label = |label: &str| {
            !label.is_empty()
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        let sound = fits
            && name.chars().all(plain)
            && !name.starts_with('.')
            && !name.ends_with('.')
            && !name.contains("..")
            && host.contains('.')
            && host.split('.').all(label);
        if sound { Ok(Self(format!("{name}@{}", host.to_lowercase()))) } else { Err(NotAnEmail) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_read_as_people_write_them() {
        for written in ["5551 2345", "5551-2345", "+502 5551 2345", "00502-55512345", "(502) 5551.2345"] {
            assert_eq!(Phone::parse(written).unwrap().as_str(), "+50255512345", "{written}");
        }
        assert_eq!(Phone::parse("+52 55 1234 5678").unwrap().as_str(), "+525512345678");
        assert_eq!(Phone::parse("55512345").unwrap().spoken(), "5551 2345");
        for wrong in ["", "555 1234", "+502 555 1234", "no tengo", "5551234a", "+012345678", "1234567890123456"] {
            assert_eq!(Phone::parse(wrong), Err(NotAPhone), "{wrong}");
        }
    }

    #[test]
    fn addresses_keep_their_name_and_lower_their_host() {
        assert_eq!(Email::parse(" Marta.Xol@Example.ORG ").unwrap().as_str(), "Marta.Xol@example.org");
        for wrong in [
            "",
            "marta",
            "marta@",
            "@example.org",
            "marta@example",
            "ma rta@example.org",
            "a@b..org",
            "a..b@c.org",
            "a@-b.org",
            "<a@b.org>",
        ] {
            assert_eq!(Email::parse(wrong), Err(NotAnEmail), "{wrong}");
        }
    }
}
