# Who somebody is, how people come into a cohort, and what they sign.

## The form about a person.
who-optional = opcional
who-unsaid = Sin indicar
who-not-said = Prefiero no responder
who-about = Para que el programa llegue a todos los pueblos
who-about-note = Nadie está obligado a responder. Se publica solo en números, y nunca de grupos de menos de cinco personas.
who-sex = Sexo
who-sex-woman = Mujer
who-sex-man = Hombre
who-people = Pueblo
who-people-why = Lo dice usted: nadie lo deduce de su nombre ni de su lugar.
who-people-maya = Maya
who-people-garifuna = Garífuna
who-people-xinka = Xinka
who-people-afrodescendant = Afrodescendiente, creole o afromestizo
who-people-ladino = Ladina o ladino
who-people-foreign = Extranjera o extranjero
who-community = Comunidad lingüística
who-community-why = Para saber en qué idiomas hace falta el programa.
who-community-other = Otra
who-work = Su trabajo y cómo ubicarle
who-later = Puede llenarlo ahora o después, en «Yo».
who-called = Cómo le gusta que le digan
who-called-why = Para saludarle por su nombre de siempre. Su constancia lleva el nombre completo.
who-post = Puesto
who-post-why = Para que las prácticas se parezcan a su trabajo.
who-profession = Profesión u oficio
who-profession-why = Para agrupar a personas de oficios distintos en las prácticas.
who-licence = Número de colegiado
who-licence-why = Solo si su profesión lo tiene: sale en los informes de práctica.
who-path = Qué le toca en su trabajo
who-path-why = El programa enseña a oír un primer relato; entrevistar a una niña o un niño es solo para quien lo tiene por tarea.
who-path-first-account = Oír un primer relato, cuidar y avisar
who-path-interview = Entrevistar, porque es mi tarea
who-phone = Teléfono
who-phone-why = Para avisarle de cambios. Lo ve solo quien coordina.
who-email = Correo
who-email-why = Si tiene uno. No hace falta para entrar.
who-cui = CUI (número de DPI)
who-cui-why = Solo para no inscribirle dos veces. Se guarda cerrado con llave: nadie lo ve completo y no sale en ninguna lista.
who-cui-doubt-length = El CUI que escribió no tiene 13 cifras. Está guardado así; si fue un error, escríbalo otra vez.
who-cui-doubt-check = Una cifra del CUI no concuerda con las demás. Está guardado así; si fue un error, escríbalo otra vez.
who-cui-doubt-place = Las últimas cuatro cifras del CUI no son de ningún municipio. Está guardado así; si fue un error, escríbalo otra vez.
who-cui-doubt-placeholder = El CUI repite una sola cifra. Está guardado así; si fue un error, escríbalo otra vez.
who-needs = Lo que necesita para participar
who-needs-note = Lo lee solo quien prepara los días. Escriba lo que ayude; nada de diagnósticos.
who-access = Acceso
who-access-why = Por ejemplo: rampa, letra grande, sentarse cerca.
who-diet = Comida
who-diet-why = Por ejemplo: sin azúcar, sin carne.
who-childcare = Cuidado de niñas y niños
who-childcare-why = Por ejemplo: viene con su bebé.
who-interpreter = Intérprete
who-interpreter-why = De qué idioma, o de lengua de señas.
who-problem-choice = Elija una de las opciones de la lista.
who-problem-phone = Escriba 8 cifras, o + y el código del país. Si no tiene teléfono, déjelo en blanco.
who-problem-email = Eso no parece un correo: falta la @ o lo que va después. Si no tiene, déjelo en blanco.
who-problem-line = Caben { $longest } letras, sin los signos < y >.

## What people sign.
agreement-page = Texto
agreement-consent = Qué se guarda y para qué
agreement-conduct = Código de conducta
agreement-conduct-sign = Me comprometo a cumplir este código

