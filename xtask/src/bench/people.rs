//! `bench people`: a list of 5,000 people from the file to the last one named, and what pages cost beside 100,000 people, 500 cohorts
//! and 5 million facts against what they cost beside 1,000 people.

use crate::http::{Client, Wanted};
use crate::learner::expect;
use crate::load::{page, run};
use crate::server::Server;
use crate::statistics::Check;
use crate::workspace::{Profile, command, output, telar};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

const ROWS: usize = 5_000;
/// People, cohorts and facts of the small store and of the large one.
const SMALL: [&str; 3] = ["1000", "5", "50000"];
const LARGE: [&str; 3] = ["100000", "500", "5000000"];
/// Of each page, in each of the two stores.
const REQUESTS: usize = 100;
/// In milliseconds.
const SECOND: f64 = 1_000.0;

pub fn measure() -> Result<Vec<Check>, String> {
    let binary = telar(Profile::Release)?;
    let mut checks = list(&binary)?;
    let small = pages(&binary, SMALL)?;
    let large = pages(&binary, LARGE)?;
    for ((what, few), (_, many)) in small.iter().zip(&large) {
        checks.push(Check::told(format!("cpu ms, {what}, 1,000 people"), *few, "ms"));
        checks.push(Check::told(format!("cpu ms, {what}, 100,000 people"), *many, "ms"));
        checks.push(Check::at_most(format!("times as much, {what}"), many / few, "", 2.0));
    }
    Ok(checks)
}

/// 5,000 rows with accents, capitals, misspelt places and numbers of documents.
fn rows() -> String {
    let mut csv = String::from(
        "Nombre completo;Sexo;Pueblo;Sector;Institución;Municipio;Departamento;Teléfono;Correo;Puesto\r\n",
    );
    for n in 0..ROWS {
        let place = ["Cobán;Alta Verapaz", "Coban;ALTA VERAPAZ", "Cobam;Alta Verapaz", "1601;"][n % 4];
        let name = format!("Persona {} Ejemplo {}", in_letters(n / 26), in_letters(n));
        let name = if n % 10 == 0 { name.to_uppercase() } else { name };
        let phone = 40_000_000 + n;
        csv.push_str(&format!(
            "{name};F;Maya;Salud;Puesto de Salud {};{place};{phone};persona{n}@example.org;Enfermera auxiliar\r\n",
            n % 50
        ));
    }
    csv
}

fn in_letters(number: usize) -> String {
    let letter = |number: usize| char::from(b'a' + (number % 26) as u8);
    let letters: String = [number / 676, number / 26, number].map(letter).iter().collect();
    format!("{}{}", letters[..1].to_uppercase(), &letters[1..])
}

