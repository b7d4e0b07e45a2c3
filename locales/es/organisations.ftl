## Kinds of organisations.
org-kind-ministry = Ministerio
org-kind-network = Red de servicios (área, dirección o distrito)
org-kind-hospital = Hospital
org-kind-health-centre = Centro de salud
org-kind-health-post = Puesto de salud
org-kind-court = Juzgado o tribunal
org-kind-prosecutor = Fiscalía
org-kind-police = Policía
org-kind-attorney-general = Procuraduría
org-kind-forensic = Ciencias forenses
org-kind-state-body = Otra institución del Estado
org-kind-school = Escuela o instituto
org-kind-university = Universidad
org-kind-municipality = Municipalidad
org-kind-ngo = Asociación u organización
org-kind-other = Otra

## The list.
org-title = Instituciones
org-open = Instituciones
org-intro = Cada quien escribe dónde trabaja como lo conoce. Aquí se dice qué institución es cada nombre, para contar bien y para que todas las pantallas la llamen igual. Lo que la gente escribió no cambia.
org-search-label = Nombre
org-search-hint = Una parte del nombre basta, con o sin tildes. También busca en los otros nombres.
org-search = Buscar
org-none = Todavía no hay instituciones. Agregue la primera, o comience por lo que la gente ya escribió.
org-none-read = Todavía no hay instituciones. Las agrega quien administra el sitio.
org-found-none = Ninguna se llama así. Pruebe con una parte del nombre.
org-found =
    { $count ->
        [one] Una institución.
       *[other] { $count } instituciones.
    }
org-people =
    { $count ->
        [0] nadie todavía
        [one] una persona
       *[other] { $count } personas
    }
org-add = Agregar una institución
org-page = Página { $page } de { $pages }
org-page-before = Anterior
org-page-after = Siguiente
org-sorting-open = Ordenar lo que la gente escribió
org-sorting-waits =
    { $count ->
        [one] Un nombre que la gente escribió no es de ninguna institución todavía.
       *[other] { $count } nombres que la gente escribió no son de ninguna institución todavía.
    }
org-back = Volver a las instituciones

## The form.
org-new-title = Agregar una institución
org-name = Nombre
org-name-hint = Como la institución se llama a sí misma. Si lo cambia, el de antes queda entre los otros nombres.
org-other-names = Otros nombres
org-other-names-hint = Uno por línea: abreviaturas y maneras de escribirla, por ejemplo «MP».
org-kind = Qué es
org-kind-choose = Elija qué es
org-sector = Sector
org-sector-none = Sin sector
org-parent = Pertenece a
org-parent-hint = El nombre de la institución de la que forma parte. Déjelo vacío si no depende de otra.
org-seat = Dónde está
org-seat-none = Sin lugar
org-seat-department = { $department }: todo el departamento
org-logo = Logotipo
org-logo-hint = Una imagen PNG o JPEG de { $size } como máximo. Se guarda pequeña y sin los datos de la cámara.
org-logo-remove = Quitar el logotipo
org-logo-of = Logotipo de { $name }
org-keep = Guardar
org-keep-new = Agregar
org-optional = opcional

## What has to be mended.
org-refused-fields = Revise lo marcado abajo. Lo que escribió sigue aquí; si había elegido una imagen, elíjala otra vez.
org-refused-many = No caben más instituciones en este sitio: son { $most }. Una las que sean la misma.
org-refused-name = Escriba el nombre: de 2 a 160 letras, sin signos < ni >.
org-refused-taken = Ese nombre ya es de «{ $name }». Si es la misma, no hace falta agregarla; si no, escriba algo que las distinga, como el municipio.
org-refused-other-name = «{ $line }» no es un nombre: de 2 a 160 letras, sin signos < ni >.
org-refused-other-names = Son demasiados: caben { $most } nombres.
org-refused-other-taken = «{ $line }» ya es un nombre de «{ $name }». Quítelo de aquí, o una las dos instituciones.
org-refused-sector = Elija un sector de la lista.
org-refused-kind = Elija qué es.
org-refused-parent = Ninguna institución se llama así. Escriba uno de los nombres de la lista, o agréguela antes.
org-refused-parent-below = Esa institución está dentro de esta: no pueden estar una dentro de la otra.
org-refused-parent-deep = Serían más de { $most } niveles. Elija una que esté más arriba.
org-refused-seat = Elija un lugar de la lista.
org-refused-logo-large = El archivo pasa de { $size }. Guárdelo más pequeño y elíjalo otra vez.
org-refused-logo-wide = La imagen pasa de { $pixels } píxeles de lado. Guárdela más pequeña y elíjala otra vez.
org-refused-logo-format = No es una imagen PNG ni JPEG. Guárdela así y elíjala otra vez.
org-refused-logo-broken = La imagen está incompleta o dañada. Elija otra copia.

