# What a learner reads: Today, Programme, lessons, quizzes, the certificate, Me.

today-title = Today
today-greeting-morning = Good morning, { $name }
today-greeting-afternoon = Good afternoon, { $name }
today-greeting-evening = Good evening, { $name }
today-place = { $cohort } · Day { $day } of { $days }
today-place-week = { $cohort } · Week { $week } of { $weeks }
today-done-of = { $done } of { $all }
today-sentence-none = Your weave starts here.
today-sentence-first =
    { $minutes ->
        [one] The first activity takes a minute.
       *[other] The first activity takes { $minutes } minutes.
    }
today-sentence-day =
    { $left ->
        [one] One activity is left on day { $day }.
       *[other] { $left } activities are left on day { $day }.
    }
today-sentence-week =
    { $left ->
        [one] One activity is left in week { $week }.
       *[other] { $left } activities are left in week { $week }.
    }
today-sentence-minutes =
    { $minutes ->
        [one] The next one takes a minute.
       *[other] The next one takes { $minutes } minutes.
    }
today-sentence-days-woven =
    { $days ->
        [one] You have woven one whole day.
       *[other] You have woven { $days } whole days.
    }
today-sentence-rows-woven =
    { $rows ->
        [one] You have woven one whole row.
       *[other] You have woven { $rows } whole rows.
    }
today-sentence-all = Your weave is complete. Well done.
today-start = Start
today-continue = Continue
today-size = { $minutes } min · { $size }
today-also = Also on this day
today-also-week = Also in this week
today-then = After that: day { $day }, “{ $title }”
today-then-week = After that: week { $week }, “{ $title }”
today-finished = You have finished every activity of this programme. You can read them again whenever you like.
today-certificate = Your certificate
today-certificate-ready = You have completed the programme. Check your name and get your certificate of participation.
today-certificate-get = Get my certificate
today-certificate-see = See my certificate
today-certificate-have = Certificate { $number }, of { $date }.
today-certificate-revoked = Certificate { $number } was revoked on { $date }. Talk to the person who coordinates your cohort.
today-empty-title = You are not in a cohort yet
today-empty = Here you will see what comes next in your programme. To begin, open the link that your coordinator sent you, or scan the code on the poster.
today-mark-changed = Your mark for “{ $quiz }” changed from { $before } to { $after } %.
today-mark-same = Your mark for “{ $quiz }” was looked at again: it stays at { $after } %.
today-mark-see = See what changed

programme-title = Programme
programme-empty = Here you will see your whole programme, day by day, as soon as you join a cohort with the link that your coordinator sent you.
programme-weave-label =
    Your weave: { $done } of { $all } { $all ->
        [one] activity done
       *[other] activities done
    }
programme-legend = What each figure means
programme-legend-none = Loose threads: not started
programme-legend-begun = Half a figure: under way
programme-legend-done = Whole figure: done
programme-channel-lesson = Lesson
programme-channel-lecture = Lecture with slides
programme-channel-video = Video
programme-channel-forum = Forum
programme-channel-live = Live class
programme-channel-practice = Practice or quiz
programme-channel-room = In person
programme-kind-lesson = Lesson
programme-kind-practice = Practice
programme-kind-gate = Quiz
programme-kind-measurement = Measurement
programme-state-none = Not started
programme-state-begun = Under way
programme-state-done = Done
programme-day = Day { $day }: { $title }
programme-week = Week { $week }: { $title }
programme-day-size = { $minutes } min in all
programme-topic = Topic { $number }: { $title }
programme-topic-number = Topic { $number }
programme-topics = Topics
programme-best = best result: { $mark }%
programme-hours =
    { $hours ->
        [one] One hour in all
       *[other] { $hours } hours in all
    }
programme-job-aids = Sheets to keep at hand

lesson-place-lesson = Topic { $topic } · Lesson { $number }
lesson-place-practice = Topic { $topic } · Practice
lesson-place-gate = Topic { $topic } · Quiz
lesson-place-measurement = Topic { $topic } · Measurement
lesson-notice = Sensitive content
lesson-notice-pause = You can pause whenever you like; it does not count against you.
lesson-later = Leave it for later
lesson-who-to-tell = Card “Whom do I tell?”
lesson-job-aid = A sheet to keep at hand
lesson-job-aid-print = It fits on one page. You can print it or take a photo of it.
lesson-finish = I have finished this lesson
lesson-finish-note = It is kept in your weave. You can read it again whenever you like.
lesson-done = You have finished this lesson. You can read it again.
lesson-next = Go on: { $title }
lesson-back-today = Back to Today
lesson-review = This text is waiting to be reviewed by a professional.
lesson-print = To print, use “Print” in your browser’s menu.
lesson-refused-old = This page had been open since before. Nothing was lost; press the button again.

