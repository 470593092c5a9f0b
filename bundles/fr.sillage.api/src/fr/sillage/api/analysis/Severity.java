package fr.sillage.api.analysis;

/** How a finding is to be taken. */
public enum Severity {
    /** What the data show. */
    FINDING,
    /** How sure that is. */
    UNCERTAINTY,
    /** The data do not carry it. */
    WARNING
}
