// Reads a question aloud where the browser can; where it cannot, the buttons stay hidden.
"use strict";

function readAloud(event) {
  const words = new SpeechSynthesisUtterance(event.currentTarget.dataset.voorlezen);
  words.lang = "nl-NL";
  words.rate = 0.9;
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(words);
}

if ("speechSynthesis" in window) {
  for (const button of document.querySelectorAll("button[data-voorlezen]")) {
    button.addEventListener("click", readAloud);
    button.hidden = false;
  }
}
