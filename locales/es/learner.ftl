# What a learner reads: Hoy, Programa, lessons, quizzes, the certificate, Yo.

today-title = Hoy
today-greeting-morning = Buenos días, { $name }
today-greeting-afternoon = Buenas tardes, { $name }
today-greeting-evening = Buenas noches, { $name }
today-place = { $cohort } · Día { $day } de { $days }
today-place-week = { $cohort } · Semana { $week } de { $weeks }
today-done-of = { $done } de { $all }
today-sentence-none = Su tejido empieza aquí.
today-sentence-first =
    { $minutes ->
        [one] La primera actividad toma un minuto.
       *[other] La primera actividad toma { $minutes } minutos.
    }
today-sentence-day =
    { $left ->
        [one] En el día { $day } falta una actividad.
       *[other] En el día { $day } faltan { $left } actividades.
    }
today-sentence-week =
    { $left ->
        [one] En la semana { $week } falta una actividad.
       *[other] En la semana { $week } faltan { $left } actividades.
    }
today-sentence-minutes =
    { $minutes ->
        [one] La siguiente toma un minuto.
       *[other] La siguiente toma { $minutes } minutos.
    }
today-sentence-days-woven =
    { $days ->
        [one] Ha tejido un día completo.
       *[other] Ha tejido { $days } días completos.
    }
today-sentence-rows-woven =
    { $rows ->
        [one] Ha tejido una fila completa.
       *[other] Ha tejido { $rows } filas completas.
    }
today-sentence-all = Su tejido está completo. Buen trabajo.
today-start = Empezar
today-continue = Continuar
today-size = { $minutes } min · { $size }
today-also = También en este día
today-also-week = También en esta semana
today-then = Después: día { $day }, «{ $title }»
today-then-week = Después: semana { $week }, «{ $title }»
today-finished = Terminó todas las actividades de este programa. Puede volver a leerlas cuando quiera.
today-certificate = Su constancia
today-certificate-ready = Ya cumplió con el programa. Revise su nombre y obtenga su constancia de participación.
today-certificate-get = Obtener mi constancia
today-certificate-see = Ver mi constancia
today-certificate-have = Constancia { $number }, del { $date }.
today-certificate-revoked = La constancia { $number } fue anulada el { $date }. Hable con quien coordina su cohorte.
today-empty-title = Todavía no está en ninguna cohorte
today-empty = Aquí verá lo que sigue en su programa. Para empezar, abra el enlace que le envió quien coordina, o escanee el código del afiche.
today-mark-changed = Su nota de «{ $quiz }» cambió de { $before } a { $after } %.
today-mark-same = Se revisó su nota de «{ $quiz }»: sigue en { $after } %.
today-mark-see = Ver qué cambió

programme-title = Programa
programme-empty = Aquí verá todo su programa, día por día, en cuanto entre a una cohorte con el enlace que le envió quien coordina.
programme-weave-label =
    Su tejido: { $done } de { $all } { $all ->
        [one] actividad hecha
       *[other] actividades hechas
    }
programme-legend = Qué significa cada figura
programme-legend-none = Hilos sueltos: sin empezar
programme-legend-begun = Media figura: en curso
programme-legend-done = Figura completa: hecho
programme-channel-lesson = Lección
programme-channel-lecture = Clase con diapositivas
programme-channel-video = Video
programme-channel-forum = Foro
programme-channel-live = Clase en vivo
programme-channel-practice = Práctica o prueba
programme-channel-room = Presencial
programme-kind-lesson = Lección
programme-kind-practice = Práctica
programme-kind-gate = Prueba
programme-kind-measurement = Medición
programme-state-none = Sin empezar
programme-state-begun = En curso
programme-state-done = Hecho
programme-day = Día { $day }: { $title }
programme-week = Semana { $week }: { $title }
programme-day-size = { $minutes } min en total
programme-topic = Tema { $number }: { $title }
programme-topic-number = Tema { $number }
programme-topics = Temas
programme-best = mejor resultado: { $mark } %
programme-hours =
    { $hours ->
        [one] Una hora en total
       *[other] { $hours } horas en total
    }
programme-job-aids = Hojas para tener a mano

