//! The country's pack: one that ships with Telar, by its code, or a folder of the operator's own.

use crate::Context;
use crate::outcome::Problem;
use include_dir::{Dir, include_dir};
use std::fs;
use std::path::Path;
use web::pack::{Pack, PackFault};

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../packs");

/// The codes of the packs that ship.
fn codes() -> Vec<&'static str> {
    SHIPPED.dirs().filter_map(|dir| dir.path().to_str()).collect()
}

/// The pack that the settings name, or why there is none.
pub fn chosen(context: &Context) -> Result<Pack, Problem> {
    let (w, country) = (context.w, &context.settings.country);
    let shipped = SHIPPED.get_file(format!("{country}/{}", Pack::CARD)).and_then(|file| file.contents_utf8());
    let (place, text) = match shipped {
        Some(text) => (format!("packs/{country}/{}", Pack::CARD), text.to_owned()),
        None => {
            let file = Path::new(country).join(Pack::CARD);
            let text = fs::read_to_string(&file).map_err(|why| {
                let what = w.cli_pack_missing(why.to_string(), country.as_str());
                Problem::usage("country", what, w.cli_pack_missing_remedy(codes().join(", ")))
            })?;
            (file.to_string_lossy().into_owned(), text)
        }
    };
    Pack::parse(&text).map_err(|why| {
        let cause = match why {
            PackFault::NotReadable(why) => why,
            PackFault::Empty => w.cli_pack_empty(),
            PackFault::First => w.cli_pack_first(),
            PackFault::Call(call) => w.cli_pack_call(call),
            PackFault::Unconfirmed(call) => w.cli_pack_unconfirmed(call),
        };
        Problem::usage("country", w.cli_pack_faulty(cause, place), w.cli_pack_faulty_remedy())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pack_that_ships_is_whole() {
        assert!(codes().contains(&"gt"));
        for code in codes() {
            let file = SHIPPED.get_file(format!("{code}/{}", Pack::CARD)).expect("each has its card");
            assert!(Pack::parse(file.contents_utf8().expect("UTF-8")).is_ok(), "{code}");
        }
    }
}
