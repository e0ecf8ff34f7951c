// Autosave, and what else needs a script. Every page works without this file.
(() => {
  "use strict";

  const NOT_SAVED = "Not saved yet. We will try again. Keep this page open.";
  const REFUSED = "Not saved. Copy what you typed, then load this page again.";
  const LONGEST_WAIT = 30;
  const KEEPALIVE_LIMIT = 60000; // browsers refuse more than 64 KiB in a request that outlives its page
  const BOOKKEEPING = ["csrfmiddlewaretoken", "version", "client", "seq"];

  const all = (selector, root = document) => root.querySelectorAll(selector);
  const statusLine = () => document.getElementById("save-status");

  // crypto.randomUUID is missing on plain http other than localhost; random values are not.
  const newId = () =>
    "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
      (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16),
    );

  function typed(form) {
    const data = new FormData(form);
    BOOKKEEPING.forEach((name) => data.delete(name));
    return new URLSearchParams(data).toString();
  }

  // The first "Saved" is spoken, and each one after a failure; the many in between are not.
  const aloud = () => statusLine()?.setAttribute("aria-live", "polite");
  const hush = () => setTimeout(() => statusLine()?.setAttribute("aria-live", "off"), 1000);

  function say(text) {
    const line = statusLine();
    if (!line || line.textContent === text) return;
    aloud();
    const words = document.createElement("span");
    words.className = "not-saved";
    words.textContent = text;
    line.replaceChildren(words);
  }

  function showSaving(shown) {
    all("[data-saving]").forEach((line) => (line.hidden = !shown));
  }

  // What was wrong is being mended: the old message would now be untrue.
  function unblame(input) {
    input.closest(".field.wrong")?.classList.remove("wrong");
    input.removeAttribute("aria-invalid");
    document.getElementById(input.id + "_error")?.remove();
  }

  function autosave(form) {
    let seq = 0;
    let saved = typed(form); // what the server is known to hold
    let savedSeq = 0; // and by which send; answers may overtake each other
    let flushed = null; // what a parting request under way carries
    let failures = 0;
    let stopped = false; // changed elsewhere: the person chooses, not this script
    let leaving = false;
    let retry;
    let slow;

    const unsent = () => typed(form) !== saved;
    const nextSeq = () => (form.elements.seq.value = ++seq);
    const ask = () => form.dispatchEvent(new Event("change", { bubbles: true }));

    function confirmed(text, sent) {
      if (sent < savedSeq) return;
      saved = text;
      savedSeq = sent;
      failures = 0;
      hush();
      // The row exists now: loading the page again has to show it, not a second new one.
      if (location.pathname.endsWith("/new/")) history.replaceState(null, "", form.getAttribute("action"));
    }

    function failed(status) {
      failures += 1;
      if (status >= 400 && status < 500 && status !== 403 && status !== 408 && status !== 429) return say(REFUSED);
      say(NOT_SAVED);
      clearTimeout(retry);
      retry = setTimeout(ask, 1000 * Math.min(LONGEST_WAIT, 2 ** (failures - 1)));
    }

    function answered(status, text, sent) {
      if (status >= 200 && status < 300) return confirmed(text, sent);
      if (status === 401 || status === 409 || status === 422) {
        // The answer brought its own words; only typing again (or choosing) sends again.
        failures += 1;
        stopped = status === 409;
        return undefined;
      }
      return failed(status);
    }

    function beforeSend(event) {
      if (event.target !== form) return;
      const text = typed(form);
      if (stopped || leaving || text === saved || text === flushed) return event.preventDefault();
      clearTimeout(retry);
      event.detail.typed = text;
      event.detail.parameters.seq = event.detail.sent = nextSeq();
      return undefined;
    }

    const whileSending = (event) => {
      if (event.target === form) slow = setTimeout(() => showSaving(true), 1000);
    };

    const beforeWords = (event) => {
      if (event.detail.xhr.status >= 400 || failures) aloud();
    };

    function afterSend(event) {
      if (event.target !== form) return;
      clearTimeout(slow);
      showSaving(false);
      const { typed: text, sent } = event.detail.requestConfig;
      answered(event.detail.xhr.status, text, sent);
    }

    // A page that is left, hidden or killed still hands over what was typed last.
    function flush() {
      const text = typed(form);
      if (stopped || leaving || text === saved || text === flushed) return;
      flushed = text;
      const sent = nextSeq();
      const body = new URLSearchParams(new FormData(form)).toString();
      const headers = { "Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true" };
      fetch(form.getAttribute("hx-post"), { method: "POST", body, headers, keepalive: body.length < KEEPALIVE_LIMIT })
        .then(async (answer) => {
          const html = await answer.text();
          if (!answer.ok || failures) aloud();
          // An older answer must not put an older version back into the page.
          if (sent === seq && [200, 401, 409, 422].includes(answer.status)) htmx.swap(form, html, { swapStyle: "none" });
          return answer.status;
        })
        .catch(() => 0)
        .then((status) => {
          flushed = null;
          answered(status, text, sent);
        });
    }

    function beforeLeaving(event) {
      flush();
      // A plain click on a link is safe: the request above outlives the page. Ask only if saving is in trouble.
      if (!leaving && unsent() && (failures || typed(form).length >= KEEPALIVE_LIMIT)) event.preventDefault();
    }

    function onSubmit() {
      nextSeq();
      leaving = true;
    }

    // Back from the next page, with this one kept in memory: make sure that the last submit arrived.
    function onReturn(event) {
      if (event.persisted && leaving) {
        leaving = false;
        saved = null;
        ask();
      }
    }

    form.elements.client.value = newId();
    form.addEventListener("htmx:configRequest", beforeSend);
    form.addEventListener("htmx:beforeSend", whileSending);
    form.addEventListener("htmx:beforeOnLoad", beforeWords);
    form.addEventListener("htmx:afterRequest", afterSend);
    form.addEventListener("submit", onSubmit);
    // A submit that was stopped, or typing while it is under way, is saved as ever.
    form.addEventListener("input", (event) => {
      leaving = false;
      unblame(event.target);
    });
    // Signing in elsewhere renews the token; a refused request is told the new one.
    form.addEventListener("fresh-token", (event) => (form.elements.csrfmiddlewaretoken.value = event.detail.value));
    addEventListener("beforeunload", beforeLeaving);
    addEventListener("pagehide", flush);
    addEventListener("pageshow", onReturn);
    addEventListener("online", () => unsent() && ask());
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) flush();
      else if (failures && unsent()) ask();
    });
  }

  async function copy(button) {
    const source = document.querySelector(button.dataset.copy);
    const text = source.value ?? (source.matches("pre, code") ? source.textContent : source.innerText);
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // No clipboard on plain http: select the words, so that the usual keys work.
      source.select ? source.select() : getSelection().selectAllChildren(source);
      done = document.execCommand("copy");
    }
    sayBeside(button, done ? "Copied" : "Selected: copy with Ctrl+C");
  }

  function sayBeside(button, text) {
    let place = button.nextElementSibling;
    if (place?.role !== "status") {
      place = document.createElement("span");
      place.role = "status";
      place.className = "soft";
      button.after(" ", place);
    }
    // A live region speaks of what changes in it, so it has to stand in the page first.
    setTimeout(() => (place.textContent = text), 100);
  }

  // The secret of a return link sits behind the #, which browsers never send; it goes on by POST only.
  function fillReturn(form) {
    const secret = location.hash.slice(1);
    if (!secret) return;
    form.querySelector("input:not([name=csrfmiddlewaretoken])").value = secret;
    history.replaceState(null, "", location.pathname);
  }

  // htmx notes the address of the page there, history on or off. Nothing stays in the browser.
  function forget() {
    try {
      sessionStorage.removeItem("htmx-current-path-for-history");
    } catch {
      // A browser that allows no storage has nothing to forget.
    }
  }

  forget();
  // Without htmx nothing is autosaved; then the page has to go on saying so.
  document.documentElement.classList.add(window.htmx ? "js" : "plain");
  if (window.htmx) all("form[data-autosave]").forEach(autosave);
  all("form[data-return]").forEach(fillReturn);
  // Some browsers honour autofocus on form fields only; they are given time to do it themselves.
  setTimeout(() => document.activeElement === document.body && document.querySelector("[data-error-summary]")?.focus(), 300);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy], [data-print]");
    if (button?.dataset.copy) copy(button);
    else if (button) print();
  });
})();
