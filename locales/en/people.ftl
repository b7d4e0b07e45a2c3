# Who somebody is, how people come into a cohort, and what they sign.

## The form about a person.
who-optional = optional
who-unsaid = Not given
who-not-said = I prefer not to answer
who-about = So that the programme reaches all peoples
who-about-note = Nobody has to answer. It is published in numbers only, and never of groups of fewer than five people.
who-sex = Sex
who-sex-woman = Woman
who-sex-man = Man
who-people = People
who-people-why = You say it yourself: nobody tells it from your name or your place.
who-people-maya = Maya
who-people-garifuna = Garifuna
who-people-xinka = Xinka
who-people-afrodescendant = Afro-descendant, Creole or Afro-mestizo
who-people-ladino = Ladino
who-people-foreign = Foreign
who-community = Linguistic community
who-community-why = To know in which languages the programme is needed.
who-community-other = Another
who-work = Your work, and how to reach you
who-later = You can fill this in now or later, under "Me".
who-called = How you like to be called
who-called-why = To greet you by the name you use. Your certificate has the full name.
who-post = Post
who-post-why = So that practice resembles your work.
who-profession = Profession or trade
who-profession-why = To bring people of different trades together in practice.
who-licence = Licence number
who-licence-why = Only if your profession has one: it stands in practice reports.
who-path = What your work asks of you
who-path-why = The programme teaches how to hear a first account; interviewing a child is only for those whose task it is.
who-path-first-account = To hear a first account, care and tell someone
who-path-interview = To interview, because it is my task
who-phone = Telephone
who-phone-why = To tell you of changes. Only whoever coordinates sees it.
who-email = E-mail
who-email-why = If you have one. You do not need it to enter.
who-cui = CUI (identity number)
who-cui-why = Only so that you are not registered twice. It is kept locked: nobody sees it whole, and it stands in no list.
who-cui-doubt-length = The CUI you wrote does not have 13 digits. It is kept as it is; if it was a slip, write it again.
who-cui-doubt-check = A digit of the CUI does not agree with the others. It is kept as it is; if it was a slip, write it again.
who-cui-doubt-place = The last four digits of the CUI belong to no municipality. It is kept as it is; if it was a slip, write it again.
who-cui-doubt-placeholder = The CUI repeats a single digit. It is kept as it is; if it was a slip, write it again.
who-needs = What you need to take part
who-needs-note = Only whoever prepares the days reads it. Write what helps; no diagnoses.
who-access = Access
who-access-why = For example: a ramp, large print, a seat near the front.
who-diet = Food
who-diet-why = For example: no sugar, no meat.
who-childcare = Childcare
who-childcare-why = For example: you come with your baby.
who-interpreter = Interpreter
who-interpreter-why = From which language, or sign language.
who-problem-choice = Choose one of the options in the list.
who-problem-phone = Write 8 digits, or + and the country's code. If you have no telephone, leave it empty.
who-problem-email = That does not look like an e-mail address: the @ or what follows it is missing. If you have none, leave it empty.
who-problem-line = There is room for { $longest } letters, without the signs < and >.

## What people sign.
agreement-page = Text
agreement-consent = What is kept, and what for
agreement-conduct = Code of conduct
agreement-conduct-sign = I undertake to keep to this code

## Coming to a cohort's link.
join-not-yet = Registration opens on { $day }.
join-closed = Registration closed on { $day }.
join-nomination-only = People come into this group by nomination: their institution names who takes part. Ask at your institution, or ask { $organisation }.
join-shut-note = This link goes on working: keep it, or ask whoever sent it to you.
join-how-ask = Here you ask for a place and whoever coordinates answers. The answer appears under "Today".
join-how-wait =
    { $waiting ->
        [0] All places are taken. You can be the first on the waiting list: if a place becomes free, you are in.
        [one] All places are taken and one person waits. If a place becomes free for you, you are in without doing anything else.
       *[other] All places are taken and { $waiting } people wait. If a place becomes free for you, you are in without doing anything else.
    }