lesson-place-lesson = Tema { $topic } · Lección { $number }
lesson-place-practice = Tema { $topic } · Práctica
lesson-place-gate = Tema { $topic } · Prueba
lesson-place-measurement = Tema { $topic } · Medición
lesson-notice = Contenido sensible
lesson-notice-pause = Puede pausar cuando quiera; no cuenta como falta.
lesson-later = Dejar para después
lesson-who-to-tell = Tarjeta «¿a quién aviso?»
lesson-job-aid = Hoja para tener a mano
lesson-job-aid-print = Cabe en una página. Puede imprimirla o tomarle una foto.
lesson-finish = Terminé esta lección
lesson-finish-note = Se guarda en su tejido. Puede volver a leerla cuando quiera.
lesson-done = Ya terminó esta lección. Puede leerla otra vez.
lesson-next = Seguir: { $title }
lesson-back-today = Volver a Hoy
lesson-review = Este texto espera la revisión de una persona profesional.
lesson-print = Para imprimir, use «Imprimir» en el menú de su navegador.
lesson-refused-old = Esta página estaba abierta desde antes. Nada se perdió; toque el botón otra vez.

quiz-what-practice = Es una práctica: después de cada respuesta ve la explicación. No hay nota que decida nada.
quiz-what-gate = Es la prueba del tema: las explicaciones se ven al entregar.
quiz-fact-questions = Preguntas
quiz-fact-time = Tiempo
quiz-fact-pass = Se aprueba con
quiz-fact-attempts = Intentos
quiz-questions =
    { $count ->
        [one] Una pregunta
       *[other] { $count } preguntas
    }
quiz-minutes = unos { $count } min, sin reloj
quiz-minutes-timed = unos { $count } min
quiz-fact-limit = Límite
quiz-limit =
    { $limit ->
        [one] un minuto desde que empieza, también si cierra la página
       *[other] { $limit } minutos desde que empieza, también si cierra la página
    }
quiz-time-left =
    { $minutes ->
        [one] Le queda algo más de un minuto. Lo que responda después se guarda, pero no cuenta.
       *[other] Le quedan unos { $minutes } minutos. Lo que responda después se guarda, pero no cuenta.
    }
quiz-time-left-little = Le queda menos de un minuto. Lo que responda después se guarda, pero no cuenta.
quiz-time-over = El tiempo de este intento terminó. Lo que respondió a tiempo está guardado.
quiz-kept-late = Se guardó fuera de tiempo y no cuenta:
quiz-handed-in-for-her = El tiempo de este intento terminó y quien coordina su cohorte lo entregó por usted. Se calificó lo que respondió a tiempo y ya había llegado.
quiz-late = Esta respuesta es de después del tiempo. Se guardó, pero no cuenta.
quiz-pass = { $pass } % de aciertos
quiz-pass-above = { $pass } % de aciertos; para completar el programa, { $asked } %
quiz-attempts-left =
    { $left ->
        [one] le queda 1 de { $all }
       *[other] le quedan { $left } de { $all }
    }
quiz-attempts-free = los que necesite
quiz-attempts-at-most = { $all } en total
quiz-saved-note = Cada respuesta se guarda en cuanto la marca. Puede parar y seguir después, también desde otro teléfono.
quiz-saved-note-timed = Cada respuesta se guarda en cuanto la marca. El tiempo no se detiene: si sale de la página sigue corriendo. Mientras quede tiempo puede volver a entrar, también desde otro teléfono.
quiz-start = Empezar
quiz-continue = Continuar
quiz-again = Intentar otra vez
quiz-refused-none-left =
    { $all ->
        [one] Ya usó su intento. Puede releer las lecciones; si necesita otro intento, hable con quien coordina su cohorte.
       *[other] Ya usó sus { $all } intentos. Puede releer las lecciones; si necesita otro, hable con quien coordina su cohorte.
    }
quiz-refused-not-yet = Esta prueba se abre el { $when }. Aquí la encontrará.
quiz-refused-closed-since = Esta prueba cerró el { $when }. Lo que entregó antes cuenta; si necesita otra oportunidad, hable con quien coordina su cohorte.
quiz-refused-passed = Ya aprobó esta prueba. Abajo puede volver a ver sus respuestas.
quiz-refused-not-authority = Los intentos de esta cohorte se abren en el servidor de su organización. Entre allí para empezar; lo que ya hizo no se pierde.
quiz-earlier = Intentos anteriores
quiz-attempt = Intento { $number }
quiz-attempt-open = en curso
quiz-passed = Aprobado
quiz-not-yet = Todavía no
quiz-handed-in = Entregado
quiz-per-cent = { $mark } %
quiz-see = Ver
quiz-question-of = Pregunta { $number } de { $all }
quiz-map = Todas las preguntas
quiz-map-answered = respondida
quiz-map-open = abierta
quiz-answered-of =
    { $all ->
        [one] { $answered } de { $all } respondida
       *[other] { $answered } de { $all } respondidas
    }
