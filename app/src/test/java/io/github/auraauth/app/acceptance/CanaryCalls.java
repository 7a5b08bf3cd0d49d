package io.github.auraauth.app.acceptance;

import io.github.auraauth.adapter.http.Definitions;
import io.github.auraauth.domain.access.AccessLevel;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.definition.BodySchema;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.definition.Parameter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Requests for the operations of a definition, good ones and bad ones, all of whose values are canaries. */
final class CanaryCalls {
    private static final Map<AccessLevel, String> APPS =
            Map.of(AccessLevel.KERNEL, "kernel", AccessLevel.INTERNAL, "aura-bot", AccessLevel.PUBLIC, "webchat");

    private final ApiDefinition api;
    private final Function<String, URI> server;
    private final Function<Operation, Optional<Header>> credential;
    private final Canaries canaries;

    /** A header of a request. */
    record Header(String name, String value) {}

    private CanaryCalls(
            ApiDefinition api,
            Function<String, URI> server,
            Function<Operation, Optional<Header>> credential,
            Canaries canaries) {
        this.api = api;
        this.server = server;
        this.credential = credential;
        this.canaries = canaries;
    }

    static CanaryCalls ofAuthentication(ServerProcess server, Canaries canaries) {
        return new CanaryCalls(
                Definitions.authentication(), server::uri, operation -> key(operation, canaries), canaries);
    }

    static CanaryCalls ofKernel(ServerProcess server, String accessToken, Canaries canaries) {
        Header bearer = new Header("Authorization", "Bearer " + accessToken);
        return new CanaryCalls(Definitions.kernel(), server::uri, operation -> Optional.of(bearer), canaries);
    }

    static CanaryCalls ofTerms(ServerProcess server, Canaries canaries) {
        Header key = new Header("x-api-key", CanaryServers.TERMS_KEY);
        return new CanaryCalls(Definitions.terms(), server::termsUri, operation -> Optional.of(key), canaries);
    }

    List<Operation> operations() {
        return api.operations();
    }

    /** The operation's name, for people. */
    String name(Operation operation) {
        return operation.mapping().method()
                + ' '
                + base()
                + '/'
                + String.join("/", operation.mapping().template());
    }

    /** As the definition wants it. */
    HttpRequest good(Operation operation, CanaryPerson person) {
        HttpRequest.Builder request = request(operation, person, UnaryOperator.identity(), "");
        credential.apply(operation).ifPresent(header -> request.header(header.name(), header.value()));
        return withBody(request, operation, json(operation, person, UnaryOperator.identity()));
    }

    /** With something wrong in each place where a request can hold something. */
    List<HttpRequest> bad(Operation operation, CanaryPerson person) {
        List<HttpRequest> requests = new ArrayList<>();
        for (Header wrong : wrongCredentials(person)) {
            HttpRequest.Builder request = request(operation, person, UnaryOperator.identity(), "");
            requests.add(withBody(request.header(wrong.name(), wrong.value()), operation, "{}"));
        }
        UnaryOperator<String> tooLong = text -> (text + '.').repeat(2 + 400 / text.length());
        UnaryOperator<String> control = text -> text + '\u0001';
        for (UnaryOperator<String> spoilt : List.of(tooLong, control)) {
            HttpRequest.Builder request = request(operation, person, spoilt, "");
            credential.apply(operation).ifPresent(header -> request.header(header.name(), header.value()));
            requests.add(withBody(request, operation, json(operation, person, spoilt)));
        }
        String marker = person.value("unknown", canaries);
        for (String body : List.of(
                "{\"" + marker + "\": 1}",
                "{\"userId\": \"" + marker,
                "[\"" + marker + "\"]",
                marker,
                "{\"userId\":1}")) {
            HttpRequest.Builder request =
                    request(operation, person, UnaryOperator.identity(), "?canary=" + marker + "&apikey=" + marker);
            credential.apply(operation).ifPresent(header -> request.header(header.name(), header.value()));
            request.header("Cookie", "aura-login-01234567=" + marker + "; other=" + marker)
                    .header("x-correlator", marker + " of nobody")
                    .header("X-Forwarded-For", marker)
                    .header("X-Canary", marker);
            requests.add(request.method(methodWithBody(operation), BodyPublishers.ofString(body))
                    .header("Content-Type", body.equals(marker) ? "text/" + marker : "application/json")
                    .build());
        }
        return requests;
    }

