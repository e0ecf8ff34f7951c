// Practising: a clock that only shows, and their line spoken by a voice of this device. Works without this file.
(() => {
  "use strict";

  const clock = document.querySelector("[data-clock]");
  if (clock) {
    const left = clock.querySelector("[data-left]");
    let seconds = Number(clock.dataset.clock);
    const tick = setInterval(() => {
      seconds -= 1;
      left.textContent = seconds;
      if (seconds > 0) return;
      clearInterval(tick);
      clock.querySelector("[data-running]").hidden = true;
      clock.querySelector("[data-over]").hidden = false;
    }, 1000);
  }

  // A voice that is not local would send the line to somebody's server.
  const ours = () => (window.speechSynthesis?.getVoices() ?? []).filter((voice) => voice.localService);

  document.querySelector("[data-say]")?.addEventListener("click", (event) => {
    const language = document.documentElement.lang.slice(0, 2);
    const voice = ours().find((one) => one.lang.slice(0, 2) === language);
    const status = document.getElementById("no-voice");
    status.textContent = voice ? "" : status.dataset.none;
    if (!voice) return;
    const line = new SpeechSynthesisUtterance(document.querySelector(event.target.dataset.say).textContent);
    line.voice = voice;
    line.lang = voice.lang;
    speechSynthesis.cancel();
    speechSynthesis.speak(line);
  });
  window.speechSynthesis?.getVoices(); // the list is filled only after it has been asked for once
})();