quiz-previous = Anterior
quiz-save-next = Guardar y seguir
quiz-save-review = Guardar y revisar
quiz-see-why = Ver por qué
quiz-see-again = Ver otra vez por qué
quiz-next = Siguiente pregunta
quiz-to-review = Revisar y entregar
quiz-saved = Guardado
quiz-saved-here = Guardado en este teléfono
quiz-sending = Guardado en este teléfono; enviando
quiz-not-answered = Sin responder
quiz-offline = No hay señal. Su respuesta está guardada en este teléfono y se envía sola al volver la señal. Puede esperar aquí o cerrar la página.
quiz-waiting-to-hand-in = No hay señal. Su entrega quedó guardada en este teléfono y se envía sola al volver la señal, después de sus respuestas.
quiz-no-storage = Este teléfono no permite guardar aquí. Use el botón para guardar cada respuesta.
quiz-right = Acertó
quiz-not-right = Todavía no
quiz-no-answer = Sin respuesta
quiz-your-answer = Su respuesta
quiz-why = Por qué
quiz-refused-empty = Responda antes de seguir. Nada se perdió.
quiz-refused-old = Esta página estaba abierta desde antes, así que no guardamos su cambio todavía. Revise lo marcado y guarde otra vez.
quiz-refused-not-offered = Esa respuesta no es de esta pregunta. Elija una de la lista y guarde otra vez.
quiz-refused-closed = Este intento ya se entregó. Su respuesta no cambia el resultado; el texto queda en este teléfono.
quiz-refused-closed-plain = Este intento ya se entregó; esa última respuesta no cambia el resultado.
quiz-refused-not-found = No encontramos este intento entre los suyos. Su respuesta queda en este teléfono.
quiz-refused-unavailable-plain = El servidor no puede guardar en este momento. Espere un poco y guarde otra vez; lo que marcó sigue aquí.
quiz-refused-open =
    { $open ->
        [one] Una pregunta está sin respuesta. Si entrega así, cuenta como no acertada; nada se ha entregado todavía.
       *[other] { $open } preguntas están sin respuesta. Si entrega así, cuentan como no acertadas; nada se ha entregado todavía.
    }
quiz-not-started-passed = Ya había aprobado esta prueba cuando empezó este intento. Lo que respondió en él queda en este teléfono y no hace falta enviarlo.
quiz-not-started-none-left = Ya usó todos sus intentos en esta prueba. Lo que respondió en este queda en este teléfono. Si necesita otro intento, hable con quien coordina su cohorte.
quiz-not-started-go-on = Tiene otro intento abierto y ya no le quedan más. Siga en ese. Lo que respondió en este queda en este teléfono.
quiz-review-over = El tiempo de este intento terminó. Entregue lo que respondió a tiempo.
quiz-review = Antes de entregar
quiz-review-all = Respondió todas las preguntas. Puede cambiar cualquiera antes de entregar.
quiz-review-open =
    { $open ->
        [one] Falta una pregunta por responder.
       *[other] Faltan { $open } preguntas por responder.
    }
quiz-answer-open = Responder la pregunta { $number }
quiz-hand-in = Entregar
quiz-hand-in-open = Entregar sin responder todo
quiz-sure = ¿Entregar así?
quiz-sure-open =
    { $open ->
        [one] Una pregunta está sin respuesta y cuenta como no acertada. Después de entregar ya no se puede cambiar.
       *[other] { $open } preguntas están sin respuesta y cuentan como no acertadas. Después de entregar ya no se puede cambiar.
    }