fn list(binary: &Path) -> Result<Vec<Check>, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let server = Server::demo(binary, folder.path())?;
    let mut client = Client::new(&server.url);
    expect(client.get(&server.sign_in("coordinator")?), &[200, 303], "the coordinator's sign-in")?;
    let desk = expect(client.get("/desk"), &[303], "the coordinator's desk")?;
    let cohort = desk.header("location").ok_or("the desk leads to no cohort")?.to_owned();
    let before = server.cpu()?;
    let started = Instant::now();
    let sent = client.upload(&format!("{cohort}/lists"), ("lista.csv", rows().as_bytes()));
    let sent = expect(sent, &[303], "sending a list")?;
    let list = sent.header("location").ok_or("the list is nowhere")?.to_owned();
    expect(client.get(&list), &[200], "looking the list through")?;
    let preview = started.elapsed().as_secs_f64();
    expect(client.post(&format!("{list}/taking"), Wanted::Page, &[]), &[303], "taking the list")?;
    let mut slowest = Duration::ZERO;
    loop {
        let asked = Instant::now();
        let page = expect(client.get(&list), &[200], "the list")?.text();
        slowest = slowest.max(asked.elapsed());
        if !page.contains("<progress") {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    let whole = started.elapsed().as_secs_f64();
    let cpu = (server.cpu()? - before).as_secs_f64();
    let named = expect(client.get(&format!("{cohort}/people.csv")), &[200], "the people")?
        .text()
        .matches("example.org")
        .count();
    // The same file again.
    let again = Instant::now();
    let sent = expect(
        client.upload(&format!("{cohort}/lists"), ("lista.csv", rows().as_bytes())),
        &[303],
        "sending it again",
    )?;
    let second = sent.header("location").ok_or("the list is nowhere")?.to_owned();
    let page = expect(client.get(&second), &[200], "looking it through again")?.text();
    let unchanged = page.contains("no trae a nadie nuevo");
    let again = again.elapsed().as_secs_f64();
    let undo = Instant::now();
    expect(client.post(&format!("{list}/undo"), Wanted::Page, &[]), &[303], "taking it back")?;
    while expect(client.get(&list), &[200], "the list")?.text().contains("<progress") {
        thread::sleep(Duration::from_millis(100));
    }
    let undo = undo.elapsed().as_secs_f64();
    server.stop()?;
    Ok(vec![
        Check::at_least("people named by the list", named as f64, "", ROWS as f64),
        Check::told("5,000 rows, read and looked through", preview, "s"),
        Check::at_most("5,000 rows, from the file to the last one named", whole, "s", 20.0),
        Check::told("processor time of it", cpu, "s"),
        Check::at_most("the longest answer meanwhile", slowest.as_secs_f64(), "s", 1.0),
        Check::at_least("the same file brings nobody new (1 is yes)", f64::from(u8::from(unchanged)), "", 1.0),
        Check::told("the same file again", again, "s"),
        Check::told("taken back", undo, "s"),
    ])
}

/// What each page costs, in milliseconds of the server's processor time.
fn pages(binary: &Path, size: [&str; 3]) -> Result<Vec<(String, f64)>, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    Server::demo(binary, folder.path())?.stop()?;
    let data = folder.path().to_str().ok_or("the temporary folder's path is not text")?;
    let mut making = vec!["run", "--quiet", "--release", "--package", "store", "--example", "many_people", "--", data];
    making.extend(size);
    eprintln!("making a store of {} people, {} cohorts, {} facts", size[0], size[1], size[2]);
    let large = output(&mut command("cargo", &making))?.trim().to_owned();
    let server = Server::demo(binary, folder.path())?;
    let mut costs = Vec::new();
    let generated = format!("/cohorts/{large}");
    let of = |role: &str| -> Result<Vec<String>, String> {
        let mut client = Client::new(&server.url);
        expect(client.get(&server.sign_in(role)?), &[200, 303], "a sign-in")?;
        let desk = expect(client.get("/desk"), &[200, 303, 404], "the desk")?;
        let cohort = desk.header("location").unwrap_or_default().to_owned();
        Ok(match role {
            "learner" => vec!["/today".into(), "/programme".into()],
            "coordinator" => vec![cohort.clone(), format!("{cohort}/admission"), format!("{cohort}/quizzes")],
            "administrator" => vec![
                "/site".into(),
                "/desk".into(),
                "/site/people?name=herlinda".into(),
                "/site/people?name=mar%C3%ADa+jos%C3%A9".into(),
                generated.clone(),
            ],
            _ => vec!["/numbers".into()],
        })
    };
    for role in ["learner", "coordinator", "administrator", "analyst"] {
        for path in of(role)? {
            let sign_in = server.sign_in(role)?;
            let mut workers: Vec<Client> = (0..2).map(|_| Client::new(&server.url)).collect();
            for client in &mut workers {
                expect(client.get(&sign_in), &[200, 303], "a sign-in")?;
            }
            let asked = path.clone();
            // Processor time is told in steps of 10 ms: enough requests for a hundred of them.
            let few = run(&server, &mut workers, REQUESTS / 2, |client| page(client, &asked))?;
            let enough = (SECOND / few.cpu_ms.max(0.1)).clamp(REQUESTS as f64, 8_000.0) as usize;
            let measured = run(&server, &mut workers, enough / 2, |client| page(client, &asked))?;
            if measured.failures > 0 {
                return Err(format!("{path} failed {} times", measured.failures));
            }
            let what = if path == generated { "a cohort of 200".to_owned() } else { named(role, &path) };
            eprintln!("{what}: {:.3} ms CPU, p99 {:.1} ms", measured.cpu_ms, measured.p99);
            costs.push((what, measured.cpu_ms));
        }
    }
    server.stop()?;
    Ok(costs)
}

/// A path without ids, with whose page it is.
fn named(role: &str, path: &str) -> String {
    let parts = path.split('/').map(|part| if part.len() == 36 { "…" } else { part });
    format!("{role} {}", parts.collect::<Vec<_>>().join("/"))
}
