// A form that sends a file: a file that is too large is refused before it takes a minute to send, and the way it has come is shown. Without
// this script the form sends itself, and the server says the same.

export function upload(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return;
  const file = form.querySelector<HTMLInputElement>("input[type=file]");
  const bar = form.querySelector("progress");
  const line = form.querySelector<HTMLElement>("[data-part=sending]");
  if (!file || !bar || !line) return;
  const say = (words: string): void => {
    line.textContent = words;
    line.hidden = words === "";
  };
  file.addEventListener("change", () => {
    const large = (file.files?.[0]?.size ?? 0) > Number(form.dataset["largest"]);
    file.setCustomValidity(large ? (form.dataset["wordsLarge"] ?? "") : "");
    say(file.validationMessage);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    const request = new XMLHttpRequest();
    const end = (words: string): void => {
      bar.hidden = true;
      if (button) button.disabled = false;
      say(words);
    };
    request.upload.addEventListener("progress", (step) => {
      if (step.lengthComputable) bar.value = step.loaded / step.total;
    });
    request.addEventListener("load", () => {
      // Kept: the page it leads to. Refused: the page with what to mend, in place of this one; files are chosen again.
      if (request.status < 400) return location.replace(request.responseURL || location.href);
      document.open();
      document.write(request.responseText);
      document.close();
    });
    request.addEventListener("error", () => end(form.dataset["wordsFailed"] ?? ""));
    request.open("POST", form.action);
    request.send(new FormData(form));
    bar.hidden = false;
    if (button) button.disabled = true;
    say(form.dataset["wordsSending"] ?? "");
  });
}
