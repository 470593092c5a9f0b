package fr.sillage.ui.page;

/** The tabs that are open at the moment, of everybody. */
public interface BrowserSessions {
    int open();
}
