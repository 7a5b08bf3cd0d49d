package io.github.auraauth.app.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A release before this one, built from the history of this repository, once for each commit. It is from before second
 * factors, the chains of the audit trail, KPI files, and version 2 of the indexes.
 */
final class ReleaseBefore {
    private static final String COMMIT =
            System.getProperty("aura.release.before", "90ae6709e33d3f66eabefb587271c55f31a1a5b8");
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path BUILT =
            Path.of("target", "release-before", COMMIT + ".jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private ReleaseBefore() {}

    /** Its jar, which is built where it is not there yet. */
    static Path jar() {
        if (!Files.exists(BUILT)) {
            try {
                Path folder = Files.createTempDirectory("release-before");
                try {
                    build(folder);
                } finally {
                    remove(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return BUILT;
    }

    private static void build(Path folder) throws IOException {
        if (git(folder, "cat-file", "-e", COMMIT + "^{commit}").status() != 0) {
            throw new AssertionError("the history in " + REPOSITORY + " does not hold " + COMMIT
                    + ", the release before this one. Where the clone is shallow: git fetch --unshallow."
                    + " Else name another commit by -Daura.release.before=<commit>");
        }
        Path tree = folder.resolve("tree");
        git(folder, "worktree", "add", "--detach", tree.toString(), COMMIT).succeeded();
        try {
            FinishedProcess built = FinishedProcess.run(folder, Map.of(), maven(tree), PATIENCE);
            if (built.status() != 0) {
                throw new AssertionError(
                        COMMIT + " does not build offline. Where Maven lacks something, run mvn -DskipTests"
                                + " -pl app -am package once in a worktree of it:\n" + built.output());
            }
            Path jar = Files.copy(tree.resolve("app/target/aura-auth.jar"), folder.resolve("aura-auth.jar"));
            Files.createDirectories(BUILT.getParent());
            Files.move(jar, BUILT, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            git(folder, "worktree", "remove", "--force", tree.toString()).succeeded();
        }
    }

    private static FinishedProcess git(Path folder, String... arguments) {
        String git = Tool.find("git", "apt-get install git").path().toString();
        List<String> command = new ArrayList<>(List.of(git, "-C", REPOSITORY.toString()));
        command.addAll(List.of(arguments));
        return FinishedProcess.run(folder, Map.of(), command);
    }

    private static List<String> maven(Path tree) {
        String maven = Tool.find("mvn", "apt-get install maven").path().toString();
        List<String> command = new ArrayList<>(List.of(maven, "-q", "-o", "-B", "-ntp", "-DskipTests"));
        String repository = System.getProperty("localRepository", "");
        if (!repository.isEmpty()) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.addAll(List.of("-f", tree.toString(), "-pl", "app", "-am", "package"));
        return command;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
