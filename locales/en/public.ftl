## The first page.

home-title = Start
home-hello = Training, woven step by step
home-what = Telar brings lessons, practice and face-to-face days into one programme. It works on a simple phone with little signal, and saves each answer the moment it is given.
home-enter = Enter
home-join = Were you sent a link to join?
home-join-how = Open it on this phone: it begins with the address of this site and ends in a code. If you have it on a poster, point the camera at the black and white square.
home-code = Code of the link or poster
home-code-go = See the cohort
home-code-wrong = That code is not of a cohort. Check it letter by letter; it has no O and no I.
home-demo-title = This is a demonstration
home-demo = Nobody here is real. Choose where you want to see it from; what you do is erased when it closes.
home-demo-learner = Learner
home-demo-facilitator = Facilitator
home-demo-assessor = Assessor
home-demo-coordinator = Coordinator
home-demo-analyst = Analyst
home-demo-administrator = Administrator

## Joining from a cohort's link.

join-title = Joining
join-heading = Join
join-dates = Dates
join-hours = Length
join-hours-own =
    { $hours ->
        [one] 1 hour at your own pace
       *[other] { $hours } hours at your own pace
    }
join-hours-live =
    { $hours ->
        [one] 1 hour live
       *[other] { $hours } hours live
    }
join-hours-room =
    { $hours ->
        [one] 1 hour face to face
       *[other] { $hours } hours face to face
    }
join-three-minutes = It takes about three minutes. You need no e-mail.
join-name = Full name
join-name-why = It will stand on your certificate. Write it with its accents.
join-sector = Sector
join-sector-why = To know which sectors the programme reaches. It is only published as numbers.
join-sector-choose = Choose your sector
join-sector-health = Health
join-sector-justice = Justice
join-sector-psychosocial = Psychosocial
join-sector-education = Education
join-sector-other = Other
join-organisation = Organisation or place of work
join-organisation-why = So that your coordinator knows with whom you work. For example: Chamil Health Post.
join-department = Department
join-municipality = Municipality where you work
join-municipality-why = To know which places the programme reaches and where to hold the face-to-face days.
join-municipality-choose = Choose
join-language = Language to read in
join-language-why = You can change it at any time.
join-consent = I agree that my data is used this way
join-consent-version = Version { $version } of this text
join-button = Join
join-already = You are already in as { $name }
join-already-button = Join with this account
join-already-other = Are you not { $name }? First sign that person out.
join-sign-out = Sign that person out
join-have-account = I have joined already: enter
join-problems = Something needs correcting. The rest is as you wrote it.
join-problem-name-short = Write your full name: at least two letters.
join-problem-name-long = The name is too long: there is room for 120 letters.
join-problem-name-marks = The name has a sign that cannot be printed. Write only letters, spaces, hyphens and apostrophes.
join-problem-sector = Choose your sector. If it is not there, choose “Other”.
join-problem-organisation = Write where you work. If you work for no organisation, write “Independent”.
join-problem-municipality = Choose the department and the municipality where you work.
join-problem-language = Choose the language you want to read in.
join-problem-consent = To join, you need to agree to the use of the data. If in doubt, ask whoever sent you the link.
join-same-title = Someone with that name is here already
join-same = A person called { $name } has already joined this cohort.
join-same-me = If that is you, do not join again: enter with your code and PIN, or ask your coordinator for a link to enter. That way you keep what you have done.
join-same-enter = It is me: enter
join-same-another = I am another person with the same name

## Entering again.

enter-title = Enter
enter-heading = Enter
enter-how = Type your code, your telephone or your e-mail, and the PIN of your slip or your password.
enter-code = Code, telephone or e-mail
enter-code-why = The code is on your slip, above the PIN. Capitals do not matter.
enter-pin = PIN or password
enter-pin-why = The digits on your slip, or the password that you set.
enter-button = Enter
enter-wrong = What you typed does not match. Check both and try again; your progress is still kept.
enter-too-many = There were too many tries with that account. You can try again at { $time }, or ask whoever coordinates for a link.
enter-none = No code? If you have joined on another phone, make a link there in the section “Me”. If not, ask your cohort's coordinator for a new slip.
enter-mail-heading = Get a link by e-mail
enter-mail-address = Your e-mail
enter-mail-address-why = The one that you gave when you joined, spelt the same.
enter-mail-button = Get a link
enter-mail-wrong = That is not a whole e-mail address. Type it like marta@example.org; nothing was sent.
enter-mail-asked = Check your e-mail
enter-mail-asked-what = If that address belongs to a person who has joined here, a message from Telar with a link arrives within minutes. The link works once, for { $minutes } minutes.
enter-mail-nothing = If nothing comes
enter-mail-nothing-look = Look in the folder for spam.
enter-mail-nothing-address = See whether it is the address that you gave when you joined, and ask again.
enter-mail-nothing-why = No more than { $count } links are sent in an hour. None are sent if two people gave the same address, nor to those who have a role in the team.
enter-mail-nothing-ask = Ask whoever facilitates or coordinates your cohort for a link or a new slip. Your progress is still saved.
enter-mail-back = Back to Enter
enter-mail-subject = Your link to enter
enter-mail-what = This is your link to enter:
enter-mail-how = Open it on the phone on which you want to enter and touch the button. It works once, until { $time }.
enter-mail-not-asked = If you did not ask for it, do nothing: without this message nobody enters. Do not forward it.
enter-link-heading = One more touch and you are in
enter-link-how = This link is yours and works once. If this is not your phone, do not use it here.
enter-link-button = Enter on this phone
enter-link-unknown = This link does not exist
enter-link-unknown-do = Check that it is complete. If someone sent it to you, ask them to send it again.
enter-link-spent = This link has been used
enter-link-spent-do = Each link works once. If it was not you who used it, tell your coordinator. You can ask for another or enter with your code and PIN.
enter-link-expired = This link has expired
enter-link-expired-do = Ask your coordinator for another, or enter with your code and PIN. Your progress is still saved.

