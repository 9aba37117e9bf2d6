// The board by mouse and keyboard; every move is also a form on the page.
"use strict";

let cut = null;

function board() { return document.getElementById("bord"); }
function cells() { return [...document.querySelectorAll("#bord [data-vak]")]; }

// Send a move and show the board as it is then, with the focus where it was.
function send(verb, values, focus) {
  const at = board();
  const body = { ...values, versie: at.dataset.versie };
  const asked = { values: body, target: "#bord", select: "#bord", swap: "outerHTML" };
  htmx.ajax("POST", `${at.dataset.bord}/${verb}`, asked).then(() => {
    const cell = focus && document.getElementById(`vak-${focus}`);
    if (cell) cell.focus();
  });
}

function place(id) {
  const [kandidaat, blok] = id.split("-");
  return { kandidaat, blok };
}

function swap(from, to) {
  if (!from || from === to) return;
  const other = place(to);
  send("wisselen", { ...place(from), met_kandidaat: other.kandidaat, met_blok: other.blok }, to);
}

// The cell so many rows and columns away; cells that are closed are passed over.
function neighbour(cell, rows, columns) {
  let row = cell.closest("tr");
  let column = cell.closest("td").cellIndex;
  for (;;) {
    column += columns;
    for (let step = rows; step; step -= Math.sign(step)) row = rows > 0 ? row?.nextElementSibling : row?.previousElementSibling;
    const found = row?.cells[column];
    if (!found || column < 1) return null;
    const open = found.querySelector("[data-vak]");
    if (open) return open;
  }
}

function cutCell(cell) {
  for (const each of cells()) each.classList.toggle("vak-geknipt", each === cell);
  cut = cell.dataset.vak;
}

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function onKey(event) {
  const cell = event.target.closest?.("#bord [data-vak]");
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
  const id = cell.dataset.vak;
  const key = event.key;
  if (ARROWS[key]) neighbour(cell, ...ARROWS[key])?.focus();
  else if (key === "x") cutCell(cell);
  else if (key === "v") { swap(cut, id); cut = null; }
  else if (key === "Delete") send("zetten", place(id), id);
  else if (key === "p") send("vast", { ...place(id), vast: cell.dataset.vast === "ja" ? "false" : "true" }, id);
  else if (key === "z") send("ongedaan", {}, id);
  else if (key === "y") send("opnieuw", {}, id);
  else return;
  event.preventDefault();
}

let dragged = null;

function onDrag(event) {
  const cell = event.target.closest?.("#bord [data-vak]");
  if (!cell) return;
  if (event.type === "dragstart") {
    dragged = cell.dataset.vak;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged);
  } else if (event.type === "dragover") {
    event.preventDefault();
    cell.classList.add("vak-doel");
  } else if (event.type === "dragleave") {
    cell.classList.remove("vak-doel");
  } else if (event.type === "drop") {
    event.preventDefault();
    cell.classList.remove("vak-doel");
    swap(dragged, cell.dataset.vak);
    dragged = null;
  }
}

// A form on the board shows the board without a new page; the list of plekken opens beside it.
function onSubmit(event) {
  const form = event.target;
  if (!form.matches("#bord form[data-zet]")) return;
  event.preventDefault();
  const values = Object.fromEntries(new FormData(form));
  delete values.csrf;
  delete values.versie;
  const focus = values.kandidaat && values.blok ? `${values.kandidaat}-${values.blok}` : null;
  send(form.getAttribute("action").split("/").pop(), values, focus);
}

function onClick(event) {
  const cell = event.target.closest?.("#bord a[data-vak]");
  if (!cell || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  htmx.ajax("GET", cell.getAttribute("href"), { target: "#bord", select: "#bord", swap: "outerHTML" }).then(() => {
    document.getElementById("kiezer")?.focus();
  });
}

document.addEventListener("keydown", onKey);
document.addEventListener("click", onClick);
document.addEventListener("submit", onSubmit, true);
for (const kind of ["dragstart", "dragover", "dragleave", "drop"]) document.addEventListener(kind, onDrag);
