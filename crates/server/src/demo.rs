//! `telar demo`: a site with a living cohort of fictional people, every role one link away. It must never open a folder
//! that holds a real site: its links let anyone in.

use crate::listen::Signals;
use crate::outcome::{Exit, Problem};
use crate::serve::{self, Bound, Kind};
use crate::settings::{Name, Source};
use crate::{Context, listen, logs, programmes};
use app::Telar;
use app::demonstration::{self, DemoRole};
use clap::ArgMatches;
use programme::Package;
use serde_json::{Map, Value, json};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

/// The file that says that a folder was made by the demonstration, and whether its cohort is whole.
const MARK: &str = "demonstration";
const UNFINISHED: &str = "unfinished\n";
const WHOLE: &str = "whole\n";

pub fn run(context: &Context, given: &ArgMatches) -> Result<Exit, Problem> {
    let package = match given.get_one::<String>("programme") {
        Some(folder) => match programmes::read_folder(context, Path::new(folder)) {
            Ok(package) => package,
            Err(exit) => return Ok(exit),
        },
        None => programmes::shipped().into_iter().next().expect("a programme ships"),
    };
    let folder = Folder::choose(context)?;
    let mut settings = context.settings.at(folder.path());
    if settings.value(Name::LogLevel).source == Source::Default {
        settings.log_level = "warn".to_owned();
    }
    let context = &Context { w: context.w, out: context.out, settings };
    let Context { w, out, settings } = context;
    logs::start(settings);
    listen::raise_open_files();
    let runtime = serve::runtime(w)?;
    let bound = bind(context)?;
    let made = folder.prepare(context)?;
    let telar = serve::open(context, bound.public_url.clone(), Kind::Demonstration)?;
    let served = runtime.block_on(async {
        let mut signals = Signals::catch(w)?.ending_with_the_terminal();
        if made == Made::Now {
            out.note(&w.cli_demo_making(settings.data.to_string_lossy()));
        }
        tokio::select! {
            populated = populate(context, &telar, &package) => populated?,
            () = signals.end() => return Ok(()),
        }
        if made == Made::Now {
            mark(context, WHOLE)?;
        }
        let _followers = telar.start_followers();
        say_ready(context, &bound.public_url, &folder);
        listen::serve(w, bound.open(&telar, Kind::Demonstration), signals).await
    });
    serve::close(runtime, telar);
    served.map(|()| Exit::Done)
}

/// The usual port when nobody asked for one; when that is taken, any free one.
fn bind(context: &Context) -> Result<Bound, Problem> {
    let asked = context.settings.listen;
    match Bound::new(context, asked) {
        Err(problem)
            if problem.name == "port_taken" && context.settings.value(Name::Listen).source == Source::Default =>
        {
            let bound = Bound::new(context, SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
            context.out.note(&context.w.cli_demo_other_port(bound.address.port(), asked.port()));
            Ok(bound)
        }
        other => other,
    }
}

/// Makes the cohort; where it was made before, finds it again.
async fn populate(context: &Context, telar: &Telar, package: &Package) -> Result<(), Problem> {
    let w = context.w;
    let mut progress = context.out.progress(w.cli_demo_progress());
    demonstration::populate(telar, package, |done, all| progress.at(done as u64, all as u64))
        .await
        .map_err(|error| Problem::failed("demonstration", w.cli_demo_failed(error.to_string()), String::new()))
}

fn say_ready(context: &Context, url: &str, folder: &Folder) {
    let Context { w, out, settings } = context;
    let link = |role: DemoRole| format!("{url}/demo/{}", role.as_str());
    let sign_in: Map<String, Value> =
        DemoRole::ALL.iter().map(|role| (role.as_str().to_owned(), link(*role).into())).collect();
    out.json(&json!({ "url": url, "sign_in": sign_in }));
    out.say(&w.cli_demo_ready(url));
    for role in DemoRole::ALL {
        out.say(&format!("  {:<14} {}", role_name(context, role), link(role)));
    }
    out.say("");
    out.say(&w.cli_demo_phone());
    out.qr(&link(DemoRole::Learner));
    out.say(&match folder {
        Folder::Ours(_) => w.cli_demo_folder_temporary(settings.data.to_string_lossy()),
        Folder::Theirs(_) => w.cli_demo_folder_kept(settings.data.to_string_lossy()),
    });
}

fn role_name(context: &Context, role: DemoRole) -> String {
    let w = context.w;
    match role {
        DemoRole::Learner => w.cli_demo_learner(),
        DemoRole::Facilitator => w.cli_demo_facilitator(),
        DemoRole::Assessor => w.cli_demo_assessor(),
        DemoRole::Coordinator => w.cli_demo_coordinator(),
        DemoRole::Analyst => w.cli_demo_analyst(),
        DemoRole::Administrator => w.cli_demo_administrator(),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Made {
    Now,
    Before,
}

/// Where the demonstration lives. Only a folder that it made for itself goes away when it ends.
enum Folder {
    Ours(tempfile::TempDir),
    Theirs(std::path::PathBuf),
}

impl Folder {
    fn choose(context: &Context) -> Result<Self, Problem> {
        if context.settings.value(Name::Data).source != Source::Default {
            return Ok(Self::Theirs(context.settings.data.clone()));
        }
        let made = tempfile::Builder::new().prefix("telar-demo-").tempdir();
        made.map(Self::Ours).map_err(|error| folder_failed(context, &std::env::temp_dir(), &error))
    }

    fn path(&self) -> &Path {
        match self {
            Self::Ours(folder) => folder.path(),
            Self::Theirs(folder) => folder,
        }
    }

    /// Marks an empty folder as the demonstration's; refuses one that holds anything else.
    fn prepare(&self, context: &Context) -> Result<Made, Problem> {
        let w = context.w;
        let folder = self.path();
        let shown = folder.to_string_lossy().into_owned();
        std::fs::create_dir_all(folder).map_err(|error| folder_failed(context, folder, &error))?;
        match std::fs::read_to_string(folder.join(MARK)).as_deref() {
            Ok(WHOLE) => return Ok(Made::Before),
            Ok(_) => {
                let remedy = w.cli_demo_unfinished_remedy(shown.as_str());
                return Err(Problem::refused("unfinished", w.cli_demo_unfinished(shown), remedy));
            }
            Err(_) => {}
        }
        let mut inside = std::fs::read_dir(folder).map_err(|error| folder_failed(context, folder, &error))?;
        if inside.next().is_some() {
            return Err(Problem::refused(
                "not_a_demonstration",
                w.cli_demo_not_ours(shown),
                w.cli_demo_not_ours_remedy(),
            ));
        }
        mark(context, UNFINISHED)?;
        Ok(Made::Now)
    }
}

fn mark(context: &Context, state: &str) -> Result<(), Problem> {
    let folder = &context.settings.data;
    std::fs::write(folder.join(MARK), state).map_err(|error| folder_failed(context, folder, &error))
}

fn folder_failed(context: &Context, folder: &Path, error: &std::io::Error) -> Problem {
    let w = context.w;
    let folder = folder.to_string_lossy().into_owned();
    Problem::failed("folder", w.cli_folder_failed(error.to_string(), folder), w.cli_see_doctor())
}
