# The library: what is read, printed and practised with beside the lessons.

library-title = Biblioteca
library-intro = Lo que acompaña a las lecciones: para leer, para imprimir y para practicar.
library-open = Abrir la biblioteca
library-back = Biblioteca
library-search = Buscar por título o tema
library-search-button = Buscar
library-search-note = Sin importar acentos ni mayúsculas.
library-found =
    { $count ->
        [one] Una hoja coincide con «{ $words }».
       *[other] { $count } hojas coinciden con «{ $words }».
    }
library-found-none = Nada coincide con «{ $words }». Pruebe con otra palabra, o con una parte de ella.
library-all = Ver todo
library-empty = Aquí estarán las hojas, normas y prácticas de su programa. Esta versión todavía no tiene ninguna.
library-many = { $kind } ({ $count })
library-index = En esta página
library-law-which = Ver la lista
library-law-unseen = El texto no se ha consultado.
library-references = Fuentes
library-job-aids = Hojas para tener a mano
library-activities = Lecciones, clases, videos y conversaciones
library-guide-topic = Ver las actividades del tema
library-care-word = Cuidarse
library-guides = Guías para facilitar
library-laws = Normas y rutas
library-terms = Glosario
library-care-sheets = Para cuidarse
library-role-plays = Juegos de roles
library-interviews = Entrevistas para practicar
library-cases = Casos para practicar
library-rubrics = Rúbricas
library-norms = Normas
library-terms-count =
    { $count ->
        [one] Glosario: una palabra
       *[other] Glosario: { $count } palabras
    }
library-rubric-of = Se mira con la rúbrica
library-size = { $minutes } min
library-fiction = Las personas, los lugares y los hechos son inventados.
library-sit-out = Cualquier persona puede no participar, o salir cuando quiera, sin dar una razón.

library-guide = Guía para facilitar
library-guide-note = La lee solo quien facilita.

library-role-play = Juego de roles
library-role-play-choose = Primero, cada persona elige su papel
library-role-play-how = Después abra solo la hoja de su papel. Quien ayuda no lee la hoja de la otra persona.
library-role-play-helper = Quien ayuda
library-role-play-other = La otra persona
library-role-play-observer = Quien observa
library-role-play-debrief = Para hablar después
library-role-play-only = Esta hoja es solo para este papel.
library-role-play-other-part = Elegir otro papel

library-interview = Entrevista para practicar
library-interview-sheet = Hoja de quien entrevista
library-interview-age = Edad del personaje: { $years } años
library-interview-debrief = Para hablar después
library-interview-character = Hoja del personaje
library-interview-warning = Cuenta toda la historia: ábrala solo si va a representar al personaje. La representa una persona adulta.
library-interview-kind-neutral = Un hecho que no duele, para empezar
library-interview-kind-reluctance = Le cuesta hablar
library-interview-kind-silence = Calla
library-interview-kind-distress = Se angustia
library-interview-kind-interpreter = Habla por medio de intérprete
library-interview-kind-retraction = Se desdice
library-interview-opening = Sus primeras palabras
library-interview-details = Lo que puede contar, y qué lo abre
library-interview-replies = Lo que dice cuando nada se abre
library-interview-about = Si le preguntan por: { $cue }
library-move-invitation = Invitación
library-move-cue = Pista
library-move-directive = Pregunta directa
library-move-option = Pregunta de opciones
library-move-suggestive = Pregunta que sugiere
library-move-support = Apoyo
library-move-silence = Silencio

library-case = Caso para practicar
library-case-notes = Las notas
library-case-first = Escriba primero su propio informe. Después abra el modelo y compare.
library-case-report = Ver un informe modelo
library-case-legend = Cada pasaje dice de qué clase es:
library-said = dicho
library-observed = observado
library-inferred = inferido
library-said-means = palabras de alguien, como las dijo
library-observed-means = lo que quien escribe vio u oyó
library-inferred-means = lo que quien escribe concluye

library-rubric = Rúbrica
library-rubric-must = Indispensable
library-rubric-must-note = Sin lo indispensable, el conjunto no se sostiene.
library-rubric-harmful = Puede dañar
library-rubric-not-yet = Todavía no
library-rubric-competent = Competente
library-rubric-mastery = Con maestría

library-care = Hoja para cuidarse
library-care-grounding = Para volver a la calma
library-care-signs = Señales de que es demasiado
library-care-help = Dónde hay ayuda
library-care-supervision = Para la supervisión

