// The screen of the talk: one pane and one line at a time, a clock for silences, and a log that waits for the network.
(() => {
  "use strict";

  const call = document.querySelector("[data-call]");
  if (!call) return;
  const all = (selector, root = call) => [...root.querySelectorAll(selector)];
  const panes = all("[data-pane]");
  const lines = all("[data-line]");
  const links = all(".call-bar a");
  const status = document.getElementById("call-status");
  const list = document.getElementById("lines");
  const back = call.querySelector("[data-back]");
  const trail = [];
  all("[data-js]").forEach((one) => (one.hidden = false));

  const newId = () =>
    "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
      (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16),
    );

  function showPane(id) {
    panes.forEach((pane) => (pane.hidden = pane.id !== id));
    links.forEach((link) => {
      if (link.hash === `#${id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    scrollTo(0, 0);
    remember((id === "talk" && trail.at(-1)) || id);
  }

  // Loading the page again comes back to the same place.
  const remember = (id) => history.replaceState(null, "", `#${id}`);

  function showLine(id, step = true) {
    const line = lines.find((one) => one.id === id);
    if (!line) return;
    lines.forEach((one) => (one.hidden = one !== line));
    if (step) trail.push(id);
    back.hidden = trail.length < 2;
    showPane("talk");
    line.focus({ preventScroll: true });
    silence(false);
  }

  // A tap is answered here and now; nothing of the path has to be stored.
  call.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    if (link.hash.startsWith("#line-")) return showLine(link.hash.slice(1));
    showPane(link.hash.slice(1));
    return document.querySelector(link.hash).focus({ preventScroll: true });
  });
  back.addEventListener("click", () => {
    trail.pop();
    showLine(trail.at(-1), false);
  });

  // A silence is shorter than it feels: seeing it counted makes it bearable.
  const quiet = call.querySelector("[data-silence]");
  let counting;
  function silence(on) {
    clearInterval(counting);
    quiet.setAttribute("aria-pressed", String(on));
    const seconds = quiet.querySelector("[data-seconds]");
    let count = 0;
    quiet.querySelector("[data-words]").classList.toggle("visually-hidden", on);
    seconds.textContent = on ? "0 s" : "";
    if (on) counting = setInterval(() => (seconds.textContent = `${(count += 1)} s`), 1000);
  }
  quiet.addEventListener("click", () => silence(quiet.getAttribute("aria-pressed") !== "true"));

  // What is noted stands on the page at once, and is sent in its turn until it has arrived. Its id makes a resend none.
  const queue = [];
  let sending = false;
  let failures = 0;
  let retry;
  let token = call.querySelector("[name=csrfmiddlewaretoken]").value;

  // What was not taken stays in the list until somebody has dealt with it, and so does its warning.
  function say(which) {
    const left = list.querySelector(".refused") ? "refused" : "";
    const shown = which === "sent" && left ? left : which;
    const many = queue.length > 1 && shown !== "sent" && shown !== "refused" ? ` (${queue.length})` : "";
    const text = shown ? status.dataset[shown] + many : "";
    if (status.textContent !== text) status.textContent = text;
  }

  function item(id, said, note) {
    const one = document.createElement("li");
    one.dataset.id = id;
    const words = document.createElement("bdi");
    words.textContent = said;
    const beside = document.createElement("span");
    beside.className = "blocks";
    beside.textContent = note;
    one.append(words, beside);
    return one;
  }

  function shown(entry) {
    const one = item(entry.id, entry.words, "");
    one.className = "waiting";
    list.prepend(one);
  }

  function refresh(log) {
    const there = new Set(log.map((one) => one.id));
    const kept = all("li.waiting, li.refused", list).filter((one) => !there.has(one.dataset.id));
    list.replaceChildren(...kept, ...log.map((one) => item(one.id, one.said, one.note)));
  }

  function later() {
    failures += 1;
    clearTimeout(retry);
    retry = setTimeout(send, 1000 * Math.min(15, 2 ** (failures - 1)));
  }

  // It will never be taken as it is: its words stay in the list, and can be put back into the field; others go on.
  function refused(entry, why) {
    const line = all("li.waiting", list).find((one) => one.dataset.id === entry.id);
    line.className = "refused error";
    line.lastChild.textContent = why || status.dataset.refused;
    const { text, amount } = entry.form.elements;
    if (!text) return;
    const again = document.createElement("button");
    again.type = "button";
    again.className = "button quiet";
    again.textContent = status.dataset.again;
    again.addEventListener("click", () => {
      [text.value, amount.value] = [entry.body.get("text"), entry.body.get("amount")];
      line.remove();
      say(queue.length ? "waiting" : "sent");
      text.focus();
    });
    line.append(again);
  }

  // Signing in elsewhere renews the token; a refused request is told the new one.
  function renewed(answer) {
    const told = answer.status === 403 && answer.headers.get("HX-Trigger");
    if (told) token = JSON.parse(told)["fresh-token"] ?? token;
    return Boolean(told);
  }

  async function send() {
    if (sending || !queue.length) return;
    sending = true;
    const entry = queue[0];
    entry.body.set("csrfmiddlewaretoken", token);
    let answer;
    try {
      answer = await fetch(call.dataset.call, { method: "POST", body: entry.body, headers: { "X-Log": "1", "HX-Request": "true" } });
    } catch {
      answer = null;
    }
    sending = false;
    if (answer?.ok && !answer.redirected) {
      failures = 0;
      queue.shift();
      refresh((await answer.json()).log);
      say(queue.length ? "waiting" : "sent");
      return send();
    }
    if (answer && [404, 422].includes(answer.status)) {
      queue.shift();
      say("refused");
      refused(entry, answer.status === 422 ? (await answer.json()).why : "");
      return send();
    }
    if (answer && renewed(answer) && !entry.renewed) {
      entry.renewed = true;
      return send();
    }
    entry.renewed = false;
    say(answer?.status === 401 ? "out" : "waiting");
    return later();
  }

  all("form[data-log]").forEach((form) =>
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const body = new URLSearchParams(new FormData(form, event.submitter));
      const words = ["amount", "text"].map((name) => (body.get(name) ?? "").trim()).filter(Boolean).join(": ");
      const button = event.submitter?.textContent.trim() ?? "";
      if (form.elements.text && !words) return form.elements.text.focus();
      const entry = { id: newId(), form, words: words || button };
      body.set("id", entry.id);
      entry.body = body;
      queue.push(entry);
      shown(entry);
      const replied = form.closest("li")?.querySelector("[data-replied]");
      if (replied) replied.textContent = button.split(":")[0];
      form.reset();
      say("waiting");
      return send();
    }),
  );

  addEventListener("online", send);
  document.addEventListener("visibilitychange", () => document.hidden || send());
  const unsent = () => queue.length || list.querySelector(".refused") || all("textarea").some((one) => one.value.trim());
  addEventListener("beforeunload", (event) => unsent() && event.preventDefault());

  // The screen of a phone stays on while one talks, where the device allows it.
  const awake = () => document.hidden || navigator.wakeLock?.request("screen").catch(() => null);
  document.addEventListener("visibilitychange", awake);
  awake();

  const asked = location.hash.slice(1);
  showLine(lines.some((one) => one.id === asked) ? asked : lines[0]?.id);
  if (panes.some((pane) => pane.id === asked)) showPane(asked);
})();
