package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same requests to a real REST framework and to us, both with the same accounts, which we imported from there. */
@Tag("deep")
class RestFrameworkTest {
    @TempDir
    private static Path folder;

    @Test
    void answers_sameRequests_differAsIntendedAlone() {
        DjangoProject django = DjangoProject.fill(folder.resolve("django"));
        Map<String, String> environment = new HashMap<>(Servers.embedded());
        environment.put("AURA_APIKEY_THROTTLE", "0");
        try (DjangoProject.Served served = django.serve();
                ServerProcess process = ServerProcess.startForMeasuring(folder.resolve("server"), environment)) {
            FinishedProcess.aura(
                            folder.resolve("server"),
                            environment,
                            List.of("account", "import", django.dump().toString()))
                    .succeeded();
            ComparedServer theirs = new ComparedServer(served.address(), true);
            ComparedServer ours = new ComparedServer(process.uri("/"), false);
            theirs.awaitReady();
            for (ComparedServer server : List.of(theirs, ours)) {
                for (String name : List.of("keeper", "plain")) {
                    server.logIn(name, name, password(django, name));
                }
                server.forgeSession("forged", "keeper");
            }
            List<String> intended = new ArrayList<>();
            List<String> found = new ArrayList<>();
            Set<IntendedDifference> reasons = EnumSet.noneOf(IntendedDifference.class);
            for (ComparedRequest request : new RestFrameworkRequests(django.accounts()).all()) {
                ComparedAnswers answers = new ComparedAnswers(theirs.answer(request), ours.answer(request));
                assertThat(answers.oursIsWhole())
                        .as("%s: %s", request.name(), answers.ours().body())
                        .isTrue();
                intended.add(line(request.name(), request.intended()));
                SortedSet<String> differences = answers.differences();
                if (differences.remove("schemes Token -> Token, Basic")) {
                    reasons.add(IntendedDifference.EVERY_SCHEME);
                }
                found.add(line(request.name(), differences));
                reasons.addAll(request.reasons());
            }
            assertThat(found).isEqualTo(intended);
            assertThat(reasons).containsExactly(IntendedDifference.values());
        }
    }

    @Test
    void record_ofTheDecision_explainsEveryDifference() throws IOException {
        String record = Files.readString(Path.of("../docs/adr/0041-differ-from-rest-framework-on-purpose.md"));
        for (IntendedDifference difference : IntendedDifference.values()) {
            assertThat(record).containsIgnoringCase("| " + difference.words() + " |");
        }
    }

    private static String password(DjangoProject django, String username) {
        return django.accounts().stream()
                .filter(account -> account.path("username").asText().equals(username))
                .map(account -> account.path("password"))
                .map(JsonNode::asText)
                .findFirst()
                .orElseThrow();
    }

    private static String line(String name, Iterable<String> differences) {
        String all = String.join("; ", differences);
        return name + ": " + (all.isEmpty() ? "equal" : all);
    }
}
