// The board by mouse and keyboard; every move is also a form on the page.
"use strict";

let cut = null;
let current = location.hash.slice(1);
let sent = Promise.resolve();

function board() { return document.getElementById("bord"); }
// Every place, also one where nothing moves: the answer to a move says why.
function cells() { return [...document.querySelectorAll("#bord [data-vak]")]; }
function grid() { return document.querySelector("#bord [data-raster]"); }

// Who cannot see the board hears what it says now and did not say before; a refusal is an alert of its own.
function sentences() {
  return [...document.querySelectorAll("#bord [data-zeg]")].map((each) => each.textContent.replace(/\s+/g, " ").trim());
}

let heard = new Set(sentences());

function say(text) { document.getElementById("gezegd").textContent = text; }

function sayNews() {
  const now = sentences();
  const news = now.filter((each) => !heard.has(each));
  heard = new Set(now);
  if (news.length) say(news.join(" "));
}

// The table of who is where is one stop of the Tab key, within which arrows walk; above a block is its lock.
function stops() { return grid() ? [...grid().querySelectorAll("thead button, tbody .vak, tbody th a")] : []; }

function prepare() {
  const all = stops();
  const stop = all.find((each) => each.id && each.id === current) || all.find((each) => each.matches("a[data-vak]")) || all[0];
  grid()?.setAttribute("role", "grid");
  for (const each of all) each.tabIndex = each === stop ? 0 : -1;
}

function onFocus(event) {
  const all = stops();
  if (!all.includes(event.target)) return;
  current = event.target.id;
  for (const each of all) each.tabIndex = each === event.target ? 0 : -1;
  if (event.target.matches(":focus-visible")) event.target.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// Show the board as an answer gives it. What has an id keeps the focus; what went leaves it to a place on the board.
function show(method, path, values, focus) {
  const asked = { values, target: "#bord", select: "#bord", swap: "outerHTML" };
  return htmx.ajax(method, path, asked).then(() => {
    if (document.activeElement !== document.body) return;
    const stop = document.getElementById(focus) || stops().find((each) => each.tabIndex === 0);
    stop?.focus();
  });
}

// Send a move after the one before it, over the version that this one gave.
function send(verb, values, focus) {
  const next = () => show("POST", `${board().dataset.bord}/${verb}`, { ...values, versie: board().dataset.versie }, `vak-${focus}`);
  sent = sent.then(next, next);
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

// The place so many rows and columns away; left of the first is who it is about.
function neighbour(stop, rows, columns) {
  const lines = [...grid().rows];
  const here = stop.closest("td, th");
  const found = lines[lines.indexOf(here.parentElement) + rows]?.cells[here.cellIndex + columns];
  return found?.querySelector(".vak, a, button");
}

function end(stop, last) {
  const line = [...stop.closest("tr").querySelectorAll(".vak, button")];
  return last ? line.at(-1) : line[0];
}

function cutCell(cell) {
  for (const each of cells()) each.classList.toggle("vak-geknipt", each === cell);
  cut = cell.dataset.vak;
  say(document.getElementById("gezegd").dataset.geknipt);
}

// Close the list of plekken, back to the place that it was for.
function closeList() {
  const list = document.getElementById("kiezer");
  const cell = document.getElementById(`vak-${list.dataset.voor}`);
  list.remove();
  cell?.classList.remove("vak-gekozen");
  cell?.focus();
}

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function walk(stop, key) {
  if (ARROWS[key]) neighbour(stop, ...ARROWS[key])?.focus();
  else if (key === "Home" || key === "End") end(stop, key === "End")?.focus();
  else return false;
  return true;
}

function change(cell, key) {
  const id = cell.dataset.vak;
  if (key === "x") cutCell(cell);
  else if (key === "v") { swap(cut, id); cut = null; }
  else if (key === "Delete") send("zetten", place(id), id);
  else if (key === "p") send("vast", { ...place(id), vast: cell.dataset.vast === "ja" ? "false" : "true" }, id);
  else if (key === "z") send("ongedaan", {}, id);
  else if (key === "y") send("opnieuw", {}, id);
  else return false;
  return true;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && document.getElementById("kiezer")) closeList();
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const stop = stops().includes(event.target) && event.target;
  if (stop && (walk(stop, key) || (stop.dataset.vak && change(stop, key)))) event.preventDefault();
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
    cell.classList.toggle("vak-doel", cell.matches("a"));
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
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const cell = event.target.closest?.("#bord a[data-vak]");
  if (cell) show("GET", cell.getAttribute("href"), {}, null).then(() => document.getElementById("kiezer")?.focus());
  else if (event.target.closest?.("#kiezer [data-sluiten]")) closeList();
  else return;
  event.preventDefault();
}

prepare();
document.addEventListener("htmx:afterSwap", () => { prepare(); sayNews(); });
document.addEventListener("focusin", onFocus);
document.addEventListener("keydown", onKey);
document.addEventListener("click", onClick);
document.addEventListener("submit", onSubmit, true);
for (const kind of ["dragstart", "dragover", "dragleave", "drop"]) document.addEventListener(kind, onDrag);
