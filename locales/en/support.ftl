# Seeing what a person sees, to help her.

## She who asks.
support-title = Ask for help
support-card = If you cannot find something, whoever accompanies your group can see your pages while you talk on the telephone. They can change nothing.
support-open = Ask for help
support-how = Ask for a code and say it to whoever coordinates or facilitates your group. That person will see on their screen what you see on yours.
support-sees = They see your pages: what you have done, your answers and your marks.
support-sees-not = They do not see how you enter: not your PIN, not your password, not the number of your document.
support-changes-nothing = They can change nothing, nor answer for you.
support-lasts = It lasts 30 minutes at most. You can end it whenever you like, and who looked and when stays written here.
support-code-none = A code for whoever helps you
support-code-how = It works once, for 15 minutes. Do not give it to anyone you do not know.
support-code-make = Show a code
support-code = Your code
support-code-until = It works until { $time }, once.
support-code-care = By giving it you let that person see your pages for up to 30 minutes.
support-code-take-back = Take this code back
support-code-another = Another code
support-code-gone = The code no longer works.
support-ended = It is over. That person no longer sees your pages.
support-end = End it
support-seen-by = { $who } has been seeing your pages since { $from }. They can change nothing.
support-helper = { $name } ({ $role })
support-helper-gone = Somebody who is no longer on the site
support-role-coordinator = coordinates your group
support-role-facilitator = facilitates your group
support-role-administrator = administers the site
support-lines = Who has seen your pages
support-lines-none = Nobody has seen them to help you.
support-line = { $day }, from { $from } to { $until }
support-line-now = { $day }, since { $from }; still open

## Whoever helps.
support-help-title = Help a person
support-help-how = Ask the person to open “Me”, “Ask for help”, and to tell you their code. You will see the same as they do.
support-help-code = Code
support-help-begin = See what they see
support-help-rules = You only see: nothing can be changed. It lasts 30 minutes at most, they see your name meanwhile, and it is written in the journal.
support-wrong = That code is not valid. Check it with the person, or ask for a new one.
support-too-many = Too many tries. Wait until { $time } and try again.
support-over = The help is over. You are in your own account again.
support-ended-by-helper = You ended the help. You are in your own account again.
support-acting = You are seeing what { $name } sees, until { $until }. You can change nothing.
support-not-shown = What is not shown here
support-not-shown-me = How this person enters (password, keys, links, phones), the data to take along and their erasure are theirs alone.
support-not-shown-number = The number of their document is theirs alone: it is neither shown nor asked here.
