//! Which column of a list holds what, by the words that people write above it. It must not know how a cell is read.

use domain::people::likened;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// A name, or a part of it that comes before the surnames.
    Given,
    Surname,
    Department,
    /// A field of the form about a person, by the form's name for it.
    Field(&'static str),
}

/// A column, as a template heads it in Spanish and English, and other heads that mean the same. All are compared without accents,
/// capitals and signs; a head may go on after the words: «Nombre completo del participante».
const HEADS: [(Column, &str, &str, &[&str]); 26] = [
    (
        Column::Given,
        "Nombre completo",
        "Full name",
        &["nombre y apellidos", "nombres y apellidos", "nombre", "participante", "name"],
    ),
    (
        Column::Given,
        "Nombres",
        "Given names",
        &[
            "primer nombre",
            "segundo nombre",
            "tercer nombre",
            "otros nombres",
            "first name",
            "middle name",
            "given name",
        ],
    ),
    (
        Column::Surname,
        "Apellidos",
        "Surnames",
        &["primer apellido", "segundo apellido", "apellido", "last name", "surname", "family name"],
    ),
    (Column::Field("called"), "Cómo le llaman", "Called", &["como prefiere que le llamen", "nombre de uso", "apodo"]),
    (Column::Field("sex"), "Sexo", "Sex", &["genero", "gender"]),
    (Column::Field("people"), "Pueblo", "People", &["etnia", "grupo etnico", "pueblo de pertenencia"]),
    (
        Column::Field("community"),
        "Comunidad lingüística",
        "Linguistic community",
        &["idioma materno", "idioma", "lengua", "language"],
    ),
    (Column::Field("sector"), "Sector", "Sector", &[]),
    (
        Column::Field("organisation"),
        "Institución",
        "Organisation",
        &["organizacion", "entidad", "lugar de trabajo", "organization", "institution"],
    ),
    (Column::Department, "Departamento", "Department", &[]),
    (Column::Field("municipality"), "Municipio", "Municipality", &["codigo de municipio"]),
    (Column::Field("post"), "Puesto", "Post", &["cargo", "position", "job title"]),
    (Column::Field("profession"), "Profesión", "Profession", &["profesional en"]),
    (
        Column::Field("licence"),
        "Colegiado",
        "Licence number",
        &["numero de colegiado", "no de colegiado", "no colegiado", "licence", "license"],
    ),
    (Column::Field("path"), "Vía", "Path", &["via de formacion", "ruta"]),
    (
        Column::Field("phone"),
        "Teléfono",
        "Phone",
        &["celular", "movil", "numero de telefono", "no de telefono", "whatsapp", "mobile", "cell"],
    ),
    (
        Column::Field("email"),
        "Correo electrónico",
        "E-mail",
        &["correo", "email", "direccion de correo", "direccion electronica"],
    ),
    (Column::Field("access"), "Accesibilidad", "Access needs", &["necesidades de acceso", "discapacidad"]),
    (Column::Field("diet"), "Alimentación", "Diet", &["dieta", "alergias"]),
    (Column::Field("childcare"), "Cuidado de niñas y niños", "Childcare", &["cuidado infantil"]),
    (Column::Field("interpreter"), "Intérprete", "Interpreter", &["interpretacion"]),
    (
        Column::Field("cui"),
        "CUI (DPI)",
        "CUI (identity number)",
        &["cui", "dpi", "numero de dpi", "no de dpi", "numero de cui", "no de cui", "documento de identificacion"],
    ),
    // Columns that a list often has and that say nothing of her: they are passed over without a word.
    (Column::Field(""), "No.", "No.", &["no", "numero", "correlativo", "n", "fila"]),
    (Column::Field(""), "Observaciones", "Remarks", &["revision", "review"]),
    (Column::Field(""), "Firma", "Signature", &[]),
    (Column::Field(""), "Fecha", "Date", &["date"]),
];

