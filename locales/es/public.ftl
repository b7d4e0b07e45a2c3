## The first page.

home-title = Inicio
home-hello = Formación que se teje paso a paso
home-what = Telar reúne lecciones, prácticas y días presenciales en un solo programa. Funciona en un teléfono sencillo y con poca señal, y guarda cada respuesta en el momento en que se da.
home-enter = Entrar
home-join = ¿Le enviaron un enlace para inscribirse?
home-join-how = Ábralo en este teléfono: empieza con la dirección de este sitio y termina en un código. Si lo tiene en un cartel, apunte la cámara al cuadro negro y blanco.
home-code = Código del enlace o del cartel
home-code-go = Ver la cohorte
home-code-wrong = Ese código no es de una cohorte. Revise letra por letra; no lleva ni O ni I.
home-demo-title = Esta es una demostración
home-demo = Las personas de aquí no existen. Elija desde qué lugar quiere verla; lo que haga se borra al cerrar.
home-demo-learner = Participante
home-demo-facilitator = Facilitadora
home-demo-assessor = Evaluadora
home-demo-coordinator = Coordinadora
home-demo-analyst = Analista
home-demo-administrator = Administradora

## Joining from a cohort's link.

join-title = Inscripción
join-heading = Inscríbase
join-dates = Fechas
join-hours = Duración
join-hours-own =
    { $hours ->
        [one] 1 hora a su ritmo
       *[other] { $hours } horas a su ritmo
    }
join-hours-live =
    { $hours ->
        [one] 1 hora en vivo
       *[other] { $hours } horas en vivo
    }
join-hours-room =
    { $hours ->
        [one] 1 hora presencial
       *[other] { $hours } horas presenciales
    }
join-three-minutes = Toma unos tres minutos. No necesita correo electrónico.
join-name = Nombre completo
join-name-why = Así aparecerá en su constancia. Escríbalo con sus tildes.
join-sector = Sector
join-sector-why = Para saber a qué sectores llega el programa. Solo se publica en números.
join-sector-choose = Elija su sector
join-sector-health = Salud
join-sector-justice = Justicia
join-sector-psychosocial = Psicosocial
join-sector-education = Educación
join-sector-other = Otro
join-organisation = Organización o lugar de trabajo
join-organisation-why = Para que quien coordina sepa con quién trabaja usted. Por ejemplo: Puesto de Salud Chamil.
join-department = Departamento
join-municipality = Municipio donde trabaja
join-municipality-why = Para saber a qué lugares llega el programa y dónde hacer los días presenciales.
join-municipality-choose = Elija
join-language = Idioma para leer
join-language-why = Puede cambiarlo en cualquier momento.
join-consent = Acepto que mis datos se usen así
join-consent-version = Versión { $version } de este texto
join-button = Inscribirme
join-already = Ya entró como { $name }
join-already-button = Inscribirme con esta cuenta
join-already-other = ¿No es usted { $name }? Cierre primero la sesión de esa persona.
join-sign-out = Cerrar esa sesión
join-have-account = Ya estoy inscrita o inscrito: entrar
join-problems = Falta corregir algo. Lo demás sigue como lo escribió.
join-problem-name-short = Escriba su nombre completo: al menos dos letras.
join-problem-name-long = El nombre es muy largo: caben 120 letras.
join-problem-name-marks = El nombre tiene un signo que no se puede imprimir. Escriba solo letras, espacios, guiones y apóstrofos.
join-problem-sector = Elija su sector. Si no está, elija «Otro».
join-problem-organisation = Escriba dónde trabaja. Si no trabaja en una organización, escriba «Independiente».
join-problem-municipality = Elija el departamento y el municipio donde trabaja.
join-problem-language = Elija en qué idioma quiere leer.
join-problem-consent = Para inscribirse hace falta aceptar el uso de los datos. Si tiene dudas, pregunte a quien le envió el enlace.
join-same-title = Ya hay alguien con ese nombre
join-same = En esta cohorte ya se inscribió una persona que se llama { $name }.
join-same-me = Si es usted, no se inscriba otra vez: entre con su código y PIN, o pida a quien coordina un enlace para entrar. Así conserva lo que ya hizo.
join-same-enter = Soy yo: entrar
join-same-another = Soy otra persona con el mismo nombre

