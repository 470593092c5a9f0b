package fr.sillage.store.silo.internal;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Right;
import fr.sillage.core.community.UserId;

/** A manager at work in a community. */
public record TestContext(Community community, Account account) implements CommunityContext {
    public static TestContext of(CommunityId community) {
        return new TestContext(
                new Community(community, "name of " + community.value(), Community.DEFAULT_THRESHOLD),
                new Account(UserId.random(), "login", "Name", false));
    }

    @Override
    public boolean may(Right right) {
        return true;
    }

    @Override
    public void require(Right right) {
        // a manager may do everything
    }
}
