//! Papers of fictional people, shared by the tests within and without the crate.

use paper::{Certificate, Poster, Slip, Slips, Table, Tables};

pub const CREATED_MS: i64 = 1_801_440_000_000;

/// A cloth of five days with everything woven, drawn like the server's.
fn weave() -> String {
    const THREADS: [&str; 7] = ["#2b3a8c", "#6b3fa0", "#1f78ad", "#0f7a5a", "#b3243b", "#d08a12", "#a9542a"];
    const DIAMOND: [&str; 7] = ["...x...", "..xxx..", ".xx.xx.", "xx.x.xx", ".xx.xx.", "..xxx..", "...x..."];
    let mut cells = String::new();
    for day in 0..5 {
        for activity in 0..7 {
            let (x, y, thread) = (activity * 32, day * 32, THREADS[(activity + day * 3) % 7]);
            cells += &format!(
                "<path fill=\"{thread}\" opacity=\".14\" d=\"M{x} {y}h28v28h-28z\"/><path fill=\"{thread}\" d=\""
            );
            for (row, line) in DIAMOND.iter().enumerate() {
                for (column, _) in line.match_indices('x') {
                    cells += &format!("M{} {}h4v4h-4z", x + column * 4, y + row * 4);
                }
            }
            cells += "\"/>";
        }
    }
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 220 156\" role=\"img\">{cells}</svg>")
}

fn own(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn pair(first: &str, second: &str) -> (String, String) {
    (first.to_owned(), second.to_owned())
}

pub fn certificate() -> Certificate {
    Certificate {
        language: "es-GT".into(),
        title: "Constancia de participación".into(),
        lead: "se extiende a".into(),
        name: "Marta Xol Choc".into(),
        body: "por haber completado el programa «Atención a niñas, niños y adolescentes afectados por violencia \
               sexual», cohorte Cobán 2027-1, impartido del 11 de enero al 12 de febrero de 2027."
            .into(),
        hours: vec![pair("Horas en línea", "24"), pair("Horas presenciales", "40"), pair("Total", "64")],
        topics: own(&[
            "Comprender el maltrato",
            "Comprender la violencia sexual",
            "El contexto legal",
            "Consecuencias traumatogénicas",
            "Indicadores",
            "Terapia cognitivo-conductual para superar el trauma",
            "Recibir el testimonio de sobrevivientes",
            "Redacción de informes",
        ]),
        weave_svg: weave(),
        weave_alt: "Su tejido: cinco días completos, 35 de 35 actividades hechas".into(),
        number_label: "Constancia número".into(),
        number: "COB-2027-1-0017".into(),
        date: "12 de febrero de 2027".into(),
        place: "Cobán, Alta Verapaz".into(),
        endorsed_label: "Con el aval de".into(),
        endorsers: own(&[
            "Secretaría de Salud de Ejemplo",
            "Universidad de Ejemplo",
            "Colegio de Psicología de Ejemplo",
            "Instituto de Formación Judicial de Ejemplo",
        ]),
        signatures: vec![pair("Lucía Caal Ical", "Coordinadora del programa"), pair("Ernesto Paz Molina", "Director")],
        verify_label: "Compruebe esta constancia en".into(),
        verify_url: "https://telar.example/verify/7K2M-9QXD-4TPA".into(),
        chain_label: "Firma del registro:".into(),
        chain: "3f9ac1d07b52 · ed25519 9c41e7b0a2d85f63c1747a0e5d2b8891".into(),
        organisation: "Organización de demostración".into(),
        not_competence: "Este documento hace constar la participación; no acredita competencia.".into(),
        created_ms: CREATED_MS,
    }
}

/// 120 characters with what names hold here: accents, ñ, the glottal ʼ (U+02BC), and a run without a break.
pub fn long_name() -> String {
    let mut name =
        String::from("María Concepción de los Ángeles Xʼol Qʼeqchiʼ Tzʼunun Ajpopolʼaj Ñuflo y Muñoz-Güitz ");
    while name.chars().count() < 119 {
        name.push_str("Bʼalam ");
    }
    name.chars().take(119).chain(['ʼ']).collect()
}

pub fn slips(count: usize) -> Slips {
    let names = ["Marta Xol Choc", "Juan Tzʼib Coc", "Ana Lucía Morales Pérez", "Sebastián Ajpop Ñuflo"];
    let slip = |i: usize| Slip {
        name: if i == 5 { long_name() } else { names[i % names.len()].into() },
        cohort: "Cohorte Cobán 2027-1".into(),
        code_label: "Su código".into(),
        code: format!("COBAN-{:03}", i + 1),
        pin_label: "Su PIN".into(),
        pin: format!("{:03} {:03}", (i * 271 + 104) % 1000, (i * 577 + 390) % 1000),
        url: "https://telar.example/entrar".into(),
        steps: own(&[
            "Abra la dirección o apunte la cámara al cuadro.",
            "Escriba su código y su PIN.",
            "Siga donde se quedó: nada se ha perdido.",
        ]),
        keep: "Guarde este papel. Quien lo tenga puede entrar como usted.".into(),
    };
    Slips {
        language: "es".into(),
        title: "Papeles para entrar · Cohorte Cobán 2027-1".into(),
        slips: (0..count).map(slip).collect(),
        created_ms: CREATED_MS,
    }
}

pub fn poster() -> Poster {
    Poster {
        language: "es".into(),
        title: "Entre al programa desde su teléfono".into(),
        subtitle: "Cohorte Cobán 2027-1".into(),
        steps: own(&[
            "Apunte la cámara al cuadro o escriba la dirección.",
            "Escriba su nombre y su lugar de trabajo. Toma tres minutos.",
            "Empiece la primera lección. Puede seguir sin señal.",
        ]),
        url: "https://telar.example/c/coban-2027-1".into(),
        footer: "La entrada pesa 60 kB. No necesita correo electrónico.".into(),
        created_ms: CREATED_MS,
    }
}

pub fn tables() -> Tables {
    let row = |group: &str, of: [&str; 2]| vec![group.to_owned(), of[0].to_owned(), of[1].to_owned()];
    let table = |title: &str, rows: usize| Table {
        title: title.into(),
        note: "Cada persona cuenta una vez.".into(),
        heads: own(&["Grupo", "Inscritas", "Completaron"]),
        rows: (0..rows).map(|at| row(&format!("Departamento {at}"), ["48", "12 de 48"])).collect(),
    };
    Tables {
        language: "es-GT".into(),
        title: "Números del programa".into(),
        dated: "Publicado el 14 de enero de 2027".into(),
        before: own(&["Totales de todas las cohortes, sin ninguna persona."]),
        after: own(&["Un número cambia en pasos de cinco personas o más."]),
        tables: vec![table("Por sector", 5), table("Por departamento", 60)],
        created_ms: CREATED_MS,
    }
}
