'use strict';

/* The start page: places, sign-in and matches, all through the public API. The access token is kept
   in this page only and is gone with it. */
(() => {
  const words = document.getElementById('words').dataset;
  const language = document.documentElement.lang;
  const number = new Intl.NumberFormat(language);
  const score = new Intl.NumberFormat(language, {minimumFractionDigits: 1, maximumFractionDigits: 1});
  const PAGE = 10;
  let token = null;
  let shown = 0;
  let asked = 0;

  const byId = id => document.getElementById(id);

  /** An element with a class and text or children; text is never read as markup. */
  function make(tag, className, ...content) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }

  async function call(path, options = {}) {
    const headers = {'Accept-Language': language, ...options.headers};
    if (token) headers.Authorization = `Bearer ${token}`;
    if (options.body) headers['Content-Type'] = 'application/json';
    let answer;
    try {
      answer = await fetch(`/api/v1${path}`, {...options, headers});
    } catch {
      throw new Error(words.failed);
    }
    const body = answer.status === 204 ? null : await answer.json().catch(() => null);
    if (!answer.ok) {
      if (answer.status === 401 && token) signedOut();
      const fields = (body?.errors || []).map(e => e.message).join(' ');
      throw new Error(fields || body?.detail || words.failed);
    }
    return body;
  }

  async function searchPlaces(event) {
    event.preventDefault();
    const mine = ++asked;
    const status = byId('place-status');
    status.textContent = words.loading;
    try {
      const found = await call(`/places?limit=8&q=${encodeURIComponent(byId('place').value)}`);
      if (mine !== asked) return; // a newer search is under way
      byId('places').replaceChildren(...found.items.map(place));
      status.textContent = found.items.length ? '' : words.none;
    } catch (error) {
      byId('places').replaceChildren();
      status.textContent = error.message;
    }
  }

  function place(found) {
    const facts = [found.region?.name, new Intl.DisplayNames([language], {type: 'region'}).of(found.countryCode)];
    if (found.population) facts.push(`${number.format(found.population)} ${words.population}`);
    return make('li', '', make('strong', '', found.name), make('p', 'facts', facts.filter(Boolean).join(' · ')));
  }

  async function signIn(event) {
    event.preventDefault();
    const problem = byId('sign-in-error');
    problem.hidden = true;
    try {
      const session = await call('/sessions', {
        method: 'POST',
        body: JSON.stringify({email: byId('email').value, password: byId('password').value})
      });
      token = session.accessToken;
      byId('password').value = '';
      byId('sign-in-panel').hidden = true;
      byId('matches-panel').hidden = false;
      byId('matches-heading').focus();
      await showAuthorities();
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    }
  }

  async function showAuthorities() {
    const account = await call('/account');
    const choice = byId('authority');
    choice.replaceChildren(...account.authorities.map(a => {
      const option = make('option', '', a.name);
      option.value = a.id;
      return option;
    }));
    byId('matches').replaceChildren();
    byId('more').hidden = true;
    if (account.authorities.length === 0) {
      byId('matches-status').textContent = words.noAuthority;
    } else {
      await showMatches(true);
    }
  }

  async function showMatches(fromTheTop) {
    const status = byId('matches-status');
    const list = byId('matches');
    if (fromTheTop) {
      shown = 0;
      list.replaceChildren();
    }
    status.textContent = words.loading;
    try {
      const found = await call(`/authorities/${byId('authority').value}/matches?limit=${PAGE}&offset=${shown}`);
      const cards = found.items.map(match);
      list.append(...cards);
      shown += found.items.length;
      status.textContent = shown ? '' : words.noMatches;
      byId('more').hidden = found.next === null;
      if (!fromTheTop && cards.length) cards[0].querySelector('summary').focus();
    } catch (error) {
      status.textContent = error.message;
    }
  }

  function match(found) {
    const other = found.authority;
    const name = make('h3', '', other.name);
    if (other.demo) name.append(make('span', 'badge', words.demo));
    const facts = [other.countryName, other.population ? `${number.format(other.population)} ${words.population}` : null];
    const why = make('details', '', make('summary', '', words.why),
      make('div', 'sides', side(words.yourSide, found.yourFit), side(words.theirSide, found.theirFit)));
    return make('li', 'match',
      make('div', 'row spread', name, make('span', 'score', `${score.format(found.score)} ${words.score}`)),
      make('p', 'facts', facts.filter(Boolean).join(' · ')), why);
  }

  function side(title, fit) {
    const list = make('ul', '', ...fit.criteria.map(criterion));
    return make('section', '', make('h4', '', `${title}: ${score.format(fit.fit)} ${words.score}`), list);
  }

  function criterion(one) {
    const item = make('li', '',
      make('div', 'criterion', make('span', '', one.label),
        make('span', '', one.stated ? `${score.format(one.contribution)} ${words.points}` : '–')));
    if (one.stated) {
      const bar = make('meter', '');
      bar.min = 0;
      bar.max = 1;
      bar.value = one.value;
      bar.setAttribute('aria-label', one.label);
      item.append(bar);
    }
    item.append(make('p', '', one.sentence));
    return item;
  }

  async function signOut() {
    await call('/sessions/current', {method: 'DELETE'}).catch(() => null);
    signedOut();
  }

  function signedOut() {
    token = null;
    byId('matches').replaceChildren();
    byId('matches-panel').hidden = true;
    byId('sign-in-panel').hidden = false;
    byId('email').focus();
  }

  byId('place-form').addEventListener('submit', searchPlaces);
  byId('sign-in-form').addEventListener('submit', signIn);
  byId('sign-out').addEventListener('click', signOut);
  byId('authority').addEventListener('change', () => showMatches(true));
  byId('more').addEventListener('click', () => showMatches(false));
})();
