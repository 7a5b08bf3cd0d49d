package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ConfigurationReader;
import io.github.auraauth.app.config.variable.ServiceEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the deployment, read as what they are, and held against each other and against the program. */
class DeployFilesTest {
    private static final Pattern VARIABLE =
            Pattern.compile("(?<![\\w-])(?:DEV_)?(?:AURA|TAC|AUTH)_[A-Z0-9_]+(?![\\w-])");
    private static final Map<String, String> DEFAULTS = new HashMap<>();
    private static final Set<String> SECRETS = new LinkedHashSet<>();
    private static final Set<String> NOT_CONFIGURATION = Set.of("AURA_PORT");

    /** Milliseconds for which whoever asks for readiness is told what one look has found. */
    private static final int LOOK_IS_SHARED = 1_000;

    /** HAProxy has closed the last idle connection of a server after as many delays, and the half of many after one. */
    private static final int PURGES = 3;

    private final YAMLMapper yaml = new YAMLMapper();

    static {
        try (var in = ConfigurationReader.class.getResourceAsStream("variable/variables.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] cells = line.split("\t", -1);
                        DEFAULTS.put(cells[0], cells[2]);
                        if (!cells[4].isEmpty()) {
                            SECRETS.add(cells[0] + "_FILE");
                        }
                    });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void variables_inAllFiles_areThoseOfTheProgram() throws IOException {
        Set<String> known = new LinkedHashSet<>(DEFAULTS.keySet());
        known.addAll(SECRETS);
        known.addAll(NOT_CONFIGURATION);
        int found = 0;
        for (Path file : DeployFiles.all()) {
            List<String> named = VARIABLE.matcher(DeployFiles.read(file))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(known).as(file.toString()).containsAll(named);
            found += named.size();
        }
        assertThat(found).isGreaterThan(30);
    }

    @Test
    void secrets_inAllFiles_areFiles() throws IOException {
        for (Path file : DeployFiles.all()) {
            for (String secret : SECRETS) {
                String name = secret.replaceAll("_FILE$", "");
                assertThat(DeployFiles.read(file).replace("AURA_MONGODB_URI: mongodb://mongo-a", ""))
                        .as(file.toString())
                        .doesNotContainPattern(
                                "(?m)\\b" + name + "[=:] *(?!mongodb-uri|encryption-key|seed)[^\\s\\\\]");
            }
        }
    }

    @Test
    void files_thatNoTestRuns_sayThatTheyAreUntried() {
        assertThat(head("container/Containerfile")).contains("UNTRIED");
        assertThat(head("container/compose.yaml")).contains("UNTRIED");
        assertThat(head("helm/aura-auth/Chart.yaml")).contains("no test installs it");
    }

    @Test
    void compose_isYaml_whoseInstancesHaveTimeToStop_andWhoseParts_exist() throws IOException {
        JsonNode compose = yaml.readTree(DeployFiles.text("container/compose.yaml"));
        JsonNode aura = compose.at("/services/aura");
        assertThat(seconds(aura.path("stop_grace_period").asText())).isGreaterThanOrEqualTo(stop());
        assertThat(aura.path("read_only").asBoolean()).isTrue();
        for (JsonNode secret : aura.path("secrets")) {
            assertThat(compose.at("/secrets").has(secret.asText())).isTrue();
        }
        Path dockerfile = DeployFiles.folder()
                .resolve("container")
                .resolve(aura.at("/build/context").asText())
                .resolve(aura.at("/build/dockerfile").asText());
        assertThat(dockerfile).isRegularFile();
        aura.path("depends_on")
                .fieldNames()
                .forEachRemaining(name ->
                        assertThat(compose.path("services").has(name)).as(name).isTrue());
    }

    @Test
    void systemd_givesTimeToStop_andDoesNotStartAgainWhatSomebodyMustPutRight() {
        String unit = DeployFiles.text("systemd/aura-auth.service");
        assertThat(Long.parseLong(found("TimeoutStopSec=(\\d+)", unit))).isGreaterThanOrEqualTo(stop());
        assertThat(unit).contains("RestartPreventExitStatus=78\n");
    }

    @Test
    void systemd_withWhatItsHeadNames_isProduction_andWithoutAnyOfItNoConfiguration(@TempDir Path folder)
            throws Exception {
        String unit = DeployFiles.text("systemd/aura-auth.service");
        Map<String, String> variables = new HashMap<>();
        Matcher lines = Pattern.compile("(?m)^Environment=(\\w+)=(.+)$").matcher(unit);
        while (lines.find()) {
            variables.put(lines.group(1), lines.group(2).replace("%d", folder.toString()));
        }
        Files.writeString(folder.resolve("encryption-key"), "a-fake-encryption-key-of-32-byte");
        Files.writeString(folder.resolve("seed"), "a fake seed of some length");
        Files.writeString(folder.resolve("mongodb-uri"), "mongodb://mongo.example/?replicaSet=rs0");
        Map<String, String> required = new HashMap<>();
        for (String name : found("required: (.*)", unit).split(", ", -1)) {
            required.put(name, name.endsWith("URL") ? "https://id.example/aura" : "north");
        }
        variables.putAll(required);

        assertThat(read(variables, folder).deployment().kind()).isEqualTo(ServiceEnvironment.PRO);
        assertThat(required).hasSizeGreaterThan(1);
        for (String name : required.keySet()) {
            Map<String, String> fewer = new HashMap<>(variables);
            fewer.remove(name);
            assertThatThrownBy(() -> read(fewer, folder)).hasMessageContaining(name);
        }
    }

    private static Configuration read(Map<String, String> variables, Path folder) throws Exception {
        return new ConfigurationReader(variables, folder, "1.2.3", new SecureRandom()).read();
    }

    @Test
    void proxies_idleConnections_areKeptForLessTimeThanByTheService() {
        int ours = Integer.parseInt(DEFAULTS.get("AURA_HTTP_IDLE_TIMEOUT")) / 1_000;
        String upstream = found("(?s)upstream aura \\{(.*?)\n    \\}", DeployFiles.text("proxy/nginx.conf"));
        assertThat(Integer.parseInt(found("keepalive_timeout (\\d+)s;", upstream)))
                .isLessThan(ours);
        int delay = Integer.parseInt(found("pool-purge-delay (\\d+)s", DeployFiles.text("proxy/haproxy.cfg")));
        assertThat(PURGES * delay).isLessThan(ours);
    }

    /** Whoever looks twice within a second is told twice of one look. */
    @Test
    void haproxy_takesAnInstanceOut_afterTwoLooksThatFail_andWithinTheDrain() {
        for (String file : List.of("proxy/haproxy.cfg", "container/compose.yaml")) {
            Matcher check = Pattern.compile("check inter (\\d+)ms fall (\\d+) ").matcher(DeployFiles.text(file));
            assertThat(check.find()).as(file).isTrue();
            int pause = Integer.parseInt(check.group(1));
            int looks = Integer.parseInt(check.group(2));
            assertThat((looks - 1) * pause).as(file).isGreaterThanOrEqualTo(LOOK_IS_SHARED);
            assertThat(looks * pause).as(file).isLessThan(Integer.parseInt(DEFAULTS.get("AURA_SHUTDOWN_DRAIN")));
        }
    }

    /** Behind the trusted network a caller's own word on where they come from would count. */
    @Test
    void haproxy_throwsAwayWhatCallersClaim_andTakesAddressesAsLongAsTheService() {
        for (String file : List.of("proxy/haproxy.cfg", "container/compose.yaml")) {
            assertThat(DeployFiles.text(file))
                    .as(file)
                    .contains(
                            "http-request del-header X-Forwarded-For\n",
                            "http-request set-header X-Forwarded-Proto http",
                            "tune.bufsize 33792\n");
        }
    }

    @Test
    void dashboard_isJson_whoseQueriesAskTheJobThatIsChosen() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(DeployFiles.text("monitoring/dashboard.json"));
        List<String> queries = DeployFiles.queries();

        assertThat(queries).hasSizeGreaterThan(15).allMatch(query -> query.contains("{job=~\"$job\""));
        assertThat(dashboard.at("/templating/list/1/name").asText()).isEqualTo("job");
    }

