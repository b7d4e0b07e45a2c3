# Seeing what a person sees, to help her.

## She who asks.
support-title = Pedir ayuda
support-card = Si no encuentra algo, quien acompaña a su grupo puede ver sus páginas mientras hablan por teléfono. No puede cambiar nada.
support-open = Pedir ayuda
support-how = Pida un código y dígaselo a quien coordina o facilita su grupo. Esa persona verá en su pantalla lo que usted ve en la suya.
support-sees = Ve sus páginas: lo que ha hecho, sus respuestas y sus notas.
support-sees-not = No ve cómo entra usted: ni su PIN, ni su contraseña, ni el número de su documento.
support-changes-nothing = No puede cambiar nada, ni responder por usted.
support-lasts = Dura 30 minutos como máximo. Usted puede terminar cuando quiera, y aquí queda escrito quién miró y cuándo.
support-code-none = Un código para quien le ayuda
support-code-how = Sirve una sola vez y durante 15 minutos. No lo dé a nadie que no conozca.
support-code-make = Mostrar un código
support-code = Su código
support-code-until = Sirve hasta las { $time }, una sola vez.
support-code-care = Al darlo, usted permite que esa persona vea sus páginas hasta por 30 minutos.
support-code-take-back = Quitar este código
support-code-another = Otro código
support-code-gone = El código ya no sirve.
support-ended = Terminó. Esa persona ya no ve sus páginas.
support-end = Terminar
support-seen-by = { $who } está viendo sus páginas desde las { $from }. No puede cambiar nada.
support-helper = { $name } ({ $role })
support-helper-gone = Una persona que ya no está en el sitio
support-role-coordinator = coordina su grupo
support-role-facilitator = facilita su grupo
support-role-administrator = administra el sitio
support-lines = Quién ha visto sus páginas
support-lines-none = Nadie las ha visto para ayudarle.
support-line = { $day }, de { $from } a { $until }
support-line-now = { $day }, desde las { $from }; sigue abierto

## Whoever helps.
support-help-title = Ayudar a una persona
support-help-how = Pida a la persona que abra «Yo», «Pedir ayuda», y que le diga su código. Usted verá lo mismo que ella.
support-help-code = Código
support-help-begin = Ver lo que ve
support-help-rules = Solo se ve: no se puede cambiar nada. Dura 30 minutos como máximo, ella ve su nombre mientras tanto, y queda escrito en el registro.
support-wrong = Ese código no vale. Revíselo con la persona, o pídale uno nuevo.
support-too-many = Demasiados intentos. Espere hasta las { $time } y vuelva a intentarlo.
support-over = La ayuda terminó. Está otra vez en su propia cuenta.
support-ended-by-helper = Terminó la ayuda. Está otra vez en su propia cuenta.
support-acting = Está viendo lo que ve { $name }, hasta las { $until }. No puede cambiar nada.
support-not-shown = Lo que aquí no se muestra
support-not-shown-me = Cómo entra esta persona (contraseña, llaves, enlaces, teléfonos), sus datos para llevar y su borrado son solo de ella.
support-not-shown-number = El número de su documento es solo de ella: aquí no se muestra ni se pide.
