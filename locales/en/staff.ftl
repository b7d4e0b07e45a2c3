# What staff read: the desk, a cohort, the numbers, the site.

desk-title = Desk
desk-cohorts = Your cohorts
desk-cohort-people =
    { $count ->
        [one] One person
       *[other] { $count } people
    }
desk-empty = You have no cohort in your care yet.
desk-empty-next = Here you will see the people of your cohort and how they are doing. Ask the site’s administrator to name you in one.
desk-empty-administrator = Open the first cohort under Site; its people will show here.
desk-join = To join this cohort
desk-join-note = Share this link by WhatsApp or show the code. Each person fills in the form in about three minutes.
desk-join-link = The cohort’s link
desk-join-qr = QR code that opens the cohort’s link
desk-poster = Poster to print (PDF)
desk-slips = Slips with a PIN for everyone (PDF)
desk-slips-note = Making slips changes each person’s PIN: earlier slips stop working.
desk-slips-empty = Slips with a PIN are made once there are people in the cohort.

desk-funnel = Path
desk-funnel-enrolled = Enrolled
desk-funnel-active = Began something
desk-funnel-half = Halfway or more
desk-funnel-completed = Completed
desk-funnel-certified = Certified
desk-funnel-step = Step
desk-funnel-people = People
desk-of = { $part } of { $all }

desk-needs = Need a hand
desk-needs-none = Nobody for now. People who have not entered for seven days, or cannot pass a quiz, show here.
desk-needs-not-entered =
    { $days ->
        [one] not entered for a day
       *[other] not entered for { $days } days
    }
desk-needs-stuck =
    { $failed ->
        [one] “{ $title }”: one attempt not passed
       *[other] “{ $title }”: { $failed } attempts not passed
    }
desk-needs-see = See { $name }

desk-people = People
desk-people-table = People of the cohort, with their progress
desk-people-empty = Nobody yet. Share the link or the poster: each person shows here as soon as they join.
desk-person = Person
desk-person-progress = Progress
desk-person-best = Best quiz
desk-person-certificate = Certificate
desk-person-seen = Last entry
desk-person-code = Code
desk-person-actions = Actions
desk-person-weave = Progress of { $name }: { $done } of { $all } done
desk-missing = What is missing
desk-missing-label = What is missing: { $name }
desk-never = Never
desk-best-value = { $mark }%
desk-best-none = No quiz yet
desk-certificate-none = Not yet
desk-certificate-valid = Yes
desk-certificate-revoked = Revoked
desk-seen-today = Today
desk-seen-days =
    { $days ->
        [one] A day ago
       *[other] { $days } days ago
    }
desk-link-make = One-time link
desk-link-make-label = One-time link for { $name }
desk-slip-make = New slip
desk-slip-make-label = New slip for { $name }
desk-remove = Take out of this group
desk-remove-label = Take { $name } out of this group
desk-revoke = Revoke certificate
desk-revoke-label = Revoke certificate of { $name }
desk-revoke-reason = Why it is revoked
desk-revoke-note = Whoever checks this certificate will see that it is revoked and why. Write nothing private.
desk-revoke-yes = Revoke the certificate
desk-revoke-no-reason = Write why it is revoked, in five letters or more; whoever checks it will see it.
desk-revoke-title = Revoke a certificate
desk-revoke-of = Certificate { $number } of { $name }
desk-revoke-done = The certificate was already revoked.
desk-revoke-replaced = This certificate was replaced and holds no more: there is nothing to revoke. The one that holds is this other; if need be, revoke that one.
desk-more = More
desk-more-label = More actions for { $name }
desk-link-title = Link for { $name }
desk-link-how = Hand it to that person only: whoever opens it signs in as them. It works once, until { $date } at { $time }. It is not shown again.
desk-link-qr = QR code with the link to sign in
desk-back = Back to the cohort
desk-sectors = By sector
desk-departments = By department
desk-departments-map = People enrolled by department: { $list }
desk-departments-entry = { $name } { $count }
desk-departments-none = none yet
desk-departments-note = The 22 departments, all the same size. The number says how many people.
desk-departments-missing =
    { $count ->
        [one] One person without data on their municipality.
       *[other] { $count } people without data on their municipality.
    }
desk-sector = Sector
desk-no-data = No data
desk-role-facilitator = Facilitates
desk-role-assessor = Assesses
desk-role-coordinator = Coordinates
desk-role-analyst = Analyses
desk-role-administrator = Administers

numbers-title = Numbers
numbers-intro = Totals of all cohorts, without any person.
numbers-cohorts =
    { $count ->
        [one] One cohort
       *[other] { $count } cohorts
    }
