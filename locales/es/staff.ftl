# What staff read: the desk, a cohort, the numbers, the site.

desk-title = Mesa
desk-cohorts = Sus cohortes
desk-cohort-people =
    { $count ->
        [one] Una persona
       *[other] { $count } personas
    }
desk-empty = Todavía no tiene ninguna cohorte a su cargo.
desk-empty-next = Aquí verá a las personas de su cohorte y cómo van. Pida a quien administra el sitio que le nombre en una.
desk-empty-administrator = Abra la primera cohorte en Sitio; aquí verá a sus personas.
desk-join = Para entrar a esta cohorte
desk-join-note = Comparta este enlace por WhatsApp o muestre el código. Cada persona llena sus datos en unos tres minutos.
desk-join-link = Enlace de la cohorte
desk-join-qr = Código QR que abre el enlace de la cohorte
desk-poster = Afiche para imprimir (PDF)
desk-slips = Papelitos con PIN para todas las personas (PDF)
desk-slips-note = Hacer papelitos cambia el PIN de cada persona: los papelitos anteriores dejan de servir.
desk-slips-empty = Los papelitos con PIN se hacen cuando haya personas en la cohorte.

desk-funnel = Camino
desk-funnel-enrolled = Inscritas
desk-funnel-active = Empezaron algo
desk-funnel-half = Van por la mitad o más
desk-funnel-completed = Completaron
desk-funnel-certified = Con constancia
desk-funnel-step = Paso
desk-funnel-people = Personas
desk-of = { $part } de { $all }

desk-needs = Necesitan una mano
desk-needs-none = Nadie, por ahora. Aquí aparece quien lleva siete días sin entrar o no logra pasar una prueba.
desk-needs-not-entered =
    { $days ->
        [one] sin entrar un día
       *[other] sin entrar { $days } días
    }
desk-needs-stuck =
    { $failed ->
        [one] «{ $title }»: un intento sin aprobar
       *[other] «{ $title }»: { $failed } intentos sin aprobar
    }
desk-needs-see = Ver a { $name }

desk-people = Personas
desk-people-table = Personas de la cohorte, con su avance
desk-people-empty = Todavía no hay nadie. Comparta el enlace o el afiche: cada persona aparece aquí en cuanto entra.
desk-person = Persona
desk-person-progress = Avance
desk-person-best = Mejor prueba
desk-person-certificate = Constancia
desk-person-seen = Última entrada
desk-person-code = Código
desk-person-actions = Acciones
desk-person-weave = Avance de { $name }: { $done } de { $all } hechas
desk-missing = Qué falta
desk-missing-label = Qué falta: { $name }
desk-never = Nunca
desk-best-value = { $mark } %
desk-best-none = Sin prueba
desk-certificate-none = Todavía no
desk-certificate-valid = Sí
desk-certificate-revoked = Anulada
desk-seen-today = Hoy
desk-seen-days =
    { $days ->
        [one] Hace un día
       *[other] Hace { $days } días
    }
desk-link-make = Enlace de una vez
desk-link-make-label = Enlace de una vez para { $name }
desk-slip-make = Papelito nuevo
desk-slip-make-label = Papelito nuevo para { $name }
desk-remove = Sacar de este grupo
desk-remove-label = Sacar a { $name } de este grupo
desk-revoke = Anular constancia
desk-revoke-label = Anular constancia de { $name }
desk-revoke-reason = Por qué se anula
desk-revoke-note = Quien compruebe esta constancia verá que está anulada y por qué. No escriba nada privado.
desk-revoke-yes = Anular la constancia
desk-revoke-no-reason = Escriba por qué se anula, con cinco letras o más; lo verá quien la compruebe.
desk-revoke-title = Anular una constancia
desk-revoke-of = Constancia { $number } de { $name }
desk-revoke-done = La constancia ya estaba anulada.
desk-revoke-replaced = Esta constancia fue sustituida y ya no vale: no hay nada que anular. La que vale es esta otra; si hace falta, anule esa.
desk-more = Más
desk-more-label = Más acciones para { $name }
desk-link-title = Enlace para { $name }
desk-link-how = Entréguelo solo a esa persona: quien lo abre entra como ella. Sirve una sola vez, hasta el { $date } a las { $time }. No se vuelve a mostrar.
desk-link-qr = Código QR con el enlace para entrar
desk-back = Volver a la cohorte
desk-sectors = Por sector
desk-departments = Por departamento
desk-departments-map = Personas inscritas por departamento: { $list }
desk-departments-entry = { $name } { $count }
desk-departments-none = ninguna todavía
desk-departments-note = Los 22 departamentos, del mismo tamaño. El número dice cuántas personas.
desk-departments-missing =
    { $count ->
        [one] Una persona sin dato de municipio.
       *[other] { $count } personas sin dato de municipio.
    }
desk-sector = Sector
desk-no-data = Sin dato
desk-role-facilitator = Facilita
desk-role-assessor = Evalúa
desk-role-coordinator = Coordina
desk-role-analyst = Analiza
desk-role-administrator = Administra

numbers-title = Números
numbers-intro = Totales de todas las cohortes, sin ninguna persona.
numbers-cohorts =
    { $count ->
        [one] Una cohorte
       *[other] { $count } cohortes
    }
