'use strict';

/*
 * A conversation that is open: what is new in it comes by itself. The service only tells that there
 * is something; the page then fetches what comes after its last message. It also does so whenever
 * the stream opens, so that nothing is lost while the connection was gone. Where there is no stream
 * it looks now and then.
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

  const PAUSE = 30_000;
  const shown = () => document.getElementById('poll');
  if (!shown()) return;
  const conversation = shown().dataset.conversation;
  let wanted = 0;
  let stream = null;
  let looking = null;

  const look = () => { if (shown()) htmx.trigger(shown(), 'newer'); };
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
      wanted = Math.max(wanted, news.revision);
      if (behind()) look();
    });
    stream.addEventListener('error', () => {
      // the browser tries again by itself, unless it was refused
      if (stream.readyState === EventSource.CLOSED) stream = null;
      lookNowAndThen();
    });
  };

  // what was told while an answer was under way may not be in it
  document.addEventListener('htmx:afterSettle', () => { if (behind()) look(); });

  // a look that is refused, as after signing out, leaves the page and what is typed in it alone
  document.addEventListener('htmx:beforeSwap', event => {
    if (event.detail.target.id === 'poll' && event.detail.xhr.status >= 400) event.detail.shouldSwap = false;
  });

  // a page that nobody sees asks for nothing; browsers open but few connections to one site
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
      quiet();
    } else {
      look();
      listen();
      if (!stream) lookNowAndThen();
    }
  });

  listen();
  if (!stream) lookNowAndThen();
});
