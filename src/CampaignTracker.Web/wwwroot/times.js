// Shows recorded instants in the reader's own zone; the instant itself stays in the title. Without script they read in UTC.
const shown = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "short" });

function show() {
  for (const time of document.querySelectorAll("time[data-instant]")) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.valueOf())) continue;
    time.title = time.dateTime;
    time.textContent = shown.format(at);
  }
}

show();
document.addEventListener("drawn", show);
