package io.github.auraauth.app.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the documents lie. */
final class Documents {
    private Documents() {}

    /** The folder of the parent POM, wherever in the repository the test was started. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("auth-domain"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static String text(String name) throws IOException {
        return Files.readString(root().resolve(name));
    }

    static long lines(String name) throws IOException {
        return text(name).lines().count();
    }

    /** Every Markdown document of the repository's root and of docs. */
    static List<Path> all() throws IOException {
        try (Stream<Path> here = Files.list(root());
                Stream<Path> docs = Files.walk(root().resolve("docs"))) {
            return Stream.concat(here, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