## Entering again.

enter-title = Entrar
enter-heading = Entrar
enter-how = Escriba su código, su teléfono o su correo, y el PIN de su hoja o su contraseña.
enter-code = Código, teléfono o correo
enter-code-why = El código está en su hoja, arriba del PIN. Mayúsculas y minúsculas dan igual.
enter-pin = PIN o contraseña
enter-pin-why = Los números de su hoja, o la contraseña que usted puso.
enter-button = Entrar
enter-wrong = Lo que escribió no coincide. Revise las dos cosas y pruebe otra vez; su avance sigue guardado.
enter-too-many = Hubo demasiados intentos con esa cuenta. Puede probar otra vez a las { $time }, o pedir un enlace a quien coordina.
enter-none = ¿No tiene código? Si ya está inscrita o inscrito en otro teléfono, haga ahí un enlace en la sección «Yo». Si no, pida una hoja nueva a quien coordina su cohorte.
enter-mail-heading = Recibir un enlace por correo
enter-mail-address = Su correo
enter-mail-address-why = El que dio al inscribirse, escrito igual.
enter-mail-button = Recibir un enlace
enter-mail-wrong = Eso no es un correo completo. Escríbalo como marta@ejemplo.org; no se envió nada.
enter-mail-asked = Revise su correo
enter-mail-asked-what = Si ese correo es de una persona inscrita aquí, en unos minutos le llega un mensaje de Telar con un enlace. El enlace sirve una sola vez, durante { $minutes } minutos.
enter-mail-nothing = Si no llega nada
enter-mail-nothing-look = Busque en la carpeta de correo no deseado.
enter-mail-nothing-address = Mire si es el mismo correo que dio al inscribirse, y pídalo otra vez.
enter-mail-nothing-why = No se envían más de { $count } enlaces en una hora. Tampoco si dos personas dieron el mismo correo, ni a quien tiene un papel en el equipo.
enter-mail-nothing-ask = Pida un enlace o una hoja nueva a quien facilita o coordina su cohorte. Su avance sigue guardado.
enter-mail-back = Volver a Entrar
enter-mail-subject = Su enlace para entrar
enter-mail-what = Este es su enlace para entrar:
enter-mail-how = Ábralo en el teléfono en el que quiere entrar y toque el botón. Sirve una sola vez, hasta las { $time }.
enter-mail-not-asked = Si usted no lo pidió, no haga nada: sin este mensaje nadie entra. No lo reenvíe.
enter-link-heading = Un toque más y entra
enter-link-how = Este enlace es suyo y sirve una sola vez. Si este no es su teléfono, no lo use aquí.
enter-link-button = Entrar en este teléfono
enter-link-unknown = Este enlace no existe
enter-link-unknown-do = Revise que esté completo. Si se lo enviaron, pida que se lo envíen otra vez.
enter-link-spent = Este enlace ya se usó
enter-link-spent-do = Cada enlace sirve una sola vez. Si usted no lo usó, avise a quien coordina. Puede pedir otro o entrar con su código y PIN.
enter-link-expired = Este enlace ya venció
enter-link-expired-do = Pida otro a quien coordina, o entre con su código y PIN. Su avance sigue guardado.

## Verifying a certificate.

