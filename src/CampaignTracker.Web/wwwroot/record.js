// What a form does while somebody types. Without this the same is said after sending.

const later = (run, wait = 200) => { let timer; return (...given) => { clearTimeout(timer); timer = setTimeout(() => run(...given), wait); }; };

// What the address of this page begins with, where it names a language.
const language = location.pathname.match(/^\/[a-z]{2}(?=\/)/)?.[0] ?? "";

async function ask(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  return answer.ok ? answer.json() : null;
}

// How a date was understood.
for (const input of document.querySelectorAll("input[data-date]")) {
  const output = document.getElementById(`${input.id}-read`);
  input.addEventListener("input", later(async () => {
    const typed = input.value;
    const reading = await ask(`${language}/record/date?text=${encodeURIComponent(typed)}`);
    if (typed !== input.value || !reading) return;
    output.textContent = reading.understood ?? (reading.problem ? `${typed} ${reading.problem}` : "");
    output.classList.toggle("unread", Boolean(reading.problem));
  }));
}

// Subjects and events, found by typing: a combobox with a listbox, by the keys of the ARIA Authoring Practices.
for (const input of document.querySelectorAll("input[data-find]")) {
  const list = document.createElement("ul");
  list.id = `${input.id}-found`;
  list.className = "found";
  list.role = "listbox";
  list.hidden = true;
  list.setAttribute("aria-label", input.labels[0]?.textContent.trim() ?? "");
  input.after(list);
  input.removeAttribute("list");
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) input.setAttribute(name, value);
  let at = -1;

  const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const mark = (next) => {
    const options = [...list.children];
    if (options.length === 0) return;
    at = (next + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    input.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  };
  const forget = () => document.getElementById(`${input.id}-pick`)?.remove();
  const choose = (option) => {
    forget();
    if (option.dataset.kind) {
      // The server opens it when the form is sent, and asks for what is missing.
      const pick = Object.assign(document.createElement("input"), { type: "hidden", id: `${input.id}-pick`, name: `${input.name}~`, value: `+${option.dataset.kind}` });
      input.after(pick);
    } else input.value = option.dataset.value;
    close();
  };
  const show = (offers, typed) => {
    const rows = offers.map((offer) => ({ text: offer.text, hint: offer.hint, value: offer.text }));
    for (const kind of typed.trim() ? (input.dataset.kinds ?? "").split(" ").filter(Boolean) : []) {
      rows.push({ text: input.dataset.new.replace("{0}", kind.toLowerCase()).replace("{1}", typed.trim()), hint: "", kind });
    }
    list.replaceChildren(...rows.map((row, i) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${i}`;
      option.role = "option";
      option.textContent = row.text;
      if (row.hint) { const hint = document.createElement("span"); hint.className = "note"; hint.textContent = ` ${row.hint}`; option.append(hint); }
      if (row.kind) option.dataset.kind = row.kind; else option.dataset.value = row.value;
      option.addEventListener("mousedown", (event) => { event.preventDefault(); choose(option); });
      return option;
    }));
    at = -1;
    list.hidden = rows.length === 0;
    input.setAttribute("aria-expanded", String(rows.length > 0));
  };
  const look = later(async () => {
    const typed = input.value;
    const subject = document.querySelector("input[name=subject]")?.value ?? "";
    const offers = await ask(`${input.dataset.find}&text=${encodeURIComponent(typed)}&subject=${encodeURIComponent(subject)}`);
    if (offers && typed === input.value && document.activeElement === input) show(offers, typed);
  });
  input.addEventListener("input", () => { forget(); look(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) look(); else mark(at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1));
    } else if (event.key === "Enter" && !list.hidden && at >= 0) {
      event.preventDefault();
      choose(list.children[at]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
}

// The list of what can be recorded, narrowed while one types; Enter takes the first, the arrow goes into the list.
for (const form of document.querySelectorAll("form[data-types]")) {
  const input = form.querySelector("input[name=find]");
  const none = document.querySelector("[data-none]");
  const rows = [...document.querySelectorAll("section.types li")].map((row) => ({ row, text: row.textContent.toLowerCase(), name: row.querySelector("a").textContent.toLowerCase() }));
  const narrow = () => {
    const words = input.value.toLowerCase().split(/[\s_]+/).filter(Boolean);
    for (const { row, text } of rows) row.hidden = !words.every((word) => text.includes(word));
    for (const section of document.querySelectorAll("section.types")) section.hidden = !section.querySelector("li:not([hidden])");
    none.hidden = rows.some(({ row }) => !row.hidden);
  };
  const first = () => {
    const left = rows.filter(({ row }) => !row.hidden);
    const typed = input.value.toLowerCase().replaceAll("_", " ").trim();
    return (left.find(({ name }) => name.startsWith(typed)) ?? left.find(({ name }) => name.includes(typed)) ?? left[0])?.row.querySelector("a");
  };
  input.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => { const link = first(); if (link) { event.preventDefault(); link.click(); } });
  input.addEventListener("keydown", (event) => { if (event.key === "ArrowDown") { event.preventDefault(); first()?.focus(); } });
  narrow();
}
