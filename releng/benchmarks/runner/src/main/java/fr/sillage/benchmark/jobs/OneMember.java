package fr.sillage.benchmark.jobs;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Communities;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.UserId;
import java.util.List;
import java.util.Optional;

/** A platform with one member. */
record OneMember(CommunityContext context) implements Communities {
    @Override
    public List<Community> of(UserId user) {
        return List.of(context.community());
    }

    @Override
    public CommunityContext visit(UserId administrator, CommunityId community) {
        throw new AccessDeniedException("nobody is an administrator");
    }

    @Override
    public CommunityContext enter(UserId user, CommunityId community) {
        return context;
    }

    @Override
    public Administration administer(UserId administrator) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> nameOf(CommunityContext context, UserId user) {
        return Optional.empty();
    }
}
