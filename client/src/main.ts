// Everything works without this script; it only adds. An element says by `data-behaviour` what it wants.

import { narrowByDepartment } from "./behaviours/departments";
import { quickExit, stayAway } from "./behaviours/quick_exit";
import "./behaviours/save_answers";

const behaviours: Record<string, (element: HTMLElement) => void> = {
  "quick-exit": quickExit,
  departments: narrowByDepartment,
};

stayAway();
for (const element of document.querySelectorAll<HTMLElement>("[data-behaviour]")) {
  behaviours[element.dataset["behaviour"] ?? ""]?.(element);
}
