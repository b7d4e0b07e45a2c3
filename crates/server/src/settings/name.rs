//! The settings by name. The flag, the variable and the file's key follow from the one name, so that they cannot drift.

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    Data,
    Settings,
    Language,
    Country,
    Database,
    Listen,
    PublicUrl,
    Tls,
    TlsCertificate,
    TlsKey,
    AcmeDomain,
    AcmeContact,
    AcmeCache,
    AcmeDirectory,
    Worker,
    IdentityKey,
    MailServer,
    MailPasswordFile,
    MailFrom,
    Metrics,
    LogFormat,
    LogLevel,
    Endorsers,
    Signatories,
}

impl Name {
    pub const ALL: [Name; 24] = [
        Self::Data,
        Self::Settings,
        Self::Language,
        Self::Country,
        Self::Database,
        Self::Listen,
        Self::PublicUrl,
        Self::Tls,
        Self::TlsCertificate,
        Self::TlsKey,
        Self::AcmeDomain,
        Self::AcmeContact,
        Self::AcmeCache,
        Self::AcmeDirectory,
        Self::Worker,
        Self::IdentityKey,
        Self::MailServer,
        Self::MailPasswordFile,
        Self::MailFrom,
        Self::Metrics,
        Self::LogFormat,
        Self::LogLevel,
        Self::Endorsers,
        Self::Signatories,
    ];

    /// The key in the settings file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Settings => "settings",
            Self::Language => "language",
            Self::Country => "country",
            Self::Database => "database",
            Self::Listen => "listen",
            Self::PublicUrl => "public_url",
            Self::Tls => "tls",
            Self::TlsCertificate => "tls_certificate",
            Self::TlsKey => "tls_key",
            Self::AcmeDomain => "acme_domain",
            Self::AcmeContact => "acme_contact",
            Self::AcmeCache => "acme_cache",
            Self::AcmeDirectory => "acme_directory",
            Self::Worker => "worker",
            Self::IdentityKey => "identity_key",
            Self::MailServer => "mail_server",
            Self::MailPasswordFile => "mail_password_file",
            Self::MailFrom => "mail_from",
            Self::Metrics => "metrics",
            Self::LogFormat => "log_format",
            Self::LogLevel => "log_level",
            Self::Endorsers => "endorsers",
            Self::Signatories => "signatories",
        }
    }

    /// The flag without its dashes.
    pub fn flag(self) -> String {
        self.key().replace('_', "-")
    }

    pub fn variable(self) -> String {
        format!("TELAR_{}", self.key().to_ascii_uppercase())
    }

    /// The value when nobody says anything; empty: none.
    pub fn default(self) -> &'static str {
        match self {
            Self::Data => "telar-data",
            Self::Listen => "127.0.0.1:8080",
            Self::Tls => "off",
            Self::Worker => "on",
            Self::Country => "gt",
            Self::LogFormat => "text",
            Self::LogLevel => "info",
            _ => "",
        }
    }

    /// A settings file cannot say where it lies itself.
    pub fn in_file(self) -> bool {
        self != Self::Settings
    }

    pub fn is_path(self) -> bool {
        matches!(
            self,
            Self::Data
                | Self::Settings
                | Self::TlsCertificate
                | Self::TlsKey
                | Self::AcmeCache
                | Self::IdentityKey
                | Self::MailPasswordFile
        )
    }
}
