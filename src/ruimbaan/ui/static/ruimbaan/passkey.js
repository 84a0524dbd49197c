// SPDX-License-Identifier: EUPL-1.2
// Passkeys: the page says what to ask, the device answers, the answer goes back as an ordinary form.
const form = document.querySelector("[data-passkey]");
const asked = JSON.parse(document.getElementById("asked").textContent);
const failed = form.querySelector("[data-failed]");

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

// the page carries text; the browser wants bytes for these, and gives bytes back
function readable(options) {
  const known = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));
  return {
    ...options,
    challenge: bytes(options.challenge),
    ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
    ...(options.excludeCredentials && { excludeCredentials: known(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: known(options.allowCredentials) }),
  };
}

function sendable(credential) {
  const answer = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) answer[name] = text(credential.response[name]);
  }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: answer,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  failed.hidden = true;
  try {
    const publicKey = readable(asked.publicKey);
    const credential = await navigator.credentials[form.dataset.passkey]({ publicKey });
    form.elements.antwoord.value = JSON.stringify(sendable(credential));
    form.submit();
  } catch {
    failed.hidden = false; // not chosen, taken too long, or nothing fitting on this device
  }
});

if (window.PublicKeyCredential) {
  form.querySelector("[data-ready]").hidden = false;
  form.querySelector("[data-not-ready]").hidden = true;
}
