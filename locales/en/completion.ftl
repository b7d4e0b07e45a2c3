# What is missing to complete a programme: the same words for a learner and for her staff.

completion-title = To complete the programme
completion-missing = To complete the programme, what is missing:
completion-all-done = Nothing is missing to complete the programme.
completion-finish = finish “{ $title }”
completion-pass = pass “{ $title }” with { $mark }% or more
completion-pass-best = pass “{ $title }” with { $mark }% or more (best result: { $best }%)
completion-hours-own-time = { $left } more of study in one’s own time ({ $done } of { $asked } so far)
completion-hours-live = { $left } more live ({ $done } of { $asked } so far)
completion-hours-in-person = { $left } more in person ({ $done } of { $asked } so far)
completion-hours-any = { $left } more of activities ({ $done } of { $asked } so far)
completion-some =
    { $left ->
        [one] one of these { $from }:
       *[other] { $left } of these { $from }:
    }
completion-all = all of this:
completion-step = missing to complete
completion-legend = Folded corner: missing to complete the programme
completion-weave =
    { $count ->
        [one] One of those left counts towards completing the programme
       *[other] { $count } of those left count towards completing the programme
    }
