package fr.sillage.api.analysis;

/** How a quantity is rounded and written. */
public enum Scale {
    /** Whole number. */
    COUNT,
    /** Any number: by significant digits. */
    NUMBER,
    /** 0 to 1, small values matter only as "less than": by significant digits, else by decimals. */
    PROBABILITY,
    /** 0 to 1, in sentences written as a percentage; in tables it stays 0 to 1. */
    SHARE
}
