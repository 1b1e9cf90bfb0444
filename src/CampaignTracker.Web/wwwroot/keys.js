// The key r leads to recording, from anywhere but a field. It can be turned off (WCAG 2.1.4); this browser remembers.
const place = document.querySelector("[data-keys]");
const link = document.querySelector("a[data-record]");
let on = localStorage.getItem("keys") !== "off";

if (place && link) {
  const button = place.querySelector("button");
  const say = () => { button.textContent = on ? button.dataset.off : button.dataset.on; place.querySelector("span").textContent = on ? place.dataset.help : ""; };
  button.addEventListener("click", () => { on = !on; localStorage.setItem("keys", on ? "on" : "off"); say(); });
  say();
  place.hidden = false;
  document.addEventListener("keydown", (event) => {
    if (!on || event.key !== "r" || event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    link.click();
  });
}
