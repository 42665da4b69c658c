(function (settings) {
  'use strict';
  var COOKIE = 'mtm_consent_removed';
  var THIRTY_YEARS = 946080000;

  // The page's own trackers, once they are there.
  function trackers() {
    var matomo = window.Matomo;
    if (!matomo || !matomo.getAsyncTracker) {
      return [];
    }
    var all = matomo.getAsyncTrackers ? matomo.getAsyncTrackers() : [];
    var first = all.length ? null : matomo.getAsyncTracker();
    return first ? [first] : all;
  }

  function write(value, seconds) {
    document.cookie = COOKIE + '=' + value + ';max-age=' + seconds + ';path=' + settings.path +
      (settings.domain ? ';domain=' + settings.domain : '') + ';SameSite=' + settings.sameSite +
      (settings.secure && location.protocol === 'https:' ? ';Secure' : '');
  }

  function isOut() {
    var known = trackers();
    return known.length ? known[0].isUserOptedOut()
      : ('; ' + document.cookie).indexOf('; ' + COOKIE + '=') >= 0;
  }

  function choose(out) {
    var known = trackers();
    for (var i = 0; i < known.length; i++) {
      known[i][out ? 'optUserOut' : 'forgetUserOptOut']();
    }
    if (!known.length) {
      write(out ? new Date().getTime() : '', out ? THIRTY_YEARS : 0);
    }
  }

  function isSignalled() {
    var dnt = navigator.doNotTrack || window.doNotTrack;
    return (settings.doNotTrack && (dnt === '1' || dnt === 'yes')) ||
      (settings.privacyControl && navigator.globalPrivacyControl === true);
  }

  function add(parent, name, text) {
    var element = document.createElement(name);
    element.appendChild(document.createTextNode(text));
    parent.appendChild(element);
    return element;
  }

  function draw(box, canChoose) {
    box.textContent = '';
    box.style.backgroundColor = settings.background;
    box.style.color = settings.color;
    box.style.fontSize = settings.size;
    box.style.fontFamily = settings.family;
    if (!canChoose) {
      add(box, 'p', settings.noTracker);
      return;
    }
    if (settings.intro) {
      add(box, 'p', settings.intro);
    }
    var label = add(add(box, 'p', ''), 'label', '');
    var check = document.createElement('input');
    check.type = 'checkbox';
    label.appendChild(check);
    label.appendChild(document.createTextNode(' ' + settings.label));
    var state = add(box, 'p', '');
    state.setAttribute('role', 'status');
    function show(wanted) {
      var out = isOut();
      check.checked = !out;
      state.textContent = out !== wanted ? settings.blocked
        : isSignalled() ? settings.signal
        : out ? settings.notCounted : settings.counted;
    }
    check.onchange = function () {
      var out = !check.checked;
      choose(out);
      show(out);
    };
    show(isOut());
  }

  // A page without a tracker is known as such when it has been loaded; nobody waits for longer.
  function start() {
    var box = document.getElementById(settings.divId);
    if (!box) {
      if (window.console) {
        console.warn('There is no element #' + settings.divId + ' for the opt-out form.');
      }
      return;
    }
    var tries = settings.patience * 10;
    (function wait() {
      var found = trackers().length > 0;
      var hopeless = document.readyState === 'complete' && !window._paq && !window.Matomo;
      if (found || hopeless || tries-- <= 0) {
        draw(box, found || settings.useCookies);
      } else {
        setTimeout(wait, 100);
      }
    })();
  }

  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else {
    start();
  }
})