numbers-published = Publicado el { $date }
numbers-steps = Un número cambia solo en pasos de cinco personas o más. Mientras cambian menos, se muestra el que ya estaba.
numbers-protected-note = «Protegido» quiere decir de 0 a 4 personas, o un número con el que se podrían calcular.
numbers-how = Cómo se protege a las personas
numbers-how-day = La página y los archivos muestran la última publicación. La siguiente se hace cuando alguien la pide, un día después o más tarde: hasta entonces, dos archivos dicen lo mismo.
numbers-how-missing = Si a un grupo de menos de { $known } personas le faltan de una a cuatro para completar, tampoco se muestra cuántas completaron.
numbers-how-rest = Cada persona está en una sola fila de cada tabla. La última fila dice cuántas hay en filas protegidas, y cuántas aún no se suman a la suya.
numbers-how-no-filter = No hay filtros ni cruces entre tablas: al comparar dos de ellos se podría reconocer a alguien.
numbers-tables = Tablas
numbers-xlsx = Hoja de cálculo (XLSX)
numbers-pdf = Documento (PDF)
numbers-csv = { $table }, como CSV
numbers-csv-short = CSV
numbers-total = Camino de todas las personas
numbers-sectors = Por sector
numbers-organisations = Por organización
numbers-organisations-note = Como la escribieron las personas; se juntan las que solo cambian en tildes, espacios o mayúsculas.
numbers-departments = Por departamento
numbers-sexes = Por sexo
numbers-peoples = Por pueblo
numbers-peoples-note = Lo que dijo cada persona de sí misma. Nadie tiene que responder.
numbers-communities = Por comunidad lingüística
numbers-by-cohort = Por cohorte
numbers-by-cohort-note = Quien estuvo en varias cuenta en la que llegó más lejos.
numbers-organisation = Organización
numbers-department = Departamento
numbers-cohort = Cohorte
numbers-not-said = Prefiere no responder
numbers-enrolled = Inscritas
numbers-active = Empezaron
numbers-completed = Completaron
numbers-certified = Con constancia
numbers-suppressed = Menos de 5, o protegido
numbers-hidden = Menos de 5, o protegido: { $groups }.
numbers-suppressed-short = protegido
numbers-rest = Protegidas o por sumar
numbers-rest-open = Las demás, protegidas o por sumar
numbers-map-title = Mapa de personas inscritas
numbers-map = Personas inscritas por departamento: { $list }
numbers-map-entry = { $name } { $count }
numbers-map-note = Inscritas. Más oscuro es más personas. El guion es una celda protegida.
numbers-empty = Todavía no hay cinco personas inscritas. Aquí verá los totales en una publicación que se haga después.
numbers-table = Números por { $by }
numbers-everybody = Todas las personas
numbers-gains = Antes y después
numbers-gains-note = Cuánto cambió la nota de 0 a 100 entre la prueba de antes y la de después. Solo cuenta quien entregó la de antes y después empezó la otra. Se muestra desde 5 personas con notas distintas, y cambia cuando hay 5 más o menos.
numbers-gains-table = Ganancia entre dos pruebas, por versión de programa
numbers-gains-programme = Programa
numbers-gains-version = { $programme }, versión { $version }
numbers-gains-pairs = Con las dos pruebas
numbers-gains-low = Desde
numbers-gains-high = Hasta
numbers-sheet-read = Cómo leer

stats-title = Estadísticas
stats-views = Otras vistas de estos números
stats-over-cohort = Solo esta cohorte
stats-over-version = Las { $cohorts } cohortes de esta versión
stats-who-title = De quiénes son estos números
stats-who =
    { $handed ->
        [0] De { $enrolled } personas, ninguna ha entregado todavía.
        [one] Una de { $enrolled } personas entregó; se cuenta su primer intento.
       *[other] { $handed } de { $enrolled } personas entregaron; se cuenta el primer intento de cada una.
    }
stats-waiting =
    { $count ->
        [one] El de una persona espera que alguien lea sus respuestas y todavía no cuenta.
       *[other] Los de { $count } personas esperan que alguien lea sus respuestas y todavía no cuentan.
    }
stats-none = Aquí verá cómo funciona la prueba cuando haya intentos que cuenten.
stats-fewest = Hay menos de { $limit } intentos que cuentan: con tan pocos, un promedio es casi la nota de cada quien. Los números aparecen desde { $limit }.
stats-few = Con menos de { $limit } intentos, estos números dicen poco: no saque conclusiones de ellos.
stats-marks = Notas
stats-mean = Promedio
stats-median = Mediana
stats-sd = Desviación estándar
stats-of-hundred = { $value } de 100
stats-points = { $value } puntos
stats-histogram = Cuántas personas sacaron cada nota
stats-tenths = Nota
stats-tenth = { $from } a { $to }
stats-steady = Qué tan firme es la nota
stats-alpha = Alfa de Cronbach
stats-alpha-good = Las preguntas miden juntas una misma cosa: la nota es firme.
stats-alpha-fair = Las preguntas miden más o menos una misma cosa: la nota sirve como guía.
stats-alpha-poor = Las preguntas miden cosas distintas, o son pocas: la nota dice poco de una persona sola.
stats-alpha-none-attempts = No se puede calcular con menos de dos intentos.
stats-alpha-none-different = No se puede calcular, porque no todas las personas recibieron las mismas preguntas.
stats-alpha-none-questions = No se puede calcular con menos de dos preguntas.
stats-alpha-none-variance = No se puede calcular, porque todas las personas sacaron la misma nota.
stats-error = Si la misma persona tomara la prueba otra vez, su nota cambiaría unos { $value } puntos, más o menos, solo por azar (error estándar de medición).
stats-questions = Preguntas
stats-sort = Ordenar por
stats-number = Número
stats-sort-number = número
stats-sort-look = qué mirar
stats-sort-facility = más difíciles
stats-sort-discrimination = menor discriminación
stats-sort-rest = menor relación con el resto
stats-table = Preguntas de la prueba, con sus números
stats-question-column = Pregunta
stats-question = Pregunta { $number }.
stats-asked = La recibieron
stats-facility = Facilidad
stats-discrimination = Discriminación
stats-rest = Relación con el resto
stats-look = Qué mirar
stats-look-wrong-way = Mírela: quienes más saben fallan
stats-look-very-easy = Muy fácil
stats-look-very-hard = Muy difícil
stats-look-parts-nobody = No distingue
stats-read = Cómo leer estos números
stats-read-facility = Facilidad, de 0 a 1: la parte de los puntos que se alcanzó. Sobre 0,95 es muy fácil; bajo 0,20, muy difícil.
stats-read-discrimination = Discriminación, de −1 a 1: facilidad en el grupo superior menos la del inferior. Son el 27 % con mejores notas y el 27 % con las más bajas, con sus empates.
stats-read-rest = Relación con el resto, de −1 a 1: si quien acierta esta pregunta acierta también las demás. Bajo 0,10 no distingue; bajo 0, revise primero la clave.
stats-read-look = Una pregunta se señala desde 10 personas que la recibieron. Con menos de 30, todo esto cambia mucho de un grupo a otro.
stats-options = Qué se eligió en cada pregunta
stats-options-note = Abra una pregunta para ver cuántas personas eligieron cada opción. Una persona que marcó varias cuenta en cada una.
stats-export-note = Una fila por cada opción de cada pregunta, con los números de la pregunta; también todo lo que se escribió. Sin nombres.
stats-groups = La recibieron { $asked } personas; { $upper } en el grupo superior y { $lower } en el inferior.
stats-groups-none = La recibieron { $asked } personas. No hay dos grupos que comparar: sus notas son casi iguales.
stats-options-none = Esta pregunta no tiene opciones que contar.
stats-option = Opción
stats-all = Todas
stats-upper = Grupo superior
stats-lower = Grupo inferior
stats-right = Correcta
stats-nobody = Nadie la eligió
stats-draws-upper = La eligen más quienes más saben: quizá también sea correcta, o lo parece
stats-unanswered = Sin respuesta
stats-in-place = { $item }, en su lugar
stats-part = Parte { $number }
stats-gap = Espacio { $number }
stats-typed = «{ $text }»
stats-typed-others =
    { $count ->
        [one] Y otra respuesta escrita distinta.
       *[other] Y otras { $count } respuestas escritas distintas.
    }

