# La línea de órdenes: quien la lee administra un sitio los sábados.

cli-about = Telar: formación que une aulas virtuales y días presenciales.
cli-heading-usage = Uso
cli-heading-commands = Órdenes
cli-heading-options = Opciones
cli-heading-arguments = Argumentos
cli-usage-group = { $path } ORDEN [opciones]
cli-usage-leaf = { $path } [opciones]
cli-usage-folder = { $path } CARPETA [opciones]
cli-usage-file = { $path } ARCHIVO [opciones]
cli-flag-help = Muestra esta ayuda
cli-flag-version = Muestra la versión
cli-flag-json = El resultado como una línea de JSON en la salida estándar; los avisos, en la de errores
cli-exit-codes =
    Códigos de salida:
      0  hecho
      1  no se pudo (disco, red, base de datos)
      2  la orden o un ajuste no se entiende
      3  se rehusó; no se cambió nada
      4  una comprobación encontró algo mal

    Todos los ajustes, con su valor y de dónde viene: telar settings

cli-value-folder = CARPETA
cli-value-cohort = COHORTE
cli-value-endorsers = "A; B"
cli-value-signatories = "NOMBRE, CARGO; NOMBRE, CARGO"
cli-value-file = ARCHIVO
cli-value-language = IDIOMA
cli-value-address = DIRECCIÓN:PUERTO
cli-value-domain = DOMINIO
cli-value-email = CORREO

cli-serve-about = Pone el sitio en marcha
cli-demo-about = Pone en marcha una demostración con personas ficticias
cli-programme-about = Comprueba o importa un programa
cli-programme-check-about = Comprueba la carpeta de un programa sin cambiar nada
cli-programme-import-about = Importa la carpeta de un programa como una versión nueva
cli-journal-about = Verifica el diario o rehace las tablas a partir de él
cli-journal-verify-about = Verifica la cadena de todos los hechos
cli-journal-rebuild-about = Rehace las tablas a partir del diario
cli-backup-about = Guarda todo en un archivo; el sitio puede seguir en marcha
cli-restore-about = Restaura una copia en una carpeta vacía
cli-doctor-about = Dice qué falta o está mal, y cómo se arregla
cli-settings-about = Muestra todos los ajustes, su valor y de dónde viene

cli-argument-programme = La carpeta que contiene programme.toml
cli-argument-backup = El archivo que se hará; no debe existir
cli-argument-restore = El archivo de la copia
cli-flag-rebuild-check = Solo compara: no cambia las tablas
cli-flag-passphrase-backup = Cifra con la frase de la primera línea de este archivo
cli-flag-passphrase-restore = Descifra con la frase de la primera línea de este archivo
cli-flag-recipient = Cifra para esta llave pública de age
cli-flag-identity = Descifra con la llave privada de age de este archivo
cli-flag-redactions = La lista de borrados del sitio perdido: los que la copia no conoce se hacen otra vez

