(() => {
  const form = document.querySelector('form[data-ceremony]');
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const read = (credentials) => (credentials ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
  const written = (response) => {
    const members = {};
    for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (response[name]) members[name] = text(response[name]);
    }
    if (response.getTransports) members.transports = response.getTransports();
    return members;
  };
  const say = (what) => {
    for (const words of form.querySelectorAll('[data-fault]')) words.hidden = words.dataset.fault !== what;
  };
  const ask = async () => {
    const options = JSON.parse(form.dataset.options);
    options.challenge = bytes(options.challenge);
    if (form.dataset.ceremony === 'create') {
      options.user.id = bytes(options.user.id);
      options.excludeCredentials = read(options.excludeCredentials);
      return navigator.credentials.create({ publicKey: options });
    }
    options.allowCredentials = read(options.allowCredentials);
    return navigator.credentials.get({ publicKey: options });
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!navigator.credentials) {
      say('unsupported');
      return;
    }
    say('');
    try {
      const credential = await ask();
      form.elements.response.value = JSON.stringify({
        id: credential.id,
        rawId: text(credential.rawId),
        type: credential.type,
        authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
        clientExtensionResults: credential.getClientExtensionResults(),
        response: written(credential.response),
      });
      form.submit();
    } catch (error) {
      say({ InvalidStateError: 'present', SecurityError: 'unsupported' }[error.name] ?? 'cancelled');
    }
  });
})();