    private static List<Header> wrongCredentials(CanaryPerson person, Canaries canaries) {
        String marker = person.value("wrong-credential", canaries);
        return List.of(
                new Header("Authorization", "APIKEY " + marker),
                new Header("Authorization", "APIKEY aux2_01234567_" + marker + "_000000"),
                new Header("Authorization", "Bearer " + marker),
                new Header("Authorization", "Basic " + marker),
                new Header("Authorization", marker),
                new Header("x-api-key", marker));
    }

    private List<Header> wrongCredentials(CanaryPerson person) {
        return wrongCredentials(person, canaries);
    }

    private HttpRequest.Builder request(
            Operation operation, CanaryPerson person, UnaryOperator<String> change, String otherQuery) {
        String path = operation.mapping().template().stream()
                .map(segment -> segment.startsWith("{")
                        ? encoded(change.apply(person.value(segment.substring(1, segment.length() - 1), canaries)))
                        : segment)
                .collect(Collectors.joining("/", base() + '/', ""));
        String query = operation.parameters().stream()
                .map(Parameter::input)
                .filter(input -> input.place() == Input.Place.QUERY)
                .map(input -> input.name() + '=' + encoded(change.apply(person.value(input.name(), canaries))))
                .collect(Collectors.joining("&"));
        String all = otherQuery.isEmpty() ? (query.isEmpty() ? "" : '?' + query) : otherQuery + '&' + query;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.apply(path + all)).timeout(Duration.ofSeconds(30));
        operation.parameters().stream()
                .map(Parameter::input)
                .filter(input -> input.place() == Input.Place.HEADER)
                .forEach(input -> request.header(
                        input.name(),
                        change.apply(person.value(input.name(), canaries)).replace('\u0001', '\u00e9')));
        return request;
    }

    private HttpRequest withBody(HttpRequest.Builder request, Operation operation, String body) {
        String method = operation.mapping().method();
        return operation.body().isEmpty()
                ? request.method(method, BodyPublishers.noBody()).build()
                : request.header(
                                "Content-Type",
                                operation.body().get().encoding().mediaType())
                        .method(method, BodyPublishers.ofString(body))
                        .build();
    }

    private static String methodWithBody(Operation operation) {
        return operation.mapping().method().equals("GET")
                ? "POST"
                : operation.mapping().method();
    }

    private String json(Operation operation, CanaryPerson person, UnaryOperator<String> change) {
        return operation.body().map(form -> body(form, person, change)).orElse("");
    }

    private String body(BodySchema form, CanaryPerson person, UnaryOperator<String> change) {
        boolean json = form.encoding() == BodySchema.Encoding.JSON;
        String members = form.texts().keySet().stream()
                .map(member -> member(form, member, change.apply(person.value(member, canaries))))
                .collect(Collectors.joining(json ? "," : "&"));
        return json ? '{' + members + '}' : members;
    }

    private static String member(BodySchema form, String name, String value) {
        return form.encoding() == BodySchema.Encoding.JSON
                ? '"' + name + "\":\"" + value.replace("\"", "\\\"").replace("\u0001", "\\u0001") + '"'
                : name + '=' + encoded(value);
    }

    private String base() {
        return api.basePath().equals("/") ? "" : api.basePath();
    }

    private static Optional<Header> key(Operation operation, Canaries canaries) {
        if (operation.security().isOpen()) {
            return Optional.empty();
        }
        String level = operation.extensions("x-aura-levels").iterator().next();
        AccessMode mode = AccessMode.parse(operation.extension("x-aura-mode")).orElseThrow();
        String app = APPS.get(AccessLevel.valueOf(level.toUpperCase(Locale.ROOT)));
        return Optional.of(new Header("Authorization", "APIKEY " + canaries.secret(Api.key(app, mode))));
    }

    /** A key of the bot's, with which users are read. */
    static String botKey(Canaries canaries) {
        return canaries.secret(Api.key("aura-bot", AccessMode.READ));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
