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
library-references = Sources
library-job-aids = Sheets to keep at hand
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
library-rubric-harmful = Harmful
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