numbers-published = Published on { $date }
numbers-steps = A number moves only in steps of five people or more. While fewer change, the one that was there stays.
numbers-protected-note = “Protected” means 0 to 4 people, or a number from which they could be worked out.
numbers-how = How people are protected
numbers-how-day = The page and the files show the last publication. The next is made when somebody asks for it, a day later or more: until then two files say the same.
numbers-how-missing = Where one to four of a group of fewer than { $known } people have not completed, how many have is not shown either.
numbers-how-rest = Each person is in one row of each table. The last row says how many are in protected rows, and how many have not been added to theirs yet.
numbers-how-no-filter = There are no filters and no tables across each other: by comparing two of them somebody could be recognised.
numbers-tables = Tables
numbers-xlsx = Spreadsheet (XLSX)
numbers-pdf = Document (PDF)
numbers-csv = { $table }, as CSV
numbers-csv-short = CSV
numbers-total = Everyone’s path
numbers-sectors = By sector
numbers-organisations = By organisation
numbers-organisations-note = As people wrote it; those that differ only in accents, spaces or capitals are put together.
numbers-departments = By department
numbers-sexes = By sex
numbers-peoples = By people
numbers-peoples-note = What each person said of herself. Nobody has to answer.
numbers-communities = By linguistic community
numbers-by-cohort = By cohort
numbers-by-cohort-note = Who was in several counts in the one in which she came furthest.
numbers-organisation = Organisation
numbers-department = Department
numbers-cohort = Cohort
numbers-not-said = Prefers not to answer
numbers-enrolled = Enrolled
numbers-active = Began
numbers-completed = Completed
numbers-certified = Certified
numbers-suppressed = Fewer than 5, or protected
numbers-hidden = Fewer than 5, or protected: { $groups }.
numbers-suppressed-short = protected
numbers-rest = Protected or to be added
numbers-rest-open = All others, protected or to be added
numbers-map-title = Map of people enrolled
numbers-map = People enrolled by department: { $list }
numbers-map-entry = { $name } { $count }
numbers-map-note = Enrolled. Darker is more people. A dash is a protected cell.
numbers-empty = Five people are not enrolled yet. Totals will show here in a later publication.
numbers-table = Numbers by { $by }
numbers-everybody = Everybody
numbers-gains = Before and after
numbers-gains-note = How far the mark of 0 to 100 changed between the test before and the test after. Only who handed in the test before and then began the other counts. It shows from 5 people with different marks, and moves when there are 5 more or fewer.
numbers-gains-table = Gain between two tests, by programme version
numbers-gains-programme = Programme
numbers-gains-version = { $programme }, version { $version }
numbers-gains-pairs = With both tests
numbers-gains-low = From
numbers-gains-high = To
numbers-sheet-read = How to read

stats-title = Statistics
stats-views = Other views of these numbers
stats-over-cohort = This cohort only
stats-over-version = The { $cohorts } cohorts of this version
stats-who-title = Whose numbers these are
stats-who =
    { $handed ->
        [0] Of { $enrolled } people nobody has handed in yet.
        [one] One of { $enrolled } people has handed in; her first attempt counts.
       *[other] { $handed } of { $enrolled } people have handed in; the first attempt of each counts.
    }
stats-waiting =
    { $count ->
        [one] One person's attempt waits for somebody to read her answers and does not count yet.
       *[other] The attempts of { $count } people wait for somebody to read their answers and do not count yet.
    }
stats-none = How the test behaves will show here once there are attempts that count.
stats-fewest = Fewer than { $limit } attempts count: with so few, a mean is nearly everyone's own mark. Numbers show from { $limit }.
stats-few = With fewer than { $limit } attempts these numbers say little: draw no conclusions from them.
stats-marks = Marks
stats-mean = Mean
stats-median = Median
stats-sd = Standard deviation
stats-of-hundred = { $value } of 100
stats-points = { $value } points
stats-histogram = How many people got each mark
stats-tenths = Mark
stats-tenth = { $from } to { $to }
stats-steady = How steady the mark is
stats-alpha = Cronbach's alpha
stats-alpha-good = The questions measure one thing together: the mark is steady.
stats-alpha-fair = The questions more or less measure one thing: the mark is of use as a guide.
stats-alpha-poor = The questions measure different things, or are few: the mark says little of a single person.
stats-alpha-none-attempts = It cannot be computed with fewer than two attempts.
stats-alpha-none-different = It cannot be computed, because not everybody got the same questions.
stats-alpha-none-questions = It cannot be computed with fewer than two questions.
stats-alpha-none-variance = It cannot be computed, because everybody got the same mark.
stats-error = If the same person took the test again, her mark would change by some { $value } points either way, by chance alone (standard error of measurement).
stats-questions = Questions
stats-sort = Sort by
stats-number = Number
stats-sort-number = number
stats-sort-look = what to look at
stats-sort-facility = hardest
stats-sort-discrimination = lowest discrimination
stats-sort-rest = lowest relation to the rest
stats-table = Questions of the test, with their numbers
stats-question-column = Question
stats-question = Question { $number }.
stats-asked = Asked
stats-facility = Facility
stats-discrimination = Discrimination
stats-rest = Relation to the rest
stats-look = Look at
stats-look-wrong-way = Look at it: those who know more fail
stats-look-very-easy = Very easy
stats-look-very-hard = Very hard
stats-look-parts-nobody = Does not distinguish
stats-read = How to read these numbers
stats-read-facility = Facility, 0 to 1: the part of the points that was reached. Above 0.95 it is very easy; below 0.20 very hard.
stats-read-discrimination = Discrimination, −1 to 1: facility in the upper group less that in the lower. They are the 27 % with the best marks and the 27 % with the lowest, with their ties.
stats-read-rest = Relation to the rest, −1 to 1: whether who gets this question right gets the others right too. Below 0.10 it does not distinguish; below 0, check its key first.
stats-read-look = A question is pointed out from 10 people who were asked it. With fewer than 30 all of this changes much from group to group.
stats-options = What was chosen in each question
stats-options-note = Open a question to see how many people chose each option. A person who marked several counts at each.
stats-export-note = A row for each option of each question, with the question's numbers; also all that was typed. Without names.
stats-groups = { $asked } people were asked; { $upper } in the upper group and { $lower } in the lower.
stats-groups-none = { $asked } people were asked. There are no two groups to compare: their marks are nearly the same.
stats-options-none = This question has no options to count.
stats-option = Option
stats-all = All
stats-upper = Upper group
stats-lower = Lower group
stats-right = Right
stats-nobody = Nobody chose it
stats-draws-upper = Those who know more choose it more: perhaps it is right too, or reads like it
stats-unanswered = No answer
stats-in-place = { $item }, in its place
stats-part = Part { $number }
stats-gap = Gap { $number }
stats-typed = “{ $text }”
stats-typed-others =
    { $count ->
        [one] And one other text.
       *[other] And { $count } other texts.
    }