## Verifying a certificate.

verify-title = Verify
verify-heading = Verify a certificate
verify-how = Write the number that stands on the certificate, or point the camera at the black and white square.
verify-number = Number of the certificate
verify-number-why = Twelve letters and numbers. Hyphens make no difference.
verify-button = Verify
verify-not-a-number = That number is not written correctly
verify-not-a-number-do = It has twelve letters and numbers, without O, I, L, U, 0 or 1. Compare it with the paper letter by letter.
verify-unknown = There is no certificate with that number
verify-unknown-do = The number is written correctly, but this site did not issue that certificate, or its data was erased because the person asked for it.
verify-valid = Valid certificate
verify-revoked = Revoked certificate
verify-revoked-on = It was revoked on { $date }. It is no longer valid.
verify-replaced = Certificate replaced
verify-replaced-note = This certificate was replaced by another. This number is no longer the one that holds.
verify-replaced-by = In its place is number
verify-reason = Reason
verify-kind = Certificate of participation
verify-kind-note = It says that the person took part in the programme and completed it. It does not certify competence.
verify-programme = Programme
verify-cohort = Cohort
verify-organisation = Organised by
verify-date = Date
verify-hours = Hours
verify-seal = Seal of the journal
verify-seal-holds = The site’s signature is correct.
verify-seal-broken = The signature does not match this site’s key: ask the organisers.
verify-seal-how = When the certificate was issued, the site’s journal reached this point. The signature is Ed25519 over the text of the point; the paper shows the beginning of each.
verify-seal-head = Point of the journal
verify-seal-signature = Signature
verify-seal-key = Public key of the site
verify-another = Verify another

## The neutral page.

calendar-title = Calendar
calendar-monday = Mo
calendar-tuesday = Tu
calendar-wednesday = We
calendar-thursday = Th
calendar-friday = Fr
calendar-saturday = Sa
calendar-sunday = Su
calendar-back = Continue
calendar-later = To continue you need a connection. Try again when there is signal.

## What the quick exit does, honestly.

help-title = Help
help-heading = What “Quick exit” does
help-intro = The button is at the top of every page. With one touch, what you were reading is changed for an ordinary calendar.
help-does = What it does
help-does-page = It puts in its place a page called “Calendar” that does not mention this site.
help-does-back = The “Back” button leads to the calendar too, and other tabs of this site change as well.
help-does-continue = Nothing is seen again until you touch “Continue” on the calendar.
help-does-work = What you answered is still saved. What had not left the phone stays on the phone and is sent later, unless you chose in “Me” that it is deleted.
help-not = What it does not do
help-not-history = The browser's history still shows that this site was visited: its address, and titles such as “Lesson · Telar”. They are neutral words, but the address is seen.
help-not-session = It does not sign you out. Whoever touches “Continue” on this phone will see your account. To close it, use “Sign out” in the section “Me”.
help-not-network = It does not hide the visit from someone who watches the network, or the phone with another program.
help-clear = How to clear the history
help-clear-chrome = Chrome on Android: touch the three dots, “History”, “Clear browsing data”, choose since when and confirm.
help-clear-samsung = Samsung Internet: touch the three lines, “History”, the three dots and “Clear history”.
help-clear-firefox = Firefox: touch the three dots, “History” and the bin.
help-clear-safari = iPhone: Settings, “Safari” and “Clear History and Website Data”.
help-clear-one = To clear this site only, look for its address in the history, press it for a while and choose to delete it.
help-private = If you share the phone, you can open the link in a private or incognito window: when you close it no history stays, but you will have to enter again with your code and PIN.
help-who = If you are in danger now, see who to tell
help-licences = Programs by others that this page uses, and their licences

## Who to tell.

who-title = Contacts
who-heading = Who to tell?
who-intro = Numbers in Guatemala. You can keep or print this card.
who-danger = If someone is in danger now, call { $number } first.
who-call = Call { $number }
who-checked = Source: { $source }, { $date }
who-left-out = Only numbers that a public source confirms are here. If one does not answer, tell your cohort's coordinator.