join-button-ask = Ask for a place
join-button-wait = Join the waiting list
join-places-title = Places
join-places =
    { $free ->
        [0] All taken
        [one] 1 left
       *[other] { $free } left
    }
join-after = "{ $programme }" has to be completed before. If you have completed it, enter with your account first.
join-requirements = What is needed
join-requirements-tick = I meet this
join-problem-requirements = Read what is needed, and tick the box if you meet it.
join-problem-conduct = To take part you undertake to keep to the code of conduct. If you have doubts, ask whoever sent you the link.

## Accepting a place for which one was named.
accept-named-by = Named by { $organisation }
accept-heading = Accept your place
accept-note = Check your name and fill in what is missing. It takes some three minutes.
accept-button = Accept my place
accept-away = I cannot take part
accept-away-note = If you cannot, tell us and your place will be somebody else's. You need not give reasons.
standing-nominated = { $organisation } named you for this group. Your place is kept.
standing-named = You were named for this group. Your place is kept.
standing-asked = Your request has arrived. Whoever coordinates answers, and you will see it here.
standing-waiting =
    { $before ->
        [0] You are the first on the waiting list. If a place becomes free, you are in without doing anything else.
        [one] You are on the waiting list, after one person. If a place becomes free, you are in without doing anything else.
       *[other] You are on the waiting list, after { $before } people. If a place becomes free, you are in without doing anything else.
    }
standing-refused = This time there was no place for you. That is no judgement of you or of your work.
standing-accept = See and accept
standing-withdraw = Withdraw

## Her own page about herself.
profile-title = About you
profile-note = What is known of you, what for, and how to change it.
profile-open = See and change
profile-save = Save
profile-saved = Saved.
profile-number-kept = Your number is kept, locked. It is not shown.
profile-number-shut = A number is kept that this machine cannot open. You can write it again or remove it.
profile-number-drop = Remove my number
profile-number-gone = Your number was removed.
me-signed = Version { $version }, accepted on { $day }
me-cohorts = Your groups
me-leave = Leave this group
me-leave-note = What you did stays yours and your place will be somebody else's. To come back, ask whoever coordinates.
me-leave-sure = Leave { $cohort }

## How people come into a cohort, for whoever runs it.
admission-title = Admission
admission-standing =
    { $waiting ->
        [0] { $taken } of { $places } places
        [one] { $taken } of { $places } places · 1 waiting
       *[other] { $taken } of { $places } places · { $waiting } waiting
    }
admission-standing-free =
    { $taken ->
        [one] 1 person, no limit of places
       *[other] { $taken } people, no limit of places
    }
admission-asking = Asking for a place
admission-asking-none = Nobody waits for an answer.
admission-asking-note = What you write here is read by the person, beside the answer.
admission-word = A few words to the person (optional)
admission-admit = Admit
admission-admit-label = Admit { $name }
admission-to-list = Put on the waiting list
admission-beyond = Admit though there is no place
admission-refuse = Do not admit
admission-refuse-label = Do not admit { $name }
admission-waiting = Waiting list
admission-waiting-note = In this order. When a place becomes free, the next one comes in without your doing anything.
admission-calls = Institutions that nominate
admission-calls-note = Each institution receives a link: it writes the names of its people, hands each person her link and prints the letter of nomination. The places are kept until each accepts.
admission-call-about = { $accepted } accepted · { $named } named of { $places }
admission-call-close = Close this link
admission-call-closed = Closed on { $day }
admission-call-new = Ask an institution for names
admission-organisation = Institution
admission-call-places = How many people it may name
admission-call-make = Make the link
admission-named = Named, and not accepted yet
admission-named-by = named by { $organisation }
admission-free = Free the place
admission-settings = How people come in
admission-door = Door
admission-door-link = By the link
admission-door-link-note = Whoever has the link is in as long as there is a place.
admission-door-request = By request
admission-door-request-note = Whoever has the link asks for a place, and you answer.
admission-door-nomination = By nomination
admission-door-nomination-note = Only who was named by her institution comes in.
admission-places = Places
admission-places-note = 1 to 10,000. Empty: no limit.
admission-opens = First day of registration
admission-closes = Last day of registration
admission-days-note = Empty: no limit.
admission-requirements = What is needed
admission-requirements-note = A line each, six at most. The person reads it and ticks that she meets it.
admission-after = Completed before
admission-after-none = Nothing
admission-save = Save the admission
admission-decided = Answered
admission-state-nominated = Named, not accepted
admission-state-asked = Waits for an answer
admission-state-waiting = Waiting
admission-state-admitted = In
admission-state-refused = Not admitted
admission-state-withdrawn = Withdrew
admission-refused-decided = Somebody has answered that request, or the person withdrew. Nothing was changed.
admission-refused-long = There is room for 500 letters to the person. Nothing was changed.
admission-refused-organisation = Write the institution's name: 2 to 160 letters.
admission-refused-call-places = Write how many people it may name: 1 to 500.
admission-refused-door = Choose one of the three doors.
admission-refused-places = Write a number from 1 to 10,000, or leave it empty.
admission-refused-opens = That is no day. Write year, month and day, or leave it empty.
admission-refused-closes = The last day cannot be before the first, nor a day that does not exist.
admission-refused-requirements = Six lines of 160 letters at most.
admission-refused-after = That programme is not on this site.