verify-title = Verificar
verify-heading = Verificar una constancia
verify-how = Escriba el número que aparece en la constancia, o apunte la cámara al cuadro negro y blanco.
verify-number = Número de la constancia
verify-number-why = Doce letras y números. Los guiones dan igual.
verify-button = Verificar
verify-not-a-number = Ese número no está bien escrito
verify-not-a-number-do = Tiene doce letras y números, sin O, I, L, U, 0 ni 1. Compárelo con el papel letra por letra.
verify-unknown = No hay una constancia con ese número
verify-unknown-do = El número está bien escrito, pero este sitio no emitió esa constancia, o sus datos se borraron a petición de la persona.
verify-valid = Constancia válida
verify-revoked = Constancia anulada
verify-revoked-on = Fue anulada el { $date }. Ya no es válida.
verify-replaced = Constancia sustituida
verify-replaced-note = Esta constancia fue sustituida por otra. Este número ya no es el que vale.
verify-replaced-by = En su lugar está la número
verify-reason = Razón
verify-kind = Constancia de participación
verify-kind-note = Dice que la persona participó y completó el programa. No certifica competencia.
verify-programme = Programa
verify-cohort = Cohorte
verify-organisation = Organiza
verify-date = Fecha
verify-hours = Horas
verify-seal = Sello del diario
verify-seal-holds = La firma del sitio es correcta.
verify-seal-broken = La firma no corresponde a la llave de este sitio: pregunte a quien organiza.
verify-seal-how = Cuando se emitió la constancia, el diario del sitio (donde se escribe cada hecho) llegaba hasta este punto. La firma es Ed25519 sobre el texto del punto; en el papel está el principio de cada dato.
verify-seal-head = Punto del diario
verify-seal-signature = Firma
verify-seal-key = Llave pública del sitio
verify-another = Verificar otra

## The neutral page.

calendar-title = Calendario
calendar-monday = lu
calendar-tuesday = ma
calendar-wednesday = mi
calendar-thursday = ju
calendar-friday = vi
calendar-saturday = sá
calendar-sunday = do
calendar-back = Continuar
calendar-later = Para continuar hace falta conexión. Pruebe otra vez cuando haya señal.

## What the quick exit does, honestly.

help-title = Ayuda
help-heading = Qué hace «Salir rápido»
help-intro = El botón está arriba en todas las páginas. Con un toque, lo que estaba leyendo se cambia por un calendario común.
help-does = Lo que hace
help-does-page = Pone en su lugar una página que se llama «Calendario» y no menciona este sitio.
help-does-back = El botón «Atrás» también lleva al calendario, y las demás pestañas de este sitio se cambian igual.
help-does-continue = Nada vuelve a verse hasta que usted toque «Continuar» en el calendario.
help-does-work = Lo que ya respondió sigue guardado. Lo que no había salido del teléfono se queda en el teléfono y se envía después, a menos que en «Yo» haya elegido que se borre.
help-not = Lo que no hace
help-not-history = El historial del navegador sigue mostrando que este sitio se visitó: su dirección y títulos como «Lección · Telar». Son palabras neutras, pero la dirección se ve.
help-not-session = No cierra su sesión. Quien toque «Continuar» en este teléfono verá su cuenta. Para cerrarla, use «Cerrar sesión» en la sección «Yo».
help-not-network = No oculta la visita a quien vigila la red o el teléfono con otro programa.
help-clear = Cómo borrar el historial
help-clear-chrome = Chrome en Android: toque los tres puntos, «Historial», «Borrar datos de navegación», elija desde cuándo y confirme.
help-clear-samsung = Samsung Internet: toque las tres rayas, «Historial», los tres puntos y «Borrar historial».
help-clear-firefox = Firefox: toque los tres puntos, «Historial» y el bote de basura.
help-clear-safari = iPhone: Ajustes, «Safari» y «Borrar historial y datos de sitios web».
help-clear-one = Para borrar solo este sitio, busque su dirección en el historial, déjela presionada y elija borrar.
help-private = Si comparte el teléfono, puede abrir el enlace en una ventana privada o de incógnito: al cerrarla no queda historial, pero tendrá que entrar otra vez con su código y PIN.
help-who = Si está en peligro ahora, vea a quién avisar
help-licences = Programas de otras personas que esta página usa, y sus licencias (en inglés)

## Who to tell.

who-title = Contactos
who-heading = ¿A quién aviso?
who-intro = Números de Guatemala. Puede guardar o imprimir esta tarjeta.
who-danger = Si alguien está en peligro ahora, llame primero al { $number }.
who-call = Llamar al { $number }
who-checked = Fuente: { $source }, { $date }
who-left-out = Solo aparecen números confirmados por una fuente pública. Si alguno no responde, avise a quien coordina su cohorte.
