// A list of 340 municipalities is long on a phone: a second list of the 22 departments narrows it. Without script the one
// list stands, grouped by department.

export function narrowByDepartment(field: HTMLElement): void {
  const places = field.querySelector("select");
  const label = field.dataset["label"];
  if (places === null || label === undefined) return;
  const groups = Array.from(places.querySelectorAll("optgroup"));
  const empty = places.options[0];
  const chosen = places.selectedOptions[0]?.closest("optgroup");

  const departments = document.createElement("select");
  departments.id = "department";
  departments.add(new Option(empty?.text ?? "", ""));
  for (const group of groups) departments.add(new Option(group.label, group.label, false, group === chosen));
  const title = document.createElement("label");
  title.htmlFor = departments.id;
  title.textContent = label;
  field.prepend(title, departments);

  const narrow = (): void => {
    const kept = places.value;
    places.textContent = "";
    if (empty !== undefined) places.add(empty);
    const group = groups.find((one) => one.label === departments.value);
    for (const option of group === undefined ? [] : Array.from(group.children)) places.append(option.cloneNode(true));
    places.value = kept;
    if (places.selectedIndex < 0) places.selectedIndex = 0;
    places.disabled = group === undefined;
  };
  departments.addEventListener("change", narrow);
  narrow();
}
