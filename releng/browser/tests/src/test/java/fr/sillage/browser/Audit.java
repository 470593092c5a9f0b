package fr.sillage.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the way of people with a screen reader, without a mouse or with weak eyes: axe-core's rules of WCAG
 * levels A and AA, and the contrast of every text, which axe leaves open where RAP paints a background as a gradient.
 */
final class Audit {
    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** WCAG 2.2, 1.4.3: 4.5 to 1, large text 3 to 1; what is disabled is free. */
    private static final String CONTRAST = """
            () => {
              const channel = c => c / 255 <= 0.04045 ? c / 255 / 12.92 : Math.pow((c / 255 + 0.055) / 1.055, 2.4);
              const light = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
              const parse = text => (text.match(/[\\d.]+/g) || []).map(Number);
              const ground = e => {
                for (let at = e; at; at = at.parentElement) {
                  const colour = parse(getComputedStyle(at).backgroundColor);
                  if (colour.length === 3 || colour[3] > 0.99) {
                    return colour;
                  }
                }
                return [255, 255, 255];
              };
              const weak = [];
              for (const e of document.body.querySelectorAll('*')) {
                const own = Array.from(e.childNodes).some(n => n.nodeType === 3 && n.textContent.trim());
                const text = e.tagName === 'INPUT' ? e.value : own ? e.textContent.trim() : '';
                const box = e.getBoundingClientRect();
                const style = getComputedStyle(e);
                if (!text || box.width === 0 || box.height === 0 || style.visibility === 'hidden'
                    || e.closest('[aria-disabled=true]') || e.closest('script, style')) {
                  continue;
                }
                const a = light(parse(style.color));
                const b = light(ground(e));
                const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                const size = parseFloat(style.fontSize);
                const large = size >= 24 || size >= 18.66 && parseInt(style.fontWeight, 10) >= 700;
                if (ratio < (large ? 3 : 4.5)) {
                  weak.push('contrast ' + ratio.toFixed(2) + ' of "' + text.slice(0, 40) + '"');
                }
              }
              return weak;
            }""";

    private Audit() {}

    /** What is wrong on the page as it is now. */
    @SuppressWarnings("unchecked")
    static List<String> of(Page page) {
        List<String> wrong = new ArrayList<>((List<String>) page.evaluate(CONTRAST));
        for (Rule rule : new AxeBuilder(page).withTags(LEVELS).analyze().getViolations()) {
            rule.getNodes().forEach(node -> wrong.add(rule.getId() + ": " + node.getHtml()));
        }
        return wrong;
    }
}
