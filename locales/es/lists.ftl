# Listas de personas para una cohorte: se envían, se revisan, se nombran y, por un día, se deshacen.

list-title = Lista de personas
list-lead = Envíe la lista que ya tiene en Excel o CSV. Primero verá cada fila con lo que se le propone; no se registra a nadie hasta que usted lo confirme.
list-send = Enviar una lista
list-file = Archivo de Excel (.xlsx) o CSV
list-file-note = Hasta { $rows } filas y { $largest }. Basta con una columna que diga «Nombre»; las demás se reconocen por su título.
list-send-button = Enviar y revisar
list-send-note = Puede dejarla a medias y volver: se guarda siete días sin registrar a nadie.
list-template = Plantilla
list-template-note = Una hoja con los títulos que Telar conoce. Las columnas que no necesite puede borrarlas o dejarlas vacías.
list-template-file = plantilla-personas
list-template-excel = Plantilla de Excel
list-numbers-not-kept = Este sitio no guarda números de DPI: esa columna no se lee.
list-export = Las personas de la cohorte
list-export-note = La misma hoja, llena con quienes están en la cohorte o fueron nombradas. Los números de DPI no salen.
list-export-excel = Personas, en Excel
list-people-file = personas
list-before = Listas enviadas
list-before-none = Todavía no se ha enviado ninguna.
list-author-gone = Alguien que ya no está
list-line = { $author }, { $day } · { $rows ->
        [one] una fila
       *[other] { $rows } filas
    }
list-line-taken = { $author }, { $day } · { $named } de { $rows } filas, nombradas
list-state-broken = no llegó entera
list-state-draft = por confirmar
list-state-taking = en camino
list-state-taken = tomada
list-state-undoing = deshaciéndose
list-state-undone = deshecha

## Lo que no se puede leer.
list-refused-no-file = Elija un archivo.
list-refused-not-a-table = Ese archivo no es de Excel (.xlsx) ni CSV, o está dañado. Ábralo en Excel y guárdelo como «Libro de Excel (.xlsx)».
list-refused-many = La lista tiene más de { $rows } filas. Pártala en dos archivos y envíe uno por uno.
list-refused-empty = El archivo está vacío en su primera hoja. Si las personas están en otra hoja, póngala de primera.
list-refused-heads = Ninguna de las primeras filas dice cuál columna tiene los nombres. Escriba «Nombre» arriba de esa columna, o use la plantilla.
list-refused-nobody = Debajo de los títulos no hay nadie.

## Antes de confirmar.
list-before-taking = Si la confirma
list-came-of-it = Lo que resultó
list-nothing = Nada cambió.
list-fact-new = { $count ->
        [one] Una persona nueva queda nombrada
       *[other] { $count } personas nuevas quedan nombradas
    }
list-fact-known = { $count ->
        [one] Una persona que ya tiene cuenta queda nombrada con ella
       *[other] { $count } personas que ya tienen cuenta quedan nombradas con ella
    }
list-fact-here = { $count ->
        [one] Una ya está en la cohorte o ya fue nombrada: no cambia nada
       *[other] { $count } ya están en la cohorte o ya fueron nombradas: no cambia nada
    }
list-fact-double = { $count ->
        [one] Una fila repite a otra de la misma lista: se toma una vez
       *[other] { $count } filas repiten a otras de la misma lista: se toman una vez
    }
list-fact-faulty = { $count ->
        [one] Una fila no se puede tomar hasta corregir el nombre
       *[other] { $count } filas no se pueden tomar hasta corregir el nombre
    }
list-fact-left-out = { $count ->
        [one] Una fila queda fuera porque usted la sacó
       *[other] { $count } filas quedan fuera porque usted las sacó
    }
list-fact-beyond = { $free ->
        [0] La cohorte no tiene lugares libres
        [one] La cohorte tiene un solo lugar libre
       *[other] La cohorte tiene { $free } lugares libres
    }: { $count ->
        [one] una fila no cabe
       *[other] { $count } filas no caben
    }. Puede subir los lugares en «Inscripción» antes de confirmar.
list-unused = Columnas que no se leen: { $heads }
list-take = { $count ->
        [0] No cabe nadie más
        [one] Nombrar a una persona
       *[other] Nombrar a { $count } personas
    }
list-take-note = Cada una queda con un lugar apartado y acepta ella misma al entrar. Lo puede deshacer durante un día.
list-nobody-new = Esta lista no trae a nadie nuevo.
list-discard = Tirar esta lista
list-rest = Descargar las filas que no se toman
list-rest-note = Con lo que hay que corregir al lado de cada una. Corríjalas en Excel y envíe ese archivo. Los DPI no van incluidos.