library-glossary = Glosario
library-glossary-search = Buscar una palabra
library-glossary-note = Sin importar acentos, mayúsculas ni el tipo de apóstrofo.
library-glossary-found =
    { $count ->
        [one] Una palabra coincide con «{ $words }».
       *[other] { $count } palabras coinciden con «{ $words }».
    }
library-glossary-missing = Faltan por idioma: { $list }
library-glossary-missing-one = { $language }, { $count }
library-glossary-none-missing = No falta ninguna palabra en ningún idioma.
library-group-field = Palabras del trabajo
library-group-body = El cuerpo
library-group-feelings = Lo que se siente
library-group-help = La ayuda
library-group-rights = Los derechos
library-language-es = Español
library-language-en = Inglés
library-language-kek = Qʼeqchiʼ
library-language-quc = Kʼicheʼ
library-language-mam = Mam
library-language-cak = Kaqchikel

library-law = Normas y rutas
library-law-note = Esto orienta; no es asesoría legal.
library-law-norms = Normas
library-law-institutions = Instituciones
library-law-routes = Rutas, paso a paso
library-law-reach = Cómo llegar
library-law-source = Fuente: { $source }
library-law-source-dated = Fuente: { $source } ({ $date })
library-law-checked = Consultado: { $date }
library-law-next = Volver a consultar: { $date }
library-law-to-confirm = Por confirmar
library-law-overdue = Revisión vencida
library-law-caution = Cuidado
library-law-at-health-post = Puesto o centro de salud
library-law-at-school = Escuela
library-law-at-police-station = Comisaría
library-law-at-court = Juzgado
library-to-check = Esta hoja espera la revisión de una persona profesional.
library-institution = Institución
library-route = Ruta
library-norm = Norma
library-term = Palabra del glosario

document-title = Documento
document-many = Guías y documentos
document-intro = Las personas de la cohorte y su equipo los leen en la biblioteca. Cuando un documento cambia, ponga una versión nueva: la anterior se conserva y se ve cuál es la actual.
document-none = Todavía no hay documentos.
document-caution = Solo guías, protocolos y textos para trabajar. Nada con datos de una niña, un niño o una familia, y nada que usted no pueda compartir.
document-add = Poner un documento
document-add-more = Poner o cambiar documentos
document-no-topic = De ningún tema en particular
document-title-label = Título
document-topic = Tema
document-dated = Fecha del documento
document-dated-note = La que dice el documento: un año, año y mes (2019-03) o un día (2019-03-13).
document-language = Idioma
document-note = Para qué sirve o qué cambió
document-note-how = Con una frase basta. Puede quedar vacío.
document-file = Archivo
document-file-note = PDF o texto (.md, .txt), hasta 5 MB. Cada persona ve el tamaño antes de abrirlo.
document-keep = Poner en la biblioteca
document-keep-version = Poner esta versión
document-new-version = Poner una versión nueva
document-earlier = Versiones anteriores
document-withdraw = Quitar
document-withdraw-note = Sale de la biblioteca con todas sus versiones y no se puede deshacer. Lo que alguien ya descargó sigue en su teléfono.
document-withdraw-yes = Sí, quitar el documento
document-withdraw-label = Sí, quitar «{ $title }»
document-words = Versión { $number } · { $kind }, { $size } · { $language } · { $date } · en la biblioteca desde el { $kept }
document-kind-pdf = PDF
document-kind-text = Texto
document-not-latest = Esta versión ya no es la actual: la actual es la { $number }.
document-of-cohort = Documentos de { $cohort }
document-sending = Enviando el archivo. No cierre esta página.
document-failed = No se pudo enviar: revise la señal y pulse otra vez. Lo escrito sigue aquí.
document-refused-fields = Revise lo marcado abajo y elija el archivo otra vez. Lo que escribió sigue aquí.
document-refused-many = La biblioteca está llena: caben 200 versiones. Quite un documento que ya no sirva.
document-refused-title = Escriba un título de 3 a 160 letras.
document-refused-topic = Elija un tema de la lista.
document-refused-note = Escriba como máximo 300 letras.
document-refused-dated = Escriba un año, año y mes (2019-03) o un día (2019-03-13).
document-refused-language = Elija un idioma de la lista.
document-refused-same = Este mismo archivo ya está en la biblioteca. Elija otro.
document-refused-empty = El archivo está vacío. Elija otro.
document-refused-large = El archivo pasa de { $size }. Guárdelo más liviano (sin fotos grandes) o pártalo en dos.
document-refused-format = No es un PDF ni un texto. Guárdelo como PDF y elíjalo otra vez.
document-refused-broken = El PDF está incompleto: quizá se cortó al descargarlo. Descárguelo otra vez y elíjalo.
