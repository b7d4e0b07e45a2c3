# The command line: whoever reads it runs a site on Saturdays.

cli-about = Telar: training that weaves virtual classrooms and face-to-face days into one.
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-arguments = Arguments
cli-usage-group = { $path } COMMAND [options]
cli-usage-leaf = { $path } [options]
cli-usage-folder = { $path } FOLDER [options]
cli-usage-file = { $path } FILE [options]
cli-flag-help = Show this help
cli-flag-version = Show the version
cli-flag-json = The result as one line of JSON on standard output; messages on standard error
cli-exit-codes =
    Exit codes:
      0  done
      1  it failed (disk, network, database)
      2  the command line or a setting cannot be understood
      3  refused; nothing was changed
      4  a check found something wrong

    All settings, with their value and where it comes from: telar settings

cli-value-folder = FOLDER
cli-value-cohort = COHORT
cli-value-endorsers = "A; B"
cli-value-signatories = "NAME, POST; NAME, POST"
cli-value-file = FILE
cli-value-language = LANGUAGE
cli-value-address = ADDRESS:PORT
cli-value-domain = DOMAIN
cli-value-email = EMAIL

cli-serve-about = Run the site
cli-demo-about = Run a demonstration with fictional people
cli-programme-about = Check or import a programme
cli-programme-check-about = Check the folder of a programme without changing anything
cli-programme-import-about = Import the folder of a programme as a new version
cli-journal-about = Verify the journal, or make the tables from it again
cli-journal-verify-about = Verify the chain of all facts
cli-journal-rebuild-about = Make the tables from the journal again
cli-backup-about = Put everything into one file; the site may go on running
cli-restore-about = Restore a backup into an empty folder
cli-doctor-about = Say what is missing or wrong, and how to mend it
cli-settings-about = Show every setting, its value and where it comes from

cli-argument-programme = The folder that holds programme.toml
cli-argument-backup = The file to make; it must not exist
cli-argument-restore = The backup's file
cli-flag-rebuild-check = Only compare: leave the tables as they are
cli-flag-passphrase-backup = Encrypt with the passphrase on the first line of this file
cli-flag-passphrase-restore = Decrypt with the passphrase on the first line of this file
cli-flag-recipient = Encrypt for this age public key
cli-flag-identity = Decrypt with the age secret key in this file
cli-flag-redactions = The list of erasures of the lost site: those that the backup does not know are carried out again

