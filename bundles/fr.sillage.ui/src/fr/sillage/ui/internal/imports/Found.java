package fr.sillage.ui.internal.imports;

import fr.sillage.core.imports.Proposal;
import fr.sillage.core.imports.Sample;
import fr.sillage.core.imports.SavedPlan;
import java.util.Optional;

/**
 * What was found out about a file.
 *
 * @param proposal a plan, and why it is proposed
 * @param sample the first rows, read by the plan
 * @param saved the plan that is kept for files of its kind
 */
record Found(Proposal proposal, Sample sample, Optional<SavedPlan> saved) {}
