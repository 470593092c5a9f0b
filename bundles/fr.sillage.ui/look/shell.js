// What RAP's own client does not offer: the language of the page for screen readers, and going to another address.
(function () {
  "use strict";
  rap.registerTypeHandler("fr.sillage.Shell", {
    factory: function () {
      return {};
    },
    properties: ["language"],
    propertyHandler: {
      language: function (shell, language) {
        document.documentElement.lang = language;
      }
    },
    methods: ["go"],
    methodHandler: {
      go: function (shell, parameters) {
        window.location.assign(parameters.address);
      }
    }
  });
}());