gains-title = Antes y después
gains-test = Estadísticas de «{ $title }»
gains-who = De { $enrolled } personas: { $counts }.
gains-both =
    { $count ->
        [0] ninguna con las dos pruebas
        [one] una con las dos pruebas
       *[other] { $count } con las dos pruebas
    }
gains-pre-only =
    { $count ->
        [0] ninguna solo la primera
        [one] una solo la primera
       *[other] { $count } solo la primera
    }
gains-post-only =
    { $count ->
        [0] ninguna solo la última
        [one] una solo la última
       *[other] { $count } solo la última
    }
gains-waiting =
    { $count ->
        [one] Un intento espera que alguien lea sus respuestas y todavía no cuenta.
       *[other] { $count } intentos esperan que alguien lea sus respuestas y todavía no cuentan.
    }
gains-out-of-order =
    { $count ->
        [one] 1 persona empezó la de después antes de entregar la de antes: no cuenta en ninguna.
       *[other] { $count } personas empezaron la de después antes de entregar la de antes: no cuentan en ninguna.
    }
gains-pairs-only = La ganancia se calcula solo con quienes entregaron la de antes y después empezaron la otra, cada una con su primer intento.
gains-none = Aquí verá cuánto ganó el grupo cuando haya personas con las dos pruebas.
gains-fewest = Hay menos de { $limit } personas con las dos pruebas: con tan pocas, un promedio es casi lo de cada quien. Los números aparecen desde { $limit }.
gains-few = Con menos de { $limit } personas con las dos pruebas, estos números dicen poco: no saque conclusiones de ellos.
gains-says = Cuánto ganaron
gains-mean-up = En promedio subieron { $by } puntos de 100: de { $pre } a { $post }.
gains-mean-down = En promedio bajaron { $by } puntos de 100: de { $pre } a { $post }.
gains-mean-same = En promedio quedaron igual: { $pre } puntos de 100 antes y { $post } después.
gains-interval = Con 95 % de confianza, la ganancia media está entre { $low } y { $high } puntos.
gains-interval-zero = Ese rango incluye el cero: con estas personas no se puede decir que el grupo haya cambiado.
gains-interval-none = No hay intervalo de confianza, porque todas cambiaron lo mismo.
gains-d-z = El tamaño del efecto (d de Cohen para pares) es { $value }: la ganancia media, medida en desviaciones estándar de las ganancias.
gains-without-comparison = Sin un grupo que no tomó el programa, esto incluye lo que se habría aprendido de todos modos.
gains-graph = Cada persona, de antes a después
gains-graph-means = { $count } personas con las dos pruebas, en promedio de { $pre } a { $post } de 100.
gains-graph-moves =
    { $risen } suben, { $fallen ->
        [one] 1 baja
       *[other] { $fallen } bajan
    }, { $same ->
        [one] 1 queda igual
       *[other] { $same } quedan igual
    }.
gains-graph-note = La línea gruesa es el promedio; las de rayas bajan.
gains-topics = Por tema
gains-topics-table = Ganancia por tema, en puntos de 100
gains-topic = Tema
gains-pairs = Con las dos
gains-before = Antes
gains-after = Después
gains-gain = Diferencia
gains-interval-column = Intervalo de 95 %
gains-interval-short = { $low } a { $high }
gains-too-few = Menos de 5
gains-people = Por persona
gains-people-table = Notas de cada persona antes y después, en puntos de 100
gains-people-empty = Todavía nadie ha entregado ninguna de las dos pruebas.
gains-people-note = En puntos de 100. El círculo vacío es antes; el lleno, después.
gains-not-taken = No la tomó
gains-no-pair = Sin par
gains-no-pair-order = En otro orden: no cuenta
gains-why-none = Por qué no hay diferencia

site-title = Sitio
package-open = Traer o llevar programas
package-title = Programas que entran y salen
package-bring = Traer un programa
package-bring-note = Es la carpeta del programa en un archivo ZIP. Se revisa entera antes de guardarse: si algo no está bien, se dice en qué archivo y en qué línea, y no se guarda nada. Lo que entra no cambia nunca; una corrección entra como otra versión.
package-file = Archivo ZIP
package-file-note = Hasta { $size }, con programme.toml arriba o dentro de una sola carpeta.
package-bring-button = Revisar y traer
package-none = Todavía no hay ninguno. Traiga el primero con el formulario de arriba.
package-give = Llevar { $file }
package-taken = El programa entró como versión nueva. Ninguna cohorte cambió: cada una pasa cuando quien la coordina lo decide.
package-known = Ese mismo paquete ya estaba aquí, igual hasta la última letra. No cambió nada.
package-faulty = El paquete tiene algo que corregir. No se guardó nada.
package-more =
    { $count ->
        [one] Hay un problema más.
       *[other] Hay { $count } problemas más.
    }
package-not-zip = Ese archivo no es un ZIP que se pueda abrir. Comprima la carpeta del programa y envíe ese archivo.
package-too-large = El ZIP trae demasiados archivos, o demasiado grandes. Un paquete tiene a lo sumo 64 MB y 5000 archivos, de 2 MB cada uno.
package-no-programme = El ZIP no trae programme.toml arriba ni dentro de su única carpeta.
package-label-taken = Ya hay una versión { $label } de este programa con otro contenido. Dé otro nombre a la versión en programme.toml.
package-kind-changed = La actividad «{ $activity }» era de otra clase en la versión { $version }: lo hecho de una contaría como hecho de la otra. Dele otro id.
site-versions = Programas
site-versions-empty = Todavía no hay programas. Traiga uno con el botón de abajo.
site-version = Versión { $label }
site-version-imported = Traída el { $date }
site-version-cohorts =
    { $count ->
        [one] una cohorte
       *[other] { $count } cohortes
    }
