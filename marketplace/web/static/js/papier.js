// A document that a form makes is kept as a file, and the page shows what making it changed.
"use strict";

function keep(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
}

async function fetchDocument(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "");
  if (!answer.ok || !name) {
    form.submit();
    return;
  }
  keep(await answer.blob(), name[1]);
  window.setTimeout(() => window.location.reload(), 300);
}

for (const form of document.querySelectorAll("[data-document] form")) form.addEventListener("submit", fetchDocument);
