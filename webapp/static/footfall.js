// What pages can do beyond links and forms. Every page works without it.
"use strict";

(function () {
  const SVG = "http://www.w3.org/2000/svg";
  const KEYS_OFF = document.documentElement.dataset.keys === "off";

  function all(selector, within) {
    return Array.from((within || document).querySelectorAll(selector));
  }

  /* ---- Menus: one open at a time, closed by Escape and by a click elsewhere ---- */
  const menus = all("details.pop");
  menus.forEach(function (menu) {
    menu.addEventListener("toggle", function () {
      if (menu.open) {
        menus.forEach(function (other) { if (other !== menu) { other.open = false; } });
      }
    });
  });
  document.addEventListener("click", function (event) {
    menus.forEach(function (menu) { if (!menu.contains(event.target)) { menu.open = false; } });
  });

  /* ---- Keys: Escape, [ ] and those of the usual periods; can be switched off ---- */
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      const open = menus.find(function (menu) { return menu.open; });
      if (open) {
        open.open = false;
        open.querySelector("summary").focus();
      } else if (location.hash === "#side") {
        location.hash = "#main";
      }
      return;
    }
    const typing = event.target.closest && event.target.closest("input, select, textarea");
    if (KEYS_OFF || typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const key = event.key.toLowerCase();
    const link = all("a[data-key]").find(function (a) { return a.dataset.key === key; });
    if (link) {
      event.preventDefault();
      link.click();
    }
  });

  /* ---- Show the password ---- */
  all("button[data-reveal]").forEach(function (button) {
    const field = document.getElementById(button.dataset.reveal);
    button.hidden = false;
    button.addEventListener("click", function () {
      const shown = field.type === "password";
      field.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
      button.textContent = shown ? "Hide" : "Show";
      field.focus();
    });
  });

  /* ---- First run: copy the code, notice the first hit ---- */
  all("button[data-copy-button]").forEach(function (button) {
    const code = document.querySelector("[data-copy]");
    if (!navigator.clipboard || !code) {
      return;
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(code.textContent).then(function () {
        button.lastElementChild.textContent = "Copied";
      });
    });
  });
  all("[data-poll]").forEach(function (waiting) {
    const until = Date.now() + 600000;
    document.querySelector("[data-by-itself]").hidden = false;
    function ask() {
      fetch(waiting.dataset.poll, { headers: { Accept: "application/json" } })
        .then(function (answer) { return answer.ok ? answer.json() : { seen: false }; })
        .catch(function () { return { seen: false }; })
        .then(function (state) {
          if (state.seen) {
            waiting.hidden = true;
            document.querySelector("[data-seen]").hidden = false;
            document.querySelector("[data-first-title]").textContent = "It works: the first visit is here";
          } else if (Date.now() < until) {
            setTimeout(ask, 2000);
          }
        });
    }
    setTimeout(ask, 2000);
  });

  /* ---- Charts: the value under the pointer, or under the arrow keys ---- */
  function draw(name, attributes, text) {
    const node = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    if (text !== undefined) {
      node.textContent = text;
    }
    return node;
  }

  function tip(slot) {
    const group = draw("g", { "class": "tip" });
    group.append(draw("line", { "class": "cross", x1: slot.x + "%", x2: slot.x + "%", y1: 14, y2: 226 }));
    if (slot.y) {
      group.append(draw("circle", { "class": "point", cx: slot.x + "%", cy: slot.y, r: 4 }));
    }
    const lines = [[slot.label, slot.now, "dot-now"]];
    if (slot.compared) {
      lines.push([slot.compared, slot.before]);
      lines.push(["Change", slot.change]);
    }
    const longest = Math.max.apply(null, lines.map(function (l) { return l[0].length + l[1].length; }));
    const width = Math.max(150, longest * 6.6 + 62);
    const left = Number(slot.x) > 55 ? -width - 12 : 12;
    const box = draw("svg", { x: slot.x + "%", y: 22, overflow: "visible" });
    box.append(draw("rect", { "class": "tip-box", x: left, y: 0, width: width, height: 14 + 19 * lines.length, rx: 7 }));
    lines.forEach(function (line, i) {
      const y = 21 + 19 * i;
      if (line[2]) {
        box.append(draw("rect", { "class": line[2], x: left + 12, y: y - 8, width: 8, height: 8, rx: 2 }));
      }
      box.append(draw("text", { x: left + (line[2] ? 26 : 12), y: y }, line[0]));
      box.append(draw("text", { "class": "strong", x: left + width - 12, y: y, "text-anchor": "end" }, line[1]));
    });
    group.append(box);
    return group;
  }

  all("[data-chart]").forEach(function (stage) {
    const chart = stage.querySelector("svg");
    const figure = stage.closest("figure");
    const slots = all(".as-table tbody tr", figure).map(function (row) {
      const cells = all("th, td", row).map(function (cell) { return cell.textContent; });
      return Object.assign({ label: cells[0], now: cells[1], before: cells[2], change: cells[3] }, row.dataset);
    });
    if (!slots.length) {
      return;
    }
    const live = document.createElement("p");
    live.className = "heard";
    live.setAttribute("aria-live", "polite");
    figure.append(live);
    stage.tabIndex = 0;
    stage.setAttribute("role", "group");
    stage.setAttribute("aria-label", "Chart. Left and right arrow keys read single values.");
    let at = -1;
    let shown = null;

    function hide() {
      if (shown) {
        shown.remove();
        shown = null;
      }
    }
    function show(index) {
      hide();
      at = Math.max(0, Math.min(slots.length - 1, index));
      shown = tip(slots[at]);
      chart.append(shown);
    }
    stage.addEventListener("pointermove", function (event) {
      const box = chart.getBoundingClientRect();
      const gutter = parseFloat(getComputedStyle(chart).paddingInlineStart) || 0;
      const x = 100 * (event.clientX - box.left - gutter) / (box.width - gutter);
      const index = slots.findIndex(function (s) { return x <= Number(s.left) + Number(s.width); });
      show(index < 0 ? slots.length - 1 : index);
    });
    stage.addEventListener("pointerleave", hide);
    stage.addEventListener("blur", hide);
    stage.addEventListener("keydown", function (event) {
      const to = { ArrowLeft: at < 0 ? slots.length - 1 : at - 1, ArrowRight: at < 0 ? 0 : at + 1, Home: 0, End: slots.length - 1 }[event.key];
      if (event.key === "Escape") {
        hide();
      }
      if (to === undefined) {
        return;
      }
      event.preventDefault();
      show(to);
      const slot = slots[at];
      live.textContent = slot.label + ": " + slot.now + (slot.compared ? "; " + slot.compared + ": " + slot.before + "; change " + slot.change : "");
    });
  });
})();
