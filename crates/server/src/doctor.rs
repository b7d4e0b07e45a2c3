//! `telar doctor`: what is missing or wrong around a site, and the line that mends it. It changes nothing.

use crate::outcome::{Exit, Problem};
use crate::serve::Kind;
use crate::settings::{Name, Settings, Source, Tls, show};
use crate::{Context, identity, listen, mail, now, packs, problems};
use serde_json::{Value, json};
use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use store::{Level, Sign};
use words::Words;

/// Below this the site goes on for weeks, but an update or a backup may not fit any more.
const LITTLE_SPACE: u64 = 1 << 30;
/// Below this the next busy day may be refused.
const NO_SPACE: u64 = 100 << 20;
/// Telar did not exist before: a clock that says so gives certificates a false date.
const EARLIEST: i64 = 1_767_225_600_000; // 2026-01-01T00:00:00Z

struct Found {
    level: Level,
    /// A name for scripts.
    check: &'static str,
    what: String,
    remedy: String,
}

fn good(check: &'static str, what: String) -> Found {
    Found { level: Level::Good, check, what, remedy: String::new() }
}
fn warning(check: &'static str, what: String, remedy: String) -> Found {
    Found { level: Level::Warning, check, what, remedy }
}
fn wrong(check: &'static str, what: String, remedy: String) -> Found {
    Found { level: Level::Wrong, check, what, remedy }
}

pub fn run(context: &Context) -> Result<Exit, Problem> {
    let Context { w, out, settings } = context;
    let seen = store::examine(&settings.location());
    let serving = seen.iter().any(|finding| matches!(finding.sign, Sign::InUse { .. }));
    let mut found: Vec<Found> =
        seen.into_iter().map(|finding| in_words(context, finding.level, finding.sign)).collect();
    found.extend(space(w, &settings.data));
    if found.iter().any(|one| one.check == "database" && one.level == Level::Good) {
        found.push(backups(w, settings));
    }
    found.push(clock(w));
    found.push(port(w, settings, serving));
    found.extend(address(w, settings));
    found.extend(tls(w, settings));
    found.extend(secrets(w, settings));
    found.push(match identity::key(context, Kind::Site) {
        Ok(Some(_)) => good("identity_key", w.cli_doctor_identity()),
        Ok(None) => good("identity_key", w.cli_doctor_identity_none()),
        Err(problem) => wrong("identity_key", problem.what, problem.remedy),
    });
    found.push(match mail::try_out(context) {
        Ok(Some(())) => good("mail", w.cli_doctor_mail()),
        Ok(None) => good("mail", w.cli_doctor_mail_none()),
        Err(problem) => wrong("mail", problem.what, problem.remedy),
    });
    found.push(match packs::chosen(context) {
        Ok(pack) => good("country", w.cli_doctor_country(settings.country.as_str(), pack.numbers.len())),
        Err(problem) => wrong("country", problem.what, problem.remedy),
    });
    found.push(match &settings.file {
        Some(file) => good("settings", w.cli_settings_from(file.to_string_lossy())),
        None => good("settings", w.cli_settings_no_file(settings.data.join("telar.toml").to_string_lossy())),
    });
    let count = |level| found.iter().filter(|one| one.level == level).count();
    let (wrong, warnings) = (count(Level::Wrong), count(Level::Warning));
    for one in &found {
        let mark = match one.level {
            Level::Good => w.cli_doctor_good(),
            Level::Warning => w.cli_doctor_warning(),
            Level::Wrong => w.cli_doctor_wrong(),
        };
        out.say(&format!("{mark:<8} {}", one.what));
        if !one.remedy.is_empty() {
            out.say(&format!("{:<8} {}", "", w.cli_doctor_mend(one.remedy.as_str())));
        }
    }
    out.say("");
    out.say(&w.cli_doctor_sum(warnings, wrong));
    let rows: Vec<Value> = found
        .iter()
        .map(|one| json!({ "level": one.level, "check": one.check, "message": one.what, "remedy": one.remedy }))
        .collect();
    out.json(&json!({ "ok": wrong == 0, "findings": rows }));
    Ok(if wrong == 0 { Exit::Done } else { Exit::CheckFailed })
}