/// A head as it is compared.
fn key(head: &str) -> String {
    let plain: String = likened(head).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands under a head: of the words that it begins with, the longest that are known.
pub fn column(head: &str) -> Option<Column> {
    let written = key(head);
    let begins = |words: &str| {
        written.strip_prefix(words).filter(|rest| rest.is_empty() || rest.starts_with(' ')).map(|_| words.len())
    };
    let of = |(column, es, en, others): &(Column, &str, &str, &[&str])| {
        let words = [key(es), key(en)].into_iter().chain(others.iter().map(|words| (*words).to_owned()));
        words.filter_map(|words| begins(&words)).max().map(|length| (length, *column))
    };
    HEADS.iter().filter_map(of).max_by_key(|(length, _)| *length).map(|(_, column)| column)
}

/// The heads of a template, in the order of its columns, each with the field that stands under it.
pub fn template(language: &str) -> impl Iterator<Item = (Column, &'static str)> {
    let english = language == "en";
    let whole = |(at, (column, ..)): &(usize, &(Column, &str, &str, &[&str]))| match column {
        Column::Given => *at == 0,
        Column::Surname => false,
        Column::Department => true,
        Column::Field(name) => !name.is_empty(),
    };
    let heads = HEADS.iter().enumerate().filter(whole);
    heads.map(move |(_, (column, es, en, _))| (*column, if english { *en } else { *es }))
}

/// Where the columns of a list are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// How many rows above the first person.
    pub above: usize,
    pub columns: Vec<Option<Column>>,
    /// Heads that say nothing known, as written; what stands under them is not read.
    pub unused: Vec<String>,
}

/// How far down a list may begin: a title, a date and an empty line often stand above it.
const LOOK: usize = 10;

/// Finds the row of heads: of the first rows, the one that names most columns, a name among them.
pub fn find<'a>(rows: impl IntoIterator<Item = &'a [String]>) -> Option<Heads> {
    let mut best: Option<(usize, Heads)> = None;
    for (at, cells) in rows.into_iter().take(LOOK).enumerate() {
        let mut columns: Vec<Option<Column>> = cells.iter().map(|cell| column(cell)).collect();
        // The same field under two heads: the first holds.
        for at in 1..columns.len() {
            let twice = matches!(columns[at], Some(Column::Field(_) | Column::Department));
            if twice && columns[..at].contains(&columns[at]) {
                columns[at] = None;
            }
        }
        let known = columns.iter().flatten().filter(|it| **it != Column::Field("")).count();
        let named = columns.contains(&Some(Column::Given));
        if named && best.as_ref().is_none_or(|(most, _)| known > *most) {
            let unused = cells.iter().zip(&columns).filter(|(cell, column)| column.is_none() && !cell.is_empty());
            let unused = unused.map(|(cell, _)| cell.clone()).collect();
            best = Some((known, Heads { above: at + 1, columns, unused }));
        }
    }
    best.map(|(_, heads)| heads)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_known_as_people_write_them() {
        for (written, wanted) in [
            ("NOMBRE COMPLETO", Column::Given),
            ("Nombre completo del participante", Column::Given),
            ("Primer apellido", Column::Surname),
            ("Correo electrónico (institucional)", Column::Field("email")),
            ("E-mail", Column::Field("email")),
            ("No. de teléfono", Column::Field("phone")),
            ("No.", Column::Field("")),
            ("DPI*", Column::Field("cui")),
            ("Género", Column::Field("sex")),
            ("Pueblo", Column::Field("people")),
            ("Municipio de trabajo", Column::Field("municipality")),
        ] {
            assert_eq!(column(written), Some(wanted), "{written}");
        }
        assert_eq!(column("Nombramiento"), None, "words are compared whole");
        assert_eq!(column(""), None);
    }

    #[test]
    fn every_head_of_a_template_is_known() {
        for language in ["es", "en"] {
            let heads: Vec<(Column, &str)> = template(language).collect();
            assert_eq!(heads.len(), 20);
            assert!(heads.iter().all(|(wanted, head)| column(head) == Some(*wanted)), "{heads:?}");
        }
    }

    #[test]
    fn the_row_of_heads_is_found_below_a_title() {
        let rows: Vec<Vec<String>> = [
            vec!["Listado de participantes", ""],
            vec!["Nombre", "Teléfono", "Teléfono 2", "Zona"],
            vec!["María", "55512345"],
        ]
        .into_iter()
        .map(|row| row.into_iter().map(str::to_owned).collect())
        .collect();
        let heads = find(rows.iter().map(Vec::as_slice)).unwrap();
        assert_eq!(heads.above, 2);
        assert_eq!(heads.columns, [Some(Column::Given), Some(Column::Field("phone")), None, None]);
        assert_eq!(heads.unused, ["Teléfono 2", "Zona"]);
        let none = [vec!["Teléfono".to_owned()]];
        assert_eq!(find(none.iter().map(Vec::as_slice)), None);
    }
}
