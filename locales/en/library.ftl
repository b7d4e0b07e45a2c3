# The library: what is read, printed and practised with beside the lessons.

library-title = Library
library-intro = What goes with the lessons: to read, to print and to practise with.
library-open = Open the library
library-back = Library
library-search = Search by title or topic
library-search-button = Search
library-search-note = Accents and capitals make no difference.
library-found =
    { $count ->
        [one] One sheet matches “{ $words }”.
       *[other] { $count } sheets match “{ $words }”.
    }
library-found-none = Nothing matches “{ $words }”. Try another word, or a part of it.
library-all = See everything
library-empty = The sheets, norms and practice of your programme will be here. This version has none yet.
library-many = { $kind } ({ $count })
library-index = On this page
library-law-which = See the list
library-law-unseen = The text was not consulted.
library-references = Sources
library-job-aids = Sheets to keep at hand
library-activities = Lessons, lectures, videos and discussions
library-guide-topic = See the activities of the topic
library-care-word = Care
library-guides = Guides for facilitators
library-laws = Norms and routes
library-terms = Glossary
library-care-sheets = To take care of yourself
library-role-plays = Role plays
library-interviews = Interviews to practise
library-cases = Cases to practise
library-rubrics = Rubrics
library-norms = Norms
library-terms-count =
    { $count ->
        [one] Glossary: one word
       *[other] Glossary: { $count } words
    }
library-rubric-of = It is looked at with the rubric
library-size = { $minutes } min
library-fiction = People, places and events are made up.
library-sit-out = Anyone may sit out, or leave at any time, without giving a reason.

library-guide = Guide for facilitators
library-guide-note = Only those who facilitate read it.

library-role-play = Role play
library-role-play-choose = First, each person takes a part
library-role-play-how = Then open only the sheet of your part. Whoever helps does not read the other person’s sheet.
library-role-play-helper = The one who helps
library-role-play-other = The other person
library-role-play-observer = The one who observes
library-role-play-debrief = To talk over afterwards
library-role-play-only = This sheet is for this part alone.
library-role-play-other-part = Take another part

library-interview = Interview to practise
library-interview-sheet = The interviewer’s sheet
library-interview-age = Age of the character: { $years } years
library-interview-debrief = To talk over afterwards
library-interview-character = The character’s sheet
library-interview-warning = It tells the whole story: open it only if you are going to play the character. An adult plays the part.
library-interview-kind-neutral = An event that does not hurt, to begin with
library-interview-kind-reluctance = It is hard to talk
library-interview-kind-silence = Stays silent
library-interview-kind-distress = Becomes distressed
library-interview-kind-interpreter = Speaks through an interpreter
library-interview-kind-retraction = Takes it back
library-interview-opening = The first words
library-interview-details = What may be told, and what opens it
library-interview-replies = What is said when nothing opens
library-interview-about = When asked about: { $cue }
library-move-invitation = Invitation
library-move-cue = Cue
library-move-directive = Direct question
library-move-option = Option question
library-move-suggestive = Suggestive question
library-move-support = Support
library-move-silence = Silence

library-case = Case to practise
library-case-notes = The notes
library-case-first = Write your own report first. Then open the model and compare.
library-case-report = See a model report
library-case-legend = Each passage says of which kind it is:
library-said = said
library-observed = observed
library-inferred = inferred
library-said-means = somebody’s words, as they were said
library-observed-means = what the writer saw or heard
library-inferred-means = what the writer concludes

library-rubric = Rubric
library-rubric-must = Indispensable
library-rubric-must-note = Without what is indispensable the whole does not stand.
library-rubric-harmful = May harm
library-rubric-not-yet = Not yet
library-rubric-competent = Competent
library-rubric-mastery = Mastery

library-care = Sheet to take care of yourself
library-care-grounding = To come to rest
library-care-signs = Signs that it is too much
library-care-help = Where there is help
library-care-supervision = For supervision

