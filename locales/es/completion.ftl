# What is missing to complete a programme: the same words for a learner and for her staff.

completion-title = Para completar el programa
completion-missing = Para completar el programa falta:
completion-all-done = No falta nada para completar el programa.
completion-finish = terminar «{ $title }»
completion-pass = aprobar «{ $title }» con { $mark } % o más
completion-pass-best = aprobar «{ $title }» con { $mark } % o más (mejor resultado: { $best } %)
completion-hours-own-time = { $left } más de estudio por cuenta propia (van { $done } de { $asked })
completion-hours-live = { $left } más en vivo (van { $done } de { $asked })
completion-hours-in-person = { $left } más en persona (van { $done } de { $asked })
completion-hours-any = { $left } más de actividades (van { $done } de { $asked })
completion-some =
    { $left ->
        [one] una de estas { $from } cosas:
       *[other] { $left } de estas { $from } cosas:
    }
completion-all = todo esto:
completion-step = falta para completar
completion-legend = Esquina doblada: falta para completar el programa
completion-weave =
    { $count ->
        [one] Una de las que faltan cuenta para completar el programa
       *[other] { $count } de las que faltan cuentan para completar el programa
    }
