//! A private PostgreSQL for the tests: made new in a temporary folder, on a loopback port of its own, with fsync as it comes
//! (the tests ask whether what is acknowledged is durable), ended and removed with the value. Must not know the tests.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

pub struct Postgres {
    child: Child,
    pub url: String,
    folder: tempfile::TempDir,
}

/// PostgreSQL refuses to run as root; Debian's package brings a user for it.
struct User {
    uid: u32,
    gid: u32,
}

impl Postgres {
    pub fn start() -> Result<Postgres, String> {
        let programs = programs().ok_or("no PostgreSQL server found: cargo xtask setup installs it")?;
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let user = if running_as_root()? { Some(user("postgres")?) } else { None };
        if let Some(user) = &user {
            chown(folder.path(), Some(user.uid), Some(user.gid)).map_err(|error| error.to_string())?;
        }
        let data = folder.path().join("data");
        let mut initdb = as_user(&programs.join("initdb"), user.as_ref(), folder.path());
        initdb
            .args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--pgdata"])
            .arg(&data);
        crate::workspace::output(&mut initdb)?;

        let port = free_port()?;
        let log = fs::File::create(folder.path().join("log")).map_err(|error| error.to_string())?;
        let mut server = as_user(&programs.join("postgres"), user.as_ref(), folder.path());
        server.arg("-D").arg(&data).arg("-k").arg(folder.path()).args(["-h", "127.0.0.1", "-p", &port.to_string()]);
        server.args(["-c", "max_connections=200", "-c", "fsync=on", "-c", "synchronous_commit=on"]);
        let errors = log.try_clone().map_err(|error| error.to_string())?;
        let child = server.stdout(log).stderr(errors).spawn().map_err(|error| format!("postgres: {error}"))?;
        let url = format!("postgres://postgres@127.0.0.1:{port}/postgres");
        let mut postgres = Postgres { child, url, folder };
        postgres.wait_until_ready(port)?;
        Ok(postgres)
    }

    fn wait_until_ready(&mut self, port: u16) -> Result<(), String> {
        let deadline = Instant::now() + Duration::from_secs(30);
        while Instant::now() < deadline {
            if let Ok(Some(status)) = self.child.try_wait() {
                let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
                return Err(format!("postgres ended with {status}: {log}"));
            }
            // The socket file appears when it listens; whoever connects a moment too early is told to come again.
            let socket = self.folder.path().join(format!(".s.PGSQL.{port}"));
            if socket.exists() && TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(());
            }
            sleep(Duration::from_millis(50));
        }
        Err("postgres did not listen within 30 seconds".into())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // SIGINT is its fast shutdown: open sessions are ended, the folder is left clean for its removal.
        let pid = self.child.id().to_string();
        if Command::new("kill").args(["-INT", &pid]).status().is_ok_and(|status| status.success()) {
            drop(self.child.wait());
        } else {
            drop(self.child.kill());
        }
    }
}

/// The folder with `initdb` and `postgres`: Debian keeps them by version, away from the path.
pub fn programs() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, folder)| folder.join("postgres").exists() && folder.join("initdb").exists())
        .collect();
    versions.sort();
    if let Some((_, folder)) = versions.pop() {
        return Some(folder);
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
}

pub fn running_as_root() -> Result<bool, String> {
    Ok(crate::workspace::output(&mut crate::workspace::command("id", &["-u"]))?.trim() == "0")
}

fn user(name: &str) -> Result<User, String> {
    let file = fs::read_to_string("/etc/passwd").map_err(|error| format!("/etc/passwd: {error}"))?;
    find_user(&file, name)
        .ok_or_else(|| format!("no user {name} on this machine: cargo xtask setup installs PostgreSQL"))
}

fn find_user(passwd: &str, name: &str) -> Option<User> {
    let line = passwd.lines().find(|line| line.split(':').next() == Some(name))?;
    let mut fields = line.split(':').skip(2);
    Some(User { uid: fields.next()?.parse().ok()?, gid: fields.next()?.parse().ok()? })
}

fn as_user(program: &Path, user: Option<&User>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null()).env("LC_ALL", "C.UTF-8");
    if let Some(user) = user {
        command.uid(user.uid).gid(user.gid);
    }
    command
}

/// A port that was free a moment ago.
fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|error| error.to_string())?;
    Ok(listener.local_addr().map_err(|error| error.to_string())?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_found_by_name() {
        let passwd = "root:x:0:0:root:/root:/bin/sh\npostgres:x:101:104:PostgreSQL:/var/lib/postgresql:/bin/bash\n";
        let user = find_user(passwd, "postgres").unwrap();
        assert_eq!((user.uid, user.gid), (101, 104));
        assert!(find_user(passwd, "post").is_none());
    }

    #[test]
    fn it_starts_on_its_own_port_and_leaves_nothing_behind() {
        let postgres = Postgres::start().expect("cargo xtask setup installs what is missing");
        let folder = postgres.folder.path().to_path_buf();
        assert!(postgres.url.starts_with("postgres://postgres@127.0.0.1:"));
        assert!(folder.join("data/PG_VERSION").exists());
        drop(postgres);
        assert!(!folder.exists());
    }
}
