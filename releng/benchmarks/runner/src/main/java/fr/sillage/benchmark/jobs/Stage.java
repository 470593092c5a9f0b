package fr.sillage.benchmark.jobs;

/** Where in its work a job is told to end. */
enum Stage {
    DETECT,
    PROFILE,
    READ,
    ANONYMISE,
    WRITE,
    COMMIT,
    SCAN,
    GATE
}