fn in_words(context: &Context, level: Level, sign: Sign) -> Found {
    let Context { w, settings, .. } = context;
    let serve = || format!("telar serve {}", flags(settings));
    let (check, what, remedy) = match sign {
        Sign::FolderMissing { folder } => ("folder", w.cli_doctor_folder_missing(folder.to_string_lossy()), serve()),
        Sign::FolderWritable { folder } => {
            ("folder", w.cli_doctor_folder_writable(folder.to_string_lossy()), String::new())
        }
        Sign::FolderReadOnly { folder, why } => {
            let folder = folder.to_string_lossy();
            let remedy = problems::read_only_remedy(context, &folder, &why);
            ("folder", w.cli_open_read_only(problems::barrier(w, &why), folder), remedy)
        }
        Sign::InUse { folder } => ("lock", w.cli_doctor_in_use(folder.to_string_lossy()), String::new()),
        Sign::Free { folder } => ("lock", w.cli_doctor_free(folder.to_string_lossy()), String::new()),
        Sign::NoStoreYet { place } => {
            let what = match settings.database {
                Some(_) => w.cli_doctor_no_store_database(place),
                None => w.cli_doctor_no_store(place),
            };
            ("database", what, serve())
        }
        Sign::Unfinished { place } => ("database", w.cli_doctor_unfinished(place), serve()),
        Sign::Foreign { place } => ("database", problems::foreign(context, &place), problems::foreign_remedy(context)),
        Sign::Damaged { place, why } => {
            ("database", w.cli_open_corrupt(problems::damage(w, &why), place), problems::corrupt_remedy(context))
        }
        Sign::ReadOnly { place, why } => {
            let remedy = problems::read_only_remedy(context, &place, &why);
            ("writing", w.cli_open_read_only(problems::barrier(w, &why), place), remedy)
        }
        Sign::DiskFull { place } => ("database", w.cli_disk_full(place), w.cli_disk_full_remedy()),
        Sign::Failed { place, why } => ("database", w.cli_open_other(why, place), String::new()),
        Sign::Newer => ("database", w.cli_open_newer(problems::place(context)), w.cli_open_newer_remedy()),
        Sign::Intact { facts, epoch } => ("database", w.cli_doctor_intact(epoch, facts), String::new()),
        Sign::Durable => ("durability", w.cli_doctor_durable(), String::new()),
        Sign::NotDurable => ("durability", w.cli_open_not_durable(), w.cli_open_not_durable_remedy()),
        Sign::Unreachable { why } => ("database", w.cli_open_connection(why), w.cli_open_connection_remedy()),
    };
    Found { level, check, what, remedy }
}

/// What makes another command mean the same site. A password is masked, to be filled in; an address that stands in the
/// settings file is found there again.
fn flags(settings: &Settings) -> String {
    let mut flags = format!("--data {}", problems::quoted(&settings.data.to_string_lossy()));
    let given = |name| !matches!(settings.value(name).source, Source::File | Source::Default);
    let mut add = |name: Name, value: &str| flags.push_str(&format!(" --{} {}", name.flag(), problems::quoted(value)));
    if given(Name::Settings) {
        add(Name::Settings, &settings.value(Name::Settings).text);
    }
    if given(Name::Database) {
        add(Name::Database, &show::mask(&settings.value(Name::Database).text));
    }
    flags
}

fn space(w: &Words, folder: &Path) -> Option<Found> {
    // A folder that is not made yet will lie on the disk of the nearest one that is.
    let folder = std::path::absolute(folder).ok()?;
    let folder = folder.ancestors().find(|one| one.is_dir())?;
    let free = rustix::fs::statvfs(folder).map(|about| about.f_bavail.saturating_mul(about.f_frsize)).ok()?;
    let what = w.cli_doctor_space(folder.to_string_lossy(), free >> 20);
    Some(match free {
        ..NO_SPACE => wrong("space", what, w.cli_doctor_space_remedy()),
        NO_SPACE..LITTLE_SPACE => warning("space", what, w.cli_doctor_space_remedy()),
        LITTLE_SPACE.. => good("space", what),
    })
}

/// A day and a half: a daily backup that ran late is not yet a missing one.
const BACKUP_AGE: i64 = 36 * 3_600_000;

fn backups(w: &Words, settings: &Settings) -> Found {
    let remedy = || format!("telar backup telar-$(date +%F).backup {}", flags(settings));
    match crate::backup::last(&settings.data) {
        None => warning("backup", w.cli_doctor_no_backup(), remedy()),
        Some(at) if now().0 - at.0 > BACKUP_AGE => {
            warning("backup", w.cli_doctor_old_backup(crate::serve::when(at)), remedy())
        }
        Some(at) => good("backup", w.cli_doctor_backup(crate::serve::when(at))),
    }
}