site-version-review =
    { $count ->
        [0] todo revisado
        [one] uno por revisar
       *[other] { $count } por revisar
    }
site-cohorts = Cohortes
site-cohorts-empty = Todavía no hay cohortes. Abra la primera aquí abajo.
site-open = Abrir una cohorte
site-open-name = Nombre
site-open-name-hint = Por ejemplo: Cobán 2027-1
site-open-version = Programa
site-open-starts = Empieza
site-open-ends = Termina
site-open-organisation = Organización
site-open-button = Abrir la cohorte
site-open-refused-name = Escriba un nombre de 3 a 120 letras.
site-open-refused-version = Elija un programa de la lista.
site-open-refused-starts = Escriba el día en que empieza.
site-open-refused-ends = Escriba un día de fin que no sea antes del inicio.
site-open-refused-organisation = Escriba la organización que da el programa.
site-refused-old = Esta página estaba abierta desde antes. Revise los datos y envíe otra vez; nada se perdió.
site-refused-fields = Revise lo marcado abajo. Lo que escribió sigue aquí.
site-staff = Equipo
site-staff-table = Personas del equipo y su papel
site-staff-empty = Todavía no hay nadie más en el equipo.
site-staff-role = Papel
site-staff-where = Dónde
site-staff-everywhere = Todo el sitio
site-name-staff = Nombrar a alguien del equipo
site-name-staff-name = Nombre completo
site-name-staff-cohort = Cohorte
site-name-staff-cohort-none = Todo el sitio
site-name-staff-cohort-hint = Quien facilita, evalúa o coordina va en una cohorte. Quien analiza o administra, en todo el sitio.
site-name-staff-language = Idioma
site-name-staff-button = Nombrar y hacer su enlace
site-name-staff-refused-role = Elija qué hará.
site-name-staff-refused-cohort = Ese papel necesita una cohorte de la lista, o ninguna si es para todo el sitio.
site-named-title = { $name } ya es parte del equipo
site-named-how = Entregue este enlace solo a esa persona: quien lo abre entra como ella. Sirve una sola vez, hasta el { $date } a las { $time }. No se vuelve a mostrar.
site-named-qr = Código QR con el enlace para entrar
site-back = Volver a Sitio
site-erasures = Pedidos de borrar datos
site-erasures-count =
    { $count ->
        [one] Un pedido espera.
       *[other] { $count } pedidos esperan.
    }
site-erasures-none = Nadie ha pedido borrar sus datos.
site-erasure-open = Revisar
site-erasure-open-label = Revisar el pedido de { $name }
site-erasure-asked = Pedido el { $date }
site-erasure-title = Borrar los datos de { $name }
site-erasure-goes = Qué se va
site-erasure-goes-name = Su nombre, sector, lugar de trabajo y municipio
site-erasure-goes-facts =
    { $count ->
        [one] Un hecho del diario: su contenido se borra y la cadena queda entera
       *[other] { $count } hechos del diario: su contenido se borra y la cadena queda entera
    }
site-erasure-goes-answers = Sus respuestas, sus notas y su avance
site-erasure-goes-sessions = Sus sesiones, su código y su PIN: sale de todos sus teléfonos
site-erasure-goes-certificates = El registro de sus constancias: ya nadie podrá comprobar { $numbers }
site-erasure-stays = Qué queda
site-erasure-stays-totals = Los totales sin nombre
site-erasure-stays-certificates = El registro de sus constancias, con su nombre, para poder comprobarlas: { $numbers }
site-erasure-stays-copies = Los respaldos hechos antes y los papeles impresos. Quien restaure un respaldo debe dar con él la lista de borrados (redactions.jsonl); entonces este borrado se aplica otra vez.
site-erasure-confirm = Para confirmar, escriba: { $word }
site-erasure-confirm-word = BORRAR
site-erasure-confirm-wrong = Escriba { $word } para confirmar. Nada se ha borrado.
site-erasure-button = Borrar sin vuelta atrás
site-erasure-done = Los datos se borraron. Queda escrito en el diario que se hizo, sin nombre.
site-erasure-last-administrator = Es la única persona administradora. Nombre antes a otra.
site-machine = La máquina
site-machine-engine = Base de datos
site-machine-node = Nodo
site-machine-epoch = Época
site-machine-facts = Hechos en el diario
site-machine-head = Última huella de la cadena
site-backup = Respaldo
site-backup-note = En la máquina del sitio, una línea guarda todo en un solo archivo, sin detener nada:
site-backup-check = Guarde el archivo en otro lugar. Para saber si todo está bien:

# The certificates of a cohort: the list, all of them as one file, another in the place of one.
desk-certificates-title = Constancias
desk-certificates-count =
    { $count ->
        [0] ninguna vigente
        [one] 1 vigente
       *[other] { $count } vigentes
    }
desk-certificates-issue-title = Por emitir
desk-certificates-without =
    { $count ->
        [one] 1 persona completó el programa y todavía no tiene constancia.
       *[other] { $count } personas completaron el programa y todavía no tienen constancia.
    }
desk-certificates-names = Los nombres, como quedarán en la constancia
desk-certificates-issue =
    { $count ->
        [one] Emitir 1 constancia
       *[other] Emitir las { $count } constancias
    }
desk-certificates-issue-note = Cada una sale en el idioma de su persona, que la verá en Hoy. Si un nombre está mal, pida que lo corrija en «Yo» antes; después se emite de nuevo. A quien se le anuló la suya no se le emite otra aquí.
desk-certificates-issuing = Emitidas { $done } de { $all }
desk-certificates-issuing-note = Puede cerrar esta página; sigue por sí sola.
desk-certificates-issued = Todas las personas que completaron el programa tienen ya su constancia.
desk-certificates-not-authority = Las constancias de esta cohorte se emiten en otro servidor. Aquí no cambió nada.
desk-certificates-all = Todas las constancias
desk-certificates-print =
    { $count ->
        [one] Preparar la constancia en un archivo ZIP
       *[other] Preparar las { $count } constancias en un archivo ZIP
    }