quiz-what-practice = This is practice: you see the explanation after each answer. No mark decides anything.
quiz-what-gate = This is the topic’s quiz: you see the explanations when you hand it in.
quiz-fact-questions = Questions
quiz-fact-time = Time
quiz-fact-pass = Pass mark
quiz-fact-attempts = Attempts
quiz-questions =
    { $count ->
        [one] One question
       *[other] { $count } questions
    }
quiz-minutes = about { $count } min, no clock
quiz-minutes-timed = about { $count } min
quiz-fact-limit = Limit
quiz-limit =
    { $limit ->
        [one] one minute from when you begin, also if you close the page
       *[other] { $limit } minutes from when you begin, also if you close the page
    }
quiz-time-left =
    { $minutes ->
        [one] You have a little over a minute left. What you answer later is kept, but does not count.
       *[other] You have about { $minutes } minutes left. What you answer later is kept, but does not count.
    }
quiz-time-left-little = You have less than a minute left. What you answer later is kept, but does not count.
quiz-time-over = The time of this attempt is over. What you answered in time is saved.
quiz-kept-late = Kept after the time was over, and does not count:
quiz-handed-in-for-her = The time of this attempt was over, and whoever coordinates your cohort handed it in for you. What you answered in time and had arrived was marked.
quiz-late = This answer was given after the time was over. It is kept, but does not count.
quiz-pass = { $pass }% right
quiz-pass-above = { $pass }% right; to complete the programme, { $asked }%
quiz-attempts-left =
    { $left ->
        [one] you have 1 of { $all } left
       *[other] you have { $left } of { $all } left
    }
quiz-attempts-free = as many as you need
quiz-attempts-at-most = { $all } in all
quiz-saved-note = Each answer is saved as soon as you mark it. You can stop and go on later, from another phone too.
quiz-saved-note-timed = Each answer is saved as soon as you mark it. The time does not stop: it runs on if you leave the page. While there is time left you can come back, from another phone too.
quiz-start = Start
quiz-continue = Continue
quiz-again = Try again
quiz-refused-none-left =
    { $all ->
        [one] You have used your attempt. You can read the lessons again; if you need another attempt, talk to the person who coordinates your cohort.
       *[other] You have used your { $all } attempts. You can read the lessons again; if you need another, talk to the person who coordinates your cohort.
    }
quiz-refused-not-yet = This quiz opens on { $when }. You will find it here.
quiz-refused-closed-since = This quiz closed on { $when }. What you handed in before counts; if you need another chance, talk to whoever coordinates your cohort.
quiz-refused-passed = You have passed this quiz. Below you can see your answers again.
quiz-refused-not-authority = Attempts of this cohort are opened on your organisation’s server. Sign in there to start; what you have done is not lost.
quiz-earlier = Earlier attempts
quiz-attempt = Attempt { $number }
quiz-attempt-open = under way
quiz-passed = Passed
quiz-not-yet = Not yet
quiz-handed-in = Handed in
quiz-per-cent = { $mark }%
quiz-see = See
quiz-question-of = Question { $number } of { $all }
quiz-map = All questions
quiz-map-answered = answered
quiz-map-open = open
quiz-answered-of =
    { $all ->
        [one] { $answered } of { $all } answered
       *[other] { $answered } of { $all } answered
    }
