package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.auraauth.app.config.ConfigurationReader;
import io.github.auraauth.app.config.variable.ServiceEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart, rendered by helm and held against the schemas of Kubernetes, and what must hold in it. */
@Tag("deep")
class HelmTest {
    private static final String KUBERNETES = "1.31";
    private static final Path CHART = DeployFiles.folder().resolve("helm/aura-auth");

    private final Tool helm = Tool.find("helm", "go install helm.sh/helm/v3/cmd/helm@v3.17.4");

    @TempDir
    Path folder;

    @Test
    void chart_lint_findsNothing() {
        assertThat(helm.run(CHART, "lint", "--strict", ".")).contains("0 chart(s) failed");
    }

    @Test
    void chart_asItIs_andWithAllThatItHas_isWhatKubernetesTakes() throws IOException {
        Tool validate = Tool.find("kubernetes-validate", "pipx install kubernetes-validate==1.37.0");
        for (String set : List.of(
                "terms.enabled=false",
                "terms.enabled=true,serviceMonitor.enabled=true,podAnnotations.a=b,nodeSelector.a=b,"
                        + "networkPolicy.metricsFrom[0].namespaceSelector.matchLabels.a=b",
                "networkPolicy.ownNamespace=false",
                "autoscaling.enabled=false,networkPolicy.enabled=false")) {
            Path file = Files.writeString(folder.resolve("rendered.yaml"), rendered("--set", set));
            assertThat(validate.run(folder, "-k", KUBERNETES, "--strict", file.toString()))
                    .contains("passed for resource deployment/")
                    .doesNotContain("ERROR");
        }
    }

    @Test
    void chart_withAllThatItHas_hasOneOfEach() throws IOException {
        assertThat(objects("--set", "serviceMonitor.enabled=true").keySet())
                .containsExactly(
                        "Deployment",
                        "HorizontalPodAutoscaler",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "Service",
                        "ServiceAccount",
                        "ServiceMonitor");
    }

    @Test
    void pod_whateverTheTimes_hasTimeToStop() throws IOException {
        for (String[] times : List.of(new String[] {"5", "2000", "25000"}, new String[] {"20", "2500", "1"})) {
            JsonNode pod = pod("shutdown.preStopSeconds=" + times[0] + ",shutdown.drainMilliseconds=" + times[1]
                    + ",shutdown.gracefulMilliseconds=" + times[2]);
            double all =
                    Integer.parseInt(times[0]) + (Integer.parseInt(times[1]) + Integer.parseInt(times[2])) / 1000.0;
            assertThat(pod.path("terminationGracePeriodSeconds").asDouble())
                    .isBetween(all + DeployFiles.SECONDS_TO_FLUSH, all + DeployFiles.SECONDS_TO_FLUSH + 2);
        }
    }

