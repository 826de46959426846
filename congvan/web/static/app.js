"use strict";
/* Keys that work on every page, and forms that go off when a choice is made. Pages work without it. */
(() => {
  const typing = (node) => node.closest("input, textarea, select, [contenteditable]");
  const help = () => document.getElementById("help");

  const move = (step) => {
    const hits = [...document.querySelectorAll(".hit")];
    if (!hits.length) return false;
    const at = hits.findIndex((hit) => hit.classList.contains("at"));
    const next = hits[Math.max(0, Math.min(hits.length - 1, at < 0 ? 0 : at + step))];
    hits.forEach((hit) => hit.classList.toggle("at", hit === next));
    const link = next.querySelector(".open");
    if (link) link.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help().open) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "?") help().showModal();
    else if (event.key === "/") {
      const box = document.getElementById("q");
      if (box) { box.focus(); box.select(); } else location.assign("/");
    } else if ((event.key === "j" || event.key === "k") && !document.querySelector(".bench")) {
      if (!move(event.key === "j" ? 1 : -1)) return;
    } else return;
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-help]")) help().showModal();
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  /* a drawing wider than the screen begins with the act it is about */
  const drawn = document.querySelector(".graph-box"), centre = document.querySelector(".graph-box .centre rect");
  if (drawn && centre) {
    const box = drawn.getBoundingClientRect(), act = centre.getBoundingClientRect();
    drawn.scrollLeft += act.left + act.width / 2 - box.left - box.width / 2;
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
  });
})();
