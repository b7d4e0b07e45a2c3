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
desk-missing-label = Qué le falta a { $name }
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
desk-revoke = Anular constancia
desk-revoke-label = Anular constancia de { $name }
desk-revoke-reason = Por qué se anula
desk-revoke-note = Quien compruebe esta constancia verá que está anulada y por qué. No escriba nada privado.
desk-revoke-yes = Anular la constancia
desk-revoke-no-reason = Escriba por qué se anula, con cinco letras o más; lo verá quien la compruebe.
desk-revoke-title = Anular una constancia
desk-revoke-of = Constancia { $number } de { $name }
desk-revoke-done = La constancia ya estaba anulada.
desk-more = Más
desk-more-label = Más acciones para { $name }
desk-link-title = Enlace para { $name }
desk-link-how = Entréguelo solo a esa persona: quien lo abre entra como ella. Sirve una sola vez, hasta el { $date } a las { $time }. No se vuelve a mostrar.
desk-link-qr = Código QR con el enlace para entrar
desk-back = Volver a la cohorte
desk-review =
    { $count ->
        [one] En esta versión hay un texto o pregunta que espera la revisión de una persona profesional.
       *[other] En esta versión hay { $count } textos o preguntas que esperan la revisión de una persona profesional.
    }
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
numbers-as-of = Al { $date }, { $time }
numbers-total = Camino de todas las personas
numbers-sectors = Por sector
numbers-departments = Por departamento
numbers-enrolled = Inscritas
numbers-completed = Completaron
numbers-certified = Con constancia
numbers-suppressed = Menos de 5, o protegido
numbers-suppressed-short = protegido
numbers-suppressed-note = Una celda con 1 a 4 personas no se muestra, ni otra con la que se podría calcular. Así nadie queda a la vista.
numbers-department = Departamento
numbers-map = Personas inscritas por departamento: { $list }
numbers-map-entry = { $name } { $count }
numbers-map-note = Inscritas. Más oscuro es más personas. El guion es una celda protegida.
numbers-empty = Todavía no hay personas inscritas. Aquí verá los totales en cuanto una cohorte empiece.
numbers-table = Números por { $by }

site-title = Sitio
site-versions = Programas
site-versions-empty = Todavía no hay programas. Traiga uno con «telar programme import CARPETA» en la máquina del sitio.
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
desk-certificates-empty = Todavía no hay ninguna. Aparecen aquí cuando una persona completa el programa y pide la suya.
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