    /** All pods ask one MongoDB, and whoever asks twice within a second is told twice of one look. */
    @Test
    void pod_whenOneLookFails_staysReady() throws IOException {
        JsonNode probe = pod("terms.enabled=false").at("/containers/0/readinessProbe");
        assertThat(probe.path("failureThreshold").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(probe.path("periodSeconds").asInt()).isGreaterThan(1);
    }

    @Test
    void networkPolicy_letsOutToRedisAndItsSentinels_withAndWithoutTls() throws IOException {
        List<Integer> ports = new ArrayList<>();
        policy().path("egress")
                .forEach(rule -> rule.path("ports")
                        .forEach(port -> ports.add(port.path("port").asInt())));
        assertThat(ports).contains(53, 443, 6379, 6380, 26379, 27017);
    }

    @Test
    void networkPolicy_whoMayCall_isAddedToThePodsOfTheNamespace() throws IOException {
        assertThat(policy().path("ingress").toString())
                .isEqualTo("[{\"from\":[{\"podSelector\":{}}],\"ports\":[{\"port\":\"http\",\"protocol\":\"TCP\"}]}]");
        assertThat(policy("--set", "networkPolicy.from[0].ipBlock.cidr=10.0.0.0/8")
                        .at("/ingress/0/from")
                        .toString())
                .isEqualTo("[{\"podSelector\":{}},{\"ipBlock\":{\"cidr\":\"10.0.0.0/8\"}}]");
        assertThat(policy("--set", "networkPolicy.from[0].ipBlock.cidr=10.0.0.0/8,networkPolicy.ownNamespace=false")
                        .at("/ingress/0/from")
                        .toString())
                .isEqualTo("[{\"ipBlock\":{\"cidr\":\"10.0.0.0/8\"}}]");
    }

    /** A rule without anybody in it would let in everybody. */
    @Test
    void networkPolicy_whereNobodyMayCall_letsNobodyIn() throws IOException {
        JsonNode policy = policy("--set", "networkPolicy.ownNamespace=false");
        assertThat(policy.path("ingress").isArray()).isTrue();
        assertThat(policy.path("ingress")).isEmpty();
        assertThat(policy.at("/policyTypes/0").asText()).isEqualTo("Ingress");
    }

    @Test
    void networkPolicy_prometheusOfAnotherNamespace_isLetInToThePortOfTheFigures() throws IOException {
        JsonNode ingress = policy(
                        "--set",
                        "terms.enabled=true,serviceMonitor.enabled=true,"
                                + "networkPolicy.metricsFrom[0].namespaceSelector.matchLabels.name=monitoring")
                .path("ingress");
        assertThat(ingress).hasSize(2);
        assertThat(ingress.at("/0/from").toString()).isEqualTo("[{\"podSelector\":{}}]");
        assertThat(ingress.get(1).toString())
                .isEqualTo("{\"from\":[{\"namespaceSelector\":{\"matchLabels\":{\"name\":\"monitoring\"}}}],"
                        + "\"ports\":[{\"port\":\"http\",\"protocol\":\"TCP\"}]}");
    }

    @Test
    void pod_isLockedDown_andGetsNoServiceLinks() throws IOException {
        JsonNode pod = pod("terms.enabled=true");
        assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        JsonNode security = pod.at("/containers/0/securityContext");
        assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
    }

    @Test
    void pod_variables_areThoseOfValues_andSecretsAreFilesThatAreMounted() throws IOException {
        JsonNode pod = pod("config.AURA_PUBLIC_URL=https://id.example/aura,config.AURA_ENVIRONMENT_NAME=north");
        Map<String, String> variables = variables(pod);

        assertThat(variables)
                .containsEntry("AURA_PUBLIC_URL", "https://id.example/aura")
                .containsEntry("AURA_SHUTDOWN_DRAIN", "2000")
                .containsEntry("AURA_SHUTDOWN_GRACEFUL_TTL", "25000")
                .doesNotContainValue("");
        String mount = named("secrets", pod.at("/containers/0/volumeMounts"))
                .path("mountPath")
                .asText();
        List<String> mounted = new ArrayList<>();
        named("secrets", pod.path("volumes"))
                .at("/secret/items")
                .forEach(item -> mounted.add(mount + '/' + item.path("path").asText()));
        assertThat(variables.entrySet().stream()
                        .filter(variable -> variable.getKey().endsWith("_FILE"))
                        .map(Map.Entry::getValue))
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(mounted);
    }

    /** As people write them into files of values, where helm reads each number as a floating one. */
    @Test
    void pod_numbersOfAFileOfValues_areWrittenOut() throws IOException {
        Path values = Files.writeString(folder.resolve("values.yaml"), """
                image: {tag: 20261130}
                config:
                  AURA_PUBLIC_URL: https://id.example/aura
                  AURA_APIKEY_THROTTLE: 60
                  AURA_AUDIT_RETENTION: 86400000
                  AURA_LARGE: 1234567890123
                  AURA_SMALL: 0.5
                  AURA_TRUE: true
                shutdown: {drainMilliseconds: 2000000, gracefulMilliseconds: 1000000, preStopSeconds: 5}
                """);
        JsonNode pod = objects("-f", values.toString()).get("Deployment").at("/spec/template/spec");
        Map<String, String> variables = variables(pod);

        assertThat(variables)
                .containsEntry("AURA_APIKEY_THROTTLE", "60")
                .containsEntry("AURA_AUDIT_RETENTION", "86400000")
                .containsEntry("AURA_LARGE", "1234567890123")
                .containsEntry("AURA_SMALL", "0.5")
                .containsEntry("AURA_TRUE", "true")
                .containsEntry("AURA_SHUTDOWN_DRAIN", "2000000");
        assertThat(pod.path("terminationGracePeriodSeconds").asText()).isEqualTo("3035");
        assertThat(pod.at("/containers/0/image").asText()).isEqualTo("aura-auth:20261130");
    }

    private static Map<String, String> variables(JsonNode pod) {
        Map<String, String> variables = new TreeMap<>();
        pod.at("/containers/0/env")
                .forEach(variable -> variables.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        return variables;
    }

    private static JsonNode named(String name, JsonNode all) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pod_variables_areAConfigurationThatTheProgramTakes() throws Exception {
        JsonNode pod = pod(
                "config.AURA_PUBLIC_URL=https://id.example/aura,config.AURA_ENVIRONMENT_NAME=north,"
                        + "config.AURA_TRUSTED_PROXIES=10.0.0.0/8,config.AURA_REDIS_MODE=SINGLE,config.AURA_REDIS_HOSTS=redis:6379");
        Map<String, String> texts = Map.of(
                "encryption-key", "a-fake-encryption-key-of-32-byte",
                "seed", "a fake seed of some length",
                "mongodb-uri", "mongodb://mongo.example/?replicaSet=rs0");
        Map<String, String> variables = new TreeMap<>();
        for (JsonNode variable : pod.at("/containers/0/env")) {
            String value = variable.path("value").asText();
            String key = Path.of(value).getFileName().toString();
            variables.put(
                    variable.path("name").asText(),
                    value.startsWith("/run/secrets/")
                            ? Files.writeString(folder.resolve(key), texts.get(key))
                                    .toString()
                            : value);
        }
        var configuration = new ConfigurationReader(variables, folder, "1.2.3", new SecureRandom()).read();

        assertThat(configuration.deployment().kind()).isEqualTo(ServiceEnvironment.PRO);
        assertThat(configuration.http().listenAddress()).isEqualTo("0.0.0.0");
        assertThat(configuration.mongo().isEmbedded()).isFalse();
        assertThat(configuration.notices()).isEmpty();
    }

    private JsonNode policy(String... values) throws IOException {
        return objects(values).get("NetworkPolicy").path("spec");
    }

    private JsonNode pod(String set) throws IOException {
        return objects("--set", set).get("Deployment").at("/spec/template/spec");
    }

    private Map<String, ObjectNode> objects(String... values) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        Map<String, ObjectNode> byKind = new TreeMap<>();
        try (var documents = yaml.readerFor(ObjectNode.class).<ObjectNode>readValues(rendered(values))) {
            documents
                    .readAll()
                    .forEach(each -> assertThat(byKind.put(each.path("kind").asText(), each))
                            .isNull());
        }
        return byKind;
    }

    private String rendered(String... values) {
        List<String> arguments =
                new ArrayList<>(List.of("template", "release", ".", "--kube-version", KUBERNETES + ".0"));
        arguments.addAll(List.of(values));
        return helm.run(CHART, arguments.toArray(String[]::new));
    }
}
