'use strict';

/* Uses the link of a mail: its token stands behind the # and is sent only when the reader asks for it. */
(() => {
  const form = document.getElementById('account-form');
  const problem = document.getElementById('problem');
  const done = document.getElementById('done');
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  const language = document.documentElement.lang;
  const addresses = {
    confirm: '/accounts/confirm',
    reset: '/password-resets/confirm',
    invitation: '/invitations/accept',
    forgotten: '/password-resets'
  };
  const kind = form.dataset.kind;

  function refuse(text) {
    problem.textContent = text;
    problem.hidden = false;
  }

  async function send(event) {
    event.preventDefault();
    problem.hidden = true;
    const fields = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
    const body = kind === 'forgotten' ? fields : {...fields, token};
    if (kind === 'invitation') body.language = language;
    try {
      const answer = await fetch(`/api/v1${addresses[kind]}`, {
        method: 'POST',
        headers: {'Content-Type': 'application/json', 'Accept-Language': language},
        body: JSON.stringify(body)
      });
      if (!answer.ok) {
        const told = await answer.json().catch(() => null);
        const fields = (told?.errors || []).map(e => e.message).join(' ');
        refuse(fields || told?.detail || form.dataset.failed);
        return;
      }
      form.hidden = true;
      done.textContent = form.dataset.done;
      done.focus();
    } catch {
      refuse(form.dataset.failed);
    }
  }

  if (kind !== 'forgotten' && !token) {
    form.hidden = true;
    refuse(form.dataset.noToken);
  }
  form.addEventListener('submit', send);
})();