desk-certificates-note = Un PDF por persona, con el número como nombre. Se hace aparte: puede irse y volver.
desk-certificates-waiting = En espera: se están haciendo las de otra cohorte.
desk-certificates-working = Hechas { $done } de { $all }
desk-certificates-look = Ver cómo va
desk-certificates-leave = Se hacen aunque cierre esta página.
desk-certificates-fetch = Descargar el ZIP
desk-certificates-size =
    { $count ->
        [one] ZIP · 1 PDF · { $size }
       *[other] ZIP · { $count } PDF · { $size }
    }
desk-certificates-failed = No se pudieron preparar. Nada se perdió: inténtelo otra vez, y si se repite avise a quien administra el sitio.
desk-certificates-outdated = Desde que se preparó el archivo cambiaron las constancias. Prepárelo otra vez.
desk-certificates-list = Constancias de la cohorte
desk-certificates-empty = Todavía no hay ninguna. Aparecen aquí cuando una persona que completó el programa obtiene la suya, o cuando se emiten desde esta página.
desk-certificates-state = Estado
desk-certificates-valid = Vigente
desk-certificates-replaced = Sustituida
desk-certificates-next = Ver la nueva
desk-certificates-revoked-note = El { $date }: { $reason }
desk-certificates-because = Sustituye a otra: { $reason }
desk-certificates-back = Ver las constancias
desk-reissue = Emitir de nuevo
desk-reissue-label = Emitir de nuevo la constancia de { $name }
desk-reissue-title = Emitir una constancia de nuevo
desk-reissue-note = La nueva tendrá otro número. Quien compruebe el número de antes verá que fue sustituida y cuál vale ahora.
desk-reissue-after-revocation = Esta constancia está anulada y así se queda. La nueva tendrá otro número, y la anulada dirá cuál es.
desk-reissue-name = Nombre como saldrá en la constancia
desk-reissue-name-note = Como en su DPI, con acentos y apóstrofos. También se corrige en sus datos.
desk-reissue-reason = Por qué se emite de nuevo
desk-reissue-reason-note = Lo leen la persona y el equipo de la cohorte; quien compruebe el número no lo ve.
desk-reissue-yes = Emitir la constancia nueva
desk-reissue-no-reason = Escriba por qué se emite de nuevo, con cinco letras o más.
desk-reissue-unchanged = El nombre y el idioma son los mismos: no hay nada que corregir.
desk-reissue-already = Otra constancia tomó ya el lugar de esta.
desk-reissue-see = Ver la que tomó su lugar
desk-reissue-not-completed = Esta persona no ha completado el programa: todavía no se le puede emitir otra.
desk-reissue-not-authority = Las constancias de esta cohorte se emiten en el servidor de su organización.
desk-reissue-old = Esta página estaba abierta desde antes. Nada se perdió; revise los datos y confirme otra vez.
results-title = Pruebas
results-open = Pruebas y respuestas
results-back = Volver a la cohorte
results-back-quizzes = Todas las pruebas
results-back-quiz = Volver a la prueba
results-none = Este programa todavía no tiene pruebas ni prácticas.
results-table = Pruebas de la cohorte, con cuántas personas van en cada una
results-quiz = Prueba
results-began = Empezaron
results-handed-in = Entregaron
results-passed = Aprobaron
results-days = Días
results-unread = Por leer
results-unread-count =
    { $count ->
        [0] Nada
        [one] Una respuesta
       *[other] { $count } respuestas
    }
results-not-to-pass = No se aprueba
results-window-always = Siempre abierta
results-window-from = Desde el { $opens }
results-window-until = Hasta el { $closes }
results-window-from-until = Del { $opens } al { $closes }
results-read-waiting =
    { $count ->
        [one] Una respuesta abierta espera que alguien la lea.
       *[other] { $count } respuestas abiertas esperan que alguien las lea.
    }
results-read-go = Leer la más antigua
results-tabs = Vistas de esta prueba
results-tab-people = Personas y respuestas
results-export = Llevar a una hoja de cálculo
results-export-note = Una fila por intento; para cada pregunta, cuánto valió y qué se respondió. El CSV separa con comas, como Excel en Guatemala. Las respuestas pueden tocar a personas reales: guarde el archivo donde solo lo vea quien debe.
results-export-xlsx = Excel (XLSX)
results-export-csv = CSV
results-export-no-names = Sin nombres (XLSX)
results-export-enrolment = Inscripción
results-export-name = Nombre
results-export-attempt = Intento
results-export-state = Estado
results-export-began = Empezó
results-export-handed-in = Entregó
results-export-mark = Nota (%)
results-export-points = { $question }: vale (%)
results-export-answer = { $question }: respuesta
results-people = Por persona
results-people-table = Personas de la cohorte en esta prueba
results-people-empty = Todavía no hay nadie en la cohorte. Aquí verá sus intentos en cuanto empiecen.
results-sort = Ordenar por
results-sort-name = nombre
results-sort-best = mejor nota
results-sort-last = última vez
results-best = Mejor nota
results-attempts = Intentos
results-state = Estado
results-last = Última vez
results-actions = Acciones
results-see-attempt-label = Ver el intento de { $name }
results-grant = Dar más
results-grant-label = Dar más a { $name }: otro intento o más tiempo
results-state-none = Sin empezar
results-state-open = En curso
results-state-to-read = Por leer
results-state-not-passed = Todavía no
results-state-handed-in = Entregado
results-state-passed = Aprobado
results-state-kept = Aprobado antes de una corrección
results-mark = { $mark } %
results-no-mark = Sin nota
results-questions = Por pregunta
results-questions-empty = Aquí verá qué se respondió a cada pregunta cuando alguien entregue.
results-question-counts =
    { $asked ->
        [one] De un intento: bien { $right }, en parte { $partly }, no { $wrong }
       *[other] De { $asked } intentos: bien { $right }, en parte { $partly }, no { $wrong }
    }
results-question-unread =
    { $count ->
        [one] (una por leer)
       *[other] ({ $count } por leer)
    }
results-question-withdrawn = Retirada: no cuenta para nadie
results-question-see = Ver la pregunta y su clave
results-question-see-label = Ver la pregunta y su clave: pregunta { $number }
results-question = Pregunta { $number }
results-given = Qué se respondió
results-given-right = correcta
results-attempt-of = Intento { $number } de { $name }
results-attempt-title = Intento
results-attempt-other = Intento { $number }
results-attempt-others = Todos sus intentos
results-attempt-began = Empezó
results-attempt-handed-in = Entregó
results-attempt-open = En curso: las respuestas todavía pueden cambiar.
results-attempt-mark = Nota
results-attempt-points = { $points } de { $max } · { $mark } %
results-attempt-kept = Aprobado antes de una corrección, y así queda
results-attempt-limit = Tiempo
results-attempt-limit-minutes =
    { $minutes ->
        [one] un minuto
       *[other] { $minutes } minutos
    }
