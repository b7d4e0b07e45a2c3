// Everything works without this script; it only adds. An element says by `data-behaviour` what it wants, a form by `data-outbox`.

import { prepareForOffline } from "./offline/offline";
import { narrowByDepartment } from "./behaviours/departments";
import { quickExit, stayAway } from "./behaviours/quick_exit";
import { defineSaveAnswers } from "./behaviours/save_answers";
import { signOut } from "./behaviours/sign_out";
import { upload } from "./behaviours/upload";
import { offlineLine } from "./offline/line";
import { adopt, held, isBusy, isKnown, isUntouched } from "./outbox/adopt";
import { showBar } from "./outbox/bar";
import { newId } from "./outbox/effects";
import { say, unsay } from "./outbox/form";
import { outbox, start } from "./outbox/outbox";
import { lend } from "./shared";
import { open } from "./vault/vault";

const behaviours: Record<string, (element: HTMLElement) => void> = {
  "quick-exit": quickExit,
  "sign-out": signOut,
  departments: narrowByDepartment,
  upload,
  "offline-line": offlineLine,
};

stayAway();
adopt();
showBar();
defineSaveAnswers();
for (const element of document.querySelectorAll<HTMLElement>("[data-behaviour]")) {
  behaviours[element.dataset["behaviour"] ?? ""]?.(element);
}
start();
lend({ open, outbox, held, isBusy, isKnown, isUntouched, say, unsay, newId, back: prepareForOffline() });
