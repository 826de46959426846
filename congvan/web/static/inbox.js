"use strict";
/* Files and folders dropped on the inbox, sent with a bar that shows how far. */
(() => {
  const form = document.getElementById("drop");
  const input = form.querySelector('input[name="files"]');
  const folder = document.getElementById("folder");
  const chosen = document.getElementById("chosen");
  const problem = document.getElementById("drop-problem");
  const bar = document.getElementById("sent");
  const limit = { files: +form.dataset.maxFiles, bytes: +form.dataset.maxBytes, all: +form.dataset.maxRequest };
  let files = [];
  document.querySelectorAll("[data-needs-script]").forEach((node) => { node.hidden = false; });

  const say = (text) => { problem.textContent = text; problem.hidden = !text; };
  const take = (found) => {
    files = found.filter((file) => !file.name.startsWith(".") && !/^(thumbs\.db|desktop\.ini)$/i.test(file.name));
    const total = files.reduce((sum, file) => sum + file.size, 0);
    chosen.textContent = `${files.length} ${form.dataset.chosen}: ` + files.slice(0, 5).map((f) => f.name).join(", ") + (files.length > 5 ? "…" : "");
    if (files.length > limit.files) say(form.dataset.tooMany);
    else if (files.some((file) => file.size > limit.bytes)) say(form.dataset.tooLarge);
    else if (total > limit.all) say(form.dataset.tooMuch);
    else say("");
  };
  input.addEventListener("change", () => take([...input.files]));
  folder.addEventListener("change", () => take([...folder.files]));

  const walk = async (entry) => {
    if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
    const reader = entry.createReader();
    const all = [];
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!some.length) return all;
      for (const child of some) all.push(...(await walk(child)));
      if (all.length > limit.files) return all;
    }
  };
  ["dragover", "dragenter"].forEach((name) => form.addEventListener(name, (event) => { event.preventDefault(); form.classList.add("over"); }));
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    const found = [];
    for (const entry of entries) found.push(...(await walk(entry)));
    take(found.length ? found : [...event.dataTransfer.files]);
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!files.length) { input.click(); return; }
    if (!problem.hidden && files.length > limit.files) return;
    const body = new FormData();
    files.forEach((file) => body.append("files", file, file.name));
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-CSRF-Token", form.querySelector('[name="csrf"]').value);
    request.setRequestHeader("HX-Request", "true");
    bar.hidden = false;
    request.upload.addEventListener("progress", (sent) => { if (sent.lengthComputable) bar.value = (100 * sent.loaded) / sent.total; });
    request.addEventListener("load", () => {
      const next = request.getResponseHeader("HX-Redirect");
      if (next && next.startsWith("/") && !next.startsWith("//")) { location.assign(next); return; }
      bar.hidden = true;
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const said = page.querySelector(".problem");
      say(said ? said.textContent : form.dataset.failed);
    });
    request.addEventListener("error", () => { bar.hidden = true; say(form.dataset.failed); });
    request.send(body);
  });
})();
