package io.github.auraauth.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The text of our files by path, for what class files do not show.
 *
 * @param files paths from the root on, with slashes
 */
record SourceTree(SortedMap<String, String> files) {
    private static final String FIXTURES = "app/src/test/java/io/github/auraauth/app/architecture";

    /** A tree of a few files that are made up. */
    static SourceTree of(Map<String, String> files) {
        return new SourceTree(new TreeMap<>(files));
    }

    /** Every Java file and POM of the repository that this test runs in, but for the fixtures. */
    static SourceTree repository() {
        Path root = root();
        try (Stream<Path> paths = Files.walk(root)) {
            SortedMap<String, String> files = new TreeMap<>();
            for (Path path : (Iterable<Path>) paths::iterator) {
                String name = root.relativize(path).toString().replace('\\', '/');
                boolean ours = name.matches("([a-z-]+/)?pom.xml|[a-z-]+/src/(main|test)/java/.*\\.java");
                if (ours && !name.startsWith(FIXTURES)) {
                    files.put(name, Files.readString(path));
                }
            }
            return new SourceTree(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the parent POM, wherever in the repository the test was started. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("auth-domain"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Shows that the rule objects to each file of a broken tree, then that the repository keeps it. */
    static void keeps(Function<SourceTree, Stream<String>> rule, Map<String, String> broken) {
        List<String> caught = rule.apply(of(broken)).toList();
        assertThat(caught).as("what the rule catches").isNotEmpty();
        assertThat(rule.apply(repository())).isEmpty();
    }

    /** The files whose path matches, as a tree of their own. */
    SourceTree matching(String pathPattern) {
        SortedMap<String, String> matching = new TreeMap<>(files);
        matching.keySet().removeIf(path -> !path.matches(pathPattern));
        return new SourceTree(matching);
    }

    Stream<Map.Entry<String, String>> entries() {
        return files.entrySet().stream();
    }

    static String moduleOf(String path) {
        return path.substring(0, path.indexOf('/'));
    }

    static String folderOf(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** The source without its comments. */
    static String code(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
    }
}
