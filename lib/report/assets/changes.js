// Filters by domain, unit and words, beside those that work by style alone. The page is whole without this.
(function () {
  "use strict";
  var more = document.getElementById("more");
  var main = document.getElementById("main");
  var shown = document.getElementById("shown");
  var domain = document.getElementById("s-domain");
  var unit = document.getElementById("s-unit");
  var words = document.getElementById("s-text");
  var sections = Array.prototype.slice.call(document.querySelectorAll("section.domain"));
  var rows = sections.map(function (section) {
    return Array.prototype.slice.call(section.querySelectorAll("tbody tr")).map(function (row) {
      return { row: row, kind: row.className.split(" ")[0], unexplained: row.classList.contains("unexplained"),
        unit: row.dataset.unit, text: row.textContent.toLowerCase() };
    });
  });
  function on(name) { return document.getElementById("f-" + name).checked; }
  function apply() {
    var text = words.value.trim().toLowerCase(), all = 0, count = 0;
    var kinds = { narrowed: on("narrowed"), widened: on("widened"), changed: on("changed"), editorial: on("editorial") };
    var only = on("unexplained");
    main.classList.toggle("searched", text !== "" || domain.value !== "" || unit.value !== "");
    sections.forEach(function (section, i) {
      var here = 0;
      rows[i].forEach(function (entry) {
        var fits = (domain.value === "" || section.dataset.domain === domain.value) &&
          (unit.value === "" || entry.unit === unit.value) && (text === "" || entry.text.indexOf(text) >= 0);
        entry.row.hidden = !fits;
        all += 1;
        if (fits && kinds[entry.kind] && (!only || entry.unexplained)) here += 1;
      });
      section.hidden = here === 0;
      count += here;
    });
    var parts = shown.dataset.form.split("{}");
    shown.textContent = parts[0] + count + parts[1] + all + parts[2];
  }
  more.hidden = false;
  [domain, unit].forEach(function (field) { field.addEventListener("change", apply); });
  words.addEventListener("input", apply);
  document.querySelectorAll(".box").forEach(function (box) { box.addEventListener("change", apply); });
  apply();
})();
