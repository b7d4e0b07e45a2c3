## What stands around every page.

frame-brand = Telar
frame-skip = Ir al contenido
frame-places = Secciones
frame-leave = Salir rápido
frame-place-today = Hoy
frame-place-programme = Programa
frame-place-who-to-tell = ¿A quién aviso?
frame-place-me = Yo
frame-place-desk = Mesa
frame-place-numbers = Números
frame-place-site = Sitio
frame-language = Idioma
frame-language-es = Español
frame-language-en = English
frame-help = Qué hace «Salir rápido»
frame-who-to-tell = ¿A quién aviso?
frame-verify = Verificar una constancia
frame-enter = Entrar
frame-data-near = Lleva { $used } de sus { $limit } MB de este mes

## When something does not work. Each says what happened, that nothing is lost, and what to do.

problem-home = Ir al inicio
problem-enter = Entrar
problem-not-found-title = Página no encontrada
problem-not-found = Esa dirección no existe, o no es para la cuenta con la que entró.
problem-not-found-do = Revise que el enlace esté completo. Si se lo enviaron, pida que se lo envíen otra vez.
problem-forbidden-title = No se puede hacer aquí
problem-forbidden = Para hacer esto primero hay que entrar.
problem-forbidden-do = Entre y vuelva a intentarlo. Lo que ya estaba guardado sigue guardado.
problem-elsewhere-title = No pudimos comprobar de dónde viene
problem-elsewhere = La orden no llegó desde una página de este sitio, o el navegador no dijo de dónde venía. Por seguridad no se hizo nada.
problem-elsewhere-do = Vuelva a la página, cárguela otra vez y repita. Si sigue igual, use otro navegador o desactive la extensión que oculta de dónde viene cada página.
problem-disk-full-title = El servidor no tiene espacio
problem-disk-full = En este momento no se puede guardar nada nuevo. Lo que ya estaba guardado sigue ahí.
problem-disk-full-do = Deje esta página abierta y vuelva a intentarlo más tarde. Si puede, avise a quien coordina.
problem-unavailable-title = No está disponible por ahora
problem-unavailable = El servidor no pudo responder. Lo que ya estaba guardado sigue ahí.
problem-unavailable-do = Espere un momento y vuelva a intentarlo.
problem-conflict-title = Eso ya se había enviado distinto
problem-conflict = Esta página ya se había enviado con otro contenido. Se quedó lo que se envió primero.
problem-conflict-do = Cargue la página otra vez y repita el cambio.
problem-too-large-title = Es demasiado largo
problem-too-large = Lo que se envió es más largo de lo que se puede recibir. No se guardó.
problem-too-large-do = Vuelva a la página, acórtelo y envíelo otra vez.
problem-unreadable-title = No se entendió lo enviado
problem-unreadable = A la página le faltó algo o llegó incompleta. No se guardó nada.
problem-unreadable-do = Vuelva a la página, cárguela otra vez y repita.
problem-broken-title = Algo falló de nuestro lado
problem-broken = Es un error del programa, no suyo. Lo que ya estaba guardado sigue ahí.
problem-broken-do = Vuelva a intentarlo. Si se repite, dé este número a quien coordina: { $number }
