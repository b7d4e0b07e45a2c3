//! The way out for mail, from the settings: the password is read from its file, and nothing else is done before a letter is sent. It must not
//! show the password anywhere.

use crate::outcome::Problem;
use crate::settings::MailSettings;
use crate::{Context, problems, serve};
use app::mail::{Mail, NotSent};

/// How the settings send mail; none where they name no server.
pub fn post(context: &Context) -> Result<Option<Mail>, Problem> {
    let w = context.w;
    let Some(MailSettings { server, password, from }) = &context.settings.mail else { return Ok(None) };
    let password = match password {
        Some(file) => {
            let shown = file.to_string_lossy();
            let remedy = || w.cli_mail_password_remedy(problems::quoted(&shown));
            let text = std::fs::read_to_string(file).map_err(|why| {
                Problem::usage("mail", w.cli_mail_password_missing(why.to_string(), shown.clone()), remedy())
            })?;
            // An editor ends a file with a new line; a password holds none.
            let password = text.trim_end_matches(['\r', '\n']).to_owned();
            if password.is_empty() || password.chars().any(char::is_control) {
                return Err(Problem::usage("mail", w.cli_mail_password_faulty(shown.clone()), remedy()));
            }
            Some(password)
        }
        None => None,
    };
    let mail =
        Mail::new(server, password, from).map_err(|why| Problem::usage("mail", why.to_string(), w.cli_see_settings()));
    mail.map(Some)
}

/// Whether the server answers and takes who hands in. None where no mail is sent.
pub fn try_out(context: &Context) -> Result<Option<()>, Problem> {
    let w = context.w;
    let (Some(mail), Some(settings)) = (post(context)?, &context.settings.mail) else { return Ok(None) };
    let runtime = serve::runtime(w)?;
    let tried = runtime.block_on(mail.try_line());
    runtime.shutdown_background();
    let place = format!("{}:{}", settings.server.host(), settings.server.port());
    let told = |what: String, remedy: String| Problem::failed("mail", what, remedy);
    match tried {
        Ok(()) => Ok(Some(())),
        Err(NotSent::Login(code)) => {
            let file = settings.password.as_ref().map(|file| problems::quoted(&file.to_string_lossy()));
            let remedy = file.map_or_else(|| w.cli_mail_login_needed(), |file| w.cli_mail_password_remedy(file));
            Err(told(w.cli_mail_login(code, place), remedy))
        }
        Err(NotSent::Unsuited(_)) => {
            Err(told(w.cli_mail_unsuited(place), w.cli_mail_unsuited_remedy(settings.server.host())))
        }
        Err(NotSent::Refused(code)) => Err(told(w.cli_mail_refused(code, place), w.cli_mail_refused_remedy())),
        Err(NotSent::NoLine(cause)) => Err(told(w.cli_mail_no_line(cause, place.as_str()), remedy(context, settings))),
        Err(NotSent::Silent | NotSent::Garbled | NotSent::Unwritable) => {
            Err(told(w.cli_mail_silent(place.as_str()), remedy(context, settings)))
        }
    }
}

/// The line that shows whether the network, and not the server, is what stands in the way.
fn remedy(context: &Context, settings: &MailSettings) -> String {
    context.w.cli_mail_line_remedy(settings.server.host(), settings.server.port())
}