fn clock(w: &Words) -> Found {
    let now = now();
    let shown = crate::serve::when(now);
    if now.0 < EARLIEST {
        return wrong("clock", w.cli_doctor_clock_wrong(shown), "timedatectl set-ntp true".to_owned());
    }
    good("clock", w.cli_doctor_clock(shown))
}

fn port(w: &Words, settings: &Settings, serving: bool) -> Found {
    let address = settings.listen.to_string();
    match listen::bind(w, settings.listen).map(|listener: TcpListener| drop(listener)) {
        Ok(()) => good("port", w.cli_doctor_port_free(address)),
        Err(problem) if problem.name == "port_taken" && serving => good("port", w.cli_doctor_port_served(address)),
        Err(problem) => wrong("port", problem.what, problem.remedy),
    }
}

/// The address that links carry must be one that works: a certificate without https in it, or the other way round.
fn address(w: &Words, settings: &Settings) -> Vec<Found> {
    let encrypted = settings.tls != Tls::Off;
    match settings.public_url.as_deref() {
        Some(url) if encrypted && url.starts_with("http://") => {
            vec![wrong(
                "public_url",
                w.cli_doctor_url_plain(url),
                format!("public_url = \"{}\"", url.replacen("http:", "https:", 1)),
            )]
        }
        Some(url) if !encrypted && url.starts_with("https://") && !settings.listen.ip().is_loopback() => {
            vec![warning("public_url", w.cli_doctor_url_no_tls(url), w.cli_doctor_url_no_tls_remedy())]
        }
        Some(url) => match &settings.tls {
            Tls::Acme { domain, .. }
                if url.strip_prefix("https://").map(|host| host.split(':').next()) != Some(Some(domain)) =>
            {
                vec![wrong(
                    "public_url",
                    w.cli_doctor_url_other_domain(domain.as_str(), url),
                    format!("public_url = \"https://{domain}\""),
                )]
            }
            _ => vec![good("public_url", w.cli_doctor_url(url))],
        },
        None if settings.listen.ip().is_loopback() || matches!(settings.tls, Tls::Acme { .. }) => {
            vec![good("public_url", w.cli_doctor_url(settings.public_url(settings.listen)))]
        }
        None => vec![warning(
            "public_url",
            w.cli_doctor_url_unset(settings.public_url(settings.listen)),
            w.cli_doctor_url_unset_remedy(),
        )],
    }
}

fn tls(w: &Words, settings: &Settings) -> Vec<Found> {
    match &settings.tls {
        Tls::Off => Vec::new(),
        Tls::Files { certificate, key } => vec![match listen::read_certificate(certificate, key) {
            Ok(()) => good("tls", w.cli_doctor_tls_files(certificate.to_string_lossy())),
            Err(why) => {
                let files = format!("{}, {}", certificate.display(), key.display());
                wrong("tls", w.cli_tls_files_bad(why, files), w.cli_tls_files_remedy())
            }
        }],
        Tls::Acme { domain, .. } if settings.listen.port() != 443 => {
            vec![warning(
                "tls",
                w.cli_doctor_acme_port(domain.as_str(), settings.listen.port()),
                w.cli_doctor_acme_port_remedy(),
            )]
        }
        Tls::Acme { domain, .. } => vec![good("tls", w.cli_doctor_acme(domain.as_str()))],
    }
}

/// A file that holds a secret and that everybody on the machine may read.
fn secrets(w: &Words, settings: &Settings) -> Vec<Found> {
    let in_file = settings.value(Name::Database).source == Source::File;
    let settings_file = settings.file.as_ref().filter(|_| in_file);
    let key = match &settings.tls {
        Tls::Files { key, .. } => Some(key),
        _ => None,
    };
    let folder = Some(&settings.data);
    let open =
        |path: &&std::path::PathBuf| fs::metadata(path).is_ok_and(|about| about.permissions().mode() & 0o007 != 0);
    let tell = |path: &std::path::PathBuf| {
        let path = path.to_string_lossy();
        warning("permissions", w.cli_doctor_readable(path.clone()), format!("chmod o= {path}"))
    };
    let password = settings.mail.as_ref().and_then(|mail| mail.password.as_ref());
    [settings_file, key, settings.identity_key.as_ref(), password, folder]
        .into_iter()
        .flatten()
        .filter(open)
        .map(tell)
        .collect()
}