quiz-sure-yes = Sí, entregar así
quiz-sure-no = Volver a las preguntas
quiz-result = Su resultado
quiz-result-points = { $points } de { $max } · { $mark } %
quiz-result-passed = Aprobó. Lo que aprendió aquí ya es suyo.
quiz-result-passed-above = Aprobó. Para completar el programa se pide el { $asked } %: lea las explicaciones de abajo y vuelva a intentarlo con calma. Cuenta su mejor resultado.
quiz-result-passed-above-last = Aprobó. Para completar el programa se pide el { $asked } % y este era el último intento. Hable con quien coordina su cohorte: puede ayudarle a seguir.
quiz-result-not-passed = Todavía no llega al { $pass } %. Lea las explicaciones de abajo y vuelva a intentarlo con calma.
quiz-result-not-passed-last = No llegó al { $pass } % y este era el último intento. Hable con quien coordina su cohorte: puede ayudarle a seguir.
quiz-result-practice = Práctica terminada. Puede repetirla las veces que quiera.
quiz-what-practice-end = Es una práctica: las explicaciones se ven al entregar. No hay nota que decida nada.
quiz-what-gate-mark = Es la prueba del tema: al entregar ve su nota.
quiz-what-measurement = Sirve para ver qué se aprende entre el principio y el final del programa. No decide nada sobre usted: conteste lo que sabe hoy.
quiz-limit-more = { $limit } minutos desde que empieza, con su tiempo adicional; también si cierra la página
quiz-fact-opens = Se abre
quiz-fact-closes = Se cierra
quiz-attempts-granted =
    { $more ->
        [one] con uno que le dieron
       *[other] con { $more } que le dieron
    }
quiz-hint-multiple = Marque todas las que correspondan.
quiz-hint-matching = A cada una póngale lo que le corresponde.
quiz-hint-ordering = Póngalas en orden: 1 es la primera.
quiz-hint-short = Con una o pocas palabras. Los acentos y las mayúsculas no cuentan.
quiz-hint-number = Con cifras, por ejemplo 12 o 2,5.
quiz-hint-open = La lee una persona; su nota puede subir después.
quiz-hint-hot = Marque en el texto las palabras que correspondan.
quiz-hint-cloze = Complete el texto.
quiz-choose = Elija…
quiz-unit = Unidad
quiz-place-of = Lugar de «{ $item }»
quiz-move-up = Subir «{ $item }»
quiz-move-down = Bajar «{ $item }»
quiz-moved = «{ $item }» está ahora en el lugar { $place } de { $all }.
quiz-longest = Hasta { $most } caracteres.
quiz-remaining = Caracteres que le quedan: { $count }
quiz-over-length = Se pasa por { $count } caracteres. Acórtela para guardarla; lo escrito sigue aquí.
quiz-gap = Espacio { $number }
quiz-part-of = Parte { $number } de { $all }
quiz-part-stands = ya no cambia, porque el caso siguió
quiz-save-unfold = Guardar y seguir el caso
quiz-save-this = Guardar esta respuesta
quiz-save-all = Guardar lo respondido
quiz-save-hand-in = Guardar todo y entregar
quiz-partly-right = En parte
quiz-unread = La lee una persona
quiz-criteria = Qué se busca
quiz-key = La respuesta
quiz-outdated = Esta pregunta se corrigió después de que usted la respondió. Respóndala otra vez, por favor.
quiz-withdrawn = Esta pregunta se retiró; no cuenta.
quiz-map-partly = en parte
quiz-map-withdrawn = retirada
quiz-map-flagged = volver
quiz-flag = Marcar para volver
quiz-unflag = Quitar la marca
quiz-to-that-question = Ir a esa pregunta
quiz-review-flagged =
    { $flagged ->
        [one] Marcó una pregunta para volver a ella.
       *[other] Marcó { $flagged } preguntas para volver a ellas.
    }
quiz-refused-flag-closed = Este intento ya se entregó; no hace falta marcar nada más.
quiz-refused-not-a-number = Aquí va un número, por ejemplo 12 o 2,5. Lo que escribió sigue aquí: corríjalo y guarde otra vez.
quiz-refused-too-long = Su respuesta tiene más de { $most } caracteres. Lo que escribió sigue aquí: acórtelo y guarde otra vez.
quiz-result-not-passed-plain = Todavía no llega al { $pass } %. Repase las lecciones y vuelva a intentarlo con calma.
quiz-result-waits = Todavía no llega al { $pass } %, y falta que una persona lea lo que escribió: su nota puede subir.
quiz-result-measurement = Gracias. Esto muestra qué se sabe hoy; no decide nada sobre usted.
quiz-result-unread =
    { $unread ->
        [one] Una respuesta la lee una persona. Mientras tanto no suma; su nota puede subir.
       *[other] { $unread } respuestas las lee una persona. Mientras tanto no suman; su nota puede subir.
    }
