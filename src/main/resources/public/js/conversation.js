'use strict';

/*
 * A conversation that is open: what is new in it comes by itself. The service only tells that there
 * is something; the page then fetches what comes after its last message. It also does so whenever
 * the stream opens, so that nothing is lost while the connection was gone; a look that fails is made
 * again, later each time. Where there is no stream it looks now and then.
 */
document.addEventListener('DOMContentLoaded', () => {
  // too many files, or too large ones, are told of before they are sent
  document.addEventListener('change', event => {
    const chooser = event.target;
    if (!chooser.dataset.maxBytes) return;
    const files = [...chooser.files];
    const fits = files.length <= Number(chooser.dataset.most) && files.every(file => file.size <= Number(chooser.dataset.maxBytes));
    chooser.setCustomValidity(fits ? '' : chooser.dataset.tooBig);
    chooser.reportValidity();
  });

  // a conversation opens where the reader has got to, not at its beginning
  if (!location.hash && !location.search && !document.getElementById('errors') && document.getElementById('new')) {
    location.replace('#new');
  }

  const PAUSE = 30_000;
  const SOON = 1_000;
  const shown = () => document.getElementById('poll');
  const cutOff = document.getElementById('cut-off');
  const say = why => { if (cutOff) cutOff.textContent = why ? cutOff.dataset[why] : ''; };

  // what is being written stays while its writer looks at something else, until it has arrived
  const form = document.getElementById('write');
  const text = form?.querySelector('textarea');
  if (text) {
    const name = `draft ${form.action}`;
    const newest = Number(form.dataset.last);
    const kept = JSON.parse(sessionStorage.getItem(name) ?? '{}');
    const arrived = Number(/^#message-(\d+)$/.exec(location.hash)?.[1] ?? 0) > kept.sentAfter;
    const keep = more => {
      if (text.value.trim()) sessionStorage.setItem(name, JSON.stringify({text: text.value, ...more}));
      else sessionStorage.removeItem(name);
    };
    if (arrived) sessionStorage.removeItem(name);
    else if (!text.value && kept.text) text.value = kept.text;
    text.addEventListener('input', () => keep({}));
    form.addEventListener('submit', () => keep({sentAfter: newest}));
  }

  // to quote changes nothing but what is quoted
  document.addEventListener('click', event => {
    const link = event.target.closest('#messages a[href*="?quote="], #quoted a');
    if (!link || !form || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    htmx.ajax('GET', link.href.split('#')[0], {target: '#quoted', swap: 'innerHTML'}).then(() => {
      form.scrollIntoView();
      text.focus({preventScroll: true});
    }, () => say('offline'));
  });

  // older messages come in above what is being read, which stays where it is
  let below = null;
  document.addEventListener('htmx:beforeSwap', event => {
    if (event.detail.target.id !== 'older') return;
    const next = event.detail.target.nextElementSibling;
    below = next && {next, top: next.getBoundingClientRect().top};
  });
  document.addEventListener('htmx:afterSwap', event => {
    if (!below || !below.next.isConnected || event.detail.target.id !== 'older') return;
    const last = below.next.previousElementSibling;
    if (last) {
      last.tabIndex = -1;
      last.focus({preventScroll: true});
    }
    window.scrollBy({top: below.next.getBoundingClientRect().top - below.top, behavior: 'instant'});
    below = null;
  });

  // what is refused, as after signing out, leaves the page and what is typed in it alone
  document.addEventListener('htmx:beforeSwap', event => {
    if (event.detail.xhr.status < 400) return;
    event.detail.shouldSwap = false;
    if (event.detail.xhr.status === 401) say('signedOut');
  });
  window.addEventListener('offline', () => say('offline'));
  if (!shown()) {
    window.addEventListener('online', () => say(null));
    return;
  }

  const conversation = shown().dataset.conversation;
  let wanted = 0;
  let stream = null;
  let looking = null;
  let failures = 0;
  let again = null;

  const look = () => {
    clearTimeout(again);
    again = null;
    if (shown()) htmx.trigger(shown(), 'newer');
  };
  const behind = () => shown() && Number(shown().dataset.revision) < wanted;

  const quiet = () => {
    clearInterval(looking);
    looking = null;
  };

  const lookNowAndThen = () => {
    looking ??= setInterval(() => {
      look();
      if (!stream) listen();
    }, PAUSE);
  };

  const listen = () => {
    if (!window.EventSource || stream) return;
    stream = new EventSource('/conversations/events');
    stream.addEventListener('open', () => {
      quiet();
      look();
    });
    stream.addEventListener('news', event => {
      const news = JSON.parse(event.data);
      if (news.conversation !== conversation) return;
      const told = news.revision <= wanted || Number(shown()?.dataset.revision) >= news.revision;
      wanted = Math.max(wanted, news.revision);
      // nothing new was written: then somebody has read
      if (told || behind()) look();
    });
    stream.addEventListener('error', () => {
      // the browser tries again by itself, unless it was refused: the look then tells why
      if (stream?.readyState === EventSource.CLOSED) {
        stream = null;
        look();
      }
      lookNowAndThen();
    });
  };

  const lookAgain = () => {
    failures++;
    again ??= setTimeout(look, Math.min(PAUSE, SOON * 2 ** (failures - 1)));
  };

  document.addEventListener('htmx:afterRequest', event => {
    if (!event.detail.requestConfig?.path.includes(`/conversations/${conversation}/newer`)) return;
    const status = event.detail.xhr.status;
    if (status >= 200 && status < 300) {
      // an answer may have been under way when the connection went
      if (navigator.onLine) say(null);
      if (status === 204 && behind()) lookAgain();
      else failures = 0;
    } else if (status === 0 || status === 429 || status >= 500) {
      // no answer at all is the connection's fault
      if (status === 0) say('offline');
      lookAgain();
    }
  });

  // what was told while an answer was under way may not be in it
  document.addEventListener('htmx:afterSettle', () => { if (behind()) look(); });

  window.addEventListener('online', look);

  // a page that nobody sees asks for nothing; browsers open but few connections to one site
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
      quiet();
      clearTimeout(again);
      again = null;
    } else {
      look();
      listen();
      if (!stream) lookNowAndThen();
    }
  });

  listen();
  if (!stream) lookNowAndThen();
});
