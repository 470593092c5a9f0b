package fr.sillage.api.seal;

/** Who holds one may publish. This package is exported to the core alone; an architecture test keeps it so. */
public final class PublicationSeal {}