quiz-result-mark-only = En esta prueba se ve solo la nota, porque otras personas reciben las mismas preguntas.
quiz-changes = Cambios de su nota
quiz-comments = Comentarios para usted
quiz-mark-changed = El { $day } su nota cambió de { $before } a { $after } %.
quiz-mark-same = El { $day } se revisó su nota y sigue en { $after } %.
quiz-mark-reason = Por qué: { $reason }
quiz-mark-kept = Lo que ya había aprobado sigue aprobado.
quiz-reading = La leyó una persona: { $part } %

gain-title = Antes y después
gain-up = Antes: { $pre } %. Después: { $post } %. { $by ->
        [one] Un punto más.
       *[other] { $by } puntos más.
    }
gain-down = Antes: { $pre } %. Después: { $post } %. { $by ->
        [one] Un punto menos
       *[other] { $by } puntos menos
    }: pasa a veces, porque las dos pruebas no preguntan lo mismo. Puede repasar las lecciones cuando quiera.
gain-same = Antes: { $pre } %. Después: { $post } %. Quedó igual.
gain-before = Antes { $pre } %
gain-after = Después { $post } %
gain-note = Es su primer intento en cada prueba. Son sus dos notas y de nadie más: no se comparan con otras personas.

certificate-title = Constancia
certificate-check = Revise su nombre
certificate-check-note = Así saldrá en la constancia. Escríbalo como en su DPI, con acentos y apóstrofos.
certificate-name = Nombre completo
certificate-get = Sí, obtener mi constancia
certificate-back = Volver a Hoy
certificate-missing-title = Todavía falta un poco
certificate-refused-not-authority = Las constancias de esta cohorte se emiten en el servidor de su organización. Lo que hizo está guardado; pídala allí.
certificate-refused-certified = Su nombre ya está en una constancia. Para corregirlo, hable con quien coordina su cohorte.
certificate-refused-old = Esta página estaba abierta desde antes. Nada se perdió; revise su nombre y confirme otra vez.
certificate-ready = Constancia de participación
certificate-not-competence = Dice que usted participó. No es un certificado de competencia: ese se da al observar lo que una persona sabe hacer.
certificate-number = Número
certificate-name-shown = Nombre
certificate-programme = Programa
certificate-cohort = Cohorte
certificate-hours = Horas
certificate-issued = Fecha
certificate-verify = Cualquiera puede comprobarla en
certificate-qr = Código QR que abre la página de comprobación
certificate-download = Descargar el PDF
certificate-download-size = PDF · una página · menos de { $size }
certificate-revoked = Esta constancia fue anulada el { $date }. Ya no es válida.
certificate-revoked-do = Hable con quien coordina su cohorte.
certificate-language = Idioma de la constancia
certificate-replaced = Esta constancia fue sustituida. La que vale es la número

me-title = Yo
me-back = Volver a «Yo»
me-name = Mi nombre
me-name-note = Así sale en su constancia.
me-name-save = Guardar mi nombre
me-name-saved = Su nombre quedó guardado.
me-name-certified = Su nombre ya está en una constancia. Para corregirlo, hable con quien coordina su cohorte.
me-name-too-short = Escriba su nombre: al menos dos letras.
me-name-too-long = Escriba su nombre en menos de 120 letras.
me-name-unprintable = Escriba su nombre solo con letras, espacios, guiones y apóstrofos.
me-language = Idioma
me-language-save = Cambiar idioma
me-other-phone = Entrar en otro teléfono
me-other-phone-note = Hacemos un enlace para usted sola. Ábralo en el otro teléfono: sirve una sola vez.
me-other-phone-make = Hacer el enlace
me-other-phone-title = Su enlace para entrar
me-other-phone-expires = Sirve una sola vez, hasta el { $date } a las { $time }.
me-other-phone-how = Escanee el código con el otro teléfono, o ábralo escribiendo esta dirección. No lo comparta: quien lo abre entra como usted.
me-other-phone-qr = Código QR con su enlace para entrar
me-devices = Dónde ha entrado
me-device-here = aquí, ahora
me-device-seen = Visto el { $date } a las { $time }
me-device-out = Cerrar ahí
me-device-out-label = Cerrar ahí: { $device }
me-device-gone = La sesión en ese teléfono quedó cerrada.
me-data = Mis datos
me-data-note = Todo lo que este sitio guarda sobre usted, para leer o para llevarse.
me-data-read = Leer mis datos
me-data-download = Descargar mis datos (JSON)
me-data-title = Mis datos
me-data-about = Quién es usted aquí
me-data-enrolments = Sus cohortes
me-data-person = Identificador
me-data-municipality = Municipio
me-data-organisation = Lugar de trabajo
me-data-consent = Versión de lo que aceptó
me-data-entry-code = Código para entrar
me-data-registered = Se registró el
me-data-completed = completado el { $date }
me-data-replaced = sustituida por la { $number }
me-data-replaces = sustituye a otra: { $reason }
me-data-revoked = anulada el { $date }: { $reason }
me-data-facts = Lo que se ha guardado, en orden
me-data-facts-note =
    { $count ->
        [one] Un hecho. El archivo para descargar trae también sus detalles.
       *[other] { $count } hechos. El archivo para descargar trae también los detalles de cada uno.
    }
