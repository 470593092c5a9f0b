package fr.sillage.engine.query.internal;

/** Distinct pairs of a group and a person. */
interface Pairs {
    /** Takes each pair once, ordered by group. */
    interface Visitor {
        void visit(int group, int person);
    }

    void add(int group, int person);

    void forEach(Visitor visitor);
}
