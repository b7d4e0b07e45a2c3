# Lists of people for a cohort: sent, looked through, taken and, for a day, taken back.

list-title = List of people
list-lead = Send the list that you already have in Excel or CSV. First you see each row with what is proposed for it; nobody is registered until you confirm.
list-send = Send a list
list-file = Excel file (.xlsx) or CSV
list-file-note = Up to { $rows } rows and { $largest }. One column headed “Name” is enough; the others are known by their heads.
list-send-button = Send and review
list-send-note = You can leave it and come back: it is kept for seven days and nobody is registered.
list-template = Template
list-template-note = A sheet with the heads that Telar knows. Columns that you do not need can be deleted or left empty.
list-template-file = people-template
list-template-excel = Excel template
list-numbers-not-kept = This site keeps no identity numbers: that column is not read.
list-export = The people of the cohort
list-export-note = The same sheet, filled in with those who are in the cohort or were named. Identity numbers are not in it.
list-export-excel = People, in Excel
list-people-file = people
list-before = Lists that were sent
list-before-none = None has been sent yet.
list-author-gone = Somebody who is no longer here
list-line = { $author }, { $day } · { $rows ->
        [one] one row
       *[other] { $rows } rows
    }
list-line-taken = { $author }, { $day } · { $named } of { $rows } rows, named
list-state-broken = did not arrive whole
list-state-draft = to be confirmed
list-state-taking = under way
list-state-taken = taken
list-state-undoing = being undone
list-state-undone = undone

## What cannot be read.
list-refused-no-file = Choose a file.
list-refused-not-a-table = That file is neither Excel (.xlsx) nor CSV, or it is damaged. Open it in Excel and save it as “Excel Workbook (.xlsx)”.
list-refused-many = The list has more than { $rows } rows. Split it into two files and send one after the other.
list-refused-empty = The first sheet of the file is empty. If the people are on another sheet, put that one first.
list-refused-heads = None of the first rows says which column holds the names. Write “Name” above that column, or use the template.
list-refused-nobody = Nobody stands below the heads.

## Before confirming.
list-before-taking = If you confirm it
list-came-of-it = What came of it
list-nothing = Nothing changed.
list-fact-new = { $count ->
        [one] One new person will be named
       *[other] { $count } new people will be named
    }
list-fact-known = { $count ->
        [one] One person who has an account will be named with it
       *[other] { $count } people who have an account will be named with it
    }
list-fact-here = { $count ->
        [one] One is in the cohort or was named already: nothing changes
       *[other] { $count } are in the cohort or were named already: nothing changes
    }
list-fact-double = { $count ->
        [one] One row repeats another of the same list: it is taken once
       *[other] { $count } rows repeat others of the same list: they are taken once
    }
list-fact-faulty = { $count ->
        [one] One row cannot be taken until its name is mended
       *[other] { $count } rows cannot be taken until their names are mended
    }
list-fact-left-out = { $count ->
        [one] One row stays out because you took it out
       *[other] { $count } rows stay out because you took them out
    }
list-fact-beyond = { $free ->
        [0] The cohort has no free places
        [one] The cohort has a single free place
       *[other] The cohort has { $free } free places
    }: { $count ->
        [one] one row does not fit
       *[other] { $count } rows do not fit
    }. You can raise the places in “Admission” before you confirm.
list-unused = Columns that are not read: { $heads }
list-take = { $count ->
        [0] Nobody else fits
        [one] Name one person
       *[other] Name { $count } people
    }
list-take-note = A place is kept for each, and she accepts herself when she enters. You can undo it for a day.
list-nobody-new = This list brings nobody new.
list-discard = Throw this list away
list-rest = Download the rows that are not taken
list-rest-note = With what has to be mended beside each. Mend them in Excel and send that file. Identity numbers are not in it.

## Meanwhile and after.
list-taking = { $done } of { $all } have been taken
list-undoing = { $done } of { $all } have been undone
list-interrupted = The work was interrupted. Nothing was lost or done twice.
list-go-on = Go on from where it was
list-fact-named = { $count ->
        [one] One new person, named
       *[other] { $count } new people, named
    }
list-fact-invited = { $count ->
        [one] One person named with the account that she had
       *[other] { $count } people named with the accounts that they had
    }
list-fact-met = { $count ->
        [one] One came in by another way meanwhile
       *[other] { $count } came in by another way meanwhile
    }
list-fact-no-place = { $count ->
        [one] One found no place
       *[other] { $count } found no place
    }
list-fact-gone = { $count ->
        [one] One was erased: she had never entered
       *[other] { $count } were erased: they had never entered
    }
list-fact-withdrawn = { $count ->
        [one] One is no longer named and keeps her account
       *[other] { $count } are no longer named and keep their accounts
    }
list-fact-stayed = { $count ->
        [one] One stays: she had accepted, or it had been decided about her
       *[other] { $count } stay: they had accepted, or it had been decided about them
    }
list-fact-stayed-out = { $count ->
        [one] One row was not taken
       *[other] { $count } rows were not taken
    }
list-undo = Undo this list
list-undo-note = Until { $day } at { $time }. Whoever came by this list and has never entered is erased; whoever has accepted stays.
list-undo-late = A day has gone by: this list can no longer be undone. You can withdraw each person in “Admission”.

## The rows.
list-rows = Rows
list-shows = Which rows to see
list-show-remarks = With something to say
list-show-all = All
list-rows-none = No rows of that kind.
list-pages = Pages
list-previous = Previous
list-next = Next
list-page = { $page } of { $pages }
list-row-title = Row { $row }
list-row-number = Her identity number is already kept under lock. Write it only if it has to change.
list-row-save = Save this row
list-has-number = with identity number
list-mend = Mend
list-mend-label = Mend row { $row }, { $name }
list-out = Take out
list-in = Take in again
list-out-label = Take row { $row } out or in, { $name }
list-stand-new = new
list-stand-known = has an account
list-stand-here = already here
list-stand-double = repeated
list-stand-faulty = to be mended
list-stand-left-out = out
list-outcome-named = named
list-outcome-invited = named with her account
list-outcome-no-place = no place
list-outcome-gone = erased
list-outcome-withdrawn = withdrawn
list-outcome-stayed = stays

## What there is to say of a row.
list-remark-mended = { $field }: it said “{ $written }”; “{ $kept }” is kept.
list-remark-emptied = { $field }: “{ $written }” is not understood; it stays empty, and she can fill it in when she accepts.
list-remark-several = Municipality: several are called “{ $written }”. Add a column “Department” or mend the row; otherwise it stays empty.
list-remark-number-length = CUI: it does not have 13 digits. It is kept as it is.
list-remark-number-check = CUI: one digit does not agree with the others. It is kept as it is.
list-remark-number-place = CUI: its last four digits are no municipality's. It is kept as it is.
list-remark-number-placeholder = CUI: it repeats a single digit. It is kept as it is.
list-remark-number-not-kept = CUI: this site does not keep it.
list-remark-formula = Name: it begins with a sign that a spreadsheet takes for a formula. Mend it.
list-remark-namesake = She has the same name as row { $row }, with another place or number: they are taken as two people.
list-remark-namesake-here = Somebody in the cohort has the same name, with another place or number: they are taken as two people.
list-remark-other-name = The CUI belongs to an account with another name: that account will be named. Check that it is the same person.
list-remark-double = She is the same person as row { $row }.
list-path-first-account = First account
list-path-interview = Interview
list-review = Review
list-in-cohort = In the cohort
list-sheet = People
list-rest-file = rows-to-mend