library-glossary = Glossary
library-glossary-search = Search for a word
library-glossary-note = Accents, capitals and the kind of apostrophe make no difference.
library-glossary-found =
    { $count ->
        [one] One word matches “{ $words }”.
       *[other] { $count } words match “{ $words }”.
    }
library-glossary-missing = Missing by language: { $list }
library-glossary-missing-one = { $language }, { $count }
library-glossary-none-missing = No word is missing in any language.
library-group-field = Words of the work
library-group-body = The body
library-group-feelings = What one feels
library-group-help = Help
library-group-rights = Rights
library-language-es = Spanish
library-language-en = English
library-language-kek = Qʼeqchiʼ
library-language-quc = Kʼicheʼ
library-language-mam = Mam
library-language-cak = Kaqchikel

library-law = Norms and routes
library-law-note = This is for guidance; it is not legal advice.
library-law-norms = Norms
library-law-institutions = Institutions
library-law-routes = Routes, step by step
library-law-reach = How to reach it
library-law-source = Source: { $source }
library-law-source-dated = Source: { $source } ({ $date })
library-law-checked = Looked up: { $date }
library-law-next = To be looked up again: { $date }
library-law-to-confirm = To be confirmed
library-law-overdue = Review overdue
library-law-caution = Take care
library-law-at-health-post = Health post or centre
library-law-at-school = School
library-law-at-police-station = Police station
library-law-at-court = Court
library-to-check = This sheet awaits review by a professional.
library-institution = Institution
library-route = Route
library-norm = Norm
library-term = Word of the glossary

document-title = Document
document-many = Guidelines and documents
document-intro = The cohort's people and its team read them in the library. When a document changes, put in a new version: the one before is kept, and it shows which is current.
document-none = There are no documents yet.
document-caution = Only guidelines, protocols and texts to work with. Nothing with data of a child or a family, and nothing that you may not share.
document-add = Put in a document
document-add-more = Put in or change documents
document-no-topic = Of no topic in particular
document-title-label = Title
document-topic = Topic
document-dated = Date of the document
document-dated-note = The one it states: a year, year and month (2019-03) or a day (2019-03-13).
document-language = Language
document-note = What it is for, or what has changed
document-note-how = One sentence is enough. It may stay empty.
document-file = File
document-file-note = PDF or text (.md, .txt), up to 5 MB. Each person sees the size before opening it.
document-keep = Put into the library
document-keep-version = Put in this version
document-new-version = Put in a new version
document-earlier = Earlier versions
document-withdraw = Take out
document-withdraw-note = It leaves the library with all its versions, and that cannot be undone. What somebody has downloaded stays on her phone.
document-withdraw-yes = Yes, take the document out
document-withdraw-label = Yes, take out “{ $title }”
document-words = Version { $number } · { $kind }, { $size } · { $language } · { $date } · in the library since { $kept }
document-kind-pdf = PDF
document-kind-text = Text
document-not-latest = This version is no longer current: the current one is { $number }.
document-of-cohort = Documents of { $cohort }
document-sending = Sending the file. Do not close this page.
document-failed = It could not be sent: check the signal and press again. What you wrote is still here.
document-refused-fields = Check what is marked below and choose the file again. What you wrote is still here.
document-refused-many = The library is full: it holds 200 versions. Take out a document that is no longer of use.
document-refused-title = Write a title of 3 to 160 letters.
document-refused-topic = Choose a topic from the list.
document-refused-note = Write at most 300 letters.
document-refused-dated = Write a year, year and month (2019-03) or a day (2019-03-13).
document-refused-language = Choose a language from the list.
document-refused-same = This very file is in the library already. Choose another.
document-refused-empty = The file is empty. Choose another.
document-refused-large = The file is larger than { $size }. Save it lighter (without large photographs) or make two of it.
document-refused-format = It is neither a PDF nor a text. Save it as PDF and choose it again.
document-refused-broken = The PDF is incomplete: perhaps it was cut off while downloading. Download it again and choose it.