## One of them.
org-also = También se escribe
org-people-title = Personas
org-people-own = { $people } escribieron uno de sus nombres.
org-people-one = Una persona escribió uno de sus nombres.
org-people-none = Nadie ha escrito uno de sus nombres todavía.
org-people-under = Con las que están dentro: { $count }.
org-under = Instituciones dentro de esta
org-under-none = Ninguna.
org-change = Cambiar
org-kept = Listo: quedó guardado.
org-merged = Listo: ahora son una sola.
org-separated = Listo: otra vez es una institución aparte.
org-double = Es la misma que { $name }
org-double-note = Se unieron el { $day }{ $by }. Motivo: { $reason }
org-double-go = Ver { $name }
org-by = , por { $name }
org-doubles = Se unieron a esta
org-separate = Separar
org-separate-note = Si no era la misma, sepárela: vuelve a tener sus nombres y lo que estaba dentro.
org-separate-button = Separar otra vez
org-merge = Es la misma que otra
org-merge-note = Esta deja de estar en la lista. Sus nombres, lo que está dentro de ella y su logotipo (si la otra no tiene) pasan a la otra. Se puede deshacer.
org-merge-into = ¿Cuál queda?
org-merge-reason = Motivo
org-merge-reason-hint = Por ejemplo: «La misma, con el nombre corto».
org-merge-button = Unir
org-merge-refused-into = Ninguna institución se llama así. Escriba uno de los nombres de la lista.
org-merge-refused-same = Ya es la misma.
org-merge-refused-below = La que quedaría está dentro de esta. Abra la otra y únala a esta.
org-merge-refused-deep = Quedarían más de { $most } niveles. Antes cambie a qué pertenece lo que está dentro.
org-refused-reason = Escriba el motivo: de 3 a 300 letras.

## What was done with it.
org-changes = Lo que se ha hecho
org-change-made = Se agregó como «{ $name }».
org-change-name = Se llamaba «{ $before }»; se llama «{ $after }».
org-change-added = Otro nombre: «{ $name }».
org-change-gone = Dejó el nombre «{ $name }».
org-change-kind = Qué es: { $kind }.
org-change-sector = Cambió de sector.
org-change-parent = Pertenece a { $name }.
org-change-parent-none = No pertenece a otra.
org-change-seat = Lugar: { $seat }.
org-change-seat-none = Quedó sin lugar.
org-change-logo = Tiene otro logotipo.
org-change-logo-gone = Se quitó el logotipo.
org-change-merged = Se unió a «{ $name }». Motivo: { $reason }
org-change-separated = Se separó otra vez. Motivo: { $reason }
org-change-took = «{ $name }» se unió a esta. Motivo: { $reason }

## Sorting what people wrote.
org-sorting-title = Lo que la gente escribió
org-sorting-note = Son nombres que alguien escribió y que no son de ninguna institución todavía. Diga de cuál son, o haga de cada uno una institución. Las propuestas se parecen al escribirse; decida usted.
org-sorting-none = No hay nada por ordenar: todo lo que la gente escribió es de alguna institución.
org-sorting-make = Hacer institución
org-sorting-make-label = Hacer institución: { $text }
org-sorting-same = Es «{ $name }»
org-sorting-same-label = «{ $text }» es «{ $name }»
org-sorting-other = Es la misma que otra
org-sorting-which = ¿Cuál institución es «{ $text }»?
org-sorting-say = Es esta
org-sorting-done = Listo: ese nombre ya es de «{ $name }».
org-sorting-called = en un nombramiento
org-sorting-taken = Ese nombre ya es de «{ $name }».
org-sorting-names = «{ $name }» ya tiene { $most } nombres. Quite alguno que no sirva.
org-sorting-text = Ese texto no sirve como nombre. Haga la institución y escriba su nombre.
org-pairs = Pueden ser la misma
org-pairs-note = Sus nombres se parecen. Mírelas antes de unirlas: dos aldeas pueden llamarse casi igual.
org-pair-look = Mirar y unir
org-pair-label = Mirar y unir: { $one } y { $other }
