## What a phone keeps and shows without signal.

phone-outbox-title = Pendientes
phone-outbox-heading = Lo que espera señal
phone-outbox-what = Lo que usted escribe o responde se guarda primero en este teléfono y se envía solo cuando hay señal. Aquí ve lo que todavía espera y por qué.
phone-outbox-who = Lo que espera está guardado bajo llave: solo se abre con su cuenta. Si sale con «Salir rápido» o cierra sesión, sigue aquí y se envía cuando usted vuelva a entrar, a menos que en «Yo» haya elegido que se borre.
phone-missing-title = Sin señal
phone-missing-heading = Esta página no está en el teléfono
phone-missing = No hay señal, y esta página no se ha descargado. Nada se perdió: ábrala cuando haya señal.
phone-missing-empty = En este teléfono todavía no hay temas descargados. Con señal puede descargarlos en «Programa».
phone-missing-locked = Lo que se descargó en este teléfono está guardado bajo llave. Se abre cuando usted entra con su cuenta, con señal.
phone-quiz-saved-note = Cada respuesta se guarda en este teléfono en cuanto la marca y se envía sola cuando hay señal.
phone-quiz-saved-note-timed = Cada respuesta se guarda en este teléfono en cuanto la marca y se envía sola cuando hay señal. El tiempo no se detiene si sale de la página; mientras quede, puede volver a entrar.
phone-quiz-time-left = Le quedan unos { $minutes } min. Lo que responda después se guarda, pero no cuenta.
phone-quiz-marked-on-arrival = Se califica cuando llegue al servidor.
phone-quiz-marked-later = Su entrega está guardada en este teléfono. El resultado y las explicaciones se ven cuando haya señal.
phone-quiz-refused-answers = Ver lo que respondió
