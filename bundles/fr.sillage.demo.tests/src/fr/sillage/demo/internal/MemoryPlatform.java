package fr.sillage.demo.internal;

import fr.sillage.api.Values;
import fr.sillage.api.source.SourceInput;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Communities;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.PasswordHasher;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.ImportMode;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.imports.Proposal;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The platform's services in memory, as far as the demonstration uses them; counts writes and fails when told to. */
final class MemoryPlatform {
    private final List<Account> accounts = new ArrayList<>();
    private final List<Community> communities = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final Map<CommunityId, List<ImportRecord>> records = new java.util.HashMap<>();
    private final List<String> importsRun = new ArrayList<>();
    private int writes;
    private int allowed = Integer.MAX_VALUE;

    void failAfter(int more) {
        allowed = more;
    }

    int writes() {
        return writes;
    }

    List<String> communityNames() {
        return communities.stream().map(Community::name).toList();
    }

    List<String> logins() {
        return accounts.stream().map(Account::login).toList();
    }

    List<String> importsRun() {
        return List.copyOf(importsRun);
    }

    Map<String, Profile> profiles(String login) {
        Map<String, Profile> found = new TreeMap<>();
        memberships.stream()
                .filter(m -> account(m.user()).login().equals(login))
                .forEach(m -> found.put(community(m.community()).name(), m.profile()));
        return found;
    }

    PasswordHasher hasher() {
        return proxy(PasswordHasher.class, (proxy, method, arguments) -> "hash of a password");
    }

    PlatformStore store() {
        return proxy(PlatformStore.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "accountByLogin" ->
                accounts.stream().filter(a -> a.login().equals(arguments[0])).findFirst();
            case "addAccount" -> write(() -> accounts.add((Account) arguments[0]));
            case "communities" -> List.copyOf(communities);
            case "memberships" -> List.copyOf(memberships);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    Communities communities() {
        Communities.Administration administration =
                proxy(Communities.Administration.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "createCommunity" -> {
                        Community made = new Community(CommunityId.random(), (String) arguments[0], 5);
                        write(() -> communities.add(made));
                        yield made;
                    }
                    case "setMembership" ->
                        write(() -> memberships.add(new Membership(
                                (UserId) arguments[0], (CommunityId) arguments[1], (Profile) arguments[2])));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return proxy(Communities.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "administer" -> {
                if (!account((UserId) arguments[0]).administrator()) {
                    throw new IllegalArgumentException("not an administrator");
                }
                yield administration;
            }
            case "enter" -> context(account((UserId) arguments[0]), community((CommunityId) arguments[1]));
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    SiloStore silos() {
        return proxy(SiloStore.class, (proxy, method, arguments) -> {
            CommunityId community =
                    ((CommunityContext) arguments[0]).community().id();
            return proxy(Silo.class, (silo, asked, none) -> {
                return switch (asked.getName()) {
                    case "imports" -> List.copyOf(records.getOrDefault(community, List.of()));
                    case "save" -> null; // a plan, which nobody asks for here
                    default -> throw new UnsupportedOperationException(asked.getName());
                };
            });
        });
    }

    Imports imports() {
        return proxy(Imports.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "propose" ->
                new Proposal(List.of(), new ImportPlan("a data set", "a source", Values.NONE, List.of(), ""));
            case "run" -> run((CommunityContext) arguments[0], (SourceInput) arguments[1], (ImportPlan) arguments[2]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private ImportRecord run(CommunityContext context, SourceInput file, ImportPlan plan) {
        ImportRecord record = new ImportRecord(
                UUID.randomUUID(),
                DataSetId.random(),
                plan.dataSet(),
                1,
                ImportMode.NEW,
                file.name(),
                plan.source(),
                context.account().id(),
                Instant.EPOCH,
                Instant.EPOCH,
                1,
                1,
                Optional.empty(),
                Optional.of(plan),
                Optional.empty());
        write(() -> {
            records.computeIfAbsent(context.community().id(), id -> new ArrayList<>())
                    .add(record);
            importsRun.add(context.account().login() + " imports " + file.name() + " into "
                    + context.community().name() + ": " + plan.attribution());
        });
        return record;
    }

    private CommunityContext context(Account account, Community community) {
        if (memberships.stream()
                .noneMatch(m -> m.user().equals(account.id()) && m.community().equals(community.id()))) {
            throw new IllegalArgumentException("not a member");
        }
        return proxy(CommunityContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "account" -> account;
            case "community" -> community;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private Object write(Runnable change) {
        if (allowed-- <= 0) {
            throw new IllegalStateException("interrupted");
        }
        change.run();
        writes++;
        return null;
    }

    private Account account(UserId id) {
        return accounts.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }

    private Community community(CommunityId id) {
        return communities.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
