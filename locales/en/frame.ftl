## What stands around every page.

frame-brand = Telar
frame-skip = Go to the content
frame-places = Sections
frame-leave = Quick exit
frame-place-today = Today
frame-place-programme = Programme
frame-place-who-to-tell = Who to tell?
frame-place-me = Me
frame-place-desk = Desk
frame-place-numbers = Numbers
frame-place-site = Site
frame-language = Language
frame-language-es = Español
frame-language-en = English
frame-help = What “Quick exit” does
frame-who-to-tell = Who to tell?
frame-verify = Verify a certificate
frame-enter = Enter
frame-data-near = You have used { $used } of your { $limit } MB this month

## When something does not work. Each says what happened, that nothing is lost, and what to do.

problem-home = Go to the start
problem-enter = Enter
problem-not-found-title = Page not found
problem-not-found = That address does not exist, or is not for the account you entered with.
problem-not-found-do = Check that the link is complete. If someone sent it to you, ask them to send it again.
problem-forbidden-title = It cannot be done here
problem-forbidden = To do this you must enter first.
problem-forbidden-do = Enter and try again. What was saved is still saved.
problem-elsewhere-title = We could not check where this comes from
problem-elsewhere = The order did not come from a page of this site, or the browser did not say where it came from. To be safe, nothing was done.
problem-elsewhere-do = Go back to the page, load it again and repeat. If it stays so, use another browser, or turn off the extension that hides where each page comes from.
problem-disk-full-title = The server is out of space
problem-disk-full = Nothing new can be saved at this moment. What was saved is still there.
problem-disk-full-do = Leave this page open and try again later. If you can, tell your coordinator.
problem-unavailable-title = Not available for now
problem-unavailable = The server could not answer. What was saved is still there.
problem-unavailable-do = Wait a moment and try again.
problem-conflict-title = This was sent before, differently
problem-conflict = This page had been sent with other content. What was sent first stands.
problem-conflict-do = Load the page again and repeat the change.
problem-too-large-title = It is too long
problem-too-large = What was sent is longer than can be taken. It was not saved.
problem-too-large-do = Go back to the page, make it shorter and send it again.
problem-unreadable-title = What was sent could not be understood
problem-unreadable = The page lacked something or arrived incomplete. Nothing was saved.
problem-unreadable-do = Go back to the page, load it again and repeat.
problem-broken-title = Something failed on our side
problem-broken = It is an error of the program, not yours. What was saved is still there.
problem-broken-do = Try again. If it happens again, give this number to your coordinator: { $number }
