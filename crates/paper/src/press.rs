//! The press that every paper goes through: a Typst world of two sources (the template and what templates share), the
//! embedded fonts and one dictionary of values. It must not know what a certificate or a slip is.
//!
//! Nothing is loaded before the first paper (fonts are parsed once then, from pages of the binary that the system can
//! drop again), and nothing but the fonts stays after it: Typst's memoised results are evicted, so memory at rest is flat.

use std::sync::LazyLock;

use jiff::{Timestamp, tz::TimeZone};
use typst::diag::{FileError, FileResult, SourceDiagnostic, SourceResult, Warned};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Smart, dict};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::qr;

/// Why a paper could not be made. The text is Typst's own, for the log.
#[derive(Debug, Clone, thiserror::Error)]
pub enum PaperError {
    /// The template refused the values (a picture that is no SVG, a language that is no code).
    #[error("the page could not be set: {0}")]
    Layout(String),
    /// The pages stand but could not be written as PDF.
    #[error("the PDF could not be written: {0}")]
    Export(String),
}

/// One paper to print.
pub(crate) struct Job {
    pub template: &'static str,
    pub values: Dict,
    /// What makes this document this document: hashed into its PDF identifier.
    pub identity: String,
    /// Milliseconds since 1970, UTC.
    pub created_ms: i64,
}

pub(crate) fn print(job: &Job) -> Result<Vec<u8>, PaperError> {
    let bytes = typeset(job)
        .output
        .map_err(|diagnostics| PaperError::Layout(describe(&diagnostics)))
        .and_then(|document| write(&document, job));
    typst::comemo::evict(0);
    bytes
}

pub(crate) fn typeset(job: &Job) -> Warned<SourceResult<PagedDocument>> {
    let library = Library::builder().with_inputs(job.values.clone()).build();
    let main = Source::new(file_id("main.typ"), job.template.into());
    typst::compile(&Shop { library: LazyHash::new(library), main })
}

/// PDF/A-2a (kept for decades) and PDF/UA-1 (read aloud) at once. A sign that no embedded font has, in somebody's name,
/// must not cost that person the paper: then the same pages are written as plain tagged PDF 1.7.
fn write(document: &PagedDocument, job: &Job) -> Result<Vec<u8>, PaperError> {
    let strict = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| PaperError::Export(error.message().to_string()))?;
    typst_pdf::pdf(document, &options(job, strict))
        .or_else(|_| typst_pdf::pdf(document, &options(job, PdfStandards::default())))
        .map_err(|diagnostics| PaperError::Export(describe(&diagnostics)))
}

fn options(job: &Job, standards: PdfStandards) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(job.identity.clone()),
        creator: Smart::Custom(Some("Telar".into())),
        timestamp: datetime(job.created_ms).map(typst_pdf::Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    }
}

fn datetime(ms: i64) -> Option<Datetime> {
    let at = TimeZone::UTC.to_datetime(Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH));
    // jiff's parts are in range by construction; a year before 0 has no PDF date and becomes none.
    let part = |value: i8| u8::try_from(value).ok();
    Datetime::from_ymd_hms(
        at.year().into(),
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )
}

/// A QR for a template: the bytes of the same SVG that pages show, and its width in modules.
pub(crate) fn qr_value(text: &str) -> Dict {
    let (svg, modules) = qr::draw(text, "");
    dict! { "picture" => Bytes::from_string(svg), "modules" => modules }
}

fn describe(diagnostics: &[SourceDiagnostic]) -> String {
    let messages: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    messages.join("; ")
}

fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("names of templates are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

static COMMON: LazyLock<Source> =
    LazyLock::new(|| Source::new(file_id("common.typ"), include_str!("../templates/common.typ").into()));

struct Fonts {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> = typst_assets::fonts().flat_map(|data| Font::iter(Bytes::new(data))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

struct Shop {
    library: LazyHash<Library>,
    main: Source,
}

impl World for Shop {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.main, &*COMMON]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    /// No file, no network: what a template shows came in as a value.
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        Err(FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    /// A paper's dates are values; the clock would make two prints differ.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
