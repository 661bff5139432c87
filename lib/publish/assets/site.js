// Searching needs scripts, so its form is shown by one.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("header form.search")) form.hidden = false;
});