    @Test
    void alerts_areYaml_andEachSaysHowBadItIsAndWhatToDo() throws IOException {
        JsonNode rules =
                yaml.readTree(DeployFiles.text("monitoring/alerts.yaml")).at("/groups/0/rules");
        assertThat(rules).hasSizeGreaterThan(8).allSatisfy(rule -> {
            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(rule.at("/annotations/description").asText()).isNotEmpty();
        });
    }

    @Test
    void container_takesTheListedModules_andTheFlagsOfTheLauncher() {
        String container = DeployFiles.text("container/Containerfile");
        assertThat(container).contains("paste -sd, deploy/container/modules.txt", "--include-locales=en,es,de,pt");
        String launcher = DeployFiles.read(DeployFiles.root().resolve("aura"));
        String flags = found("flags=\\(\"\\$\\(heap\\)\" ([^)]*)\\)", launcher);
        for (String flag : flags.split(" ", -1)) {
            assertThat(container).contains('"' + flag + '"');
            assertThat(DeployFiles.text("systemd/aura-auth.service")).contains(' ' + flag + ' ');
        }
    }

    /** On a small machine the JVM would take one for which the longest pause means nothing. */
    @Test
    void collector_whereverTheServiceRuns_isNamed_andTheArchiveIsMadeWithIt() {
        assertThat(DeployFiles.text("container/Containerfile")).contains("\"-XX:+UseG1GC\"");
        assertThat(DeployFiles.text("container/archive-classes")).contains("-XX:+UseG1GC");
    }

    /** Seconds that a stop takes at most, with the variables unset. */
    private static long stop() {
        return (Long.parseLong(DEFAULTS.get("AURA_SHUTDOWN_DRAIN"))
                                + Long.parseLong(DEFAULTS.get("AURA_SHUTDOWN_GRACEFUL_TTL")))
                        / 1_000
                + DeployFiles.SECONDS_TO_FLUSH;
    }

    private static long seconds(String text) {
        return Long.parseLong(found("(\\d+)s", text));
    }

    private static String head(String name) {
        return DeployFiles.text(name).lines().limit(4).reduce("", String::concat);
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }
}
