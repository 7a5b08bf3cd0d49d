package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationsTest extends WithServer {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void ping_withAndWithoutKey_isTheSame_atBothPlaces() throws Exception {
        for (HttpResponse<String> answer : List.of(
                server.call("GET", "/ping").key(KERNEL).send(),
                server.api("GET", "/ping").key(KERNEL).send(),
                server.call("GET", "/local-ping").send(),
                server.api("GET", "/local-ping").send())) {
            JsonNode ping = JSON.readTree(answer.body());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(ping.path("timestamp").asLong()).isBetween(1_600_000_000_000L, System.currentTimeMillis());
            assertThat(ping.path("uptime").asLong()).isBetween(0L, 600L);
            assertThat(ping.path("service"))
                    .hasToString("{\"name\":\"aura-authentication-api\",\"version\":\"1.2.3\"}");
        }
    }

    @Test
    void config_storageSet_showsItsSubdomain() {
        assertThat(server.api("GET", "/config").key("APIKEY anybody r").send().body())
                .isEqualTo("{\"storageSubdomain\":\"auraresources\"}");
    }

    @Test
    void definition_asYamlAndAsJson_isTheSame() throws Exception {
        HttpResponse<String> yaml = server.api("GET", "/openapi.yaml").send();
        HttpResponse<String> json = server.api("GET", "/openapi.json").send();

        assertThat(yaml.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(JSON.readTree(json.body())).isEqualTo(new ObjectMapper(new YAMLFactory()).readTree(yaml.body()));
    }
}
