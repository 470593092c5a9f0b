package fr.sillage.core.extension;

import fr.sillage.api.analysis.Analysis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An analysis that a bundle contributes. */
public interface AnalysisDescriptor extends Contribution {
    /** Short name on the command line. */
    String alias();

    /** One sentence in the reader's language. */
    String description(Locale locale);

    List<SlotDescriptor> slots();

    List<ParameterDescriptor> parameters();

    /**
     * Created at the first call.
     *
     * @throws ExtensionException where the class cannot be made
     */
    Analysis analysis();

    /** What draws its results in a way of its own; empty where the host draws them. */
    default Optional<ContributedView> view() {
        return Optional.empty();
    }
}
