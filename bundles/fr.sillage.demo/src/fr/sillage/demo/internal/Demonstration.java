package fr.sillage.demo.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Communities;
import fr.sillage.core.community.Communities.Administration;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.PasswordHasher;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.imports.Target;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.SiloStore;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the demonstration's communities, accounts and data sets, each only where it is not there yet: a second run
 * changes nothing, and a run after an interrupted one makes the rest.
 */
final class Demonstration {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final DemoContent content;
    private final PlatformStore platform;
    private final PasswordHasher hasher;
    private final Communities communities;
    private final SiloStore silos;
    private final Imports imports;

    Demonstration(
            DemoContent content,
            PlatformStore platform,
            PasswordHasher hasher,
            Communities communities,
            SiloStore silos,
            Imports imports) {
        this.content = Objects.requireNonNull(content);
        this.platform = Objects.requireNonNull(platform);
        this.hasher = Objects.requireNonNull(hasher);
        this.communities = Objects.requireNonNull(communities);
        this.silos = Objects.requireNonNull(silos);
        this.imports = Objects.requireNonNull(imports);
    }

    /** @throws ImportException where a demonstration file cannot be imported */
    void prepare(JobControl job) throws ImportException {
        DemoContent.PERSONS.forEach(this::prepareAccount);
        Administration administration = communities.administer(administrator());
        for (String community : DemoContent.COMMUNITIES) {
            prepareCommunity(community, administration);
        }
        for (DemoContent.Import wanted : DemoContent.IMPORTS) {
            job.check();
            prepareData(wanted, job);
        }
    }

    private void prepareAccount(DemoContent.Person person) {
        if (platform.accountByLogin(person.login()).isEmpty()) {
            // not through the administration: nobody may administer before the first account is there
            platform.addAccount(
                    new Account(UserId.random(), person.login(), content.name(person), person.administrator()),
                    hasher.hash(content.password(person)));
        }
    }

    private UserId administrator() {
        return DemoContent.PERSONS.stream()
                .filter(DemoContent.Person::administrator)
                .findFirst()
                .map(person -> account(person.login()))
                .orElseThrow();
    }

    private UserId account(String login) {
        return platform.accountByLogin(login).map(Account::id).orElseThrow();
    }

    private void prepareCommunity(String key, Administration administration) {
        String name = content.community(key);
        if (platform.communities().stream().noneMatch(c -> c.name().equals(name))) {
            administration.createCommunity(name);
        }
        Community community = community(key);
        for (DemoContent.Person person : DemoContent.PERSONS) {
            for (Map.Entry<String, Profile> profile : person.profiles().entrySet()) {
                if (profile.getKey().equals(key) && !isMember(person, community)) {
                    administration.setMembership(account(person.login()), community.id(), profile.getValue());
                }
            }
        }
    }

    private Community community(String key) {
        String name = content.community(key);
        return platform.communities().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean isMember(DemoContent.Person person, Community community) {
        UserId user = account(person.login());
        return platform.memberships().stream()
                .anyMatch(m -> m.user().equals(user) && m.community().equals(community.id()));
    }

    private void prepareData(DemoContent.Import wanted, JobControl job) throws ImportException {
        CommunityContext context = communities.enter(
                account(wanted.login()), community(wanted.community()).id());
        // a data set that somebody deleted stays deleted: what counts is whether the file was ever imported
        if (silos.open(context).imports().stream().map(ImportRecord::fileName).anyMatch(wanted.file()::equals)) {
            return;
        }
        ResourceInput file = new ResourceInput(wanted.file());
        ImportPlan proposed = imports.propose(file).plan();
        ImportPlan plan = new ImportPlan(
                proposed.dataSet(),
                proposed.source(),
                proposed.settings(),
                proposed.columns(),
                content.attribution(wanted.community()));
        // its plans are the demonstration's own: nobody else is there yet to approve them
        SavedPlan saved = new SavedPlan(
                UUID.randomUUID(),
                plan.dataSet(),
                plan,
                Target.NEW,
                context.account().id(),
                Instant.now(),
                Optional.of(new SavedPlan.Approval(administrator(), Instant.now())));
        silos.open(context).save(saved);
        ImportRecord record = imports.run(context, file, plan, false, job);
        LOG.info("demonstration data imported: {} of {} rows", record.stored(), record.read());
    }
}
