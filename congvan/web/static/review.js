"use strict";
/* Review: a field, its ink on the page and its place in the text, shown together; and keys for all of it. */
(() => {
  document.documentElement.classList.add("js");
  const SVG = "http://www.w3.org/2000/svg";
  const DOUBT = 0.75;
  const bench = document.querySelector(".bench");
  const sheets = [...document.querySelectorAll(".sheet")];
  const pane = document.querySelector(".sheets");
  const pieces = () => [...document.querySelectorAll(".reading [data-a]")].map((node) => ({ node, a: +node.dataset.a, b: +node.dataset.b }));
  const words = new Map();
  let shown = [];

  const rect = (word, name) => {
    const box = document.createElementNS(SVG, "rect");
    const pad = name === "hot" ? 1 : 0;
    box.setAttribute("class", name);
    box.setAttribute("x", word[2] - pad); box.setAttribute("y", word[3] - pad);
    box.setAttribute("width", Math.max(1, word[4] - word[2] + 2 * pad)); box.setAttribute("height", Math.max(1, word[5] - word[3] + 2 * pad));
    box.setAttribute("rx", 1.5);
    return box;
  };
  const load = (sheet) => {
    const at = sheet.dataset.page;
    if (!sheet.dataset.words) return Promise.resolve([]);
    if (!words.has(at)) {
      words.set(at, fetch(sheet.dataset.words, { credentials: "same-origin" }).then((answer) => (answer.ok ? answer.json() : [])).then((found) => {
        const ink = sheet.querySelector(".ink");
        found.filter((word) => word[6] !== null && word[6] < DOUBT).forEach((word) => ink.append(rect(word, "low")));
        return found;
      }).catch(() => []));
    }
    return words.get(at);
  };
  if ("IntersectionObserver" in window) {
    const watch = new IntersectionObserver((seen) => seen.forEach((entry) => { if (entry.isIntersecting) { load(entry.target); watch.unobserve(entry.target); } }), { root: null, rootMargin: "400px" });
    sheets.forEach((sheet) => watch.observe(sheet));
  } else sheets.forEach(load);

  const parse = (text) => (text || "").trim().split(/\s+/).filter(Boolean).map((part) => part.split("-").map(Number));
  const into = (view, node, block) => {
    const outer = view.getBoundingClientRect(), inner = node.getBoundingClientRect();
    if (inner.top < outer.top + 30 || inner.bottom > outer.bottom - 30) {
      view.scrollTop += inner.top - outer.top - (block === "start" ? 60 : (outer.height - inner.height) / 2);
    }
    if (inner.left < outer.left || inner.right > outer.right) view.scrollLeft += inner.left - outer.left - 40;
  };
  const show = async (spans, scroll = true) => {
    shown = spans;
    document.querySelectorAll(".reading .lazy").forEach((node) => {
      if (spans.some(([s, e]) => s < +node.dataset.end && e > +node.dataset.start)) htmx.trigger(node, "need");
    });
    const all = pieces();
    all.forEach(({ node, a, b }) => node.classList.toggle("hot", spans.some(([s, e]) => a < e && b > s)));
    document.querySelectorAll(".ink .hot").forEach((node) => node.remove());
    const reading = document.querySelector(".reading");
    const first = all.find(({ node }) => node.classList.contains("hot"));
    if (scroll && first) into(reading, first.node);
    let moved = !scroll;
    for (const sheet of sheets) {
      const hit = spans.filter(([s, e]) => s < +sheet.dataset.end && e > +sheet.dataset.start);
      if (!hit.length) continue;
      const found = await load(sheet);
      if (shown !== spans) return;
      const ink = sheet.querySelector(".ink");
      const boxes = found.filter((word) => hit.some(([s, e]) => word[0] < e && word[1] > s)).map((word) => rect(word, "hot"));
      boxes.forEach((box) => ink.append(box));
      if (!moved && pane) { into(pane, boxes[0] || sheet, "start"); moved = true; }
    }
  };

  const stops = () => [...document.querySelectorAll("#fields .field, #fields .fix, #fields details.group > summary[data-span]")].filter((node) => node.offsetParent !== null);
  let at = null;
  const choose = (node, focus, still) => {
    document.querySelectorAll("#fields .at").forEach((other) => other.classList.remove("at"));
    if (!node) return;
    node.classList.add("at");
    at = node.dataset.path || node.dataset.span || null;
    if (!still) into(document.getElementById("fields"), node); /* under a mouse button nothing may move */
    show(parse(node.dataset.span));
    if (focus) {
      const edit = node.querySelector("input:not([type=hidden]), textarea, select");
      if (edit) edit.focus();
    }
  };
  const current = () => document.querySelector("#fields .at");
  const step = (by) => {
    const all = stops();
    const now = all.indexOf(current());
    choose(all[Math.max(0, Math.min(all.length - 1, now < 0 ? 0 : now + by))]);
  };

  document.addEventListener("focusin", (event) => {
    const node = event.target.closest("#fields .field, #fields .fix, #fields summary[data-span]");
    if (node && !node.classList.contains("at")) choose(node, false, true);
  });
  document.addEventListener("input", (event) => {
    const field = event.target.closest(".field");
    if (field) field.classList.add("changed");
  });
  document.addEventListener("change", (event) => {
    const field = event.target.closest(".field");
    if (field && event.target.tagName === "SELECT") field.requestSubmit();
  });
  document.addEventListener("click", (event) => {
    const go = event.target.closest(".go");
    if (go) { show(parse(go.dataset.spans)); return; }
    const crop = event.target.closest(".crop");
    if (crop) { choose(document.querySelector(`.field[data-path="${crop.dataset.for}"]`), true); return; }
    if (event.target.closest(".adding .pick")) { take(); return; }
    const zoom = event.target.closest("[data-zoom]");
    if (zoom) { scale(+zoom.dataset.zoom); return; }
    const piece = event.target.closest(".reading [data-a]");
    if (piece && !String(getSelection())) { pick(+piece.dataset.a, +piece.dataset.b); return; }
    const ink = event.target.closest(".ink");
    if (ink) touch(ink, event);
  });
  /* a click in the text or on the page: the smallest field there, else the place itself */
  const pick = (a, b) => {
    const fits = [...document.querySelectorAll("#fields [data-span]")].map((node) => ({ node, span: parse(node.dataset.span)[0] }))
      .filter(({ span }) => span[0] < b && span[1] > a).sort((x, y) => (x.span[1] - x.span[0]) - (y.span[1] - y.span[0]));
    if (fits.length) {
      for (let box = fits[0].node.parentElement; box && box.id !== "fields"; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
      choose(fits[0].node);
    } else show([[a, b]]);
  };
  const touch = async (ink, event) => {
    const sheet = ink.closest(".sheet");
    const found = await load(sheet);
    const view = ink.viewBox.baseVal, frame = ink.getBoundingClientRect();
    const x = ((event.clientX - frame.left) / frame.width) * view.width, y = ((event.clientY - frame.top) / frame.height) * view.height;
    const word = found.find((w) => x >= w[2] - 1 && x <= w[4] + 1 && y >= w[3] - 1 && y <= w[5] + 1);
    if (word) pick(word[0], word[1]);
  };
  /* what is marked in the text: its words and where it begins, to be added */
  let marked = null;
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return;
    const range = chosen.getRangeAt(0);
    const reading = document.querySelector(".reading");
    if (!reading.contains(range.commonAncestorContainer)) return;
    let text = "", start = null;
    pieces().filter(({ node }) => range.intersectsNode(node)).forEach(({ node, a }) => {
      const letters = node.textContent;
      const first = node.contains(range.startContainer) ? range.startOffset : 0;
      const last = node.contains(range.endContainer) ? range.endOffset : letters.length;
      if (start === null && last > first) start = a + first;
      text += letters.slice(first, last);
    });
    marked = text.trim() ? { text, start } : null;
    document.querySelectorAll(".adding .pick").forEach((node) => { node.hidden = !marked; });
  });
  const take = () => {
    const form = document.querySelector(".adding");
    if (!form || !marked) return;
    form.elements.words.value = marked.text.trim().replace(/\s+/g, " ");
    form.elements.at.value = marked.start;
  };
  const adding = () => {
    const form = document.querySelector(".adding");
    if (!form) return;
    form.closest("details").open = true;
    take();
    into(document.getElementById("fields"), form);
    form.elements.words.focus();
  };
  let size = 0;
  const scale = (by) => {
    if (!pane) return;
    size = Math.max(0, Math.min(3, size + by));
    pane.className = `sheets zoom-${size}`;
    if (size > 0) {
      sheets.forEach((sheet) => {
        const image = sheet.querySelector("img");
        if (image.src.includes("width=1000")) image.src = image.src.replace("width=1000", "width=1600");
      });
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.getElementById("help").open) return;
    const inside = event.target.closest("input, textarea, select");
    if (inside) {
      if (event.key === "Escape") {
        const field = inside.closest(".field");
        if (field) { field.reset(); field.classList.remove("changed"); }
        inside.blur();
      } else if (event.key === "Enter" && inside.tagName === "TEXTAREA" && !event.shiftKey && inside.closest(".field")) {
        event.preventDefault();
        inside.closest(".field").requestSubmit();
      }
      return;
    }
    const link = (id) => { const node = document.getElementById(id); if (node) node.click(); };
    const press = (name) => { const node = current() && current().querySelector(name); if (node) node.click(); };
    const done = document.getElementById("done");
    switch (event.key) {
      case "j": step(1); break;
      case "k": step(-1); break;
      case "Enter": if (current() && !event.target.closest("button, a, summary")) { choose(current(), true); break; } return;
      case "n": link("go-after"); break;
      case "p": link("go-before"); break;
      case "d": if (done) done.requestSubmit(); break;
      case "a": press(".accept"); break;
      case "u": press(".undo"); break;
      case "t": adding(); break;
      case "+": scale(1); break;
      case "-": scale(-1); break;
      default: return;
    }
    event.preventDefault();
  });

  /* after a value is saved the fields come back anew: what was open and chosen stays so */
  let open = [], top = 0;
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id !== "fields") return;
    open = [...document.querySelectorAll("#fields details.group")].map((node) => [node.id, node.open]);
    top = event.detail.target.scrollTop;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.classList.contains("lazy")) {
      if (event.detail.target.classList.contains("text")) show(shown, false);
      return;
    }
    const view = document.getElementById("fields");
    open.forEach(([id, was]) => { const node = id && document.getElementById(id); if (node) node.open = was; });
    view.scrollTop = top;
    if (at) {
      const node = [...view.querySelectorAll("[data-path], [data-span]")].find((one) => (one.dataset.path || one.dataset.span) === at);
      if (node) { node.classList.add("at"); show(parse(node.dataset.span), false); }
    }
    const added = view.querySelector("details.new:not(#g-head) > summary");
    if (added) choose(added);
    const bad = view.querySelector("[aria-invalid]");
    if (bad) bad.focus(); else if (document.activeElement) document.activeElement.blur();
    document.getElementById("say").textContent = bad ? "" : "✓";
  });

  /* an address may name a place in the text: #at=120-180 */
  const named = () => {
    const place = /^#at=(\d+)-(\d+)$/.exec(location.hash);
    if (place) pick(+place[1], +place[2]);
  };
  window.addEventListener("hashchange", named);
  named();
})();