## Coming to a cohort's link.
join-not-yet = La inscripción abre el { $day }.
join-closed = La inscripción cerró el { $day }.
join-nomination-only = A este grupo se entra por nombramiento: su institución nombra a quienes participan. Pregunte en su institución o a { $organisation }.
join-shut-note = Este enlace sigue sirviendo: guárdelo, o pregunte a quien se lo envió.
join-how-ask = Aquí se pide un lugar y quien coordina responde. La respuesta aparece en «Hoy».
join-how-wait =
    { $waiting ->
        [0] Los lugares están llenos. Puede quedar primera o primero en la lista de espera: si se libera un lugar, entra sola.
        [one] Los lugares están llenos y espera una persona. Si se libera un lugar para usted, entra sin hacer nada más.
       *[other] Los lugares están llenos y esperan { $waiting } personas. Si se libera un lugar para usted, entra sin hacer nada más.
    }
join-button-ask = Pedir un lugar
join-button-wait = Entrar en la lista de espera
join-places-title = Lugares
join-places =
    { $free ->
        [0] Llenos
        [one] Queda 1
       *[other] Quedan { $free }
    }
join-after = Antes hay que haber completado «{ $programme }». Si ya lo completó, entre primero con su cuenta.
join-requirements = Lo que hace falta
join-requirements-tick = Lo cumplo
join-problem-requirements = Lea lo que hace falta y marque la casilla si lo cumple.
join-problem-conduct = Para participar hace falta comprometerse con el código de conducta. Si tiene dudas, pregunte a quien le envió el enlace.

## Accepting a place for which one was named.
accept-named-by = Le nombró { $organisation }
accept-heading = Acepte su lugar
accept-note = Revise su nombre y complete lo que falta. Son unos tres minutos.
accept-button = Aceptar mi lugar
accept-away = No puedo participar
accept-away-note = Si no puede, díganos y su lugar será para otra persona. No hay que dar razones.
standing-nominated = { $organisation } le nombró para este grupo. Su lugar está guardado.
standing-named = Le nombraron para este grupo. Su lugar está guardado.
standing-asked = Su solicitud llegó. Quien coordina responde, y lo verá aquí.
standing-waiting =
    { $before ->
        [0] Está en la lista de espera, primera o primero. Si se libera un lugar, entra sin hacer nada más.
        [one] Está en la lista de espera, después de una persona. Si se libera un lugar, entra sin hacer nada más.
       *[other] Está en la lista de espera, después de { $before } personas. Si se libera un lugar, entra sin hacer nada más.
    }
standing-refused = Esta vez no hubo lugar para usted. No es un juicio sobre usted ni sobre su trabajo.
standing-accept = Ver y aceptar
standing-withdraw = Retirarme

## Her own page about herself.
profile-title = Sobre usted
profile-note = Lo que se sabe de usted, para qué, y cómo cambiarlo.
profile-open = Ver y cambiar
profile-save = Guardar
profile-saved = Guardado.
profile-number-kept = Su número está guardado, cerrado con llave. No se muestra.
profile-number-shut = Hay un número guardado que esta máquina no puede abrir. Puede escribirlo otra vez o quitarlo.
profile-number-drop = Quitar mi número
profile-number-gone = Su número se quitó.
me-signed = Versión { $version }, aceptada el { $day }
me-cohorts = Sus grupos
me-leave = Dejar este grupo
me-leave-note = Lo que hizo sigue siendo suyo y su lugar será para otra persona. Para volver, pídalo a quien coordina.
me-leave-sure = Dejar { $cohort }

## How people come into a cohort, for whoever runs it.
admission-title = Inscripción
admission-standing =
    { $waiting ->
        [0] { $taken } de { $places } lugares
        [one] { $taken } de { $places } lugares · 1 en espera
       *[other] { $taken } de { $places } lugares · { $waiting } en espera
    }
admission-standing-free =
    { $taken ->
        [one] 1 persona, sin límite de lugares
       *[other] { $taken } personas, sin límite de lugares
    }