quiz-previous = Previous
quiz-save-next = Save and go on
quiz-save-review = Save and review
quiz-see-why = See why
quiz-see-again = See why again
quiz-next = Next question
quiz-to-review = Review and hand in
quiz-saved = Saved
quiz-saved-here = Saved on this phone
quiz-sending = Saved on this phone; sending
quiz-not-answered = Not answered
quiz-offline = There is no signal. Your answer is saved on this phone and is sent by itself when the signal returns. You can wait here or close the page.
quiz-waiting-to-hand-in = There is no signal. Your handing-in is saved on this phone and is sent by itself when the signal returns, after your answers.
quiz-no-storage = This phone does not allow saving here. Use the button to save each answer.
quiz-right = Right
quiz-not-right = Not yet
quiz-no-answer = No answer
quiz-your-answer = Your answer
quiz-why = Why
quiz-refused-empty = Give an answer before going on. Nothing was lost.
quiz-refused-old = This page had been open since before, so your change is not saved yet. Check what is marked and save again.
quiz-refused-not-offered = That answer does not belong to this question. Choose one from the list and save again.
quiz-refused-closed = This attempt has already been handed in. Your answer does not change the result; it stays on this phone.
quiz-refused-closed-plain = This attempt has already been handed in; that last answer does not change the result.
quiz-refused-not-found = We cannot find this attempt among yours. Your answer stays on this phone.
quiz-refused-unavailable-plain = The server cannot save at this moment. Wait a little and save again; what you marked is still here.
quiz-refused-open =
    { $open ->
        [one] One question has no answer. Handed in like this it counts as not right; nothing has been handed in yet.
       *[other] { $open } questions have no answer. Handed in like this they count as not right; nothing has been handed in yet.
    }
quiz-not-started-passed = You had already passed this quiz when you began this attempt. What you answered in it stays on this phone and need not be sent.
quiz-not-started-none-left = You have used all your attempts at this quiz. What you answered in this one stays on this phone. If you need another attempt, speak to your coordinator.
quiz-not-started-go-on = Another attempt of yours is open and none is left. Go on in that one. What you answered in this one stays on this phone.
quiz-review-over = The time of this attempt is over. Hand in what you answered in time.
quiz-review = Before you hand in
quiz-review-all = You have answered every question. You can change any of them before you hand in.
quiz-review-open =
    { $open ->
        [one] One question still has no answer.
       *[other] { $open } questions still have no answer.
    }
quiz-answer-open = Answer question { $number }
quiz-hand-in = Hand in
quiz-hand-in-open = Hand in without answering everything
quiz-sure = Hand in like this?
quiz-sure-open =
    { $open ->
        [one] One question has no answer and counts as not right. After handing in nothing can be changed.
       *[other] { $open } questions have no answer and count as not right. After handing in nothing can be changed.
    }
quiz-sure-yes = Yes, hand in like this
quiz-sure-no = Back to the questions
quiz-result = Your result
quiz-result-points = { $points } of { $max } · { $mark }%
quiz-result-passed = You passed. What you learned here is yours.
quiz-result-passed-above = You passed. To complete the programme { $asked }% is asked: read the explanations below and try again calmly. Your best result counts.
quiz-result-passed-above-last = You passed. To complete the programme { $asked }% is asked, and this was the last attempt. Talk to the person who coordinates your cohort: she can help you go on.
quiz-result-not-passed = It does not reach { $pass }% yet. Read the explanations below and try again calmly.
quiz-result-not-passed-last = It did not reach { $pass }% and this was the last attempt. Talk to the person who coordinates your cohort: she can help you go on.
quiz-result-practice = Practice finished. You can repeat it as often as you like.
quiz-what-practice-end = This is practice: you see the explanations when you hand it in. No mark decides anything.
quiz-what-gate-mark = This is the topic's test: you see your mark when you hand it in.
quiz-what-measurement = It shows what is learnt between the beginning and the end of the programme. It decides nothing about you: answer what you know today.
quiz-limit-more = { $limit } minutes from when you start, with your extra time; also if you close the page
quiz-fact-opens = Opens
quiz-fact-closes = Closes
quiz-attempts-granted =
    { $more ->
        [one] with one that you were given
       *[other] with { $more } that you were given
    }