results-attempt-limit-none = sin límite
results-attempt-over = Terminaba
results-attempt-granted = Lo que se le dio
results-attempt-markings = Cambios de nota
results-marking = De { $before } % a { $after } %
results-marking-kept = Conserva su aprobado
results-answer = Respondió
results-answer-none = Sin respuesta
results-answer-given = Dada el { $when }
results-answer-gone = ya no se ofrece
results-answer-order = { $place }. { $words }
results-answer-match = { $stem } → { $option }
results-answer-right = Bien
results-answer-partly = En parte
results-answer-wrong = No
results-answer-unread = Por leer
results-answer-worth = Vale { $mark } %
results-gap = hueco { $place }
results-part = Parte { $part }: { $words }
results-comments = Comentarios
results-comment-by = { $name }, { $when }
results-comment-write = Comentar
results-comment-write-question = Comentar la pregunta { $number }
results-comment-write-attempt = Comentar todo el intento
results-comment-note = La persona lo verá junto a su resultado.
results-comment-send = Enviar el comentario
results-attempt-handed-in-by = lo entregó { $by }
results-answer-late = Se guardó fuera de tiempo y no cuenta
results-hand-in-title = El tiempo terminó y el intento sigue abierto
results-hand-in-does = Puede entregarlo en lugar de la persona. Se califica lo que respondió a tiempo y ya llegó aquí; lo que falta cuenta como no acertado. En su resultado leerá que lo entregó el equipo.
results-hand-in-waits = Lo que todavía espere en un teléfono sin señal ya no se podrá recibir, aunque se haya respondido a tiempo: se queda en ese teléfono con el aviso. Si la persona puede tener algo sin enviar, espere a que tenga señal.
results-hand-in = Entregar este intento
results-hand-in-done = El intento quedó entregado y calificado; la persona lo verá en su resultado.
results-comment-sent = El comentario quedó guardado; la persona lo verá junto a su resultado.
results-comment-refused = Escriba un comentario de 1 a 2000 letras. Lo que escribió sigue aquí.
results-refused-old = Esta página estaba abierta desde antes. Revise y envíe otra vez; nada se perdió.
results-own = Este intento es suyo: otra persona del equipo lee y comenta lo suyo.

read-title = Respuestas por leer
read-none = Nada espera. Cuando alguien entregue una respuesta abierta, aparecerá aquí; la más antigua primero.
read-waiting =
    { $count ->
        [one] Espera una respuesta
       *[other] Esperan { $count } respuestas
    }
read-blind = No se dice de quién es, para leer solo lo que está escrito.
read-handed-in = Entregada el { $when }
read-asked = Se preguntó
read-criteria = Qué buscar
read-text = Respuesta
read-worth = Cuánto vale
read-worth-0 = Nada
read-worth-25 = Un cuarto
read-worth-50 = La mitad
read-worth-75 = Tres cuartos
read-worth-100 = Todo
read-worth-other = Otro, de 0 a 100
read-comment = Qué le dice a la persona (si quiere)
read-save = Guardar y leer la siguiente
read-save-here = Guardar lo leído
read-later = Dejar esta para después
read-from-start = Volver a la más antigua
read-saved = Leída. La nota del intento ya cuenta con ella.
read-by = { $name } le dio { $mark } %, { $when }
read-change = Cambiar lo que vale
read-read = Leer
read-refused-worth = Elija cuánto vale, o escriba un número entero de 0 a 100. Nada se perdió.
read-refused-comment = El comentario puede tener 2000 letras a lo más. Acórtelo un poco.
read-refused-meanwhile = Otra persona leyó esta respuesta mientras tanto. Abajo ve cuánto le dio; si cree que vale otra cosa, cámbielo.
read-refused-meanwhile-queue = Otra persona ya leyó esa respuesta. Lo que ella decidió quedó guardado; esta es la siguiente.
read-refused-own = Sus propias respuestas las lee otra persona.

grant-title = Dar más intentos o tiempo
grant-to = A { $name }
grant-quiz = En qué prueba
grant-all-quizzes = En todas sus pruebas
grant-attempts = Intentos de más
grant-attempts-hint = De 1 a 20
grant-minutes = Minutos de más
grant-minutes-hint = De 1 a 240, en cada intento
grant-per-cent = Tiempo de más, en %
grant-per-cent-hint = De 1 a 300: 50 es la mitad más
grant-until-day = Puede hasta el día
grant-until-hour = Hora
grant-until-hint = Aunque ya haya cerrado para las demás personas. Sin hora, hasta que termine el día.
grant-reason = Por qué
grant-reason-hint = Queda escrito con su nombre. No escriba nada privado.
grant-button = Dar
grant-done = Quedó guardado. Vale desde ya, también para lo que llegue después sin señal.
grant-before = Lo que ya se le dio
grant-before-none = Nada todavía.
grant-line-attempts =
    { $count ->
        [one] un intento más
       *[other] { $count } intentos más
    }
grant-line-minutes =
    { $count ->
        [one] un minuto más
       *[other] { $count } minutos más
    }
grant-line-per-cent = { $count } % más de tiempo
grant-line-until = hasta el { $when }
grant-own = Lo suyo lo da otra persona que coordine.
grant-refused-fields = Revise lo marcado abajo. Lo que escribió sigue aquí.
grant-refused-activity = Elija una prueba de la lista.
grant-refused-attempts = Escriba un número de 0 a 20.
grant-refused-minutes = Escriba un número de 0 a 240.
grant-refused-per-cent = Escriba un número de 0 a 300.
grant-refused-together = En total pueden ser { $most } de más, y ya se le dieron { $there }.
grant-refused-untimed = No hay límite de tiempo que alargar.
grant-refused-parallel = Es una de las dos pruebas de antes y después, y cada una se hace una sola vez: repetirla mostraría las preguntas de la otra.
grant-refused-until = Escriba un día, hasta 2100, y una hora que no hayan pasado.
grant-refused-nothing = Escriba al menos una cosa: intentos, minutos, % o un día.
grant-refused-reason = Escriba por qué, de 5 a 300 letras.

