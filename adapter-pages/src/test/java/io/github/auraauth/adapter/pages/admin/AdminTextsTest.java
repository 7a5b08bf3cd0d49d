package io.github.auraauth.adapter.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.pages.Locales;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.domain.activity.Activity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that the pages of administration ask for is there, in both languages. */
class AdminTextsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/github/auraauth/adapter/pages/admin");

    /** A key where it is asked for at once. */
    private static final Pattern ASKED = Pattern.compile("\\btext\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");

    private static final Pattern DONE = Pattern.compile("request\\.done\\((?:(?!text\\()[^;\"])*?\"([a-z-]{4,})\"\\)");
    private static final Pattern CONFIRMATION = Pattern.compile("new Confirmation\\(\\s*[A-Za-z.]+,\\s*\"([a-z-]+)\"");
    private static final Pattern TABLE =
            Pattern.compile("\\.table\\(\\s*request,\\s*page,\\s*\"([a-z]+)\",\\s*List\\.of\\(([^)]*)\\)");
    private static final Pattern LINKED = Pattern.compile("\\blink\\([^;]*?\"([a-z-]+\\.[a-z.-]+)\"\\)");

    @Test
    void texts_thatPagesAskFor_areThereInBothLanguages() {
        Set<String> keys = new TreeSet<>();
        for (String source : sources()) {
            ASKED.matcher(source).results().forEach(found -> keys.add(found.group(1)));
            DONE.matcher(source).results().forEach(found -> keys.add("done." + found.group(1)));
            LINKED.matcher(source).results().forEach(found -> keys.add(found.group(1)));
            CONFIRMATION
                    .matcher(source)
                    .results()
                    .forEach(found -> List.of(".title", ".description", ".action")
                            .forEach(part -> keys.add(found.group(1) + part)));
            TABLE.matcher(source).results().forEach(found -> {
                keys.add(found.group(1) + ".caption");
                keys.add(found.group(1) + ".empty");
                Stream.of(found.group(2).split(","))
                        .map(column -> column.replace("\"", "").strip())
                        .filter(column -> !column.isEmpty())
                        .forEach(column -> keys.add(found.group(1) + ".column." + column));
            });
        }
        for (Activity.Event event : Activity.Event.values()) {
            keys.add("event." + event.word());
        }
        assertThat(keys).hasSizeGreaterThan(250);
        for (String culture : List.of("en-gb", "es-es")) {
            Texts texts = Locales.of(Optional.empty(), "pro", culture).texts(Optional.of(culture), "");
            assertThat(keys)
                    .as(culture)
                    .allSatisfy(key ->
                            assertThat(texts.ifAny("admin:" + key)).as(key).isPresent());
        }
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(AdminTextsTest::read)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
