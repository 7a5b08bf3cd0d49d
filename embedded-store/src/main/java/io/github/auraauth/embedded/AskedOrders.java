package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which orders the collections have been asked for in, in a file of the data folder, so that the next start makes them before
 * anybody waits for one. The file is a help: where it cannot be written or read, orders are made when they are asked for.
 * Safe for use by many threads.
 */
final class AskedOrders {
    private static final Logger LOG = LoggerFactory.getLogger(AskedOrders.class);
    private static final String FILE = "store.orders";
    private static final String SEPARATOR = "\t";

    private final DataFolder folder;
    private final Map<String, List<Document>> byNamespace = new LinkedHashMap<>();

    private AskedOrders(DataFolder folder) {
        this.folder = folder;
    }

    static AskedOrders open(DataFolder folder) {
        AskedOrders asked = new AskedOrders(folder);
        try {
            if (Files.exists(folder.file(FILE))) {
                Files.readAllLines(folder.file(FILE)).forEach(asked::read);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn(
                    "{} cannot be read, lists are sorted anew: {}",
                    FILE,
                    e.getClass().getSimpleName());
        }
        return asked;
    }

    /** The orders that a collection has been asked for in. */
    synchronized List<Document> of(String namespace) {
        return List.copyOf(byNamespace.getOrDefault(namespace, List.of()));
    }

    synchronized void add(String namespace, Document sort) {
        List<Document> known = byNamespace.computeIfAbsent(namespace, missing -> new ArrayList<>());
        if (known.contains(sort) || sort.keySet().stream().anyMatch(AskedOrders::isUnwritable)) {
            return;
        }
        known.add(sort);
        try {
            folder.write(FILE, text());
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", FILE, e.getClass().getSimpleName());
        }
    }

    private static boolean isUnwritable(String field) {
        return field.chars().anyMatch(Character::isISOControl);
    }

    /** A line each: the collection, and a field and its direction in turns. */
    private String text() {
        return byNamespace.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(sort -> line(entry.getKey(), sort)))
                .collect(Collectors.joining());
    }

    private static String line(String namespace, Document sort) {
        return namespace
                + sort.entrySet().stream()
                        .map(field -> SEPARATOR + field.getKey() + SEPARATOR + field.getValue())
                        .collect(Collectors.joining())
                + "\n";
    }

    private void read(String line) {
        String[] parts = line.split(SEPARATOR, -1);
        Document sort = new Document();
        for (int i = 1; i + 1 < parts.length; i += 2) {
            sort.put(parts[i], Integer.valueOf(parts[i + 1]));
        }
        if (!sort.isEmpty()) {
            byNamespace.computeIfAbsent(parts[0], missing -> new ArrayList<>()).add(sort);
        }
    }
}
