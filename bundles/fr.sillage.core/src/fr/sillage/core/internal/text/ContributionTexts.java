package fr.sillage.core.internal.text;

import fr.sillage.api.MessageKey;
import fr.sillage.api.data.RowKind;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.core.text.Templates;
import fr.sillage.core.text.TextKeeper;
import fr.sillage.core.text.Texts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.eclipse.core.runtime.RegistryFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Reads {@code BASE_fr.properties} and {@code BASE_en.properties} (UTF-8) of the contributing bundle, BASE being the
 * contribution's attribute {@code texts}. The texts of a bundle that is no contribution, as the core, are its
 * {@code texts/messages} and go by its symbolic name.
 */
@Component
@Provides
@Instantiate
public class ContributionTexts implements Texts, TextKeeper {
    private static final String CORE = "fr.sillage.core";
    private static final List<String> POINTS = List.of("dataSources", "anonymizers", "analysisViews");

    /** By contribution. What was read stays when its bundle is gone: a result that is still open must be readable. */
    private final Map<String, Read> known = new ConcurrentHashMap<>();

    private final Texts plain = new RowTexts(this::pattern, RowKind.ROW);

    private record Place(Bundle bundle, String base) {
        /** Another one after the bundle was replaced. */
        String stamp() {
            return bundle.getBundleId() + " " + bundle.getLastModified() + " " + base;
        }
    }

    private record Read(String stamp, Map<Locale, Properties> texts) {}

    @Override
    public String text(MessageKey key, List<Object> arguments, Locale locale) {
        return plain.text(key, arguments, locale);
    }

    @Override
    public List<Run> runs(PublishedFinding finding, Locale locale) {
        return plain.runs(finding, locale);
    }

    @Override
    public String rows(RowKind kind, Locale locale) {
        return plain.rows(kind, locale);
    }

    @Override
    public Texts speakingOf(RowKind kind) {
        return plain.speakingOf(kind);
    }

    @Override
    public Templates templates(Collection<String> contributions) {
        Map<String, Map<String, Map<String, String>>> all = new HashMap<>();
        for (String contribution : contributions) {
            Map<String, Map<String, String>> languages = new HashMap<>();
            texts(contribution)
                    .ifPresent(read -> read.texts()
                            .forEach((locale, texts) -> languages.put(locale.getLanguage(), patterns(texts))));
            all.put(contribution, languages);
        }
        return new Templates(all);
    }

    private static Map<String, String> patterns(Properties texts) {
        Map<String, String> patterns = new HashMap<>();
        texts.stringPropertyNames().forEach(key -> patterns.put(key, texts.getProperty(key)));
        return patterns;
    }

    @Override
    public Texts texts(Templates templates) {
        return new RowTexts(
                (key, locale) -> templates.texts().containsKey(key.contribution())
                        ? Optional.ofNullable(templates
                                .texts()
                                .get(key.contribution())
                                .getOrDefault(locale.getLanguage(), Map.of())
                                .get(key.key()))
                        : pattern(key, locale),
                RowKind.ROW);
    }

    private Optional<String> pattern(MessageKey key, Locale supported) {
        return texts(key.contribution()).map(r -> r.texts().get(supported).getProperty(key.key()));
    }

    private Optional<Read> texts(String contribution) {
        Optional<Place> place = place(contribution);
        Read read = place.isPresent()
                ? known.compute(
                        contribution,
                        (id, before) -> before != null
                                        && before.stamp().equals(place.get().stamp())
                                ? before
                                : new Read(place.get().stamp(), read(place.get())))
                : known.get(contribution);
        return Optional.ofNullable(read);
    }

    private static Optional<Place> place(String contribution) {
        for (String point : POINTS) {
            for (IConfigurationElement element :
                    RegistryFactory.getRegistry().getConfigurationElementsFor(CORE, point)) {
                Optional<Place> place = place(element, contribution);
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        return Arrays.stream(FrameworkUtil.getBundle(ContributionTexts.class)
                        .getBundleContext()
                        .getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(contribution))
                .findFirst()
                .map(bundle -> new Place(bundle, "texts/messages"));
    }

    private static Optional<Place> place(IConfigurationElement element, String contribution) {
        try {
            if (!contribution.equals(element.getAttribute("id")) || element.getAttribute("texts") == null) {
                return Optional.empty();
            }
            return Optional.ofNullable(ContributorFactoryOSGi.resolve(element.getContributor()))
                    .map(bundle -> new Place(bundle, element.getAttribute("texts")));
        } catch (InvalidRegistryObjectException e) {
            return Optional.empty(); // gone meanwhile
        }
    }

    private static Map<Locale, Properties> read(Place place) {
        Map<Locale, Properties> texts = new HashMap<>();
        for (Locale locale : SUPPORTED) {
            texts.put(locale, read(place.bundle(), place.base() + "_" + locale.getLanguage() + ".properties"));
        }
        return texts;
    }

    private static Properties read(Bundle bundle, String file) {
        Properties properties = new Properties();
        URL url = bundle.getEntry(file);
        if (url != null) {
            try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }
}
