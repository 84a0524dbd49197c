// SPDX-License-Identifier: EUPL-1.2
// A scanned code stands behind the # of the address: no server sees it there. It goes in the form.
const field = document.getElementById("geheim");
const code = decodeURIComponent(location.hash.slice(1));
if (code) {
  field.value = code;
  history.replaceState(null, "", location.pathname + location.search); // and out of the address bar
  document.getElementById("naam").focus();
}
