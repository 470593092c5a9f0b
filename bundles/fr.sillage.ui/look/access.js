// Roles, names and states for screen readers, which RAP's client does not set. Works from what the widgets know and
// from the data keys of fr.sillage.ui.kit.Access; runs after the page has changed, once for all changes of a moment.
(function () {
  "use strict";

  function set(element, name, value) {
    if (value === null || value === undefined || value === false || value === "") {
      if (element.hasAttribute(name)) {
        element.removeAttribute(name);
      }
    } else if (element.getAttribute(name) !== String(value)) {
      element.setAttribute(name, value);
    }
  }

  function widgetElement(widget) {
    return widget && widget._isCreated && widget._element || null;
  }

  function data(id, key) {
    try {
      return rap.getObject(id).getData(key);
    } catch (e) {
      return null;
    }
  }

  // The label that stands before a field, as one sees it.
  function labelBefore(element) {
    let before = element.previousElementSibling;
    while (before && !before.textContent.trim()) {
      before = before.previousElementSibling;
    }
    return before && !before.querySelector("input, textarea") ? before.textContent.trim() : "";
  }

  function nameOf(id, widget, element) {
    return data(id, "accessName") || labelBefore(element) || element.title || "";
  }

  function state(widget, name) {
    return typeof widget.hasState === "function" && widget.hasState(name);
  }

  const BY_CLASS = {
    "rwt.widgets.Shell": function (id, widget, element) {
      if (state(widget, "variant_dialog")) {
        set(element, "role", "dialog");
        set(element, "aria-modal", "true");
        set(element, "aria-label", data(id, "accessName") || "Sillage");
      }
    },
    "rwt.widgets.Label": function (id, widget, element) {
      const level = data(id, "accessLevel");
      if (level && element.textContent.trim()) {
        set(element, "role", "heading");
        set(element, "aria-level", level);
      } else {
        set(element, "role", data(id, "accessLive"));
      }
    },
    "rwt.widgets.Composite": function (id, widget, element) {
      const role = data(id, "accessRole");
      set(element, "role", role);
      set(element, "aria-label", role ? data(id, "accessName") : null);
    },
    "rwt.widgets.Button": function (id, widget, element) {
      const check = state(widget, "rwt_CHECK");
      const radio = state(widget, "rwt_RADIO");
      set(element, "role", check ? "checkbox" : radio ? "radio" : "button");
      if (check || radio) {
        set(element, "aria-checked", state(widget, "selected") ? "true" : "false");
      } else if (state(widget, "rwt_TOGGLE")) {
        set(element, "aria-pressed", state(widget, "selected") ? "true" : "false");
      }
      set(element, "aria-pressed", data(id, "accessPressed") || element.getAttribute("aria-pressed"));
      set(element, "aria-current", data(id, "accessCurrent"));
      set(element, "aria-disabled", state(widget, "disabled") ? "true" : null);
      set(element, "aria-label", data(id, "accessName") || (element.textContent.trim() ? null : element.title));
    },
    "rwt.widgets.FileUpload": function (id, widget, element) {
      const input = element.querySelector("input[type=file]");
      if (input) {
        set(input, "aria-label", data(id, "accessName") || element.textContent.trim());
      }
    },
    "rwt.widgets.Text": function (id, widget, element) {
      const input = element.matches("input, textarea") ? element : element.querySelector("input, textarea");
      if (input) {
        set(input, "aria-label", nameOf(id, widget, element));
        set(input, "autocomplete", data(id, "accessFill") || "off");
        set(input, "aria-invalid", data(id, "accessInvalid") ? "true" : null);
        set(input, "aria-disabled", state(widget, "disabled") ? "true" : null);
      }
    },
    "rwt.widgets.Combo": function (id, widget, element) {
      const input = element.querySelector("input");
      if (!input) {
        return;
      }
      const list = widgetElement(widget._list);
      set(input, "role", "combobox");
      set(input, "aria-haspopup", "listbox");
      set(input, "aria-label", nameOf(id, widget, element));
      set(input, "aria-expanded", widget._dropped ? "true" : "false");
      set(input, "aria-disabled", state(widget, "disabled") ? "true" : null);
      element.querySelectorAll("div[tabindex]").forEach(function (part) {
        // parts of the one control: the field alone is in the order of tabs
        if (!part.contains(input)) {
          set(part, "aria-hidden", "true");
        }
        set(part, "tabindex", "-1");
      });
      if (list) {
        list.id = list.id || id + "-list";
        set(list, "role", "listbox");
        set(list, "aria-label", nameOf(id, widget, element));
        set(input, "aria-controls", widget._dropped ? list.id : null);
        options(list, widget._list, input);
      }
    },
    "rwt.widgets.ProgressBar": function (id, widget, element) {
      set(element, "role", "progressbar");
      set(element, "aria-label", nameOf(id, widget, element) || "…");
      set(element, "aria-valuemin", widget._minimum || 0);
      set(element, "aria-valuemax", widget._maximum || 100);
      set(element, "aria-valuenow", widget._selection || 0);
    },
    "rwt.widgets.Canvas": function (id, widget, element) {
      const name = data(id, "accessName") || labelBefore(element);
      set(element, "role", name ? "img" : null);
      set(element, "aria-label", name);
    },
    "rwt.widgets.Grid": grid
  };

  function options(list, widget, input) {
    const items = typeof widget.getItems === "function" ? widget.getItems() : [];
    let active = null;
    items.forEach(function (item, index) {
      const option = widgetElement(item);
      if (option) {
        option.id = option.id || list.id + "-" + index;
        set(option, "role", "option");
        const selected = state(item, "selected");
        set(option, "aria-selected", selected ? "true" : "false");
        active = selected ? option.id : active;
      }
    });
    set(input, "aria-activedescendant", input.getAttribute("aria-expanded") === "true" ? active : null);
  }

  function grid(id, widget, element) {
    const rows = widget._rowContainer && widget._rowContainer.$rows ? widget._rowContainer.$rows.get(0) : null;
    const items = widget._rowContainer ? widget._rowContainer._items || [] : [];
    const header = widgetElement(widget._header);
    const headings = header ? Array.from(header.querySelectorAll("div[id]")) : [];
    const filled = rows ? Array.from(rows.children).filter((row, index) => items[index]) : [];
    // RAP keeps the browser's focus off its tables: a reader would not learn that the keys go there
    if (typeof widget.setEnableElementFocus === "function") {
      widget.setEnableElementFocus(true);
    }
    const isTable = headings.length > 0 || filled.length > 0;
    set(element, "role", isTable ? "grid" : null);
    set(element, "aria-label", isTable ? data(id, "accessName") || headingBefore(element) : null);
    set(element, "aria-rowcount", isTable ? widget._rootItem.getVisibleChildrenCount() + (headings.length ? 1 : 0) : null);
    if (header && headings.length) {
      set(header, "role", "row");
      headings.forEach(function (heading) {
        set(heading, "role", heading.textContent.trim() ? "columnheader" : "presentation");
      });
    }
    mute(widgetElement(widget._horzScrollBar));
    mute(widgetElement(widget._vertScrollBar));
    if (!rows) {
      return;
    }
    let active = null;
    Array.from(rows.children).forEach(function (row, index) {
      const item = items[index];
      set(row, "role", item ? "row" : "presentation");
      if (item) {
        row.id = row.id || id + "-row-" + index;
        const selected = widget.isItemSelected ? widget.isItemSelected(item) : false;
        set(row, "aria-selected", selected ? "true" : "false");
        set(row, "aria-rowindex", widget._topItemIndex + index + (headings.length ? 2 : 1));
        active = widget._focusItem === item ? row.id : active;
        Array.from(row.children).forEach(function (cell) {
          set(cell, "role", cell.textContent.trim() ? "gridcell" : "presentation");
        });
      }
    });
    set(element, "aria-activedescendant", active);
  }

  // Scroll bars are for the mouse; the keys scroll by moving in the table.
  function mute(bar) {
    if (bar) {
      set(bar, "aria-hidden", "true");
      bar.querySelectorAll("[tabindex]").forEach(function (part) {
        set(part, "tabindex", "-1");
      });
    }
  }

  function headingBefore(element) {
    const headings = Array.from(document.querySelectorAll("[role=heading]")).filter(function (heading) {
      return heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    });
    return headings.length ? headings[headings.length - 1].textContent.trim() : document.title;
  }

  function describe() {
    const objects = rwt.remote.ObjectRegistry._map;
    Object.keys(objects).forEach(function (id) {
      const widget = rwt.remote.ObjectRegistry.getObject(id);
      const of = widget && BY_CLASS[widget.classname];
      const element = of && widgetElement(widget);
      if (element) {
        of(id, widget, element);
      }
    });
  }

  // What is cut off can be read under the pointer.
  function whole(event) {
    const text = event.target.closest("[role=gridcell], [role=columnheader], [role=heading]");
    if (text) {
      const cut = [text, ...text.querySelectorAll("div")].some((part) => part.scrollWidth > part.clientWidth + 1);
      set(text, "title", cut ? text.textContent.trim() : null);
    }
  }

  function zoom() {
    // RAP's page forbids zooming on touch screens
    const viewport = document.querySelector("meta[name=viewport]");
    if (viewport) {
      viewport.setAttribute("content", "width=device-width, initial-scale=1.0");
    }
  }

  let waiting = false;
  function later() {
    if (!waiting) {
      waiting = true;
      window.requestAnimationFrame(function () {
        waiting = false;
        describe();
      });
    }
  }

  zoom();
  new MutationObserver(later).observe(document.body, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["style"]
  });
  document.addEventListener("focusin", later);
  document.addEventListener("pointerover", whole);
  later();
}());
