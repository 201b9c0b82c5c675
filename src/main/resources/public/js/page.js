'use strict';

/* What pages do better with a script than without. Everything else is HTML. */
(() => {
  const wide = matchMedia('(min-width: 62rem)');
  const menu = document.querySelector('.menu');
  // where the menu is a row its own stylesheet says
  const row = matchMedia(document.getElementById('menu-wide').media);
  const folds = document.querySelectorAll('.fold');
  // what the page opens itself has something in it that is wrong or to be chosen
  const unfoldedByPage = new Set([...folds].filter(fold => fold.open));
  const openWide = () => {
    folds.forEach(fold => { fold.open = wide.matches || unfoldedByPage.has(fold); });
    menu.open = row.matches;
  };
  openWide();
  wide.addEventListener('change', openWide);
  row.addEventListener('change', openWide);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && menu.open && !row.matches) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });

  // what the reader has opened stays open when it is swapped, before the focus goes back into it
  const unfolded = new Map();
  document.addEventListener('htmx:beforeSwap', () => {
    unfolded.clear();
    document.querySelectorAll('details[id]').forEach(one => unfolded.set(one.id, one.open));
  });
  document.addEventListener('htmx:oobAfterSwap', () => {
    document.querySelectorAll('details[id]').forEach(one => { one.open = unfolded.get(one.id) ?? one.open; });
  });

  // fields that propose what may be meant: arrows lead into the proposals, Escape closes them
  const proposals = field => document.getElementById(field.dataset.suggests);
  document.addEventListener('change', event => {
    // what is typed is not yet what is meant; choosing or sending says that
    if (event.target.dataset.suggests) event.stopPropagation();
  }, true);
  document.addEventListener('keydown', event => {
    const field = event.target.closest('[data-suggests]') ?? document.querySelector('[data-suggests]');
    const box = field && proposals(field);
    if (!box || event.target !== field && !box.contains(event.target)) return;
    const all = [...box.querySelectorAll('.option')];
    const at = all.indexOf(document.activeElement);
    if (event.key === 'Escape' && all.length) {
      box.replaceChildren();
      field.focus();
      event.preventDefault();
    } else if (event.key === 'ArrowDown' && at < all.length - 1) {
      all[at + 1].focus();
      event.preventDefault();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      (all[at - 1] ?? field).focus();
      event.preventDefault();
    }
  });

  // the token of a mail's link stands behind the #, where no server log sees it
  const fromLink = document.querySelector('[data-token-from-link]');
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (fromLink && token) {
    fromLink.querySelector('input').value = token;
    fromLink.hidden = true;
    history.replaceState(null, '', location.pathname + location.search);
    // what only shows what the link is for needs no second step
    if (fromLink.dataset.tokenFromLink === 'send') fromLink.closest('form').requestSubmit();
  }
  const email = new URLSearchParams(location.hash.slice(1)).get('email');
  const asked = document.querySelector('[data-email-from-link] input[name=email]');
  if (asked && email) {
    asked.value = email;
    history.replaceState(null, '', location.pathname + location.search);
  }

  const errors = document.getElementById('errors');
  if (errors) errors.focus();

  // who signs out leaves nothing for the next one at this screen
  document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => sessionStorage.clear());

  // a confirmation before what cannot be undone
  document.addEventListener('submit', event => {
    const asks = event.target.dataset.confirm;
    if (asks && !window.confirm(asks)) event.preventDefault();
  });

  // what a part of the page has become is said to those who do not see it
  document.addEventListener('htmx:load', event => {
    const part = event.detail.elt;
    if (part === document.body) return;
    const said = part.matches('[data-announce]') ? part : part.querySelector('[data-announce]');
    if (said) document.getElementById('announcer').textContent = said.dataset.announce || said.textContent;
  });

  // beside a slider stands its number
  document.addEventListener('input', event => {
    const shown = event.target.type === 'range' && document.querySelector(`output[for="${event.target.id}"]`);
    if (shown) shown.textContent = event.target.value;
  });

  // what is open beside the content where there is room for it
  document.querySelectorAll('details[data-open-wide]').forEach(part => { part.open = part.open || wide.matches; });
})();
