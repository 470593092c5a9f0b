package fr.sillage.ui.internal.data;

import fr.sillage.api.data.Field;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Composite;

/** What became of the columns that could tell who somebody is. */
final class ProtectionNotice {
    /** The parameter of an anonymizer that names what an identifier is. */
    private static final String SCHEME = "scheme";

    private final DataWording words;
    private final List<Field> fields;
    private final List<ColumnPlan> plan;

    /**
     * @param fields as they are stored
     * @param plan of the import of this version; empty where it is not known
     */
    ProtectionNotice(DataWording words, List<Field> fields, List<ColumnPlan> plan) {
        this.words = words;
        this.fields = fields;
        this.plan = plan;
    }

    void show(Composite parent) {
        List<String> sentences = sentences();
        if (!sentences.isEmpty()) {
            Composite notice = Kit.notice(parent, "info", String.join(" ", sentences));
            notice.setLayoutData(Kit.wide());
            TestIds.set(notice, "data.protection");
        }
    }

    /** What was replaced and under which scheme, what was left out, what was treated otherwise. */
    List<String> sentences() {
        Set<String> stored = fields.stream().map(Field::name).collect(Collectors.toSet());
        List<String> pseudonyms = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (ColumnPlan column : plan) {
            String name = column.field().name();
            if (column.treatment().keeps()) {
                continue;
            }
            if (!stored.contains(name)) {
                dropped.add(words.get("protection.column", name));
            } else if (column.treatment().parameters().get(SCHEME).isPresent()) {
                pseudonyms.add(words.get(
                        "protection.scheme",
                        name,
                        column.treatment().parameters().require(SCHEME)));
            } else {
                others.add(words.get("protection.other", name, words.treatment(column.treatment())));
            }
        }
        List<String> sentences = new ArrayList<>();
        add(sentences, "protection.pseudonyms", pseudonyms);
        add(sentences, "protection.dropped", dropped);
        add(sentences, "protection.others", others);
        return sentences;
    }

    private void add(List<String> sentences, String key, List<String> columns) {
        if (!columns.isEmpty()) {
            sentences.add(words.get(key, columns.size(), words.list(columns)));
        }
    }
}
