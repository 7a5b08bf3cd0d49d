package io.github.auraauth.adapter.mongo.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who stores something new decides what a backup does with it. */
class BackupCollectionTest {
    private static final Pattern CONSTANT =
            Pattern.compile("String (?:COLLECTION|ACTIVE|SEALED|DEFINED_USERS) = \"([A-Za-z_-]+)\"");

    /** What lives shortly, must not be used twice, or is the database's own. */
    private static final Set<String> LEFT_OUT = Set.of(
            "sessions",
            "pendingLogins",
            "invitations",
            "loginFailures",
            "passkeyChallenges",
            "oidc_grants",
            "oidc_access_tokens",
            "oidc_requests",
            "oidc_session_clients",
            "oidc_logout_notices",
            "invalidations",
            "invalidation-segments",
            "instances",
            "dev-cache",
            "aura-seed",
            "aura-version-control");

    @Test
    void collections_thatThisModuleStores_areBackedUpOrLeftOutOnPurpose() throws IOException {
        Set<String> decided = new TreeSet<>(LEFT_OUT);
        for (BackupCollection each : BackupCollection.values()) {
            decided.add(each.collection());
        }

        assertThat(stored()).isNotEmpty().isSubsetOf(decided);
        assertThat(decided).isSubsetOf(stored());
    }

    private static Set<String> stored() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                Matcher found = CONSTANT.matcher(read(file));
                while (found.find()) {
                    names.add(found.group(1));
                }
            });
        }
        return names;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
