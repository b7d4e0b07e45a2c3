//! `telar certificates issue`: the certificate of everybody in a cohort who completed the programme and has none; it writes, so it
//! has the store for itself. `telar certificates print`: every certificate of a cohort that holds, a PDF each, in a folder. It may
//! run beside a site that serves. It must not overwrite anything: a file that is there already is compared, and another content
//! is refused.

use crate::outcome::{Exit, Problem};
use crate::serve::{self, endorsement};
use crate::{Context, problems};
use app::certificates::{CertificateDocument, IssueAllRefused, paper_name};
use app::{Options, PageRefused, Telar, Wall};
use clap::ArgMatches;
use serde_json::json;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// What came of one paper.
enum Kept {
    Written,
    /// It was there, equal to the byte.
    Same,
}

enum Stopped {
    /// Another file of that name is there.
    Other(String),
    File(std::io::Error),
}

pub fn issue(context: &Context, given: &ArgMatches) -> Result<Exit, Problem> {
    let Context { w, out, settings } = context;
    let cohort = given.get_one::<String>("cohort").expect("clap requires it").as_str();
    // Whoever mistyped the folder is not given a new, empty site.
    drop(open(context)?);
    let runtime = serve::runtime(w)?;
    let telar = serve::open(context, settings.public_url(settings.listen), serve::Kind::Site)?;
    let mut progress = out.progress(w.cli_certificates_progress());
    let went = |done: usize, all: usize| progress.at(done as u64, all as u64);
    let issued = runtime.block_on(telar.issue_certificates_by_code(cohort, went));
    drop(progress);
    serve::close(runtime, telar);
    let issued = issued.map_err(|why| match why {
        IssueAllRefused::NotFound => no_cohort(context, cohort),
        IssueAllRefused::NotAuthority => Problem::refused(
            "not_authority",
            w.cli_certificates_not_authority(cohort),
            w.cli_certificates_not_authority_do(),
        ),
        IssueAllRefused::Unavailable(why) => problems::unavailable(context, &why),
    })?;
    out.json(&json!({ "cohort": cohort, "issued": issued }));
    out.say(&w.cli_certificates_issued(issued));
    Ok(Exit::Done)
}

fn no_cohort(context: &Context, cohort: &str) -> Problem {
    let w = context.w;
    Problem::refused("no_such_cohort", w.cli_certificates_no_cohort(cohort), w.cli_certificates_no_cohort_do())
}

pub fn print(context: &Context, given: &ArgMatches) -> Result<Exit, Problem> {
    let Context { w, out, settings } = context;
    let text = |name: &str| given.get_one::<String>(name).expect("clap requires it").as_str();
    let (cohort, folder) = (text("cohort"), text("to"));
    let telar = open(context)?;
    let runtime = serve::runtime(w)?;
    let papers = runtime.block_on(telar.certificates_that_hold(cohort)).map_err(|why| match why {
        PageRefused::NotFound => no_cohort(context, cohort),
        PageRefused::Unavailable(why) => problems::unavailable(context, &why),
    })?;
    let failed =
        |why: std::io::Error| Problem::failed("folder", w.cli_folder_failed(why.to_string(), folder), String::new());
    fs::create_dir_all(folder).map_err(failed)?;
    let site = web::Settings { public_url: settings.public_url(settings.listen), demo: false, worker: settings.worker };
    if settings.public_url.is_none() && !site.public_url.starts_with("https://") {
        out.note(&w.cli_certificates_address(site.public_url.as_str()));
    }
    let mut progress = out.progress(w.cli_certificates_progress());
    let (mut written, mut same, mut bytes) = (0_u64, 0_u64, 0_u64);
    let all = papers.len() as u64;
    let set = |number: usize| web::constancia(&papers[number], &site);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let done = paper::certificates(papers.len(), threads, set, |number, pdf| {
        match keep(Path::new(folder), &papers[number], &pdf)? {
            Kept::Written => written += 1,
            Kept::Same => same += 1,
        }
        bytes += pdf.len() as u64;
        progress.at(number as u64 + 1, all);
        Ok(())
    });
    drop(progress);
    done.map_err(|why| match why {
        paper::BatchError::Taken(Stopped::Other(name)) => Problem::refused(
            "file_exists",
            w.cli_certificates_exists(folder, name.as_str()),
            w.cli_certificates_exists_do(),
        ),
        paper::BatchError::Taken(Stopped::File(why)) => failed(why),
        paper::BatchError::Paper(number, why) => Problem::failed(
            "paper",
            w.cli_certificates_paper(why.to_string(), domain::certificates::grouped(&papers[number].number)),
            String::new(),
        ),
        paper::BatchError::Thread(why) => {
            Problem::failed("threads", w.cli_threads_failed(why.to_string()), String::new())
        }
    })?;
    out.json(&json!({ "folder": folder, "certificates": all, "written": written, "same": same, "bytes": bytes }));
    out.say(&w.cli_certificates_done(all, folder, same));
    Ok(Exit::Done)
}

/// Opens the store to read it, beside a server that may be at work.
pub fn open(context: &Context) -> Result<Telar, Problem> {
    let options = Options {
        location: context.settings.location(),
        public_url: String::new(),
        wall: Wall::system(),
        demo: false,
        endorsement: endorsement(&context.settings),
        identity_key: None,
        mail: None,
    };
    Telar::open_reading(options).map_err(|error| problems::open(context, &error))
}

/// The name appears only when the whole paper is in it.
fn keep(folder: &Path, paper: &CertificateDocument, pdf: &[u8]) -> Result<Kept, Stopped> {
    let name = paper_name(&paper.number);
    let path = folder.join(&name);
    match fs::read(&path) {
        Ok(there) if there == pdf => return Ok(Kept::Same),
        Ok(_) => return Err(Stopped::Other(name)),
        Err(why) if why.kind() == ErrorKind::NotFound => {}
        Err(why) => return Err(Stopped::File(why)),
    }
    let partial = folder.join(format!("{name}.partial"));
    let wrote = File::create(&partial).and_then(|mut file| file.write_all(pdf));
    wrote.and_then(|()| fs::rename(&partial, &path)).map_err(|why| {
        let _ = fs::remove_file(&partial);
        Stopped::File(why)
    })?;
    Ok(Kept::Written)
}