me-data-nothing = Nada todavía.
me-data-by-other = lo hizo otra persona
me-data-fact-described = Dijo quién es
me-data-fact-agreed = Aceptó un texto
me-data-fact-applied = Pidió un lugar, o le nombraron
me-data-fact-decided = Se respondió a su solicitud
me-data-fact-ended = Dejó un grupo
me-data-fact-resumed = Volvió a un grupo
me-data-fact-registered = Se registró
me-data-fact-renamed = Cambió su nombre
me-data-fact-language = Eligió idioma
me-data-fact-enrolled = Entró a una cohorte
me-data-fact-granted = Recibió un papel en el equipo
me-data-fact-withdrawn = Dejó un papel en el equipo
me-data-fact-begun = Abrió una actividad
me-data-fact-done = Terminó una actividad
me-data-fact-started = Empezó un intento
me-data-fact-answer = Guardó una respuesta
me-data-fact-outdated = Llegó tarde una respuesta anterior
me-data-fact-too-late = Guardó una respuesta después del tiempo
me-data-fact-submitted = Entregó un intento
me-data-fact-read = Leyeron una respuesta abierta
me-data-fact-marked = Cambió la nota de un intento
me-data-fact-commented = Le escribieron sobre un intento
me-data-fact-allowed = Le dieron más intentos o tiempo
me-data-fact-completed = Completó el programa
me-data-fact-issued = Obtuvo una constancia
me-data-fact-revoked = Se anuló una constancia
me-data-fact-support-begun = Alguien vio sus páginas para ayudarle
me-data-fact-support-ended = Terminó de ver sus páginas
me-data-fact-asked = Pidió borrar sus datos
me-data-fact-took-back = Retiró su pedido de borrar
me-data-fact-other = Otro hecho ({ $kind })

me-consent = Lo que aceptó
me-erasure = Borrar mis datos
me-erasure-note = Una persona administradora lo hace a mano y sin vuelta atrás. Se van su nombre, su lugar de trabajo, sus respuestas, su avance y sus sesiones. Quedan totales sin nombre y, donde ya existan, copias en papel y en respaldos anteriores.
me-erasure-certificates = Sus constancias
me-erasure-certificates-keep = Dejar el registro de mis constancias, para que se puedan comprobar
me-erasure-certificates-erase = Borrar también el registro de mis constancias: ya nadie podrá comprobarlas
me-erasure-ask = Pedir que se borren
me-erasure-asked = Pidió borrar sus datos el { $date }. Mientras una persona administradora lo hace, puede seguir usando el sitio o retirar su pedido.
me-erasure-asked-keep = El registro de sus constancias se queda.
me-erasure-asked-erase = El registro de sus constancias también se borra.
me-erasure-withdraw = Retirar mi pedido
me-erasure-last-administrator = Usted es la única persona administradora de este sitio. Nombre antes a otra; así alguien puede cuidar los datos de los demás.
me-sign-out = Cerrar sesión
me-sign-out-note = En este teléfono. Para volver use su código con PIN o un enlace nuevo.
me-waiting = Hay respuestas guardadas solo en este teléfono. Espere a que se envíen antes de cerrar sesión.
me-unsent = Lo que no se ha enviado
me-unsent-note = Lo que usted escribe sin señal espera en este teléfono. Está guardado bajo llave: solo se abre con su cuenta.
me-unsent-legend = Cuando use «Salir rápido» o cierre sesión en este teléfono:
me-unsent-keep = Se queda guardado y se envía cuando usted vuelva a entrar
me-unsent-wipe = Se borra de este teléfono y no se recupera
me-unsent-none = Ahora no espera nada.
me-unsent-one = Ahora espera 1 cosa.
me-unsent-other = Ahora esperan # cosas.
me-unsent-saved = Guardado en este teléfono.
me-unsent-shut = Este teléfono no permite guardarlo: se queda como estaba.
me-sign-out-sure-one = 1 cosa no se ha enviado. Usted eligió que se borre al salir; no se recupera.
me-sign-out-sure-other = # cosas no se han enviado. Usted eligió que se borren al salir; no se recuperan.
me-sign-out-wipe = Borrar y cerrar sesión
me-sign-out-keep = Dejarlas guardadas y cerrar sesión
me-sign-out-stay = No cerrar sesión