quiz-hint-multiple = Mark all that apply.
quiz-hint-matching = Give each one what belongs to it.
quiz-hint-ordering = Put them in order: 1 is the first.
quiz-hint-short = In one or a few words. Accents and capitals do not count.
quiz-hint-number = In figures, such as 12 or 2.5.
quiz-hint-open = A person reads it; your mark may rise later.
quiz-hint-hot = Mark the words in the text that apply.
quiz-hint-cloze = Complete the text.
quiz-choose = Choose…
quiz-unit = Unit
quiz-place-of = Place of “{ $item }”
quiz-move-up = Move “{ $item }” up
quiz-move-down = Move “{ $item }” down
quiz-moved = “{ $item }” is now in place { $place } of { $all }.
quiz-longest = Up to { $most } characters.
quiz-remaining = Characters left: { $count }
quiz-over-length = { $count } characters too many. Shorten it to save it; what you wrote is still here.
quiz-gap = Gap { $number }
quiz-part-of = Part { $number } of { $all }
quiz-part-stands = it does not change any more, because the case went on
quiz-save-unfold = Save and go on with the case
quiz-save-this = Save this answer
quiz-save-all = Save what is answered
quiz-save-hand-in = Save all and hand in
quiz-partly-right = In part
quiz-unread = A person reads it
quiz-criteria = What is looked for
quiz-key = The answer
quiz-outdated = This question was corrected after you answered it. Please answer it again.
quiz-withdrawn = This question was taken out; it does not count.
quiz-map-partly = in part
quiz-map-withdrawn = taken out
quiz-map-flagged = come back
quiz-flag = Mark to come back
quiz-unflag = Take the mark off
quiz-to-that-question = Go to that question
quiz-review-flagged =
    { $flagged ->
        [one] You marked one question to come back to.
       *[other] You marked { $flagged } questions to come back to.
    }
quiz-refused-flag-closed = This attempt has been handed in; nothing more needs marking.
quiz-refused-not-a-number = A number goes here, such as 12 or 2.5. What you wrote is still here: correct it and save again.
quiz-refused-too-long = Your answer has more than { $most } characters. What you wrote is still here: shorten it and save again.
quiz-result-not-passed-plain = Not yet at { $pass } %. Go over the lessons and try again calmly.
quiz-result-waits = Not yet at { $pass } %, and a person has yet to read what you wrote: your mark may rise.
quiz-result-measurement = Thank you. This shows what is known today; it decides nothing about you.
quiz-result-unread =
    { $unread ->
        [one] One answer is read by a person. Until then it adds nothing; your mark may rise.
       *[other] { $unread } answers are read by a person. Until then they add nothing; your mark may rise.
    }
quiz-result-mark-only = Of this test you see the mark alone, because other people meet the same questions.
quiz-changes = Changes of your mark
quiz-comments = Comments for you
quiz-mark-changed = On { $day } your mark changed from { $before } to { $after } %.
quiz-mark-same = On { $day } your mark was looked at again and stays at { $after } %.
quiz-mark-reason = Why: { $reason }
quiz-mark-kept = What you had passed stays passed.
quiz-reading = A person read it: { $part } %

gain-title = Before and after
gain-up = Before: { $pre }%. After: { $post }%. { $by ->
        [one] One point more.
       *[other] { $by } points more.
    }
gain-down = Before: { $pre }%. After: { $post }%. { $by ->
        [one] One point less
       *[other] { $by } points less
    }: that happens, because the two tests do not ask the same. You can go through the lessons again whenever you like.
gain-same = Before: { $pre }%. After: { $post }%. It stayed the same.
gain-before = Before { $pre }%
gain-after = After { $post }%
gain-note = It is your first attempt at each test. They are your own two marks: they are not compared with anybody's.

certificate-title = Certificate
certificate-check = Check your name
certificate-check-note = This is how it will stand on the certificate. Write it as on your identity card, with accents and apostrophes.
certificate-name = Full name
certificate-get = Yes, get my certificate
certificate-back = Back to Today
certificate-missing-title = A little is still missing
certificate-refused-not-authority = Certificates of this cohort are issued on your organisation’s server. What you did is kept; ask for it there.
certificate-refused-certified = Your name already stands on a certificate. To correct it, talk to the person who coordinates your cohort.
certificate-refused-old = This page had been open since before. Nothing was lost; check your name and confirm again.
certificate-ready = Certificate of participation
certificate-not-competence = It says that you took part. It is not a certificate of competence: that is given by observing what a person can do.
certificate-number = Number
certificate-name-shown = Name
certificate-programme = Programme
certificate-cohort = Cohort
certificate-hours = Hours
certificate-issued = Date
certificate-verify = Anyone can check it at
certificate-qr = QR code that opens the checking page
certificate-download = Download the PDF
certificate-download-size = PDF · one page · under { $size }
certificate-revoked = This certificate was revoked on { $date }. It is no longer valid.
certificate-revoked-do = Talk to the person who coordinates your cohort.
certificate-language = Language of the certificate
certificate-replaced = This certificate was replaced. The one that holds is number

