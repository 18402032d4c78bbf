// Makes some pages nicer; every page works without it.

// A form marked data-once is sent once, however often its buttons are pressed.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "yes";
  });
}
// Coming back with the Back button, the form may be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-once]")) {
    delete form.dataset.sent;
  }
  // And the filters say what its list was narrowed to.
  document.querySelector("form.facets-box")?.reset();
});

// The form of a new job keeps its name in its address, so that Back leads to the same form.
const key = document.querySelector("form.job-form input[name=submission_key]");
if (key && location.pathname === "/jobs/new" && !location.search) {
  history.replaceState(history.state, "", `?form=${encodeURIComponent(key.value)}`);
}

// Buttons above a description put Markdown around what is selected in it.
for (const tools of document.querySelectorAll("[data-tools]")) {
  const area = document.getElementById(tools.dataset.tools);
  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const { before, after } = event.target.dataset;
    if (before === undefined) {
      return;
    }
    const { selectionStart: start, selectionEnd: end, value } = area;
    const selected = value.slice(start, end);
    const isBlock = after === "";
    const isMarked = !isBlock && value.endsWith(before, start) && value.startsWith(after, end);
    // A heading and a list begin at the beginning of the line.
    const from = isBlock ? value.lastIndexOf("\n", start - 1) + 1 : isMarked ? start - before.length : start;
    const to = isMarked ? end + after.length : end;
    const text = isBlock ? before + value.slice(from, end).replaceAll("\n", `\n${before}`) : selected;
    const marked = isBlock || isMarked ? text : before + text + after;
    area.focus();
    area.setSelectionRange(from, to);
    if (!document.execCommand("insertText", false, marked)) {
      area.setRangeText(marked, from, to, "end");
    }
    const begin = isBlock ? from + marked.length : isMarked ? from : from + before.length;
    area.setSelectionRange(begin, isBlock ? begin : begin + selected.length);
  });
}

// Rich text that is pasted into a description becomes Markdown.
const unseen = /<!--[\s\S]*?-->|<(style|script|title|xml)\b[\s\S]*?<\/\1\s*>/gi;
const rich = /<(?:li|h[1-6]|b|strong|i|em|table|a\s[^>]*href)\b|<\/p>[\s\S]*<p\b/i;
for (const area of document.querySelectorAll("textarea[data-rich]")) {
  area.addEventListener("paste", async (event) => {
    const html = event.clipboardData?.getData("text/html").replace(unseen, "") ?? "";
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    if (!rich.test(html)) {
      return;
    }
    event.preventDefault();
    const { selectionStart, selectionEnd } = area;
    area.readOnly = true;
    const answer = await fetch("/jobs/description", {
      method: "POST",
      body: new URLSearchParams({ html }),
      signal: AbortSignal.timeout(5000),
    }).catch(() => null);
    const markdown = answer?.ok && !answer.redirected ? await answer.text() : plain;
    area.readOnly = false;
    area.focus();
    area.setSelectionRange(selectionStart, selectionEnd);
    // Unlike setting the value, this can be undone.
    if (!document.execCommand("insertText", false, markdown)) {
      area.setRangeText(markdown, selectionStart, selectionEnd, "end");
    }
  });
}

// The link back from a job leads to the search that one came from.
const came = URL.parse?.(document.referrer);
const lists = /^\/($|jobs$|remote$|(tags|companies|places)\/)/;
for (const link of document.querySelectorAll("a[data-back]")) {
  if (came?.origin === location.origin && lists.test(came.pathname)) {
    link.href = came.href;
    link.textContent = link.dataset.back;
  }
}

// A job is shared by the phone's own menu where there is one, else its address is copied.
for (const button of document.querySelectorAll("button[data-share]")) {
  const words = button.textContent;
  button.hidden = !(navigator.share ?? navigator.clipboard);
  button.addEventListener("click", async () => {
    const url = new URL(button.dataset.share, location.href).href;
    if (navigator.share && matchMedia("(pointer: coarse)").matches) {
      await navigator.share({ url, title: document.title }).catch(() => null);
      return;
    }
    await navigator.clipboard.writeText(url);
    button.textContent = button.dataset.shared;
    setTimeout(() => {
      button.textContent = words;
    }, 3000);
  });
}

// The account menu closes on a click elsewhere, and on Escape.
for (const menu of document.querySelectorAll("details.menu")) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}

// One checkbox ticks all rows of a table.
for (const all of document.querySelectorAll("input[data-ticks]")) {
  const rows = [...document.querySelectorAll(`tbody input[name="${all.dataset.ticks}"]`)];
  all.parentElement.hidden = rows.length === 0;
  const show = () => {
    const ticked = rows.filter((row) => row.checked).length;
    all.checked = ticked > 0 && ticked === rows.length;
    all.indeterminate = ticked > 0 && ticked < rows.length;
  };
  all.addEventListener("change", () => {
    for (const row of rows) {
      row.checked = all.checked;
    }
    show();
  });
  for (const row of rows) {
    row.addEventListener("change", show);
  }
  // A browser that comes back ticks what was ticked.
  addEventListener("pageshow", show);
}

// The search box completes titles, skills, companies and places.
for (const input of document.querySelectorAll("input[data-suggestions]")) {
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.role = "listbox";
  list.setAttribute("aria-label", input.dataset.suggestions);
  list.hidden = true;
  input.after(list);
  input.role = "combobox";
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  let timer = 0;
  let asked = "";

  const options = () => [...list.children];
  const current = () => options().findIndex((option) => option.ariaSelected === "true");
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const select = (index) => {
    options().forEach((option, place) => {
      option.ariaSelected = String(place === index);
    });
    const option = options()[index];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };
  const show = (found) => {
    list.replaceChildren(
      ...found.map((suggestion, place) => {
        const option = document.createElement("li");
        option.role = "option";
        option.id = `${list.id}-${place}`;
        option.ariaSelected = "false";
        option.dataset.href = suggestion.href;
        option.dataset.text = suggestion.text;
        const kind = document.createElement("span");
        kind.textContent = suggestion.kind;
        // A place says by which other name it was found: Mumbai (Bombay).
        const called = suggestion.called ? ` (${suggestion.called})` : "";
        option.append(suggestion.text, called, " ", kind);
        return option;
      }),
    );
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    input.removeAttribute("aria-activedescendant");
  };
  // A place is one part of a search; anything else is a search of its own.
  const choose = (option) => {
    if (input.dataset.kind) {
      input.value = option.dataset.text;
      close();
    } else {
      location.href = option.dataset.href;
    }
  };
  const ask = async () => {
    const typed = input.value.trim();
    asked = typed;
    if (typed.length < 2) {
      close();
      return;
    }
    const asking = new URLSearchParams({ q: typed, kind: input.dataset.kind ?? "" });
    const answer = await fetch(`/suggestions?${asking}`).catch(() => null);
    if (answer?.ok && asked === typed && document.activeElement === input) {
      show(await answer.json());
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", (event) => {
    const count = options().length;
    if (list.hidden || count === 0) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = current() === -1 && step === -1 ? 0 : current();
      select((from + step + count) % count);
    } else if (event.key === "Enter" && current() >= 0) {
      event.preventDefault();
      choose(options()[current()]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) {
      event.preventDefault();
      choose(option);
    }
  });
}
