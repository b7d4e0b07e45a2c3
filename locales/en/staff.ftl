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
desk-missing-label = What is missing for { $name }
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
desk-revoke = Revoke certificate
desk-revoke-label = Revoke certificate of { $name }
desk-revoke-reason = Why it is revoked
desk-revoke-note = Whoever checks this certificate will see that it is revoked and why. Write nothing private.
desk-revoke-yes = Revoke the certificate
desk-revoke-no-reason = Write why it is revoked, in five letters or more; whoever checks it will see it.
desk-revoke-title = Revoke a certificate
desk-revoke-of = Certificate { $number } of { $name }
desk-revoke-done = The certificate was already revoked.
desk-more = More
desk-more-label = More actions for { $name }
desk-link-title = Link for { $name }
desk-link-how = Hand it to that person only: whoever opens it signs in as them. It works once, until { $date } at { $time }. It is not shown again.
desk-link-qr = QR code with the link to sign in
desk-back = Back to the cohort
desk-review =
    { $count ->
        [one] In this version one text or question is waiting to be reviewed by a professional.
       *[other] In this version { $count } texts or questions are waiting to be reviewed by a professional.
    }
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
numbers-as-of = As of { $date }, { $time }
numbers-total = Everyone’s path
numbers-sectors = By sector
numbers-departments = By department
numbers-enrolled = Enrolled
numbers-completed = Completed
numbers-certified = Certified
numbers-suppressed = Fewer than 5, or protected
numbers-suppressed-short = protected
numbers-suppressed-note = A cell of 1 to 4 people is not shown, nor another from which it could be worked out. So nobody stands out.
numbers-department = Department
numbers-map = People enrolled by department: { $list }
numbers-map-entry = { $name } { $count }
numbers-map-note = Enrolled. Darker is more people. A dash is a protected cell.
numbers-empty = Nobody is enrolled yet. Totals show here as soon as a cohort begins.
numbers-table = Numbers by { $by }

site-title = Site
site-versions = Programmes
site-versions-empty = No programmes yet. Bring one with “telar programme import FOLDER” on the site’s machine.
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
desk-certificates-empty = There are none yet. They appear here when somebody completes the programme and asks for hers.
desk-certificates-state = State
desk-certificates-valid = In force
desk-certificates-replaced = Replaced
desk-certificates-next = See the new one
desk-certificates-revoked-note = On { $date }: { $reason }
desk-certificates-because = Replaces another: { $reason }
desk-certificates-back = See the certificates
desk-reissue = Issue again
desk-reissue-label = Issue the certificate of { $name } again
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