me-title = Me
me-back = Back to “Me”
me-name = My name
me-name-note = This is how it stands on your certificate.
me-name-save = Save my name
me-name-saved = Your name has been saved.
me-name-certified = Your name already stands on a certificate. To correct it, talk to the person who coordinates your cohort.
me-name-too-short = Write your name: at least two letters.
me-name-too-long = Write your name in fewer than 120 letters.
me-name-unprintable = Write your name with letters, spaces, hyphens and apostrophes only.
me-language = Language
me-language-save = Change language
me-other-phone = Sign in on another phone
me-other-phone-note = We make a link for you alone. Open it on the other phone: it works once.
me-other-phone-make = Make the link
me-other-phone-title = Your link to sign in
me-other-phone-expires = It works once, until { $date } at { $time }.
me-other-phone-how = Scan the code with the other phone, or open it by typing this address. Do not share it: whoever opens it signs in as you.
me-other-phone-qr = QR code with your link to sign in
me-devices = Where you are signed in
me-device-here = here, now
me-device-seen = Seen on { $date } at { $time }
me-device-out = Sign out there
me-device-out-label = Sign out there: { $device }
me-device-gone = That phone has been signed out.
me-data = My data
me-data-note = Everything this site keeps about you, to read or to take with you.
me-data-read = Read my data
me-data-download = Download my data (JSON)
me-data-title = My data
me-data-about = Who you are here
me-data-enrolments = Your cohorts
me-data-person = Identifier
me-data-municipality = Municipality
me-data-organisation = Place of work
me-data-consent = Version of what you agreed to
me-data-entry-code = Code to sign in
me-data-registered = Registered on
me-data-completed = completed on { $date }
me-data-replaced = replaced by { $number }
me-data-replaces = replaces another: { $reason }
me-data-revoked = revoked on { $date }: { $reason }
me-data-facts = What has been kept, in order
me-data-facts-note =
    { $count ->
        [one] One fact. The file to download also holds its details.
       *[other] { $count } facts. The file to download also holds the details of each.
    }
me-data-nothing = Nothing yet.
me-data-by-other = done by somebody else
me-data-fact-described = Said who you are
me-data-fact-agreed = Agreed to a text
me-data-fact-applied = Asked for a place, or was named
me-data-fact-decided = Your request was answered
me-data-fact-ended = Left a group
me-data-fact-resumed = Came back to a group
me-data-fact-registered = Registered
me-data-fact-renamed = Changed name
me-data-fact-language = Chose a language
me-data-fact-enrolled = Joined a cohort
me-data-fact-granted = Was given a role in the team
me-data-fact-withdrawn = Left a role in the team
me-data-fact-begun = Opened an activity
me-data-fact-done = Finished an activity
me-data-fact-started = Began an attempt
me-data-fact-answer = Saved an answer
me-data-fact-outdated = An earlier answer arrived late
me-data-fact-too-late = Saved an answer after the time was over
me-data-fact-submitted = Handed in an attempt
me-data-fact-read = An open answer was read
me-data-fact-marked = The mark of an attempt changed
me-data-fact-commented = Somebody wrote about an attempt
me-data-fact-allowed = More attempts or time were given
me-data-fact-completed = Completed the programme
me-data-fact-issued = Got a certificate
me-data-fact-revoked = A certificate was revoked
me-data-fact-support-begun = Somebody saw your pages to help you
me-data-fact-support-ended = Stopped seeing your pages
me-data-fact-asked = Asked to have the data erased
me-data-fact-took-back = Withdrew the request to erase
me-data-fact-other = Another fact ({ $kind })

