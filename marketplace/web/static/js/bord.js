// A board by mouse and keyboard; every move is also a form on the page.
// A place has `data-stuk`, what is moved from it, and lies in a `data-doel`, what a move to it adds; both are fields
// of the form to which the board's `data-plak` leads, and so is its `data-inhoud`, which is put down elsewhere while
// it stays where it is. `data-basis` are fields of every move.
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
// What is folded away is none.
function stops() {
  const all = grid() ? [...grid().querySelectorAll("thead button, tbody .vak, tbody th a")] : [];
  return all.filter((each) => each.getClientRects().length);
}

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

function fields(text) { return JSON.parse(text || "{}"); }

// What goes with every move: where it is made, and what is ticked for all of them.
function basis() {
  const ticked = [...document.querySelectorAll("#bord [data-mee]:checked")].map((each) => [each.name, each.value]);
  return { ...fields(board().dataset.basis), ...Object.fromEntries(ticked) };
}

// Send a move after the one before it, over the version that this one gave.
function send(verb, values, focus) {
  const next = () => show("POST", `${board().dataset.bord}/${verb}`, { ...basis(), ...values, versie: board().dataset.versie }, focus);
  sent = sent.then(next, next);
}

// Move what was taken up to where it is put down; the place keeps the focus, or what was moved does.
function put(from, to) {
  const goal = to?.closest("[data-doel]");
  if (!from || !goal || goal.contains(from)) return;
  const values = { ...fields(from.dataset.stuk), ...fields(from.dataset.inhoud), ...fields(goal.dataset.doel) };
  send(board().dataset.plak, values, goal.id || from.id);
}

// The first column of a cell, and what lies in a column of a line; a cell may be wider than one.
function column(cell) { return [...cell.parentElement.cells].slice(0, cell.cellIndex).reduce((sum, each) => sum + each.colSpan, 0); }
function cellAt(line, wanted) { return [...line.cells].findLast((each) => column(each) <= wanted); }

// The stop so many rows and columns away; left of the first is who or what it is about. Lines without a stop are passed.
function neighbour(stop, rows, columns) {
  const all = stops();
  const cell = stop.closest("td, th");
  const within = (place) => all.find((each) => place.contains(each));
  if (!rows) {
    const line = all.filter((each) => cell.parentElement.contains(each));
    return line[line.indexOf(stop) + columns];
  }
  const lines = [...grid().rows];
  for (let at = cell.parentElement.rowIndex + rows; lines[at]; at += rows) {
    const found = within(cellAt(lines[at], column(cell))) || within(lines[at]);
    if (found) return found;
  }
  return undefined;
}

function end(stop, last) {
  const line = stops().filter((each) => stop.closest("tr").contains(each) && each.matches(".vak, button"));
  return last ? line.at(-1) : line[0];
}

function cutCell(cell) {
  for (const each of cells()) each.classList.toggle("vak-geknipt", each === cell);
  cut = cell.id;
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
  const stuk = cell.dataset.stuk && fields(cell.dataset.stuk);
  if (key === "z") send("ongedaan", {}, cell.id);
  else if (key === "y") send("opnieuw", {}, cell.id);
  else if (key === "v") { put(document.getElementById(cut), cell); cut = null; }
  else if (!stuk) return false;
  else if (key === "x") cutCell(cell);
  else if (key === "Delete") send("zetten", stuk, cell.id);
  else if (key === "p") send("vast", { ...stuk, vast: cell.dataset.vast === "ja" ? "false" : "true" }, cell.id);
  else return false;
  return true;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && document.getElementById("kiezer")) closeList();
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const stop = stops().includes(event.target) && event.target;
  if (stop && (walk(stop, key) || change(stop, key))) event.preventDefault();
}

let dragged = null;

function onDrag(event) {
  const from = event.target.closest?.("#bord [data-stuk]");
  const goal = event.target.closest?.("#bord [data-doel]");
  if (event.type === "dragstart" && from) {
    dragged = from;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", from.dataset.vak);
  } else if (!goal) {
    return;
  } else if (event.type === "dragover") {
    event.preventDefault();
    goal.classList.toggle("vak-doel", !goal.matches("span.vak"));
  } else if (event.type === "dragleave") {
    goal.classList.remove("vak-doel");
  } else if (event.type === "drop") {
    event.preventDefault();
    goal.classList.remove("vak-doel");
    put(dragged, goal);
    dragged = null;
  }
}

// The fields of a form; what is ticked several times as a list.
function typed(form) {
  const data = new FormData(form);
  return Object.fromEntries([...data.keys()].map((name) => [name, data.getAll(name).length > 1 ? data.getAll(name) : data.get(name)]));
}

// A form on the board shows the board without a new page; the list of plekken opens beside it.
function onSubmit(event) {
  const form = event.target;
  if (!form.matches("#bord form[data-zet]")) return;
  event.preventDefault();
  const values = typed(form);
  delete values.csrf;
  delete values.versie;
  const chosen = document.getElementById("kiezer")?.dataset.voor;
  send(form.getAttribute("action").split("/").pop(), values, chosen ? `vak-${chosen}` : null);
}

function onClick(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const cell = event.target.closest?.("#bord a[data-vak], #bord a[data-kies]");
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
