package fr.sillage.core.fakes;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;

/** The same member where the threshold was raised. */
public record Stricter(CommunityContext member) implements CommunityContext {
    @Override
    public Community community() {
        Community now = member.community();
        return new Community(now.id(), now.name(), now.threshold() + 5);
    }

    @Override
    public Account account() {
        return member.account();
    }

    @Override
    public boolean may(Right right) {
        return member.may(right);
    }

    @Override
    public void require(Right right) {
        member.require(right);
    }
}
