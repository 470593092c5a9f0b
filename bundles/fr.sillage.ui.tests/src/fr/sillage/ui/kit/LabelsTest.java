package fr.sillage.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void anAmpersandIsShownAndNothingHides() {
        assertEquals("R&&D <b>", Labels.plain("R&D <b>"));
        assertEquals("&&&&", Labels.plain("&&"));
        assertEquals("a\uFFFDb", Labels.plain("a\u202Eb"));
    }
}
