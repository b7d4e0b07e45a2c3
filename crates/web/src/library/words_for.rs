//! Kinds of sheets and of what stands in them, in the reader's words. It must not know pages.

use crate::dates;
use app::documents::DocumentCard;
use domain::cohorts::DocumentFormat;
use domain::programmes::{
    Anchor, CareKind, InterviewKind, Move, Opens, RolePlayPart, RouteStart, SheetKind, TermGroup,
};
use words::Words;

/// One sheet, by its kind.
pub fn kind(w: &Words, kind: SheetKind) -> String {
    match kind {
        SheetKind::Norm => w.library_norm(),
        SheetKind::Institution => w.library_institution(),
        SheetKind::Route => w.library_route(),
        SheetKind::Term => w.library_term(),
        SheetKind::Care => w.library_care(),
        SheetKind::RolePlay => w.library_role_play(),
        SheetKind::Interview => w.library_interview(),
        SheetKind::Case => w.library_case(),
        SheetKind::Rubric => w.library_rubric(),
    }
}

pub fn part(w: &Words, part: RolePlayPart) -> String {
    match part {
        RolePlayPart::Helper => w.library_role_play_helper(),
        RolePlayPart::Other => w.library_role_play_other(),
        RolePlayPart::Observer => w.library_role_play_observer(),
        RolePlayPart::Debrief => w.library_role_play_debrief(),
    }
}

pub fn interview(w: &Words, kind: InterviewKind) -> String {
    match kind {
        InterviewKind::Neutral => w.library_interview_kind_neutral(),
        InterviewKind::Reluctance => w.library_interview_kind_reluctance(),
        InterviewKind::Silence => w.library_interview_kind_silence(),
        InterviewKind::Distress => w.library_interview_kind_distress(),
        InterviewKind::Interpreter => w.library_interview_kind_interpreter(),
        InterviewKind::Retraction => w.library_interview_kind_retraction(),
    }
}

pub fn opens(w: &Words, opens: Opens) -> String {
    match opens {
        Opens::Invitation => w.library_move_invitation(),
        Opens::Cue => w.library_move_cue(),
        Opens::Directive => w.library_move_directive(),
    }
}

pub fn a_move(w: &Words, it: Move) -> String {
    match it {
        Move::Invitation => w.library_move_invitation(),
        Move::Cue => w.library_move_cue(),
        Move::Directive => w.library_move_directive(),
        Move::Option => w.library_move_option(),
        Move::Suggestive => w.library_move_suggestive(),
        Move::Support => w.library_move_support(),
        Move::Silence => w.library_move_silence(),
    }
}

pub fn anchor(w: &Words, anchor: Anchor) -> String {
    match anchor {
        Anchor::Harmful => w.library_rubric_harmful(),
        Anchor::NotYet => w.library_rubric_not_yet(),
        Anchor::Competent => w.library_rubric_competent(),
        Anchor::Mastery => w.library_rubric_mastery(),
    }
}

pub fn care(w: &Words, kind: CareKind) -> String {
    match kind {
        CareKind::Grounding => w.library_care_grounding(),
        CareKind::Signs => w.library_care_signs(),
        CareKind::Help => w.library_care_help(),
        CareKind::Supervision => w.library_care_supervision(),
    }
}

pub fn group(w: &Words, group: TermGroup) -> String {
    match group {
        TermGroup::Field => w.library_group_field(),
        TermGroup::Body => w.library_group_body(),
        TermGroup::Feelings => w.library_group_feelings(),
        TermGroup::Help => w.library_group_help(),
        TermGroup::Rights => w.library_group_rights(),
    }
}

pub fn start(w: &Words, at: RouteStart) -> String {
    match at {
        RouteStart::HealthPost => w.library_law_at_health_post(),
        RouteStart::School => w.library_law_at_school(),
        RouteStart::PoliceStation => w.library_law_at_police_station(),
        RouteStart::Court => w.library_law_at_court(),
    }
}

/// A document in one line: which version, in what form and how large, its language, its date, and since when it is there.
pub fn document(w: &Words, it: &DocumentCard) -> String {
    let kind = match it.format {
        DocumentFormat::Pdf => w.document_kind_pdf(),
        DocumentFormat::Text => w.document_kind_text(),
    };
    let bytes = usize::try_from(it.bytes).unwrap_or(usize::MAX);
    w.document_words(
        dates::stated(&it.dated, w.language()),
        dates::day(it.kept, w.language()),
        kind,
        language(w, &it.language),
        it.number,
        dates::size(bytes, w.language()),
    )
}

/// A language of the glossary; one that has no name here by its code.
pub fn language(w: &Words, code: &str) -> String {
    match code {
        "es" => w.library_language_es(),
        "en" => w.library_language_en(),
        "kek" => w.library_language_kek(),
        "quc" => w.library_language_quc(),
        "mam" => w.library_language_mam(),
        "cak" => w.library_language_cak(),
        other => other.to_owned(),
    }
}
