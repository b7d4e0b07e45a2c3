// The script of the server's pages of a quiz. It adds to the script of every page and comes after it.

import { holdBack, keepWhileTyping } from "./behaviours/answer_form";
import { countLetters } from "./behaviours/longest";
import { orderings } from "./behaviours/ordering";
import { followQuestions } from "./behaviours/questions";
import { noticeAttempt } from "./offline/notice_attempt";

noticeAttempt();
holdBack();
keepWhileTyping();
orderings(document);
countLetters(document);
for (const page of document.querySelectorAll<HTMLElement>("save-answers[data-attempt]")) followQuestions(page);