window-title = Cuándo se puede hacer
window-change = Cambiar los días
window-note = Horas de Guatemala. Vacío es sin límite. Sin hora, abre al empezar el día y cierra al terminarlo. Lo que alguien respondió a tiempo cuenta aunque llegue después.
window-opens = Abre el día
window-opens-hour = Hora en que abre
window-closes = Cierra el día
window-closes-hour = Hora en que cierra
window-save = Guardar los días
window-programme = Volver a los días del programa
window-of-programme = El programa dice: { $days }
window-is-programme = Son los días del programa.
window-saved = Los días quedaron guardados.
window-refused-opens = Escriba un día de 2000 a 2100, y una hora como 15:04.
window-refused-closes = Escriba un día, hasta 2100, y una hora que no sean antes de abrir.

mend-title = Pregunta y clave
mend-key = Lo que vale
mend-key-open = Lo lee una persona, que busca esto:
mend-start = Corregir esta pregunta
mend-touches = Una corrección vale para toda la versión del programa. Toca a:
mend-touched = { $name } ({ $people })
mend-in-progress =
    { $count ->
        [0] Nadie la tiene abierta ahora.
        [one] Ahora hay un intento en curso: sigue, y al entregar se califica con la pregunta como quede.
       *[other] Ahora hay { $count } intentos en curso: siguen, y al entregar se califican con la pregunta como quede.
    }
mend-not-yours = Otras cohortes usan esta misma versión y usted no las coordina. Pida la corrección a quien administra el sitio.
mend-group = Opción: { $words }
mend-group-part = Parte { $part }
mend-group-feedback = Explicaciones
mend-group-key = Clave
mend-stem = Lo que se pregunta ({ $language })
mend-passage = Texto para marcar ({ $language })
mend-tells = Lo que cuenta esta parte ({ $language })
mend-criteria = Qué buscar al leer ({ $language })
mend-words = Texto ({ $language })
mend-why = Qué aprende quien la elige ({ $language })
mend-feedback-right = Si acierta ({ $language })
mend-feedback-partly = Si acierta en parte ({ $language })
mend-feedback-wrong = Si no acierta ({ $language })
mend-right = Es correcta
mend-accepted = Respuestas que valen
mend-accepted-hint = Una por línea. Si no vale todo, una barra y cuánto: herida | 50
mend-number = Número correcto
mend-tolerance = Se acepta hasta esta diferencia
mend-match = Le corresponde
mend-place = Lugar en el orden correcto
mend-withdraw = Retirar la pregunta
mend-withdraw-hint = Nadie la ve más y no cuenta en ninguna nota. Donde las preguntas se sortean, un intento nuevo puede tener una menos.
mend-reason = Qué se corrige y por qué
mend-reason-hint = Lo leerán las personas cuya nota cambie. De 5 a 300 letras.
mend-save = Guardar la corrección
mend-saved = La corrección quedó guardada. Las notas todavía no cambian: mire abajo qué cambiaría.
mend-before = Correcciones hechas
mend-refused = No se guardó. Revise lo marcado abajo; lo que escribió sigue aquí.
mend-refused-nothing = No cambió nada: la pregunta está como estaba.
mend-refused-meanwhile = Otra persona corrigió una pregunta de esta versión mientras tanto. Mire cómo está ahora y corrija otra vez si hace falta.
mend-fault-empty = No puede quedar vacío.
mend-fault-too-long = Es demasiado largo.
mend-fault-markers = Los espacios y palabras marcadas con [[ ]] deben quedar, cada uno una vez.
mend-fault-not-a-number = Escriba un número, como 12 o 2,5.
mend-fault-negative = La diferencia no puede ser negativa.
mend-fault-none-right = Al menos una debe ser correcta.
mend-fault-all-right = Al menos una no debe ser correcta.
mend-fault-one-right = Exactamente una debe ser correcta.
mend-fault-accepted = Una respuesta por línea, hasta 20; tras la barra, un número de 0 a 100. Una debe valer todo.
mend-fault-not-offered = Elija una de la lista.
mend-fault-places = Cada lugar una vez, desde el 1.
mend-fault-reason = Escriba qué se corrige y por qué, de 5 a 300 letras.

regrade-title = Volver a calificar
regrade-attempts =
    { $attempts ->
        [one] De un intento entregado con esta pregunta cambiaría { $changed }.
       *[other] De { $attempts } intentos entregados con esta pregunta cambiarían { $changed }.
    }
regrade-up =
    { $count ->
        [0] Ninguna nota sube.
        [one] Una nota sube.
       *[other] { $count } notas suben.
    }
regrade-down =
    { $count ->
        [0] Ninguna baja.
        [one] Una baja.
       *[other] { $count } bajan.
    }
regrade-none = Las notas ya están al día: volver a calificar no cambia nada.
regrade-passes = Aprobarían por esto
regrade-passes-none = Nadie más aprobaría.
regrade-keeps = Conservan lo que alcanzaron
regrade-keeps-note = Con la nota nueva no llegarían. Nadie pierde lo que aprobó por una falta que no fue suya: conservan el aprobado y la nota que el programa pide, y su constancia sigue valiendo.
regrade-keeps-none = Nadie queda por debajo de lo que ya aprobó.
regrade-line = De { $before } % a { $after } %
regrade-certificate = Constancia { $number }
regrade-reason = Las personas leerán: «{ $reason }»
regrade-button = Volver a calificar
regrade-done = Listo. Cada persona a quien le cambió la nota lo verá al entrar.
regrade-going = Calificando: { $done } de { $all }
regrade-going-note = Puede cerrar esta página; sigue por sí sola.

review-title = Por revisar
review-banner =
    { $count ->
        [one] Esta versión tiene un texto o pregunta que una persona profesional todavía no ha revisado.
       *[other] Esta versión tiene { $count } textos o preguntas que una persona profesional todavía no ha revisado.
    }
review-see = Ver cuáles
review-note = Estos textos y preguntas esperan que una persona profesional los revise. Cuando los revise, quien mantiene el programa trae una versión nueva. Hasta entonces, úselos con ese cuidado.
review-none = Todo lo de esta versión está revisado.
review-aid = Ficha
review-text = Texto
review-question = Pregunta { $id }
mend-also-in = También se pregunta aquí, y la corrección vale igual:
mend-refused-nothing-left = No se guardó. Si la retira, una prueba se queda sin nada que preguntar. Corrija la pregunta en vez de retirarla.
mend-fault-same-words = Otra opción dice lo mismo: no se podrían distinguir. Cambie una de las dos.
mend-fault-same-answer = Hay dos líneas que valen como la misma respuesta, y solo cuenta la primera. Los acentos, las mayúsculas y los signos alrededor no hacen diferencia. Quite una.
mend-fault-markup = Sin HTML ni imágenes; los enlaces llevan a https://… o al nombre de una actividad.
results-stale =
    { $attempts ->
        [one] Un intento todavía tiene la nota de antes de una corrección.
       *[other] { $attempts } intentos todavía tienen la nota de antes de una corrección.
    }
