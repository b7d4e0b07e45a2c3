//! Every setting Telar has, and which value is in force: the flag, else the environment, else the settings file, else
//! the default. It must not know what a setting is used for, and speaks no language: [`wording`] does.

mod file;
mod name;
pub mod show;
pub mod wording;

pub use name::Name;

use app::mail::MailServer;
use clap::ArgMatches;
use domain::certificates::{Endorsement, Signatory};
use domain::people::Email;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// The variables of the process that Telar may read, as an argument: a test needs no process to set them.
pub struct Environment(BTreeMap<String, String>);

impl Environment {
    pub fn of_this_process() -> Self {
        let ours = |name: &str| name.starts_with("TELAR_") || name.starts_with("LC_") || name == "LANG";
        let variables = std::env::vars_os()
            .map(|(name, value)| (name.to_string_lossy().into_owned(), value.to_string_lossy().into_owned()))
            .filter(|(name, _)| ours(name));
        Self(variables.collect())
    }

    /// An empty variable says nothing, as everywhere else in a shell.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    #[cfg(test)]
    pub fn of(variables: &[(&str, &str)]) -> Self {
        Self(variables.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect())
    }
}

/// Where the value in force came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Flag,
    Environment,
    File,
    Default,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    pub text: String,
    pub source: Source,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tls {
    Off,
    Files { certificate: PathBuf, key: PathBuf },
    Acme { domain: String, contact: String, cache: PathBuf, directory: Option<String> },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

/// How mail goes out.
#[derive(Clone, Debug)]
pub struct MailSettings {
    pub server: MailServer,
    /// The file with the password, where the server is told who hands in.
    pub password: Option<PathBuf>,
    pub from: Email,
}

#[derive(Clone, Debug)]
pub struct Settings {
    pub data: PathBuf,
    /// The settings file that was read, if there was one.
    pub file: Option<PathBuf>,
    pub database: Option<String>,
    pub listen: SocketAddr,
    pub public_url: Option<String>,
    pub tls: Tls,
    pub worker: web::Worker,
    /// What seals numbers of identity documents; they are not asked for without it.
    pub identity_key: Option<PathBuf>,
    /// Where mail is handed in; without it none is sent.
    pub mail: Option<MailSettings>,
    pub metrics: Option<SocketAddr>,
    pub log_format: LogFormat,
    pub log_level: String,
    pub language: Option<String>,
    /// A pack that ships, by its code, or the folder of another.
    pub country: String,
    /// Who endorses and who signs the certificates that are issued from now on.
    pub endorsers: Vec<String>,
    pub signatories: Vec<Signatory>,
    values: BTreeMap<Name, Value>,
}

#[derive(Debug, PartialEq, Eq)]
pub enum SettingRefused {
    /// The value is not one that this setting can have. Carries no value: it may be a secret.
    Value {
        name: Name,
        source: Source,
    },
    /// `tls = files` without the files, and the like.
    Missing {
        name: Name,
        because: Name,
    },
    /// The numbers of a site are for the machine itself.
    MetricsNotLoopback {
        source: Source,
    },
    FileUnreadable {
        file: PathBuf,
        cause: String,
    },
    FileSyntax {
        file: PathBuf,
        line: usize,
        cause: String,
    },
    UnknownKey {
        file: PathBuf,
        line: usize,
        key: String,
        nearest: Option<&'static str>,
    },
    /// A settings file inside the data folder cannot say where the data folder is.
    DataInsideData {
        file: PathBuf,
    },
}

impl Settings {
    pub fn resolve(flags: &ArgMatches, environment: &Environment) -> Result<Self, SettingRefused> {
        let outer = |name: Name| {
            let flag = flag(flags, name).map(|text| Value { text, source: Source::Flag });
            flag.or_else(|| {
                let text = environment.get(&name.variable())?.to_owned();
                Some(Value { text, source: Source::Environment })
            })
        };
        let data = outer(Name::Data).map_or_else(|| Name::Data.default().to_owned(), |value| value.text);
        let (file, mut values) = match outer(Name::Settings) {
            Some(value) => {
                let file = PathBuf::from(value.text);
                let values = file::read(&file)?;
                (Some(file), values)
            }
            None => {
                let file = Path::new(&data).join("telar.toml");
                match file.try_exists() {
                    Ok(true) => {
                        let values = file::read(&file)?;
                        if values.contains_key(&Name::Data) {
                            return Err(SettingRefused::DataInsideData { file });
                        }
                        (Some(file), values)
                    }
                    // What stands in the way of the folder itself is said by whoever opens it.
                    _ => (None, BTreeMap::new()),
                }
            }
        };
        values.extend(Name::ALL.into_iter().filter_map(|name| Some((name, outer(name)?))));
        Self::understand(file, values)
    }

    /// Flags and defaults alone.
    pub fn from_flags(flags: &ArgMatches) -> Result<Self, SettingRefused> {
        let value = |name| Some((name, Value { text: flag(flags, name)?, source: Source::Flag }));
        Self::understand(None, Name::ALL.into_iter().filter_map(value).collect())
    }

    /// The same settings for another data folder.
    pub fn at(&self, data: &Path) -> Self {
        Self { data: data.to_owned(), ..self.clone() }
    }

    /// The value in force, as it was written.
    pub fn value(&self, name: Name) -> Value {
        self.values
            .get(&name)
            .cloned()
            .unwrap_or_else(|| Value { text: name.default().to_owned(), source: Source::Default })
    }

    pub fn location(&self) -> store::Location {
        match &self.database {
            None => store::Location::Sqlite { folder: self.data.clone() },
            Some(url) => store::Location::Postgres { url: url.clone(), folder: self.data.clone() },
        }
    }

    /// Where people reach the site: as set, else as follows from the address it really listens on.
    pub fn public_url(&self, bound: SocketAddr) -> String {
        match (&self.public_url, &self.tls) {
            (Some(url), _) => url.clone(),
            (None, Tls::Acme { domain, .. }) => format!("https://{domain}"),
            (None, Tls::Files { .. }) => format!("https://{}", crate::listen::reachable(bound)),
            (None, Tls::Off) => format!("http://{}", crate::listen::reachable(bound)),
        }
    }

    fn understand(file: Option<PathBuf>, values: BTreeMap<Name, Value>) -> Result<Self, SettingRefused> {
        let text = |name: Name| values.get(&name).map_or(name.default(), |value| value.text.as_str());
        let optional = |name: Name| Some(text(name)).filter(|text| !text.is_empty());
        let refused = |name: Name| SettingRefused::Value {
            name,
            source: values.get(&name).map_or(Source::Default, |value| value.source),
        };
        let required = |name: Name, because: Name| {
            optional(name).map(str::to_owned).ok_or(SettingRefused::Missing { name, because })
        };
        let address = |name: Name| text(name).parse::<SocketAddr>().map_err(|_| refused(name));

        let data = PathBuf::from(text(Name::Data));
        let database = optional(Name::Database).map(str::to_owned);
        if database.as_ref().is_some_and(|url| !url.starts_with("postgres://") && !url.starts_with("postgresql://")) {
            return Err(refused(Name::Database));
        }
        let public_url = optional(Name::PublicUrl).map(|url| url.trim_end_matches('/').to_owned());
        if public_url.as_ref().is_some_and(|url| !is_site(url)) {
            return Err(refused(Name::PublicUrl));
        }
        let tls = match text(Name::Tls) {
            "off" => Tls::Off,
            "files" => Tls::Files {
                certificate: required(Name::TlsCertificate, Name::Tls)?.into(),
                key: required(Name::TlsKey, Name::Tls)?.into(),
            },
            "acme" => Tls::Acme {
                domain: required(Name::AcmeDomain, Name::Tls)?,
                contact: required(Name::AcmeContact, Name::Tls)?,
                cache: optional(Name::AcmeCache).map_or_else(|| data.join("acme"), PathBuf::from),
                directory: optional(Name::AcmeDirectory).map(str::to_owned),
            },
            _ => return Err(refused(Name::Tls)),
        };
        let worker = match text(Name::Worker) {
            "on" => web::Worker::On,
            "off" => web::Worker::Off,
            _ => return Err(refused(Name::Worker)),
        };
        let mail = match optional(Name::MailServer) {
            Some(server) => {
                let server: MailServer = server.parse().map_err(|_| refused(Name::MailServer))?;
                let password = match (server.user(), optional(Name::MailPasswordFile)) {
                    (Some(_), None) => {
                        return Err(SettingRefused::Missing {
                            name: Name::MailPasswordFile,
                            because: Name::MailServer,
                        });
                    }
                    // A password and nobody whose it is: the user was forgotten.
                    (None, Some(_)) => return Err(refused(Name::MailServer)),
                    (_, password) => password.map(PathBuf::from),
                };
                let from = required(Name::MailFrom, Name::MailServer)?;
                let from = Email::parse(&from).map_err(|_| refused(Name::MailFrom))?;
                Some(MailSettings { server, password, from })
            }
            None => {
                // A setting is never silently without effect.
                for name in [Name::MailPasswordFile, Name::MailFrom] {
                    if optional(name).is_some() {
                        return Err(SettingRefused::Missing { name: Name::MailServer, because: name });
                    }
                }
                None
            }
        };
        let metrics = optional(Name::Metrics).map(|_| address(Name::Metrics)).transpose()?;
        if metrics.is_some_and(|metrics| !metrics.ip().is_loopback()) {
            let SettingRefused::Value { source, .. } = refused(Name::Metrics) else { unreachable!() };
            return Err(SettingRefused::MetricsNotLoopback { source });
        }
        let log_format = match text(Name::LogFormat) {
            "text" => LogFormat::Text,
            "json" => LogFormat::Json,
            _ => return Err(refused(Name::LogFormat)),
        };
        let log_level = text(Name::LogLevel).to_owned();
        if !["error", "warn", "info", "debug", "trace"].contains(&log_level.as_str()) {
            return Err(refused(Name::LogLevel));
        }
        let language = match optional(Name::Language) {
            Some(language) => Some(crate::language::known(language).ok_or_else(|| refused(Name::Language))?.to_owned()),
            None => None,
        };
        let listen = address(Name::Listen)?;
        let endorsers = Endorsement::parse_endorsers(text(Name::Endorsers)).map_err(|_| refused(Name::Endorsers))?;
        let signatories =
            Endorsement::parse_signatories(text(Name::Signatories)).map_err(|_| refused(Name::Signatories))?;
        Ok(Self {
            data,
            file,
            database,
            listen,
            public_url,
            tls,
            worker,
            identity_key: optional(Name::IdentityKey).map(PathBuf::from),
            mail,
            metrics,
            log_format,
            log_level,
            language,
            country: text(Name::Country).to_owned(),
            endorsers,
            signatories,
            values,
        })
    }
}

/// A flag that this command does not have was not given.
fn flag(flags: &ArgMatches, name: Name) -> Option<String> {
    flags.try_get_one::<String>(name.key()).ok().flatten().cloned()
}

fn is_site(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '?', '#', ' ', '@']))
}

#[cfg(test)]
mod tests;
