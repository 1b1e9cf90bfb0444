// Takes an address or a piece of code along at a press. Without script both can be opened and marked by hand.
for (const button of document.querySelectorAll("[data-share] button")) {
  button.hidden = false;
  const words = button.textContent;
  button.addEventListener("click", async () => {
    const text = button.dataset.copy ?? await fetch(button.dataset.copyFrom).then(answer => answer.text());
    await navigator.clipboard.writeText(text);
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = words; }, 3000);
  });
}
