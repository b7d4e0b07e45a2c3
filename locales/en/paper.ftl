# What is printed: the certificate of participation, the slips with a PIN, the poster.

paper-certificate-title = Certificate of participation
paper-certificate-lead = Issued to
paper-certificate-body = for taking part in the programme “{ $programme }” (version { $version }) with the cohort “{ $cohort }”, from { $starts } to { $ends }, and completing its activities.
paper-certificate-body-so-far = for taking part in the programme “{ $programme }” (version { $version }) with the cohort “{ $cohort }”, from { $starts } up to the date of this certificate, and completing its activities.
paper-certificate-body-to-date = for taking part, up to the date of this certificate, in the programme “{ $programme }” (version { $version }) with the cohort “{ $cohort }”, and completing its activities.
paper-certificate-endorsed = Endorsed by
paper-certificate-hours-own = In one’s own time
paper-certificate-hours-live = Live, at a distance
paper-certificate-hours-in-person = In person
paper-certificate-hours-total = Total
paper-certificate-hours-value =
    { $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    }
paper-certificate-weave = Weave of { $all } activities, { $done } done
paper-certificate-number = Number
paper-certificate-place = Guatemala
paper-certificate-verify = Check this certificate at
paper-certificate-chain = Seal of the record
paper-certificate-chain-value = chain { $chain } · signature { $signature } · key { $key }
paper-certificate-not-competence = This certificate says that the person took part. It does not certify competence.

paper-slips-title = Slips to sign in: { $cohort }
paper-slip-code = Code
paper-slip-pin = PIN
paper-slip-step-open = Open the address or scan the square.
paper-slip-step-type = Type your code and your PIN.
paper-slip-step-go = Go on where you stopped: nothing is lost.
paper-slip-keep = Keep this paper. Whoever has it signs in as you.

paper-poster-title = Join with your phone
paper-poster-subtitle = { $programme } · { $cohort }
paper-poster-step-open = Scan the square with the camera, or type the address.
paper-poster-step-fill = Fill in five things: name, sector, place of work, municipality and language.
paper-poster-step-start = Start. You can stop and go on whenever you like.
paper-poster-footer = { $organisation } · from { $starts } to { $ends }

paper-letter-title = Letter of nomination
paper-letter-before = { $organisation } names the people in this list to take part in "{ $programme }", group { $cohort }, { $dates }.
paper-letter-name = Full name
paper-letter-post = Post
paper-letter-time = These people will have the time that the programme asks for, and its days in person count as work.
paper-letter-safe = As far as we know, nothing stands against any of them working with children and adolescents.
paper-letter-sign = Name, post, signature and stamp
