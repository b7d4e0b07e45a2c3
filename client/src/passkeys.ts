// The script of the pages where a key on this phone is made or used. It comes after the script of every page.

import { passkey } from "./behaviours/passkey";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) passkey(form);