## Mientras y después.
list-taking = Se han tomado { $done } de { $all }
list-undoing = Se han deshecho { $done } de { $all }
list-interrupted = El trabajo se interrumpió. Nada se perdió ni se repitió.
list-go-on = Seguir desde donde quedó
list-fact-named = { $count ->
        [one] Una persona nueva, nombrada
       *[other] { $count } personas nuevas, nombradas
    }
list-fact-invited = { $count ->
        [one] Una persona nombrada con la cuenta que tenía
       *[other] { $count } personas nombradas con la cuenta que tenían
    }
list-fact-met = { $count ->
        [one] Una entró por otro camino mientras tanto
       *[other] { $count } entraron por otro camino mientras tanto
    }
list-fact-no-place = { $count ->
        [one] Una quedó sin lugar
       *[other] { $count } quedaron sin lugar
    }
list-fact-gone = { $count ->
        [one] Una se borró: nunca había entrado
       *[other] { $count } se borraron: nunca habían entrado
    }
list-fact-withdrawn = { $count ->
        [one] Una ya no está nombrada y conserva su cuenta
       *[other] { $count } ya no están nombradas y conservan su cuenta
    }
list-fact-stayed = { $count ->
        [one] Una se queda: ya había aceptado o se había decidido sobre ella
       *[other] { $count } se quedan: ya habían aceptado o se había decidido sobre ellas
    }
list-fact-stayed-out = { $count ->
        [one] Una fila no se tomó
       *[other] { $count } filas no se tomaron
    }
list-undo = Deshacer esta lista
list-undo-note = Hasta el { $day } a las { $time }. Quien llegó por esta lista y nunca ha entrado se borra; quien ya aceptó se queda.
list-undo-late = Ya pasó un día: esta lista no se puede deshacer. Puede retirar a cada persona en «Inscripción».

## Las filas.
list-rows = Filas
list-shows = Qué filas ver
list-show-remarks = Con algo que decir
list-show-all = Todas
list-rows-none = Ninguna fila así.
list-pages = Páginas
list-previous = Anteriores
list-next = Siguientes
list-page = { $page } de { $pages }
list-row-title = Fila { $row }
list-row-number = Su número de DPI ya está guardado con llave. Escríbalo solo si hay que cambiarlo.
list-row-save = Guardar esta fila
list-has-number = con DPI
list-mend = Corregir
list-mend-label = Corregir la fila { $row }, { $name }
list-out = Sacar
list-in = Volver a incluir
list-out-label = Sacar o incluir la fila { $row }, { $name }
list-stand-new = nueva
list-stand-known = con cuenta
list-stand-here = ya está
list-stand-double = repetida
list-stand-faulty = por corregir
list-stand-left-out = fuera
list-outcome-named = nombrada
list-outcome-invited = nombrada con su cuenta
list-outcome-no-place = sin lugar
list-outcome-gone = borrada
list-outcome-withdrawn = retirada
list-outcome-stayed = se queda

## Lo que hay que decir de una fila.
list-remark-mended = { $field }: decía «{ $written }»; queda «{ $kept }».
list-remark-emptied = { $field }: «{ $written }» no se entiende; queda vacío, y la persona lo puede llenar al aceptar.
list-remark-several = Municipio: hay varios que se llaman «{ $written }». Agregue una columna «Departamento» o corrija la fila; si no, queda vacío.
list-remark-number-length = CUI: no tiene 13 cifras. Se guarda así.
list-remark-number-check = CUI: una cifra no concuerda con las demás. Se guarda así.
list-remark-number-place = CUI: las últimas cuatro cifras no son de ningún municipio. Se guarda así.
list-remark-number-placeholder = CUI: repite una sola cifra. Se guarda así.
list-remark-number-not-kept = CUI: este sitio no lo guarda.
list-remark-formula = Nombre: empieza con un signo que una hoja de cálculo toma por fórmula. Corríjalo.
list-remark-namesake = Se llama igual que la fila { $row }, con otro lugar o número: se toman como dos personas.
list-remark-namesake-here = En la cohorte hay alguien que se llama igual, con otro lugar o número: se toman como dos personas.
list-remark-other-name = El CUI es de una cuenta con otro nombre: se nombra a esa cuenta. Revise que sea la misma persona.
list-remark-double = Es la misma persona que la fila { $row }.
list-path-first-account = Primer relato
list-path-interview = Entrevista
list-review = Revisión
list-in-cohort = En la cohorte
list-sheet = Personas
list-rest-file = filas-por-corregir