## An organisation names its people.
nominate-intro = { $organisation } can name here who will take part.
nominate-requirements = What is needed to take part
nominate-heading = Name a person
nominate-standing =
    { $left ->
        [one] 1 left of { $places }
       *[other] { $left } left of { $places }
    }
nominate-post-why = It stands in the letter of nomination.
nominate-phone-why = So that whoever coordinates can tell her.
nominate-button = Name
nominate-named = People named
nominate-named-none = Nobody yet.
nominate-named-note = Hand each person her link: it works once, for 14 days. With it she accepts her place and signs.
nominate-link = Link
nominate-link-label = Link for { $name }
nominate-link-title = Link for { $name }
nominate-link-how = Hand it to that person alone. It works once, until { $day }. If it gets lost, make another one here.
nominate-back = Back to the people named
nominate-take-back = Remove
nominate-letter = Letter of nomination (PDF)
nominate-same-name = That person is named already. If they are two of the same name, add the second surname.
nominate-no-more = No more people can be named with this link.
nominate-closed = Whoever coordinates has closed this link. Who was named stays named.
nominate-full = You have named everybody that you could. If you remove someone who has not accepted, you can name another.

## A password of one's own.
password-title = Password
password-card = If you find it easier, enter with a password of your own instead of the PIN.
password-open = Set or change it
password-note = With it you enter on any device: type your code ({ $code }), your telephone or your e-mail, and the password. The PIN of your slip goes on working.
password-new = Set a password
password-change = Change the password
password-current = The present password
password-new-field = New password
password-how = Eight characters or more. Four words that have nothing to do with you do well.
password-again = The new one again
password-save = Save the password
password-others-out = Saving it signs you out on all other devices.
password-set = The password is set.
password-drop = Remove the password
password-drop-note = You will enter with the PIN of your slip or with a link again.
password-dropped = The password was removed.
password-refused-length = A password has 8 to 128 characters.
password-refused-weak = That password is soon guessed. Try four words that have nothing to do with you or your work.
password-refused-differs = The two are not the same. Type them again.
password-refused-wrong = That is not the present password, or there were too many tries. Wait a little and try again; nothing was changed.

