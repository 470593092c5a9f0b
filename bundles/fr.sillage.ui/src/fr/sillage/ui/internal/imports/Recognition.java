package fr.sillage.ui.internal.imports;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.imports.Plans;
import fr.sillage.core.imports.Proposal;
import fr.sillage.core.imports.Sample;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.silo.SpooledFile;
import java.util.Optional;

/** Finds a plan for a file, and the rows that show what it does. */
final class Recognition {
    /** Rows that are shown before and after. */
    private static final int SAMPLE = 100;

    private final CommunityContext community;
    private final Imports imports;
    private final Plans plans;

    Recognition(CommunityContext community, Imports imports, Plans plans) {
        this.community = community;
        this.imports = imports;
        this.plans = plans;
    }

    /** How a plan is found for a file. */
    interface Proposing {
        Proposal propose(Imports imports) throws ImportException;
    }

    /** @param kept whether a plan that is kept takes the place of the proposed one */
    Found find(SpooledFile file, Proposing proposing, boolean kept, JobControl job) throws ImportException {
        Proposal proposal = proposing.propose(imports);
        ImportPlan proposed = proposal.plan();
        Optional<SavedPlan> saved =
                kept ? plans.fitting(community, proposed.source(), proposed.names()) : Optional.empty();
        ImportPlan plan = saved.map(SavedPlan::plan)
                .map(p -> new ImportPlan(proposed.dataSet(), p.source(), p.settings(), p.columns(), p.attribution()))
                .orElse(proposed);
        return new Found(new Proposal(proposal.why(), plan), sample(file, plan, job), saved);
    }

    /** Empty where the file cannot be read so: the pass over the whole file will say why. */
    private Sample sample(SpooledFile file, ImportPlan plan, JobControl job) {
        try {
            return imports.sample(file, plan, SAMPLE, job);
        } catch (ImportException e) {
            return Sample.empty(plan);
        }
    }
}