cli-setting-data = La carpeta de datos
cli-setting-settings = El archivo de ajustes, si no es telar.toml de la carpeta de datos
cli-setting-language = El idioma de los mensajes: { $languages }; si falta, el del sistema
cli-setting-country = El país: el código de un paquete que viene con Telar (gt), o una carpeta con who-to-tell.toml
cli-value-country = CÓDIGO|CARPETA
cli-pack-missing = No hay paquete de país en «{ $country }»: { $cause }
cli-pack-missing-remedy = Use uno de los que vienen con Telar ({ $known }), o la carpeta donde está su who-to-tell.toml.
cli-pack-empty = no hay ningún número
cli-pack-first = un número, y solo uno, lleva first = true: al que se llama si alguien está en peligro ahora
cli-pack-call = «{ $call }» no es un número de teléfono
cli-pack-unconfirmed = al número { $call } le faltan palabras, quién lo dice o una fecha como 2025-12-24
cli-pack-faulty = El paquete de país { $file } no se puede usar: { $cause }
cli-pack-faulty-remedy = Cada número lleva quién lo dice y cuándo; vea docs/country-packs.md.
cli-setting-database = La base PostgreSQL (postgres://…); si falta, la base incorporada
cli-setting-listen = Dónde se escucha
cli-setting-public-url = La dirección con la que la gente entra (https://…), sin nada detrás
cli-setting-tls = El cifrado: ninguno, con archivos propios o con un certificado pedido por ACME
cli-setting-tls-certificate = El certificado con su cadena, en PEM
cli-setting-tls-key = La llave privada del certificado, en PEM
cli-setting-acme-domain = El dominio para el que se pide el certificado
cli-setting-acme-contact = El correo que recibe los avisos del certificado
cli-setting-acme-cache = Dónde se guarda el certificado; si falta, la carpeta acme de los datos
cli-setting-acme-directory = El directorio ACME; si falta, el de Let’s Encrypt
cli-setting-metrics = Dónde se publican las métricas; solo en la propia máquina; si falta, en ninguna parte
cli-setting-identity-key = El archivo con la llave que cierra los números de CUI; fuera de la carpeta de datos; si falta, no se piden
cli-identity-about = Crea el archivo con la llave que cierra los números de CUI
cli-argument-identity = Archivo nuevo, fuera de la carpeta de datos y de sus copias
cli-identity-made = La llave está en { $file }. Guarde una copia aparte, nunca junto a las copias de los datos: sin ella los números no se pueden abrir.
cli-identity-exists = { $file } ya existe, y no se toca.
cli-identity-exists-remedy = Úselo con --identity-key, o elija otro nombre.
cli-identity-inside = La llave { $file } está dentro de la carpeta de datos: quien se lleve una copia se lleva las dos cosas.
cli-identity-inside-remedy = Muévala a otra carpeta y diga dónde con --identity-key.
cli-identity-missing = No se puede leer la llave { $file }: { $cause }
cli-identity-missing-remedy = telar identity-key { $file }
cli-identity-faulty = { $file } no contiene una llave: son 64 cifras hexadecimales.
cli-identity-faulty-remedy = Devuelva el archivo original. Una llave nueva no abre los números ya guardados.
cli-doctor-identity = Los números de CUI se guardan cerrados con llave
cli-doctor-identity-none = Los números de CUI no se piden (falta identity_key)
cli-setting-mail-server = El servidor por el que sale el correo: smtps://usuario@servidor:465, o smtp://servidor:587 con STARTTLS; sin cifrado, solo en la propia máquina; si falta, no se ofrecen enlaces por correo
cli-setting-mail-password-file = El archivo con la clave de ese usuario, en una línea
cli-setting-mail-from = La dirección de la que sale el correo
cli-expected-mail-server = smtps://usuario@servidor:465 o smtp://usuario@servidor:587; la clave va en un archivo (--mail-password-file), nunca aquí
cli-expected-email = un correo, como telar@ejemplo.org
cli-mail-password-missing = No se puede leer la clave del correo en { $file }: { $cause }
cli-mail-password-faulty = { $file } no contiene una clave en una línea.
cli-mail-password-remedy = Escriba la clave en { $file }, en una línea, y ciérrelo con chmod 600; el usuario telar debe poder leerlo.
cli-mail-login = El servidor de correo { $place } no acepta el usuario o la clave ({ $code }).
cli-mail-login-needed = Diga el usuario en mail_server (smtps://usuario@servidor) y el archivo de su clave en mail_password_file.
cli-mail-unsuited = El servidor de correo { $place } no ofrece cifrado, o no ofrece entrar con usuario y clave.
cli-mail-unsuited-remedy = mail_server = "smtps://usuario@{ $host }:465"
cli-mail-refused = El servidor de correo { $place } contesta que no ({ $code }).
cli-mail-refused-remedy = Pregunte a quien lleva el servidor de correo por qué; suele ser un límite o una lista de direcciones permitidas.
cli-mail-no-line = No hay conexión con el servidor de correo { $place }: { $cause }
cli-mail-silent = El servidor de correo { $place } no contesta como servidor de correo; con smtps:// el puerto suele ser 465, y con smtp://, 587.
cli-mail-line-remedy = Revise mail_server, y pruebe: nc -vz { $host } { $port }
cli-doctor-mail = El servidor de correo contesta y acepta a quien envía
cli-doctor-mail-none = No se envían enlaces por correo (falta mail_server)
cli-setting-worker = La aplicación sin señal en los teléfonos; apagada, se quita sola de los que la tengan
cli-setting-log-format = La forma del registro
cli-setting-log-level = Cuánto dice el registro
cli-setting-endorsers = Quiénes avalan el programa: salen en las constancias que se emitan desde ahora
cli-setting-signatories = Quiénes firman las constancias que se emitan desde ahora
cli-source-flag = de la línea de órdenes
cli-source-environment = del entorno
cli-source-file = del archivo de ajustes
cli-source-default = el que trae Telar
cli-settings-from = Archivo de ajustes: { $file }
cli-settings-no-file = Archivo de ajustes: ninguno (puede ser { $file })
cli-settings-names = opción { $flag } · variable { $variable } · clave { $key }
cli-settings-value = valor: { $value } ({ $source })
cli-settings-default = si nadie dice nada: { $value }
cli-settings-nothing = —
cli-see-settings = Todos los ajustes: telar settings
cli-see-doctor = Para saber qué falta: telar doctor
cli-see-help = Para ver lo que hay: telar --help
cli-did-you-mean = ¿Quiso decir { $name }?
cli-setting-bad = El valor de { $name } no sirve.
cli-setting-expected = Se espera: { $expected }
cli-setting-missing = Con { $because } así hace falta { $flag }.
cli-setting-metrics-open = { $name }: las métricas solo se publican en la propia máquina (127.0.0.1 o ::1).
cli-setting-metrics-remedy = Use por ejemplo 127.0.0.1:9100 y léalas desde la misma máquina.
cli-expected-address = una dirección y un puerto, como 127.0.0.1:8080 o [::]:443
cli-expected-site = una dirección que empieza con https:// o http://, sin ruta, como https://telar.ejemplo.org
cli-expected-database = una dirección que empieza con postgres://
cli-expected-text = un texto entre comillas
cli-expected-endorsers = hasta { $most } nombres separados por punto y coma, de { $longest } letras o menos
cli-expected-signatories = hasta { $most } personas separadas por punto y coma; cada una, su nombre, una coma y su cargo, de { $longest } letras o menos
cli-settings-unreadable = No se puede leer el archivo de ajustes { $file }: { $cause }
cli-settings-syntax = { $file }, línea { $line }: no es TOML válido: { $cause }
cli-settings-unknown = { $file }, línea { $line }: Telar no conoce el ajuste «{ $key }».
cli-settings-data-inside = { $file } está en la carpeta de datos y no puede decir dónde está ella. Quite la clave «data».

cli-usage-unknown = No se conoce { $argument }.
cli-usage-no-command = No hay una orden «{ $name }».
cli-usage-command-missing = Falta la orden.
cli-usage-missing = Falta { $argument }.
cli-usage-conflict = { $argument } y { $other } no van juntas.
cli-usage-needs-value = A { $argument } le falta su valor.
cli-usage-bad-value = El valor de { $argument } no sirve.
cli-usage-too-many = { $argument } está más de una vez.
cli-usage-other = La orden no se entiende.

cli-file-failed = { $file }: { $cause }
cli-threads-failed = El sistema no da los hilos que hacen falta: { $cause }
cli-folder-failed = No se puede usar la carpeta { $folder }: { $cause }
cli-open-locked = Otra copia de Telar usa la carpeta { $folder }.
cli-open-locked-remedy = Detenga esa copia (systemctl stop telar) o dé otra carpeta con --data.
cli-open-read-only = No se puede escribir en { $folder }: { $cause }
cli-open-read-only-remedy = Revise que la ruta sea una carpeta y de quién es: ls -ld { $folder }
cli-open-read-only-disk-remedy = Vea cómo está montado el disco y si avisa de errores: findmnt -T { $file }; dmesg | tail
cli-open-read-only-database-remedy = Dé la dirección del servidor principal de PostgreSQL, no la de una réplica, y revise default_transaction_read_only.
cli-barrier-permission = el usuario de Telar no tiene permiso
cli-barrier-read-only = está en solo lectura
cli-barrier-not-a-folder = no es una carpeta
cli-open-corrupt = La base de datos de { $folder } está dañada: { $cause }. No se tocó.
cli-open-corrupt-remedy = Guarde esa carpeta como está y restaure la última copia en otra: telar restore ARCHIVO --data OTRA
cli-open-corrupt-database-remedy = Guarde esa base como está y restaure la última copia en otra vacía: telar restore ARCHIVO --database OTRA
cli-damage-beginning = no empieza como una base de datos
cli-damage-end = le falta el final
cli-damage-only-its-log = está vacía y su bitácora no
cli-damage-torn = le falta el diario o el nombre del sitio
cli-damage-engine = el motor de la base dice «{ $cause }»
cli-open-foreign = { $file } no es una base de Telar. No se tocó.
cli-open-foreign-remedy = Dé otra carpeta con --data.
cli-open-foreign-database = La base { $database } tiene tablas de otro programa y ninguna de Telar. No se tocó.
cli-open-foreign-database-remedy = Haga una base vacía para Telar (createdb telar) y dé su dirección con --database.
cli-open-newer = Los datos de { $folder } son de una versión más nueva de Telar. No se tocaron.
cli-open-newer-remedy = Instale esa versión o una posterior.
cli-open-not-durable = La base de datos confirma antes de guardar en el disco: una respuesta podría perderse.
cli-open-not-durable-remedy = En PostgreSQL: fsync = on y synchronous_commit = on.
cli-open-connection = La base de datos no responde: { $cause }
cli-open-connection-remedy = Revise que esté en marcha y la dirección de --database.
cli-open-empty = En { $folder } no hay datos de Telar.
cli-open-empty-remedy = Dé la carpeta del sitio con --data.
cli-open-empty-database-remedy = Dé la dirección de la base del sitio con --database.
cli-open-other = No se pudieron abrir los datos de { $folder }: { $cause }
cli-disk-full = El disco de { $folder } está lleno. Lo ya guardado sigue ahí.
cli-disk-full-remedy = Libere espacio (df -h) y vuelva a intentarlo.
cli-store-failed = La base de datos falló: { $cause }

cli-listen-taken = El puerto de { $address } está ocupado.
cli-listen-taken-remedy = ¿Telar ya está en marcha? Si no, dé otro puerto con --listen.
cli-listen-forbidden = El sistema no permite escuchar en { $address }.
cli-listen-forbidden-remedy = Los puertos menores de 1024 piden permiso: en el servicio, AmbientCapabilities=CAP_NET_BIND_SERVICE.
cli-listen-not-here = { $address } no es una dirección de esta máquina.
cli-listen-not-here-remedy = Use 127.0.0.1 para esta máquina o 0.0.0.0 para todas sus direcciones.
cli-listen-failed = No se puede escuchar en { $address }: { $cause }
cli-tls-files-bad = El certificado o su llave no sirven ({ $files }): { $cause }
cli-tls-files-remedy = Hacen falta dos archivos PEM que Telar pueda leer: el certificado con su cadena y su llave.

cli-serve-ready = Telar está listo: { $url }
cli-serve-data = Carpeta de datos: { $folder }
cli-serve-metrics = Métricas: { $url }
cli-serve-plain = Sin cifrado: sirve en un salón, no en internet. Para cifrar: --tls acme o --tls files.
cli-serve-administrator = Aún no hay quien administre. Quien abra este enlace y toque el botón lo hará. Sirve una vez, hasta { $until }.
cli-serve-failed = El sitio se detuvo: { $cause }

cli-demo-making = Se prepara la demostración en { $folder }
cli-demo-progress = Personas de la demostración
cli-demo-other-port = El puerto { $taken } está ocupado; se usa { $port }.
cli-demo-failed = No se pudo preparar la demostración: { $cause }
cli-demo-ready = La demostración está lista: { $url }
cli-demo-learner = participante
cli-demo-facilitator = facilitadora
cli-demo-assessor = evaluadora
cli-demo-coordinator = coordinadora
cli-demo-analyst = analista
cli-demo-administrator = administradora
cli-demo-phone = El enlace de participante, para un teléfono (si está en otra máquina de la red: --listen 0.0.0.0:8080):
cli-demo-folder-temporary = Los datos están en { $folder } y se borran al terminar (Ctrl-C).
cli-demo-folder-kept = Los datos quedan en { $folder }. Para terminar: Ctrl-C.
cli-demo-unfinished = La demostración de { $folder } quedó a medias.
cli-demo-unfinished-remedy = Bórrela y vuelva a empezar: rm -r { $folder }
cli-demo-not-ours = En { $folder } hay algo que no es una demostración. La demostración deja entrar a cualquiera, así que no se abre ahí.
cli-demo-not-ours-remedy = Dé una carpeta vacía o ninguna.

cli-programme-sound = El programa está bien: { $files } archivos, huella { $digest }
cli-programme-problems =
    { $count ->
        [one] Hay un problema.
       *[other] Hay { $count } problemas.
    }
cli-programme-imported = Importado como versión { $version }.
cli-programme-known = Esta versión ya estaba: { $version }. No se cambió nada.
cli-programme-kind-changed = La actividad «{ $activity }» era de otra clase en la versión { $version }: lo hecho de una contaría como hecho de la otra.
cli-programme-kind-changed-remedy = Dé a la actividad nueva otro id que no sea «{ $activity }».
cli-programme-label-taken = La versión { $label } ya está, con otro contenido. Lo importado no cambia nunca.
cli-programme-label-taken-remedy = Ponga otra version en programme.toml y vuelva a importar.

cli-journal-verifying = Verificando el diario
cli-journal-sound = El diario está íntegro: { $facts } hechos, { $redacted } borrados. Cabeza: { $head }
cli-journal-missing = Falta el hecho { $seq } del nodo { $node }, época { $epoch }: el diario no está íntegro.
cli-journal-chain = El hecho { $seq } del nodo { $node }, época { $epoch }, no continúa la cadena: el diario no está íntegro.
cli-journal-digest = El hecho { $seq } del nodo { $node }, época { $epoch }, no es el que se escribió: el diario no está íntegro.
cli-journal-replaying = Repitiendo el diario
cli-journal-equal = Las tablas son iguales al diario: { $facts } hechos, { $tables } tablas, { $rows } filas.
cli-journal-differs =
    { $count ->
        [one] Hay una diferencia entre las tablas y el diario. Para rehacerlas: telar journal rebuild
       *[other] Hay { $count } diferencias entre las tablas y el diario. Para rehacerlas: telar journal rebuild
    }
cli-journal-rebuilt = Las tablas se rehicieron: { $facts } hechos, { $tables } tablas, { $rows } filas.

cli-backup-progress = Copiando
cli-backup-done = Copia hecha: { $file } ({ $facts } hechos, { $bytes } bytes). Cabeza: { $head }
cli-backup-open = La copia no está cifrada: quien la tenga lee los datos de las personas. Para cifrarla: --passphrase-file o --recipient.
cli-backup-exists = { $file } ya existe. No se tocó.
cli-backup-exists-remedy = Dé otro nombre, por ejemplo con la fecha.
cli-backup-recipient = La llave pública no es de age.
cli-backup-recipient-remedy = Empieza con age1 y se obtiene con age-keygen.
cli-backup-disk-full = No hay espacio para la copia. No se dejó nada a medias.
cli-passphrase-unreadable = No se puede leer { $file }: { $cause }
cli-passphrase-empty = La primera línea de { $file } está vacía.

cli-restore-progress = Restaurando
cli-restore-done = Restaurado en { $folder }: { $facts } hechos, { $rows } filas. Este sitio empieza la época { $epoch }.
cli-restore-redacted = Borrados que se hicieron otra vez: { $count }
cli-restore-no-redactions = Si después de esta copia se borraron datos de alguien, han vuelto. Para borrarlos otra vez, restaure con --redactions y la lista de borrados.
cli-restore-occupied = En { $folder } ya hay datos. No se tocaron.
cli-restore-occupied-database = En esa base de PostgreSQL ya hay datos. No se tocaron.
cli-restore-occupied-remedy = Restaure en una carpeta (o base) vacía: telar restore ARCHIVO --data OTRA
cli-restore-sealed = { $file } está cifrado. No se escribió nada.
cli-restore-sealed-remedy = Dé la frase con --passphrase-file o la llave con --identity.
cli-restore-wrong-key = Con esa frase o llave no se abre { $file }. No se escribió nada.
cli-restore-damaged = { $file } está dañado o no está entero: { $cause }. No se escribió nada.
cli-restore-damaged-remedy = Use otra copia.
cli-restore-not-ours = { $file } no es una copia de Telar. No se escribió nada.
cli-restore-newer = { $file } es de una versión más nueva de Telar. No se escribió nada.

cli-doctor-country = País «{ $country }»: { $numbers } números confirmados en «¿A quién aviso?»
cli-doctor-good = bien
cli-doctor-warning = aviso
cli-doctor-wrong = mal
cli-doctor-mend = → { $remedy }
cli-doctor-sum =
    { $wrong ->
        [0] { $warnings ->
            [0] Todo está bien.
            [one] Nada está mal; hay un aviso.
           *[other] Nada está mal; hay { $warnings } avisos.
        }
        [one] Hay una cosa que arreglar y { $warnings } de aviso.
       *[other] Hay { $wrong } cosas que arreglar y { $warnings } de aviso.
    }
cli-doctor-folder-missing = La carpeta { $folder } aún no existe; el primer arranque la hace.
cli-doctor-folder-writable = Se puede escribir en { $folder }.
cli-doctor-in-use = Telar está en marcha en { $folder }.
cli-doctor-free = Nadie usa { $folder } ahora.
cli-doctor-no-store = Aún no hay base de datos ({ $file }); el primer arranque la hace.
cli-doctor-no-store-database = La base { $database } está vacía; el primer arranque hace ahí lo que necesita.
cli-doctor-unfinished = El primer arranque en { $place } no terminó; el siguiente lo termina.
cli-doctor-intact = La base de datos está íntegra: { $facts } hechos, época { $epoch }.
cli-doctor-durable = La base de datos espera al disco antes de confirmar.
cli-doctor-space = Espacio libre en { $folder }: { $free } MB.
cli-doctor-space-remedy = Pase las copias viejas a otro disco; para ver qué ocupa: du -xh --max-depth=1 / | sort -h
cli-doctor-clock = El reloj dice { $now }.
cli-doctor-clock-wrong = El reloj dice { $now }: las constancias saldrían con otra fecha.
cli-doctor-port-free = Se puede escuchar en { $address }.
cli-doctor-port-served = Telar escucha en { $address }.
cli-doctor-url = La gente entra por { $url }.
cli-doctor-url-plain = La dirección pública { $url } empieza con http, pero el sitio está cifrado.
cli-doctor-url-no-tls = La dirección pública { $url } empieza con https, pero aquí no hay cifrado.
cli-doctor-url-no-tls-remedy = Si delante hay otro servidor que cifra, escuche solo en 127.0.0.1; si no: tls = "acme"
cli-doctor-url-other-domain = La dirección pública { $url } no es la del certificado ({ $domain }).
cli-doctor-url-unset = Falta la dirección pública; los enlaces y los códigos QR llevarían { $url }.
cli-doctor-url-unset-remedy = public_url = "https://su-dominio"
cli-doctor-tls-files = El certificado { $file } y su llave se leen bien.
cli-doctor-acme = El certificado de { $domain } se pide y se renueva por ACME.
cli-doctor-acme-port = El certificado de { $domain } se pide por el puerto 443, y aquí se escucha en el { $port }.
cli-doctor-acme-port-remedy = listen = "[::]:443", o que el cortafuegos lleve el 443 a ese puerto
cli-doctor-readable = Cualquiera en esta máquina puede leer { $path }.
cli-doctor-no-backup = Aún no se ha hecho ninguna copia.
cli-doctor-old-backup = La última copia es del { $at }.
cli-doctor-backup = La última copia es del { $at }.

cli-questions-about = Trae preguntas de otras plataformas y las lleva a ellas
cli-questions-import-about = Lee un archivo GIFT, Moodle XML o AIKEN y escribe sus preguntas como van en un cuestionario o un banco
cli-questions-export-about = Escribe las preguntas de un cuestionario del programa en GIFT o Moodle XML
cli-argument-questions = El archivo con las preguntas
cli-value-quiz = CUESTIONARIO
cli-value-name = NOMBRE
cli-flag-format-in = De qué formato es el archivo: gift, moodle o aiken
cli-flag-format-out = En qué formato se escribe: gift o moodle
cli-flag-written-in = El idioma en que están las preguntas; si falta, el de los mensajes
cli-flag-question-name = Con qué empieza el nombre de cada pregunta: q da q-01, q-02…
cli-flag-quiz = El id del cuestionario, como está en el programa
cli-questions-unread = No se pudo leer { $file }: { $why }
cli-questions-imported =
    { $count ->
        [one] Una pregunta. Revísela, póngale dificultad y explicaciones, y péguela en su archivo.
       *[other] { $count } preguntas. Revíselas, póngales dificultad y explicaciones, y péguelas en su archivo.
    }
cli-questions-exported = { $carried } de { $all } preguntas escritas.
cli-questions-no-quiz = El programa no tiene un cuestionario «{ $quiz }».
cli-questions-no-quiz-remedy = Tiene estos: { $known }
cli-questions-no-language = El programa no está en «{ $language }», sino en: { $languages }
cli-questions-too-large = { $file } pasa de { $megabytes } MB.
cli-questions-too-large-remedy = Expórtelo por partes, sin imágenes ni archivos adjuntos.
cli-questions-not-utf8 = { $file }, línea { $line }: el texto no está en UTF-8.
cli-questions-not-utf8-remedy = Ábralo en un editor de texto y guárdelo con la codificación UTF-8.
cli-questions-bad-xml = { $file }, línea { $line }: no es un archivo Moodle XML que se pueda leer.
cli-questions-bad-xml-remedy = Expórtelo otra vez desde el banco de preguntas, como «Moodle XML».
cli-questions-entities = { $file }, línea { $line }: trae una definición de documento o una entidad propia, y esas no se leen.
cli-questions-entities-remedy = Quite esa línea, o escriba la letra misma (á en vez de &aacute;).
cli-questions-nothing = En { $file } no hay ninguna pregunta que se pueda leer.
cli-questions-nothing-remedy = Compruebe que el formato indicado es el del archivo.
cli-questions-too-many = { $file } tiene más de { $most } preguntas.
cli-questions-too-many-remedy = Expórtelo por categorías, en varios archivos.
cli-left-form = no se pudo llevar: del otro lado no hay esa forma de pregunta ({ $form })
cli-left-unreadable = no se pudo leer; se esperaba { $expected }
cli-left-picture = se llevó sin su imagen o archivo
cli-left-weights = se llevó sin el peso de cada respuesta: aquí cada acierto vale lo mismo
cli-left-penalty = se llevó sin el descuento por error: aquí cada error quita lo que un acierto da
cli-left-numbers = se llevó solo su primer número acertado: aquí no hay otros números ni márgenes que valgan una parte
cli-left-table = tiene una tabla: sus celdas se llevaron una tras otra, y hay que ordenarlas a mano
cli-left-script = se llevó sin un programa o formulario que tenía dentro
cli-left-alike = tiene dos opciones que se leen igual: cambie una, o no se podrá importar el paquete
cli-left-case = aquí mayúsculas y minúsculas dan lo mismo
cli-left-units = se llevó sin sus unidades
cli-left-feedback = se llevó sin una parte de sus explicaciones
cli-left-pattern = tiene un * que aquí es un asterisco y nada más
cli-left-criteria = se llevó sin los criterios de quien la lee
cli-left-category = las categorías no se llevan

# telar certificates
cli-certificates-about = Emite o imprime las constancias de una cohorte
cli-certificates-issue-about = Emite la constancia de cada persona que completó el programa y no tiene; con el sitio detenido
cli-certificates-issued =
    { $count ->
        [0] Nadie de esa cohorte espera una constancia.
        [one] 1 constancia emitida.
       *[other] { $count } constancias emitidas.
    }
cli-certificates-not-authority = Las constancias de la cohorte «{ $cohort }» se emiten en otro servidor. Aquí no cambió nada.
cli-certificates-not-authority-do = Ejecute esta orden en el servidor donde se abrió la cohorte.
cli-certificates-print-about = Imprime todas las constancias vigentes de una cohorte, un PDF por persona; puede correr junto al sitio
cli-flag-cohort = La cohorte: el código de su enlace, o su identificador
cli-flag-to = La carpeta para los PDF; se crea si no está
cli-certificates-progress = Constancias
cli-certificates-no-cohort = No hay una cohorte «{ $cohort }».
cli-certificates-no-cohort-do = Use el código que aparece al final del enlace de la cohorte.
cli-certificates-address = Las constancias dirán que se comprueban en { $url }. Si la gente llega al sitio por otra dirección, dígala con --public-url.
cli-certificates-exists = En { $folder } ya hay otro archivo { $name }, con otro contenido. No se cambió.
cli-certificates-exists-do = Use otra carpeta, o quite ese archivo.
cli-certificates-paper = La constancia { $number } no se pudo imprimir: { $cause }
cli-certificates-done =
    { $all ->
        [0] No hay constancias vigentes en esa cohorte.
        [one] 1 constancia en { $folder }; { $same } ya estaba, igual.
       *[other] { $all } constancias en { $folder }; { $same } ya estaban, iguales.
    }
cli-programme-export-about = Escribe una versión importada como la carpeta de la que vino, igual byte por byte
cli-value-slug = NOMBRE
cli-value-version = VERSIÓN
cli-flag-slug = El slug del programa, como está en programme.toml
cli-flag-label = La versión, como está en programme.toml; si falta, la última importada
cli-flag-export-to = La carpeta que se escribe; nueva o vacía
cli-programme-export-taken = La carpeta { $folder } no está vacía. No se cambió nada.
cli-programme-export-taken-do = Use una carpeta nueva.
cli-programme-export-none = No hay un programa «{ $slug }» con esa versión.
cli-programme-export-known = Hay: { $known }.
cli-programme-export-not-kept = Esta versión se importó cuando todavía no se guardaban las carpetas.
cli-programme-export-not-kept-do = Importe otra vez la misma carpeta: queda guardada y nada más cambia.
cli-programme-exported = Se escribieron { $files } archivos de la versión { $label } en { $folder }.
cli-programme-whole = todo
cli-programme-to-review = Falta que una persona profesional revise { $count }:
cli-flag-demo-programme = Otro programa que mostrar: su carpeta
