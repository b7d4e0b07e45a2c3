## Lo que espera en el teléfono hasta que el servidor lo tenga.

outbox-here = Guardado en este teléfono
outbox-saved = Guardado
outbox-offline = No hay señal. Quedó guardado en este teléfono y se envía solo al volver la señal. Puede esperar aquí o cerrar la página.
outbox-sent = Ya se envió.
outbox-go-on = Seguir
outbox-enter = Entrar otra vez
outbox-full = Este teléfono no tiene espacio para guardar más. Nada de lo anterior se borró. Borre fotos o videos que no necesite y pruebe otra vez.
outbox-no-storage = Este teléfono no permite guardar aquí. Use el botón para enviarlo directamente.
outbox-not-kept = Ahora no se puede enviar ni guardar en este teléfono. Deje esta página abierta: lo que escribió sigue aquí. Pruebe otra vez cuando haya señal.
outbox-waiting-one = 1 cosa espera señal
outbox-waiting-other = # cosas esperan señal
outbox-signed-out-one = 1 cosa espera que usted entre otra vez
outbox-signed-out-other = # cosas esperan que usted entre otra vez
outbox-refused-one = 1 cosa no se recibió
outbox-refused-other = # cosas no se recibieron

## La página que lo muestra.

outbox-empty = No espera nada: todo lo que escribió en este teléfono está en el servidor. Cuando no haya señal, aquí verá lo que falta enviar.
outbox-locked = Lo que espera en este teléfono está cerrado con su cuenta. Entre otra vez, con señal, para verlo y enviarlo. Nada se borró.
outbox-no-script = Con este navegador nada espera en el teléfono: cada botón envía enseguida.
outbox-unnamed = Una respuesta
outbox-written = Escrito:
outbox-tag-waiting = espera
outbox-tag-refused = no se recibió
outbox-tag-newer = espera
outbox-tag-damaged = dañado
outbox-why-sending = Se está enviando.
outbox-why-no-signal = No hay señal. Se envía solo cuando vuelva.
outbox-why-signed-out = Su sesión terminó. Entre otra vez y se envía solo.
outbox-why-someone-else = En este teléfono entró otra persona. Se envía cuando usted entre otra vez.
outbox-why-locked = Falta señal para abrir lo guardado. Se envía solo cuando vuelva.
outbox-why-newer = Lo escribió una versión más nueva de esta página. Cargue la página otra vez, con señal.
outbox-why-damaged = Este teléfono lo guardó mal y ya no se puede leer.
outbox-try = Enviar ahora
outbox-copy = Copiar el texto
outbox-copy-all = Copiar las respuestas
outbox-answers-one = Ver 1 respuesta
outbox-answers-other = Ver # respuestas
outbox-answers-note = Aquí puede verlo y copiarlo. No pasa solo a otro intento: eso lo decide usted.
outbox-go-on-attempt = Ir al intento abierto
outbox-copied = Copiado
outbox-dismiss = Quitar
outbox-dismiss-sure = Se borra de este teléfono y no se recupera. Toque otra vez para quitarlo.