results-stale-go = Ver qué cambiaría
review-guide = Guía
review-reference = Fuente
version-title = Versión y días del programa
version-back = Volver a la cohorte
version-now = Esta cohorte sigue la versión { $label }.
version-note = Lo que las personas ya hicieron se conserva: una lección leída sigue leída y una prueba aprobada sigue aprobada. Lo que la versión nueva ya no tiene, o pide de otra forma, cuenta como ella dice: el tiempo de una actividad que se va deja de contar. Lo que su teléfono ya descargó se actualiza solo cuando haya señal.
version-none = No hay otra versión de este programa. Quien administra el sitio puede importar una.
version-label = Versión { $label }
version-same = Pide lo mismo, con las mismas actividades y preguntas; solo cambian textos.
version-new = Actividades nuevas
version-gone = Actividades que ya no estarían
version-changed = Pruebas con otras preguntas
version-in-progress =
    { $attempts ->
        [one] Hay un intento en curso en una prueba que cambia: sigue con las preguntas que queden.
       *[other] Hay { $attempts } intentos en curso en pruebas que cambian: siguen con las preguntas que queden.
    }
version-kind = Actividades que serían de otra clase: lo hecho de la de antes contaría como hecho de la nueva
version-terms = Pruebas que piden otra cosa
version-minutes = Actividades con otra duración (minutos)
version-from-to = { $title }: de { $before } a { $after }
version-whole = El programa entero
version-rule = Cambia lo que hace falta para completarlo.
version-hours = Cambian las horas que dice la constancia: de { $before } a { $after }.
version-schedule = La forma en que esta cohorte reparte los días ya no está. Seguiría con «{ $title }».
version-schedule-gone = Ya no se podrá escoger «{ $title }».
version-rubric = Cambia lo que mira la rúbrica «{ $title }».
version-stranded =
    { $people ->
        [one] A una persona no le quedaría ningún intento en una prueba que todavía no aprueba. Puede darle más desde sus resultados.
       *[other] A { $people } personas no les quedaría ningún intento en una prueba que todavía no aprueban. Puede darles más desde sus resultados.
    }
version-days = Cambian las actividades de los días, o su orden.
version-counting = antes era { $before }, ahora es { $after }
version-counting-practice = de práctica
version-counting-gate = de las que hay que aprobar
version-counting-measurement = de medición
version-pass = para aprobar, de { $before } % a { $after } %
version-attempts = intentos, de { $before } a { $after }
version-time = minutos por intento, de { $before } a { $after }
version-no-limit = sin límite
version-manner = cambian el orden, los comentarios, lo que se puede repasar o las fechas
version-read = Leí lo que cambia con la versión { $label }
version-refused-unread = Antes de cambiar de versión, lea lo que cambia y marque la casilla. No se ha cambiado nada.
version-go-on = Seguir con la versión { $label }
version-refused-there = La cohorte ya sigue esa versión.
version-open = Versión y días
version-others = Otras versiones
schedule-title = Cómo se reparten los días
schedule-note = Son las mismas actividades, puestas en otros días. Lo que cada persona hizo sigue hecho.
schedule-in-use = en uso
schedule-days =
    { $days ->
        [one] un día
       *[other] { $days } días
    }
schedule-weeks =
    { $weeks ->
        [one] una semana
       *[other] { $weeks } semanas
    }
schedule-choose = Seguir con «{ $title }»
schedule-refused = Esa manera de repartir los días no está en esta versión. Elija una de las de abajo.
version-refused-none = Esa versión no está. Elija una de las de abajo.
desk-needs-tomorrow = Mañana empieza «{ $day }» y no ha abierto nada de ese día
desk-needs-more = Ver a las { $count } personas que necesitan una mano
desk-find = Buscar, filtrar y ordenar
desk-find-text = Nombre o institución
desk-find-standing = Cómo va
desk-find-any = Todas
desk-find-order = Orden
desk-find-button = Mostrar
desk-find-all = Ver a todas
desk-find-none = Nadie así en esta cohorte. Pruebe con menos condiciones.
desk-file = avance
desk-file-excel = Esta lista, en Excel
desk-standing-not-begun = Sin empezar
desk-standing-on-the-way = En camino
desk-standing-completed = Completó
desk-standing-certified = Con constancia
desk-order-progress = menos avance primero
desk-order-seen = hace más que no entra
desk-order-mark = mejor prueba primero
desk-order-place = por lugar
desk-municipality = Municipio
desk-done = Actividades hechas
desk-all = Actividades en total
desk-yes = sí
desk-no = no
desk-cohorts-find = Buscar una cohorte por su nombre o institución
desk-cohorts-none = Ninguna cohorte así. Pruebe con otra palabra.
desk-cohorts-found = { $count ->
        [one] una cohorte
       *[other] { $count } cohortes
    }
site-cohorts-all = Ver las { $count } cohortes

## Avisos a toda la cohorte.
announcement-title = Escribir a la cohorte
announcement-write = Un aviso para todas las personas
announcement-text = Aviso
announcement-text-note = Hasta { $longest } letras, sin datos de ningún caso. Aparece en «Hoy» de { $people ->
        [one] una persona
       *[other] { $people } personas
    } durante 30 días, hasta que cada una diga que lo vio.
announcement-send = Publicar el aviso
announcement-before = Avisos anteriores
announcement-none = Todavía no hay avisos.
announcement-seen = { $seen } de { $people } lo vieron
announcement-withdrawn = Retirado el { $day }
announcement-withdraw = Retirar
announcement-withdraw-label = Retirar el aviso del { $day }
announcement-refused-empty = Escriba el aviso antes de publicarlo.
announcement-refused-long = El aviso tiene más de { $longest } letras. Acórtelo; lo que escribió sigue aquí.
announcement-from = { $author }, { $cohort } · { $day }
announcement-see = Ya lo leí
announcement-seen-before = Avisos que ya leyó