cli-setting-data = The data folder
cli-setting-settings = The settings file, if it is not telar.toml in the data folder
cli-setting-language = The language of messages: { $languages }; if unset, the system's
cli-setting-country = The country: the code of a pack that ships with Telar (gt), or a folder with who-to-tell.toml
cli-value-country = CODE|FOLDER
cli-pack-missing = There is no country pack at "{ $country }": { $cause }
cli-pack-missing-remedy = Use one that ships with Telar ({ $known }), or the folder that holds your who-to-tell.toml.
cli-pack-empty = there is no number
cli-pack-first = exactly one number has first = true: the one to call when someone is in danger now
cli-pack-call = "{ $call }" is no telephone number
cli-pack-unconfirmed = the number { $call } lacks words, a source or a date such as 2025-12-24
cli-pack-faulty = The country pack { $file } cannot be used: { $cause }
cli-pack-faulty-remedy = Each number says who states it and when; see docs/country-packs.md.
cli-setting-database = The PostgreSQL database (postgres://…); if unset, the embedded one
cli-setting-listen = Where to listen
cli-setting-public-url = The address by which people come in (https://…), with nothing behind it
cli-setting-tls = Encryption: none, with your own files, or with a certificate asked for by ACME
cli-setting-tls-certificate = The certificate with its chain, PEM
cli-setting-tls-key = The certificate's private key, PEM
cli-setting-acme-domain = The domain to ask a certificate for
cli-setting-acme-contact = The e-mail address that gets notices about the certificate
cli-setting-acme-cache = Where the certificate is kept; if unset, the folder acme of the data
cli-setting-acme-directory = The ACME directory; if unset, Let’s Encrypt’s
cli-setting-metrics = Where metrics are published; only on the machine itself; if unset, nowhere
cli-setting-identity-key = The file with the key that seals identity numbers (CUI); outside the data folder; without it they are not asked for
cli-identity-about = Make the file with the key that seals identity numbers (CUI)
cli-argument-identity = A new file, outside the data folder and its backups
cli-identity-made = The key is in { $file }. Keep a copy apart, never beside the backups of the data: without it the numbers cannot be opened.
cli-identity-exists = { $file } exists already, and is left alone.
cli-identity-exists-remedy = Use it with --identity-key, or choose another name.
cli-identity-inside = The key { $file } is inside the data folder: whoever takes a copy takes both.
cli-identity-inside-remedy = Move it to another folder and say where with --identity-key.
cli-identity-missing = The key { $file } cannot be read: { $cause }
cli-identity-missing-remedy = telar identity-key { $file }
cli-identity-faulty = { $file } holds no key: it is 64 hexadecimal digits.
cli-identity-faulty-remedy = Put the original file back. A new key does not open the numbers that are kept.
cli-doctor-identity = Identity numbers (CUI) are kept sealed
cli-doctor-identity-none = Identity numbers (CUI) are not asked for (no identity_key)
cli-setting-mail-server = The server by which mail goes out: smtps://user@server:465, or smtp://server:587 with STARTTLS; without encryption only on the machine itself; if unset, no links by e-mail are offered
cli-setting-mail-password-file = The file with that user's password, on one line
cli-setting-mail-from = The address from which mail is sent
cli-expected-mail-server = smtps://user@server:465 or smtp://user@server:587; the password goes into a file (--mail-password-file), never here
cli-expected-email = an e-mail address, such as telar@example.org
cli-mail-password-missing = The mail password in { $file } cannot be read: { $cause }
cli-mail-password-faulty = { $file } does not hold a password on one line.
cli-mail-password-remedy = Write the password into { $file }, on one line, and close it with chmod 600; the user telar must be able to read it.
cli-mail-login = The mail server { $place } does not take the user or the password ({ $code }).
cli-mail-login-needed = Name the user in mail_server (smtps://user@server) and the file with the password in mail_password_file.
cli-mail-unsuited = The mail server { $place } offers no encryption, or no way to enter with user and password.
cli-mail-unsuited-remedy = mail_server = "smtps://user@{ $host }:465"
cli-mail-refused = The mail server { $place } answers no ({ $code }).
cli-mail-refused-remedy = Ask whoever runs the mail server why; it is often a limit or a list of permitted addresses.
cli-mail-no-line = There is no connection to the mail server { $place }: { $cause }
cli-mail-silent = The mail server { $place } does not answer as a mail server; with smtps:// the port is usually 465, and with smtp:// 587.
cli-mail-line-remedy = Check mail_server, and try: nc -vz { $host } { $port }
cli-doctor-mail = The mail server answers and takes who sends
cli-doctor-mail-none = No links are sent by e-mail (no mail_server)
cli-setting-worker = The app without signal on phones; switched off, it removes itself from those that have it
cli-setting-log-format = The form of the log
cli-setting-log-level = How much the log says
cli-setting-endorsers = Who endorses the programme: they stand on the certificates issued from now on
cli-setting-signatories = Who signs the certificates issued from now on
cli-source-flag = from the command line
cli-source-environment = from the environment
cli-source-file = from the settings file
cli-source-default = Telar's own
cli-settings-from = Settings file: { $file }
cli-settings-no-file = Settings file: none (it may be { $file })
cli-settings-names = flag { $flag } · variable { $variable } · key { $key }
cli-settings-value = value: { $value } ({ $source })
cli-settings-default = if nobody says anything: { $value }
cli-settings-nothing = —
cli-see-settings = All settings: telar settings
cli-see-doctor = To learn what is missing: telar doctor
cli-see-help = To see what there is: telar --help
cli-did-you-mean = Did you mean { $name }?
cli-setting-bad = The value of { $name } is not usable.
cli-setting-expected = Expected: { $expected }
cli-setting-missing = With { $because } set like this, { $flag } is needed.
cli-setting-metrics-open = { $name }: metrics are published only on the machine itself (127.0.0.1 or ::1).
cli-setting-metrics-remedy = Use for example 127.0.0.1:9100, and read them from the same machine.
cli-expected-address = an address and a port, such as 127.0.0.1:8080 or [::]:443
cli-expected-site = an address that begins with https:// or http://, without a path, such as https://telar.example.org
cli-expected-database = an address that begins with postgres://
cli-expected-text = a text in quotation marks
cli-expected-endorsers = up to { $most } names with semicolons between them, of { $longest } letters or fewer
cli-expected-signatories = up to { $most } people with semicolons between them; each with name, comma and post, of { $longest } letters or fewer
cli-settings-unreadable = The settings file { $file } cannot be read: { $cause }
cli-settings-syntax = { $file }, line { $line }: not valid TOML: { $cause }
cli-settings-unknown = { $file }, line { $line }: Telar does not know the setting “{ $key }”.
cli-settings-data-inside = { $file } lies in the data folder and cannot say where that is. Remove the key “data”.

cli-usage-unknown = { $argument } is not known.
cli-usage-no-command = There is no command “{ $name }”.
cli-usage-command-missing = The command is missing.
cli-usage-missing = { $argument } is missing.
cli-usage-conflict = { $argument } and { $other } do not go together.
cli-usage-needs-value = { $argument } lacks its value.
cli-usage-bad-value = The value of { $argument } is not usable.
cli-usage-too-many = { $argument } is there more than once.
cli-usage-other = The command line cannot be understood.

cli-file-failed = { $file }: { $cause }
cli-threads-failed = The system does not give the threads that are needed: { $cause }
cli-folder-failed = The folder { $folder } cannot be used: { $cause }
cli-open-locked = Another copy of Telar uses the folder { $folder }.
cli-open-locked-remedy = Stop that copy (systemctl stop telar) or give another folder with --data.
cli-open-read-only = { $folder } cannot be written: { $cause }
cli-open-read-only-remedy = See that the path is a folder, and whose it is: ls -ld { $folder }
cli-open-read-only-disk-remedy = See how the disk is mounted and whether it reports errors: findmnt -T { $file }; dmesg | tail
cli-open-read-only-database-remedy = Give the address of PostgreSQL's primary server, not of a replica, and look at default_transaction_read_only.
cli-barrier-permission = Telar's user has no permission
cli-barrier-read-only = it only reads
cli-barrier-not-a-folder = it is not a folder
cli-open-corrupt = The database in { $folder } is damaged: { $cause }. It was not touched.
cli-open-corrupt-remedy = Keep that folder as it is and restore the last backup into another: telar restore FILE --data ANOTHER
cli-open-corrupt-database-remedy = Keep that database as it is and restore the last backup into another, empty one: telar restore FILE --database ANOTHER
cli-damage-beginning = it does not begin as a database does
cli-damage-end = its end is missing
cli-damage-only-its-log = it is empty and its log is not
cli-damage-torn = its journal or the site's name is missing
cli-damage-engine = the database engine says “{ $cause }”
cli-open-foreign = { $file } is no database of Telar. It was not touched.
cli-open-foreign-remedy = Give another folder with --data.
cli-open-foreign-database = The database { $database } holds tables of another program and none of Telar. It was not touched.
cli-open-foreign-database-remedy = Make an empty database for Telar (createdb telar) and give its address with --database.
cli-open-newer = The data in { $folder } are of a newer version of Telar. They were not touched.
cli-open-newer-remedy = Install that version or a later one.
cli-open-not-durable = The database confirms before it is on the disk: an answer could be lost.
cli-open-not-durable-remedy = In PostgreSQL: fsync = on and synchronous_commit = on.
cli-open-connection = The database does not answer: { $cause }
cli-open-connection-remedy = See that it runs, and the address in --database.
cli-open-empty = There are no data of Telar in { $folder }.
cli-open-empty-remedy = Give the site's folder with --data.
cli-open-empty-database-remedy = Give the address of the site's database with --database.
cli-open-other = The data in { $folder } could not be opened: { $cause }
cli-disk-full = The disk of { $folder } is full. What was saved is still there.
cli-disk-full-remedy = Free some space (df -h) and try again.
cli-store-failed = The database failed: { $cause }

cli-listen-taken = The port of { $address } is taken.
cli-listen-taken-remedy = Is Telar running already? If not, give another port with --listen.
cli-listen-forbidden = The system does not allow listening on { $address }.
cli-listen-forbidden-remedy = Ports below 1024 need a permission: in the service, AmbientCapabilities=CAP_NET_BIND_SERVICE.
cli-listen-not-here = { $address } is no address of this machine.
cli-listen-not-here-remedy = Use 127.0.0.1 for this machine alone or 0.0.0.0 for all its addresses.
cli-listen-failed = Cannot listen on { $address }: { $cause }
cli-tls-files-bad = The certificate or its key is not usable ({ $files }): { $cause }
cli-tls-files-remedy = Two PEM files are needed that Telar can read: the certificate with its chain, and its key.

cli-serve-ready = Telar is ready: { $url }
cli-serve-data = Data folder: { $folder }
cli-serve-metrics = Metrics: { $url }
cli-serve-plain = Not encrypted: good for a room, not for the internet. To encrypt: --tls acme or --tls files.
cli-serve-administrator = Nobody administers the site yet. Whoever opens this link and touches the button will. It works once, until { $until }.
cli-serve-failed = The site stopped: { $cause }

cli-demo-making = The demonstration is being prepared in { $folder }
cli-demo-progress = People of the demonstration
cli-demo-other-port = Port { $taken } is taken; { $port } is used.
cli-demo-failed = The demonstration could not be prepared: { $cause }
cli-demo-ready = The demonstration is ready: { $url }
cli-demo-learner = learner
cli-demo-facilitator = facilitator
cli-demo-assessor = assessor
cli-demo-coordinator = coordinator
cli-demo-analyst = analyst
cli-demo-administrator = administrator
cli-demo-phone = The learner's link, for a phone (if it is another device of the network: --listen 0.0.0.0:8080):
cli-demo-folder-temporary = The data are in { $folder } and go when it ends (Ctrl-C).
cli-demo-folder-kept = The data stay in { $folder }. To end: Ctrl-C.
cli-demo-unfinished = The demonstration in { $folder } was left unfinished.
cli-demo-unfinished-remedy = Remove it and begin again: rm -r { $folder }
cli-demo-not-ours = { $folder } holds something that is no demonstration. A demonstration lets anyone in, so it is not opened there.
cli-demo-not-ours-remedy = Give an empty folder, or none.

cli-programme-sound = The programme is sound: { $files } files, digest { $digest }
cli-programme-problems =
    { $count ->
        [one] There is one problem.
       *[other] There are { $count } problems.
    }
cli-programme-imported = Imported as version { $version }.
cli-programme-known = This version was there already: { $version }. Nothing was changed.
cli-programme-kind-changed = The activity "{ $activity }" was of another kind in version { $version }: what was done of the one would count as done of the other.
cli-programme-kind-changed-remedy = Give the new activity another id than "{ $activity }".
cli-programme-label-taken = Version { $label } is there with other content. What is imported never changes.
cli-programme-label-taken-remedy = Put another version into programme.toml and import again.

cli-journal-verifying = Verifying the journal
cli-journal-sound = The journal is whole: { $facts } facts, { $redacted } erased. Head: { $head }
cli-journal-missing = Fact { $seq } of node { $node }, epoch { $epoch }, is missing: the journal is not whole.
cli-journal-chain = Fact { $seq } of node { $node }, epoch { $epoch }, does not continue the chain: the journal is not whole.
cli-journal-digest = Fact { $seq } of node { $node }, epoch { $epoch }, is not the one that was written: the journal is not whole.
cli-journal-replaying = Replaying the journal
cli-journal-equal = The tables equal the journal: { $facts } facts, { $tables } tables, { $rows } rows.
cli-journal-differs =
    { $count ->
        [one] There is one difference between the tables and the journal. To make them again: telar journal rebuild
       *[other] There are { $count } differences between the tables and the journal. To make them again: telar journal rebuild
    }
cli-journal-rebuilt = The tables were made again: { $facts } facts, { $tables } tables, { $rows } rows.

cli-backup-progress = Backing up
cli-backup-done = Backup made: { $file } ({ $facts } facts, { $bytes } bytes). Head: { $head }
cli-backup-open = The backup is not encrypted: whoever has it reads people's data. To encrypt it: --passphrase-file or --recipient.
cli-backup-exists = { $file } exists already. It was not touched.
cli-backup-exists-remedy = Give another name, for example with the date.
cli-backup-recipient = The public key is not one of age.
cli-backup-recipient-remedy = It begins with age1 and comes from age-keygen.
cli-backup-disk-full = There is no space for the backup. Nothing was left half made.
cli-passphrase-unreadable = { $file } cannot be read: { $cause }
cli-passphrase-empty = The first line of { $file } is empty.

cli-restore-progress = Restoring
cli-restore-done = Restored into { $folder }: { $facts } facts, { $rows } rows. This site begins epoch { $epoch }.
cli-restore-redacted = Erasures carried out again: { $count }
cli-restore-no-redactions = If somebody's data were erased after this backup, they are back. To erase them again, restore with --redactions and the list of erasures.
cli-restore-occupied = There are data in { $folder } already. They were not touched.
cli-restore-occupied-database = There are data in that PostgreSQL database already. They were not touched.
cli-restore-occupied-remedy = Restore into an empty folder (or database): telar restore FILE --data ANOTHER
cli-restore-sealed = { $file } is encrypted. Nothing was written.
cli-restore-sealed-remedy = Give the passphrase with --passphrase-file or the key with --identity.
cli-restore-wrong-key = That passphrase or key does not open { $file }. Nothing was written.
cli-restore-damaged = { $file } is damaged or not whole: { $cause }. Nothing was written.
cli-restore-damaged-remedy = Use another backup.
cli-restore-not-ours = { $file } is no backup of Telar. Nothing was written.
cli-restore-newer = { $file } is of a newer version of Telar. Nothing was written.

cli-doctor-country = Country "{ $country }": { $numbers } confirmed numbers under "Who to tell?"
cli-doctor-good = good
cli-doctor-warning = warning
cli-doctor-wrong = wrong
cli-doctor-mend = → { $remedy }
cli-doctor-sum =
    { $wrong ->
        [0] { $warnings ->
            [0] All is well.
            [one] Nothing is wrong; there is one warning.
           *[other] Nothing is wrong; there are { $warnings } warnings.
        }
        [one] There is one thing to mend, and { $warnings } to look at.
       *[other] There are { $wrong } things to mend, and { $warnings } to look at.
    }
cli-doctor-folder-missing = The folder { $folder } does not exist yet; the first start makes it.
cli-doctor-folder-writable = { $folder } can be written.
cli-doctor-in-use = Telar runs in { $folder }.
cli-doctor-free = Nobody uses { $folder } now.
cli-doctor-no-store = There is no database yet ({ $file }); the first start makes it.
cli-doctor-no-store-database = The database { $database } is empty; the first start makes there what it needs.
cli-doctor-unfinished = The first start in { $place } did not end; the next one ends it.
cli-doctor-intact = The database is intact: { $facts } facts, epoch { $epoch }.
cli-doctor-durable = The database waits for the disk before it confirms.
cli-doctor-space = Free space in { $folder }: { $free } MB.
cli-doctor-space-remedy = Move old backups to another disk; to see what takes space: du -xh --max-depth=1 / | sort -h
cli-doctor-clock = The clock says { $now }.
cli-doctor-clock-wrong = The clock says { $now }: certificates would carry another date.
cli-doctor-port-free = { $address } is free to listen on.
cli-doctor-port-served = Telar listens on { $address }.
cli-doctor-url = People come in by { $url }.
cli-doctor-url-plain = The public address { $url } begins with http, but the site is encrypted.
cli-doctor-url-no-tls = The public address { $url } begins with https, but nothing is encrypted here.
cli-doctor-url-no-tls-remedy = If another server in front encrypts, listen on 127.0.0.1 only; if not: tls = "acme"
cli-doctor-url-other-domain = The public address { $url } is not the certificate's ({ $domain }).
cli-doctor-url-unset = The public address is missing; links and QR codes would carry { $url }.
cli-doctor-url-unset-remedy = public_url = "https://your-domain"
cli-doctor-tls-files = The certificate { $file } and its key are readable.
cli-doctor-acme = The certificate for { $domain } is asked for and renewed by ACME.
cli-doctor-acme-port = The certificate for { $domain } is asked for through port 443, and this site listens on { $port }.
cli-doctor-acme-port-remedy = listen = "[::]:443", or let the firewall lead 443 to that port
cli-doctor-readable = Anybody on this machine can read { $path }.
cli-doctor-no-backup = No backup has been made yet.
cli-doctor-old-backup = The last backup is of { $at }.
cli-doctor-backup = The last backup is of { $at }.

cli-questions-about = Brings questions from other platforms and takes them there
cli-questions-import-about = Reads a GIFT, Moodle XML or AIKEN file and writes its questions as they stand in a quiz or a pool
cli-questions-export-about = Writes the questions of one of the programme's quizzes as GIFT or Moodle XML
cli-argument-questions = The file with the questions
cli-value-quiz = QUIZ
cli-value-name = NAME
cli-flag-format-in = The file's format: gift, moodle or aiken
cli-flag-format-out = The format to write: gift or moodle
cli-flag-written-in = The language of the questions; that of the messages if left out
cli-flag-question-name = What each question's name begins with: q gives q-01, q-02…
cli-flag-quiz = The quiz's id, as it stands in the programme
cli-questions-unread = { $file } could not be read: { $why }
cli-questions-imported =
    { $count ->
        [one] One question. Look it through, give it its difficulty and explanations, and paste it into your file.
       *[other] { $count } questions. Look them through, give them their difficulty and explanations, and paste them into your file.
    }
cli-questions-exported = { $carried } of { $all } questions written.
cli-questions-no-quiz = The programme has no quiz «{ $quiz }».
cli-questions-no-quiz-remedy = It has these: { $known }
cli-questions-no-language = The programme is not in «{ $language }», but in: { $languages }
cli-questions-too-large = { $file } has more than { $megabytes } MB.
cli-questions-too-large-remedy = Export it in parts, without pictures and attached files.
cli-questions-not-utf8 = { $file }, line { $line }: the text is not in UTF-8.
cli-questions-not-utf8-remedy = Open it in a text editor and save it with the encoding UTF-8.
cli-questions-bad-xml = { $file }, line { $line }: this is no Moodle XML file that can be read.
cli-questions-bad-xml-remedy = Export it again from the question bank, as «Moodle XML».
cli-questions-entities = { $file }, line { $line }: it has a document type or an entity of its own, and those are not read.
cli-questions-entities-remedy = Take that line out, or write the letter itself (á instead of &aacute;).
cli-questions-nothing = There is no question in { $file } that can be read.
cli-questions-nothing-remedy = Check that the format given is that of the file.
cli-questions-too-many = { $file } has more than { $most } questions.
cli-questions-too-many-remedy = Export it by category, in several files.
cli-left-form = could not be carried: the other side has no such form of question ({ $form })
cli-left-unreadable = could not be read; { $expected } was expected
cli-left-picture = was carried without its picture or file
cli-left-weights = was carried without the weight of each answer: here every right one is worth the same
cli-left-penalty = was carried without the penalty of wrong answers: here each takes away what a right one gives
cli-left-numbers = only its first right number was carried: here no other number or range is worth a part
cli-left-table = it has a table: its cells were carried one after the other, and have to be put in order by hand
cli-left-script = carried without a script or form that was in it
cli-left-alike = it has two options that read the same: change one, or the package cannot be imported
cli-left-case = here capital and small letters are the same
cli-left-units = was carried without its units
cli-left-feedback = was carried without a part of its explanations
cli-left-pattern = has a * which here is an asterisk and no more
cli-left-criteria = was carried without the criteria of whoever reads it
cli-left-category = categories are not carried

# telar certificates
cli-certificates-about = Issue or print the certificates of a cohort
cli-certificates-issue-about = Issue the certificate of everybody who completed the programme and has none; with the site stopped
cli-certificates-issued =
    { $count ->
        [0] Nobody in that cohort waits for a certificate.
        [one] 1 certificate issued.
       *[other] { $count } certificates issued.
    }
cli-certificates-not-authority = The certificates of cohort “{ $cohort }” are issued on another server. Nothing was changed here.
cli-certificates-not-authority-do = Run this command on the server where the cohort was opened.
cli-certificates-print-about = Print every certificate of a cohort that is in force, a PDF each; may run beside the site
cli-flag-cohort = The cohort: the code of its link, or its id
cli-flag-to = The folder for the PDFs; it is made if it is not there
cli-certificates-progress = Certificates
cli-certificates-no-cohort = There is no cohort “{ $cohort }”.
cli-certificates-no-cohort-do = Use the code at the end of the cohort’s link.
cli-certificates-address = The certificates will say that they are checked at { $url }. If people reach the site at another address, give it with --public-url.
cli-certificates-exists = In { $folder } there is another file { $name }, with other content. It was not changed.
cli-certificates-exists-do = Use another folder, or remove that file.
cli-certificates-paper = Certificate { $number } could not be printed: { $cause }
cli-certificates-done =
    { $all ->
        [0] There are no certificates in force in that cohort.
        [one] 1 certificate in { $folder }; { $same } was there already, the same.
       *[other] { $all } certificates in { $folder }; { $same } were there already, the same.
    }
cli-programme-export-about = Write an imported version as the folder that it came from, equal to the byte
cli-value-slug = NAME
cli-value-version = VERSION
cli-flag-slug = The programme's slug, as it stands in programme.toml
cli-flag-label = The version, as it stands in programme.toml; left out, the one imported last
cli-flag-export-to = The folder to write; new or empty
cli-programme-export-taken = The folder { $folder } is not empty. Nothing was changed.
cli-programme-export-taken-do = Use a new folder.
cli-programme-export-none = There is no programme "{ $slug }" with that version.
cli-programme-export-known = There are: { $known }.
cli-programme-export-not-kept = This version was imported when folders were not kept yet.
cli-programme-export-not-kept-do = Import the same folder again: it is kept then, and nothing else changes.
cli-programme-exported = { $files } files of version { $label } were written to { $folder }.
cli-programme-whole = all
cli-programme-to-review = A professional still has to check { $count }:
cli-flag-demo-programme = Another programme to show: its folder
