## What a phone keeps and shows without signal.

phone-outbox-title = Waiting
phone-outbox-heading = What waits for signal
phone-outbox-what = What you write or answer is saved on this phone first and sent by itself when there is signal. Here you see what still waits and why.
phone-outbox-who = What waits is kept under lock: it opens with your account alone. If you leave with “Quick exit” or sign out, it stays here and is sent when you enter again, unless you chose in “Me” that it is deleted.
phone-missing-title = No signal
phone-missing-heading = This page is not on the phone
phone-missing = There is no signal, and this page has not been downloaded. Nothing is lost: open it when there is signal.
phone-missing-empty = No topics have been downloaded to this phone yet. With signal you can download them in “Programme”.
phone-missing-locked = What was downloaded to this phone is kept under lock. It opens when you enter with your account, with signal.
phone-quiz-saved-note = Each answer is saved on this phone as soon as you mark it and sent by itself when there is signal.
phone-quiz-saved-note-timed = Each answer is saved on this phone as soon as you mark it and sent by itself when there is signal. The time does not stop if you leave the page; while some is left, you can come back.
phone-quiz-time-left = You have about { $minutes } min left. What you answer later is kept, but does not count.
phone-quiz-marked-on-arrival = It is marked when it reaches the server.
phone-quiz-marked-later = What you handed in is saved on this phone. You see the result and the explanations when there is signal.
phone-quiz-refused-answers = See what you answered