me-consent = What you agreed to
me-erasure = Erase my data
me-erasure-note = An administrator does it by hand and it cannot be undone. Your name, your place of work, your answers, your progress and your sessions go. Totals without a name stay and, where they exist already, copies on paper and in earlier backups.
me-erasure-certificates = Your certificates
me-erasure-certificates-keep = Keep the record of my certificates, so that they can be checked
me-erasure-certificates-erase = Erase the record of my certificates too: nobody will be able to check them
me-erasure-ask = Ask to have them erased
me-erasure-asked = You asked on { $date } to have your data erased. Until an administrator does it you can go on using the site or withdraw your request.
me-erasure-asked-keep = The record of your certificates stays.
me-erasure-asked-erase = The record of your certificates is erased too.
me-erasure-withdraw = Withdraw my request
me-erasure-last-administrator = You are the only administrator of this site. Name another first, so that someone can look after other people’s data.
me-sign-out = Sign out
me-sign-out-note = On this phone. To come back use your code and PIN or a new link.
me-waiting = Some answers are saved only on this phone. Wait until they are sent before you sign out.
me-unsent = What has not been sent
me-unsent-note = What you write without signal waits on this phone. It is kept locked: it only opens with your account.
me-unsent-legend = When you use “Quick exit” or sign out on this phone:
me-unsent-keep = It stays, and is sent when you enter again
me-unsent-wipe = It is deleted from this phone and cannot be got back
me-unsent-none = Nothing waits now.
me-unsent-one = 1 thing waits now.
me-unsent-other = # things wait now.
me-unsent-saved = Saved on this phone.
me-unsent-shut = This phone does not allow it to be kept: it stays as it was.
me-sign-out-sure-one = 1 thing has not been sent. You chose that it is deleted when you leave; it cannot be got back.
me-sign-out-sure-other = # things have not been sent. You chose that they are deleted when you leave; they cannot be got back.
me-sign-out-wipe = Delete and sign out
me-sign-out-keep = Keep them and sign out
me-sign-out-stay = Do not sign out

data-title = Data
data-card = Data used
data-month = In { $month }: { $used }
data-nothing = There is nothing to count this month yet.
data-days = Day by day
data-day = Day
data-down = Received
data-up = Sent
data-note = This is what this site received from you and sent to you, on every phone where you signed in, as the server counts it. The network and encryption add a few per cent: your operator may count somewhat more.
data-family-lessons = Lessons
data-family-quizzes = Practice and quizzes
data-family-programme = Today and Programme
data-family-downloads = Downloads
data-family-papers = Certificates and papers
data-family-desk = Desk, numbers and site
data-family-app = The application itself
data-family-rest = Everything else
data-limit-field = Limit a month, in MB
data-limit-note = If you want to watch your balance: at the limit, the site asks before it opens another page. It never holds back what you write.
data-limit-save = Save the limit
data-limit-lift = Remove the limit
data-limit-saved = Your limit has been saved.
data-limit-lifted = You have no limit any more.
data-limit-left = Your limit is { $limit } MB a month; you have { $left } left.
data-limit-reached = Your limit is { $limit } MB a month, and you have reached it.
data-limit-going-on = Your limit is { $limit } MB a month; this month you chose to go on.
data-limit-wrong = Write the limit in MB as a whole number, from 1 to { $most }.
data-ask-title = Your data limit
data-ask = You have used { $used } of your { $limit } MB this month. Go on?
data-ask-go-on = Go on this month
data-ask-raise = Raise the limit and go on
data-ask-later = Later
data-ask-note = What you write is always saved and sent. “Quick exit” and “Who to tell?” always open.
data-later = All right, it can wait
data-later-note = Nothing is lost. The count begins anew on { $date }. Under “Me” you can see how much you have used and change your limit whenever you like.
lesson-try = Try it
lesson-try-answer = See one possible answer
lesson-slide = { $number } of { $all }
lesson-about-lecture = Below each slide stands what is said. It can be read without sound, and prints as a handout.
lesson-about-video = The script of the video: what is seen and what is heard.
lesson-about-discussion = To talk over with colleagues of your cohort. Never with details of a real case.
lesson-place-lecture = Topic { $topic } · Lecture
lesson-place-video = Topic { $topic } · Video script
lesson-place-discussion = Topic { $topic } · Discussion { $number }
programme-kind-lecture = Lecture with slides
programme-kind-video = Video script
programme-kind-discussion = Discussion
lesson-finish-lecture = I have finished this lecture
lesson-finish-video = I have finished this video
lesson-finish-discussion = I have talked it over
lesson-done-other = You have finished it. You can come back whenever you like.
programme-day-closing = To close the day
programme-week-closing = To close the week
today-more-week =
    { $count ->
        [one] See the whole week: one more
       *[other] See the whole week: { $count } more
    }
today-more =
    { $count ->
        [one] See the whole day: one more
       *[other] See the whole day: { $count } more
    }
topic-start = Start: { $title }
topic-continue = Continue: { $title }
lesson-before = Before: { $title }
lesson-ways = Before and after
topic-competences = What you will be able to do
topic-activities = Activities
topic-offline = Without signal
topic-sheets = To keep at hand
topic-references = What it rests on
topic-in-library = Everything of this topic in the library
