## Kinds of organisations.
org-kind-ministry = Ministry
org-kind-network = Network of services (area, directorate or district)
org-kind-hospital = Hospital
org-kind-health-centre = Health centre
org-kind-health-post = Health post
org-kind-court = Court
org-kind-prosecutor = Prosecutor’s office
org-kind-police = Police
org-kind-attorney-general = Attorney general’s office
org-kind-forensic = Forensic sciences
org-kind-state-body = Another body of the State
org-kind-school = School
org-kind-university = University
org-kind-municipality = Municipality
org-kind-ngo = Association or organisation
org-kind-other = Other

## The list.
org-title = Organisations
org-open = Organisations
org-intro = People write where they work as they know it. Here you say which organisation each name is, so that counts are right and all pages call it the same. What people wrote does not change.
org-search-label = Name
org-search-hint = Part of the name is enough, with or without accents. Other names are looked through too.
org-search = Find
org-none = There are no organisations yet. Add the first, or begin with what people have written.
org-none-read = There are no organisations yet. Whoever administers the site adds them.
org-found-none = None has that name. Try with part of the name.
org-found =
    { $count ->
        [one] One organisation.
       *[other] { $count } organisations.
    }
org-people =
    { $count ->
        [0] nobody yet
        [one] one person
       *[other] { $count } people
    }
org-add = Add an organisation
org-page = Page { $page } of { $pages }
org-page-before = Before
org-page-after = Next
org-sorting-open = Sort what people wrote
org-sorting-waits =
    { $count ->
        [one] One name that people wrote is of no organisation yet.
       *[other] { $count } names that people wrote are of no organisation yet.
    }
org-back = Back to the organisations

## The form.
org-new-title = Add an organisation
org-name = Name
org-name-hint = As the organisation calls itself. If you change it, the one before stays among the other names.
org-other-names = Other names
org-other-names-hint = One a line: short forms and ways of writing it, such as “MP”.
org-kind = What it is
org-kind-choose = Choose what it is
org-sector = Sector
org-sector-none = No sector
org-parent = Belongs to
org-parent-hint = The name of the organisation that it is part of. Leave it empty if it is part of none.
org-seat = Where it is
org-seat-none = No place
org-seat-department = { $department }: the whole department
org-logo = Logo
org-logo-hint = A PNG or JPEG image of { $size } at most. It is kept small and without what the camera wrote in it.
org-logo-remove = Remove the logo
org-logo-of = Logo of { $name }
org-keep = Save
org-keep-new = Add
org-optional = optional

## What has to be mended.
org-refused-fields = Look at what is marked below. What you wrote is still here; if you had chosen an image, choose it again.
org-refused-many = No more organisations fit in this site: there are { $most }. Merge those that are the same.
org-refused-name = Write the name: 2 to 160 letters, without the signs < and >.
org-refused-taken = That name is already of “{ $name }”. If it is the same, it need not be added; if not, write something that tells them apart, such as the municipality.
org-refused-other-name = “{ $line }” is no name: 2 to 160 letters, without the signs < and >.
org-refused-other-names = Too many: { $most } names fit.
org-refused-other-taken = “{ $line }” is already a name of “{ $name }”. Take it out here, or merge the two organisations.
org-refused-sector = Choose a sector from the list.
org-refused-kind = Choose what it is.
org-refused-parent = No organisation has that name. Write one of the names of the list, or add it first.
org-refused-parent-below = That organisation is within this one: neither can be within the other.
org-refused-parent-deep = There would be more than { $most } levels. Choose one that is higher up.
org-refused-seat = Choose a place from the list.
org-refused-logo-large = The file is over { $size }. Save it smaller and choose it again.
org-refused-logo-wide = The image is over { $pixels } pixels wide or high. Save it smaller and choose it again.
org-refused-logo-format = That is neither a PNG nor a JPEG image. Save it as one and choose it again.
org-refused-logo-broken = The image is incomplete or damaged. Choose another copy.

## One of them.
org-also = Also written
org-people-title = People
org-people-own = { $people } wrote one of its names.
org-people-one = One person wrote one of its names.
org-people-none = Nobody has written one of its names yet.
org-people-under = With those within it: { $count }.
org-under = Organisations within it
org-under-none = None.
org-change = Change
org-kept = Done: it is saved.
org-merged = Done: they are one now.
org-separated = Done: it is an organisation of its own again.
org-double = The same as { $name }
org-double-note = Merged on { $day }{ $by }. Reason: { $reason }
org-double-go = See { $name }
org-by = , by { $name }
org-doubles = Merged into it
org-separate = Separate
org-separate-note = If it was not the same, separate it: it has its names again and what was within it.
org-separate-button = Separate again
org-merge = The same as another
org-merge-note = This one leaves the list. Its names, what is within it and its logo (if the other has none) go to the other. It can be undone.
org-merge-into = Which one stays?
org-merge-reason = Reason
org-merge-reason-hint = For example: “The same, with its short name”.
org-merge-button = Merge
org-merge-refused-into = No organisation has that name. Write one of the names of the list.
org-merge-refused-same = It is the same already.
org-merge-refused-below = The one that would stay is within this one. Open the other and merge it into this one.
org-merge-refused-deep = There would be more than { $most } levels. First change what those within it belong to.
org-refused-reason = Write the reason: 3 to 300 letters.

## What was done with it.
org-changes = What was done
org-change-made = It was added as “{ $name }”.
org-change-name = It was called “{ $before }”; it is called “{ $after }”.
org-change-added = Another name: “{ $name }”.
org-change-gone = It left the name “{ $name }”.
org-change-kind = What it is: { $kind }.
org-change-sector = It changed its sector.
org-change-parent = It belongs to { $name }.
org-change-parent-none = It belongs to no other.
org-change-seat = Place: { $seat }.
org-change-seat-none = It has no place now.
org-change-logo = It has another logo.
org-change-logo-gone = The logo was removed.
org-change-merged = It was merged into “{ $name }”. Reason: { $reason }
org-change-separated = It was separated again. Reason: { $reason }
org-change-took = “{ $name }” was merged into it. Reason: { $reason }

## Sorting what people wrote.
org-sorting-title = What people wrote
org-sorting-note = These are names that somebody wrote and that are of no organisation yet. Say of which they are, or make each an organisation. Proposals look alike in writing; you decide.
org-sorting-none = There is nothing to sort: all that people wrote is of some organisation.
org-sorting-make = Make an organisation
org-sorting-make-label = Make an organisation: { $text }
org-sorting-same = It is “{ $name }”
org-sorting-same-label = “{ $text }” is “{ $name }”
org-sorting-other = The same as another
org-sorting-which = Which organisation is “{ $text }”?
org-sorting-say = This one
org-sorting-done = Done: that name is of “{ $name }” now.
org-sorting-called = in a call for nominations
org-sorting-taken = That name is already of “{ $name }”.
org-sorting-names = “{ $name }” has { $most } names already. Take out one that is of no use.
org-sorting-text = That text cannot be a name. Make the organisation and write its name.
org-pairs = May be the same
org-pairs-note = Their names are alike. Look before you merge: two villages may have nearly the same name.
org-pair-look = Look and merge
org-pair-label = Look and merge: { $one } and { $other }
