//! What is said of organisations on several pages.

use crate::learner::sector;
use app::organisations::OrganisationCard;
use domain::organisations::OrganisationKind;
use words::Words;

pub fn kind(w: &Words, kind: OrganisationKind) -> String {
    match kind {
        OrganisationKind::Ministry => w.org_kind_ministry(),
        OrganisationKind::Network => w.org_kind_network(),
        OrganisationKind::Hospital => w.org_kind_hospital(),
        OrganisationKind::HealthCentre => w.org_kind_health_centre(),
        OrganisationKind::HealthPost => w.org_kind_health_post(),
        OrganisationKind::Court => w.org_kind_court(),
        OrganisationKind::Prosecutor => w.org_kind_prosecutor(),
        OrganisationKind::Police => w.org_kind_police(),
        OrganisationKind::AttorneyGeneral => w.org_kind_attorney_general(),
        OrganisationKind::Forensic => w.org_kind_forensic(),
        OrganisationKind::StateBody => w.org_kind_state_body(),
        OrganisationKind::School => w.org_kind_school(),
        OrganisationKind::University => w.org_kind_university(),
        OrganisationKind::Municipality => w.org_kind_municipality(),
        OrganisationKind::Ngo => w.org_kind_ngo(),
        OrganisationKind::Other => w.org_kind_other(),
    }
}

/// «Hospital · Salud · Cobán, Alta Verapaz».
pub fn about(w: &Words, card: &OrganisationCard) -> String {
    let parts =
        [Some(kind(w, card.kind)), card.sector.map(|it| sector(w, Some(it))), card.seat.map(|seat| seat.words())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

pub fn href(card: &OrganisationCard) -> String {
    format!("/site/organisations/{}", card.organisation)
}
