package fr.sillage.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** Text from outside in markup and in labels. */
class HtmlTest {
    @Test
    void markupIsTextAndNothingElse() {
        assertEquals(
                "&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;x&#39;",
                Html.escape("<img src=x onerror=\"alert(1)\"> & 'x'"));
        assertFalse(Html.tag("</span><script>", "ok").contains("<script"));
        assertFalse(Html.small("</span><script>").contains("<script"));
    }

    @Test
    void whatHidesBecomesASign() {
        assertEquals("a\ufffdb", Html.visible("a\u0000b"));
        assertEquals("exe.\ufffdfdp", Html.visible("exe.\u202efdp"));
        assertEquals("\ufffd", Html.visible("\ud800"));
        assertEquals("é 中 😀", Html.visible("é 中 😀"));
        assertFalse(Html.escape("a\u2066b\u0007").matches("(?s).*[\u2066\u0007].*"));
    }
}
