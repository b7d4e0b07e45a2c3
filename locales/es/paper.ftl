# What is printed: the constancia, the slips with a PIN, the poster.

paper-certificate-title = Constancia de participación
paper-certificate-lead = Se extiende a
paper-certificate-body = por haber participado en el programa «{ $programme }» (versión { $version }) con la cohorte «{ $cohort }», del { $starts } al { $ends }, y cumplido con sus actividades.
paper-certificate-body-so-far = por haber participado en el programa «{ $programme }» (versión { $version }) con la cohorte «{ $cohort }», desde el { $starts } y a la fecha de esta constancia, y cumplido con sus actividades.
paper-certificate-body-to-date = por haber participado a la fecha de esta constancia en el programa «{ $programme }» (versión { $version }) con la cohorte «{ $cohort }», y cumplido con sus actividades.
paper-certificate-endorsed = Con el aval de
paper-certificate-hours-own = A su propio tiempo
paper-certificate-hours-live = En vivo, a distancia
paper-certificate-hours-in-person = Presencial
paper-certificate-hours-total = Total
paper-certificate-hours-value =
    { $hours ->
        [one] 1 hora
       *[other] { $hours } horas
    }
paper-certificate-weave = Tejido de { $all } actividades, { $done } hechas
paper-certificate-number = Número
paper-certificate-place = Guatemala
paper-certificate-verify = Compruebe esta constancia en
paper-certificate-chain = Sello del diario
paper-certificate-chain-value = cadena { $chain } · firma { $signature } · llave { $key }
paper-certificate-not-competence = Esta constancia dice que la persona participó. No certifica competencia.

paper-slips-title = Papelitos para entrar: { $cohort }
paper-slip-code = Código
paper-slip-pin = PIN
paper-slip-step-open = Abra la dirección o escanee el cuadro.
paper-slip-step-type = Escriba su código y su PIN.
paper-slip-step-go = Siga donde se quedó: nada se pierde.
paper-slip-keep = Guarde este papel. Quien lo tenga entra como usted.

paper-poster-title = Entre con su teléfono
paper-poster-subtitle = { $programme } · { $cohort }
paper-poster-step-open = Escanee el cuadro con la cámara, o escriba la dirección.
paper-poster-step-fill = Llene cinco datos: nombre, sector, lugar de trabajo, municipio e idioma.
paper-poster-step-start = Empiece. Puede parar y seguir cuando quiera.
paper-poster-footer = { $organisation } · del { $starts } al { $ends }

paper-letter-title = Carta de nombramiento
paper-letter-before = { $organisation } nombra a las personas de esta lista para participar en «{ $programme }», grupo { $cohort }, { $dates }.
paper-letter-name = Nombre completo
paper-letter-post = Puesto
paper-letter-time = Estas personas tendrán el tiempo que el programa pide y sus días presenciales contarán como trabajo.
paper-letter-safe = Ninguna de ellas tiene, que sepamos, un impedimento para trabajar con niñas, niños y adolescentes.
paper-letter-sign = Nombre, puesto, firma y sello
