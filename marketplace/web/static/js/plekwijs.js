// Small comforts; every page works without them.
"use strict";

// Show what went wrong first: after a form came back with errors, focus moves to the summary.
function focusErrors(root) {
  const summary = root.querySelector("#fouten");
  if (summary) summary.focus();
}

// A menu closes when one looks elsewhere or presses Escape.
function closeMenus(event) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (event.type === "keydown" ? event.key === "Escape" : !menu.contains(event.target)) {
      menu.open = false;
      if (event.type === "keydown") menu.querySelector("summary").focus();
    }
  }
}

// A form is sent once, however often its button is pressed.
function sendOnce(event) {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("hx-post")) return;
  if (form.dataset.verstuurd) event.preventDefault();
  form.dataset.verstuurd = "ja";
}

// htmx says the token in a header, so that a button outside a form is protected too.
function addToken(event) {
  const token = document.querySelector('input[name="csrf"]');
  if (token) event.detail.headers["x-csrf"] = token.value;
}

focusErrors(document);
document.addEventListener("click", closeMenus);
document.addEventListener("keydown", closeMenus);
document.addEventListener("submit", sendOnce);
document.addEventListener("htmx:configRequest", addToken);
document.addEventListener("htmx:afterSwap", (event) => focusErrors(event.target));
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-verstuurd]")) delete form.dataset.verstuurd;
});
