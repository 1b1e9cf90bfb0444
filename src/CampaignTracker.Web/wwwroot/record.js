// What a form does while somebody types. Without this the same is said after sending.

const later = (run, wait = 200) => { let timer; return (...given) => { clearTimeout(timer); timer = setTimeout(() => run(...given), wait); }; };

// What the address of this page begins with, where it names a language.
const language = location.pathname.match(/^\/[a-z]{2}(?=\/)/)?.[0] ?? "";

async function ask(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  return answer.ok ? answer.json() : null;
}

// How a date was understood.
function readDate(input) {
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
function find(input) {
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
    } else if (event.key === "Enter") {
      // A person is chosen by it, and no form sent.
      event.preventDefault();
      if (!list.hidden && at >= 0) choose(list.children[at]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
}

function enliven(within) {
  for (const input of within.querySelectorAll("input[data-date]")) readDate(input);
  for (const input of within.querySelectorAll("input[data-find]")) find(input);
}
enliven(document);

// What is chosen and what is typed of the same field: the one that came last holds.
for (const form of document.querySelectorAll("form[data-form]")) {
  form.addEventListener("change", ({ target }) => {
    // What is opened anew keeps the name that was typed.
    if (target.matches(".person input, .day input[type=radio]") && target.value !== "") {
      const typed = form.querySelector(`input:not([type=radio])[name="${CSS.escape(target.name.slice(0, -1))}"]`);
      if (typed) typed.value = "";
    }
  });
  form.addEventListener("input", ({ target }) => {
    if (target.type === "radio" || target.value === "") return;
    for (const radio of form.querySelectorAll(`.person input[name="${CSS.escape(target.name)}~"]`)) radio.checked = false;
  });
}

// Rows that come and go: the server has written an empty one, in which its place is left open.
const idOf = (path) => `f-${path.replace(/[^A-Za-z0-9]/g, "-")}`;
const MOST_ROWS = 1000;
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("form[data-form] button[name=do]");
  const [action, path] = button?.value.split(/:(.*)/s) ?? [];
  if (action === "add") {
    const template = [...button.parentElement.children].find((one) => one.dataset.row === path);
    const row = Number(template?.dataset.rows ?? MOST_ROWS);
    if (row >= MOST_ROWS) return;
    event.preventDefault();
    template.dataset.rows = row + 1;
    const filled = document.createElement("template");
    filled.innerHTML = template.innerHTML
      .replaceAll(`#${idOf(path)}#`, row + 1).replaceAll(`${path}[row]`, `${path}[${row}]`).replaceAll(idOf(`${path}[row]`), idOf(`${path}[${row}]`));
    const added = filled.content.firstElementChild;
    template.before(filled.content);
    enliven(added);
    added.querySelector("input, textarea, select")?.focus();
  } else if (action === "remove") {
    const row = button.closest(".row");
    const list = row?.parentElement;
    if (!list?.querySelector(":scope > template")) return;
    event.preventDefault();
    row.remove();
    list.querySelector(":scope > button[name=do]")?.focus();
    list.dispatchEvent(new Event("input", { bubbles: true }));
  }
});

// What was typed is kept in this browser until it is recorded, for seven days, and never where it is restricted.
const DAYS = 7;
const DRAFT = "draft:";
const SENT = "draft-sent";
const kept = (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
for (const key of Object.keys(localStorage).filter((one) => one.startsWith(DRAFT))) {
  if (!(Date.now() - kept(key)?.at < DAYS * 86_400_000)) localStorage.removeItem(key);
}
if (document.querySelector("section.recorded") && sessionStorage.getItem(SENT)) {
  localStorage.removeItem(sessionStorage.getItem(SENT));
  sessionStorage.removeItem(SENT);
}
for (const form of document.querySelectorAll("form[data-draft]")) {
  const key = DRAFT + location.pathname.slice(language.length) + location.search;
  const typed = () => [...new FormData(form)].filter(([name]) => !/^(__|_handler$|key$|checked$|do$)/.test(name));
  const first = JSON.stringify(typed());
  const fresh = form.dataset.draft === "fresh";
  let leaving = false;
  const changed = () => !fresh || JSON.stringify(typed()) !== first;
  const keep = () => {
    const restricted = form.elements.namedItem("sensitivity")?.value === "Restricted";
    if (restricted || !changed()) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: typed() }));
  };
  const draft = kept(key);
  const offer = document.querySelector("[data-draft-offer]");
  if (fresh && draft && offer) {
    offer.hidden = false;
    offer.querySelector("time").textContent = new Date(draft.at).toLocaleString(document.documentElement.lang);
    offer.querySelector("[data-take]").addEventListener("click", () => {
      // A row that the form has not yet is added first; what was chosen is chosen again.
      for (const [name] of draft.values) {
        for (const [, path, row] of name.matchAll(/^(.*?)\[(\d+)\]/g)) {
          const add = form.querySelector(`button[name=do][value="add:${CSS.escape(path)}"]`);
          for (let tries = Number(row); tries >= 0 && add && !form.querySelector(`[name^="${CSS.escape(`${path}[${row}]`)}"]`); tries--) add.click();
        }
      }
      for (const field of form.elements) {
        if (!field.name || field.type === "hidden" || field.tagName === "BUTTON") continue;
        const given = draft.values.filter(([name]) => name === field.name).map(([, value]) => value);
        if (field.type === "radio" || field.type === "checkbox") field.checked = given.includes(field.value);
        else if (given.length > 0) [field.value] = given;
      }
      for (const details of form.querySelectorAll("details")) details.open ||= [...details.querySelectorAll("input, textarea")].some((field) => field.value);
      offer.hidden = true;
      form.querySelector("input:not([type=hidden])")?.focus();
    });
    offer.querySelector("[data-drop]").addEventListener("click", () => { localStorage.removeItem(key); offer.hidden = true; });
  }
  form.addEventListener("input", later(keep, 500));
  form.addEventListener("submit", () => { leaving = true; keep(); sessionStorage.setItem(SENT, key); });
  addEventListener("beforeunload", (event) => { if (!leaving && changed()) event.preventDefault(); });
}

// The list of what can be recorded, narrowed by the server while one types; Enter takes what is meant, the arrow goes into the list.
for (const form of document.querySelectorAll("form[data-types]")) {
  const input = form.querySelector("input[name=find]");
  const list = document.getElementById("found-types");
  let [shown, pending] = [input.value, null];
  const load = async (typed) => {
    const answer = await fetch(`?${new URLSearchParams(new FormData(form))}`);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // Somebody has typed on: the answer to that is on its way.
    if (input.value !== typed) return;
    list.replaceChildren(...page.getElementById("found-types").childNodes);
    shown = typed;
  };
  // Whoever asks for what is asked already waits for the same answer.
  const narrow = () => {
    const typed = input.value;
    if (typed === shown) return null;
    if (pending?.typed !== typed) pending = { typed, done: load(typed).finally(() => { if (pending?.typed === typed) pending = null; }) };
    return pending.done;
  };
  input.addEventListener("input", later(narrow));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await narrow();
    // A question is not answered by the Enter that asked it.
    const only = list.querySelectorAll("a");
    const meant = list.querySelector("a.best") ?? (only.length === 1 ? only[0] : null);
    if (meant) meant.click(); else only[0]?.focus();
  });
  input.addEventListener("keydown", (event) => { if (event.key === "ArrowDown") { event.preventDefault(); list.querySelector("a")?.focus(); } });
}