gains-title = Before and after
gains-test = Statistics of “{ $title }”
gains-who = Of { $enrolled } people: { $counts }.
gains-both =
    { $count ->
        [0] nobody with both tests
        [one] one with both tests
       *[other] { $count } with both tests
    }
gains-pre-only =
    { $count ->
        [0] nobody with the first only
        [one] one with the first only
       *[other] { $count } with the first only
    }
gains-post-only =
    { $count ->
        [0] nobody with the last only
        [one] one with the last only
       *[other] { $count } with the last only
    }
gains-waiting =
    { $count ->
        [one] One attempt waits for somebody to read its answers and does not count yet.
       *[other] { $count } attempts wait for somebody to read their answers and do not count yet.
    }
gains-out-of-order =
    { $count ->
        [one] 1 person began the test after before handing in the test before, and counts in neither.
       *[other] { $count } people began the test after before handing in the test before, and count in neither.
    }
gains-pairs-only = The gain is computed only over those who handed in the test before and then began the other, each with her first attempt.
gains-none = What the group gained will show here once there are people with both tests.
gains-fewest = Fewer than { $limit } people have taken both tests: with so few, a mean is nearly everyone's own. Numbers show from { $limit }.
gains-few = With fewer than { $limit } people with both tests these numbers say little: draw no conclusions from them.
gains-says = What they gained
gains-mean-up = On average they rose by { $by } points of 100: from { $pre } to { $post }.
gains-mean-down = On average they fell by { $by } points of 100: from { $pre } to { $post }.
gains-mean-same = On average they stayed the same: { $pre } points of 100 before and { $post } after.
gains-interval = With 95 % confidence the mean gain lies between { $low } and { $high } points.
gains-interval-zero = That range holds zero: with these people it cannot be said that the group has changed.
gains-interval-none = There is no confidence interval, because all changed by the same.
gains-d-z = The effect size (Cohen's d for pairs) is { $value }: the mean gain, measured in standard deviations of the gains.
gains-without-comparison = Without a group that did not take the programme, this includes what would have been learnt anyway.
gains-graph = Each person, from before to after
gains-graph-means = { $count } people with both tests, on average from { $pre } to { $post } of 100.
gains-graph-moves =
    { $risen } rise, { $fallen ->
        [one] 1 falls
       *[other] { $fallen } fall
    }, { $same ->
        [one] 1 stays the same
       *[other] { $same } stay the same
    }.
gains-graph-note = The thick line is the mean; dashed ones fall.
gains-topics = By topic
gains-topics-table = Gain by topic, in points of 100
gains-topic = Topic
gains-pairs = With both
gains-before = Before
gains-after = After
gains-gain = Difference
gains-interval-column = 95 % interval
gains-interval-short = { $low } to { $high }
gains-too-few = Fewer than 5
gains-people = By person
gains-people-table = Each person's marks before and after, in points of 100
gains-people-empty = Nobody has handed in either of the two tests yet.
gains-people-note = In points of 100. The empty circle is before; the full one after.
gains-not-taken = Not taken
gains-no-pair = No pair
gains-no-pair-order = In the other order: not counted
gains-why-none = Why there is no difference

site-title = Site
package-open = Bring in or take out programmes
package-title = Programmes that come in and go out
package-bring = Bring in a programme
package-bring-note = It is the programme's folder in a ZIP file. All of it is checked before it is kept: if something is not right, the file and line are told and nothing is kept. What comes in never changes; a correction comes in as another version.
package-file = ZIP file
package-file-note = Up to { $size }, with programme.toml at its top or inside its one folder.
package-bring-button = Check and bring in
package-none = There is none yet. Bring the first with the form above.
package-give = Take out { $file }
package-taken = The programme came in as a new version. No cohort has changed: each goes over when whoever coordinates it decides so.
package-known = That very package was here already, to the last letter. Nothing has changed.
package-faulty = Something in the package has to be mended. Nothing was kept.
package-more =
    { $count ->
        [one] There is one more problem.
       *[other] There are { $count } more problems.
    }
package-not-zip = That file is no ZIP that can be opened. Compress the programme's folder and send that file.
package-too-large = The ZIP has too many files, or too large ones. A package has 64 MB and 5,000 files at most, of 2 MB each.
package-no-programme = The ZIP has no programme.toml at its top nor inside its one folder.
package-label-taken = There is a version { $label } of this programme with other content. Give the version another name in programme.toml.
package-kind-changed = The activity "{ $activity }" was of another kind in version { $version }: what was done of the one would count as done of the other. Give it another id.
site-versions = Programmes
site-versions-empty = No programmes yet. Bring one in with the button below.
site-version = Version { $label }
site-version-imported = Imported on { $date }
site-version-cohorts =
    { $count ->
        [one] one cohort
       *[other] { $count } cohorts
    }
site-version-review =
    { $count ->
        [0] all reviewed
        [one] one to review
       *[other] { $count } to review
    }
site-cohorts = Cohorts
site-cohorts-empty = No cohorts yet. Open the first one below.
site-open = Open a cohort
site-open-name = Name
site-open-name-hint = For example: Cobán 2027-1
site-open-version = Programme
site-open-starts = Starts
site-open-ends = Ends
site-open-organisation = Organisation
site-open-button = Open the cohort
site-open-refused-name = Write a name of 3 to 120 letters.
site-open-refused-version = Choose a programme from the list.
site-open-refused-starts = Write the day on which it starts.
site-open-refused-ends = Write an end day that is not before the start.
site-open-refused-organisation = Write the organisation that gives the programme.
site-refused-old = This page had been open since before. Check the form and send it again; nothing was lost.
site-refused-fields = Check what is marked below. What you wrote is still here.
site-staff = Team
site-staff-table = People of the team and their role
site-staff-empty = There is nobody else in the team yet.
site-staff-role = Role
site-staff-where = Where
site-staff-everywhere = The whole site
site-name-staff = Name someone to the team
site-name-staff-name = Full name
site-name-staff-cohort = Cohort
site-name-staff-cohort-none = The whole site
site-name-staff-cohort-hint = Those who facilitate, assess or coordinate belong to a cohort. Those who analyse or administer, to the whole site.
site-name-staff-language = Language
site-name-staff-button = Name them and make their link
site-name-staff-refused-role = Choose what they will do.
site-name-staff-refused-cohort = That role needs a cohort from the list, or none if it is for the whole site.
site-named-title = { $name } is now part of the team
site-named-how = Hand this link to that person only: whoever opens it signs in as them. It works once, until { $date } at { $time }. It is not shown again.
site-named-qr = QR code with the link to sign in
site-back = Back to Site
site-erasures = Requests to erase data
site-erasures-count =
    { $count ->
        [one] One request is waiting.
       *[other] { $count } requests are waiting.
    }
site-erasures-none = Nobody has asked to have their data erased.
site-erasure-open = Review
site-erasure-open-label = Review the request of { $name }
site-erasure-asked = Asked on { $date }
site-erasure-title = Erase the data of { $name }
site-erasure-goes = What goes
site-erasure-goes-name = Their name, sector, place of work and municipality
site-erasure-goes-facts =
    { $count ->
        [one] One fact of the record: its content is erased and the chain stays whole
       *[other] { $count } facts of the record: their content is erased and the chain stays whole
    }
site-erasure-goes-answers = Their answers, marks and progress
site-erasure-goes-sessions = Their sessions, code and PIN: they are signed out of all their phones
site-erasure-goes-certificates = The record of their certificates: nobody will be able to check { $numbers }
site-erasure-stays = What stays
site-erasure-stays-totals = Totals without a name
site-erasure-stays-certificates = The record of their certificates, with their name, so that they can be checked: { $numbers }
site-erasure-stays-copies = Backups made before and papers that were printed. Whoever restores a backup must give the list of erasures with it (redactions.jsonl); then this erasure is applied again.
site-erasure-confirm = To confirm, write: { $word }
site-erasure-confirm-word = ERASE
site-erasure-confirm-wrong = Write { $word } to confirm. Nothing has been erased.
site-erasure-button = Erase for good
site-erasure-done = The data were erased. The record says that it was done, without a name.
site-erasure-last-administrator = This is the only administrator. Name another first.
site-machine = The machine
site-machine-engine = Database
site-machine-node = Node
site-machine-epoch = Epoch
site-machine-facts = Facts in the journal
site-machine-head = Last print of the chain
site-backup = Backup
site-backup-note = On the site’s machine, one line keeps everything in a single file, without stopping anything:
site-backup-check = Keep the file somewhere else. To know whether all is well:

# The certificates of a cohort: the list, all of them as one file, another in the place of one.
desk-certificates-title = Certificates
desk-certificates-count =
    { $count ->
        [0] none in force
       *[other] { $count } in force
    }
desk-certificates-issue-title = To issue
desk-certificates-without =
    { $count ->
        [one] 1 person completed the programme and has no certificate yet.
       *[other] { $count } people completed the programme and have no certificate yet.
    }
desk-certificates-names = The names, as they will stand on the certificate
desk-certificates-issue =
    { $count ->
        [one] Issue 1 certificate
       *[other] Issue the { $count } certificates
    }
desk-certificates-issue-note = Each comes in its person’s language, and she sees it in Today. If a name is wrong, ask her to correct it in “Me” first; afterwards it is issued again. Whoever had hers revoked gets no other here.
desk-certificates-issuing = { $done } of { $all } issued
desk-certificates-issuing-note = You may close this page; it goes on by itself.
desk-certificates-issued = Everybody who completed the programme has a certificate now.
desk-certificates-not-authority = The certificates of this cohort are issued on another server. Nothing was changed here.
desk-certificates-all = All the certificates
desk-certificates-print =
    { $count ->
        [one] Prepare the certificate as a ZIP file
       *[other] Prepare the { $count } certificates as a ZIP file
    }
desk-certificates-note = One PDF a person, named by its number. It is made in the background: you may leave and come back.
desk-certificates-waiting = Waiting: those of another cohort are being made.
desk-certificates-working = { $done } of { $all } made
desk-certificates-look = See how far it is
desk-certificates-leave = They are made even if you close this page.
desk-certificates-fetch = Download the ZIP
desk-certificates-size =
    { $count ->
        [one] ZIP · 1 PDF · { $size }
       *[other] ZIP · { $count } PDFs · { $size }
    }
desk-certificates-failed = They could not be prepared. Nothing is lost: try again, and if it happens again tell whoever administers the site.
desk-certificates-outdated = The certificates changed since the file was prepared. Prepare it again.
desk-certificates-list = Certificates of the cohort
desk-certificates-empty = There are none yet. They appear here when somebody who completed the programme gets hers, or when they are issued on this page.
desk-certificates-state = State
desk-certificates-valid = In force
desk-certificates-replaced = Replaced
desk-certificates-next = See the new one
desk-certificates-revoked-note = On { $date }: { $reason }
desk-certificates-because = Replaces another: { $reason }
desk-certificates-back = See the certificates
desk-reissue = Issue again
desk-reissue-label = Issue again the certificate of { $name }
desk-reissue-title = Issue a certificate again
desk-reissue-note = The new one will have another number. Whoever checks the number from before will see that it was replaced, and which one holds now.
desk-reissue-after-revocation = This certificate is revoked and stays so. The new one will have another number, and the revoked one will say which.
desk-reissue-name = Name as it will be on the certificate
desk-reissue-name-note = As on the identity card, with accents and apostrophes. It is corrected in the person’s data too.
desk-reissue-reason = Why it is issued again
desk-reissue-reason-note = The person and the cohort’s team read it; whoever checks the number does not see it.
desk-reissue-yes = Issue the new certificate
desk-reissue-no-reason = Write why it is issued again, in five letters or more.
desk-reissue-unchanged = Name and language are the same: there is nothing to correct.
desk-reissue-already = Another certificate has taken the place of this one.
desk-reissue-see = See the one that took its place
desk-reissue-not-completed = This person has not completed the programme: another cannot be issued yet.
desk-reissue-not-authority = The certificates of this cohort are issued on its organisation’s server.
desk-reissue-old = This page was open from before. Nothing is lost; check the details and confirm again.
results-title = Quizzes
results-open = Quizzes and answers
results-back = Back to the cohort
results-back-quizzes = All quizzes
results-back-quiz = Back to the quiz
results-none = This programme has no tests or practice yet.
results-table = Quizzes of the cohort, with how many people are how far in each
results-quiz = Quiz
results-began = Began
results-handed-in = Handed in
results-passed = Passed
results-days = Days
results-unread = To read
results-unread-count =
    { $count ->
        [0] Nothing
        [one] One answer
       *[other] { $count } answers
    }
results-not-to-pass = Not to be passed
results-window-always = Always open
results-window-from = From { $opens }
results-window-until = Until { $closes }
results-window-from-until = From { $opens } to { $closes }
results-read-waiting =
    { $count ->
        [one] One open answer waits for somebody to read it.
       *[other] { $count } open answers wait for somebody to read them.
    }
results-read-go = Read the oldest
results-tabs = Views of this quiz
results-tab-people = People and answers
results-export = Take to a spreadsheet
results-export-note = A row an attempt; for each question, how much it was worth and what was answered. The CSV separates by commas, as Excel does in Guatemala. Answers may touch real people: keep the file where only those who should can see it.
results-export-xlsx = Excel (XLSX)
results-export-csv = CSV
results-export-no-names = Without names (XLSX)
results-export-enrolment = Enrolment
results-export-name = Name
results-export-attempt = Attempt
results-export-state = State
results-export-began = Began
results-export-handed-in = Handed in
results-export-mark = Mark (%)
results-export-points = { $question }: worth (%)
results-export-answer = { $question }: answer
results-people = By person
results-people-table = People of the cohort at this quiz
results-people-empty = There is nobody in the cohort yet. You will see their attempts here as soon as they begin.
results-sort = Sort by
results-sort-name = name
results-sort-best = best mark
results-sort-last = last time
results-best = Best mark
results-attempts = Attempts
results-state = State
results-last = Last time
results-actions = Actions
results-see-attempt-label = See the attempt of { $name }
results-grant = Give more
results-grant-label = Give more to { $name }: another attempt or more time
results-state-none = Not begun
results-state-open = In progress
results-state-to-read = To be read
results-state-not-passed = Not yet
results-state-handed-in = Handed in
results-state-passed = Passed
results-state-kept = Passed before a correction
results-mark = { $mark } %
results-no-mark = No mark
results-questions = By question
results-questions-empty = You will see what was answered to each question here once somebody hands in.
results-question-counts =
    { $asked ->
        [one] Of one attempt: right { $right }, partly { $partly }, not { $wrong }
       *[other] Of { $asked } attempts: right { $right }, partly { $partly }, not { $wrong }
    }
results-question-unread =
    { $count ->
        [one] (one to read)
       *[other] ({ $count } to read)
    }
results-question-withdrawn = Withdrawn: it counts for nobody
results-question-see = See the question and its key
results-question-see-label = See the question and its key: question { $number }
results-question = Question { $number }
results-given = What was answered
results-given-right = right
results-attempt-of = Attempt { $number } of { $name }
results-attempt-title = Attempt
results-attempt-other = Attempt { $number }
results-attempt-others = All her attempts
results-attempt-began = Began
results-attempt-handed-in = Handed in
results-attempt-open = In progress: the answers may still change.
results-attempt-mark = Mark
results-attempt-points = { $points } of { $max } · { $mark } %
results-attempt-kept = Passed before a correction, and stays so
results-attempt-limit = Time
results-attempt-limit-minutes =
    { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }
results-attempt-limit-none = no limit
results-attempt-over = Time over at
results-attempt-granted = What was granted
results-attempt-markings = Changes of the mark
results-marking = From { $before } % to { $after } %
results-marking-kept = Keeps the pass
results-answer = Answered
results-answer-none = No answer
results-answer-given = Given on { $when }
results-answer-gone = no longer offered
results-answer-order = { $place }. { $words }
results-answer-match = { $stem } → { $option }
results-answer-right = Right
results-answer-partly = Partly
results-answer-wrong = Not right
results-answer-unread = To be read
results-answer-worth = Worth { $mark } %
results-gap = gap { $place }
results-part = Part { $part }: { $words }
results-comments = Comments
results-comment-by = { $name }, { $when }
results-comment-write = Comment
results-comment-write-question = Comment on question { $number }
results-comment-write-attempt = Comment on the whole attempt
results-comment-note = The person will see it beside her result.
results-comment-send = Send the comment
results-attempt-handed-in-by = by { $by }
results-answer-late = Kept after the time was over, and does not count
results-hand-in-title = The time is over and the attempt is still open
results-hand-in-does = You can hand it in for the person. What was answered in time and has arrived here is marked; what is missing counts as not right. The result will say that staff handed it in.
results-hand-in-waits = What still waits on a phone without signal can no longer be taken then, even if it was answered in time: it stays on that phone with the reason. If the person may have something unsent, wait until there is signal.
results-hand-in = Hand in this attempt
results-hand-in-done = The attempt is handed in and marked; the person will see it in the result.
results-comment-sent = The comment is saved; the person will see it beside her result.
results-comment-refused = Write a comment of 1 to 2000 letters. What you wrote is still here.
results-refused-old = This page was open from before. Look again and send once more; nothing is lost.
results-own = This attempt is your own: somebody else of the team reads and comments on it.

read-title = Answers to read
read-none = Nothing waits. When somebody hands in an open answer, it appears here; the oldest first.
read-waiting =
    { $count ->
        [one] One answer waits
       *[other] { $count } answers wait
    }
read-blind = Whose it is is not said, so that only what is written is read.
read-handed-in = Handed in on { $when }
read-asked = What was asked
read-criteria = What to look for
read-text = Answer
read-worth = How much it is worth
read-worth-0 = Nothing
read-worth-25 = A quarter
read-worth-50 = Half
read-worth-75 = Three quarters
read-worth-100 = All
read-worth-other = Another, 0 to 100
read-comment = What you say to the person (if you like)
read-save = Save and read the next
read-save-here = Save the reading
read-later = Leave this one for later
read-from-start = Back to the oldest
read-saved = Read. The mark of the attempt counts it now.
read-by = { $name } gave it { $mark } %, { $when }
read-change = Change what it is worth
read-read = Read
read-refused-worth = Choose how much it is worth, or write a whole number from 0 to 100. Nothing is lost.
read-refused-comment = The comment may have 2000 letters at most. Make it a little shorter.
read-refused-meanwhile = Somebody else read this answer meanwhile. You see below what she gave it; if you think that it is worth something else, change it.
read-refused-meanwhile-queue = Somebody else has read that answer already. What she decided is saved; this is the next.
read-refused-own = Somebody else reads your own answers.

grant-title = Give more attempts or time
grant-to = To { $name }
grant-quiz = At which quiz
grant-all-quizzes = At all her quizzes
grant-attempts = More attempts
grant-attempts-hint = 1 to 20
grant-minutes = More minutes
grant-minutes-hint = 1 to 240, in each attempt
grant-per-cent = More time, in %
grant-per-cent-hint = 1 to 300: 50 is half as much again
grant-until-day = Until the day
grant-until-hour = Hour
grant-until-hint = Although it has closed for the others. Without an hour, until the day ends.
grant-reason = Why
grant-reason-hint = It stays written with your name. Write nothing private.
grant-button = Give
grant-done = Saved. It holds from now on, also for what arrives later without signal.
grant-before = What was given already
grant-before-none = Nothing yet.
grant-line-attempts =
    { $count ->
        [one] one more attempt
       *[other] { $count } more attempts
    }
grant-line-minutes =
    { $count ->
        [one] one more minute
       *[other] { $count } more minutes
    }
grant-line-per-cent = { $count } % more time
grant-line-until = until { $when }
grant-own = Somebody else who coordinates gives you yours.
grant-refused-fields = Look at what is marked below. What you wrote is still here.
grant-refused-activity = Choose a quiz of the list.
grant-refused-attempts = Write a number from 0 to 20.
grant-refused-minutes = Write a number from 0 to 240.
grant-refused-per-cent = Write a number from 0 to 300.
grant-refused-together = In all there can be { $most } more, and { $there } were granted already.
grant-refused-untimed = There is no time limit to extend.
grant-refused-parallel = It is one of the two tests before and after, and each is taken once: taking it again would show the questions of the other.
grant-refused-until = Write a day and an hour that are not past.
grant-refused-nothing = Write one thing at least: attempts, minutes, % or a day.
grant-refused-reason = Write why, 5 to 300 letters.

window-title = When it can be taken
window-change = Change the days
window-note = Hours of Guatemala. Empty is without limit. Without an hour it opens as the day begins and closes as it ends. What somebody answered in time counts although it arrives later.
window-opens = Opens on the day
window-opens-hour = Hour at which it opens
window-closes = Closes on the day
window-closes-hour = Hour at which it closes
window-save = Save the days
window-programme = Back to the programme's days
window-of-programme = The programme says: { $days }
window-is-programme = These are the programme's days.
window-saved = The days are saved.
window-refused-opens = Write a day from 2000 to 2100, and an hour such as 15:04.
window-refused-closes = Write a day, up to 2100, and an hour that are not before it opens.

mend-title = Question and key
mend-key = What counts
mend-key-open = A person reads it, who looks for this:
mend-start = Mend this question
mend-touches = A mend holds for the whole version of the programme. It touches:
mend-touched = { $name } ({ $people })
mend-in-progress =
    { $count ->
        [0] Nobody has it open now.
        [one] One attempt is in progress now: it goes on, and is marked by the question as it stands when handed in.
       *[other] { $count } attempts are in progress now: they go on, and are marked by the question as it stands when handed in.
    }
mend-not-yours = Other cohorts use the same version and you do not coordinate them. Ask whoever administers the site for the mend.
mend-group = Option: { $words }
mend-group-part = Part { $part }
mend-group-feedback = Explanations
mend-group-key = Key
mend-stem = What is asked ({ $language })
mend-passage = Text to mark ({ $language })
mend-tells = What this part tells ({ $language })
mend-criteria = What to look for ({ $language })
mend-words = Text ({ $language })
mend-why = What whoever chooses it learns ({ $language })
mend-feedback-right = If right ({ $language })
mend-feedback-partly = If partly right ({ $language })
mend-feedback-wrong = If not right ({ $language })
mend-right = It is right
mend-accepted = Answers that count
mend-accepted-hint = One a line. If it is not worth all, a bar and how much: wound | 50
mend-number = The right number
mend-tolerance = Taken up to this difference
mend-match = Belongs to it
mend-place = Place in the right order
mend-withdraw = Withdraw the question
mend-withdraw-hint = Nobody sees it any more and it counts in no mark. Where questions are drawn, a new attempt may have one less.
mend-reason = What is mended and why
mend-reason-hint = Those whose mark changes will read it. 5 to 300 letters.
mend-save = Save the mend
mend-saved = The mend is saved. Marks have not changed yet: see below what would change.
mend-before = Mends so far
mend-refused = Not saved. Look at what is marked below; what you wrote is still here.
mend-refused-nothing = Nothing changed: the question is as it was.
mend-refused-meanwhile = Somebody else mended a question of this version meanwhile. See how it is now and mend again if needed.
mend-fault-empty = It cannot be empty.
mend-fault-too-long = It is too long.
mend-fault-markers = The gaps and marked words with [[ ]] must stay, each once.
mend-fault-not-a-number = Write a number, such as 12 or 2.5.
mend-fault-negative = The difference cannot be negative.
mend-fault-none-right = One at least must be right.
mend-fault-all-right = One at least must not be right.
mend-fault-one-right = Exactly one must be right.
mend-fault-accepted = One answer a line, up to 20; after the bar, a number from 0 to 100. One must be worth all.
mend-fault-not-offered = Choose one of the list.
mend-fault-places = Each place once, from 1.
mend-fault-reason = Write what is mended and why, 5 to 300 letters.

regrade-title = Mark anew
regrade-attempts =
    { $attempts ->
        [one] Of one attempt handed in with this question, { $changed } would change.
       *[other] Of { $attempts } attempts handed in with this question, { $changed } would change.
    }
regrade-up =
    { $count ->
        [0] No mark goes up.
        [one] One mark goes up.
       *[other] { $count } marks go up.
    }
regrade-down =
    { $count ->
        [0] None goes down.
        [one] One goes down.
       *[other] { $count } go down.
    }
regrade-none = The marks are up to date: marking anew changes nothing.
regrade-passes = Would pass by it
regrade-passes-none = Nobody else would pass.
regrade-keeps = Keep what they reached
regrade-keeps-note = By the new mark they would not reach it. Nobody loses what she passed by a fault that was not hers: they keep the pass and the mark that the programme asks, and their certificate stays valid.
regrade-keeps-none = Nobody falls below what she passed already.
regrade-line = From { $before } % to { $after } %
regrade-certificate = Certificate { $number }
regrade-reason = People will read: «{ $reason }»
regrade-button = Mark anew
regrade-done = Done. Each person whose mark changed will see it when she enters.
regrade-going = Marking: { $done } of { $all }
regrade-going-note = You can close this page; it goes on by itself.

review-title = To review
review-banner =
    { $count ->
        [one] This version has a text or question that a professional has not reviewed yet.
       *[other] This version has { $count } texts or questions that a professional has not reviewed yet.
    }
review-see = See which
review-note = These texts and questions wait for a professional to review them. When she has, whoever keeps the programme brings a new version. Until then, use them with that care.
review-none = Everything in this version is reviewed.
review-aid = Job aid
review-text = Text
review-question = Question { $id }
mend-also-in = It is asked here too, and the correction holds there as well:
mend-refused-nothing-left = Not saved. Without it a quiz would have nothing left to ask. Correct the question instead of withdrawing it.
mend-fault-same-words = Another option says the same: nobody could tell them apart. Change one of the two.
mend-fault-same-answer = Two lines count as the same answer, and only the first counts. Accents, capitals and marks around make no difference. Remove one.
mend-fault-markup = No HTML and no pictures; links lead to https://… or to the name of an activity.
results-stale =
    { $attempts ->
        [one] One attempt still has its mark from before a correction.
       *[other] { $attempts } attempts still have their mark from before a correction.
    }
results-stale-go = See what would change
review-guide = Guide
review-reference = Source
version-title = Version and days of the programme
version-back = Back to the cohort
version-now = This cohort follows version { $label }.
version-note = What people have done is kept: a lesson that was read stays read, and a quiz that was passed stays passed. What the new version does not have any more, or asks for in another way, counts as it says: the time of an activity that goes does not count. What their phones have downloaded is brought up to date by itself when there is signal.
version-none = There is no other version of this programme. Whoever administers the site can import one.
version-label = Version { $label }
version-same = It asks for the same, with the same activities and questions; only texts change.
version-new = New activities
version-gone = Activities that would not be there any more
version-changed = Quizzes with other questions
version-in-progress =
    { $attempts ->
        [one] One attempt is in progress at a quiz that changes: it goes on with the questions that remain.
       *[other] { $attempts } attempts are in progress at quizzes that change: they go on with the questions that remain.
    }
version-kind = Activities that would be of another kind: what was done of the one before would count as done of the new one
version-terms = Quizzes that ask for something else
version-minutes = Activities that take another time (minutes)
version-from-to = { $title }: { $before } to { $after }
version-whole = The whole programme
version-rule = What completes it changes.
version-hours = The hours that the certificate states change: { $before } to { $after }.
version-schedule = The way in which this cohort spreads its days is not there any more. It would go on with "{ $title }".
version-schedule-gone = "{ $title }" can no longer be chosen.
version-rubric = What the rubric "{ $title }" looks at changes.
version-stranded =
    { $people ->
        [one] One person would have no attempt left at a quiz that she has not passed. You can grant her more from her results.
       *[other] { $people } people would have no attempt left at a quiz that they have not passed. You can grant them more from their results.
    }
version-days = The activities of the days change, or their order.
version-counting = { $before } before, { $after } now
version-counting-practice = for practice
version-counting-gate = one to be passed
version-counting-measurement = to measure
version-pass = to pass, from { $before } % to { $after } %
version-attempts = attempts, from { $before } to { $after }
version-time = minutes an attempt, from { $before } to { $after }
version-no-limit = no limit
version-manner = the order, the feedback, what may be looked at again or the dates change
version-read = I have read what changes with version { $label }
version-refused-unread = Before you change the version, read what changes and tick the box. Nothing was changed.
version-go-on = Go on with version { $label }
version-refused-there = The cohort follows that version already.
version-open = Version and days
version-others = Other versions
schedule-title = How the days are spread
schedule-note = The same activities, put into other days. What each person has done stays done.
schedule-in-use = in use
schedule-days =
    { $days ->
        [one] one day
       *[other] { $days } days
    }
schedule-weeks =
    { $weeks ->
        [one] one week
       *[other] { $weeks } weeks
    }
schedule-choose = Go on with “{ $title }”
schedule-refused = This version has no such way to spread the days. Choose one of those below.
version-refused-none = That version is not there. Choose one of those below.
desk-needs-tomorrow = “{ $day }” begins tomorrow and she has opened nothing of it
desk-needs-more = See the { $count } people who need a hand
desk-find = Find, filter and sort
desk-find-text = Name or organisation
desk-find-standing = How she stands
desk-find-any = All
desk-find-order = Order
desk-find-button = Show
desk-find-all = See all
desk-find-none = Nobody like that in this cohort. Try fewer conditions.
desk-file = progress
desk-file-excel = This list, in Excel
desk-standing-not-begun = Not begun
desk-standing-on-the-way = On the way
desk-standing-completed = Completed
desk-standing-certified = Certified
desk-order-progress = least progress first
desk-order-seen = away longest first
desk-order-mark = best quiz first
desk-order-place = by place
desk-municipality = Municipality
desk-done = Activities done
desk-all = Activities in all
desk-yes = yes
desk-no = no
desk-cohorts-find = Find a cohort by its name or organisation
desk-cohorts-none = No cohort like that. Try another word.
desk-cohorts-found = { $count ->
        [one] one cohort
       *[other] { $count } cohorts
    }
site-cohorts-all = See all { $count } cohorts

## Announcements to a whole cohort.
announcement-title = Write to the cohort
announcement-write = An announcement for everybody
announcement-text = Announcement
announcement-text-note = Up to { $longest } characters, with nothing of any case. It appears in “Today” of { $people ->
        [one] one person
       *[other] { $people } people
    } for 30 days, until each says that she has seen it.
announcement-send = Publish
announcement-before = Announcements before
announcement-none = There are none yet.
announcement-seen = { $seen } of { $people } have seen it
announcement-withdrawn = Taken back on { $day }
announcement-withdraw = Take back
announcement-withdraw-label = Take back the announcement of { $day }
announcement-refused-empty = Write the announcement before you publish it.
announcement-refused-long = The announcement has more than { $longest } characters. Shorten it; what you wrote is still here.
announcement-from = { $author }, { $cohort } · { $day }
announcement-see = I have read it
announcement-seen-before = Announcements that you have read
