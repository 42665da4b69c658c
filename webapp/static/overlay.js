// The page overlay: a page of the site in a frame, or in a window of its own, tells where it is; this page asks the Reporting API
// where visitors went from there, lists it, and hands the numbers back to be drawn at the links. What comes from the frame is a
// stranger's: only its window and the site's origins are heard, nothing but an address of the site is taken from it, and nothing of
// Footfall's but numbers and addresses goes there, and no numbers of a segment: whoever chose it could tell one visitor from another.
"use strict";

(function () {
  const LONGEST = 1024;
  const MOST_ROWS = 500;
  const MOST_NUMBERS = 2000;
  const PATIENCE = 4000;
  const LOADING = 15000;
  const GAP = 500;

  function one(selector) {
    return document.querySelector(selector);
  }
  function all(selector) {
    return Array.from(document.querySelectorAll(selector));
  }

  const set = one("[data-overlay]").dataset;
  const origins = set.origins.split(" ");
  const without = set.without.split("\n");
  const frame = one("[data-frame]");
  const hint = one("[data-hint]");
  const apart = one("[data-apart]");
  const field = one("#address");
  const says = one("[data-says]");
  const list = one("[data-list]");
  const none = one("[data-none]");

  /* ---- Words and numbers ---- */
  const counts = new Intl.NumberFormat("en");
  const shares = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

  function counted(number, word) {
    return counts.format(number) + " " + word + (number === 1 ? "" : "s");
  }
  function share(part, whole) {
    const percent = 100 * part / whole;
    return !whole ? "–" : percent > 0 && percent < 0.1 ? "< 0.1%" : shares.format(percent) + "%";
  }
  /* Characters that cannot be seen, or change the direction of what stands around them, are shown as a box. */
  function readable(text) {
    let decoded = text;
    try {
      decoded = decodeURI(text);
    } catch (e) {
      // Not UTF-8: as it is.
    }
    return decoded.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu, "□") || "(empty)";
  }
  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }

  /* ---- Addresses ---- */
  function bare(address) {
    return address.replace(/^https?:\/\/(www\.)?/i, "");
  }
  /* An address of the site, or nothing. */
  function own(address) {
    try {
      const url = new URL(address);
      return origins.includes(url.origin) && !url.username && !url.password ? url.href : "";
    } catch (e) {
      return "";
    }
  }

  /* Links to Matomo's overlay carry the page in the fragment, with $ for %. */
  function linked() {
    const said = /^#\?(?:.*&)?l=([^&]{1,3072})(?:&|$)/.exec(location.hash);
    try {
      const address = said ? own(decodeURIComponent(said[1].replace(/\$/g, "%"))) : "";
      return address.length <= LONGEST ? address : "";
    } catch (e) {
      return "";
    }
  }

  /* ---- The frame, or the window ---- */
  let other = null;
  let spoken;
  let judged;
  let patience = 0;

  function shown() {
    return other || frame.contentWindow;
  }
  function judge() {
    clearTimeout(patience);
    if (spoken === judged) {
      const mixed = location.protocol === "https:" && /^http:/.test(current);
      all("[data-only]").forEach(function (item) {
        const kind = item.dataset.only;
        item.hidden = kind === "mixed" ? !mixed || !!other : (kind === "window") !== !!other;
      });
      hint.hidden = false;
      says.textContent = "No word from this page.";
      tell("The page says nothing.", []);
    }
    judged = spoken;
  }
  function wait(time) {
    clearTimeout(patience);
    patience = setTimeout(judge, time);
  }
  function begin(address) {
    current = address;
    followed = "";
    field.value = address;
    hint.hidden = true;
    judged = spoken;
    says.textContent = "Waiting for the page…";
    wait(LOADING);
  }
  function show(address) {
    if (other && !other.closed) {
      begin(address);
      other.location.href = address;
      return;
    }
    other = null;
    apart.hidden = true;
    frame.hidden = false;
    begin(address);
    // Browsers show no http page in the frame of an https page; in a window they do.
    const secret = own(address.replace(/^http:/i, "https:"));
    frame.src = location.protocol === "https:" && secret || address;
  }
  /* A window apart is not refused as a frame may be. */
  function open() {
    const opened = window.open(current, "Footfall_Overlay_window");
    if (!opened) {
      says.textContent = "The browser opened no window. Allow windows from this address.";
      return;
    }
    frame.src = "about:blank";
    frame.hidden = true;
    apart.hidden = false;
    other = opened;
    begin(current);
  }
  frame.addEventListener("load", function () {
    if (!other) {
      wait(PATIENCE);
    }
  });

  /* ---- What the page says ---- */
  let current = linked() || own(set.start);
  let followed = "";

  window.addEventListener("message", function (event) {
    const data = event.data;
    if (event.source !== shown() || !origins.includes(event.origin) || !data || data.footfall !== "page") {
      return;
    }
    const address = typeof data.url === "string" && data.url.length <= LONGEST ? own(data.url) : "";
    if (!address) {
      return;
    }
    spoken = String(data.load);
    hint.hidden = true;
    apart.hidden = !other;
    follow(address);
    ask({ address: address, said: data.url, window: event.source, origin: event.origin });
  });

  /* The address of this page and of its links is what is looked at. */
  function follow(address) {
    if (address === followed) {
      return;
    }
    followed = address;
    current = address;
    if (document.activeElement !== field) {
      field.value = address;
    }
    function moved(href) {
      const url = new URL(href, location.href);
      url.searchParams.set("url", address);
      return url.pathname + url.search;
    }
    history.replaceState(null, "", moved(location.href));
    all("a[data-with-page]").forEach(function (link) { link.href = moved(link.href); });
  }

  /* ---- Questions to the Reporting API: one at a time, the last one asked wins ---- */
  let asking = false;
  let next = null;

  function ask(page) {
    next = page;
    if (asking) {
      return;
    }
    asking = true;
    next = null;
    says.textContent = "Counting…";
    fetch(set.question + "&pageUrl=" + encodeURIComponent(page.address), { headers: { "X-Requested-With": "XMLHttpRequest" } })
      .then(function (answer) { return answer.json(); })
      .catch(function () { return { result: "error", message: "Footfall does not answer." }; })
      .then(function (answer) {
        if (!next && page.address === followed) {
          answered(page, answer);
        }
        setTimeout(function () {
          asking = false;
          if (next) {
            ask(next);
          }
        }, GAP);
      });
  }

  function answered(page, answer) {
    if (answer.result === "error" && answer.message !== "NoDataForAction") {
      says.textContent = "This report could not be made. " + answer.message;
      tell("Reload this page to try again.", []);
      return;
    }
    const metrics = answer.pageMetrics || { pageviews: 0 };
    const views = Number(metrics.pageviews);
    const pages = answer.followingPages || [];
    const files = (answer.outlinks || []).concat(answer.downloads || []);
    says.textContent = counted(views, "page view") + ", " + set.period + ".";
    if (!views) {
      tell("Nobody saw this page in this period.", []);
      answer = {};
    }
    const rows = pages.map(function (row) { return line(row, row.label, page.address); })
      .concat(files.map(function (row) { return line(row, row.label); }))
      .concat((answer.followingSiteSearches || []).map(function (row) { return line(row, "Search: " + row.label); }));
    rows.sort(function (a, b) { return b.times - a.times; });
    if (views) {
      if (Number(metrics.exits)) {
        rows.push({ text: "Left the site", times: Number(metrics.exits), last: true });
      }
      tell("Nobody went anywhere from this page.", rows, views);
    }
    page.window.postMessage({
      footfall: "ways",
      url: page.said,
      rows: (set.numbers === "1" ? pages.concat(files) : []).slice(0, MOST_NUMBERS).map(function (row) {
        return [row.label, share(row.referrals, views)];
      }),
      without: without,
      fragments: set.fragments === "1",
      own: origins
    }, page.origin);
  }

  /* A line of the list. Addresses of pages come without their beginning, which is most likely that of the page before. */
  function line(row, text, from) {
    const href = from ? own(/^https?:\/\/(www\.)?/i.exec(from)[0] + row.label) : "";
    const host = from ? bare(from).split("/")[0] : "";
    const short = host && text.startsWith(host + "/") ? text.slice(host.length) : text;
    return { text: short, whole: text, href: href, times: Number(row.referrals) };
  }

  /* Long ones are cut in the middle, since their ends tell them apart. */
  function label(row) {
    const text = readable(row.text);
    const box = element(row.href ? "a" : "span", "label-text");
    const end = Math.max.apply(null, ["/", "?", "&"].map(function (mark) { return text.lastIndexOf(mark, text.length - 2); }));
    const at = end > 0 && text.length - end <= 18 ? end : Math.max(0, text.length - 14);
    box.append(element("span", "", text.slice(0, at)), element("span", "", text.slice(at)));
    box.title = readable(row.whole || row.text);
    if (row.href) {
      const target = new URL(location.href);
      target.searchParams.set("url", row.href);
      box.href = target.pathname + target.search;
      box.addEventListener("click", function (event) {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
          event.preventDefault();
          show(row.href);
        }
      });
    }
    return box;
  }

  function tell(nothing, rows, views) {
    const body = one("[data-ways]");
    body.textContent = "";
    rows.slice(0, MOST_ROWS).forEach(function (row) {
      const cells = element("tr", row.last ? "quiet" : "");
      const name = element("th");
      name.scope = "row";
      name.append(label(row));
      cells.append(name, element("td", "number", counts.format(row.times)), element("td", "number", share(row.times, views)));
      body.append(cells);
    });
    list.hidden = !rows.length;
    none.hidden = rows.length > 0 && rows.length <= MOST_ROWS;
    none.textContent = rows.length ? counts.format(rows.length - MOST_ROWS) + " more, each seldomer than these." : nothing;
  }

  /* A page of another site led here: the form's button begins. */
  if (set.held === "1") {
    field.value = linked() || field.value;
    return;
  }

  /* ---- Controls ---- */
  all("[data-window]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", open);
  });
  one("[data-again]").addEventListener("click", function () { show(current); });
  one("[data-back]").addEventListener("click", function () {
    other.close();
    show(current);
  });
  setInterval(function () {
    if (!other || !other.closed) {
      return;
    }
    // One that never spoke may be open still, and parted from this page by its own policy.
    if (spoken !== judged) {
      show(current);
    } else if (hint.hidden) {
      judge();
    }
  }, 1000);

  if (current) {
    show(current);
  } else {
    judge();
  }
})();