data-title = Datos
data-card = Datos usados
data-month = En { $month }: { $used }
data-nothing = Este mes todavía no hay nada que contar.
data-days = Día por día
data-day = Día
data-down = Recibido
data-up = Enviado
data-note = Es lo que este sitio recibió de usted y le envió, en todos los teléfonos donde entró, como lo cuenta el servidor. La red y el cifrado agregan unos pocos puntos por ciento: su operador puede contar algo más.
data-family-lessons = Lecciones
data-family-quizzes = Prácticas y pruebas
data-family-programme = Hoy y Programa
data-family-downloads = Descargas
data-family-papers = Constancias y papeles
data-family-desk = Mesa, números y sitio
data-family-app = La aplicación misma
data-family-rest = Lo demás
data-limit-field = Límite al mes, en MB
data-limit-note = Si quiere cuidar su saldo: al llegar al límite, el sitio pregunta antes de abrir otra página. Nunca detiene lo que usted escribe.
data-limit-save = Guardar el límite
data-limit-lift = Quitar el límite
data-limit-saved = Su límite quedó guardado.
data-limit-lifted = Ya no tiene límite.
data-limit-left = Su límite es de { $limit } MB al mes; le quedan { $left }.
data-limit-reached = Su límite es de { $limit } MB al mes, y ya llegó a él.
data-limit-going-on = Su límite es de { $limit } MB al mes; este mes eligió seguir.
data-limit-wrong = Escriba el límite en MB con un número entero, de 1 a { $most }.
data-ask-title = Su límite de datos
data-ask = Ya usó { $used } de sus { $limit } MB de este mes. ¿Seguir?
data-ask-go-on = Seguir este mes
data-ask-raise = Subir el límite y seguir
data-ask-later = Más tarde
data-ask-note = Lo que usted escribe se guarda y se envía siempre. «Salir rápido» y «¿A quién aviso?» se abren siempre.
data-later = Está bien, puede esperar
data-later-note = Nada se pierde. La cuenta empieza de nuevo el { $date }. En «Yo» puede ver cuánto ha usado y cambiar su límite cuando quiera.
lesson-try = Pruebe
lesson-try-answer = Ver una respuesta posible
lesson-slide = { $number } de { $all }
lesson-about-lecture = Cada diapositiva lleva debajo lo que se dice. Se lee sin sonido, y se imprime como hoja de apoyo.
lesson-about-video = El guion del video: lo que se ve y lo que se oye.
lesson-about-discussion = Para conversar con colegas de su cohorte. Nunca con datos de un caso real.
lesson-place-lecture = Tema { $topic } · Clase con diapositivas
lesson-place-video = Tema { $topic } · Guion de video
lesson-place-discussion = Tema { $topic } · Conversación { $number }
programme-kind-lecture = Clase con diapositivas
programme-kind-video = Guion de video
programme-kind-discussion = Conversación
lesson-finish-lecture = Terminé esta clase
lesson-finish-video = Terminé este video
lesson-finish-discussion = Ya lo conversé
lesson-done-other = Ya lo terminó. Puede volver cuando quiera.
programme-day-closing = Para cerrar el día
programme-week-closing = Para cerrar la semana
today-more-week =
    { $count ->
        [one] Ver toda la semana: una más
       *[other] Ver toda la semana: { $count } más
    }
today-more =
    { $count ->
        [one] Ver todo el día: una más
       *[other] Ver todo el día: { $count } más
    }
topic-start = Empezar: { $title }
topic-continue = Continuar: { $title }
lesson-before = Antes: { $title }
lesson-ways = Antes y después
topic-competences = Lo que usted podrá hacer
topic-activities = Actividades
topic-offline = Sin señal
topic-sheets = Para tener a mano
topic-references = En qué se apoya
topic-in-library = Todo lo de este tema en la biblioteca
