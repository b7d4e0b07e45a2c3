// The script of pages that show what is on the phone: downloads, what opens without signal, a quiz without signal, what waits. It
// adds to the script of every page and comes after it.

import "./downloads/left_over";
import "./downloads/space";
import "./downloads/topic_download";
import "./leaving/unsent_choice";
import "./offline/list";
import "./offline/quiz";
import "./outbox/list";
