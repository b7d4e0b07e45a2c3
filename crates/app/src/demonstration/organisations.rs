//! The demonstration's institutions: kinds that exist, names of none. Some of what its people wrote is of none of them yet, and two may be
//! one, so that there is something to sort.

use super::populate::{DemonstrationFailed, command, refused};
use super::staff::signed_in;
use crate::Telar;
use crate::organisations::{KeepOrganisation, KeepOrganisations, LogoWish, OrganisationForm};
use domain::ids::PersonId;
use image::{ImageBuffer, ImageFormat, Rgb};
use std::io::Cursor;

/// Name, kind, sector, to which it belongs, where it is, other names.
const TREE: [(&str, &str, &str, &str, &str, &str); 13] = [
    ("Ministerio de Salud Pública", "ministry", "health", "", "1", "MSPAS\nMinisterio de Salud"),
    ("Área de Salud Alta Verapaz", "network", "health", "MSPAS", "16", "Área de Alta Verapaz"),
    ("Hospital Regional Norte", "hospital", "health", "Área de Salud Alta Verapaz", "1601", ""),
    ("Hospital del Norte", "hospital", "health", "", "1601", ""),
    ("Hospital Nacional de Sololá", "hospital", "health", "MSPAS", "701", ""),
    ("Centro de Salud Carchá", "health_centre", "health", "Área de Salud Alta Verapaz", "1609", "C/S Carchá"),
    ("Puesto de Salud Chamil", "health_post", "health", "Centro de Salud Carchá", "1609", ""),
    ("Puesto de Salud Panzós", "health_post", "health", "Área de Salud Alta Verapaz", "1607", ""),
    ("Ministerio Público", "prosecutor", "justice", "", "1", "MP"),
    ("Fiscalía Distrital Norte", "prosecutor", "justice", "MP", "1601", ""),
    ("Organismo Judicial", "court", "justice", "", "1", "OJ"),
    ("Juzgado de Niñez Cobán", "court", "justice", "OJ", "1601", ""),
    ("Red de Apoyo Las Verapaces", "ngo", "psychosocial", "", "1601", ""),
];

fn forms() -> Vec<OrganisationForm> {
    let form = |(name, kind, sector, parent, seat, others): (&str, &str, &str, &str, &str, &str)| OrganisationForm {
        name: name.into(),
        other_names: others.into(),
        sector: sector.into(),
        kind: kind.into(),
        parent: parent.into(),
        seat: seat.into(),
    };
    TREE.map(form).into()
}

/// A stepped diamond, as a backstrap loom weaves it: 96 pixels, steps of 8.
fn diamond() -> Result<Vec<u8>, DemonstrationFailed> {
    let steps = |pixel: u32| (i64::from(pixel / 8) * 2 - 11).abs();
    let image = ImageBuffer::from_fn(96, 96, |x, y| match steps(x) + steps(y) {
        0..=4 => Rgb([0xc8_u8, 0x7a, 0x1e]),
        5..=8 => Rgb([0xfb, 0xf7, 0xf0]),
        9..=12 => Rgb([0x2f, 0x3c, 0x7e]),
        _ => Rgb([0xfb, 0xf7, 0xf0]),
    });
    let mut bytes = Vec::new();
    image.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).map_err(refused)?;
    Ok(bytes)
}

pub(super) async fn make(telar: &Telar, administrator: PersonId) -> Result<(), DemonstrationFailed> {
    let visitor = signed_in(telar, administrator).await?;
    let all = KeepOrganisations { command: command(telar.now())?, forms: forms() };
    let made = telar.keep_organisations(&visitor, all).await.map_err(refused)?;
    let (last, form) = made.last().zip(forms().pop()).ok_or_else(|| refused("no organisation was made"))?;
    let it = KeepOrganisation {
        command: command(telar.now())?,
        organisation: Some(*last),
        form,
        logo: LogoWish::New(diamond()?),
    };
    telar.keep_organisation(&visitor, it).await.map_err(refused)?;
    Ok(telar.sign_out(&visitor).await?)
}
