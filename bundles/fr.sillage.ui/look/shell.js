// What RAP's own client does not offer: the language of the page for screen readers, a quiet way out, and signs of the
// person, by which a forgotten tab is told from one at work.
(function () {
  "use strict";

  const SIGNS = ["pointerdown", "keydown", "wheel", "touchstart"];
  // milliseconds; signs in between are not told
  const TOLD_EVERY = 30000;
  // seconds before the end in which the person is warned, at the most
  const WARNED = 60;
  const NO_ANSWER = 15000;

  let signOut = "/";
  let leaving = false;
  let presence = null;

  // From here on nothing is sent to a browser session that ends: an answer would be an error in the console.
  function quiet() {
    leaving = true;
    const connection = rwt.remote.Connection.getInstance();
    rwt.client.ServerPush.getInstance().setActive(false);
    rwt.widgets.Display.getCurrent().setDisableShutdownRequest(true);
    connection.send = connection.sendImmediate = connection.sendDelayed = function () {};
  }

  // The part after # stays: after sign-in it leads back.
  function leave(ended) {
    if (!leaving) {
      quiet();
      window.location.assign(signOut + (ended ? "&ended=" + ended + window.location.hash : ""));
    }
  }

  // Asks for the seconds that are left; with a sign they begin anew.
  function Presence(settings) {
    this.settings = settings;
    this.told = performance.now();
    this.timer = null;
    this.box = null;
    const sign = this.sign.bind(this);
    SIGNS.forEach(type => document.addEventListener(type, sign, { capture: true, passive: true }));
    // timers stand still while a computer sleeps
    document.addEventListener("visibilitychange", () => document.hidden || this.ask());
    this.ask();
  }

  Presence.prototype.sign = function (event) {
    const now = performance.now();
    if (event.isTrusted && (this.box || now - this.told > Math.min(TOLD_EVERY, this.length * 100))) {
      this.told = now;
      this.ask("POST");
    }
  };

  Presence.prototype.ask = function (method) {
    window.clearTimeout(this.timer);
    fetch(this.settings.address, { method: method || "GET", credentials: "same-origin", redirect: "error" })
      .then(response => response.ok ? response.text() : Promise.reject(new Error()))
      .then(text => this.left(Number(text)))
      .catch(() => this.later(NO_ANSWER));
  };

  Presence.prototype.later = function (milliseconds) {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), milliseconds);
  };

  Presence.prototype.left = function (seconds) {
    this.length = Math.max(this.length || 0, seconds);
    const warned = Math.min(WARNED, this.length / 2);
    if (leaving) {
      return;
    }
    if (seconds <= 0) {
      leave(this.why());
    } else if (seconds <= warned) {
      this.warn(seconds);
      this.later(1000);
    } else {
      this.hide();
      this.later((seconds - warned) * 1000);
    }
  };

  // Whether the person was away too long, as far as this tab knows, or it ended elsewhere.
  Presence.prototype.why = function () {
    return (performance.now() - this.told) / 1000 >= this.length - 1 ? "away" : "lost";
  };

  Presence.prototype.warn = function (seconds) {
    if (!this.box) {
      this.box = document.createElement("div");
      this.box.className = "sillage-away";
      this.box.setAttribute("role", "alertdialog");
      this.box.setAttribute("aria-label", this.settings.title);
      ["strong", "span", "button"].forEach(tag => this.box.appendChild(document.createElement(tag)));
      this.box.children[2].type = "button";
      document.body.appendChild(this.box);
    }
    const [title, text, button] = this.box.children;
    title.textContent = this.settings.title;
    text.textContent = this.settings.text.replace("{seconds}", String(seconds));
    button.textContent = this.settings.stay;
  };

  Presence.prototype.hide = function () {
    if (this.box) {
      this.box.remove();
      this.box = null;
    }
  };

  // Instead of RAP's box, which speaks of a server: the sign-in, which says what happened.
  const handler = rwt.runtime.ErrorHandler;
  const showErrorBox = handler.showErrorBox;
  handler.showErrorBox = function (type) {
    if (type === "session timeout") {
      leave(presence ? presence.why() : "lost");
    } else if (!leaving) {
      showErrorBox.apply(handler, arguments);
    }
  };

  // A closed tab tells it, in a way that browsers do not cut off; RAP's own message often never leaves.
  window.addEventListener("pagehide", function () {
    if (!leaving) {
      const connection = rwt.remote.Connection.getInstance();
      connection.getMessageWriter().appendHead("shutdown", true);
      connection.sendBeacon();
      quiet();
    }
  });
  window.addEventListener("pageshow", event => event.persisted && window.location.reload());

  rap.registerTypeHandler("fr.sillage.Shell", {
    factory: function () {
      return {};
    },
    properties: ["language", "signOut", "presence"],
    propertyHandler: {
      language: function (shell, language) {
        document.documentElement.lang = language;
      },
      signOut: function (shell, address) {
        signOut = address;
      },
      presence: function (shell, settings) {
        if (presence) {
          presence.settings = settings;
        } else {
          presence = new Presence(settings);
        }
      }
    },
    methods: ["signOut"],
    methodHandler: {
      signOut: function () {
        leave();
      }
    }
  });
}());
