//! What people may answer, in words.

use domain::cohorts::ApplicationState;
use domain::people::{LinguisticCommunity, Path, People, Sex};
use words::Words;

pub fn sex(w: &Words, it: Sex) -> String {
    match it {
        Sex::Woman => w.who_sex_woman(),
        Sex::Man => w.who_sex_man(),
        Sex::NotSaid => w.who_not_said(),
    }
}

pub fn people(w: &Words, it: People) -> String {
    match it {
        People::Maya => w.who_people_maya(),
        People::Garifuna => w.who_people_garifuna(),
        People::Xinka => w.who_people_xinka(),
        People::Afrodescendant => w.who_people_afrodescendant(),
        People::Ladino => w.who_people_ladino(),
        People::Foreign => w.who_people_foreign(),
        People::NotSaid => w.who_not_said(),
    }
}

pub fn community(w: &Words, it: LinguisticCommunity) -> String {
    match it.name() {
        Some(name) => name.to_owned(),
        None if it == LinguisticCommunity::OTHER => w.who_community_other(),
        None => w.who_not_said(),
    }
}

pub fn path(w: &Words, it: Path) -> String {
    match it {
        Path::FirstAccount => w.who_path_first_account(),
        Path::Interview => w.who_path_interview(),
    }
}

pub fn state(w: &Words, it: ApplicationState) -> String {
    match it {
        ApplicationState::Nominated => w.admission_state_nominated(),
        ApplicationState::Asked => w.admission_state_asked(),
        ApplicationState::Waiting => w.admission_state_waiting(),
        ApplicationState::Admitted => w.admission_state_admitted(),
        ApplicationState::Refused => w.admission_state_refused(),
        ApplicationState::Withdrawn => w.admission_state_withdrawn(),
    }
}
