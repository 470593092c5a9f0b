package fr.sillage.api.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;

/**
 * A pure function from data and parameters to a draft: no widgets, no database, no identities. Instances are shared
 * and must be stateless.
 */
public interface Analysis {
    /**
     * @param parameters every parameter declared in plugin.xml, defaults filled in
     * @throws AnalysisException where the parameters do not fit the data
     */
    Draft run(Inputs in, Values parameters, JobControl job) throws AnalysisException;
}