admission-asking = Piden un lugar
admission-asking-none = Nadie espera respuesta.
admission-asking-note = Lo que escriba aquí lo lee la persona, junto a la respuesta.
admission-word = Unas palabras para la persona (opcional)
admission-admit = Admitir
admission-admit-label = Admitir a { $name }
admission-to-list = Poner en la lista de espera
admission-beyond = Admitir aunque no haya lugar
admission-refuse = No admitir
admission-refuse-label = No admitir a { $name }
admission-waiting = Lista de espera
admission-waiting-note = En este orden. Cuando se libera un lugar, entra quien sigue, sin que usted haga nada.
admission-calls = Instituciones que nombran
admission-calls-note = Cada institución recibe un enlace: escribe los nombres de su gente, entrega a cada persona su enlace e imprime la carta de nombramiento. Los lugares quedan guardados hasta que cada quien acepta.
admission-call-about = { $accepted } aceptaron · { $named } nombradas de { $places }
admission-call-close = Cerrar este enlace
admission-call-closed = Cerrado el { $day }
admission-call-new = Pedir nombres a una institución
admission-organisation = Institución
admission-call-places = Cuántas personas puede nombrar
admission-call-make = Crear el enlace
admission-named = Nombradas que no han aceptado
admission-named-by = la nombró { $organisation }
admission-free = Liberar el lugar
admission-settings = Cómo se entra
admission-door = Puerta
admission-door-link = Con el enlace
admission-door-link-note = Quien tiene el enlace entra mientras haya lugar.
admission-door-request = Con solicitud
admission-door-request-note = Quien tiene el enlace pide un lugar y usted responde.
admission-door-nomination = Por nombramiento
admission-door-nomination-note = Solo entra quien fue nombrada por su institución.
admission-places = Lugares
admission-places-note = De 1 a 10000. En blanco, sin límite.
admission-opens = Primer día de inscripción
admission-closes = Último día de inscripción
admission-days-note = En blanco, sin límite.
admission-requirements = Lo que hace falta
admission-requirements-note = Una línea por cosa, hasta seis. La persona lo lee y marca que lo cumple.
admission-after = Haber completado antes
admission-after-none = Nada
admission-save = Guardar la inscripción
admission-decided = Respondidas
admission-state-nominated = Nombrada, sin aceptar
admission-state-asked = Espera respuesta
admission-state-waiting = En espera
admission-state-admitted = Dentro
admission-state-refused = No admitida
admission-state-withdrawn = Se retiró
admission-refused-decided = Alguien ya respondió a esa solicitud, o la persona se retiró. No se cambió nada.
admission-refused-long = Caben 500 letras para la persona. No se cambió nada.
admission-refused-organisation = Escriba el nombre de la institución: de 2 a 160 letras.
admission-refused-call-places = Escriba cuántas personas puede nombrar: de 1 a 500.
admission-refused-door = Elija una de las tres puertas.
admission-refused-places = Escriba un número de 1 a 10000, o déjelo en blanco.
admission-refused-opens = Eso no es un día. Escriba año, mes y día, o déjelo en blanco.
admission-refused-closes = El último día no puede ser antes del primero, ni un día que no existe.
admission-refused-requirements = Hasta seis líneas de 160 letras.
admission-refused-after = Ese programa no está en este sitio.

## An organisation names its people.
nominate-intro = { $organisation } puede nombrar aquí a quienes participarán.
nominate-requirements = Lo que hace falta para participar
nominate-heading = Nombrar a una persona
nominate-standing =
    { $left ->
        [one] Queda 1 de { $places }
       *[other] Quedan { $left } de { $places }
    }
