package io.github.auraauth.app.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What operators take home. */
final class DeployFiles {
    /**
     * For which a stop may go on after its requests have ended: 5 for what runs in the background, 5 for the audit trail, 3 for
     * KPI files, 2 for last accesses, 4 for Redis, 2 for traces and 5 for the log, and some for the rest.
     */
    static final int SECONDS_TO_FLUSH = 30;

    private static final Pattern CHOICE = Pattern.compile("([a-z_]+)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+) *[=!]");
    private static final Pattern SUM = Pattern.compile("by \\(([a-z_, ]+)\\) \\((?:[a-z]+\\()?([a-z_]+)");
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");
    private static final Pattern METRIC =
            Pattern.compile("(?<![\\w.])(?:aura|http|outgoing|jvm|process)_[a-z_]+(?=[{\\[ )]|$)", Pattern.MULTILINE);

    private DeployFiles() {}

    /** The folder, wherever in the repository the test was started. */
    static Path folder() {
        return root().resolve("deploy");
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("auth-domain"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** @param name below the folder */
    static String text(String name) {
        return read(folder().resolve(name));
    }

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command by which a container says whether it lives, as the container file has it. */
    static String healthCheck() {
        String line = text("container/Containerfile")
                .lines()
                .filter(each -> each.startsWith("HEALTHCHECK"))
                .findFirst()
                .orElseThrow();
        String words = line.substring(line.indexOf("\"-c\", \"") + "\"-c\", \"".length(), line.lastIndexOf('"'));
        return words.replace("\\\\", "\\");
    }

    /** What the dashboard asks Prometheus. */
    static List<String> queries() throws IOException {
        return StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(text("monitoring/dashboard.json"))
                                .path("panels")
                                .spliterator(),
                        false)
                .flatMap(panel -> StreamSupport.stream(panel.path("targets").spliterator(), false))
                .map(target -> target.path("expr").asText())
                .toList();
    }

    /** The names of metrics in expressions of the alerts and of the dashboard. */
    static List<String> metrics() {
        return METRIC.matcher(expressions())
                .results()
                .map(found -> found.group())
                .distinct()
                .sorted()
                .toList();
    }

    /** The labels by which those expressions choose and sum, for each metric; without those that Prometheus itself adds. */
    static Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new TreeMap<>();
        CHOICE.matcher(expressions())
                .results()
                .forEach(found -> LABEL.matcher(found.group(2))
                        .results()
                        .forEach(label -> add(labels, found.group(1), label.group(1))));
        SUM.matcher(expressions())
                .results()
                .forEach(found ->
                        List.of(found.group(1).split(", *", -1)).forEach(label -> add(labels, found.group(2), label)));
        return labels;
    }

    private static void add(Map<String, Set<String>> labels, String metric, String label) {
        if (!OF_PROMETHEUS.contains(label) && METRIC.matcher(metric).matches()) {
            labels.computeIfAbsent(metric, each -> new TreeSet<>()).add(label);
        }
    }

    private static String expressions() {
        return Stream.of("monitoring/alerts.yaml", "monitoring/dashboard.json")
                .flatMap(name -> text(name).lines())
                .filter(line -> !line.matches(" *(description|summary): .*"))
                .reduce("", (all, line) -> all + line + '\n');
    }
}
