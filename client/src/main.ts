// Everything works without this script; it only adds. An element says by `data-behaviour` what it wants, a form by `data-outbox`.

import { narrowByDepartment } from "./behaviours/departments";
import { quickExit, stayAway } from "./behaviours/quick_exit";
import { defineSaveAnswers } from "./behaviours/save_answers";
import { adopt } from "./outbox/adopt";
import { showBar } from "./outbox/bar";
import { defineList } from "./outbox/list";
import { start } from "./outbox/outbox";

const behaviours: Record<string, (element: HTMLElement) => void> = {
  "quick-exit": quickExit,
  departments: narrowByDepartment,
};

stayAway();
adopt();
showBar();
defineSaveAnswers();
defineList();
for (const element of document.querySelectorAll<HTMLElement>("[data-behaviour]")) {
  behaviours[element.dataset["behaviour"] ?? ""]?.(element);
}
start();