nominate-post-why = Sale en la carta de nombramiento.
nominate-phone-why = Para que quien coordina pueda avisarle.
nominate-button = Nombrar
nominate-named = Personas nombradas
nominate-named-none = Todavía ninguna.
nominate-named-note = Entregue a cada persona su enlace: sirve una vez, durante 14 días. Con él acepta su lugar y firma.
nominate-link = Enlace
nominate-link-label = Enlace para { $name }
nominate-link-title = Enlace para { $name }
nominate-link-how = Entréguelo solo a esa persona. Sirve una vez, hasta el { $day }. Si lo pierde, haga otro aquí.
nominate-back = Volver a las personas nombradas
nominate-take-back = Quitar
nominate-letter = Carta de nombramiento (PDF)
nominate-same-name = Esa persona ya está nombrada. Si son dos con el mismo nombre, agregue el segundo apellido.
nominate-no-more = No se pueden nombrar más personas con este enlace.
nominate-closed = Quien coordina cerró este enlace. Lo ya nombrado sigue en pie.
nominate-full = Ya nombró a todas las personas que podía. Si quita a una que no ha aceptado, puede nombrar a otra.

## A password of one's own.
password-title = Contraseña
password-card = Si le es más cómodo, entre con una contraseña suya en lugar del PIN.
password-open = Poner o cambiar
password-note = Con ella entra en cualquier aparato: escriba su código ({ $code }), su teléfono o su correo, y la contraseña. El PIN de su hoja sigue sirviendo.
password-new = Poner una contraseña
password-change = Cambiar la contraseña
password-current = La contraseña de ahora
password-new-field = Contraseña nueva
password-how = Ocho signos o más. Sirven bien cuatro palabras que no tengan que ver con usted.
password-again = Otra vez la nueva
password-save = Guardar la contraseña
password-others-out = Al guardarla, se cierra su sesión en los demás aparatos.
password-set = La contraseña está puesta.
password-drop = Quitar la contraseña
password-drop-note = Entrará otra vez con el PIN de su hoja o con un enlace.
password-dropped = La contraseña se quitó.
password-refused-length = La contraseña tiene de 8 a 128 signos.
password-refused-weak = Esa contraseña se adivina pronto. Pruebe con cuatro palabras que no tengan que ver con usted ni con su trabajo.
password-refused-differs = Las dos no son iguales. Escríbalas otra vez.
password-refused-wrong = Esa no es la contraseña de ahora, o hubo demasiados intentos. Espere un poco y pruebe otra vez; no se cambió nada.

## Keys on phones: entering with a fingerprint, the face or the screen lock.
passkey-title = Entrar con la huella o el rostro
passkey-note = Guarde una llave en este teléfono y entre sin escribir nada: con su huella, su rostro o el PIN con que lo desbloquea. Su huella y su rostro no salen del teléfono.
passkey-own-phone = Hágalo solo en un teléfono suyo: quien puede desbloquearlo entra como usted. Al elegir la llave, el teléfono muestra su nombre.
passkey-label = Nombre de la llave, para reconocerla
passkey-add = Guardar una llave en este teléfono
passkey-added = La llave quedó guardada. La próxima vez puede entrar con ella.
passkey-used = Hecha el { $made }. Usada el { $used }
passkey-unused = Hecha el { $made }. Sin usar
passkey-remove = Quitar
passkey-remove-label = Quitar la llave: { $label }
passkey-gone = La llave se quitó: ya no entra con ella. Su teléfono todavía puede mostrarla; bórrela ahí también.
passkey-lost = Si perdió un teléfono, quite su llave aquí y ciérrele la sesión abajo, en «Dónde ha entrado».
passkey-full = Ya tiene diez llaves, que es lo más. Para guardar otra, quite una que no use.
passkey-add-cancelled = No se guardó ninguna llave: se canceló, o pasó mucho tiempo. El teléfono necesita una huella, un rostro o un PIN de pantalla. Puede probar otra vez.
passkey-add-failed = Este teléfono no pudo guardar la llave. No se cambió nada: siga entrando como hasta ahora.
passkey-offline = No hay señal, o el sitio no responde. Pruebe otra vez cuando la haya.
passkey-enter-how = ¿Guardó una llave en este teléfono? Entre con su huella, su rostro o el PIN de la pantalla.
passkey-enter = Entrar con la llave de este teléfono
passkey-enter-cancelled = No se entró: se canceló, pasó mucho tiempo, o en este teléfono no hay una llave de este sitio. Puede probar otra vez, o entrar con su código y PIN.
passkey-enter-failed = Este teléfono no pudo usar la llave. Entre con su código y PIN, o con un enlace.
passkey-refused-not-here = En esta dirección no se puede entrar con una llave. Entre con su código y PIN.
passkey-refused-spent = Pasaron más de cinco minutos, o ya se usó ese intento. Pruebe otra vez.
passkey-refused-made-wrong = Lo que mandó el teléfono no sirve como llave de este sitio. No se guardó nada; pruebe otra vez.
passkey-refused-not-verified = El teléfono no comprobó que es usted. Ponga un PIN de pantalla, una huella o su rostro en el teléfono, y pruebe otra vez.
passkey-refused-known = Este teléfono ya tiene una llave suya. Con esa puede entrar.
passkey-refused-unknown = Esa llave ya no abre ninguna cuenta de este sitio: se quitó de la cuenta. Entre con su código y PIN, o pida un enlace a quien coordina; después puede guardar otra.
passkey-refused-wrong = Esa llave no se pudo comprobar. Pruebe otra vez, o entre con su código y PIN.

