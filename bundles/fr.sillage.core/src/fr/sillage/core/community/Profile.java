package fr.sillage.core.community;

import java.util.EnumSet;
import java.util.Set;

/** What somebody is in one community, with the rights that go with it. */
public enum Profile {
    READER(EnumSet.of(Right.SEE_RESULTS)),
    ANALYST(EnumSet.of(Right.SEE_RESULTS, Right.RUN_ANALYSES, Right.EXPORT_RESULTS, Right.IMPORT, Right.DRAW_PLAN)),
    /** Has the officer's rights too where a community has none. */
    MANAGER(EnumSet.complementOf(EnumSet.of(Right.APPROVE_PLAN, Right.ERASE_PERSONS))),
    /** Data-protection officer. */
    OFFICER(EnumSet.of(Right.SEE_RESULTS, Right.DRAW_PLAN, Right.APPROVE_PLAN, Right.ERASE_PERSONS, Right.READ_AUDIT));

    private final Set<Right> rights;

    Profile(Set<Right> rights) {
        this.rights = Set.copyOf(rights);
    }

    public Set<Right> rights() {
        return rights;
    }
}
