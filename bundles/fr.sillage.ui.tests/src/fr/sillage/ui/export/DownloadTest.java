package fr.sillage.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** File names that every file system takes. */
class DownloadTest {
    @Test
    void fileNamesKeepLettersAndDigitsOnly() {
        assertEquals("crossing-présentations-2013.csv", Download.safe("crossing-présentations 2013.csv"));
        assertEquals("etc-passwd.csv", Download.safe("../../etc/passwd.csv"));
        assertEquals("a-b.csv", Download.safe("a\r\nb\"<>:.csv"));
        assertEquals("export", Download.safe("///"));
    }
}