## Keys on phones: entering with a fingerprint, the face or the screen lock.
passkey-title = Enter with your fingerprint or face
passkey-note = Save a passkey on this phone and enter without typing: with your fingerprint, your face or the PIN that unlocks it. Your fingerprint and your face never leave the phone.
passkey-own-phone = Do this only on a phone of your own: whoever can unlock it enters as you. When a passkey is chosen, the phone shows your name.
passkey-label = Name of the passkey, to recognise it by
passkey-add = Save a passkey on this phone
passkey-added = The passkey is saved. Next time you can enter with it.
passkey-used = Made on { $made }. Used on { $used }
passkey-unused = Made on { $made }. Not used yet
passkey-remove = Remove
passkey-remove-label = Remove the passkey: { $label }
passkey-gone = The passkey was removed: it no longer enters. Your phone may still show it; delete it there too.
passkey-lost = If you lost a phone, remove its passkey here and sign it out below, under “Where you are signed in”.
passkey-full = You have ten passkeys, which is the most. To save another, remove one that you do not use.
passkey-add-cancelled = No passkey was saved: it was cancelled, or too much time went by. The phone needs a fingerprint, a face or a screen PIN. You can try again.
passkey-add-failed = This phone could not save the passkey. Nothing was changed: go on entering as before.
passkey-offline = There is no signal, or the site does not answer. Try again when there is.
passkey-enter-how = Did you save a passkey on this phone? Enter with your fingerprint, your face or the screen PIN.
passkey-enter = Enter with the passkey of this phone
passkey-enter-cancelled = You have not entered: it was cancelled, too much time went by, or this phone has no passkey of this site. You can try again, or enter with your code and PIN.
passkey-enter-failed = This phone could not use the passkey. Enter with your code and PIN, or with a link.
passkey-refused-not-here = Passkeys do not enter at this address. Enter with your code and PIN.
passkey-refused-spent = More than five minutes went by, or that try has been used. Try again.
passkey-refused-made-wrong = What the phone sent does not serve as a passkey of this site. Nothing was saved; try again.
passkey-refused-not-verified = The phone did not make sure that it is you. Set a screen PIN, a fingerprint or your face on the phone, and try again.
passkey-refused-known = This phone already has a passkey of yours. You can enter with that one.
passkey-refused-unknown = That passkey no longer opens any account of this site: it was removed from the account. Enter with your code and PIN, or ask your coordinator for a link; then you can save another.
passkey-refused-wrong = That passkey could not be checked. Try again, or enter with your code and PIN.

## People, for the administrator: looking somebody up, roles, a link.
site-people-title = People
site-people-open = Find a person
site-people-name = Name
site-people-hint = Part of the name is enough, with or without accents.
site-people-search = Find
site-people-again = Find another person
site-people-none = Nobody has that name here. Try with part of the name.
site-people-found =
    { $count ->
        [one] One person.
       *[other] { $count } people.
    }
site-people-more = The first { $count } people. Write more of the name to see fewer.
site-person-since = here since { $day }
site-person-roles = Roles in the team
site-person-roles-none = No role in the team.
site-person-learns = Learns in
site-person-enter = Cannot get in
site-person-enter-note = If the phone or the slip with the PIN was lost, make a link that enters once. Give it to that person alone, face to face or by a way that you know is theirs.
site-person-enter-button = Make a link
site-person-back = Back to { $name }
site-role-since = since { $day }
site-role-give = Give another role
site-role-give-button = Give this role
site-role-given = Done: the role is given.
site-role-held = That role is held there already.
site-role-last = Nobody else administers this site. Name somebody else first.
site-role-withdraw = Take away
site-role-withdraw-label = Take away: { $role }, { $place }
site-role-withdraw-note = Taking a role away holds at once, on all devices. What was done with it stays, with the name.
site-role-withdrawn = Done: the role is taken away.

## The same number of an identity document, given twice.
admission-doubles = The same CUI, twice
admission-doubles-note = It may be one person registered twice, or a number mistyped. Ask before you decide; the number is shown to nobody.
admission-double = { $name } and { $other } gave the same CUI.
admission-double-elsewhere = { $name } gave a CUI that somebody in another cohort gave before.

## Who lets somebody with a role in.
desk-let-in-by-administrator = Has a role in the team: whoever administers makes the link or the PIN.
admission-slips = { $now ->
        [one] Slip with a PIN for one person who was named (PDF)
       *[other] Slips with PINs for { $now } of { $waiting } people who were named (PDF)
    }
admission-slips-note = For those who have no PIN yet and have never entered. Whoever has an account enters as always and finds the invitation in “Today”.