## People, for the administrator: looking somebody up, roles, a link.
site-people-title = Personas
site-people-open = Buscar a una persona
site-people-name = Nombre
site-people-hint = Una parte del nombre basta, con o sin tildes.
site-people-search = Buscar
site-people-again = Buscar a otra persona
site-people-none = Nadie se llama así aquí. Pruebe con una parte del nombre.
site-people-found =
    { $count ->
        [one] Una persona.
       *[other] { $count } personas.
    }
site-people-more = Las primeras { $count } personas. Escriba más del nombre para ver menos.
site-person-since = aquí desde el { $day }
site-person-roles = Papeles en el equipo
site-person-roles-none = Ningún papel en el equipo.
site-person-learns = Aprende en
site-person-enter = No puede entrar
site-person-enter-note = Si perdió su teléfono o su papel con el PIN, hágale un enlace que entra una vez. Déselo solo a esa persona, de mano a mano o por un medio que usted sabe que es suyo.
site-person-enter-button = Hacer un enlace
site-person-back = Volver a { $name }
site-role-since = desde el { $day }
site-role-give = Dar otro papel
site-role-give-button = Dar este papel
site-role-given = Listo: ya tiene ese papel.
site-role-held = Ya tiene ese papel ahí.
site-role-last = Es la única persona que administra este sitio. Nombre antes a otra.
site-role-withdraw = Quitar
site-role-withdraw-label = Quitar: { $role }, { $place }
site-role-withdraw-note = Quitar un papel vale de inmediato, en todos sus aparatos. Lo que hizo con él queda, con su nombre.
site-role-withdrawn = Listo: ya no tiene ese papel.

## The same number of an identity document, given twice.
admission-doubles = El mismo CUI, dos veces
admission-doubles-note = Puede ser la misma persona inscrita dos veces, o un número mal escrito. Pregúntele antes de decidir; el número no se muestra a nadie.
admission-double = { $name } y { $other } dieron el mismo CUI.
admission-double-elsewhere = { $name } dio un CUI que ya dio alguien de otra cohorte.

## Who lets somebody with a role in.
desk-let-in-by-administrator = Tiene un papel en el equipo: el enlace o el PIN se lo hace quien administra.
admission-slips = { $now ->
        [one] Papelito con PIN para una persona nombrada (PDF)
       *[other] Papelitos con PIN para { $now } de { $waiting } personas nombradas (PDF)
    }
admission-slips-note = Para quienes todavía no tienen PIN ni han entrado. Quien ya tiene cuenta entra como siempre y encuentra la invitación en «Hoy».
