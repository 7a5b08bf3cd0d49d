package io.github.auraauth.adapter.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.outgoing.OutgoingHttpConfig;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.testkit.channel.ChannelDirectoryContract;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpChannelDirectoryTest implements ChannelDirectoryContract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String AUTHORIZATION = "APIKEY a-key-of-tests";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final OutgoingHttp http = OutgoingHttp.open(
            new OutgoingHttpConfig(true, Duration.ofSeconds(60), 50, Duration.ofSeconds(5), 0, List.of()),
            new SimpleMeterRegistry(),
            InstantSource.system());
    private HttpServer service;
    private HttpChannelDirectory directory;
    private volatile byte[] body = {};
    private volatile int status = 200;

    @BeforeEach
    void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        directory = new HttpChannelDirectory(
                new ChannelsConfig(
                        URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/v1"),
                        Optional.of(Secret.ofText(AUTHORIZATION))),
                http.upstream(HttpChannelDirectory.UPSTREAM));
    }

    @AfterEach
    void stop() {
        service.stop(0);
        http.close();
    }

    @Override
    public HttpChannelDirectory directory() {
        return directory;
    }

    @Override
    public void list(List<Channel> channels) {
        ArrayNode list = JSON.createArrayNode();
        for (Channel channel : channels) {
            ObjectNode entry = list.addObject().put("id", channel.id().text()).put("prefix", "not asked for");
            channel.name().ifPresent(name -> entry.put("name", name));
            if (channel.anonymous()) {
                entry.putObject("security").put("anonymous", true);
            }
        }
        body = list.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Backend takeBackendAway() {
        service.stop(0);
        return Backend.AWAY;
    }

    @Test
    void all_asks_forWhatItNeedsWithOurKey() {
        list(List.of(OPEN));
        directory.all(soon());
        assertThat(asked).containsExactly("/v1/channels/?includeFields=id,name,security " + AUTHORIZATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "<html>",
                "[{\"id\":",
                "[] []",
                "{\"channels\": []}",
                "[{\"id\": \"web\"}, {\"name\": \"no id\"}, 7]"
            })
    void all_noListOfChannels_isAFailureUpstream(String said) {
        body = said.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> directory.all(soon())).isInstanceOf(Outage.UpstreamFailed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 401, 404, 500})
    void all_anotherStatus_isAFailureUpstream(int other) {
        status = other;
        assertThatThrownBy(() -> directory.all(soon())).isInstanceOf(Outage.UpstreamFailed.class);
    }

    @Test
    void all_entriesThatCannotBeRead_areLeftOut() {
        body = ("[{\"id\": 5}, {\"id\": \"" + OPEN.id().text() + "\", \"name\": \"a\\u0000b\","
                        + " \"security\": {\"anonymous\": \"yes\"}}]")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(directory.all(soon())).containsExactly(new Channel(OPEN.id(), Optional.empty(), false));
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), InstantSource.system());
    }
}
