## What waits on the phone until the server has it.

outbox-here = Saved on this phone
outbox-saved = Saved
outbox-offline = There is no signal. It is saved on this phone and is sent by itself when the signal returns. You can wait here or close the page.
outbox-sent = It has been sent.
outbox-go-on = Go on
outbox-enter = Sign in again
outbox-full = This phone has no room to keep more. Nothing from before was deleted. Delete photos or videos that you do not need, and try again.
outbox-no-storage = This phone does not allow saving here. Use the button to send it directly.
outbox-not-kept = It can be neither sent nor saved on this phone now. Leave this page open: what you wrote is still here. Try again when there is signal.
outbox-waiting-one = 1 thing is waiting for signal
outbox-waiting-other = # things are waiting for signal
outbox-signed-out-one = 1 thing is waiting for you to sign in again
outbox-signed-out-other = # things are waiting for you to sign in again
outbox-refused-one = 1 thing was not received
outbox-refused-other = # things were not received

## The page that shows it.

outbox-empty = Nothing is waiting: all that you wrote on this phone is on the server. When there is no signal, you will see here what is still to be sent.
outbox-locked = What is waiting on this phone is locked with your account. Sign in again, with signal, to see it and send it. Nothing was deleted.
outbox-no-script = With this browser nothing waits on the phone: each button sends at once.
outbox-unnamed = An answer
outbox-written = Written:
outbox-tag-waiting = waiting
outbox-tag-refused = not received
outbox-tag-newer = waiting
outbox-tag-damaged = damaged
outbox-why-sending = It is being sent.
outbox-why-no-signal = There is no signal. It is sent by itself when it returns.
outbox-why-signed-out = Your session ended. Sign in again and it is sent by itself.
outbox-why-someone-else = Somebody else signed in on this phone. It is sent when you sign in again.
outbox-why-locked = Signal is needed to open what is saved. It is sent by itself when it returns.
outbox-why-newer = A newer version of this page wrote it. Load the page again, with signal.
outbox-why-damaged = This phone stored it badly, and it can no longer be read.
outbox-try = Send now
outbox-copy = Copy the text
outbox-copy-all = Copy the answers
outbox-answers-one = See 1 answer
outbox-answers-other = See # answers
outbox-answers-note = You can see and copy it here. It does not go over to another attempt by itself: that is yours to decide.
outbox-go-on-attempt = Go to the open attempt
outbox-copied = Copied
outbox-dismiss = Remove
outbox-dismiss-sure = It is deleted from this phone and cannot be recovered. Touch again to remove it.
